"""Whether fighters are people or aircraft: by what they do, what is done to them and what stands beside them."""

from __future__ import annotations

import re
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb

_OF_PEOPLE: Final = bag(
    "recruit train kill wound injure arrest detain behead bury ambush besiege disarm demobilise demobilize enlist enrol"
    " enroll rally storm seize enter leave flee surrender defect fight dance celebrate pose chant kneel march walk join"
    " pledge swear loot withdraw retreat advance infiltrate die gather dig man capture take overrun liberate hold"
    " occupy steal confiscate execute"
)
"""What people do, or is done to people."""
_OF_AIRCRAFT: Final = bag("scramble fly land overhaul refuel intercept escort crash park taxi upgrade modernise") | {
    "modernize", "take off", "shoot down", "bring down",
}  # fmt: skip
"""What aircraft do, or is done to them."""
_JOINED: Final = ("-led", "-backed", "-aligned", "-affiliated", "-trained", "-loyal", "armed", "masked", "wounded")
"""Endings of adjectives of people: Kurdish-led fighters."""
_OF_A_PLACE: Final = bag("local tribal rebel druze kurdish tuareg islamist jihadist")
"""Adjectives of people alone."""
_WHO: Final = re.compile(r",? (?:who|whom|whose|loyal|aligned|affiliated|allied|from [A-Z])\b")
_ARMIES: Final = ("militia", "company", "group", "coalition", "government")
"""Kinds of force whose fighters have no wings."""
_ARMS: Final = ("equipment", "small-arms", "ammunition", "mercenaries", "regular-troops", "instructors")
"""What people are named in one breath with."""
_MANY: Final = 100
"""More than any report has of aircraft."""
_NEAR: Final = 300
"""Characters to either side whose words are weighed, where nothing nearer tells."""
_AIR: Final = (" jet", "plane", "aircraft", "squadron", " flew", "pilot", "airspace")
_GROUND: Final = ("mercenar", "militia", "armed group", "front line", "insurgent", "rebel", "battle")


def are_people(noun: Noun, memory: Memory) -> bool:
    """Whether "fighters" are people; where nothing tells, they are."""
    told = _by_grammar(noun, memory)
    if told is not None:
        return told
    here = memory.offset + noun.start
    around = memory.document[max(0, here - _NEAR) : here + _NEAR].casefold()
    return sum(map(around.count, _AIR)) <= sum(map(around.count, _GROUND))


def _by_grammar(noun: Noun, memory: Memory) -> bool | None:
    """What the sentence itself tells; None for nothing."""
    kinds = memory.knowledge.force_kinds
    near = (*noun.owners, *(of.entity for of in noun.of if of.entity is not None))
    if noun.backers or any(kinds.get(memory.meaning(item, "force") or "") in _ARMIES for item in near):
        return True
    words = [item.word.casefold() for item in noun.items]
    if any(word.endswith(_JOINED) or word in _OF_A_PLACE for word in words) or _WHO.match(memory.text, noun.end):
        return True
    whole = noun.host if noun.prep == "of" else None
    quantity = noun.quantity or (whole.quantity if whole is not None else None)
    if quantity is not None and not quantity.unit and (quantity.count.low or 0) >= _MANY:
        return True  # hundreds of fighters
    for each in (noun.listed_with, *noun.listed):
        beside = memory.meaning(each.system, "system") if each is not None else None
        if beside in _ARMS:
            return True  # denies that it sends weapons or fighters
        if beside is not None and memory.knowledge.systems.within(beside, "aircraft"):
            return False
    told = (*noun.verbs, *(whole.verbs if whole is not None and whole.system is None else ()))  # dozens of them fled
    verbs = [verb for verb, role in told if role in ("subject", "object")]
    if any(verb.verb in _OF_AIRCRAFT for verb in verbs):
        return False
    return True if any(map(_tells_of_people, verbs)) else None


def _tells_of_people(verb: Verb) -> bool:
    return verb.verb in _OF_PEOPLE or verb.verb in lexicon.SPEECH
