"""Which type words mean that name none: the former, the latter, jets of that type, rockets of the Grad type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun

TYPES: Final = bag("type kind model class make variant series family pattern design")
_POINTING: Final = ("that", "this", "these", "those")
_PAIR: Final = {"former": -2, "latter": -1}
"""Words for one of two things, by its place among those named last."""


def is_one_of_two(noun: Noun) -> bool:
    """Whether a phrase means the first or second of two things: twelve of the former, the latter."""
    return noun.head in _PAIR and noun.determiner == "the" and len(noun.items) <= 2 and noun.entity is None


def one_of_two(word: str, memory: Memory, class_: str | None = None) -> str | None:
    """Which of the two things named last "the former" or "the latter" is; `class_`: of what kind both are."""
    named: list[str] = []
    for id_, paragraph, _ in memory.recent:
        if memory.paragraph - paragraph <= 1 and (class_ is None or memory.knowledge.systems.within(id_, class_)):
            named = [each for each in named if each != id_] + [id_]
    return named[_PAIR[word]] if len(named) > 1 else None


def of_type(noun: Noun, class_: str, memory: Memory) -> str | None:
    """The type that a class is said to be of: tanks of the T-72 series, jets of that type, of the former type."""
    within = memory.knowledge.systems.within
    for each in noun.of:
        if each.head not in TYPES:
            continue
        named = memory.meaning(each.system, "system")
        if named is not None:
            return named if named != class_ and within(named, class_) else None
        words = {item.word for item in each.items}
        if (word := next((one for one in _PAIR if one in words), None)) is not None:
            return one_of_two(word, memory, class_)
        if each.determiner in _POINTING or "same" in words:
            return next((id_ for id_ in _narrower(class_, memory)), None)
    return None


def _narrower(class_: str, memory: Memory) -> Iterator[str]:
    """The types of a class that were named in this paragraph or the one before, the last first."""
    for id_, paragraph, _ in reversed(memory.recent):
        if memory.paragraph - paragraph <= 1 and id_ != class_ and memory.knowledge.systems.within(id_, class_):
            yield id_
