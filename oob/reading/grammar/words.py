"""The words of a sentence, each with its tag: what it may be wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from oob.reading.expressions.dates import TimeMention
from oob.reading.expressions.quantities import Quantity
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.citations import without_citations
from oob.reading.grammar.lexicon import FORMS, FRAMES, TAGS, Form
from oob.reading.grammar.syntax import Item

_TOKEN: Final = re.compile(r"(?:by|and|of|the|in|to|for)(?=[A-Z][a-z])|[^\W_]+(?:['’.&][^\W_]+)*|[^\w\s]")
_INITIALS: Final = re.compile(r"[A-Z](?:\.[A-Z])*")
_STATES: Final = frozenset({"u.s", "u.k", "u.n", "u.a.e", "u.s.s.r", "e.u"})
_QUOTES: Final = frozenset('"“”„«»')
_HYPHENS: Final = frozenset("-‐‑")


def items(text: str, start: int, end: int, spans: Sequence[Mention | Quantity | TimeMention]) -> list[Item]:
    """The items of a sentence that runs from `start` to `end`; spans are sorted and do not overlap."""
    out: list[Item] = []
    ahead = iter(spans)
    span = next(ahead, None)
    reach = span.start if span is not None else end
    stop = start
    for word in _TOKEN.findall(text, start, end):
        at = text.find(word, stop)  # nothing but blanks can stand between words
        stop = at + len(word)
        if at >= reach:
            while span is not None and at >= span.end:
                span = next(ahead, None)
            reach = span.start if span is not None else end
            if span is not None and at >= reach:
                if not out or out[-1].start != reach:
                    out.append(_item_of(span, text))
                continue
        if word == "." and out and out[-1].end == at:
            named = _INITIALS.fullmatch(text, out[-1].start, at) is not None and out[-1].word not in _STATES
            if named and stop < end:
                out[-1].end = stop  # J.J. Odongo
                continue
            if out[-1].word in _ABBREVIATED:
                continue
        tag, lower, form, capital = _word(word)
        out.append(Item(tag, lower, at, stop, form, capital))
    if text.find("-", start, end) >= 0:
        out = _with_joined_particles(out)
    if text.find("(", start, end) >= 0:
        out = without_citations(_without_short_forms(out))
    return _without_scare_quotes(out)


_JOINED: Final = frozenset({"out", "down", "up", "off", "over"})


def _with_joined_particles(row: list[Item]) -> list[Item]:
    """A participle and its particle are one word: burnt-out tanks, the shot-down jet."""
    kept: list[Item] = []
    i = 0
    while i < len(row):
        item, i = row[i], i + 1
        done = item.form is not None and item.tag == "V" and item.form.form in ("pp", "pastpp")
        if done and i + 1 < len(row) and row[i].start == item.end and row[i].tag == "-":
            particle = row[i + 1]
            if particle.word in _JOINED and particle.start == row[i].end and item.form is not None:
                verb = f"{item.form.verb} {particle.word}"
                form = Form(verb if verb in FRAMES else item.form.verb, "pp")
                kept.append(Item("V", f"{item.word}-{particle.word}", item.start, particle.end, form, item.capital))
                i += 2
                continue
        kept.append(item)
    return kept


def _without_short_forms(row: list[Item]) -> list[Item]:
    """A short form in brackets in the midst of a phrase: Rwanda Defence Force (RDF) soldiers."""
    kept: list[Item] = []
    i = 0
    while i < len(row):
        short = row[i : i + 3]
        inside = len(short) == 3 and short[0].word == "(" and short[2].word == ")" and short[1].tag in ("E", "N")
        ahead = row[i + 3].tag if inside and i + 3 < len(row) else ""
        if inside and kept and kept[-1].tag == "E" and ahead in ("S", "N") and short[1].capital:
            i += 3
            continue
        kept.append(row[i])
        i += 1
    return kept


_ABBREVIATED: Final = lexicon.bag("gen col lt maj mr mrs ms dr sgt brig capt adm cmdr prof sen rep st no approx")


def _without_scare_quotes(row: list[Item]) -> list[Item]:
    """The press quotes single words inside a phrase: sends 12 "camouflaged" jets. Such marks end no phrase."""
    marks = [i for i, item in enumerate(row) if item.tag == '"']
    if len(marks) < 2:
        return row
    dropped = set()
    for i, j in pairwise(marks):
        if 1 < j - i <= 4 and i not in dropped and not any(row[k].tag in ",.;:" for k in range(i + 1, j)):
            dropped |= {i, j}
    return [item for i, item in enumerate(row) if i not in dropped]


def _item_of(span: Mention | Quantity | TimeMention, text: str) -> Item:
    word = text[span.start : span.end]
    if isinstance(span, Mention) and (
        word in TAGS or (word == "IS" and text[span.start - 2 : span.start].strip().isupper())
    ):
        return Item(TAGS[word.lower()], word.lower(), span.start, span.end)  # THE WAR IS OVER: no Islamic State
    if isinstance(span, Mention):
        if text[span.end : span.end + 2] in ("'s", "’s"):
            word += "'s"
        elif word.endswith("s") and text[span.end : span.end + 1] in ("'", "’"):
            word += "'"
        is_system = span.meanings[0][0] == "system"
        return Item("S" if is_system else "E", word, span.start, span.end, mention=span, capital=True)
    if isinstance(span, Quantity):
        return Item("Q" if not span.unit else "U", word, span.start, span.end, quantity=span)
    genitive = "'s" if text.startswith(("'s", "’s"), span.end) else ""
    return Item("T", word + genitive, span.start, span.end, time=span)


def is_genitive(word: str) -> bool:
    """Whether a word is in the genitive: Monday's, the rebels'."""
    return word.endswith(("'s", "’s", "s'", "s’"))


@lru_cache(50_000)
def _word(word: str) -> tuple[str, str, Form | None, bool]:
    """The tag of a word, its lower form, its form as a verb, and whether it has a capital."""
    lower = word.lower()
    tag = TAGS.get(lower)
    if tag is None:
        if word in _QUOTES:
            tag = '"'
        elif word in _HYPHENS:
            tag = "-"
        elif not word[0].isalnum():
            tag = {"[": "(", "]": ")"}.get(word, word[0])
        elif (form := FORMS.get(lower)) is not None:
            return "V", lower, form, word[0].isupper()
        elif lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS and word not in _PAPERS:
            tag = "B"
        elif (form := _by_ending(lower, word)) is not None:
            return "V", lower, form, word[0].isupper()
        else:
            tag = "N"
    elif tag == "H":
        return "H", lower, FORMS[lower], False
    return tag, lower, None, word[0].isupper()


_NOT_ADVERBS: Final = lexicon.bag("assembly family monopoly anomaly daily weekly monthly yearly quarterly")
_PAPERS: Final = lexicon.bag("Daily Weekly Monthly")
"""Words in the names of papers."""

_NOT_VERBS: Final = lexicon.bag(
    "sanctions hundred hundreds red bed shed need indeed speed breed seed feed weed greed bleed united armed"
    " sacred naked wicked rugged"
    " morning evening nothing something anything everything king ring wing spring string thing during"
    " building buildings ceiling"
    " sterling beijing briefing meeting hearing warning ongoing upcoming outgoing incoming"
    " neighbouring neighboring leading"
    " remaining fighting training missing surviving opposing outstanding being bombing shelling"
    " funding housing existing"
    " armored armoured displaced wounded alleged suspected wrecked repeated limited advanced tracked wheeled mechanised"
    " mechanized motorised motorized uniformed masked detailed dedicated unidentified undisclosed unspecified"
    " clothing surrounding following including according concerning regarding pending unmanned"
    " so-called aging ageing visiting"
)


def _by_ending(lower: str, word: str) -> Form | None:
    """A verb that the lexicon lacks, by its ending."""
    if (
        len(lower) < 5
        or lower in _NOT_VERBS
        or lower.startswith("un")
        or word[0].isupper()
        or not lower.isascii()
        or not lower.isalpha()
    ):
        return None
    if lower.endswith("ed"):
        return Form(lower, "pastpp")
    return Form(lower, "ing") if lower.endswith("ing") else None
