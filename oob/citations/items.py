"""A report as a work that is cited: what kind, by whom, when, under which title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote

from oob import when
from oob.citations.dates import Date, american, issued
from oob.citations.people import Name, author, authors
from oob.inventory import Directory, Report, Source
from oob.names import normal, printable
from oob.sourcing import speaker
from oob.when import phrase

Kind = Literal["article-newspaper", "webpage", "report"]

UNTITLED: Final = "Untitled report"
"""What stands where a title would: the styles print it without quotation marks, APA in brackets."""
_OPENING: Final = {"'": "\u2018", '"': "\u201c"}
_URL: Final = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True, slots=True)
class Item:
    """A cited report. All texts are whole, on one line and safe to print.

    kind: in the terms of CSL. container: the outlet that it stands in. published: its date in EDTF, as catalogued.
    repeats: what it repeats, in words. note: how it is dated, whose statements it carries.
    """

    id: str
    kind: Kind
    title: str | None
    authors: tuple[Name, ...]
    container: str | None
    publisher: str | None
    issued: Date | None
    published: str
    url: str | None
    repeats: str | None
    note: str | None


def items(reports: Iterable[str], known: Directory, carried: Mapping[str, Iterable[str]]) -> list[Item]:
    """Reports as works to cite, in the order given. carried: the origins that each report has claims from."""
    kinds = {normal(printable(source.name)): source.kind for source in known.sources.values()}
    kinds |= {normal(printable(source.short)): source.kind for source in known.sources.values() if source.short}
    return [_item(known.reports[id_], known, kinds, carried.get(id_, ())) for id_ in reports]


def _item(report: Report, known: Directory, kinds: Mapping[str, str], carried: Iterable[str]) -> Item:
    source = known.sources[report.publisher]
    publisher = _called(source)
    persons = authors(report.authors, kinds)
    date = issued(report.published)
    kind = _kind(source.kind, persons, date)
    writers = persons if persons or source.kind == "outlet" else (_published_by(publisher, source.kind, kinds),)
    return Item(
        id=printable(report.id),
        kind=kind,
        title=one_line(report.title or "") or None,
        authors=writers,
        container=publisher if source.kind == "outlet" else None,
        publisher=publisher if persons and source.kind in ("government", "organisation") else None,
        issued=date,
        published=printable(report.published),
        url=_url(report.url),
        repeats=_repeats(report, known),
        note=_note(report, known, carried),
    )


def _kind(publisher: str, persons: tuple[Name, ...], date: Date | None) -> Kind:
    """What outlets publish are articles; a statement by whoever put it out is cited as a page of theirs.

    The styles give the day of a page and only the year of a report, but want to know when an undated page was
    looked at, which the catalogue does not know.
    """
    if publisher == "outlet":
        return "article-newspaper"
    is_series = bool(persons) and publisher in ("government", "organisation")
    return "report" if is_series or date is None else "webpage"


def _published_by(name: str, kind: str, kinds: Mapping[str, str]) -> Name:
    """A publisher as the author of what nobody signed."""
    return author(name, kinds) if kind == "person" else Name(literal=name)


def _repeats(report: Report, known: Directory) -> str | None:
    """Which report this one re-publishes: authors, publisher, title, date."""
    original = known.reports.get(report.repeats or "")
    return f"Repeats {briefly(original, known)}" if original else None


def briefly(report: Report, known: Directory) -> str:
    """A report in a few words: authors, publisher, title, date."""
    title = one_line(report.title or "")
    quoted = f"\u201c{title}{'' if title.endswith(('?', '!')) else ','}\u201d " if title else ""
    parts = [
        " and ".join(part.strip() for part in (report.authors or "").split(";")),
        known.sources[report.publisher].name,
        quoted + american(_phrase(report.published)),
    ]
    return one_line(", ".join(part for part in parts if part))


def _phrase(published: str) -> str:
    """A date in words; what is no date, as it is written."""
    try:
        return phrase(when.parse(published))
    except ValueError:
        return published or "n.d."


def _note(report: Report, known: Directory, carried: Iterable[str]) -> str | None:
    """What the catalogue knows of a report besides: how its date is known, what to mind, who speaks in it."""
    told = [
        f"Date: {_phrase(report.published)} ({report.dated_by})" if report.dated_by else "",
        report.note or "",
        f"Repeats {report.repeats}" if report.repeats else "",
    ]
    speakers = dict.fromkeys(speaker(known.origins[origin], known) for origin in carried)
    told.append(f"Carries statements of: {'; '.join(speakers)}" if speakers else "")
    return one_line(" ".join(f"{part.strip().rstrip('.')}." for part in told if part.strip())) or None


def _url(url: str | None) -> str | None:
    """A web address in the characters that one may have; None for what is none."""
    found = _URL.fullmatch(url or "")
    return quote(found[0], safe="%/:?#[]@!$&()*+,;=~") if found and printable(found[0]) == found[0] else None


def one_line(text: str) -> str:
    """Text on one line, with quotation marks that open and close: programs pair the typewriter's at random, and
    LaTeX prints them wrongly. The '90s keep their apostrophe."""
    line = " ".join(printable(text).split())
    line = re.sub(
        r"""(?:^|(?<=[\s(\[{\u2014\u2013"-]))(?:'(?=[^\s\d])|"(?=\S))""", lambda mark: _OPENING[mark[0]], line
    )
    return line.replace('"', "\u201d").replace("'", "\u2019")


def _called(source: Source) -> str:
    """A publisher's name; what only describes one begins with a capital and has brackets, as what we add does."""
    name = one_line(source.name)
    return name[:1].upper() + name[1:].replace("(", "[").replace(")", "]") if source.kind == "unnamed" else name
