"""What something is done with, where things go on to, what they suffer, and who is rid of a town."""

from __future__ import annotations

import pytest
from proposed import claims, gist, knowledge

from oob.reading import reader
from oob.reading.speech.statements import Speaker
from oob.when import parse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukraine attacked the depot with the use of a drone.", ["struck armed-drone"]),
        ("The rebels hit the convoy with the help of a drone.", ["struck armed-drone"]),
        ("The raid was carried out by means of Iskander missiles.", ["struck iskander"]),
        ("Houthi forces struck the airport by means of two Samad-3 drones.", ["struck two samad-drone"]),
        ("The army trains with the use of drones.", []),
        ("They took the town with the help of friends.", []),
    ],
)
def test_what_is_used(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three tanks suffered heavy damage.", ["damaged Three tank"]),
        ("The frigate sustained minor damage off Hodeidah.", ["damaged frigate"]),
        ("One Su-24 got damage at Saki.", ["damaged One su-24"]),
        ("Su-24s took part in a raid on Soltsy.", ["struck su-24"]),
        ("The village suffered damage.", []),
    ],
)
def test_damage_that_is_suffered(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The MiG-29s made a stopover at Hamedan.", ["transported mig-29"]),
        ("The MiG-29s proceeded to Al Jufra.", ["transported mig-29"]),
        ("Armoured vehicles were seen on the move in Zintan.", ["transported armoured-vehicle"]),
        ("Three tanks were spotted on their way to Sirte.", ["transported Three tank"]),
        ("The Tu-95s have been transferred from Engels to Olenya.", ["transported tu-95"]),
        ("The bombers are now transferring to Olenya.", ["transported strike-aircraft"]),
        ("The tanks were transferred to Ukraine.", ["delivered tank"]),
        ("The drones were transferred to the GNA.", ["delivered uav"]),
        ("The planes made two stops.", []),
        ("Contracts for tanks went to Poland.", []),
        ("Most of the tanks went to the Libyan National Army.", ["delivered tank"]),
        ("Drones go by lorry to the Rapid Support Forces.", ["delivered uav"]),
        ("Most of the Il-76s came from Moscow by way of Bosaso.", ["transported il-76"]),
        ("The mission logged 41 landings of Il-76 planes at Kufra.", ["transported 41 il-76"]),
        ("The tanks were driven in three convoys to Gao.", ["transported tank"]),
    ],
)
def test_where_things_go(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_they_went_on() -> None:
    _, second = claims("The MiG-29s stopped at Hamedan. They then went on to Khmeimim air base.")
    assert (second.action, second.system, second.places) == ("transported", "mig-29", {"to": ("khmeimim",)})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pilot was rescued by a Mi-8 helicopter.", ["operates mi-8"]),
        ("The soldiers were picked up by two Mi-8 helicopters near Gao.", ["operates two mi-8"]),
        ("The pilot was rescued by fishermen.", []),
    ],
)
def test_who_picks_somebody_up(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Turkey supports the GNA with drones.",
        "Turkey backed the GNA by supplying drones.",
    ],
)
def test_whoever_helps_a_side_with_arms_gives_them(text: str) -> None:
    (one,) = claims(text)
    assert (one.system, one.supplier, one.operator, one.beneficiary) == ("uav", "turkey", "gna", "gna")
    assert one.action == "supplied"


def test_infantry_is_supported_with_tanks_of_its_army() -> None:
    assert gist("The army supported its infantry with tanks.") == ["operates tank"]


def test_weapons_sent_abroad_are_for_somebody_there() -> None:
    (one,) = claims("The UAE sent weapons to Benghazi.")
    assert (one.action, one.operator, one.supplier) == ("delivered", None, "uae")


def test_soldiers_sent_to_help_are_the_senders() -> None:
    (one,) = claims("Turkey supports the GNA by sending soldiers.")
    assert (one.action, one.operator, one.beneficiary, one.supplier) == ("deployed", "turkey", "gna", None)


def test_what_was_fired_from_a_launcher_tells_whose_it_is() -> None:
    found = claims("Russian air defences intercepted two Ukrainian missiles fired from Smerch launchers.")
    assert {each.operator for each in found} == {"ukraine"}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("GNA forces managed to take Gharyan.", "gna"),
        ("The LNA cleared Sirte of militants.", "lna"),
        ("The LNA succeeded in purging Gharyan of militias.", "lna"),
        ("The GNA wrested Gharyan from the LNA.", "gna"),
        ("The LNA secured the town of Sirte.", "lna"),
    ],
)
def test_who_rid_a_town_of_its_holders(text: str, holder: str) -> None:
    assert [(each.action, each.operator) for each in claims(text)] == [("controls", holder)]


@pytest.mark.parametrize(
    "text",
    [
        "The LNA failed to take Gharyan.",
        "The LNA did not manage to take Gharyan.",
        "The LNA wants to secure Sirte.",
        "The LNA cleared Sirte.",
    ],
)
def test_who_did_not(text: str) -> None:
    assert gist(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The attack led to the death of ten civilians, and two tanks were destroyed.", ["destroyed two tank"]),
        ("The army took positions of the rebels and three tanks were burned.", ["destroyed three tank"]),
        ("The army confirmed the loss of two tanks and a truck.", ["destroyed a truck", "destroyed two tank"]),
    ],
)
def test_another_clause_after_an_of_phrase(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_armed_forces_do_not_arm_a_drone() -> None:
    assert gist("The Russian Armed Forces destroyed 977 drones.") == ["destroyed 977 uav"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A drone thought to be a Shahed hit a depot in Odesa.", ["struck shahed-136"]),
        ("A jet believed to be operated by the Wagner Group crashed in Libya.", ["crashed a combat-aircraft"]),
        ("Three helicopters believed to be Russian landed in Benghazi.", ["transported Three helicopter"]),
        ("An Il-76 known to have carried weapons landed at Benghazi.", ["transported il-76"]),
        ("A MiG-29, said to be owned by mercenaries, has been shot down in Libya.", ["shot-down a mig-29"]),
        ("The officials believe the jets are Russian.", []),
    ],
)
def test_what_is_thought_of_a_thing(text: str, told: list[str]) -> None:
    assert gist(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bomber was most likely damaged.", ["damaged strike-aircraft"]),
        ("The tank most probably burned down.", ["destroyed tank"]),
        ("The T-72s were very likely destroyed.", ["destroyed t-72"]),
    ],
)
def test_most_likely(text: str, told: list[str]) -> None:
    assert gist(text) == told
    assert {each.stance for each in claims(text)} == {"assessed"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trucks were unloaded from an Il-76 at Benghazi.", ["delivered truck", "transported il-76"]),
        ("Soldiers disembarked from a C-130 at Bangui.", ["deployed regular-troops", "transported c-130"]),
        ("Trucks were unloaded from a barn at Benghazi.", ["delivered truck"]),
    ],
)
def test_what_things_are_unloaded_from(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_drones_used_in_a_war_against_somebody_are_in_use() -> None:
    assert gist("Drones were used by the GNA in its war against the LNA.") == ["operates uav"]
    assert gist("Bayraktar TB2 drones were used against the LNA.") == ["struck bayraktar-tb2"]


def test_in_the_course_of_fighting_tells_where() -> None:
    (one,) = claims("The rebels took three tanks in the course of fighting in the town of Tinzaouaten.")
    assert (one.action, one.places) == ("captured", {"at": ("tinzaouaten",)})


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces struck 26 hubs of personnel and military equipment.",
        "Russian troops hit 36 areas of concentration of manpower and military equipment.",
    ],
)
def test_where_nobody_says_what_stands_there(text: str) -> None:
    assert gist(text) == []


def test_the_militia_is_who_did_something_last() -> None:
    *_, last = claims(
        "Tuareg rebels have killed dozens of mercenaries of the Wagner Group. The militia also shot down an Mi-24."
    )
    assert (last.system, last.opponent) == ("mi-24", "tuareg-rebels")


def test_it_that_says_so_is_no_thing() -> None:
    assert gist("A jet took off from Gao. The army said that it had bombed Kidal.") == [
        "operates combat-aircraft",
        "struck combat-aircraft",
    ]
    told = gist("A jet took off from Gao. The army said that it crashed near Kidal.")
    assert told == ["crashed combat-aircraft", "operates combat-aircraft"]


@pytest.mark.parametrize(
    ("text", "when", "places"),
    [
        ("Russia has lost 30 tanks since the war in Ukraine began on February 24, 2022.", "2022-02-24/2022-05-23", ""),
        (
            "From the start of the military operation, Russia lost 30 tanks in Ukraine.",
            "2022-02-24/2022-05-23",
            "at",
        ),
        ("Since the start of the war, Ukraine has lost 30 tanks near Bakhmut.", "2022-02-24/2022-05-23", "near"),
    ],
)
def test_losses_since_a_war_began(text: str, when: str, places: str) -> None:
    published = parse("2022-05-23")
    (one,) = reader.read(text, published, Speaker("The Gazette", None, "outlet"), knowledge())
    assert (one.when, list(one.places)) == (when, [places] if places else [])


def test_one_man_is_no_force() -> None:
    assert gist("The video shows a pilot.") == []
    assert gist("A soldier was seen at Palmyra.") == []
    assert gist("Footage shows Russian soldiers at Palmyra.") == ["present regular-troops"]
    assert gist("Ten soldiers were seen at Palmyra.") == ["present Ten regular-troops"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Four Russian jets returned to Syria on Monday.", "transported combat-aircraft russia"),
        ("Hundreds of Russian troops returned from Syria.", "withdrawn regular-troops russia"),
        ("Turkey keeps thousands of soldiers in Idlib.", "based regular-troops turkey"),
        ("Four Russian jets were en route to Syria.", "transported combat-aircraft russia"),
        ("The army kept 20 tanks in storage.", "stored tank None"),
        ("A Syrian drone killed three men near Idlib.", "struck armed-drone syria"),
        ("The rebels forced down a Syrian drone.", "shot-down uav syria"),
        ("Russian mercenaries guard the mine at Bria.", "present mercenaries None"),
        ("Some 200 Russian instructors train police in Bangui.", "present instructors russia"),
        ("Mali denies that Wagner mercenaries are in the country.", "present mercenaries wagner-group"),
        ("Russian mercenaries from Wagner fight alongside Haftar's men.", "present mercenaries wagner-group"),
    ],
)
def test_what_verbs_tell_that_say_it_in_passing(text: str, told: str) -> None:
    assert [f"{each.action} {each.system} {each.operator}" for each in claims(text)] == [told]
