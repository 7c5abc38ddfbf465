"""The benchmarks run; how long anything takes is asserted nowhere, since that is the machine's affair."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from oob import catalog

BENCH = Path(__file__).parent / "bench"


def bench(script: str, *arguments: object) -> list[list[str]]:
    """The rows of the table that a benchmark prints, the headings first."""
    command = [sys.executable, str(BENCH / script), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": ""})
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [rows[0], *rows[2:]]


def test_start_up_is_measured_against_both_floors() -> None:
    heading, *rows = bench("startup.py", "--runs", 1)
    assert heading == ["", "takes", "times Python with sqlite3", "times Typer hello"]
    names = {row[0] for row in rows}
    assert {"Python with sqlite3", "Typer hello", "oob --version", "oob --help", "oob inventory lna"} <= names
    assert all(row[1].endswith(")") and row[2].endswith(")") for row in rows)


def test_claims_are_loaded_and_asked_for_against_raw_sqlite() -> None:
    heading, *rows = bench("claims.py", "--claims", 150, "--runs", 1)
    assert heading == ["", "takes", "oob takes times that"]
    assert [row[0].split()[1] for row in rows if row[0].startswith("oob")] == [
        "load",
        "inventory",
        "conflicts",
        "claims",
    ]
    assert sum(row[0].startswith("sqlite3:") for row in rows) == 4


def test_the_generated_files_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        command = [sys.executable, str(BENCH / "generate.py"), str(tmp_path / name), "--claims", "250"]
        subprocess.run(command, check=True, capture_output=True)
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")} for name in ("one", "other")
    )
    assert one == other
    read = catalog.read(catalog.find([tmp_path / "one"]))
    assert not read.problems
    assert len(read.of(catalog.ClaimEntry)) == 250


def test_reading_is_measured_against_a_search_for_names_and_a_floor() -> None:
    heading, *rows = bench("reading.py", "--articles", 6, "--parts", 2)
    assert heading == ["", "articles a second a core", "MB a second a core", "oob takes times that"]
    names = [row[0] for row in rows]
    assert names[:2] == ["oob: document to draft", "oob: names alone"]
    assert "reading the files, sentencex" in names
    assert "oob read FOLDER --processes 1" in names
    assert rows[0][3] == "1"
    assert all(row[3].endswith(")") for row in rows[1 : names.index("oob read FOLDER --processes 1")])


def test_time_is_measured_against_the_length_of_hostile_texts() -> None:
    heading, *rows = bench("linear.py", "--length", 500, "--only", "opening quotes,numbers,including")
    assert heading == ["", "2,000 characters", "MB/s", "times the time for 4 times the text"]
    assert [row[0] for row in rows] == ["opening quotes", "numbers", "including"]


def test_the_generated_articles_are_the_same_each_time_and_as_long_as_said(tmp_path: Path) -> None:
    for name in ("one", "other"):
        command = [sys.executable, str(BENCH / "articles.py"), str(tmp_path / name), "--articles", "12"]
        subprocess.run(command, check=True, capture_output=True)
    one, other = ([path.read_bytes() for path in sorted((tmp_path / name).iterdir())] for name in ("one", "other"))
    assert one == other
    assert len(set(one)) == 12
    assert all(3_900 <= len(text) < 6_000 for text in one)
