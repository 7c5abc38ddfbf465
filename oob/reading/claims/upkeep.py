"""What is done with things between the fighting: they are kept, repaired, drilled with, and people are taught them."""

from __future__ import annotations

from typing import Final

from oob.reading.claims.use import Use
from oob.reading.grammar.lexicon import bag, both

_REPAIRS: Final = both("repair overhaul refit upgrade") | bag(
    "maintenance refurbishment modernisation modernization servicing restoration"
)
_EXERCISES: Final = both("exercise drill manoeuvre maneuver rehearsal") | {"wargames"}
_BRINGING: Final = bag("send fly ship take return bring move transport tow haul transfer deliver evacuate go withdraw")
_HOLDING: Final = bag("hold conduct stage run begin start launch complete finish perform") | {"carry out"}


def repaired(use: Use) -> str | None:
    """What was sent somewhere for repairs is repaired there."""
    moved = use.verb.verb in _BRINGING and not use.people and (use.patient or use.verb.verb == "go")
    repairs = (each for each in (*use.verb.preps, *use.noun.after) if each.prep in ("for", "to", "into", "under"))
    return use.intended("serviced") if moved and any(each.head in _REPAIRS for each in repairs) else None


def drilled(use: Use) -> str | None:
    """What took part in an exercise, or was used in it; what drills were held with."""
    if use.people:
        return None
    verb = use.verb
    joins = use.acts and (verb.verb == "participate" or (verb.verb == "take" and use.does(("part",))))
    used = use.patient and verb.verb in ("use", "involve", "employ", "deploy")
    at = any(each.prep in ("in", "during") and each.head in _EXERCISES for each in verb.preps)
    held = use.role in ("with", "using") and verb.verb in _HOLDING and use.does(_EXERCISES)
    within = used and use.role == "object" and verb.subject is not None and verb.subject.head in _EXERCISES
    return use.intended("exercised") if ((joins or used) and at) or held or within else None
