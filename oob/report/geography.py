"""Where things are alleged to be, and the ways that they are alleged to have come: what maps are drawn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from oob.formats.people import marks
from oob.holdings import Holding
from oob.inventory import ClaimRow
from oob.matters import HERE
from oob.report.inventories import Answer, about, kept_and_lost, shown
from oob.report.words import Words, decimal, listed, plural
from oob.sourcing import Notes
from oob.table import Cell, Column, Table

PLACE_COLUMNS: Final = (
    Column("place", audience="data"),
    Column("name", "Place"),
    Column("kind", "Kind", audience="data"),
    Column("within", "In"),
    Column("latitude", "Latitude", kind="decimal", audience="data"),
    Column("longitude", "Longitude", kind="decimal", audience="data"),
    Column("precision_km", "Within km", kind="decimal", audience="data"),
    Column("alleged", "Alleged there", grows=True),
    Column("systems", kind="ids", audience="data"),
    Column("holdings", kind="ids", audience="data"),
    Column("system_paths", kind="ids", audience="data"),
    Column("holders", kind="ids", audience="data"),
    Column("claims", "Claims", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes"),
)
"""Degrees WGS 84; the precision is a radius in kilometres."""

MOST_UNPLACED: Final = 20
"""Holdings that a remark names as placed by nobody; of the others it says how many they are."""

ROUTE_COLUMNS: Final = (
    Column("route", "Route", grows=True),
    Column("stops", kind="ids", audience="data"),
    Column("event", audience="data"),
    Column("title", "What", grows=True),
    Column("action", "Action", audience="data"),
    Column("system", "System"),
    Column("system_id", audience="data"),
    Column("operator", "By"),
    Column("beneficiary", "For", audience="data"),
    Column("count_text", "Number"),
    Column("stance", "Stance"),
    Column("claims", "Claims", kind="ids", audience="data"),
    Column("notes", "Sources", kind="notes"),
)

ALONG: Final = ("from", "via", "to")
"""The roles of the stops of a route, in the order in which they are passed."""


def moves(answer: Answer) -> list[ClaimRow]:
    """The claims of an inventory that may tell of a way: those that its rows show, and those of passage alone."""
    told = [claim.id for each in answer.inventory.holdings for claim in shown(each)]
    told += [claim.id for claim in answer.inventory.passages]
    return [answer.rows[id_] for id_ in dict.fromkeys(told)]


def places(answer: Answer, rows: Sequence[ClaimRow], notes: Notes | None = None) -> Table:
    """The places of an inventory, each with the holdings that are said to be there; parts of a holding go with it.

    A holding that is said to be at several places stands at each with its whole number, and says so. The stops of
    the routes that `rows` tell of are places too, if only passed. A remark names what nobody places; `about` has the
    numbers of its sources, `unplaced`.
    """
    known, words = answer.known, Words(answer.known)
    notes = notes or Notes(known)
    there = _holdings_by_place(answer)
    passed = _claims_by_stop(rows)
    told: list[tuple[Cell, ...]] = []
    for id_ in sorted({*there, *passed}, key=lambda id_: (known.places[id_].name, id_)):
        place, whole = known.places[id_], answer.outermost(there.get(id_, []))
        cited = {claim.id: answer.rows[claim.id] for each in whole for claim in shown(each)}
        cited |= {row.id: row for row in passed.get(id_, ())}
        told.append(
            (
                id_,
                place.name,
                place.kind,
                words.place(place.within) or None,
                decimal(place.latitude),
                decimal(place.longitude),
                decimal(place.precision_km),
                "; ".join(_held(each, words) for each in whole) or "on the way",
                tuple(dict.fromkeys(each.system for each in whole)),
                tuple(_held(each, words) for each in whole),
                tuple(words.path(each.system) or "" for each in whole),
                tuple(dict.fromkeys(each.holder for each in whole)),
                tuple(cited),
                notes.number(cited.values()),
            )
        )
    title, asked = "Where it is alleged to have been", about(answer)
    remarks, asked["unplaced"] = _unplaced(answer, words, notes)
    return Table("places", title, PLACE_COLUMNS, tuple(told), remarks, notes.texts(), about=asked)


def _holdings_by_place(answer: Answer) -> dict[str, list[Holding]]:
    there: dict[str, list[Holding]] = defaultdict(list)
    for holding in answer.inventory.holdings:
        for place in _whereabouts(holding):
            there[place].append(holding)
    return there


def _claims_by_stop(rows: Iterable[ClaimRow]) -> dict[str, list[ClaimRow]]:
    passed: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        for stop in dict.fromkeys(stop for way in ways(row) for stop in way):
            passed[stop].append(row)
    return passed


def _whereabouts(holding: Holding) -> list[str]:
    return list(dict.fromkeys(place for role, place in holding.places if role in HERE))


def _held(holding: Holding, words: Words) -> str:
    """A holding in a few words: `fighter aircraft: 12 or 14+ (Russian Armed Forces)`."""
    spread = len(_whereabouts(holding)) > 1
    number = f"{kept_and_lost(holding)}{', here and elsewhere' if spread else ''}"
    return f"{words.system(holding.system)}: {number} ({words.force(holding.holder)})"


def _unplaced(answer: Answer, words: Words, notes: Notes) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A remark on what nobody places, as far as anybody would read it, and the numbers of its sources."""
    nowhere = [each for each in answer.outermost(answer.inventory.holdings) if not _whereabouts(each)]
    if not nowhere:
        return (), ()
    told: list[str] = []
    cited: set[int] = set()
    for each in nowhere[:MOST_UNPLACED]:
        numbers = notes.number(answer.rows[claim.id] for claim in shown(each))
        told.append(f"{_held(each, words)} {marks(numbers)}")
        cited.update(numbers)
    told += [plural(len(nowhere) - len(told), "other row")] if len(nowhere) > len(told) else []
    return (f"Nobody says where these were: {listed(told)}.",), tuple(sorted(cited))


def routes(rows: Iterable[ClaimRow], answer: Answer, notes: Notes | None = None) -> Table:
    """The ways that claims tell of, stop by stop; claims on one event that tell the same way are one row."""
    known, words = answer.known, Words(answer.known)
    notes = notes or Notes(known)
    alike: dict[tuple[tuple[str, ...], tuple[str | None, ...]], list[ClaimRow]] = defaultdict(list)
    for row in rows:
        for way in ways(row):
            alike[way, (row.event or row.id, row.system, row.operator, row.count_text, row.stance)].append(row)
    told: list[tuple[Cell, ...]] = []
    for (stops, _), claims in alike.items():
        row = claims[0]
        event = known.events.get(row.event or "")
        told.append(
            (
                " \u2192 ".join(map(words.place, stops)),
                stops,
                row.event,
                event.title if event else row.says,
                row.action,
                words.system(row.system) or None,
                row.system,
                words.force(row.operator) or None,
                words.force(row.beneficiary) or None,
                row.count_text,
                row.stance,
                tuple(each.id for each in claims),
                notes.number(claims),
            )
        )
    return Table("routes", "Alleged routes", ROUTE_COLUMNS, tuple(told), footnotes=notes.texts(), about=about(answer))


def ways(row: ClaimRow) -> tuple[tuple[str, ...], ...]:
    """The ways that a claim tells of, as places in their order: several origins or destinations make several."""
    start, between, end = (tuple(place for at, place in row.places if at == role) for role in ALONG)
    found = (
        (*filter(None, (first,)), *between, *filter(None, (last,)))
        for first, last in product(start or (None,), end or (None,))
    )
    return tuple(way for way in (_moved(each) for each in found) if len(way) > 1)


def _moved(stops: Iterable[str]) -> tuple[str, ...]:
    """Stops without those that are where one is already."""
    kept: list[str] = []
    for stop in stops:
        if kept[-1:] != [stop]:
            kept.append(stop)
    return tuple(kept)
