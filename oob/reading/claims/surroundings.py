"""What stands around a thing: the phrases on it and on its verbs, and those in front of its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from oob.reading.claims.cargoes import CARRYING
from oob.reading.claims.memory import Memory
from oob.reading.claims.times import only_says
from oob.reading.grammar import lexicon
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Noun, Verb

GOING: Final = {"reach": "to", "enter": "to", "leave": "from", "depart": "from", "cross": "via", "transit": "via"}
"""Verbs whose object is a place on the way."""
_HOLDING: Final = lexicon.bag("use hold control run own occupy operate man maintain defend guard share")
"""What whoever has a place does with it."""
_MOST: Final = 12
"""Places of one list that a thing may stand at."""
_COUNTS: Final = frozenset({"count", "account", "estimate", "reckoning", "telling", "tally"})


class Surroundings:
    """Finds the phrases of a sentence that may say where and when a thing was."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def around(self, noun: Noun, top: Noun, verb: Verb | None, host: Noun | None) -> list[Noun]:
        """The phrases that say more about a thing: its own, then its verb's, then those of verbs beside it."""
        near: list[Noun] = []
        for each in chain(self._on_noun(noun, top, host), self._on_its_verbs(noun, verb), self._on_verb(noun, verb)):
            self._gather(each, near)
        return near

    def _gather(self, each: Noun, near: list[Noun], depth: int = 0) -> None:
        """Takes a phrase with those that hang on it, but none that only says whose word it is."""
        if each not in near and depth < 4 and not self.names_teller(each):
            near.append(each)
            for more in (*each.after, *each.of, *self._short_form(each), *_listed_places(each)):
                self._gather(more, near, depth + 1)

    def _on_noun(self, noun: Noun, top: Noun, host: Noun | None) -> Iterator[Noun]:
        """The phrases that hang on a thing itself."""
        yield from (*noun.after, *top.after, *(host.after if host is not None else ()))
        yield from (each for each in noun.of if is_out_of(each, self.memory.text))

    def _on_its_verbs(self, noun: Noun, verb: Verb | None) -> Iterator[Noun]:
        """What other verbs say of it: shot down while it was flying over Tripoli."""
        for own in self.memory.verbs:
            if own.under and own.subject is not None and own.subject.pronoun in ("it", "they"):
                yield from (each for each in own.preps if each.time is None)
        told_of = verb is not None and verb.gap is noun  # the jet that they had lost in May was towed away on Sunday
        own_time, own_place = self._tells_itself(noun, verb)
        at = verb.start if verb is not None else noun.start
        for own, role in sorted(noun.verbs, key=lambda each: abs(each[0].start - at)) if not told_of else ():
            if role == "subject" and own.voice in ("ing", "pp", "passive", "active"):
                for each in (*own.preps, *own.objects):
                    beside = own is not verb and (own_time if each.time is not None else own_place)
                    if own is not verb and _is_provenance(own) and (each.time is not None or each.prep == "from"):
                        continue
                    if each is not noun and not beside and (each.prep or each.time or each.pronoun == "there"):
                        yield each

    def _tells_itself(self, noun: Noun, verb: Verb | None) -> tuple[bool, bool]:
        """Whether one of several verbs of motion has its own time, and its own place: left Izmir and reached Tripoli
        on Friday."""
        if verb is None or not any(own is verb for own, _ in noun.verbs):
            return False, False
        near = (*verb.preps, *verb.objects)
        placed = any(self.memory.place_of(each) is not None for each in near)
        return any(each.time is not None for each in near), placed

    def _on_verb(self, noun: Noun, verb: Verb | None) -> Iterator[Noun]:
        """The phrases of the verb that is asked about, and of those above it up to one of speech."""
        at, hops = verb, 0
        while at is not None and hops < 3 and not (hops and at.verb in lexicon.SPEECH):
            yield from self._on_one(noun, at)
            if at is verb and at.verb in GOING and all(self._tells_itself(noun, verb)):
                return
            apart = at.above is not None and ";" in self.memory.text[at.above.end : at.start]
            if at is verb and at.above is not None and self._is_beside(at, at.above):
                return
            at, hops = None if apart else at.above, hops + 1

    def _is_beside(self, verb: Verb, other: Verb) -> bool:
        """Whether a verb with its own place only stands beside another: has men in Syria and keeps jets in Jordan."""
        both = verb.voice in FINITE and other.voice in FINITE and not verb.relative
        near = (*verb.preps, *(more for each in verb.objects for more in each.after))
        return both and any(each.prep and self.memory.place_of(each) is not None for each in near)

    def _on_one(self, noun: Noun, verb: Verb) -> Iterator[Noun]:
        """The phrases of one verb that tell where or when."""
        for hit in verb.objects:
            if _is_strike(hit):
                yield from (*hit.after, *hit.of)
            if verb.verb in lexicon.HITS:
                yield from _on_target(hit)
        reaches = verb.verb in lexicon.HITS or verb.verb in GOING
        for each in (*verb.preps, *self._close_to(verb), *verb.objects):
            told = each.prep or each.time is not None or each.pronoun == "there" or each.head in lexicon.BESIDE
            if self._is_of_another(each, noun, verb):
                continue
            if each is not noun and (told or (reaches and self.memory.place_of(each) is not None)):
                yield each
        if verb.subject is not None and verb.voice == "passive" and verb.verb in lexicon.HITS:
            yield verb.subject
        if verb.subject is not None and verb.subject is not noun and _tells_where(verb, verb.subject):
            yield from verb.subject.after
        elif verb.subject is not None and verb.subject is not noun and verb.verb in CARRYING:
            yield from (each for each in verb.subject.after if lexicon.PLACE_ROLE.get(each.prep) in ("to", "from"))

    def _is_of_another(self, near: Noun, noun: Noun, verb: Verb) -> bool:
        """Whether a phrase tells where another thing of the list is: two tanks near Bakhmut and a Grad in Izyum."""
        if noun.system is not None and noun.system.end <= noun.start:
            return near.prep in lexicon.PLACE_ROLE  # 900 soldiers in Syria and 2,500 in Iraq
        first = noun.listed_with or noun
        if not first.listed or len(first.listed) > _MOST or len(verb.preps) > 2 * _MOST:
            return False
        members = [first, *first.listed]
        if near.time is not None:
            return self._is_time_of_another(near, noun, verb, members)
        placed = [thing for each in verb.preps if each.prep in lexicon.PLACE_ROLE and (thing := _thing(each, members))]
        thing = _thing(near, members)
        if thing is None or all(each is placed[0] for each in placed):
            return False
        later = members[next((at for at, each in enumerate(members) if each is noun), 0) :]
        own = next((each for each in later if any(each is other for other in placed)), None)
        return own is not None and own is not thing

    def _is_time_of_another(self, near: Noun, noun: Noun, verb: Verb, members: Sequence[Noun]) -> bool:
        """Whether a time is that of another thing of the list: two tanks on Monday and three on Tuesday."""
        times = [each for each in (*verb.preps, *verb.objects) if each.time is not None and each.start > verb.start]
        if len(times) < 2 or members[0].start < verb.start:
            return False
        own = next((each for each in times if each.start > noun.end), None)
        return own is not None and own is not near

    def _close_to(self, verb: Verb) -> Iterator[Noun]:
        """Of a clause that ends so: close to Kramatorsk."""
        for each in self.memory.nouns:
            if each.prep == "to" and each.host is not None and each.host.head in ("close", "closer", "next"):
                before = [own for own in self.memory.verbs if own.end <= each.start]
                if before and before[-1] is verb and not each.verbs:
                    yield each

    def _short_form(self, noun: Noun) -> tuple[Noun, ...]:
        """What hangs on the short form that stands in brackets after a name: "to the Army (SAF) at Merowe"."""
        following = next((each for each in self.memory.nouns if each.start > noun.start), None)
        return (*following.after, *following.of) if following is not None and following.bracketed else ()

    def after_that(self, nouns: Sequence[Noun], verb: Verb | None) -> list[Noun]:
        """What stands in front of a clause that somebody says: it added that in Goma, on Tuesday, the army fled."""
        before = [each for each in self.memory.verbs if verb is not None and each.end <= verb.start]
        if verb is None or not before or before[-1].verb not in lexicon.SPEECH:
            return []
        opens = self.memory.text.find(" that ", before[-1].end, verb.start)
        return self.fronted(nouns, verb.start, opens + len(" that ")) if opens >= 0 else []

    def fronted(self, nouns: Sequence[Noun], before: int, cut: int | None = None) -> list[Noun]:
        """What stands in front of a clause: "On Tuesday, near Hadrut, ..."; `cut`: where the clause begins."""
        found: list[Noun] = []
        if cut is None:
            cut = max(self.memory.text.rfind(mark, nouns[0].start, before) for mark in (";", ": ")) if nouns else -1
        opening = next((verb for verb in self.memory.verbs if verb.start > cut), None) if cut > 0 else None
        if opening is not None and opening.verb in lexicon.SPEECH and opening.start < before:
            return []  # in Washington the government announced a review
        for each in nouns:
            if each.start >= before:
                break
            if each.start < cut:
                continue  # of the clause before: they fled Sirte; in Derna, jets struck a camp
            own = [verb for verb, _ in each.verbs if verb.start > cut]
            beside = each is nouns[0] and each.head in lexicon.BESIDE  # some 40 km north of Sanaa, jets bombed it
            tells = bool(each.prep) or each.time is not None or beside
            free = each.host is None or each.host in found[-3:] or each.host.prep == "according to"
            if not own and tells and (free or (each.host is not None and each.host.start < cut)):
                found.append(each)
        return found

    def names_teller(self, noun: Noun) -> bool:
        """Whether a phrase only says whose word it is: according to X, by the count of Y in Z, an officer in Z said."""
        at: Noun | None = noun
        for _ in range(4):
            if at is None:
                return False
            if at.prep == "according to" or (at.prep == "by" and at.head in _COUNTS):
                return True
            if at is noun.host and (not at.prep or at.opens) and _tells(at, noun):
                return True
            at = at.host
        return False


def _is_provenance(verb: Verb) -> bool:
    """Whether a participle on a thing only tells how it was come by: drones bought from China in 2023 hit a camp."""
    frame = lexicon.FRAMES.get(verb.verb)
    got = frame is not None and frame.action in ("purchased", "supplied")
    return verb.voice == "pp" and (got or verb.verb in lexicon.MAKING)


def _thing(near: Noun, members: Sequence[Noun]) -> Noun | None:
    """The thing of a list that a phrase hangs on."""
    at: Noun | None = near
    for _ in range(4):
        at = at.host if at is not None else None
        if any(at is each for each in members):
            return at
    return None


def is_out_of(noun: Noun, text: str) -> bool:
    """Whether a phrase says what something came out of."""
    return noun.prep == "of" and text[max(0, noun.start - 11) : noun.start].endswith(("out of ", "out of the "))


def _is_strike(noun: Noun) -> bool:
    """Whether a phrase is a strike, or one of several: launched one of its heaviest attacks on Kharkiv."""
    return any(each.head in lexicon.STRIKES and each.system is None for each in (noun, *noun.of))


def _on_target(hit: Noun) -> Iterator[Noun]:
    """What is said after a participle that only tells whose it was: bombed a depot used by rebels in Gao on Monday."""
    for own, role in hit.verbs:
        if role == "subject" and own.voice == "pp" and own.verb in _HOLDING:
            yield from (each for each in (*own.preps, *own.objects) if each.prep != "by")


def _listed_places(noun: Noun) -> list[Noun]:
    """The names in one list with a name: to Mykolaiv, Odesa and Kherson."""
    if noun.entity is None or noun.system is not None or not noun.listed or noun.listed[-1].apart:
        return []  # in Odesa, Ukraine; are in Libya, Ankara said
    named = (each for each in noun.listed[:_MOST] if each.entity is not None and each.prep == noun.prep)
    return [each for each in named if not any(role == "subject" for _, role in each.verbs)]


def _tells(host: Noun, noun: Noun) -> bool:
    """Whether a phrase with another on it says something: an officer in Port Sudan said."""
    if host.head in lexicon.OFFICIALS or host.head in lexicon.BODIES:
        return any(verb.verb in lexicon.SPEECH for verb, _ in (*host.verbs, *noun.verbs))
    named = host.entity is not None and host.system is None
    return named and any(only_says(verb) and role == "subject" for verb, role in host.verbs)


def _tells_where(verb: Verb, subject: Noun) -> bool:
    """Whether what hangs on the subject is about the verb's deed too: a strike near Zintan burned nine trucks."""
    return verb.voice in ("passive", "ing", "inf") or (subject.head in lexicon.STRIKES and subject.system is None)
