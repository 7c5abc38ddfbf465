"""Where and when: the places and times of a claim, from the phrases around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from oob import when
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.parties import Parties
from oob.reading.claims.times import Times, known, of_speech, only_says
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_MOVING: Final = frozenset({"arrival", "passage", "intention", "exchange"})
_GOING: Final = {"reach": "to", "enter": "to", "leave": "from", "depart": "from", "cross": "via", "transit": "via"}
"""Verbs whose object is a place on the way."""
_REACHING: Final = lexicon.HITS | lexicon.CONTROLS | frozenset(_GOING)
_GIVEN: Final = frozenset({"supplied", "delivered", "purchased", "struck"})
_STANDING: Final = frozenset({"present", "operates", "based", "stored"})
_COUNTS: Final = frozenset({"count", "account", "estimate", "reckoning", "telling", "tally"})
_WHERE: Final = re.compile(r",? where\b")
_FINITE: Final = ("active", "passive", "be")
_WHEN: Final = frozenset({"when", "as", "while"})


def _is_of_fight(one: Found) -> bool:
    """Whether a claim tells of a strike, or of what came of one."""
    effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
    return one.action in ("struck", "damaged") or effect in ("departure", "exchange")


def _is_narrative(verb: Verb, text: str) -> bool:
    """Whether a verb tells of what happened at a time, so that a story may go on from it."""
    to_come = verb.modal or verb.base or verb.voice == "inf"
    until_now = verb.perfect and not text.startswith("had", verb.start)
    return not (to_come or until_now or verb.negated or verb.under in ("since", "after"))


def _tells(host: Noun, noun: Noun) -> bool:
    """Whether a phrase with another on it says something: an officer in Port Sudan said."""
    if host.head in lexicon.OFFICIALS or host.head in lexicon.BODIES:
        return any(verb.verb in lexicon.SPEECH for verb, _ in (*host.verbs, *noun.verbs))
    named = host.entity is not None and host.system is None
    return named and any(only_says(verb) and role == "subject" for verb, role in host.verbs)


def _tells_where(verb: Verb, subject: Noun) -> bool:
    """Whether what hangs on the subject is about the verb's deed too: a strike near Zintan burned nine trucks."""
    return verb.voice in ("passive", "ing", "inf") or (subject.head in lexicon.STRIKES and subject.system is None)


def _reaches(verb: Verb, part: str) -> bool:
    """Whether a place is what a verb is about: hit the port, the port was hit, entered the port."""
    return verb.verb in _REACHING and part == ("subject" if verb.voice == "passive" else "object")


class Circumstances:
    """Fills in places and times."""

    def __init__(self, memory: Memory, parties: Parties) -> None:
        self.memory, self.parties = memory, parties
        self.times = Times(memory)

    def fill(
        self, one: Found, noun: Noun, top: Noun, verb: Verb | None, nouns: Sequence[Noun], host: Noun | None = None
    ) -> None:
        """Places, time and beneficiary from the phrases around."""
        near = self._around(noun, top, verb, host)
        one.places = self._places(one, near) or self._antecedent(verb)
        fronted = self._fronted(nouns or self.memory.nouns, verb.start if verb is not None else one.at)
        if verb is not None or not one.places:
            if not one.places:
                one.places = self._scene([each for each in fronted if not self.times.opens_speech(each)])
            timed = fronted or self._fronted(nouns or self.memory.nouns, verb.start if verb is not None else one.at, 0)
            near += [each for each in reversed(timed) if each.time is not None and not self.times.opens_speech(each)]
        if one.beneficiary is None:
            one.beneficiary = self.parties.beneficiary(near, verb, one)
        own = (each.dated for each in (noun, top, host) if each is not None)
        one.when = one.when or next((time for time in own if time is not None and time.edtf is not None), None)
        if one.when is None:
            one.when = self.when(near, verb) or self.times.only(verb)
            if one.when is None and _is_of_fight(one):
                one.when = self.times.of_report(verb)
        self._from_clause(one, verb)
        one.when = one.when or self._time_before(one, verb)

    def when(self, near: Sequence[Noun], verb: Verb | None) -> TimeMention | None:
        """The time that the phrases around a thing tell, or the clauses beside its own."""
        return self.times.of_phrases(near) or self.times.of_clause(verb) or self.times.since(verb)

    def _places(self, one: Found, near: Sequence[Noun]) -> dict[str, tuple[str, ...]]:
        places: dict[str, list[str]] = {}
        for each in near:
            if each.pronoun == "there" and any(verb.verb == "be" and part == "subject" for verb, part in each.verbs):
                continue  # there may be drones at Assab
            if each.pronoun == "there" or each.head == "nearby":
                place, role = self._place_meant(each), "at" if each.pronoun else "near"
            else:
                place = self.memory.place_of(each)
                role = self._role(one, each) if place is not None else ""
                if place is None and (whole := self.memory.imagery.whole(each, self.memory.paragraph)) is not None:
                    place, role = whole, "at"
            if place is not None and role and place not in places.setdefault(role, []):
                places[role].append(place)
        return {role: tuple(self._narrowest(ids)) for role, ids in places.items() if ids}

    def _place_meant(self, there: Noun) -> str | None:
        """What "there" means: the place named last in this paragraph, but not where somebody speaks."""
        here = [each for each in self.memory.nouns if each.end <= there.start]
        for each in reversed([noun for sentence in (*self.memory.before, here) for noun in sentence]):
            held = any(verb.verb in lexicon.CONTROLS and verb.voice != "inf" for verb, _ in each.verbs)
            where = each.prep in lexicon.PLACE_ROLE or held
            place = self.memory.place_of(each) if where else None
            if place is not None and not self._names_teller(each):
                return place
        return self.memory.place

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
        way = (_GOING.get(verb.verb, "at") for verb, part in near.verbs if _reaches(verb, part))
        by_way = near.prep == "of" and near.host is not None and near.host.head == "way" and near.host.prep == "by"
        role = "via" if by_way else lexicon.PLACE_ROLE.get(near.prep) or next(way, "")
        if self._is_out_of(near):
            role = "from"
        elif near.prep == "to" and self.memory.text[: near.start].endswith(("close to ", "next to ", "closer to ")):
            role = "near"
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

    def _fronted(self, nouns: Sequence[Noun], before: int, cut: int | None = None) -> list[Noun]:
        """What stands in front of a clause: "On Tuesday, near Hadrut, ..."; `cut`: where the clause begins."""
        found: list[Noun] = []
        if cut is None:
            cut = self.memory.text.rfind(";", nouns[0].start, before) if nouns else -1
        opening = next((verb for verb in self.memory.verbs if verb.start > cut), None) if cut > 0 else None
        if opening is not None and opening.verb in lexicon.SPEECH:
            return []  # in Washington the government announced a review
        for each in nouns:
            if each.start >= before:
                break
            if each.start < cut:
                continue  # of the clause before: they fled Sirte; in Derna, jets struck a camp
            own = [verb for verb, _ in each.verbs if verb.start > cut]
            free = each.host is None or each.host in found[-3:] or each.host.prep == "according to"
            if not own and (free or (each.host is not None and each.host.start < cut)) and (each.prep or each.time):
                found.append(each)
        return found

    def _scene(self, fronted: Sequence[Noun]) -> dict[str, tuple[str, ...]]:
        for each in reversed(fronted):
            role, place = lexicon.PLACE_ROLE.get(each.prep), self.memory.place_of(each)
            if role == "from" and self._is_base(each):
                role = "at"  # from Benina, pilots fly four jets
            if role in ("at", "near") and place is not None:
                return {role: (place,)}
        return {}

    def _from_clause(self, one: Found, verb: Verb | None) -> None:
        """When the army pulled out of Ramadi last month, it left tanks: where and when that was."""
        if one.action in ACTIONS and ACTIONS[one.action].effect not in ("departure", "exchange", "use"):
            return
        for clause in self.memory.verbs:
            if clause.under in _WHEN and clause is not verb and clause.verb not in lexicon.SPEECH:
                near = [*clause.preps, *clause.objects]
                one.when = one.when or self.times.of_phrases(near)
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
        near = self._around(one.noun, one.noun, verb, None) if one.noun is not None else ()
        self._as_pictured(one, verb, near)
        if not one.places and (effect in ("departure", "exchange", "use") or one.action == "damaged"):
            self._place_before(one, verb, near)

    def _as_pictured(self, one: Found, verb: Verb | None, near: Sequence[Noun]) -> None:
        """What is said to stand there by a text that looks at pictures of a base stands on it, when they were taken."""
        imagery, nouns = self.memory.imagery, self.memory.nouns
        if one.action not in _STANDING or one.hearsay or not imagery.shows(nouns, verb):
            return
        told = one.noun is None or self.memory.speaking(one.noun) is not None
        elsewhere = told or any(self._is_unknown_place(each) or self.memory.place_of(each) for each in near)
        if not one.places and not elsewhere and imagery.focus is not None:
            one.places = {"at": (imagery.focus,)}
            one.why.append("taken to stand on the base that the pictures are of")
        one.when = one.when or imagery.time(nouns, self.memory.paragraph)

    def _is_unknown_place(self, noun: Noun) -> bool:
        """Whether a phrase says where by a name that the catalogue does not know."""
        named = noun.system is None and noun.time is None and noun.items[-1].capital
        return named and noun.prep in lexicon.PLACE_ROLE

    def _is_background(self, one: Found, verb: Verb | None) -> bool:
        """Whether a clause only tells where a thing is from: tanks that they had captured."""
        return verb is not None and verb.relative and verb.perfect and one.action in ("captured", "abandoned")

    def _place_before(self, one: Found, verb: Verb | None, near: Sequence[Noun]) -> None:
        """A loss or strike told without a place happened where its paragraph is."""
        if any(lexicon.SPEECH.get(verb.verb) == "denied" for verb in self.memory.verbs):
            return
        if any(self._is_unknown_place(each) for each in near) or self._is_background(one, verb):
            return
        if self._is_of_another_time(one):
            return
        here = [each for each in self.memory.nouns if each.start < one.at]
        before = [self._fronted(sentence, sentence[-1].end) for sentence in reversed(self.memory.before) if sentence]
        if (topic := self._topic()) is not None:
            before.append([topic])
        for each in (each for sentence in (here, *before) for each in reversed(sentence)):
            told = lexicon.PLACE_ROLE.get(each.prep) in ("at", "near") or each is self._topic()
            if told and self._is_scene(each):
                one.places = {"at": (self.memory.place_of(each) or "",)}
                one.why.append("taken to have happened at the place named before")
                return

    def _is_of_another_time(self, one: Found) -> bool:
        """Whether what is told has a time of its own, wholly before the one of the sentence before."""
        told = [each.time for sentence in self.memory.before for each in sentence if known(each)]
        if one.when is None or one.when.edtf is None or not told or told[-1] is None or told[-1].edtf is None:
            return False
        mine, scene = when.parse(one.when.edtf).latest, when.parse(told[-1].edtf).earliest
        return mine is not None and scene is not None and mine < scene

    def _topic(self) -> Noun | None:
        """The place that a paragraph opens with and tells of: Bakhmut, which has been besieged since May."""
        opening = next((sentence for sentence in self.memory.before if sentence), ())
        first = opening[0] if opening else None
        if first is None or first.prep or first.determiner or self.memory.text[: first.start].strip():
            return None
        acts = any(verb.voice in ("active", "ing") for verb, _ in first.verbs)
        speaks = self.memory.meaning(first.entity, "force") is not None  # Baku has called it a lie
        return None if acts or speaks or self.memory.place_of(first) is None else first

    def _is_scene(self, noun: Noun) -> bool:
        """Whether something is said to happen at a place, not only somebody to speak or sit there."""
        place = self.memory.place_of(noun)
        if place is None or self.memory.knowledge.place_kinds.get(place) in ("country", "sea"):
            return False
        if (
            noun.host is not None
            and not noun.verbs
            and noun.host.time is None
            and noun.host.head not in lexicon.BESIDE
            and noun.host.prep != "according to"
            and not self.memory.place_of(noun.host)
        ):
            return False
        return not self._names_teller(noun) and not any(verb.verb in lexicon.SPEECH for verb, _ in noun.verbs)

    def _place_of_fight(self, one: Found) -> None:
        """A loss told beside the fall of a base happened there."""
        for own in self.memory.verbs:
            beside = own.start < one.at or own.voice in ("ing", "inf")
            if beside and (own.verb in lexicon.HITS or own.verb in lexicon.CONTROLS):
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
            for each in (each for hit in at.objects if self._is_strike(hit) for each in (*hit.after, *hit.of)):
                add(each)
            for each in (*at.preps, *self._close_to(at), *at.objects):
                told = each.prep or each.time is not None or each.pronoun == "there" or each.head in lexicon.BESIDE
                if each is not noun and (told or (reaches and self.memory.place_of(each) is not None)):
                    add(each)
            if at.subject is not None and at.voice == "passive" and at.verb in lexicon.HITS:
                add(at.subject)
            if at.subject is not None and at.subject is not noun and _tells_where(at, at.subject):
                for each in at.subject.after:
                    add(each)
            apart = at.above is not None and ";" in self.memory.text[at.above.end : at.start]
            at, hops = None if apart else at.above, hops + 1
        return near

    def _close_to(self, verb: Verb) -> Iterator[Noun]:
        """Of a clause that ends so: close to Kramatorsk."""
        for each in self.memory.nouns:
            if each.prep == "to" and each.host is not None and each.host.head in ("close", "closer", "next"):
                before = [own for own in self.memory.verbs if own.end <= each.start]
                if before and before[-1] is verb and not each.verbs:
                    yield each

    def _is_strike(self, noun: Noun) -> bool:
        """Whether a phrase is a strike, or one of several: launched one of its heaviest attacks on Kharkiv."""
        return any(each.head in lexicon.STRIKES and each.system is None for each in (noun, *noun.of))

    def _names_teller(self, noun: Noun) -> bool:
        """Whether a phrase only says whose word it is: according to X, by the count of Y in Z, an officer in Z said."""
        at: Noun | None = noun
        for _ in range(4):
            if at is None:
                return False
            if at.prep == "according to" or (at.prep == "by" and at.head in _COUNTS):
                return True
            if at is noun.host and (not at.prep or at.opens) and _tells(at, noun):
                return True
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

    def _is_no_story(self, time: Noun) -> bool:
        """Whether what a time belongs to is no event that a story goes on from."""
        return not all(_is_narrative(own, self.memory.text) for own, _ in time.verbs)

    def _time_before(self, one: Found, verb: Verb | None) -> TimeMention | None:
        """When a story of fighting goes on from a sentence before: what is told next happened then."""
        if verb is None or verb.perfect or verb.modal or not _is_of_fight(one) or self._is_background(one, verb):
            return None
        if any(each.time is not None for each in self.memory.nouns):
            return None
        before = ([each for each in sentence if each.time is not None] for sentence in reversed(self.memory.before))
        times = next((times for times in before if times), [])
        if len(times) != 1 or of_speech(times[0]) or self._is_no_story(times[0]):
            return None
        told = times[0].time
        return told if told is not None and told.edtf is not None and ".." not in told.edtf else None
