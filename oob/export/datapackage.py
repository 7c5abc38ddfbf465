"""datapackage.json: what the tables and the map hold, as a Frictionless Data Package of version 2, for any program.

The rules are those of https://datapackage.org/standard/. When it was made is not written: the same catalogue gives the
same bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from oob import __version__
from oob.export import columns
from oob.export.columns import Described
from oob.export.rows import OWN_TABLES, File
from oob.formats import json_
from oob.inventory import Directory
from oob.names import printable
from oob.sourcing import document

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_TYPES: Final = {"text": "string", "integer": "integer", "number": "number", "flag": "boolean", "date": "date"}
_LINK: Final = re.compile(r"https?://[^\s<>\"'\\^`{}|]{1,2000}")

_ABOUT: Final = """\
What press reports allege about military equipment: systems, forces, places and sources, the reports, and every claim \
in them with who makes it. Nothing in it is established; each claim is its speaker's.

How to read it: a row of `claim` is one assertion in one report. Claims that share an `origin` are one utterance, and \
claims that share an `event` are alternatives: adding up their numbers counts things twice. A claim with something in \
`withdrawn` no longer stands.

Texts in the CSV files are safe to open in a spreadsheet: one that begins like a formula has an apostrophe before it, \
line breaks are spaces, and invisible characters are escapes such as \\x1b. Ids never need any of that, so that \
references hold. The YAML files beside have every text as it is.

No licence is stated: that is for those who wrote the claims."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is to be described: its path, its length, and the sha256 of its content."""

    path: str
    length: int
    sha256: str


def noted(files: Iterable[File], written: list[Written]) -> Iterator[File]:
    """Files as they come, each noted as written: no more than one has to be kept."""
    for path, content in files:
        written.append(Written(path, len(content), hashlib.sha256(content).hexdigest()))
        yield path, content


def file(known: Directory, written: Iterable[Written]) -> File:
    """The description of some files: of tables as CSV, and of what is on the map."""
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "oob-catalogue",
        "title": "A catalogue of what press reports allege about military equipment",
        "description": _ABOUT,
        "version": __version__,
        "keywords": ["order of battle", "military equipment", "open-source intelligence", "provenance"],
        **({"sources": [_source(known, id_) for id_ in sorted(known.reports)]} if known.reports else {}),
        "resources": list(map(_resource, written)),
    }
    return "datapackage.json", json_.text(package).encode()


def _source(known: Directory, report: str) -> dict[str, str]:
    """A report as a source; its address where it is one that any program may follow."""
    found = known.reports[report]
    link = {"path": found.url} if found.url and _LINK.fullmatch(found.url) else {}
    return {"title": printable(document(found, known)), **link}


def _resource(written: Written) -> dict[str, Any]:
    name = Path(written.path).stem
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "path": written.path,
        "encoding": "utf-8",
    }
    if name not in OWN_TABLES:
        found |= {"bytes": written.length, "hash": f"sha256:{written.sha256}"}
    return found | (_map() if written.path.endswith(".geojson") else _table(name))


def _map() -> dict[str, Any]:
    return {
        "description": "The places and routes that claims name, with what is alleged there and who says so.",
        "format": "geojson",
        "mediatype": "application/geo+json",
    }


def _table(name: str) -> dict[str, Any]:
    return {
        "type": "table",
        "description": columns.title(name),
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", "delimiter": ",", "lineTerminator": "\r\n"},
        "schema": _schema(name),
    }


def _schema(table: str) -> dict[str, Any]:
    told = columns.columns(table)
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": list(map(_field, told)),
        "missingValues": [""],
        "primaryKey": [column.name for column in told if column.key],
    }
    if keys := [_reference(table, column) for column in told if column.refers]:
        found["foreignKeys"] = keys
    return found


def _reference(table: str, column: Described) -> dict[str, Any]:
    """Where the values of a column stand as ids; a table that refers to itself is not named, as the standard wants."""
    there: Mapping[str, Any] = {} if column.refers == table else {"resource": column.refers}
    return {"fields": [column.name], "reference": {**there, "fields": ["id"]}}


def _field(column: Described) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.meaning,
    }
    if column.kind == "flag":
        found |= {"trueValues": ["1"], "falseValues": ["0"]}
    if column.definitions:
        found["categories"] = _categories(column.members, column.definitions)
    if constraints := _constraints(column):
        found["constraints"] = constraints
    return found


def _categories(members: Sequence[str], definitions: Sequence[str]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in zip(members, definitions, strict=True)]


def _constraints(column: Described) -> dict[str, Any]:
    found: dict[str, Any] = {"required": True} if column.required else {}
    if column.members:
        found["enum"] = list(column.members)
    if column.pattern:
        found["pattern"] = column.pattern
    return found | dict(column.limits)
