"""From phrases to proposed claims: what is alleged in a sentence, and what is remembered of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from oob.reading.claims.airstrikes import AirStrikes
from oob.reading.claims.appositions import tell_examples
from oob.reading.claims.arming import Arming
from oob.reading.claims.asides import brought_down, by_place, merged
from oob.reading.claims.branches import Branches
from oob.reading.claims.control import Control
from oob.reading.claims.corps import Corps
from oob.reading.claims.denied import Denials
from oob.reading.claims.earlier import Earlier
from oob.reading.claims.found import Found
from oob.reading.claims.likeness import tell_likeness
from oob.reading.claims.making import Making
from oob.reading.claims.means import tell_means
from oob.reading.claims.memory import Memory
from oob.reading.claims.mentions import Mentions
from oob.reading.claims.numbers import compared, counted_last, restated
from oob.reading.claims.people import People
from oob.reading.claims.sharing import for_each_receiver
from oob.reading.claims.ships import Ships
from oob.reading.claims.untold import Untold
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.reading.knowledge import Knowledge

_NO_THINGS: Final = lexicon.bag("war wars warfare factory programme program doctrine market industry threat")
"""Words after a system that make the phrase about no thing that "it" could be."""
_OPEN: Final = re.compile(
    r"\b(?:unclear|unknown|uncertain|(?:not|n[’']t) (?:yet |immediately )?(?:clear|known|certain|say|know|disclose))"
    r"(?: [a-z]+){0,2}? (?:who|whether|how|what|where|when|which|why|if)\b"
)
"""After it stands what nobody tells."""


class Finder(Making):
    """Finds what is alleged in the sentences of one text."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory)
        self.mentions, self.earlier, self.people = Mentions(memory), Earlier(memory), People(memory)
        self.airstrikes, self.branches, self.ships = AirStrikes(memory), Branches(memory), Ships(memory)
        self.corps = Corps(memory)
        self.arming, self.denials = Arming(memory), Denials(memory)
        self.untold = Untold(memory)
        self.control = Control(memory, self.actions, self.parties, self.circumstances)

    def sentence(
        self, nouns: Sequence[Noun], verbs: Sequence[Verb], said: Sequence[tuple[int, int, str]] = ()
    ) -> list[Found]:
        """Everything alleged in a sentence; `said`: which forces speak, each with the stretch that it stands for."""
        self.memory.said = said
        self.memory.subjects = []
        self.memory.here, self.memory.untold = [], []
        self.memory.verbs, self.memory.nouns = verbs, nouns
        if self._asks(nouns, verbs) or self._defines(verbs):
            return []
        tell_likeness(nouns, self.memory)
        tell_examples(nouns, self.memory)
        self.ships.find(nouns)
        tell_means(nouns, self.memory)
        found: list[Found] = []
        for noun in nouns:
            if not noun.absorbed:
                found += self._of_phrase(noun, nouns)
                self._remember(noun)
        found += self.control.found(nouns)
        found += self.people.found_in(nouns)
        found += self.corps.found_in(nouns)
        found += self.branches.found_in(nouns, found)
        found += self.arming.found_in(nouns)
        found += [*compared(found, nouns, self.memory.text), *restated(found, nouns, self.memory)]
        del self.memory.recent[:-60], self.memory.forces[:-60]
        found = self.airstrikes.as_one(by_place(merged(brought_down(self._told_for_sure(found, verbs)))))
        found = list(for_each_receiver(found, self.memory))
        self.airstrikes.note(found)
        self.memory.counted = counted_last(nouns)
        if found:
            self.memory.claimed = (found, self.memory.paragraph)
        found = self.denials.with_denied(found, nouns, verbs)
        return [*found, *self.untold.found_in(found, nouns)]

    def _of_phrase(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """What is alleged of what a phrase names, counts or means."""
        if noun.system is None:
            return self.earlier.found_of(noun, nouns) or self.airstrikes.found_of(noun, nouns)
        found = self.mentions.found_of(noun, nouns)
        self._remember_system(noun)
        return found

    def _remember_system(self, noun: Noun) -> None:
        """Keeps a system for "they" and "it"; an example stands behind what it is one of."""
        id_ = self.memory.meaning(noun.system, "system")
        if id_ is None or noun.tail in _NO_THINGS:
            return  # a drone war is no drone
        resolved = id_ if noun.tail in lexicon.STRIKES else self.kinds.system(noun)[0]
        if noun.prep != "by":
            at = len(self.memory.recent) - bool(noun.partial and self.memory.recent)
            self.memory.recent.insert(at, (resolved or id_, self.memory.paragraph, self.memory.owner(noun)))

    def _remember(self, noun: Noun) -> None:
        """Keeps the forces, places and leaders that a phrase names."""
        memory = self.memory
        for item in noun.owners:
            if (owner := memory.meaning(item, "force")) is not None:
                memory.forces.append((owner, memory.paragraph))
                memory.here.append(owner)
        if not noun.pronoun and (force := memory.force_of(noun)) is not None:
            memory.forces.append((force, memory.paragraph))
            memory.here.append(force)
            if any(role == "subject" for _, role in noun.verbs):
                memory.force = force
                memory.subjects.append((noun.start, force))
        if noun.prep in lexicon.PLACE_ROLE and (place := memory.place_of(noun)) is not None:
            memory.place = place
        if noun.entity is not None and noun.entity.mention is not None:
            if _is_force_and_person(noun.entity, memory.knowledge):
                memory.leader = memory.meaning(noun.entity, "force")
            elif (led := memory.led_by(noun.entity)) is not None:
                memory.leader = led

    def _asks(self, nouns: Sequence[Noun], verbs: Sequence[Verb]) -> bool:
        """Whether the sentence is a question."""
        end = max((phrases[-1].end for phrases in (nouns, verbs) if phrases), default=0)
        rest = self.memory.text[end : end + 40]
        return "?" in rest and not any(mark in rest[: rest.index("?")] for mark in ".!;")

    def _defines(self, verbs: Sequence[Verb]) -> bool:
        """Whether the sentence says what a word means: one aircraft delivering one weapon is a strike."""
        return any(
            each.head in lexicon.STRIKES and each.system is None and each.determiner in ("a", "an") and not each.after
            for verb in verbs
            if verb.verb == "be" and self.memory.text[verb.start : verb.end] in ("is", "are")
            for each in verb.objects
        )

    def _told_for_sure(self, found: list[Found], verbs: Sequence[Verb]) -> list[Found]:
        """What is alleged, without what is only asked: it is unclear who shot the jet down."""
        if not found or not verbs:
            return found
        open_ = _OPEN.search(self.memory.text, min(verbs[0].start, found[0].at), verbs[-1].end)
        return found if open_ is None else [one for one in found if one.at < open_.start()]


def _is_force_and_person(item: Item, knowledge: Knowledge) -> bool:
    """Whether a name is that of a leader whose force it also stands for."""
    meanings = dict(item.mention.meanings) if item.mention is not None else {}
    return "force" in meanings and knowledge.source_kinds.get(meanings.get("source", "")) == "person"
