"""Tallies, whose numbers stand behind what they count: "tanks – 7512 (+8), artillery systems – 12532"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.grammar.syntax import Item, Noun, Phrase

_BEFORE_NUMBERS: Final = frozenset("-‐‑‒–—―:")


def counted(row: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a sentence, each number of a tally given to the thing before it; what was added to it since the
    day before, in brackets, is left out."""
    found: list[Phrase] = []
    at = 0
    while at < len(row):
        thing, number = found[-1] if found else None, _number(row, at + 1)
        if isinstance(thing, Noun) and _uncounted(thing) and _is(row, at, _BEFORE_NUMBERS) and number is not None:
            thing.quantity = number.quantity
            at = _past_what_was_added(row, at + 2)
        else:
            found.append(row[at])
            at += 1
    return found


def _uncounted(thing: Noun) -> bool:
    return thing.system is not None and thing.quantity is None and not thing.determiner


def _number(row: Sequence[Phrase], at: int) -> Noun | None:
    """The number that stands there by itself."""
    here = row[at] if at < len(row) else None
    if not isinstance(here, Noun) or here.quantity is None or here.head != here.quantity.text:
        return None
    return here if here.system is None and here.entity is None and here.time is None else None


def _is(row: Sequence[Phrase], at: int, marks: frozenset[str]) -> bool:
    here = row[at] if at < len(row) else None
    return isinstance(here, Item) and here.word in marks


def _past_what_was_added(row: Sequence[Phrase], at: int) -> int:
    added = _is(row, at, frozenset("(")) and _is(row, at + 1, frozenset("+")) and _number(row, at + 2) is not None
    return at + 4 if added and _is(row, at + 3, frozenset(")")) else at
