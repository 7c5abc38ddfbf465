"""The sides of a claim: whom its teller speaks for, and who had, lost, gave or got a thing where that is half said."""

from __future__ import annotations

from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.memory import Memory
from oob.reading.claims.wars import FOUGHT_FROM_ABROAD
from oob.reading.grammar.lexicon import CARRYING_OUT, FRAMES, bag
from oob.reading.grammar.syntax import Verb
from oob.reading.speech.speakers import Speaker
from oob.vocabulary import ACTIONS

_KNOWN: Final = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "their", "our"})
"""What stands before things that were spoken of before."""
_GIFTS: Final = ("supplied", "delivered", "planned")
_HIT: Final = ("destroyed", "damaged", "shot-down")
"""What becomes of a thing that somebody hits."""
_WITH_AIRCRAFT: Final = ("state", "coalition", "alliance", "service")
"""Kinds of forces that may fly aircraft of their own; of others it is known which do."""
_FLOWN: Final = ("combat-aircraft", "helicopter", "transport-aircraft", "barrel-bomb")
"""What only a pilot can strike with."""
_BANDS: Final = bag("rebels militants insurgents jihadists separatists fighters gunmen militias paramilitaries")
"""Those who may strike, though nobody says who they are."""
_LOCAL: Final = frozenset({"governor", "mayor", "regional", "municipal", "firefighters", "prosecutor", "prosecutors"})


class Sides:
    """Fills in the parties of claims from who tells them and from what the text has told before."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def side(self, speaker: Speaker) -> str | None:
        """The force that a speaker speaks for; a panel of experts looks into what others do."""
        if speaker.id is not None and " of experts" in self.memory.knowledge.title("source", speaker.id).casefold():
            return None
        if speaker.id is not None and (force := self.memory.knowledge.force_behind(speaker.id)) is not None:
            return force
        return speaker.party

    def fill(self, one: Found, speaker: Speaker, *, denied: bool) -> None:
        """Fills in who has or lost a thing, and to whom, where the sentence says only half of it."""
        effect = ACTIONS[one.action].effect
        fought = one.action == "damaged" or (
            effect in ("departure", "exchange") and one.action not in ("withdrawn", "crashed")
        )
        said = self.side(speaker) or self._home(one, speaker)
        if denied and fought and one.operator is None and one.opponent is None:
            one.operator = said  # who denies a loss denies his own
        if said is not None and not denied:
            self._fill_receiver(one, said)
        if one.operator is None and one.opponent is None and _lost_by_nobody(one):
            one.operator = said
        if one.action == "struck" and one.operator is None and said is not None:
            if (flier := self._who_flies(one, said)) is not None:
                one.operator, one.opponent = flier, one.opponent or said
            elif self._is_his_strike(one, said):
                one.operator = said
            elif one.opponent is None:
                self._fill_own_strike(one, said)
        self._fill_operator(one, effect)
        if one.operator is None and not denied and speaker.kind != "outlet" and _is_done_by_nobody(one):
            one.operator = said  # the army said that two jets had been sent up: its own
        if one.action == "struck" and one.opponent is None and said is not None and self._is_hurt(said, one):
            one.opponent = said
        if one.action == "struck" and one.places and one.opponent is None and one.operator is not None:
            one.opponent = self._attacked(one, one.operator)
        if fought:
            self._fill_loss(one, said, denied=denied)
        if one.operator is None and effect in ("departure", "presence", "use"):
            self._fill_maker(one)
        if effect == "presence" and not fought and not denied and not (one.operator or one.supplier or one.beneficiary):
            self._fill_holder(one)
        if not denied and one.stance not in ("denied", "possible"):
            if one.action == "delivered" and one.operator is None:
                self._fill_gift(one)
            self.memory.hold(one)
        if one.action in _GIFTS and one.supplier is not None and one.beneficiary is None and not denied:
            self._fill_helped(one)
        if one.opponent == one.operator:
            one.opponent = None

    def _home(self, one: Found, speaker: Speaker) -> str | None:
        """The country that a mayor or governor speaks for: where it happened, if that is at war."""
        if not _LOCAL.intersection(speaker.name.casefold().split()):
            return None
        knowledge = self.memory.knowledge
        countries = (knowledge.places.root(place) for ids in one.places.values() for place in ids)
        at_war = (each for each in countries if each in knowledge.forces.children and self.memory.war.enemy(each))
        return next(at_war, None)

    # -- who has it --------------------------------------------------------------------------------------------------

    def _fill_operator(self, one: Found, effect: str) -> None:
        """Who has a thing that the text has spoken of before as somebody's, or who is struck."""
        memory = self.memory
        if one.operator is not None or one.noun is None or memory.knowledge.is_personnel(one.system or ""):
            return
        if effect in ("departure", "exchange", "presence") and one.noun.listed_with is not None:
            one.operator = memory.owner(one.noun.listed_with)  # 26 Russian tanks and 14 howitzers
            return
        whose = memory.owner(one.noun)  # if that is not who has it, nor is it who had it before
        shoots = one.action == "operates" and _shoots_down(one)  # which is not whose it shot
        tells = effect in ("departure", "exchange", "presence", "use") and not shoots
        if tells and (one.action != "operates" or whose is None):
            known = one.noun.determiner in _KNOWN or bool(one.noun.pronoun)
            anew = effect == "departure" and one.noun.quantity is not None and not known  # in all, 263 aircraft
            one.operator = memory.owner_before(one.system, claimed=effect != "use" and not anew, alike=known)
            if one.operator == one.opponent:
                one.operator = None
        if one.operator is None and one.action == "struck" and one.beneficiary is None:
            one.operator = self._striker(one) or self._struck(one)
        elif one.operator is None and shoots:
            one.operator = self._striker(one)

    def _is_his_strike(self, one: Found, said: str) -> bool:
        """Whether a strike that nobody is said to have made is the speaker's: on another, or "was carried out"."""
        if self._is_of_band(one):
            return False
        if one.opponent is not None:
            return self.memory.knowledge.forces.root(one.opponent) != self.memory.knowledge.forces.root(said)
        verb = one.verb
        # what was launched at or from somewhere is rather what the speaker tells of others
        ways = ("by", "at", "from", "towards", "toward") if verb is not None and verb.verb == "launch" else ("by",)
        return verb is not None and verb.verb in CARRYING_OUT and not any(each.prep in ways for each in verb.preps)

    def _is_of_band(self, one: Found) -> bool:
        """Whether rebels strike, of whom nobody says who they are: the UN says they use drones to strike the town."""
        near = [one.verb, one.verb.above if one.verb is not None else None]
        near += [own for own, role in one.noun.verbs if role == "object"] if one.noun is not None else []
        doers = (own.subject for own in near if own is not None and own.subject is not None)
        return any(each is not one.noun and each.head in _BANDS and not self.memory.force_of(each) for each in doers)

    def _fill_own_strike(self, one: Found, said: str) -> None:
        """A strike by nobody in particular is the teller's in his enemy's country, and his enemy's in his own."""
        knowledge, enemy = self.memory.knowledge, self.memory.war.enemy(said)
        countries = {knowledge.places.root(place) for ids in one.places.values() for place in ids}
        if enemy is not None and countries == {knowledge.forces.root(enemy)}:
            one.operator, one.opponent = said, enemy
        elif enemy is not None and countries == {knowledge.forces.root(said)} and not self._hit(one):
            one.operator, one.opponent = enemy, said
        elif enemy is not None and any(each.operator is None and each.opponent is None for each in self._hit(one)):
            one.operator, one.opponent = said, enemy  # whose things were hit it does not say: its own it would

    def _who_flies(self, one: Found, said: str) -> str | None:
        """Of an air strike that rebels without aircraft tell of: their enemy, who has some."""
        knowledge = self.memory.knowledge
        tree, side = knowledge.forces, knowledge.forces.root(said)
        if knowledge.force_kinds.get(side) in _WITH_AIRCRAFT or one.opponent not in (None, said):
            return None
        if not any(knowledge.systems.within(one.system, each) for each in _FLOWN):
            return None
        if any("air force" in knowledge.title("force", each).casefold() for each in tree.below(side)):
            return None
        return self.memory.war.enemy(said)

    def _hit(self, one: Found) -> list[Found]:
        """What is claimed of the things that a strike hit: drones destroyed two launchers."""
        hit = (each for each in self.memory.claimed[0] if each.verb is one.verb and each is not one)
        return [each for each in hit if each.action in _HIT]

    def _is_hurt(self, said: str, one: Found) -> bool:
        """Whether a side tells of a strike by its enemy, on itself for all that is said."""
        enemy, tree = self.memory.war.enemy(said), self.memory.knowledge.forces
        if enemy is None or one.operator is None or tree.root(enemy) != tree.root(one.operator):
            return False
        places = [place for ids in one.places.values() for place in ids]
        theirs = (tree.root(said), tree.root(one.operator))
        return not places or any(self.memory.knowledge.places.root(place) in theirs for place in places)

    def _attacked(self, one: Found, striker: str) -> str | None:
        """Whom a side strikes: an enemy that the sentence names, or in whose country it strikes, else its enemy."""
        memory, tree = self.memory, self.memory.knowledge.forces
        where = {memory.knowledge.places.root(place) for ids in one.places.values() for place in ids}
        near = (*reversed(memory.here), *sorted(where & tree.parents.keys()))
        foes = (each for each in near if memory.war.are_enemies(each, striker))
        return next(foes, None) or memory.war.enemy(striker)

    def _struck(self, one: Found) -> str | None:
        """Whose things a strike hit: those of the other side of whoever struck, or answers a strike."""
        memory = self.memory
        doer = memory.force if memory.force in memory.here else None  # whom another sentence tells of did other things
        if doer is not None and (self._is_named_after(doer, one.verb) or self._is_of_band(one)):
            doer = None  # rockets hit the base where US troops are stationed
        apart = one.noun is not None and one.noun.prep in ("after", "before", "amid", "since")
        answers = apart or (one.verb is not None and one.verb.under in ("after", "before", "as", "when"))
        tree, other = memory.knowledge.forces, memory.other_side(one.opponent or (doer if answers else None))
        if other is None and apart:
            return None  # struck after rocket fire: whose that was it does not say
        if other is not None or doer is None or one.opponent is None:
            return other or doer
        return doer if tree.root(doer) != tree.root(one.opponent) else None  # nobody strikes his own things

    def _is_named_after(self, force: str, verb: Verb | None) -> bool:
        """Whether a side is named only in a relative clause behind a strike, on what it hits."""
        if verb is None:
            return False
        behind = [each.start for each in self.memory.verbs if each.relative and each.start > verb.end]
        named = [each.start for each in self.memory.nouns if self.memory.force_of(each) == force]
        return bool(behind and named) and verb.end < min(named) < behind[0]

    def _striker(self, one: Found) -> str | None:
        """Who strikes where nobody is said to: the enemy of whose thing it hits, or of the state where it hits."""
        memory, tree = self.memory, self.memory.knowledge.forces
        loser = next((each.operator for each in self._hit(one) if each.operator), None)
        if loser is not None and one.verb is not None and (enemy := memory.war.enemy(loser)) is not None:
            one.opponent = one.opponent or loser
            return enemy
        where = {memory.knowledge.places.root(place) for ids in one.places.values() for place in ids}
        country = next(iter(where & tree.parents.keys()), None) if len(where) == 1 else None
        foe = memory.war.sworn_enemy(country) if country is not None else None
        from_abroad = country in FOUGHT_FROM_ABROAD
        abroad = foe is not None and (from_abroad or memory.knowledge.force_kinds.get(tree.root(foe)) == "state")
        return foe if abroad else None

    def _fill_holder(self, one: Found) -> None:
        """Whose a thing is that is only said to be there: the side's that the sentence is about."""
        memory, tree = self.memory, self.memory.knowledge.forces
        made = one.noun is not None and memory.owner(one.noun) is not None  # who made it need not have it
        if _has_user(one) or made or _shoots_down(one) or memory.knowledge.is_personnel(one.system or ""):
            return  # men may be anybody's
        if one.noun is not None and one.noun.prep == "by" and one.verb is not None and one.verb.voice == "passive":
            return  # a Turkish drone was shot down by a Pantsir
        if memory.force in memory.here:
            one.operator = memory.force
        elif len({tree.root(each) for each in memory.here}) == 1:
            one.operator = memory.here[-1]
        if one.operator is not None:
            one.why.append("taken for that side's which the sentence is about")

    def _fill_maker(self, one: Found) -> None:
        """Whose a thing is that nobody is said to have: of the two sides the one whose country makes such things."""
        maker = self.memory.war.maker(one.system) if one.system is not None else None
        if maker is not None and maker not in (one.opponent, one.supplier):
            one.operator = maker
            one.why.append("taken for that side's which makes or is given such things")

    # -- who lost it, and to whom ------------------------------------------------------------------------------------

    def _fill_loss(self, one: Found, said: str | None, *, denied: bool) -> None:
        """Of a loss: the loser and the other side, by who tells it."""
        memory, tree = self.memory, self.memory.knowledge.forces
        if one.action == "captured" and one.opponent is None and one.operator is not None:
            one.opponent = memory.other_side(one.operator)
        if one.operator is None and one.opponent is None and said is not None and memory.other_side(said) is not None:
            one.opponent = said
        if one.opponent is None and one.operator is not None and said is not None:
            fights = memory.war.sworn_enemy(said) is not None
            one.opponent = said if fights and tree.root(one.operator) != tree.root(said) else None
        if one.operator is None and one.opponent is not None:
            one.operator = memory.other_side(one.opponent)
            if one.operator is not None:
                one.why.append("taken for the other side's, which the sentence does not say")
        frame = FRAMES.get(one.verb.verb) if one.verb is not None else None
        done = frame is not None and frame.doer == "opponent" and not denied
        if done and one.opponent is None and one.operator is not None:
            one.opponent = memory.war.enemy(one.operator)  # somebody did it

    # -- who gave it, and to whom ------------------------------------------------------------------------------------

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
        foe = self.memory.war.enemy(said)
        if one.supplier is not None and foe is not None and self.memory.war.are_friends(one.supplier, foe):
            said = foe  # the drones came from Iran, Ukraine said
        one.beneficiary = said

    def _fill_gift(self, one: Found) -> None:
        """A delivery told again, or by another giver, goes where the last one went."""
        last, paragraph = self.memory.deal or (one, 0)
        to = (each for each in (one.verb.preps if one.verb is not None else ()) if each.prep == "to")
        told = any(each.system is not None and each.entity is None for each in to)  # to Syrian militants
        if self.memory.paragraph - paragraph > 3 or told:
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


def _is_done_by_nobody(one: Found) -> bool:
    """Whether a thing is said to be used or sent up, and not by whom."""
    return one.action in ("deployed", "operates") and one.verb is not None and one.verb.voice == "passive"


def _lost_by_nobody(one: Found) -> bool:
    """Whether it "was lost", and it is not said whose it was or to whom: then it was the speaker's."""
    verb = one.verb
    host = one.noun.host if one.noun is not None and one.noun.prep == "of" else None
    if host is not None and host.head in ("loss", "losses"):
        return True
    return (
        verb is not None
        and verb.voice == "passive"
        and verb.verb == "lose"
        and not any(each.prep in ("to", "by") for each in verb.preps)
    )


def _shoots_down(one: Found) -> bool:
    """Whether a thing is told of as what shot another down: downed by a Pantsir."""
    frame = FRAMES.get(one.verb.verb) if one.verb is not None else None
    return frame is not None and frame.action == "shot-down"


def _has_user(one: Found) -> bool:
    """Whether the clause itself says who has a thing, though not of which side he is: the attackers used a lorry."""
    verb, doer = one.verb, one.verb.subject if one.verb is not None else None
    if verb is None or doer is None or one.noun is None or doer.pronoun or verb.voice != "active":
        return False
    return one.action == "operates" and any(each is verb and role == "object" for each, role in one.noun.verbs)
