"""Where the catalogue is kept: locating a database, its revision and migration, reading and writing.

SQLite by default, PostgreSQL by URL. Reading goes through the plain drivers (a report's start-up is a third of what
it would be with an ORM imported); writing goes through SQLAlchemy. Alembic is imported here alone, when it is needed.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from oob import paths
from oob.errors import Refusal

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

LOCK_PATIENCE: Final = 30.0
"""Seconds to wait for another program that is writing to the same database: a first filling takes some of them."""

State = Literal["missing", "empty", "foreign", "older", "newer", "current"]


@dataclass(frozen=True, slots=True)
class Database:
    """A place where a catalogue is, or will be: a SQLite file or a PostgreSQL URL."""

    path: Path | None
    url: str | None = None
    default: bool = False
    called: str | None = None
    """What a person knows it by, where that is not the path."""

    @property
    def shown(self) -> str:
        """The location as it may be printed: passwords in a URL are left out."""
        if self.url is None:
            return self.called or str(self.path)
        plain = re.sub(r"^(\w+://[^:@/?]*):[^@/?]*@", r"\1:***@", self.url)
        return re.sub(r"([?&]\w*password=)[^&]*", r"\1***", plain)


def locate(given: str | None) -> Database:
    """The database that `--db` names, else OOB_DATABASE, else the user's own.

    Raises Refusal for a URL of a kind that is not supported, or that cannot be read.
    """
    wanted = given or os.environ.get("OOB_DATABASE")
    if not wanted:
        return Database(paths.data_folder() / "oob.db", default=True)
    scheme, is_url, rest = wanted.partition("://")
    if not is_url:
        return Database(Path(wanted).expanduser())
    if scheme == "sqlite":
        return Database(Path(rest.removeprefix("/")))
    if scheme.partition("+")[0] in ("postgresql", "postgres"):
        if not _POSTGRESQL.fullmatch(rest):
            raise Refusal(_UNREADABLE)
        return Database(None, f"postgresql://{rest}")
    raise Refusal(
        f"cannot use a database of the kind {scheme!r}; give a path such as my.db, or postgresql://user@host/name"
    )


_POSTGRESQL: Final = re.compile(r"([^@/?]*@)?[^@/?]*(/[^@?]*)?(\?[^@]*)?")
_UNREADABLE: Final = (
    "cannot read the database's URL; it goes like postgresql://user:password@host:5432/name, with % @ / ? in a password"
    " written as %25 %40 %2F %3F"
)
"""Quotes nothing: what the driver takes for a host may be half of a password."""


# -- reading ----------------------------------------------------------------------------------------------------


class Reader:
    """A read-only connection that gives rows as plain tuples; all its queries see one state of the catalogue."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._connection: Any = _connect(database)
        self._mark = "?" if database.url is None else "%s"

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a SELECT whose placeholders are `?`. Raises Refusal when the database cannot answer."""
        with explained(self.database):
            cursor = self._connection.cursor()
            cursor.execute(sql.replace("?", self._mark), values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def rows_in(self, sql: str, members: Sequence[str], *, at_once: int = 500) -> list[tuple[Any, ...]]:
        """The rows of a SELECT that has one `IN (*)`, for any number of members."""
        found = []
        for start in range(0, len(members), at_once):
            part = members[start : start + at_once]
            found += self.rows(sql.replace("*", ", ".join("?" * len(part))), *part)
        return found


def _connect(database: Database) -> Any:
    with explained(database):
        if database.url is None:
            assert database.path is not None
            return _open(database.path)
        postgres = _psycopg()
        session = _session(database.url)
        session.read_only = True
        session.isolation_level = postgres.IsolationLevel.REPEATABLE_READ
        return session


def _open(path: Path, mode: str = "ro") -> sqlite3.Connection:
    """A connection in a transaction that has begun, so that all it reads is of one moment."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=LOCK_PATIENCE, isolation_level=None)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        connection.close()
        if mode == "ro" and error.sqlite_errorname == "SQLITE_READONLY_ROLLBACK":
            return _open(path, "rw")  # somebody was killed while writing; to take that back needs more than reading
        raise
    return connection


def _session(url: str) -> Any:
    """A connection to PostgreSQL."""
    postgres = _psycopg()
    try:
        return postgres.connect(url)
    except postgres.ProgrammingError as error:
        raise Refusal(_UNREADABLE) from error


def _psycopg() -> Any:
    try:
        import psycopg
    except ImportError as error:
        raise Refusal("PostgreSQL needs one more package: pip install 'oob[postgres]'") from error
    return psycopg


# -- revisions --------------------------------------------------------------------------------------------------


def newest_revision() -> str:
    """The revision that this program works with: the number of its last migration."""
    return max(path.name[:4] for path in (paths.shipped("migrations") / "versions").glob("[0-9]*.py"))


def state(database: Database) -> State:
    """How a database stands to this program; `foreign` has tables that are not oob's."""
    if database.path is not None:
        with explained(database):
            if not _is_there(database.path):
                return "missing"
            if not _has_content(database.path):
                return "empty"
    revision = revision_of(database)
    if revision is None:
        return "foreign" if _has_tables(database) else "empty"
    if not re.fullmatch("[0-9]{4}", revision):
        return "foreign"  # another program's, that is kept by Alembic too
    newest = newest_revision()
    return "current" if revision == newest else "older" if revision < newest else "newer"


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _has_content(path: Path) -> bool:
    if path.is_dir():
        raise Refusal(f"{path} is a folder; give a file in it, such as {path / 'oob.db'}")
    return path.stat().st_size > 0


def revision_of(database: Database) -> str | None:
    """The revision that a database's tables are at, None where it has none of ours."""
    with Reader(database) as reader:
        if not reader.rows(_TABLES[database.url is None], "alembic_version"):
            return None
        rows = reader.rows("SELECT version_num FROM alembic_version")
        return str(rows[0][0]) if rows else None


_TABLES: Final = {
    True: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ?",
    False: "SELECT table_name FROM information_schema.tables"
    " WHERE table_schema = current_schema() AND table_name LIKE ?",
}


def _has_tables(database: Database) -> bool:
    with Reader(database) as reader:
        return {row[0] for row in reader.rows(_TABLES[database.url is None], "%")} - {"alembic_version"} != set()


def require_current(database: Database) -> None:
    """Refuses a database that is older, newer or not oob's, with the command that mends it."""
    found = state(database)
    option = "" if database.default else f" --db {database.shown}"
    if found == "older":
        raise Refusal(f"{database.shown} was made by an older oob; run: oob database upgrade{option}")
    if found == "newer":
        raise Refusal(
            f"{database.shown} was made by a newer oob than this one; run: pip install --upgrade oob"
            " (or choose another database with --db)"
        )
    if found == "foreign":
        raise Refusal(f"{database.shown} is a database, but not one of oob's; choose another with --db")


# -- writing ----------------------------------------------------------------------------------------------------


@contextmanager
def writing(database: Database) -> Iterator[Connection]:
    """One transaction: all of it is kept, or, when anything is raised, none."""
    with explained(database), _disposing(engine(database)) as made, made.begin() as connection:
        yield connection


def engine(database: Database) -> Engine:
    """A SQLAlchemy engine: foreign keys on, one writer at a time, transactions that hold migrations too."""
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.pool import NullPool

    if database.url is not None:
        return _postgresql_engine(database.url)
    assert database.path is not None
    url = URL.create("sqlite+pysqlite", database=str(database.path.absolute()))
    made = create_engine(url, poolclass=NullPool, connect_args={"timeout": LOCK_PATIENCE})

    @event.listens_for(made, "connect")
    def settle(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return made


def _postgresql_engine(url: str) -> Engine:
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    # The URL goes to the driver as it is, as in reading: SQLAlchemy's notion of URLs differs here and there.
    made = create_engine("postgresql+psycopg://", creator=lambda: _session(url), poolclass=NullPool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(LOCK_PATIENCE * 1000)}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITING})")

    return made


_WRITING: Final = 7_036_002
"""The advisory lock that writers of one PostgreSQL database take in turn; any number that other programs do not use."""


@contextmanager
def _disposing(made: Engine) -> Iterator[Engine]:
    try:
        yield made
    finally:
        made.dispose()


def migrate(database: Database, revision: str = "head") -> None:
    """Brings the tables to a revision, up or down, in one transaction. Raises Refusal for what is not this oob's."""
    from alembic import command

    if state(database) in ("newer", "foreign"):
        require_current(database)
    with explained(database), _disposing(engine(database)) as made, made.connect() as connection:
        sqlite = database.url is None
        if sqlite:
            # A batch rebuild of a table that others refer to would trip over them; checked below instead. The pragma
            # does nothing inside a transaction, so it goes to the driver before one begins.
            _driver(connection).execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            move = command.downgrade if _is_down(connection, revision) else command.upgrade
            move(alembic_config(connection), revision)
            if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
                raise Refusal(f"the migration would leave {len(broken)} references without their record: {broken[0]}")


def make_tables(connection: Connection) -> None:
    """Makes the tables of the newest revision in a database that has none, as a part of a larger transaction."""
    from alembic import command

    command.upgrade(alembic_config(connection), "head")


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _is_down(connection: Connection, revision: str) -> bool:
    from alembic.runtime.migration import MigrationContext

    current = MigrationContext.configure(connection).get_current_revision()
    return revision == "base" or (revision != "head" and current is not None and revision < current)


def alembic_config(connection: Connection) -> Config:
    """Alembic's settings; the live connection travels in them, so that no URL is ever interpolated."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.shipped("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def backup(database: Database) -> Path:
    """Copies a SQLite database beside itself, consistently even while it is in use; gives the copy's path."""
    if database.path is None:
        raise Refusal(
            f"oob does not back up PostgreSQL; run: pg_dump --format=custom --file=oob.dump '{database.shown}'"
        )
    with explained(database):
        if not _is_there(database.path):
            raise Refusal(f"there is no database at {database.path} to back up")
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy = database.path.with_name(f"{database.path.stem}-{stamp}.backup.db")
    try:
        with explained(database), Reader(database) as reader, closing(sqlite3.connect(copy)) as target:
            reader._connection.backup(target)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


# -- what can go wrong ------------------------------------------------------------------------------------------

_EXPLANATIONS: Final = (
    ("is locked", "another program is writing to it; close that, or try again in a moment"),
    ("lock timeout", "another program is writing to it; close that, or try again in a moment"),
    ("readonly", "it cannot be written to; check its permissions, or copy it and name the copy with --db"),
    ("not a database", "this file is not a SQLite database; choose another with --db"),
    ("disk is full", "the disk is full; nothing was changed: free some space and try again"),
    ("disk I/O error", "the disk did not take or give the data (full, or faulty?); nothing was changed"),
    ("No space left", "the disk is full; nothing was changed: free some space and try again"),
    ("unable to open", "it cannot be opened; check that the folder exists and that you may use it"),
    ("malformed", "the file is damaged; go back to a backup (oob database backup makes them)"),
    ("no such table", "it is not a database of oob's; choose another with --db"),
    ("role", "the server knows no such user"),
    ("does not exist", "it is not there; create it first (createdb), or choose another with --db"),
    ("pg_hba.conf", "the server does not let you in from here; ask its owner"),
    ("resolve host", "there is no such host, or no way to it; check the address"),
    ("permission denied", "you may not use it; ask its owner, or choose another with --db"),
    ("authentication", "the user or password is wrong"),
    ("connection", "the server does not answer there; check the address and that it runs"),
)


@contextmanager
def explained(database: Database) -> Iterator[None]:
    """Turns what the drivers raise about a database's condition into a Refusal; programming errors pass through."""
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", None) or error
        if not _is_condition(cause):
            raise
        text = " ".join(str(cause).split())
        advice = next((advice for sign, advice in _EXPLANATIONS if sign.casefold() in text.casefold()), None)
        if advice is None and isinstance(cause, OSError):
            advice = "it cannot be used"
        if advice is None:
            raise
        raise Refusal(f"{database.shown}: {advice} ({text[:200]})") from error


def _is_condition(error: BaseException) -> bool:
    if isinstance(error, sqlite3.DatabaseError | OSError):
        return not isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError)
    return type(error).__module__.startswith("psycopg") and "OperationalError" in {
        base.__name__ for base in type(error).__mro__
    } | {"InsufficientPrivilege" if "InsufficientPrivilege" in type(error).__name__ else ""}
