"""What words such as "Tuesday", "last month" or "in July" mean for a text of a given date, as EDTF.

Everything is reckoned from the day of publication. Where only a range of days is known for it, its latest day
gives years and months, and a day is given only where every day of the range leads to it.
"""

from __future__ import annotations

import datetime
import re
from calendar import isleap, monthrange
from collections.abc import Callable
from typing import Final, NamedTuple

from oob.when import When

_DAY = datetime.timedelta(days=1)
_SOON = 62
"""Days after publication within which a bare date that is spoken of as to come is looked for."""


class Stretch(NamedTuple):
    """A first and a last date in EDTF, the same for a single date."""

    first: str
    last: str

    @classmethod
    def of(cls, date: str) -> Stretch:
        return cls(date, date)

    @property
    def single(self) -> bool:
        return self.first == self.last

    def edtf(self) -> str:
        return self.first if self.single else f"{self.first}/{self.last}"

    def part(self, name: str) -> Stretch:
        """A part of a year in months: early, first half of. Other stretches stay whole: no day is invented."""
        words = name.split()
        if words[1:2] == ["week"] and self.single and _MONTH.fullmatch(self.first):
            return self._week(words[0])
        known = _PARTS.get(words[0]) or _PARTS.get(" ".join(words[:2])) if words else None
        if not known or not self.single or not self.first.isdigit():
            return self
        first, last = known
        return Stretch(f"{self.first}-{first:02}", f"{self.first}-{last:02}")

    def _week(self, which: str) -> Stretch:
        """The first, second, third or last seven days of a month."""
        year, month = map(int, self.first.split("-"))
        days = monthrange(year, month)[1]
        last = days if which in ("last", "fourth") else {"first": 7, "second": 14}.get(which, 21)
        return Stretch(f"{self.first}-{last - 6:02}", f"{self.first}-{last:02}")


_MONTH: Final = re.compile("[0-9]{4}-[0-9]{2}")
_PARTS = {
    **dict.fromkeys(("beginning", "start", "outset"), (1, 1)),
    "early": (1, 4),
    **dict.fromkeys(("mid", "middle"), (5, 8)),
    "late": (9, 12),
    **dict.fromkeys(("end", "close"), (12, 12)),
    "first half": (1, 6),
    **dict.fromkeys(("second half", "last half"), (7, 12)),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    **dict.fromkeys(("fourth quarter", "last quarter"), (10, 12)),
}


class Reference:
    """The day from which a text reckons, as far as it is known."""

    def __init__(self, published: When | None) -> None:
        self.last = published.latest if published else None
        self.first = (published.earliest if published else None) or datetime.date.min
        self._mark = "~" if published and (published.approximate or published.uncertain) else ""

    # Days

    def day(self, back: int) -> Stretch | None:
        """The day that many days before; negative: after."""
        return self._days(lambda day: (day - back * _DAY,) * 2)

    def weekday(self, number: int, *, weeks_back: int | None = None, ahead: bool = False) -> Stretch | None:
        """The latest such day (Monday 0), the next one (`ahead`), or the one of the week that many weeks before."""

        def find(day: datetime.date) -> tuple[datetime.date, datetime.date]:
            if weeks_back is not None:
                found = _monday(day) + (number - 7 * weeks_back) * _DAY
            elif ahead:
                found = day + ((number - day.weekday() - 1) % 7 + 1) * _DAY
            else:
                found = day - ((day.weekday() - number) % 7) * _DAY
            return found, found

        return self._days(find)

    def week(self, back: int, *, whole: bool = False) -> Stretch | None:
        """Monday to Sunday of the week that many weeks before; the present one ends today, unless asked `whole`."""

        def find(day: datetime.date) -> tuple[datetime.date, datetime.date]:
            monday = _monday(day) - 7 * back * _DAY
            return monday, day if back == 0 and not whole else monday + 6 * _DAY

        return self._days(find)

    def weekend(self, back: int = 0) -> Stretch | None:
        """The latest Saturday and Sunday that have begun, or those some weeks earlier or later."""

        def find(day: datetime.date) -> tuple[datetime.date, datetime.date]:
            saturday = day - ((day.weekday() - 5) % 7 + 7 * back) * _DAY
            return saturday, saturday + _DAY

        return self._days(find)

    def past_days(self, days: int) -> Stretch | None:
        """From that many days before to the day of publication."""
        return self._days(lambda day: (day - days * _DAY, day))

    def _days(self, find: Callable[[datetime.date], tuple[datetime.date, datetime.date]]) -> Stretch | None:
        """What every day of publication that is possible leads to, else about the month of publication."""
        if self.last is None:
            return None
        try:
            found = find(self.last)
            same = self.first == self.last or ((self.last - self.first).days < 7 and find(self.first) == found)
        except OverflowError:
            return None
        if found[0].year < 1000:
            return None
        if same:
            first, last = (f"{day.isoformat()}{self._mark}" for day in found)
            return Stretch(first, last)
        in_one_month = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return Stretch.of(f"{self.last:%Y-%m}~") if in_one_month else None

    # Months, seasons and years

    def month(self, back: int, mark: str = "") -> Stretch | None:
        """The month that many months before; negative: after."""
        if self.last is None:
            return None
        months = self.last.year * 12 + self.last.month - 1 - back
        return _checked(months // 12, f"-{months % 12 + 1:02}{mark}")

    def year(self, back: int, mark: str = "") -> Stretch | None:
        return None if self.last is None else _checked(self.last.year - back, mark)

    def year_number(self, back: int = 0) -> int | None:
        return None if self.last is None else self.last.year - back

    def past_months(self, months: int, mark: str = "") -> Stretch | None:
        """From that many months before to the month of publication."""
        first, last = self.month(months, mark), self.month(0, mark)
        return Stretch(first.first, last.last) if first and last else None

    def recent(self) -> Stretch | None:
        """About the month of publication, or the months, where the day is known only to be in two of them."""
        if self.last is None:
            return None
        near = (self.last - self.first).days < 31
        first = self.first if near else self.last
        return Stretch(f"{first:%Y-%m}~", f"{self.last:%Y-%m}~")

    def year_of_month(self, month: int, *, ahead: bool = False, before: bool = False) -> int | None:
        """The year of the latest such month; `before`: not the present one; `ahead`: the next, if it is near."""
        if self.last is None:
            return None
        if ahead and 0 < (month - self.last.month) % 12 <= 6:
            return self.last.year + (month < self.last.month)
        return self.last.year - (month > self.last.month or (before and month == self.last.month))

    def year_of_day(self, month: int, day: int, *, ahead: bool = False) -> int | None:
        """The year of the latest such day; `ahead`: of the next one, if it is near."""
        if self.last is None:
            return None
        soon = self.last + _SOON * _DAY if ahead and self.last.year < datetime.MAXYEAR else self.last
        year = soon.year - ((month, day) > (soon.month, soon.day))
        if month == 2 and day == 29:
            year -= next(years for years in range(9) if isleap(year - years))
        return year if year >= 1000 else None

    def season_year(self, number: int, which: str) -> int | None:
        """The year of the latest season that has begun; `last`: that is over; `next`: that is to come."""
        if self.last is None:
            return None
        begins = 3 * (number - 20)
        year = self.last.year - (self.last.month < begins)  # the latest that has begun
        running = self.last.month in ((12, 1, 2) if number == 24 else range(begins, begins + 3))
        if which == "this" and not running and self.last.month < begins:
            return self.last.year
        if which == "next":
            return year + 1
        return year - 1 if which == "last" and running else year


def _monday(day: datetime.date) -> datetime.date:
    return day - day.weekday() * _DAY


def _checked(year: int, rest: str) -> Stretch | None:
    return Stretch.of(f"{year}{rest}") if 1000 <= year <= 9999 else None
