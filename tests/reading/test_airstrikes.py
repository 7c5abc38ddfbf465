"""Strikes from the air for which no aircraft is named, and the lists of strikes that a command gives out."""

from __future__ import annotations

import pytest
from proposed import claims, gist

TOLD = [
    ("An air strike hit a compound in Tripoli.", ["struck combat-aircraft"]),
    ("Israel carried out an airstrike on the airport.", ["struck combat-aircraft"]),
    ("Three air raids were conducted against the camp.", ["struck Three combat-aircraft"]),
    ("Turkish air strikes have killed nine people near Qandil.", ["struck combat-aircraft"]),
    ("Four men died in a Saudi-led coalition air strike on Sanaa.", ["struck combat-aircraft"]),
    ("An air strike hit a camp. The strike burned two lorries.", ["destroyed two truck", "struck combat-aircraft"]),
    # by a number of them, a time, or a verb of going on
    ("Israel has carried out hundreds of air strikes in Syria.", ["struck hundreds combat-aircraft"]),
    ("The coalition began a campaign of air raids on Hodeidah.", ["struck combat-aircraft"]),
    ("Turkey has flown four months of air strikes on the group.", ["struck combat-aircraft"]),
    ("The junta intensified air strikes on Lashio.", ["struck combat-aircraft"]),
    ("The Sudanese army answered with air raids.", ["struck combat-aircraft"]),
    ("The Malian army said it had carried out air strikes near Gao.", ["struck combat-aircraft"]),
    # branches, whose names stand for what they strike with
    ("Russian Aerospace Forces and artillery struck Kherson.", ["struck artillery", "struck combat-aircraft"]),
    ("Aviation of the Defence Forces inflicted two strikes on them.", ["struck two combat-aircraft"]),
    ("Russian missile troops continued to strike Odesa.", ["struck missile"]),
    ("Ethiopian artillery shelled Mekelle.", ["struck artillery"]),
    ("Air defence shot down six drones near Gao.", ["shot-down six uav"]),
    ("The air force said that it was not told.", []),
    # guns, by what they do
    ("RSF shelling killed 20 people in El Fasher.", ["struck artillery"]),
    ("Residents fear more shelling.", []),
    ("The enemy carried out 71 shellings from multiple rocket launchers.", ["struck 71 rocket-launcher"]),
    # what a verb alone tells
    ("Israel bombed several sites in Syria overnight.", ["struck combat-aircraft"]),
    ("The M23 shelled Goma in May.", ["struck artillery"]),
    ("Turkey bombed the camp with drones.", ["struck armed-drone"]),
    ("Al-Shabaab bombed a hotel in Mogadishu.", []),
    ("The army was ready to bomb the town.", []),
    # what struck is named after it
    ("Russia launched an air attack on Kyiv, firing 70 drones.", ["struck 70 uav"]),
    # the aircraft are named: theirs is the strike
    ("Drones have flown several air strikes.", ["struck several armed-drone"]),
    ("Bayraktar TB2 drones carried out air strikes near Gao.", ["struck bayraktar-tb2"]),
    # none was made
    ("Residents fear more air strikes.", []),
    ("The US carried out no air strikes in Libya.", []),
    ("Moscow demanded a halt to Turkish air strikes on Idlib.", []),
    ("Analysts discussed air strikes.", []),
    ("A strike by dockers hit the port.", []),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_strike_from_the_air_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_who_struck_whom() -> None:
    (one,) = claims("Israel carried out an airstrike on Hezbollah positions near Tyre on Saturday.")
    assert (one.operator, one.opponent, one.when) == ("israel", "hezbollah", "2024-05-25")


def test_on_whom_a_strike_is_blamed() -> None:
    (one,) = claims("Air strikes blamed on Israel hit a camp near Aleppo.")
    assert one.operator == "israel"


@pytest.mark.parametrize(
    ("text", "striker", "struck"),
    [
        ("Stepanakert came under Azerbaijani rocket fire on Friday.", "azerbaijan", "artsakh"),
        ("Ukrainian troops came under artillery fire near Bakhmut.", "russia", "ukraine"),
        ("A UN base in Goma came under a mortar attack by the M23.", "m23", "united-nations"),
    ],
)
def test_who_comes_under_fire_does_not_fire(text: str, striker: str | None, struck: str) -> None:
    (one,) = (each for each in claims(text) if each.action == "struck")
    assert (one.operator, one.opponent) == (striker, struck)


def test_whose_drones_struck() -> None:
    (one,) = claims("A drone strike by the Malian army killed 13 people near Ber.")
    assert one.operator == "malian-armed-forces"


def test_a_strike_is_of_aircraft_in_a_text_of_aircraft() -> None:
    one = claims("French jets bombed Kidal.\nOn Tuesday the rebels accused France of a raid on a camp near Gao.")[-1]
    assert (one.system, one.operator, one.places) == ("combat-aircraft", "france", {"near": ("gao",)})
    assert claims("Drones hit Kidal.\nIn May a French raid killed two men.")[-1].system == "armed-drone"


def test_a_strike_that_was_carried_out_is_the_speakers() -> None:
    (one,) = claims("The Israeli army said that an air strike had been carried out on the site.")
    assert one.operator == "idf"


RELEASE = """From a Combined Joint Task Force Operation Inherent Resolve News Release
Coalition forces kept up their attacks on the Islamic State in Syria yesterday, officials said today.
Fighter and attack aircraft carried out 15 strikes in Syria:
-- Near Raqqa, 13 strikes hit two ISIL tactical units; destroyed 11 fighting positions, a radar truck and a mortar; \
and damaged two supply routes.
-- Near Dayr Az Zawr, a strike destroyed a tactical vehicle.
A strike, officials explained, is one or more events. One aircraft delivering one weapon is a strike."""


def test_a_commands_list_of_strikes() -> None:
    found = [(each.paragraph, each.action, each.system, each.count_text) for each in claims(RELEASE)]
    assert found == [
        (3, "struck", "strike-aircraft", "15"),
        (4, "struck", "strike-aircraft", "13"),
        (4, "destroyed", "radar", "a"),
        (4, "destroyed", "mortar", "a"),
        (5, "struck", "strike-aircraft", ""),
        (5, "destroyed", "vehicle", "a"),
    ]


def test_a_release_is_the_word_of_who_put_it_out_on_the_day_that_it_tells() -> None:
    found = claims(RELEASE)
    assert {each.speaker.id for each in found} == {"cjtf-oir"}
    assert {each.when for each in found} == {"2024-05-25"}
    assert {each.operator for each in found if each.action == "struck"} == {"cjtf-oir"}
    assert {each.operator for each in found if each.action == "destroyed"} == {"isil"}


def test_a_strike_is_not_his_whose_things_were_named_before() -> None:
    text = "Hezbollah shot down a drone. The Israeli army said that an air strike had been conducted on the site."
    assert claims(text)[-1].operator == "idf"
