"""Which claims are about the same things, and in which section they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import tree

from oob import vocabulary
from oob.count import UNSTATED
from oob.matters import Claim, Matter, Question, Sorter, World, stronger
from oob.trees import Tree

WORLD = World(
    systems=Tree(tree("equipment: fighter truck; fighter: mig su")),
    forces=Tree(tree("russia: army wagner; lna: guards; gna; turkey")),
    places=Tree(tree("libya: jufra; syria")),
    theatres={"lna": "libya"},
    events={"jets": "arrival", "more": "arrival", "base": "presence", "raid": "departure", "strikes": "use"},
    parties={"o1": "pentagon", "o2": "pentagon", "o3": "outlet"},
)


def claim(id_: str, action: str = "present", **parts: object) -> Claim:
    """A claim of May 2020; without a system it is of a MiG."""
    day = "2020-05-01"
    basic = Claim(id_, "report", "o1", action, "alleged", day, day, day, (day, 1, id_), "mig", UNSTATED)
    return replace(basic, **parts)  # type: ignore[arg-type]


BACKING = claim("backing", "backs", operator="russia", beneficiary="lna", system=None)


def sorted_out(*claims: Claim, at: str | None = None, factions: tuple[str, ...] = ("lna",)) -> list[Matter]:
    sorter = Sorter(WORLD, Question(factions, at=at), claims)
    return sorter.into_sections(sorter.into_matters(claims))


def told(*claims: Claim, at: str | None = None) -> set[tuple[str, str | None, str, tuple[str, ...]]]:
    """Section, event, kind and claims of each matter of the LNA's inventory."""
    found = sorted_out(*claims, at=at)
    return {(m.section, m.event, m.kind, tuple(sorted(c.id for c, _ in m.claims))) for m in found}


# -- sections of single claims ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "section"),
    [
        ({"operator": "lna"}, "own"),
        ({"operator": "guards"}, "own"),
        ({"owner": "guards"}, "own"),
        ({"operator": "gna", "owner": "lna"}, ""),
        ({"operator": "turkey", "beneficiary": "guards"}, "support"),
        ({"operator": "lna", "beneficiary": "lna"}, "own"),
        ({"beneficiary": "lna"}, "support"),
        ({"operator": "wagner"}, "backers"),
        ({"operator": "wagner", "places": (("at", "jufra"),)}, "backers"),
        ({"operator": "wagner", "places": (("via", "syria"),)}, "backers"),
        ({"operator": "wagner", "places": (("at", "syria"),)}, ""),
        ({"operator": "wagner", "places": (("from", "libya"), ("to", "syria"))}, ""),
        ({"operator": "wagner", "beneficiary": "gna"}, ""),
        ({"operator": "wagner", "beneficiary": "army"}, "backers"),
        ({"operator": "turkey"}, ""),
        ({}, ""),
    ],
)
def test_the_section_of_a_claim(parts: dict[str, object], section: str) -> None:
    it = claim("it", **parts)
    assert Sorter(WORLD, Question(("lna",)), [BACKING, it]).section(it, it.holder) == section


def test_backers_are_those_that_counted_claims_name() -> None:
    """Nobody backs by denial, by possibility, or itself."""
    named = [
        BACKING,
        replace(BACKING, id="denied", operator="turkey", stance="denied"),
        replace(BACKING, id="possible", operator="gna", stance="possible"),
        replace(BACKING, id="self", operator="lna"),
    ]
    assert Sorter(WORLD, Question(("lna",)), named).backers == {"russia"}


def test_the_stronger_section() -> None:
    assert [stronger(one, other) for one, other in (("own", "backers"), ("backers", "support"), ("own", "own"))] == [
        "own", "support", "own",
    ]  # fmt: skip


# -- what claims do ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "event", "kinds"),
    [
        ("present", None, {"presence"}),
        ("deployed", None, {"arrival"}),
        ("destroyed", None, {"departure"}),
        ("transported", None, set()),
        ("struck", None, {"presence"}),
        ("planned", None, set()),
        ("present", "jets", {"arrival"}),
        ("transported", "jets", {"arrival"}),
        ("struck", "jets", {"arrival"}),
        ("struck", "strikes", {"presence"}),
        ("deployed", "base", {"presence"}),
        ("destroyed", "raid", {"departure"}),
    ],
)
def test_the_kind_of_a_claim(action: str, event: str | None, kinds: set[str]) -> None:
    """Its action's effect, unless its event's kind says otherwise; a route counts only as part of an event."""
    assert {kind for _, _, kind, _ in told(claim("it", action, event=event, operator="lna"))} == kinds


def test_what_is_captured_goes_from_one_to_the_other() -> None:
    taken = claim("it", "captured", event="raid", operator="gna", opponent="lna")
    (gain,) = sorted_out(taken)
    assert (gain.kind, gain.claims) == ("arrival", [(taken, ("lna", "mig"))])
    both = sorted_out(taken, factions=("lna", "gna"))
    assert {(m.kind, m.claims[0][1]) for m in both} == {("arrival", ("lna", "mig")), ("departure", ("gna", "mig"))}


@pytest.mark.parametrize("stance", sorted(vocabulary.STANCES))
def test_only_what_is_firm_counts(stance: str) -> None:
    counted = told(claim("it", operator="lna", stance=stance))
    assert bool(counted) == (stance not in ("possible", "denied"))


# -- matters ----------------------------------------------------------------------------------------------------------


def test_a_named_event_is_one_matter_and_claims_without_one_are_another() -> None:
    """Of one kind; those on different kinds, or of another faction's, are apart."""
    claims = [
        claim("a", "deployed", event="jets", operator="lna"),
        claim("b", "transported", event="jets", operator="lna"),
        claim("c", "deployed", operator="lna"),
        claim("d", "delivered", operator="guards", system="truck"),
        claim("e", operator="lna"),
        claim("f", "deployed", operator="gna"),
    ]
    assert told(*claims) == {
        ("own", "jets", "arrival", ("a", "b")),
        ("own", None, "arrival", ("c", "d")),
        ("own", None, "presence", ("e",)),
    }


def test_an_event_is_held_by_whom_most_parties_name() -> None:
    """Two origins of one party say Wagner's and the army's, so Russia's; one of another party says the LNA's.

    To Russia's own inventory the event is Russia's whole, at the lowest force above all named; a claim of nobody's,
    or somebody else, is placed there too.
    """
    claims = [
        claim("a", "deployed", event="jets", operator="wagner", origin="o1"),
        claim("b", "deployed", event="jets", operator="army", origin="o2"),
        claim("c", "deployed", event="jets", operator="lna", origin="o3"),
        claim("d", "deployed", event="jets", origin="o3"),
    ]
    (matter,) = sorted_out(*claims, factions=("russia",))
    assert {c.id: cell for c, cell in matter.claims} == {
        "a": ("wagner", "mig"),
        "b": ("army", "mig"),
        "c": ("russia", "mig"),
        "d": ("russia", "mig"),
    }
    assert matter.also == ("lna",)
    (together,) = sorted_out(*claims, factions=("lna", "russia"))
    # one party for each: the more origins decide
    assert (together.claims[2][1], together.also) == (("russia", "mig"), ("lna",))


def test_what_may_be_the_same_is_in_the_strongest_section() -> None:
    """Fighters for the LNA, MiGs of nobody in particular; trucks are surely something else."""
    claims = [
        BACKING,
        claim("fighters", system="fighter", operator="russia", beneficiary="lna"),
        claim("migs", operator="wagner"),
        claim("lost", "destroyed", operator="army"),
        claim("trucks", system="truck", operator="wagner"),
    ]
    assert told(*claims) == {
        ("support", None, "presence", ("fighters", "migs")),
        ("support", None, "departure", ("lost",)),
        ("backers", None, "presence", ("trucks",)),
    }


def test_sections_are_drawn_together_over_more_than_one_step() -> None:
    """The event is for the LNA; a claim on all fighters ties it to the Sus, which alone nothing ties to the LNA."""
    jets = claim("jets", "deployed", event="jets", operator="wagner", beneficiary="lna")
    sus = claim("sus", "deployed", event="more", operator="wagner", system="su")
    assert told(BACKING, jets, sus) == {
        ("support", "jets", "arrival", ("jets",)),
        ("backers", "more", "arrival", ("sus",)),
    }
    fighters = claim("fighters", operator="wagner", system="fighter")
    assert told(BACKING, jets, sus, fighters) == {
        ("support", "jets", "arrival", ("jets",)),
        ("support", "more", "arrival", ("sus",)),
        ("support", None, "presence", ("fighters",)),
    }


@pytest.mark.parametrize(("event", "action", "section"), [
    ("more", "deployed", "backers"),
    ("base", "present", "support"),
    ("raid", "destroyed", "support"),
])  # fmt: skip
def test_only_events_of_one_kind_are_surely_of_different_things(event: str, action: str, section: str) -> None:
    """What is seen may have arrived by the event for the LNA, and what was lost may be of it."""
    jets = claim("jets", "deployed", event="jets", operator="wagner", beneficiary="lna")
    other = claim("other", action, event=event, operator="army")
    assert {found[0] for found in told(BACKING, jets, other) if found[1] == event} == {section}


def test_root_classes_tie_nothing_but_each_other() -> None:
    """Equipment may be anything: for the LNA or not, it is no reason to think that the MiGs are."""
    claims = [
        BACKING,
        claim("for", system="equipment", operator="russia", beneficiary="lna"),
        claim("perhaps", system="equipment", operator="wagner"),
        claim("migs", operator="wagner"),
    ]
    assert told(*claims) == {
        ("support", None, "presence", ("for", "perhaps")),
        ("backers", None, "presence", ("migs",)),
    }


def test_at_a_place() -> None:
    """An event counts whole if any claim says so; without one each claim must; a way there is not there."""
    claims = [
        claim("a", "deployed", event="jets", operator="lna", places=(("to", "jufra"),)),
        claim("b", "deployed", event="jets", operator="lna"),
        claim("c", "deployed", event="more", operator="lna", places=(("via", "jufra"),)),
        claim("d", operator="lna", places=(("near", "jufra"),)),
        claim("e", operator="lna"),
    ]
    assert told(*claims, at="libya") == {
        ("own", "jets", "arrival", ("a", "b")),
        ("own", None, "presence", ("d",)),
    }


def test_the_section_of_what_is_only_shown() -> None:
    """A possible claim on an event is shown where the event stands; else where its own words put it."""
    jets = claim("jets", "deployed", event="jets", operator="wagner", beneficiary="lna")
    perhaps = claim("perhaps", "deployed", event="jets", operator="wagner", stance="possible")
    alone = replace(perhaps, id="alone", event=None)
    claims = [BACKING, jets, perhaps, alone]
    sorter = Sorter(WORLD, Question(("lna",)), claims)
    matters = sorter.into_sections(sorter.into_matters(claims))
    events = {matter.event: matter.section for matter in matters if matter.event is not None}
    assert events == {"jets": "support"}
    assert sorter.section_aside(perhaps, events) == "support"
    assert sorter.section_aside(alone, events) == "backers"
