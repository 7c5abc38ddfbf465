"""The catalogue in a browser: the snapshot against hand-made claims, `oob serve` as a program, its pages in Chromium.

`small` is a catalogue of six claims, invented here; what the questions must answer is worked out from its text.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest
from conftest import program
from test_cli import oob
from test_hostile import FORMULA, RAW, evil, stranger  # noqa: F401 - fixtures
from test_startup import imported, packages

from oob import catalog, intake, vocabulary
from oob.browsing import content, guard, snapshot
from oob.browsing import serving as server
from oob.browsing.description import metadata
from oob.browsing.questions import LINKS, QUESTIONS
from oob.browsing.sheets import SHEETS
from oob.browsing.snapshot import VIEWS
from oob.store import Database, Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (apt install chromium)")
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")

SMALL = """\
systems:
  - {id: equipment, name: military equipment}
  - {id: jet, name: jet aircraft, parent: equipment}
  - {id: j-29, name: Jay-29, parent: jet, aliases: [Twenty-niner]}
  - {id: tank, name: main battle tank, parent: equipment}
forces:
  - {id: red, name: Redland, kind: state}
  - {id: red-air, name: Air Force of Redland, kind: service, part_of: red}
  - {id: blue, name: Blueland, kind: state}
places:
  - {id: land, name: The Land, kind: country}
  - {id: airfield, name: Old Airfield, kind: base, within: land}
sources:
  - {id: red-ministry, name: Ministry of Redland, kind: government, reliability: B, reason: invented}
  - {id: speaker, name: Colonel Speaker, kind: person, part_of: red-ministry, reliability: B, reason: invented}
  - {id: blue-staff, name: Staff of Blueland, kind: government, reliability: C, reason: invented}
  - {id: paper, name: The Paper, kind: outlet, reliability: B, reason: invented}
  - {id: herald, name: The Herald, kind: outlet, reliability: C, reason: invented}
"""
FIRST = """\
report: {id: first, publisher: paper, title: Jets, published: 2020-02-01, dated_by: stated, url: "https://paper.example/1"}
origins:
  word: {speaker: speaker, made: 2020-01-30, basis: statement}
  paper-own: {speaker: paper, basis: own reporting}
  no: {speaker: blue-staff, basis: statement}
events:
  jets: {kind: presence, title: Jets at the Old Airfield}
claims:
  - {key: twelve, origin: word, event: jets, paragraph: 1, says: The colonel counts twelve jets., action: present,
     stance: asserted, system: j-29, count: 12, operator: red-air, at: airfield, when: 2020-01}
  - {key: five, origin: paper-own, event: jets, paragraph: 2, says: The paper saw five., action: present,
     stance: alleged, system: j-29, count: 5, operator: red-air, at: airfield, when: 2020-01}
  - {key: none, origin: no, event: jets, paragraph: 3, says: Blueland denies it., action: present,
     stance: denied, system: j-29, operator: red-air, at: airfield, when: 2020-01}
  - {key: tanks, origin: word, paragraph: 4, says: Three tanks stand somewhere., action: present,
     stance: asserted, system: tank, count: 3, operator: red, at: land, when: 2020-01}
  - {key: old, origin: word, paragraph: 5, says: This was a slip., action: present, stance: asserted, system: tank,
     count: 90, operator: red, at: airfield, withdrawn: misread}
"""
SECOND = """\
report: {id: second, publisher: herald, published: 2020-02-03, dated_by: stated}
claims:
  - {key: twelve-too, origin: word, event: jets, paragraph: 1, says: Twelve jets in his word., stance: alleged,
     action: present, system: j-29, count: 12, operator: red-air, at: airfield, when: 2020-01}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database with the six claims above, one of them withdrawn."""
    folder = tmp_path_factory.mktemp("small")
    for name, text in (("catalogue", SMALL), ("first", FIRST), ("second", SECOND)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    made = Database(folder / "small.db")
    intake.ready(made, empty=True)
    intake.load(sorted(folder.glob("*.yaml")), made)
    return made


# -- the snapshot ---------------------------------------------------------------------------------------------------


@contextmanager
def snapped(database: Database) -> Iterator[sqlite3.Connection]:
    """A snapshot of a database."""
    with Reader(database) as reader:
        catalogue = content.read(reader)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        snapshot.write(connection, catalogue)
        yield connection


def test_claims_are_all_there_and_withdrawn_ones_apart(small: Database) -> None:
    with snapped(small) as connection:
        standing = connection.execute("SELECT id FROM claims ORDER BY id").fetchall()
        withdrawn = connection.execute("SELECT id, withdrawn FROM withdrawn_claims").fetchall()
    assert standing == [("first/five",), ("first/none",), ("first/tanks",), ("first/twelve",), ("second/twelve-too",)]
    assert withdrawn == [("first/old", "misread")]


def test_a_claim_keeps_all_that_was_entered(small: Database) -> None:
    with snapped(small) as connection:
        cursor = connection.execute("SELECT * FROM claims WHERE id = 'first/twelve'")
        [row] = cursor.fetchall()
    claim = {column[0]: value for column, value in zip(cursor.description, row, strict=True) if value is not None}
    assert claim == {
        "id": "first/twelve", "says": "The colonel counts twelve jets.", "system": "j-29", "number": "12",
        "operator": "red-air", "places": "Old Airfield", "when": "2020-01", "action": "present", "stance": "asserted",
        "party": "red-ministry", "report": "first", "paragraph": 1, "origin": "word", "event": "jets", "low": 12,
        "high": 12, "approximate": 0, "earliest": "2020-01-01", "latest": "2020-01-31",
    }  # fmt: skip


def test_claims_are_counted_where_they_name_a_thing(small: Database) -> None:
    with snapped(small) as connection:
        counted = {
            table: dict(connection.execute(f"SELECT id, claims FROM {table} WHERE claims > 0").fetchall())
            for table in ("systems", "forces", "places", "sources", "origins", "events", "reports", "stances")
        }
    assert counted == {
        "systems": {"j-29": 4, "tank": 1},
        "forces": {"red-air": 4, "red": 1},
        "places": {"airfield": 4, "land": 1},
        "sources": {"speaker": 3, "paper": 1, "blue-staff": 1},
        "origins": {"word": 3, "paper-own": 1, "no": 1},
        "events": {"jets": 4},
        "reports": {"first": 4, "second": 1},
        "stances": {"asserted": 2, "alleged": 2, "denied": 1},
    }


def test_both_kinds_of_database_give_the_same_snapshot(filled: Database, shipped: Database, dump: Any) -> None:
    before = dump(filled)
    with snapped(filled) as mine, snapped(shipped) as other:
        assert list(mine.iterdump()) == list(other.iterdump())
        assert mine.execute("SELECT count(*) FROM claims").fetchone() == (143,)
        assert mine.execute("PRAGMA foreign_key_check").fetchall() == []
    assert dump(filled) == before


def test_every_reference_is_a_foreign_key(small: Database) -> None:
    with snapped(small) as connection:
        for sheet in SHEETS:
            told = connection.execute(f"PRAGMA foreign_key_list({sheet.name})").fetchall()
            assert {(row[3], row[2]) for row in told} == {(each.name, each.to) for each in sheet.columns if each.to}


def test_an_inventory_is_what_the_command_prints(shipped: Database) -> None:
    printed = {row["row"]: row for row in oob("inventory", "lna", "--format", "csv", db=shipped).rows}
    with snapped(shipped) as connection:
        rows = connection.execute(
            "SELECT id, number, low, high, lost, places, included_in, reports.n FROM inventory"
            " JOIN (SELECT inventory, count(*) AS n FROM inventory_claims GROUP BY inventory) AS reports"
            " ON reports.inventory = inventory.id WHERE faction = 'lna'"
        ).fetchall()
        claims: dict[str, set[str]] = {}
        for row, claim in connection.execute("SELECT inventory, claim FROM inventory_claims"):
            claims.setdefault(row, set()).add(claim)
    assert {row[0] for row in rows} == {f"lna/{id_}" for id_ in printed}
    for id_, number, low, high, lost, places, included_in, number_of_claims in rows:
        line = printed[id_.removeprefix("lna/")]
        told = [each or "" for each in (number, lost, places)]
        assert told == [line["count_text"], line["lost_text"], line["place"]]
        assert [str(each or "") for each in (low, high)] == [line["count_low"], line["count_high"]]
        assert (included_in or "").removeprefix("lna/") == line["included_in"]
        assert claims[id_] == set(line["claims"].split("; "))
        assert number_of_claims == len(claims[id_])


def test_no_number_without_its_claims(shipped: Database) -> None:
    with snapped(shipped) as connection:
        assert connection.execute("SELECT count(*) FROM inventory").fetchone() > (50,)
        bare = "SELECT id FROM inventory WHERE id NOT IN (SELECT inventory FROM inventory_claims) OR claims = 0"
        assert connection.execute(bare).fetchall() == []


@pytest.mark.parametrize("sql", [each.sql for each in QUESTIONS.values()] + [sql for _, sql in VIEWS.values()])
def test_no_question_adds_up_numbers(sql: str) -> None:
    """Counting claims is all that SQL does; what is held stands in the inventories."""
    assert not re.search(r"\b(sum|total|avg)\s*\(", sql, re.IGNORECASE)
    assert not re.search(r"\b(low|high|lost_low|lost_high)\b", sql)


def test_every_column_is_described_as_where_it_is_written() -> None:
    told = metadata("here", "now")["databases"]["catalogue"]["tables"]
    for sheet in SHEETS:
        assert set(told[sheet.name]["columns"]) == {column.name for column in sheet.columns}
        assert all(told[sheet.name]["columns"].values())
    assert told["claims"]["columns"]["says"] == catalog.shapes(catalog.ClaimEntry)["says"].help
    assert told["claims"]["columns"]["operator"].casefold() == vocabulary.PARTIES["operator"].casefold()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("colonel", {"first/twelve", "second/twelve-too", "first/tanks"}),  # by speaker too
        ("Jay-29", {"first/twelve", "first/five", "first/none", "second/twelve-too"}),
        ("jay29", {"first/twelve", "first/five", "first/none", "second/twelve-too"}),
        ("twentyniner five", {"first/five"}),
        ("slip", set()),
    ],
)
def test_claims_are_found_by_every_spelling_of_what_they_name(words: str, found: set[str], small: Database) -> None:
    asked = " ".join(f'"{word}"' for word in words.split())
    with snapped(small) as connection:
        sql = "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
        assert {row[0] for row in connection.execute(sql, [asked])} == found


def test_hostile_text_is_neutral_in_the_snapshot(stranger: Database) -> None:  # noqa: F811
    with snapped(stranger) as connection:
        lines = list(connection.iterdump())
    assert len(lines) > 1000
    assert [line for line in lines if RAW.search(line)] == []


def test_ids_that_look_alike_are_refused(small: Database, tmp_path: Path) -> None:
    assert small.path is not None
    shutil.copy(small.path, tmp_path / "mine.db")
    with closing(sqlite3.connect(tmp_path / "mine.db")) as connection, connection:
        for space in (" ", "\u2003"):
            connection.execute("INSERT INTO system (id, name) VALUES (?, 'twin')", (f"a{space}b",))
    done = oob("serve", "--no-browser", "--port", 0, db=tmp_path / "mine.db")
    assert (done.code, "two ids among the systems" in done.err) == (1, True)


def test_a_formula_is_none_in_the_csv_of_a_page(evil: Database) -> None:  # noqa: F811
    with snapped(evil) as connection:
        [(says,)] = connection.execute("SELECT says FROM claims WHERE id = 'evil/formula'").fetchall()
    assert says == "'" + FORMULA


# -- the program ----------------------------------------------------------------------------------------------------


@contextmanager
def serving(database: object, *arguments: object, **more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`oob serve` on a port of its own, and the address that it printed; killed at the end where it still runs."""
    port = () if "--port" in arguments else ("--port", 0)
    browser = () if more else ("--no-browser",)
    running = subprocess.Popen(
        [sys.executable, "-m", "oob", "serve", *map(str, (*port, *browser, *arguments))],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "OOB_DATABASE": str(getattr(database, "path", None) or getattr(database, "url", database)),
            **more,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert running.stderr is not None
        told = running.stderr.readline()
        if told.startswith("Reading the catalogue"):
            told = running.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/catalogue$", told.strip())
        assert found is not None, told
        yield running, found[0]
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()


def ended(running: subprocess.Popen[str], by: int) -> tuple[int, str, str]:
    """Sends a signal; gives the exit code and what was still said."""
    running.send_signal(by)
    out, err = running.communicate(timeout=30)
    return running.returncode, out, err


@contextmanager
def handed_down(signal_name: str, how: signal.Handlers) -> Iterator[None]:
    """What is started within takes a signal so, however the tests themselves were started (nohup, `&`)."""
    number = getattr(signal, signal_name)
    before = signal.signal(number, how)
    try:
        yield
    finally:
        signal.signal(number, before)


def got(address: str, sent: bytes | None = None, /, **headers: str) -> tuple[int, str, dict[str, str]]:
    """A page's status, text and headers."""
    try:
        with urlopen(Request(address, sent, headers), timeout=30) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers.items())
    except HTTPError as error:
        with error:
            return error.code, error.read().decode(), dict(error.headers.items())


@pytest.fixture(scope="module")
def served(shipped: Database) -> Iterator[str]:
    """The address of the shipped catalogue, served."""
    with serving(shipped) as (_, address):
        yield address


@pytest.fixture(scope="module")
def served_small(small: Database) -> Iterator[str]:
    """The address of the six claims, served."""
    with serving(small) as (_, address):
        yield address


def asked(address: str, question: str, **values: str) -> list[dict[str, Any]]:
    """The rows of an answer to a question."""
    status, text, _ = got(f"{address}/{question}.json?{urlencode({**values, '_shape': 'array'})}")
    assert status == 200, text
    found: list[dict[str, Any]] = json.loads(text)
    return found


JETS = {"first/twelve", "first/five", "first/none", "second/twelve-too"}


@pytest.mark.parametrize(
    ("question", "values", "claims"),
    [
        ("claims_about_a_system", {"system": "jay 29"}, JETS),
        ("claims_about_a_system", {"system": "jet"}, JETS),
        ("claims_about_a_system", {"system": "TWENTY-NINER"}, JETS),
        ("claims_about_a_system", {"system": "equipment"}, {*JETS, "first/tanks"}),
        ("claims_about_a_system", {"system": "submarine"}, set()),
        ("claims_about_a_system", {"system": ""}, {*JETS, "first/tanks"}),
        ("claims_at_a_place", {"place": "old airfield"}, JETS),
        ("claims_at_a_place", {"place": "The Land"}, {*JETS, "first/tanks"}),
        ("claims_naming_a_force", {"force": "red"}, {*JETS, "first/tanks"}),
        ("claims_naming_a_force", {"force": "red air"}, JETS),
        ("claims_by_a_source", {"source": "Ministry of Redland"}, {"first/twelve", "first/tanks", "second/twelve-too"}),
        ("claims_by_a_source", {"source": "herald"}, set()),  # it says nothing of its own
        ("claims_behind_a_number", {"inventory": "red/own/red-air/j-29"}, JETS),
        ("where_reports_differ", {}, JETS),
        ("one_party_alone", {}, {"first/tanks"}),
        ("denials", {}, {"first/twelve", "first/five", "second/twelve-too"}),
    ],
)  # fmt: skip
def test_questions_find_the_right_claims(
    question: str, values: dict[str, str], claims: set[str], served_small: str
) -> None:
    assert {row["claim"] for row in asked(served_small, question, **values)} == claims


def test_who_relies_on_whom(served_small: str) -> None:
    rows = asked(served_small, "who_relies_on_whom")
    assert {(row["publisher"], row["relies_on"], row["party"], row["utterances"], row["claims"]) for row in rows} == {
        ("The Paper", "Colonel Speaker", "Ministry of Redland", 1, 2),
        ("The Paper", "The Paper", "The Paper", 1, 1),
        ("The Paper", "Staff of Blueland", "Staff of Blueland", 1, 1),
        ("The Herald", "Colonel Speaker", "Ministry of Redland", 1, 1),
    }


def test_what_several_reports_tell_is_one_word(served_small: str) -> None:
    [row] = asked(served_small, "told_again")
    assert (row["origin"], row["reports"]) == ("word", 2)
    shared = {row["report"]: (row["claims"], row["origins"], row["origins_told_elsewhere_too"], row["parties"])
              for row in asked(served_small, "reports_with_claims")}  # fmt: skip
    assert shared == {"first": (4, 3, 1, 3), "second": (1, 1, 1, 1)}


def test_every_question_is_asked_above() -> None:
    text = Path(__file__).read_text("utf-8")
    assert [name for name in QUESTIONS if f'"{name}"' not in text] == []


def test_links_lead_to_sheets_that_are_there() -> None:
    assert set(LINKS.values()) <= {sheet.name for sheet in SHEETS}


@needs_signals
@pytest.mark.parametrize("by", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_in_good_order(by: str, small: Database, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    before = sorted(small.path.parent.iterdir()) if small.path else []
    with (
        handed_down(by, signal.SIG_DFL),
        serving(small, "--no-browser", TMPDIR=str(tmp_path / "temporary")) as (running, address),
    ):
        assert got(address)[0] == 200
        code, out, err = ended(running, getattr(signal, by))
    assert (code, out) == (0, "")
    assert "Traceback" not in err
    assert list((tmp_path / "temporary").iterdir()) == []
    assert small.path is not None
    assert sorted(small.path.parent.iterdir()) == before


@needs_signals
def test_started_with_nohup_it_outlives_its_terminal(small: Database) -> None:
    with handed_down("SIGHUP", signal.SIG_IGN), serving(small) as (running, address):
        running.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=2)
        assert got(address)[0] == 200
        assert ended(running, signal.SIGTERM)[0] == 0


@needs_signals
def test_even_a_kill_leaves_nothing_behind(small: Database, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    with serving(small, "--no-browser", TMPDIR=str(tmp_path / "temporary")) as (running, address):
        assert got(f"{address}/claims")[0] == 200
        assert ended(running, signal.SIGKILL)[0] == -signal.SIGKILL
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_signals
def test_it_ends_while_a_page_is_being_made(small: Database) -> None:
    """A query has five seconds; these are waited for, and the end is quiet."""
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with serving(small) as (running, address):
        place = urlsplit(address)
        with socket.create_connection((place.hostname, place.port)) as asking:
            asking.sendall(
                f"GET /catalogue?{urlencode({'sql': endless})} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode()
            )
            time.sleep(0.3)
            code, _, err = ended(running, signal.SIGINT)
    assert code == 0
    assert "Traceback" not in err


@pytest.mark.parametrize("through", ["x", "{}", "[]", '{"table": "claims"}'])
def test_a_filter_that_is_none_is_told(through: str, served_small: str) -> None:
    status, text, _ = got(f"{served_small}/claims?{urlencode({'_through': through})}")
    assert status == 400
    assert "_through takes JSON" in text


def test_a_query_without_end_is_stopped(served_small: str) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    status, text, _ = got(f"{served_small}?{urlencode({'sql': endless})}")
    assert status == 400
    assert "time limit" in text


def test_two_at_once(small: Database, shipped: Database) -> None:
    with serving(small) as (_, one), serving(shipped) as (_, other):
        assert one != other
        assert len(asked(one, "claims")) == 5
        assert len(asked(other, "claims", _size="max")) == 143


def test_a_port_that_is_taken(small: Database) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = oob("serve", "--no-browser", "--port", port, db=small)
    assert done.code == 1
    assert done.err == (
        f"oob: cannot serve on port {port}: another program is there (another oob serve?);"
        " name another, or leave --port out to get a free one\n"
    )


@pytest.mark.parametrize("port", ["65536", "-1", "http"])
def test_what_is_no_port(port: str, small: Database) -> None:
    assert oob("serve", "--port", port, db=small).code == 2


def test_it_is_there_for_this_computer_alone(served_small: str) -> None:
    port = urlsplit(served_small).port
    with closing(socket.create_connection(("127.0.0.1", port))):
        pass
    if sys.platform == "linux":  # where all of 127/8 is this computer, and one address of it is served
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port))


def test_a_name_that_was_made_to_point_here_gets_nothing(served_small: str) -> None:
    port = urlsplit(served_small).port
    for host in (f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{port}", ""):
        status, text, _ = got(served_small, Host=host)
        assert (status, "Redland" in text) == (421, False), host
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
        assert got(served_small, Host=host)[0] == 200, host


def test_another_site_gets_nothing_in_the_readers_name(served_small: str) -> None:
    cross = {"Sec-Fetch-Site": "cross-site"}
    assert got(f"{served_small}.json", **cross, **{"Sec-Fetch-Mode": "no-cors"})[0] == 403
    assert got(f"{served_small}.json", **cross, **{"Sec-Fetch-Mode": "cors"})[0] == 403
    assert got(served_small, **cross, **{"Sec-Fetch-Mode": "navigate"})[0] == 200, "a link in one's notes"
    assert got(served_small, **{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"})[0] == 200


def test_nothing_can_be_sent(served_small: str) -> None:
    assert got(served_small, b"sql=DROP TABLE claims")[0] == 405


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM claims",
        "ATTACH 'other.db' AS other",
        "PRAGMA writable_schema = 1",
        "SELECT 1; DROP TABLE claims",
        "WITH x AS (SELECT 1) DELETE FROM claims",
        "SELECT length(randomblob(1000000000))",
        "SELECT load_extension('x')",
    ],
)
def test_sql_of_ones_own_only_reads(sql: str, served_small: str) -> None:
    status, _, _ = got(f"{served_small}?{urlencode({'sql': sql})}")
    assert status in (400, 403)
    assert len(asked(served_small, "claims")) == 5


def test_pages_forbid_whatever_is_elsewhere(served_small: str) -> None:
    for page in ("", "/claims", "/no-such-table", "/claims/first~2Ftwelve", "/denials", ".json"):
        _, _, headers = got(served_small + page)
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert not re.search(r"http|\*|unsafe-eval", headers["content-security-policy"])
        assert "unsafe" not in policy["script-src"]
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in {name.lower() for name in headers}


def test_the_database_can_be_changed_meanwhile_and_the_pages_stay(small: Database, tmp_path: Path) -> None:
    assert small.path is not None
    mine = tmp_path / "mine.db"
    shutil.copy(small.path, mine)
    (tmp_path / "third.yaml").write_text(SECOND.replace("id: second", "id: third"), "utf-8")
    with serving(mine) as (_, address):
        assert oob("load", tmp_path / "third.yaml", db=mine).code == 0
        assert len(asked(address, "claims")) == 5
    with serving(mine) as (_, address):
        assert len(asked(address, "claims")) == 6


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_postgresql_is_served_and_not_held(filled: Database) -> None:
    """No transaction is left open on the server while its snapshot is looked at."""
    with serving(filled) as (_, address):
        assert len(asked(address, "claims", _size="max")) == 143
        with Reader(filled) as reader:
            sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            assert reader.rows(sql) == [(1,)]


def test_the_browser_is_opened(small: Database, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = tmp_path / "browser.py"
    script.write_text("import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])")
    with serving(small, BROWSER=f"{sys.executable} {script} {seen} %s") as (_, address):
        deadline = time.monotonic() + 30
        while not (seen.exists() and seen.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert seen.read_text() == address


def test_without_datasette_it_says_what_to_install(small: Database) -> None:
    running = program(
        """
        import sys
        sys.modules["datasette"] = None
        from oob.main import main
        sys.exit(main())
        """,
        "serve",
        "--db",
        small.path,
    )
    _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "pip install 'oob[web]'" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("command", [["inventory", "red"], ["serve", "--help"], ["--help"]], ids=" ".join)
def test_nothing_else_pays_for_it(command: list[str], small: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OOB_DATABASE", str(small.path))
    assert not {"datasette", "uvicorn", "jinja2", "httpx"} & packages(imported(*command))


# -- the pages ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all pages."""
    from playwright.sync_api import sync_playwright

    quiet = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    )  # fmt: skip
    with sync_playwright() as running:
        made = running.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window. Whatever was asked of anywhere else, said on the console or in a dialog, fails the test."""
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    made = window.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    made.on("pageerror", lambda error: said.append(f"error: {error}"))
    made.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    made.on("request", lambda request: _is_ours(request.url) or said.append(f"request: {request.url}"))
    made.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    made.on("popup", lambda popup: said.append(f"window: {popup.url}"))
    yield made
    window.close()
    assert said == []


def follow(page: Page, selector: str) -> None:
    """Clicks on something that leads to another page, and waits for that."""
    with page.expect_navigation():
        page.click(selector)


def _is_ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:"))


@needs_chromium
def test_home_leads_to_tables_and_questions(page: Page, served: str) -> None:
    page.goto(served.removesuffix("/catalogue"))
    assert "What press reports allege" in page.inner_text("h1")
    follow(page, "h2 a >> text=catalogue")
    assert page.url == served
    tables = page.locator(".db-table h3 a").all_inner_texts()
    assert set(tables) == {sheet.name for sheet in SHEETS if not sheet.hidden}
    assert page.locator("#queries + ul a").all_inner_texts() == [each.title for each in QUESTIONS.values()]
    assert set(page.locator("#views + ul a").all_inner_texts()) == set(VIEWS)
    assert page.locator(".CodeMirror").is_visible(), "Datasette's own scripts run"


@needs_chromium
def test_a_table_and_a_facet(page: Page, served: str) -> None:
    page.goto(f"{served}/claims")
    assert "143 rows" in page.inner_text("h3 >> nth=0")
    assert "What the reports allege" in page.inner_text(".metadata-description")
    assert page.locator("td.col-system a >> text=air-defence system").first.is_visible(), "names, not ids"
    follow(page, "#facet-stance a >> text=denied")
    assert "1 row" in page.inner_text("h3 >> nth=0")
    assert "denies that any Russian warplane" in page.inner_text("td.col-says")


@needs_chromium
def test_the_meaning_of_a_column_is_one_click_away(page: Page, served: str) -> None:
    page.goto(f"{served}/claims")
    page.click("th.col-says svg")
    assert "The claim in our own words, one sentence" in page.inner_text(".dropdown-menu")


@needs_chromium
def test_from_a_claim_to_its_report_and_back(page: Page, served: str) -> None:
    page.goto(f"{served}/claims/cnn-2020-05-26~2Fat-least-14")
    assert page.inner_text("td.col-number") == "at least 14"
    follow(page, "td.col-report a >> text=CNN, 26 May 2020")
    assert page.url == f"{served}/reports/cnn-2020-05-26"
    follow(page, "li:has-text('report in claims') a")
    assert "report=cnn-2020-05-26" in page.url
    follow(page, "td.col-id a >> text=cnn-2020-05-26/at-least-14")
    assert page.inner_text("h1") == "claims: cnn-2020-05-26/at-least-14"


@needs_chromium
def test_from_a_number_to_its_claims(page: Page, served: str) -> None:
    page.goto(f"{served}/inventory?faction=lna&section=support&system=fighter-aircraft")
    assert page.inner_text("td.col-number") == "12 or 14+"
    follow(page, "td.col-claims a")
    figures = set(page.locator("td.col-number").all_inner_texts())
    assert {"a dozen", "at least 14", "several"} <= {figure.strip() for figure in figures}
    follow(page, "td.col-claim a >> text=cnn-2020-05-26/at-least-14")
    assert page.inner_text("td.col-says") == "Puts the number of jets that reached Libya at 14 or more."


@needs_chromium
def test_a_search(page: Page, served: str) -> None:
    page.goto(f"{served}/systems")
    page.fill("#_search", "mig29")
    follow(page, "input[type=submit]")
    assert "MiG-29" in page.locator("td.col-name").all_inner_texts()
    assert len(page.locator("td.col-name").all_inner_texts()) < 20


@needs_chromium
@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_a_page(name: str, page: Page, served: str) -> None:
    page.goto(served)
    follow(page, f"#queries + ul a >> text={QUESTIONS[name].title}")
    assert page.inner_text("h1") == QUESTIONS[name].title
    assert page.inner_text(".metadata-description") == QUESTIONS[name].about
    assert page.locator("table.rows-and-columns tbody tr").count() > 0
    assert page.locator(".message-error").count() == 0


@needs_chromium
def test_a_question_is_filled_in(page: Page, served: str) -> None:
    page.goto(f"{served}/claims_at_a_place")
    page.fill("input[name=place]", "Jufra")
    follow(page, "input[type=submit]")
    places = set(page.locator("td.col-place").all_inner_texts())
    assert places == {"Al Jufra air base"}
    follow(page, "td.col-claim a >> nth=0")
    assert page.inner_text("h1").startswith("claims: ")


@needs_chromium
@pytest.mark.parametrize("width", [480, 1280])
def test_a_page_is_no_wider_than_its_window(width: int, page: Page, served: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("", "/claims", "/claims/cnn-2020-05-26~2Fat-least-14", "/inventory", "/denials", "/systems"):
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


LONG = "Name" * 2500


@pytest.fixture(scope="module")
def hostile(stranger: Database) -> Iterator[str]:  # noqa: F811
    """The stranger's database with what would harm a page besides, served."""
    assert stranger.path is not None
    path = stranger.path.with_name("pages.db")
    shutil.copy(stranger.path, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, column, id_, text in (
            ("report", "url", "evil", "javascript:alert(1)"),
            ("report", "title", "evil", "</title></style><script>alert(1)</script>"),
            ("report", "url", "cnn-2020-05-26", "https://evil.example/\"onmouseover='alert(1)'"),
            ("system", "name", "long-cart", LONG),
            ("force", "name", "evil-force", "<img src=https://evil.example/x onerror=alert(1)>"),
            ("place", "name", "evil-place", "{{ 7919 * 7907 }} {% raw %}"),
            ("claim", "says", "evil/script", '"><iframe src=https://evil.example></iframe><svg/onload=alert(1)>'),
            ("event", "title", "evil-event", "';alert(1)//\\u003cscript\\u003e"),
        ):
            assert connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (text, id_)).rowcount == 1
    with serving(path) as (_, address):
        yield address


PAGES = [
    *(sheet.name for sheet in SHEETS),
    *VIEWS,
    *QUESTIONS,
    *("claims/evil~2Fscript", "reports/evil", "reports/cnn-2020-05-26", "systems/long-cart", "forces/evil-force"),
    *("places/evil-place", "events/evil-event", "claims?_search=alert", "claims?_facet=event&_facet=system"),
    "claims_about_a_system?" + urlencode({"system": "<script>alert(1)</script>"}),
    "?" + urlencode({"sql": "select '<script>alert(1)</script>' as \"<img src=x onerror=alert(1)>\""}),
]


@needs_chromium
@pytest.mark.parametrize("path", PAGES)
def test_pages_stay_neutral(path: str, page: Page, hostile: str) -> None:
    answer = page.goto(f"{hostile}/{path}".replace("/?", "?"))
    assert answer is not None
    assert answer.status == 200
    assert RAW.search(page.inner_text("body")) is None
    assert page.locator("iframe, img, object, embed, [onerror], [onload], [onmouseover]").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    assert page.locator("text=62615533").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280, "a long name widens no page"


@needs_chromium
def test_a_script_that_got_in_would_not_run(browser: Browser, served: str) -> None:
    """Even with a hole in Datasette: the policy lets only its own scripts run, and load from here alone."""
    page = browser.new_page()
    page.goto(served)
    ran = page.evaluate(
        """async () => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
            let fetched = 'nothing';
            try { fetched = (await fetch('https://evil.example/')).status } catch (error) { fetched = error.name }
            return [window.ran ?? false, fetched];
        }"""
    )
    page.close()
    assert ran == [False, "TypeError"]


def test_csv_of_a_page_runs_in_no_spreadsheet(hostile: str) -> None:
    _, text, _ = got(f"{hostile}/claims.csv?_labels=on&report=evil")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 2
    assert [cell for row in rows for cell in row.values() if re.match(r"\s*[=+\-@]", cell)] == []


def test_the_inline_scripts_are_found() -> None:
    """Otherwise Datasette's pages would be without theirs: the policy names them by their hashes."""
    import datasette

    assert len(guard.inline_scripts(Path(datasette.__file__).parent / "templates")) >= 3


def test_a_large_catalogue_is_said_to_take_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = threading.Event()
    with server._told(heard.set):
        pass
    assert not heard.is_set(), "not where it is quick"
    monkeypatch.setattr(server, "WORDLESS", 0.0)
    with server._told(heard.set):
        assert heard.wait(10)
