"""Verbs by which somebody says that a thing is not so: denied it, rejected it, called it a lie."""

from __future__ import annotations

from typing import Final

from oob.reading.grammar.lexicon import SPEECH, bag
from oob.reading.grammar.syntax import Verb

CALLING: Final = bag("call brand label term describe denounce")
_UNTRUTHS: Final = bag(
    "lie lies fabrication fabrications nonsense fake fakes fiction fantasy fantasies gossip slander tale tales rumour"
    " rumor rumours rumors misunderstanding propaganda invention inventions provocation falsehood disinformation myth"
)
UNTRUE: Final = bag(
    "false untrue baseless groundless unfounded fabricated fictitious absurd incorrect inaccurate ridiculous"
    " unsubstantiated invented bogus preposterous"
)
"""What is said of an account that is denied."""
_TRUE: Final = bag("true accurate correct")


def denies(verb: Verb) -> bool:
    """Whether a verb denies what it is said of."""
    if SPEECH.get(verb.verb) == "denied":
        return not verb.negated
    return verb.verb in CALLING and verb.voice == "active" and _names(verb, _UNTRUTHS | UNTRUE)


def is_untrue(verb: Verb) -> bool:
    """Whether it says of its subject that it is not so: the report is false, was not true."""
    if verb.verb != "be" or verb.modal:
        return False
    return _names(verb, _TRUE) if verb.negated else _names(verb, _UNTRUTHS | UNTRUE)


def _names(verb: Verb, words: frozenset[str]) -> bool:
    """Whether one of these words is said of something."""
    return any(each.head.rsplit(" ", 1)[-1] in words for each in (*verb.objects, *verb.preps))
