"""Branches of the forces whose names stand for what they strike with: the air force bombed, missile troops hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.claims.airstrikes import DOING, STRIKING
from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.mood import idle
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun, Verb

_AIR: Final = bag("aviation airforce airpower")
_MISSILES: Final = bag("missile rocket")
_TROOPS: Final = bag("troops forces units unit brigade brigades force corps crews men")
_PARTS: Final = _TROOPS | bag("elements detachments formations pilots planes")
_STATES: Final = ("state", "service", "government", "coalition")
"""Forces that have aircraft."""
_BY_VERB: Final = {"bomb": "combat-aircraft", "shell": "artillery"}
"""What a force strikes with, by the verb alone."""
_HITTING: Final = bag("hit strike target attack")
_MEANS: Final = bag("with by using from")
_GOING_ON: Final = bag("continue proceed go keep begin start resume") | {"go on"}


class Branches(Making):
    """Finds the strikes of a branch of the forces."""

    def found_in(self, nouns: Sequence[Noun], others: Sequence[Found]) -> list[Found]:
        """What branches struck, each once in a sentence."""
        if not any(verb.verb in lexicon.HITS or verb.verb in DOING for verb in self.memory.verbs):
            return []
        armed = [one for one in others if one.action == "struck"]
        made: dict[str, Found] = {}
        for noun in nouns:
            if (struck := self._struck_with(noun)) is None:
                continue
            weapon, verb = struck
            if weapon in made or any(_is_weapon_of(one, verb, noun) for one in armed):
                continue
            one = self.found(noun, noun, weapon, "struck", verb, STRIKING, "subject", nouns)
            one.operator = self._whose(noun)
            one.system_text = self.memory.text[noun.start : noun.end]
            made[weapon] = one
        return list(made.values())

    def _struck_with(self, noun: Noun) -> tuple[str, Verb] | None:
        """With what a branch struck, or a force by its verb alone, and that verb."""
        if (weapon := self._weapon(noun)) is None:
            bombs = self._bombs(noun)
            return (_BY_VERB.get(bombs.verb, "combat-aircraft"), bombs) if bombs is not None else None
        told = next((verb for verb, role in self._roles(noun) if _strikes(verb, role)), None)
        if told is None or (weapon == "missile" and _names_targets(told)):
            return None
        return weapon, told

    def _roles(self, noun: Noun) -> list[tuple[Verb, str]]:
        """Its verbs, or those of the units of it: units of missile troops and artillery hit them."""
        units = noun.host if noun.prep == "of" else None
        roles = [*self.roles(noun)] if noun.verbs or noun.listed_with is not None else []
        return [*roles, *(units.verbs if units is not None and units.head in _PARTS else ())]

    def _weapon(self, noun: Noun) -> str | None:
        """What a branch strikes with, if a phrase is of one."""
        words = [item.word.casefold() for item in noun.items]
        if len(words) > 1 and words[-2] in _MISSILES and words[-1] in _TROOPS:
            return "missile"
        if noun.system is not None:
            return None
        return "combat-aircraft" if words[-1] in _AIR or self._is_air_force(noun) else None

    def _bombs(self, noun: Noun) -> Verb | None:
        """The verb that tells of somebody that he shelled a place, or of a state that it bombed one, from the air."""
        told = (verb for verb, role in noun.verbs if (verb.voice != "ing" or _goes_on(verb)) and _strikes(verb, role))
        verb = next((each for each in told if each.verb in _BY_VERB or self._from_air(noun, each)), None)
        if verb is None or not (self.memory.is_people(noun) or noun.pronoun in ("it", "they")):
            return None
        kind = self.memory.knowledge.force_kinds.get(self._whose(noun) or "")
        armed = any(each.system is not None and each.prep in _MEANS for each in (*verb.preps, *verb.objects))
        return verb if (kind in _STATES or verb.verb == "shell") and kind and not armed else None

    def _from_air(self, noun: Noun, verb: Verb) -> bool:
        """Whether a state that hits somebody abroad does so from the air, in a text on air strikes."""
        if verb.verb not in _HITTING or not self.memory.tells_of_air_strikes or not verb.objects:
            return False
        force, knowledge = self._whose(noun), self.memory.knowledge
        return knowledge.forces.root(force or "") in knowledge.force_kinds and self.memory.war.country not in (
            knowledge.forces.root(force or ""), None,
        )  # fmt: skip

    def _whose(self, noun: Noun) -> str | None:
        """Whose branch it is: its own force, that of the first in its list, or the one that speaks."""
        named = next((force for each in noun.of if (force := self.memory.force_of(each))), None)
        first = noun.listed_with
        own = self.memory.force_of(noun) or self.memory.owner(noun) or named
        return own or (self._whose(first) if first is not None else self.memory.speaking(noun))

    def _is_air_force(self, noun: Noun) -> bool:
        """Whether a phrase is of an air force, by its name or by what it stands for."""
        force = self.memory.force_of(noun)
        if force is None:
            return False
        title = self.memory.knowledge.title("force", force).casefold()
        named = " ".join(item.word for item in noun.items[-2:]).casefold()
        return "air force" in title or named.startswith("air force")


def _goes_on(verb: Verb) -> bool:
    """Whether somebody begins or goes on to do it: began bombing the town."""
    return verb.above is not None and verb.above.verb in _GOING_ON


def _strikes(verb: Verb, role: str) -> bool:
    """Whether a verb tells that who has this role to it strikes: bombed the town, went on to strike it."""
    goes_on = verb.voice == "inf" and verb.above is not None and verb.above.verb in _GOING_ON
    acts = role == "by" or (role == "subject" and (verb.voice in ("active", "ing") or goes_on))
    return acts and not idle(verb) and (verb.verb in lexicon.HITS or _flies_strikes(verb))


def _names_targets(verb: Verb) -> bool:
    """Whether it is said which things were struck: of them it is told, not of who struck."""
    return any(each.system is not None for each in verb.objects)


def _is_weapon_of(one: Found, verb: Verb, doer: Noun) -> bool:
    """Whether a claim already tells with what somebody struck: with jets, using drones."""
    if one.noun is None or one.noun.listed_with is doer or (doer.listed_with or doer) is one.noun.listed_with:
        return False  # the air force and artillery hit it
    hangs = one.noun.host is doer
    return hangs or (one.verb is not None and (one.verb is verb or one.verb.subject is doer))


def _flies_strikes(verb: Verb) -> bool:
    """Whether strikes are what somebody carries out."""
    near = (each for own in verb.objects for each in (own, *own.of))
    return verb.verb in DOING and any(each.head in lexicon.STRIKES for each in near)
