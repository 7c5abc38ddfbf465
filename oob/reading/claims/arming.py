"""Who is said to arm whom, where no word says with what: Iran denies arming the Houthis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.mood import idle, intended, mood
from oob.reading.grammar.syntax import Noun, Verb, is_patient
from oob.reading.knowledge import EQUIPMENT

_ARMING: Final = frozenset({"arm", "rearm", "re-arm"})


class Arming(Making):
    """Finds the arms that the verb alone tells of."""

    def found_in(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """The claim of each such verb whose giver and receiver are known."""
        for verb in self.memory.verbs:
            if verb.verb not in _ARMING or idle(verb) or any(each.prep == "with" for each in verb.preps):
                continue
            receiver = next((each for each in nouns if _is_armed(each, verb)), None)
            given, giver = self.memory.force_of(receiver), self._giver(verb)
            if receiver is not None and given is not None and giver is not None and giver != given:
                yield self._supplied(verb, receiver, given, giver)

    def _giver(self, verb: Verb) -> str | None:
        """Who arms: the doer, or whom somebody accuses of it, or who denies that he does."""
        doers = self.parties.doers
        by = doers.beside(verb, "by")
        return by if by is not None or verb.voice in ("passive", "pp") else doers.agent(verb)

    def _supplied(self, verb: Verb, receiver: Noun, given: str, giver: str) -> Found:
        one = Found(receiver, EQUIPMENT, self.memory.text[verb.start : verb.end], "", verb, verb.start)
        one.action = intended("supplied", verb)
        one.operator, one.beneficiary, one.supplier = given, given, giver
        one.when = self.circumstances.when_done(verb)
        mood(one, receiver, verb, self.memory.nouns)
        return one


def _is_armed(noun: Noun, verb: Verb) -> bool:
    """Whether a phrase is whom a verb tells to be given arms."""
    return any(own is verb and is_patient(own, role) for own, role in noun.verbs)
