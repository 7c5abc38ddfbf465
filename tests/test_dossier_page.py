"""The page of a dossier, as a browser shows it: alone, safe, without a script, to a keyboard, on paper, and true."""

from __future__ import annotations

import io
import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from test_cli import on_terminal, oob
from test_dossiers import war  # noqa: F401  the small war, as a fixture
from test_hostile import RAW, evil, stranger  # noqa: F401  the catalogues that mean harm, as fixtures

from oob.formats.html.text import said, web
from oob.store import Database

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (apt install chromium)")


# -- the page as text -----------------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """The links, the ids and the cells of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes[name] += 1
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def page(db: Database, *words: str) -> str:
    """The page that the command prints into a pipe."""
    done = oob("dossier", *words, db=db)
    assert done.code == 0, done.err
    assert done.err == ""
    return done.out


@pytest.mark.parametrize("words", [("lna",), ("lna", "gna", "--as-of", "2020-05", "--system", "aircraft"), ("qatar",)])
def test_every_link_in_the_page_has_its_target(words: tuple[str, ...], shipped: Database) -> None:
    found = read(page(shipped, *words))
    assert [id_ for id_, times in Counter(found.ids).items() if times > 1] == []
    assert {link for link in found.links if not link.startswith("#")} == set()
    assert {link[1:] for link in found.links} - set(found.ids) == set()
    sources = {id_ for id_ in found.ids if re.fullmatch(r"s\d+", id_)}
    assert bool(sources) == (words != ("qatar",))
    assert sources - {link[1:] for link in found.links} <= _inside_ranges(page(shipped, *words))


def _inside_ranges(html: str) -> set[str]:
    """The sources that footnotes such as [6-12] take in without a link of their own."""
    ranges = re.findall(r"<a href=#s(\d+)>\d+</a>\u2013<a href=#s(\d+)>", html)
    return {f"s{number}" for first, last in ranges for number in range(int(first), int(last))}


def test_nothing_in_it_can_act_but_its_own_style_and_script(shipped: Database) -> None:
    html = page(shipped, "lna")
    found = read(html)
    assert found.tags["script"] == found.tags["style"] == 1
    assert found.tags["link"] == found.tags["img"] == found.tags["iframe"] == found.tags["form"] == 0
    assert [name for name in found.attributes if name.startswith("on") or name in ("style", "src", "srcset")] == []
    policy = re.search(r'Content-Security-Policy content="([^"]*)"', html)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


def test_a_number_stands_with_its_bar_its_sources_and_its_reason(war: Database) -> None:  # noqa: F811
    html = page(war, "red")
    row = re.search(r"<tr><th scope=row id=(h1-\d+)>tank<.*\n<tr class=below>.*", html)
    assert row is not None
    assert "<td>Red Army<" in row[0]
    assert "<b>12 or 20</b><svg class=b" in row[0]
    assert row[0].count("<path", 0, row[0].index("</svg>")) == 2, "two readings, each with a mark of its own"
    numbers = re.findall(r"<a href=#s(\d+)>", row[0].split("<tr class=below>")[0])
    assert len(numbers) == 2, "the paper and the gazette"
    assert "Why 12 or 20?" in row[0]
    assert "The Paper: 12. Claim " in row[0]
    assert "The Gazette: 20. Claim " in row[0]
    matter = "the event \u201cTanks brought to Town\u201d (arrival)"
    assert f"No number fits all of them, so on {matter} the figures differ: 12 or 20." in row[0]
    part = re.search(r"T-55 held by Red Army \(not stated\) is part of this row.*?<a href=#(h1-\d+)>See there", row[0])
    assert part is not None
    assert f"<th scope=row id={part[1]} class=d1><span class=of>part of tank: </span>T-55<" in html


def test_each_faction_has_its_own_rows_and_reasons_lead_to_them(shipped: Database) -> None:
    html = page(shipped, "lna", "gna")
    for at in (1, 2):
        [grid] = re.findall(rf"<table id=held{at} .*?</table>", html, re.DOTALL)
        links = re.findall(r"is part of this row.*?<a href=#(h\d+)-\d+>See there", grid)
        assert links
        assert set(links) == {f"h{at}"}
    [compared] = re.findall(r"<table id=compared-table .*?</table>", html, re.DOTALL)
    assert "Together" in compared


def test_sides_stand_beside_each_other_with_who_takes_them(war: Database) -> None:  # noqa: F811
    html = page(war, "red")
    [dispute] = re.findall(r"<article.*?</article>", html, re.DOTALL)
    assert ">tank of Red Army: 12 or 20</h3>" in dispute
    sides = re.findall(r"<section class=(\w+)><h4>(.*?)</h4><ul>(.*?)</ul>", dispute, re.DOTALL)
    assert [(kind, heading) for kind, heading, _ in sides] == [("figure", "12"), ("figure", "20")]
    assert "<b>The Paper</b> <q>12</q> Twelve tanks came by Port to Town." in sides[0][2]
    assert "<b>The Gazette</b> <q>20</q> It was twenty." in sides[1][2]


def test_a_claim_is_told_once_and_its_source_leads_to_it(war: Database) -> None:  # noqa: F811
    html = page(war, "red")
    assert html.count("Red has jets at Ford and Town.") == 1
    claims = dict(re.findall(r"<tr id=(c\d+)><th>\d+<td.*?>.*?<td>(.*?)<td>", html))
    jets = next(anchor for anchor, text in claims.items() if text.startswith("Red has jets"))
    [gazette] = [line for line in html.splitlines() if re.search(r"<th id=s\d+>\d+<td>The Gazette<", line)]
    assert f"<a href=#{jets}>4</a>" in gazette, "par. 4"
    assert ">jet</a>" in gazette.rsplit("<td>", 1)[1], "the row that cites it"


def test_the_numbers_are_those_of_the_json(shipped: Database) -> None:
    table = next(t for t in oob("inventory", "lna", "-f", "json", db=shipped).tables if t["name"] == "inventory")
    html = page(shipped, "lna")
    [grid] = re.findall(r"<table id=held1 .*?</table>", html, re.DOTALL)
    found = re.findall(
        r"<tr><th scope=row id=h1-\d+[^>]*>(?:<span.*?</span>)?(.*?)<td>(.*?)"
        r"<td[^>]*>(?:<b>)?(.*?)(?:</b>)?(?:<svg.*?</svg>)?"
        r"<td[^>]*>(.*?)<td>",
        grid,
    )
    assert len(found) == len(table["rows"]) > 20
    for (system, holder, number, lost), row in zip(found, table["rows"], strict=True):
        assert (system, holder) == (row["system"], row["holder"])
        assert number == re.sub(r" \(\w+\)$", "", row["count_text"]) or number == row["count_text"]
        assert lost == re.sub(r" \(\w+\)$", "", row["lost_text"] or "")


def test_all_steps_of_a_reason_lead_to_the_claims_that_why_names(shipped: Database) -> None:
    [table] = oob("why", "lna", "fighter aircraft", "-f", "json", db=shipped).tables
    starts = [at for at, row in enumerate(table["rows"]) if row["step"] == "credibility"]
    jets = table["rows"][starts[0] + 1 :]
    named = {id_ for row in jets if row["step"] in ("claim", "denial", "not counted") for id_ in row["claims"]}
    html = page(shipped, "lna")
    reason = re.search(r"Why 12 or 14\+\?.*", html)
    assert reason is not None
    numbers = set(re.findall(r"<a href=#(c\d+)>", reason[0]))
    assert len(numbers) == len(named) == 19
    assert {key for anchor, key in keys(html).items() if anchor in numbers} == {id_.partition("/")[2] for id_ in named}


def keys(html: str) -> dict[str, str]:
    """The claims of a page: by anchor the last part of each one's id."""
    return dict(re.findall(r"<tr id=(c\d+)>.*par\. \d+(?:</a>)?(?: |<br>)(.*)", html))


def named_claims(html: str) -> list[set[str]]:
    """The claims that the reasons of each row name, linked or not."""
    reasons = re.findall(r"<ol class=steps>(.*?)</ol>", html)
    told = [" ".join(re.findall(r"Claims? ([^\[]*?)(?=\[|<li>|$)", each)) for each in reasons]
    return [{f"c{number}" for number in re.findall(r"\b\d+\b", re.sub("<.*?>", "", each))} for each in told]


def test_a_page_of_very_many_claims_tells_less_and_loses_none(
    shipped: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = page(shipped, "lna", "gna")
    monkeypatch.setattr("oob.formats.html.anchors.DENSE", 50)
    dense = page(shipped, "lna", "gna")
    assert len(keys(full)) > 50
    assert keys(dense) == keys(full)
    assert any(named_claims(full))
    for all_of_them, in_short in zip(named_claims(full), named_claims(dense), strict=True):
        assert in_short >= all_of_them
    assert len(dense) < len(full)
    assert "The reasons are told in short here" in dense
    assert "told in short" not in full
    found = read(dense)
    assert {link[1:] for link in found.links if link.startswith("#")} - set(found.ids) == set()
    # A claim leads to its source, and that to the report, or the claim itself does.
    for anchor, row in re.findall(r"<tr id=(c\d+)>(.*)", dense):
        [source, *_] = re.findall(r"<a href=#(s\d+)>", row)
        [line] = re.findall(rf"<tr><th id={source}>.*", dense)
        assert re.search(r"<a href=#r\d+>", row if "#r" in row else line), anchor


def test_an_empty_inventory_says_so(shipped: Database) -> None:
    html = page(shipped, "qatar")
    assert "The catalogue holds nothing that anybody alleges on this question" in html
    assert "<section id=sources" not in html


def test_what_was_asked_is_told_with_the_command_that_asks_it(shipped: Database) -> None:
    html = page(shipped, "Haftar's forces", "--as-of", "2020-07", "--known-by", "2020-08-01", "--at", "Jufra")
    assert "<dt>As of<dd>31 July 2020</div>" in html
    assert "<dt>Known by<dd>1 August 2020</div>" in html
    assert "<dt>At<dd>Al Jufra air base</div>" in html
    assert "<code>oob dossier lna --as-of 2020-07 --known-by 2020-08-01 --at Jufra</code>" in html


def test_attached_texts_are_quoted_once_by_paragraph(war: Database, tmp_path: Path) -> None:  # noqa: F811
    assert war.path is not None
    mine = Database(tmp_path / "mine.db")
    shutil.copyfile(war.path, mine.path or "")
    text = tmp_path / "text.txt"
    text.write_text("First <b>words</b>.\n\nSecond.\n\nThird.\n\nFourth.\n\nFifth.\n", "utf-8")
    assert oob("attach", "paper-2020", text, db=mine).code == 0
    html = page(mine, "red")
    assert html.count("First &lt;b&gt;words&lt;/b&gt;.") == 1
    assert "<li value=4>Fourth." in html
    assert "Fifth." not in html, "nothing of it is in this dossier"


# -- the command ----------------------------------------------------------------------------------------------------


def test_it_is_written_whole_and_replaces_what_was_there(shipped: Database, tmp_path: Path) -> None:
    path = tmp_path / "lna.html"
    path.write_text("old", "utf-8")
    done = oob("dossier", "lna", "-o", path, db=shipped)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"Wrote {path}; open it in a browser\n"
    assert path.read_text("utf-8") == page(shipped, "lna")


def test_on_a_terminal_it_chooses_a_name_and_spares_what_is_not_its_own(
    shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    told = on_terminal(80, "dossier", "lna", "gna", db=shipped)
    assert "Wrote lna-gna-dossier.html; open it in a browser" in told.out
    assert on_terminal(80, "dossier", "lna", "gna", db=shipped).code == 0, "a page of its own is replaced"
    Path("lna-dossier.html").write_text("my thesis", "utf-8")
    told = on_terminal(80, "dossier", "lna", db=shipped)
    assert told.code == 1
    assert "lna-dossier.html is there already, and is no dossier" in told.out
    assert Path("lna-dossier.html").read_text("utf-8") == "my thesis"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["dossier", "lnaa"], "unknown faction 'lnaa'; did you mean"),
        (["dossier", "lna", "haftar's forces"], "the same force is named twice"),
        (["dossier", "lna", "-o", "lna.pdf"], "its name ends in .html"),
        (["dossier", "lna", "-o", "nowhere/lna.html"], "there is no folder nowhere"),
    ],
)
def test_what_it_cannot_do_is_told_and_nothing_is_written(
    words: list[str], told: str, shipped: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = oob(*words, db=shipped)
    assert (done.code, done.out) == (2 if "lna.pdf" in words else 1, "")
    assert told in " ".join(done.err.split())
    assert list(tmp_path.glob("*.html")) == []


# -- text that means harm -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "https://evil.example/ onclick=alert(1)",
        'https://evil.example/"onclick="alert(1)',
        "file:///etc/passwd",
        "https:evil",
        None,
    ],
)
def test_only_the_web_is_linked(url: str | None) -> None:
    assert web(url, "label") == "label"


def test_a_link_to_the_web_gives_nothing_away() -> None:
    assert (
        web("https://evil.example/?a=1&b=2", "x")
        == '<a class=web href="https://evil.example/?a=1&amp;b=2" rel="noopener noreferrer">x</a>'
    )


def test_only_what_no_word_can_be_may_be_broken() -> None:
    assert said("Donaudampfschifffahrt und Ruh") == "Donaudampfschifffahrt und Ruh"
    assert said("x" * 30) == f"{'x' * 14}<wbr>{'x' * 14}<wbr>xx"
    assert said("<" * 28) == f"{'&lt;' * 14}<wbr>{'&lt;' * 14}"


def test_a_text_longer_than_any_sentence_scrolls_and_is_whole() -> None:
    told = said("a " * 800)
    assert told.startswith("<span class=long tabindex=0>a a a")
    assert told.count("a ") > 800 - 2
    assert "span" not in said("a " * 700)


@pytest.fixture(scope="module")
def worst(stranger: Database) -> Database:  # noqa: F811
    """The stranger's database with links that mean harm and a name of ten thousand characters."""
    assert stranger.path is not None
    path = stranger.path.with_name("worst.db")
    path.write_bytes(stranger.path.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE report SET url = 'javascript:document.title=1' WHERE id = 'evil'")
        connection.execute("UPDATE report SET url = 'data:text/html,<script>1</script>' WHERE id LIKE 'cnn%'")
        connection.execute("UPDATE place SET name = ? WHERE id = 'evil-place'", ("n" * 10_000,))
        connection.execute("UPDATE system SET name = ? WHERE id = 'evil-cart'", ("</th>" + "W" * 10_000,))
        connection.execute(
            "UPDATE claim SET says = ? WHERE key = 'formula'", ("\u0627\u0644\u062c\u064a\u0634 " * 900,)
        )
    return Database(path)


def test_no_raw_character_and_no_harmful_link_reaches_a_page(worst: Database) -> None:
    html = page(worst, "lna", "evil-force")
    found = RAW.search(html)
    assert found is None
    assert {link for link in read(html).links if not link.startswith("#")} == set()
    assert "javascript:document.title=1" in html, "told, and not linked"


# -- in a browser ---------------------------------------------------------------------------------------------------


@dataclass
class Shown:
    """A page in Chromium, and what came of it."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Show = Callable[..., Shown]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install 'oob[test]')")
    with api.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Show]:
    """Opens HTML from disk: all that it says on the console, all dialogs and all that it asks for are kept."""
    contexts = []

    def shown(html: str, width: int = 1280, **options: Any) -> Shown:
        path = tmp_path / "page.html"
        path.write_text(html, "utf-8", newline="")
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        found = Shown(context.new_page())
        found.page.on("console", lambda message: found.said.append(message.text))
        found.page.on("pageerror", lambda error: found.said.append(str(error)))
        found.page.on("dialog", lambda dialog: (found.said.append(dialog.message), dialog.dismiss()))
        found.page.on("request", lambda request: found.asked.append(request.url))
        found.page.goto(path.as_uri())
        assert found.asked == [path.as_uri()]
        found.asked.clear()
        return found

    yield shown
    for context in contexts:
        context.close()


WIDER = "document.documentElement.scrollWidth > innerWidth"


@needs_chromium
@pytest.mark.parametrize("width", [1280, 390, 360])
def test_it_runs_alone_and_fits(width: int, show: Show, shipped: Database) -> None:
    shown = show(page(shipped, "lna"), width)
    shown.page.get_by_role("button", name="Open all reasons").first.click()
    shown.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert shown.said == []
    assert shown.asked == []
    assert shown.page.evaluate(WIDER) is False


@needs_chromium
def test_the_policy_holds(show: Show, shipped: Database) -> None:
    shown = show(page(shipped, "lna"))
    failed: list[str] = []
    shown.page.on("requestfailed", lambda request: failed.append(request.failure))
    shown.page.evaluate(
        """async () => {
            const make = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
            make("script", {textContent: "window.ran = 1"});
            make("img", {src: "https://evil.example/i.png"});
            document.body.insertAdjacentHTML("beforeend", "<p id=styled style='color: red' onclick='window.ran = 2'>");
            document.getElementById("styled").click();
            await fetch("https://evil.example/").catch(() => {});
        }"""
    )
    assert shown.page.evaluate("window.ran") is None
    assert shown.page.evaluate("document.getElementById('styled').getAttribute('style')") == "color: red"
    assert shown.page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(255, 0, 0)"
    assert len([text for text in shown.said if "Content Security Policy" in text]) >= 5
    assert failed == ["csp"] * len(shown.asked), "what was tried went nowhere"


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", ["dossier lna", "inventory lna -f html"])
def test_nobody_is_shut_out(words: str, scheme: str, show: Show, shipped: Database) -> None:
    pytest.importorskip("axe_playwright_python", reason="needs axe-core (pip install axe-playwright-python)")
    done = oob(*words.split(), db=shipped)
    shown = show(done.out, color_scheme=scheme)
    if "dossier lna" in words:
        shown.page.get_by_role("button", name="Open all reasons").first.click()
    shown.page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    result = shown.page.evaluate("axe.run()")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in result["violations"]] == []
    assert len(result["passes"]) > 10


@needs_chromium
def test_it_tells_the_same_without_a_script(show: Show, shipped: Database) -> None:
    shown = show(page(shipped, "lna"), java_script_enabled=False)
    assert shown.page.locator(".tools, thead button").count() == 0, "nothing that would do nothing"
    reason = shown.page.locator("#held1 .below details", has_text="Why 12 or 14+?")
    assert reason.locator("ol").is_hidden()
    reason.locator("summary").click()
    assert reason.locator("ol").is_visible()
    assert "So the row says: 12 or 14+." in reason.inner_text()
    assert shown.said == []


ROWS = (
    "[...document.querySelectorAll('#held1 tbody > tr:not(.group, .below):not([hidden]) > th')]"
    ".map(each => each.innerText.replace(/\\s+/g, ' '))"
)


@needs_chromium
def test_tables_are_sorted_by_keyboard_and_put_back_in_order(show: Show, war: Database) -> None:  # noqa: F811
    shown = show(page(war, "red", "blue"))
    keys = shown.page.keyboard
    written = shown.page.evaluate(ROWS)
    assert written == ["jet", "tank", "part of tank: T-55"]
    for _ in range(150):
        keys.press("Tab")
        if shown.page.evaluate("document.activeElement.innerText") == "Number":
            break
    head = shown.page.locator("#held1 thead th", has_text="Number")
    keys.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert shown.page.evaluate(ROWS) == ["part of tank: T-55", "jet", "tank"], "not stated, 4, 12 or 20"
    keys.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert shown.page.evaluate(ROWS) == ["tank", "jet", "part of tank: T-55"]
    below = "[...document.querySelectorAll('#held1 .below summary')].map(e => e.innerText.split('?')[0])"
    assert shown.page.evaluate(below) == ["Why 12 or 20", "Why 4", "Why not stated"], "each goes with its row"
    shown.page.get_by_role("button", name="Order as written").first.press("Enter")
    assert shown.page.evaluate(ROWS) == written
    assert head.get_attribute("aria-sort") == "none"
    assert shown.said == []


@needs_chromium
def test_rows_are_filtered_and_counted(show: Show, shipped: Database) -> None:
    shown = show(page(shipped, "lna"))
    box = shown.page.get_by_role("searchbox", name="Filter: Alleged holdings")
    box.focus()
    shown.page.keyboard.type("mig C4 DENIED")
    assert shown.page.evaluate(ROWS) == ["part of MiG-29: MiG-29"]
    told = shown.page.locator("section#inventory output").first
    assert told.inner_text() == "1 of 28 rows"
    assert shown.page.locator("#held1 .group:visible").all_inner_texts() == ["Held by others in support of LNA"]
    shown.page.keyboard.press("Control+A")
    shown.page.keyboard.press("Delete")
    assert len(shown.page.evaluate(ROWS)) == 28
    assert told.inner_text() == ""


@needs_chromium
def test_an_opened_reason_tells_what_its_claims_say(show: Show, war: Database) -> None:  # noqa: F811
    shown = show(page(war, "red"))
    reason = shown.page.locator("#held1 .below details", has_text="Why 4?")
    reason.locator("summary").press("Enter")
    reason.locator("li li").first.wait_for()
    assert "Red has jets at Ford and Town." in reason.inner_text()


@needs_chromium
def test_a_link_shows_a_row_that_was_filtered_out(show: Show, shipped: Database) -> None:
    shown = show(page(shipped, "lna"))
    shown.page.get_by_role("searchbox", name="Filter: Sources").fill("no such thing")
    assert shown.page.locator("#s6").is_hidden()
    shown.page.locator("#held1 a[href='#s6']").first.click()
    shown.page.locator("#s6").wait_for()
    assert shown.said == []


@needs_chromium
def test_it_prints(show: Show, shipped: Database) -> None:
    pypdf = pytest.importorskip("pypdf")
    shown = show(page(shipped, "lna"), color_scheme="dark")
    pages = pypdf.PdfReader(io.BytesIO(shown.page.pdf(prefer_css_page_size=True))).pages
    assert {(round(each.mediabox.width), round(each.mediabox.height)) for each in pages} == {(595, 842)}, "A4"
    texts = [" ".join(each.extract_text().split()) for each in pages]
    assert 8 <= len(texts) <= 30
    assert "Libyan National Army (LNA)" in texts[0]
    assert any("12 or 14+" in text for text in texts)
    assert any("Cite the reports" in text for text in texts)
    assert not any("Filter rows" in text or "Why 12 or 14+?" in text for text in texts), "nothing to click on"
    assert min(map(len, texts)) > 100, "no page is all but empty"
    longest = [text for text in texts if "No." in text and "Claim" in text and "Who" in text]
    assert len(longest) >= 3, "the heads of a long table stand on each of its pages"


@needs_chromium
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_that_means_harm_does_none(width: int, show: Show, worst: Database) -> None:
    shown = show(page(worst, "lna", "evil-force"), width)
    title = shown.page.title()
    shown.page.get_by_role("button", name="Open all reasons").first.click()
    shown.page.evaluate("document.querySelectorAll('td, li, h3').forEach(each => each.click())")
    assert shown.said == []
    assert shown.asked == []
    assert shown.page.title() == title
    assert shown.page.evaluate(WIDER) is False
    assert shown.page.locator("tr:not(.group, .below) > th[scope=row]").count() > 20


def test_any_table_is_a_page_too(shipped: Database, tmp_path: Path) -> None:
    path = tmp_path / "inventory.html"
    assert oob("inventory", "lna", "-o", path, db=shipped).code == 0
    html = path.read_text("utf-8")
    found = read(html)
    assert {link[1:] for link in found.links} - set(found.ids) == set()
    assert "12 or 14+" in html
    assert found.tags["table"] == 2
    rows = json.loads(oob("inventory", "lna", "-f", "json", db=shipped).out)["tables"][0]["rows"]
    assert html.count("<tr><th scope=row") == len(rows) + 2, "the holdings, and two kinds of use"
