"""Tables for a terminal: aligned columns that fit its width, numbered sources below.

Where a table cannot fit, each row becomes a block of lines, one column a line. Widths and
line breaks are decided here, `tabulate` aligns.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from tabulate import tabulate

from oob.formats.people import NOTHING, Spoken, marks, spoken
from oob.names import printable
from oob.table import Table

GAP: Final = 2
"""Columns of space between two columns of a table."""
NARROW: Final = 60
"""A terminal narrower than this gets a table only where no column but the growing ones must wrap."""
ROOMY: Final = 24
"""What a growing column keeps before the others must wrap too."""
UNBROKEN: Final = 20
"""Words up to this length are broken only where the table would not fit otherwise."""
TIGHT: Final = 12
"""Words up to this length are never broken to make a table fit, nor any below NARROW."""
LEAST: Final = 20
"""Terminals narrower than this are written to as if they had this width."""


def write(tables: Sequence[Table], *, width: int | None = None, colour: bool = False) -> str:
    """All tables, two empty lines between them. No line is wider than `width`, if it is LEAST or more."""
    page = _Page(None if width is None else max(width, LEAST), colour)
    return "\n\n".join("".join(f"{line}\n" for line in page.table(table)) for table in tables)


class _Page:
    """A width, a palette, and the stand-ins that make len() of a text its width on the screen."""

    def __init__(self, width: int | None, colour: bool) -> None:
        self.width = width
        self.bold = _paint("1") if colour else _plain
        self.dim = _paint("2") if colour else _plain
        self.stand_ins = _StandIns()

    def table(self, table: Table) -> Iterator[str]:
        return map(self.stand_ins.restore, self._parts(table))

    def _parts(self, table: Table) -> Iterator[str]:
        put = self._put
        page = spoken(table, put, marks)
        yield from map(self.bold, _wrap(put(table.title), self.width))
        yield ""
        yield from self._runs(page) if page.columns else [NOTHING]
        if table.notes:
            yield ""
        for note in table.notes:
            yield from _wrap(put(note), self.width)
        if table.footnotes:
            yield ""
            yield self.bold("Sources")
            yield from map(self.dim, self._sources(table.footnotes))

    def _put(self, text: str) -> str:
        return self.stand_ins.put(printable(text))

    def _runs(self, page: Spoken) -> Iterator[str]:
        widths = _fit(page, self.width)
        layout = self._records(page) if widths is None else self._aligned(page, widths)
        for at, ((heading, rows), lines) in enumerate(zip(page.runs, layout, strict=True)):
            if at:
                yield ""
            if heading:
                yield from map(self.bold, _wrap(heading, self.width))
                if widths is None:
                    yield ""
            if rows:
                yield from lines
            else:
                yield NOTHING

    def _aligned(self, page: Spoken, widths: Sequence[int]) -> Iterator[list[str]]:
        """Each run as a table of its own, all cut from one, so that columns are as wide throughout."""
        rows = [
            [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)] for row in (page.headings, *page.rows)
        ]
        rows.insert(
            1,
            [["-" * max(len(line) for cell in column for line in cell)] for column in zip(*rows, strict=True)],
        )
        lines = tabulate(
            [["\n".join(cell) for cell in row] for row in rows],
            tablefmt="plain",
            disable_numparse=True,
            preserve_whitespace=True,
            colalign=["right" if column.kind == "int" else "left" for column in page.columns],
        ).split("\n")
        ends = list(accumulate((max(map(len, row)) for row in rows), initial=0))
        head = [*map(self.bold, lines[: ends[1]]), *lines[ends[1] : ends[2]]]
        first = 2
        for _, run in page.runs:
            yield head + lines[ends[first] : ends[first + len(run)]]
            first += len(run)

    def _records(self, page: Spoken) -> Iterator[list[str]]:
        """Each row as a block of `Heading: value` lines, an empty line between blocks."""
        label = max(len(heading) for heading in page.headings) + 2
        if self.width is not None and label > self.width // 2:
            label = 0
        for _, rows in page.runs:
            lines: list[str] = []
            for row in rows:
                lines += [""] if lines else []
                for heading, cell in zip(page.headings, row, strict=True):
                    if cell.strip():
                        lines += self._hung(f"{heading}: ".ljust(label), cell)
            yield lines

    def _sources(self, footnotes: Sequence[str]) -> Iterator[str]:
        label = len(f"[{len(footnotes)}] ")
        for number, footnote in enumerate(footnotes, 1):
            yield from self._hung(f"[{number}] ".rjust(label), self._put(footnote))

    def _hung(self, label: str, text: str) -> list[str]:
        """A label and a text that keeps to the right of it, or a little indented where the label is long."""
        if self.width is None:
            return [label + text]
        hang = len(label) if len(label) <= self.width // 2 else 4
        return _wrap(label + text, self.width, hang - _indent(label))


def _plain(line: str) -> str:
    return line


def _paint(code: str) -> Callable[[str], str]:
    return lambda line: f"\x1b[{code}m{line}\x1b[0m" if line else line


# Widths: which column gets how much.


def _fit(page: Spoken, width: int | None) -> list[int] | None:
    """The width of each column, or None where the table is better told row by row.

    Growing columns wrap first, down to ROOMY; then the others, down to their longest words; then words break
    at hyphens, and those longer than UNBROKEN anywhere; the growing ones do likewise; last those longer than
    TIGHT. Numbers, dates and what is to stay whole never wrap.
    """
    cells = list(zip(page.headings, *page.rows, strict=True))
    sizes = [Counter(map(len, column)) for column in cells]
    whole = list(map(max, sizes))
    if width is None:
        return whole
    words = [
        size if column.whole else max(map(_longest_word, texts))
        for column, texts, size in zip(page.columns, cells, whole, strict=True)
    ]
    parts, tight = (
        [
            word if column.whole or column.kind in ("int", "date") else min(max(map(_longest_part, texts)), most)
            for column, texts, word in zip(page.columns, cells, words, strict=True)
        ]
        for most in (UNBROKEN, TIGHT)
    )

    def floors(others: Sequence[int]) -> list[int]:
        return [
            min(size, max(part, ROOMY)) if column.grows else other
            for column, size, part, other in zip(page.columns, whole, parts, others, strict=True)
        ]

    room = width - GAP * (len(cells) - 1)
    widths = [min(size, width) for size in whole]
    for least in [floors(whole)] if width < NARROW else [floors(whole), floors(words), floors(parts), parts, tight]:
        widths = _shrunk(widths, least, room, sizes)
    return widths if sum(widths) <= room else None


def _shrunk(widths: Sequence[int], least: Sequence[int], room: int, sizes: Sequence[Counter[int]]) -> list[int]:
    """Widths less whatever is needed to fit into the room, taken where it makes the fewest lines more.

    `sizes` are the lengths of each column's cells, and how many have them. No width goes below its `least`.
    """
    taken = list(widths)
    costs = [_cost(size, width) for size, width in zip(sizes, taken, strict=True)]
    while sum(taken) > room:
        spare = [at for at, width in enumerate(taken) if width > least[at]]
        if not spare:
            break
        at = min(spare, key=lambda at: (costs[at], -taken[at]))
        taken[at] -= 1
        costs[at] = _cost(sizes[at], taken[at])
    return taken


def _cost(sizes: Counter[int], width: int) -> int:
    """About how many lines more a column takes if it gets narrower than `width`."""
    return sum(cells * (-(-size // max(width - 1, 1)) - -(-size // width)) for size, cells in sizes.items())


# Lines: where a text breaks.

_PIECE: Final = re.compile(r"\[\d+(?:-\d+)?\](?=\[\d)|[^ ]+ *")
"""A word with the spaces after it, or one of several footnote numbers."""
_JOINT: Final = re.compile(r"[/\-_.,:;?&=]")
"""Where a word that is too long had better break: after one of these."""
_HYPHEN: Final = re.compile(r"(?:(?<=[^\W\d][-/])|(?<=\d/))(?=[^\W\d])")
"""Where a word may break for a table to fit: ambush-protected, but neither MiG-29 nor a date."""


def _longest_word(text: str) -> int:
    return _indent(text) + max((len(piece.rstrip(" ")) for piece in _PIECE.findall(text)), default=0)


def _longest_part(text: str) -> int:
    """As _longest_word, words being broken at hyphens and slashes between letters."""
    return _longest_word(_HYPHEN.sub(" ", text))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _wrap(text: str, width: int | None, hang: int = 0) -> list[str]:
    """Lines of at most `width`. Leading spaces stay, on all lines; lines after the first `hang` by more."""
    if width is None or len(text) <= width:
        return [text]
    indent = min(_indent(text), width // 2)
    lines = []
    line = " " * indent
    for piece in _PIECE.findall(text):
        word = piece.rstrip(" ")
        if len(line) + len(word) > width and not line.isspace() and line:
            lines.append(line.rstrip(" "))
            line = " " * (indent + hang)
        done = 0
        while len(line) + len(word) - done > width:
            cut = done + _cut(word[done:], width - len(line))
            lines.append(line + word[done:cut])
            line = " " * (indent + hang)
            done = cut
        line += piece[done:]
    return [*lines, line.rstrip(" ")]


def _cut(word: str, room: int) -> int:
    """How much of a word that is too long goes on a line: up to a joint, or as much as fits."""
    joints = [match.end() for match in _JOINT.finditer(word, 2, room)]
    if joints:
        return joints[-1]
    return room if word[room] != TAIL or room == 1 else room - 1


# Width on the screen.

TAIL: Final = "\U000f0000"
"""Stands for the second column of a wide character."""


class _StandIns:
    """Characters that may not be one column wide, each replaced by a private-use character a column it takes.

    Laid out so, len() is the width on the screen, for us and for tabulate (which asks wcwidth where that is
    installed). No text brings private-use characters of its own, since printable() shows those as escapes.
    """

    def __init__(self) -> None:
        self._heads: dict[str, str] = {}
        self._originals: dict[int, str] = {ord(TAIL): ""}

    def put(self, text: str) -> str:
        return text if text.isascii() else "".join(map(self._stand_in, _clusters(text)))

    def restore(self, line: str) -> str:
        return line if line.isascii() else line.translate(self._originals)

    def _stand_in(self, cluster: str) -> str:
        columns = 2 if unicodedata.east_asian_width(cluster[0]) in "WF" or EMOJI in cluster else 1
        if columns == len(cluster) == 1 and cluster <= LETTERS:
            return cluster
        if cluster not in self._heads:
            head = ord(TAIL) + len(self._originals)
            if head > 0x10FFFD:  # a hundred thousand different ones: out of stand-ins, and out of reason
                return cluster
            self._heads[cluster] = chr(head)
            self._originals[head] = cluster
        return self._heads[cluster] + TAIL * (columns - 1)


LETTERS: Final = "\u06ff"
"""Up to here, Latin to Arabic, nobody doubts that one character is one column, marks apart."""
EMOJI: Final = "\ufe0f"
"""Asks for the coloured, two columns wide, form of the character before it."""


def _clusters(text: str) -> list[str]:
    """Characters, each with the marks that are drawn over it."""
    found: list[str] = []
    for char in text:
        if found and unicodedata.category(char) in ("Mn", "Me"):
            found[-1] += char
        else:
            found.append(char)
    return found
