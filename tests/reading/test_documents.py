"""Files of every kind to documents: what they say, what they are refused for, and what hostile ones cannot do."""

from __future__ import annotations

import errno
import io
import logging
import os
import re
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import program

from oob import when
from oob.attachments import LARGEST_TEXT
from oob.errors import Refusal
from oob.reading.documents import LARGEST_FILE, Document, heads, read
from oob.reading.documents.wrapping import unwrapped
from oob.texts import paragraphs

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
PROSE = "The ministry of defence said on Monday that four drones had crossed the border and that two were shot down."
SLOW = 10
"""Seconds that no hostile file may take, on a busy machine; the slowest takes 3."""


def of(text: str) -> Document:
    return read(None, text.encode("utf-8"))


# -- plain text -----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the real reports")
def test_the_paragraphs_of_the_reports_are_their_lines() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        found = read(path)
        assert paragraphs(found.text) == [each.strip() for each in text.split("\n") if each.strip()], path.name
        assert found.notes == ()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the real reports")
@pytest.mark.parametrize(
    ("number", "title", "publisher", "authors", "published"),
    [
        ("000", None, None, 0, None),
        ("001", "Libya, Russia sends 12", None, 0, None),
        ("002", None, "CNN", 0, "2020-05-26"),
        ("003", None, None, 2, None),
        ("004", None, None, 0, "2019-11-27"),
    ],
)
def test_the_heads_of_the_reports(
    number: str, title: str | None, publisher: str | None, authors: int, published: str | None
) -> None:
    [path] = SEEDS.glob(f"{number}_*.txt")
    found = read(path)
    assert (found.title or "")[:22] == (title or "")
    assert (found.publisher, len(found.authors), found.published) == (publisher, authors, published)
    assert found.dated_by == ("the date line of the text" if published else None)


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Caf\u00e9 \u2013 here.".encode(), "Caf\u00e9 \u2013 here.", ""),
        (b"\xef\xbb\xbfJets.", "Jets.", ""),
        ("Caf\u00e9".encode("utf-16"), "Caf\u00e9", ""),
        (b"\xfe\xff" + "Jets".encode("utf-16-be"), "Jets", ""),
        ("Jets".encode("utf-32"), "Jets", ""),
        ("Jets flew there.".encode("utf-16-le"), "Jets flew there.", "UTF-16"),
        (b"Caf\xe9 \x96 \x93here\x94.", "Caf\u00e9 \u2013 \u201chere\u201d.", "not UTF-8, read as Windows-1252"),
        (b"Caf\xc3\xa9 and caf\xe9.", "Caf\u00e9 and caf\u00e9.", "not UTF-8 throughout"),
        (b"bad \x81 byte", "bad \ufffd byte", "Windows-1252"),
        ("Cafe\u0301".encode(), "Caf\u00e9", ""),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree", ""),
        ("one\u2028two\u2029three\x85four\x0cfive".encode(), "one\ntwo\nthree\nfour\nfive", ""),
        ("a\u00a0b\tc".encode(), "a\u00a0b\tc", ""),
        ("Mi\u200bG\u00ad-\ufeff29".encode(), "MiG-29", ""),
        (b"\x1b[31mred\x1b[0m \x1b]0;title\x07text \x1b]8;;http://x\x1b\\link", "red text link", "were taken out"),
        ("\x9b31mred".encode(), "red", "were taken out"),
        ("\u202egnp.exe\u202c \u2066a\u2069 \u200fb".encode(), "gnp.exe a b", "were taken out"),
        (b"back\x08space\x07 and \x7f so on, a long text; " + b"x" * 300, "backspace and  so on", "were taken out"),
        (b"a nul\0 in a long text " + b"x" * 300, "a nul in a long text", "were taken out"),
    ],
)
def test_bytes_to_characters(data: bytes, text: str, note: str) -> None:
    found = read(None, data)
    assert found.text[: len(text)] == text
    assert len(found.text) == len(text) or found.text.endswith("x" * 300)
    assert (len(found.notes) == 1 and note in found.notes[0]) if note else found.notes == ()


WRAPPED = """\
TRIPOLI, May 26, 2020 (Reuters) - Four aircraft without any markings were
flown to the air base in the desert over the weekend, and a long-
range radar came with them, three officials of two countries who know of
the flights said on Monday.

    The deploy-
ment was not announced. "We have seen nothing of that kind," said the
spokesman of the ministry, who was asked about deployment twice and did
not answer a third question.

- tanks
- guns
"""


def test_lines_broken_to_a_width_are_put_together() -> None:
    found = of(WRAPPED)
    assert paragraphs(found.text) == [
        "TRIPOLI, May 26, 2020 (Reuters) - Four aircraft without any markings were flown to the air base in the desert"
        " over the weekend, and a long-range radar came with them, three officials of two countries who know of the"
        " flights said on Monday.",
        'The deployment was not announced. "We have seen nothing of that kind," said the spokesman of the ministry, who'
        " was asked about deployment twice and did not answer a third question.",
        "- tanks",
        "- guns",
    ]
    assert found.notes == ("its lines were broken to a width; they were put together to 4 paragraphs",)
    assert (found.published, found.publisher) == ("2020-05-26", "Reuters")


def test_a_hyphen_at_the_end_of_a_line_stays_or_goes_as_the_rest_of_the_text_has_it() -> None:
    lines = [
        "Two officials who asked that they not be named spoke of the depl-",
        "oyment of long-range systems at the base in the desert; the long-",
        "range ones came by sea, and with them, they said, four of the MiG-",
        "29 fighters that had been seen at the other base, near the al-",
        "Watiya road, in the week before, and some radars for the govern-",
        "ment.",
    ]
    assert unwrapped("\n".join(lines)) == (
        "Two officials who asked that they not be named spoke of the deployment of long-range systems at the base in"
        " the desert; the long-range ones came by sea, and with them, they said, four of the MiG-29 fighters that had"
        " been seen at the other base, near the al-Watiya road, in the week before, and some radars for the government."
    )


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph.\nAnother one.\n\nA third.",
        "\n".join([PROSE[:76] + "."] * 6),  # full lines, each a sentence
        "T-72 tanks\nT-80 tanks\nBMP-2 vehicles\nBTR-80 vehicles",
        f"{PROSE}\n{PROSE}\n\n{PROSE}",
        "A headline\nBy Jane Roe\n26 May 2020\n\n" + PROSE,
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) is None


def test_a_text_keeps_its_spaces_and_blank_lines() -> None:
    text = f"  A headline \n\n\n{PROSE}  \n {PROSE}\n"
    assert of(text).text == text.rstrip("\n")


# -- the head of a text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        (" date 2020-05-26 CNN) \u2014 ", "CNN", "2020-05-26"),
        (" date 2019-11-27 ", None, "2019-11-27"),
        ("TRIPOLI, May 26 (Reuters) - ", "Reuters", None),
        ("KYIV, Ukraine (AP) \u2014 ", "AP", None),
        ("WASHINGTON (CNN) \u2014 ", "CNN", None),
        ("Washington (CNN)", "CNN", None),
        ("MOSCOW, May 26. /TASS/. ", "TASS", None),
        ("MOSCOW. May 26 (Interfax) - ", "Interfax", None),
        ("Tripoli, 26 May 2020 (Lana) \u2013 ", "Lana", "2020-05-26"),
        ("CAIRO, May 3, 2021 (Xinhua) -- ", "Xinhua", "2021-05-03"),
        ("KHARTOUM, Sudan, April 20, 2023 (AFP) - ", "AFP", "2023-04-20"),
        ("UNITED NATIONS (Example Wire) \u2014 ", "Example Wire", None),
        ("GENEVA/TRIPOLI, May 26 (Reuters) - ", "Reuters", None),
        ("(CNN) \u2014 ", "CNN", None),
        ("CNN \u2014 ", "CNN", None),
        ("The Libyan National Army (LNA) \u2014 backed by others \u2014 is ready. ", None, None),
        ("Wagner Group (PMC) \u2014 ", None, None),
        ("U.S. Africa Command (AFRICOM) - ", None, None),
        ("On 26 May 2020 (Tuesday) ", None, None),
        ("", None, None),
    ],
)
def test_date_lines(line: str, publisher: str | None, published: str | None) -> None:
    found = of(line + PROSE)
    assert (found.publisher, found.published) == (publisher, published)
    assert found.text == line + PROSE, "nothing is taken out"
    assert found.title is None


def test_a_date_without_a_year_is_told_and_not_completed() -> None:
    assert of("TRIPOLI, May 26 (Reuters) - " + PROSE).notes == ("the date line says 'May 26' without a year",)
    assert of(f"26 May 2020\nTRIPOLI, May 26 (Reuters) - {PROSE}").notes == ()


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Published: 26 May 2020", "2020-05-26"),
        ("Tuesday, 26 May 2020 14:05 GMT", "2020-05-26"),
        ("Published 2:30 PM EDT, Tue May 26, 2020", "2020-05-26"),
        ("May 26th, 2020 4:05 p.m.", "2020-05-26"),
        ("Posted on 26 May 2020 by admin", "2020-05-26"),
        ("By Jane Roe | 26 May 2020", "2020-05-26"),
        ("Published 26 May 2020, updated 27 May 2020", "2020-05-26"),
        ("2020-05-26T10:00:00Z", "2020-05-26"),
        ("26.05.2020", "2020-05-26"),
        ("06.05.2020", "2020-05-06"),
        ("13/06/2020", "2020-06-13"),
        ("06/13/2020", "2020-06-13"),
        ("05/06/2020", "[2020-05-06,2020-06-05]"),
        ("May 2020", "2020-05"),
        ("Updated: 27 May 2020", None),
        ("31 February 2020", None),
        ("The offensive of 26 May 2020", None),
        ("26 May 2020 was a quiet day", None),
        ("In May 2020 it began.", None),
    ],
)
def test_dates_on_lines_of_their_own(head: str, published: str | None) -> None:
    found = of(f"{head}\n\n{PROSE}")
    assert found.published == published
    assert found.dated_by == ("the date line of the text" if published else None)
    if published:
        assert when.parse(published).text == published


def test_a_date_in_running_text_is_no_date_of_publication() -> None:
    assert of(f"Drones cross the border\n{PROSE}\n26 May 2020").published is None


@pytest.mark.parametrize(
    ("head", "authors", "publisher"),
    [
        ("By Jane Roe", ("Jane Roe",), None),
        ("By Jane Roe & John Doe", ("Jane Roe", "John Doe"), None),
        ("By Jane Roe, John Doe and Ann Poe", ("Jane Roe", "John Doe", "Ann Poe"), None),
        ("By Jane Roe and John Doe, Associated Press", ("Jane Roe", "John Doe"), "Associated Press"),
        ("By JANE ROE Associated Press", ("JANE ROE",), "Associated Press"),
        ("By Jane Roe in Kyiv and John Doe in New York", ("Jane Roe", "John Doe"), None),
        ("By Ahmed al-Masri and Jan van der Berg, CNN", ("Ahmed al-Masri", "Jan van der Berg"), "CNN"),
        ("By Reuters Staff", (), "Reuters"),
        ("Written by Jane Roe | CNN", ("Jane Roe",), "CNN"),
        ("By Tuesday the army had left", (), None),
        ("By the river", (), None),
        ("By Monday Night", (), None),
        ("By then, Jane Roe had left", (), None),
    ],
)
def test_bylines(head: str, authors: tuple[str, ...], publisher: str | None) -> None:
    found = of(f"{head}\n{PROSE}")
    assert (found.authors, found.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Drones cross the border, ministry says", "Drones cross the border, ministry says"),
        ("Who sent the drones?", "Who sent the drones?"),
        ('"We saw nothing": ministry denies drones', '"We saw nothing": ministry denies drones'),
        ("Drones cross the border | 26 May 2020", "Drones cross the border"),
        ("Drones cross the border | CNN", "Drones cross the border"),
        ("Drones crossed the border.", None),
        ("\u201cThey crossed the border.\u201d", None),
        ("By Jane Roe", None),
        ("26 May 2020", None),
        ("- drones", None),
        ("Drones", None),
        ("Drones, said the ministry,", None),
        ("word " * 60, None),
    ],
)
def test_titles(first: str, title: str | None) -> None:
    assert of(f"{first}\n\n{PROSE}").title == title


def test_a_short_line_before_no_prose_is_no_title() -> None:
    assert of("Drones cross the border\n\nA list of them").title is None


@pytest.mark.parametrize("text", ["0000-00-00", "2020-13-45", "20201345", "99/99/2020", "May 99, 2020", "", "2020"])
def test_no_date_is_none(text: str) -> None:
    assert heads.day(text) is None


# -- pages ----------------------------------------------------------------------------------------------------------

PAGE = """\
<!DOCTYPE html><html><head><meta charset="utf-8"><title>Drones over the front - Example Times</title>
<link rel="canonical" href="https://www.example.org/2021/03/04/drones">
<meta property="og:site_name" content="Example Times"><meta property="og:title" content="Drones over the front">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Drones over the front",
 "datePublished": "2021-03-04T10:00:00+02:00",
 "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "John Doe"}],
 "publisher": {"@type": "Organization", "name": "Example Times"}}]}</script>
<style>p { color: red }</style></head><body onload="alert('load')">
<header><a href="/">Home</a> <a href="/w">World</a></header>
<nav><ul><li><a href="/a">Politics of today</a></li><li><a href="/b">Sport</a></li></ul></nav>
<main><article><h1>Drones over the front</h1>
<p onclick="steal()">Two Bayraktar TB2 drones were seen over the front line on Wednesday,
   according to a spokesman for the ministry of defence.</p>
<script>document.write("<p>Injected by a script, which nobody reads.</p>")</script>
<p>The ministry said that <b>at least four</b> armoured vehicles had been destroyed, and <a href="/x">its own
losses</a> were&nbsp;small.</p>
<p style="color: red; display: none">Hidden text says that fifty tanks were lost in one day by everybody.</p>
<p hidden>A hidden paragraph says that sixty tanks were lost in one day by everybody.</p>
<!-- a comment with 12 jets in it -->
<p>A second official, who asked not to be named, confirmed the sighting.<br>He did not confirm the number.</p>
<ul><li>Two drones were reported over the northern sector of the front.</li></ul></article></main>
<div class="comments"><p>User99: I saw three drones there myself, believe me, it was terrible to see.</p></div>
<aside><h3>Read more</h3><ul><li><a href="/1">Ten things to know about tanks</a></li></ul></aside>
<footer>\u00a9 2021 Example Times. All rights reserved. Subscribe to our newsletter today.</footer></body></html>
"""
ARTICLE = [
    "Two Bayraktar TB2 drones were seen over the front line on Wednesday, according to a spokesman for the ministry of"
    " defence.",
    "The ministry said that at least four armoured vehicles had been destroyed, and its own losses were small.",
    "A second official, who asked not to be named, confirmed the sighting.",
    "He did not confirm the number.",
    "- Two drones were reported over the northern sector of the front.",
]


def test_a_page_is_read_as_its_article() -> None:
    found = of(PAGE)
    assert [each for each in paragraphs(found.text) if each != "Drones over the front"] == ARTICLE
    assert found == Document(
        text=found.text,
        title="Drones over the front",
        publisher="Example Times",
        authors=("Jane Roe", "John Doe"),
        published="2021-03-04",
        dated_by="the page's metadata",
        url="https://www.example.org/2021/03/04/drones",
        notes=(),
    )


def test_a_page_is_told_by_its_content(tmp_path: Path) -> None:
    for name in ("page.html", "page.txt", "page.pdf", "page"):
        (tmp_path / name).write_text(PAGE, "utf-8")
        assert read(tmp_path / name).publisher == "Example Times"
    (tmp_path / "text.html").write_text(PROSE, "utf-8")
    assert read(tmp_path / "text.html").text == PROSE
    assert of("if a < b and b > c, <b>so</b> be it").text == "if a < b and b > c, <b>so</b> be it"


def page(head: str, body: str = "", article: str = PROSE) -> Document:
    return of(f"<html><head>{head}</head><body>{body}<article><p>{article}</p><p>{PROSE}</p></article></body></html>")


@pytest.mark.parametrize(
    ("head", "published", "dated_by"),
    [
        ('<meta property="article:published_time" content="2020-05-26T23:00:00Z">', "2020-05-26", "metadata"),
        ('<meta name="dc.date" content="26 May 2020">', "2020-05-26", "metadata"),
        ('<meta name="pubdate" content="20200526">', "2020-05-26", "metadata"),
        ('<meta name="date" content="Tue, 26 May 2020 14:00:00 +0000">', "2020-05-26", "metadata"),
        ('<meta itemprop="datePublished" content="2020-05-26">', "2020-05-26", "metadata"),
        ('<meta property="article:modified_time" content="2020-05-26">', None, ""),
        ('<link rel="canonical" href="https://example.org/2020/05/26/x">', "2020-05-26?", "address"),
        ('<meta name="date" content="soon">', None, ""),
        ("<title>What happened on 26 May 2020</title>", None, ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', None, ""),
        (
            '<script type="application/ld+json">[[{"@type": "Organization", "datePublished": "2020-01-01"}]]</script>',
            None,
            "",
        ),
        ('<script type="application/ld+json">{"@type": ["Article"], "datePublished": 7}</script>', None, ""),
    ],
)
def test_only_stated_dates_count(head: str, published: str | None, dated_by: str) -> None:
    found = page(head, article="On 3 March 2019 it began, and on 4 April 2019 it ended, as everybody knows by now.")
    assert found.published == published
    assert dated_by in (found.dated_by or "")
    assert any("changed on 2020-05-26" in note for note in found.notes) == ("modified" in head)


def test_a_page_without_metadata_is_dated_by_its_text() -> None:
    found = page("", article="TRIPOLI, May 26, 2020 (Reuters) - " + PROSE)
    assert (found.publisher, found.published) == ("Reuters", "2020-05-26")
    assert found.dated_by == "the date line of the text"


def test_a_date_line_of_somebody_else_is_told() -> None:
    found = page('<meta property="og:site_name" content="Example Times">', article="TRIPOLI (Reuters) - " + PROSE)
    assert found.publisher == "Example Times"
    assert found.notes == ("the head of the text names Reuters: the report may repeat one of theirs",)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Drones - Example Times</title>", "", "Drones - Example Times"),
        ('<title>Drones - Times</title><meta property="og:site_name" content="Times">', "", "Drones"),
        ("<title>Site</title>", "<h1>Drones &amp; <i>jets</i></h1>", "Drones & jets"),
        ('<meta property="og:title" content="Drones &amp;amp; jets">', "", "Drones & jets"),
        ('<meta property="og:title" content="Drones\u202e \x1b[31mjets">', "", "Drones jets"),
    ],
)
def test_the_title_of_a_page(head: str, body: str, title: str) -> None:
    assert page(head, body).title == title


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="By Jane Roe and John Doe, CNN">', ("Jane Roe", "John Doe")),
        ('<meta property="article:author" content="https://example.org/jane">', ()),
        ('<meta name="author" content="Reuters Staff">', ()),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": "Jane Roe"}</script>', ("Jane Roe",)),
    ],
)
def test_the_authors_of_a_page(head: str, authors: tuple[str, ...]) -> None:
    assert page(head).authors == authors


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "/relative", "file:///etc/passwd", "https://a b/", "http:///x"]
)
def test_only_addresses_of_the_web_are_kept(link: str) -> None:
    found = page(f'<link rel="canonical" href="{link}">')
    assert (found.url, found.publisher) == (None, None)


def test_a_page_saved_by_a_browser_knows_where_it_comes_from() -> None:
    found = of(f"<!-- saved from url=(0025)https://www.example.org/x -->\n<html><body><p>{PROSE}</p></body></html>")
    assert (found.url, found.publisher) == ("https://www.example.org/x", "example.org")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            b'<html><head><meta charset="windows-1251"></head><body><p>\xd2\xe0\xed\xea\xe8 %s</p>',
            "\u0422\u0430\u043d\u043a\u0438",
        ),
        (b'<html><head><meta charset="iso-8859-1"></head><body><p>\x93Caf\xe9\x94 %s</p>', "\u201cCaf\u00e9\u201d"),
        (b'<html><head><meta charset="iso-8859-1"></head><body><p>Caf\xc3\xa9 %s</p>', "Caf\u00e9"),
        (b"<html><body><p>Caf\xe9 %s</p>", "Caf\u00e9"),
        (b'<html><head><meta charset="unicode_escape"></head><body><p>\\u0041 \xe9 %s</p>', "\\u0041 \u00e9"),
        (b"\xff\xfe" + "<html><body><p>Caf\u00e9 %s</p>".encode("utf-16-le"), "Caf\u00e9"),
    ],
)
def test_the_encodings_of_pages(data: bytes, text: str) -> None:
    wide = data.startswith(b"\xff\xfe")
    filled = data.replace("%s".encode("utf-16-le" if wide else "ascii"), PROSE.encode("utf-16-le" if wide else "ascii"))
    assert read(None, filled).text == f"{text} {PROSE}"


def test_characters_written_as_entities_are_cleaned_too() -> None:
    found = page("", article=f"Red &#27;[31m&#8238;&#155;31m&#x200b;text. {PROSE}")
    assert not re.search("[\x1b\x9b\u202e\u200b]", found.text)
    assert PROSE in found.text


def test_much_hidden_text_is_told() -> None:
    found = page("", f'<div style="VISIBILITY : hidden">{PROSE * 3}</div>')
    assert found.text == PROSE
    assert found.notes == (f"{3 * len(PROSE)} characters that the page hides were left out",)


def test_an_article_that_loses_much_of_the_page_is_told() -> None:
    lost = "".join(f"<div class='comment'><p>Loser {n}: {PROSE}</p></div>" for n in range(8))
    [note] = page("", lost).notes
    assert re.search(r"holds 1?\d% of the page's prose", note)


def test_pictures_inside_a_page_do_not_count() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 6_000_000}">'
    found = of(f"<html><body>{picture}<p>{PROSE}</p><p>{PROSE} Again.</p></body></html>")
    assert found.text == f"{PROSE}\n{PROSE} Again."


def test_reading_a_page_talks_to_nobody(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        page("", "<p>" * 300)
        of("<html><body><nav>x</nav></body><p>y")
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_nothing_is_fetched_or_started() -> None:
    """An audit hook sees every connection, process and file opened for writing."""
    running = program(
        """
        import sys
        sys.dont_write_bytecode = True  # what Python keeps of the modules it loads is none of the reader's
        from pathlib import Path
        from oob.reading.documents import read
        import trafilatura, pypdfium2
        def hook(event, arguments):
            if event.startswith(("socket.", "subprocess.", "os.system", "os.posix_spawn", "os.fork", "os.exec")):
                print("EVENT", event, file=sys.stderr)
            if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
                print("EVENT write", arguments[0], file=sys.stderr)
        sys.addaudithook(hook)
        print(read(None, sys.stdin.buffer.read()).title)
        """
    )
    image = '<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe>'
    entity = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    out, err = running.communicate(
        PAGE.replace("<!DOCTYPE html>", entity).replace("<main>", f"<main>{image}&x;"), timeout=60
    )
    assert (out.strip(), err) == ("Drones over the front", "")


# -- PDF ------------------------------------------------------------------------------------------------------------


def pdf(*pages: list[tuple[float, float, float, str]], information: str = "") -> bytes:
    """A PDF in Helvetica: for every page its lines as (x, y from below, size, text)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({text.translate({40: chr(92) + '(', 41: chr(92) + ')'})}) Tj ET\n"
            for x, y, size, text in lines
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {information} >>")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode("latin-1")


def column(lines: list[str], x: float = 70, y: float = 700, size: float = 11) -> list[tuple[float, float, float, str]]:
    """Lines under each other; a blank one leaves a gap."""
    return [(x, y - 1.3 * size * place, size, text) for place, text in enumerate(lines) if text]


BODY = [
    "The ministry of defence said on Monday that four long-range drones had crossed the",
    "border, and that two of them were shot down over the northern sector of the front.",
    "",
    "An official who asked not to be named put the number of vehicles at twelve, and spoke",
    "of the deploy-",
    "ment of three further systems.",
]


def test_the_lines_of_a_pdf_are_put_together_to_paragraphs() -> None:
    found = read(None, pdf(column(BODY)))
    assert paragraphs(found.text) == [
        "The ministry of defence said on Monday that four long-range drones had crossed the border, and that two of"
        " them were shot down over the northern sector of the front.",
        "An official who asked not to be named put the number of vehicles at twelve, and spoke of the deployment of"
        " three further systems.",
    ]


def test_indents_and_short_lines_part_paragraphs() -> None:
    lines = [
        "The ministry of defence said on Monday that four drones had crossed the border into",
        "the north. Two were shot down.",
        "Nobody could confirm the number, which the governor of the province had denied a day",
        "before the drones were seen over the river, and again when he was asked for it later.",
    ]
    indented = (
        82,
        700 - 1.3 * 11 * 4,
        11,
        "A third paragraph begins with an indent, as books have it, and goes on for a",
    )
    last = (70, 700 - 1.3 * 11 * 5, 11, "second line.")
    texts = paragraphs(read(None, pdf([*column(lines), indented, last])).text)
    assert [text.split()[0] + " " + text.split()[-1] for text in texts] == ["The down.", "Nobody later.", "A line."]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def sheet(number: int, lines: list[str]) -> list[tuple[float, float, float, str]]:
        head = (70, 800, 8, "Example Institute | Report of 2020")
        return [head, *column(lines), (290, 30, 8, f"Page {number} of 3")]

    first = ["Drones were counted at the border for a month, and the count went on until the last of"]
    second = [
        "them had left.",
        "",
        "A second paragraph stands on a page of its own, and says more of them.",
    ]
    third = ["The third page ends the report, with thanks to all those who helped to count the drones."]
    found = read(None, pdf(sheet(1, first), sheet(2, second), sheet(3, third)))
    assert paragraphs(found.text) == [f"{first[0]} {second[0]}", second[2], third[0]]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Left one begins here and", "goes on to a second line,", "and here it ends."]
    right = ["Right one begins here and", "goes on to a second line,", "and here it ends."]
    found = read(None, pdf([*column(left), *column(right, x=320)]))
    assert paragraphs(found.text) == [" ".join(left), " ".join(right)]


def test_the_title_of_a_pdf_is_its_largest_line() -> None:
    heading = [(70, 760, 20, "Drones at the border:"), (70, 736, 20, "a count")]
    found = read(None, pdf([*heading, *column(BODY)]))
    assert found.title == "Drones at the border: a count"
    assert paragraphs(found.text)[0] == "Drones at the border: a count"
    assert read(None, pdf(column(BODY))).title is None


def test_what_a_pdf_states_of_itself() -> None:
    data = pdf(column(BODY), information="/Title (A count of drones) /Author (Jane Roe) /CreationDate (D:20200526)")
    found = read(None, data)
    assert (found.title, found.authors, found.published) == ("A count of drones", ("Jane Roe",), None)
    assert found.notes == ("the PDF was made on 2020-05-26, which need not be when the report was published",)
    word = pdf(column(BODY), information="/Title (Microsoft Word - drones_final.docx) /Author (user)")
    assert (read(None, word).title, read(None, word).authors) == (None, ())


def test_a_pdf_is_dated_by_its_text() -> None:
    found = read(None, pdf(column(["26 May 2020", "", *BODY])))
    assert (found.published, found.dated_by) == ("2020-05-26", "the date line of the text")


def encrypted(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf(column(BODY)))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_locked_only_against_changes_is_read() -> None:
    pytest.importorskip("pypdf")
    assert "deployment" in read(None, encrypted("")).text


def test_an_encrypted_pdf_is_refused() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(Refusal, match="is encrypted: open it with its password"):
        read(None, encrypted("secret"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([]), "holds pictures of pages, no text: run OCR"),
        (pdf([], [], column(["Stamp"])), "holds pictures of pages, no text: run OCR"),
        (b"%PDF-1.7\n", "is a broken PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 100, "is a broken PDF"),
        (pdf(column(BODY))[:300], "is a broken PDF"),
        (
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\ntrailer << /Root 1 0 R >>",
            "PDF",
        ),
    ],
)
def test_pdfs_that_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        read(None, data)


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(Refusal, match="has 2001 pages, more than 2000"):
        read(None, pdf(*([[]] * 2001)))


# -- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty; give a file with the text of a report"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "holds no text"),
        ("\u202e\u200b".encode(), "holds no text"),
        (b"<html><body><script>1</script></body></html>", "holds no text"),
        (b"<!DOCTYPE html>", "holds no text"),
        (b"<html><!-- only a comment", "holds no text"),
        (b"PK\x03\x04" + b"word/document.xml", "a Word, OpenDocument or zip file: open it and save"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Office file"),
        (b"{\\rtf1 text}", "a rich text file"),
        (b"\x89PNG\r\n\x1a\n", "run OCR"),
        (b"\xff\xd8\xff\xe0", "run OCR"),
        (b"\0\0\0\x18ftypheic", "a picture or a film"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"%!PS-Adobe-3.0", "ps2pdf"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "is an XML file"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related", "MHTML"),
        (bytes(range(256)) * 8, "is a binary file"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "is a binary file"),
        (bytes(100_000), "is a binary file"),
        (b"a" * (LARGEST_FILE + 1), "is larger than 50 MB"),
        (b"The jets flew. " * 700_000, "holds 10.5 MB of text, more than 5 MB"),
        (("The jets flew. " * 400_000).encode("utf-16"), "holds 6.0 MB of text, more than 5 MB"),
        (b"<html>" + b"<p>The jets flew." * 400_000, "is a page of 6.8 MB without its pictures, more than 5 MB"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refusal, match=re.escape(message)) as caught:
        read(None, data)
    assert str(caught.value).startswith("the input ")


def test_one_line_of_nearly_five_megabytes_is_one_paragraph() -> None:
    text = ("The jets flew. " * (LARGEST_TEXT // 15)).rstrip()
    assert paragraphs(of(text).text) == [text]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a folder; give a file"):
        read(tmp_path)
    with pytest.raises(Refusal, match="there is no such file"):
        read(tmp_path / "missing.txt")
    with pytest.raises(Refusal, match="is a device or a pipe, not a file"):
        read(Path("/dev/zero"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal, match="is a device or a pipe, not a file"):
        read(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Refusal, match="cannot be read"):
        read(tmp_path / "loop")
    with pytest.raises(Refusal, match="is no name of a file"):
        read(Path("a\0b"))
    with pytest.raises(ValueError, match="neither a path nor data"):
        read(None)


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "locked.txt"
    path.write_text(PROSE)
    monkeypatch.setattr(Path, "open", denied)  # to root, who may run the tests, no file is closed
    with pytest.raises(Refusal, match="cannot be read: Permission denied"):
        read(path)


def test_a_file_over_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(40 * LARGEST_FILE)
    with pytest.raises(Refusal, match="is larger than 50 MB"):
        read(path)


def test_names_of_files_in_messages_are_printable(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        read(tmp_path / "a\x1b[31m\u202eb.txt")
    assert "a\\x1b[31m\\u202eb.txt" in str(caught.value)


# -- hostile --------------------------------------------------------------------------------------------------------

MANY = 100_000


def html(body: str) -> bytes:
    return f"<html><head><title>x</title></head><body><article>{body}</article></body></html>".encode()


@pytest.mark.parametrize(
    "data",
    [
        html("<div>" * MANY + PROSE + "</div>" * MANY),
        html("<b>" * MANY + PROSE),
        html("<table><tr><td>" * MANY + PROSE),
        html("<ul><li>" * MANY + PROSE),
        html("<font><p>x " * MANY + PROSE),
        html("</div>" * MANY + PROSE),
        html("<b><p><i>x</b></p></i>" * MANY + PROSE),
    ],
    ids=["div", "b", "table", "li", "font", "closed", "crossed"],
)
def test_pages_nested_beyond_sense_are_read_nevertheless(data: bytes) -> None:
    started = time.monotonic()
    assert PROSE in read(None, data).text
    assert time.monotonic() - started < SLOW


HOSTILE: dict[str, Callable[[], bytes]] = {
    "links": lambda: html("<p>" + "<a href=x>The jets</a> " * MANY),
    "links in paragraphs": lambda: html(("<p>" + "<a href=x>The jets</a> " * 150) * 98),
    "paragraphs": lambda: html("".join(f"<p>{PROSE} {n}</p>" for n in range(14_900))),
    "headings": lambda: html("<h2>Jets</h2>" * 14_900),
    "hidden": lambda: html("<p hidden>1</p>x " * 14_900),
    "scripts": lambda: html("<script>1</script>x " * MANY),
    "attributes": lambda: html("<p " + " ".join(f"a{n}=1" for n in range(MANY)) + f">{PROSE}"),
    "attributes with tags in them": lambda: html("<p " + " ".join(f'a{n}="<p>"' for n in range(MANY)) + f">{PROSE}"),
    "open script": lambda: html(PROSE + "<script>" * MANY),
    "open comments": lambda: html(PROSE + "<!--" * MANY),
    "quotes": lambda: html(PROSE + "<p a='" * MANY + '<p b="' * MANY),
    "brackets": lambda: html("<" * 5 * MANY),
    "style": lambda: html(PROSE + f"<p style='{'display: ' * MANY}'>x"),
    "json": lambda: html(f"<script type='application/ld+json'>{'[' * MANY}</script>{PROSE}"),
    "json list": lambda: html(f"<script type='application/ld+json'>[{'{},' * MANY}{{}}]</script>{PROSE}"),
    "entities": lambda: html("&#27;[31m&#8238;" * MANY),
    "wrapped": lambda: b"The jets flew over the base and the town and then on to the north of the\n" * 60_000,
    "hyphens": lambda: b"The jets flew over the base and the town and then on to the north of-\n" * 60_000,
    "accents": lambda: b"a" + b"\xcc\x81\xcc\xa7" * 800_000,
    "Windows": lambda: ("\u00e9 " * 1_500_000).encode("cp1252"),
    "mixed": lambda: b"\xc3\xa9 \xe9 " * 600_000,
    "escapes": lambda: b"x\x1b]" * 1_000_000,
    "open escape": lambda: b"\x1b]x" + b"a" * 4_000_000,
    "colours": lambda: b"x\x1b[1m" * 900_000,
    "overrides": lambda: "a\u202e".encode() * 1_000_000,
    "line separators": lambda: "The jets flew.\u2028".encode() * 200_000,
    "date lines": lambda: b"date " * 900_000,
    "bylines": lambda: b"By " + b"Aa " * 1_000_000,
    "mail": lambda: b"a:\n" * 1_000_000,
    "names": lambda: b"A B, C D " * 500_000,
    "hyphenated": lambda: b"abcdefgh-" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_takes_no_longer_than_its_length(name: str) -> None:
    data = HOSTILE[name]()
    started = time.monotonic()
    found = read(None, data)
    assert time.monotonic() - started < SLOW
    assert found.text.strip()
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", found.text)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_read_or_refused(seed: int) -> None:
    """Bytes changed at random: no traceback, whatever they were."""
    import random

    chance = random.Random(seed)
    for whole in (PAGE.encode(), pdf(column(BODY)), WRAPPED.encode("utf-16")):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 10, 100))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert read(None, bytes(data)).text.strip()
        except Refusal:
            continue


def test_a_document_of_each_kind_loads_only_its_own_library() -> None:
    running = program(
        """
        import sys
        from oob.reading.documents import read
        heavy = {"trafilatura", "lxml", "pypdfium2", "sqlalchemy"}
        read(None, b"Jets flew.")
        print(sorted(heavy & set(sys.modules)))
        read(None, b"<html><p>Jets flew over the base.")
        print(sorted(heavy & set(sys.modules)))
        """
    )
    out, err = running.communicate(timeout=60)
    assert (out.split("\n")[:2], err) == (["[]", "['lxml', 'trafilatura']"], "")


def test_pairs_of_paragraphs_never_touch() -> None:
    """A paragraph is a line, so no line of any kind of document holds the end of another."""
    for data in (PAGE.encode(), pdf(column(BODY)), WRAPPED.encode()):
        texts = read(None, data).text.splitlines()
        assert all(a != b for a, b in pairwise(filter(str.strip, texts)))
