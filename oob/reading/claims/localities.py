"""Which place a phrase names or means: Misrata airport, the air base at Merowe, the city."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from oob.names import normal
from oob.reading.claims.discourse import Discourse
from oob.reading.grammar import lexicon
from oob.reading.grammar.syntax import Item, Noun

_FIELDS: Final = ("air base", "airbase", "airport", "airfield", "base")
_PLACES: Final = {
    **dict.fromkeys(("base", "airbase", "airfield", "airport", "aerodrome", "airstrip"), ("base",)),
    **dict.fromkeys(("city", "town", "village", "settlement", "capital", "port", "community", "township"), ("town",)),
    **dict.fromkeys(("region", "province", "oblast", "governorate", "district", "state"), ("region", "area")),
    **dict.fromkeys(("municipality", "county"), ("region", "area")),
    **dict.fromkeys(("regions", "provinces", "districts", "areas", "cities", "towns", "villages", "streets"), ()),
    **dict.fromkeys(("hills", "mountains", "countryside", "desert", "valley", "sky", "vicinity", "surroundings"), ()),
    **dict.fromkeys(("territory", "soil", "waters"), ()),
    **dict.fromkeys(("country",), ("country",)),
    **dict.fromkeys(("front", "direction", "sector", "axis", "frontline", "lines", "line"), ("front",)),
    **dict.fromkeys(("area", "skies", "airspace", "conflict", "part", "parts", "site", "place", "crossing"), ()),
}  # fmt: skip
"""By general word: the kinds of places that it may mean."""
_OF_TOWNS: Final = ("airport", "airfield", "airstrip", "port", "harbour", "harbor")
"""What is a town's, though its name stands for a government too: N'Djamena airport."""
_OF_STATES: Final = lexicon.bag("territory soil airspace skies sky waters")
"""What is a country's, by the adjective of its people: on Congolese soil, over Syrian territory."""
_FAR: Final = 12
"""Phrases between "it" and the place that it means."""
_SITES: Final = ("base", "town", "airport", "port")
_BARE: Final = ("",)
_WHERE: Final = ("to", "at", "in", "on", "into")
"""What a base that "it" means stands after, where it stands not alone."""
_HOURS: Final = lexicon.bag("dawn daybreak sunrise dusk sunset nightfall noon midday midnight night times time")
"""When it was, after "at", without a date."""
_PROVINCES: Final = frozenset({"province", "oblast", "governorate"})
_INSIDE: Final = frozenset({"of", "at", "in", "near", "outside", "from"})


class Localities(Discourse):
    """Tells which place a phrase is of."""

    def place_of(self, noun: Noun) -> str | None:
        """The place that a phrase names or means: "Misrata airport", "the air base at Merowe", "the city"."""
        if noun.entity is not None:
            return self.meaning(noun.entity, "place")
        kinds = _PLACES.get(noun.head.removesuffix("'s").removesuffix("’s"))
        if kinds is None and noun.head not in lexicon.BESIDE:
            return None
        if any(each.entity is None and each.items[-1].capital and each.time is None for each in noun.of):
            return None  # the Mediterranean port of somewhere
        for item in reversed(noun.owners):
            place = self.meaning(item, "place")
            if noun.head in _OF_STATES and (country := self._country_of(item)) is not None:
                return country
            town = (noun.head in _OF_TOWNS or noun.head in lexicon.BESIDE) and self.knowledge.place_kind(
                place
            ) == "town"
            if place is not None and (town or self.meaning(item, "force") is None):
                return self._part_of(place, noun.head)
        for each in (*noun.of, *noun.after):
            if each.prep in _INSIDE and (place := self.place_of(each)) is not None:
                return self._part_of(place, noun.head)
        alone = not any(each.prep in _INSIDE and not _is_time(each) for each in (*noun.of, *noun.after))
        if noun.system is None and alone and noun.determiner in ("the", "that", "this"):
            if not noun.owners or noun.held:
                return self._place_called(noun.head, kinds or ())
            return self._place_of_country(noun, kinds or ())
        return None

    def _country_of(self, item: Item) -> str | None:
        """The country whose people an adjective names: Congolese soil."""
        state = self.meaning(item, "force")
        if state is None or self.knowledge.force_kinds.get(state) != "state":
            return None
        title = normal(self.knowledge.title("force", state))
        named = (state, self.knowledge.by_name.get(("place", title)))
        return next((each for each in named if self.knowledge.place_kind(each) == "country"), None)

    def place_meant(self, it: Noun) -> str | None:
        """The base or town that "it" means where somebody takes it: the airbase was theirs until rebels overran it."""
        site = self.site_meant(it)
        return self.place_of(site) if site is not None else None

    def site_meant(self, it: Noun) -> Noun | None:
        """The phrase of the base or town that "it" means, if it can mean one."""
        at = bisect_left(self.nouns, it.start, key=lambda each: each.start)
        here = self.nouns[max(0, at - _FAR) : at]
        last = self.before[-1] if self.before else ()
        for preps, row in ((_BARE, here), (_WHERE, here), (_BARE, last), (_WHERE, last)):
            for each in reversed(row):
                if each.prep not in preps or each.head in lexicon.BESIDE:
                    continue
                if each.system is not None and not self.knowledge.is_personnel(
                    self.meaning(each.system, "system") or ""
                ):
                    return None
                if each.head in _FIELDS or self.knowledge.place_kind(self.place_of(each)) in _SITES:
                    return each
        return None

    def _place_of_country(self, noun: Noun, kinds: tuple[str, ...]) -> str | None:
        """The Syrian province, the Ukrainian city: one of that country that was named before."""
        country = self.meaning(noun.owners[-1], "force")
        if country is None or not {"region", "town"} & set(kinds):
            return None
        place = self._place_called(noun.head, kinds)
        return place if place is not None and self.knowledge.places.within(place, country) else None

    def _part_of(self, place: str, head: str) -> str:
        """The airport of a town, the east of a country, where the catalogue knows it; else the town or country."""
        if head in lexicon.COMPASS and self.knowledge.place_kind(place) == "country":
            title = self.knowledge.title("place", place)
            return self.knowledge.by_name.get(("place", normal(f"{head}ern {title}"))) or place
        if head not in _FIELDS or self.knowledge.place_kind(place) == "base":
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
        fitting = (each for each in reversed((*near, *here)) if self.knowledge.place_kind(each) in kinds)
        return next(fitting, None)

    def _province(self, place: str, head: str) -> str | None:
        """The region that a place is, or lies in, or has its name from."""
        kinds = self.knowledge.place_kinds
        namesake = self.knowledge.by_name.get(("place", normal(f"{self.knowledge.title('place', place)} {head}")))
        line = (*self.knowledge.places.line(place), namesake)
        return next((each for each in line if each is not None and kinds.get(each) == "region"), None)


def _is_time(noun: Noun) -> bool:
    """Whether a phrase only says when: in May, at dawn."""
    return noun.time is not None or (noun.prep == "at" and noun.head in _HOURS)
