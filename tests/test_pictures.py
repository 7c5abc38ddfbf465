"""Pictures: that they say what the tables say, that marks stand where the numbers do, and that nothing breaks out.

Where a mark has to stand is worked out from the labels of the picture's own axes: a mark for 4 stands a fifth of the
way from the label 0 to the label 20.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_cli import oob
from test_hostile import LONG, RAW, evil, stranger  # noqa: F401

from oob import inventory as queries
from oob.cli.questions import ask
from oob.pictures import globe, inventory, map, png, sidc, symbols, timeline, tree  # noqa: A004
from oob.pictures.letters import fitted, room, wrapped
from oob.pictures.look import COLOURS, PAGE, STYLE, Look
from oob.pictures.placing import Box
from oob.pictures.sheet import MOST_SOURCES, brief, noted
from oob.pictures.svg import element, said
from oob.report import geography, inventories, listings, orders
from oob.report.inventories import Answer
from oob.sourcing import Notes
from oob.store import Database, Reader
from oob.table import Cell, Column, Table
from oob.vocabulary import FORCE_KINDS

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"
Node = ElementTree.Element


def parsed(svg: str) -> Node:
    """The picture as XML; fails where it is not well formed."""
    return ElementTree.fromstring(svg.encode("utf-8"))


def classed(node: Node, *names: str) -> list[Node]:
    """The elements in a node, in drawing order, that have all these classes."""
    return [each for each in node.iter() if set(names) <= set((each.get("class") or "").split())]


def text(node: Node) -> str:
    """All text in an element."""
    return "".join(node.itertext())


def texts(node: Node, name: str) -> list[str]:
    """The texts of a class."""
    return [text(each) for each in classed(node, name)]


def at(node: Node, *keys: str) -> tuple[float, ...]:
    """Attributes as numbers."""
    return tuple(float(node.get(key) or "nan") for key in keys)


def notes_in(printed: Sequence[str]) -> tuple[int, ...]:
    """The footnote numbers that `[1, 3–5]` stands for."""
    found: list[int] = []
    for part in re.findall(r"\d+(?:–\d+)?", " ".join(printed)):
        first, _, last = part.partition("–")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def column(table: Table, key: str) -> list[Cell]:
    """A column of a table by its key."""
    place = [each.key for each in table.columns].index(key)
    return [row[place] for row in table.rows]


@pytest.fixture(scope="module")
def lna(shipped: Database) -> Answer:
    """The inventory of the LNA in the shipped catalogue."""
    with Reader(shipped) as reader:
        return ask(reader, queries.directory(reader), ["lna"], None, None)


@pytest.fixture(scope="module")
def held(lna: Answer) -> Table:
    """As a table."""
    return inventories.tables(lna, ("own", "support", "backers"))[0]


@pytest.fixture(scope="module")
def told(lna: Answer) -> Table:
    """Its timeline."""
    rows = list(lna.rows.values())
    spans = {each.id: (each.earliest, each.latest) for each in queries.as_claims(rows, lna.known)}
    return listings.timeline(rows, spans, lna.known, "Timeline")


@pytest.fixture(scope="module")
def where(lna: Answer) -> tuple[Table, Table]:
    """Its places and routes, with one numbering."""
    notes, rows = Notes(lna.known), list(lna.rows.values())
    return geography.places(lna, rows, notes), geography.routes(rows, lna, notes)


@pytest.fixture(scope="module")
def forces(lna: Answer) -> Table:
    """Its order of battle."""
    return orders.order_of_battle(lna)


@pytest.fixture(scope="module")
def pictures(held: Table, told: Table, where: tuple[Table, Table], forces: Table) -> dict[str, Callable[[Look], str]]:
    """The four, as functions of the look."""
    return {
        "inventory": lambda look: inventory.draw(held, look),
        "timeline": lambda look: timeline.draw(told, look),
        "map": lambda look: map.draw(*where, look),
        "tree": lambda look: tree.draw(forces, look),
    }


KINDS = ("inventory", "timeline", "map", "tree")


# -- an inventory ---------------------------------------------------------------------------------------------------

KEYS = ("row", "system", "system_path", "depth", "holder", "count_text", "readings", "lost_text", "lost_readings")
MORE = ("disagreement", "contested_by", "single_party", "notes")


def holdings(*rows: tuple[str, tuple[str, ...], tuple[str, ...]], **about: Cell) -> Table:
    """An inventory of rows (number in words, readings, losses), each with a source of its own."""
    columns = tuple(Column(key, kind="notes" if key == "notes" else "text") for key in (*KEYS, *MORE))
    told = tuple(
        (f"r{at}", f"thing {at}", "", 0, "Red", words, kept, "2" if lost else None, lost, None, None, None, (at + 1,))
        for at, (words, kept, lost) in enumerate(rows)
    )
    footnotes = tuple(
        f"Speaker {at}, briefing; reliability B. In: Paper, 2020 [paper-{at}], par. 1." for at in range(9)
    )
    return Table("inventory", "Things", columns, told, footnotes=footnotes, about=about)


def scale(picture: Node) -> dict[float, float]:
    """Where the labels of an axis stand, by their numbers."""
    return {float(text(each).replace(",", "")): at(each, "x")[0] for each in classed(picture, "tick")}


def test_an_inventory_has_every_row_with_its_number_and_its_sources(held: Table) -> None:
    rows = classed(parsed(inventory.draw(held)), "row")
    assert [texts(row, "number") for row in rows] == [[words] for words in column(held, "count_text")]
    assert [notes_in(texts(row, "notes")) for row in rows] == column(held, "notes")
    assert [texts(row, "system")[0] for row in rows] == column(held, "system")
    lost = [texts(row, "lost") for row in rows]
    assert [each for each in lost if any(each)] == [["", "lost 2"], ["", "lost 3+ (several)"]]


def test_marks_stand_where_the_numbers_are() -> None:
    table = holdings(("4-8", ("4-8",), ()), ("10", ("10",), ()), ("15+", ("15+",), ()), ("20", ("20",), ()))
    picture = parsed(inventory.draw(table))
    ticks = scale(picture)
    assert set(ticks) == {0, 5, 10, 15, 20}
    unit = (ticks[20] - ticks[0]) / 20
    [bar] = classed(picture, "row")[0].iter(f"{SVG}rect")
    assert at(bar, "x", "width") == pytest.approx((ticks[0] + 4 * unit, 4 * unit), abs=0.02)
    for row, number in ((1, 10), (3, 20)):
        [dot] = classed(classed(picture, "row")[row], "exact")
        assert at(dot, "cx")[0] == pytest.approx(ticks[0] + number * unit, abs=0.02)
    [stop] = classed(classed(picture, "row")[2], "from")
    assert at(stop, "x")[0] + 1.5 == pytest.approx(ticks[0] + 15 * unit, abs=0.02)
    assert classed(classed(picture, "row")[2], "open"), "and fades away"
    assert [bool(classed(row, "open")) for row in classed(picture, "row")] == [False, False, True, False]


def test_three_and_three_thousand_share_an_honest_axis() -> None:
    picture = parsed(inventory.draw(holdings(("3", ("3",), ()), ("3,000", ("3000",), ()), ("30-300", ("30-300",), ()))))
    ticks = scale(picture)
    assert set(ticks) == {1, 10, 100, 1000}
    decade = ticks[10] - ticks[1]
    assert ticks[1000] - ticks[100] == pytest.approx(decade, abs=0.02)
    dots = [at(each, "cx")[0] for each in classed(picture, "exact") if each.get("cx")]
    assert dots[1] - dots[0] == pytest.approx(3 * decade, abs=0.05)
    bar = classed(picture, "between")[0]
    assert at(bar, "width")[0] == pytest.approx(decade, abs=0.05)
    assert at(bar, "x")[0] == pytest.approx(ticks[1] + decade * math.log10(30), abs=0.05)
    assert "ogarithmic axis" in text(picture)
    assert "ogarithmic" not in text(parsed(inventory.draw(holdings(("3", ("3",), ()), ("30", ("30",), ())))))


def test_disagreement_is_drawn_as_separate_figures_in_one_bracket() -> None:
    picture = parsed(inventory.draw(holdings(("12 or 14+", ("12", "14+"), ()))))
    [row] = classed(picture, "row")
    [dot], [stop] = classed(row, "exact"), classed(row, "from")
    assert at(dot, "cy")[0] < at(stop, "y")[0] + 5.5, "one below the other"
    assert len(classed(row, "apart")) == 1
    assert "cannot all be true" in text(picture)


def test_what_has_no_number_is_hollow_and_off_the_axis() -> None:
    picture = parsed(inventory.draw(holdings(("not stated", ("?",), ()), ("(planned)", (), ()), ("5", ("5",), ()))))
    first, second, third = classed(picture, "row")
    [hollow], [dashed] = classed(first, "unstated"), classed(second, "expected")
    assert hollow.get("fill") == COLOURS["paper"][0]
    assert at(hollow, "cx")[0] < min(scale(picture).values())
    assert dashed.get("stroke-dasharray")
    assert not classed(third, "unstated")


def test_losses_have_a_shape_and_a_colour_of_their_own() -> None:
    picture = parsed(inventory.draw(holdings(("4", ("4",), ("2",)), ("8", ("8",), ("2-5",)))))
    one, many = classed(picture, "row")
    [triangle] = classed(one, "exact", "lost")
    assert triangle.tag == f"{SVG}path"
    assert triangle.get("fill") == COLOURS["lost"][0] != COLOURS["held"][0]
    assert len(classed(many, "lost", "hatched")) == 1
    assert texts(one, "lost")[-1] == "lost 2"


def test_zero_and_up_to_are_told_apart_from_one_number() -> None:
    picture = parsed(inventory.draw(holdings(("up to 20", ("1-20",), ()), ("0", ("0",), ()), ("10", ("10",), ()))))
    ticks = scale(picture)
    [line] = classed(classed(picture, "row")[0], "most")
    unit = (ticks[20] - ticks[0]) / 20
    assert at(line, "x", "width") == pytest.approx((ticks[0] + unit, 19 * unit), abs=0.02)
    assert at(classed(classed(picture, "row")[1], "exact")[0], "cx")[0] == pytest.approx(ticks[0], abs=0.02)


def test_an_empty_table_says_so(held: Table, told: Table, where: tuple[Table, Table], forces: Table) -> None:
    def bare(table: Table) -> Table:
        return replace(table, rows=(), groups=(), footnotes=())

    for svg in (
        inventory.draw(bare(held)),
        timeline.draw(bare(told)),
        map.draw(bare(where[0]), bare(where[1])),
        tree.draw(bare(forces)),
    ):
        assert "Nothing found." in text(parsed(svg))


# -- a timeline -----------------------------------------------------------------------------------------------------

MOMENTS = (*("system", "action", "stance", "count_text", "operator"), *("when", "earliest", "latest", "dated", "notes"))


def moments(*rows: tuple[str, str, str | None, str | None, bool]) -> Table:
    """A timeline of rows (action, stance, earliest, latest, dated)."""
    columns = tuple(Column(key, kind="notes" if key == "notes" else "text") for key in MOMENTS)
    cells: list[tuple[Cell, ...]] = [
        ("tank", action, stance, str(number), "Red", "then", earliest, latest, dated, (number + 1,))
        for number, (action, stance, earliest, latest, dated) in enumerate(rows)
    ]
    return Table("timeline", "Times", columns, tuple(cells), footnotes=("Somebody. In: a [b].",) * 9)


def test_a_timeline_has_every_claim_with_its_sources(told: Table) -> None:
    rows = classed(parsed(timeline.draw(told)), "row")
    assert {note for row in rows for note in notes_in(texts(row, "notes"))} == {
        note for notes in column(told, "notes") if isinstance(notes, tuple) for note in notes
    }
    labels = " / ".join(" ".join(texts(row, "label")) for row in rows)
    for number in filter(None, column(told, "count_text")):
        assert str(number) in labels
    drawn = sum(int((re.findall(r" ×(\d+)", " ".join(texts(row, "label"))) or ["1"])[0]) for row in rows)
    assert drawn == len(told.rows), "claims that say the same are one line, and counted"


def test_days_are_dots_and_uncertain_dates_are_bars_over_their_bounds() -> None:
    table = moments(
        ("present", "asserted", "2020-01-01", "2020-01-01", True),
        ("present", "asserted", "2020-02-01", "2020-04-30", True),
        ("present", "asserted", "2020-12-31", "2020-12-31", True),
    )
    picture = parsed(timeline.draw(table))
    ticks = {text(each): at(each, "x")[0] for each in classed(picture, "tick")}
    months = {datetime.strptime(label, "%b %Y").date(): x for label, x in ticks.items()}
    last_label = max(months)
    day = (months[last_label] - ticks["Jan 2020"]) / (last_label - date(2020, 1, 1)).days
    first, bar, last = classed(picture, "row")
    [dot], [span], [end] = classed(first, "day"), classed(bar, "between"), classed(last, "day")
    assert at(dot, "cx")[0] == pytest.approx(ticks["Jan 2020"] + day / 2, abs=0.05), "the middle of the day"
    assert at(span, "x")[0] == pytest.approx(ticks["Jan 2020"] + 31 * day, abs=0.05)
    assert at(span, "width")[0] == pytest.approx((29 + 31 + 30) * day, abs=0.05)
    assert at(end, "cx")[0] - at(dot, "cx")[0] == pytest.approx(365 * day, abs=0.05)


def test_what_is_open_undated_denied_or_possible_looks_so() -> None:
    table = moments(
        ("present", "asserted", "2020-02-01", None, True),
        ("present", "asserted", "2020-03-01", "2020-03-01", False),
        ("delivered", "denied", "2020-03-01", "2020-03-01", True),
        ("present", "possible", "2020-03-01", "2020-03-01", True),
        ("destroyed", "asserted", "2020-03-01", "2020-03-31", True),
    )
    picture = parsed(timeline.draw(table))
    # Losses stand in the order of the table too: one group, one system.
    since, unsaid, denied, possible, lost = classed(picture, "row")
    assert classed(since, "open")
    assert classed(unsaid, "said")[0].get("fill") == COLOURS["paper"][0]
    assert classed(denied, "denied")
    assert texts(denied, "label") == ["denied: delivered 2Red"]
    assert texts(possible, "label") == ["possible: present 3Red"]
    assert classed(possible, "day")[0].get("fill") == COLOURS["doubt"][0]
    assert classed(lost, "lost", "hatched")
    assert [len(classed(row, "open")) for row in (unsaid, denied, possible, lost)] == [0, 0, 0, 0]


def test_a_timeline_explains_the_marks_that_it_has_and_no_others() -> None:
    gone = text(parsed(timeline.draw(moments(("destroyed", "asserted", "2020-03-01", "2020-03-01", True)))))
    assert "lost or taken away: on that day" in gone
    assert gone.count("on that day") == 1, "of what is there, no mark is drawn"
    kept = text(parsed(timeline.draw(moments(("present", "asserted", "2020-03-01", "2020-03-01", True)))))
    assert "on that day" in kept
    assert "some time in those days" not in kept
    assert "lost" not in kept


def test_a_timeline_without_any_date_has_no_axis() -> None:
    assert "No claim has a date." in text(parsed(timeline.draw(moments(("present", "asserted", None, None, True)))))


# -- a map ----------------------------------------------------------------------------------------------------------


def graticule(picture: Node) -> Callable[[float, float], tuple[float, float]]:
    """Where a position has to stand, by the degrees at the frame: two of latitude and two of longitude."""
    north, east = {}, {}
    for each in classed(picture, "degree"):
        found = re.fullmatch(r"(\d+)°([NSEW]?)", text(each))
        assert found
        degree = int(found[1]) * (-1 if found[2] in ("S", "W") else 1)
        x, y = at(each, "x", "y")
        if found[2] in ("N", "S"):
            north[degree] = y + 2
        else:
            east[degree] = x - 2
    (s, s_at), (n, n_at) = sorted(north.items())[0], sorted(north.items())[-1]
    (w, w_at), (e, e_at) = sorted(east.items())[0], sorted(east.items())[-1]
    return lambda lat, lon: (
        w_at + (lon - w) / (e - w) * (e_at - w_at),
        s_at + (lat - s) / (n - s) * (n_at - s_at),
    )


def test_a_map_has_every_place_and_route_with_its_sources(where: tuple[Table, Table]) -> None:
    picture = parsed(map.draw(*where))
    entries, ways = classed(picture, "place-key"), classed(picture, "route-key")
    assert [notes_in(texts(each, "notes")) for each in entries] == column(where[0], "notes")
    assert [notes_in(texts(each, "notes")) for each in ways] == column(where[1], "notes")
    for entry, name, told in zip(entries, column(where[0], "name"), column(where[0], "holdings"), strict=True):
        assert str(name) in text(entry)
        assert isinstance(told, tuple)
        assert " ".join(texts(entry, "holding")) == " ".join(str(each) for each in told)
    assert [str(way) in text(each) for way, each in zip(column(where[1], "route"), ways, strict=True)] == [True] * 5


def test_places_stand_where_they_are(where: tuple[Table, Table]) -> None:
    picture = parsed(map.draw(*where))
    expected = graticule(picture)
    marks = {name: each for each in classed(picture, "place") for name in [title(each).split(":")[0]]}
    for name, latitude, longitude in (
        ("Al Jufra air base", 29.1981, 16.001),
        ("Khmeimim air base", 35.401, 35.949),
        ("Tripoli", 32.887, 13.191),
    ):
        [circle] = marks[name].iter(f"{SVG}circle")
        assert at(circle, "cx", "cy") == pytest.approx(expected(latitude, longitude), abs=0.6)
    assert "Russia" not in marks, "it is off the map, and the key says so"
    assert "off the map" in next(text(each) for each in classed(picture, "place-key") if "Russia" in text(each)[:9])


def title(node: Node) -> str:
    """The title of an element."""
    found = node.find(f"{SVG}title")
    assert found is not None
    return text(found)


def test_the_land_is_where_the_land_is() -> None:
    on_land = land_in(globe.around([(25, 10), (38, 35)], 0, 0, 700, 300, 600))
    for latitude, longitude in ((29, 18), (30, 31), (39, 16.5), (33.5, 36.3), (35.2, 24.9)):
        assert on_land(latitude, longitude), "the Fezzan, Egypt, Calabria, Damascus, Crete"
    for latitude, longitude in ((34, 18), (31.5, 18), (33.5, 28), (27.5, 34.5)):
        assert not on_land(latitude, longitude), "the Mediterranean, the Gulf of Sidra, and the Red Sea"


def test_land_that_crosses_the_date_line_or_holds_a_pole_is_no_band_around_the_world() -> None:
    north = globe.around([(33, 13), (69, 33)], 0, 0, 700, 300, 600)
    on_land = land_in(north)
    assert on_land(66, 15), "Sweden"
    assert not on_land(67, 5), "the Norwegian Sea, as far north as Russia's end beyond the date line"
    assert max(across(line) for line in pieces(globe.ground(north).coasts)) < 100
    on_land = land_in(globe.around([(64, 177), (65, -165)], 0, 0, 700, 300, 600))
    assert on_land(66, 178), "Chukotka, this side of the line"
    assert on_land(66, -173), "and beyond it"
    assert not on_land(64, 180), "the Gulf of Anadyr"
    on_land = land_in(globe.around([(33, 13), (-80, 0), (-38, 145)], 0, 0, 700, 300, 600))
    assert on_land(-87, 20), "the inside of Antarctica"
    assert not on_land(-60, 20)


def pieces(path: str) -> list[list[tuple[float, float]]]:
    """The lines of a path that tells each step from the point before."""
    return [points(line) for line in path.replace("Z", "").split("M") if line]


def points(line: str) -> list[tuple[float, float]]:
    """The points of one line."""
    numbers = as_numbers(re.findall(r"-?(?:\d+\.?\d*|\.\d+)", line.replace("h0", "")))
    steps = list(zip(numbers[::2], numbers[1::2], strict=True))
    return list(itertools.accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1])))


def across(line: list[tuple[float, float]]) -> float:
    """How wide the widest step of a line is."""
    return max(abs(one[0] - other[0]) for one, other in itertools.pairwise(line))


def land_in(view: globe.View) -> Callable[[float, float], bool]:
    """Whether the base map has land at a latitude and longitude."""
    rings = pieces(globe.ground(view).land)

    def on_land(latitude: float, longitude: float) -> bool:
        x, y = view.at(latitude, longitude)
        crossed = 0
        for ring in rings:
            for (x1, y1), (x2, y2) in itertools.pairwise([*ring, ring[0]]):
                crossed += (y1 <= y) != (y2 <= y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        return crossed % 2 == 1

    return on_land


def as_numbers(words: Sequence[str]) -> tuple[float, ...]:
    """Words as numbers."""
    return tuple(float(word) for word in words)


@pytest.mark.parametrize("width", [400, 720, 1000])
def test_no_label_covers_another_or_a_mark(where: tuple[Table, Table], width: int) -> None:
    picture = parsed(map.draw(*where, Look(width=width)))
    boxes = []
    for node in [*(label for each in classed(picture, "label") for label in each), *classed(picture, "country")]:
        if node.get("aria-hidden") or node.tag != f"{SVG}text":
            continue
        x, y, size = at(node, "x", "y", "font-size")
        # As wide as Arial has it, which is narrower than what the picture reckons with.
        wide = room(text(node), size, bold=node.get("font-weight") == "bold") * 0.85
        start = {"end": x - wide, "middle": x - wide / 2}.get(node.get("text-anchor") or "", x)
        boxes.append((text(node), Box(start, y - size * 0.7, wide, size * 0.8)))
    boxes += [("a mark", Box(x - 7, y - 7, 14, 14)) for x, y in (at(e, "cx", "cy") for e in dots(picture))]
    assert len(boxes) > 12
    for (one, first), (other, second) in itertools.combinations(boxes, 2):
        assert not first.meets(second), f"{one} and {other}"
    frame = Box(0, 0, width, 2000)
    assert all(box.within(frame) for _, box in boxes)


def dots(picture: Node) -> list[Node]:
    """The marks of places."""
    return [circle for each in classed(picture, "place") for circle in each.iter(f"{SVG}circle")]


def test_routes_are_dashed_and_end_in_an_arrow(where: tuple[Table, Table]) -> None:
    picture = parsed(map.draw(*where))
    legs = classed(picture, "leg")
    # Six legs with an end on the map, two of them from Russia, and one in the legend.
    assert len(legs) == len(classed(picture, "head")) == 7
    assert all(each.get("stroke-dasharray") for each in legs)
    assert set(texts(picture, "beyond")) == {"from Russia"}
    [base] = [each for each in classed(picture, "place") if "Al Jufra" in title(each)]
    middle = at(next(base.iter(f"{SVG}circle")), "cx", "cy")
    ends = [as_numbers(re.findall(r"[\d.]+", each.get("d") or "")[-2:]) for each in legs]
    assert min(math.dist(end, middle) for end in ends) == pytest.approx(11, abs=1)


PLACES = ("place", "name", "within", "latitude", "longitude", "precision_km", "holdings", "system_paths", "notes")


def places(*rows: tuple[str, str | None, str | None, str | None]) -> Table:
    """Places (name, latitude, longitude, precision), each with a tank."""
    columns = tuple(Column(key, kind="notes" if key == "notes" else "text") for key in PLACES)
    cells: list[tuple[Cell, ...]] = [
        (name, name, "", lat, lon, precision, ("tank: 3 (Red)",), ("equipment/vehicle",), (1,))
        for name, lat, lon, precision in rows
    ]
    return Table("places", "Places", columns, tuple(cells), footnotes=("Somebody. In: a [b].",))


def test_how_exact_a_position_is_is_drawn_to_scale() -> None:
    picture = parsed(
        map.draw(places(("Exact", "30", "18", "1"), ("Rough", "31", "20", "60"), ("Area", "29", "19", "900")))
    )
    [circle, *rest] = classed(picture, "precision")
    expected = graticule(picture)
    degree = expected(30, 18)[1] - expected(31, 18)[1]
    assert at(circle, "r")[0] == pytest.approx(60 / 111.195 * degree, rel=0.01)
    assert at(circle, "cx", "cy") == pytest.approx(expected(31, 20), abs=0.6)
    assert rest == []
    hollow = {title(each).split(":")[0]: each for each in classed(picture, "place")}
    assert next(hollow["Area"].iter(f"{SVG}circle")).get("stroke-dasharray")
    assert not next(hollow["Exact"].iter(f"{SVG}circle")).get("stroke-dasharray")


def test_a_view_may_cross_the_date_line_and_one_place_is_enough() -> None:
    picture = parsed(map.draw(places(("Fiji", "-17.7", "178", "5"), ("Samoa", "-13.8", "-172", "5"))))
    fiji, samoa = (at(next(each.iter(f"{SVG}circle")), "cx", "cy") for each in classed(picture, "place"))
    assert 100 < samoa[0] - fiji[0] < 688, "ten degrees apart, not three hundred and fifty"
    alone = parsed(map.draw(places(("Base", "50", "30", "1"))))
    assert len(classed(alone, "place")) == len(classed(alone, "scale")) == 1


def test_there_is_no_latitude_beyond_a_pole() -> None:
    picture = parsed(map.draw(places(("Pole", "90", "0", "1"), ("Base", "-80", "120", "1"))))
    assert len(classed(picture, "place")) == 2
    degrees = [text(each) for each in classed(picture, "degree") if re.search("[NS]", text(each))]
    assert {"50\u00b0N", "50\u00b0S"} <= set(degrees)
    assert all(int(each[:-2]) <= 90 for each in degrees)


def test_a_label_tells_what_has_a_number_before_what_was_only_lost(where: tuple[Table, Table]) -> None:
    """At Al Jufra the LNA lost two aircraft of nobody knows how many; the fighters there are told with a number."""
    [label] = [each for each in classed(parsed(map.draw(*where)), "label") if "Al Jufra" in text(each)]
    assert [told for told in texts(label, "holding") if told.startswith("fighter aircraft: 12 or 14+")]
    [entry] = [each for each in classed(parsed(map.draw(*where)), "place-key") if "Al Jufra" in text(each)]
    assert "transport aircraft: not stated, lost 2 (LNA)" in text(entry)


def test_places_at_one_spot_are_all_seen() -> None:
    table = places(("Town", "50", "30", "1"), ("Airport", "50.01", "30.01", "1"), ("Far", "52", "33", "1"))
    picture = parsed(map.draw(table))
    town, airport, far = (at(next(each.iter(f"{SVG}circle")), "cx", "cy") for each in classed(picture, "place"))
    expected = graticule(picture)
    assert town == pytest.approx(expected(50, 30), abs=0.6)
    assert far == pytest.approx(expected(52, 33), abs=0.6)
    assert math.dist(town, airport) > 14, "beside it, on a line to where it is"
    assert math.dist(expected(50.01, 30.01), airport) < 31


def test_what_nobody_places_is_told_with_its_sources(shipped: Database) -> None:
    """Landmines, of which the shipped reports name no place: in a line, with sources below the picture as others."""
    with Reader(shipped) as reader:
        answer = ask(reader, queries.directory(reader), ["lna"], None, None, system="landmine")
    table = geography.places(answer, [])
    assert table.rows == ()
    picture = text(parsed(map.draw(table)))
    [remark] = table.notes
    assert remark in picture
    assert "Nobody says where, so there is no map." in picture
    assert "Nothing found." not in picture.partition(remark)[2]
    cited = table.about["unplaced"]
    assert cited == (1,)
    assert "landmine: not stated (Russia) [1]" in remark
    assert "[1]" in picture.partition(remark)[2]


def test_places_without_a_position_are_named_without_a_map() -> None:
    picture = parsed(map.draw(places(("Nowhere", None, None, None), ("Nonsense", "950", "x", "-"))))
    assert "there is no map" in text(picture)
    assert len(classed(picture, "place-key")) == 2
    assert not classed(picture, "scale")


# -- forces and symbols ---------------------------------------------------------------------------------------------


def test_a_tree_has_every_force_with_what_it_holds_and_its_sources(forces: Table) -> None:
    rows = classed(parsed(tree.draw(forces)), "row")
    assert [" ".join(texts(row, "force")) for row in rows] == column(forces, "name")
    told = [" ".join(str(each) for each in cell) for cell in column(forces, "holdings") if isinstance(cell, tuple)]
    assert [" ".join(texts(row, "holding")) for row in rows] == told
    assert [notes_in(texts(row, "notes")) for row in rows] == column(forces, "notes")
    lefts = {texts(row, "force")[0]: at(classed(row, "force")[0], "x")[0] for row in rows}
    step = lefts["Russian Armed Forces"] - lefts["Russia"]
    assert step > 0
    assert lefts["Russian Air Force"] - lefts["Russian Armed Forces"] == pytest.approx(step)


def test_systems_have_the_symbol_of_their_nearest_class(shipped: Database) -> None:
    with Reader(shipped) as reader:
        known = queries.directory(reader)
    line = {id_: "/".join(reversed(known.world.systems.line(id_))) for id_ in known.systems}
    assert set(sidc.SYSTEMS) <= set(line), "no class that the catalogue lacks"
    assert set(sidc.FORCES) == set(FORCE_KINDS)
    assert symbols.system_code(line["mig-29"]) == sidc.SYSTEMS["fighter-aircraft"] == "01-110104"
    assert symbols.system_code(line["bayraktar-tb2"]) == sidc.SYSTEMS["uav"]
    assert symbols.system_code(line["t-72"]) == sidc.SYSTEMS["tank"]
    assert symbols.system_code("unheard-of") is None
    assert [id_ for id_ in line if symbols.system_code(line[id_]) is None] == []


def test_no_symbol_takes_sides() -> None:
    drawings = json.loads((Path(symbols.__file__).parent / "data" / "symbols.json").read_text("utf-8"))
    assert set(drawings) == set(sidc.codes())
    for code in sidc.codes():
        number = sidc.number(code)
        assert re.fullmatch(r"[0-9]{30}", number)
        assert number[3] == "1", "standard identity unknown"
        assert ElementTree.fromstring(f"<g>{drawings[code]['svg']}</g>") is not None
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawings[code]["svg"])) <= {"INK", "none"}


# -- where the data come from ---------------------------------------------------------------------------------------

NPM = Path(os.environ.get("OOB_NPM") or ROOT / "node_modules")


def needed(package: str, file: str) -> Path:
    """A file of an npm package; skips where it is not there."""
    path = NPM / package.partition("@")[0] / file
    if not path.exists():
        pytest.skip(f"needs {package} (npm install --no-save {package}, or OOB_NPM where it is)")
    return path


def test_the_base_map_is_what_its_script_makes() -> None:
    source = needed("world-atlas@2.0.2", "countries-50m.json")
    sys.path.insert(0, str(ROOT / "tests" / "making"))
    try:
        import basemap  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    import gzip

    shipped = (Path(globe.__file__).parent / "data" / "world.json.gz").read_bytes()
    assert gzip.decompress(basemap.made(source)) == gzip.decompress(shipped)
    assert len(shipped) < 200_000


def test_the_symbols_are_what_their_script_makes() -> None:
    library = needed("milsymbol@3.0.4", "dist/milsymbol.js")
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node (apt install nodejs)")
    asked = "\n".join(f"{code} {sidc.number(code)}" for code in sidc.codes())
    script = ROOT / "tests" / "making" / "symbols.mjs"
    made = subprocess.run([node, script, library], input=asked, capture_output=True, text=True, check=True, timeout=60)
    assert made.stdout == (Path(symbols.__file__).parent / "data" / "symbols.json").read_text("utf-8")


def test_the_licences_of_others_stand_beside_their_work() -> None:
    notice = (Path(symbols.__file__).parent / "data" / "LICENCES.txt").read_text("utf-8")
    for words in ("Måns Beckman", "The above copyright notice and this permission notice", "Natural Earth", "Bostock"):
        assert words in notice


# -- every picture --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_told_to_who_cannot_see_it(kind: str, pictures: dict[str, Callable[[Look], str]]) -> None:
    picture = parsed(pictures[kind](Look(name=kind)))
    assert picture.get("role") == "img"
    labels = {each.get("id"): text(each) for each in picture if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert (picture.get("aria-labelledby") or "").split() == list(labels) == [f"{kind}-title", f"{kind}-desc"]
    assert all(len(told) > 5 for told in labels.values())
    assert "aircraft" in labels[f"{kind}-desc"]
    assert "Every figure is alleged" in text(picture)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_stands_alone_and_a_page_gives_the_colours(
    kind: str, pictures: dict[str, Callable[[Look], str]]
) -> None:
    alone, inline = pictures[kind](Look()), pictures[kind](replace(PAGE, name=kind))
    assert alone.startswith("<?xml")
    assert "var(" not in alone, "word processors know no variables"
    assert inline.startswith("<svg")
    assert set(re.findall(r"var\(--oob-([a-z]+),", inline)) <= set(COLOURS)
    assert all(f"--oob-{name}:" in STYLE for name in COLOURS)
    for svg in (alone, inline):
        assert not re.search(r'<script|<style|<image|\bstyle=|href="(?!#)|url\(|@import', svg)
        assert set(re.findall(r'(?:xmlns[:\w]*|href|src)="(http[^"]+)"', svg)) == {"http://www.w3.org/2000/svg"}
    given = re.findall(r'(?:fill|stroke)="([^"]+)"', alone)
    assert set(given) <= {"none", *(light for light, _ in COLOURS.values())}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 500, 720, 1400])
def test_nothing_is_drawn_outside_the_sheet(kind: str, width: int, pictures: dict[str, Callable[[Look], str]]) -> None:
    picture = parsed(pictures[kind](Look(width=width)))
    wide, high = at(picture, "width", "height")
    assert wide == width
    for node in picture.iter(f"{SVG}text"):
        if node.get("dominant-baseline") or node.get("x") is None or node.get("transform"):
            continue
        x, y, size = at(node, "x", "y", "font-size")
        if math.isnan(size) or size > 30:
            continue  # the letters of a symbol, in its own scale
        reach = room(text(node), size, bold=node.get("font-weight") == "bold")
        start = {"end": x - reach, "middle": x - reach / 2}.get(node.get("text-anchor") or "", x)
        assert start >= -1, text(node)
        assert start + reach <= wide + 1, text(node)
        assert 0 < y < high, text(node)


def test_sources_are_listed_in_short_or_in_full_or_not_at_all(held: Table) -> None:
    cited = {note for notes in column(held, "notes") if isinstance(notes, tuple) for note in notes}
    short, full, none = (inventory.draw(held, Look(sources=how)) for how in ("short", "full", "none"))
    for note in cited:
        assert f"[{note}]" in texts_of(short)
        assert f"[{note}]" in texts_of(full)
    words = " ".join(texts_of(full))
    for footnote in held.footnotes[:5]:
        assert footnote in words
    assert all(brief(footnote) in " ".join(texts_of(short)) for footnote in held.footnotes[:5])
    assert held.footnotes[0].partition(",")[0] not in " ".join(texts_of(none))


def texts_of(svg: str) -> list[str]:
    """Every text in a picture."""
    return [text(each) for each in parsed(svg).iter(f"{SVG}text")]


def test_a_source_in_short_names_who_and_the_reports() -> None:
    footnote = (
        "A. Spokesman (Party), briefing, 3 May 2020; reliability C. In: Paper, 4 May 2020 [paper-1], par. 2; X [x-2]."
    )
    assert brief(footnote) == "A. Spokesman (Party), briefing, 3 May 2020; reliability C. In: paper-1, x-2"
    assert brief("Somebody said so.") == "Somebody said so."


def test_footnote_numbers_are_links_where_there_is_something_to_link_to(held: Table) -> None:
    picture = parsed(inventory.draw(held, replace(PAGE, anchor="#source-")))
    row = next(row for row in classed(picture, "row") if texts(row, "number") == ["12 or 14+"])
    links = [(each.get("href"), text(each)) for each in row.iter(f"{SVG}a")]
    assert links == [("#source-1", "1"), ("#source-6", "6"), ("#source-12", "12")], "of a run its ends"


def test_footnote_numbers_are_runs_and_lines_and_lose_none() -> None:
    assert noted((3, 1, 2, 7, 8), 200) == ["[1–3, 7, 8]"]
    assert noted((), 200) == []
    many = tuple(range(1, 120, 2))
    lines = noted(many, 90, most=50)
    assert notes_in(lines) == many
    assert all(room(line, 10) <= 90 for line in lines)
    [one] = noted(many, 90, most=1)
    shown, _, more = one.rpartition(", +")
    assert len(notes_in([shown])) + int(more.rstrip("]")) == len(many)


# -- letters --------------------------------------------------------------------------------------------------------


def test_text_takes_the_room_that_is_reckoned_and_no_more() -> None:
    font = pytest.importorskip("PIL.ImageFont", reason="needs pillow (pip install pillow)")
    files = pytest.importorskip("font_source_sans_pro", reason="needs oob[png]").font_files_ttf
    for name, bold in (("SourceSansPro", False), ("SourceSansProBold", True)):
        face = font.truetype(files[name], 100)
        for words in ("Russian Armed Forces", "12 or 14+", "Wagner, WWW, MMM", "Khmeimim [1, 3–5]", "Ιλίου Щука"):
            assert face.getlength(words) <= room(words, 100, bold=bold), words


def test_text_is_cut_where_it_does_not_fit() -> None:
    assert fitted("tank", 100, 10) == "tank"
    cut = fitted("a very long name of a tank", 60, 10)
    assert cut.endswith("…")
    assert room(cut, 10) <= 60
    assert fitted("e\u0301" * 50, 40, 10).count("e") == fitted("e\u0301" * 50, 40, 10).count("\u0301")
    assert wrapped("one two three", 1000, 10) == ["one two three"]
    lines = wrapped("word " * 100, 100, 10, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(room(line, 10) <= 100 for line in [*lines, *wrapped("x" * 500, 100, 10, most=20)])


def test_svg_holds_no_markup_but_its_own() -> None:
    assert said('<b> & "q" \x1b \ufffe') == "&lt;b&gt; &amp; &quot;q&quot; \\x1b \\ufffe"
    assert element("a", said("x"), href="#1", class_=None) == '<a href="#1">x</a>'
    assert element("line", x1=1.239, y1=-0.001, stroke_width=2) == '<line x1="1.24" y1="0" stroke-width="2"/>'


# -- what means harm ------------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "\u202egnp.exe\u2066",
    "\x1b[31mred\x00\x9b",
    "\ufffe\uffff\ud800",
    "مرحبا بالعالم " * 40,
    "\ufdfd" * 50,
    LONG,
    "x" * 10_000,
    "e\u0301" * 3000,
    "\"'&amp;]]>--><!--",
    "",
)


def hostile(table: Table, times: int) -> Table:
    """A table with harm in every text, so many rows of it."""

    def cell(col: Column, old: Cell, row: int, place: int) -> Cell:
        bad = HOSTILE[(row + place) % len(HOSTILE)]
        match col.key, old:
            case ("latitude" | "longitude", _):
                return (str(row * 37 % 170 - 85), "nan", "inf", bad)[row % 4]
            case ("readings" | "lost_readings", _):
                return ("12", "14+", "9" * 18, "3-5", bad)[: row % 6]
            case ("notes", _):
                return tuple(range(1, row % 60 + 2, 2))
            case (_, str()):
                return bad
            case (_, tuple()):
                return tuple(HOSTILE[: row % 14])
        return old

    rows = tuple(
        tuple(cell(col, old, row, place) for place, (col, old) in enumerate(zip(table.columns, source, strict=True)))
        for row, source in zip(range(times), itertools.cycle(table.rows), strict=False)
    )
    return replace(table, title=HOSTILE[0], rows=rows, notes=HOSTILE, footnotes=HOSTILE * 3)


@pytest.mark.parametrize("width", [320, 720])
@pytest.mark.parametrize("kind", KINDS)
def test_text_that_means_harm_stays_text(
    kind: str, width: int, held: Table, told: Table, where: tuple[Table, Table], forces: Table
) -> None:
    look = Look(width=width)
    svg = {
        "inventory": lambda: inventory.draw(hostile(held, 40), look),
        "timeline": lambda: timeline.draw(hostile(told, 40), look),
        "map": lambda: map.draw(hostile(where[0], 40), hostile(where[1], 40), look),
        "tree": lambda: tree.draw(hostile(forces, 40), look),
    }[kind]()
    picture = parsed(svg)
    known = {"svg", "title", "desc", "g", "rect", "circle", "line", "path", "text", "tspan"}
    assert {each.tag.removeprefix(SVG) for each in picture.iter()} <= known
    assert RAW.search(svg) is None
    svg.encode("utf-8")
    assert "<script>alert(1)</script>" in text(picture), "it can be read"
    assert len(svg) < 1_500_000


def test_a_strangers_catalogue_can_be_drawn(stranger: Database, tmp_path: Path) -> None:  # noqa: F811
    for kind in KINDS:
        done = oob("chart", kind, "lna", db=stranger)
        assert done.code == 0, done.err
        parsed(done.out)
        assert RAW.search(done.out) is None
        assert RAW.search(done.err) is None


def test_ten_thousand_rows_are_one_page_and_say_what_is_missing(held: Table, told: Table) -> None:
    def many(table: Table) -> Table:
        """Its rows over and over, each with a system of its own."""
        place = [each.key for each in table.columns].index("system")
        rows = zip(range(10_000), itertools.cycle(table.rows), strict=False)
        return replace(table, rows=tuple((*r[:place], f"{r[place]} {n}", *r[place + 1 :]) for n, r in rows), groups=())

    for svg, most in ((inventory.draw(many(held)), inventory.MOST), (timeline.draw(many(told)), timeline.MOST)):
        picture = parsed(svg)
        assert len(classed(picture, "row")) == most
        found = re.search(r"And ([\d,]+) more (rows|claims) of the table, not drawn", text(picture))
        assert found
        assert int(found[1].replace(",", "")) == 10_000 - most
        assert len(svg) < 1_000_000


def test_more_sources_than_a_page_holds_are_counted() -> None:
    table = holdings(*((str(n), (str(n + 1),), ()) for n in range(100)))
    table = replace(table, footnotes=tuple(f"Speaker {n}, briefing." for n in range(100)))
    words = text(parsed(inventory.draw(table)))
    assert f"And {100 - MOST_SOURCES} more sources" in words


# -- in programs ----------------------------------------------------------------------------------------------------


def pixels(data: bytes) -> tuple[int, int, set[bytes]]:
    """Width, height and the different lines of a PNG."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    packed, start = b"", 8
    while start < len(data):
        (size,) = struct.unpack(">I", data[start : start + 4])
        if data[start + 4 : start + 8] == b"IDAT":
            packed += data[start + 8 : start + 8 + size]
        start += size + 12
    raw = zlib.decompress(packed)
    step = len(raw) // height
    return width, height, {raw[at : at + step] for at in range(0, len(raw), step)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_png_is_twice_the_size_and_has_the_letters(kind: str, pictures: dict[str, Callable[[Look], str]]) -> None:
    svg = pictures[kind](Look(width=480))
    wide, high = at(parsed(svg), "width", "height")
    drawn = png.render(svg)
    width, height, lines = pixels(drawn)
    assert (width, height) == (2 * wide, 2 * high)
    assert len(lines) > 100
    assert drawn != png.render(re.sub(r"<text.*?</text>", "", svg)), "on a machine without fonts too"


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("needs chromium (apt install chromium)")
    return found


def test_a_browser_draws_all_four_in_one_page(
    chromium: str, pictures: dict[str, Callable[[Look], str]], tmp_path: Path
) -> None:
    shots = {}
    drawn = "".join(pictures[kind](replace(PAGE, name=kind, width=600)) for kind in KINDS)
    ids = re.findall(r'\bid="([^"]+)"', drawn)
    assert len(ids) == len(set(ids)) == 8
    for name, body in (("full", drawn), ("empty", "")):
        page = tmp_path / f"{name}.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}", "utf-8")
        shot = tmp_path / f"{name}.png"
        quiet = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        more = ("--disable-component-update", "--disable-sync", "--window-size=640,2400", f"--screenshot={shot}")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        subprocess.run(
            [chromium, *quiet.split(), *more, profile, page.as_uri()], capture_output=True, timeout=120, check=True
        )
        shots[name] = pixels(shot.read_bytes())
    assert len(shots["empty"][2]) < 10
    assert len(shots["full"][2]) > 500


# -- the command ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_writes_what_the_name_says(kind: str, shipped: Database, tmp_path: Path) -> None:
    done = oob("chart", kind, "Haftar's forces", "-o", tmp_path / "x.svg", db=shipped)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {tmp_path / 'x.svg'}\n")
    svg = (tmp_path / "x.svg").read_text("utf-8")
    assert oob("chart", kind, "lna", db=shipped).out == svg, "and into a pipe"
    assert oob("chart", kind, "lna", "--width", 320, "-o", tmp_path / "X.PNG", db=shipped).code == 0
    assert pixels((tmp_path / "X.PNG").read_bytes())[0] == 640
    full = oob("chart", kind, "lna", "--sources", db=shipped).out
    assert "par. " in full
    assert "par. " not in svg


def test_the_command_asks_as_the_tables_do(shipped: Database) -> None:
    svg = oob(
        "chart", "inventory", "lna", "--as-of", "2020-07-31", "--system", "fighter", "--at", "jufra", db=shipped
    ).out
    words = text(parsed(svg))
    assert "Al Jufra air base on 31 July 2020" in words
    assert "Only fighter aircraft; counted by rules" in words
    assert set(texts(parsed(svg), "system")) == {"fighter aircraft", "MiG-29"}
    early = text(parsed(oob("chart", "map", "lna", "--known-by", "2019-12-31", db=shipped).out))
    assert "as known by 31 December 2019" in early
    assert "MiG-29" not in early
    aircraft = texts(parsed(oob("chart", "timeline", "lna", "--system", "drone", db=shipped).out), "system")
    assert "mercenaries" not in aircraft
    assert "armed drone" in aircraft


def test_the_command_refuses_before_it_works(shipped: Database, tmp_path: Path) -> None:
    for arguments, code, words in (
        (["lna", "-o", tmp_path / "x.pdf"], 2, "pictures end in .svg or .png"),
        (["lna", "-o", tmp_path / "x"], 2, "has no ending"),
        (["lna", "-o", tmp_path / "no" / "x.svg"], 1, "there is no folder"),
        (["lna", "--width", "20", "-o", tmp_path / "x.svg"], 2, "320"),
        (["lnaa", "-o", tmp_path / "x.svg"], 1, "did you mean"),
        (["lna", "--as-of", "soon", "-o", tmp_path / "x.svg"], 2, "--as-of"),
    ):
        done = oob("chart", "inventory", *arguments, db=shipped)
        assert (done.code, done.out) == (code, ""), done.err
        assert words in done.err
    assert list(tmp_path.iterdir()) == []
    done = oob("chart", "map", "lna", db=shipped, width=80)
    assert (done.code, done.out) == (1, "")
    assert "name a file with -o" in done.err


def test_without_the_extra_a_png_says_what_to_install(
    shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    (tmp_path / "x.png").write_bytes(b"old")
    done = oob("chart", "tree", "lna", "-o", tmp_path / "x.png", db=shipped)
    assert done.code == 1
    assert "pip install 'oob[png]'" in done.err
    assert (tmp_path / "x.png").read_bytes() == b"old"
    assert oob("chart", "tree", "lna", "-o", tmp_path / "x.svg", db=shipped).code == 0


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as the WCAG reckons it, roughly."""

    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2

    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shade", [0, 1])
def test_colours_can_be_read_on_their_ground(shade: int) -> None:
    for name, least in (("ink", 7), ("quiet", 4.5), ("held", 4.5), ("lost", 4.5), ("doubt", 4.5)):
        for ground in ("paper", "band"):
            assert contrast(COLOURS[name][shade], COLOURS[ground][shade]) >= least, (name, ground)
    for ground in ("land", "sea"):
        assert contrast(COLOURS["ink"][shade], COLOURS[ground][shade]) >= 7
        assert contrast(COLOURS["lost"][shade], COLOURS[ground][shade]) >= 3
