"""places.geojson: the places and routes that claims name, each with what is alleged there. RFC 7946.

A place or route without a position is a feature too, without a geometry. No number stands alone: each is in a claim,
with who says so, and nothing is added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from oob import vocabulary
from oob.export.rows import File
from oob.formats import json_
from oob.inventory import ClaimRow, Directory, claim_rows
from oob.report import listings
from oob.report.geography import ways
from oob.report.words import Words
from oob.store import Reader

Position = tuple[float, float]
"""Longitude and latitude in degrees, WGS 84."""

Feature = dict[str, Any]

_LEFT_OUT: Final = ("withdrawn", *vocabulary.PLACE_ROLES)
"""Columns of a claim that a feature has no need of: none is withdrawn, and where is what the feature tells."""


_ABOUT: Final = (
    "Places and routes named in press reports, with what is alleged there and who says so. Positions are of the places,"
    " as exact as precision_km, a radius. Nothing here is established, and claims on one event are alternatives: their"
    " numbers are never to be added up."
)


def files(reader: Reader, known: Directory) -> Iterator[File]:
    """The places and routes of all claims that are not withdrawn."""
    yield "places.geojson", text(features(known, claim_rows(reader, "withdrawn IS NULL"))).encode()


def text(found: Sequence[Feature]) -> str:
    """Features as a collection, one a line: there may be many, and a line is what grep and diff work on."""
    positions = [each for feature in found for line in _lines_of(feature) for each in line]
    box = {"bbox": _box(positions)} if positions else {}
    head = json_.line({"type": "FeatureCollection", "name": "alleged", "description": _ABOUT, **box})
    listed = ",\n".join(map(json_.line, found))
    return f'{head[:-1]}, "features": [\n{listed}\n]}}\n'


def features(known: Directory, rows: Iterable[ClaimRow]) -> list[Feature]:
    """The places that claims name, then the routes that they tell of."""
    ordered = sorted(rows, key=lambda row: (row.report, row.paragraph, row.key))
    told = _told(ordered, known)
    return [*_places(ordered, known, told), *_routes(ordered, known, told)]


def _told(rows: Sequence[ClaimRow], known: Directory) -> dict[str, dict[str, Any]]:
    """Claims by their ids, with the keys and values of `oob claims --format json`, and where their reports are."""
    table = listings.claims(rows, known)
    kept = [
        (at, column.key)
        for at, column in enumerate(table.columns)
        if column.audience != "people" and column.kind != "notes" and column.key not in _LEFT_OUT
    ]
    told: dict[str, dict[str, Any]] = {}
    for row, cells in zip(rows, table.rows, strict=True):
        report = known.reports[row.report]
        about = {"published": report.published, "url": report.url}
        told[row.id] = {key: cells[at] for at, key in kept} | about
    return told


# -- places ---------------------------------------------------------------------------------------------------------


def _places(rows: Iterable[ClaimRow], known: Directory, told: dict[str, dict[str, Any]]) -> Iterator[Feature]:
    """Each place that claims name, with these claims and what it is to them."""
    named: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for role, there in row.places:
            if role not in named[there][row.id]:
                named[there][row.id].append(role)
    for id_ in sorted(named):
        place = known.places[id_]
        at = position(id_, known)
        yield _feature(
            id_,
            {"type": "Point", "coordinates": at} if at else None,
            {
                "name": place.name,
                "kind": place.kind,
                "within": place.within,
                "precision_km": place.precision_km,
                "wikidata": place.wikidata,
                "alleged": [{"roles": roles, **told[claim]} for claim, roles in named[id_].items()],
            },
        )


def position(place: str, known: Directory) -> Position | None:
    """Where a place is; None where nobody has written it down."""
    found = known.places[place]
    return None if found.longitude is None or found.latitude is None else (found.longitude, found.latitude)


def _feature(id_: str, geometry: dict[str, Any] | None, properties: dict[str, Any]) -> Feature:
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


# -- routes ---------------------------------------------------------------------------------------------------------


def _routes(rows: Iterable[ClaimRow], known: Directory, told: dict[str, dict[str, Any]]) -> Iterator[Feature]:
    """Each way that claims tell of, from stop to stop; where one stop is of several, a line for each."""
    words = Words(known)
    found: dict[tuple[tuple[str, ...], ...], list[str]] = defaultdict(list)
    for row in rows:
        if way := ways(row):
            found[way].append(row.id)
    for way, claims in found.items():
        located = [[at for at in (position(stop, known) for stop in stops) if at] for stops in way]
        stops = dict.fromkeys(stop for stops in way for stop in stops)
        yield _feature(
            f"route/{claims[0]}",
            _geometry([line for each in located for line in lines(each)]),
            {
                "name": "; ".join(" \u2192 ".join(map(words.place, stops)) for stops in way),
                "kind": "route",
                "stops": list(stops),
                "stops_without_position": [stop for stop in stops if not position(stop, known)],
                "alleged": [told[claim] for claim in claims],
            },
        )


def lines(stops: Sequence[Position]) -> list[list[Position]]:
    """The lines through positions the shorter way round, cut where they cross the antimeridian (RFC 7946, 3.1.9)."""
    found: list[list[Position]] = [list(stops[:1])]
    for (west, south), (east, north) in pairwise(stops):
        if abs(east - west) > 180:
            edge = 180.0 if west > 0 else -180.0
            whole = 360 - abs(east - west)
            share = (180 - abs(west)) / whole if whole else 0.0
            crossing = round(south + (north - south) * share, 6)
            found[-1].append((edge, crossing))
            found.append([(-edge, crossing)])
        found[-1].append((east, north))
    return [line for line in map(_drawn, found) if len(line) > 1]


def _drawn(line: Iterable[Position]) -> list[Position]:
    kept: list[Position] = []
    for at in line:
        if kept[-1:] != [at]:
            kept.append(at)
    return kept


def _geometry(found: list[list[Position]]) -> dict[str, Any] | None:
    match found:
        case []:
            return None
        case [line]:
            return {"type": "LineString", "coordinates": line}
        case _:
            return {"type": "MultiLineString", "coordinates": found}


def _lines_of(feature: Feature) -> list[list[Position]]:
    """The positions of a feature, whatever its geometry."""
    match feature["geometry"]:
        case None:
            return []
        case {"type": "Point", "coordinates": at}:
            return [[at]]
        case {"type": "LineString", "coordinates": line}:
            return [line]
        case geometry:
            found: list[list[Position]] = geometry["coordinates"]
            return found


def _box(positions: Sequence[Position]) -> list[float]:
    """West, south, east, north."""
    east, north = (max(each) for each in zip(*positions, strict=True))
    west, south = (min(each) for each in zip(*positions, strict=True))
    return [west, south, east, north]
