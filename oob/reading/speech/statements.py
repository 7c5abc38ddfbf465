"""Who says it, and how firmly: the stretches of a sentence that somebody other than its writer stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.clauses import parse
from oob.reading.grammar.denials import CALLING, denies
from oob.reading.grammar.syntax import Noun, Verb
from oob.reading.speech.saying import (
    ANAPHOR,
    BY_WORD,
    CHARGING,
    CITING,
    CLOSING,
    CONFIRMING,
    FROM_ABOVE,
    GOES_BY,
    HELD,
    MAIN_CLAUSE,
    MAY_PRECEDE,
    MENTIONING,
    NAMED_WITHIN,
    NEW_CLAUSE,
    NOTHING,
    OF_NOBODY,
    OF_NOUN,
    OF_UNPROVEN,
    OF_UNTRUE,
    ON_HIMSELF,
    PICTURES,
    REASONABLE,
    RELAYS,
    RUMOURED,
    SAID_AFTER,
    SAID_WITHIN,
    SAYING,
    TELLING,
    TELLING_NOUN,
    UNPROVEN,
    UNTRUE,
    Statement,
)
from oob.reading.speech.speakers import Speaker
from oob.reading.speech.tellers import Sentence
from oob.reading.speech.voices import Voices, serves

__all__ = ["Ear", "Speaker", "covering"]

_TELLING_VERBS: Final = frozenset(lexicon.SPEECH) | CALLING | CITING | lexicon.GAUGING | MENTIONING | lexicon.OBSERVING
_TELLING_PREPS: Final = frozenset({"according to", "by", "in"})
"""The verbs and prepositions that words of saying have; no other phrase puts anything into anybody's mouth."""


class Ear(Sentence):
    """Hears who says what in the sentences of one text."""

    def __init__(self, memory: Memory, outlet: Speaker) -> None:
        super().__init__(memory)
        self.outlet = outlet
        self.voices = Voices(memory, outlet)
        self._found: list[Statement] = []
        """What has been made out of the sentence that is being read."""
        self._later: tuple[int, int, Speaker] | None = None
        """A quotation that goes on: its paragraph, where it ends, and whose it is."""
        self._straight = (0, 0)
        """The paragraph that is being read, and how many straight quotation marks it has had so far."""
        self._citing: Speaker | None = None
        """Whom an outlet has been said to cite in this sentence."""

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

    def statements(self, nouns: Sequence[Noun], verbs: Sequence[Verb], start: int, end: int) -> list[Statement]:
        """What a sentence puts into somebody's mouth, in the order of the words of saying."""
        self.nouns, self.verbs, self.start, self.end = nouns, verbs, start, end
        self._citing = None
        self.voices.hear(nouns)
        found: list[Statement] = []
        self._found = found
        telling: list[Noun | Verb] = [noun for noun in nouns if noun.prep in _TELLING_PREPS]
        telling += [verb for verb in verbs if verb.verb in _TELLING_VERBS]
        telling.sort(key=attrgetter("start"))
        for phrase in telling:
            made = self._of_verb(phrase) if isinstance(phrase, Verb) else self._of_noun(phrase)
            if made is None:
                continue
            found.append(made)
            if made.speaker is not None:
                self.voices.discourse.keep(made.speaker)
        text = self.memory.text[start:end]
        tells = " that " in text
        if tells:
            found += self._told_by_nouns(text)
        if found and self._may_be_unproven and UNPROVEN.search(text):
            found = [replace(each, doubted=True) for each in found]
        if tells and "no " in text.lower() and (nothing := NOTHING.search(text)) is not None:
            at = start + nothing.end()
            found.append(Statement(at, end, None, "denied", said_at=at))
        if self._may_be_untrue and (untrue := UNTRUE.search(text)) is not None:
            found.append(Statement(start, start + untrue.start(), None, "denied", said_at=start + untrue.start()))
        later = self._said_later()
        if later is not None and not any(each.speaker for each in found):
            found.append(later)
        return self._parted(found)

    # -- words of saying ---------------------------------------------------------------------------------------------

    def _of_verb(self, verb: Verb) -> Statement | None:
        if verb.verb in CITING:
            return self._cited(verb)
        if (other := self._gauged(verb) or self._mentioned(verb)) is not None:
            return other
        stance = "denied" if denies(verb) else lexicon.SPEECH.get(verb.verb)
        if stance is None:
            watcher = self._watcher(verb)
            return None if watcher is None else self._stated(verb, watcher, "alleged", verb.start, verb.start)
        if verb.modal in lexicon.MODALS_FUTURE and not verb.perfect:
            return None  # what somebody is going to say, nobody has said
        if verb.voice == "ing" and (verb.verb == "consider" or self._goes_by_sight(verb)):
            return None  # considering that; judging by the footage
        before = self.memory.text[self.start : verb.start]
        if stance == "denied" and before.endswith(" nor ") and "neither " in before.casefold():
            return self._stated(verb, None, "possible", verb.start, verb.start)  # neither confirmed nor denied
        if verb.negated and verb.verb in CONFIRMING:
            return self._stated(verb, None, "possible", verb.start, verb.start)
        if verb.negated and stance != "assessed":
            return None
        if verb.voice == "passive":
            return self._of_passive(verb, stance)
        if verb.voice == "inf":
            reasoned = stance == "assessed" and REASONABLE.search(self.memory.text, self.start, verb.end)
            return self._stated(verb, None, stance, verb.start, verb.start) if reasoned else None
        return self._of_active(verb, stance)

    def _of_active(self, verb: Verb, stance: str) -> Statement | None:
        after = self._inverted(verb)
        if after is None and verb.subject is not None and verb.subject.pronoun in ("we", "us", "i", "you"):
            thought = stance == "assessed" and verb.subject.pronoun == "we" and verb.voice == "active"
            return self._stated(verb, None, stance, verb.start, verb.start) if thought else None
        if after is None and verb.verb in CHARGING and self.memory.text.startswith((" by ", " of "), verb.end):
            return None  # accused by the army of sending arms
        if verb.verb == "read" and (verb.subject is None or verb.subject.head not in lexicon.DOCUMENTS):
            return None  # only a text reads
        if verb.verb == "expect" and not self.memory.text.startswith((" that ", " the "), verb.end):
            return None  # he hopes to
        if verb.voice == "ing" and (said := self._said_before(verb)) is not None:
            return self._stated(verb, said, stance, verb.start, verb.start)
        noun = after if after is not None else self._teller(verb)
        if noun is None:
            return None
        noun = self._served(noun)
        speaker = self._joined(self._speaker(verb, noun, inverted=after is not None), noun)
        speaker = self._cited_instead(speaker)
        if speaker is None and (stance != "denied" or verb.voice == "pp"):
            return None
        if speaker is not None:
            if stance == "alleged" and speaker.expert:
                stance = "assessed"
            if any(each.head in lexicon.DOCUMENTS for each in verb.preps if each.prep == "in"):
                document = next(each for each in verb.preps if each.prep == "in" and each.head in lexicon.DOCUMENTS)
                self.voices.discourse.documents[document.head] = speaker
            speaker = self._relayed(self._called(speaker, noun), verb)
        said_at = verb.start if after is not None else min(noun.start, verb.start)
        trails = after is not None or self._trails(said_at, verb)
        start = self._clause_of(said_at, verb) if trails and after is None else self.start if trails else verb.start
        if stance == "denied" and self._denies_a_charge(verb):
            start = self.start
        aside = self._aside_after(after) if after is not None else None
        if aside is not None and speaker is not None:
            self._resume(aside, verb, speaker, stance, said_at)
        return self._stated(verb, speaker, stance, start, said_at, end=aside)

    def _denies_a_charge(self, verb: Verb) -> bool:
        """Whether what is denied is a charge earlier in the sentence: "accused of sending arms, rejects that"."""
        charged = any(each.verb in CHARGING and each.end < verb.start for each in self.verbs)
        return charged and ANAPHOR.match(self.memory.text, verb.end) is not None

    def _served(self, noun: Noun) -> Noun:
        """Whoever speaks, where the name beside the verb is his superior's: "an adviser to its leader, X, said"."""
        at = next((index for index, each in enumerate(self.nouns) if each is noun), 0)
        man, superior = (self.nouns[at - 2], self.nouns[at - 1]) if at >= 2 else (noun, noun)
        apposed = self.memory.text[superior.end : noun.start].strip() == ","
        return man if apposed and superior in man.after and superior.prep == "to" and serves(man) else noun

    def _joined(self, speaker: Speaker | None, noun: Noun) -> Speaker | None:
        """Two unnamed speakers as one: three residents and an aid worker, each to be spoken of again."""
        if speaker is None or speaker.kind != "unnamed" or speaker.document or len(noun.listed) != 1:
            return speaker
        other = noun.listed[0]
        between = self.memory.text[noun.end : other.start].strip()
        if between != "and" or (second := self.voices.speaker(other)) is None or second.kind != "unnamed":
            return speaker
        self.voices.discourse.keep(speaker)
        self.voices.discourse.keep(second)
        article = f"{other.determiner} " if other.determiner in ("a", "an") else ""
        party = speaker.party if speaker.party == second.party else None
        return replace(speaker, name=f"{speaker.name} and {article}{second.name}", id=None, party=party)

    def _goes_by_sight(self, verb: Verb) -> bool:
        """Whether a participle gives the writer's own grounds: "judging by the footage"."""
        return verb.verb == "judge" and self.memory.text.startswith((" by ", " from "), verb.end)

    def _aside_after(self, noun: Noun) -> int | None:
        """Where a clause on the speaker himself begins: "..., said a commander, whose unit has a tank"."""
        match = ON_HIMSELF.search(self.memory.text, noun.end, min(self.end, noun.end + 120))
        return match.start() if match is not None else None

    def _resume(self, aside: int, verb: Verb, speaker: Speaker, stance: str, said_at: int) -> None:
        """Puts what follows a clause on the speaker into his mouth too: "..., says X, who runs it, he saw four"."""
        comma = self.memory.text.find(", ", aside + 2, self.end)
        if comma > 0 and self._finite(comma, self.end):
            self._found.append(Statement(comma, self.end, speaker, stance, self._made(verb), verb, said_at=said_at))

    def _said_before(self, verb: Verb) -> Speaker | None:
        """Whoever has just been said to speak: "a witness told Reuters, adding that"."""
        if not self.memory.text[self.start : verb.start].rstrip().endswith(","):
            return None
        return next((each.speaker for each in reversed(self._found) if each.verb is not None and each.speaker), None)

    def _cited_instead(self, speaker: Speaker | None) -> Speaker | None:
        """Of an outlet that cites somebody, or of whom it cites: the one cited, relayed by the outlet."""
        cited = self._citing
        if cited is None or speaker is None:
            return speaker
        if speaker in (cited.through, replace(cited, through=None)):
            return cited
        return self._through(cited, speaker) if speaker.kind == "outlet" else speaker

    def _of_passive(self, verb: Verb, stance: str) -> Statement | None:
        """Said by; was quoted as saying."""
        by = next((noun for noun in verb.preps if noun.prep == "by"), None)
        speaker = self.voices.speaker(by) if by is not None else None
        subject = verb.subject
        if subject is None:
            return None
        if verb.verb in TELLING and speaker is not None:
            return self._stated(verb, speaker, stance, verb.start, verb.start)  # the Panel was told by two sources
        if verb.verb in HELD and speaker is None and not subject.pronoun:
            return Statement(self.start, self.end, None, stance, said_at=verb.start)
        if subject.system is not None or subject.pronoun == "it" or subject.entity is not None:
            start = self.start if self._trails(subject.start, verb) else min(subject.start, verb.end)
            made = self._stated(verb, speaker, stance, start, verb.start)
            to_somebody = any(each.prep == "to" and each.pronoun for each in verb.preps)
            return replace(made, rumoured=speaker is None and verb.verb in RUMOURED and not to_somebody)
        return None

    def _stated(
        self, verb: Verb, speaker: Speaker | None, stance: str, start: int, said_at: int, *, end: int | None = None
    ) -> Statement:
        return Statement(
            start, self._end_of(verb) if end is None else end, speaker, stance, self._made(verb), verb, said_at=said_at
        )

    def _speaker(self, verb: Verb, noun: Noun, *, inverted: bool) -> Speaker | None:
        voices, text = self.voices, self.memory.text
        if noun.pronoun in ("it", "they") and not inverted:
            return self._antecedent(verb, noun)
        speaker = voices.speaker(noun)
        if speaker is not None:
            return speaker
        if noun.head in lexicon.IMAGERY:
            return self._pictured(noun)
        if not inverted and text[noun.end : verb.start].strip().endswith(","):
            main = next((each for each in self.nouns if not each.prep and each.start < verb.start), None)
            if main is not None and main is not noun and (speaker := voices.speaker(main)) is not None:
                return speaker
        near = noun.start - verb.end <= 2 if inverted else verb.start - noun.end <= 60
        return voices.somebody(noun) if near and verb.verb in SAYING and not noun.prep else None

    def _called(self, speaker: Speaker, noun: Noun) -> Speaker:
        """The name that somebody unnamed goes by: "who asked to be identified only as Taras"."""
        if speaker.kind != "unnamed":
            return speaker
        match = GOES_BY.search(self.memory.text, noun.end, min(self.end, noun.end + 200))
        return speaker if match is None else replace(speaker, name=match[1], kind="person", id=None)

    def _antecedent(self, verb: Verb, noun: Noun) -> Speaker | None:
        """Who "it" and "they" are: an earlier subject of the sentence, else the last that spoke."""
        voices = self.voices
        aside = noun.set_off and self.memory.text[verb.end : verb.end + 1] in (",", ".", "”", '"')
        if aside and voices.discourse.body is not None:
            return voices.discourse.body
        if noun.pronoun == "they" and self.nouns and self.nouns[0].prep == "in" and self.nouns[0].entity is not None:
            place = voices.bodies.source(self.nouns[0].entity)  # in Ankara they insist
            if place is not None and place.kind == "government":
                return place
        earlier = (each.subject for each in self.verbs if each.start < verb.start and each.subject is not None)
        found = (speaker for each in earlier if not each.pronoun and (speaker := voices.speaker(each)))
        return next(found, None) or voices.speaker(noun)

    def _pictured(self, noun: Noun) -> Speaker | None:
        """A picture that nobody is said to have taken speaks for itself; one from above is the writer's evidence."""
        if noun.head not in PICTURES or any(item.word in FROM_ABOVE for item in noun.items):
            return None
        words = self.memory.text[noun.start : noun.end].lower()
        if noun.determiner in ("the", "these", "those", "both"):
            stem = noun.head.removesuffix("s")
            before = (
                each for each in reversed(self.voices.discourse.unnamed_before) if each.document and stem in each.name
            )
            return next(before, None)  # what the writer has looked at himself is his own evidence
        return Speaker(words, None, "unnamed", document=True)

    # -- who relays it -----------------------------------------------------------------------------------------------

    def _cited(self, verb: Verb) -> Statement | None:
        """Quoting a diplomat; cited a letter from the ministry; was quoted by Interfax as saying."""
        voices = self.voices
        if verb.voice == "passive":
            speaker = voices.speaker(verb.subject) if verb.subject is not None else None
            by = next((each for each in verb.preps if each.prep == "by"), None)
            through = voices.speaker(by) if by is not None else None
            said_at = verb.subject.start if verb.subject is not None else verb.start
        else:
            cited = next((each for each in self.nouns if each.start >= verb.end), None)
            if cited is not None and self._is_their_own(cited):
                return None
            speaker = voices.speaker(cited) or voices.somebody(cited) if cited is not None else None
            through = voices.speaker(verb.subject) if verb.subject is not None else None
            said_at = verb.subject.start if verb.subject is not None and verb.voice != "ing" else verb.start
        if speaker is None:
            return None
        if through is None or through.kind != "outlet":
            through = next((each for each in self._outlets(verb.start) if each != speaker), through)
        trails = verb.voice != "ing" and self._trails(said_at, verb)
        reported = (each for each in reversed(self._found) if each.verb is not None and each.speaker == through)
        main = next(reported, None) if verb.voice == "ing" else None
        speaker = self._citing = self._through(speaker, through)
        start = main.start if main is not None else self.start if trails else verb.start
        return self._stated(verb, speaker, "alleged", start, said_at)

    def _is_their_own(self, cited: Noun) -> bool:
        """Whether somebody cites his own: "citing the data of its own services"."""
        below = (cited, *cited.of)
        return any(each.determiner in ("its", "their", "his", "her") for each in below) and cited.head in OF_NOBODY

    def _outlets(self, before: int) -> Iterator[Speaker]:
        """News media that a sentence names, the last first."""
        for noun in reversed([each for each in self.nouns if each.end <= before]):
            named = self.voices.bodies.source(noun.entity)
            if named is not None and named.kind == "outlet":
                yield named

    def _relayed(self, speaker: Speaker, verb: Verb) -> Speaker:
        """Told Reuters; said in an interview with Al Jazeera."""
        for noun in self.nouns:
            if noun.entity is None or abs(noun.start - verb.end) > 80:
                continue
            named = self.voices.bodies.source(noun.entity)
            if named is None or named.kind != "outlet":
                continue
            near = 0 < noun.start - verb.end <= 40
            told = near and ((not noun.prep and verb.verb in ("tell", "brief", "inform")) or noun.prep == "to")
            words = self.memory.text[max(self.start, noun.start - 40) : noun.start].split()
            if told or (noun.prep in ("with", "to", "by", "on") and any(word in RELAYS for word in words)):
                return self._through(speaker, named)
        return speaker

    def _through(self, speaker: Speaker, through: Speaker | None) -> Speaker:
        """A speaker with whoever relays him, if that is not the report's own outlet."""
        if through is None or through == speaker or through.name == self.outlet.name or speaker.through is not None:
            return speaker
        return replace(speaker, through=through)

    # -- other words -------------------------------------------------------------------------------------------------

    def _gauged(self, verb: Verb) -> Statement | None:
        """A diplomat puts their number at 1,400."""
        if verb.verb not in lexicon.GAUGING or verb.voice not in ("active", "ing") or verb.subject is None:
            return None
        figure = next((each for each in self.nouns if each.start >= verb.end and each.prep == "at"), None)
        if figure is None or figure.quantity is None or figure.start - verb.end > 120:
            return None
        speaker = self.voices.speaker(verb.subject) or self.voices.somebody(verb.subject)
        if speaker is None:
            return None
        comma = self.memory.text.find(",", figure.end, self.end)
        end = comma if comma > 0 and self._finite(comma, self.end) else self.end
        return self._stated(verb, speaker, "assessed", verb.start, verb.subject.start, end=end)

    def _mentioned(self, verb: Verb) -> Statement | None:
        """The Panel speaks of 2,000 fighters."""
        if verb.verb not in MENTIONING or verb.voice != "active" or verb.subject is None or verb.negated:
            return None
        if not any(each.prep == "of" and 0 <= each.start - verb.end <= 4 for each in self.nouns):
            return None
        speaker = self.voices.speaker(verb.subject)
        return None if speaker is None else self._stated(verb, speaker, "alleged", verb.start, verb.subject.start)

    def _watcher(self, verb: Verb) -> Speaker | None:
        """Who says that he saw it: "a Western officer counts four"; a force that spots its enemy is none."""
        subject = verb.subject
        if verb.verb not in lexicon.OBSERVING or verb.voice != "active" or subject is None:
            return None
        if subject.pronoun and subject.pronoun != "it":
            return None
        speaker = self.voices.speaker(subject)
        if speaker is None or speaker.kind == "government" or speaker.party is not None:
            return None
        return speaker if subject.entity is None and not (subject.pronoun and speaker.kind != "organisation") else None

    def _of_noun(self, noun: Noun) -> Statement | None:
        if noun.prep == "according to":
            return self._according(noun)
        if noun.prep not in ("by", "in") or noun.head not in BY_WORD or noun.system is not None:
            return None
        speaker = next((each for of in noun.of if (each := self.voices.speaker(of))), None)
        speaker = speaker or self.voices.bodies.source(next((item for item in noun.owners if item.mention), None))
        if speaker is None and noun.determiner in ("its", "his", "her", "their"):
            speaker = self.voices.discourse.last
        if speaker is None:
            return None
        return Statement(self.start, self._end_of_figure(noun), speaker, BY_WORD[noun.head], said_at=noun.start)

    def _end_of_figure(self, noun: Noun) -> int:
        """How far a reckoning goes that is put in after a figure: "1,900 Humvees, by his reckoning, and 40 tanks"."""
        text, end = self.memory.text, self._reach(noun)
        first = noun.start - len(noun.prep) - 1
        counted = any(each.quantity is not None and each.end <= first for each in self.nouns)
        put_in = counted and text[: noun.start].rstrip().removesuffix(noun.prep).rstrip().endswith(",")
        following = next((each for each in self.nouns if each.start >= end), None)
        clause = following is not None and any(role == "subject" for _, role in following.verbs)
        return end if put_in and text[end : end + 1] == "," and not clause else self.end

    def _according(self, noun: Noun) -> Statement | None:
        """According to: for the whole sentence, or for the rest of one that it is put into."""
        text = self.memory.text
        if "according" not in text[max(self.start, noun.start - 14) : noun.start].casefold():
            return None  # another name for the one before
        if noun.head in OF_NOBODY and not (noun.owners or noun.of or noun.after or noun.determiner):
            return Statement(self._clause_before(noun.start), self.end, None, "alleged", said_at=noun.start)
        speaker = self.voices.speaker(noun) or self.voices.somebody(noun)
        if speaker is None:
            return None
        if speaker.kind == "outlet" and (cited := self._first_cited(noun)) is not None:
            speaker = self._through(cited, speaker)
        stance = "assessed" if speaker.expert else "alleged"
        start = self._relative_before(noun.start) or self._clause_before(noun.start)
        if self._found and self._found[-1].start > start and ", " in text[noun.end : self.end - 15]:
            start = self._found[-1].start  # the paper reported that, according to officials, ...
        return Statement(start, self.end, speaker, stance, said_at=noun.start)

    def _first_cited(self, noun: Noun) -> Speaker | None:
        """According to Reuters, which cited two officials."""
        verb = next((each for each in self.verbs if each.verb in CITING and 0 < each.start - noun.end < 60), None)
        cited = next((each for each in self.nouns if verb is not None and each.start >= verb.end), None)
        return self.voices.speaker(cited) if cited is not None else None

    def _told_by_nouns(self, text: str) -> Iterator[Statement]:
        """Reports that; Kyiv's claim that; his denial that."""
        for match in TELLING_NOUN.finditer(text):
            before = match["before"].rstrip(" ,").casefold()
            form = lexicon.FORMS.get(before)
            owned = before.endswith(("'s", "’s", "s'", "s’"))
            if before not in MAY_PRECEDE and form is None and not owned and not before.endswith(("ate", "ify", "ed")):
                continue
            at = self.start + match.start("noun")
            noun = next((each for each in self.nouns if each.start <= at < each.end), None)
            speaker = (
                self.voices.bodies.source(next((item for item in noun.owners if item.mention), None)) if noun else None
            )
            if speaker is None and before in ("his", "her", "its", "their"):
                speaker = self.voices.discourse.last
            stance = OF_NOUN.get(match["noun"].casefold().rstrip("s"), "alleged")
            yield Statement(self.start + match.end(), self.end, speaker, stance, said_at=at, rumoured=speaker is None)

    # -- quotations --------------------------------------------------------------------------------------------------

    def _said_later(self) -> Statement | None:
        """Of a quotation over several sentences whose speaker is named after its end: that speaker."""
        if (goes_on := self._later) is not None and goes_on[0] == self.memory.paragraph and self.start < goes_on[1]:
            return Statement(self.start, min(self.end, goes_on[1]), goes_on[2], "alleged", said_at=self.end)
        text = self.memory.text
        opened = self._opened()
        if opened < 0:
            return None
        again = text.find(text[opened], self.end, self.end + SAID_WITHIN)
        closed = again if text[opened] == '"' else text.find(CLOSING[text[opened]], self.end, self.end + SAID_WITHIN)
        if closed < 0 or (text[opened] != '"' and 0 <= again < closed):
            return None
        words = SAID_AFTER.match(text, closed)
        speaker = self._named_in(words.end(), words.end() + NAMED_WITHIN) if words is not None else None
        if speaker is None:
            return None
        self._later = (self.memory.paragraph, closed, speaker)
        return Statement(opened, self.end, speaker, "alleged", said_at=self.end)

    def _opened(self) -> int:
        """Where a quotation opens in this sentence that does not close in it; below 0 for none."""
        text = self.memory.text
        opened = max(text.rfind("“", self.start, self.end), text.rfind("«", self.start, self.end))
        if opened >= 0:
            return -1 if text.find(CLOSING[text[opened]], opened, self.end) >= 0 else opened
        if self._straight[0] != self.memory.paragraph:
            self._straight = (self.memory.paragraph, 0)
        before, here = self._straight[1], text.count('"', self.start, self.end)
        self._straight = (self.memory.paragraph, before + here)
        return text.rfind('"', self.start, self.end) if before % 2 == 0 and here % 2 == 1 else -1

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

    # -- parts of a sentence -----------------------------------------------------------------------------------------

    def _parted(self, found: list[Statement]) -> list[Statement]:
        """Statements of which none reaches into the next main clause, where somebody else speaks."""
        found.sort(key=lambda each: each.said_at)
        self._part_trailing(found)
        text = self.memory.text
        for at in range(1, len(found)):
            later = found[at]
            semicolon = text.rfind(";", self.start, later.said_at) + 1
            before = text[max(self.start, later.said_at - 24) : later.said_at].rstrip()
            cut = later.said_at if NEW_CLAUSE.search(before) else semicolon
            for index in range(at):
                earlier = found[index]
                verb = earlier.verb
                under = verb is not None and bool(verb.under) and before.endswith(",")
                here = later.said_at if under else cut
                if earlier.said_at < here <= later.said_at and earlier.end > here:
                    if later.speaker is None or earlier.speaker is None:
                        continue
                    found[index] = replace(earlier, end=here)
                    if later.start < here:
                        later = found[at] = replace(later, start=here)
        return found

    def _part_trailing(self, found: list[Statement]) -> None:
        """Parts two main clauses, the second with its own speaker at its end: "X, A said, and Y, B said"."""
        for at in range(1, len(found)):
            earlier, later = found[at - 1], found[at]
            if later.speaker is None or earlier.speaker is None or later.start > earlier.said_at:
                continue
            openings = MAIN_CLAUSE.finditer(self.memory.text, earlier.said_at, later.said_at)
            clauses = [each.start() for each in openings if self._main_between(each.end(), later.said_at)]
            if clauses:
                found[at] = replace(later, start=clauses[-1])
                found[at - 1] = replace(earlier, end=min(earlier.end, clauses[-1]))

    def _main_between(self, start: int, stop: int) -> bool:
        """Whether a stretch begins with a subject and has its verb."""
        following = next((each for each in self.nouns if each.start >= start), None)
        if following is None or following.start - start > 12 or following.prep:
            return False
        subjects = (following, *following.of)
        return any(role == "subject" and start <= each.start < stop for noun in subjects for each, role in noun.verbs)


def covering(statements: Sequence[Statement], at: int) -> list[Statement]:
    """The statements that a position lies in, the outermost first."""
    inside = [each for each in statements if each.start <= at < each.end]
    return sorted(inside, key=lambda each: (each.start, -each.end))
