"""A scenario for ORBAT Mapper (https://orbat-mapper.app): forces, what they are alleged to hold, and where.

The shape is that of its scenario files, version 3.3.0. It has one number a thing and one place a unit at a time, and it
adds up what the units below a unit have. So a number is given only where all claims come to exactly one, and for things
that are part of no others given; a holding stands on the map only where its claims agree on a place that has a
position. All else is told in the descriptions, in words, with who says so.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from oob.count import phrase_readings
from oob.export import geojson
from oob.formats import json_
from oob.formats.markdown import paragraph
from oob.holdings import RULES, Holding
from oob.inventory import ClaimRow, as_claims
from oob.matters import Claim, whereabouts
from oob.names import printable
from oob.pictures import sidc
from oob.reckoning import END, START
from oob.report.inventories import Answer, bounds, number_text, shown
from oob.report.words import Words, day, listed, span
from oob.vocabulary import LOSSES

Item = dict[str, Any]

VERSION: Final = "3.3.0"
"""The version of ORBAT Mapper's files that these are."""

IDENTITY: Final = "1"
"""Standard identity *unknown*, for every side. Who is a friend and who is an enemy is for whoever opens the file to
say, and *neutral* would be false of those who fight; ORBAT Mapper changes it side by side."""

_STAND: Final = ("presence", "arrival")
"""Effects of the claims that say where a thing is, as against those that it passed or was used at."""

_BROAD: Final = "15-200000"
"""The symbol of equipment that has none of its own."""


def file(answer: Answer, rows: Sequence[ClaimRow]) -> bytes:
    """The holdings of an inventory of all forces as a scenario; `rows` are all claims, whose places become layers."""
    teller = _Teller(answer)
    sides = teller.sides()
    layers = _layers(answer, rows)
    times = sorted({state["t"] for unit in _units(sides) for state in unit.get("state", ())})
    told: Item = {
        "name": "What is alleged about military equipment",
        "description": paragraph(f"{_ABOUT} {_asked(answer)}"),
        "startTime": times[0] if times else "1970-01-01T00:00:00Z",
        "timeZone": "UTC",
        "symbologyStandard": "app6d",
        "sides": sides,
        "events": [],
        "layerStack": layers,
        **teller.things(),
    }
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    head = {"id": f"oob-{digest[:16]}", "type": "ORBAT-mapper", "version": VERSION}
    return json_.text(head | told).encode()


_ABOUT: Final = (
    "What press reports allege, as counted by oob; nothing here is established. A number is given only where all claims"
    " come to exactly one; read the descriptions for the others, and for who says so. Times are the first day that a"
    " claim may speak of. Every side has the standard identity unknown: oob takes none."
)


def _asked(answer: Answer) -> str:
    """The clocks and the rules that the numbers are by."""
    question = answer.inventory.question
    as_of = f"What was so on {day(question.as_of)}" if question.as_of != END else "Whatever the date"
    known_by = f", as known by {day(question.known_by)}" if question.known_by != END else ""
    return f"{as_of}{known_by}; counted by rules {RULES}."


def _units(sides: Iterable[Item]) -> Iterator[Item]:
    """Every unit, from the top down."""
    ahead = [unit for side in sides for group in side["groups"] for unit in group["subUnits"]]
    while ahead:
        unit = ahead.pop()
        yield unit
        ahead += unit["subUnits"]


def symbol(code: str) -> str:
    """A code as the twenty digits of APP-6(D), of standard identity unknown."""
    return f"100{IDENTITY}{sidc.number(code)[4:20]}"


# -- forces and what they hold --------------------------------------------------------------------------------------


class _Teller:
    """Makes sides and units of an inventory."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.known = answer.known
        self.words = Words(answer.known)
        self.held: dict[str, list[Holding]] = defaultdict(list)
        self.parts: dict[tuple[str, str, str], list[Holding]] = defaultdict(list)
        for holding in answer.inventory.holdings:
            self.held[holding.holder].append(holding)
            if holding.part_of is not None and holding.depth:
                self.parts[holding.part_of_section, *holding.part_of].append(holding)
        self.kinds: dict[str, dict[str, Item]] = {"equipment": {}, "personnel": {}}
        tree = self.known.world.forces
        self.there = {above for holder in self.held for above in tree.line(holder)}

    def sides(self) -> list[Item]:
        """A side for each tree of forces of which any holds something."""
        tree = self.known.world.forces
        roots = sorted(force for force in self.there if tree.is_root(force))
        return [
            {
                "id": f"side/{root}",
                "name": self.name(root),
                "standardIdentity": IDENTITY,
                "groups": [{"id": f"group/{root}", "name": "As alleged", "subUnits": [self.force(root)]}],
            }
            for root in roots
        ]

    def name(self, force: str) -> str:
        """A force's full name, as a line of plain text."""
        return printable(self.known.forces[force].name)

    def force(self, id_: str) -> Item:
        """A force as a unit: below it what it holds, and the forces that are part of it."""
        force = self.known.forces[id_]
        held = self.held.get(id_, [])
        parts = [part for part in self.known.world.forces.children.get(id_, ()) if part in self.there]
        lines = [f"{force.kind}. {force.note or ''}".strip(), *(line for each in held for line in self.lines(each))]
        return {
            "id": id_,
            "name": self.name(id_),
            **({"shortName": printable(force.short)} if force.short else {}),
            "sidc": symbol(sidc.FORCES[force.kind]),
            "description": "\n\n".join(map(paragraph, lines)),
            "subUnits": [*map(self.element, filter(stands_alone, held)), *map(self.force, parts)],
        }

    def lines(self, holding: Holding) -> Iterator[str]:
        """A holding in a line, with what it is a part of; who says so below, where it is no unit that tells it."""
        above = holding.part_of
        among = "perhaps among" if above and not holding.depth else "among"
        part = f" ({among} {self.words.system(above[1])} of {self.words.force(above[0])})" if above else ""
        yield f"{self.words.system(holding.system)}: {self.number(holding)}{part}"
        if not stands_alone(holding):
            yield from map(self.says, shown(holding))

    def number(self, holding: Holding) -> str:
        """What is held and what was lost, in words."""
        lost = f"; lost: {phrase_readings(holding.lost)}" if holding.lost else ""
        return f"{number_text(holding)}{lost}"

    # -- one holding ------------------------------------------------------------------------------------------------

    def element(self, holding: Holding) -> Item:
        """A holding that is part of no other, as a unit of its holder."""
        personnel = self.known.world.systems.root(holding.system) == "personnel"
        numbers = self.entries(list(self.numbered(holding)))
        return {
            "id": f"{holding.holder}/{holding.system}",
            "name": printable(f"{self.words.system(holding.system)} ({number_text(holding, brief=True)})"),
            "shortName": printable(self.words.system(holding.system)),
            "sidc": symbol(self.code(holding.system)),
            "description": "\n\n".join(map(paragraph, self.told(holding))),
            **({"personnel" if personnel else "equipment": numbers} if numbers else {}),
            "state": list(self.states(holding)),
            "subUnits": [],
        }

    def code(self, system: str) -> str:
        """The symbol of a system: that of the nearest class that has one."""
        line = self.known.world.systems.line(system)
        return next((sidc.SYSTEMS[each] for each in line if each in sidc.SYSTEMS), _BROAD)

    def numbered(self, holding: Holding) -> Iterator[Holding]:
        """What has an exact number: the holding itself or, where it has none, those parts of it that have."""
        if exact(holding) is not None:
            yield holding
        else:
            for part in self.parts[holding.section, *holding.cell]:
                yield from self.numbered(part)

    def entries(self, numbered: Sequence[Holding]) -> list[Item]:
        """The numbers of a unit, by the names of things; one that several forces have is told apart by their names."""
        often = Counter(each.system for each in numbered)
        return [
            {
                "name": self.thing(each.system, each.holder if often[each.system] > 1 else None),
                "count": exact(each),
                "description": paragraph(f"{self.words.force(each.holder)}: {number_text(each)}"),
            }
            for each in numbered
        ]

    def told(self, holding: Holding) -> Iterator[str]:
        """All that is to be said of a holding: its number, its parts, where it is, who says so."""
        yield f"Alleged: {self.number(holding)}"
        if holding.also_held_by:
            yield f"By other claims held by {listed(map(self.words.force, holding.also_held_by), 'or')}"
        for part in self.parts[holding.section, *holding.cell]:
            yield f"Among them: {self.words.system(part.system)}: {self.number(part)} ({self.words.force(part.holder)})"
        if holding.places:
            yield f"Where: {self.words.places(holding.places)}"
        if time := span(holding.earliest, holding.latest):
            yield f"When: {time}"
        yield "Who says so:"
        yield from map(self.says, shown(holding))

    def says(self, claim: Claim) -> str:
        """A claim in a line, with whose it is."""
        return self.words.claim(self.answer.rows[claim.id])

    def states(self, holding: Holding) -> Iterator[Item]:
        """Where a holding is said to be, day by day; nowhere on the map where that is in several places at once."""
        by_day: dict[str, list[Claim]] = defaultdict(list)
        for claim in holding.claims:
            if claim.effect in _STAND and claim.action not in LOSSES and claim.earliest != START:
                by_day[claim.earliest].append(claim)
        here = None
        for date in sorted(by_day):
            claims = by_day[date]
            roles = whereabouts(claims, self.known.world)
            places = dict.fromkeys(place for _, place in roles)
            if not places:
                continue
            here = here if here in places else next(iter(places)) if len(places) == 1 else None
            yield {
                "id": f"{holding.holder}/{holding.system}/{date}",
                "t": f"{date}T00:00:00Z",
                "title": printable(f"Alleged: {self.words.places(roles)}"),
                "subTitle": printable(listed(sorted({span(claim.earliest, claim.until or END) for claim in claims}))),
                "description": "\n\n".join(map(paragraph, (*self.exactness(here), *map(self.says, claims)))),
                "location": geojson.position(here, self.known) if here else None,
                "interpolate": False,
            }

    def exactness(self, place: str | None) -> Iterator[str]:
        """How exact the position of a place is, where that is known."""
        if place and (radius := self.known.places[place].precision_km):
            yield f"{self.words.place(place)}: a point exact to {radius:g} km."

    # -- the kinds of things ----------------------------------------------------------------------------------------

    def thing(self, system: str, holder: str | None = None) -> str:
        """The name of a kind of thing, which the scenario then explains."""
        name = printable(self.words.system(system) + (f" ({self.words.force(holder)})" if holder else ""))
        definition = self.known.systems[system].definition
        told = {"name": name, **({"description": paragraph(definition)} if definition else {})}
        people = self.known.world.systems.root(system) == "personnel"
        self.kinds["personnel" if people else "equipment"][name] = (
            told if people else told | {"sidc": symbol(self.code(system))}
        )
        return name

    def things(self) -> dict[str, list[Item]]:
        """The kinds of things that anything is said of, with their symbols."""
        for holding in self.answer.inventory.holdings:
            self.thing(holding.system)
        return {part: [found[name] for name in sorted(found)] for part, found in self.kinds.items()}


def stands_alone(holding: Holding) -> bool:
    """Whether a holding is part of no other, and there at all: what may be added up."""
    return holding.part_of is None and bool(holding.held)


def exact(holding: Holding) -> int | None:
    """The number of a holding, where all claims come to exactly one, and it is not about."""
    low, high = bounds(holding.held)
    single = len(holding.held) == 1 and holding.held[0].stated and not holding.held[0].approximate
    return low if single and low == high and low else None


# -- places and routes ----------------------------------------------------------------------------------------------


def _layers(answer: Answer, rows: Sequence[ClaimRow]) -> list[Item]:
    """A layer of the places that claims name, and one of the routes, as far as they have a position."""
    question, words = answer.inventory.question, Words(answer.known)
    admitted = {
        claim.id
        for claim in as_claims(rows, answer.known)
        if claim.published <= question.known_by and claim.earliest <= question.as_of
    }
    by_id = {row.id: row for row in rows if row.id in admitted}
    places: list[Item] = []
    routes: list[Item] = []
    for feature in geojson.features(answer.known, by_id.values()):
        about, geometry = feature["properties"], feature["geometry"]
        if geometry is None:
            continue
        exactness = f"Exact to {about['precision_km']:g} km." if about.get("precision_km") else ""
        claims = [words.claim(by_id[each["claim"]]) for each in about["alleged"]]
        item = {
            "id": f"feature/{feature['id']}",
            "kind": "geometry",
            "name": printable(about["name"]),
            "description": "\n\n".join(map(paragraph, filter(None, (exactness, *claims)))),
            "geometry": geometry,
            "geometryMeta": {"geometryKind": geometry["type"]},
            "style": {"showLabel": geometry["type"] == "Point"},
        }
        (places if geometry["type"] == "Point" else routes).append(item)
    return [
        {"id": "layer/places", "kind": "overlay", "name": "Places, as alleged", "items": places},
        {"id": "layer/routes", "kind": "overlay", "name": "Routes, as alleged", "items": routes},
    ]
