"""Ships by their names: "a cargo ship, the Amazon", and later only "the Amazon"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from oob.names import normal
from oob.reading.claims.memory import Memory
from oob.reading.gazetteer import Mention
from oob.reading.grammar.syntax import Item, Noun

_VESSELS: Final = ("warship", "merchant-ship", "landing-ship", "submarine")
_OPENING: Final = frozenset({",", ", the", '"', "“", "'", "‘", ", “", ', "', "the", "", ", called", ", named"})
"""What may stand between a ship's class and its name."""
_TITLES: Final = ("ship {}", "cargo ship {}", "MV {}", "{}")


class Ships:
    """Finds the names that a text gives to ships, and puts the ship in their place."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.named: dict[str, str] = {}
        """By name: the ship, or what kind of ship it is."""

    def find(self, nouns: Sequence[Noun]) -> None:
        """Takes the names of ships for ships in a sentence."""
        for noun, after in pairwise((*nouns, None)):
            assert noun is not None
            if noun.system is None:
                self._recall(noun)
            elif (class_ := self._class_of(noun)) is not None:
                self._learn(noun, class_, after)

    def _class_of(self, noun: Noun) -> str | None:
        """The kind of ship that a phrase is of, if it is of one."""
        id_ = self.memory.meaning(noun.system, "system")
        within = self.memory.knowledge.systems.within
        return id_ if id_ is not None and any(within(id_, each) for each in _VESSELS) else None

    def _learn(self, noun: Noun, class_: str, after: Noun | None) -> None:
        """Keeps the name of a ship, which stands in the phrase of its class or behind it."""
        assert noun.system is not None
        own = [item for item in noun.items if item.start > noun.system.start]
        if _is_name(own):
            name = _joined(own)
        elif after is not None and self._opens(noun, after) and _is_name(_without_article(after)):
            name, after.absorbed = _joined(_without_article(after)), True
        else:
            return
        self.named[name] = ship = self._known(name, class_)
        _take_for(noun, noun.system, ship)

    def _opens(self, noun: Noun, after: Noun) -> bool:
        """Whether a phrase directly behind a ship's class may be its name."""
        if after.system is not None or after.entity is not None or after.time is not None:
            return False
        return (
            self.memory.text[noun.end : _without_article(after)[0].start].strip() in _OPENING if after.items else False
        )

    def _known(self, name: str, class_: str) -> str:
        """The ship of that name in the catalogue, else its class."""
        by_name = self.memory.knowledge.by_name
        ids = (by_name.get(("system", normal(title.format(name)))) for title in _TITLES)
        fitting = (each for each in ids if each is not None and self.memory.knowledge.systems.related(each, class_))
        return next(fitting, class_)

    def _recall(self, noun: Noun) -> None:
        """Takes a name for the ship that was called so."""
        if not self.named or noun.entity is not None or noun.pronoun or noun.time is not None:
            return
        words = _without_article(noun)
        if _is_name(words) and (ship := self.named.get(_joined(words))) is not None:
            _take_for(noun, words[0], ship)


def _take_for(noun: Noun, item: Item, ship: str) -> None:
    mention = Mention(item.start, item.end, (("system", ship),))
    noun.system, noun.tail = replace(item, tag="S", mention=mention), ""


def _without_article(noun: Noun) -> list[Item]:
    return [item for item in noun.items if item.tag != "D"] or list(noun.items)


def _is_name(items: Sequence[Item]) -> bool:
    return bool(items) and len(items) <= 4 and all(item.capital and item.tag == "N" for item in items)


def _joined(items: Sequence[Item]) -> str:
    return " ".join(item.word for item in items)
