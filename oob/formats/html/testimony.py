"""What was said, in a page: every claim in the order of time, and disagreements side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from oob.formats.html.anchors import Anchors
from oob.formats.html.bars import Days
from oob.formats.html.grid import Head, Line, cell, grid, numbered
from oob.formats.html.text import marks, records, runs, said
from oob.table import Table

_HEADS: Final = (
    ("No.", ""),
    ("Time", "w"),
    ("Claim", "g"),
    ("System", ""),
    ("Number", ""),
    ("Who", ""),
    ("Where", ""),
    ("How", ""),
    ("Source", "fn"),
)


def claims(table: Table, timeline: Table, anchors: Anchors, days: Days) -> str:
    """Every claim that the page rests on, once, in the order of the time that it speaks of."""
    told = {row["claim"]: row for row in records(table)}
    heads = [Head(text, kind) for text, kind in _HEADS]
    heads[0], heads[1] = Head("No.", "o"), Head(f"Time{days.axis()}", "w o")
    lines = (
        Line(list(_cells(number, told[when["claim"]], when, anchors, days)), anchor=f"c{number}")
        for number, when in enumerate(records(timeline), 1)
    )
    return (
        "<p class=note>A dot is a day, a band the time within which it lies, one that fades an open end;"
        " hollow marks and brackets: the text gives no time, so the claim stands at the time when it was said."
        " A claim\u2019s id is that of its report, a stroke, and the last words of its row.\n"
        f"{grid('claims-table', 'Claims, in the order of time', heads, [('', lines)], 'uttered')}"
    )


def _cells(number: int, row: Mapping[str, Any], when: Mapping[str, Any], anchors: Anchors, days: Days) -> Iterator[str]:
    yield numbered(number)
    yield cell(said(when["when"]), kind=days.bar(when))
    withdrawn = f" <span class=f>withdrawn: {said(row['withdrawn'])}</span>" if row["withdrawn"] else ""
    yield cell(f"{said(row['says'])}{withdrawn}")
    yield cell(said(row["system"]))
    low = row["count_low"]
    yield cell(said(row["count_text"]), None if low is None or re.match(rf"{low}(?!\d)", row["count_text"]) else low)
    yield cell(_parties(row))
    yield cell(said(row["Where"]))
    yield cell(f"{said(row['action'])}, {said(row['stance'])}")
    _, _, key = row["claim"].partition("/")
    apart = " " if anchors.dense else "<br>"
    yield cell(f"{marks(row['notes'])} {_place(row, anchors)}{apart}{said(key)}")


def _place(row: Mapping[str, Any], anchors: Anchors) -> str:
    """The paragraph, with a link to the report where its source does not lead to that one alone."""
    told = f"par. {row['paragraph']}"
    plain = anchors.dense and all(note in anchors.in_one_report for note in row["notes"])
    return told if plain else f"<a href=#r{anchors.report(row['report'])}>{told}</a>"


def _parties(row: Mapping[str, Any]) -> str:
    """Who has it, for whom, against whom, in a few words."""
    roles = (
        ("", "operator"),
        ("of ", "owner"),
        ("from ", "supplier"),
        ("for ", "beneficiary"),
        ("against ", "opponent"),
    )
    return said(", ".join(f"{word}{row[role]}" for word, role in roles if row[role]))


# -- disagreements --------------------------------------------------------------------------------------------------


def sides(table: Table, anchors: Anchors) -> str:
    """Each disagreement as columns: a figure, or a denial, with who stands by it."""
    rows = records(table)
    parts = []
    for number, (heading, numbers) in enumerate(runs(table), 1):
        mine = [rows[n] for n in numbers]
        parts.append(f"<article class=dispute aria-labelledby=d{number}>\n<h3 id=d{number}>{said(heading)}</h3>\n")
        for matter, found in groupby(mine, key=lambda row: row["matter"]):
            parts.append(f"<p class=matter>{said(matter)}\n" if matter else "")
            parts.append(f"<div class=sides>{''.join(_sides(list(found), anchors))}</div>\n")
        parts.append("</article>\n")
    return "".join(parts)


def _sides(rows: Sequence[Mapping[str, Any]], anchors: Anchors) -> Iterator[str]:
    for (side, kind), found in groupby(rows, key=lambda row: (row["side"], row["kind"])):
        voices = "".join(f"<li>{_voice(row, anchors)}\n" for row in found)
        yield f"<section class={kind}><h4>{said(side)}</h4><ul>{voices}</ul></section>\n"


def _voice(row: Mapping[str, Any], anchors: Anchors) -> str:
    number = anchors.claim(row["claim"])
    worded = f" <q>{said(row['count'])}</q>" if row["count"] and row["kind"] == "figure" else ""
    claim = f"<a href=#c{number}>claim {number}</a>"
    told = claim if anchors.dense else f"{said(row['says'])} {claim} {marks(row['notes'])}"
    return f"<b>{said(row['speaker'])}</b>{worded} {told}"
