"""When: the time of a claim, from the phrases and clauses of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from oob.reading.claims.imagery import TAKING
from oob.reading.claims.memory import Memory
from oob.reading.expressions.backdates import COUNTED, reckoned_back
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES
from oob.reading.grammar.syntax import Noun, Verb

_ITS_OWN: Final = ("from ", "of ", "dated ")
"""What stands before the time of a picture."""
_WHEN_CLAUSE: Final = re.compile(r",? when\b")
_AT_ONCE: Final = frozenset({"as", "while"})
"""Conjunctions for what happens together with something else."""
_HAS_SINCE: Final = re.compile(r"\b(?:has|have|had) since\b")
_SINCE_WAR: Final = re.compile(r"(?i)^(?:since|from)\b.*\b(?:war|invasion|military operation|conflict|aggression)\b")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LATER: Final = frozenset({"since", "after"})
"""Conjunctions and prepositions for what began with something else."""


def only_says(verb: Verb) -> bool:
    """Whether a verb is one of speech alone: who documents a thing tells when it was there."""
    return verb.verb in lexicon.SPEECH and verb.verb not in FRAMES


def of_speech(noun: Noun) -> bool:
    """Whether a time is that of a verb of speech."""
    return any(only_says(verb) for verb, _ in noun.verbs)


def known(noun: Noun) -> bool:
    """Whether a phrase is a time that is known."""
    return noun.time is not None and noun.time.edtf is not None


class Times:
    """Finds when what a sentence tells happened."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def of_phrases(self, near: Sequence[Noun]) -> TimeMention | None:
        """The first time that the phrases around a thing tell."""
        for each in near:
            if each.dated is not None and each.dated.edtf is not None:
                return _onwards(each.dated) if each.prep in _LATER else each.dated
            if each.time is not None and known(each) and self._is_of_event(each):
                return each.time._replace()  # a time of its own, not the one of the speech
            if each.time is not None and known(each) and not of_speech(each):
                return _onwards(each.time) if self._follows_event(each) else each.time
        return None

    def _is_of_event(self, time: Noun) -> bool:
        """Whether a time by a verb of speech is an event's: accused them of a raid on Sunday, puts losses since May."""
        if any(verb.verb in lexicon.GAUGING for verb, _ in time.verbs):
            return True
        start = max((verb.end for verb, _ in time.verbs if only_says(verb)), default=time.start)
        between = (each for each in self.memory.nouns if start <= each.start and each.end <= time.start)
        return any(each.head in lexicon.STRIKES and each.prep == "of" for each in between)

    def _follows_event(self, time: Noun) -> bool:
        """Whether a time is that of an event that something came after: after clashes in July."""
        before = [each for each in self.memory.nouns if each.end < time.start]
        last = before[-1] if before else None
        return last is not None and last.prep in _LATER and last.end == time.start - 1 and last.time is None

    def of_clause(self, verb: Verb | None) -> TimeMention | None:
        """Of a clause that "when" opens: the time that stands before it; of "has since": what began with another."""
        if verb is None or (time := self._time_ending(verb)) is None or time.edtf is None:
            return None
        closed = time.edtf.removesuffix("/..").removeprefix("../")
        return time._replace(edtf=closed)

    def _time_ending(self, verb: Verb) -> TimeMention | None:
        """The time that a "when" before a verb goes on from, where nothing else has been dated since."""
        times = [each for each in self.memory.nouns if known(each) and each.end <= verb.start]
        if not times or verb.perfect or _WHEN_CLAUSE.match(self.memory.text, times[-1].end) is None:
            return None
        return times[-1].time

    def since(self, verb: Verb | None) -> TimeMention | None:
        """Of a clause beside one with "since" or "after", or that "has since" happened: from that time onwards."""
        if verb is None:
            return None
        for clause in self.memory.verbs:
            if (
                clause.under in _LATER
                and clause is not verb
                and not only_says(clause)
                and self._is_outside(verb, clause)
            ):
                time = next((each.time for each in (*clause.preps, *clause.objects) if known(each)), None)
                if time is not None:
                    return _onwards(time)
        if _HAS_SINCE.search(self.memory.text, verb.start, verb.end) is not None:
            times = [each for each in self.memory.nouns if known(each) and each.end <= verb.start]
            return _onwards(times[-1].time) if len(times) == 1 and times[-1].time is not None else None
        return None

    def counted_from(self, verb: Verb | None) -> TimeMention | None:
        """Of a clause that another is counted from: the raid came two days after a drone hit the port."""
        if verb is None or verb.under not in ("after", "before"):
            return None
        opens = max((own.end for own in self.memory.verbs if own.end <= verb.start), default=0)
        counts = list(COUNTED.finditer(self.memory.text, opens, verb.start))
        if not counts or (day := self._day_before(counts[-1].start())) is None:
            return None
        edtf = reckoned_back(counts[-1], day)
        return TimeMention(counts[-1].start(), counts[-1].end(), edtf, counts[-1][0]) if edtf is not None else None

    def _day_before(self, at: int) -> str | None:
        """The day named last before a place of the text."""
        here = [each for each in self.memory.nouns if each.end <= at]
        told = (each.time for row in (here, *reversed(self.memory.before)) for each in reversed(row) if known(each))
        days = (time.edtf for time in told if time is not None and time.edtf is not None and _DAY.fullmatch(time.edtf))
        return next(days, self.memory.day)

    def of_main(self, verb: Verb | None) -> TimeMention | None:
        """Of a clause with "as" or "while" after one that is dated: they advanced on Monday, as jets bombed it."""
        if verb is None or verb.under not in _AT_ONCE:
            return None
        before = [own for own in self.memory.verbs if own.end <= verb.start and not (own.under or own.relative)]
        main = next((own for own in reversed(before) if own.voice in ("active", "passive")), None)
        if main is None or main.verb in lexicon.SPEECH or main.modal:
            return None
        near = (*main.preps, *main.objects)
        return next((each.time for each in near if known(each) and each.end <= verb.start), None)

    def _is_outside(self, verb: Verb, clause: Verb) -> bool:
        """Whether a verb stands in the main clause, not in the subordinate one or in one that hangs on that."""
        if verb.start < clause.start:
            return not verb.relative
        return verb.above is not clause and not verb.relative and not verb.under and verb.subject is not clause.subject

    def opens_speech(self, time: Noun) -> bool:
        """Whether a time stands in front of a verb of speech that is not put in: on Tuesday he said."""
        clause = self.memory.text.rfind(";", 0, time.start)
        opening = next((verb for verb in self.memory.verbs if verb.start > clause), None)
        if opening is None or not only_says(opening) or time.start > opening.start:
            return False
        return not self._is_put_in(opening)

    def _is_put_in(self, verb: Verb) -> bool:
        """Whether a verb of speech stands between commas in what is said: the raid, he said, had burned nine trucks."""
        if self.memory.text[max(0, verb.start - 3) : verb.start].rstrip().endswith(","):
            return True
        start = verb.subject.start if verb.subject is not None else verb.start
        roles = (each for noun in self.memory.nouns if noun.end < start for each in noun.verbs)
        return any(role == "subject" and own.start > verb.end for own, role in roles)

    def of_report(self, verb: Verb | None) -> TimeMention | None:
        """Of a fight that is told on the day: on Tuesday the army said that it had shot down a drone."""
        first = self.memory.nouns[0] if self.memory.nouns else None
        if verb is None or verb.modal or first is None or first.time is None or not known(first):
            return None
        return first.time._replace() if self.opens_speech(first) else None

    def of_picture(self, at: int, verb: Verb | None) -> TimeMention | None:
        """Of what a picture shows: when it was taken, as footage filmed on Tuesday, or a photograph from 3 May, was."""
        if verb is not None and (verb.relative or verb.perfect or verb.modal):
            return None
        before = [each for each in self.memory.nouns if each.end <= at]
        for picture, time in pairwise(before):
            if known(time) and time.time is not None and picture.head.rsplit(" ", 1)[-1].casefold() in lexicon.IMAGERY:
                taken = any(own.verb in TAKING and picture.end < own.start < time.start for own, _ in picture.verbs)
                if taken or (time.time.text.startswith(_ITS_OWN) and time.start == picture.end + 1):
                    return time.time._replace()
        return None

    def of_toll(self, time: TimeMention) -> TimeMention:
        """Of what was lost since a war began: all of it was by the day on which the text tells so."""
        began, _, end = (time.edtf or "").partition("/")
        of_war = end == ".." and _SINCE_WAR.search(time.text) is not None and len(began) == len("2022-02-24")
        if not of_war or self.memory.told_on is None or self.memory.told_on < began:
            return time
        return time._replace(edtf=f"{began}/{self.memory.told_on}")

    def only(self, verb: Verb | None) -> TimeMention | None:
        """The one time that a sentence names, where nothing else claims it."""
        times = [each for each in self.memory.nouns if known(each)]
        if len(times) != 1 or of_speech(times[0]):
            return None
        if self.opens_speech(times[0]):
            return None
        opening = self.memory.verbs[0] if self.memory.verbs else None
        before = [own for own in self.memory.verbs if own.end <= times[0].start]
        nearest = before[-1] if before else opening
        chain = {id(verb), id(verb.above)} if verb is not None else set()
        if nearest is not None and nearest.voice == "ing" and nearest.above is verb:
            nearest = verb  # crashed on landing in May
        theirs = nearest is not None and id(nearest) in chain and nearest.verb not in lexicon.SPEECH
        return times[0].time if theirs else None


def _onwards(time: TimeMention) -> TimeMention:
    """From a time on."""
    first = (time.edtf or "").split("/")[0]
    is_plain = first[:1].isdigit() and first[-1:].isdigit()
    return time._replace(edtf=f"{first}/..") if is_plain else time
