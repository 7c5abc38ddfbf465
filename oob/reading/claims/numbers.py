"""Other numbers of what is claimed: 36 launchers, compared with 16 in June; the ministry put their number at 40."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.use import is_patient
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun
from oob.vocabulary import ACTIONS

_COMPARED: Final = re.compile(
    r"(?:\bcompared (?:with|to)|, (?:up|down) from|\b(?:an increase|a rise|a decrease|a drop) from|, against|\bversus)"
    r" (?:only |just |about |some |around )?$"
)
_NUMBERS: Final = lexicon.bag("number figure total tally count strength")
_LONGEST: Final = 40
"""Characters that such words take at most."""


def compared(found: Sequence[Found], nouns: Sequence[Noun], text: str) -> Iterator[Found]:
    """The claim that another number was there at another time, beside the claim that it is told with."""
    for at, number in enumerate(nouns):
        if not _is_bare(number) or number.quantity is None:
            continue
        if _COMPARED.search(text, max(0, number.start - _LONGEST), number.start) is None:
            continue
        before = [each for each in found if each.count is not None and each.at < number.start and _is_presence(each)]
        if not before:
            continue
        now, following = before[-1], nouns[at + 1] if at + 1 < len(nouns) else None
        then = following.time if following is not None and following.start - number.end <= len(" in the ") else None
        if now.when is not None and then is not None and now.when.edtf == then.edtf:
            now.when = None  # that is when the other number was there
        yield replace(
            now, noun=number, at=number.start, count=number.quantity.count, count_text=number.quantity.text,
            when=then, why=[*now.why],
        )  # fmt: skip


def restated(nouns: Sequence[Noun], memory: Memory) -> Iterator[Found]:
    """The claim made last, with the number that somebody else puts on it: the ministry put their number at 40."""
    claims, paragraph = memory.claimed
    told = [each for each in claims if each.system is not None and each.action in ACTIONS]
    if not told or memory.paragraph - paragraph > 1:
        return
    for noun in nouns:
        if noun.head not in _NUMBERS or noun.of or noun.determiner not in ("the", "their", "its", "this", "that"):
            continue
        for verb, role in noun.verbs:
            gauged = verb.verb in lexicon.GAUGING and is_patient(verb, role)
            number = next((each for each in verb.preps if gauged and each.prep == "at" and _is_bare(each)), None)
            if number is not None and number.quantity is not None:
                yield replace(
                    told[-1], noun=number, at=noun.start, verb=verb, count=number.quantity.count,
                    count_text=number.quantity.text, stance="", hearsay=False, aside=False,
                    why=[f"'{memory.text[noun.start : noun.end]}' taken for that of what was told before"],
                )  # fmt: skip


def _is_bare(noun: Noun) -> bool:
    """Whether a phrase is a number of things and nothing else."""
    return noun.quantity is not None and not noun.quantity.unit and noun.system is None and len(noun.items) == 1


def _is_presence(one: Found) -> bool:
    return one.system is not None and one.action in ACTIONS and ACTIONS[one.action].effect == "presence"
