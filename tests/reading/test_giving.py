"""Who gave and who was given: patrons named twice, what a relative clause tells of it, consignments, gifts."""

from __future__ import annotations

import pytest
from proposed import claim, claims, gist

GIVEN = [
    ("The LNA has drones provided by its chief patron, the United Arab Emirates (UAE).", "uae", "lna"),
    ("The LNA lost a Pantsir that the UAE had provided.", "uae", "lna"),
    ("The RSF fired drones supplied by the UAE.", "uae", "rapid-support-forces"),
    ("Ukraine received tanks from its allies.", None, "ukraine"),
]


@pytest.mark.parametrize(("text", "supplier", "receiver"), GIVEN)
def test_who_gave_it_to_whom(text: str, supplier: str | None, receiver: str) -> None:
    gift = next(each for each in claims(text) if each.action == "supplied")
    assert (gift.supplier, gift.beneficiary, gift.operator) == (supplier, receiver, receiver)


def test_a_loss_has_the_supplier_that_its_relative_clause_names() -> None:
    lost = next(each for each in claims("The LNA lost a Pantsir that the UAE had provided.") if each.count)
    assert (lost.action, lost.operator, lost.supplier) == ("destroyed", "lna", "uae")


# What came together with something else, in a later lot, on board, into service, as a gift.
CAME = [
    ("Two Mi-24s were delivered in May, together with radars.", ["delivered Two mi-24", "delivered radar"]),
    ("Ten Mi-8MT/Mi-17Sh helicopters were delivered to Mali.", ["delivered Ten mi-8"]),
    ("Mali bought an Airbus C295 tactical transport aircraft.", ["purchased c-295"]),
    (
        "Sudan took delivery of ten MiG-29s in May. The second batch was handed over in July.",
        ["delivered mig-29", "delivered ten mig-29"],
    ),
    ("The second batch was handed over in July.", []),
    ("Sudan took delivery of ten MiG-29s. The batch was small.", ["delivered ten mig-29"]),
    ("The army took into service four L-39s.", ["delivered four l-39"]),
    ("Four L-39s were accepted into service on Monday.", ["delivered Four l-39"]),
    ("A helicopter with ten soldiers on board crashed.", ["crashed a helicopter", "transported ten regular-troops"]),
    (
        "The jet, which had two soldiers on board, crashed.",
        ["crashed combat-aircraft", "transported two regular-troops"],
    ),
    ("The C-130 was a gift to Ethiopia by the United States.", ["supplied c-130"]),
    ("The base is home to Su-24 bombers.", ["based su-24"]),
    (
        "Analysts spoke of tanks handed to the army and based in Sirte.",
        ["based tank", "delivered tank"],
    ),
]


@pytest.mark.parametrize(("text", "told"), CAME)
def test_what_came(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_a_gift_names_giver_and_receiver() -> None:
    (gift,) = claims("The C-130 was a gift to Ethiopia by the United States.")
    assert (gift.supplier, gift.beneficiary, gift.operator) == ("united-states", "ethiopia", "ethiopia")


def test_a_later_lot_is_for_whom_the_first_was() -> None:
    first, second = claims("Turkey delivered ten drones to the GNA in May. A second lot arrived in July.")
    assert (second.system, second.supplier, second.beneficiary) == (first.system, "turkey", "gna")


def test_each_base_of_a_list_has_its_claim() -> None:
    found = claims("The GNA's drones are based in Mitiga and Misrata.")
    assert [(each.action, each.places) for each in found] == [
        ("based", {"at": ("mitiga",)}),
        ("based", {"at": ("misrata",)}),
    ]


def test_a_number_of_things_at_two_bases_is_one_claim() -> None:
    (found,) = claims("12 drones stood at Mitiga and Misrata.")
    assert found.places == {"at": ("mitiga", "misrata")}


ARMED = [
    ("Iran has repeatedly denied arming the Houthis.", "houthis", "iran", "denied"),
    ("A UN panel accused Rwanda of arming the M23 rebels.", "m23", "rwanda", "alleged"),
    ("The UAE is arming the RSF through Chad.", "rapid-support-forces", "uae", "asserted"),
]


@pytest.mark.parametrize(("text", "receiver", "giver", "stance"), ARMED)
def test_who_arms_somebody_gives_him_arms(text: str, receiver: str, giver: str, stance: str) -> None:
    told = claim(text, "equipment", "supplied")
    assert (told.beneficiary, told.supplier, told.stance) == (receiver, giver, stance)


@pytest.mark.parametrize(
    "text",
    ["Armed men attacked Goma.", "Rebels who were armed by Rwanda fled.", "The UAE armed the RSF with drones."],
)
def test_no_arms_where_nobody_arms_or_it_is_said_with_what(text: str) -> None:
    assert "equipment" not in {each.system for each in claims(text)}


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        ("Sweden has promised eight Archers and Norway two NASAMS.", ["sweden", "norway"]),
        ("Kyiv gave Mali tanks and howitzers.", ["ukraine", "ukraine"]),
        ("Berlin is considering sending Leopards to Kyiv.", ["germany"]),
    ],
)
def test_who_gives_what_where_the_verb_stands_once(text: str, suppliers: list[str]) -> None:
    assert [each.supplier for each in claims(text)] == suppliers


def test_what_is_only_considered_is_to_come() -> None:
    assert gist("Berlin is considering sending Leopards to Kyiv.") == ["planned leopard"]
