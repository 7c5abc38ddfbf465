"""A company or militia that is seen, sent or counted is people."""

from __future__ import annotations

from collections.abc import Sequence

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import Frame
from oob.reading.grammar.syntax import Noun


class People(Making):
    """Finds the people that the name of a force stands for."""

    def found_in(self, nouns: Sequence[Noun]) -> list[Found]:
        """A company or militia that is seen, sent or counted is people."""
        made = []
        for noun in nouns:
            if (
                noun.head in ("strength", "contingent", "manpower")
                and noun.system is None
                and (owner := self.memory.owner(noun)) is not None
            ):
                number = next(
                    (
                        each.quantity
                        for each in nouns
                        if each.start > noun.start
                        and each.prep == "at"
                        and each.quantity is not None
                        and not each.quantity.unit
                    ),
                    None,
                )
                if number is not None:
                    kind = self.memory.knowledge.force_kinds.get(owner)
                    people = (
                        "mercenaries"
                        if kind == "company"
                        else "regular-troops"
                        if kind in ("state", "service")
                        else "combatants"
                    )
                    one = Found(
                        noun,
                        people,
                        self.memory.text[noun.start : noun.end],
                        "present",
                        None,
                        noun.start,
                        number.count,
                        number.text,
                        owner,
                    )
                    self.circumstances.fill(one, noun, noun, None, nouns)
                    made.append(one)
        for noun in nouns:
            if noun.entity is None or noun.system is not None:
                continue
            force = self.memory.meaning(noun.entity, "force")
            if force is None or self.memory.knowledge.force_kinds.get(force) not in ("company",):
                continue
            for verb, role in self.roles(noun):
                frame = self.actions.frame_of(verb)
                if frame is None and verb.verb not in lexicon.HELPING:
                    continue
                frame = frame or Frame("")
                if noun.prep and verb.verb not in lexicon.HELPING:
                    continue
                shown = role == "object" and frame.action in ("present", "deployed", "recruited")
                there = role == "subject" and (
                    frame.alone == "present" or (verb.voice == "passive" and frame.action in ("present", "deployed"))
                )
                helps = role == "subject" and verb.verb in lexicon.HELPING and verb.voice in ("active", "ing")
                if shown or there or helps:
                    action = "operates" if helps else (frame.action if shown or not frame.alone else frame.alone)
                    one = self.found(noun, noun, "mercenaries", action, verb, Frame(action), role, nouns)
                    one.operator = force
                    if helps:
                        one.beneficiary = next((self.memory.force_of(each) for each in verb.objects), None)
                    made.append(one)
        return made
