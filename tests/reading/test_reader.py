"""Plain sentences of the press, from the text to the whole claim; and what is told twice."""

from __future__ import annotations

import pytest
from proposed import knowledge

from oob import when
from oob.reading.reader import Proposal, read
from oob.reading.speech.speakers import Speaker

OUTLET = Speaker("Example Wire", None, "outlet")


def proposals(text: str) -> list[Proposal]:
    return read(text, when.parse("2020-05-28"), OUTLET, knowledge())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran supplied Sudan with drones.", {"action": "supplied", "operator": "sudan", "supplier": "iran"}),
        ("Russia supplied Libya 14 MiG-29s.", {"action": "supplied", "count_text": "14", "operator": "libya"}),
        (
            "Poland handed over 14 Leopard tanks to Kyiv.",
            {"count_text": "14", "supplier": "poland"},
        ),
        ("Poland handed over over 14 Leopard tanks to Kyiv.", {"count_text": "over 14"}),
        ("No Turkish soldiers are present in Libya, Ankara said.", {"stance": "denied", "operator": "turkey"}),
        ("No Russian jets have been seen in Libya.", {"stance": "denied", "operator": "russia"}),
        ("A MiG-29 was seen at Khmeimim.", {"action": "present", "places": {"at": ("khmeimim",)}}),
        ("About 500 Wagner mercenaries left Tripoli on Sunday.", {"operator": "wagner-group", "when": "2020-05-24"}),
        ("The LNA captured three tanks near Sirte.", {"action": "captured", "opponent": "lna"}),
        ("Egypt has bought 24 Rafale jets from France.", {"operator": "egypt", "supplier": "france"}),
        ("Ukraine lost two tanks near Kyiv, according to Oryx.", {"action": "destroyed", "operator": "ukraine"}),
        ("Israel struck a convoy of trucks near Damascus overnight.", {"action": "damaged", "opponent": "israel"}),
        ("Turkey denied that its F-16s had shot down an Armenian Su-25.", {"stance": "denied", "opponent": "turkey"}),
        ("The Houthis may have used Qasef drones.", {"stance": "possible", "operator": "houthis"}),
        ("Germany will deliver 18 Leopard 2 tanks to Ukraine.", {"action": "planned", "beneficiary": "ukraine"}),
        ("France withdrew its last Mirage jets from Niger.", {"action": "withdrawn", "operator": "france"}),
    ],
)
def test_a_plain_sentence_makes_one_claim(text: str, expected: dict[str, object]) -> None:
    (made,) = proposals(text)
    assert {name: getattr(made, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("General Townsend said 14 MiG-29s and Su-24s were flown to Libya.", ["deployed", "deployed"]),
        ("Two Su-24 bombers crashed near Benina, killing four.", ["crashed"]),  # the killed are no bombers
        ("The price of tanks rose by 12 percent.", []),
        ("The 4th Tank Division was founded in 1942.", []),
    ],
)
def test_a_sentence_makes_as_many_claims_as_it_tells(text: str, actions: list[str]) -> None:
    assert [made.action for made in proposals(text)] == actions


def test_a_headline_that_the_body_repeats_is_no_claim_of_its_own() -> None:
    body = "Six MiG-29 jets were seen at Al Jufra on Monday, a US official said."
    made = proposals(f"Jets seen at Al Jufra\n\n{body}")
    assert [(each.paragraph, each.system) for each in made] == [(2, "mig-29")]


def test_a_headline_with_the_number_of_the_body_is_no_claim_of_its_own() -> None:
    body = "Four Su-30SM jets were seen at Latakia on Monday, a US official said."
    made = proposals(f"Four Su-30SM jets seen at Latakia\n\n{body}")
    assert [(each.paragraph, each.count_text) for each in made] == [(2, "Four")]
    other = proposals(f"Six Su-30SM jets seen at Latakia\n\n{body}")
    assert [(each.paragraph, each.count_text) for each in other] == [(1, "Six"), (2, "Four")]


def test_a_paragraph_printed_twice_counts_once() -> None:
    line = "Two tanks were destroyed near Sirte on Monday."
    assert len(proposals(f"{line}\n\nOther news.\n\n{line}")) == 1


def test_evidence_is_where_the_thing_is_named() -> None:
    (made,) = proposals("On Monday, two T-72 tanks were destroyed near Sirte.")
    start, end = made.evidence
    assert "T-72" in made.passage[start:end]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot, who had , ejected, was filmed with a MiG-29 near Gao.",
        "The tanks had, the army , said, been , lost of which and along with.",
        "Two of which, most likely on board, have yet to the tanks many times.",
    ],
)
def test_sentences_that_are_none_are_no_mistake_of_ours(text: str) -> None:
    assert all(each.system for each in proposals(text))
