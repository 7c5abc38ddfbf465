"""A dossier as the sheets of a workbook: what stands where, what numbers rest on, what the first sheet tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import oob
from oob import holdings, vocabulary
from oob.holdings import Holding
from oob.matters import Claim
from oob.reckoning import END
from oob.report.dossiers import Dossier
from oob.report.inventories import Answer, explaining, number_text
from oob.report.meanings import meaning
from oob.report.words import Words, day, listed
from oob.sourcing import speaker
from oob.table import Cell, Column, Table

EVIDENCE_COLUMNS: Final = (
    Column("of", "System", grows=True),
    Column("holder", "Held by"),
    Column("number", "Number", whole=True),
    Column("bears", "The claim"),
    Column("claim", "Claim", grows=True),
    Column("figure", "Its figure", whole=True),
    Column("says", "Says", grows=True),
    Column("speaker", "Speaker"),
    Column("notes", "Source", kind="notes"),
    Column("faction", audience="data"),
    Column("row", audience="data"),
)
_TERMS: Final = (Column("term", "Term"), Column("text", "Text", grows=True))

_HIGH: Final = ("count_high", "lost_high")

BEARINGS: Final = {
    "counts": "the number rests on it",
    "agrees": "says that there are some, and no number, where others give one; or speaks of a loss",
    "not counted": "is only possible or planned",
    "denies": "denies it, which lowers no number",
}
"""How a claim bears on a number."""


def sheets(dossier: Dossier) -> list[tuple[str, Table]]:
    """Every table of a dossier that has rows, with the name of its sheet; inventories even without."""
    words = Words(dossier.answers[0].known)
    several = len(dossier.answers) > 1
    named: list[tuple[str, Table]] = []
    for table in dossier.inventories:
        factions = table.about.get("factions")
        faction = words.force(str(factions[0])) if isinstance(factions, tuple) and several else ""
        if table.name == "inventory":
            named.append((faction or "Inventory", table))
        elif table.rows:
            named.append((f"{faction} activity" if faction else "Activity", table))
    if dossier.compared is not None:
        named.append(("Compared", dossier.compared))
    more = {
        "Evidence": evidence(dossier),
        "Claims": dossier.claims,
        "Sources": dossier.sources,
        "Reports": dossier.reports,
        "Disagreements": dossier.conflicts,
        "Timeline": dossier.timeline,
        "Order of battle": dossier.forces,
        "Places": dossier.places,
        "Routes": dossier.routes,
    }
    named += [(name, table) for name, table in more.items() if table.rows]
    return named


def evidence(dossier: Dossier) -> Table:
    """The claims behind each row of the inventories, one a row."""
    numbers = {row[0]: row[-1] for row in dossier.claims.rows}
    rows = tuple(row for answer in dossier.answers for row in _evidence(answer, numbers))
    title = "What each number rests on: the claims behind every row of the inventory"
    return Table("evidence", title, EVIDENCE_COLUMNS, rows, footnotes=dossier.claims.footnotes)


def _evidence(answer: Answer, numbers: dict[Cell, Cell]) -> Iterator[tuple[Cell, ...]]:
    known, words = answer.known, Words(answer.known)
    for holding in answer.inventory.holdings:
        for bears, claim in _bearing(holding):
            row = answer.rows[claim.id]
            yield (
                words.system(holding.system),
                words.force(holding.holder),
                number_text(holding, brief=True),
                bears,
                claim.id,
                row.count_text,
                row.says,
                speaker(known.origins[row.origin], known),
                numbers[claim.id],
                answer.inventory.question.factions[0],
                f"{holding.section}/{holding.holder}/{holding.system}",
            )


def _bearing(holding: Holding) -> Iterable[tuple[str, Claim]]:
    resting = {claim.id for claim in holding.resting_on}
    yield from (("counts", claim) for claim in holding.claims if claim.id in resting)
    yield from (("agrees", claim) for claim in holding.claims if claim.id not in resting)
    yield from (("not counted", claim) for claim in holding.uncounted)
    yield from (("denies", claim) for claim in holding.denials)


def preface(dossier: Dossier) -> tuple[Table, ...]:
    """What was asked, and what the marks mean."""
    return (
        Table("question", "What was asked", _TERMS, tuple(_asked(dossier))),
        Table("legend", "What the marks mean", _TERMS, tuple(_legend())),
        *(
            Table("columns", f"What the columns of {name} say", _TERMS, tuple(_columns(table)))
            for name, table in (("an inventory", dossier.inventories[0]), ("Claims", dossier.claims))
        ),
    )


def _asked(dossier: Dossier) -> Iterator[tuple[str, str]]:
    words = Words(dossier.answers[0].known)
    question = dossier.answers[0].inventory.question
    factions = [answer.inventory.question.factions[0] for answer in dossier.answers]
    yield "Whose", listed(map(words.full_force, factions))
    yield "On what day", day(question.as_of) if question.as_of != END else "the latest that is told of"
    yield "As known by", day(question.known_by) if question.known_by != END else "all reports in the catalogue"
    if question.at:
        yield "Where", words.place(question.at)
    if question.system:
        yield "Of what", words.system(question.system)
    yield "Made by", f"oob {oob.__version__}, rules {holdings.RULES}"
    yield "How a number came about", explaining(question)


def _columns(table: Table) -> Iterator[tuple[str, str]]:
    for column in table.columns:
        if column.heading and column.key and (told := meaning(column, table.name)):
            # To people, who add up, an open end is told; to programs it is blank.
            yield column.heading, "The high end; open where there is none." if column.key in _HIGH else told


def _legend() -> Iterator[tuple[str, str]]:
    for section, told in vocabulary.SECTIONS.items():
        yield f"Section {section}", told
    for bears, told in BEARINGS.items():
        yield f"Evidence that {bears}" if bears in ("counts", "agrees", "denies") else f"Evidence {bears}", told
    for grade, told in vocabulary.RELIABILITY.items():
        yield f"Reliability {grade}", told
    for number, told in vocabulary.CREDIBILITY.items():
        yield f"Credibility {number}", told
    for stance, told in vocabulary.STANCES.items():
        yield f"Stance {stance}", told
