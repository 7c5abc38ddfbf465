"""Words grouped into noun phrases and verb groups.

No parser with a model: closed classes of words, the verbs of the lexicon, and the order of English. What it does not
know stays a plain noun, so that a phrase is rather too long than lost.
"""

from __future__ import annotations

from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.noun_phrases import take_noun
from oob.reading.grammar.settling import settle
from oob.reading.grammar.syntax import Item, Noun, Phrase
from oob.reading.grammar.verb_groups import SHORT, take_verb, verb_follows


def phrases(row: list[Item]) -> list[Phrase]:
    """The items grouped: noun phrases, verb groups, and whatever stands between them."""
    settle(row)
    _part_asides(row)
    _name_what(row)
    row = [item for item in row if item.tag != "skip"]
    out: list[Phrase] = []
    i, size = 0, len(row)
    while i < size:
        item = row[i]
        tag = item.tag
        if _leads_on(row, i, out):
            i += 1
        elif tag in _OPENS_NOUN or (tag == "X" and item.word == "no"):
            i = take_noun(row, i, out)
        elif tag in _OPENS_VERB or (tag == "I" and item.word == "to" and _leads_to_base(row, i + 1)):
            i = take_verb(row, i, out)
        else:
            out.append(item)
            i += 1
    return out


def _leads_on(row: list[Item], i: int, out: list[Phrase]) -> bool:
    """Whether an adjective after a noun does no more than tie what follows to it: fighters loyal to Haftar."""
    if row[i].word not in _TYING or i + 1 >= len(row) or row[i + 1].word not in ("to", "with"):
        return False
    return bool(out) and isinstance(out[-1], Noun) and out[-1].end + 1 == row[i].start


_TYING: Final = frozenset({"loyal", "faithful"})


def _part_asides(row: list[Item]) -> None:
    """Moves who says so out of a verb group: two jets were, it appears, destroyed; had, he said, been left behind."""
    for i, item in enumerate(row[:-4]):
        if item.tag not in _HELPS or row[i + 1].tag != ",":
            continue
        close = next((j for j in range(i + 3, min(i + 3 + SHORT, len(row))) if row[j].tag == ","), 0)
        aside = row[i + 1 : close + 1]
        verbs = [each.form.verb for each in aside if each.tag == "V" and each.form is not None]
        if not verbs or not verb_follows(row, close + 1):
            continue
        if verbs[-1] in _SEEMING:
            for each in aside:
                each.tag = "skip"
        elif verbs[-1] in lexicon.SPEECH or aside[1].word == "according":
            row[i : close + 1] = [*aside, item]
        item.start = item.end = row[close + 1].start


def _name_what(row: list[Item]) -> None:
    """Leaves of "what appeared to be a drone", "what is thought to have been a missile" only the thing."""
    for i, item in enumerate(row):
        if item.word != "what":
            continue
        at = i + 1
        while at < len(row) and row[at].tag in "ABH":
            at += 1
        form = row[at].form if at < len(row) else None
        helped = at > i + 1 and any(each.tag in "AH" for each in row[i + 1 : at])
        if form is None or form.verb not in (_THOUGHT if helped else _SEEMING):
            continue
        end = at + 1
        while end < len(row) and row[end].word in _TO_BE:
            end += 1
        if end > at + 2:
            for each in row[i:end]:
                each.tag = "skip"


_TO_BE: Final = frozenset({"to", "be", "have", "been"})
_THOUGHT: Final = lexicon.bag("believe think suspect understand assume presume say report allege claim")
_HELPS: Final = frozenset("AHM")
_SEEMING: Final = ("appear", "seem")
_OPENS_NOUN: Final = frozenset("DNSEQUJOT")
_OPENS_VERB: Final = frozenset({"V", "A", "M", "H", "O2"})


def _leads_to_base(row: list[Item], i: int) -> bool:
    while i < len(row) and row[i].tag == "B":
        i += 1
    if i >= len(row):
        return False
    item = row[i]
    return (item.tag == "V" and item.form is not None and item.form.form == "base") or item.word in ("be", "have")
