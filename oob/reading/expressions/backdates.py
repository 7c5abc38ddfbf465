"""Times that are reckoned from one named before: the same day, two days later, the month after, on the 26th."""

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
    r"\b(?:(?:(?:on|earlier|later) )?(?:(?:that|the) same|that) (?P<same>day|date|night|evening|morning|month|year)"
    r"|the (?P<side>following|next|previous|preceding) (?P<unit>day|night|morning|month|year)"
    r"|the (?P<whole>day|month|year) (?P<way>after|before)(?= *[.,;:)])"
    rf"|(?P<count>{'|'.join(_NUMBERS)}|[1-9][0-9]?) (?P<units>day|week)s? (?P<then>later|earlier|afterwards))\b",
    re.IGNORECASE,
)
COUNTED: Final = re.compile(
    rf"\b(?P<count>{'|'.join(_NUMBERS)}|[1-9][0-9]?) (?P<units>day|week)s? (?P<way>after|before)\b", re.IGNORECASE
)
"""How far one deed is from another that is told after it: two days after drones hit the port."""
_EVENT: Final = re.compile(
    r" (?:the|this|that) (?:[a-z-]+ ){0,2}?(?:attack|strike|raid|bombing|incident|crash|assault|blast|explosion"
    r"|shelling|ambush|bombardment|shootdown|downing)\b",
    re.IGNORECASE,
)
"""An event that was told before, and dated: four days before the strike."""
_COUNTING: Final = re.compile(r"(?:day|week)s? (?:after|before) th")
_ORDINAL: Final = re.compile(
    r"\b(?:(?P<on>(?:early |late )?on|since|until|by|from)"
    r"|(?:image|imagery|photo|photograph|picture|pass|scene|night|morning|afternoon|evening|day|shot)s?"
    r"(?: of(?: [\w-]{1,20}){1,3})?,? of) the"
    r" (?P<day>[1-3]?[0-9])(?:st|nd|rd|th)(?= *(?:[.,;:)\u2013\u2014-]|$)"
    r"| (?:and|or|with|at|in|near|over|when|while|but|as|by|from|shows?|[0-9]+|two|three|four|five|six|seven|eight|nine"
    r"|ten|several|an?|the|it|they|he|she|there)\b)",
    re.IGNORECASE,
)
"""Days of a month that is named before: on the 26th, the image of the 2nd; not the 26th Brigade."""
_NUMBERED: Final = re.compile(r"[0-9](?:st|nd|rd|th)\b")
_HINTS: Final = (
    "same ", "hat d", "hat n", "hat m", "hat e", "hat y", "wing d", "wing n", "wing m", "wing y", "next d", "next n",
    "next m", "next y", "previous ", "preceding ", "y after", "y before", "h after", "h before", "r after", "r before",
    " later", " earlier", " afterwards",
)  # fmt: skip
"""One of these stands in every such expression; a look for them is cheap."""
_WHOSE: Final = r"(?:(?:the|its|this|[A-Z][a-z]+['’]s) )?"
_START: Final = "(?:start|beginning|outbreak|onset|outset|launch)"
_WAR: Final = re.compile(
    rf"\b(?:[Ss]ince {_WHOSE}(?:{_START} of {_WHOSE})?|[Ff]rom {_WHOSE}(?:very )?{_START} of {_WHOSE})"
    r"(?:[A-Za-z-]+ ){0,3}?(?:invasion|war|aggression|military operation|conflict|fighting)\b"
    r"(?: (?:began|started|broke out|erupted))?"
)
_BEGAN: Final = re.compile(r" (?:in|of|on|against) [A-Z][a-z]+ (?:began|started|broke out|erupted)\b")
"""Where the war is, before it is told when it began: since the war in Ukraine began on February 24."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_YEAR: Final = re.compile(r"[0-9]{4}(?![0-9X~])")
_LENGTHS: Final = {"month": 7, "year": 4}
"""Characters of EDTF that name a month and a year."""
_BACK: Final = frozenset({"previous", "preceding", "before", "earlier"})


def resolved(
    text: str, times: Sequence[TimeMention], day: str | None, war: str | None = None
) -> tuple[list[TimeMention], str | None]:
    """The times of a text with those reckoned from others, and the day named last.

    `day`: that of the text before; `war`: when the war began that the text is about, in EDTF.
    """
    found = _since_the_war(text, times, war) if "ince " in text or "rom the " in text else list(times)
    if any(hint in text for hint in _HINTS):
        taken = [(each.start, each.end) for each in times if each.edtf is not None]
        for match in _TOLD.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            before = [each for each in times if each.end <= match.start()]
            if (month := _month_of_year(text, before, match)) is not None:
                found = [each for each in found if each.start != month.start]
                found.append(month)
                continue
            since = _last_of(before, _unit(match), day)
            edtf = _reckoned(match, since) if since is not None else None
            if edtf is not None:
                found = [each for each in found if each.end <= match.start() or each.start >= match.end()]
                found.append(TimeMention(match.start(), match.end(), edtf, match[0]))
        found.sort(key=lambda each: each.start)
    if _COUNTING.search(text) is not None:
        found += list(_by_event(text, found, day))
        found.sort(key=lambda each: each.start)
    if _NUMBERED.search(text) is not None:
        found += _ordinals(text, found, day)
        found.sort(key=lambda each: each.start)
    return found, _last_day(found, day)


def _since_the_war(text: str, times: Sequence[TimeMention], war: str | None) -> list[TimeMention]:
    """The times with "since the start of the war", where it is known or told when that was."""
    starts = [each.start for each in times]
    since: list[TimeMention] = []
    taken: set[int] = set()
    for match in _WAR.finditer(text):
        placed = _BEGAN.match(text, match.end())
        begun = match.end() if placed is None else placed.end()
        at = bisect_left(starts, begun)
        told = times[at] if at < len(times) and starts[at] <= begun + 1 else None
        began = told.edtf if told is not None and told.edtf is not None else war
        if began is not None and "/" not in began:
            end = told.end if told is not None and placed is None else match.end()
            since.append(TimeMention(match.start(), end, f"{began}/..", text[match.start() : end]))
            if told is not None and placed is not None:
                taken.add(told.start)
    ends = [each.end for each in since]
    kept = [each for each in times if not _is_over(each, since, bisect_right(ends, each.start))]
    kept = [each for each in kept if each.start not in taken]
    return sorted([*kept, *since], key=lambda each: each.start)


def _is_over(time: TimeMention, others: Sequence[TimeMention], at: int) -> bool:
    """Whether a time overlaps the first of others that ends after it begins."""
    return at < len(others) and others[at].start < time.end


def _last_day(times: Sequence[TimeMention] | Iterator[TimeMention], day: str | None) -> str | None:
    for each in times:
        bounds = each.edtf.replace("/..", "").replace("../", "") if each.edtf is not None else ""
        if _DAY.fullmatch(bounds):
            day = bounds
    return day


def _by_event(text: str, times: Sequence[TimeMention], day: str | None) -> Iterator[TimeMention]:
    """The times counted from an event that was told and dated before: four days before the strike."""
    for match in COUNTED.finditer(text):
        event = _EVENT.match(text, match.end())
        since = _last_day((each for each in times if each.end <= match.start()), day) if event is not None else None
        if (
            event is None
            or since is None
            or any(each.start < event.end() and match.start() < each.end for each in times)
        ):
            continue
        edtf = _moved(match, since, -1 if match["way"].casefold() == "before" else 1)
        if edtf is not None:
            yield TimeMention(match.start(), event.end(), edtf, text[match.start() : event.end()])


def reckoned_back(match: re.Match[str], since: str) -> str | None:
    """When that was which a day is so long after, or before; of weeks only the month is sure."""
    edtf = _moved(match, since, 1 if match["way"].casefold() == "before" else -1)
    several = match["units"].casefold() == "week" and match["count"].casefold() not in ("a", "one")
    return edtf[:7] if edtf is not None and several else edtf


def _month_of_year(text: str, before: Sequence[TimeMention], match: re.Match[str]) -> TimeMention | None:
    """A month or day whose year stands behind it: in July that year, in May of the following year."""
    told = before[-1] if before else None
    if told is None or told.edtf is None or _unit(match) != "year":
        return None
    joined = text[told.end : match.start()].strip(" ,") in ("", "of") and match.start() - told.end <= 5
    since = _last_of(before[:-1], "year", None) if joined and _MONTH.match(told.edtf) is not None else None
    year = _reckoned(match, since) if since is not None else None
    if year is None or "/" in told.edtf:
        return None
    return TimeMention(told.start, match.end(), f"{year}{told.edtf[4:]}", text[told.start : match.end()])


def _unit(match: re.Match[str]) -> str:
    """What an expression counts in: day, week, month, year."""
    named = match.groupdict()
    return (named.get("same") or named.get("unit") or named.get("whole") or match["units"]).casefold()


def _last_of(times: Sequence[TimeMention], unit: str, day: str | None) -> str | None:
    """The day that others are reckoned from; of months and years, the one named last, by its first day."""
    if unit not in ("month", "year"):
        return _last_day(iter(times), day)
    pattern = _MONTH if unit == "month" else _YEAR
    named = (each.edtf for each in reversed(times) if each.edtf is not None)
    last = next((found[0] for edtf in named if (found := pattern.match(edtf)) is not None), None)
    if last is None:
        return day
    return f"{last}-01" if unit == "month" else f"{last}-01-01"


def _ordinals(text: str, times: Sequence[TimeMention], day: str | None) -> Iterator[TimeMention]:
    """The days of a month that was named before."""
    for match in _ORDINAL.finditer(text):
        start = match.start() if match["on"] else match.start("day") - len("of the ")
        if any(each.start < match.end() and start < each.end for each in times):
            continue
        named = [each.edtf for each in times if each.end <= start and each.edtf is not None]
        month = next((found[0] for edtf in reversed(named) if (found := _MONTH.search(edtf))), (day or "")[:7])
        try:
            edtf = str(datetime.date.fromisoformat(f"{month}-{int(match['day']):02}"))
        except ValueError:
            continue
        bound = (match["on"] or "").casefold()
        edtf = f"{edtf}/.." if bound == "since" else f"../{edtf}" if bound in ("until", "by") else edtf
        yield TimeMention(start, match.end(), edtf, text[start : match.end()])


def _reckoned(match: re.Match[str], since: str) -> str | None:
    """What an expression comes to, reckoned from a day."""
    from_ = datetime.date.fromisoformat(since)
    unit = _unit(match)
    way = (match["side"] or match["way"] or match["then"] or "").casefold()
    if not way:
        return since[: _LENGTHS.get(unit, 10)]
    step = -1 if way in _BACK else 1
    if unit == "year":
        return f"{from_.year + step:04}" if 0 < from_.year + step <= datetime.MAXYEAR else None
    if unit == "month":
        months = from_.year * 12 + from_.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}" if months // 12 <= datetime.MAXYEAR else None
    return _moved(match, since, step)


def _moved(match: re.Match[str], since: str, step: int) -> str | None:
    """The day that many days or weeks before or after another."""
    count, weeks = match["count"], _unit(match) == "week"
    number = 1 if count is None else _NUMBERS.get(count.casefold()) or int(count)
    try:
        return str(datetime.date.fromisoformat(since) + datetime.timedelta(days=step * number * (7 if weeks else 1)))
    except OverflowError:
        return None
