"""Parquet: the tables with their types, readable by others; and an export without it where pyarrow is missing."""

from __future__ import annotations

import csv
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from test_cli import oob

from oob.errors import Refusal
from oob.export import MARKER, export, parquet
from oob.store import Database, Reader

only_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


def table(folder: Path, name: str) -> Any:
    return pyarrow.parquet.read_table(folder / "parquet" / f"{name}.parquet")


def claim(folder: Path, id_: str) -> dict[str, Any]:
    [found] = [row for row in table(folder, "claim").to_pylist() if row["id"] == id_]
    return dict(found)


def test_every_table_is_there_with_every_row(exported: Path) -> None:
    assert {path.stem for path in (exported / "parquet").iterdir()} == {
        path.stem for path in (exported / "tables").iterdir()
    }
    for path in (exported / "tables").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        there = table(exported, path.stem)
        assert there.column_names == head
        assert there.num_rows == len(rows)
        first = [row[0] for row in rows]
        assert [str(each) for each in there.column(0).to_pylist()] == first


def test_values_have_their_types(exported: Path) -> None:
    found = claim(exported, "cnn-2020-05-26/at-least-14")
    assert (found["count_text"], found["count_low"], found["count_high"]) == ("at least 14", 14, None)
    assert found["approximate"] is False
    assert found["paragraph"] == 4
    assert claim(exported, "africom-images-2020-07/command-nodes-lost")["latest"] == date(2019, 7, 31)
    schema = table(exported, "place").schema
    assert schema.field("latitude").type == pyarrow.float64()
    assert schema.field("id").type == pyarrow.string()
    assert not schema.field("id").nullable
    assert table(exported, "claim").schema.field("moment").type == pyarrow.string(), "EDTF is more than a date"


def test_columns_are_explained(exported: Path) -> None:
    schema = table(exported, "claim").schema
    assert schema.field("count_low").metadata == {b"description": b"The lowest number that the wording allows."}
    assert schema.metadata[b"description"].startswith(b"One assertion in one report")


def test_the_same_catalogue_gives_the_same_bytes(filled: Database, exported: Path) -> None:
    """Of either kind of database, but for the tables that tell how one came about."""
    with Reader(filled) as reader:
        for name, content in parquet.files(reader):
            if not name.endswith(("/change.parquet", "/loading.parquet")):
                assert content == (exported / name).read_bytes(), name


def test_another_program_reads_it(exported: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb (pip install duckdb)")
    sql = f"SELECT id FROM '{exported}/parquet/claim.parquet' WHERE count_low = 14 AND report = 'cnn-2020-05-26'"
    assert ("cnn-2020-05-26/at-least-14",) in duckdb.sql(sql).fetchall()


def test_without_pyarrow_all_the_rest_is_written(
    shipped: Database, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over an export that has it, too: no stale file stays."""
    out = tmp_path / "out"
    export(shipped, out)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = oob("export", out, db=shipped)
    assert done.code == 0
    assert "Left out parquet/: Parquet files need the package 'pyarrow'; install it with" in done.err
    assert "pip install 'oob[parquet]'" in done.err
    assert not (out / "parquet").exists()
    assert "parquet/claim" not in (out / MARKER).read_text(encoding="utf-8")
    assert (out / "datapackage.json").read_bytes() == (exported / "datapackage.json").read_bytes()
    monkeypatch.undo()
    assert export(shipped, out).left_out == []
    assert (out / "parquet" / "claim.parquet").exists()


@only_sqlite
@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE claim SET earliest = '2020-13-45', latest = NULL", r"claim.earliest holds what is no date"),
        ("UPDATE event SET title = x'00ff'", r"event.title holds what is no text"),
        ("UPDATE claim SET paragraph = 'four'", r"claim.paragraph holds what is no integer"),
    ],
)
def test_a_value_of_another_kind_is_told(sql: str, told: str, filled: Database) -> None:
    """SQLite keeps whatever a stranger's program gave it."""
    with closing(sqlite3.connect(str(filled.path))) as connection, connection:
        connection.execute(sql)
    with Reader(filled) as reader, pytest.raises(Refusal, match=told):
        parquet.files(reader)
