"""YAML text -> nodes that know their line. The only YAML reader.

Every scalar stays the text that was typed (`NO` is no False, `012` no 10). What a catalogue file has no use for and
what could hurt - anchors, tags, deep nesting, huge or binary files, keys given twice - is a Problem, not a surprise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from oob.errors import Problem

LARGEST: Final = 20_000_000
"""Bytes of a file; a report of a hundred claims takes about 40,000."""
DEEPEST: Final = 12
"""Levels of nesting; a report file has four."""
LONGEST: Final = 20_000
"""Characters of one value."""


class Text(str):
    """A value as it was typed, and the line that it stands on (from 1)."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, value: str, line: int) -> Text:
        made = super().__new__(cls, value)
        made.line = line
        return made


@dataclass(slots=True)
class Sequence:
    """A YAML list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A YAML mapping; keys are unique."""

    line: int
    items: dict[Text, Node] = field(default_factory=dict)


Node = Text | Sequence | Mapping


def read(path: Path) -> tuple[Mapping | None, list[Problem]]:
    """The mapping at the top of a YAML file, None where it cannot be read to its end, and every problem met."""
    text, problems = _text(path)
    if text is None:
        return None, problems
    return parse(text, str(path))


def _text(path: Path) -> tuple[str | None, list[Problem]]:
    """The file's text, or why it cannot be had."""

    def refuse(message: str, line: int = 0) -> tuple[None, list[Problem]]:
        return None, [Problem(str(path), line, message)]

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device or pipe has no size to ask for
    except OSError as error:
        return refuse(f"cannot be read: {error.strerror or error}")
    if len(data) > LARGEST:
        return refuse(f"is larger than {LARGEST / 1e6:.0f} MB, the most that is read; split it")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return refuse("is not UTF-8 text; save it as UTF-8 (in Notepad: Save as, Encoding)", line)
    if "\0" in text:
        return refuse("is a binary file, not YAML text", text.count("\n", 0, text.index("\0")) + 1)
    return text, []


def parse(text: str, file: str) -> tuple[Mapping | None, list[Problem]]:
    """The mapping that YAML text holds, None where reading had to stop, and every problem met.

    Nothing deeper or larger than a file may be is built.
    """
    import yaml

    if unreadable := _unreadable(text, file):
        return None, unreadable
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            if not builder.take(event):
                return None, builder.problems
    except yaml.MarkedYAMLError as error:
        builder.refuse(*_slip(error, text))
        return None, builder.problems
    except yaml.YAMLError as error:
        builder.refuse(0, f"is not valid YAML: {' '.join(str(error).split())}")
        return None, builder.problems
    top = builder.top
    if top is None or top == "":
        builder.refuse(0, "is empty; a report file begins with 'report:', a catalogue with 'systems:' or the like")
    elif not isinstance(top, Mapping):
        builder.refuse(top.line, "should begin with a key and a colon, such as 'report:' or 'systems:'")
    return (top if isinstance(top, Mapping) else None), builder.problems


_NO_YAML: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML 1.1 does not take (section 5.1 of its specification), mostly control characters."""


def _unreadable(text: str, file: str) -> list[Problem]:
    """A problem for each of the first characters that no YAML file may hold."""
    return [
        Problem(
            file,
            text.count("\n", 0, found.start()) + 1,
            f"holds the control character U+{ord(found[0]):04X}, often pasted unseen; delete it",
        )
        for found in islice(_NO_YAML.finditer(text), 10)
    ]


_TAB: Final = "a tab; indent with spaces alone"
_MISFIT: Final = "fits nothing above it; mend its indentation, or the quotes in the lines before"
_UNCLOSED: Final = "a bracket is opened here, and its items are not told apart by commas or it is never closed"
_SLIPS: Final = (
    ("found a tab", _TAB),
    ("mapping values are not allowed", "a second ': ' in one line; put the value in quotes, or mend the indentation"),
    ("unexpected end of stream", "a quote is opened here and never closed"),
    ("could not find expected ':'", "a key without ': ' and a value; or a value's second line, to be indented further"),
    ("did not find expected ',' or", _UNCLOSED),
    ("expected ',' or", _UNCLOSED),
    ("did not find expected key", _MISFIT),
    ("did not find expected '-'", _MISFIT),
    ("<block end>", _MISFIT),
    ("<document start>", _MISFIT),
    ("sequence entries are not allowed", "a '- ' within a value; put the value in quotes, or the item on its own line"),
    ("cannot start any token", "no value can begin with this character; put it in quotes"),
    ("node content", "no value can begin with this character; put it in quotes"),
    ("alphabetic or numeric", "a value that begins with & or * stands in quotes"),
)
"""What the parser says of the commonest slips, and what a person should be told."""


def _slip(error: Any, text: str) -> tuple[int, str]:
    """The line of a syntax error, and what to do about it in plain words."""
    problem = str(error.problem)
    begun = any(sign in f"{error.context}" for sign in ("quoted scalar", "flow", "simple key"))
    mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
    line = mark.line if mark else -1
    advice = next((advice for sign, advice in _SLIPS if sign in problem), None)
    if "cannot start any token" in problem and mark and text[mark.index : mark.index + 1] == "\t":
        advice = _TAB
    if advice is None:
        advice = ": ".join(part for part in (error.context, problem) if part)
    return line + 1, f"is not valid YAML: {advice}"


_ANCHORS: Final = "anchors and aliases (& and *) are not used here; write it out, or put the value in quotes"
_TAGS: Final = "tags (!) are not used here; take it out, or put the value in quotes"


class _Builder:
    """Builds nodes from parser events without recursion, so that no input can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.top: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Sequence | Mapping] = []
        self._key: Text | None = None

    def refuse(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, message))

    def take(self, event: Any) -> bool:
        """Takes one event; False when reading on makes no sense."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            return self._scalar(event)
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            return self._start(event, Mapping if kind == "MappingStartEvent" else Sequence)
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()
            self._key = None
        elif kind == "AliasEvent":
            self.refuse(event.start_mark.line + 1, _ANCHORS)
            return False
        elif kind == "DocumentStartEvent" and self.top is not None:
            self.refuse(event.start_mark.line + 1, "a second document ('---') begins here; one file holds one")
            return False
        return True

    def _scalar(self, event: Any) -> bool:
        line = event.start_mark.line + 1
        if len(event.value) > LONGEST:
            self.refuse(line, f"a value of {len(event.value):,} characters; at most {LONGEST:,} are taken")
            return False
        if event.anchor or event.tag:
            self.refuse(line, _ANCHORS if event.anchor else _TAGS)
        self._add(Text(event.value, line))
        return True

    def _start(self, event: Any, kind: type[Mapping] | type[Sequence]) -> bool:
        line = event.start_mark.line + 1
        if len(self._open) >= DEEPEST:
            self.refuse(line, f"is nested more than {DEEPEST} levels deep; a report file needs four")
            return False
        if event.anchor or event.tag:
            self.refuse(line, _ANCHORS if event.anchor else _TAGS)
            return False
        node = kind(line)
        self._add(node)
        self._open.append(node)
        self._key = None
        return True

    def _add(self, node: Node) -> None:
        if not self._open:
            self.top = node
            return
        inside = self._open[-1]
        if isinstance(inside, Sequence):
            inside.items.append(node)
        elif self._key is None:
            if isinstance(node, Text):
                self._key = node
                if node in inside.items:
                    self.refuse(node.line, f"the key '{node}' is given twice; keep one")
            else:
                self.refuse(node.line, "a list or mapping cannot be a key")
                self._key = Text("?", node.line)
        else:
            inside.items[self._key] = node
            self._key = None
