"""Sources in a page: who says what, where it stands, how reliable it is held to be, and what rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from oob.formats.html.anchors import Anchors
from oob.formats.html.grid import Head, Line, cell, grid, numbered, title
from oob.formats.html.text import is_web, marks, records, said, web
from oob.table import Table

_ROOM: Final = 3000
"""Rows that all sources together link back to: each to some at least; how many more there are is told."""

_SOURCES: Final = (
    ("No.", "n"),
    ("Who says so", "g"),
    ("Basis", ""),
    ("When", ""),
    ("Grade", ""),
    ("In", "g"),
    ("Cited by", "g"),
)
"""The last of them is left out of a page of very many claims: the rows lead to their sources."""
_SPEAKERS: Final = (("Speaker", ""), ("Party", ""), ("Grade", ""), ("Why this grade", "g"), ("Sources", "fn"))
_REPORTS: Final = (("Report", "g"), ("Authors", ""), ("Published", ""), ("Dated by", "g"), ("Claims", "n"), ("Id", ""))

Places = Mapping[tuple[str, str], Mapping[int, int]]
"""By utterance and report: the paragraphs, each with the number of its first claim."""


def sources(tables: Mapping[str, Table], anchors: Anchors) -> str:
    """The numbered utterances, then from whom they were heard."""
    rows, said_in = records(tables["sources"]), _places(tables["claims"], anchors)
    reports = {row["id"]: row for row in records(tables["reports"])}
    speakers = {row["source"]: number for number, row in enumerate(records(tables["speakers"]), 1)}
    most = max(2, min(12, _ROOM // max(1, len(rows))))
    shown = len(_SOURCES) - anchors.dense
    lines = [
        Line(
            [
                numbered(row["number"], f"s{row['number']}"),
                cell(said(row["speaker"])),
                cell(said(row["basis"])),
                cell(said(row["said"]), row["made"]),
                cell(_grade(row, speakers[row["source"]], anchors)),
                cell("; ".join(_carriers(row, reports, said_in, anchors))),
                cell(_citing(row["number"], anchors, most)),
            ][:shown]
        )
        for row in rows
    ]
    heads = [Head(*each) for each in _SOURCES[:shown]]
    return grid("sources-table", tables["sources"].title, heads, [("", lines)]) + _speakers(tables["speakers"])


def _grade(row: Mapping[str, Any], speaker: int, anchors: Anchors) -> str:
    grade = said(row["reliability"])
    return grade if anchors.dense else f"<a href=#g{speaker}>{grade}</a>"


def _places(claims: Table, anchors: Anchors) -> Places:
    found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for row in records(claims):
        found[row["origin"], row["report"]].setdefault(row["paragraph"], anchors.claim(row["claim"]))
    return found


def _carriers(
    row: Mapping[str, Any], reports: Mapping[str, Mapping[str, Any]], said_in: Places, anchors: Anchors
) -> Iterator[str]:
    for id_ in row["reports"]:
        report = reports[id_]
        paragraphs = said_in.get((row["origin"], id_), {})
        links = ", ".join(
            str(number) if anchors.dense else f"<a href=#c{claim}>{number}</a>"
            for number, claim in sorted(paragraphs.items())
        )
        named = f"{said(report['publisher'])}, {said(report['Published'])}"
        yield f"<a href=#r{anchors.report(id_)}>{named}</a>, par. {links}"


def _citing(number: int, anchors: Anchors, most: int) -> str:
    rows = anchors.citing.get(number, [])
    told = [f"<a href=#{anchor}>{said(system)}</a>" for anchor, system in rows[:most]]
    told += [f"{len(rows) - most:,} more"] if len(rows) > most else []
    return ", ".join(told)


def _speakers(table: Table) -> str:
    lines = [
        Line(
            [
                title(said(row["name"]), f"g{number}"),
                cell(said(row["party"])),
                cell(f"{said(row['reliability'])}, {said(row['meaning'])}"),
                cell(said(row["reason"])),
                cell(marks(row["notes"]), kind="fn"),
            ]
        )
        for number, row in enumerate(records(table), 1)
    ]
    heads = [Head(*each) for each in _SPEAKERS]
    return f"<h3 id=speakers>{said(table.title)}</h3>\n{grid('speakers-table', table.title, heads, [('', lines)])}"


def reports(table: Table, anchors: Anchors, passages: Mapping[tuple[str, int], str]) -> str:
    """The reports, each with its passages where its text is attached."""
    quoted: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (report, number), text in sorted(passages.items()):
        quoted[report].append((number, text))
    heads = [Head(*each) for each in _REPORTS]
    lines = [Line(list(_report(row, anchors)), _passages(quoted.get(row["id"], ()))) for row in records(table)]
    return grid("reports-table", table.title, heads, [("", lines)])


def _report(row: Mapping[str, Any], anchors: Anchors) -> Iterator[str]:
    name = f"\u201c{said(row['title'])}\u201d" if row["title"] else "untitled"
    address = f" <span class=address>{said(row['url'])}</span>" if row["url"] and not is_web(row["url"]) else ""
    repeats = ""
    if row["repeats"]:
        repeats = f"<small>repeats {said(row['repeats'])}</small>"
    number = anchors.report(row["id"])
    yield title(f"{said(row['publisher'])}, {web(row['url'], name)}{address}{repeats}", f"r{number}")
    yield cell(said(row["authors"]))
    yield cell(said(row["Published"]), row["earliest"] or "")
    yield cell(said(row["dated_by"]))
    yield cell(f"{row['claims']:,}", row["claims"], "n")
    yield cell(f"<small>{said(row['id'])}</small>")


def _passages(quoted: Iterable[tuple[int, str]]) -> str:
    told = "".join(f"<li value={number}>{said(text)}" for number, text in quoted)
    return f"<details><summary>The passages</summary><ol class=passages>{told}</ol></details>" if told else ""
