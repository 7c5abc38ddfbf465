"""What may be alleged of a thing that a sentence names and of which nothing was found: a guess, for a person to judge.

Who takes the trouble to name a thing mostly alleges something of it. In articles that no rule was made with, three in
four of the things left over here are in a careful reader's claims, though the guess at what is alleged is right of
one in three: so such a claim is trusted least. Without it, the thing would be overlooked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import CLASS_TAILS, VAGUE, Making
from oob.reading.claims.nearest import nearest
from oob.reading.grammar.lexicon import Frame, bag
from oob.reading.grammar.syntax import Noun, Verb, is_patient
from oob.vocabulary import ACTIONS

_Told = tuple[str, Verb | None, Frame | None, str, str]
"""An action, the verb that it is by, its frame, the thing's role in it, and the reason."""
_FOR_ANOTHER: Final = ("by", "than", "like", "unlike")
"""Before what is named for the sake of something else."""
_DESCRIBING: Final = bag("have remain look seem cost weigh measure board enter")


class Untold(Making):
    """Guesses what is alleged of what the sentence leaves over."""

    def found_in(self, found: Sequence[Found], nouns: Sequence[Noun]) -> list[Found]:
        """A guess for each kind of thing that is left over; `found`: what the sentence is known to allege."""
        made: list[Found] = []
        for noun in self.memory.untold:
            id_ = self.kinds.system(noun)[0]
            if id_ is None or not self._is_new(noun, id_) or self._is_told(id_, (*found, *made)):
                continue
            if self._is_remark(noun) or self._brings_about(noun, found):
                continue
            action, verb, frame, role, why = self._guess(noun, found)
            one = self.found(noun, noun, id_, action, verb, frame, role, nouns)
            one.guessed = one.untold = True
            one.why.append(why)
            made.append(one)
        return made

    def _is_new(self, noun: Noun, id_: str) -> bool:
        """Whether a phrase names things in their own right, and not only those known already: "the drones"."""
        if id_ in VAGUE or self.memory.knowledge.is_personnel(id_) or (noun.tail and noun.tail not in CLASS_TAILS):
            return False
        leading = noun if noun.listed_with is None else noun.listed_with
        if leading is noun and noun.host is not None and noun.host.system is None:
            return False  # the price of tanks
        if leading.system is None:
            return False  # unity, peace and tanks
        if noun.quantity is not None or self.memory.owner(noun) is not None:
            return True
        if id_ in self.memory.knowledge.systems.children:
            return noun.determiner != "the" and noun.prep not in _FOR_ANOTHER
        return noun.determiner != "the" or noun.items[-1].word.endswith("s")  # but: the MiG-29 first flew in 1977

    def _is_remark(self, noun: Noun) -> bool:
        """Whether a verb only says what such things are like, or part of what: T-72s have a crew of three."""
        dismisses = self.actions.dismisses
        return any(_describes(verb, role) or dismisses(noun, verb, role) for verb, role in self.roles(noun))

    def _brings_about(self, noun: Noun, found: Sequence[Found]) -> bool:
        """Whether it does, or is the means of, what is told of something else: a mine put the tank out of action."""
        telling = {id(one.verb) for one in found if one.verb is not None}
        return any(id(verb) in telling and not is_patient(verb, role) for verb, role in self.roles(noun))

    def _is_told(self, id_: str, found: Sequence[Found]) -> bool:
        """Whether something is alleged of the thing, or of a kind of it."""
        related = self.memory.knowledge.systems.related
        return any(one.system is not None and related(one.system, id_) for one in found)

    def _guess(self, noun: Noun, found: Sequence[Found]) -> _Told:
        """What the nearest verb alleges, else the nearest claim, else that somebody has it, or that it is there."""
        if (told := nearest(self.actions, noun)) is not None and told[0] in ACTIONS:
            return *told, f"by the nearest verb, '{told[1].verb}'"
        if (like := self._beside(noun, found)) is not None:
            return like.action, None, None, "", f"as of '{like.system_text}' near it"
        action = "operates" if self.memory.owner(noun) is not None else "present"
        return action, None, None, "", "no verb says what is alleged of it"

    def _beside(self, noun: Noun, found: Sequence[Found]) -> Found | None:
        """The claim on a thing that stands nearest in the sentence, else the last one of the paragraph."""
        is_people = self.memory.knowledge.is_personnel
        things = [one for one in found if one.system is not None and not is_people(one.system)]
        if things:
            return min(things, key=lambda one: abs(one.at - noun.start))
        before, paragraph = self.memory.claimed or ([], 0)
        if paragraph != self.memory.paragraph:
            return None
        return next((one for one in reversed(before) if one.system is not None and not is_people(one.system)), None)


def _describes(verb: Verb, role: str) -> bool:
    """Whether a verb tells what something is like, or who is in it, rather than what became of it."""
    if role == "with" and verb.voice == "pp":
        return True  # pickups mounted with guns
    if verb.verb == "be":
        return role != "object"  # but: most of them were K-8s
    return verb.verb in _DESCRIBING and verb.voice == "active" and not verb.perfect
