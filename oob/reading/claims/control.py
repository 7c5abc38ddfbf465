"""Who holds a base or a town, and who took it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.actions import Actions
from oob.reading.claims.circumstances import Circumstances
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import idle, intended, mood
from oob.reading.claims.parties import Parties
from oob.reading.claims.taking import FIELDS, HOLDERS, Held, Taking
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb

_BASES: Final = bag(
    "base airbase airfield airport port town city village stronghold garrison camp airstrip facility capital"
)
_KINDS: Final = ("base", "town", "airport", "port", "region")
_WHOSE: Final = ("its", "his", "their", "our", "her")
_SEVERAL: Final = bag("cities towns villages settlements bases airports ports areas strongholds districts localities")
_PARTS: Final = bag("parts part most half whole rest all much areas quarter majority swathes")
"""What is said of how much of a place is held."""
_GROUND: Final = bag("territory ground land territories parts areas swathes")
"""What is taken in a place, by which the place is held at least in part."""
_DEEPEST: Final = 3
"""Phrases of parts, one on another: parts of the rest of the town."""


class Control:
    """Finds who is said to hold a place."""

    def __init__(self, memory: Memory, actions: Actions, parties: Parties, circumstances: Circumstances) -> None:
        self.memory, self.actions = memory, actions
        self.taking, self.circumstances = Taking(memory, parties.doers), circumstances

    def found(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """The places of a sentence that somebody is said to hold or to have taken."""
        for noun in nouns:
            taken = self.memory.place_taken(noun)
            if noun.entity is None and noun.head not in _BASES and taken is None:
                continue
            place = taken or self._place(noun)
            if not place:
                continue
            if noun.head == "stronghold" and noun.entity is None:
                one = self._held(noun, place, Held(self.memory.owner(noun), None))
                one.aside = True
            else:
                held = self._by_verb(noun) or self._by_phrase(noun) or self._stationed(noun, place)
                if held is None:
                    continue
                one = self._held(noun, place, held)
            if one.action == "controls":
                yield one

    def _place(self, noun: Noun) -> str | None:
        """The base or town that a phrase names, alone or after a general word: the base at Jufra."""
        place = None
        if noun.entity is not None:
            place = self.memory.place_of(noun)
        elif noun.head == "stronghold" and noun.owners:
            other = noun.listed_with or noun.hypernym
            return self.memory.place_of(other) if other is not None else None
        elif noun.head in _BASES:
            if (host := _host(noun)) is not None:
                return self._held_in(host)
            named = (each for each in (*noun.after, *noun.of) if each.prep in ("at", "of", "in", "near"))
            place = next((found for each in named if (found := self._held_in(each))), None)
            if place is None and (noun.held or _holding(noun) or self._is_told(noun)):
                beside = noun.listed_with or noun.hypernym
                place = self.memory.place_of(beside) if beside is not None else self.memory.place_of(noun)
        return place if place is not None and self.memory.knowledge.place_kinds.get(place) in _KINDS else None

    def _held_in(self, noun: Noun) -> str | None:
        """The base or town that a phrase names; not the country that a base lies in."""
        place = self.memory.place_of(noun)
        return place if self.memory.knowledge.place_kinds.get(place or "") in _KINDS else None

    def _held(self, noun: Noun, place: str, held: Held) -> Found:
        """The claim that somebody holds a place."""
        holder, verb = held
        one = Found(noun, None, "", "controls", verb, noun.start, operator=holder, places={"at": (place,)})
        one.aside = verb is None
        if verb is not None:
            one.when = self.circumstances.when([*verb.preps, *verb.objects], verb)
            one.action = intended("controls", verb)
            mood(one, noun, verb, self.memory.nouns)
        return one

    def _by_verb(self, noun: Noun) -> Held | None:
        """Who holds it by a verb, or by a noun that it hangs on; the last that tells."""
        told: Held | None = None
        for top in _wholes(noun):
            for verb, role in top.verbs:
                told = (None if idle(verb) else self.taking.by_verb(top, verb, role)) or told
            told = self.taking.by_noun(top) or told
        for verb, role in (*self._of_relative(noun), *self._of_several(noun)):
            told = (None if idle(verb) else self.taking.by_verb(noun, verb, role)) or told
        return told

    def _is_told(self, noun: Noun) -> bool:
        """Whether a verb says that somebody took or holds the base of before: the base was overrun in March."""
        if noun.determiner not in ("the", "this", "that"):
            return False
        return any(self.taking.by_verb(noun, verb, role) is not None for verb, role in noun.verbs)

    def _stationed(self, noun: Noun, place: str) -> Held | None:
        """The state that has a base abroad: the Russian base at Tartus, Assab hosts a base of the Emirates."""
        if noun.head not in FIELDS - {"airport", "port"} or noun.entity is not None or noun.determiner in _WHOSE:
            return None
        owner, knowledge = self.memory.owner(noun), self.memory.knowledge
        if knowledge.force_kinds.get(owner or "") not in ("state", "service", "company"):
            return None
        abroad = knowledge.places.root(place) != knowledge.forces.root(owner or "")
        return Held(owner, None) if abroad else None

    def _of_several(self, noun: Noun) -> Iterator[tuple[Verb, str]]:
        """The verbs of what a place is one of: took the towns of Gao and Kidal, seized towns, including Gao."""
        several = noun.host if noun.prep == "of" else None
        if several is not None and several.head in _SEVERAL:
            yield from several.verbs
        whole = noun.hypernym or (noun.listed_with.hypernym if noun.listed_with is not None else None)
        if whole is not None and whole.head in _SEVERAL:
            yield from whole.verbs

    def _of_relative(self, noun: Noun) -> Iterator[tuple[Verb, str]]:
        """The clause on the country after a base that is of the base: the airbase in Libya, which the LNA holds."""
        for each in (*noun.of, *noun.after):
            place = self.memory.place_of(each) if each.prep == "in" else None
            if place is not None and self.memory.knowledge.place_kinds.get(place) == "country":
                yield from ((verb, role) for verb, role in each.verbs if verb.verb in lexicon.CONTROLS)

    def _by_phrase(self, noun: Noun) -> Held | None:
        """Who holds it by the phrase itself: a base under the control of Haftar, LNA-held Jufra, a rebel-held town."""
        for each in noun.after:
            if each.prep == "under" and each.head in ("control", "command"):
                named = (force for of in each.of if (force := self.memory.force_of(of)) is not None)
                holder = next(named, None) or self.memory.owner(each)
                return Held(holder, None) if holder is not None else None
        if noun.held:
            named = (force for owner in noun.owners if (force := self.memory.meaning(owner, "force")))
            if (holder := next(named, None)) is not None:
                return Held(holder, None)
        word = _holding(noun)
        return Held(self.memory.force_called(word, self.memory.speaking(noun)), None) if word else None


def _wholes(noun: Noun) -> Iterator[Noun]:
    """A place, and what is some of it: Mosul, most of Mosul, ground in Mosul."""
    yield noun
    for _ in range(_DEEPEST):
        host = noun.host
        some = host is not None and host.head in {"of": _PARTS, "in": _GROUND}.get(noun.prep, ())
        if host is None or not some:
            return
        yield host
        noun = host


def _host(noun: Noun) -> Noun | None:
    """The place that hosts a base."""
    hosts = (verb.subject for verb, role in noun.verbs if role == "object" and verb.verb == "host")
    return next(hosts, None)


def _holding(noun: Noun) -> str:
    """The general word for who holds a place, in a compound before it: the rebel-held town."""
    for item, mark, participle in zip(noun.items, noun.items[1:], noun.items[2:], strict=False):
        if item.tag == "N" and mark.tag == "-" and participle.word in lexicon.HELD and item.word in HOLDERS:
            return item.word
    return ""
