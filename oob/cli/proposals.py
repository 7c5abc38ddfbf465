"""How a proposed claim looks on the terminal: its passage with the evidence marked, and its fields as a small table."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from oob import vocabulary
from oob.names import printable

if TYPE_CHECKING:
    from oob.catalog import ClaimEntry
    from oob.reading.drafts.reviewing import Review

WIDEST: Final = 100
"""Columns beyond which running text is hard to follow."""
_LONGEST: Final = 1500
"""Characters of a passage that are shown; the text has the rest."""

_COLOURS: Final = {"thing": "1;33", "force": "36", "place": "32", "time": "35", "source": "34"}
"""What a kind of evidence is marked with, in the passage and in the table."""
_KINDS: Final = {
    "system": "thing", "system_text": "thing", "count": "thing", "when": "time", "when_text": "time",
    "speaker": "source", **dict.fromkeys(vocabulary.PARTIES, "force"), **dict.fromkeys(vocabulary.PLACE_ROLES, "place"),
}  # fmt: skip
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for the marks around evidence until lines are broken; `printable` lets neither through from a text."""
_FIRST: Final = 0xE010
"""The first of the letters that stand for the kinds of evidence."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What there is to print on."""

    width: int
    colour: bool

    def paint(self, text: str, code: str) -> str:
        """A text in a colour, where the terminal likes it."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


Spellings = Mapping[tuple[str, str], Sequence[str]]
"""By (kind, id): every spelling of what the catalogue knows."""


def card(review: Review, number: int, screen: Screen, spellings: Spellings) -> str:
    """A claim as it is put to a person."""
    claim, order = review.claims[number], review.order
    place = f"{order.index(number) + 1} of {len(order)}"
    state = "" if claim.review == "proposed" else f", {claim.review}"
    parts = [f"{screen.paint(place, '1')}{state}   {printable(claim.key)}, paragraph {printable(claim.paragraph)}", ""]
    if claim.passage:
        parts += [*_passage(claim.passage, list(_evidence(review, claim, spellings)), screen), ""]
    parts += _table(list(_rows(review, number)), screen)
    return "\n".join([*parts, ""])


def heading(review: Review, screen: Screen) -> str:
    """What there is to know of a draft before its claims."""
    report = review.report
    published = f"{review.title('source', report.publisher)}, {report.published} ({report.dated_by})"
    rows = [("report", report.id, ""), ("title", report.title or "", ""), ("published", published, "")]
    if report.repeats:
        rows.append(("repeats", f"{report.repeats}: all of it was published before", "time"))
    rows.append(("note", report.note or "", ""))
    return "\n".join([*_table([row for row in rows if row[1]], screen), ""])


def around(paragraphs: Sequence[str], number: int, screen: Screen) -> str:
    """A paragraph of the text with those before and after it."""
    lines = []
    for at in range(max(1, number - 1), min(len(paragraphs), number + 1) + 1):
        lines += [*_hung(f"{at:>4}  ", printable(paragraphs[at - 1]), screen), ""]
    return "\n".join(lines)


# -- the passage ----------------------------------------------------------------------------------------------------


def _evidence(review: Review, claim: ClaimEntry, spellings: Spellings) -> Iterator[tuple[str, str]]:
    """Each wording that a field may rest on, with the kind of evidence that it is; the surest first."""
    for field, text in (("system_text", claim.system_text), ("count", claim.count), ("when_text", claim.when_text)):
        if text:
            yield printable(text), _KINDS[field]
    origin = review.origin(claim)
    named = [("system", claim.system), ("source", origin.speaker if origin else None)]
    named += [("force", getattr(claim, role)) for role in vocabulary.PARTIES]
    named += [
        ("place", each)
        for role in vocabulary.PLACE_ROLES
        for each in getattr(claim, "from_" if role == "from" else role)
    ]
    for kind, name in named:
        id_ = review.scope.resolve(kind, name) if name else None
        for spelling in sorted(spellings.get((kind, id_ or ""), ()), key=len, reverse=True):
            if len(spelling) > 1:
                yield printable(spelling), "thing" if kind == "system" else kind


def _passage(passage: str, evidence: Sequence[tuple[str, str]], screen: Screen) -> list[str]:
    text = printable(passage)
    text = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " ..."
    kinds = tuple(_COLOURS)
    marked: list[str | None] = [None] * len(text)
    for wording, kind in evidence:
        for found in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text, re.IGNORECASE):
            if not any(marked[found.start() : found.end()]):
                marked[found.start() : found.end()] = [kind] * (found.end() - found.start())
    parts, inside, since = [], None, 0
    for at, kind_here in enumerate([*marked, None]):
        starts_anew = kind_here != inside
        if starts_anew and inside is not None:
            parts.append(text[since:at] + _CLOSE)
        elif starts_anew:
            parts.append(text[since:at])
        if starts_anew:
            parts.append(_OPEN + chr(_FIRST + kinds.index(kind_here)) if kind_here else "")
            inside, since = kind_here, at
    parts.append(text[since:])
    lines = textwrap.wrap("".join(parts), max(20, min(screen.width, WIDEST) - 4), break_long_words=True)
    return [f"  {line}" for line in _painted(lines, screen)]


def _painted(lines: Sequence[str], screen: Screen) -> Iterator[str]:
    """Lines with the stand-ins turned to colours, begun anew on each line, or to brackets."""
    codes = {chr(_FIRST + number): code for number, code in enumerate(_COLOURS.values())}
    going = ""
    for line in lines:
        if not screen.colour:
            yield line.translate({ord(_OPEN): "[", ord(_CLOSE): "]", **dict.fromkeys(map(ord, codes), "")})
            continue
        begun = f"\x1b[{going}m" if going else ""
        painted = line.replace(_OPEN, "").replace(_CLOSE, "\x1b[0m")
        for mark, code in codes.items():
            painted = painted.replace(mark, f"\x1b[{code}m")
        opened = re.findall(f"[{''.join(codes)}{_CLOSE}]", line)
        going = codes.get(opened[-1], "") if opened else going
        yield begun + painted + ("\x1b[0m" if going else "")


# -- the table ------------------------------------------------------------------------------------------------------


def _rows(review: Review, number: int) -> Iterator[tuple[str, str, str]]:
    """The filled fields of a claim: what a field is called, what people call what it holds, the kind of evidence."""
    claim = review.claims[number]
    yield "says", claim.says, ""
    yield "action", _defined(claim.action, {key: each.definition for key, each in vocabulary.ACTIONS.items()}), ""
    yield "stance", _defined(claim.stance, vocabulary.STANCES), ""
    if claim.system:
        told = f' ("{claim.system_text}")' if claim.system_text else ""
        yield "system", review.title("system", claim.system) + told, "thing"
    elif claim.system_text:
        yield "system", f'not known: "{claim.system_text}"', "thing"
    if claim.count:
        yield "count", claim.count, "thing"
    for role in vocabulary.PARTIES:
        if name := getattr(claim, role):
            yield role, review.title("force", name), "force"
    for role in vocabulary.PLACE_ROLES:
        if names := getattr(claim, "from_" if role == "from" else role):
            yield role, ", ".join(_place(review, each) for each in names), "place"
    if claim.when:
        told = f' ("{claim.when_text}")' if claim.when_text else ""
        yield "when", claim.when + told, "time"
    yield "speaker", _heard(review, claim), "source"
    for field in ("event", "note", "withdrawn"):
        if text := getattr(claim, field):
            yield field, text, ""
    if claim.confidence or claim.because:
        yield "confidence", ": ".join(each for each in (claim.confidence, claim.because) if each), ""


def _place(review: Review, name: str) -> str:
    """What people call a place; of one that the draft brings, which sort of place it is taken for."""
    kind = review.kind_of_new(name)
    return f"{review.title('place', name)} (new: {kind})" if kind else review.title("place", name)


def _heard(review: Review, claim: ClaimEntry) -> str:
    """Who says it, and how that came to the report."""
    origin = review.origin(claim)
    if origin is None:
        return str(claim.origin)
    told = [review.title("source", origin.speaker), origin.basis]
    if origin.through:
        told.insert(1, f"through {review.title('source', origin.through)}")
    return ", ".join([*told, *([origin.made] if origin.made else [])])


def _defined(word: str, definitions: Mapping[str, str]) -> str:
    return f"{word}: {definitions[word]}" if word in definitions else word


def _table(rows: Sequence[tuple[str, str, str]], screen: Screen) -> list[str]:
    indent = max(len(label) for label, _, _ in rows) + 2
    lines = []
    for label, text, kind in rows:
        first, *others = _hung(f"  {label:<{indent}}", printable(text), screen)
        code = _COLOURS.get(kind, "")
        head, value = first[: indent + 2], first[indent + 2 :]
        lines.append(screen.paint(head, "2") + (screen.paint(value, code) if code else value))
        lines += [" " * (indent + 2) + screen.paint(each[indent + 2 :], code) if code else each for each in others]
    return lines


def _hung(label: str, text: str, screen: Screen) -> list[str]:
    """A text behind a label, wrapped to the width, its further lines below its first."""
    width = max(len(label) + 20, min(screen.width, WIDEST))
    hang = " " * len(label)
    return textwrap.wrap(text, width, initial_indent=label, subsequent_indent=hang) or [label]
