"""A picture of an inventory: one row a holding, its number as a bar over the range alleged."""

from __future__ import annotations

from oob.pictures.look import PAPER, Look
from oob.table import Table


def draw(table: Table, look: Look = PAPER) -> str:
    """SVG text of the table of `report.inventories` that is named inventory. A table without rows says so in words."""
    raise NotImplementedError(table.name, look)
