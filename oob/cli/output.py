"""Where commands read from and print to: the catalogue opened for reading, tables shown or written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from oob.errors import Refusal
from oob.formats import BINARY, ENDINGS
from oob.names import printable

if TYPE_CHECKING:
    from oob.inventory import Directory
    from oob.store import Database, Reader
    from oob.table import Table


def say(text: str) -> None:
    """Tells a person something, beside the data."""
    print(printable(text), file=sys.stderr)


def database(given: str | None) -> Database:
    """The database that a command reads, made ready: filled on first use, the user's own upgraded."""
    from oob import store

    found = store.locate(given)
    if store.state(found) != "current":
        from oob import intake

        for line in intake.ready(found):
            say(line)
    return found


@contextmanager
def catalogue(given: str | None) -> Iterator[tuple[Reader, Directory]]:
    """The catalogue, opened for reading, and all that its claims refer to."""
    from oob import inventory, store

    with store.Reader(database(given)) as reader:
        yield reader, inventory.directory(reader)


def chosen(fmt: str | None, output: Path | None) -> str:
    """The format asked for, by name or by the ending of the file's name."""
    ending = output.suffix.casefold() if output is not None else ""
    return fmt or next((name for name, endings in ENDINGS.items() if ending in endings), "text")


_FOREIGN: Final = {
    (".doc", ".docx", ".odt", ".rtf"): "for a word processor, .html opens there; or --format names what to write",
    (".xls", ".xlsm", ".xlsb", ".ods", ".tsv"): "for a spreadsheet: .xlsx or .csv; or --format names what to write",
    (".pdf",): "for PDF, print .html from a browser; or --format names what to write",
    (".svg", ".png", ".jpg", ".jpeg", ".gif"): "for a picture: oob chart; or --format names what to write",
}
"""Endings that say a file is of another kind than any that is written here, with what to do."""


def _refuse_foreign(output: Path) -> None:
    """Refuses a name that other programs would take for something else than text."""
    ending = output.suffix.casefold()
    for endings, advice in _FOREIGN.items():
        if ending in endings:
            raise Refusal(f"no table is written as {printable(output.suffix)}: {advice}")


def refuse_unshowable(fmt: str | None, output: Path | None) -> None:
    """Refuses a format that is no text where it would go to a terminal, and a name that promises what nobody writes."""
    if fmt is None and output is not None:
        _refuse_foreign(output)
    name = chosen(fmt, output)
    if output is None and name in BINARY and _on_screen():
        raise Refusal(f"{name.upper()} is no text to show; name a file for it: --output FILE.{name}")


def show(tables: Sequence[Table], fmt: str | None, output: Path | None) -> None:
    """Prints tables, fitted to the terminal where there is one, or writes them to a file."""
    from oob import formats

    refuse_unshowable(fmt, output)
    fmt = chosen(fmt, output)
    if output is not None:
        formats.write_file(output, tables, fmt)
        say(f"Wrote {output}")
        return
    if fmt in BINARY:
        pour(formats.encode(tables, fmt))
        return
    colour = _on_screen() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    put(formats.render(tables, fmt, width=screen_width(), colour=colour))


def screen_width() -> int | None:
    """The columns of the terminal; None where there is none."""
    return shutil.get_terminal_size().columns if _on_screen() else None


def _on_screen() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def put(text: str) -> None:
    """Prints data as it is."""
    if not _on_screen():
        # As bytes: a pipe gets UTF-8 and the format's own line ends on every system.
        pour(text.encode("utf-8"))
        return
    sys.stdout.flush()
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding))


def pour(content: bytes) -> None:
    """Writes bytes to standard output, as they are."""
    if sys.stdout is None:
        raise Refusal("there is no standard output to write to; name a file with --output")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
