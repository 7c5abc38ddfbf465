"""Every column that a spreadsheet or a program gets is explained."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from test_cli import oob

from oob.report.meanings import ELSEWHERE, MEANINGS, meaning
from oob.store import Database
from oob.table import Column

ASKED = runpy.run_path(str(Path(__file__).parents[1] / "docs" / "reference.py"))["TABLES"]
"""A question for each kind of table: those that the reference explains."""


def columns(line: str, db: Database) -> list[tuple[str, Column]]:
    """The tables and columns that programs get of an answer."""
    tables = oob(*line.split(), "-f", "json", db=db).tables
    return [(table["name"], Column(each["key"], kind=each["kind"])) for table in tables for each in table["columns"]]


@pytest.mark.parametrize("line", ASKED)
def test_every_column_has_a_meaning(line: str, shipped: Database) -> None:
    found = columns(line, shipped)
    assert found
    assert [(table, column.key) for table, column in found if not meaning(column, table)] == []


def test_no_meaning_is_left_over(shipped: Database) -> None:
    found = {(table, column.key) for line in ASKED for table, column in columns(line, shipped)}
    found |= {("forces", "held")}  # of the order of battle, which stands in workbooks and pages alone
    found |= {
        (table, key) for table in ("forces", "places") for key in ("holdings", "system_paths")
    }  # of maps and trees
    assert set(ELSEWHERE) - found == set()
    assert set(MEANINGS) - {key for _, key in found} == set()


def test_a_column_may_mean_one_thing_here_and_another_there() -> None:
    assert meaning(Column("claims", kind="int"), "systems") == "How many claims name it; withdrawn ones aside."
    assert meaning(Column("claims", kind="ids"), "inventory").startswith("The ids of the claims")
    assert "together" in meaning(Column("lna_own"), "compare")
    assert meaning(Column("lna_own_high", kind="int"), "compare").startswith("The highest number")
    assert meaning(Column("unheard_of"), "inventory") == ""
