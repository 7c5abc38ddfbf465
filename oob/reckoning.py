"""Arithmetic with readings: adding, taking away, choosing the larger, and rolling up two trees. Pure.

Readings are the alternatives that the claims on one matter leave open, as `count.readings` makes them: one is
agreement, more are a disagreement, none is nothing known. All functions keep them sorted and apart from each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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

    Parts are among what is claimed: they raise its low end, and outgrow it only where it cannot hold them all.
    """
    if not claimed or not parts:
        return claimed or parts
    part = hull(parts)
    if claimed == (UNSTATED,):
        return parts
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

    @property
    def numbered(self) -> bool:
        """Whether a number is stated at all; a sighting without one replaces no number."""
        return any(count.stated for count in self.readings)

    def after(self, other: Level) -> bool:
        """Whether it surely lies after the other."""
        return self.start > other.end


NOTHING: Final = Level()


def together(levels: Iterable[Level]) -> Level:
    """The sum of levels that are surely of different things."""
    return reduce(_and, levels, NOTHING)


def _and(one: Level, other: Level) -> Level:
    return Level(plus(one.readings, other.readings), *_span(one, other))


def either(one: Level, other: Level) -> Level:
    """The larger of two levels, of which the first is of the whole, that may be of the same things."""
    if not one.readings or not other.readings:
        return one if one.readings else other
    return Level(larger(one.readings, other.readings), *_span(one, other))


def latest(one: Level, other: Level) -> Level:
    """Of two levels that may be of the same things: the one with a number, then the later, else the larger."""
    for mine, its in ((one, other), (other, one)):
        if mine.numbered and (not its.numbered or mine.after(its)):
            return mine
    return either(one, other)


def _span(one: Level, other: Level) -> tuple[str, str]:
    """The dates around two levels; where only one has a number, the dates of that number."""
    if one.numbered != other.numbered:
        one = other = one if one.numbered else other
    return min(one.start, other.start), max(one.end, other.end)


class Roll:
    """Levels claimed for cells, rolled up both trees.

    A class of systems holds the larger of what is claimed for it and the sum of its kinds; a force likewise of its
    parts. The root classes (equipment, personnel) are too mixed to add up: they hold what is claimed for them alone.
    """

    def __init__(
        self,
        claimed: Mapping[Cell, Level],
        forces: Tree,
        systems: Tree,
        *,
        supersedes: bool = False,
        lessen: Callable[[Cell, Level], Level] = lambda _, parts: parts,
    ) -> None:
        self._claimed = claimed
        self._forces = forces
        self._systems = systems
        self._supersedes = supersedes
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
            parts = either(self._sum(self.by_force(cell), own), self._sum(self.by_system(cell), own))
            found = self._known[cell] = either(own, self._lessen(cell, parts)) if parts.readings else own
        return found

    def beyond_parts(self, cell: Cell) -> Level:
        """What is claimed for just this cell beyond what is claimed for its parts."""
        own = self._claimed.get(cell, NOTHING)
        parts = together(self.at(part) for part in self.by_system(cell) or self.by_force(cell))
        return Level(minus(own.readings, parts.readings), own.start, own.end)

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

    def _sum(self, cells: Iterable[Cell], own: Level) -> Level:
        levels = (self.at(cell) for cell in cells)
        return together(self._unless_stale(level, own) for level in levels)

    def _unless_stale(self, part: Level, own: Level) -> Level:
        """A part's number that is older than the number of the whole says no more than that there were some."""
        if self._supersedes and own.numbered and part.readings and own.after(part):
            return NOTHING
        return part
