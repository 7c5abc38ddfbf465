"""People who speak under their names, as phrases give them: with a title, an office, or somebody described beside."""

from __future__ import annotations

from dataclasses import replace

from oob.names import normal
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import BODIES
from oob.reading.grammar.syntax import Noun
from oob.reading.speech.bodies import Bodies
from oob.reading.speech.discourse import Discourse
from oob.reading.speech.speakers import (
    FULL_NAME,
    PEOPLE,
    TITLED,
    Speaker,
    is_expert,
    last_name,
    only_last,
    proper_words,
)


class People:
    """Makes out the people who speak under their names in one text."""

    def __init__(self, memory: Memory, discourse: Discourse, bodies: Bodies) -> None:
        self.memory = memory
        self.knowledge = memory.knowledge
        self.discourse = discourse
        self.bodies = bodies

    def known(self, noun: Noun, *more: Noun) -> Speaker | None:
        """A person of the catalogue whom a phrase names."""
        owned = noun.head in lexicon.OFFICIALS or noun.head in PEOPLE  # Haftar's spokesman
        items = noun.items[-1:] if owned else noun.items
        named = (found for item in items if (found := self.bodies.source(item)) is not None and found.kind == "person")
        person = next(named, None)
        if person is None:
            return None
        before = self.discourse.people.get(last_name(person.name))
        if before is not None and before.id == person.id:
            return before
        self.discourse.people.setdefault(last_name(noun.items[-1].word), person)  # as this text spells his name
        return replace(person, expert=True) if is_expert([noun, *more]) else person

    def beside(self, noun: Noun) -> Speaker | None:
        """Its deputy minister, Tomasz Wilk; Tomasz Wilk, its deputy minister."""
        text = self.memory.text
        reach = noun.end
        for each in self.discourse.nouns:
            if (
                each.prep
                and len(each.prep) <= each.start - reach <= len(each.prep) + 2
                and "," not in text[reach : each.start]
            ):
                reach = each.end  # a spokesman for the group, Abu Talib
        for each in self.discourse.nouns:
            before, after = each.end == noun.start - 2, each.start == reach + 2
            if not (before or after) or (text[each.end] if before else text[reach]) != ",":
                continue
            if (known := self.known(each, noun)) is not None:
                return known
            if each.system is not None or each.time is not None or (before and each.prep):
                continue
            words = proper_words(each, self.memory.text) if each.entity is None else []
            if (
                len(words) < 2
                and self.bodies.source(each.entity) is None
                and (whole := FULL_NAME.match(text, each.start)) is not None
            ):
                words = whole[0].split()
            if len(words) >= 2 and words[-1].lower() not in BODIES and each.head not in lexicon.OFFICIALS:
                return self.named(words, each, noun)
        return None

    def named(self, words: list[str], noun: Noun, *more: Noun) -> Speaker | None:
        """Whom a name stands for that the catalogue need not have: somebody by his last name, or a body after all."""
        words = " ".join(words).split()  # "al Qassem" stands as one word of a name
        if len(words) == 1:
            known = self.discourse.people.get(last_name(words[0]))
            if known is not None:
                return known
            before = self.discourse.named(words[0].casefold())
            if before is not None:
                return before
            if not any(item.word in lexicon.PERSON_TITLES for item in noun.items):
                return self._of_single_word(words[0], noun)
        name = " ".join(words)
        if only_last(words) and (known := self.discourse.people.get(last_name(name))) is not None:
            return known
        beside = [*noun.listed, *([noun.listed_with] if noun.listed_with else [])]
        titled = any(item.word in lexicon.PERSON_TITLES for item in noun.items)
        if not titled and not more and (noun.determiner == "the" or any(each.head in BODIES for each in beside)):
            return self.bodies.organisation(words, noun)
        if (id_ := self.knowledge.by_name.get(("source", normal(name)))) is not None:
            return self.bodies.known(id_)
        found = Speaker(name, None, "person", party=self.bodies.party(noun, *more), expert=is_expert([noun, *more]))
        if found.party is not None:
            items = (item for each in (noun, *more) for item in each.items)
            offices = (item.word.casefold().rpartition(" ")[2] for item in items)
            self.discourse.in_office.update({(found.party, office): found for office in offices if office in TITLED})
        return found

    def _of_single_word(self, word: str, noun: Noun) -> Speaker | None:
        if word.casefold() in ("nobody", "somebody", "everybody", "none"):
            return None
        kind = "person" if noun.listed and noun.listed[0].head in lexicon.OFFICIALS else "organisation"
        return Speaker(word, None, kind)
