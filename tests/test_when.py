"""Dates: what EDTF expressions mean, and what is refused with which advice."""

import datetime
import json
import pathlib
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oob.when import When, parse, phrase

GOLD = pathlib.Path(__file__).resolve().parents[2] / "shared" / "gold"


def day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "phrased"),
    [
        ("2020-05-26", "2020-05-26", "2020-05-26", "26 May 2020"),
        ("2020-05", "2020-05-01", "2020-05-31", "May 2020"),
        ("2020-02", "2020-02-01", "2020-02-29", "February 2020"),
        ("2020", "2020-01-01", "2020-12-31", "2020"),
        ("2020-05-XX", "2020-05-01", "2020-05-31", "a day in May 2020"),
        ("2020-XX", "2020-01-01", "2020-12-31", "a month in 2020"),
        ("2020-XX-XX", "2020-01-01", "2020-12-31", "a day in 2020"),
        ("202X", "2020-01-01", "2029-12-31", "a year in the 2020s"),
        ("20XX", "2000-01-01", "2099-12-31", "a year in 2000-2099"),
        ("2020-21", "2020-03-01", "2020-05-31", "spring 2020"),
        ("2020-22", "2020-06-01", "2020-08-31", "summer 2020"),
        ("2020-23", "2020-09-01", "2020-11-30", "autumn 2020"),
        ("2019-24", "2019-12-01", "2020-02-29", "winter 2019-20"),
        ("2020-24", "2020-12-01", "2021-02-28", "winter 2020-21"),
        ("9999-24", "9999-12-01", "9999-12-31", "winter 9999-00"),
        ("2020-05-26/2020-06-01", "2020-05-26", "2020-06-01", "26 May to 1 June 2020"),
        ("2020-05-26/2020-05-28", "2020-05-26", "2020-05-28", "26 to 28 May 2020"),
        ("2019-04/2019-11", "2019-04-01", "2019-11-30", "April to November 2019"),
        ("2019-11/2020", "2019-11-01", "2020-12-31", "November 2019 to 2020"),
        ("2020-05-26/2020-05", "2020-05-26", "2020-05-31", "26 May 2020 to May 2020"),
        ("2019/2020", "2019-01-01", "2020-12-31", "2019 to 2020"),
        ("2019/..", "2019-01-01", "", "since 2019"),
        ("../2020-05", "", "2020-05-31", "until May 2020"),
        ("2019/", "2019-01-01", "", "from 2019, end unknown"),
        ("/2020-05", "", "2020-05-31", "until May 2020, start unknown"),
        ("[2019-11-26,2019-11-27]", "2019-11-26", "2019-11-27", "26 or 27 November 2019"),
        ("[2019-11-27,2019-11-26]", "2019-11-26", "2019-11-27", "26 or 27 November 2019"),
        ("[2019,2021..2023]", "2019-01-01", "2023-12-31", "2019 or 2021 to 2023"),
        ("[2020-05-26..2020-06-01]", "2020-05-26", "2020-06-01", "26 May to 1 June 2020 (one of these days)"),
        ("[2020-05..2020-06]", "2020-05-01", "2020-06-30", "May to June 2020 (one of these months)"),
        ("[2020-05..2020-06-01]", "2020-05-01", "2020-06-01", "May 2020 to 1 June 2020 (one of these dates)"),
        ("{2019-11,2020-01,2020-02}", "2019-11-01", "2020-02-29", "November 2019, January and February 2020"),
        ("{2019..2021}", "2019-01-01", "2021-12-31", "2019 to 2021 (all of these years)"),
    ],
)
def test_bounds_and_phrase(text: str, earliest: str, latest: str, phrased: str) -> None:
    when = parse(text)
    assert when == When(text, day(earliest), day(latest), uncertain=False, approximate=False)
    assert phrase(when) == phrased


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate", "phrased"),
    [
        ("2020-05?", True, False, "perhaps May 2020"),
        ("2020-05~", False, True, "about May 2020"),
        ("2020-05%", True, True, "perhaps about May 2020"),
        ("2020-05-XX?", True, False, "perhaps a day in May 2020"),
        ("2020-22~", False, True, "about summer 2020"),
        ("2019?/2020~", True, True, "perhaps 2019 to about 2020"),
        ("2019~/..", False, True, "since about 2019"),
        ("2020-05-26~/2020-05-28", False, True, "about 26 May 2020 to 28 May 2020"),
        ("[2019-11-26,2019-11-27?]", True, False, "26 November 2019 or perhaps 27 November 2019"),
    ],
)
def test_qualifiers(text: str, uncertain: bool, approximate: bool, phrased: str) -> None:
    when = parse(text)
    assert (when.uncertain, when.approximate, phrase(when)) == (uncertain, approximate, phrased)


@pytest.mark.parametrize("mark", "?~%")
def test_a_qualifier_widens_no_bound(mark: str) -> None:
    assert parse("2020-05-26" + mark).earliest == parse("2020-05-26" + mark).latest == day("2020-05-26")


def test_the_text_is_kept_without_the_space_around_it() -> None:
    assert parse(" 2020-05~ ").text == "2020-05~"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the date is blank: write year, month and day as far as they are known"),
        ("last week", "'last week' is not a date: write year, month and day"),
        ("31/05/2020", "'31/05/2020': write the year first, 2020-05-31"),
        ("5/31/2020", "2020-05-31"),
        ("31.5.2020", "2020-05-31"),
        ("05/06/2020", "2020-06-05 or 2020-05-06, whichever is meant"),
        ("05/05/2020", "write the year first, 2020-05-05"),
        ("45/45/2020", "is not a date"),
        ("2020/05/31", "2020-05-31"),
        ("20200531", "2020-05-31"),
        ("2020-5-3", "2020-05-03"),
        ("2019-2020", "for a stretch of time write 2019/2020"),
        ("26 May 2020", "write the year first, 2020-05-26"),
        ("May 2020", "write the year first, 2020-05"),
        ("2020-13-40", "'2020-13-40': there is no month 13; months are 01 to 12"),
        ("2020-25", "there is no month 25; months are 01 to 12, and seasons 21 (spring) to 24 (winter)"),
        ("2020-21-05", "there is no month 21"),
        ("2020-00", "there is no month 00"),
        ("2020-02-30", "there is no day 30; February 2020 has 29 days"),
        ("2019-02-29", "there is no day 29; February 2019 has 28 days"),
        ("2020-05-00", "there is no day 00"),
        ("2020-05-26T10:00:00Z", "this catalogue's clock is the day; leave out the time: 2020-05-26"),
        ("Y17000", "years are 1000 to 9999"),
        ("-0400", "years are 1000 to 9999"),
        ("0999-05", "years are 1000 to 9999"),
        ("09XX", "years are 1000 to 9999"),
        ("2020-~05", "? ~ and % stand once, at the end"),
        ("2020?-05", "? ~ and % stand once, at the end"),
        ("2020-05?~", "? ~ and % stand once, at the end"),
        ("2020-0X", "XX stands for a whole month or day"),
        ("2X2X", "XX stands for a whole month or day"),
        ("2020-XX-05", "a day is known only of a known month; write 2020-XX-XX"),
        ("202X-05", "a month is known only of a known year"),
        ("2020/2019", "'2020/2019' runs backwards: 2019 is before 2020"),
        ("[2020..2019]", "runs backwards"),
        ("../..", "says nothing of when: leave the date empty"),
        ("/", "says nothing of when"),
        ("2020/05", "'05' is not a date"),
        ("2020/2021/2022", "'2021/2022' is not a date"),
        ("[2020]", "a set has two dates or more; write 2020 alone"),
        ("[..2020]", "a set names its dates"),
        ("[2020,]", "a set names its dates"),
        ("[]", "a set names its dates"),
        ("[2019,2020}", "is not a date"),
        ("[2019-11-26, 2019-11-27]", "leave out the spaces, [2019-11-26,2019-11-27]"),
        ("٢٠٢٠", "is not a date"),
        ("2" * 201, "a date of 201 characters is no date"),
    ],
)
def test_refusals_say_why(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse(text)


@given(st.text() | st.text(alphabet="0129-X?~%/.,[]{}T ", max_size=25))
def test_parse_gives_a_date_or_a_value_error(text: str) -> None:
    try:
        when = parse(text)
    except ValueError:
        return
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert when.earliest is not None or when.latest is not None
    assert phrase(when)


@given(st.dates(datetime.date(1000, 1, 1)))
def test_a_narrower_date_is_inside_the_wider(date: datetime.date) -> None:
    iso = date.isoformat()
    nested = [iso, iso[:8] + "XX", iso[:7], iso[:5] + "XX", iso[:4], iso[:3] + "X", iso[:2] + "XX"]
    spans = [(when.earliest, when.latest) for when in map(parse, nested)]
    assert spans[0] == (date, date)
    for (first, last), (outer_first, outer_last) in pairwise(spans):
        assert first is not None
        assert last is not None
        assert outer_first is not None
        assert outer_last is not None
        assert outer_first <= first <= last <= outer_last


@given(st.dates(datetime.date(1000, 1, 1)), st.dates(datetime.date(1000, 1, 1)))
def test_intervals_and_sets_run_from_first_to_last_day(a: datetime.date, b: datetime.date) -> None:
    first, last = sorted((a, b))
    for text in (f"{first}/{last}", f"[{first},{last}]", f"[{last},{first}]", f"{{{first}..{last}}}"):
        assert (parse(text).earliest, parse(text).latest) == (first, last)


# The oracle: edtf-validate, a parser of its own


MONTHS = ["00", "01", "02", "05", "11", "12", "13", "20", "21", "22", "23", "24", "25", "XX", "1X"]
DAYS = ["00", "01", "15", "28", "29", "30", "31", "32", "XX", "3X"]


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Likely dates, right and wrong."""
    text = draw(st.sampled_from(["1999", "2019", "2020", "2021", "202X", "20XX"]))
    if draw(st.booleans()):
        text += "-" + draw(st.sampled_from(MONTHS))
        if draw(st.booleans()):
            text += "-" + draw(st.sampled_from(DAYS))
    return text + draw(st.sampled_from(["", "", "", "?", "~", "%"]))


ends = st.sampled_from(["", ".."]) | dates()
intervals = st.builds("{}/{}".format, ends, ends)
ranges = st.builds("{}..{}".format, dates(), dates())
members = st.lists(dates() | ranges, min_size=1, max_size=3).map(",".join)
expressions = dates() | intervals | members.map("[{}]".format) | members.map("{{{}}}".format)

# Where the two part, by intent (patterns found anywhere in the expression):
REFUSED_HERE = {
    "says nothing of when": r"^(\.\.)?/(\.\.)?$",
    "level 2: an X elsewhere than at the end": r"20(2X|XX)-|-XX-\d|1X|3X",
    "level 2: seasons of other kinds": r"-25",
    "a day that is not in the calendar, which the oracle does not always look at": r"02-(29|30|31)|11-31",
    "a range in a set that runs backwards": r"[\[{].*\.\.",
}
ACCEPTED_HERE = {
    "a qualifier after an X": r"X[?~%]",
    "an X in an interval with an open or unknown end": r"^(\.\.)?/.*X|X.*/(\.\.)?$",
    "an interval that ends in the year or month that it begins in": r"^(\d{4})-.*/\1",
    "a winter that ends in the next year": r"-24",
    "a season in a set": r"[\[{].*-2[123]",
    "a range in a set, qualified, or with ends of unlike precision": r"[\[{].*\.\.",
}


@settings(max_examples=400)
@given(expressions)
def test_the_oracle_agrees(text: str) -> None:
    oracle = pytest.importorskip("edtf_validate.valid_edtf", reason="needs edtf-validate")
    try:
        parse(text)
        accepted = True
    except ValueError:
        accepted = False
    by_intent = ACCEPTED_HERE if accepted else REFUSED_HERE
    if not any(re.search(pattern, text) for pattern in by_intent.values()):
        assert accepted == oracle.is_valid(text)


@pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared: the real reports")
def test_every_date_of_the_real_reports() -> None:
    expected = {
        "2019-07": ("2019-07-01", "2019-07-31"),
        "2019/..": ("2019-01-01", ""),
        "2020-05": ("2020-05-01", "2020-05-31"),
        "2020-05~": ("2020-05-01", "2020-05-31"),
        "2019-11-21": ("2019-11-21", "2019-11-21"),
        "2019-04/2019-11": ("2019-04-01", "2019-11-30"),
    }
    claims = [claim for file in sorted(GOLD.glob("*.json")) for claim in json.loads(file.read_text("utf-8"))]
    found = {claim["date_alleged"]["edtf"] for claim in claims if claim["date_alleged"]}
    assert found == set(expected)
    for text in found:
        when = parse(text)
        assert (when.earliest, when.latest) == tuple(map(day, expected[text]))
        assert when.approximate == ("~" in text)
