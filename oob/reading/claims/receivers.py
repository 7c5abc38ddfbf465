"""Who gets a thing, or is helped by it: gave Ukraine tanks, sent to boost Haftar's forces, destined for the rebels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.claims.doers import Doers
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb, first

DOUBLE: Final = lexicon.DOUBLE | {"ship", "supply", "pledge"}
"""What takes two objects, or does so in the press: shipped Ukraine tanks."""
GIVING: Final = DOUBLE | {"provide", "deliver", "donate", "export", "transfer", "hand over", "gift"}
PAYING: Final = lexicon.bag(
    "pay fund finance recruit send hire sponsor back supply provide donate deliver give promise pledge"
)
"""What who gives a thing, or pays for it, does."""
FAVOURS: Final = lexicon.bag("support aid behalf favour favor")
"""What is done for somebody: in support of, on behalf of."""
_MEANING: Final = lexicon.bag("destine destined mean intend earmark")


class Receivers:
    """Finds who gets a thing."""

    def __init__(self, memory: Memory, doers: Doers) -> None:
        self.memory = memory
        self.doers = doers

    def of(self, verb: Verb | None, noun: Noun) -> str | None:
        """To whom: "to Haftar's forces", "gave Ukraine tanks", "supplied Kyiv with tanks"."""
        if verb is None:
            return None
        if noun.prep == "with" and verb.voice in ("passive", "pp") and first(verb.preps, "by") is not None:
            return self.memory.force_of(verb.subject)  # they were equipped with missiles by Iran
        if verb.voice == "passive" and verb.verb in DOUBLE and any(each is noun for each in verb.objects):
            return self.memory.force_of(verb.subject)  # the LNA was given six howitzers
        for each in (*noun.after, *verb.preps):
            if each.prep not in ("to", "for") or (each.prep == "for" and each.entity is None):
                continue
            force = self.memory.force_of(each)
            named_place = each.entity is not None and self.memory.meaning(each.entity, "place") is not None
            if force is not None and (not named_place or self._is_given(verb, force)):
                return force
        if (given := self._by_deed(noun)) is not None:
            return given
        others = (
            self.memory.force_of(each) for each in verb.objects if each is not noun and self.memory.is_people(each)
        )
        return next((force for force in others if force is not None), None)

    def _by_deed(self, noun: Noun) -> str | None:
        """To whom, where a noun tells of the giving: announced the delivery of six howitzers to Ukraine."""
        deed = noun.host if noun.prep == "of" else None
        if deed is None or lexicon.NOMINALS.get(deed.head, ("", ""))[0] not in ("delivered", "supplied"):
            return None
        named = (self.memory.force_of(each) for each in (*noun.after, *deed.after) if each.prep == "to")
        return next((force for force in named if force in self.memory.knowledge.forces.children), None)

    def _is_given(self, verb: Verb, force: str) -> bool:
        """Whether a country is given a thing, not only the place it goes to: one with an army, or a verb of giving."""
        return verb.verb in GIVING and (verb.verb != "send" or force in self.memory.knowledge.forces.children)

    def _enabled(self, verb: Verb | None) -> str | None:
        """Drones to enable it to strike: who gets to use them has them."""
        for each in self.memory.verbs:
            if (
                verb is not None
                and each.above is verb
                and each.voice == "inf"
                and each.verb in ("enable", "allow", "help")
            ):
                helped = next((force for noun in each.objects if (force := self.memory.force_of(noun))), None)
                return (
                    self.memory.another(helped) if helped is not None and helped == self.doers.agent(verb) else helped
                )
        return None

    def _turner(self, verb: Verb | None) -> str | None:
        """Mali turned to Russia to provide jets: who turned to somebody for a thing gets it."""
        above = verb.above if verb is not None and verb.voice == "inf" else None
        turns = above is not None and above.verb in ("turn", "look", "call", "appeal", "rely on", "count on")
        return self.memory.force_of(above.subject) if above is not None and turns else None

    def _backed(self, verb: Verb | None) -> str | None:
        """Turkey supports the GNA by sending drones: whom somebody helps by what he gives gets it."""
        above = verb.above if verb is not None and verb.voice == "ing" else None
        return self._helped(above, own=True) if above is not None else None

    def them(self, verb: Verb | None, giver: str) -> str | None:
        """Whom "them" means that somebody gives something: not himself, nor whoever says so."""
        them = next((each for each in (*verb.objects, *verb.preps) if each.pronoun == "them"), None) if verb else None
        if them is None:
            return None
        tree, said = self.memory.knowledge.forces, self.memory.speaking(them)
        not_they = {tree.root(giver), tree.root(said) if said is not None else None}
        near = (force for force, at in reversed(self.memory.forces) if self.memory.paragraph - at <= 1)
        return next((force for force in near if tree.root(force) not in not_they), None)

    def _helped(self, verb: Verb, *, own: bool) -> str | None:
        """Whom a verb of help names; `own`: whether it is the claim's own verb."""
        if verb.verb in lexicon.HELPING and verb.voice in (("active", "inf", "ing") if own else ("inf", "ing")):
            objects = (self.memory.force_of(noun) for noun in verb.objects)
            return next((force for force in objects if force is not None), None)
        gives = verb.verb in ("provide", "give", "offer")
        if gives and any(noun.head in ("support", "cover", "fires") for noun in verb.objects):
            near = (*verb.preps, *(more for noun in verb.objects for more in noun.after))
            helped = (self.memory.force_of(noun) for noun in near if noun.prep in ("to", "for"))
            return next((force for force in helped if force is not None), None)
        return None

    def around(self, verb: Verb | None) -> str | None:
        """Who gets a thing, by the clauses around that of giving it."""
        return self._enabled(verb) or self._turner(verb) or self._backed(verb)

    def meant_for(self, one: Found, noun: Noun) -> None:
        """For whom a thing is that is still on its way: weapons destined for the rebels."""
        for verb, role in noun.verbs:
            if role == "subject" and verb.verb in _MEANING and verb.voice in ("pp", "passive", "active"):
                receiver = self.doers.beside(verb, "for")
                one.beneficiary = one.beneficiary or receiver
                if receiver is not None and receiver == one.operator and one.action != "supplied":
                    one.operator = None

    def helped_by(self, near: Sequence[Noun], verb: Verb | None, one: Found) -> str | None:
        """Whom a thing supports: sent to boost Haftar's forces; supporting the LNA; in support of the army."""
        for beside in near:
            if beside.head in FAVOURS and beside.prep in ("in", "on"):
                for of in beside.of:
                    if (force := self.memory.force_of(of)) is not None and force != one.operator:
                        return force
            if beside.prep == "alongside" and (force := self.memory.force_of(beside)) is not None:
                return force
        for each in self.memory.verbs:
            if verb is None or (each.above is not verb and each is not verb) or each.verb in ("fight",):
                continue
            if (helped := self._helped(each, own=each is verb)) not in (None, one.supplier):
                return helped
        return None
