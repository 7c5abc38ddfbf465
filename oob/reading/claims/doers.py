"""Who does what a verb says: the force that its subject, its "by" or its noun of action names."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun, Verb, first

_REGRET: Final = lexicon.bag("apologise apologize admit claim celebrate acknowledge")
"""What a side does about a loss that it caused: apologised for the downing of the jet."""
_LOSSES: Final = ("loss", "losses")
_SUFFERING: Final = lexicon.bag("suffer sustain incur take endure have")
_USING: Final = lexicon.bag("use employ utilise utilize")
_OFFICES: Final = lexicon.bag("minister president premier chancellor")
"""Who acts for a state, whatever his name: Germany's defence minister, Boris Pistorius."""
_DECIDING: Final = lexicon.bag("confirm announce deny approve authorise authorize suspend halt block clear greenlight")
"""What a side does about its own sales, purchases and losses."""


class Doers:
    """Finds who does something."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def agent(self, verb: Verb | None) -> str | None:
        """The force that does what a verb says."""
        if verb is None:
            return None
        if verb.voice in ("passive", "pp"):
            return self.named(first(verb.preps, "by"))
        agent = self.named(verb.subject)
        above = verb.above
        if above is not None and verb.verb in _USING and verb.voice == "ing" and above.voice in ("passive", "pp"):
            return self.named(first(above.preps, "by"))  # the town was shelled using howitzers
        if verb.voice in ("inf", "ing") and verb.subject is not None and verb.subject.head in lexicon.PLANS:
            return self.memory.owner(verb.subject)  # Moscow's decision to send tanks
        if above is not None and verb.voice in ("inf", "ing") and above.subject is not verb.subject:
            wields = verb.voice == "inf" and any(
                each is verb.subject and not self.memory.is_people(each) for each in above.objects
            )
            if (agent is None and not _is_of_victim(verb, above)) or wields:  # used Israeli drones to destroy them
                agent = self.memory.force_of(above.subject) or agent
        return agent

    def named(self, noun: Noun | None) -> str | None:
        """The force that a phrase is, or that its other name is: its patron, the United Arab Emirates."""
        force = self.memory.force_of(noun)
        if force is not None or noun is None or noun.entity is not None:
            return force
        others = [each for each in noun.listed if each.apart]
        if noun.listed_with is not None and noun.apart:
            others.append(noun.listed_with)
        named = (self.memory.force_of(each) for each in others if each.entity is not None)
        in_office = (each for each in (noun, *others) if any(item.word.lower() in _OFFICES for item in each.items))
        holding = (self.memory.owner(each) for each in in_office)
        return next((each for each in (*holding, *named) if each is not None), None)

    def of(self, noun: Noun, top: Noun, verb: Verb | None, role: str, host: Noun | None) -> str | None:
        """Who does it; of "the downing of the jet by Syria" by the noun that stands for the verb."""
        if host is not None:
            own = lexicon.NOMINALS.get(host.head, ("", ""))[1] != "opponent"
            admits = verb is not None and (verb.verb in _REGRET or (own and verb.verb in _DECIDING))
            by = (self.memory.force_of(each) for each in (*host.after, *top.after, *noun.after) if each.prep == "by")
            suffers = verb is not None and host.head in _LOSSES and verb.verb in _SUFFERING
            return (
                next(by, None)
                or self.memory.owner(host)
                or (self.named(verb.subject) if verb is not None and (admits or suffers) else None)
            )
        if role == "object" and verb is not None and (gapped := self._gapped(noun, verb)) is not None:
            return gapped
        if role == "subject" and verb is not None and verb.voice not in ("passive", "pp"):
            above = verb.above
            wielded = verb.voice == "inf" and above is not None and any(each is noun for each in above.objects)
            # the thing itself is the subject, or what somebody uses to do it
            return self.agent(above) if wielded else None
        return self.agent(verb)

    def right_before(self, noun: Noun) -> Noun | None:
        """The phrase without a preposition that stands right before another."""
        at = bisect_left(self.memory.nouns, noun.start, key=lambda each: each.start)
        before = self.memory.nouns[at - 1] if at else None
        return before if before is not None and before.end + 1 == noun.start and not before.prep else None

    def _gapped(self, noun: Noun, verb: Verb) -> str | None:
        """Sweden promised eight Archers and Norway two NASAMS: who does it stands where the verb is left out."""
        before = self.right_before(noun)
        if before is None or before.start < verb.end or noun.prep or before.entity is None or before.system is not None:
            return None
        joined = self.memory.text[verb.end : before.start].rstrip().endswith((" and", ",", ";", " while"))
        return self.memory.force_of(before) if joined else None

    def beside(self, verb: Verb | None, prep: str) -> str | None:
        """The first force that stands after a preposition of a verb."""
        near = (self.memory.force_of(each) for each in (verb.preps if verb is not None else ()) if each.prep == prep)
        return next((force for force in near if force is not None), None)

    def through(self, verb: Verb | None) -> str | None:
        """Russia, through the Wagner Group, sent equipment: the group has it."""
        subject = verb.subject if verb is not None else None
        for each in (*(subject.after if subject is not None else ()), *(verb.preps if verb is not None else ())):
            if (
                each.prep in ("through", "via")
                and self.memory.place_of(each) is None
                and (force := self.memory.force_of(each)) is not None
            ):
                return force
        return None


def _is_of_victim(verb: Verb, above: Verb) -> bool:
    """Whether a participle tells what a thing did that somebody harmed or took: sank a boat carrying rifles."""
    frame = lexicon.FRAMES.get(above.verb)
    harms = frame is not None and (frame.doer == "opponent" or above.verb in lexicon.HITS)
    return harms and verb.voice == "ing" and any(each is verb.subject for each in above.objects)
