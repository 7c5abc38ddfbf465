"""A map of where things are alleged to be, and on which routes they are alleged to have come."""

from __future__ import annotations

from oob.pictures.look import PAPER, Look
from oob.table import Table


def draw(places: Table, routes: Table | None = None, look: Look = PAPER) -> str:
    """SVG text of a map of `report.geography`'s places and routes. Footnote numbers are those of `places`.

    A place without a position is named beside the map; where none has one, it says so in words.
    """
    raise NotImplementedError(places.name, routes, look)
