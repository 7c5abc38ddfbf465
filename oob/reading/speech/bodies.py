"""Bodies that speak: states, ministries, armies, organisations, as phrases name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from oob.names import normal
from oob.reading.claims.memory import Memory
from oob.reading.grammar.lexicon import NATIONALITIES
from oob.reading.grammar.syntax import Item, Noun
from oob.reading.speech.speakers import MEDIA, MINISTRIES, OF_A_STATE, POSSESSIVE, Speaker

_BY_NAME: Final = frozenset({"myanmar", "united-arab-emirates", "new-zealand"})
"""Countries that the press puts before a noun by their own name: the Myanmar military."""


class Bodies:
    """Makes out the bodies that speak in one text."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.knowledge = memory.knowledge
        self.bodies: list[Speaker] = []
        """Those named so far, the newest last."""
        self.nouns: Sequence[Noun] = ()
        """The phrases of the sentence that is being read."""
        self._by_name: dict[tuple[tuple[str, str], ...], Speaker | None] = {}
        """By what a name means: the speaker that it stands for."""

    def source(self, item: Item | None) -> Speaker | None:
        """The speaker that a name stands for."""
        if item is None or item.mention is None:
            return None
        meanings = item.mention.meanings
        if meanings not in self._by_name:
            self._by_name[meanings] = self._meant(dict(meanings))
        return self._by_name[meanings]

    def _meant(self, meanings: Mapping[str, str]) -> Speaker | None:
        id_ = meanings.get("source")
        if id_ is not None:
            return self._known(id_)
        force = meanings.get("force")
        return self._of_force(force) if force is not None else None

    def _known(self, id_: str) -> Speaker:
        return Speaker(self.knowledge.title("source", id_), id_, self.knowledge.source_kinds.get(id_, "organisation"))

    def _of_force(self, force: str) -> Speaker:
        """The source that speaks for a force."""
        if (id_ := self.knowledge.speaker_for(force)) is not None:
            return replace(self._known(id_), party=force)
        return Speaker(self.knowledge.title("force", force), None, "organisation", party=force)

    def _named_before(self, word: str) -> Speaker | None:
        return next((each for each in reversed(self.bodies) if word in each.name.casefold()), None)

    def _body_of(self, noun: Noun) -> Speaker | None:
        """The ministry of defence of Armenia; Armenia's defence ministry; the general staff in Kyiv."""
        chain = [noun]
        for each in chain:
            chain += [more for more in (*each.of, *each.after) if more not in chain][:4]
        named = (*self._named_in(noun), *(item for each in reversed(chain[1:]) for item in self._named_in(each)))
        force = next((force for item in named if (force := self.memory.meaning(item, "force"))), None)
        if force is None and noun.determiner in POSSESSIVE:
            force = self._force_before(noun)
        if force is None:
            return None
        words = self.memory.text[noun.start : max(each.end for each in chain)].casefold()
        what = "defence" if "defen" in words else "foreign" if "foreign" in words else ""
        if noun.head == "ministry" and what:
            return self._titled(force, *MINISTRIES[what])
        own = " ".join(item.word for item in noun.items if item.tag in ("N", "J", "V") and item is not noun.entity)
        if own in OF_A_STATE:
            return self._service(force, own)
        if len(own.split()) >= 2 and noun.head in ("staff", "guard", "command", "directorate", "office"):
            return self._titled(force, own.title())
        found = self._of_force(force)
        return found if found.id is not None else None

    def _service(self, force: str, word: str) -> Speaker:
        """The Malian army, where Mali itself is what the text has named."""
        if self.knowledge.force_kinds.get(force) == "state" and word not in ("government", "authorities"):
            return self._titled(force, word)
        return self._of_force(force)

    def _titled(self, force: str, *titles: str) -> Speaker:
        """A body of a state: under one of these titles where the catalogue has it, else under the first."""
        country = self.knowledge.title("force", force)
        adjectives = [word for word, id_ in NATIONALITIES.items() if id_ == force]
        for name in (f"{each} {title}" for title in titles for each in (*adjectives, country)):
            id_ = self.knowledge.by_name.get(("source", normal(name)))
            if id_ is not None:
                return self._known(id_)
        return Speaker(f"{self._adjective(force)} {titles[0]}", None, "government", party=force)

    def _adjective(self, force: str) -> str:
        """What stands for a country before a noun."""
        adjectives = (word for word, id_ in NATIONALITIES.items() if id_ == force and force not in _BY_NAME)
        return next(adjectives, None) or self.knowledge.title("force", force)

    def _organisation(self, proper: list[str], noun: Noun) -> Speaker:
        name = " ".join(proper)
        if len(proper) == 1:
            below = noun.of[0].end if noun.of and noun.of[0].start - noun.end <= 8 else noun.end
            name = re.sub(r"^[Tt]he ", "", self.memory.text[noun.start : below])
        if (id_ := self.knowledge.by_name.get(("source", normal(name)))) is not None:
            return self._known(id_)
        kind = "outlet" if any(item.word in MEDIA for item in noun.items) else "organisation"
        found = Speaker(name, None, kind, party=self._party(noun) if kind != "outlet" and len(proper) < 3 else None)
        self.bodies.append(found)
        return found

    def _named_in(self, noun: Noun) -> Iterator[Item]:
        yield from (item for item in (*noun.owners, noun.entity) if item is not None)

    def _owner(self, noun: Noun) -> Item | None:
        return noun.entity or next((item for item in reversed(noun.owners) if item.mention), None)

    def _force_before(self, noun: Noun) -> str | None:
        """The force that "its" means in "its minister": the one that the sentence has named, else the text."""
        for each in reversed([other for other in self.nouns if other.end <= noun.start]):
            force = self.memory.meaning(each.entity, "force")
            if force is not None and each.prep not in ("to", "from", "in", "at"):
                return force
        return self.memory.force

    def _side_of(self, item: Item) -> str | None:
        """The force that a name is of, or that a source of that name speaks for: the Pentagon."""
        if (force := self.memory.meaning(item, "force")) is not None:
            return force
        source = self.memory.meaning(item, "source")
        return self.knowledge.force_behind(source) if source is not None else None

    def _party(self, noun: Noun, *more: Noun) -> str | None:
        """The force that a person belongs to, as far as the words beside his name tell."""
        owned = next((each for each in (noun, *more) if each.determiner in POSSESSIVE), None)
        if owned is not None and (force := self._force_before(owned)) is not None:
            return force
        beside = [noun, *more, *noun.listed, *([noun.listed_with] if noun.listed_with else [])]
        for each in (*beside, *(below for near in beside for below in (*near.of, *near.after))):
            for item in (*self._named_in(each), *each.items):
                if (force := self._side_of(item)) is not None:
                    return force
        return None
