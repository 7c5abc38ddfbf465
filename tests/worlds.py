"""Small catalogues for the tests of the arithmetic: written down by hand, drawn at random, or drawn true to a world.

Catalogue          collects reports, origins, events and claims, and asks the arithmetic
Dice               chooses, by Hypothesis (`dice`) so that examples shrink, or by a seed
random_catalogue   anything that the checks would let in, sense or nonsense
Truth              a hidden world of real things, and a catalogue of which every counted claim is true
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from oob import vocabulary, when
from oob.count import Count, parse
from oob.holdings import Inventory, inventory
from oob.inventory import ClaimRow, Directory, Event, Force, Origin, Place, Report, Source, System, as_claims
from oob.matters import Claim, Question, World
from oob.trees import Tree

Drawn = TypeVar("Drawn")
Parents = Mapping[str, "str | None"]
Span = tuple["str | None", "str | None"]

DAYS = tuple((datetime.date(2020, 1, 1) + datetime.timedelta(days=day)).isoformat() for day in range(100))
"""The days on which all of a drawn catalogue happens."""


def tree(text: str) -> dict[str, str | None]:
    """Reads "equipment: fighter drone; fighter: mig-29" as child -> parent."""
    parents: dict[str, str | None] = {}
    for line in text.split(";"):
        top, _, below = line.partition(":")
        parents.setdefault(top.strip(), None)
        parents |= dict.fromkeys(below.split(), top.strip())
    return parents


class Catalogue:
    """Claims with all that they refer to, as the store would hand them over."""

    def __init__(
        self,
        systems: Parents,
        forces: Parents,
        places: Parents | None = None,
        theatres: Mapping[str, str] | None = None,
    ) -> None:
        theatres = theatres or {}
        self.systems = {each: System(each, each, above, None, None) for each, above in systems.items()}
        self.forces = {
            each: Force(each, each, None, "state", above, theatres.get(each), None, None)
            for each, above in forces.items()
        }
        self.places = {
            each: Place(each, each, "area", above, None, None, None, None, None)
            for each, above in (places or {}).items()
        }
        self.sources: dict[str, Source] = {}
        self.reports: dict[str, Report] = {}
        self.origins: dict[str, Origin] = {}
        self.events: dict[str, Event] = {}
        self.rows: list[ClaimRow] = []

    def source(self, id_: str, grade: str = "B", part_of: str | None = None) -> None:
        """Whoever speaks."""
        self.sources.setdefault(id_, Source(id_, id_, None, "outlet", part_of, grade, "", None))

    def report(self, id_: str, published: str, repeats: str | None = None) -> None:
        """A document, with its date in EDTF."""
        date = when.parse(published)
        bounds = [day and day.isoformat() for day in (date.earliest, date.latest)]
        self.source("press")
        self.reports[id_] = Report(id_, "press", None, None, published, *bounds, "", repeats, None, None, None)

    def origin(self, id_: str, party: str, made: str | None = None) -> None:
        """An utterance, and whose word it is."""
        self.source(party)
        date = when.parse(made) if made else None
        bounds = [day and day.isoformat() for day in (date.earliest, date.latest)] if date else [None, None]
        self.origins[id_] = Origin(id_, "", party, None, made, *bounds, "statement", None)

    def event(self, id_: str, kind: str) -> None:
        """What claims are about."""
        self.events[id_] = Event(id_, "", kind, id_, None)

    def claim(self, key: str, *, count: str | Count | None = None, span: Span | None = None, **rest: Any) -> None:
        """A claim; `span` is its time as (earliest, latest), either None where open, None in all where undated."""
        number = parse(count) if isinstance(count, str) else count
        low, high, text = (number.low, number.high, number.text) if number and number.stated else (None, None, None)
        earliest, latest = span or (None, None)
        given = {
            "id": f"{rest['report']}/{key}",
            "key": key,
            "says": key,
            "paragraph": 1,
            "stance": "alleged",
            "count_text": text,
            "count_low": low,
            "count_high": high,
            "approximate": int(bool(number and number.approximate)),
            "moment": None if span is None else "as given",
            "earliest": earliest,
            "latest": latest,
        }
        self.rows.append(ClaimRow(**(dict.fromkeys(ClaimRow.__slots__) | {"places": ()} | given | rest)))

    def repeat(self, row: ClaimRow, report: str, **changes: object) -> None:
        """The same claim in another report, perhaps with changes."""
        self.rows.append(replace(row, id=f"{report}/{row.key}-{row.report}", report=report, **changes))

    @property
    def directory(self) -> Directory:
        """All that claims refer to."""
        return Directory(self.systems, self.forces, self.places, self.sources, self.reports, self.origins, self.events)

    @property
    def world(self) -> World:
        """What the arithmetic needs of it."""
        return self.directory.world

    def claims(self) -> list[Claim]:
        """The claims as the arithmetic sees them."""
        return as_claims(self.rows, self.directory)

    def ask(self, *factions: str, **question: str) -> Inventory:
        """The inventory of some factions."""
        known = self.directory
        return inventory(as_claims(self.rows, known), known.world, Question(factions, **question))


# -- choosing -------------------------------------------------------------------------------------------------------

_BELOW = [st.integers(0, most) for most in range(128)]


class Dice:
    """Choices, each from a few."""

    def __init__(self, below: Callable[[int], int]) -> None:
        self._below = below

    def number(self, low: int, high: int) -> int:
        """A number from low to high."""
        return low + self._below(high - low) if high > low else low

    def pick(self, among: Sequence[Drawn]) -> Drawn:
        """One of them; the first is the simplest."""
        return among[self.number(0, len(among) - 1)]

    def chance(self, times: int, of: int = 10) -> bool:
        """Whether something happens that does so `times` of `of`."""
        return self.number(0, of - 1) >= of - times

    def some(self, among: Sequence[Drawn]) -> list[Drawn]:
        """Some of them, at least one."""
        taken = [each for each in among if self.chance(1, 2)]
        return taken or [self.pick(among)]

    def shuffled(self, among: Iterable[Drawn]) -> list[Drawn]:
        """All of them in another order."""
        rest, found = list(among), []
        while rest:
            found.append(rest.pop(self.number(0, len(rest) - 1)))
        return found


def drawn(make: Callable[[Dice], Drawn]) -> st.SearchStrategy[Drawn]:
    """What is made with dice whose throws Hypothesis chooses and simplifies."""

    @st.composite
    def made(draw: st.DrawFn) -> Drawn:
        return make(Dice(lambda most: draw(_BELOW[most])))

    return made()


def seeded(seed: int) -> Dice:
    """Dice of the same throws for the same seed."""
    chooser = random.Random(seed)
    return Dice(lambda most: chooser.randint(0, most))


def grown(dice: Dice, roots: Iterable[str], most: int, name: str) -> dict[str, str | None]:
    """A random forest on the roots."""
    parents: dict[str, str | None] = dict.fromkeys(roots)
    for number in range(dice.number(0, most)):
        parents[f"{name}{number}"] = dice.pick(list(parents))
    return parents


def stated(dice: Dice, true: int) -> Count | None:
    """A true wording of a number: exact, a bound, a range, or none."""
    kind = dice.number(0, 6)
    if true == 0:
        return Count(0, 0, "none")
    if kind <= 1:
        return Count(true, true, str(true))
    if kind == 2:
        return Count(dice.number(1, true), None, "at least")
    if kind == 3:
        return Count(1, true + dice.number(0, 4), "up to")
    if kind == 4:
        return Count(dice.number(1, true), true + dice.number(0, 4), "between")
    if kind == 5:
        return Count(true, true, f"about {true}", approximate=True)
    return None


# -- anything that may be said --------------------------------------------------------------------------------------

PLACES = {"land": None, "east": "land", "base": "east", "port": "land", "abroad": None}
DATES = (
    "2020-01-05",
    "2020-01",
    "2020-01-10/2020-02-05",
    "2020-02-03~",
    "2020-02",
    "2020",
    "../2020-03",
    "2020-01-20/..",
)
WORDINGS = ("two", "12", "a dozen", "at least 14", "several", "up to 5", "3 to 8", "about 10", "more than 20", "none")


def random_catalogue(dice: Dice) -> Catalogue:
    """Draws a catalogue that the checks would let in, be it sense or nonsense."""
    systems = grown(dice, ("equipment", "personnel"), 4, "s") | {"kind": "equipment"}
    forces = grown(dice, ("f", "g", "h"), 4, "u")
    theatres = {force: dice.pick(list(PLACES)) for force in forces if dice.chance(4)}
    catalogue = Catalogue(systems, forces, PLACES, theatres)
    catalogue.source("party0")
    catalogue.source("office", dice.pick("ABCDEF"), "party0")
    reports = [f"r{number}" for number in range(dice.number(1, 4))]
    for at, report in enumerate(reports):
        catalogue.report(report, dice.pick(DATES), dice.pick((None, *reports[:at])) if dice.chance(3) else None)
    origins = [f"o{number}" for number in range(dice.number(1, 5))]
    for origin in origins:
        catalogue.origin(origin, dice.pick(("party0", "party1", "office")), dice.pick((None, *DATES)))
    for kind in vocabulary.EVENT_KINDS:
        catalogue.event(f"{kind}-1", kind)
        catalogue.event(f"{kind}-2", kind)
    for key in range(dice.number(1, 9)):
        report, origin = dice.pick(reports), dice.pick(origins)
        if _could_carry(catalogue, report, origin):
            _random_claim(dice, catalogue, f"c{key}", report, origin)
    return catalogue


def _could_carry(catalogue: Catalogue, report: str, origin: str) -> bool:
    """Whether a report may be no older than what it repeats and what it tells."""
    last = catalogue.reports[report].latest or "9"
    first = catalogue.reports[catalogue.directory.report_tree.root(report)].earliest or "0"
    return max(first, catalogue.origins[origin].earliest or "0") <= last


def _random_claim(dice: Dice, catalogue: Catalogue, key: str, report: str, origin: str) -> None:
    forces, places = (None, *catalogue.forces), tuple(catalogue.places)
    action = "backs" if dice.chance(1) else dice.pick(list(vocabulary.ACTIONS))
    effect = vocabulary.ACTIONS[action].effect
    fitting = [kind for kind, effects in vocabulary.EVENT_EFFECTS.items() if effect in effects]
    event = f"{dice.pick(fitting)}-{dice.number(1, 2)}" if fitting and dice.chance(5) else None
    relation = effect == "relation"
    date = when.parse(dice.pick(DATES)) if dice.chance(6) else None
    published = catalogue.reports[report].latest
    if date and published and date.earliest and date.earliest.isoformat() > published:
        date = None
    roles = vocabulary.PLACE_ROLES if dice.chance(4) else ()
    catalogue.claim(
        key, report=report, origin=origin, action=action, event=event, paragraph=dice.number(1, 9),
        stance=dice.pick(("alleged", "asserted", "assessed", "possible", "denied")),
        system=None if relation else dice.pick(list(catalogue.systems)),
        count=None if relation or dice.chance(3) else dice.pick(WORDINGS),
        operator=dice.pick(forces[1:]) if relation or dice.chance(7) else None,
        owner=dice.pick(forces) if dice.chance(1) else None,
        supplier=dice.pick(forces) if dice.chance(2) else None,
        beneficiary=dice.pick(forces[1:]) if relation or dice.chance(4) else None,
        opponent=dice.pick(forces[1:]) if action == "captured" else None,
        places=tuple((role, dice.pick(places)) for role in roles if dice.chance(3)),
        span=date and tuple(day and day.isoformat() for day in (date.earliest, date.latest)),
    )  # fmt: skip


# -- a hidden world -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lot:
    """Real things of one system in one hand from one day to another, and by which events they came and went."""

    holder: str
    system: str
    number: int
    came: int
    arrival: str | None = None
    went: int | None = None
    departure: str | None = None
    presence: str | None = None
    beneficiary: str | None = None
    giver: str | None = None
    """A force of another tree that may as well be said to operate them."""
    place: str = "base"

    def there(self, day: int) -> bool:
        """Whether they are held at the end of a day."""
        return self.came <= day and (self.went is None or day < self.went)

    @property
    def events(self) -> set[str]:
        """The events that they took part in."""
        return {event for event in (self.arrival, self.presence, self.departure) if event is not None}


@dataclass
class Truth:
    """Real things, and a catalogue of claims on them of which all that count are true.

    What "true" asks of a catalogue, besides each claim's number fitting the things that it is about on its days: an
    event is about things of one tree of forces (of one force, where a claim on it may name another or none), and
    two events of one kind are about different things; what went away is said to have gone; a claim without an event
    on losses is about all losses of its cell, unless every loss is of a named event; losses are of kinds, not of
    "equipment". Where things may be said to be in two hands, a claim says that one gave them to the other.
    """

    catalogue: Catalogue
    lots: list[Lot] = field(default_factory=list)
    told_losses: set[tuple[str, str, str | None, str, str]] = field(default_factory=set)
    """Of a lot that went the holder, system and event, and the cell that a claim on it was made for."""
    factions: tuple[str, ...] = ()


LOST = ("destroyed", "shot-down", "crashed")


def true_world(dice: Dice) -> Truth:
    """Draws a world and what is truly said of it, amid possible, planned and denied falsehoods."""
    return _Witness(dice, changing=True).truth


def lasting_world(dice: Dice) -> Truth:
    """Draws a world where nothing goes away or may be another's: knowing only some claims, one cannot know too much."""
    return _Witness(dice, changing=False).truth


class _Witness:
    """Draws the real things, then statements on them."""

    def __init__(self, dice: Dice, *, changing: bool) -> None:
        self.dice = dice
        self.changing = changing
        systems = grown(dice, ["equipment"], 3, "s") | {"kind": "equipment"}
        forces = grown(dice, ["f", "g", "h"][: dice.number(2, 3)], 3, "u")
        self.systems, self.forces = Tree(systems), Tree(forces)
        theatres = {force: dice.pick(("land", "east")) for force in forces if dice.chance(4)}
        self.truth = Truth(Catalogue(systems, forces, PLACES, theatres))
        self.catalogue = self.truth.catalogue
        self.statements = 0
        self.spoken: dict[str, int] = {}
        """The origins of which the day is known, and that day."""
        roots = [force for force in forces if forces[force] is None]
        self.ways = {root: dice.pick(("named", "destroyed", "withdrawn")) for root in roots}
        """How a tree's losses are told of: by events, or without any, all of one action."""
        for _ in range(dice.number(1, 4)):
            self.truth.lots += self._lots(roots)
        self.truth.factions = tuple(dice.shuffled(forces)[:2] if dice.chance(3) else roots[:2])
        self._backing(roots)
        self._cover_losses()
        self._tie_givers()
        for _ in range(dice.number(1, 7)):
            self._speak()
        self._noise()

    # what there is

    def _lots(self, roots: Sequence[str]) -> list[Lot]:
        dice = self.dice
        holder = dice.pick(list(self.forces.parents))
        root = self.forces.root(holder)
        others = [force for force in self.forces.parents if self.forces.root(force) != root]
        system = dice.pick([each for each in self.systems.parents if each != "equipment"])
        giver = dice.pick(others) if self.changing and dice.chance(2) else None
        place = dice.pick(("base", "port", "abroad"))
        whose = f"{holder}-{giver}" if giver else f"{root}-"
        mark = f"{whose}-{place}-{dice.number(0, 1)}"
        lot = Lot(
            holder,
            system,
            dice.number(1, 5),
            came=dice.number(0, 40),
            arrival=f"arrival-{mark}" if dice.chance(5) else None,
            presence=f"presence-{mark}" if dice.chance(3) else None,
            beneficiary=dice.pick(others) if dice.chance(4) and not giver else None,
            giver=giver,
            place=place,
        )
        return self._parted(lot) if self.changing and not giver and dice.chance(4) else [lot]

    def _parted(self, lot: Lot, again: bool = True) -> list[Lot]:
        """A lot of which some went away, perhaps into other hands."""
        dice = self.dice
        number, day = dice.number(1, lot.number), dice.number(lot.came + 1, lot.came + 25)
        way = self.ways[self.forces.root(lot.holder)]
        stay = [replace(lot, number=lot.number - number)] if number < lot.number else []
        went = replace(lot, number=number, went=day)
        if way != "named":
            return [*stay, went]
        opponent = None
        others = [force for force in self.forces.parents if self.forces.root(force) != self.forces.root(lot.holder)]
        if dice.chance(4):
            opponent = dice.pick(others)
        manner = "captured" if opponent else dice.pick((*LOST, "withdrawn"))
        went = replace(went, departure=f"{manner}-{self.forces.root(lot.holder)}-{opponent or ''}-{dice.number(0, 1)}")
        if opponent is None:
            return [*stay, went]
        taken = Lot(opponent, lot.system, number, day, place=lot.place)
        return [*stay, went, *(self._parted(taken, False) if again and dice.chance(3) else [taken])]

    # what is said

    def _backing(self, roots: Sequence[str]) -> None:
        """Who backs whom: always where something is held for somebody."""
        pairs = {(self.forces.root(lot.holder), lot.beneficiary) for lot in self.truth.lots if lot.beneficiary}
        for _ in range(self.dice.number(0, 2)):
            one, other, *_rest = self.dice.shuffled(roots)
            pairs.add((one, other))
        for backer, backed in sorted(pairs, key=str):
            self._say([0], action="backs", operator=backer, beneficiary=backed, system=None)

    def _cell(self, lot: Lot, *, mixed: bool = True) -> tuple[str, str]:
        """A cell that a lot is part of; of "equipment" alone nothing is said where a kind of it is lost."""
        kinds = self.systems.line(lot.system)
        hands = {self.forces.root(each) for each in (lot.holder, lot.giver) if each}
        lost = any(other.went is not None and self.forces.root(other.holder) in hands for other in self.truth.lots)
        return self.dice.pick(self.forces.line(lot.holder)), self.dice.pick(kinds[:-1] if lost or not mixed else kinds)

    def _within(self, lot: Lot, cell: tuple[str, str]) -> bool:
        return self.forces.within(lot.holder, cell[0]) and self.systems.within(lot.system, cell[1])

    def _cover_losses(self) -> None:
        """Says of each loss at least once that it was."""
        for lot in [lot for lot in self.truth.lots if lot.went is not None]:
            for _ in range(self.dice.number(1, 2)):
                cell = self._cell(lot, mixed=False)
                self.truth.told_losses.add((lot.holder, lot.system, lot.departure, *cell))
                self._lose(cell, lot.departure)

    def _lose(self, cell: tuple[str, str], event: str | None) -> None:
        gone = [
            lot
            for lot in self.truth.lots
            if lot.went is not None and self._within(lot, cell) and (event is None or lot.departure == event)
        ]
        action = event.split("-")[0] if event else self.ways[self.forces.root(cell[0])]
        if event and event.startswith("shot-down"):
            action = "shot-down"
        opponent = None
        if action == "captured" and event:
            opponent = self.dice.pick(self.forces.line(event.split("-")[2]))
        self._say(
            [lot.went for lot in gone if lot.went is not None],
            number=sum(lot.number for lot in gone),
            action=action,
            operator=cell[0],
            system=cell[1],
            opponent=opponent,
            event=event,
        )

    def _tie_givers(self) -> None:
        """Says of things that two may be said to operate that one gave them to the other."""
        for lot in self.truth.lots:
            if lot.giver:
                how = self.dice.pick(("supplier", "owner"))
                self._say(
                    [lot.came], number=lot.number, action="supplied", operator=lot.holder, system=lot.system,
                    **{how: lot.giver},
                )  # fmt: skip

    def _speak(self) -> None:
        """One more statement on something."""
        dice = self.dice
        lot = dice.pick(self.truth.lots)
        cell = self._cell(lot)
        if lot.went is not None and dice.chance(3) and cell[1] != "equipment":
            return self._lose(cell, lot.departure)
        given = bool(lot.giver) and dice.chance(5)
        if given and lot.giver:
            cell = (dice.pick(self.forces.line(lot.giver)), cell[1])

        def mine(other: Lot) -> bool:
            if given and other.giver and self._within(replace(other, holder=other.giver), cell):
                return True
            return self._within(other, cell)

        here = [other for other in self.truth.lots if mine(other)]
        extra: dict[str, str | None] = {}
        if given:
            extra["beneficiary"] = lot.holder if dice.chance(5) and all(o.holder == lot.holder for o in here) else None
        elif lot.giver and all(other.giver == lot.giver for other in here):
            extra["supplier"] = lot.giver if dice.chance(5) else None
        if lot.presence and dice.chance(6):
            return self._see([other for other in here if other.presence == lot.presence], cell, lot.presence, **extra)
        if lot.arrival and dice.chance(6):
            return self._arrive([other for other in here if other.arrival == lot.arrival], cell, lot.arrival, **extra)
        some = dice.some(here)
        if dice.chance(5):
            return self._see(some, cell, None, **extra)
        return self._arrive(some, cell, None, **extra)

    def _arrive(self, lots: Sequence[Lot], cell: tuple[str, str], event: str | None, **extra: str | None) -> None:
        """Says that some things came."""
        if event and self.dice.chance(2):
            return self._see(lots, cell, event, **extra)
        actions = ("deployed", "delivered", "supplied", *(("transported",) if event else ()))
        self._say(
            [lot.came for lot in lots], number=sum(lot.number for lot in lots), action=self.dice.pick(actions),
            operator=cell[0], system=cell[1], event=event, places=self._where(lots), **self._benefit(lots, extra),
        )  # fmt: skip
        return None

    def _where(self, lots: Sequence[Lot]) -> tuple[tuple[str, str], ...]:
        """The place of things that are all at one, or nothing, amid stops on the way."""
        dice = self.dice
        via = (("via", dice.pick(list(PLACES))),) if dice.chance(1) else ()
        at = {lot.place for lot in lots}
        if len(at) != 1 or dice.chance(3):
            return via
        place = dice.pick(Tree(PLACES).line(at.pop()))
        return (*via, (dice.pick(("at", "near", "to")), place))

    def _see(self, lots: Sequence[Lot], cell: tuple[str, str], event: str | None, **extra: str | None) -> None:
        """Says that some things are there on a day."""
        day = self.dice.number(min(lot.came for lot in lots), 80)
        there = [lot for lot in lots if lot.there(day)]
        action = self.dice.pick(("present", "operates", "based", "damaged"))
        if event and event.startswith("presence") and self.dice.chance(2):
            action = self.dice.pick(("deployed", "transported"))
        number = sum(lot.number for lot in there)
        if there and self.dice.chance(1):
            action = "struck"
            event = event or self.dice.pick((None, "use"))
        if not number and event and event.startswith("arrival"):
            return
        self._say(
            [day], number=number, action=action, operator=cell[0], system=cell[1], event=event, level=True,
            places=self._where(there), **self._benefit(there, extra),
        )  # fmt: skip

    def _benefit(self, lots: Sequence[Lot], extra: dict[str, str | None]) -> dict[str, str | None]:
        shared = {lot.beneficiary for lot in lots}
        only = shared.pop() if len(shared) == 1 else None
        if only is not None and self.dice.chance(7):
            return {"beneficiary": self.dice.pick(self.forces.line(only))} | extra
        return extra

    def _say(
        self, days: Sequence[int], *, action: str, number: int | None = None, event: str | None = None,
        level: bool = False, places: tuple[tuple[str, str], ...] = (), **parts: str | None,
    ) -> None:  # fmt: skip
        """Has one origin, in one or more reports, say something true of some days, once or in several wordings."""
        dice, catalogue = self.dice, self.catalogue
        self.statements += 1
        if event is not None:
            kind = event.split("-")[0]
            catalogue.event(event, kind if kind in ("arrival", "presence", "use") else "departure")
            parts = self._unattributed(event, parts)
        if parts.get("operator") and "owner" not in parts and action != "backs" and dice.chance(1):
            parts = {**parts, "owner": parts["operator"], "operator": None}
        first, last = min(days), max(days)
        dated = action == "backs" or dice.chance(7)
        origin, published = self._voice(first, last, as_told=level and not dated, dated=dated)
        original = f"r{self.statements}"
        catalogue.report(original, published)
        span: object = None
        if dated:
            ahead = dice.number(last, min(98, last + 20)) if not dice.chance(1) else None
            span = (DAYS[max(0, first - dice.pick((0, 0, 3, 20)))], None if ahead is None else DAYS[ahead])
        reports = [original]
        for again in range(dice.pick((0, 0, 1, 2))):
            report = f"{original}-again{again}"
            later = when.parse(published).latest
            assert later is not None
            catalogue.report(
                report, later.isoformat(), original if dice.chance(7) or origin not in self.spoken else None
            )
            reports.append(report)
        count = stated(dice, number) if number is not None else None
        if action == "struck":
            count = Count(800, None, "at least 800")
        for report in reports:
            if report != original and number is not None and action != "struck" and dice.chance(3):
                count = stated(dice, number)
            catalogue.claim(
                "k", report=report, origin=origin, action=action, count=count, event=event, span=span, places=places,
                stance=dice.pick(("alleged", "asserted", "assessed")), paragraph=dice.number(1, 9), **parts,
            )  # fmt: skip

    def _unattributed(self, event: str, parts: dict[str, str | None]) -> dict[str, str | None]:
        """Perhaps without a word whose things they were, where all of the event's are in one hand."""
        lots = [lot for lot in self.truth.lots if event in (lot.arrival, lot.presence)]
        one = len({(lot.holder, lot.giver) for lot in lots}) == 1 and lots[0].giver is None
        if one and self.dice.chance(1):
            return {**parts, "operator": None}
        return parts

    def _voice(self, first: int, last: int, *, as_told: bool, dated: bool) -> tuple[str, str]:
        """Who says it, a new origin or one that said more, and when the report was published."""
        dice, catalogue = self.dice, self.catalogue
        able = [origin for origin, said in self.spoken.items() if (said == last if as_told else said >= last)]
        if able and dice.chance(3):
            origin = dice.pick(able)
            return origin, DAYS[dice.number(self.spoken[origin], 98)]
        origin = f"o{self.statements}"
        said = last if as_told else dice.number(last, min(98, last + 15))
        known = dice.chance(6)
        catalogue.origin(origin, f"party{dice.number(0, 2)}", DAYS[said] if known else None)
        if known:
            self.spoken[origin] = said
            return origin, DAYS[dice.number(said, 98)]
        return origin, f"{DAYS[dice.number(0, first if as_told else said)]}/{DAYS[dice.number(said, 98)]}"

    def _noise(self) -> None:
        """What is only possible, planned or denied may be as false as it likes."""
        dice = self.dice
        for number in range(dice.pick((0, 0, 1, 2))):
            origin, report = f"noise{number}", f"noise{number}"
            self.catalogue.origin(origin, "rumour", DAYS[10])
            self.catalogue.report(report, DAYS[20])
            stance = dice.pick(("possible", "denied", "alleged"))
            self.catalogue.claim(
                "k", report=report, origin=origin, stance=stance, count=Count(50, None, "at least 50"),
                action="planned" if stance == "alleged" else dice.pick(("deployed", "present", "destroyed")),
                operator=dice.pick(list(self.forces.parents)), opponent=dice.pick(list(self.forces.parents)),
                beneficiary=dice.pick((None, *self.forces.parents)), system=dice.pick(list(self.systems.parents)),
            )  # fmt: skip
