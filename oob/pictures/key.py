"""The key of a map: every place and route that it shows, with all that is alleged and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.pictures import symbols
from oob.pictures.globe import View
from oob.pictures.letters import room, wrapped
from oob.pictures.routes import Route
from oob.pictures.sheet import SMALL, Sheet, noted
from oob.pictures.sites import Place

MARK: Final = 8.0
"""Half the width of a place's mark: what is nearer to the frame is off the map."""
_TWO_COLUMNS: Final = 640
_HOLDINGS: Final = 12


def places(sheet: Sheet, sites: Sequence[Place], view: View | None) -> None:
    """Every place by its letter, with all that is alleged to be there; in two columns where the sheet is wide."""
    sheet.y += 8
    columns = 2 if sheet.width >= _TWO_COLUMNS and len(sites) > 3 else 1
    wide = (sheet.right - sheet.left - 20 * (columns - 1)) / columns
    heights = [_entry(sheet, each, "", sheet.left, 0, wide, drawn=False) for each in sites]
    top, lowest = sheet.y, sheet.y
    column, y = 0, top
    for at, each in enumerate(sites):
        if column < columns - 1 and at and y - top + heights[at] / 2 > sum(heights) / columns:
            column, y = column + 1, top
        shown = view is not None and each.position is not None and view.holds(view.at(*each.position), MARK)
        remark = "" if shown else "off the map" if each.position else "no position"
        y += _entry(sheet, each, remark, sheet.left + column * (wide + 20), y, wide)
        lowest = max(lowest, y)
    sheet.y = lowest + 4


def _entry(
    sheet: Sheet, place: Place, remark: str, left: float, top: float, wide: float, *, drawn: bool = True
) -> float:
    """Draws a place of the key, or only measures it; gives its height."""
    start = left + 24
    lines = [wrapped(each, wide - 52, 11, most=2) for each in place.holdings[:_HOLDINGS]]
    more = len(place.holdings) - _HOLDINGS
    sources = noted(place.notes, wide * 0.4)
    deeper = 12 * max(0, len(sources) - 1)
    height = 25 + deeper + sum(5 + 14 * len(each) for each in lines) + (14 if more > 0 or not lines else 0)
    if not drawn:
        return height
    sheet.line(left, top, left + wide, top, "faint", 0.6)
    sheet.add('<g class="place-key">')
    sheet.text(left + 10, top + 15, place.key, bold=True, size=11, colour="held", anchor="middle")
    widest = max((room(line, SMALL) for line in sources), default=0.0)
    around = ", ".join(filter(None, (remark, f"in {place.within}" if place.within else "")))
    sheet.words(start, top + 15, [(place.name, "ink"), (around, "quiet")], size=12, fit=wide - widest - 32)
    sheet.notes(left + wide, top + 15, sources, anchor="end")
    y = top + 18 + deeper
    for at, told in enumerate(lines):
        symbols.system(sheet, place.paths[at] if at < len(place.paths) else "", start + 10, y + 9, 20)
        for line in told:
            y += 14
            sheet.text(start + 25, y - 1, line, size=11, class_="holding")
        y += 5
    if more > 0 or not lines:
        last = f"and {more:,} more" if lines else "on the way of what is told below"
        sheet.text(start, y + 10, last, size=SMALL, colour="quiet")
    sheet.add("</g>")
    return height


def routes(sheet: Sheet, ways: Sequence[Route]) -> None:
    """Every route by its number, with what is alleged to have taken it."""
    for each in ways:
        top = sheet.y
        sheet.line(sheet.left, top, sheet.right, top, "faint", 0.6)
        sheet.add('<g class="route-key">')
        sheet.text(sheet.left + 10, top + 14, each.key, bold=True, size=10, colour="lost", anchor="middle")
        sources = noted(each.notes, 130)
        widest = max((room(line, SMALL) for line in sources), default=0.0)
        parts = [(each.way, "ink"), (each.what, "quiet")]
        sheet.words(sheet.left + 24, top + 14, parts, fit=sheet.right - sheet.left - 36 - widest)
        sheet.notes(sheet.right, top + 14, sources, anchor="end")
        sheet.add("</g>")
        sheet.y = top + 19 + 12 * max(0, len(sources) - 1)
