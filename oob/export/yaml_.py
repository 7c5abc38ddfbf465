"""Records as YAML that reads as a person would have written it, and that every program reads alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import yaml

from oob.catalog import Shape

Field = tuple[str, Shape, str | Sequence[str]]
"""A key of a record in a file, the shape of its value, and the value."""


def document(schema: str, parts: Iterable[str]) -> bytes:
    """A file: its parts below a line that names its schema."""
    return (f"# yaml-language-server: $schema={schema}\n\n" + "\n".join(parts)).encode()


def part(key: str, events: Iterable[yaml.Event], *, apart: bool = False) -> str:
    """One part of a file below its key, indented as a person would; `apart` sets a blank line between list items."""
    text = _emit(events)
    if apart:
        text = text.replace("\n- ", "\n\n- ")
    return f"{key}:\n" + re.sub(r"(?m)^(?=.)", "  ", text)


def _emit(events: Iterable[yaml.Event]) -> str:
    whole = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(explicit=False),
        *events,
        yaml.DocumentEndEvent(explicit=False),
        yaml.StreamEndEvent(),
    ]
    text = _emit_by(getattr(yaml, "CSafeDumper", yaml.SafeDumper), whole)
    # The fast emitter writes what lies beyond 16 bits, such as emoji, as escapes; the slow one as it is.
    return _emit_by(yaml.SafeDumper, whole) if r"\U00" in text else text


def _emit_by(dumper: Any, events: Iterable[yaml.Event]) -> str:
    # One line a value, however long: that is what the shipped files have, and what diff and grep work best on.
    return str(yaml.emit(events, Dumper=dumper, allow_unicode=True, width=1_000_000))


def listed(records: Iterable[Iterable[Field]]) -> Iterator[yaml.Event]:
    """Records one below the other."""
    yield yaml.SequenceStartEvent(None, None, True, flow_style=False)
    for record in records:
        yield from mapping(record)
    yield yaml.SequenceEndEvent()


def named(records: Iterable[Sequence[Field]]) -> Iterator[yaml.Event]:
    """Records by their ids, which are their first fields, a line each."""
    yield yaml.MappingStartEvent(None, None, True, flow_style=False)
    for (_, shape, id_), *fields in records:
        yield _scalar(str(id_), shape.value)
        yield from mapping(fields, flow=True)
    yield yaml.MappingEndEvent()


def mapping(fields: Iterable[Field], *, flow: bool = False) -> Iterator[yaml.Event]:
    """One record, a key a line or, in flow, all of them on one."""
    yield yaml.MappingStartEvent(None, None, True, flow_style=flow)
    for key, shape, value in fields:
        yield _scalar(key)
        if isinstance(value, str):
            yield _scalar(value, shape.value)
        else:
            yield yaml.SequenceStartEvent(None, None, True, flow_style=True)
            yield from (_scalar(each, shape.value) for each in value)
            yield yaml.SequenceEndEvent()
    yield yaml.MappingEndEvent()


_WRITTEN_BARE: Final = {
    "paragraph": re.compile("[1-9][0-9]*"),
    "count": re.compile("0|[1-9][0-9]*"),
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "when": re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""By grammar: the numbers and dates that a person writes without quotes, though other programs see no text in them."""

_NUMBER_OF_YAML_1_2: Final = re.compile(r"[-+]?(0o[0-7]+|\.?[0-9]+(\.[0-9]*)?e[-+]?[0-9]+)", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _scalar(text: str, grammar: str = "") -> yaml.ScalarEvent:
    """A value, quoted where its characters ask for it (the emitter sees to that) or another program may misread it."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    is_text = tag == "tag:yaml.org,2002:str" and not _NUMBER_OF_YAML_1_2.fullmatch(text)
    bare = is_text or (grammar in _WRITTEN_BARE and _WRITTEN_BARE[grammar].fullmatch(text) is not None)
    return yaml.ScalarEvent(None, None, (bare, True), text)


_RESOLVER: Final = yaml.resolver.Resolver()
