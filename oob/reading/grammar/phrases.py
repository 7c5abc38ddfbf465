"""Words grouped into noun phrases and verb groups.

No parser with a model: closed classes of words, the verbs of the lexicon, and the order of English. What it does not
know stays a plain noun, so that a phrase is rather too long than lost.
"""

from __future__ import annotations

from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.settling import COMPOUND, settle
from oob.reading.grammar.syntax import Item, Noun, Phrase, Verb


def phrases(row: list[Item]) -> list[Phrase]:
    """The items grouped: noun phrases, verb groups, and whatever stands between them."""
    settle(row)
    _part_asides(row)
    row = [item for item in row if item.tag != "skip"]
    out: list[Phrase] = []
    i, size = 0, len(row)
    while i < size:
        item = row[i]
        tag = item.tag
        if _leads_on(row, i, out):
            i += 1
        elif tag in _OPENS_NOUN or (tag == "X" and item.word == "no"):
            i = _take_noun(row, i, out)
        elif tag in _OPENS_VERB or (tag == "I" and item.word == "to" and _leads_to_base(row, i + 1)):
            i = _take_verb(row, i, out)
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
        close = next((j for j in range(i + 3, min(i + 3 + _SHORT, len(row))) if row[j].tag == ","), 0)
        aside = row[i + 1 : close + 1]
        verbs = [each.form.verb for each in aside if each.tag == "V" and each.form is not None]
        if not verbs or not _verb_follows(row, close + 1):
            continue
        if verbs[-1] in _SEEMING:
            for each in aside:
                each.tag = "skip"
        elif verbs[-1] in lexicon.SPEECH or aside[1].word == "according":
            row[i : close + 1] = [*aside, item]
        item.start = item.end = row[close + 1].start


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


def _take_verb(row: list[Item], i: int, out: list[Phrase]) -> int:
    """A verb group from item `i` on; gives the item after it."""
    first, size = i, len(row)
    infinitive = row[i].tag == "I"
    if infinitive:
        i += 1
    modal, negated, perfect, be, being = "", False, False, False, False
    adverbs: list[str] = []
    between: list[Item] = []
    main: Item | None = None
    while i < size:
        item = row[i]
        if item.tag == "M":
            modal = item.word
        elif item.tag == "X" and item.word != "no":
            negated = True
        elif item.tag == "O2":
            pass
        elif item.tag == "B" or (item.tag == "N" and item.word in ("likely", "set", "due")):
            if item.tag == "B" and not _verb_follows(row, i + 1):
                break
            if item.tag == "N" and not (be and i + 1 < size and row[i + 1].word == "to"):
                break
            adverbs.append(item.word)
        elif item.tag == "T" and (modal or be) and _verb_follows(row, i + 1, participle=not modal):
            between.append(item)
        elif item.tag == "H":
            if (put_in := _put_in(row, i + 1)) > i + 1:
                perfect = True
                between += [each for each in row[i + 1 : put_in] if each.tag == "T"]
                i = put_in
                continue
            if not _verb_follows(row, i + 1, participle=True):
                main = item
                i += 1
                break
            perfect = True
        elif item.tag == "A":
            be = True
            being = being or item.word == "being"
            if item.word == "being" and item is row[first]:
                adverbs.append("being")
        elif item.tag == "V":
            if main is not None:
                break
            main = item
            i += 1
            break
        else:
            break
        i += 1
    if main is None:
        end = row[i - 1].end
        out.append(Verb(row[first].start, end, "be" if be else "do", "be", modal, negated, perfect, adverbs))
        return max(i, first + 1)
    assert main.form is not None
    form = main.form.form
    verb, i = _with_particle(main.form.verb, row, i)
    voice = _voice(form, be=be, infinitive=infinitive, helped=perfect or bool(modal))
    made = Verb(row[first].start, row[i - 1].end, verb, voice, modal, negated, perfect, adverbs)
    made.base = form == "base" and voice == "active" and not modal and not perfect
    made.bare = form == "pastpp" and voice == "active" and not perfect and not modal
    out.append(made)
    out += [_noun([item]) for item in between]
    if infinitive and voice == "passive":
        made.adverbs.append("to")
    return i


def _with_particle(verb: str, row: list[Item], i: int) -> tuple[str, int]:
    """A verb with the particles that make it another one, and the item after them."""
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
    return stop if stop > i and stop - i <= _SHORT and _verb_follows(row, stop, participle=True) else i


_IN_PHRASE: Final = frozenset("DJNQT")
_SHORT: Final = 5
"""Items of the longest phrase that is put between the parts of a verb."""


KNOWN: Final = frozenset(verb for verb in (*lexicon.FRAMES, *lexicon.SPEECH, *lexicon.IDIOMS, "make up") if " " in verb)


def _verb_follows(row: list[Item], i: int, *, participle: bool = False) -> bool:
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
_BEFORE_NUMBER: Final = lexicon.bag("last first next other remaining final initial further additional new some only")
_AFTER_NOUN: Final = lexicon.bag(
    "capable able unable responsible available ready alone loyal adjacent aware likely unlikely due"
    " bound worth according"
    " earlier later ago close familiar involved briefed ablaze alight aflame afire intact aboard"
)
"""Adjectives that stand after what they tell of, and so end its phrase."""


def _is_inside(row: list[Item], i: int, kept: list[Item]) -> bool:
    """Whether an adverb stands inside a noun phrase: newly unmarked jets; but not "the jets then departed"."""
    ahead = row[i + 1] if i + 1 < len(row) else None
    if ahead is None or not kept:
        return False
    done = ahead.tag == "V" and ahead.form is not None and ahead.form.form in ("pastpp", "pp")
    if done and kept[-1].tag == "D":
        ahead.tag = "J"
        return True
    if row[i].word == "further" and ahead.tag == "Q":
        return kept[-1].tag == "D"  # a further two
    return ahead.tag in ("J", "S", "N") and kept[-1].tag in ("D", "Q", "E")


_RECEIVERS: Final = lexicon.bag("government army military junta authorities militia militias rebels group navy")


def _is_given(kept: list[Item], out: list[Phrase]) -> bool:
    """Whether a phrase ends before a thing, as he who is given it: ships the Houthis missiles, gave the army tanks."""
    verb = out[-1] if out else None
    last, article = kept[-1], kept[0].word == "the"
    if isinstance(verb, Item):  # received from Moscow mortars
        passes = verb.word in ("from", "to") and len(out) > 1 and isinstance(out[-2], Verb)
        own = last.word in lexicon.NATIONALITIES or last.word.endswith(("'s", "’s", "'"))
        return passes and last.tag == "E" and last is kept[0] and not own
    if not isinstance(verb, Verb) or verb.verb not in _DOUBLE or verb.voice == "passive":
        return False
    if last.tag == "N":
        return article and last.word in _RECEIVERS
    if last.tag != "E" or last.mention is None or last.word.endswith(("'s", "’s", "'")):
        return False
    people = last.word.endswith("s") and article
    return people or (last.word not in lexicon.NATIONALITIES and not article)


_DOUBLE: Final = lexicon.DOUBLE | {"ship", "supply", "deliver"}


def _begins_another(row: list[Item], i: int, kept: list[Item], out: list[Phrase]) -> bool:
    """Whether a name or thing begins a phrase of its own, without a word between."""
    tag = row[i].tag
    return (tag == "E" and _does_something(row, i, kept)) or (tag == "S" and _is_given(kept, out))


def _does_something(row: list[Item], i: int, kept: list[Item]) -> bool:
    """Whether a name directly after things is a doer of his own: the rifles Turkey sent; during the war Kyiv said."""
    if not kept or i + 1 >= len(row) or row[i + 1].tag not in ("V", "A", "H", "M"):
        return False
    opens = kept[-1].tag == "N" and kept[0].tag in ("D", "J")
    if opens and (kept[-1].word in lexicon.DOCUMENTS or kept[-1].word in lexicon.EVENTS):
        return True
    things = any(each.tag == "S" for each in kept)
    return things and kept[-1].tag in ("S", "N") and kept[-1].word.endswith("s")


def _joins_adjectives(row: list[Item], i: int, kept: list[Item]) -> bool:
    """Whether a mark stands between two adjectives: Tripoli based and recognised; old, unmarked jets."""
    if not kept or i + 1 >= len(row):
        return False
    after = row[i + 1].tag
    if row[i].tag == "C":
        return kept[-1].tag == "J" and kept[-1].word in COMPOUND and after in ("E", "N", "J")
    then = row[i + 2].tag if i + 2 < len(row) else ""
    return row[i].tag == "," and kept[-1].tag in ("J", "N") and after == "J" and then in ("N", "S", "J")


def _take_noun(row: list[Item], i: int, out: list[Phrase]) -> int:
    """A noun phrase from item `i` on; gives the item after it."""
    first, size = i, len(row)
    kept: list[Item] = []
    while i < size:
        item = row[i]
        tag = item.tag
        if tag in _NAMING:
            if kept and item.word in _AFTER_NOUN and kept[-1].tag in ("E", "S", "N"):
                break
            if kept and tag in "ES" and _begins_another(row, i, kept, out):
                break
        elif tag in _NUMBERING:
            if kept and (_counts_anew(row, i, kept[-1]) or _is_given(kept, out)):
                break
        elif item.word == "other" and kept and _is_other(row, i, kept[-1]):
            pass
        elif tag in ("D", "O", "T") or (tag == "X" and item.word == "no"):
            if tag == "T" and _is_attributive(row, i, kept):
                kept.append(item)
                i += 1
                continue
            if kept:
                break
            if tag in ("O", "T"):
                kept.append(item)
                i += 1
                break
        elif tag == "-":
            if not kept or i + 1 >= size or item.start != kept[-1].end:
                break
        elif tag == "/":
            if not _is_named_again(row, i, kept):
                break
            i += 2
            continue
        elif tag == "B":
            if not _is_inside(row, i, kept):
                break
        elif _joins_adjectives(row, i, kept):
            i += 1
            continue
        else:
            break
        kept.append(item)
        i += 1
    if not kept:
        out.append(row[first])
        return first + 1
    while kept and kept[-1].tag == "-":
        kept.pop()
    out.append(_noun(kept))
    return i


def _is_other(row: list[Item], i: int, before: Item) -> bool:
    """Whether "other" goes on with a phrase: 380 other vehicles; the other."""
    named = before.tag in "QD" and i + 1 < len(row) and row[i + 1].tag in _NAMING
    return named or before.word == "the"


def _is_named_again(row: list[Item], i: int, kept: list[Item]) -> bool:
    """Whether a stroke joins a second name of the same thing, or of its sister: Mi-8MT/Mi-17Sh, Tu-95MS/H."""
    if not kept or kept[-1].tag != "S" or not _is_name(kept[-1]) or i + 1 >= len(row):
        return False
    after = row[i + 1]
    short = after.tag in _NAMING and len(after.word) <= _SHORT and (after.capital or after.word.isdigit())
    return (
        kept[-1].end == row[i].start and after.start == row[i].end and (short or (after.tag == "S" and _is_name(after)))
    )


def _is_attributive(row: list[Item], i: int, kept: list[Item]) -> bool:
    """Whether a time stands before what it dates: the August 19 strike, its 3 May attack."""
    if not kept or kept[-1].tag not in ("D", "J") or i + 1 >= len(row) or row[i].word[:1].islower():
        return False
    return row[i + 1].tag in _NAMING


_NAMING: Final = frozenset("NSEJ")
_NUMBERING: Final = frozenset("QU")


def _counts_anew(row: list[Item], i: int, before: Item) -> bool:
    """Whether a number begins another phrase: sent Kyiv 14 tanks; but not "the last 14 tanks"."""
    if before.tag in ("S", "E", "Q"):
        return True
    if before.tag != "N" or before.word in _BEFORE_NUMBER or row[i].tag != "Q":
        return False
    return i + 1 < len(row) and row[i + 1].tag in _NAMING


def _noun(kept: list[Item]) -> Noun:
    """A noun phrase with its parts told apart."""
    noun = Noun(kept[0].start, kept[-1].end, kept)
    skip = -1
    last = len(kept) - 1
    for i, item in enumerate(kept):
        if i <= skip:
            continue
        match item.tag:
            case "N":
                if noun.system is not None:
                    noun.tail = item.word
                noun.head = item.word
            case "D":
                noun.determiner = item.word
            case "E":
                if i < last and (end := _end_of_compound(kept, i)):
                    _add_compound(noun, item, kept[end].word, joined=kept[end - 1].tag == "-")
                    skip = end
                    continue
                if noun.system is not None and i == last:
                    noun.tail = item.word
                noun.owners = (*noun.owners, item)
            case "S":
                if i + 2 <= last and kept[i + 1].tag == "-" and kept[i + 2].tag in _OF_COMPOUND:
                    _add_compound(noun, item, kept[i + 2].word, joined=True)
                    skip = i + 2
                    continue
                # SA-22 rocket systems: the name says more than the class after it
                if noun.system is not None and not noun.tail and _rides_on(noun.system, item):
                    noun.tail = item.word
                    continue
                plain = not noun.tail or noun.tail in _OF_CLASS
                if not (item.word.islower() and noun.system is not None and plain and _is_name(noun.system)):
                    noun.system = item
                noun.tail = ""
            case "J":
                if item.form is not None:
                    noun.participles = (*noun.participles, item.form.verb)
            case "Q" | "U":
                noun.quantity = item.quantity
            case "T":
                noun.time, noun.dated = (item.time, None) if last == 0 else (None, item.time)
            case "O":
                noun.pronoun = item.word
            case "X":
                noun.negated = True
                noun.determiner = "no"
    if noun.head in ("none", "neither"):
        noun.negated = True
    if noun.determiner in ("these", "those") and last == 0:
        noun.pronoun = "they"
    if noun.owners and noun.system is None and noun.owners[-1] is kept[-1]:
        *owners, noun.entity = noun.owners
        noun.owners = tuple(owners)
    if not noun.head:
        noun.head = kept[-1].word
    return noun


_OF_CLASS: Final = lexicon.bag(
    "tactical strategic light medium heavy mobile multirole multi-role armed unmanned amphibious long-range short-range"
    " medium-range twin-engine attack strategic-lift tracked wheeled portable guided main battle role range fired type"
    " strike frontal frontline supersonic ground-attack naval maritime transport utility training light-attack"
    " interceptor fourth generation class assault combat reconnaissance"
)
"""Words between a name and its class that only say more of the class: C295 tactical transport aircraft."""
_OF_COMPOUND: Final = frozenset("JNV")
_BEDS: Final = lexicon.both("truck lorry vehicle trailer carrier")
_RIDING: Final = lexicon.bag("radar jammer missile sam howitzer mortar")


def _rides_on(system: Item, item: Item) -> bool:
    """Whether a thing stands before the vehicle that it is on, and is what matters: a radar truck."""
    return item.word in _BEDS and system.word.casefold().replace("-", " ").split()[-1] in _RIDING


def _is_name(system: Item) -> bool:
    return any(char.isupper() or char.isdigit() for char in system.word)


def _end_of_compound(kept: list[Item], i: int) -> int:
    """Where a compound ends that a name opens: Russian-made, Turkish backed, Russian state-sponsored; 0 for none."""
    tags = [item.tag for item in kept[i + 1 : i + 4]]
    if tags[:2] == ["N", "-"] and len(tags) == 3 and kept[i + 3].word in lexicon.BACKED:
        return i + 3
    if tags[0] == "-" and len(tags) > 1 and tags[1] in _OF_COMPOUND:
        return i + 2
    return i + 1 if tags[0] == "J" and len(tags) > 1 and kept[i + 1].word in COMPOUND else 0


def _add_compound(noun: Noun, name: Item, word: str, *, joined: bool) -> None:
    """What a name is to the thing that a compound with it tells of: its maker, supplier, backer or holder."""
    if word in lexicon.ORIGIN_MADE:
        noun.made = (*noun.made, name)
    elif word in lexicon.SUPPLIED:
        noun.suppliers = (*noun.suppliers, name)
    elif word in lexicon.BACKED:
        noun.backers = (*noun.backers, name)
    elif word in lexicon.HELD or not (joined or word == "based"):
        noun.owners = (*noun.owners, name)
        noun.held = noun.held or word in lexicon.HELD
