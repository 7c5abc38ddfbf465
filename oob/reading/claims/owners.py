"""Whose a thing is or was, by the words around it: rockets fired by Hamas, tanks taken from the army, its own jet."""

from __future__ import annotations

from typing import Final

from oob.reading.claims.doers import Doers
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.receivers import GIVING, PAYING
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb, first

_HAVING: Final = lexicon.bag("operate use fly fire launch own drive field crew man employ deploy station possess wield")


class Owners:
    """Finds whose a thing is."""

    def __init__(self, memory: Memory, doers: Doers) -> None:
        self.memory = memory
        self.doers = doers

    def of(self, one: Found, noun: Noun, top: Noun, doer: str) -> str | None:
        """Whose a thing is, by its own words, those of the whole that it is of, or what was said of it before."""
        owner = self.memory.owner(noun) or (self.memory.owner(top) if top is not noun else None)
        again = noun.determiner in ("the", "these", "those")
        if owner is not None and again and self._only_made(noun, owner, one.system):
            owner = self.memory.owner_before(one.system, alike=False) or owner
        known = again or noun.pronoun or noun.system is None or noun.determiner in ("this", "both")
        if owner is None and known:
            owner = self.memory.owner_before(one.system, claimed=doer != "supplier", alike=not noun.pronoun)
        return owner

    def _only_made(self, noun: Noun, owner: str, system: str | None) -> bool:
        """Whether a nation need only have made what the text has told of: the army lost Abrams; the American tanks."""
        adjective = noun.owners[-1].word if noun.owners else ""
        made = system is not None and self.memory.knowledge.is_made_by(system, owner)
        return made and adjective in lexicon.NATIONALITIES and system != self.memory.meaning(noun.system, "system")

    def who_used(self, noun: Noun) -> str | None:
        """Who had what was lost, in a phrase after it: rockets fired by Hamas, trucks belonging to the army."""
        for verb, role in noun.verbs:
            if role == "subject" and verb.verb == "belong" and (force := self.doers.beside(verb, "to")) is not None:
                return force
            used = role == "subject" and verb.voice == "pp" and verb.verb in _HAVING
            if used and (force := self.doers.beside(verb, "by")) is not None:
                return force
            if role == "object" and verb.gap is noun and verb.verb in _HAVING:
                return self.memory.force_of(verb.subject)  # the jet that they flew
        return None

    def robbed(self, verb: Verb | None) -> str | None:
        """From whom something was taken: captured the town from the army, seizing two tanks."""
        taken = self.doers.beside(verb, "from")
        if taken is None and verb is not None and verb.voice == "ing":
            taken = self.doers.beside(verb.above, "from")
        return taken

    def who_held(self, verb: Verb | None) -> str | None:
        """Who holds the place that is hit: what is destroyed there is his."""
        at, hops = verb, 0
        while at is not None and hops < 3:
            for each in (*at.objects, *at.preps):
                if each.held and self.memory.place_of(each) is not None:
                    return next((force for item in each.owners if (force := self.memory.meaning(item, "force"))), None)
            at, hops = at.above, hops + 1
        return None

    def who_runs(self, noun: Noun) -> str | None:
        """Who runs it, in a phrase after it: "devices being run by Wagner"."""
        for verb, role in noun.verbs:
            undergoes = role == "subject" and verb.voice in ("passive", "pp") and verb.verb not in GIVING | PAYING
            if undergoes and (force := self.memory.force_of(first(verb.preps, "by"))) is not None:
                return force
        return None

    def master(self, noun: Noun, verb: Verb | None) -> str | None:
        """Whose hired people are, or for whom they fight, where the text says it: mercenaries from the Wagner Group."""
        kinds = self.memory.knowledge.force_kinds
        for near in (*noun.after, *noun.of):
            force = self.memory.force_of(near) if near.prep in ("from", "of") else None
            if kinds.get(force or "") in ("company", "militia"):
                return force
        for each, _ in (*noun.verbs, *(((verb, ""),) if verb is not None else ())):
            for near in (*each.preps, *each.objects):
                if near.prep in ("alongside", "for") and near.entity is not None and self.memory.place_of(near) is None:
                    return self.memory.force_of(near)
                if near.prep in ("with", "to") and each.verb in ("affiliate", "affiliated", "link", "linked", "belong"):
                    return self.memory.force_of(near)
        return None

    def of_known(self, noun: Noun) -> str | None:
        """Whose a thing is that was spoken of before: drone attacks on the helicopter."""
        if noun.system is None or noun.determiner not in ("the", "these", "those", "this", "that"):
            return None
        return self.memory.owner_before(self.memory.meaning(noun.system, "system"))
