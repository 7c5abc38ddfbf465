"""The When value: a date as precise as its source, with the earliest and latest day it can mean.

Written in EDTF (the Extended Date/Time Format, ISO 8601-2, https://www.loc.gov/standards/datetime/):
levels 0 and 1 without times of day and without years beyond 1000-9999, and from level 2 the sets `[a,b]`,
`[a..b]` (one of these) and `{a,b}` (all of these).
"""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 200
"""Characters of the longest date that is looked at."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as written, and the first and last day it can mean; None: open or unknown.

    `uncertain` (?) and `approximate` (~) are kept and shown. They do not widen the bounds: how wide "about
    May 2020" is nobody has agreed, and a day is never invented.
    """

    text: str
    earliest: datetime.date | None
    latest: datetime.date | None
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class _Date:
    """One date of an expression: its bounds, its qualifier, and its words for a person."""

    earliest: datetime.date
    latest: datetime.date
    mark: str
    words: tuple[str, ...]
    unit: str
    """What the date is one of: "days", "months", "years"; blank where it is something vaguer."""


@dataclass(frozen=True, slots=True)
class _Span:
    """One or two dates of an interval or of a set; None: an open or unknown end."""

    start: _Date | None
    end: _Date | None
    text: str

    @property
    def is_one_date(self) -> bool:
        return self.start is self.end


# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
# Northern seasons, by their EDTF number: name and first month. Each lasts three months.
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_MARKS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_ACCEPTED = (
    "write year, month and day as far as they are known: 2020-05-26, 2020-05 or 2020, with ~ for about "
    "and ? for uncertain; 2020-05/2020-06 for a stretch of time, 2019/.. for since 2019"
)


@lru_cache(10_000)  # a catalogue says the same thing many times
def parse(text: str) -> When:
    """The date that an EDTF expression means. Raises ValueError with what is wrong and what to write."""
    written = text.strip()
    spans = _spans(written)
    starts = [span.start for span in spans]
    ends = [span.end for span in spans]
    marks = "".join(date.mark for date in starts + ends if date)
    return When(
        written,
        earliest=None if None in starts else min(date.earliest for date in starts if date),
        latest=None if None in ends else max(date.latest for date in ends if date),
        uncertain="?" in marks or "%" in marks,
        approximate="~" in marks or "%" in marks,
    )


def _spans(text: str) -> list[_Span]:
    """The members of a set, or the one date or interval."""
    if len(text) > LONGEST:
        raise ValueError(f"a date of {len(text)} characters is no date: {_ACCEPTED}")
    _refuse_known_slips(text)
    if text[0] in "[{" and text[-1] == {"[": "]", "{": "}"}[text[0]]:
        return _members(text)
    if "/" in text:
        return [_interval(text, *text.split("/", 1))]
    return [_single(text)]


def _single(text: str) -> _Span:
    date = _date(text)
    return _Span(date, date, text)


def _members(text: str) -> list[_Span]:
    """The dates and ranges of a set, in order of time."""
    members = text[1:-1].split(",")
    if "" in members or any(member[:2] == ".." or member[-2:] == ".." for member in members):
        raise ValueError(f"{text!r}: a set names its dates: [2019-11-26,2019-11-27]; else write 2019/..")
    spans = [_interval(m, *m.split("..", 1)) if ".." in m else _single(m) for m in members]
    if len(spans) == 1 and spans[0].is_one_date:
        raise ValueError(f"{text!r}: a set has two dates or more; write {members[0]} alone")
    return sorted(spans, key=_bounds)


def _bounds(span: _Span) -> tuple[datetime.date, datetime.date]:
    assert span.start is not None, "a set has no open members"
    assert span.end is not None, "a set has no open members"
    return span.start.earliest, span.end.latest


def _interval(text: str, first: str, last: str) -> _Span:
    """An interval a/b, or a range a..b in a set. An end may be `..` (open) or blank (unknown), not both."""
    start = None if first in ("", "..") else _date(first)
    end = None if last in ("", "..") else _date(last)
    if not start and not end:
        raise ValueError(f"{text!r} says nothing of when: leave the date empty")
    if start and end and end.latest < start.earliest:
        raise ValueError(f"{text!r} runs backwards: {last} is before {first}")
    return _Span(start, end, text)


def _date(text: str) -> _Date:
    """A single date, month, season, year or decade, perhaps qualified."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(_advice(text))
    year, month, day, mark = found.groups()
    if year < "1000":
        raise ValueError(f"{text!r}: years are 1000 to 9999")
    if "X" in year:
        if month:
            raise ValueError(f"{text!r}: a month is known only of a known year")
        return _years(year, mark)
    if month is None:
        return _Date(_first(year), _last(year), mark, (year,), "years")
    if month == "XX":
        return _unknown_month(text, year, day, mark)
    return _month(text, int(year), int(month), day, mark)


def _first(year: str) -> datetime.date:
    return datetime.date(int(year.replace("X", "0")), 1, 1)


def _last(year: str) -> datetime.date:
    return datetime.date(int(year.replace("X", "9")), 12, 31)


def _years(year: str, mark: str) -> _Date:
    """A year with unspecified digits: 202X, 20XX."""
    name = f"the {year[:3]}0s" if year.count("X") == 1 else f"{year[:2]}00-{year[:2]}99"
    return _Date(_first(year), _last(year), mark, (f"a year in {name}",), "")


def _unknown_month(text: str, year: str, day: str | None, mark: str) -> _Date:
    """An unspecified month or day of a year: 2020-XX, 2020-XX-XX."""
    if day not in (None, "XX"):
        raise ValueError(f"{text!r}: a day is known only of a known month; write {year}-XX-XX")
    return _Date(_first(year), _last(year), mark, (f"a {'day' if day else 'month'} in {year}",), "")


def _month(text: str, year: int, month: int, day: str | None, mark: str) -> _Date:
    """A month, a season, a day, or an unspecified day of a month."""
    if month in _SEASONS and day is None:
        return _season(year, month, mark)
    if not 1 <= month <= 12:
        season = "" if day else ", and seasons 21 (spring) to 24 (winter)"
        raise ValueError(f"{text!r}: there is no month {month:02}; months are 01 to 12{season}")
    length = calendar.monthrange(year, month)[1]
    first, last = datetime.date(year, month, 1), datetime.date(year, month, length)
    name = (_MONTHS[month - 1], str(year))
    if day is None:
        return _Date(first, last, mark, name, "months")
    if day == "XX":
        return _Date(first, last, mark, ("a day in " + " ".join(name),), "")
    if not 1 <= int(day) <= length:
        raise ValueError(f"{text!r}: there is no day {day}; {' '.join(name)} has {length} days")
    known = datetime.date(year, month, int(day))
    return _Date(known, known, mark, (str(known.day), *name), "days")


def _season(year: int, number: int, mark: str) -> _Date:
    """Three months; a winter begins in December and ends in the next year's February."""
    name, month = _SEASONS[number]
    first = datetime.date(year, month, 1)
    if month < 12:
        last = datetime.date(year, month + 2, calendar.monthrange(year, month + 2)[1])
        return _Date(first, last, mark, (name, str(year)), "seasons")
    ends_calendar = year == datetime.MAXYEAR
    last = datetime.date.max if ends_calendar else datetime.date(year + 1, 3, 1) - datetime.timedelta(days=1)
    return _Date(first, last, mark, (name, f"{year}-{(year + 1) % 100:02}"), "seasons")


def _refuse_known_slips(text: str) -> None:
    """Raise ValueError for another notation, with the EDTF for it where that is plain."""
    if not text:
        raise ValueError(f"the date is blank: {_ACCEPTED}")
    if re.fullmatch(r"[][{}0-9X?~%,./\s-]*\s[][{}0-9X?~%,./\s-]*", text):
        raise ValueError(f"{text!r}: leave out the spaces, {''.join(text.split())}")
    if re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        raise ValueError(f"{text!r}: this catalogue's clock is the day; leave out the time: {text[:10]}")
    if re.match("Y-?[0-9]|-[0-9]", text):
        raise ValueError(f"{text!r}: years are 1000 to 9999")
    _refuse_everyday_dates(text)


def _refuse_everyday_dates(text: str) -> None:
    """Raise ValueError for dates as letters and spreadsheets have them, with the EDTF to write."""
    found = re.fullmatch("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", text)
    if found:
        first, second, year = found.groups()
        raise ValueError(_suggestion(text, (year, second, first), (year, first, second)))
    found = re.fullmatch("([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})", text)
    found = found or re.fullmatch("([0-9]{4})([0-9]{2})([0-9]{2})", text)
    if found and not _DATE.fullmatch(text):
        raise ValueError(_suggestion(text, found.groups()))
    found = re.fullmatch("([0-9]{4})-([0-9]{4})", text)
    if found:
        raise ValueError(f"{text!r}: for a stretch of time write {found[1]}/{found[2]}")
    found = re.fullmatch("(?:([0-9]{1,2}) )?([A-Z][a-z]{2,8}) ([0-9]{4})", text)
    month = found and next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(found[2])), None)
    if found and month:
        day = f"-{int(found[1]):02}" if found[1] else ""
        raise ValueError(f"{text!r}: write the year first, {found[3]}-{month:02}{day}")


def _suggestion(text: str, *candidates: Sequence[str]) -> str:
    """A message with those of the (year, month, day) candidates that are in the calendar."""
    dates = []
    for year, month, day in candidates:
        try:
            dates.append(datetime.date(int(year), int(month), int(day)).isoformat())
        except ValueError:
            continue
    if not dates:
        return f"{text!r} is not a date: {_ACCEPTED}"
    which = ", whichever is meant" if len(set(dates)) > 1 else ""
    return f"{text!r}: write the year first, {' or '.join(dict.fromkeys(dates))}{which}"


def _advice(text: str) -> str:
    """What to say of a single date that is none."""
    if re.fullmatch("[0-9X?~%-]*[?~%][0-9X?~%-]+", text):
        return f"{text!r}: ? ~ and % stand once, at the end, for the whole date"
    if re.fullmatch("[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?", text):
        return f"{text!r}: XX stands for a whole month or day, X or XX for the last digits of a year"
    return f"{text!r} is not a date: {_ACCEPTED}"


def phrase(when: When) -> str:
    """The date as a person reads it: "about May 2020", "since 2019", "26 or 27 November 2019"."""
    spans = _spans(when.text)
    if when.text[0] not in "[{":
        return _phrase_interval(spans[0])
    one = when.text[0] == "["
    if len(spans) > 1:
        return _phrase_list(spans, "or" if one else "and")
    dates = [spans[0].start, spans[0].end]
    units = {date.unit for date in dates if date}
    unit = units.pop() if len(units) == 1 else ""
    return f"{_phrase_interval(spans[0])} ({'one' if one else 'all'} of these {unit or 'dates'})"


def _phrase_date(date: _Date) -> str:
    return _MARKS[date.mark] + " ".join(date.words)


def _phrase_interval(span: _Span) -> str:
    """A date, "26 May to 1 June 2020", "since 2019", "until May 2020"."""
    if span.start and span.end:
        last = _phrase_date(span.end)
        return last if span.is_one_date else f"{_without_repeats(span.start, span.end)} to {last}"
    if span.start:
        known = _phrase_date(span.start)
        return f"since {known}" if span.text.endswith("..") else f"from {known}, end unknown"
    assert span.end is not None, "an interval has an end or a start"
    known = _phrase_date(span.end)
    return f"until {known}" if span.text.startswith("..") else f"until {known}, start unknown"


def _phrase_list(spans: Sequence[_Span], word: str) -> str:
    """ "26, 28 or 30 November 2019"."""
    *others, last = spans
    parts = [
        _without_repeats(span.start, last.end)
        if span.is_one_date and last.is_one_date and span.start and last.end
        else _phrase_interval(span)
        for span in others
    ]
    return f"{', '.join(parts)} {word} {_phrase_interval(last)}"


def _without_repeats(date: _Date, following: _Date) -> str:
    """A date's words without the month and year that the following date says again."""
    words = list(date.words)
    if date.unit and date.unit == following.unit and not date.mark + following.mark:
        while len(words) > 1 and words[-1] == following.words[len(words) - 1]:
            words.pop()
    return _phrase_date(date) if len(words) == len(date.words) else " ".join(words)
