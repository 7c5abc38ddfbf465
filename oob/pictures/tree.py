"""A picture of forces: their tree, with APP-6 symbols, and what each is alleged to hold."""

from __future__ import annotations

from oob.pictures.look import PAPER, Look
from oob.table import Table


def draw(table: Table, look: Look = PAPER) -> str:
    """SVG text of a table of forces. A table without rows says so in words."""
    raise NotImplementedError(table.name, look)
