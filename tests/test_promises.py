"""The two promises, on random catalogues: no number without its sources, and nothing counted twice.

`OOB_EXAMPLES=10000 pytest tests/test_promises.py` draws ten thousand catalogues a test instead of a few hundred.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations, pairwise

import worlds
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from worlds import Catalogue, Lot, Truth, drawn

from oob import overlaps
from oob.count import Count, hull, phrase_readings
from oob.holdings import Holding, Inventory, inventory, total
from oob.matters import Claim, Question

settings.register_profile(
    "promises",
    max_examples=int(os.environ.get("OOB_EXAMPLES", "150")),
    deadline=None,
    derandomize="OOB_EXAMPLES" not in os.environ and bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
promised = settings(settings.get_profile("promises"))


# -- nothing is counted twice: catalogues of true claims on a hidden world -------------------------------------------


class Judge:
    """Compares an inventory with the world that its claims were drawn from."""

    def __init__(self, truth: Truth, factions: tuple[str, ...]) -> None:
        self.truth = truth
        self.world = truth.catalogue.world
        self.forces = self.world.forces
        self.factions = factions
        self.backers = {
            row.operator
            for row in truth.catalogue.rows
            if row.action == "backs" and row.operator and self.mine(row.beneficiary)
        }

    def mine(self, force: str | None) -> bool:
        return any(self.forces.within(force, faction) for faction in self.factions)

    def on_our_side(self, force: str | None) -> bool:
        return force is not None and (self.mine(force) or not self.backers.isdisjoint(self.forces.line(force)))

    def concerns(self, lot: Lot) -> bool:
        """Whether an inventory of these factions may show a thing, by itself."""
        return self.on_our_side(lot.holder) or self.on_our_side(lot.giver) or self.mine(lot.beneficiary)

    def relevant(self) -> list[Lot]:
        """The things that it may show: those that concern it, and those that came with such."""
        events = {event for lot in self.truth.lots if self.concerns(lot) for event in lot.events}
        return [lot for lot in self.truth.lots if self.concerns(lot) or events & lot.events]

    def told(self, lots: Iterable[Lot], within: Callable[[str, str], bool]) -> bool:
        """Whether all losses among some things are told of, where these factions' inventory hears of it."""
        return all(
            any(
                (holder, system, event) == (lot.holder, lot.system, lot.departure)
                and self.on_our_side(by)
                and within(by, of)
                for holder, system, event, by, of in self.truth.told_losses
            )
            for lot in lots
            if lot.went is not None
        )

    def check(self, found: Inventory, *, place: str | None = None) -> None:
        relevant = [lot for lot in self.relevant() if place is None or self.world.places.within(lot.place, place)]
        if self.told(relevant, lambda _by, _of: True):
            held = number(lot for lot in relevant if lot.went is None)
            assert low(total(found.holdings)) <= held, f"in all {phrase_readings(total(found.holdings))}, truly {held}"
        for holding in found.holdings:
            self.check_row(holding, [lot for lot in relevant if self.part(lot, holding)])

    def part(self, lot: Lot, holding: Holding) -> bool:
        """Whether things are part of what a row is about, in whosever hands they may be said to be."""
        hands = (lot.holder, *([lot.giver] if lot.giver else []))
        return self.world.systems.within(lot.system, holding.system) and any(
            self.forces.within(hand, holding.holder) for hand in hands
        )

    def check_row(self, holding: Holding, lots: list[Lot]) -> None:
        lost = number(lot for lot in lots if lot.went is not None)
        assert low(holding.lost) <= lost, f"{holding.cell} lost {phrase_readings(holding.lost)}, truly {lost}"

        def within(by: str, of: str) -> bool:
            mixed = self.world.systems.is_root(holding.system)
            return (
                self.forces.within(by, holding.holder) and self.world.systems.within(of, holding.system) and not mixed
            )

        if self.told(lots, within):
            held = number(lot for lot in lots if lot.went is None)
            assert low(holding.held) <= held, f"{holding.cell} {phrase_readings(holding.held)}, truly {held}"


def number(lots: Iterable[Lot]) -> int:
    return sum(lot.number for lot in lots)


def low(readings: tuple[Count, ...]) -> int:
    return hull(readings).low if readings else 0


def unions(truth: Truth) -> list[tuple[str, ...]]:
    one, other = truth.factions
    return [(one,), (other,), (one, other)]


@promised
@given(drawn(worlds.true_world))
def test_true_claims_never_come_to_more_than_there_is(truth: Truth) -> None:
    """Whoever is asked for, singly or together: the low end of every row and of their sum is true."""
    for factions in unions(truth):
        Judge(truth, factions).check(truth.catalogue.ask(*factions))


@promised
@given(st.one_of(drawn(worlds.lasting_world), drawn(worlds.true_world)), st.data())
def test_nor_do_they_whatever_rows_a_filter_leaves(truth: Truth, data: st.DataObject) -> None:
    """A sum takes of the rows left those that are part of no other of them, and cannot be of the same things."""
    for factions in unions(truth):
        found, judge = truth.catalogue.ask(*factions).holdings, Judge(truth, factions)
        above, beside = overlaps.over(found), overlaps.overlaps(found, judge.world)
        parts = {overlaps.key(each): [lot for lot in judge.relevant() if judge.part(lot, each)] for each in found}
        lasting = [each for each in found if all(lot.went is None for lot in parts[overlaps.key(each)])]
        left = {overlaps.key(each): each for each in lasting if data.draw(st.booleans())}
        added = [row for key, row in left.items() if left.keys().isdisjoint(above[key] + beside.get(key, ()))]
        assert bool(added) == bool(left)
        there = [lot for lot in judge.relevant() if any(lot in parts[key] for key in left)]
        assert sum(low(each.held) for each in added) <= number(there)


@promised
@given(drawn(worlds.lasting_world), st.sampled_from(worlds.DAYS), st.sampled_from(worlds.DAYS))
def test_nor_do_they_for_a_reader_who_knows_only_some(truth: Truth, as_of: str, known_by: str) -> None:
    """Where nothing goes away, earlier days, earlier readers and single places never show more than there is."""
    for factions in unions(truth):
        judge = Judge(truth, factions)
        judge.check(truth.catalogue.ask(*factions, as_of=as_of))
        judge.check(truth.catalogue.ask(*factions, known_by=known_by))
        for place in worlds.PLACES:
            judge.check(truth.catalogue.ask(*factions, at=place), place=place)


@promised
@given(drawn(worlds.lasting_world))
def test_nor_do_they_of_one_class(truth: Truth) -> None:
    """The rows of one class add up to no more than there is of that class."""
    systems = truth.catalogue.world.systems
    for system in systems.parents:
        for factions in unions(truth):
            found = truth.catalogue.ask(*factions, system=system)
            there = [lot for lot in Judge(truth, factions).relevant() if systems.within(lot.system, system)]
            assert low(total(found.holdings)) <= number(there)
            assert all(systems.within(holding.system, system) for holding in found.holdings)


# -- no number without its sources, and what else holds of any catalogue ---------------------------------------------

any_catalogue = drawn(worlds.random_catalogue)
day = st.sampled_from(worlds.DAYS)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Catalogue, Question]:
    """A random catalogue, and a question to it."""
    catalogue = draw(any_catalogue)
    forces, systems = sorted(catalogue.forces), sorted(catalogue.systems)
    factions = draw(st.lists(st.sampled_from(forces), min_size=1, max_size=2, unique=True))
    question = {"as_of": draw(day)} if draw(st.booleans()) else {}
    question |= {"known_by": draw(day)} if draw(st.booleans()) else {}
    question |= {"at": draw(st.sampled_from(sorted(worlds.PLACES)))} if draw(st.integers(0, 4)) == 4 else {}
    question |= {"system": draw(st.sampled_from(systems))} if draw(st.integers(0, 4)) == 4 else {}
    return catalogue, Question(tuple(factions), **question)


def ask(catalogue: Catalogue, question: Question) -> Inventory:
    return inventory(catalogue.claims(), catalogue.world, question)


Numbers = dict[tuple[str, str, str], tuple[object, object, bool, int, int]]


def numbers(found: Inventory) -> Numbers:
    """Every number of an inventory, by section, holder and system; and whether it is shared with another row."""
    return {
        (row.section, *row.cell): (row.held, row.lost, row.part_of is None, len(row.claims) > 0, 0)
        for row in found.holdings
        if row.held or row.lost
    }


@promised
@given(asked(), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(given: tuple[Catalogue, Question], chance) -> None:  # type: ignore[no-untyped-def]
    catalogue, question = given
    claims = catalogue.claims()
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert inventory(shuffled, catalogue.world, question) == inventory(claims, catalogue.world, question)


@promised
@given(asked())
def test_every_number_has_its_sources(given: tuple[Catalogue, Question]) -> None:
    """A row rests on claims that were published and are of the time, that count, and that bear on it."""
    catalogue, question = given
    systems, forces = catalogue.world.systems, catalogue.world.forces
    for row in ask(catalogue, question).holdings:
        assert row.claims or not (row.held or row.lost), row
        assert row.resting_on or not (row.held or row.lost), row
        assert row.claims or row.uncounted, f"nothing speaks of {row.cell}"
        assert set(row.resting_on) <= set(row.claims)
        for claim in (*row.claims, *row.uncounted, *row.denials):
            assert claim.published <= question.known_by
            assert claim.earliest <= question.as_of
        for claim in row.claims:
            assert claim.stance in ("asserted", "assessed", "alleged")
            assert claim.action != "planned"
            assert systems.within(claim.system, row.system)
            hands = (claim.operator or claim.owner, claim.opponent)
            assert claim.event is not None or any(forces.within(hand, row.holder) for hand in hands)
        assert all(claim.stance == "possible" or claim.action == "planned" for claim in row.uncounted)
        assert all(claim.stance == "denied" and systems.related(claim.system, row.system) for claim in row.denials)


@promised
@given(asked())
def test_dates_and_marks_of_a_row_make_sense(given: tuple[Catalogue, Question]) -> None:
    catalogue, question = given
    for row in ask(catalogue, question).holdings:
        assert row.earliest <= row.latest, row
        assert row.disagreement == (len(row.held) > 1 or len(row.lost) > 1)
        assert row.single_party == (len({catalogue.world.parties[claim.origin] for claim in row.resting_on}) == 1)
        for readings in (row.held, row.lost):
            assert all(a.high is not None and a.high < b.low for a, b in pairwise(readings))


@promised
@given(asked())
def test_no_claim_stands_in_two_sections(given: tuple[Catalogue, Question]) -> None:
    """A thing taken from one force by another is a loss here and a gain there: only such a claim may be in two."""
    catalogue, question = given
    found = ask(catalogue, question)
    counted, shown = sections_of(found, lambda row: row.claims), sections_of(found, lambda row: row.uncounted)
    for claim, sections in (*counted.items(), *shown.items()):
        assert len(sections) == 1 or claim.action == "captured", (claim.id, sections)
    assert not counted.keys() & shown.keys()


def sections_of(found: Inventory, claims: Callable[[Holding], Iterable[Claim]]) -> dict[Claim, set[str]]:
    sections: dict[Claim, set[str]] = {}
    for row in found.holdings:
        for claim in claims(row):
            sections.setdefault(claim, set()).add(row.section)
    return sections


@promised
@given(asked())
def test_rows_form_a_forest_whose_tops_share_nothing(given: tuple[Catalogue, Question]) -> None:
    catalogue, question = given
    systems, forces = catalogue.world.systems, catalogue.world.forces
    found = ask(catalogue, question).holdings
    rows = {(row.section, *row.cell): row for row in found}
    assert len(rows) == len(found), "a cell has one row"
    for row in found:
        above, steps = row, 0
        while above.part_of is not None:
            above, steps = rows[above.part_of_section, *above.part_of], steps + 1
            assert steps <= len(found), f"{row.cell} is part of itself"
        if row.depth:
            assert row.part_of is not None
            assert forces.within(row.holder, row.part_of[0])
            assert systems.within(row.system, row.part_of[1])
            assert row.part_of_section == row.section
    tops = [row for row in found if row.part_of is None and row.held]
    for one, other in combinations(tops, 2):
        if forces.related(one.holder, other.holder) and systems.related(one.system, other.system):
            assert one.section != other.section, (one.cell, other.cell)
            both = one.words, other.words
            assert all(
                a.event is not None and b.event is not None and (a.event, a.kind) != (b.event, b.kind)
                for a in both[0]
                for b in both[1]
                if systems.related(a.cell[1], b.cell[1]) and forces.related(a.cell[0], b.cell[0])
            ), f"{one.section} {one.cell} and {other.section} {other.cell} may be the same things"


@promised
@given(asked())
def test_a_force_holds_no_less_than_its_part_and_a_class_no_less_than_its_kind_unless_a_level_says_so(
    given: tuple[Catalogue, Question],
) -> None:
    """Only a later level of the whole, or a loss of it, makes a part's number larger than that of the whole."""
    catalogue, question = given
    found = ask(catalogue, question).holdings
    rows = {(row.section, *row.cell): row for row in found}
    for row in found:
        if not (row.depth and row.held and row.part_of):
            continue
        above = rows[row.part_of_section, *row.part_of]
        levelled = any(word.kind == "presence" for word in above.words)
        lessened = any(word.kind == "departure" for word in above.words)
        if not levelled and not lessened:
            assert low(above.held) >= low(row.held)


# -- what a further claim may do --------------------------------------------------------------------------------------


@promised
@given(asked(), st.data())
def test_a_report_that_repeats_another_changes_no_number(
    given: tuple[Catalogue, Question], data: st.DataObject
) -> None:
    """Nor would any number of such reports; support, credibility and readings stay as they are."""
    catalogue, question = given
    assume(catalogue.rows)
    before = ask(catalogue, question)
    original = data.draw(st.sampled_from(sorted({row.report for row in catalogue.rows})))
    assume((catalogue.reports[original].latest or "9") <= question.known_by)
    for number in range(data.draw(st.integers(1, 3))):
        catalogue.report(f"repeat{number}", question.known_by if question.known_by < "9" else "2020-04-09", original)
        for row in [row for row in catalogue.rows if row.report == original]:
            catalogue.repeat(row, f"repeat{number}")
    after = ask(catalogue, question)
    assert numbers(after) == numbers(before)
    assert [(row.cell, row.parties, row.disagreement) for row in after.holdings] == [
        (row.cell, row.parties, row.disagreement) for row in before.holdings
    ]


@promised
@given(drawn(worlds.true_world), st.booleans(), st.data())
def test_a_wider_claim_changes_no_number(truth: Truth, vague: bool, data: st.DataObject) -> None:
    """What allows all that is said already, or gives no number, narrows nothing and adds nothing."""
    catalogue, question = truth.catalogue, Question(truth.factions[:1])
    before = ask(catalogue, question)
    undisputed = [
        word for row in before.holdings if not row.also_held_by for word in row.words if row.cell == word.cell
    ]
    heard = [(word, voice.stands) for word in undisputed for voice in word.voices if voice.stands.effect != "use"]
    heard = [(word, claim) for word, claim in heard if claim.count.stated or vague]
    assume(heard)
    word, claim = data.draw(st.sampled_from(heard))
    around = hull(voice.stands.count for voice in word.voices)
    assume(not vague or around.low)  # to be there at all contradicts "none"
    wide = None if vague else Count(max(0, around.low - 1), None if around.high is None else around.high + 1, "wide")
    row = next(row for row in catalogue.rows if row.id == claim.id)
    said = catalogue.origins[row.origin]
    catalogue.origins["another"] = replace(said, id="another")
    catalogue.repeat(
        row, row.report, origin="another", count_text=wide and "wide", count_low=wide and wide.low,
        count_high=wide and wide.high, approximate=0,
    )  # fmt: skip
    assert bounds(ask(catalogue, question)) == bounds(before)


Bounds = dict[tuple[str, str, str], tuple[list[tuple[int, int | None]], list[tuple[int, int | None]]]]


def bounds(found: Inventory) -> Bounds:
    """The ranges of every row that has any, by section, holder and system."""
    return {
        (row.section, *row.cell): ([(c.low, c.high) for c in row.held], [(c.low, c.high) for c in row.lost])
        for row in found.holdings
        if row.held or row.lost
    }


@promised
@given(asked(), drawn(worlds.random_catalogue))
def test_a_denial_lowers_nothing(given: tuple[Catalogue, Question], more: Catalogue) -> None:
    """Nor does it add a row."""
    catalogue, question = given
    assume(catalogue.rows and more.rows)
    before = ask(catalogue, question)
    _add(catalogue, more, stance="denied")
    after = ask(catalogue, question)
    assert numbers(after) == numbers(before)
    assert [row.cell for row in after.holdings] == [row.cell for row in before.holdings]


@promised
@given(asked(), drawn(worlds.random_catalogue))
def test_what_is_only_possible_is_not_counted(given: tuple[Catalogue, Question], more: Catalogue) -> None:
    """It may add a row, even one above others; it changes no number, and adds nothing to the sum of all."""
    catalogue, question = given
    assume(catalogue.rows and more.rows)
    before = ask(catalogue, question)
    _add(catalogue, more, stance="possible")
    after = ask(catalogue, question)
    now = bounds(after)
    assert {key: now.get(key) for key in bounds(before)} == bounds(before)
    assert low(total(after.holdings)) <= low(total(before.holdings))


def _add(catalogue: Catalogue, more: Catalogue, stance: str) -> None:
    """Adds the claims of another catalogue, as far as they name what this one knows, in one of its reports."""
    report, origin = catalogue.rows[0].report, catalogue.rows[0].origin
    known = {None, *catalogue.systems, *catalogue.forces}
    for row in more.rows:
        names = (row.system, row.operator, row.owner, row.supplier, row.beneficiary, row.opponent)
        if known.issuperset(names) and row.action != "backs":
            catalogue.repeat(row, report, key=f"more-{row.key}", origin=origin, stance=stance)


@promised
@given(any_catalogue, st.data())
def test_two_factions_together_hold_no_more_than_both_apart(catalogue: Catalogue, data: st.DataObject) -> None:
    """An event that shows in both inventories is one event."""
    one, other = data.draw(st.lists(st.sampled_from(sorted(catalogue.forces)), min_size=2, max_size=2, unique=True))
    apart = [low(total(catalogue.ask(faction).holdings)) for faction in (one, other)]
    assert low(total(catalogue.ask(one, other).holdings)) <= sum(apart)


@promised
@given(asked())
def test_a_day_on_which_nothing_new_is_alleged_changes_nothing(given: tuple[Catalogue, Question]) -> None:
    catalogue, question = given
    claims = catalogue.claims()
    dawn = max((claim.earliest for claim in claims if claim.earliest <= question.as_of), default="0000-00-00")
    news = max((claim.published for claim in claims if claim.published <= question.known_by), default="0000-00-00")
    now, then = ask(catalogue, question), ask(catalogue, replace(question, as_of=dawn, known_by=news))
    assert (now.holdings, now.activities) == (then.holdings, then.activities)
