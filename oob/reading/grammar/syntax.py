"""What a sentence is made of: words, noun phrases with what they are about, verb groups with their subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from oob.reading.expressions.dates import TimeMention
from oob.reading.expressions.quantities import Quantity
from oob.reading.gazetteer import Mention
from oob.reading.grammar.lexicon import Form


@dataclass(slots=True)
class Item:
    """A word, a mark, or a span that stands for one thing."""

    tag: str
    """A tag of `lexicon.TAGS`, or S (system), E (force, place or source), Q, T (time), V (verb), N (other word), or
    a mark."""
    word: str
    start: int
    end: int
    form: Form | None = None
    capital: bool = False
    mention: Mention | None = None
    quantity: Quantity | None = None
    time: TimeMention | None = None


@dataclass(slots=True, eq=False)
class Noun:
    """A noun phrase."""

    start: int
    end: int
    items: list[Item]
    determiner: str = ""
    quantity: Quantity | None = None
    system: Item | None = None
    """The system that it is about."""
    tail: str = ""
    """The word after the system that heads the phrase: "strikes" of "drone strikes"."""
    owners: tuple[Item, ...] = ()
    """Forces or countries that stand before the head: "Russian jets", "Haftar's tanks"."""
    held: bool = False
    """Whether the owner is said to hold it: "LNA-held Jufra"."""
    made: tuple[Item, ...] = ()
    suppliers: tuple[Item, ...] = ()
    backers: tuple[Item, ...] = ()
    participles: tuple[str, ...] = ()
    """Verbs that stand before the head: "captured tanks"."""
    entity: Item | None = None
    """The force, place or source that the phrase is, where it is one."""
    time: TimeMention | None = None
    dated: TimeMention | None = None
    """The time in it that says when it was: "the August 19 strike"."""
    head: str = ""
    prep: str = ""
    verbs: list[tuple[Verb, str]] = field(default_factory=list)
    """The verbs that it belongs to, each with its role: subject, object, or a preposition."""
    of: list[Noun] = field(default_factory=list)
    host: Noun | None = None
    """The phrase that it hangs on by "of" or another preposition."""
    after: list[Noun] = field(default_factory=list)
    """Phrases with a preposition that hang on it."""
    listed_with: Noun | None = None
    """The first of the list that it stands in."""
    hypernym: Noun | None = None
    """The phrase that it is an example of, or another name for."""
    negated: bool = False
    pronoun: str = ""
    listed: list[Noun] = field(default_factory=list)
    """What stands in one list with it, or beside it as another name."""
    possessor: Noun | None = None
    """Of "Russia, whose S-400s": Russia."""
    bracketed: bool = False
    """Whether a bracket stands before it, as before the short form of a name."""
    set_off: bool = False
    """Whether a comma stands before it."""
    opens: bool = False
    """Whether a comma or conjunction stands before it and its preposition, so that it may open a clause."""
    apart: bool = False
    """Whether no more than a comma stands between it and the one before: "Libya, Russia sends..."."""
    hedge: str = ""
    """How firmly it is said to be what it is named: of "a vehicle, probably a Tigr"."""
    absorbed: bool = False
    """Another phrase says the same more exactly."""
    partial: bool = False
    """Whether it is only some of what it is an example of: "12 vehicles, two of them tanks"."""


@dataclass(slots=True, eq=False)
class Verb:
    """A verb group."""

    start: int
    end: int
    verb: str
    voice: str
    """active, passive, ing, pp (without an auxiliary: supplied by...), inf or be."""
    modal: str = ""
    negated: bool = False
    perfect: bool = False
    adverbs: list[str] = field(default_factory=list)
    subject: Noun | None = None
    objects: list[Noun] = field(default_factory=list)
    preps: list[Noun] = field(default_factory=list)
    above: Verb | None = None
    """The verb that an infinitive, participle or second of a pair belongs to."""
    relative: bool = False
    """Whether it stands in a clause that tells of a noun before it."""
    gap: Noun | None = None
    """The noun before a relative clause that is its object: "a tank that they had hit"."""
    under: str = ""
    """The conjunction of the subordinate clause that it stands in: while, as, when."""
    base: bool = False
    """Whether it is the base form, without an auxiliary: they move, saw them move."""
    bare: bool = False
    """Whether it is a form that may be past or participle, without an auxiliary."""
    again: Verb | None = None
    """The verb that it repeats, if it is left out: a jet was lost in May, another in June."""


Phrase = Noun | Verb | Item


def first(nouns: Sequence[Noun], prep: str) -> Noun | None:
    """The first phrase that stands after a preposition."""
    return next((each for each in nouns if each.prep == prep), None)


def is_patient(verb: Verb, role: str) -> bool:
    """Whether a verb tells what is done to whatever has this role to it."""
    return role == "object" or (role == "subject" and verb.voice in ("passive", "pp"))


def shown(row: Sequence[Phrase]) -> Iterator[str]:
    """The phrases for a developer's eye."""
    for phrase in row:
        if isinstance(phrase, Noun):
            inner = " ".join(item.word for item in phrase.items)
            yield f"[{phrase.prep + ' ' if phrase.prep else ''}{inner}{' /' + phrase.tail if phrase.tail else ''}]"
        elif isinstance(phrase, Verb):
            subject = phrase.subject.items[-1].word if phrase.subject else "-"
            yield f"<{phrase.verb} {phrase.voice}{' ' + phrase.modal if phrase.modal else ''} s={subject}>"
        else:
            yield phrase.word
