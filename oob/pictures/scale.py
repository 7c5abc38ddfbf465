"""Axes: where on a line a number or a day stands, and which marks label the line."""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

STEEP: Final = 40
"""Numbers whose largest is so many times the smallest share a logarithmic axis: on a plain one the small are a dot."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers on a line from `left` to `right`; a logarithmic one has its 0 apart, left of a break."""

    left: float
    right: float
    low: float
    high: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Where a number stands."""
        if not self.logarithmic:
            share = (value - self.low) / ((self.high - self.low) or 1)
        elif value < 1:
            return self.left - 12
        else:
            share = math.log10(value / self.low) / (math.log10(self.high / self.low) or 1)
        return self.left + min(1, max(0, share)) * (self.right - self.left)

    def marks(self) -> list[int]:
        """The numbers that label the line."""
        if not self.logarithmic:
            step = step_of(self.high - self.low)
            return [step * at for at in range(int(self.high // step) + 1)]
        decades = math.log10(self.high / self.low)
        parts = (1, 2, 5) if decades < 2.5 else (1,)
        tens = range(int(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        return [10**ten * part for ten in tens for part in parts if self.low <= 10**ten * part <= self.high]


def step_of(span: float, most: int = 5) -> int:
    """The smallest of 1, 2, 5, 10, 20... that parts a span into at most so many steps."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if span <= step * times * most:
                return step * times
        step *= 10


def scale(values: Iterable[int], left: float, right: float) -> Scale:
    """An axis that holds all values; a logarithmic one where a plain one would make points of the small ones."""
    known = sorted(value for value in values if value > 0)
    if known and known[-1] >= STEEP * known[0]:
        low = 10 ** math.floor(math.log10(known[0]))
        return Scale(left, right, low, known[-1], logarithmic=True)
    high = max(known, default=1)
    step = step_of(high)
    return Scale(left, right, 0, math.ceil(high / step) * step)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days on a line from `left` to `right`."""

    left: float
    right: float
    first: date
    last: date

    def at(self, day: date) -> float:
        """Where the beginning of a day stands."""
        share = (day.toordinal() - self.first.toordinal()) / (self.days or 1)
        return self.left + min(1, max(0, share)) * (self.right - self.left)

    @property
    def days(self) -> int:
        """How many there are."""
        return self.last.toordinal() - self.first.toordinal()

    @property
    def day(self) -> float:
        """How wide one is."""
        return (self.right - self.left) / (self.days or 1)

    def marks(self) -> Iterator[tuple[float, str]]:
        """Where the line is labelled, and how: years, months or days, as many as have room."""
        fitting = max(1, int((self.right - self.left) // 54))
        if self.days <= fitting * 4:
            yield from self._by_days(step_of(max(1, self.days), fitting))
        elif self.days / 30.4 <= fitting * 6:
            yield from self._by_months(next(s for s in (1, 2, 3, 6) if self.days / 30.4 / s <= fitting))
        else:
            step = step_of(max(1, self.days / 365), fitting)
            years = range(self.first.year // step * step, self.last.year + 1, step)
            yield from ((self.at(date(y, 1, 1)), str(y)) for y in years if y > 0 and date(y, 1, 1) >= self.first)

    def _by_days(self, step: int) -> Iterator[tuple[float, str]]:
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1, step):
            day = date.fromordinal(ordinal)
            yield self.at(day), f"{day.day} {calendar.month_abbr[day.month]}"

    def _by_months(self, step: int) -> Iterator[tuple[float, str]]:
        year, month = self.first.year, 1
        while (year, month) <= (self.last.year, self.last.month):
            if (day := date(year, month, 1)) >= self.first:
                yield self.at(day), f"{calendar.month_abbr[month]} {year}"
            year, month = year + (month + step > 12), (month + step - 1) % 12 + 1


def span_of(first: date, last: date, left: float, right: float) -> Calendar:
    """An axis of whole months around two days, with room at both ends."""
    start = first.replace(day=1)
    end = date(last.year + (last.month == 12), last.month % 12 + 1, 1) if last.year < 9999 else last
    if (last - first).days < 20:
        start = date.fromordinal(max(1, first.toordinal() - 2))
        end = date.fromordinal(min(date.max.toordinal(), last.toordinal() + 3))
    return Calendar(left, right, start, end)
