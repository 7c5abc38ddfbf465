"""One folded text, and whether what stands around a name in it bears the name out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from oob.reading.gazetteer import homonyms
from oob.reading.gazetteer.folding import GAPS, Folded
from oob.reading.gazetteer.senses import WORD, WORDS, Sense
from oob.reading.gazetteer.spellings import HYPHEN, STOP

Hit = tuple[int, int, tuple[tuple[str, str], ...], int]
"""Start and end in the folded text, the meanings, and where the bare name ends: before the B3 of T-72B3."""


_CLOSING: Final = {")": "(", "]": "[", '"': '"'}


class Context:
    """One folded text, and what stands around its names."""

    def __init__(self, made: Folded) -> None:
        self.shown = made.shown
        self.folded = made.folded

    def hits(
        self,
        automaton: AhoCorasick,
        known: Sequence[tuple[int, tuple[Sense, ...]] | None],
        read: Callable[[int], tuple[int, tuple[Sense, ...]]],
    ) -> list[Hit]:
        """All names with the boundaries, case and context of names, overlapping each other."""
        found: list[Hit] = []
        doubtful: list[tuple[int, int, int, Sense]] = []
        shown, folded = self.shown, self.folded
        for pattern, at, _ in automaton.find_matches_as_indexes(folded, overlapping=True):
            length, senses = known[pattern] or read(pattern)
            start = at + 1
            bare = start + length
            for sense in senses:
                if sense.capitals and not self._is_capital(start, sense.capitals):
                    continue
                if sense.gaps and not self._has_gaps(start, sense):
                    continue
                if sense.kind != "system":
                    if folded[bare] == " ":
                        end = bare + 1 if shown[bare] == "." and sense.gaps and sense.gaps[-1][1] == STOP else bare
                        is_open = folded[start - 2] == "l" or shown[start - 1] == "-"
                        found.append((self._article(start) if is_open else start, end, sense.meanings, bare))
                elif end := self._end(start, bare, sense):
                    if sense.doubt == WORD:
                        doubtful.append((start, end, bare, sense))
                    elif self._is_meant(start, end, sense):
                        found.append((start, end, sense.meanings, bare))
        if doubtful:
            starts, ends = {hit[0] for hit in found}, {hit[1] for hit in found}
            for start, end, bare, sense in reversed(doubtful):  # what follows may prove what precedes it
                if self._is_proved(start, end, sense, starts, ends):
                    found.append((start, end, sense.meanings, bare))
                    starts.add(start)
        return found

    def _is_capital(self, start: int, stretches: tuple[tuple[int, int], ...]) -> bool:
        """Whether all letters of some stretches of a name are capitals."""
        shown = self.shown
        return all(shown[start + begin : start + stop].isupper() for begin, stop in stretches)

    def _has_gaps(self, start: int, sense: Sense) -> bool:
        """Whether what separates the words is as the form asks."""
        for at, more in sense.gaps:
            char = self.shown[start + at]
            if more in (STOP, HYPHEN):
                if char != ("." if more == STOP else "-"):
                    return False
            elif char not in GAPS and char not in more:
                return False
        return True

    def _end(self, start: int, end: int, sense: Sense) -> int:
        """Where the name of a system ends whose bare form ends at `end`; 0 where no word ends there."""
        shown, folded = self.shown, self.folded
        if folded[end] == " ":
            after = folded[end + 1 : end + 3]
            if after == "s " and shown[end] in "' -" and (shown[end] == "'" or folded[end - 1].isdigit()):
                return end + 2
            if sense.proper and shown[end] == "-":
                return self._variant(end, sense)
            if shown[end] in _CLOSING and any(shown[start + at] in _CLOSING[shown[end]] for at, _ in sense.gaps):
                return end + 1
            if sense.numbered and after[:1].isdigit() and shown[end] == " ":
                return 0
            return end
        if folded[end] == "s" and folded[end + 1] == " ":
            return end + 1
        if folded[end : end + 2] == "es" and folded[end + 2] == " ":
            return end + 2
        return self._designator(start, end) if folded[end - 1].isdigit() else 0

    def _designator(self, start: int, end: int) -> int:
        """The end of a variant's letters, as in T-72B3, Mi-8AMTSh, MiG-21bis; 0 where they are no such thing."""
        stop = self.folded.find(" ", end, end + 9)
        tail = self.shown[end:stop] if stop > 0 else ""
        if not (tail.isascii() and tail.isalnum()):
            return 0
        mark = tail.rstrip("0123456789")
        if tail[0].isupper():
            return stop if len(mark) <= 5 or (len(mark) == 6 and mark[-1] == "s") else 0
        if mark not in homonyms.MARKS and (len(mark) != 1 or mark == "s"):
            return 0
        return stop if "-" in self.shown[start:end] or self.shown[start].isupper() else 0

    def _variant(self, end: int, sense: Sense) -> int:
        """The end of a name that a hyphen follows: Pantsir-SM and An-124-100 are variants, Orlan-30 another type."""
        folded, shown = self.folded, self.shown
        stop = folded.find(" ", end + 1, end + 8)
        tail = shown[end + 1 : stop] if stop > 0 else ""
        if not tail:
            return end
        if tail[0].isdigit():
            if folded[end - 1].isdigit():
                return stop if tail.isdigit() and len(tail) <= 3 else end
            if sense.numbered or (sense.doubt and sense.last not in homonyms.FIRM):
                return 0
            return stop if tail.isalnum() and len(tail) <= 5 else end
        letters = tail.rstrip("0123456789")
        if letters.isupper() and letters.isalpha() and len(letters) <= (2 if tail == letters else 3):
            return stop
        return end

    def _article(self, start: int) -> int:
        """Where a name begins, its Arabic article included."""
        shown = self.shown
        if shown[start - 1] not in " -":
            return start
        begin = self.folded.rfind(" ", max(0, start - 6), start - 1) + 1
        word = self.folded[begin : start - 1] if begin else ""
        if word in ("al", "el"):
            return begin
        if word in _SUN and shown[start - 1] == "-":
            return begin
        return start

    def _before(self, start: int) -> str:
        """The word before, with one space or hyphen between; blank where none."""
        if self.shown[start - 1] not in GAPS:
            return ""
        begin = self.folded.rfind(" ", max(0, start - 40), start - 1) + 1
        return self.folded[begin : start - 1] if begin else ""

    def _after(self, end: int) -> str:
        """The word after, with one space or hyphen between; blank where none."""
        if self.shown[end] not in GAPS:
            return ""
        stop = self.folded.find(" ", end + 1, end + 40)
        return self.folded[end + 1 : stop] if stop > 0 else ""

    def _is_meant(self, start: int, end: int, sense: Sense) -> bool:
        """Whether no neighbour tells another sense of a system's name."""
        after = self._after(end)
        if after and after in homonyms.NOT_THE_THING:
            return False
        last = sense.last
        is_list = after == "and" and not self.folded.startswith("pestle", end + 5)  # mortars and guns
        if after and (others := homonyms.AFTER.get(last)) and after in others and not is_list:
            return False
        if sense.doubt == WORDS and not self._has_capitals(start, end) and not self._is_class(end, after):
            return False
        before = self._before(start)
        if before or sense.prose:
            if sense.prose and self._is_prose(start, end, sense):
                return False
            if before in homonyms.NEGATING:
                return False
            if others := homonyms.BEFORE.get(last):
                further = self._before(start - len(before) - 1)
                if before in others:
                    return before == "of" and further in homonyms.AMOUNTS and self.folded[end - 1] == "s"
                if further and f"{further}-{before}" in others:
                    return False
        if last in homonyms.ADJECTIVES and not sense.proper and not self.folded[start:end].endswith("s"):
            return not after or after in homonyms.BEFORE_NOTHING or after in homonyms.CLASS_NOUNS
        return True

    def _is_prose(self, start: int, end: int, sense: Sense) -> bool:
        """Whether a designator with a space in it is a small word and a number: an 26-year-old, at 2 pm."""
        shown = self.shown
        gap = start + sense.prose
        if shown[gap] == "-":
            return False
        return shown[start].islower() or shown[end] == "-" or self._begins_sentence(start)

    def _has_capitals(self, start: int, end: int) -> bool:
        """Whether each word begins with one."""
        shown = self.shown
        return all(
            shown[at].isupper() or not shown[at].isalpha()
            for at in range(start, end)
            if at == start or shown[at - 1] in GAPS
        )

    def _is_proved(self, start: int, end: int, sense: Sense, starts: set[int], ends: set[int]) -> bool:
        """Whether an ordinary word is the name of a weapon here, by its capital and by what stands beside it."""
        if not self._is_meant(start, end, sense):
            return False
        shown = self.shown
        word = self.folded[start : start + len(sense.last)]
        after = self._after(end)
        capital = shown[start].isupper()
        if self._is_class(end, after):
            return capital or word not in homonyms.VERBS
        if not capital:
            return False
        before = self._before(start)
        if shown[start:end].isupper() and end - start > 1 and self._shouts(start, end, before, after):
            return False
        if before == "the" and shown[start - 4] == "T" and not self._begins_sentence(start - 4):
            return False  # The Lancet
        if before in homonyms.TITLES or (shown[start - 2 : start] == ". " and self._titled(start)):
            return False
        if start - 1 in ends:
            return True
        if after in homonyms.SPEECH:
            return False
        if word in homonyms.FIRM or (after == "and" and end + 5 in starts):
            return True  # Grad and Uragan launchers
        if self._begins_sentence(start):
            return False
        if before and shown[start - 1 - len(before)].isupper() and not self._may_precede(before):
            return False
        if after and shown[end + 1].isupper() and end + 1 not in starts:
            return (
                after in homonyms.AFTER_PROPER or after[0].isdigit() or shown[end + 1 : end + 1 + len(after)].isupper()
            )
        return True

    def _is_class(self, end: int, after: str) -> bool:
        """Whether the word for a class follows, at once or after such as `air defence`."""
        for _ in range(4):
            if after in homonyms.CLASS_NOUNS:
                return True
            if after not in homonyms.CLASS_LEADS:
                return False
            end += len(after) + 1
            after = self._after(end)
        return False

    def _shouts(self, start: int, end: int, before: str, after: str) -> bool:
        """Whether the words beside are in capitals too, so that a capital tells nothing."""
        shown = self.shown
        for word, written in (
            (before, shown[start - 1 - len(before) : start - 1]),
            (after, shown[end + 1 : end + 1 + len(after)]),
        ):
            if written.isupper() and (len(word) > 4 or word in homonyms.SMALL):
                return True
        return False

    def _titled(self, start: int) -> bool:
        """Whether `Gen.` or the like stands before."""
        begin = self.folded.rfind(" ", max(0, start - 12), start - 2) + 1
        return self.folded[begin : start - 2] in homonyms.TITLES

    def _may_precede(self, before: str) -> bool:
        return (
            before in homonyms.BEFORE_PROPER
            or before in homonyms.CLASS_NOUNS
            or before.endswith(("ian", "ese", "ish", "made", "built"))
            or before.isdigit()
        )

    def _begins_sentence(self, start: int) -> bool:
        """Whether the word is a sentence's first, which has a capital anyway."""
        shown = self.shown
        at = start - 1
        while at > 0 and start - at < 5 and shown[at] in " \"'([*#>-":
            if shown[at] == " " and shown[at - 1] == " ":
                return True
            at -= 1
        return at <= 0 or shown[at] in ".!?\n\r|"


_SUN: Final = frozenset(("as", "ash", "ad", "adh", "an", "ar", "at", "ath", "az", "ez", "es"))
