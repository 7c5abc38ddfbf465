"""Counts: what wordings mean, and how ranges combine."""

import json
import pathlib
import random
import re
import time
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oob.count import UNSTATED, WORDS, Count, common, hull, less, meets, parse, phrase, readings, total
from oob.count import phrase_readings as told

GOLD = pathlib.Path(__file__).resolve().parents[2] / "shared" / "gold"

Bounds = tuple[int, int | None]


def bounds(count: Count) -> Bounds:
    return count.low, count.high


def covers(outer: Count, inner: Count) -> bool:
    below = outer.low <= inner.low
    return below and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


@st.composite
def any_count(draw: st.DrawFn) -> Count:
    if draw(st.integers(0, 9)) == 0:
        return UNSTATED
    low = draw(st.integers(0, 30))
    high = draw(st.none() | st.integers(low, 40))
    return Count(low, high, draw(st.sampled_from(["", "several", "12", "a dozen"])), draw(st.booleans()))


# Wordings


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12", 12, 12),
        ("0", 0, 0),
        ("none", 0, 0),
        ("a", 1, 1),
        ("an", 1, 1),
        ("One", 1, 1),
        ("a single", 1, 1),
        ("  two ", 2, 2),
        ("a couple of", 2, 2),
        ("twenty-five", 25, 25),
        ("a hundred", 100, 100),
        ("a hundred and six", 106, 106),
        ("twelve hundred", 1200, 1200),
        ("two thousand three hundred and forty-one", 2341, 2341),
        ("ninety-nine thousand nine hundred ninety-nine", 99_999, 99_999),
        ("3 thousand", 3000, 3000),
        ("1.2 thousand", 1200, 1200),
        ("1.25 million", 1_250_000, 1_250_000),
        ("3.5k", 3500, 3500),
        ("12k", 12_000, 12_000),
        ("two-dozen", 24, 24),
        ("half-dozen", 6, 6),
        ("a score of", 20, 20),
        ("two million", 2_000_000, 2_000_000),
        ("half a dozen", 6, 6),
        ("a half dozen", 6, 6),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("a couple of dozen", 24, 24),
        ("multiple", 2, None),
        ("several", 3, None),
        ("a few", 3, None),
        ("a handful of", 3, None),
        ("dozens of", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("several hundred", 300, None),
        ("several hundreds", 300, None),
        ("a few dozen", 36, None),
    ],
)
def test_numbers_and_number_words(text: str, low: int, high: int | None) -> None:
    assert bounds(parse(text)) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 14", 14, None),
        ("“at least” 14", 14, None),
        ("AT LEAST fourteen", 14, None),
        ("no fewer than 14", 14, None),
        ("a minimum of 14", 14, None),
        ("14 or more", 14, None),
        ("14+", 14, None),
        ("≥ 14", 14, None),
        ("at least a dozen", 12, None),
        ("at least several hundred", 300, None),
        ("more than 1.000", 1001, None),
        ("more than a dozen", 13, None),
        ("well above 800", 801, None),
        ("in excess of 800", 801, None),
        ("upwards of 800", 801, None),
        (">800", 801, None),
        ("as many as 2,500", 1, 2500),
        ("as lots of as 2,500", 1, 2500),
        ("up to 2,500", 1, 2500),
        ("no more than two dozen", 1, 24),
        ("a maximum of 6", 1, 6),
        ("at most 0", 0, 0),
        ("up to several hundred", 1, None),
        ("fewer than 10", 1, 9),
        ("under a dozen", 1, 11),
        ("less than 1", 0, 0),
    ],
)
def test_bounds(text: str, low: int, high: int | None) -> None:
    assert bounds(parse(text)) == (low, high)
    assert not parse(text).approximate


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3,500 to 3,800", 3500, 3800),
        ("3,500-3,800", 3500, 3800),
        ("3 500 – 3 800", 3500, 3800),
        ("from 10 to 12", 10, 12),
        ("between 10 and 12", 10, 12),
        ("between two hundred and ten and three hundred", 210, 300),
        ("one or two", 1, 2),
        ("six or seven", 6, 7),
        ("six-seven", 6, 7),
        ("six-to-seven", 6, 7),
        ("twenty-five-thirty", 25, 30),
        ("a dozen to two dozen", 12, 24),
        ("hundreds or thousands", 200, None),
        # the first number leaves its thousand to the second ...
        ("two to three hundred", 200, 300),
        ("two or three dozen", 24, 36),
        ("five to ten thousand", 5000, 10_000),
        # ... unless it has a size of its own
        ("50 to two hundred", 50, 200),
        ("ten to a hundred", 10, 100),
        # either could be meant: the wider range holds both
        ("one to two thousand five hundred", 1, 2500),
        ("5-10,000", 5, 10_000),
    ],
)
def test_ranges(text: str, low: int, high: int | None) -> None:
    assert bounds(parse(text)) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("around 240", 240, 240),
        ("~240", 240, 240),
        ("c. 240", 240, 240),
        ("nearly a dozen", 12, 12),
        ("a dozen or so", 12, 12),
        ("some 3,500 to 3,800", 3500, 3800),
        ("up to about 2,500", 1, 2500),
        ("about 14 or more", 14, None),
    ],
)
def test_about_is_kept_and_widens_nothing(text: str, low: int, high: int | None) -> None:
    assert parse(text) == Count(low, high, approximate=True)


@pytest.mark.parametrize("separator", [",", ".", "'", "’", " ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}"])
def test_thousand_separators(separator: str) -> None:
    assert bounds(parse(f"12{separator}000")) == (12_000, 12_000)
    assert bounds(parse(f"at least 1{separator}000{separator}000")) == (1_000_000, None)


@pytest.mark.parametrize("quotes", ["“”", "‘’", "''", '""', "«»", "„“", "``"])
def test_quotes_are_ignored(quotes: str) -> None:
    opening, closing = quotes[0], quotes[1]
    assert bounds(parse(f"{opening}at least{closing} 14")) == (14, None)
    assert bounds(parse(f"{opening}several{closing}")) == (3, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the count is blank"),
        ("“”", "the count is blank"),
        ("lots", "'lots' cannot be read as a count: write a number"),
        ("an unknown number", "leave the count empty where the report gives no number"),
        ("few", "cannot be read"),
        ("14 aircraft", "cannot be read"),
        ("twenty a", "cannot be read"),
        ("two three", "cannot be read"),
        ("two hundred and", "cannot be read"),
        ("at least more than 5", "cannot be read"),
        ("14²", "cannot be read"),
        ("٣", "cannot be read"),
        ("007", "cannot be read"),
        ("1000 000", "cannot be read"),
        ("1,00", "'1,00' is no whole number: thousands go in threes, as in 1,000 or 1.000"),
        ("12.5", "no whole number"),
        ("1,000.000", "no whole number"),
        ("10,0000", "no whole number"),
        ("-5", "'-5' is negative: a count is 0 or more"),
        ("−5", "is negative"),
        ("80%", "'80%' is a share, not a count"),
        ("ten per cent", "is a share"),
        ("20 to 10", "'20 to 10' runs backwards: write the lower number first"),
        ("hundreds to dozens", "runs backwards"),
        ("fewer than 0", "'fewer than 0' leaves no number"),
        ("1,000,000,001", "is too large for a count: the most is 1,000,000,000"),
        ("9" * 100, "too large"),
        ("1" * 101, "a count of 101 characters is no count"),
    ],
)
def test_refusals_say_why(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse(text)


def test_the_wording_is_kept_and_is_no_part_of_equality() -> None:
    assert parse(" a dozen ").text == "a dozen"
    assert parse("a dozen") == parse("12") == Count(12, 12)
    assert parse("about 12") != parse("12")


def test_a_range_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        Count(-1, 3)
    with pytest.raises(ValueError, match="3 to 2"):
        Count(3, 2)


# fmt: off
FRAGMENTS = [
    *WORDS, "at least", "more than", "up to", "fewer than", "about", "between", "and", "to", "or", "from",
    "or more", "-", "+", ",", ".", "12", "1,000", "“", "%",
]
# fmt: on


@given(st.text(max_size=120) | st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join))
def test_parse_gives_a_range_or_a_value_error(text: str) -> None:
    try:
        count = parse(text)
    except ValueError:
        return
    assert 0 <= count.low <= 10**9
    assert count.high is None or count.low <= count.high <= 10**9


@given(st.integers(0, 10**9))
def test_digits_are_read_with_and_without_separators(number: int) -> None:
    grouped = f"{number:,}"
    for text in (str(number), grouped, grouped.replace(",", "."), grouped.replace(",", " ")):
        assert bounds(parse(text)) == (number, number)


@given(st.integers(1, 99), st.integers(0, 9), st.integers(0, 99), st.booleans())
def test_spelled_out_cardinals(thousands: int, hundreds: int, rest: int, joined: bool) -> None:
    # fmt: off
    small = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    # fmt: on

    def spelled(number: int) -> str:
        if number < 20:
            return small[number]
        return tens[number // 10] + (f"-{small[number % 10]}" if number % 10 else "")

    words = [f"{spelled(thousands)} thousand"]
    words += [f"{small[hundreds]} hundred"] if hundreds else []
    words += (["and"] if joined else []) + [spelled(rest)] if rest else []
    number = 1000 * thousands + 100 * hundreds + rest
    assert bounds(parse(" ".join(words))) == (number, number)


@pytest.mark.parametrize("text", ["1 " * 50, "between " * 12, "and to or " * 10, "1,000" * 20, "-" * 100])
def test_tangled_text_is_refused_at_once(text: str) -> None:
    began = time.perf_counter()
    with pytest.raises(ValueError, match=r"count|number"):
        parse(text)
    assert time.perf_counter() - began < 0.5


@pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared: the real reports")
def test_every_count_of_the_real_reports() -> None:
    claims = [claim for file in sorted(GOLD.glob("*.json")) for claim in json.loads(file.read_text("utf-8"))]
    found = [claim["count"] for claim in claims if claim["count"]]
    assert found
    for gold in found:
        # the annotation leaves the low end of "as many as" blank; a claim of some is a claim of one at least
        expected = Count(gold["min"] or 1, gold["max"], approximate=gold["approx"])
        assert parse(gold["text"]) == expected, gold


# Phrases


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (Count(12, 12, "a dozen"), "12"),
        (Count(1000, 1000), "1,000"),
        (Count(14, None, "at least 14"), "14+"),
        (Count(1, 2500, "as many as 2,500"), "up to 2,500"),
        (Count(1, 2500, approximate=True), "up to about 2,500"),
        (Count(1, 2, "one or two"), "1-2"),
        (Count(0, 5), "0-5"),
        (Count(3500, 3800, "3,500 to 3,800"), "3,500-3,800"),
        (Count(240, 240, "around 240", approximate=True), "about 240"),
        (UNSTATED, "not stated"),
        (Count(2, None, stated=False), "not stated"),
        (Count(200, None, "hundreds"), "200+ (hundreds)"),
        (Count(3, None, "“several”"), "3+ (several)"),
        (Count(300, None, "several\n hundred"), "300+ (several hundred)"),
        (Count(3, None, "a few"), "3+ (a few)"),
        (Count(300, None, "at least several hundred"), "300+ (at least several hundred)"),
        (Count(200, None, "two hundred or more"), "200+"),
    ],
)
def test_phrase(count: Count, expected: str) -> None:
    assert phrase(count) == expected


@given(any_count())
def test_what_a_table_says_can_be_read_again(count: Count) -> None:
    if count.stated:
        numerals = Count(count.low, count.high, approximate=count.approximate)
        assert parse(phrase(numerals)) == numerals


# Combination


def test_common_keeps_the_wording_of_the_count_that_says_it() -> None:
    refined = common(parse("several"), parse("a dozen"))
    assert (bounds(refined), refined.text) == ((12, 12), "a dozen")
    between = common(parse("at least 10"), parse("up to 20"))
    assert (bounds(between), between.text) == ((10, 20), "")
    assert common(UNSTATED, parse("up to 20")).stated
    assert common(UNSTATED, UNSTATED) == UNSTATED


def test_common_refuses_counts_that_exclude_each_other() -> None:
    assert not meets(parse("a dozen"), parse("at least 14"))
    with pytest.raises(ValueError, match=r"12 and 14\+ have no number in common"):
        common(parse("a dozen"), parse("at least 14"))


@given(any_count(), any_count())
def test_common_is_inside_both(a: Count, b: Count) -> None:
    assert meets(a, b) == meets(b, a)
    if meets(a, b):
        assert common(a, b) == common(b, a)
        assert covers(a, common(a, b))
        assert covers(b, common(a, b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("12", "14", Count(26, 26)),
        ("12", "at least 14", Count(26, None)),
        ("up to 5", "10-12", Count(11, 17)),
        ("about 12", "2", Count(14, 14, approximate=True)),
    ],
)
def test_total(a: str, b: str, expected: Count) -> None:
    assert total(parse(a), parse(b)) == total(parse(b), parse(a)) == expected


def test_total_of_unstated_counts() -> None:
    assert total(UNSTATED, UNSTATED) == Count(2, None, stated=False)
    assert total(UNSTATED, Count(12, 12)) == Count(13, None)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Count(14, 14), Count(2, 2), Count(12, 12)),
        (Count(14, None), Count(2, 3), Count(11, None)),
        (Count(14, 14), Count(2, None), Count(0, 12)),
        (Count(1, 2), Count(5, 6), Count(0, 0)),
        (Count(12, 12), UNSTATED, Count(0, 11)),
        (UNSTATED, Count(2, 2), Count(0, None, stated=False)),
    ],
)
def test_less(a: Count, b: Count, expected: Count) -> None:
    assert less(a, b) == expected


@given(any_count(), any_count())
def test_what_was_added_can_be_taken_away_again(a: Count, b: Count) -> None:
    assert covers(less(total(a, b), b), a)


# Readings


def test_the_disagreement_of_the_design() -> None:
    found = readings([parse("several"), parse("at least 14"), parse("a dozen")])
    assert [bounds(reading) for reading in found] == [(12, 12), (14, None)]
    assert told(found) == "12 or 14+"
    assert bounds(hull(found)) == (12, None)


@pytest.mark.parametrize(
    ("wordings", "expected"),
    [
        ([], []),
        (["12"], [(12, 12)]),
        (["several", "12"], [(12, 12)]),
        (["3", "5", "4"], [(3, 3), (4, 4), (5, 5)]),
        (["1-5", "4-8", "7-9"], [(4, 5), (7, 8)]),
        (["up to 10", "3", "8", "at least 2"], [(3, 3), (8, 8)]),
    ],
)
def test_readings(wordings: list[str], expected: list[Bounds]) -> None:
    assert [bounds(reading) for reading in readings(map(parse, wordings))] == expected


def test_an_unstated_count_takes_part_but_makes_no_reading_beside_stated_ones() -> None:
    assert readings([UNSTATED]) == (UNSTATED,)
    assert readings([UNSTATED, Count(12, 12)]) == (Count(12, 12),)
    assert readings([UNSTATED, Count(0, 0)]) == (Count(0, 0),)
    assert readings([UNSTATED, Count(0, 5)]) == (Count(1, 5),)


def test_of_equal_ranges_the_stated_exact_numeral_speaks() -> None:
    same = [parse("a dozen"), parse("about 12"), parse("12"), parse("twelve")]
    for order in permutations(same):
        (reading,) = readings(order)
        assert (reading.text, reading.approximate) == ("12", False)


def test_no_readings_are_not_stated() -> None:
    assert told(()) == "not stated"
    with pytest.raises(ValueError, match="no counts"):
        hull([])


several_counts = st.lists(any_count(), max_size=8)


@given(several_counts, st.randoms())
def test_the_order_of_counts_does_not_matter(known: list[Count], order: random.Random) -> None:
    mixed = order.sample(known, len(known))
    worded = [(reading, reading.text) for reading in readings(known)]
    assert [(reading, reading.text) for reading in readings(mixed)] == worded


@given(several_counts)
def test_a_repeated_count_changes_nothing(known: list[Count]) -> None:
    assert readings(known + known) == readings(known)


@given(several_counts)
def test_readings_rise_and_never_overlap(known: list[Count]) -> None:
    found = readings(known)
    for earlier, later in pairwise(found):
        assert earlier.high is not None
        assert earlier.high < later.low


@given(several_counts)
def test_readings_are_the_largest_groups(known: list[Count]) -> None:
    """Against the definition itself: every set of counts, tried one by one."""
    known = [count for count in known if count.stated]
    overlapping = []
    for mask in range(1, 2 ** len(known)):
        group = [count for bit, count in enumerate(known) if mask >> bit & 1]
        if all(meets(a, b) for a in group for b in group):
            overlapping.append((mask, group))
    largest = [group for mask, group in overlapping if not any(mask & m == mask != m for m, _ in overlapping)]
    highs = [[count.high for count in group if count.high is not None] for group in largest]
    expected = {
        (max(count.low for count in group), min(high) if high else None)
        for group, high in zip(largest, highs, strict=True)
    }
    assert {bounds(reading) for reading in readings(known)} == expected


@given(several_counts)
def test_every_stated_count_has_a_reading_inside_it(known: list[Count]) -> None:
    for count in known:
        if count.stated:
            assert any(covers(count, reading) for reading in readings(known))


@given(several_counts.filter(bool))
def test_the_hull_holds_counts_and_readings(known: list[Count]) -> None:
    assert all(covers(hull(known), count) for count in [*known, *readings(known)])
    assert hull(known) == hull(known[::-1])


@given(several_counts.filter(bool))
def test_a_wider_count_than_all_narrows_nothing(known: list[Count]) -> None:
    stated = [count for count in known if count.stated] or [Count(5, 5)]
    wider = [*stated, Count(0, None, "any number")]
    assert [bounds(r) for r in readings(wider)] == [bounds(r) for r in readings(stated)]
