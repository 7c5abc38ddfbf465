"""Ships: by the names that a text gives them, from port to port."""

from __future__ import annotations

from functools import cache

import pytest

from oob import catalog, paths
from oob.reading import reader
from oob.reading.knowledge import Knowledge, of_catalogue
from oob.reading.reader import Proposal
from oob.reading.speech.statements import Speaker


@cache
def _knowledge() -> Knowledge:
    files = [paths.shipped("catalog.yaml"), *sorted(paths.shipped("knowledge").glob("*.yaml"))]
    return of_catalogue(catalog.read(files))


def _claims(text: str) -> list[Proposal]:
    return list(reader.read(text, None, Speaker("The Gazette", None, "outlet"), _knowledge()))


def _told(text: str) -> list[str]:
    """Action, count where there is one, and system of each claim, in the order of the alphabet."""
    return sorted(" ".join(filter(None, (each.action, each.count_text, each.system))) for each in _claims(text))


NAMED = [
    ("Rifles came aboard a ro-ro ship, the Amazon. The Amazon left Samsun on 9 May.", ["amazon-ship", "amazon-ship"]),
    ("The shipment came on the Moldovan cargo ship “Amazon”.", ["amazon-ship"]),
    ("The freighter Black Pearl docked at Berbera. The Black Pearl left for Aden.", ["merchant-ship", "merchant-ship"]),
    ("The frigate Gediz sailed to Misrata. Later the Gediz left Misrata.", ["frigate", "frigate"]),
    ("A cargo ship, the Pentagon said, left Tartus.", ["merchant-ship"]),
    ("The Gediz left Misrata.", []),
]


@pytest.mark.parametrize(("text", "ships"), NAMED)
def test_a_ship_is_known_by_its_name(text: str, ships: list[str]) -> None:
    assert [each.system for each in _claims(text)] == ships


STOPS = [
    ("The cargo ship Sparta II reached Novorossiysk.", ["transported sparta-ii"]),
    ("The landing ship Saratov put in at Tartus.", ["transported saratov-ship"]),
    ("Three An-124 transport planes arrived at Khmeimim.", ["transported Three antonov-124"]),
    ("Three C-295 transport planes arrived on Monday.", ["deployed Three c-295"]),
    ("Ten tanks arrived at Khmeimim.", ["deployed Ten tank"]),
    ("The army called at dawn for ten tanks.", ["planned ten tank"]),
]


@pytest.mark.parametrize(("text", "told"), STOPS)
def test_what_carries_things_is_on_its_way(text: str, told: list[str]) -> None:
    assert _told(text) == told


def test_a_ship_is_told_with_its_stops() -> None:
    text = "The cargo ship Bana sailed. It put in at Izmir on 14 May 2020 and reached Tripoli on 18 May 2020."
    assert [(each.places, each.when) for each in _claims(text)][1:] == [
        ({"at": ("izmir",)}, "2020-05-14"),
        ({"to": ("tripoli",)}, "2020-05-18"),
    ]
