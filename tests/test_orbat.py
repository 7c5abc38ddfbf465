"""A scenario for ORBAT Mapper: as much as its format can say truly, and every word of the rest in descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_cli import oob

from oob import intake, vocabulary
from oob.export import orbat
from oob.pictures import sidc
from oob.store import Database

Write = Callable[[str, str], Path]
Item = dict[str, Any]
only_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

HEAD = """
    forces:
      - {id: redland, name: Redland, kind: state}
      - {id: red-army, name: Red Army, short: RA, kind: service, part_of: redland, note: Said to be large.}
      - {id: red-navy, name: Red Navy, kind: service, part_of: redland}
      - {id: blue-band, name: Blue Band, kind: militia}
    places:
      - {id: here, name: Here, kind: town, latitude: 10, longitude: 20, precision_km: 3}
      - {id: there, name: There, kind: base, latitude: 12, longitude: 25}
      - {id: nowhere, name: Nowhere, kind: area}
    report:
      id: mine
      publisher: cnn
      published: 2020-06-30
      dated_by: printed
    origins:
      a: {speaker: us-africom, basis: briefing}
      b: {speaker: ben-wallace, basis: statement}
    claims:
"""


def scenario(database: Database, tmp_path: Path, claims: str, *options: str) -> Item:
    """The scenario of a catalogue with nothing but some claims."""
    (tmp_path / "mine.yaml").write_text(HEAD.replace("\n    ", "\n") + claims, encoding="utf-8")
    intake.load([tmp_path / "mine.yaml"], database)
    done = oob("export", "--orbat", tmp_path / "out.json", *options, db=database)
    assert done.code == 0, done.err
    found: Item = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    complaints = list(misshapen(found))
    assert complaints == []
    return found


def claim(key: str, rest: str, count: str = "") -> str:
    """A claim of a report file, with `rest` as `field=value` where it is no plain one; the count may be in words."""
    fields = {"origin": "a", "paragraph": "1", "says": f"Words of {key}.", "action": "present", "stance": "alleged"}
    given = dict(each.split("=") for each in rest.split())
    told = {"key": key, **fields, **given, **({"count": count} if count else {})}
    return f"  - {json.dumps(told)}\n"


def units(found: Item) -> dict[str, Item]:
    ahead = [unit for side in found["sides"] for group in side["groups"] for unit in group["subUnits"]]
    by_id: dict[str, Item] = {}
    while ahead:
        unit = ahead.pop()
        assert unit["id"] not in by_id
        by_id[unit["id"]] = unit
        ahead += unit["subUnits"]
    return by_id


def misshapen(found: Item) -> Iterator[str]:
    """What ORBAT Mapper would stumble over, by its own types of version 3.3.0."""
    if set(found) != {
        *("id", "type", "version", "name", "description", "startTime", "timeZone", "symbologyStandard"),
        *("sides", "events", "layerStack", "equipment", "personnel"),
    }:
        yield f"keys {sorted(found)}"
    if (found["type"], found["version"], found["symbologyStandard"]) != ("ORBAT-mapper", "3.3.0", "app6d"):
        yield "head"
    names = {each["name"] for each in (*found["equipment"], *found["personnel"])}
    for unit in units(found).values():
        given = [each["name"] for each in (*unit.get("equipment", ()), *unit.get("personnel", ()))]
        if len(given) != len(set(given)):
            yield f"a thing twice in {unit['id']}"
        if not re.fullmatch("[0-9]{20}", unit["sidc"]) or unit["sidc"][3] != "1":
            yield f"sidc of {unit['id']}"
        for each in (*unit.get("equipment", ()), *unit.get("personnel", ())):
            if each["name"] not in names or type(each["count"]) is not int:
                yield f"number of {unit['id']}"
        times = [state["t"] for state in unit.get("state", ())]
        if times != sorted(times) or not all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", each) for each in times):
            yield f"times of {unit['id']}"
    for layer in found["layerStack"]:
        for item in layer["items"]:
            if item["kind"] != "geometry" or item["geometryMeta"]["geometryKind"] != item["geometry"]["type"]:
                yield f"item {item['id']}"


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    """A catalogue without reports."""
    made = Database(tmp_path / "empty.db")
    assert oob("database", "create", "--empty", "--db", made.path).code == 0
    (tmp_path / "sources.yaml").write_text(
        """
systems:
  - {id: equipment, name: equipment}
  - {id: personnel, name: personnel}
  - {id: fighter-aircraft, name: fighter aircraft, parent: equipment}
  - {id: mig-29, name: MiG-29, parent: fighter-aircraft}
  - {id: mercenaries, name: mercenaries, parent: personnel}
sources:
  - {id: cnn, name: CNN, kind: outlet, reliability: B, reason: x}
  - {id: us-africom, name: US Africa Command, kind: government, reliability: B, reason: x}
  - {id: ben-wallace, name: Ben Wallace, kind: person, reliability: B, reason: x}
""",
        encoding="utf-8",
    )
    intake.load([tmp_path / "sources.yaml"], made)
    return made


def test_forces_stand_as_a_tree_under_their_side(empty: Database, tmp_path: Path) -> None:
    found = scenario(empty, tmp_path, claim("one", "system=mig-29 operator=red-army", "4"))
    [side] = found["sides"]
    assert side["name"] == "Redland", "a side for each tree of which any force holds something"
    [redland] = side["groups"][0]["subUnits"]
    [army] = redland["subUnits"]
    assert (army["id"], army["name"], army["shortName"]) == ("red-army", "Red Army", "RA")
    assert "Said to be large." in army["description"]
    assert [unit["id"] for unit in army["subUnits"]] == ["red-army/mig-29"]


def test_no_side_is_taken(empty: Database, tmp_path: Path) -> None:
    claims = claim("one", "system=mig-29 operator=red-army") + claim("two", "system=mig-29 operator=blue-band")
    found = scenario(empty, tmp_path, claims)
    assert [(side["name"], side["standardIdentity"]) for side in found["sides"]] == [
        ("Blue Band", "1"),
        ("Redland", "1"),
    ]


def test_a_number_is_given_where_it_is_exactly_one(empty: Database, tmp_path: Path) -> None:
    found = scenario(empty, tmp_path, claim("one", "system=mig-29 operator=red-army", "4"))
    [entry] = units(found)["red-army/mig-29"]["equipment"]
    assert (entry["name"], entry["count"]) == ("MiG-29", 4)


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("at least 4", "4+"),
        ("3 to 5", "3-5"),
        ("around 240", "about 240"),
        ("several", "3+"),
        ("", "not stated"),
    ],
)
def test_a_number_that_is_not_is_told_in_words(wording: str, told: str, empty: Database, tmp_path: Path) -> None:
    claims = claim("one", "system=mig-29 operator=red-army", wording)
    unit = units(scenario(empty, tmp_path, claims))["red-army/mig-29"]
    assert "equipment" not in unit
    assert unit["name"] == f"MiG-29 ({told})"
    assert "Words of one." in unit["description"]


def test_where_the_claims_disagree_none_of_their_numbers_is_given(empty: Database, tmp_path: Path) -> None:
    claims = claim("one", "system=mig-29 operator=red-army when=2020-05", "4")
    claims += claim("two", "system=mig-29 operator=red-army when=2020-05 origin=b", "9")
    unit = units(scenario(empty, tmp_path, claims))["red-army/mig-29"]
    assert "equipment" not in unit
    assert unit["name"] == "MiG-29 (4 or 9)"
    assert "US Africa Command" in unit["description"]
    assert "Ben Wallace" in unit["description"]


def test_nothing_is_there_twice(empty: Database, tmp_path: Path) -> None:
    """ORBAT Mapper adds up what units have: of a thing and the class and force above it, one has the number."""
    claims = claim("whole", "system=fighter-aircraft operator=redland", "10")
    claims += claim("part", "system=mig-29 operator=red-army", "4")
    found = scenario(empty, tmp_path, claims)
    numbers = [
        (unit["id"], each["name"], each["count"])
        for unit in units(found).values()
        for each in unit.get("equipment", ())
    ]
    assert numbers == [("redland/fighter-aircraft", "fighter aircraft", 10)]
    assert "MiG-29: 4" in units(found)["redland/fighter-aircraft"]["description"]
    army = units(found)["red-army"]["description"]
    assert "MiG-29: 4 (among fighter aircraft of Redland)\n\nWords of part. (alleged; US Africa Command; CNN," in army


def test_of_a_number_that_is_not_exact_the_exact_part_is_given(empty: Database, tmp_path: Path) -> None:
    claims = claim("whole", "system=fighter-aircraft operator=redland", "more than 9")
    claims += claim("part", "system=mig-29 operator=red-army", "4")
    unit = units(scenario(empty, tmp_path, claims))["redland/fighter-aircraft"]
    assert [(each["name"], each["count"]) for each in unit["equipment"]] == [("MiG-29", 4)]
    assert unit["equipment"][0]["description"] == "RA: 4"


def test_one_thing_of_two_holders_is_told_apart(empty: Database, tmp_path: Path) -> None:
    claims = claim("whole", "system=fighter-aircraft operator=redland", "more than 9")
    claims += claim("army", "system=mig-29 operator=red-army", "4") + claim(
        "navy", "system=mig-29 operator=red-navy", "2"
    )
    unit = units(scenario(empty, tmp_path, claims))["redland/fighter-aircraft"]
    assert [(each["name"], each["count"]) for each in unit["equipment"]] == [
        ("MiG-29 (RA)", 4),
        ("MiG-29 (Red Navy)", 2),
    ]


def test_people_are_personnel(empty: Database, tmp_path: Path) -> None:
    found = scenario(empty, tmp_path, claim("one", "system=mercenaries operator=blue-band", "120"))
    unit = units(found)["blue-band/mercenaries"]
    assert [(each["name"], each["count"]) for each in unit["personnel"]] == [("mercenaries", 120)]
    assert "equipment" not in unit


def test_what_is_only_planned_or_denied_is_no_unit(empty: Database, tmp_path: Path) -> None:
    claims = claim("plan", "system=mig-29 operator=red-army action=planned", "4")
    claims += claim("denial", "system=mercenaries operator=blue-band stance=denied")
    found = scenario(empty, tmp_path, claims)
    assert not [id_ for id_ in units(found) if "/" in id_]
    assert "MiG-29: (planned)" in units(found)["red-army"]["description"]


def test_what_was_lost_is_told_and_nothing_is_left_of_it(empty: Database, tmp_path: Path) -> None:
    found = scenario(empty, tmp_path, claim("loss", "system=mig-29 operator=red-army action=destroyed", "3"))
    assert not [id_ for id_ in units(found) if "/" in id_], "what remains is not stated"
    told = units(found)["red-army"]["description"]
    assert "MiG-29: not stated; lost: 3\n\nWords of loss." in told


def test_a_place_is_a_state_on_the_first_day_of_its_claim(empty: Database, tmp_path: Path) -> None:
    claims = claim("early", "system=mig-29 operator=red-army at=here when=2020-04")
    claims += claim("late", "system=mig-29 operator=red-army to=there action=deployed when=2020-05-10")
    found = scenario(empty, tmp_path, claims)
    states = units(found)["red-army/mig-29"]["state"]
    assert [(each["t"], each["location"], each["subTitle"]) for each in states] == [
        ("2020-04-01T00:00:00Z", [20, 10], "April 2020"),
        ("2020-05-10T00:00:00Z", [25, 12], "10 May 2020"),
    ]
    assert "Words of early." in states[0]["description"]
    assert "exact to 3 km" in states[0]["description"]
    assert not any(each["interpolate"] for each in states), "nobody said that it passed between"
    assert found["startTime"] == "2020-04-01T00:00:00Z"


def test_what_is_in_two_places_at_once_is_not_on_the_map(empty: Database, tmp_path: Path) -> None:
    claims = claim("one", "system=mig-29 operator=red-army at=here when=2020-05-10")
    claims += claim("two", "system=mig-29 operator=red-army at=there when=2020-05-10")
    [state] = units(scenario(empty, tmp_path, claims))["red-army/mig-29"]["state"]
    assert state["location"] is None
    assert state["title"] == "Alleged: Here; There"


def test_places_and_routes_are_layers(empty: Database, tmp_path: Path) -> None:
    claims = claim("one", "system=mig-29 operator=red-army at=nowhere")
    claims += claim("two", "system=mig-29 operator=red-army action=deployed from=here to=there")
    places, routes = scenario(empty, tmp_path, claims)["layerStack"]
    assert sorted((item["name"], item["geometry"]["coordinates"]) for item in places["items"]) == [
        ("Here", [20, 10]),
        ("There", [25, 12]),
    ]
    [route] = routes["items"]
    assert route["geometry"] == {"type": "LineString", "coordinates": [[20, 10], [25, 12]]}
    assert "Words of two." in route["description"]


def test_the_clocks_hold_for_all_of_it(empty: Database, tmp_path: Path) -> None:
    claims = claim("early", "system=mig-29 operator=red-army at=here when=2020-04")
    claims += claim("late", "system=mig-29 operator=blue-band at=there when=2020-05-10")
    found = scenario(empty, tmp_path, claims, "--as-of", "2020-04-30")
    assert [side["name"] for side in found["sides"]] == ["Redland"]
    assert [item["name"] for item in found["layerStack"][0]["items"]] == ["Here"]
    assert "30 April 2020" in found["description"]


def test_every_kind_of_force_has_a_symbol() -> None:
    for kind in vocabulary.FORCE_KINDS:
        assert re.fullmatch("1001[0-9]{16}", orbat.symbol(sidc.FORCES[kind]))
    assert orbat.symbol("01-110104") == "10010100001101040000"


def test_both_kinds_of_database_give_the_same(filled: Database, shipped: Database, tmp_path: Path) -> None:
    for name, database in (("one", filled), ("two", shipped)):
        assert oob("export", "--orbat", tmp_path / name, db=database).code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_command_line_that_asks_for_both_or_neither_is_told(shipped: Database, tmp_path: Path) -> None:
    for line in ([], [tmp_path / "out", "--orbat", tmp_path / "out.json"]):
        done = oob("export", *line, db=shipped)
        assert done.code == 2
        assert "give a folder, or --orbat FILE" in done.err
    done = oob("export", tmp_path / "out", "--as-of", "2020-01-01", db=shipped)
    assert done.code == 2
    assert "these are for --orbat" in done.err
    assert list(tmp_path.iterdir()) == []
