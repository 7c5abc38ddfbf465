"""What stands in each footnote: whose word it is, and the reports and paragraphs that it is cited from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oob.citations.dates import american
from oob.citations.items import briefly, one_line
from oob.inventory import Directory, Report
from oob.sourcing import Notes, utterance


@dataclass(frozen=True, slots=True)
class Cite:
    """A report in a footnote, with the paragraphs cited; `repeating` is what it repeats, where that is to be said."""

    report: str
    paragraphs: tuple[int, ...] = ()
    repeating: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: who said it, how and when (blank where the report speaks for itself), and where that stands."""

    said: str
    cites: tuple[Cite, ...]


def of_reports(reports: Iterable[str], known: Directory) -> list[Footnote]:
    """One footnote a report."""
    return [Footnote("", (Cite(id_, repeating=_original(known.reports[id_], known)),)) for id_ in reports]


def of_sources(notes: Notes, known: Directory) -> list[Footnote]:
    """The numbered sources of a table as footnotes, their numbers the same."""
    cited: set[str] = set()
    found = []
    for id_ in notes.origins():
        cites = []
        for report, paragraphs in notes.carriers(id_):
            first = report.id not in cited
            cites.append(Cite(report.id, tuple(paragraphs), _original(report, known) if first else ""))
            cited.add(report.id)
        found.append(Footnote(_said(id_, notes, known), tuple(cites)))
    return found


def reports_of(footnotes: Iterable[Footnote]) -> list[str]:
    """The reports that footnotes cite, each once, in the order of the notes."""
    return list(dict.fromkeys(cite.report for footnote in footnotes for cite in footnote.cites))


def origins_of(notes: Notes) -> Mapping[str, list[str]]:
    """The origins that each report is cited for."""
    found: dict[str, list[str]] = {}
    for origin in notes.origins():
        for report, _ in notes.carriers(origin):
            found.setdefault(report.id, []).append(origin)
    return found


def _said(id_: str, notes: Notes, known: Directory) -> str:
    """An utterance in words; blank for what the first report that carries it says by itself."""
    origin = known.origins[id_]
    [(first, _), *_] = notes.carriers(id_)
    if origin.speaker == first.publisher and origin.through is None and origin.basis == "own reporting":
        return ""
    said = one_line(american(utterance(origin, known))).replace(") (", "; ")
    return said[:1].upper() + said[1:]


def _original(report: Report, known: Directory) -> str:
    original = known.reports.get(report.repeats or "")
    return briefly(original, known) if original else ""
