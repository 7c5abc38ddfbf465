"""The Data Package: what it says of the tables is so, by the judgement of the standard's own program."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from oob.export import export
from oob.store import Database

Package = dict[str, Any]


def package(folder: Path) -> Package:
    found: Package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


def resource(folder: Path, name: str) -> dict[str, Any]:
    [found] = [each for each in package(folder)["resources"] if each["name"] == name]
    return dict(found)


def validated(folder: Path) -> dict[str, Any]:
    """What `frictionless validate` says of a folder's package."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["valid"] == (done.returncode == 0)
    return found


def test_the_standards_own_program_finds_nothing(exported: Path) -> None:
    found = validated(exported)
    assert found["valid"], found
    tables = {f"tables/{path.name}" for path in (exported / "tables").iterdir()}
    assert {task["place"] for task in found["tasks"]} == tables | {"places.geojson"}
    assert all(task["stats"]["rows"] for task in found["tasks"] if task["name"] == "claim")


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("claim", ",alleged,", ",claimed,", "constraint-error"),
        ("claim", ",mig-29,", ",mig-99,", "foreign-key"),
        ("system", "\r\nmig-29,MiG-29,fighter-aircraft,", "\r\nmig-29,MiG-29,fighters,", "foreign-key"),
        ("claim", ",2020-05-01,", ",2020-05-41,", "type-error"),
        ("place", "\r\nal-jufra,", "\r\nsirte,", "primary-key"),
    ],
)
def test_a_wrong_value_would_be_found(
    table: str, old: str, new: str, error: str, exported: Path, tmp_path: Path
) -> None:
    """Else the test above says nothing."""
    told = package(exported)
    for each in told["resources"]:
        each.pop("hash", None)
        each.pop("bytes", None)
    shutil.copytree(exported / "tables", tmp_path / "tables")
    shutil.copy(exported / "places.geojson", tmp_path)
    (tmp_path / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    path = tmp_path / "tables" / f"{table}.csv"
    data = path.read_bytes()
    assert old.encode() in data
    path.write_bytes(data.replace(old.encode(), new.encode(), 1))
    errors = {each["type"] for task in validated(tmp_path)["tasks"] for each in task["errors"]}
    assert error in errors


def test_it_is_a_package_of_version_2(exported: Path) -> None:
    told = package(exported)
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "created" not in told, "the same catalogue gives the same bytes"
    tables = sorted(path.stem for path in (exported / "tables").iterdir())
    assert [each["name"] for each in told["resources"]] == [*tables, "places"]
    assert "apostrophe" in told["description"]


def test_a_table_that_refers_to_itself_names_no_other(exported: Path) -> None:
    keys = resource(exported, "force")["schema"]["foreignKeys"]
    assert keys == [
        {"fields": ["part_of"], "reference": {"fields": ["id"]}},
        {"fields": ["theatre"], "reference": {"resource": "place", "fields": ["id"]}},
    ]


def test_the_reports_are_its_sources(exported: Path) -> None:
    told = package(exported)["sources"]
    assert len(told) == len(list((exported / "reports").iterdir()))
    assert [each["title"] for each in told if "[cnn-2020-05-26]" in each["title"]] == [
        "CNN, 26 May 2020 [cnn-2020-05-26]"
    ]


def test_how_a_database_came_about_is_not_in_it(exported: Path, tmp_path: Path) -> None:
    """Two databases of one catalogue were loaded at two times."""
    export(Database(tmp_path / "other.db"), tmp_path / "other")
    assert (tmp_path / "other" / "datapackage.json").read_bytes() == (exported / "datapackage.json").read_bytes()
    assert "hash" not in resource(exported, "loading")
    assert resource(exported, "claim")["bytes"] == len((exported / "tables" / "claim.csv").read_bytes())
