"""Which of the claims that a sentence makes stand: without asides, and one for each thing and effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from oob.reading.claims.actions import COMING, Actions
from oob.reading.claims.cargoes import CARRYING
from oob.reading.claims.found import Found
from oob.reading.grammar import lexicon
from oob.vocabulary import ACTIONS

_MEANS: Final = lexicon.bag("use employ utilise utilize deploy fly scramble fire launch loose") | {
    "take off",
    "carry out",
}
"""Verbs for the means of a strike: used to hit the bridge, took off and bombed."""
_ON_THE_WAY: Final = frozenset({"deployed", "transported", "operates", "escorted"})
_STANDING: Final = frozenset({"present", "based", "stored"})
_POSTURE: Final = lexicon.bag("lie sit stand remain stay rest")


class Asides:
    """Tells what is said by the way from what is alleged."""

    def __init__(self, actions: Actions) -> None:
        self.actions = actions

    def without(self, made: list[Found]) -> list[Found]:
        """Jets based in Syria escorted them: where they stand besides is part of the same claim."""
        made = _without_means(_without_launch(made))
        made = [one for one in made if not _is_lesser(one, made)]
        asides = [one for one in made if self._is_aside(one, made) or _is_belonging(one)]
        if not asides or len(asides) == len(made):
            return made
        rest = [one for one in made if one not in asides]
        for role, ids in (place for aside in asides for place in aside.places.items()):
            for one in rest:
                if not one.places:
                    one.places = {role: ids}
        users = (aside.operator for aside in asides if aside.action == "operates")
        user = next((force for force in users if force is not None), None)
        for one in rest:
            one.operator = one.operator or (user if user != one.opponent else None)
        return rest

    def _is_aside(self, one: Found, made: Sequence[Found]) -> bool:
        """Whether a claim only says where or what a thing is that another tells more of."""
        if one.verb is not None and one.action in _ON_THE_WAY and _is_of_lost(one, made):
            # crashed while returning from Gao; a jet flown by Mali, or said to be, crashed
            return one.verb.voice in ("ing", "pp") or "to" in one.verb.adverbs
        if one.verb is not None and one.verb.verb in CARRYING and any(each.action == "captured" for each in made):
            return True  # seized a lorry that was carrying rifles
        if one.verb is None or one.action not in ("based", "present", "planned"):
            return False
        if one.action == "based" and _all_participles(one, made):
            return False  # tanks handed to the army and based in Sirte
        if one.verb.voice == "pp" or "being" in one.verb.adverbs or self._shows(one, made):
            return True
        if one.action == "planned" and one.verb.relative:
            return True  # shot down two missiles that were being prepared for launch
        if one.verb.voice == "inf" and any(each.verb is one.verb.above for each in made if each is not one):
            return True  # sent tanks to fight there
        return one.action != "planned" and (one.verb.verb == "be" or one.verb.voice == "ing")

    def _shows(self, one: Found, made: Sequence[Found]) -> bool:
        """Seen burning, filmed being unloaded: the sight is of the deed."""
        verb = one.verb
        frame = self.actions.frame_of(verb) if verb is not None else None
        if verb is None or frame is None or frame.doer or (frame.action != "present" and verb.verb not in _POSTURE):
            return False
        return any(
            each.verb is not None
            and each.verb.start > verb.start
            and (
                each.verb.voice in ("ing", "pp", "inf")
                or "being" in each.verb.adverbs
                or each.verb.above is verb
                or (each.verb.relative and ACTIONS[each.action].effect == "departure")
            )
            for each in made
            if each is not one
        )


def _is_lesser(one: Found, made: Sequence[Found]) -> bool:
    """Whether a thing is only said to be damaged or destroyed: it is one claim."""
    if one.action != "damaged" or one.verb is None:
        return False
    later = (each.verb for each in made if each.action == "destroyed" and each.verb is not None)
    return any(0 < verb.start - one.verb.end <= len(" and ") for verb in later)


def _all_participles(one: Found, made: Sequence[Found]) -> bool:
    """Whether all that is said of a thing is in participles after it."""
    thing = one.verb.subject if one.verb is not None else None
    return all(each.verb is not None and each.verb.voice == "pp" and each.verb.subject is thing for each in made)


def _is_of_lost(one: Found, made: Sequence[Found]) -> bool:
    """Whether another claim tells that the thing was lost, not only taken."""
    return any(
        each is not one and each.action in ACTIONS and ACTIONS[each.action].effect == "departure" for each in made
    )


def _is_belonging(one: Found) -> bool:
    """Whether a claim only says whose a thing is: destroyed lorries belonging to the army."""
    return one.verb is not None and one.verb.verb == "belong" and one.verb.voice == "ing"


def _without_launch(made: list[Found]) -> list[Found]:
    """Rockets fired by Hamas were intercepted: that they were fired only says which they were."""
    if not any(one.action == "shot-down" and one.verb is not None and one.verb.voice != "pp" for one in made):
        return made
    return [one for one in made if one.action != "struck" or one.verb is None or one.verb.voice != "pp"]


def _without_means(made: list[Found]) -> list[Found]:
    """Came back to bomb it, were used to hit it: of a strike, what was done for it is no claim of its own."""
    strikes = [one.verb for one in made if one.action == "struck"]
    if not strikes:
        return made
    ends = [verb for verb in strikes if verb is not None and verb.voice == "inf"]
    means = [end.above for end in ends if end.above is not None and end.above.verb in COMING]
    made = [one for one in made if one.verb is None or one.verb not in means]
    used = [one for one in made if one.action == "operates" and one.verb is not None and one.verb.verb in _MEANS]
    for one in made if used else ():
        if one.action == "struck":
            one.operator = one.operator or used[0].operator
            one.places = one.places or used[0].places
    return [one for one in made if one not in used]


def brought_down(found: list[Found]) -> list[Found]:
    """The jet was hit by a missile and crashed: it was shot down."""
    hits = {id(one.noun): one for one in found if one.action == "damaged" and _is_hit(one)}
    downed = [one for one in found if one.action == "crashed" and id(one.noun) in hits]
    for one in downed:
        hit = hits[id(one.noun)]
        one.action, one.opponent, one.operator = "shot-down", hit.opponent, one.operator or hit.operator
    return [one for one in found if not (one.action == "damaged" and any(one is hits[id(e.noun)] for e in downed))]


def _is_hit(one: Found) -> bool:
    return one.verb is not None and one.verb.verb in lexicon.HITS and one.verb.voice in ("passive", "pp")


def merged(found: list[Found]) -> list[Found]:
    """One claim for each thing and effect, however many verbs say it."""
    kept: list[Found] = []
    for one in found:
        same = next((each for each in kept if _same(each, one)), None)
        if same is None:
            kept.append(one)
            continue
        for role, ids in one.places.items():
            same.places[role] = tuple(dict.fromkeys((*same.places.get(role, ()), *ids)))
        for party in ("operator", "supplier", "beneficiary", "opponent"):
            if getattr(same, party) is None:
                setattr(same, party, getattr(one, party))
        same.when = same.when or one.when
    return kept


def _are_stops(one: Found, other: Found) -> bool:
    """Whether two claims tell of two deeds, each with its own time: left Samsun in May and reached Tripoli in June."""
    apart = one.verb is not other.verb
    return apart and one.when is not None and other.when is not None and one.when.edtf != other.when.edtf


def by_place(found: list[Found]) -> list[Found]:
    """One claim for each of the places where things stand that nobody has counted: based at Jufra and Brak."""
    apart: list[Found] = []
    for one in found:
        role, ids = next(((role, ids) for role, ids in one.places.items() if len(ids) > 1), ("", ()))
        if one.action not in _STANDING or one.count is not None or role not in ("at", "near"):
            apart.append(one)
            continue
        rest = {other: places for other, places in one.places.items() if other != role}
        apart += [replace(one, places={**rest, role: (each,)}, why=[*one.why]) for each in ids]
    return apart


def _same(one: Found, other: Found) -> bool:
    """Whether two claims tell the same of one phrase."""
    if one.noun is not other.noun:
        named = other.noun is not None and other.noun.hypernym is one.noun and not other.noun.partial
        return named and one.system == other.system and one.action == other.action  # the drone, a Hermes 450
    if _are_stops(one, other):
        return False
    effects = {ACTIONS[each.action].effect for each in (one, other) if each.action in ACTIONS}
    return one.action == other.action or (len(effects) == 1 and effects != {"passage"})
