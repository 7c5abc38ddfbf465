"""What the marks in a picture mean: an example of each that occurs, with words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from oob.pictures.letters import room
from oob.pictures.sheet import SMALL, Sheet


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark: what draws an example around the middle of a place, and what it means."""

    draw: Callable[[Sheet, float, float], None]
    meaning: str
    wide: float = 40
    """The room that the example takes."""


def legend(sheet: Sheet, entries: Iterable[Entry]) -> None:
    """Draws the entries one after the other, in as many lines as they take."""
    x = float(sheet.left)
    sheet.y += 18
    for entry in entries:
        wide = entry.wide + room(entry.meaning, SMALL) + 16
        if x > sheet.left and x + wide > sheet.right:
            x, sheet.y = float(sheet.left), sheet.y + 17
        entry.draw(sheet, x + entry.wide / 2 - 2, sheet.y - 3.5)
        start = x + entry.wide
        sheet.text(start, sheet.y, entry.meaning, size=SMALL, colour="quiet", fit=sheet.right - start)
        x += wide
    sheet.y += 6
