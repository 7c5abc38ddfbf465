"""Arithmetic with readings: adding, taking away, choosing the larger, and rolling up two trees. Pure.

Readings are the alternatives that the claims on one matter leave open, as `count.readings` makes them: one is
agreement, more are a disagreement, none is nothing known. All functions keep them sorted and apart from each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from oob.count import UNSTATED, Count, hull, less, meets, total
from oob.trees import Tree

Readings = tuple[Count, ...]
Cell = tuple[str, str]
"""A holder and a system: what a holding is of."""

MOST: Final = 6
"""Alternatives that are still told apart; a sum of many disagreements is shown as the range around all of them."""

START, END = "0000-00-00", "9999-99-99"
"""Before and after every date, as ISO text."""


def alternatives(counts: Iterable[Count]) -> Readings:
    """The alternatives as readings: those that overlap are one, since either may hold."""
    found: list[Count] = []
    for count in sorted(counts, key=lambda each: (each.low, each.high is None, each.high or 0)):
        if found and meets(found[-1], count):
            found[-1] = hull((found[-1], count))
        else:
            found.append(count)
    return tuple(found) if len(found) <= MOST else (hull(found),)


def plus(one: Readings, other: Readings) -> Readings:
    """Both together: whichever alternative of one holds, with whichever of the other."""
    if not one or not other:
        return one or other
    return alternatives(total(a, b) for a in one for b in other)


def minus(one: Readings, other: Readings) -> Readings:
    """What is left of one when the other is gone, never under zero."""
    return alternatives(less(a, b) for a in one for b in other) if one and other else one


def perhaps_minus(one: Readings, other: Readings) -> Readings:
    """What is left of one when the other may be gone, or may never have been among it: only the low end gives way."""
    return alternatives(replace(less(a, b), high=a.high) for a in one for b in other) if one and other else one


def larger(claimed: Readings, parts: Readings) -> Readings:
    """What a class holds of which so much is claimed, and its parts make so much: the larger, never both.

    Parts are among what is claimed: they raise its low end, and outgrow it only where it cannot hold them all. Parts
    without a number change none.
    """
    if not claimed or not parts:
        return claimed or parts
    part = hull(parts)
    if claimed == (UNSTATED,):
        return parts
    if not part.stated and any(count.stated for count in claimed):
        return claimed
    return alternatives(_holding(count, part) for count in claimed)


def _holding(count: Count, part: Count) -> Count:
    if count.high is not None and part.low > count.high:
        return part
    return count if part.low <= count.low else replace(count, low=part.low, text="")


@dataclass(frozen=True, slots=True)
class Level:
    """Readings, and the span of dates (ISO) of what they rest on: of the number, where one is stated."""

    readings: Readings = ()
    start: str = END
    end: str = START
    vague: bool = False
    """Whether it may lie before `start`, which is only when it was told of."""

    @property
    def numbered(self) -> bool:
        """Whether a number is stated at all; a sighting without one replaces no number."""
        return any(count.stated for count in self.readings)

    def after(self, other: Level) -> bool:
        """Whether it surely lies after the other."""
        return self.start > other.end and not self.vague


NOTHING: Final = Level()


def together(levels: Iterable[Level]) -> Level:
    """The sum of levels that are surely of different things."""
    return reduce(_and, levels, NOTHING)


def _and(one: Level, other: Level) -> Level:
    vague = one.vague or other.vague
    return Level(plus(one.readings, other.readings), min(one.start, other.start), max(one.end, other.end), vague)


def either(one: Level, other: Level) -> Level:
    """The larger of two levels, of which the first is of the whole, that may be of the same things."""
    if not one.readings or not other.readings:
        return one if one.readings else other
    both = larger(one.readings, other.readings)
    if one.numbered != other.numbered:
        numbered = one if one.numbered else other
        if both == numbered.readings:
            return numbered
    return Level(both, min(one.start, other.start), max(one.end, other.end), one.vague or other.vague)


def latest(one: Level, other: Level) -> Level:
    """Of two levels that may be of the same things: the one with a number, then the later, else the larger."""
    for mine, its in ((one, other), (other, one)):
        if mine.numbered and (not its.numbered or mine.after(its)):
            return mine
    return either(one, other)


def _opened(level: Level, high: int | None, made_of: Iterable[Level]) -> Level:
    """A level with a higher high end, which any of what it is made of may have reached."""
    around, dates = hull(level.readings), together(made_of)
    if around.high is None or (high is not None and high <= around.high):
        return replace(dates, readings=level.readings)
    return replace(dates, readings=(replace(around, high=high, text=""),))


class Roll:
    """Levels claimed for cells, rolled up both trees.

    A class of systems holds the larger of what is claimed for it and the sum of its kinds; a force likewise of its
    parts. The root classes (equipment, personnel) are too mixed to add up: they hold what is claimed for them alone.
    A part older than the level `standing` claimed for the whole is in that. Where a roll is `open_ended`, as of losses,
    the whole may be more than its parts where nothing says that it is not.
    """

    def __init__(
        self,
        claimed: Mapping[Cell, Level],
        forces: Tree,
        systems: Tree,
        *,
        standing: Mapping[Cell, Level] | None = None,
        open_ended: bool = False,
        lessen: Callable[[Cell, Sequence[Cell], Level], Level] = lambda _cell, _cells, parts: parts,
    ) -> None:
        self._claimed = claimed
        self._forces = forces
        self._systems = systems
        self._standing = standing or {}
        self._open_ended = open_ended
        self._lessen = lessen
        self._known: dict[Cell, Level] = {}
        self.cells = {
            (above, kind)
            for holder, system in claimed
            for above in forces.line(holder)
            for kind in systems.line(system)
        }

    def at(self, cell: Cell) -> Level:
        """What the cell holds, all that is below it considered."""
        if cell not in self.cells:
            return NOTHING
        if (found := self._known.get(cell)) is None:
            own = self._claimed.get(cell, NOTHING)
            by_force, by_system = self._sum(cell, self.by_force(cell)), self._sum(cell, self.by_system(cell))
            parts = either(by_force, by_system)
            if self._open_ended and by_force.readings and by_system.readings:
                parts = _opened(parts, self._apart(cell, by_force, by_system).high, (by_force, by_system))
            found = either(own, parts)
            if self._open_ended and own.readings == (UNSTATED,):
                found = _opened(found, None, (own, parts))
            self._known[cell] = found
        return found

    def _apart(self, cell: Cell, by_force: Level, by_system: Level) -> Count:
        """What two ways to part a cell come to, were they of the same things only where both name them."""
        shared = (self.at((force, kind)) for force, _ in self.by_force(cell) for _, kind in self.by_system(cell))
        return hull(minus(plus(by_force.readings, by_system.readings), together(shared).readings))

    def beyond(self, cell: Cell, parts: Iterable[Cell]) -> Level:
        """What the cell holds beyond what some parts of it do."""
        own = self.at(cell)
        return replace(own, readings=minus(own.readings, together(self.at(part) for part in parts).readings))

    def by_force(self, cell: Cell) -> list[Cell]:
        """The cells right below, by the parts of the force."""
        holder, system = cell
        return [(part, system) for part in self._forces.children.get(holder, ()) if (part, system) in self.cells]

    def by_system(self, cell: Cell) -> list[Cell]:
        """The cells right below, by the kinds of the system."""
        holder, system = cell
        if self._systems.is_root(system):
            return []
        return [(holder, kind) for kind in self._systems.children.get(system, ()) if (holder, kind) in self.cells]

    def _sum(self, cell: Cell, parts: Sequence[Cell]) -> Level:
        """What parts of a cell hold together, but those whose number is older than a level claimed for the cell."""
        whole = self._standing.get(cell, NOTHING)
        levels = [self.at(part) for part in parts]
        found = together(level for level in levels if not (whole.numbered and whole.after(level)))
        return self._lessen(cell, parts, found) if found.readings else found
