"""Who holds a base or a town, and who took it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.actions import Actions
from oob.reading.claims.circumstances import Circumstances
from oob.reading.claims.found import Found
from oob.reading.claims.holding import STRONGHOLDS, Holding, holding
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import idle, intended, mood
from oob.reading.claims.parties import Parties
from oob.reading.claims.taking import FIELDS, Held, Taking
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag, both
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.grammar.words import is_genitive

_BASES: Final = STRONGHOLDS | bag(
    "base airbase airfield airport port town city village garrison camp airstrip facility capital settlement outpost"
)
_KINDS: Final = ("base", "town", "airport", "port", "region")
_TOWNS: Final = bag("town city village settlement port")
_SEVERAL: Final = bag(
    "cities towns villages settlements bases airports ports areas strongholds districts localities posts outposts"
    " camps positions hamlets communities garrisons checkpoints townships neighbourhoods neighborhoods"
)
_AREAS: Final = both("area district zone region part pocket position section") | bag("territory land territories")
_PARTS: Final = _AREAS | bag(
    "most half whole rest all much quarter majority swathes swaths bulk remainder chunk slice percent"
    " chunks slices outskirts suburbs neighbourhoods neighborhoods centre center entirety stretches"
)
"""What is said of how much of a place is held."""
_GROUND: Final = bag("territory ground land territories parts areas swathes positions")
"""What is taken in a place, by which the place is held at least in part."""
_SOME_OF: Final = {"of": _PARTS, "in": _GROUND, "around": _GROUND, "near": _GROUND}
"""By preposition: what is part of the place that stands after it."""
_INSIDE: Final = ("in", "of", "across", "around", "near")
_DEEPEST: Final = 3
"""Phrases of parts, one on another: parts of the rest of the town."""


class Control:
    """Finds who is said to hold a place."""

    def __init__(self, memory: Memory, actions: Actions, parties: Parties, circumstances: Circumstances) -> None:
        self.memory, self.actions = memory, actions
        self.taking, self.circumstances = Taking(memory, parties.doers), circumstances
        self.holding = Holding(memory, self.taking)

    def found(self, nouns: Sequence[Noun]) -> list[Found]:
        """The places of a sentence that somebody is said to hold or to have taken; each once by each holder."""
        told: dict[tuple[str, str | None], Found] = {}
        for noun in nouns:
            place = self._place(noun)
            if not place:
                continue
            held = self._by_verb(noun) or self._by_phrase(noun) or self.holding.stationed(noun, place)
            if held is None and noun.head in STRONGHOLDS and noun.entity is None:
                held = self.holding.as_stronghold(noun)
            if held is not None and (one := self._held(noun, place, held)).action == "controls":
                told.setdefault((place, held.holder), one)
        named = {place for place, holder in told if holder is not None}
        return [one for (place, holder), one in told.items() if holder is not None or place not in named]

    def _place(self, noun: Noun) -> str | None:
        """The base or town that a phrase names, alone or after a general word: the base at Jufra."""
        if noun.pronoun == "it" and noun.items[-1].word == "it":  # not "the system"
            return self.memory.place_meant(noun) if self._by_verb(noun) is not None else None
        if noun.entity is not None:
            if is_genitive(noun.entity.word):
                return None  # in control of Syria's second city
            partly = any(top is not noun for top in _wholes(noun))
            return self._of_kind(self.memory.place_of(noun), (*_KINDS, "country") if partly else _KINDS)
        if noun.head in _SEVERAL and (noun.quantity is not None or noun.held or holding(noun)):
            inside = (self.memory.place_of(each) for each in (*noun.after, *noun.of) if each.prep in _INSIDE)
            return next((place for place in inside if place is not None), None)
        if noun.head in _AREAS and not noun.of:
            named = any(self.memory.meaning(item, "place") is not None for item in noun.owners) and not noun.held
            return self.memory.place_of(noun) if named else self.holding.named_by(noun)
        return self._base(noun) if noun.head in _BASES else None

    def _base(self, noun: Noun) -> str | None:
        """The place that a general word for a base or a town means: the base at Jufra; Gharyan, a town which."""
        if (host := _host(noun)) is not None:
            return self._held_in(host)
        near = (*noun.after, *noun.of)
        beside = (self._held_in(each) or self._called_so(noun, each) for each in near if each.prep in ("at", "of"))
        exact = next((place for place in beside if place is not None), None)
        if exact is not None:
            return None if noun.head == "capital" and self._is_region(exact) else exact
        told = noun.held or bool(holding(noun)) or self._is_told(noun)
        says = told or noun.head in STRONGHOLDS or (noun.head in FIELDS and bool(noun.owners))
        if says and (named := self.holding.named_by(noun)) is not None:
            return self._of_kind(named, _KINDS)
        around = next((place for each in near if each.prep in ("in", "near") and (place := self._held_in(each))), None)
        if around is not None:
            return None if noun.head == "capital" else around
        definite = noun.determiner in ("the", "this", "that") or noun.held or holding(noun) or noun.owners
        return self._of_kind(self.memory.place_of(noun), _KINDS) if told and definite else None

    def _called_so(self, noun: Noun, name: Noun) -> str | None:
        """A place that the catalogue does not list, where a word says what it is: the town of Bulomarer."""
        place = self.memory.place_of(name) if name.prep == "of" and noun.head in _TOWNS else None
        return place if place is not None and self.memory.knowledge.place_kind(place) in (None, "") else None

    def _is_region(self, place: str) -> bool:
        return self.memory.knowledge.place_kind(place) != "town"

    def _of_kind(self, place: str | None, kinds: Sequence[str]) -> str | None:
        return place if self.memory.knowledge.place_kind(place) in kinds else None

    def _held_in(self, noun: Noun) -> str | None:
        """The base or town that a phrase names; not the country that a base lies in."""
        return self._of_kind(self.memory.place_of(noun), _KINDS)

    def _held(self, noun: Noun, place: str, held: Held) -> Found:
        """The claim that somebody holds a place."""
        holder, verb = held
        one = Found(noun, None, "", "controls", verb, noun.start, operator=holder, places={"at": (place,)})
        one.aside = verb is None
        if verb is not None:
            one.when = self.circumstances.when_done(verb)
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
        if noun.prep == "of" and noun.host is not None and noun.host.head in _SEVERAL:
            told = self.taking.by_noun(noun.host) or told  # control of the towns of Humera and Gao
        for verb, role in (*self._of_relative(noun), *self._of_several(noun)):
            told = (None if idle(verb) else self.taking.by_verb(noun, verb, role)) or told
        return told

    def _by_phrase(self, noun: Noun) -> Held | None:
        """Who holds it by the phrase itself, or by one for a part of it: Houthi-held areas of Yemen."""
        found = (self.holding.by_phrase(top) for top in _wholes(noun))
        return next((held for held in found if held is not None), None)

    def _is_told(self, noun: Noun) -> bool:
        """Whether a verb says that somebody took or holds it: the base was overrun in March."""
        return any(self.taking.by_verb(noun, verb, role) is not None for verb, role in noun.verbs)

    def _of_several(self, noun: Noun) -> Iterator[tuple[Verb, str]]:
        """The verbs of what a place is one of: took the towns of Gao and Kidal, seized towns, including Gao."""
        several = noun.host if noun.prep == "of" else None
        if several is not None and (several.head in _SEVERAL or (several.head in _BASES and noun.listed_with)):
            yield from several.verbs
        whole = noun.hypernym or (noun.listed_with.hypernym if noun.listed_with is not None else None)
        if whole is not None and whole.head in _SEVERAL:
            yield from whole.verbs

    def _of_relative(self, noun: Noun) -> Iterator[tuple[Verb, str]]:
        """The clause on the country after a base that is of the base: the airbase in Libya, which the LNA holds."""
        for each in (*noun.of, *noun.after):
            place = self.memory.place_of(each) if each.prep == "in" else None
            if place is not None and self.memory.knowledge.place_kind(place) == "country":
                yield from ((verb, role) for verb, role in each.verbs if verb.verb in lexicon.CONTROLS)


def _wholes(noun: Noun) -> Iterator[Noun]:
    """A place, and what is some of it: Mosul, most of Mosul, ground in Mosul."""
    yield noun
    for _ in range(_DEEPEST):
        host = noun.host
        some = host is not None and host.head in _SOME_OF.get(noun.prep, ())
        if host is None or not some:
            return
        yield host
        noun = host


def _host(noun: Noun) -> Noun | None:
    """The place that hosts a base."""
    hosts = (verb.subject for verb, role in noun.verbs if role == "object" and verb.verb == "host")
    return next(hosts, None)
