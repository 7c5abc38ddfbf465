"""What else became of a thing that was hit, lost, left or taken: by what it was, to whom, and how."""

from __future__ import annotations

import re
from typing import Final

from oob.reading.claims.fighting import USING
from oob.reading.claims.mood import SEEMING
from oob.reading.claims.taking import HOLDERS
from oob.reading.claims.use import Use
from oob.reading.grammar.lexicon import FRAMES, bag, both
from oob.reading.grammar.syntax import Noun, first
from oob.reading.knowledge import EQUIPMENT

_SET: Final = bag("leave place plant put install rig set hide emplace deploy bury scatter scattering strew abandon") | {
    "leave behind",
    "set up",
}
"""What is done with mines by whoever lays them: left booby traps behind, placed a bomb under a bridge."""
_STREWING: Final = bag("mine sow seed strew litter lace booby-trap plant rig surround")
"""Verbs whose object is the ground, and whose mines stand after "with"."""
_CHARGES: Final = ("booby-trap", "car-bomb")
_GOING_OFF: Final = bag("explode detonate") | {"go off", "blow up"}
_SETTING_OFF: Final = bag("detonate trigger explode") | {"set off", "blow up"}
_ACCIDENTS: Final = both("accident crash mishap collision malfunction failure error fault") | {"weather"}
_GIVING_UP: Final = frozenset({"hand over", "hand in", "turn in", "turn over", "give up", "lay down"})
_THEIRS: Final = ("their", "his", "its")
_LOSING: Final = frozenset({"lose", "destroy", "write off", "wreck"})
_LOOKING: Final = SEEMING | {"look"}
_STATE: Final = re.compile(
    r" (?:to be |to have been )?(?:\w+ly )?(damaged|disabled|destroyed|wrecked|gutted|burn(?:ed|t)(?:[ -]out)?)\b"
)
_CARGOES: Final = both("shipment consignment cargo load convoy lorry truck boat vessel ship dhow container")


def mined(use: Use) -> str | None:
    """Mines that somebody left or placed are laid; so are those that a road was sown with."""
    if not use.is_any("mine"):
        return None
    if use.patient and use.verb.verb in _SET:
        return use.intended("laid")
    return use.intended("laid") if use.role == "with" and use.verb.verb in _STREWING else None


def goes_off(use: Use) -> str | None:
    """A bomb in a car or by the road that went off, or was set off, struck; nobody lost it."""
    if not use.is_any(*_CHARGES):
        return None
    went = use.acts and use.verb.verb in _GOING_OFF
    return use.intended("struck") if went or (use.patient and use.verb.verb in _SETTING_OFF) else None


def in_accident(use: Use) -> str | None:
    """An aircraft that was lost in an accident crashed."""
    if not use.patient or use.verb.verb not in _LOSING or not use.is_any("aircraft", "uav"):
        return None
    near = (*use.verb.preps, *use.noun.after)
    return use.intended("crashed") if any(each.head in _ACCIDENTS for each in near) else None


def stopped(use: Use) -> str | None:
    """Intercepted cargoes, ships and lorries are taken; crewed aircraft that other aircraft met are only seen."""
    if not use.patient or use.verb.verb != "intercept" or use.people:
        return None
    whole = use.noun.host if use.noun.prep == "of" else None
    if (whole is not None and whole.head in _CARGOES) or use.is_any("merchant-ship", "truck", "small-arms"):
        return use.intended("captured")
    by = use.verb.subject if use.role == "object" else first(use.verb.preps, "by")
    kind = use.memory.meaning(by.system, "system") if by is not None and by.system is not None else None
    met = kind is not None and use.memory.knowledge.systems.within(kind, "combat-aircraft")
    return use.intended("operates") if met and use.is_any("aircraft") and not use.is_any("uav") else None


def intercepts(use: Use) -> str | None:
    """Fighters that intercept something are in use."""
    if not use.acts or use.verb.verb != "intercept" or not use.is_any("combat-aircraft"):
        return None
    return "" if use.verb.voice == "inf" else use.intended("operates")


def shoots_down(use: Use) -> str | None:
    """Shot down by a battery, by which it was, or using it: the battery is in use; the missile that did it struck."""
    above = use.verb.above if use.role == "object" and use.verb.verb in USING else None
    does = use.role in ("by", "with") or (use.acts and bool(use.verb.objects) and use.is_any("air-defence"))
    downs = FRAMES.get(above.verb) if above is not None else use.frame if does else None
    if use.people or downs is None or downs.action != "shot-down" or use.is_any("missile", "ammunition", "manpads"):
        return None
    moves = use.verb.verb != "intercept" and use.is_any("aircraft", "warship")  # a ship may intercept other ships
    return use.intended("operates") if moves or use.is_any("air-defence") else None


def left_so(use: Use) -> str | None:
    """What is left burning or disabled: that is told, not that anybody left it."""
    if use.verb.verb != "leave" or not use.patient:
        return None
    if use.noun.negated and use.verb.voice == "passive":
        return "present"  # not a single tank was left in the city
    so = any(own.above is use.verb and own.voice != "inf" and role == "subject" for own, role in use.noun.verbs)
    return "" if so else None


def looks_so(use: Use) -> str | None:
    """What appears damaged, or looks burnt out, is so for all that one sees."""
    if not use.acts or use.people or use.verb.verb not in _LOOKING:
        return None
    seen = _STATE.match(use.memory.text, use.verb.end)
    return None if seen is None else use.intended("damaged" if seen[1] in ("damaged", "disabled") else "destroyed")


def fell_to(use: Use) -> str | None:
    """Vehicles that fell to the rebels, or to "them", were taken by them."""
    if use.people or not use.acts or use.verb.verb != "fall" or use.is_any("aircraft", "uav", "missile", "ammunition"):
        return None
    takers = (each for each in use.verb.preps if each.prep == "to")
    return use.intended("captured") if any(_may_take(use, each) for each in takers) else None


def _may_take(use: Use, noun: Noun) -> bool:
    return noun.pronoun in ("they", "them") or noun.head in HOLDERS or use.memory.force_of(noun) is not None


def given_up(use: Use) -> str | None:
    """Soldiers who hand over their own weapons have lost them to whoever takes these."""
    if use.people or use.role != "object" or use.verb.verb not in _GIVING_UP or use.noun.determiner not in _THEIRS:
        return None
    doer = use.verb.subject
    if doer is None or not (use.is_any("small-arms") or use.id_ == EQUIPMENT):
        return None
    men = use.memory.knowledge.is_personnel(use.memory.meaning(doer.system, "system") or "")
    return use.intended("captured") if men or doer.head in HOLDERS else None


def cost(use: Use) -> str | None:
    """The battle cost the army two tanks."""
    if use.people or use.role != "object" or use.verb.verb != "cost":
        return None
    return "lost" if any(_may_take(use, each) for each in use.verb.objects if each is not use.noun) else None
