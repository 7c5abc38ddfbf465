"""Lines and paragraphs: text whose lines were broken to fit a width, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_NARROWEST, _WIDEST = 50, 110
"""Characters a line to which text is broken by hand or by a mail program."""
_FULL_STOP: Final = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*$")
_WORD: Final = re.compile(r"[^\W_]++(?:-[^\W_]++)*+")
_BROKEN: Final = re.compile(r"([^\W_]++(?:-[^\W_]++)*+)-?\ufffe([^\W_]++)")
_PARTED: Final = re.compile(r"[^\W\d_]-$")
HYPHEN: Final = "\ufffe"
"""Stands for a hyphen at the end of a line until it is known whether it belongs to the word."""
# Before these a hyphen is the word's own, wherever the line ends.
# fmt: off
_PREFIXES: Final = frozenset((
    "all", "anti", "co", "cross", "ex", "half", "high", "long", "low", "medium", "mid", "multi", "non", "post", "pre",
    "pro", "self", "semi", "short", "so", "two", "well",
))
# fmt: on


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_FULL_STOP.search(text[-8:]))


def unwrapped(text: str) -> str | None:
    """The text with one paragraph a line; None where its lines were never broken to a width.

    They were where, inside the blocks between blank lines, nearly every line is so full that the next word would
    not have fitted. Lines that had room left end where they end: lists, headings, the last line of a paragraph.
    """
    lines = [each.rstrip() for each in text.split("\n")]
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return None
    breaks = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = [a for a, b in breaks if _is_full(a, b, width)]
    running = [a for a in full if not ends_sentence(a)]
    if len(running) < 3 or len(full) < 0.6 * len(breaks) or len(running) < 0.6 * len(full):
        return None
    kept: list[list[str]] = [[lines[0]]]
    for a, b in pairwise(lines):
        runs_on = a.strip() and b.strip() and _is_full(a, b, width) and not _is_indented(a, b)
        if runs_on:
            kept[-1].append(b.strip())
        else:
            kept.append([b])
    return dehyphenated("\n".join(map(joined, kept)))


def _is_full(a: str, b: str, width: int) -> bool:
    """Whether the first word of line `b` had no room at the end of `a`, or was parted there."""
    return _PARTED.search(a[-2:]) is not None or len(a) + 1 + len(b.split(None, 1)[0]) > width


def _is_indented(a: str, b: str) -> bool:
    return len(b) - len(b.lstrip()) >= 2 + len(a) - len(a.lstrip()) and ends_sentence(a)


def joined(lines: Sequence[str]) -> str:
    """Lines put together to a paragraph; hyphens at their ends are left undecided: see `dehyphenated`."""
    return "".join([*map(_open_end, lines[:-1]), lines[-1]])


def _open_end(text: str) -> str:
    """A line that goes on in the next one, with what stands between their words."""
    if text.endswith(HYPHEN):
        return text
    return text[:-1] + HYPHEN if text.endswith("-") and not text.endswith(("--", " -")) else text + " "


def dehyphenated(text: str) -> str:
    """The text with every undecided hyphen at a line's end kept or undone.

    The rest of the text decides: a word that stands there with a hyphen keeps it, one that stands there without
    loses it. Failing that, the hyphen stays beside digits and capitals ("MiG-29", "al-Watiya") and after a prefix.
    """
    if HYPHEN not in text:
        return text
    known = {word.lower() for word in _WORD.findall(text.replace(HYPHEN, " "))}

    def decided(found: re.Match[str]) -> str:
        first, second = found.groups()
        hyphenated, whole = f"{first}-{second}", f"{first}{second}"
        if hyphenated.lower() in known:
            return hyphenated
        if whole.lower() in known:
            return whole
        names = not second.islower() or not first.isalpha() or first.isupper() or first.lower() in ("al", "el")
        return hyphenated if names or first.lower() in _PREFIXES or "-" in first else whole

    return _BROKEN.sub(decided, text).replace(HYPHEN, "-")
