"""How much room text takes, whatever the font: so wide as the wider of Arial's and DejaVu Sans's letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

FONT: Final = "Arial, 'Liberation Sans', sans-serif"
"""Of the same widths on Windows, macOS and most Linux; DejaVu Sans, the widest in use, stands in on others."""

_WIDTHS: Final = {
    letter: width
    for width, letters in {
        280: "'ijl",
        320: " ,.I\u00a0\u2019\u2018",
        360: "/:;\\f|",
        400: "()-[]t",
        440: "!r",
        480: '"',
        520: "*J`\u201c\u201d\u201e",
        560: "?L_csz",
        600: "kvxy",
        640: "$0123456789FTabdeghnopqu{}\u2013",
        680: "EKPSY",
        720: "ABVXZ",
        760: "CHNRU",
        800: "&DGOQ",
        840: "#+<=>^w~\u00b1\u00d7",
        880: "M",
        960: "%",
        1000: "Wm\u2014\u2026",
        1040: "@",
    }.items()
    for letter in letters
}
_BOLD: Final = 1.13
_LIGATURES: Final = range(0xFDF0, 0xFDFE)
"""Arabic phrases in one character, some as wide as a word."""


@lru_cache(4096)
def _letter(char: str) -> int:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if ord(char) in _LIGATURES:
        return 12_000
    match unicodedata.category(char):
        case "Mn" | "Me" | "Cf":
            return 0
        case "Lu" | "Lt" | "So" | "Sm":
            return 1200
        case "Ll" if ord(char) < 0x250:
            return 660 if char not in "\u0153\u00e6" else 1040
        case _:
            return 1050 if unicodedata.east_asian_width(char) in "WF" else 900


def room(text: str, size: float, *, bold: bool = False) -> float:
    """The width that text takes at most, in the unit of `size`."""
    return sum(map(_letter, text)) * size / 1000 * (_BOLD if bold else 1)


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """As much of the text as fits, with an ellipsis where not all does."""
    if len(text) < 1000 and room(text, size, bold=bold) <= width:
        return text
    used, at = room("\u2026", size, bold=bold), 0
    while at < len(text) and (used := used + room(text[at], size, bold=bold)) <= width:
        at += 1
    while 0 < at < len(text) and unicodedata.category(text[at]) in ("Mn", "Me"):
        at -= 1  # an accent is not parted from its letter
    return text[:at].rstrip() + "\u2026"


def wrapped(text: str, width: float, size: float, *, bold: bool = False, most: int = 3) -> list[str]:
    """The text in lines that fit, at most so many; the last ends in an ellipsis where there is more."""
    lines: list[str] = []
    line = ""
    words = _pieces(text, width, size, bold)
    for word in words:
        longer = f"{line} {word}" if line else word
        if not line or room(longer, size, bold=bold) <= width:
            line = longer
        elif len(lines) == most - 1:
            return [*lines, fitted(f"{longer} \u2026", width, size, bold=bold)]
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line else lines


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """Words, those broken that are wider than a line."""
    for word in text.split():
        rest = word
        while len(rest) > 8 and room(rest, size, bold=bold) > width:
            head = fitted(rest, width, size, bold=bold)[:-1] or rest[0]
            yield head
            rest = rest[len(head) :]
        yield rest
