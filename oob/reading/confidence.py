"""How likely a proposal is right, by the marks that it has: the share of those like it that are, measured, not felt.

A proposal counts as right where a careful reader noted the same thing, undergoing the same, in the same paragraph; that
its count or its parties are right is not meant. The weights are log odds, fitted to the development articles by
`tests/reading/calibrate.py`, which prints them anew with what they are worth on articles held out. What they start from
is lowered, so that the mean is that of articles that no rule was made with.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.knowledge import Knowledge

START: Final = -1.0
"""The log odds of a proposal without any mark."""
WEIGHTS: Final = {
    "type": 0.7, "count": 0.6, "place": 0.4, "date": 0.4, "operator": 0.2, "supplier": 0.2, "beneficiary": 0.7,
    "lost": 0.4, "given": 0.4, "there": -0.3, "moved": -0.5, "damaged": -0.8, "other": 0.7, "denied": 0.7,
    "ing": 0.6, "be": 0.9, "inf": -0.3, "pp": -0.2, "named before": -0.4, "guessed": -1.2,
}  # fmt: skip
"""What a mark adds to the log odds; one that is not here is rare, or tells next to nothing."""
_LOWEST, _HIGHEST = 0.05, 0.95
_TOLD: Final = {
    "destroyed": "lost", "shot-down": "lost", "captured": "lost", "crashed": "lost",
    "transported": "moved", "deployed": "moved", "withdrawn": "moved",
    "supplied": "given", "delivered": "given", "purchased": "given", "planned": "given",
    "struck": "struck", "damaged": "damaged", "present": "there", "based": "there", "operates": "used",
}  # fmt: skip
"""Actions by what they tell; the rest is rare."""


def marks(one: Found, stance: str, knowledge: Knowledge) -> Iterator[str]:
    """What a proposal has that tells how often one like it is right."""
    if one.system is not None and one.system not in knowledge.systems.children:
        yield "type"
    if one.system is not None and knowledge.is_personnel(one.system):
        yield "people"
    stated = {
        "count": one.count, "place": one.places, "date": one.when, "operator": one.operator, "opponent": one.opponent,
        "supplier": one.supplier, "beneficiary": one.beneficiary,
    }  # fmt: skip
    yield from (name for name, value in stated.items() if value)
    yield _TOLD.get(one.action, "other")
    yield "guessed" if one.guessed else "by noun" if one.verb is None else one.verb.voice
    if one.noun is not None and (one.noun.pronoun or one.noun.system is None):
        yield "named before"
    if stance in ("denied", "possible"):
        yield stance
    yield from ["inferred"] * len(one.why)


def confidence(found: Iterable[str]) -> float:
    """The share of proposals with these marks that are right, from 0.05 to 0.95."""
    odds = START + sum(WEIGHTS.get(mark, 0.0) for mark in found)
    return round(max(_LOWEST, min(_HIGHEST, 1 / (1 + math.exp(-odds)))), 2)
