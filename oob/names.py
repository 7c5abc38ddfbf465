"""Names as people write them: a normal form to compare, the nearest known ones, a safe form to print."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# The Arabic article, also assimilated (ash-Shati), before a space or hyphen and a letter: An-26 keeps its An.
_ARTICLE = re.compile(r"(?<![a-z0-9])(?:al|el|as|ash|ad|adh|an|ar|at|ath|az)[-_\s]+(?=[a-z])")
_APOSTROPHES = re.compile("['`\"\u2018\u2019\u02bc\u02be\u02bf]")
_SENSIBLE = 72
"""Of 100: lower scores suggest names that nobody could have meant."""


@lru_cache(50_000)  # a load asks several times for every name of a catalogue
def normal(text: str) -> str:
    """The form in which two spellings of one name are equal: "Al-Jufra" and "Jufra", "MiG-29" and "Mig29".

    Lower case, without diacritics, spaces, hyphens, punctuation and Arabic articles. Blank only for a text
    without letters and digits. Transliterations that differ in letters (Jufra, Jufrah) stay different.
    """
    folded = text.casefold()
    plain = _APOSTROPHES.sub("", folded if folded.isascii() else _transliterated(folded))
    kept = re.sub("[^a-z0-9]", "", _ARTICLE.sub("", plain))
    return kept or "".join(filter(str.isalnum, folded))


def _transliterated(text: str) -> str:
    """Letters and digits in ASCII; whatever separates them is left to be dropped."""
    from anyascii import anyascii

    composed = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text))
    return anyascii(composed).lower()


def nearest(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The known names most like `name`, best first; none where none is near.

    Only letters are compared by likeness. Digits have to be equal: MiG-29 is never a slip for MiG-23.
    """
    digits, letters = _split(normal(name))
    scored = []
    for candidate in set(known):
        other_digits, other_letters = _split(normal(candidate))
        if other_digits == digits:
            scored.append((-_likeness(letters, other_letters), candidate))
    return [candidate for score, candidate in sorted(scored) if -score >= _SENSIBLE][: max(0, limit)]


def _split(text: str) -> tuple[str, str]:
    """The digits and the letters of a normal form."""
    return re.sub("[^0-9]", "", text), re.sub("[0-9]", "", text)


def _likeness(a: str, b: str) -> float:
    """0 to 100. Part of a name is near the whole, unless it is so short that it is in everything."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(a, b)
    return max(whole, 0.9 * fuzz.partial_ratio(a, b)) if min(len(a), len(b)) >= 4 else whole


# Letters that a font draws as nothing at all; Unicode counts them as printable.
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def printable(text: str) -> str:
    r"""`text` on one line, with everything invisible or able to command a terminal as an escape such as \x1b.

    That is: control characters, changes of direction, zero-width and unassigned characters, lone surrogates.
    Tabs, line ends and unusual spaces become plain spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char in "\t\n\r" or unicodedata.category(char) == "Zs":
        return " "
    if char.isprintable() and char not in _BLANK_LETTERS:
        return char
    return char.encode("unicode_escape").decode("ascii")
