"""A claim made of a phrase and what is alleged of it: its count, parties, places and mood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from oob.count import Count
from oob.reading.claims.actions import Actions
from oob.reading.claims.circumstances import SENDING, Circumstances
from oob.reading.claims.found import Found
from oob.reading.claims.kinds import Kinds
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import mood
from oob.reading.claims.parties import Parties
from oob.reading.claims.taking import HOLDERS
from oob.reading.expressions.quantities import Quantity
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import Frame
from oob.reading.grammar.syntax import Noun, Verb, is_patient
from oob.vocabulary import ACTIONS

CLASS_TAILS: Final = lexicon.bag(
    "launchers launcher gun howitzer rifle vehicles vehicle variants variant rounds hulls equipment units unit system"
    " systems fleet crews planes"
    " jets aircraft helicopters drones missiles rockets tanks guns batteries battery complexes complex"
    " platforms platform"
    " convoy convoys column columns shells bombs carriers trucks interceptors fighters bombers"
    " squadron squadrons force forces"
    " station stations swarm model models type types s truck lorry lorries vehicle trailer trailers carrier"
)
FATES: Final = {"lost": "destroyed", "abandoned": "captured"}
"""What has become of a thing that somebody lost or left behind."""
FRACTIONS: Final = lexicon.bag("half third quarter most majority part bulk some many")
"""Of "half of its 20 jets": what leaves the number open."""
_MASSES: Final = lexicon.both(
    "convoy column shipment consignment cargo load lot tranche fleet squadron formation swarm salvo barrage wave"
    " flight string pile stack cluster crate truckload container pallet planeload wagon trainload cache tonne ton"
    " battalion platoon detachment regiment brigade company flotilla armada contingent group force shipload"
) | lexicon.bag("batch batches box boxes cargoes caches companies armadas series")
"""Of "three convoys of lorries": their number is not that of the things."""
_MEANS: Final = ("with", "by", "using")
_OFTEN: Final = re.compile(r"\btwice (?:with|by|using) $")
_LOOSING: Final = ("fire", "launch", "send", "release")

_ARMS: Final = ("equipment", "small-arms", "ammunition", "military-supplies", "explosives")
"""What nobody sends abroad for himself."""
VAGUE: Final = ("equipment", "ammunition", "small-arms", "military-supplies")
"""What is named in any report of a war, and is mostly no claim: weapons of nobody, in no number."""
_OWN_PEOPLE: Final = ("regular-troops", "military-advisers", "instructors")
"""Whom a side sends as its own, whoever is helped by them."""


def _flies_for(verb: Verb) -> bool:
    """Whether it is told for whom pilots fly: that gives nobody a jet."""
    return verb.verb == "fly" and not any(each.prep == "to" for each in verb.preps)


def _is_of_loss(action: str) -> bool:
    """Whether somebody no longer has a thing: of "a tank" that is so one alone is meant."""
    return action in ("lost", "abandoned") or (
        action in ACTIONS and ACTIONS[action].effect in ("departure", "exchange")
    )


def _is_mass(noun: Noun) -> bool:
    """Whether a number before a phrase is not that of the things in it; but: a 300-strong force of soldiers."""
    return noun.head in _MASSES and not any(item.word == "strong" for item in noun.items)


def _is_part(host: Noun) -> bool:
    """Whether some of what is counted is meant: half of its 20 jets, the first of 36 howitzers."""
    return host.head in FRACTIONS or (host.items[-1].quantity is not None and host.items[-1].tag == "U")


def _number_of_strikes(verb: Verb) -> Quantity | None:
    """How many strikes somebody carried out: that is counted, not what he had."""
    return next((each.quantity for each in verb.objects if each.head in lexicon.STRIKES and each.system is None), None)


def _puts(verb: Verb, top: Noun) -> bool:
    """Whether a verb puts a figure on a phrase: puts at 240 the number of tanks."""
    return verb.verb in lexicon.GAUGING and any(each is top for each in verb.objects)


_MARCHING: Final = lexicon.both("convoy column")
_COMING_IN: Final = lexicon.bag("enter arrive reach deploy") | {"move in", "move into", "roll into", "cross into"}
_ON_MISSION: Final = re.compile(
    r" (?:as part of|under) (?:an?|the|its|their) (?:[\w.-]+ ){0,3}"
    r"(?:brigade|mission|force|contingent|operation|exercises?|coalition|deployment|patrols?|rotation)\b"
)
"""What one's own forces go for."""
_NEAR: Final = 120


class Making:
    """Makes claims of phrases."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.kinds = Kinds(memory)
        self.actions = Actions(memory, self.kinds)
        self.parties = Parties(memory)
        self.circumstances = Circumstances(memory, self.parties)

    def roles(self, noun: Noun) -> Iterator[tuple[Verb, str]]:
        seen = set()
        for each in (noun, noun.listed_with):
            for verb, role in each.verbs if each is not None else ():
                if (id(verb), role) not in seen:
                    seen.add((id(verb), role))
                    yield verb, role

    def found(
        self, noun: Noun, top: Noun, id_: str, action: str, verb: Verb | None, frame: Frame | None, role: str,
        nouns: Sequence[Noun], host: Noun | None = None,
    ) -> Found:  # fmt: skip
        surface = noun.system if noun.system is not None else noun.items[0]
        text = self.memory.text[
            surface.start : noun.items[-1].end if noun.tail in CLASS_TAILS and noun.tail else surface.end
        ]
        one = Found(noun, id_, text, action, verb, noun.start)
        self._count(one, noun, top, verb)
        self.parties.assign(one, noun, top, verb, frame, role, host)
        self.circumstances.fill(one, noun, top, verb, nouns, host)
        mood(one, noun, verb, self.memory.nouns)
        self._settle(one, noun, verb, role)
        self.circumstances.tidy(one, verb)
        if host is None:
            self.circumstances.same_event(one, noun)
        return one

    def _count(self, one: Found, noun: Noun, top: Noun, verb: Verb | None) -> None:
        """How many of a thing are meant."""
        all_of_them = noun.listed_with is None and not noun.partial and not (verb is not None and verb.gap is noun)
        one_of_list = top is noun.hypernym and (noun.determiner in ("a", "an") or bool(noun.listed))
        counts_them = all_of_them and not one_of_list and not _is_mass(top)
        quantity = noun.quantity or (top.quantity if counts_them else None)
        whole = noun.host if noun.prep == "of" and all_of_them else None
        whole = None if whole is not None and _is_mass(whole) else whole
        if whole is not None and whole.system is None and whole.quantity is not None and not whole.quantity.unit:
            quantity = whole.quantity  # three of its four tanks
        part = noun.host is not None and noun.prep == "of" and _is_part(noun.host)
        if one.action == "struck" and verb is not None and (strikes := _number_of_strikes(verb)) is not None:
            quantity = strikes
        if quantity is not None and not quantity.unit and not part:
            one.count, one.count_text = quantity.count, quantity.text
        elif one.action == "struck" and (often := self._times(noun, verb)) is not None:
            one.count, one.count_text = often, often.text
        elif (one.action == "struck" or self._gauges()) and (number := self._number_after(noun, top, verb)) is not None:
            one.count, one.count_text = number.count, number.text
        elif noun.determiner in ("a", "an") and _is_of_loss(one.action) and (not noun.tail or noun.tail in CLASS_TAILS):
            one.count, one.count_text = Count(1, 1, noun.determiner), noun.determiner
        elif noun.determiner in ("other", "another") and _is_of_loss(one.action) and self._is_one(noun, verb):
            one.count, one.count_text = Count(1, 1, "one"), "one"

    def _times(self, noun: Noun, verb: Verb | None) -> Count | None:
        """How often somebody struck with a thing: attacked three times with drones, hit twice by rockets."""
        often = noun.host.quantity if noun.host is not None and noun.prep in _MEANS else None
        if often is not None and often.unit == "times":
            return often.count
        beside = (each.quantity for each in (*verb.objects, *verb.preps)) if verb is not None else ()
        if (often := next((each for each in beside if each is not None and each.unit == "times"), None)) is not None:
            return often.count
        found = _OFTEN.search(self.memory.text, max(0, noun.start - 14), noun.start)
        return Count(2, 2, "two") if found is not None else None

    def _is_one(self, noun: Noun, verb: Verb | None) -> bool:
        """Whether a phrase is of one thing, by the form of its verb where its own does not tell: the other aircraft."""
        text = self.memory.text
        if verb is None or not text[: noun.end].endswith(("aircraft", "craft")):
            return not noun.items[-1].word.endswith("s")
        return text.startswith(("was ", "is ", "has "), verb.start)

    def _is_in_own_convoy(self, force: str) -> bool:
        """Whether a convoy of an army itself comes to where it is sent: a Turkish military convoy entered Idlib."""
        if self.memory.knowledge.force_kinds.get(force) not in ("state", "service"):
            return False
        return any(
            noun.head in _MARCHING
            and self.memory.owner(noun) == force
            and any(verb.verb in _COMING_IN for verb, role in noun.verbs if role == "subject")
            for noun in self.memory.nouns
        )

    def _settle(self, one: Found, noun: Noun, verb: Verb | None, role: str) -> None:
        """The action once the parties are known: who sends what is his own deploys it."""
        if (
            verb is not None
            and verb.verb in SENDING
            and one.action == "delivered"
            and one.operator is None
            and one.beneficiary is None
            and one.supplier is not None
            and not any(each.system is None and each.time is None and each.end < noun.start for each in verb.objects)
            and not self._are_arms_abroad(one)
        ):
            one.action, one.operator, one.supplier = "deployed", one.supplier, None
        if verb is not None and self._are_own_troops(one, verb):
            given = one.beneficiary not in self.memory.knowledge.place_kinds
            one.action, one.operator, one.supplier = "deployed", one.supplier, None
            one.beneficiary = one.beneficiary if given else None
        if (
            verb is not None
            and verb.verb in ("fly", "transport", "airlift", "ship", "move", "ferry", "transfer")
            and one.operator is not None
            and is_patient(verb, role)
        ):
            receiver = self.parties.receivers.of(verb, noun) if not _flies_for(verb) else None
            if receiver is not None and receiver != one.operator and receiver not in one.places.get("to", ()):
                one.action, one.supplier, one.operator, one.beneficiary = "delivered", one.operator, None, receiver
        if one.action == "transported" and one.operator is not None and self._is_in_own_convoy(one.operator):
            one.action = "deployed"
        if (
            one.system == "combatants"
            and one.operator is not None
            and self.memory.knowledge.force_kinds.get(one.operator) in ("state", "service")
        ):
            one.system = "regular-troops" if one.system_text.casefold() not in ("fighters", "fighter") else one.system
        if one.action == "struck" and one.system == "uav" and (verb is None or verb.verb not in _LOOSING):
            one.system = "armed-drone"  # what strikes is armed, what is fired flies one way
        if one.action == "struck" and one.system == "aircraft" and noun.system is not None:
            one.system = "combat-aircraft"  # what strikes is a warplane
        if one.action == "lost" and verb is not None:
            taker = next(
                (force for each in verb.preps if each.prep == "to" and (force := self.memory.force_of(each))), None
            )
            to = (each.head.rsplit(" ", 1)[-1].casefold() for each in verb.preps if each.prep == "to")
            if taker is not None or any(head in HOLDERS for head in to):
                one.action, one.opponent = "captured", taker
        one.action = FATES.get(one.action, one.action)

    def _are_own_troops(self, one: Found, verb: Verb) -> bool:
        """Whether a state sends its own soldiers, or things for a mission: sent jets to Mali as part of a UN force."""
        sends = verb.verb in SENDING and one.action == "delivered" and one.supplier is not None
        own = one.system in _OWN_PEOPLE or _ON_MISSION.search(self.memory.text, verb.end, verb.end + _NEAR) is not None
        return sends and own and one.operator in (None, one.supplier)

    def _are_arms_abroad(self, one: Found) -> bool:
        """Whether a country sends weapons to a place that is not in it: they are for somebody there."""
        knowledge = self.memory.knowledge
        at = [each for role in ("to", "at") for each in one.places.get(role, ())]
        abroad = any(knowledge.places.root(each) != one.supplier for each in at)
        return one.system in _ARMS and abroad and knowledge.force_kinds.get(one.supplier or "") == "state"

    def _gauges(self) -> bool:
        """Whether the sentence puts a figure on something: put losses at 3,200, are estimated at 240."""
        return any(verb.verb in lexicon.GAUGING for verb in self.memory.verbs)

    def _number_after(self, noun: Noun, top: Noun, verb: Verb | None) -> Quantity | None:
        """Strikes at well above 800; the number of strikes is estimated at 240."""
        for each in self.memory.nouns:
            gauged = any(_puts(verb, top) for verb, role in each.verbs if role == "at")
            if (
                (each.start > noun.start or gauged)
                and each.prep == "at"
                and each.quantity is not None
                and not each.quantity.unit
                and len(each.items) == 1
            ):
                return each.quantity
        return None
