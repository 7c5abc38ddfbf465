"""Verbs left out of the second and third of like clauses: "a jet was shot down near Gao, another near Timbuktu"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Item, Noun, Phrase, Verb

_JOINTS: Final = frozenset((",", ";", "C", "—", "–"))
"""Tags of what stands between like clauses."""
_BREAKS: Final = frozenset((":", "R", "(", ")", '"', "."))
"""Tags of what ends the stretch in which a verb may be left out."""
_SOME: Final = lexicon.bag("another other others more rest remainder first second third fourth fifth one")
"""Words for some more of the things that the first of the clauses names."""
_ABOUT: Final = lexicon.bag("further additional only at least about some just")
"""What may stand before a number of them."""
_SOON: Final = 9
"""Phrases and marks within which the time stands that a place was taken."""
_REACH: Final = 40
"""Phrases and marks that may stand between like clauses."""
_WHERE: Final = frozenset(lexicon.PLACE_ROLE) | lexicon.bag("by during after before since")
"""What opens a phrase that tells where, when or by whom."""


def completed(row: Sequence[Phrase]) -> Sequence[Phrase]:
    """The phrases of a sentence, with each verb that is left out put where it would stand."""
    _part_list(row)
    _share_heads(row)
    if not any(_opens(row, at) for at in range(1, len(row))):
        return row
    found: list[Phrase] = []
    for at, phrase in enumerate(row):
        found.append(phrase)
        verb = _left_out(found, row, at) if isinstance(phrase, Noun) and _opens(row, at) else None
        if verb is None:
            continue
        again = replace(verb, adverbs=[], objects=[], preps=[], bare=False, again=verb)
        if _has_object(row, at) or not _is_object(found[found.index(verb) + 1 :][:1]):
            again.start = again.end = phrase.end
            found.append(again)
        else:
            again.start = again.end = phrase.start
            found.insert(-1, again)
    return found


def _part_list(row: Sequence[Phrase]) -> None:
    """Has a list go on after a semicolon where no clause begins: hit a tank near Hun; a gun near Brega; a radar."""
    ends = [at for at, phrase in enumerate(row) if _is(phrase, ";")]
    for at, end in pairwise((*ends, len(row))):
        after = [each for each in row[at + 1 : end] if not _is(each, "C", "B")]
        opening = after[0] if after else None
        listed = isinstance(opening, Noun) and opening.system is not None and not opening.prep
        semicolon = row[at]
        if listed and isinstance(semicolon, Item) and not any(isinstance(each, Verb) for each in after):
            semicolon.tag, semicolon.word = "C", "plus"


def _share_heads(row: Sequence[Phrase]) -> None:
    """Gives each of several weapons the strikes that only the last has: artillery, rocket and drone attacks."""
    for at, phrase in enumerate(row):
        if not isinstance(phrase, Noun) or phrase.system is None or phrase.tail not in lexicon.STRIKES:
            continue
        last, i = phrase, at
        while i > 1 and _is(row[i - 1], ",", "C") and not last.prep:
            before = row[i - 2]
            if not isinstance(before, Noun) or before.system is None or before.tail or before.quantity is not None:
                break
            if before.items[-1] is not before.system or before.system.word.endswith("s"):
                break
            before.tail, last, i = phrase.tail, before, i - 2


def _opens(row: Sequence[Phrase], at: int) -> bool:
    """Whether a clause without a verb may begin there: some things after a comma or "and", and where or when."""
    noun, i = row[at], at - 1
    if not isinstance(noun, Noun):
        return False
    if _is_place(noun):
        return _is(row[i], "C") and _is_dated(row, at)
    if not (_is_some(noun) or _is_counted(noun)):
        return False
    while i > 0 and _is(row[i], "B"):
        i -= 1
    joined = i > 0 and (_is(row[i], *_JOINTS) or (_is_some(noun) and _is_including(row[i])))
    return joined and (_has_circumstance(row, at) or _has_object(row, at))


def _is_including(phrase: Phrase) -> bool:
    """Whether parts of what was told follow: lost nine tanks in May, including two near Gao."""
    return isinstance(phrase, Item) and phrase.word == "including"


def _left_out(found: Sequence[Phrase], row: Sequence[Phrase], at: int) -> Verb | None:
    """The verb of the clause before, if what opens there is like it."""
    near = range(len(found) - 1, max(-1, len(found) - _REACH), -1)
    verb_at = next((i for i in near if isinstance(found[i], Verb)), 0)
    verb, thing = found[verb_at], found[-1]
    if not isinstance(verb, Verb) or not isinstance(thing, Noun) or verb.negated:
        return None
    between = found[verb_at + 1 : -1]
    if any(_is(each, *_BREAKS) for each in between) or _goes_on_to_verb(row, at):
        return None
    told_of = between[0] if _is_object(between) and not _has_object(row, at) else _doer(found, verb_at)
    if not isinstance(told_of, Noun) or not _is_alike(verb, between, row, at) or _is_same(thing, found[-_REACH:-1]):
        return None
    if _is_some(thing):
        thing.system = told_of.system
    return verb


def _is_same(thing: Noun, before: Sequence[Phrase]) -> bool:
    """Whether a number only says which it was: shot down a jet on Monday, the second in a week."""
    if thing.determiner != "the" or not any(_is_ordinal(item) for item in thing.items):
        return False
    return not any(isinstance(each, Noun) and each.quantity is not None for each in before)


def _is_ordinal(item: Item) -> bool:
    return item.quantity is not None and item.quantity.unit == "ordinal"


def _is_alike(verb: Verb, between: Sequence[Phrase], row: Sequence[Phrase], at: int) -> bool:
    """Whether what opens there has the same parts as the clause before."""
    if _has_object(row, at):
        return _is_object(between) and verb.voice == "active"
    if not any(_tells_where(between, i) for i in range(len(between))) or any(map(_is_thing, between[-2:-1])):
        return False  # seen with a radar and a gun on its roof
    noun = row[at]
    if isinstance(noun, Noun) and _is_place(noun):  # took Bara on Monday and Gao two days later
        taken = verb.verb in lexicon.CONTROLS or verb.verb in ("lose", "abandon")
        return taken and _is_object(between) and _is_place(between[0])
    if _is_object(between):
        listed = isinstance(noun, Noun) and noun.system is not None  # lost two tanks in May and a gun in June
        return not listed and _is_thing(between[0]) and verb.voice != "passive"
    return verb.voice in FINITE and verb.verb not in lexicon.SPEECH


def _is_object(after: Sequence[Phrase]) -> bool:
    """Whether what a verb is done to stands right after it."""
    return bool(after) and isinstance(after[0], Noun) and after[0].time is None


def _doer(row: Sequence[Phrase], verb_at: int) -> Phrase | None:
    """The thing nearest before a verb in its clause."""
    for i in range(verb_at - 1, max(-1, verb_at - _REACH), -1):
        if _is_thing(row[i]):
            return row[i]
        if _is(row[i], *_BREAKS, *_JOINTS) or isinstance(row[i], Verb):
            return None
    return None


def _goes_on_to_verb(row: Sequence[Phrase], at: int) -> bool:
    """Whether what opens there has a verb after all: , and two tanks near Gao and a gun were destroyed."""
    opens = True
    for i in range(at + 1, min(len(row), at + _REACH)):
        phrase = row[i]
        if _is(phrase, *_BREAKS, ";"):
            return False
        if isinstance(phrase, Verb) and phrase.voice != "ing":
            return opens
        if isinstance(phrase, Noun) and _is(row[i - 1], *_JOINTS):
            opens = _is_thing(phrase)
        elif isinstance(phrase, Noun) and not opens:
            return False
    return False


def _has_circumstance(row: Sequence[Phrase], at: int) -> bool:
    """Whether right after a phrase stands where or when."""
    if at + 1 < len(row) and _is(row[at + 1], "B"):
        at += 1
    return _tells_where(row, at + 1)


def _tells_where(row: Sequence[Phrase], at: int) -> bool:
    phrase, after = row[at] if at < len(row) else None, row[at + 1] if at + 1 < len(row) else None
    if isinstance(phrase, Noun):
        return phrase.time is not None
    return isinstance(phrase, Item) and phrase.word in _WHERE and isinstance(after, Noun) and not _is_thing(after)


def _has_object(row: Sequence[Phrase], at: int) -> bool:
    """Whether right after a phrase stands another: one drone hit a hospital and another a school."""
    after = row[at + 1] if at + 1 < len(row) else None
    return isinstance(after, Noun) and after.time is None and after.determiner != ""


def _is(phrase: Phrase | None, *tags: str) -> bool:
    return isinstance(phrase, Item) and phrase.tag in tags


def _is_thing(phrase: Phrase) -> bool:
    return isinstance(phrase, Noun) and (phrase.system is not None or _is_some(phrase))


def _is_dated(row: Sequence[Phrase], at: int) -> bool:
    """Whether a time stands soon after a place, before any verb: Sake, 15 miles west of Goma, two days later."""
    for phrase in row[at + 1 : at + _SOON]:
        if isinstance(phrase, Verb) or _is(phrase, "C", *_BREAKS):
            return False
        if isinstance(phrase, Noun) and phrase.time is not None:
            return True
    return False


def _is_place(noun: Phrase) -> bool:
    mention = noun.entity.mention if isinstance(noun, Noun) and noun.entity is not None else None
    return mention is not None and any(kind == "place" for kind, _ in mention.meanings)


def _is_counted(noun: Noun) -> bool:
    """Whether a phrase is of a number of things: three howitzers, a tank."""
    one_of_them = noun.determiner in ("a", "an", "another") or noun.quantity is not None
    return noun.system is not None and one_of_them and noun.entity is None


def _is_some(noun: Noun) -> bool:
    """Whether a phrase is of some things and does not say of what kind: another, two more, the rest."""
    if noun.system is not None or noun.entity is not None or noun.time is not None or noun.tail:
        return False
    if noun.quantity is not None and noun.quantity.unit not in ("", "ordinal"):
        return False
    plain = all(item.tag in ("Q", "D") or item.word in _SOME or item.word in _ABOUT for item in noun.items)
    return plain and (noun.quantity is not None or noun.head in _SOME)
