"""What a sentence says more exactly of what was told before, what supports troops, and where weapons came from."""

from __future__ import annotations

import pytest
from proposed import claims, gist

# What was lost, taken or brought is named in the next sentence.
PARTS = [
    (
        "The army lost six vehicles. These consist of two T-72s and four BMP-2s.",
        ["destroyed four bmp-2", "destroyed six vehicle", "destroyed two t-72"],
    ),
    (
        "The army lost six vehicles. These included two T-72s.",
        ["destroyed six vehicle", "destroyed two t-72"],
    ),
    (
        "Rebels captured six vehicles in Gao. They included two T-72s and a howitzer.",
        ["captured a howitzer", "captured six vehicle", "captured two t-72"],
    ),
    (
        "Rebels captured six vehicles. Among them were two T-72s.",
        ["captured six vehicle", "captured two t-72"],
    ),
    (
        "Turkey delivered 40 vehicles to the GNA. The shipment consisted of 30 Kirpis and ten trucks.",
        ["delivered 30 kirpi", "delivered 40 vehicle", "delivered ten truck"],
    ),
    (
        "The army lost six vehicles. Two of them were T-72 tanks.",
        ["destroyed Two t-72", "destroyed six vehicle"],
    ),
    ("The base has six vehicles. They may include two T-72s.", ["operates six vehicle", "present two t-72"]),
]


@pytest.mark.parametrize(("text", "told"), PARTS)
def test_parts_share_what_was_told_of_the_whole(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_parts_have_the_parties_and_the_place_of_the_whole() -> None:
    radar = claims("Russia delivered a shipment of arms to Mali. It included two Mi-35 helicopters and a radar.")[-1]
    assert (radar.system, radar.supplier, radar.beneficiary) == ("radar", "russia", "mali")


# Support that aircraft give by a noun; support that is none of theirs.
COVER = [
    ("Air support was provided by Mi-24 helicopters.", ["operates mi-24"]),
    ("Airlift came from Ilyushin Il-76s.", ["transported il-76"]),
    ("Ethiopian troops received air support from MiG-23 jets.", ["operates mig-23"]),
    ("The militia was getting air cover from Turkish drones.", ["operates uav"]),
    ("Interdiction and deep strikes were flown by Sukhoi Su-24 frontal bombers.", ["struck su-24"]),
    ("Support came from Russia.", []),
    ("The reports came from tank crews.", []),
]


@pytest.mark.parametrize(("text", "told"), COVER)
def test_what_gives_support_is_in_use(text: str, told: list[str]) -> None:
    assert gist(text) == told


# Who weapons came from, and what only comes from a town.
CAME = [
    ("The rockets came from Sudan.", "supplied", "sudan"),
    ("The drones likely came from the United Arab Emirates.", "supplied", "uae"),
    ("Four jets came from Benghazi on Monday.", "deployed", None),
]


@pytest.mark.parametrize(("text", "action", "supplier"), CAME)
def test_weapons_that_come_from_a_country_were_supplied_by_it(text: str, action: str, supplier: str | None) -> None:
    (came,) = claims(text)
    assert (came.action, came.supplier) == (action, supplier)


# A state's own soldiers, sent to another country.
SENT = [
    ("Ethiopian troops were sent to Somalia.", "ethiopia"),
    ("Uganda has sent soldiers to South Sudan.", "uganda"),
    ("The United States sent 200 troops to Syria.", "united-states"),
]


@pytest.mark.parametrize(("text", "operator"), SENT)
def test_a_state_deploys_its_own_soldiers(text: str, operator: str) -> None:
    (sent,) = claims(text)
    assert (sent.action, sent.operator, sent.supplier, sent.beneficiary) == ("deployed", operator, None, None)


# "That" which points at a thing, "to down", and participles joined before their doer.
POINTING = [
    (
        "The drone which hit that jet had been provided by Iran.",
        ["damaged combat-aircraft", "struck armed-drone", "supplied uav"],
    ),
    ("The army said that tanks had entered the town.", ["deployed tank"]),
    ("The rebels fired a missile to down two helicopters.", ["shot-down two helicopter", "struck missile"]),
    ("The army lost tanks made and donated by the US.", ["destroyed tank", "supplied tank"]),
    ("Fighters ambushed an Iraqi armoured column in Anbar and destroyed it.", ["destroyed armoured-vehicle"]),
    ("Fighters ambushed an Iraqi armoured column in Anbar.", []),
]


@pytest.mark.parametrize(("text", "told"), POINTING)
def test_words_that_point_and_join(text: str, told: list[str]) -> None:
    assert gist(text) == told


# Who holds a place: several at once, a base abroad, "control" as a verb; what is nobody's hold.
HELD = [
    ("M23 rebels control the cities of Goma and Bukavu.", [("goma", "m23"), ("bukavu", "m23")]),
    ("The GNA seized several towns, including Tarhuna.", [("tarhuna", "gna")]),
    ("Wagner fighters took over the base at Timbuktu.", [("timbuktu", "wagner-group")]),
    ("Assab hosts a military base of the United Arab Emirates.", [("assab", "uae")]),
    ("A Russian base at Gyumri was put on alert.", [("gyumri", "russia")]),
    ("A Russian base at Engels was put on alert.", []),
    ("Air traffic control in Goma was closed.", []),
    ("The officers visited the towns of Goma and Bukavu.", []),
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_who_holds_a_place(text: str, held: list[tuple[str, str]]) -> None:
    told = [(each.places["at"][0], each.operator) for each in claims(text) if each.action == "controls"]
    assert told == held


def test_the_base_of_before_is_overrun() -> None:
    text = "US troops ran drones from Al-Anad air base. The base was overrun in March by Houthi rebels."
    held = next(each for each in claims(text) if each.action == "controls")
    assert (held.places, held.operator) == ({"at": ("al-anad",)}, "houthis")


# What people have with them where they come to, what is awaited, what something only serves for.
BROUGHT = [
    ("Troops with tanks and howitzers advanced on Gao.", ["deployed howitzer", "deployed tank"]),
    (
        "A 300-strong force of Turkish troops, with mortars, arrived in Tripoli.",
        ["deployed 300 regular-troops", "deployed mortar"],
    ),
    ("Turkish soldiers with mortars stood by the road.", ["operates mortar", "present regular-troops"]),
    (
        "Turkish troops equipped with tanks took up positions around Sirte.",
        ["deployed regular-troops", "deployed tank"],
    ),
    ("The militia is equipped with tanks.", ["operates tank"]),
    ("The army awaits six more Mi-35M helicopters.", ["planned six mi-35"]),
    ("Mali expects four more L-39 jets next month.", ["planned four l-39"]),
    ("Mi-8 helicopters were used to evacuate the wounded.", ["operates mi-8"]),
    ("Su-25 jets were used to bomb rebel positions.", ["struck su-25"]),
    ("Russian tanks are visible in the images.", ["present tank"]),
]


@pytest.mark.parametrize(("text", "told"), BROUGHT)
def test_what_comes_with_people_or_is_awaited(text: str, told: list[str]) -> None:
    assert gist(text) == told


# Who lost what in a war with whom; whose most of the men are.
FOUGHT = [
    ("Russia lost four aircraft in a war with Georgia.", "russia", "georgia"),
    ("Four Armenian tanks were lost in fighting with Azerbaijan.", "armenia", "azerbaijan"),
    ("Four Armenian tanks were lost in fighting with heavy losses.", "armenia", None),
]


@pytest.mark.parametrize(("text", "operator", "opponent"), FOUGHT)
def test_a_war_with_somebody_tells_the_opponent(text: str, operator: str, opponent: str | None) -> None:
    lost = claims(text)[0]
    assert (lost.operator, lost.opponent) == (operator, opponent)


def test_men_are_of_the_country_that_most_of_them_are_from() -> None:
    (came,) = claims("About 1,500 troops, most of them from the United Arab Emirates, arrived in Aden.")
    assert (came.action, came.operator, came.places) == ("deployed", "uae", {"at": ("aden",)})
