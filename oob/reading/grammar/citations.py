"""Citations in brackets, as research papers have them: whom a writer has it from and the day of that."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from oob.reading.grammar.syntax import Item

_CITATION: Final = 16
"""Items of the longest bracket that is looked at for a citation."""


def without_citations(row: list[Item]) -> list[Item]:
    """Without where a writer has it from: (Haynews, April 11; Trend, April 19)."""
    kept: list[Item] = []
    i = 0
    while i < len(row):
        close = _end_of_citation(row, i) or _end_of_change(row, i) if row[i].word == "(" else 0
        if not close:
            kept.append(row[i])
        i = close + 1 if close else i + 1
    return kept


def _end_of_citation(row: list[Item], i: int) -> int:
    """Where a bracket closes that holds nothing but names and the days of what they published; 0 where it is none."""
    close = next((j for j in range(i + 1, min(i + _CITATION, len(row))) if row[j].word == ")"), 0)
    inside = row[i + 1 : close]
    if len(inside) < 2 or inside[-1].tag != "T" or not (inside[0].capital or inside[0].tag == ","):
        return 0
    dated = all(before.tag == "," for before, each in pairwise(inside) if each.tag == "T")
    plain = all(each.tag in "NETJ,;-&." and (each.tag != "N" or each.capital) for each in inside)
    return close if dated and plain and not any(_is_place(each) for each in inside) else 0


def _end_of_change(row: list[Item], i: int) -> int:
    """Where a bracket closes that tells by how many a tally has grown: 3,412 tanks (+12 over the past day)."""
    if i + 1 >= len(row) or row[i + 1].word != "+":
        return 0
    return next((j for j in range(i + 2, min(i + _CITATION, len(row))) if row[j].word == ")"), 0)


def _is_place(item: Item) -> bool:
    return item.mention is not None and any(kind == "place" for kind, _ in item.mention.meanings)
