"""A confidence is a share: of proposals with as much, so many are right, in articles that no rule was made with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import calibrate
import pytest
from calibrate import Judged
from sides import names

from oob.reading.confidence import WEIGHTS, confidence

HERE = Path(__file__).parent


@cache
def judged(folder: str) -> list[Judged]:
    return calibrate.judged(HERE / folder, names())


def share(examples: list[Judged], low: float, high: float) -> float:
    chosen = [right for marks, right in examples if low <= confidence(marks) < high]
    assert len(chosen) > 100, "too few to say anything"
    return sum(chosen) / len(chosen)


@pytest.mark.parametrize("folder", ["articles", "held-out"])
def test_the_surer_a_proposal_the_oftener_it_is_right(folder: str) -> None:
    examples = judged(folder)
    assert share(examples, 0.0, 0.4) < share(examples, 0.4, 0.6) < share(examples, 0.6, 1.0)


def test_unseen_proposals_are_right_about_as_often_as_they_are_said_to_be() -> None:
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.65), (0.65, 1.0)):
        said = [confidence(marks) for marks, _ in judged("held-out") if low <= confidence(marks) < high]
        assert share(judged("held-out"), low, high) == pytest.approx(sum(said) / len(said), abs=0.12), (low, high)


def test_every_mark_that_weighs_is_met() -> None:
    assert {mark for marks, _ in judged("articles") for mark in marks} >= WEIGHTS.keys()


def test_weights_are_found_again() -> None:
    # of 400 proposals marked "good" nine in ten are right, of 400 others one in ten: log odds of 2.2 and -2.2
    examples = [(("good",), at % 10 != 0) for at in range(400)] + [((), at % 10 == 0) for at in range(400)]
    start, weights = calibrate.fitted(examples)
    assert start == pytest.approx(-2.2, abs=0.3)
    assert weights == {"good": pytest.approx(4.4, abs=0.6)}
    assert calibrate.shifted(start, weights, [((), True), ((), False)]) == pytest.approx(0, abs=1e-6)
