"""Number expressions: which are counts, how far their wording goes, and what the others measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oob.reading.expressions.measures import UNITS
from oob.reading.expressions.quantities import find


def counts(text: str) -> list[tuple[str, int, int | None]]:
    """The quantities that say how many of what follows."""
    return [(found.text, found.count.low, found.count.high) for found in find(text) if not found.unit]


def measures(text: str) -> list[tuple[str, str]]:
    """The other quantities, and what they measure."""
    return [(found.text, found.unit) for found in find(text) if found.unit]


@pytest.mark.parametrize(
    ("text", "wording", "low", "high"),
    [
        ("14 aircraft", "14", 14, 14),
        ("sent 14 Russian fighters", "14", 14, 14),
        ("gave Haftar 20 tanks", "20", 20, 20),
        ("sold Egypt 24 Su-35s", "24", 24, 24),
        ("On Tuesday 12 trucks", "12", 12, 12),
        ("5,000 fighters", "5,000", 5000, 5000),
        ("1 300 men", "1 300", 1300, 1300),
        ("12,500 rounds", "12,500", 12500, 12500),
        ("fourteen MiG-29s", "fourteen", 14, 14),
        ("Fourteen jets", "Fourteen", 14, 14),
        ("twenty-four howitzers", "twenty-four", 24, 24),
        ("one hundred and twenty tanks", "one hundred and twenty", 120, 120),
        ("two thousand men", "two thousand", 2000, 2000),
        ("a hundred vehicles", "a hundred", 100, 100),
        ("3 thousand men", "3 thousand", 3000, 3000),
        ("1.2 thousand fighters", "1.2 thousand", 1200, 1200),
        ("3.5k troops", "3.5k", 3500, 3500),
        ("a dozen planes", "a dozen", 12, 12),
        ("two dozen planes", "two dozen", 24, 24),
        ("two-dozen jets", "two-dozen", 24, 24),
        ("half a dozen jets", "half a dozen", 6, 6),
        ("a half-dozen jets", "a half-dozen", 6, 6),
        ("a score of men", "a score", 20, 20),
        ("a pair of Su-35s", "a pair", 2, 2),
        ("a couple of Mi-24s", "a couple", 2, 2),
        ("a handful of tanks", "a handful", 3, None),
        ("a few tanks", "a few", 3, None),
        ("several jets", "several", 3, None),
        ("“several” Russian military aircraft", "several", 3, None),
        ("multiple launchers", "multiple", 2, None),
        ("dozens of trucks", "dozens", 24, None),
        ("Hundreds of mercenaries", "Hundreds", 200, None),
        ("thousands of Syrian fighters", "thousands", 2000, None),
        ("tens of thousands of men", "tens of thousands", 20_000, None),
        ("hundreds of thousands of shells", "hundreds of thousands", 200_000, None),
        ("several hundred men", "several hundred", 300, None),
        ("a few dozen vehicles", "a few dozen", 36, None),
        ("a couple of dozen tanks", "a couple of dozen", 24, 24),
        ("a couple of hundred men", "a couple of hundred", 200, 200),
        ("a single Pantsir", "a single", 1, 1),
        ("one Su-24", "one", 1, 1),
        ("One of the jets", "One", 1, 1),
        ("both helicopters", "both", 2, 2),
        ("the two jets", "two", 2, 2),
        ("two more MiG-29s", "two", 2, 2),
        ("another 12 tanks", "12", 12, 12),
        ("zero losses", "zero", 0, 0),
        ("a 1,000-strong force", "1,000", 1000, 1000),
        ("14 155mm howitzers", "14", 14, 14),
        ("2019 fighters", "2019", 2019, 2019),
        ("a force of 2000 fighters", "2000", 2000, 2000),
        ("three MiG-29s", "three", 3, 3),
    ],
)
def test_counts(text: str, wording: str, low: int, high: int | None) -> None:
    assert counts(text) == [(wording, low, high)]


@pytest.mark.parametrize(
    ("text", "wording", "low", "high"),
    [
        ("at least 14 aircraft", "at least 14", 14, None),
        ("“at least” 14 Russian aircraft", "“at least” 14", 14, None),
        ('"at least" 14 aircraft', '"at least" 14', 14, None),
        ("“at least 14” aircraft", "at least 14", 14, None),
        ("At least fourteen jets", "At least fourteen", 14, None),
        ("at least a dozen jets", "at least a dozen", 12, None),
        ("at least several hundred men", "at least several hundred", 300, None),
        ("more than 1.000 mercenaries", "more than 1.000", 1001, None),
        ("more than a dozen tanks", "more than a dozen", 13, None),
        ("over 300 men", "over 300", 301, None),
        ("well over 300 men", "well over 300", 301, None),
        ("strikes at well above 800 since", "well above 800", 801, None),
        ("upwards of 60 trucks", "upwards of 60", 61, None),
        ("no fewer than six jets", "no fewer than six", 6, None),
        ("no less than 6 jets", "no less than 6", 6, None),
        ("14 or more jets", "14 or more", 14, None),
        ("14+ jets", "14+", 14, None),
        (">14 jets", ">14", 15, None),
        ("as many as 2,500 men", "as many as 2,500", 1, 2500),
        ("as lots of as 2,500 men", "as lots of as 2,500", 1, 2500),
        ("up to 30 vehicles", "up to 30", 1, 30),
        ("up to two dozen vehicles", "up to two dozen", 1, 24),
        ("no more than 30 tanks", "no more than 30", 1, 30),
        ("fewer than 100 men", "fewer than 100", 1, 99),
        ("a maximum of 12 jets", "a maximum of 12", 1, 12),
        ("3,500 to 3,800 Syrian fighters", "3,500 to 3,800", 3500, 3800),
        ("3,500-3,800 fighters", "3,500-3,800", 3500, 3800),
        ("10–15 tanks", "10–15", 10, 15),
        ("between 20 and 30 tanks", "between 20 and 30", 20, 30),
        ("Between two and four jets", "Between two and four", 2, 4),
        ("from 10 to 12 jets", "from 10 to 12", 10, 12),
        ("two or three tanks", "two or three", 2, 3),
        ("two to three dozen tanks", "two to three dozen", 24, 36),
        ("three to four dozen tanks", "three to four dozen", 36, 48),
        ("five to ten thousand men", "five to ten thousand", 5000, 10_000),
        ("a total of 14 jets", "a total of 14", 14, 14),
        ("only two jets", "only two", 2, 2),
    ],
)
def test_bounds_and_ranges(text: str, wording: str, low: int, high: int | None) -> None:
    assert counts(text) == [(wording, low, high)]
    assert not find(text)[0].count.approximate


@pytest.mark.parametrize(
    ("text", "wording", "number"),
    [
        ("some 240 strikes", "some 240", 240),
        ("around 240 strikes", "around 240", 240),
        ("about a dozen jets", "about a dozen", 12),
        ("nearly two dozen jets", "nearly two dozen", 24),
        ("approximately 1,500 men", "approximately 1,500", 1500),
        ("a dozen or so jets", "a dozen or so", 12),
        ("roughly fifty trucks", "roughly fifty", 50),
        ("almost 3,000 men", "almost 3,000", 3000),
    ],
)
def test_about_so_many(text: str, wording: str, number: int) -> None:
    assert counts(text) == [(wording, number, number)]
    assert find(text)[0].count.approximate


@pytest.mark.parametrize(
    ("text", "wording", "unit"),
    [
        ("80% of the country", "80%", "percent"),
        ("30 per cent of the tanks", "30 per cent", "percent"),
        ("some 30 percent", "some 30 percent", "percent"),
        ("about 12.5 percent", "about 12.5 percent", "percent"),
        ("half of the fleet", "half", "share"),
        ("two-thirds of the fleet", "two-thirds", "share"),
        ("a third of the crews", "third", "share"),
        ("one in five tanks", "one in five", "share"),
        ("$5m", "$5m", "money"),
        ("$350 million", "$350 million", "money"),
        ("€20 million", "€20 million", "money"),
        ("1.5 billion dollars", "1.5 billion dollars", "money"),
        ("200 euros", "200 euros", "money"),
        ("20 km south of Tripoli", "20 km", "distance"),
        ("about 20 kilometres south", "about 20 kilometres", "distance"),
        ("a 300-kilometre range", "300-kilometre", "distance"),
        ("dozens of miles", "dozens of miles", "distance"),
        ("15,000 feet", "15,000 feet", "distance"),
        ("155mm howitzers", "155mm", "calibre"),
        ("122 mm rockets", "122 mm", "calibre"),
        ("7.62mm rounds", "7.62mm", "calibre"),
        ("a .50-calibre gun", "50-calibre", "calibre"),
        ("900 km/h", "900 km/h", "speed"),
        ("40 square kilometres", "40 square kilometres", "area"),
        ("24 hours", "24 hours", "time"),
        ("a 24-hour truce", "24-hour", "time"),
        ("two years", "two years", "time"),
        ("three days ago", "three days", "time"),
        ("a few weeks", "a few weeks", "time"),
        ("at 10 pm", "10 pm", "time"),
        ("a 25-year-old pilot", "25-year-old", "age"),
        ("40 years old", "40 years old", "age"),
        ("a 500kg bomb", "500kg", "weight"),
        ("2,000 tonnes of ammunition", "2,000 tonnes", "weight"),
        ("500-pound bombs", "500-pound", "weight"),
        ("3,000 litres of fuel", "3,000 litres", "volume"),
        ("a 1,000 hp engine", "1,000 hp", "power"),
        ("three times", "three times", "times"),
        ("1st Army", "1st", "ordinal"),
        ("the 106th Brigade", "106th", "ordinal"),
        ("a third official", "third", "ordinal"),
        ("the second jet", "second", "ordinal"),
        ("in 2019", "2019", "year"),
        ("given that2019", "2019", "year"),
        ("May 2020", "2020", "year"),
        ("the 1990s", "1990s", "year"),
        ("26 May", "26", "date"),
        ("on May 26", "26", "date"),
        ("2020-05-26", "2020-05-26", "date"),
        ("26.05.2020", "26.05.2020", "date"),
        ("9/11", "9/11", "designator"),
        ("24/7", "24/7", "designator"),
        ("at 14:30", "14:30", "time"),
        ("won 12-0", "12-0", "designator"),
        ("autumn 2020", "2020", "year"),
        ("from 2008-2012", "2008-2012", "year"),
        ("nine in ten shells", "nine in ten", "share"),
        ("Resolution 1970", "1970", "designator"),
        ("section 3", "3", "designator"),
        ("Zone 5.", "5", "designator"),
        ("agent 007", "007", "designator"),
        ("a two-seat trainer", "two-seat", "attribute"),
        ("a 20-round magazine", "20-round", "attribute"),
        ("it was 1.57", "1.57", "decimal"),
        ("an unknown number of tanks", "an unknown number", "unknown"),
        ("an unspecified number of jets", "an unspecified number", "unknown"),
        ("a number of tanks", "a number", "unknown"),
        ("in “significant” numbers of", "“significant” numbers", "unknown"),
        ("large quantities of ammunition", "large quantities", "unknown"),
        ("many tanks", "many", "unknown"),
        ("few tanks", "few", "unknown"),
        ("numerous vehicles", "numerous", "unknown"),
    ],
)
def test_what_is_no_count(text: str, wording: str, unit: str) -> None:
    assert measures(text) == [(wording, unit)]
    assert counts(text) == []
    assert unit in UNITS


@pytest.mark.parametrize(
    "text",
    [
        "a tank and an APC",
        "the T-72 and the Mi-24",
        "Su-35s, MiG-29s and S-300 batteries",
        "F16 jets",
        "an Il-76TD",
        "BM-21",
        "Pantsir-S1",
        "COVID-19",
        "TB2 drones",
        "no one knew",
        "one another",
        "one day",
        "the one that",
        "both Russia and Turkey",
        "someone",
        "tenant",
        "weight",
        "often",
        "fortified",
        "single-engine jets",
        "tentative",
        "hundredfold",
        "scored",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two MiG-29s and four Su-24s", [("two", 2, 2), ("four", 4, 4)]),
        ("three trucks, two of them armed", [("three", 3, 3), ("two", 2, 2)]),
        ("14 jets, a dozen tanks and several guns", [("14", 14, 14), ("a dozen", 12, 12), ("several", 3, None)]),
        ("In May, 14 jets", [("14", 14, 14)]),
        ("On 26 May 2020, 14 jets", [("14", 14, 14)]),
        ("two 155mm guns", [("two", 2, 2)]),
        ("12 T-72s", [("12", 12, 12)]),
        ("two or more of the 14 jets", [("two or more", 2, None), ("14", 14, 14)]),
        ("between two jets and the tower", [("two", 2, 2)]),
        ("flew between 10 bases", [("10", 10, 10)]),
        ("dozens, if not hundreds, of men", [("dozens", 24, None), ("hundreds", 200, None)]),
    ],
)
def test_several_in_one_sentence(text: str, found: list[tuple[str, int, int | None]]) -> None:
    assert counts(text) == found


PIECES = [
    *("one", "two", "a", "an", "dozen", "hundred", "thousand", "half", "several", "few", "many", "dozens", "of", "12"),
    *("2,500", "1.000", "3.5", "k", "0", "-", "to", "or", "and", "between", "from", "at least", "more than", "“", "”"),
    *(
        "%",
        "$",
        "km",
        "mm",
        "years",
        "T-72",
        "1970",
        "in",
        "May",
        "number",
        "unknown",
        "both",
        "+",
        "so",
        ".",
        ",",
        "é",
    ),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12), st.sampled_from([" ", ""]))
def test_anything_may_be_read(pieces: list[str], space: str) -> None:
    text = space.join(pieces)
    floor = 0
    for found in find(text):
        assert floor <= found.start < found.end
        assert found.text == text[found.start : found.end]
        assert found.unit == "" or found.unit in UNITS
        assert found.unit or found.count.stated
        floor = found.end
