"""Times that are reckoned from one named before: the same day, two days later, the month after."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.expressions.dates import TimeMention

_NUMBERS: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_TOLD: Final = re.compile(
    r"\b(?:(?:(?:on|earlier|later) )?(?:(?:that|the) same|that) (?P<same>day|date|night|evening|morning|month)"
    r"|the (?P<side>following|next|previous|preceding) (?P<unit>day|night|morning|month)"
    r"|the (?P<whole>day|month) (?P<way>after|before)(?= *[.,;:)])"
    rf"|(?P<count>{'|'.join(_NUMBERS)}|[1-9][0-9]?) (?P<units>day|week)s? (?P<then>later|earlier|afterwards))\b",
    re.IGNORECASE,
)
_HINTS: Final = (
    "same ", "that d", "that n", "that m", "that e", "wing d", "wing n", "wing m", "next d", "next n", "next m",
    "previous ", "preceding ", "y after", "y before", "h after", "h before", " later", " earlier", " afterwards",
)  # fmt: skip
"""One of these stands in every such expression; a look for them is cheap."""
_WHOSE: Final = r"(?:(?:the|its|this|[A-Z][a-z]+['’]s) )?"
_WAR: Final = re.compile(
    rf"\b[Ss]ince {_WHOSE}(?:(?:start|beginning|outbreak|onset|launch) of {_WHOSE})?(?:[A-Za-z-]+ ){{0,3}}?"
    r"(?:invasion|war|aggression|military operation|conflict|fighting)\b(?: (?:began|started|broke out|erupted))?"
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BACK: Final = frozenset({"previous", "preceding", "before", "earlier"})


def resolved(
    text: str, times: Sequence[TimeMention], day: str | None, war: str | None = None
) -> tuple[list[TimeMention], str | None]:
    """The times of a text with those reckoned from others, and the day named last.

    `day`: that of the text before; `war`: when the war began that the text is about, in EDTF.
    """
    found = list(times) if "ince " not in text else _since_the_war(text, times, war)
    if any(hint in text for hint in _HINTS):
        taken = [(each.start, each.end) for each in times if each.edtf is not None]
        for match in _TOLD.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            since = _last_day((each for each in times if each.end <= match.start()), day)
            edtf = _reckoned(match, since) if since is not None else None
            if edtf is not None:
                found = [each for each in found if each.end <= match.start() or each.start >= match.end()]
                found.append(TimeMention(match.start(), match.end(), edtf, match[0]))
        found.sort(key=lambda each: each.start)
    return found, _last_day(found, day)


def _since_the_war(text: str, times: Sequence[TimeMention], war: str | None) -> list[TimeMention]:
    """The times with "since the start of the war", where it is known or told when that was."""
    starts = [each.start for each in times]
    since: list[TimeMention] = []
    for match in _WAR.finditer(text):
        at = bisect_left(starts, match.end())
        told = times[at] if at < len(times) and starts[at] <= match.end() + 1 else None
        began = told.edtf if told is not None and told.edtf is not None else war
        if began is not None and "/" not in began:
            end = told.end if told is not None else match.end()
            since.append(TimeMention(match.start(), end, f"{began}/..", text[match.start() : end]))
    ends = [each.end for each in since]
    kept = [each for each in times if not _is_over(each, since, bisect_right(ends, each.start))]
    return sorted([*kept, *since], key=lambda each: each.start)


def _is_over(time: TimeMention, others: Sequence[TimeMention], at: int) -> bool:
    """Whether a time overlaps the first of others that ends after it begins."""
    return at < len(others) and others[at].start < time.end


def _last_day(times: Sequence[TimeMention] | Iterator[TimeMention], day: str | None) -> str | None:
    for each in times:
        if each.edtf is not None and _DAY.fullmatch(each.edtf):
            day = each.edtf
    return day


def _reckoned(match: re.Match[str], since: str) -> str | None:
    """What an expression comes to, reckoned from a day."""
    from_ = datetime.date.fromisoformat(since)
    unit = (match["same"] or match["unit"] or match["whole"] or match["units"]).casefold()
    way = (match["side"] or match["way"] or match["then"] or "").casefold()
    if not way:
        return since[:7] if unit == "month" else since
    step = -1 if way in _BACK else 1
    if unit == "month":
        months = from_.year * 12 + from_.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}" if months // 12 <= datetime.MAXYEAR else None
    count = match["count"]
    number = 1 if count is None else _NUMBERS.get(count.casefold()) or int(count)
    try:
        return str(from_ + datetime.timedelta(days=step * number * (7 if unit == "week" else 1)))
    except OverflowError:
        return None
