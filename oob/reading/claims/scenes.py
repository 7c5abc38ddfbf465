"""Where and when a story goes on: the place and time of what is told without one, from what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from oob import when
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.surroundings import Surroundings
from oob.reading.claims.times import known, of_speech
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_FATES: Final = frozenset({"destroyed", "damaged"})
_STANDING: Final = frozenset({"present", "operates", "based", "stored"})


class Scenes:
    """Finds the scene of what is told without a place or time."""

    def __init__(self, memory: Memory, surroundings: Surroundings) -> None:
        self.memory, self.surroundings = memory, surroundings

    def place_of_fight(self, one: Found) -> None:
        """A loss told beside the fall of a base happened there."""
        for own in self.memory.verbs:
            beside = own.start < one.at or own.voice in ("ing", "inf")
            if beside and (own.verb in lexicon.HITS or own.verb in lexicon.CONTROLS):
                for each in (*own.objects, *(more for held in own.objects for more in (*held.after, *held.of))):
                    if (fought := self.memory.place_of(each)) is not None and not one.places:
                        one.places = {"at": (fought,)}

    def as_pictured(self, one: Found, verb: Verb | None, near: Sequence[Noun]) -> None:
        """What is said to stand there by a text that looks at pictures of a base stands on it, when they were taken."""
        imagery, nouns = self.memory.imagery, self.memory.nouns
        if one.action in _FATES and not one.places and imagery.is_looked_at and imagery.focus is not None:
            self._as_wrecked(one, near, imagery.focus)
        if one.action not in _STANDING or one.hearsay or not imagery.shows(nouns, verb):
            return
        told = one.noun is None or self.memory.speaking(one.noun) is not None
        elsewhere = told or any(_is_unknown_place(each) or self.memory.place_of(each) for each in near)
        if not one.places and not elsewhere and imagery.focus is not None:
            one.places = {"at": (imagery.focus,)}
            one.why.append("taken to stand on the base that the pictures are of")
        one.when = one.when or imagery.time(nouns, self.memory.paragraph)

    def _as_wrecked(self, one: Found, near: Sequence[Noun], base: str) -> None:
        """What was lost by a text that looks at pictures of one base was lost there, if it names no other place."""
        if any(_is_unknown_place(each) or self.memory.place_of(each) for each in (*near, *self.memory.nouns)):
            return
        one.places = {"at": (base,)}
        one.why.append("taken to stand on the base that the pictures are of")

    def place_before(self, one: Found, verb: Verb | None, near: Sequence[Noun]) -> None:
        """A loss or strike told without a place happened where its paragraph is."""
        if any(lexicon.SPEECH.get(verb.verb) == "denied" for verb in self.memory.verbs):
            return
        if any(map(_is_unknown_place, near)) or _is_background(one, verb) or self._is_of_another_time(one):
            return
        here = [each for each in self.memory.nouns if each.start < one.at]
        sentences = (sentence for sentence in reversed(self.memory.before) if sentence)
        topic = self._topic()
        rows = chain((here,), map(self._set_scene, sentences), ([topic],) if topic is not None else ())
        for each in (each for row in rows for each in reversed(row)):
            told = lexicon.PLACE_ROLE.get(each.prep) in ("at", "near") or each is topic or _is_hit(each)
            if told and self._is_scene(each):
                one.places = {"at": (self.memory.place_of(each) or "",)}
                one.why.append("taken to have happened at the place named before")
                return

    def _set_scene(self, sentence: Sequence[Noun]) -> list[Noun]:
        """The phrases of a sentence before that tell where its story is: those in front, and what was hit."""
        fronted = {id(each) for each in self.surroundings.fronted(sentence, sentence[-1].end)}
        return [each for each in sentence if id(each) in fronted or _is_hit(each)]

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
        if place is None or self.memory.knowledge.place_kind(place) in ("country", "sea"):
            return False
        if noun.host is not None and not noun.verbs and self._is_somebody(noun.host):
            return False
        speaks = any(verb.verb in lexicon.SPEECH for verb, _ in noun.verbs)
        return not speaks and not self.surroundings.names_teller(noun)

    def _is_somebody(self, host: Noun) -> bool:
        """Whether what a place hangs on is no place or time, so that it only says who is from there."""
        where = host.head in lexicon.BESIDE or self.memory.place_of(host)
        return not where and host.time is None and host.prep != "according to"

    def time_before(self, one: Found, verb: Verb | None) -> TimeMention | None:
        """When a story of fighting goes on from a sentence before: what is told next happened then."""
        if verb is None or verb.perfect or verb.modal or not is_of_fight(one) or _is_background(one, verb):
            return None
        if any(each.time is not None for each in self.memory.nouns):
            return None
        if self.memory.is_item and self.memory.bulletin is not None:
            return self.memory.bulletin
        before = ([each for each in sentence if each.time is not None] for sentence in reversed(self.memory.before))
        times = next((times for times in before if times), [])
        if len({each.time.edtf for each in times if each.time is not None}) != 1 or of_speech(times[0]):
            return None
        if not all(_is_narrative(own, self.memory.text) for own, _ in times[0].verbs):
            return None
        told = times[0].time
        return told if told is not None and told.edtf is not None and ".." not in told.edtf else None


def _is_hit(place: Noun) -> bool:
    """Whether a place is what was hit, or where that is: drones struck Port Sudan; bombed a depot in Odesa."""
    if place.system is not None:
        return False
    target = place.host if place.host is not None and lexicon.PLACE_ROLE.get(place.prep) in ("at", "near") else place
    return any(
        verb.verb in lexicon.HITS and role == ("subject" if verb.voice == "passive" else "object")
        for verb, role in target.verbs
    )


def is_of_fight(one: Found) -> bool:
    """Whether a claim tells of a strike, or of what came of one."""
    effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
    return one.action in ("struck", "damaged") or effect in ("departure", "exchange")


def _is_narrative(verb: Verb, text: str) -> bool:
    """Whether a verb tells of what happened at a time, so that a story may go on from it."""
    to_come = verb.modal or verb.base or verb.voice == "inf"
    until_now = verb.perfect and not text.startswith("had", verb.start)
    return not (to_come or until_now or verb.negated or verb.under in ("since", "after"))


def _is_unknown_place(noun: Noun) -> bool:
    """Whether a phrase says where by a name that the catalogue does not know."""
    named = noun.system is None and noun.time is None and noun.items[-1].capital
    return named and noun.prep in lexicon.PLACE_ROLE


def _is_background(one: Found, verb: Verb | None) -> bool:
    """Whether a clause only tells where a thing is from: tanks that they had captured."""
    return verb is not None and verb.relative and verb.perfect and one.action in ("captured", "abandoned")
