"""How well the reader reads may only rise: floors a little under the scores of the day, a set of texts each.

Where a figure is well over its floor, raise the floor. The table: python tests/reading/score.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
import score
from score import Score
from sides import gold_claims, names

HERE: Final = Path(__file__).parent
REPORTS: Final = score.SHARED / "gold"

FLOORS: Final = {
    "the five reports": {
        "systems": 94, "claims": 90, "count": 96, "operator": 90, "supplier": 94, "beneficiary": 85, "opponent": 97,
        "place": 90, "date": 94, "stance": 94, "speaker": 92,
    },
    "the articles": {
        "systems": 79, "claims": 65, "count": 92, "operator": 72, "supplier": 93, "beneficiary": 90, "opponent": 81,
        "place": 78, "date": 79, "stance": 85, "speaker": 82,
    },
    "those held out": {
        "systems": 74, "claims": 49, "count": 91, "operator": 61, "supplier": 85, "beneficiary": 83, "opponent": 78,
        "place": 75, "date": 70, "stance": 79, "speaker": 68,
    },
}  # fmt: skip
"""In hundredths: F1 of systems and claims, accuracy of the rest on matched claims."""


def _figures(of: Score) -> dict[str, float]:
    shares = {name: 100 * each.share for name, each in of.fields.items()}
    return {"systems": 100 * of.systems.f1, "claims": 100 * of.claims.f1, **shares}


def _total(gold: Path, texts: Path) -> Score:
    known = names()
    return sum((score.scored(each, known) for each in score.cases(gold, texts)), Score())


def _under(floors: dict[str, int], of: Score) -> dict[str, float]:
    figures = _figures(of)
    return {name: round(figures[name], 1) for name, floor in floors.items() if figures[name] < floor}


@pytest.mark.skipif(not REPORTS.is_dir(), reason="needs ../shared: the real reports")
def test_the_five_reports_are_read_as_well_as_they_were() -> None:
    assert not _under(FLOORS["the five reports"], _total(REPORTS, score.SHARED / "seeds"))


@pytest.mark.parametrize(("which", "folder"), [("the articles", "articles"), ("those held out", "held-out")])
def test_articles_are_read_as_well_as_they_were(which: str, folder: str) -> None:
    assert not _under(FLOORS[which], _total(HERE / folder, HERE / folder))


def test_a_floor_is_a_floor() -> None:
    marked = gold_claims(json.loads((HERE / "articles" / "01-airfields.gold.json").read_text("utf-8")))
    nothing_read = score.score(marked, [], names())
    assert set(_under({"systems": 1, "claims": 0}, nothing_read)) == {"systems"}
