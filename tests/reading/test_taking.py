"""Who took a place or holds it, however it is said; and what only sounds like it."""

from __future__ import annotations

import pytest
from proposed import claims

HELD = [
    ("The army took back Kidal last July, Mali said.", ["kidal"]),
    ("Islamist fighters took the northern Iraqi city of Mosul on Tuesday.", ["mosul"]),
    ("The strategic town of Sake fell on 28 June.", ["sake-drc"]),
    ("Goma fell to the M23 in January.", ["goma"]),
    ("Bakhmut was overrun in May.", ["bakhmut"]),
    ("The LNA lost Gharyan to the GNA on June 26.", ["gharyan"]),
    ("GNA forces pushed Haftar's men out of Tarhuna on Friday.", ["tarhuna"]),
    ("The insurgents got hold of Mosul.", ["mosul"]),
    ("The LNA seized parts of Sirte.", ["sirte"]),
    ("M23 seized territory in Masisi and Rutshuru.", ["masisi", "rutshuru"]),
    ("The Houthis hold most of Hodeidah.", ["hodeidah"]),
    ("The recapture of Palmyra from the Islamic State took weeks.", ["palmyra"]),
    ("Bakhmut was once more in government hands.", ["bakhmut"]),
    ("The army regained Darfur.", ["darfur"]),
    ("French troops handed over the base at Gao to the army.", ["gao"]),
]
NOT_HELD = [
    "Rockets fell on Goma in January.",
    "Goma fell silent in January.",
    "The army hopes to take back Kidal.",
    "Residents of Sirte lost their homes.",
    "The wind drove the smoke from Tarhuna.",
    "The mayor of Mosul got hold of a car.",
]


@pytest.mark.parametrize(("text", "places"), HELD)
def test_a_place_is_taken(text: str, places: list[str]) -> None:
    told = [place for each in claims(text) if each.action == "controls" for place in each.places["at"]]
    assert sorted(told) == places


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_place_is_not_taken(text: str) -> None:
    assert [each for each in claims(text) if each.action == "controls"] == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Goma fell to the M23 in January.", "m23"),
        ("The LNA lost Gharyan to the GNA on June 26.", "gna"),
        ("GNA forces pushed Haftar's men out of Tarhuna on Friday.", "gna"),
        ("The Houthis hold most of Hodeidah.", "houthis"),
        ("Bakhmut was overrun in May.", None),
    ],
)
def test_who_holds_it_now(text: str, holder: str | None) -> None:
    (one,) = (each for each in claims(text) if each.action == "controls")
    assert one.operator == holder
