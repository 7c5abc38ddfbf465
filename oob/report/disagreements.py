"""Disagreements side by side: for each, who gives which figure, who denies it, who names another holder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.count import meets, phrase, phrase_readings
from oob.holdings import Holding
from oob.ledger import Word
from oob.matters import Claim
from oob.report.inventories import Answer, about
from oob.report.words import Words, listed
from oob.sourcing import Notes
from oob.table import Cell, Column, Table

COLUMNS: Final = (
    Column("matter", "On"),
    Column("system", audience="data"),
    Column("holder", audience="data"),
    Column("side", "Figure", whole=True),
    Column("kind", audience="data"),
    Column("count", "Worded", whole=True),
    Column("speaker", "Speaker", grows=True),
    Column("stance", "Stance"),
    Column("says", "Claim", grows=True),
    Column("claim", audience="data"),
    Column("notes", "Source", kind="notes"),
)
"""`kind`: figure, denial or holder. A claim that several figures fit stands on each of their sides."""

Side = tuple[str, str, str, Sequence[Claim]]
"""What it is about, its heading, its kind, who stands on it."""


def sides(answer: Answer, notes: Notes | None = None) -> Table:
    """Where the reports contradict each other, a run for each holding in dispute, a row for each claim on a side."""
    words, notes = Words(answer.known), notes or Notes(answer.known)
    rows: list[tuple[Cell, ...]] = []
    groups: list[tuple[str, int]] = []
    for holding in answer.inventory.holdings:
        found = list(_sides(holding, answer, words))
        if not found:
            continue
        system, holder = words.system(holding.system), words.force(holding.holder)
        groups.append((f"{system} of {holder}: {phrase_readings(holding.held or holding.lost)}", len(rows)))
        for matter, heading, kind, claims in found:
            for claim in claims:
                row = answer.rows[claim.id]
                speaker = answer.known.sources[answer.known.origins[row.origin].speaker].name
                told = (row.count_text, speaker, row.stance, row.says, row.id, notes.number([row]))
                rows.append((matter, system, holder, heading, kind, *told))
    title = "Where the reports contradict each other"
    return Table("sides", title, COLUMNS, tuple(rows), groups=tuple(groups), about=about(answer))


def _sides(holding: Holding, answer: Answer, words: Words) -> Iterator[Side]:
    """The same matters as `comparisons.conflicts`: a denial is told once, of the row that is part of no other."""
    direct = [word for word in holding.words if word.cell == holding.cell]
    if holding.disagreement:
        yield from _figures(direct, answer)
    if direct and holding.denials and holding.depth == 0:
        yield "", "denied", "denial", holding.denials
    if others := [claim for claim in _voices(direct) if claim.holder in holding.also_held_by]:
        yield "", f"held by {listed(map(words.force, holding.also_held_by), 'or')}", "holder", others


def _figures(direct: Sequence[Word], answer: Answer) -> Iterator[Side]:
    split = [word for word in direct if len(word.level.readings) > 1]
    for word in split:
        event = answer.known.events.get(word.event or "")
        matter = event.title if event else f"claims of {word.kind} that no event is named for" if len(split) > 1 else ""
        stands = [claim for claim in _voices([word]) if claim.count.stated and claim.effect != "use"]
        for reading in word.level.readings:
            inside = [claim for claim in stands if meets(claim.count, reading)]
            if inside:
                yield matter, phrase(reading), "figure", inside
    if not split:  # each matter is agreed on, and yet they do not add up to one number
        for claim in _voices(direct):
            if claim.count.stated:
                yield "", phrase(claim.count), "figure", [claim]


def _voices(words: Sequence[Word]) -> list[Claim]:
    return [voice.stands for word in words for voice in word.voices]
