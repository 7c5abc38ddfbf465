"""Claims that a system's name makes before another noun: drone strikes, missile tests, weapons purchases."""

from __future__ import annotations

from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import intended, is_ahead, mood
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, Frame
from oob.reading.grammar.syntax import Noun, Verb, is_patient

_OF_FIRE: Final = lexicon.bag("hail barrage rain storm wave volley salvo torrent")
_STRIKING: Final = (*lexicon.HITS, "kill", "destroy", "conduct", "carry out", "launch", "use")
_NOT_DONE: Final = lexicon.bag("subject after before since amid despite until")
"""What strikes may be to a verb whose doer need not have made them."""
_TESTS: Final = lexicon.both("test drill exercise") | {"testing"}
_CONDUCTING: Final = lexicon.bag("conduct hold perform stage make launch announce") | {"carry out"}
_TRADES: Final = lexicon.both("shipment purchase transfer sale export import") | {"deliveries", "delivery"}
_MEMBERS: Final = lexicon.both("member serviceman crewman") | lexicon.bag("crewmen servicemen personnel")
_FLIGHTS: Final = ("flight", "flights")
_ACTIVITY: Final = lexicon.bag("operations flights sorties patrols activity activities")
_USE: Final = lexicon.bag("use usage")


class Tails(Making):
    """Finds what is alleged by a noun before which a system's name stands."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory)
        self.strikes: dict[str, int] = {}
        """By weapon: the paragraph that told last of strikes with it."""

    def found_of(self, noun: Noun, id_: str) -> list[Found] | None:
        """A system's name before another noun: drone strikes, drone operations, tank factory."""
        tail = noun.tail
        weapon = not self.memory.knowledge.is_personnel(id_)
        if tail in lexicon.STRIKES and weapon:
            return self._strike(noun, id_)
        if tail in _ACTIVITY and weapon:
            verb = next((verb for verb, _ in self.roles(noun)), None)
            goes = tail in _FLIGHTS and self._goes_somewhere(noun)
            action = "transported" if goes else "operates"
            action = intended(action, verb) if verb is not None else action
            return [self.found(noun, noun, id_, action, verb, None, "", ())]
        if tail in _USE and self.memory.knowledge.systems.within(id_, "chemical-weapon"):
            return [self.found(noun, noun, id_, "struck", None, Frame("struck", "operator"), "", ())]
        if tail in _TESTS and weapon:
            return self._test(noun, id_)
        if tail in _TRADES:
            return self._trade(noun, id_)
        return [] if tail in _MEMBERS or tail in lexicon.NO_CLAIM_HEADS else None

    def _strike(self, noun: Noun, id_: str) -> list[Found]:
        """Drone strikes, rocket fire: whose, and where."""
        strike = self.found(noun, noun, "armed-drone" if id_ == "uav" else id_, "struck", None, None, "", ())
        verb, role = next(self.roles(noun), (None, ""))
        if verb is None and noun.prep == "of" and noun.host is not None and noun.host.head in _OF_FIRE:
            verb, role = next(self.roles(noun.host), (None, ""))  # came under a hail of rocket fire
        if verb is not None and role == "subject" and _is_part_of_something(verb):
            return []
        strike.verb = verb
        if verb is not None and is_patient(verb, role):
            frame = FRAMES.get(verb.verb)
            meant = frame is not None and frame.action == "planned"
            strike.action = "planned" if meant else intended("struck", verb)
        if verb is not None and verb.verb in _STRIKING and role not in _NOT_DONE and strike.operator is None:
            strike.operator = self.parties.doers.agent(verb)
        by = (self.memory.force_of(each) for each in noun.after if each.prep == "by")
        strike.operator = strike.operator or next((force for force in by if force is not None), None)
        if self._is_told_again(strike, noun):
            return []
        self.circumstances.fill(strike, noun, noun, verb, ())
        if verb is not None and role == "under" and verb.subject is not None:
            self._under_fire(strike, noun, verb.subject)
        mood(strike, noun, verb, self.memory.nouns)
        return [strike]

    def _test(self, noun: Noun, id_: str) -> list[Found]:
        """Conducted a missile test, its missile tests."""
        verb, role = next(((verb, role) for verb, role in self.roles(noun) if verb.verb in _CONDUCTING), (None, ""))
        done = verb is not None and is_patient(verb, role)
        if not done and self.memory.owner(noun) is None:
            return []
        one = self.found(noun, noun, id_, "exercised", verb if done else None, Frame("exercised", "operator"), role, ())
        one.action = intended("exercised", verb) if verb is not None and done else "exercised"
        return [one]

    def _trade(self, noun: Noun, id_: str) -> list[Found]:
        """Weapons purchases by Venezuela, Russian arms shipments to Syria: of somebody's, or for somebody."""
        action, doer = lexicon.NOMINALS[noun.tail]
        named = {each.prep: force for each in noun.after if (force := self.memory.force_of(each)) is not None}
        owner = named.get("by") or named.get("from") or self.memory.owner(noun)
        receiver = named.get("to") or named.get("for")
        placed = any(each.prep in ("to", "into") and self.memory.place_of(each) is not None for each in noun.after)
        if owner is None and receiver is None and not placed:
            return []
        verb = next((verb for verb, _ in self.roles(noun)), None)
        one = self.found(noun, noun, id_, action, verb, Frame(action, doer), "of", ())
        one.operator = one.supplier = None
        if doer == "receiver":
            one.operator = one.beneficiary = owner
            one.supplier = named.get("from")
        else:
            one.supplier, one.beneficiary = owner, receiver
        if verb is not None:
            one.action = "planned" if is_ahead(noun, self.roles(noun)) else intended(action, verb)
        return [one]

    def _under_fire(self, strike: Found, noun: Noun, victim: Noun) -> None:
        """Of the town that came under rocket fire: it is where that was, and those in it did not fire."""
        by = (self.memory.force_of(each) for each in noun.after if each.prep in ("by", "from"))
        strike.operator = self.memory.owner(noun) or next((force for force in by if force is not None), None)
        strike.opponent = self.memory.owner(victim) or self.memory.force_of(victim)
        near = (victim, *(each for each in victim.after if each.prep in ("in", "at", "near")))
        place = next((place for each in near if (place := self.memory.place_of(each)) is not None), None)
        if place is not None and not strike.places:
            strike.places = {"at": (place,)}

    def _goes_somewhere(self, noun: Noun) -> bool:
        """Whether flights are from one place to another: 12 Il-76 flights from Abu Dhabi to Amdjarass."""
        near = (*noun.after, *(more for each in noun.after for more in each.after))
        return any(each.prep in ("to", "into", "between") and self.memory.place_of(each) is not None for each in near)

    def _is_told_again(self, strike: Found, noun: Noun) -> bool:
        """Whether "the drone strikes" are those that the paragraph has told of."""
        if noun.determiner not in ("the", "these", "those"):
            self.strikes[strike.system or ""] = self.memory.paragraph
            return False
        return self.strikes.get(strike.system or "") == self.memory.paragraph


def _is_part_of_something(verb: Verb) -> bool:
    """Whether a verb says that its subject belongs to something told elsewhere: the raid was part of the offensive."""
    return verb.verb == "be" and any(each.head == "part" for each in verb.objects)
