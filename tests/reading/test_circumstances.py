"""Where and when: the places and times of claims, from the phrases around them and from the sentences before."""

from __future__ import annotations

from functools import cache

import pytest

from oob import catalog, paths, when
from oob.reading.knowledge import Knowledge, of_catalogue
from oob.reading.reader import Proposal, read
from oob.reading.speech.statements import Speaker


@cache
def knowledge() -> Knowledge:
    return of_catalogue(catalog.read([paths.shipped("catalog.yaml")]))


def claim(text: str, system: str) -> Proposal:
    """The last claim on a system in a text that was published on Sunday, 26 May 2024."""
    found = list(read(text, when.parse("2024-05-26"), Speaker("paper", None, "outlet"), knowledge()))
    assert system in {each.system for each in found}
    return next(each for each in reversed(found) if each.system == system)


PLACES = [
    # by role
    ("Russian jets landed at Khmeimim.", "combat-aircraft", "at", "khmeimim"),
    ("A T-72 was destroyed near Bakhmut.", "t-72", "near", "bakhmut"),
    ("A T-72 was destroyed south of Bakhmut.", "t-72", "near", "bakhmut"),
    ("Russia flew jets from Khmeimim to Al Jufra.", "combat-aircraft", "to", "al-jufra"),
    ("The UAE has flown missiles to the RSF by way of Amdjarass.", "missile", "via", "amdjarass"),
    ("Russia pulled its Mi-35s out of Benina in December.", "mi-35", "from", "benina"),
    # the field of a town
    ("Turkish F-16s remain at the airport of Ganja.", "f-16", "at", "ganja-airport"),
    ("Four L-39 jets are based at Misrata airport.", "l-39", "at", "misrata-air-base"),
    ("Six MiG-29 jets are parked at the air base at Misrata.", "mig-29", "at", "misrata-air-base"),
    # what stands in front
    ("In Chernihiv, a Su-34 was shot down.", "su-34", "at", "chernihiv"),
    ("According to him, near Hadrut the army brought down one Su-25.", "su-25", "near", "hadrut"),
    ("On Tuesday, in Saraqib, rebels destroyed a T-72.", "t-72", "at", "saraqib"),
    # named before
    ("Russian missiles hit Kharkiv. Two HIMARS launchers were destroyed in the city.", "himars", "at", "kharkiv"),
    ("Fighting went on in Saraqib. A T-72 was destroyed there.", "t-72", "at", "saraqib"),
    ("Drones flew over Tripoli. Three Pantsirs were destroyed south of the capital.", "pantsir-s1", "near", "tripoli"),
    ("In Saraqib the front held. Up to four tanks were destroyed.", "tank", "at", "saraqib"),
    # a clause beside
    ("When the Iraqi army pulled out of Ramadi, it left five tanks to the Islamic State.", "tank", "from", "ramadi"),
    # a name in brackets between
    ("The ship delivered ten Kirpi vehicles to the Government of National Accord (GNA) at Misrata.", "kirpi", "at",
     "misrata"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "role", "place"), PLACES)
def test_place(text: str, system: str, role: str, place: str) -> None:
    assert claim(text, system).places.get(role) == (place,)


NOWHERE = [
    ("Russia destroyed nine Ukrainian tanks, an officer in Port Sudan said.", "tank"),
    ("Russia destroyed nine Ukrainian tanks, by the count of a consultancy in Nicosia.", "tank"),
    ("In Saraqib the front held. A T-72 was destroyed near Qaminas Zubd.", "t-72"),
    ("In Saraqib the front held. Damascus denied that a Pantsir had been lost.", "pantsir-s1"),
    ("Around the village of Hrodivka, soldiers fired an M777 howitzer. Washington was silent.", "m777"),
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
]


@pytest.mark.parametrize(("text", "system", "edtf"), TIMES)
def test_time_of_the_event_not_of_the_speech(text: str, system: str, edtf: str | None) -> None:
    assert claim(text, system).when == edtf


def test_country_that_a_gift_comes_from_gave_it() -> None:
    found = claim("More than 100 used Abrams tanks arrived in Poland from the United States.", "m1-abrams")
    assert found.supplier == "united-states"
    assert "from" not in found.places
