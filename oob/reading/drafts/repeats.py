"""Which earlier reports a text repeats, passage by passage.

A passage is found by the smallest of its hashes, which are the smallest in every copy too. What is measured is
containment: how much of a text's passages stands in a report, and how much of the report's in the text, whatever else
there is in either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple

from oob.reading.drafts.fingerprints import Fingerprint, Passage, fingerprint

LOOKED_UP: Final = 12
"""Hashes by which a passage is found, the smallest; then the two passages are compared by all of them."""
STANDS: Final = 0.35
"""The part of a passage's or paragraph's shingles that must stand in another. Measured on 15 articles: with a tenth of
the words changed at random 99 of 100 paragraphs are found, with 15 per cent 93, with 20 per cent 78; cut by half, all.
"""
SHORTEST: Final = 10
"""Shingles in common, 13 words in a row, under which a paragraph alone is no sign of repetition: stock phrases go to
11 words, "a spokesman for the ministry of ... said on Monday that".
"""
WHOLE: Final = 0.8
"""The part of a text, by length, that stands in an earlier report where the text re-publishes it. Measured likewise:
with a tenth of the words changed all copies are whole, with 15 per cent 9 of 10; an unrelated text never was.
"""
COMMONEST: Final = 16
"""Passages that a hash leads to: what stands in more is a phrase of everybody's, or told by the first of them."""
MOST_TOLD: Final = 8
"""Reports that a text is said to repeat, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A report that shares passages with a text."""

    report: str
    share: float
    """Of this text, by length, how much stands in that report, 0 to 1."""
    share_of_report: float
    """Of that report, by length, how much stands in this text, 0 to 1."""
    paragraphs: tuple[tuple[int, int], ...]
    """This text's paragraph, that report's paragraph."""
    is_later: bool = False
    """Whether the report was certainly published after this text, so that it is the one that repeats."""
    is_known: bool = True
    """Whether the report stands in the catalogue; otherwise it was read in the same run."""

    @property
    def is_whole(self) -> bool:
        """Whether this text re-publishes the report."""
        return self.share >= WHOLE and not self.is_later

    @property
    def told(self) -> str:
        """For the note of the draft."""
        here = sorted({here for here, _ in self.paragraphs})
        there = sorted({there for _, there in self.paragraphs})
        told = f"{_paragraphs(here)} {'stands' if len(here) == 1 else 'stand'} in '{self.report}'"
        if not self.is_known:
            told += ", a draft of the same run"
        if self.is_later:
            told += ", published later"
        told += f" ({_paragraphs(there)})"
        if self.share >= WHOLE:
            return f"{told}: nearly all of this text"
        return f"{told}: nearly all of that report" if self.share_of_report >= WHOLE else told

    def told_of(self, paragraph: int) -> str | None:
        """What to say of one paragraph; None where it does not stand in the report."""
        there = [there for here, there in self.paragraphs if here == paragraph]
        return f"the paragraph stands in '{self.report}' ({_paragraphs(there)})" if there else None


def _paragraphs(numbers: Sequence[int]) -> str:
    """1, 2, 3, 7 -> paragraphs 1 to 3 and 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))]
    if len(parts) > _MOST_LISTED:
        parts[_MOST_LISTED - 1 :] = [f"{len(parts) - _MOST_LISTED + 1} more"]
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"paragraph{'s' * (len(numbers) > 1)} {listed}"


class _Place(NamedTuple):
    """Where a hash leads: a passage of a report."""

    report: int
    passage: Passage


class _Pair(NamedTuple):
    """A passage of a text and one of a report, with the hashes that they have in common."""

    here: int
    there: int
    common: set[int]
    each: float
    """Shingles of the report's passage that one of its hashes stands for."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A report of the index."""

    print: Fingerprint
    size: int
    paragraphs: Mapping[int, int]
    """The shingles of each."""


class Index:
    """The passages of reports, to be looked up by their hashes. Where many are alike, those added first are found."""

    def __init__(self) -> None:
        self._reports: list[_Entry] = []
        self._places: list[_Place] = []
        self._by_hash: dict[int, int | list[int]] = {}
        """Places; most hashes have but one, and a list for each would take thrice the memory."""

    @classmethod
    def of(cls, reports: Iterable[Fingerprint]) -> Index:
        """An index of reports, in their order."""
        index = cls()
        for report in reports:
            index.add(report)
        return index

    def __len__(self) -> int:
        return len(self._reports)

    def add(self, report: Fingerprint) -> None:
        """Adds a report, to be found from now on."""
        for passage in report.passages:
            place = len(self._places)
            self._places.append(_Place(len(self._reports), passage))
            for each in passage.hashes[:LOOKED_UP]:
                standing = self._by_hash.setdefault(each, place)
                if isinstance(standing, list):
                    if len(standing) < COMMONEST:
                        standing.append(place)
                elif standing != place:
                    self._by_hash[each] = [standing, place]
        self._reports.append(_Entry(report, report.size, _lengths(report.passages)))

    def find(
        self, text: Sequence[str] | Fingerprint, *, earliest: str | None = None, latest: str | None = None
    ) -> list[Repeat]:
        """The reports that a text shares passages with; the text is given by its paragraphs or its fingerprint.

        First come those that it re-publishes, the earliest published first, then the others, those with the most in
        common first. `earliest` and `latest` are the bounds of the text's publication, where paragraphs are given.
        """
        if not isinstance(text, Fingerprint):
            text = fingerprint("", text, earliest=earliest, latest=latest)
        size, lengths = text.size, _lengths(text.passages)
        found = []
        for number, pairs in self._pairs(text).items():
            entry = self._reports[number]
            if (repeat := self._repeat(text, size, lengths, entry, pairs)) is not None:
                first = entry.print.earliest or _NEVER if repeat.is_whole else ""
                found.append(((not repeat.is_whole, first, -repeat.share, number), repeat))
        return [repeat for _, repeat in sorted(found, key=itemgetter(0))[:MOST_TOLD]]

    def find_all(self, texts: Sequence[Fingerprint]) -> list[list[Repeat]]:
        """The repeats of texts that are read together, each of which is then added to the index.

        A text is compared with what the index holds and with those of the texts that were published before it;
        of one day, or where the day is not known, in the order given, the undated last.
        """
        found: dict[int, list[Repeat]] = {}
        for at in sorted(range(len(texts)), key=lambda at: (texts[at].earliest or _NEVER, at)):
            found[at] = self.find(texts[at])
            self.add(texts[at])
        return [found[at] for at in range(len(texts))]

    def _pairs(self, text: Fingerprint) -> dict[int, list[_Pair]]:
        """The passages that have something in common, by the number of the report."""
        pairs: dict[int, list[_Pair]] = defaultdict(list)
        known = self._by_hash
        for here, passage in enumerate(text.passages):
            places: set[int] = set()
            for each in passage.hashes:
                if (standing := known.get(each)) is None:
                    continue
                if isinstance(standing, int):
                    places.add(standing)
                else:
                    places.update(standing)
            if not places:
                continue
            hashes = set(passage.hashes)
            for there in places:
                number, other = self._places[there]
                common = hashes.intersection(other.hashes)
                if len(common) >= min(_FEW, passage.size, len(other.hashes)):
                    pairs[number].append(_Pair(here, there, common, other.size / len(other.hashes)))
        return pairs

    def _repeat(
        self, text: Fingerprint, size: int, lengths: Mapping[int, int], entry: _Entry, pairs: Sequence[_Pair]
    ) -> Repeat | None:
        standing, is_long = self._standing(text, lengths, entry, pairs)
        if not standing:
            return None
        here: dict[int, dict[int, float]] = defaultdict(dict)
        there: dict[int, dict[int, float]] = defaultdict(dict)
        for pair in pairs:
            if self._paragraphs(text, pair) in standing:
                common = dict.fromkeys(pair.common, pair.each)
                here[pair.here] |= common
                there[pair.there] |= common
        covered = _covered((text.passages[at].size, common) for at, common in here.items())
        covered_there = _covered((self._places[at].passage.size, common) for at, common in there.items())
        if not is_long and covered < WHOLE * size:
            return None
        return Repeat(
            report=entry.print.report,
            share=round(covered / size, 3),
            share_of_report=round(covered_there / entry.size, 3),
            paragraphs=tuple(sorted(standing)),
            is_later=bool(text.latest and entry.print.earliest and text.latest < entry.print.earliest),
            is_known=entry.print.is_known,
        )

    def _paragraphs(self, text: Fingerprint, pair: _Pair) -> tuple[int, int]:
        return text.passages[pair.here].paragraph, self._places[pair.there].passage.paragraph

    def _standing(
        self, text: Fingerprint, lengths: Mapping[int, int], entry: _Entry, pairs: Sequence[_Pair]
    ) -> tuple[set[tuple[int, int]], bool]:
        """The paragraphs that stand in one another, and whether any of them is too long for an accident.

        Paragraphs of several passages are compared both as a whole and passage by passage.
        """
        standing: set[tuple[int, int]] = set()
        longest = 0.0
        whole: dict[tuple[int, int], float] = defaultdict(float)
        stretches = []
        for pair in pairs:
            at = self._paragraphs(text, pair)
            common = len(pair.common) * pair.each
            whole[at] += common
            stretches.append((at, common, min(text.passages[pair.here].size, self._places[pair.there].passage.size)))
        stretches += [(at, common, min(lengths[at[0]], entry.paragraphs[at[1]])) for at, common in whole.items()]
        for at, common, shorter in stretches:
            if common >= STANDS * shorter and common >= min(_SHORT, shorter) - _ROUNDING:
                standing.add(at)
                longest = max(longest, common)
        return standing, longest >= SHORTEST - _ROUNDING


_NEVER: Final = "9999-12-31"
_ROUNDING: Final = 0.001
_MOST_LISTED: Final = 10
_SHORT: Final = 5
"""Shingles in common that do for a paragraph, once another tells that the report is repeated."""
_FEW: Final = 3
"""Hashes in common, under which two passages share no more than a name or a turn of phrase."""


def _lengths(passages: Iterable[Passage]) -> dict[int, int]:
    lengths: dict[int, int] = defaultdict(int)
    for passage in passages:
        lengths[passage.paragraph] += passage.size
    return dict(lengths)


def _covered(passages: Iterable[tuple[int, Mapping[int, float]]]) -> int:
    """The length of those passages of which enough is in common, by their lengths and by what that is."""
    return sum(size for size, common in passages if sum(common.values()) >= STANDS * size)
