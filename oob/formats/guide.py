"""What the first sheet of a workbook tells of the others, in small tables of two columns: term and text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import oob
from oob.formats.formulas import follows
from oob.formats.sheets import Sheet
from oob.formats.sums import OPEN
from oob.table import Cell, Column, Table

CONTENTS: Final = "contents"
"""The table whose terms are names of sheets."""
_COLUMNS: Final = (Column("term", "Term"), Column("text", "Text", grows=True))

_READING: Final = (
    ("Numbers", "Are numbers, and days are days. A month or a year is text: no day is made up for it."),
    ("An empty cell", "Nothing is said, or the end is open: no Latest is a time without an end."),
    ("Links", "What is blue leads on: source numbers to the first run of those rows, claims to the rows that bear them."
     " They lead to rows by place: filter as you like, but sort a copy."),
    ("Folded columns", "The [+] above the last column opens them: all that CSV has, under the same names, for programs."
     " The numbers there are those of single rows or single claims, and include each other: never add those."),
)  # fmt: skip


def guide(sheets: Sequence[Sheet], summed: Sheet | None, totals: str) -> list[Table]:
    """What each sheet is, how to add up where there is something to add, how to read, and what the tables note.

    `totals` is the name of the sheet that adds up the one that is `summed`.
    """
    told = [Table(CONTENTS, "What each sheet is", _COLUMNS, tuple(_contents(sheets, summed, totals)))]
    if summed is not None:
        told.append(_table("How to add up", _adding(sheets, totals)))
    told.append(_table("How to read the sheets", _READING))
    notes = dict.fromkeys(note for sheet in sheets for note in sheet.table.notes)
    if notes:
        told.append(Table("notes", "Notes", _COLUMNS, (), notes=tuple(notes)))
    return told


def asked(about: Iterable[tuple[str, Cell]]) -> Table:
    """What a table answers, where nobody has put it in better words."""
    told = [
        (key.replace("_", " ").capitalize(), ", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
        for key, value in about
        if value is not None
    ]
    return _table("What was asked", [*told, ("Made by", f"oob {oob.__version__}")])


def _table(title: str, rows: Iterable[tuple[str, str]]) -> Table:
    return Table("guide", title, _COLUMNS, tuple(rows))


def _contents(sheets: Sequence[Sheet], summed: Sheet | None, totals: str) -> Iterable[tuple[str, str]]:
    for sheet in sheets:
        rows = len(sheet.table.rows)
        yield sheet.name, f"{sheet.table.title} ({rows:,} {'row' if rows == 1 else 'rows'})"
        if sheet is summed:
            yield totals, f"What the rows of {sheet.name} come to, by main class"


def _adding(sheets: Sequence[Sheet], totals: str) -> Iterable[tuple[str, str]]:
    every = [sheet for sheet in sheets if sheet.sums is not None]
    ends = dict.fromkeys(sheet.table.columns[sheet.shown[at]].heading for sheet in every for at in sheet.safe_columns)
    yield (
        "Which columns",
        f"{', '.join(ends)} (on {', '.join(sheet.name for sheet in every)}). Their sum counts each thing once, with"
        " whatever filter: a row holds a number only where no row that is shown includes it. Add down one such column"
        " of one sheet, never columns or sheets together: the same things may be in both.",
    )
    if still := [sheet.name for sheet in every if not follows(sheet)]:
        yield (
            "Large sheets",
            f"{', '.join(still)}: too many rows, or rows within rows, for numbers that follow a filter. Filtered, a sum"
            " there may leave things out, but counts none twice.",
        )
    yield (
        "incl. 12",
        "12 that are, or may be, among those of another row that is shown. Filter that row away, and it is 12.",
    )
    yield (
        OPEN,
        f"There is no upper end. A sum with such a part has none either: do not add a High where any row says {OPEN};"
        f" the line above the table, and {totals}, say so.",
    )
    yield "Not stated", "Somebody is said to have it, nobody says how many: 1 or more."
    yield (
        "Main classes",
        "Aircraft and combatants are never added to each other. The line above the table gives a total once a filter"
        f" leaves one main class; {totals} has them all. Blank there: no number, or all among rows of another class.",
    )
