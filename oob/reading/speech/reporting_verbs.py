"""Reporting verbs: what a sentence puts into whose mouth with "said", "denies", "is believed to", "counts"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.denials import denies
from oob.reading.grammar.syntax import Noun, Verb, first
from oob.reading.speech.relays import Relays
from oob.reading.speech.saying import (
    ANAPHOR,
    CHARGING,
    CITING,
    CONFIRMING,
    FROM_ABOVE,
    GOES_BY,
    HELD,
    MAIN_CLAUSE,
    MENTIONING,
    NEXT,
    ON_HIMSELF,
    PICTURES,
    POSTING,
    REASONABLE,
    RUMOURED,
    SAYING,
    TELLING,
    VOICED,
    WHICH_ASIDE,
    Statement,
)
from oob.reading.speech.speakers import Speaker, is_expert
from oob.reading.speech.tellers import Sentence
from oob.reading.speech.voices import Voices, serves

_BY_EYE: Final = lexicon.bag("see spot count notice witness observe")


class ReportingVerbs:
    """Makes out what the verbs of one sentence put into somebody's mouth."""

    def __init__(self, sentence: Sentence, voices: Voices, relays: Relays, found: list[Statement]) -> None:
        self.sentence = sentence
        self.voices = voices
        self.relays = relays
        self.found = found
        """What has been made out of the sentence so far."""

    def statement(self, verb: Verb) -> Statement | None:
        """What a verb puts into somebody's mouth; None where it is no verb of saying after all."""
        if verb.verb in CITING:
            return self.relays.cited(verb)
        if (other := self._gauged(verb) or self._mentioned(verb) or self._put_out(verb)) is not None:
            return other
        stance = "denied" if denies(verb) else lexicon.SPEECH.get(verb.verb)
        if stance is None:
            watcher = self._watcher(verb)
            return None if watcher is None else self._watched(verb, watcher)
        if verb.modal in lexicon.MODALS_FUTURE and not verb.perfect:
            return None  # what somebody is going to say, nobody has said
        if verb.voice == "ing" and (verb.verb == "consider" or self._goes_by_sight(verb)):
            return None  # considering that; judging by the footage
        before = self.sentence.text[self.sentence.start : verb.start]
        if stance == "denied" and before.endswith(" nor ") and "neither " in before.casefold():
            return self.sentence.stated(verb, None, "possible", verb.start, verb.start)  # neither confirmed nor denied
        if verb.negated and verb.verb in CONFIRMING:
            return self.sentence.stated(verb, None, "possible", verb.start, verb.start)
        if verb.negated and stance != "assessed":
            return None
        if verb.verb == "observe" and verb.voice == "passive" and first(verb.preps, "by") is None:
            return None  # were observed at the base: were seen there
        if verb.verb == "maintain" and verb.voice == "passive" and verb.subject and verb.subject.pronoun != "it":
            return None  # are flown and maintained by a company
        held = verb.verb in HELD - {"expect"} and verb.voice in ("pp", "active")
        if held and self.sentence.text.startswith(" to ", verb.end):
            end = self._end_of_aside(verb)
            return self.sentence.stated(verb, None, stance, verb.start, verb.start, end=end)  # nobody says who holds it
        if verb.voice == "passive":
            return self._of_passive(verb, stance)
        if verb.voice == "inf" and self._goes_on(verb):
            return self._of_active(verb, stance)
        if verb.voice == "inf":
            reasoned = stance == "assessed" and REASONABLE.search(self.sentence.text, self.sentence.start, verb.end)
            return self.sentence.stated(verb, None, stance, verb.start, verb.start) if reasoned else None
        return self._of_active(verb, stance)

    def _of_active(self, verb: Verb, stance: str) -> Statement | None:
        """Petrov said; ..., said Petrov; a witness told Reuters, adding that."""
        sentence, subject = self.sentence, verb.subject
        after = sentence.inverted(verb)
        if after is None and subject is not None and subject.pronoun in ("we", "us", "i", "you"):
            thought = stance == "assessed" and subject.pronoun == "we" and verb.voice == "active"
            return sentence.stated(verb, None, stance, verb.start, verb.start) if thought else None
        if self._means_no_saying(verb, inverted=after is not None):
            return None
        if verb.voice == "ing" and (said := self._said_before(verb)) is not None:
            return sentence.stated(verb, said, stance, verb.start, verb.start)
        noun = after if after is not None else sentence.teller(verb)
        if verb.verb == "conclude" and noun is not None and self._closes_quotation(min(noun.start, verb.start)):
            stance = "alleged"  # "...," he concluded: he ended his speech
        made = self._said_by(self._served(noun), verb, stance, after) if noun is not None else None
        if made is None and after is not None and after.head in lexicon.NOMINALS and (noun := sentence.teller(verb)):
            return self._said_by(self._served(noun), verb, stance, None)  # X, its minister, announced the delivery
        return made

    def _end_of_aside(self, verb: Verb) -> int:
        """Where what is said by the way ends, with the comma after it: his men, thought to number 200, came."""
        comma = self.sentence.text.find(", ", verb.end, self.sentence.end)
        return comma if comma > 0 else self.sentence.end

    def _closes_quotation(self, at: int) -> bool:
        """Whether a quotation ends right before a place."""
        return self.sentence.text[max(self.sentence.start, at - 8) : at].rstrip().removesuffix(" the")[-1:] in (
            '"',
            "”",
        )

    def _means_no_saying(self, verb: Verb, *, inverted: bool) -> bool:
        """Whether a verb that can be one of speech or thought is none here."""
        text = self.sentence.text
        if not inverted and verb.verb in CHARGING and text.startswith((" by ", " of "), verb.end):
            return True  # accused by the army of sending arms
        if verb.verb == "read" and (verb.subject is None or verb.subject.head not in lexicon.DOCUMENTS):
            return True  # only a text reads
        if verb.verb == "tell" and verb.subject is not None and verb.subject.head == "all":
            return True  # all told, 144 were lost
        if verb.verb == "maintain" and verb.objects and not inverted:
            return True  # a garrison
        if verb.verb in ("consider", "think") and not inverted and self._is_of_step(verb):
            return True  # is considering sending tanks, is thinking of buying jets
        return verb.verb == "expect" and not text.startswith((" that ", " the "), verb.end)  # he hopes to

    def _is_of_step(self, verb: Verb) -> bool:
        """Whether a verb of thought is about what to do: a participle follows, or a delivery."""
        rest = self.sentence.text[verb.end : verb.end + 24]
        return re.match(r" (?:of |about )?\w+ing\b", rest) is not None

    def _said_by(self, noun: Noun, verb: Verb, stance: str, after: Noun | None) -> Statement | None:
        """What a verb puts into the mouth of whom a phrase means; `after` is what follows the verb as its subject."""
        speaker = self._joined(self._speaker(verb, noun, inverted=after is not None), noun)
        speaker = self.relays.cited_instead(speaker)
        if speaker is None and (stance != "denied" or verb.voice == "pp"):
            return None
        if speaker is not None:
            if stance == "alleged" and speaker.expert:
                stance = "assessed"
            written = (each for each in verb.preps if each.prep == "in" and each.head in lexicon.DOCUMENTS)
            if (document := next(written, None)) is not None:
                self.voices.discourse.documents[document.head] = speaker
            speaker = self.relays.relayed(self._called(speaker, noun), verb)
        said_at = verb.start if after is not None else min(noun.start, verb.start)
        if verb.verb in CHARGING and after is None and (clause := self._next_clause(verb)) is not None:
            return self.sentence.stated(verb, speaker, stance, verb.start, said_at, end=clause)
        start = self._start_of_said(verb, stance, said_at, inverted=after is not None)
        aside = self._aside_after(after) if after is not None else None
        if aside is not None and speaker is not None:
            self._resume(aside, verb, speaker, stance, said_at)
        return self.sentence.stated(verb, speaker, stance, start, said_at, end=aside)

    def _of_passive(self, verb: Verb, stance: str) -> Statement | None:
        """Said by; was quoted as saying."""
        by = first(verb.preps, "by")
        speaker = self.voices.speaker(by) if by is not None else None
        subject = verb.subject
        if subject is None:
            return None
        if verb.verb in TELLING and speaker is not None:
            # the Panel was told by two sources; ..., Reuters was told by an official
            start = self.sentence.start if self.sentence.trails(subject.start, verb) else verb.start
            through = self.voices.speaker(subject)
            if through is not None and through.kind == "outlet":
                speaker = self.relays.through(speaker, through)
            return self.sentence.stated(verb, speaker, stance, start, subject.start)
        awaited = verb.verb == "expect" and not self.sentence.text.startswith(" to ", verb.end)
        if awaited and speaker is None:
            return None  # are expected within days
        if verb.verb in HELD and speaker is None and not subject.pronoun:
            return Statement(subject.start, self.sentence.end, None, stance, said_at=verb.start)
        if subject.system is not None or subject.pronoun == "it" or subject.entity is not None:
            start = self._start_of_rumour(subject, verb)
            made = self.sentence.stated(verb, speaker, stance, start, verb.start)
            to_somebody = any(each.prep == "to" and each.pronoun for each in verb.preps)
            return replace(made, rumoured=speaker is None and verb.verb in RUMOURED and not to_somebody)
        if speaker is not None and any(each.time is None for each in verb.objects):
            # it was described by officials as the fifth delivery
            return self.sentence.stated(verb, speaker, stance, verb.start, verb.start)
        return None

    def _start_of_rumour(self, subject: Noun, verb: Verb) -> int:
        """Where what is said begins: with the subject, or before it: the launchers, which, it is claimed, were lost."""
        if not self.sentence.trails(subject.start, verb):
            return min(subject.start, verb.end)
        related = WHICH_ASIDE.search(self.sentence.text, max(self.sentence.start, subject.start - 10), subject.start)
        return self.sentence.start if related is None else related.start()

    def _gauged(self, verb: Verb) -> Statement | None:
        """A diplomat puts their number at 1,400."""
        if verb.verb not in lexicon.GAUGING or verb.voice not in ("active", "ing") or verb.subject is None:
            return None
        figure = next((each for each in self.sentence.nouns if each.start >= verb.end and each.prep == "at"), None)
        if figure is None or figure.quantity is None or figure.start - verb.end > 120:
            return None
        speaker = self.voices.speaker(verb.subject) or self.voices.somebody(verb.subject)
        if speaker is None:
            return None
        comma = self.sentence.text.find(",", figure.end, self.sentence.end)
        end = comma if comma > 0 and self.sentence.finite(comma, self.sentence.end) else self.sentence.end
        return self.sentence.stated(verb, speaker, "assessed", verb.start, verb.subject.start, end=end)

    def _mentioned(self, verb: Verb) -> Statement | None:
        """The Panel speaks of 2,000 fighters."""
        if verb.verb not in MENTIONING or verb.voice != "active" or verb.subject is None or verb.negated:
            return None
        if not any(each.prep == "of" and 0 <= each.start - verb.end <= 4 for each in self.sentence.nouns):
            return None
        speaker = self.voices.speaker(verb.subject)
        if speaker is None:
            return None
        return self.sentence.stated(verb, speaker, "alleged", verb.start, verb.subject.start)

    def _put_out(self, verb: Verb) -> Statement | None:
        """A picture of a captured tank was posted by the ministry."""
        subject = verb.subject
        if verb.verb not in POSTING or verb.voice != "passive" or subject is None or subject.head not in PICTURES:
            return None
        by = first(verb.preps, "by")
        speaker = self.voices.speaker(by) if by is not None else None
        return None if speaker is None else self.sentence.stated(verb, speaker, "alleged", subject.start, subject.start)

    # -- who says it -------------------------------------------------------------------------------------------------

    def _speaker(self, verb: Verb, noun: Noun, *, inverted: bool) -> Speaker | None:
        voices, text = self.voices, self.sentence.text
        if noun.pronoun in ("it", "they") and not inverted:
            return self._antecedent(verb, noun)
        speaker = voices.speaker(noun)
        if speaker is not None:
            return speaker
        if noun.head in lexicon.IMAGERY:
            return self._pictured(noun)
        if not inverted and text[noun.end : verb.start].strip().endswith(","):
            main = next((each for each in self.sentence.nouns if not each.prep and each.start < verb.start), None)
            if main is not None and main is not noun and (speaker := voices.speaker(main)) is not None:
                return speaker
        near = noun.start - verb.end <= 2 if inverted else verb.start - noun.end <= 60
        spoken = verb.verb in SAYING or (verb.verb in VOICED and text.startswith(" that ", verb.end))
        return voices.somebody(noun) if near and spoken and not noun.prep else None

    def _antecedent(self, verb: Verb, noun: Noun) -> Speaker | None:
        """Who "it" and "they" are: an earlier subject of the sentence, else the last that spoke."""
        voices = self.voices
        aside = noun.set_off and self.sentence.text[verb.end : verb.end + 1] in (",", ".", "”", '"')
        if aside and voices.discourse.body is not None:
            return voices.discourse.body
        opening = self.sentence.nouns[0] if self.sentence.nouns else noun
        if noun.pronoun == "they" and opening.prep == "in" and opening.entity is not None:
            place = voices.bodies.source(opening.entity)  # in Ankara they insist
            if place is not None and place.kind == "government":
                return place
        earlier = (each.subject for each in self.sentence.verbs if each.start < verb.start and each.subject is not None)
        found = (speaker for each in earlier if not each.pronoun and (speaker := voices.speaker(each)))
        return next(found, None) or voices.speaker(noun)

    def _pictured(self, noun: Noun) -> Speaker | None:
        """A picture that nobody is said to have taken speaks for itself; one from above is the writer's evidence."""
        if noun.head not in PICTURES or any(item.word in FROM_ABOVE for item in noun.items):
            return None
        words = self.sentence.text[noun.start : noun.end].lower()
        if noun.determiner in ("the", "these", "those", "both"):
            stem = noun.head.removesuffix("s")
            before = reversed(self.voices.discourse.unnamed_before)
            # what the writer has looked at himself is his own evidence
            return next((each for each in before if each.document and stem in each.name), None)
        return Speaker(words, None, "unnamed", document=True)

    def _watcher(self, verb: Verb) -> Speaker | None:
        """Who says that he saw it: "a Western officer counts four"; a force that spots its enemy is none."""
        seen = verb.voice == "passive" and verb.verb in _BY_EYE  # what media have filmed is on film
        subject = verb.subject if verb.voice == "active" else first(verb.preps, "by") if seen else None
        if verb.verb not in lexicon.OBSERVING or subject is None:
            return None
        if subject.pronoun and subject.pronoun != "it":
            return None
        speaker = self.voices.speaker(subject)
        if speaker is None or speaker.kind == "government" or speaker.party is not None:
            return None
        known = subject.entity is not None and speaker.kind != "unnamed"
        return speaker if not known and not (subject.pronoun and speaker.kind != "organisation") else None

    def _watched(self, verb: Verb, watcher: Speaker) -> Statement:
        """What somebody says that he saw; experts judge what it is."""
        who = verb.subject if verb.voice == "active" else first(verb.preps, "by")
        expert = watcher.expert or (who is not None and is_expert([who]))
        start = verb.subject.start if verb.voice == "passive" and verb.subject is not None else verb.start
        return self.sentence.stated(verb, watcher, "assessed" if expert else "alleged", start, verb.start)

    def _served(self, noun: Noun) -> Noun:
        """Whoever speaks, where the name beside the verb is his superior's: "an adviser to its leader, X, said"."""
        at = next((index for index, each in enumerate(self.sentence.nouns) if each is noun), 0)
        man, superior = (self.sentence.nouns[at - 2], self.sentence.nouns[at - 1]) if at >= 2 else (noun, noun)
        apposed = self.sentence.text[superior.end : noun.start].strip() == ","
        return man if apposed and superior in man.after and superior.prep == "to" and serves(man) else noun

    def _said_before(self, verb: Verb) -> Speaker | None:
        """Whoever has just been said to speak: "a witness told Reuters, adding that"."""
        if not self.sentence.text[self.sentence.start : verb.start].rstrip().endswith(","):
            return None
        return next((each.speaker for each in reversed(self.found) if each.verb is not None and each.speaker), None)

    def _joined(self, speaker: Speaker | None, noun: Noun) -> Speaker | None:
        """Two unnamed speakers as one: three residents and an aid worker, each to be spoken of again."""
        if speaker is None or speaker.kind != "unnamed" or speaker.document or len(noun.listed) != 1:
            return speaker
        other = noun.listed[0]
        between = self.sentence.text[noun.end : other.start].strip()
        if between != "and" or (second := self.voices.speaker(other)) is None or second.kind != "unnamed":
            return speaker
        self.voices.discourse.keep(speaker)
        self.voices.discourse.keep(second)
        article = f"{other.determiner} " if other.determiner in ("a", "an") else ""
        party = speaker.party if speaker.party == second.party else None
        return replace(speaker, name=f"{speaker.name} and {article}{second.name}", id=None, party=party)

    def _called(self, speaker: Speaker, noun: Noun) -> Speaker:
        """The name that somebody unnamed goes by: "who asked to be identified only as Taras"."""
        if speaker.kind != "unnamed":
            return speaker
        match = GOES_BY.search(self.sentence.text, noun.end, min(self.sentence.end, noun.end + 200))
        return speaker if match is None else replace(speaker, name=match[1], kind="person", id=None)

    # -- what of it he says ------------------------------------------------------------------------------------------

    def _start_of_said(self, verb: Verb, stance: str, said_at: int, *, inverted: bool) -> int:
        """Where what is said begins: at the verb, or before it where the words of saying trail."""
        if inverted or (stance == "denied" and self._denies_a_charge(verb)):
            return self.sentence.start
        if self.sentence.text.startswith("something ", said_at):
            return said_at  # ..., something Moscow denies
        if not self.sentence.trails(said_at, verb):
            beside = stance == "denied" and "," not in self.sentence.text[said_at : verb.start]
            return said_at if beside else verb.start  # a charge that Moscow denies: from "Moscow" on
        return max(self.sentence.clause_of(said_at, verb), self.sentence.clause_before(said_at))

    def _goes_on(self, verb: Verb) -> bool:
        """Whether an infinitive is what somebody does next: he went on to say."""
        return NEXT.search(self.sentence.text, max(self.sentence.start, verb.start - 16), verb.start) is not None

    def _goes_by_sight(self, verb: Verb) -> bool:
        """Whether a participle gives the writer's own grounds: "judging by the footage"."""
        return verb.verb == "judge" and self.sentence.text.startswith((" by ", " from "), verb.end)

    def _denies_a_charge(self, verb: Verb) -> bool:
        """Whether what is denied is a charge earlier in the sentence: "accused of sending arms, rejects that"."""
        charged = any(each.verb in CHARGING and each.end < verb.start for each in self.sentence.verbs)
        return charged and ANAPHOR.match(self.sentence.text, verb.end) is not None

    def _aside_after(self, noun: Noun) -> int | None:
        """Where a clause on the speaker himself begins: "..., said a commander, whose unit has a tank"."""
        match = ON_HIMSELF.search(self.sentence.text, noun.end, min(self.sentence.end, noun.end + 120))
        return match.start() if match is not None else None

    def _next_clause(self, verb: Verb) -> int | None:
        """Where another main clause begins after a charge: Chad blamed Sudan, and a day later it sent tanks."""
        match = MAIN_CLAUSE.search(self.sentence.text, verb.end, self.sentence.end)
        if match is None or " that " in self.sentence.text[verb.end : match.start()]:
            return None
        return match.start() if self.sentence.finite(match.end(), self.sentence.end) else None

    def _resume(self, aside: int, verb: Verb, speaker: Speaker, stance: str, said_at: int) -> None:
        """Puts what follows a clause on the speaker into his mouth too: "..., says X, who runs it, he saw four"."""
        sentence = self.sentence
        comma = sentence.text.find(", ", aside + 2, sentence.end)
        if comma > 0 and sentence.finite(comma, sentence.end):
            self.found.append(sentence.stated(verb, speaker, stance, comma, said_at, end=sentence.end))
