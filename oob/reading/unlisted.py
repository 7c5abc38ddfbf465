"""Places that the catalogue does not list, told by the words around their names: "near Deir Samet".

A war is fought over villages that no catalogue has all of. Such a place is proposed under the name that the text gives
it, and the draft brings its entry, so that a reader has only to agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from oob.names import normal
from oob.reading.gazetteer import Mention
from oob.reading.gazetteer.senses import KINDS
from oob.reading.grammar.lexicon import bag

Line = tuple[str, Sequence[Mention]]

_ARTICLE: Final = r"(?:(?:[Aa]l|[Ee]l|[Aa][dnrstz]|[Aa]sh)[- ])"
_WORD: Final = r"[A-Z\u00c0-\u017f]\w*(?:[-'’](?!s\b)\w+)*"
_NAME: Final = rf"({_ARTICLE}?{_WORD}(?: (?:{_ARTICLE}|de |du |bin )?{_WORD}){{0,2}})"
_SITE: Final = (
    "(?:(?:military |international |naval |air ?)?(?:base|airfield|airport)|airstrip|camp|checkpoint|crossing|port"
    "|refinery|training ground)"
)
_REGION: Final = "(?:province|region|governorate|oblast|raion|district|county|commune|municipality|township|valley)"
_TOWN: Final = "(?:village|town|city|settlement|hamlet|suburb|neighbou?rhood|locality|quarter|junction|island|oasis)"
_ABOUT: Final = "(?:area|direction|sector|axis|front|front ?line|road|highway|countryside|pocket|salient|bridgehead)"
_MANY: Final = "(?:villages|towns|cities|settlements|districts|suburbs|localities|communes)"
_SIDE: Final = "(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?"
_PART: Final = (
    "(?:outskirts|suburbs|vicinity|edge|parts?|cent(?:er|re)|streets|countryside|direction|skies|battle|siege"
    "|liberation|recapture|capture|control|fall)"
)
_LEAVING: Final = (
    r"(?:fired|launched|[Ff]lights?|flew|flown|returned|(?:took|taken|taking) off|departed|sailed|withdr[ae]w\w*"
    r"|retreat\w*|pulled (?:out|back))"
)
_GOING: Final = (
    "(?:[Ff]lights?|flew|flown|moved|withdrew|withdrawn|retreated|advanced|redeployed|relocated|sailed|bound|headed"
    "|heading|way|road|route)"
)
_TAKING: Final = "(?:seized|retook|recaptured|overran|entered|shelled|besieged|liberated|reached|stormed)"
_MORE: Final = f"(?:, {_NAME})?(?:, {_NAME})?(?:,? and {_NAME})?"
_TOLD: Final = re.compile(
    rf"\b(?:{_MANY} of {_NAME}{_MORE}|(?:{_SITE}|{_TOWN}) (?:of|at|called|named) (?:the )?{_NAME}"
    rf"|(?:[Nn]ear|[Oo]utside|[Aa]t|[Oo]ver|[Aa]round|(?:{_SIDE}|{_PART}) of|(?:km|kilomet(?:er|re)s|miles) from"
    rf"|{_LEAVING} (?:from|out of)|{_GOING} (?:to|for|towards?)|{_TAKING}) {_NAME}(?: and {_NAME})?"
    rf"|{_NAME}, an? (?:[a-z]+ )?(?:{_TOWN}|{_SITE})(?:[,.;]| (?:near|in|on|at|of|held|where|which|that|{_SIDE})\b)"
    rf"|(?:capital|city|town|village) {_NAME}|[Ii]n {_NAME}(?=[,.;]| [a-z]))"
)
"""What stands before the name of a place, and hardly before another."""
_TITLED: Final = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]he|from|of|on|over|to|against|hit|into|around|[Oo]utside) {_NAME}"
    rf"(?: (?:{_TOWN}|{_ABOUT})\b|(?P<title> (?i:{_SITE}|{_REGION}))\b)"
)
"""A name with what it is of behind it, which is part of the name of bases and regions: Tessikoro district."""
_IS_SITE: Final = re.compile(rf"(?i: {_SITE})$")
_IS_REGION: Final = re.compile(rf"(?i: {_REGION})$")

_ENDING: Final = bag(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday the a an this that these those his her its their our my i he she it they we"
    " and or but with for from of on by to at as who which when where while after before"
)
"""Words with a capital at which no name goes on: near Tessikoro Tuesday."""
_NO_PLACE: Final = bag(
    "operation exercise resolution article chapter annex table figure part phase section stage world war parliament"
    " congress senate arabic english french facebook twitter telegram youtube tiktok instagram whatsapp ramadan"
    " easter christmas spring summer autumn winter islam god europe africa asia america west east north south"
    " middle general colonel major captain president minister mr mrs dr point brigade battalion regiment division"
)
"""Words that such a name does not begin with: in Operation Peace Spring, near Patrolling Point 14."""
_OPENING: Final = re.compile("(?:[Aa]l|[Ee]l)[- ]")
_ACRONYM: Final = 5
_LONG: Final = 5
_STOPS: Final = '.!?:;,"”’)'
_LONGEST: Final = 60
_PART_OF_WORD: Final = re.compile(r"[\w-]")
_GOING_ON: Final = re.compile(r" [0-9]|['’]s\b")
_OF_PEOPLE: Final = re.compile(r"-(?:majority|dominated|led|backed|held|controlled|speaking|populated)\b")
"""What makes an adjective of a people's name: the Druze-majority city."""


def with_unlisted(lines: Sequence[Line], known: Mapping[tuple[str, str], str]) -> list[Sequence[Mention]]:
    """The mentions of each line, and with them those of places that are not `known`, by (kind, normal name).

    The id of such a place is its name, as the text has it first.
    """
    ids: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for line, mentions in lines:
        for name in _names(line, mentions):
            form = normal(name)
            if form and not any((kind, form) in known for kind in KINDS):
                spelt[name] = ids.setdefault(form, _printed(name))
    if not spelt:
        return [mentions for _, mentions in lines]
    spellings = list(spelt)
    automaton = AhoCorasick(spellings, matchkind=MatchKind.LeftmostLongest)
    return [_added(line, mentions, automaton, [spelt[each] for each in spellings]) for line, mentions in lines]


def _printed(name: str) -> str:
    """A name as an entry prints it, so that two reports with "Al Asa" and "al-Asa" bring one entry."""
    if (found := _OPENING.match(name)) is None:
        return name
    return f"{name[:2].capitalize()}-{name[found.end() :]}"


def kind_of(name: str) -> str:
    """The sort of place that a name tells of: a base, a region or, mostly, a town."""
    return "base" if _IS_SITE.search(name) else "region" if _IS_REGION.search(name) else "town"


def _names(line: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """The names of places in a line, where nothing else is named."""
    if _is_headline(line):
        return
    for found in _TOLD.finditer(line):
        for number in range(1, (found.lastindex or 0) + 1):
            start, end = found.span(number)
            if start >= 0 and (name := _cut(line[start:end])) and _is_free(line, mentions, start, start + len(name)):
                yield name
    for found in _TITLED.finditer(line):
        start, end = found.span(1)
        name = _cut(line[start:end])
        if name == line[start:end]:
            name += found["title"] or ""
            if _is_free(line, mentions, start, start + len(name)):
                yield name


def _cut(words: str) -> str:
    """A name without the words at which none goes on; blank where that is no place's."""
    kept: list[str] = []
    for word in words.split():
        if word.casefold() in _ENDING:
            break
        kept.append(word)
    first = kept[0].casefold() if kept else ""
    name = " ".join(kept)
    is_acronym = name.isupper() and len(name) <= _ACRONYM
    is_named = name[:1].isupper() or first.startswith(("a", "e"))  # al-Shajara
    if not is_named or first in _NO_PLACE or is_acronym or len(name) > _LONGEST:
        return ""
    return name


def _is_free(line: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether nothing known is named in a stretch, and neither a number nor a possessive goes on from it."""
    if _OF_PEOPLE.search(line, start, end + 1):
        return False
    at = bisect_left(mentions, end, key=lambda each: each.start)
    if at and mentions[at - 1].end > start:
        return False
    return _GOING_ON.match(line, end) is None


def _is_headline(line: str) -> bool:
    """Whether every longer word of a line without a full stop has a capital, so that a capital tells nothing."""
    return line[-1:] not in _STOPS and not any(word[0].islower() for word in line.split() if len(word) >= _LONG)


def _added(line: str, mentions: Sequence[Mention], automaton: AhoCorasick, ids: Sequence[str]) -> Sequence[Mention]:
    """The mentions of a line with those of the places found, where they are whole words and overlap none."""
    new = [
        Mention(start, end, (("place", ids[number]),))
        for number, start, end in automaton.find_matches_as_indexes(line)
        if not _PART_OF_WORD.match(line[max(0, start - 1) : start])
        and not _PART_OF_WORD.match(line, end)
        and _is_free(line, mentions, start, end)
    ]
    return sorted((*mentions, *new)) if new else mentions
