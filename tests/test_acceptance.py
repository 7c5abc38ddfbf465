"""What issue 2 says that the five reports must show, asked of the command line, answered from its CSV and JSON.

Each test names its sentence of the issue. What is expected is written by hand from the reports, not computed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_cli import child, oob

from oob import formats
from oob.store import Database

JULY = ("--as-of", "2020-07-31")


@pytest.fixture
def inventory(shipped: Database):
    """inventory("lna", ...) -> its rows by their id, as the CSV gives them."""

    def rows(faction: str, *options: str) -> dict[str, dict[str, str]]:
        done = oob("inventory", faction, *options, "--format", "csv", db=shipped)
        assert done.code == 0
        return {row["row"]: row for row in done.rows}

    return rows


JETS = "support/russian-armed-forces/fighter-aircraft"
MERCENARIES = "support/russian-contractors/mercenaries"


# -- the LNA --------------------------------------------------------------------------------------------------------


def test_one_row_of_fighters_in_support_of_the_lna(inventory) -> None:
    rows = inventory("lna", *JULY)
    jets = [row for row in rows.values() if row["section"] == "support" and row["system"] == "fighter aircraft"]
    assert len(jets) == 1
    [row] = jets
    told = {key: row[key] for key in ("holder", "supplier", "count_low", "count_high", "count_text", "included_in")}
    assert told == {
        "holder": "Russian Armed Forces",
        "supplier": "Russia",
        "count_low": "12",
        "count_high": "",
        "count_text": "12 or 14+",
        "included_in": "",
    }
    assert (row["place"], row["earliest"], row["latest"]) == ("Al Jufra air base", "2020-05-01", "2020-05-31")
    assert row["disagreement"] == "yes"
    assert "LNA" in row["contested_by"]
    assert "Mismari" in row["contested_by"]


def test_the_mig_29_is_its_identified_part_and_no_addition(inventory) -> None:
    rows = inventory("lna", *JULY)
    mig = [row for row in rows.values() if row["system"] == "MiG-29"]
    assert mig
    for row in mig:
        assert row["included_in"]
        assert JETS in _line(row, rows)
    apart = [row for row in rows.values() if row["section"] != "own" and not row["included_in"]]
    jets = [row for row in apart if row["system"] in ("fighter aircraft", "MiG-29", "combat aircraft")]
    assert sum(int(row["count_low"] or 0) for row in jets) == 12


def _line(row: dict[str, str], rows: dict[str, dict[str, str]]) -> list[str]:
    """The rows that a row is included in, the nearest first."""
    found = []
    while row["included_in"]:
        found.append(row["included_in"])
        row = rows[row["included_in"]]
    return found


def test_il_76_sa_22_mraps_and_trucks(inventory) -> None:
    rows = inventory("lna", *JULY).values()
    expected = {
        "Il-76": ("Russian Armed Forces", "unnamed LNA air base"),
        "Pantsir-S1 (SA-22)": ("Russia", "unnamed LNA air base"),
        "MRAP": ("Wagner", "near Sirte"),
        "utility truck": ("Wagner", "near Sirte"),
    }
    found = {row["system"]: row for row in rows if row["section"] in ("support", "backers")}
    for system, (holder, place) in expected.items():
        row = found[system]
        assert (row["holder"], row["place"], row["earliest"]) == (holder, place, "2020-07-24")
        assert (row["count_text"], row["count_low"], row["count_high"]) == ("not stated", "1", "")


@pytest.mark.parametrize(
    ("day", "low", "high", "text"),
    [
        ("2019-12-31", "200", "", "200+ (hundreds)"),
        ("2020-05-31", "1001", "", "1,001+"),
        ("2020-07-31", "1", "2500", "up to 2,500"),
    ],
)
def test_the_figure_of_the_mercenaries_moves(inventory, day: str, low: str, high: str, text: str) -> None:
    row = inventory("lna", "--as-of", day)[MERCENARIES]
    assert (row["count_low"], row["count_high"], row["count_text"]) == (low, high, text)
    assert row["included_in"] == ""


def test_russian_regulars_are_of_unstated_number(inventory) -> None:
    row = inventory("lna", *JULY)["support/russian-armed-forces/regular-troops"]
    assert (row["count_text"], row["count_low"], row["count_high"]) == ("not stated", "1", "")
    assert row["earliest"][:7] == "2019-11"


def test_own_losses_of_july_2019(inventory) -> None:
    rows = inventory("lna", *JULY)
    lost = {row["system"]: row for row in rows.values() if row["section"] == "own" and row["lost_low"]}
    assert set(lost) == {"transport aircraft", "command and control node"}
    transport, nodes = lost["transport aircraft"], lost["command and control node"]
    assert (transport["lost_low"], transport["lost_high"]) == ("2", "2")
    assert (nodes["lost_low"], nodes["lost_high"]) == ("3", "")
    for row in lost.values():
        assert (row["place"], row["earliest"], row["latest"]) == ("Al Jufra air base", "2019-07-01", "2019-07-31")
        assert (row["count_text"], row["count_low"], row["count_high"]) == ("not stated", "", "")


# -- the GNA --------------------------------------------------------------------------------------------------------


def test_bayraktars_since_2019(inventory, shipped: Database) -> None:
    rows = inventory("gna")
    [row] = [row for row in rows.values() if row["system"] == "Bayraktar TB2"]
    assert row["section"] == "support"
    assert row["holder"].startswith("Turkish")
    assert (row["earliest"], row["latest"]) == ("2019-01-01", "")
    assert "since 2019" in oob("inventory", "gna", "--section", "support", db=shipped).out


def test_a_base_that_was_struck_is_not_where_the_drones_are(inventory) -> None:
    """The TB2s attacked Al Jufra, which the LNA held; the text puts them in Libya."""
    [row] = [row for row in inventory("gna").values() if row["system"] == "Bayraktar TB2"]
    assert "Jufra" not in row["place"]


def test_turkish_support_and_syrian_fighters(inventory) -> None:
    rows = inventory("gna")
    drones = rows["own/gna/armed-drone"]
    assert drones["supplier"] == "Turkey"
    assert rows["support/turkey/armed-drone"]["included_in"] == "own/gna/armed-drone"
    syrians = rows["own/gna/syrian-fighters"]
    assert (syrians["count_low"], syrians["count_high"]) == ("3500", "3800")
    assert (syrians["count_text"], syrians["supplier"]) == ("3,500-3,800", "Turkey")


def test_strikes_are_activity_and_in_no_number_of_equipment(inventory, shipped: Database) -> None:
    for faction, low, high in (("lna", "801", ""), ("gna", "240", "240")):
        strikes = oob("inventory", faction, "--section", "activity", "-f", "csv", db=shipped).rows
        [row] = [row for row in strikes if row["times_low"] == low]
        assert (row["times_high"], row["system"], row["beneficiary"]) == (high, "armed drone", faction.upper())
        for row in inventory(faction).values():
            numbers = {row["count_low"], row["count_high"], row["lost_low"], row["lost_high"]}
            assert numbers.isdisjoint({"800", "801", "240", "1040", "1041"})
    assert "armed drone" in {row["system"] for row in inventory("lna").values()}


# -- the reader's clock ---------------------------------------------------------------------------------------------


def test_known_on_26_may_2020(inventory) -> None:
    jets = [row for row in inventory("lna", "--known-by", "2020-05-26").values() if row["system"] == "fighter aircraft"]
    [row] = [row for row in jets if row["section"] != "own"]
    assert (row["count_text"], row["count_low"], row["count_high"], row["disagreement"]) == ("14+", "14", "", "no")
    assert "dozen" not in row["claims"]
    assert "twelve" not in row["claims"]
    assert row["contested_by"] == ""
    assert not [row for row in jets if row["section"] == "own"], "Mismari's old fighters were told of later"


def test_known_at_the_end_of_2019(inventory) -> None:
    rows = inventory("lna", "--known-by", "2019-12-31")
    assert rows
    assert not [row for row in rows.values() if row["system"] in ("fighter aircraft", "combat aircraft", "MiG-29")]
    assert all(row["earliest"] <= "2019-12-31" for row in rows.values())


def test_what_was_not_published_is_not_in_the_footnotes(shipped: Database) -> None:
    told = oob("inventory", "lna", "--known-by", "2020-05-26", db=shipped).out
    assert "cnn-2020-05-26" in told
    assert "camouflaged-fighters-2020-05" not in told
    assert "africom-images-2020-07" not in told


# -- whose word -----------------------------------------------------------------------------------------------------


def test_the_two_reports_of_november_are_one_origin(inventory, shipped: Database) -> None:
    row = inventory("lna", "--as-of", "2019-12-31")[MERCENARIES]
    assert (row["reports"], row["origins"], row["parties"], row["single_party"]) == ("2", "1", "1", "yes")
    claims = {each["claim"]: each for each in oob("claims", "-f", "csv", db=shipped).rows}
    told = [claims[id_] for id_ in row["claims"].split("; ")]
    assert {each["report"] for each in told} >= {"cnn-2019-11-26", "unnamed-2019-11-27"}
    hundreds = [each for each in told if each["count_text"]]
    assert {each["report"] for each in hundreds} == {"cnn-2019-11-26", "unnamed-2019-11-27"}
    assert len({each["origin"] for each in hundreds}) == 1


def test_us_officials_and_africa_command_are_one_party(inventory, shipped: Database) -> None:
    row = inventory("lna", *JULY)[JETS]
    assert int(row["origins"]) > 1
    assert (row["parties"], row["single_party"]) == ("1", "yes")
    claims = {each["claim"]: each for each in oob("claims", "-f", "csv", db=shipped).rows}
    counted = [claims[id_] for id_ in row["claims"].split("; ") if claims[id_]["count_text"]]
    assert len({each["source"] for each in counted}) >= 3
    assert {each["party"] for each in counted} == {"US government"}


def test_rows_on_one_party_are_flagged_wherever_they_are_shown(inventory, shipped: Database) -> None:
    rows = inventory("lna", *JULY)
    alone = [row for row in rows.values() if row["single_party"] == "yes"]
    assert {row["parties"] for row in alone} == {"1"}
    assert all(row["parties"] != "1" for row in rows.values() if row["single_party"] == "no")
    told = oob("inventory", "lna", *JULY, "--format", "markdown", "--section", "support", db=shipped).out
    [line] = [line for line in told.splitlines() if "12 or 14+" in line]
    assert "1 party" in line
    assert "denied" in line


# -- why ------------------------------------------------------------------------------------------------------------


def test_why_tells_the_whole_way(shipped: Database) -> None:
    [table] = oob("why", "lna", "fighter aircraft", *JULY, "-f", "json", db=shipped).tables
    steps = table["rows"]
    claims = {claim for step in steps if step["step"] == "claim" for claim in step["claims"]}
    assert len(claims) >= 6
    assert {
        "cnn-2020-05-26/several",
        "cnn-2020-05-26/at-least-14",
        "camouflaged-fighters-2020-05/a-dozen",
    } <= claims
    told = {step["step"]: step["text"] for step in steps}
    everything = " ".join(step["text"] for step in steps)
    assert "go back to one utterance, of US Africa Command: it counts once" in everything
    assert "\u201cat least 14\u201d and \u201cseveral\u201d can both be true: 14+" in everything
    assert "\u201ca dozen\u201d and \u201cseveral\u201d can both be true: 12" in everything
    assert "No number fits all of them" in told["disagreement"]
    assert "12 or 14+" in told["disagreement"]
    assert "Ahmed Mismari denies it" in told["denial"]
    assert "lowers no number" in told["denial"]
    assert "MiG-29" in told["part"]
    assert "never added" in told["part"]
    assert "So the row says: 12 or 14+." in everything
    assert "One party alone" in everything
    for step in steps:
        assert re.search(r"[.\u201d]$", step["text"]), "every step is a sentence"


def test_every_claim_in_why_is_named_to_a_reader(shipped: Database) -> None:
    [table] = oob("why", "lna", "fighter aircraft", "-f", "json", db=shipped).tables
    text = oob("why", "lna", "fighter aircraft", db=shipped).out
    for step in table["rows"]:
        if step["step"] == "claim":
            assert f"({step['claims'][0]})" in text


def test_why_explains_strikes_too(shipped: Database) -> None:
    told = oob("why", "lna", "armed drone", db=shipped).out
    assert "\u201cwell above 800\u201d = 801+" in told
    assert "never systems" in told


def test_every_row_of_every_inventory_has_its_why(inventory, shipped: Database) -> None:
    """Promise 1: every number can be traced."""
    for faction in ("lna", "gna"):
        for row in inventory(faction).values():
            assert row["claims"]
            assert row["sources"]
        systems = {row["system"]: row for row in inventory(faction).values()}
        for system, row in systems.items():
            [table] = oob("why", faction, system, "-f", "json", db=shipped).tables
            told = " ".join(step["text"] for step in table["rows"])
            named = {claim for step in table["rows"] for claim in step["claims"]}
            assert set(row["claims"].split("; ")) <= named or row["included_in"], f"{faction} {system}"
            if row["count_low"]:
                assert f"So the row says: {row['count_text']}" in told


# -- names and classes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["LNA", "Libyan National Army", "libyan-national-army", "Haftar's forces", "Haftar\u2019s forces", "LAAF"]
)
def test_names_are_forgiving(name: str, shipped: Database) -> None:
    assert oob("inventory", name, db=shipped).out == oob("inventory", "lna", db=shipped).out


@pytest.mark.parametrize("name", ["MiG-29", "mig29", "MIG 29", "Mig\u201129"])
def test_names_of_systems_are_forgiving(name: str, shipped: Database) -> None:
    told = oob("why", "lna", name, db=shipped)
    assert told.code == 0
    assert told.out == oob("why", "lna", "mig-29", db=shipped).out


@pytest.mark.parametrize("name", ["al-jufra", "Al Jufra", "Jufra", "Al-Jufrah", "al jufra"])
def test_names_of_places_are_forgiving(name: str, inventory) -> None:
    rows = inventory("lna", "--at", name)
    assert rows[JETS]["count_text"] == "12 or 14+"
    assert {row["place"] for row in rows.values() if row["section"] == "support"} == {"Al Jufra air base"}


def test_a_class_includes_its_children(inventory) -> None:
    systems = {row["system"] for row in inventory("lna", "--system", "aircraft").values()}
    assert {"fighter aircraft", "MiG-29", "Il-76", "transport aircraft", "armed drone"} <= systems
    assert systems.isdisjoint({"mercenaries", "MRAP", "Pantsir-S1 (SA-22)"})
    narrower = {row["system"] for row in inventory("lna", "--system", "fighter aircraft").values()}
    assert narrower == {"fighter aircraft", "MiG-29"}


# -- formats and spreadsheets ---------------------------------------------------------------------------------------

COLUMNS = (
    "section system class included_in holder count_low count_high count_text lost_low lost_high place earliest latest"
    " disagreement contested_by single_party reports origins parties credibility claims sources"
)


def test_the_columns_that_the_issue_names(inventory) -> None:
    row = inventory("lna")[JETS]
    assert set(COLUMNS.split()) <= set(row)


@pytest.mark.parametrize("faction", ["lna", "gna", "russia", "turkey"])
def test_all_formats_tell_the_same_numbers(faction: str, shipped: Database) -> None:
    asked = ("inventory", faction, "--section", "own", "--section", "support", "--section", "backers")
    rows = oob(*asked, "-f", "csv", db=shipped).rows
    [table] = oob(*asked, "-f", "json", db=shipped).tables
    assert [{key: _as_csv(value) for key, value in row.items()} for row in table["rows"]] == rows
    cells = [re.split(r" *\| *", line)[1:-1] for line in oob(*asked, "-f", "markdown", db=shipped).out.splitlines()]
    told = [cell for cell in cells if len(cell) > 5 and cell[0] != "System" and not cell[0].startswith("---")]
    text = [line for line in oob(*asked, db=shipped).out.splitlines() if re.search(r"\[\d+(-\d+)?\]$", line)]
    assert len(told) == len(text) == len(rows)
    for row, cell, line in zip(rows, told, text, strict=True):
        number = re.sub(r" \(\w+\)$", "", row["count_text"])  # "200+ (hundreds)": the word is left out for room
        assert cell[2] == number
        assert cell[0].replace("&nbsp;", "").strip() in (row["system"], "") or row["system"] in cell[0]
        assert f"  {number}  " in f"{line}  "
        assert f"  {row['holder']}  " in line
        assert line.strip().startswith(row["system"])


def _as_csv(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return "; ".join(value)
        case _:
            return str(value)


def test_a_sum_over_the_rows_that_are_in_no_other_counts_nothing_twice(inventory) -> None:
    """By hand, for the LNA by the end of July 2020, lowest ends:

    aircraft     1 combat aircraft or more of the LNA's own (its old fighters are among them), 12 Russian fighters
                 (the MiG-29s are among them), 1 armed drone, 1 Russian transport (the Il-76 is among them)  = 15
    vehicles     1 armoured vehicle of the LNA, 1 armoured truck, 1 MRAP, 1 utility truck of Wagner          = 4
    mercenaries  1 (up to 2,500); the "hundreds" of Wagner are among them                                    = 1
    """
    rows = inventory("lna", *JULY).values()
    apart = [row for row in rows if not row["included_in"]]

    def total(column: str, *systems: str) -> int:
        return sum(int(row[column] or 0) for row in apart if row["system"] in systems)

    aircraft = ("combat aircraft", "fighter aircraft", "MiG-29", "transport aircraft", "Il-76", "armed drone")
    assert total("count_low", *aircraft) == 15
    assert total("count_low", "armoured vehicle", "armoured truck", "MRAP", "utility truck", "military equipment") == 4
    assert total("count_low", "mercenaries", "mercenary pilots") == 1
    assert total("count_high", "mercenaries") == 2500
    assert total("lost_low", *aircraft) == 2
    naive = sum(int(row["count_low"] or 0) for row in rows if row["system"] in (*aircraft, "mercenaries"))
    assert naive == 15 + 1 + 1 + 1 + 1 + 1 + 200 + 0, "what a sum over all rows would wrongly count"


def test_all_forces_together_count_an_event_once(shipped: Database) -> None:
    """The jets are Russia's own and the LNA's support; together they are the same jets, beside the LNA's old ones."""
    [table] = oob("compare", "lna", "russia", "--system", "fighter aircraft", *JULY, "-f", "json", db=shipped).tables
    [row] = [row for row in table["rows"] if row["system"] == "fighter aircraft"]
    assert row["lna_support"] == row["russia_own"] == "12 or 14+"
    assert (row["lna_support_low"], row["russia_own_low"]) == (12, 12)
    assert row["lna_own_low"] == 1
    assert (row["together_low"], row["together_high"]) == (13, None)


def test_included_in_names_a_row_of_the_same_table(inventory) -> None:
    for faction in ("lna", "gna", "russia", "turkey", "united-states"):
        rows = inventory(faction)
        for row in rows.values():
            assert row["included_in"] in ("", *rows)
            assert row["row"] not in _line(row, rows), "a row that is part of itself"


def test_a_file_for_a_spreadsheet_and_a_pipe(shipped: Database, tmp_path: Path) -> None:
    """In processes of their own, as bytes."""
    piped = child("inventory", "lna", "--format", "csv", db=shipped)
    assert piped.out.startswith("row,section,")
    assert "\r\n" in piped.out
    written = child("inventory", "lna", "--output", tmp_path / "lna.csv", db=shipped)
    assert (written.code, written.out) == (0, "")
    content = (tmp_path / "lna.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content[3:].decode("utf-8") == piped.out
    for row in piped.rows:
        for column in ("count_low", "count_high", "lost_low", "lost_high", "reports", "origins", "parties"):
            assert re.fullmatch(r"\d*", row[column]), "numbers are numbers: no separators, no signs"
        for column in ("earliest", "latest"):
            assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row[column])


def test_the_ids_join_the_lists_of_claims_and_sources(inventory, shipped: Database) -> None:
    claims = {row["claim"]: row for row in oob("claims", "--format", "csv", db=shipped).rows}
    sources = {row["id"]: row for row in oob("sources", "--format", "csv", db=shipped).rows}
    reports = {row["id"] for row in oob("reports", "--format", "csv", db=shipped).rows}
    assert len(claims) >= 85
    for faction in ("lna", "gna"):
        for row in inventory(faction).values():
            named = [claims[id_] for id_ in row["claims"].split("; ")]
            assert {each["source"] for each in named} == set(row["sources"].split("; "))
            assert {each["report"] for each in named} <= reports
            assert {sources[id_]["party"] for id_ in row["sources"].split("; ")} <= set(sources)


def test_json_is_what_its_schema_says(shipped: Database) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(formats.__file__).parent / "output.schema.json").read_text("utf-8"))
    for line in ("inventory lna", "inventory gna", "conflicts", "gaps", "claims", "timeline lna", "compare lna gna"):
        document = json.loads(oob(*line.split(), "-f", "json", db=shipped).out)
        jsonschema.validate(document, schema)
        assert document["oob"]["format"] == 1
    [first, *_] = oob("inventory", "lna", *JULY, "--known-by", "2020-08-01", "-f", "json", db=shipped).tables
    assert first["about"]["as_of"] == "2020-07-31"
    assert first["about"]["known_by"] == "2020-08-01"
    assert first["about"]["factions"] == ["lna"]
    assert first["about"]["rules"]


# -- the other questions --------------------------------------------------------------------------------------------


def test_conflicts(shipped: Database) -> None:
    rows = oob("conflicts", "-f", "csv", db=shipped).rows
    jets = [row for row in rows if row["system"] == "fighter aircraft" and row["holder"] == "Russian Armed Forces"]
    assert {"a dozen", "at least 14", "several"} <= {row["count"] for row in jets}
    assert "Ahmed Mismari" in {row["speaker"] for row in jets}
    assert all(row["readings"] and row["claim"] and row["event"] for row in jets)
    known = oob("conflicts", "--known-by", "2020-05-26", "-f", "csv", db=shipped).rows
    assert not [row for row in known if row["count"] == "a dozen"]


def test_gaps(shipped: Database) -> None:
    rows = oob("gaps", "-f", "csv", db=shipped).rows
    assert {row["gap"] for row in rows} == {"undated", "unplaced", "not linked", "single-party"}
    claims = {row["claim"]: row for row in oob("claims", "-f", "csv", db=shipped).rows}
    for row in rows:
        for id_ in row["claims"].split("; "):
            assert id_ in claims
            if row["gap"] == "undated":
                assert claims[id_]["when"] == ""
            if row["gap"] == "not linked":
                assert claims[id_]["event"] == ""
    only = oob("gaps", "--kind", "undated", "--kind", "not linked", "-f", "csv", db=shipped).rows
    assert only == [row for row in rows if row["gap"] in ("undated", "not linked")]


def test_timeline_is_in_order(shipped: Database) -> None:
    rows = oob("timeline", "lna", "-f", "csv", db=shipped).rows
    earliest = [row["earliest"] or "0000" for row in rows]
    assert earliest == sorted(earliest)
    assert {row["dated"] for row in rows} == {"yes", "no"}
    early = oob("timeline", "lna", "--as-of", "2019-12-31", "-f", "csv", db=shipped).rows
    assert 0 < len(early) < len(rows)
    drones = oob("timeline", "lna", "--system", "drone", "-f", "csv", db=shipped).rows
    assert {row["system"] for row in drones} <= {"armed drone", "unmanned aircraft", "Bayraktar TB2"}


def test_claims_by_every_role(shipped: Database) -> None:
    every = oob("claims", "-f", "csv", db=shipped).rows
    for option, column, name in (
        ("--operator", "operator", "Wagner"),
        ("--supplier", "supplier", "Turkey"),
        ("--beneficiary", "beneficiary", "GNA"),
        ("--opponent", "opponent", "GNA"),
        ("--at", "at", "Sirte"),
        ("--near", "near", "Sirte"),
        ("--from", "from", "Syria"),
        ("--via", "via", "Syria"),
        ("--to", "to", "Al Jufra air base"),
    ):
        rows = oob("claims", option, name, "-f", "csv", db=shipped).rows
        assert rows, option
        exact = [row["claim"] for row in every if name in row[column].split("; ")]
        assert set(exact) <= {row["claim"] for row in rows}
        assert all(row[column] for row in rows)
    both = oob("claims", "--operator", "wagner", "--system", "mrap", "-f", "csv", db=shipped).rows
    assert [row["claim"] for row in both] == ["africom-images-2020-07/wagner-mraps"]
    africom = oob("claims", "--source", "us government", "-f", "csv", db=shipped).rows
    assert {"US government"} == {row["party"] for row in africom}
    assert len(africom) < len(every)
