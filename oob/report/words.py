"""How things are called and dates told in tables."""

from __future__ import annotations

import calendar
from collections.abc import Iterable

from oob import when
from oob.inventory import ClaimRow, Directory
from oob.reckoning import END, START


class Words:
    """Names by id, as tables print them."""

    def __init__(self, known: Directory) -> None:
        self.known = known

    def system(self, id_: str | None) -> str:
        """A system's name."""
        return self.known.systems[id_].name if id_ else ""

    def path(self, id_: str | None) -> str | None:
        """A system behind all its classes, by their ids: `equipment/aircraft/helicopter`."""
        return "/".join(reversed(self.known.world.systems.line(id_))) if id_ else None

    def main_class(self, id_: str) -> str:
        """The class right under "military equipment" or "personnel" that a system is of; of these themselves, they."""
        line = self.known.world.systems.line(id_)
        return self.system(line[-2] if len(line) > 1 else line[0])

    def force(self, id_: str | None) -> str:
        """A force's short name, or its name where it has none."""
        if not id_:
            return ""
        force = self.known.forces[id_]
        return force.short or force.name

    def full_force(self, id_: str) -> str:
        """A force's name with the short one behind it."""
        force = self.known.forces[id_]
        return f"{force.name} ({force.short})" if force.short else force.name

    def place(self, id_: str | None) -> str:
        """A place's name."""
        return self.known.places[id_].name if id_ else ""

    def source(self, id_: str | None) -> str:
        """A source's short name, or its name where it has none."""
        if not id_:
            return ""
        source = self.known.sources[id_]
        return source.short or source.name

    def party(self, origin: str) -> str:
        """The party that an origin counts as."""
        return self.source(self.known.world.parties[origin])

    def places(self, places: Iterable[tuple[str, str]]) -> str:
        """Places with their roles: `near Sirte`, `via Khmeimim`; `at` and `to` go without saying."""
        told = [self.place(id_) if role in ("at", "to") else f"{role} {self.place(id_)}" for role, id_ in places]
        return "; ".join(dict.fromkeys(told))

    def report(self, id_: str) -> str:
        """A report's publisher and date."""
        report = self.known.reports[id_]
        return f"{self.source(report.publisher)}, {when.phrase(when.parse(report.published))}"

    def claim(self, row: ClaimRow) -> str:
        """A claim in one line: what it says, how firmly, who says it, where."""
        origin = self.known.origins[row.origin]
        return (
            f"{row.says} ({row.stance}; {self.source(origin.speaker)}; {self.report(row.report)}, par. {row.paragraph})"
        )


def iso(date: str) -> str | None:
    """An ISO date, None for an open end."""
    return None if date in (START, END) else date


def span(earliest: str, latest: str) -> str:
    """The time between two ISO dates as a person writes it: `May 2020`, `26 May 2020`, `since 2019`."""
    start, end = iso(earliest), iso(latest)
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return when.phrase(when.parse(f"{_rounded(start) if start else '..'}/{end or '..'}"))
    return when.phrase(when.parse(_shortest(start, end)))


def brief(earliest: str, latest: str) -> str:
    """The same for a narrow column, by the month where it is longer than a day: `Nov 2019`, `May-Jun 2020`."""
    start, end = iso(earliest), iso(latest)
    if start is None or end is None:
        return span(earliest, latest)
    if start == end:
        return f"{int(start[8:])} {_month(start)} {start[:4]}"
    if start[:4] != end[:4]:
        return f"{_month(start)} {start[:4]} - {_month(end)} {end[:4]}"
    if start[5:] == "01-01" and end[5:] == "12-31":
        return start[:4]
    return f"{_month(start)} {start[:4]}" if start[5:7] == end[5:7] else f"{_month(start)}-{_month(end)} {start[:4]}"


def _month(date: str) -> str:
    return calendar.month_abbr[int(date[5:7])]


def day(date: str) -> str:
    """An ISO date as a person writes it."""
    return when.phrase(when.parse(date))


def _rounded(start: str) -> str:
    """The year or month that a date begins."""
    return start[:4] if start.endswith("01-01") else start[:7] if start.endswith("-01") else start


def _shortest(start: str, end: str) -> str:
    if start == end:
        return start
    year, month = start[:4], start[5:7]
    if start[5:] == "01-01" and end == f"{year}-12-31":
        return year
    if start[8:] == "01" and end == f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02}":
        return f"{year}-{month}"
    return f"{start}/{end}"


def listed(items: Iterable[str], word: str = "and") -> str:
    """`a, b and c`."""
    told = list(items)
    return f" {word} ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else ""


def plural(number: int, singular: str, plural_: str = "") -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {singular if number == 1 else plural_ or singular + 's'}"


def decimal(number: float | None) -> str | None:
    """A number for a cell of kind `decimal`."""
    return None if number is None else f"{number:.9g}"
