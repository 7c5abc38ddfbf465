"""The command line as a person meets it: help, exit codes, mistakes, terminals and pipes, first use, databases.

`oob` runs a command in this process and gives what it printed; `child` runs it in one of its own, where a signal, a
closed pipe or a full disk is what is tested. Both fail on a traceback, whatever else the test looks at.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import typer

from oob.cli import app
from oob.main import main
from oob.store import Database

TEXTS = Path(__file__).parents[2] / "shared" / "seeds"
"""The reports' own texts, which are not ours to ship; tests that need them are skipped where they are not there."""


@dataclass(frozen=True)
class Done:
    """What a command did: its exit code, what it printed, what it said beside the data."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows of its CSV."""
        return list(csv.DictReader(io.StringIO(self.out, newline="")))

    @property
    def tables(self) -> list[dict[str, Any]]:
        """The tables of its JSON."""
        found: list[dict[str, Any]] = json.loads(self.out)["tables"]
        return found


class Screen(io.TextIOWrapper):
    """What says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def oob(*arguments: object, db: object = None, width: int | None = None) -> Done:
    """Runs `oob` with these arguments on a database (None: whatever there is by default), in this process.

    `width`: as on a terminal that wide; otherwise as in a pipe.
    """
    out = (Screen if width else io.TextIOWrapper)(io.BytesIO(), encoding="utf-8", newline="")
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    surroundings = {} if db is None else {"OOB_DATABASE": str(getattr(db, "path", None) or getattr(db, "url", db))}
    command = ["oob", *map(str, arguments)]
    if width:
        surroundings |= {"COLUMNS": str(width), "NO_COLOR": "1"}
    with mock.patch.dict(os.environ, surroundings), mock.patch.object(sys, "argv", command):
        with redirect_stdout(out), redirect_stderr(err):
            code = main()
        out.flush()
        err.flush()
    done = Done(code, out.buffer.getvalue().decode("utf-8"), err.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    assert "Traceback" not in done.err + done.out
    return done


def surroundings(db: object = None, **more: str) -> dict[str, str]:
    """The environment of a program of its own."""
    found = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "PYTHONIOENCODING")}
    return found | ({} if db is None else {"OOB_DATABASE": str(getattr(db, "path", db))}) | more


def child(
    *arguments: object, db: object = None, stdout: Any = subprocess.PIPE, folder: Path | None = None, **more: str
) -> Done:
    """Runs `python -m oob` in a process of its own; `more` goes into its environment."""
    done = subprocess.run(
        [sys.executable, "-m", "oob", *map(str, arguments)],
        env=surroundings(db, **more),
        stdout=stdout,
        stderr=subprocess.PIPE,
        cwd=folder,
        timeout=60,
        check=False,
    )
    told = Done(done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8", "replace"))
    assert "Traceback" not in told.err
    return told


def on_terminal(width: int, *arguments: object, db: object, **more: str) -> Done:
    """Runs `python -m oob` on a pseudo-terminal; stdout and stderr come as one."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    fcntl, struct, termios = (pytest.importorskip(name) for name in ("fcntl", "struct", "termios"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "oob", *map(str, arguments)], env=surroundings(db, **more), stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    told = b""
    try:
        while part := os.read(ours, 65536):
            told += part
    except OSError:
        pass  # Linux says EIO where the other end is closed
    os.close(ours)
    text = told.decode("utf-8").replace("\r\n", "\n")
    assert "Traceback" not in text
    return Done(running.wait(), text, "")


REPORT = """\
report:
  id: mine
  publisher: CNN
  published: 2020-06-03
  dated_by: the date line
origins:
  mine-own: {speaker: CNN, basis: own reporting}
claims:
  - key: trucks
    origin: mine-own
    paragraph: 1
    says: Twelve trucks stand near Sirte.
    action: present
    stance: asserted
    system: utility truck
    count: 12
    operator: wagner-group
    near: Sirte
"""


@pytest.fixture
def mine(filled: Database, tmp_path: Path) -> Path:
    """A report file of a user's own, not loaded yet."""
    path = tmp_path / "mine.yaml"
    path.write_text(REPORT, "utf-8")
    return path


SQLITE = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


# -- help -----------------------------------------------------------------------------------------------------------


def commands(group: Any = None, *above: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it."""
    group = group or typer.main.get_command(app)
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from commands(command, *above, name)
        else:
            yield (*above, name), command


COMMANDS = dict(commands())


def test_every_command_that_the_issue_asks_for_is_there() -> None:
    asked = "inventory why compare timeline conflicts gaps claims show attach check load log export"
    lists = "systems forces places sources reports"
    database = ("where", "status", "upgrade", "backup")
    assert {(each,) for each in (asked + " " + lists).split()} | {("database", each) for each in database} <= set(
        COMMANDS
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_and_option_has_help(words: tuple[str, ...]) -> None:
    command = COMMANDS[words]
    first = command.help.splitlines()[0]
    assert first.endswith(".")
    assert len(first) <= 62, "longer than its line in the list of commands at 80 columns"
    for option in command.params:
        assert getattr(option, "help", None), f"{option.name} says nothing of itself"
    shown = oob(*words, "--help")
    assert shown.code == 0
    assert f"Example: oob {' '.join(words)}" in shown.out
    assert oob(*words, "-h").out == shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_the_list_of_commands_is_told_whole_at_80_columns() -> None:
    for arguments in (["--help"], ["database", "--help"]):
        told = oob(*arguments).out.partition("Commands:")[2]
        assert told
        assert "..." not in told.replace("a place, a report...", "")
    assert "Exit codes: 0 done; 1 refused" in oob("--help").out


def test_every_example_runs(shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the help, in one folder, as somebody who tries them all would."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(str(shipped.path), "tried.db")
    Path("my-report.yaml").write_text(oob("template").out, "utf-8")
    if texts := _texts().get("cnn-2020-05-26"):
        shutil.copyfile(texts, "article.txt")
    else:
        Path("article.txt").write_text("Three T-72 tanks arrived in Sirte.\n", "utf-8")
    ran = 0
    for words, command in COMMANDS.items():
        [example] = [line for line in command.help.splitlines() if line.startswith("Example: ")]
        arguments = shlex.split(example.removeprefix("Example: oob "))
        if words == ("attach",) and not texts:
            continue
        if words == ("serve",):
            continue  # goes on until it is interrupted: test_docs.py and test_browsing.py see to that
        done = oob(*arguments, db="tried.db")
        assert done.code == 0, f"{example}: {done.err}"
        ran += 1
    assert ran >= len(COMMANDS) - 2
    assert Path("lna.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert Path("my-catalogue").is_dir()


def _texts() -> dict[str, Path]:
    """The texts of the shipped reports, by report."""
    digests = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(TEXTS.glob("*.txt")) if path.is_file()
    }
    seeds = (Path(__file__).parents[1] / "seeds").glob("*.yaml")
    found = {}
    for seed in seeds:
        for line in seed.read_text("utf-8").splitlines():
            if line.startswith("  sha256: ") and line.split()[1] in digests:
                found[seed.stem] = digests[line.split()[1]]
    return found


def test_the_version() -> None:
    from oob import __version__

    assert oob("--version") == Done(0, f"oob {__version__}\n", "")


# -- mistakes -------------------------------------------------------------------------------------------------------

MISTAKES = [
    ("inventroy lna", 2, ["No such command 'inventroy'", "inventory"]),
    ("inventory", 2, ["Missing argument"]),
    ("inventory lna gna", 2, ["unexpected extra argument", "gna"]),
    ("inventory lna --sytem mig-29", 2, ["No such option: --sytem", "--system"]),
    ("inventory lnaa", 1, ["unknown faction 'lnaa'; did you mean", "'lna'"]),
    ("inventory ''", 1, ["unknown faction ''", "oob forces"]),
    ("inventory qwxzk", 1, ["unknown faction 'qwxzk'; 'oob forces' lists the known ones"]),
    ("inventory 'Al Jufra'", 1, ["'Al Jufra' is a place ('al-jufra'), not a faction"]),
    ("inventory lna --system 'Al Jufra'", 1, ["'Al Jufra' is a place ('al-jufra'), not a system"]),
    ("inventory lna --system Pansir", 1, ["unknown system 'Pansir'; did you mean 'pantsir-s1'"]),
    ("inventory lna --at Jufraa", 1, ["unknown place 'Jufraa'; did you mean 'al-jufra'?"]),
    ("inventory lna --as-of 2020-13-40", 2, ["--as-of", "no month 13"]),
    ("inventory lna --as-of 2020-02-30", 2, ["--as-of", "2020-02-30"]),
    ("inventory lna --as-of 31/05/2020", 2, ["--as-of", "write the year first, 2020-05-31"]),
    ("inventory lna --known-by yesterday", 2, ["--known-by", "'yesterday' is not a date"]),
    ("inventory lna --as-of 2020/..", 2, ["--as-of", "has no end"]),
    ("inventory lna --format xls", 2, ["--format", "'xls' is not one of text, csv, json, markdown, html, xlsx"]),
    ("inventory lna --section mine", 2, ["--section", "'mine' is not one of own, support, backers, activity"]),
    ("inventory lna -f csv --section own --section activity", 1, ["CSV holds one table", "inventory, activity"]),
    ("inventory lna --db mysql://root@host/x", 1, ["'mysql'", "my.db", "postgresql://"]),
    ("why lna", 2, ["Missing argument"]),
    ("why lna submarines", 1, ["unknown system 'submarines'"]),
    ("why gna mig-29", 1, ["that inventory has no MiG-29; it has: armed drone"]),
    ("why lna 'fighter aircraft' --as-of 2019-12-31", 1, ["that inventory has no fighter aircraft"]),
    ("compare lna", 2, ["two or more"]),
    ("compare lna 'Libyan National Army'", 1, ["the same force is named twice"]),
    ("timeline nobody", 1, ["unknown faction 'nobody'"]),
    ("gaps --kind lost", 2, ["--kind", "'lost' is not one of undated"]),
    ("claims --action flown", 1, ["unknown action 'flown'", "oob actions"]),
    ("claims --stance maybe", 1, ["unknown stance 'maybe'", "asserted, assessed, alleged, possible, denied"]),
    ("claims --report cnn-2020", 1, ["unknown report 'cnn-2020'; did you mean 'cnn-2020-05-26'?"]),
    ("claims --event jufra-jets", 1, ["unknown event 'jufra-jets'; did you mean 'jufra-jets-2020-05'?"]),
    ("claims --origin nobody-ever", 1, ["unknown origin 'nobody-ever'; 'oob origins' lists them"]),
    ("claims --source reuterz", 1, ["unknown source 'reuterz'"]),
    ("claims --via nowhere-land", 1, ["unknown place 'nowhere-land'"]),
    ("show qqqq", 1, ["nothing called 'qqqq'; 'oob systems'"]),
    ("show 'al jufre'", 1, ["nothing called 'al jufre'; did you mean"]),
    ("show cnn-2020-05-26/at-least-15", 1, ["oob claims --report cnn-2020-05-26"]),
    ("show lna --kind place", 1, ["nothing called 'lna' among the places"]),
    ("show lna --kind army", 2, ["--kind", "'army' is not one of claim"]),
    ("log nothing-of-the-kind", 1, ["the log has nothing on 'nothing-of-the-kind'"]),
    ("load", 2, ["give files or folders, or --shipped alone"]),
    ("load x.yaml --shipped", 2, ["--shipped alone"]),
    ("load nowhere.yaml", 1, ["nowhere.yaml: there is no such file or folder"]),
    ("check nowhere.yaml", 1, ["nowhere.yaml: there is no such file or folder"]),
    ("check", 2, ["Missing argument"]),
    ("attach cnn-2020-05-26 nowhere.txt", 1, ["nowhere.txt", "No such file"]),
    ("database", 2, ["Usage"]),
    ("database mend", 2, ["No such command 'mend'"]),
]


@pytest.mark.parametrize(("line", "code", "words"), MISTAKES, ids=[line for line, _, _ in MISTAKES])
def test_a_mistake_is_told_with_what_to_do(
    line: str, code: int, words: Sequence[str], shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = _digest(shipped)
    done = oob(*shlex.split(line), db=shipped)
    assert done.code == code
    assert done.out == ""
    told = " ".join(done.err.split())
    for each in words:
        assert each in told
    assert _digest(shipped) == before
    assert list(tmp_path.iterdir()) == []


def _digest(database: Database) -> str:
    assert database.path is not None
    return hashlib.sha256(database.path.read_bytes()).hexdigest()


def test_mistakes_in_files_come_all_at_once_with_their_lines(
    shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line 5 of the report has its date, 14 its system, 16 the count, 17 the operator and 18 the place."""
    monkeypatch.chdir(tmp_path)
    lines = REPORT.splitlines()
    wrong = {
        4: "  published: 31/05/2020",
        15: "    system: MiG-92",
        16: "    count: lots",
        17: "    operator: Wagnr",
        18: "    near: Sirtee",
    }
    for number, line in wrong.items():
        lines[number - 1] = line
    Path("mine.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    before = _digest(shipped)
    for command in ("check", "load"):
        done = oob(command, "mine.yaml", db=shipped)
        assert (done.code, done.out) == (1, "")
        assert [line.split(":")[:2] for line in done.err.splitlines()] == [["mine.yaml", str(line)] for line in wrong]
        assert "write the year first, 2020-05-31" in done.err
        assert "unknown system 'MiG-92'" in done.err
        assert "lots" in done.err
        assert "did you mean 'wagner-group'?" in done.err
        assert "did you mean 'sirte'" in done.err
    assert _digest(shipped) == before


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\xff" * 100, ""),
        (b"report: {id: x, id: y}\n", "twice"),
        (b"[" * 5000 + b"]" * 5000, "deep"),
        (b"just a sentence\n", ""),
    ],
    ids=["empty", "binary", "twice", "deep", "no mapping"],
)
def test_a_file_that_is_no_catalogue_is_refused(content: bytes, word: str, shipped: Database, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    for command in ("check", "load"):
        done = oob(command, path, db=shipped)
        assert (done.code, done.out) == (1, "")
        assert "odd.yaml" in done.err
        assert word in done.err


# -- where the output goes ------------------------------------------------------------------------------------------


def test_output_into_a_file(shipped: Database, tmp_path: Path) -> None:
    for name, start in (
        ("a.csv", b"\xef\xbb\xbfrow,section,system,"),
        ("a.json", b"{"),
        ("a.md", b"## Alleged holdings"),
        ("a.txt", b"Alleged holdings"),
        ("a", b"Alleged holdings"),
        ("A.CSV", b"\xef\xbb\xbfrow,"),
        ("a.xlsx", b"PK"),
    ):
        done = oob("inventory", "lna", "--output", tmp_path / name, db=shipped)
        assert (done.code, done.out) == (0, "")
        assert f"Wrote {tmp_path / name}" in done.err
        assert (tmp_path / name).read_bytes().startswith(start)
    assert oob("inventory", "lna", "-o", tmp_path / "b.csv", "--format", "markdown", db=shipped).code == 0
    assert (tmp_path / "b.csv").read_bytes().startswith(b"## ")


def test_output_that_cannot_be_written(shipped: Database, tmp_path: Path) -> None:
    done = oob("inventory", "lna", "-o", tmp_path / "none" / "a.csv", db=shipped)
    assert done.code == 1
    assert f"there is no folder {tmp_path / 'none'}; make it first" in done.err
    done = oob("inventory", "lna", "-o", tmp_path, db=shipped)
    assert done.code == 1
    assert "it is a folder; name a file in it" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "advice"), [("x.doc", ".html"), ("x.XLS", ".xlsx"), ("x.pdf", ".html"), ("x.svg", "oob chart")]
)
def test_a_name_that_promises_another_kind_of_file(name: str, advice: str, shipped: Database, tmp_path: Path) -> None:
    path = tmp_path / name
    done = oob("inventory", "lna", "--output", path, db=shipped)
    assert done.code == 1
    assert f"no table is written as {path.suffix}" in done.err
    assert advice in done.err
    assert not path.exists()
    assert oob("inventory", "lna", "--output", path, "--format", "text", db=shipped).code == 0, "if you say so"


def test_a_dash_prints(shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = oob("inventory", "lna", "--output", "-", "--format", "csv", db=shipped)
    assert done.out == oob("inventory", "lna", "--format", "csv", db=shipped).out
    assert done.code == 0
    assert list(tmp_path.iterdir()) == []


def test_output_over_a_file_that_nobody_may_write(shipped: Database, tmp_path: Path) -> None:
    path = tmp_path / "handed-in.csv"
    path.write_text("as handed in")
    path.chmod(0o444)
    done = oob("inventory", "lna", "--output", path, db=shipped)
    assert done.code == 1
    assert "write-protected; nothing was changed" in done.err
    assert path.read_text() == "as handed in"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_output_into_a_folder_one_may_not_write_to(shipped: Database, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        done = oob("inventory", "lna", "-o", tmp_path / "a.csv", db=shipped)
    finally:
        tmp_path.chmod(0o700)
    assert done.code == 1
    assert "nothing was changed" in done.err


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")


@FULL
@pytest.mark.parametrize("arguments", [["inventory", "lna"], ["--help"], ["database", "status"]], ids=" ".join)
def test_a_full_disk_behind_stdout(arguments: list[str], shipped: Database) -> None:
    with open("/dev/full", "w") as full:
        done = child(*arguments, db=shipped, stdout=full)
    assert done.code == 1
    assert done.err == "oob: the output could not be written: No space left on device\n"


@FULL
def test_a_full_disk_behind_output(shipped: Database) -> None:
    done = oob("inventory", "lna", "-o", "/dev/full", db=shipped)
    assert done.code == 1
    assert "No space left on device" in done.err


@pytest.mark.parametrize("arguments", [["log", "-f", "json"], ["claims"], ["--help"]], ids=" ".join)
def test_a_reader_that_has_had_enough(arguments: list[str], shipped: Database) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "oob", *arguments],
        env=surroundings(shipped),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert (running.wait(60), said) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes stdout")
def test_no_stdout_at_all(shipped: Database) -> None:
    line = f"{shlex.quote(sys.executable)} -m oob inventory lna >&-"
    done = subprocess.run(["sh", "-c", line], env=surroundings(shipped), stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "oob: there is no standard output to write to; name a file with --output\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_pipe_gets_utf8_whatever_python_thinks(encoding: str, shipped: Database) -> None:
    done = child("show", "camouflaged-fighters-2020-05/twelve-fighters", db=shipped, PYTHONIOENCODING=encoding)
    assert done.code == 0
    assert "\u201cLibya, Russia sends 12" in done.out
    refused = child("inventory", "Haftar\u2019s f\u00f6rces of \u0627\u0644", db=shipped, PYTHONIOENCODING=encoding)
    assert refused.code in (0, 1)
    refused = child("check", "n\u00f6where-\u0627.yaml", db=shipped, PYTHONIOENCODING=encoding)
    assert refused.code == 1
    assert "there is no such file or folder" in refused.err


def test_a_terminal_that_cannot_show_a_character_gets_a_question_mark(shipped: Database) -> None:
    claim = "camouflaged-fighters-2020-05/twelve-fighters"
    told = on_terminal(100, "show", claim, db=shipped, PYTHONIOENCODING="ascii")
    assert told.code == 0
    assert '?Libya, Russia sends 12 "camouflaged"' in told.out


def test_colour_only_where_it_is_liked(shipped: Database) -> None:
    arguments = ("inventory", "lna", "--section", "own")
    assert "\x1b[" in on_terminal(100, *arguments, db=shipped, TERM="xterm", NO_COLOR="").out
    plain = on_terminal(100, *arguments, db=shipped, TERM="xterm", NO_COLOR="1").out
    assert "\x1b" not in plain
    assert on_terminal(100, *arguments, db=shipped, TERM="dumb", NO_COLOR="").out == plain
    assert "\x1b" not in child(*arguments, db=shipped, TERM="xterm", NO_COLOR="").out


@pytest.mark.parametrize("width", [20, 45, 60, 80, 120, 200])
@pytest.mark.parametrize("line", ["inventory lna", "why lna 'fighter aircraft'"])
def test_it_fits_the_terminal(line: str, width: int, shipped: Database) -> None:
    told = oob(*shlex.split(line), db=shipped, width=width)
    assert told.code == 0
    assert max(map(len, told.out.splitlines())) <= width
    if width == 80:
        assert on_terminal(width, *shlex.split(line), db=shipped, NO_COLOR="1").out == told.out
    assert "12 or 14+" in " ".join(told.out.split())


LISTS = ("systems", "forces", "places", "sources", "origins", "events", "actions")


def test_the_tables_that_a_student_uses_most_are_tables_at_80_columns(shipped: Database) -> None:
    """Not told row by row, `Heading: value`, as is done with what would not fit."""
    asked = ("inventory lna", "inventory gna", "timeline lna", "conflicts", "gaps", "why lna mig-29", "show lna")
    for line in (*asked, *LISTS):
        told = oob(*line.split(), db=shipped, width=80).out
        assert "\n-----" in told, line


def test_a_terminal_of_no_width(shipped: Database) -> None:
    assert on_terminal(0, "inventory", "lna", db=shipped).code == 0
    assert on_terminal(1, "reports", db=shipped).code == 0


# -- Ctrl-C ---------------------------------------------------------------------------------------------------------


def _interrupted(running: subprocess.Popen[bytes]) -> tuple[int, str]:
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    return running.returncode, said.decode("utf-8", "replace")


@SQLITE
def test_ctrl_c_amid_a_load_changes_nothing(filled: Database, tmp_path: Path, dump: Any) -> None:
    """The signal comes when the load has begun to write: another writer is kept out."""
    head, _, claim = REPORT.partition("  - key: trucks\n")
    body = [head, *(f"  - key: trucks-{number}\n{claim}" for number in range(3000))]
    (tmp_path / "mine.yaml").write_text("".join(body), "utf-8")
    before = dump(filled)
    running = subprocess.Popen(
        [sys.executable, "-m", "oob", "load", tmp_path / "mine.yaml"],
        env=surroundings(filled),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with closing(sqlite3.connect(str(filled.path), timeout=0, isolation_level=None)) as other:
        while running.poll() is None:
            try:
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
            except sqlite3.OperationalError:
                break
            time.sleep(0.005)
    code, said = _interrupted(running)
    assert (code, said) == (130, "oob: interrupted; nothing was changed\n")
    assert dump(filled) == before


def test_ctrl_c_amid_the_first_use_leaves_nothing_behind(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "oob", "inventory", "lna"],
        env=surroundings(tmp_path / "home" / "oob.db"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while running.poll() is None and not list(tmp_path.glob("home/*.new")):
        time.sleep(0.002)
    code, said = _interrupted(running)
    assert (code, said) == (130, "oob: interrupted; nothing was changed\n")
    assert list((tmp_path / "home").iterdir()) == []


# -- first use and the database commands ----------------------------------------------------------------------------


def test_the_first_question_makes_the_catalogue_and_the_second_is_silent(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LOCALAPPDATA": str(tmp_path / "data")}
    where = Path(child("database", "where", **home).out.strip())
    assert tmp_path in where.parents
    assert not where.exists()
    assert "not made yet" in child("database", "status", **home).out
    first = child("inventory", "lna", **home)
    assert first.code == 0
    assert first.err == f"Made a new catalogue, filled with the reports that come with oob, at {where}\n"
    again = child("inventory", "lna", **home)
    assert (again.code, again.err) == (0, "")
    assert again.out == first.out
    assert [path.name for path in where.parent.iterdir()] == ["oob.db"]
    assert "up to date" in child("database", "status", **home).out


def test_neither_help_nor_version_nor_lists_of_words_make_a_catalogue(tmp_path: Path) -> None:
    for arguments in (["--help"], ["--version"], ["inventory", "-h"], ["actions"], ["template"], ["database", "where"]):
        assert oob(*arguments, db=tmp_path / "none.db").code == 0
    assert oob("inventory", "lna", "--format", "xls", db=tmp_path / "none.db").code == 2
    assert list(tmp_path.iterdir()) == []


def test_create(tmp_path: Path) -> None:
    path = tmp_path / "my.db"
    made = oob("database", "create", "--empty", "--db", path)
    assert (made.code, made.out) == (0, f"Made a new empty catalogue at {path}\n")
    status = oob("database", "status", "--db", path).out
    assert "up to date" in status
    assert "0 claims" in status
    again = oob("database", "create", "--db", path)
    assert again.code == 1
    assert "there is something at" in again.err
    nothing = oob("inventory", "lna", db=path)
    assert nothing.code == 1
    assert "unknown faction 'lna'" in nothing.err
    assert oob("claims", db=path).out == "Claims (0)\n\nNothing found.\n"
    assert oob("conflicts", db=path).code == oob("gaps", db=path).code == oob("log", db=path).code == 0


@SQLITE
def test_status_where_backup_upgrade(filled: Database) -> None:
    status = oob("database", "status", db=filled).out
    assert "5 reports" in status
    assert status.startswith(f"{filled.path}: up to date\n")
    assert oob("database", "where", db=filled).out == f"{filled.path}\n"
    copy = Path(oob("database", "backup", db=filled).out.strip())
    assert copy.parent == filled.path.parent  # type: ignore[union-attr]
    assert oob("inventory", "lna", db=copy).out == oob("inventory", "lna", db=filled).out
    assert oob("database", "upgrade", db=filled).out == f"{filled.path} is up to date\n"


@SQLITE
def test_an_older_and_a_newer_catalogue_are_refused_with_what_mends_them(filled: Database) -> None:
    assert filled.path is not None

    def stamp(revision: str) -> None:
        with closing(sqlite3.connect(str(filled.path))) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))

    stamp("9999")
    refused = oob("inventory", "lna", db=filled)
    assert refused.code == 1
    assert "newer oob" in refused.err
    assert "pip install --upgrade oob" in refused.err
    assert oob("database", "upgrade", db=filled).code == 1
    stamp("0000")
    refused = oob("inventory", "lna", db=filled)
    assert refused.code == 1
    assert f"run: oob database upgrade --db {filled.path}" in refused.err
    assert "older than this program" in oob("database", "status", db=filled).out


def test_backing_up_or_upgrading_what_is_not_there(tmp_path: Path) -> None:
    for command in ("backup", "upgrade"):
        done = oob("database", command, db=tmp_path / "none.db")
        assert done.code == 1
        assert "there is no" in done.err
    assert list(tmp_path.iterdir()) == []


def test_databases_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database\n" * 100, "utf-8")
    done = oob("inventory", "lna", db=tmp_path / "text.db")
    assert done.code == 1
    assert "not a SQLite database" in done.err
    done = oob("inventory", "lna", db=tmp_path)
    assert done.code == 1
    assert "is a folder; give a file in it" in done.err
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    done = oob("inventory", "lna", db=tmp_path / "other.db")
    assert done.code == 1
    assert "not one of oob's" in done.err


def test_the_option_goes_before_the_variable(shipped: Database, tmp_path: Path) -> None:
    assert oob("database", "where", "--db", tmp_path / "b.db", db=shipped).out == f"{tmp_path / 'b.db'}\n"


def test_a_password_is_never_shown() -> None:
    done = oob("database", "where", "--db", "postgresql://me:secret@localhost:1/x")
    assert "secret" not in done.out + done.err
    done = oob("inventory", "lna", "--db", "postgresql://me:secret@localhost:1/x?connect_timeout=2")
    assert done.code == 1
    assert "secret" not in done.out + done.err


# -- loading, the log, texts, export --------------------------------------------------------------------------------


def test_check_load_log(filled: Database, mine: Path) -> None:
    assert oob("check", mine, db=filled).out == "No problems: 1 report, 1 origin, 1 claim.\n"
    assert oob("load", mine, db=filled).out.startswith("Added: 1 claim, 1 origin, 1 report.\n")
    assert oob("load", mine, db=filled).out == "Left as it was: 1 claim, 1 origin, 1 report.\n"
    mine.write_text(REPORT.replace("count: 12", "count: a dozen").replace("Twelve", "A dozen"), "utf-8")
    changed = oob("load", mine, "--why", "the wording", db=filled).out
    assert "Changed: 1 claim.\n  changed claim mine/trucks\n" in changed
    log = oob("log", "mine/trucks", db=filled)
    assert "count_text: \u201c12\u201d -> \u201ca dozen\u201d" in log.out
    assert "the wording" in log.out
    newest, oldest = oob("log", "mine/trucks", "--format", "csv", db=filled).rows
    assert (newest["what"], oldest["what"], newest["by"]) == ("changed", "added", "tester")
    assert json.loads(newest["earlier"])["count_text"] == "12"
    assert json.loads(newest["later"])["says"] == "A dozen trucks stand near Sirte."
    assert oldest["earlier"] == ""
    mine.write_text(REPORT[: REPORT.index("claims:")], "utf-8")
    assert "Withdrawn: 1 claim.\n  withdrawn claim mine/trucks\n" in oob("load", mine, db=filled).out
    assert oob("claims", "--report", "mine", "-f", "csv", db=filled).rows == []
    [kept] = oob("claims", "--report", "mine", "--withdrawn", "-f", "csv", db=filled).rows
    assert kept["withdrawn"] == "no longer in mine.yaml"
    mine.write_text(REPORT, "utf-8")
    assert "Reinstated: 1 claim." in oob("load", mine, db=filled).out


@SQLITE
def test_a_draft_is_checked_looked_at_and_loaded(filled: Database, mine: Path) -> None:
    read = "    review: {}\n    passage: A dozen trucks stood there.\n    confidence: 0.85\n    because: a count\n"
    another = REPORT[REPORT.index("  - key: trucks") :].replace("trucks", "others")
    mine.write_text(REPORT + read.format("proposed") + another + "    review: skipped\n", "utf-8")
    assert oob("check", mine, db=filled).out == (
        "No problems: 1 report, 1 origin, 1 claim.\n"
        "Left out, as skipped in review: 1 claim.\n"
        "Still to be looked at before a load: 1 proposed claim ('oob review FILE').\n"
    )
    refused = oob("load", mine, db=filled)
    assert (refused.code, refused.out) == (1, "")
    assert f"{mine}:19: 1 claim is a proposal that nobody has looked at" in refused.err
    mine.write_text(REPORT + read.format("accepted") + another + "    review: skipped\n", "utf-8")
    assert oob("load", mine, db=filled).out == (
        "Added: 1 claim, 1 origin, 1 report.\nLeft as it was: nothing.\nLeft out, as skipped in review: 1 claim.\n"
    )
    shown = oob("show", "mine/trucks", db=filled).out
    assert "Read from the text: mine/trucks" in shown
    assert "\u201cA dozen trucks stood there.\u201d" in shown
    claim, reading = oob("show", "mine/trucks", "-f", "json", db=filled).tables
    assert (claim["name"], reading["name"]) == ("claim", "reading")
    assert reading["rows"] == [
        {"what": "passage", "value": "\u201cA dozen trucks stood there.\u201d"},
        {"what": "confidence", "value": "0.85 of 1"},
        {"what": "because", "value": "a count"},
    ]
    assert len(oob("show", "cnn-2020-05-26/at-least-14", "-f", "json", db=filled).tables) == 1


@SQLITE
def test_where_a_system_is_made_is_shown(filled: Database, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "systems: [{id: kite, name: Kite, made_in: [turkey-x, Libya]}]\n"
        "places: [{id: turkey-x, name: Turkey X, kind: country}]\n"
    )
    assert oob("load", tmp_path / "c.yaml", db=filled).code == 0
    [card] = oob("show", "kite", "-f", "json", db=filled).tables
    assert {"what": "made in", "value": "Turkey X [turkey-x], Libya [libya]"} in card["rows"]
    [row] = [row for row in oob("systems", "-f", "csv", db=filled).rows if row["id"] == "kite"]
    assert row["made_in"] == "turkey-x; libya"


@SQLITE
def test_loading_what_is_shipped_again_changes_nothing(filled: Database, dump: Any) -> None:
    before = dump(filled)
    done = oob("load", "--shipped", db=filled)
    assert done.code == 0
    assert done.out.startswith("Left as it was: 143 claims,") or done.out.startswith("Left as it was:")
    assert "\n" not in done.out.rstrip("\n")
    assert dump(filled) == before


def test_attach_a_text_of_ones_own(filled: Database, mine: Path, tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text("Twelve lorries were counted by the road.\n\nA second paragraph.\n", "utf-8")
    oob("load", mine, db=filled)
    assert "lorries" not in oob("show", "mine/trucks", db=filled).out
    done = oob("attach", "mine", text, db=filled)
    assert (done.code, done.out) == (0, f"Attached {text} to mine: 2 paragraphs.\n")
    passage = "\u201cTwelve lorries were counted by the road.\u201d"
    assert passage in oob("show", "mine/trucks", db=filled).out
    assert passage in oob("why", "lna", "utility truck", db=filled).out
    assert [row["claim"] for row in oob("claims", "--search", "lorries ROAD", "-f", "csv", db=filled).rows] == [
        "mine/trucks"
    ]
    text.write_text("Another text.\n", "utf-8")
    refused = oob("attach", "mine", text, db=filled)
    assert refused.code == 1
    assert "is not the text that the claims of 'mine' were drawn from" in refused.err
    assert oob("attach", "no-such", text, db=filled).code == 1


@SQLITE
@pytest.mark.skipif(not _texts(), reason="needs ../shared: the real reports")
def test_with_the_real_texts_the_passages_are_shown(filled: Database) -> None:
    asked = [("why", "lna", "fighter aircraft"), ("show", "cnn-2020-05-26/at-least-14")]
    for arguments in asked:
        assert "passage" not in oob(*arguments, db=filled).out
    for report, text in _texts().items():
        done = oob("attach", report, text, db=filled)
        assert done.code == 0, done.err
    lines = [line.strip() for line in _texts()["cnn-2020-05-26"].read_text("utf-8-sig").splitlines() if line.strip()]
    for arguments in asked:
        told = oob(*arguments, "--format", "json", db=filled).out
        assert lines[3] in json.dumps(json.loads(told), ensure_ascii=False).replace('\\"', '"')
    assert oob("inventory", "lna", db=filled).code == 0


def test_export_and_load_elsewhere(filled: Database, mine: Path, tmp_path: Path) -> None:
    oob("load", mine, db=filled)
    done = oob("export", tmp_path / "out", db=filled)
    assert (done.code, done.out) == (0, "")
    assert f"to {tmp_path / 'out'}" in done.err
    other = tmp_path / "other.db"
    oob("database", "create", "--empty", "--db", other)
    loaded = oob("load", tmp_path / "out", db=other)
    assert loaded.code == 0, loaded.err
    for line in ("inventory lna", "inventory gna", "claims -f json", "sources -f csv", "places -f csv", "conflicts"):
        assert oob(*shlex.split(line), db=other).out == oob(*shlex.split(line), db=filled).out
    refused = oob("export", mine, db=filled)
    assert refused.code == 1
    assert "it is a file; name a folder" in refused.err


def test_show_takes_everything_that_an_output_names(shipped: Database) -> None:
    [row] = oob("claims", "--search", "14 or more", "--report", "cnn-2020-05-26", "-f", "csv", db=shipped).rows
    for key in ("claim", "report", "origin", "event", "system", "operator", "to", "source", "party"):
        assert row[key]
        done = oob("show", row[key], db=shipped)
        assert done.code == 0, done.err
    for kind in ("system", "force", "place", "source", "report", "origin", "event"):
        rows = oob(f"{kind}s", "-f", "csv", db=shipped).rows
        for each in rows[:: max(1, len(rows) // 40)]:
            shown = oob("show", each["id"], "--kind", kind, "-f", "json", db=shipped)
            assert {"what": "id", "value": each["id"]} in shown.tables[0]["rows"]


def test_names_of_reports_are_forgiving(shipped: Database) -> None:
    told = oob("show", "cnn-2020-05-26", db=shipped).out
    assert oob("show", "CNN 2020-05-26", db=shipped).out == told
    assert (
        oob("claims", "--report", "CNN-2020-05-26", db=shipped).out
        == oob("claims", "--report", "cnn-2020-05-26", db=shipped).out
    )


def test_words_of_options_are_forgiving(shipped: Database) -> None:
    assert oob("inventory", "lna", "-f", "CSV", db=shipped).rows
    assert (
        oob("inventory", "lna", "--section", "Own", db=shipped).out
        == oob("inventory", "lna", "--section", "own", db=shipped).out
    )
