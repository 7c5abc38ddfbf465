"""The Count value: the number words of a report, the range they mean, and how ranges combine.

`parse` reads the wording, `phrase` writes it for a table. `readings` finds where several reports
agree and where they do not. Counts are whole systems or persons.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

LONGEST = 100
"""Characters of the longest wording that is looked at."""

LARGEST = 10**9
"""No army has more of anything; a larger number is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many a claim says there are: at least `low`, at most `high` (None: open).

    `text` is the wording it came from and no part of equality. `approximate` marks "about": it is kept
    and shown, and does not widen the range. `stated` is False where the report gives no number.
    """

    low: int
    high: int | None
    text: str = field(default="", compare=False)
    approximate: bool = False
    stated: bool = True

    def __post_init__(self) -> None:
        if self.low < 0:
            raise ValueError(f"a count cannot be negative: {self.low}")
        if self.high is not None and self.high < self.low:
            raise ValueError(f"a range runs from the lower number to the higher: {self.low} to {self.high}")


UNSTATED = Count(1, None, stated=False)
"""One or more, number not stated."""

Range = tuple[int, int | None]

# fmt: off
_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}
# fmt: on
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6}

# The lexicon: what a word means as (low, high). A plural means two or more of its kind. Words multiply a
# following scale: several hundred 300+, a few dozen 36+, a couple of dozen 24, tens of thousands 20,000+.
WORDS: dict[str, Range] = {
    **{word: (number, number) for word, number in (_UNITS | _TENS | _SCALES).items()},
    "none": (0, 0),
    "a": (1, 1),
    "an": (1, 1),
    "single": (1, 1),
    "both": (2, 2),
    "couple": (2, 2),
    "pair": (2, 2),
    "half dozen": (6, 6),
    "half a dozen": (6, 6),
    "multiple": (2, None),
    "a few": (3, None),  # "few" alone says how little it is, not how many
    "several": (3, None),
    "handful": (3, None),  # dictionaries agree on "a small number", so no upper end
    "tens": (20, None),
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2000, None),
    "millions": (2 * 10**6, None),
}
_VAGUE = frozenset(word for word, (_, high) in WORDS.items() if high is None)
_MULTIPLIERS = _VAGUE | {"couple", "dozen"}
_AFTER_ARTICLE = frozenset(_SCALES) | {"single", "couple", "pair", "handful", "half"}

# What stands before or after a number, by what it makes of the number.
BEFORE = {
    "at least": [
        *("at least", "no fewer than", "no less than", "not fewer than", "not less than", "as few as"),
        *("a minimum of", "minimum of"),
    ],
    "more": [
        *("more than", "over", "well over", "just over", "above", "well above", "in excess of"),
        *("upwards of", "upward of"),
    ],
    "at most": [
        *("up to", "at most", "no more than", "not more than", "a maximum of", "maximum of", "as many as"),
        "as lots of as",  # one report, garbled by a machine, for "as many as"
    ],
    "fewer": ["fewer than", "less than", "under", "below"],
    "about": [
        *("about", "around", "some", "nearly", "almost", "approximately", "roughly", "circa", "c.", "ca."),
    ],
    "exactly": ["exactly", "only", "a total of"],
}
AFTER = {
    "at least": ["+", " plus", " or more", " at least"],
    "at most": [" or fewer", " or less", " at most"],
    "about": [" or so"],
}
_SIGNS = {">=": "at least ", "<=": "at most ", "≥": "at least ", "≤": "at most ", ">": "more than "}
_SIGNS |= {"<": "fewer than ", "~": "about ", "≈": "about "}

_QUOTES = re.compile("[\"`´“”„‟‘’‚‛«»‹›]|(?<![0-9])'|'(?![0-9])")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_GROUPED = re.compile(r"(?<![0-9,.'])[1-9][0-9]{0,2}([,. '])[0-9]{3}(?:\1[0-9]{3})*(?![,.']?[0-9])")
_DECIMAL = re.compile(r"(?<![0-9.,])([0-9]{1,6})(?:\.([0-9]{1,2}))?(?:-? ?(thousand|million)|k)\b")
_OF = re.compile(rf"\b(couple|pair|handful|dozen|score|{'|'.join(sorted(_VAGUE))}) of\b")
_BETWEEN_NUMBERS = re.compile(r" to | or |-")
_ACCEPTED = (
    "write a number (12, two dozen, 1,000), a bound (at least 14, more than 800, up to 2,500), a range "
    "(3,500 to 3,800), about 240, or a word such as several, dozens or hundreds; leave the count empty "
    "where the report gives no number"
)


@lru_cache(10_000)  # a catalogue says the same thing many times
def parse(text: str) -> Count:
    """The range that a report's wording means.

    Raises ValueError, with what would be accepted, for a wording that gives no whole number.
    """
    if len(text) > LONGEST:
        raise ValueError(f"a count of {len(text)} characters is no count: {_ACCEPTED}")
    clean = _cleaned(text)
    _refuse_known_slips(text, clean)
    found = _read(clean, may_bound=True)
    if found is None:
        raise ValueError(f"{text!r} cannot be read as a count: {_ACCEPTED}")
    low, high, approximate = found
    if max(low, high or 0) > LARGEST:
        raise ValueError(f"{text!r} is too large for a count: the most is {LARGEST:,}")
    if high is not None and high < low:
        raise ValueError(f"{text!r} leaves no number: a count is 0 or more")
    return Count(low, high, text.strip(), approximate)


def _cleaned(text: str) -> str:
    """The wording in one spelling: lower case, plain spaces and dashes, no quotes, no thousand separators."""
    clean = _DASHES.sub("-", " ".join(text.lower().split())).replace("’", "'")
    clean = _GROUPED.sub(lambda found: re.sub("[^0-9]", "", found[0]), clean)
    clean = _DECIMAL.sub(_written_out, _QUOTES.sub("", clean))
    for sign, words in _SIGNS.items():
        clean = clean.replace(sign, words)
    clean = re.sub("-(to|or)-", r" \1 ", clean).replace(" - ", " to ")
    return " ".join(_OF.sub(r"\1", clean).split())


def _written_out(found: re.Match[str]) -> str:
    """1.2 thousand and 3.5k in digits; 3 thousand as it is."""
    whole, decimals, scale = found.groups()
    if scale and not decimals:
        return found[0]
    return str(int(whole + (decimals or "").ljust(2, "0")) * (_SCALES[scale or "thousand"] // 100))


def _refuse_known_slips(text: str, clean: str) -> None:
    """Raise ValueError where it is plain what went wrong."""
    if not clean:
        raise ValueError(f"the count is blank: {_ACCEPTED}")
    if "%" in clean or "per cent" in clean or "percent" in clean:
        raise ValueError(f"{text!r} is a share, not a count: {_ACCEPTED}")
    if re.match("(?:-|minus )[0-9]", clean):
        raise ValueError(f"{text!r} is negative: a count is 0 or more")
    if re.search("[0-9][,.'][0-9]", clean):
        raise ValueError(f"{text!r} is no whole number: thousands go in threes, as in 1,000 or 1.000")


_Found = tuple[int, int | None, bool]


def _read(text: str, *, may_bound: bool) -> _Found | None:
    """(low, high, approximate) of a cleaned wording, or None. A bound holds no second bound."""
    for kind, wordings in BEFORE.items():
        for before in wordings:
            if text.startswith(before + " "):
                return _qualified(kind, text.removeprefix(before + " "), may_bound)
    for kind, wordings in AFTER.items():
        for after in wordings:
            if text.endswith(after):
                return _qualified(kind, text.removesuffix(after).rstrip(), may_bound)
    found = _number(text) or _span(text)
    return found and (*found, False)


def _qualified(kind: str, rest: str, may_bound: bool) -> _Found | None:
    """`rest` as the wording before or after it changes it."""
    if kind not in ("about", "exactly") and not may_bound:
        return None
    inner = _read(rest, may_bound=may_bound and kind == "about")
    if inner is None:
        return None
    low, high, approximate = inner
    match kind:
        case "at least":
            return low, None, approximate
        case "more":
            return low + 1, None, approximate
        case "at most":
            return 1 if high is None else min(1, high), high, approximate
        case "fewer":
            most = None if high is None else high - 1
            return 1 if most is None else min(1, max(0, most)), most, approximate
        case "about":
            return low, high, True
        case _:
            return inner


def _span(text: str) -> Range | None:
    """A range of two numbers: n to m, n-m, n or m, from n to m, between n and m."""
    text = text.removeprefix("from ")
    between = text.startswith("between ")
    for found in re.finditer(" and | to |-" if between else _BETWEEN_NUMBERS, text):
        first, second = text[: found.start()].removeprefix("between "), text[found.end() :]
        lower, upper = _number(first), _number(second)
        if lower and upper:
            times = _left_out(first, second)
            if lower[0] * times > upper[0]:
                raise ValueError(f"'{first} to {second}' runs backwards: write the lower number first")
            return lower[0] * times, upper[1]
    return None


def _left_out(first: str, second: str) -> int:
    """What the first number of a range leaves to the second: 1000 in "five to ten thousand", else 1."""
    before, words = first.replace("-", " ").split(), second.replace("-", " ").split()
    times = 1
    while words and words[-1] in _SCALES:
        times *= _SCALES[words.pop()]
    lower, core = _cardinal(before), _cardinal(words)
    bare = not _SCALES.keys() & {*before, *words}
    return times if bare and lower is not None and core is not None and lower < core else 1


def _number(text: str) -> Range | None:
    """A single number or number word with what multiplies it, or None."""
    words = text.replace("-", " ").split()
    if " ".join(words) in WORDS:
        return WORDS[" ".join(words)]
    if len(words) > 1 and words[0] in ("a", "an") and words[1] in _AFTER_ARTICLE:
        return _number(" ".join(words[1:]))
    exact = _cardinal(words)
    if exact is not None:
        return exact, exact
    if len(words) < 2:
        return None
    *head, last = words
    return _multiplied(" ".join(head), last)


def _multiplied(times: str, scale: str) -> Range | None:
    """Dozens and vague hundreds: two dozen, several hundred, tens of thousands."""
    if times in _VAGUE:
        scale = scale.removesuffix("s")
    exact = _cardinal(times.split())
    low, high = WORDS[times] if times in _MULTIPLIERS else (exact, exact)
    if low is None or scale not in _SCALES:
        return None
    return low * _SCALES[scale], None if high is None else high * _SCALES[scale]


def _cardinal(words: Sequence[str]) -> int | None:
    """The value of a number in digits or spelled out below a thousand million, or None."""
    for scale, most in (("million", 1000), ("thousand", 1000), ("hundred", 100)):
        if scale in words:
            at = words.index(scale)
            head, tail = words[:at], words[at + 1 :]
            times = _cardinal(head) if head else 1
            rest = _cardinal(tail[1:] if tail[0] == "and" else tail) if tail else 0
            if times is None or rest is None or not 0 < times < most or rest >= _SCALES[scale]:
                return None
            return times * _SCALES[scale] + rest
    if len(words) == 2 and words[0] in _TENS and 0 < _UNITS.get(words[1], 0) < 10:
        return _TENS[words[0]] + _UNITS[words[1]]
    if len(words) != 1:
        return None
    if re.fullmatch("0|[1-9][0-9]*", words[0]):
        return int(words[0])
    return (_UNITS | _TENS).get(words[0])


def phrase(count: Count) -> str:
    """The count for a table's cell: "12", "14+", "up to 2,500", "about 240", "200+ (hundreds)"."""
    if not count.stated:
        return "not stated"
    about = "about " if count.approximate else ""
    if count.high is None:
        wording = " ".join(_QUOTES.sub("", count.text).split())
        vague = any(re.search(rf"\b{word}\b", wording.lower()) for word in _VAGUE)
        return f"{about}{count.low:,}+" + (f" ({wording})" if vague else "")
    if count.low == count.high:
        return f"{about}{count.low:,}"
    if count.low == 1 and count.high > 2:
        return f"up to {about}{count.high:,}"
    return f"{about}{count.low:,}-{count.high:,}"


def phrase_readings(counts: Sequence[Count]) -> str:
    """Readings for a table's cell: "12 or 14+"."""
    return " or ".join(map(phrase, counts)) or "not stated"


def meets(a: Count, b: Count) -> bool:
    """Whether one number can satisfy both counts."""
    return max(a.low, b.low) <= min(_top(a), _top(b))


def common(a: Count, b: Count) -> Count:
    """The range that satisfies both, worded like the one that already says it. ValueError where none does."""
    if not meets(a, b):
        raise ValueError(f"{phrase(a)} and {phrase(b)} have no number in common")
    return _shared([a, b])


def readings(counts: Iterable[Count]) -> tuple[Count, ...]:
    """The largest groups of counts that pairwise overlap, each as its common range, lowest first.

    One reading is agreement. Readings never overlap: a group is complete where one of its ranges ends
    before the next begins. An unstated count takes part as one or more, and makes a reading of its own only
    where nothing else is stated. The order of the counts does not matter.
    """
    known = list(counts)
    opening = sorted({count.low for count in known})
    found = []
    for low, following in pairwise([*opening, None]):
        assert low is not None, "only the last has none following"
        group = [count for count in known if count.low <= low <= _top(count)]
        if following is None or min(map(_top, group)) < following:
            found.append(_shared(group))
    stated = tuple(count for count in found if count.stated)
    return stated or tuple(found)


def hull(counts: Iterable[Count]) -> Count:
    """The narrowest range around all counts: lowest low, highest high. ValueError where there are none."""
    known = list(counts)
    if not known:
        raise ValueError("no counts to take the lowest and highest of")
    return _worded(min(count.low for count in known), max(map(_top, known)), known)


def total(a: Count, b: Count) -> Count:
    """Both together. Unstated and unstated is two or more, still unstated; 12 and unstated is 13+."""
    high = None if a.high is None or b.high is None else a.high + b.high
    approximate = a.approximate or b.approximate
    return Count(a.low + b.low, high, approximate=approximate, stated=a.stated or b.stated)


def less(a: Count, b: Count) -> Count:
    """What is left of `a` after losing `b`, never under zero. Unstated where `a` is."""
    low = 0 if b.high is None else max(0, a.low - b.high)
    high = None if a.high is None else max(0, a.high - b.low)
    return Count(low, high, approximate=a.approximate or b.approximate, stated=a.stated)


def _top(count: Count) -> float:
    return float("inf") if count.high is None else count.high


def _shared(group: Sequence[Count]) -> Count:
    """The range common to a group whose members all overlap."""
    return _worded(max(count.low for count in group), min(map(_top, group)), group)


def _worded(low: int, top: float, members: Sequence[Count]) -> Count:
    """A range from `low` to `top`, with the wording of the best member that says just that, if any does."""
    stated = any(count.stated for count in members)
    same = [count for count in members if count.low == low and _top(count) == top]
    if same:
        best = min(same, key=_preference)
        return Count(low, best.high, best.text, best.approximate, stated)
    approximate = any(count.approximate for count in members)
    return Count(low, None if top == float("inf") else int(top), approximate=approximate, stated=stated)


def _preference(count: Count) -> tuple[bool, bool, bool, bool, str]:
    """Orders equal ranges, whatever order they came in: stated, exact, in numerals, then by the alphabet."""
    in_numerals = re.search("[0-9]", count.text) is not None
    return not count.stated, count.approximate, not in_numerals, not count.text, count.text
