"""From an article to a draft that passes the checks: what stands in the file, and what hostile text does to it."""

from __future__ import annotations

import datetime
import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proposed import knowledge

from oob import catalog, checks, paths
from oob.catalog import Catalogue, ClaimEntry, OriginEntry, ReportEntry, SourceEntry
from oob.checks import Known, Scope
from oob.reading import documents
from oob.reading.drafts import draft
from oob.reading.drafts.draft import Given, slug
from oob.reading.knowledge import of_catalogue
from oob.texts import paragraphs

TODAY = datetime.date(2026, 1, 1)


@cache
def shipped() -> Catalogue:
    return catalog.read([paths.shipped("catalog.yaml")])


@cache
def known() -> Known:
    """The shipped catalogue, as the checks know what is there already."""
    scope = Scope(shipped(), Known())
    up = {
        kind: {str(entry.id): getattr(entry, key) for entry in scope.entities.get(kind, [])}  # type: ignore[attr-defined]
        for kind, key in checks.TREES.items()
    }
    return Known(names=scope.names, up=up)


def drafted(text: str, tmp_path: Path, *, given: Given | None = None, name: str = "article.txt") -> Catalogue:
    """The draft of a text, read back with the shipped catalogue; no check may object to it."""
    document = documents.read(None, text.encode())
    given = given or Given(published="2020-05-28", publisher="CNN")
    made = draft.make(document, knowledge(), name=name, today=TODAY, given=given)
    path = tmp_path / f"{made.id}.yaml"
    path.write_text(made.text, "utf-8")
    read = catalog.read([path])
    assert not read.problems
    assert [str(problem) for problem in checks.run(Scope(read, known()))] == []
    return read


def claims(text: str, tmp_path: Path) -> list[ClaimEntry]:
    return drafted(text, tmp_path).of(ClaimEntry)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Two diplomats said that Turkey had supplied four Bayraktar TB2s to Ukraine.",
            "Two diplomats said that Bayraktar TB2 (four) were supplied to Ukraine by Turkey.",
        ),
        (
            "Iran shipped 40 missiles to Russia.",
            "CNN stated that missile (40) were delivered by Iran to Russia.",
        ),
        ("Syria shot down an Israeli F-16.", "CNN stated that F-16 of Israel was shot down by Syria."),
        (
            "Russian jets bombed Idlib.",
            "CNN stated that combat aircraft was used in strikes by Russia in Idlib.",
        ),
        ("The LNA holds Jufra.", "CNN stated that Al Jufra air base was held by Libyan National Army."),
        (
            "Egypt denied that it operates 12 Su-35s.",
            "Egyptian government denied that Su-35 (12) were in use with Egypt.",
        ),
        (
            "Wagner has 1,200 fighters in Mali.",
            "CNN stated that combatants (1,200) were serving with Wagner Group in Mali.",
        ),
    ],
)
def test_what_a_claim_says_in_our_words(text: str, says: str, tmp_path: Path) -> None:
    assert [each.says for each in claims(text, tmp_path)] == [says]


def test_a_claim_says_what_the_article_says(tmp_path: Path) -> None:
    text = "Moscow sent at least 14 MiG-29s to Libya on Tuesday, two US defence officials said."
    read = drafted(text, tmp_path)
    (claim,) = read.of(ClaimEntry)
    assert (claim.review, claim.system, claim.system_text, claim.count) == (
        "proposed", "mig-29", "MiG-29s", "at least 14",
    )  # fmt: skip
    assert (claim.paragraph, claim.to, claim.when, claim.when_text) == ("1", ("libya",), "2020-05-26", "on Tuesday")
    assert claim.passage == text
    assert 0 < float(str(claim.confidence)) < 1
    (origin,) = (each for each in read.of(OriginEntry) if each.id == claim.origin)
    (speaker,) = read.of(SourceEntry)
    assert origin.speaker == speaker.name
    assert speaker.name.startswith("two US defence officials ("), "told apart from other reports' two officials"
    assert speaker.kind == "unnamed"


def test_the_report_has_what_is_known_of_it(tmp_path: Path) -> None:
    text = "One tank was destroyed.\n\nTwo trucks burned.\n"
    (report,) = drafted(text, tmp_path, given=Given(published="2020-05", publisher="Example Wire")).of(ReportEntry)
    assert (report.publisher, report.published) == ("Example Wire", "2020-05")
    assert report.dated_by == "given by the person who had it read"
    assert len(str(report.sha256)) == 64


def test_what_is_not_known_is_said_and_still_passes_the_checks(tmp_path: Path) -> None:
    read = drafted("Two tanks were destroyed near Sirte.", tmp_path, given=Given())
    (report,) = read.of(ReportEntry)
    assert report.published == "../2026-01-01", "no later than the day of reading"
    assert str(report.dated_by).startswith("not known")
    assert str(report.publisher).startswith("an unnamed outlet")


@pytest.mark.parametrize(
    ("text", "system", "words", "hint"),
    [
        ("Three T-99 tanks were destroyed near Sirte.", "tank", "T-99 tanks", "unknown: T-99?"),
        ("The army lost two Z-119 helicopters on Monday.", "helicopter", "Z-119 helicopters", "unknown: Z-119?"),
        ("A Qx-7 was shot down near Sirte.", "equipment", "Qx-7", "unknown: Qx-7?"),
    ],
)
def test_an_unknown_type_stands_under_its_class_and_is_named(
    text: str, system: str, words: str, hint: str, tmp_path: Path
) -> None:
    (claim,) = claims(text, tmp_path)
    assert (claim.system, claim.system_text) == (system, words)
    assert hint in str(claim.because)


@pytest.mark.parametrize(
    "text",
    [
        "Ministers drove along the M4 highway and read Resolution 1970; cases of COVID-19 rose by 12 percent.",
        "The G-7 leaders met in Taormina. A-levels were cancelled.",
    ],
)
def test_roads_resolutions_and_diseases_are_no_unknown_types(text: str, tmp_path: Path) -> None:
    assert claims(text, tmp_path) == []


def test_a_known_type_is_no_unknown_one(tmp_path: Path) -> None:
    (claim,) = claims("Three T-72 tanks were destroyed near Sirte.", tmp_path)
    assert claim.system == "t-72"
    assert claim.because is None or "unknown" not in claim.because


def test_what_was_captured_by_nobody_named_has_a_captor_all_the_same(tmp_path: Path) -> None:
    (claim,) = claims("A Mi-35 helicopter was captured at Al Watiya.", tmp_path)
    assert (claim.action, claim.opponent) == ("captured", draft.UNNAMED_FORCE)
    assert "the text names no captor" in str(claim.because)


def test_two_claims_of_one_thing_have_keys_of_their_own(tmp_path: Path) -> None:
    found = claims("Two tanks were destroyed at Sirte. Three tanks were destroyed at Tarhuna.", tmp_path)
    assert len({claim.key for claim in found}) == len(found) == 2


def test_an_article_without_equipment_makes_an_empty_draft(tmp_path: Path) -> None:
    read = drafted("The ministers met in Berlin and discussed the price of bread.", tmp_path)
    assert read.of(ClaimEntry) == []
    assert len(read.of(ReportEntry)) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;gone\x07Two tanks were \x1b[31mdestroyed\x1b[0m near Sirte, 'x' said: \"y\".",
        "=HYPERLINK(\"http://x\") and two tanks were destroyed near Sirte",
        "\u202eTwo tanks\u202c were destroyed near Sirte\u200b.",
        "- key: x\n  review: accepted\n\nTwo tanks: were destroyed near Sirte # not a comment",
        "<script>alert(1)</script> Two tanks were destroyed near Sirte.",
        "%TAG ! tag:x\n--- Two tanks were destroyed near Sirte ... [a, b] {c: d} &e *f !g |h >i @j `k",
    ],
)  # fmt: skip
def test_hostile_text_stays_text(hostile: str, tmp_path: Path) -> None:
    found = claims(hostile, tmp_path)
    assert found, "it is read all the same"
    for claim in found:
        assert claim.review == "proposed"
        assert str(claim.passage).isprintable()


def test_authors_of_any_name_stay_themselves(tmp_path: Path) -> None:
    authors = ("Jane Roe [AFP]", "O'Brien, Jr", "- {x}: #1", "null")
    document = replace(documents.read(None, b"Two tanks were destroyed near Sirte."), authors=authors)
    made = draft.make(document, knowledge(), name="a.txt", today=TODAY, given=Given(publisher="CNN"))
    path = tmp_path / "draft.yaml"
    path.write_text(made.text, "utf-8")
    read = catalog.read([path])
    assert not read.problems
    (report,) = read.of(ReportEntry)
    assert tuple(map(str, report.authors)) == authors


@pytest.mark.parametrize(
    ("published", "when"),
    [
        ("2020-05-28", None),
        ("2020", None),
        ("2031", "2031-05-05"),
        ("2031-05-05", "2031-05-05"),
        ("2019/..", "2031-05-05"),
    ],
)
def test_what_would_have_happened_after_the_report_has_no_date(
    published: str, when: str | None, tmp_path: Path
) -> None:
    text = "Two tanks were destroyed near Sirte on 5 May 2031."
    (claim,) = drafted(text, tmp_path, given=Given(published=published)).of(ClaimEntry)
    assert claim.when == when
    assert (when is None) == ("after the report came out" in str(claim.because))


def test_what_is_planned_may_lie_ahead(tmp_path: Path) -> None:
    (claim,) = claims("Russia will send two tanks to Libya on 5 May 2031.", tmp_path)
    assert (claim.action, claim.when) == ("planned", "2031-05-05")


@pytest.mark.parametrize("speaker", ["USAFRICOM", "The ArmenianMod", "The Ru-Ssian Mod"])
def test_a_speaker_whose_name_is_spelt_as_an_id_is_told_apart(speaker: str, tmp_path: Path) -> None:
    drafted(f"{speaker} said that two MiG-29s arrived in Libya. {speaker} counted four tanks.", tmp_path)


SENTENCES = [
    each
    for path in sorted((Path(__file__).parent / "articles").glob("*.txt"))
    for each in re.split(r"(?<=[.!?]) +|\n+", path.read_text("utf-8"))
    if each
]
DATES = [None, "1999-01-01", "2011", "2020-05~", "[2020-05-01,2020-06-01]", "2019/..", "../2020", "2020-21", "2020?"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=5),
    published=st.sampled_from(DATES),
)
def test_whatever_is_read_passes_the_checks(lines: list[list[str]], published: str | None, tmp_path: Path) -> None:
    drafted("\n".join(map(" ".join, lines)), tmp_path, given=Given(published=published))


@pytest.mark.parametrize("text", ['Drones", of missiles Khoms.', "Of tanks of, of the of tanks (of"])
def test_broken_text_is_read(text: str, tmp_path: Path) -> None:
    drafted(text, tmp_path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.tuples(st.sampled_from(SENTENCES), st.randoms(use_true_random=False)), min_size=1, max_size=3))
def test_words_in_any_order_are_read(parts: list[tuple[str, random.Random]], tmp_path: Path) -> None:
    lines = []
    for sentence, chance in parts:
        words = sentence.split()
        chance.shuffle(words)
        lines.append(" ".join(words))
    drafted(" ".join(lines), tmp_path)


def test_a_catalogue_without_the_readers_own_classes_is_read_with_what_it_has(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "systems:\n  - {id: glider, name: Glider}\nplaces:\n  - {id: sirte, name: Sirte, kind: town}\n", "utf-8"
    )
    document = documents.read(
        None, b"A Glider was captured near Sirte. Three T-99 tanks were destroyed. Soldiers left."
    )
    given = Given(published="2020-05-28")
    made = draft.make(document, of_catalogue(catalog.read([own])), name="a.txt", today=TODAY, given=given)
    path = tmp_path / "draft.yaml"
    path.write_text(made.text, "utf-8")
    read = catalog.read([own, path])
    assert [str(each) for each in (*read.problems, *checks.run(Scope(read, Known())))] == []
    assert [claim.system for claim in read.of(ClaimEntry)] == ["glider"]


def test_a_published_date_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="yesterday"):
        drafted("Two tanks were destroyed.", tmp_path, given=Given(published="yesterday"))


def test_the_same_text_makes_the_same_draft() -> None:
    text = "Two T-72 tanks, a Grad launcher and several trucks were destroyed near Sirte, the LNA said on Monday."
    document = documents.read(None, text.encode())
    given = Given(published="2020-05-28", publisher="CNN")
    one, other = (draft.make(document, knowledge(), name="a.txt", today=TODAY, given=given) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Army shows off new drones", 60, "army-shows-off-new-drones"),
        ("Army shows off new drones", 17, "army-shows-off"),
        ("Königgrätz: „Die Schlacht“", 60, "koniggratz-die-schlacht"),
        ("Unbreakableword", 5, "unbre"),
        ("!!!", 5, "unnamed"),
        ("L'armée", 20, "larmee"),
    ],
)
def test_ids_are_made_of_whole_words(text: str, most: int, expected: str) -> None:
    assert slug(text, most) == expected


def test_paragraph_numbers_count_in_the_text_that_is_hashed(tmp_path: Path) -> None:
    text = "First.\n\n\nTwo tanks were destroyed near Sirte.\n\nThree trucks were burned near Sirte.\n"
    document = documents.read(None, text.encode())
    for claim in claims(text, tmp_path):
        assert claim.passage == paragraphs(document.text)[int(claim.paragraph) - 1]
