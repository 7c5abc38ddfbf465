"""The whole catalogue as a folder of files that outlive the program: YAML that loads back, CSV for spreadsheets, texts.

The YAML is what a person would have written; loaded into an empty database and exported again, it comes out byte for
byte the same. The log is written as tables and does not load back; what a claim was read from (passage, confidence,
reason) is not written at all. A folder is written aside and put in its place at the end, so that there is a whole
export or none.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy import Float

from oob import __version__, catalog, checks, formats, intake, paths
from oob.catalog import Shape
from oob.errors import Refusal
from oob.names import printable
from oob.store import Database, Reader
from oob.table import Column, Table
from oob.trees import Tree

MARKER: Final = "oob-export.txt"
"""The file by which an export is known; it says what the folder is, and lists the files' sha256."""

OWN_STORY: Final = ("tables/loading.csv", "tables/change.csv")
"""What tells how one database came about; all else is the same for every database with the same catalogue."""

UNTOLD: Final = frozenset({"reading"})
"""The tables that stay where they are: passages are the words of others, kept for the person who had them read."""

File = tuple[str, bytes]
"""A file of an export: its path in the folder, with `/`, and what it holds."""

Row = dict[str, Any]
"""A row of a table, by column."""

Field = tuple[str, Shape, str | Sequence[str]]
"""A key of a record in a file, the shape of its value, and the value."""


def export(database: Database, folder: Path) -> list[Path]:
    """Writes the whole catalogue, as it is at one moment, into a new folder or over an earlier export; gives the files.

    Raises Refusal where the folder holds anything that is not an export's, or was changed since, and where it cannot
    be written; then what was there is still there.
    """
    intake.ready(database)
    try:
        place = Path(os.path.realpath(folder))
        _require_free(place, folder)
        return [folder / name for name in _replace(place, folder, database)]
    except OSError as error:
        cause = f"{error.strerror or error}" + (f" ({_shown(error.filename)})" if error.filename else "")
        raise Refusal(
            f"cannot export to {_shown(folder)}: {cause}; nothing was changed: free some space or name another folder"
        ) from error


def _replace(place: Path, folder: Path, database: Database) -> list[str]:
    """Builds an export beside its place and moves it there; gives the names of its files."""
    building = place.with_name(f".{place.name}.{secrets.token_hex(6)}.partial")
    try:
        with Reader(database) as reader:
            written = _write(building, _files(reader))
        _require_free(place, folder)  # again: somebody may have been at it meanwhile
        _put(building, place)
        return written
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _files(reader: Reader) -> Iterator[File]:
    """Every file of an export but the marker, one at a time."""
    yield from _catalogue(reader)
    yield from _reports(reader)
    yield from _tables(reader)
    yield from _texts(reader)
    for schema in sorted(paths.shipped("schemas").glob("*.json")):
        yield f"schemas/{schema.name}", schema.read_bytes()


def _rows(reader: Reader, table: str, *, without: str = "") -> list[Row]:
    """A table's rows by its primary key, in an order that does not hang on the database's collation."""
    columns = [column for column in intake.tables()[table].columns if column.name != without]
    # Adding 0 makes 0.0 of -0.0, which only one of the two kinds of database keeps apart.
    asked = ", ".join(f'"{each.name}" + 0' if isinstance(each.type, Float) else f'"{each.name}"' for each in columns)
    names = [column.name for column in columns]
    key = [at for at, column in enumerate(columns) if column.primary_key]
    rows = sorted(reader.rows(f'SELECT {asked} FROM "{table}"'), key=lambda row: [row[at] for at in key])
    return [dict(zip(names, row, strict=True)) for row in rows]


# -- what a person would have written ------------------------------------------------------------------------------


def _catalogue(reader: Reader) -> Iterator[File]:
    """Systems, forces, places and sources, each below what it is a part of."""
    aliases: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _rows(reader, "alias"):
        if row["listed"]:
            aliases[row["kind"], row[row["kind"]]].append(row["written"])
    makers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _rows(reader, "system_maker"):
        makers["system", row["system"]].append(row["place"])
    parts = []
    for part, kind in ((part, entry.KIND) for part, entry in catalog.CATALOGUE.items()):
        rows = {row["id"]: row for row in _rows(reader, kind)}
        tree = Tree({id_: row[checks.TREES[kind]] for id_, row in rows.items()})
        ordered = (rows[id_] for id_ in sorted(rows, key=lambda id_: tree.line(id_)[::-1]))
        records = [
            _fields(kind, row, {"aliases": sorted(aliases[kind, row["id"]]), "made_in": makers[kind, row["id"]]})
            for row in ordered
        ]
        parts.append(_part(part, _listed(records)))
    yield "catalog.yaml", _document("schemas/catalog.schema.json", parts)


def _reports(reader: Reader) -> Iterator[File]:
    """A file a report: its bibliography, the origins and events that it defines, and all its claims."""
    origins, events, claims = (_by_report(reader, table) for table in ("origin", "event", "claim"))
    places: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(reader, "claim_place"):
        places[row["claim"]][row["role"]].append(row["place"])
    for report in _rows(reader, "report"):
        id_ = report["id"]
        mine = sorted(claims[id_], key=lambda claim: (claim["paragraph"], claim["key"]))
        parts = [_part("report", _mapping(_fields("report", report, {"authors": _authors(report["authors"])})))]
        if origins[id_]:
            parts.append(_part("origins", _named("origin", origins[id_])))
        if events[id_]:
            parts.append(_part("events", _named("event", events[id_])))
        if mine:
            records = [_fields("claim", claim, places.get(claim["id"], {})) for claim in mine]
            parts.append(_part("claims", _listed(records), apart=True))
        yield f"reports/{_file_name(id_)}.yaml", _document("../schemas/report.schema.json", parts)


def _by_report(reader: Reader, table: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(reader, table):
        found[row["report"]].append(row)
    return found


def _authors(kept: str | None) -> list[str]:
    """The authors that were joined into one text; the text whole where parting it would lose a space."""
    parts = (kept or "").split("; ")
    return parts if all(part and part == part.strip() for part in parts) else [kept or ""]


_SHAPES: Final = {kind.KIND: catalog.shapes(kind) for kind in catalog.ENTRIES}

_COLUMNS: Final = {"when": "moment", "count": "count_text"}
"""The columns that have another name than their key in a file."""


def _fields(kind: str, row: Row, lists: Mapping[str, Sequence[str]]) -> list[Field]:
    """What a file says of a record: its keys in their order, those without a value left out."""
    found: list[Field] = []
    for key, shape in _SHAPES[kind].items():
        if shape.drafted:
            continue
        if shape.takes != "text":
            if members := [each for each in lists.get(key, ()) if each]:
                one = shape.takes == "names" and len(members) == 1
                found.append((key, shape, members[0] if one else members))
        elif (value := row[_COLUMNS.get(key, key)]) is not None:
            found.append((key, shape, _number(value) if isinstance(value, float) else str(value)))
    return found


def _number(value: float) -> str:
    """A number as a file may have it: never with an exponent."""
    return f"{value:.9f}".rstrip("0").rstrip(".")


# -- YAML ----------------------------------------------------------------------------------------------------------


def _document(schema: str, parts: Iterable[str]) -> bytes:
    return (f"# yaml-language-server: $schema={schema}\n\n" + "\n".join(parts)).encode()


def _part(key: str, events: Iterable[yaml.Event], *, apart: bool = False) -> str:
    """One part of a file below its key, indented as a person would; `apart` sets a blank line between list items."""
    text = _emit(events)
    if apart:
        text = text.replace("\n- ", "\n\n- ")
    return f"{key}:\n" + re.sub(r"(?m)^(?=.)", "  ", text)


def _emit(events: Iterable[yaml.Event]) -> str:
    whole = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(explicit=False),
        *events,
        yaml.DocumentEndEvent(explicit=False),
        yaml.StreamEndEvent(),
    ]
    text = _emit_by(getattr(yaml, "CSafeDumper", yaml.SafeDumper), whole)
    # The fast emitter writes what lies beyond 16 bits, such as emoji, as escapes; the slow one as it is.
    return _emit_by(yaml.SafeDumper, whole) if r"\U00" in text else text


def _emit_by(dumper: Any, events: Iterable[yaml.Event]) -> str:
    # One line a value, however long: that is what the shipped files have, and what diff and grep work best on.
    return str(yaml.emit(events, Dumper=dumper, allow_unicode=True, width=1_000_000))


def _listed(records: Iterable[Iterable[Field]]) -> Iterator[yaml.Event]:
    yield yaml.SequenceStartEvent(None, None, True, flow_style=False)
    for record in records:
        yield from _mapping(record)
    yield yaml.SequenceEndEvent()


def _named(kind: str, rows: Iterable[Row]) -> Iterator[yaml.Event]:
    """Records by their ids, a line each."""
    yield yaml.MappingStartEvent(None, None, True, flow_style=False)
    for row in rows:
        (_, shape, id_), *fields = _fields(kind, row, {})
        yield _scalar(str(id_), shape.value)
        yield from _mapping(fields, flow=True)
    yield yaml.MappingEndEvent()


def _mapping(fields: Iterable[Field], *, flow: bool = False) -> Iterator[yaml.Event]:
    yield yaml.MappingStartEvent(None, None, True, flow_style=flow)
    for key, shape, value in fields:
        yield _scalar(key)
        if isinstance(value, str):
            yield _scalar(value, shape.value)
        else:
            yield yaml.SequenceStartEvent(None, None, True, flow_style=True)
            yield from (_scalar(each, shape.value) for each in value)
            yield yaml.SequenceEndEvent()
    yield yaml.MappingEndEvent()


_WRITTEN_BARE: Final = {
    "paragraph": re.compile("[1-9][0-9]*"),
    "count": re.compile("0|[1-9][0-9]*"),
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "when": re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""By grammar: the numbers and dates that a person writes without quotes, though other programs see no text in them."""

_NUMBER_OF_YAML_1_2: Final = re.compile(r"[-+]?(0o[0-7]+|\.?[0-9]+(\.[0-9]*)?e[-+]?[0-9]+)", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _scalar(text: str, grammar: str = "") -> yaml.ScalarEvent:
    """A value, quoted where its characters ask for it (the emitter sees to that) or another program may misread it."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    is_text = tag == "tag:yaml.org,2002:str" and not _NUMBER_OF_YAML_1_2.fullmatch(text)
    bare = is_text or (grammar in _WRITTEN_BARE and _WRITTEN_BARE[grammar].fullmatch(text) is not None)
    return yaml.ScalarEvent(None, None, (bare, True), text)


_RESOLVER: Final = yaml.resolver.Resolver()


# -- tables and texts ----------------------------------------------------------------------------------------------


def _tables(reader: Reader) -> Iterator[File]:
    """Every table as CSV, for spreadsheets; texts are files of their own, passages that claims were read from stay."""
    for name in sorted(set(intake.tables()) - UNTOLD):
        left_out = "text" if name == "report_text" else ""
        columns = [each.name for each in intake.tables()[name].columns if each.name != left_out]
        rows = tuple(tuple(row.values()) for row in _rows(reader, name, without=left_out))
        table = Table(name, name, tuple(map(Column, columns)), rows)
        yield f"tables/{name}.csv", formats.render([table], "csv").encode("utf-8-sig")


def _texts(reader: Reader) -> Iterator[File]:
    """The texts that were attached, each as it was."""
    for (report,) in sorted(reader.rows("SELECT report FROM report_text")):
        [(text,)] = reader.rows("SELECT text FROM report_text WHERE report = ?", report)
        yield f"texts/{_file_name(report)}.txt", text.encode()


_DEVICE: Final = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""File names that Windows keeps for itself, whatever their ending."""


def _file_name(id_: str) -> str:
    """An id as a file name; one that could lead elsewhere, or that is no file on some system, becomes its hash."""
    if re.fullmatch("[a-z0-9][a-z0-9-]{0,79}", id_) and not _DEVICE.fullmatch(id_):
        return id_
    return f"_{hashlib.sha256(id_.encode()).hexdigest()[:32]}"


# -- the folder ----------------------------------------------------------------------------------------------------

_ABOUT: Final = """\
A catalogue of what press reports allege, written by oob {version}.

catalog.yaml, reports/  the whole catalogue, withdrawn claims too; "oob load" with this folder takes it into a database
texts/                  the reports' texts, where attached; "oob attach REPORT FILE" attaches one; loading does not
tables/                 every table as CSV; loading.csv and change.csv tell how the one database came about
schemas/                what an editor completes and checks the YAML files with

Exporting here again replaces everything, but not where a file was added or changed by hand since. sha256 of the files:

"""


def _write(building: Path, files: Iterable[File]) -> list[str]:
    """Writes files and, last, the marker; gives their names."""
    building.mkdir()
    written = []
    sums = []
    for name, content in files:
        path = building / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        written.append(name)
        if name not in OWN_STORY:
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    marker = _ABOUT.format(version=__version__) + "".join(sums)
    (building / MARKER).write_bytes(marker.encode())
    return [*written, MARKER]


def _put(building: Path, place: Path) -> None:
    """Moves a finished export into its place; an earlier one goes when the new one is there."""
    earlier = building.with_suffix(".earlier")
    try:
        if place.exists():
            shutil.copymode(place, building)
            place.rename(earlier)
        building.rename(place)
    except BaseException:
        if earlier.exists() and not place.exists():
            earlier.rename(place)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _require_free(place: Path, folder: Path) -> None:
    """Refuses a place with anything in it that an export would destroy and could not make again."""
    shown = _shown(folder)
    if not place.exists():
        if not place.parent.is_dir():
            raise Refusal(f"cannot export to {shown}: there is no folder {_shown(place.parent)}; make it first")
        return
    if not place.is_dir():
        raise Refusal(f"cannot export to {shown}: it is a file; name a folder")
    if Path.cwd().is_relative_to(place) or place == place.parent:
        raise Refusal(f"cannot export to {shown}: it would be replaced while you are in it; name a folder inside it")
    there = sorted(_inside(place))
    if there and MARKER not in there:
        raise Refusal(f"{shown} holds other files ({_some(there)}); name a new or empty folder, or an earlier export")
    known = _sums(place / MARKER) if there else {}
    if foreign := [
        name for name in there if name != MARKER and name not in OWN_STORY and known.get(name) != _sum(place, name)
    ]:
        raise Refusal(
            f"{shown} is an earlier export in which files were added or changed since: {_some(foreign)};"
            " name another folder, or, when nothing in it is needed (oob load takes changes in), delete it first"
        )


_LITTER: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What the systems' file windows leave behind; nobody misses it."""


def _inside(place: Path) -> Iterator[str]:
    """The paths of all that is in a folder, with `/`; folders themselves left out."""
    for path in place.rglob("*"):
        if (path.is_symlink() or not path.is_dir()) and path.name not in _LITTER:
            yield path.relative_to(place).as_posix()


def _sums(marker: Path) -> dict[str, str]:
    """The sha256 of each file, as a marker lists them."""
    text = marker.read_text(encoding="utf-8", errors="replace")
    return {name: digest for digest, name in re.findall(r"(?m)^([0-9a-f]{64})  (.+)$", text)}


def _sum(place: Path, name: str) -> str:
    """A file's sha256; none where it is no plain file."""
    path = place / name
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _some(names: Sequence[str]) -> str:
    told = ", ".join(map(printable, names[:5]))
    return f"{told} and {len(names) - 5} more" if len(names) > 5 else told


def _shown(path: str | Path) -> str:
    return printable(str(path))
