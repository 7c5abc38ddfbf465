"""Claims on the people of a force by a noun, as of the deployment of Wagner to Mali; and on children who enlist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.mood import idle, intended
from oob.reading.claims.people import is_mission, people_of
from oob.reading.grammar.lexicon import Frame, bag
from oob.reading.grammar.syntax import Noun, Verb, is_patient

_TOLD: Final = {
    **dict.fromkeys(bag("deployment redeployment arrival"), "deployed"),
    **dict.fromkeys(bag("withdrawal pullout departure"), "withdrawn"),
    "presence": "present",
}
"""By noun: what it alleges of the force that it is of."""
_PEOPLED: Final = ("company", "service", "militia")
"""Kinds of forces whose name stands for their people."""
_CHILDREN: Final = bag("children boys girls minors adolescents teenagers schoolboys")
"""Who are soldiers once they are recruited."""


class Corps(Making):
    """Finds what is told of the people of a force by its name, and of children who become soldiers."""

    def found_in(self, nouns: Sequence[Noun]) -> list[Found]:
        """What a sentence tells of them."""
        return [*self._by_nouns(nouns), *self._children(nouns)]

    def _by_nouns(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """What each noun of coming, going or being there tells of a force, where the place is told as well."""
        for noun in nouns:
            action = _TOLD.get(noun.head)
            whose = next((each for each in noun.of if each.entity is not None or each.system is not None), None)
            if action is None or (whose is not None and whose.system is not None):
                continue
            force = self.memory.force_of(whose) if whose is not None else self.memory.owner(noun)
            people = self._people(force)
            named = (noun,) if whose is None else (noun, whose, *whose.listed)
            near = [after for each in named for after in each.after]
            if force is None or people is None or not any(self.memory.place_of(each) is not None for each in near):
                continue
            verb = next((verb for verb, role in self.roles(noun) if role == "subject"), None)
            told = intended(action, verb) if verb is not None else action
            one = self.found(whose or noun, noun, people, told, verb, Frame(told), "of", nouns, host=noun)
            one.operator = force
            yield one

    def _children(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """The militia recruited boys as young as 13; the recruitment of children goes on."""
        for noun in nouns:
            if noun.head not in _CHILDREN or noun.system is not None or noun.listed_with is not None:
                continue
            told = ((verb, role) for verb, role in self.roles(noun) if is_patient(verb, role) and not idle(verb))
            verb, role = next((each for each in told if self._enlists(each[0])), (None, ""))
            host = noun.host if noun.prep == "of" and noun.host is not None else None
            if verb is None and (host is None or host.head != "recruitment"):
                continue
            action = intended("recruited", verb) if verb is not None else "recruited"
            yield self.found(noun, noun, "child-soldiers", action, verb, Frame(action), role or "of", nouns, host=host)

    def _enlists(self, verb: Verb) -> bool:
        frame = self.actions.frame_of(verb)
        return frame is not None and frame.action == "recruited"

    def _people(self, force: str | None) -> str | None:
        """Who the people of a force are, if its name stands for them; a state's presence may be of anything."""
        peopled = self.memory.knowledge.force_kinds.get(force or "") in _PEOPLED or is_mission(force, self.memory)
        return people_of(force, self.memory) if force is not None and peopled else None
