"""Where the words of saying stand in a sentence, who is their subject, and what they are said of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar.marks import FINITE
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.speech.saying import (
    AFTER_NOUN,
    ANAPHOR,
    CLOSERS,
    GOES_ON,
    INVERTING,
    MARKS,
    MEN,
    OPENERS,
    OPENS_RELATIVE,
    RELATIVE,
    TOLD,
    Statement,
)
from oob.reading.speech.speakers import Speaker


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, as far as attributions need it."""

    text: str
    """The paragraph that it stands in, which all positions are of."""
    nouns: Sequence[Noun]
    verbs: Sequence[Verb]
    start: int
    end: int

    @property
    def words(self) -> str:
        """The sentence itself."""
        return self.text[self.start : self.end]

    def teller(self, verb: Verb) -> Noun | None:
        """The subject of a verb of speech; where commas leave doubt, the first phrase after the last of them."""
        subject = verb.subject
        if verb.relative or verb.voice == "ing":
            return subject
        first = self._first_after_comma(verb)
        if first is None or first is subject or (subject is not None and first.head in TOLD):
            return subject
        if subject is None or subject.end < first.start:
            return first
        loose = subject.prep or subject.host is not None or subject.head in AFTER_NOUN or subject.pronoun
        joined = self.text[first.end : subject.start].strip() == "and"
        return first if loose or joined or self._aside_before(verb) else subject

    def _aside_before(self, verb: Verb) -> bool:
        return self.text[self.start : verb.start].rstrip().endswith(",")

    def _first_after_comma(self, verb: Verb) -> Noun | None:
        """The first phrase of the clause that a verb ends, past what is put in: "Ankara, in its reply, said"."""
        text = self.text
        at = self._mark_before(verb.start)
        if at >= self.start and not text[at + 1 : verb.start].strip() and text[at] == ",":
            aside = self._mark_before(at)
            if aside < self.start or text[aside] != ",":
                return None
            stop, at = aside, self._mark_before(aside)
        else:
            stop = verb.start
        nouns = [each for each in self.nouns if at < each.start and each.end <= stop]
        if not nouns or nouns[0].time is not None:
            return None
        if text[max(at + 1, self.start) : nouns[0].start].strip() not in ("", "and", "but", "while"):
            return None
        return None if self.finite(nouns[0].end, stop) else nouns[0]

    def _mark_before(self, at: int) -> int:
        """Where the last mark stands that parts clauses; before the sentence where there is none."""
        text = self.text
        return max([self.start - 1, *[text.rfind(mark, self.start, at) for mark in MARKS]])

    def inverted(self, verb: Verb) -> Noun | None:
        """The noun after the verb where it is the speaker: "..., said Petrov."."""
        if verb.verb not in INVERTING or verb.voice not in ("active", "pp"):
            return None
        text = self.text
        if ANAPHOR.match(text, verb.end):
            return None  # ..., denies the charge
        before = text[max(self.start, verb.start - 3) : verb.start].rstrip()
        opens = before.casefold() in ("as", "as ") or before.endswith((" as", ",as"))
        if not before.endswith((",", *CLOSERS)) and not opens:
            return None
        noun = next((each for each in self.nouns if verb.end <= each.start), None)
        if noun is None or noun.start - verb.end > (12 if opens else 2) or noun.prep or noun.time is not None:
            return None
        if noun.system is not None and noun.entity is None and noun.head not in MEN:
            return None
        if before.endswith(CLOSERS) or opens:
            return noun
        if noun.pronoun:
            return None
        reach = self.reach(noun)
        closed = text[reach : reach + 1] in (",", ".", ";", "—", "")
        finite = any(_is_finite(each) and each.start < verb.start and not each.under for each in self.verbs)
        own = any(
            role == "subject"
            and _is_finite(each)
            and each.start >= reach
            and "," not in text[reach : each.start]
            and not (each.bare and text[each.start : each.end] in AFTER_NOUN)
            for each, role in noun.verbs
        )
        return noun if (closed or finite) and not own else None

    def trails(self, at: int, verb: Verb) -> bool:
        """Whether the attribution stands after what is said, or in the midst of it."""
        before = self.text[self.start : at].rstrip().removesuffix(" as").removesuffix(" as the")
        if not before.endswith((",", *OPENERS, *CLOSERS, "—", "–", "-")):
            return False
        after = self.text[verb.end : verb.end + 2].lstrip()
        if before.endswith(",") and after[:1] not in (",", ".", ";", "") and not self._any_verb(self.start, at):
            return False  # in a letter of 3 June, the government said that
        closes = self.finite(self.start, at) and not self.finite(verb.end, self.end)
        return len(before) > 25 or closes or after[:1] in (",", "—", "–", ")")

    def clause_of(self, said_at: int, verb: Verb) -> int:
        """Where the clause begins that words of saying are put into: "a tank that his men, he said, had hit"."""
        text = self.text
        if text[verb.end : verb.end + 1] != "," or GOES_ON.match(text, verb.end):
            return self.start
        if text[self.start : said_at].rstrip().endswith(CLOSERS):
            return self.start
        openings = list(RELATIVE.finditer(text, self.start, said_at))
        if not openings:
            return self.start
        last = openings[-1]
        closed = text[self.start : last.start()].rstrip().endswith(",") and self._any_verb(last.end(), said_at)
        return self.start if closed else last.start()

    def relative_before(self, at: int) -> int:
        """Where the relative clause begins whose first words an attribution is; 0 for none: "which, according to X"."""
        match = OPENS_RELATIVE.search(self.text, max(self.start, at - 40), at)
        return match.start() if match is not None else 0

    def clause_before(self, at: int) -> int:
        """Where the clause begins that an attribution at its end is for."""
        semicolon = self.text.rfind(";", self.start, at)
        while semicolon > 0 and not self._any_verb(semicolon, at):
            semicolon = self.text.rfind(";", self.start, semicolon)  # of a list: two tanks; and a radar, according to X
        return semicolon + 1 if semicolon > 0 else self.start

    def _end_of(self, verb: Verb) -> int:
        """How far what is said can go: in a relative clause between commas, to the second of them."""
        if not verb.relative or self.text[self.start : verb.start].rfind(", w") < 0:
            return self.end
        comma = self.text.find(", ", verb.end, self.end)
        return comma if comma > 0 else self.end

    def stated(
        self, verb: Verb, speaker: Speaker | None, stance: str, start: int, said_at: int, *, end: int | None = None
    ) -> Statement:
        """What a verb puts into a speaker's mouth, up to where that can go."""
        end = self._end_of(verb) if end is None else end
        return Statement(start, end, speaker, stance, self._made(verb), verb, said_at=said_at)

    def _made(self, verb: Verb) -> TimeMention | None:
        """The time that stands right after or before a verb of speech: "said Tuesday"."""
        for noun in (*verb.objects, *verb.preps):
            if noun.time is not None and noun.start - verb.end < 40:
                return noun.time
        return None

    def reach(self, noun: Noun) -> int:
        """Where a phrase ends, with those that hang on it."""
        reach = noun.end
        for _ in range(4):
            more = next(
                (each for each in self.nouns if each.prep and reach <= each.start <= reach + len(each.prep) + 2), None
            )
            if more is None:
                break
            reach = more.end
        return reach

    def finite(self, start: int, end: int) -> bool:
        """Whether a stretch has the verb of a main clause."""
        return any(start <= each.start < end and _is_finite(each) for each in self.verbs)

    def _any_verb(self, start: int, end: int) -> bool:
        """Whether a stretch has any verb."""
        return any(start <= each.start < end for each in self.verbs)


def _is_finite(verb: Verb) -> bool:
    """Whether it may be the verb of a main clause."""
    return verb.voice in FINITE and not verb.relative
