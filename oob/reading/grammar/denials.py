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


def denies(verb: Verb) -> bool:
    """Whether a verb denies what it is said of."""
    if SPEECH.get(verb.verb) == "denied":
        return not verb.negated
    named = (each.head.rsplit(" ", 1)[-1] for each in (*verb.objects, *verb.preps))
    return verb.verb in CALLING and verb.voice == "active" and any(word in _UNTRUTHS for word in named)
