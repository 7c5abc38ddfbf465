"""Which table stands on which sheet of a workbook, and which of its columns where."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from oob.formats.people import marks
from oob.formats.sums import Sums, sums
from oob.names import printable
from oob.table import Cell, Column, Table

LARGEST: Final = (1_048_576, 16_384)
"""Rows and columns of a sheet."""
LONGEST_NAME: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
"""What a sheet's name may not hold; an apostrophe it may, but not everywhere."""


@dataclass(frozen=True)
class Sheet:
    """A table on a sheet: its name there, and the places of its columns that are shown and that are folded away.

    Rows and columns of the sheet count from 0. Above the header stand the title, the way back, and a line for each
    pair of columns that can be added.
    """

    name: str
    table: Table
    sums: Sums | None
    sources: str
    """The sheet that the table's footnote numbers lead to; blank for none."""
    shown: tuple[int, ...]
    folded: tuple[int, ...]

    @property
    def head(self) -> int:
        """The row of the header."""
        return 2 + (len(self.sums.pairs) if self.sums else 0)

    @property
    def first(self) -> int:
        """The row of the table's first row."""
        return self.head + 1

    def row(self, at: int) -> int:
        """The row of one of the table's rows."""
        return self.first + at

    @cached_property
    def columns(self) -> tuple[tuple[int, Column, bool], ...]:
        """The sheet's columns that are the table's: place there, the column, whether it is folded away."""
        every = self.table.columns
        return tuple(
            (at, every[at], at_shown >= len(self.shown)) for at_shown, at in enumerate(self.shown + self.folded)
        )

    @property
    def headings(self) -> list[str]:
        """The header: for people what they read, folded away the keys that CSV and JSON have."""
        told = [column.key if folded else column.heading or column.key for _, column, folded in self.columns]
        return told + workings(self.sums)

    def rows_of(self, column: int, dollar: str = "") -> str:
        """All of the table's rows in a column of the sheet, as formulas name them."""
        letters, last = f"{dollar}{letters_of(column)}{dollar}", self.row(len(self.table.rows) - 1) + 1
        return f"{letters}{self.first + 1}:{letters}{last}"

    @property
    def numeric(self) -> list[int]:
        """The columns of numbers."""
        return [at for at, (_, column, _) in enumerate(self.columns) if column.kind in ("int", "decimal")]

    @property
    def width(self) -> int:
        """How many columns the sheet has."""
        return len(self.columns) + len(workings(self.sums))

    def column(self, place: int, *, folded: bool) -> int:
        """Where one of the table's columns stands on the sheet."""
        return len(self.shown) + self.folded.index(place) if folded else self.shown.index(place)

    @cached_property
    def _ends(self) -> set[int]:
        """The places of the columns that can be added."""
        return {at for pair in (self.sums.pairs if self.sums else ()) for at in (pair.low, pair.high)}

    @property
    def safe_columns(self) -> list[int]:
        """The columns that can be added."""
        return [at for at, place in enumerate(self.shown) if place in self._ends]

    def sizes(self, wide: int, narrow: int) -> list[int]:
        """How wide the shown columns are, in characters."""
        found = []
        for at in self.shown:
            column = self.table.columns[at]
            longest = max((_length(row[at]) for row in self.table.rows), default=0)
            longest += 8 if at in self._ends else 0  # incl.
            heading = max(map(len, (column.heading or column.key).split()), default=0) + 3
            most = wide if column.grows else narrow
            found.append(max(8, min(max(longest + 2, heading), max(most, heading))))
        return found


def workings(found: Sums | None) -> list[str]:
    """The headings of the columns that the sums are worked out in."""
    if found is None:
        return []
    above = [f"included in {at}" for at in range(1, found.depth + 1)]
    return [
        "number of row",
        *above,
        "is shown",
        "is added",
        "number of class",
        *(f"class, {p.what}" for p in found.pairs),
    ]


def planned(named: Sequence[tuple[str, Table]], *taken: str) -> list[Sheet]:
    """The sheets for some tables, and for their footnotes where no table lists the sources."""
    names = list(taken)
    sheets: list[Sheet] = []
    listed = next((table for _, table in named if is_sources(table)), None)
    notes: dict[tuple[str, ...], str] = {}
    for name, table in named:
        names.append(called(name, names))
        sheets.append(_sheet(names[-1], table))
    if listed is not None:
        at = next(sheet.name for sheet in sheets if sheet.table is listed)
        return [replace(sheet, sources=at) if sheet.table is not listed else sheet for sheet in sheets]
    for sheet in sheets:
        if sheet.table.footnotes and sheet.table.footnotes not in notes:
            names.append(called("Sources", names))
            notes[sheet.table.footnotes] = names[-1]
    found, at = [], ""
    for sheet in reversed(sheets):  # a table without footnotes shares those of the one that follows
        at = notes.get(sheet.table.footnotes, at)
        found.append(replace(sheet, sources=at))
    return [*reversed(found), *(_sheet(name, _footnotes(texts)) for texts, name in notes.items())]


def is_sources(table: Table) -> bool:
    """Whether a table lists the sources that footnote numbers stand for."""
    return table.name == "sources" and any(column.key == "number" for column in table.columns)


def _footnotes(texts: Sequence[str]) -> Table:
    columns = (Column("number", "No.", kind="int"), Column("source", "Who says so, and where", grows=True))
    return Table("sources", "Sources", columns, tuple(enumerate(texts, 1)))


def _sheet(name: str, table: Table) -> Sheet:
    """Shown are what people read and the data with a heading, where any row says something; folded away is all that
    CSV has."""
    found = sums(table)
    ends = {at for pair in found.pairs for at in (pair.low, pair.high)} if found else set()
    shown = tuple(
        at
        for at, column in enumerate(table.columns)
        if (column.audience != "data" or column.heading)
        and (at in ends or not table.rows or any(row[at] not in (None, (), "") for row in table.rows))
    )
    folded = tuple(
        at for at, column in enumerate(table.columns) if column.audience != "people" and column.kind != "notes"
    )
    return Sheet(name, table, found, "", shown, folded)


def called(wanted: str, taken: Collection[str]) -> str:
    """A name for a sheet: as wanted, without what such a name may not hold, and not the same as another."""
    used = {name.casefold() for name in taken}
    name = _FORBIDDEN.sub(" ", printable(wanted)).strip() or "Sheet"
    name = _cut(name, LONGEST_NAME)
    if name.casefold() == "history":  # a spreadsheet keeps that name for itself
        name = "History of"
    number, found = 2, name
    while found.casefold() in used:
        found = f"{_cut(name, LONGEST_NAME - len(str(number)) - 1)} {number}"
        number += 1
    return found


def _cut(name: str, most: int) -> str:
    """The start of a name that has at most so many UTF-16 units."""
    return name.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore").rstrip()


def letters_of(column: int) -> str:
    """A column's name: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _length(cell: Cell) -> int:
    match cell:
        case None:
            return 0
        case bool():
            return 3
        case int():
            return len(f"{cell:,}")
        case str():
            return len(cell)
    if all(isinstance(item, int) for item in cell):
        return len(marks([item for item in cell if isinstance(item, int)]))
    return 10 if cell else 0
