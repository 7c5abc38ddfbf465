"""Where and when: the places and times of a claim, near it in the sentence or by the story before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.parties import Parties
from oob.reading.claims.places import Places
from oob.reading.claims.scenes import Scenes, is_of_fight
from oob.reading.claims.surroundings import Surroundings
from oob.reading.claims.times import Times, known
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

SENDING: Final = bag("send bring dispatch rush airlift pour divert fly")
"""What somebody does who has things or people go elsewhere."""
_SEEING: Final = lexicon.OBSERVING | {"find"}
_WHEN: Final = frozenset({"when", "as", "while"})


class Circumstances:
    """Fills in places and times."""

    def __init__(self, memory: Memory, parties: Parties) -> None:
        self.memory, self.parties = memory, parties
        self.times = Times(memory)
        self.surroundings = Surroundings(memory)
        self.places, self.scenes = Places(memory, self.surroundings), Scenes(memory, self.surroundings)

    def fill(
        self, one: Found, noun: Noun, top: Noun, verb: Verb | None, nouns: Sequence[Noun], host: Noun | None = None
    ) -> None:
        """Places, time and beneficiary from the phrases around."""
        near = self.surroundings.around(noun, top, verb, host)
        one.places = self.places.of_phrases(one, near) or self.places.of_clause(verb)
        sentence, at = nouns or self.memory.nouns, verb.start if verb is not None else one.at
        told = self.surroundings.after_that(sentence, verb)
        fronted = self.surroundings.fronted(sentence, at) or told
        if verb is not None or not one.places:
            if not one.places:
                one.places = self.places.in_front([each for each in fronted if not self.times.opens_speech(each)])
            timed = fronted or self.surroundings.fronted(sentence, at, 0)
            near += [each for each in reversed(timed) if each.time is not None and not self.times.opens_speech(each)]
        if not one.places and one.action in ("based", "stored") and verb is not None and verb.subject is not None:
            host_place = self.memory.place_of(verb.subject) if verb.subject is not noun else None
            one.places = {"at": (host_place,)} if host_place is not None else {}  # the base hosts bombers
        if one.beneficiary is None:
            one.beneficiary = self.parties.receivers.helped_by(near, verb, one)
        own = (each.dated for each in (noun, top, host) if each is not None)
        one.when = one.when or next((time for time in own if time is not None and time.edtf is not None), None)
        if one.when is None:
            said = (each.time._replace() for each in told if each.time is not None and known(each))
            one.when = self.times.of_picture(one.at, verb) or self.times.counted_from(verb) or self.when(near, verb)
            one.when = one.when or self.times.only(verb) or next(said, None)
            if one.when is None and is_of_fight(one):
                one.when = self.times.of_report(verb) or self.times.of_main(verb)
        self._from_clause(one, verb)
        one.when = one.when or self.scenes.time_before(one, verb)
        if is_of_fight(one) and one.when is not None:
            one.when = self.times.of_toll(one.when)

    def when(self, near: Sequence[Noun], verb: Verb | None) -> TimeMention | None:
        """The time that the phrases around a thing tell, or the clauses beside its own."""
        return self.times.of_phrases(near) or self.times.of_clause(verb) or self.times.since(verb)

    def when_done(self, verb: Verb) -> TimeMention | None:
        """When a clause says that something was done: on 4 May, the army took Singa; they took it in May."""
        fronted = self.surroundings.fronted(self.memory.nouns, verb.start)
        times = (each for each in reversed(fronted) if each.time is not None and not self.times.opens_speech(each))
        return self.when([*verb.preps, *verb.objects, *times], verb)

    def _from_clause(self, one: Found, verb: Verb | None) -> None:
        """When the army pulled out of Ramadi last month, it left tanks: where and when that was."""
        seen = verb is not None and verb.verb in _SEEING and not verb.under
        if one.action in ACTIONS and ACTIONS[one.action].effect not in ("departure", "exchange", "use") and not seen:
            return
        for clause in self.memory.verbs:
            if clause.under in _WHEN and clause is not verb and clause.verb not in lexicon.SPEECH:
                near = [*clause.preps, *clause.objects]
                one.when = one.when or self.times.of_phrases(near)
                if not one.places:
                    one.places = self.places.of_phrases(one, near)

    def tidy(self, one: Found, verb: Verb | None) -> None:
        """Whom a thing goes to is no place, nor is the country that it comes from; a loss is where the fight was."""
        effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
        if one.beneficiary is not None and effect in ("arrival", "intention"):
            parties = (one.beneficiary, one.supplier) if one.action == "supplied" else ()
            _leave_out(one, {*parties, *self._capitals(one.beneficiary)})
        if effect in ("arrival", "intention"):
            self._as_supplier(one)
        if not one.places and effect in ("departure", "exchange"):
            self.scenes.place_of_fight(one)
        near = self.surroundings.around(one.noun, one.noun, verb, None) if one.noun is not None else ()
        self.scenes.as_pictured(one, verb, near)
        if not one.places and (effect in ("departure", "exchange", "use") or one.action == "damaged"):
            self.scenes.place_before(one, verb, near)

    def _capitals(self, receiver: str) -> set[str]:
        """The towns of the sentence that stand for the side that is given something: handed over to Kyiv."""
        named = [each.entity for each in self.memory.nouns if each.entity is not None and each.prep == "to"]
        meant = [each for each in named if self.memory.meaning(each, "force") == receiver]
        places = (self.memory.meaning(each, "place") for each in meant)
        return {each for each in places if each is not None and self.memory.knowledge.place_kind(each) == "town"}

    def _as_supplier(self, one: Found) -> None:
        """Takes a country that a thing comes from for who supplies it."""
        knowledge = self.memory.knowledge
        countries = (each for each in one.places.get("from", ()) if knowledge.place_kind(each) == "country")
        country = next(countries, None)
        if country is None:
            return
        sent = one.verb is not None and one.verb.verb in SENDING and one.operator is not None
        if one.supplier is None and not sent and country in knowledge.forces.children and country != one.operator:
            one.supplier = country
        one.places = {role: ids for role, ids in one.places.items() if role != "from"}

    def same_event(self, one: Found, noun: Noun) -> None:
        """A loss told again of "the drone" is where and when it was before."""
        if one.action not in ACTIONS or ACTIONS[one.action].effect != "departure" or one.system is None:
            return
        action, places, time, paragraph = self.memory.losses.get(one.system, ("", {}, None, 0))
        if noun.determiner == "the" and action == one.action and self.memory.paragraph - paragraph <= 1:
            one.places = one.places or places
            one.when = one.when or time
        if one.places or one.when:
            self.memory.losses[one.system] = (one.action, one.places, one.when, self.memory.paragraph)


def _leave_out(one: Found, ids: Collection[str | None]) -> None:
    """Takes away places that are none."""
    kept = {role: tuple(each for each in places if each not in ids) for role, places in one.places.items()}
    one.places = {role: places for role, places in kept.items() if places}
