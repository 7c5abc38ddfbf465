"""When a report was published, as citation formats tell it: date parts, and whether they are a guess."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from oob import when
from oob.names import printable

_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


@dataclass(frozen=True, slots=True)
class Date:
    """A date or the first and the last of a span, each as (year, month, day) as far as known; CSL's date variable.

    circa: the date is a guess, or one of the days of the span is it. season: 1 spring to 4 winter, of a year.
    literal: what is no date at all; the parts are blank then.
    """

    parts: tuple[tuple[int, ...], ...] = ()
    circa: bool = False
    season: int | None = None
    literal: str = ""


def issued(published: str) -> Date | None:
    """The date that an EDTF expression means; None where there is none.

    Of an open span (`../2020-05-27`) the year of the end that is known is given, as a guess: no day is invented.
    """
    if not published.strip():
        return None
    try:
        found = when.parse(published)
    except ValueError:
        return Date(literal=printable(published.strip()))
    guessed = found.uncertain or found.approximate or found.text[0] == "[" or bool(re.search(r"\dX", found.text))
    if found.earliest is None or found.latest is None:
        known = found.earliest or found.latest
        assert known is not None, "a date has one bound at least"
        return Date(((known.year,),), circa=True)
    if season := re.fullmatch(r"(\d{4})-(2[1-4])[?~%]?", found.text):
        return Date(((int(season[1]),),), guessed, _SEASONS[season[2]])
    members = _members(found.text)
    first, last = members[0][1], members[-1][2]
    return Date((first,) if first == last else (first, last), guessed)


def _members(text: str) -> list[tuple[tuple[int, ...], ...]]:
    """The dates that an expression names: what to sort by, the first and the last day as precisely as written.

    In the order of time.
    """
    found = []
    for member in re.split(r"/|\.\.|,", text.strip("[]{}")):
        parsed = when.parse(member)
        assert parsed.earliest is not None, "a single date has bounds"
        assert parsed.latest is not None, "a single date has bounds"
        first, last = (tuple(map(int, day.isoformat().split("-"))) for day in (parsed.earliest, parsed.latest))
        precise = _precision(member)
        found.append((first, first[:precise], last[:precise]))
    return sorted(found)


def _precision(member: str) -> int:
    """How many of year, month and day a date states; a season is told by its months, a decade by its years."""
    return 1 if "X" in member[:4] else 1 + len(re.findall(r"-\d\d", member))


def american(phrase: str) -> str:
    """A date in words with the month before the day, as Chicago and APA have it: `November 26 or 27, 2019`."""
    months = "|".join(calendar.month_name[1:])
    days = r"\d{1,2}(?:(?:, | or | and | to )\d{1,2})*"
    dated = re.sub(rf"\b({days}) ({months}) (\d{{4}})\b", r"\2 \1, \3", phrase)
    return re.sub(rf"\b({days}) ({months})\b", r"\2 \1", dated)
