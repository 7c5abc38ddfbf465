"""The arithmetic of an inventory: claims in, holdings out, with the steps taken. Pure; design section 5.

`inventory` reads top to bottom: take the claims that the clocks admit, sort them into matters, put each matter into one
section, reckon every cell (a holder and a system), and make rows of the cells that something is claimed for.

Dates are ISO text, as in `matters`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from oob.activities import Activity, activities
from oob.count import hull
from oob.ledger import LOSSES, Ledger, Reckoned, Word
from oob.matters import SECTIONS, Claim, Question, Sorter, World, parties, whereabouts
from oob.reckoning import NOTHING, Cell, Level, Readings, plus
from oob.trees import Tree

RULES: Final = "1"
"""The version of these rules, printed with every inventory."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One row: what is alleged to be held, lost, by whom it is said, and how it came about."""

    section: str
    holder: str
    system: str
    held: Readings
    """Empty where nothing but losses, or nothing that counts, is known."""
    lost: Readings
    earliest: str
    latest: str
    places: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    """The counted claims that bear on it, its own and those of the rows below."""
    resting_on: tuple[Claim, ...]
    """Those of them that the number rests on: where one is stated, only claims that state one."""
    uncounted: tuple[Claim, ...]
    """What is only possible or planned."""
    denials: tuple[Claim, ...]
    parties: tuple[str, ...]
    also_held_by: tuple[str, ...]
    words: tuple[Word, ...]
    reckoned: Reckoned
    part_of: Cell | None = None
    part_of_section: str = ""
    depth: int = 0
    may_share: tuple[tuple[str, Cell], ...] = ()
    """Of a row that no other includes: those, by section and cell, that may be of the same things and that a sum takes
    first. It is taken as part of the one that `part_of` names."""

    @property
    def cell(self) -> Cell:
        """The holder and the system."""
        return self.holder, self.system

    @property
    def disagreement(self) -> bool:
        """Whether the claims leave more than one reading, of what is held or of what was lost."""
        return len(self.held) > 1 or len(self.lost) > 1

    @property
    def single_party(self) -> bool:
        """Whether all of it is one party's word."""
        return len(self.parties) == 1


@dataclass(frozen=True, slots=True)
class Inventory:
    """The holdings of a faction, rows that include others before those, and the use that was made of them.

    `passages` are claims of nothing but a way that things took: they are in no holding.
    """

    question: Question
    holdings: tuple[Holding, ...]
    activities: tuple[Activity, ...]
    passages: tuple[Claim, ...] = ()


def inventory(claims: Iterable[Claim], world: World, question: Question) -> Inventory:
    """What the claims add up to. The order of the claims does not matter."""
    admitted = sorted((claim for claim in claims if _admitted(claim, question)), key=lambda claim: claim.order)
    sorter = Sorter(world, question, admitted)
    matters = sorter.into_sections(sorter.into_matters(admitted))
    shown = [claim for claim in admitted if claim.system is not None and not claim.counts]
    events = {matter.event: matter.section for matter in reversed(matters) if matter.event is not None}
    holdings: list[Holding] = []
    for section in SECTIONS:
        ledger = Ledger([matter for matter in matters if matter.section == section], world)
        aside = [claim for claim in shown if sorter.section_aside(claim, events) == section]
        holdings += _Rows(section, ledger, aside, shown, question).all()
    asked = [claim for claim in admitted if sorter.at_place(claim) and sorter.of_system(claim)]
    use = activities([claim for claim in asked if claim.effect == "use"], sorter)
    passages = tuple(claim for claim in asked if claim.effect == "passage")
    return Inventory(question, tuple(_perhaps_same(holdings, world)), tuple(use), passages)


def total(holdings: Iterable[Holding]) -> Readings:
    """All rows together, each thing once: the rows that are part of no other."""
    return total_of(holding for holding in holdings if holding.part_of is None)


def total_of(holdings: Iterable[Holding]) -> Readings:
    """Rows of one system that share nothing, added up."""
    found: Readings = ()
    for holding in holdings:
        found = plus(found, holding.held)
    return found


def _admitted(claim: Claim, question: Question) -> bool:
    return claim.published <= question.known_by and claim.earliest <= question.as_of


# -- rows -----------------------------------------------------------------------------------------------------------


class _Rows:
    """The rows of one section: the cells that something is claimed for, and those that join overlapping ones."""

    def __init__(
        self, section: str, ledger: Ledger, aside: Sequence[Claim], shown: Sequence[Claim], question: Question
    ) -> None:
        self.section = section
        self.ledger = ledger
        self.world = ledger.world
        self.question = question
        self.denials: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in shown:
            if claim.stance == "denied":
                about = claim.event or (claim.holder and self.world.forces.root(claim.holder))
                self.denials["event" if claim.event else "force", about or ""].append(claim)
        self.aside: dict[Cell, list[Claim]] = defaultdict(list)
        for claim in aside:
            if claim.stance != "denied" and claim.holder is not None and claim.system is not None:
                self.aside[claim.holder, claim.system].append(claim)

    def all(self) -> list[Holding]:
        """The rows, each after the one that it is part of."""
        cells = set(self.ledger.words) | set(self.aside)
        if (wanted := self.question.system) is not None:
            cells = {cell for cell in cells if self.world.systems.within(cell[1], wanted)}
            summed = set() if self.world.systems.is_root(wanted) else cells & set(self.ledger.words)
            holders = {holder for holder, _ in summed}
            lines = {holder: self.world.forces.line(holder)[1:] for holder in holders}
            cells |= {(holder, wanted) for holder in holders if holders.isdisjoint(lines[holder])}
        self._join(cells)
        over = {cell: self._over(cell, cells) for cell in cells}
        parts: dict[Cell | None, list[Cell]] = defaultdict(list)
        for cell in sorted(cells, key=self._rank):
            parts[over[cell]].append(cell)
        found: list[Holding] = []

        def put(above: Cell | None, depth: int) -> None:
            for cell in parts.get(above, ()):
                found.append(self._row(cell, above, depth))
                put(cell, depth + 1)

        put(None, 0)
        return found

    def _rank(self, cell: Cell) -> tuple[object, ...]:
        """What counts before what is planned; equipment before personnel, kinds by class, forces by name."""
        line = self.world.systems.line(cell[1])[::-1]
        aside = self.ledger.reckoned.get(cell) is None
        return aside, line[0] != "equipment", len(line) == 1, line, self.world.forces.line(cell[0])[::-1]

    def _within(self, cell: Cell, other: Cell) -> bool:
        """Whether a cell is part of another: its holder and its system are."""
        mixed = self.world.systems.is_root(other[1]) and cell[1] != other[1]
        return (
            not mixed and self.world.forces.within(cell[0], other[0]) and self.world.systems.within(cell[1], other[1])
        )

    def _over(self, cell: Cell, cells: Set[Cell]) -> Cell | None:
        """The nearest row that a row is part of: of the same force first, then of the force above."""
        forces, systems = self.world.forces, self.world.systems
        above = ((force, kind) for force in forces.line(cell[0]) for kind in systems.line(cell[1]))
        return next((other for other in above if other in cells and other != cell and self._within(cell, other)), None)

    def _join(self, cells: set[Cell]) -> None:
        """Adds the cell around any two that may share things though neither holds the other: sums stay right."""
        forces, systems = self.world.forces, self.world.systems
        # Rows of nothing but what is only possible or planned neither need joining nor make it needless.
        counting = {cell for cell in cells if self.ledger.below(cell) or cell not in self.aside}
        while True:
            trees: dict[str, list[Cell]] = defaultdict(list)
            for cell in counting:
                if self._over(cell, counting) is None and not systems.is_root(cell[1]):
                    trees[forces.root(cell[0])].append(cell)
            joint = {
                (_upper(one[0], other[0], forces), _upper(one[1], other[1], systems))
                for tops in trees.values()
                for one in tops
                for other in tops
                if one < other and forces.related(one[0], other[0]) and systems.related(one[1], other[1])
            }
            cells |= joint
            if joint <= counting:
                return
            counting |= joint

    def _row(self, cell: Cell, above: Cell | None, depth: int) -> Holding:
        ledger = self.ledger
        held, lost = ledger.held(cell), ledger.lost(cell)
        words = [word for below in sorted(ledger.below(cell)) for word in ledger.words[below]]
        current = [word for word in words if not self._outdated(word, held)]
        claims = {claim.id: claim for word in current for voice in word.voices for claim in voice.claims}
        bearing = sorted(claims.values(), key=lambda claim: claim.order)
        aside = sorted(self.aside.get(cell, ()), key=lambda claim: claim.order)
        stating = [claim for claim in bearing if claim.number.stated]
        level = held if held.readings else lost
        resting = stating if level.numbered else bearing
        if not level.readings and (told := bearing or aside):
            level = Level((), min(claim.earliest for claim in told), max(claim.latest for claim in told))
        told = [claim for claim in bearing if claim.action not in LOSSES] or bearing or aside
        return Holding(
            section=self.section,
            holder=cell[0],
            system=cell[1],
            held=held.readings,
            lost=lost.readings,
            earliest=level.start,
            latest=_alleged_end(level, told),
            places=whereabouts(told, self.world),
            claims=tuple(bearing),
            resting_on=tuple(resting),
            uncounted=tuple(aside),
            denials=self._denials(cell, words),
            parties=parties(resting, self.world),
            also_held_by=tuple(sorted({force for below in ledger.below(cell) for force in ledger.also[below]})),
            words=tuple(words),
            reckoned=ledger.reckoned.get(cell, _NOTHING_RECKONED),
            part_of=above,
            part_of_section=self.section if above is not None else "",
            depth=depth,
        )

    def _outdated(self, word: Word, held: Level) -> bool:
        """Whether a word on a level is older than the number that stands."""
        return word.kind == "presence" and held.numbered and held.start > word.level.end

    def _denials(self, cell: Cell, words: Sequence[Word]) -> tuple[Claim, ...]:
        """The claims that deny what a row says: on the same event, or on the same force's systems of that branch."""
        forces, systems = self.world.forces, self.world.systems
        on_events = [self.denials.get(("event", event), ()) for event in {word.event for word in words if word.event}]
        denied = [claim for claims in on_events for claim in claims]
        for claim in self.denials.get(("force", forces.root(cell[0])), ()):
            if claim.holder is not None and forces.related(claim.holder, cell[0]):
                denied.append(claim)
        fits = [claim for claim in denied if claim.system is not None and systems.related(claim.system, cell[1])]
        return tuple(sorted(fits, key=lambda claim: claim.order))


def _alleged_end(level: Level, claims: Iterable[Claim]) -> str:
    """The end of the time that is alleged, where a level's end is only that of the speaking."""
    return max((claim.until for claim in claims if claim.latest == level.end and claim.until), default=level.end)


_NOTHING_RECKONED: Final = Reckoned(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)


def _upper(one: str, other: str, tree: Tree) -> str:
    """Of two related nodes, the one above."""
    return other if tree.within(one, other) else one


def _perhaps_same(holdings: Sequence[Holding], world: World) -> list[Holding]:
    """Counts once, in the sum, what two rows that are part of no other may both be about.

    A row of a root class ("military equipment") may be of any kind: it is taken as part of a row of the same forces
    that does say its kind. What a force was supplied with by another may be what that other is said to operate for it:
    the larger number stays in the sum.
    """

    tops = sorted((each for each in holdings if each.part_of is None), key=lambda each: precedence(each, world))
    givers = {id(holding): _givers(holding) for holding in tops}
    joined: dict[int, list[Holding]] = {}
    root = world.forces.root
    nearby: dict[str, dict[int, Holding]] = defaultdict(dict)
    """By tree of forces: the rows so far of its forces, or that had things from them, by their place among `tops`."""
    for at, holding in enumerate(tops):
        given = givers[id(holding)]
        trees = {root(holding.holder), *map(root, given)}
        candidates = {place: other for tree in trees for place, other in nearby[tree].items()}
        same = [
            other
            for _, other in sorted(candidates.items(), key=lambda each: each[0])
            if _may_share(holding, other, given, givers[id(other)], world)
        ]
        for tree in trees:
            nearby[tree][at] = holding
        same.sort(key=lambda other: (other.section != holding.section, other.holder != holding.holder))
        if same:
            joined[id(holding)] = same
    return [_joined(each, joined[id(each)]) if id(each) in joined else each for each in holdings]


def precedence(holding: Holding, world: World) -> tuple[object, ...]:
    """Sorts rows as a sum takes them: what is held before what is only lost, kinds before mixtures, larger first."""
    mixed, least = world.systems.is_root(holding.system), hull(holding.held).low if holding.held else 0
    unstated = not any(count.stated for count in holding.held)
    section = SECTIONS.index(holding.section)
    return not holding.held, mixed, -least, unstated, section, holding.depth, holding.cell


def _joined(holding: Holding, same: Sequence[Holding]) -> Holding:
    """A row as part of the first of those that may be the same."""
    shared = tuple((other.section, other.cell) for other in same)
    return replace(holding, part_of=same[0].cell, part_of_section=same[0].section, may_share=shared)


def _may_share(one: Holding, other: Holding, ones: frozenset[str], others: frozenset[str], world: World) -> bool:
    """Whether two rows may count the same things: one does not say their kind, or was given by the other's holder."""
    counting = (one.held and other.held) or (one.lost and other.lost)
    if not counting or not world.systems.related(one.system, other.system):
        return False
    if world.forces.related(one.holder, other.holder):
        return world.systems.is_root(one.system) or world.systems.is_root(other.system)
    return any(world.forces.related(other.holder, giver) for giver in ones) or any(
        world.forces.related(one.holder, giver) for giver in others
    )


def _givers(holding: Holding) -> frozenset[str]:
    """From whom claims say that the holder got such things, and whose they say they are."""
    voices = (voice for word in holding.words for voice in (*word.voices, *word.replaced))
    named = {force for voice in voices for claim in voice.claims for force in (claim.supplier, claim.owner)}
    return frozenset(force for force in named if force is not None)


def credibility(holding: Holding, world: World) -> int:
    """The Admiralty grade, 1 to 6, by the rule of `vocabulary.CREDIBILITY`."""
    if not holding.claims:
        return 6
    doubts = holding.disagreement or bool(holding.denials)
    if len(holding.parties) > 1:
        return 2 if doubts else 1
    if holding.denials and not any(world.grades.get(claim.origin, "F") in "ABC" for claim in holding.claims):
        return 5
    return 4 if doubts else 3
