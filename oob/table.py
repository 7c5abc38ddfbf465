"""The one shape that every output takes: a flat table with its notes and numbered sources.

`report.py` flattens dataclasses into a Table once; `formats/` has one writer a format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Cell = str | int | bool | None | tuple[str, ...] | tuple[int, ...]
"""Text, number, flag, nothing, a list of ids, or footnote numbers."""

Kind = Literal["text", "int", "decimal", "date", "flag", "ids", "notes"]
Audience = Literal["all", "people", "data"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable key, its heading, what it holds, and who is shown it.

    kind: `int` cells are int or None; `decimal` cells are text such as `-29.2`, or None; `date` cells are ISO text or
    None; `flag` cells are bool or None; `ids` cells are tuples of ids; `notes` cells are tuples of footnote numbers
    (into Table.footnotes, from 1).
    audience: `people` columns are for text and Markdown alone, `data` columns for CSV and JSON alone. A workbook, which
    people read and compute in, shows both: of the `data` columns those with a heading, the others folded away.
    """

    key: str
    heading: str = ""
    kind: Kind = "text"
    audience: Audience = "all"
    grows: bool = False
    """Takes the width that is left over and wraps (a claim's sentence), where other columns stay narrow."""
    whole: bool = False
    """Is never wrapped: `12 or 14+`, `26 May 2020`."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title. `groups` cuts them, for people, into runs: (heading, first row) in order."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    about: Mapping[str, Cell] = field(default_factory=dict)
    """What the table answers: faction, as_of, known_by, rules... Goes into JSON whole."""
