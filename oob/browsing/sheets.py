"""The tables that a reader browses: their columns, what each means, what refers to what. Data alone.

Their names are a student's words; the descriptions are those of the files that a person writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from oob import vocabulary
from oob.catalog import (
    ClaimEntry,
    Entry,
    EventEntry,
    ForceEntry,
    OriginEntry,
    PlaceEntry,
    ReportEntry,
    SourceEntry,
    SystemEntry,
    shapes,
)
from oob.fileschema import TITLES
from oob.report.meanings import MEANINGS


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, and the sheet whose rows its values are, where they are such."""

    name: str
    help: str
    to: str = ""
    type: str = "TEXT"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the snapshot. `label` is the column by which others show its rows."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    label: str = "name"
    facets: tuple[str, ...] = ()
    sort: str = ""
    sort_desc: str = ""
    hidden: bool = False
    """Whether it only ties others together, and is left out of the list of tables."""
    searched: bool = False


def _fields(kind: type[Entry], *keys: str) -> tuple[Column, ...]:
    """Columns that a person's file has too, described as there."""
    return tuple(_field(kind, key) for key in keys)


def _field(kind: type[Entry], key: str, name: str = "", type_: str = "TEXT") -> Column:
    shape = shapes(kind)[key]
    about = shape.help.partition("; leave out")[0]  # the rest is for who writes a file
    members = f": {', '.join(shape.members)}" if 0 < len(shape.members) < 8 else ""
    return Column(
        name or key, f"{about[:1].upper()}{about[1:]}{members}", f"{shape.refers}s" if shape.refers else "", type_
    )


def _meant(name: str, key: str = "", to: str = "", type_: str = "TEXT") -> Column:
    """A column that tables have too, under this name or `key`, described as there."""
    return Column(name, MEANINGS[key or name].rstrip("."), to, type_)


def _number(name: str, help_: str) -> Column:
    return Column(name, help_, type="INTEGER")


_ID: Final = Column("id", "Its id, which never changes")
_ALIASES: Final = _meant("aliases")
_PARTY: Final = _meant("party", to="sources")
_CLAIMS: Final = _number("claims", "How many claims name it, withdrawn ones aside. A number of claims, never of things")
_DATES: Final = (_meant("earliest"), _meant("latest"))

REPORTS: Final = Sheet(
    "reports",
    f"{TITLES['report']}: one row a document. A report that repeats another adds nothing to its numbers.",
    (
        _ID,
        Column("name", "Publisher and date"),
        *_fields(ReportEntry, "title", "publisher", "published", "authors", "repeats"),
        _CLAIMS,
        *_fields(ReportEntry, "dated_by", "url", "note"),
        *_DATES,
        *_fields(ReportEntry, "sha256"),
    ),
    sort_desc="latest",
    facets=("publisher",),
    searched=True,
)
SOURCES: Final = Sheet(
    "sources",
    f"{TITLES['sources']}. Reliability is the Admiralty grade: "
    + "; ".join(f"{grade} {meaning}" for grade, meaning in vocabulary.RELIABILITY.items())
    + ".",
    (
        _ID,
        *_fields(SourceEntry, "name", "short", "kind", "part_of"),
        _PARTY,
        *_fields(SourceEntry, "reliability", "reason"),
        _CLAIMS,
        _ALIASES,
        *_fields(SourceEntry, "wikidata"),
    ),
    sort_desc="claims",
    facets=("kind", "reliability"),
    searched=True,
)
SYSTEMS: Final = Sheet(
    "systems",
    f"{TITLES['systems']}. A class takes in its kinds.",
    (
        _ID,
        *_fields(SystemEntry, "name", "parent", "definition"),
        Column("made_in", "The countries that design or build it"),
        _CLAIMS,
        _ALIASES,
        *_fields(SystemEntry, "wikidata"),
    ),
    sort_desc="claims",
    searched=True,
)
FORCES: Final = Sheet(
    "forces",
    f"{TITLES['forces']}.",
    (
        _ID,
        *_fields(ForceEntry, "name", "short", "kind", "part_of", "theatre"),
        _CLAIMS,
        _ALIASES,
        *_fields(ForceEntry, "wikidata", "note"),
    ),
    sort_desc="claims",
    facets=("kind",),
    searched=True,
)
PLACES: Final = Sheet(
    "places",
    f"{TITLES['places']}.",
    (
        _ID,
        *_fields(PlaceEntry, "name", "kind", "within"),
        *(_field(PlaceEntry, key, type_="REAL") for key in ("latitude", "longitude", "precision_km")),
        _CLAIMS,
        _ALIASES,
        *_fields(PlaceEntry, "wikidata", "note"),
    ),
    sort_desc="claims",
    facets=("kind",),
    searched=True,
)
ORIGINS: Final = Sheet(
    "origins",
    f"{TITLES['origins'].partition(',')[0]}. One origin counts once, however many reports carry it.",
    (
        _ID,
        Column("name", "Who said it, on what basis, when"),
        *_fields(OriginEntry, "speaker", "through"),
        _PARTY,
        *_fields(OriginEntry, "made", "basis"),
        Column("report", "The report whose file describes it; others may carry it too", "reports"),
        _CLAIMS,
        *_fields(OriginEntry, "note"),
        *_DATES,
    ),
    sort_desc="claims",
    facets=("basis",),
)
EVENTS: Final = Sheet(
    "events",
    f"{TITLES['events'].replace(', by id', '')}.",
    (
        _ID,
        *_fields(EventEntry, "title", "kind"),
        Column("report", "The report whose file describes it; claims of others may be on it too", "reports"),
        _CLAIMS,
        *_fields(EventEntry, "note"),
    ),
    label="title",
    sort_desc="claims",
    facets=("kind",),
)

_CLAIM: Final = (
    Column("id", "The report's id and the claim's key in it"),
    *_fields(ClaimEntry, "says", "system"),
    _field(ClaimEntry, "count", "number"),
    *_fields(ClaimEntry, "operator", "beneficiary"),
    Column("places", "Where, with the places' roles; to follow them, see claim_places"),
    _field(ClaimEntry, "when"),
    Column("action", "What was done", "actions"),
    Column("stance", "How firmly", "stances"),
    _PARTY,
    Column("report", "The report that alleges it", "reports"),
    _field(ClaimEntry, "paragraph", type_="INTEGER"),
    *_fields(ClaimEntry, "origin", "event", "owner", "supplier", "opponent", "system_text"),
    _number("low", "The least that the wording of the number can mean"),
    _number("high", "The most that it can mean; empty where open"),
    _meant("approximate", type_="INTEGER"),
    *_DATES,
    *_fields(ClaimEntry, "when_text", "note"),
)
CLAIMS: Final = Sheet(
    "claims",
    "What the reports allege, one assertion a row. Claims on one event are alternatives, and one origin is often told"
    " by several: never add up their numbers. For what the arithmetic makes of them see inventory.",
    _CLAIM,
    label="says",
    facets=("report", "party", "action", "stance"),
    searched=True,
)
WITHDRAWN: Final = Sheet(
    "withdrawn_claims",
    "Claims that no longer stand. They are kept, and counted nowhere.",
    (_CLAIM[0], _field(ClaimEntry, "withdrawn"), *_CLAIM[1:]),
    label="says",
)
CLAIM_PLACES: Final = Sheet(
    "claim_places",
    "The places of each claim, by role: "
    + "; ".join(f"{role}: {meaning}" for role, meaning in vocabulary.PLACE_ROLES.items())
    + ".",
    (
        Column("claim", "The claim", "claims"),
        Column("role", "What the place is in it"),
        Column("place", "The place", "places"),
        _number("position", "Its rank among those of one role, from 0, as written"),
    ),
    key=("claim", "role", "position"),
    facets=("role",),
    hidden=True,
)
ACTIONS: Final = Sheet(
    "actions",
    "What a claim can say was done, and what follows for what a force holds.",
    (
        Column("id", "The action"),
        Column("effect", "What it does to holdings: " + "; ".join(f"{k}: {v}" for k, v in vocabulary.EFFECTS.items())),
        Column("definition", "What it means"),
        _CLAIMS,
    ),
    label="id",
    sort_desc="claims",
    facets=("effect",),
)
STANCES: Final = Sheet(
    "stances",
    "How firmly a claim is made.",
    (Column("id", "The stance"), Column("definition", "What it means"), _CLAIMS),
    label="id",
)
NAMES: Final = Sheet(
    "names",
    "Every spelling of a system, force, place or source, and the form in which spellings are compared.",
    (
        Column("kind", "system, force, place or source"),
        Column("normal", "The form to compare: without case, accents, spaces, hyphens and articles"),
        Column("written", "The spelling"),
        *(Column(kind, f"The {kind} that it stands for", f"{kind}s") for kind in vocabulary.ENTITIES),
    ),
    key=("kind", "normal"),
    label="written",
    hidden=True,
)
INVENTORY: Final = Sheet(
    "inventory",
    "What the arithmetic makes of the claims: the holdings of the factions that are spoken of most, as oob inventory"
    " FACTION prints them, everything known counted in. Rows overlap (a class and its kinds, a holder and those whom it"
    " supports): never add them up. The column claims leads to the claims behind each number.",
    (
        Column("id", "Faction, section, holder and system"),
        Column("faction", "Whose inventory it is", "forces"),
        _meant("section"),
        _meant("system", to="systems"),
        _meant("holder", to="forces"),
        _meant("number", "count_text"),
        _meant("lost", "lost_text"),
        _number("claims", "How many claims the row shows; it leads to them"),
        Column("grade", "Reliability of the best source (A-F), credibility (1-6), and what a reader must mind"),
        _meant("places", "place"),
        Column("when", "The time spoken of, as tables print it"),
        _meant("included_in", to="inventory"),
        _meant("contested_by"),
        _meant("disagreement", type_="INTEGER"),
        _meant("single_party", type_="INTEGER"),
        _meant("also_held_by"),
        _meant("supplier"),
        _meant("low", "count_low", type_="INTEGER"),
        _meant("high", "count_high", type_="INTEGER"),
        _meant("lost_low", type_="INTEGER"),
        _meant("lost_high", type_="INTEGER"),
        *_DATES,
        _meant("reliability"),
        _meant("credibility", type_="INTEGER"),
        Column("name", "The row in a few words"),
        _number("line", "The order in which it is printed"),
    ),
    facets=("faction", "section", "single_party"),
    sort="line",
)
INVENTORY_CLAIMS: Final = Sheet(
    "inventory_claims",
    "The claims that each row of an inventory shows.",
    (
        Column("inventory", "The row", "inventory"),
        Column("claim", "The claim", "claims"),
        Column("bearing", "counted; shown, not counted (only possible or planned); or denies it"),
    ),
    key=("inventory", "claim"),
    facets=("bearing",),
    hidden=True,
)

SHEETS: Final = (
    REPORTS, SOURCES, SYSTEMS, FORCES, PLACES, ORIGINS, EVENTS, ACTIONS, STANCES, CLAIMS, WITHDRAWN, CLAIM_PLACES,
    NAMES, INVENTORY, INVENTORY_CLAIMS,
)  # fmt: skip
