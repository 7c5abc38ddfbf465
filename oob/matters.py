"""Which claims are about the same things, and in which section of an inventory they stand. Pure; design 5.2 and 5.3.

Dates are ISO text; START and END stand for open ends, so that dates compare as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from oob import vocabulary
from oob.count import UNSTATED, Count
from oob.reckoning import END, Cell
from oob.trees import Tree

SECTIONS: Final = tuple(vocabulary.SECTIONS)
COUNTED: Final = ("asserted", "assessed", "alleged")
HERE: Final = ("at", "near", "to")
"""Roles of the places where a thing is, as against those that it passed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as the arithmetic sees it.

    `earliest` and `latest` bound the time it speaks of; one without a date of its own speaks of when it was said
    (`dated` is then False). `published` is the day by which its report was surely out. `order` puts the wordings of one
    origin in order; a report that repeats another is as old as that.
    """

    id: str
    report: str
    origin: str
    action: str
    stance: str
    earliest: str
    latest: str
    published: str
    order: tuple[str, int, str]
    system: str | None = None
    count: Count = UNSTATED
    event: str | None = None
    operator: str | None = None
    owner: str | None = None
    supplier: str | None = None
    beneficiary: str | None = None
    opponent: str | None = None
    places: tuple[tuple[str, str], ...] = ()
    dated: bool = True
    until: str = ""
    """The end of the time alleged, where that is later than `latest`: "since 2019" is alleged without an end."""

    @property
    def effect(self) -> str:
        """What its action does to holdings."""
        return vocabulary.ACTIONS[self.action].effect

    @property
    def number(self) -> Count:
        """How many systems it speaks of; the count of a use is of strikes."""
        return UNSTATED if self.effect == "use" else self.count

    @property
    def holder(self) -> str | None:
        """Who has the thing, by this claim."""
        return self.operator or self.owner

    @property
    def counts(self) -> bool:
        """Whether it is firm enough, and of something done, to be counted."""
        return self.stance in COUNTED and self.effect != "intention"


@dataclass(frozen=True)
class World:
    """What the claims speak of: the trees, the events, and whose word each origin is."""

    systems: Tree
    forces: Tree
    places: Tree
    theatres: Mapping[str, str] = field(default_factory=dict)
    """Force -> the place where it fights."""
    events: Mapping[str, str] = field(default_factory=dict)
    """Event -> its kind."""
    parties: Mapping[str, str] = field(default_factory=dict)
    """Origin -> the party that it counts as."""
    grades: Mapping[str, str] = field(default_factory=dict)
    """Origin -> the reliability, A to F, of whoever it was heard from."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a faction (or several, as one) held on a day, by what had surely been published on another."""

    factions: tuple[str, ...]
    as_of: str = END
    known_by: str = END
    at: str | None = None
    system: str | None = None


@dataclass(slots=True)
class Matter:
    """Claims that are about the same things: on one named event, or on none, of one tree of forces."""

    event: str | None
    kind: str
    claims: list[tuple[Claim, Cell]] = field(default_factory=list)
    section: str = ""
    also: tuple[str, ...] = ()


class Sorter:
    """Decides which matter and which section a claim belongs to; each claim to one of each."""

    def __init__(self, world: World, question: Question, claims: Iterable[Claim]) -> None:
        self.world = world
        self.question = question
        self._factions = frozenset(question.factions)
        self.backers = self._find_backers(claims)

    # where a claim belongs by its own words

    def mine(self, force: str | None) -> bool:
        """Whether a force is the faction's."""
        return force is not None and not self._factions.isdisjoint(self.world.forces.line(force))

    def backs(self, force: str | None) -> bool:
        """Whether a force is one that backs the faction, or a part of such a one."""
        return force is not None and not self.backers.isdisjoint(self.world.forces.line(force))

    def _find_backers(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The forces that claims say back the faction."""
        return frozenset(
            claim.operator
            for claim in claims
            if claim.action == "backs" and claim.counts and claim.operator and self.mine(claim.beneficiary)
        ) - frozenset(self.question.factions)

    def section(self, claim: Claim, holder: str | None) -> str:
        """The section that a claim's own words put it in, empty where it is no matter of this faction."""
        if self.mine(holder):
            return "own"
        if self.mine(claim.beneficiary):
            return "support"
        if self.backs(holder) and self._in_theatre(claim) and not self._for_others(claim):
            return "backers"
        return ""

    def _for_others(self, claim: Claim) -> bool:
        return claim.beneficiary is not None and not self.backs(claim.beneficiary)

    def _in_theatre(self, claim: Claim) -> bool:
        here = [place for role, place in claim.places if role in HERE]
        return not here or any(self.world.places.within(place, top) for place in here for top in self._theatres)

    @cached_property
    def _theatres(self) -> frozenset[str]:
        lines = (self.world.forces.line(faction) for faction in self.question.factions)
        return frozenset(self.world.theatres[force] for line in lines for force in line if force in self.world.theatres)

    def at_place(self, claim: Claim) -> bool:
        """Whether a claim is about something at the place asked for, if one was."""
        wanted = self.question.at
        return wanted is None or any(
            role in HERE and self.world.places.within(place, wanted) for role, place in claim.places
        )

    def of_system(self, claim: Claim) -> bool:
        """Whether a claim is about the class asked for, if one was."""
        wanted = self.question.system
        return wanted is None or self.world.systems.within(claim.system, wanted)

    # matters

    def into_matters(self, claims: Iterable[Claim]) -> list[Matter]:
        """The counted claims by what they are about; a claim may be a loss to one force and a gain to another."""
        named: dict[tuple[str, str], list[tuple[Claim, str | None]]] = defaultdict(list)
        implicit: dict[tuple[str, str], Matter] = {}
        for claim in claims:
            if not claim.counts or claim.system is None:
                continue
            for kind, holder in _effects(claim, self.world.events.get(claim.event or "")):
                if claim.event is not None and self.world.events.get(claim.event) != "use":
                    named[claim.event, kind].append((claim, holder))
                elif holder is not None and self.at_place(claim):
                    root = self.world.forces.root(holder)
                    matter = implicit.setdefault((root, kind), Matter(None, kind))
                    matter.claims.append((claim, (holder, claim.system)))
        found = [self._named(event, kind, members) for (event, kind), members in named.items()]
        return [matter for matter in found if matter is not None] + list(implicit.values())

    def _named(self, event: str, kind: str, members: list[tuple[Claim, str | None]]) -> Matter | None:
        """A named event as a matter: whole in the strongest section of any of its claims, under one holder's tree."""
        if not any(self.at_place(claim) for claim, _ in members):
            return None
        sections = {self.section(claim, holder) for claim, holder in members} - {""}
        if not sections:
            return None
        section = min(sections, key=SECTIONS.index)
        forces = self.world.forces
        said = [(claim, holder) for claim, holder in members if holder and self.section(claim, holder) == section]
        if not said:
            return None
        trees: dict[str, list[Claim]] = defaultdict(list)
        for claim, holder in said:
            trees[forces.root(holder)].append(claim)
        chosen = min(trees, key=lambda root: (*_weight(trees[root], self.world), root))
        top = _common_top([holder for _, holder in said if forces.root(holder) == chosen], forces)
        also = sorted({holder for _, holder in members if holder and forces.root(holder) != chosen})
        placed = [
            (claim, (holder if holder and forces.root(holder) == chosen else top, claim.system or ""))
            for claim, holder in members
        ]
        return Matter(event, kind, placed, section, tuple(also))

    # sections

    def section_aside(self, claim: Claim, events: Mapping[str, str]) -> str:
        """The section that a claim which is not counted is shown in: that of its event (by `events`), else its own."""
        if not self.at_place(claim):
            return ""
        own = self.section(claim, claim.holder)
        led = events.get(claim.event or "", "")
        return led if own and led else own

    def into_sections(self, matters: Sequence[Matter]) -> list[Matter]:
        """The matters again, those without an event cut up so that each is in one section.

        Claims on related systems of one tree of forces that no event tells apart may be of the same things: they go
        together, with the events on those systems, to the strongest section that any of them belongs to.
        """
        units: dict[str, list[_Unit]] = defaultdict(list)
        for matter in matters:
            for unit in self._units(matter):
                units[self.world.forces.root(unit.cells[0][0])].append(unit)
        joined: dict[tuple[str | None, str, str, str], Matter] = {}
        for root, mine in units.items():
            self._settle(mine)
            for unit in mine:
                key = (unit.event, unit.kind, root, unit.section)
                matter = joined.setdefault(key, Matter(unit.event, unit.kind, [], unit.section, unit.also))
                matter.claims += unit.claims
        return list(joined.values())

    def _units(self, matter: Matter) -> Iterator[_Unit]:
        """What goes into one section whole: a named event, or the claims without one on one system."""
        if matter.event is not None:
            yield _Unit(matter.event, matter.kind, matter.claims, matter.section, matter.also)
            return
        by_system: dict[str, list[tuple[Claim, Cell]]] = defaultdict(list)
        sections: dict[str, str] = {}
        for claim, cell in matter.claims:
            if section := self.section(claim, cell[0]):
                by_system[cell[1]].append((claim, cell))
                sections[cell[1]] = stronger(section, sections.get(cell[1], section))
        for system, claims in by_system.items():
            yield _Unit(None, matter.kind, claims, sections[system], ())

    def _settle(self, units: Sequence[_Unit]) -> None:
        """Gives units that may be of the same things the strongest section among them.

        Only two named events of one kind are surely of different things: what a level counts may have arrived by a
        named event, and what was lost may be among either.
        """
        lines = [(unit, [(system, self._line(system)) for system in unit.systems]) for unit in units]
        changed = len({unit.section for unit in units}) > 1
        while changed:
            changed = False
            at: dict[tuple[str, str], str] = {}
            under: dict[tuple[str, str], str] = {}
            for unit, mine in lines:
                for system, line in mine:
                    at[unit.apart, system] = stronger(unit.section, at.get((unit.apart, system), unit.section))
                    for above in line:
                        under[unit.apart, above] = stronger(unit.section, under.get((unit.apart, above), unit.section))
            for unit, mine in lines:
                section = unit.section
                for apart in {"", *vocabulary.EVENT_KINDS} - ({unit.apart} - {""}):
                    for system, line in mine:
                        for near in (under.get((apart, system)), *(at.get((apart, above)) for above in line)):
                            section = stronger(section, near or section)
                changed = changed or section != unit.section
                unit.section = section

    def _line(self, system: str) -> list[str]:
        """A system and its classes, without the root, which is too mixed to say what a thing is."""
        line = self.world.systems.line(system)
        return [*line[:-1]] or [system]


@dataclass(slots=True)
class _Unit(Matter):
    """Claims that cannot be in different sections."""

    @property
    def cells(self) -> list[Cell]:
        """The cells that it speaks of."""
        return [cell for _, cell in self.claims]

    @property
    def systems(self) -> set[str]:
        """The systems that it speaks of."""
        return {system for _, system in self.cells}

    @property
    def apart(self) -> str:
        """The kind of which all other named events are of other things; empty where nothing tells it apart."""
        return self.kind if self.event is not None else ""


def stronger(one: str, other: str) -> str:
    """Of two sections, the one that ties a thing closer to the faction."""
    return min(one, other, key=SECTIONS.index)


def _effects(claim: Claim, event_kind: str | None) -> Iterator[tuple[str, str | None]]:
    """What a claim does, and to whose holdings: (presence, arrival or departure; the holder)."""
    effect = claim.effect
    if effect == "exchange":
        yield "departure", claim.holder
        yield "arrival", claim.opponent
    elif effect == "use":
        # Using a thing shows that one has it, be the event what it may; the count is of strikes.
        yield ("presence" if event_kind in (None, "use") else event_kind), claim.holder
    elif effect in ("presence", "arrival", "departure"):
        yield event_kind or effect, claim.holder
    elif effect == "passage" and event_kind is not None:
        yield event_kind, claim.holder


def _weight(claims: Sequence[Claim], world: World) -> tuple[int, int]:
    """How well a holder is attested, the best first: by independent parties, then by origins."""
    origins = {claim.origin for claim in claims}
    return -len({world.parties.get(origin, origin) for origin in origins}), -len(origins)


def _common_top(forces: Sequence[str], tree: Tree) -> str:
    """The lowest force that all of them are part of."""
    lines = [tree.line(force) for force in forces]
    return next(force for force in lines[0] if all(force in line for line in lines))


def parties(claims: Iterable[Claim], world: World) -> tuple[str, ...]:
    """The independent parties whose word the claims are."""
    return tuple(sorted({world.parties.get(claim.origin, claim.origin) for claim in claims}))


def whereabouts(claims: Sequence[Claim], world: World) -> tuple[tuple[str, str], ...]:
    """Where things are said to be: (at or near, place), the most specific alone.

    Stops on the way and the targets of strikes tell of it only where nothing else does.
    """
    found: dict[str, str] = {}
    for claim in [claim for claim in claims if claim.effect not in ("passage", "use")] or claims:
        for role, place in claim.places:
            if role in HERE and (place not in found or role != "near"):
                found[place] = "near" if role == "near" else "at"
    places = world.places
    return tuple(
        (role, place)
        for place, role in sorted(found.items())
        if not any(other != place and places.within(other, place) for other in found)
    )
