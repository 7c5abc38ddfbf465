"""Strikes from the air: told with their weapon or without, by a noun or by what an air force did."""

from __future__ import annotations

import pytest
from proposed import claims, gist

WITHOUT_WEAPON = [
    ("Coalition air strikes hit Houthi positions near Aden.", ["struck combat-aircraft"]),
    ("The Sudanese air force bombed RSF camps in Khartoum.", ["struck combat-aircraft"]),
    ("The Syrian air force carried out dozens of raids on Idlib.", ["struck combat-aircraft"]),
    ("The coalition carried out 12 air strikes near Raqqa.", ["struck 12 combat-aircraft"]),
    ("Seven people were killed in an air strike by Israel on a village.", ["struck combat-aircraft"]),
    ("The town was hit by Russian air raids.", ["struck combat-aircraft"]),
]

WITH_WEAPON = [
    ("Bayraktar TB2 drones have flown several air strikes on the LNA.", ["struck several bayraktar-tb2"]),
    ("Su-25s have conducted a string of air strikes near Gao.", ["struck su-25"]),
    ("The depot burned down in Emirati air strikes using Wing Loong II drones.", ["struck wing-loong-2"]),
    ("An attack that involved Shahed-136 drones hit Odesa.", ["struck shahed-136"]),
    ("Su-25s flew patrols near Gao.", ["operates su-25"]),
]

NO_STRIKE = [
    "Residents fear air strikes.",
    "There were no air strikes on Monday.",
    "The monitor records air strikes in Yemen.",
    "The air force could bomb the camp near Sirte.",
    "The pact enables Israel to conduct air strikes in Syria.",
    "Air raid sirens were heard in Odesa.",
]


@pytest.mark.parametrize(("text", "told"), [*WITHOUT_WEAPON, *WITH_WEAPON, *((text, []) for text in NO_STRIKE)])
def test_what_struck(text: str, told: list[str]) -> None:
    assert gist(text) == told


STRIKERS = [
    ("Israeli air strikes targeted a base in Syria.", "israel", None),
    ("The Sudanese air force bombed RSF camps in Khartoum.", "sudanese-air-force", "rapid-support-forces"),
    ("An air raid by Russia hit Ukrainian positions.", "russia", "ukraine"),
    ("Israel said that an air strike had been conducted against the launch site.", "israel", None),
]


@pytest.mark.parametrize(("text", "striker", "struck"), STRIKERS)
def test_who_struck_whom(text: str, striker: str, struck: str | None) -> None:
    one = claims(text)[-1]
    assert (one.operator, one.opponent) == (striker, struck)


LOST_IN = [
    ("Two T-72s were destroyed in a Ukrainian drone attack.", "ukraine"),
    ("The army lost two tanks in an ambush by the RSF.", "rapid-support-forces"),
    ("Half of the tanks were lost in Israeli air strikes.", "israel"),
    ("The army lost two tanks in an attack on Bakhmut.", None),
]


@pytest.mark.parametrize(("text", "opponent"), LOST_IN)
def test_whose_attack_cost_a_thing(text: str, opponent: str | None) -> None:
    assert next(each for each in claims(text) if each.action == "destroyed").opponent == opponent
