"""Fighters are people or aircraft: the sentence tells, and where it does not, the text around it."""

from __future__ import annotations

import pytest
from proposed import claims

AIR = "Jets took off from the airfield, pilots said. The squadron has new aircraft. "
"""A text about flying, which by itself would make aircraft of any fighters."""

PEOPLE = [
    AIR + "Kurdish-led fighters then entered the town.",
    AIR + "Hundreds of fighters were deployed to Sirte.",
    AIR + "Fighters who had been sent to Sirte pulled out.",
    AIR + "Iran sent weapons and fighters to Deir ez-Zor.",
    AIR + "Fighters of the Wagner Group were deployed to Sirte.",
    AIR + "The army captured four fighters near Sirte, who surrendered.",
    "Turkey sent fighters to Libya.",
]
AIRCRAFT = [
    "The militia said two fighters were shot down over the front line.",
    "Russia deployed fighters and bombers to Khmeimim, rebels said.",
    "Rebels saw two fighters land at the Al Watiya base.",
    "Fighter jets were deployed to Al Watiya after the battle, the militia said.",
    AIR + "Two fighters were deployed to Al Watiya.",
]


def told(text: str) -> set[str]:
    people = {"combatants", "mercenaries", "regular-troops", "syrian-fighters"}
    named = [each.system for each in claims(text) if "ighter" in each.system_text]
    return {"people" if each in people else "aircraft" for each in named}


@pytest.mark.parametrize("text", PEOPLE)
def test_fighters_are_people(text: str) -> None:
    assert told(text) == {"people"}


@pytest.mark.parametrize("text", AIRCRAFT)
def test_fighters_are_aircraft(text: str) -> None:
    assert told(text) == {"aircraft"}
