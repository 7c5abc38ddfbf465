"""Claims and what they refer to, as tables: claims, timeline, lists, one thing in full, the log."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from oob import vocabulary, when
from oob.inventory import ClaimRow, Directory
from oob.report.words import Words, decimal, span
from oob.sourcing import Notes, speaker
from oob.table import Cell, Column, Table

CLAIM_COLUMNS: Final = (
    Column("claim", "Claim", grows=True),
    Column("report", "Report", audience="data"),
    Column("paragraph", "Par.", kind="int", audience="data"),
    Column("origin", audience="data"),
    Column("event", "Event", audience="data"),
    Column("action", "Action"),
    Column("stance", "Stance"),
    Column("system", "System"),
    Column("system_id", audience="data"),
    Column("system_text", audience="data"),
    Column("count_text", "Number"),
    Column("count_low", kind="int", audience="data"),
    Column("count_high", kind="int", audience="data"),
    Column("approximate", kind="flag", audience="data"),
    Column("operator", "Operator"),
    Column("owner", "Owner", audience="data"),
    Column("supplier", "Supplier", audience="data"),
    Column("beneficiary", "For"),
    Column("opponent", "Against"),
    *(Column(role, audience="data") for role in vocabulary.PLACE_ROLES),
    Column("", "Where", audience="people", grows=True),
    Column("when", "When"),
    Column("when_text", audience="data"),
    Column("earliest", "Earliest", kind="date", audience="data"),
    Column("latest", "Latest", kind="date", audience="data"),
    Column("says", "Says", grows=True),
    Column("withdrawn", "Withdrawn", grows=True),
    Column("note", "Note", audience="data", grows=True),
    Column("speaker", "Speaker", audience="data"),
    Column("source", audience="data"),
    Column("party", "Party", audience="data"),
    Column("notes", "Source", kind="notes"),
)


def claims(rows: Sequence[ClaimRow], known: Directory, title: str = "Claims", notes: Notes | None = None) -> Table:
    """Claims, one a row, with all that was entered of them."""
    words, notes = Words(known), notes or Notes(known)
    told = tuple(_claim(row, words, notes) for row in rows)
    return Table("claims", title, CLAIM_COLUMNS, told, footnotes=notes.texts())


def _claim(row: ClaimRow, words: Words, notes: Notes) -> tuple[Cell, ...]:
    heard = words.known.heard_from(row.origin)
    places = {role: tuple(place for at, place in row.places if at == role) for role in vocabulary.PLACE_ROLES}
    return (
        row.id,
        row.report,
        row.paragraph,
        row.origin,
        row.event,
        row.action,
        row.stance,
        words.system(row.system) or None,
        row.system,
        row.system_text,
        row.count_text,
        row.count_low,
        row.count_high,
        bool(row.approximate) if row.count_text else None,
        words.force(row.operator) or None,
        words.force(row.owner) or None,
        words.force(row.supplier) or None,
        words.force(row.beneficiary) or None,
        words.force(row.opponent) or None,
        *("; ".join(words.place(place) for place in places[role]) or None for role in vocabulary.PLACE_ROLES),
        words.places(row.places),
        row.moment,
        row.when_text,
        row.earliest,
        row.latest,
        row.says,
        row.withdrawn,
        row.note,
        words.known.sources[words.known.origins[row.origin].speaker].name,
        heard.id,
        words.party(row.origin),
        notes.number([row]),
    )


TIMELINE_COLUMNS: Final = (
    Column("when", "When", grows=True),
    Column("earliest", "Earliest", kind="date", audience="data"),
    Column("latest", "Latest", kind="date", audience="data"),
    Column("dated", kind="flag", audience="data"),
    Column("action", "Action"),
    Column("system", "System"),
    Column("system_path", audience="data"),
    Column("count_text", "Number"),
    Column("operator", "By", audience="data"),
    Column("beneficiary", "For", audience="data"),
    Column("place", "Where", audience="data"),
    Column("stance", "Stance"),
    Column("says", "Claim", grows=True),
    Column("claim", "Claim id", audience="data"),
    Column("notes", "Source", kind="notes"),
)


def timeline(
    rows: Sequence[ClaimRow],
    spans: Mapping[str, tuple[str, str]],
    known: Directory,
    title: str,
    notes: Notes | None = None,
) -> Table:
    """Claims in the order of the time that they speak of; an undated one, in brackets, at the time it was said."""
    words, notes = Words(known), notes or Notes(known)
    told = []
    for row in sorted(rows, key=lambda row: (*spans[row.id], row.id)):
        earliest, latest = spans[row.id]
        said = span(earliest, latest)
        told.append(
            (
                when.phrase(when.parse(row.moment)) if row.moment else f"({said})",
                row.earliest if row.moment else earliest,
                row.latest if row.moment else latest,
                row.moment is not None,
                row.action,
                words.system(row.system) or None,
                words.path(row.system),
                row.count_text,
                words.force(row.operator or row.owner) or None,
                words.force(row.beneficiary) or None,
                words.places(row.places),
                row.stance,
                row.says,
                row.id,
                notes.number([row]),
            )
        )
    return Table(
        "timeline",
        title,
        TIMELINE_COLUMNS,
        tuple(told),
        notes=("Times in brackets: the text gives none; the claim stands at the time when it was said.",),
        footnotes=notes.texts(),
    )


# -- lists -----------------------------------------------------------------------------------------------------------


def systems(
    known: Directory,
    tally: Mapping[str, int],
    aliases: Mapping[str, Sequence[str]],
    made_in: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Table:
    """All systems as a tree."""
    tree = known.world.systems
    columns = (
        Column("", "System", audience="people"),
        Column("id", "Id"),
        Column("name", audience="data"),
        Column("parent", audience="data"),
        Column("made_in", audience="data", kind="ids"),
        Column("definition", "What it is", grows=True),
        Column("aliases", "Also called", kind="ids", grows=True),
        Column("wikidata", audience="data"),
        Column("claims", "Claims", kind="int"),
    )
    rows = []
    for depth, id_ in _walk(tree.children, [id_ for id_ in known.systems if tree.is_root(id_)]):
        each = known.systems[id_]
        also = tuple(aliases.get(id_, ()))
        rows.append(
            (
                f"{'  ' * depth}{each.name}",
                id_,
                each.name,
                each.parent,
                tuple(made_in.get(id_, ())),
                each.definition,
                also,
                each.wikidata,
                tally.get(id_, 0),
            )
        )
    return Table("systems", "Systems", columns, tuple(rows))


def forces(known: Directory, tally: Mapping[str, int], aliases: Mapping[str, Sequence[str]]) -> Table:
    """All forces as a tree."""
    tree = known.world.forces
    columns = (
        Column("", "Force", audience="people"),
        Column("id", "Id"),
        Column("name", audience="data"),
        Column("short", audience="data"),
        Column("kind", "Kind"),
        Column("part_of", audience="data"),
        Column("theatre", "Theatre"),
        Column("aliases", "Also called", kind="ids", grows=True),
        Column("wikidata", audience="data"),
        Column("claims", "Claims", kind="int"),
        Column("note", audience="data"),
    )
    rows = []
    for depth, id_ in _walk(tree.children, [id_ for id_ in known.forces if tree.is_root(id_)]):
        each = known.forces[id_]
        told = f"{'  ' * depth}{each.name}{f' ({each.short})' if each.short else ''}"
        also = tuple(aliases.get(id_, ()))
        rows.append(
            (
                told,
                id_,
                each.name,
                each.short,
                each.kind,
                each.part_of,
                each.theatre,
                also,
                each.wikidata,
                tally.get(id_, 0),
                each.note,
            )
        )
    return Table("forces", "Forces", columns, tuple(rows))


def places(known: Directory, tally: Mapping[str, int], aliases: Mapping[str, Sequence[str]]) -> Table:
    """All places as a tree."""
    tree = known.world.places
    columns = (
        Column("", "Place", audience="people"),
        Column("id", "Id"),
        Column("name", audience="data"),
        Column("kind", "Kind"),
        Column("within", audience="data"),
        Column("", "Position", audience="people"),
        Column("latitude", "Latitude", kind="decimal", audience="data"),
        Column("longitude", "Longitude", kind="decimal", audience="data"),
        Column("precision_km", "Within km", kind="decimal", audience="data"),
        Column("aliases", "Also called", kind="ids", grows=True),
        Column("wikidata", audience="data"),
        Column("claims", "Claims", kind="int"),
        Column("note", audience="data"),
    )
    rows = []
    for depth, id_ in _walk(tree.children, [id_ for id_ in known.places if tree.is_root(id_)]):
        each = known.places[id_]
        where = (decimal(each.latitude), decimal(each.longitude), decimal(each.precision_km))
        also = tuple(aliases.get(id_, ()))
        rows.append(
            (
                f"{'  ' * depth}{each.name}",
                id_,
                each.name,
                each.kind,
                each.within,
                f"{where[0]}, {where[1]} \u00b1{where[2] or '?'} km" if where[0] and where[1] else None,
                *where,
                also,
                each.wikidata,
                tally.get(id_, 0),
                each.note,
            )
        )
    return Table("places", "Places", columns, tuple(rows))


def sources(known: Directory, tally: Mapping[str, int], aliases: Mapping[str, Sequence[str]]) -> Table:
    """All sources as a tree of whom they speak for, with their grades."""
    tree = known.source_tree
    columns = (
        Column("", "Source", audience="people"),
        Column("id", "Id"),
        Column("name", audience="data"),
        Column("short", audience="data"),
        Column("kind", "Kind", audience="data"),
        Column("part_of", audience="data"),
        Column("party", "Party", audience="data"),
        Column("reliability", "Grade"),
        Column("reason", "Why", grows=True),
        Column("aliases", audience="data", kind="ids"),
        Column("wikidata", audience="data"),
        Column("claims", "Claims", kind="int"),
    )
    rows = []
    for depth, id_ in _walk(tree.children, [id_ for id_ in known.sources if tree.is_root(id_)]):
        each = known.sources[id_]
        told = f"{'  ' * depth}{each.name}{f' ({each.short})' if each.short else ''}"
        also = tuple(aliases.get(id_, ()))
        rows.append(
            (
                told,
                id_,
                each.name,
                each.short,
                each.kind,
                each.part_of,
                tree.root(id_),
                each.reliability,
                each.reason,
                also,
                each.wikidata,
                tally.get(id_, 0),
            )
        )
    return Table("sources", "Sources", columns, tuple(rows))


def reports(
    known: Directory, tally: Mapping[str, int], attached: Iterable[str], only: Container[str] | None = None
) -> Table:
    """Reports, oldest first: all, or only some."""
    words, texts = Words(known), set(attached)
    columns = (
        Column("id", "Report"),
        Column("publisher", "Publisher"),
        Column("title", "Title", grows=True),
        Column("authors", "Authors", grows=True),
        Column("", "Published", audience="people", grows=True),
        Column("published", audience="data"),
        Column("earliest", "Earliest", kind="date", audience="data"),
        Column("latest", "Latest", kind="date", audience="data"),
        Column("dated_by", "Dated by", audience="data"),
        Column("repeats", "Repeats"),
        Column("url", "Address", audience="data"),
        Column("sha256", audience="data"),
        Column("note", audience="data"),
        Column("text", "Text kept", kind="flag"),
        Column("claims", "Claims", kind="int"),
    )
    rows = [
        (
            each.id,
            words.source(each.publisher),
            each.title,
            each.authors,
            when.phrase(when.parse(each.published)),
            each.published,
            each.earliest,
            each.latest,
            each.dated_by,
            each.repeats,
            each.url,
            each.sha256,
            each.note,
            each.id in texts,
            tally.get(each.id, 0),
        )
        for each in sorted(known.reports.values(), key=lambda each: (each.latest or "", each.id))
        if only is None or each.id in only
    ]
    return Table("reports", "Reports", columns, tuple(rows))


def origins(known: Directory, tally: Mapping[str, int]) -> Table:
    """All origins: who said what is claimed, when, on what basis."""
    words = Words(known)
    columns = (
        Column("id", "Origin"),
        Column("speaker", "Speaker", grows=True),
        Column("source", audience="data"),
        Column("through", audience="data"),
        Column("party", audience="data"),
        Column("made", "Said"),
        Column("basis", "Basis"),
        Column("report", audience="data"),
        Column("note", audience="data"),
        Column("claims", "Claims", kind="int"),
    )
    rows = [
        (
            each.id,
            speaker(each, known),
            each.speaker,
            each.through,
            words.party(each.id),
            each.made,
            each.basis,
            each.report,
            each.note,
            tally.get(each.id, 0),
        )
        for each in known.origins.values()
    ]
    return Table("origins", "Origins: the utterances that claims go back to", columns, tuple(rows))


def events(known: Directory, tally: Mapping[str, int]) -> Table:
    """All events."""
    columns = (
        Column("id", "Event"),
        Column("kind", "Kind"),
        Column("title", "Title", grows=True),
        Column("report", audience="data"),
        Column("note", audience="data"),
        Column("claims", "Claims", kind="int"),
    )
    rows = [
        (each.id, each.kind, each.title, each.report, each.note, tally.get(each.id, 0))
        for each in known.events.values()
    ]
    return Table("events", "Events: claims on one event are alternatives, never additions", columns, tuple(rows))


def actions() -> Table:
    """The closed list of actions, with their effect on holdings."""
    columns = (
        Column("action", "Action"),
        Column("effect", "Effect"),
        Column("definition", "Said of something that...", grows=True),
    )
    rows = [(name, action.effect, action.definition) for name, action in vocabulary.ACTIONS.items()]
    notes = tuple(f"{effect}: {meaning}." for effect, meaning in vocabulary.EFFECTS.items())
    return Table("actions", "Actions", columns, tuple(rows), notes=notes)


def _walk(children: Mapping[str, Sequence[str]], roots: Iterable[str], depth: int = 0) -> Iterable[tuple[int, str]]:
    for root in sorted(roots):
        yield depth, root
        yield from _walk(children, children.get(root, ()), depth + 1)
