"""A large catalogue that nobody wrote: files as a person would write them, the same ones for the same seed.

    python tests/bench/generate.py FOLDER [--claims 100000]

Thirty-one conflicts: Libya's forces and places as oob ships them, and thirty invented ones, each with two sides, their
branches and militias, backers, places, spokesmen and outlets. The first conflicts get the most reports, as they do in
the press. A report has a hundred claims; about half are on named events, several claims each, in wordings that agree,
overlap or contradict; some reports repeat an earlier one; some origins are carried by many.
"""

from __future__ import annotations

import argparse
import datetime
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY = datetime.date(2019, 1, 1)
DAYS = 6 * 365

SYSTEMS = (
    *("fighter-aircraft", "mig-29", "mig-23", "mirage-f1", "su-24", "combat-aircraft", "l-39", "il-76", "c-130"),
    *("antonov-26", "attack-helicopter", "mi-24", "mi-8", "uav", "armed-drone", "bayraktar-tb2", "wing-loong-2"),
    *("air-defence", "pantsir-s1", "hawk", "manpads", "armoured-vehicle", "tank", "t-55", "t-72", "bmp-1", "mrap"),
    *("kirpi", "utility-truck", "technical", "artillery", "howitzer", "bm-21-grad", "kornet", "landmine", "radar"),
    *("frigate", "equipment", "combatants", "mercenaries", "regular-troops", "military-advisers"),
)
WEIGHTS = [1 / (rank + 3) for rank in range(len(SYSTEMS))]

ACTIONS = {
    "presence": ("present", "operates", "based", "stored", "damaged"),
    "arrival": ("deployed", "delivered", "supplied", "purchased"),
    "departure": ("destroyed", "shot-down", "crashed", "withdrawn", "captured"),
    "use": ("struck",),
    "passage": ("transported", "escorted"),
    "intention": ("planned",),
    "relation": ("backs",),
}
STANCES = {"asserted": 35, "assessed": 20, "alleged": 33, "possible": 7, "denied": 5}


@dataclass(slots=True)
class Event:
    """Something that several claims are about."""

    id: str
    kind: str
    side: int
    holder: str
    system: str
    number: int
    place: str
    day: datetime.date


@dataclass(slots=True)
class Conflict:
    """Who fights where, and who tells of it."""

    name: str
    sides: tuple[Sequence[str], Sequence[str]]
    backers: tuple[Sequence[str], Sequence[str]]
    places: Sequence[str]
    speakers: Sequence[str]
    outlets: Sequence[str]
    events: list[Event] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    reports: list[tuple[str, list[str]]] = field(default_factory=list)
    """The reports so far, each with its origins."""


STATES = ("russia", "turkey", "egypt", "uae", "united-states", "france", "qatar", "saudi-arabia", "sudan", "jordan")


def libya() -> Conflict:
    """The conflict that the shipped catalogue knows."""
    return Conflict(
        "libya",
        (
            ("lna", "lna-air-force", "saiqa", "lna-106th-brigade", "tobruk-government"),
            ("gna", "gna-air-force", "misrata-brigades", "special-deterrence-force"),
        ),
        (
            ("russia", "russian-air-force", "wagner-group", "uae-armed-forces", "egyptian-air-force"),
            ("turkey", "turkish-armed-forces", "turkish-navy", "syrian-national-army", "qatar"),
        ),
        ("al-jufra", "sirte", "tripoli", "misrata", "al-watiya", "al-khadim", "brak", "tobruk", "benina", "tarhuna"),
        ("us-africom", "us-dod", "lna-command", "ahmed-mismari", "gna-spokesmen", "russian-mod", "turkish-government"),
        ("cnn", "unnamed-outlet-2020-05", "unnamed-outlet-2020-07", "unnamed-outlet-2019-11"),
    )


def invented(number: int) -> Conflict:
    """A conflict that there is not."""
    name = f"land-{number:02}"
    mine = [f"{name}-{kind}" for kind in ("government", "army", "air-force", "guard")]
    theirs = [f"{name}-{kind}" for kind in ("front", "front-1st-brigade", "front-2nd-brigade", "youth")]
    return Conflict(
        name,
        (mine, theirs),
        ((STATES[number % 10], f"{name}-company"), (STATES[(number + 3) % 10],)),
        [name, *(f"{name}-{kind}-{at}" for kind in ("town", "base") for at in range(1, 5))],
        [f"{name}-{kind}" for kind in ("ministry", "spokesman", "front-office", "analysts", "officials")],
        [f"{name}-{kind}" for kind in ("times", "radio", "agency")],
    )


def catalogue(conflicts: Sequence[Conflict]) -> Iterator[str]:
    """The catalogue file of the invented conflicts."""
    kinds = {"government": "government", "army": "service", "air-force": "service", "company": "company"}
    yield "forces:"
    for each in conflicts:
        for force in (*each.sides[0], *each.sides[1], f"{each.name}-company"):
            branch = force.removeprefix(f"{each.name}-")
            above = None if force in (each.sides[0][0], each.sides[1][0]) or branch == "company" else force
            top = each.sides[force in each.sides[1]][0]
            yield f"  - id: {force}\n    name: {_name(force)}\n    kind: {kinds.get(branch, 'militia')}"
            yield f"    part_of: {top}" if above else f"    theatre: {each.name}"
            yield f"    aliases: [{force} forces, {force} fighters]"
    yield "places:"
    for each in conflicts:
        for place in each.places:
            yield f"  - id: {place}\n    name: {_name(place)}"
            yield "    kind: country" if place == each.name else f"    kind: base\n    within: {each.name}"
    yield "sources:"
    for each in conflicts:
        for source in (*each.speakers, *each.outlets):
            kind = "outlet" if source in each.outlets else "government"
            yield f"  - id: {source}\n    name: {_name(source)}\n    kind: {kind}"
            yield f"    reliability: {'BCD'[len(source) % 3]}\n    reason: invented for a benchmark"
            if source.endswith("-spokesman"):
                yield f"    part_of: {each.name}-ministry"


def _name(id_: str) -> str:
    return id_.replace("-", " ").title()


class Writer:
    """Writes reports, one after the other in time."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def report(self, number: int, conflict: Conflict, claims: int, day: datetime.date) -> str:
        """One report file."""
        chance = self.chance
        id_ = f"{conflict.name}-{day.isoformat()}-{number:04}"
        repeated = chance.choice(conflict.reports) if conflict.reports and chance.random() < 0.08 else None
        made = [] if repeated else [f"{id_}-origin-{at}" for at in range(1, chance.randint(5, 14))]
        events = [] if repeated else [self._event(f"{id_}-event-{at}", conflict, day) for at in range(1, 7)]
        conflict.events += events
        carried = repeated[1] if repeated else made + chance.sample(conflict.origins, min(3, len(conflict.origins)))
        conflict.origins += made
        conflict.reports.append((id_, carried))
        return "\n".join(
            [
                f"report:\n  id: {id_}\n  publisher: {chance.choice(conflict.outlets)}",
                f"  title: Report number {number}\n  published: {day.isoformat()}\n  dated_by: stated",
                *([f"  repeats: {repeated[0]}"] if repeated else []),
                "\norigins:" if made else "",
                *(self._origin(origin, conflict, day) for origin in made),
                "\nevents:" if events else "",
                *(f"  {each.id}: {{kind: {each.kind}, title: {each.system} at {each.place}}}" for each in events),
                "\nclaims:",
                *("\n".join(self._claim(at, conflict, carried, day)) for at in range(1, claims + 1)),
                "",
            ]
        )

    def _origin(self, id_: str, conflict: Conflict, day: datetime.date) -> str:
        chance = self.chance
        made = f"made: {self._before(day, 10).isoformat()}, " if chance.random() < 0.7 else ""
        basis = chance.choice(("imagery", "briefing", "statement", "own reporting"))
        return f"  {id_}: {{speaker: {chance.choice(conflict.speakers)}, {made}basis: {basis}}}"

    def _event(self, id_: str, conflict: Conflict, day: datetime.date) -> Event:
        chance = self.chance
        side = chance.randrange(2)
        return Event(
            id_,
            chance.choices(("presence", "arrival", "departure", "use"), (35, 35, 22, 8))[0],
            side,
            self._holder(conflict, side),
            chance.choices(SYSTEMS, WEIGHTS)[0],
            int(chance.paretovariate(0.9)) % 3000 + 1,
            chance.choice(conflict.places),
            self._before(day, 60),
        )

    def _before(self, day: datetime.date, most: int) -> datetime.date:
        return day - datetime.timedelta(days=self.chance.randrange(most))

    def _holder(self, conflict: Conflict, side: int) -> str:
        of = conflict.backers if self.chance.random() < 0.25 else conflict.sides
        return self.chance.choice(of[side])

    def _claim(self, at: int, conflict: Conflict, origins: Sequence[str], day: datetime.date) -> Iterator[str]:
        chance = self.chance
        recent = conflict.events[-60:]
        named = chance.random() < 0.5 and bool(recent)
        event = chance.choice(recent) if named else self._event("", conflict, day)
        effect = event.kind
        if not named:
            kinds = ("presence", "arrival", "departure", "use", "passage", "intention", "relation")
            effect = chance.choices(kinds, (48, 25, 12, 5, 4, 3, 3))[0]
        yield f"  - key: claim-{at}\n    origin: {chance.choice(origins)}"
        if named:
            yield f"    event: {event.id}"
        yield f"    paragraph: {at // 3 + 1}"
        yield f"    says: Claim {at} tells of {event.system} of {event.holder} at {event.place}."
        if effect == "relation":
            side = event.side
            yield f"    action: backs\n    stance: asserted\n    operator: {chance.choice(conflict.backers[side])}"
            yield f"    beneficiary: {conflict.sides[side][0]}\n"
            return
        action = chance.choice(ACTIONS[effect])
        yield f"    action: {action}\n    stance: {chance.choices(list(STANCES), list(STANCES.values()))[0]}"
        yield f"    system: {event.system}\n    operator: {event.holder}"
        if chance.random() < 0.75:
            yield f"    count: {self._count(event.number)}"
        if event.holder not in conflict.sides[event.side] and chance.random() < 0.6:
            yield f"    beneficiary: {conflict.sides[event.side][0]}"
        if action == "captured":
            yield f"    opponent: {conflict.sides[1 - event.side][0]}"
        yield f"    {chance.choice(('at', 'at', 'near', 'to'))}: {event.place}"
        if chance.random() < 0.1:
            yield f"    via: [{', '.join(chance.sample(conflict.places, 2))}]"
        if effect != "intention" and chance.random() < 0.7:
            when = event.day.isoformat()
            yield f"    when: {chance.choice((when, when, when[:7], when[:7] + '~', when[:4]))}"
        yield ""

    def _count(self, number: int) -> str:
        near = max(1, number + self.chance.choice((0, 0, 0, -1, 1, 2)))
        wordings = (f"{near}", f"at least {near}", f"more than {near}", f"up to {near + 1}", f"around {near:,}")
        vague = "dozens" if number > 24 else "several" if number > 2 else "two"
        return self.chance.choice((*wordings, f"{near} to {near + 3}", f"{near}", vague))


def generate(folder: Path, claims: int, seed: int = 2020) -> list[Path]:
    """Writes the files; gives their paths: the shipped catalogue, that of the invented conflicts, the reports."""
    conflicts = [libya(), *(invented(number) for number in range(1, 31))]
    reports = folder / "reports"
    reports.mkdir(parents=True)
    shutil.copy(ROOT / "catalog.yaml", folder / "catalog.yaml")
    shutil.copytree(ROOT / "knowledge", folder / "knowledge", dirs_exist_ok=True)
    (folder / "invented.yaml").write_text("\n".join(catalogue(conflicts[1:])) + "\n", "utf-8")
    writer = Writer(seed)
    weights = [(rank + 1) ** -0.6 for rank in range(len(conflicts))]
    for number, start in enumerate(range(0, claims, 100), 1):
        day = FIRST_DAY + datetime.timedelta(days=60 + start * DAYS // max(claims, 1))
        conflict = writer.chance.choices(conflicts, weights)[0]
        text = writer.report(number, conflict, min(100, claims - start), day)
        (reports / f"{number:05}.yaml").write_text(text, "utf-8")
    return [folder / "catalog.yaml", folder / "invented.yaml", *sorted(reports.iterdir())]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    wanted = parser.parse_args()
    written = generate(wanted.folder, wanted.claims)
    print(f"{len(written)} files, {sum(path.stat().st_size for path in written):,} bytes", file=sys.stderr)
