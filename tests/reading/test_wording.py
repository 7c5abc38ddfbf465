"""Turns of phrase that news of any war uses: whose a thing is, when, who says so. Read from sentences of their own."""

from __future__ import annotations

import pytest
from proposed import claim, claims, knowledge, side

from oob.names import normal
from oob.reading.claims import forces, wars


def told(text: str) -> list[str]:
    """The claims of a text: action, number and system."""
    numbers = [f"{each.count.low} " if each.count is not None else "" for each in claims(text)]
    return sorted(f"{each.action} {number}{each.system}" for each, number in zip(claims(text), numbers, strict=True))


OWNERS = [
    # in service, in use, in the hands, at the disposal of
    ("The Su-24 is still in service with the Iranian air force.", "su-24", "iran"),
    ("At least two M113s are in the hands of Hezbollah.", "m113", "hezbollah"),
    ("The monitors filmed three BTR-80s in use by the Rapid Support Forces.", "btr-80", "rapid-support-forces"),
    # armed or equipped with, by nobody in particular
    ("Al-Shabaab fighters armed with RPG-7 launchers attacked the base.", "rpg-7", "al-shabaab"),
    ("The M23 rebels, equipped with 120mm mortars, took the hill.", "heavy-mortar", "m23"),
    # people whose name begins with whose they are
    ("Wagner mercenaries in Mali used Mi-24 helicopters.", "mi-24", "russian-contractors"),
    # who loses a thing has had it, whoever gave or made it
    ("Ukraine, which fights Russia, has lost nine American Bradleys.", "m2-bradley", "ukraine"),
    # the doer of a strike stands in an aside
    ("Saudi Arabia said it had struck the camp.\nHouthi drones hit a depot in Jeddah.", "armed-drone", "houthis"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "operator"), OWNERS)
def test_whose_a_thing_is(text: str, system: str, operator: str) -> None:
    assert side(claim(text, system).operator) == operator


def test_maker_is_not_who_has_it() -> None:
    assert claim("Local militias have Chinese FK-2000 systems.", "fk-2000").operator is None


LOSSES = [
    # a nation's adjective stands before a noun, however much that looks like a verb
    ("Kenyan troops repelled Somali attacks near Kismayo and destroyed two technicals.", "technical", "kenya"),
    # words between "have" and its participle
    ("The spokesman said Armenian units had in their turn shot down an Azerbaijani drone.", "uav", "armenia"),
    ("Ukraine's air force has since Friday shot down nine Russian drones.", "uav", "ukraine"),
]


@pytest.mark.parametrize(("text", "system", "winner"), LOSSES)
def test_who_destroyed_it(text: str, system: str, winner: str) -> None:
    assert side(claim(text, system).opponent) == winner


WHEN = [
    ("Two tanks were destroyed in Saturday's attack on the town.", "tank", "2024-05-25"),
    ("Last week's delivery included 20 Marder vehicles.", "marder", "2024-05-13/2024-05-19"),
    ("The May 3 missile attack hit a hangar.", "missile", "2024-05-03"),
    ("They moved six bombers after the April 19 drone strike on the base.", "armed-drone", "2024-04-19"),
    ("Nine drones were shot down overnight into Friday.", "uav", "2024-05-24"),
    ("The gunners had on Thursday brought down two drones.", "uav", "2024-05-23"),
    # a story of fighting goes on
    ("On 11 May the army attacked Djibo. It lost three tanks.", "tank", "2024-05-11"),
    ("The convoy left Kufra on 3 March. The next day a drone hit two trucks.", "armed-drone", "2024-03-04"),
    # since the war began
    ("Since the start of the war in April 2023, the RSF has shot down four MiGs.", "combat-aircraft", "2023-04/.."),
    ("Russia has lost 3,000 tanks near Kharkiv since the invasion.", "tank", "2022-02-24/2024-05-26"),
    # who documents a thing tells when it was there
    ("In March, the monitors documented four MiG-29s at Al Jufra.", "mig-29", "2024-03"),
]


@pytest.mark.parametrize(("text", "system", "edtf"), WHEN)
def test_when_it_was(text: str, system: str, edtf: str) -> None:
    assert claim(text, system).when == edtf


def test_what_is_told_of_gifts_is_no_story_of_fighting() -> None:
    assert (
        claim("On 11 May the president visited Paris. France gave Ukraine two Crotale systems.", "crotale").when is None
    )


TOLD = [
    # verbs that share their object
    ("Gunners intercepted and destroyed 14 drones.", ["destroyed 14 uav"]),
    # what somebody saw a thing do
    ("A resident said he saw three tanks enter the town.", ["deployed 3 tank"]),
    # parts of what was counted
    ("The tracker lists 90 lost tanks, 60 of them destroyed and 30 captured.",
     ["captured 30 tank", "destroyed 60 tank", "destroyed 90 tank"]),
    ("Nine vehicles were destroyed, two of them BTR-80s that the rebels had taken from the army.",
     ["captured 2 btr-80", "destroyed 2 btr-80", "destroyed 9 vehicle"]),
    # a clause of speech inside a relative clause
    ("The army paraded six technicals which it said had been taken from the rebels.",
     ["captured 6 technical", "present 6 technical"]),
    # what failed, is needed or unclear has not happened
    ("Two rockets landed near the school, and one failed to explode.", ["struck 2 artillery-rocket"]),
    ("The commander said the brigade needs 25 howitzers.", []),
    ("It is not clear who shot down the helicopter.", []),
    # nothing shows it
    ("Not one of the nine pictures shows an S-300.", ["present s-300"]),
    # what they came for
    ("Two F-15s returned to bomb the depot.", ["struck 2 f-15"]),
    # carriers carry
    ("An Antonov dropped supplies by parachute over the garrison.", ["transported transport-aircraft"]),
    ("Army trucks were taking tanks to the border.", ["transported tank"]),
    # strikes are counted, not what carries them out
    ("Mi-35 helicopters carried out 14 strikes on the camps.", ["struck 14 mi-35"]),
    # the men of a force, but not those who are hurt or arrested
    ("Chad has withdrawn 300 men from the border.", ["withdrawn 300 regular-troops"]),
    ("Some 200 Wagner men are in Timbuktu.", ["present 200 mercenaries"]),
    ("The attack killed 12 men of the brigade.", []),
    ("Police arrested 40 men near the border.", []),
    # what losses are, and tallies whose numbers stand behind the things
    ("Ethiopia's losses since November are 11 tanks and 23 howitzers.", ["destroyed 11 tank", "destroyed 23 howitzer"]),
    ("Losses of the rebels over the past week: 4 pickups, 2 mortars.",
     ["destroyed 2 mortar", "destroyed 4 pickup-truck"]),
    ("The enemy's losses came to: tanks – 41 (+2), helicopters - 7, radars: 3.",
     ["destroyed 3 radar", "destroyed 41 tank", "destroyed 7 helicopter"]),
    ("The convoy had 12 trucks - 2 of them burned.", ["destroyed 2 truck", "operates 12 truck"]),
    # an arm of the forces is no number of things
    ("Russian artillery destroyed a Krab howitzer.", ["destroyed 1 krab"]),
    ("Russian artillery hit a school in Kharkiv.", ["struck artillery"]),  # but what a place was hit with
    # two types before one class
    ("Russia delivered MiG-29 and Su-24 aircraft to Sirte.", ["delivered mig-29", "delivered su-24"]),
    ("Grad and Uragan launchers fired at Izium.", ["struck bm-21-grad", "struck bm-27-uragan"]),
    # who sinks others does not sink
    ("A frigate sank two speedboats off Odesa.", ["destroyed 2 military-boat", "struck frigate"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_nothing_shown_is_denied() -> None:
    assert claim("None of the pictures shows an S-400.", "s-400").stance == "denied"


DENIED = [
    ("Kigali said a Congolese jet bombed the camp, an allegation that Congo denied.", "combat-aircraft"),
    ("The White House said Pyongyang shipped shells to Russia, which Moscow dismissed as gossip.",
     "artillery-ammunition"),
    ("The rebels said they had captured four tanks, something the army called a lie.", "tank"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system"), DENIED)
def test_denial_in_the_same_sentence(text: str, system: str) -> None:
    stances = [each.stance for each in claims(text) if each.system == system]
    assert len(stances) == 2
    assert stances[-1] == "denied"


SPEAKERS = [
    ("The monitors were told by two officers that a drone had crashed.", "uav", "two officers"),
    ("A spokesman for the Kenyan army said two technicals were destroyed.", "technical", "Kenyan army spokesman"),
    ("The Malian army's spokesman said two technicals were destroyed.", "technical", "Malian army spokesman"),
    ("An adviser to the president, General Ahmed Musa, said the army lost a tank.", "tank", "adviser to the president"),
    ("According to preliminary information, a Su-25 was shot down.", "su-25", "The Gazette"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "name"), SPEAKERS)
def test_who_says_so(text: str, system: str, name: str) -> None:
    assert claim(text, system).speaker.name == name


def test_wars_are_of_sides_that_the_catalogue_has() -> None:
    named = {each for pair in wars.ENEMIES | wars.HELPED for each in pair}
    assert named <= set(knowledge().parents["force"])
    assert {each for each in named if knowledge().forces.root(each) != each} == set()
    assert not wars.ENEMIES & wars.FRIENDS


ENEMIES = [
    ("Russian troops advanced. Ukraine and Belgium signed a treaty. A Ukrainian tank was destroyed.", "russia"),
    ("Germany met Sudan's army. The RSF spoke. A Sudanese army tank was destroyed.", "rapid-support-forces"),
]


@pytest.mark.parametrize(("text", "enemy"), ENEMIES)
def test_enemies_that_a_text_only_names(text: str, enemy: str) -> None:
    assert side(claim(text, "tank").opponent) == enemy


def test_gift_is_for_the_side_that_the_giver_helps() -> None:
    found = claim("Russia attacked Ukraine again.\nGermany has promised four Patriot batteries.", "patriot")
    assert (side(found.supplier), side(found.beneficiary)) == ("germany", "ukraine")


def test_name_without_end_is_looked_up_by_its_beginning_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(text: str) -> str:
        asked.append(text)
        return normal(text)

    monkeypatch.setattr(forces, "normal", counted)
    claims("MiG-29 " * 500)
    assert 0 < len(asked) < 100
