"""The order of battle: who holds what, by the tree of forces."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from oob.holdings import Holding
from oob.report.inventories import Answer, about, kept_and_lost, shown
from oob.report.words import Words
from oob.sourcing import Notes
from oob.table import Cell, Column, Table

COLUMNS: Final = (
    Column("", "Force", audience="people", grows=True),
    Column("force", audience="data"),
    Column("name", audience="data"),
    Column("kind", "Kind"),
    Column("part_of", audience="data"),
    Column("depth", kind="int", audience="data"),
    Column("held", "Alleged to hold", grows=True),
    Column("systems", kind="ids", audience="data"),
    Column("holdings", kind="ids", audience="data"),
    Column("system_paths", kind="ids", audience="data"),
    Column("claims", "Claims", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes"),
)


def order_of_battle(answer: Answer, notes: Notes | None = None) -> Table:
    """The forces that hold anything in an inventory, and those above them, as a tree.

    What a part of a force holds is among what the force above holds, where that is claimed too: never added to it.
    """
    known, words = answer.known, Words(answer.known)
    notes, tree = notes or Notes(known), known.world.forces
    held: dict[str, list[Holding]] = defaultdict(list)
    for holding in answer.inventory.holdings:
        held[holding.holder].append(holding)
    forces = sorted({above for holder in held for above in tree.line(holder)}, key=lambda force: tree.line(force)[::-1])
    rows: list[tuple[Cell, ...]] = []
    for force in forces:
        depth, whole = len(tree.line(force)) - 1, answer.outermost(held.get(force, []))
        told = tuple(f"{words.system(each.system)}: {kept_and_lost(each)}" for each in whole)
        claims = dict.fromkeys(claim.id for each in whole for claim in shown(each))
        rows.append(
            (
                f"{'  ' * depth}{words.full_force(force)}",
                force,
                words.full_force(force),
                known.forces[force].kind,
                known.forces[force].part_of,
                depth,
                "; ".join(told) or None,
                tuple(dict.fromkeys(each.system for each in whole)),
                told,
                tuple(words.path(each.system) or "" for each in whole),
                tuple(claims),
                notes.number(answer.rows[id_] for id_ in claims),
            )
        )
    return Table(
        "forces",
        "Order of battle, as alleged",
        COLUMNS,
        tuple(rows),
        notes=("What a force holds is among what the force above it holds, never added to it.",),
        footnotes=notes.texts(),
        about=about(answer),
    )
