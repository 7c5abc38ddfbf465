"""What a sentence leaves out because it stands elsewhere: the things of a bare number, who does what opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb

_ONE_MORE: Final = frozenset({",", "and", "plus", "while", "but"})
_ANOTHER: Final = lexicon.bag("another about some more others other around roughly nearly further")
_TELLING: Final = lexicon.bag("tell inform assure notify remind brief warn")


def counted_before(number: Noun, place: Noun, marks: Sequence[str], verbs: Sequence[Verb]) -> Noun | None:
    """The things of which a bare number is told after a place: 900 soldiers in Syria and 2,500 in Iraq."""
    if place.entity is None or place.prep not in lexicon.PLACE_ROLE or not marks or not _ONE_MORE.issuperset(marks):
        return None
    if number.quantity is None or number.quantity.unit or number.system is not None:
        return None
    if any(item.tag != "Q" and item.word not in _ANOTHER for item in number.items):
        return None
    verb = verbs[-1] if verbs else None
    near = [place.host] if place.host is not None else []
    if verb is not None:
        near += [*verb.objects, *([verb.subject] if verb.subject is not None else [])]
    for each in near:
        if each.system is not None and each.quantity is not None and not each.quantity.unit:
            return each
    return None


def opens_clause(verb: Verb) -> bool:
    """Whether a verb that nobody does yet may open a sentence: after capturing, having lost, backed by."""
    return verb.subject is None and (verb.voice in ("ing", "pp") or (verb.voice == "active" and verb.perfect))


def part_from(noun: Noun, verbs: Sequence[Verb]) -> None:
    """Takes a phrase out of the list and the verbs to which it was tied."""
    first = noun.listed_with
    if first is not None and noun in first.listed:
        first.listed.remove(noun)
    noun.listed_with = noun.hypernym = None
    for each in verbs:
        each.objects = [other for other in each.objects if other is not noun]
    noun.verbs = [(each, role) for each, role in noun.verbs if role == "subject"]


def is_told(noun: Noun, verbs: Sequence[Verb]) -> bool:
    """Whether a phrase before "that" is who tells or is told: was told by two officers that a drone had crashed."""
    verb = verbs[-1] if verbs else None
    if verb is None or verb.verb not in lexicon.SPEECH:
        return False
    by = noun.prep == "by" and verb.voice in ("passive", "pp")
    return (by or verb.verb in _TELLING) and any(each is noun for each in (*verb.preps, *verb.objects))


def name_some_of_which(part: Noun, nouns: Sequence[Noun]) -> None:
    """Lost six jets, three of which (or: of which three) were Rafales: three of the jets were, and so were lost."""
    at = nouns.index(part)
    some = part if part.system is None else next(iter(nouns[at + 1 : at + 2]), part)
    whole = part if part is not some else next((each for each in reversed(nouns[:at]) if each.system is not None), None)
    named = next((verb.objects[0] for verb, role in some.verbs if _names(verb, role)), None)
    if named is None or named.system is None or whole is None or whole.system is None or some.system is not None:
        return
    named.hypernym, named.partial, some.absorbed = whole, True, True
    named.quantity = named.quantity or some.quantity
    for each in (named, *named.listed):
        each.verbs = [pair for pair in each.verbs if pair[0].verb != "be"]


def _names(verb: Verb, role: str) -> bool:
    """Whether a verb only says what something is."""
    return role == "subject" and verb.voice == "be" and not verb.negated and not verb.modal and bool(verb.objects)


_WHITHER: Final = ("to", "into", "towards", "toward")
_SENT: Final = lexicon.bag("deployed delivered supplied transported withdrawn planned")


def before_relative(noun: Noun, verbs: Sequence[Verb]) -> Verb | None:
    """The verb whose clause goes on with a phrase after a relative clause: gave the tanks, which it had, to Kyiv."""
    inner = verbs[-1] if verbs else None
    if noun.prep not in _WHITHER or inner is None or not inner.relative or _sends(inner):
        return None
    verb = next((each for each in reversed(verbs) if not each.relative), None)
    if verb is None or not _sends(verb) or any(each.prep in _WHITHER for each in verb.preps):
        return None
    return verb


def _sends(verb: Verb) -> bool:
    """Whether a verb tells that something goes somewhere, or is given to somebody."""
    frame = lexicon.FRAMES.get(verb.verb)
    return frame is not None and (frame.action in _SENT or frame.alone in _SENT)
