"""Which participles are no verbs of a clause: the tanks captured at Jufra, trucks loaded with rifles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Item, Noun, Phrase, Verb


def tell_participles(row: Sequence[Phrase]) -> None:
    """Tells "drones supplied by Turkey" from "Turkey supplied drones", as far as the words around allow."""
    for i, phrase in enumerate(row):
        if not isinstance(phrase, Verb) or phrase.voice != "active":
            continue
        after = row[i + 1] if i + 1 < len(row) else None
        if phrase.base and phrase.verb in _UNCHANGED and is_word(after, "by") and may_be_done(phrase):
            phrase.voice, phrase.base = "pp", False  # tanks hit by a drone
        if phrase.bare and _opens_sentence(row, i) and not isinstance(after, Verb) and may_be_done(phrase):
            phrase.voice = "pp"  # built in Turkey, the drones
        if not phrase.bare or phrase.voice != "active":
            continue
        before = row[i - 1] if i else None
        if is_word(before, "which", "who", "that") or (_is_one_more(before) and not may_be_done(phrase)):
            continue  # the drone, which crashed in a field, was a Shahed; two were shot down and a third exploded
        if _is_done_by_related(row, i):
            continue
        if i > 1 and isinstance(before, Noun) and (touches(row[i - 2], before, phrase) or _says(row[i - 2])):
            continue  # the rifles Turkey sent to Tripoli were seized; that officials say Russia sent were seen
        joined = is_word(before, "and", "or") and (
            any(_is_participle(each) for each in row[max(0, i - 6) : i]) or _is_second_participle(row, i)
        )
        told = isinstance(after, Item) and after.tag == "I" and isinstance(before, Noun | Item)
        filled = is_word(after, "with") and phrase.verb in _FILLING
        by = (is_word(after, "by") or _is_joined_to_done(row, i)) and may_be_done(phrase)
        late = isinstance(after, Noun) and after.time is not None and _is_told_of(row, i)
        aside = _is_dated_aside(row, i) or _is_of_hearsay(row, i)
        dated = isinstance(after, Noun) and after.time is not None and _ends_before_verb(row, i)
        done = joined or filled or by or late or aside or dated or _is_of_making(row, i)
        if done or _stands_before_verb(row, i) or (told and _has_main_verb(row, i)):
            phrase.voice = "pp"


def _opens_sentence(row: Sequence[Phrase], i: int) -> bool:
    """Whether nothing but an opening mark stands before it in its sentence."""
    return i == 0 or (i == 1 and isinstance(row[0], Item) and row[0].tag in _OPENING)


_UNCHANGED: Final = lexicon.bag("hit cut put set shut split overrun")
"""Verbs whose participle is their base form."""
_OPENING: Final = frozenset(('"', "C", ","))


def _is_of_making(row: Sequence[Phrase], i: int) -> bool:
    """Whether it tells where the thing before it is from: used Harop munitions, made in Israel, to hit tanks."""
    verb, after = row[i], row[i + 1] if i + 1 < len(row) else None
    thing = row[i - 2] if i > 1 and is_word(row[i - 1], ",") else None
    told = isinstance(thing, Noun) and thing.system is not None and is_word(after, "in")
    return told and isinstance(verb, Verb) and verb.verb in lexicon.MAKING


def _is_one_more(phrase: Phrase | None) -> bool:
    """Whether a phrase is of another of the things before: a third, one more."""
    return (
        isinstance(phrase, Noun) and phrase.system is None and (phrase.quantity is not None or phrase.head == "another")
    )


def _is_done_by_related(row: Sequence[Phrase], i: int) -> bool:
    """Whether a doer stands before it in a clause on a thing: the drones that Turkey sold to Mali were seen."""
    thing, that, doer = row[i - 3 : i] if i > 2 else (None, None, None)
    if not isinstance(thing, Noun) or not isinstance(doer, Noun) or not is_word(that, "that", "which", "whom"):
        return False
    return doer.system is None and doer.time is None and (thing.system is not None or is_word(that, "which", "whom"))


def _is_dated_aside(row: Sequence[Phrase], i: int) -> bool:
    """Whether a participle with a time stands between commas: the system, delivered in 2018, has not been used."""
    after, then = (row[j] if j < len(row) else None for j in (i + 1, i + 2))
    if i < 2 or not is_word(row[i - 1], ",") or not isinstance(row[i - 2], Noun):
        return False
    return isinstance(after, Noun) and after.time is not None and is_word(then, ",") and _has_main_verb(row, i)


def _is_joined_to_done(row: Sequence[Phrase], i: int) -> bool:
    """Whether a form goes on with another that has its doer behind it: tanks made and donated by the US."""
    joint, other, by = row[i + 1 : i + 4] if i + 3 < len(row) else (None, None, None)
    bare = isinstance(other, Verb) and other.bare
    return is_word(joint, "and", "or", "but") and bare and is_word(by, "by")


THOUGHT: Final = lexicon.bag(
    "say believe think know suspect understand report rumour rumor assume consider estimate allege deem expect suppose"
)
"""Verbs that before an infinitive tell what is said or thought of the thing before them."""


def _is_of_hearsay(row: Sequence[Phrase], i: int) -> bool:
    """Whether a verb and an infinitive tell what is thought of the thing before them: jets said to be Wagner's."""
    verb, before, after = row[i], row[i - 1] if i else None, row[i + 1] if i + 1 < len(row) else None
    if not isinstance(verb, Verb) or verb.verb not in THOUGHT or not isinstance(after, Verb) or after.voice == "ing":
        return False
    opening = row[i - 2] if i > 1 else None
    related = isinstance(opening, Item) and opening.tag == "R"
    return is_word(before, ",") or (isinstance(before, Noun) and before.system is not None and not related)


def _ends_before_verb(row: Sequence[Phrase], i: int) -> bool:
    """Whether a time alone parts a form from the verb of its clause: images taken on Monday show six jets."""
    verb, before, next_ = row[i], row[i - 1] if i else None, row[i + 2] if i + 2 < len(row) else None
    pictured = isinstance(before, Noun) and before.head.rsplit(" ", 1)[-1].casefold() in lexicon.IMAGERY
    finite = isinstance(next_, Verb) and next_.voice in FINITE
    return pictured and finite and isinstance(verb, Verb) and verb.verb not in lexicon.SPEECH


def _is_told_of(row: Sequence[Phrase], i: int) -> bool:
    """Whether a verb that wants an object tells of the thing before it: looked for a plane downed on Monday."""
    verb, before = row[i], row[i - 1] if i else None
    if not isinstance(verb, Verb) or not isinstance(before, Noun) or before.system is None or stands_alone(verb):
        return False
    if verb.verb in lexicon.HITS or isinstance(row[i + 2] if i + 2 < len(row) else None, Noun):
        return False
    for each in reversed(row[max(0, i - 8) : i]):
        if isinstance(each, Item) and (each.tag in "RC;:" or each.word == '"'):
            return False
        if isinstance(each, Verb):
            return each.voice in FINITE and each.verb not in lexicon.SPEECH
    return False


def _says(phrase: Phrase) -> bool:
    return isinstance(phrase, Verb) and phrase.verb in lexicon.SPEECH and phrase.voice == "active"


def is_word(phrase: Phrase | None, *words: str) -> bool:
    return isinstance(phrase, Item) and phrase.word in words


def _is_participle(phrase: Phrase) -> bool:
    return isinstance(phrase, Verb) and phrase.voice == "pp"


def _is_second_participle(row: Sequence[Phrase], i: int) -> bool:
    """Jets handed to the army and based in Misrata: two verbs, joined, that both lack their object."""
    return all(
        any(isinstance(row[j], Verb) and _is_without_object(row, j) and not stands_alone(row[j]) for j in stretch)
        for stretch in (range(max(0, i - 6), i), (i,))
    )


def _is_without_object(row: Sequence[Phrase], j: int) -> bool:
    """Whether a form that may be past or participle stands before a preposition or a mark."""
    verb, after = row[j], row[j + 1] if j + 1 < len(row) else None
    bare = isinstance(verb, Verb) and verb.bare
    return bare and isinstance(after, Item) and after.tag in ("I", ",", '"', ".")


def _has_main_verb(row: Sequence[Phrase], i: int) -> bool:
    """The jets deployed to Libya in May were repainted: another finite verb follows, with nothing to be its subject."""
    phrase = row[i]
    for j in range(i + 1, len(row)):
        each, before, opening = row[j], row[j - 1], row[j - 2]
        if is_word(each, "and", "or") and _is_left_open(row, j + 1):
            continue  # drones bought from China and based at Kavumu were used
        if isinstance(each, Item) and each.tag in ("R", "C", ";", ":", '"'):
            return False
        if isinstance(each, Verb) and j > 1 and is_word(before, "and", "or"):
            continue
        if isinstance(each, Verb) and each.voice in FINITE and not (each.bare and stands_alone(phrase)):
            if isinstance(before, Noun):
                thing = row[i - 1]
                told = isinstance(thing, Noun) and thing.system is not None and not stands_alone(phrase)
                dated = before.time is not None and told
                return dated or (isinstance(opening, Item) and opening.tag == "I")
            return isinstance(before, Item) and before.tag == ","
    return False


def _is_left_open(row: Sequence[Phrase], j: int) -> bool:
    """Whether a form that wants an object has none here, so that it may be one more participle."""
    return j < len(row) and _is_without_object(row, j) and not stands_alone(row[j])


_FILLING: Final = lexicon.bag("mount load pack cram fill stack equip fit arm outfit lade") | {
    "fit out",
    "kit out",
}


def may_be_done(verb: Verb) -> bool:
    """Whether a verb may be passive: not "a tank sat by the road"."""
    frame = lexicon.FRAMES.get(verb.verb)
    return frame is None or bool(frame.action) or not frame.alone


def _stands_before_verb(row: Sequence[Phrase], i: int) -> bool:
    """Whether a form stands between a thing and the verb of its clause: the tanks captured were old."""
    verb, after, before = row[i], row[i + 1] if i + 1 < len(row) else None, row[i - 1] if i else None
    opening = row[i - 2] if i > 1 else None
    if not isinstance(verb, Verb) or not isinstance(after, Verb) or not isinstance(before, Noun) or before.pronoun:
        return False
    if isinstance(opening, Item) and opening.tag == "R":
        return False  # the tanks that Russia delivered were old
    frame = lexicon.FRAMES.get(verb.verb)
    return after.voice in FINITE and frame is not None and bool(frame.action)


def stands_alone(verb: Phrase) -> bool:
    """Whether a verb may do without an object, so that it need not be a participle where it has none."""
    if not isinstance(verb, Verb):
        return True
    frame = lexicon.FRAMES.get(verb.verb)
    return frame is None or bool(frame.alone) or verb.verb in lexicon.SPEECH


def touches(last: Phrase | None, noun: Noun, following: Phrase | None) -> bool:
    """Whether a relative clause without its "that" begins: a doer and his verb directly after a thing."""
    thing = isinstance(last, Noun) and (last.system is not None or last.head in _TOLD)
    acts = noun.system is None and noun.time is None and noun.quantity is None
    return thing and acts and isinstance(following, Verb) and following.voice in FINITE


_TOLD: Final = lexicon.bag("something allegation claim charge accusation report assertion suggestion version")
"""What stands for all that was told before: a claim the Pentagon rejected."""
