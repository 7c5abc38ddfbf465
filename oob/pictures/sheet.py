"""The sheet that a picture is drawn on: marks in its look, a heading above them, the sourcing below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from oob.names import printable
from oob.pictures.letters import FONT, fitted, room, wrapped
from oob.pictures.look import COLOURS, NARROWEST, Look
from oob.pictures.svg import Value, element, said
from oob.table import Cell, Table

MARGIN: Final = 16
SMALL: Final = 10.0
PLAIN: Final = 12.0
LARGE: Final = 16.0
MOST_SOURCES: Final = 80
"""Sources listed under one picture; a line tells how many more the table has."""
LONGEST: Final = 300
"""Characters of any name or sentence; no picture has room for more."""
_LONGEST_SOURCE: Final = 2000
ALLEGED: Final = "Every figure is alleged; oob establishes none."


def records(table: Table) -> Iterator[dict[str, Cell]]:
    """A table's rows by the keys of its columns; what is for people alone has no key."""
    keys = [column.key for column in table.columns]
    for row in table.rows:
        yield {key: cell for key, cell in zip(keys, row, strict=True) if key}


def words(cell: Cell) -> str:
    """A cell that holds text, blank where it holds none."""
    return shortened(cell) if isinstance(cell, str) else ""


def shortened(text: str, most: int = LONGEST) -> str:
    """Text that can be printed, cut where nobody would read on."""
    return printable(text if len(text) <= most else f"{text[:most].rstrip()}\u2026")


def whole(cell: Cell) -> int | None:
    """A cell that holds a number."""
    return cell if isinstance(cell, int) and not isinstance(cell, bool) else None


def ids(cell: Cell) -> tuple[str, ...]:
    """A cell that holds ids."""
    return tuple(item for item in cell if isinstance(item, str)) if isinstance(cell, tuple) else ()


def numbers(cell: Cell) -> tuple[int, ...]:
    """A cell that holds footnote numbers."""
    return tuple(item for item in cell if isinstance(item, int)) if isinstance(cell, tuple) else ()


def runs(notes: Iterable[int]) -> list[tuple[int, int]]:
    """Footnote numbers as runs of following ones: 1, 6-12."""
    found: list[tuple[int, int]] = []
    for note in sorted(set(notes)):
        if found and note == found[-1][1] + 1:
            found[-1] = (found[-1][0], note)
        else:
            found.append((note, note))
    return found


def spelled(run: tuple[int, int]) -> str:
    """A run of footnote numbers: 7, or 7 and 8, or 7 to 9."""
    first, last = run
    return str(first) if first == last else f"{first}{', ' if last == first + 1 else chr(0x2013)}{last}"


def cited(notes: Iterable[int]) -> str:
    """Footnote numbers in a sentence."""
    return f"[{_joined(runs(notes))}]"


def noted(notes: Sequence[int], fit: float, size: float = SMALL, most: int = 8) -> list[str]:
    """Footnote numbers in brackets, as lines that fit; runs of them are drawn together.

    Only where so many lines do not hold them, the last tells how many more there are.
    """
    found = runs(notes)
    lines: list[list[tuple[int, int]]] = [[]]
    for at, run in enumerate(found):
        if lines[-1] and room(f"[{_joined([*lines[-1], run])}, +999]", size) > fit:
            if len(lines) == most:
                more = sum(last - first + 1 for first, last in found[at:])
                return _bracketed([*map(_joined, lines[:-1]), f"{_joined(lines[-1])}, +{more:,}"])
            lines.append([])
        lines[-1].append(run)
    return _bracketed(list(map(_joined, lines))) if found else []


def _joined(found: Sequence[tuple[int, int]]) -> str:
    return ", ".join(map(spelled, found))


def _bracketed(lines: Sequence[str]) -> list[str]:
    [*before, last] = lines
    told = [*(f"{line}," for line in before), f"{last}]"]
    return [f"[{told[0]}", *told[1:]]


class Sheet:
    """What has been drawn in a look, from the top down; `y` is where the next thing goes."""

    def __init__(self, look: Look, title: str, about: str) -> None:
        self.look = look
        self.width = max(NARROWEST, look.width)
        self.left, self.right = MARGIN, self.width - MARGIN
        self.y = float(MARGIN)
        self.title, self.about = title, about
        self._drawn: list[str] = []

    # -- marks ------------------------------------------------------------------------------------------------------

    def colour(self, name: str) -> str:
        """A colour by its name: fixed in a file, the page's own in a page."""
        light = COLOURS[name][0]
        return f"var(--oob-{name},{light})" if self.look.inline else light

    def add(self, svg: str) -> None:
        """Draws what is SVG already."""
        self._drawn.append(svg)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = PLAIN,
        bold: bool = False,
        colour: str = "ink",
        anchor: str | None = None,
        fit: float | None = None,
        halo: bool = False,
        class_: str | None = None,
    ) -> None:
        """One line of text on its baseline, cut where it must `fit`; with a `halo` it can be read over lines."""
        shown = fitted(text, fit, size, bold=bold) if fit is not None else text
        if not shown.strip():
            return
        around: dict[str, Value] = {"stroke": self.colour("paper"), "stroke_width": 3, "stroke_linejoin": "round"}
        style: dict[str, Value] = {"text_anchor": anchor, "font_weight": "bold" if bold else None, "font_size": size}
        if halo:  # drawn apart and below, since not every program knows paint-order
            self.add(element("text", said(shown), x=x, y=y, aria_hidden="true", **style, **around))
        self.add(element("text", said(shown), x=x, y=y, fill=self._ink(colour), class_=class_, **style))

    def words(
        self, x: float, y: float, parts: Iterable[tuple[str, str]], *, size: float = 11, fit: float, class_: str = ""
    ) -> None:
        """Several texts on one line, each with its colour; what does not fit is cut, or left out."""
        shown: list[str] = []
        for text, colour in parts:
            if text and fit > 2 * size:
                cut = fitted(text, fit, size)
                shown.append(element("tspan", said(cut), fill=self._ink(colour), dx=6 if shown else None))
                fit -= room(cut, size) + 6
        if shown:
            self.add(element("text", *shown, x=x, y=y, font_size=size, class_=class_ or None))

    def _ink(self, colour: str) -> str | None:
        """The colour of text, nothing where it is that of the whole picture."""
        return None if colour == "ink" else self.colour(colour)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: str = "faint",
        thick: float = 1,
        dash: str | None = None,
    ) -> None:
        """A straight line."""
        drawn = self.colour(colour)
        self.add(element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=drawn, stroke_width=thick, stroke_dasharray=dash))

    def box(self, x: float, y: float, width: float, height: float, **more: Value) -> None:
        """A rectangle; `fill`, `stroke` by the names of colours."""
        self.add(element("rect", x=x, y=y, width=max(0, width), height=height, **self._painted(more)))

    def dot(self, x: float, y: float, radius: float, **more: Value) -> None:
        """A circle; `fill`, `stroke` by the names of colours."""
        self.add(element("circle", cx=x, cy=y, r=radius, **self._painted(more)))

    def path(self, shape: str, **more: Value) -> None:
        """A path; `fill`, `stroke` by the names of colours."""
        self.add(element("path", d=shape, **self._painted(more)))

    def _painted(self, more: dict[str, Value]) -> dict[str, Value]:
        named = {key: self.colour(str(value)) for key, value in more.items() if value in COLOURS}
        return {"fill": "none", **more, **named}

    def hatched(self, x: float, y: float, width: float, height: float, colour: str = "lost") -> None:
        """A box with slanting lines, drawn one by one: patterns are lost on the way into word processors."""
        self.box(x, y, width, height, fill="paper", stroke=colour, class_=f"{colour} hatched")
        lines = []
        start = x - height + 4
        while start < x + width:
            first, last = max(start, x), min(start + height, x + width)
            lines.append(
                f"M{first:.1f} {y + height - (first - start):.1f}L{last:.1f} {y + height - (last - start):.1f}"
            )
            start += 4
        self.path("".join(lines[:400]), stroke=colour, stroke_width=1)

    def fading(self, x: float, y: float, height: float, colour: str, *, back: bool = False, reach: float = 44) -> None:
        """What has no end that way: pieces that get shorter, and an arrowhead. Seen in any print."""
        way = -1 if back else 1
        pieces, at = [], 0.0
        for size in (9.0, 7.0, 5.0, 3.5):
            if at + size < reach - 8:
                pieces.append(f"M{x + way * at:.1f} {y:.1f}h{way * size:.1f}")
            at += size + 3
        self.path("".join(pieces), stroke=colour, stroke_width=height, class_="open")
        tip = x + way * reach
        self.path(f"M{tip - way * 6:.1f} {y - 4:.1f}L{tip:.1f} {y:.1f}L{tip - way * 6:.1f} {y + 4:.1f}Z", fill=colour)

    def notes(self, x: float, y: float, lines: Sequence[str], *, anchor: str | None = None) -> None:
        """Footnote numbers as `noted` made them, below each other; each a link where the look has an anchor."""
        style: dict[str, Value] = {"font_size": SMALL, "fill": self.colour("quiet"), "text_anchor": anchor}
        for down, line in enumerate(lines):
            self.add(element("text", *self._linked(line), x=x, y=y + 12 * down, class_="notes", **style))

    def _linked(self, text: str) -> Iterator[str]:
        for part in re.split(r"((?<!\+)\b\d+\b)", text):
            if self.look.anchor and part.isdigit():
                yield element("a", said(part), href=f"{self.look.anchor}{part}")
            elif part:
                yield said(part)

    # -- what stands around a picture -------------------------------------------------------------------------------

    def heading(self, subtitle: str) -> None:
        """Title and subtitle, where the look wants them."""
        if not self.look.headed:
            return
        for line in wrapped(self.title, self.right - self.left, LARGE, bold=True, most=3):
            self.y += LARGE
            self.text(self.left, self.y, line, size=LARGE, bold=True)
            self.y += 4
        self.lines(subtitle, size=PLAIN, colour="quiet", most=3)
        self.y += 6

    def lines(self, text: str, *, size: float = SMALL, colour: str = "quiet", most: int = 6, indent: float = 0) -> None:
        """A paragraph from the left margin to the right one."""
        for line in wrapped(text, self.right - self.left - indent, size, most=most):
            self.y += size + 3.5
            self.text(self.left + indent, self.y, line, size=size, colour=colour)

    def sourcing(self, table: Table, cited: Iterable[int], *remarks: str) -> None:
        """The sources of what was drawn, numbered as in the table, after what must be said of the picture."""
        self.y += 6
        self.line(self.left, self.y, self.right, self.y, "faint")
        for remark in (*remarks, ALLEGED):
            self.lines(remark)
        if self.look.sources == "none":
            return
        wanted = [note for note in sorted(set(cited)) if 0 < note <= len(table.footnotes)]
        if wanted:
            self.y += 4
        for note in wanted[:MOST_SOURCES]:
            self.source(note, table.footnotes[note - 1])
        if (more := len(wanted) - MOST_SOURCES) > 0:
            self.lines(f"And {more:,} more sources; the table of the same figures lists them all.")

    def source(self, note: int, text: str) -> None:
        """One source, in short or in full."""
        text = shortened(text, _LONGEST_SOURCE)
        mark = f"[{note}]"
        full = self.look.sources == "full"
        before = self.y
        self.lines(text if full else brief(text), most=12 if full else 5, indent=28)
        self.text(self.left + 24, before + SMALL + 3.5, mark, size=SMALL, colour="quiet", anchor="end")

    def finished(self) -> str:
        """The whole picture as SVG text."""
        look, height = self.look, round(self.y + MARGIN)
        label = f"{look.name}-title {look.name}-desc"
        told = (
            element("title", said(fitted(self.title, 2000, PLAIN)) or " ", id=f"{look.name}-title"),
            element("desc", said(fitted(self.about, 6000, PLAIN)) or " ", id=f"{look.name}-desc"),
        )
        paper = "" if look.inline else element("rect", width=self.width, height=height, fill=self.colour("paper"))
        drawn = element(
            "svg",
            *told,
            paper,
            element("g", *self._drawn, font_family=FONT, fill=self.colour("ink")),
            xmlns="http://www.w3.org/2000/svg",
            width=self.width,
            height=height,
            viewBox=f"0 0 {self.width} {height}",
            role="group" if look.anchor else "img",  # an image may hold no links
            aria_labelledby=label,
            class_="oob-picture",
        )
        return drawn if look.inline else f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'


def brief(footnote: str) -> str:
    """A source in short: who said it and how, and the ids of the reports that carry it, which a bibliography has."""
    who, _, carried = footnote.partition(". In: ")
    reports = list(dict.fromkeys(re.findall(r"\[([\w.-]{1,120})\]", carried)))
    more = f" and {len(reports) - 3} more" if len(reports) > 3 else ""
    return f"{who}. In: {', '.join(reports[:3])}{more}" if reports else footnote
