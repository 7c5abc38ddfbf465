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
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb

_BASES: Final = bag(
    "base airbase airfield airport port town city village stronghold garrison camp airstrip facility capital"
)
_FIELDS: Final = bag("base airbase airfield airport port airstrip facility")
_RUNNING: Final = bag("operate run maintain have own keep")
"""What a force does with a base that is its own."""
_FREEING: Final = {"clear": "of", "purge": "of", "cleanse": "of", "rid": "of", "free": "from", "wrest": "from"}
"""Verbs that tell of a place that its holder lost it, each with the preposition before him."""
_ACHIEVING: Final = ("manage", "succeed")
_KINDS: Final = ("base", "town", "airport", "port")
_WHOSE: Final = ("its", "his", "their", "our", "her")
_SEVERAL: Final = bag("cities towns villages settlements bases airports ports areas strongholds districts localities")
_GRIP: Final = bag("control command grip hold rule occupation authority")
_HANDS: Final = bag("hands possession")
_TAKING: Final = bag(
    "take seize gain wrest assume regain retain keep maintain have hold win tighten establish consolidate"
)
_STAYING: Final = ("be", "remain", "stay")
_FIGHTING: Final = bag(
    "forces rebels troops army fighters militia militias militants insurgents soldiers junta"
    " paramilitaries gunmen men government"
    " jihadists separatists military coalition"
)
"""Who may hold a place, though no name says who it is."""
_HOLDERS: Final = _FIGHTING | bag(
    "rebel insurgent militant separatist jihadist paramilitary opposition regime loyalist enemy guerrilla"
)
"""Likewise in a compound: the rebel-held town."""


class Control:
    """Finds who is said to hold a place."""

    def __init__(self, memory: Memory, actions: Actions, parties: Parties, circumstances: Circumstances) -> None:
        self.memory, self.actions = memory, actions
        self.parties, self.circumstances = parties, circumstances

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
                one = self._held(noun, place, self.memory.owner(noun), None)
                one.aside = True
            else:
                holder, verb, known = self._by_verb(noun)
                if holder is None and not known:
                    holder, known = self._holder(noun)
                if not known and (holder := self._stationed(noun, place)) is not None:
                    known = True
                if not known:
                    continue
                one = self._held(noun, place, holder, verb)
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

    def _held(self, noun: Noun, place: str, holder: str | None, verb: Verb | None) -> Found:
        one = Found(noun, None, "", "controls", verb, noun.start, operator=holder, places={"at": (place,)})
        one.aside = verb is None
        if verb is not None:
            one.when = self.circumstances.when([*verb.preps, *verb.objects], verb)
            one.action = intended("controls", verb)
            mood(one, noun, verb, self.memory.nouns)
        return one

    def _by_verb(self, noun: Noun) -> tuple[str | None, Verb | None, bool]:
        """Who holds it by a verb, the verb, and whether somebody does though nobody known."""
        holder: str | None = None
        told: Verb | None = None
        known = False
        host = noun.host
        example = noun.hypernym or (noun.listed_with.hypernym if noun.listed_with is not None else None)
        gripped = example is not None and example.head in _GRIP  # control of the north, including Sanaa
        host = example if gripped else host
        if (gripped or noun.prep in ("of", "over")) and host is not None and host.head in _GRIP:
            for verb, role in host.verbs:
                has_it = role == "in" and verb.verb in _STAYING and not verb.negated
                if (has_it or (role == "object" and verb.verb in _TAKING)) and verb.voice != "inf":
                    holder = self.memory.force_of(verb.subject) if has_it else self.parties.doers.agent(verb)
                    told, known = verb, holder is not None or self._fights(verb.subject)
        for verb, role in (*noun.verbs, *self._of_relative(noun), *self._of_whole(noun)):
            if idle(verb):
                continue
            taken = verb.verb in lexicon.CONTROLS or (
                verb.verb in _RUNNING and noun.head in _FIELDS and noun.determiner != "its"
            )
            taken = taken or (_is_freed(verb) and role == "object")
            if taken and (verb.voice != "inf" or _is_achieved(verb)) and self._is_patient(verb, role):
                holder, told = self.parties.doers.agent(verb), verb
                by = next((each for each in verb.preps if each.prep == "by"), None)
                known = holder is not None or self._fights(verb.subject if role == "object" else by)
            elif role == "subject" and (grip := self._grip(verb)) is not None:
                named = next((force for of in grip.of if (force := self.memory.force_of(of))), None)
                holder, told = named or self.memory.owner(grip), verb
                known = holder is not None or any(self._fights(of) for of in grip.of)
            elif role == "subject" and verb.verb == "fall":
                taker = next((each for each in verb.preps if each.prep == "to"), None)
                holder = self.memory.force_of(taker)
                told, known = verb, holder is not None or self._fights(taker)
        return holder, told if known else None, known

    def _is_told(self, noun: Noun) -> bool:
        """Whether a verb says that somebody took or holds the base of before: the base was overrun in March."""
        if noun.determiner not in ("the", "this", "that"):
            return False
        return any(verb.verb in lexicon.CONTROLS and self._is_patient(verb, role) for verb, role in noun.verbs)

    def _stationed(self, noun: Noun, place: str) -> str | None:
        """The state that has a base abroad: the Russian base at Tartus, Assab hosts a base of the Emirates."""
        if noun.head not in _FIELDS - {"airport", "port"} or noun.entity is not None or noun.determiner in _WHOSE:
            return None
        owner, knowledge = self.memory.owner(noun), self.memory.knowledge
        if knowledge.force_kinds.get(owner or "") not in ("state", "service", "company"):
            return None
        return owner if knowledge.places.root(place) != knowledge.forces.root(owner or "") else None

    def _of_whole(self, noun: Noun) -> Iterator[tuple[Verb, str]]:
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

    def _is_patient(self, verb: Verb, role: str) -> bool:
        return (role == "object" and verb.voice != "passive") or (role == "subject" and verb.voice in ("passive", "pp"))

    def _grip(self, verb: Verb) -> Noun | None:
        """Is under the control of, fell into the hands of."""
        for each in verb.preps:
            if each.prep == "under" and each.head in _GRIP and verb.verb in (*_STAYING, "come", "fall"):
                return each
            if each.prep in ("in", "into") and each.head in _HANDS and verb.verb in (*_STAYING, "fall", "pass"):
                return each
        return None

    def _fights(self, noun: Noun | None) -> bool:
        return noun is not None and noun.system is None and noun.head.casefold() in _FIGHTING

    def _holder(self, noun: Noun) -> tuple[str | None, bool]:
        """Jufra, an LNA stronghold; a base under the control of Haftar; LNA-held Jufra; the rebel-held town.

        Who holds it, and whether somebody does though no name says who.
        """
        for each in noun.after:
            if each.prep == "under" and each.head in ("control", "command"):
                named = (force for of in each.of if (force := self.memory.force_of(of)) is not None)
                holder = next(named, None) or self.memory.owner(each)
                return holder, holder is not None
        if noun.held:
            named = (force for owner in noun.owners if (force := self.memory.meaning(owner, "force")))
            if (holder := next(named, None)) is not None:
                return holder, True
        word = _holding(noun)
        return (self.memory.force_called(word, self.memory.speaking(noun)), True) if word else (None, False)


def _host(noun: Noun) -> Noun | None:
    """The place that hosts a base."""
    hosts = (verb.subject for verb, role in noun.verbs if role == "object" and verb.verb == "host")
    return next(hosts, None)


def _is_freed(verb: Verb) -> bool:
    """Whether a place is rid of those who held it: cleared the town of militants, wrested it from the army."""
    if verb.verb == "secure":
        return True
    near = (*verb.preps, *(more for each in verb.objects for more in (*each.of, *each.after)))
    return verb.verb in _FREEING and any(each.prep in (_FREEING[verb.verb], "from") for each in near)


def _is_achieved(verb: Verb) -> bool:
    """Whether what an infinitive tells was done: managed to take the town."""
    return verb.above is not None and verb.above.verb in _ACHIEVING and not verb.above.negated


def _holding(noun: Noun) -> str:
    """The general word for who holds a place, in a compound before it: the rebel-held town."""
    for item, mark, participle in zip(noun.items, noun.items[1:], noun.items[2:], strict=False):
        if item.tag == "N" and mark.tag == "-" and participle.word in lexicon.HELD and item.word in _HOLDERS:
            return item.word
    return ""
