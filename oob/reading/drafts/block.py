"""The parts of a draft as YAML, in the style of `seeds/`: a line a key, a blank line between claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from oob.names import printable

_UNPLAIN: Final = re.compile(r"[^ -~\xa0-\ud7ff\ue000-\ufffd]")
_IN_FLOW: Final = re.compile(r"[,\[\]{}]")


def _scalar(value: object) -> str:
    text = str(value)
    return text if _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    """Whether a text is itself in YAML without quotes."""
    return (
        bool(text)
        and not text.startswith(tuple("-?:,[]{}#&*!|>'\"%@` "))
        and not text.endswith((":", " "))
        and ": " not in text
        and " #" not in text
        and _UNPLAIN.search(text) is None
    )


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"


def _lines(fields: Mapping[str, Any], margin: str) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, list):
            inside = ", ".join(_scalar(each) if not _IN_FLOW.search(str(each)) else _quoted(each) for each in value)
            yield f"{margin}{key}: [{inside}]"
        elif isinstance(value, dict):
            yield f"{margin}{key}:"
            yield from _lines(value, margin + "  ")
        else:
            yield f"{margin}{key}: {_scalar(value)}"


def part(key: str, value: Any) -> str:
    """One part of the file, in the style of `seeds/`; a blank line between the claims."""
    if isinstance(value, dict):
        return "\n".join([f"{key}:", *_lines(value, "  ")]) + "\n"
    items = ("\n".join(_lines(each, "    ")) for each in value)
    return f"{key}:\n" + "\n\n".join(f"  - {item[4:]}" for item in items) + "\n"


def clean(value: Any) -> Any:
    """A value whose text has nothing in it that a terminal would act upon."""
    return printable(value) if isinstance(value, str) else value
