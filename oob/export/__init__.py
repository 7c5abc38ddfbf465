"""The whole catalogue as a folder of files that outlive the program: YAML that loads back, tables, open data, texts.

The YAML is what a person would have written; loaded into an empty database and exported again, it comes out byte for
byte the same. The log is written as tables and does not load back; what a claim was read from (passage, confidence,
reason) is not written at all. A folder is written aside and put in its place at the end, so that there is a whole
export or none.

    folder       the folder, put in its place whole and known again by its marker
    catalogue    catalog.yaml and reports/: what a person would have written; `yaml_` is how
    tables       tables/ and texts/
    columns      what every column of these tables holds and means
    datapackage  datapackage.json: tables and places as a Frictionless Data Package
    geojson      places.geojson: the places and routes, with what is alleged there
    parquet      parquet/: the tables for programs that compute, where pyarrow is there
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oob import intake, inventory, paths
from oob.errors import Refusal
from oob.export import catalogue, datapackage, folder, geojson, parquet, tables
from oob.export.datapackage import Written
from oob.export.folder import MARKER, OWN_STORY
from oob.export.rows import File
from oob.names import printable
from oob.store import Database, Reader

__all__ = ["MARKER", "OWN_STORY", "Exported", "export"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what it left out, with the reason and what to do about it."""

    files: list[Path]
    left_out: list[str]


def export(database: Database, place: Path) -> Exported:
    """Writes the whole catalogue, as it is at one moment, into a new folder or over an earlier export.

    Raises Refusal where the folder holds anything that is not an export's, or was changed since, and where it cannot
    be written; then what was there is still there.
    """
    intake.ready(database)
    left_out: list[str] = []
    try:
        folder.require_free(place)
        with Reader(database) as reader:
            files = [place / name for name in folder.replace(place, _files(reader, left_out))]
        return Exported(files, left_out)
    except OSError as error:
        cause = f"{error.strerror or error}" + (f" ({printable(str(error.filename))})" if error.filename else "")
        advice = "free some space or name another folder" if error.errno == errno.ENOSPC else "name another folder"
        raise Refusal(f"cannot export to {printable(str(place))}: {cause}; nothing was changed: {advice}") from error


def _files(reader: Reader, left_out: list[str]) -> Iterator[File]:
    """Every file of an export but the marker, one at a time."""
    yield from catalogue.files(reader)
    known = inventory.directory(reader)
    written: list[Written] = []
    yield from datapackage.noted(tables.files(reader), written)
    yield from datapackage.noted(geojson.files(reader, known), written)
    yield datapackage.file(known, written)
    try:
        yield from parquet.files(reader)
    except Refusal as refusal:
        left_out.append(f"parquet/: {refusal}")
    yield from tables.texts(reader)
    for schema in sorted(paths.shipped("schemas").glob("*.json")):
        yield f"schemas/{schema.name}", schema.read_bytes()
