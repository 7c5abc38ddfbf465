"""What an inventory comes to in a few sentences: the main holdings, what is disputed, what one party alone says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from oob import vocabulary
from oob.activities import Activity
from oob.count import phrase_readings
from oob.holdings import Holding
from oob.inventory import ClaimRow
from oob.report.inventories import Answer, Teller, about, number_text, shown
from oob.report.words import Words, brief, listed, plural
from oob.sourcing import Notes
from oob.table import Cell, Column, Table

COLUMNS: Final = (
    Column("kind", audience="data"),
    Column("faction", audience="data"),
    Column("row", audience="data"),
    Column("subject", "What"),
    Column("number", "Number", whole=True),
    Column("remark", "Besides", grows=True),
    Column("claims", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes"),
)
"""`kind`: holding, unnumbered, use or single-party."""

MOST: Final = 12
"""Holdings of one section that get a sentence each; the rest are told of in one."""


def summary(answers: Sequence[Answer], notes: Notes) -> Table:
    """The sentences on some factions, in a run for each section of each that holds anything."""
    rows: list[tuple[Cell, ...]] = []
    groups: list[tuple[str, int]] = []
    for answer in answers:
        teller = _Summary(answer, notes)
        for heading, told in teller.runs():
            groups.append((heading, len(rows)))
            rows += told
    title = "In short"
    return Table("summary", title, COLUMNS, tuple(rows), groups=tuple(groups), about=about(answers[0]))


class _Summary:
    """Tells of one inventory."""

    def __init__(self, answer: Answer, notes: Notes) -> None:
        self.answer = answer
        self.notes = notes
        self.words = Words(answer.known)
        self.teller = Teller(answer, notes)

    def runs(self) -> Iterator[tuple[str, list[tuple[Cell, ...]]]]:
        inventory = self.answer.inventory
        for section in vocabulary.SECTIONS:
            mine = [each for each in inventory.holdings if each.section == section]
            if mine:
                yield self.teller.section(section), list(self._section(mine))
        if inventory.activities:
            yield (
                f"Strikes and other use for {self.teller.faction()}, in no number above",
                [self._use(each) for each in inventory.activities[:MOST]],
            )
        if alone := [each for each in inventory.holdings if each.single_party]:
            yield f"On {self.teller.faction()}, one party\u2019s word alone", [self._alone(alone)]

    def _section(self, found: Sequence[Holding]) -> Iterator[tuple[Cell, ...]]:
        """A sentence for each holding that a number, a loss or a dispute makes worth one; one for all others."""
        telling = [each for each in found if each.lost or each.disagreement or _numbered(each)]
        ranked = sorted(telling, key=lambda each: (not _numbered(each), each.depth, -len(each.claims)))
        main = {each.cell for each in ranked[:MOST]}
        yield from (self._holding(each) for each in found if each.cell in main)
        if rest := [each for each in self.answer.outermost(found) if each.cell not in main]:
            told = [f"{self.words.system(each.system)} ({self.words.force(each.holder)})" for each in rest[: 2 * MOST]]
            told += [plural(len(rest) - len(told), "other row")] if len(rest) > len(told) else []
            lead = "Without a number" if not any(map(_numbered, rest)) else "Besides"
            yield self._row("unnumbered", None, lead, None, f"{listed(told)}.", _rows_of(rest, self.answer))

    def _holding(self, holding: Holding) -> tuple[Cell, ...]:
        words = self.words
        holder, system = holding.part_of or ("", "")
        among = f"among {words.system(system)} of {words.force(holder)}" if holding.depth else ""
        times = brief(holding.earliest, holding.latest)
        lost = f"; {phrase_readings(holding.lost)} lost" if holding.lost else ""
        own = holding.holder in self.answer.inventory.question.factions
        whose = "" if own else words.full_force(holding.holder)
        told = (whose, among, words.places(holding.places), times)
        remarks = [", ".join(filter(None, told)), *self._doubts(holding)]
        return self._row(
            "holding",
            self.teller.label[holding.section, holding.cell],
            words.system(holding.system),
            f"{number_text(holding)}{lost}",
            f"{'. '.join(text[:1].upper() + text[1:] for text in remarks)}.",
            _rows_of([holding], self.answer),
        )

    def _doubts(self, holding: Holding) -> Iterator[str]:
        if holding.disagreement:
            yield "no number fits all the figures given"
        if holding.denials:
            yield f"denied by {self.teller.deniers(holding.denials)}"
        if holding.single_party:
            yield f"on the word of {self.words.source(holding.parties[0])} alone"

    def _use(self, use: Activity) -> tuple[Cell, ...]:
        claims = [claim for voice in use.voices for claim in voice.claims]
        event = self.answer.known.events.get(use.event or "")
        who = self.words.force(use.operator) or "nobody says by whom"
        rest = ", ".join(filter(None, (event.title if event else "", who, brief(use.earliest, use.latest))))
        rows = [self.answer.rows[claim.id] for claim in (*claims, *use.denials)]
        number = phrase_readings(use.times)
        return self._row("use", None, f"Use of {self.words.system(use.system)}", number, f"{rest}.", rows)

    def _alone(self, found: Sequence[Holding]) -> tuple[Cell, ...]:
        every = len(self.answer.inventory.holdings)
        tally = Counter(each.parties[0] for each in found).most_common(MOST)
        told = listed(f"{self.words.source(party)} ({times:,})" for party, times in tally)
        text = f"of {plural(every, 'row')} rest on the word of one independent party alone: {told}. Look for a second."
        rows = [self.answer.rows[claim.id] for each in found for claim in each.resting_on]
        return self._row("single-party", None, "", f"{len(found):,}", text, rows)

    def _row(
        self, kind: str, row: str | None, subject: str, number: str | None, remark: str, cited: Iterable[ClaimRow]
    ) -> tuple[Cell, ...]:
        claims = {each.id: each for each in cited}
        faction = self.answer.inventory.question.factions[0]
        return (kind, faction, row, subject, number, remark, tuple(claims), self.notes.number(claims.values()))


def _numbered(holding: Holding) -> bool:
    return any(count.stated for count in holding.held)


def _rows_of(found: Iterable[Holding], answer: Answer) -> list[ClaimRow]:
    return [answer.rows[claim.id] for each in found for claim in shown(each)]
