"""The README and the pages under docs/ are true: every command in them runs, every output is what it prints."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import oob

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WIDTH = 100


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def run(command: str, folder: Path, *, width: int | None = None) -> subprocess.CompletedProcess[str]:
    """Runs one command line as a person would, oob being this one; `width`: on a terminal that wide."""
    words = shlex.split(command, comments=True)
    into = words[words.index(">") + 1] if ">" in words else None
    words = words[: words.index(">")] if into else words
    assert words[0] == "oob"
    program = [sys.executable, "-c", "import oob.main; raise SystemExit(oob.main.main())", *words[1:]]
    environment = {**os.environ, "OOB_DATABASE": str(folder / "docs.db"), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    if width is not None:
        return on_terminal(program, folder, environment, width)
    done = subprocess.run(
        program, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if into:
        (folder / into).write_text(done.stdout, "utf-8")
    return done


def served(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Starts what goes on until it is interrupted, and interrupts it once it says where it is."""
    words = [sys.executable, "-m", *shlex.split(command), "--port", "0", "--no-browser"]
    environment = {**os.environ, "OOB_DATABASE": str(folder / "docs.db")}
    with subprocess.Popen(words, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        told = next(line for line in child.stderr if "http://" in line)
        child.send_signal(signal.SIGINT)
        return subprocess.CompletedProcess(words, child.wait(), "", told + child.stderr.read())


def on_terminal(
    program: list[str], folder: Path, environment: dict[str, str], width: int
) -> subprocess.CompletedProcess[str]:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    fcntl, struct, termios = (pytest.importorskip(name) for name in ("fcntl", "struct", "termios"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    environment = {name: value for name, value in environment.items() if name not in ("COLUMNS", "LINES")}
    child = subprocess.Popen(program, cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    told = b""
    try:
        while part := os.read(ours, 65536):
            told += part
    except OSError:
        pass  # Linux says EIO where the other end is closed
    os.close(ours)
    return subprocess.CompletedProcess(program, child.wait(), told.decode("utf-8").replace("\r\n", "\n"), "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_output_shown_is_what_the_command_prints(page: Path, tmp_path: Path) -> None:
    for block in blocks(page, "console"):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            run(command, tmp_path)  # the first makes the catalogue, and says so
            done = run(command, tmp_path, width=WIDTH)
            assert done.returncode == 0
            assert_shown(done.stdout, shown, f"{page.name}: {command}")


def assert_shown(printed: str, shown: str, where: str) -> None:
    """What a page shows is what was printed, from its beginning to its end but for what a line `...` leaves out."""
    beginning, *rest = re.split(r"(?m)^\.\.\.\n", shown)
    assert (printed[: len(beginning)] if rest else printed).rstrip() == beginning.rstrip(), where
    printed = printed[len(beginning) :]
    for part in filter(None, rest):
        assert part in printed, f"{where}\n{part}"
        printed = printed.partition(part)[2]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_session_goes_as_shown(page: Path, tmp_path: Path) -> None:
    """Commands one after the other in one folder; what is answered at a prompt is typed from a pipe."""
    for article in (ROOT / "docs").glob("*.txt"):
        (tmp_path / article.name).write_bytes(article.read_bytes())
    for block in blocks(page, "session"):
        command, shown = re.fullmatch(r"\$ ([^\n]*)\n(.*)", block, re.DOTALL).groups()  # type: ignore[union-attr]
        assert_shown(session(command, tmp_path, answers(shown)), shown, f"{page.name}: {command}")


def answers(shown: str) -> str:
    """What was typed at the prompts of a session."""
    return "".join(f"{each}\n" for each in re.findall(r"(?:\? help:|goes back\]) ?(.*)", shown))


def session(command: str, folder: Path, typed: str) -> str:
    """What a command prints, as a person sees it: what it tells and what it says besides."""
    words = [sys.executable, "-c", "import oob.main; raise SystemExit(oob.main.main())", *shlex.split(command)[1:]]
    environment = {**os.environ, "OOB_DATABASE": str(folder / "docs.db"), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    environment["COLUMNS"] = str(WIDTH)
    if not (folder / "docs.db").exists():
        subprocess.run([*words[:3], "systems"], env=environment, capture_output=True, check=True)  # makes the catalogue
    done = subprocess.run(
        words, cwd=folder, env=environment, input=typed, text=True, encoding="utf-8", check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_runs(page: Path, tmp_path: Path) -> None:
    """In the order of the page, in one folder, as a reader would follow it."""
    (tmp_path / "article.txt").write_text("One.\n\nTwo.\n\nThree.\n\nFour.\n", "utf-8")
    commands = [line for block in blocks(page, "sh") for line in block.splitlines() if line.startswith("oob ")]
    commands += re.findall(r"^\| `(oob [^`]*)` \|", page.read_text("utf-8"), re.MULTILINE)
    for command in commands:
        done = served(command, tmp_path) if command.startswith("oob serve") else run(command, tmp_path)
        assert done.returncode == 0, f"{page.name}: {command}\n{done.stderr}"
    if page.name == "README.md":
        assert len(commands) >= 16


def test_every_picture_is_what_the_commands_beside_it_draw(tmp_path: Path) -> None:
    page = ROOT / "docs" / "handing-in.md"
    drawn = [line for block in blocks(page, "sh") for line in block.splitlines() if line.startswith("oob chart ")]
    shown = re.findall(r"\]\(pictures/(\w+\.svg)\)", page.read_text("utf-8"))
    assert len(drawn) == len(shown) == 4
    for command in drawn:
        run(command, tmp_path)
    for name in shown:
        assert (tmp_path / name).read_bytes() == (page.parent / "pictures" / name).read_bytes(), f"{name} is old"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_shown_passes_the_checks(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(blocks(page, "yaml")):
        (tmp_path / f"{number}.yaml").write_text(block, "utf-8")
        done = run(f"oob check {number}.yaml", tmp_path)
        assert done.returncode == 0, f"{page.name}\n{done.stderr}"


def test_every_link_leads_somewhere() -> None:
    links = [(page, link) for page in PAGES for link in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8"))]
    assert len(links) >= 5
    made = ("reference/",)  # pages that the site makes; test_site.py builds it strictly
    missing = [
        f"{page.name}: {link}"
        for page, link in links
        if "://" not in link and not link.startswith(made) and not (page.parent / link).exists()
    ]
    assert not missing


def test_the_changelog_speaks_of_this_version_and_this_catalogue() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## {oob.__version__} " in changes
    claims = sum(path.read_text("utf-8").count("\n  - key:") for path in (ROOT / "seeds").glob("*.yaml"))
    assert f"{claims} sourced claims" in changes
    assert f"version {oob.__version__}," in (ROOT / "README.md").read_text("utf-8")
