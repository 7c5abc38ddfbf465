"""A paragraph cut into sentences of bounded length, with what is named and quoted in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

import sentencex

from oob.reading.expressions import backdates, dates, quantities
from oob.reading.expressions.dates import TimeMention
from oob.reading.expressions.quantities import Quantity
from oob.reading.gazetteer import Mention
from oob.when import When

LONGEST: Final = 2000
"""Characters of the longest sentence that is looked at as one; what happens inside a sentence may take the square of
its length, and no writer of news goes on for half as long."""
_STRETCH: Final = 5000
"""Characters that the finder of sentence ends is given at a time: it takes the square of some of them."""

Span = Mention | Quantity | TimeMention

_PEOPLE: Final = {
    "contractors": "mercenaries", "mercenaries": "mercenaries", "pmcs": "mercenaries", "fighters": "combatants",
    "militiamen": "combatants", "militants": "combatants", "soldiers": "regular-troops", "troops": "regular-troops",
}  # fmt: skip


DESIGNATOR: Final = re.compile(r"(?<![\w/-])[A-Z][A-Za-z]{0,6}[-‐‑–]?[0-9]{1,4}[A-Z]{0,3}[0-9]?(?=s?(?![\w/-]))")
"""What looks like the name of a type: T-99, Z-19E. Also roads, diseases, chess squares: so only in company."""
_COUNTED: Final = re.compile(
    r"(?:[0-9]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|dozen|several|of|made))[ -]$", re.IGNORECASE
)


_CALLINGS: Final = {
    "advisers": "military-advisers", "advisors": "military-advisers", "trainers": "instructors",
    "contractors": "mercenaries", "operatives": "combatants", "recruits": "combatants",
    "volunteers": "volunteer-fighters", "guerrillas": "militiamen", "officers": "military-officers",
    "specialists": "technicians", "mechanics": "technicians",
}  # fmt: skip
"""Words for people of any trade: those of a force, or so many of them, are what is said of its men."""
_SENT_BY: Final = re.compile(r" from (?:the )?[A-Z]")
_CALLING: Final = re.compile(rf"\b(?:{'|'.join(_CALLINGS)})\b(?! (?:said|say|told)\b)", re.IGNORECASE)
_MANNED: Final = re.compile(
    r"(?:[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|several"
    r"|(?:dozens|scores|hundreds|thousands) of|a dozen|foreign|its|former army|deploy(?:ed|s|ing)?|sen(?:d|ds|t|ding)"
    r"|(?:dispatch|recruit)(?:ed|ing)?|hir(?:ed|ing))) (?:more |other |additional |extra )?$"
)


_IN_MAY: Final = re.compile(r"\b[Mm]ay\.[”\"]? +(?=[“\"]?[A-Z])")
"""Where the finder of sentence ends takes the month for an abbreviation."""


class Paragraph:
    """One paragraph of a text: its sentences, the spans in them, and where its quotation marks stand."""

    def __init__(
        self, text: str, offset: int, mentions: Sequence[Mention], published: When | None, day: str | None = None,
        war: str | None = None,
    ) -> None:  # fmt: skip
        """`day`: the day named last in the text before, in EDTF: "the same day"; `war`: when its war began."""
        self.text = text
        self.offset = offset
        """Where it begins in the document."""
        known = _with_people(_with_unknown(mentions, text), text)
        named: list[Span] = [_as_people(each, text) for each in known]
        times, self.day = backdates.resolved(text, dates.find(text, published), day, war)
        """The day named last until its end."""
        with_times = _merged(named, times)
        self.spans = _merged(with_times, quantities.find(text))
        self._opening, self._closing, self._straight = (_places(mark, text) for mark in '“”"')

    def is_quoted(self, at: int) -> bool:
        """Whether a place is inside quotation marks."""
        curly = bisect_left(self._opening, at) > bisect_left(self._closing, at)
        return curly or bisect_left(self._straight, at) % 2 == 1

    def quotes(self, start: int, end: int) -> bool:
        """Whether a quotation begins in a stretch."""
        return any(bisect_left(marks, start) < bisect_left(marks, end) for marks in (self._opening, self._straight))

    def sentences(self) -> Iterator[tuple[int, int, list[Span]]]:
        """Where the sentences start and end, and what is named in them."""
        first = at = 0
        begun: int | None = None
        for start, end in _sentences(self.text):
            while at < len(self.spans) and self.spans[at].start < end:
                at += 1
            begun = start if begun is None else begun
            if at and self.spans[at - 1].end > end and end - begun < LONGEST:
                continue  # within a name: U.S. Africa Command
            yield begun, end, self.spans[first:at]
            first, begun = at, None


def _places(mark: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(mark, text)] if mark in text else []


def _merged(first: Sequence[Span], second: Sequence[Span]) -> list[Span]:
    """Two rows of spans in one, without those of the second that overlap the first. Both are sorted."""
    if not second:
        return list(first)
    starts = [span.start for span in first]
    kept = list(first)
    for span in second:
        at = bisect_left(starts, span.end)
        if at == 0 or first[at - 1].end <= span.start:
            kept.append(span)
    kept.sort(key=attrgetter("start"))
    return kept


def _with_unknown(mentions: Sequence[Mention], text: str) -> Sequence[Mention]:
    """The mentions and, as their class or as equipment, types that the catalogue does not know: "three T-99 tanks"."""
    found: list[Mention] = []
    widened: set[int] = set()
    starts = [each.start for each in mentions]
    for match in DESIGNATOR.finditer(text):
        start, end = match.span()
        at = bisect_left(starts, start)
        if at and mentions[at - 1].end > start:
            continue
        following = mentions[at] if at < len(mentions) else None
        if following is not None and following.start < end:
            continue
        if following is not None and following.start == end + 1 and following.meanings[0][0] == "system":
            widened.add(at)
            found.append(Mention(start, following.end, following.meanings))
        elif not match[0].isalnum() and _COUNTED.search(text, max(0, start - 9), start):
            found.append(Mention(start, end + text.startswith("s", end), (("system", "equipment"),)))
    if not found:
        return mentions
    found += [each for number, each in enumerate(mentions) if number not in widened]
    found.sort(key=attrgetter("start"))
    return found


def _with_people(mentions: Sequence[Mention], text: str) -> Sequence[Mention]:
    """The mentions and people of any trade who are a force's or are counted: Iranian advisers, 40 contractors."""
    found: list[Mention] = []
    ends = [each.end for each in mentions]
    for match in _CALLING.finditer(text):
        start, end = match.span()
        at = bisect_left(ends, start - 1)
        before = mentions[at] if at < len(mentions) else None
        if before is not None and before.start < end and before.end > start:
            continue  # part of a longer name: military advisers
        of_force = before is not None and before.end == start - 1 and any(k == "force" for k, _ in before.meanings)
        if of_force or _SENT_BY.match(text, end) or _MANNED.search(text, max(0, start - 24), start) is not None:
            found.append(Mention(start, end, (("system", _CALLINGS[match[0].casefold()]),)))
    return sorted((*mentions, *found), key=attrgetter("start")) if found else mentions


def _as_people(mention: Mention, text: str) -> Mention:
    """A force whose name ends in people is people too: "Russian contractors"."""
    if mention.meanings[0][0] != "force":
        return mention
    people = _PEOPLE.get(text[mention.start : mention.end].rsplit(" ", 1)[-1].casefold())
    if people is None:
        return mention
    return Mention(mention.start, mention.end, (("system", people), *mention.meanings))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph start and end."""
    start = 0
    for end in _ends(text):
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end


def _ends_inside(piece: str) -> Iterator[int]:
    """Where sentences end inside a quotation, which the finder of sentence ends takes for one."""
    if len(piece) < 80 or not _QUOTED.intersection(piece) or ". " not in piece:
        return
    at = 0
    for part in sentencex.segment("en", piece.translate(_BLANKED)):
        at += len(part)
        if at < len(piece) and piece[at].isupper() and piece[max(0, at - 4) : at].rstrip()[-1:] == ".":
            yield at


_QUOTED: Final = frozenset('"“”')
_BLANKED: Final = str.maketrans(dict.fromkeys('"“”', "_"))


def _ends(text: str) -> Iterator[int]:
    """Where sentences end; an abbreviation before a small letter or a digit ends none."""
    base = 0
    while base < len(text):
        stretch = text[base : base + _STRETCH]
        if base + _STRETCH < len(text):
            stretch = stretch[: stretch.rfind(" ", _STRETCH // 2) + 1 or _STRETCH]
        at = base
        for piece in sentencex.segment("en", stretch):
            yield from (at + month.end() for month in _IN_MAY.finditer(piece) if month.end() < len(piece))
            yield from (at + inside for inside in _ends_inside(piece))
            at += len(piece)
            following = text[at : at + 1]
            if not (following.islower() or following.isdigit()):
                yield at
        base += len(stretch)
        at = base
    yield len(text)
