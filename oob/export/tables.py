"""tables/ and texts/: every table as CSV, for spreadsheets, and the reports' texts as they were attached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oob import formats, schema
from oob.export.rows import File, Row, file_name, rows
from oob.store import Reader
from oob.table import Column, Table

UNTOLD: Final = frozenset({"reading"})
"""The tables that stay where they are: passages are the words of others, kept for the person who had them read."""


APART: Final = {"report_text": "text"}
"""The columns that no table of an export has: they are files of their own."""


def names() -> list[str]:
    """The tables of an export."""
    return sorted(set(schema.tables()) - UNTOLD)


def table(reader: Reader, name: str) -> list[Row]:
    """A table's rows, as far as an export tells them."""
    return rows(reader, name, without=APART.get(name, ""))


def files(reader: Reader) -> Iterator[File]:
    """Every table as CSV."""
    for name in names():
        columns = [column.name for column in schema.tables()[name].columns if column.name != APART.get(name)]
        told = tuple(tuple(row.values()) for row in table(reader, name))
        yield f"tables/{name}.csv", formats.encode([Table(name, name, tuple(map(Column, columns)), told)], "csv")


def texts(reader: Reader) -> Iterator[File]:
    """The texts that were attached, each as it was."""
    for (report,) in sorted(reader.rows("SELECT report FROM report_text")):
        [(text,)] = reader.rows("SELECT text FROM report_text WHERE report = ?", report)
        yield f"texts/{file_name(report)}.txt", text.encode()
