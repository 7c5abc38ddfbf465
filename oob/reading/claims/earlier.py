"""What is alleged of what was named before: of "them", of nine more, of "the systems"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.count import Count
from oob.reading.claims.actions import turn
from oob.reading.claims.found import Found
from oob.reading.claims.kinds import CARGOES, LOTS
from oob.reading.claims.making import FATES, Making
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import idle, intended
from oob.reading.claims.moving import CALLING, ONWARD, SHIPS
from oob.reading.claims.numbers import names_number
from oob.reading.claims.types import TYPES, is_one_of_two
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import Frame, both
from oob.reading.grammar.syntax import Noun, Verb, is_patient
from oob.vocabulary import ACTIONS

_ANAPHORS: Final = both("system machine battery gun launcher weapon vessel airframe model vehicle") | lexicon.bag(
    "craft equipment hardware"
)
"""Words that stand for what was named before: "the systems"."""
_SAILING: Final = lexicon.bag("leave depart reach arrive sail enter dock return") | {"set off", "set out", "set sail"}
"""What a ship does between ports."""
_LOTS: Final = LOTS | {"tranche", "tranches"}
_ON_THE_WAY: Final = frozenset({"arrival", "intention", "passage"})
_COMING: Final = lexicon.bag("arrive reach come land")
_MORE: Final = lexicon.bag("more others other further additional only at least another about some most")
_FURTHER: Final = lexicon.bag("another more further additional others other")
_REST: Final = ("rest", "others", "remainder", "second", "third")
_DEALS: Final = ("planned", "purchased", "supplied")
"""What may be told of a further number of things: has ordered 20 more."""
_ORDER: Final = {
    **dict.fromkeys(("first", "second", "third", "fourth", "fifth", "other", "another"), 1),
    **dict.fromkeys(("last", "latest", "newest", "recent"), 1),
    **dict.fromkeys(("others", "rest", "remainder"), 0),
}
"""By word that stands for some of the things named before: how many it is, or 0 where it does not tell."""
_SHARES: Final = lexicon.bag("all most many some several both half")
"""How many of what was named before, where "of which" follows."""
_USING: Final = lexicon.bag("use operate fly employ")
_VAGUE: Final = lexicon.bag("be have use operate get see find take run give do belong")
"""Verbs that tell too little of "it"."""
_HUMANS: Final = lexicon.bag("people men women civilians persons children residents crew crews passengers")


class Earlier(Making):
    """Finds what is alleged of a phrase that only stands for what was named before."""

    def found_of(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """What is alleged by a phrase that names no system itself."""
        if self._counts_earlier(noun):
            return self._of_number(noun, nouns)
        if noun.pronoun in ("they", "it", "them") and self.memory.recent:
            return self._of_pronoun(noun, nouns)
        if self._is_lot(noun) and (lot := self._of_lot(noun, nouns)):
            return lot
        if is_one_of_two(noun) or self._stands_for_earlier(noun):
            noun.pronoun = "it" if not noun.head.endswith("s") and noun.head not in ("former", "latter") else "they"
            return self._of_pronoun(noun, nouns)
        return []

    def _stands_for_earlier(self, noun: Noun) -> bool:
        """Whether a general word stands for what was named just before: "the systems"."""
        both = noun.quantity is not None and noun.quantity.text.casefold() == "both"
        general = noun.head in _ANAPHORS or (noun.head in CARGOES and not noun.of)
        general = general or (noun.head == "type" and not (noun.of or noun.prep))
        anaphor = general and (both or noun.determiner in ("the", "these", "those", "both"))
        recent = self.memory.recent and self.memory.paragraph - self.memory.recent[-1][1] <= 1
        return bool(anaphor and recent) and noun.entity is None

    def _is_lot(self, noun: Noun) -> bool:
        """Whether a phrase is of a part of what somebody was given: a third batch, the shipment."""
        known = noun.determiner in ("the", "this", "another") or (noun.determiner == "a" and noun.quantity is not None)
        return noun.head in _LOTS and known and not noun.of and noun.entity is None and not noun.tail

    def _of_lot(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """A second batch was handed over in July: of what was given or ordered before."""
        deal, paragraph = self.memory.deal or (None, 0)
        if deal is None or deal.system is None or self.memory.paragraph - paragraph > 3:
            return []
        for verb, role in noun.verbs:
            action = self.actions.action(noun, verb, role, self.actions.frame_of(verb))
            if action not in ACTIONS or ACTIONS[action].effect not in _ON_THE_WAY or idle(verb):
                continue
            action = "delivered" if action == "deployed" else action
            one = self.found(noun, noun, deal.system, action, verb, self.actions.frame_of(verb), role, nouns)
            one.operator = None if action == "delivered" else one.operator
            giver = self.parties.doers.agent(verb) if role != "subject" or verb.voice in ("passive", "pp") else None
            one.supplier, one.beneficiary = giver or deal.supplier, one.beneficiary or deal.beneficiary
            one.count, one.count_text = None, ""
            one.system_text = self.memory.text[noun.start : noun.end]
            one.why.append(f"'{one.system_text}' taken for what was given before")
            return [one]
        return []

    def _counts_earlier(self, noun: Noun) -> bool:
        """Whether a phrase only counts what was named just before: nine, two others, the first, one of the three."""
        if self._is_share(noun):
            return bool(self.memory.recent) and self.memory.recent[-1][1] == self.memory.paragraph
        if noun.quantity is None and noun.pronoun != "one" and noun.head not in _ORDER:
            return False
        if noun.pronoun not in ("", "one") or noun.entity is not None or noun.time is not None or noun.tail:
            return False
        if not self.memory.recent or self.memory.recent[-1][1] != self.memory.paragraph:
            return False
        if noun.quantity is not None and noun.quantity.unit not in ("", "ordinal"):
            return False
        if noun.quantity is not None and noun.quantity.unit == "ordinal" and not noun.determiner:
            return False  # it first flew in 1977
        if not all(item.tag in ("Q", "D", "O") or item.word in _MORE or item.word in _ORDER for item in noun.items):
            return False
        return all(each.system is None and (each.quantity is not None or _is_the_type(each)) for each in noun.of)

    def _is_share(self, noun: Noun) -> bool:
        """Whether a word says how many of what was just named: ten tanks, all of which were lost; both were lost."""
        if noun.head not in _SHARES and noun.head not in ("all", "both"):
            return False
        undergoes = any(role == "subject" and verb.voice == "passive" for verb, role in noun.verbs)
        alone = len(noun.items) == 1 and not (noun.of or noun.prep or self.memory.text.startswith(" of whom", noun.end))
        alone = alone and (noun.head in ("all", "both") or (undergoes and noun.head in _SHARES))  # most were lost
        return alone or (noun.head in _SHARES and self.memory.text.startswith(" of which", noun.end))

    def _of_pronoun(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """They were shot down, one of them was hit: of what was named just before."""
        id_, _ = self.kinds.system(noun)
        taken = noun.pronoun == "it" and any(
            is_patient(*each) and each[0].verb in lexicon.CONTROLS for each in noun.verbs
        )
        if taken and self.memory.site_meant(noun) is not None:
            return []
        if id_ is None or (noun.pronoun != "they" and self.memory.knowledge.is_personnel(id_)):
            return []
        several = noun.host if noun.prep == "of" and noun.host is not None and _tells_how_many(noun.host) else None
        told = (
            self._told(noun, several, id_, verb, role, nouns)
            for verb, role in (several or noun).verbs
            if not (verb.under and role == "subject") and not (several and several.listed_with and role == "object")
        )
        return [one for one in told if one is not None]

    def _told(
        self, noun: Noun, several: Noun | None, id_: str, verb: Verb, role: str, nouns: Sequence[Noun]
    ) -> Found | None:
        """What one verb alleges of what a pronoun means, or of several of it."""
        if role == "object" and verb.subject is not None and self._counts_earlier(verb.subject):
            return None  # two missed and one hit it: no missile hits itself
        frame = self.actions.frame_of(verb)
        if several is not None and (action := self.actions.action(noun, verb, role, frame)):
            some = self.found(noun, several, id_, action, verb, frame, role, nouns)
            self._count_share(some, several, nouns)
            return some
        if self._is_wielded(noun, id_, verb, role):
            return self.found(noun, noun, id_, "struck", verb, frame, role, nouns)
        if self._is_used(noun, verb, role):
            kind = id_ if id_ != "uav" else "armed-drone"
            return self.found(noun, noun, kind, "operates", verb, frame, role, nouns)
        action = self._alleged(noun, id_, verb, role)
        if not action:
            return None
        one = self.found(noun, noun, id_, action, verb, frame, role, nouns)
        one.system_text = self.memory.text[noun.start : noun.end]
        if noun.head in CARGOES and one.action == "delivered":
            one.operator, one.beneficiary = None, one.beneficiary or one.operator
        one.why.append(f"'{noun.pronoun}' taken for what was named before")
        return one

    def _is_used(self, noun: Noun, verb: Verb, role: str) -> bool:
        """Whether somebody uses what was named in this paragraph: the army flies them."""
        meant = noun.pronoun == "them" or noun.head == "type"
        used = role == "object" and meant and verb.verb in _USING
        return used and not verb.modal and self.memory.recent[-1][1] == self.memory.paragraph

    def _is_wielded(self, noun: Noun, id_: str, verb: Verb, role: str) -> bool:
        """Whether somebody strikes with what was named: seized a gun and used it to shell the camp."""
        used = role == "object" and noun.pronoun in ("it", "them") and verb.verb in _USING and not verb.modal
        return (
            used
            and self.kinds.is_weapon(id_)
            and self.actions.action(noun, verb, role, self.actions.frame_of(verb), id_) == "struck"
        )

    def _alleged(self, noun: Noun, id_: str, verb: Verb, role: str) -> str:
        """The action that a verb alleges of what a pronoun means; blank for none, or one too vague for a pronoun."""
        frame = self.actions.frame_of(verb)
        if self._stops(id_, verb, role) or self._goes_on(id_, verb, role):
            return intended("transported", verb)
        if frame is None or verb.verb in _VAGUE:
            return ""
        if noun.head in CARGOES and role == "subject" and verb.verb in _COMING and verb.voice == "active":
            return intended("delivered", verb)
        strikes = role == "subject" and frame.action in ("struck", "destroyed") and verb.voice == "active"
        if strikes and self._is_who_says(noun):
            return ""
        if strikes and not self.memory.knowledge.is_personnel(id_) and self.kinds.is_weapon(id_):
            return "struck"
        undergoes = is_patient(verb, role) and frame.action not in ("", "planned", "present", "killed")
        alone = role == "subject" and frame.alone not in ("", "present") and not verb.objects
        if not undergoes and not alone:
            return ""
        action = self.actions.action(noun, verb, role, frame)
        return "" if action in ("planned", "serviced") else action

    def _is_who_says(self, noun: Noun) -> bool:
        """Whether a pronoun is who speaks, no thing: the rebel group said that it had hit a depot."""
        before = [verb for verb in self.memory.verbs if verb.end <= noun.start]
        said = before[-1] if before else None
        if said is None or said.verb not in lexicon.SPEECH or said.voice != "active" or said.subject is None:
            return False
        return noun.pronoun == "it" and said.subject.system is None and said.subject.pronoun != "he"

    def _stops(self, id_: str, verb: Verb, role: str) -> bool:
        """Whether a ship goes to a port or from one: it put in at Izmir, departed hours later and reached Tripoli."""
        within = self.memory.knowledge.systems.within
        if role != "subject" or verb.voice in ("passive", "pp") or not any(within(id_, each) for each in SHIPS):
            return False
        if verb.verb in CALLING and any(each.prep in ("at", "in", "into") for each in verb.preps):
            return True
        return verb.verb in _SAILING and all(_is_time_or_place(each, self.memory) for each in verb.objects)

    def _goes_on(self, id_: str, verb: Verb, role: str) -> bool:
        """Whether what is no person goes on from one stop to the next: they then went on to Khmeimim."""
        if role != "subject" or verb.verb not in ONWARD or verb.objects or self.memory.knowledge.is_personnel(id_):
            return False
        return any(each.prep in ("to", "towards") and self.memory.place_of(each) is not None for each in verb.preps)

    def _of_number(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """At least three were captured: of what was named just before."""
        id_ = self._counted(noun)
        people = self.memory.knowledge.is_personnel(id_)
        if people and not self.memory.text.startswith(" of whom", noun.end):
            return []
        made, share = [], self._is_share(noun)
        may_be_people = any(each.head in _HUMANS for each in nouns)
        for verb, role in noun.verbs:
            if (share and verb.end <= noun.start) or names_number(verb):
                continue  # what is told of all of them, or another figure
            frame = self.actions.frame_of(verb)
            fate = self._does(noun, id_, verb, role, frame)
            fate = self.actions.action(noun, verb, role, frame, id_) if people and verb.start > noun.end else fate
            if not fate and not (may_be_people and not _is_of_doer(verb)) and not idle(verb):
                fate = _fate_by_turn(verb, role) if frame is None else _fate(noun, verb, role, frame)
            if not fate or (people and fate not in ("deployed", "withdrawn")):
                continue  # 300 advisers, 180 of whom have arrived
            one = self.found(noun, noun, id_, intended(fate, verb), verb, frame, role, nouns)
            if one.count is None and (number := _ORDER.get(noun.head, 1 if noun.pronoun == "one" else None)):
                one.count, one.count_text = Count(number, number, "one"), "one"
            self._count_share(one, noun, nouns)
            self._gapped(one, noun, frame)
            one.why.append(f"'{self.memory.text[noun.start : noun.end]}' taken to count what was named before")
            made.append(one)
        return made

    def _counted(self, noun: Noun) -> str:
        """What a number counts: what was named last, but for those who take it: fighters captured two others."""
        last, paragraph, _ = self.memory.recent[-1]
        taken = any(role == "object" and verb.verb in lexicon.CAPTURING for verb, role in noun.verbs)
        if not (taken and self.memory.knowledge.is_personnel(last)):
            return last
        things = (id_ for id_, at, _ in reversed(self.memory.recent) if at == paragraph)
        return next((id_ for id_ in things if not self.memory.knowledge.is_personnel(id_)), last)

    def _does(self, noun: Noun, id_: str, verb: Verb, role: str, frame: Frame | None) -> str:
        """What some of the things named before did, or will: two hit the port; another six are due in May."""
        if role != "subject" or verb.relative:
            return ""
        action = self.actions.action(noun, verb, role, frame, id_)
        if action == "planned" and (_is_further(noun) or noun.head in _REST):
            return action
        return action if action == "struck" and verb.voice == "active" and self.kinds.is_weapon(id_) else ""

    def _count_share(self, one: Found, noun: Noun, nouns: Sequence[Noun]) -> None:
        """Both are two; all are as many as were named."""
        if noun.head == "both":
            one.count, one.count_text = Count(2, 2, "two"), noun.head
        whole = next((each for each in reversed(nouns) if each.end <= noun.start and each.system), None)
        if noun.head == "all" and whole is not None:
            self._count(one, whole, whole, None)

    def _gapped(self, one: Found, noun: Noun, frame: Frame | None) -> None:
        """Germany sent ten, Poland 14: who does it stands before the number, in the place of a verb."""
        doer = self.memory.force_of(self.parties.doers.right_before(noun))
        if doer is None or frame is None:
            return
        party = {"receiver": "beneficiary" if one.action == "supplied" else "operator"}.get(frame.doer, frame.doer)
        if party and doer != getattr(one, party):
            setattr(one, party, doer)


def _tells_how_many(noun: Noun) -> bool:
    """Whether a phrase before "of them" says how many: ten of them, most of them."""
    of_them = noun.system is None and noun.entity is None and noun.head in _SHARES
    return noun.quantity is not None or of_them


def _is_time_or_place(noun: Noun, memory: Memory) -> bool:
    """Whether what stands as an object tells where or when: departed 14 hours later, reached Tripoli."""
    measured = noun.quantity is not None and bool(noun.quantity.unit)
    return measured or noun.time is not None or memory.place_of(noun) is not None


def _fate_by_turn(verb: Verb, role: str) -> str:
    """What a turn of phrase says becomes of things: the other was dragged home, three went up in flames."""
    told = turn(verb)
    undergoes = told is not None and (is_patient(verb, role) if told[0].thing == "object" else role == "subject")
    return told[0].action if told is not None and undergoes and told[0].thing != "of" else ""


def _is_the_type(noun: Noun) -> bool:
    """Whether a phrase only says that things are of the type that was named: 35 of the type, two more of that kind."""
    return noun.head in TYPES and noun.determiner in ("the", "this", "that", "its", "these")


def _is_further(noun: Noun) -> bool:
    """Whether a phrase counts some more of what was named: another 60, ten more."""
    return noun.quantity is not None and any(item.word in _FURTHER for item in noun.items)


def _fate(noun: Noun, verb: Verb, role: str, frame: Frame) -> str:
    """What becomes of things of which only the number is told; blank where nothing does."""
    bare = role == "subject" and verb.bare and not verb.objects and not frame.alone  # and eight captured
    action = frame.action if bare or is_patient(verb, role) else frame.alone if role == "subject" else ""
    action = FATES.get(action, action)
    more = _is_further(noun) or any(map(_is_the_type, noun.of))
    if action in ("based", "stored", "damaged") or (action in _DEALS and more):
        return action
    moves = action in ACTIONS and ACTIONS[action].effect in ("departure", "exchange", "arrival")
    return action if moves and action != "killed" else ""  # killed are people, whatever was named before


def _is_of_doer(verb: Verb) -> bool:
    """Whether people are only those who do it: his men shot down one drone and captured another."""
    return verb.subject is not None and verb.subject.head in _HUMANS and verb.voice == "active"
