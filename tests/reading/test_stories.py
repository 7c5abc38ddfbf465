"""How a story is told on: what was first, what appeared to be what, where and when the event before was."""

from __future__ import annotations

import pytest
from proposed import claim, claims, gist, side

ORDER = [
    ("Drones first attacked an oil depot in Feodosia.", ["struck armed-drone"]),
    ("Russian drones first hit a substation in Kharkiv.", ["struck armed-drone"]),
    ("The jet was last seen at Hmeimim.", ["present combat-aircraft"]),
    ("The next attack destroyed three tanks.", ["destroyed three tank"]),
    ("Russia's first captured tank was shown in Moscow.", ["captured tank"]),
]


@pytest.mark.parametrize(("text", "told"), ORDER)
def test_what_was_done_first_is_done(text: str, told: list[str]) -> None:
    assert gist(text) == told


TAKEN_FOR = [
    ("The town was hit by what appeared to be an Iranian-made drone.", "armed-drone", "assessed"),
    ("The ship was hit by what is thought to have been a Harpoon missile.", "harpoon", "assessed"),
    ("What appears to be a Russian Su-35 crashed near Kharkiv.", "su-35", "assessed"),
    ("The pictures show what are said to be two captured T-72 tanks.", "t-72", "alleged"),
    ("What is left of the tank was shown: it was a T-72 that had been destroyed.", "t-72", "asserted"),
]


@pytest.mark.parametrize(("text", "system", "stance"), TAKEN_FOR)
def test_what_appeared_to_be_a_thing_is_taken_for_it(text: str, system: str, stance: str) -> None:
    assert claim(text, system).stance == stance


@pytest.mark.parametrize("opening", ["It is worth noting that", "It is worth mentioning that"])
def test_it_is_worth_noting_is_nobodys_word(opening: str) -> None:
    told = claim(f"The army said that it had lost ten men. {opening} the rebels destroyed two tanks.", "tank")
    assert told.speaker.name == "The Gazette"


HIT = [
    ("The army bombed Nyala. Jets destroyed two drones.", "nyala"),
    ("Israel struck Damascus on Friday. Two missiles were shot down during the raid.", "damascus"),
    ("Ukraine hit a shipyard in Sevastopol. Storm Shadow missiles had been used in that attack.", "sevastopol"),
]


@pytest.mark.parametrize(("text", "place"), HIT)
def test_a_story_goes_on_where_its_first_blow_fell(text: str, place: str) -> None:
    assert place in claims(text)[-1].places.get("at", ())


def test_at_dawn_is_not_where_the_airport_is() -> None:
    text = "The army bombed Nyala airport. Jets carried out four strikes on the airport at dawn on Saturday."
    assert claims(text)[-1].places == {"at": ("nyala-airport",)}


COUNTED = [
    ("Drones hit Odesa on May 20. It came one day after Ukraine hit Feodosia with missiles.", "missile", "2024-05-19"),
    ("A drone was lost on Wednesday. It comes five weeks after a jet crashed.", "combat-aircraft", "2024-04"),
    ("It was shelled with rockets on 9 May, two days before tanks entered the town.", "tank", "2024-05-11"),
    ("On 9 May drones hit it. Four days before the strike, a Lancet destroyed a tank.", "tank", "2024-05-05"),
    ("It was safe until Sunday, when drones hit the base.", "armed-drone", "2024-05-26"),
    ("Two days after the raid, a tank was destroyed.", "tank", None),
]


@pytest.mark.parametrize(("text", "system", "edtf"), COUNTED)
def test_a_time_counted_from_another_event(text: str, system: str, edtf: str | None) -> None:
    assert claim(text, system).when == edtf


TOLD_BY_A_SIDE = [
    # who has no aircraft tells of his enemy's
    ("Jets bombed Namhsan, the TNLA said.", "combat-aircraft", "myanmar", "tnla", "alleged"),
    (
        "Warplanes bombed El Fasher, the Rapid Support Forces said.",
        "combat-aircraft",
        "sudan",
        "rapid-support-forces",
        "alleged",
    ),
    (
        "The rebels said helicopters had dropped barrel bombs on Aleppo.",
        "barrel-bomb",
        "syria",
        "syrian-opposition",
        "alleged",
    ),
    # who has some may tell of his own; at home a side tells of its enemy's strikes
    ("Jets hit Tripoli, the LNA said. It is fighting the GNA.", "combat-aircraft", "lna", "gna", "asserted"),
    ("Missiles hit Odesa overnight, Ukraine's air force said.", "missile", "russia", "ukrainian-air-force", "alleged"),
    # what is hit there may be the other side's
    (
        "A source in Ukraine's military intelligence said drones had destroyed two S-400s in Crimea.",
        "armed-drone",
        "hur",
        "russia",
        "asserted",
    ),
]


@pytest.mark.parametrize(("text", "system", "operator", "opponent", "stance"), TOLD_BY_A_SIDE)
def test_whose_strike_a_side_tells_of(text: str, system: str, operator: str, opponent: str, stance: str) -> None:
    told = claim(text, system, "struck")
    assert (told.operator, told.opponent, told.stance) == (operator, opponent, stance)


SIDED = [
    ("A source in the SBU said drones hit Kerch.", "sbu"),
    ("A source in Kyiv said drones hit Kerch.", None),
    ("A senior army officer said jets hit the RSF in Nyala.", "sudanese-armed-forces"),
]


@pytest.mark.parametrize(("text", "party"), SIDED)
def test_whose_an_unnamed_speaker_is(text: str, party: str | None) -> None:
    assert claims(text)[-1].speaker.party == party


def test_what_is_claimed_of_a_thing_alone_leaves_the_rest_told() -> None:
    told = claim("The army fired two missiles at launchers, which, it is claimed, cost a million.", "missile")
    assert (told.speaker.name, told.stance) == ("The Gazette", "asserted")


CONVOYS = [
    ("A Turkish military convoy of 50 vehicles entered Idlib.", ["deployed 50 vehicle"]),
    (
        "SOHR monitored a Turkish military convoy entering Syria through Kafr Lusin crossing, consisting of 70"
        " vehicles, including tanks and rocket launchers.",
        ["deployed 70 vehicle", "deployed rocket-launcher", "deployed tank"],
    ),
    ("The number of Turkish tanks that have entered Syria since May has risen to 145.", ["deployed 145 tank"]),
    ("A convoy comprising 12 tanks headed to Sirte.", ["transported 12 tank"]),
    ("Smugglers sent a convoy to Sirte, consisting of 12 lorries.", ["delivered 12 truck"]),
]


@pytest.mark.parametrize(("text", "told"), CONVOYS)
def test_what_a_convoy_consists_of_goes_with_it(text: str, told: list[str]) -> None:
    assert gist(text) == told


YIELDED = [
    ("About 60 militiamen gave themselves up to the Arakan Army.", "militiamen", "myanmar", "arakan-army"),
    (
        "Fifty junta soldiers handed themselves over to the KIA.",
        "regular-troops",
        "myanmar",
        "kachin-independence-army",
    ),
]


@pytest.mark.parametrize(("text", "system", "operator", "opponent"), YIELDED)
def test_who_gives_himself_up_is_captured(text: str, system: str, operator: str | None, opponent: str) -> None:
    told = claim(text, system, "captured")
    assert (told.operator, told.opponent) == (operator, opponent)


TAKEN = [
    ("The gunmen carted away three gun trucks.", ["captured three technical"]),
    ("The jet was damaged beyond repair.", ["destroyed combat-aircraft"]),
    ("An armed group seized the town of Bunagana.", ["controls"]),
    ("The rights group took over the office in Bunagana.", []),
]


@pytest.mark.parametrize(("text", "told"), TAKEN)
def test_what_is_taken_or_lost(text: str, told: list[str]) -> None:
    assert gist(text) == told


RULERS = [
    ("With support of Russian jets, regime forces took Saraqib.", "syria"),
    ("China has protested in Lashio, Myanmar. Junta troops took control of Hsenwi.", "myanmar"),
]


@pytest.mark.parametrize(("text", "holder"), RULERS)
def test_the_regime_is_that_of_the_country(text: str, holder: str) -> None:
    held = next(each for each in claims(text) if each.action == "controls")
    assert side(held.operator) == holder


def test_aircraft_that_cover_a_side_are_in_use() -> None:
    told = claim("SDF fighters, with air cover from US-led coalition aircraft, captured Hajin.", "combat-aircraft")
    assert (told.action, told.operator) == ("operates", "cjtf-oir")


def test_a_strike_hits_though_a_verb_after_one_thing_ends_in_s() -> None:
    assert gist("A strike hit a bunker and an air strike hit a mortar.") != []
    assert gist("An air strike hit a compound in Tripoli.") == ["struck combat-aircraft"]
