"""Text as it is compared: lower case, plain letters, a space for what separates; offsets can be told back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

GAPS: Final = frozenset(" -\n\t")
"""What may stand for a space or hyphen of a name, in the `shown` form."""

_DROPPED: Final = "\x7f"
_LETTER: Final = "\x01"
"""A letter that no name has. It is no boundary, so `MiG-29Ж` is not MiG-29."""

_LOWERED: Final = bytes(
    code + 32 if 65 <= code <= 90 else code if 48 <= code <= 57 or 97 <= code <= 122 or code == 1 else 32
    for code in range(256)
)
_MARKS: Final = re.compile(_DROPPED + "+")
_FOREIGN: Final = re.compile(r"[^\x00-\x7e]+")
_BLANKS: Final = re.compile(r"[ \t\r\n][ \t\r\n]+")
_BROKEN: Final = re.compile(r"-\n(?![ \t\r\n])")
# An apostrophe within a word, as in Ma'rib; not the one of Libya's, can't, they're.
_APOSTROPHE: Final = re.compile(r"'(?<=[A-Za-z]')(?=[A-Za-z])(?!(?:[sStTdDmM]|ll|LL|re|RE|ve|VE)(?![A-Za-z0-9]))")
_LONGEST_INDENT: Final = 60
_LONGEST_DESIGNATOR: Final = 3
"""Letters: a Cyrillic T-72 or BMP-2 is one whoever typed it; a longer word in Cyrillic is no English word."""

_ONE: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02be\u02bf\u02bb\u2032\u00b4\uff07\u02b9", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d\u2e3a\u2e3b", "-"),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    **dict(zip("łŁđĐøØħĦðÐŧŦ", "lLdDoOhHdDtT", strict=True)),
    "ı": "i",
    "\u2026": ".",
    "\u0640": _DROPPED,  # the Arabic stroke that only stretches a word
}


@lru_cache(4096)
def plain(char: str) -> str:
    """One character in ASCII, in the same case; the letter itself where there is no one plain letter for it."""
    if (known := _ONE.get(char)) is not None:
        return known
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf") or char == _DROPPED:
        return _DROPPED
    if category == "Zs":
        return " "
    if category == "No":
        return ","
    base = unicodedata.normalize("NFKD", char)[0]
    if base.isascii():
        return base if base.isprintable() else ","
    if category[0] not in "LN":
        return ","
    from anyascii import anyascii

    return near if len(near := anyascii(char)) == 1 and near.isalnum() else char


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made ready for comparison.

    `shown` keeps case and punctuation, `folded` is lower case with a space for all that is no letter or digit; both
    have a space put before and after, and lack the same characters of the text, those `dropped`.
    """

    shown: str
    folded: str
    dropped: tuple[list[int], ...] = ()
    """Of each round of leaving out, where in its result characters are missing, one entry for each."""

    def start(self, at: int) -> int:
        """The offset in the text of a character of `shown`."""
        at -= 1
        for missing in reversed(self.dropped):
            at += bisect_right(missing, at)
        return at

    def end(self, at: int) -> int:
        """The offset in the text just after the character that stands before `at` in `shown`."""
        return self.start(at - 1) + 1


def fold(text: str, letters: frozenset[str] = frozenset()) -> Folded:
    """Folds a text. `letters` are those outside ASCII that names have; the others are all alike."""
    shown = text
    dropped: tuple[list[int], ...] = ()
    if not text.isascii() or _DROPPED in text:
        shown = _FOREIGN.sub(lambda found: _run(found[0], letters), text)
        if _DROPPED in shown:
            shown, missing = _without(shown, [found.span() for found in _MARKS.finditer(shown)])
            dropped = (missing,)
    if gone := _gone(shown):
        shown, missing = _without(shown, gone)
        dropped = (*dropped, missing)
    shown = f" {shown} "
    if shown.isascii():
        folded = shown.encode("ascii").translate(_LOWERED).decode("ascii")
    else:
        folded = "".join([_lowered(char) for char in shown])
    return Folded(shown, folded, dropped)


def _without(shown: str, gone: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """A text without some of its stretches, and where in the result each of their characters is missing."""
    pieces, missing = [], []
    last = count = 0
    for start, end in gone:
        pieces.append(shown[last:start])
        missing += [start - count] * (end - start)
        count += end - start
        last = end
    pieces.append(shown[last:])
    return "".join(pieces), missing


def _run(run: str, letters: frozenset[str]) -> str:
    """A run of characters outside ASCII, folded. A word in another script is not spelt out in ours."""
    is_word = len(run) > _LONGEST_DESIGNATOR and sum(plain(char) != _DROPPED for char in run) > _LONGEST_DESIGNATOR
    return "".join([_kept(char, letters, is_word) for char in run])


def _kept(char: str, letters: frozenset[str], is_word: bool) -> str:
    found = plain(char)
    if is_word and found.isalnum() and not is_latin(char):
        found = char
    return found if found.isascii() or found in letters or _lowered(found) in letters else _LETTER


@lru_cache(4096)
def is_latin(char: str) -> bool:
    """Whether a character is of our own script, or of none."""
    return not char.isalpha() or unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN"))


def _lowered(char: str) -> str:
    """One character of the folded form; a letter that would become two stays as it is."""
    if char.isascii():
        return chr(_LOWERED[ord(char)])
    lower = char.lower()
    return lower if len(lower) == 1 else char


def _gone(shown: str) -> list[tuple[int, int]]:
    """The stretches to leave out, in order: apostrophes within words, all but one blank of a line break."""
    gone: list[tuple[int, int]] = []
    if "'" in shown:
        gone += [found.span() for found in _APOSTROPHE.finditer(shown)]
    if "  " in shown or "\n " in shown or " \n" in shown or "\t" in shown or "\r" in shown:
        for found in _BLANKS.finditer(shown):
            start, end = found.span()
            hyphen = shown[start - 1 : start] == "-"
            if _is_line_break(found[0], hyphen):
                gone.append((start if hyphen else start + 1, end))
    if "-\n" in shown:
        gone += [(found.start() + 1, found.end()) for found in _BROKEN.finditer(shown)]
    gone.sort()
    return gone


def _is_line_break(blank: str, after_hyphen: bool) -> bool:
    """Whether a run of blanks only breaks or indents a line; a wider one separates what it stands between."""
    if len(blank) > _LONGEST_INDENT:
        return False
    lines = blank.count("\n")
    return lines == 1 or (not lines and len(blank) == 2 and not after_hyphen)
