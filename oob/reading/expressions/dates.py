"""Time expressions in running English text, resolved against the date of publication, as EDTF.

Where the press is vaguer than EDTF, an expression comes to the narrowest that is sure to hold it:
"early 2020" is a third of the year, 2020-01/2020-04, but "early May" is the month, since no day is invented.
"Recently" is about the month of publication. "Last Thursday" is the Thursday of the week before. "Two weeks ago" is
about a day, "two months ago" about a month, "two years ago" about a year; "a few" and "several" are three. "Over the
past two weeks" ends with the publication; "since" leaves the end open, "until" and "by" the start. 5/6/2020 is one of
two days. A season is the northern one.
"""

from __future__ import annotations

import re
from datetime import date as Day
from functools import lru_cache
from typing import NamedTuple

from oob.reading.expressions import relativedates
from oob.reading.expressions.calendardates import HYPHENATED, Core, Meaning, Place, Rule, calendar, decade
from oob.reading.expressions.reference import Reference, Stretch
from oob.reading.expressions.relativedates import NEAR_DAYS, SEASONS, WEEKDAYS
from oob.reading.expressions.wordstarts import WordStarts
from oob.reading.expressions.writtendates import MONTHS, compiled, may_be_date
from oob.when import When, parse


class TimeMention(NamedTuple):
    """A time expression: where it stands, its wording, and its EDTF; None where that needs an unknown day."""

    start: int
    end: int
    edtf: str | None
    text: str


def find(text: str, published: When | None) -> list[TimeMention]:
    """All time expressions of a text, in order, none within another."""
    now = Reference(published)
    mentions: list[TimeMention] = []
    floor = 0
    for start in _STARTS.find(text):
        if start < floor or not _begins_word(text, start):
            continue
        in_digits = text[start].isdigit()
        if in_digits and not may_be_date(text, start):
            continue
        place = Place(text, start, now, floor)
        for rule in _OF_DIGITS if in_digits else _RULES[text[start : start + 3].lower()]:
            if core := rule(place):
                mention = _with_what_precedes(text, core, floor)
                if mentions and (span := _span(mentions[-1], mention, text)) is not None:
                    mentions.pop()
                    mention = span
                mentions.append(mention)
                floor = mention.end
                break
    return mentions


_TO = compiled("~(?:and|to|until|till|through)~(?:the~)?|~(?:the~)?")


def _span(first: TimeMention, last: TimeMention, text: str) -> TimeMention | None:
    """What two times tell together: between January and early March, from late May until mid-June."""
    opens = first.text[:8].casefold().startswith(("between ", "from "))
    if not opens or not _TO.fullmatch(text, first.end, last.start) or first.edtf is None or last.edtf is None:
        return None
    alone = text[first.end : last.start].isspace()
    if alone and not last.edtf.startswith("../"):
        return None
    edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    return TimeMention(first.start, last.end, edtf, text[first.start : last.end]) if _valid(edtf) else None


_GLUED = re.compile(r"\b(?:that|in|since|from|until|by|on)$")


def _begins_word(text: str, at: int) -> bool:
    """Whether a word starts here, or a number that a garbled text wrote without the space before it: since2019."""
    if at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_-.,/"):
        return True
    before = text[max(0, at - 8) : at]
    if text[at].isdigit():
        return _GLUED.search(before) is not None or (text[at - 1] == "-" and HYPHENATED.search(before) is not None)
    return text[at - 1] in "-./" and not text[at - 2 : at - 1].isdigit()


# What stands before a time expression and changes it

_PRECEDING = (
    "since around about at least ever starting in on from beginning given that until up to till by no later than before"
    " prior after between over during throughout through within circa dated as of early recently late back earlier into"
    " for the night week month morning evening afternoon day year hours course mid middle start end close outset first"
    " second third fourth last half quarter few weeks days months"
)
_MAY_PRECEDE = frozenset(_PRECEDING.split())
"""Every word of the following pattern."""
_WORDS_BEFORE = compiled(
    r"(?<![\w’'-])(?:(since(?:~(?:around|about|at~least))?|ever~since|starting(?:~in|~on|~from)?|beginning~(?:in|on)"
    r"|given~that|until|up~until|up~to|till|by|no~later~than|before|prior~to|after|from|between|in|on|at|over|during"
    r"|throughout|through|within|around|about|circa|dated|as~of|as~(?:early|recently|late)~as|back~in"
    r"|(?:late|early|earlier|later)~(?:in|on)|into|for)(?:~|$)(?:the~)?)?"
    r"(?:(?:the~)?(?:night|week|month|morning|evening|afternoon|day|year|early~hours|course)~of~(?:the~)?)?"
    r"(?:(?<![\w’'-])(early|late|mid|middle~of|beginning~of|start~of|end~of|close~of|outset~of"
    r"|(?:first|second|last)~half~of|(?:first|second|third|fourth|last)~quarter~of"
    r"|(?:first|second|third|fourth|last)~(?:few~)?(?:week|weeks|days|months)~of|earlier|later)(?:~|-)(?:the~)?)?$",
    re.IGNORECASE,
)
_LAST_WORD_BEFORE = compiled(
    r"(?<!\w)(?:since|on|in|from|that|until|up~to|till|by|than|before|to|after|between|at|over|during|throughout|through|within"
    r"|around|about|least|circa|dated|of|as|into|for|the|early|late|mid|earlier|later|starting)(?:~|-|(?=$))$",
    re.IGNORECASE,
)
_OPENS = ("since", "ever since", "starting", "beginning", "given that", "after")
_CLOSES = ("until", "up until", "up to", "till", "by", "no later than", "before", "prior to", "through")
_ABOUT = ("around", "about", "circa")
_ONWARDS = compiled(r"~(?:on|onwards?)\b")
_ARTICLES = (" the ", " a ", " an ", "The ", "A ", "An ")
_EVENT_AFTER = compiled(
    r"~(?:[a-z-]{2,15}~){0,3}(?:air)?(?:attacks?|strikes?|raids?|assaults?|offensives?|invasion|coup|shelling|bombings?"
    r"|bombardments?|crash|downing|shootdown|ceasefire|truce|battles?|ambush|operation|clashes|deliver(?:y|ies)"
    r"|shipments?|flights?|incident|explosions?|blasts?|statement|report|letter|video|footage|images?|photographs?)\b"
)
"""What a date after an article may belong to."""
_POSSESSIVE = re.compile("['’]s?\\b")


def _with_what_precedes(text: str, core: Core, floor: int) -> TimeMention:
    """The mention with the prepositions before it: since, until, in early."""
    before = text[max(floor, core.start - 48) : core.start]
    if before.endswith(_ARTICLES) and _EVENT_AFTER.match(text, core.end):
        return _mention(text, core.start, core.end, core.meaning)  # after the 7 October attack
    found = _WORDS_BEFORE.search(before, _last_words(before)) if _LAST_WORD_BEFORE.search(before[-12:]) else None
    start, end, meaning = core.start, core.end, core.meaning
    if found:
        word, part = (re.sub(r"\s+", " ", group or "").lower() for group in found.groups())
        start -= len(found[0])
        if isinstance(meaning, Stretch):
            meaning = meaning.part(part or word.split(" ")[0])
            onwards = _ONWARDS.match(text, end) if word == "from" else None
            end = onwards.end() if onwards else end
            possessive = _POSSESSIVE.match(text, end) is not None
            meaning = _bounded("since" if onwards else word, meaning, possessive=possessive)
    return _mention(text, start, end, meaning)


def _mention(text: str, start: int, end: int, meaning: Meaning) -> TimeMention:
    edtf = meaning.edtf() if isinstance(meaning, Stretch) else meaning
    return TimeMention(start, end, edtf if edtf and _valid(edtf) else None, text[start:end])


def _last_words(before: str) -> int:
    """Where to look for words before a time: not farther back than the last of another kind."""
    at = len(before)
    for word in reversed(before.split()):
        at = before.rfind(word, 0, at)
        if word.rstrip("-").lower() not in _MAY_PRECEDE:
            break
    return at


def _bounded(word: str, stretch: Stretch, *, possessive: bool) -> Meaning:
    """An open interval, where the preposition leaves an end open."""
    if word.startswith(_OPENS):
        return f"{stretch.first}/.."
    if word in ("before", "prior to") and not possessive:
        earlier = _day_before(stretch.first)
        return f"../{earlier}" if earlier else stretch
    if word in _CLOSES and not possessive:
        return f"../{stretch.last}"
    if word in _ABOUT and stretch.single and stretch.first[-1:].isdigit():
        return f"{stretch.first}~"
    return stretch


def _day_before(edtf: str) -> str | None:
    """The date just before one, no more precise than it."""
    earliest = parse(edtf).earliest
    if earliest is None or earliest.year <= 1000:
        return None
    day = Day.fromordinal(earliest.toordinal() - 1)
    return day.isoformat()[: {4: 4, 7: 7}.get(len(edtf), 10)] if edtf[-1:].isdigit() else None


@lru_cache(4096)
def _valid(edtf: str) -> bool:
    try:
        parse(edtf)
    except ValueError:
        return False
    return True


# Where a time expression may start, and by what rule

_RULES: dict[str, tuple[Rule, ...]] = {
    **{name[:3]: (calendar,) for name in MONTHS},
    **{name[:3]: (relativedates.weekday,) for name in WEEKDAYS},
    **{name[:3]: (relativedates.season,) for name in SEASONS},
    **{name[:3]: (relativedates.near_day,) for name in NEAR_DAYS},
    **{name[:3]: (relativedates.since_morning,) for name in relativedates.OF_MORNING},
    **dict.fromkeys(("pas", "pre", "thi", "nex", "com"), (relativedates.which, relativedates.several)),
    "las": (relativedates.before_last, relativedates.which, relativedates.several),
    "wit": (relativedates.in_hours,),
    **dict.fromkeys(("beg", "sta", "end", "cou", "res", "ear"), (relativedates.within,)),
    "mid": (relativedates.within, relativedates.since_morning),
    "lat": (relativedates.recently, relativedates.within),
    "rec": (relativedates.recently, relativedates.several),
    "ove": (relativedates.overnight,),
    "wee": (relativedates.weekend,),
    "ago": (relativedates.ago,),
}
"""By the first three letters."""
_OF_DIGITS: tuple[Rule, ...] = (decade, calendar)

_STARTS = WordStarts(
    words=[
        *(
            "last",
            "past",
            "previous",
            "previously",
            "preceding",
            "within",
            "this",
            "next",
            "coming",
            "recent",
            "recently",
            "lately",
        ),
        *("early", "earlier", "late", "later", "beginning", "start", "end", "middle", "course", "rest", "weekend"),
        *("yesterday", "today", "tonight", "tomorrow", "overnight", *SEASONS, "ago", *relativedates.OF_MORNING),
    ],
    stems=[
        *(form for month in MONTHS for form in (month[:3].title(), month[:3].upper())),
        *(form for name in WEEKDAYS for form in (name.title(), name.upper())),
    ],
)
