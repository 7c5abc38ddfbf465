"""One claim for each of those who get a thing: missiles for the army and the militia."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.grammar.syntax import Noun

_GIVEN: Final = ("supplied", "delivered", "planned", "purchased")
"""What is done with a thing that each of several gets."""


def for_each_receiver(found: list[Found], memory: Memory) -> Iterator[Found]:
    """The claims of a sentence, each of those made for every one of the sides that are listed as getting a thing."""
    for one in found:
        receiver = one.beneficiary or (one.operator if one.action == "purchased" else None)
        others = _listed_with(receiver, one, memory) if receiver is not None and one.action in _GIVEN else []
        if not others:
            yield one
            continue
        everybody = {receiver, *others}
        for force in (receiver, *others):
            one_each = replace(one, places=_without(one.places, everybody - {force}), why=[*one.why])
            if one.count is not None and not _has_each(one, memory):
                one_each.count, one_each.count_text = None, ""  # else each would be said to have got them all
                one_each.why.append(
                    f"'{one.count_text}' are for several together, and whose share is which is not said"
                )
            for party in ("operator", "beneficiary"):
                if getattr(one, party) == receiver:
                    setattr(one_each, party, force)
            yield one_each


def _has_each(one: Found, memory: Memory) -> bool:
    """Whether a number is that of each of several: sent ten tanks each to Mali and Niger."""
    return one.noun is not None and memory.text.startswith(" each", one.noun.end)


def _listed_with(receiver: str, one: Found, memory: Memory) -> list[str]:
    """The other sides in the list that a receiver stands in."""
    verb, after = one.verb, one.noun.after if one.noun is not None else ()
    for each in (verb.subject, *verb.objects, *verb.preps, *after) if verb is not None else ():
        if each is None or each.system is not None or memory.force_of(each) != receiver:
            continue
        if each.listed and (each.listed[-1].apart or not all(map(_is_side, each.listed))):
            continue  # Kyiv, the capital; to Kyiv and the minister said
        again = (more for more in each.after if each.prep and more.prep == each.prep and more.opens)
        others = [memory.force_of(other) for other in (*each.listed, *again)]
        return [force for force in dict.fromkeys(others) if force is not None and force != receiver]
    return []


def _is_side(noun: Noun) -> bool:
    """Whether a phrase in a list may be one more side, and no doer of a clause of its own."""
    return noun.system is None and noun.time is None and not any(role == "subject" for _, role in noun.verbs)


def _without(places: dict[str, tuple[str, ...]], others: set[str | None]) -> dict[str, tuple[str, ...]]:
    """The places without the countries that others get the thing in."""
    left = {role: tuple(each for each in ids if each not in others) for role, ids in places.items()}
    return {role: ids for role, ids in left.items() if ids}
