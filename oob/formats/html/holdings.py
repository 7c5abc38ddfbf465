"""Inventories in a page: a tree of rows with bars, their doubts in words, and under each the steps to its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from oob.formats.html.anchors import Anchors, faction_of
from oob.formats.html.bars import Numbers
from oob.formats.html.grid import Head, Line, cell, grid, title
from oob.formats.html.text import FEW, LINKED, marks, records, runs, said
from oob.formats.people import NOTHING
from oob.table import Table

LEGEND: Final = """\
<details class=legend open><summary>How to read it</summary>
<dl class=glossary>
<div><dt>14+<dd>14 or more.</div>
<div><dt>12 or 14+<dd>No number fits all figures given: each is a reading of its own.</div>
<div><dt>not stated<dd>Said to be there, without a number.</div>
<div><dt>Indented rows<dd>are part of the row above them, never added to it.</div>
<div><dt>Bars<dd><svg class=k aria-hidden=true><path d="M8 6h.1"/></svg> a number
<svg class=k aria-hidden=true><path class=a d="M8 6h.1"/></svg> about a number
<svg class=k aria-hidden=true><path class=r d="M4 6H30"/></svg> from one to another
<svg class=k aria-hidden=true><path class=u d="M4 6H28"/><path d="M28 6h.1"/></svg> up to a number
<svg class=k aria-hidden=true><path class=o d="M6 6H32m-4-3l4 3l-4 3"/><path d="M6 6h.1"/></svg> that or more
<svg class=k aria-hidden=true><path class=q d="M4 6H32"/></svg> not stated
<svg class=k aria-hidden=true><path class=l d="M8 6h.1"/></svg> lost</div>
<div><dt>B4<dd>The Admiralty grades: how reliable the best source is, A (completely) to F (cannot be judged), and how
credible the claim, 1 (confirmed by independent parties) to 6 (cannot be judged).</div>
<div><dt>denied<dd>Somebody denies it, which lowers no number.</div>
<div><dt>one party<dd>Only one independent party says so, however many reports repeat it.</div>
<div><dt>+1 planned<dd>Claims of what is only planned or possible are shown, and not counted.</div>
<div><dt>[1]<dd>A source, by its number in the list below. Sources that speak as one utterance share a number.</div>
</dl></details>
"""

_FLAGS: Final = {"differ": "figures differ", "1 party": "one party"}


def inventory(table: Table, why: Table, at: int, anchors: Anchors, numbers: Numbers) -> str:
    """One faction's holdings. `why` has a run of steps for each row, in their order."""
    rows = records(table)
    if not rows:
        return f"<p class=nothing>{NOTHING}\n"
    names = {row["row"]: row["system"] for row in rows}
    parts = _parts(rows, faction_of(table), anchors)
    reasons = _reasons(why)
    heads = [Head(text, kind) for text, kind in _HEADS if text != "Lost" or any(row["Lost"] for row in rows)]
    heads[2] = Head(f"Number{numbers.axis()}", "w")
    groups = []
    for heading, places in runs(table):
        lines = [
            Line(
                list(_cells(rows[n], f"h{at + 1}-{n + 1}", names, anchors, numbers, lost=len(heads) == len(_HEADS))),
                _why(rows[n], reasons[n], parts[rows[n]["row"]], anchors),
            )
            for n in places
        ]
        groups.append((said(heading), lines))
    return grid(f"held{at + 1}", table.title, heads, groups, "tree")


_HEADS: Final = (
    ("System", "g"),
    ("Held by", ""),
    ("Number", "w"),
    ("Lost", "w"),
    ("Where", ""),
    ("When", ""),
    ("Grade, doubts", ""),
    ("Sources", "fn"),
)


def _cells(
    row: Mapping[str, Any], anchor: str, names: Mapping[str, str], anchors: Anchors, numbers: Numbers, *, lost: bool
) -> Iterator[str]:
    depth = row["depth"]
    part = f"<span class=of>part of {said(names.get(row['included_in'], ''))}: </span>" if depth else ""
    yield title(part + said(row["system"]), anchor, kind=f"d{min(depth, 9)}" if depth else "")
    yield cell(said(row["holder"]))
    low = None if set(row["readings"]) <= {"?"} else row["count_low"]
    told = said(row["Number"])
    yield cell(f"{told if low is None else f'<b>{told}</b>'}{numbers.bar(row)}", -1 if low is None else low, "w")
    if lost:
        yield cell(said(row["Lost"]), row["lost_low"], "w lost")
    yield cell(said(row["place"]))
    yield cell(said(row["When"]), row["earliest"] or "")
    yield cell(_graded(row, anchors))
    yield cell(marks(row["notes"], linked=FEW if anchors.dense else LINKED), kind="fn")


def _graded(row: Mapping[str, Any], anchors: Anchors) -> str:
    """The grade, and each doubt in words; those that clash lead to the disagreement."""
    grade, *flags = row["Grade"].split(", ")
    dispute = anchors.dispute(row["system"], row["holder"])
    told = []
    for flag in flags:
        text = said(_FLAGS.get(flag, flag))
        linked = dispute is not None and flag in ("differ", "denied")
        told.append(f"<a class=f href=#d{dispute}>{text}</a>" if linked else f"<span class=f>{text}</span>")
    return f"{said(grade)} {' '.join(told)}"


# -- why ------------------------------------------------------------------------------------------------------------


def _reasons(why: Table) -> list[list[Mapping[str, Any]]]:
    """The steps to each row of an inventory, then those to each of its activities."""
    rows = records(why)
    return [[rows[number] for number in numbers] for _, numbers in runs(why)]


def _why(row: Mapping[str, Any], steps: Sequence[Mapping[str, Any]], parts: Sequence[str], anchors: Anchors) -> str:
    support = ", ".join(
        _count(row[name], word)
        for name, word in (("origins", "utterance"), ("reports", "report"), ("parties", "independent party"))
        if row[name]
    )
    return _unfolding(row["Number"], support, steps, parts, anchors)


def _unfolding(
    number: str, support: str, steps: Sequence[Mapping[str, Any]], parts: Sequence[str], anchors: Anchors
) -> str:
    rests = f"<span class=rests> \u00b7 {support}</span>" if support else ""
    return (
        f"<details><summary>Why {said(number)}?{rests}</summary>"
        f"<ol class=steps>{''.join(_steps(steps, parts, anchors))}</ol></details>"
    )


def _parts(rows: Sequence[Mapping[str, Any]], faction: str, anchors: Anchors) -> dict[str, list[str]]:
    """The rows that stand under each row as its parts, by their places in the page."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["depth"] and row["included_in"]:
            found[row["included_in"]].append(anchors.row(faction, row["row"]))
    return found


def _count(number: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number:,} {word if number == 1 else plural}"


_SPEAK: Final = ("voice", "denial", "not counted")
"""Steps that tell of claims, which are named with them."""
_RECKON: Final = ("reading", "agreement", "disagreement", "number")
"""Steps that put together what the voices right above them say, each with its source there."""


def _steps(steps: Sequence[Mapping[str, Any]], parts: Sequence[str], anchors: Anchors) -> Iterator[str]:
    """The steps in their order; those that tell of a row among the parts lead to it, those that tell of claims to them
    and their sources, the others to their sources."""
    below = iter(parts)
    for step in _in_short(steps) if anchors.dense else steps:
        kind = step["step"]
        told = ["" if kind == "voice" else f"<i>{kind}</i>", said(step["text"])]
        if kind == "part":
            told += [f"<a href=#{row}>See there</a>" for row in [next(below, "")] if row]
        else:
            told.append(_named(step["claims"], anchors) if kind in _SPEAK else "")
            told.append("" if kind in _RECKON or (told[-1] and anchors.dense) else marks(step["notes"]))
        yield f"<li>{' '.join(filter(None, told))}"


def _named(claims: Sequence[str], anchors: Anchors) -> str:
    numbers = sorted(anchors.claim(id_) for id_ in claims)
    linked = FEW if anchors.dense else LINKED
    links = [f"<a href=#c{number}>{number}</a>" for number in numbers[:linked]]
    told = ", ".join([*links, *map(str, numbers[linked:])])
    return f"Claim{'s' * (len(numbers) > 1)} {told}" if told else ""


IN_SHORT: Final = (
    "The reasons are told in short here, since so many claims would make the page too large: each step names its"
    " claims, and these their sources. Every step in full: <code>oob why FACTION SYSTEM</code>."
)
_EVIDENT: Final = ("reading", "part", "part of", "result", "support")
"""Steps that say what the row itself shows, or the step after them sums up."""


def _in_short(steps: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The steps without the evident ones; in place of each voice its claims stand with what they come to together."""
    claims: list[str] = []
    for step in steps:
        match step["step"]:
            case "voice":
                claims += step["claims"]
            case "agreement" | "disagreement" | "number":
                yield {**step, "step": "voice", "claims": claims}
                claims = []
            case "earlier":
                yield {**step, "step": "voice", "text": "Replaced by the latest level that gives a number:"}
            case "denial":
                yield {**step, "step": "voice", "text": "Denied, which lowers no number:"}
            case kind if kind not in _EVIDENT:
                yield step


def activity(table: Table, why: Table, at: int, anchors: Anchors) -> str:
    """Strikes and other use of one faction; the reasons stand behind those of its holdings."""
    rows = records(table)
    reasons = _reasons(why)[-len(rows) :] if rows else []
    heads = [Head(text, kind) for text, kind in _USE_HEADS]
    lines = [
        Line(list(_used(row)), _unfolding(row["times_text"], "", steps, (), anchors))
        for row, steps in zip(rows, reasons, strict=True)
    ]
    return grid(f"use{at + 1}", table.title, heads, [("", lines)], "used")


def _used(row: Mapping[str, Any]) -> Iterator[str]:
    doubts = (("figures differ", "disagreement"), ("denied", "contested_by"), ("one party", "single_party"))
    whom = f" for {said(row['beneficiary'])}" if row["beneficiary"] else ""
    yield title(said(row["activity"]))
    yield cell(said(row["system"]))
    yield cell(said(row["operator"]) + whom)
    yield cell(f"<b>{said(row['times_text'])}</b>", -1 if row["times_low"] is None else row["times_low"], "w")
    yield cell(said(row["place"]))
    yield cell(said(row["When"]), row["earliest"] or "")
    yield cell(" ".join(f"<span class=f>{text}</span>" for text, key in doubts if row[key]))
    yield cell(marks(row["notes"]), kind="fn")


_USE_HEADS: Final = (
    ("What", "g"),
    ("With", ""),
    ("By", ""),
    ("How often", "w"),
    ("Where", ""),
    ("When", ""),
    ("Doubts", ""),
    ("Sources", "fn"),
)
