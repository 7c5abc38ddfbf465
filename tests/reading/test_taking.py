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
    ("The RSF lost control of Merowe airport.", ["merowe"]),
    ("Bukavu, now in rebel hands, is calm.", ["bukavu"]),
    ("Sanaa, ruled by the Houthis since 2014, was hit.", ["sanaa"]),
    ("The Houthis, who control most of Hodeidah, denied it.", ["hodeidah"]),
    ("Kidal is a stronghold of Tuareg rebels.", ["kidal"]),
    ("El Fasher was the army's last foothold in Darfur.", ["el-fasher"]),
    ("El Fasher, the last army-held capital in Darfur, was hit.", ["el-fasher"]),
    ("Gharyan, a town which the LNA lost on June 26, was quiet.", ["gharyan"]),
    ("The ship was taken to Hodeidah, in an area that the Houthis hold.", ["hodeidah"]),
    ("Drones came from Houthi-controlled areas of Yemen.", ["yemen"]),
    ("The LNA entered the towns of Sabratha and Surman on Tuesday.", ["sabratha", "surman"]),
    ("The army expelled IS from Gao.", ["gao"]),
    ("Wad Madani changed hands in December 2023.", ["wad-madani"]),
    ("Russia claimed to have captured the village of Toretsk.", ["toretsk"]),
    ("Mali said its base at Gossi was calm until jihadists overran it in March.", ["gossi"]),
    ("Insurgents are in possession of Bakhmut.", ["bakhmut"]),
    ("IS lost Raqqa in October 2017.", ["raqqa"]),
    ("The army took the town of Alamata and Korem.", ["alamata", "korem"]),
    ("US forces abandoned the base at Bagram.", ["bagram"]),
    ("Bagram is now run by the Taliban.", ["bagram"]),
    ("The Wagner Group claimed full control of Bakhmut.", ["bakhmut"]),
    ("Nearly the whole of Darfur belongs to the RSF.", ["darfur"]),
    ("The rebels captured 12 villages in Masisi.", ["masisi"]),
    ("The army took control of the towns of Kidal and Gao.", ["gao", "kidal"]),
    ("Armenian forces handed over the Lachin district to Azerbaijan.", ["lachin"]),
    ("Sake, about 20 kilometres (12 miles) west of Goma, fell to the rebels.", ["sake-drc"]),
    ("The Kurdish-held enclave of Afrin was shelled.", ["afrin"]),
    ("Fighters overran an outpost at Tessikoro on Tuesday.", ["Tessikoro"]),
    ("Tartus, Russia's only naval base in the Mediterranean, was hit.", ["tartus"]),
]
NOT_HELD = [
    "Wounded men were taken to Gao.",
    "Some soldiers of the army entered Gao.",
    "Kidal, once the largest French base in the country, was shut.",
    "A tank was captured in Goma before it was destroyed.",
    "The ministry is in charge of the hospital at Gao.",
    "The group failed to keep its promises in Gao.",
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
        ("Militias expelled the Islamic State from Sirte.", None),
        ("Eritrean troops remain in control of Badme.", "eritrea"),
        ("Eritrean troops captured Badme.", "eritrea"),
        ("Russia has claimed the capture of Bakhmut.", "russia"),
        ("Bakhmut, still in Russian hands, was hit.", "russia"),
        ("The army denied the capture of Bukavu by the M23.", "m23"),
    ],
)
def test_who_holds_it_now(text: str, holder: str | None) -> None:
    (one,) = (each for each in claims(text) if each.action == "controls")
    assert one.operator == holder
