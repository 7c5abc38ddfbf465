"""A map of where things are alleged to be, and on which routes they are alleged to have come."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from oob.pictures import globe, key, sites
from oob.pictures.globe import Point, View
from oob.pictures.key import MARK
from oob.pictures.legend import Entry, legend
from oob.pictures.letters import fitted, room
from oob.pictures.look import PAPER, Look
from oob.pictures.placing import Box, Placing
from oob.pictures.routes import Leg, Route, draw_legs, legs_of, routes_in
from oob.pictures.scale import step_of
from oob.pictures.sheet import PLAIN, Sheet, noted, numbers, records, words
from oob.pictures.sites import Place
from oob.pictures.subtitle import subtitle
from oob.pictures.svg import said
from oob.table import Table

_FAR_KM: Final = 2000
_LABEL: Final = 176.0
_CLOSE: Final = 14
"""Degrees of latitude below which a view has an inset."""
_CREDIT: Final = "Map: Natural Earth, borders as shown there; that takes no side in any dispute over them."


def draw(places: Table, routes: Table | None = None, look: Look = PAPER) -> str:
    """SVG text of a map of `report.geography`'s places and routes, whose footnotes are numbered together.

    A place without a position is named below the map; where none has one, there is no map and it says so.
    """
    every = list(records(places))
    shown = [sites.read(row, sites.letter(at)) for at, row in enumerate(sites.chosen(every))]
    ways = routes_in(routes) if routes else []
    told = "; ".join([*(each.sentence for each in shown), *(each.sentence for each in ways)])
    sheet = Sheet(look, words(places.title), told or "Nothing found.")
    sheet.heading(look.asked or subtitle(places))
    view = _view(sheet, shown)
    if view is not None:
        _map(sheet, view, shown, ways)
        legend(sheet, _legend(view, shown, ways))
    elif shown:
        sheet.lines("No place that is named has a position, so there is no map.", size=PLAIN)
    else:
        sheet.lines("Nobody says where, so there is no map." if places.notes else "Nothing found.", size=PLAIN)
    key.places(sheet, shown, view)
    key.routes(sheet, ways)
    if more := len(every) - len(shown):
        sheet.lines(f"And {more:,} more places of the table, not drawn: those with the fewest sources.")
    mentioned = {note for each in shown for note in each.notes} | {note for each in ways for note in each.notes}
    mentioned.update(numbers(places.about.get("unplaced")))
    footed = max((places, routes or places), key=lambda table: len(table.footnotes))
    remarks = [*map(words, places.notes), *([_CREDIT] if view else [])]
    sheet.sourcing(footed, mentioned, *remarks)
    return sheet.finished()


# -- where things stand ---------------------------------------------------------------------------------------------


def _view(sheet: Sheet, places: Sequence[Place]) -> View | None:
    """The part of the world that is shown: all exact positions, and the areas near them where things are."""
    exact = [each.position for each in places if each.position and not each.vague]
    near = [
        each.position
        for each in places
        if each.position and each.vague and each.holdings and (not exact or _distance(each.position, exact) < _FAR_KM)
    ]
    points = exact + near or [each.position for each in places if each.position]
    if not points:
        return None
    wide = sheet.right - sheet.left
    return globe.around(points, sheet.left, sheet.y + 4, wide, wide * 0.52, min(wide * 0.95, 620))


def _distance(point: Point, others: Sequence[Point]) -> float:
    """Kilometres to the nearest of some places, roughly."""
    across = (min((point[1] - lon) % 360, (lon - point[1]) % 360) for _, lon in others)
    return min(max(abs(point[0] - lat), wide * 0.75) for (lat, _), wide in zip(others, across, strict=True)) * globe.KM


# -- drawing --------------------------------------------------------------------------------------------------------


def _map(sheet: Sheet, view: View, places: Sequence[Place], ways: Sequence[Route]) -> None:
    ground = globe.ground(view)
    _ground(sheet, view, ground)
    there = {each.id: view.at(*each.position) for each in places if each.position}
    shown = [each for each in places if each.id in there and view.holds(there[each.id], MARK)]
    spots = _spots(view, [there[each.id] for each in shown])
    placing = Placing(Box(view.left + 3, view.top + 3, view.width - 6, view.height - 16))
    _scale_bar(sheet, view, placing)
    _inset(sheet, view, placing, spots)
    for each, (x, y) in zip(shown, spots, strict=True):
        placing.taken.append(Box(x - MARK, y - MARK, 2 * MARK, 2 * MARK))
        _precision(sheet, view, each, there[each.id])
    legs = legs_of(ways, there, {each.id: each.name for each in places}, view)
    placing.lines += [box for leg in legs for box in leg.boxes()]
    draw_legs(sheet, legs, placing)
    for each, spot in sorted(zip(shown, spots, strict=True), key=lambda pair: (pair[0].vague, -len(pair[0].notes))):
        _label(sheet, each, spot, placing)
    for each, spot in zip(shown, spots, strict=True):
        if spot != there[each.id]:
            sheet.line(*spot, *there[each.id], "held", 1.2)
            sheet.dot(*there[each.id], 2, fill="held")
    for each, spot in zip(shown, spots, strict=True):
        _mark(sheet, each, spot)
    _countries(sheet, ground, placing)
    sheet.box(view.left, view.top, view.width, view.height, stroke="quiet", stroke_width=1)
    sheet.y = view.top + view.height


def _ground(sheet: Sheet, view: View, ground: globe.Ground) -> None:
    sheet.box(view.left, view.top, view.width, view.height, fill="sea")
    sheet.path(ground.land, fill="land", fill_rule="evenodd")
    _graticule(sheet, view)
    sheet.path(ground.borders, stroke="border", stroke_width=0.9, stroke_dasharray="4 2")
    sheet.path(ground.coasts, stroke="coast", stroke_width=0.8)


def _spots(view: View, points: Sequence[Point]) -> list[Point]:
    """Where the marks of places stand: where the places are, or beside, where another mark stands already."""
    found: list[Point] = []
    for x, y in points:
        around = (
            (x + far * math.cos(turn * math.pi / 4), y - far * math.sin(turn * math.pi / 4))
            for far in (18, 30)
            for turn in range(8)
        )
        free = (
            spot
            for spot in ((x, y), *around)
            if view.holds(spot, MARK) and all(math.dist(spot, other) >= 2 * MARK - 2 for other in found)
        )
        found.append(next(free, (x, y)))
    return found


def _graticule(sheet: Sheet, view: View) -> None:
    """Lines of latitude and longitude, labelled at the frame."""
    step = step_of(view.north - view.south, 6)
    lines = []
    for degree in range(int(max(view.south, -91) // step + 1) * step, int(min(view.north, 90)) + 1, step):
        y = view.plain(degree, 0)[1]
        if view.top + 8 < y < view.top + view.height - 14:
            lines.append(f"M{view.left:.1f} {y:.1f}h{view.width:.1f}")
            sheet.text(view.left + 4, y - 2, _degrees(degree, "NS"), size=8, colour="quiet", class_="degree")
    for degree in range(int(view.west // step + 1) * step, int(view.east) + 1, step):
        x = view.plain(0, degree)[0]
        if view.left + 14 < x < view.left + view.width - 14:
            lines.append(f"M{x:.1f} {view.top:.1f}v{view.height:.1f}")
            told = _degrees((degree + 180) % 360 - 180, "EW")
            low = view.top + view.height - 3
            sheet.text(x + 2, low, told, size=8, colour="quiet", class_="degree")
    sheet.path("".join(lines), stroke="border", stroke_width=0.4)


def _degrees(degree: int, ends: str) -> str:
    return f"{abs(degree)}\u00b0{ends[degree < 0] if degree else ''}"


def _scale_bar(sheet: Sheet, view: View, placing: Placing) -> None:
    """A bar of so many kilometres, in a corner, true in the middle of the map."""
    km = view.pixels / globe.KM
    length = max(each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if each * km < view.width / 4)
    wide, text = length * km, f"{length:,} km"
    taken = room(text, 9) + 8
    x, y = view.left + view.width - wide - taken - 12, view.top + view.height - 22
    sheet.path(f"M{x:.1f} {y - 4:.1f}v4h{wide:.1f}v-4", stroke="ink", stroke_width=1.2, class_="scale")
    sheet.text(x + wide + 5, y, text, size=9, halo=True)
    placing.taken.append(Box(x - 2, y - 8, wide + taken, 12))


def _inset(sheet: Sheet, view: View, placing: Placing, points: Sequence[Point]) -> None:
    """Where in the world a narrow view lies, in a corner where nothing is."""
    if view.north - view.south > _CLOSE or view.width < 420:
        return
    wide, high = 108.0, 84.0
    frame = placing.frame
    for x, y in ((frame.x + frame.width - wide, frame.y), (frame.x, frame.y)):
        box = Box(x, y, wide, high)
        if not any(box.meets(Box(px, py, 0, 0), 30) for px, py in points):
            break
    else:
        return
    middle = (view.north + view.south) / 2, (view.west + view.east) / 2
    shrink = max(0.3, math.cos(math.radians(middle[0])))
    across, down = 26 / shrink, 26 * high / wide
    around = View(middle[1] - across, middle[1] + across, middle[0] - down, middle[0] + down, x, y, wide, high)
    sheet.box(x, y, wide, high, fill="sea")
    land = globe.ground(around, names=False)
    sheet.path(land.land, fill="land", fill_rule="evenodd", stroke="coast", stroke_width=0.4)
    (left, top), (right, low) = around.plain(view.north, view.west), around.plain(view.south, view.east)
    sheet.box(left, top, right - left, low - top, stroke="lost", stroke_width=1.5, class_="inset")
    sheet.box(x, y, wide, high, stroke="quiet", stroke_width=0.8)
    placing.taken.append(box)


def _precision(sheet: Sheet, view: View, place: Place, point: Point) -> None:
    """How exact a position is, as a circle, where it can be seen and says anything."""
    if place.precision is None or place.vague:
        return
    radius = place.precision / globe.KM * view.pixels
    if radius > MARK:
        sheet.dot(*point, radius, stroke="held", stroke_width=1, stroke_dasharray="3 2", class_="precision")


def _mark(sheet: Sheet, place: Place, point: Point) -> None:
    """A dot with the place's letter; hollow where the position stands for an area; small where it is only passed."""
    x, y = point
    sheet.add(f'<g class="place"><title>{said(place.sentence[:600])}</title>')
    full = bool(place.holdings) and not place.vague
    dash = "2.5 1.8" if place.vague else None
    sheet.dot(x, y, MARK, fill="held" if full else "paper", stroke="held", stroke_width=1.5, stroke_dasharray=dash)
    size = 9 if len(place.key) == 1 else 7.5
    colour = "paper" if full else "held"
    sheet.text(x, y + 3.2, place.key, size=size, bold=True, colour=colour, anchor="middle", class_="key")
    sheet.add("</g>")


def _label(sheet: Sheet, place: Place, point: Point, placing: Placing) -> None:
    """The place's name and sources, and what is there as far as there is room; the key below has all of it."""
    variants = _variants(place)
    sizes = [
        (max(room(line, 10 if down else 11, bold=not down) for down, line in enumerate(lines)), 3.0 + 12 * len(lines))
        for lines in variants
    ]
    if (found := placing.beside(*point, sizes)) is None:
        return
    which, box = found
    _leader(sheet, point, box)
    left = box.x + box.width < point[0]
    start, anchor = (box.x + box.width, "end") if left else (box.x, None)
    sheet.add('<g class="label">')
    for down, text in enumerate(variants[which]):
        y, size, class_ = box.y + 11 + 12 * down, 10 if down else 11, "holding" if down else "name"
        sheet.text(start, y, text, size=size, bold=not down, anchor=anchor, halo=True, class_=class_)
    sheet.add("</g>")


def _variants(place: Place) -> list[list[str]]:
    """The lines of a label, from the one that says most: the first line is the name."""
    name = fitted(place.name, _LABEL, 11, bold=True)
    sources = " ".join(noted(place.notes, 110, 10, most=1))
    told = [fitted(each, _LABEL, 10) for each in _foremost(place)]
    held = [*told[:-1], f"{told[-1]} {sources}"] if len(told) > 1 else [*told, sources]
    beside = [name, sources] if any(map(_leftwards, name)) else [f"{name} {sources}"]
    return [*([[name, *held]] if told else []), beside, [name]]


def _leftwards(char: str) -> bool:
    """Whether it is written from right to left, and would turn numbers after it around."""
    return unicodedata.bidirectional(char) in ("R", "AL")


def _foremost(place: Place) -> list[str]:
    """What a label on the map has room for: numbers before what has none, without the holders."""
    stated = [each for each in place.holdings if not each.rpartition(": ")[2].startswith(("not stated", "("))]
    first = (stated or list(place.holdings))[:2]
    told = [each.rpartition(" (")[0] or each for each in first]
    more = len(place.holdings) - len(told)
    return [*told, *([f"and {more} more"] if more > 0 else [])]


def _leader(sheet: Sheet, point: Point, box: Box) -> None:
    """A line from a mark to its label, where they are apart."""
    x, y = point
    near = min(max(x, box.x), box.x + box.width), min(max(y, box.y), box.y + box.height)
    if math.dist(point, near) > 14:
        sheet.line(x, y, *near, "ink", 0.7)


def _countries(sheet: Sheet, ground: globe.Ground, placing: Placing) -> None:
    """The names of countries, where there is room for them."""
    for name, x, y, wide in sorted(ground.names, key=lambda each: -each[3]):
        text = name.upper()
        box = Box(x - room(text, 8) / 2, y - 7, room(text, 8), 10)
        if box.width < wide and placing.free(box) and not any(box.meets(line) for line in placing.lines):
            placing.taken.append(box)
            sheet.text(x, y, text, size=8, colour="quiet", anchor="middle", class_="country")


def _legend(view: View, places: Sequence[Place], ways: Sequence[Route]) -> Iterator[Entry]:
    """The marks that occur."""
    on_it = [each for each in places if each.position and view.holds(view.at(*each.position), MARK)]
    if any(each.holdings and not each.vague for each in on_it):
        yield Entry(lambda sheet, x, y: sheet.dot(x, y, 6, fill="held"), "alleged to be there", 20)
    if any(not each.holdings and not each.vague for each in on_it):
        yield Entry(_passed, "only on the way", 20)
    if any(each.vague for each in on_it):
        yield Entry(_somewhere, "somewhere in that area", 20)
    if any(_radius(view, each) > MARK for each in on_it):
        yield Entry(_ring, "how exact the position is", 20)
    if ways:
        yield Entry(Leg.example, "alleged route", 44)


def _passed(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 6, fill="paper", stroke="held", stroke_width=1.5)


def _somewhere(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 6, fill="paper", stroke="held", stroke_width=1.5, stroke_dasharray="2.5 1.8")


def _ring(sheet: Sheet, x: float, y: float) -> None:
    sheet.dot(x, y, 7, stroke="held", stroke_dasharray="3 2")


def _radius(view: View, place: Place) -> float:
    return 0 if place.vague else (place.precision or 0) / globe.KM * view.pixels
