"""Every SELECT that a reader's question needs: rows in, frozen dataclasses out. No arithmetic, no formatting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from oob import names, vocabulary
from oob.count import UNSTATED, Count
from oob.errors import Refusal
from oob.matters import Claim, World
from oob.reckoning import END, START
from oob.store import Reader
from oob.trees import Tree

# -- what claims refer to -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class System:
    """An equipment type or class, or a class of personnel."""

    id: str
    name: str
    parent: str | None
    definition: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Force:
    """Whoever holds or uses systems."""

    id: str
    name: str
    short: str | None
    kind: str
    part_of: str | None
    theatre: str | None
    wikidata: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A base, town, country, sea or front; degrees WGS 84, precision as a radius in kilometres."""

    id: str
    name: str
    kind: str
    within: str | None
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    wikidata: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever speaks."""

    id: str
    name: str
    short: str | None
    kind: str
    part_of: str | None
    reliability: str
    reason: str
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """One published document; `published` as written, `earliest` and `latest` its bounds."""

    id: str
    publisher: str
    title: str | None
    authors: str | None
    published: str
    earliest: str | None
    latest: str | None
    dated_by: str
    repeats: str | None
    url: str | None
    sha256: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance or observation."""

    id: str
    report: str
    speaker: str
    through: str | None
    made: str | None
    earliest: str | None
    latest: str | None
    basis: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """What claims are about."""

    id: str
    report: str
    kind: str
    title: str
    note: str | None


@dataclass(frozen=True)
class Directory:
    """Everything that claims refer to, by id: the catalogue without its claims."""

    systems: dict[str, System]
    forces: dict[str, Force]
    places: dict[str, Place]
    sources: dict[str, Source]
    reports: dict[str, Report]
    origins: dict[str, Origin]
    events: dict[str, Event]

    @cached_property
    def source_tree(self) -> Tree:
        """Sources, by whom they speak for."""
        return Tree({source.id: source.part_of for source in self.sources.values()})

    @cached_property
    def report_tree(self) -> Tree:
        """Reports, by what they repeat."""
        return Tree({report.id: report.repeats for report in self.reports.values()})

    def heard_from(self, origin: str) -> Source:
        """The source that an origin was heard from: who relays it, else who speaks."""
        found = self.origins[origin]
        return self.sources[found.through or found.speaker]

    @cached_property
    def world(self) -> World:
        """What the arithmetic needs of all this."""
        heard = {origin: self.heard_from(origin) for origin in self.origins}
        return World(
            systems=Tree({system.id: system.parent for system in self.systems.values()}),
            forces=Tree({force.id: force.part_of for force in self.forces.values()}),
            places=Tree({place.id: place.within for place in self.places.values()}),
            theatres={force.id: force.theatre for force in self.forces.values() if force.theatre},
            events={event.id: event.kind for event in self.events.values()},
            parties={origin: self.source_tree.root(source.id) for origin, source in heard.items()},
            grades={origin: source.reliability for origin, source in heard.items()},
        )


_TABLES: Final[tuple[tuple[str, type[Any]], ...]] = (
    ("system", System),
    ("force", Force),
    ("place", Place),
    ("source", Source),
    ("report", Report),
    ("origin", Origin),
    ("event", Event),
)


def directory(reader: Reader) -> Directory:
    """Reads all that claims refer to."""
    found = []
    for table, kind in _TABLES:
        columns = ", ".join(kind.__slots__)
        rows = (kind(*row) for row in reader.rows(f"SELECT {columns} FROM {table} ORDER BY id"))
        found.append({each.id: each for each in rows})
    return Directory(*found)


# -- names ----------------------------------------------------------------------------------------------------------


def find(reader: Reader, kind: str, name: str, *, called: str = "") -> str:
    """The id that a name of a system, force, place or source stands for, in whatever spelling.

    Raises Refusal, with the nearest known names, for one that the catalogue does not know.
    """
    wanted = names.normal(name)
    if (found := lookup(reader, kind, wanted)) is not None:
        return found
    for other in vocabulary.ENTITIES:
        if other not in (kind, "source") and (found := lookup(reader, other, wanted)) is not None:
            raise Refusal(f"'{names.printable(name)}' is a {other} ('{found}'), not a {called or kind}")
    known = dict(reader.rows(f"SELECT normal, {kind} FROM alias WHERE kind = ? ORDER BY normal", kind))
    near = list(dict.fromkeys(known[each] for each in names.nearest(wanted, known, 6)))[:3]
    hint = (
        f"did you mean {' or '.join(repr(each) for each in near)}?" if near else f"'oob {kind}s' lists the known ones"
    )
    raise Refusal(f"unknown {called or kind} '{names.printable(name)}'; {hint}")


def lookup(reader: Reader, kind: str, normal: str) -> str | None:
    """The id that a normal form stands for among one kind of thing."""
    rows = reader.rows(f"SELECT {kind} FROM alias WHERE kind = ? AND normal = ?", kind, normal)
    return str(rows[0][0]) if rows else None


def find_report(reader: Reader, name: str) -> str:
    """The id of a report. Raises Refusal with the nearest known for one that is not there."""
    known = [row[0] for row in reader.rows("SELECT id FROM report ORDER BY id")]
    if (found := spelled(name, known)) is not None:
        return found
    near = near_ids(name, known)
    hint = f"did you mean {' or '.join(repr(each) for each in near)}?" if near else "'oob reports' lists the known ones"
    raise Refusal(f"unknown report '{names.printable(name)}'; {hint}")


def spelled(name: str, ids: Iterable[str]) -> str | None:
    """The id that a name spells, itself or the one of the same normal form; None where none or several do."""
    known = list(ids)
    if name in known:
        return name
    wanted = names.normal(name)
    same = [id_ for id_ in known if wanted and names.normal(id_) == wanted]
    return same[0] if len(same) == 1 else None


def near_ids(name: str, ids: Iterable[str], limit: int = 3) -> list[str]:
    """The ids that contain a name, since ids are often known by half, and those most like it."""
    known = sorted(ids)
    wanted = names.normal(name)
    parts = [id_ for id_ in known if len(wanted) > 2 and wanted in names.normal(id_)]
    return list(dict.fromkeys([*parts[:limit], *names.nearest(name, known, limit)]))[:limit]


def spellings(reader: Reader, kind: str) -> list[tuple[str, str]]:
    """Every spelling of a kind of thing, with the id that it stands for."""
    return [(row[0], row[1]) for row in reader.rows(f"SELECT written, {kind} FROM alias WHERE kind = ?", kind)]


def listed_aliases(reader: Reader, kind: str) -> list[tuple[str, str]]:
    """The aliases of a kind of thing, ids and names aside, with the id that each stands for."""
    sql = f"SELECT written, {kind} FROM alias WHERE kind = ? AND listed = 1 ORDER BY written"
    return [(row[0], row[1]) for row in reader.rows(sql, kind)]


def aliases(reader: Reader, kind: str, id_: str) -> list[str]:
    """The other spellings of one thing."""
    sql = f"SELECT written FROM alias WHERE kind = ? AND {kind} = ? AND listed = 1 ORDER BY written"
    return [row[0] for row in reader.rows(sql, kind, id_)]


def every_name(reader: Reader) -> list[tuple[str, str, str, bool, str]]:
    """Every spelling: of which kind, its normal form, as written, whether it is a listed alias, whose id."""
    sql = f"SELECT kind, normal, written, listed, coalesce({', '.join(vocabulary.ENTITIES)}) FROM alias"
    return sorted((kind, normal, written, bool(listed), id_) for kind, normal, written, listed, id_ in reader.rows(sql))


def makers(reader: Reader) -> dict[str, list[str]]:
    """The places where systems are designed or built, by system, in the order written."""
    found: dict[str, list[str]] = defaultdict(list)
    for system, place in reader.rows("SELECT system, place FROM system_maker ORDER BY system, position"):
        found[system].append(place)
    return found


# -- claims ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as it was entered, with its places by role."""

    id: str
    report: str
    key: str
    origin: str
    event: str | None
    paragraph: int
    says: str
    action: str
    stance: str
    system: str | None
    system_text: str | None
    count_text: str | None
    count_low: int | None
    count_high: int | None
    approximate: int
    operator: str | None
    owner: str | None
    supplier: str | None
    beneficiary: str | None
    opponent: str | None
    moment: str | None
    earliest: str | None
    latest: str | None
    when_text: str | None
    withdrawn: str | None
    note: str | None
    places: tuple[tuple[str, str], ...] = ()

    @property
    def count(self) -> Count | None:
        """The count, None where the report gives none."""
        if self.count_low is None:
            return None
        return Count(self.count_low, self.count_high, self.count_text or "", bool(self.approximate))

    def forces(self) -> tuple[str, ...]:
        """Every force that the claim names."""
        named = (self.operator, self.owner, self.supplier, self.beneficiary, self.opponent)
        return tuple(force for force in named if force is not None)


_CLAIM: Final = ", ".join(f"claim.{column}" for column in ClaimRow.__slots__ if column != "places")
_ROLES_RANK: Final = "CASE role WHEN 'at' THEN 0 WHEN 'near' THEN 1 WHEN 'from' THEN 2 WHEN 'via' THEN 3 ELSE 4 END"


def claim_rows(reader: Reader, where: str = "", *values: object) -> list[ClaimRow]:
    """Claims that fit a condition on the table `claim`, by report, paragraph and key."""
    condition = f" WHERE {where}" if where else ""
    rows = reader.rows(f"SELECT {_CLAIM} FROM claim{condition} ORDER BY report, paragraph, key", *values)
    return _placed(reader, rows)


def claims_by_id(reader: Reader, ids: Iterable[str]) -> dict[str, ClaimRow]:
    """Claims by their ids."""
    rows = reader.rows_in(f"SELECT {_CLAIM} FROM claim WHERE id IN (*)", sorted(set(ids)))
    return {row.id: row for row in _placed(reader, rows)}


def _placed(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> list[ClaimRow]:
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim, role, place in _places_of(reader, [row[0] for row in rows]):
        places[claim].append((role, place))
    return [ClaimRow(*(*row, tuple(places.get(row[0], ())))) for row in rows]


def _places_of(reader: Reader, ids: Sequence[str]) -> list[tuple[Any, ...]]:
    order = f"ORDER BY claim, {_ROLES_RANK}, position"
    if len(ids) > 50_000:  # one walk over the table beats so many look-ups
        wanted = set(ids)
        return [row for row in reader.rows(f"SELECT claim, role, place FROM claim_place {order}") if row[0] in wanted]
    return reader.rows_in(f"SELECT claim, role, place FROM claim_place WHERE claim IN (*) {order}", ids)


def bearing_on(reader: Reader, known: Directory, factions: Sequence[str]) -> list[ClaimRow]:
    """The claims that an inventory of factions can turn on: theirs, their backers', and all on the same events."""
    forces = known.world.forces
    mine = sorted({force for faction in factions for force in forces.below(faction)})
    backers = {
        row[0]
        for row in reader.rows_in(
            "SELECT operator FROM claim WHERE action = 'backs' AND operator IS NOT NULL AND beneficiary IN (*)", mine
        )
    }
    holders = sorted({*mine, *(force for backer in backers for force in forces.below(backer))})
    found: dict[str, tuple[Any, ...]] = {}
    for column, wanted in (("operator", holders), ("owner", holders), ("beneficiary", mine), ("opponent", mine)):
        sql = f"SELECT {_CLAIM} FROM claim WHERE withdrawn IS NULL AND {column} IN (*)"
        found |= {row[0]: row for row in reader.rows_in(sql, wanted)}
    at = ClaimRow.__slots__.index("event")
    events = sorted({row[at] for row in found.values() if row[at] is not None})
    sql = f"SELECT {_CLAIM} FROM claim WHERE withdrawn IS NULL AND event IN (*)"
    found |= {row[0]: row for row in reader.rows_in(sql, events)}
    return _placed(reader, list(found.values()))


def as_claims(rows: Iterable[ClaimRow], known: Directory) -> list[Claim]:
    """Claims as the arithmetic sees them, each with the time that it speaks of and the age of its wording."""
    return [_as_claim(row, known) for row in rows]


def _as_claim(row: ClaimRow, known: Directory) -> Claim:
    report, origin = known.reports[row.report], known.origins[row.origin]
    first = known.reports[known.report_tree.root(row.report)]
    said = origin if origin.made is not None else first
    said_latest = min(said.latest or END, report.latest or END)
    if row.moment is None:
        earliest, latest = said.earliest or START, said_latest
    else:
        # Nobody can speak of a day after the day on which he speaks: "since 2019" reaches to then.
        earliest = row.earliest or START
        latest = max(earliest, min(row.latest or END, said_latest))
    return Claim(
        id=row.id,
        report=row.report,
        origin=row.origin,
        action=row.action,
        stance=row.stance,
        earliest=earliest,
        latest=latest,
        published=report.latest or END,
        order=(first.latest or END, row.paragraph, row.id),
        system=row.system,
        count=row.count or UNSTATED,
        event=row.event,
        operator=row.operator,
        owner=row.owner,
        supplier=row.supplier,
        beneficiary=row.beneficiary,
        opponent=row.opponent,
        places=row.places,
        dated=row.moment is not None,
        until=(row.latest or END) if row.moment is not None else latest,
    )


# -- texts and log --------------------------------------------------------------------------------------------------


def texts(reader: Reader, reports: Iterable[str]) -> dict[str, str]:
    """The attached texts of reports, by report."""
    return dict(reader.rows_in("SELECT report, text FROM report_text WHERE report IN (*)", sorted(set(reports))))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim was read from, where a program proposed it; `confidence` from 0 to 1."""

    passage: str | None
    confidence: float | None
    because: str | None


def reading(reader: Reader, claim: str) -> Reading | None:
    """What a claim was read from; None for one that a person drew himself."""
    rows = reader.rows("SELECT passage, confidence, because FROM reading WHERE claim = ?", claim)
    return Reading(*rows[0]) if rows else None


@dataclass(frozen=True, slots=True)
class LogRow:
    """One record that a load touched: its earlier and later form as JSON."""

    loading: int
    at: str
    by: str
    program: str
    why: str | None
    kind: str
    record: str
    what: str
    earlier: str | None
    later: str


def log(reader: Reader, record: str | None = None) -> list[LogRow]:
    """What loads did, the newest first; of one record, or of all."""
    condition, values = (" WHERE record = ?", (record,)) if record is not None else ("", ())
    sql = (
        "SELECT loading.id, at, by, program, why, kind, record, what, earlier, later"
        f" FROM change JOIN loading ON loading.id = loading{condition} ORDER BY loading.id DESC, position"
    )
    return [LogRow(*row) for row in reader.rows(sql, *values)]


def tally(reader: Reader, column: str) -> dict[str, int]:
    """How many claims (withdrawn ones aside) name each id in a column."""
    sql = f"SELECT {column}, count(*) FROM claim WHERE withdrawn IS NULL AND {column} IS NOT NULL GROUP BY {column}"
    return {row[0]: row[1] for row in reader.rows(sql)}


def carried(reader: Reader, reports: Sequence[str]) -> dict[str, list[str]]:
    """The origins that reports have claims from (withdrawn ones aside), in the order of their paragraphs."""
    sql = "SELECT report, origin FROM claim WHERE withdrawn IS NULL AND report IN (*) ORDER BY report, paragraph, key"
    found: dict[str, list[str]] = defaultdict(list)
    for report, origin in dict.fromkeys(reader.rows_in(sql, reports)):
        found[report].append(origin)
    return found


def mentions(reader: Reader, kind: str) -> dict[str, int]:
    """How many claims (withdrawn ones aside) name each thing of a kind, in whatever role; a source by what it said."""
    joins = {
        "system": ["SELECT id, system FROM claim"],
        "force": [
            f"SELECT id, {role} FROM claim" for role in ("operator", "owner", "supplier", "beneficiary", "opponent")
        ],
        "place": ["SELECT claim, place FROM claim_place"],
        "source": ["SELECT claim.id, speaker FROM claim JOIN origin ON origin.id = claim.origin"],
    }
    standing = {row[0] for row in reader.rows("SELECT id FROM claim WHERE withdrawn IS NULL")}
    found: dict[str, set[str]] = defaultdict(set)
    for sql in joins[kind]:
        for claim, id_ in reader.rows(sql):
            if id_ is not None and claim in standing:
                found[id_].add(claim)
    return {id_: len(claims) for id_, claims in found.items()}
