"""Shell completion: of commands, options, closed lists and names, as bash, zsh and fish ask for it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import pytest

from oob.main import main
from oob.store import Database

PROGRAM = "import sys; sys.argv[0] = 'oob'; import oob.main; raise SystemExit(oob.main.main())"


def completed(line: str, db: object, shell: str = "bash") -> list[str]:
    """What a shell is offered for the last word of a line; a quote makes one word of the rest."""
    plain, quote, rest = line.partition('"')
    words = [*plain.split(" ")[:-1], quote + rest] if quote else line.split(" ")
    asked = {"bash": "complete_bash", "zsh": "complete_zsh", "fish": "complete_fish"}[shell]
    surroundings = {
        "_OOB_COMPLETE": asked,
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "OOB_DATABASE": str(getattr(db, "path", db)),
    }
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, surroundings),
        mock.patch.object(sys, "argv", ["oob"]),
        mock.patch.object(sys.modules["__main__"], "__package__", None),  # else it is called "python -m pytest"
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as left,
    ):
        main()
    assert err.getvalue() == "", "it would spill into the command line"
    assert left.value.code == 0
    return out.getvalue().splitlines()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("oob inv", {"inventory"}),
        ("oob database up", {"upgrade"}),
        ("oob inventory lna --known", {"--known-by"}),
        ("oob inventory ln", {"lna", "lna-air-force"}),
        ("oob inventory LN", {"LNa"}),
        ("oob inventory LNA-a", {"LNA-air-force"}),
        ("oob timeline egy", {"egypt"}),
        ("oob compare lna gn", {"gna"}),
        ("oob inventory lna --at al-j", {"al-jufra"}),
        ("oob inventory lna --system mig-2", {"mig-29"}),
        ("oob why lna fighter-a", {"fighter-aircraft"}),
        ("oob claims --operator wag", {"wagner-group"}),
        ("oob claims --source us-af", {"us-africom"}),
        ("oob claims --event jufra-j", {"jufra-jets-2020-05"}),
        ("oob claims --action depl", {"deployed"}),
        ("oob claims --stance ass", {"asserted", "assessed"}),
        ("oob claims --report cnn", {"cnn-2019-11-26", "cnn-2020-05-26"}),
        ("oob attach cnn-2020", {"cnn-2020-05-26"}),
        ("oob show jufra-jets", {"jufra-jets-2020-05"}),
        ("oob show cnn-2020-05-26/at", {"cnn-2020-05-26/at-least-14"}),
        ("oob log cnn-2020-05-26/at", {"cnn-2020-05-26/at-least-14"}),
        ("oob inventory lna --format ", {"text", "csv", "json", "markdown"}),
        ("oob inventory lna --section b", {"backers"}),
        ("oob show lna --kind fo", {"force"}),
        ("oob gaps --kind un", {"undated", "unplaced"}),
        ("oob inventory zzzz", set()),
    ],
)
def test_bash(line: str, expected: set[str], shipped: Database) -> None:
    found = {word for word in completed(line, shipped) if word}
    assert expected <= found if expected else not found
    assert all(word.startswith(line.rpartition(" ")[2]) for word in found)
    assert not any(" " in word for word in found), "bash would take it for several words"


def test_names_of_several_words_where_they_are_quoted(shipped: Database) -> None:
    assert "Libyan National Army" in completed('oob inventory "Libyan N', shipped)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells(shell: str, shipped: Database) -> None:
    assert any("lna-air-force" in line for line in completed("oob inventory ln", shipped, shell))


@pytest.mark.parametrize("line", ["oob inventory l", "oob show cnn", "oob claims --event j", "oob attach c"])
def test_silent_without_a_catalogue(line: str, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database\n" * 50, "utf-8")
    for database in (tmp_path / "none.db", tmp_path, tmp_path / "text.db", "mysql://nowhere"):
        assert not [word for word in completed(line, database) if word]
    assert [path.name for path in tmp_path.iterdir()] == ["text.db"], "none was made"


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this system")
def test_the_script_for_bash_works_in_bash(shipped: Database, tmp_path: Path) -> None:
    """The script that `--show-completion bash` prints, sourced, completes through the function that it registers."""
    program = tmp_path / "oob"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{PROGRAM}" "$@"\n', "utf-8")
    program.chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "OOB_DATABASE": str(shipped.path)}
    surroundings["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"
    script = subprocess.run(
        [str(program), "--show-completion", "bash"],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert script.returncode == 0, script.stderr
    asked = (
        f"{script.stdout}\nCOMP_WORDS=(oob inventory ln); COMP_CWORD=2\n"
        "_oob_completion oob\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    done = subprocess.run(
        ["bash", "-c", asked], env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert "lna" in done.stdout.splitlines(), done.stderr
