"""Where and when: the places and times of a claim, from the phrases around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.parties import Parties
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_MOVING: Final = frozenset({"arrival", "passage", "intention", "exchange"})
_GOING: Final = {"reach": "to", "enter": "to", "leave": "from", "depart": "from", "cross": "via", "transit": "via"}
"""Verbs whose object is a place on the way."""
_REACHING: Final = lexicon.HITS | lexicon.CONTROLS | frozenset(_GOING)
_GIVEN: Final = frozenset({"supplied", "delivered", "purchased", "struck"})
_COUNTS: Final = frozenset({"count", "account", "estimate", "reckoning", "telling", "tally"})
_WHERE: Final = re.compile(r",? where\b")
_FINITE: Final = ("active", "passive", "be")
_WHEN: Final = frozenset({"when", "as", "while"})


def _is_of_fight(one: Found) -> bool:
    """Whether a claim tells of a strike, or of what came of one."""
    effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
    return one.action in ("struck", "damaged") or effect in ("departure", "exchange")


def _only_says(verb: Verb) -> bool:
    """Whether a verb is one of speech alone: who documents a thing tells when it was there."""
    return verb.verb in lexicon.SPEECH and verb.verb not in FRAMES


class Circumstances:
    """Fills in places and times."""

    def __init__(self, memory: Memory, parties: Parties) -> None:
        self.memory, self.parties = memory, parties

    def fill(
        self, one: Found, noun: Noun, top: Noun, verb: Verb | None, nouns: Sequence[Noun], host: Noun | None = None
    ) -> None:
        """Places, time and beneficiary from the phrases around."""
        near = self._around(noun, top, verb, host)
        one.places = self._places(one, near) or self._antecedent(verb)
        fronted = self._fronted(nouns or self.memory.nouns, verb.start if verb is not None else one.at)
        if verb is not None or not one.places:
            if not one.places:
                one.places = self._scene([each for each in fronted if not self._opens_speech(each)])
            near += [each for each in fronted if each.time is not None and not self._opens_speech(each)]
        if one.beneficiary is None:
            one.beneficiary = self.parties.beneficiary(near, verb, one)
        own = (each.dated for each in (noun, top, host) if each is not None)
        one.when = one.when or next((time for time in own if time is not None and time.edtf is not None), None)
        if one.when is None:
            one.when = self.time(near, verb) or self._only_time(verb)
        self._from_clause(one, verb)
        one.when = one.when or self._time_before(one, verb)

    def _places(self, one: Found, near: Sequence[Noun]) -> dict[str, tuple[str, ...]]:
        places: dict[str, list[str]] = {}
        for each in near:
            if each.pronoun == "there" or each.head == "nearby":
                place, role = self.memory.place, "at" if each.pronoun else "near"
            else:
                place = self.memory.place_of(each)
                role = self._role(one, each) if place is not None else ""
            if place is not None and role and place not in places.setdefault(role, []):
                places[role].append(place)
        return {role: tuple(self._narrowest(ids)) for role, ids in places.items() if ids}

    def _antecedent(self, verb: Verb | None) -> dict[str, tuple[str, ...]]:
        """Of a clause that "where" opens: the place that stands before it."""
        if verb is None or not self.memory.nouns:
            return {}
        found = list(_WHERE.finditer(self.memory.text, self.memory.nouns[0].start, verb.start))
        if not found:
            return {}
        opening = found[-1]
        between = [each for each in self.memory.verbs if opening.end() <= each.start < verb.start and not each.relative]
        before = [each for each in self.memory.nouns if each.end <= opening.start()]
        if not before or before[-1].end != opening.start() or any(each.voice in _FINITE for each in between):
            return {}
        place = self.memory.place_of(before[-1])
        return {"at": (place,)} if place is not None else {}

    def _role(self, one: Found, near: Noun) -> str:
        """What a place is to a thing: at, near, from, via, to; blank where it is none of these."""
        way = (_GOING.get(verb.verb, "at") for verb, part in near.verbs if part == "object" and verb.verb in _REACHING)
        by_way = near.prep == "of" and near.host is not None and near.host.head == "way" and near.host.prep == "by"
        role = "via" if by_way else lexicon.PLACE_ROLE.get(near.prep) or next(way, "")
        if self._is_out_of(near):
            role = "from"
        elif not near.prep and near.head in lexicon.BESIDE:
            role = "near"  # was destroyed south of Bakhmut
        moving = one.action == "withdrawn" or one.action not in ACTIONS or ACTIONS[one.action].effect in _MOVING
        if near.prep == "for" and not moving:
            return ""
        giver = self.memory.force_of(near) if near.prep == "from" and one.action in _GIVEN else None
        if giver is not None and giver in (one.supplier, one.operator):
            return ""
        if role == "to" and not moving:
            role = "" if near.prep in ("to", "for") and one.action not in ("based", "present") else "at"
        elif role == "from" and not moving:
            role = "" if one.action in ("struck", "operates") and not self._is_base(near) else "at"
        return "near" if role and self._beside(near) else role

    def _is_out_of(self, noun: Noun) -> bool:
        return noun.prep == "of" and self.memory.text[max(0, noun.start - 11) : noun.start].endswith(
            ("out of ", "out of the ")
        )

    def _is_base(self, noun: Noun) -> bool:
        return self.memory.knowledge.place_kinds.get(self.memory.place_of(noun) or "") == "base"

    def _fronted(self, nouns: Sequence[Noun], before: int) -> list[Noun]:
        """What stands in front of a clause: "On Tuesday, near Hadrut, ..."."""
        found: list[Noun] = []
        for each in nouns:
            if each.start >= before:
                break
            free = each.host is None or each.host in found[-3:] or each.host.prep == "according to"
            if not each.verbs and free and (each.prep or each.time is not None):
                found.append(each)
        return found

    def _scene(self, fronted: Sequence[Noun]) -> dict[str, tuple[str, ...]]:
        for each in fronted:
            role, place = lexicon.PLACE_ROLE.get(each.prep), self.memory.place_of(each)
            if role in ("at", "near") and place is not None:
                return {role: (place,)}
        return {}

    def _opens_speech(self, noun: Noun) -> bool:
        """Whether a time stands in front of a verb of speech: on Tuesday he said."""
        opening = self.memory.verbs[0] if self.memory.verbs else None
        return opening is not None and _only_says(opening) and noun.start <= opening.start

    def _from_clause(self, one: Found, verb: Verb | None) -> None:
        """When the army pulled out of Ramadi last month, it left tanks: where and when that was."""
        if one.action in ACTIONS and ACTIONS[one.action].effect not in ("departure", "exchange", "use"):
            return
        for clause in self.memory.verbs:
            if clause.under in _WHEN and clause is not verb and clause.verb not in lexicon.SPEECH:
                near = [*clause.preps, *clause.objects]
                one.when = one.when or self.time(near, verb)
                if not one.places:
                    one.places = self._places(one, near)

    def tidy(self, one: Found, verb: Verb | None) -> None:
        """Whom a thing goes to is no place, nor is the country that it comes from; a loss is where the fight was."""
        effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
        if one.beneficiary is not None and one.action in ("supplied", "planned"):
            kept = {role: tuple(each for each in ids if each != one.beneficiary) for role, ids in one.places.items()}
            one.places = {role: ids for role, ids in kept.items() if ids}
        if effect in ("arrival", "intention"):
            for place in one.places.get("from", ()):
                if self.memory.knowledge.place_kinds.get(place) == "country":
                    if (
                        one.supplier is None
                        and place in self.memory.knowledge.forces.children
                        and place != one.operator
                    ):
                        one.supplier = place
                    one.places = {role: ids for role, ids in one.places.items() if role != "from"}
                    break
        if not one.places and effect in ("departure", "exchange"):
            self._place_of_fight(one)
        if not one.places and (effect in ("departure", "exchange", "use") or one.action == "damaged"):
            self._place_before(one, self._around(one.noun, one.noun, verb, None) if one.noun is not None else ())

    def _place_before(self, one: Found, near: Sequence[Noun]) -> None:
        """A loss or strike told without a place happened where its paragraph is."""
        if any(lexicon.SPEECH.get(verb.verb) == "denied" for verb in self.memory.verbs):
            return
        if any(each.prep in lexicon.PLACE_ROLE and each.items[-1].capital for each in near):
            return  # at a place that the catalogue does not know
        here = [each for each in self.memory.nouns if each.start < one.at]
        before = [self._fronted(sentence, sentence[-1].end) for sentence in reversed(self.memory.before) if sentence]
        for each in (each for sentence in (here, *before) for each in reversed(sentence)):
            if lexicon.PLACE_ROLE.get(each.prep) in ("at", "near") and self._is_scene(each):
                one.places = {"at": (self.memory.place_of(each) or "",)}
                one.why.append("taken to have happened at the place named before")
                return

    def _is_scene(self, noun: Noun) -> bool:
        """Whether something is said to happen at a place, not only somebody to speak or sit there."""
        place = self.memory.place_of(noun)
        if place is None or self.memory.knowledge.place_kinds.get(place) in ("country", "sea"):
            return False
        if (
            noun.host is not None
            and not noun.verbs
            and noun.host.prep != "according to"
            and not self.memory.place_of(noun.host)
        ):
            return False
        return not self._names_teller(noun) and not any(verb.verb in lexicon.SPEECH for verb, _ in noun.verbs)

    def _place_of_fight(self, one: Found) -> None:
        """A loss told beside the fall of a base happened there."""
        for own in self.memory.verbs:
            if own.verb in lexicon.HITS or own.verb in lexicon.CONTROLS:
                for each in (*own.objects, *(more for held in own.objects for more in (*held.after, *held.of))):
                    if (fought := self.memory.place_of(each)) is not None and not one.places:
                        one.places = {"at": (fought,)}

    def same_event(self, one: Found, noun: Noun) -> None:
        """A loss told again of "the drone" is where and when it was before."""
        if one.action not in ACTIONS or ACTIONS[one.action].effect != "departure" or one.system is None:
            return
        known = self.memory.losses.get(one.system)
        if (
            known is not None
            and noun.determiner == "the"
            and known[0] == one.action
            and self.memory.paragraph - known[3] <= 1
        ):
            one.places = one.places or known[1]
            one.when = one.when or known[2]
        if one.places or one.when:
            self.memory.losses[one.system] = (one.action, one.places, one.when, self.memory.paragraph)

    def _around(self, noun: Noun, top: Noun, verb: Verb | None, host: Noun | None) -> list[Noun]:
        """The phrases that say more about a thing: its own, then its verb's, then those of verbs beside it."""
        near: list[Noun] = []

        def add(each: Noun, depth: int = 0) -> None:
            if each not in near and depth < 4 and not self._names_teller(each):
                near.append(each)
                for more in (*each.after, *each.of, *self._short_form(each)):
                    add(more, depth + 1)

        for each in (*noun.after, *top.after, *(host.after if host is not None else ())):
            add(each)
        for each in noun.of:
            if self._is_out_of(each):
                add(each)
        for own in self.memory.verbs:
            # shot down while it was flying over Tripoli
            if own.under and own.subject is not None and own.subject.pronoun in ("it", "they"):
                for each in own.preps:
                    if each.time is None:
                        add(each)
        told_of = verb is not None and verb.gap is noun  # the jet that they had lost in May was towed away on Sunday
        for own, role in noun.verbs if not told_of else ():
            if role == "subject" and own.voice in ("ing", "pp", "passive", "active"):
                for each in (*own.preps, *own.objects):
                    if each is not noun and (each.prep or each.time or each.pronoun == "there"):
                        add(each)
        at, hops = verb, 0
        while at is not None and hops < 3 and not (hops and at.verb in lexicon.SPEECH):
            reaches = at.verb in lexicon.HITS or at.verb in _GOING
            for each in (*at.preps, *at.objects):
                told = each.prep or each.time is not None or each.pronoun == "there" or each.head in lexicon.BESIDE
                if each is not noun and (told or (reaches and self.memory.place_of(each) is not None)):
                    add(each)
            if at.subject is not None and at.subject is not noun and at.voice in ("passive", "ing", "inf"):
                for each in at.subject.after:
                    add(each)
            at, hops = at.above, hops + 1
        return near

    def _names_teller(self, noun: Noun) -> bool:
        """Whether a phrase only says whose word it is: according to X, by the count of Y in Z, an officer in Z said."""
        at: Noun | None = noun
        for _ in range(4):
            if at is None:
                return False
            if at.prep == "according to" or (at.prep == "by" and at.head in _COUNTS):
                return True
            if at is noun.host and (at.head in lexicon.OFFICIALS or at.head in lexicon.BODIES) and not at.prep:
                return any(verb.verb in lexicon.SPEECH for verb, _ in (*at.verbs, *noun.verbs))
            at = at.host
        return False

    def _short_form(self, noun: Noun) -> tuple[Noun, ...]:
        """What hangs on the short form that stands in brackets after a name: "to the Army (SAF) at Merowe"."""
        following = next((each for each in self.memory.nouns if each.start > noun.start), None)
        return (*following.after, *following.of) if following is not None and following.bracketed else ()

    def _beside(self, noun: Noun) -> bool:
        return noun.head in lexicon.BESIDE or (
            noun.host is not None and noun.prep == "of" and noun.host.head in lexicon.BESIDE
        )

    def _narrowest(self, ids: Iterable[str]) -> list[str]:
        """Places without those that others of them lie in."""
        listed = list(ids)
        tree = self.memory.knowledge.places
        return [each for each in listed if not any(other != each and tree.within(other, each) for other in listed)]

    def time(self, near: Sequence[Noun], verb: Verb | None) -> TimeMention | None:
        for each in near:
            if each.dated is not None and each.dated.edtf is not None:
                return each.dated
            if each.time is not None and each.time.edtf is not None and not self._of_speech(each):
                return each.time
        return None

    def _only_time(self, verb: Verb | None) -> TimeMention | None:
        """The one time that a sentence names, where nothing else claims it."""
        times = [each for each in self.memory.nouns if each.time is not None and each.time.edtf is not None]
        if len(times) != 1 or self._of_speech(times[0]):
            return None
        opening = self.memory.verbs[0] if self.memory.verbs else None
        if opening is not None and _only_says(opening) and times[0].start < opening.start:
            return None
        before = [own for own in self.memory.verbs if own.end <= times[0].start]
        nearest = before[-1] if before else opening
        chain = {id(verb), id(verb.above)} if verb is not None else set()
        return (
            times[0].time
            if nearest is not None and id(nearest) in chain and nearest.verb not in lexicon.SPEECH
            else None
        )

    def _time_before(self, one: Found, verb: Verb | None) -> TimeMention | None:
        """When a story of fighting goes on from a sentence before: what is told next happened then."""
        if verb is None or verb.perfect or verb.modal or not _is_of_fight(one):
            return None
        if any(each.time is not None for each in self.memory.nouns):
            return None
        before = ([each for each in sentence if each.time is not None] for sentence in reversed(self.memory.before))
        times = next((times for times in before if times), [])
        told = times[0].time if len(times) == 1 and not self._of_speech(times[0]) else None
        return told if told is not None and told.edtf is not None and ".." not in told.edtf else None

    def _of_speech(self, noun: Noun) -> bool:
        return any(_only_says(verb) for verb, _ in noun.verbs)
