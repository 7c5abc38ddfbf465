"""A command pays only for what it uses: what is imported, asked of the interpreters that ran the commands."""

from __future__ import annotations

import sys

import pytest
from conftest import program

from oob.store import Database

HEAVY = {"alembic", "pydantic", "sqlalchemy", "sqlmodel", "yaml", "psycopg", "rapidfuzz"}


def imported(*arguments: object) -> set[str]:
    """The modules that are loaded when `oob` with some arguments is done."""
    running = program(
        """
        import sys
        from oob.main import main
        code = main()
        print("modules:", *sys.modules, file=sys.stderr)
        sys.exit(code)
        """,
        *arguments,
    )
    _, told = running.communicate(timeout=60)
    assert running.returncode == 0, told
    return set(told.rpartition("modules:")[2].split())


def packages(modules: set[str]) -> set[str]:
    """The packages of modules, those of Python itself left out."""
    return {name.partition(".")[0] for name in modules} - sys.stdlib_module_names


@pytest.mark.parametrize(
    "command",
    [
        ["inventory", "lna"],
        ["inventory", "lna", "--as-of", "2020-07-31", "--format", "csv"],
        ["inventory", "Haftar's forces", "--format", "json"],
        ["inventory", "gna", "--format", "markdown"],
        ["why", "lna", "fighter aircraft"],
        ["claims", "--search", "MiG-29", "--format", "csv"],
        ["conflicts"],
        ["show", "Al Jufra"],
        ["database", "status"],
    ],
    ids=" ".join,
)
def test_a_question_to_a_ready_database_loads_nothing_that_only_writers_need(
    command: list[str], shipped: Database
) -> None:
    loaded = imported(*command, "--db", shipped.path)
    assert "sqlite3" in loaded
    assert not HEAVY & packages(loaded)


def test_the_version_needs_typer_and_no_command() -> None:
    loaded = imported("--version")
    running = program("import sys, typer; print(*sys.modules)")
    floor = set(running.communicate(timeout=60)[0].split())
    assert packages(loaded) - packages(floor) == {"oob"}
    assert {name for name in loaded if name.startswith("oob")} == {"oob", "oob.main", "oob.errors", "oob.cli"}
    assert "sqlite3" not in loaded


def test_the_help_needs_every_command_and_no_database() -> None:
    loaded = imported("--help")
    assert {"oob.cli.questions", "oob.cli.lists", "oob.cli.catalogue", "oob.cli.database"} <= loaded
    assert "sqlite3" not in loaded
    assert not HEAVY & packages(loaded)


def test_a_command_does_not_load_the_others() -> None:
    loaded = imported("actions")
    assert "oob.cli.lists" in loaded
    assert not {"oob.cli.questions", "oob.cli.catalogue", "oob.cli.database"} & loaded
