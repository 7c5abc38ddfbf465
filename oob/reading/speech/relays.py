"""Who relays a speaker: the paper that cites an official, the agency that he told it, the ministry that it quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oob.reading.grammar.syntax import Noun, Verb, first
from oob.reading.speech.saying import OF_NOBODY, RELAYS, Statement
from oob.reading.speech.speakers import POSSESSIVE, Speaker
from oob.reading.speech.tellers import Sentence
from oob.reading.speech.voices import Voices


class Relays:
    """Makes out who relays whom in one sentence."""

    def __init__(self, sentence: Sentence, voices: Voices, found: Sequence[Statement]) -> None:
        self.sentence = sentence
        self.voices = voices
        self.found = found
        """What has been made out of the sentence so far."""
        self._cited: Speaker | None = None
        """Whom an outlet has been said to cite."""

    def cited(self, verb: Verb) -> Statement | None:
        """Quoting a diplomat; cited a letter from the ministry; was quoted by Interfax as saying."""
        voices = self.voices
        by = first(verb.preps, "by")
        if by is not None and self.sentence.text.endswith(", as ", 0, verb.start):
            return self._as_quoted(verb, by)
        if verb.voice == "passive" or (verb.voice == "pp" and by is not None):
            speaker = voices.speaker(verb.subject) if verb.subject is not None else None
            through = voices.speaker(by) if by is not None else None
            said_at = verb.subject.start if verb.subject is not None else verb.start
        else:
            cited = next((each for each in self.sentence.nouns if each.start >= verb.end), None)
            if cited is not None and self._is_their_own(cited):
                return None
            speaker = voices.speaker(cited) or voices.somebody(cited) if cited is not None else None
            through = voices.speaker(verb.subject) if verb.subject is not None else None
            said_at = verb.subject.start if verb.subject is not None and verb.voice != "ing" else verb.start
        if speaker is None:
            return None
        if through is None or through.kind != "outlet":
            through = next((each for each in self._outlets(verb.start) if each != speaker), through)
        trails = verb.voice != "ing" and self.sentence.trails(said_at, verb)
        reported = (each for each in reversed(self.found) if each.verb is not None and each.speaker == through)
        main = next(reported, None) if verb.voice == "ing" else None
        speaker = self._cited = self.through(speaker, through)
        start = main.start if main is not None else self.sentence.start if trails else verb.start
        return self.sentence.stated(verb, speaker, "alleged", start, said_at)

    def _as_quoted(self, verb: Verb, by: Noun) -> Statement | None:
        """Whoever has just spoken, relayed: "..., a diplomat said, as quoted by CNN"."""
        said = self.found[-1] if self.found else None
        through = self.voices.speaker(by)
        if said is None or said.speaker is None or through is None:
            return None
        return replace(said, speaker=self.through(said.speaker, through))

    def cited_instead(self, speaker: Speaker | None) -> Speaker | None:
        """Of an outlet that cites somebody, or of whom it cites: the one cited, relayed by the outlet."""
        cited = self._cited
        if cited is None or speaker is None:
            return speaker
        if speaker in (cited.through, replace(cited, through=None)):
            return cited
        return self.through(cited, speaker) if speaker.kind == "outlet" else speaker

    def relayed(self, speaker: Speaker, verb: Verb) -> Speaker:
        """Told Reuters; said in an interview with Al Jazeera."""
        for noun in self.sentence.nouns:
            if noun.entity is None or abs(noun.start - verb.end) > 80:
                continue
            named = self.voices.bodies.source(noun.entity)
            if named is None or named.kind != "outlet":
                continue
            near = 0 < noun.start - verb.end <= 40
            told = near and ((not noun.prep and verb.verb in ("tell", "brief", "inform")) or noun.prep == "to")
            words = self.sentence.text[max(self.sentence.start, noun.start - 40) : noun.start].split()
            if told or (noun.prep in ("with", "to", "by", "on") and any(word in RELAYS for word in words)):
                return self.through(speaker, named)
        return speaker

    def through(self, speaker: Speaker, through: Speaker | None) -> Speaker:
        """A speaker with whoever relays him, if that is not the report's own outlet."""
        if through is None or through == speaker or speaker.through is not None:
            return speaker
        if through.name == self.voices.outlet.name:
            return speaker
        return replace(speaker, through=through)

    def _outlets(self, before: int) -> Iterator[Speaker]:
        """News media that a sentence names, the last first."""
        for noun in reversed([each for each in self.sentence.nouns if each.end <= before]):
            named = self.voices.bodies.source(noun.entity)
            if named is not None and named.kind == "outlet":
                yield named

    def _is_their_own(self, cited: Noun) -> bool:
        """Whether somebody cites his own: "citing the data of its own services"."""
        below = (cited, *cited.of)
        return any(each.determiner in POSSESSIVE for each in below) and cited.head in OF_NOBODY
