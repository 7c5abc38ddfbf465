"""Shell completion of names. Quiet whatever happens: a completion that fails must not spill into a command line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from oob.formats import NAMES

if TYPE_CHECKING:
    from oob.store import Reader


def formats(incomplete: str) -> list[str]:
    """The output formats."""
    return [name for name in NAMES if name.startswith(incomplete.casefold())]


def _of(kind: str) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return _matching(incomplete, lambda reader: _spellings(reader, kind))

    return complete


def _spellings(reader: Reader, kind: str) -> Iterable[str]:
    from oob import inventory

    for written, id_ in inventory.spellings(reader, kind):
        yield id_
        yield written


def _matching(incomplete: str, read: Callable[[Reader], Iterable[str]]) -> list[str]:
    """The names that go on from what is typed, ids first. Reads the catalogue only where it is there already.

    A name that a shell would take for several words is offered only where the word is quoted. Case does
    not matter, but the letters that are typed stay as they are: shells insist on that.
    """
    from oob import store

    try:
        database = store.locate(None)
        if store.state(database) != "current":
            return []
        with store.Reader(database) as reader:
            names = dict.fromkeys(read(reader))
    except Exception:
        return []
    typed = incomplete.casefold()
    quoted = any(quote in os.environ.get("COMP_WORDS", os.environ.get("_TYPER_COMPLETE_ARGS", "")) for quote in "'\"")
    found = [
        name for name in names if name.casefold().startswith(typed) and (quoted or re.fullmatch(r"[\w./+-]+", name))
    ]
    found.sort(key=lambda name: (name != name.casefold() or " " in name, name))
    exact = [name for name in found if name.startswith(incomplete)]
    return list(dict.fromkeys([*exact, *(incomplete + name[len(incomplete) :] for name in found)]))


def members(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Completes the members of a closed list."""
    closed = tuple(words)
    return lambda incomplete: [word for word in closed if word.startswith(incomplete.casefold())]


def actions(incomplete: str) -> list[str]:
    """The actions of claims."""
    from oob.vocabulary import ACTIONS

    return members(ACTIONS)(incomplete)


def stances(incomplete: str) -> list[str]:
    """The stances of claims."""
    from oob.vocabulary import STANCES

    return members(STANCES)(incomplete)


def _ids(table: str) -> Callable[[str], list[str]]:
    return lambda incomplete: _matching(
        incomplete,
        lambda reader: (row[0] for row in reader.rows(f"SELECT id FROM {table}")),
    )


reports, claims, origins, events = _ids("report"), _ids("claim"), _ids("origin"), _ids("event")
systems, forces, places, sources = _of("system"), _of("force"), _of("place"), _of("source")


def anything(incomplete: str) -> list[str]:
    """Every name that `show` takes."""
    found: list[str] = []
    for complete in (reports, systems, forces, places, sources, origins, events):
        found += complete(incomplete)
    if "/" in incomplete:
        found += claims(incomplete)
    return list(dict.fromkeys(found))
