"""Whom and what a text has spoken of so far: which force "they" are, whose "its tanks" are, who has what."""

from __future__ import annotations

from oob.reading.claims.forces import Forces
from oob.reading.claims.found import Found
from oob.reading.claims.localities import Localities
from oob.reading.knowledge import EQUIPMENT
from oob.vocabulary import ACTIONS


class Memory(Forces, Localities):
    """What is remembered of a text while its sentences are read."""

    def another(self, force: str) -> str | None:
        """The force named last that is none of another's."""
        tree = self.knowledge.forces
        root = tree.root(force)
        return next((each for each, _ in reversed(self.forces) if tree.root(each) != root), None)

    def owner_before(self, system: str | None, *, claimed: bool = True, alike: bool = True) -> str | None:
        """Whose the thing was when it was last spoken of, or, if asked, who had it by the last claim.

        `alike`: whether a kind of it or its class may be meant too, as by "the aircraft".
        """
        if system is None:
            return None
        holder, since = self.holders.get(system, (None, 0)) if claimed else (None, 0)
        for id_, paragraph, owner in reversed(self.recent):
            if self.paragraph - paragraph > 3 or (holder is not None and paragraph <= since):
                break
            like = alike and EQUIPMENT not in (id_, system) and self.knowledge.systems.related(id_, system)
            if owner is not None and (id_ == system or like):
                return owner
        return holder

    def hold(self, one: Found) -> None:
        """Remembers who has a thing after what is claimed of it, and who is given things."""
        effect = ACTIONS[one.action].effect
        if one.action in ("delivered", "supplied"):
            self.deal = (one, self.paragraph)
        holder = one.opponent if effect == "exchange" else one.operator
        holder = holder or (one.beneficiary if effect == "arrival" else None)
        if holder is not None and one.system is not None:
            self.holders[one.system] = (holder, self.paragraph)
