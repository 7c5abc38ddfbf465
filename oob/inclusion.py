"""Which files to read: those that were named, and after them those that they include, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PureWindowsPath
from typing import Final

from oob import yamlfile
from oob.errors import Problem
from oob.yamlfile import Mapping, Text

KEY: Final = "include"
"""The key of a catalogue file that names the other files that it goes on in."""


class Inclusion:
    """The files to read; `files` grows while it is walked over and each file is followed."""

    def __init__(self, named: Sequence[Path]) -> None:
        self.files = list(named)
        self._named = {path.resolve() for path in named}
        self._by: dict[Path, tuple[Path, str]] = {}
        """File -> the file that includes it, and the line there."""

    def follow(self, path: Path, top: Mapping) -> list[Problem]:
        """Takes in what a file includes; gives a problem for each entry that leads nowhere."""
        node = next((node for key, node in top.items.items() if key == KEY), Text("", 0))
        listed = node.items if isinstance(node, yamlfile.Sequence) else [] if node == "" else [node]
        return list(self._faults(path, listed))

    def _faults(self, path: Path, listed: Sequence[yamlfile.Node]) -> Iterator[Problem]:
        for each in listed:
            fault = self._take(path, each) if isinstance(each, Text) else "should be a list of file names"
            if fault:
                yield Problem(str(path), each.line, f"{KEY}: {fault}")

    def _take(self, path: Path, wanted: Text) -> str | None:
        """Puts one file among those to read; gives what is wrong with it otherwise."""
        name = wanted.strip()
        as_named = PureWindowsPath(name)  # knows both kinds of slash, and drives
        if as_named.anchor or ".." in as_named.parts or not name.isprintable():
            return f"'{name}' may lead out of this file's folder; name a file there or below, such as parts/ships.yaml"
        file = path.parent / name
        try:
            resolved = file.resolve()
            if not resolved.is_relative_to(path.parent.resolve()):
                return f"'{name}' is a link out of this file's folder; put the file itself there"
            if resolved.is_dir():
                return f"'{name}' is a folder; name the files in it"
            if not resolved.is_file():
                return f"'{name}' is not there; mend the name or take it out"
        except (OSError, RuntimeError):  # a name too long for the system; links in a circle
            return f"'{name}' cannot be looked up; mend the name or take it out"
        return self._add(path, wanted, file, resolved)

    def _add(self, path: Path, wanted: Text, file: Path, resolved: Path) -> str | None:
        above: Path | None = path.resolve()
        while above is not None:
            if above == resolved:
                return f"'{wanted}' is this file, or includes it; take it out"
            above = self._by[above][0] if above in self._by else None
        if resolved in self._by:
            return f"'{wanted}' is included twice: first at {self._by[resolved][1]}"
        self._by[resolved] = (path.resolve(), f"{path}:{wanted.line}")
        if resolved not in self._named:
            self.files.append(file)
        return None
