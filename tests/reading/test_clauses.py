"""How clauses are put together: brackets, participles before the verb, examples of places and things, names in lists.

Plain sentences, each with what a careful reader would note.
"""

from __future__ import annotations

import pytest
from proposed import claims, gist

# A clause goes on after a bracket.
BRACKETS = [
    ("At least one of the tanks [the one that was filmed] was deployed in Mitiga.", ["deployed At least one tank"]),
    (
        "A Bayraktar TB2 (which had taken off from Misrata) was shot down.",
        ["operates bayraktar-tb2", "shot-down a bayraktar-tb2"],
    ),
    ("Two tanks (a T-72 and a T-90) were lost.", ["destroyed a t-72", "destroyed a t-90"]),
    ("Three tanks (a T-72 and a T-90) were lost.", ["destroyed Three tank", "destroyed a t-72", "destroyed a t-90"]),
]

# A participle between a thing and the verb of its clause.
PARTICIPLES = [
    ("The howitzers captured were old.", ["captured howitzer"]),
    ("The drones shot down were Shaheds.", ["shot-down uav"]),
    ("The helicopters lost include two Mi-8s.", ["destroyed helicopter", "destroyed two mi-8"]),
    # but not
    ("What Russia delivered is not known.", []),
    ("The army lost was never heard of again.", []),
]


# What somebody decided, offered or means to do; what is only thought of.
PLANS = [
    ("Moscow's decision to send S-300 systems to Syria angered Israel.", ["planned s-300"]),
    ("The United States criticised Russia's intention to hand Su-35 jets to Iran.", ["planned su-35"]),
    ("An offer to sell 24 F-16s to Egypt was withdrawn.", ["planned 24 f-16"]),
    ("The aim of supplying Javelins to Kyiv is to save it.", ["planned javelin"]),
    ("Supplying S-300 systems to Syria would be a mistake.", []),
    ("He said that giving drones to rebels increases the risks.", []),
    ("Using drones, the army destroyed two tanks.", ["destroyed two tank", "operates uav"]),
    ("The decision was taken after the army had sent ten tanks to Gao.", ["deployed ten tank"]),
]

# Examples from one kind to another, and examples of examples.
EXAMPLES = [
    ("They seized weapons ranging from rifles to T-55 tanks.", ["captured small-arms", "captured t-55"]),
    (
        "Iran supplied the militia with equipment ranging from drones to missiles.",
        ["supplied missile", "supplied uav"],
    ),
    ("The drones have ranges from 20 to 100 km.", []),
]

# A participle with its place in front of the doer.
IN_FRONT = [
    ("Flying from Benina, two MiG-29s struck Tripoli.", ["struck two mig-29"]),
    (
        "Operating from Al Khadim, Wagner jets destroyed a Pantsir.",
        ["destroyed a pantsir-s1", "struck combat-aircraft"],
    ),
    ("Supported by Russian jets, the army captured two tanks.", ["captured two tank", "operates combat-aircraft"]),
]

# Who comes, what comes with something in it, who is taught, who is driven out.
COMING = [
    ("About 100 instructors landed in Niamey in April.", ["deployed About 100 instructors"]),
    ("Two Il-76 aircraft arrived in Tripoli.", ["transported Two il-76"]),
    ("Two MiG-29s arrived at Al Jufra.", ["deployed Two mig-29"]),
    ("Turkish officers taught GNA fighters how to shoot.", ["trained combatants"]),
    ("The attack drove LNA troops out of many towns.", []),
]


# What is sent against something strikes it, or is only told of besides; who fights with things, or lays them down.
AIMED = [
    ("Two drones slammed into a barracks near Kassala.", ["struck Two armed-drone"]),
    ("Drones crashed into a hangar at Merowe on Tuesday.", ["struck armed-drone"]),
    ("A drone crashed into a field near Kassala.", ["crashed a uav"]),
    ("A drone crashed into the sea off Derna.", ["crashed a uav"]),
    ("Six missiles were directed at the port of Odesa.", ["struck Six missile"]),
    ("The drone sent against Haifa was shot down.", ["shot-down uav"]),
    ("Missiles are pointed at Seoul.", []),
    ("The company fought with Gazelle helicopters in Mozambique.", ["operates gazelle"]),
    ("The militia fought with the army.", []),
    ("Government soldiers laid down their arms at Wad Madani.", ["captured regular-troops"]),
    ("The two sides laid down mines.", ["laid landmine"]),
]

# Shipments: of what, from whom to whom, and where they came.
SHIPMENTS = [
    ("Images show a shipment of arms from Turkey to Tripoli.", ["delivered equipment"]),
    ("The shipping of mortars from Iran to Sudan goes on.", ["delivered mortar"]),
    ("Turkey sent ten Kirpis. The shipment reached Misrata in May.", ["delivered kirpi", "deployed ten kirpi"]),
    ("Turkey sent ten Kirpis. The cargo was unloaded at Misrata.", ["delivered kirpi", "deployed ten kirpi"]),
    # but not
    ("The men stood with a bundle of arms and legs.", []),
    ("The delivery of the letter took a day.", []),
]


@pytest.mark.parametrize(
    ("text", "told"), [*SHIPMENTS, *BRACKETS, *PARTICIPLES, *PLANS, *EXAMPLES, *IN_FRONT, *COMING, *AIMED]
)
def test_what_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


PLACES = [
    ("Two S-300 batteries were deployed to cities in the south, including Mykolaiv and Odesa.",
     "to", ("mykolaiv", "odesa")),
    ("Drones struck several airfields, including Saky and Belbek.", "at", ("saky", "belbek")),
    ("Jets were sent to Libya, Chad and Sudan.", "to", ("libya", "chad", "sudan")),
    ("Troops are present in Libya, Ankara said.", "at", ("libya",)),
    ("The army lost tanks near Bakhmut and Vuhledar.", "near", ("bakhmut", "vuhledar")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "places"), PLACES)
def test_names_in_a_list_are_all_places(text: str, role: str, places: tuple[str, ...]) -> None:
    (one,) = claims(text)
    assert one.places == {role: places}


def test_fighters_of_a_nation_whom_another_backs_are_not_its_army() -> None:
    (one,) = claims("A Kirpi was handed over to Turkish-backed Syrian militants.")
    assert (one.action, one.system, one.beneficiary) == ("delivered", "kirpi", None)


def test_who_decided_to_give_is_the_supplier() -> None:
    (one,) = claims("Moscow's decision to send S-300 systems to Syria angered Israel.")
    assert (one.supplier, one.beneficiary, one.stance) == ("russia", "syria", "asserted")


def test_who_trains_others_supplies_the_training() -> None:
    (one,) = claims("Turkish officers taught GNA fighters how to shoot.")
    assert (one.operator, one.supplier, one.beneficiary) == ("gna", "turkey", "gna")


def test_it_is_no_people() -> None:
    text = "A Kirpi was handed to militants, but on Sunday it was captured by the LNA."
    assert [(each.action, each.system) for each in claims(text)] == [("delivered", "kirpi"), ("captured", "kirpi")]


def test_his_forces_are_those_of_the_leader_named_last() -> None:
    text = "Turkey, which backs the government of Fayez al-Sarraj, provided his forces with drones."
    assert {each.beneficiary for each in claims(text)} == {"gna"}


def test_forces_loyal_to_somebody_are_his() -> None:
    (one,) = claims("Images show a shipment of arms from Turkey to forces loyal to the Government of National Accord.")
    assert (one.supplier, one.beneficiary) == ("turkey", "gna")


def test_a_shipment_is_for_whom_the_things_were() -> None:
    last = claims("Turkey sent ten Kirpis to the GNA. The shipment reached Misrata in May.")[-1]
    assert (last.action, last.supplier, last.beneficiary) == ("delivered", "turkey", "gna")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two tanks were destroyed on Sunday, the Kyiv Post reports.", "Kyiv Post"),
        ("Two tanks were destroyed on Sunday, Vostok Daily writes.", "Vostok Daily"),
        ("The missiles hit Odesa and Lviv, Reuters reports.", "Reuters"),
        ("The army lost two tanks, and had no reports.", "The Gazette"),
    ],
)
def test_a_paper_named_at_the_end_speaks(text: str, speaker: str) -> None:
    assert {each.speaker.name for each in claims(text)} == {speaker}


IDENTIFIED = [
    ("Rebels shot down a drone. The drone, an Israeli Hermes 450, cost $2 million.", ["hermes-450"]),
    ("Rebels shot down a helicopter on Friday. The helicopter was an Mi-8.", ["mi-8"]),
    ("Two transport planes landed at Al Khadim.\nThe planes, Il-76s, left at dawn.", ["il-76", "il-76"]),
    # another one, or more of them
    ("Rebels shot down a drone. The army lost a drone, too, a Hermes 450.", ["hermes-450", "uav"]),
    ("Rebels shot down four drones. The drone, a Hermes 450, cost $2 million.", ["uav"]),
]


@pytest.mark.parametrize(("text", "systems"), IDENTIFIED)
def test_what_a_thing_was_is_said_afterwards(text: str, systems: list[str]) -> None:
    assert sorted(each.system or "" for each in claims(text)) == systems


def test_the_east_of_a_country_is_in_it() -> None:
    text = "Libya is at war. Troops were deployed to the east of the country. A tank burned in the south of Sirte."
    assert [each.places for each in claims(text)] == [{"to": ("eastern-libya",)}, {"near": ("sirte",)}]


def test_the_report_is_the_word_of_who_wrote_it() -> None:
    text = "A report by UN experts was seen here. Turkey sent a letter.\nThe report said that two tanks were lost."
    (one,) = claims(text)
    assert one.speaker.id == "un-panels"


def test_things_that_stand_at_several_places_are_a_claim_at_each() -> None:
    text = "Russian mercenaries are present at several airbases of the east, including Al Khadim and Brak al-Shati."
    assert [each.places for each in claims(text)] == [{"at": ("al-khadim",)}, {"at": ("brak",)}]
    assert len(claims("Ten Russian jets are based at Jufra and Brak al-Shati.")) == 1  # ten in all


def test_both_vessels_are_of_the_class_of_both() -> None:
    text = "An S-300 and a Buk were deployed to Odesa. Both systems were destroyed on Friday."
    assert claims(text)[-1].system == "surface-to-air-missile"


def test_the_writer_goes_on_after_a_speaker_with_a_sentence_on_somebody_else() -> None:
    text = (
        "On Friday, the minister said that Russia would send jets. Moscow's offer followed a loss. "
        "The plane was shot down near Tyre."
    )
    assert claims(text)[-1].speaker.name == "The Gazette"


AFTER_A_PLACE_OR_BUNKER = [
    ("They captured two T-72s and damaged a bunker and a BMP-2.", ["captured two t-72", "damaged bmp-2"]),
    ("The strike destroyed four tanks; damaged a bridge and a mortar.", ["damaged mortar", "destroyed four tank"]),
    ("The MiG-21, in service with the Libyan army, is old.", ["operates mig-21"]),
    ("The Il-20 was lost during a raid by Israeli jets.", ["destroyed il-20", "struck combat-aircraft"]),
]


@pytest.mark.parametrize(("text", "told"), AFTER_A_PLACE_OR_BUNKER)
def test_a_list_stays_with_its_verb(text: str, told: list[str]) -> None:
    assert gist(text) == told


NAMED_SO = [
    ("It was described by diplomats as the fifth delivery of Russian mortars to Tobruk.", "unnamed diplomats"),
    (
        "Tanks came, said Karim Haddad, a researcher. Two jets were lost, according to the same researcher.",
        "Karim Haddad",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED_SO)
def test_who_calls_a_thing_so(text: str, speaker: str) -> None:
    assert claims(text)[-1].speaker.name == speaker
