"""What a thing is by its looks: an object consistent with a MiG-29, wreckage that matches an Orlan-10."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar.lexicon import bag, both
from oob.reading.grammar.syntax import Noun

_LOOKS: Final = (
    r"(?:dimensions|size|shape|length|wingspan|description|profile|features|silhouette|outline|appearance|signature)"
)
_LIKE: Final = re.compile(
    r",? (?:(?:that|which) (?:is|are|was|were|appears? to be|appeared to be) )?"
    rf"(?:(?:broadly |visually |closely )?(?:consistent with|resembling|matching|similar in {_LOOKS} to)"
    r"|(?:that|which) (?:resembles?|resembled|match|matches|matched)"
    rf"|whose {_LOOKS}(?: and {_LOOKS})? (?:match|matches|matched|correspond to|fit|are consistent with|resemble)"
    rf"|(?:with|of) the {_LOOKS}|the {_LOOKS})"
    rf"(?: (?:the )?{_LOOKS})?(?: of)?(?: (?:that|those) of)? $"
)
"""What stands between a thing and the name of what it looks like."""
_REACH: Final = 90
_REMAINS: Final = both("wreck fragment remnant part component") | bag("wreckage debris remains")
_OBJECTS: Final = both("object shape item silhouette outline launcher")


def tell_likeness(nouns: Sequence[Noun], memory: Memory) -> None:
    """Takes what a thing looks like for what it is, as somebody judges it."""
    for noun in nouns:
        if noun.system is None:
            continue
        like = _LIKE.search(memory.text, max(0, noun.start - _REACH), noun.start)
        thing = _thing_before(nouns, like.start()) if like is not None else None
        if thing is None or thing is noun:
            continue
        if thing.system is not None:
            _take_for(noun, thing, nouns)
            named, called = (memory.meaning(each.system, "system") or "" for each in (noun, thing))
            if not memory.knowledge.systems.related(named, called):
                noun.hypernym, thing.absorbed = None, True  # a vehicle that looks like a Pantsir
        elif (what := next((item.word for item in thing.items if item.word in _REMAINS), None)) is not None:
            noun.prep, noun.host, thing.head = "of", thing, what
            thing.of.append(noun)
        elif any(item.word in _OBJECTS for item in thing.items):
            _take_for(noun, thing, nouns)


def _thing_before(nouns: Sequence[Noun], at: int) -> Noun | None:
    """The phrase that ends where it is said what the thing is like, or has its first word as adjective."""
    return next((each for each in reversed(nouns) if each.start < at <= each.end + 1), None)


def _take_for(noun: Noun, thing: Noun, nouns: Sequence[Noun]) -> None:
    """Makes a name another one of the thing, of which the clause tells."""
    noun.prep, noun.host, noun.hypernym, noun.hedge = "", None, thing, "assessed"
    noun.quantity = noun.quantity or thing.quantity
    if thing.system is None:
        thing.absorbed = True
    told = (each for other in _between(nouns, thing, noun) for each in other.verbs)
    noun.verbs = list(dict.fromkeys([each for each in told if each[0].verb not in ("match", "resemble")]))


def _between(nouns: Sequence[Noun], thing: Noun, noun: Noun) -> Iterator[Noun]:
    """The thing, and what stands between it and the name."""
    return (each for each in nouns if thing.start <= each.start < noun.start)
