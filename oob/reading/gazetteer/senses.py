"""What the names of a catalogue may mean where a text has one of their forms, and on which conditions."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from oob.reading.gazetteer import homonyms
from oob.reading.gazetteer.folding import fold
from oob.reading.gazetteer.spellings import Spelling

KINDS: Final = ("system", "force", "place", "source")


class Name(NamedTuple):
    """A spelling of something in the catalogue."""

    text: str
    kind: str
    id: str


class Sense(NamedTuple):
    """What a form may mean, under the same conditions: one system, or things of other kinds."""

    kind: str
    id: str
    meanings: tuple[tuple[str, str], ...]
    capitals: tuple[tuple[int, int], ...]
    gaps: tuple[tuple[int, str], ...]
    own: bool
    doubt: int
    """What context has to say: see `_doubt`."""
    numbered: bool
    """Whether the word stands for a numbered type, so that Orlan-30 is not what Orlan is."""
    proper: bool
    last: str
    """The last word in the singular, by which homonyms are known."""
    prose: int
    """How many letters a designator begins with that are a word of prose, as in An 26; 0 for others."""


SURE, WORD, WORDS = 0, 1, 2
"""No doubt; one ordinary word, to be proved by its context; several, to be proved by their capitals."""


def numbered_words(names: list[Name]) -> dict[str, set[str]]:
    """By id, the words that a number follows in one of its names: of Orlan-10, orlan."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.kind == "system":
            words = fold(name.text).folded.split()
            for at, word in enumerate(words[1:], 1):
                if word[0].isdigit():
                    found[name.id].add(" ".join(words[:at]))
    return found


def halves(names: list[Name]) -> tuple[list[Name], list[Name]]:
    """Names that the half of a name gives, where it is no other system's: sure ones, and words to be proved.

    Of 2S19 Msta-S, where Msta-S alone is known to be the same, 2S19. Of FGM-148 Javelin with Javelin missile, Javelin.
    """
    systems = [(name, fold(name.text)) for name in names if name.kind == "system"]
    ids = {(made.folded, name.id) for name, made in systems}
    taken = {made.folded.replace(" ", "") for _, made in systems}
    heads: dict[str, set[str]] = defaultdict(set)
    tails: dict[str, set[str]] = defaultdict(set)
    classed: set[tuple[str, str]] = set()
    for name, made in systems:
        head, _, tail = name.text.partition(" ")
        if tail in homonyms.CLASS_NOUNS:
            classed.add((head, name.id))
        elif tail and _DESIGNATION.fullmatch(head):
            if (made.folded[len(head) + 1 :], name.id) in ids:
                heads[head].add(name.id)
            if tail.isalpha() and tail[0].isupper():
                tails[tail].add(name.id)
    sure = [(head, *of) for head, of in heads.items() if len(of) == 1 and _key(head) not in taken]
    words = [(tail, *of) for tail, of in tails.items() if len(of) == 1 and _key(tail) not in taken]
    return (
        [Name(head, "system", id_) for head, id_ in sure],
        [Name(word, "system", id_) for word, id_ in words if (word, id_) in classed],
    )


_DESIGNATION: Final = re.compile(r"[A-Z]{2,4}-[0-9]{1,4}[A-Z]?|[0-9]{1,2}[A-Z]{1,2}[0-9]{1,3}[A-Z]?")
"""American (MIM-104) and Russian (9K35) numbers, which no other thing has."""


def _key(text: str) -> str:
    return fold(text).folded.replace(" ", "")


def sense_of(name: Name, spelling: Spelling, numbered: dict[str, set[str]], is_word: bool) -> Sense:
    body = spelling.body
    last = body[body.rfind(" ") + 1 :]
    if len(last) > 3 and last.endswith("s") and not last.endswith("ss") and last not in homonyms.AFTER:
        last = last[:-1]
    last = {"armor": "armour", "lorries": "lorry", "lorrie": "lorry"}.get(last, last)
    proper = any(char.isupper() for char in name.text)
    doubt = _doubt(name.text, body) if name.kind == "system" and proper else SURE
    digits = name.kind == "system" and body[body.find(" ") + 1].isdigit()
    return Sense(
        name.kind,
        name.id,
        ((name.kind, name.id),),
        spelling.capitals,
        spelling.gaps,
        spelling.own,
        WORD if is_word and not name.text.isupper() else doubt,
        body in numbered.get(name.id, ()),
        proper,
        last,
        len(head) if digits and (head := body[: body.find(" ")]) in homonyms.SMALL else 0,
    )


def _doubt(written: str, body: str) -> int:
    """Whether a name is made of ordinary words alone; with the word for its class it is clear."""
    if written[written.rfind(" ") + 1 :].islower():
        return SURE
    words = [word for word in body.split() if not word.isdigit()]
    ordinary = all(word in homonyms.ORDINARY or word.removesuffix("s") in homonyms.ORDINARY for word in words)
    if " " not in body:
        return WORD if ordinary and words else SURE
    return WORDS if ordinary or (body.replace(" ", "").isalpha() and written.istitle()) else SURE


def kept(senses: list[Sense]) -> tuple[Sense, ...]:
    """The senses of a form, in the order of kinds: a name's own form before one of our making, which must be clear."""
    if len(senses) == 1:
        return tuple(senses)
    found: list[Sense] = []
    for kind in KINDS:
        of_kind = [sense for sense in senses if sense.kind == kind]
        if own := [sense for sense in of_kind if sense.own]:
            found += own
        elif len({sense.id for sense in of_kind}) == 1:
            found += of_kind
    alike: dict[object, Sense] = {}
    for sense in found:
        key = (sense.capitals, sense.gaps, sense.id if sense.kind == "system" else "")
        before = alike.setdefault(key, sense)
        if sense.meanings[0] not in before.meanings:
            alike[key] = before._replace(meanings=before.meanings + sense.meanings)
    return tuple(alike.values())


def patterns_of(body: str, may_be_plural: bool) -> list[str]:
    """What to look for, a space in front for the boundary; the end too where the form could begin other words."""
    if body[-1].isdigit():
        return [f" {body}"]
    found = [f" {body} "]
    if may_be_plural:
        found.append(f" {body}s ")
        if body.endswith(("ch", "sh", "x", "s", "o")):
            found.append(f" {body}es ")
    return found
