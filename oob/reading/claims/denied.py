"""What somebody denies: this, the report, a claim that the same sentence makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.denials import UNTRUE, denies, is_untrue
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Noun, Verb

_ACCOUNTS: Final = lexicon.bag(
    "report reports claim claims allegation allegations accusation accusations charge charges account accounts"
    " suggestion suggestions statement statements story assertion assertions"
)
_BESIDE: Final = lexicon.bag("spite statement interview post letter")
_NEXT_CLAUSE: Final = re.compile(r"; |, (?:but|while|though|although|and|whereas) ")
"""What stands between what is told and who denies it, in one sentence."""
_FEW: Final = 3
"""Claims of one sentence that "this" may stand for all together."""
_TOLD_ABOVE: Final = re.compile(
    rf", (?:(?:an? (?:\w+ )?(?:{'|'.join(sorted(lexicon.CHARGES))})|something)"
    r"(?: that| which)?|which) (?=\w)"
)
"""What opens a clause on all that was told before: ..., an allegation that; ..., which."""


class Denials:
    """Remembers what was alleged last, for whoever denies it."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._told: list[Found] = []
        """What the last sentence that alleges anything does."""
        self._told_in = 0
        """The paragraph that it stands in."""

    def with_denied(self, found: list[Found], nouns: Sequence[Noun], verbs: Sequence[Verb]) -> list[Found]:
        """What a sentence alleges, with what it denies."""
        denied = self._denied(found, nouns, verbs)
        found = [*found, *self._denied_beside(found, verbs)]
        if found:
            self._told, self._told_in = found, self.memory.paragraph
        return denied + found

    def _denied(self, found: Sequence[Found], nouns: Sequence[Noun], verbs: Sequence[Verb]) -> list[Found]:
        """Ankara denied this, dismissed the report: what the sentence before, or the clause before, alleges."""
        told_of = ((verb, self._what_was_told(verb)) for verb in verbs)
        verb, what = next(((verb, what) for verb, what in told_of if what is not None), (None, None))
        if verb is None or what is None:
            return []
        told = self._told_before(what, found, nouns)
        if not is_untrue(verb) and not self._ends_there(what, verbs):
            return []
        if len(told) > _FEW:
            return []
        return [_denial(one, what, None) for one in told if one.system is not None and one.stance != "denied"]

    def _told_before(self, what: Noun, found: Sequence[Found], nouns: Sequence[Noun]) -> Sequence[Found]:
        """What is alleged in the clause before "this", or else in the sentence before."""
        here = [one for one in found if one.at < what.start and one.system is not None]
        if here and _NEXT_CLAUSE.search(self.memory.text, here[-1].at, what.start) is not None:
            return here
        if any(each.system is not None and each.start < what.start for each in nouns):
            return ()
        return self._told if self.memory.paragraph - self._told_in <= 1 else ()

    def _ends_there(self, what: Noun, verbs: Sequence[Verb]) -> bool:
        """Whether no clause follows that tells what "the claim" is."""
        rest = self.memory.text[what.end : what.end + 6]
        if rest.startswith((".", ",", ";", " and ", " but ")):
            return True
        return not any(verb.start > what.start and verb.voice in FINITE for verb in verbs)

    def _denied_beside(self, found: Sequence[Found], verbs: Sequence[Verb]) -> list[Found]:
        """A claim that Moscow denies; which the ministry called a lie: what the sentence has just alleged."""
        for verb in verbs:
            if not denies(verb) or verb.voice == "passive" or verb.subject is None:
                continue
            begun = min(verbs[0].start, verb.subject.start, *(one.at for one in found))
            opening = max((at.start() for at in _TOLD_ABOVE.finditer(self.memory.text, begun, verb.start)), default=-1)
            if opening < 0 or verb.subject.start < opening or "," in self.memory.text[opening + 1 : verb.start]:
                continue
            told = [one for one in found if one.at < opening and one.system is not None and one.stance != "denied"]
            told = [one for one in told if one.action == told[-1].action]
            denied = [replace(_denial(one, verb.subject, verb), when=one.when) for one in told]
            return denied if len(denied) <= _FEW else []
        return []

    def _what_was_told(self, verb: Verb) -> Noun | None:
        """The phrase for all that was told which somebody denies: this, the report."""
        subject = (verb.subject,) if is_untrue(verb) and verb.subject is not None else ()
        near = subject or (verb.objects if denies(verb) else ())
        return next((each for each in near if _is_what_was_told(each) and not (subject and each.pronoun)), None)


def _is_what_was_told(noun: Noun) -> bool:
    """Whether a phrase stands for all that was told: this, the report, the report false."""
    alone = noun.pronoun == "it" or (len(noun.items) == 1 and noun.head in ("this", "that"))
    words = [noun.head] if noun.head not in UNTRUE else [item.word for item in noun.items]
    named = noun.determiner != "" and any(word in _ACCOUNTS for word in words)
    return alone or (named and not noun.of and all(_is_beside_the_point(each) for each in noun.after))


def _is_beside_the_point(near: Noun) -> bool:
    """Whether a phrase tells no more of a report: denied the accusations in a statement, despite the evidence."""
    return near.time is not None or near.prep == "despite" or (near.prep == "in" and near.head in _BESIDE)


def _denial(one: Found, noun: Noun, verb: Verb | None) -> Found:
    """The claim that a thing alleged is not so."""
    return replace(
        one, noun=noun, verb=verb, at=noun.start, count=None, count_text="", opponent=None, when=None, places={},
        stance="denied", hearsay=False, aside=False, why=["taken to deny what was told before"],
    )  # fmt: skip
