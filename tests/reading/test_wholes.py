"""Some of a type that was named, prisoners, what was only tried, lists with adverbs, headlines printed again."""

from __future__ import annotations

import pytest
from proposed import claims, gist

TOLD = [
    # some of a type, beside a number of its class
    ("The army lost a MiG-23 from ten fighters that it had.", ["destroyed a mig-23", "operates ten mig-23"]),
    (
        "The army had ten MiG-23s (two fighters were brought down in May).",
        ["operates ten mig-23", "shot-down two mig-23"],
    ),
    # one thing under two names
    ("The jet, a Su-25 of the 299th Brigade, was hit and crashed near Pokrovsk.", ["shot-down a su-25"]),
    ("The aircraft, an Il-76 operated by a Kazakh company, was destroyed.", ["destroyed an il-76"]),
    ("A helicopter, a Mi-24, and two tanks were destroyed.", ["destroyed a mi-24", "destroyed two tank"]),
    ("It lists two Mi-17 helicopters among the equipment seized by the group.", ["captured two mi-8"]),
    ("Images show cargo planes, consisting of Il-76s, near Gao.", ["present il-76"]),
    ("The presence of the Russian troops raises fears.", []),
    ("The army is backed by Russia and by Syrian mercenaries.", []),
    # what is announced with a general word
    (
        "Mali received new equipment in May: six T-72s, a batch of Kirpis and a Pantsir.",
        ["supplied kirpi", "supplied pantsir-s1", "supplied six t-72"],
    ),
    (
        "Mali showed off some of its new hardware: a row of Orlan-10s, two T-72s and the Su-25s.",
        ["present orlan-10", "present su-25", "present two t-72"],
    ),
    ("The convoy carried some of the gear that Turkey had promised: two Kirpis.", ["transported two kirpi"]),
    (
        "Part of the force at Gao remains: two Su-24s, a handful of helicopters.",
        ["present a handful helicopter", "present two su-24"],
    ),
    (
        "The tanks were hit; local fighters captured two others and a BMP.",
        ["captured a bmp", "captured two tank", "damaged tank"],
    ),
    (
        "Of the 11 vehicles that took part in the assault, six were burned.",
        ["destroyed six vehicle", "operates 11 vehicle"],
    ),
    ("It is a type which Mali took delivery of in 2024 along with BTR-82As.", ["delivered btr-82a"]),
    ("Two Akincis were presented to the press at Gao.", ["present Two akinci"]),
    ("A video shows hits on a Buyan-M corvette.", ["damaged corvette"]),
    ("The strike was carried out with long-range drones.", ["struck armed-drone"]),
    ("Engineers were seen removing a radar from Qamishli airport.", ["withdrawn a radar"]),
    # on a mission of one's own, not for whom one sends things to
    ("South Africa sent three Rooivalk helicopters to the DRC as part of a UN brigade.", ["deployed three rooivalk"]),
    ("Germany sent three Patriot batteries to Ukraine.", ["delivered three patriot"]),
    # what somebody is helped with
    ("The army advanced with the support of Mohajer-6 drones.", ["operates mohajer-6"]),
    ("Rebels took Goma under cover of Su-25 jets.", ["controls", "operates su-25"]),
    ("They took Goma under cover of Su-25 jets.", ["operates su-25"]),
    ("The LNA was seen with new Tigr vehicles in Sabha.", ["present gaz-tigr"]),
    # prisoners
    ("The RSF captured 27 Egyptian soldiers at Merowe.", ["captured 27 regular-troops"]),
    ("127 soldiers surrendered to the rebels.", ["captured 127 regular-troops"]),
    ("Soldiers captured two tanks.", ["captured two tank"]),
    # what was only tried, or can be done
    ("They tried to wipe out the drones, knocking out two.", ["destroyed two uav"]),
    ("The rebels attempted to seize two tanks.", []),
    ("The rebels have the means to bring down jets.", []),
    ("They managed to shoot down two drones.", ["shot-down two uav"]),
    # adverbs before participles, lists that go on after what comes with a thing
    ("Three fully equipped combat vehicles were seized.", ["captured Three armoured-vehicle"]),
    ("The army lost two heavily armed trucks.", ["destroyed two truck"]),
    (
        "The army destroyed two tanks with their crews, an armoured car and a fuel truck.",
        ["destroyed a fuel-truck", "destroyed an armoured-car", "destroyed two tank"],
    ),
    # what happened before, after or while
    ("A Mi-17 crashed near Gao while coming back from a mission.", ["crashed a mi-8"]),
    ("A Su-25 jet flown by Mali's air force has crashed.", ["crashed a su-25"]),
    ("The rebels left the town after losing two tanks.", ["destroyed two tank"]),
    # it, a base that somebody took
    ("The drone struck the base before rebels seized it.", ["struck armed-drone"]),
    ("Watiya was attacked on Monday, and the GNA captured it in May.", ["controls"]),
    # members of a force, and what pictures show the presence of
    ("Video clips showed members of the RSF inside the base at Merowe.", ["present combatants"]),
    ("Members of the RSF met in Geneva.", []),
    ("Satellite pictures showed the presence of S-125 systems.", ["present s-125"]),
    # aircraft that fall, people who advance
    ("A drone fell in a field near Gao.", ["crashed a uav"]),
    ("The number of jets fell in May.", []),
    ("Some 2,000 fighters advanced on Tripoli.", ["deployed Some 2,000 combatants"]),
    ("Fighters advanced on Tripoli.", []),
    # losses put at a figure
    ("The general, a former pilot, put Russia's losses at ten tanks.", ["destroyed ten tank"]),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_who_flew_a_jet_that_crashed_has_lost_it() -> None:
    assert claims("A Su-25 jet flown by Mali's air force has crashed.")[0].operator == "malian-air-force"


ASKED = [
    ("Mali turned to Russia to provide jets.", ("supplied", "russia", "mali")),
    ("Kyiv has called on Germany to supply Taurus missiles.", ("planned", "germany", "ukraine")),
]


@pytest.mark.parametrize(("text", "told"), ASKED)
def test_who_is_asked_gives(text: str, told: tuple[str, str, str]) -> None:
    (one,) = claims(text)
    assert (one.action, one.supplier, one.beneficiary) == told


def test_a_nations_drones_are_those_named_before() -> None:
    found = claims("The GNA took delivery of 12 Bayraktar TB2s.\nThe GNA got more Turkish drones in August.")
    assert found[-1].system == "bayraktar-tb2"


def test_a_nations_jets_are_many() -> None:
    found = claims("Four MiG-29s arrived in Libya.\nThey were escorted by Russian jets.")
    assert found[-1].system == "combat-aircraft"


def test_a_headline_printed_again_makes_no_claims() -> None:
    headline = "Rebels capture four T-72 tanks near Goma"
    text = f"{headline} - Eastern Lens\n{headline}\nThe rebels spoke on Monday of a victory."
    assert [each.paragraph for each in claims(text)] == [1]
