"""Ships: by the names that a text gives them, from port to port."""

from __future__ import annotations

import pytest
from proposed import claims, gist

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
    assert [each.system for each in claims(text)] == ships


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
    assert gist(text) == told


def test_a_ship_is_told_with_its_stops() -> None:
    text = "The cargo ship Bana sailed. It put in at Izmir on 14 May 2020 and reached Tripoli on 18 May 2020."
    assert [(each.places, each.when) for each in claims(text)][1:] == [
        ({"at": ("izmir",)}, "2020-05-14"),
        ({"to": ("tripoli",)}, "2020-05-18"),
    ]


def test_a_warship_that_stops_a_ship_is_no_weapon() -> None:
    assert gist("A dhow carrying missiles was intercepted by the USS Laboon.") == ["captured missile"]
