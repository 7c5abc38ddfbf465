"""The writers: what people see at which width, what programs get, and that no text gets out of its cell."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import oob
from oob import formats
from oob.errors import Refusal
from oob.formats import BINARY, NAMES, render, write_file
from oob.table import Cell, Column, Table

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads((Path(formats.__file__).parent / "output.schema.json").read_text("utf-8"))

INVENTORY = Table(
    name="inventory",
    title="Libyan National Army: what it is alleged to have held on 2020-07-31",
    columns=(
        Column("section", audience="data"),
        Column("system", "System"),
        Column("holder", "Holder"),
        Column("count_low", kind="int", audience="data"),
        Column("count_high", kind="int", audience="data"),
        Column("count_text", "Count"),
        Column("lost", "Lost", kind="int"),
        Column("place", "Place"),
        Column("earliest", "Since", kind="date"),
        Column("remark", "Remark"),
        Column("single_party", "One party", kind="flag"),
        Column("claims", kind="ids", audience="data"),
        Column("notes", "Sources", kind="notes"),
    ),
    rows=(
        ("own", "MiG-23", "Libyan National Army", None, None, "not stated", 2, "Al Jufra", "2019-07-26",
         None, True, ("example-2019-07-28/two-lost",), (1,)),
        ("own", "transport aircraft", "Libyan National Army", 1, None, "1+", None, "Al Jufra", "2019-07-26",
         None, True, ("example-2019-07-28/transport",), (1,)),
        ("own", "  Il-76", "Libyan National Army", 1, 1, "1", None, "Al Jufra", "2019-07-26",
         None, False, ("example-2019-07-28/il-76", "other-2019-08-01/il-76"), (1, 2)),
        ("support", "fighter aircraft", "Russian Armed Forces", 12, None, "12 or 14+", None, "Al Jufra",
         "2020-05", None, False, ("command-2020-05-26/at-least-14", "wire-2020-06-18/dozen"), (3, 4, 5)),
        ("support", "  MiG-29", "Russian Armed Forces", 3, None, "several", None, "Al Jufra", "2020-05",
         None, True, ("command-2020-05-26/mig-29",), (3,)),
        ("backers", "mine-resistant ambush-protected vehicle", "Russian Armed Forces and Wagner Group", 1000,
         1000, "1,000", 1200, "unnamed air base", "2020-07", None, None, (), (5,)),
    ),
    groups=(("Own", 0), ("In support", 3), ("Backers", 5)),
    notes=(
        "Counted by rules 1. An indented row is part of the row above it.",
        "Activity: over 800 strikes are alleged.",
    ),
    footnotes=(
        "Example Times, 28 July 2019, paragraph 2: two lost on the ground.",
        "Other Herald, about August 2019, paragraph 7.",
        "Command, press release of 26 May 2020, paragraph 1: at least 14 came by way of Khmeimim and Tobruk. "
        "https://example.org/pressrelease/32887/military-fighter-aircraft-arrive-at-an-airfield",
        "Wire, 18 June 2020, paragraph 3: “a dozen”.",
        "Command, press release of 24 July 2020, paragraph 5.",
    ),
    about={"faction": "lna", "as_of": "2020-07-31", "known_by": None, "rules": 1},
)  # fmt: skip

HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "\x1b]0;x\x07",
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "a|b\\|c\\",
    "two\r\nlines\tand\u2028more",
    "\ud800",
    "[^1] [x](javascript:y) ![i](j) `c` *b* _i_ ~~s~~ $m$ @cite &lt; {#id} <!-- -->",
    "é 中文 😀 e\u0301 \u200b\ufeff",
    "name" * 2500,
)


def golden(name: str) -> str:
    return (GOLDEN / name).read_text("utf-8")


def one_column(*cells: Cell, kind: Any = "text") -> Table:
    return Table("t", "T", (Column("a", "A", kind=kind),), tuple((cell,) for cell in cells))


# Text


@pytest.mark.parametrize("width", [100, 80, 45])
def test_text_golden(width: int) -> None:
    assert render([INVENTORY], "text", width=width) == golden(f"inventory-{width}.txt")


def test_text_in_a_pipe_is_never_wrapped() -> None:
    text = render([INVENTORY], "text")
    assert f"[3] {INVENTORY.footnotes[2]}\n" in text
    assert "mine-resistant ambush-protected vehicle  Russian Armed Forces and Wagner Group  1,000" in text


def test_colour_adds_nothing_but_colour() -> None:
    plain, coloured = (render([INVENTORY], "text", width=80, colour=colour) for colour in (False, True))
    assert re.sub("\x1b\\[[012]m", "", coloured) == plain
    assert f"\x1b[1m{INVENTORY.title}\x1b[0m" in coloured
    assert "\x1b[1mIn support\x1b[0m" in coloured
    assert "\x1b[2m[2] Other Herald, about August 2019, paragraph 7.\x1b[0m" in coloured
    assert "\x1b" not in plain


@pytest.mark.parametrize("fmt", ["text", "markdown"])
def test_an_empty_table_says_so(fmt: str) -> None:
    text = render([replace(INVENTORY, rows=(), groups=())], fmt, width=80 if fmt == "text" else None)
    assert "\nNothing found.\n" in text
    assert "System" not in text
    assert INVENTORY.notes[0] in text


def test_an_empty_group_says_so() -> None:
    table = replace(one_column("x"), groups=(("First", 0), ("Second", 1)))
    assert render([table], "text") == "T\n\nFirst\nA\n-\nx\n\nSecond\nNothing found.\n"
    assert render([table], "markdown").endswith("### Second\n\nNothing found.\n")


def test_rows_before_the_first_group_have_no_heading() -> None:
    table = replace(one_column("x", "y"), groups=(("Second", 1),))
    assert render([table], "text") == "T\n\nA\n-\nx\n\nSecond\nA\n-\ny\n"


def test_growing_columns_wrap_before_the_others_and_keep_some_room() -> None:
    says = "Puts the number of jets that reached Libya at 14 or more."
    claims = Table(
        "claims",
        "Claims",
        (Column("id", "Claim"), Column("says", "Says", grows=True), Column("count", "Count", kind="int")),
        (("example-2020-05-27/at-least-14", says, 14),),
    )
    assert render([claims], "text", width=70) == (
        "Claims\n\n"
        "Claim                           Says                          Count\n"
        "------------------------------  ----------------------------  -----\n"
        "example-2020-05-27/at-least-14  Puts the number of jets that     14\n"
        "                                reached Libya at 14 or more.\n"
    )
    assert render([claims], "text", width=60) == (
        "Claims\n\n"
        "Claim                   Says                      Count\n"
        "----------------------  ------------------------  -----\n"
        "example-2020-05-27/at-  Puts the number of jets      14\n"
        "least-14                that reached Libya at 14\n"
        "                        or more.\n"
    )


def test_wide_characters_are_aligned() -> None:
    table = Table("t", "T", (Column("a", "A"), Column("b", "B")), (("利比亚", "x"), ("Cafe\u0301", "y")))
    assert render([table], "text") == ("T\n\nA       B\n------  -\n利比亚  x\nCafe\u0301    y\n")


def columns(line: str) -> int:
    """How wide a terminal draws a line."""
    line = re.sub("\x1b\\[[012]m", "", line)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in line)
    return wide + sum(unicodedata.category(char) not in ("Mn", "Me") for char in line)


texts = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("ab -/中😀e\u0301[1]", max_size=120)
cells: dict[str, st.SearchStrategy[Cell]] = {
    "text": st.none() | texts,
    "date": st.none() | st.dates().map(str),
    "int": st.none() | st.integers(),
    "flag": st.none() | st.booleans(),
    "ids": st.lists(texts, max_size=3).map(tuple),
    "notes": st.lists(st.integers(1, 99), max_size=9).map(tuple),
}


@st.composite
def any_table(draw: st.DrawFn) -> Table:
    shown = [
        Column(
            f"column_{at}",
            draw(texts),
            draw(st.sampled_from(list(cells))),
            draw(st.sampled_from(["all", "people", "data"])),
            draw(st.booleans()),
        )
        for at in range(draw(st.integers(1, 9)))
    ]
    rows = draw(st.lists(st.tuples(*(cells[column.kind] for column in shown)), max_size=5))
    starts = sorted(draw(st.lists(st.integers(0, len(rows)), max_size=3)))
    return Table(
        draw(texts),
        draw(texts),
        tuple(shown),
        tuple(rows),
        tuple(draw(st.lists(texts, max_size=2))),
        tuple(draw(st.lists(texts, max_size=12))),
        tuple((draw(texts), start) for start in starts),
    )


@given(st.lists(any_table(), max_size=2), st.integers(40, 130), st.booleans())
def test_no_line_is_wider_than_the_terminal(tables: list[Table], width: int, colour: bool) -> None:
    for line in render(tables, "text", width=width, colour=colour).split("\n"):
        assert columns(line) <= width, line


@given(any_table())
def test_wrapping_loses_nothing(table: Table) -> None:
    """At any width, the same characters: only spaces, rules and repeated headings differ."""
    table = replace(table, groups=())

    def kept(text: str) -> list[str]:
        return sorted(re.sub(r"[\s-]", "", text))

    body = replace(table, columns=tuple(replace(column, heading="h") for column in table.columns))
    wide, narrow = (render([body], "text", width=width) for width in (None, 61))
    if re.search("^h: ", narrow, re.M) is None:
        assert kept(wide) == kept(narrow)


# CSV


def test_csv_golden() -> None:
    assert render([INVENTORY], "csv") == (
        "section,system,holder,count_low,count_high,count_text,lost,place,earliest,remark,single_party,claims\r\n"
        "own,MiG-23,Libyan National Army,,,not stated,2,Al Jufra,2019-07-26,,yes,"
        "example-2019-07-28/two-lost\r\n"
        "own,transport aircraft,Libyan National Army,1,,1+,,Al Jufra,2019-07-26,,yes,"
        "example-2019-07-28/transport\r\n"
        "own,  Il-76,Libyan National Army,1,1,1,,Al Jufra,2019-07-26,,no,"
        "example-2019-07-28/il-76; other-2019-08-01/il-76\r\n"
        "support,fighter aircraft,Russian Armed Forces,12,,12 or 14+,,Al Jufra,2020-05,,no,"
        "command-2020-05-26/at-least-14; wire-2020-06-18/dozen\r\n"
        "support,  MiG-29,Russian Armed Forces,3,,several,,Al Jufra,2020-05,,yes,"
        "command-2020-05-26/mig-29\r\n"
        "backers,mine-resistant ambush-protected vehicle,Russian Armed Forces and Wagner Group,1000,1000,"
        '"1,000",1200,unnamed air base,2020-07,,,\r\n'
    )


@pytest.mark.parametrize("start", ["", " ", "\t", "\n", "\ufeff", "\x00", "\u200b \x1b"])
@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_csv_cell_is_a_formula(start: str, sign: str) -> None:
    text = f"{start}{sign}1+1"
    for cell in (text, (text,), ("id", text)):
        [_, [written]] = csv.reader(io.StringIO(render([one_column(cell)], "csv"), newline=""))
        assert all(part.startswith("'") for part in written.split("; ") if "1+1" in part)


def test_csv_leaves_numbers_and_harmless_text_alone() -> None:
    assert render([one_column(-5, kind="int")], "csv") == "a\r\n-5\r\n"
    assert render([one_column("MiG-29", "a=b", "'quoted'")], "csv") == "a\r\nMiG-29\r\na=b\r\n'quoted'\r\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_keeps_hostile_text_in_its_cell(text: str) -> None:
    lines = render([one_column(text, "next")], "csv").split("\r\n")
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)
    assert [len(row) for row in csv.reader(lines[:3])] == [1, 1, 1]


@given(any_table())
def test_csv_is_read_back(table: Table) -> None:
    header, *rows = csv.reader(io.StringIO(render([table], "csv"), newline=""))
    shown = [column for column in table.columns if column.audience != "people" and column.kind != "notes"]
    assert header == [column.key for column in shown]
    assert [len(row) for row in rows] == [len(shown)] * len(table.rows)


@pytest.mark.parametrize(("tables", "there"), [([], "0: none"), ([one_column(), INVENTORY], "2: t, inventory")])
def test_csv_takes_one_table(tables: list[Table], there: str) -> None:
    with pytest.raises(Refusal, match=there):
        render(tables, "csv")


# JSON


def test_json_golden() -> None:
    table = replace(INVENTORY, rows=INVENTORY.rows[2:3])
    assert render([table], "json") == golden("inventory.json").replace("VERSION", oob.__version__)


@given(st.lists(any_table(), max_size=2))
def test_json_keeps_the_published_schema(tables: list[Table]) -> None:
    text = render(tables, "json")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
    unseen = {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs")}
    assert unseen <= {"\n"}


@given(any_table())
def test_json_values_are_of_their_columns_kind(table: Table) -> None:
    [written] = json.loads(render([table], "json"))["tables"]
    types: dict[str, tuple[type, ...]] = {
        "text": (str, type(None)),
        "date": (str, type(None)),
        "int": (int, type(None)),
        "flag": (bool, type(None)),
        "ids": (list,),
        "notes": (list,),
    }
    for row in written["rows"]:
        assert list(row) == [column["key"] for column in written["columns"]]
        for column in written["columns"]:
            assert isinstance(row[column["key"]], types[column["kind"]])


def changed(change: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render([INVENTORY], "json"))
    envelope, table = document["oob"], document["tables"][0]
    match change:
        case "another format":
            envelope["format"] = 2
        case "no format":
            del envelope["format"]
        case "no program":
            del envelope["program"]
        case "more in the envelope":
            envelope["host"] = "x"
        case "more beside the envelope":
            document["errors"] = []
        case "one table":
            document["tables"] = table
        case "rows as lists":
            table["rows"] = [list(row.values()) for row in table["rows"]]
        case "no footnotes":
            del table["footnotes"]
        case "a new kind":
            table["columns"][0]["kind"] = "float"
        case "a fraction":
            table["rows"][0]["lost"] = 1.5
        case "mixed ids":
            table["rows"][0]["claims"] = ["a", 1]
    return document


@pytest.mark.parametrize(
    "change",
    [
        "another format", "no format", "no program", "more in the envelope", "more beside the envelope",
        "one table", "rows as lists", "no footnotes", "a new kind", "a fraction", "mixed ids",
    ],
)  # fmt: skip
def test_a_changed_envelope_breaks_the_schema(change: str) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    assert validator.is_valid(changed("nothing"))
    assert not validator.is_valid(changed(change))


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_hostile_text_whole_and_unseen(text: str) -> None:
    written = render([one_column(text)], "json")
    assert json.loads(written)["tables"][0]["rows"] == [{"a": text}]
    assert not set(written) & set("\x1b\x07\u202e\u2028\u200b\ufeff\ud800")
    written.encode("utf-8")


# Markdown


def test_markdown_golden() -> None:
    assert render([INVENTORY], "markdown") == golden("inventory.md")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_markdown_cell(text: str) -> None:
    written = render([one_column(text, "next")], "markdown")
    title, _, head, _, first, second, end = written.split("\n")
    assert (title, head, second, end) == ("## T", "| A |", "| next |", "")
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", first)) == 2
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_<>\[\]~^$&@{}]", re.sub("<https?://[^<> ]*>", "", first[2:-2]))
    assert first.isprintable()


def test_markdown_in_markdown() -> None:
    table = replace(
        one_column("  indented, https://example.org/a_b(c)?d=e."),
        notes=("# no heading", "1. no list", "- nor here", "(a) nor here"),
        footnotes=("    no *code*",),
    )
    assert render([table], "markdown") == (
        "## T\n\n"
        "| A |\n| ---------------------------------------- |\n"
        "| &nbsp;&nbsp;indented, <https://example.org/a_b(c)?d=e>. |\n\n"
        "\\# no heading\n\n1\\. no list\n\n\\- nor here\n\n(a\\) nor here\n\n"
        "Further sources: [^1]\n\n"
        "[^1]: no \\*code\\*\n"
    )


def test_footnotes_of_several_tables_do_not_collide() -> None:
    table = replace(one_column((1,), kind="notes"), footnotes=("x",))
    written = render([table, replace(table, name="a b"), table], "markdown")
    assert re.findall(r"^\[\^(.*)\]: x$", written, re.M) == ["t-1-1", "a-b-1", "t-3-1"]
    assert re.findall(r"^\| \[\^(.*)\] \|$", written, re.M) == ["t-1-1", "a-b-1", "t-3-1"]


# All formats


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [None, 80, 45])
def test_hostile_text_is_shown_and_not_obeyed(text: str, width: int | None) -> None:
    table = replace(one_column(text), title=text, notes=(text,), footnotes=(text,), groups=((text, 0),))
    assert all(line.isprintable() for line in render([table], "text", width=width).split("\n"))


@pytest.mark.parametrize("fmt", [name for name in NAMES if name not in BINARY])
def test_every_text_ends_its_last_line(fmt: str) -> None:
    assert render([INVENTORY], fmt).endswith("\r\n" if fmt == "csv" else "\n")


def test_unknown_format() -> None:
    with pytest.raises(Refusal, match="unknown format 'xls'; the formats are text, csv, json, markdown, html, xlsx"):
        render([INVENTORY], "xls")


@pytest.mark.parametrize("fmt", ["csv", "json", "markdown"])
def test_only_text_pays_for_tabulate(fmt: str) -> None:
    program = (
        "import sys; from oob.formats import render; from oob.table import *;"
        f"render([Table('t', 'T', (Column('a'),), (('x',),))], {fmt!r});"
        "sys.exit('tabulate' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=Path(oob.__file__).parents[1], check=True)


# Files


def test_files_are_utf8_and_csv_is_marked_so(tmp_path: Path) -> None:
    texts = [name for name in NAMES if name not in BINARY]
    for fmt in texts:
        write_file(tmp_path / fmt, [INVENTORY], fmt)
        content = (tmp_path / fmt).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") == (fmt == "csv")
        assert content.decode("utf-8-sig") == render([INVENTORY], fmt)
    assert sorted(os.listdir(tmp_path)) == sorted(texts)


def test_an_old_file_is_replaced_where_it_is(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.csv", tmp_path / "link.csv"
    kept.write_text("old")
    kept.chmod(0o640)
    link.symlink_to(kept)
    write_file(link, [INVENTORY], "csv")
    assert link.is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o640
    assert kept.read_bytes() == b"\xef\xbb\xbf" + render([INVENTORY], "csv").encode()


@pytest.mark.parametrize(
    ("code", "says"), [(errno.ENOSPC, "No space left"), (errno.EROFS, "Read-only"), (errno.EACCES, "denied")]
)
def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, says: str) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old")

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Refusal, match=f"cannot write .*old.csv: .*{says}.*; nothing was changed"):
        write_file(path, [INVENTORY], "csv")
    assert os.listdir(tmp_path) == ["old.csv"]
    assert path.read_text() == "old"


def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, [INVENTORY], "csv")
    assert os.listdir(tmp_path) == ["old.csv"]
    assert path.read_text() == "old"


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, says in [
        (tmp_path / "no" / "x.csv", f"there is no folder {tmp_path}/no; make it first"),
        (tmp_path / "file" / "x.csv", "there is no folder"),
        (tmp_path, "it is a folder; name a file in it"),
        (tmp_path / ("x" * 300), "File name too long; nothing was changed"),
    ]:
        with pytest.raises(Refusal, match=re.escape(says)):
            write_file(path, [INVENTORY], "csv")
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_device() -> None:
    with pytest.raises(Refusal, match="No space left on device"):
        write_file(Path("/dev/full"), [INVENTORY], "csv")
    assert not Path("/dev/full").is_file()


def test_a_refused_table_touches_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        write_file(tmp_path / "x.csv", [], "csv")
    assert not os.listdir(tmp_path)


def test_every_mark_in_markdown_has_its_footnote_also_where_tables_share_them() -> None:
    first = replace(INVENTORY, footnotes=())
    text = render([first, replace(INVENTORY, name="activity")], "markdown")
    marks = set(re.findall(r"\[\^[^\]]+\](?!:)", text))
    assert marks == {f"[^activity-{number}]" for number in range(1, 6)}
    assert {mark[:-1] for mark in re.findall(r"(?m)^\[\^[^\]]+\]:", text)} == marks
    apart = render([INVENTORY, replace(INVENTORY, name="activity")], "markdown")
    assert "[^inventory-1]:" in apart
    assert "[^activity-1]:" in apart
