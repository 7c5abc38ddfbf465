"""Who holds a place by the phrase that names it: rebel-held Gao, a base in Russian hands, Kidal, their stronghold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.claims.taking import FIELDS, HOLDERS, Held, Taking
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import both
from oob.reading.grammar.syntax import Noun

STRONGHOLDS: Final = both("stronghold bastion bulwark foothold fiefdom redoubt citadel enclave")
"""Names for a place by who has it."""
_WHOSE: Final = ("its", "his", "their", "our", "her")
_BESIDE: Final = (",", ", in", "–", "—", ", now", ", still", ", long")
"""What stands between a name and what says more of it: Hodeida, in an area that they hold."""
_NO_MORE: Final = ("once ", "formerly ", "previously ", "until recently ")
_BEING: Final = ("be", "remain", "stay", "become")
_STATES: Final = ("state", "service", "company")


class Holding:
    """Reads who holds a place from the phrase on it."""

    def __init__(self, memory: Memory, taking: Taking) -> None:
        self.memory, self.taking = memory, taking

    def by_phrase(self, noun: Noun) -> Held | None:
        """A base under the control of Haftar, a town still in rebel hands, LNA-held Jufra, a rebel-held town."""
        if (held := self.taking.by_grip(noun)) is not None:
            return held
        if noun.held:
            named = (force for owner in noun.owners if (force := self.memory.meaning(owner, "force")))
            if (holder := next(named, None)) is not None:
                return Held(holder, None)
        word = holding(noun)
        return Held(self.memory.force_called(word, self.memory.speaking(noun)), None) if word else None

    def as_stronghold(self, noun: Noun) -> Held | None:
        """Whose stronghold a place is said to be."""
        by_word = next((item.word for item in noun.items if item.tag == "N" and item.word in HOLDERS), "")
        called = self.memory.force_called(by_word, self.memory.speaking(noun)) if by_word else None
        holder = self.memory.owner(noun) or called
        owned = holder is not None or by_word or noun.of
        verb = next((verb for verb, role in noun.verbs if role == "object" and verb.verb in _BEING), None)
        return Held(holder, verb) if owned else None

    def stationed(self, noun: Noun, place: str) -> Held | None:
        """The state that has a base abroad: the Russian base at Tartus, Assab hosts a base of the Emirates."""
        if noun.head not in FIELDS - {"airport", "port"} or noun.entity is not None or noun.determiner in _WHOSE:
            return None
        owner, knowledge = self.memory.owner(noun), self.memory.knowledge
        if owner is not None and noun.owners and self.named_by(noun) is not None:
            return Held(owner, None)  # Watiya, the army's only airfield in the west
        if knowledge.force_kinds.get(owner or "") not in _STATES:
            return None
        abroad = knowledge.places.root(place) != knowledge.forces.root(owner or "")
        return Held(owner, None) if abroad else None

    def named_by(self, noun: Noun) -> str | None:
        """The place that a phrase is another name for: Kidal, a rebel stronghold; Gharyan, a town which they lost."""
        if self.memory.text.endswith(_NO_MORE, 0, noun.start):
            return None
        for each in self._others(noun):
            place = self.memory.place_of(each) if each.pronoun != "it" else self.memory.place_meant(each)
            if place is not None:
                return place
        return None

    def _others(self, noun: Noun) -> Iterator[Noun]:
        yield from (each for each in (noun.hypernym, noun.listed_with) if each is not None and each.entity is not None)
        is_ = (verb for verb, role in noun.verbs if role == "object" and verb.verb in _BEING)
        yield from (verb.subject for verb in is_ if verb.subject is not None)
        at = bisect_left(self.memory.nouns, noun.start, key=lambda each: each.start)
        before = self.memory.nouns[at - 1] if at else None
        if before is not None and before.entity is not None:
            between = self.memory.text[before.end : noun.start].strip()
            if between in _BESIDE:
                yield before


def holding(noun: Noun) -> str:
    """The general word for who holds a place, in a compound before it: the rebel-held town."""
    for item, mark, participle in zip(noun.items, noun.items[1:], noun.items[2:], strict=False):
        if item.tag == "N" and mark.tag == "-" and participle.word in lexicon.HELD and item.word in HOLDERS:
            return item.word
    return ""
