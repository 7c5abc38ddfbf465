"""The JSON Schemas that editors complete from: current, right about all that is shipped, and quick to see a slip."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Write
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from oob import catalog, checks, fileschema, paths


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do: by the core schema of YAML 1.2, so that 4 is a number and 2020-05-26 is text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own name


Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("~|null|Null|NULL|"), None)
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|True|TRUE|false|False|FALSE"), None)
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[-+]?[0-9]+"), None)
Editor.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]*([eE][-+]?[0-9]+)?"), None)
for resolvers in Editor.yaml_implicit_resolvers.values():
    resolvers[:] = [(tag, re.compile(f"(?:{expression.pattern})$")) for tag, expression in resolvers]

CATALOGUE = Draft202012Validator(fileschema.catalogue_schema())
REPORT = Draft202012Validator(fileschema.report_schema())


def complaints(text: str) -> list[str]:
    """Where an editor underlines a file: paths of keys."""
    read = yaml.load(text, Editor)
    validator = REPORT if "report" in read else CATALOGUE
    return sorted("/".join(map(str, error.absolute_path)) for error in validator.iter_errors(read))


@pytest.mark.parametrize("name", list(fileschema.SCHEMAS))
def test_the_committed_schemas_are_current(name: str) -> None:
    assert (fileschema.FOLDER / name).read_text("utf-8") == fileschema.text(name), "run: python -m oob.fileschema"


def test_they_are_sound_schemas() -> None:
    for name in fileschema.SCHEMAS:
        Draft202012Validator.check_schema(json.loads(fileschema.text(name)))


ROOT = Path(__file__).parents[1]


SHIPPED = [ROOT / "catalog.yaml", *(path for part in ("knowledge", "seeds") for path in (ROOT / part).glob("*.yaml"))]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_what_is_shipped_is_right_and_points_to_its_schema(path: Path) -> None:
    text = path.read_text("utf-8")
    assert complaints(text) == []
    pointer = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert pointer is not None
    wanted = "report.schema.json" if path.parent.name == "seeds" else "catalog.schema.json"
    assert (path.parent / pointer[1]).resolve() == ROOT / "oob" / "schemas" / wanted


def test_every_key_is_explained() -> None:
    for validator in (CATALOGUE, REPORT):
        for record in _records(validator.schema):
            for key, field in record["properties"].items():
                assert len(field["description"]) > 5, key


def _records(schema: Any) -> list[dict[str, Any]]:
    """Every object with fixed keys in a schema."""
    if isinstance(schema, list):
        return [record for each in schema for record in _records(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if isinstance(schema.get("properties"), dict) else []
    return own + [record for each in schema.values() for record in _records(each)]


def test_closed_lists_explain_their_members() -> None:
    action = REPORT.schema["properties"]["claims"]["items"]["properties"]["action"]
    explained = dict(zip(action["enum"], action["enumDescriptions"], strict=True))
    assert explained["captured"] == "is taken by, or abandoned to, the opponent (exchange)"
    basis = REPORT.schema["properties"]["origins"]["additionalProperties"]["properties"]["basis"]
    assert len(basis["enum"]) == len(basis["enumDescriptions"]) == 6


# -- a file as it is typed ----------------------------------------------------------------------------------------

SOUND = """\
report:
  id: mine-2020
  publisher: CNN
  title:
  authors: [A. Writer]
  published: [2019-11-26, 2019-11-27]
  dated_by: its date line
  url: https://example.org/a?b=c
origins:
  briefing: {speaker: officials, made: 2020, basis: own reporting}
events:
claims:
  - key: at-least-14
    origin: briefing
    paragraph: 4
    says: Jets came.
    action: deployed
    stance: alleged
    system: tank
    count: 12
    via: [Khmeimim, Tobruk]
    to: Al Jufra
    when: 2019/..
"""

PLACE = "places:\n  - {id: x, name: 2020, kind: base, latitude: 29.1, longitude: 16, precision_km: 0.5, aliases: 12}\n"


def test_the_tests_read_yaml_as_editors_do() -> None:
    assert yaml.load("[4, 29.1, 2020-05-26, 1:30, NO, true, ~]", Editor) == [
        4,
        29.1,
        "2020-05-26",
        "1:30",
        "NO",
        True,
        None,
    ]


def test_sound_files_are_not_underlined() -> None:
    assert complaints(SOUND) == []
    assert complaints(PLACE) == []
    assert complaints("systems:\nforces: []\n") == []
    assert complaints("include: [parts/ships.yaml, b.yaml]\n") == []
    assert complaints("include: b.yaml\nsystems: [{id: x, name: X, made_in: [Libya, russia]}]\n") == []
    assert (
        complaints(SOUND + "    review: proposed\n    passage: Jets.\n    confidence: 0.5\n    because: a verb\n") == []
    )
    assert complaints(SOUND + "sources: [{id: x, name: X, kind: outlet, reliability: F, reason: new}]\n") == []
    assert complaints((paths.PACKAGE / "template.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title:", "titel:", ["report"]),
        ("  dated_by: its date line\n", "", ["report"]),
        ("id: mine-2020", "id: Mine 2020", ["report/id"]),
        ("publisher: CNN", "publisher:", ["report/publisher"]),
        ("https://example.org", "example.org", ["report/url"]),
        ("[2019-11-26, 2019-11-27]", "31/05/2020", ["report/published"]),
        ("[2019-11-26, 2019-11-27]", "2020-13-40", ["report/published"]),
        ("[2019-11-26, 2019-11-27]", "May 2020", ["report/published"]),
        ("2019-11-27]", "27 November]", ["report/published/1"]),
        ("made: 2020", "made: 20", ["origins/briefing/made"]),
        ("basis: own reporting", "basis: rumour", ["origins/briefing/basis"]),
        ("speaker: officials, ", "", ["origins/briefing"]),
        ("  briefing:", "  The briefing:", ["origins"]),
        ("action: deployed", "action: deployd", ["claims/0/action"]),
        ("stance: alleged", "stance:", ["claims/0/stance"]),
        ("paragraph: 4", "paragraph: 0", ["claims/0/paragraph"]),
        ("paragraph: 4", "paragraph: four", ["claims/0/paragraph"]),
        ("count: 12", "count: -12", ["claims/0/count"]),
        ("system: tank", "system: [tank, jet]", ["claims/0/system"]),
        ("    origin: briefing\n    paragraph: 4\n", "", ["claims/0", "claims/0"]),
        ("events:", "evnets:", [""]),
        ("claims:\n", "claims:\n  - a claim\n", ["claims/0"]),
        ("stance: alleged", "stance: alleged\n    confidence: 1.5", ["claims/0/confidence"]),
        ("stance: alleged", "stance: alleged\n    review: maybe", ["claims/0/review"]),
        ("events:", "include: x.yaml\nevents:", [""]),
    ],
)
def test_slips_in_a_report_are_underlined(old: str, new: str, where: list[str]) -> None:
    assert SOUND.count(old) == 1
    assert complaints(SOUND.replace(old, new)) == where


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("latitude: 29.1", "latitude: 99", ["places/0/latitude"]),
        ("latitude: 29.1", "latitude: 29N", ["places/0/latitude"]),
        (", longitude: 16", "", ["places/0"]),
        ("precision_km: 0.5", "precision_km: 0", ["places/0/precision_km"]),
        ("kind: base", "kind: airfield", ["places/0/kind"]),
        ("places:", "place:", [""]),
        ("places:", "include: /etc/passwd\nplaces:", ["include"]),
        ("places:", "include: [a.yaml, {b: c}]\nplaces:", ["include/1"]),
    ],
)
def test_slips_in_a_catalogue_are_underlined(old: str, new: str, where: list[str]) -> None:
    assert PLACE.count(old) == 1
    assert complaints(PLACE.replace(old, new)) == where


# -- editor and checks agree --------------------------------------------------------------------------------------


def accepted_by_checks(grammar: str, text: str) -> bool:
    try:
        checks.GRAMMARS[grammar](text)
    except ValueError:
        return False
    return True


def accepted_by_editor(grammar: str, text: str) -> bool:
    return Draft202012Validator(fileschema.GRAMMARS[grammar]).is_valid(text)


def test_they_know_the_same_grammars() -> None:
    assert set(fileschema.GRAMMARS) == set(checks.GRAMMARS)


PIECES = [
    "2020",
    "-05",
    "-26",
    "-13",
    "-XX",
    "-21",
    "20",
    "X",
    "XX",
    "/",
    "..",
    "~",
    "?",
    "%",
    "[",
    "]",
    "{",
    "}",
    ",",
    "1",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join).map(str.strip))
def test_an_editor_takes_every_date_that_oob_takes(text: str) -> None:
    if accepted_by_checks("when", text):
        assert accepted_by_editor("when", text)


@pytest.mark.parametrize("grammar", ["id", "number", "confidence", "paragraph", "wikidata", "sha256", "url"])
@given(text=st.text("aZ09-.Q1é_ /:hpts", min_size=1, max_size=12) | st.from_regex("^[-0-9.Qa]{1,9}$", fullmatch=True))
def test_an_editor_takes_just_what_oob_takes(grammar: str, text: str) -> None:
    assert accepted_by_editor(grammar, text) == accepted_by_checks(grammar, text)


@pytest.mark.parametrize(
    ("grammar", "text"),
    [
        ("id", "a" * 80),
        ("sha256", "0123456789abcdef" * 4),
        ("url", "https://example.org/a?b=c#d"),
        ("number", "-123456.123456789"),
        ("confidence", "0"),
        ("confidence", "0.85"),
        ("confidence", "1.0"),
        ("paragraph", "99999"),
        ("wikidata", "Q1016"),
        ("count", "at least 14"),
        ("when", "[2019-11-26..2019-11-28,2020]"),
        ("when", "2020-21"),
        ("when", "202X"),
    ],
)
def test_both_take_what_is_sound(grammar: str, text: str) -> None:
    assert accepted_by_checks(grammar, text)
    assert accepted_by_editor(grammar, text)


def test_what_an_editor_finds_right_in_the_sound_files_oob_reads(write: Write) -> None:
    read = catalog.read([write("r.yaml", SOUND), write("c.yaml", PLACE)])
    assert read.problems == []
    assert len(read.entries) == 4
