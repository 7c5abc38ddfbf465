"""Where and when: the places and times of claims, from the phrases around them and from the sentences before."""

from __future__ import annotations

import pytest
from proposed import claim, claims

PLACES = [
    # by role
    ("Russian jets landed at Khmeimim.", "combat-aircraft", "at", "khmeimim"),
    ("A T-72 was destroyed near Bakhmut.", "t-72", "near", "bakhmut"),
    ("A T-72 was destroyed south of Bakhmut.", "t-72", "near", "bakhmut"),
    ("Russia flew jets from Khmeimim to Al Jufra.", "combat-aircraft", "to", "al-jufra"),
    ("The UAE has flown missiles to the RSF by way of Amdjarass.", "missile", "via", "amdjarass"),
    ("Russia pulled its Mi-35s out of Benina in December.", "mi-35", "from", "benina"),
    ("A drone hit a column of its men close to Gao on Monday, destroying nine tanks.", "tank", "near", "gao"),
    ("Rebels held out in Marib. Ten tanks were moved into the Yemeni province.", "tank", "to", "marib-province"),
    ("Two ships left Tartus with S-400 launchers, bound for Tobruk.", "s-400", "to", "tobruk"),
    ("A ship bound for Tobruk carried 12 tanks.", "tank", "to", "tobruk"),
    ("Watiya airbase is being rebuilt, and a Tor has been visible there since May.", "tor", "at", "al-watiya"),
    # the field of a town
    ("Turkish F-16s remain at the airport of Ganja.", "f-16", "at", "ganja-airport"),
    ("Four L-39 jets are based at Misrata airport.", "l-39", "at", "misrata-air-base"),
    ("Six MiG-29 jets are parked at the air base at Misrata.", "mig-29", "at", "misrata-air-base"),
    # what stands in front
    ("In Chernihiv, a Su-34 was shot down.", "su-34", "at", "chernihiv"),
    ("According to him, near Hadrut the army brought down one Su-25.", "su-25", "near", "hadrut"),
    ("On Tuesday, in Saraqib, rebels destroyed a T-72.", "t-72", "at", "saraqib"),
    ("Some 40 km north of Sanaa, F-16s bombed a depot.", "f-16", "near", "sanaa"),
    # named before
    ("Russian missiles hit Kharkiv. Two HIMARS launchers were destroyed in the city.", "himars", "at", "kharkiv"),
    ("Fighting went on in Saraqib. A T-72 was destroyed there.", "t-72", "at", "saraqib"),
    ("Drones flew over Tripoli. Three Pantsirs were destroyed south of the capital.", "pantsir-s1", "near", "tripoli"),
    ("In Saraqib the front held. Up to four tanks were destroyed.", "tank", "at", "saraqib"),
    ("The airport of Ganja was hit on Sunday with Smerch rockets.", "artillery-rocket", "at", "ganja-airport"),
    ("In Kupyansk direction, assaults went on. The enemy lost men and one D-20 howitzer.", "d-20", "at", "kupiansk"),
    ("The army holds Tarhuna, an officer in Misrata said. Two T-72 tanks were destroyed there.", "t-72", "at",
     "tarhuna"),
    ("From Benina, its pilots fly four MiG-21 jets against the militias.", "mig-21", "at", "benina"),
    ("They left Sirte for good; in Derna, at dawn, F-16s struck a camp.", "f-16", "at", "derna"),
    ("A single strike near Zintan burned nine T-72 tanks.", "t-72", "near", "zintan"),
    ("Bakhmut has been besieged since May. A Russian missile hit a market.", "missile", "at", "bakhmut"),
    # a clause beside
    ("When the Iraqi army pulled out of Ramadi, it left five tanks to the Islamic State.", "tank", "from", "ramadi"),
    # a name in brackets between
    ("The ship delivered ten Kirpi vehicles to the Government of National Accord (GNA) at Misrata.", "kirpi", "at",
     "misrata"),
    # off a coast, on the soil of a country, what a participle on the target tells
    ("An MQ-9 was shot down off the coast of Yemen.", "mq-9", "near", "yemen"),
    ("A MiG-29 crashed in the neighbourhood of Sirte.", "mig-29", "near", "sirte"),
    ("Rwandan tanks were seen on Congolese soil.", "tank", "at", "democratic-republic-of-the-congo"),
    ("Israeli F-16s bombed a depot in Syrian territory.", "f-16", "at", "syria"),
    ("Two F-15s bombed a depot used by militants in Iraq on Monday.", "f-15", "at", "iraq"),
    ("Iran agreed to sell Su-22 bombers to Iraq.", "su-22", "to", "iraq"),
    # a name that the catalogue does not have
    ("In Saraqib the front held. A T-72 was destroyed near Qaminas Zubd.", "t-72", "near", "Qaminas Zubd"),
    ("Around the village of Dubynivka, soldiers fired an M777 howitzer.", "m777", "at", "Dubynivka"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "role", "place"), PLACES)
def test_place(text: str, system: str, role: str, place: str) -> None:
    assert claim(text, system).places.get(role) == (place,)


NOWHERE = [
    ("Russia destroyed nine Ukrainian tanks, an officer in Port Sudan said.", "tank"),
    ("Russia destroyed nine Ukrainian tanks, by the count of a consultancy in Nicosia.", "tank"),
    ("Fighting went on in Saraqib. Rebels showed tanks that they had captured from the army.", "tank"),
    ("In Tarhuna a convoy was hit on Sunday. Their tanks were captured from the army in October.", "tank"),
    ("Baku has called it a lie. A T-72 was destroyed.", "t-72"),
    ("In Saraqib the front held. Damascus denied that a Pantsir had been lost.", "pantsir-s1"),
    ("Russia delivered the S-300 to Damascus last week.", "s-300"),
    ("Germany handed over two Patriots to Kyiv.", "patriot"),
]


@pytest.mark.parametrize(("text", "system"), NOWHERE)
def test_no_place_that_is_not_the_claims(text: str, system: str) -> None:
    assert claim(text, system).places == {}


TIMES = [
    ("Ukraine destroyed two tanks on Tuesday.", "tank", "2024-05-21"),
    ("On 3 May Ukraine destroyed two tanks.", "tank", "2024-05-03"),
    ("Ukraine said on Tuesday that it had destroyed two tanks.", "tank", None),
    ("Ukraine said on Tuesday that it had destroyed two tanks in April.", "tank", "2024-04"),
    ("One Pantsir was captured when GNA forces took the base on 18 May.", "pantsir-s1", "2024-05-18"),
    (
        "When the Iraqi army pulled out of Ramadi last month, it left five tanks to the Islamic State.",
        "tank",
        "2024-04",
    ),
    # a clause that goes on from a time, or that something came after
    ("The line has been still since March, when Ukraine took Robotyne and captured two tanks.", "tank", "2024-03"),
    ("Since rebels seized the pass in January, the army has lost nine tanks.", "tank", "2024-01/.."),
    ("Sudan bought Mohajer-6 drones from Iran after talks in October.", "mohajer-6", "2023-10/.."),
    ("Russia moved six Tu-22M3 bombers to Olenya after the 3 May raid.", "tu-22m3", "2024-05-03/.."),
    ("Iran, which signed a pact with Sudan in October, has since sent it Mohajer-6 drones.", "mohajer-6", "2023-10/.."),
    # how a thing was come by is of another time
    ("Jets bought from Belarus in 2021 and based at Gao were destroyed on Friday.", "combat-aircraft", "2024-05-24"),
    ("Drones, acquired from China in 2023 and based at Kavumu, were used against M23.", "armed-drone", None),
    ("Tanks bought from Bulgaria in 2019 were destroyed.", "tank", None),
    # when it is told
    ("On Tuesday the army said that rebels had shot down a Mi-17.", "mi-8", "2024-05-21"),
    ("The army said on Tuesday that rebels had shot down a Mi-17.", "mi-8", None),
    ("One raid near Kao in early March, the mayor said, had burned nine tanks.", "tank", "2024-03"),
    # a story that goes on, and one that does not
    ("Drones struck Kao on Tuesday. Two tanks were destroyed.", "tank", "2024-05-21"),
    ("He conceded that a shell had hit the depot on Tuesday. Nine tanks were destroyed.", "tank", "2024-05-21"),
    ("The island will vote on Tuesday. Two tanks were destroyed.", "tank", None),
    ("No jets took off, and they did not fire on Tuesday. Two tanks were destroyed.", "tank", None),
    ("Planes have decided the past week. Two tanks were destroyed.", "tank", None),
    # of the main clause; of a target's participle; behind a colon
    ("Rebels advanced on Gao on Monday, as two jets bombed the town.", "combat-aircraft", "2024-05-20"),
    ("The minister spoke on Monday, as he said that they had lost two tanks.", "tank", None),
    ("Two F-15s bombed a depot used by militants in Iraq on Monday.", "f-15", "2024-05-20"),
    ("It is true: last month they lost two tanks.", "tank", "2024-04"),
]


@pytest.mark.parametrize(("text", "system", "edtf"), TIMES)
def test_time_of_the_event_not_of_the_speech(text: str, system: str, edtf: str | None) -> None:
    assert claim(text, system).when == edtf


def test_country_that_a_gift_comes_from_gave_it() -> None:
    found = claim("More than 100 used Abrams tanks arrived in Poland from the United States.", "m1-abrams")
    assert found.supplier == "united-states"
    assert "from" not in found.places


PICTURES = (
    "Satellite pictures of Benina were taken on 3 May and have come to us since.\n"
    "Four MiG-29s stand on the eastern apron, and next to them two Mi-35s.\n"
    "Il-76s have been landing since 2022. We count three L-39s at Misrata airport. Another image of Benina, of the 9th,"
    " shows a Pantsir-S1 beside the runway."
)
STOOD = [
    ("mig-29", "benina", "2024-05-03"),
    ("mi-35", "benina", "2024-05-03"),
    ("l-39", "misrata-air-base", None),
    ("pantsir-s1", "benina", "2024-05-09"),
]


@pytest.mark.parametrize(("system", "base", "edtf"), STOOD)
def test_what_pictures_of_a_base_show_stood_on_it_when_they_were_taken(
    system: str, base: str, edtf: str | None
) -> None:
    found = claim(PICTURES, system)
    assert (found.places, found.when) == ({"at": (base,)}, edtf)


SERIES = (
    "We bought nine satellite images of Benina, taken between 3 March and 9 May. Two MiG-29s are on none of the images."
)


def test_a_series_of_pictures_has_the_time_of_all() -> None:
    assert claim(SERIES, "mig-29").when == "2024-03-03/2024-05-09"


NOT_PICTURED = [
    "Satellite images of Benina were released on Friday. The images show L-39 jets.",
    "Satellite images of Benina were taken on 3 May. The army has lost nine L-39 jets in the pictures' time.",
    "The base at Benina is old. The army operates nine L-39 jets.",
]


@pytest.mark.parametrize("text", NOT_PICTURED)
def test_no_time_but_that_of_a_picture_is_taken_for_it(text: str) -> None:
    assert claim(text, "l-39").when is None


SHOWN = [
    ("Drone footage taken on 19 January showed a MiG-29 landing at Benina.", "2024-01-19"),
    ("A video filmed on Tuesday and posted online shows a MiG-29 burning near Sirte.", "2024-05-21"),
    ("Photographs from 3 May show six MiG-29s at Benina.", "2024-05-03"),
    ("A video posted on Tuesday shows a MiG-29 burning near Sirte.", None),
    ("Photographs from 3 May show a MiG-29 that Russia had delivered.", None),
]


@pytest.mark.parametrize(("text", "edtf"), SHOWN)
def test_what_a_picture_shows_was_so_when_it_was_taken(text: str, edtf: str | None) -> None:
    assert claim(text, "mig-29").when == edtf


@pytest.mark.parametrize(
    "text", ["On 4 May the army retook Mosul.", "In Iraq, on 4 May, militias entered and took Mosul."]
)
def test_a_place_was_taken_when_the_front_of_the_clause_says(text: str) -> None:
    assert [each.when for each in claims(text) if each.action == "controls"] == ["2024-05-04"]
