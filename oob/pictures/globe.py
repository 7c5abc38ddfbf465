"""The base map: coasts and borders of the world, as much of them as a view shows."""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

Point = tuple[float, float]
Line = list[Point]

KM: Final = 111.195
"""Kilometres in a degree of latitude."""
_DATA: Final = Path(__file__).parent / "data" / "world.json.gz"
_FINEST: Final = 0.6
"""Pixels between two positions that are worth drawing."""
_NARROWEST: Final = 5.0
"""Degrees of latitude that a view shows at least: around a single base one wants to see the country."""


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world on a part of a sheet: equirectangular, true to scale in the middle.

    `west` and `east` may lie beyond 180 degrees, so that a view can cross the date line.
    """

    west: float
    east: float
    south: float
    north: float
    left: float
    top: float
    width: float
    height: float

    @property
    def pixels(self) -> float:
        """Pixels in a degree of latitude."""
        return self.height / (self.north - self.south)

    def at(self, latitude: float, longitude: float) -> Point:
        """Where a place stands on the sheet, in the view or out of it."""
        middle = (self.west + self.east) / 2
        near = middle + (longitude - middle + 180) % 360 - 180
        return self.plain(latitude, near)

    def plain(self, latitude: float, longitude: float) -> Point:
        """The same for a longitude that may lie beyond 180 degrees."""
        x = self.left + (longitude - self.west) / (self.east - self.west) * self.width
        return x, self.top + (self.north - latitude) / (self.north - self.south) * self.height

    def holds(self, point: Point, margin: float = 0) -> bool:
        """Whether a point of the sheet is in the view, and not too near its frame."""
        x, y = point
        across = self.left + margin <= x <= self.left + self.width - margin
        return across and self.top + margin <= y <= self.top + self.height - margin


def around(points: Sequence[Point], left: float, top: float, width: float, lowest: float, highest: float) -> View:
    """A view of all points (latitude, longitude) with a margin, in a frame of this width and a height between two."""
    latitudes = [latitude for latitude, _ in points]
    west, east = _between([longitude for _, longitude in points])
    middle = min(75.0, max(-75.0, (min(latitudes) + max(latitudes)) / 2))
    shrink = math.cos(math.radians(middle))
    across, down = (east - west) * shrink * 1.34, (max(latitudes) - min(latitudes)) * 1.36
    down = max(down, _NARROWEST, across * lowest / width)
    across = max(across, down * width / highest)
    height = min(highest, max(lowest, width * down / across))
    if across / shrink > 360:
        across = 360 * shrink
    down = across * height / width
    centre = (west + east) / 2
    half = across / shrink / 2
    return View(centre - half, centre + half, middle - down / 2, middle + down / 2, left, top, width, height)


def _between(longitudes: Iterable[float]) -> tuple[float, float]:
    """The shortest stretch that holds all longitudes; it may go beyond 180 degrees."""
    known = sorted({(longitude + 180) % 360 - 180 for longitude in longitudes})
    gaps = [(following - before, at) for at, (before, following) in enumerate(pairwise(known))]
    _, at = max([*gaps, (known[0] + 360 - known[-1], len(known) - 1)])
    if at == len(known) - 1:
        return known[0], known[-1]
    return known[at + 1], known[at] + 360


# -- the world ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Arc:
    """A line between two junctions, and how far it reaches: west, south, east, north."""

    line: tuple[Point, ...]
    reach: tuple[float, float, float, float]
    border: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its rings, each of arcs; ~n is arc n backwards."""

    name: str
    rings: tuple[tuple[int, ...], ...]


@lru_cache(1)
def world() -> tuple[tuple[Arc, ...], tuple[Country, ...]]:
    """All arcs and countries."""
    data = json.loads(gzip.decompress(_DATA.read_bytes()))
    countries = tuple(
        Country(name, tuple(tuple(ring) for polygon in polygons for ring in polygon))
        for name, polygons in data["countries"]
    )
    used = Counter(max(at, ~at) for country in countries for ring in country.rings for at in ring)
    lines = [_line(steps, data["step"]) for steps in data["arcs"]]
    return tuple(Arc(line, _reach(line), used[at] > 1) for at, line in enumerate(lines)), countries


def _line(steps: Sequence[int], step: float) -> tuple[Point, ...]:
    """A line by its steps, the short way over the date line: its longitudes go on beyond 180 degrees there."""
    x = y = 0
    turn, found = round(360 / step), []
    for at in range(0, len(steps), 2):
        across = steps[at] if at == 0 else (steps[at] + turn // 2) % turn - turn // 2
        x, y = x + across, y + steps[at + 1]
        found.append((y * step, x * step))
    return tuple(found)


def _reach(line: Sequence[Point]) -> tuple[float, float, float, float]:
    latitudes, longitudes = [point[0] for point in line], [point[1] for point in line]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


# -- what a view shows ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ground:
    """Land, coasts and borders as SVG paths, and where there is most room for the name of each country."""

    land: str
    coasts: str
    borders: str
    names: tuple[tuple[str, float, float, float], ...]
    """Name, middle, and how wide the country is there."""


def ground(view: View, *, names: bool = True) -> Ground:
    """What the base map has in a view."""
    arcs, countries = world()
    land: list[str] = []
    named: list[tuple[str, float, float, float]] = []
    for country in countries:
        rings = list(_rings(country, arcs, view))
        land += [f"{_path(ring)}Z" for ring in rings]
        if names and (spot := _roomiest(rings, view)):
            named.append((country.name, *spot))
    coasts: list[str] = []
    borders: list[str] = []
    for arc in arcs:
        for shift in _shifts(arc.reach, view):
            projected = _thinned([view.plain(latitude, longitude + shift) for latitude, longitude in arc.line])
            (borders if arc.border else coasts).extend(map(_path, _inside(projected, view)))
    return Ground("".join(land), "".join(coasts), "".join(borders), tuple(named))


def _shifts(reach: tuple[float, float, float, float], view: View) -> Iterator[int]:
    """By how many degrees what reaches so far is to be moved to be in the view."""
    west, south, east, north = reach
    if south <= view.north and north >= view.south:
        yield from (s for s in (-360, 0, 360) if west + s <= view.east and east + s >= view.west)


def _rings(country: Country, arcs: Sequence[Arc], view: View) -> Iterator[Line]:
    for ring in country.rings:
        reaches = [arcs[max(at, ~at)].reach for at in ring]
        west, south = min(each[0] for each in reaches), min(each[1] for each in reaches)
        east, north = max(each[2] for each in reaches), max(each[3] for each in reaches)
        for shift in _shifts((west, south, east, north), view):
            line = _closed([p for at in ring for p in (arcs[at].line if at >= 0 else arcs[~at].line[::-1])[1:]])
            clipped = _clipped(_thinned([view.plain(lat, lon + shift) for lat, lon in line]), view)
            if len(clipped) > 2:
                yield clipped


def _closed(ring: Line) -> Line:
    """A ring around the world, as Antarctica's coast is, by way of its pole, so that it holds the land up to there."""
    (start, first), last = ring[0], ring[-1][1]
    if abs(last - first) < 180:
        return ring
    pole = math.copysign(90, start)
    return [*ring, (pole, last), (pole, first)]


def _thinned(line: Line) -> Line:
    """A line without the positions that are too near the one before to be told apart."""
    kept = line[:1]
    for x, y in line[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _FINEST:
            kept.append((x, y))
    return kept + line[-1:] if len(line) > 1 else kept


def _clipped(ring: Line, view: View) -> Line:
    """The part of an area that is in the view (Sutherland and Hodgman)."""
    edges = ((0, view.left, 1), (0, view.left + view.width, -1), (1, view.top, 1), (1, view.top + view.height, -1))
    for axis, limit, side in edges:
        kept: Line = []
        for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
            was, is_in = (before[axis] - limit) * side >= 0, (point[axis] - limit) * side >= 0
            if was != is_in:
                kept.append(_crossing(before, point, axis, limit))
            if is_in:
                kept.append(point)
        ring = kept
        if not ring:
            break
    return ring


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    share = (limit - one[axis]) / (other[axis] - one[axis])
    found = [one[at] + (other[at] - one[at]) * share for at in (0, 1)]
    found[axis] = limit
    return found[0], found[1]


def _inside(line: Line, view: View) -> Iterator[Line]:
    """The stretches of a line that are in the view."""
    run: Line = []
    for one, other in pairwise(line):
        piece = _piece(one, other, view)
        if piece is None:
            if len(run) > 1:
                yield run
            run = []
            continue
        if not run or run[-1] != piece[0]:
            if len(run) > 1:
                yield run
            run = [piece[0]]
        run.append(piece[1])
    if len(run) > 1:
        yield run


def _piece(one: Point, other: Point, view: View) -> tuple[Point, Point] | None:
    """The part of a straight line that is in the view (Liang and Barsky)."""
    first, last = 0.0, 1.0
    moves = (other[0] - one[0], other[1] - one[1])
    for axis, low, size in ((0, view.left, view.width), (1, view.top, view.height)):
        for way, room in ((-moves[axis], one[axis] - low), (moves[axis], low + size - one[axis])):
            if way == 0:
                if room < 0:
                    return None
            elif way < 0:
                first = max(first, room / way)
            else:
                last = min(last, room / way)
    if first > last:
        return None
    start = one if first == 0 else (one[0] + first * moves[0], one[1] + first * moves[1])
    return start, other if last == 1 else (one[0] + last * moves[0], one[1] + last * moves[1])


def _path(line: Line) -> str:
    """A line from point to point, to a tenth of a pixel: each step from the point before, which takes half the room."""
    points = [(round(x * 10), round(y * 10)) for x, y in line]
    steps = [_tenths(b - a) for before, after in pairwise(points) if after != before
             for a, b in zip(before, after, strict=True)]  # fmt: skip
    first = " ".join(map(_tenths, points[0]))
    return f"M{first}l{' '.join(steps).replace(' -', '-')}" if steps else f"M{first}h0"


def _tenths(number: int) -> str:
    """A number of tenths, as short as SVG takes it: `-.5`."""
    whole, tenth = divmod(abs(number), 10)
    told = f"{whole or ''}{f'.{tenth}' if tenth else ''}" or "0"
    return f"-{told}" if number < 0 else told


def _roomiest(rings: Sequence[Line], view: View) -> tuple[float, float, float] | None:
    """The middle of the widest stretch of a country along a line across the view, and its width."""
    best: tuple[float, float, float] | None = None
    for row in range(1, 24):
        y = view.top + view.height * row / 24
        crossings = sorted(
            one[0] + (y - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
            for ring in rings
            for one, other in zip(ring, ring[1:] + ring[:1], strict=True)
            if (one[1] <= y) != (other[1] <= y)
        )
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            central = 1 - 0.3 * abs(row / 12 - 1)
            if best is None or (end - start) * central > best[2]:
                best = ((start + end) / 2, y, (end - start) * central)
    return best
