"""The phrases of a sentence tied to each other: clauses, relative clauses, what goes on after an aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.expressions.dates import TimeMention
from oob.reading.expressions.quantities import Quantity
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.attaching import attach
from oob.reading.grammar.ellipsis import (
    before_relative,
    counted_before,
    is_told,
    name_some_of_which,
    opens_clause,
    part_from,
)
from oob.reading.grammar.gapping import completed
from oob.reading.grammar.marks import (
    BEFORE_CLAUSES,
    FINITE,
    JOINED_BY_WITH,
    OPENS_CLAUSE,
    OPENS_RELATIVE,
    RELATIVES,
    TOGETHER_WITH,
)
from oob.reading.grammar.participles import is_word, may_be_done, tell_participles, touches
from oob.reading.grammar.phrases import phrases
from oob.reading.grammar.subjects import find_subject, subject_before
from oob.reading.grammar.syntax import Item, Noun, Phrase, Verb
from oob.reading.grammar.tallies import counted
from oob.reading.grammar.verb_groups import KNOWN
from oob.reading.grammar.words import is_genitive, items


def relate(row: Sequence[Phrase]) -> tuple[list[Noun], list[Verb]]:
    """Ties the phrases of a sentence: subjects, objects, prepositional phrases, lists, examples."""
    tell_participles(row)
    row = completed(row)
    ties = _Ties()
    for i, phrase in enumerate(row):
        if isinstance(phrase, Item):
            if phrase.word in BEFORE_CLAUSES and _is_clause(row[i + 1 : i + 3]):
                phrase.tag = "R"  # after rockets hit the town
            ties.mark(phrase, row[i + 1] if i + 1 < len(row) else None)
        elif isinstance(phrase, Verb):
            ties.verb(phrase)
        else:
            ties.noun(phrase, row[i + 1] if i + 1 < len(row) else None, comments=_comments(row, i))
    ties.close()
    return ties.nouns, ties.verbs


def _is_clause(ahead: Sequence[Phrase]) -> bool:
    """Whether a doer and his verb follow."""
    return (
        len(ahead) == 2
        and isinstance(ahead[0], Noun)
        and ahead[0].time is None
        and isinstance(ahead[1], Verb)
        and ahead[1].voice in FINITE
    )


def _comments(row: Sequence[Phrase], i: int) -> bool:
    """Whether a phrase after a comma is who says so: "..., Washington claimed." is no list with what is before."""
    noun, verb, after = row[i], row[i + 1] if i + 1 < len(row) else None, row[i + 2] if i + 2 < len(row) else None
    if not i or not is_word(row[i - 1], ",") or not isinstance(verb, Verb) or not isinstance(noun, Noun):
        return False
    if verb.voice != "active" or verb.modal or verb.negated or noun.system is not None or noun.pronoun:
        return False
    named = noun.entity is not None or noun.items[-1].capital
    ends = after is None or (isinstance(after, Item) and after.tag in _ENDS_COMMENT)
    ends = ends or (isinstance(after, Noun) and after.time is not None)
    return ends and (verb.verb in _ONLY_SAYING or (named and verb.verb in _COMMENTING))


_ENDS_COMMENT: Final = frozenset((*',.;:"—–-)', "I"))
_ONLY_SAYING: Final = lexicon.bag("say add tell explain state")
_COMMENTING: Final = lexicon.bag(
    "claim report announce confirm note write warn insist stress estimate believe admit assert"
)


_TELLING: Final = ("", "present", "planned")
"""What verbs allege that may have a clause for their object: saw that tanks had left."""


class _Ties:
    """What has been read of a sentence, from its left."""

    def __init__(self) -> None:
        self.nouns: list[Noun] = []
        self.verbs: list[Verb] = []
        self.prep = ""
        self.under = ""
        self.relative = False
        self.gaps: list[tuple[Noun, Noun]] = []
        self.told: tuple[Noun, Verb] | None = None
        """A thing, and the verb of speech in the relative clause that tells of it."""
        self.pairs: list[tuple[Verb, Verb]] = []
        """Verbs directly joined, which share their object: intercepted and destroyed."""
        self.told_of: list[Noun] = []
        """Nouns with a relative clause between commas that has not ended yet."""
        self.marks: list[str] = []
        """What stands between the last phrase and this one."""
        self.last: Phrase | None = None
        self.word = ""
        """The mark or function word read last."""
        self.parts: list[Noun] = []
        """What "of which" follows."""
        self.bracketed: Noun | None = None
        """The phrase before a bracket that has not closed yet."""
        self.resumed: Verb | None = None
        """The verb whose clause goes on after a relative clause without a verb of its own."""
        self.gerund: Verb | None = None
        """The participle that opens a clause, and may turn out to be its subject."""

    def mark(self, item: Item, following: Phrase | None) -> None:
        """A mark or function word between phrases."""
        word, tag, before = item.word, item.tag, self.word
        if word == "that" and isinstance(following, Noun) and self._points(before):
            following.determiner = following.determiner or word
            return
        self.word = word
        if tag in (",", ";"):
            self.gerund = None
        if word in ("which", "whom") and before == "of" and isinstance(self.last, Noun):
            self.parts.append(self.last)
        if word == "with" and before in JOINED_BY_WITH and isinstance(self.last, Noun):
            self.prep = ""
            while self.last.prep and self.last.host is not None and self.last.system is None:
                self.last = self.last.host  # a base at Gao along with four lorries
            joint = "plus" if self.last.time is not None or self.last.prep else "and"
            self.marks = [*(mark for mark in self.marks if mark != before), joint]  # four lorries, along with shells
            return
        if word == "with" and before in JOINED_BY_WITH and isinstance(self.last, Verb):
            self.prep = TOGETHER_WITH  # was seized together with three others
            return
        if word in lexicon.PARTICLES and not isinstance(following, Noun) and self._joins(word, following):
            return
        if word == "of" and before == "out" and isinstance(following, Noun) and following.entity is not None:
            self.prep = "from"  # pulled its tanks out of Syria
        elif tag == "I" and before == "as" and word in ("to", "for") and self.last is None:
            self.under, self.prep = "", "as to"  # as to the planes, six were destroyed
        elif tag == "I":
            self.prep = "according to" if self.marks[-1:] == ["according"] else word
        elif word == "as" and isinstance(self.last, Noun) and self.last.items[-1].word == "such":
            self.prep = "such as"
        elif tag == "R" and word in OPENS_CLAUSE:
            self.under, self.prep = word, ""
        elif tag == "R" and word in OPENS_RELATIVE:
            self.relative, self.prep = True, ""
            if word in ("who", "which", "whose") and isinstance(self.last, Noun) and "," in self.marks:
                self.told_of.append(self.last)
        elif tag in ("C", "R", ",", '"', ";", ":", "(", ")", "—", "–", "-"):
            if tag != '"':
                self.prep = ""
            elif self.prep:
                return
        if tag != "B":
            self.marks.append(word)
        if tag in ("(", ")"):
            self._bracket(following, opens=tag == "(")

    def _points(self, before: str) -> bool:
        """Whether "that" only points at what follows: the crew of that jet, the missile which hit that jet."""
        if self.prep:
            return before == self.prep and self.prep != "in"
        last = self.last
        if not isinstance(last, Verb) or self.marks or last.verb in lexicon.SPEECH:
            return False
        frame = lexicon.FRAMES.get(last.verb)
        return frame is not None and frame.action not in _TELLING and last.voice in ("active", "ing", "inf")

    def _bracket(self, following: Phrase | None, *, opens: bool) -> None:
        """The clause goes on after a bracket: one of the vehicles (the one that was filmed) was sent to Mitiga."""
        if opens:
            self.bracketed = self.last if isinstance(self.last, Noun) else None
        elif self.bracketed is not None and (isinstance(following, Verb) or _is_preposition(following)):
            self.last, self.marks, self.bracketed = self.bracketed, [], None

    def _joins(self, particle: str, following: Phrase | None) -> bool:
        """Whether a particle after the object belongs to the verb: shot two jets down."""
        if particle == "out" and isinstance(following, Item) and following.word == "of":
            return False  # flies drones out of a base
        verb = self.verbs[-1] if self.verbs else None
        thing = self.last if isinstance(self.last, Noun) else None
        thing = thing.host if thing is not None and thing.pronoun and thing.prep == "of" else thing  # both of them down
        if verb is None or thing not in verb.objects or f"{verb.verb} {particle}" not in KNOWN:
            return False
        verb.verb = f"{verb.verb} {particle}"
        return True

    def verb(self, verb: Verb) -> None:
        """A verb group: its subject, and the clause that it stands in."""
        find_subject(verb, self.nouns, self.verbs, self.marks, self.last)
        if verb.voice in FINITE and not self.marks:
            self._end_opening(verb)
        self._tell_gerund(verb)
        if self.told_of:
            self._resume(verb)
        self._go_on_from_speech(verb)
        self._take_time(verb)
        if self.verbs and self.marks[-1:] == [","]:
            self._after_speech(verb, self.verbs[-1])
        if self.gaps:
            self._fill_gap(verb)
        if verb.voice == "ing" and self.prep == "against":
            verb.under = self.prep
        if verb.voice in FINITE:
            verb.relative = verb.relative or self.relative
            verb.under = self.under
            self.relative, self.under = False, ""
        if self.marks in (["and"], ["or"]) and isinstance(self.last, Verb):
            self.pairs.append((self.last, verb))
        self.verbs.append(verb)
        self.resumed = None
        self.prep, self.marks, self.last, self.word = "", [], verb, ""

    def _end_opening(self, verb: Verb) -> None:
        """After capturing two tanks, rebels left: who does it stands after the comma, and is no more of the list."""
        doer = self.last if isinstance(self.last, Noun) else None
        while doer is not None and doer.prep and not doer.set_off:
            doer = doer.host
        opening = self.verbs[0] if self.verbs else None
        if doer is None or not doer.set_off or doer.prep or doer.time is not None or doer.bracketed:
            return
        if opening is None or not opens_clause(opening) or self.nouns[0].start < opening.start:
            return
        if any(each.voice in FINITE and not each.relative and not each.under for each in self.verbs[1:]):
            return
        part_from(doer, self.verbs)
        _move_subject(verb, doer)
        _move_subject(opening, doer)

    def _tell_gerund(self, verb: Verb) -> None:
        """Sending tanks would be a mistake: what is only thought of is the subject of the clause."""
        if verb.voice == "ing":
            opens = self.last is None or self.marks[-1:] == ["that"]
            self.gerund = verb if opens and "being" not in verb.adverbs else self.gerund
        elif verb.voice in FINITE and self.gerund is not None:
            if not self.marks and isinstance(self.last, Noun) and self._is_within(self.gerund, self.last):
                self.gerund.under = "that"
                _drop_subject(self.gerund)
                _drop_subject(verb)
            self.gerund = None

    def _is_within(self, gerund: Verb, last: Noun) -> bool:
        """Whether a phrase belongs to a verb alone, and so does nothing itself."""
        objects = [each for each in gerund.objects if each.time is None]
        return len(objects) <= 1 and (bool(last.prep) or last in gerund.objects or last.time is not None)

    def _go_on_from_speech(self, verb: Verb) -> None:
        """Tanks which it said had been taken; the jets that officials say Russia sent."""
        if self.told is not None and verb.voice in FINITE and verb.verb not in lexicon.SPEECH:
            thing, said = self.told
            if self.last is said:
                _move_subject(verb, thing)
                verb.relative = True
            elif verb.subject is self.last and not self.marks and verb.voice == "active":
                verb.gap, verb.relative = thing, True
            self.told = None
        pending = next((pair for pair in self.gaps if pair[1] is verb.subject), None)
        if pending is not None and verb.voice == "active" and verb.verb in lexicon.SPEECH:
            self.told = (pending[0], verb)

    def _resume(self, verb: Verb) -> None:
        """The main clause goes on after a relative clause between commas."""
        if self.marks[-1:] != [","]:
            return
        speaks = verb.verb in lexicon.SPEECH
        if (verb.voice in FINITE and not (verb.bare and may_be_done(verb)) and not speaks) or (
            speaks and verb.voice == "active"
        ):
            _move_subject(verb, subject_before(self.told_of[0], self.nouns, closed=True))
            self.told_of.clear()

    def _take_time(self, verb: Verb) -> None:
        """On Monday the jets landed: the time directly before a verb is its own."""
        last = self.last
        if not isinstance(last, Noun) or last.time is None or last.prep or self.marks or verb.voice not in FINITE:
            return
        if any(own.gap is not None or _tells_of_thing(own) for own, _ in last.verbs):
            return  # the jet that Russia supplied last summer crashed; but: images taken on Monday show six
        for own, _ in last.verbs:
            own.preps = [each for each in own.preps if each is not last]
            own.objects = [each for each in own.objects if each is not last]
        last.verbs = [(verb, "")]
        verb.preps.append(last)

    def _after_speech(self, verb: Verb, inner: Verb) -> None:
        """Its crew, he said, had abandoned it."""
        if inner.verb not in lexicon.SPEECH or inner.voice != "active":
            return
        speaker = inner.subject
        if speaker is None or not speaker.set_off or speaker not in self.nouns or verb.verb in lexicon.SPEECH:
            return
        at = self.nouns.index(speaker)
        before = self.nouns[at - 1]
        if at and verb.voice in FINITE and not any(role == "subject" for _, role in before.verbs):
            _move_subject(verb, subject_before(before, self.nouns[:at], closed=True))

    def _fill_gap(self, verb: Verb) -> None:
        pending = next((pair for pair in self.gaps if pair[1] is verb.subject), None)
        if pending and verb.voice == "active" and verb.verb not in lexicon.SPEECH and not verb.relative:
            verb.gap, verb.relative = pending[0], True

    def noun(self, noun: Noun, following: Phrase | None = None, *, comments: bool = False) -> None:
        """A noun phrase: object, with a preposition, or in a list with those before."""
        marks, last = self.marks, self.last
        noun.prep = self.prep
        if marks:
            mark = marks[-1]
            noun.set_off, noun.bracketed = mark == ",", mark == "("
            noun.opens = "and" in marks or "," in marks or "but" in marks
            noun.negated = noun.negated or "not" in marks or "neither" in marks or "nor" in marks
            if mark == "whose" and isinstance(last, Noun):
                noun.possessor = last
            elif marks == [",", "that"]:
                pass  # we assess, in fact, that they sent it
            elif mark == "that" and isinstance(last, Noun) and is_told(last, self.verbs):
                pass  # was told by two officers that a drone had crashed
            elif mark in ("that", "which", "whom") and isinstance(last, Noun) and not (noun.time or last.time):
                self.gaps.append((last, noun))
            elif marks == [mark] and mark in RELATIVES and not noun.time and _is_dated_thing(self.nouns):
                self.gaps.append((self.nouns[-2], noun))  # a plane downed on Monday that Kyiv said ...
        if not marks and not noun.prep and isinstance(last, Noun) and touches(last, noun, following):
            self.gaps.append((last, noun))  # the missiles they carry, the rifles Turkey sent
        elif self._goes_on_elsewhere(noun, following):
            pass
        elif not comments and not (marks == ["and"] and self._go_on_after_time(noun, following)):
            self._attach(noun)
        self.nouns.append(noun)
        self.prep, self.marks, self.last, self.word = _passed_on(noun), [], noun, ""

    def _attach(self, noun: Noun) -> None:
        """Ties a phrase to those before it; will give the tanks, which it bought, to Kyiv: not to the last verb."""
        if self.marks[:-1] == [","] and (verb := before_relative(noun, self.verbs)) is not None:
            self.resumed = verb
            attach(noun, self.nouns, [verb], [], verb)
        else:
            resumed = self.resumed
            verbs = self.verbs if resumed is None else self.verbs[: self.verbs.index(resumed) + 1]
            attach(noun, self.nouns, verbs, self.marks, self.last)

    def _go_on_after_time(self, noun: Noun, following: Phrase | None) -> bool:
        """Destroyed two tanks on Monday and three howitzers on Tuesday: the list goes on after a time."""
        verb, last = self.verbs[-1] if self.verbs else None, self.last
        if not isinstance(last, Noun) or last.time is None or last.prep or noun.system is None or noun.quantity is None:
            return False
        ends = following is None or (isinstance(following, Item) and following.tag in (".", ","))
        ends = ends or (isinstance(following, Noun) and following.time is not None)
        things = [each for each in verb.objects if each.system is not None] if verb is not None else []
        if not ends or not things or verb is None or verb.voice != "active" or noun.prep:
            return False
        first = things[0].listed_with or things[0]
        noun.listed_with = first
        first.listed.append(noun)
        noun.verbs.append((verb, "object"))
        return True

    def _goes_on_elsewhere(self, noun: Noun, following: Phrase | None) -> bool:
        """Has 900 soldiers in Syria and 2,500 in Iraq: a bare number at the next place is of the same things."""
        if not _is_preposition(following) or not isinstance(self.last, Noun):
            return False
        thing = counted_before(noun, self.last, self.marks, self.verbs)
        if thing is None:
            return False
        noun.prep, noun.system, noun.head, noun.owners = "", thing.system, thing.head, noun.owners or thing.owners
        noun.listed_with = thing.listed_with or thing
        noun.listed_with.listed.append(noun)
        return True

    def close(self) -> None:
        """What can be told only at the end: a T-72 that his men had hit, the verb whose object went before."""
        for noun in self.parts:
            _part_from_list(noun)
            name_some_of_which(noun, self.nouns)
        for own in self.verbs:
            if own.gap is not None and all(each.time is not None for each in own.objects):
                own.objects.append(own.gap)
                own.gap.verbs.append((own, "object"))
        for first, second in reversed(self.pairs):
            _share(first, second)


def _part_from_list(noun: Noun) -> None:
    """Leaves a bare number what its own clause says of it: bought six drones, two of which were delivered."""
    if noun.listed_with is not None and noun.system is None and noun.quantity is not None:
        noun.listed_with.listed.remove(noun)
        noun.listed_with, noun.verbs = None, [each for each in noun.verbs if each[1] != "object"]


def _is_preposition(phrase: Phrase | None) -> bool:
    return isinstance(phrase, Item) and phrase.tag == "I"


def _is_dated_thing(nouns: Sequence[Noun]) -> bool:
    """Whether a thing and a time stand last."""
    return len(nouns) > 1 and nouns[-1].time is not None and nouns[-2].system is not None


def _passed_on(noun: Noun) -> str:
    """The preposition of a time in the genitive, which is that of what follows: in Monday's attack."""
    if noun.time is None or not is_genitive(noun.items[0].word):
        return ""
    first = noun.items[0].word.partition(" ")[0].casefold()
    return first if lexicon.TAGS.get(first) == "I" else ""


def _share(first: Verb, second: Verb) -> None:
    """Gives a verb the object of the one that it is joined to, or the voice: were damaged or destroyed."""
    done = lexicon.FRAMES.get(second.verb)
    shares = done is not None and done.action and not done.alone  # but: was hit and crashed
    if first.voice == "passive" and second.bare and shares and all(each.time is not None for each in second.objects):
        second.voice, second.relative = "passive", first.relative
        first.preps += [each for each in second.preps if each.prep == "by"]
    frame = lexicon.FRAMES.get(first.verb)
    if first.objects or first.voice != "active" or frame is None or not frame.action or frame.alone:
        return
    for each in (noun for noun in second.objects if noun.time is None):
        first.objects.append(each)
        each.verbs.append((first, "object"))
        for more in each.listed:
            more.verbs.append((first, "object"))


def _drop_subject(verb: Verb) -> None:
    if verb.subject is not None:
        verb.subject.verbs = [each for each in verb.subject.verbs if each[0] is not verb]
    verb.subject = None


def _move_subject(verb: Verb, subject: Noun | None) -> None:
    if subject is None:
        return
    if verb.subject is not None:
        verb.subject.verbs = [each for each in verb.subject.verbs if each[0] is not verb]
    verb.subject = subject
    subject.verbs.append((verb, "subject"))


def _tells_of_thing(verb: Verb) -> bool:
    """Whether a participle is on a thing, not on pictures: jets bought in May."""
    return verb.voice == "pp" and verb.subject is not None and verb.subject.system is not None


def parse(
    text: str, start: int, end: int, spans: Sequence[Mention | Quantity | TimeMention]
) -> tuple[list[Noun], list[Verb]]:
    """The noun phrases and verb groups of a sentence, tied to each other."""
    return relate(counted(phrases(items(text, start, end, spans))))
