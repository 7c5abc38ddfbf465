"""A picture of a timeline: each claim on an axis of time, as certain as its date is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from oob.pictures import symbols
from oob.pictures.legend import Entry, legend
from oob.pictures.letters import fitted, room
from oob.pictures.look import PAPER, Look
from oob.pictures.scale import Calendar, span_of
from oob.pictures.sheet import PLAIN, SMALL, Sheet, cited, noted, numbers, records, words
from oob.pictures.subtitle import subtitle
from oob.pictures.svg import said
from oob.table import Cell, Table
from oob.vocabulary import ACTIONS

MOST: Final = 120
"""Lines in one picture; a line tells how many claims the table has besides."""
_LINE: Final = 18.0
_MOMENTS: Final = 60
"""Times drawn on one line; more of them would be one smear."""
_WIDE: Final = 560
_NOTED: Final = 124.0
_RELATIONS: Final = "Support, control and the like"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is said to have been: within two days, or open one way; `dated` where the text gives a time."""

    earliest: date | None
    latest: date | None
    dated: bool = True

    @property
    def certain(self) -> bool:
        """Whether it is one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> list[date]:
        """The days that bound it."""
        return [day for day in (self.earliest, self.latest) if day is not None]


@dataclass(frozen=True, slots=True)
class Said:
    """Claims that say the same, of one time or of several, as one line."""

    system: str
    path: str
    action: str
    stance: str
    number: str
    who: str
    moments: tuple[Moment, ...]
    times: tuple[str, ...]
    notes: tuple[int, ...]
    claims: int = 1

    @property
    def matter(self) -> tuple[str, ...]:
        """What two claims on one line agree in."""
        return self.system, self.action, self.doubt, self.number, self.who

    @property
    def doubt(self) -> str:
        """The stance, where it must be minded."""
        return self.stance if self.stance in ("denied", "possible") else ""

    @property
    def label(self) -> str:
        """The claim in a few words, after the name of the system."""
        told = " ".join(filter(None, (self.action.replace("-", " "), self.number)))
        return f"{self.doubt}: {told}" if self.doubt else told

    @property
    def lost(self) -> bool:
        """Whether it tells that something was lost or went away, without doubt."""
        gone = ACTIONS[self.action].effect in ("departure", "exchange") if self.action in ACTIONS else False
        return gone and not self.doubt

    @property
    def colour(self) -> str:
        """Its colour: what is lost and what is doubtful have their own."""
        return "doubt" if self.doubt == "possible" else "lost" if self.lost or self.doubt else "held"

    @property
    def sentence(self) -> str:
        """All of it in words."""
        who = f"({self.who})" if self.who else ""
        times = ", ".join(self.times[:6])
        return " ".join(filter(None, (f"{times}:", self.system, self.label, who, cited(self.notes))))


def draw(table: Table, look: Look = PAPER) -> str:
    """SVG text of a timeline's table, as of `report.listings.timeline`. A table without rows says so in words."""
    every = list(_lines(table))
    lines = _chosen(every)
    told = "; ".join(each.sentence for each in lines[:60])
    sheet = Sheet(look, words(table.title), told or "Nothing found.")
    sheet.heading(look.asked or subtitle(table))
    days = [day for each in lines for moment in each.moments for day in moment.days]
    if not lines or not days:
        sheet.lines("Nothing found." if not lines else "No claim has a date.", size=PLAIN)
        sheet.sourcing(table, {note for each in lines for note in each.notes})
        return sheet.finished()
    columns = _columns(sheet, lines, span_of(min(days), max(days), 0, 1))
    _axis(sheet, columns)
    for system, group in _groups(lines):
        _group(sheet, system, group, columns)
    legend(sheet, _legend(lines))
    if more := sum(each.claims for each in every) - sum(each.claims for each in lines):
        sheet.lines(f"And {more:,} more claims of the table, not drawn: the systems with the fewest claims.")
    sheet.sourcing(table, {note for each in lines for note in each.notes})
    return sheet.finished()


# -- reading the table ----------------------------------------------------------------------------------------------


def _lines(table: Table) -> Iterator[Said]:
    """The claims in the table's order, those that say the same as one."""
    found: dict[tuple[str, ...], Said] = {}
    for row in records(table):
        each = _said(row)
        if (before := found.get(each.matter)) is None:
            found[each.matter] = each
        else:
            found[each.matter] = replace(
                before,
                moments=tuple(dict.fromkeys((*before.moments, *each.moments))),
                times=tuple(dict.fromkeys((*before.times, *each.times))),
                notes=tuple(sorted({*before.notes, *each.notes})),
                claims=before.claims + 1,
            )
    yield from found.values()


def _said(row: dict[str, Cell]) -> Said:
    return Said(
        system=words(row.get("system")),
        path=words(row.get("system_path")),
        action=words(row.get("action")),
        stance=words(row.get("stance")),
        number=words(row.get("count_text")),
        who=words(row.get("operator")),
        moments=(Moment(_day(row.get("earliest")), _day(row.get("latest")), row.get("dated") is not False),),
        times=(words(row.get("when")),),
        notes=numbers(row.get("notes")),
    )


def _day(cell: Cell) -> date | None:
    """A day; nothing where the time is open that way."""
    try:
        return date.fromisoformat(words(cell))
    except ValueError:
        return None


def _chosen(lines: Sequence[Said]) -> list[Said]:
    """As many lines as fit a page: whole systems, the ones most spoken of first, in the table's order."""
    weight: dict[str, int] = defaultdict(int)
    for each in lines:
        weight[each.system] += each.claims
    order = sorted(range(len(lines)), key=lambda at: (-weight[lines[at].system], lines[at].system, at))
    return [lines[at] for at in sorted(order[:MOST])]


def _groups(lines: Sequence[Said]) -> list[tuple[str, list[Said]]]:
    """Lines by system, kinds behind their classes; what names no system comes last."""
    found: dict[str, list[Said]] = defaultdict(list)
    for each in lines:
        found[each.system].append(each)
    return sorted(found.items(), key=lambda item: (not item[0], item[1][0].path.split("/"), item[0]))


# -- where things stand ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a picture, from left to right."""

    label: float
    days: Calendar
    notes: float
    beside: bool


def _columns(sheet: Sheet, lines: Sequence[Said], days: Calendar) -> _Columns:
    beside = sheet.width >= _WIDE
    widest = max((room(line, SMALL) for each in lines for line in noted(each.notes, _NOTED)), default=0.0)
    label = sheet.left + ((sheet.right - sheet.left) * 0.36 if beside else 0)
    notes = sheet.right - widest
    moments = [moment for each in lines for moment in each.moments]
    left = label + 8 + 34 * any(each.earliest is None for each in moments)
    right = (notes if beside else sheet.right) - 12 - 34 * any(each.latest is None for each in moments)
    return _Columns(label, replace(days, left=left, right=right), notes, beside)


# -- drawing --------------------------------------------------------------------------------------------------------


def _axis(sheet: Sheet, columns: _Columns) -> None:
    sheet.y += 14
    for x, text in columns.days.marks():
        if x + room(text, SMALL) <= sheet.right:
            sheet.text(x, sheet.y, text, size=SMALL, colour="quiet", class_="tick")
    sheet.y += 6


def _group(sheet: Sheet, system: str, lines: Sequence[Said], columns: _Columns) -> None:
    sheet.box(sheet.left, sheet.y, sheet.right - sheet.left, 22, fill="band")
    mark = symbols.system(sheet, lines[0].path, sheet.left + 16, sheet.y + 11, 24)
    name = system or _RELATIONS
    start = sheet.left + (32 if mark else 4)
    sheet.text(start, sheet.y + 15, name, bold=True, fit=sheet.right - start, class_="system")
    sheet.y += 22
    for each in lines:
        height = (_LINE if columns.beside else _LINE * 2 - 4) + 12 * max(0, len(noted(each.notes, _NOTED)) - 1)
        top = sheet.y if columns.beside else sheet.y + _LINE - 4
        grid = "".join(f"M{x:.1f} {top:.1f}V{sheet.y + height:.1f}" for x, _ in columns.days.marks())
        sheet.path(grid, stroke="faint", stroke_width=0.8)
        _line(sheet, each, columns)
        sheet.y += height
    sheet.y += 4


def _line(sheet: Sheet, each: Said, columns: _Columns) -> None:
    sheet.add(f'<g class="row"><title>{said(each.sentence[:600])}</title>')
    end = columns.label if columns.beside else columns.notes - 6
    repeated = f" \u00d7{each.claims:,}" if each.claims > 1 else ""
    wide = end - sheet.left - 12
    label = fitted(each.label, wide - room(repeated, 11), 11) + repeated
    parts = [(label, each.colour if each.doubt else "ink"), (each.who, "quiet")]
    sheet.words(sheet.left + 8, sheet.y + 13, parts, fit=wide + 1, class_="label")
    for moment in each.moments[:_MOMENTS]:
        _moment(sheet, moment, each, columns.days, sheet.y + (9 if columns.beside else _LINE + 4))
    x, anchor = (columns.notes, None) if columns.beside else (sheet.right, "end")
    sheet.notes(x, sheet.y + 13, noted(each.notes, _NOTED), anchor=anchor)
    sheet.add("</g>")


def _moment(sheet: Sheet, moment: Moment, each: Said, days: Calendar, y: float) -> None:
    """A dot for a day, a bar over the days that it may have been; hollow where the text gives no time."""
    first = days.at(moment.earliest) if moment.earliest else days.left
    last = days.at(moment.latest) + days.day if moment.latest else days.right
    if moment.certain:
        _day_mark(sheet, (first + last) / 2, y, each.colour, moment.dated, cross=each.doubt == "denied")
    else:
        _bar(sheet, first, max(last, first + 5), y, each.colour, moment.dated)
    if moment.earliest is None:
        sheet.fading(first, y, 5, each.colour, back=True, reach=32)
    if moment.latest is None:
        sheet.fading(last, y, 5, each.colour, reach=32)
    if each.doubt == "denied":
        _denied(sheet, (first + last) / 2, y)


def _denied(sheet: Sheet, x: float, y: float) -> None:
    sheet.path(f"M{x - 5:.1f} {y - 5:.1f}l10 10m0 -10l-10 10", stroke="lost", stroke_width=2, class_="denied")


def _day_mark(sheet: Sheet, x: float, y: float, colour: str, dated: bool, *, cross: bool = False) -> None:
    if not dated:
        sheet.dot(x, y, 4, fill="paper", stroke=colour, stroke_width=1.6, class_="said")
    elif colour == "lost" and not cross:
        sheet.path(f"M{x - 5:.2f} {y - 4:.2f}h10L{x:.2f} {y + 5:.2f}Z", fill=colour, class_="day lost")
    else:
        sheet.dot(x, y, 4.2, fill=colour, class_="day")


def _bar(sheet: Sheet, x1: float, x2: float, y: float, colour: str, dated: bool) -> None:
    wide = x2 - x1
    if not dated:
        dash = "3 2" if wide > 14 else None
        sheet.box(x1, y - 3.5, wide, 7, fill="paper", stroke=colour, stroke_dasharray=dash, class_="said")
    elif colour == "lost":
        sheet.hatched(x1, y - 3.5, wide, 7)
    else:
        sheet.box(x1, y - 3.5, wide, 7, fill=colour, class_="between")


def _lost_then(sheet: Sheet, x: float, y: float) -> None:
    _day_mark(sheet, x - 14, y, "lost", True)
    sheet.hatched(x - 4, y - 3.5, 20, 7)


def _twice(sheet: Sheet, x: float, y: float) -> None:
    sheet.text(x - 6, y + 3.5, "\u00d72", size=SMALL, colour="quiet")


def _legend(lines: Sequence[Said]) -> Iterator[Entry]:
    """The marks that occur."""
    moments = [moment for each in lines for moment in each.moments]
    lost = [moment for each in lines if each.lost for moment in each.moments if moment.dated]
    held = [moment for each in lines if not each.lost for moment in each.moments if moment.dated]
    if any(each.certain for each in held):
        yield Entry(lambda sheet, x, y: _day_mark(sheet, x, y, "held", True), "on that day", 18)
    if not all(each.certain for each in held):
        yield Entry(lambda sheet, x, y: _bar(sheet, x - 13, x + 13, y, "held", True), "some time in those days", 36)
    if any(not each.dated for each in moments):
        hollow = "hollow: no time given, so when it was said"
        yield Entry(lambda sheet, x, y: _bar(sheet, x - 13, x + 13, y, "held", False), hollow, 36)
    if any(each.earliest is None or each.latest is None for each in moments):
        yield Entry(lambda sheet, x, y: sheet.fading(x - 16, y, 5, "held", reach=32), "no end known that way", 42)
    if lost:
        yield Entry(_lost_then, "lost or taken away: on that day, or some time in those days", 42)
    if any(each.doubt == "possible" for each in lines):
        yield Entry(lambda sheet, x, y: _day_mark(sheet, x, y, "doubt", True), "only possible", 18)
    if any(each.doubt == "denied" for each in lines):
        yield Entry(_denied, "denied", 18)
    if any(each.claims > 1 for each in lines):
        yield Entry(_twice, "two claims", 18)
