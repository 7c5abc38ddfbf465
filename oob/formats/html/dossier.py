"""The page of a dossier: what is alleged in short, inventory and reasons, disagreements, places, times, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import oob
from oob.formats.html import holdings, sourcing, testimony
from oob.formats.html.anchors import Anchors
from oob.formats.html.bars import Days, Numbers
from oob.formats.html.grid import plain
from oob.formats.html.page import page
from oob.formats.html.text import cites, marks, quoted, records, runs, said
from oob.table import Table


@dataclass(frozen=True, slots=True)
class Contents:
    """What a dossier's page shows: the tables of `report.dossiers` by name, with pictures, and how it was asked for."""

    title: str
    subject: str
    """The factions' names."""
    asked: tuple[tuple[str, str], ...]
    """What was asked and by which rules it was answered: (term, words)."""
    cited: str
    """The same in a line, for a citation."""
    command: str
    """The command that makes the page."""
    inventories: tuple[Table, ...]
    """Each faction's inventory, with its activity behind it where there is any."""
    whys: tuple[Table, ...]
    tables: Mapping[str, Table]
    """summary, sides, forces, timeline, places, routes, claims, sources, speakers, reports; compared if several."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """SVG by the name of the table that it is drawn from; they need no style but `styles`."""
    styles: str = ""
    passages: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """Paragraphs of reports whose text is attached, by report and number."""


Part = tuple[str, str, str]
"""A section's anchor, its heading, what is in it."""


def write(contents: Contents) -> str:
    """The whole page."""
    body = _Body(contents)
    parts = list(body.parts())
    late = " class=late" if len(contents.tables["claims"].rows) > _MANY else ""
    sections = "".join(_section(part, "" if part[0] in _EARLY else late) for part in parts)
    links = "".join(f"<li><a href=#{anchor}>{said(heading)}</a>" for anchor, heading, _ in parts)
    nav = f"<nav aria-label=Contents><ul>{links}</ul></nav>\n"
    main = f"<main id=main>\n{sections}</main>\n"
    return page(contents.title, f"{body.header()}{nav}{main}{body.footer()}", contents.styles + body.styles())


def _section(part: Part, late: str) -> str:
    anchor, heading, inside = part
    return (
        f'<section id={anchor} aria-labelledby="{anchor}-title"{late}>\n'
        f'<h2 id="{anchor}-title">{said(heading)}</h2>\n{inside}</section>\n'
    )


class _Body:
    """Writes the parts of a page, and knows where each thing stands in it."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.tables = contents.tables
        self.held = [table for table in contents.inventories if table.name == "inventory"]
        self.anchors = Anchors(self.held, self.tables)
        self.numbers = Numbers([row for table in self.held for row in records(table)])
        self.days = Days(records(self.tables["timeline"]))

    def header(self) -> str:
        """What the page is about."""
        terms = "".join(f"<div><dt>{said(term)}<dd>{said(text)}</div>" for term, text in self.contents.asked)
        held = "it" if len(self.held) == 1 else "they"
        return (
            "<header class=top>\n<p class=eyebrow>Dossier \u00b7 alleged, not established\n"
            f"<h1>{said(self.contents.subject)}</h1>\n"
            f"<p class=lead>What press reports allege that {held} held, where, when, and who says so.\n"
            f"<dl class=asked>{terms}</dl>\n</header>\n"
        )

    def footer(self) -> str:
        """How to cite it."""
        return (
            "<footer>\n<p><b>Cite the reports, not this page:</b> the sources above name them. For the page itself:"
            f" <cite>oob, version {said(oob.__version__)}: dossier on {said(self.contents.cited)}</cite>, made with"
            f" <code>{said(self.contents.command)}</code>.\n"
            "<p>Every figure is alleged; oob establishes none.\n</footer>\n"
        )

    def styles(self) -> str:
        """The lines of the axes behind the bars, which are this page's own."""
        return _lines(".b", self.numbers.grid()) + self.days.rules(".uttered")

    def parts(self) -> Iterator[Part]:
        """The sections, in the order in which one reads."""
        tables = self.tables
        yield "summary", "In short", self._summary()
        yield "inventory", "Inventory", self._inventories()
        if "compared" in tables:
            yield "compared", "Compared", _noted(tables["compared"], plain(tables["compared"], "compared-table"))
        if tables["sides"].rows:
            yield "disagreements", "Disagreements", testimony.sides(tables["sides"], self.anchors)
        for name, heading in (("places", "Places"), ("routes", "Alleged routes"), ("forces", "Order of battle")):
            if tables[name].rows:
                yield name, heading, self._drawn(name)
        if tables["claims"].rows:
            yield "timeline", "Timeline", self._picture("timeline")
            yield "claims", "Claims, in the order of time", self._claims()
            yield "sources", "Sources", sourcing.sources(tables, self.anchors)
            yield "reports", "Reports", sourcing.reports(tables["reports"], self.anchors, self.contents.passages)

    def _summary(self) -> str:
        summary, tables = self.tables["summary"], self.tables
        if not any(table.rows for table in self.contents.inventories):
            return (
                "<p class=nothing>The catalogue holds nothing that anybody alleges on this question: no report in it"
                " says so. That is no evidence that there was nothing.\n"
            )
        parties = {row["party"] for row in records(tables["speakers"])}
        tally = (
            ("claims", len(tables["claims"].rows), "claim"),
            ("reports", len(tables["reports"].rows), "report"),
            ("sources", len(tables["sources"].rows), "utterance"),
            ("speakers", len(parties), "independent party"),
            ("disagreements", len(tables["sides"].groups), "disagreement"),
        )
        parts = ["<ul class=tally>"]
        parts += [
            f"<li><a href=#{to}><b>{number:,}</b> {_plural(number, what)}</a>" for to, number, what in tally if number
        ]
        parts.append("</ul>\n")
        rows = records(summary)
        for heading, numbers in runs(summary):
            parts.append(f"<h3>{said(heading)}</h3>\n<ul class=short>\n")
            parts += [f"<li>{self._sentence(rows[number])}\n" for number in numbers]
            parts.append("</ul>\n")
        parts.append(self._disputed())
        parts.append(holdings.LEGEND)
        return "".join(parts)

    def _sentence(self, row: Mapping[str, Any]) -> str:
        subject, number = said(row["subject"]), said(row["number"])
        anchor = self.anchors.row(row["faction"], row["row"])
        named = f"<a href=#{anchor}>{subject}</a>" if anchor else subject
        lead = ": ".join(filter(None, (named, number and f"<b>{number}</b>")))
        between = " " if row["kind"] == "single-party" else ". " if number else ": "
        return f"{lead}{between}{said(row['remark'])} {cites(row)}"

    def _disputed(self) -> str:
        sides = self.tables["sides"]
        if not sides.groups:
            return ""
        rows = records(sides)
        told = []
        for at, (heading, numbers) in enumerate(runs(sides)[:_DISPUTES], 1):
            cited = sorted({note for number in numbers for note in rows[number]["notes"]})
            told.append(f"<li><a href=#d{at}>{said(heading)}</a> <span class=fn>{marks(cited)}</span>\n")
        if (more := len(sides.groups) - len(told)) > 0:
            told.append(f"<li><a href=#disagreements>and {more:,} more</a>\n")
        return f"<h3>Disputed</h3>\n<ul class=short>\n{''.join(told)}</ul>\n"

    def _inventories(self) -> str:
        parts, at = [f"<p class=note>{holdings.IN_SHORT}\n"] if self.anchors.dense else [], -1
        several = len(self.held) > 1
        for table in self.contents.inventories:
            if table.name != "inventory":
                parts.append(f"<h3>{said(table.title)}</h3>\n")
                parts.append(holdings.activity(table, self.contents.whys[at], at, self.anchors))
                continue
            at += 1
            parts.append(f"<h3>{said(table.title)}</h3>\n" if several else f"<p class=lead>{said(table.title)}.\n")
            parts.append(holdings.inventory(table, self.contents.whys[at], at, self.anchors, self.numbers))
        return "".join(parts)

    def _drawn(self, name: str) -> str:
        table = self.tables[name]
        return self._picture(name) + _noted(table, plain(table, f"{name}-table"))

    def _picture(self, name: str) -> str:
        """A picture in a frame that scrolls where it is too wide; the tables tell the same in words."""
        picture = self.contents.pictures.get(name)
        if picture is None:
            return ""
        label = quoted(f"Picture: {self.tables[name].title}")
        return f"<div class=scroll role=region aria-label={label} tabindex=0><figure>{picture}</figure></div>\n"

    def _claims(self) -> str:
        tables = self.tables
        return testimony.claims(tables["claims"], tables["timeline"], self.anchors, self.days)


_DISPUTES: Final = 8
_EARLY: Final = ("summary", "inventory")
_MANY: Final = 500
"""With more claims, the other sections are laid out when they come into sight, so that the page opens at once."""


def _noted(table: Table, html: str) -> str:
    return html + "".join(f"<p class=note>{said(note)}\n" for note in table.notes)


def _plural(number: int, what: str) -> str:
    return what if number == 1 else f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"


def _lines(selector: str, places: Sequence[float]) -> str:
    """Thin lines at some places behind the bars."""
    if not places:
        return ""
    images = ",".join(["linear-gradient(var(--line),var(--line))"] * len(places))
    at = ",".join(f"{round(x)}px 0" for x in places)
    return (
        f"{selector}{{background:{images};background-position:{at};"
        "background-size:1px 100%;background-repeat:no-repeat}"
    )
