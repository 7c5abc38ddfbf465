"""Every entry of the files as the record that is kept of it: names resolved, values parsed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from oob import catalog, checks, count, names, vocabulary, when
from oob.catalog import ClaimEntry, Entry, OriginEntry, ReportEntry, SystemEntry

Record = dict[str, Any]
"""A record as it is kept: its columns, and what LISTS names as lists. What the log shows of earlier forms."""

LISTS: Final = ("aliases", "made_in", "places")
"""The keys of a record that stand in tables of their own."""

ORDER: Final = ("place", "system", "force", "source", "report", "origin", "event", "claim")
"""The kinds of record in an order in which each refers only to those before it (trees aside)."""


def records(scope: checks.Scope) -> Iterator[tuple[tuple[str, str], Record]]:
    """Every entry as the record to be kept, names resolved and values parsed."""
    for entry in scope.files.entries:
        record = _columns(entry, scope)
        yield (entry.KIND, record["id"]), record


def _columns(entry: Entry, scope: checks.Scope) -> Record:
    record: Record = {}
    for key, shape in catalog.shapes(type(entry)).items():
        value = catalog.value(entry, key)
        if shape.takes == "names" or shape.drafted:
            continue
        if isinstance(value, tuple):
            record[key] = [str(each) for each in value]
        elif value is None:
            record[key] = None
        else:
            record[key] = scope.resolve(shape.refers, value) if shape.refers else str(value)
    if hasattr(entry, "report"):
        record["report"] = str(entry.report)
    if isinstance(entry, ReportEntry):
        record["authors"] = "; ".join(record["authors"]) or None
        _add_bounds(record, record["published"])
    elif isinstance(entry, OriginEntry):
        _add_bounds(record, record["made"])
    elif isinstance(entry, ClaimEntry):
        _finish_claim(entry, record, scope)
    elif isinstance(entry, SystemEntry):
        record["made_in"] = list(dict.fromkeys(scope.resolve("place", place) for place in entry.made_in))
    for key in ("latitude", "longitude", "precision_km"):
        if record.get(key) is not None:
            record[key] = float(record[key])
    if "aliases" in record:
        record["aliases"] = _aliases(entry)
    return record


def _aliases(entry: Entry) -> list[str]:
    """The aliases whose normal form the entry's other spellings do not have yet."""
    seen: dict[str, str] = {}
    for spelling in checks.spellings(entry):
        seen.setdefault(names.normal(spelling), str(spelling))
    fixed = {getattr(entry, key, None) for key in ("id", "name", "short")}
    return sorted(spelling for spelling in seen.values() if spelling not in fixed)


def _add_bounds(record: Record, text: str | None) -> None:
    parsed = when.parse(text) if text is not None else None
    record["earliest"] = parsed.earliest.isoformat() if parsed and parsed.earliest else None
    record["latest"] = parsed.latest.isoformat() if parsed and parsed.latest else None


def _finish_claim(entry: ClaimEntry, record: Record, scope: checks.Scope) -> None:
    record["id"] = entry.id
    record["paragraph"] = int(record["paragraph"])
    record["moment"] = record.pop("when")
    _add_bounds(record, record["moment"])
    text = record.pop("count")
    number = count.parse(text) if text is not None else None
    record["count_text"] = text
    record["count_low"] = number.low if number else None
    record["count_high"] = number.high if number else None
    record["approximate"] = int(number.approximate) if number else 0
    record["places"] = [
        [role, scope.resolve("place", place)]
        for role in vocabulary.PLACE_ROLES
        for place in getattr(entry, "from_" if role == "from" else role)
    ]
