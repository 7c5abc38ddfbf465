"""A table for spreadsheets: RFC 4180, numbers as numbers, and no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from oob.errors import Refusal
from oob.names import printable
from oob.table import Cell, Table

FORMULA: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@\t\r\n＝＋－＠]"
)
"""What a spreadsheet may take for the start of a formula, whatever invisible characters it skips before."""


def write(tables: Sequence[Table]) -> str:
    """One table as CSV, its lines ending in CR LF. Notes have no column; others carry the sources' ids."""
    if len(tables) != 1:
        names = ", ".join(table.name for table in tables) or "none"
        raise Refusal(f"CSV holds one table, and here are {len(tables)}: {names}; ask for one of them, or for JSON")
    [table] = tables
    shown = [
        (at, column)
        for at, column in enumerate(table.columns)
        if column.audience != "people" and column.kind != "notes"
    ]
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.key for _, column in shown])
    places = [at for at, _ in shown]
    writer.writerows([_cell(row[at]) for at in places] for row in table.rows)
    return file.getvalue()


def _cell(cell: Cell) -> str | int | None:
    match cell:
        case bool():
            return "yes" if cell else "no"
        case tuple():
            return "; ".join(harmless(str(item)) for item in cell)
        case str():
            return harmless(cell)
        case _:
            return cell


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not run: a leading apostrophe says so to it."""
    shown = printable(text)
    return f"'{shown}" if FORMULA.match(text) or FORMULA.match(shown) else shown
