"""`oob read`: files to drafts, many at once, again and again, interrupted, and with all that is wrong with files.

Articles are told apart by their numbers: article(7) says that 7 tanks of one type were seen.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from test_cli import Done, child, on_terminal, oob, surroundings

from oob import catalog
from oob.catalog import ClaimEntry, ReportEntry
from oob.errors import Refusal
from oob.reading.drafts import draft as drafting
from oob.reading.drafts.crew import Crew
from oob.reading.drafts.files import find
from oob.store import Database
from oob.texts import paragraphs

SQLITE = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def article(number: int) -> str:
    """An article with one claim; each number gives another text."""
    return f"The ministry said on Tuesday that {number} T-72 tanks had arrived in Sirte, number {number} of its list.\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*arguments: object, db: Database, code: int = 0) -> list[dict[str, str]]:
    """The rows that `oob read` gives."""
    done = oob("read", *arguments, "--format", "csv", db=db)
    assert done.code == code, done.err
    return done.rows


def states(rows: Sequence[dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(row["file"], row["state"], Path(row["draft"]).stem if row["draft"] else "") for row in rows]


def everything(folder: str = "drafts") -> dict[str, bytes]:
    """The files in a folder of drafts, its record aside."""
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.name != ".read.json"}


def assert_whole(folder: str) -> list[str]:
    """Every draft in a folder is a whole file, with its text beside it; gives their names."""
    names = sorted(path.stem for path in Path(folder).glob("*.yaml"))
    for name in names:
        found = catalog.read([Path(folder, f"{name}.yaml")])
        assert not found.problems
        [report] = found.of(ReportEntry)
        assert report.sha256 == hashlib.sha256(Path(folder, f"{name}.txt").read_bytes()).hexdigest()
    assert [path.name for path in Path(folder).iterdir() if path.suffix not in (".yaml", ".txt")] == [".read.json"]
    return names


# -- one file ------------------------------------------------------------------------------------------------------


def test_an_article_becomes_a_draft_with_its_text_beside_it(shipped: Database) -> None:
    put("article.txt", "From the harbour\n\n" + article(7))
    done = oob("read", "article.txt", "--publisher", "cnn", "--published", "2020-05-26", "-f", "csv", db=shipped)
    assert done.code == 0
    [row] = done.rows
    assert row["file"] == "article.txt"
    assert row["state"] == "read"
    assert (row["claims"], row["systems"], row["doubtful"], row["repeats"], row["problem"]) == ("1", "1", "1", "", "")
    path = Path(row["draft"])
    assert done.err == f"Next: oob review {path}\n"
    assert path.parent == Path("drafts")
    assert assert_whole("drafts") == [path.stem]
    found = catalog.read([path])
    [report] = found.of(ReportEntry)
    assert (report.id, report.publisher, report.published) == (path.stem, "cnn", "2020-05-26")
    [claim] = found.of(ClaimEntry)
    assert (claim.system, claim.count, claim.review) == ("t-72", "7", "proposed")
    paragraph = paragraphs(path.with_suffix(".txt").read_text("utf-8"))[int(str(claim.paragraph)) - 1]
    assert paragraph == article(7).strip()
    checked = oob("check", path, db=shipped)
    assert checked.code == 0, checked.err
    assert "1 proposed claim" in checked.out


def test_what_the_document_does_not_say_is_given(shipped: Database) -> None:
    put("a.txt", article(1))
    told = read(
        "a.txt", "--publisher", "The Harbour Post", "--published", "2020-05~", "--title", "Tanks: a list",
        "--url", "https://example.org/a", db=shipped,
    )  # fmt: skip
    assert states(told) == [("a.txt", "read", "the-harbour-post-2020-05-tanks-a-list")]
    [report] = catalog.read([Path(told[0]["draft"])]).of(ReportEntry)
    assert (report.title, report.published, report.url) == ("Tanks: a list", "2020-05~", "https://example.org/a")
    assert oob("check", told[0]["draft"], db=shipped).code == 0


def test_what_is_not_known_is_told(shipped: Database) -> None:
    put("a.txt", article(1))
    [row] = read("a.txt", db=shipped)
    assert "does not say who published it (--publisher)" in row["notes"]
    assert "does not say when it came out (--published)" in row["notes"]
    assert oob("check", row["draft"], db=shipped).code == 0


def test_an_article_that_claims_nothing(shipped: Database) -> None:
    put("a.txt", "The weather was fine.\n")
    done = oob("read", "a.txt", db=shipped)
    assert done.code == 0
    assert done.err == "Nothing was found that is claimed of equipment.\n"
    assert oob("check", *Path("drafts").glob("*.yaml"), db=shipped).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["a.txt", "b.txt", "--title", "T"], 2, "they speak of one file, and there are 2"),
        (["a.txt", "b.txt", "--url", "https://example.org"], 2, "they speak of one file, and there are 2"),
        (["."], 0, ""),
        ([".", "--url", "https://example.org"], 2, "there are 2"),
        (["a.txt", "--published", "31/05/2020"], 2, "write the year first, 2020-05-31"),
        (["a.txt", "--publisher", " "], 2, "is blank"),
        (["a.txt", "--url", "example.org"], 2, "http:// or https://"),
        (["a.txt", "--processes", "0"], 2, "--processes"),
        (["a.txt", "--into", "a.txt"], 1, "cannot be written to a.txt"),
        (["a.txt", "--into", "a.txt/drafts"], 1, "name another folder with --into"),
        (["nowhere.txt"], 1, "nowhere.txt: there is no such file"),
        (["empty"], 1, "there is nothing to read in empty; in a folder, files are read that end in .txt"),
        ([], 2, "Missing argument"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_mistakes(arguments: list[str], code: int, words: str, shipped: Database) -> None:
    put("a.txt", article(1))
    put("b.txt", article(2))
    Path("empty").mkdir()
    done = oob("read", *arguments, db=shipped)
    assert done.code == code
    assert words in " ".join(done.err.replace("│", " ").split())
    if code:
        assert not Path("drafts").exists()
        assert Path("a.txt").read_text("utf-8") == article(1)


@SQLITE
def test_a_catalogue_without_systems_is_refused_with_what_to_do(database: Database) -> None:
    assert oob("database", "create", "--empty", db=database).code == 0
    put("article.txt", article(7))
    done = oob("read", "article.txt", db=database)
    assert done.code == 1
    assert "the catalogue has no systems" in done.err
    assert "oob load --shipped" in done.err
    assert not Path("drafts").exists()


def test_from_a_pipe(shipped: Database) -> None:
    def piped(text: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "oob", "read", "-", "--publisher", "CNN", "--published", "2020-05-26"]
        done = subprocess.run(
            command, env=surroundings(shipped), input=text.encode(), capture_output=True, check=False, timeout=60
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    for state in ("read", "read before"):
        code, out, _ = piped(article(3))
        assert code == 0
        [line] = [line for line in out.splitlines() if line.startswith("standard input")]
        assert f"{state} " in line
        assert "cnn-2020-05-26-standard-input.yaml" in line
    assert "cnn-2020-05-26-standard-input-2.yaml" in piped(article(4))[1]
    code, _, err = piped("")
    assert (code, err) == (1, "the input is empty; give a file with the text of a report\n")


# -- folders and many files ----------------------------------------------------------------------------------------


def test_what_is_read_in_a_folder() -> None:
    wanted = ["in/B.PDF", "in/a.txt", "in/deep/er/c.html", "in/deep/z.htm", "in/odd name.txt", "in/x.html"]
    others = [
        "in/.hidden.txt",
        "in/.git/x.txt",
        "in/notes.md",
        "in/x.yaml",
        "in/x.txt",
        "in/picture.png",
        "in/drafts/d.txt",
    ]
    for name in (*wanted, *others):
        put(name, "x")
    assert [str(each.path) for each in find([Path("in")], Path("in/drafts")).sources] == sorted(wanted)
    twice = find([Path("in/notes.md"), Path("in"), Path("./in/a.txt"), Path("in").absolute()], Path("in/drafts"))
    assert [str(each.path) for each in twice.sources] == sorted([*wanted, "in/notes.md"])


def test_texts_beside_drafts_are_not_read_as_articles(shipped: Database) -> None:
    put("a.txt", article(1))
    first = read(".", "--into", ".", db=shipped)
    assert [row["file"] for row in first] == ["a.txt"]
    assert len(list(Path().glob("*.txt"))) == 2
    assert [row["file"] for row in read(".", "--into", ".", db=shipped)] == ["a.txt"]


def test_the_drafts_are_the_same_whatever_the_number_of_processes(shipped: Database) -> None:
    for number in range(40):
        put(f"in/{number % 3}/{number:02}.txt", article(number // 2 + 2))  # each text twice
    put("in/0/empty.txt", "")
    found = {}
    for processes in (1, 2, 3):
        into = f"into-{processes}"
        done = child("read", "in", "--into", into, "--processes", processes, "-f", "csv", db=shipped)
        assert done.code == 1
        found[processes] = (done.out.replace(into, "into"), done.err.replace(into, "into"), everything(into))
        assert len(assert_whole(into)) == 20
    assert found[1] == found[2] == found[3]
    rows = list(csv.DictReader(io.StringIO(found[1][0])))
    assert [row["file"] for row in rows] == sorted(row["file"] for row in rows)
    assert [row["state"] for row in rows].count("same text") == 20


def test_a_thousand_files_and_a_run_that_finds_them_done(shipped: Database) -> None:
    for number in range(1000):
        put(f"in/{number:04}.txt", article(number + 2))
    done = child("read", "in", "--processes", "2", "-f", "csv", db=shipped)
    assert (done.code, len(done.rows)) == (0, 1000)
    assert "(and 999 more)" in done.err
    assert len(list(Path("drafts").glob("*.yaml"))) == len(list(Path("drafts").glob("*.txt"))) == 1000
    before = everything()
    again = child("read", "in", "-f", "csv", db=shipped)
    assert {row["state"] for row in again.rows} == {"read before"}
    assert everything() == before


# -- what is wrong with files --------------------------------------------------------------------------------------


def test_what_fails_is_told_and_the_others_are_read(shipped: Database) -> None:
    put("in/a.txt", article(1))
    put("in/b-empty.txt", "")
    put("in/c-binary.txt", bytes(range(256)) * 20)
    put("in/d-broken.pdf", b"%PDF-1.4\nnothing more")
    put("in/e.txt", article(2))
    os.mkfifo("in/f-pipe.txt")
    Path("in/g-link.txt").symlink_to("nowhere")
    put("in/h.txt", article(3))
    with Path("in/i-large.txt").open("wb") as large:
        large.truncate(50_000_001)
    for processes in (1, 2):
        into = f"drafts-{processes}"
        done = oob("read", "in", "--into", into, "--processes", processes, "-f", "json", db=shipped)
        assert done.code == 1
        [table] = done.tables
        rows = {row["file"]: row for row in table["rows"]}
        assert [name for name, row in rows.items() if row["state"] == "read"] == ["in/a.txt", "in/e.txt", "in/h.txt"]
        failed = [row["problem"] for row in rows.values() if row["state"] == "failed"]
        assert done.err.splitlines()[:-1] == [*failed, "6 of 9 could not be read."]
        assert failed[0] == "in/b-empty.txt is empty; give a file with the text of a report"
        assert "in/i-large.txt is larger than 50 MB" in failed[-1]
        assert len(assert_whole(into)) == 3


def test_names_that_would_command_a_terminal(shipped: Database) -> None:
    put("a\x1b[31m\nb\u202e.txt", article(1))
    put("c\x1b[31m.txt", "")
    os.symlink(b"/nowhere", os.fsencode(os.getcwd()) + b"/\xff\xfe.txt")
    for fmt in ("text", "csv", "json"):
        done = oob("read", ".", "--into", f"drafts-{fmt}", "--format", fmt, db=shipped)
        assert done.code == 1
        assert "\x1b" not in done.out + done.err
        assert "\u202e" not in done.out + done.err
        assert "2 of 3 could not be read." in done.err
    for draft in Path("drafts-text").glob("*.yaml"):
        assert oob("check", draft, db=shipped).code == 0
    assert states(read(".", "--into", "drafts-csv", db=shipped, code=1))[0][1] == "read before"


@pytest.mark.skipif(ROOT, reason="root may look everywhere")
def test_folders_that_one_may_not_use(shipped: Database) -> None:
    put("in/a.txt", article(1))
    put("in/shut/b.txt", article(2))
    put("full/x", "")
    Path("in/shut").chmod(0)
    Path("full").chmod(0o500)
    try:
        done = oob("read", "in", db=shipped)
        refused = oob("read", "in/a.txt", "--into", "full", db=shipped)
    finally:
        Path("in/shut").chmod(0o700)
        Path("full").chmod(0o700)
    assert done.code == 1
    assert "in/shut: cannot be looked into: Permission denied; check its permissions" in done.err
    assert assert_whole("drafts")
    assert refused.code == 1
    assert "the drafts cannot be written to full: Permission denied" in refused.err


def test_folders_that_cannot_be_looked_into_are_told(shipped: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    put("in/a.txt", article(1))

    def walk(top: Path, onerror: Callable[[OSError], None]) -> Any:
        onerror(PermissionError(13, "Permission denied", f"{top}/sh\x1but"))
        yield str(top), [], ["a.txt", "gone.txt"]

    monkeypatch.setattr("oob.reading.drafts.files.os.walk", walk)
    done = oob("read", "in", db=shipped)
    assert done.code == 1
    assert done.err.splitlines()[:3] == [
        "in/sh\\x1but: cannot be looked into: Permission denied; check its permissions",
        "in/gone.txt: there is no such file",
        "2 of 3 could not be read.",
    ]
    assert len(assert_whole("drafts")) == 1


def test_a_mistake_in_oob_costs_one_file(shipped: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    put("in/a.txt", article(1))
    put("in/b.txt", article(2))
    make = drafting.make

    def faulty(*arguments: Any, **named: Any) -> Any:
        if named["name"] == "a.txt":
            raise KeyError("x\x1b")
        return make(*arguments, **named)

    monkeypatch.setattr(drafting, "make", faulty)
    done = oob("read", "in", db=shipped)
    assert done.code == 1
    told = done.err.splitlines()[0]
    assert told.startswith("in/a.txt: reading it failed by a mistake in oob (KeyError: 'x\\x1b', test_read_command.py:")
    assert len(assert_whole("drafts")) == 1


# -- once more -----------------------------------------------------------------------------------------------------


def test_what_was_read_is_passed_over_until_it_changes(shipped: Database) -> None:
    a, b = put("a.txt", article(1)), put("b.txt", article(2))
    first = read("a.txt", "b.txt", db=shipped)
    before = everything()
    assert states(read("a.txt", "b.txt", db=shipped)) == [
        ("a.txt", "read before", "unnamed-undated-a"),
        ("b.txt", "read before", "unnamed-undated-b"),
    ]
    os.utime(a, (1, 1))
    again = read("a.txt", "b.txt", db=shipped)
    assert [row["state"] for row in again] == ["read before"] * 2
    assert [{**row, "state": ""} for row in again] == [{**row, "state": ""} for row in first]
    assert everything() == before
    b.write_text(article(3), "utf-8")
    assert [row["state"] for row in read("a.txt", "b.txt", db=shipped)] == ["read before", "read"]
    assert b"number 3 of" in everything()["unnamed-undated-b.txt"]
    assert [row["state"] for row in read("a.txt", "b.txt", "--again", db=shipped)] == ["read", "read"]
    Path("drafts/unnamed-undated-a.yaml").unlink()
    assert [row["state"] for row in read("a.txt", "b.txt", db=shipped)] == ["read", "read before"]


def test_what_is_given_later_is_taken_in_and_the_draft_without_it_goes(shipped: Database) -> None:
    put("a.txt", article(1))
    read("a.txt", db=shipped)
    given = ("--publisher", "cnn", "--published", "2020-05-26")
    assert states(read("a.txt", *given, db=shipped)) == [("a.txt", "read", "cnn-2020-05-26-a")]
    assert sorted(everything()) == ["cnn-2020-05-26-a.txt", "cnn-2020-05-26-a.yaml"]
    for arguments in (given, ()):
        assert states(read("a.txt", *arguments, db=shipped)) == [("a.txt", "read before", "cnn-2020-05-26-a")]


def test_a_draft_that_somebody_edited_is_never_written_over(shipped: Database) -> None:
    a, b = put("a.txt", article(1)), put("b.txt", article(2))
    read("a.txt", "b.txt", db=shipped)
    draft = Path("drafts/unnamed-undated-a.yaml")
    draft.write_text(draft.read_text("utf-8").replace("review: proposed", "review: accepted"), "utf-8")
    before = everything()
    assert [row["state"] for row in read("a.txt", "b.txt", db=shipped)] == ["read before"] * 2
    rows = read("a.txt", "b.txt", "--again", db=shipped, code=1)
    assert [row["state"] for row in rows] == ["failed", "read"]
    assert rows[0]["problem"].startswith(f"a.txt: its draft {draft} has been reviewed or edited since it was read")
    a.write_text(article(5), "utf-8")
    assert [row["state"] for row in read("a.txt", "b.txt", db=shipped, code=1)] == ["failed", "read before"]
    given = ("--publisher", "cnn")
    assert [row["state"] for row in read("a.txt", *given, db=shipped, code=1)] == ["failed"]
    assert {name: data for name, data in everything().items() if "-b." not in name} == {
        name: data for name, data in before.items() if "-b." not in name
    }
    assert b.exists()
    text = Path("drafts/unnamed-undated-b.txt")
    text.write_text("My notes.\n", "utf-8")
    assert [row["state"] for row in read("b.txt", "--again", db=shipped, code=1)] == ["failed"]
    assert text.read_text("utf-8") == "My notes.\n"


def test_without_its_record_every_draft_counts_as_edited(shipped: Database) -> None:
    put("a.txt", article(1))
    read("a.txt", db=shipped)
    draft = Path("drafts/unnamed-undated-a.yaml")
    draft.write_text(draft.read_text("utf-8") + "# mine\n", "utf-8")
    before = everything()
    for content in (
        None,
        b"",
        b"\xff{",
        b"[]",
        b'{"files": 3}',
        b'{"files": {"x": {"draft": "../../a"}}}',
        b"[" * 9999,
    ):
        record = Path("drafts/.read.json")
        record.unlink()
        if content is not None:
            record.write_bytes(content)
        done = oob("read", "a.txt", "-f", "csv", db=shipped)
        assert done.code == 0
        assert [row["state"] for row in done.rows] == ["read before"]
        assert "its draft was there already" in done.rows[0]["notes"]
        assert oob("read", "a.txt", "--again", db=shipped).code == 1
        assert everything() == before
    put("a.txt", article(2))
    assert states(read("a.txt", db=shipped)) == [("a.txt", "read", "unnamed-undated-a-2")]
    assert {name: everything()[name] for name in before} == before


def test_a_record_leads_nowhere_else(shipped: Database) -> None:
    a = put("a.txt", article(1))
    mine = put("mine.yaml", "x")
    put("mine.txt", "y")
    read("a.txt", db=shipped)
    record = json.loads(Path("drafts/.read.json").read_text("utf-8"))
    [entry] = record["files"].values()
    entry |= {"draft": "../mine", "yaml": hashlib.sha256(b"x").hexdigest(), "text": hashlib.sha256(b"y").hexdigest()}
    put("drafts/.read.json", json.dumps(record))
    a.write_text(article(2), "utf-8")
    read("a.txt", "--again", "--publisher", "cnn", db=shipped)
    assert mine.read_text("utf-8") == "x"


# -- what drafts are called ----------------------------------------------------------------------------------------


def test_drafts_of_one_name_are_numbered_in_the_order_of_files_and_keep_their_numbers(shipped: Database) -> None:
    for name, number in (("b/x.txt", 2), ("a/x.txt", 1), ("c/x.txt", 3)):
        put(name, article(number))
    ids = ["unnamed-undated-x", "unnamed-undated-x-2", "unnamed-undated-x-3"]
    assert states(read("c", "b", "a", db=shipped)) == [
        (f"{folder}/x.txt", "read", id_) for folder, id_ in zip("abc", ids, strict=True)
    ]
    for id_, number in zip(ids, (1, 2, 3), strict=True):
        assert f"number {number} of" in Path(f"drafts/{id_}.txt").read_text("utf-8")
        assert f"id: {id_}\n" in Path(f"drafts/{id_}.yaml").read_text("utf-8")
    put("0/x.txt", article(9))
    found = read("0", "b", "c", "--again", db=shipped)
    assert [row[2] for row in states(found)] == ["unnamed-undated-x-4", *ids[1:]]
    assert oob("check", *Path("drafts").glob("*.yaml"), db=shipped).code == 0


def test_the_same_text_is_read_once(shipped: Database) -> None:
    put("a.txt", article(1))
    put("b.txt", article(1))
    assert states(read("b.txt", "a.txt", db=shipped)) == [
        ("a.txt", "read", "unnamed-undated-a"),
        ("b.txt", "same text", "unnamed-undated-a"),
    ]
    assert [row["state"] for row in read("b.txt", "a.txt", db=shipped)] == ["read before"] * 2
    Path("a.txt").rename("c.txt")
    assert states(read("b.txt", "c.txt", db=shipped)) == [
        ("b.txt", "read before", "unnamed-undated-a"),
        ("c.txt", "read before", "unnamed-undated-a"),
    ]
    for _ in range(2):
        told = states(read("b.txt", "c.txt", "--again", db=shipped))
        assert [row[1] for row in told] == ["read", "same text"]
        assert len(everything()) == 2
    put("b.txt", article(2))
    told = states(read("b.txt", "c.txt", db=shipped))
    assert told == [("b.txt", "read", "unnamed-undated-b-2"), ("c.txt", "read before", "unnamed-undated-b")]
    put("c.txt", article(3))
    assert states(read("b.txt", "c.txt", db=shipped))[1] == ("c.txt", "read", "unnamed-undated-c")
    assert assert_whole("drafts") == ["unnamed-undated-b-2", "unnamed-undated-c"]


@SQLITE
def test_what_the_catalogue_has_is_passed_over(filled: Database) -> None:
    put("a.txt", "Nothing is claimed here.\n")
    [row] = read("a.txt", "--publisher", "cnn", "--published", "2020-05-26", db=filled)
    assert oob("load", row["draft"], db=filled).code == 0
    shutil.rmtree("drafts")
    done = oob("read", "a.txt", "-f", "csv", db=filled)
    assert done.code == 0
    assert states(done.rows) == [("a.txt", "in the catalogue", "")]
    assert done.rows[0]["notes"] == "in the catalogue as cnn-2020-05-26-a; --again reads it all the same"
    assert not Path("drafts").exists()
    given = ("--publisher", "cnn", "--published", "2020-05-26")
    assert states(read("a.txt", *given, "--again", db=filled)) == [("a.txt", "read", "cnn-2020-05-26-a")]
    shutil.rmtree("drafts")
    put("a.txt", article(1))
    assert states(read("a.txt", *given, db=filled)) == [("a.txt", "read", "cnn-2020-05-26-a-2")]


def test_a_text_that_repeats_another_of_the_same_run_says_so(shipped: Database) -> None:
    story = (
        "Convoys of armoured vehicles rolled along the coastal highway at dawn while shopkeepers shut windows.\n\n"
        "Witnesses in the harbour counted four grey landing craft unloading crates under floodlights.\n"
    )
    put("first.txt", story)
    put(
        "second.txt",
        story + "\nA third paragraph adds what the mayor told a local radio station about water supplies.\n",
    )
    first, second = read("first.txt", "second.txt", "--published", "2020-05-26", db=shipped)
    assert (first["repeats"], second["repeats"]) == ("", "unnamed-2020-05-26-first")
    assert oob("check", second["draft"], db=shipped).code == 0
    assert "a draft of the same run" in Path(second["draft"]).read_text("utf-8")


# -- interrupted, killed, crashed ----------------------------------------------------------------------------------


def _started(shipped: Database, *more: str) -> subprocess.Popen[bytes]:
    """A run over 400 files that has written some of them."""
    for number in range(400):
        put(f"in/{number:03}.txt", article(number + 2) * 10)
    running = subprocess.Popen(
        [sys.executable, "-m", "oob", "read", "in", "--published", "2020-05-26", *more],
        env=surroundings(shipped),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while running.poll() is None and len(list(Path("drafts").glob("*.yaml"))) < 5:
        time.sleep(0.002)
    return running


def _finish(shipped: Database) -> None:
    """What is left is read, and all is as if nothing had come between."""
    done = oob("read", "in", "--published", "2020-05-26", "--processes", "1", "-f", "csv", db=shipped)
    assert done.code == 0, done.err
    assert {"read", "read before"} == {row["state"] for row in done.rows}
    assert len(assert_whole("drafts")) == 400
    whole = oob("read", "in", "--published", "2020-05-26", "--processes", "1", "--into", "whole", db=shipped)
    assert whole.code == 0
    assert sorted(everything("drafts")) == sorted(everything("whole"))


@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_leaves_whole_files_and_the_next_run_goes_on(processes: str, shipped: Database) -> None:
    running = _started(shipped, "--processes", processes)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, b"")
    assert re.fullmatch(rb"oob: interrupted; drafts written: [0-9]+\. The same command goes on from there\.\n", err), (
        err
    )
    names = assert_whole("drafts")
    assert 5 <= len(names) < 400
    _finish(shipped)


def test_a_killed_run_leaves_whole_drafts(shipped: Database) -> None:
    running = _started(shipped, "--processes", "2")
    running.kill()
    running.communicate(timeout=60)  # its pipes close when the processes it had started are gone too
    left = [path for path in Path("drafts").iterdir() if path.name.startswith(".oob-")]
    assert len(left) <= 3
    for path in left:
        os.utime(path, (1, 1))
    names = sorted(path.stem for path in Path("drafts").glob("*.yaml"))
    assert 5 <= len(names) < 400
    for name in names:
        assert not catalog.read([Path(f"drafts/{name}.yaml")]).problems
        assert Path(f"drafts/{name}.txt").read_bytes()
    _finish(shipped)


def begin(setting: object) -> Callable[[object], object]:
    """What the processes of the tests below do."""
    if setting == "die":
        os._exit(3)

    def answer(task: object) -> object:
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "slow":
            time.sleep(0.3)
        return task, setting

    return answer


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_answers_come_in_the_order_of_tasks(processes: int) -> None:
    tasks = ["slow", *map(str, range(300)), "slow", "x"]
    with Crew[object, object](begin, "s", processes) as crew:
        assert list(crew.each(tasks)) == [(task, "s") for task in tasks]
        assert list(crew.each([])) == []
        assert list(crew.each(["again"])) == [("again", "s")]


def test_a_process_that_dies_costs_the_task_that_it_died_of() -> None:
    tasks = [*map(str, range(10)), "die", "die", *map(str, range(10, 20)), "die"]
    with Crew[object, object](begin, "s", 2) as crew:
        assert list(crew.each(tasks)) == [None if task == "die" else (task, "s") for task in tasks]


def test_processes_that_cannot_start_are_told() -> None:
    with Crew[object, object](begin, "die", 2) as crew, pytest.raises(Refusal, match="--processes 1"):
        list(crew.each(["a", "b"]))


def test_more_is_sent_to_a_process_than_a_pipe_holds() -> None:
    with Crew[object, object](begin, "s" * 3_000_000, 2) as crew:
        assert [len(str(answer)) > 3_000_000 for answer in crew.each(["y" * 1_000_000] * 12)] == [True] * 12


# -- on a terminal -------------------------------------------------------------------------------------------------


def test_a_bar_for_many_files_on_a_terminal_alone(shipped: Database) -> None:
    for number in range(5):
        put(f"in/{number}.txt", article(number + 2))
    assert "Reading" not in oob("read", "in", "--into", "a", db=shipped).err
    assert "100%" in on_terminal(100, "read", "in", "--into", "b", db=shipped).out
    assert "Reading" not in on_terminal(100, "read", "in/1.txt", "--into", "c", db=shipped).out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_summary_fits_the_terminal(width: int, shipped: Database) -> None:
    put("a-rather-long-name-of-a-file-in-a-folder/of-which-the-name-is-long/article.txt", article(2))
    told: Done = oob("read", ".", db=shipped, width=width)
    assert told.code == 0
    assert max(map(len, told.out.splitlines())) <= width
