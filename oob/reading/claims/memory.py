"""Whom and what a text has spoken of so far: which force "they" are, whose "its tanks" are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from oob.names import normal
from oob.reading.claims.found import Found
from oob.reading.claims.imagery import Imagery
from oob.reading.claims.war import War
from oob.reading.expressions.dates import TimeMention
from oob.reading.gazetteer import Mention
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import NATIONALITIES
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.reading.knowledge import Knowledge
from oob.vocabulary import ACTIONS

_FORCE_HEADS: Final = lexicon.bag(
    "forces force troops army militia militias government military fighters allies contractors pilots side soldiers"
    " units air navy commanders rebels militants insurgents authorities crews mercenaries operatives personnel"
    " brigade brigades militiamen administration state ministry regime coalition command servicemen paramilitaries"
    " gunmen drones jets aircraft warplanes country vessel vessels ship ships warship frigate patrol planes"
    " helicopters battalion battalions division divisions corps defences defenses gunships snipers battery batteries"
    " crew officers agents police spies junta men artillery representatives officials engineers sappers gunners"
    " guard guards strike strikes paratroopers marines infantry defenders attackers separatists jihadists sailors"
    " airmen warships regiment regiments loyalists factions opposition garrison tankers formations group groups"
    " rulers leaders leadership faction movement alliance organisation organization party council"
)
"""Nouns for those who fight, and for what they fight with."""
_ARMED: Final = ("service", "state", "government")
_BAND: Final = ("militia", "company", "group", "coalition")
_REBELS: Final = ("militia", "group", "coalition")
_CALLED: Final = {
    **dict.fromkeys(("army", "military", "navy", "forces"), _ARMED),
    **dict.fromkeys(("group", "militia", "militias", "movement", "faction", "company", "front", "alliance"), _BAND),
    **dict.fromkeys(("rebel", "rebels", "militant", "militants", "insurgent", "insurgents", "opposition"), _REBELS),
    **dict.fromkeys(("jihadist", "jihadists", "paramilitary", "paramilitaries", "separatist", "separatists"), _REBELS),
    **dict.fromkeys(("government", "junta", "regime", "authorities"), ("state", "government")),
}  # fmt: skip
"""By general word: the kinds of forces that it may mean."""
_BEFORE: Final = frozenset(_CALLED) - {"military", "forces", "group", "movement", "company", "front"}
"""Those that tell whose a thing is where they stand before it: army tanks; but military trucks are anybody's."""
_ENEMIES: Final = lexicon.bag(
    "opponent opponents enemy enemies adversary adversaries foe terrorists occupiers invaders aggressor occupants"
)
_SERVICE: Final = lexicon.bag("service use hands possession disposal inventory arsenal stock stocks ownership fleet")
"""Where things are that somebody has."""
_FIELDS: Final = ("air base", "airbase", "airport", "airfield", "base")
_PLACES: Final = {
    **dict.fromkeys(("base", "airbase", "airfield", "airport", "aerodrome", "airstrip"), ("base",)),
    **dict.fromkeys(("city", "town", "village", "settlement", "capital", "port", "community"), ("town",)),
    **dict.fromkeys(("region", "province", "oblast", "governorate", "district", "state"), ("region", "area")),
    **dict.fromkeys(("regions", "provinces", "districts", "areas", "cities", "towns", "villages", "streets"), ()),
    **dict.fromkeys(("hills", "mountains", "countryside", "desert", "valley", "sky", "vicinity", "surroundings"), ()),
    **dict.fromkeys(("country",), ("country",)),
    **dict.fromkeys(("front", "direction", "sector", "axis", "frontline", "lines", "line"), ("front",)),
    **dict.fromkeys(("area", "skies", "airspace", "conflict", "part", "parts", "site", "place"), ()),
}  # fmt: skip
"""By general word: the kinds of places that it may mean."""
_PROVINCES: Final = frozenset({"province", "oblast", "governorate"})
_WITHIN: Final = lexicon.bag("in at near over inside within across throughout around outside")
_INSIDE: Final = frozenset({"of", "at", "in", "near", "outside", "from"})


class Memory:
    """What is remembered of a text while its sentences are read."""

    def __init__(
        self, knowledge: Knowledge, document: str, named: Sequence[tuple[str, Sequence[Mention]]] | None = None
    ) -> None:
        """`named`: the lines of the document with what is named in each, where somebody has looked already."""
        self.knowledge = knowledge
        self.document = document
        self.war = War(knowledge, document, named)
        self.imagery = Imagery(knowledge, document, named or ())
        """The pictures that the text looks at."""
        self.text = ""
        """The paragraph that is being read."""
        self.offset = 0
        """Where it begins in the document."""
        self.recent: list[tuple[str, int, str | None]] = []
        """Systems named so far, with their paragraph and whose they are, the newest last."""
        self.verbs: Sequence[Verb] = ()
        self._nouns: Sequence[Noun] = ()
        self.before: list[Sequence[Noun]] = []
        """The phrases of the sentences before in this paragraph."""
        self.prevailing: Counter[str] = Counter()
        """How often each system is named in the whole text."""
        self.places: list[tuple[str, int]] = []
        """Places named so far, with their paragraph, the newest last."""
        self.force: str | None = None
        self._said: Sequence[tuple[int, int, str]] = ()
        self.forces: list[tuple[str, int]] = []
        """Forces named so far, with their paragraph, the newest last."""
        self.here: list[str] = []
        """Forces named in this sentence."""
        self.holders: dict[str, tuple[str, int]] = {}
        """By system: who has it by the last claim, and in which paragraph that stands."""
        self.deal: tuple[Found, int] | None = None
        """The gift or delivery claimed last, with its paragraph."""
        self.spoken_of: tuple[int, str] | None = None
        """The subject named last in this sentence: where, and which force."""
        self.losses: dict[str, tuple[str, dict[str, tuple[str, ...]], TimeMention | None, int]] = {}
        """By system: the loss told last, with where and when."""
        self.voice: str | None = None
        """The force that spoke last: "his men"."""
        self.leader: str | None = None
        """The force of the person named last: "he has armour"."""
        self.paragraph = 0

    def begin(self, text: str, offset: int, paragraph: int) -> None:
        """Another paragraph is read."""
        self.text, self.offset, self.paragraph = text, offset, paragraph
        self.before, self._nouns = [], ()

    @property
    def nouns(self) -> Sequence[Noun]:
        """The phrases of the sentence that is being read."""
        return self._nouns

    @nouns.setter
    def nouns(self, nouns: Sequence[Noun]) -> None:
        self.before.append(self._nouns)
        del self.before[:-4]
        self._nouns = nouns
        self.imagery.see(nouns, self.paragraph)

    @property
    def place(self) -> str | None:
        """The place named last."""
        return self.places[-1][0] if self.places else None

    @place.setter
    def place(self, place: str) -> None:
        self.places.append((place, self.paragraph))
        del self.places[:-60]

    @property
    def said(self) -> Sequence[tuple[int, int, str]]:
        """Which forces speak in this sentence, each with the stretch that it stands for."""
        return self._said

    @said.setter
    def said(self, said: Sequence[tuple[int, int, str]]) -> None:
        self._said = said
        if said:
            self.voice = said[-1][2]

    @cached_property
    def tells_of_sea_mines(self) -> bool:
        """Whether the text has words that make its mines sea mines."""
        words = self.document.casefold()
        return any(each in words for each in ("naval mine", "sea mine", "minesweep", "minelay"))

    def meaning(self, item: Item | None, kind: str) -> str | None:
        """The id that a name has as a kind of thing."""
        if item is not None and item.mention is not None:
            for each, id_ in item.mention.meanings:
                if each == kind:
                    return id_
        return None

    def force_of(self, noun: Noun | None, depth: int = 0) -> str | None:
        """The force that a noun phrase is, or whose people it names."""
        if noun is None or depth > 4:
            return None
        if noun.pronoun:
            if noun.pronoun == "he":
                return self.leader
            if noun.pronoun not in ("they", "it", "them", "we"):
                return None
            newest = self.recent[-1] if self.recent else None
            if (
                noun.pronoun == "they"
                and newest is not None
                and newest[2]
                and self.paragraph - newest[1] <= 1
                and self.spoken_of is None
            ):
                return newest[2]
            return self.self_reference(noun) or (newest[2] if newest else None)
        if noun.entity is not None:
            if noun.prep in _WITHIN and self.meaning(noun.entity, "place") is not None:
                return None  # what happens in a country is not its doing
            return self.meaning(noun.entity, "force")
        if noun.head in _ENEMIES and not noun.listed:
            return self.other_side(self.speaking(noun))
        if (
            noun.listed
            and depth == 0
            and noun.head in ("enemy", "rival", "ally", "neighbour", "neighbor", "side", "opponent", "foe")
        ):
            return next((force for each in noun.listed if (force := self.force_of(each, 1))), None)
        if noun.system is not None:
            own = self.meaning(noun.system, "force")
            if own is not None:
                return own
            if noun.owners and (owner := self.owner(noun)) is not None:
                return owner
            named = self._named_within(noun.system)
            if named is not None and noun.system.word.split()[0] not in NATIONALITIES:
                return named  # "Wagner fighters"; but "Syrian rebels" are not Syria
        if noun.head in _FORCE_HEADS or noun.system is not None:
            for item in reversed(noun.owners):
                if (force := self.meaning(item, "force")) is not None:
                    return force
            for each in (*noun.of, *noun.after):
                if each.prep == "to" and noun.system is not None and not self._is_people(noun):
                    continue  # aircraft to the army are not yet its own
                if each.prep in ("of", "to", "with", "under") and (force := self.force_of(each, depth + 1)) is not None:
                    return force
            if noun.determiner in ("its", "their", "his", "our"):
                return self.self_reference(noun)
            return self._called(noun)
        return None

    def _is_people(self, noun: Noun) -> bool:
        """Whether a phrase is of people, or of no system."""
        return noun.system is None or self.knowledge.is_personnel(self.meaning(noun.system, "system") or "")

    def other_side(self, force: str | None) -> str | None:
        """Whom a force fights: one named in this sentence, else by what the whole text tells."""
        if force is None:
            return None
        here = (each for each in reversed(self.here) if self.war.are_enemies(each, force))
        return next(here, None) or self.war.likely_enemy(force)

    def another(self, force: str) -> str | None:
        """The force named last that is none of another's."""
        tree = self.knowledge.forces
        root = tree.root(force)
        return next((each for each, _ in reversed(self.forces) if tree.root(each) != root), None)

    def force_called(self, word: str, speaking: str | None = None) -> str | None:
        """The force named last that a general word fits: "the army", "the group"; a state speaks of its own army."""
        kinds = _CALLED.get(word)
        if kinds is None:
            return None
        if kinds[0] == "service" and self.knowledge.force_kinds.get(speaking or "") in _ARMED:
            return speaking
        if kinds[0] != "service":
            named = [each for each in self.forces if self.knowledge.force_kinds.get(each[0]) in kinds]
            here = [force for force, paragraph in named if paragraph == self.paragraph]
            return here[-1] if here else named[-1][0] if named else self.war.service(word)
        named = [each for each in self.forces if self._is_service(each[0], word)]
        here = [force for force, paragraph in named if paragraph == self.paragraph]
        if here:
            return here[-1]
        return self.war.service(word) or (Counter(force for force, _ in named).most_common(1)[0][0] if named else None)

    def _is_service(self, force: str, word: str) -> bool:
        """Whether a force is somebody's army, or calls itself one."""
        return (
            self.knowledge.force_kinds.get(force) == "service"
            or word in self.knowledge.title("force", force).casefold()
        )

    def enemy_of(self, noun: Noun) -> str | None:
        """Of "the enemy's losses": the side that is not the speaker's."""
        if not any(item.word.startswith(("enemy", "opponent", "adversary")) for item in noun.items):
            return None
        return self.other_side(self.speaking(noun) or self.force)

    def speaking(self, noun: Noun) -> str | None:
        """The force whose words a phrase stands in."""
        return next((force for start, end, force in reversed(self.said) if start <= noun.start < end), None)

    def _called(self, noun: Noun) -> str | None:
        """The force that a general word means: "the army", "rebels", "government troops"."""
        words = [item.word for item in noun.items if item.tag in "NJV"]
        for word in words[:-1]:
            if word in _BEFORE and (force := self.force_called(word, self.speaking(noun))) is not None:
                return force
        if self._is_people(noun) and noun.determiner in ("the", "") and len(words) <= 1:
            return self.force_called(noun.head.rsplit(" ", 1)[-1].casefold(), self.speaking(noun))
        return None

    def self_reference(self, noun: Noun) -> str | None:
        """Whom "it", "its", "they" and "our" mean: the subject named last, in what is said else the speaker."""
        own = noun.determiner == "our" or noun.pronoun == "we"
        if noun.determiner == "their" or noun.pronoun == "they":
            speaking = self.speaking(noun)
            if speaking is not None and any(each.pronoun == "we" or each.determiner == "our" for each in self.nouns):
                return self.other_side(speaking)  # we shot down their drone
        for start, end, force in reversed(self.said):
            if start <= noun.start < end:
                if not own and self.spoken_of is not None and self.spoken_of[0] > start:
                    return self.spoken_of[1]
                return force
        if own:
            return self.voice
        if noun.determiner == "his":
            return self.leader or self.voice
        if self.spoken_of is not None:
            return self.spoken_of[1]
        if self._follows_stranger(noun):
            return None
        return self.here[-1] if self.here else self.force

    def _follows_stranger(self, noun: Noun) -> bool:
        """Whether the doer before is a group that the catalogue does not know: it is no other one."""
        doers = [
            each for each in self.nouns if each.end <= noun.start and any(role == "subject" for _, role in each.verbs)
        ]
        group = doers[-1] if doers else None
        named = group is not None and (group.head in _FORCE_HEADS or group.head in _CALLED or group.items[-1].capital)
        return named and group is not None and not group.pronoun and group.entity is None and group.system is None

    def owner(self, noun: Noun) -> str | None:
        """The force whose the thing is: "Russian jets", "Haftar's tanks", "tanks of the army"."""
        own = self.meaning(noun.system, "force")
        if own is not None:
            return own
        for item in reversed(noun.owners):
            if (force := self.meaning(item, "force")) is not None:
                return force
        if (named := self._named_within(noun.system)) is not None:
            return named
        for each in noun.of:
            if (force := self.force_of(each)) is not None:
                return force
        if (force := self.in_service(noun.after)) is not None:
            return force
        if noun.hypernym is not None and noun.hypernym.system is not None:
            return self.owner(noun.hypernym)
        first = noun.listed_with
        if first is not None and not noun.determiner and noun.quantity is None and not noun.made:
            if first.entity is not None and first.system is None:
                return self.meaning(first.entity, "force")
            return self.owner(first) if first.listed_with is None else None
        for item in noun.items:
            word = item.word.removesuffix("'s").removesuffix("’s")
            whose = item.tag == "N" and (word != item.word or (noun.system is not None and word in _BEFORE))
            if (
                whose
                and item is not noun.items[-1]
                and (force := self.force_called(word, self.speaking(noun))) is not None
            ):
                return force
        if noun.possessor is not None and (force := self.force_of(noun.possessor)) is not None:
            return force
        if noun.determiner in ("its", "their", "his", "our"):
            return self.self_reference(noun)
        return None

    def in_service(self, near: Sequence[Noun]) -> str | None:
        """Who has it by a turn of phrase: in service with the army, in the hands of militias, at its disposal."""
        for each in near:
            if each.prep in ("in", "at", "from") and each.head in _SERVICE:
                named = (self.force_of(more) for more in (*each.of, *each.after) if more.prep in ("with", "of", "by"))
                if (force := next((force for force in named if force), None) or self.owner(each)) is not None:
                    return force
        return None

    def _named_within(self, system: Item | None) -> str | None:
        """The force that the name of a thing begins with: "Syrian fighters", "Wagner mercenaries"."""
        words = system.word.split() if system is not None else []
        for end in range(len(words) - 1, 0, -1):
            first = " ".join(words[:end])
            force = NATIONALITIES.get(first) or self.knowledge.by_name.get(("force", normal(first)))
            if force in self.knowledge.parents["force"]:
                return force
        return None

    def owner_before(self, system: str | None, *, claimed: bool = True, alike: bool = True) -> str | None:
        """Whose the thing was when it was last spoken of, or, if asked, who had it by the last claim.

        `alike`: whether a kind of it or its class may be meant too, as by "the aircraft".
        """
        if system is None:
            return None
        holder, since = self.holders.get(system, (None, 0)) if claimed else (None, 0)
        for id_, paragraph, owner in reversed(self.recent):
            if self.paragraph - paragraph > 3 or (holder is not None and paragraph <= since):
                break
            if owner is not None and (id_ == system or (alike and self.knowledge.systems.related(id_, system))):
                return owner
        return holder

    def hold(self, one: Found) -> None:
        """Remembers who has a thing after what is claimed of it, and who is given things."""
        effect = ACTIONS[one.action].effect
        if one.action in ("delivered", "supplied"):
            self.deal = (one, self.paragraph)
        holder = one.opponent if effect == "exchange" else one.operator
        holder = holder or (one.beneficiary if effect == "arrival" else None)
        if holder is not None and one.system is not None and effect in ("presence", "arrival", "exchange", "use"):
            self.holders[one.system] = (holder, self.paragraph)

    def place_of(self, noun: Noun) -> str | None:
        """The place that a phrase names or means: "Misrata airport", "the air base at Merowe", "the city"."""
        if noun.entity is not None:
            return self.meaning(noun.entity, "place")
        kinds = _PLACES.get(noun.head.removesuffix("'s").removesuffix("’s"))
        if kinds is None and noun.head not in lexicon.BESIDE:
            return None
        for item in reversed(noun.owners):
            if (place := self.meaning(item, "place")) is not None and self.meaning(item, "force") is None:
                return self._part_of(place, noun.head)
        for each in (*noun.of, *noun.after):
            if each.prep in _INSIDE and (place := self.place_of(each)) is not None:
                return self._part_of(place, noun.head)
        alone = not any(each.prep in _INSIDE and each.time is None for each in (*noun.of, *noun.after))
        if noun.system is None and alone and noun.determiner in ("the", "that", "this"):
            if not noun.owners:
                return self._place_called(noun.head, kinds or ())
            return self._place_of_country(noun, kinds or ())
        return None

    def _place_of_country(self, noun: Noun, kinds: tuple[str, ...]) -> str | None:
        """The Syrian province, the Ukrainian city: one of that country that was named before."""
        country = self.meaning(noun.owners[-1], "force")
        if country is None or not {"region", "town"} & set(kinds):
            return None
        place = self._place_called(noun.head, kinds)
        return place if place is not None and self.knowledge.places.within(place, country) else None

    def _part_of(self, place: str, head: str) -> str:
        """The airport of a town, where the catalogue knows it; else the town."""
        if head not in _FIELDS or self.knowledge.place_kinds.get(place) == "base":
            return place
        title = self.knowledge.title("place", place)
        named = (self.knowledge.by_name.get(("place", normal(f"{title} {word}"))) for word in (head, *_FIELDS))
        return next((each for each in named if each is not None), place)

    def _place_called(self, head: str, kinds: tuple[str, ...]) -> str | None:
        """The place named last that a general word fits."""
        if head == "capital":
            return self.war.capital
        if head in ("area", "place", "site"):
            return self.place
        here = [self.meaning(noun.entity, "place") for sentence in self.before for noun in sentence]
        near = [place for place, paragraph in self.places if self.paragraph - paragraph <= 2]
        if head in _PROVINCES:
            around = (self._province(each, head) for each in reversed((*near, *here)) if each is not None)
            if (province := next((each for each in around if each is not None), None)) is not None:
                return province
        fitting = (each for each in reversed((*near, *here)) if self.knowledge.place_kinds.get(each or "") in kinds)
        return next(fitting, None)

    def _province(self, place: str, head: str) -> str | None:
        """The region that a place is, or lies in, or has its name from."""
        kinds = self.knowledge.place_kinds
        namesake = self.knowledge.by_name.get(("place", normal(f"{self.knowledge.title('place', place)} {head}")))
        line = (*self.knowledge.places.line(place), namesake)
        return next((each for each in line if each is not None and kinds.get(each) == "region"), None)
