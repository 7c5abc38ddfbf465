"""RIS, which EndNote, Mendeley, RefWorks and Zotero read: a tag and a value a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from oob.citations.dates import Date
from oob.citations.items import UNTITLED, Item
from oob.citations.people import Name

_TYPES: Final = {"article-newspaper": "NEWS", "webpage": "ELEC", "report": "RPRT"}


def write(items: Iterable[Item]) -> str:
    """Cited reports, one record each, lines ending in CR LF."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _record(item))


def _record(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[item.kind]
    yield "ID", item.id
    yield "TI", item.title or f"[{UNTITLED}]"
    for name in item.authors:
        yield "AU", _name(name)
    if item.container:
        yield "T2", item.container
    if item.publisher:
        yield "PB", item.publisher
    if item.issued and item.issued.parts:
        yield "PY", f"{item.issued.parts[0][0]:04}"
        yield "DA", _date(item.issued)
    if item.url:
        yield "UR", item.url
    for text in filter(None, (item.repeats, item.note)):
        yield "N1", text
    yield "ER", ""


def _name(name: Name) -> str:
    """`Family, Given, Suffix`. A comma ends a body's name, by which programs see that it is whole, and is not in it."""
    if name.literal:
        return name.literal.replace(", ", " \u2013 ").replace(",", " ") + ","
    return ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _date(date: Date) -> str:
    """`year/month/day/other`: the first day as far as it is known; that it is a guess, or the last day, as words."""
    parts = [f"{part:02}" for part in date.parts[0]] + ["", ""]
    other = "about" if date.circa else ""
    if len(date.parts) > 1:
        other = f"{'between this day' if date.circa else 'to'}{' and' if date.circa else ''} {_iso(date.parts[1])}"
    return "/".join([*parts[:3], other])


def _iso(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in parts)
