"""Where the cells of a workbook lead: numbers to their sources, claims to their rows, reports to the web."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from oob.formats.sheets import Sheet, is_sources
from oob.table import Cell

_URL: Final = re.compile(r"https?://[^\s<>\"'\\\\^`{}|]{1,2000}", re.IGNORECASE)


class Links:
    """The rows of some sheets that others lead to.

    Footnote numbers lead to the sheet of sources, ids of claims and reports to the row that bears them. The claims of
    an inventory's row lead to its run of rows in the evidence, and these back to it.
    """

    def __init__(self, sheets: Sequence[Sheet], others: Collection[str] = ()) -> None:
        self._others = others
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self._claims = _rows_by(sheets, "claims", "claim")
        self._reports = _rows_by(sheets, "reports", "id")
        self._numbers = {
            sheet.name: dict(zip(_values(sheet, "number"), range(len(sheet.table.rows)), strict=True))
            for sheet in sheets
            if is_sources(sheet.table)
        }
        self._held: dict[Cell, tuple[Sheet, int]] = {}
        self._evidence: dict[Cell, tuple[Sheet, int, int]] = {}
        for sheet in sheets:
            if sheet.table.name == "inventory":
                for at, row in enumerate(_values(sheet, "row")):
                    self._held.setdefault((_faction(sheet), str(row)), (sheet, at))
            if sheet.table.name == "evidence":
                pairs = zip(_values(sheet, "faction"), _values(sheet, "row"), strict=True)
                for at, (faction, row) in enumerate(pairs):
                    key = (str(faction), str(row))
                    first = self._evidence[key][1] if key in self._evidence else at
                    self._evidence[key] = (sheet, first, at)

    def sheet(self, name: str) -> str | None:
        """The start of a sheet; None where there is none of that name."""
        return _start(name) if name in self._sheets or name in self._others else None

    def of(self, sheet: Sheet, row: int, place: int) -> str | None:
        """Where a cell of a sheet leads; None for nowhere."""
        column, cell = sheet.table.columns[place], sheet.table.rows[row][place]
        first = cell[0] if isinstance(cell, tuple) and cell else cell
        if first is None or first == ():
            return None
        if column.kind == "notes":
            return self._sources(sheet.sources, cell) if isinstance(cell, tuple) else None
        match column.key:
            case "url":
                return web_address(str(first))
            case "report" | "reports" | "repeats" if sheet.table.name != "reports" or column.key == "repeats":
                return self._to(self._reports, first)
            case "claims" if (run := self._evidence.get(self._row_of(sheet, row))) is not None:
                return _place(run[0], run[1], run[2])
            case "claim" | "claims" if sheet.table.name != "claims":
                return self._to(self._claims, first)
            case "of" if (held := self._held.get(self._row_of(sheet, row))) is not None:
                return _place(*held)
        return None

    def _sources(self, name: str, cell: tuple[str, ...] | tuple[int, ...]) -> str | None:
        """The first run of rows that some footnote numbers stand for."""
        rows = [at for number in cell if (at := self._numbers.get(name, {}).get(number)) is not None]
        if not rows:
            return None
        run = 1
        while run < len(rows) and rows[run] == rows[run - 1] + 1:
            run += 1
        return _place(self._sheets[name], rows[0], rows[run - 1])

    def _row_of(self, sheet: Sheet, row: int) -> tuple[str, str]:
        """The inventory's row that a row is, or is evidence for: faction and id."""
        keys = [column.key for column in sheet.table.columns]
        if "row" not in keys:
            return "", ""
        cells = sheet.table.rows[row]
        faction = str(cells[keys.index("faction")]) if "faction" in keys else _faction(sheet)
        return faction, str(cells[keys.index("row")])

    def _to(self, rows: dict[Cell, tuple[Sheet, int]], id_: Cell) -> str | None:
        return _place(*rows[id_]) if id_ in rows else None


def _faction(sheet: Sheet) -> str:
    """The faction, or factions, that a sheet answers for."""
    asked = sheet.table.about.get("factions")
    return "; ".join(map(str, asked)) if isinstance(asked, tuple) else str(asked or "")


def _rows_by(sheets: Sequence[Sheet], name: str, key: str) -> dict[Cell, tuple[Sheet, int]]:
    found: dict[Cell, tuple[Sheet, int]] = {}
    for sheet in sheets:
        if sheet.table.name == name and any(column.key == key for column in sheet.table.columns):
            for at, value in enumerate(_values(sheet, key)):
                found.setdefault(value, (sheet, at))
    return found


def _values(sheet: Sheet, key: str) -> list[Cell]:
    at = [column.key for column in sheet.table.columns].index(key)
    return [row[at] for row in sheet.table.rows]


def _start(name: str) -> str:
    return f"internal:'{name}'!A1"


def _place(sheet: Sheet, first: int, last: int | None = None) -> str:
    """A row of a sheet, or a run of rows."""
    end = "" if last is None or last == first else f":A{sheet.row(last) + 1}"
    return f"internal:'{sheet.name}'!A{sheet.row(first) + 1}{end}"


def web_address(text: str) -> str | None:
    """A text that is a web address, as such; None for whatever else, file: and javascript: among it."""
    return text if _URL.fullmatch(text) and text.isprintable() else None
