"""What text, Markdown and workbooks share: a table as people read it. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from oob.table import Cell, Column, Table

NOTHING: Final = "Nothing found."


@dataclass(frozen=True, slots=True)
class Spoken:
    """A table's columns that say anything, its cells in words, and its rows in runs: (heading or "", rows).

    A table without rows is one run without rows.
    """

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    runs: tuple[tuple[str, list[list[str]]], ...]

    @property
    def rows(self) -> list[list[str]]:
        return [row for _, rows in self.runs for row in rows]


def spoken(table: Table, text: Callable[[str], str], marks: Callable[[Sequence[int]], str]) -> Spoken:
    """What people are shown of a table: texts passed through `text`, footnote numbers through `marks`."""
    places = [at for at, column in enumerate(table.columns) if column.audience != "data"]
    rows = [[_words(row[at], text, marks) for at in places] for row in table.rows]
    said = [i for i in range(len(places)) if any(row[i].strip() for row in rows)]
    rows = [[row[i] for i in said] for row in rows] if said else []
    columns = tuple(table.columns[places[i]] for i in said)
    return Spoken(
        columns,
        tuple(text(column.heading or column.key) for column in columns),
        tuple((text(heading), rows[first:end]) for heading, first, end in _runs(table.groups, len(rows))),
    )


def _runs(groups: Sequence[tuple[str, int]], end: int) -> Iterator[tuple[str, int, int]]:
    """(heading, first row, row after the last); rows before the first group have no heading."""
    if not end:
        return iter([("", 0, 0)])
    starts = list(groups)
    if not starts or starts[0][1] > 0:
        starts.insert(0, ("", 0))
    ends = [first for _, first in starts[1:]] + [end]
    return ((heading, first, last) for (heading, first), last in zip(starts, ends, strict=True))


def _words(cell: Cell, text: Callable[[str], str], marks: Callable[[Sequence[int]], str]) -> str:
    """A number with its thousands apart, a flag as yes or nothing, ids one after the other."""
    match cell:
        case None | False:
            return ""
        case True:
            return "yes"
        case int():
            return f"{cell:,}"
        case str():
            return text(cell)
    numbers = [item for item in cell if isinstance(item, int)]
    return marks(numbers) if numbers else text(", ".join(map(str, cell)))


def marks(numbers: Sequence[int]) -> str:
    """Footnote numbers, three or more in a row as a range: [1][7-13]."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "".join(
        f"[{run[0]}-{run[-1]}]" if len(run) > 2 else "".join(f"[{number}]" for number in run) for run in runs
    )
