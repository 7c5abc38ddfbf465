"""The files that are to be read: those named, and in folders those whose names end as reports' do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from oob.names import printable

ENDINGS: Final = (".txt", ".text", ".html", ".htm", ".xhtml", ".pdf")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report is to be read from: a file, or bytes that came from elsewhere."""

    path: Path | None
    data: bytes | None = None

    @property
    def name(self) -> str:
        """What a person calls it."""
        return str(self.path) if self.path is not None else "standard input"

    @property
    def short(self) -> str:
        """The file's own name."""
        return self.path.name if self.path is not None else self.name


@dataclass(frozen=True, slots=True)
class Found:
    """The files in order of their names, and what could not be looked into."""

    sources: tuple[Source, ...]
    problems: tuple[tuple[str, str], ...]
    """The folder's name, what was wrong."""


def find(paths: Sequence[Path], drafts: Path) -> Found:
    """The files that paths name, themselves or by a folder they are in; those in the folder of drafts are left out.

    In folders, files with other endings, hidden ones and the texts that stand beside their report files are left out
    too, and links to folders are not followed. A file that several paths lead to is there once.
    """
    found: dict[str, Path] = {}
    problems: list[tuple[str, str]] = []

    def wrong(error: OSError) -> None:
        name = printable(str(error.filename))
        problems.append((name, f"{name}: cannot be looked into: {error.strerror or error}; check its permissions"))

    for path in paths:
        inside = _walk(path, drafts, wrong) if path.is_dir() else [path]
        for each in inside:
            found.setdefault(os.path.abspath(each), each)
    ordered = sorted(found.values(), key=lambda path: (path.parts, str(path)))
    return Found(tuple(map(Source, ordered)), tuple(sorted(problems)))


def _walk(top: Path, drafts: Path, wrong: Callable[[OSError], object]) -> Iterable[Path]:
    left_out = os.path.abspath(drafts)
    for folder, inner, names in os.walk(top, onerror=wrong):
        inner[:] = [
            name for name in inner if not name.startswith(".") and os.path.abspath(Path(folder, name)) != left_out
        ]
        recorded = {name[:-5] for name in names if name.endswith(".yaml")}
        for name in names:
            stem, ending = os.path.splitext(name)
            if (
                ending.casefold() in ENDINGS
                and not name.startswith(".")
                and not (stem in recorded and ending == ".txt")
            ):
                yield Path(folder, name)
