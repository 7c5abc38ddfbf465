"""A picture of an inventory: one row a holding, its number as a bar over the range alleged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from oob.pictures import marks, symbols
from oob.pictures.legend import Entry, legend
from oob.pictures.letters import room, wrapped
from oob.pictures.look import PAPER, Look
from oob.pictures.scale import Scale, scale
from oob.pictures.sheet import PLAIN, SMALL, Sheet, cited, ids, noted, numbers, records, whole, words
from oob.pictures.subtitle import subtitle
from oob.pictures.svg import said
from oob.table import Cell, Table

MOST: Final = 150
"""Rows in one picture; a line tells how many the table has besides."""
_LANE: Final = 12
_STEP: Final = 13
_WIDE: Final = 560
"""From this width on a row has its bar beside its name, not below."""
_DEEPEST: Final = 8
_NOTED: Final = 96.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the numbers that the claims leave open; no `low` where none is stated, no `high` where it has no end."""

    low: int | None
    high: int | None = None

    @property
    def most(self) -> bool:
        """Whether it only says how many at most, as `count.phrase` words it: up to 2,500."""
        return self.low == 1 and self.high is not None and self.high > 2


@dataclass(frozen=True, slots=True)
class Holding:
    """A row of the table, as it is drawn."""

    label: str
    depth: int
    system: str
    path: str
    holder: str
    where: str
    number: str
    readings: tuple[Reading, ...]
    lost: str
    losses: tuple[Reading, ...]
    flags: tuple[str, ...]
    notes: tuple[int, ...]
    group: str = ""

    @property
    def lanes(self) -> int:
        """How many marks stand below each other."""
        return max(1, len(self.readings) + len(self.losses))

    @property
    def sentence(self) -> str:
        """All of it in words."""
        lost = f", lost {self.lost}" if self.lost else ""
        flags = f"; {', '.join(self.flags)}" if self.flags else ""
        return f"{self.system} ({self.holder}): {self.number}{lost}{flags} {cited(self.notes)}"


def draw(table: Table, look: Look = PAPER) -> str:
    """SVG text of the table of `report.inventories` that is named inventory. Without rows it says so in words."""
    every = list(_holdings(table))
    held = _chosen(every)
    sheet = Sheet(look, words(table.title), "; ".join(each.sentence for each in held[:60]) or "Nothing found.")
    sheet.heading(look.asked or subtitle(table))
    if not held:
        sheet.lines("Nothing found.", size=PLAIN)
        sheet.sourcing(table, ())
        return sheet.finished()
    columns = _columns(sheet, held)
    _rows(sheet, held, columns)
    legend(sheet, _legend(held))
    if more := len(every) - len(held):
        sheet.lines(f"And {more:,} more rows of the table, not drawn: parts of parts first, then the last.")
    sheet.sourcing(table, {note for each in held for note in each.notes}, *_remarks(held, columns))
    return sheet.finished()


def _remarks(held: Sequence[Holding], columns: _Columns) -> Iterator[str]:
    if any(each.depth for each in held):
        yield "Indented rows are part of the row above them, never added to it."
    if columns.scale.logarithmic:
        yield "Logarithmic axis: each step is ten times the one before, so lengths of bars do not compare."


# -- reading the table ----------------------------------------------------------------------------------------------


def _holdings(table: Table) -> Iterator[Holding]:
    starts = {first: heading for heading, first in table.groups}
    group = ""
    for at, row in enumerate(records(table)):
        group = words(starts.get(at, group))
        place, holder = words(row.get("place")), words(row.get("holder"))
        yield Holding(
            label=words(row.get("row")),
            depth=min(_DEEPEST, max(0, whole(row.get("depth")) or 0)),
            system=words(row.get("system")) or "not stated",
            path=words(row.get("system_path")),
            holder=holder or "holder not stated",
            where=" \u00b7 ".join(filter(None, (holder, place))),
            number=words(row.get("count_text")) or "not stated",
            readings=tuple(_readings(row.get("readings"))),
            lost=words(row.get("lost_text")),
            losses=tuple(_readings(row.get("lost_readings"))),
            flags=tuple(_flags(row)),
            notes=numbers(row.get("notes")),
            group=group,
        )


def _readings(cell: Cell) -> Iterator[Reading]:
    for text in ids(cell):
        if found := re.fullmatch(r"~?(\d{1,18})(\+|-(\d{1,18}))?", text, re.ASCII):
            low, end, high = found.groups()
            yield Reading(int(low), None if end == "+" else int(high or low))
        else:
            yield Reading(None)


def _flags(row: dict[str, Cell]) -> Iterator[str]:
    if row.get("disagreement"):
        yield "differ"
    if row.get("contested_by"):
        yield "denied"
    if row.get("single_party"):
        yield "1 party"
    if words(row.get("count_text")) in ("(planned)", "(possible)"):
        return
    for kind in ("planned", "possible"):
        if number := whole(row.get(kind)):
            yield f"+{number:,} {kind}"


def _chosen(held: Sequence[Holding]) -> list[Holding]:
    """As many rows as fit a page, the outermost first, in the table's order."""
    kept = sorted(range(len(held)), key=lambda at: (held[at].depth, at))[:MOST]
    return [held[at] for at in sorted(kept)]


# -- where things stand ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a picture, from left to right."""

    label: float
    """Where the names end."""
    unstated: float
    """Where the marks stand of what has no number."""
    scale: Scale
    number: float
    notes: float
    """Where the footnote numbers begin."""
    beside: bool
    """Whether bars are beside the names, or below."""


def _columns(sheet: Sheet, held: Sequence[Holding]) -> _Columns:
    beside = sheet.width >= _WIDE
    wide = sheet.right - sheet.left
    readings = [each for holding in held for each in (*holding.readings, *holding.losses)]
    known = [end for each in readings for end in (each.low, each.high) if end is not None]
    label = sheet.left + (wide * 0.4 if beside else 0)
    widest = max((room(line, SMALL) for each in held for line in noted(each.notes, _NOTED)), default=0.0)
    numbers_room = widest if beside else 0.0
    numbered = min(150.0, max(40.0, *(_number_room(each) for each in held)))
    notes = sheet.right - numbers_room
    number = notes - numbered - (10 if beside else 0)
    unstated = label + 12
    start = unstated + 16 + (14 if 0 in known else 0)
    reach = 50 if any(each.low is not None and each.high is None for each in readings) else 10
    return _Columns(label, unstated, scale(known, start, number - reach - 4), number, notes, beside)


def _number_room(holding: Holding) -> float:
    lost = f"lost {holding.lost}" if holding.lost else ""
    flags = ", ".join(holding.flags)
    told = min(room(flags, SMALL), max(96.0, room(flags, SMALL) * 0.6))
    return max(room(holding.number, PLAIN, bold=True), room(lost, SMALL), told) + 8


# -- drawing --------------------------------------------------------------------------------------------------------


def _height(holding: Holding, columns: _Columns) -> float:
    told = 1 + bool(holding.lost) + len(_flagged(holding, columns))
    if columns.beside:
        return max(34, 10 + holding.lanes * _LANE, 8 + told * 14, 10 + 12 * len(noted(holding.notes, _NOTED)))
    return 34 + max(holding.lanes * _LANE, told * 13, 12 * len(noted(holding.notes, _NOTED)) - 22) + 8


def _flagged(holding: Holding, columns: _Columns) -> list[str]:
    """What a reader must mind about a row, in lines that fit."""
    return wrapped(", ".join(holding.flags), columns.notes - columns.number - 6, SMALL, most=2)


def _rows(sheet: Sheet, held: Sequence[Holding], columns: _Columns) -> None:
    """The axis, and the rows under their groups' headings."""
    _axis(sheet, columns)
    group = ""
    for each in held:
        if each.group != group:
            group = each.group
            wide = sheet.right - sheet.left
            lines = wrapped(group, wide - 8, PLAIN, bold=True, most=2)
            sheet.box(sheet.left, sheet.y, wide, 8 + 14 * len(lines), fill="band")
            for line in lines:
                sheet.y += 14
                sheet.text(sheet.left + 4, sheet.y + 1, line, bold=True, class_="group")
            sheet.y += 8
        height = _height(each, columns)
        _grid(sheet, columns, sheet.y if columns.beside else sheet.y + 32, sheet.y + height)
        _row(sheet, each, columns, height)
        sheet.y += height
        sheet.line(sheet.left, sheet.y, sheet.right, sheet.y, "faint", 0.5)


def _grid(sheet: Sheet, columns: _Columns, top: float, bottom: float) -> None:
    lines = "".join(f"M{columns.scale.at(mark):.1f} {top:.1f}V{bottom:.1f}" for mark in columns.scale.marks())
    sheet.path(lines, stroke="faint", stroke_width=0.8)


def _axis(sheet: Sheet, columns: _Columns) -> None:
    line = columns.scale
    kind = "Number alleged, logarithmic axis" if line.logarithmic else "Number alleged"
    sheet.y += 10
    sheet.text(line.left - 10, sheet.y, kind, size=SMALL, colour="quiet", fit=sheet.right - line.left)
    sheet.y += 14
    last = -100.0
    if line.logarithmic and line.left - columns.unstated > 20:
        sheet.text(line.at(0), sheet.y, "0", size=SMALL, colour="quiet", anchor="middle")
    for mark in line.marks():
        if line.at(mark) - last > room(f"{mark:,}", SMALL) + 4:
            last = line.at(mark)
            sheet.text(last, sheet.y, f"{mark:,}", size=SMALL, colour="quiet", anchor="middle", class_="tick")
    sheet.text(columns.unstated, sheet.y, "?", size=SMALL, colour="quiet", anchor="middle")
    sheet.y += 6


def _row(sheet: Sheet, holding: Holding, columns: _Columns, height: float) -> None:
    sheet.add(f'<g class="row"><title>{said(holding.sentence[:600])}</title>')
    top = sheet.y
    indent = sheet.left + 4 + holding.depth * _STEP
    sources = noted(holding.notes, _NOTED)
    widest = max((room(line, SMALL) for line in sources), default=0.0)
    names = columns.label if columns.beside else sheet.right - widest - 6
    if holding.depth:
        sheet.path(f"M{indent - 7:.1f} {top:.1f}v17h5", stroke="quiet", stroke_width=0.8)
    symbols.system(sheet, holding.path, indent + 12, top + 17, 27)
    start = indent + 29
    sheet.text(start, top + 15, holding.system, fit=names - start - 4, class_="system")
    sheet.text(start, top + 28, holding.where, size=SMALL, colour="quiet", fit=names - start - 4)
    chart = top if columns.beside else top + 32
    middle = chart + (height - (0 if columns.beside else 36)) / 2
    _lanes(sheet, holding, columns, middle)
    _told(sheet, holding, columns, middle)
    if columns.beside:
        sheet.notes(columns.notes, middle + 10 - 6 * len(sources), sources)
    else:
        sheet.notes(sheet.right, top + 15, sources, anchor="end")
    sheet.add("</g>")


def _lanes(sheet: Sheet, holding: Holding, columns: _Columns, middle: float) -> None:
    """The marks of a row, one below the other: what is held, then what is lost."""
    y = middle - (holding.lanes - 1) * _LANE / 2
    if not holding.readings and not holding.losses:
        marks.expected(sheet, columns.unstated, y)
    if len(holding.readings) > 1:
        x = min(columns.scale.at(each.low or 0) for each in holding.readings) - 10
        marks.apart(sheet, x, y - 5, y + 5 + (len(holding.readings) - 1) * _LANE)
    for lost, readings in ((False, holding.readings), (True, holding.losses)):
        for reading in readings:
            _mark(sheet, reading, columns, y, lost)
            y += _LANE


def _mark(sheet: Sheet, reading: Reading, columns: _Columns, y: float, lost: bool) -> None:
    at = columns.scale.at
    if reading.low is None:
        marks.unstated(sheet, columns.unstated, y, lost)
    elif reading.high is None:
        marks.open_ended(sheet, at(reading.low), y, lost)
    elif reading.most:
        marks.at_most(sheet, at(reading.low), at(reading.high), y, lost)
    elif reading.high == reading.low:
        marks.exact(sheet, at(reading.low), y, lost)
    else:
        marks.between(sheet, at(reading.low), at(reading.high), y, lost)


def _told(sheet: Sheet, holding: Holding, columns: _Columns, middle: float) -> None:
    """The number in words, and what a reader must mind about it."""
    lines = [(holding.number, PLAIN, True, "ink", "number")]
    if holding.lost:
        lines.append((f"lost {holding.lost}", SMALL, False, "lost", "lost"))
    lines += [(line, SMALL, False, "quiet", "flags") for line in _flagged(holding, columns)]
    y = middle + 4 - (len(lines) - 1) * 6.5
    wide = columns.notes - columns.number - 2
    for text, size, bold, colour, class_ in lines:
        sheet.text(columns.number, y, text, size=size, bold=bold, colour=colour, fit=wide, class_=class_)
        y += 13


def _legend(held: Sequence[Holding]) -> Iterator[Entry]:
    """The marks that occur."""
    kept = [each for holding in held for each in holding.readings]
    gone = [each for holding in held for each in holding.losses]
    for lost, readings in ((False, kept), (True, gone)):
        yield from _explained(readings, lost)
    if any(not holding.readings and not holding.losses for holding in held):
        yield Entry(marks.expected, "only planned, possible or withdrawn", 18)
    if any(len(holding.readings) > 1 for holding in held):
        yield Entry(lambda sheet, x, y: marks.apart(sheet, x, y - 7, y + 7), "figures that cannot all be true", 14)


def _explained(readings: Sequence[Reading], lost: bool) -> Iterator[Entry]:
    begun = "lost, " if lost else ""
    if any(each.low is not None and each.low == each.high for each in readings):
        yield Entry(lambda sheet, x, y: marks.exact(sheet, x, y, lost), f"{begun}one number", 18)
    if any(each.high is not None and each.low != each.high and not each.most for each in readings):
        yield Entry(lambda sheet, x, y: marks.between(sheet, x - 14, x + 14, y, lost), f"{begun}from, to", 38)
    if any(each.most for each in readings):
        yield Entry(lambda sheet, x, y: marks.at_most(sheet, x - 14, x + 14, y, lost), f"{begun}so many at most", 38)
    if any(each.low is not None and each.high is None for each in readings):
        mark = f"{begun}so many or more"
        yield Entry(lambda sheet, x, y: marks.open_ended(sheet, x - 17, y, lost, reach=34), mark, 44)
    if any(each.low is None for each in readings):
        yield Entry(lambda sheet, x, y: marks.unstated(sheet, x, y, lost), f"{begun}number not stated", 18)
