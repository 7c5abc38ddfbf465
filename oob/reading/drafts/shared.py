"""The origin, and the event, that a proposal shares with a claim of a report which its text repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from oob.reading.drafts.repeats import Repeat
from oob.trees import Tree
from oob.vocabulary import ACTIONS

if TYPE_CHECKING:
    from oob.inventory import ClaimRow
    from oob.reading.reader import Proposal


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """A claim of the catalogue, as far as it tells whether a proposal is the same claim read again."""

    id: str
    report: str
    paragraph: int
    origin: str
    event: str | None
    system: str | None
    action: str
    stance: str
    operator: str | None = None
    supplier: str | None = None
    beneficiary: str | None = None
    opponent: str | None = None


EarlierClaims = Mapping[tuple[str, int], Sequence[EarlierClaim]]
"""By report and paragraph."""


class Shared(NamedTuple):
    """The origin, and the event, of a claim that a proposal repeats."""

    origin: str
    event: str | None
    claim: str
    """Its id."""


def earlier_claims(rows: Iterable[ClaimRow]) -> dict[tuple[str, int], list[EarlierClaim]]:
    """The claims of the catalogue, as `shared` needs them; withdrawn ones are left out."""
    found: dict[tuple[str, int], list[EarlierClaim]] = defaultdict(list)
    for row in rows:
        if row.withdrawn is None:
            claim = EarlierClaim(
                row.id, row.report, row.paragraph, row.origin, row.event, row.system, row.action, row.stance,
                row.operator, row.supplier, row.beneficiary, row.opponent,
            )  # fmt: skip
            found[row.report, row.paragraph].append(claim)
    return dict(found)


def shared(
    proposal: Proposal, repeats: Iterable[Repeat], claims: EarlierClaims, systems: Tree, forces: Tree
) -> Shared | None:
    """The origin and event of the claim that a repeated paragraph was found to make before; None where there is none.

    It is the claim of that paragraph with the same system or a wider or narrower one, the same effect and the same
    stance; of several, the one whose parties agree best. Where those disagree about the origin, there is none; where
    they disagree about the event, or a party is another, no event.
    """
    for repeat in repeats:
        earlier = [
            (_likeness(proposal, claim, forces), claim)
            for here, there in repeat.paragraphs
            if here == proposal.paragraph
            for claim in claims.get((repeat.report, there), ())
            if _is_same(proposal, claim, systems, forces)
        ]
        if not earlier:
            continue
        most = max(likeness for likeness, _ in earlier)
        best = [claim for likeness, claim in earlier if likeness == most]
        if len({claim.origin for claim in best}) > 1:
            continue
        events = {claim.event for claim in best}
        is_sure = len(events) == 1 and not any(_conflicts(proposal, claim, forces) for claim in best)
        return Shared(best[0].origin, best[0].event if is_sure else None, best[0].id)
    return None


def _is_same(proposal: Proposal, claim: EarlierClaim, systems: Tree, forces: Tree) -> bool:
    if ACTIONS[proposal.action].effect != ACTIONS[claim.action].effect or proposal.stance != claim.stance:
        return False
    if proposal.system is None or claim.system is None:
        same = proposal.system is claim.system and proposal.action == claim.action
        return same and not _conflicts(proposal, claim, forces)
    return systems.related(proposal.system, claim.system)


def _likeness(proposal: Proposal, claim: EarlierClaim, forces: Tree) -> tuple[int, int, int, int]:
    agreeing = sum(one == other for one, other in _parties(proposal, claim))
    conflicts = _conflicts(proposal, claim, forces)
    return -conflicts, proposal.system == claim.system, agreeing, proposal.action == claim.action


def _conflicts(proposal: Proposal, claim: EarlierClaim, forces: Tree) -> int:
    """The roles in which both name a party, but not one and the same, nor one that is part of the other."""
    return sum(not forces.related(one, other) for one, other in _parties(proposal, claim))


def _parties(proposal: Proposal, claim: EarlierClaim) -> Iterator[tuple[str, str]]:
    for role in ("operator", "supplier", "beneficiary", "opponent"):
        one, other = getattr(proposal, role), getattr(claim, role)
        if one is not None and other is not None:
            yield one, other
