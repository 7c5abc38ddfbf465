"""The formulas of a workbook: ours alone, each with what it comes to, for whoever only reads it.

Each row knows whether it is shown (SUBTOTAL sees what a filter hides) and whether a row that takes it in is. A sum
takes the rows that are shown and that no shown row takes in. References are to the same row or to a whole column, so
that a sheet may be sorted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oob.formats.sheets import Sheet, letters_of
from oob.formats.sums import OPEN, Pair

MOST: Final = 2_000
"""Rows of a sheet with formulas: each looks at all others. A larger one has numbers that do not follow a filter."""

Worked = tuple["str | None", "str | int"]
"""A formula, None for a plain value, and what it comes to while all rows are shown."""


def follows(sheet: Sheet) -> bool:
    """Whether the numbers of a sheet follow a filter."""
    return sheet.sums is not None and sheet.sums.told and len(sheet.table.rows) <= MOST


class Formulas:
    """The formulas of one sheet whose rows include each other."""

    def __init__(self, sheet: Sheet, totals: str) -> None:
        assert sheet.sums is not None
        self.sheet = sheet
        self.sums = sheet.sums
        self.live = follows(sheet)
        self.totals_sheet = totals
        start, depth = len(sheet.columns), self.sums.depth
        self.number, self.above = start, range(start + 1, start + 1 + depth)
        self.shown, self.added, self.kind = start + 1 + depth, start + 2 + depth, start + 3 + depth
        self.kinds = {pair: start + 4 + depth + at for at, pair in enumerate(self.sums.pairs)}
        self.ends = {at: pair for pair in self.sums.pairs for at in (pair.low, pair.high)}

    # cells

    def safe(self, place: int, row: int) -> Worked | None:
        """The cell of a column that can be added; None for any other column."""
        pair = self.ends.get(place)
        if pair is None:
            return None
        low, high = (self._cell(self.sheet.column(at, folded=True), row) for at in (pair.low, pair.high))
        if place == pair.low:
            value, told = self.sums.low(pair, row), low
        else:
            value, told = self.sums.high(pair, row), f'IF({high}="","{OPEN}",{high})'
        added = self._cell(self.added, row)
        return self._live(f'=IF({low}="","",IF({added}=1,{told},"incl. "&{told}))'), value

    def workings(self, row: int) -> Iterator[Worked]:
        """The cells that the sums are worked out in: as `workings` of sheets heads them."""
        above = self.sums.above[row]
        counts = int(self.sums.counts(row))
        yield None, row + 1
        yield from ((None, above[at] + 1 if at < len(above) else 0) for at in range(self.sums.depth))
        # More than SUBTOTAL alone, since a filter takes a last row of nothing else for a row of totals.
        yield self._live(f"=SUBTOTAL(103,{self._cell(self.number, row)})+0"), 1
        yield self._live(self._is_added(row)), counts
        yield None, self.sums.kinds[row] + 1
        for pair in self.sums.pairs:
            low = self._cell(self.sheet.column(pair.low, folded=True), row)
            formula = f'=IF(AND({self._cell(self.added, row)}=1,{low}<>""),{self._cell(self.kind, row)},"")'
            has = counts and self.sheet.table.rows[row][pair.low] is not None
            yield self._live(formula), self.sums.kinds[row] + 1 if has else ""

    def _is_added(self, row: int) -> str:
        shown = self._cell(self.shown, row)
        if not self.above:
            return f"={shown}"
        takers = f"{self._cell(self.above[0], row)}:{self._cell(self.above[-1], row)}"
        return f"=IF(SUMPRODUCT(SUMIF({self._all(self.number)},{takers},{self._all(self.shown)}))>0,0,{shown})"

    def _live(self, formula: str) -> str | None:
        return formula if self.live else None

    # what they come to

    def lines(self) -> Iterator[tuple[str, str]]:
        """Above the header, for each pair: what the rows shown come to, in words."""
        where = f", or see {self.totals_sheet}" if self.totals_sheet else ""
        for pair in self.sums.pairs if self.live else ():
            subject = f"{pair.what.capitalize()}, of the rows shown: "
            none = "no number"
            mixed = f"of several main classes, which are never added: filter Main class to one{where}"
            kinds, low, high = self._all(self.kinds[pair]), self._safe_all(pair.low), self._safe_all(pair.high)
            counted = {self.sums.kinds[at] for at in self.sums.counted(pair)}
            said = self._said(pair, counted.pop()) if len(counted) == 1 else mixed if counted else none
            ended = f'IF(SUM({high})=SUM({low}),""," to "&SUM({high}))'
            total = f'SUM({low})&IF({self._opens(pair)}>0," or more",{ended})&", each thing once"'
            formula = f'="{subject}"&IF(COUNT({kinds})=0,"{none}",IF(MAX({kinds})>MIN({kinds}),"{mixed}",{total}))'
            yield formula, subject + said

    def _said(self, pair: Pair, kind: int) -> str:
        low, high = self.sums.total(pair, kind)
        ended = " or more" if high == OPEN else "" if high == low else f" to {high}"
        return f"{low}{ended}, each thing once"

    def _opens(self, pair: Pair) -> str:
        return f'SUMPRODUCT(--({self._safe_all(pair.high)}="{OPEN}"))'

    def totals(self, kind: int) -> Iterator[Worked]:
        """The low and the high end of each pair that the rows shown of a main class come to."""
        for pair in self.sums.pairs:
            low, high = self.sums.total(pair, kind)
            kinds = self._all(self.kinds[pair], other=True)
            lows, highs = self._safe_all(pair.low, other=True), self._safe_all(pair.high, other=True)
            number = kind + 1
            none = f"COUNTIF({kinds},{number})=0"
            opens = f'SUMPRODUCT(({kinds}={number})*({highs}="{OPEN}"))>0'
            yield self._live(f'=IF({none},"",SUMIF({kinds},{number},{lows}))'), low
            yield self._live(f'=IF({none},"",IF({opens},"{OPEN}",SUMIF({kinds},{number},{highs})))'), high

    # references

    def _cell(self, column: int, row: int) -> str:
        return f"${letters_of(column)}{self.sheet.row(row) + 1}"

    def _safe_all(self, place: int, *, other: bool = False) -> str:
        return self._all(self.sheet.column(place, folded=False), other=other)

    def _all(self, column: int, *, other: bool = False) -> str:
        """All rows of a column; as seen from another sheet, with the name of this one."""
        sheet = f"'{self.sheet.name}'!" if other else ""
        return f"{sheet}{self.sheet.rows_of(column, '$')}"
