"""APP-6 symbols for systems and forces, drawn with the frame of identity unknown: no side is taken."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from oob.pictures import sidc
from oob.pictures.sheet import Sheet
from oob.pictures.svg import number

_DATA: Final = Path(__file__).parent / "data" / "symbols.json"
_WIDEST: Final = 160
"""The widest symbol's box: all are drawn in one proportion."""


@lru_cache(1)
def _drawings() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_DATA.read_text("utf-8"))
    return found


def system_code(path: str) -> str | None:
    """The symbol of a system, by its classes from the widest down: that of the nearest class that has one."""
    return next((sidc.SYSTEMS[each] for each in reversed(path.split("/")) if each in sidc.SYSTEMS), None)


def system(sheet: Sheet, path: str, x: float, y: float, size: float) -> bool:
    """Draws the symbol of a system around a point; False where no class of it has one."""
    return _placed(sheet, system_code(path), x, y, size)


def force(sheet: Sheet, kind: str, x: float, y: float, size: float) -> bool:
    """Draws the symbol of a kind of force around a point; False where it has none."""
    return _placed(sheet, sidc.FORCES.get(kind), x, y, size)


def _placed(sheet: Sheet, code: str | None, x: float, y: float, size: float) -> bool:
    if code is None:
        return False
    drawing = _drawings()[code]
    left, top, width, height = drawing["box"]
    scale = size / _WIDEST
    moved = f"translate({number(x - (left + width / 2) * scale)} {number(y - (top + height / 2) * scale)})"
    ink = drawing["svg"].replace("INK", sheet.colour("ink"))
    sheet.add(f'<g class="symbol" transform="{moved} scale({scale:.4f})" aria-hidden="true">{ink}</g>')
    return True
