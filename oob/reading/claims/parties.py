"""Who has a thing, who gave it, for whom, and who is on the other side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from oob.reading.claims import fighting
from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import NATIONALITIES, Frame
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.vocabulary import ACTIONS

_PAYING: Final = lexicon.bag(
    "pay fund finance recruit send hire sponsor back supply provide donate deliver give deploy promise pledge"
)
_DOUBLE: Final = lexicon.bag("give lend send ship offer sell hand supply grant promise pledge award")
_PLEDGING: Final = lexicon.bag("pledge promise offer earmark allocate vow")
_GIVING: Final = _DOUBLE | {"provide", "deliver", "donate", "export", "transfer", "hand over", "gift", "ship"}
_MEANING: Final = lexicon.bag("destine destined mean intend earmark")
_REGRET: Final = lexicon.bag("apologise apologize admit claim celebrate acknowledge")
"""What a side does about a loss that it caused: apologised for the downing of the jet."""
_DECIDING: Final = lexicon.bag("confirm announce deny approve authorise authorize suspend halt block clear greenlight")
"""What a side does about its own sales, purchases and losses."""
_FAVOURS: Final = lexicon.bag("support aid behalf favour favor")
_ATTACKS: Final = lexicon.bag("ambush ambushes offensive bombing shelling battle operation operations")
_WARRING: Final = lexicon.bag("war fighting battle battles clash clashes combat conflict skirmish skirmishes")
_HAVING: Final = lexicon.bag("operate use fly fire launch own drive field crew man employ")
_TAKEN: Final = {"delivery", "receipt", "possession", "shipment"}
_TAKES_IN: Final = {"take", "accept", "receive", "induct", "bring"}
"""What a side does with new things: took four jets into service."""
_TAKES: Final = {"take", "receive", "await", "expect"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause says of a thing: by which verb, in which role, and who does it."""

    one: Found
    noun: Noun
    verb: Verb | None
    agent: str | None
    owner: str | None
    receiver: str | None


class Parties:
    """Assigns the parties of a claim."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def agent(self, verb: Verb | None) -> str | None:
        """The force that does what a verb says."""
        if verb is None:
            return None
        if verb.voice in ("passive", "pp"):
            return self._named(_first(verb.preps, "by"))
        agent = self._named(verb.subject)
        above = verb.above
        if verb.voice in ("inf", "ing") and verb.subject is not None and verb.subject.head in lexicon.PLANS:
            return self.memory.owner(verb.subject)  # Moscow's decision to send tanks
        if above is not None and verb.voice in ("inf", "ing") and above.subject is not verb.subject:
            wields = verb.voice == "inf" and any(
                each is verb.subject and not self.memory.is_people(each) for each in above.objects
            )
            if agent is None or wields:  # used Israeli drones to destroy them
                agent = self.memory.force_of(above.subject) or agent
        return agent

    def _named(self, noun: Noun | None) -> str | None:
        """The force that a phrase is, or that its other name is: its patron, the United Arab Emirates."""
        force = self.memory.force_of(noun)
        if force is not None or noun is None or noun.entity is not None:
            return force
        others = (self.memory.force_of(each) for each in noun.listed if each.apart and each.entity is not None)
        return next((other for other in others if other is not None), None)

    def assign(
        self, one: Found, noun: Noun, top: Noun, verb: Verb | None, frame: Frame | None, role: str, host: Noun | None
    ) -> None:
        """Fills in operator, supplier, beneficiary and opponent."""
        doer = frame.doer if frame is not None else ""
        agent = self._agent(noun, top, verb, role, host)
        owner = self._owner(one, noun, top, doer)
        receiver = self._receiver(verb, noun)
        if host is not None and verb is not None and host.head in _TAKEN and verb.verb in _TAKES:
            doer, agent = "receiver", self.memory.force_of(verb.subject)  # took delivery of
        if verb is not None and verb.verb in _DOUBLE and role == "object" and self._is_country(noun.owners[:1]):
            receiver, owner = self.memory.meaning(noun.owners[0], "force"), None  # might lend Turkey Patriot batteries
        if self._is_strangers(noun, verb, doer, role):
            owner = None
        if (
            verb is not None
            and verb.verb in _TAKES_IN
            and any(each.prep in ("into", "in") and each.head == "service" for each in verb.preps)
        ):
            doer = "receiver"  # took into service
        if one.action == "struck" and verb is not None and verb.subject is not None and role == "object":
            strike = verb.subject if verb.subject.head in lexicon.STRIKES and verb.subject.system is None else None
            agent = self.memory.owner(strike) or agent if strike is not None else agent  # UAE air strikes using drones
        told = _Told(one, noun, verb, agent, owner, receiver)
        effect = ACTIONS[one.action].effect if one.action in ACTIONS else "departure"
        lost = effect in ("departure", "exchange") or one.action in ("damaged", "lost", "abandoned")
        if lost and not (one.action == "planned" and doer):
            self._of_loss(told, doer)
        elif one.action == "supplied" and verb is not None and verb.verb == "be":
            self._of_present(told, verb)
        elif (doer == "supplier" and one.action != "operates") or (role == "with" and one.action == "supplied"):
            self._of_gift(told)
        elif doer == "receiver" and effect != "presence":
            self._of_receipt(told)
        else:
            self._of_use(told, doer, role)
        if one.action == "struck" and one.operator is None and verb is not None and verb.verb in fighting.USING:
            self._of_attack_before(one)
        if one.action == "struck" and verb is not None and verb.subject is not None and verb.subject.system is None:
            attack = self.memory.owner(verb.subject) if verb.subject.head in lexicon.STRIKES else None
            one.operator = attack or one.operator  # Russian attacks using Shaheds
        if one.action == "struck" and role == "from" and verb is not None and verb.voice in ("passive", "pp"):
            one.operator = self.memory.owner(verb.subject) if verb.subject is not None else one.operator
        if one.action == "struck":
            one.opponent = self._target(verb, noun, one.operator) or one.opponent
        self._supplier(told, role)
        named = self.memory.meaning(noun.system, "force")
        masterless = self.memory.knowledge.force_kinds.get(named or "") == "group"
        if masterless and one.operator == named:
            one.operator = owner = self._master(noun, verb)  # whose "Russian mercenaries" are is not in their name
        if one.operator is None and one.supplier is None and effect != "departure" and owner != one.opponent:
            one.operator = owner
        if effect not in ("departure", "use"):
            self._meant_for(one, noun)

    def _meant_for(self, one: Found, noun: Noun) -> None:
        """For whom a thing is that is still on its way: weapons destined for the rebels."""
        for verb, role in noun.verbs:
            if role == "subject" and verb.verb in _MEANING and verb.voice in ("pp", "passive", "active"):
                receiver = self._by_prep(verb, "for")
                one.beneficiary = one.beneficiary or receiver
                if receiver is not None and receiver == one.operator and one.action != "supplied":
                    one.operator = None

    def _is_country(self, items: Sequence[Item]) -> bool:
        return any(self.memory.meaning(item, "place") is not None for item in items)

    def _agent(self, noun: Noun, top: Noun, verb: Verb | None, role: str, host: Noun | None) -> str | None:
        """Who does it; of "the downing of the jet by Syria" by the noun that stands for the verb."""
        if host is not None:
            own = lexicon.NOMINALS.get(host.head, ("", ""))[1] != "opponent"
            admits = verb is not None and (verb.verb in _REGRET or (own and verb.verb in _DECIDING))
            by = (self.memory.force_of(each) for each in (*host.after, *top.after, *noun.after) if each.prep == "by")
            return (
                next(by, None)
                or self.memory.owner(host)
                or (self.memory.force_of(verb.subject) if verb is not None and admits else None)
            )
        if role == "subject" and verb is not None and verb.voice not in ("passive", "pp"):
            above = verb.above
            wielded = verb.voice == "inf" and above is not None and any(each is noun for each in above.objects)
            # the thing itself is the subject, or what somebody uses to do it
            return self.agent(above) if wielded else None
        return self.agent(verb)

    def _owner(self, one: Found, noun: Noun, top: Noun, doer: str) -> str | None:
        owner = self.memory.owner(noun) or (self.memory.owner(top) if top is not noun else None)
        known = noun.pronoun or noun.system is None or noun.determiner in ("the", "these", "those", "this", "both")
        if owner is None and known:
            owner = self.memory.owner_before(one.system, claimed=doer != "supplier")
        return owner

    def _of_loss(self, told: _Told, doer: str) -> None:
        one, verb = told.one, told.verb
        gauged = verb.objects if verb is not None and verb.verb in lexicon.GAUGING else ()
        near = (verb.subject, *gauged) if verb is not None else ()
        toll = next((each for each in near if each is not None and each.head in ("losses", "loss", "toll")), None)
        if toll is not None:
            one.operator = self.memory.owner(toll) or self.memory.enemy_of(toll)
        elif doer == "opponent" or (verb is not None and verb.verb in lexicon.HITS):
            owner = told.owner or self._had_by(told.noun)
            tree = self.memory.knowledge.forces
            if owner is not None and told.agent is not None and tree.root(owner) == tree.root(told.agent):
                owned = told.noun.determiner in ("its", "their")  # Armenia said that a Turkish jet had hit its own
                owner = self.memory.speaking(told.noun) if owned else None if told.noun.pronoun else owner
            one.opponent = told.agent if told.agent != owner else None
            one.operator = owner or self._from(verb) or self._held_by(verb)
        else:
            one.operator = (
                told.agent
                if one.action in ("lost", "abandoned") and told.agent
                else told.owner or told.agent or self._had_by(told.noun)
            )
            if one.action in ("abandoned", "lost") or (verb is not None and verb.verb == "surrender"):
                one.opponent = self._by_prep(verb, "to")
        one.opponent = one.opponent or self._striker(told)

    def _striker(self, told: _Told) -> str | None:
        """Whose attack cost a thing: lost in Israeli air strikes, destroyed in an ambush by the rebels."""
        for each in told.verb.preps if told.verb is not None else ():
            if each.prep in ("in", "during") and (each.head in lexicon.STRIKES or each.head in _ATTACKS):
                by = (self.memory.force_of(more) for more in (*each.after, *each.of) if more.prep in ("by", "of"))
                striker = self.memory.owner(each) or next((force for force in by if force is not None), None)
                if striker is not None and striker != told.one.operator:
                    return striker
            if each.prep in ("in", "during") and each.head in _WARRING:
                foe = self._against((*each.after, *each.of))
                if foe is not None and foe != told.one.operator:
                    return foe  # lost in the war with Georgia
        for verb in self.memory.verbs:
            if verb.verb in ("fight", "battle") and verb.voice == "ing" and verb.above is told.verb is not None:
                return self._against(verb.preps)  # lost in fighting with Azerbaijan
        return None

    def _against(self, near: Sequence[Noun]) -> str | None:
        """Whom somebody fights with or against."""
        forces = (self.memory.force_of(each) for each in near if each.prep in ("with", "against"))
        return next((force for force in forces if force is not None), None)

    def _of_gift(self, told: _Told) -> None:
        one, tree = told.one, self.memory.knowledge.forces
        one.supplier = told.agent or told.owner
        receiver = told.receiver or self._enabled(told.verb) or self._turner(told.verb) or self._backed(told.verb)
        if receiver is not None and receiver == one.supplier:
            receiver = self._them(told.verb, receiver)
        if receiver is not None and receiver != one.supplier:
            one.beneficiary = receiver
            if one.action == "supplied":
                one.operator = receiver
        elif told.owner is not None and told.agent is not None and tree.root(told.agent) != tree.root(told.owner):
            one.operator = told.owner

    def _backed(self, verb: Verb | None) -> str | None:
        """Turkey supports the GNA by sending drones: whom somebody helps by what he gives gets it."""
        above = verb.above if verb is not None and verb.voice == "ing" else None
        return self._helped(above, own=True) if above is not None else None

    def _turner(self, verb: Verb | None) -> str | None:
        """Mali turned to Russia to provide jets: who turned to somebody for a thing gets it."""
        above = verb.above if verb is not None and verb.voice == "inf" else None
        turns = above is not None and above.verb in ("turn", "look", "call", "appeal", "rely on", "count on")
        return self.memory.force_of(above.subject) if above is not None and turns else None

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
            or self._by_prep(told.verb, "from")
            or (told.owner if told.owner != told.agent else None)
        )

    def _of_use(self, told: _Told, doer: str, role: str) -> None:
        one, noun, verb, agent = told.one, told.noun, told.verb, told.agent
        if verb is not None and verb.verb == "fly" and role == "subject":
            agent = self._by_prep(verb, "for") or agent
        by = self._after_by(noun) or (self._after_by(noun.hypernym) if noun.hypernym is not None else None)
        by = by or (self.memory.in_service(verb.preps) if verb is not None else None)
        if verb is not None and verb.verb == "belong":
            by = self._by_prep(verb, "to") or by
        agent = agent if doer else None
        if role == "with" and verb is not None and verb.voice in ("passive", "pp"):
            agent = agent or self.memory.force_of(verb.subject)  # fighters armed with rifles
        if one.action == "planned" and verb is not None and verb.verb in _PLEDGING:
            one.supplier, one.beneficiary = agent, told.receiver  # promised it to somebody else
            return
        trained = told.owner or told.receiver if one.action == "trained" else None
        if trained is not None and agent is not None and agent != trained:
            one.operator = one.beneficiary = trained  # Turkish officers taught the army's men
            one.supplier = agent
            return
        if one.action == "recruited" and (hirer := agent or told.owner) is not None:
            served = self._by_prep(verb, "for") or next(
                filter(None, (self.memory.force_of(each) for each in noun.after if each.prep == "for")), None
            )
            if served is not None and served != hirer:
                one.operator, one.supplier, one.beneficiary = served, hirer, served  # hired men for the army
                return
        one.operator = by or agent or told.owner
        if one.action == "struck" and self.memory.knowledge.force_kinds.get(told.owner or "") == "service":
            one.operator = by or told.owner  # they struck it with Royal Air Force jets
        through = self._through(verb) if agent is not None else None
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
                supplier = self._named(_first(each.preps, "by")) if each.verb in _PAYING else None
        if verb is not None and verb.verb in ("join", "sign up") and role == "subject":
            near = (*verb.objects, *verb.preps)
            joined = (self.memory.force_of(each) for each in (*near, *(of for each in near for of in each.of)))
            one.operator = one.beneficiary = next((force for force in joined if force), None)
            one.supplier = told.agent or one.supplier
        if supplier is not None:
            one.supplier = supplier

    def _target(self, verb: Verb | None, noun: Noun, striker: str | None) -> str | None:
        """Whose the thing is that is hit: struck Syrian columns, strikes on the army's positions."""
        hit = [each for each in noun.after if each.prep in ("on", "against") and each.head not in _FAVOURS]
        if verb is not None and verb.voice not in ("passive", "pp"):
            near = (each for each in (*verb.objects, *verb.preps) if each.head not in _FAVOURS)
            hit += [each for each in near if each.prep in ("", "on", "against")]
        elif verb is not None and verb.subject is not None:
            hit.append(verb.subject)
        tree = self.memory.knowledge.forces
        for each in hit:
            struck = (
                None
                if each is noun or self.memory.place_of(each)
                else self.memory.owner(each) or self.memory.force_of(each) or self._owner_of_known(each)
            )
            if struck is not None and (striker is None or tree.root(striker) != tree.root(struck)):
                return struck
        return None

    def _of_attack_before(self, one: Found) -> None:
        """Who struck whom, by the sentence before: Russia attacked Ukraine overnight. Some 500 drones were used."""
        sentence = next((each for each in reversed(self.memory.before) if each), ())
        attack = next((each for each in sentence if each.head in fighting.ATTACKS), None)
        if attack is None:
            return
        doers = (self.memory.force_of(verb.subject) for verb, role in attack.verbs if role == "object")
        one.operator = self.memory.owner(attack) or next(doers, None)
        for each in attack.after:
            if each.prep in ("on", "against") and (struck := self._named_force(each)) is not None:
                one.opponent = one.opponent or struck

    def _named_force(self, noun: Noun) -> str | None:
        return self.memory.owner(noun) or self.memory.meaning(noun.entity, "force") or self.memory.force_of(noun)

    def _owner_of_known(self, noun: Noun) -> str | None:
        """Whose a thing is that was spoken of before: drone attacks on the helicopter."""
        if noun.system is None or noun.determiner not in ("the", "these", "those", "this", "that"):
            return None
        return self.memory.owner_before(self.memory.meaning(noun.system, "system"))

    def _by_prep(self, verb: Verb | None, prep: str) -> str | None:
        """The first force that stands after a preposition of a verb."""
        near = (self.memory.force_of(each) for each in (verb.preps if verb is not None else ()) if each.prep == prep)
        return next((force for force in near if force is not None), None)

    def _master(self, noun: Noun, verb: Verb | None) -> str | None:
        """For whom hired people fight, where the text says it."""
        for each, _ in (*noun.verbs, *(((verb, ""),) if verb is not None else ())):
            for near in (*each.preps, *each.objects):
                if near.prep in ("alongside", "for") and near.entity is not None and self.memory.place_of(near) is None:
                    return self.memory.force_of(near)
                if near.prep in ("with", "to") and each.verb in ("affiliate", "affiliated", "link", "linked", "belong"):
                    return self.memory.force_of(near)
        return None

    def _through(self, verb: Verb | None) -> str | None:
        """Russia, through the Wagner Group, sent equipment: the group has it."""
        subject = verb.subject if verb is not None else None
        for each in (*(subject.after if subject is not None else ()), *(verb.preps if verb is not None else ())):
            if (
                each.prep in ("through", "via")
                and self.memory.place_of(each) is None
                and (force := self.memory.force_of(each)) is not None
            ):
                return force
        return None

    def _from(self, verb: Verb | None) -> str | None:
        """From whom something was taken: captured the town from the army, seizing two tanks."""
        taken = self._by_prep(verb, "from")
        if taken is None and verb is not None and verb.voice == "ing":
            taken = self._by_prep(verb.above, "from")
        return taken

    def _held_by(self, verb: Verb | None) -> str | None:
        """Who holds the place that is hit: what is destroyed there is his."""
        at, hops = verb, 0
        while at is not None and hops < 3:
            for each in (*at.objects, *at.preps):
                if each.held and self.memory.place_of(each) is not None:
                    return next((force for item in each.owners if (force := self.memory.meaning(item, "force"))), None)
            at, hops = at.above, hops + 1
        return None

    def _after_by(self, noun: Noun) -> str | None:
        """Who runs it, in a phrase after it: "devices being run by Wagner"."""
        for verb, role in noun.verbs:
            if role == "subject" and verb.voice in ("passive", "pp") and verb.verb not in _GIVING | _PAYING:
                by = next((each for each in verb.preps if each.prep == "by"), None)
                if by is not None and (force := self.memory.force_of(by)) is not None:
                    return force
        return None

    def _had_by(self, noun: Noun) -> str | None:
        """Who had what was lost, in a phrase after it: rockets fired by Hamas, trucks belonging to the army."""
        for verb, role in noun.verbs:
            if role == "subject" and verb.verb == "belong" and (force := self._by_prep(verb, "to")) is not None:
                return force
            used = role == "subject" and verb.voice == "pp" and verb.verb in _HAVING
            if used and (force := self._by_prep(verb, "by")) is not None:
                return force
            if role == "object" and verb.gap is noun and verb.verb in _HAVING:
                return self.memory.force_of(verb.subject)  # the jet that they flew
        return None

    def _them(self, verb: Verb | None, giver: str) -> str | None:
        """Whom "them" means that somebody gives something: not himself, nor whoever says so."""
        them = next((each for each in (*verb.objects, *verb.preps) if each.pronoun == "them"), None) if verb else None
        if them is None:
            return None
        tree, said = self.memory.knowledge.forces, self.memory.speaking(them)
        not_they = {tree.root(giver), tree.root(said) if said is not None else None}
        near = (force for force, at in reversed(self.memory.forces) if self.memory.paragraph - at <= 1)
        return next((force for force in near if tree.root(force) not in not_they), None)

    def _enabled(self, verb: Verb | None) -> str | None:
        """Drones to enable it to strike: who gets to use them has them."""
        for each in self.memory.verbs:
            if (
                verb is not None
                and each.above is verb
                and each.voice == "inf"
                and each.verb in ("enable", "allow", "help")
            ):
                helped = next((force for noun in each.objects if (force := self.memory.force_of(noun))), None)
                return self.memory.another(helped) if helped is not None and helped == self.agent(verb) else helped
        return None

    def _receiver(self, verb: Verb | None, noun: Noun) -> str | None:
        """To whom: "to Haftar's forces", "gave Ukraine tanks", "supplied Kyiv with tanks"."""
        if verb is None:
            return None
        if noun.prep == "with" and verb.voice in ("passive", "pp") and _first(verb.preps, "by") is not None:
            return self.memory.force_of(verb.subject)  # they were equipped with missiles by Iran
        if verb.voice == "passive" and verb.verb in _DOUBLE and any(each is noun for each in verb.objects):
            return self.memory.force_of(verb.subject)  # the LNA was given six howitzers
        for each in (*verb.preps, *noun.after):
            if each.prep not in ("to", "for") or (each.prep == "for" and each.entity is None):
                continue
            force = self.memory.force_of(each)
            named_place = each.entity is not None and self.memory.meaning(each.entity, "place") is not None
            if force is not None and (not named_place or self._is_given(verb, force)):
                return force
        others = (
            self.memory.force_of(each) for each in verb.objects if each is not noun and self.memory.is_people(each)
        )
        return next((force for force in others if force is not None), None)

    def _is_given(self, verb: Verb, force: str) -> bool:
        """Whether a country is given a thing, not only the place it goes to: one with an army, or a verb of giving."""
        return verb.verb in _GIVING and (verb.verb != "send" or force in self.memory.knowledge.forces.children)

    def beneficiary(self, near: Sequence[Noun], verb: Verb | None, one: Found) -> str | None:
        """Whom a thing supports: sent to boost Haftar's forces; supporting the LNA; in support of the army."""
        for beside in near:
            if beside.head in _FAVOURS and beside.prep in ("in", "on"):
                for of in beside.of:
                    if (force := self.memory.force_of(of)) is not None and force != one.operator:
                        return force
            if beside.prep == "alongside" and (force := self.memory.force_of(beside)) is not None:
                return force
        for each in self.memory.verbs:
            if verb is None or (each.above is not verb and each is not verb) or each.verb in ("fight",):
                continue
            if (helped := self._helped(each, own=each is verb)) not in (None, one.supplier):
                return helped
        return None

    def _helped(self, verb: Verb, *, own: bool) -> str | None:
        """Whom a verb of help names; `own`: whether it is the claim's own verb."""
        if verb.verb in lexicon.HELPING and verb.voice in (("active", "inf", "ing") if own else ("inf", "ing")):
            objects = (self.memory.force_of(noun) for noun in verb.objects)
            return next((force for force in objects if force is not None), None)
        gives = verb.verb in ("provide", "give", "offer")
        if gives and any(noun.head in ("support", "cover", "fires") for noun in verb.objects):
            near = (*verb.preps, *(more for noun in verb.objects for more in noun.after))
            helped = (self.memory.force_of(noun) for noun in near if noun.prep in ("to", "for"))
            return next((force for force in helped if force is not None), None)
        return None


def _first(nouns: Sequence[Noun], prep: str) -> Noun | None:
    return next((each for each in nouns if each.prep == prep), None)
