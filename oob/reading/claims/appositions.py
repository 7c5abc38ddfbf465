"""One thing under two names: the planes, Il-76s; a drone known as the Orion; the jet (a Su-25); a T-90M, its tank."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.participles import THOUGHT
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.knowledge import EQUIPMENT

_NAMELESS: Final = lexicon.RANGING | THOUGHT
"""Verbs whose subject is told of under a narrower name: a drone thought to be a Shahed."""
_CALLED: Final = re.compile(
    r",? (?:(?:also|widely|better|locally|commonly|officially) )?"
    r"(?:known|called|dubbed|named|designated|nicknamed|codenamed|code-named|christened|referred to|identified)"
    r"(?: (?:locally|officially|simply))?(?: as)? "
)
"""What stands between a class and the name that it is said to have."""
_SEEMING: Final = re.compile(
    r",? (?:(?:which|that) )?(?:(?:is|was|are|were|has been) )?(?:\w+ly )?"
    r"(?:appear(?:s|ed)?|appearing|seem(?:s|ed)?|seeming|believed|thought|understood|said|presumed|assessed|assumed)"
    r" to (?:be|have been) (?:(?:a|an|the) )?"
)
"""The same where it is only taken for that."""
_ASIDES: Final = {" - ": (" -",), " – ": (" –", "–"), " — ": (" —", "—"), "—": ("—",), " (": (")",)}
"""By what stands before a name that is put in: what stands after it."""
_IDENTIFYING: Final = lexicon.bag("identify recognise recognize describe")
_RELATIVE: Final = re.compile(r",? (?:which|that) (?:the |a |an )?")
_ASIDE: Final = 60
"""Characters within which a comma ends what is put in."""
_KNOWN: Final = ("the", "this", "these", "those", "its", "their", "a", "an")
_OWN: Final = ("its", "their", "his", "the", "a", "an", "one")


def tell_examples(nouns: Sequence[Noun], memory: Memory) -> None:
    """Takes an example of something unlike it for the next in a list, and a class with a name for that name."""
    for before, noun in zip((None, *nouns), nouns, strict=False):
        if noun.system is None or _identify(noun, nouns, memory):
            continue
        whole = _named_after(noun, before, memory) or noun.hypernym or _in_apposition(noun, memory)
        whole = whole or _named_at_last(noun, nouns, memory)
        if whole is None or whole.system is None:
            _say_again(noun, memory)
            continue
        special, generic = memory.meaning(noun.system, "system"), memory.meaning(whole.system, "system")
        if generic == EQUIPMENT and whole.quantity is None and not noun.partial:
            whole.absorbed = True
        elif not memory.knowledge.systems.related(special or "", generic or "-"):
            _list(noun, whole, nouns)
        elif _is_kind_of(special, generic, memory):
            _name(noun, whole, memory)


def _identify(noun: Noun, nouns: Sequence[Noun], memory: Memory) -> bool:
    """Tells of things under the name that a clause on them gives: the vehicles, which experts identified as Kirpis."""
    naming = next((verb for verb, role in noun.verbs if role == "object" and verb.verb in _IDENTIFYING), None)
    if naming is None or not memory.text[naming.end : noun.start].rstrip().endswith(" as"):
        return False
    whole = naming.subject if naming.voice == "pp" else _told_of(naming, nouns, memory.text)
    if whole is None or (whole.quantity is not None and noun.quantity is not None):
        return False
    if not _is_kind_of(memory.meaning(noun.system, "system"), memory.meaning(whole.system, "system"), memory):
        return False
    noun.hypernym, noun.hedge, whole.absorbed = whole, "assessed", True
    noun.quantity, noun.determiner = noun.quantity or whole.quantity, whole.determiner
    noun.verbs = [each for each in dict.fromkeys((*whole.verbs, *noun.verbs)) if each[0] is not naming]
    return True


def _told_of(verb: Verb, nouns: Sequence[Noun], text: str) -> Noun | None:
    """The phrase that a relative clause tells of, whose object it is."""
    doer = verb.subject
    if doer is None or verb.voice != "active":
        return None
    return next((each for each in nouns if _RELATIVE.fullmatch(text, each.end, doer.start)), None)


def _list(noun: Noun, whole: Noun, nouns: Sequence[Noun]) -> None:
    """Makes what stands beside a thing unlike it the next of its list."""
    noun.listed_with, noun.hypernym = whole.listed_with or whole, None
    for each in nouns:
        each.listed_with = noun.listed_with if each.listed_with is noun else each.listed_with
    opening = noun.listed_with
    measure = opening.host if opening.prep == "of" else None  # a batch of tanks, including guns, came
    verbs = measure.verbs if measure is not None and measure.head in lexicon.MEASURES else ()
    noun.verbs += [each for each in (*opening.verbs, *verbs) if each not in noun.verbs]


def _name(noun: Noun, whole: Noun, memory: Memory) -> None:
    """Tells of a class under the name that it has beside it, unless something is told of the whole alone."""
    if _is_another_name(noun, whole, memory):
        whole.absorbed = True
        noun.determiner = whole.determiner if noun.determiner == "the" else noun.determiner  # a bomber, the Su-24
        noun.verbs += [each for each in whole.verbs if each not in noun.verbs]
        return
    told = [
        verb
        for verb, role in whole.verbs
        if role == "subject" and verb.verb not in _NAMELESS and (verb, role) not in noun.verbs
    ]
    own = any(verb.voice in ("pp", "passive", "ing") for verb in told)
    named = bool(noun.hedge) or (noun.determiner in ("a", "an") and _is_thought_to_be(noun))
    several = noun.bracketed and bool(noun.listed) and noun.quantity is None and noun.determiner == ""
    kept = (noun.partial or several) and whole.quantity is not None
    named = named or _SEEMING.fullmatch(memory.text[whole.end : noun.start]) is not None
    whole.absorbed = named or _are_all(noun, whole) or (not own and not kept)


def _are_all(noun: Noun, whole: Noun) -> bool:
    """Whether as many are named as there are: two helicopters, a Mi-24 and a Mi-8, were lost."""
    singles = [each for each in (noun, *noun.listed) if each.determiner in ("a", "an")]
    return whole.quantity is not None and whole.quantity.count.low == whole.quantity.count.high == len(singles)


def _is_another_name(noun: Noun, whole: Noun, memory: Memory) -> bool:
    """Whether one thing has a class and right beside it its name: another jet, a Su-25, was lost."""
    single = whole.quantity is None and not whole.head.endswith("s") and not noun.partial
    if single and noun.determiner in ("a", "an"):
        return True  # the jet, a Su-25 of the brigade, was hit
    several = whole.quantity is not None and whole.quantity.unit != "ordinal" and whole.quantity.count.high != 1
    generic = memory.meaning(whole.system, "system")
    alike = any(_is_kind_of(memory.meaning(each.system, "system"), generic, memory) for each in noun.listed)
    if several or alike or noun.partial or noun.determiner not in ("a", "an", "the", ""):
        return False
    between = memory.text[whole.end : noun.start]
    closed = memory.text.startswith((",", ".", ";"), noun.end)
    if noun.determiner == "":  # the drones, Mohajer-6s, were seen
        return between == ", " and closed and whole.determiner == "the" and whole.quantity is None and not noun.listed
    return between in _ASIDES or _CALLED.fullmatch(between) is not None or (between == ", " and closed)


def _in_apposition(noun: Noun, memory: Memory) -> Noun | None:
    """The class whose name stands beside it between commas: the planes, Il-76s, left; a car, probably a Tigr."""
    whole = noun.listed_with
    if whole is None or not noun.apart or len(whole.listed) > 1:
        return None
    noun.hedge = _hedge(memory.text[whole.end : noun.start])
    alike = whole.quantity is None and noun.quantity is None
    alike = alike and (whole.determiner not in ("a", "an") or noun.determiner in ("a", "an"))
    if not (alike or noun.hedge) or not _is_set_off(noun, whole, memory.text):
        return None
    if not _is_kind_of(memory.meaning(noun.system, "system"), memory.meaning(whole.system, "system"), memory):
        return None
    noun.hypernym, noun.listed_with = whole, None
    whole.listed.remove(noun)
    return whole


def _is_set_off(noun: Noun, whole: Noun, text: str) -> bool:
    """Whether a comma ends what stands beside, at once or before the verb: the planes, Il-76s of theirs, left."""
    if text.startswith(",", noun.end):
        return True
    acts = [verb.start for verb, role in whole.verbs if role == "subject" and verb.start > noun.end]
    return any(text.endswith(", ", 0, start) and "," not in text[noun.end : start - 2] for start in acts)


def _named_after(noun: Noun, before: Noun | None, memory: Memory) -> Noun | None:
    """The class before a name that it is said to have, or that is put in after it: the jet - a Su-25 - crashed."""
    if before is None or before.system is None or noun.prep:
        return None
    between = memory.text[before.end : noun.start]
    seems = _SEEMING.fullmatch(between) is not None
    called = seems or _CALLED.fullmatch(between) is not None
    if not called and not memory.text.startswith(_ASIDES.get(between, "\n"), noun.end):
        return None
    if not _is_kind_of(memory.meaning(noun.system, "system"), memory.meaning(before.system, "system"), memory):
        return None
    noun.hypernym = before
    if called:  # sent a drone called the Orion to Mali: the rest of the clause is the drone's
        noun.verbs = [(verb, role) for verb, role in noun.verbs if verb.subject is not before]
    if seems:
        noun.participles = noun.participles or before.participles
        for each in (before, noun):
            each.verbs = [(verb, role) for verb, role in each.verbs if not before.end <= verb.start < noun.start]
    return before


def _named_at_last(noun: Noun, nouns: Sequence[Noun], memory: Memory) -> Noun | None:
    """The class whose name stands only after what is told of it: the drone shot down over Sirte, a Wing Loong, was."""
    if not memory.text.endswith(", ", 0, noun.start) or noun.determiner not in ("", "a", "an"):
        return None
    ends = memory.text.find(",", noun.end, noun.end + _ASIDE) >= 0
    named = memory.meaning(noun.system, "system")
    for whole in reversed(nouns[: bisect_left(nouns, noun.start, key=lambda each: each.start)]) if ends else ():
        if whole.system is None or whole.prep or whole.determiner not in _KNOWN:
            continue
        told = [verb for verb, role in whole.verbs if role == "subject" and verb.end < noun.start]
        open_ = bool(told) and all(verb.relative or verb.voice in ("pp", "ing") or verb.bare for verb in told)
        if not open_ or not _is_kind_of(named, memory.meaning(whole.system, "system"), memory):
            return None
        _take_main_verb(noun, whole)
        return whole
    return None


def _take_main_verb(noun: Noun, whole: Noun) -> None:
    """Makes a name its class's, with the verbs of both, and none of those that it seemed to belong to as a place."""
    noun.verbs = [each for each in noun.verbs if each[1] == "subject"]
    noun.verbs += [each for each in whole.verbs if each not in noun.verbs]
    noun.prep, noun.host, noun.listed_with, noun.hypernym = "", None, None, whole
    noun.determiner = noun.determiner or whole.determiner


def _say_again(noun: Noun, memory: Memory) -> None:
    """Leaves out what only says of a thing what class it is of: a T-90M, its most modern tank, was lost."""
    whole = noun.listed_with
    if whole is None or not noun.apart or len(whole.listed) > 1 or noun.determiner not in _OWN or noun.quantity:
        return
    if not memory.text.startswith((",", "."), noun.end):
        return
    if _is_kind_of(memory.meaning(whole.system, "system"), memory.meaning(noun.system, "system"), memory):
        noun.absorbed = True


def _is_kind_of(special: str | None, generic: str | None, memory: Memory) -> bool:
    """Whether one system is a narrower one than another."""
    if special is None or generic is None or special == generic:
        return False
    return memory.knowledge.systems.within(special, generic)


def _is_thought_to_be(noun: Noun) -> bool:
    """Whether it is what a thing is taken for in passing: a vehicle, believed to be a Tigr, was destroyed."""
    return any(verb.verb == "be" and verb.above is not None and verb.above.voice != "passive" for verb, _ in noun.verbs)


def _hedge(between: str) -> str:
    """How firmly a name is put beside a class: probably, possibly."""
    words = set(between.casefold().replace(",", " ").split())
    if not words.isdisjoint(lexicon.HEDGES_POSSIBLE):
        return "possible"
    return "assessed" if not words.isdisjoint(lexicon.HEDGES_ASSESSED) else ""
