r"""BibTeX as biblatex reads it: UTF-8, dates in EDTF, and no text that LaTeX could take for a command."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from oob import when
from oob.citations.items import UNTITLED, Item
from oob.citations.people import Name

_TYPES: Final = {"article-newspaper": "article", "webpage": "online", "report": "report"}
# fmt: off
_MEANT: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "`": r"\`{}",
    "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
}
_ODD_BRACES: Final = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
# fmt: on
"""What LaTeX gives a meaning, and how to print it. BibTeX counts braces even behind a backslash: where they do not
match, they are written by name, which LaTeX prints and pandoc leaves out."""


def write(items: Iterable[Item]) -> str:
    """Cited reports, one entry each, their keys the reports' ids."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    key = re.sub(r"[^A-Za-z0-9._:-]", "-", item.id)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item))
    return f"@{_TYPES[item.kind]}{{{key},\n{fields}}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    if item.authors:
        yield "author", " and ".join(map(_name, item.authors))
    yield "title", _title(item.title) if item.title else f"{{[{UNTITLED}]}}"
    if item.container:
        yield "entrysubtype", "newspaper"
        yield "journal", escaped(item.container)
    if item.publisher:
        yield "institution", f"{{{escaped(item.publisher)}}}"
    if date := _date(item):
        yield "date", date
    if item.issued and item.issued.parts:
        yield "year", f"{item.issued.parts[0][0]:04}"
    if item.url:
        yield "url", item.url
    if item.repeats:
        yield "note", escaped(item.repeats)
    if item.note:
        yield "annotation", escaped(item.note)


def escaped(text: str) -> str:
    """Text that LaTeX prints as it is."""
    return _escaped(text, _MEANT if _is_balanced(text) else _MEANT | _ODD_BRACES)


def _escaped(text: str, meant: Mapping[str, str]) -> str:
    plain = re.sub(r"[\\{}^~<>`#$%&_]", lambda found: meant[found[0]], text)
    return re.sub(r"(?<=-)(?=-)|(?<=,)(?=,)|(?<=')(?=')", "{}", plain)  # no dashes and quotation marks of these


def _is_balanced(text: str) -> bool:
    """Whether every brace that opens closes."""
    depths = list(itertools.accumulate({"{": 1, "}": -1}.get(char, 0) for char in text))
    return not depths or (depths[-1] == 0 and min(depths) >= 0)


def _title(title: str) -> str:
    """A title whose names and designators keep their capitals in styles that want small letters."""
    meant = _MEANT if _is_balanced(title) else _MEANT | _ODD_BRACES
    words = re.split(r"([^\s,;:()\[\]\u201c\u201d]*[A-Z][^\s,;:()\[\]\u201c\u201d]*)", title)
    return "".join(f"{{{_escaped(word, meant)}}}" if at % 2 else _escaped(word, meant) for at, word in enumerate(words))


def _name(name: Name) -> str:
    """`Family, Suffix, Given`, each in braces, so that no 'and' or comma in it parts it; a body's name whole."""
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    return ", ".join(f"{{{escaped(part)}}}" for part in (name.family, name.suffix, name.given) if part)


def _date(item: Item) -> str:
    """The date in the EDTF that biblatex knows, which has spans but no sets: one of several days is a doubtful span."""
    try:
        found = when.parse(item.published)
    except ValueError:
        return ""
    if found.text[0] not in "[{":
        return found.text
    assert item.issued is not None, "what is parsed is a date"
    mark = "?" if item.issued.circa else ""
    return "/".join("-".join(f"{part:02}" for part in parts) + mark for parts in item.issued.parts)
