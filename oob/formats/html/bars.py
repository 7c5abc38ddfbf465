"""Ranges and dates drawn in the cell that tells them: a mark for how much is sure of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from oob.pictures.scale import Calendar, Scale, scale, span_of
from oob.pictures.svg import number

WIDTH: Final = 132
"""Pixels of a bar; both its ends have room for a mark."""
_EDGE: Final = 6
_END: Final = WIDTH - _EDGE
_LANE: Final = 10
_STEP: Final = 2
STEPS: Final = (_END - _EDGE) // _STEP
"""Places that a mark of time can stand at."""
_READING: Final = re.compile(r"(~?)(\d+)(?:-(\d+)|(\+))?")


class Numbers:
    """Bars for the numbers of one inventory, on one axis."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        values = [
            int(number)
            for row in rows
            for name in ("readings", "lost_readings")
            for reading in row.get(name) or ()
            for number in re.findall(r"\d+", reading)
        ]
        self.scale: Scale = scale(values, _EDGE + 8, _END - 8)

    def axis(self) -> str:
        """The axis, for the column's head."""
        marks = [(self.scale.at(value), f"{value:,}") for value in self.scale.marks()]
        return _axis(_apart(marks))

    def grid(self) -> list[float]:
        """Where the lines of the axis stand."""
        return [self.scale.at(value) for value in self.scale.marks()]

    def bar(self, row: Mapping[str, Any]) -> str:
        """What is held, reading by reading, and what is lost below it; the cell's text says the same."""
        lanes = [(reading, "") for reading in row.get("readings") or ()]
        lanes += [(reading, "l") for reading in row.get("lost_readings") or ()]
        if not lanes:
            return ""
        drawn = "".join(self._reading(text, kind, at * _LANE + 5) for at, (text, kind) in enumerate(lanes))
        return f"<svg class=b height={len(lanes) * _LANE} aria-hidden=true>{drawn}</svg>"

    def _reading(self, text: str, kind: str, y: int) -> str:
        found = _READING.fullmatch(text)
        if found is None:  # no number is stated
            return _path(f"M{_EDGE} {y}H{_END}", f"{kind} q")
        about, low, high, open_ = found.groups()
        start = self.scale.at(int(low))
        if open_:
            return _path(f"M{number(start)} {y}H{_END}m-4-3l4 3l-4 3", f"{kind} o") + _dot(start, y, kind)
        if high:
            end = self.scale.at(int(high))
            most = int(low) == 1 and int(high) > 2
            return _path(f"M{number(start)} {y}H{number(end)}", f"{kind} {'u' if most else 'r'}") + _dot(end, y, kind)
        return _dot(start, y, f"{kind} {'a' if about else ''}")


class Days:
    """Bars for the times that claims speak of, on one axis."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        days = sorted(day for row in rows for name in ("earliest", "latest") if (day := _day(row[name])))
        self.calendar: Calendar | None = span_of(days[0], days[-1], _EDGE, _END) if days else None

    def axis(self) -> str:
        """The axis, for the column's head."""
        if self.calendar is None:
            return ""
        first, last = self.calendar.first, self.calendar.last
        ends = [(float(_EDGE), f"{first:%b %Y}"), (float(_END), f"{last:%b %Y}")]
        return _axis([*ends, *((x, "") for x, _ in self._marks())])

    def _marks(self) -> list[tuple[float, str]]:
        return list(self.calendar.marks()) if self.calendar else []

    def grid(self) -> list[float]:
        """Where the lines of the axis stand."""
        return [x for x, _ in self._marks()]

    def bar(self, row: Mapping[str, Any]) -> str:
        """A day as a dot, a longer time as a band, an open end as an arrow; hollow where the text gives no time.

        Classes for its place and its width, since ten thousand pictures would be too many: `rules`.
        """
        start, end = _day(row["earliest"]), _day(row["latest"])
        if self.calendar is None or (start is None and end is None):
            return ""
        left = self._step(start) if start else 0
        kind = "" if row["dated"] else " v"
        if start == end:
            return f"x{left}{kind}"
        if start is None or end is None:
            kind += " o" if end is None else " e"
        width = (self._step(end) if end else STEPS) - left
        return f"x{left} w{max(width, 1)}{kind}"

    def _step(self, day: date) -> int:
        assert self.calendar is not None, "asked only where there are days"
        return round((self.calendar.at(day) - _EDGE) / _STEP)

    def rules(self, within: str) -> str:
        """What places the marks, by steps of two pixels."""
        left = "".join(f"{within} .x{at}::after{{margin-left:{at * _STEP + _EDGE}px}}" for at in range(STEPS + 1))
        return left + "".join(f"{within} .w{at}::after{{width:{at * _STEP}px}}" for at in range(1, STEPS + 1))


def _path(way: str, kind: str) -> str:
    kind = " ".join(kind.split())
    named = f'class="{kind}" ' if " " in kind else f"class={kind} " if kind else ""
    return f'<path {named}d="{way}"/>'


def _dot(x: float, y: int, kind: str = "") -> str:
    return _path(f"M{number(x)} {y}h.1", kind)


def _axis(marks: Sequence[tuple[float, str]]) -> str:
    told = "".join(
        f'<text x="{number(x)}" y="11" text-anchor="{_anchor(x)}">{text}</text><path d="M{number(x)} 14v4"/>'
        for x, text in marks
    )
    return f"<svg class=axis aria-hidden=true>{told}</svg>"


def _anchor(x: float) -> str:
    return "start" if x < _EDGE + 6 else "end" if x > _END - 6 else "middle"


def _apart(marks: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Those marks whose labels have room beside each other."""
    kept: list[tuple[float, str]] = []
    for x, text in marks:
        if not kept or x - kept[-1][0] > 3.2 * (len(text) + len(kept[-1][1])) + 4:
            kept.append((x, text))
    return kept


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None
