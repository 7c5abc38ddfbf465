"""Constructions of English that hide a claim: clauses without "that", late objects, parts of a whole, gaps, denials.

Plain sentences, each with what a careful reader would note: action, system, and where it matters the count or a party.
"""

from __future__ import annotations

import pytest
from proposed import claims, gist

# A relative clause without its "that" or "which".
CONTACT = [
    ("The tanks the army lost were old.", ["destroyed tank"]),
    ("Two of the drones it operates were lost.", ["destroyed Two uav", "operates uav"]),
    ("The howitzers Turkey sent to Tripoli were seized in March.", ["captured howitzer", "deployed howitzer"]),
    ("Kyiv waits for the Patriot systems Germany promised last month.", ["planned patriot"]),
    ("The drones that Turkey sold to Mali in 2021 were destroyed.", ["destroyed uav", "supplied uav"]),
    ("A Su-25 that Russia had supplied last summer crashed at Gao.", ["crashed a su-25", "supplied su-25"]),
]

# An object behind a phrase with a preposition, and nouns of doing with their doer before their object.
LATE = [
    ("The army received from Moscow four Su-30 fighters.", ["supplied four su-30"]),
    ("The crew destroyed near Bakhmut a bunker and two tanks.", ["destroyed two tank"]),
    ("The report documents the use by Russian forces of Shahed-136 drones.", ["operates shahed-136"]),
    ("The Panel noted the transfer by the UAE of 20 trucks to the LNA.", ["delivered 20 truck"]),
    ("The sale to Egypt of 24 Su-35 fighters was announced.", ["planned 24 su-35"]),
    ("The arrival in Tripoli of hundreds of Syrian fighters worried Tunis.", ["deployed hundreds syrian-fighters"]),
    (
        "Footage showed the destruction of two Smerch launchers by a drone.",
        ["destroyed two bm-30-smerch", "struck armed-drone"],
    ),
    ("The shooting down of a US drone over Tripoli was confirmed.", ["shot-down a uav"]),
    ("Moscow condemned Ukraine's use of cluster bombs.", ["operates cluster-bomb"]),
    ("The report noted the presence of 2,500 Rwandan soldiers in Masisi.", ["present 2,500 regular-troops"]),
]

# So much between a thing and its verb that the nearest verb of the clause is taken for its own.
FAR = [
    (
        "Gunners, on alert since the night and helped by crews from the coast, destroyed 12 missiles, and also, over"
        " the sea and with the help of aviation, 14 drones.",
        ["destroyed 12 missile", "destroyed 14 uav"],
    ),
    (
        "The rebels captured, they say, in the town and around it after two days of fighting, a T-72.",
        ["captured a t-72"],
    ),
    (
        "Russia lost, in the air and on the ground, by the ministry's count, three Su-25s.",
        ["destroyed three su-25"],
    ),
]

# Another number of what was told.
NUMBERED = [
    (
        "Syrian fighters were sent to Tripoli in May. The Observatory put the number at 3,500.",
        ["delivered 3,500 syrian-fighters", "delivered syrian-fighters"],
    ),
    (
        "Russian mercenaries are in Libya. Their number is put at 1,200 by diplomats.",
        ["present 1,200 mercenaries", "present mercenaries"],
    ),
    ("Six tanks were destroyed. The ministry put the number of dead at 20.", ["destroyed Six tank"]),
    ("Denmark sent 18 howitzers, all of which were lost.", ["deployed 18 howitzer", "destroyed 18 howitzer"]),
    ("Denmark sent 18 howitzers, most of which were lost.", ["deployed 18 howitzer", "destroyed howitzer"]),
    ("The navy bought two frigates. Both were delivered in 2019.", ["delivered both frigate", "purchased two frigate"]),
    ("The army has two tanks. All were silent on Monday.", ["operates two tank"]),
    ("In the hangars the army stumbled upon a Mi-35 and three Su-22s.", ["captured a mi-35", "captured three su-22"]),
    ("In the hangars the panel stumbled upon a Mi-35.", ["present mi-35"]),
    ("Among the wrecks were two T-90s.", ["destroyed two t-90"]),
    ("Among the captured vehicles was a T-90.", ["captured a t-90"]),
    ("Among the vehicles were two T-90s.", ["present two t-90"]),
    ("Some 40 tanks took part, half of them T-55s.", ["present Some 40 tank"]),
]

# Some of what was named, and what else there was.
PARTS = [
    ("They captured 14 tanks, including two T-72s.", ["captured 14 tank", "captured two t-72"]),
    ("Rebels seized 14 artillery pieces, two of them howitzers.", ["captured 14 artillery", "captured two howitzer"]),
    ("They captured 12 vehicles, most of them Humvees.", ["captured 12 vehicle", "captured humvee"]),
    (
        "Gunners shot down two drones, one of them a Bayraktar TB2.",
        ["shot-down one bayraktar-tb2", "shot-down two uav"],
    ),
    ("They lost 16 vehicles, along with 20 rifles.", ["destroyed 16 vehicle", "destroyed 20 small-arms"]),
    (
        "They took four pickups, together with a stock of ammunition.",
        ["captured ammunition", "captured four pickup-truck"],
    ),
    ("Weapons recovered from rebels included two RPG-7s and a DShK.", ["captured a dshk", "captured two rpg-7"]),
    (
        "The rebels captured rifles, mortars and rockets.",
        ["captured artillery-rocket", "captured mortar", "captured small-arms"],
    ),
]

# Numbers and words of order that stand for what was named just before.
COUNTED = [
    ("Nine drones arrived, of which three were stationed at Benina.", ["based three uav", "deployed Nine uav"]),
    (
        "Ten helicopters were delivered in May. One of the ten was lost.",
        ["delivered Ten helicopter", "destroyed One helicopter"],
    ),
    ("Seven tanks were destroyed and eight captured.", ["captured eight tank", "destroyed Seven tank"]),
    ("Two tanks were hit. The first was destroyed.", ["damaged Two tank", "destroyed one tank"]),
    ("The brigade got ten Bradleys; the others have burned.", ["destroyed m2-bradley", "supplied ten m2-bradley"]),
    ("Belgium has promised 30 F-16s but only one has arrived.", ["deployed one f-16", "planned 30 f-16"]),
    ("Analysts put Russia's losses of tanks at 3,200.", ["destroyed 3,200 tank"]),
    ("The second of the tanks was lost; 12 people were killed and two others were captured.", ["destroyed tank"]),
]

# What things are fired from, and what strikes.
FIRED = [
    ("Grenades were dropped from small quadcopters.", ["struck hand-grenade", "struck quadcopter"]),
    ("Missiles fired from Su-34 jets hit the town.", ["struck missile", "struck su-34"]),
    ("A truce was signed after rockets hit the town.", ["struck artillery-rocket"]),
    ("An Antonov was shot down over Malha.", ["shot-down an transport-aircraft"]),
    ("A surface-to-air missile was fired on Monday.", ["struck surface-to-air-missile"]),
    ("Two Su-24s stationed at Jufra took part in the raid.", ["struck Two su-24"]),
    ("Egypt has been cleared to buy eight C-130J transports.", ["planned eight c-130j"]),
]


# How many of a whole, and what it was of.
SHARES = [
    ("The brigade has lost three of its own four Leopard 1s.", ["destroyed three leopard-1"]),
    ("Its air force has lost half of its 20 MiG-21s.", ["destroyed mig-21"]),
    ("The United States has pulled its last tanks out of Syria.", ["withdrawn tank"]),
    ("The deal covers 24 Rafales.", ["planned 24 rafale"]),
    ("A drone hit the convoy, leaving two lorries in flames.", ["destroyed two truck", "struck armed-drone"]),
]

# What pictures show was lost, whatever shows it.
SHOWN = [
    ("Photographs show a wrecked Mi-24.", ["destroyed a mi-24"]),
    ("Images taken near Goris show two destroyed tanks.", ["destroyed two tank"]),
    ("Footage showed three captured T-72s.", ["captured three t-72"]),
    ("The army paraded captured T-72s in Mekelle.", ["present t-72"]),
]

# Clauses that begin with where something is, sums of things somewhere, what is due, short forms within a name.
PLACED = [
    ("The road was opened, and along it came a battery of HIMARS launchers.", ["deployed himars"]),
    ("Officials put the number of Wagner fighters in Libya at 2,000.", ["present 2,000 mercenaries"]),
    ("The number of mercenaries in Libya has risen to 2,000.", ["present 2,000 mercenaries"]),
    ("Another batch of 12 Caesar howitzers is due by the end of the year.", ["planned 12 caesar"]),
    ("Rwanda Defence Force (RDF) soldiers were seen in Goma.", ["present regular-troops"]),
    ("Ten MiG-29s arrived in May. Another jet was lost in June.", ["deployed Ten mig-29", "destroyed one mig-29"]),
    (
        "M23 has received from RDF mortars and anti-tank guided missiles.",
        ["supplied anti-tank-missile", "supplied mortar"],
    ),
]

# Of how many something is told, within the verb.
FLOATING = [
    ("The B-52 bombers had all been lost.", ["destroyed b-52"]),
    ("The T-72s were both destroyed near Gao.", ["destroyed t-72"]),
    ("The B-52 bombers have each taken part in the raid.", ["struck b-52"]),
    ("They had all seized tanks.", ["captured tank"]),
    ("They had all the tanks.", ["operates tank"]),
]


@pytest.mark.parametrize(
    ("text", "told"), [*CONTACT, *LATE, *FAR, *NUMBERED, *PARTS, *COUNTED, *FIRED, *SHARES, *SHOWN, *PLACED, *FLOATING]
)
def test_what_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_a_gap_is_filled_by_who_stands_before_the_number() -> None:
    found = claims("Germany will send ten tanks, Poland 14 and Denmark four.")
    wanted = [("germany", "ten"), ("poland", "14"), ("denmark", "four")]
    assert [(each.supplier, each.count_text) for each in found] == wanted


PARTIES = [
    ("Iraq took delivery of four F-16s.", {"beneficiary": "iraq", "operator": None}),
    ("Germany has pledged a Patriot battery to Ukraine.", {"supplier": "germany", "beneficiary": "ukraine"}),
    ("Iran-made drones bought by Russia have been used by Russia.", {"operator": "russia"}),
    ("Drones supplied by Iran have been used by Russia.", {"operator": "russia", "supplier": "iran"}),
    ("Ukrainian troops were equipped with Javelins by Poland.", {"supplier": "poland", "beneficiary": "ukraine"}),
    (
        "Turkey's support for the Houthis, including drones, has grown.",
        {"supplier": "turkey", "beneficiary": "houthis"},
    ),
    (
        "Armenia said that a Turkish F-16 had shot down one of its Su-25 jets.",
        {"operator": "armenia", "opponent": "turkey"},
    ),
    ("The United States has pulled its last tanks out of Syria.", {"operator": "united-states"}),
    ("Sudan has confirmed the purchase of six MiG-29s.", {"operator": "sudan"}),
    ("The Houthis were bombed by the United States with Royal Air Force Typhoons.", {"operator": "royal-air-force"}),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_who_has_and_gives(text: str, parties: dict[str, str | None]) -> None:
    last = claims(text)[-1]
    assert {role: getattr(last, role) for role in parties} == parties


def test_a_thing_is_taken_for_that_sides_which_makes_such_things() -> None:
    text = "Russia and Ukraine are at war.\nFour damaged Ka-52s stand on the apron at Berdyansk."
    assert claims(text)[-1].operator == "russia"


def test_it_is_no_other_group_than_the_stranger_named_before() -> None:
    text = "The army of Mali is fighting rebels.\nThe Sand Brothers Front says that it shot down a Mi-17."
    assert claims(text)[-1].opponent is None


@pytest.mark.parametrize(
    "text",
    [
        "Iran ships the Houthis missiles and drones.",
        "Iran gave the Houthis missiles.",
    ],
)
def test_who_is_given_a_thing_stands_before_it(text: str) -> None:
    assert {(each.supplier, each.beneficiary) for each in claims(text)} == {("iran", "houthis")}


@pytest.mark.parametrize(
    "denial", ["The rebels denied this.", "Rebels rejected the claim.", "Haftar dismissed the report."]
)
def test_what_was_told_before_is_denied(denial: str) -> None:
    told, denied = claims(f"The army has lost a Mi-17 near Sirte, a diplomat said. {denial}")
    assert (told.action, told.stance) == ("destroyed", "alleged")
    assert (denied.action, denied.system, denied.stance) == ("destroyed", told.system, "denied")


def test_neither_one_nor_the_other_is_denied_of_both() -> None:
    found = claims("Neither the tanks nor the howitzers have been delivered.")
    assert [(each.system, each.stance) for each in found] == [("tank", "denied"), ("howitzer", "denied")]


def test_a_denial_of_something_else_denies_no_claim() -> None:
    assert [each.stance for each in claims("The army has lost a Mi-17. It denied that talks were under way.")] == [
        "asserted"
    ]


def test_the_helicopters_are_all_kinds_named_side_by_side() -> None:
    found = claims("Ten Mi-24s and five Mi-8s stand on the apron.\nThe helicopters arrived in May.")
    assert found[-1].system == "helicopter"


SAID = [
    ("Weapons taken: The alliance says that it has seized four tanks.", "the alliance", "asserted"),
    ('"We shoot at what we see," said a commander, whose unit operates a Patriot.', "The Gazette", "asserted"),
    ('"We lost two tanks," said a diplomat, who added that a Pantsir had burned.', "diplomat", "alleged"),
    ("The Gazette noted that two tanks had burned.", "The Gazette", "asserted"),
    ("Officials said they had seen two tanks.", "officials", "alleged"),
]


@pytest.mark.parametrize(("text", "speaker", "stance"), SAID)
def test_whose_word_it_is(text: str, speaker: str, stance: str) -> None:
    last = claims(text)[-1]
    assert (last.speaker.name, last.stance) == (speaker, stance)
