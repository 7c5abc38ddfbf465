"""Time expressions: what they are, and what they come to for a text of a given day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oob import when
from oob.reading.expressions.dates import find

TUESDAY = "2020-05-26"
"""The publication of most texts here; its Monday is 25 May, its weekend 23 and 24 May."""


def edtfs(text: str, published: str | None = TUESDAY) -> list[str | None]:
    return [mention.edtf for mention in find(text, when.parse(published) if published else None)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The jets landed on 26 May 2020.", "2020-05-26"),
        ("On May 26, 2020, the command said", "2020-05-26"),
        ("on May 26 2020", "2020-05-26"),
        ("The images, dated 19 May, show", "2020-05-19"),
        ("It was shot down on 21 November over Tarhuna.", "2019-11-21"),
        ("on the 21st of November 2019", "2019-11-21"),
        ("on 3rd March 2022", "2022-03-03"),
        ("on November 21st", "2019-11-21"),
        ("Nov. 5, 2019", "2019-11-05"),
        ("on 5 Sept. 2019", "2019-09-05"),
        ("on Jan. 6 three trucks", "2020-01-06"),
        ("MAY 26, 2020 (CNN)", "2020-05-26"),
        ("2020-05-26", "2020-05-26"),
        ("recorded 2020-05-26T14:02Z", "2020-05-26"),
        ("2020/05/26", "2020-05-26"),
        ("on 26/05/2020", "2020-05-26"),
        ("on 26.05.20", "2020-05-26"),
        ("from 24.02.19 to 14.05.20", "2019-02-24/2020-05-14"),
        ("05/26/2020", "2020-05-26"),
        ("on 26.05.2020", "2020-05-26"),
        ("on 5.6.2019", "2019-06-05"),
        ("on 5/6/2019", "[2019-05-06,2019-06-05]"),
        ("on 5/5/2019", "2019-05-05"),
        ("26-May-2020", "2020-05-26"),
        ("In May 2020", "2020-05"),
        ("in May, 2020", "2020-05"),
        ("by May of 2019", "../2019-05"),
        ("in Dec 2019", "2019-12"),
        ("in May", "2020-05"),
        ("in June", "2019-06"),
        ("an offensive launched in April", "2020-04"),
        ("The April offensive", "2020-04"),
        ("the end of March", "2020-03"),
        ("In 2019, Turkey sent", "2019"),
        ("(2019)", "2019"),
        ("the 2011 uprising", "2011"),
        ("throughout 2019", "2019"),
        ("the war of 2014", "2014"),
        ("back in 1986", "1986"),
        ("in 2014-2016", "2014/2016"),
        ("in 2019-20", "2019/2020"),
        ("in 2019/20", "2019/2020"),
        ("from 2014 to 2019", "2014/2019"),
        ("in 2014 and 2016", "{2014,2016}"),
        ("in 2014 or 2015", "[2014,2015]"),
        ("between 2014 and 2016", "2014/2016"),
        ("on 29 February 2020", "2020-02-29"),
        ("on Tuesday, 26 May 2020, at noon", "2020-05-26"),
        ("on Thursday, November 21, a drone", "2019-11-21"),
        ("Thursday (21 November)", "2019-11-21"),
        ("Wed 27 Nov 2019", "2019-11-27"),
    ],
)
def test_dates_of_the_calendar(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on the night of 3-4 May", "2020-05-03/2020-05-04"),
        ("between 3 and 5 May", "2020-05-03/2020-05-05"),
        ("between May 3 and May 5", "2020-05-03/2020-05-05"),
        ("from 3 to 5 May 2019", "2019-05-03/2019-05-05"),
        ("from 30 December to 2 January", "2019-12-30/2020-01-02"),
        ("from 30 December 2018 to 2 January 2019", "2018-12-30/2019-01-02"),
        ("May 3-5", "2020-05-03/2020-05-05"),
        ("May 3–5, 2019", "2019-05-03/2019-05-05"),
        ("from May to July 2020", "2020-05/2020-07"),
        ("between November and March", "2019-11/2020-03"),
        ("from November to March 2019", "2018-11/2019-03"),
        ("from November 2018 through March 2019", "2018-11/2019-03"),
        ("in April and May", "{2020-04,2020-05}"),
        ("in April and in May", "{2020-04,2020-05}"),
        ("in April or May 2019", "[2019-04,2019-05]"),
        ("on 3, 5 and 7 May", "{2020-05-03,2020-05-05,2020-05-07}"),
        ("on May 3 and 5", "{2020-05-03,2020-05-05}"),
        ("on May 3 and 5, 2019", "{2019-05-03,2019-05-05}"),
        ("on 3 or 4 May", "[2020-05-03,2020-05-04]"),
        ("on 18 and 19 May", "{2020-05-18,2020-05-19}"),
        ("on 18 May and 20 May", "{2020-05-18,2020-05-20}"),
        ("on 18-19 and 22 May", "{2020-05-18..2020-05-19,2020-05-22}"),
        ("on Monday and Tuesday", "{2020-05-25,2020-05-26}"),
        ("on Sunday or Monday", "[2020-05-24,2020-05-25]"),
        ("between Friday and Monday", "2020-05-22/2020-05-25"),
        ("from Friday to Sunday", "2020-05-22/2020-05-24"),
        ("from Wednesday until Friday", "2020-05-20/2020-05-22"),
    ],
)
def test_lists_and_ranges(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The military accused Russia on Tuesday", "2020-05-26"),
        ("the US military Tuesday accused", "2020-05-26"),
        ("It said on Wednesday that", "2020-05-20"),
        ("on Monday night", "2020-05-25"),
        ("late on Monday", "2020-05-25"),
        ("early Monday", "2020-05-25"),
        ("Sunday’s strike", "2020-05-24"),
        ("MONDAY", "2020-05-25"),
        ("last Thursday", "2020-05-21"),
        ("last Tuesday", "2020-05-19"),
        ("Thursday last week", "2020-05-21"),
        ("Thursday of last week", "2020-05-21"),
        ("on Monday this week", "2020-05-25"),
        ("this Monday", "2020-05-25"),
        ("this past Friday", "2020-05-22"),
        ("this past week", "2020-05-19/2020-05-26"),
        ("next Friday", "2020-05-29"),
        ("will land on Friday", "2020-05-29"),
        ("It will land. On Friday it said", "2020-05-22"),
        ("yesterday", "2020-05-25"),
        ("Yesterday evening two jets", "2020-05-25"),
        ("the day before yesterday", "2020-05-24"),
        ("the day after tomorrow", "2020-05-28"),
        ("four jets since the morning", "2020-05-26"),
        ("Since the early hours of the morning", "2020-05-26"),
        ("nine strikes since dawn", "2020-05-26"),
        ("earlier today", "2020-05-26"),
        ("tonight", "2020-05-26"),
        ("tomorrow", "2020-05-27"),
        ("last night", "2020-05-25"),
        ("this morning", "2020-05-26"),
        ("overnight", "2020-05-25/2020-05-26"),
        ("this week", "2020-05-25/2020-05-26"),
        ("earlier this week", "2020-05-25/2020-05-26"),
        ("earlier in the week", "2020-05-25/2020-05-26"),
        ("last week", "2020-05-18/2020-05-24"),
        ("next week", "2020-06-01/2020-06-07"),
        ("over the weekend", "2020-05-23/2020-05-24"),
        ("at the weekend", "2020-05-23/2020-05-24"),
        ("last weekend", "2020-05-23/2020-05-24"),
        ("this month", "2020-05"),
        ("earlier this month", "2020-05"),
        ("previously this month", "2020-05"),
        ("earlier in the month", "2020-05"),
        ("last month", "2020-04"),
        ("next month", "2020-06"),
        ("this year", "2020"),
        ("earlier this year", "2020"),
        ("last year", "2019"),
        ("next year", "2021"),
        ("last decade", "201X"),
        ("In July last year", "2019-07"),
        ("in July of last year", "2019-07"),
        ("in July, last year", "2019-07"),
        ("on 4 April last year", "2019-04-04"),
        ("in January this year", "2020-01"),
        ("last May", "2019-05"),
        ("last July", "2019-07"),
        ("last January", "2020-01"),
        ("this January", "2020-01"),
        ("this time last year", "2019"),
        ("last summer", "2019-22"),
        ("last spring", "2019-21"),
        ("last winter", "2019-24"),
        ("this spring", "2020-21"),
        ("next summer", "2020-22"),
    ],
)
def test_words_that_point_from_the_publication(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("a year ago", "2019-05~"),
        ("two years ago", "2018~"),
        ("a year and a half ago", "2018-11~"),
        ("two and a half years ago", "2017-11~"),
        ("a month ago", "2020-04~"),
        ("six months ago", "2019-11~"),
        ("a week ago", "2020-05-19~"),
        ("two weeks ago", "2020-05-12~"),
        ("about two weeks ago", "2020-05-12~"),
        ("three days ago", "2020-05-23"),
        ("10 days ago", "2020-05-16"),
        ("48 hours ago", "2020-05-24"),
        ("hours ago", "2020-05-26"),
        ("weeks ago", "2020-05~"),
        ("a few weeks ago", "2020-05~"),
        ("several months ago", "2020-02~"),
        ("a couple of days ago", "2020-05-24"),
        ("recently", "2020-05~"),
        ("in recent days", "2020-05~"),
        ("in recent weeks", "2020-05~"),
        ("over recent months", "2020-02~/2020-05~"),
        ("in the past two years", "2018-05/2020-05"),
        ("over the last three months", "2020-02/2020-05"),
        ("over the past two weeks", "2020-05-12/2020-05-26"),
        ("in the past week", "2020-05-19/2020-05-26"),
        ("over the past year", "2019-05/2020-05"),
        ("in the last 24 hours", "2020-05-25/2020-05-26"),
        ("in the last few days", "2020-05~"),
        ("in the coming weeks", "2020-05~"),
        ("Over the preceding 48 hours", "2020-05-24/2020-05-26"),
        ("Within 24 hours, nine drones fell.", "2020-05-25/2020-05-26"),
        ("the night before last", "2020-05-24"),
        ("in the month before last", "2020-03"),
        ("in the summer before last", "2018-22"),
        ("in the week before last Tuesday's raid", "2020-05-19"),
    ],
)
def test_stretches_reckoned_from_the_publication(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("early 2020", "2020-01/2020-04"),
        ("in mid-2019", "2019-05/2019-08"),
        ("late 2019", "2019-09/2019-12"),
        ("late last year", "2019-09/2019-12"),
        ("early this year", "2020-01/2020-04"),
        ("at the beginning of 2020", "2020-01"),
        ("at the end of 2019", "2019-12"),
        ("in the first half of 2019", "2019-01/2019-06"),
        ("the second quarter of 2020", "2020-04/2020-06"),
        ("early May", "2020-05"),
        ("mid-May", "2020-05"),
        ("in late April", "2020-04"),
        ("in the first week of May", "2020-05-01/2020-05-07"),
        ("the summer of 2019", "2019-22"),
        ("summer 2019", "2019-22"),
        ("in autumn 2019", "2019-23"),
        ("the fall of 2019", "2019-23"),
        ("winter 2019-2020", "2019-24"),
        ("in the winter of 2019/20", "2019-24"),
        ("spring of last year", "2019-21"),
        ("in the spring.", "2020-21"),
        ("the 1990s", "199X"),
        ("in the early 1980s", "198X"),
        ("since 2019", "2019/.."),
        ("given that2019", "2019/.."),
        ("since2019", "2019/.."),
        ("in2019", "2019"),
        ("since April", "2020-04/.."),
        ("since early 2020", "2020-01/.."),
        ("since the beginning of the year", "2020-01/.."),
        ("since last week", "2020-05-18/.."),
        ("since Monday", "2020-05-25/.."),
        ("since at least 2018", "2018/.."),
        ("from 5 May onwards", "2020-05-05/.."),
        ("from 2015 onwards", "2015/.."),
        ("after 5 May", "2020-05-05/.."),
        ("until June", "../2020-06"),
        ("until 2019", "../2019"),
        ("by the end of 2020", "../2020-12"),
        ("by the end of the year", "../2020-12"),
        ("by 2019", "../2019"),
        ("before 2019", "../2018"),
        ("prior to 5 May", "../2020-05-04"),
        ("as of 1 May", "2020-05-01"),
        ("as early as 2018", "2018"),
        ("around 2018", "2018~"),
        ("will be delivered by 1 July", "../2020-07-01"),
        ("is due in July", "2020-07"),
    ],
)
def test_parts_seasons_and_open_ends(text: str, edtf: str) -> None:
    assert edtfs(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "May the force be with you",
        "It may be that they march on",
        "March on Tripoli, he said",
        "Theresa May said",
        "the second official",
        "Su-24 bombers",
        "MiG-29 and Su-35 jets",
        "an F-16 1990 airframe",
        "Resolution 1970",
        "UNSCR 1970",
        "some 2,500 men",
        "2020 tanks",
        "by 2000 men",
        "from 2000 metres",
        "a force of 2000 fighters",
        "in 2000 homes",
        "on page 2019",
        "at 2000 GMT",
        "section 26",
        "9/11",
        "24/7",
        "Russia Today",
        "USA Today",
        "since the beginning of the conflict",
        "since then",
        "the past",
        "this system",
        "the fall of Tripoli",
        "springs and coils",
        "Marshal Haftar",
        "Deccan",
        "Junta",
        "Augusta",
        "Mayor",
        "1980s-era tanks",
        "on 31 February",
        "on 45 May",
        "12.5.19999",
        "phone 555-2019-11",
        "a lasting peace",
        "the end of the war",
        "years of war",
        "long ago",
        "Bayraktar TB2s",
        "$2019",
        "2019%",
        "",
        "within 24 hours of the crash",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert edtfs(text) == []


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("on Thursday", "2019-11-27", "2019-11-21"),
        # every day that the text may be from leads to the same Thursday
        ("on Thursday", "[2019-11-26,2019-11-27]", "2019-11-21"),
        ("on Friday", "[2020-07-24..2020-07-30]", "2020-07-24"),
        # not so here: the day is not invented
        ("on Thursday", "[2020-07-24..2020-07-30]", "2020-07~"),
        ("yesterday", "2020-05", "2020-05~"),
        ("last week", "2020-05", "2020-05~"),
        ("yesterday", "2020", None),
        ("on Tuesday", "2020-04/2020-05", None),
        ("in May", "2020-05", "2020-05"),
        ("in June", "2020", "2020-06"),
        ("last month", "2020-05", "2020-04"),
        ("last month", "2020-01-03", "2019-12"),
        ("last year", "2020", "2019"),
        ("earlier this month", "2020-05-26/2020-05-28", "2020-05"),
        ("recently", "[2020-05-26..2020-06-01]", "2020-05~/2020-06~"),
        ("on Tuesday", "2020-05-27~", "2020-05-26~"),
        ("in December", "2022-03-15", "2021-12"),
        ("will arrive on 5 January", "2021-12-20", "2022-01-05"),
        ("arrived on 5 January", "2021-12-20", "2021-01-05"),
        ("on 29 February", "2022-03-15", "2020-02-29"),
        ("last winter", "2022-01-10", "2020-24"),
        ("this winter", "2022-01-10", "2021-24"),
        ("last summer", "2022-10-01", "2022-22"),
        ("over the weekend", "2020-05-24", "2020-05-23/2020-05-24"),
        ("this week", "2020-05-25", "2020-05-25"),
        ("on Tuesday", None, None),
        ("in May", None, None),
        ("on 5 May", None, None),
        ("recently", None, None),
        ("two years ago", None, None),
        ("since last year", None, None),
        ("in the past two years", None, None),
        ("in 2019", None, "2019"),
        ("on 26 May 2020", None, "2020-05-26"),
        ("on Tuesday, 26 May 2020", None, "2020-05-26"),
        ("summer 2019", None, "2019-22"),
        ("this summer", None, None),
        ("yesterday", "2019/..", None),
        ("yesterday", "1000-01-01", None),
        ("next year", "9999", None),
        ("tomorrow", "9999-12-31", None),
    ],
)
def test_the_publication_decides(text: str, published: str | None, edtf: str | None) -> None:
    assert edtfs(text, published) == [edtf]


def test_mentions_carry_their_wording_and_place() -> None:
    text = (
        "It was struck on Thursday last week, after it had arrived in July last year; “since 2019”, he said on Monday."
    )
    assert [(m.text, m.edtf) for m in find(text, when.parse(TUESDAY))] == [
        ("on Thursday last week", "2020-05-21"),
        ("in July last year", "2019-07"),
        ("since 2019", "2019/.."),
        ("on Monday", "2020-05-25"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May, 14 jets landed", ["2020-05"]),
        ("on May 5, 12 soldiers were killed", ["2020-05-05"]),
        ("on May 5 and 12 soldiers", ["2020-05-05"]),
        ("In 2019 and 2020 tanks were sent", ["2019"]),
        ("between Monday and the end of May", ["2020-05-25/2020-05"]),
        ("between January and early March", ["2020-01/2020-03"]),
        ("from mid-2018 to early 2019", ["2018-05/2019-04"]),
        ("from March until late April", ["2020-03/2020-04"]),
        ("from early May, in June", ["2020-05", "2019-06"]),
        ("in May and by 5 June", ["2020-05", "../2020-06-05"]),
        ("On Monday, in March, and yesterday", ["2020-05-25", "2020-03", "2020-05-25"]),
        ("on 26 May 2020 in 2019", ["2020-05-26", "2019"]),
        ("bombed on Saturday and again on Monday", ["{2020-05-23,2020-05-25}"]),
        ("in March and again in May", ["{2020-03,2020-05}"]),
    ],
)
def test_neighbours_are_kept_apart(text: str, expected: list[str]) -> None:
    assert edtfs(text) == expected


PIECES = [
    *("May", "may", "Monday", "last", "this", "week", "year", "ago", "2019", "2020-05-26", "26", "3rd", "1990s", "of"),
    *("the", "in", "since", "until", "between", "and", "or", "to", ",", "-", "–", ".", "’s", "early", "mid-", "summer"),
    *(
        "two",
        "a",
        "few",
        "recent",
        "days",
        "yesterday",
        "overnight",
        "5/6/2019",
        "given that",
        "Mar.",
        "end",
        "é",
        "\n",
    ),
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12),
    st.sampled_from([" ", ""]),
    st.sampled_from([None, TUESDAY, "2020-05", "2019/..", "../2020", "[2020-05-26..2020-06-01]", "1000", "9999-12-31"]),
)
def test_anything_may_be_read(pieces: list[str], space: str, published: str | None) -> None:
    text = space.join(pieces)
    floor = 0
    for mention in find(text, when.parse(published) if published else None):
        assert floor <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        floor = mention.end
        if mention.edtf is not None:
            when.parse(mention.edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The tank was destroyed by the army on Tuesday.", "2024-08-13"),
        ("The raid, due to bad weather, was put off on Tuesday.", "2024-08-13"),
        ("The jets will arrive on Friday.", "2024-08-16"),
        ("They are to arrive by the end of next month.", "../2024-09"),
    ],
)
def test_only_what_is_spoken_of_as_to_come_is_ahead(text: str, edtf: str) -> None:
    assert [each.edtf for each in find(text, when.parse("2024-08-13"))] == [edtf]
