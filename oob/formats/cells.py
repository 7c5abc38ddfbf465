"""What a cell of a workbook takes: text that stays text, numbers and days as such, and how it looks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from oob.formats.people import marks
from oob.names import printable
from oob.table import Cell, Column

LONGEST: Final = 32_767
"""UTF-16 units that a cell holds."""
LARGEST_INT: Final = 2**53
"""Beyond it a spreadsheet rounds."""
FIRST_DAY: Final = "1900-03-01"
"""The first day that all spreadsheets count alike."""
FONT: Final = {"font_name": "Arial", "font_size": 10}
"""A font that every system has, or has one of the same measure for."""
INK: Final = "#1F3B57"
HEADER: Final[Mapping[str, Any]] = {
    "bold": True, "font_color": "#FFFFFF", "bg_color": INK, "text_wrap": True, "valign": "vcenter", "border": 1,
    "border_color": "#FFFFFF",
}  # fmt: skip
_CUT: Final = " … (cut: a cell holds no more)"
_LINE: Final = 12.75
"""The height of a line, in points."""
_HIGHEST: Final = 30
"""The lines that a row is made high for; the rest of a longer text is read in the cell."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks. `quoted` text stays text even when somebody edits it."""

    kind: str = "text"
    wraps: bool = False
    link: bool = False
    indent: int = 0
    quoted: bool = False

    def properties(self) -> dict[str, object]:
        """The same in XlsxWriter's words."""
        made: dict[str, object] = {"align": "left", "indent": self.indent} if self.indent else {}
        made |= {"text_wrap": True} if self.wraps else {}
        made |= {"font_color": "#0B57A4", "underline": 1} if self.link else {}
        made |= {"quote_prefix": True} if self.quoted else {}
        match self.kind:
            case "int":
                made |= {"num_format": "#,##0", "align": "right", "indent": 1}
            case "decimal":
                made |= {"align": "right", "indent": 1}
            case "date":
                made |= {"num_format": "yyyy-mm-dd", "align": "left"}
        return made


def told(cell: Cell, what: str = "") -> str:
    """A cell in words; of a list that is linked to, how many of `what` ("Claims") it has."""
    if not isinstance(cell, tuple):
        return str(cell)
    numbers = [item for item in cell if isinstance(item, int)]
    if numbers:
        return marks(numbers)
    if not what:
        return "; ".join(map(str, cell))
    return f"{len(cell)} {what.lower().removesuffix('s') if len(cell) == 1 else what.lower()}"


def fitting(text: str) -> str:
    """Text on one line that a cell takes, and shows."""
    shown = printable(text)
    if len(shown) * 2 <= LONGEST or len(shown.encode("utf-16-le")) // 2 <= LONGEST:
        return shown
    kept = shown.encode("utf-16-le")[: (LONGEST - len(_CUT)) * 2].decode("utf-16-le", "ignore")
    return kept + _CUT


def day(text: str) -> datetime.date | None:
    """The day that a text names whole; None for a month, a year, and what no spreadsheet counts."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) or text < FIRST_DAY:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def decimal(text: str) -> float | None:
    """A decimal's number; None for text that is none."""
    return float(text) if re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", text, re.ASCII) else None


def wrapping(
    cells: Sequence[Cell], columns: Sequence[tuple[int, Column, bool]], sizes: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """The cells of a row that may take several lines, each with the width it has."""
    for (place, column, _), size in zip(columns, sizes, strict=False):
        cell = cells[place]
        if isinstance(cell, str) and not column.whole:
            yield cell, size
        elif isinstance(cell, tuple):
            yield told(cell, column.heading if column.key in ("claims", "reports") else ""), size


def height(texts: Iterable[tuple[str, int]]) -> float:
    """How high a row is, in points, for each text to be seen in its width: not every program finds that out itself."""
    most = max((_lines(text, width - 1) for text, width in texts), default=1)
    return min(most, _HIGHEST) * _LINE + 2


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes."""
    if len(text) <= width:
        return 1
    lines, room = 1, width
    for word in text.split(" "):
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        lines += max(len(word) - 1, 0) // width
        room -= len(word) % width + 1
    return lines
