"""What may be added up in a spreadsheet: the rows that no other row shown takes in, whatever is filtered away.

A class and its kinds, a force and its parts stand in one table, each with its number. The cells that a spreadsheet adds
hold a number only where no row is shown that includes theirs or may be of the same things, and text ("incl. 12") where
one is. So the sum of a column counts each thing once, whether all rows are shown or some.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from oob.table import Cell, Table

OPEN: Final = "open"
"""Stands where a number would be that has no upper end; a sum with such a part has none either."""
DEEPEST: Final = 150
"""Rows that take in one, as far as a sheet tells them, each in a column; with more of them no sum follows a filter."""
_KEYS: Final = ("row", "system")
"""The column whose values `included_in` speaks of: the first of these that a table has."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A low and a high end: where they stand among a table's columns, and what they count ("held", "lost")."""

    low: int
    high: int
    what: str


@dataclass(frozen=True, slots=True)
class Sums:
    """How the rows of a table include each other, and what they count.

    `above` are, for each row, all rows that take it in, at whatever remove, and those that may be of the same things;
    `kinds` its main class, as a place among `names`, since things of different main classes are never added.
    """

    pairs: tuple[Pair, ...]
    above: tuple[tuple[int, ...], ...]
    kinds: tuple[int, ...]
    names: tuple[str, ...]
    table: Table

    @property
    def depth(self) -> int:
        """The most rows that take in one, or may be of the same things, as far as a sheet tells them."""
        return min(max(map(len, self.above), default=0), DEEPEST)

    @property
    def told(self) -> bool:
        """Whether a sheet tells of each row all that take it in."""
        return all(len(rows) <= DEEPEST for rows in self.above)

    def counts(self, at: int) -> bool:
        """Whether a row adds to the sum while all rows are shown."""
        return not self.above[at]

    def low(self, pair: Pair, at: int) -> str | int:
        """The cell of a low end that is safe to add."""
        return self._safe(self.table.rows[at][pair.low], at)

    def high(self, pair: Pair, at: int) -> str | int:
        """The cell of a high end that is safe to add."""
        low, high = self.table.rows[at][pair.low], self.table.rows[at][pair.high]
        return self._safe(None if low is None else OPEN if high is None else high, at)

    def _safe(self, cell: Cell, at: int) -> str | int:
        if not isinstance(cell, int | str):
            return ""
        return cell if self.counts(at) else f"incl. {cell}"

    def counted(self, pair: Pair) -> list[int]:
        """The rows that add to a pair while all rows are shown."""
        return [at for at, row in enumerate(self.table.rows) if self.counts(at) and row[pair.low] is not None]

    def total(self, pair: Pair, kind: int) -> tuple[str | int, str | int]:
        """What the rows of one main class come to; blank where none has a number."""
        rows = [self.table.rows[at] for at in self.counted(pair) if self.kinds[at] == kind]
        lows, highs = ([row[at] for row in rows] for at in (pair.low, pair.high))
        if not rows:
            return "", ""
        return _sum(lows), OPEN if None in highs else _sum(highs)


def _sum(cells: Sequence[Cell]) -> int:
    return sum(cell for cell in cells if isinstance(cell, int))


def sums(table: Table) -> Sums | None:
    """How a table's rows add up; None where nothing says how they include each other."""
    places = {column.key: at for at, column in enumerate(table.columns) if column.key}
    key = next((places[name] for name in _KEYS if name in places), None)
    pairs = tuple(_pairs(table, places))
    if key is None or "included_in" not in places or "main_class" not in places or not pairs or not table.rows:
        return None
    over = {row[key]: row[places["included_in"]] for row in table.rows}
    rows = {row[key]: at for at, row in enumerate(table.rows)}
    classes = [str(row[places["main_class"]] or "") for row in table.rows]
    names = tuple(dict.fromkeys(classes))
    at = places.get("shared_with")
    shared = [row[at] if at is not None else () for row in table.rows]
    above = tuple(
        _above(row[key], over, rows) + tuple(rows[each] for each in others if each in rows)
        for row, others in zip(table.rows, map(_ids, shared), strict=True)
    )
    return Sums(pairs, above, tuple(map(names.index, classes)), names, table)


def _ids(cell: Cell) -> tuple[Cell, ...]:
    return cell if isinstance(cell, tuple) else ()


def _pairs(table: Table, places: Mapping[str, int]) -> Sequence[Pair]:
    """The ends that are shown: with a heading, and each with its other."""
    words = {"count": "held", "lost": "lost"}
    found = []
    for at, column in enumerate(table.columns):
        stem, _, end = column.key.rpartition("_")
        if end == "low" and column.heading and f"{stem}_high" in places:
            found.append(Pair(at, places[f"{stem}_high"], words.get(stem, stem)))
    return found


def _above(row: Cell, over: Mapping[Cell, Cell], rows: Mapping[Cell, int]) -> tuple[int, ...]:
    """The rows of the table that take in a row. A circle, which no catalogue has, ends where it closes."""
    found: list[int] = []
    seen = {row}
    while (row := over.get(row)) is not None and row not in seen:
        seen.add(row)
        if row in rows:
            found.append(rows[row])
    return tuple(found)
