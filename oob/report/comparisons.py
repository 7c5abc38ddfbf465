"""Inventories held against each other and against what one would like to know: compare, conflicts, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from oob import holdings, vocabulary
from oob.count import phrase_readings
from oob.holdings import Holding
from oob.inventory import ClaimRow
from oob.matters import HERE, Claim
from oob.report.inventories import Answer, about, bounds, number_text, shown
from oob.report.words import Words, listed
from oob.sourcing import Notes
from oob.table import Cell, Column, Table
from oob.trees import Tree

# -- several factions ---------------------------------------------------------------------------------------------


def compare(answers: Sequence[Answer], together: Answer, notes: Notes | None = None) -> Table:
    """Factions side by side, system by system, with all of them as one: an event is counted once, whoever's it is.

    A class takes in its kinds, so every row includes the rows indented under it.
    """
    words, notes = Words(together.known), notes or Notes(together.known)
    tree = together.known.world.systems
    systems = _as_tree({each.system for answer in (*answers, together) for each in answer.inventory.holdings}, tree)
    rows = tuple(_compared(system, above, answers, together, notes) for system, above in systems.items())
    names = listed(words.force(answer.inventory.question.factions[0]) for answer in answers)
    return Table(
        "compare",
        f"Alleged holdings of {names} compared",
        tuple(_compare_columns(answers, words)),
        rows,
        notes=(
            "Indented rows are part of the row above them, never added to it. 'Together' counts an event once,"
            " whoever's inventory shows it; so it can be less than the columns' sum.",
        ),
        footnotes=notes.texts(),
        about=about(together),
    )


def _compared(
    system: str, above: Sequence[str], answers: Sequence[Answer], together: Answer, notes: Notes
) -> tuple[Cell, ...]:
    """The row of a system: what each faction has of it, section by section, and what all of them have together."""
    words, tree = Words(together.known), together.known.world.systems
    cells: list[Cell] = []
    cited: dict[str, ClaimRow] = {}
    for answer in (*answers, together):
        mine = [each for each in answer.inventory.holdings if _is_of(each.system, system, tree)]
        cited |= {claim.id: answer.rows[claim.id] for each in mine for claim in shown(each)}
        for section in (*vocabulary.SECTIONS,) if answer is not together else ("",):
            part = [each for each in mine if not section or each.section == section]
            held = holdings.total_of(answer.apart(part))
            cells += [phrase_readings(held) if held else _unheld(part), *bounds(held)]
    return (
        f"{'  ' * len(above)}{words.system(system)}",
        words.system(system),
        words.system(above[-1]) if above else None,
        words.main_class(system),
        *cells,
        notes.number(cited.values()),
        tuple(cited),
    )


def _compare_columns(answers: Sequence[Answer], words: Words) -> Iterator[Column]:
    yield Column("", "System", audience="people", grows=True)
    yield Column("system", audience="data")
    yield Column("included_in", audience="data")
    yield Column("main_class", "Main class", audience="data")
    for answer in answers:
        faction = answer.inventory.question.factions[0]
        for section in vocabulary.SECTIONS:
            yield from _number_columns(f"{faction}_{section}", f"{words.force(faction)} {section}")
    yield Column("together", "Together")
    yield Column("together_low", "Together, low", kind="int", audience="data")
    yield Column("together_high", "Together, high", kind="int", audience="data")
    yield Column("notes", "Sources", kind="notes", audience="people")
    yield Column("claims", "Claims", kind="ids", audience="data")


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


def _unheld(found: Sequence[Holding]) -> str | None:
    """What stands for a number where rows give none."""
    texts = [number_text(each) for each in found]
    return "not stated" if "not stated" in texts else texts[0] if texts else None


# -- where reports contradict each other ---------------------------------------------------------------------------

CONFLICT_COLUMNS: Final = (
    Column("kind", "What"),
    Column("system", "System", audience="data"),
    Column("holder", "Held by", audience="data"),
    Column("readings", "Figures", audience="data"),
    Column("event", "Event", audience="data"),
    Column("claim", "Claim id", audience="data"),
    Column("count", "Figure", whole=True),
    Column("speaker", "Speaker", grows=True),
    Column("says", "Claim", grows=True),
    Column("notes", "Source", kind="notes"),
)


def conflicts(answer: Answer, notes: Notes | None = None) -> Table:
    """Figures that differ, denials, and holders in dispute: each row with the claims that clash on it."""
    words, notes = Words(answer.known), notes or Notes(answer.known)
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
    Column("gap", "Gap", audience="data"),
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
