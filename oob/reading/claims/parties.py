"""Who has a thing, who gave it, for whom, and who is on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from oob.reading.claims import fighting
from oob.reading.claims.actions import gives_up
from oob.reading.claims.doers import Doers
from oob.reading.claims.foes import Foes
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.owners import Owners
from oob.reading.claims.receivers import DOUBLE, PAYING, Receivers
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import NATIONALITIES, Frame
from oob.reading.grammar.syntax import Noun, Verb, first
from oob.vocabulary import ACTIONS

_YIELDING: Final = ("surrender", "fall")
_PLEDGING: Final = lexicon.bag("pledge promise offer earmark allocate vow")
_TAKEN: Final = {"delivery", "receipt", "possession", "shipment"}
_TAKES: Final = {"take", "receive", "await", "expect"}
_TAKES_IN: Final = {"take", "accept", "receive", "induct", "bring"}
"""What a side does with new things: took four jets into service."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause says of a thing: by which verb, in which role, and who does it."""

    one: Found
    noun: Noun
    verb: Verb | None
    agent: str | None
    owner: str | None
    receiver: str | None


_OF_STATES: Final = ("regular-troops", "military-advisers", "military-officers", "technicians", "pilots")
"""People whom a state sends."""


class Parties:
    """Assigns the parties of a claim."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.doers = Doers(memory)
        self.owners = Owners(memory, self.doers)
        self.receivers = Receivers(memory, self.doers)
        self.foes = Foes(memory, self.owners)

    def assign(
        self, one: Found, noun: Noun, top: Noun, verb: Verb | None, frame: Frame | None, role: str, host: Noun | None
    ) -> None:
        """Fills in operator, supplier, beneficiary and opponent."""
        doer = "receiver" if _is_taken_in(verb, host) else frame.doer if frame is not None else ""
        if one.action == "withdrawn" and doer == "opponent":
            doer = "operator"  # took them off the front line
        if not doer and verb is not None and one.action == "delivered":
            doer = "supplier"  # it went to the army: nobody says who sent it
        told = self._told(one, noun, top, verb, doer, role, host)
        effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
        target = fighting.is_target(verb, role)
        lost = effect in ("departure", "exchange") or one.action in ("damaged", "lost", "abandoned") or target
        if lost and not (one.action == "planned" and doer):
            self._of_loss(told, doer)
        elif one.action == "supplied" and verb is not None and verb.verb == "be":
            self._of_present(told, verb)
        elif (doer == "supplier" and not _goes_itself(one, role)) or (role == "with" and one.action == "supplied"):
            self._of_gift(told)
        elif doer == "receiver" and effect != "presence":
            self._of_receipt(told)
        else:
            self._of_use(told, doer, role)
        if one.action == "struck" and not target:
            self._of_strike(told, role)
        self._supplier(told, role)
        owner = told.owner
        named = self.memory.meaning(noun.system, "force")
        masterless = self.memory.knowledge.force_kinds.get(named or "") == "group"
        if masterless and one.operator == named:
            one.operator = owner = self.owners.master(
                noun, verb
            )  # whose "Russian mercenaries" are is not in their name
        if one.operator is None and owner is None and effect not in ("departure", "exchange"):
            owner = self._home(one, noun)
        if one.operator is None and one.supplier is None and effect != "departure" and owner != one.opponent:
            one.operator = owner
        if effect not in ("departure", "use"):
            self.receivers.meant_for(one, noun)

    def _home(self, one: Found, noun: Noun) -> str | None:
        """The state that soldiers or officers come from: soldiers from Rwanda; but whose mercenaries are is open."""
        within = self.memory.knowledge.systems.within
        if one.system is None or not any(within(one.system, each) for each in _OF_STATES):
            return None
        homes = (self.memory.force_of(each) for each in noun.after if each.prep == "from")
        return next((force for force in homes if self.memory.knowledge.force_kinds.get(force or "") == "state"), None)

    def _told(
        self, one: Found, noun: Noun, top: Noun, verb: Verb | None, doer: str, role: str, host: Noun | None
    ) -> _Told:
        """Who does, has and gets it, before what is done is looked at."""
        agent = self.doers.of(noun, top, verb, role, host)
        owner = self.owners.of(one, noun, top, doer)
        receiver = self.receivers.of(verb, noun)
        if verb is not None and host is not None and _is_taken_over(verb, host):
            agent = self.memory.force_of(verb.subject)  # took delivery of
        if verb is not None and verb.verb in DOUBLE and role == "object" and self._is_country(noun):
            receiver, owner = self.memory.meaning(noun.owners[0], "force"), None  # might lend Turkey Patriot batteries
        if self._is_strangers(noun, verb, doer, role):
            owner = None
        hits = doer == "opponent" or (verb is not None and verb.verb in lexicon.HITS)
        if (one.action == "struck" or hits) and verb is not None and verb.subject is not None and role == "object":
            strike = verb.subject if verb.subject.head in lexicon.STRIKES and verb.subject.system is None else None
            # UAE air strikes using drones, NATO air strikes hit two tanks
            agent = (self.foes.whose(strike) if strike is not None else None) or agent
        return _Told(one, noun, verb, agent, owner, receiver)

    def _is_country(self, noun: Noun) -> bool:
        """Whether the first word of a thing's owners names a place."""
        return bool(noun.owners) and self.memory.meaning(noun.owners[0], "place") is not None

    def _of_strike(self, told: _Told, role: str) -> None:
        """Whose attack it was, where the attack itself is named, and whom it hit."""
        one, verb = told.one, told.verb
        if verb is not None and one.operator is None and verb.verb in fighting.USING:
            self.foes.of_attack_before(one)
        if verb is not None and verb.subject is not None:
            if verb.subject.system is None and verb.subject.head in lexicon.STRIKES:
                one.operator = self.memory.owner(verb.subject) or one.operator  # Russian attacks using Shaheds
            if role == "from" and verb.voice in ("passive", "pp"):
                one.operator = self.memory.owner(verb.subject)
        one.opponent = self.foes.target(verb, told.noun, one.operator) or one.opponent

    def _of_loss(self, told: _Told, doer: str) -> None:
        one, verb = told.one, told.verb
        gauged = verb.objects if verb is not None and verb.verb in lexicon.GAUGING else ()
        near = (verb.subject, *gauged) if verb is not None else ()
        toll = next((each for each in near if each is not None and each.head in ("losses", "loss", "toll")), None)
        if toll is not None:
            one.operator = self.memory.owner(toll) or self.memory.enemy_of(toll)
        elif doer == "opponent" or (verb is not None and verb.verb in lexicon.HITS):
            owner = told.owner or self.owners.who_used(told.noun)
            tree = self.memory.knowledge.forces
            if owner is not None and told.agent is not None and tree.root(owner) == tree.root(told.agent):
                owned = told.noun.determiner in ("its", "their")  # Armenia said that a Turkish jet had hit its own
                owner = self.memory.speaking(told.noun) if owned else None if told.noun.pronoun else owner
            one.opponent = told.agent if told.agent != owner else None
            one.operator = owner or self.owners.robbed(verb) or self.owners.who_held(verb)
        else:
            one.operator = (
                told.agent
                if one.action in ("lost", "abandoned") and told.agent
                else told.owner or told.agent or self.owners.who_used(told.noun)
            )
            if one.action in ("abandoned", "lost") or (verb is not None and (verb.verb in _YIELDING or gives_up(verb))):
                one.opponent = self.doers.beside(verb, "to")
            if verb is not None and verb.verb == "cost":
                one.operator = next(filter(None, (self.memory.force_of(each) for each in verb.objects)), None)
        one.opponent = one.opponent or self.foes.striker(told.verb, one.operator)

    def _of_gift(self, told: _Told) -> None:
        one, tree = told.one, self.memory.knowledge.forces
        one.supplier = told.agent or told.owner
        receiver = told.receiver or self.receivers.around(told.verb)
        if receiver is not None and receiver == one.supplier:
            receiver = self.receivers.them(told.verb, receiver)
        if receiver is not None and receiver != one.supplier:
            one.beneficiary = receiver
            if one.action == "supplied":
                one.operator = receiver
        elif told.owner is not None and told.agent is not None and tree.root(told.agent) != tree.root(told.owner):
            one.operator = told.owner

    def _of_present(self, told: _Told, verb: Verb) -> None:
        """The jet was a gift to Ethiopia by the United States."""
        one, near = told.one, [*verb.preps, *(more for each in verb.objects for more in (*each.after, *each.of))]
        givers = (self.memory.force_of(each) for each in near if each.prep in ("by", "from", "of"))
        receivers = (self.memory.force_of(each) for each in near if each.prep in ("to", "for"))
        one.supplier = next((force for force in givers if force is not None), None)
        receiver = next((force for force in receivers if force is not None), told.owner)
        one.operator = one.beneficiary = receiver if receiver != one.supplier else None

    def _of_receipt(self, told: _Told) -> None:
        one = told.one
        one.operator = told.agent if one.action != "delivered" else None
        one.beneficiary = told.agent if one.action in ("supplied", "delivered") else None
        own = (self.memory.force_of(each) for each in told.noun.after if each.prep == "from")
        one.supplier = (
            next(filter(None, own), None)
            or self.doers.beside(told.verb, "from")
            or (told.owner if told.owner != told.agent else None)
        )

    def _of_use(self, told: _Told, doer: str, role: str) -> None:
        one, noun, verb, agent = told.one, told.noun, told.verb, told.agent
        if verb is not None and verb.verb == "fly" and role == "subject":
            agent = self.doers.beside(verb, "for") or agent
        by = self.owners.who_runs(noun) or (self.owners.who_runs(noun.hypernym) if noun.hypernym is not None else None)
        by = by or (self.memory.in_service(verb.preps) if verb is not None else None)
        if verb is not None and verb.verb == "belong":
            by = self.doers.beside(verb, "to") or by
        agent = agent if doer else None
        if role == "with" and verb is not None and verb.voice in ("passive", "pp") and one.action != "struck":
            agent = agent or self.memory.force_of(verb.subject)  # fighters armed with rifles
        if one.action == "planned" and verb is not None and verb.verb in _PLEDGING:
            one.supplier, one.beneficiary = agent, told.receiver  # promised it to somebody else
            if one.system in _OF_STATES and told.receiver is None:
                one.operator, one.supplier = agent, None  # has promised 900 troops
            return
        trained = told.owner or told.receiver if one.action == "trained" else None
        if trained is not None and agent is not None and agent != trained:
            one.operator = one.beneficiary = trained  # Turkish officers taught the army's men
            one.supplier = agent
            return
        if one.action == "recruited" and (hirer := agent or told.owner) is not None:
            served = self.doers.beside(verb, "for") or next(
                filter(None, (self.memory.force_of(each) for each in noun.after if each.prep == "for")), None
            )
            if served is not None and served != hirer:
                one.operator, one.supplier, one.beneficiary = served, hirer, served  # hired men for the army
                return
        one.operator = by or agent or told.owner
        if one.action == "struck" and self.memory.knowledge.force_kinds.get(told.owner or "") == "service":
            one.operator = by or told.owner  # they struck it with Royal Air Force jets
        through = self.doers.through(verb) if agent is not None else None
        if through is not None and through != agent:
            one.operator, one.supplier = through, agent
        if agent is not None and told.owner is not None and told.owner != agent and not by:
            one.supplier = one.supplier if one.action == "operates" else None

    def _is_strangers(self, noun: Noun, verb: Verb | None, doer: str, role: str) -> bool:
        """Whether somebody has a thing that a nation made: "the rebels use Chinese drones"."""
        if verb is None or doer != "operator" or role != "object" or verb.subject is None or verb.subject.pronoun:
            return False
        return any(item.word in NATIONALITIES for item in noun.owners) and verb.subject.head not in lexicon.IMAGERY

    def _supplier(self, told: _Told, role: str) -> None:
        """Who gave it, where a word beside the thing says so: UAE-supplied, paid by Ankara."""
        one, noun, verb = told.one, told.noun, told.verb
        supplier = next((self.memory.meaning(item, "force") for item in noun.suppliers), None)
        for each, part in noun.verbs:
            if supplier is None and part == "subject" and each.voice == "pp" and each is not verb:
                supplier = self.doers.named(first(each.preps, "by")) if each.verb in PAYING else None
        if verb is not None and verb.verb in ("join", "sign up") and role == "subject":
            near = (*verb.objects, *verb.preps)
            joined = (self.memory.force_of(each) for each in (*near, *(of for each in near for of in each.of)))
            one.operator = one.beneficiary = next((force for force in joined if force), None)
            one.supplier = told.agent or one.supplier
        if supplier is not None:
            one.supplier = supplier


def _goes_itself(one: Found, role: str) -> bool:
    """Whether a thing is in use, or goes somewhere without being given: four Russian jets returned to Syria."""
    own = (role == "subject" and one.action == "transported") or (role == "with" and one.action == "deployed")
    return own or one.action == "operates"


def _is_taken_over(verb: Verb, host: Noun) -> bool:
    """Whether a side took delivery of a thing."""
    return host.head in _TAKEN and verb.verb in _TAKES


def _is_taken_in(verb: Verb | None, host: Noun | None) -> bool:
    """Whether a side took a thing over, or into service."""
    if verb is None:
        return False
    into = verb.verb in _TAKES_IN and any(each.prep in ("into", "in") and each.head == "service" for each in verb.preps)
    return into or any(_is_taken_over(verb, each) for each in (host, *verb.objects) if each is not None)
