"""catalog.yaml and reports/: all that a person entered, as files that load back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from oob import catalog, checks
from oob.export import yaml_
from oob.export.rows import KEYS, SHAPES, File, Row, file_name, rows
from oob.export.yaml_ import Field
from oob.store import Reader
from oob.trees import Tree


def files(reader: Reader) -> Iterator[File]:
    """The catalogue's file, and one a report."""
    yield from _catalogue(reader)
    yield from _reports(reader)


def _catalogue(reader: Reader) -> Iterator[File]:
    """Systems, forces, places and sources, each below what it is a part of."""
    aliases: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows(reader, "alias"):
        if row["listed"]:
            aliases[row["kind"], row[row["kind"]]].append(row["written"])
    makers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows(reader, "system_maker"):
        makers["system", row["system"]].append(row["place"])
    parts = []
    for part, kind in ((part, entry.KIND) for part, entry in catalog.CATALOGUE.items()):
        found = {row["id"]: row for row in rows(reader, kind)}
        tree = Tree({id_: row[checks.TREES[kind]] for id_, row in found.items()})
        ordered = (found[id_] for id_ in sorted(found, key=lambda id_: tree.line(id_)[::-1]))
        records = [
            _fields(kind, row, {"aliases": sorted(aliases[kind, row["id"]]), "made_in": makers[kind, row["id"]]})
            for row in ordered
        ]
        parts.append(yaml_.part(part, yaml_.listed(records)))
    yield "catalog.yaml", yaml_.document("schemas/catalog.schema.json", parts)


def _reports(reader: Reader) -> Iterator[File]:
    """A file a report: its bibliography, the origins and events that it defines, and all its claims."""
    origins, events, claims = (_by_report(reader, table) for table in ("origin", "event", "claim"))
    places: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(reader, "claim_place"):
        places[row["claim"]][row["role"]].append(row["place"])
    for report in rows(reader, "report"):
        id_ = report["id"]
        mine = sorted(claims[id_], key=lambda claim: (claim["paragraph"], claim["key"]))
        about = _fields("report", report, {"authors": _authors(report["authors"])})
        parts = [yaml_.part("report", yaml_.mapping(about))]
        if origins[id_]:
            parts.append(yaml_.part("origins", yaml_.named(_fields("origin", each) for each in origins[id_])))
        if events[id_]:
            parts.append(yaml_.part("events", yaml_.named(_fields("event", each) for each in events[id_])))
        if mine:
            records = [_fields("claim", claim, places.get(claim["id"], {})) for claim in mine]
            parts.append(yaml_.part("claims", yaml_.listed(records), apart=True))
        yield f"reports/{file_name(id_)}.yaml", yaml_.document("../schemas/report.schema.json", parts)


def _by_report(reader: Reader, table: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(reader, table):
        found[row["report"]].append(row)
    return found


def _authors(kept: str | None) -> list[str]:
    """The authors that were joined into one text; the text whole where parting it would lose a space."""
    parts = (kept or "").split("; ")
    return parts if all(part and part == part.strip() for part in parts) else [kept or ""]


_COLUMNS: Final = {key: column for column, key in KEYS.items()}

_NO_LISTS: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})


def _fields(kind: str, row: Row, lists: Mapping[str, Sequence[str]] = _NO_LISTS) -> list[Field]:
    """What a file says of a record: its keys in their order, those without a value left out."""
    found: list[Field] = []
    for key, shape in SHAPES[kind].items():
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
