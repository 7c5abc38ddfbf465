"""What is easily passed over: men by their calling, bare numbers, openings of sentences, what groups include."""

from __future__ import annotations

import pytest
from proposed import claims, gist

PEOPLE = [
    ("Some 40 Turkish officers are quartered at Mitiga airport.", ["based Some 40 military-officers"]),
    ("Wagner operatives are still in Mali.", ["present mercenaries"]),
    ("Nepali recruits serve in the Russian army.", ["present nepalese-fighters"]),
    ("Some 2,000 Burundian soldiers are fighting in South Kivu.", ["present Some 2,000 regular-troops"]),
    ("The Kremlin dispatched some 300 specialists to Bangui.", ["deployed some 300 technicians"]),
    ("Iran's Revolutionary Guards sent advisers to Sudan.", ["deployed military-advisers"]),
    ("Advisers from Iran were seen in Mekelle.", ["present military-advisers"]),
    ("Twelve Iranian soldiers were present at the base.", ["present Twelve regular-troops"]),
    ("The rebels took 70 soldiers prisoner.", ["captured 70 regular-troops"]),
    ("Forty soldiers were taken prisoner in Sake.", ["captured Forty regular-troops"]),
    ("The militia released 14 captured soldiers.", []),
    # who speaks is not there to fight
    ("Two officers told reporters that the tanks had left Gao.", ["transported tank"]),
    ("His advisers said that a deal was near.", []),
    ("Contractors are rebuilding the bridge.", []),
]

OPENINGS = [
    (
        "After destroying two tanks, the drones returned to base.",
        ["destroyed two tank", "struck armed-drone", "transported uav"],
    ),
    ("After capturing two tanks and a gun, rebels advanced on Goma.", ["captured two tank"]),
    (
        "Before leaving the base, the soldiers burned three trucks.",
        ["destroyed three truck", "withdrawn regular-troops"],
    ),
    ("Flying from Benina, two jets bombed Tripoli.", ["struck two combat-aircraft"]),
    ("Citing residents, the paper said that two tanks were destroyed.", ["destroyed two tank"]),
    # a list of which each part is a subject
    ("Destroyed were two tanks and a howitzer.", ["destroyed a howitzer", "destroyed two tank"]),
]

GROUPS = [
    ("The convoy included tanks and rocket launchers.", ["transported rocket-launcher", "transported tank"]),
    ("A convoy that included six tanks left Tripoli on Sunday.", ["transported six tank"]),
    ("The haul included 12 rifles and a mortar.", ["captured 12 small-arms", "captured a mortar"]),
    ("The squadron consists of 12 F-16s.", ["operates 12 f-16"]),
    (
        "The army's losses were heavy: seven tanks and a Mi-24 helicopter.",
        ["destroyed a mi-24", "destroyed seven tank"],
    ),
]

SOME = [
    ("Of the 31 Abrams tanks, 20 have been lost.", ["destroyed 20 m1-abrams"]),
    (
        "Of the ten jets that Russia delivered, two crashed.",
        ["crashed two combat-aircraft", "delivered ten combat-aircraft"],
    ),
    (
        "France delivered 30 Caesars, at least six of them now destroyed.",
        ["delivered 30 caesar", "destroyed at least six caesar"],
    ),
]

SOME_AGAIN = [
    (
        "The army lost eight helicopters, two of which were Mi-35s.",
        ["destroyed eight helicopter", "destroyed two mi-35"],
    ),
    (
        "Pakistan downed six jets, of which three were Rafales.",
        ["shot-down six combat-aircraft", "shot-down three rafale"],
    ),
    ("Russia sent jets to Mali. Both of them crashed.", ["crashed both combat-aircraft", "delivered combat-aircraft"]),
    (
        "Russia sent jets to Mali. Most have since been lost.",
        ["delivered combat-aircraft", "destroyed combat-aircraft"],
    ),
    ("It dealt with two drones over Idlib and brought both of them down.", ["present two uav", "shot-down both uav"]),
    # of people, whatever was named before
    ("Two tanks stood in the square of Gao. Some were arrested.", ["present Two tank"]),
    ("Two tanks stood in the square of Gao. Most of them were civilians.", ["present Two tank"]),
]

WRECKS = [
    ("Photos show a wrecked T-72 and, behind it, two burnt-out BMPs.", ["destroyed a t-72", "destroyed two bmp"]),
    ("Two knocked-out tanks lay by the road to Gao.", ["destroyed Two tank"]),
    ("The army showed the shot-down drone.", ["shot-down uav"]),
    ("A follow-up strike destroyed two tanks.", ["destroyed two tank"]),
]

GIVEN = [
    ("Mali flies four L-39s, delivered by Russia in January.", ["delivered four l-39", "operates four l-39"]),
    ("The soldiers boarded the trucks, armed with rifles.", []),
    ("The garrison of 300 soldiers fled to Niger.", ["withdrawn 300 regular-troops"]),
    ("The barrage included four Kalibrs.", ["struck four kalibr"]),
]

REINFORCED = [
    ("The army reinforced Gao with 200 soldiers and two tanks.", ["deployed 200 regular-troops", "deployed two tank"]),
    ("The army has reinforced its positions in Djibo with soldiers.", ["deployed regular-troops"]),
    ("Turkey reinforced the GNA with drones.", ["supplied uav"]),
]

PICKUPS = [
    ("Militants in pickups mounted with machine guns overran the post.", ["operates technical"]),
    ("They captured two pickup trucks with heavy machine guns bolted to the back.", ["captured two technical"]),
    ("Three pickups fitted with ZU-23-2 guns were destroyed.", ["destroyed Three technical"]),
    ("The drone destroyed a pickup truck carrying ammunition.", ["destroyed a pickup-truck", "struck armed-drone"]),
]


@pytest.mark.parametrize(
    ("text", "told"), [*PEOPLE, *OPENINGS, *GROUPS, *SOME, *SOME_AGAIN, *WRECKS, *GIVEN, *REINFORCED, *PICKUPS]
)
def test_what_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_who_does_it_stands_after_what_opens_the_sentence() -> None:
    taken, *_ = claims("After capturing two tanks, M23 advanced on Goma.")
    assert (taken.action, taken.opponent) == ("captured", "m23")


ELSEWHERE = [
    (
        "Turkey has 5,000 soldiers in Idlib, 2,000 in Afrin and 300 in Libya.",
        [("5,000", "idlib"), ("2,000", "afrin"), ("300", "libya")],
    ),
    ("The United States has 900 troops in Syria and another 2,500 in Iraq.", [("900", "syria"), ("2,500", "iraq")]),
    (
        "About 1,100 soldiers are stationed in Niger and about 100 in Chad.",
        [("About 1,100", "niger"), ("about 100", "chad")],
    ),
    ("The army lost two tanks in Goma and three in Sake.", [("two", "goma"), ("three", "sake-drc")]),
    ("They shot down 20 drones in Kursk and killed three people in Belgorod.", [("20", "kursk")]),
]


@pytest.mark.parametrize(("text", "told"), ELSEWHERE)
def test_a_bare_number_at_another_place_is_of_the_same_things(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.count_text, *one.places.get("at", ())) for one in claims(text)] == told


def test_what_goes_elsewhere_is_for_others() -> None:
    found = claims("Three howitzers were delivered to Mali and two to Niger.")
    assert [one.beneficiary for one in found] == ["mali", "niger"]


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("Soldiers from Rwanda were seen in Goma.", "rwanda"),
        ("About 300 instructors from Russia arrived in Goma.", "russia"),
        ("Mercenaries from Colombia fought in Goma.", None),
    ],
)
def test_people_from_a_country_are_not_there(text: str, operator: str | None) -> None:
    (one,) = claims(text)
    assert [place for ids in one.places.values() for place in ids] == ["goma"]
    assert one.operator == operator
