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
from oob.reading.grammar.syntax import Noun, Verb, is_patient

_OF_THEMSELVES: Final = both("airstrike") | {"air-strike", "air-strikes"}
_WITH_AIR: Final = both("strike raid attack sortie assault") | bag("bombing bombardment bombings bombardments")
_AIR: Final = bag("air aerial bombing")
_SHELLING: Final = bag("shelling shellings")
"""Strikes of guns."""
_BARE: Final = both("strike airstrike raid")
"""Words for one more strike of the aircraft that the text has told strikes of."""
DOING: Final = (
    lexicon.CARRYING_OUT
    | bag("deliver perform make inflict execute begin start continue resume intensify escalate expand renew increase")
    | bag("stage wage unleash run")
    | {"step up", "ramp up", "keep up"}
)
_WITNESSING: Final = bag("report witness describe hear see")
_PERCEIVED: Final = bag("hear report")
_HAPPENING: Final = bag("begin start continue resume occur happen intensify come follow last go rage persist erupt") | {
    "take place", "go on", "keep up",
}  # fmt: skip
_WOUNDING: Final = bag("kill wound injure maim")
_RULERS: Final = bag("president government minister cabinet premier chancellor commander generals leaders parliament")
_DECIDING: Final = bag("order weigh debate")
_ANSWERING: Final = bag("answer respond retaliate reply react")
_BLAMING: Final = bag("blame attribute ascribe pin claim")
_ACCUSING: Final = {"accuse": "of", "blame": "for", "criticise": "for", "criticize": "for", "condemn": "for"}
"""Verbs by which somebody is held to have done what stands after their preposition."""
_RUNS: Final = both("series string wave campaign round number month week day hour spate barrage dozen") | bag(
    "hundreds thousands scores several"
)
"""What strikes come in."""
_DOING_HARM: Final = bag("struck destroyed damaged killed")
_UNTOLD: Final = bag("planned")
_MEANS: Final = bag("by with from using")
_PUT_OFF: Final = bag("halt suspend stop cease demand urge condemn fear avoid survive call")
STRIKING: Final = Frame("struck", "operator")
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
        from_air = _is_from_air(noun) or self._is_of_aircraft(noun) or noun.head in _SHELLING
        if not from_air and not self._is_one_more(noun):
            return []
        if noun.determiner in ("the", "this", "that", "these", "those") and self._is_told():
            return []
        told = next((each for each in _verbs_of(noun) if _is_done(*each)), None)
        if told is None and from_air and (ahead := next((each for each in noun.verbs if self._is_meant(*each)), None)):
            one = self._struck(noun, ahead, nouns)
            one.action = "planned"
            return [one]
        if (
            self._is_of_named(noun, told)
            or _names_weapons(told, nouns)
            or (told is None and not (from_air and self._is_somebodys(noun)))
        ):
            return []
        return [self._struck(noun, told, nouns)]

    def _is_of_aircraft(self, noun: Noun) -> bool:
        """Whether a strike is somebody's whose text is of aircraft, more than of drones: Israeli strikes."""
        if noun.head not in _BARE or len(noun.items) > 3:
            return False
        if (self.memory.owner(noun) or self._blamed(noun) or self._carried_out_by(noun)) is None:
            return False
        if self.memory.tells_of_air_strikes:
            return True
        within, named = self.memory.knowledge.systems.within, self.memory.prevailing
        others = sum(times for each, times in named.items() if within(each, "uav") or within(each, "missile"))
        return sum(times for each, times in named.items() if within(each, "combat-aircraft")) > others

    def _carried_out_by(self, noun: Noun) -> str | None:
        """Who carried a strike out, if that is a state or its forces: the US military conducted several strikes."""
        doing = (verb for verb, role in noun.verbs if role == "object" and verb.verb in DOING)
        named = (self.parties.doers.agent(verb) for verb in doing)
        kinds = self.memory.knowledge.force_kinds
        return next((force for force in named if kinds.get(force or "") in ("state", "service", "coalition")), None)

    def _is_of_named(self, noun: Noun, told: tuple[Verb, str] | None) -> bool:
        """Whether the sentence names what struck: drones carried out air strikes, air strikes using Wing Loongs."""
        doer = told[0].subject if told is not None and told[1] == "object" and told[0].verb != "be" else None
        beside = [*noun.after, *(more for verb, _ in noun.verbs for more in (*verb.preps, *verb.objects))]
        by = any(each.system is not None and each.prep in _MEANS for each in beside)
        using = any(verb.verb in ("use", "involve") and role == "subject" for verb, role in noun.verbs)
        joined = self.memory.text.startswith(" in which ", noun.end) and any(
            each.system is not None and noun.end < each.start < noun.end + 60 for each in self.memory.nouns
        )
        them = (
            doer is not None and bool(doer.pronoun) and (doer.pronoun == "they" or self.memory.force_of(doer) is None)
        )
        return by or using or joined or them or (doer is not None and self._is_thing(doer))

    def _is_thing(self, noun: Noun) -> bool:
        """Whether a phrase is of things that strike, not of people."""
        return noun.system is not None and not self.memory.is_people(noun)

    def as_one(self, found: list[Found]) -> list[Found]:
        """Fighter, attack and bomber aircraft struck: the words before the last name no aircraft of their own."""
        within = self.memory.knowledge.systems.within
        kept: list[Found] = []
        named: set[int] = set()
        for one in found:
            whole = _aircraft_after(one.noun)
            if whole is None or not self._is_class(one.system) or not within(one.system, "combat-aircraft"):
                kept.append(one)
                continue
            kind = self.memory.meaning(whole.system, "system") or ""
            if id(whole) not in named and not within(kind, "combat-aircraft"):
                one.system = "combat-aircraft"
                kept.append(one)
            named.add(id(whole))
        return kept

    def _is_class(self, system: str | None) -> bool:
        """Whether it is no type that somebody builds: MiG-29 and Su-24 aircraft are two things."""
        return system is not None and system not in self.memory.knowledge.makers

    def note(self, found: Sequence[Found]) -> None:
        """Remembers whose aircraft struck."""
        within = self.memory.knowledge.systems.within
        strikes = [one for one in found if one.action == "struck" and one.system is not None]
        flying = (one for one in strikes if within(one.system, "aircraft") or within(one.system, "uav"))
        of_aircraft = next(flying, None)
        if strikes:
            self.told = (of_aircraft, self.memory.paragraph) if of_aircraft is not None else None

    def _is_told(self) -> bool:
        """Whether a strike has just been told, so that "the strike" is that one."""
        return self.told is not None and self.memory.paragraph == self.told[1]

    def _is_one_more(self, noun: Noun) -> bool:
        """Whether a phrase is of one more strike of the aircraft of before: three strikes hit a tactical unit."""
        if self.told is None or noun.head not in _BARE or noun.owners or len(noun.items) > 2 or noun.pronoun:
            return False
        return self.memory.paragraph - self.told[1] <= _NEAR and noun.prep in ("", "in", "by")

    def _is_meant(self, verb: Verb, role: str) -> bool:
        """Whether somebody who could decides on a strike, or thinks about one: authorised air strikes, is weighing
        an air strike; analysts only discuss it.
        """
        frame, doer = FRAMES.get(verb.verb), verb.subject
        decides = (frame is not None and frame.action in _UNTOLD) or verb.verb in _DECIDING
        able = doer is not None and (self.parties.doers.agent(verb) is not None or doer.head in _RULERS)
        return decides and able and is_patient(verb, role) and not verb.negated

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
        by = by or self._blamed(noun)
        agent = (
            self.parties.doers.agent(verb)
            if role in ("object", "with") or (verb is not None and verb.voice != "active")
            else None
        )
        return self.memory.owner(noun) or by or agent

    def _blamed(self, noun: Noun) -> str | None:
        """Whom somebody says that a strike was by: strikes blamed on Israel, attributed to it."""
        if (accuses := _accuses(noun)) is not None:
            accused = (accuses.subject,) if accuses.voice in ("passive", "pp") else accuses.objects
            return next((force for each in accused if (force := self.memory.force_of(each))), None)
        blames = (verb for verb, role in noun.verbs if role == "subject" and verb.verb in _BLAMING)
        near = (each for verb in blames for each in verb.preps if each.prep in ("on", "to"))
        return next((force for each in near if (force := self.memory.force_of(each))), None)

    def _kind(self, noun: Noun, striker: str | None) -> str:
        """What struck: guns, or combat aircraft, unless the text is about drones, which may have been it."""
        if noun.head in _SHELLING:
            return "artillery"
        if striker is not None:
            return "combat-aircraft"
        within, named = self.memory.knowledge.systems.within, self.memory.prevailing
        drones = sum(times for each, times in named.items() if within(each, "uav"))
        manned = sum(times for each, times in named.items() if within(each, "combat-aircraft"))
        return "aircraft" if drones > manned + 1 else "combat-aircraft"

    def _struck(self, noun: Noun, told: tuple[Verb, str] | None, nouns: Sequence[Noun]) -> Found:
        """The claim that aircraft struck."""
        verb, role = told if told is not None else (None, "")
        last = self.told[0] if self.told is not None and not _is_from_air(noun) else None
        striker = self._striker(noun, verb, role)
        system = (last.system if last is not None else None) or self._kind(noun, striker)
        host = None if verb is not None and role == "object" else noun
        one = self.found(noun, noun, system, "struck", verb, STRIKING, role, nouns, host=host)
        one.system_text = self.memory.text[noun.start : noun.end]
        one.operator = striker
        if last is not None:
            one.operator, one.opponent = one.operator or last.operator, one.opponent or last.opponent
        whole = _whole(noun)
        if one.count is None and whole is not None and whole.quantity is not None and not whole.quantity.unit:
            one.count, one.count_text = whole.quantity.count, whole.quantity.text
        if verb is not None:
            one.action = intended("struck", verb)
        one.why.append("what struck is not named")
        return one


def _names_weapons(told: tuple[Verb, str] | None, nouns: Sequence[Noun]) -> bool:
    """Whether a participle after it names what struck: carried out an air attack, firing 70 drones."""
    verbs = (verb for each in nouns if each.system is not None for verb, role in each.verbs if role == "object")
    return told is not None and any(verb.voice == "ing" and verb.above is told[0] for verb in verbs)


def _whole(noun: Noun) -> Noun | None:
    """How many of them, or how long: hundreds of air strikes, a campaign of raids, months of bombing."""
    host = noun.host if noun.prep == "of" else None
    return host if host is not None and (host.head in _RUNS or host.quantity is not None) else None


def _verbs_of(noun: Noun) -> list[tuple[Verb, str]]:
    """The verbs of a strike, or of the series that it is of."""
    whole = _whole(noun)
    accuses = _accuses(noun)
    accused = [(accuses, "of")] if accuses is not None else []
    return [*noun.verbs, *(whole.verbs if whole is not None else ()), *accused]


def _accuses(noun: Noun) -> Verb | None:
    """The verb by which somebody is accused of it: accused Israel of a raid, blamed it for one, was blamed for it."""
    verb, prep = next(((verb, role) for verb, role in noun.verbs if verb.verb in _ACCUSING), (None, ""))
    if verb is not None and prep == _ACCUSING[verb.verb] and verb.modal == "":
        return verb
    host = noun.host if noun.prep in ("of", "for") else None
    verbs = host.verbs if host is not None else ()
    own = ((verb, role) for verb, role in verbs if _ACCUSING.get(verb.verb) == noun.prep)
    return next((verb for verb, role in own if role == "object"), None)


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
    if role == "of" or (role == "for" and verb.verb in _ACCUSING):
        return verb.verb in _ACCUSING
    if verb.verb == "be" and not verb.negated and not verb.modal:
        there = verb.subject is None or verb.subject.pronoun == "there"
        if not there and verb.subject is not None and verb.subject.determiner in ("a", "an"):
            return False  # a strike is one or more events
        return role == ("object" if there else "subject")  # there were air strikes near it, the strikes were near it
    witnessed = verb.verb in _WITNESSING and role == "object"  # had reported air strikes near the village
    if idle(verb) or verb.negated or (verb.verb in lexicon.SPEECH and not witnessed):
        return False
    if role == "with" and verb.verb in _ANSWERING:
        return verb.voice in ("active", "ing") or verb.perfect
    if role == "object" and verb.verb in _WITNESSING:
        return any(lexicon.PLACE_ROLE.get(each.prep) in ("at", "near") for each in verb.preps)
    if role == "object":
        return verb.verb in DOING and (verb.voice in ("active", "ing") or verb.perfect)
    if role in ("by", "in", "due to") and (verb.voice in ("passive", "pp") or verb.verb == "die"):
        return verb.verb == "die" or _harms(verb)  # were killed in an air strike, hit by shelling
    if role != "subject":
        return False
    if verb.verb in _HAPPENING and all(each.time is not None for each in verb.objects):
        return verb.voice in ("active", "ing") or verb.perfect
    if verb.voice in ("passive", "pp"):
        return verb.verb in DOING or verb.verb in _PERCEIVED
    return _harms(verb) and verb.verb not in DOING and bool(verb.objects)


def _harms(verb: Verb) -> bool:
    """Whether a verb tells what an attack does."""
    frame = FRAMES.get(verb.verb)
    return verb.verb in lexicon.HITS | _WOUNDING or (frame is not None and frame.action in _DOING_HARM)


def _is_ahead(verb: Verb, role: str) -> bool:
    """Whether a strike is planned, called for or put off."""
    frame = FRAMES.get(verb.verb)
    return role != "subject" and ((frame is not None and frame.action in _UNTOLD) or verb.verb in _PUT_OFF)
