"""Types that no name says: the former, the two jets, RPG-7-type launchers; and forces named as a whole."""

from __future__ import annotations

import pytest
from proposed import claims, gist

TYPES = [
    ("Egypt has MiG-29s and Rafales. The latter were deployed to Sudan.", "deployed rafale"),
    ("Ukraine operates the S-300 and the Buk. The former was damaged near Dnipro.", "damaged s-300"),
    ("Rebels seized 40 rifles and two mortars. Two of the latter were handed over.", "delivered Two mortar"),
    ("A MiG-29 stood beside a Su-24. Another aircraft of the former type was filmed over Sirte.", "present mig-29"),
    ("Two F-16s were seen at Ganja. Azerbaijan has no warplanes of that type.", "operates f-16"),
    ("Three MQ-9s were lost in May. The Air Force flies the type over Yemen.", "operates mq-9"),
    ("The army lost six tanks of the T-72 series.", "destroyed six t-72"),
    ("Two Su-25s crossed the border. The two jets were shot down near Gao.", "shot-down two su-25"),
    ("Iran sent three Mohajer-6s. Two of the three drones were destroyed.", "destroyed Two mohajer-6"),
    ("The navy seized 100 RPG-7-type launchers.", "captured 100 rpg-7"),
    ("The rebels shot down a Mi-8-type helicopter.", "shot-down a mi-8"),
    ("Armenia used Osa systems. It had acquired 35 of the type from Jordan.", "supplied 35 osa"),
    ("A TB2 was shot down, and two more of the kind were destroyed.", "destroyed two bayraktar-tb2"),
    ("The Houthis shot down 22 Reapers. The latest was brought down on Tuesday.", "shot-down one mq-9"),
    (
        "According to an official who spoke on condition of anonymity, three of the Su-34s were lost.",
        "destroyed three su-34",
    ),
    ("Three of the Su-34s, each of which costs millions, were lost in May.", "destroyed Three su-34"),
]

FORCES = [
    ("Turkish forces are stationed at Bashiqa.", ["based regular-troops"]),
    ("Iran says that its forces are in Syria.", ["present regular-troops"]),
    ("Turkey sent more units to Idlib on Sunday.", ["deployed regular-troops"]),
    ("Azerbaijani forces withdrew from Jermuk.", ["withdrawn regular-troops"]),
    ("Syrian army units arrived in Manbij.", ["deployed regular-troops"]),
    ("Egyptian forces are operating in Libya, officials said.", ["present regular-troops"]),
    ("Elements of the Russian 810th Brigade are operating near Korenevo.", ["present regular-troops"]),
    ("The rebels, backed by 200 Turkish soldiers, advanced.", ["operates 200 regular-troops"]),
    ("Backed by hundreds of Wagner fighters, the army attacked Kidal.", ["operates hundreds mercenaries"]),
    # at home, and with no place, forces are only spoken of
    ("Ukrainian forces remain in Kharkiv.", []),
    ("Russian forces withdrew overnight.", []),
    ("The former president met Haftar; the latter was attacked by protesters.", []),
]


@pytest.mark.parametrize(("text", "told"), TYPES)
def test_words_for_a_type_mean_the_one_that_was_named(text: str, told: str) -> None:
    assert told in gist(text)


@pytest.mark.parametrize(("text", "told"), FORCES)
def test_forces_are_where_they_are_said_to_be(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_whose_the_forces_are() -> None:
    assert [each.operator for each in claims("Rwanda denied that its forces are in Uganda.")] == ["rwanda"]


LOOKS = [
    ("Satellite images show an object consistent with a MiG-29 at Al Jufra.", ["present mig-29"]),
    ("An object whose dimensions match those of a Wing Loong II is visible at Al Khadim.", ["present wing-loong-2"]),
    ("Two aircraft similar in size to the MiG-29 were seen at Al Jufra.", ["present Two mig-29"]),
    ("The imagery shows two aircraft, consistent with Su-24s, at Al Jufra.", ["present two su-24"]),
    ("The video shows wreckage consistent with an Orlan-10 near Kramatorsk.", ["destroyed an orlan-10"]),
    ("A vehicle resembling a Pantsir-S1 was photographed near Tripoli.", ["present pantsir-s1"]),
    # what is only like a thing in kind is another
    ("The army has a drone similar to the Shahed-136.", ["operates uav"]),
]


@pytest.mark.parametrize(("text", "told"), LOOKS)
def test_what_looks_like_a_thing_is_judged_to_be_one(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_what_it_looks_like_is_a_judgement() -> None:
    assert [each.stance for each in claims(LOOKS[1][0])] == ["assessed"]


HELD = [
    ("M23 seized Minova on January 21 and Sake two days later.", ["minova", "sake-drc"]),
    ("M23 seized Minova on January 21 and Sake, 15 miles west of Goma, two days later.", ["minova", "sake-drc"]),
    ("The army lost Gao in March and Kidal in May.", ["gao", "kidal"]),
    ("Turkey set up a base at Al Watiya in 2020.", ["al-watiya"]),
    ("The minister visited Gao on Monday and Kidal on Tuesday.", []),
    ("Russia plans to set up a naval base at Port Sudan.", []),
    ("The airfield, built by the Soviet Union at Dzhankoi, was hit.", []),
]


@pytest.mark.parametrize(("text", "places"), HELD)
def test_places_taken_one_after_the_other_and_bases_built(text: str, places: list[str]) -> None:
    held = (each for each in claims(text) if each.action == "controls")
    assert [place for each in held for place in each.places.get("at", ())] == places


def test_who_sends_is_he_whose_things_the_clause_before_tells_of() -> None:
    assert claims("The UAE, whose drones bombed Tripoli, also sent Pantsirs to Haftar.")[-1].supplier == "uae"
