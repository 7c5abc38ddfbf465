"""The documentation's site is built strictly, from pages that are true and a reference that the program makes."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built with every warning an error."""
    pytest.importorskip("mkdocs", reason="needs mkdocs (pip install 'oob[docs]')")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    """The pages that the hook makes."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.pages())


def test_every_page_is_there_and_fetches_nothing(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    names = {page.relative_to(site).as_posix() for page in pages}
    assert {"index.html", "tutorial.html", "handing-in.html", "reference/commands.html"} <= names
    for page in pages:
        fetched = re.findall(
            r'<(?:script|img|iframe)[^>]* src="(https?:[^"]+)|<link[^>]* href="(https?:[^"]+)', page.read_text("utf-8")
        )
        assert fetched == [], page


def test_every_picture_that_a_page_shows_is_there(site: Path) -> None:
    shown = 0
    for page in site.rglob("*.html"):
        for link in re.findall(r'<img[^>]* src="([^"]+)"', page.read_text("utf-8")):
            assert (page.parent / link).is_file(), f"{page}: {link}"
            shown += 1
    assert shown


def leaves(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that can be run, by its words."""
    context = group.make_context("oob", [], resilient_parsing=True)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from leaves(command, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


def test_the_reference_has_every_command_with_every_option(reference: dict[str, str]) -> None:
    import typer

    from oob.cli import app

    commands = dict(leaves(typer.main.get_command(app)))
    assert {"inventory", "chart map", "database where"} <= set(commands)
    page = reference["commands"]
    headings = re.findall(r"(?m)^## oob (.+)$", page)
    assert headings == list(commands)
    sections = dict(zip(headings, re.split(r"(?m)^## oob .+$", page)[1:], strict=True))
    for name, command in commands.items():
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert parameter.opts[0] in sections[name], f"{name} {parameter.opts[0]}"


def test_no_cell_of_the_reference_breaks_its_table(reference: dict[str, str]) -> None:
    for name, page in reference.items():
        for block in re.findall(r"(?m)(?:^\|.*\n)+", page):
            assert len({line.count("|") for line in block.splitlines()}) == 1, f"{name}: {block}"


def test_the_reference_explains_every_column(reference: dict[str, str]) -> None:
    rows = re.findall(r"(?m)^\| `(\w+)` \| (\w+) \| (.*) \|$", reference["tables"])
    assert len(rows) > 150
    assert [key for key, _, meaning in rows if not meaning.strip()] == []
