"""Alleged routes on a map: dashed curves from stop to stop, each with the numbers of the routes that take it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from oob.pictures.globe import Point, View
from oob.pictures.letters import room
from oob.pictures.placing import Box, Placing
from oob.pictures.sheet import Sheet, cited, ids, numbers, records, words
from oob.table import Table

MOST: Final = 30
_SHORT: Final = 11.0
"""How far a curve keeps from the middle of a stop's mark."""
_EDGE: Final = 12.0


@dataclass(frozen=True, slots=True)
class Route:
    """A row of the table of routes, as it is drawn."""

    key: str
    way: str
    what: str
    stops: tuple[str, ...]
    notes: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return f"{self.key} {self.way}: {self.what} {cited(self.notes)}"


def routes_in(table: Table) -> list[Route]:
    """The routes of a table, numbered in its order: as many as fit."""
    found = []
    for at, row in enumerate(list(records(table))[:MOST], 1):
        told = (words(row.get(key)) for key in ("count_text", "system", "operator"))
        stance = words(row.get("stance"))
        what = ", ".join(filter(None, (*told, stance if stance in ("denied", "possible") else "")))
        found.append(Route(f"r{at}", words(row.get("route")), what, ids(row.get("stops")), numbers(row.get("notes"))))
    return found


@dataclass(frozen=True, slots=True)
class Leg:
    """A curve from one stop to the next; `end` names a stop that lies off the map, at the frame."""

    start: Point
    bend: Point
    finish: Point
    routes: tuple[str, ...]
    beyond: str = ""
    inwards: bool = False

    def at(self, share: float) -> Point:
        """The point so far along the curve, from 0 to 1."""
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
        x = a * self.start[0] + b * self.bend[0] + c * self.finish[0]
        return x, a * self.start[1] + b * self.bend[1] + c * self.finish[1]

    def boxes(self) -> Iterator[Box]:
        """Small boxes along the curve, for labels to avoid."""
        for step in range(13):
            x, y = self.at(step / 12)
            yield Box(x - 3, y - 3, 6, 6)

    def draw(self, sheet: Sheet) -> None:
        """The curve, dashed, with an arrowhead where it ends."""
        (x1, y1), (xb, yb), (x2, y2) = self.start, self.bend, self.finish
        curve = f"M{x1:.1f} {y1:.1f}Q{xb:.1f} {yb:.1f} {x2:.1f} {y2:.1f}"
        sheet.path(curve, stroke="paper", stroke_width=3.4, stroke_opacity=0.7)
        sheet.path(curve, stroke="lost", stroke_width=1.7, stroke_dasharray="6 3.5", class_="leg")
        turn = math.atan2(y2 - yb, x2 - xb)
        wings = ((x2 - 9 * math.cos(turn + way), y2 - 9 * math.sin(turn + way)) for way in (-0.42, 0.42))
        told = "L".join(f"{x:.1f} {y:.1f}" for x, y in wings)
        sheet.path(f"M{x2:.1f} {y2:.1f}L{told}Z", fill="lost", class_="head")

    @staticmethod
    def example(sheet: Sheet, x: float, y: float) -> None:
        """A short one, for the legend."""
        Leg((x - 18, y + 3), (x, y - 7), (x + 16, y + 3), ()).draw(sheet)


def legs_of(routes: Sequence[Route], there: Mapping[str, Point], names: Mapping[str, str], view: View) -> list[Leg]:
    """The legs that can be drawn: those with a stop on the map; each once, whoever takes it."""
    takers: dict[tuple[str, str], list[str]] = {}
    for route in routes:
        for one, other in zip(route.stops, route.stops[1:], strict=False):
            if one in there and other in there and one != other:
                takers.setdefault((one, other), []).append(route.key)
    found = []
    for (one, other), keys in takers.items():
        start, finish = there[one], there[other]
        inside = view.holds(start, _EDGE), view.holds(finish, _EDGE)
        if not any(inside) or math.dist(start, finish) < 2 * _SHORT + 6:
            continue
        beyond = "" if all(inside) else names[other if inside[0] else one]
        if not inside[0]:
            start = _at_frame(finish, start, view)
        if not inside[1]:
            finish = _at_frame(start, finish, view)
        found.append(_leg(start, finish, tuple(dict.fromkeys(keys)), inside, beyond))
    return found


def _at_frame(inner: Point, outer: Point, view: View) -> Point:
    """Where the way to a point off the map meets the frame, a little inside it."""
    share = 1.0
    for axis, low, size in ((0, view.left, view.width), (1, view.top, view.height)):
        move = outer[axis] - inner[axis]
        if move > 0:
            share = min(share, (low + size - _EDGE - inner[axis]) / move)
        elif move < 0:
            share = min(share, (low + _EDGE - inner[axis]) / move)
    return inner[0] + (outer[0] - inner[0]) * share, inner[1] + (outer[1] - inner[1]) * share


def _leg(start: Point, finish: Point, keys: tuple[str, ...], inside: tuple[bool, bool], beyond: str) -> Leg:
    """A curve that bends to its left, so that the way there and the way back stay apart."""
    across, down = finish[0] - start[0], finish[1] - start[1]
    bend = (start[0] + across / 2 + down * 0.16, start[1] + down / 2 - across * 0.16)
    ends = []
    for end, kept in ((start, inside[0]), (finish, inside[1])):
        far = math.dist(end, bend) or 1
        share = _SHORT / far if kept else 0
        ends.append((end[0] + (bend[0] - end[0]) * share, end[1] + (bend[1] - end[1]) * share))
    return Leg(ends[0], bend, ends[1], keys, beyond, inwards=inside[1])


def draw_legs(sheet: Sheet, legs: Sequence[Leg], placing: Placing) -> None:
    """All legs, then their numbers: where they do not cover anything, else nearer to one end."""
    for leg in legs:
        leg.draw(sheet)
    for leg in legs:
        _numbered(sheet, leg, placing)
    told: list[tuple[str, Point]] = []
    for leg in sorted(legs, key=lambda leg: -math.dist(leg.start, leg.finish)):
        end = leg.start if leg.inwards else leg.finish
        if leg.beyond and not any(leg.beyond == name and math.dist(end, at) < 90 for name, at in told):
            told.append((leg.beyond, end))
            _beyond(sheet, leg, placing)


def _numbered(sheet: Sheet, leg: Leg, placing: Placing) -> None:
    text = ", ".join(leg.routes[:4]) + (", \u2026" if len(leg.routes) > 4 else "")
    wide = room(text, 9) + 6
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        x, y = leg.at(share)
        box = Box(x - wide / 2, y - 7, wide, 13)
        if placing.free(box):
            placing.taken.append(box)
            sheet.box(box.x, box.y, box.width, box.height, fill="paper", stroke="lost", stroke_width=0.8, rx=3)
            sheet.text(x, y + 3, text, size=9, colour="lost", anchor="middle", bold=True, class_="route")
            return


def _beyond(sheet: Sheet, leg: Leg, placing: Placing) -> None:
    x, y = leg.start if leg.inwards else leg.finish
    text = f"{'from' if leg.inwards else 'to'} {leg.beyond}"
    if found := placing.beside(x, y, [(room(text, 10), 13)]):
        box = found[1]
        sheet.text(box.x, box.y + 10, text, size=10, colour="ink", halo=True, class_="beyond")
