"""What is told of arms by the way: who supplies whom, whom a cargo is for, what a vehicle has, what radar sees.

Plain sentences, each with what a careful reader would note: action, count, system, and the parties where they matter.
"""

from __future__ import annotations

import pytest
from proposed import claims, gist

SUPPLIERS = [
    ("Iran is the main supplier of drones to Russia.", ("uav", "iran", "russia")),
    ("Russia is India's largest arms supplier.", ("equipment", "russia", "india")),
    ("Russia remains the main supplier of tanks to Mali.", ("tank", "russia", "mali")),
    ("China, the biggest arms supplier to Pakistan, denied this.", ("equipment", "china", "pakistan")),
    ("Pakistan's main arms supplier, China, denied this.", ("equipment", "china", "pakistan")),
]


@pytest.mark.parametrize(("text", "gift"), SUPPLIERS)
def test_a_supplier_is_named_by_a_noun(text: str, gift: tuple[str, str, str]) -> None:
    """The noun tells of the thing, who gives it, and who has it by that."""
    (claim,) = claims(text)
    system, giver, receiver = gift
    assert (claim.action, claim.system, claim.supplier) == ("supplied", system, giver)
    assert claim.operator == claim.beneficiary == receiver


MEANT = [
    ("The plane was carrying military supplies destined for the RSF.", "rapid-support-forces"),
    ("Customs officers seized 200 rifles meant for the Houthis.", "houthis"),
    ("The weapons, intended for Hamas, were found in a warehouse.", "hamas"),
]


@pytest.mark.parametrize(("text", "receiver"), MEANT)
def test_a_cargo_is_meant_for_somebody(text: str, receiver: str) -> None:
    """For whom it is stands after the participle; it is not his yet."""
    last = claims(text)[-1]
    assert (last.beneficiary, last.operator) == (receiver, None)


TOLD = [
    # nouns of seeing that look like verbs
    ("Pictures show six MiG-29s at Jufra.", ["present six mig-29"]),
    (
        "Photographs show two tanks at Homs, and pictures show a Pantsir at Jufra.",
        ["present pantsir-s1", "present two tank"],
    ),
    ("Reports say two tanks were destroyed near Goma.", ["destroyed two tank"]),
    # adjectives in -ed after a verb
    ("The army is using sophisticated weapons such as Kornet missiles.", ["operates kornet"]),
    ("The rebels fired outdated rockets at Aden.", ["struck artillery-rocket"]),
    # what soldiers are shown doing
    ("Video shows Russian soldiers firing a howitzer near Bakhmut.", ["operates howitzer"]),
    ("Footage shows Russian soldiers patrolling in Homs.", ["present regular-troops"]),
    # what radar sees
    ("Radar picked up two Russian jets near Estonia.", ["present two combat-aircraft"]),
    ("The jet was picked up by radar near Kaliningrad.", ["present combat-aircraft"]),
    ("The army picked up two howitzers from Germany.", ["supplied two howitzer"]),
    # activity
    ("The Indian fighter jets are highly active in the area.", ["operates fighter-aircraft"]),
    ("Chinese drone activity near Taiwan has risen.", ["operates uav"]),
    ("The helicopters are no longer active.", []),
    # going elsewhere
    ("Tanks of the Russian army have been moved to the border.", ["deployed tank"]),
    ("Four Patriot batteries were moved from Germany to Poland.", ["transported Four patriot"]),
    # hired men on a side
    (
        "More than 80 Colombian mercenaries were helping the RSF in El-Fasher.",
        ["operates More than 80 colombian-mercenaries"],
    ),
    # no claims
    ("The vehicle has a new turret, a gun and thermal sights.", []),
    ("Russia's tanks are seen as an easy target.", []),
    ("The mix of drones has to be taken as a sign of war.", []),
    ("No enemy aircraft would be able to pass.", []),
    ("Iran is a major exporter of drones.", []),
    ("A supplier of drones to the army was arrested.", []),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told(text: str, told: list[str]) -> None:
    """One claim for each thing told of, and none of what only looks so."""
    assert gist(text) == told


def test_accusations_are_denied_despite_the_evidence() -> None:
    """Who rejects the accusations denies what the paragraph before says, whatever stands behind."""
    text = (
        "The army accused the UAE of sending drones to the RSF.\n"
        "The UAE rejects the accusations in spite of reports by UN experts."
    )
    assert [each.stance for each in claims(text)][-1] == "denied"


MORE = [
    # a general word with "such" means what was named
    ("The Houthis have ballistic missiles.\nThey have fired such missiles at Riyadh.", "struck ballistic-missile"),
    (
        "Russia received ballistic missiles from Iran.\nIt launched about 50 such missiles at Kyiv.",
        "struck about 50 ballistic-missile",
    ),
    # men who do it, before a word that may be a noun
    ("Seoul said that it had sent howitzers, which Russian troops fire at the town.", "struck howitzer"),
    # whose a thing is, beside what is told of it
    ("A drone said to belong to the LNA crashed near Tripoli.", "crashed a uav"),
    # coming close
    ("Israeli jets have been flying close to the Lebanese border.", "operates combat-aircraft"),
    ("Chinese helicopters came very near to the border on Monday.", "operates helicopter"),
    # adjectives that are participles, with more between
    ("India has deployed its advanced very accurate S-400 batteries in Ladakh.", "deployed s-400"),
]


@pytest.mark.parametrize(("text", "told"), MORE)
def test_what_is_told_last(text: str, told: str) -> None:
    """The last claim of a text."""
    last = claims(text)[-1]
    assert " ".join(filter(None, (last.action, last.count_text, last.system))) == told


DATED = [
    ("It added that in Goma, on 2 May 2024, the army seized two tanks.", "2024-05-02"),
    ("The mission reported that beyond the lines, on 30 July 2018, its drone found three tanks.", "2018-07-30"),
    ("As fighting raged on 3 May 2022, observers counted six tanks near Luhansk.", "2022-05-03"),
]


@pytest.mark.parametrize(("text", "when"), DATED)
def test_a_time_stands_in_front_of_what_is_told(text: str, when: str) -> None:
    """After "that", or in a clause with "as", the time is that of what was done or seen."""
    (claim,) = claims(text)
    assert claim.when == when


def test_a_quotation_is_whose_the_last_was() -> None:
    """Where nobody is named, whoever was quoted last speaks on, past a line that is none of the article's."""
    text = (
        '"Six tanks stood at Donetsk," the OSCE mission said.\nRead more\n'
        'The drone also found "five howitzers near Luhansk".'
    )
    first, last = claims(text)
    assert last.speaker == first.speaker


def test_rebels_are_no_international_body() -> None:
    """Who holds a rebel-held town is a movement, though the United Nations was named last."""
    text = "M23 fought on.\nThe UN drone was seen in rebel-held Rutshuru."
    assert "m23" in [each.operator for each in claims(text) if each.action == "controls"]


BEFORE = [
    ("Analysts counted 36 tanks at Goma, compared with 16 on 26 July 2024.", [("36", None), ("16", "2024-07-26")]),
    ("There were 36 tanks at Homs, up from 16 in June 2020.", [("36", None), ("16", "2020-06")]),
    ("The army has 20 helicopters, compared with 40 in 2011.", [("20", None), ("40", "2011")]),
]


@pytest.mark.parametrize(("text", "counts"), BEFORE)
def test_a_number_is_compared_with_one_before(text: str, counts: list[tuple[str, str | None]]) -> None:
    """The other number is a claim of its own, at its own time."""
    assert [(each.count_text, each.when) for each in claims(text)] == counts


def test_a_price_is_no_number_before() -> None:
    """Only what was counted is compared."""
    (claim,) = claims("The army has 20 helicopters, which cost 16 million each.")
    assert claim.count_text == "20"


HIRED = [
    "The UAE recruited Colombian mercenaries for the RSF.",
    "The UAE was involved in recruiting Colombian mercenaries for the RSF.",
    "Colombian mercenaries were recruited by the UAE for the RSF.",
]


@pytest.mark.parametrize("text", HIRED)
def test_men_are_hired_for_another(text: str) -> None:
    """Who hires men for another gives them to him."""
    (claim,) = claims(text)
    assert (claim.action, claim.operator, claim.supplier) == ("recruited", "rapid-support-forces", "uae")
    assert claim.beneficiary == "rapid-support-forces"


AHEAD = [
    ("Poland is set to take delivery of 20 Abrams tanks next year.", "planned"),
    ("Four helicopters are to be delivered to Mali by Russia.", "planned"),
    ("Six tanks were to be sent to Niger.", "planned"),
    ("Mali took delivery of four helicopters from Russia.", "delivered"),
    ("Six tanks were set on fire.", "destroyed"),
]


@pytest.mark.parametrize(("text", "action"), AHEAD)
def test_what_is_to_be_done(text: str, action: str) -> None:
    """What is to be delivered, or is set to come, has not come yet."""
    assert [each.action for each in claims(text)] == [action]


SEEN = [
    ("Analysts counted 36 tanks at Goma.", "assessed"),
    ("Witnesses saw six tanks near Goma.", "alleged"),
    ("Two tanks were spotted by residents near Goma.", "alleged"),
    ("Two tanks were observed near Goma.", "asserted"),
    ("Six drones were detected by radar over Kyiv.", "asserted"),
]


@pytest.mark.parametrize(("text", "stance"), SEEN)
def test_who_saw_it_says_so(text: str, stance: str) -> None:
    """What people saw is their word, of experts their judgement; what was seen by nobody named is the writer's."""
    first = claims(text)[0]
    assert (first.action, first.stance) == ("present", stance)


LISTS = [
    (
        "The monitors saw five howitzers near Donetsk, eight tanks near Luhansk and four Grads close to Mariupol.",
        [("donetsk",), ("luhansk",), ("mariupol",)],
    ),
    ("The army destroyed two tanks near Bakhmut and two tanks near Izyum.", [("bakhmut",), ("izium",)]),
    ("The army destroyed two tanks, three howitzers and a Grad near Izyum.", [("izium",)] * 3),
    ("Rebels seized two tanks in Homs, three howitzers and a Grad in Idlib.", [("homs",), ("idlib",), ("idlib",)]),
    ("The army lost two jets (a MiG-29 and a Su-25) over Kyiv.", [("kyiv",)] * 2),
]


@pytest.mark.parametrize(("text", "places"), LISTS)
def test_each_thing_of_a_list_is_at_its_own_place(text: str, places: list[tuple[str, ...]]) -> None:
    """Where each thing of a list has its place, it is there alone; a place at the end is that of all."""
    assert [sum(each.places.values(), ()) for each in claims(text)] == places


GOING_ON = [
    (
        "The army destroyed two tanks on 2 May 2024 and three howitzers on 3 May 2024.",
        [("destroyed two tank", "2024-05-02"), ("destroyed three howitzer", "2024-05-03")],
    ),
    (
        "The army lost two jets in May 2020 and six helicopters were damaged.",
        [("destroyed two combat-aircraft", "2020-05"), ("damaged six helicopter", None)],
    ),
    (
        "Two tanks near Bakhmut and three howitzers near Izyum were destroyed.",
        [("destroyed Two tank", None), ("destroyed three howitzer", None)],
    ),
    (
        "Six jets at Jufra and two helicopters at Sirte belong to Wagner.",
        [("operates Six combat-aircraft", None), ("operates two helicopter", None)],
    ),
]


@pytest.mark.parametrize(("text", "told"), GOING_ON)
def test_a_list_goes_on_after_a_time_or_place(text: str, told: list[tuple[str, str | None]]) -> None:
    """What stands behind a time or place of the first thing is done to the second too, at its own time."""
    assert [(f"{each.action} {each.count_text} {each.system}", each.when) for each in claims(text)] == told
