"""Who is a speaker and how far his words reach, where that is less plain. Each sentence was made up for it."""

from __future__ import annotations

import pytest
from proposed import claims, knowledge

from oob.reading.reader import read
from oob.reading.speech.statements import Speaker


def told(text: str, system: str) -> list[tuple[str, str]]:
    """The speakers and stances of the claims on a system, in the order of the text."""
    return [(each.speaker.name, each.stance) for each in claims(text) if each.system == system]


PUT_IN = [
    # what reads like a noun is a verb between commas, after one who can do it
    ("The rebels, the command estimates, still have four Grads in Gao.", "the command", "assessed"),
    ("However, as the expert Amadou Keita considers, the rebels have lost four Grads in Gao.", "Amadou Keita",
     "assessed"),
    ("Four Grads were lost in Gao, Western officials believe, in the first week of May.", "unnamed Western officials",
     "assessed"),
    ("Four Grads were lost in Gao, press accounts suggest, in the first week of May.", "unattributed reports",
     "alleged"),
    # but not after what nobody does
    ("All told, four Grads have been lost in Gao, according to the mayor.", "mayor", "alleged"),
    ("Four Grads were lost in Gao, officials said, hours after the rebels claimed to have left.", "officials",
     "alleged"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "stance"), PUT_IN)
def test_what_is_put_in_between_commas(text: str, speaker: str, stance: str) -> None:
    assert set(told(text, "bm-21-grad")) == {(speaker, stance)}


WHOEVER = [
    # whoever does what only people do
    ("One smuggler, a former teacher, complained that the rebels had lost four Grads.", "one smuggler"),
    ("Hassan Abdi, a fixer for the governor, conceded that the rebels had taken four Grads.", "Hassan Abdi"),
    # a finding is of those who found it out; reports and estimates without a name are nobody's
    ("According to the SBU's preliminary findings, four Grads were lost in Gao.", "Security Service of Ukraine"),
    ("According to some estimates, four Grads were lost in Gao.", "unattributed reports"),
    ("Initial accounts said that four Grads were lost in Gao.", "unattributed reports"),
    ("According to information released by the SBU, four Grads were lost in Gao.", "Security Service of Ukraine"),
    ("Four Grads were lost in Gao, the press service of the 110th Brigade reported.",
     "press service of the 110th Brigade"),
    ("“We lost four Grads in Gao,” said a fighter.", "fighter"),
    # the next sentence says whose word it is
    ("Four Grads were lost in Gao. This was reported by the SBU on Telegram.", "Security Service of Ukraine"),
    ("Four Grads were lost in Gao.\nThis is stated in the report of the SBU.", "Security Service of Ukraine"),
    ("Four Grads were lost in Gao. Amadou Keita, a mayor, said this on Facebook.", "Amadou Keita"),
    ("Four Grads were lost in Gao. This was the third attack by the SBU.", "The Gazette"),
    # a paper's reporter is the paper
    ("In a statement Hezbollah said four Grads had been lost.", "Hezbollah (as a speaker)"),
    ("Four Grads were lost in Gao, Lebanon's health ministry said.", "Lebanese health ministry"),
    ("Nigerien state television reported that four Grads had been lost.", "Nigerien state television"),
    ("The spokesman Amadou Keita was seen in Gao. On Friday Keita said four Grads had been lost.", "Amadou Keita"),
    ("The US Africa Command is silent. The Libyan National Army (LNA), the command said, lost four Grads.",
     "US Africa Command"),
    ("Our correspondent in Gao said that four Grads had been lost there.", "The Gazette"),
    # a body's name goes on after "for", "of" and "on"
    ("Four Grads were lost in Gao, the Institute for Desert Studies said.", "Institute for Desert Studies"),
    ("Four Grads were lost in Gao, the Council of the Elders of Menaka estimates.",
     "Council of the Elders of Menaka"),
    ("The Nordic Centre on Arms and Aid said that four Grads had been lost.", "Nordic Centre on Arms and Aid"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), WHOEVER)
def test_whoever_speaks(text: str, speaker: str) -> None:
    assert {name for name, _ in told(text, "bm-21-grad")} == {speaker}


def test_an_agencys_reporter_speaks_for_the_agency() -> None:
    agency = Speaker("SANA", "sana", "outlet")
    text = "Four Grads were lost in Gao, SANA's reporter said. On Monday the reporter added that a T-72 had been lost."
    assert {(one.speaker, one.stance) for one in read(text, None, agency, knowledge())} == {(agency, "asserted")}


REACH = [
    # an attribution right before one thing is for that thing
    ("Chad has sent the rebels four Grads and, according to a trader in Gao, six T-72s.", "The Gazette",
     "trader in Gao"),
    # a charge ends with its clause, what is thought of somebody with the comma after it
    ("Chad blamed Sudan, and in May the rebels lost four Grads and two T-72s.", "The Gazette", "The Gazette"),
    ("The rebels, thought to number 300, lost four Grads and two T-72s.", "The Gazette", "The Gazette"),
    # one at the end reaches back to a semicolon
    ("Four Grads were lost in Gao; two T-72s were burned in Kidal, a trader said.", "The Gazette", "trader"),
    # the sentence after is the writer's, unless it counts some of those, or is put back in time
    ("A trader said that two T-72s were burned in Gao. The four Grads are in Kidal.", "The Gazette", "trader"),
    ("A trader said that two T-72s were burned in Gao. They had lost four Grads there.", "trader", "trader"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "grads", "tanks"), REACH)
def test_how_far_an_attribution_reaches(text: str, grads: str, tanks: str) -> None:
    assert {name for name, _ in told(text, "bm-21-grad")} == {grads}
    assert {name for name, _ in told(text, "t-72")} == {tanks}


def test_an_attribution_of_a_bare_figure_is_of_the_figure_alone() -> None:
    text = "Chad has sent four Grads - two, according to the mayor, and six, according to a diplomat - and two T-72s."
    said = {(each.count_text, each.speaker.name) for each in claims(text)}
    assert said == {("four", "The Gazette"), ("two", "mayor"), ("six", "diplomat"), ("two", "The Gazette")}


HEDGED = [
    # right before the thing
    ("The army used a missile system, most likely an Osa, near Gao.", "osa", "assessed"),
    ("Two drones, possibly of type Orlan-10, fell near Gao.", "orlan-10", "possible"),
    ("The rebels have sent men and, reportedly, four Grads to Gao.", "bm-21-grad", "alleged"),
    # of which nothing is said, though of another thing it is
    ("The army, which probably has an Osa near Gao, lost four Grads.", "bm-21-grad", "asserted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "stance"), HEDGED)
def test_a_hedge_before_the_thing(text: str, system: str, stance: str) -> None:
    assert {each for _, each in told(text, system)} == {stance}


GRANTED = [
    # what tells which things are meant is not denied with the rest
    ("No Grad that the rebels captured was used.", "captured", "asserted"),
    ("None of the Grads captured in Gao by the rebels was used.", "captured", "asserted"),
    # where nothing else is told of them, it is
    ("There were no Grads captured in Gao by the rebels.", "captured", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "action", "stance"), GRANTED)
def test_what_is_taken_for_granted(text: str, action: str, stance: str) -> None:
    assert {each.stance for each in claims(text) if each.action == action} == {stance}


OF_A_STATE = [
    # a branch, a ministry or a minister is that of the state whose forces the sentence tells of
    ("A Nigerian Air Force Alpha Jet crashed in Zamfara, the air force said.", "alpha-jet", "Nigerian Air Force"),
    ("Kenya lost an Alpha Jet near Garissa, the air force said.", "alpha-jet", "Kenyan Air Force"),
    ("Chad has bought two Alpha Jets, the defence ministry said.", "alpha-jet", "Chadian Ministry of Defence"),
    ("Poland has given Kyiv an Alpha Jet, Prime Minister Jan Kowal said.", "alpha-jet", "Jan Kowal"),
]


@pytest.mark.parametrize(("text", "system", "speaker"), OF_A_STATE)
def test_a_body_without_a_name_is_of_the_state_that_acts(text: str, system: str, speaker: str) -> None:
    assert told(text, system) == [(speaker, "asserted")]


def test_who_is_attacked_tells_of_it() -> None:
    text = "Russia sent nine Shahed-136 drones against Ukraine, the air force said."
    assert [stance for _, stance in told(text, "shahed-136")] == ["alleged"]


def test_a_minister_named_beside_his_office_announces() -> None:
    text = "Boris Pistorius, the German defence minister, announced the delivery of a Patriot battery to Ukraine."
    (one,) = claims(text)
    assert (one.speaker.name, one.supplier, one.beneficiary) == ("Boris Pistorius", "germany", "ukraine")


OWN = [
    # whose army an officer without a name is of, and whose coalition his country leads
    ("The Malian army fights JNIM. An army source said its jets had destroyed nine pickups near Kidal.", "asserted"),
    ("The Malian army fights JNIM. Army spokesman Amadou Keita said nine pickups had been destroyed.", "asserted"),
    ("ISIL held Mosul. A Pentagon spokesman said coalition jets had destroyed nine pickups in Iraq.", "asserted"),
    ("The Malian army fights JNIM. A Western army officer said nine pickups had been destroyed.", "alleged"),
]


@pytest.mark.parametrize(("text", "stance"), OWN)
def test_an_officer_states_what_his_own_side_did(text: str, stance: str) -> None:
    assert [each.stance for each in claims(text) if each.action == "destroyed"] == [stance]
