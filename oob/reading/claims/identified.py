"""What a thing is that a text first names by its class: shot down a drone; the drone, a Hermes 450, was armed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import Final, NamedTuple

from oob.reading.gazetteer import Mention
from oob.reading.knowledge import Knowledge

_ONE: Final = re.compile(
    r"(?:, | (?:was|is) (?:later |since |reportedly )?(?:identified as |believed to be |thought to be )?)"
    r"an? (?:[\w’'-]+ ){0,3}"
)
_SEVERAL: Final = re.compile(
    r"(?:, | (?:were|are) (?:later |reportedly )?(?:identified as |believed to be |thought to be )?)(?:[\w’'-]+ ){0,2}"
)
"""What stands between a class and the name of the thing."""
_THE: Final = re.compile(r"\b(?:the|this|these|its|their|both) (?:[\w’'-]+ )?$", re.IGNORECASE)
_THESE: Final = re.compile(r"(?:^|[ “\"(])(?:the|these|both) (?:(?:two|three|four|five|six) )?$", re.IGNORECASE)
"""What stands before the name of things of which only the class was told before."""
_BEFORE: Final = 40
"""Characters before a name in which its article stands."""
_NEAR: Final = 3
"""Paragraphs after which nobody says any more what the thing was."""


_MOST: Final = 8
"""Such sayings of one paragraph that are kept."""


class _Told(NamedTuple):
    broad: str
    narrow: str
    plural: bool


_OFTEN: Final = 2
"""How often a text at least names what it is on."""
_OF_THE: Final = (" of the ", " of these ", " of those ")


class Identified:
    """Knows where a text says by name what it has named by its class."""

    def __init__(self, knowledge: Knowledge, named: Sequence[tuple[str, Sequence[Mention]]]) -> None:
        self.knowledge, self.named = knowledge, named
        told = {number: [*islice(self._of_line(line, row), _MOST)] for number, (line, row) in enumerate(named, 1)}
        for number, found in self._by_name(named):
            told[number].append(found)
        self._told = {number: found for number, found in told.items() if found}

    def _by_name(self, named: Sequence[tuple[str, Sequence[Mention]]]) -> Iterator[tuple[int, _Told]]:
        """What later has its name as a known thing: two helicopters came, and in the next sentence: the Mi-24s."""
        seen: set[str] = set()
        last: tuple[int, Mention, str] | None = None
        for number, (line, row) in enumerate(named, 1):
            for each in row:
                kind, id_ = each.meanings[0]
                if kind != "system":
                    continue
                if last is not None and id_ not in seen and number - last[0] <= 1:
                    broad, plural = last[2], named[last[0] - 1][0][last[1].end - 1] == "s"
                    alike = plural == (line[each.end - 1] == "s") and any(map(str.isupper, line[each.start : each.end]))
                    known = _THESE.search(line, max(0, each.start - _BEFORE), each.start) is not None
                    if alike and known and broad != id_ and self.knowledge.systems.within(id_, broad):
                        yield last[0], _Told(broad, id_, plural)
                seen.add(id_)
                last = number, each, id_

    def _of_line(self, line: str, row: Sequence[Mention]) -> Iterator[_Told]:
        """What one paragraph says: the drone, an Israeli Hermes 450; the aircraft was a Su-25."""
        systems = [(each, id_) for each in row for kind, id_ in each.meanings[:1] if kind == "system"]
        for (one, broad), (other, narrow) in pairwise(systems):
            plural = line[one.end - 1] == "s"
            between = (_SEVERAL if plural else _ONE).fullmatch(line, one.end, other.start)
            if between is None or broad == narrow or not self.knowledge.systems.within(narrow, broad):
                continue
            some = line.endswith(_OF_THE, 0, one.start)  # 23 of the drones are Shaheds
            if not some and _THE.search(line, max(0, one.start - _BEFORE), one.start) is not None:
                yield _Told(broad, narrow, plural)

    @cached_property
    def _times(self) -> Counter[str]:
        """How often the text names each thing."""
        return Counter(id_ for _, row in self.named for each in row for _, id_ in each.meanings[:1])

    @cached_property
    def _types(self) -> dict[str, set[str]]:
        """By type that somebody builds, of those that the text names: the last words of its names there."""
        found: dict[str, set[str]] = {}
        for line, row in self.named:
            for each in row:
                kind, id_ = each.meanings[0]
                if kind == "system" and id_ in self.knowledge.makers and id_ not in self.knowledge.systems.children:
                    found.setdefault(id_, set()).add(line[each.start : each.end].casefold().split()[-1].rstrip("s"))
        return found

    def only(self, id_: str, word: str) -> str | None:
        """The one type of a class that a text names at all, in a text that is on it: an S-300; the missiles."""
        word, within = word.casefold().split()[-1].rstrip("s"), self.knowledge.systems.within
        fitting = [each for each, words in self._types.items() if within(each, id_) or word in words]
        return fitting[0] if len(fitting) == 1 and self._times[fitting[0]] >= _OFTEN else None

    def later(self, id_: str, paragraph: int, *, plural: bool) -> str | None:
        """What a thing of a class turns out to be, by this paragraph or one of the next."""
        near = (told for number in range(paragraph, paragraph + _NEAR + 1) for told in self._told.get(number, ()))
        for told in near:
            if told.plural == plural and self.knowledge.systems.related(told.broad, id_):
                return told.narrow if self.knowledge.systems.within(told.narrow, id_) else None
        return None
