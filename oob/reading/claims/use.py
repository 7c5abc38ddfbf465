"""A system in its role to a verb: what is asked of it before it is known what the verb alleges."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import intended
from oob.reading.grammar.lexicon import Frame
from oob.reading.grammar.syntax import Noun, Verb, is_patient


@dataclass(frozen=True, slots=True)
class Use:
    """A system in its role to a verb."""

    memory: Memory
    noun: Noun
    verb: Verb
    role: str
    """subject, object, or the preposition before it."""
    frame: Frame | None
    id_: str
    people: bool

    @property
    def patient(self) -> bool:
        """Whether something is done to it."""
        return is_patient(self.verb, self.role)

    @property
    def acts(self) -> bool:
        """Whether it does something."""
        return self.role == "subject" and self.verb.voice not in ("passive", "pp")

    def is_any(self, *kinds: str) -> bool:
        """Whether it is of one of these classes."""
        within = self.memory.knowledge.systems.within
        return any(within(self.id_, each) for each in kinds)

    def beside(self, *preps: str) -> bool:
        """Whether the verb has a phrase with one of these prepositions."""
        return any(each.prep in preps for each in self.verb.preps)

    def does(self, heads: Container[str]) -> bool:
        """Whether the verb's object is one of these words, or a number of them: carry out a string of strikes."""
        return any(each.head in heads or any(of.head in heads for of in each.of) for each in self.verb.objects)

    def intended(self, action: str) -> str:
        """An action in the mood of the verb: what is only planned is no deed yet."""
        return intended(action, self.verb)


Rule = Callable[[Use], str | None]
"""The action, blank for none, or None where the rule does not apply."""
