"""Dates of the calendar resolved: which year is meant, what a list comes to, what is no date at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from oob.reading.expressions import writtendates
from oob.reading.expressions.reference import Reference, Stretch
from oob.reading.expressions.writtendates import Date, compiled, is_range, is_year

Meaning = str | Stretch | None
"""A set in EDTF; a date or an interval; unknown."""


class Core(NamedTuple):
    """A time expression without the prepositions before it."""

    start: int
    end: int
    meaning: Meaning


class Place(NamedTuple):
    """A place in a text where a time expression may start, and what is known there."""

    text: str
    at: int
    now: Reference
    floor: int
    """Where the mention before ended."""

    def before(self, length: int = 60) -> str:
        return self.text[max(self.floor, self.at - length) : self.at]

    @property
    def to_come(self) -> bool:
        """Whether the clause so far speaks of what is to come."""
        if _THAT_CAME.match(self.text, self.at):
            return False
        found = _TO_COME.search(self.text, max(self.floor, self.at - 90), self.at)
        return found is not None and _CLAUSE_END.search(self.text, found.end(), self.at) is None

    @property
    def after_between(self) -> bool:
        return _BETWEEN.search(self.before(14)) is not None


Rule = Callable[[Place], Core | None]

_THAT_CAME = re.compile(r"\w+(?: \w+)?, when\b")
"""A time that has come: was safe until Sunday, when drones hit it."""
_CLAUSE_END = re.compile("[.;!?\n]")
_TO_COME = re.compile(
    r"\b(?:will|shall|due(?! to\b)|scheduled|slated|planned|plans?|planning|expected|expects?|intends?|upcoming"
    r"|set to)\b"
    r"|\b(?:by|until|no later than)(?: (?:the|early|mid|late|end|start|beginning|middle|of|on|next|this)){0,4}[ -]*$"
)
_BETWEEN = compiled(r"\b[Bb]etween~(?:the~)?$")


_OF_YEAR = compiled(r",?~(?:of~)?(?:the~)?(last|previous|this|current|next|same)~year\b")
_AMBIGUOUS_MONTHS = ("May", "MAY", "March", "MARCH")


def calendar(place: Place) -> Core | None:
    """A date, or dates that are listed."""
    written = writtendates.read(place.text, place.at)
    if not written or not _is_meant(place, written):
        return None
    which = _OF_YEAR.match(place.text, written.end)
    lacks = written.dates[-1].month is not None and written.dates[-1].year is None
    end = which.end() if which and lacks else written.end
    _give_years(place, written.dates, which[1] if which else None)
    edtfs = [date.edtf() for date in written.dates]
    if not all(edtfs):
        return Core(place.at, end, None)
    between = place.after_between
    return Core(place.at, end, joined([edtf for edtf in edtfs if edtf], written.joints, between=between))


def _give_years(place: Place, dates: list[Date], which: str | None) -> None:
    """Years for dates without: that of the following or the preceding date, or the latest that fits the publication."""
    for index in reversed(range(len(dates))):
        date = dates[index]
        if date.year is not None or date.month is None:
            continue
        if index + 1 < len(dates):
            later = dates[index + 1]
            passes = later.month is not None and (date.month, date.day or 0) > (later.month, later.day or 31)
            date.year = None if later.year is None else later.year - passes
        elif index and dates[0].year is not None:
            date.year = dates[0].year
        elif which:
            date.year = place.now.year_number({"last": 1, "previous": 1, "next": -1}.get(which, 0))
        elif date.day:
            date.year = place.now.year_of_day(date.month, date.day, ahead=place.to_come)
        else:
            date.year = place.now.year_of_month(date.month, ahead=place.to_come)


def joined(edtfs: list[str], joints: list[str], *, between: bool) -> Meaning:
    """An interval, or a set of all or of one of them."""
    if len(edtfs) == 1:
        return Stretch.of(edtfs[0])
    if len(edtfs) == 2 and (between or is_range(joints[0])):
        return Stretch(*edtfs)
    members = [edtfs[0]]
    for joint, edtf in zip(joints, edtfs[1:], strict=True):
        if is_range(joint):
            members[-1] += f"..{edtf}"
        else:
            members.append(edtf)
    listed = ",".join(members)
    return f"[{listed}]" if re.search(r"\bor\b", " ".join(joints)) else f"{{{listed}}}"


# What has to stand before a bare year or an ambiguous month, which may be anything

_MONTH_BEFORE = compiled(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Bb]etween|[Ee]arly"
    r"|[Ll]ate|[Mm]id|[Aa]round|[Tt]hrough|[Oo]f)(?:~|-)$"
)
_NUMBER_BEFORE = compiled("[0-9](?:st|nd|rd|th)?~(?:of~)?$")
HYPHENATED = re.compile(r"\b(?:[Mm]id|[Ee]arly|[Ll]ate)-$")


def _is_meant(place: Place, written: writtendates.Written) -> bool:
    """Whether a bare year or a bare month is one, by what stands before and after it."""
    before, first = place.before(24), written.dates[0]
    if first.kind == "year":
        return is_year(place.text, written.end, first.year or 0, before)
    if (before[-1:] == "-" and not HYPHENATED.search(before)) or _NUMBER_BEFORE.search(before):
        return False  # a date that is none, 31 February, is no February either
    if len(written.dates) > 1 or first.kind != "month" or first.year is not None:
        return True
    if place.text.startswith(_AMBIGUOUS_MONTHS, place.at):
        return bool(_MONTH_BEFORE.search(before) or _OF_YEAR.match(place.text, written.end))
    return True


_DECADE = re.compile(r"((?:1[6-9]|20)[0-9])0['’]?s(?![\w])(?!-?(?:era|vintage|style|built|made|designed))")


def decade(place: Place) -> Core | None:
    found = _DECADE.match(place.text, place.at)
    return found and Core(place.at, found.end(), Stretch.of(f"{found[1]}X"))
