"""Who takes or holds a place, by a verb or a noun: seized Gao, fell to the army, drove them from it, the capture of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from oob.reading.claims.doers import Doers
from oob.reading.claims.memory import Memory
from oob.reading.claims.use import is_patient
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb, first

FIELDS: Final = bag("base airbase airfield airport port airstrip facility")
_RUNNING: Final = bag("operate run maintain have own keep")
"""What a force does with a base that is its own."""
_FREEING: Final = {"clear": "of", "purge": "of", "cleanse": "of", "rid": "of", "free": "from", "wrest": "from"}
"""Verbs that tell of a place that its holder lost it, each with the preposition before him."""
_LOST_BY: Final = lexicon.CAPTURING | {"take over"}
"""What is done to a place so has been done by somebody, though nobody is named."""
_YIELDING: Final = bag("cede relinquish surrender transfer return") | {"hand over", "hand back", "give up", "turn over"}
"""What a side does with a place that another has then: handed the base over to the army."""
_DRIVING: Final = bag("drive push force expel oust eject dislodge evict flush rout chase throw kick beat")
"""Verbs that tell of people that they lost the place from which they went."""
_ACHIEVING: Final = ("manage", "succeed")
_GRIP: Final = bag("control command grip hold rule occupation authority")
"""What whoever holds a place has on it, or has it under."""
_HANDS: Final = bag("hands possession grip")
"""What a place falls into."""
_TAKING: Final = bag(
    "take seize gain wrest assume regain retain keep maintain have hold win tighten establish consolidate get"
)
"""What is done with a grip by whoever comes to have it, or keeps it."""
_STAYING: Final = ("be", "remain", "stay")
_CAPTURES: Final = bag(
    "capture recapture seizure conquest takeover reconquest fall liberation occupation storming retaking"
)
"""Nouns for the taking of a place."""
_FORCES: Final = bag(
    "forces rebels troops army fighters militia militias militants insurgents soldiers junta paramilitaries gunmen men"
    " government jihadists separatists military coalition sides"
)
"""Who may hold a place, though no name says who it is."""
HOLDERS: Final = _FORCES | bag(
    "rebel insurgent militant separatist jihadist paramilitary opposition regime loyalist enemy guerrilla"
)
"""Likewise in a compound: the rebel-held town."""
_FELL_OTHERWISE: Final = re.compile(
    r" (?:silent|quiet|ill|short|apart|behind|victim|prey|dark|asleep|into (?!the hands))"
)
"""What falls so is not taken."""


class Held(NamedTuple):
    """Who holds a place, if it is told who, and the verb that says so."""

    holder: str | None
    verb: Verb | None


class Taking:
    """Reads who took a place, or holds it."""

    def __init__(self, memory: Memory, doers: Doers) -> None:
        self.memory, self.doers = memory, doers

    def by_verb(self, place: Noun, verb: Verb, role: str) -> Held | None:
        """What a verb tells of a place that has a role in it."""
        if verb.voice == "inf" and not _is_achieved(verb):
            return None
        patient = is_patient(verb, role) and (role, verb.voice) != ("object", "passive")  # was given the town
        if patient and self._takes(place, verb, role):
            by = first(verb.preps, "by")
            if verb.verb in _LOST_BY and role == "subject":
                return Held(self.doers.agent(verb), verb)
            return self._held(self.doers.agent(verb), verb, [verb.subject if role == "object" else by])
        if patient and verb.verb == "lose" and not verb.modal:
            return self._held(self._to(verb), verb, [verb.subject, first(verb.preps, "to")])
        if patient and verb.verb in _YIELDING:
            return self._held(self._to(verb), verb, [first(verb.preps, "to")])
        if role == "from" and verb.verb in _DRIVING:
            return self._held(self.doers.agent(verb), verb, [verb.subject])
        if role != "subject":
            return None
        if verb.verb == "fall" and not _FELL_OTHERWISE.match(self.memory.text, verb.end):
            return Held(self._to(verb), verb)
        grip = _grip(verb)
        return self._gripped(grip, place, verb) if grip is not None else None

    def by_noun(self, place: Noun) -> Held | None:
        """What a noun tells on which a place hangs: is in control of, took control of, the recapture of."""
        example = place.hypernym or (place.listed_with.hypernym if place.listed_with is not None else None)
        gripped = example is not None and example.head in _GRIP  # control of the north, including Sanaa
        host = example if gripped else place.host
        if host is None or not (gripped or place.prep in ("of", "over")):
            return None
        if host.head in _CAPTURES and host.determiner in ("the", "its", "their", "") and not gripped:
            near = (*host.after, *place.after)
            takers = (self.memory.force_of(each) for each in near if each.prep in ("by", "to"))
            return Held(self.memory.owner(host) or next((each for each in takers if each), None), None)
        for verb, role in host.verbs if host.head in _GRIP else ():
            has_it = role == "in" and verb.verb in _STAYING and not verb.negated
            if (has_it or (role == "object" and verb.verb in _TAKING)) and verb.voice != "inf":
                holder = self.memory.force_of(verb.subject) if has_it else self.doers.agent(verb)
                return self._held(holder, verb, [verb.subject])
        return None

    def _takes(self, place: Noun, verb: Verb, role: str) -> bool:
        """Whether a verb tells that what is done to a place puts it in somebody's hands."""
        runs = verb.verb in _RUNNING and place.head in FIELDS and place.determiner != "its"
        return verb.verb in lexicon.CONTROLS or runs or (role == "object" and _is_freed(verb))

    def _gripped(self, grip: Noun, place: Noun, verb: Verb) -> Held | None:
        """Whose grip it is: under the control of the army, in government hands."""
        named = next((force for of in grip.of if (force := self.memory.force_of(of))), None)
        word = next((item.word for item in grip.items[:-1] if item.word in HOLDERS), "")
        called = self.memory.force_called(word, self.memory.speaking(place)) if word else None
        holder = named or self.memory.owner(grip) or called
        return Held(holder, verb) if word else self._held(holder, verb, grip.of)

    def _to(self, verb: Verb) -> str | None:
        return self.memory.force_of(first(verb.preps, "to"))

    def _held(self, holder: str | None, verb: Verb, others: Iterable[Noun | None]) -> Held | None:
        """Somebody has the place: one who is known, or one who may have a place though nobody says who he is."""
        return Held(holder, verb) if holder is not None or any(map(_fights, others)) else None


def _fights(noun: Noun | None) -> bool:
    return noun is not None and noun.head.casefold().rsplit(" ", 1)[-1] in _FORCES


def _grip(verb: Verb) -> Noun | None:
    """Is under the control of, fell into the hands of."""
    for each in verb.preps:
        if each.prep == "under" and each.head in _GRIP and verb.verb in (*_STAYING, "come", "fall"):
            return each
        if each.prep in ("in", "into") and each.head in _HANDS and verb.verb in (*_STAYING, "fall", "pass"):
            return each
    return None


def _is_freed(verb: Verb) -> bool:
    """Whether a place is rid of those who held it: cleared the town of militants, wrested it from the army."""
    if verb.verb == "secure":
        return True
    near = (*verb.preps, *(more for each in verb.objects for more in (*each.of, *each.after)))
    return verb.verb in _FREEING and any(each.prep in (_FREEING[verb.verb], "from") for each in near)


def _is_achieved(verb: Verb) -> bool:
    """Whether what an infinitive tells was done: managed to take the town."""
    return verb.above is not None and verb.above.verb in _ACHIEVING and not verb.above.negated
