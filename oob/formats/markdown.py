"""Tables for a paper: pipe tables with footnotes, as both GitHub and pandoc read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from oob.formats.people import NOTHING, Spoken, spoken
from oob.names import printable
from oob.table import Table

_URL: Final = re.compile(r"""https?://(?:[^\s<>"|\\^`{}\[\]()]|\([^\s<>"|\\^`{}\[\]()]*\))+(?<![.,;:!?'*_~])""")
_SPECIAL: Final = re.compile(r"[\\`*_<>\[\]|~^$&@{}]")
"""What means something inside a line, to GitHub or to pandoc."""
_LIST_MARK: Final = re.compile(r"^(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))(?=[.)](?:\s|$))")
"""What makes a list of a line that starts with it: 1. or (a) or iv)."""
_WIDEST: Final = 40
"""Pandoc shares out a page's width by the dashes under the headings; no column asks for more than this."""


def write(tables: Sequence[Table]) -> str:
    """All tables, each under a heading, its sources as footnotes, labelled by table if there are several."""
    labels = _labels(tables)
    return "\n".join(
        "".join(f"{line}\n" for line in _table(table, label)) for table, label in zip(tables, labels, strict=True)
    )


def _labels(tables: Sequence[Table]) -> list[str]:
    """What the footnotes' numbers follow, one a table, but where it shares those of a later one."""
    if len(tables) == 1:
        return [""]
    names = [re.sub("[^0-9A-Za-z]+", "-", table.name).strip("-") or "table" for table in tables]
    labels = [f"{name}-" if names.count(name) == 1 else f"{name}-{at}-" for at, name in enumerate(names, 1)]
    for at in reversed(range(len(tables) - 1)):
        if not tables[at].footnotes and _has_marks(tables[at]):
            labels[at] = labels[at + 1]
    return labels


def _has_marks(table: Table) -> bool:
    places = [at for at, column in enumerate(table.columns) if column.kind == "notes"]
    return any(row[at] for row in table.rows for at in places)


def _table(table: Table, label: str) -> Iterator[str]:
    def mark(number: int) -> str:
        return f"[^{label}{number}]"

    page = spoken(table, _escaped, lambda numbers: " ".join(map(mark, numbers)))
    yield f"## {paragraph(table.title)}"
    for heading, rows in page.runs:
        if heading:
            yield from ("", f"### {heading}")
        yield ""
        yield from _lines(page, rows) if rows else [NOTHING]
    for text in table.notes:
        yield from ("", paragraph(text))
    yield from _footnotes(table, page, mark)


def _lines(page: Spoken, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(page.headings)
    yield _row(
        "-" * (size - 1) + (":" if column.kind == "int" else "-")
        for column, size in zip(page.columns, _sizes(page), strict=True)
    )
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sizes(page: Spoken) -> Iterator[int]:
    for column, *cells in zip(page.columns, page.headings, *page.rows, strict=True):
        widest = len(cells[0]) if column.kind == "notes" else max(map(len, cells))
        yield min(max(widest, 3), _WIDEST)


def _footnotes(table: Table, page: Spoken, mark: Callable[[int], str]) -> Iterator[str]:
    """The sources, and a mention of those that no row bears: GitHub leaves out what nothing refers to."""
    every = [mark(number) for number in range(1, len(table.footnotes) + 1)]
    rows = "".join("".join(row) for row in page.rows)
    unmentioned = [one for one in every if one not in rows]
    if unmentioned:
        yield from ("", f"Further sources: {' '.join(unmentioned)}")
    for one, text in zip(every, table.footnotes, strict=True):
        yield from ("", f"{one}: {paragraph(text)}")


def _escaped(text: str) -> str:
    """Text that stays itself inside a line, its indentation included. Web addresses become links."""
    shown = printable(text)
    body = shown.lstrip(" ")
    if not body:
        return ""
    parts = []
    end = 0
    for url in _URL.finditer(body):
        parts += [_SPECIAL.sub(r"\\\g<0>", body[end : url.start()]), f"<{url[0]}>"]
        end = url.end()
    parts.append(_SPECIAL.sub(r"\\\g<0>", body[end:]))
    return "&nbsp;" * (len(shown) - len(body)) + "".join(parts)


def paragraph(text: str) -> str:
    """Text that stays itself where a line, a heading or a footnote starts."""
    line = _escaped(text.strip())
    return f"\\{line}" if line[:1] in tuple("-+#:") else _LIST_MARK.sub(r"\1\\", line)
