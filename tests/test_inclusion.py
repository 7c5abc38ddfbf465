"""Catalogue files that go on in others: followed, never twice, never out of their folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Write

from oob import catalog
from oob.catalog import SystemEntry


def system(id_: str) -> str:
    return f"systems: [{{id: {id_}, name: {id_}}}]\n"


def found(*paths: Path) -> tuple[list[str], list[str]]:
    """The systems that files define, in the order read, and what is told of them, without their folder."""
    read = catalog.read(catalog.find(paths))
    told = [str(problem).replace(f"{paths[0].parent}{os.sep}", "") for problem in read.problems]
    return [str(entry.id) for entry in read.of(SystemEntry)], told


def test_what_a_file_includes_is_read_after_it(write: Write) -> None:
    path = write("c.yaml", f"include: [parts/a.yaml, b.yaml]\n{system('own')}")
    write("parts/a.yaml", f"include: deeper/d.yaml\n{system('a')}")
    write("parts/deeper/d.yaml", system("d"))
    write("b.yaml", system("b"))
    assert found(path) == (["own", "a", "b", "d"], [])
    read = catalog.read([path])
    assert [entry.file for entry in read.of(SystemEntry)][1] == str(path.parent / "parts" / "a.yaml")


@pytest.mark.parametrize("text", ["include:\n", "include: []\n", "include: ''\n"])
def test_nothing_may_be_included(write: Write, text: str) -> None:
    assert found(write("c.yaml", text + system("own"))) == (["own"], [])


def test_the_place_of_the_including_file_counts_not_the_readers(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("deep/c.yaml", "include: [a.yaml]\n")
    write("deep/a.yaml", system("a"))
    monkeypatch.chdir(tmp_path)
    read = catalog.read([Path("deep/c.yaml")])
    assert [(str(entry.id), entry.file) for entry in read.of(SystemEntry)] == [("a", str(Path("deep/a.yaml")))]


def test_a_folder_with_both_in_it_is_read_once(write: Write, tmp_path: Path) -> None:
    write("all/a.yaml", system("a"))
    write("all/c.yaml", "include: [a.yaml, sub/b.yaml]\n" + system("own"))
    write("all/sub/b.yaml", system("b"))
    assert found(tmp_path / "all") == (["a", "own", "b"], [])
    assert found(tmp_path / "all" / "c.yaml", tmp_path / "all") == (["own", "a", "b"], [])


OUT = "may lead out of this file's folder; name a file there or below, such as parts/ships.yaml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("include: none.yaml\n", ["c.yaml:1: include: 'none.yaml' is not there; mend the name or take it out"]),
        ("include:\n  - a.yaml\n  - sub\n", ["c.yaml:3: include: 'sub' is a folder; name the files in it"]),
        ("include: ../x.yaml\n", [f"c.yaml:1: include: '../x.yaml' {OUT}"]),
        ("include: sub/../a.yaml\n", [f"c.yaml:1: include: 'sub/../a.yaml' {OUT}"]),
        ("include: /etc/hosts\n", [f"c.yaml:1: include: '/etc/hosts' {OUT}"]),
        ("include: 'C:\\x.yaml'\n", [f"c.yaml:1: include: 'C:\\x.yaml' {OUT}"]),
        ("include: '..\\x.yaml'\n", [f"c.yaml:1: include: '..\\x.yaml' {OUT}"]),
        ('include: "a\\0.yaml"\n', [f"c.yaml:1: include: 'a\0.yaml' {OUT}"]),
        (
            f"include: {'x' * 300}.yaml\n",
            [f"c.yaml:1: include: '{'x' * 300}.yaml' cannot be looked up; mend the name or take it out"],
        ),
        (
            "include:\n  - a.yaml\n  - ./a.yaml\n",
            ["c.yaml:3: include: './a.yaml' is included twice: first at c.yaml:2"],
        ),
        ("include: c.yaml\n", ["c.yaml:1: include: 'c.yaml' is this file, or includes it; take it out"]),
        ("include: {a: b}\n", ["c.yaml:1: include: should be a list of file names"]),
        ("include: [a.yaml, [b]]\n", ["c.yaml:1: include: should be a list of file names"]),
        ("include: [one.yaml, two.yaml]\n", ["two.yaml:1: include: 'one.yaml' is included twice: first at c.yaml:1"]),
        ("include: round.yaml\n", ["round.yaml:1: include: 'c.yaml' is this file, or includes it; take it out"]),
    ],
)
def test_what_leads_nowhere_is_told_with_its_line(write: Write, text: str, told: list[str]) -> None:
    write("a.yaml", system("a"))
    write("one.yaml", system("one"))
    write("two.yaml", "include: one.yaml\n")
    write("round.yaml", "include: c.yaml\n")
    write("sub/b.yaml", system("b"))
    read, said = found(write("c.yaml", text + system("own")))
    assert said == told
    assert "own" in read
    assert len(read) == len(set(read))


def test_names_that_a_missing_file_may_define_are_not_called_unknown(write: Write) -> None:
    from oob.checks import Known, Scope, run

    path = write("c.yaml", "include: none.yaml\nsystems: [{id: x, name: X, parent: vessel}]\n")
    told = run(Scope(catalog.read([path]), Known()))
    assert [problem.message for problem in told] == ["include: 'none.yaml' is not there; mend the name or take it out"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no symbolic links")
def test_links_lead_nowhere_else(write: Write, tmp_path: Path) -> None:
    write("outside.yaml", system("outside"))
    path = write("in/c.yaml", "include: [link.yaml, loop.yaml, inside.yaml]\n" + system("own"))
    write("in/a.yaml", system("a"))
    (tmp_path / "in" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (tmp_path / "in" / "loop.yaml").symlink_to(tmp_path / "in" / "loop.yaml")
    (tmp_path / "in" / "inside.yaml").symlink_to(tmp_path / "in" / "a.yaml")
    assert found(path) == (
        ["own", "a"],
        [
            "c.yaml:1: include: 'link.yaml' is a link out of this file's folder; put the file itself there",
            "c.yaml:1: include: 'loop.yaml' cannot be looked up; mend the name or take it out",
        ],
    )


def test_a_report_among_what_is_included_is_a_report(write: Write) -> None:
    path = write("c.yaml", "include: [r.yaml]\n")
    write("r.yaml", "report: {id: r, publisher: p, published: 2020, dated_by: d}\n" + system("new"))
    read = catalog.read([path])
    assert [entry.KIND for entry in read.entries] == ["report", "system"]
