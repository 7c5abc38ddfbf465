"""The characters of untrusted text: bytes to text, and what is invisible or commands a terminal taken out."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import Final

from oob.names import printable

_ESCAPES: Final = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*+[ -/]*+[@-~]"  # colours, movements of the cursor
    "|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*+(?:\x07|\x1b\\\\|\x9c)"  # titles of windows, links
    "|\x1b[ -/]*+[0-~]"
)
"""The control sequences of ECMA-48."""
_COMMANDS: Final = re.compile("[\x1b\x80-\x9f]")
_MOST_ACCENTS: Final = 8
"""Combining marks that stand on one letter: more are a prank, and normalising them takes quadratic time."""
# Invisible but innocent, and common in pages: soft hyphens, zero-width joiners, marks of direction, byte order marks.
_INNOCENT: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
TAKEN_OUT: Final = "control characters, or ones that turn the direction of text, were taken out"
_MIXED: Final = "oob-mixed"
_MOST_ERRORS: Final = 100_000
"""Bytes that are looked at one by one."""


def cleaned(text: str) -> tuple[str, bool]:
    """Text in NFC with plain line ends and nothing in it that a person could not see; whether harm was taken out.

    Line ends are those of `str.splitlines`, so that paragraphs are counted as `oob.texts.paragraphs` counts them.
    """
    text = "\n".join(text.splitlines())
    plain = _ESCAPES.sub("", text) if _COMMANDS.search(text) else text
    present = set(plain)
    unseen = {char for char in present if char not in "\n\t" and not _is_seen(char)}
    harm = len(plain) != len(text) or bool(unseen - _INNOCENT)
    if unseen:
        plain = plain.translate(dict.fromkeys(map(ord, unseen)))
    marks = "".join(char for char in present - unseen if unicodedata.combining(char))
    if marks:
        plain = re.sub(f"([{re.escape(marks)}]{{{_MOST_ACCENTS}}})[{re.escape(marks)}]++", r"\1", plain)
    return unicodedata.normalize("NFC", plain), harm


@lru_cache(4096)
def _is_seen(char: str) -> bool:
    return printable(char) in (char, " ")


def line(text: str, longest: int = 300) -> str | None:
    """Clean text on one line, cut where it is longer than any title or name; None where nothing is left."""
    words = cleaned(text[: 10 * longest])[0].split()
    return " ".join(words)[:longest].strip() or None


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text of bytes by their byte order mark, as UTF-8, else byte by byte as Windows-1252; what to say of it."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark) and encoding != "utf-8":
            text = data[len(mark) :].decode(encoding, "replace")
            return text, "parts of it are damaged: U+FFFD stands for them" if "\ufffd" in text else None
    data = data.removeprefix(codecs.BOM_UTF8)
    for order, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[order::2].count(0) > 0.8 * len(data[order::2]) > 0 and not data[1 - order :: 2].count(0):
            return data.decode(encoding, "replace"), "read as UTF-16, though no mark at its beginning says so"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _mixed(data)


def _mixed(data: bytes) -> tuple[str, str]:
    """Text of which at least a part is no UTF-8: whatever is not is taken for Windows-1252."""
    windows = data.decode("cp1252", "replace")
    known = data.decode("utf-8", "replace")
    if known.replace("\ufffd", "").isascii() or known.count("\ufffd") > _MOST_ERRORS:
        text = windows
    else:
        codecs.register_error(_MIXED, _as_windows)
        text = data.decode("utf-8", _MIXED)
    throughout = text == windows
    what = "not UTF-8," if throughout else "not UTF-8 throughout; the rest was"
    return text, f"{what} read as Windows-1252: look at its accents and quotation marks"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end
