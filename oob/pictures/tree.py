"""A picture of forces: their tree, with APP-6 symbols, and what each is alleged to hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from oob.pictures import symbols
from oob.pictures.letters import room, wrapped
from oob.pictures.look import PAPER, Look
from oob.pictures.sheet import PLAIN, SMALL, Sheet, cited, ids, noted, numbers, records, whole, words
from oob.pictures.subtitle import subtitle
from oob.pictures.svg import said
from oob.table import Cell, Table

MOST: Final = 80
"""Forces in one picture; a line tells how many the table has besides."""
_HOLDINGS: Final = 14
_STEP: Final = 30.0
_DEEPEST: Final = 6
_SYMBOL: Final = 36.0
_WIDE: Final = 560
_LINE: Final = 22.0
_NOTED: Final = 100.0
_FRAMES: Final = "Symbols: APP-6, in the frame of identity unknown, which takes no side."


@dataclass(frozen=True, slots=True)
class Force:
    """A row of the table, as it is drawn."""

    id: str
    name: str
    kind: str
    part_of: str
    depth: int
    holdings: tuple[str, ...]
    paths: tuple[str, ...]
    notes: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """All of it in words."""
        held = "; ".join(self.holdings) or "nothing of its own told"
        return f"{self.name} ({self.kind}): {held} {cited(self.notes)}"


def draw(table: Table, look: Look = PAPER) -> str:
    """SVG text of `report.orders`'s table of forces. A table without rows says so in words."""
    every = list(records(table))
    forces = list(map(_read, _chosen(every)))
    sheet = Sheet(look, words(table.title), "; ".join(each.sentence for each in forces[:60]) or "Nothing found.")
    sheet.heading(look.asked or subtitle(table))
    if not forces:
        sheet.lines("Nothing found.", size=PLAIN)
    sheet.y += 6
    trunks: dict[str, tuple[float, float]] = {}
    for each in forces:
        _force(sheet, each, trunks)
    if more := len(every) - len(forces):
        sheet.lines(f"And {more:,} more forces of the table, not drawn: the deepest in the tree first, then the last.")
    remarks = [*map(words, table.notes), *([_FRAMES] if forces else [])]
    sheet.sourcing(table, {note for each in forces for note in each.notes}, *remarks)
    return sheet.finished()


def _read(row: dict[str, Cell]) -> Force:
    return Force(
        id=words(row.get("force")),
        name=words(row.get("name")) or "unnamed force",
        kind=words(row.get("kind")),
        part_of=words(row.get("part_of")),
        depth=_depth(row),
        holdings=tuple(map(words, ids(row.get("holdings")))),
        paths=ids(row.get("system_paths")),
        notes=numbers(row.get("notes")),
    )


def _depth(row: dict[str, Cell]) -> int:
    return max(0, whole(row.get("depth")) or 0)


def _chosen(rows: Sequence[dict[str, Cell]]) -> list[dict[str, Cell]]:
    """As many forces as fit a page, the uppermost first, in the table's order."""
    kept = sorted(range(len(rows)), key=lambda at: (_depth(rows[at]), at))[:MOST]
    return [rows[at] for at in sorted(kept)]


# -- drawing --------------------------------------------------------------------------------------------------------


def _force(sheet: Sheet, force: Force, trunks: dict[str, tuple[float, float]]) -> None:
    """A force with its symbol, on a branch of the force above it; what it holds beside it, or below."""
    beside = sheet.width >= _WIDE
    left = sheet.left + min(force.depth, _DEEPEST) * _STEP
    start = left + _SYMBOL + 10
    edge = sheet.left + (sheet.right - sheet.left) * 0.46 if beside else sheet.right
    sources = noted(force.notes, _NOTED)
    widest = max((room(line, SMALL) for line in sources), default=0.0)
    name_end = edge - 8 if beside else sheet.right - widest - 8
    lines = wrapped(force.name, name_end - start, PLAIN, bold=True, most=3)
    named = 14 * len(lines) + 14
    held = edge if beside else start
    told = _told(force, sheet.right - widest - 8 - held if beside else sheet.right - held)
    more = 18 if len(force.holdings) > _HOLDINGS or not told else 0
    below = sum(_LINE + 13 * (len(each) - 1) for each in told) + more
    head = max(50.0, named + 14, 16.0 + 12 * len(sources))
    height = max(head, below + 12) if beside else head + below
    top = sheet.y
    middle = (left + _SYMBOL / 2, top + 24)
    if trunk := trunks.get(force.part_of):
        sheet.path(f"M{trunk[0]:.1f} {trunk[1]:.1f}V{middle[1]:.1f}H{left:.1f}", stroke="quiet", stroke_width=1)
    trunks[force.id] = (middle[0], middle[1] + _SYMBOL / 2 - 1)
    sheet.add(f'<g class="row"><title>{said(force.sentence[:600])}</title>')
    if not symbols.force(sheet, force.kind, *middle, _SYMBOL):
        sheet.dot(*middle, 6, stroke="ink", stroke_width=1.4)
    for at, line in enumerate(lines, 1):
        sheet.text(start, top + 6 + 14 * at, line, bold=True, class_="force")
    sheet.text(start, top + 6 + named, force.kind, size=SMALL, colour="quiet", fit=name_end - start)
    sheet.notes(sheet.right, top + 20, sources, anchor="end")
    _held(sheet, force, told, held, top + 6 if beside else top + head - 4)
    sheet.add("</g>")
    sheet.y = top + height
    sheet.line(start, sheet.y - 1, sheet.right, sheet.y - 1, "faint", 0.6)


def _told(force: Force, wide: float) -> list[list[str]]:
    return [wrapped(each, wide - 26, 11, most=2) for each in force.holdings[:_HOLDINGS]]


def _held(sheet: Sheet, force: Force, told: Sequence[Sequence[str]], x: float, y: float) -> None:
    """What a force is alleged to hold, each with its symbol."""
    for at, lines in enumerate(told):
        symbols.system(sheet, force.paths[at] if at < len(force.paths) else "", x + 10, y + _LINE / 2, 21)
        for down, line in enumerate(lines):
            sheet.text(x + 26, y + 15 + 13 * down, line, size=11, class_="holding")
        y += _LINE + 13 * (len(lines) - 1)
    if (more := len(force.holdings) - _HOLDINGS) > 0:
        sheet.text(x + 26, y + 11, f"and {more:,} more", size=SMALL, colour="quiet")
    if not told:
        sheet.text(x, y + 15, "nothing of its own told", size=SMALL, colour="quiet")
