"""Text as it stands in a page: nothing in it is markup, and no link leads anywhere but to the web or into the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from oob.names import printable
from oob.table import Cell, Table

_WORD: Final = 28
"""Characters from which on a word is no word that people write."""
_LONG: Final = re.compile(rf"(\S{{{_WORD},}})")
_PIECE: Final = 14
"""Such words may be broken after so many characters each."""
_SENTENCE: Final = 1500
_WEB: Final = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)


def said(text: object) -> str:
    """Text as HTML, blank for None. What is longer than any word may be broken anywhere, and what is longer than any
    sentence scrolls in a frame of its own."""
    if text is None:
        return ""
    shown = printable(str(text))
    if len(shown) < _WORD:
        return escape(shown, quote=False)
    told = "".join(
        _breakable(part) if len(part) >= _WORD and " " not in part else escape(part, quote=False)
        for part in _LONG.split(shown)
    )
    return told if len(shown) < _SENTENCE else f"<span class=long tabindex=0>{told}</span>"


def titled(text: str) -> str:
    """Text for the title of a page, which takes no markup and needs no more than a line."""
    shown = printable(text)
    return escape(shown if len(shown) < _SENTENCE else f"{shown[:200]}\u2026", quote=False)


def _breakable(word: str) -> str:
    pieces = (word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
    return "<wbr>".join(escape(piece, quote=False) for piece in pieces)


def quoted(text: str) -> str:
    """Text as the value of an attribute, its quotation marks around it."""
    return f'"{escape(printable(text))}"'


def web(url: object, label: str) -> str:
    """A link to a page on the web, which is not told where the reader came from; the label alone for other schemes."""
    if not isinstance(url, str) or not _WEB.fullmatch(url):
        return label
    return f'<a class=web href={quoted(url)} rel="noopener noreferrer">{label}</a>'


def is_web(url: object) -> bool:
    """Whether `web` makes a link of it."""
    return isinstance(url, str) and _WEB.fullmatch(url) is not None


LINKED: Final = 12
"""Numbers in a row that are links; whoever follows more of them goes by the list that they are numbers of."""
FEW: Final = 4
"""The same in a page of very many claims."""


def marks(numbers: Sequence[object], target: str = "s", *, linked: int = LINKED) -> str:
    """Footnote numbers, neighbours as a range: [1][6-12]. The first of them are links to the sources."""
    found = enumerate(_runs(_whole(numbers)))
    return "".join(f"[{_range(first, last, target if at < linked else '')}]" for at, (first, last) in found)


def _range(first: int, last: int, target: str) -> str:
    start, end = (f"<a href=#{target}{each}>{each}</a>" if target else str(each) for each in (first, last))
    return start if first == last else f"{start}\u2013{end}"


def _whole(numbers: Sequence[object]) -> list[int]:
    return [number for number in numbers if isinstance(number, int)]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges of two and more neighbours as (first, last); two alone stay apart."""
    run: list[int] = []
    for number in [*numbers, None]:
        if number is not None and (not run or number == run[-1] + 1):
            run.append(number)
            continue
        yield from [(run[0], run[-1])] if len(run) > 2 else [(each, each) for each in run]
        run = [number] if number is not None else []


def records(table: Table) -> list[dict[str, Any]]:
    """Rows by the keys of their columns; what people alone see, by its heading."""
    names = [column.key or column.heading for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def runs(table: Table) -> list[tuple[str, range]]:
    """The runs that a table's groups cut it into, each with the numbers of its rows; those before have no heading."""
    starts = list(table.groups) if table.rows else []
    if table.rows and (not starts or starts[0][1] > 0):
        starts.insert(0, ("", 0))
    ends = [first for _, first in starts[1:]] + [len(table.rows)]
    return [(heading, range(first, end)) for (heading, first), end in zip(starts, ends, strict=False)]


def cites(row: Mapping[str, Any]) -> str:
    """The footnote links of a row."""
    return f"<span class=fn>{marks(row.get('notes') or ())}</span>" if row.get("notes") else ""


def words(cell: Cell) -> str:
    """A cell as HTML: thousands apart, a flag as yes or nothing, ids one after the other."""
    match cell:
        case None | False:
            return ""
        case True:
            return "yes"
        case int():
            return f"{cell:,}"
        case str():
            return said(cell)
    return said(", ".join(map(str, cell)))
