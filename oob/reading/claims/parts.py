"""What a sentence says more exactly of what the one before told: six vehicles were lost. They included two T-72s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.kinds import LOTS
from oob.reading.claims.making import Making
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.knowledge import EQUIPMENT
from oob.vocabulary import ACTIONS

_TAKING_IN: Final = frozenset({"include", "comprise", "contain", "number", "feature"})
_MADE_OF: Final = frozenset({"consist", "compose", "make up"})
_TOLD: Final = ("arrival", "departure", "exchange", "passage")
_LOTS: Final = LOTS | {"package", "packages"}

_BROADER: Final = {
    "vehicle": ("vehicle", "tank", "armoured-vehicle", "artillery"),
    "combat-aircraft": ("aircraft",),
    "aircraft": ("aircraft", "uav"),
}
"""By general word: the classes of what it may stand for."""


class Parts(Making):
    """Finds what is alleged of the parts of what was told just before."""

    def found_of(self, noun: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """The claim of the sentence before, made of one of the things that it was about."""
        if any(role == "subject" for _, role in noun.verbs):
            return []
        for verb, role in (*self.roles(noun), *_as_example(noun)):
            if verb.negated or verb.modal or not self._names_parts(verb, role, nouns):
                continue
            whole = self._whole(id_, verb)
            if whole is not None:
                return [self._as_whole(noun, id_, whole, verb, role, nouns)]
        return []

    def _names_parts(self, verb: Verb, role: str, nouns: Sequence[Noun]) -> bool:
        """Whether a verb says what was among the things before: they included, among them were, these consist of."""
        among = bool(nouns) and nouns[0].prep == "among" and nouns[0].pronoun in ("them", "they")
        if verb.verb == "be":
            them = verb.subject is not None and (verb.subject.pronoun == "they" or _some_of_them(verb.subject))
            return role == "object" and verb.voice == "be" and (among or them)
        if role not in ("object", "of") or verb.verb not in _TAKING_IN | _MADE_OF:
            return False
        return verb.subject is not None and (verb.subject.pronoun in ("they", "it") or _is_lot(verb.subject))

    def _whole(self, id_: str, verb: Verb) -> Found | None:
        """The claim told last of what a thing may be one of."""
        claims, paragraph = self.memory.claimed
        if self.memory.paragraph - paragraph > 1:
            return None
        claims = [one for one in claims if ACTIONS[one.action].effect in _TOLD]
        systems = self.memory.knowledge.systems
        for one in reversed(claims):
            classes = _BROADER.get(one.system or "", (one.system or "",))
            like = one.system != id_ and any(systems.within(id_, each) for each in classes)
            if one.stance not in ("denied", "possible") and (one.system == EQUIPMENT or (like and _is_of_several(one))):
                return one
        return None

    def _as_whole(self, noun: Noun, id_: str, whole: Found, verb: Verb, role: str, nouns: Sequence[Noun]) -> Found:
        """What was claimed of all, of one of them."""
        one = self.found(noun, noun, id_, whole.action, verb, None, role, nouns)
        one.operator, one.supplier = whole.operator, whole.supplier
        one.beneficiary, one.opponent = whole.beneficiary, whole.opponent
        one.places, one.when = one.places or dict(whole.places), one.when or whole.when
        some = verb.subject if verb.subject is not None and _some_of_them(verb.subject) else None
        if one.count is None and some is not None and some.quantity is not None and not some.quantity.unit:
            one.count, one.count_text = some.quantity.count, some.quantity.text
        one.hearsay, one.stance = whole.hearsay, one.stance or whole.stance
        one.why.append("taken for one of what the sentence before tells of")
        return one


def _as_example(noun: Noun) -> Iterator[tuple[Verb, str]]:
    """The verbs that make a thing an example of what is their subject."""
    whole = noun.hypernym or (noun.listed_with.hypernym if noun.listed_with is not None else None)
    if whole is not None:
        yield from ((verb, "object") for verb, role in whole.verbs if role == "subject" and verb.start < noun.start)


def _some_of_them(noun: Noun) -> bool:
    """Whether a phrase is of some of the things before: two of them, most of these."""
    return noun.system is None and any(each.pronoun in ("them", "they") for each in noun.of)


def _is_lot(noun: Noun) -> bool:
    return noun.head in _LOTS and noun.determiner in ("the", "this") and not noun.of and noun.system is None


def _is_of_several(one: Found) -> bool:
    """Whether a claim is of more than one thing, as far as it tells."""
    return one.count is None or one.count.high is None or one.count.high > 1
