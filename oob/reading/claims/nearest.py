"""What the nearest verb of a clause alleges of a thing of which no verb of its own was found.

Long lists, brackets and asides part a thing from its verb more often than they leave it without one; what is nearest
in the clause is right more often than that nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from oob.reading.claims.actions import Actions
from oob.reading.claims.mood import idle
from oob.reading.grammar.lexicon import Frame
from oob.reading.grammar.syntax import Noun, Verb

_BORDER: Final = re.compile(r"[;:]|\b(?:but|while|whereas|although|though|which|who|that|because)\b")
"""What parts one clause from the next."""
_FAINT: Final = ("", "present", "planned")
"""What says too little to be taken from a verb that is not a thing's own."""
_FARTHEST: Final = 400
"""Characters between a thing and a verb that may be its own."""


def nearest(actions: Actions, noun: Noun) -> tuple[str, Verb, Frame, str] | None:
    """The action that the nearest verb alleges, the verb, its frame, and the role that the thing has by its place."""
    told = min(_around(actions, noun), key=lambda each: each[0], default=None)
    return None if told is None else told[1:]


def _around(actions: Actions, noun: Noun) -> Iterator[tuple[int, str, Verb, Frame, str]]:
    """Every verb of the clause that alleges something, with its distance."""
    text = actions.memory.text
    for verb in actions.memory.verbs:
        before = verb.end <= noun.start
        start, end = (verb.end, noun.start) if before else (noun.end, verb.start)
        undergone = before and verb.voice in ("passive", "pp")
        if idle(verb) or undergone or not 0 <= end - start <= _FARTHEST or _BORDER.search(text, start, end):
            continue
        if before and verb.verb == "leave" and verb.objects and not any(each.system for each in verb.objects):
            continue  # left Tartus with lorries and, as they say, a Pantsir
        frame, role = actions.frame_of(verb), "object" if before else "subject"
        if frame is not None and (action := actions.action(noun, verb, role, frame)) not in _FAINT:
            yield end - start, action, verb, frame, role
