"""Number expressions in running English text: how many of what follows, or what else a number says.

A wording is as long as `oob.count` can read: "no fewer than two dozen", "“at least” 14", "3,500 to 3,800". `a` and `an`
alone are no quantities. Numbers in names of systems (T-72, S-300, MiG-29) are none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from oob.count import AFTER, BEFORE, UNSTATED, Count, parse
from oob.reading.expressions.measures import measured
from oob.reading.expressions.wordstarts import WordStarts
from oob.reading.expressions.writtendates import MONTH, MONTHS, YEAR, compiled, is_year


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression: where it stands, its count, its wording, and what it measures.

    `unit` is blank where it says how many of what follows, else one of `measures.UNITS`; the count is then the bare
    number, not stated where that is not whole.
    """

    start: int
    end: int
    count: Count
    text: str
    unit: str


# The words of numbers

_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALES = "dozen|score|hundred|thousand|million"
_MANY = "dozens|scores|hundreds|thousands|millions|tens"
_WORD = rf"(?!one-(?:time|off|sided|way)\b)(?:{_ONES}|{_TENS}|{_SCALES})\b"
_SPELLED = rf"{_WORD}(?:(?:-|~(?:and~)?){_WORD}){{0,9}}"
_DIGITS = (
    r"(?:[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,3}|(?:\.[0-9]{3}){1,3}"
    r"|(?:[ \u00a0\u202f'][0-9]{3}){1,3}(?![ -]?(?:mm|kg|lb)))|[0-9]{1,12}(?:\.[0-9]{1,6})?)(?![0-9]|[.,][0-9])"
)
_NUMERAL = rf"{_DIGITS}(?:k\b|(?:~|-)(?:{_SCALES}|dozens|billion)\b)?"
_OF_SCALE = rf"(?:~of)?(?:~|-)(?:{_SCALES}|{_MANY})\b"
_VAGUE = rf"(?:(?:several|few|couple|pair|handful|many|{_MANY})(?:{_OF_SCALE})?|multiple|single|both)\b"
_HALF_DOZEN = r"half(?:~an?~|-a-|-|~)dozen\b"
_NUMBER = rf"(?:{_NUMERAL}|(?:a~)?(?:{_HALF_DOZEN}|{_SPELLED}|{_VAGUE}))"
_JOINT = r"(?:~(?:to|or)~|-(?:to|or)-|[ \u00a0]?[-\u2010-\u2015\u2212][ \u00a0]?)"
_TAILS = "|".join(tail.strip().replace(" ", "~") for tails in AFTER.values() for tail in tails if tail != "+")
_QUOTE = "[\"'`“”‘’„«»]"
_EXPRESSION = compiled(
    rf"({_NUMBER})(?:{_JOINT}({_NUMBER}))?({_QUOTE}?~(?:{_TAILS})\b|[ \u00a0]?\+(?![0-9]))?",
    re.IGNORECASE,
)
_BETWEEN = compiled(rf"({_NUMBER})(?:~(?:and|to)~|-)({_NUMBER})", re.IGNORECASE)
_LONGEST_FIRST = sorted((hedge for hedges in BEFORE.values() for hedge in hedges), key=len, reverse=True)
_HEDGE = "|".join(hedge.replace(".", r"\.").replace(" ", "~") for hedge in _LONGEST_FIRST)
_BEFORE = compiled(
    rf"(?<![\w-])(?:{_QUOTE}?(?P<hedge>(?:{_HEDGE}){_QUOTE}?~)(?:(?:up~to|about|around|some|nearly|almost|roughly)~)?"
    rf"{_QUOTE}?(?:an?~)?{_QUOTE}?|(?P<range>between~|from~){_QUOTE}?(?:an?~)?|an?~)$|[<>≤≥≈]=?[ \u00a0]?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(_QUOTE)
_LAST_BEFORE = ("a", "an", "between", "from", "some", *{hedge.split()[-1] for hedge in _LONGEST_FIRST}, *"<>≤≥≈=")
"""How what bounds a number may end: its last word, or a sign."""

_STARTS = WordStarts(
    words=[
        *(word for words in (_ONES, _TENS, _SCALES, _MANY) for word in words.split("|")),
        *("several", "few", "couple", "pair", "handful", "half", "multiple", "both", "many", "numerous", "countless"),
        *("number", "numbers", "quantity", "quantities", "amount", "amounts", "quarter", "third", "single", "first"),
        *("second", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    ]
)


_TAKES_OVER = re.compile(
    r"\b(?:hand|turn|pass|sign|bring|brought|t[ao]k(?:e|en|ing)|took)(?:s|ed|ing)? $", re.IGNORECASE
)


def find(text: str) -> list[Quantity]:
    """All number expressions of a text, in order, none within another."""
    found: list[Quantity] = []
    floor = 0
    for at in _STARTS.find(text):
        if at < floor:
            continue
        quantity = _digits(text, at, floor) if text[at].isdigit() else _words(text, at, floor)
        if (
            quantity
            and quantity.text[:5].casefold() == "over "
            and _TAKES_OVER.search(text, max(0, quantity.start - 10), quantity.start)
        ):
            start = quantity.start + 5  # handed over 14 tanks: the word belongs to the verb
            quantity = _digits(text, start, start) if text[start].isdigit() else _words(text, start, start)
        if quantity:
            found.append(quantity)
            floor = quantity.end
    return found


# Digits, which may be many things besides a count

_IN_NAME = re.compile(r"(?:[^\W\d_]|_|[^\W\d_][-/.’']|[0-9][-./,:–])$")
_YEARS = re.compile(rf"({YEAR})(?:[-–/](?:{YEAR}|[0-9]{{2}}\b))?")
_SEASON_BEFORE = compiled("(?:spring|summer|autumn|fall|winter)~(?:of~)?$")
_CHAIN = re.compile(
    r"[0-9]{1,12}(?:[/:][0-9]{1,12})+(?![0-9])|[0-9]{1,4}(?:[-.][0-9]{1,4}){2}(?![0-9])|0[0-9]+(?![.,][0-9])"
)
_DECADE = re.compile(r"[0-9]{2,4}['’]?s\b")
_ORDINAL = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})?(?:st|nd|rd|th)\b")
_WHOLE = re.compile("[0-9]{1,12}(?![0-9]|[.,][0-9])")
_SCORE = re.compile("[0-9]{1,12}[-–][0-9]{1,12}(?![0-9])")
_DECIMAL = re.compile(r"[0-9]{1,12}[.,][0-9]{1,12}")
_MONTH_AFTER = compiled(
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?:(?:~(?:to|and|or)~|,~(?:and~)?|[-–])[0-9]{{1,2}}(?:st|nd|rd|th)?){{0,6}}"
    rf"(?:~of)?(?:~|-)(?:the~)?{MONTH}"
)
_MONTH_STEMS = frozenset(month[:3] for month in MONTHS)
_MONTH_BEFORE = compiled(rf"\b{MONTH}~(?:the~)?(?:[0-9]{{1,2}}(?:~(?:to|and)~|[-–]))?$")
_MONTH_BEFORE_YEAR = compiled(rf"\b{MONTH}(?:~(?:of~)?|,~|-|~[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[-–][0-9]{{1,2}})?,?~)$")


def _digits(text: str, at: int, floor: int) -> Quantity | None:
    """A number in digits: a date, a year, an ordinal, part of a name, or a count."""
    before = text[max(0, at - 40) : at]
    near_month = _near_month(before)
    year = _YEARS.match(text, at)
    if year and (
        is_year(text, year.end(), int(year[1]), before)
        or (near_month and _MONTH_BEFORE_YEAR.search(before))
        or _SEASON_BEFORE.search(before[-12:])
    ):
        return _other(text, at, year.end(), "year")
    if _IN_NAME.search(before[-3:]):
        return None
    chain = _CHAIN.match(text, at)
    if chain and not _grouped(chain[0]):
        return _other(text, at, chain.end(), _kind_of_chain(chain[0]))
    for pattern, unit in ((_DECADE, "year"), (_MONTH_AFTER, "date"), (_ORDINAL, "ordinal")):
        found = pattern.match(text, at)
        if found:
            end = found.end() if unit != "date" else at + len(re.split("[^0-9a-z]", text[at : at + 4])[0])
            return _other(text, at, end, unit)
    whole = _WHOLE.match(text, at)
    if whole and len(whole[0]) <= 2 and near_month and _MONTH_BEFORE.search(before):
        return _other(text, at, whole.end(), "date")
    if whole and _is_name(text, whole.end(), before):
        return _other(text, at, whole.end(), "designator")
    counted = _counted(text, at, floor)
    score = _SCORE.match(text, at)
    if score and counted and counted.end < score.end():
        return _other(text, at, score.end(), "designator")  # 12-0 runs backwards: it is no range
    decimal = None if counted else _DECIMAL.match(text, at)
    return _other(text, at, decimal.end(), "decimal") if decimal else counted


def _near_month(before: str) -> bool:
    """Whether one of the last words may be a month: a cheap look before a close one."""
    return any(word[:3].lower() in _MONTH_STEMS for word in before.split()[-3:])


def _kind_of_chain(chain: str) -> str:
    """What numbers are that are joined by points, hyphens, slashes or colons: 14:30, 2020-05-26, 9/11."""
    if re.fullmatch("[0-2]?[0-9]:[0-5][0-9]", chain):
        return "time"
    return "date" if re.fullmatch(r"[0-9]{1,4}([-./])[0-9]{1,2}\1[0-9]{1,4}", chain) else "designator"


def _grouped(chain: str) -> bool:
    """Whether points stand between thousands."""
    return re.fullmatch(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+", chain) is not None


def _other(text: str, start: int, end: int, unit: str) -> Quantity:
    return Quantity(start, end, UNSTATED, text[start:end], unit)


_NUMBERED = frozenset(
    [
        *("resolution", "resolutions", "unscr", "section", "sections", "article", "articles", "chapter", "chapters"),
        *("paragraph", "paragraphs", "page", "pages", "no", "number", "flight", "flights", "route", "routes"),
        *("highway", "highways", "phase", "block", "unit", "area", "zone", "level", "type", "mk", "mark", "camp"),
        *("room", "figure", "table", "version", "channel", "brigade", "battalion", "regiment", "division"),
        *("squadron", "force", "project", "class", "series", "point", "annex", "plate", "serial", "p", "pp"),
        *("version", "ward", "district", "grid"),
    ]
)
_CAPITALISED = re.compile(r"\b([A-Z][A-Za-z]*)[ \u00a0]$")
_ORDINARY = frozenset(
    [
        *("A", "Aboard", "About", "Above", "After", "All", "Almost", "Also", "An", "And", "Another", "Approximately"),
        *("Around", "As", "At", "Back", "Before", "Below", "Between", "But", "By", "Circa", "Each", "Even", "Every"),
        *("Exactly", "Fewer", "For", "From", "He", "Her", "His", "How", "However", "I", "If", "In", "Including"),
        *("Is", "It", "Its", "Just", "Last", "Least", "Less", "More", "Most", "Nearly", "Next", "No", "Not", "Of"),
        *("On", "Once", "Only", "Or", "Other", "Our", "Over", "Roughly", "She", "Since", "So", "Some", "Than"),
        *("That", "The", "Their", "Them", "Then", "There", "These", "They", "This", "Those", "Through", "To"),
        *("Under", "Until", "Up", "Upwards", "We", "When", "Where", "Which", "While", "With", "Within", "You"),
    ]
)
_COUNTS = compiled(r"(?:~|-|[ \u00a0]?%)[\w“\"'‘$%]|[ \u00a0]?[%+°]|[a-z]|[ \u00a0]?[-–][ \u00a0]?[0-9]")


def _is_name(text: str, end: int, before: str) -> bool:
    """Whether a number belongs to the name before it: Resolution 1970, Zone 5."""
    last = before.split()[-1:] if before[-1:].isspace() else []
    if last and last[0].lower().rstrip(".") in _NUMBERED:
        return True
    name = _CAPITALISED.search(before)
    return bool(name) and name[1] not in _ORDINARY and not _COUNTS.match(text, end) if name else False


# Counts and measures, in digits or words

_PRONOUN = compiled(
    r"one(?:~(?:another|day|side|hand|time|thing|who|which|that|and~the~other)\b|['’]s\b|-(?:time|off|sided|way)\b|[.,;:!?)])",
    re.IGNORECASE,
)
_PRONOUN_BEFORE = compiled(
    r"\b(?:no|the|this|another|any|every|each|which|earlier|latest|new|first|only|big|good|former|latter)(?:~|-)$",
    re.IGNORECASE,
)
_THAT_BEFORE = compiled(r"\bthat~$", re.IGNORECASE)
_ONE_ALONE = compiled(r"one~(?:was|is|had|has|were|will|would|could|may|might|did)\b")
_BOTH = compiled(r"both~(?:of~the~)?(?!sides\b)[a-z]+s\b", re.IGNORECASE)
_ARTICLE = compiled("an?~", re.IGNORECASE)


def _counted(text: str, at: int, floor: int) -> Quantity | None:
    """The longest wording around a number that can be read, and what it measures."""
    for start, end in _spans(text, at, floor):
        count = _read(text[start:end])
        unit, measure_start, measure_end = measured(text, at, end)
        if count and not unit:
            return Quantity(start, end, count, text[start:end], "")
        if unit and (count or text[at].isdigit()):
            first = max(floor, min(start, measure_start))
            return Quantity(first, measure_end, count or UNSTATED, text[first:measure_end], unit)
    return None


def _spans(text: str, at: int, floor: int) -> Iterator[tuple[int, int]]:
    """Where the wording may start and end, the longest first."""
    words = text[max(floor, at - 60) : at]
    before = _BEFORE.search(words) if _may_bound(words) else None
    starts = [at]
    if before and before["range"]:
        found = _BETWEEN.match(text, at)
        if found:
            yield at - len(before[0]), found.end()
    elif before and not (text[at].isdigit() and _ARTICLE.fullmatch(before[0])):
        hedge = len(before["hedge"] or "")
        starts = sorted({at - len(before[0]), at - len(before[0]) + hedge, at})
    found = _EXPRESSION.match(text, at)
    if not found:
        return
    for end in sorted({found.end(), found.end(2), found.end(1)} - {-1}, reverse=True):
        for start in starts:
            loose = text[start] in _QUOTE and not _QUOTED.search(text, start + 1, end)
            yield start + loose, end


def _may_bound(words: str) -> bool:
    """Whether words before a number may bound it: a cheap look before a close one."""
    return words.rstrip(" \u00a0\u202f\t\n\"'`“”‘’„«»").lower().endswith(_LAST_BEFORE)


@lru_cache(4096)
def _read(wording: str) -> Count | None:
    try:
        return parse(wording)
    except ValueError:
        return None


# Words

_FRACTION = compiled(
    rf"(?:(?:one|two|three|four|five|a)(?:~|-)(?:half|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths)|half"
    rf"|(?:a~)?quarter(?=~of\b)|third(?=~of~(?:the|its|all|his|their)\b)|(?:{_ONES})~in~(?:two|three|four|five|six|ten|[0-9]{{1,3}}))\b",
    re.IGNORECASE,
)
_NO_FRACTION = compiled(rf"{_HALF_DOZEN}|half-(?!of)", re.IGNORECASE)
_RANK = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b", re.IGNORECASE
)
_UNKNOWN = compiled(
    r"(?:many|numerous|countless|few|(?:numbers?|quantity|quantities|amounts?)(?=~of\b))\b", re.IGNORECASE
)
_KIND = compiled(
    r"(?:\b(?:an?|the)~)?(?:“|\")?(?:\b(?!an?~|the~|in~)(?:[a-z]{2,15}ly~)?[a-z]{4,15}(?:”|\")?~)?$", re.IGNORECASE
)
_COUNTED_MANY = compiled(rf"(?:few|many){_OF_SCALE}", re.IGNORECASE)
_NOT_MANY = compiled(r"\b(?:as|how|so|too|that)~$", re.IGNORECASE)
_A = compiled(r"\ba~$", re.IGNORECASE)
_FEW = compiled(r"\b(?:a|last|past|next|first|coming|these|those|the)~$", re.IGNORECASE)


def _words(text: str, at: int, floor: int) -> Quantity | None:
    """A number in words, a fraction, an ordinal, or a word that says how little is known."""
    if at and (text[at - 1].isalnum() or text[at - 1] in "_-"):
        return None
    fraction = _FRACTION.match(text, at)
    if fraction and not _NO_FRACTION.match(text, at):
        return _other(text, at, fraction.end(), "share")
    rank = _RANK.match(text, at)
    if rank:
        return _other(text, at, rank.end(), "ordinal")
    before = text[max(floor, at - 40) : at]
    unknown = _UNKNOWN.match(text, at)
    if unknown and not _COUNTED_MANY.match(text, at):
        return _unknown(text, at, unknown, before) or _counted(text, at, floor)
    if text[at : at + 4].lower() == "both" and not _BOTH.match(text, at):
        return None
    if text[at : at + 6].lower() == "single" and not _A.search(before):
        return None
    if text[at : at + 3].lower() == "one" and _is_pronoun(text, at, before):
        return None
    return _counted(text, at, floor)


def _is_pronoun(text: str, at: int, before: str) -> bool:
    """Whether "one" counts nothing: "one another", "this one"; said "that one tank" was lost counts."""
    if _PRONOUN.match(text, at) or _PRONOUN_BEFORE.search(before):
        return True
    return bool(_THAT_BEFORE.search(before) and _ONE_ALONE.match(text, at))


def _unknown(text: str, at: int, found: re.Match[str], before: str) -> Quantity | None:
    """Many, few, a number of, an unknown number of; "a few" is a count."""
    word = found[0].lower()
    if word == "few" and _FEW.search(before):
        return None
    if word == "many" and _NOT_MANY.search(before):
        return None
    if word in ("many", "numerous", "countless", "few"):
        return _other(text, at, found.end(), "unknown")
    kind = _KIND.search(before)
    start = at - len(kind[0]) if kind else at
    return _other(text, start, found.end(), "unknown")
