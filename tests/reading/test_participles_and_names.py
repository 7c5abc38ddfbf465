"""Participles before their clause and after their thing, and names that stand only after what is told of a thing."""

from __future__ import annotations

import pytest
from proposed import gist

BEFORE = [
    ("Hit by a missile, the jet crashed near Gao.", ["shot-down combat-aircraft", "struck missile"]),
    ("Built in Turkey, the drones arrived in Mali in May.", ["deployed uav"]),
    ("Delivered in 2019, the S-400s have never been used.", ["delivered s-400", "operates s-400"]),
    ("Destroyed were two tanks and a howitzer.", ["destroyed a howitzer", "destroyed two tank"]),
]

AFTER = [
    ("A jet hit by a missile crashed near Gao.", ["shot-down a combat-aircraft", "struck missile"]),
    ("Two tanks, hit by a drone, burned near Gao.", ["destroyed Two tank"]),
    ("Rebels hit by night.", []),
]

NAMED_LAST = [
    ("The tanks delivered by Poland, T-72s, were lost near Bakhmut.", ["delivered t-72", "destroyed t-72"]),
    (
        "The drone shot down over Sirte, a Wing Loong II, belonged to the UAE.",
        ["operates wing-loong-2", "shot-down a wing-loong-2"],
    ),
    ("The plane which crashed near Gao, an Il-76, had come from Syria.", ["crashed an il-76", "transported il-76"]),
    ("The drones, Mohajer-6s, were seen at Wadi Seidna.", ["present mohajer-6"]),
    # a sentence of its own, joined by no more than a comma
    ("The helicopter was brought down near Bhamo, a Mi-17 was hit.", ["damaged mi-8", "shot-down helicopter"]),
]


VERBS = [
    ("B-2 bombers went after bunkers in Yemen.", ["struck b-2-spirit"]),
    ("Two Mi-17s took out the wounded.", ["operates Two mi-8"]),
    ("Two Mi-17s took out a bunker.", ["struck Two mi-8"]),
    ("Congolese soldiers were handing over their rifles to peacekeepers.", ["captured small-arms"]),
    ("The militia handed its tanks over to the army.", ["delivered tank"]),
    ("Some 200 militants were rounded up near Mosul.", ["captured Some 200 militiamen"]),
]


@pytest.mark.parametrize(("text", "told"), VERBS)
def test_verbs_that_mean_another_thing_with_a_particle(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize(("text", "told"), BEFORE + AFTER)
def test_participles_tell_of_the_thing_that_they_stand_beside(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize(("text", "told"), NAMED_LAST)
def test_a_name_after_what_is_told_of_a_thing_is_its_name(text: str, told: list[str]) -> None:
    assert gist(text) == told
