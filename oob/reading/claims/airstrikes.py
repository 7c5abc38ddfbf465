"""Strikes from the air that are told without their weapon: an air raid on a town, what an air force bombed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.mood import idle
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import Frame, bag, both
from oob.reading.grammar.syntax import Noun, Verb

_AIRSTRIKES: Final = both("airstrike air-strike")
_STRIKES: Final = both("strike raid attack sortie bombing") | bag("bombardment assault")
_FROM_THE_AIR: Final = frozenset({"air", "aerial"})
_FLYING: Final = bag("conduct launch fly mount perform deliver make undertake inflict") | {"carry out"}
"""What a side does with its strikes."""
_BEGINNING: Final = bag("begin start resume continue")
_HITTING: Final = lexicon.HITS | bag("kill destroy level flatten wound injure damage demolish wreck")
_AIRCRAFT: Final = "combat-aircraft"
_STRUCK: Final = Frame("struck")


class Airstrikes(Making):
    """Finds strikes from the air of which no weapon is named."""

    def found_in(self, nouns: Sequence[Noun], others: Sequence[Found]) -> list[Found]:
        """The strikes that a sentence tells of, where it names none of their weapons."""
        if _AIRCRAFT not in self.memory.knowledge.parents["system"]:
            return []
        armed = [one for one in others if one.action == "struck"]
        return [*self._strikes(nouns, armed), *self._bombers(nouns, armed)]

    def _strikes(self, nouns: Sequence[Noun], armed: Sequence[Found]) -> Iterator[Found]:
        """Coalition air strikes hit positions near Aden; the army carried out dozens of air raids."""
        for noun in nouns:
            if not _is_from_air(noun):
                continue
            top = noun.host if noun.prep == "of" and noun.host is not None and noun.host.system is None else noun
            verb, role = next(iter([*self.roles(top), *self.roles(noun)]), (None, ""))
            if (verb is not None and idle(verb)) or _is_by_the_way(noun) or _is_spoken_of(noun, verb, role):
                continue
            if any(_is_weapon_of(one, verb, noun, top) for one in armed):
                continue
            one = self.found(noun, top, _AIRCRAFT, "struck", verb, _STRUCK, role, nouns)
            one.operator = self.memory.owner(noun) or self._by(noun) or self._flier(noun, verb, role)
            if one.operator is None and not one.places and not (role == "subject" and _hits(verb)):
                continue
            one.system_text = self.memory.text[noun.items[-1].start if len(noun.items) == 1 else noun.start : noun.end]
            yield one
            return

    def _by(self, noun: Noun) -> str | None:
        """Air strikes of the coalition, an air raid by Israel."""
        near = (self.memory.force_of(each) for each in (*noun.of, *noun.after) if each.prep in ("of", "by", "from"))
        return next((force for force in near if force is not None), None)

    def _flier(self, noun: Noun, verb: Verb | None, role: str) -> str | None:
        """Who carries strikes out; where it is not said, who says that they were carried out."""
        if verb is None or verb.verb not in _FLYING or role == "by":
            return None
        unsaid = verb.voice == "passive" and not any(each.prep == "by" for each in verb.preps)
        return self.memory.speaking(noun) if unsaid else self.parties.agent(verb)

    def _bombers(self, nouns: Sequence[Noun], armed: Sequence[Found]) -> Iterator[Found]:
        """The air force bombed a camp: its name stands for its aircraft."""
        for noun in nouns:
            if noun.system is not None or not self._is_air_force(noun):
                continue
            for verb, role in self.roles(noun):
                acts = role == "by" or (role == "subject" and verb.voice in ("active", "ing"))
                if not acts or idle(verb) or not (verb.verb in lexicon.HITS or _flies_strikes(verb)):
                    continue
                if any(_is_weapon_of(one, verb, noun, noun) for one in armed):
                    continue
                one = self.found(noun, noun, _AIRCRAFT, "struck", verb, _STRUCK, role, nouns)
                one.operator = self.memory.force_of(noun)
                one.system_text = self.memory.text[noun.start : noun.end]
                yield one
                return

    def _is_air_force(self, noun: Noun) -> bool:
        """Whether a phrase is of an air force, by its name or by what it stands for."""
        force = self.memory.force_of(noun)
        if force is None:
            return False
        title = self.memory.knowledge.title("force", force).casefold()
        named = " ".join(item.word for item in noun.items[-2:]).casefold()
        return "air force" in title or named.startswith("air force")


def _is_weapon_of(one: Found, verb: Verb | None, noun: Noun, top: Noun) -> bool:
    """Whether a claim already tells with what the strikes were flown: by jets, using drones, with missiles."""
    hangs = one.noun is not None and one.noun.host in (noun, top)
    means = one.verb is not None and one.verb.subject in (noun, top)
    return hangs or means or (verb is not None and one.verb is verb)


def _is_from_air(noun: Noun) -> bool:
    """Whether a phrase is of strikes from the air, alone or as what a side does: air strikes, flew strikes."""
    if noun.system is not None or noun.entity is not None:
        return False
    before = noun.items[-2].word.casefold() if len(noun.items) > 1 else ""
    return noun.head in _AIRSTRIKES or (noun.head in _STRIKES and before in _FROM_THE_AIR)


def _is_by_the_way(noun: Noun) -> bool:
    """Whether strikes are only spoken of: casualties of air strikes, without air strikes, fears of them."""
    return noun.negated or noun.prep in ("without", "against", "from", "for", "about", "to", "as")


def _is_spoken_of(noun: Noun, verb: Verb | None, role: str) -> bool:
    """Whether somebody does something else with strikes than fly them: records them, is able to conduct them."""
    if role != "object" or verb is None:
        return False
    if verb.voice == "inf" and not (verb.above is not None and verb.above.verb in _BEGINNING):
        return True
    return noun.determiner in ("its", "their") or (verb.verb not in _FLYING and not noun.owners)


def _hits(verb: Verb | None) -> bool:
    return verb is not None and verb.verb in _HITTING


def _flies_strikes(verb: Verb) -> bool:
    return verb.verb in _FLYING and any(
        each.head in lexicon.STRIKES or any(of.head in lexicon.STRIKES for of in each.of) for each in verb.objects
    )
