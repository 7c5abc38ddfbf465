"""The measure itself, on small cases whose figures were worked out by hand."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from score import FIELDS, HERE, SHARED, Case, Score, Tally, assign, cases, score, table
from sides import Gold, Names, Proposal, gold_claims, names, proposed_claims

from oob import catalog

Write = Callable[[str, str], Path]

CATALOGUE = """\
systems:
  - {id: equipment, name: equipment}
  - {id: vehicle, name: vehicle, parent: equipment}
  - {id: armoured-vehicle, name: armoured vehicle, parent: vehicle, aliases: [armoured vehicles]}
  - {id: armoured-truck, name: armoured truck, parent: armoured-vehicle, aliases: [armored lorry]}
  - {id: tank, name: tank, parent: armoured-vehicle}
  - {id: t-72, name: T-72, parent: tank}
  - {id: t-55, name: T-55, parent: tank}
  - {id: mercenaries, name: mercenaries}
forces:
  - {id: russia, name: Russia, kind: state}
  - {id: russian-army, name: Russian army, kind: service, part_of: russia}
  - {id: contractors, name: Russian contractors, kind: group}
  - {id: ukraine, name: Ukraine, kind: state}
places:
  - {id: sirte, name: Sirte, kind: town}
  - {id: tobruk, name: Tobruk, kind: town}
sources:
  - {id: us, name: US government, kind: government, reliability: B, reason: x}
  - {id: command, name: US Africa Command, kind: government, part_of: us, reliability: B, reason: x}
  - {id: general, name: Stephen Hill, kind: person, part_of: command, reliability: B, reason: x}
  - {id: two-officials, name: two unnamed US defence officials (May 2020), kind: unnamed, part_of: us, reliability: C, reason: x}
  - {id: daily, name: The Daily, kind: outlet, reliability: C, reason: x}
"""  # noqa: E501 - one record a line

TABLE: dict[str, dict[str, str | list[str]]] = {
    "systems": {"old tanks": "t-55"},
    "forces": {"mercenaries (Russian)": "contractors"},
    "places": {"a base": ["none", "sirte"]},
    "speakers": {"Pentagon": "us"},
}


@pytest.fixture
def known(write: Write) -> Names:
    return Names(catalog.read([write("catalog.yaml", CATALOGUE)]), TABLE)


def gold(system: str = "T-72", action: str = "present", paragraph: int = 1, **more: Any) -> Gold:
    return Gold(**{"system": system, "surface": system, "action": action, "paragraph": paragraph, **more})


def ours(system: str | None = "t-72", action: str = "present", paragraph: int = 1, **more: Any) -> Proposal:
    return Proposal(**{"system": system, "action": action, "paragraph": paragraph, "is_outlets": True, **more})


# -- systems ------------------------------------------------------------------------------------------------------


def test_systems_are_a_set_a_paragraph(known: Names) -> None:
    found = score(
        [gold("T-72"), gold("T-72", "destroyed"), gold("T-55"), gold("T-72", paragraph=2)],
        [ours("t-72"), ours("tank"), ours("t-72", paragraph=3)],
        known,
    )
    assert found.systems == Tally(right=1, missed=2, spurious=2)
    assert found.systems.precision == pytest.approx(1 / 3)
    assert found.systems.recall == pytest.approx(1 / 3)
    assert found.systems.f1 == pytest.approx(1 / 3)


def test_a_lenient_system_may_be_a_kind_of_the_other_but_stands_for_one_alone(known: Names) -> None:
    found = score([gold("T-72"), gold("T-55")], [ours("tank")], known)
    assert found.systems == Tally(right=0, missed=2, spurious=1)
    assert found.systems_lenient == Tally(right=1, missed=1, spurious=0)


def test_siblings_are_not_alike(known: Names) -> None:
    assert score([gold("T-72")], [ours("t-55")], known).systems_lenient == Tally(0, 1, 1)


def test_strikes_count_with_their_weapon_and_bases_not_at_all(known: Names) -> None:
    found = score(
        [
            gold("T-72", "struck", kind="strike-event"),
            gold("town/base", "controls", kind="base-control", place="Sirte"),
        ],
        [ours("t-72", "struck"), ours(None, "controls", places=("sirte",))],
        known,
    )
    assert found.systems == Tally(right=1)
    assert found.claims == Tally(right=2)


@pytest.mark.parametrize(
    ("canonical", "surface", "proposed", "is_right"),
    [
        ("T-72", "the vehicles", "t-72", True),
        ("T-72 (Libyan)", "it", "t-72", True),
        ("old tanks", "old tanks", "t-55", True),
        ("armoured vehicle", "Russian armored lorries", "armoured-truck", True),
        ("armoured vehicle", "Russian armored lorries", "armoured-vehicle", True),
        ("armoured vehicle", "Russian armored lorries", "tank", False),
        ("T-72", "tanks", "tank", False),
        ("T-64", "T-64s", "T-64", True),
        ("T-64", "T-64s", "T-62", False),
    ],
)
def test_which_systems_are_right(canonical: str, surface: str, proposed: str, is_right: bool, known: Names) -> None:
    found = score([gold(canonical, surface=surface)], [ours(proposed)], known)
    assert found.systems == (Tally(right=1) if is_right else Tally(missed=1, spurious=1))
    assert found.claims == found.systems


# -- claims -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "proposed", "are_one"),
    [
        ("delivered", "deployed", True),
        ("supplied", "purchased", True),
        ("present", "operates", True),
        ("destroyed", "shot-down", True),
        ("destroyed", "captured", False),
        ("transported", "deployed", False),
        ("planned", "supplied", False),
    ],
)
def test_claims_are_one_by_the_effect_of_the_action(action: str, proposed: str, are_one: bool, known: Names) -> None:
    found = score([gold(action=action)], [ours(action=proposed)], known)
    assert found.claims == (Tally(right=1) if are_one else Tally(missed=1, spurious=1))
    assert found.systems == Tally(right=1)


def test_each_claim_is_matched_once_and_with_its_likest(known: Names) -> None:
    found = score(
        [gold(place="Sirte", count=(2, 2)), gold(place="Tobruk", count=(5, 5))],
        [ours(places=("tobruk",), count=(5, 5)), ours(places=("sirte",), count=(2, 2)), ours(places=("tobruk",))],
        known,
    )
    assert found.claims == Tally(right=2, spurious=1)
    assert (found.fields["place"].right, found.fields["count"].right) == (2, 2)


@pytest.mark.parametrize(
    ("place", "proposed", "are_one"),
    [
        ("Sirte", ours(None, "controls", places=("sirte",)), True),
        ("Sirte", ours(None, "captured", places=("tobruk", "sirte")), True),
        ("Sirte", ours(None, "controls", places=("tobruk",)), False),
        ("Sirte", ours(None, "controls"), False),
        ("Sirte", ours("t-72", "captured", places=("sirte",)), False),
        ("a base", ours(None, "controls"), True),
        ("a base", ours(None, "controls", places=("sirte",)), True),
        (None, ours(None, "controls"), True),
    ],
)
def test_control_is_matched_by_its_place(place: str | None, proposed: Proposal, are_one: bool, known: Names) -> None:
    found = score([gold("town/base", "captured", kind="base-control", place=place)], [proposed], known)
    assert found.claims.right == are_one


def test_an_optional_claim_is_neither_missed_nor_spurious(known: Names) -> None:
    optional = gold(optional=True, count=(3, None))
    assert score([optional], [], known).claims == Tally()
    assert score([optional], [], known).systems == Tally()
    assert score([optional], [ours()], known).claims == Tally()
    assert score([optional], [ours()], known).systems == Tally()
    assert score([optional], [ours()], known).fields["count"].total == 0
    assert score([optional, gold()], [ours()], known).claims == Tally(right=1)


# -- fields -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "one", "other", "agree"),
    [
        ("count", {"count": None}, {"count": None}, True),
        ("count", {"count": (1, 2500)}, {"count": (1, 2500)}, True),
        ("count", {"count": (14, None)}, {"count": (14, 14)}, False),
        ("count", {"count": None}, {"count": (1, 1)}, False),
        ("operator", {"operator": "Russia"}, {"operator": "russian-army"}, True),
        ("operator", {"operator": "Russia"}, {"operator": "contractors"}, False),
        ("operator", {"operator": "Russian army"}, {"operator": "russia"}, False),
        ("operator", {"operator": "mercenaries (Russian)"}, {"operator": "contractors"}, True),
        ("operator", {"operator": None}, {"operator": "russia"}, False),
        ("supplier", {"supplier": "Russia"}, {}, False),
        ("opponent", {"opponent": "Azania"}, {"opponent": "azania"}, True),
        ("place", {"place": "Sirte"}, {"places": ("tobruk", "sirte")}, True),
        ("place", {"place": "Sirte"}, {}, False),
        ("place", {"place": None}, {}, True),
        ("place", {"place": None}, {"places": ("sirte",)}, False),
        ("place", {"place": "a base"}, {}, True),
        ("date", {"when": "2020-05~"}, {"when": "2020-05"}, True),
        ("date", {"when": "2020-05"}, {"when": "2020-05-01/2020-05-31"}, True),
        ("date", {"when": "2020-05"}, {"when": "2020-05-12"}, False),
        ("date", {"when": None}, {"when": "2020-05"}, False),
        ("date", {"when": "2019/.."}, {"when": "2019/.."}, True),
        ("stance", {"stance": "denied"}, {"stance": "alleged"}, False),
        ("stance", {"stance": "denied"}, {"stance": "denied"}, True),
    ],
)
def test_when_a_field_agrees(field: str, one: dict[str, Any], other: dict[str, Any], agree: bool, known: Names) -> None:
    found = score([gold(**one)], [ours(**other)], known).fields[field]
    assert (found.right, found.total) == (int(agree), 1)


@pytest.mark.parametrize(
    ("name", "kind", "proposed", "is_outlets", "strict", "lenient"),
    [
        ("US Africa Command", "organisation", "command", False, True, True),
        ("US Africa Command", "organisation", "general", False, False, True),
        ("Stephen Hill", "person", "command", False, False, True),
        ("Gen. Stephen Hill", "person", "general", False, True, True),
        ("Oleh Hill", "person", "general", False, False, False),
        ("Pentagon", "organisation", "us", False, True, True),
        ("two US defense officials", "anonymous", "two-officials", False, True, True),
        ("three US defense officials", "anonymous", "two-officials", False, False, False),
        ("a Turkish official", "anonymous", "unnamed Turkish official", False, True, True),
        ("a Turkish official", "anonymous", "Turkish official", False, True, True),
        ("a Turkish official", "anonymous", "Turkish officials", False, False, False),
        ("Andriy Shevchuk", "person", "Shevchuk", False, True, True),
        ("Brig. Gen. Andriy Shevchuk", "person", "Andriy Shevchuk", False, True, True),
        ("Andriy Shevchuk", "person", "Olena Shevchuk", False, False, False),
        ("outlet", "outlet", "daily", True, True, True),
        ("outlet", "outlet", "command", False, False, False),
        ("Pentagon", "organisation", "daily", True, False, False),
        ("Stephen Hill (via two US defense officials)", "person", "general", False, True, True),
    ],
)
def test_who_speaks(
    name: str, kind: str, proposed: str, is_outlets: bool, strict: bool, lenient: bool, known: Names
) -> None:
    one, other = gold(speaker=name, speaker_type=kind), ours(speaker=proposed, is_outlets=is_outlets)
    fields = score([one], [other], known).fields
    assert (fields["speaker"].right, fields["speaker~"].right) == (int(strict), int(lenient))


def test_accuracy_where_stated_leaves_out_what_both_leave_blank(known: Names) -> None:
    found = score([gold(), gold("T-55", count=(2, 2))], [ours(), ours("t-55")], known).fields["count"]
    assert (found.share, found.share_stated) == (0.5, 0.0)


# -- the whole ----------------------------------------------------------------------------------------------------


def test_nothing_on_either_side_is_no_fault(known: Names) -> None:
    found = score([], [], known)
    assert (found.claims.precision, found.claims.recall, found.claims.f1, found.faults) == (1.0, 1.0, 1.0, ())


def test_scores_add_up(known: Names) -> None:
    one = score([gold(count=(2, 2))], [ours(count=(2, 2))], known)
    other = score([gold(), gold("T-55")], [ours(count=(1, 1)), ours("mercenaries")], known)
    total = sum([one, other], Score())
    assert total.claims == Tally(right=2, missed=1, spurious=1)
    assert (total.fields["count"].right, total.fields["count"].total) == (1, 2)
    assert len(total.faults) == 3


def test_the_order_of_the_claims_does_not_matter(known: Names) -> None:
    left = [gold(count=(1, 1)), gold(place="Sirte"), gold("T-55", "destroyed"), gold(operator="Russia")]
    right = [ours(places=("sirte",)), ours(operator="russia"), ours("t-55", "captured"), ours(count=(1, 1))]
    wanted = dataclasses.replace(score(left, right, known), faults=())
    for turned in itertools.permutations(right):
        assert dataclasses.replace(score(left[::-1], turned, known), faults=()) == wanted


def test_every_fault_is_told(known: Names) -> None:
    faults = score(
        [gold(quote="a T-72", count=(1, 1)), gold("T-55", "destroyed", 2, quote="lost a T-55")],
        [ours(), ours("mercenaries", "killed", 3, system_text="Wagner men", operator="contractors")],
        known,
    ).faults
    assert [(fault.paragraph, fault.kind, fault.told) for fault in faults] == [
        (1, "count", "gold (1, 1), ours None | “a T-72”"),
        (2, "MISSED", "destroyed t-55 | - | “lost a T-55”"),
        (3, "SPURIOUS", "killed mercenaries | contractors | Wagner men"),
    ]


def test_the_table_has_every_figure(known: Names) -> None:
    printed = table({"one": score([gold("T-72"), gold("T-55")], [ours("t-72"), ours("tank", "destroyed")], known)})
    assert all(field in printed for field in FIELDS)
    assert sum(line.lstrip().startswith("one ") for line in printed.splitlines()) == 2
    total = next(line for line in printed.splitlines() if line.startswith("all"))
    assert total.split()[1:] == ["50.0", "50.0", "50.0", "100.0", "100.0", "100.0", *["50.0"] * 6]


@pytest.mark.parametrize(
    ("weights", "wanted"),
    [
        ([], []),
        ([[]], []),
        ([[0]], []),
        ([[5]], [(0, 0)]),
        ([[5, 9], [4, 0]], [(0, 1), (1, 0)]),
        ([[9, 8], [8, 0]], [(0, 1), (1, 0)]),
        ([[1, 2, 3]], [(0, 2)]),
        ([[1], [2], [3]], [(2, 0)]),
        ([[0, 0], [0, 7]], [(1, 1)]),
    ],
)
def test_the_heaviest_assignment(weights: list[list[int]], wanted: list[tuple[int, int]]) -> None:
    assert assign(weights) == wanted


def test_no_other_assignment_is_heavier() -> None:
    weights = [[(7 * row * row + 5 * at + row * at * 3) % 11 for at in range(6)] for row in range(4)]
    heaviest = max(
        sum(weights[row][at] for row, at in enumerate(chosen)) for chosen in itertools.permutations(range(6), 4)
    )
    assert sum(weights[row][at] for row, at in assign(weights)) == heaviest


# -- reading the two sides ----------------------------------------------------------------------------------------


def test_a_gold_record_is_read() -> None:
    record = {
        "paragraph": 3,
        "quote": "as many as 20 tanks",
        "system": {"surface": "tanks", "canonical": "tank"},
        "kind": "equipment",
        "action": "delivered",
        "operator": None,
        "supplier": "Russia",
        "beneficiary": None,
        "opponent": None,
        "place": {"surface": "near Sirte", "canonical": "Sirte"},
        "count": {"min": None, "max": 20, "text": "as many as 20", "approx": False},
        "date_alleged": {"text": "in May", "edtf": "2020-05"},
        "speaker": "Pentagon",
        "speaker_type": "organisation",
        "stance": "alleged",
        "note": "optional: carried over from paragraph 2",
    }
    assert gold_claims([record]) == [
        Gold(
            paragraph=3,
            quote="as many as 20 tanks",
            surface="tanks",
            system="tank",
            action="delivered",
            stance="alleged",
            count=(1, 20),
            supplier="Russia",
            place="Sirte",
            when="2020-05",
            speaker="Pentagon",
            speaker_type="organisation",
            optional=True,
        )
    ]


def test_a_draft_is_read(write: Write) -> None:
    draft = write(
        "draft.yaml",
        """
        report: {id: r, publisher: daily, published: 2020-05-26, dated_by: told}
        origins:
          one: {speaker: command, basis: statement}
          own: {speaker: daily, basis: own reporting}
        claims:
          - {key: a, origin: one, paragraph: 3, says: x, action: delivered, stance: alleged, system: tank,
             system_text: tanks, count: as many as 20, owner: lna, supplier: russia, from: [tobruk], to: sirte}
          - {key: b, origin: own, paragraph: 4, says: x, action: controls, stance: asserted, operator: lna, at: sirte}
          - {key: c, origin: own, paragraph: 4, says: x, action: backs, stance: asserted, operator: russia}
        """,
    )
    assert proposed_claims(catalog.read([draft])) == [
        Proposal(
            paragraph=3,
            key="a",
            system="tank",
            system_text="tanks",
            action="delivered",
            stance="alleged",
            count=(1, 20),
            operator="lna",
            supplier="russia",
            places=("tobruk", "sirte"),
            speaker="command",
        ),
        Proposal(
            paragraph=4,
            key="b",
            action="controls",
            operator="lna",
            places=("sirte",),
            speaker="daily",
            is_outlets=True,
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "name", "id_"),
    [
        ("system", "combat aircraft", "combat-aircraft"),
        ("system", "mercenaries (Russian)", "mercenaries"),
        ("system", "Wagner Group fighters", "mercenaries"),
        ("system", "regular troops (Russian)", "regular-troops"),
        ("system", "Syrian fighters (Turkish-backed)", "syrian-fighters"),
        ("system", "drone (unarmed or unspecified)", "uav"),
        ("system", "armed drone", "armed-drone"),
        ("system", "military equipment (generic)", "equipment"),
        ("system", "landmines", "landmine"),
        ("force", "mercenaries (Russian)", "russian-contractors"),
        ("force", "LNA", "lna"),
        ("force", "US", "united-states"),
        ("place", "Jufra air base", "al-jufra"),
        ("place", "Khmeimim air base", "khmeimim"),
        ("source", "Pentagon", "us-dod"),
        ("source", "UNSMIL", "unsmil"),
    ],
)
def test_what_the_golds_names_stand_for(kind: str, name: str, id_: str) -> None:
    assert names().gold(kind, name) == [id_]


@pytest.mark.parametrize(
    ("kind", "name", "ids"),
    [
        ("system", "T-72 tanks", {"t-72"}),
        ("system", "Iskander launcher vehicle", {"iskander", "vehicle"}),
        ("system", "M23 fighters", {"combatants"}),
        ("system", "improvised mortars", {"mortar"}),
        ("system", "howitzers and trucks", {"howitzer", "truck"}),
        ("system", "cruise or ballistic missile", {"ballistic-missile"}),
        ("system", "gizmo", {"?gizmo"}),
        ("force", "Turkey, Qatar and Italy", {"turkey", "qatar", "italy"}),
        ("force", "Friends of Nowhere", {"?friendsofnowhere"}),
        ("place", "Tripoli and Sirte", {"?tripoliandsirte"}),
    ],
)
def test_a_name_that_is_none_itself_means_what_its_parts_do(kind: str, name: str, ids: set[str]) -> None:
    assert set(names().gold(kind, name)) == ids


def test_a_place_of_no_catalogue_has_the_name_that_the_gold_gives_it() -> None:
    assert names().is_place("Deir Kassang", ("Deir Kassang",))
    assert not names().is_place("Deir Kassang", ("Kassang",))
    assert not names().is_place("Tripoli", ("Deir Kassang",))


# -- on the texts themselves --------------------------------------------------------------------------------------

ARTICLES = cases(HERE / "articles", HERE / "articles")
REPORTS = cases(SHARED / "gold", SHARED / "seeds") if SHARED.is_dir() else []


def test_every_article_and_report_is_a_case_with_what_is_known_of_it() -> None:
    assert len(ARTICLES) >= 112
    assert (ARTICLES[0].text.name, ARTICLES[0].published) == ("01-airfields.txt", "2023-10-18")
    assert ARTICLES[0].publisher == "Northgate News Agency"


@pytest.mark.skipif(not REPORTS, reason="needs ../shared: the real reports")
def test_the_reports_are_found_by_number_and_dated_by_the_catalogue() -> None:
    assert [(each.name, each.text.name[:4]) for each in REPORTS] == [(f"seed00{n}", f"00{n}_") for n in range(5)]
    assert [each.publisher for each in REPORTS if each.published == "2020-05-26"] == ["cnn"]
    assert all(each.published for each in REPORTS)


@pytest.mark.parametrize("case", [*ARTICLES, *REPORTS], ids=lambda case: case.name)
def test_the_gold_scored_against_itself_is_faultless(case: Case) -> None:
    marked, known = gold_claims(json.loads(case.gold.read_text("utf-8"))), names()
    found = score(marked, [as_proposal(each, known) for each in marked], known)
    assert found.faults == ()
    assert (found.systems.f1, found.systems_lenient.f1, found.claims.f1, found.claims_lenient.f1) == (1, 1, 1, 1)
    assert {name: each.share for name, each in found.fields.items()} == dict.fromkeys(FIELDS, 1)
    assert found.fields["count"].total == sum(not each.optional for each in marked)


def as_proposal(marked: Gold, known: Names) -> Proposal:
    """What a perfect reader would propose."""

    def first(kind: str, name: str | None) -> str | None:
        found = known.gold(kind, name)[0] if name else None
        return None if found == "none" else found

    place = first("place", marked.place)
    return Proposal(
        paragraph=marked.paragraph,
        system=None if marked.is_control else known.gold("system", marked.system)[0],
        action="controls" if marked.is_control else marked.action,
        stance=marked.stance,
        count=marked.count,
        operator=first("force", marked.operator),
        supplier=first("force", marked.supplier),
        beneficiary=first("force", marked.beneficiary),
        opponent=first("force", marked.opponent),
        places=(place,) if place else (),
        when=marked.when,
        speaker=marked.speaker.split(" (via ")[0],
        is_outlets=marked.speaker_type == "outlet",
    )
