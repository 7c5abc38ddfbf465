"""How well proposed claims agree with claims that a careful reader marked in the same texts (the gold), by field.

    python tests/reading/score.py [--gold DIR] [--texts DIR] [--errors]

Without options: the five reports of ../shared. For the articles of this folder: --gold tests/reading/articles.

Systems are compared as a set a paragraph, claims by system, the action's effect and paragraph; claims on the control
of a base have no system and are compared by place. Fields are judged on matched claims alone. A canonical name of the
gold stands for the id that canonical.yaml or the catalogue gives it; where the gold's own words name a narrower class
than its canonical name ("armored lorries", armoured vehicle), the narrower id is right too. Claims on who backs whom
are left out, as the gold has none. The figures marked ~ are lenient: a system may be a kind of the other, a speaker
may be another of the same party.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from proposed import knowledge
from sides import Gold, Names, Proposal, gold_claims, names, proposed_claims
from tabulate import tabulate

from oob import catalog, paths, when
from oob.catalog import Catalogue, ReportEntry
from oob.reading import documents
from oob.reading.drafts import draft
from oob.vocabulary import ACTIONS

HERE: Final = Path(__file__).parent
SHARED: Final = HERE.parents[2] / "shared"


def propose(text: Path, published: str | None, publisher: str | None) -> Catalogue:
    """The draft that reading a text gives. The one place where the reader is plugged in."""
    document = documents.read(text)
    given = draft.Given(published=published, publisher=publisher)
    made = draft.make(document, knowledge(), name=text.name, today=datetime.date(2026, 1, 1), given=given)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{made.id}.yaml")
        path.write_text(made.text, "utf-8")
        read = catalog.read([path])
    assert not read.problems, read.problems
    return read


# -- fields -------------------------------------------------------------------------------------------------------


def _bounds(edtf: str | None) -> object:
    if edtf is None:
        return None
    parsed = when.parse(edtf)
    return parsed.earliest, parsed.latest


Agreement = Callable[[Gold, Proposal, Names], bool]

FIELDS: Final[dict[str, Agreement]] = {
    "count": lambda gold, ours, _: gold.count == ours.count,
    "operator": lambda gold, ours, names: names.is_force(gold.operator, ours.operator),
    "supplier": lambda gold, ours, names: names.is_force(gold.supplier, ours.supplier),
    "beneficiary": lambda gold, ours, names: names.is_force(gold.beneficiary, ours.beneficiary),
    "opponent": lambda gold, ours, names: names.is_force(gold.opponent, ours.opponent),
    "place": lambda gold, ours, names: names.is_place(gold.place, ours.places),
    "date": lambda gold, ours, _: _bounds(gold.when) == _bounds(ours.when),
    "stance": lambda gold, ours, _: gold.stance == ours.stance,
    "speaker": lambda gold, ours, names: names.is_speaker(gold, ours),
    "speaker~": lambda gold, ours, names: names.is_speaker(gold, ours, party=True),
}
"""The fields that matched claims are judged by, in the order printed."""

_TELLS = {"place": 4, "operator": 4, "count": 4}
"""What a field's agreement weighs in choosing which of several like claims is meant; 1 where it is not here."""

_VALUES: Final[dict[str, tuple[str, str]]] = {"date": ("when", "when"), "place": ("place", "places")}
"""The names of a field's value on the two sides, where they are not the field's own."""


def _value(side: Gold | Proposal, name: str) -> Any:
    name = name.rstrip("~")
    gold, ours = _VALUES.get(name, (name, name))
    value = getattr(side, gold if isinstance(side, Gold) else ours)
    return None if value == () else value


# -- scores -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found, overlooked and made up."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def precision(self) -> float:
        """Share of the proposed that is right; 1 where nothing is proposed."""
        return _share(self.right, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """Share of the gold that is found; 1 where there is nothing to find."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.missed + self.spurious)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often a field is right on matched claims: on all, and on those where either side gives it a value."""

    right: int = 0
    total: int = 0
    right_stated: int = 0
    stated: int = 0

    def __add__(self, other: Accuracy) -> Accuracy:
        return Accuracy(
            self.right + other.right,
            self.total + other.total,
            self.right_stated + other.right_stated,
            self.stated + other.stated,
        )

    @property
    def share(self) -> float:
        """Of all matched claims."""
        return _share(self.right, self.total)

    @property
    def share_stated(self) -> float:
        """Of those where either side gives a value: an empty field is easily right."""
        return _share(self.right_stated, self.stated)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement, for whoever develops the reader."""

    paragraph: int
    kind: str
    told: str

    def __str__(self) -> str:
        return f"  {self.paragraph:3}  {self.kind:12} {self.told}"


@dataclass(frozen=True, slots=True)
class Score:
    """The measure of one text, or of several added up."""

    systems: Tally = Tally()
    systems_lenient: Tally = Tally()
    claims: Tally = Tally()
    claims_lenient: Tally = Tally()
    fields: Mapping[str, Accuracy] = field(default_factory=lambda: dict.fromkeys(FIELDS, Accuracy()))
    faults: tuple[Fault, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.systems + other.systems,
            self.systems_lenient + other.systems_lenient,
            self.claims + other.claims,
            self.claims_lenient + other.claims_lenient,
            {name: self.fields[name] + other.fields[name] for name in FIELDS},
            self.faults + other.faults,
        )


def score(gold: Sequence[Gold], proposed: Sequence[Proposal], names: Names) -> Score:
    """How well a text's proposed claims agree with its gold."""
    strict = matched(gold, proposed, names, lenient=False)
    return Score(
        systems=_systems(gold, proposed, names, lenient=False),
        systems_lenient=_systems(gold, proposed, names, lenient=True),
        claims=_tally(gold, proposed, strict),
        claims_lenient=_tally(gold, proposed, matched(gold, proposed, names, lenient=True)),
        fields=_accuracies([(gold[one], proposed[other]) for one, other in strict], names),
        faults=tuple(sorted(_faults(gold, proposed, strict, names), key=lambda each: each.paragraph)),
    )


def _accuracies(pairs: Sequence[tuple[Gold, Proposal]], names: Names) -> dict[str, Accuracy]:
    """Of required claims alone: an optional one is no test of anything."""
    found = {}
    judged = [(gold, ours) for gold, ours in pairs if not gold.optional]
    for name, agrees in FIELDS.items():
        right = [agrees(gold, ours, names) for gold, ours in judged]
        stated = [_value(gold, name) is not None or _value(ours, name) is not None for gold, ours in judged]
        found[name] = Accuracy(
            sum(right), len(right), sum(r for r, s in zip(right, stated, strict=True) if s), sum(stated)
        )
    return found


Pairs = list[tuple[int, int]]


def _tally(gold: Sequence[Gold], proposed: Sequence[Proposal], pairs: Pairs) -> Tally:
    right = sum(not gold[one].optional for one, _ in pairs)
    return Tally(right, sum(not each.optional for each in gold) - right, len(proposed) - len(pairs))


def matched(gold: Sequence[Gold], proposed: Sequence[Proposal], names: Names, *, lenient: bool = False) -> Pairs:
    """The claims of the two sides that are one, each in one pair at most: as many pairs as can be, then the likest."""

    def weight(one: Gold, other: Proposal) -> int:
        if not _are_one(one, other, names, lenient=lenient):
            return 0
        likeness = sum(_TELLS.get(name, 1) for name, agrees in FIELDS.items() if agrees(one, other, names))
        return 1_000_000 + (0 if one.optional else 1000) + likeness

    return _by_paragraph(gold, proposed, weight)


def _are_one(gold: Gold, ours: Proposal, names: Names, *, lenient: bool) -> bool:
    if gold.is_control:
        is_control = ours.system is None and ours.action in ("controls", "captured")
        return is_control and names.is_place(gold.place, ours.places)
    if ours.system is None or ACTIONS[gold.action].effect != ACTIONS[ours.action].effect:
        return False
    right, mine = names.system(gold), names.ours("system", ours.system)
    return any(names.are_related(mine, each) for each in right) if lenient else mine in right


def _systems(gold: Sequence[Gold], proposed: Sequence[Proposal], names: Names, *, lenient: bool) -> Tally:
    """Systems as a set a paragraph; one that only optional claims name is optional."""
    wanted: dict[tuple[int, str], set[str]] = defaultdict(set)
    required = set()
    for each in gold:
        if not each.is_control:
            key = (each.paragraph, names.gold("system", each.system)[0])
            wanted[key].update(names.system(each))
            required |= set() if each.optional else {key}
    named = {_folded(each.paragraph, names.ours("system", each.system), wanted) for each in proposed if each.system}
    found, missed, spurious = required & named, required - named, named - wanted.keys()
    if lenient:
        left, right = sorted(missed), sorted(spurious)
        alike = [[int(a == b and names.are_related(one, other)) for b, other in right] for a, one in left]
        kin = len(assign(alike))
        return Tally(len(found) + kin, len(missed) - kin, len(spurious) - kin)
    return Tally(len(found), len(missed), len(spurious))


def _folded(paragraph: int, system: str, wanted: Mapping[tuple[int, str], set[str]]) -> tuple[int, str]:
    """A proposed system as the gold's canonical one that it is right for, if there is any in its paragraph."""
    if (paragraph, system) in wanted:
        return paragraph, system
    return next((key for key, right in wanted.items() if key[0] == paragraph and system in right), (paragraph, system))


def _by_paragraph(gold: Sequence[Gold], proposed: Sequence[Proposal], weight: Callable[[Gold, Proposal], int]) -> Pairs:
    """The heaviest pairs of indices within each paragraph."""
    here: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for at, claim in enumerate(gold):
        here[claim.paragraph][0].append(at)
    for at, proposal in enumerate(proposed):
        here[proposal.paragraph][1].append(at)
    return [
        (ours[one], theirs[other])
        for ours, theirs in here.values()
        for one, other in assign([[weight(gold[one], proposed[other]) for other in theirs] for one in ours])
    ]


def assign(weights: Sequence[Sequence[int]]) -> Pairs:
    """The pairs (row, column) of the heaviest one-to-one assignment, without those of no weight.

    The Hungarian method with potentials, rows added one by one; cubic in the larger side.
    """
    size = max(len(weights), max(map(len, weights), default=0))
    cost = [[-(row[at] if at < len(row) else 0) for at in range(size)] for row in weights]
    cost += [[0] * size for _ in range(size - len(cost))]
    rows, columns = [0] * (size + 1), [0] * (size + 1)
    held_by = [0] * (size + 1)  # column -> its row, both from 1; column 0 holds the row that looks for a place
    for row in range(1, size + 1):
        held_by[0], at = row, 0
        least, came_from = [sys.maxsize] * (size + 1), [0] * (size + 1)
        done = [False] * (size + 1)
        while held_by[at]:
            done[at] = True
            holder, step, ahead = held_by[at], sys.maxsize, 0
            for column in range(1, size + 1):
                if not done[column]:
                    reduced = cost[holder - 1][column - 1] - rows[holder] - columns[column]
                    if reduced < least[column]:
                        least[column], came_from[column] = reduced, at
                    if least[column] < step:
                        step, ahead = least[column], column
            for column in range(size + 1):
                if done[column]:
                    rows[held_by[column]] += step
                    columns[column] -= step
                else:
                    least[column] -= step
            at = ahead
        while at:
            held_by[at] = held_by[came_from[at]]
            at = came_from[at]
    return sorted((row - 1, at - 1) for at, row in enumerate(held_by) if at and cost[row - 1][at - 1] < 0)


# -- faults -------------------------------------------------------------------------------------------------------


def _faults(gold: Sequence[Gold], proposed: Sequence[Proposal], pairs: Pairs, names: Names) -> Iterator[Fault]:
    found, used = {one for one, _ in pairs}, {other for _, other in pairs}
    for at, claim in enumerate(gold):
        if at not in found and not claim.optional:
            told = f"{claim.action} {'/'.join(names.system(claim)) if not claim.is_control else claim.place}"
            yield Fault(claim.paragraph, "MISSED", f"{told} | {claim.operator or '-'} | “{claim.quote}”")
    for at, proposal in enumerate(proposed):
        if at not in used:
            told = f"{proposal.action} {proposal.system or '/'.join(proposal.places)}"
            yield Fault(proposal.paragraph, "SPURIOUS", f"{told} | {proposal.operator or '-'} | {proposal.system_text}")
    for one, other in pairs:
        claim, proposal = gold[one], proposed[other]
        for name, agrees in FIELDS.items():
            if not claim.optional and not name.endswith("~") and not agrees(claim, proposal, names):
                told = f"gold {_value(claim, name)!r}, ours {_value(proposal, name)!r} | “{claim.quote}”"
                yield Fault(claim.paragraph, name, told)


# -- running it ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its gold, and what is known of it besides."""

    text: Path
    gold: Path
    published: str | None = None
    publisher: str | None = None

    @property
    def name(self) -> str:
        """What the table calls it."""
        return self.gold.name.removesuffix(".gold.json")


def cases(gold: Path, texts: Path) -> list[Case]:
    """The gold files of a folder with their texts: NAME.gold.json on NAME.txt, or seedNNN.gold.json on NNN_*.txt.

    Date and publisher are those of index.json beside the texts, else of the shipped report with the text's hash.
    """
    index = texts / "index.json"
    told = json.loads(index.read_text("utf-8")) if index.exists() else {}
    shipped = {str(report.sha256): report for report in catalog.read(paths.shipped_catalogue()).of(ReportEntry)}
    found = []
    for path in sorted(gold.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        matching = [texts / f"{stem}.txt", *sorted(texts.glob(f"{stem.removeprefix('seed')}_*.txt"))]
        text = next(each for each in matching if each.exists())
        if text.name in told:
            found.append(Case(text, path, told[text.name]["published"], told[text.name]["publisher"]))
        else:
            report = shipped.get(hashlib.sha256(text.read_bytes()).hexdigest())
            found.append(Case(text, path, *((str(report.published), str(report.publisher)) if report else ())))
    return found


def scored(each: Case, names: Names) -> Score:
    """The score of what the reader makes of a text."""
    draft = propose(each.text, each.published, each.publisher)
    return score(gold_claims(json.loads(each.gold.read_text("utf-8"))), proposed_claims(draft), names)


def table(scores: Mapping[str, Score]) -> str:
    """Figures in hundredths, a row a text and one for all."""
    total = sum(scores.values(), Score())
    tallies = ("systems", "systems~", "claims", "claims~")
    figures = [[name, *_figures(each)] for name, each in (*scores.items(), ("all", total))]
    shares = [[name, *_hundredths(each, "share")] for name, each in (*scores.items(), ("all", total))]
    shares.append(["all, where stated", *_hundredths(total, "share_stated")])
    shares.append(["claims judged", *(str(total.fields[field].total) for field in FIELDS)])
    shares.append(["of them stated", *(str(total.fields[field].stated) for field in FIELDS)])
    parts = [part for name in tallies for part in (f"{name} P", "R", "F1")]
    return "\n\n".join(
        tabulate(rows, headers=headers, disable_numparse=True, colalign=["left", *["right"] * (len(headers) - 1)])
        for rows, headers in ((figures, ["", *parts]), (shares, ["on matched claims", *FIELDS]))
    )


def _hundredths(of: Score, which: str) -> Iterator[str]:
    yield from (f"{100 * getattr(of.fields[field], which):.1f}" for field in FIELDS)


def _figures(of: Score) -> Iterator[str]:
    for tally in (of.systems, of.systems_lenient, of.claims, of.claims_lenient):
        yield from (f"{100 * figure:.1f}" for figure in (tally.precision, tally.recall, tally.f1))


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads, scores, prints."""
    parser = argparse.ArgumentParser(description="How well the reader's proposals agree with the gold.")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold", help="folder of *.gold.json")
    parser.add_argument("--texts", type=Path, help="folder of the texts; where the gold is, if they are there")
    parser.add_argument("--errors", action="store_true", help="list what was missed, made up, and wrong")
    chosen = parser.parse_args(arguments)
    texts = chosen.texts or (SHARED / "seeds" if chosen.gold == SHARED / "gold" else chosen.gold)
    known = names()
    scores = {each.name: scored(each, known) for each in cases(chosen.gold, texts)}
    if chosen.errors:
        for name, each in scores.items():
            print(name, *each.faults, sep="\n", end="\n\n")
        kinds = Counter(fault.kind for each in scores.values() for fault in each.faults)
        print(*(f"{number} {kind}" for kind, number in kinds.most_common()), sep=", ", end="\n\n")
    print(table(scores))


if __name__ == "__main__":
    main()
