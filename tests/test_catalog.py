"""Files into records: every field by its key, every record and value with its line, every fault of form told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Write

from oob import catalog
from oob.catalog import CATALOGUE, ENTRIES, REPORT, ClaimEntry, EventEntry, OriginEntry, ReportEntry, SystemEntry
from oob.errors import Refusal


def faults(path: Path) -> list[str]:
    """The problems of a file, without its folder."""
    return [str(problem).removeprefix(f"{path.parent}/") for problem in catalog.read([path]).problems]


def test_a_report_file_becomes_records_that_know_their_place(write: Write) -> None:
    path = write(
        "r.yaml",
        """
        # yaml-language-server: $schema=x
        report:
          id: r
          publisher: Example Times
          title:                       # empty: the document shows none
          authors: [A. Writer, B. Author]
          published: [2019-11-26, 2019-11-27]
          dated_by: inferred
        origins:
          o1: {speaker: official, basis: briefing}
          o2:
            speaker: official
            through: minister
            basis: hearsay
        events:
          jets: {kind: arrival, title: Jets flown in}
        claims:
          - key: a
            origin: o1
            event: jets
            paragraph: 4
            says: >-
              It is long
              and folded.
            action: deployed
            stance: alleged
            count: 012
            from: Russia
            via: [Khmeimim, Tobruk]
        """,
    )
    read = catalog.read([path])
    assert read.problems == []
    assert read.unread == []
    (report,), (claim,), (event,) = read.of(ReportEntry), read.of(ClaimEntry), read.of(EventEntry)
    assert (report.file, report.line) == (str(path), 3)
    assert (report.title, report.authors, report.repeats) == (None, ("A. Writer", "B. Author"), None)
    assert (report.published, report.published.line) == ("[2019-11-26,2019-11-27]", 7)
    origins = [(origin.id, origin.report, origin.through, origin.line) for origin in read.of(OriginEntry)]
    assert origins == [("o1", "r", None, 10), ("o2", "r", "minister", 12)]
    assert (event.id, event.report, event.kind, event.title) == ("jets", "r", "arrival", "Jets flown in")
    assert (claim.id, claim.line) == ("r/a", 18)
    assert (claim.says, claim.count, claim.from_, claim.via) == (
        "It is long and folded.",
        "012",
        ("Russia",),
        ("Khmeimim", "Tobruk"),
    )
    assert [place.line for place in claim.via] == [29, 29]
    assert catalog.value(claim, "from") == ("Russia",)


def test_a_report_file_may_bring_what_is_new_in_it(write: Write) -> None:
    read = catalog.read(
        [
            write(
                "r.yaml",
                """
                sources:
                  - {id: gazette, name: Gazette, kind: outlet, reliability: F, reason: new here}
                systems:
                  - {id: kite, name: Kite, made_in: [Libya, russia]}
                report: {id: r, publisher: gazette, published: 2020, dated_by: its date line}
                claims:
                  - {key: a, origin: o, paragraph: 1, says: It flew., action: present, stance: alleged, system: kite,
                     review: accepted, passage: A kite flew., confidence: 0.85, because: a verb of motion}
                """,
            )
        ]
    )
    assert read.problems == []
    assert [(entry.KIND, entry.line) for entry in read.entries] == [
        ("report", 5),
        ("claim", 7),
        ("system", 4),
        ("source", 2),
    ]
    (system,), (claim,) = read.of(SystemEntry), read.of(ClaimEntry)
    assert system.made_in == ("Libya", "russia")
    assert (claim.review, claim.passage, claim.confidence, claim.because) == (
        "accepted",
        "A kite flew.",
        "0.85",
        "a verb of motion",
    )


def test_a_catalogue_file_may_have_some_of_the_lists(write: Write) -> None:
    read = catalog.read(
        [write("c.yaml", "systems:\n- id: a\n  name: A\n- id: b\n  name: B\n  parent: a\nforces:\nplaces: []\n")]
    )
    assert read.problems == []
    assert [(entry.id, entry.parent, entry.line) for entry in read.of(SystemEntry)] == [("a", None, 2), ("b", "a", 4)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("systms: []\n", ["x.yaml:1: unknown part 'systms'; there are systems, forces, places, sources"]),
        (
            "claims: []\n",
            [
                "x.yaml:1: unknown part 'claims'; there are systems, forces, places, sources; a report file begins with"
                " 'report:'"
            ],
        ),
        (
            "systems: {id: a, name: A}\n",
            ["x.yaml:1: 'systems' should be a list: each system begins with '- '"],
        ),
        (
            "report: {id: a, publisher: p, published: 2020, dated_by: d}\nsystms: []\ninclude: c.yaml\n",
            [
                "x.yaml:2: unknown part 'systms'; there are report, origins, events, claims, systems, forces, places,"
                " sources",
                "x.yaml:3: unknown part 'include'; there are report, origins, events, claims, systems, forces, places,"
                " sources",
            ],
        ),
        ("systems: none\n", ["x.yaml:1: 'systems' should be a list: each system begins with '- '"]),
        ("systems:\n  - tank\n", ["x.yaml:2: a system should hold keys with values, such as 'id: ...'"]),
        ("systems:\n  - id: a\n", ["x.yaml:2: this system lacks 'name'"]),
        ("systems:\n  - id:\n    name: ' '\n", ["x.yaml:2: this system lacks 'id', 'name'"]),
        (
            "forces:\n  - {id: a, name: A, knid: state}\n",
            [
                "x.yaml:2: unknown key 'knid' in a force; did you mean 'kind'?",
                "x.yaml:2: this force lacks 'kind'",
            ],
        ),
        (
            "systems:\n  - {id: a, name: A, qqq: 1}\n",
            [
                "x.yaml:2: unknown key 'qqq' in a system; it takes id, name, parent, made_in, aliases, definition,"
                " wikidata"
            ],
        ),
        (
            "systems:\n  - {id: [a, b], name: A}\n",
            ["x.yaml:2: 'id' should be one plain value"],
        ),
        (
            "systems:\n  - id: a\n    name: A\n    aliases: [x, [y]]\n",
            ["x.yaml:4: 'aliases' should be a list of plain values"],
        ),
        (
            "systems:\n  - id: a\n    name: A\n    aliases: {x: y}\n",
            ["x.yaml:4: 'aliases' should be a list of plain values"],
        ),
        (
            "report: {id: a, publisher: p, published: 2020, dated_by: d}\norigins: [x]\nevents: x\n",
            [
                "x.yaml:2: 'origins' should hold ids, each with its own keys, as in 'id: {key: value}'",
                "x.yaml:3: 'events' should hold ids, each with its own keys, as in 'id: {key: value}'",
            ],
        ),
        (
            "report: {id: a, publisher: p, published: 2020, dated_by: d}\norigins:\n  o: somebody\n",
            ["x.yaml:3: an origin should hold keys with values, such as 'speaker: ...'"],
        ),
        (
            "report: {id: a, publisher: p}\nclaims:\n  - key: k\n",
            [
                "x.yaml:1: this report lacks 'published', 'dated_by'",
                "x.yaml:3: this claim lacks 'origin', 'paragraph', 'says', 'action', 'stance'",
            ],
        ),
    ],
)
def test_faults_of_form(write: Write, text: str, told: list[str]) -> None:
    assert faults(write("x.yaml", text)) == told


def test_a_single_name_does_for_a_list_of_aliases_too(write: Write) -> None:
    read = catalog.read([write("c.yaml", "systems: [{id: a, name: A, aliases: alpha}]\n")])
    assert [entry.aliases for entry in read.of(SystemEntry)] == [("alpha",)]


def test_every_field_of_every_record_has_a_help_text_and_a_known_grammar() -> None:
    from oob.checks import GRAMMARS, TREES, Scope

    kinds = {entry.KIND for entry in ENTRIES}
    assert kinds == {"system", "force", "place", "source", "report", "origin", "event", "claim"}
    for entry in ENTRIES:
        for key, shape in catalog.shapes(entry).items():
            assert shape.help, key
            assert shape.value in {"", *GRAMMARS}, key
            assert shape.refers in {"", *kinds}, key
            assert shape.takes in {"text", "list", "names"}, key
    assert set(TREES) < kinds
    assert Scope.__dataclass_fields__.keys() == {"files", "known"}
    assert len({*CATALOGUE, *REPORT}) == 8


# -- finding files ------------------------------------------------------------------------------------------------


def test_folders_stand_for_the_yaml_in_them(tmp_path: Path, write: Write) -> None:
    wanted = [write("deep/er/b.yaml", "x"), write("deep/a.yml", "x")]
    write("deep/notes.txt", "x")
    assert catalog.find([tmp_path / "deep"]) == sorted(wanted)


def test_a_file_is_read_once_however_often_it_is_named(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.yaml", "x")
    monkeypatch.chdir(tmp_path)
    by_a_detour = Path("..") / tmp_path.name / "a.yaml"
    assert catalog.find([Path("a.yaml"), Path(), tmp_path, path, by_a_detour]) == [Path("a.yaml")]


def test_any_file_may_be_named_whatever_its_ending(write: Write) -> None:
    path = write("claims.txt", "x")
    assert catalog.find([path]) == [path]


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"nothing\.yaml: there is no such file or folder"):
        catalog.find([tmp_path / "nothing.yaml"])
    with pytest.raises(Refusal, match=r"there is no \.yaml file in this folder"):
        catalog.find([tmp_path])


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no symbolic links")
def test_folders_that_link_in_a_circle_end(tmp_path: Path, write: Write) -> None:
    path = write("deep/a.yaml", "x")
    (tmp_path / "deep" / "again").symlink_to(tmp_path / "deep")
    assert catalog.find([tmp_path]) == [path]
