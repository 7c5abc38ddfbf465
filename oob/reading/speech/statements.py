"""Who says it, and how firmly: the stretches of a sentence that somebody other than its writer stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.denials import CALLING
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.speech.parting import parted
from oob.reading.speech.quotations import Quotations
from oob.reading.speech.relays import Relays
from oob.reading.speech.reporting_nouns import ReportingNouns
from oob.reading.speech.reporting_verbs import ReportingVerbs
from oob.reading.speech.saying import (
    CITING,
    MENTIONING,
    NOTHING,
    OF_UNPROVEN,
    OF_UNTRUE,
    UNPROVEN,
    UNTRUE,
    Statement,
)
from oob.reading.speech.speakers import Speaker
from oob.reading.speech.tellers import Sentence
from oob.reading.speech.voices import Voices

__all__ = ["Ear", "Speaker", "covering"]

_TELLING_VERBS: Final = frozenset(lexicon.SPEECH) | CALLING | CITING | lexicon.GAUGING | MENTIONING | lexicon.OBSERVING
_TELLING_PREPS: Final = frozenset({"according to", "by", "in"})
"""The verbs and prepositions that words of saying have; no other phrase puts anything into anybody's mouth."""


class Ear:
    """Hears who says what in the sentences of one text."""

    def __init__(self, memory: Memory, outlet: Speaker) -> None:
        self.memory = memory
        self.voices = Voices(memory, outlet)
        self._quotations = Quotations(memory, self.voices)

    def statements(self, nouns: Sequence[Noun], verbs: Sequence[Verb], start: int, end: int) -> list[Statement]:
        """What a sentence puts into somebody's mouth, in the order of the words of saying."""
        self.voices.hear(nouns)
        sentence = Sentence(self.memory.text, nouns, verbs, start, end)
        found = self._told(sentence)
        found += self._disowned(sentence)
        later = self._quotations.said_later(start, end)
        if not any(each.speaker for each in found):
            later = later or self._quotations.told_next(start, end)
            found += [later] if later is not None else []
        return parted(sentence, found)

    def _told(self, sentence: Sentence) -> list[Statement]:
        """What its verbs and nouns of saying put into somebody's mouth."""
        found: list[Statement] = []
        relays = Relays(sentence, self.voices, found)
        of_verbs = ReportingVerbs(sentence, self.voices, relays, found)
        of_nouns = ReportingNouns(sentence, self.voices, relays, found)
        telling: list[Noun | Verb] = [noun for noun in sentence.nouns if noun.prep in _TELLING_PREPS]
        telling += [verb for verb in sentence.verbs if verb.verb in _TELLING_VERBS]
        for phrase in sorted(telling, key=attrgetter("start")):
            made = of_verbs.statement(phrase) if isinstance(phrase, Verb) else of_nouns.statement(phrase)
            if made is None:
                continue
            found.append(made)
            if made.speaker is not None:
                self.voices.discourse.keep(made.speaker)
        if " that " in sentence.words:
            found += of_nouns.before_that()
        if found and self._may_be_unproven and UNPROVEN.search(sentence.words):
            return [replace(each, doubted=True) for each in found]
        return found

    def _disowned(self, sentence: Sentence) -> Iterator[Statement]:
        """What the writer himself says is not so: "there is no evidence that", "does not correspond to the facts"."""
        words, start = sentence.words, sentence.start
        if " that " in words and "no " in words.lower() and (nothing := NOTHING.search(words)) is not None:
            at = start + nothing.end()
            yield Statement(at, sentence.end, None, "denied", said_at=at)
        if self._may_be_untrue and (untrue := UNTRUE.search(words)) is not None:
            at = start + untrue.start()
            yield Statement(start, at, None, "denied", said_at=at)

    @cached_property
    def _may_be_untrue(self) -> bool:
        """Whether the text has a word without which nothing is called untrue."""
        return self._has_any(OF_UNTRUE)

    @cached_property
    def _may_be_unproven(self) -> bool:
        """Whether the text has a word without which nothing is called unproven."""
        return self._has_any(OF_UNPROVEN)

    def _has_any(self, words: Sequence[str]) -> bool:
        text = self.memory.document.lower()
        return any(word in text for word in words)


def covering(statements: Sequence[Statement], at: int) -> list[Statement]:
    """The statements that a position lies in, the outermost first."""
    inside = [each for each in statements if each.start <= at < each.end]
    return sorted(inside, key=lambda each: (each.start, -each.end))
