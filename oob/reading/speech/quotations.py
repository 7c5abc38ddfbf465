"""Quotations over several sentences, whose speaker is named after their end."""

from __future__ import annotations

from oob.reading.claims.memory import Memory
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.clauses import parse
from oob.reading.speech.saying import (
    CLOSING,
    NAMED_WITHIN,
    SAID_AFTER,
    SAID_WITHIN,
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
        names = self.memory.knowledge.gazetteer.find(text[start:stop])
        nouns, verbs = parse(
            text, start, stop, [Mention(each.start + start, each.end + start, each.meanings) for each in names]
        )
        verb = next((each for each in verbs if each.verb in lexicon.SPEECH), None)
        if verb is None:
            return None
        following = next((each for each in nouns if each.start >= verb.end), None)
        noun = verb.subject if verb.subject is not None and verb.subject.end <= verb.start else following
        own, self.voices.discourse.nouns = self.voices.discourse.nouns, nouns
        speaker = self.voices.speaker(noun) if noun is not None else None
        self.voices.discourse.nouns = own
        return speaker
