"""What the shipped catalogue knows: its parts are all read, each name means one thing, and the wheel carries them."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from oob import catalog, checks, paths
from oob.catalog import Entry, ForceEntry, PlaceEntry, SourceEntry, SystemEntry
from oob.checks import Known, Scope
from oob.names import normal

ROOT = Path(__file__).parents[1]
PARTS = sorted((ROOT / "knowledge").glob("*.yaml"))


@cache
def scope() -> Scope:
    return Scope(catalog.read([paths.shipped("catalog.yaml")]), Known())


def meanings() -> dict[str, dict[str, set[str]]]:
    """Normal form of each name -> kind -> the ids that it is a name of."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in scope().files.entries:
        for spelling in checks.spellings(entry):
            found[normal(spelling)][entry.KIND].add(_id(entry))
    return found


def _id(entry: Entry) -> str:
    return str(entry.id)  # type: ignore[attr-defined]


def test_the_catalogue_passes_all_checks_without_the_reports() -> None:
    assert [str(problem) for problem in checks.run(scope())] == []


def test_every_part_is_included() -> None:
    read = {Path(entry.file).name for entry in scope().files.entries}
    assert read == {"catalog.yaml", *(path.name for path in PARTS)}


def test_it_knows_what_a_student_of_todays_wars_meets() -> None:
    files = scope().files
    assert len(files.of(SystemEntry)) >= 400
    assert len(files.of(ForceEntry)) >= 80
    assert sum(place.latitude is not None for place in files.of(PlaceEntry)) >= 150
    assert len(files.of(SourceEntry)) >= 80


def test_no_name_means_two_things_of_one_kind() -> None:
    ambiguous = [
        f"{name}: {kind} {', '.join(sorted(ids))}"
        for name, kinds in sorted(meanings().items())
        for kind, ids in kinds.items()
        if len(ids) > 1
    ]
    assert ambiguous == []


PEOPLE = "people that are counted, and the party that they fight as: the claim's role tells which"
SPEAKERS = "people that are counted, and the same people where they speak: a verb of saying tells which"
SYSTEM_AND_ANOTHER = {
    "chechenfighters": PEOPLE,
    "colombianfighters": PEOPLE,
    "colombianmercenaries": PEOPLE,
    "fighterbomber": "the class, and the id of a channel on the war, which is named Fighterbomber Telegram channel",
    "hezbollahfighters": PEOPLE,
    "houthifighters": PEOPLE,
    "militaryexperts": SPEAKERS,
    "russianmercenaries": PEOPLE,
    "sudanesemercenaries": PEOPLE,
    "syrianrebels": SPEAKERS,
}
"""Names of a system that a force, place or source has too, and why that is right."""


def test_names_of_systems_that_are_names_of_something_else_are_known_and_few() -> None:
    shared = {name: sorted(kinds) for name, kinds in meanings().items() if "system" in kinds and len(kinds) > 1}
    assert {name: kinds for name, kinds in shared.items() if name not in SYSTEM_AND_ANOTHER} == {}
    assert set(SYSTEM_AND_ANOTHER) <= set(shared), "these mean one thing by now"


def test_forces_places_and_sources_share_names_only_where_they_are_a_state_or_its_parts_and_people() -> None:
    """A country is a place, a force and a speaker; the role in the claim tells which is meant."""
    shared = {name: kinds for name, kinds in meanings().items() if len(kinds) > 1}
    kinds = {frozenset(each) for name, each in shared.items() if name not in SYSTEM_AND_ANOTHER}
    assert kinds <= {
        frozenset({"force", "place"}),
        frozenset({"force", "source"}),
        frozenset({"place", "source"}),
        frozenset({"force", "place", "source"}),
    }


def test_systems_are_made_in_countries() -> None:
    kinds = {_id(place): str(place.kind) for place in scope().files.of(PlaceEntry)}
    elsewhere = {
        f"{system.id}: {maker}"
        for system in scope().files.of(SystemEntry)
        for maker in system.made_in
        if kinds[str(maker)] != "country"
    }
    assert elsewhere == set()


def test_the_wheel_carries_all_that_a_new_database_is_filled_from(tmp_path: Path) -> None:
    wheels = pytest.importorskip("hatchling.builders.wheel", reason="needs hatchling")
    (wheel,) = wheels.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as opened:
        inside = set(opened.namelist())
        head = opened.read("oob/catalog.yaml")
    folders = ("seeds", "knowledge")
    shipped = ["catalog.yaml", *(f"{each}/{path.name}" for each in folders for path in (ROOT / each).glob("*.yaml"))]
    assert len(shipped) == len(paths.shipped_catalogue()) + len(PARTS)
    assert {f"oob/{name}" for name in shipped} <= inside
    assert head == (ROOT / "catalog.yaml").read_bytes()
    migrations = {path.name for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py")}
    assert {f"oob/migrations/versions/{name}" for name in migrations} <= inside
