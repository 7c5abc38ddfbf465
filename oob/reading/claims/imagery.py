"""What a text tells of the pictures that it looks at: when they were taken, and of which base."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from oob.reading.expressions.dates import TimeMention
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.knowledge import Knowledge

_PARTS: Final = lexicon.bag(
    "apron aprons ramp tarmac taxiway taxiways runway runways hangar hangars shelter shelters revetment revetments"
    " hardstand hardstands loop dispersal tower flightline"
)
"""Parts of an air base, which stand for it."""
_ENDS: Final = lexicon.bag("end edge side corner front foot middle rest half south north east west")
_WHERE: Final = lexicon.bag("on in at inside outside near beside behind by along under around across next before from")
TAKING: Final = lexicon.bag("take shoot capture photograph image date record acquire film")
"""What is done to make a picture."""
_STANDING: Final = lexicon.bag("be stand park sit lie appear show have see count park remain")
_FROM_ABOVE: Final = re.compile(
    r"\b(?:satellites?|imagery|(?:image|picture|photo|photograph)s?|overflight|pass(?:es)?)\b", re.IGNORECASE
)
_ENOUGH: Final = 2
"""Words for pictures in a text that looks at some."""
_LONG: Final = 4
"""Paragraphs of a text that looks at pictures in more than one of them, if it does."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}~?(?:/[0-9]{4}-[0-9]{2}-[0-9]{2})?")


class Imagery:
    """The pictures of one text."""

    def __init__(self, knowledge: Knowledge, document: str, lines: Sequence[tuple[str, Sequence[Mention]]]) -> None:
        self._knowledge, self._document, self._lines = knowledge, document, lines
        self.base: tuple[str, int] | None = None
        """The base named last, with its paragraph."""
        self._taken: tuple[TimeMention, int] | None = None
        self._series: TimeMention | None = None
        """From when to when the pictures were taken, where there are several."""

    @cached_property
    def is_looked_at(self) -> bool:
        """Whether the text looks at pictures from above."""
        found = [match.start() for match in _FROM_ABOVE.finditer(self._document[:20_000])]
        short = self._document.count("\n") < _LONG
        return len(found) >= _ENOUGH and (short or "\n" in self._document[found[0] : found[-1]])

    @cached_property
    def focus(self) -> str | None:
        """The base that the whole text is about: named at its beginning, and as often as all others together."""
        kind_of = self._knowledge.place_kind
        named = [
            [
                id_
                for mention in mentions
                for kind, id_ in mention.meanings
                if kind == "place" and kind_of(id_) == "base"
            ]
            for _, mentions in self._lines
        ]
        counts = Counter(id_ for line in named for id_ in line)
        if not counts:
            return None
        base, count = counts.most_common(1)[0]
        opening = {id_ for line in named[:3] for id_ in line}
        return base if base in opening and 2 * count >= counts.total() else None

    def see(self, nouns: Sequence[Noun], paragraph: int) -> None:
        """Another sentence is read: when its picture was taken, and which base it names."""
        for noun in nouns:
            if (base := self._base(noun)) is not None:
                self.base = (base, paragraph)
        if not self.is_looked_at:
            return
        for noun in nouns:
            time = noun.time or (noun.dated if noun.head in lexicon.IMAGERY else None)
            if time is None or time.edtf is None or not _DAY.fullmatch(time.edtf):
                continue
            if noun.dated is not None or self._is_taken(noun) or self._is_seen(noun, nouns):
                self._taken = (time, paragraph)
                self._series = time if "/" in time.edtf else self._series

    def _base(self, noun: Noun) -> str | None:
        meanings = noun.entity.mention.meanings if noun.entity is not None and noun.entity.mention is not None else ()
        bases = (id_ for kind, id_ in meanings if kind == "place" and self._knowledge.place_kind(id_) == "base")
        return next(bases, None)

    def _is_taken(self, time: Noun) -> bool:
        """Whether a time is when a picture was taken."""
        return any(verb.verb in TAKING and verb.voice in ("passive", "pp") for verb, _ in time.verbs)

    def _is_seen(self, time: Noun, nouns: Sequence[Noun]) -> bool:
        """Whether a time opens a sentence on what stands there, or is a picture's own: on the image of the 26th."""
        before = [each for each in nouns if each.end < time.start]
        wording = time.time.text if time.time is not None else ""
        if any(each.head in lexicon.IMAGERY for each in before[-2:]):
            return time.prep == "of" or wording.startswith(("of ", "from ", "dated "))
        verbs: list[Verb] = [verb for noun in nouns for verb, role in noun.verbs if role == "subject"]
        opens = not before and not time.verbs
        return opens and bool(verbs) and verbs[0].verb in _STANDING and not verbs[0].perfect

    def shows(self, nouns: Sequence[Noun], verb: Verb | None) -> bool:
        """Whether a sentence says what stands there, as somebody does who looks at a picture."""
        if not self.is_looked_at or (verb is not None and (verb.perfect or verb.modal)):
            return False
        of_picture = any(noun.head in lexicon.IMAGERY or noun.head in _PARTS for noun in nouns)
        return of_picture or verb is None or verb.verb in _STANDING or verb.verb in lexicon.OBSERVING

    def time(self, nouns: Sequence[Noun], paragraph: int) -> TimeMention | None:
        """When what stands in a sentence without a time was seen."""
        if not self.is_looked_at:
            return None
        if self._series is not None and any(_is_series(each) for each in nouns):
            return self._series
        if self._taken is None or paragraph - self._taken[1] > 1:
            return None
        told = any(each.time is not None and not any(verb.relative for verb, _ in each.verbs) for each in nouns)
        return None if told else self._taken[0]

    def whole(self, noun: Noun, paragraph: int) -> str | None:
        """The base that a phrase names a part of: on the apron, at the end of the runway, beside the shelters."""
        if noun.head not in _PARTS or noun.entity is not None:
            return None
        at_end = noun.prep == "of" and noun.host is not None and noun.host.head in _ENDS
        return self.scene(paragraph) if at_end or noun.prep in _WHERE else None

    def scene(self, paragraph: int) -> str | None:
        """The base that is looked at: one named in this paragraph, else the text's, else one named just before."""
        if self.base is not None and self.base[1] == paragraph:
            return self.base[0]
        if self.focus is not None:
            return self.focus
        return self.base[0] if self.base is not None and paragraph - self.base[1] <= 2 else None


def _is_series(noun: Noun) -> bool:
    """Whether a phrase is the pictures together: on none of the images, the photographs show."""
    return noun.head in lexicon.IMAGERY and noun.head.endswith("s") and noun.time is None and noun.dated is None
