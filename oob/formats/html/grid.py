"""Tables of a page: rows under headings, in a region that scrolls where they are too wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from oob.formats.html.text import marks, quoted, runs, said, words
from oob.formats.people import NOTHING
from oob.table import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading as HTML. kind: `n` for numbers, `g` where the column takes what width is left, `w` where it
    is never wrapped, `o` where the rows are written in its order."""

    inside: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, made by `cell` and `title`; `below` is a row that explains it and goes with it. `anchor` is its
    id, where it is not on the cell that names it."""

    cells: Sequence[str]
    below: str = ""
    anchor: str = ""


_FITTING: Final = 9
"""Columns that a screen has room for; more of them scroll, and their heads cannot stay in sight."""


def cell(inside: str, key: object = None, kind: str = "") -> str:
    """A cell; `key` is what it is sorted by, where that is not its text."""
    return f"<td{_class(kind)}{_key(key)}>{inside}"


def numbered(number: int, anchor: str = "") -> str:
    """The cell that numbers the row, in a table where nothing but such cells stands in its column."""
    return f"<th id={anchor}>{number}" if anchor else f"<th>{number}"


def title(inside: str, anchor: str = "", key: object = None, kind: str = "") -> str:
    """The cell that says what the row is about."""
    named = f" id={anchor}" if anchor else ""
    return f"<th scope=row{named}{_class(kind)}{_key(key)}>{inside}"


def _class(kind: str) -> str:
    return "" if not kind else f" class={kind}" if kind.isalnum() else f" class={quoted(kind)}"


def _key(key: object) -> str:
    if key is None:
        return ""
    text = str(key)
    return f" data-k={text if text.replace('-', '').isalnum() else quoted(text)}"


def grid(
    anchor: str, label: str, heads: Sequence[Head], groups: Iterable[tuple[str, Iterable[Line]]], kind: str = ""
) -> str:
    """A table that can be sorted and filtered. `label` names it to those who do not see where it stands."""
    fits = " open" if len(heads) <= _FITTING else ""
    parts = [
        f'<div class="scroll{fits}" role=region aria-label={quoted(f"Table: {label}")} tabindex=0>'
        f"<table id={anchor}{_class(f'grid {kind}'.strip())}><caption>{said(label)}</caption><thead><tr>"
    ]
    parts += [f"<th scope=col{_class(head.kind)}>{head.inside}" for head in heads]
    parts.append("</thead>\n")
    for heading, lines in groups:
        parts.append("<tbody>")
        if heading:
            parts.append(f"<tr class=group><th colspan={len(heads)} scope=rowgroup>{heading}\n")
        for line in lines:
            named = f" id={line.anchor}" if line.anchor else ""
            parts.append(f"<tr{named}>{''.join(line.cells)}\n")
            if line.below:
                parts.append(f"<tr class=below><td colspan={len(heads)}>{line.below}\n")
        parts.append("</tbody>")
    parts.append("</table></div>\n")
    return "".join(parts)


def plain(table: Table, anchor: str, target: str = "s") -> str:
    """Any table, as people read it: the columns that say something, the first of them naming the rows."""
    shown = [at for at, column in enumerate(table.columns) if column.audience != "data"]
    shown = [at for at in shown if any(row[at] not in (None, "", (), False) for row in table.rows)]
    if not table.rows:
        return f"<p>{NOTHING}\n"
    columns = [table.columns[at] for at in shown]
    heads = [Head(said(column.heading or column.key), _kind(column)) for column in columns]
    groups = []
    for heading, numbers in runs(table):
        lines = [Line([_plain(table.rows[n][at], table.columns[at], at == shown[0], target) for at in shown])
                 for n in numbers]  # fmt: skip
        groups.append((said(heading), lines))
    return grid(anchor, table.title, heads, groups)


_KINDS: Final = {"int": "n", "decimal": "n", "notes": "fn"}


def _kind(column: Column) -> str:
    return _KINDS.get(column.kind) or ("g" if column.grows else "w" if column.whole else "")


def _plain(value: Cell, column: Column, first: bool, target: str) -> str:
    kind = _kind(column)
    if column.kind == "notes" and isinstance(value, tuple):
        return cell(marks(value, target), kind=kind)
    inside = words(value)
    if not first:
        return cell(inside, value if column.kind == "int" else None, kind)
    depth = (len(str(value)) - len(str(value).lstrip(" "))) // 2 if isinstance(value, str) else 0
    return title(inside.strip(), kind=f"{kind} d{min(depth, 9)}".strip() if depth else kind)
