"""Things that a sentence names and tells nothing of: guessed, so that they are not overlooked, and trusted least."""

from __future__ import annotations

import pytest
from proposed import claim, claims, gist

LEFT_OVER = [
    # beside what is told, each as its neighbour
    (
        "Where the jets came from nobody would say. Chinese-built K-8s and FTC-2000Gs, most of them.",
        ["deployed combat-aircraft", "deployed ftc-2000", "deployed k-8"],
    ),
    ("The brigade lost two tanks, and behind them, deep in mud, a Kirpi.", ["destroyed a kirpi", "destroyed two tank"]),
    ("Niger has two Mi-35s, and there is also talk of L-39s.", ["operates l-39", "operates two mi-35"]),
    # of nobody, and of somebody
    ("First howitzers, some under tarpaulins. Then Kirpis, more and more.", ["present howitzer", "present kirpi"]),
    ("Mali's Su-25s, five years on.", ["operates su-25"]),
]
LEFT_OUT = [
    "The MiG-29 first flew in 1977.",  # the type, not one of them
    "The price of T-72s rose.",
    "The T-72 has a crew of three.",
    "Kyiv hopes for the drones.",  # known already, told of elsewhere
    "The Su-57 is superior to the F-22.",
    "The S-400 can hit F-16s.",
    "Peace, unity and tanks were the topics.",
    "Weapons, always weapons.",
    "Their soldiers, always.",
    "T-90 production, year by year.",
]


@pytest.mark.parametrize(("text", "told"), LEFT_OVER)
def test_what_is_only_named_is_guessed(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_is_named_for_the_sake_of_something_else_is_not(text: str) -> None:
    assert gist(text) == []


def test_a_means_of_what_is_told_is_no_claim_of_its_own() -> None:
    assert gist("Three tanks fell victim to mines.") == ["destroyed Three tank"]
    assert gist("Air defences shot down eight drones.") == ["shot-down eight uav"]
    assert gist("Three pickups fitted with ZU-23-2 guns were destroyed.") == ["destroyed Three technical"]


def test_a_guess_gives_way_to_what_the_paragraph_tells() -> None:
    assert gist("Mali's Su-25s, five years on. Two Su-25s crashed at Gao.") == ["crashed Two su-25"]
    apart = "Mali's Su-25s, five years on.\nTwo Su-25s crashed at Gao."
    assert gist(apart) == ["crashed Two su-25", "operates su-25"]


def test_a_thing_is_guessed_once_a_paragraph() -> None:
    assert gist("Kirpis, more and more. Always Kirpis.") == ["present kirpi"]


def test_a_headline_makes_no_guess() -> None:
    assert gist("Mali's Su-25s, five years on\nThe trial began on Monday.") == []


def test_a_guess_says_that_it_is_one_and_is_trusted_little() -> None:
    guess = claim("Mali's Su-25s, five years on.", "su-25")
    assert guess.because == ("no verb says what is alleged of it",)
    told, like = claims("The brigade lost two tanks on Monday. In the mud behind them, a Kirpi.")
    assert like.because[-1] == "as of 'tanks' near it"
    assert guess.confidence < 0.4 < told.confidence
    assert like.confidence < told.confidence
