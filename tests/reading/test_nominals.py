"""Nouns that stand for a verb, and light verbs with such nouns: the introduction of drones, completed its withdrawal.

Plain sentences, each with what a careful reader would note: action, count where there is one, and system.
"""

from __future__ import annotations

import pytest
from proposed import claim, gist

# What was done, with its doer, time or place before what it was done to.
PARTED = [
    ("The report documents the use by Houthi fighters of Badr rockets.", ["operates badr-1"]),
    ("The arrival on Tuesday of 200 Russian troops in Bangui was confirmed.", ["deployed 200 regular-troops"]),
    ("The arrival, two days earlier, of six Su-35 fighters was filmed by residents.", ["deployed six su-35"]),
    ("The loss, within a month, of two A-50 aircraft has hurt Russia.", ["destroyed two a-50"]),
    ("The presence, reported by two newspapers, of British advisers was denied.", ["present military-advisers"]),
    ("The seizure by a group of fighters of two pickups was filmed.", ["captured two pickup-truck"]),
    ("The army announced the seizure by its troops of four T-72 tanks at Bara.", ["captured four t-72"]),
]  # fmt: skip

# Coming into use, being there, relying on.
HAVING = [
    ("Experts noted the introduction of a mobile air-defence system by the Rwandan army.", ["deployed air-defence"]),
    ("The presence of Iranian advisers at the base was confirmed.", ["present military-advisers"]),
    ("A growing reliance on pick-up trucks marks the LNA's campaign.", ["operates pickup-truck"]),
    ("The dependence of the RSF on Emirati drones is well known.", ["operates uav"]),
    ("The firing of two ballistic missiles at Marib was reported.", ["struck two ballistic-missile"]),
    ("The concentration of tanks near the border worries Kyiv.", ["deployed tank"]),
    ("The use of drones has changed modern warfare.", []),
    ("The presence of tanks in a city always worries people.", []),
]

# Leaving and coming, by a verb that says only that it begins or ends.
LIGHT = [
    ("U.N. peacekeepers completed their withdrawal from South Kivu on 25 June.", ["withdrawn peacekeepers"]),
    ("American troops began their withdrawal from Niger in June.", ["withdrawn regular-troops"]),
    ("The withdrawal of 800 French soldiers from Niamey ended in December.", ["withdrawn 800 regular-troops"]),
]

# Reinforcements, and support that a list after a colon tells in full.
MORE = [
    (
        "Ankara has poured reinforcements over the border: 7,000 soldiers and, by the count of the monitors, some 2,400"
        " military vehicles, including tanks and M113 carriers.",
        ["deployed 7,000 regular-troops", "deployed m113", "deployed some 2,400 vehicle", "deployed tank"],
    ),
    ("The reinforcements included 20 tanks and four howitzers.", ["deployed 20 tank", "deployed four howitzer"]),
    (
        "London pledged further support: two batteries of AS-90 guns and 14 Challenger 2 tanks.",
        ["planned 14 challenger-2", "planned two as-90"],
    ),
]

# The people of a force that a noun tells of, where its place is told.
FORCES = [
    ("The deployment of the Rwanda Defence Force on Congolese territory was noted.", ["deployed regular-troops"]),
    ("The arrival of the Wagner Group in Bamako was confirmed.", ["deployed mercenaries"]),
    ("Wagner's deployment to Mali began in December 2021.", ["deployed mercenaries"]),
    ("The withdrawal of MINUSMA from Kidal was completed in October.", ["withdrawn peacekeepers"]),
    ("Russia's presence in Syria has shrunk.", []),
]

# What only seems so.
SEEMING = [
    ("A Pantsir launcher, seen in a video, appears to have been hit.", ["damaged pantsir-s1"]),
    ("The helicopter appears to have crashed near Gao.", ["crashed helicopter"]),
    ("Two Su-24s appeared over Tripoli on Monday.", ["present Two su-24"]),
]

# What children become; and what is done to things by two verbs with one auxiliary.
JOINED = [
    ("The militia recruited boys as young as 13 in the camps.", ["recruited child-soldiers"]),
    ("The recruitment of children by Al-Shabaab has continued.", ["recruited child-soldiers"]),
    ("Two children were killed in the strike.", []),
    ("Forty tanks have been damaged or destroyed since May.", ["destroyed Forty tank"]),
    ("The Mi-8 was hit and crashed near Bor.", ["shot-down mi-8"]),
    ("He put the number of tanks that had been destroyed at 240.", ["destroyed 240 tank"]),
    ("He put at around 240 the number of tanks that had been destroyed.", ["destroyed around 240 tank"]),
    ("Two jets were destroyed at the base, along with three helicopters.", [
        "destroyed Two combat-aircraft", "destroyed three helicopter"
    ]),
]  # fmt: skip

# Forces that leave a place, are sent to one or stay there: their people do.
GOING = [
    ("Russian forces withdrew from Kherson in November.", ["withdrawn regular-troops"]),
    ("The Syrian army has left Hama.", ["withdrawn regular-troops"]),
    ("Rwandan forces are in the DRC.", ["present regular-troops"]),
    ("MINUSMA left Kidal in October.", ["withdrawn peacekeepers"]),
    ("US forces have pulled out of Agadez.", ["withdrawn regular-troops"]),
    ("The withdrawal of U.S. forces and assets from Air Base 201 in Agadez is complete.", ["withdrawn regular-troops"]),
    ("Russian forces have been deployed to Bangui.", ["deployed regular-troops"]),
    ("Turkish forces will leave Syria next year.", ["planned regular-troops"]),
    ("The army left the town in ruins.", []),
    ("Russian forces are 20 km from Kharkiv.", []),
]

# What puts something out of action has struck it.
OUT_OF_ACTION = [
    ("The airport was put out of service by Turkish armed drones.", ["struck armed-drone"]),
    ("Two Storm Shadow missiles put the bridge out of action.", ["struck Two storm-shadow"]),
    ("The bridge was rendered unusable by Su-25s.", ["struck su-25"]),
    ("The radar was put out of action.", ["destroyed radar"]),
    ("Two tanks were knocked out of action.", ["destroyed Two tank"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*PARTED, *HAVING, *LIGHT, *MORE, *FORCES, *SEEMING, *JOINED, *GOING, *OUT_OF_ACTION]
)
def test_what_nouns_tell_is_read(text: str, expected: list[str]) -> None:
    assert gist(text) == sorted(expected)


def test_who_uses_what_a_document_tells_of_does_not_speak() -> None:
    assert (
        claim("The report documents the use by Houthi fighters of Badr rockets.", "badr-1").speaker.name == "the report"
    )


def test_what_only_seems_to_have_been_done_is_judged() -> None:
    assert claim("The helicopter appears to have crashed near Gao.", "helicopter").stance == "assessed"


def test_no_strikes_are_a_denial() -> None:
    assert (
        claim("The ministry said that its planes had carried out no strikes there.", "combat-aircraft").stance
        == "denied"
    )


def test_who_keeps_planes_in_repair_does_not_speak() -> None:
    told = claim("The Su-25s are flown and maintained by contractors of Agemira.", "su-25", "operates")
    assert (told.operator, told.speaker.name) == ("agemira", "The Gazette")


def test_by_whose_count_more_was_sent_is_said_of_that_alone() -> None:
    text = (
        "Turkey sent 7,000 soldiers and, by the count of the Syrian Observatory for Human Rights, 2,400 lorries to"
        " Idlib."
    )
    assert claim(text, "regular-troops").speaker.name == "The Gazette"
    assert claim(text, "truck").speaker.name == "Syrian Observatory for Human Rights"
