"""One name as the press may spell it: every form to look for, and what each form asks of the letters' case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from oob.reading.gazetteer import homonyms
from oob.reading.gazetteer.folding import fold, is_latin, plain


class Spelling(NamedTuple):
    """One form of a name. Offsets count in `body`."""

    body: str
    """Folded, as in `Folded.folded`."""
    capitals: tuple[tuple[int, int], ...]
    """The stretches that must be in capitals."""
    gaps: tuple[tuple[int, str], ...]
    """Where the form has a space, and which characters besides those of `GAPS` may stand there, or `STOP`."""
    own: bool
    """Whether the name is written so, hyphens and case aside; a form of our making gives way to another's own."""


class _Token(NamedTuple):
    written: str
    folded: str
    before: str
    """What separates it from the token before, as written."""


STOP: Final = "\0"
"""In a form's gaps: a full stop, and nothing else, as in U.S."""
HYPHEN: Final = "\1"
"""Likewise: a hyphen, and nothing else."""
QUOTES: Final = "\"'(["
"""What a designation's nickname may open with: SA-22 "Greyhound"."""

_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_ARTICLE: Final = re.compile(r"(?:al|el|as|ash|ad|adh|an|ar|at|ath|az)")
_AIR_BASE: Final = re.compile(r" (?:air ?base|air ?field|military airport)$", re.IGNORECASE)
_ACRONYM: Final = 5
"""Letters: longer words in capitals are no word of prose by chance."""
_MANY: Final = 96
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "2": "ii", "3": "iii", "4": "iv"}

_ALIKE: Final = (
    ("armour", "armor"),
    ("defence", "defense"),
    ("manoeuvre", "maneuver"),
    ("centre", "center"),
    ("calibre", "caliber"),
    ("adviser", "advisor"),
    ("grey", "gray"),
    ("programme", "program"),
    ("organisation", "organization"),
    ("recognised", "recognized"),
    ("mechanised", "mechanized"),
    ("motorised", "motorized"),
    ("stabilisation", "stabilization"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("plough", "plow"),
    ("tyre", "tire"),
    ("metre", "meter"),
    ("aluminium", "aluminum"),
)
_ENGLISH: Final = tuple((a, b) for one, other in _ALIKE for a, b in ((one, other), (other, one)))


def spellings(name: str, kind: str) -> Iterator[Spelling]:
    """The forms of one name; none of a name without a letter."""
    tokens = _tokens(name)
    if not any(char.isalpha() for token in tokens for char in token.folded) or sum(map(len, _folded(tokens))) < 2:
        return
    yield from _forms(tokens, kind, own=True)
    for part in (*_bracketed(name, kind), *_base(name, kind), *_maker(tokens, kind)):
        yield from _forms(_tokens(part), kind, own=False)


def letters(name: str) -> frozenset[str]:
    """The letters outside ASCII that stay as they are when a name is folded."""
    if name.isascii():
        return frozenset()
    return frozenset(char.lower() for char in name if char.isalpha() and not (plain(char).isascii() and is_latin(char)))


def _folded(tokens: list[_Token]) -> list[str]:
    return [token.folded for token in tokens]


def _tokens(name: str) -> list[_Token]:
    """Runs of letters and runs of digits, with what stands between them."""
    made = fold(name, letters(name))
    tokens: list[_Token] = []
    last = 1
    for found in _TOKEN.finditer(made.shown):
        start, end = found.span()
        tokens.append(_Token(found[0], made.folded[start:end], made.shown[last:start] if tokens else ""))
        last = end
    return tokens


def _bracketed(name: str, kind: str) -> Iterator[str]:
    """`Pantsir-S1 (SA-22)` is known by either half; of other things only the first half is a name."""
    if name.endswith(")") and (at := name.find(" (")) > 0 and ")" not in name[:-1]:
        yield name[:at]
        inner = name[at + 2 : -1]
        if kind == "system" and any(char.isdigit() for char in inner) and inner[:1].isupper():
            yield inner


def _maker(tokens: list[_Token], kind: str) -> Iterator[str]:
    """`Sukhoi Su-24` is also Sukhoi 24."""
    if kind == "system" and len(tokens) > 2 and tokens[2].folded.isdigit():
        maker, short = tokens[0], tokens[1].folded
        if 1 < len(short) < len(maker.folded) and maker.folded.startswith(short):
            yield " ".join([maker.written, "".join([token.before + token.written for token in tokens[2:]]).strip("- ")])


def _base(name: str, kind: str) -> Iterator[str]:
    """`Al Jufra air base` is also Al Jufra airbase or airfield; Al Jufra alone where no town is called so."""
    found = _AIR_BASE.search(name) if kind == "place" else None
    if found is None:
        return
    bare = name[: found.start()]
    for other in ("air base", "airbase", "airfield", "military airfield", "military airport"):
        yield f"{bare} {other}"
    words = [word for word in re.split("[ -]", bare) if not _ARTICLE.fullmatch(word.lower())]
    if len(words) == 1 and words[0][0].isupper():
        yield bare


def _forms(tokens: list[_Token], kind: str, *, own: bool) -> Iterator[Spelling]:
    if not tokens:
        return
    digits = [token.folded.isdigit() for token in tokens]
    forms: list[_Form] = [("", (), (), own)]
    seeks_capital = kind != "system"
    for at, token in enumerate(tokens):
        beside = (at > 0 and digits[at - 1]) or (at + 1 < len(tokens) and digits[at + 1])
        words = _words(token, at > 0 and at == len(tokens) - 1, beside)
        if not beside and _is_acronym(token.written):
            capital, seeks_capital = len(token.folded), False
        elif seeks_capital and token.written[0].isupper():
            capital, seeks_capital = 1, False
        else:
            capital = 0
        gaps = _gaps(tokens, at, kind) if at else _NO_GAP
        grown = [
            _grown(form, between, more, word, capital, own and word == words[0])
            for form in forms
            for between, more in gaps
            for word in words
            if between or not at or word == words[0]
        ]
        # A very long name: as it is written, and no more.
        forms = grown if len(grown) <= _MANY else grown[:1]
    if len(tokens) > 3 and kind == "system":
        forms += list(_with_commas(forms[0]))
    if len(tokens) == 2 and digits[1]:
        forms = list(_careful(forms, sum(len(token.folded) for token in tokens), not tokens[1].before))
    seen = set()
    ending = _endings if kind == "system" else _articles
    for parts in forms:
        form = Spelling._make(parts)
        for made in (form, *ending(form, tokens)):
            if made not in seen:
                seen.add(made)
                yield made


def _with_commas(form: _Form) -> Iterator[_Form]:
    """A long name with a comma between its adjectives: mine-resistant, ambush-protected vehicle."""
    body, capitals, gaps, _ = form
    for at, more in gaps:
        if not more and body[at + 1 : at + 2].isalpha() and body[at - 1].isalpha():
            longer = _without(Spelling(body, capitals, gaps, False), at, at + 1, "  ")
            yield longer.body, longer.capitals, tuple((a, "," if a == at else b) for a, b in longer.gaps), False


def _careful(forms: list[_Form], length: int, joined: bool) -> Iterator[_Form]:
    """The forms of a short designator: "T 72" and "T72" are a tank, "t 72" is a slip of the pen, and F5 is a key."""
    for body, capitals, gaps, own in forms:
        if length > 3:
            yield body, capitals, gaps, own
            continue
        if gaps:
            yield body, capitals, ((gaps[0][0], HYPHEN),), own
        if length == 3 or (joined and not gaps):
            yield body, ((0, 1),), gaps, own


_Form = tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, str], ...], bool]


def _grown(form: _Form, between: str, more: str, word: str, capital: int, own: bool) -> _Form:
    """A form with one more word."""
    body, capitals, gaps, kept = form
    if gaps and gaps[-1] == (len(body) - 2, STOP):  # the stop that a dotted word ends with
        gaps = (*gaps, (len(body), STOP))
        body += " "
    if between == " ":
        gaps = (*gaps, (len(body), more))
    elif between:
        gaps = (*gaps, *[(len(body) + offset, more) for offset in range(len(between))])
    start = len(body) + len(between)
    if capital:
        capitals = (*capitals, (start, start + (1 if capital == 1 else len(word))))
        if " " in word:  # dotted: U.S.
            gaps = (*gaps, *[(start + offset, STOP) for offset, char in enumerate(word) if char == " "])
            own = True
    return body + between + word, capitals, gaps, kept and own


def _is_acronym(written: str) -> bool:
    return 2 <= len(written) <= _ACRONYM and written.isupper()


@lru_cache(20_000)
def _words(token: _Token, is_last: bool, beside_digit: bool) -> tuple[str, ...]:
    """The spellings of one word, the name's own first."""
    word = token.folded
    if _is_acronym(token.written) and not beside_digit:
        return (word, " ".join(word)) if len(word) <= 4 else (word,)
    found = [word]
    if len(word) > 3:
        found += [word.replace(one, other) for one, other in _ENGLISH if one in word][:1]
    if is_last and word in _ROMAN and (word.isdigit() or token.written.isupper()):
        found.append(_ROMAN[word])
    return tuple(found)


def _gaps(tokens: list[_Token], at: int, kind: str) -> tuple[tuple[str, str], ...]:
    """What may stand before a word: a space or nothing, and which other characters count as that space."""
    token, before = tokens[at], tokens[at - 1]
    between = token.before
    mixed = token.folded.isdigit() != before.folded.isdigit()
    if not between:
        # Il-76TD and Il-76 TD, TB2 and TB-2; but a lone letter within a designator stays where it is.
        lone = token if before.folded.isdigit() else before if at > 2 else None
        return _NO_GAP if lone and len(lone.folded) == 1 else _MAY_BE_GAP
    others = "".join([char for char in between if char not in " -\t\n"])
    if others:
        wide = (" " * len(between), others)
        return (wide,) if len(between) == 1 else (wide, (" ", others))
    if mixed:
        named = kind == "system" and before.folded.isdigit() and len(token.folded) > 2 and token.written[0].isupper()
        return _GAP_QUOTE if named else _GAP_OR_NOT
    if token.folded.isdigit() or not (kind == "system" or "-" in between):
        return _GAP
    return _GAP_OR_NOT if len(tokens) == 2 or before.folded in homonyms.PREFIXES else _GAP


_NO_GAP: Final = (("", ""),)
_GAP: Final = ((" ", ""),)
_MAY_BE_GAP: Final = (("", ""), (" ", ""))
_GAP_OR_NOT: Final = ((" ", ""), ("", ""))
_GAP_QUOTE: Final = ((" ", ""), ("  ", QUOTES))


def _endings(form: Spelling, tokens: list[_Token]) -> Iterator[Spelling]:
    """The plural where it is more than an ending, the singular of a name that is given in the plural."""
    last, body = tokens[-1], form.body
    if body[-1].isdigit():
        return
    if body.endswith("y") and len(body) > 3 and body[-2] not in "aeiou ":
        yield form._replace(body=body[:-1] + "ies")
    elif body.endswith("man") and last.written.islower():
        yield form._replace(body=body[:-2] + "en")
    elif body.endswith("s") and not body.endswith(("ss", "us", "is")):
        if last.written.islower():
            if (single := _singular(last.folded, len(tokens))) and body.endswith(last.folded):
                yield form._replace(body=body[: -len(last.folded)] + single, own=False)
        elif last.written.isupper() and len(last.written) > _ACRONYM:
            yield form._replace(body=body[:-1], own=False)  # one MANPAD
    for at, token in enumerate(tokens[:-1]):
        if tokens[at + 1].folded in homonyms.PREPOSITIONS and token.written.islower() and token.folded[-1] != "s":
            end = body.find(f"{token.folded} ") + len(token.folded)
            if end >= len(token.folded):
                yield _without(form, end, end, "s")
            break


def _articles(form: Spelling, tokens: list[_Token]) -> Iterator[Spelling]:
    """The forms of a name with its Arabic articles left out, or written otherwise: Brak al-Shati, Brak ash-Shati."""
    first = tokens[0]
    if first.written == "The" and len(tokens) > 2:
        yield _without(form, 0, 4)
        return
    for at, token in enumerate(tokens[:-1]):
        if not _ARTICLE.fullmatch(token.folded) or (at == 0 and len(tokens[1].folded) < 3):
            continue
        if tokens[at + 1].folded.isdigit() or tokens[at + 1].before not in (" ", "-"):
            continue
        start = 0 if at == 0 else form.body.find(f" {token.folded} ") + 1
        if at and not start:
            continue
        end = start + len(token.folded) + 1
        if form.body[start:end] != f"{token.folded} ":
            continue
        yield _without(form, start, end)
        if at:
            for other in ("al", "el"):
                if other != token.folded:
                    yield _without(form, start, end, other + " ")


def _without(form: Spelling, start: int, end: int, instead: str = "") -> Spelling:
    """A form with a stretch of it replaced, by nothing or by a word."""
    shift = len(instead) - (end - start)
    capitals = tuple((a + shift, b + shift) if a >= end else (a, b) for a, b in form.capitals if a >= end or b <= start)
    if not capitals and not instead and form.body[end : end + 1].isalpha():
        capitals = ((start, start + 1),)
    gaps = tuple((at + shift if at >= end else at, more) for at, more in form.gaps if at >= end or at < start)
    gaps = (*gaps, *((start + offset, "") for offset, char in enumerate(instead) if char == " "))
    return Spelling(form.body[:start] + instead + form.body[end:], capitals, gaps, False)


def _singular(word: str, tokens: int) -> str:
    """The singular of the last word of a name; blank where the word is not the plural of what it looks like."""
    if word in homonyms.PLURAL_ONLY:
        return ""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if tokens > 1 or word.endswith(("ers", "ors", "ists")) else ""
