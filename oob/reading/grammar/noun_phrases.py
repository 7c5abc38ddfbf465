"""Noun phrases: articles, numbers, adjectives, names, things and the noun that they belong to."""

from __future__ import annotations

from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.settling import COMPOUND
from oob.reading.grammar.syntax import Item, Noun, Phrase, Verb

_SHORT: Final = 5
"""Letters of the longest name that a stroke joins: Tu-95MS/H."""
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
    return (tag == "E" and _does_something(row, i, kept, out)) or (tag == "S" and _is_given(kept, out))


_TIMING: Final = lexicon.bag("after before since during following until amid")
"""What opens a phrase that dates a sentence by what happened: after that incident."""


def _dates(kept: list[Item], out: list[Phrase], name: Item) -> bool:
    """Whether a phrase dates what the force named after it did: after that incident Russia moved its jets."""
    if kept[-1].tag != "N" or name.mention is None or all(kind != "force" for kind, _ in name.mention.meanings):
        return False
    words = [each.word if isinstance(each, Item) else "" for each in out[-4:] if not isinstance(each, Noun)]
    return next((word for word in reversed(words) if word not in ("that", "of")), "") in _TIMING


def _does_something(row: list[Item], i: int, kept: list[Item], out: list[Phrase]) -> bool:
    """Whether a name directly after things is a doer of his own: the rifles Turkey sent; during the war Kyiv said."""
    if not kept or i + 1 >= len(row) or row[i + 1].tag not in ("V", "A", "H", "M"):
        return False
    if _dates(kept, out, row[i]):
        return True
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


def take_noun(row: list[Item], i: int, out: list[Phrase]) -> int:
    """A noun phrase from item `i` on; gives the item after it."""
    first = i
    kept: list[Item] = []
    while i < len(row) and (taken := _taken(row, i, kept, out)):
        if taken == 1:
            kept.append(row[i])
        i += abs(taken)
    if not kept:
        out.append(row[first])
        return first + 1
    while kept and kept[-1].tag == "-":
        kept.pop()
    out.append(noun_of(kept))
    return i


def _taken(row: list[Item], i: int, kept: list[Item], out: list[Phrase]) -> int:
    """1 where an item goes on with a noun phrase, 0 where it ends it; below 0, how many items are passed over in it."""
    item = row[i]
    tag = item.tag
    if kept and kept[0].tag in _ALONE:
        return 0
    if tag in _NAMING:
        trails = bool(kept) and item.word in _AFTER_NOUN and kept[-1].tag in ("E", "S", "N")
        return int(not (trails or (kept and tag in "ES" and _begins_another(row, i, kept, out))))
    if tag in _NUMBERING:
        return int(not (kept and (_counts_anew(row, i, kept[-1]) or _is_given(kept, out))))
    if item.word == "other" and kept and _is_other(row, i, kept[-1]):
        return 1
    if tag == "D" or tag in _ALONE or (tag == "X" and item.word == "no"):
        return int(not kept or (tag == "T" and _is_attributive(row, i, kept)))
    if tag == "-":
        return int(bool(kept) and i + 1 < len(row) and item.start == kept[-1].end)
    if tag == "/":
        return -2 if _is_named_again(row, i, kept) else 0
    if tag == "B":
        return int(_is_inside(row, i, kept))
    return -1 if _joins_adjectives(row, i, kept) else 0


_ALONE: Final = frozenset("OT")
"""What is a phrase by itself: they, on Monday."""


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
    named = i + 1 < len(row) and row[i + 1].tag in _NAMING
    if before.tag == "E" and named and _is_ordinal(row[i]):
        return False  # the Russian 810th Brigade, Ukraine's 47th
    if before.tag in ("S", "E", "Q"):
        return True
    if before.tag != "N" or before.word in _BEFORE_NUMBER or row[i].tag != "Q":
        return False
    return named


def _is_ordinal(item: Item) -> bool:
    return item.quantity is not None and item.quantity.unit == "ordinal" and item.word[:1].isdigit()


def noun_of(kept: list[Item]) -> Noun:
    """A noun phrase with its parts told apart."""
    whole = kept
    if len(kept) > 1 and kept[-1].word == "such":
        kept = kept[:-1]  # aid for Kyiv such as radars
    noun = Noun(kept[0].start, kept[-1].end, whole)
    i, size = 0, len(kept)
    while i < size:
        i += _tell(noun, kept, i)
    if noun.head in ("none", "neither"):
        noun.negated = True
    if noun.determiner in ("these", "those") and size == 1:
        noun.pronoun = "they"
    if noun.owners and noun.system is None and noun.owners[-1] is kept[-1]:
        *owners, noun.entity = noun.owners
        noun.owners = tuple(owners)
    if not noun.head:
        noun.head = kept[-1].word
    return noun


def _tell(noun: Noun, kept: list[Item], i: int) -> int:
    """Takes note of what item `i` is to its phrase; gives how many items that was told from."""
    item = kept[i]
    match item.tag:
        case "N":
            if noun.system is not None:
                noun.tail = item.word
            noun.head = item.word
        case "D":
            noun.determiner = item.word
        case "E":
            return _tell_name(noun, kept, i)
        case "S":
            return _tell_thing(noun, kept, i)
        case "J":
            if item.form is not None:
                noun.participles = (*noun.participles, item.form.verb)
        case "Q" | "U":
            noun.quantity = item.quantity
        case "T":
            noun.time, noun.dated = (item.time, None) if len(kept) == 1 else (None, item.time)
        case "O":
            noun.pronoun = item.word
        case "X":
            noun.negated = True
            noun.determiner = "no"
    return 1


def _tell_name(noun: Noun, kept: list[Item], i: int) -> int:
    """Takes note of the name of a force, place or source, and of the compound that it opens."""
    last = len(kept) - 1
    if i < last and (end := _end_of_compound(kept, i)):
        _add_compound(noun, kept[i], kept[end].word, joined=kept[end - 1].tag == "-")
        return end - i + 1
    if noun.system is not None and i == last:
        noun.tail = kept[i].word
    noun.owners = (*noun.owners, kept[i])
    return 1


def _tell_thing(noun: Noun, kept: list[Item], i: int) -> int:
    """Takes note of a system: the name of a type goes before the class that follows it."""
    item = kept[i]
    if i + 2 < len(kept) and kept[i + 1].tag == "-" and kept[i + 2].tag in _OF_COMPOUND:
        if kept[i + 2].word in _TYPES and _is_name(item):
            noun.system, noun.tail = item, ""  # RPG-7-type launchers
            return 3
        _add_compound(noun, item, kept[i + 2].word, joined=True)
        return 3
    if noun.system is not None and not noun.tail and _rides_on(noun.system, item):
        noun.tail = item.word
        return 1
    # SA-22 rocket systems: the name says more than the class after it
    plain = not noun.tail or noun.tail in _OF_CLASS
    if not (item.word.islower() and noun.system is not None and plain and _is_name(noun.system)):
        noun.system = item
    noun.tail = ""
    return 1


_OF_CLASS: Final = lexicon.bag(
    "tactical strategic light medium heavy mobile multirole multi-role armed unmanned amphibious long-range short-range"
    " medium-range twin-engine attack strategic-lift tracked wheeled portable guided main battle role range fired type"
    " strike frontal frontline supersonic ground-attack naval maritime transport utility training light-attack"
    " interceptor fourth generation class assault combat reconnaissance"
)
"""Words between a name and its class that only say more of the class: C295 tactical transport aircraft."""
_OF_COMPOUND: Final = frozenset("JNV")
_TYPES: Final = lexicon.bag("type pattern class series family model variant standard")
"""After a name and a hyphen: things of that type."""
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
