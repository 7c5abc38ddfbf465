"""Holdings as tables: one faction's inventory, several compared, disagreements, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from oob import holdings, overlaps, vocabulary
from oob.activities import Activity
from oob.count import Count, hull, phrase_readings
from oob.holdings import Holding, Inventory
from oob.inventory import ClaimRow, Directory
from oob.matters import Claim, Question
from oob.reckoning import END, Readings
from oob.report.words import Words, brief, day, iso, listed, plural
from oob.sourcing import Notes
from oob.table import Cell, Column, Table

COLUMNS: Final = (
    Column("", "System", audience="people", grows=True),
    Column("row", audience="data"),
    Column("section", "Section", audience="data"),
    Column("system", audience="data"),
    Column("class", audience="data"),
    Column("system_path", audience="data"),
    Column("depth", kind="int", audience="data"),
    Column("main_class", "Main class", audience="data"),
    Column("included_in", audience="data"),
    Column("shared_with", kind="ids", audience="data"),
    Column("holder", "Held by"),
    Column("", "Number", audience="people", whole=True),
    Column("count_low", "Low", kind="int", audience="data"),
    Column("count_high", "High", kind="int", audience="data"),
    Column("count_text", audience="data"),
    Column("readings", kind="ids", audience="data"),
    Column("", "Lost", audience="people", whole=True),
    Column("lost_low", "Lost, low", kind="int", audience="data"),
    Column("lost_high", "Lost, high", kind="int", audience="data"),
    Column("lost_text", audience="data"),
    Column("lost_readings", kind="ids", audience="data"),
    Column("place", "Where", grows=True),
    Column("", "When", audience="people"),
    Column("earliest", "Earliest", kind="date", audience="data"),
    Column("latest", "Latest", kind="date", audience="data"),
    Column("supplier", "Supplied by", audience="data"),
    Column("also_held_by", "Or held by", audience="data"),
    Column("disagreement", "Figures differ", kind="flag", audience="data"),
    Column("contested_by", "Denied by", audience="data"),
    Column("single_party", "One party", kind="flag", audience="data"),
    Column("planned", kind="int", audience="data"),
    Column("possible", kind="int", audience="data"),
    Column("reports", kind="int", audience="data"),
    Column("origins", kind="int", audience="data"),
    Column("parties", kind="int", audience="data"),
    Column("reliability", "Reliability", audience="data"),
    Column("credibility", "Credibility", kind="int", audience="data"),
    Column("", "Grade", audience="people", grows=True),
    Column("claims", "Claims", kind="ids", audience="data"),
    Column("sources", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes", audience="people"),
)

ACTIVITY_COLUMNS: Final = (
    Column("section", "Section", audience="data"),
    Column("activity", "What"),
    Column("system", "With"),
    Column("operator", "By"),
    Column("beneficiary", "For"),
    Column("times_low", kind="int", audience="data"),
    Column("times_high", kind="int", audience="data"),
    Column("times_text", "How often", whole=True),
    Column("place", "Where", grows=True),
    Column("", "When", audience="people"),
    Column("earliest", "Earliest", kind="date", audience="data"),
    Column("latest", "Latest", kind="date", audience="data"),
    Column("disagreement", "Figures differ", kind="flag", audience="data"),
    Column("contested_by", "Denied by", audience="data"),
    Column("single_party", "One party", kind="flag", audience="data"),
    Column("claims", "Claims", kind="ids", audience="data"),
    Column("sources", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes", audience="people"),
)


@dataclass(frozen=True)
class Answer:
    """An inventory with all that is needed to tell of it."""

    inventory: Inventory
    known: Directory
    rows: Mapping[str, ClaimRow]

    def apart(self, found: Sequence[Holding]) -> list[Holding]:
        """Those of some rows that are part of no other of them, nor perhaps the same: what may be added up."""
        chosen = set(map(overlaps.key, found))
        return [each for each in found if chosen.isdisjoint(self._over[overlaps.key(each)] + self.shared(each))]

    def outermost(self, found: Sequence[Holding]) -> list[Holding]:
        """Those of some rows that are part of no other of them: what need be named where the others go with them."""
        chosen = set(map(overlaps.key, found))
        return [each for each in found if chosen.isdisjoint(self._over[overlaps.key(each)])]

    def shared(self, holding: Holding) -> tuple[overlaps.Key, ...]:
        """The rows that may be of the same things as a row, that it is no part of, and that a sum takes first."""
        return self._overlaps.get(overlaps.key(holding), ())

    @cached_property
    def _over(self) -> dict[overlaps.Key, tuple[overlaps.Key, ...]]:
        return overlaps.over(self.inventory.holdings)

    @cached_property
    def _overlaps(self) -> dict[overlaps.Key, tuple[overlaps.Key, ...]]:
        return overlaps.overlaps(self.inventory.holdings, self.known.world)


def tables(answer: Answer, sections: Sequence[str], notes: Notes | None = None) -> list[Table]:
    """The inventory, and the activity where there is any; only the sections asked for."""
    notes = notes or Notes(answer.known)
    teller = Teller(answer, notes)
    asked = about(answer)
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
                about=asked,
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
                about=asked,
            )
        )
    return found


def about(answer: Answer) -> dict[str, Cell]:
    """What was asked, for programs."""
    question = answer.inventory.question
    return {
        "factions": question.factions,
        "as_of": iso(question.as_of),
        "known_by": iso(question.known_by),
        "at": question.at,
        "system": question.system,
        "rules": holdings.RULES,
    }


def asked(answer: Answer, *, titled: bool = False) -> str:
    """What was asked, in a line for people: `Libyan National Army (LNA) on 31 July 2020; counted by rules 1`.

    `titled` leaves out what the title of an inventory says.
    """
    question, words = answer.inventory.question, Words(answer.known)
    when = f" on {day(question.as_of)}" if question.as_of != END else ", whatever the date"
    title = [
        f"{listed(map(words.full_force, question.factions))}{when}",
        f"as known by {day(question.known_by)}" if question.known_by != END else "",
        f"only at {words.place(question.at)}" if question.at else "",
    ]
    only = f"only {words.system(question.system)}" if question.system else ""
    line = "; ".join(filter(None, [*([] if titled else title), only, f"counted by rules {holdings.RULES}"]))
    return line[0].upper() + line[1:]


def explaining(question: Question) -> str:
    """The command that tells how a number of this inventory came about, by the same clocks and in the same place."""
    given = {
        "as-of": question.as_of if question.as_of != END else None,
        "known-by": question.known_by if question.known_by != END else None,
        "at": question.at,
    }
    options = "".join(f" --{name} {value}" for name, value in given.items() if value)
    return f"oob why {question.factions[0]} SYSTEM{options}"


class Teller:
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
            "Every figure is alleged; oob establishes none. How a number came about:"
            f" {explaining(self.answer.inventory.question)} (rules {holdings.RULES}).",
        )

    def row(self, holding: Holding) -> tuple[Cell, ...]:
        """One holding as a row of COLUMNS."""
        words, world = self.words, self.known.world
        low, high = bounds(holding.held)
        lost_low, lost_high = bounds(holding.lost)
        cited = [self.answer.rows[claim.id] for claim in shown(holding)]
        parent = self.known.systems[holding.system].parent
        grade = reliability(holding.resting_on, world.grades)
        return (
            f"{'  ' * holding.depth}{words.system(holding.system)}",
            self.label[holding.section, holding.cell],
            holding.section,
            words.system(holding.system),
            words.system(parent),
            words.path(holding.system),
            holding.depth,
            words.main_class(holding.system),
            self.label[holding.part_of_section, holding.part_of] if holding.part_of else None,
            tuple(self.label[row] for row in self.answer.shared(holding)),
            words.force(holding.holder),
            number_text(holding, brief=True),
            low,
            high,
            number_text(holding),
            spelled(holding.held),
            phrase_readings(_unworded(holding.lost)) if holding.lost else None,
            lost_low,
            lost_high,
            phrase_readings(holding.lost) if holding.lost else None,
            spelled(holding.lost),
            words.places(holding.places),
            brief(holding.earliest, holding.latest),
            iso(holding.earliest),
            iso(holding.latest),
            "; ".join(sorted({words.force(claim.supplier) for claim in holding.claims if claim.supplier})) or None,
            "; ".join(words.force(force) for force in holding.also_held_by) or None,
            holding.disagreement,
            self.deniers(holding.denials) or None,
            holding.single_party,
            expected(holding, "planned"),
            expected(holding, "possible"),
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
        if holding.claims:
            for kind in ("planned", "possible"):
                if number := expected(holding, kind):
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
        low, high = bounds(activity.times)
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
    if holding.claims:  # of nothing but that some were taken out of the theatre
        return "(withdrawn)"
    return "(planned)" if any(claim.effect == "intention" for claim in holding.uncounted) else "(possible)"


def kept_and_lost(holding: Holding) -> str:
    """A holding's number, and behind it what was lost."""
    lost = f", lost {phrase_readings(holding.lost)}" if holding.lost else ""
    return f"{number_text(holding)}{lost}"


def expected(holding: Holding, kind: str) -> int:
    """How many claims on a holding are shown and not counted, because it is only planned, or only possible."""
    return sum((claim.effect == "intention") == (kind == "planned") for claim in holding.uncounted)


def spelled(readings: Readings) -> tuple[str, ...]:
    """Readings one by one, for programs: `12`, `14+`, `3500-3800`, `~240` for about 240, `?` for not stated."""
    return tuple(map(_spelled, readings))


def _spelled(count: Count) -> str:
    if not count.stated:
        return "?"
    end = "" if count.high == count.low else "+" if count.high is None else f"-{count.high}"
    return f"{'~' if count.approximate else ''}{count.low}{end}"


def _unworded(counts: Readings) -> Readings:
    return tuple(replace(count, text="") for count in counts)


def shown(holding: Holding) -> tuple[Claim, ...]:
    """All claims that a row shows: what it rests on, what is only possible, what denies it."""
    return (*holding.claims, *holding.uncounted, *holding.denials)


def reliability(claims: Iterable[Claim], grades: Mapping[str, str]) -> str | None:
    """The best grade among those that claims were heard from."""
    return min((grades[claim.origin] for claim in claims), default=None)


def bounds(readings: Readings) -> tuple[int | None, int | None]:
    """The lowest low and the highest high, to compute with; None for open."""
    if not readings:
        return None, None
    around = hull(readings)
    return around.low, around.high


def question(
    factions: Iterable[str], as_of: str | None, known_by: str | None, at: str | None, system: str | None
) -> Question:
    """The question that a command's options ask; dates as ISO text."""
    return Question(tuple(factions), as_of or END, known_by or END, at, system)
