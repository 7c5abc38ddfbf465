"""Other numbers of what is claimed: 36 launchers, compared with 16 in June; the ministry put their number at 40."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_COMPARED: Final = re.compile(
    r"(?:\bcompared (?:with|to)|, (?:up|down) from|\b(?:an increase|a rise|a decrease|a drop) from|, against|\bversus)"
    r" (?:only |just |about |some |around )?$"
)
_NUMBERS: Final = lexicon.bag("number figure total tally count strength")
_THEIR: Final = ("the", "their", "its", "this", "that")
_SPEAKING: Final = ("speak", "talk", "tell")
_COUNTING: Final = lexicon.bag("say claim count report cite mention list give record register log tally estimate")
_BEING: Final = ("be", "stand", "give", "report", "estimate")
_SOURCE: Final = re.compile(r",? (?:according to|by the count of|if) ")
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


def restated(found: Sequence[Found], nouns: Sequence[Noun], memory: Memory) -> Iterator[Found]:
    """The claim made last, with another figure: the ministry put their number at 40; ten, according to the rebels."""
    for at, noun in enumerate(nouns):
        if not _is_bare(noun) or noun.quantity is None or not _is_given_as_figure(noun, nouns[:at], memory.text):
            continue
        told = _told_before(noun, found, memory)
        if told is None or told.count == noun.quantity.count or any(_counts_else(each, told, noun) for each in nouns):
            continue
        yield replace(
            told, noun=noun, at=noun.start, verb=noun.verbs[0][0] if noun.verbs else None,
            count=noun.quantity.count, count_text=noun.quantity.text, stance="", hearsay=False, aside=False,
            why=[f"'{memory.text[noun.start : noun.end]}' taken for another number of what was told before"],
        )  # fmt: skip


def _is_given_as_figure(noun: Noun, before: Sequence[Noun], text: str) -> bool:
    """Whether somebody gives a bare number as that of what was told: spoke of three, said that there were three."""
    if not noun.verbs:
        return _SOURCE.match(text, noun.end) is not None
    for verb, role in noun.verbs if len(noun.verbs) == 1 and not noun.of else ():
        if role in ("at", "as", "object") and names_number(verb):
            own = any(each.head.rsplit(" ", 1)[-1] in _NUMBERS and each.of for each in verb.objects)
            return (verb.verb in lexicon.GAUGING and not own) or verb.verb in _BEING
        if role == "of" and verb.verb in _SPEAKING:
            return True
        if role == "object" and verb.verb in _COUNTING and verb.voice == "active":
            return not text.startswith(":", noun.end)  # but: I count 15: ten jets, the rest helicopters
        there = verb.subject is not None and verb.subject.pronoun == "there" and role == "object"
        if there and verb.verb == "be" and any(said.verb in lexicon.SPEECH for said in _speaking(before)):
            return not noun.after
    return False


def _speaking(nouns: Sequence[Noun]) -> Iterator[Verb]:
    """The verbs of those who do something in a clause."""
    return (verb for noun in nouns[-3:] for verb, role in noun.verbs if role == "subject")


def _told_before(number: Noun, found: Sequence[Found], memory: Memory) -> Found | None:
    """The claim that another number is of: the last of those before it that say how many."""
    here = [one for one in found if one.at < number.start]
    claims, paragraph = (here, memory.paragraph) if here else memory.claimed
    told = [one for one in claims if one.system is not None and one.action in ACTIONS and one.stance != "denied"]
    named = any(names_number(verb) for verb, _ in number.verbs)
    if not told or memory.paragraph - paragraph > named:
        return None
    if not here and not named and memory.counted is not None and all(one.noun is not memory.counted for one in told):
        return None  # killed ten people with a drone; the ministry spoke of twelve
    return told[-1] if named or told[-1].count is not None else None


def _counts_else(noun: Noun, told: Found, number: Noun) -> bool:
    """Whether a phrase before a number counts something else: killed ten people; the ministry spoke of twelve."""
    counted = noun.quantity is not None and not noun.quantity.unit and noun.start < number.start
    return counted and noun.time is None and noun is not told.noun and not _is_bare(noun) and noun.start > told.at


def names_number(verb: Verb) -> bool:
    """Whether a verb tells of "their number", whatever they are."""
    return any(
        each is not None and each.head in _NUMBERS and not each.of and each.determiner in _THEIR
        for each in (verb.subject, *verb.objects)
    )


def counted_last(nouns: Sequence[Noun]) -> Noun | None:
    """The last phrase that says how many there are of something."""
    return next((each for each in reversed(nouns) if each.quantity is not None and not each.quantity.unit), None)


def _is_bare(noun: Noun) -> bool:
    """Whether a phrase is a number of things and nothing else."""
    return noun.quantity is not None and not noun.quantity.unit and noun.system is None and len(noun.items) == 1


def _is_presence(one: Found) -> bool:
    return one.system is not None and one.action in ACTIONS and ACTIONS[one.action].effect == "presence"
