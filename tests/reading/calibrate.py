"""Fits the weights of oob/reading/confidence.py to the development articles, and shows what they are worth elsewhere.

    python tests/reading/calibrate.py

Logistic regression by gradient descent, with a slight pull towards nought. Printed: the log odds of each mark; what
they start from so that the mean is the share of right proposals in the articles held out; and for both sets, by the
confidence that the program gives today, how many proposals there are and which share of them is right.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import score
from proposed import knowledge
from sides import Names, Proposal, gold_claims, names
from tabulate import tabulate

from oob import when
from oob.reading import documents, reader
from oob.reading.confidence import confidence
from oob.reading.speech.speakers import Speaker

HERE: Final = Path(__file__).parent
ROUNDS: Final = 1500
STEP: Final = 2.0
PULL: Final = 0.002
"""What a weight's square costs, beside the mean loss of a proposal."""
RARE: Final = 25
"""Proposals with a mark under which nothing is said of it."""

Judged = tuple[tuple[str, ...], bool]
"""A proposal's marks, and whether it is right."""


def judged(folder: Path, known: Names) -> list[Judged]:
    """Every proposal on the articles of a folder; what is right to propose and right not to is left out."""
    found: list[Judged] = []
    for case in score.cases(folder, folder):
        day = when.parse(case.published) if case.published else None
        text = documents.read(case.text).text
        made = reader.read(text, day, Speaker(case.publisher or "a paper", None, "outlet"), knowledge())
        made = [each for each in made if each.action != "backs"]
        gold = gold_claims(json.loads(case.gold.read_text("utf-8")))
        ours = [_side(each) for each in made]
        right = {other: gold[one].optional for one, other in score.matched(gold, ours, known)}
        found += [(each.marks, at in right) for at, each in enumerate(made) if not right.get(at, False)]
    return found


def _side(made: reader.Proposal) -> Proposal:
    return Proposal(
        paragraph=made.paragraph, system=made.system, action=made.action, stance=made.stance,
        count=(made.count.low, made.count.high) if made.count else None, operator=made.operator,
        supplier=made.supplier, beneficiary=made.beneficiary, opponent=made.opponent,
        places=tuple(each for places in made.places.values() for each in places), when=made.when,
    )  # fmt: skip


def fitted(examples: Sequence[Judged]) -> tuple[float, dict[str, float]]:
    """What the log odds start from, and what each mark adds to them."""
    often = Counter(mark for marks, _ in examples for mark in set(marks))
    kept = [([each for each in marks if often[each] >= RARE], right) for marks, right in examples]
    start, weights = 0.0, {mark: 0.0 for mark, number in often.items() if number >= RARE}
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        off = 0.0
        for marks, right in kept:
            wrong = _share(start + sum(weights[mark] for mark in marks)) - right
            off += wrong
            for mark in marks:
                slope[mark] += wrong
        start -= STEP * off / len(kept)
        weights = {mark: weight - STEP * (slope[mark] / len(kept) + PULL * weight) for mark, weight in weights.items()}
    return start, weights


def shifted(start: float, weights: dict[str, float], examples: Sequence[Judged]) -> float:
    """What to start from so that the mean is the share of other examples that is right."""
    wanted = sum(right for _, right in examples) / len(examples)
    low, high = start - 5, start + 5
    for _ in range(40):
        middle = (low + high) / 2
        mean = sum(_share(middle + sum(weights.get(each, 0.0) for each in marks)) for marks, _ in examples)
        low, high = (middle, high) if mean / len(examples) < wanted else (low, middle)
    return low


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def by_tenths(examples: Iterable[Judged], sure: Callable[[Iterable[str]], float]) -> dict[int, tuple[int, float]]:
    """By tenths of confidence: how many proposals, and which share of them is right."""
    found: dict[int, list[bool]] = defaultdict(list)
    for marks, right in examples:
        found[int(10 * sure(marks) + 1e-9)].append(right)
    return {tenth: (len(each), sum(each) / len(each)) for tenth, each in sorted(found.items())}


def main() -> None:
    """Fits and prints."""
    known = names()
    own, held = (judged(HERE / folder, known) for folder in ("articles", "held-out"))
    start, weights = fitted(own)
    print(tabulate(sorted(((mark, round(each, 1)) for mark, each in weights.items()), key=lambda each: each[1])))
    print(f"start: {shifted(start, weights, held):.1f}\n")
    for name, examples in (("development", own), ("held out", held)):
        rows = [
            (f"0.{tenth}", number, f"{share:.2f}") for tenth, (number, share) in by_tenths(examples, confidence).items()
        ]
        print(name, tabulate(rows, headers=["confidence", "proposals", "right"]), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
