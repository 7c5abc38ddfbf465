"""Bodies that speak: states, ministries, armies, organisations, as phrases name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from oob.names import normal
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, NATIONALITIES
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.reading.speech.discourse import Discourse
from oob.reading.speech.speakers import (
    BRANCHES,
    MEDIA,
    MINISTRIES,
    OF_A_STATE,
    OF_FORCES,
    OF_OTHER,
    POSSESSIVE,
    REBELS,
    Speaker,
)

_BY_NAME: Final = frozenset({"myanmar", "united-arab-emirates", "new-zealand"})
"""Countries that the press puts before a noun by their own name: the Myanmar military."""


_DATELINE: Final = re.compile(
    r"^([A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?)(?:, [A-Z][a-z]+)? ?(?:,|\(|—|–|-|/)", re.MULTILINE
)
_CALLED: Final = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
_NAMED_FOR: Final = re.compile(rf"(?: (?:of|for|on)(?: the)? {_CALLED}(?: and {_CALLED})?){{1,3}}(?!\w)")
"""How the name of a body goes on: the Institute for Strategic Studies, the Centre on Conflict and Aid."""
_HEAD: Final = 2000
"""Characters at the beginning of a text in which its dateline stands."""


class Bodies:
    """Makes out the bodies that speak in one text."""

    def __init__(self, memory: Memory, discourse: Discourse) -> None:
        self.memory = memory
        self.knowledge = memory.knowledge
        self.discourse = discourse
        self._by_name: dict[tuple[tuple[str, str], ...], Speaker | None] = {}
        """By what a name means: the speaker that it stands for."""

    # -- by name -----------------------------------------------------------------------------------------------------

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
            return self.known(id_)
        force = meanings.get("force")
        return self.of_force(force) if force is not None else None

    def known(self, id_: str) -> Speaker:
        """A source of the catalogue as a speaker."""
        return Speaker(self.knowledge.title("source", id_), id_, self.knowledge.source_kinds.get(id_, "organisation"))

    def of_force(self, force: str) -> Speaker:
        """The source that speaks for a force."""
        if (id_ := self.knowledge.speaker_for(force)) is not None:
            return replace(self.known(id_), party=force)
        return Speaker(self.knowledge.title("force", force), None, "organisation", party=force)

    def organisation(self, proper: list[str], noun: Noun) -> Speaker:
        """A body under a name that the catalogue need not have."""
        name = " ".join(proper)
        if (more := _NAMED_FOR.match(self.memory.text, noun.end)) is not None:
            name += more[0]
        elif len(proper) == 1:
            below = noun.of[0].end if noun.of and noun.of[0].start - noun.end <= 8 else noun.end
            name = re.sub(r"^[Tt]he ", "", self.memory.text[noun.start : below])
        if (id_ := self.knowledge.by_name.get(("source", normal(name)))) is not None:
            return self.known(id_)
        kind = "outlet" if any(item.word in MEDIA for item in noun.items) else "organisation"
        found = Speaker(name, None, kind, party=self.party(noun) if kind != "outlet" and len(proper) < 3 else None)
        self.discourse.bodies.append(found)
        return found

    def unattributed(self) -> Speaker:
        """Nobody in particular, where something is only reported."""
        id_ = self.knowledge.by_name.get(("source", "unattributedreports"))
        return Speaker("unattributed reports", id_, "unnamed")

    def outlet(self, proper: list[str], noun: Noun) -> Speaker:
        """A medium by a name before a general word: the Anadolu news agency, Al-Masirah television."""
        name = " ".join(proper)
        for called in (name, f"{name} {noun.head}"):
            if (id_ := self.knowledge.by_name.get(("source", normal(called)))) is not None:
                return self.known(id_)
        return Speaker(name, None, "outlet")

    # -- as a phrase describes them ----------------------------------------------------------------------------------

    def of_noun(self, noun: Noun, named: Item | None) -> Speaker | None:
        """The army, the Malian army, its defence ministry, the group."""
        head = noun.head
        if head in MEDIA and (medium := self.source(named)) is not None and medium.kind == "outlet":
            return medium  # Turkey's Anadolu news agency
        if head == "office" and (owner := self.source(named)) is not None and owner.kind == "person":
            words = self.memory.text[noun.start : noun.end]
            return Speaker(words, None, "organisation", party=self.memory.meaning(named, "force"))
        alone = head in OF_A_STATE and noun.determiner == "the" and len(noun.items) == 2
        if alone and (called := self._state_called(head)) is not None:
            return self._service(called, head)
        found = self.of_state(noun) or self._branch(noun)
        placed = next((item for item in noun.items[:-1] if self.memory.meaning(item, "place") is not None), None)
        if found is None and placed is not None:  # the Tobruk government
            words = self.memory.text[placed.start : noun.end]
            return Speaker(words, None, "government" if head == "government" else "organisation")
        if found is None and head == "ministry" and self.discourse.named(head) is None:
            home = self.home or self.acting
            what = next((title for word, title in MINISTRIES.items() if word[:6] in self._words(noun)), None)
            found = self._titled(home, *what) if what is not None and home is not None else None
        if found is None and named is not None and self.memory.meaning(named, "force") is None:
            found = self.source(named)  # the Ukrainian intelligence directorate
        if found is None and noun.determiner == "the" and len(noun.items) > 2:
            force = self.memory.called(noun)  # the rebel group
            found = self.of_force(force) if force is not None else None
        if found is None and noun.determiner in ("the", "its", "this", "that"):
            found = self._called(head)
        if found is None and named is not None:
            found = self.source(named)
        words = self.memory.text[noun.start : noun.end]
        if found is None and noun.determiner == "the" and head == "service" and noun.of:
            name = self.memory.text[noun.start + len("the ") : noun.of[0].end]  # the press service of the 110th Brigade
            return Speaker(name, None, "organisation", party=self.memory.force_of(noun.of[0]))
        if found is None and noun.determiner == "the":
            return Speaker(words.lower(), None, "unnamed")
        if found is None and noun.determiner in ("a", "an") and not noun.of:
            return Speaker(words.partition(" ")[2], None, "unnamed")
        return found

    def of_state(self, noun: Noun) -> Speaker | None:
        """The ministry of defence of Armenia; Armenia's defence ministry; the general staff in Kyiv."""
        chain = [noun]
        for each in chain:
            chain += [more for more in (*each.of, *each.after) if more not in chain][:4]
        named = (*self._named_in(noun), *(item for each in reversed(chain[1:]) for item in self._named_in(each)))
        force = next((force for item in named if (force := self.memory.meaning(item, "force"))), None)
        if force is None and noun.determiner in POSSESSIVE:
            force = self.force_before(noun)
        if force is None:
            return None
        words = self.memory.text[noun.start : max(each.end for each in chain)].casefold()
        what = "defence" if "defen" in words else "foreign" if "foreign" in words else ""
        if noun.head == "ministry" and what:
            return self._titled(force, *MINISTRIES[what])
        if noun.head == "ministry" and (other := OF_OTHER.search(words)) is not None:
            return self._titled(force, f"{other[1] or other[2]} ministry")
        if noun.head in MEDIA and " state" in words:
            return replace(self._titled(force, f"state {noun.head}"), kind="outlet")
        own = " ".join(item.word for item in noun.items if item.tag in ("N", "J", "V") and item is not noun.entity)
        if own in OF_A_STATE:
            return self._service(force, own)
        if own in BRANCHES and self.knowledge.force_kinds.get(force) == "state":
            return self._titled(force, own.title())
        if len(own.split()) >= 2 and noun.head in ("staff", "guard", "command", "directorate", "office"):
            return self._titled(force, own.title())
        found = self.of_force(force)
        return found if found.id is not None else None

    def _state_called(self, word: str) -> str | None:
        """Whose army or junta a text speaks of: a junta's country is the one that the text is about."""
        called = self.memory.force_called(word) if word not in ("junta", "regime") else None
        if called is not None or word in REBELS or word in ("militia", "forces"):
            return called
        kinds = self.knowledge.force_kinds
        named = Counter(force for force, _ in self.memory.forces if kinds.get(force) == "state")
        return named.most_common(1)[0][0] if named else self.memory.force_called(word)

    def _called(self, head: str) -> Speaker | None:
        """The body named last that a word fits: no state, and no coalition of states, is "the rebels"."""
        found = self.discourse.body_called(head)
        party = self.party_of(found) if found is not None and head in REBELS else None
        kind = self.knowledge.force_kinds.get(party or "")
        return None if head in REBELS and kind not in ("militia", "group") else found

    def _branch(self, noun: Noun) -> Speaker | None:
        """A branch of the forces of the state that the sentence is about, or that spoke last: the air force."""
        words = self.memory.text[noun.start : noun.end].casefold().removeprefix("the ")
        if noun.determiner != "the" or words not in BRANCHES or self.discourse.named(words) is not None:
            return None
        if (own := self._service_named(words)) is not None:
            return self.of_force(own)
        force = self.party_of(self.discourse.body) if self.discourse.body is not None else None
        force = self.acting or force or self.home
        state = self.knowledge.forces.root(force) if force is not None else self.memory.force_called("government")
        return self._titled(state, words.title()) if state is not None else None

    def _service_named(self, words: str) -> str | None:
        """The branch that the sentence names in full: a Nigerian Air Force jet crashed, the air force said."""
        named = (self.memory.meaning(item, "force") for each in self.discourse.nouns for item in self._named_in(each))
        titles = ((force, self.knowledge.title("force", force).casefold()) for force in named if force is not None)
        return next((force for force, title in titles if title.endswith(words)), None)

    @property
    def acting(self) -> str | None:
        """The one state whose forces do something in the sentence; of an attack, which others tell of, whom it hits."""
        acting: set[str] = set()
        for each in self.discourse.nouns:
            acts = [verb for verb, role in each.verbs if role == "subject" and verb.verb not in lexicon.SPEECH]
            attacks = [verb for verb in acts if _is_attack(verb)]
            hit = [other for verb in attacks for other in (*verb.objects, *verb.preps) if other.entity is not None]
            named = (self.memory.meaning(other.entity, "force") for other in hit) if attacks else ()
            doer = self.memory.force_of(each) if acts and not attacks else None
            acting |= {self.knowledge.forces.root(force) for force in (doer, *named) if force is not None}
        state = acting.pop() if len(acting) == 1 else None
        return state if self.knowledge.force_kinds.get(state or "") == "state" else None

    def _service(self, force: str, word: str) -> Speaker:
        """The Malian army, where Mali itself is what the text has named."""
        if self.knowledge.force_kinds.get(force) == "state" and word not in ("government", "authorities"):
            return self._titled(force, word)
        return self.of_force(force)

    def _titled(self, force: str, *titles: str) -> Speaker:
        """A body of a state: under one of these titles where the catalogue has it, else under the first."""
        country = self.knowledge.title("force", force)
        adjectives = [word for word, id_ in NATIONALITIES.items() if id_ == force]
        for name in (f"{each} {title}" for title in titles for each in (*adjectives, country)):
            id_ = self.knowledge.by_name.get(("source", normal(name)))
            if id_ is not None:
                return self.known(id_)
        return Speaker(f"{self.adjective(force)} {titles[0]}", None, "government", party=force)

    def adjective(self, force: str) -> str:
        """What stands for a country before a noun."""
        adjectives = (word for word, id_ in NATIONALITIES.items() if id_ == force and force not in _BY_NAME)
        return next(adjectives, None) or self.knowledge.title("force", force)

    # -- whose they are ----------------------------------------------------------------------------------------------

    def _named_in(self, noun: Noun) -> Iterator[Item]:
        yield from (item for item in (*noun.owners, noun.entity) if item is not None)

    def owner(self, noun: Noun) -> Item | None:
        """The name in a phrase, or the genitive: whose something is."""
        return noun.entity or next((item for item in reversed(noun.owners) if item.mention), None)

    def force_before(self, noun: Noun) -> str | None:
        """The force that "its" means in "its minister": the one that the sentence has named, else the text."""
        for each in reversed([other for other in self.discourse.nouns if other.end <= noun.start]):
            force = self.memory.meaning(each.entity, "force")
            if force is not None and each.prep not in ("to", "from", "in", "at"):
                return force
        return self.memory.force

    def side_of(self, item: Item) -> str | None:
        """The force that a name is of, or that a source of that name speaks for: the Pentagon."""
        if (force := self.memory.meaning(item, "force")) is not None:
            return force
        source = self.memory.meaning(item, "source")
        return self.knowledge.force_behind(source) if source is not None else None

    def party_of(self, body: Speaker) -> str | None:
        """The force that a body is of."""
        return self.knowledge.force_behind(body.id) if body.id is not None else body.party

    def party(self, noun: Noun, *more: Noun) -> str | None:
        """The force that a person belongs to, as far as the words beside his name tell."""
        owned = next((each for each in (noun, *more) if each.determiner in POSSESSIVE), None)
        if owned is not None and (force := self.force_before(owned)) is not None:
            return force
        beside = [noun, *more, *noun.listed, *([noun.listed_with] if noun.listed_with else [])]
        for each in (*beside, *(below for near in beside for below in (*near.of, *near.after))):
            for item in (*self._named_in(each), *each.items):
                if (force := self.side_of(item)) is not None:
                    return force
        office = next((found[0] for each in (noun, *more) if (found := OF_FORCES.search(self._words(each)))), None)
        if office is None:
            return None
        home, force = self.home or self.acting, self.memory.force_called(office)
        if home is None or (force is not None and self.knowledge.forces.root(force) == home):
            return force
        return home

    def _words(self, noun: Noun) -> str:
        return self.memory.text[noun.start : noun.end].casefold()

    @cached_property
    def home(self) -> str | None:
        """The state from whose city the text is written, as its dateline says: whose ministry "the ministry" is."""
        found = _DATELINE.search(self.memory.document[:_HEAD])
        if found is None:
            return None
        place = self.knowledge.by_name.get(("place", normal(found[1])))
        state = self.knowledge.places.root(place) if place is not None else None
        state = state or self.knowledge.by_name.get(("force", normal(found[1])))
        return state if self.knowledge.force_kinds.get(state or "") == "state" else None


def _is_attack(verb: Verb) -> bool:
    """Whether somebody attacks, which those whom he attacks tell of: Russia launched drones, the air force said."""
    frame = FRAMES.get(verb.verb)
    strikes = verb.verb in lexicon.HITS or (frame is not None and frame.action == "struck")
    return strikes or any(each.prep == "against" for each in verb.preps)
