"""What is alleged of a system that a phrase names: by its verbs, else by the nouns and words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from oob.reading.claims.actions import turn
from oob.reading.claims.asides import Asides
from oob.reading.claims.cargoes import with_carrier
from oob.reading.claims.found import Found
from oob.reading.claims.having import coming_of
from oob.reading.claims.making import CLASS_TAILS, FATES, FRACTIONS, VAGUE, Making
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import hosts, idle, intended
from oob.reading.claims.nearest import nearest
from oob.reading.claims.nominals import Nominals
from oob.reading.claims.parts import Parts
from oob.reading.claims.suppliers import Suppliers
from oob.reading.claims.tails import Tails
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, Frame, bag, both
from oob.reading.grammar.syntax import Noun, Verb, is_patient
from oob.reading.knowledge import EQUIPMENT
from oob.vocabulary import ACTIONS

_MAKING: Final = lexicon.MAKING - {"make"}
_HARMING: Final = lexicon.bag("kill wound injure hurt maim die bury")
_DEPOTS: Final = both("depot warehouse dump storehouse") | bag("storage")
_GATHERED: Final = both("hub area point place site concentration cluster accumulation location node")
"""Where things stand that are struck together with it, nobody says which."""
_ATTACKING: Final = lexicon.HITS | {"ambush", "assault"}
_KEPT: Final = ("ammunition", "missile", "artillery", "small-arms", "equipment", "artillery-rocket", "explosives")
_ABSTRACT: Final = tuple(bag("ing ment ness ity tion sion ance ence ship ism ist ists phobia strip"))
"""Endings of nouns for no things: drone training, tank production."""
_NO_ONE: Final = bag("none neither")
_NO_STATE: Final = bag("planned present operates killed struck exercised") | {""}
"""What a participle before a noun does not allege of it."""
_OF_PEOPLE: Final = bag("deployed trained recruited captured")
_SHOWING_OFF: Final = frozenset({"show off", "flaunt"})
_TOWING: Final = bag("tow drag haul pull") | {"take away", "pull out", "drive off", "haul off"}
_ARMS: Final = frozenset({"artillery", "aviation", "armour", "armor", "infantry"}) | {
    f"{word}{joint}{arm}" for word in ("air", "anti-aircraft") for joint in (" ", "-")
    for arm in ("defence", "defences", "defense", "defenses")
}  # fmt: skip
"""Arms of the forces."""


class Mentions(Making):
    """Finds what is alleged of the systems that phrases name."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory)
        self.nominals = Nominals(memory)
        self.tails = Tails(memory)
        self.suppliers = Suppliers(memory)
        self.asides = Asides(self.actions)
        self.parts = Parts(memory)

    def found_of(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """What is alleged of the system that a phrase names."""
        id_, carried = self.kinds.system(noun)
        if id_ is None:
            return []
        if noun.prep == "with" and noun.host is not None and self._is_part_of(noun.host):
            return []  # pickups with machine guns bolted to the back
        loads = (verb.subject for verb, role in noun.verbs if role == "with")
        if any(each is not None and self._is_part_of(each) for each in loads):
            return []  # a car packed with explosives
        if (depot := self._depot(noun, id_)) is not None:
            first = noun.listed_with is None or noun.listed_with.host is not depot
            noun.determiner = depot.determiner
            return self._alleged(noun, depot, "ammunition-depot", None, nouns) if first else []
        base = _named_whole(noun)
        if id_ == EQUIPMENT and noun.prep == "of" and noun.host is not None and noun.host.head in _GATHERED:
            return []  # struck ten areas of concentration of men and equipment
        if self._is_whole_of_list(noun, id_, nouns):
            return []
        if (given := self.suppliers.found_of(noun, id_, nouns)) is not None:
            return given
        if noun.tail and not _is_support(base):
            if (told := self.tails.found_of(noun, id_)) is not None:
                return told
            if noun.tail not in CLASS_TAILS and noun.tail.endswith(_ABSTRACT):
                return []
        top = self._top(noun)
        made = self._alleged(noun, top, id_, top.hypernym or base, nouns)
        made = [one for one in made if not self._too_vague(one, top) and not _is_arm(one)]
        for each in made if noun.hedge and noun.hypernym is not None else ():
            each.stance = each.stance or noun.hedge
        made = [one for one in made if one.action != "present" or not self._is_one_man(noun, id_)]
        for each in made if carried else ():
            each.why.append(f"'{self.memory.text[noun.start : noun.end]}' taken for what was named before")
        return made

    def _is_part_of(self, vehicle: Noun) -> bool:
        """Whether what a vehicle has on it makes it another thing."""
        return self.kinds.carries_gun(vehicle) or self.kinds.carries_bomb(vehicle)

    def _is_whole_of_list(self, noun: Noun, id_: str, nouns: Sequence[Noun]) -> bool:
        """Whether it only says of what things are a part that are told of: two tanks among the equipment seized."""
        before = nouns[: bisect_left(nouns, noun.start, key=lambda each: each.start)][-1:]
        if noun.prep != "among" or not before or before[0].system is None:
            return False
        named = self.memory.meaning(before[0].system, "system")
        whole = self.memory.meaning(noun.system, "system") or id_
        return self.memory.knowledge.systems.within(named, whole)

    def _depot(self, noun: Noun, id_: str) -> Noun | None:
        """Where arms are kept, if a phrase only says of what kind: four depots of missiles and ammunition."""
        host = noun.host if noun.prep == "of" else None
        within = self.memory.knowledge.systems.within
        kept = host is not None and host.head in _DEPOTS and host.system is None
        return host if kept and any(within(id_, each) for each in _KEPT) else None

    def _alleged(self, noun: Noun, top: Noun, id_: str, base: Noun | None, nouns: Sequence[Noun]) -> list[Found]:
        """What verbs allege, or else what nouns do, or the place; `base`: what the system is an example of."""
        if parts := self.parts.found_of(noun, id_, nouns):
            return parts
        roles = self._roles(noun, top)
        made = self._by_verbs(noun, top, id_, roles, nouns)
        if base is not None and (not made or (noun.partial and all(one.verb.gap is noun for one in made if one.verb))):
            made += self.nominals.by_example(noun, id_, base, self._top(base), nouns)
            whole = base.hypernym or (base.listed_with.hypernym if base.listed_with is not None else None)
            if not made and whole is not None:  # equipment that includes weapons, such as mortars
                made += self.nominals.by_example(noun, id_, whole, self._top(whole), nouns)
        made = made or self._by_nouns(noun, top, id_, nouns)
        if noun.suppliers and (supplier := self.memory.meaning(noun.suppliers[0], "force")) is not None:
            for each in made:
                each.supplier = each.supplier or supplier
            made = made or [self._by_supplier(noun, top, id_, supplier, nouns)]
        made = made or self._by_place(noun, top, id_, nouns) or self._by_service(noun, id_, nouns)
        if made or any(idle(verb) or _makes(verb, role) or _is_aimed_at(verb, role) for verb, role in roles):
            return made
        made = self._by_nearest(noun, top, id_, nouns) or self._by_number(noun, top, id_, nouns)
        if not made:
            self.memory.untold.append(noun)
        return made

    def _roles(self, noun: Noun, top: Noun) -> list[tuple[Verb, str]]:
        """The verbs of a system, with its role: those of "a batch", and of "tanks" what is of them alone."""
        roles = [each for each in self.roles(top) if each[1] != "by" or not _is_of_strike(top)]
        for verb, role in self.roles(noun) if top is not noun else ():
            tells = verb.voice in ("ing", "pp") or (verb.relative and verb.voice == "passive")
            own = (role == "object" and verb.gap is noun) or (role == "subject" and tells)
            if own and (verb, role) not in roles:
                roles.append((verb, role))
        return roles

    def _by_verbs(
        self, noun: Noun, top: Noun, id_: str, roles: Sequence[tuple[Verb, str]], nouns: Sequence[Noun]
    ) -> list[Found]:
        """What the verbs allege, without what is only said by the way."""
        made = [one for verb, role in roles if (one := self._by_verb(noun, top, id_, verb, role, nouns)) is not None]
        if len(made) > 1:
            _pass_on_supplier(made)
            made = _without_belonging(made)
            return self.asides.without(made)
        return [self._as_shown(one, noun, top, nouns) for one in made] if _participles(noun) else made

    def _by_verb(self, noun: Noun, top: Noun, id_: str, verb: Verb, role: str, nouns: Sequence[Noun]) -> Found | None:
        """What one of them does; what carries a thing may have been taken, and the thing with it."""
        if (taken := with_carrier(verb, role, top)) is not None:
            own, part = taken
            action = intended("captured", own)
            return self.found(noun, top, id_, action, own, FRAMES["seize"], part, nouns) if not idle(own) else None
        frame = self.actions.frame_of(verb)
        action = self.actions.action(noun, verb, role, frame)
        event = lexicon.NOMINALS.get(top.head) if top is not noun and action == "present" else None
        if event is not None and event[0] in ("delivered", "supplied"):
            # a video of a shipment of arms is of the delivery
            return self.found(noun, noun, id_, event[0], verb, Frame(*event), "of", nouns, host=top)
        if action == "operates" and role == "with" and (came := coming_of(verb.subject)) is not None:
            # troops equipped with tanks took up positions
            return self.nominals.brought(noun, top, id_, "deployed", came, verb.subject, nouns)
        return self.found(noun, top, id_, action, verb, frame, role, nouns) if action else None

    def _by_nouns(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """What the noun alleges on which a system hangs, or a participle before it."""
        made = self.nominals.by_host(noun, top, id_, nouns)
        if not made and top is not noun:
            made = self.nominals.by_host(noun, noun, id_, nouns)
        return made or self._by_way(noun, top, id_, nouns) or self._by_word_before(noun, top, id_, nouns)

    def _by_way(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """No verb says anything; tanks from Turkey to the army were delivered."""
        near = [*noun.after, *(more for each in noun.after for more in each.after)]
        giver = next((force for each in near if each.prep == "from" and (force := self.memory.force_of(each))), None)
        to = (each for each in near if each.prep in ("to", "for") and self.memory.place_of(each) is None)
        receiver = next((force for each in to if (force := self.memory.force_of(each))), None)
        if giver is None or receiver is None or giver == receiver or self.memory.knowledge.is_personnel(id_):
            return []
        one = self.found(noun, top, id_, "delivered", None, None, "", nouns)
        one.operator, one.supplier, one.beneficiary = None, giver, receiver
        return [one]

    def _by_supplier(self, noun: Noun, top: Noun, id_: str, supplier: str, nouns: Sequence[Noun]) -> Found:
        """No verb or noun says anything; Turkish-supplied drones were supplied."""
        one = self.found(noun, top, id_, "supplied", None, None, "", nouns)
        one.supplier = supplier
        return one

    def _by_nearest(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """No verb is its own; a number of things, or one that has no verb at all, goes with the nearest."""
        fronted = noun.prep == "of" and noun.host is None  # of the 31 tanks, 20 were lost
        if fronted or (noun.prep == "of" and noun.host is not None and noun.host.head in _NO_ONE):
            return []
        alone = not (noun.verbs or noun.tail or self.memory.knowledge.is_personnel(id_))
        worth = self._is_worth(noun, top, id_)
        whole = noun.prep == "of" and noun.host is None  # of the ten rockets, eight were shot down
        told = nearest(self.actions, noun) if (alone or worth) and not whole else None
        if told is None:
            return []
        action, verb, frame, role = told
        if role == "subject" and not worth and not (_may_undergo(noun) and is_patient(verb, role)):
            return []
        one = self.found(noun, top, id_, action, verb, frame, role, nouns)
        one.guessed = True
        one.why.append(f"by the nearest verb, '{verb.verb}'")
        return [one]

    def _by_number(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """No verb or place says anything; a number of things is had by somebody, or is there."""
        if not self._is_worth(noun, top, id_) or (noun.prep == "of" and noun.host is None):
            return []
        action = "operates" if self.memory.owner(noun) else "present"
        one = self.found(noun, top, id_, action, None, None, "", nouns)
        one.guessed = True
        one.why.append("no verb says what is alleged of it")
        return [one]

    def _top(self, noun: Noun) -> Noun:
        """The phrase that stands for the system in its sentence: "a batch" of "a batch of tanks"."""
        top = noun
        for _ in range(3):
            host = top.host
            if host is None or top.prep != "of" or host.system is not None:
                break
            part = host.head in lexicon.MEASURES or (host.head in FRACTIONS and len(host.items) == 1)  # some of its kit
            if not part and (host.quantity is None or host.head in lexicon.NOMINALS):
                break  # but: the third loss of an F-16
            top = host
        return top

    def _as_shown(self, one: Found, noun: Noun, top: Noun, nouns: Sequence[Noun]) -> Found:
        """Pictures show a wrecked tank: it was lost, whatever shows it; farmers towed an abandoned one away."""
        assert one.system is not None
        if one.verb is not None and one.verb.verb in _TOWING and "abandon" in noun.participles:
            return self.found(noun, top, one.system, "captured", one.verb, FRAMES["seize"], "object", nouns)
        frame = FRAMES.get(_participles(noun)[-1])
        fate = FATES.get(frame.action, frame.action) if frame is not None else ""
        lost = fate in ACTIONS and ACTIONS[fate].effect in ("departure", "exchange")
        shows = self.actions.frame_of(one.verb) if one.verb is not None else None
        if (
            one.action != "present"
            or shows is None
            or (shows.doer and (fate != "captured" or one.verb is None or one.verb.verb not in _SHOWING_OFF))
        ):
            return one
        people = self.memory.knowledge.is_personnel(one.system)
        if not (lost or fate == "damaged") or (people and fate != "captured"):
            return one
        told = self.found(noun, top, one.system, fate, None, frame, "object", nouns)
        if shows.doer:
            told.opponent = told.opponent or self.parties.doers.agent(one.verb)  # showed off captured tanks
        told.verb, told.when, told.places = one.verb, told.when or one.when, told.places or one.places
        told.stance, told.hearsay = one.stance, one.hearsay
        return told

    def _by_word_before(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """Captured tanks, donated vehicles, an abandoned howitzer."""
        people = self.memory.knowledge.is_personnel(id_)
        for word in noun.participles:
            frame = FRAMES.get(word)
            if frame is None or frame.action in _NO_STATE or (people and frame.action not in _OF_PEOPLE):
                continue
            return [self.found(noun, top, id_, frame.action, None, frame, "object", nouns)]
        return []

    def _by_place(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """No verb says anything; a thing at a place, with its number or its owner, is said to be there."""
        placed = any(
            self.memory.place_of(each) is not None and lexicon.PLACE_ROLE.get(each.prep) in ("at", "near")
            for each in (*noun.after, *top.after)
        )
        suffer = any(
            verb.verb in _HARMING and (role == "object" or verb.voice != "active")
            for verb, role in self._roles(noun, top)
        )
        if suffer and self.memory.knowledge.is_personnel(id_):
            return []  # killed eight soldiers at Watiya
        if any(_is_aimed_at(verb, role) for verb, role in noun.verbs):
            return []
        if noun.prep in ("against", "between") or (noun.listed_with is not None and noun.listed_with.system is None):
            return []  # strikes against militants in Iraq, the war between Israel and militants in Gaza
        told = (turn(verb) for verb, _ in noun.verbs)
        if any(each is not None and each[1] is noun for each in told):
            return []  # laid down their arms at Gao
        if placed and (noun.quantity is not None or self.memory.owner(noun) is not None) and not noun.negated:
            return [self.found(noun, top, id_, "present", None, None, "", nouns)]
        return []

    def _by_service(self, noun: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """No verb says anything; a thing in service with an army is its."""
        if not any(each.prep == "in" and each.head in ("use", "service") for each in noun.after):
            return []
        holder = self.memory.in_service(noun.after)
        if holder is None:
            return []
        one = self.found(noun, noun, id_, "operates", None, None, "", nouns)
        one.operator = holder
        return [one]

    def _is_worth(self, noun: Noun, top: Noun, id_: str) -> bool:
        """Whether things are counted without a verb that tells of them; people are, in any news."""
        quantity = noun.quantity or top.quantity
        first = noun.listed_with
        if quantity is None and first is not None and first.quantity is not None and noun.determiner in ("a", "an"):
            quantity = first.quantity
        some = noun.prep == "of" and noun.host is None  # of the ten jets, four were lost
        return quantity is not None and not quantity.unit and not some and not self.memory.knowledge.is_personnel(id_)

    def _is_one_man(self, noun: Noun, id_: str) -> bool:
        """Whether a phrase is of one person, of whom a force is not told: a pilot is seen in the video."""
        one = noun.determiner in ("a", "an", "the", "") and noun.quantity is None and not noun.listed
        one = one and (noun.host is None or noun.hypernym is not None or noun.listed_with is not None)
        plural = noun.system is None or noun.system.word.endswith(("s", "men", "people", "personnel", "infantry"))
        return one and not plural and not noun.tail and self.memory.knowledge.is_personnel(id_)

    def _too_vague(self, one: Found, top: Noun) -> bool:
        """Weapons of nobody, in no number, at no place: a remark, not a claim."""
        return (
            one.system in VAGUE
            and not (one.action == "captured" and (top.listed_with or top.listed))
            and one.count is None and top.quantity is None and not one.places
            and one.operator is None and one.supplier is None and one.beneficiary is None and one.opponent is None
        )  # fmt: skip


def _named_whole(noun: Noun) -> Noun | None:
    """What a thing is an example of, by itself or with the list that it stands in: six T-72s, a batch of Kirpis."""
    at: Noun | None = noun
    for _ in range(6):
        if at is None or at.hypernym is not None:
            break
        host = at.host if at.prep == "of" else None
        measured = host is not None and (host.head in lexicon.MEASURES or host.quantity is not None)
        at = at.listed_with or (host if measured else None)
    return at.hypernym if at is not None else None


def _participles(noun: Noun) -> tuple[str, ...]:
    """The participles before a phrase, or before the first of its list: captured tanks and artillery pieces."""
    first = noun.listed_with
    alone = (
        noun.determiner or noun.quantity is not None or first is None or first.determiner or first.quantity is not None
    )
    return noun.participles or (() if alone or first is None else first.participles)


def _is_aimed_at(verb: Verb, role: str) -> bool:
    """Whether somebody only attacks a thing: ambushed a column at Gao, bombed six tanks."""
    return verb.verb in _ATTACKING and is_patient(verb, role)


def _may_undergo(noun: Noun) -> bool:
    """Whether something may be done to what a phrase names, by its place: not as for "the jets" in: as for the jets."""
    return not noun.prep or (noun.prep == "of" and noun.host is not None)


def _pass_on_supplier(made: Sequence[Found]) -> None:
    """The army lost a tank that Russia had supplied: who had it was given it, by him who supplied it."""
    gift = next((one for one in made if one.action == "supplied" and one.supplier is not None), None)
    holder = next((one.operator for one in made if one is not gift and one.operator is not None), None)
    if gift is None:
        return
    if holder is not None and holder != gift.supplier and gift.operator is None and gift.beneficiary is None:
        gift.operator = gift.beneficiary = holder
    for one in made:
        if one.operator is not None and one.operator == gift.operator and one.supplier is None:
            one.supplier = gift.supplier


def _without_belonging(made: list[Found]) -> list[Found]:
    """A missile that belongs to the army was launched: whose it is tells who launched it."""
    belongs = next((one for one in made if one.verb is not None and _only_belongs(one.verb)), None)
    if belongs is None:
        return made
    for one in made:
        one.operator = one.operator or belongs.operator
    return [one for one in made if one is not belongs]


def _only_belongs(verb: Verb) -> bool:
    """Whether whose a thing is stands beside what is told of it: belonging to the army, said to belong to it."""
    return verb.verb == "belong" and (verb.relative or verb.voice != "active")


def _is_of_strike(noun: Noun) -> bool:
    """Whether "by" says whose strike it was, not who did what the verb tells: was hit during a raid by Israeli jets."""
    return noun.host is not None and noun.host.head in lexicon.STRIKES and noun.host.system is None


def _makes(verb: Verb, role: str) -> bool:
    """Whether a thing is only said to be made: 1,600 have been built."""
    return verb.verb in _MAKING and is_patient(verb, role)


def _is_support(base: Noun | None) -> bool:
    """Whether a system is an example of support: backing that includes drones."""
    return base is not None and any(each.head in lexicon.SUPPORT for each in (base, *hosts(base)))


def _is_arm(one: Found) -> bool:
    """Whether an arm of the forces does something, not a number of things: artillery shelled, air defence shot down."""
    acts = one.noun is None or not any(verb is one.verb and role == "object" for verb, role in one.noun.verbs)
    if not acts or one.count is not None or one.system_text.casefold() not in _ARMS:
        return False
    things = [each.system for each in one.verb.objects] if one.verb is not None else []
    shells = one.system == "artillery" and (not things or (one.verb is not None and one.verb.verb in lexicon.HITS))
    hits = one.action == "struck" and (shells or not all(things))
    return one.action in ("struck", "operates") and not hits
