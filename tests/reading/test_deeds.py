"""Several deeds of one thing in one sentence: each has its own doer, place and time. Names and events are made up."""

from __future__ import annotations

import pytest
from proposed import claims, gist

# What a clause opens with tells the time, and who does something comes after it without a comma.
OPENINGS = [
    ("After that incident Russia moved an S-400 battery to Hmeymim.", ("deployed", "russia")),
    ("After talks Turkey sent drones to Libya.", ("deployed", "turkey")),
    ("Before the collapse of the truce Ukraine lost 12 tanks.", ("destroyed", "ukraine")),
    # a name that goes on with the phrase
    ("After the Syria talks, Turkey sent drones to Libya.", ("deployed", "turkey")),
]


@pytest.mark.parametrize(("text", "told"), OPENINGS)
def test_who_acts_after_what_tells_the_time(text: str, told: tuple[str, str | None]) -> None:
    assert told in [(each.action, each.operator) for each in claims(text)]


# The verbs of one doer, each with its own place and time.
IN_TURN = [
    (
        "Two Il-76s left Abu Dhabi on Monday and landed at Amdjarass on Tuesday.",
        [({"from": ("abu-dhabi",)}, "2024-05-20"), ({"at": ("amdjarass",)}, "2024-05-21")],
    ),
    (
        "The tanks were delivered in March, were sent to the front in May and were destroyed in June.",
        [({}, "2024-03"), ({}, "2024-05"), ({}, "2023-06")],
    ),
    (
        "Poland will hand over 14 Leopards, which it bought from Germany in 2002, to Ukraine next month.",
        [({"to": ("ukraine",)}, "2024-06"), ({}, "2002")],
    ),
    (
        "Turkey moved the tanks, which had stood in Hatay, to Idlib.",
        [({"to": ("idlib",)}, None), ({"at": ("hatay",)}, None)],
    ),
]


@pytest.mark.parametrize(("text", "told"), IN_TURN)
def test_every_deed_has_its_own_place_and_time(text: str, told: list[tuple[object, str | None]]) -> None:
    assert [(each.places, each.when) for each in claims(text)] == told


def test_stops_on_a_way_are_told_apart() -> None:
    places = {each.action: each.places for each in claims("The jets refuelled at Khmeimim and landed at Jufra.")}
    assert places == {"refuelled": {"at": ("khmeimim",)}, "transported": {"at": ("al-jufra",)}}


def test_a_list_of_verbs_goes_on_after_a_place_or_a_time() -> None:
    text = "The Malian army destroyed two tanks near Gao on Monday, captured a howitzer and left."
    assert [(each.action, each.opponent) for each in claims(text)] == [
        ("destroyed", "malian-armed-forces"),
        ("captured", "malian-armed-forces"),
    ]


# What somebody only sank, struck or seized is not his.
VICTIMS = [
    ("Israel struck a convoy carrying missiles near Damascus.", "missile"),
    ("The Egyptian navy sank a boat carrying rifles to Gaza.", "small-arms"),
]


@pytest.mark.parametrize(("text", "system"), VICTIMS)
def test_a_load_is_not_of_those_who_struck_it(text: str, system: str) -> None:
    assert [each.operator for each in claims(text) if each.system == system] == [None]


# What is put off or called off has not been done; who takes up positions has come.
NOT_YET = [
    ("Washington cancelled the sale of F-16s to Turkey.", ["planned f-16"]),
    ("The US postponed the delivery of Abrams tanks to Iraq.", ["planned m1-abrams"]),
    ("The cruiser Moskva took up station off Latakia.", ["deployed moskva"]),
    ("The army has taken up positions around Goma with 20 tanks.", ["deployed 20 tank"]),
]


@pytest.mark.parametrize(("text", "told"), NOT_YET)
def test_what_is_put_off_and_what_takes_up_positions(text: str, told: list[str]) -> None:
    assert gist(text) == told


# A government that is only described is Libya's in a text on Libya alone.
GOVERNMENTS = [
    ("In Libya, the UN-recognised government received 20 tanks from Turkey.", "gna"),
    ("The UN-recognised government in Somalia received 20 tanks from Turkey.", None),
    ("In Yemen, the internationally recognised government received 20 tanks from Riyadh.", None),
]


@pytest.mark.parametrize(("text", "operator"), GOVERNMENTS)
def test_a_described_government_is_that_of_its_country(text: str, operator: str | None) -> None:
    assert [each.operator for each in claims(text) if each.system == "tank"] == [operator]


def test_rebels_who_speak_are_no_state() -> None:
    text = "Ukraine and Russia signed a truce in Minsk.\nThe rebels said that they had shot down a helicopter."
    assert [each.speaker.name for each in claims(text)] == ["the rebels"]


# Support for somebody is from whoever does something about it, and is not his own.
SUPPORT = [
    ("Washington has limited itself to aid for Kyiv such as counter-battery radars.", ("united-states", "ukraine")),
    ("Turkey is stepping up its support for the Syrian rebels, including mortars.", ("turkey", None)),
    ("Iran's backing for the Houthis, including ballistic missiles, continued.", ("iran", "houthis")),
    ("Haftar relies on support from Russia, including MiG-29s.", ("russia", "lna")),
]


@pytest.mark.parametrize(("text", "parties"), SUPPORT)
def test_whose_support_it_is(text: str, parties: tuple[str | None, str | None]) -> None:
    assert [(each.supplier, each.beneficiary) for each in claims(text)] == [parties]


# What there is more of is there; what weapons came from fired them; who took part took part in the strike.
SIGHTS = [
    ("NATO has seen an increase in Russian tanks along the border.", ["present tank"]),
    ("Kyiv saw a concentration of Russian tanks along the border.", ["deployed tank"]),
    ("The missiles came from a submarine in the Black Sea.", ["struck missile"]),
    ("The air force struck Gao with Mirages. Four Rafales took part.", ["struck Four rafale", "struck mirage"]),
    ("The army struck Gao with Mirages. Four Rafales took part in a parade.", ["present Four rafale", "struck mirage"]),
    ("The coalition's jets are refuelled by KC-135s.", ["operates kc-135", "refuelled combat-aircraft"]),
    ("Its radars came from France.", ["supplied radar"]),
]


@pytest.mark.parametrize(("text", "told"), SIGHTS)
def test_what_there_is_more_of_and_what_fired(text: str, told: list[str]) -> None:
    assert gist(text) == told


# A step that somebody only thinks of, or what is awaited, is nobody's judgement.
STEPS = [
    ("Washington is considering sending drones to Mali.", ("planned", "asserted")),
    ("Lagos is thinking of buying 24 Rafales.", ("planned", "asserted")),
    ("Two C-130s are expected within days.", ("planned", "asserted")),
    ("Washington considers that Iran sent drones to Mali.", ("delivered", "assessed")),
]


@pytest.mark.parametrize(("text", "told"), STEPS)
def test_steps_that_are_only_considered(text: str, told: tuple[str, str]) -> None:
    assert [(each.action, each.stance) for each in claims(text)] == [told]


def test_they_are_whom_the_words_before_name() -> None:
    text = "Rebels from the M23 group say they now control Goma, after an advance which the UN says Kigali backed."
    assert [(each.operator, each.places) for each in claims(text)] == [("m23", {"at": ("goma",)})]


def test_a_country_that_promises_troops_has_them() -> None:
    assert [(each.operator, each.supplier) for each in claims("Nigeria has promised 900 troops.")] == [
        ("nigeria", None)
    ]


# Verbs whose deed depends on who does it, and to what.
BY_OBJECT = [
    ("The army came across a Mi-35 in the hangar.", ["captured a mi-35"]),
    ("Residents came across a Mi-35 in the hangar.", ["present mi-35"]),
    ("State television showed an Il-76 being unloaded at Niamey.", ["transported il-76"]),
    ("His men shot down a drone and captured another.", ["captured one uav", "shot-down a uav"]),
    ("Rebels took the town in July, and with them came a battery of HIMARS.", ["deployed himars"]),
]


@pytest.mark.parametrize(("text", "told"), BY_OBJECT)
def test_verbs_that_depend_on_who_and_what(text: str, told: list[str]) -> None:
    assert [each for each in gist(text) if "controls" not in each] == told


def test_who_tells_of_rebels_is_no_rebel() -> None:
    text = "The UN says the rebels use drones supplied by the UAE to strike Port Sudan."
    assert [each.operator for each in claims(text) if each.action == "struck"] == [None]


# Of people who were counted, some came or went.
OF_WHOM = [
    (
        "The United States promised 300 military advisers, 180 of whom have arrived in Baghdad.",
        ["deployed 180 military-advisers", "planned 300 military-advisers"],
    ),
    (
        "Kenya sent 1,000 troops to Haiti, 400 of whom returned home last month.",
        ["deployed 1,000 regular-troops", "withdrawn 400 regular-troops"],
    ),
    ("Kenya sent 1,000 troops to Haiti, 400 of whom are women.", ["deployed 1,000 regular-troops"]),
]


@pytest.mark.parametrize(("text", "told"), OF_WHOM)
def test_some_of_the_people_named_before(text: str, told: list[str]) -> None:
    assert gist(text) == told
