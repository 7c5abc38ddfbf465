"""Which force a phrase names, and whose a thing is: Russian jets, Haftar's tanks, in service with the army."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.names import normal
from oob.reading.claims.anaphora import BEFORE, FORCE_HEADS, Anaphora, is_council
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import NATIONALITIES, both
from oob.reading.grammar.syntax import Item, Noun, first

_ENEMIES: Final = both("opponent enemy adversary") | lexicon.bag(
    "foe terrorists occupiers invaders aggressor occupants"
)
_SERVICE: Final = lexicon.bag("service use hands possession disposal inventory arsenal stock stocks ownership fleet")
"""Where things are that somebody has."""
_FRIENDS: Final = both("backer ally patron supporter partner sponsor supplier benefactor donor")
_PARTIES: Final = lexicon.bag("enemy rival ally neighbour neighbor side opponent foe")
_WHOSE: Final = ("its", "their", "his", "our")
_MAKE: Final = lexicon.bag("make manufacture origin design construction production")
"""What a thing is of that a nation has made: carriers of American make."""
_FOREIGN: Final = both("mercenary fighter rebel militant recruit")
"""Men of a country who need not be its own."""
_IRREGULAR: Final = both("fighter militant rebel insurgent mercenary combatant recruit") | {"militiamen", "gunmen"}
"""People who may be of a nation and fight for another."""
_REGULAR: Final = lexicon.bag("troops soldiers servicemen airmen sailors marines paratroopers")
"""Men whose nation is the one they fight for."""
_DEEP: Final = 12
"""As many phrases in a row explain one another in no text that is not made to be slow."""
_MOST: Final = lexicon.bag("most majority all many bulk part")
_SHIPS: Final = {
    "uss": "us-navy", "usns": "us-navy", "hms": "royal-navy", "hmas": "australia", "hmcs": "canada",
    "hnlms": "netherlands", "tcg": "turkish-navy", "roks": "south-korea",
}  # fmt: skip
"""What stands before a ship's name, by whose ship it is."""
_LONGEST: Final = 10
"""Words that a force's name may have at the beginning of a thing's."""
_WITHIN: Final = lexicon.bag("in at near over inside within across throughout around outside")


class Forces(Anaphora):
    """Tells which force a phrase is of, and whose a thing is."""

    def force_of(self, noun: Noun | None, depth: int = 0) -> str | None:
        """The force that a noun phrase is, or whose people it names."""
        if noun is None or depth > 4:
            return None
        if noun.pronoun:
            return self.force_meant(noun)
        if noun.entity is not None:
            if noun.prep in _WITHIN and self.meaning(noun.entity, "place") is not None:
                return None  # what happens in a country is not its doing
            return self.meaning(noun.entity, "force") or self.led_by(noun.entity)
        if (navy := self._navy(noun)) is not None:
            return navy
        if noun.head in _ENEMIES and not noun.listed:
            return self.other_side(self.speaking(noun))
        if noun.listed and depth == 0 and noun.head in _PARTIES:
            return next((force for each in noun.listed if (force := self.force_of(each, 1))), None)
        if self._are_proxies(noun):
            return None
        if noun.system is not None and (force := self._of_fighters(noun)) is not None:
            return force
        if noun.head in FORCE_HEADS or noun.system is not None:
            return self._of_people(noun, depth)
        return None

    def _navy(self, noun: Noun) -> str | None:
        """Whose a ship is, by what stands before its name: the destroyer USS Carney."""
        words = (word for item in noun.items if item.capital or item.tag == "S" for word in item.word.split())
        navies = (_SHIPS.get(word.casefold()) for word in words if word.isupper())
        return next((each for each in navies if each in self.knowledge.parents["force"]), None)

    def _are_proxies(self, noun: Noun) -> bool:
        """Whether people of a nation are another's, and so not its forces: Turkish-backed Syrian militants."""
        if not noun.backers or noun.system is None or noun.system.word.casefold() not in _IRREGULAR:
            return False
        return self.knowledge.force_kinds.get(self._named_owner(noun) or "") == "state"

    def _of_fighters(self, noun: Noun) -> str | None:
        """The force that the name of a system means, or has in it."""
        own = self.meaning(noun.system, "force")
        if own is not None or noun.system is None:
            return own
        if noun.owners and (owner := self.owner(noun)) is not None:
            return owner
        named = self._named_within(noun.system)
        words = noun.system.word.split()
        irregular = words[0] in NATIONALITIES and words[-1] not in _REGULAR
        return None if irregular else named  # "Syrian rebels" are not Syria

    def _of_people(self, noun: Noun, depth: int) -> str | None:
        """The force whose soldiers, jets or officials a phrase names; its backers are somebody else."""
        if noun.head in _FRIENDS and (noun.determiner in _WHOSE or noun.owners):
            return None
        if (force := self._named_owner(noun)) is not None:
            return force
        if noun.system is not None and (force := self._by_word_before(noun)) is not None:
            return force  # the army's drones
        for each in (*noun.of, *noun.after):
            things = noun.system is not None and noun.system.word.casefold() != "fighters" and not self.is_people(noun)
            if each.prep == "to" and things:
                continue  # aircraft to the army are not yet its own
            if each.prep == "from" and self.is_people(noun):
                band = self.force_of(each, depth + 1)
                if self.knowledge.force_kinds.get(band or "") in ("militia", "group", "company"):
                    return band  # rebels from the M23 group
            if each.prep in ("of", "to", "with", "under") and (force := self.force_of(each, depth + 1)) is not None:
                return force
        return self.self_reference(noun) if noun.determiner in _WHOSE else self.called(noun)

    def owner(self, noun: Noun) -> str | None:
        """The force whose the thing is: "Russian jets", "Haftar's tanks", "tanks of the army"."""
        if id(noun) in self.asked:
            return None  # in broken text two phrases may hang on each other
        self.asked.add(id(noun))
        try:
            return self._owner(noun)
        finally:
            self.asked.remove(id(noun))

    def _owner(self, noun: Noun) -> str | None:
        if (force := self._by_name(noun) or self._navy(noun)) is not None:
            return force
        if noun.hypernym is not None and noun.hypernym.system is not None:
            return self.owner(noun.hypernym) if len(self.asked) < _DEEP else None
        opening = noun.listed_with
        if opening is not None and not noun.determiner and noun.quantity is None and not noun.made:
            if opening.entity is not None and opening.system is None:
                if self.is_people(noun):
                    return None  # between Israel and militants
                return self.meaning(opening.entity, "force")
            return self.owner(opening) if opening.listed_with is None else None
        if (force := self._by_word_before(noun) or self.force_of(noun.possessor)) is not None:
            return force
        if (force := self._of_most(noun) or self._of_last(noun)) is not None:
            return force
        return self.self_reference(noun) if noun.determiner in _WHOSE else None

    def _of_most(self, noun: Noun) -> str | None:
        """Whose most of them are: 1,500 troops, most of them from the Emirates."""
        most = next((each for each in noun.listed if each.head in _MOST and each.set_off), None)
        them = most.of[0] if most is not None and most.of and most.of[0].pronoun == "them" else None
        origin = first(them.after, "from") if them is not None else None
        return self.force_of(origin)

    def _of_last(self, noun: Noun) -> str | None:
        """Whose the first of a list is, by what stands after the last of it: tanks and artillery of the army."""
        bare = not any(each.determiner or each.quantity or each.owners or each.after for each in (noun, *noun.listed))
        last = noun.listed[-1] if noun.listed and bare and not noun.of else None
        named = (self.force_of(each) for each in last.of) if last is not None and last.system is not None else ()
        return next((force for force in named if force is not None), None)

    def _by_name(self, noun: Noun) -> str | None:
        """The force that is named in a phrase or in those on it."""
        force = self.meaning(noun.system, "force") or self._named_owner(noun) or self._named_within(noun.system)
        if force is not None:
            return force
        named = (self.force_of(each) for each in noun.of if each.head not in _MAKE and each.pronoun != "them")
        return next((force for force in named if force is not None), None) or self.in_service(noun.after)

    def _named_owner(self, noun: Noun) -> str | None:
        """The force named before a thing, the nearest to it: "Russian jets"."""
        named = (self.meaning(item, "force") or self.led_by(item) for item in reversed(noun.owners))
        return next((force for force in named if force is not None), None)

    def led_by(self, item: Item) -> str | None:
        """The force of somebody who is named: "Assad's tanks", "forces loyal to Burhan"."""
        source = self.meaning(item, "source")
        is_person = source is not None and self.knowledge.source_kinds.get(source) == "person"
        return self.knowledge.force_behind(source) if source is not None and is_person else None

    def _by_word_before(self, noun: Noun) -> str | None:
        """The force that a general word before a thing means: "army tanks", "the group's drones"."""
        if is_council([item.word for item in noun.items]):
            return self.of_officers()
        for item in noun.items[:-1]:
            word = item.word.removesuffix("'s").removesuffix("’s")
            whose = item.tag == "N" and (word != item.word or (noun.system is not None and word in BEFORE))
            if whose and (force := self.force_called(word, self.speaking(noun))) is not None:
                return force
        return None

    def in_service(self, near: Sequence[Noun]) -> str | None:
        """Who has it by a turn of phrase: in service with the army, in the hands of militias, at its disposal."""
        for each in near:
            if each.prep in ("in", "at", "from") and each.head in _SERVICE:
                named = (
                    self.force_of(more) for more in (*each.of, *each.after) if more.prep in ("with", "of", "by", "in")
                )
                if (force := next((force for force in named if force), None) or self.owner(each)) is not None:
                    return force
        return None

    def _named_within(self, system: Item | None) -> str | None:
        """The force that the name of a thing begins with: "Syrian fighters", "Wagner mercenaries"."""
        words = system.word.split() if system is not None else []
        if words and words[0] in NATIONALITIES and words[-1] in _FOREIGN:
            return None  # Syrian mercenaries are not Syria's
        for end in range(min(len(words) - 1, _LONGEST), 0, -1):
            name = " ".join(words[:end])
            force = NATIONALITIES.get(name) or self.knowledge.by_name.get(("force", normal(name)))
            if force in self.knowledge.parents["force"]:
                return force
        return None
