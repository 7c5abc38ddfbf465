"""Text that means harm: as far as a file may carry it, and as only somebody else's database can.

What a file may hold is loaded and asked for in every format; control characters are refused in files, so they are
written straight into a database, as in one that was sent by a stranger.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from geojson_pydantic import FeatureCollection
from test_cli import SQLITE, Done, on_terminal, oob
from test_datapackage import validated

from oob.store import Database

FORMULA = '=HYPERLINK("http://evil.example","see")'
SCRIPT = "<script>alert(1)</script>"
PIPE = "a | b ~~c~~ `d` [e](javascript:f) ![g](http://h.example/i.png)"
QUOTES = "say \"it\", 'it', \u201cit\u201d; and, then\\n"
LONG = "an extremely long name of a thing " * 12 + "Donaudampfschifffahrtsgesellschaftskapitän" * 4

CATALOGUE = f"""\
systems:
  - {{id: evil-cart, name: {json.dumps(FORMULA)}, parent: vehicle}}
  - {{id: long-cart, name: {json.dumps(LONG.strip())}, parent: vehicle}}
forces:
  - {{id: evil-force, name: {json.dumps(SCRIPT)}, kind: militia}}
places:
  - {{id: evil-place, name: {json.dumps(PIPE)}, kind: town, within: libya}}
sources:
  - {{id: evil-source, name: "@SUM(1+1)*cmd|' /C calc'!A0", kind: outlet, reliability: F, reason: {json.dumps(QUOTES)}}}
"""
REPORT = f"""\
report:
  id: evil
  publisher: evil-source
  title: {json.dumps(FORMULA)}
  authors: ["-2+3", {json.dumps(SCRIPT)}]
  published: 2020-06-03
  dated_by: "+1"
  url: https://evil.example/?a=1&b=2
origins:
  evil-own: {{speaker: evil-source, basis: own reporting, note: {json.dumps(QUOTES)}}}
events:
  evil-event: {{kind: presence, title: {json.dumps(FORMULA)}}}
claims:
  - key: formula
    origin: evil-own
    event: evil-event
    paragraph: 1
    says: {json.dumps(FORMULA)}
    action: present
    stance: asserted
    system: evil-cart
    system_text: "@cell"
    count: 3
    operator: evil-force
    beneficiary: lna
    at: evil-place
    note: {json.dumps(PIPE)}
  - key: script
    origin: evil-own
    event: evil-event
    paragraph: 2
    says: {json.dumps(SCRIPT + " " + PIPE + " " + QUOTES)}
    action: present
    stance: alleged
    system: long-cart
    count: 5
    operator: evil-force
    beneficiary: lna
    at: evil-place
"""
ASKED = (
    "inventory lna",
    "inventory lna --section activity",
    "why lna vehicle",
    "why lna evil-cart",
    "compare lna evil-force",
    "timeline lna",
    "conflicts",
    "gaps",
    "claims",
    "claims --report evil",
    "show evil",
    "show evil/formula",
    "show evil/script",
    "show evil-event",
    "show evil-cart",
    "show evil-force",
    "show evil-place",
    "show evil-source",
    "systems",
    "forces",
    "places",
    "sources",
    "reports",
    "origins",
    "events",
    "log",
)
FORMATS = ("text", "csv", "json", "markdown", "html")
STARTS = re.compile(r"[\s\x00-\x20]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for a formula."""


def asked(line: str, fmt: str, db: Database) -> Done | None:
    """The answer to a question; None where CSV cannot hold the several tables of it."""
    done = oob(*line.split(), "--format", fmt, db=db)
    if fmt == "csv" and done.code == 1:
        assert "CSV holds one table" in done.err
        return None
    assert done.code == 0, f"{line}: {done.err}"
    return done


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The shipped catalogue and a report that means harm."""
    folder = tmp_path_factory.mktemp("evil")
    (folder / "catalogue.yaml").write_text(CATALOGUE, "utf-8")
    (folder / "evil.yaml").write_text(REPORT, "utf-8")
    made = Database(folder / "evil.db")
    loaded = oob("load", folder / "catalogue.yaml", folder / "evil.yaml", db=made)
    assert loaded.code == 0, loaded.err
    return made


@pytest.mark.parametrize("line", ASKED)
def test_no_cell_runs_in_a_spreadsheet(line: str, evil: Database) -> None:
    done = asked(line, "csv", evil)
    if done is None:
        return
    head, *rows = csv.reader(io.StringIO(done.out, newline=""))
    for row in rows:
        assert len(row) == len(head)
        for cell in row:
            assert not STARTS.match(cell) or re.fullmatch(r"-?\d+(\.\d+)?", cell), cell
            assert "\n" not in cell


def test_the_formula_is_still_readable(evil: Database) -> None:
    [row] = [
        row for row in oob("claims", "--report", "evil", "-f", "csv", db=evil).rows if row["claim"] == "evil/formula"
    ]
    assert row["says"] == "'" + FORMULA
    [table] = [t for t in oob("claims", "--report", "evil", "-f", "json", db=evil).tables if t["name"] == "claims"]
    assert FORMULA in [row["says"] for row in table["rows"]], "JSON gives it as it is"


TOKENS = (
    r"(IF|AND|COUNT|COUNTIF|MAX|MIN|SUM|SUMIF|SUMPRODUCT|SUBTOTAL)\("
    r"|('[\w ]+'!)?\$[A-Z]+\$?\d+|\d+|\"[\w .,:]*\"|<>|--|[-+*=<>&,:)(]"
)
"""What our own formulas are made of: a few functions, references, numbers, and texts that say nothing to a computer."""


@pytest.mark.parametrize(
    "line",
    ["inventory lna", "compare lna evil-force", "why lna evil-cart", "claims --report evil", "show evil",
     "show evil/script", "show evil-place", "sources", "reports", "events", "log evil", "workbook lna evil-force"],
)  # fmt: skip
@pytest.mark.parametrize("whose", ["evil", "stranger"])
def test_nothing_runs_or_leads_astray_in_a_workbook(
    line: str, whose: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Every formula is one of ours, every link leads inside or to the report's address, every text is what it is."""
    openpyxl = pytest.importorskip("openpyxl")
    done = oob(*line.split(), "--output", tmp_path / "x.xlsx", db=request.getfixturevalue(whose))
    assert done.code == 0, f"{line}: {done.err}"
    assert RAW.search(done.err) is None
    for page in openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets:
        assert RAW.search(page.title) is None
        for cell in (cell for row in page.iter_rows() for cell in row if cell.value is not None):
            if cell.data_type == "f":
                assert re.fullmatch(f"=({TOKENS})+", cell.value), cell.value
            elif isinstance(cell.value, str):
                assert RAW.search(cell.value) is None
                assert cell.quotePrefix or not STARTS.match(cell.value), cell.value
            if cell.hyperlink is not None and cell.hyperlink.target is not None:
                assert cell.hyperlink.target == "https://evil.example/?a=1&b=2"


@pytest.mark.parametrize("line", ASKED)
def test_markdown_stays_a_table_and_no_html(line: str, evil: Database) -> None:
    done = asked(line, "markdown", evil)
    assert done is not None
    assert not re.search(r"(?<!\\)<(?!https?://)[a-zA-Z/!]", done.out)
    assert not re.search(r"(?<!\\)!?\[[^\]^]*(?<!\\)\]\(", done.out), "no link that nobody made"
    cells = [len(re.findall(r"(?<!\\)\|", text)) for text in done.out.splitlines() if text.startswith("|")]
    for block in _blocks(done.out):
        assert len({len(re.findall(r"(?<!\\)\|", text)) for text in block}) == 1
    assert cells or "Nothing found." in done.out


def _blocks(text: str) -> list[list[str]]:
    """Runs of table lines."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


@pytest.mark.parametrize("line", ASKED)
def test_json_is_json(line: str, evil: Database) -> None:
    done = asked(line, "json", evil)
    assert done is not None
    assert json.loads(done.out)["tables"]


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("line", ["inventory lna", "show evil/script", "claims --report evil"])
def test_a_terminal_gets_lines_that_fit(line: str, width: int, evil: Database) -> None:
    told = oob(*line.split(), db=evil, width=width)
    assert told.code == 0
    assert max(map(len, told.out.splitlines())) <= width


def test_it_goes_out_and_comes_back(evil: Database, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert oob("export", tmp_path / "out", db=evil).code == 0
    assert oob("database", "create", "--empty", "--db", other).code == 0
    loaded = oob("load", tmp_path / "out", db=other)
    assert loaded.code == 0, loaded.err
    for line in ("inventory lna", "claims --report evil", "show evil-place", "reports"):
        assert oob(*line.split(), "-f", "json", db=other).out == oob(*line.split(), "-f", "json", db=evil).out


# -- somebody else's database ---------------------------------------------------------------------------------------

SECRET = (
    "\x1b[31mred\x1b[0m\x1b]0;title\x07 \u202egnp.exe\u202c \x08\x7f\x9b2J \u2066a\u2069 \u200bzero \ufeff end\r\nnext"
)
"""Colours, a window title, reversed and invisible text, a C1 sequence, line ends."""
RAW = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@pytest.fixture(scope="module")
def stranger(evil: Database) -> Database:
    """A database into which a stranger wrote what no file may carry, in every column of text that takes it."""
    assert evil.path is not None
    path = evil.path.with_name("stranger.db")
    path.write_bytes(evil.path.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in {
            "system": ["name", "definition"],
            "force": ["name", "short", "note"],
            "place": ["name", "note"],
            "source": ["name", "short", "reason"],
            "report": ["title", "authors", "dated_by", "note", "url"],
            "origin": ["note"],
            "event": ["title", "note"],
            "claim": ["says", "system_text", "count_text", "when_text", "note", "withdrawn"],
            "alias": ["written"],
            "loading": ["by", "program", "why"],
        }.items():
            for column in columns:
                only = " WHERE paragraph % 3 = 0" if column == "withdrawn" else ""
                keep = f"{column} || " if column in ("name", "count_text") else ""
                sql = f"UPDATE {table} SET {column} = {keep}? {only or f'WHERE {column} IS NOT NULL'}"
                try:
                    connection.execute(sql, (SECRET,))
                except sqlite3.IntegrityError:
                    continue  # the database itself does not take it there
    return Database(path)


def test_the_stranger_got_something_in(stranger: Database) -> None:
    with closing(sqlite3.connect(str(stranger.path))) as connection:
        for table, column in (("system", "name"), ("claim", "says"), ("report", "title"), ("loading", "why")):
            rows = connection.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
            assert any("\x1b" in row[0] for row in rows), f"{table}.{column}"


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("line", [*ASKED, "claims --withdrawn", "log evil"])
def test_no_raw_escape_reaches_any_output(line: str, fmt: str, stranger: Database) -> None:
    done = asked(line, fmt, stranger)
    if done is None:
        return
    for text in (done.out, done.err):
        found = RAW.search(text)
        assert found is None, f"{found and found[0]!r} in {text[max(0, found.start() - 40) : found.start() + 20]!r}"
    assert "\r" not in done.out.replace("\r\n", "")
    if fmt != "csv":
        assert "\r" not in done.out


@pytest.mark.parametrize("line", ["inventory lna", "show evil/script", "log", "why lna evil-cart"])
def test_no_raw_escape_reaches_a_terminal(line: str, stranger: Database) -> None:
    told = on_terminal(80, *line.split(), db=stranger, NO_COLOR="1")
    assert told.code == 0
    assert RAW.search(told.out) is None
    coloured = on_terminal(80, *line.split(), db=stranger, TERM="xterm", NO_COLOR="").out
    assert set(re.findall(r"\x1b.?[0-9;]*.?", coloured)) <= {"\x1b[1m", "\x1b[2m", "\x1b[0m"}


@pytest.mark.parametrize("whose", ["evil", "stranger"])
def test_open_data_is_valid_and_harmless(whose: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    database = request.getfixturevalue(whose)
    done = oob("export", tmp_path / "out", db=database)
    assert done.code == 0, done.err
    found = validated(tmp_path / "out")
    assert found["valid"], [task["errors"] for task in found["tasks"] if task["errors"]]
    for name in ("datapackage.json", "places.geojson"):
        assert RAW.search((tmp_path / "out" / name).read_text("utf-8")) is None
    places = json.loads((tmp_path / "out" / "places.geojson").read_text("utf-8"))
    FeatureCollection.model_validate(places)
    [place] = [each for each in places["features"] if each["id"] == "evil-place"]
    assert place["properties"]["name"].startswith(PIPE), "JSON gives it as it is"
    assert [each["claim"] for each in place["properties"]["alleged"]] == ["evil/formula", "evil/script"]
    read = pyarrow.parquet.read_table(tmp_path / "out" / "parquet" / "system.parquet").to_pylist()
    [name] = [row["name"] for row in read if row["id"] == "evil-cart"]
    assert name.startswith(FORMULA), "nothing computes in a Parquet file"


@pytest.mark.parametrize("whose", ["evil", "stranger"])
def test_a_scenario_is_harmless(whose: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """ORBAT Mapper shows names as they are and descriptions as Markdown, where a picture would be fetched."""
    done = oob("export", "--orbat", tmp_path / "out.json", db=request.getfixturevalue(whose))
    assert done.code == 0, done.err
    scenario = json.loads((tmp_path / "out.json").read_text("utf-8"))
    texts = list(_texts(scenario))
    assert any("alert(1)" in text for _, text in texts)
    for key, text in texts:
        assert RAW.search(text) is None, key
        if key == "description":
            assert not re.search(r"(?<!\\)<(?!https?://)[a-zA-Z/!]", text), text
            assert not re.search(r"(?<!\\)!?\[[^\]^]*(?<!\\)\]\(", text), text


def _texts(found: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document, with its key."""
    if isinstance(found, str):
        yield key, found
    elif isinstance(found, dict):
        for name, value in found.items():
            yield from _texts(value, name)
    elif isinstance(found, list):
        for value in found:
            yield from _texts(value, key)


def test_no_raw_escape_in_what_is_refused(stranger: Database) -> None:
    """Messages quote names from the database and from the command line."""
    for line in (
        ["inventory", "lnaa"],
        ["inventory", SECRET],
        ["show", "evil/formul"],
        ["show", SECRET],
        ["why", "gna", "evil-cart"],
        ["inventory", "lna", "--system", "evil-carts"],
        ["inventory", "lna", "--as-of", "\x1b[31m"],
        ["inventory", "lna", "--format", "\x1b[31m"],
        ["claims", "--action", "\x1b[31m"],
        ["check", "no\x1b[31m.yaml"],
        ["attach", "no\x1b[31m", "no\x1b[31m.txt"],
        ["export", "/dev/null/\x1b[31m"],
        ["inventory", "lna", "-o", "/no\x1b[31m/x.csv"],
        ["log", "\x1b[31m"],
    ):
        done = oob(*line, db=stranger)
        assert done.code in (1, 2), line
        assert RAW.search(done.err) is None, line
        assert done.out == ""


@SQLITE
def test_a_file_with_control_characters_is_refused(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "evil.yaml"
    for char in ("\x1b", "\u202e", "\x9b", "\u200b", "\x07"):
        path.write_text(REPORT.replace("@cell", f"a{char}b"), "utf-8")
        escaped = REPORT.replace("@cell", "a\\" + f"x{ord(char):02x}b" if ord(char) < 256 else f"a\\u{ord(char):04x}b")
        for text in (path.read_text("utf-8"), escaped):
            path.write_text(text, "utf-8")
            (tmp_path / "catalogue.yaml").write_text(CATALOGUE, "utf-8")
            done = oob("check", tmp_path / "catalogue.yaml", path, db=filled)
            assert done.code == 1, repr(char)
            assert "evil.yaml" in done.err
            assert RAW.search(done.err) is None
