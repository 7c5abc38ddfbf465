"""Whose word a claim is, how firmly it is said, and whose side it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.expressions.dates import TimeMention
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES
from oob.reading.grammar.syntax import Noun
from oob.reading.sentences import Paragraph
from oob.reading.speech.saying import PICTURES, Statement
from oob.reading.speech.speakers import Speaker, is_publisher
from oob.reading.speech.statements import covering
from oob.vocabulary import ACTIONS

_BELIEF: Final = frozenset({"believe", "think", "suspect", "consider"})
_OWN: Final = ("his", "her", "our", "my")
"""Of what a speaker speaks of as his own."""
_PERCEIVING: Final = lexicon.OBSERVING | {"see", "hear", "recall", "remember", "watch"}
_DEEDS: Final = frozenset({"departure", "exchange", "use"})
_KNOWN: Final = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "their", "our"})
"""What stands before things that were spoken of before."""
_GIFTS: Final = ("supplied", "delivered", "planned")
BLAMING: Final = re.compile(r"\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:responsible for|behind|to blame for)\b")
"""What puts a deed on somebody."""
OPENS_SAID: Final = re.compile(r"(?: (?:late |early )?(?:on|in|at|via|over) [^.;,]{1,40}?)? (?:that )?")
"""What may stand between a verb of saying and the subject of what is said."""
PAST: Final = re.compile(r"\b(?:said|told|wrote|had|\w+ed)$")
SHIFTED: Final = re.compile(r"(?:\w+ )?(?:had|would|could|might|was|were)\b")
NOT_OF_IT: Final = re.compile(r", (?:which|who|whose|where|when)\b[^,]*$")
_LOCAL: Final = frozenset({"governor", "mayor", "regional", "municipal", "firefighters", "prosecutor", "prosecutors"})


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
        self._spoke: Speaker | None = None
        self._quoted: Speaker | None = None
        self._before: Speaker | None = None
        """Who spoke last in the paragraph before."""

    def begin(self) -> None:
        """Another paragraph."""
        self._before, self._spoke, self._quoted = self._spoke, None, None

    def end_sentence(self, statements: Sequence[Statement], paragraph: Paragraph, start: int, end: int) -> None:
        """Remembers who spoke in a sentence."""
        speaker = next((each.speaker for each in reversed(statements) if each.speaker), None)
        if speaker is not None:
            self._spoke = speaker
            if paragraph.quotes(start, end):
                self._quoted = speaker

    def side(self, speaker: Speaker) -> str | None:
        """The force that a speaker speaks for."""
        if speaker.id is not None and (force := self.memory.knowledge.force_behind(speaker.id)) is not None:
            return force
        return speaker.party

    def sides(self, statements: Sequence[Statement], start: int, end: int) -> list[tuple[int, int, str]]:
        """Which forces speak in a sentence, each with the stretch that it stands for."""
        found = []
        if (own := self.side(self.outlet)) is not None:
            found.append((start, end, own))
        for each in statements:
            if each.speaker is not None and (force := self.side(each.speaker)) is not None:
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
        self._fill_sides(one, speaker or self.outlet, denied="denied" in (stance, one.stance))
        own = speaker is not None and not words.doubted and (self._is_outlets(speaker) or self._is_own(speaker, one))
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
        if not PAST.search(text, said.verb.start, said.verb.end) or SHIFTED.match(text, verb.start):
            return False
        return NOT_OF_IT.search(text, said.verb.end, verb.start) is not None

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
        if quoted and (spoke or self._before) is not None:
            return spoke or self._before, "inside a quotation whose speaker was named before"
        first = nouns[0] if nouns else None
        if first is None:
            return None, ""
        if spoke is not None and (_tells_on(nouns) or self._put_back(one)):
            return spoke, "goes on from the sentence before"
        counted = first.quantity is not None and len(first.items) == 1 and not first.time
        if spoke is not None and (first.determiner in ("the", "these", "this") or first.pronoun or counted):
            return spoke, "goes on from the sentence before"
        goes_on = one.noun is first and first.determiner == "the" and " then " in text[start : start + 60].casefold()
        if self._before is not None and spoke is None and goes_on:
            return self._before, "goes on from the paragraph before"
        return None, ""

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

    def _fill_sides(self, one: Found, speaker: Speaker, *, denied: bool) -> None:
        """Fills in who has or lost a thing, and to whom, where the sentence says only half of it."""
        memory, knowledge = self.memory, self.memory.knowledge
        effect = ACTIONS[one.action].effect
        fought = one.action == "damaged" or (
            effect in ("departure", "exchange") and one.action not in ("withdrawn", "crashed")
        )
        said = self.side(speaker) or self._fill_home(one, speaker)
        if denied and fought and one.operator is None and one.opponent is None:
            one.operator = said  # who denies a loss denies his own
        if said is not None and not denied:
            self._fill_receiver(one, said)
        if one.operator is None and one.opponent is None and _lost_by_nobody(one):
            one.operator = said
        if one.operator is None and one.noun is not None and not knowledge.is_personnel(one.system or ""):
            whose = memory.owner(one.noun)  # if that is not who has it, nor is it who had it before
            if effect in ("departure", "exchange", "presence", "use") and (one.action != "operates" or whose is None):
                one.operator = memory.owner_before(
                    one.system, claimed=effect != "use", alike=one.noun.determiner in _KNOWN or bool(one.noun.pronoun)
                )
                if one.operator == one.opponent:
                    one.operator = None
            if one.operator is None and one.action == "struck" and one.beneficiary is None:
                named = memory.forces[-1:] and memory.forces[-1][1] == memory.paragraph
                doer = memory.force if named else None
                answers = one.verb is not None and one.verb.under in ("after", "before", "as", "when")
                one.operator = memory.other_side(one.opponent or (doer if answers else None)) or doer
        if fought:
            self._fill_loss(one, said, denied=denied)
        if one.operator is None and effect in ("departure", "presence", "use"):
            self._fill_owner(one)
        if not denied and one.stance not in ("denied", "possible"):
            if one.action == "delivered" and one.operator is None:
                self._fill_gift(one)
            memory.hold(one)
        if one.action in _GIFTS and one.supplier is not None and one.beneficiary is None and not denied:
            self._fill_helped(one)

    def _fill_receiver(self, one: Found, said: str) -> None:
        """What "has come" or "was received", with nobody said to have got it, came to the speaker's side."""
        verb, tree = one.verb, self.memory.knowledge.forces
        if verb is None or one.beneficiary is not None or any(each.prep in ("to", "into") for each in verb.preps):
            return
        received = verb.verb == "receive" and verb.voice == "passive"
        if not received and (verb.verb != "come" or one.supplier is None or one.operator is not None):
            return
        if one.supplier is not None and tree.root(one.supplier) == tree.root(said):
            one.supplier = None
        one.beneficiary = said

    def _fill_owner(self, one: Found) -> None:
        """Whose a thing is that nobody is said to have: of the two sides the one whose country makes such things."""
        maker = self.memory.war.maker(one.system) if one.system is not None else None
        if maker is not None and maker not in (one.opponent, one.supplier):
            one.operator = maker
            one.why.append("taken for that side's which makes such things")

    def _fill_home(self, one: Found, speaker: Speaker) -> str | None:
        """The country that a mayor or governor speaks for: where it happened, if that is at war."""
        if not _LOCAL.intersection(speaker.name.casefold().split()):
            return None
        knowledge = self.memory.knowledge
        countries = (knowledge.places.root(place) for ids in one.places.values() for place in ids)
        at_war = (each for each in countries if each in knowledge.forces.children and self.memory.war.enemy(each))
        return next(at_war, None)

    def _fill_gift(self, one: Found) -> None:
        """A delivery told again, or by another giver, goes where the last one went."""
        last, paragraph = self.memory.deal or (one, 0)
        if self.memory.paragraph - paragraph > 3:
            return
        if one.beneficiary is None and not one.places and last.beneficiary != one.supplier:
            one.beneficiary = last.beneficiary
        same = last.system is not None and self.memory.knowledge.systems.related(last.system, one.system or last.system)
        if one.supplier is None and same and last.supplier != one.beneficiary:
            one.supplier = last.supplier

    def _fill_helped(self, one: Found) -> None:
        """To whom somebody gives who gives in this war: the side that he is known to help."""
        assert one.supplier is not None
        helped = self.memory.war.helped(one.supplier)
        if helped is None or (one.action == "supplied" and one.operator not in (None, helped)):
            return
        if one.places and not any(
            helped in self.memory.knowledge.places.line(each) for ids in one.places.values() for each in ids
        ):
            return
        one.beneficiary = helped
        one.operator = helped if one.action == "supplied" else one.operator
        one.why.append("taken to be for the side that he helps")

    def _fill_loss(self, one: Found, said: str | None, *, denied: bool) -> None:
        """Of a loss: the loser and the other side, by who tells it."""
        memory, tree = self.memory, self.memory.knowledge.forces
        if one.action == "captured" and one.opponent is None and one.operator is not None:
            one.opponent = memory.other_side(one.operator)
        if one.operator is None and one.opponent is None and said is not None and memory.other_side(said) is not None:
            one.opponent = said
        if one.opponent is None and one.operator is not None and said is not None:
            fights = any(tree.root(force) == tree.root(said) for force, _ in memory.forces)
            if fights and tree.root(one.operator) != tree.root(said):
                one.opponent = said
        if one.operator is None and one.opponent is not None:
            one.operator = memory.other_side(one.opponent)
            if one.operator is not None:
                one.why.append("taken for the other side's, which the sentence does not say")
        frame = FRAMES.get(one.verb.verb) if one.verb is not None else None
        done = frame is not None and frame.doer == "opponent" and not denied
        if done and one.opponent is None and one.operator is not None:
            one.opponent = memory.war.enemy(one.operator)  # somebody did it

    def _is_own(self, speaker: Speaker, one: Found) -> bool:
        """Whether a speaker tells of what his own side has, does, gives, takes or loses."""
        if self._calls_own(speaker, one):
            return True
        side = self.side(speaker)
        if side is None:
            return False
        tree = self.memory.knowledge.forces
        parties = [one.operator, one.supplier]
        if ACTIONS[one.action].effect == "arrival":
            parties.append(one.beneficiary)
        if one.action == "damaged" or ACTIONS[one.action].effect in ("departure", "exchange"):
            parties = [] if self._blames(one) else [*parties, one.opponent]
        return any(force is not None and tree.root(force) == tree.root(side) for force in parties)

    def _blames(self, one: Found) -> bool:
        """Whether it is told for the sake of who did it: "was responsible for bringing down the drone"."""
        start = max(0, one.verb.start - 30) if one.verb is not None else one.at
        return BLAMING.search(self.memory.text, start, max(start, one.at)) is not None

    def _is_outlets(self, speaker: Speaker) -> bool:
        """Whether a speaker is the publisher, or its man: the general of a command that publishes itself."""
        house = self.side(self.outlet)
        return speaker == self.outlet or (house is not None and self.side(speaker) == house)

    def _calls_own(self, speaker: Speaker, one: Found) -> bool:
        """Whether he speaks of what "we" did or "his men" have."""
        if speaker.expert or speaker.kind == "outlet":
            return False
        doer = one.verb.subject if one.verb is not None else None
        if doer is not None and doer.pronoun == "we":
            return True
        if doer is not None and doer.pronoun in ("it", "they") and self._says_of_itself(speaker, one, doer):
            return True
        named = [each for each in (doer, one.noun) if each is not None and not each.pronoun]
        if any(each.determiner in _OWN for each in named):
            return True
        if doer is not None and doer.determiner in ("its", "their") and self._follows_saying(doer):
            return True
        is_body = speaker.kind in ("government", "organisation") and self.side(speaker) is not None
        return is_body and doer is not None and doer.determiner == "its" and doer.start > 0

    def _says_of_itself(self, speaker: Speaker, one: Found, doer: Noun) -> bool:
        """Whether a group says that it did something: not officials, who tell of what they saw."""
        if speaker.name.casefold().split()[-1] in lexicon.OFFICIALS or ACTIONS[one.action].effect not in _DEEDS:
            return False
        return self._follows_saying(doer)

    def _follows_saying(self, doer: Noun) -> bool:
        """Whether a subject opens what is said, so that "it" and "its" in it are the speaker: "said on Monday it"."""
        said = next((each for each in reversed(self.memory.verbs) if each.end < doer.start), None)
        if said is None or lexicon.SPEECH.get(said.verb) != "alleged":
            return False
        return OPENS_SAID.fullmatch(self.memory.text, said.end, doer.start) is not None


def _tells_on(nouns: Sequence[Noun]) -> bool:
    """Whether a sentence says what he saw or heard who spoke before: his account goes on."""
    his = (each for each in nouns if each.pronoun in ("he", "she"))
    return any(role == "subject" and verb.verb in _PERCEIVING for each in his for verb, role in each.verbs)


def _lost_by_nobody(one: Found) -> bool:
    """Whether it "was lost", and it is not said whose it was or to whom: then it was the speaker's."""
    verb = one.verb
    return (
        verb is not None
        and verb.voice == "passive"
        and verb.verb == "lose"
        and not any(each.prep in ("to", "by") for each in verb.preps)
    )


def _hedge(one: Found, text: str) -> None:
    """The adverb right before the verb: "reportedly lost", "probably sent"."""
    if one.verb is None or one.stance:
        return
    if one.verb.negated and one.verb.verb in lexicon.OBSERVING:
        one.stance = "denied"  # has not seen any
        return
    word = text[max(0, one.verb.start - 16) : one.verb.start].rstrip().rpartition(" ")[2].casefold()
    if word in lexicon.HEDGES_ALLEGED:
        one.hearsay = True
    elif word in lexicon.HEDGES_ASSESSED:
        one.stance = "assessed"
    elif word in lexicon.HEDGES_POSSIBLE:
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
