"""Second and third claims of one sentence on one system: verbs left out, several who give or get, other figures."""

from __future__ import annotations

import pytest
from proposed import claims, gist

# The verb of the second of two like clauses is left out.
LEFT_OUT = [
    ("The brigade lost three BMP-2s near Lyman and two near Izyum.", ["destroyed three bmp-2", "destroyed two bmp-2"]),
    (
        "A T-55 was burned in Omdurman, another near Rabak and two more in Kosti.",
        ["destroyed a t-55", "destroyed one t-55", "destroyed two t-55"],
    ),
    (
        "Two Mi-8s were delivered in 2021 and three Mi-24s in 2022.",
        ["delivered Two mi-8", "delivered three mi-24"],
    ),
    ("One helicopter crashed near Sevare, the other near Mopti.", ["crashed One helicopter", "crashed one helicopter"]),
    ("Images show four MiG-29s at Jufra and two at Al Khadim.", ["present four mig-29", "present two mig-29"]),
    ("A missile hit the port on Monday and two drones the airport.", ["struck missile", "struck two armed-drone"]),
    # what only seems so: the number says which it was, the verb follows, a thing stands beside another
    ("Rebels shot down a MiG-21 on Monday, the second in a week.", ["shot-down a mig-21"]),
    (
        "A T-55 was burned in Omdurman, and two more near Rabak were captured.",
        ["captured two t-55", "destroyed a t-55"],
    ),
    ("A lorry was seen with a radar and a missile launcher on its roof.", ["present truck"]),
]


@pytest.mark.parametrize(("text", "told"), LEFT_OUT)
def test_verbs_that_are_left_out(text: str, told: list[str]) -> None:
    assert sorted(told) == gist(text)


def test_what_has_its_verb_left_out_has_its_own_place_and_time() -> None:
    first, second = claims("A Su-25 was shot down near Gao on Thursday, and another near Timbuktu on Friday.")
    assert (first.places, first.when) == ({"near": ("gao",)}, "2024-05-23")
    assert (second.places, second.when) == ({"near": ("timbuktu",)}, "2024-05-24")
