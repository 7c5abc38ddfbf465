"""Where: the places of a claim by their role, from the phrases of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.surroundings import GOING, Surroundings, is_out_of
from oob.reading.grammar import lexicon
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_MOVING: Final = frozenset({"arrival", "passage", "intention", "exchange"})
_REACHING: Final = lexicon.HITS | lexicon.CONTROLS | frozenset(GOING)
_GIVEN: Final = frozenset({"supplied", "delivered", "purchased", "struck"})
_WHERE: Final = re.compile(r",? where\b")
_CLOSE_TO: Final = ("close to ", "closer to ", "next to ")


def _is_of_war_since(noun: Noun) -> bool:
    """Whether a place only tells which war a time is reckoned from: since the war in Ukraine began."""
    return noun.host is not None and noun.host.time is not None and noun.host.time.text[:5].casefold() == "since"


class Places:
    """Finds where what a sentence tells happened, and from where and to where things went."""

    def __init__(self, memory: Memory, surroundings: Surroundings) -> None:
        self.memory, self.surroundings = memory, surroundings

    def of_phrases(self, one: Found, near: Sequence[Noun]) -> dict[str, tuple[str, ...]]:
        """The places that the phrases around a thing tell."""
        places: dict[str, list[str]] = {}
        for each in near:
            if each.pronoun == "there" and any(verb.verb == "be" and part == "subject" for verb, part in each.verbs):
                continue  # there may be drones at Assab
            if _is_of_war_since(each):
                continue
            if each.pronoun == "there" or each.head == "nearby":
                place, role = self._place_meant(each), "at" if each.pronoun else "near"
            else:
                place = self.memory.place_of(each)
                role = self._role(one, each) if place is not None else ""
                if place is None and (whole := self.memory.imagery.whole(each, self.memory.paragraph)) is not None:
                    place, role = whole, "at"
            if place is not None and role and place not in places.setdefault(role, []):
                places[role].append(place)
        if one.action == "struck" and not any(places.values()):
            fired = (self.memory.place_of(each) for each in near if each.prep == "from")
            places["from"] = [place for place in fired if place is not None][:1]  # rockets fired from Gaza
        return {role: tuple(self._narrowest(ids)) for role, ids in places.items() if ids}

    def of_clause(self, verb: Verb | None) -> dict[str, tuple[str, ...]]:
        """Of a clause that "where" opens: the place that stands before it."""
        if verb is None or not self.memory.nouns:
            return {}
        found = list(_WHERE.finditer(self.memory.text, self.memory.nouns[0].start, verb.start))
        if not found:
            return {}
        opening = found[-1]
        between = [each for each in self.memory.verbs if opening.end() <= each.start < verb.start and not each.relative]
        before = [each for each in self.memory.nouns if each.end <= opening.start()]
        if not before or before[-1].end != opening.start() or any(each.voice in FINITE for each in between):
            return {}
        place = self.memory.place_of(before[-1])
        return {"at": (place,)} if place is not None else {}

    def in_front(self, fronted: Sequence[Noun]) -> dict[str, tuple[str, ...]]:
        """The place that stands in front of a clause: near Hadrut, they burned two trucks."""
        for each in reversed(fronted):
            role, place = lexicon.PLACE_ROLE.get(each.prep), self.memory.place_of(each)
            if role == "from" and self._is_base(each):
                role = "at"  # from Benina, pilots fly four jets
            if not each.prep and each.head in lexicon.BESIDE:
                role = "near"
            if role in ("at", "near") and place is not None:
                return {role: (place,)}
        return {}

    def _place_meant(self, there: Noun) -> str | None:
        """What "there" means: the place named last in this paragraph, but not where somebody speaks."""
        here = [each for each in self.memory.nouns if each.end <= there.start]
        for each in reversed([noun for sentence in (*self.memory.before, here) for noun in sentence]):
            held = any(verb.verb in lexicon.CONTROLS and verb.voice != "inf" for verb, _ in each.verbs)
            where = each.prep in lexicon.PLACE_ROLE or held or self._is_site_told_of(each)
            place = self.memory.place_of(each) if where else None
            if place is not None and not self.surroundings.names_teller(each):
                return place
        return self.memory.place

    def _is_site_told_of(self, noun: Noun) -> bool:
        """Whether a clause is on a base or a town: Sarra is being rebuilt."""
        told = any(role == "subject" and verb.voice in ("passive", "be") for verb, role in noun.verbs)
        kind = self.memory.knowledge.place_kind(self.memory.place_of(noun)) if told and noun.entity is not None else ""
        return kind in ("base", "town")

    def _role(self, one: Found, near: Noun) -> str:
        """What a place is to a thing: at, near, from, via, to; blank where it is none of these."""
        way = (GOING.get(verb.verb, "at") for verb, part in near.verbs if _reaches(verb, part))
        by_way = near.prep == "of" and near.host is not None and near.host.head == "way" and near.host.prep == "by"
        role = "via" if by_way else lexicon.PLACE_ROLE.get(near.prep) or next(way, "")
        if near.prep == "against" and one.action == "struck":
            role = "at"  # rockets fired against Tripoli
        elif is_out_of(near, self.memory.text):
            role = "from"
        elif near.prep == "to" and self.memory.text.endswith(_CLOSE_TO, 0, near.start):
            role = "near"
        elif not near.prep and near.head in lexicon.BESIDE:
            role = "near"  # was destroyed south of Bakhmut
        moving = one.action == "withdrawn" or one.action not in ACTIONS or ACTIONS[one.action].effect in _MOVING
        if near.prep == "for" and not moving:
            return ""
        if near.prep == "in" and any(verb.verb in lexicon.MAKING and verb.voice != "active" for verb, _ in near.verbs):
            return ""  # missiles made in North Korea
        if self._is_home(one, near):
            return ""
        giver = self.memory.force_of(near) if near.prep == "from" and one.action in _GIVEN else None
        if giver is not None and giver in (one.supplier, one.operator):
            return ""
        if role == "to" and not moving:
            role = "" if near.prep in ("to", "for") and one.action not in ("based", "present") else "at"
        elif role == "from" and not moving:
            role = "" if one.action in ("struck", "operates") and not self._is_base(near) else "at"
        return "near" if role and _beside(near) and not self._is_part(near) else role

    def _is_home(self, one: Found, near: Noun) -> bool:
        """Whether people only come from a country: soldiers from Rwanda were seen in Goma."""
        if near.prep != "from" or near.host is None or near.host.system is None or one.action == "withdrawn":
            return False
        knowledge, named = self.memory.knowledge, self.memory.meaning(near.host.system, "system")
        country = knowledge.place_kinds.get(self.memory.place_of(near) or "") == "country"
        return country and named is not None and knowledge.is_personnel(named)

    def _is_part(self, noun: Noun) -> bool:
        """Whether a side is a part of what it is named of: the east of the country; but not the south of the city."""
        place = self.memory.place_of(noun)
        of_country = any(self.memory.knowledge.place_kind(self.memory.place_of(each)) == "country" for each in noun.of)
        return place is not None and of_country and noun.determiner == "the"

    def _is_base(self, noun: Noun) -> bool:
        """Whether a phrase is of a base of the catalogue."""
        return self.memory.knowledge.place_kind(self.memory.place_of(noun)) == "base"

    def _narrowest(self, ids: Iterable[str]) -> list[str]:
        """Places without those that others of them lie in."""
        listed = list(ids)
        tree = self.memory.knowledge.places
        return [each for each in listed if not any(other != each and tree.within(other, each) for other in listed)]


def _reaches(verb: Verb, part: str) -> bool:
    """Whether a place is what a verb is about: hit the port, the port was hit, entered the port."""
    return verb.verb in _REACHING and part == ("subject" if verb.voice == "passive" else "object")


def _beside(noun: Noun) -> bool:
    """Whether a place only tells what something was beside: south of Bakhmut."""
    return noun.head in lexicon.BESIDE or (
        noun.host is not None and noun.prep == "of" and noun.host.head in lexicon.BESIDE
    )
