"""One writer a format: tables in, text out. Writers are imported when asked for: one is slow to load."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from oob.errors import Refusal
from oob.table import Table

NAMES: Final = ("text", "csv", "json", "markdown")


def render(tables: Sequence[Table], fmt: str, *, width: int | None = None, colour: bool = False) -> str:
    """The tables in one format, ending in a line break. `width` (in columns; None: as wide as it comes) and
    `colour` speak of text alone. CSV lines end in CR LF: print them where no one translates line ends.

    Raises Refusal for a format that is not among NAMES, and for CSV of anything but one table.
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
    raise Refusal(f"unknown format {fmt!r}; the formats are {', '.join(NAMES)}")


def write_file(path: Path, tables: Sequence[Table], fmt: str) -> None:
    """Write a file as UTF-8, CSV with a byte order mark, which spreadsheets want. An old file is
    replaced whole or, where anything fails, left as it was.

    Raises Refusal where `render` does and where the file cannot be written.
    """
    content = render(tables, fmt).encode("utf-8-sig" if fmt == "csv" else "utf-8")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a device or a pipe: no place to put a draft beside
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise Refusal(_failure(path, error)) from error


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then move into its place, which either happens or does not."""
    if path.is_dir():
        raise IsADirectoryError
    import secrets

    draft = path.with_name(f".oob-{secrets.token_hex(6)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o7777)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _failure(path: Path, error: OSError) -> str:
    from oob.names import printable

    name = printable(str(path))
    match error:
        case IsADirectoryError():
            return f"cannot write {name}: it is a folder; name a file in it"
        case FileNotFoundError() | NotADirectoryError():
            return f"cannot write {name}: there is no folder {printable(str(path.parent))}; make it first"
        case _:
            return f"cannot write {name}: {error.strerror or error}; nothing was changed"
