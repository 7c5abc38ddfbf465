"""Everything on one question as tables: one numbering of sources, places and routes, the order of battle; extras."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from test_cli import oob

from oob import inventory
from oob.cli.questions import ask
from oob.errors import Refusal
from oob.extras import need
from oob.report.dossiers import Dossier, dossier
from oob.store import Database, Reader
from oob.table import Table

WAR = """\
systems:
  - {id: equipment, name: equipment}
  - {id: tank, name: tank, parent: equipment}
  - {id: t-55, name: T-55, parent: tank}
  - {id: jet, name: jet, parent: equipment}
forces:
  - {id: red, name: Redland, short: Red, kind: state, theatre: valley}
  - {id: red-army, name: Red Army, kind: service, part_of: red}
  - {id: blue, name: Blueland, kind: state, theatre: valley}
places:
  - {id: valley, name: Valley, kind: region}
  - {id: town, name: Town, kind: town, within: valley, latitude: 10.25, longitude: -3, precision_km: 2}
  - {id: ford, name: Ford, kind: area, within: valley}
  - {id: port, name: Port, kind: town, latitude: 9, longitude: -2.5, precision_km: 5}
sources:
  - {id: paper, name: The Paper, kind: outlet, reliability: A, reason: careful}
  - {id: gazette, name: The Gazette, kind: outlet, reliability: D, reason: careless}
report: {id: paper-2020, publisher: paper, published: 2020-03-10, dated_by: the date line}
origins:
  paper-own: {speaker: paper, basis: own reporting}
  gazette-said: {speaker: gazette, basis: statement}
events:
  tanks-in: {kind: arrival, title: Tanks brought to Town}
claims:
  - {key: tanks, origin: paper-own, event: tanks-in, paragraph: 1, says: Twelve tanks came by Port to Town.,
     action: delivered, stance: asserted, system: tank, count: 12, operator: red-army, via: port, to: town}
  - {key: more-tanks, origin: gazette-said, event: tanks-in, paragraph: 2, says: It was twenty.,
     action: delivered, stance: alleged, system: tank, count: 20, operator: red-army, via: port, to: town}
  - {key: t-55, origin: paper-own, event: tanks-in, paragraph: 3, says: T-55s were among them., action: present,
     stance: asserted, system: t-55, operator: red-army, at: town}
  - {key: jets, origin: gazette-said, paragraph: 4, says: Red has jets at Ford and Town., action: based,
     stance: asserted, system: jet, operator: red, count: 4, at: [ford, town]}
  - {key: split, origin: paper-own, paragraph: 5, says: Blue took jets from Port to Ford and to Town.,
     action: transported, stance: asserted, system: jet, operator: blue, from: port, to: [ford, town]}
  - {key: blue-jets, origin: gazette-said, paragraph: 5, says: Blue has a jet somewhere., action: operates,
     stance: asserted, system: jet, operator: blue, count: 1}
"""


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A small war, in one file for the catalogue and one for the report."""
    folder: Path = tmp_path_factory.mktemp("war")
    catalogue, report = WAR.split("report:", 1)
    (folder / "catalogue.yaml").write_text(catalogue, "utf-8")
    (folder / "report.yaml").write_text(f"report:{report}", "utf-8")
    made = Database(folder / "war.db")
    assert oob("database", "create", "--empty", "--db", made.path).code == 0
    loaded = oob("load", *sorted(folder.glob("*.yaml")), db=made)
    assert loaded.code == 0, loaded.err
    return made


def of(db: Database, *factions: str) -> Dossier:
    """The dossier of some factions."""
    with Reader(db) as reader:
        known = inventory.directory(reader)
        answers = [ask(reader, known, [each], None, None) for each in factions]
        return dossier(answers, ask(reader, known, factions, None, None))


def rows(table: Table) -> list[dict[str, Any]]:
    """Rows by the keys of their columns; what only people see by its heading."""
    return [dict(zip((c.key or c.heading for c in table.columns), row, strict=True)) for row in table.rows]


def test_a_number_means_the_same_source_in_every_table(war: Database) -> None:
    found = of(war, "red", "blue")
    sources = {row["number"]: row for row in rows(found.sources)}
    assert {row["speaker"] for row in sources.values()} == {"The Paper", "The Gazette"}
    said = {"tanks": "paper-own", "more-tanks": "gazette-said", "t-55": "paper-own", "jets": "gazette-said"}
    said |= {"blue-jets": "gazette-said", "split": "paper-own"}
    checked = 0
    for table in found.tables():
        for row in rows(table):
            claims = row.get("claims") or ([row["claim"]] if "claim" in row else [])
            if isinstance(claims, int) or not row.get("notes"):
                continue
            checked += 1
            assert {sources[number]["origin"] for number in row["notes"]} == {
                said[claim.removeprefix("paper-2020/")] for claim in claims
            }
            for number in row["notes"]:
                assert sources[number]["speaker"] in table.footnotes[number - 1]
    assert checked > 10


def test_every_claim_that_a_table_names_is_among_the_claims_and_its_report_among_the_reports(war: Database) -> None:
    found = of(war, "red")
    assert [row["claim"] for row in rows(found.claims)] == [
        f"paper-2020/{key}" for key in ("tanks", "more-tanks", "t-55", "jets")
    ]
    assert [(row["id"], row["claims"]) for row in rows(found.reports)] == [("paper-2020", 4)]
    carried = {row["speaker"]: row["carried"] for row in rows(found.sources)}
    assert carried["The Paper"] == "The Paper, 10 March 2020 [paper-2020], par. 1, 3"
    assert carried["The Gazette"] == "The Paper, 10 March 2020 [paper-2020], par. 2, 4"


def test_places_tell_what_is_there_and_a_part_only_with_its_whole(war: Database) -> None:
    found = {row["place"]: row for row in rows(of(war, "red").places)}
    assert found["town"]["alleged"] == "jet: 4, here and elsewhere (Red); tank: 12 or 20 (Red Army)"
    assert found["ford"]["alleged"] == "jet: 4, here and elsewhere (Red)"
    assert found["port"]["alleged"] == "on the way"
    assert (found["town"]["latitude"], found["town"]["longitude"], found["town"]["precision_km"]) == (
        "10.25",
        "-3",
        "2",
    )
    assert found["ford"]["latitude"] is None
    assert found["port"]["claims"] == ("paper-2020/tanks", "paper-2020/more-tanks")


def test_what_nobody_places_is_told(war: Database) -> None:
    blue = of(war, "blue")
    [remark] = blue.places.notes
    [jet] = [row for row in rows(blue.inventories[0]) if row["system"] == "jet"]
    assert remark == f"Nobody says where these were: jet: 1 (Blueland) [{jet['notes'][0]}]."
    assert blue.places.about["unplaced"] == jet["notes"]
    assert of(war, "red").places.notes == ()


def test_a_route_has_its_stops_in_order_and_its_sources(war: Database) -> None:
    found = rows(of(war, "red").routes)
    told = [(row["count_text"], row["stops"], row["route"], row["claims"]) for row in found]
    assert sorted(told) == [
        ("12", ("port", "town"), "Port \u2192 Town", ("paper-2020/tanks",)),
        ("20", ("port", "town"), "Port \u2192 Town", ("paper-2020/more-tanks",)),
    ]
    assert {row["title"] for row in found} == {"Tanks brought to Town"}


def test_two_destinations_are_two_routes_not_one_by_way_of_the_other(war: Database) -> None:
    found = [row["stops"] for row in rows(of(war, "blue").routes)]
    assert sorted(found) == [("port", "ford"), ("port", "town")]


def test_the_order_of_battle_shows_forces_under_those_that_they_belong_to(war: Database) -> None:
    found = [(row["Force"], row["depth"], row["held"]) for row in rows(of(war, "red", "blue").forces)]
    assert found == [("Blueland", 0, "jet: 1"), ("Redland (Red)", 0, "jet: 4"), ("  Red Army", 1, "tank: 12 or 20")]


def test_several_factions_are_compared_and_one_is_not(war: Database) -> None:
    assert of(war, "red").compared is None
    both = of(war, "red", "blue")
    assert both.compared is not None
    assert both.title == "Dossier: Redland (Red) and Blueland"
    assert [table.title for table in both.inventories] == [
        "Alleged holdings of Redland (Red)",
        "Alleged holdings of Blueland",
    ]


def test_it_is_told_in_short_with_every_doubt(war: Database) -> None:
    found = rows(of(war, "red").summary)
    told = {(row["kind"], row["subject"]): (row["number"], row["remark"]) for row in found}
    assert told["holding", "tank"] == (
        "12 or 20",
        "Red Army, Town, 10 Mar 2020. No number fits all the figures given.",
    )
    assert told["holding", "jet"] == ("4", "Ford; Town, 10 Mar 2020. On the word of The Gazette alone.")
    assert told["single-party", ""] == (
        "2",
        "of 3 rows rest on the word of one independent party alone: The Gazette (1) and The Paper (1)."
        " Look for a second.",
    )
    assert all(row["notes"] for row in found)
    assert len(told) == 3, "T-55s without a number are part of the tanks"


def test_the_reasons_go_with_the_rows_and_name_each_utterance_once(war: Database) -> None:
    found = of(war, "red")
    [why], [inventory] = found.whys, found.inventories
    assert len(why.groups) == len(inventory.rows) == 3
    voices = [(row["text"], row["claims"]) for row in rows(why) if row["step"] == "voice"]
    assert sorted(voices) == [
        ("The Gazette: 20.", ("paper-2020/more-tanks",)),
        ("The Gazette: 4.", ("paper-2020/jets",)),
        ("The Paper: 12.", ("paper-2020/tanks",)),
        ("The Paper: no number.", ("paper-2020/t-55",)),
    ]


def test_sides_are_those_who_give_a_figure(war: Database) -> None:
    found = [(row["side"], row["kind"], row["speaker"], row["claim"]) for row in rows(of(war, "red").sides)]
    assert found == [
        ("12", "figure", "The Paper", "paper-2020/tanks"),
        ("20", "figure", "The Gazette", "paper-2020/more-tanks"),
    ]


def test_speakers_stand_with_their_grade_and_its_reason(war: Database) -> None:
    found = {row["name"]: (row["reliability"], row["reason"]) for row in rows(of(war, "red").speakers)}
    assert found == {"The Paper": ("A", "careful"), "The Gazette": ("D", "careless")}


def test_a_missing_package_is_told_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Refusal, match=r"XLSX files need the package 'xlsxwriter'.*pip install 'oob\[xlsx\]'"):
        need("xlsxwriter", extra="xlsx", what="XLSX files")


def test_a_package_that_is_there_and_broken_is_no_matter_of_extras(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brokenpackage.py").write_text("import nowhere_to_be_found\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="nowhere_to_be_found"):
        need("brokenpackage", extra="x", what="X")


def test_a_package_that_is_there_is_given() -> None:
    assert need("json", extra="x", what="X").dumps({}) == "{}"
