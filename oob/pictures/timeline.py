"""A picture of a timeline: each claim on an axis of time, as certain as its date is."""

from __future__ import annotations

from oob.pictures.look import PAPER, Look
from oob.table import Table


def draw(table: Table, look: Look = PAPER) -> str:
    """SVG text of a timeline's table, as of `report.listings.timeline`. A table without rows says so in words."""
    raise NotImplementedError(table.name, look)
