"""Tables for programs: a versioned envelope, described by output.schema.json beside this file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import oob
from oob.table import Cell, Column, Table

FORMAT: Final = 1
"""Raised whenever a program that reads the present envelope would stumble over the new one."""

_UNSEEN: Final = re.compile(
    r"[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e007f]"
)
"""What JSON allows in a string as it is, and a terminal, an editor or UTF-8 had better not get so."""


def write(tables: Sequence[Table]) -> str:
    """All tables in one document. Texts are whole: what is unsafe to print is escaped, as JSON does it."""
    document = {
        "oob": {"format": FORMAT, "program": oob.__version__},
        "tables": [_table(table) for table in tables],
    }
    return text(document)


def text(document: Mapping[str, Any]) -> str:
    """A document as JSON: what is unsafe to print is escaped, everything else stands as it is."""
    return line(document, indent=2) + "\n"


def line(document: Mapping[str, Any], *, indent: int | None = None) -> str:
    """The same in one line, without its end."""
    return _UNSEEN.sub(_escape, json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent))


def _table(table: Table) -> dict[str, Any]:
    shown = [(at, column) for at, column in enumerate(table.columns) if column.audience != "people"]
    return {
        "name": table.name,
        "title": table.title,
        "about": dict(table.about),
        "columns": [{"key": column.key, "kind": column.kind} for _, column in shown],
        "rows": [{column.key: _value(row[at], column) for at, column in shown} for row in table.rows],
        "notes": list(table.notes),
        "footnotes": list(table.footnotes),
    }


def _value(cell: Cell, column: Column) -> Cell | list[str] | list[int]:
    """Lists are lists even where they hold nothing."""
    return cell or [] if column.kind in ("ids", "notes") else cell


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
