"""One writer a format: tables in, text or bytes out. Writers are imported when asked for: one is slow to load."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from oob import files
from oob.errors import Refusal
from oob.table import Table

ENDINGS: Final = {
    "text": (),
    "csv": (".csv",),
    "json": (".json",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "xlsx": (".xlsx",),
}
"""The formats, each with the endings of the names of its files."""
NAMES: Final = tuple(ENDINGS)
BINARY: Final = ("xlsx",)
"""Formats that are no text."""


def render(tables: Sequence[Table], fmt: str, *, width: int | None = None, colour: bool = False) -> str:
    """The tables in one format, ending in a line break. `width` (in columns; None: as wide as it comes) and
    `colour` speak of text alone. CSV lines end in CR LF: print them where no one translates line ends.

    Raises Refusal for a format that is not among NAMES or is no text, and for CSV of anything but one table.
    """
    match fmt:
        case "text":
            from oob.formats import text

            return text.write(tables, width=width, colour=colour)
        case "csv":
            from oob.formats import csv_

            return csv_.write(tables)
        case "json":
            from oob.formats import json_

            return json_.write(tables)
        case "markdown":
            from oob.formats import markdown

            return markdown.write(tables)
        case "html":
            from oob.formats import html

            return html.write(tables)
    if fmt in BINARY:
        raise Refusal(f"{fmt.upper()} is no text to show; name a file for it: --output FILE.{fmt}")
    raise Refusal(f"unknown format {fmt!r}; the formats are {', '.join(NAMES)}")


def encode(tables: Sequence[Table], fmt: str) -> bytes:
    """The tables as the content of a file: UTF-8, CSV with a byte order mark, which spreadsheets want.

    Raises Refusal for a format that is not among NAMES, for tables that it cannot hold, and where a package that it
    needs is missing.
    """
    if fmt == "xlsx":
        from oob.formats import xlsx

        return xlsx.write(tables)
    return render(tables, fmt).encode("utf-8-sig" if fmt == "csv" else "utf-8")


def write_file(path: Path, tables: Sequence[Table], fmt: str) -> None:
    """Write a file, whole or not at all.

    Raises Refusal where `encode` does and where the file cannot be written.
    """
    files.write(path, encode(tables, fmt))
