"""What becomes of a load with what carries it: seized a dhow carrying rifles, a lorry with 200 shells was impounded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag, both
from oob.reading.grammar.syntax import Noun, Verb, is_patient

CARRYING: Final = bag("carry transport bring ferry haul contain smuggle conceal hide")
_LOADING: Final = bag("load lade pack fill cram stuff stack")
_STOPPING: Final = bag("intercept board impound detain stop")
_CARRIERS: Final = both(
    "ship vessel boat dhow freighter lorry truck convoy plane car van pickup container caravan trawler bus tanker skiff"
)


def with_carrier(verb: Verb, role: str, noun: Noun) -> tuple[Verb, str] | None:
    """The verb that tells what became of a load, and its role, by what was done to what carries it."""
    carrier = None
    carries = role == "object" and verb.voice != "passive" and verb.verb in CARRYING
    if carries or (role == "with" and verb.verb in _LOADING):
        carrier = verb.subject
    elif role == "with" and noun.host is not None and _is_carrier(noun.host):
        carrier = noun.host
    if carrier is None:
        return None
    convoy = carrier.host if carrier.prep == "of" else None
    return _capture([*carrier.verbs, *(convoy.verbs if convoy is not None else ())])


def _is_carrier(noun: Noun) -> bool:
    name = noun.system.word.casefold().rsplit(" ", 1)[-1] if noun.system is not None else noun.head
    return name in _CARRIERS


def _capture(verbs: Iterable[tuple[Verb, str]]) -> tuple[Verb, str] | None:
    """What tells that a carrier was taken."""
    return next(((verb, role) for verb, role in verbs if _takes(verb) and is_patient(verb, role)), None)


def _takes(verb: Verb) -> bool:
    """Whether a verb tells that somebody takes or stops a ship or a lorry."""
    frame = lexicon.FRAMES.get(verb.verb)
    return verb.verb in _STOPPING or (frame is not None and frame.action == "captured")
