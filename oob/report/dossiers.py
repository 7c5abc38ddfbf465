"""Everything on one question, as tables that share one numbering of their sources: what is handed in as one file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from oob import vocabulary, when
from oob.inventory import ClaimRow, as_claims
from oob.report import comparisons, disagreements, geography, inventories, listings, orders, summaries
from oob.report.inventories import Answer, about
from oob.report.why import why
from oob.report.words import Words, listed
from oob.sourcing import Notes, speaker
from oob.table import Cell, Column, Table

SOURCE_COLUMNS: Final = (
    Column("number", "No.", kind="int"),
    Column("speaker", "Who says so", grows=True),
    Column("party", "Party"),
    Column("basis", "Basis"),
    Column("said", "When", audience="people"),
    Column("made", audience="data"),
    Column("reliability", "Grade"),
    Column("carried", "In", grows=True),
    Column("origin", audience="data"),
    Column("source", audience="data"),
    Column("reports", "Reports", kind="ids", audience="data"),
)


SPEAKER_COLUMNS: Final = (
    Column("source", audience="data"),
    Column("name", "Speaker"),
    Column("party", "Party"),
    Column("reliability", "Grade"),
    Column("meaning", "Meaning"),
    Column("reason", "Why this grade", grows=True),
    Column("notes", "Sources", kind="notes"),
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is to tell of one faction or several. Footnote numbers mean the same in every table, and are the
    rows of `sources`: the first is number 1.

    `inventories` has a table for each faction, with its activity behind it where there is any; `compared` stands
    beside them where there are several. `claims` are those that any other table rests on; `reports` carry them.

    What pages besides show: `summary` in sentences; `whys`, one for each faction, with a run of steps for each row of
    its inventory and activity, which name their claims and leave it to `claims` to tell what these say; `sides` of
    each disagreement; `speakers`, from whom the sources were heard, with their grades.
    """

    title: str
    answers: tuple[Answer, ...]
    together: Answer
    inventories: tuple[Table, ...]
    compared: Table | None
    forces: Table
    conflicts: Table
    timeline: Table
    places: Table
    routes: Table
    claims: Table
    sources: Table
    reports: Table
    summary: Table
    whys: tuple[Table, ...]
    sides: Table
    speakers: Table

    def tables(self) -> tuple[Table, ...]:
        """All of them, in the order in which one reads."""
        compared = (self.compared,) if self.compared else ()
        drawn = (self.forces, self.conflicts, self.timeline, self.places, self.routes)
        return (*self.inventories, *compared, *drawn, self.claims, self.sources, self.reports)


def dossier(answers: Sequence[Answer], together: Answer) -> Dossier:
    """Puts together what the inventories of some factions rest on; `together` is all of them as one."""
    known, notes = together.known, Notes(together.known)
    held = [
        table for answer in answers for table in inventories.tables(answer, (*vocabulary.SECTIONS, "activity"), notes)
    ]
    compared = comparisons.compare(answers, together, notes) if len(answers) > 1 else None
    forces = orders.order_of_battle(together, notes)
    conflicts = comparisons.conflicts(together, notes)
    summary = summaries.summary(answers, notes)
    whys = [
        why(answer, answer.inventory.holdings, 0, {}, answer.inventory.activities, notes, brief=True)
        for answer in answers
    ]
    sides = disagreements.sides(together, notes)
    moves = geography.moves(together)
    rows = _cited(together, [*held, *([compared] if compared else []), conflicts, *whys, sides], moves)
    spoken = {claim.id: claim for claim in as_claims(rows, known)}
    spans = {id_: (claim.earliest, claim.latest) for id_, claim in spoken.items()}
    timeline = listings.timeline(rows, spans, known, "When it is alleged to have happened", notes)
    places, routes = geography.places(together, moves, notes), geography.routes(moves, together, notes)
    claims = listings.claims(rows, known, "The claims that it rests on", notes)
    sources = _sources(notes, together)
    tally = Counter(row.report for row in rows)
    reports = listings.reports(known, tally, (), only=tally)
    texts = notes.texts()

    def numbered(table: Table) -> Table:
        return replace(table, footnotes=texts)

    return Dossier(
        title=_title(answers),
        answers=tuple(answers),
        together=together,
        inventories=tuple(map(numbered, held)),
        compared=numbered(compared) if compared else None,
        forces=numbered(forces),
        conflicts=numbered(conflicts),
        timeline=numbered(timeline),
        places=numbered(places),
        routes=numbered(routes),
        claims=numbered(claims),
        sources=sources,
        reports=replace(reports, title="The reports that carry them"),
        summary=numbered(summary),
        whys=tuple(map(numbered, whys)),
        sides=numbered(sides),
        speakers=_speakers(notes, together),
    )


def _title(answers: Sequence[Answer]) -> str:
    words = Words(answers[0].known)
    return f"Dossier: {listed(words.full_force(answer.inventory.question.factions[0]) for answer in answers)}"


def _cited(together: Answer, tables: Iterable[Table], moves: Iterable[ClaimRow]) -> list[ClaimRow]:
    """The claims that any of some tables names, and those that tell of ways, by report, paragraph and key."""
    cited = {id_ for table in tables for id_ in _claims_in(table)} | {row.id for row in moves}
    return sorted((together.rows[id_] for id_ in cited), key=lambda row: (row.report, row.paragraph, row.key))


def _claims_in(table: Table) -> Iterator[str]:
    for at, column in enumerate(table.columns):
        for cell in (row[at] for row in table.rows):
            if column.key == "claims" and isinstance(cell, tuple):
                yield from map(str, cell)
            elif column.key == "claim" and isinstance(cell, str):
                yield cell


def _sources(notes: Notes, answer: Answer) -> Table:
    """The utterances that the footnotes stand for, in the order of their numbers."""
    known, words = answer.known, Words(answer.known)
    rows: list[tuple[Cell, ...]] = []
    for number, id_ in enumerate(notes.origins(), 1):
        origin, heard = known.origins[id_], known.heard_from(id_)
        rows.append(
            (
                number,
                speaker(origin, known),
                words.party(id_),
                origin.basis,
                when.phrase(when.parse(origin.made)) if origin.made else None,
                origin.made,
                heard.reliability,
                notes.passages(id_),
                id_,
                heard.id,
                tuple(report.id for report, _ in notes.carriers(id_)),
            )
        )
    title = "Sources: who says so, and where"
    return Table("sources", title, SOURCE_COLUMNS, tuple(rows), about=about(answer))


def _speakers(notes: Notes, answer: Answer) -> Table:
    """From whom the sources were heard, each with its grade, why it has it, and the numbers that go back to it."""
    known, words = answer.known, Words(answer.known)
    heard: dict[str, list[int]] = defaultdict(list)
    for number, id_ in enumerate(notes.origins(), 1):
        heard[known.heard_from(id_).id].append(number)
    rows: list[tuple[Cell, ...]] = []
    for id_, numbers in heard.items():
        source = known.sources[id_]
        party, meaning = words.source(known.source_tree.root(id_)), vocabulary.RELIABILITY[source.reliability]
        rows.append((id_, source.name, party, source.reliability, meaning, source.reason, tuple(numbers)))
    title = "Who speaks, and how reliable they are held to be"
    return Table("speakers", title, SPEAKER_COLUMNS, tuple(rows), about=about(answer))
