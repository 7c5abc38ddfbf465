"""Which rows of an inventory may be of the same things though neither is part of the other: no sum takes both.

Of a force's MiG-29s and its army's fighters some may be the same; the row of its fighters holds both, but a reader may
filter that row away. So may the parts of two rows that may be the same. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from oob.holdings import Holding, precedence
from oob.matters import World
from oob.reckoning import Cell

Key = tuple[str, Cell]
"""A row: its section and its cell."""


def key(holding: Holding) -> Key:
    """What names a row in its inventory."""
    return holding.section, holding.cell


def over(holdings: Sequence[Holding]) -> dict[Key, tuple[Key, ...]]:
    """By row, those that it is part of, or that are taken to be the same, from the nearest on."""
    above = {key(each): (each.part_of_section, each.part_of) if each.part_of else None for each in holdings}

    def line(row: Key) -> Iterator[Key]:
        at = above[row]
        while at is not None:
            yield at
            at = above[at]

    return {row: tuple(line(row)) for row in above}


def overlaps(holdings: Sequence[Holding], world: World) -> dict[Key, tuple[Key, ...]]:
    """By row, the others that may be of the same things and that a sum takes first; not those that it is part of."""
    lines = over(holdings)
    place = {row: at for at, row in enumerate(_in_order(holdings, lines, world))}
    found: dict[Key, set[Key]] = defaultdict(set)
    for one, other in _sharing(holdings, world):
        first, later = sorted((key(one), key(other)), key=place.__getitem__)
        if first not in lines[later]:
            found[later].add(first)
    return {row: tuple(sorted(others, key=place.__getitem__)) for row, others in found.items()}


def _in_order(holdings: Sequence[Holding], lines: Mapping[Key, Sequence[Key]], world: World) -> dict[Key, None]:
    """The rows in the order in which a sum takes them: the larger first, but none before one that it is part of."""
    placed: dict[Key, None] = {}
    for each in sorted(holdings, key=lambda row: precedence(row, world)):
        placed |= dict.fromkeys((*reversed(lines[key(each)]), key(each)))
    return placed


def _sharing(holdings: Sequence[Holding], world: World) -> Iterator[tuple[Holding, Holding]]:
    """Any two rows that may be of the same things, be they part of each other or not."""
    trees: dict[Key, list[Holding]] = {}
    for each in holdings:  # each row stands after the one that it is part of
        if not each.depth:
            top = trees[key(each)] = []
        top.append(each)
    for each in holdings:
        if not each.depth:
            mine = [row for row in trees[key(each)] if row.held or row.lost]
            yield from _crossing(mine, world)
            for other in each.may_share:
                yield from _alike(mine, [row for row in trees[other] if row.held or row.lost], world)


def _crossing(rows: Sequence[Holding], world: World) -> Iterator[tuple[Holding, Holding]]:
    """Of the rows of one tree, those of a force's wider kind and of a narrower one of a force above."""
    by_holder: dict[str, list[Holding]] = defaultdict(list)
    for row in rows:
        by_holder[row.holder].append(row)
    for row in rows:
        for force in world.forces.line(row.holder)[1:]:
            for other in by_holder.get(force, ()):
                if other.system != row.system and world.systems.within(other.system, row.system):
                    yield row, other


def _alike(rows: Sequence[Holding], others: Sequence[Holding], world: World) -> Iterator[tuple[Holding, Holding]]:
    """Of the rows of two trees that may be of the same things, those that may be of one kind."""
    by_system: dict[str, list[Holding]] = defaultdict(list)
    for other in others:
        by_system[other.system].append(other)
    for row in rows:
        for system, found in by_system.items():
            if world.systems.related(row.system, system):
                yield from ((row, other) for other in found)
