"""Databases of both kinds: their tables, what they refuse, moving between revisions, and all that can go wrong."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Dump, program
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from oob import attachments, intake, paths, schema, store
from oob.errors import Refusal
from oob.store import Database, Reader, locate

ONE_KIND = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("kind", ["postgresql"], indirect=True)


def execute(database: Database, *statements: str) -> None:
    """Runs SQL in a transaction of its own."""
    with store.writing(database) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def table_names(database: Database) -> set[str]:
    with store.writing(database) as connection:
        return set(inspect(connection).get_table_names())


# -- where a database is ------------------------------------------------------------------------------------------


def test_the_users_own_database_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert locate(None) == Database(paths.data_folder() / "oob.db", default=True)
    monkeypatch.setenv("OOB_DATABASE", "elsewhere.db")
    assert locate(None) == Database(Path("elsewhere.db"))
    assert locate("mine.db") == Database(Path("mine.db"))
    monkeypatch.setenv("OOB_DATABASE", "")
    assert locate(None).default


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("mine.db", Path("mine.db")),
        ("~/mine.db", Path.home() / "mine.db"),
        ("sqlite:///mine.db", Path("mine.db")),
        ("sqlite:////tmp/mine.db", Path("/tmp/mine.db")),
        ("odd #1 ?100%.db", Path("odd #1 ?100%.db")),
    ],
)
def test_a_sqlite_database_is_named_by_path_or_url(given: str, path: Path) -> None:
    assert locate(given) == Database(path)


@pytest.mark.parametrize("given", ["postgres://me@host/name", "postgresql+psycopg://me@host/name"])
def test_postgresql_goes_by_several_names(given: str) -> None:
    assert locate(given) == Database(None, "postgresql://me@host/name")


def test_other_kinds_of_database_are_refused() -> None:
    with pytest.raises(Refusal, match=r"cannot use a database of the kind 'mysql'; give a path such as my\.db, or"):
        locate("mysql://me:secret@host/name")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://me:secret@host:5432/name", "postgresql://me:***@host:5432/name"),
        ("postgresql://me@host/name", "postgresql://me@host/name"),
        ("postgresql://me:sec:ret%40@host/name", "postgresql://me:***@host/name"),
        ("postgresql://:secret@host/name", "postgresql://:***@host/name"),
        ("postgresql:///name?host=/tmp&password=secret", "postgresql:///name?host=/tmp&password=***"),
        ("postgresql://me@h/n?password=secret&sslpassword=secret", "postgresql://me@h/n?password=***&sslpassword=***"),
    ],
)
def test_passwords_are_never_shown(given: str, shown: str) -> None:
    assert locate(given).shown == shown


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://me:sec@secret@host/name",
        "postgresql://me:sec/secret@host/name",
        "postgresql://me:sec?secret@host/name",
        "postgresql://me:secret%zz@host/name",
        "postgresql://me:secret@localhost:port/name",
        "postgresql://me:secret@127.0.0.1:1/name",
        "postgresql://me:secret@nowhere.invalid/name",
        "postgresql://me@127.0.0.1:1/name?password=secret",
        "postgresql://me@localhost/name?bogus=secret",
    ],
)
def test_a_postgresql_that_cannot_be_had_is_a_refusal_without_the_password(given: str) -> None:
    with pytest.raises(Refusal) as refused:
        intake.ready(locate(given))
    message = str(refused.value)
    assert "secret" not in message
    assert "\n" not in message
    assert re.search("the server does not answer|no such host|cannot read the database's URL", message)


@POSTGRESQL
def test_a_postgresql_database_that_is_not_there(database: Database) -> None:
    assert database.url is not None
    missing = locate(re.sub(r"/test_\d+", "/not_there", database.url))
    with pytest.raises(Refusal, match=r"it is not there; create it first \(createdb\), or choose another with --db"):
        intake.ready(missing)
    with pytest.raises(Refusal, match="the server knows no such user"):
        intake.ready(locate(database.url.replace("postgres:@", "stranger:@")))


# -- tables and what they refuse ----------------------------------------------------------------------------------

ROWS: dict[str, dict[str, Any]] = {
    "loading": {"id": 1000, "at": "2020-05-26T12:00:00+00:00", "by": "me", "program": "oob"},
    "change": {"loading": 1000, "position": 0, "kind": "place", "record": "p", "what": "added", "later": "{}"},
    "place": {"id": "p", "name": "P", "kind": "base", "latitude": 1.5, "longitude": 2.5, "precision_km": 1.0},
    "system": {"id": "s", "name": "S"},
    "system_maker": {"system": "s", "position": 0, "place": "p"},
    "force": {"id": "f", "name": "F", "kind": "militia", "theatre": "p"},
    "source": {"id": "o", "name": "O", "kind": "outlet", "reliability": "C", "reason": "made up"},
    "alias": {"kind": "system", "normal": "sss", "written": "SSS", "listed": 1, "system": "s"},
    "report": {
        "id": "r",
        "publisher": "o",
        "published": "2020-05",
        "earliest": "2020-05-01",
        "latest": "2020-05-31",
        "dated_by": "it",
        "sha256": "0" * 64,
    },
    "report_text": {"report": "r", "sha256": "0" * 64, "text": "words"},
    "origin": {"id": "u", "report": "r", "speaker": "o", "through": "o", "basis": "briefing"},
    "event": {"id": "e", "report": "r", "kind": "arrival", "title": "E"},
    "claim": {
        "id": "r/k",
        "report": "r",
        "key": "k",
        "origin": "u",
        "event": "e",
        "paragraph": 1,
        "says": "It came.",
        "action": "deployed",
        "stance": "alleged",
        "system": "s",
        "count_text": "2 to 3",
        "count_low": 2,
        "count_high": 3,
        "approximate": 0,
        "operator": "f",
    },
    "claim_place": {"claim": "r/k", "role": "at", "position": 0, "place": "p"},
    "reading": {"claim": "r/k", "passage": "Two came.", "confidence": 0.85, "because": "a count and a verb"},
}
"""A sound row for each table, in an order in which each refers to earlier ones."""

KEYS: dict[str, dict[str, Any]] = {
    "loading": {"id": 1001},
    "change": {"position": 1},
    "alias": {"normal": "ttt"},
    "claim": {"id": "r/l", "key": "l"},
    "claim_place": {"position": 1},
    "system_maker": {"position": 1},
    "report_text": {},
    "reading": {},
}
"""What tells a second row of a table from the first, where it is not just the id."""

REFUSED = [
    ("ck_place_kind_known", "place", {"kind": "moon"}),
    ("ck_place_latitude_range", "place", {"latitude": 99}),
    ("ck_place_longitude_range", "place", {"longitude": -181}),
    ("ck_place_coordinates_paired", "place", {"latitude": None}),
    ("ck_place_precision_positive", "place", {"precision_km": 0}),
    ("ck_force_kind_known", "force", {"kind": "band"}),
    ("ck_source_kind_known", "source", {"kind": "bird"}),
    ("ck_source_reliability_known", "source", {"reliability": "G"}),
    ("ck_alias_kind_known", "alias", {"kind": "event", "system": None}),
    ("ck_alias_listed_flag", "alias", {"listed": 2}),
    ("ck_alias_system_by_kind", "alias", {"system": None}),
    ("ck_alias_force_by_kind", "alias", {"force": "f"}),
    ("ck_alias_place_by_kind", "alias", {"place": "p"}),
    ("ck_alias_source_by_kind", "alias", {"source": "o"}),
    ("ck_report_earliest_iso", "report", {"earliest": "2020-05"}),
    ("ck_report_latest_iso", "report", {"latest": "2020-06"}),
    ("ck_report_earliest_first", "report", {"earliest": "2020-06-01"}),
    ("ck_report_repeats_another", "report", {"repeats": "r2"}),
    ("ck_report_sha256_length", "report", {"sha256": "abc"}),
    ("ck_origin_basis_known", "origin", {"basis": "rumour"}),
    ("ck_origin_earliest_iso", "origin", {"earliest": "2020"}),
    ("ck_origin_latest_iso", "origin", {"latest": "2020"}),
    ("ck_origin_earliest_first", "origin", {"earliest": "2020-06-01", "latest": "2020-05-31"}),
    ("ck_event_kind_known", "event", {"kind": "party"}),
    ("ck_claim_action_known", "claim", {"action": "deployd"}),
    ("ck_claim_stance_known", "claim", {"stance": "sung"}),
    ("ck_claim_earliest_iso", "claim", {"earliest": "2020"}),
    ("ck_claim_latest_iso", "claim", {"latest": "2020"}),
    ("ck_claim_earliest_first", "claim", {"earliest": "2020-06-01", "latest": "2020-05-31"}),
    ("ck_claim_id_from_report", "claim", {"id": "r/m"}),
    ("ck_claim_paragraph_positive", "claim", {"paragraph": 0}),
    ("ck_claim_count_low_positive", "claim", {"count_low": -1}),
    ("ck_claim_count_ordered", "claim", {"count_high": 1}),
    ("ck_claim_count_worded", "claim", {"count_text": None}),
    ("ck_claim_count_high_not_alone", "claim", {"count_text": None, "count_low": None}),
    ("ck_claim_approximate_flag", "claim", {"approximate": 2}),
    ("ck_claim_place_role_known", "claim_place", {"role": "under"}),
    ("ck_claim_place_position_positive", "claim_place", {"position": -1}),
    ("ck_system_maker_position_positive", "system_maker", {"position": -1}),
    ("ck_reading_confidence_range", "reading", {"confidence": 1.01}),
    ("ck_change_what_known", "change", {"what": "eaten", "earlier": "{}"}),
    ("ck_change_earlier_kept", "change", {"what": "changed"}),
]
"""A constraint, and a row that it alone refuses."""


def refusal(database: Database, table: str, change: dict[str, Any]) -> str:
    """What the database says to a row that differs from a sound one by a change."""
    row = {**ROWS[table], **KEYS.get(table, {"id": f"{ROWS[table].get('id')}2"}), **change}
    with store.writing(database) as connection:
        for name, sound in ROWS.items():
            connection.execute(schema.tables()[name].insert(), sound)
    try:
        with store.writing(database) as connection:
            connection.execute(schema.tables()[table].insert(), row)
    except IntegrityError as error:
        return str(error.orig)
    finally:
        with store.writing(database) as connection:
            for name in reversed(ROWS):
                connection.execute(schema.tables()[name].delete())
    return "taken"


@pytest.fixture
def bare(database: Database) -> Database:
    """A database with its tables and no rows."""
    store.migrate(database)
    return database


def test_every_check_of_the_database_refuses_a_row(bare: Database) -> None:
    for constraint, table, change in REFUSED:
        assert constraint in refusal(bare, table, change)


def test_every_check_has_a_row_above_that_it_refuses() -> None:
    from sqlalchemy import CheckConstraint

    named = {
        str(each.name)
        for table in schema.tables().values()
        for each in table.constraints
        if isinstance(each, CheckConstraint)
    }
    assert {constraint for constraint, _, _ in REFUSED} == named


def test_every_reference_leads_somewhere(bare: Database) -> None:
    references = [(name, key) for name, table in schema.tables().items() for key in table.foreign_keys]
    assert len(references) == 31
    for name, key in references:
        change: dict[str, Any] = {key.parent.name: 4711 if key.column.name == "id" and name == "change" else "nowhere"}
        if name == "claim" and key.parent.name == "report":
            change["id"] = "nowhere/l"
        if name == "alias" and key.parent.name != "system":
            change |= {"kind": key.parent.name, "system": None}
        said = refusal(bare, name, change)
        assert "FOREIGN KEY constraint failed" in said or f'constraint "{key.constraint.name}"' in said, (name, key)


def test_an_entity_may_come_before_what_it_is_part_of_in_one_load(bare: Database) -> None:
    execute(
        bare,
        "INSERT INTO system (id, name, parent) VALUES ('b', 'B', 'a')",
        "INSERT INTO system (id, name) VALUES ('a', 'A')",
    )
    with Reader(bare) as reader:
        assert reader.rows("SELECT id, parent FROM system ORDER BY id") == [("a", None), ("b", "a")]


def test_all_constraints_and_indexes_have_names(bare: Database) -> None:
    with store.writing(bare) as connection:
        told = inspect(connection)
        names = [
            (table, each["name"])
            for table in schema.tables()
            for found in (told.get_foreign_keys, told.get_check_constraints, told.get_indexes)
            for each in found(table)
        ]
        names += [(table, told.get_pk_constraint(table)["name"]) for table in schema.tables()]
    assert len(names) > 90
    assert [
        (table, name) for table, name in names if not re.fullmatch(rf"(fk|ck|ix|pk)_{table}(_\w+)?", name or "")
    ] == []


# -- revisions ----------------------------------------------------------------------------------------------------


def structure(database: Database) -> dict[str, Any]:
    """The columns, keys, checks and indexes of all tables, as the database has them."""
    with store.writing(database) as connection:
        told = inspect(connection)
        return {
            table: (
                sorted((each["name"], str(each["type"]), each["nullable"]) for each in told.get_columns(table)),
                told.get_pk_constraint(table),
                *(
                    sorted(re.sub(r"\s+", " ", str(each)) for each in found(table))
                    for found in (told.get_foreign_keys, told.get_check_constraints, told.get_indexes)
                ),
            )
            for table in schema.tables()
        }


def test_the_migrations_make_just_the_tables_of_the_schema(database: Database, kind: str, tmp_path: Path) -> None:
    from sqlmodel import SQLModel

    schema.tables()
    with store.writing(database) as connection:
        SQLModel.metadata.create_all(connection)
    wanted = structure(database)
    with store.writing(database) as connection:
        SQLModel.metadata.drop_all(connection)
    store.migrate(database)
    assert structure(database) == wanted


def test_alembic_finds_nothing_to_migrate(bare: Database) -> None:
    assert alembic_agrees(bare)


def test_the_newest_revision_is_alembics_head() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(paths.shipped("migrations")))
    assert script.get_heads() == [store.newest_revision()]
    assert [each.revision for each in script.walk_revisions()] == ["0003", "0002", "0001"]


def test_a_filled_database_goes_down_and_up_again(filled: Database, dump: Dump, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("\n".join(f"paragraph {number}" for number in range(1, 40)))
    execute(filled, "UPDATE report SET sha256 = NULL WHERE id = 'unnamed-2019-11-27'")
    attachments.attach("unnamed-2019-11-27", text, filled)
    execute(
        filled,
        "INSERT INTO reading (claim, passage, confidence) SELECT id, 'Jets came.', 0.5 FROM claim WHERE paragraph = 1",
        "DELETE FROM system_maker",
        "INSERT INTO system_maker (system, position, place) VALUES ('mig-29', 0, 'russia')",
    )
    before, origins = dump(filled), records(filled, "origin")
    assert len(before["claim"]) > 80
    assert len(before["report_text"]) == 1
    assert any(origin["through"] for origin in origins)
    assert len(before["reading"]) > 1

    store.migrate(filled, "0002")
    assert not table_names(filled) & {"reading", "system_maker"}
    assert records(filled, "origin") == origins

    store.migrate(filled, "0001")
    assert store.state(filled) == "older"
    assert "report_text" not in table_names(filled)
    assert "through" not in records(filled, "origin")[0]

    store.migrate(filled)
    assert store.state(filled) == "current"
    # What 0001 has no room for is gone: the texts, by whom an origin's words were passed on, makers, passages.
    assert records(filled, "origin") == [{**origin, "through": None} for origin in origins]
    after = dump(filled)
    assert after["report_text"] == []
    assert after["reading"] == after["system_maker"] == []
    kept = set(before) - {"origin", "report_text", "reading", "system_maker"}
    assert {table: after[table] for table in kept} == {table: before[table] for table in kept}
    assert alembic_agrees(filled)


def test_rows_that_an_older_oob_wrote_are_taken_along(database: Database) -> None:
    store.migrate(database, "0001")
    execute(
        database,
        "INSERT INTO source (id, name, kind, reliability, reason) VALUES ('cnn', 'CNN', 'outlet', 'B', 'x')",
        "INSERT INTO report (id, publisher, published, dated_by) VALUES ('r', 'cnn', '2020', 'it')",
        "INSERT INTO origin (id, report, speaker, basis) VALUES ('u', 'r', 'cnn', 'briefing')",
        "INSERT INTO claim (id, report, key, origin, paragraph, says, action, stance, approximate)"
        " VALUES ('r/k', 'r', 'k', 'u', 1, 'So.', 'backs', 'alleged', 0)",
    )
    store.migrate(database)
    assert alembic_agrees(database)
    (origin,), (claim,) = records(database, "origin"), records(database, "claim")
    assert (origin["id"], origin["speaker"], origin["through"]) == ("u", "cnn", None)
    assert (claim["id"], claim["origin"]) == ("r/k", "u")
    with pytest.raises(IntegrityError):
        execute(database, "DELETE FROM origin")


def test_down_to_nothing_and_up_again(filled: Database) -> None:
    store.migrate(filled, "base")
    assert store.state(filled) == "empty"
    assert table_names(filled) == {"alembic_version"}
    told = intake.ready(filled)
    assert told == [f"Made a new catalogue, filled with the reports that come with oob, at {filled.shown}"]
    assert len(records(filled, "report")) == 5


def records(database: Database, table: str) -> list[dict[str, Any]]:
    """The rows of a table by column, in the order of their ids."""
    with store.writing(database) as connection:
        rows = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")
        return [dict(row._mapping) for row in rows]


def alembic_agrees(database: Database) -> bool:
    """Whether the tables are those of the schema, as far as Alembic compares them."""
    from alembic import command

    with store.writing(database) as connection:
        command.check(store.alembic_config(connection))  # raises what differs
    return True


BROKEN = """
import sqlalchemy as sa
from alembic import op
revision = "0004"
down_revision = "0003"

def upgrade():
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("claim") as claim:
        claim.add_column(sa.Column("colour", sa.String(), nullable=True))
    op.execute("UPDATE claim SET says = 'ruined'")
    op.execute("DELETE FROM claim_place")
    FAULT

def downgrade():
    pass
"""


@pytest.fixture
def with_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this oob one that has a fourth migration."""

    def add(text: str) -> None:
        copy = tmp_path / "migrations"
        shutil.copytree(paths.shipped("migrations"), copy, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "versions" / "0004_another.py").write_text(text)
        shipped = paths.shipped
        monkeypatch.setattr(paths, "shipped", lambda name: copy if name == "migrations" else shipped(name))

    return add


def test_a_migration_that_fails_leaves_nothing_behind(
    filled: Database, dump: Dump, with_migration: Callable[[str], None]
) -> None:
    before, tables = dump(filled), table_names(filled)
    with_migration(BROKEN.replace("FAULT", "raise RuntimeError('in the middle')"))
    assert store.state(filled) == "older"
    with pytest.raises(RuntimeError, match="in the middle"):
        store.migrate(filled)
    assert dump(filled) == before
    assert table_names(filled) == tables
    assert store.revision_of(filled) == "0003"


@ONE_KIND
def test_a_migration_that_breaks_references_is_taken_back(
    filled: Database, dump: Dump, with_migration: Callable[[str], None]
) -> None:
    before = dump(filled)
    with_migration(BROKEN.replace("FAULT", "op.execute(\"DELETE FROM origin WHERE id = 'africom-2020-05-26'\")"))
    with pytest.raises(Refusal, match=r"the migration would leave \d+ references without their record"):
        store.migrate(filled)
    assert dump(filled) == before


def test_an_older_database_is_refused_with_the_command_that_mends_it(filled: Database) -> None:
    store.migrate(filled, "0001")
    with pytest.raises(Refusal) as refused:
        intake.ready(filled)
    assert str(refused.value) == (
        f"{filled.shown} was made by an older oob; run: oob database upgrade --db {filled.shown}"
    )


def test_a_newer_database_is_refused_and_left_alone(filled: Database) -> None:
    execute(filled, "UPDATE alembic_version SET version_num = '0099'")
    for use in (intake.ready, store.migrate):
        with pytest.raises(Refusal) as refused:
            use(filled)
        assert str(refused.value) == (
            f"{filled.shown} was made by a newer oob than this one; run: pip install --upgrade oob"
            " (or choose another database with --db)"
        )


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE recipe (id INTEGER PRIMARY KEY)"],
        [
            "CREATE TABLE alembic_version (version_num VARCHAR(32))",
            "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
        ],
    ],
    ids=["no Alembic", "Alembic too"],
)
def test_another_programs_database_is_refused_and_left_alone(database: Database, statements: list[str]) -> None:
    execute(database, *statements)
    tables = table_names(database)
    for use in (intake.ready, store.migrate):
        with pytest.raises(Refusal) as refused:
            use(database)
        assert str(refused.value) == (f"{database.shown} is a database, but not one of oob's; choose another with --db")
    assert table_names(database) == tables


@ONE_KIND
def test_the_users_own_database_is_upgraded_after_a_backup(filled: Database, dump: Dump) -> None:
    store.migrate(filled, "0001")
    own = Database(filled.path, default=True)
    (told,) = intake.ready(own)
    found = re.fullmatch(
        r"Upgraded your catalogue at (.+); a copy of it as it was is (.+);"
        r" 'oob load --shipped' brings in what is new in the catalogue that comes with oob",
        told,
    )
    assert found is not None
    assert found[1] == str(filled.path)
    copy = Database(Path(found[2]))
    assert (store.state(own), store.state(copy)) == ("current", "older")
    assert records(copy, "claim") == records(own, "claim")
    assert intake.ready(own) == []


@ONE_KIND
def test_the_users_own_older_database_is_left_alone_where_it_cannot_be_backed_up(
    filled: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.migrate(filled, "0001")

    def fail(database: Database) -> Path:
        raise Refusal("no room for a copy")

    monkeypatch.setattr(store, "backup", fail)
    with pytest.raises(Refusal, match="no room for a copy"):
        intake.ready(Database(filled.path, default=True))
    assert store.state(filled) == "older"


# -- backups ------------------------------------------------------------------------------------------------------


@ONE_KIND
def test_a_backup_of_a_database_in_use_is_of_one_moment(filled: Database, dump: Dump) -> None:
    before = dump(filled)
    with store.writing(filled) as connection:
        connection.exec_driver_sql("UPDATE claim SET says = 'half done'")
        copy = Database(store.backup(filled))
    assert dump(copy) == before
    assert dump(filled) != before
    assert store.backup(filled) != copy.path


@POSTGRESQL
def test_postgresql_is_backed_up_by_its_own_program(database: Database) -> None:
    with pytest.raises(Refusal, match=r"run: pg_dump --format=custom --file=oob\.dump 'postgresql://"):
        store.backup(database)


def test_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"there is no database at .*none\.db to back up"):
        store.backup(Database(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


# -- readers and writers ------------------------------------------------------------------------------------------


def test_all_that_a_reader_sees_is_of_one_moment(filled: Database) -> None:
    with Reader(filled) as reader:
        before = reader.rows("SELECT says FROM claim WHERE id = ?", "cnn-2020-05-26/several")
        if filled.url is not None:
            execute(filled, "UPDATE claim SET says = 'changed' WHERE id = 'cnn-2020-05-26/several'")
        assert reader.rows("SELECT says FROM claim WHERE id = ?", "cnn-2020-05-26/several") == before != []


def test_a_reader_writes_nothing(filled: Database) -> None:
    with Reader(filled) as reader, pytest.raises(Exception, match=r"readonly|read-only"):
        reader.rows("DELETE FROM claim_place")


def test_many_members_at_once(filled: Database) -> None:
    with Reader(filled) as reader:
        every = [row[0] for row in reader.rows("SELECT id FROM claim")]
        asked = [*every, *(f"no-{number}" for number in range(1200))]
        found = reader.rows_in("SELECT id FROM claim WHERE id IN (*)", asked, at_once=50)
    assert sorted(row[0] for row in found) == sorted(every)


def test_what_is_raised_while_writing_takes_everything_back(filled: Database, dump: Dump) -> None:
    def interrupted() -> None:
        with store.writing(filled) as connection:
            connection.exec_driver_sql("DELETE FROM claim_place")
            raise KeyboardInterrupt

    before = dump(filled)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert dump(filled) == before


def test_two_writers_wait_for_each_other(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOCK_PATIENCE", 0.05)
    with (
        store.writing(filled),
        pytest.raises(Refusal, match="another program is writing to it; close that, or try again in a moment"),
        store.writing(filled),
    ):
        pass


@ONE_KIND
def test_a_locked_database(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOCK_PATIENCE", 0.05)
    assert filled.path is not None
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for use in (store.state, intake.ready, store.backup, store.migrate):
            with pytest.raises(Refusal) as refused:
                use(filled)
            assert str(refused.value) == (
                f"{filled.path}: another program is writing to it; close that, or try again in a moment"
                " (database is locked)"
            )
    assert [each.name for each in filled.path.parent.glob("*.backup.db")] == []


@ONE_KIND
def test_what_a_killed_writer_had_begun_is_taken_back(filled: Database, dump: Dump) -> None:
    before = dump(filled)
    killed = program(
        """
        import os, signal, sys
        from pathlib import Path
        from oob import store
        with store.writing(store.Database(Path(sys.argv[1]))) as connection:
            for number in range(100):
                connection.exec_driver_sql("UPDATE claim SET says = says || ?", ("x" * 1000,))
            os.kill(os.getpid(), signal.SIGKILL)
        """,
        filled.path,
    )
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert Path(f"{filled.path}-journal").stat().st_size > 0
    with Reader(filled) as reader, pytest.raises(Refusal, match="it cannot be written to"):
        reader.rows("DELETE FROM claim_place")
    assert dump(filled) == before
    assert not Path(f"{filled.path}-journal").exists()


# -- files that are no database, folders, permissions, disks ------------------------------------------------------


@pytest.mark.parametrize("text", ["Dear diary,\n" * 500, "short", "SQLite format 3\0" + "x" * 5000])
def test_a_text_file_is_no_database(tmp_path: Path, text: str) -> None:
    path = tmp_path / "diary.txt"
    path.write_text(text)
    with pytest.raises(Refusal) as refused:
        intake.ready(Database(path))
    assert str(refused.value) == (
        f"{path}: this file is not a SQLite database; choose another with --db (file is not a database)"
    )
    assert path.read_text() == text


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        intake.ready(Database(tmp_path))
    assert str(refused.value) == f"{tmp_path} is a folder; give a file in it, such as {tmp_path / 'oob.db'}"


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(
        Refusal, match=r"file/mine\.db: cannot be made: .*/file is no folder; name another place with --db"
    ):
        intake.ready(Database(tmp_path / "file" / "mine.db"))


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"it cannot be used .*File name too long"):
        intake.ready(Database(tmp_path / ("x" * 300)))


@pytest.mark.parametrize("name", ["odd #1 ?100% name.db", ":memory:", "file:x?mode=memory", "é Ж.db"])
def test_odd_names_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    intake.ready(Database(Path(name)))
    assert store.state(Database(tmp_path / name)) == "current"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    intake.ready(Database(path), empty=True)
    assert store.state(Database(path)) == "current"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can get to, as they cannot to pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="oob-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


UNPRIVILEGED = """
    import os, sys, tempfile
    from pathlib import Path
    import psycopg
    from oob import errors, intake, paths, store
    def change(database):
        with store.writing(database) as connection:
            connection.exec_driver_sql("UPDATE claim SET note = 'changed'")
    with tempfile.TemporaryDirectory() as folder:  # imports all that the other user may not be able to
        intake.load(paths.shipped_catalogue(), store.Database(Path(folder, "oob.db")))
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    database = store.Database(Path(sys.argv[1]))
    def downgrade(database):
        store.migrate(database, "0001")
    for use in (store.state, change, downgrade, store.backup):
        try:
            print(use(database))
        except errors.Refusal as refusal:
            print(refusal)
"""


UNABLE = (
    "{path}: it cannot be opened; check that the folder exists and that you may use it (unable to open database file)"
)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="this system has no users of that kind")
def test_a_database_that_may_be_read_and_not_written(shipped: Database, open_folder: Path) -> None:
    assert shipped.path is not None
    path = open_folder / "oob.db"
    shutil.copyfile(shipped.path, path)
    before = path.read_bytes()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    said = program(UNPRIVILEGED, path)
    output, errors = said.communicate()
    assert errors == ""
    readonly = (
        f"{path}: it cannot be written to; check its permissions, or copy it and name the copy with --db"
        " (attempt to write a readonly database)"
    )
    assert output.splitlines() == ["current", readonly, readonly, UNABLE.format(path=path)]
    assert path.read_bytes() == before
    open_folder.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="this system has no users of that kind")
def test_a_database_that_may_not_be_read(shipped: Database, open_folder: Path) -> None:
    assert shipped.path is not None
    path = open_folder / "oob.db"
    shutil.copyfile(shipped.path, path)
    path.chmod(0o000)
    said = program(UNPRIVILEGED, path)
    output, errors = said.communicate()
    assert errors == ""
    assert output.splitlines() == [UNABLE.format(path=path)] * 4


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="this system has no users of that kind")
def test_a_folder_that_may_not_be_entered(open_folder: Path) -> None:
    (open_folder / "closed").mkdir(mode=0o700)
    (open_folder / "closed").chmod(0o000)
    path = open_folder / "closed" / "oob.db"
    said = program(UNPRIVILEGED, path)
    output, errors = said.communicate()
    assert errors == ""
    refused = f"{path}: you may not use it; ask its owner, or choose another with --db"
    refused += f" ([Errno 13] Permission denied: '{path}')"
    assert output.splitlines() == [refused, UNABLE.format(path=path), refused, refused]


FULL = """
    import resource, sys
    from pathlib import Path
    from oob import errors, intake, paths, store
    path = Path(sys.argv[1])
    limit = path.stat().st_size + 4096 if path.exists() else 50_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        print(intake.load([Path(each) for each in sys.argv[2:]], store.Database(path)))
    except errors.Refusal as refusal:
        print(refusal)
"""
"""Loads where no file may grow any more, which is what a full disk is like."""

FULL_SAYS = "the disk did not take or give the data (full, or faulty?); nothing was changed"


@ONE_KIND
@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits of that kind")
def test_a_load_onto_a_full_disk_changes_nothing(filled: Database, dump: Dump, tmp_path: Path) -> None:
    before, files = dump(filled), set(tmp_path.iterdir())
    report = tmp_path / "large.yaml"
    claims = "".join(
        f"  - {{key: k{number}, origin: o, paragraph: 1, says: {'x' * 500}, action: backs, stance: alleged,"
        " operator: russia, beneficiary: lna}\n"
        for number in range(300)
    )
    report.write_text(
        "report: {id: large, publisher: cnn, published: 2020, dated_by: x}\n"
        f"origins: {{o: {{speaker: cnn, basis: own reporting}}}}\nclaims:\n{claims}"
    )
    said = program(FULL, filled.path, report)
    output, errors = said.communicate()
    assert errors == ""
    assert output.startswith(f"{filled.path}: {FULL_SAYS}")
    assert dump(filled) == before
    assert set(tmp_path.iterdir()) == {*files, report}


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits of that kind")
def test_a_first_fill_onto_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    said = program(FULL, path, *paths.shipped_catalogue()[:1])
    output, errors = said.communicate()
    assert errors == ""
    assert output.startswith(f"{path}: {FULL_SAYS}")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path, shipped: Database) -> Iterator[Path]:
    """A real file system with room for the shipped catalogue and half of another, where mounting is allowed."""
    assert shipped.path is not None
    size = f"size={shipped.path.stat().st_size * 3 // 2 // 1024}k"
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    told = mount and subprocess.run([mount, "-t", "tmpfs", "-o", size, "tmpfs", folder], check=False)
    if not told or told.returncode != 0:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_is_really_full(small_disk: Path, shipped: Database, dump: Dump) -> None:
    assert shipped.path is not None
    database = Database(small_disk / "oob.db")
    assert database.path is not None
    shutil.copyfile(shipped.path, database.path)
    before = dump(database)
    (small_disk / "ballast").write_bytes(b"x" * (os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize))
    for use in (
        store.backup,
        lambda database: execute(database, "UPDATE claim SET says = says || hex(zeroblob(1000))"),
    ):
        with pytest.raises(Refusal, match=r"the disk is full|the disk did not take or give the data"):
            use(database)
    assert dump(database) == before
    assert {path.name for path in small_disk.iterdir()} == {"oob.db", "ballast"}
