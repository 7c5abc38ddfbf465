"""How many there were before: 36 launchers, compared with 16 in June; 36 tanks, up from 16 a week earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.grammar.syntax import Noun
from oob.vocabulary import ACTIONS

_COMPARED: Final = re.compile(
    r"(?:\bcompared (?:with|to)|, (?:up|down) from|\b(?:an increase|a rise|a decrease|a drop) from|, against|\bversus)"
    r" (?:only |just |about |some |around )?$"
)
_LONGEST: Final = 40
"""Characters that such words take at most."""


def compared(found: Sequence[Found], nouns: Sequence[Noun], text: str) -> Iterator[Found]:
    """The claim that another number was there at another time, beside the claim that it is told with."""
    for at, number in enumerate(nouns):
        if number.quantity is None or number.system is not None or number.quantity.unit or len(number.items) != 1:
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


def _is_presence(one: Found) -> bool:
    return one.system is not None and one.action in ACTIONS and ACTIONS[one.action].effect == "presence"
