"""What a text has spoken of so far, as its sentences are read: systems, forces, places, speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.identified import Identified
from oob.reading.claims.imagery import Imagery
from oob.reading.claims.war import War
from oob.reading.expressions.dates import TimeMention
from oob.reading.gazetteer import Mention
from oob.reading.grammar.lexicon import SPEECH
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.reading.knowledge import Knowledge

_WHOLE: Final = 200_000
"""Characters of a text that tell what it is on."""
_AIRLINER: Final = re.compile(
    r"\bFlight [A-Z]{0,3}\d+|\b(?:airliner|passenger (?:plane|jet|aircraft)|Airlines|Airways)\b"
)
_FROM_AIR: Final = re.compile(r"\bair ?(?:strike|raid)s?\b|\bair campaign\b|\bbombing campaign\b", re.I)
_UNMANNED: Final = re.compile(r"\b(?:drone|missile|rocket) (?:strike|attack)s?\b", re.I)
_WARPLANES: Final = re.compile(
    r"\b(?:warplane|fighter (?:jet|plane)|fighter-bomber|bomber|combat aircraft|air force)", re.I
)
_BULLETS: Final = ("-- ", "- ", "– ", "— ", "• ", "* ", "· ")
"""What the items of a list begin with."""


class Discourse:
    """Keeps what a text has spoken of."""

    def __init__(
        self, knowledge: Knowledge, document: str, named: Sequence[tuple[str, Sequence[Mention]]] | None = None
    ) -> None:
        """`named`: the lines of the document with what is named in each, where somebody has looked already."""
        self.knowledge = knowledge
        self.document = document
        self.asked: set[int] = set()
        """The phrases whose owner is being looked for."""
        self.war = War(knowledge, document, named)
        self.identified = Identified(knowledge, named or ())
        self.imagery = Imagery(knowledge, document, named or ())
        """The pictures that the text looks at."""
        self.text = ""
        """The paragraph that is being read."""
        self.offset = 0
        """Where it begins in the document."""
        self.recent: list[tuple[str, int, str | None]] = []
        """Systems named so far, with their paragraph and whose they are, the newest last."""
        self.verbs: Sequence[Verb] = ()
        self._nouns: Sequence[Noun] = ()
        self.meant: dict[int, str] = {}
        """By where a pronoun of this sentence stands: the force that it means."""
        self.before: list[Sequence[Noun]] = []
        """The phrases of the sentences before in this paragraph."""
        self.prevailing: Counter[str] = Counter()
        """How often each system is named in the whole text."""
        self.places: list[tuple[str, int]] = []
        """Places named so far, with their paragraph, the newest last."""
        self.force: str | None = None
        self._said: Sequence[tuple[int, int, str]] = ()
        self.forces: list[tuple[str, int]] = []
        """Forces named so far, with their paragraph, the newest last."""
        self.here: list[str] = []
        """Forces named in this sentence."""
        self.untold: list[Noun] = []
        """Things that this sentence names and of which nothing was found."""
        self.holders: dict[str, tuple[str, int]] = {}
        """By system: who has it by the last claim, and in which paragraph that stands."""
        self.deal: tuple[Found, int] | None = None
        """The gift or delivery claimed last, with its paragraph."""
        self.claimed: tuple[Sequence[Found], int] = ((), 0)
        """What the last sentence that alleges anything alleged, with its paragraph."""
        self.counted: Noun | None = None
        """What was counted last in the sentence before."""
        self.subjects: list[tuple[int, str]] = []
        """The subjects named so far in this sentence: where, and which force."""
        self.losses: dict[str, tuple[str, dict[str, tuple[str, ...]], TimeMention | None, int]] = {}
        """By system: the loss told last, with where and when."""
        self.voice: str | None = None
        """The force that spoke last: "his men"."""
        self.leader: str | None = None
        """The force of the person named last: "he has armour"."""
        self.paragraph = 0
        self.told_on: str | None = None
        """The last day on which the text may have been published."""
        self.day: str | None = None
        """The day named last in the paragraphs before, in EDTF."""
        self.bulletin: TimeMention | None = None
        """The time that the paragraph before a list of items tells."""

    def begin(self, text: str, offset: int, paragraph: int) -> None:
        """Another paragraph is read."""
        self.text, self.offset, self.paragraph = text, offset, paragraph
        self.before, self._nouns, self.meant = [], (), {}

    @property
    def nouns(self) -> Sequence[Noun]:
        """The phrases of the sentence that is being read."""
        return self._nouns

    @nouns.setter
    def nouns(self, nouns: Sequence[Noun]) -> None:
        self.before.append(self._nouns)
        del self.before[:-4]
        self._nouns, self.meant = nouns, {}
        if not self.is_item:
            self._see_time(nouns)
        self.imagery.see(nouns, self.paragraph)

    @property
    def is_item(self) -> bool:
        """Whether the paragraph is an item of a list, or opens one: "-- Near Raqqa, a strike hit two lorries"."""
        return self.text.startswith(_BULLETS) or self.text.endswith(":")

    def _see_time(self, nouns: Sequence[Noun]) -> None:
        """Takes note of the one time that a sentence before a list tells, if it is not that of speech."""
        times = [each for each in nouns if each.time is not None and each.time.edtf is not None]
        told = [each for each in times if not any(verb.verb in SPEECH for verb, _ in each.verbs)]
        told = [each for each in told if each.verbs] or told  # a date line stands by no verb
        if len(told) == 1:
            self.bulletin = told[0].time

    def spoken_of(self, noun: Noun) -> tuple[int, str] | None:
        """The subject named last before a phrase in its sentence, else the last of all: where, and which force."""
        before = (each for each in reversed(self.subjects) if each[0] < noun.start)
        return next(before, self.subjects[-1] if self.subjects else None)

    @property
    def place(self) -> str | None:
        """The place named last."""
        return self.places[-1][0] if self.places else None

    @place.setter
    def place(self, place: str) -> None:
        self.places.append((place, self.paragraph))
        del self.places[:-60]

    @property
    def said(self) -> Sequence[tuple[int, int, str]]:
        """Which forces speak in this sentence, each with the stretch that it stands for."""
        return self._said

    @said.setter
    def said(self, said: Sequence[tuple[int, int, str]]) -> None:
        self._said = said
        if said:
            self.voice = said[-1][2]

    @cached_property
    def tells_of_air_strikes(self) -> bool:
        """Whether the text is on air strikes, more than on strikes of drones or missiles."""
        text = self.document[:_WHOLE]
        return len(_FROM_AIR.findall(text)) > len(_UNMANNED.findall(text))

    @cached_property
    def tells_of_airliner(self) -> bool:
        """Whether the text is on a plane of an airline, and on no warplanes."""
        return len(_AIRLINER.findall(self.document[:_WHOLE])) > len(_WARPLANES.findall(self.document[:_WHOLE])) + 1

    @cached_property
    def tells_of_sea_mines(self) -> bool:
        """Whether the text has words that make its mines sea mines."""
        words = self.document.casefold()
        return any(each in words for each in ("naval mine", "sea mine", "minesweep", "minelay"))

    def meaning(self, item: Item | None, kind: str) -> str | None:
        """The id that a name has as a kind of thing."""
        if item is not None and item.mention is not None:
            for each, id_ in item.mention.meanings:
                if each == kind:
                    return id_
        return None

    def speaking(self, noun: Noun) -> str | None:
        """The force whose words a phrase stands in."""
        return next((force for start, end, force in reversed(self.said) if start <= noun.start < end), None)
