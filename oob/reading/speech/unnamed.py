"""Speakers without a name: officials, witnesses, diplomats, as the text words them and tells one from another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from oob.names import normal
from oob.reading.claims.memory import Memory
from oob.reading.grammar.lexicon import BODIES, NATIONALITIES
from oob.reading.grammar.syntax import Item, Noun
from oob.reading.speech.bodies import Bodies
from oob.reading.speech.discourse import Discourse
from oob.reading.speech.speakers import (
    COUNTING,
    EXPERTS,
    IN_OFFICE,
    INDEFINITE,
    KNOWING,
    OF_A_BODY,
    OF_A_MINISTRY,
    OF_A_STATE,
    ORDINALS,
    PEOPLE,
    POSSESSIVE,
    PUT_IN_OFFICE,
    REGIONS,
    TELLS_APART,
    TITLED,
    Speaker,
    is_expert,
    plain,
)

_SERVICES: Final = ("army", "military", "navy")
_INSIDERS: Final = ("source", "insider")
"""Who speaks from inside of what he is in."""
_SPEAKS_FOR: Final = re.compile(r"(spokes(?:man|woman|person)) (?:for|of) (?:the )?(.+)")


class Unnamed:
    """Makes out the speakers of one text who have no name in it."""

    def __init__(self, memory: Memory, discourse: Discourse, bodies: Bodies, outlet: Speaker) -> None:
        self.memory = memory
        self.knowledge = memory.knowledge
        self.discourse = discourse
        self.bodies = bodies
        self.outlet = outlet

    def described(self, noun: Noun, named: Item | None, kin: str | None = None) -> Speaker:
        """Whom a phrase describes: somebody who spoke before, one of the catalogue, else as the text words him.

        `named` is whose he is, `kin` the unnamed official of the catalogue that he is one of.
        """
        if (man := self._man_of_body(noun)) is not None:
            return man
        pointed_at = noun.determiner in ("the", "this", "that", "these")
        if pointed_at and named is None and not (noun.of or noun.after) and (before := self._before(noun)) is not None:
            return before
        name = self.wording(noun)
        id_ = self.knowledge.by_name.get(("source", normal(name)))
        if id_ is not None and noun.determiner not in INDEFINITE and noun.quantity is None:
            return self.bodies.known(id_)
        return self._worded(noun, named, kin, name)

    def another(self, noun: Noun) -> Speaker | None:
        """The other, a second, another: one more of those who spoke before."""
        before = self.discourse.unnamed
        words = ({item.word for item in noun.items if item.tag != "D"} | {noun.head}) - {""}
        if before is None or len(noun.items) > 2 or len(words) != 1 or not words <= ORDINALS:
            return None
        what = before.name.rsplit(" of the ", 1)[-1]
        one = plain(what).split(" in ")[0].split(" familiar")[0].removesuffix("s")
        return replace(before, name=f"{self.memory.text[noun.start : noun.end].lower()} {one}", id=None)

    def _before(self, noun: Noun) -> Speaker | None:
        """Who "the official" is: somebody who spoke before."""
        person = self.discourse.person
        stem = noun.head.removesuffix("s")
        words = self.memory.text[noun.start : noun.end].partition(" ")[2]
        same = (each for each in reversed(self.discourse.unnamed_before) if each.name == words)
        like = (each for each in reversed(self.discourse.unnamed_before) if stem in each.name)
        unnamed = next(same, None) or next(like, None) or (self.discourse.unnamed if noun.head not in PEOPLE else None)
        single = noun.head in TITLED
        if single and person is not None and (self.discourse.last is person or unnamed is None):
            return person
        return unnamed

    # -- whose they are ----------------------------------------------------------------------------------------------

    def _worded(self, noun: Noun, named: Item | None, kin: str | None, name: str) -> Speaker:
        """Somebody under the wording that the text has for him, with the side that he is of."""
        inside = noun.head in IN_OFFICE or noun.head.removesuffix("s") in _INSIDERS  # a source in the SBU
        below = [each for each in (*noun.of, *noun.after) if inside or each.prep not in ("in", "at")]
        party = self.memory.meaning(named, "force") or self._party_of_kin(noun, kin)
        for each in below:
            party = party or self.memory.force_of(each)
        party = party or self._service(noun)
        its = next((each for each in (noun, *below) if each.determiner in POSSESSIVE), None)
        if its is not None and party is None:
            party, name = self._possessed(its, name, first=its is noun)
        known = self.discourse.in_office.get((party or "", noun.head))
        if known is not None and (its is not None or noun.determiner == "the"):
            return known
        if party is None and self._is_own_minister(noun):
            house = self.bodies.party_of(self.outlet)
            party = self.knowledge.forces.root(house) if house is not None else None
            name = f"{self.bodies.adjective(party)} {name}" if party is not None else name
        like = self.discourse.unnamed
        if named is None and like is not None and name.split()[:1] and name.split()[0] in ORDINALS:
            party = party or like.party
            name = _like(like, name) if kin is None else name
        name = _spokesman(self._cased(name, noun))
        return Speaker(name, None, "unnamed", party=party, expert=is_expert([noun]))

    def _service(self, noun: Noun) -> str | None:
        """The army of the country that the text is about, whose officer or source somebody is: an army source."""
        own = [item for item in noun.items if not (item.tag in "SE" and item.word.islower())]
        foreign = any(item.capital and not self._opens(item) for item in own)
        words = {word for item in noun.items for word in item.word.casefold().split()}
        word = next((each for each in _SERVICES if each in words), None)
        return self.memory.force_called(word) if word is not None and not foreign else None

    def _opens(self, item: Item) -> bool:
        """Whether a word begins a sentence."""
        return self.memory.text[max(0, item.start - 4) : item.start].rstrip(' “"«')[-1:] in ("", ".", "!", "?", ":")

    def _possessed(self, its: Noun, name: str, *, first: bool) -> tuple[str | None, str]:
        """The side and the wording of somebody who is "its": with the name of what "its" means."""
        if (house := self._house(its)) is not None:
            return self.bodies.party_of(house), re.sub(r"\b[Ii]ts\b", self._genitive(house, first), name, count=1)
        if (party := self.bodies.force_before(its)) is None:
            return None, name
        return party, re.sub(r"\bits\b", f"{self.knowledge.title('force', party)}'s", name, count=1)

    def _party_of_kin(self, noun: Noun, kin: str | None) -> str | None:
        """The side of one of the catalogue's unnamed officials, or of whom another has put in office."""
        if kin is not None and (force := self.knowledge.force_behind(kin)) is not None:
            return force
        text = self.memory.text
        by = (item for item in noun.items if PUT_IN_OFFICE.match(text, item.end))
        return next((force for item in by if (force := self.bodies.side_of(item)) is not None), None)

    def _is_own_minister(self, noun: Noun) -> bool:
        """Whether "the Minister of Defence" is that of the state whose body publishes the text."""
        return noun.determiner == "the" and noun.head in ("minister", "president", "commander", "ministry", "chief")

    def _man_of_body(self, noun: Noun) -> Speaker | None:
        """Who speaks for a body that a genitive without a name means: the Panel's inspectors."""
        match = OF_A_BODY.match(self.memory.text, noun.start, noun.end)
        if match is None or match["body"].casefold() not in BODIES - OF_A_STATE:
            return None
        body = self.discourse.body_called(match["body"].casefold())
        if body is None or body.kind == "outlet":
            return None
        force = self.bodies.party_of(body)
        if body.kind == "organisation" and noun.head in EXPERTS | {"inspectors", "monitors", "observers"}:
            return body  # what its people saw, it says
        name = body.name
        if match["what"].strip().casefold() in OF_A_MINISTRY and force is not None:
            name = f"{self.bodies.adjective(self.knowledge.forces.root(force))} {match['what']}{match['body']}"
        return Speaker(f"{name} {noun.head}", None, "unnamed", party=force, expert=is_expert([noun]))

    def _house(self, its: Noun) -> Speaker | None:
        """The body that "its" means in "its spokesman": the one that spoke last, if nobody is named in between."""
        body = self.discourse.topic or (self.discourse.body if self.discourse.last is self.discourse.body else None)
        if its.determiner != "its" or body is None or body.kind == "outlet":
            return None
        return None if any(each.entity is not None and each.end <= its.start for each in self.discourse.nouns) else body

    def _genitive(self, house: Speaker, first: bool) -> str:
        """A body's name in place of "its": the ministry spokesman; an adviser to the militia's commander."""
        name = house.name.removesuffix(" (as a speaker)")
        return name if first else f"{name}'" if name.endswith("s") else f"{name}'s"

    # -- how they are worded -----------------------------------------------------------------------------------------

    def wording(self, noun: Noun) -> str:
        """An unnamed speaker as the text words him, with what tells him from others."""
        end = noun.end
        for _ in range(3):
            more = next((each for each in self.discourse.nouns if end < each.start <= end + 12 and not each.time), None)
            if more is None or self.memory.text[end : more.start].strip() not in TELLS_APART:
                break
            end = more.end
        if (knowing := KNOWING.match(self.memory.text, end)) is not None:
            at = knowing.end()
            end = next((each.end for each in self.discourse.nouns if at - 1 <= each.start <= at + 4), end)
        name = " ".join(self.memory.text[noun.start : end].split())[:100]
        name = name.replace("U.S.", "US").replace("U.K.", "UK")
        for article in ("a ", "an ", "the ", "A ", "An ", "The "):
            name = name.removeprefix(article)
        return name

    def _cased(self, name: str, noun: Noun) -> str:
        """A wording without the capital that it owes to the beginning of a sentence alone."""
        first = name.partition(" ")[0]
        text = self.memory.text
        before = text[max(0, noun.start - 4) : noun.start].rstrip(' “"«')[-1:]
        named = noun.items[0].tag == "E" and noun.items[0].start == noun.start
        opens = text.startswith(first, noun.start) and before in ("", ".", "!", "?", ":") and not named
        if not opens or first in NATIONALITIES or first in REGIONS or first[1:] != first[1:].lower():
            return name
        return name[:1].lower() + name[1:]


def _like(before: Speaker, name: str) -> str:
    """A third official, after two American ones: a third American official."""
    adjective = next((word for word in before.name.split() if word[0].isupper() and word not in COUNTING), "")
    number, _, rest = name.partition(" ")
    return f"{number} {adjective} {rest}" if adjective else name


def _spokesman(name: str) -> str:
    """A spokesman's wording, whichever way round it is written: a spokesman for the army, the army's spokesman."""
    if (turned := _SPEAKS_FOR.fullmatch(name)) is not None:
        return f"{turned[2]} {turned[1]}"
    return re.sub(r"['’]s (?=spokes(?:man|woman|person)$)", " ", name)
