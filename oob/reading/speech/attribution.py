"""Whose word a claim is, and how firmly it is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Noun
from oob.reading.sentences import Paragraph
from oob.reading.speech.own_affairs import OwnAffairs
from oob.reading.speech.saying import PICTURES, Statement
from oob.reading.speech.sides import Sides
from oob.reading.speech.speakers import Speaker, is_publisher
from oob.reading.speech.statements import covering

_BELIEF: Final = frozenset({"believe", "think", "suspect", "consider"})
_PERCEIVING: Final = lexicon.OBSERVING | {"hear", "recall", "remember", "watch"}
_PAST: Final = re.compile(r"\b(?:said|told|wrote|had|\w+ed)$")
_SEEMING: Final = ("appears,", "appeared,", "seems,", "seemed,")
"""How a clause ends that is put into another: two were, it appears, destroyed."""
_SEEN_AS: Final = re.compile(
    r"\b[Ww]hat (?:(?:is|are|was|were|has been) (?:\w+ )?(?P<said>\w+)|\w+) to (?:be|have been) (?:(?:an?|the) )?$"
)
"""Before what something is only taken for: hit by what appeared to be a drone, what is said to be one."""
_BY_HEARSAY: Final = ("said", "reported", "alleged", "claimed")
_LONGEST_WHAT: Final = 60
_LONGEST: Final = 24
"""Characters that an adverb and a preposition take at most."""
_SHIFTED: Final = re.compile(r"(?:\w+ )?(?:had|would|could|might|was|were)\b")
_NOT_OF_IT: Final = re.compile(r", (?:which|who|whose|where|when)\b[^,]*$")


@dataclass(frozen=True, slots=True)
class Told:
    """Who says it, how firmly, and when he said so."""

    speaker: Speaker
    stance: str
    made: TimeMention | None


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of saying around a claim come to."""

    speaker: Speaker | None = None
    stance: str = ""
    made: TimeMention | None = None
    doubted: bool = False
    rumoured: bool = False


class Attribution:
    """Attributes claims, and remembers who spoke in the paragraph so far."""

    def __init__(self, memory: Memory, outlet: Speaker) -> None:
        self.memory = memory
        self.outlet = outlet
        self._sides = Sides(memory)
        self._own_affairs = OwnAffairs(memory, self._sides, outlet)
        self._spoke: Speaker | None = None
        self._quoted: Speaker | None = None
        self._before: Speaker | None = None
        """Who spoke last in the paragraph before."""
        self._quoted_before: Speaker | None = None
        """Who was quoted last in any paragraph before."""

    def begin(self) -> None:
        """Another paragraph."""
        self._quoted_before = self._quoted or self._quoted_before
        self._before, self._spoke, self._quoted = self._spoke, None, None

    def end_sentence(self, statements: Sequence[Statement], paragraph: Paragraph, start: int, end: int) -> None:
        """Remembers who spoke in a sentence."""
        speaker = next((each.speaker for each in reversed(statements) if each.speaker and not _only_names(each)), None)
        if speaker is not None:
            self._spoke = speaker
            if paragraph.quotes(start, end):
                self._quoted = speaker
        elif self._is_own_voice(self.memory.nouns) and not paragraph.is_quoted(start):
            self._spoke = None  # the writer has taken over

    def sides(self, statements: Sequence[Statement], start: int, end: int) -> list[tuple[int, int, str]]:
        """Which forces speak in a sentence, each with the stretch that it stands for."""
        found = []
        if (own := self._sides.side(self.outlet)) is not None:
            found.append((start, end, own))
        for each in statements:
            if each.speaker is not None and (force := self._sides.side(each.speaker)) is not None:
                found.append((each.start, each.end, force))
        return found

    def tell(
        self, one: Found, paragraph: Paragraph, start: int, statements: Sequence[Statement], nouns: Sequence[Noun]
    ) -> Told:
        """Whose word a claim is; fills in the sides that follow from that."""
        _hedge(one, paragraph.text)
        quoted = paragraph.is_quoted(one.at)
        aside = (one.aside or self._is_background(one, statements)) and not quoted
        words = _Words() if aside else self._stated(one, covering(statements, self._place(one)))
        speaker, stance = words.speaker, words.stance
        if words.rumoured:
            one.hearsay = True
        elif speaker is None and not aside:
            speaker, reason = self._carried(one, paragraph.text, start, nouns, quoted=quoted)
            if speaker is not None:
                one.why.append(reason)
                stance = stance or ("assessed" if speaker.expert else "alleged")
        if speaker is None and one.hearsay and stance != "denied":
            id_ = self.memory.knowledge.by_name.get(("source", "unattributedreports"))
            speaker, stance = Speaker("unattributed reports", id_, "unnamed"), "alleged"
        self._sides.fill(one, speaker or self.outlet, denied="denied" in (stance, one.stance))
        own = speaker is not None and not words.doubted and self._own_affairs.of(speaker, one)
        return Told(speaker or self.outlet, _stance(one, stance or "asserted", own=own), words.made)

    def _is_background(self, one: Found, statements: Sequence[Statement]) -> bool:
        """Whether the writer adds it to what another said: "... to Turkey, which has sent drones".

        Indirect speech after "said" is put back in time; what is not, in a relative clause, is no part of it.
        """
        verb, text = one.verb, self.memory.text
        said = next(
            (each for each in reversed(covering(statements, self._place(one))) if each.speaker is not None), None
        )
        if verb is None or not verb.relative or said is None or said.verb is None or said.verb.end > verb.start:
            return False
        if not _PAST.search(text, said.verb.start, said.verb.end) or _SHIFTED.match(text, verb.start):
            return False
        return _NOT_OF_IT.search(text, said.verb.end, verb.start) is not None

    def _place(self, one: Found) -> int:
        """Where the claim stands: at its verb where that comes later, as in "the jets that it says Moscow sent"."""
        return one.at if one.verb is None else max(one.at, one.verb.start)

    def _stated(self, one: Found, covering: Sequence[Statement]) -> _Words:
        """The innermost statement that a claim lies in, relayed by the next; a belief is its reporter's."""
        stance = ""
        judged = any(each.speaker is None and each.stance == "assessed" for each in covering)
        for at in range(len(covering) - 1, -1, -1):
            each = covering[at]
            stance = "denied" if each.stance == "denied" else stance or each.stance
            if each.rumoured and not any(other.stance == "denied" and other.speaker for other in covering[:at]):
                return _Words(None, stance, None, rumoured=True)
            if each.speaker is None:
                continue
            outer = next((other for other in reversed(covering[:at]) if other.speaker is not None), None)
            believed = each.verb is not None and each.verb.verb in _BELIEF
            if believed and outer is not None and outer.verb is not None and outer.verb.start > one.at:
                return _Words(outer.speaker, stance, outer.made, doubted=outer.doubted)
            same = outer is not None and outer.speaker == each.speaker and outer.stance == "assessed"
            if (judged or same) and stance == "alleged":
                stance = "assessed"
            speaker = self._relayed(each.speaker, outer.speaker if outer is not None else None)
            return _Words(speaker, stance, each.made, doubted=each.doubted)
        return _Words(None, stance)

    def _relayed(self, speaker: Speaker, by: Speaker | None) -> Speaker:
        """A speaker with who relays him: the agency that quotes a ministry, the ministry that quotes a prisoner."""
        if by is None or speaker.through is not None or by.name in (speaker.name, self.outlet.name):
            return speaker
        return replace(speaker, through=by)

    def _carried(
        self, one: Found, text: str, start: int, nouns: Sequence[Noun], *, quoted: bool
    ) -> tuple[Speaker | None, str]:
        """A speaker whose words go on into a sentence without an attribution of its own."""
        spoke = self._quoted or self._spoke
        if not quoted and self._is_of_outlet(nouns):  # its own words, its own eyes
            return None, ""
        if quoted and (spoke or self._before or self._quoted_before) is not None:
            return spoke or self._before or self._quoted_before, "inside a quotation whose speaker was named before"
        first = nouns[0] if nouns else None
        if first is None:
            return None, ""
        counted = first.quantity is not None and len(first.items) == 1 and not first.time  # one was burnt
        if spoke is not None and (counted or _tells_on(nouns) or self._put_back(one)):
            return spoke, "goes on from the sentence before"
        goes_on = one.noun is first and first.determiner == "the" and " then " in text[start : start + 60].casefold()
        if self._before is not None and spoke is None and goes_on:
            return self._before, "goes on from the paragraph before"
        return None, ""

    def _is_own_voice(self, nouns: Sequence[Noun]) -> bool:
        """Whether a sentence that nobody is said to say begins with somebody else, as a writer's own does."""
        first = nouns[0] if nouns else None
        if first is None or first.pronoun or first.determiner or first.quantity is not None or first.prep or first.time:
            return False
        return first.entity is not None or bool(first.owners)

    def _put_back(self, one: Found) -> bool:
        """Whether the main verb is put back in time, as what somebody said is: "Mortars had done the rest."."""
        verb = one.verb
        if verb is None or verb.relative or verb.under or not verb.perfect:
            return False
        return self.memory.text[verb.start : verb.end].startswith("had ")

    def _is_of_outlet(self, nouns: Sequence[Noun]) -> bool:
        """Whether a sentence begins with its publisher, or the pictures before it: "The Institute has not seen any"."""
        first = nouns[0] if nouns else None
        if first is None:
            return False
        return first.pronoun == "we" or first.head in PICTURES or is_publisher(first, self.outlet)


def _only_names(statement: Statement) -> bool:
    """Whether somebody only says what to call a thing: was described by officials as the fifth delivery."""
    verb = statement.verb
    return verb is not None and verb.voice == "passive" and verb.verb in ("describe", "identify", "recognise", "list")


def _tells_on(nouns: Sequence[Noun]) -> bool:
    """Whether a sentence says what he saw or heard who spoke before: his account goes on."""
    his = (each for each in nouns if each.pronoun in ("he", "she"))
    return any(role == "subject" and verb.verb in _PERCEIVING for each in his for verb, role in each.verbs)


def _hedge(one: Found, text: str) -> None:
    """The adverb right before the verb or the thing: "reportedly lost", "a missile system, most likely an HQ-17"."""
    if one.verb is not None and not one.stance and one.verb.negated and one.verb.verb in lexicon.OBSERVING:
        one.stance = "denied"  # has not seen any
    for phrase in (one.verb, one.noun):
        if phrase is not None and not one.stance:
            before = text[max(0, phrase.start - _LONGEST) : phrase.start].rstrip()
            before = before.removesuffix(f" {phrase.prep}") if isinstance(phrase, Noun) else before
            _hedge_by(one, before.rpartition(" ")[2].casefold())
    at = one.noun.start if one.noun is not None and not one.stance else 0
    if (seen := _SEEN_AS.search(text, max(0, at - _LONGEST_WHAT), at)) is not None:
        hearsay = seen["said"] in _BY_HEARSAY
        one.hearsay, one.stance = one.hearsay or hearsay, "" if hearsay else "assessed"


def _hedge_by(one: Found, word: str) -> None:
    """Notes what an adverb leaves open; those between commas keep the comma after them."""
    adverb = word.removesuffix(",")
    if adverb in lexicon.HEDGES_ALLEGED:
        one.hearsay = True
    elif adverb in lexicon.HEDGES_ASSESSED or word in _SEEMING:
        one.stance = "assessed"
    elif adverb in lexicon.HEDGES_POSSIBLE:
        one.stance = "possible"


def _stance(one: Found, said: str, *, own: bool) -> str:
    """How firmly it is said: the sentence's own hedge first, then the verb of speech, then whose affair it is."""
    if one.stance == "denied":
        return "denied"
    if one.stance == "possible":
        return "possible"
    if said == "denied" or one.stance == "assessed":
        return "denied" if said == "denied" else "assessed"
    if said == "alleged" and own and not one.hearsay:
        return "asserted"
    return "alleged" if one.hearsay and said == "asserted" else said
