"""Workbooks: what is in them is what JSON has, links lead to the right rows, and no sum counts a thing twice.

LibreOffice works all formulas out anew, with rows hidden as a filter hides them; what they must come to is worked out
by hand beside the catalogue.
"""

from __future__ import annotations

import csv
import datetime
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from test_cli import oob, surroundings

from oob import holdings, inventory
from oob.cli.questions import ask
from oob.errors import Refusal
from oob.formats import encode, xlsx
from oob.formats.cells import fitting
from oob.formats.sheets import called
from oob.formats.sums import sums
from oob.report.inventories import bounds
from oob.report.words import Words
from oob.store import Database, Reader
from oob.table import Cell, Column, Table

openpyxl = pytest.importorskip("openpyxl")
Translator = pytest.importorskip("openpyxl.formula.translate").Translator

# What is held and lost, by hand:
#   aircraft  12 jets, among them the 5 migs, among them the army's 3; and helicopters, 4 or more    16 or more
#   vehicle   30 tanks, among them the army's 10 t-55                                                30
#   fighters  200 to 300                                                                            200 to 300
#   lost      5 trucks, among them 2 urals                                                          vehicles: 5
WAR = """\
systems:
  - {id: equipment, name: military equipment}
  - {id: aircraft, name: aircraft, parent: equipment}
  - {id: jet, name: jet, parent: aircraft}
  - {id: mig, name: mig, parent: jet}
  - {id: helicopter, name: helicopter, parent: aircraft}
  - {id: vehicle, name: vehicle, parent: equipment}
  - {id: tank, name: tank, parent: vehicle}
  - {id: t-55, name: t-55, parent: tank}
  - {id: truck, name: truck, parent: vehicle}
  - {id: ural, name: ural, parent: truck}
  - {id: personnel, name: personnel}
  - {id: fighters, name: fighters, parent: personnel}
forces:
  - {id: red, name: Redland, short: Red, kind: state}
  - {id: red-army, name: Red Army, kind: service, part_of: red}
  - {id: blue, name: Blueland, kind: state}
sources:
  - {id: paper, name: The Paper, kind: outlet, reliability: A, reason: careful}
report: {id: p, publisher: paper, published: 2020-03-10, dated_by: its date line, url: "https://paper.example/?a=1&b=2"}
origins:
  own: {speaker: paper, basis: own reporting}
claims:
  - {key: jets, origin: own, paragraph: 1, says: Red has twelve jets., action: present, stance: asserted, system: jet,
     count: 12, operator: red, when: 2020-03-01}
  - {key: migs, origin: own, paragraph: 1, says: Five are migs., action: present, stance: asserted, system: mig,
     count: 5, operator: red, when: 2020-03-01}
  - {key: army-migs, origin: own, paragraph: 1, says: The army has three., action: present, stance: asserted,
     system: mig, count: 3, operator: red-army, when: 2020-03-01}
  - {key: helicopters, origin: own, paragraph: 2, says: And helicopters., action: present, stance: asserted,
     system: helicopter, count: at least 4, operator: red, when: 2020-03}
  - {key: tanks, origin: own, paragraph: 3, says: Thirty tanks., action: present, stance: asserted, system: tank,
     count: 30, operator: red}
  - {key: t-55, origin: own, paragraph: 3, says: Ten t-55., action: present, stance: asserted, system: t-55, count: 10,
     operator: red-army}
  - {key: fighters, origin: own, paragraph: 4, says: Some men., action: present, stance: asserted, system: fighters,
     count: 200 to 300, operator: red}
  - {key: trucks, origin: own, paragraph: 5, says: Five trucks burned., action: destroyed, stance: asserted,
     system: truck, count: 5, operator: red}
  - {key: urals, origin: own, paragraph: 5, says: Two were urals., action: destroyed, stance: asserted, system: ural,
     count: 2, operator: red}
  - {key: blue-tank, origin: own, paragraph: 6, says: Blue has a tank., action: present, stance: asserted,
     system: tank, count: 1, operator: blue}
"""
HELD = {
    "aircraft": ("16", "open", "", ""),
    "vehicle": ("30", "30", "5", "5"),
    "fighters": ("200", "300", "", ""),
}


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database with the small war."""
    folder = tmp_path_factory.mktemp("war")
    catalogue, report = WAR.split("report:", 1)
    (folder / "catalogue.yaml").write_text(catalogue, "utf-8")
    (folder / "report.yaml").write_text(f"report:{report}", "utf-8")
    made = Database(folder / "war.db")
    assert oob("database", "create", "--empty", "--db", made.path).code == 0
    loaded = oob("load", *sorted(folder.glob("*.yaml")), db=made)
    assert loaded.code == 0, loaded.err
    return made


@pytest.fixture(scope="module")
def book(shipped: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of two factions of the shipped catalogue."""
    path = tmp_path_factory.mktemp("book") / "libya.xlsx"
    done = oob("workbook", "lna", "gna", "--as-of", "2020-07-31", "-o", path, db=shipped)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {path}\n")
    return path


def opened(path: Path | BytesIO, *, values: bool = True) -> Any:
    """A workbook, with what its formulas came to when it was written, or with the formulas."""
    return openpyxl.load_workbook(path, data_only=values)


def made(*tables: Table) -> Any:
    return opened(BytesIO(encode(tables, "xlsx")))


def header(page: Any) -> int:
    """The row of the header: the last above the frozen line."""
    return int(re.sub("[A-Z]", "", page.freeze_panes)) - 1


def parts(page: Any) -> tuple[list[str], list[str]]:
    """The headings of the columns that are shown, and of those that are folded away."""
    shown, hidden = [], []
    for cell in page[header(page)]:
        (hidden if folded_away(page, cell.column_letter) else shown).append(cell.value)
    return shown, hidden


def folded_away(page: Any, letter: str) -> bool:
    at = openpyxl.utils.column_index_from_string(letter)
    return any(
        each.hidden and each.outlineLevel == 1 and each.min <= at <= each.max
        for each in page.column_dimensions.values()
    )


def rows(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet by the headings that are shown."""
    shown, _ = parts(page)
    body = page.iter_rows(min_row=header(page) + 1, max_col=len(shown), values_only=True)
    return [dict(zip(shown, row, strict=True)) for row in body]


def folded(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet by the keys that are folded away."""
    shown, hidden = parts(page)
    body = page.iter_rows(min_row=header(page) + 1, min_col=len(shown) + 1, values_only=True)
    return [dict(zip(hidden, row, strict=True)) for row in body]


def one_table(*cells: Cell, kind: Any = "text", key: str = "a") -> Table:
    return Table("t", "T", (Column(key, "A", kind=kind),), tuple((cell,) for cell in cells))


def first(table: Table) -> Any:
    """The first cell of a table's sheet."""
    page = made(table)["T"]
    return page.cell(header(page) + 1, 1)


# cells


def test_numbers_days_and_flags_are_what_they_are() -> None:
    assert first(one_table(1200, kind="int")).value == 1200
    assert first(one_table("2020-05-26", kind="date")).value == datetime.datetime(2020, 5, 26)
    assert first(one_table("2020-05-26", kind="date")).is_date
    assert first(one_table("-29.25", kind="decimal")).value == -29.25
    assert first(one_table(True, kind="flag")).value == "yes"
    assert first(one_table(False, kind="flag")).value == "no"
    assert first(one_table("12", kind="text")).value == "12"
    assert first(one_table(("a", "b"), kind="ids")).value == "a; b"


@pytest.mark.parametrize("text", ["2020-05", "2020", "2020-05-26~", "1899-12-31", "2020-02-30"])
def test_what_is_no_day_stays_text(text: str) -> None:
    assert first(one_table(text, kind="date")).value == text


@pytest.mark.parametrize("number", [2**53 + 1, -(10**400)])
def test_a_number_that_a_spreadsheet_would_round_stays_text(number: int) -> None:
    assert first(one_table(number, kind="int")).value == str(number)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://evil.example","see")',
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1+1)",
        "{=1+1}",
        " =1",
        "http://evil.example/",
        "internal:Sheet1!A1",
        "mailto:a@evil.example",
        "_x003D_1+1",
        "<b>&amp;</b> ]]> <![CDATA[",
        "'quoted",
        "  two spaces before and after  ",
    ],
)
def test_text_stays_the_text_that_it_is_and_does_nothing(text: str) -> None:
    cell = first(one_table(text))
    assert (cell.value, cell.data_type, cell.hyperlink) == (text.replace("_x003D", "_x005F_x003D"), "s", None), (
        "_x003D_ would be = to Excel: it reads _x005F_ as the stroke that it is, as openpyxl does not"
    )
    starts_like_a_formula = re.match(r"\s*[=+@-]", text) is not None
    assert bool(cell.quotePrefix) == starts_like_a_formula, "so that it stays text when somebody edits it"


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x1b", "\x9b", "\u202e", "\u200b", "\ufffe", "\ud800", "\ufeff"])
def test_what_xml_cannot_hold_or_nobody_sees_is_shown_as_an_escape(char: str) -> None:
    value = first(one_table(f"a{char}b")).value
    assert value == f"a{char.encode('unicode_escape').decode()}b"


@pytest.mark.parametrize("text", ["name" * 2_500, "x" * 32_767])
def test_long_text_is_whole(text: str) -> None:
    assert first(one_table(text)).value == text


@pytest.mark.parametrize("text", ["x" * 32_768, "\U0001f600" * 20_000, "x" * 100_000])
def test_text_longer_than_a_cell_is_cut_and_says_so(text: str) -> None:
    value = first(one_table(text)).value
    assert value.endswith("… (cut: a cell holds no more)")
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert text.startswith(value[:10_000])
    assert fitting(text) == value


def test_a_web_address_is_a_link_and_nothing_else_is_one() -> None:
    good = "https://paper.example/?a=1&b=2"
    assert first(one_table(good, key="url")).hyperlink.target == good
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "https://a b", "http://", "HTTPS:x"):
        cell = first(one_table(bad, key="url"))
        assert (cell.value, cell.hyperlink) == (bad, None)
    assert first(one_table("https://x.example/" + "y" * 2_100, key="url")).hyperlink is None
    assert first(one_table(good)).hyperlink is None, "only where an address belongs"


# sheets


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("LNA", [], "LNA"),
        ("LNA", ["lna"], "LNA 2"),
        ("LNA", ["LNA", "lna 2"], "LNA 3"),
        ("a[b]:c*d?e/f\\g'h", [], "a b  c d e f g h"),
        ("'''", [], "Sheet"),
        ("", [], "Sheet"),
        ("History", [], "History of"),
        ("x" * 40, [], "x" * 31),
        ("x" * 40, ["x" * 31], "x" * 29 + " 2"),
        ("\U0001f600" * 20, [], "\U0001f600" * 15),
        ("=1+1", [], "=1+1"),
        ("a\x1bb", [], "a x1bb"),
    ],
)
def test_names_of_sheets(wanted: str, taken: list[str], name: str) -> None:
    assert called(wanted, taken) == name


def test_forces_of_one_name_have_sheets_of_their_own() -> None:
    content = xlsx.book([("Red: army", one_table("x")), ("red* army", one_table("y")), ("Read me", one_table("z"))])
    assert opened(BytesIO(content)).sheetnames == ["Read me", "Red  army", "red  army 2", "Read me 2"]


def test_a_table_that_is_larger_than_a_sheet_is_refused(tmp_path: Path) -> None:
    row = ("x",)
    fits = Table("t", "T", (Column("a", "A"),), (row,) * 10)
    too_long = Table("long one", "T", (Column("a", "A"),), (row,) * 1_048_576)
    too_wide = Table("t", "T", tuple(Column(f"c{at}") for at in range(16_385)), ())
    with pytest.raises(Refusal, match=r"'long one' has 1,048,576 rows, more than a sheet.*ask for less"):
        encode([fits, too_long], "xlsx")
    with pytest.raises(Refusal, match="has 32,770 columns"):
        encode([too_wide], "xlsx")


def test_what_comes_after_the_last_link_is_written_and_not_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert xlsx.MOST_LINKS == 65_530, "what Excel takes"
    monkeypatch.setattr(xlsx, "MOST_LINKS", 5)
    address = "https://paper.example/"
    tables = [one_table(*([address] * 9), key="url")] * 2
    workbook = made(*tables)
    for page in (workbook["T"], workbook["T 2"]):
        cells = [row[0] for row in page.iter_rows(min_row=header(page) + 1)]
        assert [cell.value for cell in cells] == [address] * 9
        assert [cell.hyperlink is not None for cell in cells] == [True] * 4 + [False] * 5, "one leads to Read me"


def test_an_empty_table_and_none_at_all() -> None:
    page = made(Table("t", "T", (Column("a", "A"),), ()))["T"]
    assert [cell.value for cell in page["A"]] == ["T", "How to read this: Read me", "A", "Nothing found."]
    assert opened(BytesIO(encode([], "xlsx"))).sheetnames == ["Read me"]


def test_columns_that_say_nothing_are_folded_away_with_the_keys_of_csv() -> None:
    table = Table(
        "t",
        "T",
        (Column("", "For people", audience="people"), Column("a", "A"), Column("b", "B", audience="data"),
         Column("c", audience="data"), Column("d", "D")),
        (("  deep", "x", "y", "z", None),),
    )  # fmt: skip
    page = made(table)["T"]
    assert parts(page) == (["For people", "A", "B"], ["a", "b", "c", "d"])
    assert [cell.value for cell in page[4]] == ["deep", "x", "y", "x", "y", "z", None]
    assert page["A4"].alignment.indent == 1
    assert page.freeze_panes == "B4"
    assert page.auto_filter.ref == "A3:G4"


def test_the_same_tables_make_the_same_file(shipped: Database, tmp_path: Path) -> None:
    """In two processes, on clocks that differ: neither time nor chance gets in."""
    for name, zone in (("a.xlsx", "UTC"), ("b.xlsx", "Asia/Tokyo")):
        oob_program(["workbook", "gna", "-o", tmp_path / name], shipped, TZ=zone)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def oob_program(arguments: Iterable[object], db: Database, **more: str) -> bytes:
    """What oob prints in a process of its own."""
    command = [sys.executable, "-m", "oob", *map(str, arguments)]
    return subprocess.run(command, env=surroundings(db, **more), capture_output=True, check=True).stdout


# commands


def test_a_terminal_gets_none_and_a_pipe_gets_it(shipped: Database, tmp_path: Path) -> None:
    for line in ("inventory lna -f xlsx", "workbook lna", "read x.txt -f xlsx"):
        done = oob(*line.split(), db=shipped, width=80)
        assert (done.code, done.out) == (1, "")
        assert "oob: XLSX is no text to show; name a file for it: --output FILE.xlsx" in done.err
    for line in ("inventory lna -f xlsx", "workbook lna"):
        assert oob_program(line.split(), shipped).startswith(b"PK\x03\x04")


def test_without_its_package_nothing_is_written(
    shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for line in ("inventory lna", "workbook lna"):
        done = oob(*line.split(), "-o", tmp_path / "x.xlsx", db=shipped)
        assert (done.code, done.out) == (1, "")
        assert "XLSX files need the package 'xlsxwriter'; install it with: pip install 'oob[xlsx]'" in done.err
    assert list(tmp_path.glob("*.xlsx")) == []


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("workbook lna -o x.csv", 2, "a workbook's name ends in .xlsx; for csv: oob inventory FACTION --output x.csv"),
        ("workbook lna -o x.ods", 2, "a workbook's name ends in .xlsx"),
        ("workbook lna -o x.xls", 2, "a workbook's name ends in .xlsx"),
        ("workbook lnaa -o x.xlsx", 1, "unknown faction 'lnaa'; did you mean"),
        ("workbook lna 'Libyan National Army' -o x.xlsx", 1, "the same force is named twice"),
        ("workbook lna --as-of never -o x.xlsx", 2, "'never' is not a date"),
        ("workbook lna -o none/x.xlsx", 1, "there is no folder none; make it first"),
        ("workbook", 2, "Missing argument"),
    ],
)
def test_what_is_refused(
    line: str, code: int, says: str, shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shlex

    monkeypatch.chdir(tmp_path)
    done = oob(*shlex.split(line), db=shipped)
    assert (done.code, done.out) == (code, "")
    assert says in " ".join(done.err.split())
    assert list(tmp_path.glob("**/x.*")) == []


@pytest.mark.parametrize(
    "line",
    ["inventory lna", "compare lna gna", "claims", "conflicts", "gaps", "timeline lna", "reports", "places",
     "sources", "origins", "events", "actions", "why lna mig-29", "show 'Al Jufra'",
     "show cnn-2020-05-26"],
)  # fmt: skip
def test_every_command_s_workbook_has_what_its_json_has(line: str, shipped: Database, tmp_path: Path) -> None:
    import shlex

    words = shlex.split(line)
    path = tmp_path / "x.xlsx"
    assert oob(*words, "-o", path, db=shipped).code == 0
    workbook = opened(path)
    pages = {page["A1"].value: page for page in workbook.worksheets}
    tables = oob(*words, "-f", "json", db=shipped).tables
    assert tables
    for table in tables:
        page = pages[table["title"]]
        found = folded(page) if table["rows"] else []
        assert len(found) == len(table["rows"])
        for row, wanted in zip(found, table["rows"], strict=True):
            for column in table["columns"]:
                if column["kind"] != "notes":
                    assert _as_json(row[column["key"]], column["kind"]) == _plain(wanted[column["key"]])
        if table["footnotes"] and len(tables) == 1:
            assert [row["Who says so, and where"] for row in rows(workbook["Sources"])] == table["footnotes"]


def _as_json(value: Any, kind: str) -> Any:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return f"{value:.9g}" if kind == "decimal" and value is not None else value


def _plain(value: Any) -> Any:
    """A value of JSON as a cell has it: nothing for an empty list."""
    match value:
        case []:
            return None
        case list():
            return "; ".join(map(str, value))
        case bool():
            return "yes" if value else "no"
        case "":
            return None
    return value


# links


def test_every_link_leads_to_the_row_that_it_names(book: Path) -> None:
    workbook = opened(book)
    followed: Counter[str] = Counter()
    read = {page.title: both(page) for page in workbook.worksheets[1:] if page.title != "Totals"}
    for page in workbook.worksheets:
        for cell in (cell for row in page.iter_rows() for cell in row if cell.hyperlink is not None):
            assert cell.hyperlink.target is None, "the shipped reports have no addresses"
            name, start, end = re.fullmatch(r"'(.*)'!A(\d+)(?::A(\d+))?", cell.hyperlink.location).groups()  # type: ignore[union-attr]
            target = workbook[name]
            if (there := int(start)) == 1:
                assert cell.row < 3 or page.title == "Read me"
                assert name in cell.value or name == "Read me"
                continue
            heading = page.cell(header(page), cell.column).value
            followed[f"{page.title}: {heading}"] += 1
            here = read[page.title][cell.row - header(page) - 1]
            body = read[name]
            bearers = body[there - header(target) - 1 : int(end or start) - header(target)]
            match heading, name:
                case (("Sources" | "Source"), "Sources"):
                    run = re.match(r"\[(\d+)(?:-(\d+))?\]", cell.value)
                    assert run is not None
                    numbers = [bearer["No."] for bearer in bearers]
                    assert numbers[0] == int(run[1])
                    assert int(run[2] or run[1]) in numbers
                    assert numbers == list(range(numbers[0], numbers[0] + len(bearers)))
                    assert all(f"[{number}]" in cell.value for number in numbers) or run[2]
                case "Claims", "Evidence":
                    assert sorted(bearer["claim"] for bearer in bearers) == sorted(here["claims"].split("; "))
                    assert {bearer["row"] for bearer in bearers} == {here["row"]}
                    assert cell.value.split()[0] == str(len(bearers))
                case "Claims", "Claims":
                    assert bearers[0]["claim"] == here["claims"].split("; ")[0]
                case (("Claim" | "Claim id"), "Claims"):
                    assert bearers[0]["claim"] == cell.value
                case (("Report" | "Repeats"), "Reports"):
                    assert bearers[0]["id"] == cell.value
                case "Reports", "Reports":
                    assert bearers[0]["id"] == here["reports"].split("; ")[0]
                case "System", _:
                    assert page.title == "Evidence"
                    assert (name, bearers[0]["row"]) == (here["faction"].upper(), here["row"])
                case _:
                    raise AssertionError(f"{page.title}, {heading} leads to {name}")
    for place in (
        "LNA: Claims", "LNA: Sources", "GNA: Claims", "GNA activity: Claims", "Compared: Claims", "Compared: Sources",
        "Evidence: Claim", "Evidence: Source", "Evidence: System", "Claims: Report", "Claims: Source",
        "Sources: Reports", "Reports: Repeats", "Disagreements: Claim id", "Timeline: Claim id", "Places: Claims",
        "Routes: Sources", "Order of battle: Claims",
    ):  # fmt: skip
        assert followed[place], place
    assert followed.total() > 500


def both(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet by shown heading and by folded key."""
    return [{**shown, **hidden} for shown, hidden in zip(rows(page), folded(page), strict=True)]


def test_every_row_that_says_something_of_holdings_is_linked(book: Path) -> None:
    workbook = opened(book)
    for name in ("LNA", "GNA", "Compared", "Evidence", "Claims", "Timeline", "Places", "Disagreements"):
        page = workbook[name]
        shown, _ = parts(page)
        at = next(at for at, heading in enumerate(shown, 1) if heading in ("Sources", "Source"))
        cells = [row[0] for row in page.iter_rows(min_row=header(page) + 1, min_col=at, max_col=at)]
        assert cells
        assert all(cell.hyperlink is not None for cell in cells), name


def test_sources_and_claims_are_those_of_the_inventory(book: Path, shipped: Database) -> None:
    workbook = opened(book)
    [table, *_] = oob("inventory", "lna", "--as-of", "2020-07-31", "-f", "json", db=shipped).tables
    by_row = {row["row"]: row for row in folded(workbook["LNA"])}
    assert list(by_row) == [row["row"] for row in table["rows"]]
    claimed = {row["claim"] for row in folded(workbook["Claims"])}
    for row in table["rows"]:
        assert by_row[row["row"]]["claims"].split("; ") == row["claims"]
        assert claimed >= set(row["claims"])
        assert (by_row[row["row"]]["count_low"], by_row[row["row"]]["count_high"]) == (
            row["count_low"],
            row["count_high"],
        )
    carried = {row["Claim"]: row["Report"] for row in rows(workbook["Claims"])}
    assert set(carried.values()) == {row["Report"] for row in rows(workbook["Reports"])}


def test_the_sheets_of_a_workbook(book: Path, shipped: Database, tmp_path: Path) -> None:
    workbook = opened(book)
    assert workbook.sheetnames == [
        "Read me", "LNA", "LNA activity", "GNA", "GNA activity", "Compared", "Totals", "Evidence", "Claims", "Sources",
        "Reports", "Disagreements", "Timeline", "Order of battle", "Places", "Routes",
    ]  # fmt: skip
    assert workbook.active.title == "Read me"
    told = {row[0].value: row[1].value for row in workbook["Read me"].iter_rows() if row[0].value}
    assert told["Whose"] == "Libyan National Army (LNA) and Government of National Accord (GNA)"
    assert told["On what day"] == "31 July 2020"
    assert told["Made by"].endswith(f"rules {holdings.RULES}")
    assert told.keys() >= {*workbook.sheetnames[1:], "incl. 12", "open", "Reliability A", "Credibility 6"}
    for page in workbook.worksheets[1:]:
        assert page.freeze_panes, page.title
        assert page.auto_filter.ref or page.title == "Totals"
        assert all(page.column_dimensions[letter].width >= 8 for letter in "ABC")
    assert oob("inventory", "lna", "-o", tmp_path / "x.xlsx", db=shipped).code == 0
    alone = opened(tmp_path / "x.xlsx")
    assert alone.sheetnames == ["Read me", "Inventory", "Totals", "Activity", "Sources"]
    assert alone.active.title == "Inventory"


def test_the_first_sheet_names_the_command_that_explains_its_numbers(shipped: Database, tmp_path: Path) -> None:
    asked = ("--as-of", "2020-07", "--known-by", "2020-08-01", "--at", "Al Jufra")
    assert oob("workbook", "lna", *asked, "-o", tmp_path / "x.xlsx", db=shipped).code == 0
    told = {row[0].value: row[1].value for row in opened(tmp_path / "x.xlsx")["Read me"].iter_rows() if row[0].value}
    command = told["How a number came about"]
    assert command == "oob why lna SYSTEM --as-of 2020-07-31 --known-by 2020-08-01 --at al-jufra"
    [_, *words] = command.replace("SYSTEM", "fighter-aircraft").split()
    assert "12 or 14+" in oob(*words, db=shipped).out


# sums


@pytest.mark.parametrize("factions", [["lna"], ["gna"], ["lna", "gna"], ["russia", "lna", "turkey"]])
def test_totals_are_what_the_arithmetic_says(factions: list[str], shipped: Database, tmp_path: Path) -> None:
    assert oob("workbook", *factions, "-o", tmp_path / "x.xlsx", db=shipped).code == 0
    found = {row["Main class"]: row for row in total_rows(opened(tmp_path / "x.xlsx")["Totals"])}
    with Reader(shipped) as reader:
        known = inventory.directory(reader)
        answer = ask(reader, known, factions, None, None)
    words, several = Words(known), len(factions) > 1
    low, high = ("Together, low", "Together, high") if several else ("Low", "High")
    classes = {words.main_class(each.system) for each in answer.inventory.holdings}
    assert set(found) == classes
    assert len(classes) > 1
    for name in classes - {"military equipment"}:
        mine = [each for each in answer.inventory.holdings if words.main_class(each.system) == name]
        held = holdings.total_of(each for each in mine if each.part_of is None)
        expected = bounds(held)
        wanted = (expected[0], expected[1] if expected[1] is not None or not held else "open")
        assert (found[name][low], found[name][high]) == wanted, name


def test_a_sheet_too_long_for_formulas_says_so(monkeypatch: pytest.MonkeyPatch, war: Database, tmp_path: Path) -> None:
    from oob.formats import formulas

    told = []
    for rows in (formulas.MOST, 1):
        monkeypatch.setattr(formulas, "MOST", rows)
        assert oob("workbook", "red", "-o", tmp_path / f"{rows}.xlsx", db=war).code == 0
        guide = opened(tmp_path / f"{rows}.xlsx")["Read me"]
        told.append({row[0].value: row[1].value for row in guide.iter_rows()}.get("Large sheets"))
    assert told[0] is None
    assert told[1].startswith("Inventory: too many rows, or rows within rows, for numbers that follow a filter.")


def total_rows(page: Any) -> list[dict[str, Any]]:
    head, *body = page.iter_rows(min_row=4, values_only=True)
    return [dict(zip(head, (None if cell == "" else cell for cell in row), strict=True)) for row in body]


@pytest.mark.parametrize("section", ["own", "support", "backers"])
def test_filtered_to_a_section_the_sum_is_that_of_compare(section: str, shipped: Database) -> None:
    """What the rows of one section and class come to, others hidden, is what `compare` tells of it."""
    from oob.report import comparisons, inventories

    with Reader(shipped) as reader:
        known = inventory.directory(reader)
        answers = [ask(reader, known, [each], None, None) for each in ("lna", "gna")]
        together = ask(reader, known, ["lna", "gna"], None, None)
    compared = comparisons.compare(answers, together)
    keys = [column.key for column in compared.columns]
    systems = known.world.systems
    ids = {known.systems[id_].name: id_ for id_ in known.systems}
    checked = 0
    for faction, answer in zip(("lna", "gna"), answers, strict=True):
        [table, *_] = inventories.tables(answer, ("own", "support", "backers"))
        at = {column.key: place for place, column in enumerate(table.columns) if column.key}
        for row in compared.rows:
            told = dict(zip(keys, row, strict=True))
            wanted = ids[str(told["system"])]
            if systems.is_root(wanted):
                continue
            shown = [
                each
                for each in table.rows
                if each[at["section"]] == section and systems.within(ids[str(each[at["system"]])], wanted)
            ]
            found = sums(Table(table.name, table.title, table.columns, tuple(shown)))
            if found is None:
                continue
            checked += 1
            low, high = told[f"{faction}_{section}_low"], told[f"{faction}_{section}_high"]
            adds = [cell for cell in (found.low(found.pairs[0], n) for n in range(len(shown))) if isinstance(cell, int)]
            tops = [found.high(found.pairs[0], n) for n in range(len(shown))]
            assert (sum(adds) if adds else None) == low
            assert (None if "open" in tops or not adds else sum(top for top in tops if isinstance(top, int))) == high
    assert checked > 4


def test_only_what_no_other_row_takes_in_is_added() -> None:
    columns = (
        Column("row", audience="data"), Column("included_in", audience="data"),
        Column("main_class", "Main class", audience="data"), Column("count_low", "Low", kind="int", audience="data"),
        Column("count_high", "High", kind="int", audience="data"),
    )  # fmt: skip

    def cells(*rows: tuple[Cell, ...]) -> list[tuple[str | int, str | int]]:
        found = sums(Table("t", "T", columns, rows))
        assert found is not None
        return [(found.low(found.pairs[0], at), found.high(found.pairs[0], at)) for at in range(len(rows))]

    whole, part, deep = ("a", None, "x", 12, None), ("b", "a", "x", 5, 7), ("c", "b", "x", 3, 3)
    assert cells(whole, part, deep) == [(12, "open"), ("incl. 5", "incl. 7"), ("incl. 3", "incl. 3")]
    assert cells(part, deep) == [(5, 7), ("incl. 3", "incl. 3")]
    assert cells(deep, whole) == [(3, 3), (12, "open")], "what joins them is in no row here"
    assert cells(("a", "b", "x", 1, 1), ("b", "a", "x", 2, 2)) == [("incl. 1", "incl. 1"), ("incl. 2", "incl. 2")]
    assert cells(("a", "a", "x", 1, 1)) == [(1, 1)]
    assert cells(("a", None, "x", None, None)) == [("", "")]
    assert cells(("a", None, "x", 0, 0)) == [(0, 0)]


def test_what_may_be_of_the_same_things_is_added_once() -> None:
    columns = (
        Column("row", audience="data"), Column("included_in", audience="data"),
        Column("shared_with", kind="ids", audience="data"), Column("main_class", "Main class", audience="data"),
        Column("count_low", "Low", kind="int", audience="data"),
        Column("count_high", "High", kind="int", audience="data"),
    )  # fmt: skip

    def lows(*rows: tuple[Cell, ...]) -> list[str | int]:
        found = sums(Table("t", "T", columns, rows))
        assert found is not None
        return [found.low(found.pairs[0], at) for at in range(len(rows))]

    jets: tuple[Cell, ...] = ("jets", None, (), "x", 12, 12)
    migs: tuple[Cell, ...] = ("migs", "jets", (), "x", 9, 9)
    army: tuple[Cell, ...] = ("army", "jets", ("migs",), "x", 5, 5)
    assert lows(jets, migs, army) == [12, "incl. 9", "incl. 5"]
    assert lows(migs, army) == [9, "incl. 5"], "some of the army's jets may be among the migs"
    assert lows(army) == [5]


def test_more_overlaps_than_a_sheet_has_columns_for_leave_numbers_without_formulas() -> None:
    columns = (
        Column("", "System", audience="people"), Column("row", audience="data"),
        Column("included_in", audience="data"), Column("shared_with", kind="ids", audience="data"),
        Column("main_class", "Main class", audience="data"), Column("count_low", "Low", kind="int", audience="data"),
        Column("count_high", "High", kind="int", audience="data"),
    )  # fmt: skip
    others = tuple(f"r{at}" for at in range(1, 200))
    rows = (("s", "r0", "r1", others, "x", 7, 7), *(("s", each, None, (), "x", 1, 1) for each in others))
    content = BytesIO(encode([Table("inventory", "T", columns, rows)], "xlsx"))
    workbook = opened(content, values=False)
    found = list(workbook["Inventory"].iter_rows(min_row=header(workbook["Inventory"]) + 1, values_only=True))
    assert [row[2] for row in found[:3]] == ["incl. 7", 1, 1]
    assert total_rows(workbook["Totals"]) == [{"Main class": "x", "Low": 199, "High": 199}]


def test_a_table_too_large_for_formulas_has_the_same_numbers_without() -> None:
    columns = (
        Column("", "System", audience="people"), Column("row", audience="data"),
        Column("included_in", audience="data"), Column("main_class", "Main class", audience="data"),
        Column("count_low", "Low", kind="int", audience="data"),
        Column("count_high", "High", kind="int", audience="data"),
    )  # fmt: skip
    rows = tuple((f"s{at}", f"r{at}", f"r{at - 1}" if at % 2 else None, "x", at, at) for at in range(2_001))
    content = BytesIO(encode([Table("inventory", "T", columns, rows)], "xlsx"))
    workbook = opened(content, values=False)
    found = list(workbook["Inventory"].iter_rows(min_row=header(workbook["Inventory"]) + 1, values_only=True))
    assert [row[2] for row in found[:4]] == [0, "incl. 1", 2, "incl. 3"]
    assert total_rows(workbook["Totals"]) == [{"Main class": "x", "Low": 2000 * 1001 // 2, "High": 2000 * 1001 // 2}]


# LibreOffice

HIDDEN: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "the jets": ("own/red/jet",),
    "the jets and Red's migs": ("own/red/jet", "own/red/mig"),
    "Red's migs alone": ("own/red/mig",),
    "all but the jets and their parts": tuple(
        f"own/{row}" for row in ("red/helicopter", "red/tank", "red-army/t-55", "red/truck", "red/ural", "red/fighters")
    ),
}
"""Rows that a filter hides."""
ADDED: dict[str, tuple[int, str, str]] = {
    "nothing": (12 + 4 + 30 + 200, "16", "open"),
    "the jets": (5 + 4 + 30 + 200, "9", "open"),
    "the jets and Red's migs": (3 + 4 + 30 + 200, "7", "open"),
    "Red's migs alone": (12 + 4 + 30 + 200, "16", "open"),
    "all but the jets and their parts": (12, "12", "12"),
}
"""By hand: the sum of the column Low as anybody would add it, and the total of aircraft."""
LINE: dict[str, str] = {
    "nothing": "Held, of the rows shown: of several main classes, which are never added: filter Main class to one"
    ", or see Totals",
    "all but the jets and their parts": "Held, of the rows shown: 12, each thing once",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """LibreOffice, told to work out every formula of what it opens: office(format, paths) -> the folder of results."""
    program = shutil.which("libreoffice") or shutil.which("soffice")
    if program is None:
        pytest.skip("needs libreoffice (apt install libreoffice-calc)")
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>",
        "utf-8",
    )

    def convert(fmt: str, *paths: Path) -> Path:
        folder = tmp_path_factory.mktemp("office")
        subprocess.run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", fmt, "--outdir",
             str(folder), *map(str, paths)],
            capture_output=True, check=True, timeout=300,
        )  # fmt: skip
        return folder

    return convert


ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Every sheet as a CSV of its own, with the values of cells as they are."""


def values(folder: Path, book: str, sheet: str) -> list[list[str]]:
    with (folder / f"{book}-{sheet}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def worked(war: Database, office: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Red's inventory with rows hidden as in HIDDEN, as LibreOffice works it out: a folder of CSV."""
    folder = tmp_path_factory.mktemp("hidden")
    assert oob("inventory", "red", "-o", folder / "whole.xlsx", db=war).code == 0
    paths = []
    for number, hidden in enumerate(HIDDEN.values()):
        workbook = opened(folder / "whole.xlsx", values=False)
        page = workbook["Inventory"]
        at = {row["row"]: place for place, row in enumerate(folded(page), header(page) + 1)}
        assert set(hidden) <= set(at)
        for row in hidden:
            page.row_dimensions[at[row]].hidden = True
        paths.append(folder / f"{number}.xlsx")
        workbook.save(paths[-1])
        turn_round(page, header(page) + 1, page.max_row)
        paths.append(folder / f"{number}-sorted.xlsx")
        workbook.save(paths[-1])
    done: Path = office(ALL_SHEETS, *paths)
    return done


def turn_round(page: Any, start: int, end: int) -> None:
    """Sorts rows the other way round, as a spreadsheet does: what a formula says of its own row goes with it."""
    hidden = [page.row_dimensions[row].hidden for row in range(start, end + 1)]
    cells = [[cell.value for cell in row] for row in page.iter_rows(start, end)]
    for at, row in enumerate(reversed(cells)):
        for column, value in enumerate(row, 1):
            cell, letter = page.cell(start + at, column), openpyxl.utils.get_column_letter(column)
            formula = isinstance(value, str) and value.startswith("=")
            was = f"{letter}{end - at}"
            cell.value = Translator(value, was).translate_formula(cell.coordinate) if formula else value
        page.row_dimensions[start + at].hidden = hidden[-1 - at]


@pytest.mark.parametrize("order", ["", "-sorted"])
@pytest.mark.parametrize("case", HIDDEN)
def test_a_sum_counts_nothing_twice_whatever_is_filtered_away(case: str, order: str, worked: Path) -> None:
    book = f"{list(HIDDEN).index(case)}{order}"
    found = values(worked, book, "Inventory")
    head = next(at for at, row in enumerate(found) if row[0] == "System")
    low = found[head].index("Low")
    cells = [row[low] for row in found[head + 1 :]]
    total, aircraft_low, aircraft_high = ADDED[case]
    assert sum(int(cell) for cell in cells if cell.isdecimal()) == total
    assert all(re.fullmatch(r"\d*|incl\. \d+", cell) for cell in cells)
    totals = {row[0]: row[1:] for row in values(worked, book, "Totals")}
    assert totals["aircraft"][:2] == [aircraft_low, aircraft_high]
    if case in LINE:
        assert found[2][0] == LINE[case]


def test_totals_by_hand(worked: Path, war: Database, tmp_path: Path) -> None:
    assert {row[0]: tuple(row[1:5]) for row in values(worked, "0", "Totals")[4:]} == HELD
    assert oob("inventory", "red", "-o", tmp_path / "x.xlsx", db=war).code == 0
    written = total_rows(opened(tmp_path / "x.xlsx")["Totals"])
    assert {
        row["Main class"]: tuple("" if row[key] is None else str(row[key]) for key in list(row)[1:]) for row in written
    } == HELD


def test_libreoffice_comes_to_the_numbers_that_were_written(book: Path, office: Any) -> None:
    folder = office(ALL_SHEETS, book)
    workbook = opened(book)
    compared = 0
    for name in ("LNA", "GNA", "Compared", "Totals"):
        page = workbook[name]
        for row, recalculated in zip(page.iter_rows(), values(folder, book.stem, name), strict=False):
            for cell, found in zip(row, recalculated, strict=False):
                if isinstance(cell.value, int) or (isinstance(cell.value, str) and cell.column < 20):
                    compared += isinstance(cell.value, int)
                    assert " ".join(found.split()) == " ".join(str(cell.value).split()), f"{name} {cell.coordinate}"
    assert compared > 300


def test_libreoffice_prints_it(office: Any, shipped: Database, tmp_path: Path) -> None:
    import pypdf

    assert oob("compare", "lna", "gna", "--system", "aircraft", "-o", tmp_path / "x.xlsx", db=shipped).code == 0
    folder = office("pdf", tmp_path / "x.xlsx")
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(folder / "x.pdf").pages)
    for said in ("Alleged, not established", "Alleged holdings of LNA and GNA compared", "12 or 14+", "incl. 13"):
        assert said in text
    assert not re.search(r"Err:\d|#(NAME|REF|VALUE|DIV|N/A)", text)
