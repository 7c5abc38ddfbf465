"""Claims that nouns make: drone strikes, the arrival of jets, losses of two tanks, support such as drones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from oob.reading.claims.actions import turn
from oob.reading.claims.cargoes import with_carrier
from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.mood import FORBIDDING, hosts, idle, intended, is_ahead
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, Frame
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_DOERS: Final = {"captured": "opponent", "delivered": "receiver", "purchased": "receiver", "supplied": "receiver"}
"""What the subject of a turn of phrase is to the thing: who takes possession is the opponent of a loss."""

_SUMS: Final = lexicon.bag("number numbers strength total stock stocks fleet inventory arsenal")
_CHANGING: Final = lexicon.bag("rise grow fall drop climb increase swell shrink")
_CHANGES: Final = lexicon.bag("rise increase growth surge jump fall drop decline decrease")
_FRONTIERS: Final = lexicon.bag("border borders frontier front coast")
_DEALS: Final = lexicon.both("deal contract order tender bid")
_COURSES: Final = lexicon.both("course lesson") | lexicon.bag("training instruction")
_CARRIERS: Final = lexicon.both("train convoy column freighter vessel ship trailer wagon ferry")
_TO_COME: Final = re.compile(r" [\"“]?(?:imminent|likely|possible|due|expected|pending|on the cards)\b")
_BEING: Final = lexicon.bag(
    "presence existence employment introduction evidence sign signs trace traces reliance dependence dependency"
)
"""Nouns too vague for a claim unless a place is named."""
_USE: Final = lexicon.bag("use usage")
_CHANGING_WAR: Final = lexicon.bag(
    "change transform alter revolutionise revolutionize reshape show prove become be grow spread"
)
_SEEN: Final = lexicon.bag("presence reliance dependence introduction employment")
"""Of these, whose the things are says enough: the presence of Iranian advisers at the base."""
_SPOTS: Final = lexicon.both(
    "base airbase airfield airport port harbour harbor town city village area region country province district border"
    " camp garrison territory sector zone site island"
) | lexicon.bag("soil ground frontline facilities facility")
"""Where something may be that is said to be present: at the base, near the border."""


_GROUPS: Final = {
    **dict.fromkeys(lexicon.bag("convoy convoys column columns motorcade"), "transported"),
    **dict.fromkeys(lexicon.bag("haul loot booty spoils trophies cache caches"), "captured"),
    **dict.fromkeys(lexicon.bag("barrage barrages salvo salvos volley volleys wave waves swarm"), "struck"),
    **dict.fromkeys(lexicon.bag("force contingent garrison brigade battalion fleet fleets squadron"), "operates"),
}
"""By word for many things together: what is told of those that it is said to include."""


class Nominals(Making):
    """Finds what is alleged by a noun on which a system hangs."""

    def by_example(self, noun: Noun, id_: str, base: Noun, whole: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """An example shares what is said of its class; of support, it is what was given.

        `whole` is the phrase that has the verbs of the class: the convoy of "a convoy of vehicles, including tanks".
        """
        made: list[Found] = []
        for verb, role in self.roles(whole):
            if (taken := with_carrier(verb, role, whole)) is not None and not idle(taken[0]):
                own, part = taken  # seized a lorry loaded with weapons, including mortars
                made.append(self.found(noun, whole, id_, intended("captured", own), own, FRAMES["seize"], part, nouns))
                continue
            frame = self.actions.frame_of(verb)
            proxy = noun if base.system is None else base
            action = (
                self.actions.action(proxy, verb, role, frame)
                if base.system is not None or base.head not in lexicon.SUPPORT or _are_more(base)
                else "supplied"
            )
            if _are_more(base) and action in ("delivered", "supplied"):
                action, frame = "deployed", Frame("deployed", "operator")
            if action:
                one = self.found(noun, whole, id_, action, verb, frame, role, nouns)
                made.append(one)
        if _are_more(base):
            made = made or [self.found(noun, base, id_, "deployed", None, None, "of", nouns, host=base)]
        elif base.head in lexicon.SUPPORT or any(host.head in lexicon.SUPPORT for host in hosts(base)):
            made = [self._support(noun, base, id_, nouns)]
        elif not made:
            made += self.by_host(noun, base, id_, nouns)
        if not made and base.system is None and (nominal := lexicon.NOMINALS.get(base.head)) is not None:
            told = next((each for each, _ in self.roles(base)), None)
            action = intended(nominal[0], told) if told is not None else nominal[0]
            made.append(self.found(noun, base, id_, action, told, Frame(*nominal), "of", nouns, host=base))
        if not made and base.system is None and (wholly := _GROUPS.get(base.head)) is not None:
            if wholly == "transported" and any(map(_attacks, self.roles(base))):
                wholly = "operates"  # two columns, including tanks, began an attack
            made.append(self.found(noun, base, id_, wholly, None, None, "of", nouns, host=base))
        return made

    def _support(self, noun: Noun, base: Noun, id_: str, nouns: Sequence[Noun]) -> Found:
        """Backing from Turkey, including armed drones; the support of mercenaries."""
        support = next((each for each in (base, *hosts(base)) if each.head in lexicon.SUPPORT), base)
        verb = next((verb for verb, _ in self.roles(support)), None)
        people = self.memory.knowledge.is_personnel(id_)
        has = people and noun.prep == "of"
        one = self.found(noun, noun, id_, "operates" if has else "supplied", verb, None, "", nouns)
        receiver = self.memory.force_of(verb.subject) if verb is not None and verb.subject is not None else None
        helped = (each for each in support.after if each.prep in ("for", "to"))
        others = any(self.memory.force_of(each) != receiver for each in helped if each.system or each.entity)
        if receiver is not None and others:
            one.supplier, receiver = one.supplier or receiver, None  # limited itself to aid for Kyiv such as radars
        frame = FRAMES.get(verb.verb) if verb is not None else None
        gives = frame is not None and frame.doer == "supplier"
        if verb is not None and gives and verb.voice in ("active", "inf", "ing"):
            one.supplier, receiver = one.supplier or receiver, None  # has provided support to the LNA
            near = (*verb.preps, *noun.after)
            given = (self.memory.force_of(each) for each in near if each.prep in ("to", "for"))
            one.beneficiary = next((force for force in given if force is not None), None)
        one.beneficiary = one.beneficiary or receiver
        givers = (self.memory.meaning(item, "force") for item in support.owners)
        one.supplier = one.supplier or next((giver for giver in givers if giver is not None), None)
        if frame is not None and frame.action == "planned":
            # a package that the Pentagon has announced is still to come, from it
            one.action, one.supplier, one.beneficiary, receiver = "planned", one.supplier or receiver, None, None
        for each in support.after:
            if each.prep in ("for", "to") and one.beneficiary is None:
                one.beneficiary = self.memory.force_of(each)
        for each in (*support.after, *support.of):
            if each.prep in ("from", "of", "by") and each is not noun:
                one.supplier = self.memory.force_of(each) or one.supplier
        if one.action == "planned":
            one.operator = None
        elif noun.tail in lexicon.STRIKES:
            one.action, one.operator = "struck", one.supplier
            one.supplier = None
        elif not people or one.operator is None or has:
            one.operator = receiver or (one.operator if has else None)
        if noun.backers and people:
            one.supplier = self.memory.meaning(noun.backers[0], "force")
        one.places.pop("from", None) if one.action in ("supplied", "struck") else None
        if verb is not None:
            one.action = intended(one.action, verb)
        return one

    def by_host(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """A noun that stands for a verb: "the arrival of Russian planes", "the downing of the drone"."""
        host = top.host
        if host is None:
            return []
        if (turned := self._by_turn(noun, top, id_, nouns)) is not None:
            return turned
        if (one := self._of_amount(noun, top, host, id_, nouns)) is not None:
            return [one]
        nominal = lexicon.NOMINALS.get(host.head)
        harm = nominal is not None and top.prep == "to" and nominal[0] in ("damaged", "serviced")
        relies = top.prep in ("on", "upon") and host.head in lexicon.RELIANCE
        if nominal is not None and (top.prep == "of" or harm or relies):
            return self._of_nominal(noun, top, id_, nouns)
        if host.head in lexicon.SUPPORT and top.prep == "of":
            return [self._support(noun, host, id_, nouns)]
        ways = (self._by_word, self._of_strike, self._of_helpers)
        made = (told for way in ways if (told := way(noun, top, host, id_, nouns)) is not None)
        return list(islice(made, 1))

    def _of_amount(self, noun: Noun, top: Noun, host: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """What somebody rides in or is with; how many there are, or more than before."""
        one = None
        if top.prep in ("in", "on", "aboard", "with") and not self._is_on_board(top):
            one = self._of_riders(noun, top, id_, nouns)
        if one is None and host.head.rsplit(" ", 1)[-1] in _SUMS and top.prep == "of":
            one = self._of_sum(noun, top, id_, nouns)
        if one is None and host.head in _CHANGES and top.prep == "in":
            one = self._of_change(noun, top, id_, nouns)
        return one

    def _by_word(self, noun: Noun, top: Noun, host: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """A contract for ten tanks, hits on a ship, home to jets, a course on drones, a ship with arms on board."""
        thing = not self.memory.knowledge.is_personnel(id_)
        verb = next((verb for verb, _ in self.roles(host)), None)
        if thing and _is_target(top, host):
            hit = self.found(noun, top, id_, "damaged", verb, Frame("damaged", "opponent"), "of", nouns, host=host)
            hit.opponent = hit.opponent or self.memory.owner(host) or (self.parties.doers.agent(verb) if verb else None)
            return hit
        action = _told_with(top, host) if thing else ""
        if thing and top.prep == "with" and (moved := _moves(host)) is not None:
            action, verb = intended("transported", moved), moved
        elif not action and top.prep == "with" and self._is_on_board(top):
            return self._on_board(noun, top, id_, host, nouns)
        if not action and top.prep == "by" and lexicon.NOMINALS.get(host.head, ("", ""))[0] == "transported":
            action = "transported"
        return self.found(noun, top, id_, action, verb, None, "", nouns, host=host) if action else None

    def _of_strike(self, noun: Noun, top: Noun, host: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """The loss of a tank to a drone, an attack with missiles, a strike from a jet."""
        if self.memory.knowledge.is_personnel(id_):
            return None
        beside = top.prep in ("by", "with")
        if beside and self._is_of_loss(top):
            return self.found(noun, top, id_, "struck", None, None, "", nouns)
        fired = top.prep == "from" and self.kinds.is_weapon(id_)
        if host.head not in lexicon.STRIKES or not (fired or beside):
            return None
        hits = (each for each, role in self.roles(host) if role == "subject" and each.verb in lexicon.HITS)
        strike = self.found(noun, top, id_, "struck", next(hits, None), None, "", nouns)
        strike.operator = strike.operator or self.memory.owner(host)
        if strike.count is None and host.quantity is not None and not host.quantity.unit:
            strike.count, strike.count_text = host.quantity.count, host.quantity.text
        return strike

    def _of_helpers(self, noun: Noun, top: Noun, host: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """With the support of, or from, mercenaries."""
        if host.head not in lexicon.SUPPORT or top.prep != "from" or not self.memory.knowledge.is_personnel(id_):
            return None
        verb = next((verb for verb, _ in self.roles(host)), None)
        one = self.found(noun, top, id_, "supplied", verb, None, "", nouns)
        one.beneficiary = self.memory.force_of(verb.subject) if verb is not None else None
        return one

    def _is_on_board(self, top: Noun) -> bool:
        """Whether it is said what something carries: a plane with troops and ammunition on board."""
        last = max((top, *(top.listed_with or top).listed[-1:]), key=lambda each: each.end)
        return self.memory.text.startswith((" on board", " aboard"), last.end)

    def _on_board(self, noun: Noun, top: Noun, id_: str, host: Noun, nouns: Sequence[Noun]) -> Found:
        """What a plane or ship carries is with whoever has the plane, where that is."""
        verb = next((verb for verb, _ in self.roles(host)), None)
        one = self.found(noun, top, id_, "transported", verb, None, "", nouns, host=host)
        one.operator = one.operator or self.memory.owner(host)
        return one

    def _tells_where(self, near: Noun) -> bool:
        """Whether a phrase says where or by whom: at a place, known or not, or by somebody."""
        named = near.prep in lexicon.PLACE_ROLE and (near.items[-1].capital or _is_spot(near))
        return near.prep == "by" or named or self.memory.place_of(near) is not None

    def _is_of_loss(self, top: Noun) -> bool:
        """Whether a phrase hangs on the loss of something: the destruction of two launchers by a drone."""
        told = (lexicon.NOMINALS.get(host.head, ("", ""))[0] for host in hosts(top))
        return any(action in ("destroyed", "shot-down") for action in told)

    def _of_sum(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """The number of fighters in Libya has risen to 2,000; they put it at 2,000."""
        host = top.host
        if host is not None and host.host is not None and host.host.head in _CHANGES and host.prep == "in":
            return self._of_change(noun, top, id_, nouns)
        for verb, role in self.roles(host) if host is not None else ():
            at = "at" if verb.verb in lexicon.GAUGING else "to" if verb.verb in _CHANGING and role == "subject" else ""
            number = next((each.quantity for each in nouns if each.prep == at and each.quantity is not None), None)
            came = _has_come(noun)
            placed = came is not None or any(self._tells_where(each) for each in noun.after)
            if not at or number is None or number.unit or not placed:
                continue
            one = self.found(
                noun, top, id_, "deployed" if came else "present", came or verb, None, "", nouns, host=host
            )
            one.count, one.count_text = number.count, number.text
            return one
        return None

    def _of_change(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """A rise in the number of troops near the border was noted: they are there."""
        last = (noun.listed_with or noun).listed[-1:]  # a rise in troops and tanks along the border
        near = (*noun.after, *(each for more in last for each in more.after))
        if not any(self._tells_where(each) or each.head in _FRONTIERS for each in near):
            return None
        number = next(
            (each.quantity for each in nouns if each.prep in ("at", "to") and each.start > noun.end and each.quantity),
            None,
        )
        one = self.found(noun, top, id_, "present", None, None, "", nouns)
        if number is not None and not number.unit:
            one.count, one.count_text = number.count, number.text
        return one

    def _of_nominal(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """The arrival of jets, the loss of two tanks."""
        host = top.host
        assert host is not None
        action, doer = lexicon.NOMINALS[host.head]
        verb = next((verb for verb, _ in self.roles(host)), None)
        subject = verb.subject if verb is not None else None
        if host.head in _BEING and subject is not None and _is_picture(subject):
            one = self.found(noun, top, id_, "present", verb, None, "of", nouns, host=host)
            with_ = (self.memory.force_of(each) for each in noun.after if each.prep in ("with", "among"))
            one.operator = one.operator or next((force for force in with_ if force is not None), None)
            return [one]  # pictures showed the presence of a radar
        if host.head in _BEING and not self._is_particular(noun, host):
            return []
        if host.head in _USE and verb is not None and verb.verb in _CHANGING_WAR:
            return []  # the use of drones has changed warfare
        if verb is not None and verb.verb in FORBIDDING:
            return []
        if is_ahead(host, self.roles(host)) and action in ACTIONS and ACTIONS[action].effect == "arrival":
            action = "planned"
        if verb is not None and verb.voice == "be" and _TO_COME.match(self.memory.text, verb.end) is not None:
            action = "planned"  # the delivery is imminent
        if host.head in _USE and self.memory.knowledge.systems.within(id_, "chemical-weapon"):
            action = "struck"
        begins = any(own is verb and role == "subject" for own, role in self.roles(host))
        action = intended(action, verb) if verb is not None and begins else action  # deliveries will begin in May
        one = self.found(noun, top, id_, action, verb, Frame(action, doer), "of", nouns, host=host)
        departs = action in ACTIONS and ACTIONS[action].effect == "departure" and action != "withdrawn"
        return [] if departs and self.memory.knowledge.is_personnel(id_) else [one]

    def _is_particular(self, noun: Noun, host: Noun) -> bool:
        """Whether a noun tells of particular things, by whose they are, how many, or where: not the use of drones."""
        if noun.quantity is not None or noun.determiner in ("a", "an", "its", "their") or host.owners:
            return True
        listed = (near for each in (noun.listed_with or noun).listed for near in each.after)
        beside = (*noun.after, *host.after, *listed)
        seen = bool(noun.owners) and host.head in _SEEN and noun.determiner != "the"
        return seen or any(self._tells_where(each) for each in beside)

    def _of_riders(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> Found | None:
        """Fighters in pickups, a patrol with two tanks: they have them."""
        host = top.host
        if host is None or self.memory.knowledge.is_personnel(id_) or top.negated:
            return None
        people = host.system is not None and self.memory.knowledge.is_personnel(self.kinds.system(host)[0] or "")
        if not people:
            return None
        group = host.host if host.prep == "of" and host.host is not None else host
        for verb, role in (*self.roles(host), *self.roles(group)):
            frame = self.actions.frame_of(verb)
            action = self.actions.action(noun, verb, role, frame) if role == "subject" else ""
            if action in ("deployed", "withdrawn"):
                return self.brought(noun, top, id_, action, verb, host, nouns)
        return self.found(noun, top, id_, "operates", None, Frame("operates"), "", nouns, host=host)

    def brought(
        self, noun: Noun, top: Noun, id_: str, action: str, verb: Verb, people: Noun | None, nouns: Sequence[Noun]
    ) -> Found:
        """What people who come or go have with them: troops with tanks advanced on the base."""
        one = self.found(noun, top, id_, action, verb, None, "with", nouns)
        one.operator = one.operator or self.memory.force_of(people)
        return one

    def _by_turn(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found] | None:
        """Took possession of two tanks, got their hands on drones."""
        people = self.memory.knowledge.is_personnel(id_)
        host = top.host
        for verb, _ in host.verbs if host is not None else ():
            told = turn(verb)
            if told is None or told[1] is not host or told[0].thing != "of":
                continue
            action = intended(told[0].action, verb)
            doer = _DOERS.get(told[0].action, "operator")
            if people and ACTIONS[told[0].action].effect in ("departure", "exchange"):
                return []
            return [self.found(noun, top, id_, action, verb, Frame(action, doer), "object", nouns)]
        return None


def _told_with(top: Noun, host: Noun) -> str:
    """What a word tells of a thing by the preposition between them; blank for nothing."""
    if top.prep in ("for", "on") and host.head in _DEALS and top.quantity is not None:
        return "planned"
    if top.prep == "to" and host.head == "home":
        return "based"
    return "trained" if top.prep == "on" and host.head in _COURSES else ""


def _is_target(top: Noun, host: Noun) -> bool:
    """Whether things are what was hit: hits on a ship, strikes on three launchers."""
    if top.prep == "on" and host.head in ("hit", "hits"):
        return True
    counted = top.quantity is not None or (top.listed_with is not None and top.listed_with.quantity is not None)
    return top.prep in ("on", "against") and host.head in lexicon.STRIKES and host.system is None and counted


def _moves(host: Noun) -> Verb | None:
    """What trains, convoys and ships do on their way: trains with howitzers arrive."""
    if host.head not in _CARRIERS or host.system is not None:
        return None
    going = ("transported", "deployed")
    told = ((verb, FRAMES.get(verb.verb)) for verb, role in host.verbs if role == "subject" and verb.voice != "passive")
    return next((verb for verb, frame in told if frame is not None and frame.alone in going), None)


def _has_come(noun: Noun) -> Verb | None:
    """Of the number of vehicles that have entered Syria: that they have."""
    told = ((verb, FRAMES.get(verb.verb)) for verb, role in noun.verbs if role == "subject" and verb.voice != "passive")
    return next((verb for verb, frame in told if frame is not None and frame.alone == "deployed"), None)


def _are_more(base: Noun) -> bool:
    """Whether a class is that of what a side sends to its own: reinforcements, such as tanks."""
    return base.head.startswith("reinforcement")


def _is_spot(near: Noun) -> bool:
    """Whether a phrase is of a place that the text tells of: at the base; not as in: in a city."""
    return near.head in _SPOTS and near.determiner not in ("a", "an", "")


def _is_picture(noun: Noun) -> bool:
    return noun.head.rsplit(" ", 1)[-1].casefold() in lexicon.IMAGERY


def _attacks(told: tuple[Verb, str]) -> bool:
    """Whether somebody attacks: began an attack on a post, shelled it."""
    verb, role = told
    strikes = any(each.head in lexicon.STRIKES for each in verb.objects)
    return role == "subject" and verb.voice != "passive" and (verb.verb in lexicon.HITS or strikes)
