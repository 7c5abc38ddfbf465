"""Claims on the people of a force: its strength, its men, a company that is seen, sent or counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import idle, intended
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import Frame, bag
from oob.reading.grammar.syntax import Noun, Verb

_STRENGTHS: Final = bag("strength contingent manpower")
_MEN: Final = bag("men")
_MEMBERS: Final = bag("members elements")
_FORCES: Final = bag("forces force reinforcements units elements")
_NAMED: Final = ("forces", "army", "military", "troops", "units", "elements")
"""Last words of what a force is called that stand for its people."""
_STAYING: Final = bag("be remain stay")
_ACTING: Final = bag("operate fight regroup gather advance assault repel defend clash participate continue")
_STATIONED: Final = bag("station base deploy garrison post quarter house position redeploy")
_ADVANCING: Final = bag("head advance march push move return retake")
_ENCIRCLING: Final = bag("surround encircle besiege blockade")
_SERVING: Final = bag("fight join serve enlist volunteer battle")
"""What people do who come to a war of others."""
_BANDS: Final = bag("rebels separatists loyalists insurgents")
_GONE: Final = bag("withdraw leave depart vacate exit quit evacuate retreat flee") | {
    "pull out", "pull back", "move out", "fall back", "clear out",
}  # fmt: skip
_COME: Final = bag("arrive deploy redeploy cross") | {"move in", "pour in", "move into", "go in"}
_MOVING: Final = bag("deployed delivered transported")
_GOING: Final = ("to", "into", "towards", "toward", "across", "near", "along")
_LEAVING: Final = ("from", "out", "out of")
_SENDERS: Final = ("united-nations", "african-union")
"""Whose forces keep the peace."""
_ABOUT_MEN: Final = bag("present operates based deployed withdrawn transported recruited trained")
"""What is alleged of men as of things; where they are hurt or taken, their number is one of losses."""


def is_mission(force: str | None, memory: Memory) -> bool:
    """Whether a force is one that the United Nations or the African Union sent: MINUSMA, AMISOM."""
    return any(memory.knowledge.forces.within(force or "", each) for each in _SENDERS if force != each)


def people_of(force: str, memory: Memory) -> str:
    """What the people of a force are."""
    if is_mission(force, memory):
        return "peacekeepers"
    match memory.knowledge.force_kinds.get(force):
        case "company":
            return "mercenaries"
        case "state" | "service":
            return "regular-troops"
    return "combatants"


class People(Making):
    """Finds the people of a force where no word of their own says what they are."""

    def found_in(self, nouns: Sequence[Noun]) -> list[Found]:
        """The people that a sentence tells of."""
        return [
            *self._strengths(nouns),
            *self._men(nouns),
            *self._moved(nouns),
            *self._there(nouns),
            *self._companies(nouns),
            *self._nationals(nouns),
        ]

    def _strengths(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """Wagner's strength in Libya is put at 2,000."""
        for noun in nouns:
            if noun.head not in _STRENGTHS or noun.system is not None:
                continue
            owner, number = self.memory.owner(noun), _put_at(noun, nouns)
            if owner is None or number is None or number.quantity is None:
                continue
            text = self.memory.text[noun.start : noun.end]
            quantity = number.quantity
            people = people_of(owner, self.memory)
            one = Found(noun, people, text, "present", None, noun.start, quantity.count, quantity.text, owner)
            self.circumstances.fill(one, noun, noun, None, nouns)
            yield one

    def _men(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """Wagner has 2,000 men in Libya; some 200 Wagner men were flown to Sirte."""
        for noun in nouns:
            counted = noun.quantity is not None and not noun.quantity.unit
            if noun.system is not None or not (noun.head in _MEMBERS or (noun.head in _MEN and counted)):
                continue
            for verb, role in self.roles(noun):
                frame = self.actions.frame_of(verb)
                action = _alleged(frame, verb, role)
                force = self.memory.owner(noun) or (self._doer(verb) if role == "object" else None)
                if noun.head in _MEMBERS and not self._is_seen(noun, force, verb):
                    continue
                if action in _ABOUT_MEN and force is not None and not idle(verb):
                    yield self._people_found(noun, force, action, verb, role, nouns)
                    break

    def _people_found(self, noun: Noun, force: str, action: str, verb: Verb, role: str, nouns: Sequence[Noun]) -> Found:
        one = self.found(noun, noun, people_of(force, self.memory), action, verb, Frame(action), role, nouns)
        one.operator = force
        return one

    def _is_seen(self, noun: Noun, force: str | None, verb: Verb) -> bool:
        """Whether members of a force, not of a party or council, are shown or seen somewhere."""
        fights = self.memory.knowledge.force_kinds.get(force or "") in ("militia", "service", "company", "group")
        near = (*verb.preps, *noun.after)
        return fights and any(each.prep in lexicon.PLACE_ROLE and each.time is None for each in near)

    def _moved(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """Moscow was redeploying forces to the border, or withdrew its forces from it: its own."""
        for noun in nouns:
            if noun.head not in _FORCES or any((noun.system, noun.entity, noun.quantity)):
                continue
            for verb, role in self.roles(noun):
                frame = self.actions.frame_of(verb)
                force = self._doer(verb) if role == "object" and frame is not None else None
                if frame is None or force is None or idle(verb):
                    continue
                if (moved := _to_or_from(frame.action, [*verb.preps, *noun.after])) is not None:
                    one = self._people_found(noun, force, intended(moved, verb), verb, role, nouns)
                    one.operator = self.memory.owner(noun) or force
                    yield one
                    break

    def _there(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """Turkish forces are stationed at Bashiqa, its forces were not in Congo, US forces left the base."""
        for noun in nouns:
            force = self._force_named(noun) or self._band(noun)
            if force is None or noun.prep:
                continue
            for verb, role in noun.verbs:
                action = self._stay_or_move(noun, verb, force) if role == "subject" and not idle(verb) else ""
                if action:
                    yield self._people_found(noun, force, intended(action, verb), verb, role, nouns)
                    break

    def _force_named(self, noun: Noun) -> str | None:
        """The force whose people a phrase names as a whole: Turkish forces, its forces, army units."""
        if noun.system is not None or noun.pronoun or (noun.quantity is not None and noun.quantity.unit):
            return None
        if noun.entity is not None:
            force = self.memory.meaning(noun.entity, "force")
            of_people = noun.entity.word.casefold().rsplit(" ", 1)[-1] in _NAMED
            return force if of_people or is_mission(force, self.memory) else None
        if noun.head not in _FORCES or any(each.system is not None for each in noun.of):
            return None
        whole = ((self.memory.force_of(each) or self.memory.owner(each)) for each in noun.of)
        of = next((force for force in whole if force is not None), None)
        return of or self.memory.owner(noun)

    def _band(self, noun: Noun) -> str | None:
        """Whose the rebels are of whom a phrase speaks, as far as the text's country tells: the rebels, loyalists."""
        if noun.head not in _BANDS or noun.system is not None or noun.entity is not None:
            return None
        return self.memory.owner(noun) or self.memory.force_called(noun.head, self.memory.speaking(noun))

    def _stay_or_move(self, noun: Noun, verb: Verb, force: str) -> str:
        """What a verb alleges of the people of a force at a place: that they are there, have come or gone."""
        near = [each for each in (*verb.preps, *verb.objects) if self.memory.place_of(each) is not None]
        if not near or (verb.negated and verb.verb not in _STAYING):
            return ""
        at = any(lexicon.PLACE_ROLE.get(each.prep) in ("at", "near") for each in near)
        if verb.verb in _STATIONED and verb.voice in ("passive", "pp"):
            return "deployed" if verb.verb in ("deploy", "redeploy") else "based"
        if verb.voice in ("passive", "pp") and verb.verb in _GONE:
            return "withdrawn"
        if verb.voice not in ("active", "be", "ing", "inf"):
            return ""
        if verb.verb in _GONE:
            return "withdrawn"
        if verb.verb in _COME or (verb.verb in _ADVANCING and any(each.prep in _GOING for each in near)):
            return "deployed"
        if verb.verb in _ENCIRCLING and any(not each.prep for each in near):
            return "present"
        if not at or verb.verb not in _STAYING | _ACTING:
            return ""
        return "present" if noun.head == "elements" or self._is_abroad(force, near) else ""

    def _is_abroad(self, force: str, near: Sequence[Noun]) -> bool:
        """Whether a force of a state is in another one."""
        knowledge = self.memory.knowledge
        state = knowledge.forces.root(force)
        roots = {knowledge.places.root(place) for each in near if (place := self.memory.place_of(each)) is not None}
        return state in knowledge.force_kinds and state not in roots

    def _nationals(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """Thousands of Russians have been fighting alongside his troops, or have joined the rebels."""
        for noun in nouns:
            named = noun.entity is not None and noun.system is None and noun.entity.word.endswith("s")
            top = noun.host if noun.prep == "of" and noun.host is not None else noun
            if (
                not named
                or noun.entity is None
                or noun.entity.word not in lexicon.NATIONALITIES
                or top.quantity is None
            ):
                continue
            told = ((verb, role) for verb, role in self.roles(top) if role == "subject" and not idle(verb))
            verb, role = next(((verb, role) for verb, role in told if verb.verb in _SERVING), (None, ""))
            if verb is None or "foreign-fighters" not in self.memory.knowledge.parents["system"]:
                continue
            one = self.found(noun, top, "foreign-fighters", "operates", verb, None, role, nouns)
            sides = (self.memory.force_of(each) for each in (*verb.objects, *verb.preps))
            one.operator = next((force for force in sides if force is not None), None)
            yield one

    def _doer(self, verb: Verb) -> str | None:
        return self.memory.force_of(verb.subject) if verb.voice in ("active", "ing", "inf") else None

    def _companies(self, nouns: Sequence[Noun]) -> Iterator[Found]:
        """Wagner was seen in Sirte: its name stands for its people."""
        for noun in nouns:
            if noun.entity is None or noun.system is not None:
                continue
            force = self.memory.meaning(noun.entity, "force")
            if force is None or self.memory.knowledge.force_kinds.get(force) != "company":
                continue
            for verb, role in self.roles(noun):
                yield from self._company(noun, force, verb, role, nouns)

    def _comes_or_goes(self, action: str, verb: Verb) -> bool:
        """Whether a company goes somewhere or leaves it: Wagner deployed to Syria; but it came under fire."""
        if action not in ("deployed", "withdrawn"):
            return False
        somewhere = any(self.memory.place_of(each) is not None for each in (*verb.objects, *verb.preps))
        return somewhere or any(each.prep in (*_GOING, *_LEAVING) and each.time is None for each in verb.preps)

    def _company(self, noun: Noun, force: str, verb: Verb, role: str, nouns: Sequence[Noun]) -> Iterator[Found]:
        helping = verb.verb in lexicon.HELPING
        frame = self.actions.frame_of(verb) or Frame("")
        if (not frame.action and not frame.alone and not helping) or (noun.prep and not helping):
            return
        shown = role == "object" and frame.action in ("present", "deployed", "recruited")
        there = role == "subject" and (
            frame.alone == "present"
            or self._comes_or_goes(frame.alone, verb)
            or (verb.voice == "passive" and frame.action in ("present", "deployed"))
        )
        helps = role == "subject" and helping and verb.voice in ("active", "ing")
        if shown or there or helps:
            action = "operates" if helps else (frame.action if shown or not frame.alone else frame.alone)
            one = self.found(noun, noun, "mercenaries", action, verb, Frame(action), role, nouns)
            one.operator = force
            if helps:
                one.beneficiary = next((self.memory.force_of(each) for each in verb.objects), None)
            yield one


def _to_or_from(action: str, near: Sequence[Noun]) -> str | None:
    """What is alleged of forces that are moved somewhere, or away from there."""
    if action in _MOVING and any(each.prep in _GOING for each in near):
        return "deployed"
    return action if action == "withdrawn" and any(each.prep in _LEAVING for each in near) else None


def _put_at(noun: Noun, nouns: Sequence[Noun]) -> Noun | None:
    """The number that something is put at, behind it."""
    return next(
        (
            each
            for each in nouns
            if each.start > noun.start and each.prep == "at" and each.quantity is not None and not each.quantity.unit
        ),
        None,
    )


def _alleged(frame: Frame | None, verb: Verb, role: str) -> str:
    """What a verb alleges of men who are its object, or of whom something is told."""
    if frame is None:
        return "operates" if verb.verb in ("have", "keep", "maintain") and role == "object" else ""
    if role == "object" or verb.voice in ("passive", "pp"):
        return frame.action
    return frame.alone if role == "subject" else ""
