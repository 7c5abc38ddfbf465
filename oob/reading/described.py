"""Forces that a text only describes: "the UN-recognised government" is Libya's in a text on Libya, and only there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.gazetteer import Mention
from oob.reading.knowledge import Knowledge

_WHERE: Final = {"gna": "libya", "tobruk-government": "libya"}
"""By force that the catalogue lists under descriptions too: the country outside which they are of somebody else."""


def without_strangers(
    named: Sequence[tuple[str, Sequence[Mention]]], knowledge: Knowledge
) -> list[tuple[str, Sequence[Mention]]]:
    """The lines of a text with what is named in each, but no force that is only described and fights elsewhere."""
    places = {id_ for _, row in named for each in row for kind, id_ in each.meanings if kind == "place"}
    countries = {knowledge.places.root(place) for place in places}
    strangers = {force for force, country in _WHERE.items() if country not in countries}
    return [(line, [each for each in row if not _describes(line, each, strangers)]) for line, row in named]


def _describes(line: str, mention: Mention, strangers: set[str]) -> bool:
    """Whether a mention is a description of one of these forces, without a name in it."""
    words = line[mention.start : mention.end].replace("UN", "").replace("U.N.", "")
    return words.islower() and any(id_ in strangers for _, id_ in mention.meanings)
