"""Places and routes on a map: valid by RFC 7946, and every number in a claim that says whose it is."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection

from oob import intake, inventory
from oob.export import geojson
from oob.export.geojson import lines
from oob.store import Database, Reader

Write = Callable[[str, str], Path]
Collection = dict[str, Any]
only_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

MINE = """
    places:
      - {id: here, name: Here, kind: town, latitude: 10, longitude: 20, precision_km: 3}
      - {id: there, name: There, kind: base, latitude: 12, longitude: 25}
      - {id: nowhere, name: Nowhere, kind: area}
      - {id: fiji-field, name: Fiji Field, kind: base, latitude: -17, longitude: 178}
      - {id: samoa-field, name: Samoa Field, kind: base, latitude: -14, longitude: -172}
    report:
      id: mine
      publisher: cnn
      published: 2020-06-01
      dated_by: printed
      url: https://example.org/a
    origins:
      mine-o: {speaker: us-africom, made: 2020-05, basis: briefing}
    claims:
      - {key: stood, origin: mine-o, paragraph: 1, says: They stood there., action: present, stance: alleged,
         system: MiG-29, operator: lna, count: at least 4, at: here, near: here, when: 2020-05}
      - {key: flew, origin: mine-o, paragraph: 2, says: They flew in., action: deployed, stance: possible,
         system: MiG-29, operator: russia, count: two, from: here, via: nowhere, to: there}
      - {key: both, origin: mine-o, paragraph: 3, says: They went both ways., action: deployed, stance: alleged,
         system: MiG-29, operator: russia, from: here, to: [there, fiji-field]}
      - {key: far, origin: mine-o, paragraph: 4, says: They crossed an ocean., action: transported, stance: alleged,
         system: MiG-29, operator: russia, from: fiji-field, to: samoa-field}
      - {key: lost, origin: mine-o, paragraph: 5, says: They vanished., action: transported, stance: alleged,
         system: MiG-29, operator: russia, from: here, to: nowhere}
      - {key: unsaid, origin: mine-o, paragraph: 6, says: They never were., action: present, stance: alleged,
         system: MiG-29, operator: russia, at: nowhere, withdrawn: a slip}
"""


def collection(database: Database) -> Collection:
    with Reader(database) as reader:
        [(name, content)] = geojson.files(reader, inventory.directory(reader))
    assert name == "places.geojson"
    found: Collection = json.loads(content)
    FeatureCollection.model_validate(found)
    return found


def feature(found: Collection, id_: str) -> dict[str, Any]:
    [one] = [each for each in found["features"] if each["id"] == id_]
    return dict(one)


@pytest.fixture
def mine(filled: Database, write: Write) -> Collection:
    intake.load([write("mine.yaml", MINE)], filled)
    return collection(filled)


@only_sqlite
def test_a_place_is_a_point_with_what_is_alleged_there(mine: Collection) -> None:
    here = feature(mine, "here")
    assert here["geometry"] == {"type": "Point", "coordinates": [20, 10]}, "longitude first"
    assert {key: here["properties"][key] for key in ("name", "kind", "within", "precision_km")} == {
        "name": "Here",
        "kind": "town",
        "within": None,
        "precision_km": 3,
    }
    assert [(each["claim"], each["roles"]) for each in here["properties"]["alleged"]] == [
        ("mine/stood", ["at", "near"]),
        ("mine/flew", ["from"]),
        ("mine/both", ["from"]),
        ("mine/lost", ["from"]),
    ]


@only_sqlite
def test_a_number_stands_with_its_wording_and_its_source(mine: Collection) -> None:
    [stood, *_] = feature(mine, "here")["properties"]["alleged"]
    expected = {
        "claim": "mine/stood",
        "says": "They stood there.",
        "system": "MiG-29",
        "system_id": "mig-29",
        "count_text": "at least 4",
        "count_low": 4,
        "count_high": None,
        "operator": "LNA",
        "stance": "alleged",
        "when": "2020-05",
        "earliest": "2020-05-01",
        "latest": "2020-05-31",
        "report": "mine",
        "published": "2020-06-01",
        "url": "https://example.org/a",
        "paragraph": 1,
        "speaker": "US Africa Command",
    }
    assert {key: stood[key] for key in expected} == expected


@only_sqlite
def test_a_place_without_a_position_has_no_geometry(mine: Collection) -> None:
    nowhere = feature(mine, "nowhere")
    assert nowhere["geometry"] is None
    assert [each["claim"] for each in nowhere["properties"]["alleged"]] == ["mine/flew", "mine/lost"], "none withdrawn"


@only_sqlite
def test_a_route_is_a_line_through_the_stops_that_have_a_position(mine: Collection) -> None:
    flew = feature(mine, "route/mine/flew")
    assert flew["geometry"] == {"type": "LineString", "coordinates": [[20, 10], [25, 12]]}
    assert flew["properties"]["name"] == "Here \u2192 Nowhere \u2192 There"
    assert flew["properties"]["stops"] == ["here", "nowhere", "there"]
    assert flew["properties"]["stops_without_position"] == ["nowhere"]
    assert feature(mine, "route/mine/lost")["geometry"] is None, "one position makes no line"


@only_sqlite
def test_of_two_destinations_none_is_on_the_way_to_the_other(mine: Collection) -> None:
    both = feature(mine, "route/mine/both")
    assert both["geometry"]["type"] == "MultiLineString"
    assert both["geometry"]["coordinates"] == [[[20, 10], [25, 12]], [[20, 10], [178, -17]]]


@only_sqlite
def test_the_box_is_around_everything(mine: Collection) -> None:
    assert mine["bbox"] == [-180, -17, 180, 60], "from the antimeridian to it, Fiji to Russia"
    assert "crs" not in mine


@pytest.mark.parametrize(
    ("stops", "drawn"),
    [
        ([(20, 10), (30, 12)], [[(20, 10), (30, 12)]]),
        # Half of the ten degrees lie east of the edge, half west of it.
        ([(175, 10), (-175, 20)], [[(175, 10), (180, 15)], [(-180, 15), (-175, 20)]]),
        ([(-178, 0), (172, 10)], [[(-178, 0), (-180, 2)], [(180, 2), (172, 10)]]),
        (
            [(170, 0), (-170, 0), (170, 0)],
            [[(170, 0), (180, 0)], [(-180, 0), (-170, 0), (-180, 0)], [(180, 0), (170, 0)]],
        ),
        # A stop on the edge itself is on both sides of it.
        ([(180, 5), (-170, 5)], [[(-180, 5), (-170, 5)]]),
        ([(-170, 5), (180, 5)], [[(-170, 5), (-180, 5)]]),
        ([(180, 10), (-180, 20)], [[(-180, 10), (-180, 20)]]),
        ([(-90, 0), (90, 0)], [[(-90, 0), (90, 0)]]),
        ([(20, 10), (20, 10)], []),
        ([(20, 10)], []),
        ([], []),
    ],
)
def test_lines_are_cut_at_the_antimeridian(
    stops: list[tuple[float, float]], drawn: list[list[tuple[float, float]]]
) -> None:
    assert lines(stops) == drawn


def test_both_kinds_of_database_tell_the_same(filled: Database, exported: Path) -> None:
    assert json.loads((exported / "places.geojson").read_text(encoding="utf-8")) == collection(filled)


def test_an_empty_catalogue_is_an_empty_collection(tmp_path: Path) -> None:
    database = Database(tmp_path / "empty.db")
    intake.ready(database, empty=True)
    found = collection(database)
    assert found["features"] == []
    assert "bbox" not in found


@pytest.mark.skipif(shutil.which("ogrinfo") is None, reason="needs ogrinfo (apt install gdal-bin)")
def test_a_geographers_program_opens_it(exported: Path) -> None:
    path = exported / "places.geojson"
    told = subprocess.run(["ogrinfo", "-al", "-so", path], capture_output=True, text=True, check=True)
    number = len(json.loads(path.read_text(encoding="utf-8"))["features"])
    assert f"Feature Count: {number}\n" in told.stdout
    assert "WGS 84" in told.stdout
    assert told.stderr == ""
