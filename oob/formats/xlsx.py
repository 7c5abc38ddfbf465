"""Tables as a workbook: real numbers and dates, links from rows to what they rest on, sums that count nothing twice.

A sheet a table, before them one that tells how to read the others. Whatever a text says, it is shown and does nothing:
the only formulas are those of `formulas`, the only links those of `links`.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from oob.errors import Refusal
from oob.extras import need
from oob.formats import cells
from oob.formats.cells import FONT, HEADER, INK, Style, fitting
from oob.formats.csv_ import FORMULA
from oob.formats.guide import CONTENTS, asked, guide
from oob.formats.links import Links
from oob.formats.people import NOTHING
from oob.formats.sheets import LARGEST, Sheet, called, planned
from oob.names import printable
from oob.table import Cell, Column, Table

if TYPE_CHECKING:
    from oob.formats.formulas import Formulas

MOST_LINKS: Final = 65_530
"""Links that a sheet holds; what comes after is written and not linked."""
_MADE: Final = datetime.datetime(2000, 1, 1)
"""The same tables make the same file on every day."""
_WIDE: Final = 52
_NARROW: Final = 26
_FOLDED: Final = 14
_TEXT: Final = 100
_PAGE: Final = 300
"""Widths of columns and of a printed page, in characters."""

PROMISE: Final = (
    "Every figure here is alleged by somebody; oob establishes none. No number stands without its sources, and the"
    " columns that can be added count nothing twice."
)
README: Final = "Read me"


def write(tables: Sequence[Table]) -> bytes:
    """Some tables as a workbook that opens on the first of them.

    Raises Refusal where one is larger than a sheet, or the package that writes workbooks is missing.
    """
    return book([(table.name.replace("_", " ").capitalize(), table) for table in tables])


def book(named: Sequence[tuple[str, Table]], preface: Sequence[Table] = (), title: str = "") -> bytes:
    """Tables as a workbook, each on a sheet of the name given.

    `preface` are small tables of two columns for the first sheet, what was asked before others; with it the workbook
    opens there.

    Raises Refusal as `write` does.
    """
    sheets = planned(named, README)
    for sheet in sheets:
        _refuse_large(sheet)
    xlsxwriter = need("xlsxwriter", extra="xlsx", what="XLSX files")
    content = io.BytesIO()
    options: dict[str, object] = {"strings_to_formulas": False, "strings_to_urls": False}
    options |= {"constant_memory": True, "default_format_properties": FONT}
    workbook = xlsxwriter.Workbook(content, options)
    title = title or (named[0][1].title if named else "oob")
    workbook.set_properties({"title": fitting(title)[:255], "comments": PROMISE, "created": _MADE})
    _Writer(workbook, sheets).all(preface, title)
    workbook.close()
    return content.getvalue()


def _refuse_large(sheet: Sheet) -> None:
    rows, columns = sheet.first + len(sheet.table.rows), sheet.width
    if rows > LARGEST[0] or columns > LARGEST[1]:
        much = f"{len(sheet.table.rows):,} rows" if rows > LARGEST[0] else f"{columns:,} columns"
        raise Refusal(
            f"the table '{printable(sheet.table.name)}' has {much}, more than a sheet of a spreadsheet holds;"
            " ask for less of it, or for CSV or JSON"
        )


class _Writer:
    """Writes sheets row by row, and forgets what is written."""

    def __init__(self, workbook: Any, sheets: Sequence[Sheet]) -> None:
        self.workbook = workbook
        self.sheets = sheets
        self.totals = called("Totals", [README, *(sheet.name for sheet in sheets)])
        self.links = Links(sheets, (README, self.totals))
        self.formats: dict[object, Any] = {}
        self.linked = 0

    def all(self, preface: Sequence[Table], title: str) -> None:
        """The sheet that tells how to read the others, and the others."""
        from oob.formats.formulas import Formulas

        summed = next((each for each in reversed(self.sheets) if each.sums is not None), None)
        readme = self.workbook.add_worksheet(README)
        first = preface[:1] or [asked(next((each.table.about for each in self.sheets if each.table.about), {}).items())]
        self._readme(readme, title, [*first, *guide(self.sheets, summed, self.totals), *preface[1:]])
        for sheet in self.sheets:
            page = self.workbook.add_worksheet(sheet.name)
            if not preface and sheet is self.sheets[0]:
                page.activate()
            formulas = Formulas(sheet, self.totals if sheet is summed else "") if sheet.sums is not None else None
            self._sheet(page, sheet, formulas)
            if formulas is not None and sheet is summed:
                self._totals(self.workbook.add_worksheet(self.totals), formulas, sheet)

    # the sheets

    def _readme(self, page: Any, title: str, told: Iterable[Table]) -> None:
        self.linked = 0
        self._set_up(page, landscape=False)
        page.set_column(0, 0, _NARROW)
        page.set_column(1, 1, _TEXT)
        self._title(page, title)
        page.write_string(1, 0, PROMISE, self._format(italic=True))
        at = 3
        for table in told:
            page.write_string(at, 0, fitting(table.title), self._format(bold=True, bottom=1, font_color=INK))
            page.write_blank(at, 1, None, self._format(bottom=1))
            lines = [*((str(row[0] or ""), str(row[1] or "")) for row in table.rows), *(("", n) for n in table.notes)]
            for term, text in lines:
                at += 1
                page.set_row(at, cells.height([(term, _NARROW), (text, _TEXT)]))
                link = self.links.sheet(term) if table.name == CONTENTS else None
                self._text(page, at, 0, term, Style(wraps=True), link)
                self._text(page, at, 1, text, Style(wraps=True))
            at += 2

    def _sheet(self, page: Any, sheet: Sheet, formulas: Formulas | None) -> None:
        """Title, way back, what the rows shown come to, header, rows; on the right, folded, the rest."""
        self.linked = 0
        sizes = self._widths(page, sheet)
        self._set_up(page, sheet.head, pages=min(2, 1 + sum(sizes) // _PAGE))
        page.freeze_panes(sheet.first, 1)
        self._title(page, sheet.table.title)
        self._text(page, 1, 0, f"How to read this: {README}", Style(), self.links.sheet(README))
        for at, (formula, value) in enumerate(formulas.lines() if formulas else (), 2):
            page.write_formula(at, 0, formula, self._format(bold=True, font_color=INK), value)
        self._header(page, sheet.head, sheet.headings, sheet.numeric, sizes)
        for at in range(len(sheet.table.rows)):
            self._row(page, sheet, at, sizes, formulas)
        if not sheet.table.rows:
            page.write_string(sheet.first, 0, NOTHING, self._format())
        elif sheet.width:
            page.autofilter(sheet.head, 0, sheet.row(len(sheet.table.rows) - 1), sheet.width - 1)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # what is text here is meant to be
        if formulas:
            self._fade(page, sheet)

    def _row(self, page: Any, sheet: Sheet, at: int, sizes: Sequence[int], formulas: Formulas | None) -> None:
        row, values = sheet.row(at), sheet.table.rows[at]
        page.set_row(row, cells.height(cells.wrapping(values, sheet.columns, sizes)))
        for x, (place, column, folded) in enumerate(sheet.columns):
            safe = formulas.safe(place, at) if formulas and not folded else None
            if safe is not None:
                self._formula(page, row, x, *safe)
            else:
                link = None if folded else self.links.of(sheet, at, place)
                self._cell(page, row, x, values[place], column, folded, link)
        for x, (formula, value) in enumerate(formulas.workings(at) if formulas else (), len(sheet.columns)):
            self._formula(page, row, x, formula, value)

    def _totals(self, page: Any, formulas: Formulas, sheet: Sheet) -> None:
        """What the rows shown on a sheet come to, by main class."""
        assert sheet.sums is not None
        headings = ["Main class"]
        for pair in sheet.sums.pairs:
            headings += [sheet.table.columns[pair.low].heading, sheet.table.columns[pair.high].heading]
        self._set_up(page, 3)
        page.set_column(0, 0, 34)
        page.set_column(1, len(headings) - 1, 16)
        page.freeze_panes(4, 1)
        self._title(page, f"Totals by main class: {sheet.table.title}")
        self._text(page, 1, 0, f"Added up from: {sheet.name}", Style(), self.links.sheet(sheet.name))
        told = "Each thing once, of the rows that are shown there: filter that sheet, and these follow."
        page.write_string(2, 0, f"{told} Never add these: they are of different kinds.", self._format(italic=True))
        self._header(page, 3, headings, range(1, len(headings)), [34, *[16] * (len(headings) - 1)])
        for kind, name in enumerate(sheet.sums.names):
            self._text(page, kind + 4, 0, name, Style())
            for x, (formula, value) in enumerate(formulas.totals(kind), 1):
                self._formula(page, kind + 4, x, formula, value)

    def _set_up(self, page: Any, head: int | None = None, *, landscape: bool = True, pages: int = 1) -> None:
        """Paper: A4, fitted to the width of so many pages, the header and the first column on every one."""
        page.set_paper(9)
        if landscape:
            page.set_landscape()
        page.fit_to_pages(pages, 0)
        page.set_margins(0.4, 0.4, 0.5, 0.6)
        page.set_footer("&L&8&A&C&8Alleged, not established&R&8&P / &N")
        page.hide_gridlines(1)
        if head is not None:
            page.repeat_rows(head)
            page.repeat_columns(0)

    def _title(self, page: Any, title: str) -> None:
        page.set_row(0, 20)
        quoted = {"quote_prefix": True} if FORMULA.match(title) else {}
        page.write_string(0, 0, fitting(title), self._format(bold=True, font_size=14, **quoted))

    def _header(
        self, page: Any, row: int, headings: Sequence[str], numeric: Iterable[int], sizes: Sequence[int]
    ) -> None:
        page.set_row(row, cells.height(zip(headings, sizes, strict=False)) + 4)
        right = set(numeric)
        for at, heading in enumerate(headings):
            placed: dict[str, object] = {"align": "right", "indent": 1} if at in right else {"align": "left"}
            page.write_string(row, at, fitting(heading), self._format(**HEADER, **placed))

    def _widths(self, page: Any, sheet: Sheet) -> list[int]:
        """Sets the widths of the columns; gives those of the shown ones."""
        sizes = sheet.sizes(_WIDE, _NARROW)
        for at, size in enumerate(sizes):
            page.set_column(at, at, size)
        if sheet.width > len(sheet.shown):
            folded = {"level": 1, "hidden": True}
            page.set_column(len(sheet.shown), sheet.width - 1, _FOLDED, None, folded)
            page.set_column(sheet.width, sheet.width, None, None, {"collapsed": True})
        return sizes

    def _fade(self, page: Any, sheet: Sheet) -> None:
        """Greys what is not added because a row that is shown has it."""
        grey = self.workbook.add_format({"font_color": "#8A8A8A", "italic": True})
        ranges = " ".join(sheet.rows_of(at) for at in sheet.safe_columns)
        rule = {"type": "text", "criteria": "begins with", "value": "incl.", "format": grey, "multi_range": ranges}
        page.conditional_format(ranges.partition(" ")[0], rule)

    # cells

    def _cell(self, page: Any, row: int, at: int, cell: Cell, column: Column, folded: bool, link: str | None) -> None:
        match cell, column.kind:
            case (None, _) | ((), _):
                return
            case bool(), _:
                page.write_string(row, at, "yes" if cell else "no", self._styled(Style()))
            case int(), _ if abs(cell) <= cells.LARGEST_INT:
                page.write_number(row, at, cell, self._styled(Style("int")))
            case str(), "date" if (day := cells.day(cell)) is not None:
                page.write_datetime(row, at, day, self._styled(Style("date")))
            case str(), "decimal" if (number := cells.decimal(cell)) is not None:
                page.write_number(row, at, number, self._styled(Style("decimal")))
            case _:
                text = cells.told(cell, "" if folded or link is None else column.heading)
                spaces = len(text) - len(text.lstrip(" ")) if column.audience == "people" else 0
                style = Style(wraps=not folded and not column.whole, indent=min(spaces // 2, 15))
                self._text(page, row, at, text[spaces:], style, link)

    def _text(self, page: Any, row: int, at: int, text: str, style: Style, link: str | None = None) -> None:
        """Writes a text, with a link where there is one, as long as the sheet holds more links."""
        shown = fitting(text)
        linked = link is not None and self.linked < MOST_LINKS
        styled = self._styled(replace(style, link=linked, quoted=bool(FORMULA.match(text) or FORMULA.match(shown))))
        if shown and linked:
            self.linked += 1
            page.write_url(row, at, link, styled, shown)
        elif shown:
            page.write_string(row, at, shown, styled)

    def _formula(self, page: Any, row: int, at: int, formula: str | None, value: str | int) -> None:
        """Writes one of our formulas with what it comes to; without one, that alone."""
        styled = self._styled(Style("int"))
        if formula is not None:
            page.write_formula(row, at, formula, styled, value)
        elif isinstance(value, int):
            page.write_number(row, at, value, styled)
        elif value:
            page.write_string(row, at, value, styled)

    def _styled(self, style: Style) -> Any:
        return self.formats.get(style) or self.formats.setdefault(style, self._format(**style.properties()))

    def _format(self, **made: object) -> Any:
        key = tuple(sorted(made.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({**FONT, "valign": "top", **made})
        return self.formats[key]
