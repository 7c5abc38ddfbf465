"""The development articles and those held out: what is marked in them stands in them, and has names that we know."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sides

from oob import count, when
from oob.texts import paragraphs
from oob.vocabulary import ACTIONS, STANCES

HERE = Path(__file__).parent
FOLDERS = {"articles": 112, "held-out": 51}
"""The folders of articles, and how many there are in each at least."""
NAMES = sorted(f"{folder}/{path.stem}" for folder in FOLDERS for path in (HERE / folder).glob("*.txt"))
KINDS = {"equipment", "personnel", "strike-event", "base-control"}
SPEAKERS = {"person", "organisation", "anonymous", "outlet"}
PARTIES = ("operator", "supplier", "beneficiary", "opponent")

known = cache(sides.names)


def claims(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((HERE / f"{name}.gold.json").read_text("utf-8"))
    return found


def text(name: str) -> str:
    return (HERE / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_article_has_its_gold_and_a_date(folder: str) -> None:
    articles = HERE / folder
    stems = sorted(path.stem for path in articles.glob("*.txt"))
    assert len(stems) >= FOLDERS[folder]
    assert sorted(path.name for path in articles.glob("*.gold.json")) == [f"{stem}.gold.json" for stem in stems]
    index = json.loads((articles / "index.json").read_text("utf-8"))
    assert sorted(index) == [f"{stem}.txt" for stem in stems]
    assert all(when.parse(each["published"]).earliest and each["publisher"] for each in index.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_exact_and_once_in_its_paragraph(name: str) -> None:
    found = paragraphs(text(name))
    wrong = [each["id"] for each in claims(name) if found[each["paragraph"] - 1].count(each["quote"]) != 1]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_quoted_of_system_place_and_date_stands_in_the_text(name: str) -> None:
    whole, found = text(name), paragraphs(text(name))
    for each in claims(name):
        until_here = "\n".join(found[: each["paragraph"]])
        assert each["system"]["surface"] in until_here, each["id"]
        assert each["place"] is None or each["place"]["surface"] in whole, each["id"]
        assert each["date_alleged"] is None or each["date_alleged"]["text"] in whole, each["id"]
        assert each["count"] is None or each["count"]["text"] in until_here, each["id"]


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_of_the_golds_form(name: str) -> None:
    seen = [each["id"] for each in claims(name)]
    assert len(set(seen)) == len(seen)
    for each in claims(name):
        assert each["kind"] in KINDS, each["id"]
        assert each["action"] in ACTIONS, each["id"]
        assert each["stance"] in STANCES, each["id"]
        assert each["speaker_type"] in SPEAKERS, each["id"]
        if each["date_alleged"]:
            when.parse(each["date_alleged"]["edtf"])
    assert sides.gold_claims(claims(name))


WORDS_OF_THE_GUIDE = {
    "another one": (1, 1),
    "another 50": (50, 50),
    "another": (1, 1),
    "another 45": (45, 45),
    "the first": (1, 1),
    "The first": (1, 1),
    "the next": (1, 1),
    "the": (1, 1),
    "The": (1, 1),
    "the other": (1, 1),
    "the second": (1, 1),
    "a second": (1, 1),
    "A second": (1, 1),
    "the S-300 battery": (1, 1),
    "fewer than one": (1, None),
    "ten, maybe twelve": (10, 12),
    "the third": (1, 1),
    "a third": (1, 1),
    "a fourth": (1, 1),
    "at the very least 10": (10, None),
    "close to 100": (100, 100),
    "greater than 1,200": (1201, None),
    "20, tops": (1, 20),
    "twice": (2, 2),
    "between six and eight": (6, 8),
    "second": (2, 2),
    "third": (3, 3),
    "third time": (3, 3),
    "three times": (3, 3),
    "another six": (6, 6),
    "first four": (4, 4),
    "All 73": (73, 73),
    "2,000-person": (2000, 2000),
    "only operational": (1, 1),
    "alone": (1, 1),
    "as many as more than 6 million": (6_000_001, None),
    "At least three M1A1s and nine": (9, None),
    "At least one tank and two": (2, None),
    "at least six Su-24s and three": (3, None),
    "fifth": (5, 5),
    "sixth": (6, 6),
    "exceeded 17 thousand": (17_001, None),
    "an estimated 1,000 or so": (1000, 1000),
    "25 times": (25, 25),
    "millions of rounds": (2_000_000, None),
    "a second one": (1, 1),
    "no more than a few dozen": (1, 36),
    "at least the second": (2, None),
    "perhaps 15": (15, 15),
    "perhaps 9,000": (9000, 9000),
    "something like 10,000": (10_000, 10_000),
    "as many again": (4000, 4000),
    "+12": (12, 12),
    "+16": (16, 16),
    "+19": (19, 19),
    "+22": (22, 22),
}
"""Wordings that the catalogue's own count does not read; the reader has to."""
ABOUT = ("close to", "an estimated", "perhaps", "something like", "as many again")
"""Words that make a number a rough one, which the catalogue's own count does not know."""
ONE_THING = re.compile(r"(?:[Tt]he|his|that)\b(?! first)|Admiral [A-Z]\w+$")
"""A thing that is one because it is spoken of or named as one: the Amazon, his plane."""


@pytest.mark.parametrize("name", NAMES)
def test_a_count_says_what_its_wording_means(name: str) -> None:
    for each in claims(name):
        if each["count"]:
            wording = each["count"]["text"]
            named = ONE_THING.match(wording) is not None and wording not in WORDS_OF_THE_GUIDE
            parsed = count.parse(wording) if wording not in WORDS_OF_THE_GUIDE and not named else None
            wanted = (parsed.low, parsed.high) if parsed else WORDS_OF_THE_GUIDE.get(wording, (1, 1))
            assert (each["count"]["min"], each["count"]["max"]) == wanted, each["id"]
            about = parsed.approximate if parsed else wording.startswith(ABOUT)
            assert each["count"]["approx"] == about, each["id"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["system", "force", "place"])
def test_every_canonical_name_is_known(name: str, kind: str) -> None:
    called = {
        "system": [each["system"]["canonical"] for each in claims(name) if each["kind"] != "base-control"],
        "force": [each[party] for each in claims(name) for party in PARTIES if each[party]],
        "place": [each["place"]["canonical"] for each in claims(name) if each["place"]],
    }[kind]
    ids = set(known().trees[kind].parents) | {"none"}
    assert sorted({each for each in called if not ids.issuperset(known().gold(kind, each))}) == []
