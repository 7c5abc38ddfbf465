"""Verb groups: helping verbs, negation, adverbs and the verb that they belong to, with its particles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.noun_phrases import noun_of
from oob.reading.grammar.syntax import Item, Phrase, Verb


@dataclass(slots=True)
class _Group:
    """What a verb group has told so far."""

    first: Item
    modal: str = ""
    negated: bool = False
    perfect: bool = False
    be: bool = False
    adverbs: list[str] = field(default_factory=list)
    times: list[Item] = field(default_factory=list)
    """Put between its parts: had on Thursday shot down."""
    main: Item | None = None

    def take(self, row: list[Item], i: int) -> int:
        """Takes in item `i` if it belongs to the group; gives the item to go on with, `i` itself where it does not."""
        item = row[i]
        tag = item.tag
        if tag == "V":
            self.main = item
        elif tag == "A":
            self.be = True
            if item.word == "being" and item is self.first:
                self.adverbs.append("being")
        elif tag == "H":
            return self._take_have(row, i)
        elif tag == "M":
            self.modal = item.word
        elif tag == "X" and item.word != "no":
            self.negated = True
        elif self._is_adverb(row, i):
            self.adverbs.append(item.word)
        elif tag == "T" and (self.modal or self.be) and verb_follows(row, i + 1, participle=not self.modal):
            self.times.append(item)
        elif tag != "O2":
            return i
        return i + 1

    def _take_have(self, row: list[Item], i: int) -> int:
        """Takes in "have", as a helping verb or as the verb itself."""
        put_in = _put_in(row, i + 1)
        if put_in > i + 1 or verb_follows(row, i + 1, participle=True):
            self.perfect = True
            self.times += [each for each in row[i + 1 : put_in] if each.tag == "T"]
            return put_in
        self.main = row[i]
        return i + 1

    def _is_adverb(self, row: list[Item], i: int) -> bool:
        """Whether a word tells how: were reportedly destroyed, is likely to be sent."""
        if row[i].tag == "B":
            return verb_follows(row, i + 1)
        leads = row[i].tag == "N" and row[i].word in ("likely", "set", "due")
        return leads and self.be and i + 1 < len(row) and row[i + 1].word == "to"


def take_verb(row: list[Item], i: int, out: list[Phrase]) -> int:
    """A verb group from item `i` on; gives the item after it."""
    first = i
    infinitive = row[i].tag == "I"
    group = _Group(row[first])
    i += infinitive
    while i < len(row) and group.main is None and (after := group.take(row, i)) > i:
        i = after
    start, modal, negated, perfect = row[first].start, group.modal, group.negated, group.perfect
    if group.main is None:
        verb = "be" if group.be else "do"
        out.append(Verb(start, row[i - 1].end, verb, "be", modal, negated, perfect, group.adverbs))
        return max(i, first + 1)
    assert group.main.form is not None
    form = group.main.form.form
    verb, i = _with_particle(group.main.form.verb, row, i, passive=group.be and form in ("pp", "pastpp"))
    voice = _voice(form, be=group.be, infinitive=infinitive, helped=perfect or bool(modal))
    made = Verb(start, row[i - 1].end, verb, voice, modal, negated, perfect, group.adverbs)
    made.base = form == "base" and voice == "active" and not modal and not perfect
    made.bare = form == "pastpp" and voice == "active" and not perfect and not modal
    out.append(made)
    out += [noun_of([item]) for item in group.times]
    if infinitive and voice == "passive":
        made.adverbs.append("to")
    return i


def _with_particle(verb: str, row: list[Item], i: int, *, passive: bool) -> tuple[str, int]:
    """A verb with the particles that make it another one, and the item after them."""
    if passive and i + 1 < len(row) and row[i].word in ("in", "on") and row[i + 1].tag in _PRE:
        return verb, i  # were driven in three convoys; but: drove in three lorries
    if verb == "take" and [each.word for each in row[i : i + 2]] == ["out", "of"]:
        return verb, i + 1  # taken out of storage, not put out of action
    if i < len(row) and row[i].word in lexicon.PARTICLES and f"{verb} {row[i].word}" in KNOWN:
        verb = f"{verb} {row[i].word}"
        i += 1
    elif i + 2 < len(row) and f"{verb} {row[i].word} {row[i + 1].word}" in KNOWN:
        verb = f"{verb} {row[i].word} {row[i + 1].word}"
        i += 2
    elif i + 1 < len(row) and row[i].tag == "I" and f"{verb} {row[i].word}" in KNOWN:
        verb = f"{verb} {row[i].word}"
        i += 1
    elif i + 1 < len(row) and row[i].word in _BARE_PARTICLES and row[i + 1].tag in _PRE:
        i += 1  # sent out soldiers
    return verb, i


def _voice(form: str, *, be: bool, infinitive: bool, helped: bool) -> str:
    """The voice of a verb group, by the form of its verb and what stands before; `helped`: by "have" or a modal."""
    if form == "ing":
        return "active" if be else "ing"
    if be and form in ("pp", "pastpp", "past", "base"):
        return "passive"
    if infinitive:
        return "inf"
    return "pp" if form == "pp" and not helped else "active"


def _put_in(row: list[Item], i: int) -> int:
    """Where a participle goes on after a phrase put between it and "have": had on Thursday shot down."""
    stop = i
    if stop < len(row) and row[stop].tag == "I":
        stop += 1
        while stop < len(row) and row[stop].tag in _IN_PHRASE:
            stop += 1
    elif stop < len(row) and row[stop].tag == "T":
        stop += 1
    return stop if stop > i and stop - i <= SHORT and verb_follows(row, stop, participle=True) else i


_IN_PHRASE: Final = frozenset("DJNQT")
SHORT: Final = 5
"""Items of the longest phrase that is put between the parts of a verb."""


_UP: Final = ("make up", "step up", "ramp up")
KNOWN: Final = frozenset(verb for verb in (*lexicon.FRAMES, *lexicon.SPEECH, *lexicon.IDIOMS, *_UP) if " " in verb)


def verb_follows(row: list[Item], i: int, *, participle: bool = False) -> bool:
    """Whether the words from `i` on go on with the verb group."""
    for item in row[i : i + 4]:
        if item.tag in ("B", "X"):
            continue
        if item.tag == "V":
            return not participle or (item.form is not None and item.form.form in ("pp", "pastpp", "base"))
        return item.tag in ("A", "H") or (item.tag == "M" and not participle)
    return False


_BARE_PARTICLES: Final = lexicon.bag("out away apart forward back")
_PRE: Final = frozenset("DQSEUNJ")
