"""Readings and levels: adding, taking away, the larger of two, and rolling up two trees."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import tree

from oob.count import UNSTATED, Count, hull, parse, phrase_readings
from oob.reckoning import (
    MOST,
    NOTHING,
    Level,
    Readings,
    Roll,
    alternatives,
    either,
    larger,
    latest,
    minus,
    perhaps_minus,
    plus,
    together,
)
from oob.trees import Tree


def read(text: str) -> Readings:
    """Readings as a table writes them: "12 or 14+"; "?" where no number is stated, nothing where nothing is known."""
    return tuple(UNSTATED if word == "?" else parse(word) for word in text.split(" or ")) if text else ()


def level(text: str, start: str = "2020-05-01", end: str = "", *, vague: bool = False) -> Level:
    return Level(read(text), start, end or start, vague)


def said(readings: Readings) -> str:
    return phrase_readings(readings) if readings else ""


numbers = st.integers(0, 20)


@st.composite
def some_readings(draw: st.DrawFn) -> Readings:
    """One to four alternatives, some open, as sums make them."""
    lows = draw(st.lists(numbers, min_size=1, max_size=4))
    return alternatives(Count(low, draw(st.none() | st.integers(low, low + 4))) for low in lows)


def fits(number: int, readings: Readings) -> bool:
    return any(count.low <= number and (count.high is None or number <= count.high) for count in readings)


def one_of(draw: st.DrawFn, readings: Readings) -> int:
    count = draw(st.sampled_from(readings))
    return draw(st.integers(count.low, count.low + 30 if count.high is None else count.high))


@st.composite
def known(draw: st.DrawFn) -> tuple[Readings, int]:
    """Readings, and a number that fits one of them: the truth, say."""
    readings = draw(some_readings())
    return readings, one_of(draw, readings)


# -- alternatives -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        (["12", "14+"], "12 or 14+"),
        (["3-8", "6-10"], "3-10"),  # either may hold, so all between may
        (["5", "2", "9"], "2 or 5 or 9"),
        (["up to 4", "4"], "up to 4"),
        (["1", "3", "5", "7", "9", "11"], "1 or 3 or 5 or 7 or 9 or 11"),
        (["1", "3", "5", "7", "9", "11", "13"], "up to 13"),  # too many to tell apart
    ],
)
def test_alternatives(counts: list[str], found: str) -> None:
    assert said(alternatives(map(parse, counts))) == found


@given(st.lists(st.builds(lambda low, more: Count(low, None if more > 5 else low + more), numbers, st.integers(0, 7))))
def test_alternatives_allow_what_each_allows_and_stand_apart(counts: list[Count]) -> None:
    found = alternatives(counts)
    assert len(found) <= MOST
    assert all(a.high is not None and a.high < b.low for a, b in pairwise(found))
    for number in range(30):
        if fits(number, tuple(counts)):
            assert fits(number, found)


# -- sums -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("12", "3", "15"),
        ("12 or 14+", "2", "14 or 16+"),
        ("1 or 5", "2 or 3", "3 or 4 or 7 or 8"),
        ("12", "?", "13+"),
        ("?", "?", "not stated"),
        ("12", "", "12"),
        ("", "", ""),
    ],
)
def test_plus(one: str, other: str, both: str) -> None:
    assert said(plus(read(one), read(other))) == both
    assert said(plus(read(other), read(one))) == both


@pytest.mark.parametrize(
    ("one", "gone", "left", "perhaps_left"),
    [
        ("10", "3", "7", "7-10"),
        ("10", "up to 3", "7-9", "7-10"),
        ("10", "at least 3", "0-7", "0-10"),
        ("10", "?", "0-9", "0-10"),
        ("2", "5", "0", "0-2"),
        ("12 or 14+", "2", "10 or 12+", "10+"),
        ("at least 10", "2", "8+", "8+"),
        ("", "2", "", ""),
        ("10", "", "10", "10"),
    ],
)
def test_minus(one: str, gone: str, left: str, perhaps_left: str) -> None:
    assert said(minus(read(one), read(gone))) == left
    assert said(perhaps_minus(read(one), read(gone))) == perhaps_left


@given(known(), known())
def test_sums_allow_the_truth(one: tuple[Readings, int], other: tuple[Readings, int]) -> None:
    """Whatever number is true of each of two matters, the sum allows their sum, and the rest their difference."""
    (mine, true), (its, too) = one, other
    assert fits(true + too, plus(mine, its))
    assert fits(max(0, true - too), minus(mine, its))
    assert fits(max(0, true - too), perhaps_minus(mine, its))
    assert fits(true, perhaps_minus(mine, its))


# -- the larger -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claimed", "parts", "found"),
    [
        ("20", "14", "20"),
        ("12", "14", "14"),
        ("at least 12", "14", "14+"),
        ("up to 20", "14", "14-20"),
        ("12 or 16", "14", "14 or 16"),
        ("?", "14", "14"),
        ("?", "?", "not stated"),
        ("12", "?", "12"),
        ("none", "?", "0"),  # a sighting without a number replaces no number
        ("", "14", "14"),
        ("12", "", "12"),
    ],
)
def test_larger(claimed: str, parts: str, found: str) -> None:
    assert said(larger(read(claimed), read(parts))) == found


@given(known(), known())
def test_the_larger_is_no_sum(one: tuple[Readings, int], part: tuple[Readings, int]) -> None:
    """Its low end fits both, and no more than both: nothing is added up."""
    (claimed, true), (parts, among) = one, part
    least = hull(larger(claimed, parts)).low
    assert least <= max(true, among)
    assert least >= min(hull(claimed).low, hull(parts).low)


# -- levels -----------------------------------------------------------------------------------------------------------


def test_levels_in_time() -> None:
    may, june = level("5", "2020-05-01", "2020-05-31"), level("3", "2020-06-01", "2020-06-30")
    since = level("3", "2020-05-20", "2020-06-30")
    assert june.after(may)
    assert not may.after(june)
    assert not since.after(may)
    assert not level("3", "2020-06-01", vague=True).after(may), "told of in June, it may have been before"


def test_the_later_of_two_levels_with_numbers_else_the_one_that_has_one() -> None:
    may, june = level("5", "2020-05-01"), level("3", "2020-06-01")
    assert latest(may, june) is june
    assert latest(june, may) is june
    assert latest(may, level("?", "2020-06-01")) is may
    assert latest(level("?", "2020-06-01"), may) is may
    overlapping = latest(level("5", "2020-05-01", "2020-05-31"), level("8", "2020-05-20"))
    assert (said(overlapping.readings), overlapping.start, overlapping.end) == ("8", "2020-05-01", "2020-05-31")
    assert latest(NOTHING, may) is may


def test_a_sum_has_all_the_dates_of_what_is_in_it() -> None:
    """5 seen in May and some in July: 6 or more, which nobody saw in May."""
    both = together((level("5", "2020-05-01"), level("?", "2020-07-01"), NOTHING))
    assert (said(both.readings), both.start, both.end) == ("6+", "2020-05-01", "2020-07-01")


def test_the_larger_has_the_dates_of_its_number() -> None:
    found = either(level("?", "2020-07-01"), level("5", "2020-05-01"))
    assert (said(found.readings), found.start, found.end) == ("5", "2020-05-01", "2020-05-01")
    found = either(level("at least 4", "2020-07-01"), level("5", "2020-05-01"))
    assert (said(found.readings), found.start, found.end) == ("5+", "2020-05-01", "2020-07-01")


# -- two trees --------------------------------------------------------------------------------------------------------

FORCES = Tree(tree("russia: army wagner; wagner: unit"))
SYSTEMS = Tree(tree("equipment: fighter truck; fighter: mig su"))


def rolled(*cells: str, **options: bool) -> Roll:
    """Written as "wagner mig 5"."""
    claimed = {}
    for cell in cells:
        holder, system, count = cell.split(" ", 2)
        claimed[holder, system] = level(count)
    return Roll(claimed, FORCES, SYSTEMS, **options)  # type: ignore[arg-type]


def at(roll: Roll, cell: str) -> str:
    holder, system = cell.split()
    return said(roll.at((holder, system)).readings)


@pytest.mark.parametrize(
    ("cells", "cell", "found"),
    [
        (["russia mig 5", "russia su 3"], "russia fighter", "8"),
        (["russia mig 5", "russia su 3", "russia fighter 6"], "russia fighter", "8"),
        (["russia mig 5", "russia su 3", "russia fighter 20"], "russia fighter", "20"),
        (["army mig 5", "unit mig 3"], "russia mig", "8"),
        (["wagner mig 5", "unit mig 3"], "russia mig", "5"),
        (["wagner fighter 5", "russia mig 3"], "russia fighter", "5"),
        (["wagner mig 5", "russia su 3"], "russia fighter", "8"),
        (["wagner mig 5", "wagner su 2", "army mig 1"], "russia fighter", "8"),
        (["wagner mig 5"], "russia equipment", ""),
        (["wagner equipment 5", "army equipment 2"], "russia equipment", "7"),
        (["wagner mig 5"], "army mig", ""),
    ],
)
def test_a_roll(cells: list[str], cell: str, found: str) -> None:
    """A class or a force holds the larger of what is claimed for it and the sum of its parts, by whichever tree."""
    assert at(rolled(*cells), cell) == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["russia fighter ?", "russia mig 2"], "2+"),  # some fighters were lost, of them two MiGs, perhaps more
        (["wagner fighter 2", "russia mig 5"], "5-7"),  # Wagner's two may be among the five, or not
        (["wagner mig 2"], "2"),  # one claim, seen by two ways up
        (["russia fighter 6", "russia mig 2"], "6"),
    ],
)
def test_a_roll_of_losses_leaves_room_for_all_that_may_be_lost(cells: list[str], found: str) -> None:
    assert at(rolled(*cells, open_ended=True), "russia fighter") == found


def test_what_is_lost_beyond_the_parts() -> None:
    """6 fighters were lost, of them 2 MiGs: 4 may be of any kind."""
    roll = rolled("russia fighter 6", "russia mig 2")
    assert said(roll.beyond(("russia", "fighter"), roll.by_system(("russia", "fighter"))).readings) == "4"


def test_a_part_older_than_the_level_of_the_whole_is_in_that() -> None:
    """8 MiGs in May, 5 fighters in July: 5. Without that level the eight stand."""
    claimed = {("russia", "mig"): level("8", "2020-05-01"), ("russia", "fighter"): level("5", "2020-07-01")}
    assert at(Roll(claimed, FORCES, SYSTEMS, standing=claimed), "russia fighter") == "5"
    assert at(Roll(claimed, FORCES, SYSTEMS), "russia fighter") == "8"
