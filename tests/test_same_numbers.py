"""One inventory tells the same numbers in every format, with the same sources behind each.

JSON is taken for the truth (test_acceptance.py holds it to the arithmetic). Every other output is read back by a
reader of its format that stands here, and compared row by row, footnote by footnote.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from test_cli import oob

from oob.store import Database

ASKED = {
    "lna": ("lna", "--as-of", "2020-07-31"),
    "gna": ("gna",),
    "a part, as known then": ("russia", "--known-by", "2020-05-27", "--system", "aircraft"),
}


class Row(NamedTuple):
    """What a reader learns of a holding: what it is, whose, how many there are and were lost."""

    system: str
    holder: str
    number: str
    lost: str


class Told(NamedTuple):
    """An inventory as some format tells it: its rows, the numbers of each row's sources, and the sources in words."""

    rows: list[Row]
    cited: list[tuple[int, ...]]
    sources: list[str]


@pytest.fixture(params=ASKED.values(), ids=list(ASKED))
def asked(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The options of an inventory."""
    return tuple(request.param)


def table(asked: tuple[str, ...], db: Database) -> dict[str, Any]:
    """The inventory as JSON has it; activity would share its footnotes, so only holdings are asked for."""
    return next(each for each in oob("inventory", *asked, *HOLDINGS, "-f", "json", db=db).tables)


HOLDINGS = ("--section", "own", "--section", "support", "--section", "backers")


def rows(found: dict[str, Any]) -> list[Row]:
    """The rows of JSON, the words that numbers came from left out."""
    return [
        Row(row["system"], row["holder"], bare(row["count_text"]), bare(row["lost_text"] or ""))
        for row in found["rows"]
    ]


def bare(number: str) -> str:
    """A number without the word that it comes from: 200+ of 200+ (hundreds)."""
    return re.sub(r"(?<=.) \(.*?\)", "", number)


def numbers(cell: str) -> tuple[int, ...]:
    """Footnote numbers of [1-3][5], [^1] [^2] or [1, 2, 5-8]."""
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:\s*[-\u2013]\s*(\d+))?", cell):
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


# -- a reader for each format ---------------------------------------------------------------------------------------


def from_text(text: str) -> Told:
    """What stands in columns above and below a line of dashes; below it all the sources."""
    body, _, sources = text.partition("\nSources\n")
    found, cited, cuts = [], [], []
    heads: list[str] = []
    lines = body.splitlines()
    for at, line in enumerate(lines):
        if re.fullmatch(r"-+(  -+)+", line):
            cuts = [(each.start(), each.end()) for each in re.finditer("-+", line)]
            heads = [lines[at - 1][start:end].strip() for start, end in cuts]
        elif not line.strip():
            cuts = []
        elif cuts:
            ends = [start for start, _ in cuts[1:]] + [None]
            cells = dict(
                zip(heads, (line[cut[0] : end].strip() for cut, end in zip(cuts, ends, strict=True)), strict=True)
            )
            found.append(Row(cells["System"], cells["Held by"], bare(cells["Number"]), bare(cells.get("Lost", ""))))
            cited.append(numbers(cells["Sources"]))
    told = [" ".join(each.split()) for each in re.split(r"(?m)^ *\[\d+\] ", sources)[1:]]
    return Told(found, cited, told)


def from_markdown(text: str) -> Told:
    """Pipe tables, and footnotes below."""
    found, cited = [], []
    heads: list[str] = []
    for line in text.splitlines():
        cells = [plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells or set(cells[0]) == {"-"}:
            continue
        if cells[0] == "System":
            heads = cells
            continue
        row = dict(zip(heads, cells, strict=True))
        found.append(Row(row["System"], row["Held by"], bare(row["Number"]), bare(row.get("Lost", ""))))
        cited.append(numbers(re.sub(r"inventory-", "", row["Sources"])))
    sources = [plain(each) for each in re.findall(r"(?m)^\[\^\S+\]: (.*)$", text)]
    return Told(found, cited, sources)


def plain(text: str) -> str:
    """Markdown without its marks."""
    return re.sub(r"\\(?=[^\w\s])", "", text.replace("&nbsp;", " ")).strip()


def from_xlsx(path: Path) -> Told:
    """The sheets Inventory and Sources, as a spreadsheet program shows them."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    heads: list[str] = []
    found, cited = [], []
    for cells in book["Inventory"].iter_rows(values_only=True):
        if cells[0] == "System":
            heads = [str(cell) for cell in cells]
        elif heads:
            row = dict(zip(reversed(heads), reversed(cells), strict=True))  # of two with one name, the first
            told = [str(row.get(head) or "").strip() for head in ("System", "Held by", "Number", "Lost", "Sources")]
            found.append(Row(told[0], told[1], bare(told[2]), bare(told[3])))
            cited.append(numbers(told[4]))
    sources = [str(cells[1]) for cells in book["Sources"].iter_rows(values_only=True) if isinstance(cells[0], int)]
    return Told(found, cited, sources)


def from_html(text: str) -> Told:
    """The first table of a page, and its list of sources."""
    from lxml import html

    page = html.fromstring(text.replace("<wbr>", "").encode())  # which lxml takes for an element to be closed
    [holdings, *_] = page.iter("table")
    heads = [said(cell) for cell in holdings.iterfind("thead/tr/th")]
    found, cited = [], []
    for line in holdings.iterfind("tbody/tr"):
        if line.find("th[@scope='row']") is not None:
            row = dict(zip(heads, map(said, line), strict=True))
            found.append(Row(row["System"], row["Held by"], bare(row["Number"]), bare(row.get("Lost", ""))))
            cited.append(numbers(row["Sources"]))
    [*_, sources] = page.iterfind(".//ol[@class='sources']")
    return Told(found, cited, [said(each) for each in sources])


def said(cell: Any) -> str:
    """What an element says to who sees it: without drawings, and without what only screen readers are told."""
    for unseen in [*cell.iterfind(".//svg"), *cell.iterfind("span[@class='of']")]:
        unseen.drop_tree()
    return " ".join(cell.text_content().split())


# -- the comparison -------------------------------------------------------------------------------------------------


def test_csv_has_the_same_numbers_and_claims(asked: tuple[str, ...], shipped: Database) -> None:
    truth = table(asked, shipped)
    found = list(csv.DictReader(io.StringIO(oob("inventory", *asked, "-f", "csv", db=shipped).out, newline="")))
    assert [
        Row(each["system"], each["holder"], bare(each["count_text"]), bare(each["lost_text"])) for each in found
    ] == rows(truth)
    for key in ("count_low", "count_high", "lost_low", "lost_high"):
        assert [each[key] for each in found] == ["" if row[key] is None else str(row[key]) for row in truth["rows"]]
    for key in ("claims", "sources", "readings"):
        assert [each[key].split("; ") for each in found] == [row[key] or [""] for row in truth["rows"]]


def told(fmt: str, asked: tuple[str, ...], db: Database, folder: Path) -> Told:
    """The inventory as a format tells it."""
    if fmt == "xlsx":
        path = folder / "inventory.xlsx"
        done = oob("inventory", *asked, *HOLDINGS, "-o", path, db=db)
        assert done.code == 0, done.err
        return from_xlsx(path)
    done = oob("inventory", *asked, *HOLDINGS, "-f", fmt, db=db)
    assert done.code == 0, done.err
    return {"text": from_text, "markdown": from_markdown, "html": from_html}[fmt](done.out)


@pytest.mark.parametrize("fmt", ["text", "markdown", "html", "xlsx"])
def test_people_are_shown_the_same_numbers_and_sources(
    fmt: str, asked: tuple[str, ...], shipped: Database, tmp_path: Path
) -> None:
    truth = table(asked, shipped)
    found = told(fmt, asked, shipped, tmp_path)
    assert len(found.rows) >= 3
    assert found.rows == rows(truth)
    assert found.sources == [plain(each) for each in truth["footnotes"]] or found.sources == truth["footnotes"]
    assert_cited_as_claimed(found, truth, shipped)


def assert_cited_as_claimed(found: Told, truth: dict[str, Any], db: Database) -> None:
    """The footnotes of each row are the utterances that its claims go back to, no more and no fewer."""
    claims = {row["claim"]: row for row in oob("claims", "-f", "csv", db=db).rows}
    for row, cited in zip(truth["rows"], found.cited, strict=True):
        origins = {claims[claim]["origin"] for claim in row["claims"]}
        assert len(set(cited)) == len(cited) == len(origins), row["row"]
        speakers = {claims[claim]["speaker"] for claim in row["claims"]}
        assert {named(found.sources[at - 1], speakers) for at in cited} == speakers


def named(source: str, speakers: set[str]) -> str | None:
    """The speaker that a source in words begins with."""
    return max((each for each in speakers if source.startswith(each)), key=len, default=None)
