"""Holdings as tables: one faction's inventory, several compared, disagreements, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from oob import holdings, vocabulary
from oob.count import hull, phrase_readings
from oob.holdings import Activity, Holding, Inventory
from oob.inventory import ClaimRow, Directory
from oob.matters import HERE, Claim, Question
from oob.reckoning import END, Readings
from oob.report.words import Words, brief, day, iso, listed, plural
from oob.sourcing import Notes
from oob.table import Cell, Column, Table
from oob.trees import Tree

COLUMNS: Final = (
    Column("row", audience="data"),
    Column("section", audience="data"),
    Column("", "System", audience="people", grows=True),
    Column("system", audience="data"),
    Column("class", audience="data"),
    Column("included_in", audience="data"),
    Column("holder", "Held by"),
    Column("count_low", kind="int", audience="data"),
    Column("count_high", kind="int", audience="data"),
    Column("", "Number", audience="people", whole=True),
    Column("count_text", audience="data"),
    Column("lost_low", kind="int", audience="data"),
    Column("lost_high", kind="int", audience="data"),
    Column("", "Lost", audience="people", whole=True),
    Column("lost_text", audience="data"),
    Column("place", "Where", grows=True),
    Column("", "When", audience="people"),
    Column("earliest", kind="date", audience="data"),
    Column("latest", kind="date", audience="data"),
    Column("supplier", audience="data"),
    Column("also_held_by", audience="data"),
    Column("disagreement", kind="flag", audience="data"),
    Column("contested_by", audience="data"),
    Column("single_party", kind="flag", audience="data"),
    Column("reports", kind="int", audience="data"),
    Column("origins", kind="int", audience="data"),
    Column("parties", kind="int", audience="data"),
    Column("reliability", audience="data"),
    Column("credibility", kind="int", audience="data"),
    Column("", "Grade", audience="people", grows=True),
    Column("claims", kind="ids", audience="data"),
    Column("sources", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes", audience="people"),
)

ACTIVITY_COLUMNS: Final = (
    Column("section", audience="data"),
    Column("activity", "What"),
    Column("system", "With"),
    Column("operator", "By"),
    Column("beneficiary", "For"),
    Column("times_low", kind="int", audience="data"),
    Column("times_high", kind="int", audience="data"),
    Column("times_text", "How often", whole=True),
    Column("place", "Where", grows=True),
    Column("", "When", audience="people"),
    Column("earliest", kind="date", audience="data"),
    Column("latest", kind="date", audience="data"),
    Column("disagreement", kind="flag", audience="data"),
    Column("contested_by", audience="data"),
    Column("single_party", kind="flag", audience="data"),
    Column("claims", kind="ids", audience="data"),
    Column("sources", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes", audience="people"),
)


@dataclass(frozen=True)
class Answer:
    """An inventory with all that is needed to tell of it."""

    inventory: Inventory
    known: Directory
    rows: Mapping[str, ClaimRow]


def tables(answer: Answer, sections: Sequence[str]) -> list[Table]:
    """The inventory, and the activity where there is any; only the sections asked for."""
    notes = Notes(answer.known)
    teller = _Teller(answer, notes)
    about = _about(answer)
    held = [each for each in answer.inventory.holdings if each.section in sections]
    found = []
    rows = [teller.row(each) for each in held]
    groups = [
        (teller.section(section), next(at for at, each in enumerate(held) if each.section == section))
        for section in vocabulary.SECTIONS
        if any(each.section == section for each in held)
    ]
    active = answer.inventory.activities if "activity" in sections else ()
    activity = [teller.activity(each) for each in active]
    texts = notes.texts()
    if set(sections) != {"activity"}:
        found.append(
            Table(
                "inventory",
                teller.title(),
                COLUMNS,
                tuple(rows),
                notes=() if activity or not rows else teller.reading_notes(),
                footnotes=() if activity else texts,
                groups=tuple(groups),
                about=about,
            )
        )
    if activity or set(sections) == {"activity"}:
        found.append(
            Table(
                "activity",
                "Strikes and other use, in no number above" if found else "Strikes and other use",
                ACTIVITY_COLUMNS,
                tuple(activity),
                notes=teller.reading_notes() if rows or activity else (),
                footnotes=texts,
                about=about,
            )
        )
    return found


def _about(answer: Answer) -> dict[str, Cell]:
    question = answer.inventory.question
    return {
        "factions": question.factions,
        "as_of": iso(question.as_of),
        "known_by": iso(question.known_by),
        "at": question.at,
        "system": question.system,
        "rules": holdings.RULES,
    }


class _Teller:
    """Makes rows of holdings, gathering the footnotes."""

    def __init__(self, answer: Answer, notes: Notes) -> None:
        self.answer = answer
        self.known = answer.known
        self.words = Words(answer.known)
        self.notes = notes
        self.label = {
            (each.section, each.cell): f"{each.section}/{each.holder}/{each.system}"
            for each in answer.inventory.holdings
        }

    def faction(self) -> str:
        """The factions asked for, as one phrase."""
        names = [self.words.full_force(faction) for faction in self.answer.inventory.question.factions]
        return listed(names) if len(names) < 4 else plural(len(names), "force")

    def title(self) -> str:
        """What the table answers."""
        question = self.answer.inventory.question
        when = f" on {day(question.as_of)}" if question.as_of != END else ""
        where = f" at {self.words.place(question.at)}" if question.at else ""
        known = f", as known by {day(question.known_by)}" if question.known_by != END else ""
        return f"Alleged holdings of {self.faction()}{where}{when}{known}"

    def section(self, section: str) -> str:
        """A section's heading."""
        factions = self.answer.inventory.question.factions
        name = self.words.force(factions[0]) if len(factions) == 1 else "these forces"
        return {
            "own": f"Held by {name}",
            "support": f"Held by others in support of {name}",
            "backers": f"Held in the theatre by forces that back {name}, without a word that it was for {name}",
        }[section]

    def reading_notes(self) -> tuple[str, ...]:
        """How to read the numbers."""
        return (
            "Indented rows are part of the row above them, never added to it. 14+ is 14 or more. differ: no number fits"
            " all figures given. denied: somebody denies it, which lowers nothing. 1 party: only one independent party"
            " says so. +1 planned: such claims are not counted. maybe in: perhaps the same things as that row, so left"
            " out of a sum. B4: reliability of the best source (A-F) and credibility of the claim (1-6).",
            f"Every figure is alleged; oob establishes none. How a number came about: oob why"
            f" {self.answer.inventory.question.factions[0]} SYSTEM (rules {holdings.RULES}).",
        )

    def claims_of(self, holding: Holding) -> list[ClaimRow]:
        """All claims that a row shows: what it rests on, what is only possible, what denies it."""
        claims = (*holding.claims, *holding.uncounted, *holding.denials)
        return [self.answer.rows[claim.id] for claim in claims]

    def row(self, holding: Holding) -> tuple[Cell, ...]:
        """One holding as a row of COLUMNS."""
        words, world = self.words, self.known.world
        low, high = _bounds(holding.held)
        lost_low, lost_high = _bounds(holding.lost)
        cited = self.claims_of(holding)
        parent = self.known.systems[holding.system].parent
        grade = reliability(holding.resting_on, world.grades)
        return (
            self.label[holding.section, holding.cell],
            holding.section,
            f"{'  ' * holding.depth}{words.system(holding.system)}",
            words.system(holding.system),
            words.system(parent),
            self.label[holding.part_of_section, holding.part_of] if holding.part_of else None,
            words.force(holding.holder),
            low,
            high,
            number_text(holding, brief=True),
            number_text(holding),
            lost_low,
            lost_high,
            phrase_readings(_unworded(holding.lost)) if holding.lost else None,
            phrase_readings(holding.lost) if holding.lost else None,
            words.places(holding.places),
            brief(holding.earliest, holding.latest),
            iso(holding.earliest),
            iso(holding.latest),
            "; ".join(sorted({words.force(claim.supplier) for claim in holding.claims if claim.supplier})) or None,
            "; ".join(words.force(force) for force in holding.also_held_by) or None,
            holding.disagreement,
            self.deniers(holding.denials) or None,
            holding.single_party,
            len({claim.report for claim in holding.resting_on}),
            len({claim.origin for claim in holding.resting_on}),
            len(holding.parties),
            grade,
            holdings.credibility(holding, world),
            ", ".join((f"{grade or 'F'}{holdings.credibility(holding, world)}", *self.flags(holding))),
            tuple(row.id for row in cited),
            tuple(sorted({self.known.heard_from(row.origin).id for row in cited})),
            self.notes.number(cited),
        )

    def flags(self, holding: Holding) -> Iterable[str]:
        """What a reader must mind about a row, in a word each; the notes under the table explain them."""
        if holding.disagreement:
            yield "differ"
        if holding.denials:
            yield "denied"
        if holding.single_party:
            yield "1 party"
        if holding.also_held_by:
            yield f"or {listed(map(self.words.force, holding.also_held_by), 'or')}'s"
        if holding.part_of and (holding.depth == 0 or holding.part_of_section != holding.section):
            yield f"maybe in {self.words.system(holding.part_of[1])}"
        if holding.held or holding.lost:
            for kind in ("planned", "possible"):
                if number := sum((claim.effect == "intention") == (kind == "planned") for claim in holding.uncounted):
                    yield f"+{number} {kind}"

    def deniers(self, denials: Iterable[Claim]) -> str:
        """Who denies something: the speaker, and the party where that is another."""
        told = {}
        for claim in denials:
            source = self.known.heard_from(claim.origin)
            party = self.words.party(claim.origin)
            told[source.id] = source.name if self.words.source(source.id) == party else f"{source.name} ({party})"
        return listed(told[id_] for id_ in sorted(told))

    def activity(self, activity: Activity) -> tuple[Cell, ...]:
        """One activity as a row of ACTIVITY_COLUMNS."""
        words = self.words
        low, high = _bounds(activity.times)
        claims = [claim for voice in activity.voices for claim in voice.claims]
        cited = [self.answer.rows[claim.id] for claim in (*claims, *activity.denials)]
        event = self.known.events.get(activity.event or "")
        kind = "mine-laying" if all(claim.action == "laid" for claim in claims) else "strikes"
        return (
            activity.section,
            event.title if event else kind,
            words.system(activity.system),
            words.force(activity.operator) or "not stated",
            words.force(activity.beneficiary) or None,
            low,
            high,
            phrase_readings(activity.times),
            words.places(activity.places),
            brief(activity.earliest, activity.latest),
            iso(activity.earliest),
            iso(activity.latest),
            len(activity.times) > 1,
            self.deniers(activity.denials) or None,
            len(activity.parties) == 1,
            tuple(row.id for row in cited),
            tuple(sorted({self.known.heard_from(row.origin).id for row in cited})),
            self.notes.number(cited),
        )


def number_text(holding: Holding, *, brief: bool = False) -> str:
    """A holding's number for a cell, briefly without the word that it comes from; why there is none, where so."""
    if holding.held:
        return phrase_readings(_unworded(holding.held) if brief else holding.held)
    if holding.lost:
        return "not stated"
    planned = any(claim.effect == "intention" for claim in holding.uncounted)
    return "(planned)" if planned else "(possible)" if holding.uncounted else "(denied)"


def _unworded(counts: Readings) -> Readings:
    return tuple(replace(count, text="") for count in counts)


def reliability(claims: Iterable[Claim], grades: Mapping[str, str]) -> str | None:
    """The best grade among those that claims were heard from."""
    return min((grades[claim.origin] for claim in claims), default=None)


def _bounds(readings: Readings) -> tuple[int | None, int | None]:
    if not readings:
        return None, None
    around = hull(readings)
    return around.low, around.high


# -- several factions ---------------------------------------------------------------------------------------------


def compare(answers: Sequence[Answer], together: Answer) -> Table:
    """Factions side by side, system by system, with all of them as one: an event is counted once, whoever's it is.

    A class takes in its kinds, so every row includes the rows indented under it.
    """
    words = Words(together.known)
    notes = Notes(together.known)
    tree = together.known.world.systems
    systems = _as_tree({each.system for answer in (*answers, together) for each in answer.inventory.holdings}, tree)
    rows: list[tuple[Cell, ...]] = []
    for system, above in systems.items():
        cells: list[Cell] = []
        cited: dict[str, ClaimRow] = {}
        for answer in (*answers, together):
            mine = [each for each in answer.inventory.holdings if _is_of(each.system, system, tree)]
            for each in mine:
                shown = (*each.claims, *each.uncounted, *each.denials)
                cited |= {claim.id: answer.rows[claim.id] for claim in shown}
            for section in (*vocabulary.SECTIONS,) if answer is not together else ("",):
                part = [each for each in mine if not section or each.section == section]
                held = holdings.total_of(_apart(part))
                cells += [phrase_readings(held) if held else _unheld(part), *_bounds(held)]
        name = words.system(system)
        depth = len(above)
        rows.append(
            (
                f"{'  ' * depth}{name}",
                name,
                words.system(above[-1]) if above else None,
                *cells,
                notes.number(cited.values()),
                tuple(cited),
            )
        )
    columns = [
        Column("", "System", audience="people", grows=True),
        Column("system", audience="data"),
        Column("included_in", audience="data"),
    ]
    for answer in answers:
        faction = answer.inventory.question.factions[0]
        for section in vocabulary.SECTIONS:
            columns += _number_columns(f"{faction}_{section}", f"{words.force(faction)} {section}")
    columns += _number_columns("together", "Together")
    columns += [
        Column("notes", "Sources", kind="notes", audience="people"),
        Column("claims", kind="ids", audience="data"),
    ]
    names = listed(words.force(answer.inventory.question.factions[0]) for answer in answers)
    about = _about(together)
    return Table(
        "compare",
        f"Alleged holdings of {names} compared",
        tuple(columns),
        tuple(rows),
        notes=(
            "Indented rows are part of the row above them, never added to it. 'Together' counts an event once,"
            " whoever's inventory shows it; so it can be less than the columns' sum.",
        ),
        footnotes=notes.texts(),
        about=about,
    )


def _number_columns(key: str, heading: str) -> list[Column]:
    return [
        Column(key, heading),
        Column(f"{key}_low", kind="int", audience="data"),
        Column(f"{key}_high", kind="int", audience="data"),
    ]


def _as_tree(systems: Iterable[str], tree: Tree) -> dict[str, list[str]]:
    """Systems in the order of their tree, equipment first, each with those above it, the root classes aside."""

    def rank(system: str) -> tuple[object, ...]:
        line = tree.line(system)[::-1]
        return line[0] != "equipment", len(line) == 1, line

    shown = sorted(systems, key=rank)
    return {system: [other for other in shown if other != system and _is_of(system, other, tree)] for system in shown}


def _is_of(system: str, other: str, tree: Tree) -> bool:
    """Whether a row of one system takes in another; a root class ("military equipment") is of no stated kind."""
    return system == other or (not tree.is_root(other) and tree.within(system, other))


def _apart(found: Sequence[Holding]) -> list[Holding]:
    """The rows that are part of no other among them."""
    cells = {(each.section, each.cell) for each in found}
    return [each for each in found if (each.part_of_section, each.part_of) not in cells]


def _unheld(found: Sequence[Holding]) -> str | None:
    """What stands for a number where rows give none."""
    texts = [number_text(each) for each in found]
    return "not stated" if "not stated" in texts else texts[0] if texts else None


# -- where reports contradict each other ---------------------------------------------------------------------------

CONFLICT_COLUMNS: Final = (
    Column("kind", "What"),
    Column("system", audience="data"),
    Column("holder", audience="data"),
    Column("readings", audience="data"),
    Column("event", audience="data"),
    Column("claim", audience="data"),
    Column("count", "Figure", whole=True),
    Column("speaker", "Speaker", grows=True),
    Column("says", "Claim", grows=True),
    Column("notes", "Source", kind="notes"),
)


def conflicts(answer: Answer) -> Table:
    """Figures that differ, denials, and holders in dispute: each row with the claims that clash on it."""
    words, notes = Words(answer.known), Notes(answer.known)
    rows: list[tuple[Cell, ...]] = []
    groups: list[tuple[str, int]] = []
    for holding in answer.inventory.holdings:
        clashes = [(kind, claim) for kind, claims in _conflict(holding) for claim in claims]
        if not clashes:
            continue
        figures = phrase_readings(holding.held or holding.lost)
        groups.append((f"{words.system(holding.system)} of {words.force(holding.holder)}: {figures}", len(rows)))
        for kind, claim in clashes:
            row = answer.rows[claim.id]
            event = answer.known.events.get(claim.event or "")
            rows.append(
                (
                    kind,
                    words.system(holding.system),
                    words.force(holding.holder),
                    figures,
                    event.title if event else None,
                    row.id,
                    row.count_text,
                    answer.known.sources[answer.known.origins[row.origin].speaker].name,
                    row.says,
                    notes.number([row]),
                )
            )
    title = "Where the reports contradict each other"
    return Table("conflicts", title, CONFLICT_COLUMNS, tuple(rows), footnotes=notes.texts(), groups=tuple(groups))


def _conflict(holding: Holding) -> Iterable[tuple[str, Sequence[Claim]]]:
    direct = [word for word in holding.words if word.cell == holding.cell]
    voices = [voice.stands for word in direct for voice in word.voices]
    if holding.disagreement and (numbered := [claim for claim in voices if claim.count.stated]):
        yield "differs", numbered
    mine = [claim for claim in holding.denials if direct]
    if mine and holding.depth == 0:
        yield "denies", mine
    if holding.also_held_by:
        others = [claim for claim in voices if claim.holder in holding.also_held_by]
        if others:
            yield "other holder", others


# -- what is missing -----------------------------------------------------------------------------------------------

GAP_COLUMNS: Final = (
    Column("gap", audience="data"),
    Column("subject", "What", grows=True),
    Column("detail", audience="data"),
    Column("claims", "Claims", kind="ids", grows=True),
)
GAPS: Final = {
    "undated": "the text gives no time, so it is as of when it was said",
    "unplaced": "no place is stated",
    "no holder": "nobody is said to have it, so it is in no inventory",
    "not linked": "an arrival or loss without an event: name one, so that it can be told apart or joined",
    "single-party": "one party alone says so: look for a second, independent one",
}
"""The kinds of gap, and what each means."""


def gaps(answer: Answer, every: Sequence[Claim], kinds: Iterable[str]) -> Table:
    """What a careful reader would look up next: undated, unplaced, unlinked, one party's word alone."""
    words = Words(answer.known)
    counted = [claim for claim in every if claim.counts and claim.system is not None]
    missing = {
        "undated": [c for c in counted if not c.dated],
        "unplaced": [c for c in counted if not any(role in HERE for role, _ in c.places)],
        "no holder": [c for c in counted if c.holder is None and c.effect != "use"],
        "not linked": [c for c in counted if c.event is None and c.effect in ("arrival", "departure", "exchange")],
    }
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {
        kind: [(answer.rows[claim.id].says, (claim.id,)) for claim in claims] for kind, claims in missing.items()
    }
    found["single-party"] = [
        (
            f"{words.system(each.system)}, {words.force(each.holder)}: {number_text(each)}"
            f" (only {words.source(each.parties[0])} says so)",
            tuple(claim.id for claim in each.resting_on),
        )
        for each in answer.inventory.holdings
        if each.single_party
    ]
    rows: list[tuple[Cell, ...]] = []
    groups = []
    for kind, meaning in GAPS.items():
        if kind in kinds and found[kind]:
            groups.append((f"{kind.capitalize()} ({len(found[kind])}): {meaning}", len(rows)))
            rows += [(kind, subject, meaning, claims) for subject, claims in found[kind]]
    return Table("gaps", "What the catalogue does not know", GAP_COLUMNS, tuple(rows), groups=tuple(groups))


def question(
    factions: Iterable[str], as_of: str | None, known_by: str | None, at: str | None, system: str | None
) -> Question:
    """The question that a command's options ask; dates as ISO text."""
    return Question(tuple(factions), as_of or END, known_by or END, at, system)
