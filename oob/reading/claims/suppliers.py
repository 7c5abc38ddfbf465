"""Who is said to be the supplier of arms to somebody: Iran is the main supplier of drones to Russia."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.grammar.lexicon import Frame, bag
from oob.reading.grammar.syntax import Noun, Verb

_SUPPLIERS: Final = bag("supplier suppliers provider providers exporter donor donors backer source")
_BEING: Final = bag("be become remain")
_GIFT: Final = Frame("supplied", "supplier")


class Suppliers(Making):
    """Finds what a side is said to be a supplier of."""

    def found_of(self, noun: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found] | None:
        """The claim of a system before or after such a word, none where nobody is named; None without the word."""
        head = _supplier(noun)
        if head is None:
            return None
        verb = next((verb for verb, role in head.verbs if role == "object" and verb.verb in _BEING), None)
        giver = next(filter(None, map(self.memory.force_of, _named(head, verb))), None)
        receivers = (force for force in self._receivers(noun, head, verb) if force != giver)
        receiver = next(receivers, None)
        if giver is None or receiver is None or (verb is not None and verb.modal):
            return []
        one = self.found(noun, noun, id_, "supplied", verb, _GIFT, "", nouns)
        one.operator, one.supplier, one.beneficiary, one.places = receiver, giver, receiver, {}
        return [one]

    def _receivers(self, noun: Noun, head: Noun, verb: Verb | None) -> Iterator[str]:
        """For whom: India's supplier, the supplier of the army, a supplier of drones to Russia."""
        for item in (*head.owners, *noun.owners):
            if (force := self.memory.meaning(item, "force")) is not None:
                yield force
        near = (*head.after, *head.of, *noun.after, *(verb.preps if verb is not None else ()))
        for each in near:
            if each.prep in ("to", "of", "for") and each is not noun and (force := self.memory.force_of(each)):
                yield force


def _supplier(noun: Noun) -> Noun | None:
    """The phrase that calls somebody the supplier of a system: the arms supplier, the supplier of drones."""
    if noun.tail in _SUPPLIERS:
        return noun
    host = noun.host if noun.prep == "of" else None
    return host if host is not None and host.system is None and host.head in _SUPPLIERS else None


def _named(head: Noun, verb: Verb | None) -> Iterator[Noun | None]:
    """Who is called so: the subject of the clause, or what stands beside between commas."""
    if verb is not None:
        yield verb.subject
        return
    if head.listed_with is not None and head.apart:
        yield head.listed_with
    yield from (each for each in head.listed if each.apart)
