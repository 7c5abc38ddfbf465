"""Times that are reckoned from one named before."""

from __future__ import annotations

import pytest

from oob import when
from oob.reading.expressions import backdates, dates

TOLD = [
    ("It was lost on 7 February 2024. On that date, a missile hit the port.", "2024-02-07"),
    ("It was lost on 7 February 2024. Earlier the same day a missile hit the port.", "2024-02-07"),
    ("It was lost on 7 February 2024 and found the following day.", "2024-02-08"),
    ("It was lost on 1 March 2024. The day before, it had been hit.", "2024-02-29"),
    ("It was lost on 28 February 2024 and shown two days later.", "2024-03-01"),
    ("It was lost on 7 February 2024 and another one a week earlier.", "2024-01-31"),
    ("It was lost on 7 December 2023 and replaced the month after.", "2024-01"),
    ("It was lost on 7 February 2024 and replaced that same month.", "2024-02"),
    ("They were bought in March 2020 and used the same month.", "2020-03"),
    ("They were bought in 2016. Others came that year.", "2016"),
    ("They were bought in 2016. The following year others came.", "2017"),
    ("They were bought in June 2020. In July that year they were used.", "2020-07"),
    ("They were bought in 2015. In May of the following year they came.", "2016-05"),
    ("By 7 February 2024 they had gone. That day a missile hit the port.", "2024-02-07"),
    # the number of a day alone
    ("The first picture is of 7 February 2024. On the 19th, two more tanks stand there.", "2024-02-19"),
    ("They came in February 2024. The image of the 9th shows tents.", "2024-02-09"),
    ("They came in February 2024 and have been there since the 9th.", "2024-02-09/.."),
    ("They came in February 2024 and were gone by the 9th, he said.", "../2024-02-09"),
    ("It was lost in February 2024 on the 9th Brigade's road.", "2024-02"),
    ("It was lost in February 2024 by men of the 2nd.", "2024-02"),
    ("It was lost in February 2024, not on the 30th.", "2024-02"),
]


@pytest.mark.parametrize(("text", "edtf"), TOLD)
def test_a_time_is_reckoned_from_the_day_before_it(text: str, edtf: str) -> None:
    found, _ = backdates.resolved(text, dates.find(text, when.parse("2024-05-26")), None)
    assert found[-1].edtf == edtf
    assert found == sorted(found)


def test_the_day_goes_on_from_the_text_before() -> None:
    found, day = backdates.resolved("The same day it sank.", [], "2024-02-07")
    assert ([each.edtf for each in found], day) == (["2024-02-07"], "2024-02-07")


@pytest.mark.parametrize("text", ["The same day it sank.", "Two days later it sank.", "That day it sank."])
def test_without_a_day_before_nothing_is_reckoned(text: str) -> None:
    assert backdates.resolved(text, [], None) == ([], None)


def test_no_day_is_reckoned_beyond_the_calendar() -> None:
    assert backdates.resolved("99 weeks later it sank.", [], "9999-12-31")[0] == []
