"""Strikes and other use that was made of systems: how often, never how many systems. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oob.count import readings
from oob.ledger import Voice
from oob.matters import SECTIONS, Claim, Sorter, World, parties, stronger, whereabouts
from oob.reckoning import Readings


@dataclass(frozen=True, slots=True)
class Activity:
    """Strikes or other use: how often, never how many systems."""

    section: str
    operator: str | None
    beneficiary: str | None
    system: str
    event: str | None
    times: Readings
    voices: tuple[Voice, ...]
    earliest: str
    latest: str
    places: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]
    denials: tuple[Claim, ...]


def activities(claims: Sequence[Claim], sorter: Sorter) -> list[Activity]:
    """Strikes and other use by event; without one, by who did it, for whom and with what."""
    groups: dict[tuple[str | None, ...], list[Claim]] = defaultdict(list)
    sections: dict[tuple[str | None, ...], str] = {}
    for claim in claims:
        section = sorter.section(claim, claim.holder)
        key = (claim.event,) if claim.event else (None, claim.holder, claim.beneficiary, claim.system)
        if section and claim.counts:
            sections[key] = stronger(section, sections.get(key, section))
        groups[key].append(claim)
    found = [_activity(groups[key], section, sorter.world) for key, section in sections.items()]
    return sorted(found, key=lambda each: (SECTIONS.index(each.section), each.earliest, each.voices[0].stands.id))


def _activity(claims: Sequence[Claim], section: str, world: World) -> Activity:
    counted = [claim for claim in claims if claim.counts]
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for claim in counted:
        by_origin[claim.origin].append(claim)
    voices = [
        Voice(origin, max(said, key=lambda claim: (claim.count.stated, claim.order)), tuple(said))
        for origin, said in sorted(by_origin.items())
    ]
    stands = [voice.stands for voice in voices]
    dated = [claim for claim in stands if claim.dated] or stands
    systems = [claim.system for claim in counted if claim.system is not None]
    return Activity(
        section=section,
        operator=_agreed(claim.operator for claim in counted),
        beneficiary=_agreed(claim.beneficiary for claim in counted),
        system=min(systems, key=lambda system: (len(world.systems.line(system)), system)),
        event=claims[0].event,
        times=readings(claim.count for claim in stands),
        voices=tuple(voices),
        earliest=min(claim.earliest for claim in dated),
        latest=max(claim.latest for claim in dated),
        places=whereabouts(counted, world),
        parties=parties(counted, world),
        denials=tuple(claim for claim in claims if claim.stance == "denied"),
    )


def _agreed(forces: Iterable[str | None]) -> str | None:
    """The one force that is named, None where none or several are."""
    named = {force for force in forces if force is not None}
    return named.pop() if len(named) == 1 else None
