"""The arithmetic of an inventory by examples that are worked by hand: claims above, the sum in words, rows below."""

from __future__ import annotations

from typing import Any

import pytest
from worlds import Catalogue, tree

from oob import when
from oob.count import phrase_readings
from oob.holdings import Inventory, credibility, total

SYSTEMS = tree(
    "equipment: aircraft vehicle; aircraft: fighter drone; fighter: mig-29 su-24; vehicle: mrap truck;"
    "personnel: mercenaries"
)
FORCES = tree("russia: russian-air-force wagner; lna: lna-air-force lna-guards; gna; turkey; egypt; us")
PLACES = tree("libya: jufra sirte tripoli; syria: khmeimim")
ROLES = ("at", "near", "from", "via", "to")


class Claims(Catalogue):
    """Claims in a short notation; where nothing else is said, each is an origin, a party and a report of its own."""

    def __init__(self) -> None:
        super().__init__(SYSTEMS, FORCES, PLACES, {"lna": "libya", "gna": "libya"})

    def __call__(
        self, key: str, count: str | None, system: str | None, action: str = "present", *, said: str = "2020-06-01",
        on: str | None = None, event: str | None = None, origin: str | None = None, party: str | None = None,
        published: str | None = None, repeats: str | None = None, grade: str = "B", **parts: Any,
    ) -> None:  # fmt: skip
        """`said` is when, `on` is the time spoken of, `event` is "kind: name", places stand under their roles."""
        origin = origin or key
        if origin not in self.origins:
            self.source(party or origin, grade)
            self.origin(origin, party or origin, None if published else said)
        self.report(f"report-{key}", published or said, repeats and f"report-{repeats}")
        if event is not None:
            kind, event = event.split(": ")
            self.event(event, kind)
        date = when.parse(on) if on else None
        span = date and tuple(day and day.isoformat() for day in (date.earliest, date.latest))
        places = tuple((role, parts.pop(role)) for role in ROLES if role in parts)
        self.claim(
            key, report=f"report-{key}", origin=origin, action=action, system=system, count=count, event=event,
            span=span, places=places, **parts,
        )  # fmt: skip

    def told(self, *factions: str, **question: str) -> list[str]:
        """The rows as lines."""
        return told(self.ask(*factions, **question))


def told(found: Inventory) -> list[str]:
    """Section, system, holder, what is held and lost; in brackets the row that it is, or may be, part of."""
    lines = []
    for row in found.holdings:
        held = phrase_readings(row.held) if row.held else "-"
        lost = f", lost {phrase_readings(row.lost)}" if row.lost else ""
        within = f" (in {row.part_of[1]} of {row.part_of[0]})" if row.part_of else ""
        lines.append(f"{row.section} {row.system} of {row.holder}: {held}{lost}{within}")
    return lines


@pytest.fixture
def claim() -> Claims:
    return Claims()


# -- the two clocks ---------------------------------------------------------------------------------------------------


def test_a_claim_counts_from_the_first_day_that_it_can_speak_of(claim: Claims) -> None:
    """Five in May, whenever in May: on 30 April nothing is known, from 1 May on the five are."""
    claim("a", "5", "mig-29", on="2020-05", operator="lna")
    assert claim.told("lna", as_of="2020-04-30") == []
    assert claim.told("lna", as_of="2020-05-01") == ["own mig-29 of lna: 5"]


def test_a_reader_knows_what_was_surely_published(claim: Claims) -> None:
    """The report is of 27 May at the earliest and of 29 May at the latest: who reads on 28 May may not have it yet."""
    claim("a", "5", "mig-29", on="2020-05-20", said="2020-05-26", published="2020-05-27/2020-05-29", operator="lna")
    assert claim.told("lna", known_by="2020-05-28") == []
    assert claim.told("lna", known_by="2020-05-29") == ["own mig-29 of lna: 5"]


def test_an_undated_claim_is_as_of_its_report(claim: Claims) -> None:
    """What is seen "now" in a report of June is a level of June: it replaces the level of May."""
    claim("now", "5", "mig-29", said="2020-06-10", operator="lna")
    claim("then", "9", "mig-29", on="2020-05-10", said="2020-06-20", operator="lna")
    assert claim.told("lna") == ["own mig-29 of lna: 5"]
    assert claim.told("lna", as_of="2020-06-09") == ["own mig-29 of lna: 9"]


# -- sections ---------------------------------------------------------------------------------------------------------


def test_own_in_support_and_backers(claim: Claims) -> None:
    """The LNA's are its own; Russia's for the LNA support it; Russia's of which nobody says for whom are a backer's."""
    claim("backing", None, None, "backs", operator="russia", beneficiary="lna")
    claim("own", "3", "su-24", operator="lna-air-force")
    claim("support", "5", "mig-29", operator="wagner", beneficiary="lna")
    claim("backer", "7", "truck", operator="wagner", at="sirte")
    claim("stranger", "9", "truck", operator="egypt", at="sirte")
    assert claim.told("lna") == [
        "own su-24 of lna-air-force: 3",
        "support mig-29 of wagner: 5",
        "backers truck of wagner: 7",
    ]


def test_an_owner_holds_what_nobody_is_said_to_operate(claim: Claims) -> None:
    """Without an operator the trucks are the owner's; with one they are the operator's."""
    claim("a", "3", "truck", owner="lna")
    claim("b", "5", "mrap", owner="egypt", operator="lna")
    assert claim.told("lna") == ["own mrap of lna: 5", "own truck of lna: 3"]


def test_backers_only_where_the_faction_fights_and_not_for_another(claim: Claims) -> None:
    """Of Russia's aircraft those in Libya or nowhere in particular; not those in Syria, nor those for the GNA."""
    claim("backing", None, None, "backs", operator="russia", beneficiary="lna")
    claim("in", "1", "mig-29", operator="russia", at="jufra")
    claim("nowhere", "2", "truck", operator="russia")
    claim("out", "3", "drone", operator="russia", at="khmeimim")
    claim("passing", "4", "mrap", "deployed", operator="russia", via="jufra", to="syria")
    claim("other", "5", "su-24", operator="russia", beneficiary="gna")
    assert claim.told("lna") == ["backers mig-29 of russia: 1", "backers truck of russia: 2"]


def test_a_backer_is_one_only_from_when_it_is_said_to_back(claim: Claims) -> None:
    """Backing alleged of July makes no backer on 30 June; a mere possibility of it makes none at all."""
    claim("backing", None, None, "backs", on="2020-07", said="2020-08-01", operator="turkey", beneficiary="gna")
    claim("perhaps", None, None, "backs", on="2020-01", stance="possible", operator="egypt", beneficiary="gna")
    claim("turkish", "2", "drone", on="2020-05", operator="turkey")
    claim("egyptian", "2", "drone", on="2020-05", operator="egypt")
    assert claim.told("gna", as_of="2020-06-30") == []
    assert claim.told("gna", as_of="2020-07-01") == ["backers drone of turkey: 2"]


def test_an_event_is_in_the_strongest_section_of_its_claims(claim: Claims) -> None:
    """One claim says the jets came for the LNA, another does not say for whom: it is one event, in support."""
    claim("backing", None, None, "backs", operator="russia", beneficiary="lna")
    claim("a", "14", "mig-29", "deployed", event="arrival: jets", operator="russia", beneficiary="lna")
    claim("b", "at least 12", "fighter", "deployed", event="arrival: jets", operator="russia")
    assert claim.told("lna") == [
        "support fighter of russia: 14+",
        "support mig-29 of russia: 14 (in fighter of russia)",
    ]


def test_claims_that_may_be_of_the_same_things_are_in_one_section(claim: Claims) -> None:
    """Fighters for the LNA and MiG-29s for nobody in particular, no event telling them apart: perhaps the same five."""
    claim("backing", None, None, "backs", operator="russia", beneficiary="lna")
    claim("a", "5", "fighter", operator="russia", beneficiary="lna")
    claim("b", "5", "mig-29", operator="russia", at="jufra")
    assert claim.told("lna") == ["support fighter of russia: 5", "support mig-29 of russia: 5 (in fighter of russia)"]


def test_a_level_is_in_the_section_of_what_arrived(claim: Claims) -> None:
    """Five came in May for the LNA; the five seen in June at Jufra, by a named event too, may be just those: five."""
    claim("backing", None, None, "backs", operator="russia", beneficiary="lna")
    claim("a", "5", "mig-29", "deployed", event="arrival: jets", on="2020-05", operator="russia", beneficiary="lna")
    claim("b", "5", "mig-29", event="presence: base", on="2020-06-10", operator="russia", at="jufra", said="2020-06-11")
    assert claim.told("lna") == ["support mig-29 of russia: 5"]


def test_two_named_arrivals_may_be_in_two_sections(claim: Claims) -> None:
    """The catalogue says that they are two; nothing else ties them together."""
    claim("backing", None, None, "backs", operator="russia", beneficiary="lna")
    claim("a", "5", "mig-29", "deployed", event="arrival: jets", operator="russia", beneficiary="lna")
    claim("b", "3", "mig-29", "deployed", event="arrival: more", operator="russia", at="jufra")
    assert claim.told("lna") == ["support mig-29 of russia: 5", "backers mig-29 of russia: 3"]


# -- events, origins, readings ----------------------------------------------------------------------------------------


def test_several_a_dozen_and_at_least_14_of_one_delivery(claim: Claims) -> None:
    """Several (3 or more) fits 12 and 14+; 12 and 14+ do not fit each other: two readings, one row, a disagreement."""
    for key, count in (("a", "several"), ("b", "12"), ("c", "at least 14")):
        claim(key, count, "fighter", "deployed", event="arrival: jets", operator="russia", beneficiary="lna")
    assert claim.told("lna") == ["support fighter of russia: 12 or 14+"]
    assert claim.ask("lna").holdings[0].disagreement


def test_the_kind_of_the_event_decides_what_a_claim_does(claim: Claims) -> None:
    """Flown, refuelled, seen, used in strikes: all of one arrival of eight, so eight; 800 is a number of strikes."""
    claim("a", "8", "fighter", "transported", event="arrival: jets", operator="russia", beneficiary="lna")
    claim("b", "at least 6", "fighter", "refuelled", event="arrival: jets", operator="russia", via="khmeimim")
    claim("c", "8", "fighter", "present", event="arrival: jets", operator="russia", at="jufra")
    claim("d", "800", "fighter", "struck", event="arrival: jets", operator="russia")
    assert claim.told("lna") == ["support fighter of russia: 8"]


def test_a_stretch_of_a_route_counts_nothing_by_itself(claim: Claims) -> None:
    """Escorting and carrying, on no event, are no holding."""
    claim("a", "8", "truck", "transported", operator="lna")
    claim("b", "2", "fighter", "escorted", operator="lna")
    assert claim.told("lna") == []


def test_nothing_is_added_up_unless_the_catalogue_names_two_events(claim: Claims) -> None:
    """Two and five trucks, delivered nobody says when or whether together: 2 or 5. As two events they are 7."""
    claim("a", "2", "truck", "delivered", operator="lna")
    claim("b", "5", "truck", "delivered", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 2 or 5"]
    claim("c", "3", "mrap", "delivered", event="arrival: one", operator="lna")
    claim("d", "4", "mrap", "delivered", event="arrival: two", operator="lna")
    claim("e", "2", "mrap", "delivered", operator="lna")
    # 3 + 4 on two events; the 2 on none may be among them
    assert claim.told("lna", system="mrap") == ["own mrap of lna: 7"]


def test_one_origin_counts_once_with_its_latest_wording(claim: Claims) -> None:
    """The official says 10 on 26 May, corrected to 12 on 28 May: no disagreement with himself."""
    claim("a", "10", "fighter", "deployed", event="arrival: jets", origin="official", operator="lna", on="2020-05")
    claim("b", "12", "fighter", "deployed", event="arrival: jets", origin="official", operator="lna", on="2020-05",
          said="2020-06-03")  # fmt: skip
    assert claim.told("lna") == ["own fighter of lna: 12"]


def test_a_repeat_is_as_old_as_what_it_repeats(claim: Claims) -> None:
    """What was said on 26 May and re-published in July does not supersede the correction of 28 May."""
    parts = {"origin": "official", "event": "arrival: jets", "operator": "lna", "on": "2020-05"}
    claim("a", "10", "fighter", "deployed", said="2020-05-26", **parts)
    claim("b", "12", "fighter", "deployed", said="2020-05-28", **parts)
    claim("c", "10", "fighter", "deployed", said="2020-07-20", repeats="a", **parts)
    assert claim.told("lna") == ["own fighter of lna: 12"]


def test_five_outlets_with_one_statement_are_one_voice(claim: Claims) -> None:
    """Five times "about 5" of one spokesman is five, single-party, one origin; reports count, voices do not."""
    for key in "abcde":
        claim(key, "about 5", "truck", "delivered", origin="spokesman", operator="lna")
    (row,) = claim.ask("lna").holdings
    assert phrase_readings(row.held) == "about 5"
    assert (len(row.claims), row.parties, row.single_party) == (5, ("spokesman",), True)


def test_what_has_no_number_never_replaces_a_number(claim: Claims) -> None:
    """Twelve in May, "some" still there in July: the twelve stand, and keep their date. So in one origin's mouth."""
    claim("a", "12", "fighter", on="2020-05-10", operator="lna")
    claim("b", None, "fighter", on="2020-07-10", said="2020-07-10", operator="lna")
    claim("c", "5", "truck", origin="x", said="2020-05-10", operator="lna")
    claim("d", None, "truck", origin="x", said="2020-05-20", operator="lna")
    assert claim.told("lna") == ["own fighter of lna: 12", "own truck of lna: 5"]
    row = claim.ask("lna").holdings[0]
    assert (row.earliest, row.latest) == ("2020-05-10", "2020-05-10")


def test_a_holder_in_dispute_within_one_event(claim: Claims) -> None:
    """Two parties say Russia's, one says the LNA's: one event, one row.

    It is the LNA's own to whoever asks for the LNA, and Russia's to whoever asks for Russia; the other is named in
    the row. Together it is counted once, with the holder that more parties name.
    """
    claim("a", "14", "mig-29", "deployed", event="arrival: jets", operator="russia", beneficiary="lna")
    claim("b", "14", "mig-29", "deployed", event="arrival: jets", operator="russia")
    claim("c", "14", "mig-29", "deployed", event="arrival: jets", operator="lna")
    assert claim.told("lna") == ["own mig-29 of lna: 14"]
    assert claim.ask("lna").holdings[0].also_held_by == ("russia",)
    assert claim.told("russia") == ["own mig-29 of russia: 14"]
    assert claim.told("lna", "russia") == ["own mig-29 of russia: 14"]


# -- levels, arrivals, losses -----------------------------------------------------------------------------------------


def test_a_later_level_replaces_an_earlier_one(claim: Claims) -> None:
    """Hundreds in 2019, more than 1,000 in May, up to 2,500 in July: each in its time, never the sum."""
    claim("a", "hundreds", "mercenaries", on="2019-11", said="2019-11-27", operator="wagner", beneficiary="lna")
    claim("b", "more than 1,000", "mercenaries", on="2020-05", operator="wagner", beneficiary="lna")
    claim("c", "up to 2,500", "mercenaries", on="2020-07", said="2020-07-30", operator="wagner", beneficiary="lna")
    assert claim.told("lna", as_of="2020-04-30") == ["support mercenaries of wagner: 200+ (hundreds)"]
    assert claim.told("lna", as_of="2020-05-31") == ["support mercenaries of wagner: 1,001+"]
    assert claim.told("lna") == ["support mercenaries of wagner: up to 2,500"]


def test_levels_whose_dates_overlap_are_alternatives(claim: Claims) -> None:
    """Ten "in May" and six on 20 May: nothing says which was first, so both readings stand."""
    claim("a", "10", "truck", on="2020-05", operator="lna")
    claim("b", "6", "truck", on="2020-05-20", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 6 or 10"]


def test_a_level_and_what_came_and_went_after_it(claim: Claims) -> None:
    """10 on 1 May, 4 more on 10 May, 3 destroyed on 20 May: 10 + 4 - 3 = 11. The 2 lost before are in the level."""
    claim("level", "10", "truck", on="2020-05-01", operator="lna")
    claim("before", "2", "truck", "destroyed", event="departure: april", on="2020-04-10", operator="lna")
    claim("more", "4", "truck", "delivered", event="arrival: ship", on="2020-05-10", operator="lna")
    claim("loss", "3", "truck", "destroyed", event="departure: raid", on="2020-05-20", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 11, lost 5"]
    assert claim.told("lna", as_of="2020-05-15") == ["own truck of lna: 14, lost 2"]


def test_an_arrival_about_the_time_of_a_level_may_be_in_it(claim: Claims) -> None:
    """4 came some time in May, 10 are there on 20 May: 10, perhaps with the 4. Had 12 come, 12."""
    claim("level", "10", "truck", on="2020-05-20", operator="lna")
    claim("ship", "4", "truck", "delivered", event="arrival: ship", on="2020-05", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 10"]
    claim("level2", "10", "mrap", on="2020-05-20", operator="lna")
    claim("ship2", "12", "mrap", "delivered", event="arrival: ship2", on="2020-05", operator="lna")
    assert claim.told("lna", system="mrap") == ["own mrap of lna: 12"]


def test_an_arrival_without_a_date_may_be_in_the_level(claim: Claims) -> None:
    """14 are there on 1 June. A report of July says that 14 were delivered, not when: they need not be 14 others."""
    claim("level", "14", "mig-29", on="2020-06-01", operator="lna")
    claim("came", "14", "mig-29", "delivered", said="2020-07-20", operator="lna")
    assert claim.told("lna") == ["own mig-29 of lna: 14"]


def test_one_delivery_does_not_date_another(claim: Claims) -> None:
    """8 there on 1 June; 2 or more came on 10 July, and 8 or more some time, perhaps the first 8: 8."""
    claim("level", "8", "truck", on="2020-06-01", operator="lna")
    claim("dated", "at least 2", "truck", "delivered", on="2020-07-10", said="2020-07-20", operator="lna")
    claim("undated", "at least 8", "truck", "delivered", said="2020-07-20", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 8"]


def test_who_sees_the_things_later_does_not_date_their_arrival(claim: Claims) -> None:
    """14 are there on 1 June; nobody says when the 14 came that were seen in July: perhaps the same."""
    claim("level", "14", "mig-29", on="2020-06-01", operator="lna")
    claim("seen", "14", "mig-29", "present", event="arrival: jets", on="2020-07-10", said="2020-07-20", operator="lna")
    assert claim.told("lna") == ["own mig-29 of lna: 14"]


def test_deliveries_on_no_event_may_be_those_of_an_event(claim: Claims) -> None:
    """3 there on 1 June, 5 came on 10 July, and 5 came "since May": 3 + 5 = 8, the other 5 being perhaps the same."""
    claim("level", "3", "truck", on="2020-06-01", operator="lna")
    claim("ship", "5", "truck", "delivered", event="arrival: ship", on="2020-07-10", said="2020-07-20", operator="lna")
    claim("since", "5", "truck", "delivered", on="2020-05/2020-07", said="2020-07-20", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 8"]


def test_what_arrived_and_went_before_the_level_is_not_held(claim: Claims) -> None:
    """5 came in May or June, 5 were withdrawn on 10 May, none were there on 20 May: the level stands."""
    claim(
        "came",
        "5",
        "truck",
        "delivered",
        event="arrival: ship",
        on="2020-05/2020-06",
        said="2020-07-01",
        operator="lna",
    )
    claim(
        "went", "5", "truck", "withdrawn", event="departure: home", on="2020-05-10", said="2020-07-01", operator="lna"
    )
    claim("none", "none", "truck", on="2020-05-20", said="2020-07-01", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 0"]


def test_a_loss_about_the_time_of_a_level_may_be_left_out_of_it_already(claim: Claims) -> None:
    """10 there on 20 May, 3 lost in May, before or after: 7 to 10."""
    claim("level", "10", "truck", on="2020-05-20", operator="lna")
    claim("loss", "3", "truck", "destroyed", event="departure: raid", on="2020-05", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 7-10, lost 3"]


def test_a_loss_without_a_date_may_be_left_out_of_the_level_already(claim: Claims) -> None:
    """10 there on 20 May; a report of June tells of 3 lost, not when: 7 to 10."""
    claim("level", "10", "truck", on="2020-05-20", operator="lna")
    claim("loss", "3", "truck", "destroyed", event="departure: raid", said="2020-06-10", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 7-10, lost 3"]


def test_never_under_zero(claim: Claims) -> None:
    """2 came, 5 are said to be lost since: none are left."""
    claim("came", "2", "truck", "delivered", on="2020-05-01", operator="lna")
    claim("loss", "5", "truck", "destroyed", on="2020-05-20", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 0, lost 5"]


def test_a_loss_of_unstated_number_leaves_none_to_all_but_one(claim: Claims) -> None:
    """10 came and one or more were lost: 0 to 9. That 2 of the lost were MRAPs makes it 0 to 8."""
    claim("came", "10", "vehicle", "delivered", on="2020-05-01", operator="lna")
    claim("loss", None, "vehicle", "destroyed", on="2020-05-20", operator="lna")
    assert claim.told("lna") == ["own vehicle of lna: 0-9, lost not stated"]
    claim("kind", "2", "mrap", "destroyed", on="2020-05-20", operator="lna")
    assert claim.told("lna", system="vehicle")[0] == "own vehicle of lna: 0-8, lost 2"


def test_where_only_a_loss_is_known_the_rest_is_not_stated(claim: Claims) -> None:
    """Two aircraft lost say nothing of how many are left; what was withdrawn is not lost."""
    claim("loss", "2", "aircraft", "destroyed", on="2019-07", operator="lna", at="jufra")
    claim("home", "3", "truck", "withdrawn", on="2019-07", operator="lna")
    assert claim.told("lna") == ["own aircraft of lna: -, lost 2", "own truck of lna: -"]
    assert [(row.earliest, row.latest) for row in claim.ask("lna").holdings] == [("2019-07-01", "2019-07-31")] * 2


def test_what_is_captured_changes_hands(claim: Claims) -> None:
    """The GNA had 5 and lost 2 to the LNA; the LNA has them now, and Turkey nothing to do with it."""
    claim("level", "5", "mrap", on="2020-05-01", operator="gna")
    claim("taken", "2", "mrap", "captured", event="departure: battle", on="2020-05-10", operator="gna", opponent="lna")
    assert claim.told("gna") == ["own mrap of gna: 3, lost 2"]
    assert claim.told("lna") == ["own mrap of lna: 2"]
    assert claim.told("gna", "lna") == ["own mrap of gna: 3, lost 2", "own mrap of lna: 2"]


def test_losses_of_a_class_may_be_among_any_of_its_kinds(claim: Claims) -> None:
    """3 MiG-29s and 4 Su-24s came, 2 fighters were lost after: 3 + 4 - 2 = 5 fighters, of which kinds nobody says."""
    claim("mig", "3", "mig-29", "delivered", event="arrival: mig", on="2020-05-01", operator="lna")
    claim("su", "4", "su-24", "delivered", event="arrival: su", on="2020-05-01", operator="lna")
    claim("loss", "2", "fighter", "destroyed", event="departure: raid", on="2020-05-20", operator="lna")
    assert claim.told("lna") == [
        "own fighter of lna: 5, lost 2",
        "own mig-29 of lna: 3 (in fighter of lna)",
        "own su-24 of lna: 4 (in fighter of lna)",
    ]


def test_losses_of_a_part_may_be_among_what_the_whole_was_said_to_have(claim: Claims) -> None:
    """The LNA got 5 MRAPs; its guards lost 2 vehicles, perhaps of these: 5 - 2 = 3 vehicles are left to the LNA."""
    claim("came", "5", "mrap", "delivered", event="arrival: ship", on="2020-05-01", operator="lna")
    claim("loss", "2", "vehicle", "destroyed", event="departure: raid", on="2020-05-20", operator="lna-guards")
    assert claim.told("lna") == [
        "own vehicle of lna: 3, lost 2",
        "own vehicle of lna-guards: -, lost 2 (in vehicle of lna)",
        "own mrap of lna: 5 (in vehicle of lna)",
    ]


def test_losses_by_force_and_by_kind_may_be_different_ones(claim: Claims) -> None:
    """Russia got 11 fighters; Wagner lost 2 fighters and Russia 5 MiG-29s, 5 to 7 in all: 4 to 6 are left."""
    claim("came", "11", "fighter", "deployed", event="arrival: jets", on="2020-05-01", operator="russia")
    claim("loss", "2", "fighter", "destroyed", on="2020-05-20", operator="wagner")
    claim("migs", "5", "mig-29", "destroyed", on="2020-05-20", operator="russia")
    assert claim.told("russia")[0] == "own fighter of russia: 4-6, lost 5"


def test_a_sighting_of_a_part_replaces_no_number_of_the_whole(claim: Claims) -> None:
    """None were left to the LNA on 1 June; that its guards were seen with some in May or June changes nothing."""
    claim("none", "none", "truck", on="2020-06-01", operator="lna")
    claim("some", None, "truck", on="2020-05/2020-06", said="2020-07-01", operator="lna-guards")
    assert claim.told("lna")[0] == "own truck of lna: 0"


# -- trees ------------------------------------------------------------------------------------------------------------


def test_a_class_holds_the_larger_of_its_claim_and_the_sum_of_its_kinds(claim: Claims) -> None:
    """8 MiG-29s + 6 Su-24s = 14 fighters. That there are 12 fighters is too few, so 14; were there 20, 20."""
    claim("mig", "8", "mig-29", operator="lna")
    claim("su", "6", "su-24", operator="lna")
    claim("all", "12", "fighter", operator="lna")
    assert claim.told("lna")[0] == "own fighter of lna: 14"
    claim("gna", "20", "fighter", operator="gna")
    claim("gna-mig", "8", "mig-29", operator="gna")
    assert claim.told("gna") == ["own fighter of gna: 20", "own mig-29 of gna: 8 (in fighter of gna)"]


def test_a_force_holds_the_larger_of_its_claim_and_the_sum_of_its_parts(claim: Claims) -> None:
    """Russia has 10 trucks, of whom Wagner 4: 10. Of MRAPs 4, but the parts have 3 + 2 = 5."""
    claim("a", "10", "truck", operator="russia")
    claim("b", "4", "truck", operator="wagner")
    claim("c", "4", "mrap", operator="russia")
    claim("d", "3", "mrap", operator="wagner")
    claim("e", "2", "mrap", operator="russian-air-force")
    assert claim.told("russia") == [
        "own mrap of russia: 5",
        "own mrap of russian-air-force: 2 (in mrap of russia)",
        "own mrap of wagner: 3 (in mrap of russia)",
        "own truck of russia: 10",
        "own truck of wagner: 4 (in truck of russia)",
    ]


def test_both_trees_at_once(claim: Claims) -> None:
    """Wagner has 5 fighters, Russia has 3 MiG-29s, which may be of Wagner's: 5 fighters in a row above both, not 8."""
    claim("a", "5", "fighter", operator="wagner")
    claim("b", "3", "mig-29", operator="russia")
    assert claim.told("russia") == [
        "own fighter of russia: 5",
        "own fighter of wagner: 5 (in fighter of russia)",
        "own mig-29 of russia: 3 (in fighter of russia)",
    ]


def test_the_level_of_a_kind_is_none_of_its_class(claim: Claims) -> None:
    """5 MiG-29s came in May; 3 Su-24s were there in August: 8 fighters, for nobody counted the fighters in August."""
    claim("mig", "5", "mig-29", "delivered", event="arrival: ship", on="2020-05-01", operator="lna")
    claim("su", "3", "su-24", on="2020-08-01", said="2020-08-02", operator="lna")
    claim("some", None, "fighter", "delivered", event="arrival: ship", on="2020-05-01", operator="lna")
    assert claim.told("lna")[0] == "own fighter of lna: 8"


def test_a_later_level_of_the_class_replaces_those_of_its_kinds(claim: Claims) -> None:
    """8 MiG-29s in May; 5 fighters in all in July: 5, whatever became of three of the eight."""
    claim("mig", "8", "mig-29", on="2020-05-01", operator="lna")
    claim("all", "5", "fighter", on="2020-07-01", said="2020-07-02", operator="lna")
    assert claim.told("lna") == ["own fighter of lna: 5", "own mig-29 of lna: 8 (in fighter of lna)"]


def test_root_classes_are_too_mixed_to_add_up(claim: Claims) -> None:
    """10 pieces of equipment may be the very 8 trucks: they stay out of the sum, and the trucks make no "equipment"."""
    claim("a", "8", "truck", operator="lna")
    claim("b", "10", "equipment", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 8", "own equipment of lna: 10 (in truck of lna)"]
    assert phrase_readings(total(claim.ask("lna").holdings)) == "8"
    assert claim.told("lna", system="equipment") == claim.told("lna")


# -- what does not count ----------------------------------------------------------------------------------------------


def test_what_is_planned_of_a_class_parts_no_number_from_the_one_that_it_is_in(claim: Claims) -> None:
    """One MiG-29 is said to be the LNA's, and its air force's; it is one, though a row shows what fighters are planned.

    The row of planned fighters of the air force holds its MiG-29; so does the LNA's row of MiG-29: one row around both.
    """
    claim("wing", "1", "mig-29", operator="lna-air-force")
    claim("army", "1", "mig-29", operator="lna")
    claim("plan", "50", "fighter", "planned", operator="lna-air-force")
    assert phrase_readings(total(claim.ask("lna").holdings)) == "1"
    assert [row.system for row in claim.ask("lna").holdings if row.part_of is None] == ["fighter"]


def test_possible_and_planned_are_shown_and_not_counted(claim: Claims) -> None:
    """Perhaps 50 drones, and 20 promised: rows without a number, and nothing added to the 2 that there are."""
    claim("perhaps", "50", "drone", stance="possible", operator="lna")
    claim("promised", "20", "truck", "planned", operator="lna")
    claim("there", "2", "truck", operator="lna")
    assert claim.told("lna") == ["own truck of lna: 2", "own drone of lna: -"]
    truck, drone = claim.ask("lna").holdings
    assert [each.id for each in drone.uncounted] == ["report-perhaps/perhaps"]
    assert [each.id for each in truck.uncounted] == ["report-promised/promised"]
    assert [each.id for each in truck.claims] == ["report-there/there"]


def test_a_denial_marks_and_lowers_nothing(claim: Claims) -> None:
    """14 came, says one; none did, says another: 14, contested. Other events are not marked."""
    claim("a", "14", "mig-29", "deployed", event="arrival: jets", operator="russia", beneficiary="lna")
    claim("b", "3", "truck", "deployed", event="arrival: trucks", operator="russia", beneficiary="lna")
    claim("no", None, "fighter", "deployed", event="arrival: jets", stance="denied", operator="russia")
    assert claim.told("lna") == ["support mig-29 of russia: 14", "support truck of russia: 3"]
    jets, trucks = claim.ask("lna").holdings
    assert [each.id for each in jets.denials] == ["report-no/no"]
    assert trucks.denials == ()


# -- support ----------------------------------------------------------------------------------------------------------


def test_single_party(claim: Claims) -> None:
    """Two offices of one department are one party; an outlet of its own makes two."""
    claim("a", "5", "truck", party="pentagon", operator="lna")
    claim("b", "5", "truck", party="pentagon", operator="lna")
    assert claim.ask("lna").holdings[0].single_party
    claim("c", "5", "truck", party="outlet", operator="lna")
    assert not claim.ask("lna").holdings[0].single_party


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (1, [("5", "one", "C", "alleged"), ("at least 3", "other", "C", "alleged")]),
        (2, [("5", "one", "C", "alleged"), ("7", "other", "C", "alleged")]),
        (2, [("5", "one", "C", "alleged"), ("5", "other", "C", "alleged"), (None, "foe", "C", "denied")]),
        (3, [("5", "one", "F", "alleged")]),
        (4, [("5", "one", "C", "alleged"), ("7", "one", "C", "alleged")]),
        (4, [("5", "one", "C", "alleged"), (None, "foe", "F", "denied")]),
        (5, [("5", "one", "D", "alleged"), (None, "foe", "A", "denied")]),
        (6, [("5", "one", "A", "possible")]),
    ],
)
def test_credibility(claim: Claims, expected: int, words: list[tuple[str | None, str, str, str]]) -> None:
    """1 two parties, one reading; 2 two in doubt; 3 one; 4 one in doubt; 5 denied, unreliable; 6 nothing firm."""
    for at, (count, party, grade, stance) in enumerate(words):
        claim(f"c{at}", count, "truck", party=party, grade=grade, stance=stance, operator="lna")
    (row,) = claim.ask("lna").holdings
    assert credibility(row, claim.world) == expected


# -- use --------------------------------------------------------------------------------------------------------------


def test_strikes_are_activity_and_show_that_there_are_some(claim: Claims) -> None:
    """Over 800 strikes by the LNA's drones: at least one drone, how many is not stated, and 801 or more strikes."""
    claim("a", "over 800", "drone", "struck", operator="lna", on="2019-04/2019-11", said="2019-11-27")
    found = claim.ask("lna")
    assert told(found) == ["own drone of lna: not stated"]
    (activity,) = found.activities
    assert (activity.section, activity.operator, activity.system) == ("own", "lna", "drone")
    assert phrase_readings(activity.times) == "801+"


def test_strikes_by_nobody_in_particular_for_the_faction(claim: Claims) -> None:
    """About 240 strikes for the GNA, by whom nobody says: activity in support, and no holding."""
    claim("a", "about 240", "drone", "struck", event="use: strikes", beneficiary="gna", on="2019-11")
    found = claim.ask("gna")
    assert told(found) == []
    assert [(each.section, each.operator, phrase_readings(each.times)) for each in found.activities] == [
        ("support", None, "about 240")
    ]


# -- questions --------------------------------------------------------------------------------------------------------


def test_at_a_place(claim: Claims) -> None:
    """At Jufra, and so in Libya; the event counts whole, whichever claim says where; passing by does not count."""
    claim("a", "14", "mig-29", "deployed", event="arrival: jets", operator="lna", to="jufra")
    claim("b", "at least 12", "fighter", "deployed", event="arrival: jets", operator="lna")
    claim("c", "5", "truck", operator="lna", at="sirte")
    claim("d", "6", "mrap", "delivered", operator="lna", via="jufra", to="tripoli")
    claim("e", "7", "drone", operator="lna")
    assert claim.told("lna", at="jufra") == ["own fighter of lna: 14+", "own mig-29 of lna: 14 (in fighter of lna)"]
    assert [line.split(" of ")[0] for line in claim.told("lna", at="libya")] == [
        "own fighter", "own mig-29", "own mrap", "own truck",
    ]  # fmt: skip


def test_of_a_class(claim: Claims) -> None:
    """Of aircraft: a row for them all, 3 fighters + 2 drones = 5, though nobody claimed five; no trucks."""
    claim("a", "3", "fighter", operator="lna")
    claim("b", "2", "drone", operator="lna")
    claim("c", "5", "truck", operator="lna")
    assert claim.told("lna", system="aircraft") == [
        "own aircraft of lna: 5",
        "own drone of lna: 2 (in aircraft of lna)",
        "own fighter of lna: 3 (in aircraft of lna)",
    ]


def test_what_one_supplied_may_be_what_it_operates_for_the_other(claim: Claims) -> None:
    """The LNA has 5 MiG-29s from Russia; Russia has 5 MiG-29s there for the LNA: once in the sum."""
    claim("a", "5", "mig-29", "supplied", operator="lna", supplier="russia")
    claim("b", "5", "mig-29", operator="wagner", beneficiary="lna", at="jufra")
    assert claim.told("lna") == ["own mig-29 of lna: 5", "support mig-29 of wagner: 5 (in mig-29 of lna)"]
    assert phrase_readings(total(claim.ask("lna").holdings)) == "5"
    assert phrase_readings(total(claim.ask("lna", "russia").holdings)) == "5"


def test_the_larger_of_what_may_be_the_same_stays_in_the_sum(claim: Claims) -> None:
    """5 MiG-29s from Russia; 8 fighters of Russia's for the LNA: 8, of which the 5 may be."""
    claim("a", "5", "mig-29", "supplied", operator="lna", supplier="russia")
    claim("b", "8", "fighter", operator="russia", beneficiary="lna")
    assert claim.told("lna") == ["own mig-29 of lna: 5 (in fighter of russia)", "support fighter of russia: 8"]


def test_several_factions_together_count_an_event_once(claim: Claims) -> None:
    """One says that 6 drones came to the GNA, another that they are Turkey's: 6 to each, and to both."""
    claim("a", "6", "drone", "delivered", event="arrival: drones", operator="gna")
    claim("b", "6", "drone", "deployed", event="arrival: drones", operator="turkey")
    claim("c", "2", "drone", "delivered", event="arrival: more", operator="turkey")
    sums = {who: phrase_readings(total(claim.ask(*who).holdings)) for who in (("gna",), ("turkey",), ("gna", "turkey"))}
    assert sums == {("gna",): "6", ("turkey",): "8", ("gna", "turkey"): "8"}
