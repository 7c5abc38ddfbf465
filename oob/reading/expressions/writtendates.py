"""Dates of the calendar as English prose writes them, alone or in lists: read, but not yet believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Day

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_MOST = 12
"""Dates of the longest list that is read."""

# The parts of patterns. A line may have been broken anywhere.
SPACE = r"(?:[ \u00a0\u202f\t\n]{1,2})"
_DASH = r"[ \u00a0]?[-\u2010-\u2015\u2212][ \u00a0]?"
_FULL = "|".join(f"{name.title()}|{name.upper()}" for name in MONTHS)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?"
MONTH = rf"(?:(?:{_FULL})\b|{_SHORT})"
_ORDINAL = r"(?:(?:st|nd|rd|th)\b)?"
DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]){_ORDINAL}(?![0-9])"
YEAR = r"(?:1[6-9]|20)[0-9]{2}(?![0-9A-Za-z]|[.,:][0-9])"


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which ~ stands for white space."""
    return re.compile(pattern.replace("~", SPACE), flags)


@dataclass(slots=True)
class Date:
    """A year, month and day as far as they are written."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def kind(self) -> str:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def possible(self) -> bool:
        """Whether it is in the calendar, at least of a leap year."""
        return not self.day or self.edtf(default_year=2000) is not None

    def edtf(self, default_year: int | None = None) -> str | None:
        """None where it has no year or is not in the calendar."""
        year = self.year or default_year
        if year is None or not self.day:
            return None if year is None else f"{year}-{self.month:02}" if self.month else f"{year}"
        try:
            return Day(year, self.month or 0, self.day).isoformat()
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Written:
    """Dates in the order of a text, the words that join them, and where they end."""

    dates: list[Date]
    joints: list[str]
    end: int


JOINT = compiled(
    rf"({_DASH}|/|~(?:to|until|till|through|and(?:~again)?|or)(?:~(?:the|on|in))?~"  # "and in May"
    r"|,~(?:and~(?:on~)?|or~)?)"
)
_ISO = re.compile(
    r"((?:1[6-9]|20)[0-9]{2})([-/.])(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?:T[0-9:]{2,8}Z?)?(?![\w-])"
)
_NUMERIC = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:1[6-9]|20)[0-9]{2})(?![\w-])")
_SHORT_YEAR = re.compile(r"([0-3][0-9])\.([01][0-9])\.([0-9]{2})(?![\w-]|\.[0-9])")
_DAY_MONTH = compiled(rf"({DAY})(?:~(?:of~)?|-)({MONTH})(?:(?:,?~(?:of~)?|-)({YEAR}))?")
_MONTH_DAY = compiled(rf"({MONTH})~(?:the~)?({DAY})(?![.,:][0-9])(?:,?~(?:of~)?({YEAR}))?")
_MONTH_YEAR = compiled(rf"({MONTH})(?:(?:,?~(?:of~)?|-)({YEAR}))?")
_DAY_ALONE = re.compile(rf"({DAY})(?![.,:/][0-9])")
_DAYS_THEN_MONTH = compiled(rf"{DAY}(?:{JOINT.pattern}{DAY}){{0,{_MOST - 1}}}(?:~(?:of~)?|-){MONTH}")
_YEAR_ALONE = re.compile(f"({YEAR})")
_YEAR_AFTER = compiled(f",?~(?:of~)?({YEAR})")
_SHORT_YEARS = re.compile(r"((?:1[6-9]|20)[0-9]{2})([-\u2010-\u2015/])([0-9]{2})(?![0-9-])")
_COUNTING = compiled(
    r"~(?!(?:a|as|at|and|but|by|for|from|has|have|in|is|near|of|off|on|over|that|the|their|they|this|to|was|were|when"
    r"|where|which|while|with|as|according|against|during|between|after|before|outside|south|north|east|west)\b)[A-Za-z]"
)


_MAY_BE_DATE = re.compile(rf"(?:1[6-9]|20)[0-9]{{2}}|[0-9]{{1,2}}[-/.][0-9]|{_DAYS_THEN_MONTH.pattern}")


def may_be_date(text: str, at: int) -> bool:
    """Whether a number may begin a date: a cheap look before the forms are tried one by one."""
    return _MAY_BE_DATE.match(text, at) is not None


def is_range(joint: str) -> bool:
    return re.search("and|or|,", joint) is None


def read(text: str, at: int) -> Written | None:
    """The dates that stand here: 26 May 2020; 3, 5 and 7 May; from May to July 2020; 2014-2016."""
    dates: list[Date] = []
    joints: list[str] = []
    end = at
    while len(dates) < _MOST:
        found = _one(text, at)
        if not found or (dates and not _goes_on(dates[-1], joints[-1], found.dates[0], text, found.end)):
            break
        dates += found.dates
        joints += found.joints
        end = found.end
        joint = JOINT.match(text, end)
        if not joint:
            break
        joints.append(joint[1])
        at = joint.end()
    if not dates or not all(date.possible for date in dates):
        return None
    return Written(dates, joints[: len(dates) - 1], end)


def _goes_on(one: Date, joint: str, other: Date, text: str, end: int) -> bool:
    """Whether a date after a date is the next of a list."""
    if one.kind != other.kind:
        return joint.strip() in ("to", "until", "till", "through") and other.year is not None
    if other.kind == "year":
        return joint.strip() != "," and (is_range(joint) or not _COUNTING.match(text, end))
    return joint.strip() not in (",", "/")


def _one(text: str, at: int) -> Written | None:
    """One date, or several days of one month."""
    for form in _OF_DIGITS if text[at : at + 1].isdigit() else _OF_LETTERS:
        found = form(text, at)
        if found:
            return found
    return None


def _iso(text: str, at: int) -> Written | None:
    found = _ISO.match(text, at)
    return found and Written([Date(int(found[1]), int(found[3]), int(found[4]))], [], found.end())


def _numeric(text: str, at: int) -> Written | None:
    """26/05/2020, 05/26/2020 and 26.05.20. With points it goes from day to year; with two readings it is a list with
    "or"."""
    if found := _SHORT_YEAR.match(text, at):
        date = Date(2000 + int(found[3]), int(found[2]), int(found[1]))
        return Written([date], [], found.end()) if date.edtf() is not None else None
    found = _NUMERIC.match(text, at)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    readings = {(second, first), (first, second)} if found[2] != "." else {(second, first)}
    dates = [Date(year, month, day) for month, day in sorted(readings)]
    known = [date for date in dates if date.edtf() is not None]
    return Written(known, ["or"] * (len(known) - 1), found.end()) if known else None


def _days_of_month(text: str, at: int) -> Written | None:
    """26 May 2020; 3, 5 and 7 May; 3-4 May."""
    if not _DAYS_THEN_MONTH.match(text, at):
        return None
    days: list[int] = []
    joints: list[str] = []
    while len(days) < _MOST:
        found = _DAY_MONTH.match(text, at)
        if found:
            year, month = int(found[3]) if found[3] else None, _month(found[2])
            dates = [Date(year, month, day) for day in [*days, _number(found[1])]]
            return Written(dates, joints, found.end())
        lone = _DAY_ALONE.match(text, at)
        joint = lone and JOINT.match(text, lone.end())
        if not lone or not joint:
            return None
        days.append(_number(lone[1]))
        joints.append(joint[1])
        at = joint.end()
    return None


def _month_of_days(text: str, at: int) -> Written | None:
    """May 26, 2020; May 3 and 5; May 3-5, 2020."""
    found = _MONTH_DAY.match(text, at)
    if not found:
        return None
    days, joints, year, end = [_number(found[2])], [], found[3], found.end()
    while not year and len(days) < _MOST:
        joint = JOINT.match(text, end)
        more = joint and _DAY_ALONE.match(text, joint.end())
        if not joint or not more or not _is_day(text, joint[1], more):
            break
        joints.append(joint[1])
        days.append(_number(more[1]))
        end = more.end()
        trailing = _YEAR_AFTER.match(text, end)
        if trailing:
            year, end = trailing[1], trailing.end()
    return Written([Date(int(year) if year else None, _month(found[1]), day) for day in days], joints, end)


def _is_day(text: str, joint: str, more: re.Match[str]) -> bool:
    """Whether a number after "May 3" goes on with the days, and does not count what follows it."""
    if _DAY_MONTH.match(text, more.start()):
        return False
    if joint.strip() == ",":
        return False
    return is_range(joint) or _YEAR_AFTER.match(text, more.end()) is not None or not _COUNTING.match(text, more.end())


def _month_of_year(text: str, at: int) -> Written | None:
    """May 2020, May; Dec only with a year, since it may be a name."""
    found = _MONTH_YEAR.match(text, at)
    if not found or (not found[2] and found[1].lower() not in MONTHS):
        return None
    return Written([Date(int(found[2]) if found[2] else None, _month(found[1]))], [], found.end())


def _years(text: str, at: int) -> Written | None:
    """2019; 2019-20, which is no month of 2019."""
    found = _SHORT_YEARS.match(text, at)
    if found:
        year, short = int(found[1]), int(found[3])
        if (year + 1) % 100 == short:
            return Written([Date(year), Date(year + 1)], ["-"], found.end())
        if found[2] == "-" and 1 <= short <= 12:
            return Written([Date(year, short)], [], found.end())
        return None
    found = _YEAR_ALONE.match(text, at)
    return found and Written([Date(int(found[1]))], [], found.end())


_OF_DIGITS = (_iso, _numeric, _days_of_month, _years)
_OF_LETTERS = (_month_of_days, _month_of_year)


def _number(day: str) -> int:
    return int(re.sub("[a-z]", "", day))


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name[:3].lower()]


# What has to stand before a bare year, which may be any number

_YEAR_BEFORE = compiled(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Bb]etween"
    r"|[Ee]arly|[Ll]ate|[Mm]id|[Aa]round|[Cc]irca|[Tt]hrough|[Oo]f|[Tt]o|[Ii]nto|[Dd]ated|[Yy]ears?"
    r"|(?:given|ever)~that)(?:~|-)(?:the~)?|\b(?:[Ss]ince~(?:at~least|about|around)|as~(?:early|late|recently|long~ago)~as)~"
    r"|\b(?:that|in|since|from|until|by)|\()$"
)
_LOOSE_BEFORE = compiled(r"\b(?:[Bb]y|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|[Aa]round|[Bb]etween|[Tt]o|[Ii]nto)~(?:the~)?$")
_ATTRIBUTE_BEFORE = compiled(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|['’]s)~$")
_COUNTED = compiled(
    r"~(?:(?!onwards|towards|across|always|perhaps)[a-z]{2,20}(?<![uais]s)s|men|people|troops|personnel|local|km|m|kg|GMT|UTC|percent|per~cent)\b"
)


def is_year(text: str, end: int, year: int, before: str) -> bool:
    """Whether four digits that end here are a year, by what stands before and after them."""
    if text.startswith(("%", "°", "-"), end) and not text.startswith("--", end):
        return False
    counts = _COUNTED.match(text, end) is not None
    if _YEAR_BEFORE.search(before):
        return not counts or (year % 100 != 0 and not _LOOSE_BEFORE.search(before))
    attribute = _ATTRIBUTE_BEFORE.search(before) and year % 100 != 0 and 1900 <= year < 2100
    return bool(attribute) and re.match("[ \u00a0][A-Za-z]", text[end : end + 2]) is not None
