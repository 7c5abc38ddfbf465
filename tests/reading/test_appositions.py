"""One thing under two names is one claim, under the narrower. Each sentence was made up for it."""

from __future__ import annotations

import pytest
from proposed import claim, gist

ONCE = [
    # beside it, between commas, dashes or brackets
    ("A swing-wing bomber, the Su-24, was shot down near Gao.", ["shot-down a su-24"]),
    ("Another jet, a Su-25, was lost near Gao.", ["destroyed a su-25"]),
    ("The jet - a Su-25 ground-attack aircraft - was downed near Gao.", ["shot-down a su-25"]),
    ("The plane (an Il-76) was shot down near Gao.", ["shot-down an il-76"]),
    ("Ukraine received longer-range missiles, ATACMS, from Britain.", ["supplied atacms"]),
    # by a clause that says what somebody took it for
    ("The vehicles, which monitors identified as Kirpis, were driven to Gao.", ["transported kirpi"]),
    ("The vehicles, identified by monitors as Kirpis, were driven to Gao.", ["transported kirpi"]),
    ("The drone, which experts identified as a Shahed-136, hit a house.", ["struck shahed-136"]),
    ("The drone, which appeared to be a Shahed-136, was shot down.", ["shot-down a shahed-136"]),
    ("Three vehicles thought to be Kirpis were lost near Gao.", ["destroyed Three kirpi"]),
    # the other way round
    ("Mali's T-90M, its most modern tank, was captured near Gao.", ["captured t-90m"]),
    ("The L-39, a Czech-built trainer, crashed near Gao.", ["crashed l-39"]),
    # by what it is called
    ("Pictures show an air defence system known as the Pantsir at Gao.", ["present pantsir-s1"]),
    ("Iran delivered a drone called the Shahed-136 to Mali.", ["delivered shahed-136"]),
    # but things of two kinds, or a part of them, are claims of their own
    ("A Su-25, a tank, was lost near Gao.", ["destroyed a su-25", "destroyed a tank"]),
    ("Nine jets (one of them a Su-25) were lost near Gao.", ["destroyed Nine combat-aircraft", "destroyed one su-25"]),
]


@pytest.mark.parametrize(("text", "found"), ONCE)
def test_a_thing_under_two_names_is_told_of_once(text: str, found: list[str]) -> None:
    assert gist(text) == found


LATER = [
    # the name comes in a sentence after, as that of a thing known already
    ("Two helicopters came to Gao. The Mi-24s were a gift.", "mi-24", "deployed"),
    ("A helicopter was shot down near Gao.\nThe Mi-24 burned out.", "mi-24", "shot-down"),
    ("Two helicopters came to Gao. A Mi-24 stood there already.", "helicopter", "deployed"),
    ("Two helicopters came to Gao. The Mi-24 was a gift.", "helicopter", "deployed"),
    ("A Mi-24 was lost. Two helicopters came to Gao. The Mi-24s were a gift.", "helicopter", "deployed"),
    # before, whoever made it, or whatever flew
    ("Egypt sent Rafale jets to Mali. The French-built jets landed at Gao.", "rafale", "transported"),
    ("Egypt sent Rafale jets to Mali. The Russian-built jets landed at Gao.", "combat-aircraft", "transported"),
    ("Mali fired Grad rockets at Gao. Nine of the projectiles were shot down.", "artillery-rocket", "shot-down"),
]


@pytest.mark.parametrize(("text", "system", "action"), LATER)
def test_a_class_is_the_type_that_the_text_names_after_or_before(text: str, system: str, action: str) -> None:
    assert claim(text, system, action)


def test_a_nation_that_made_a_thing_has_not_lost_it() -> None:
    text = "Two Abrams tanks of the Ukrainian army burned near Bakhmut. The American tanks were destroyed by a drone."
    assert claim(text, "m1-abrams", "destroyed").operator == "ukrainian-armed-forces"
