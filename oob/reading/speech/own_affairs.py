"""A speaker's own affairs: what he, his side or the publisher has, does or loses, he states and does not allege."""

from __future__ import annotations

import re
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun
from oob.reading.speech.sides import Sides
from oob.reading.speech.speakers import Speaker
from oob.vocabulary import ACTIONS

_OWN: Final = ("his", "her", "our", "my")
"""Of what a speaker speaks of as his own."""
_LED: Final = {
    "united-states": ("cjtf-oir", "operation-prosperity-guardian"),
    "saudi-arabia": ("saudi-led-coalition",),
    "saudi-led-coalition": ("saudi-arabia",),
    "cjtf-oir": ("united-states",),
}
"""By side: the coalition that it leads, or who leads that, so that the deeds of one are the other's own."""
_DEEDS: Final = frozenset({"departure", "exchange", "use"})
_BLAMING: Final = re.compile(r"\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:responsible for|behind|to blame for)\b")
"""What puts a deed on somebody."""
_OPENS_SAID: Final = re.compile(r"(?: (?:late |early )?(?:on|in|at|via|over) [^.;,]{1,40}?)? (?:that )?")
"""What may stand between a verb of saying and the subject of what is said."""


class OwnAffairs:
    """Tells which claims are of a speaker's own affairs."""

    def __init__(self, memory: Memory, sides: Sides, outlet: Speaker) -> None:
        self.memory = memory
        self.sides = sides
        self.outlet = outlet

    def of(self, speaker: Speaker, one: Found) -> bool:
        """Whether a claim is of its speaker's own affairs."""
        return self._is_outlets(speaker) or self._calls_own(speaker, one) or self._is_of_his_side(speaker, one)

    def _is_outlets(self, speaker: Speaker) -> bool:
        """Whether a speaker is the publisher, or its man: the general of a command that publishes itself."""
        house = self.sides.side(self.outlet)
        return speaker == self.outlet or (house is not None and self.sides.side(speaker) == house)

    def _is_of_his_side(self, speaker: Speaker, one: Found) -> bool:
        """Whether it is what his own side has, does, gives, takes or loses."""
        side = self.sides.side(speaker)
        if side is None or speaker.kind == "outlet":
            return False  # a state's news agency tells of others' losses as anybody does
        tree = self.memory.knowledge.forces
        parties = [one.operator, one.supplier]
        if ACTIONS[one.action].effect == "arrival":
            parties.append(one.beneficiary)
        if one.action == "damaged" or ACTIONS[one.action].effect in ("departure", "exchange"):
            parties = [] if self._blames(one) else [*parties, one.opponent]
        own = {tree.root(side), *_LED.get(tree.root(side), ())}
        return any(force is not None and tree.root(force) in own for force in parties)

    def _calls_own(self, speaker: Speaker, one: Found) -> bool:
        """Whether he speaks of what "we" did or "his men" have."""
        if speaker.expert or speaker.kind == "outlet":
            return False
        doer = one.verb.subject if one.verb is not None else None
        if doer is not None and doer.pronoun == "we":
            return True
        if doer is not None and doer.pronoun in ("it", "they") and self._says_of_itself(speaker, one, doer):
            return True
        named = [each for each in (doer, one.noun) if each is not None and not each.pronoun]
        if any(each.determiner in _OWN for each in named):
            return True
        if doer is not None and doer.determiner in ("its", "their") and self._follows_saying(doer):
            return True
        is_body = speaker.kind in ("government", "organisation") and self.sides.side(speaker) is not None
        return is_body and doer is not None and doer.determiner == "its" and doer.start > 0

    def _says_of_itself(self, speaker: Speaker, one: Found, doer: Noun) -> bool:
        """Whether a group says that it did something: not officials, who tell of what they saw."""
        if speaker.name.casefold().split()[-1] in lexicon.OFFICIALS or ACTIONS[one.action].effect not in _DEEDS:
            return False
        return self._follows_saying(doer)

    def _follows_saying(self, doer: Noun) -> bool:
        """Whether a subject opens what is said, so that "it" and "its" in it are the speaker: "said on Monday it"."""
        said = next((each for each in reversed(self.memory.verbs) if each.end < doer.start), None)
        if said is None or lexicon.SPEECH.get(said.verb) != "alleged":
            return False
        return _OPENS_SAID.fullmatch(self.memory.text, said.end, doer.start) is not None

    def _blames(self, one: Found) -> bool:
        """Whether it is told for the sake of who did it: "was responsible for bringing down the drone"."""
        start = max(0, one.verb.start - 30) if one.verb is not None else one.at
        return _BLAMING.search(self.memory.text, start, max(start, one.at)) is not None
