"""The rows of tables in one order, whatever kind of database they come from, and ids as the names of files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Float

from oob import catalog, schema
from oob.store import Reader

File = tuple[str, bytes]
"""A file of an export: its path in the folder, with `/`, and what it holds."""

Row = dict[str, Any]
"""A row of a table, by column."""

SHAPES: Final[Mapping[str, Mapping[str, catalog.Shape]]] = {kind.KIND: catalog.shapes(kind) for kind in catalog.ENTRIES}
"""How a file writes the records of a table, key by key."""

KEYS: Final = {"moment": "when", "count_text": "count"}
"""The columns that have another name than their key in a file, with that key."""

OWN_TABLES: Final = ("loading", "change")
"""The tables that tell how one database came about; all else is the same for every database with the same catalogue."""


def rows(reader: Reader, table: str, *, without: str = "") -> list[Row]:
    """A table's rows by its primary key, in an order that does not hang on the database's collation."""
    columns = [column for column in schema.tables()[table].columns if column.name != without]
    # Adding 0 makes 0.0 of -0.0, which only one of the two kinds of database keeps apart.
    asked = ", ".join(f'"{each.name}" + 0' if isinstance(each.type, Float) else f'"{each.name}"' for each in columns)
    names = [column.name for column in columns]
    key = [at for at, column in enumerate(columns) if column.primary_key]
    found = sorted(reader.rows(f'SELECT {asked} FROM "{table}"'), key=lambda row: [row[at] for at in key])
    return [dict(zip(names, row, strict=True)) for row in found]


_DEVICE: Final = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""File names that Windows keeps for itself, whatever their ending."""


def file_name(id_: str) -> str:
    """An id as a file name; one that could lead elsewhere, or that is no file on some system, becomes its hash."""
    if re.fullmatch("[a-z0-9][a-z0-9-]{0,79}", id_) and not _DEVICE.fullmatch(id_):
        return id_
    return f"_{hashlib.sha256(id_.encode()).hexdigest()[:32]}"
