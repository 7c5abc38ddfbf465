"""Strikes from the air for which no aircraft is named: an air strike hit the site, raids by the coalition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.making import Making
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import idle, intended
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, Frame, bag, both
from oob.reading.grammar.syntax import Noun, Verb

_OF_THEMSELVES: Final = both("airstrike") | {"air-strike", "air-strikes"}
_WITH_AIR: Final = both("strike raid attack sortie assault") | bag("bombing bombardment bombings bombardments")
_AIR: Final = bag("air aerial bombing")
_BARE: Final = both("strike airstrike raid")
"""Words for one more strike of the aircraft that the text has told strikes of."""
_DOING: Final = lexicon.CARRYING_OUT | {"deliver", "perform", "make"}
_DOING_HARM: Final = bag("struck destroyed damaged killed")
_UNTOLD: Final = bag("planned")
_MEANS: Final = bag("by with from using")
_PUT_OFF: Final = bag("halt suspend stop cease demand urge condemn fear avoid survive call")
_STRIKING: Final = Frame("struck", "operator")
_NEAR: Final = 6
"""Paragraphs that one more strike may be told after the aircraft."""


class AirStrikes(Making):
    """Finds the strikes of aircraft that the sentence does not name."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory)
        self.told: tuple[Found, int] | None = None
        """The strike of aircraft told last, and in which paragraph that stands."""

    def found_of(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """What a phrase tells that names a strike and nothing that strikes."""
        if noun.system is not None or noun.time is not None or noun.negated:
            return []
        from_air = _is_from_air(noun)
        if not from_air and not self._is_one_more(noun):
            return []
        if noun.determiner in ("the", "this", "that", "these", "those") and self._is_told():
            return []
        told = next((each for each in noun.verbs if _is_done(*each)), None)
        if self._is_of_named(noun, told) or (told is None and not (from_air and self._is_somebodys(noun))):
            return []
        return [self._struck(noun, told, nouns)]

    def _is_of_named(self, noun: Noun, told: tuple[Verb, str] | None) -> bool:
        """Whether the sentence names what struck: drones carried out air strikes, air strikes using Wing Loongs."""
        doer = told[0].subject if told is not None and told[1] == "object" else None
        beside = [*noun.after, *(more for verb, _ in noun.verbs for more in (*verb.preps, *verb.objects))]
        by = any(each.system is not None and each.prep in _MEANS for each in beside)
        using = any(verb.verb in ("use", "involve") and role == "subject" for verb, role in noun.verbs)
        return by or using or (doer is not None and (doer.system is not None or bool(doer.pronoun)))

    def as_one(self, found: list[Found]) -> list[Found]:
        """Fighter, attack and bomber aircraft struck: the words before the last name no aircraft of their own."""
        within = self.memory.knowledge.systems.within
        kept: list[Found] = []
        named: set[int] = set()
        for one in found:
            whole = _aircraft_after(one.noun)
            if whole is None or one.system is None or not within(one.system, "combat-aircraft"):
                kept.append(one)
                continue
            kind = self.memory.meaning(whole.system, "system") or ""
            if id(whole) not in named and not within(kind, "combat-aircraft"):
                one.system = "combat-aircraft"
                kept.append(one)
            named.add(id(whole))
        return kept

    def note(self, found: Sequence[Found]) -> None:
        """Remembers whose aircraft struck."""
        within = self.memory.knowledge.systems.within
        strikes = [one for one in found if one.action == "struck" and one.system is not None]
        of_aircraft = next((one for one in strikes if within(one.system or "", "aircraft")), None)
        if strikes:
            self.told = (of_aircraft, self.memory.paragraph) if of_aircraft is not None else None

    def found_in(self, nouns: Sequence[Noun], others: Sequence[Found]) -> list[Found]:
        """What an air force bombed, whose name stands for its aircraft."""
        armed = [one for one in others if one.action == "struck"]
        for noun in nouns:
            if noun.system is not None:
                continue
            for verb, role in self.roles(noun) if noun.verbs or noun.listed_with else ():
                acts = role == "by" or (role == "subject" and verb.voice in ("active", "ing"))
                if not acts or idle(verb) or not (verb.verb in lexicon.HITS or _flies_strikes(verb)):
                    continue
                if not self._is_air_force(noun) or any(_is_weapon_of(one, verb, noun) for one in armed):
                    continue
                one = self.found(noun, noun, "combat-aircraft", "struck", verb, _STRIKING, role, nouns)
                one.operator = self.memory.force_of(noun)
                one.system_text = self.memory.text[noun.start : noun.end]
                return [one]
        return []

    def _is_air_force(self, noun: Noun) -> bool:
        """Whether a phrase is of an air force, by its name or by what it stands for."""
        force = self.memory.force_of(noun)
        if force is None:
            return False
        title = self.memory.knowledge.title("force", force).casefold()
        named = " ".join(item.word for item in noun.items[-2:]).casefold()
        return "air force" in title or named.startswith("air force")

    def _is_told(self) -> bool:
        """Whether a strike has just been told, so that "the strike" is that one."""
        return self.told is not None and self.memory.paragraph - self.told[1] <= 2

    def _is_one_more(self, noun: Noun) -> bool:
        """Whether a phrase is of one more strike of the aircraft of before: three strikes hit a tactical unit."""
        if self.told is None or noun.head not in _BARE or noun.owners or len(noun.items) > 2 or noun.pronoun:
            return False
        return self.memory.paragraph - self.told[1] <= _NEAR and noun.prep == ""

    def _is_somebodys(self, noun: Noun) -> bool:
        """Whether it is said whose strike it was, and it is not only asked for, feared or put off."""
        if any(idle(verb) or verb.modal or _is_ahead(verb, role) for verb, role in noun.verbs):
            return False
        by = any(each.prep == "by" and self.memory.force_of(each) for each in noun.after)
        acts = any(role == "subject" and verb.voice == "active" for verb, role in noun.verbs)
        near = acts or bool(noun.after) or noun.prep in ("in", "by", "during")
        return near and (by or self.memory.owner(noun) is not None)

    def _striker(self, noun: Noun, verb: Verb | None, role: str) -> str | None:
        """Who is said to have made a strike: before it, after "by", or as the doer."""
        by = next((force for each in noun.after if each.prep == "by" and (force := self.memory.force_of(each))), None)
        agent = (
            self.parties.doers.agent(verb)
            if role == "object" or (verb is not None and verb.voice != "active")
            else None
        )
        return self.memory.owner(noun) or by or agent

    def _kind(self) -> str:
        """What strikes from the air: combat aircraft, unless the text is about drones, which may have been it."""
        within, named = self.memory.knowledge.systems.within, self.memory.prevailing
        drones = sum(times for each, times in named.items() if within(each, "uav"))
        manned = sum(times for each, times in named.items() if within(each, "combat-aircraft"))
        return "aircraft" if drones > manned + 1 else "combat-aircraft"

    def _struck(self, noun: Noun, told: tuple[Verb, str] | None, nouns: Sequence[Noun]) -> Found:
        """The claim that aircraft struck."""
        verb, role = told if told is not None else (None, "")
        last = self.told[0] if self.told is not None and not _is_from_air(noun) else None
        system = (last.system if last is not None else None) or self._kind()
        host = None if verb is not None and role == "object" else noun
        one = self.found(noun, noun, system, "struck", verb, _STRIKING, role, nouns, host=host)
        one.system_text = self.memory.text[noun.start : noun.end]
        one.operator = self._striker(noun, verb, role)
        if last is not None:
            one.operator, one.opponent = one.operator or last.operator, one.opponent or last.opponent
        if verb is not None:
            one.action = intended("struck", verb)
        one.why.append("the aircraft that struck are not named")
        return one


def _is_weapon_of(one: Found, verb: Verb, doer: Noun) -> bool:
    """Whether a claim already tells with what somebody struck: with jets, using drones."""
    hangs = one.noun is not None and one.noun.host is doer
    return hangs or (one.verb is not None and (one.verb is verb or one.verb.subject is doer))


def _flies_strikes(verb: Verb) -> bool:
    """Whether strikes are what somebody carries out."""
    near = (each for own in verb.objects for each in (own, *own.of))
    return verb.verb in _DOING and any(each.head in lexicon.STRIKES for each in near)


def _aircraft_after(noun: Noun | None) -> Noun | None:
    """The "aircraft" at the end of a list in which a word stands like an adjective: fighter and bomber aircraft."""
    if noun is None or noun.system is None or noun.determiner or noun.quantity is not None or noun.tail:
        return None
    if noun.system.word.casefold().endswith(("s", "aircraft")):
        return None
    row = (each for each in (noun.listed_with or noun).listed if each.start > noun.start and each.system is not None)
    return next((each for each in row if each.system and each.system.word.casefold().endswith("aircraft")), None)


def _is_from_air(noun: Noun) -> bool:
    """Whether a phrase names a strike from the air."""
    before = {item.word for item in noun.items[:-1]}
    return noun.head in _OF_THEMSELVES or (noun.head in _WITH_AIR and not _AIR.isdisjoint(before))


def _is_done(verb: Verb, role: str) -> bool:
    """Whether a verb tells that a strike was made, or what it did."""
    if idle(verb) or verb.negated or verb.verb in lexicon.SPEECH:
        return False
    if role == "object":
        return verb.verb in _DOING and (verb.voice in ("active", "ing") or verb.perfect)
    if role != "subject":
        return False
    if verb.voice in ("passive", "pp"):
        return verb.verb in _DOING
    frame = FRAMES.get(verb.verb)
    harm = verb.verb in lexicon.HITS or (frame is not None and frame.action in _DOING_HARM)
    return harm and verb.verb not in _DOING and bool(verb.objects)


def _is_ahead(verb: Verb, role: str) -> bool:
    """Whether a strike is planned, called for or put off."""
    frame = FRAMES.get(verb.verb)
    return role != "subject" and ((frame is not None and frame.action in _UNTOLD) or verb.verb in _PUT_OFF)
