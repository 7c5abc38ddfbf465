"""The passages of a text, known by hashes: what tells a copy, and cannot be read as the text.

A passage is a stretch of a paragraph, known by the hashes of every four words in a row, its shingles.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from oob.reading.gazetteer.folding import plain
from oob.texts import paragraphs

if TYPE_CHECKING:
    from oob.inventory import Report

WORDS: Final = 4
"""Words in a row that one hash is of."""
LONGEST: Final = 64
"""Shingles of a passage; a longer paragraph is several passages of about one length."""
FEWEST: Final = 4
"""What is shipped of a report is half of each passage's hashes, so that its sentences cannot be pieced together, or so
many.
"""
MOST_PASSAGES: Final = 20_000
"""Passages of a text that are looked at, the first; a book has 5,000."""


class Passage(NamedTuple):
    """A stretch of a paragraph: how many shingles it has, and their hashes, the smallest first, or only these."""

    paragraph: int
    size: int
    hashes: array[int]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A report as it is compared: no words, so that it can be kept and passed between processes at little cost."""

    report: str
    passages: tuple[Passage, ...]
    earliest: str | None = None
    """Bounds of its publication, ISO dates."""
    latest: str | None = None
    is_known: bool = True
    """Whether it stands in the catalogue; a text read in the same run does not yet."""

    @property
    def size(self) -> int:
        """Shingles in all."""
        return sum(passage.size for passage in self.passages)


def fingerprint(
    report: str,
    text: str | Sequence[str],
    *,
    earliest: str | None = None,
    latest: str | None = None,
    is_known: bool = True,
) -> Fingerprint:
    """The fingerprint of a text, or of its paragraphs."""
    lines = paragraphs(text) if isinstance(text, str) else text
    return Fingerprint(report, _passages(lines), earliest, latest, is_known)


def _passages(lines: Sequence[str]) -> tuple[Passage, ...]:
    return tuple(islice(_each_passage(lines), MOST_PASSAGES))


def _each_passage(lines: Sequence[str]) -> Iterator[Passage]:
    for number, line in enumerate(lines, 1):
        hashes = _shingles(line)
        parts = -(-len(hashes) // LONGEST)
        for part in range(parts):
            found = {*hashes[part * len(hashes) // parts : (part + 1) * len(hashes) // parts]}
            yield Passage(number, len(found), array("I", sorted(found)))


def _shingles(line: str) -> list[int]:
    words = _words(line)
    following = (islice(words, start, None) for start in range(WORDS))
    return [*map(zlib.crc32, map(b" ".join, zip(*following, strict=False)))]


_LETTERS: Final = bytes(
    code + 32 if 65 <= code <= 90 else code if 48 <= code <= 57 or 97 <= code <= 122 or code > 127 else 32
    for code in range(256)
)
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]+")


def _words(line: str) -> list[bytes]:
    """The words of a line, as they are compared: lower case, plain letters, nothing else; an apostrophe is no gap."""
    if not line.isascii():
        line = _FOREIGN.sub(lambda found: "".join(map(_folded, found[0])), line)
    return line.encode("utf-8", "replace").translate(_LETTERS, b"'").split()


@lru_cache(4096)
def _folded(char: str) -> str:
    letters = unicodedata.normalize("NFKD", char).casefold()
    if letters.isascii() and letters.isalnum():
        return letters
    one = plain(char)
    if one.isalnum():
        return one.casefold()
    return "" if one in "'\x7f" else " "


def thinned(passage: Passage) -> Passage:
    """A passage with what is shipped of it."""
    return passage._replace(hashes=passage.hashes[: max(FEWEST, (passage.size + 1) // 2)])


SHIPPED: Final = Path(__file__).with_name("fingerprints.json")
"""Those of the shipped reports, whose texts are not shipped; tests/reading/fingerprints.py makes the file."""


def of_catalogue(reports: Iterable[Report], texts: Mapping[str, str]) -> list[Fingerprint]:
    """The fingerprints of a catalogue's reports: of their attached texts, else those shipped for the same sha256."""
    shipped: Mapping[str, tuple[Passage, ...]] | None = None
    found = []
    for report in reports:
        if report.id in texts:
            passages = _passages(paragraphs(texts[report.id]))
        else:
            shipped = _shipped() if shipped is None else shipped
            passages = shipped.get(report.sha256 or "", ())
        if passages:
            found.append(Fingerprint(report.id, passages, report.earliest, report.latest))
    return found


def _shipped() -> Mapping[str, tuple[Passage, ...]]:
    return {
        sha256: tuple(Passage(paragraph, size, array("I", hashes)) for paragraph, size, hashes in passages)
        for sha256, passages in json.loads(SHIPPED.read_text("utf-8")).items()
    }
