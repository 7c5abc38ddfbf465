"""Reporting nouns and prepositions: "according to", "by the count of", "reports that", "his denial that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun
from oob.reading.speech.relays import Relays
from oob.reading.speech.saying import (
    BY_WORD,
    CITING,
    MAY_PRECEDE,
    OF_NOBODY,
    OF_NOUN,
    TELLING_NOUN,
    Statement,
)
from oob.reading.speech.speakers import POSSESSIVE, Speaker
from oob.reading.speech.tellers import Sentence
from oob.reading.speech.voices import Voices

_ADDS: Final = re.compile(r"\b(?:and|but|or|plus|including|then|perhaps), (?:according to|by|in) (?:\w+ )?$")
"""What puts an attribution right before the one thing that it is for."""
_LONGEST: Final = 28
"""Characters that such words take, but for a rare long one."""


class ReportingNouns:
    """Makes out what the nouns of one sentence give as somebody's word."""

    def __init__(self, sentence: Sentence, voices: Voices, relays: Relays, found: Sequence[Statement]) -> None:
        self.sentence = sentence
        self.voices = voices
        self.relays = relays
        self.found = found
        """What has been made out of the sentence so far."""

    def statement(self, noun: Noun) -> Statement | None:
        """What a phrase gives as somebody's word: by the count of, in their view, according to."""
        if noun.prep == "according to":
            return self._according(noun)
        if noun.prep not in ("by", "in") or noun.head not in BY_WORD or noun.system is not None:
            return None
        speaker = next((each for of in noun.of if (each := self.voices.speaker(of))), None)
        speaker = speaker or self.voices.bodies.source(next((item for item in noun.owners if item.mention), None))
        if speaker is None and noun.determiner in POSSESSIVE:
            speaker = self.voices.discourse.last
        if speaker is None and noun.head.startswith("estimate") and noun.prep == "by" and noun.determiner != "an":
            return Statement(self.sentence.start, self.sentence.end, None, "assessed", said_at=noun.start)
        if speaker is None:
            return None
        end = self._end_of_figure(noun)
        if _ADDS.search(
            self.sentence.text, max(self.sentence.start, noun.start - _LONGEST), noun.start
        ):  # and, by their count, ten
            return Statement(noun.start, self.sentence.end, speaker, BY_WORD[noun.head], said_at=noun.start)
        return Statement(self.sentence.start, end, speaker, BY_WORD[noun.head], said_at=noun.start)

    def _according(self, noun: Noun) -> Statement | None:
        """According to: for the whole sentence, or for the rest of one that it is put into."""
        sentence, text = self.sentence, self.sentence.text
        if "according" not in text[max(sentence.start, noun.start - 14) : noun.start].casefold():
            return None  # another name for the one before
        maker = self.voices.shown_by(noun) if noun.head in OF_NOBODY else None  # information released by the army
        if maker is None and noun.head in OF_NOBODY and not (noun.owners or noun.of or noun.after or noun.determiner):
            return Statement(sentence.clause_before(noun.start), sentence.end, None, "alleged", said_at=noun.start)
        speaker = maker or self.voices.speaker(noun) or self.voices.somebody(noun)
        if speaker is None:
            return None
        if speaker.kind == "outlet" and (cited := self._first_cited(noun)) is not None:
            speaker = self.relays.through(cited, speaker)
        elif speaker.kind == "outlet" and (quoted := self._just_quoted(noun)) is not None:
            speaker = self.relays.through(quoted, speaker)
        stance = "assessed" if speaker.expert else "alleged"
        start = sentence.relative_before(noun.start) or sentence.clause_before(noun.start)
        if self.found and self.found[-1].start > start and ", " in text[noun.end : sentence.end - 15]:
            start = self.found[-1].start  # the paper reported that, according to officials, ...
        if (figure := self._figure_before(noun)) is not None:
            return Statement(figure.start, noun.start, speaker, stance, said_at=noun.start)
        if _ADDS.search(text, max(sentence.start, noun.start - _LONGEST), noun.start) is not None:
            start = noun.start  # has sent tanks and, according to officials, 300 men
        return Statement(start, sentence.end, speaker, stance, said_at=noun.start)

    def _figure_before(self, noun: Noun) -> Noun | None:
        """A bare figure that an attribution between commas is for: six, according to the mayor, and ten in all."""
        text, sentence = self.sentence.text, self.sentence
        before = next((each for each in reversed(sentence.nouns) if each.end < noun.start), None)
        if before is None or before.quantity is None or len(before.items) > 1 or before.prep not in ("", noun.prep):
            return None
        put_in = text[before.end : noun.start].strip(", ").casefold() == "according to"
        reach = sentence.reach(noun)
        return before if put_in and text[reach : reach + 2].lstrip()[:1] in (",", ";", "-", "–", "—") else None

    def _just_quoted(self, noun: Noun) -> Speaker | None:
        """Who has just been said to speak, where an outlet's name follows: "..., he said, according to Reuters"."""
        said = next((each for each in reversed(self.found) if each.verb is not None), None)
        if said is None or said.verb is None or said.speaker is None or said.speaker.kind == "outlet":
            return None
        between = self.sentence.text[said.verb.end : noun.start].strip(" ,").casefold()
        return said.speaker if between == "according to" else None

    def _first_cited(self, noun: Noun) -> Speaker | None:
        """According to Reuters, which cited two officials."""
        near = (each for each in self.sentence.verbs if 0 < each.start - noun.end < 60)
        verb = next((each for each in near if each.verb in CITING), None)
        cited = next((each for each in self.sentence.nouns if verb is not None and each.start >= verb.end), None)
        return self.voices.speaker(cited) if cited is not None else None

    def _end_of_figure(self, noun: Noun) -> int:
        """How far a reckoning goes that is put in after a figure: "1,900 Humvees, by his reckoning, and 40 tanks"."""
        text, end = self.sentence.text, self.sentence.reach(noun)
        first = noun.start - len(noun.prep) - 1
        counted = any(each.quantity is not None and each.end <= first for each in self.sentence.nouns)
        before = text[max(0, first - 3) : noun.start].rstrip().removesuffix(noun.prep)
        put_in = counted and before.rstrip().endswith(",")
        following = next((each for each in self.sentence.nouns if each.start >= end), None)
        clause = following is not None and any(role == "subject" for _, role in following.verbs)
        return end if put_in and text[end : end + 1] == "," and not clause else self.sentence.end

    def before_that(self) -> Iterator[Statement]:
        """Reports that; Kyiv's claim that; his denial that."""
        sentence = self.sentence
        for match in TELLING_NOUN.finditer(sentence.words):
            if not _is_noun_after(match["before"].rstrip(" ,").casefold()):
                continue
            at = sentence.start + match.start("noun")
            speaker = self._possessor(at, match["before"].rstrip(" ,").casefold())
            stance = OF_NOUN.get(match["noun"].casefold().rstrip("s"), "alleged")
            start, rumoured = sentence.start + match.end(), speaker is None
            yield Statement(start, sentence.end, speaker, stance, said_at=at, rumoured=rumoured)

    def _possessor(self, at: int, before: str) -> Speaker | None:
        """Whose a report or claim is, by the genitive or the possessive before it."""
        noun = next((each for each in self.sentence.nouns if each.start <= at < each.end), None)
        owner = next((item for item in noun.owners if item.mention), None) if noun is not None else None
        if (speaker := self.voices.bodies.source(owner)) is not None:
            return speaker
        return self.voices.discourse.last if before in POSSESSIVE else None


def _is_noun_after(word: str) -> bool:
    """Whether what reads like a noun of speech is one after such a word, and not a verb: "he claims that"."""
    if word in MAY_PRECEDE or word in lexicon.FORMS or word.endswith(("'s", "’s", "s'", "s’")):
        return True
    return word.endswith(("ate", "ify", "ed"))
