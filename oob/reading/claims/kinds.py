"""Which system a phrase is about: fighters that are people or aircraft, "the jets" that were named before."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import Final

from oob.reading.claims.fighters import are_people
from oob.reading.claims.memory import Memory
from oob.reading.claims.types import TYPES, is_one_of_two, of_type, one_of_two
from oob.reading.grammar.lexicon import FRAMES, HITS, NATIONALITIES, bag, both
from oob.reading.grammar.syntax import Noun
from oob.reading.knowledge import EQUIPMENT

_IRREGULAR: Final = bag("fighters fighter combatants combatant militants recruits gunmen rebels militiamen")
"""People who are not the troops of the state that they come from."""
_PICKUPS: Final = ("pickup-truck", "toyota-hilux", "toyota-land-cruiser")
_GUNS: Final = (
    "machine-gun",
    "heavy-machine-gun",
    "anti-aircraft-gun",
    "recoilless-rifle",
    "artillery",
    "rocket-launcher",
    "zu-23-2",
)
"""What makes a pickup a technical."""
_OF_TYPES: Final = ("missile", "anti-radiation-missile")
"""Classes by which a text on one type speaks of it."""
_JIHADISTS: Final = ("isil", "al-qaeda", "al-shabaab", "boko-haram", "jnim", "hts")
_MASS: Final = bag("weapons arms weaponry equipment hardware armaments")
_PLANES: Final = bag("plane aircraft jet airplane aeroplane")
_AIRLINE: Final = re.compile(r"\b(?:Airlines?|Airways|passenger)\b")
_LADEN: Final = re.compile(r"\b(?:explosive|bomb)s?[- ](?:laden|packed|filled|rigged|loaded) ", re.I)
_LADING: Final = bag("pack fill load rig stuff lade wire cram")
_FITTED: Final = bag("mount equip arm fit outfit load") | {"fit out", "kit out"}
_SYSTEMS: Final = bag("system systems battery batteries launcher launchers")
_SYSTEM_KINDS: Final = ("air-defence", "artillery", "missile", "radar", "jammer", "uav", "anti-tank-missile")
CARGOES: Final = both("shipment consignment cargo delivery") | {"cargoes"}
"""Words for what was named before as what is brought: the shipment reached the port."""
LOTS: Final = CARGOES | bag("batch batches lot lots")
"""Words for what is given at one time."""
_CARRYING: Final = ("transport-aircraft", "merchant-ship", "landing-ship", "warship")
_THINGS: Final = _SYSTEMS | bag("machine machines gun guns weapon weapons vessel vessels craft airframe airframes")
"""General words for things, never for people."""
_SHOT: Final = both("projectile")
_FLYING: Final = ("missile", "artillery-rocket", "uav", "ammunition")
_VIOLENCE: Final = bag("struck destroyed damaged shot-down")
_LONG_AGO: Final = 6
"""Paragraphs after which "the jets" are not those named before."""
_ARMED: Final = re.compile(r"\barmed\b(?! force| group| service| wing| branch| militia| men\b| fighter| conflict)")
"""What tells that a drone is armed; forces are so anyway."""


class Kinds:
    """Tells which system a phrase is about."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def system(self, noun: Noun) -> tuple[str | None, bool]:
        """The system that a phrase is about, and whether that was taken from an earlier one."""
        if noun.pronoun:
            return self._meant_by(noun), True
        named = self.memory.meaning(noun.system, "system")
        if named is None:
            return None, False
        if (narrow := self._of_subject(noun, named)) is not None:
            return narrow, False
        id_ = self._troops(noun, self._fighters(noun, named))
        if self.carries_gun(noun):
            return "technical", False
        if self.carries_bomb(noun):
            return "car-bomb", False
        if (shot := self._shot(noun)) is not None:
            return shot, True
        if (type_ := of_type(noun, id_, self.memory)) is not None:
            return type_, True
        if self._is_airliner(noun, id_):
            return "passenger-aircraft", False
        definite = noun.determiner in ("the", "these", "those", "this", "that", "both", "his", "her")
        definite = definite and not any(item.word == "following" for item in noun.items)
        such = any(item.word == "such" for item in noun.items) and noun.tail != "such"  # fifty such missiles
        again = such or definite
        if again and (before := self._named_before(noun, id_)) is not None:
            return before, True
        if (whole := self._part_of_whole(noun, id_)) is not None:
            return whole, True  # a Mi-35 from the eight helicopters that it had
        if not definite and (meant := self._of_maker(noun, id_)) is not None:
            return meant, True  # a text that tells of Bayraktars: Turkish drones
        if (other := self._one_more(noun, id_)) is not None:
            return other, True
        if (later := self._named_later(noun, id_)) is not None:
            return later, False
        if (only := self._only_one(noun, id_)) is not None:
            return only, True
        return self._prevailing(noun, id_), False

    def _is_airliner(self, noun: Noun, id_: str) -> bool:
        """Whether a plane is one of an airline: a Malaysia Airlines jet; the plane, in a text on Flight 752."""
        if (
            id_ not in ("aircraft", "combat-aircraft")
            or "passenger-aircraft" not in self.memory.knowledge.parents["system"]
        ):
            return False
        if noun.system is None or noun.system.word.casefold() not in _PLANES or noun.quantity is not None:
            return False
        if _AIRLINE.search(self.memory.text, noun.start, noun.end) is not None:
            return True
        return noun.determiner in ("the", "this") and not noun.owners and self.memory.tells_of_airliner

    def carries_bomb(self, noun: Noun) -> bool:
        """Whether a vehicle is a bomb: a lorry packed with explosives, an explosives-laden car."""
        within, named = self.memory.knowledge.systems.within, self.memory.meaning(noun.system, "system")
        if named is None or noun.system is None or not within(named, "vehicle"):
            return False
        if "car-bomb" not in self.memory.knowledge.parents["system"]:
            return False
        if _LADEN.search(self.memory.text, noun.start, noun.system.start) is not None:
            return True
        loaded = (verb for verb, role in noun.verbs if role == "subject" and verb.verb in _LADING)
        near = (each for verb in loaded for each in verb.preps if each.prep == "with" and each.system is not None)
        return any(within(self.memory.meaning(each.system, "system"), "explosives") for each in near)

    def carries_gun(self, noun: Noun) -> bool:
        """Whether a pickup has a gun on it: a pickup mounted with a machine gun, pickups with heavy guns bolted on."""
        if (
            self.memory.meaning(noun.system, "system") not in _PICKUPS
            or "technical" not in self.memory.knowledge.parents["system"]
        ):
            return False
        fitted = (
            each for verb, role in noun.verbs if role == "subject" and verb.verb in _FITTED for each in verb.preps
        )
        within = self.memory.knowledge.systems.within
        for each in (*fitted, *noun.after):
            gun = self.memory.meaning(each.system, "system") if each.prep == "with" else None
            if gun is not None and any(within(gun, kind) for kind in _GUNS):
                return True
        return False

    def _meant_by(self, noun: Noun) -> str | None:
        """The system that a pronoun, or a word that stands for one, means: it, they, the cargo."""
        if is_one_of_two(noun):
            return one_of_two(noun.head, self.memory)
        doers, passed = self._doers(noun), False
        for earlier, paragraph, _ in reversed(self.memory.recent):
            if earlier in doers or earlier == EQUIPMENT or self._does_to_its_like(noun, earlier):
                continue  # "foreign arms" are no one thing that "it" could be
            if noun.pronoun == "it" and paragraph == self.memory.paragraph and self._are_people(earlier):
                passed = True
                continue
            if passed and paragraph != self.memory.paragraph:
                return None  # people were named since
            if noun.head in CARGOES and any(map(partial(self.memory.knowledge.systems.within, earlier), _CARRYING)):
                continue
            if noun.head in _THINGS and not self._may_be_called(noun.head, earlier):
                continue
            if self.memory.paragraph - paragraph <= 1:
                return self._of_both(noun, earlier, paragraph)
        return None

    def _shot(self, noun: Noun) -> str | None:
        """What was fired, where "the projectiles" are spoken of: the rockets, missiles or drones named last."""
        if noun.head not in _SHOT or noun.determiner not in ("the", "these", "those", ""):
            return None
        within = self.memory.knowledge.systems.within
        near = (each for each, paragraph, _ in reversed(self.memory.recent) if self.memory.paragraph - paragraph <= 1)
        return next((each for each in near if any(within(each, kind) for kind in _FLYING)), None)

    def _named_before(self, noun: Noun, id_: str) -> str | None:
        """The type named before that a class speaks of again: the jets, such missiles."""
        tree = self.memory.knowledge.systems
        if id_ not in tree.children or (id_ == EQUIPMENT and noun.system is not None and _is_mass(noun.system.word)):
            return None
        means = self._means(noun)
        whose = next((force for item in noun.owners if (force := self.memory.meaning(item, "force"))), None)
        for earlier, paragraph, owner in reversed(self.memory.recent):
            if self.memory.paragraph - paragraph > _LONG_AGO:
                return None
            if not tree.related(earlier, id_) or earlier in means:
                continue
            if noun.determiner in ("his", "her") and tree.within(earlier, "uav"):
                continue  # nobody sits in a drone
            if whose is not None and not (owner == whose or self.memory.knowledge.is_made_by(earlier, whose)):
                continue
            makers = [self.memory.meaning(item, "force") for item in noun.made]
            made = all(each is None or self.memory.knowledge.is_made_by(earlier, each) for each in makers)
            narrower = earlier != id_ and tree.within(earlier, id_) and made
            return earlier if narrower and not self._are_several(noun, id_, earlier, paragraph) else None
        return None

    def _one_more(self, noun: Noun, id_: str) -> str | None:
        """The type named last of which there is another: ten MiG-29s; another jet."""
        tree = self.memory.knowledge.systems
        if not self.memory.recent or not self._is_another(noun) or id_ not in tree.children:
            return None
        earlier, paragraph, _ = self.memory.recent[-1]
        near = self.memory.paragraph - paragraph <= 1
        return earlier if near and earlier in tree.parents and tree.within(earlier, id_) else None

    def _part_of_whole(self, noun: Noun, id_: str) -> str | None:
        """The type of which one is told beside a number of its class: a MiG-23 of the ten fighters that it had."""
        part, tree = noun.host, self.memory.knowledge.systems
        if noun.quantity is None or noun.owners or noun.system is None:
            return None
        if noun.bracketed or _is_of_same(noun):
            earlier, paragraph, _ = self.memory.recent[-1] if self.memory.recent else ("", 0, None)
            named = earlier if paragraph == self.memory.paragraph else None
        elif noun.prep in ("of", "from") and part is not None:
            named = self.memory.meaning(part.system, "system")
        else:
            return None
        class_ = "combat-aircraft" if id_ == "combatants" else id_  # fighters of which a jet was one are jets
        return named if named in tree.parents and named != id_ and tree.within(named, class_) else None

    def _of_maker(self, noun: Noun, id_: str) -> str | None:
        """The one drone, of those named just before, that a nation makes: states have many jets, but few drones."""
        knowledge = self.memory.knowledge
        if not knowledge.systems.within(id_, "uav") or noun.quantity is not None or noun.determiner:
            return None
        maker = next((force for item in noun.owners if (force := self.memory.meaning(item, "force"))), None)
        maker = maker if maker is not None and noun.owners[-1].word in NATIONALITIES else None
        near = {each for each, paragraph, _ in self.memory.recent if self.memory.paragraph - paragraph <= 3}
        kinds = {each for each in near if each != id_ and knowledge.systems.within(each, id_)}
        made = [each for each in kinds if maker is not None and knowledge.is_made_by(each, maker)]
        return made[0] if len(made) == 1 else None

    def _of_both(self, noun: Noun, id_: str, paragraph: int) -> str:
        """The class of two kinds named side by side, where a general word means both: the two vessels."""
        if noun.head not in _THINGS or noun.quantity is None:
            return id_
        tree = self.memory.knowledge.systems
        for other, named_in, _ in reversed(self.memory.recent[-8:]):
            if paragraph - named_in <= 1 and not tree.related(other, id_):
                line = tree.line(other)
                common = next((each for each in tree.line(id_) if each in line), None)
                if common is not None and tree.parents.get(common) not in (None, EQUIPMENT) and common != EQUIPMENT:
                    return common
        return id_

    def _of_subject(self, noun: Noun, named: str) -> str | None:
        """What a class is said of: the Otrakovsky is a landing ship that left in May."""
        whole = noun.hypernym
        if whole is None or noun.determiner not in ("a", "an") or not any(verb.verb == "be" for verb, _ in noun.verbs):
            return None
        narrow = self.memory.meaning(whole.system, "system")
        within = narrow is not None and narrow != named and self.memory.knowledge.systems.within(narrow, named)
        return narrow if within else None

    def _named_later(self, noun: Noun, id_: str) -> str | None:
        """What a thing is of which the text only afterwards says what it was: a drone; the drone, a Hermes 450."""
        new = noun.determiner in ("a", "an") or (noun.quantity is not None and not noun.determiner)
        if not new or noun.system is None or noun.tail or id_ not in self.memory.knowledge.systems.children:
            return None
        count = noun.quantity.count if noun.quantity is not None else None
        plural = noun.system.word.endswith("s") or (count is not None and count.high != 1)
        return self.memory.identified.later(id_, self.memory.paragraph, plural=plural)

    def _are_people(self, id_: str) -> bool:
        return self.memory.knowledge.is_personnel(id_)

    def _means(self, noun: Noun) -> set[str | None]:
        """What the sentence before a phrase uses against something, and so is not what the phrase means."""
        before = (each for each in self.memory.nouns if each.end <= noun.start and each.prep in ("with", "by"))
        return {self.memory.meaning(each.system, "system") for each in before if _is_of_violence(each)} - {None}

    def _may_be_called(self, word: str, id_: str) -> bool:
        """Whether a general word fits what was named: "the batteries" are no lorries, and no men."""
        within = self.memory.knowledge.systems.within
        if self.memory.knowledge.is_personnel(id_):
            return False
        return word not in _SYSTEMS or any(within(id_, each) for each in _SYSTEM_KINDS)

    def _is_another(self, noun: Noun) -> bool:
        """Whether a phrase is of one more of what was named: another jet, a second missile."""
        ordinal = noun.quantity is not None and noun.quantity.unit == "ordinal"
        return not noun.owners and (noun.determiner == "another" or (ordinal and noun.determiner in ("a", "the")))

    def _are_several(self, noun: Noun, id_: str, newest: str, paragraph: int) -> bool:
        """Whether kinds of the class were named side by side, so that "the helicopters" are all of them."""
        tree = self.memory.knowledge.systems
        if noun.system is None or not noun.system.word.endswith("s"):
            return False
        beside = (each for each, named_in, _ in reversed(self.memory.recent) if named_in == paragraph)
        if not tree.within(newest, "uav"):
            beside = (each for each in beside if not tree.within(each, "uav"))  # nobody calls a drone a plane
        return any(tree.within(each, id_) and each != id_ and not tree.related(each, newest) for each in beside)

    def _doers(self, noun: Noun) -> set[str | None]:
        """What does something to "them", and so is not what they are."""
        verbs = [
            verb for each in (noun, noun.host) if each is not None for verb, role in each.verbs if role != "subject"
        ]
        return {self.memory.meaning(verb.subject.system, "system") for verb in verbs if verb.subject is not None}

    def _does_to_its_like(self, noun: Noun, id_: str) -> bool:
        """Whether what was named is what they do something with: they fired such missiles."""
        objects = (each for verb, role in noun.verbs if role == "subject" for each in verb.objects)
        named = (self.memory.meaning(each.system, "system") for each in objects)
        return any(each is not None and self.memory.knowledge.systems.within(id_, each) for each in named)

    def _fighters(self, noun: Noun, id_: str) -> str:
        """Fighters are people or aircraft."""
        assert noun.system is not None
        if noun.system.word.casefold() not in ("fighters", "fighter") or id_ == "combatants" or noun.tail:
            return id_
        return "combatants" if are_people(noun, self.memory) else id_

    def _only_one(self, noun: Noun, id_: str) -> str | None:
        """The one type that a text is on, of which it speaks by its class: the missiles, missiles."""
        if id_ not in _OF_TYPES or noun.owners or noun.made or noun.tail or noun.system is None:
            return None
        if noun.quantity is not None or noun.determiner not in ("the", "these", "those", ""):
            return None
        return self.memory.identified.only(id_, noun.system.word)

    def _prevailing(self, noun: Noun, id_: str) -> str:
        """A general word takes the sense that the text gives it: planes that are warplanes throughout."""
        assert noun.system is not None
        if id_ == "aircraft" and noun.tail == "":
            tree = self.memory.knowledge.systems
            sums: Counter[str] = Counter()
            for each, times in self.memory.prevailing.items():
                for kind in ("combat-aircraft", "transport-aircraft", "helicopter", "uav"):
                    if tree.within(each, kind):
                        sums[kind] += times
            if sums and not noun.negated and sums.most_common(1)[0][0] == "combat-aircraft":
                return "combat-aircraft"
        if id_ == "uav":
            around = self.memory.text[max(0, noun.start - 100) : noun.end + 120].casefold()
            if "strike" in around or _ARMED.search(around) is not None or "bomb" in around:
                return "armed-drone"
        if id_ == "mine" and not self.memory.tells_of_sea_mines:
            return "landmine" if "landmine" in self.memory.knowledge.parents["system"] else id_
        return id_

    def _troops(self, noun: Noun, id_: str) -> str:
        """The forces of a state are regular troops."""
        if id_ == "combatants" and (owner := self.memory.owner(noun)) is not None:
            if noun.system is not None and noun.system.word.casefold().split()[-1] in _IRREGULAR:
                pass
            elif self.memory.knowledge.force_kinds.get(owner) in ("state", "service"):
                return "regular-troops"
        if id_ == "combatants" and "syrian-fighters" in self.memory.knowledge.parents["system"]:
            nation = {self.memory.meaning(item, "force") for item in noun.owners}
            from_ = (self.memory.place_of(each) for each in noun.after if each.prep == "from")
            nation |= {self.memory.knowledge.places.root(place) for place in from_ if place is not None}
            sponsor = {self.memory.meaning(item, "force") for item in noun.backers}
            if "syria" in nation or "turkey" in sponsor:
                return "syrian-fighters"
        title = self.memory.knowledge.title("system", id_).split()
        if (
            len(title) == 2
            and title[0] in NATIONALITIES
            and title[1] in ("troops", "soldiers")
            and id_ != "regular-troops"
        ):
            return "regular-troops"
        if id_ in ("combatants", "militiamen") and self._are_jihadists(noun):
            return "jihadist-fighters"
        owner = self.memory.owner(noun) if id_ in ("combatants", "personnel") else None
        hired = owner is not None and self.memory.knowledge.force_kinds.get(owner) == "company"
        return "mercenaries" if hired else id_

    def _are_jihadists(self, noun: Noun) -> bool:
        """Whether fighters are those of a jihadist group: al-Shabaab gunmen."""
        owner = self.memory.owner(noun)
        within = self.memory.knowledge.forces.within
        known = "jihadist-fighters" in self.memory.knowledge.parents["system"]
        return known and owner is not None and any(within(owner, each) for each in _JIHADISTS)

    def is_weapon(self, id_: str) -> bool:
        tree = self.memory.knowledge.systems
        return any(
            tree.within(id_, each)
            for each in (
                "aircraft",
                "artillery",
                "missile",
                "air-defence",
                "warship",
                "anti-tank-missile",
                "sea-drone",
                "ammunition",
            )
        )


def _is_of_same(noun: Noun) -> bool:
    """Whether things are said to be of the type that was named: seven more of the same model."""
    return any(each.head in TYPES and any(item.word == "same" for item in each.items) for each in noun.of)


def _is_of_violence(noun: Noun) -> bool:
    """Whether a phrase is what something is done with that hurts: was attacked with drones."""
    verbs = (verb for verb, role in noun.verbs if role == noun.prep)
    return any(each.verb in HITS or (each.verb in FRAMES and FRAMES[each.verb].action in _VIOLENCE) for each in verbs)


def _is_mass(word: str) -> bool:
    """Whether a general word is of arms of all sorts, not of one type: the weapons that they have seized."""
    return word.casefold() in _MASS
