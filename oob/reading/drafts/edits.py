"""Edits of a YAML file that leave every line as it was that they do not concern: comments, order and layout stay.

Each takes the file's text and gives it changed, having read it again: whatever was not to change is the same, or the
edit is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from oob import yamlfile
from oob.errors import Faulty, Refusal

Value = str | tuple[str, ...]
"""What a field holds: one text or several."""

Plain = str | list[Any] | dict[str, Any]
"""What YAML text holds, without where it stands."""

_BARE: Final = re.compile(r"[A-Za-z0-9](?:[\w.+~/ -]*[\w.+~/-])?", re.ASCII)
"""Texts that need no quotes anywhere in a file."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an item of a list at the top of a file, and what it is to hold; nothing (None) takes it out."""

    part: str
    index: int
    key: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class _Splice:
    """What stands in place of a stretch of the text."""

    start: int
    end: int
    new: str


def change(text: str, changes: Sequence[Change], order: Sequence[str]) -> str:
    """The text with fields of items changed; one that is new comes after those that `order` has before it."""
    top, expected = _compose(text), plain(text)
    splices = []
    for each in changes:
        items = _find(top, each.part)
        item = items.value[each.index]
        splices.append(_field(text, item, each, order))
        _fields_of(expected, each.part)[each.index][each.key] = _plain_value(each.value)
    return _verified(_spliced(text, splices), expected)


def add(text: str, part: str, fields: Mapping[str, Value], after: int | None = None) -> str:
    """The text with one more item in a list at its top: behind that numbered `after`, else at the end."""
    top, expected = _compose(text), plain(text)
    listed = expected.get(part) or []
    if not isinstance(listed, list):
        raise Refusal(f"'{part}' is no list; mend the file by hand")
    at = len(listed) if after is None else after + 1
    expected[part] = [*listed[:at], {key: _plain_value(value) for key, value in fields.items()}, *listed[at:]]
    found = _find(top, part)
    line_end = _line_end(text)
    if not listed:
        lines = ["- " * (not number) + "  " * bool(number) + each for number, each in enumerate(_lines(fields))]
        splices = _begun(text, top, part, lines)
    elif found.flow_style:
        end = _end(found.value[at - 1], text)
        splices = [_Splice(end, end, f", {_flow(fields)}")]
    else:
        column = found.start_mark.column
        lines = [" " * column + ("  " if number else "- ") + each for number, each in enumerate(_lines(fields))]
        end = _rest_of_line(text, _end(found.value[at - 1], text))
        gap = line_end * (2 if _is_spaced(text, found) else 1)
        splices = [_Splice(end, end, gap + line_end.join(lines))]
    return _verified(_spliced(text, splices), expected)


def add_named(text: str, part: str, id_: str, fields: Mapping[str, Value]) -> str:
    """The text with one more record in a mapping at its top, by its id."""
    top, expected = _compose(text), plain(text)
    named = expected.get(part) or {}
    if not isinstance(named, dict) or id_ in named:
        raise Refusal(f"'{part}' cannot take '{id_}'; mend the file by hand")
    expected[part] = {**named, id_: {key: _plain_value(value) for key, value in fields.items()}}
    found = _find(top, part)
    line = f"{id_}: {_flow(fields)}"
    if not named:
        splices = _begun(text, top, part, [line])
    else:
        end = _end(found, text) if not found.flow_style else _end(found.value[-1][1], text)
        if found.flow_style:
            splices = [_Splice(end, end, f", {line}")]
        else:
            end = _rest_of_line(text, end)
            splices = [_Splice(end, end, _line_end(text) + " " * found.start_mark.column + line)]
    return _verified(_spliced(text, splices), expected)


# -- what a text holds ----------------------------------------------------------------------------------------------


def plain(text: str) -> dict[str, Any]:
    """What the text holds; nothing where it has nothing but comments. Raises Faulty where it cannot be read."""
    if _compose(text) is None:
        return {}
    top, problems = yamlfile.parse(text, "the file")
    if top is None or problems:
        raise Faulty(problems)
    found = _bare(top)
    assert isinstance(found, dict)
    return found


def _bare(node: yamlfile.Node) -> Plain:
    if isinstance(node, yamlfile.Mapping):
        return {str(key): _bare(value) for key, value in node.items.items()}
    if isinstance(node, yamlfile.Sequence):
        return [_bare(each) for each in node.items]
    return str(node)


def _plain_value(value: Value | None) -> Plain:
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 else list(value)
    return value or ""


def _fields_of(holding: dict[str, Any], part: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = holding[part]
    return found


def _filled(node: Any) -> Any:
    """What is held, empty fields left out: a field that is not there and an empty one are the same."""
    if isinstance(node, dict):
        return {key: _filled(value) for key, value in node.items() if value not in ("", [], {})}
    if isinstance(node, list):
        return [_filled(each) for each in node]
    return node.strip()


def _verified(text: str, expected: dict[str, Any]) -> str:
    try:
        is_right = _filled(plain(text)) == _filled(expected)
    except Faulty:
        is_right = False
    if not is_right:
        raise Refusal("the file is laid out in a way that cannot be changed safely here; change it in an editor")
    return text


# -- where it stands ------------------------------------------------------------------------------------------------


def _compose(text: str) -> Any:
    """The nodes of a text with their marks; None where it holds nothing."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    _, problems = yamlfile.parse(text, "the file") if text.strip() else (None, [])
    try:
        top = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        raise Faulty(problems) from error
    if top is not None and problems:
        raise Faulty(problems)
    return top


def _find(top: Any, part: str) -> Any:
    """The node of a part at the top, None where it is not there."""
    return next((value for key, value in top.value if key.value == part), None) if top is not None else None


def _is_block(node: Any) -> bool:
    return not isinstance(node.value, str) and not node.flow_style


def _end(node: Any, text: str) -> int:
    """Where a node's own text ends; comments behind it are not its own."""
    if _is_block(node) and node.value:
        last = node.value[-1]
        return max(_end(each, text) for each in last) if isinstance(last, tuple) else _end(last, text)
    start: int = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def _rest_of_line(text: str, at: int) -> int:
    """The end of the line that a place is in, before its line break."""
    found = re.compile(r"[\r\n\x85\u2028\u2029]").search(text, at)
    return found.start() if found else len(text)


def _line_end(text: str) -> str:
    """The line break that the text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _is_spaced(text: str, listed: Any) -> bool:
    """Whether blank lines stand between the items of a list."""
    if len(listed.value) < 2:
        return True
    before, behind = listed.value[:2]
    return len(text[_end(before, text) : behind.start_mark.index].splitlines()) > 2


# -- changing it ----------------------------------------------------------------------------------------------------


def _spliced(text: str, splices: Iterable[_Splice]) -> str:
    """The text with stretches replaced. Those at one place keep their order."""
    parts, at = [], 0
    for each in sorted(splices, key=lambda each: (each.start, each.end)):
        parts += [text[at : each.start], each.new]
        at = max(at, each.end)
    return "".join([*parts, text[at:]])


def _field(text: str, item: Any, wanted: Change, order: Sequence[str]) -> _Splice:
    for key, value in item.value:
        if key.value == wanted.key:
            return _replaced(text, item, key, value, wanted.value)
    if wanted.value is None or not item.value:
        return _Splice(0, 0, "")
    rank = {key: number for number, key in enumerate(order)}
    before = [each for each in item.value if rank.get(each[0].value, -1) < rank.get(wanted.key, len(rank))]
    key, value = max(before, key=lambda each: rank.get(each[0].value, -1)) if before else item.value[-1]
    end = max(_end(key, text), _end(value, text))
    line = f"{wanted.key}: {_written(wanted.value)}"
    if item.flow_style:
        return _Splice(end, end, f", {line}")
    end = _rest_of_line(text, end)
    return _Splice(end, end, _line_end(text) + " " * item.start_mark.column + line)


def _replaced(text: str, item: Any, key: Any, value: Any, new: Value | None) -> _Splice:
    colon = text.index(":", key.end_mark.index) + 1
    end = max(colon, _end(value, text))
    if new is None:
        begin = max(text.rfind("\n", 0, key.start_mark.index), text.rfind("\r", 0, key.start_mark.index)) + 1
        rest = _rest_of_line(text, end)
        is_alone = not text[begin : key.start_mark.index].strip() and not text[end:rest].strip()
        if is_alone and not item.flow_style:
            behind = re.compile("\r\n|[\r\n\x85\u2028\u2029]").match(text, rest)
            return _Splice(begin, behind.end() if behind else rest, "")
        return _Splice(colon, end, " " if item.flow_style else "")
    head = text[colon : value.start_mark.index]
    if end > colon and not re.search(r"[\r\n\x85\u2028\u2029]", head) and head:
        return _Splice(value.start_mark.index, end, _written(new))
    # What began on a later line: a remark behind the key stays there.
    first, _, _ = head.partition("\n")
    remark = f"  {first.strip()}" if end > colon and first.strip().startswith("#") else ""
    return _Splice(colon, end, f" {_written(new)}{remark}")


def _begun(text: str, top: Any, part: str, lines: Sequence[str]) -> list[_Splice]:
    """Splices that put lines into a part that is empty or not there."""
    line_end = _line_end(text)
    block = "".join(f"{line_end}  {line}" for line in lines)
    for key, value in top.value if top is not None else ():
        if key.value == part:
            colon = text.index(":", key.end_mark.index) + 1
            end = max(colon, _end(value, text))
            rest = _rest_of_line(text, end)
            return [_Splice(colon, end, ""), _Splice(rest, rest, block)]
    gap = "" if not text else line_end if text.endswith(("\n", "\r")) else line_end * 2
    return [_Splice(len(text), len(text), f"{gap}{part}:{block}{line_end}")]


def _lines(fields: Mapping[str, Value]) -> list[str]:
    return [f"{key}: {_written(value)}" for key, value in fields.items()]


def _flow(fields: Mapping[str, Value]) -> str:
    return f"{{{', '.join(_lines(fields))}}}"


def _written(value: Value) -> str:
    """A value as it stands in a file, on one line, in quotes where it needs them."""
    if isinstance(value, tuple):
        return _written(value[0]) if len(value) == 1 else f"[{', '.join(map(_written, value))}]"
    if _BARE.fullmatch(value):
        return value
    import yaml

    dumped = str(yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=10_000_000))
    return dumped.strip()[1:-1]
