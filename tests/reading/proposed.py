"""What is read from a text of a few sentences, with the shipped catalogue: for the tables of sentences of the tests."""

from __future__ import annotations

from functools import cache

from oob import catalog, paths, when
from oob.reading.knowledge import Knowledge, of_catalogue
from oob.reading.reader import Proposal, read
from oob.reading.speech.speakers import Speaker


@cache
def knowledge() -> Knowledge:
    """What reading knows of the shipped catalogue, with all that it includes."""
    return of_catalogue(catalog.read([paths.shipped("catalog.yaml")]))


def claims(text: str, published: str | None = "2024-05-26") -> list[Proposal]:
    """What is read from a text of a paper that nobody knows, of a Sunday where nothing else is said."""
    day = when.parse(published) if published is not None else None
    return list(read(text, day, Speaker("The Gazette", None, "outlet"), knowledge()))


def claim(text: str, system: str, action: str = "") -> Proposal:
    """The last claim on a system, and of an action where one is asked for."""
    found = claims(text)
    chosen = [each for each in found if each.system == system and action in ("", each.action)]
    assert chosen, [(each.action, each.system) for each in found]
    return chosen[-1]


def side(force: str | None) -> str | None:
    """The side that a force belongs to."""
    return None if force is None else knowledge().forces.root(force)


def gist(text: str) -> list[str]:
    """Action, count where there is one, and system of each claim, in the order of the alphabet."""
    return sorted(" ".join(filter(None, (each.action, each.count_text, each.system))) for each in claims(text))
