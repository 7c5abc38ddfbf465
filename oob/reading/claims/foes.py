"""Who is on the other side: whose attack cost a thing, whose things were struck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.claims import fighting
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.owners import Owners
from oob.reading.claims.receivers import FAVOURS
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb

_INTO: Final = ("into", "at", "towards", "toward", "against")
"""Before where, or at whom, somebody fires."""
_CAUSING: Final = ("in", "during", "to", "due to", "by", "from", "under", "after")
"""Before what cost somebody a thing: lost in air strikes, to attacks by the army, due to its shelling."""
_ATTACKS: Final = lexicon.bag("ambush ambushes offensive bombing shelling battle operation operations")
_WARRING: Final = lexicon.bag("war fighting battle battles clash clashes combat conflict skirmish skirmishes")


class Foes:
    """Finds the other side of a loss or a strike."""

    def __init__(self, memory: Memory, owners: Owners) -> None:
        self.memory = memory
        self.owners = owners

    def whose(self, strike: Noun) -> str | None:
        """Whose an attack was: NATO air strikes, an ambush by rebels."""
        by = (self.memory.force_of(each) for each in (*strike.after, *strike.of) if each.prep in ("by", "of"))
        return self.memory.owner(strike) or next((force for force in by if force is not None), None)

    def striker(self, verb: Verb | None, loser: str | None) -> str | None:
        """Whose attack cost a thing: lost in Israeli air strikes, destroyed in an ambush by the rebels."""
        for each in verb.preps if verb is not None else ():
            if each.prep in _CAUSING and (each.head in lexicon.STRIKES or each.head in _ATTACKS):
                striker = self.whose(each)
                if striker is not None and striker != loser:
                    return striker
            if each.prep in ("in", "during") and each.head in _WARRING:
                foe = self._against((*each.after, *each.of))
                if foe is not None and foe != loser:
                    return foe  # lost in the war with Georgia
        for below in self.memory.verbs:
            if below.verb in ("fight", "battle") and below.voice == "ing" and below.above is verb is not None:
                return self._against(below.preps)  # lost in fighting with Azerbaijan
        return None

    def _against(self, near: Sequence[Noun]) -> str | None:
        """Whom somebody fights with or against."""
        forces = (self.memory.force_of(each) for each in near if each.prep in ("with", "against"))
        return next((force for force in forces if force is not None), None)

    def target(self, verb: Verb | None, noun: Noun, striker: str | None) -> str | None:
        """Whose the thing is that is hit: struck Syrian columns, strikes on the army's positions."""
        hit = [each for each in noun.after if each.prep in ("on", "against") and each.head not in FAVOURS]
        if verb is not None and verb.voice not in ("passive", "pp"):
            near = (each for each in (*verb.objects, *verb.preps) if each.head not in FAVOURS)
            hit += [each for each in near if each.prep in ("", "on", "against")]
        if verb is not None and verb.subject is not None and (verb.voice in ("passive", "pp") or _is_under_fire(verb)):
            hit.append(verb.subject)
        tree = self.memory.knowledge.forces
        at = (*noun.after, *(verb.preps if verb is not None else ()))
        country = next((state for each in at if each.prep in _INTO and (state := self._state_of(each))), None)
        for each in hit:
            struck = (
                None
                if each is noun or self.memory.place_of(each)
                else self.memory.owner(each) or self.memory.force_of(each) or self.owners.of_known(each)
            )
            if struck is not None and (striker is None or tree.root(striker) != tree.root(struck)):
                return struck
        return country if country is not None and (striker is None or tree.root(striker) != country) else None

    def _state_of(self, noun: Noun) -> str | None:
        """The state that a phrase names as where something was fired: rockets fired into Israel."""
        state = self.memory.meaning(noun.entity, "force") if noun.entity is not None else None
        return state if self.memory.knowledge.force_kinds.get(state or "") == "state" else None

    def of_attack_before(self, one: Found) -> None:
        """Who struck whom, by the sentence before: Russia attacked Ukraine overnight. Some 500 drones were used."""
        sentence = next((each for each in reversed(self.memory.before) if each), ())
        attack = next((each for each in sentence if each.head in fighting.ATTACKS), None)
        if attack is None:
            return
        doers = (self.memory.force_of(verb.subject) for verb, role in attack.verbs if role == "object")
        one.operator = self.memory.owner(attack) or next(doers, None)
        for each in attack.after:
            if each.prep in ("on", "against") and (struck := self._named_force(each)) is not None:
                one.opponent = one.opponent or struck

    def _named_force(self, noun: Noun) -> str | None:
        return self.memory.owner(noun) or self.memory.meaning(noun.entity, "force") or self.memory.force_of(noun)


def _is_under_fire(verb: Verb) -> bool:
    """Whether the subject is attacked: came under fire from mortars."""
    return any(each.prep == "under" and each.head in lexicon.STRIKES for each in verb.preps)
