"""Who wrote a report: persons, with family and given names apart, and bodies, whose names stay whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from oob.names import normal, printable


@dataclass(frozen=True, slots=True)
class Name:
    """An author: a person by `family` name, or a body (or whoever cannot be told to be a person) by a `literal` one."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""


# fmt: off
_PARTICLES: Final = frozenset((
    "abu", "al", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn",
    "la", "le", "ould", "st", "st.", "ten", "ter", "van", "von", "zu",
))
_SUFFIXES: Final = frozenset((
    "ii", "iii", "iv", "jr", "jr.", "sr", "sr.",
))
_BODILY: Final = frozenset((
    "administration", "agence", "agency", "army", "associated", "association", "authority", "board", "bureau",
    "center", "centre", "channel", "command", "commission", "committee", "company", "contributor", "contributors",
    "corporation", "correspondent", "correspondents", "council", "daily", "department", "desk", "editor",
    "editorial", "editors", "embassy", "forces", "foundation", "gazette", "government", "group", "herald",
    "institute", "international", "journal", "media", "ministry", "mission", "monitor", "nations", "navy",
    "network", "news", "newspaper", "newsroom", "observatory", "observer", "office", "organisation", "organization",
    "panel", "post", "press", "project", "radio", "reporter", "reporters", "research", "review", "secretariat",
    "service", "services", "society", "staff", "state", "states", "team", "television", "times", "tribune", "tv",
    "union", "united", "university", "watch", "wire", "writer", "writers",
))
# fmt: on
"""Words that bylines of bodies have, and names of persons hardly ever."""
_JOINED: Final = re.compile(r"\s*,?\s+(?:and|&)\s+|\s*&\s*")


def authors(text: str | None, kinds: Mapping[str, str]) -> tuple[Name, ...]:
    """The authors of a report, as named there, parted by semicolons.

    kinds: of the sources that the catalogue knows, by the normal forms of their names. In doubt a name stays whole:
    a person's name that is not inverted is a blemish, a body's that is torn apart is an error.
    """
    parts = [" ".join(printable(part).split()) for part in (text or "").split(";")]
    return tuple(name for part in parts if part for name in _byline(part.removeprefix("By "), kinds))


def _byline(text: str, kinds: Mapping[str, str]) -> list[Name]:
    """One author, or the several that a byline joins by commas and an 'and'."""
    if normal(text) in kinds:
        return [author(text, kinds)]
    several = [part for each in _JOINED.split(text) for part in _commas(each)]
    if len(several) > 1 and all(_is_person(part, kinds) for part in several):
        return [_person(part) for part in several]
    return [author(text, kinds)]


def _commas(text: str) -> list[str]:
    """The parts between commas, a suffix such as `Jr.` left with its name."""
    parts: list[str] = []
    for part in filter(None, map(str.strip, text.split(","))):
        if parts and part.casefold() in _SUFFIXES:
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return parts


def author(text: str, kinds: Mapping[str, str]) -> Name:
    """One author by a name; `Family, Given` is taken at its word."""
    match [] if normal(text) in kinds else _commas(text):
        case [family, given] if len(text.split()) < 6 and _is_person(f"{given} {family}", kinds):
            return Name(family=family, given=given)
        case [whole] if _is_person(whole, kinds):
            return _person(whole)
    return _person(text) if _is_person(text, kinds) else Name(literal=text)


def _is_person(text: str, kinds: Mapping[str, str]) -> bool:
    """Whether a name is a person's: known as one, or two to five capitalised words none of which a body would have."""
    words = text.split()
    if (kind := kinds.get(normal(text))) is not None:
        return kind == "person" and len(words) > 1
    return 2 <= len(words) <= 5 and all(map(_personal, words)) and words[-1].casefold() not in _PARTICLES


def _personal(word: str) -> bool:
    if word.casefold() in _PARTICLES or word.casefold() in _SUFFIXES:
        return True
    if not word.replace(".", "").replace("-", "").replace("'", "").replace("\u2019", "").isalpha():
        return False
    capitals = word.isupper() and len(word.replace(".", "").replace("-", "")) > 1 and "." not in word
    begins = word[0].isupper() or re.match(r"(?:al|el|as|ash|ad|an|ar|at|az)-\w|[dl]['\u2019]\w", word) is not None
    return begins and not capitals and word.casefold() not in _BODILY


def _person(text: str) -> Name:
    """A person's name in its parts; the particle (van, al) goes with the family name."""
    words = text.split()
    suffix = words.pop() if words[-1].casefold() in _SUFFIXES and len(words) > 1 else ""
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return Name(family=" ".join(words[at:]), given=" ".join(words[:at]), suffix=suffix)
