"""Quotations over several sentences, whose speaker is named after their end."""

from __future__ import annotations

from oob.reading.claims.memory import Memory
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.clauses import parse
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.speech.saying import (
    CLOSING,
    NAMED_WITHIN,
    SAID_AFTER,
    SAID_THIS,
    SAID_WITHIN,
    TOLD_NEXT,
    Statement,
)
from oob.reading.speech.speakers import Speaker
from oob.reading.speech.voices import Voices


class Quotations:
    """Follows the quotations of one text, to give a sentence inside one to the speaker named after it."""

    def __init__(self, memory: Memory, voices: Voices) -> None:
        self.memory = memory
        self.voices = voices
        self._later: tuple[int, int, Speaker] | None = None
        """A quotation that goes on: its paragraph, where it ends, and whose it is."""
        self._straight = (0, 0)
        """The paragraph that is being read, and how many straight quotation marks it has had so far."""

    def said_later(self, start: int, end: int) -> Statement | None:
        """Of a quotation over several sentences whose speaker is named after its end: that speaker."""
        if (goes_on := self._later) is not None and goes_on[0] == self.memory.paragraph and start < goes_on[1]:
            return Statement(start, min(end, goes_on[1]), goes_on[2], "alleged", said_at=end)
        text = self.memory.text
        opened = self._opened(start, end)
        if opened < 0:
            return None
        again = text.find(text[opened], end, end + SAID_WITHIN)
        closed = again if text[opened] == '"' else text.find(CLOSING[text[opened]], end, end + SAID_WITHIN)
        if closed < 0 or (text[opened] != '"' and 0 <= again < closed):
            return None
        words = SAID_AFTER.match(text, closed)
        speaker = self._named_in(words.end(), words.end() + NAMED_WITHIN) if words is not None else None
        if speaker is None:
            return None
        self._later = (self.memory.paragraph, closed, speaker)
        return Statement(opened, end, speaker, "alleged", said_at=end)

    def told_next(self, start: int, end: int) -> Statement | None:
        """Of a sentence that the next gives to a speaker: "A Su-25 was lost. This was reported by the brigade"."""
        memory, at = self.memory, self.memory.offset + end
        text = memory.document
        while at > 0 and text[at - 1 : at].isspace():
            at -= 1
        passive, active = TOLD_NEXT.match(text, at), SAID_THIS.match(text, at)
        if passive is None and active is None:
            return None
        own, memory.text = memory.text, text
        if passive is not None:
            speaker = self._first_in(passive.end(), passive.end() + NAMED_WITHIN)
        else:
            speaker = self._named_in(at, at + NAMED_WITHIN)
        memory.text = own
        return Statement(start, end, speaker, "alleged", said_at=end) if speaker is not None else None

    def _first_in(self, start: int, stop: int) -> Speaker | None:
        """Whom the first phrase of a stretch means."""
        text = self.memory.text
        stop = min(len(text), stop, *(at for mark in (". ", "\n", "; ") if (at := text.find(mark, start)) > 0))
        nouns, _ = self._parsed(start, stop)
        own, self.voices.discourse.nouns = self.voices.discourse.nouns, nouns
        speaker = (self.voices.speaker(nouns[0]) or self.voices.somebody(nouns[0])) if nouns else None
        self.voices.discourse.nouns = own
        return speaker

    def _parsed(self, start: int, stop: int) -> tuple[list[Noun], list[Verb]]:
        """The phrases of a stretch of the text."""
        names = self.memory.knowledge.gazetteer.find(self.memory.text[start:stop])
        spans = [Mention(each.start + start, each.end + start, each.meanings) for each in names]
        return parse(self.memory.text, start, stop, spans)

    def _opened(self, start: int, end: int) -> int:
        """Where a quotation opens in this sentence that does not close in it; below 0 for none."""
        text = self.memory.text
        opened = max(text.rfind("“", start, end), text.rfind("«", start, end))
        if opened >= 0:
            return -1 if text.find(CLOSING[text[opened]], opened, end) >= 0 else opened
        if self._straight[0] != self.memory.paragraph:
            self._straight = (self.memory.paragraph, 0)
        before, here = self._straight[1], text.count('"', start, end)
        self._straight = (self.memory.paragraph, before + here)
        return text.rfind('"', start, end) if before % 2 == 0 and here % 2 == 1 else -1

    def _named_in(self, start: int, stop: int) -> Speaker | None:
        """The speaker in words of saying that stand after a quotation."""
        text = self.memory.text
        ends = (text.find(mark, start, stop) for mark in (". ", ", who", " — ", "; "))
        stop = min((each for each in ends if each > 0), default=min(stop, len(text)))
        nouns, verbs = self._parsed(start, stop)
        verb = next((each for each in verbs if each.verb in lexicon.SPEECH), None)
        if verb is None:
            return None
        following = next((each for each in nouns if each.start >= verb.end), None)
        noun = verb.subject if verb.subject is not None and verb.subject.end <= verb.start else following
        own, self.voices.discourse.nouns = self.voices.discourse.nouns, nouns
        speaker = self.voices.speaker(noun) if noun is not None else None
        self.voices.discourse.nouns = own
        return speaker
