"""Who takes or holds a place, by a verb or a noun: seized Gao, fell to the army, drove them from it, the capture of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from oob.reading.claims.doers import Doers
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb, first, is_patient

FIELDS: Final = bag("base airbase airfield airport port airstrip facility outpost garrison")
_RUNNING: Final = bag("operate run maintain have own keep man garrison")
"""What a force does with a base that is its own."""
_FOUNDING: Final = bag("build establish construct found open erect") | {"set up", "put up"}
"""What a force does that has a base from then on."""
_OWN_FIELDS: Final = FIELDS - {"airport", "port", "facility"}
_RULING: Final = bag("rule govern administer recover")
"""What whoever has a town, or has it again, does with it."""
_FREEING: Final = {"clear": "of", "purge": "of", "cleanse": "of", "rid": "of", "free": "from", "wrest": "from"}
"""Verbs that tell of a place that its holder lost it, each with the preposition before him."""
_LOST_BY: Final = lexicon.CAPTURING | {"take over", "take"}
"""What is done to a place so has been done by somebody, though nobody is named."""
_AWAY: Final = ("to", "into", "for", "from", "as")
"""What tells that somebody or something was taken somewhere, and no place was taken."""
_YIELDING: Final = bag("transfer return") | {"hand over", "hand back", "turn over"}
"""What a side does with a place that another has then: handed the base over to the army."""
_LOSING: Final = bag("lose abandon cede relinquish surrender yield forfeit") | {"give up"}
"""What a side does with a place that it has no more, whoever has it then."""
_ENTERING: Final = bag("enter")
"""What an army does with a town that it takes."""
_DRIVING: Final = bag("drive push force expel oust eject dislodge evict flush rout chase throw kick beat clear remove")
"""Verbs that tell of people that they lost the place from which they went."""
_ACHIEVING: Final = bag("manage succeed go continue proceed") | {"go on"}
_CLAIMING: Final = bag("claim say report announce believe think appear seem know declare boast")
"""What is said of a thing done: claims to have taken the town."""
_DENYING: Final = bag("deny reject refute dismiss dispute")
_GRIP: Final = bag("control command grip hold rule occupation authority possession charge")
"""What whoever holds a place has on it, or has it under."""
_HANDS: Final = bag("hands possession grip hand clutches")
"""What a place falls into."""
_TAKING: Final = bag(
    "take seize gain wrest assume regain retain keep maintain have hold win tighten establish consolidate get"
    " claim declare announce exercise extend cement strengthen recover reclaim complete restore reassert enjoy"
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
_BANDS: Final = bag("group groups force faction factions movement band bands unit units")
"""Who fights if a word before says so: an armed group, the rebel movement; but not a rights group."""
HOLDERS: Final = _FORCES | bag(
    "rebel insurgent militant separatist jihadist paramilitary opposition regime loyalist enemy guerrilla"
    " terrorist armed"
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
            if verb.verb in _LOST_BY and role == "subject" and not any(each.prep in _AWAY for each in verb.preps):
                return Held(self.doers.agent(verb), verb)
            return self._held(self.doers.agent(verb), verb, [verb.subject if role == "object" else by])
        if patient and (verb.verb in _YIELDING or (verb.verb in _LOSING and not verb.modal)):
            return self._yielded(verb)
        if role in ("from", "of") and verb.verb in _DRIVING and not self._is_of_things(verb):
            return self._driven_from(verb)
        if role == "object" and verb.verb in _ENTERING:
            return self._entered(verb)
        return self._of_subject(place, verb) if role == "subject" else None

    def _is_of_things(self, verb: Verb) -> bool:
        """Whether a verb tells what is done to things, not to men: removed a radar from the airport."""
        patient = verb.subject if verb.voice in ("passive", "pp") else next(iter(verb.objects), None)
        named = self.memory.meaning(patient.system, "system") if patient is not None else None
        return named is not None and not self.memory.knowledge.is_personnel(named)

    def _of_subject(self, place: Noun, verb: Verb) -> Held | None:
        """A place fell, changed hands, is in the hands of the army, is held by it."""
        if verb.verb == "fall" and not _FELL_OTHERWISE.match(self.memory.text, verb.end):
            return Held(self._to(verb), verb)
        if verb.verb in ("change", "switch") and any(each.head == "hands" for each in verb.objects):
            return Held(None, verb)
        if verb.verb == "belong" and (force := self._to(verb)) is not None:
            return Held(force, verb)
        grip = _grip(verb)
        return self._gripped(grip, place, verb) if grip is not None else None

    def _yielded(self, verb: Verb) -> Held | None:
        """A side gave a place up, to somebody or to nobody who is named."""
        to = first(verb.preps, "to")
        held = self._held(self.memory.force_of(to), verb, [to])
        if held is not None or verb.verb not in _LOSING:
            return held
        loser = verb.subject if verb.voice not in ("passive", "pp") else first(verb.preps, "by")
        return Held(None, verb) if self.memory.force_of(loser) is not None or _fights(loser) else None

    def _driven_from(self, verb: Verb) -> Held | None:
        """Those who had a place were driven from it."""
        driven = [verb.subject, *verb.objects]
        if not any(_fights(each) or self.memory.force_of(each) is not None for each in driven):
            return None
        taker = self.doers.agent(verb)
        return Held(taker if taker not in map(self.memory.force_of, verb.objects) else None, verb)

    def _force(self, noun: Noun | None) -> str | None:
        """The force that a phrase is, or whose men it names."""
        return self.memory.force_of(noun) or (self.memory.owner(noun) if noun is not None else None)

    def _entered(self, verb: Verb) -> Held | None:
        """An army, not some soldiers of it, entered a town."""
        doer = verb.subject
        if doer is None or doer.system is not None or verb.voice not in ("active", "ing") or verb.modal:
            return None
        force = self.memory.force_of(doer)
        return Held(force, verb) if force is not None else None

    def by_noun(self, place: Noun) -> Held | None:
        """What a noun tells on which a place hangs: is in control of, took control of, the recapture of."""
        example = place.hypernym or (place.listed_with.hypernym if place.listed_with is not None else None)
        gripped = example is not None and example.head in _GRIP  # control of the north, including Sanaa
        host = example if gripped else place.host
        if host is None or not (gripped or place.prep in ("of", "over")):
            return None
        if host.head in _CAPTURES and host.determiner in ("the", "its", "their", "") and not gripped:
            return self._captured(host, place)
        if host.head not in _GRIP:
            return None
        for verb, role in host.verbs:
            if verb.voice == "inf" and not _is_achieved(verb):
                continue
            if role == "in" and verb.verb in _STAYING and not verb.negated:
                holder = self._meant(verb)
                return self._held(self._force(holder), verb, [holder])
            if role == "object" and verb.verb in _TAKING:
                return self._held(self.doers.agent(verb), verb, [verb.subject])
            if role == "object" and verb.verb in _LOSING and not verb.modal:
                return self._yielded(verb)
        if host.prep == "in" and host.host is not None:  # the rebels, in control of the town
            return self._held(self._force(host.host), None, [host.host])
        return None

    def _meant(self, verb: Verb) -> Noun | None:
        """Who has it: the subject of a verb, or who is said to say so of himself: rebels said they were in control."""
        subject, above = verb.subject, verb.above
        if subject is None or subject.pronoun not in ("they", "it"):
            return subject
        says = (each for each in self.memory.verbs if each.verb in lexicon.SPEECH and each.end <= subject.start)
        teller = next((each.subject for each in says if each.subject is not None), None)
        return teller or (above.subject if above is not None else None) or subject

    def _captured(self, capture: Noun, place: Noun) -> Held | None:
        """The capture of a place by somebody, its fall to him; what he claims, denies, plans."""
        told = next(((verb, role) for verb, role in capture.verbs if verb.verb in _CLAIMING | _DENYING), None)
        near = (*capture.after, *place.after)
        takers = (self.memory.force_of(each) for each in near if each.prep in ("by", "to"))
        taker = self.memory.owner(capture) or next((each for each in takers if each), None)
        if told is not None and told[1] == "object" and told[0].voice in ("active", "ing"):
            claims = told[0].verb in _CLAIMING and capture.head not in ("fall", "occupation")
            return Held(taker or (self.doers.agent(told[0]) if claims else None), told[0])
        return Held(taker, None)

    def by_grip(self, place: Noun) -> Held | None:
        """What a phrase on a place tells: a base under the control of the army, the town, still in rebel hands."""
        for each in place.after:
            under = each.prep == "under" and each.head in _GRIP
            if under or (each.prep == "in" and each.head in _HANDS):
                return self._gripped(each, place, None)
        return None

    def _takes(self, place: Noun, verb: Verb, role: str) -> bool:
        """Whether a verb tells that what is done to a place puts it in somebody's hands."""
        named = place.entity is not None and self.memory.knowledge.place_kind(self.memory.place_of(place)) == "base"
        base = named or (place.head.removesuffix("s") in FIELDS and place.determiner != "its")
        used = base and verb.verb == "use" and role == "subject" and verb.voice == "pp"  # a base used by militias
        runs = used or (base and verb.verb in _RUNNING) or _is_founded(place, verb, role)
        rules = verb.verb in _RULING or verb.verb in lexicon.CONTROLS
        return rules or runs or (role == "object" and _is_freed(verb))

    def _gripped(self, grip: Noun, place: Noun, verb: Verb | None) -> Held | None:
        """Whose grip it is: under the control of the army, in government hands."""
        near = (*grip.of, *(each for each in grip.after if each.prep == "to"))
        named = next((force for of in near if (force := self.memory.force_of(of))), None)
        word = next((item.word for item in grip.items[:-1] if item.word in HOLDERS), "")
        called = self.memory.force_called(word, self.memory.speaking(place)) if word else None
        holder = named or self.memory.owner(grip) or called
        return Held(holder, verb) if word else self._held(holder, verb, grip.of)

    def _to(self, verb: Verb) -> str | None:
        return self.memory.force_of(first(verb.preps, "to"))

    def _held(self, holder: str | None, verb: Verb | None, others: Iterable[Noun | None]) -> Held | None:
        """Somebody has the place: one who is known, or one who may have a place though nobody says who he is."""
        fighting = [each for each in others if _fights(each)]
        called = (
            self.memory.force_called(each.head, self.memory.speaking(each)) for each in fighting if each is not None
        )
        holder = holder or next((force for force in called if force is not None), None)
        return Held(holder, verb) if holder is not None or fighting else None


def _fights(noun: Noun | None) -> bool:
    if noun is None:
        return False
    head = noun.head.casefold().rsplit(" ", 1)[-1]
    return head in _FORCES or (head in _BANDS and any(item.word in HOLDERS for item in noun.items))


def _grip(verb: Verb) -> Noun | None:
    """Is under the control of, fell into the hands of."""
    for each in verb.preps:
        if each.prep == "under" and each.head in _GRIP and verb.verb in (*_STAYING, "come", "fall"):
            return each
        if each.prep in ("in", "into") and each.head in _HANDS and verb.verb in (*_STAYING, "fall", "pass"):
            return each
    return None


def _is_founded(place: Noun, verb: Verb, role: str) -> bool:
    """Whether somebody built himself a base: set up its base at Assab; not: a base built by the Soviet Union."""
    return role == "object" and verb.verb in _FOUNDING and place.head in _OWN_FIELDS


def _is_freed(verb: Verb) -> bool:
    """Whether a place is rid of those who held it: cleared the town of militants, wrested it from the army."""
    if verb.verb == "secure":
        return True
    near = (*verb.preps, *(more for each in verb.objects for more in (*each.of, *each.after)))
    return verb.verb in _FREEING and any(each.prep in (_FREEING[verb.verb], "from") for each in near)


def _is_achieved(verb: Verb) -> bool:
    """Whether what an infinitive tells was done: managed to take the town, claims to have taken it."""
    above = verb.above
    if above is None or above.negated:
        return False
    return above.verb in _ACHIEVING or above.verb == "claim" or (verb.perfect and above.verb in _CLAIMING)
