"""Who speaks: speakers as phrases name them, and those that a text has brought up so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from oob.names import normal
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import BODIES, NATIONALITIES
from oob.reading.grammar.syntax import Item, Noun
from oob.reading.speech.bodies import Bodies
from oob.reading.speech.saying import GOES_BY
from oob.reading.speech.speakers import (
    BRANCHES,
    COUNTING,
    EXPERTS,
    FULL_NAME,
    IN_OFFICE,
    INDEFINITE,
    KNOWING,
    LOOKING,
    OF_A_BODY,
    OF_A_MINISTRY,
    OF_A_STATE,
    ORDINALS,
    PEOPLE,
    POSSESSIVE,
    POSTS,
    PUT_IN_OFFICE,
    REGIONS,
    TELLS_APART,
    TITLED,
    Speaker,
    is_expert,
    is_publisher,
    plain,
    proper_words,
)


def serves(noun: Noun) -> bool:
    """Whether somebody is described by whom he works for: of "an adviser to its leader, X" the leader is X."""
    return any(each.head in TITLED and each.prep in ("to", "of", "for") for each in (*noun.of, *noun.after))


_SPEAKS_FOR: Final = re.compile(r"(spokes(?:man|woman|person)) (?:for|of) (?:the )?(.+)")


def _spokesman(name: str) -> str:
    """A spokesman's wording, whichever way round it is written: a spokesman for the army, the army's spokesman."""
    if (turned := _SPEAKS_FOR.fullmatch(name)) is not None:
        return f"{turned[2]} {turned[1]}"
    return re.sub(r"['’]s (?=spokes(?:man|woman|person)$)", " ", name)


class Voices(Bodies):
    """Makes out the speakers of one text, and remembers them for "he said" and "the official said"."""

    def __init__(self, memory: Memory, outlet: Speaker) -> None:
        super().__init__(memory)
        self.outlet = outlet
        self.person: Speaker | None = None
        self.unnamed: Speaker | None = None
        self.body: Speaker | None = None
        self.last: Speaker | None = None
        self.told_of: Speaker | None = None
        """The person that the last sentence was about, if nobody has spoken since."""
        self._last_before: Speaker | None = None
        self.topic: Speaker | None = None
        """The body that the sentence before was about."""
        self.documents: dict[str, Speaker] = {}
        """Whose the statement, the report is: "the statement said"."""
        self.unnamed_before: list[Speaker] = []
        self.people: dict[str, Speaker] = {}
        """By last name."""
        self.in_office: dict[tuple[str, str], Speaker] = {}
        """By force and office: who is its spokesman by name."""

    # -- remembering -------------------------------------------------------------------------------------------------

    def keep(self, speaker: Speaker) -> None:
        """Remembers one who spoke."""
        self.told_of = None
        self.last = speaker
        if speaker.kind == "person":
            self.person = speaker
            self.people[speaker.name.split()[-1]] = speaker
        elif speaker.kind == "unnamed":
            self.unnamed = speaker
            self.unnamed_before = [*self.unnamed_before[-8:], speaker]
        else:
            self.body = speaker

    def hear(self, nouns: Sequence[Noun]) -> None:
        """Takes note of the organisations and documents that a sentence names."""
        self.topic = self._topic()
        subject = next((each for each in self.nouns if self._is_one_person(each)), None)
        if subject is not None and self.last is self._last_before:
            self.told_of = self._by_his_name(subject)
        self._last_before = self.last
        self.nouns = nouns
        for noun in nouns:
            for item in noun.items:
                if item.tag == "E" and item.mention is not None and item.mention.meanings[-1][0] == "source":
                    named = self.source(item)
                    if named is not None and named.kind in ("organisation", "government"):
                        self.bodies.append(named)
            if noun.determiner == "the" and noun.head in BODIES and len(noun.items) == 2:
                topic = self._body(noun.head)
                if topic is not None and noun.head in topic.name.casefold():
                    self.body = topic
            if noun.head in ("report", "study", "assessment", "dossier", "investigation") and noun.of:
                owner = self.source(noun.of[0].entity) if noun.of[0].entity is not None else None
                if owner is not None and owner.kind in ("organisation", "outlet"):
                    self.documents[noun.head] = owner
        del self.bodies[:-30]

    def _topic(self) -> Speaker | None:
        """The body that the sentence before was about, its subject: "its spokesman" in the next is that one's."""
        first = self.nouns[0] if self.nouns else None
        if (
            first is None
            or first.prep
            or first.time is not None
            or not any(role == "subject" for _, role in first.verbs)
        ):
            return None
        found = self._body_of(first) if first.head in BODIES else self.source(first.entity)
        return found if found is not None and found.kind in ("organisation", "government") else None

    # -- phrases -----------------------------------------------------------------------------------------------------

    def speaker(self, noun: Noun) -> Speaker | None:
        """Who a noun phrase is, as a speaker; None for what does not speak."""
        if noun.of and noun.entity is None and self._counts_only(noun):
            return self._one_of(noun)
        if noun.pronoun:
            return self._of_pronoun(noun)
        if is_publisher(noun, self.outlet):
            return self.outlet
        if noun.head not in BODIES and (person := self._known_person(noun)) is not None:
            return person
        head = (noun.head or noun.items[-1].word).rsplit(" ", 1)[-1].casefold()
        if (
            (head in lexicon.OFFICIALS or head in PEOPLE)
            and not serves(noun)
            and (person := self._named_beside(noun)) is not None
        ):
            return person
        if noun.entity is not None and noun.entity is noun.items[-1]:
            return self._of_entity(noun, noun.entity)
        proper = proper_words(noun, self.memory.text)
        if head in lexicon.DOCUMENTS and not (len(proper) >= 2 and noun.items[-1].capital):
            return self._of_document(noun)
        if head in lexicon.IMAGERY:
            return self.shown_by(noun)
        if proper and (found := self._of_name(noun, proper)) is not None:
            return found
        if self._elliptical(noun):
            return self._another(noun)
        if head in lexicon.OFFICIALS or head in PEOPLE:
            return self._official(noun)
        return self._of_common_noun(noun)

    def somebody(self, noun: Noun) -> Speaker | None:
        """Whoever a phrase that is no name and no office describes: only for the subject of "say"."""
        if noun.system is not None or noun.time is not None or noun.pronoun or not noun.head or noun.quantity:
            return None
        return self._unnamed(noun, None)

    def shown_by(self, noun: Noun) -> Speaker | None:
        """Whose picture or document it is: "a video released by the ministry", "the group's photographs"."""
        if (owner := self.source(self._owner(noun))) is not None:
            return owner
        near = (*noun.of, *(each for each in noun.after if each.prep in ("by", "from")))
        if (maker := next((each for of in near if (each := self.speaker(of)) is not None), None)) is not None:
            return maker
        for verb, role in noun.verbs:
            if role == "subject" and verb.voice in ("pp", "active", "passive") and verb.verb not in LOOKING:
                by = next((each for each in verb.preps if each.prep in ("by", "from")), None)
                if by is not None and (shown := self.speaker(by)) is not None:
                    return shown
        return None

    # -- kinds of phrase ---------------------------------------------------------------------------------------------

    def _counts_only(self, noun: Noun) -> bool:
        """One of them, two of the officials, some of the residents."""
        return noun.pronoun == "one" or (
            noun.system is None
            and (noun.quantity is not None or noun.head in ("some", "many", "most", "both", "another"))
        )

    def _one_of(self, noun: Noun) -> Speaker | None:
        whole = self.speaker(noun.of[0])
        if whole is None or whole.kind != "unnamed":
            return whole
        text = self.memory.text
        group = text[noun.of[0].start : noun.of[0].end]
        if noun.of[0].pronoun:
            group = f"the {KNOWING.split(plain(whole.name))[0]}"
        return replace(whole, name=f"{text[noun.start : noun.end].lower()} of {group}", id=None)

    def _of_pronoun(self, noun: Noun) -> Speaker | None:
        last = self.last
        if noun.pronoun in ("he", "she") and (told := self._told_of(noun)) is not None:
            return told
        if noun.pronoun in ("he", "she", "who", "him"):
            if last is not None and last.kind in ("person", "unnamed") and not last.document:
                return last
            return self.person or last
        if noun.pronoun == "them":
            heads = lexicon.OFFICIALS | PEOPLE
            group = (each for each in reversed(self.nouns) if each.end < noun.start and each.head.endswith("s"))
            named = (each for each in group if each.head in heads)
            return next((found for each in named if (found := self.speaker(each))), None) or self.unnamed
        if noun.pronoun == "one" and last is not None:
            return last if last.kind == "unnamed" else None
        return last if noun.pronoun in ("they", "it") else None

    def _told_of(self, pronoun: Noun) -> Speaker | None:
        """Who "he" is where a sentence tells of one person before: its subject, else that of the sentence before."""
        here = (each for each in self.nouns if each.end < pronoun.start and self._is_one_person(each))
        found = next(here, None)
        return self._by_his_name(found) if found is not None else self.told_of

    def _by_his_name(self, noun: Noun) -> Speaker | None:
        """Somebody new, under the name that he goes by: "a commander who gave his name as Abu Yazan"."""
        found = self.speaker(noun)
        match = GOES_BY.search(self.memory.text, noun.end, noun.end + 120)
        if found is None or found.kind != "unnamed" or match is None:
            return found
        return replace(found, name=match[1], kind="person", id=None)

    def _is_one_person(self, noun: Noun) -> bool:
        """Whether a phrase is the subject of a main clause and one person, newly named."""
        if noun.prep or noun.pronoun or noun.quantity is not None or noun.listed:
            return False
        if noun.listed_with is not None and not noun.listed_with.prep:
            return False
        described = self.memory.text.startswith(" who ", max((noun.end, *(each.end for each in noun.of))))
        if not described and not any(role == "subject" for _, role in noun.verbs):
            return False
        named = self.source(noun.entity) if noun.entity is not None else None
        if named is not None:
            return named.kind == "person"
        common = noun.head in lexicon.OFFICIALS or noun.head in PEOPLE
        return common and noun.determiner in ("a", "an") and not noun.head.endswith("s")

    def _of_entity(self, noun: Noun, entity: Item) -> Speaker | None:
        known = self.source(entity)
        if known is None:
            return None
        word = noun.items[-1].word.rsplit(" ", 1)[-1].casefold()
        if known.kind == "unnamed":
            if noun.determiner in POSSESSIVE and word in EXPERTS:
                return self._antecedent(noun)  # its analysts
            if word in lexicon.IMAGERY:
                return None
            # "industry sources" are told from sources in general
            told_apart = len(self._wording(noun)) > noun.end - noun.start
            if noun.quantity is not None or noun.determiner in INDEFINITE or len(noun.items) > 1 or told_apart:
                if noun.determiner in ("the", "these", "those") and len(noun.items) == 2 and self.unnamed is not None:
                    return self.unnamed
                return self._unnamed(noun, None, known.id)
        elif word in lexicon.OFFICIALS and (noun.quantity is not None or noun.determiner in INDEFINITE):
            return self._unnamed(noun, None, known.id)
        return known

    def _of_document(self, noun: Noun) -> Speaker | None:
        owner = self.shown_by(noun)
        if owner is not None:
            return owner
        if noun.determiner in POSSESSIVE:
            return self.last
        if noun.determiner not in ("the", "this", "that"):
            return Speaker(self.memory.text[noun.start : noun.end].strip().lower(), None, "unnamed", document=True)
        if noun.head in POSTS and noun.head not in self.documents:
            return Speaker(noun.head, None, "unnamed", document=True)  # whoever put it up
        known = self.documents.get(noun.head) or next(iter(self.documents.values()), None)
        if known is not None and known.kind == "person" and self.body is not None:
            return self.body  # a statement is its house's, whoever is quoted in it
        if (owner := known or self._named_before(noun.head) or self.body) is not None:
            return owner
        return self.last or Speaker(f"the {noun.head}", None, "unnamed", document=True)

    def _of_name(self, noun: Noun, proper: list[str]) -> Speaker | None:
        """A name that the catalogue has not: of a body, else of a person."""
        last = proper[-1].lower()
        if last in BODIES:
            if len(proper) == 1 and noun.determiner == "the" and (before := self._named_before(last)) is not None:
                return before
            return self._body_of(noun) or self._organisation(proper, noun)
        if len(proper) == len(noun.items) == 1 and last.endswith("s") and not last.endswith("ss"):
            return self._unnamed(noun, None)  # Smugglers said
        common = len(proper) == 1 and (last in lexicon.OFFICIALS or last in PEOPLE)
        if common or (noun.head in lexicon.OFFICIALS and last != noun.head):
            return None
        return self._person(proper, noun)

    def _known_person(self, noun: Noun, *more: Noun) -> Speaker | None:
        """A person of the catalogue whom a phrase names."""
        owned = noun.head in lexicon.OFFICIALS or noun.head in PEOPLE  # Haftar's spokesman
        items = noun.items[-1:] if owned else noun.items
        named = (found for item in items if (found := self.source(item)) is not None and found.kind == "person")
        person = next(named, None)
        if person is None:
            return None
        before = self.people.get(person.name.split()[-1])
        if before is not None and before.id == person.id:
            return before
        return replace(person, expert=True) if is_expert([noun, *more]) else person

    def _named_beside(self, noun: Noun) -> Speaker | None:
        """Its deputy minister, Tomasz Wilk; Tomasz Wilk, its deputy minister."""
        text = self.memory.text
        reach = noun.end
        for each in self.nouns:
            if (
                each.prep
                and len(each.prep) <= each.start - reach <= len(each.prep) + 2
                and "," not in text[reach : each.start]
            ):
                reach = each.end  # a spokesman for the group, Abu Talib
        for each in self.nouns:
            before, after = each.end == noun.start - 2, each.start == reach + 2
            if not (before or after) or (text[each.end] if before else text[reach]) != ",":
                continue
            if (known := self._known_person(each, noun)) is not None:
                return known
            if each.system is not None or each.time is not None or (before and each.prep):
                continue
            words = proper_words(each, self.memory.text) if each.entity is None else []
            if (
                len(words) < 2
                and self.source(each.entity) is None
                and (whole := FULL_NAME.match(text, each.start)) is not None
            ):
                words = whole[0].split()
            if len(words) >= 2 and words[-1].lower() not in BODIES and each.head not in lexicon.OFFICIALS:
                return self._person(words, each, noun)
        return None

    def _official(self, noun: Noun) -> Speaker | None:
        """An official, by name where the text gives one."""
        below = next(iter(noun.of), None)
        while below is not None:  # the representative of the ministry of Armenia Artur Sahakyan
            if (person := self._known_person(below)) is not None:
                return person
            last = next((at for at, item in enumerate(below.items) if item.tag == "E"), -1)
            words = proper_words(replace(below, items=below.items[last + 1 :]), self.memory.text)
            if len(words) >= 2 and words[-1].lower() not in BODIES:
                return self._person(words, noun)
            below = next(iter(below.of), None)
        if noun.determiner in POSSESSIVE and noun.head.endswith("s") and noun.head in EXPERTS | {"inspectors"}:
            return self._antecedent(noun)  # its analysts
        owner = self.source(self._owner(noun))
        if owner is not None and owner.kind == "organisation" and owner.party is None and noun.head.endswith("s"):
            return owner  # the Panel's inspectors
        return self._unnamed(noun, self._owner(noun))

    def _of_common_noun(self, noun: Noun) -> Speaker | None:
        head, named = noun.head, self._owner(noun)
        if noun.system is not None and self.knowledge.is_personnel(self.memory.meaning(noun.system, "system") or ""):
            return self._unnamed(noun, named)
        if head in BODIES:
            return self._of_body(noun, named)
        if named is not None and noun.items[-1] is named:
            return self.source(named)
        if (force := self.memory.force_of(noun)) is not None:
            return self._of_force(force)
        return None

    def _of_body(self, noun: Noun, named: Item | None) -> Speaker | None:
        """The army, the Malian army, its defence ministry, the group."""
        head = noun.head
        if head == "office" and (owner := self.source(named)) is not None and owner.kind == "person":
            words = self.memory.text[noun.start : noun.end]
            return Speaker(words, None, "organisation", party=self.memory.meaning(named, "force"))
        alone = head in OF_A_STATE and noun.determiner == "the" and len(noun.items) == 2
        if alone and (called := self._state_called(head)) is not None:
            return self._service(called, head)
        found = self._body_of(noun) or self._branch(noun)
        placed = next((item for item in noun.items[:-1] if self.memory.meaning(item, "place") is not None), None)
        if found is None and placed is not None:  # the Tobruk government
            words = self.memory.text[placed.start : noun.end]
            return Speaker(words, None, "government" if head == "government" else "organisation")
        if found is None and noun.determiner in ("the", "its", "this", "that"):
            found = self._body(head)
        if found is None and named is not None:
            found = self.source(named)
        if found is None and noun.determiner == "the":
            return Speaker(self.memory.text[noun.start : noun.end].lower(), None, "unnamed")
        return found

    def _state_called(self, word: str) -> str | None:
        """Whose army or junta a text speaks of: a junta's country is the one that the text is about."""
        called = self.memory.force_called(word) if word not in ("junta", "regime") else None
        if called is not None or word in ("rebels", "militia", "forces"):
            return called
        kinds = self.knowledge.force_kinds
        named = Counter(force for force, _ in self.memory.forces if kinds.get(force) == "state")
        return named.most_common(1)[0][0] if named else self.memory.force_called(word)

    def _branch(self, noun: Noun) -> Speaker | None:
        """A branch of the forces of the state that spoke last: the air force, the coast guard."""
        words = self.memory.text[noun.start : noun.end].casefold().removeprefix("the ")
        if noun.determiner != "the" or words not in BRANCHES or self._named_before(words) is not None:
            return None
        force = self._party_of(self.body) if self.body is not None else None
        state = self.knowledge.forces.root(force) if force is not None else self.memory.force_called("government")
        return self._titled(state, words.title()) if state is not None else None

    def _elliptical(self, noun: Noun) -> bool:
        """The other, a second, another: one more of those who spoke before."""
        words = {item.word for item in noun.items if item.tag != "D"} | {noun.head}
        return self.unnamed is not None and len(noun.items) <= 2 and bool(words & ORDINALS) and len(words - {""}) == 1

    def _another(self, noun: Noun) -> Speaker | None:
        assert self.unnamed is not None
        what = self.unnamed.name.rsplit(" of the ", 1)[-1]
        words = self.memory.text[noun.start : noun.end].lower()
        one = plain(what).split(" in ")[0].split(" familiar")[0].removesuffix("s")
        return replace(self.unnamed, name=f"{words} {one}", id=None)

    # -- bodies ------------------------------------------------------------------------------------------------------

    def _body(self, head: str) -> Speaker | None:
        """The organisation named last that such a word fits: "the panel", "the ministry"."""
        return self._named_before(head) or self.body or (self.bodies[-1] if self.bodies else None)

    def _antecedent(self, noun: Noun) -> Speaker | None:
        """The body that "its" means: one that the sentence has named, else the last that spoke."""
        for each in reversed([other for other in self.nouns if other.start < noun.start]):
            if each.entity is not None and (found := self.source(each.entity)) and found.kind == "organisation":
                return found
            if len(words := proper_words(each, self.memory.text)) >= 2 and each.head not in lexicon.OFFICIALS:
                return self._of_name(each, words)
        return self.body or self.last

    # -- people ------------------------------------------------------------------------------------------------------

    def _person(self, words: list[str], noun: Noun, *more: Noun) -> Speaker | None:
        if len(words) == 1:
            known = self.people.get(words[0])
            if known is not None:
                return known
            before = self._named_before(words[0].casefold())
            if before is not None:
                return before
            if not any(item.word in lexicon.PERSON_TITLES for item in noun.items):
                return self._of_single_word(words[0], noun)
        name = " ".join(words)
        beside = [*noun.listed, *([noun.listed_with] if noun.listed_with else [])]
        titled = any(item.word in lexicon.PERSON_TITLES for item in noun.items)
        if not titled and not more and (noun.determiner == "the" or any(each.head in BODIES for each in beside)):
            return self._organisation(words, noun)
        if (id_ := self.knowledge.by_name.get(("source", normal(name)))) is not None:
            return self._known(id_)
        found = Speaker(name, None, "person", party=self._party(noun, *more), expert=is_expert([noun, *more]))
        if found.party is not None:
            items = (item for each in (noun, *more) for item in each.items)
            offices = (item.word.casefold().rpartition(" ")[2] for item in items)
            self.in_office.update({(found.party, office): found for office in offices if office in TITLED})
        return found

    def _of_single_word(self, word: str, noun: Noun) -> Speaker | None:
        if word.casefold() in ("nobody", "somebody", "everybody", "none"):
            return None
        kind = "person" if noun.listed and noun.listed[0].head in lexicon.OFFICIALS else "organisation"
        return Speaker(word, None, kind)

    def _unnamed(self, noun: Noun, named: Item | None, kin: str | None = None) -> Speaker | None:
        anaphoric = (
            noun.determiner in ("the", "this", "that", "these") and named is None and not (noun.of or noun.after)
        )
        if (man := self._man_of_body(noun)) is not None:
            return man
        if anaphoric and (before := self._before(noun)) is not None:
            return before
        name = self._wording(noun)
        id_ = self.knowledge.by_name.get(("source", normal(name)))
        if id_ is not None and noun.determiner not in INDEFINITE and noun.quantity is None:
            return self._known(id_)
        party = self.memory.meaning(named, "force") or self._party_of_kin(noun, kin)
        below = [each for each in (*noun.of, *noun.after) if each.prep not in ("in", "at") or noun.head in IN_OFFICE]
        for each in below:
            party = party or self.memory.force_of(each)
        its = next((each for each in (noun, *below) if each.determiner in POSSESSIVE), None)
        house = self._house(its) if its is not None and party is None else None
        if its is not None and house is not None:
            party, name = (
                self._party_of(house),
                re.sub(r"\b[Ii]ts\b", self._genitive(house, its is noun), name, count=1),
            )
        elif its is not None and party is None and (party := self._force_before(its)) is not None:
            name = re.sub(r"\bits\b", f"{self.knowledge.title('force', party)}'s", name, count=1)
        known = self.in_office.get((party or "", noun.head))
        if known is not None and (its is not None or noun.determiner == "the"):
            return known
        if party is None and self._is_own_minister(noun):
            house_of = self._party_of(self.outlet)
            party = self.knowledge.forces.root(house_of) if house_of is not None else None
            name = f"{self._adjective(party)} {name}" if party is not None else name
        if named is None and self.unnamed is not None and name.split()[:1] and name.split()[0] in ORDINALS:
            party = party or self.unnamed.party
            name = self._like_those_before(name) if kin is None else name
        name = _spokesman(self._cased(name, noun))
        return Speaker(name, None, "unnamed", party=party, expert=is_expert([noun]))

    def _party_of_kin(self, noun: Noun, kin: str | None) -> str | None:
        """The side of one of the catalogue's unnamed officials, or of whom another has put in office."""
        if kin is not None and (force := self.knowledge.force_behind(kin)) is not None:
            return force
        text = self.memory.text
        by = (item for item in noun.items if PUT_IN_OFFICE.match(text, item.end))
        return next((force for item in by if (force := self._side_of(item)) is not None), None)

    def _genitive(self, house: Speaker, first: bool) -> str:
        """A body's name in place of "its": the ministry spokesman; an adviser to the militia's commander."""
        name = house.name.removesuffix(" (as a speaker)")
        return name if first else f"{name}'" if name.endswith("s") else f"{name}'s"

    def _is_own_minister(self, noun: Noun) -> bool:
        """Whether "the Minister of Defence" is that of the state whose body publishes the text."""
        return noun.determiner == "the" and noun.head in ("minister", "president", "commander", "ministry", "chief")

    def _man_of_body(self, noun: Noun) -> Speaker | None:
        """Who speaks for a body that a genitive without a name means: the Panel's inspectors."""
        match = OF_A_BODY.match(self.memory.text, noun.start, noun.end)
        if match is None or match["body"].casefold() not in BODIES - OF_A_STATE:
            return None
        body = self._body(match["body"].casefold())
        if body is None or body.kind == "outlet":
            return None
        force = self._party_of(body)
        if body.kind == "organisation" and noun.head in EXPERTS | {"inspectors", "monitors", "observers"}:
            return body  # what its people saw, it says
        name = body.name
        if match["what"].strip().casefold() in OF_A_MINISTRY and force is not None:
            name = f"{self._adjective(self.knowledge.forces.root(force))} {match['what']}{match['body']}"
        return Speaker(f"{name} {noun.head}", None, "unnamed", party=force, expert=is_expert([noun]))

    def _house(self, its: Noun) -> Speaker | None:
        """The body that "its" means in "its spokesman": the one that spoke last, if nobody is named in between."""
        body = self.topic or (self.body if self.last is self.body else None)
        if its.determiner != "its" or body is None or body.kind == "outlet":
            return None
        return None if any(each.entity is not None and each.end <= its.start for each in self.nouns) else body

    def _party_of(self, body: Speaker) -> str | None:
        return self.knowledge.force_behind(body.id) if body.id is not None else body.party

    def _before(self, noun: Noun) -> Speaker | None:
        """Who "the official" is: somebody who spoke before."""
        person = self.person
        stem = noun.head.removesuffix("s")
        words = self.memory.text[noun.start : noun.end].partition(" ")[2]
        same = (each for each in reversed(self.unnamed_before) if each.name == words)
        like = (each for each in reversed(self.unnamed_before) if stem in each.name)
        unnamed = next(same, None) or next(like, None) or (self.unnamed if noun.head not in PEOPLE else None)
        single = noun.head in TITLED
        if single and person is not None and (self.last is person or unnamed is None):
            return person
        return unnamed

    def _wording(self, noun: Noun) -> str:
        """An unnamed speaker as the text words him, with what tells him from others."""
        end = noun.end
        for _ in range(3):
            more = next((each for each in self.nouns if end < each.start <= end + 12 and not each.time), None)
            if more is None or self.memory.text[end : more.start].strip() not in TELLS_APART:
                break
            end = more.end
        if (knowing := KNOWING.match(self.memory.text, end)) is not None:
            at = knowing.end()
            end = next((each.end for each in self.nouns if at - 1 <= each.start <= at + 4), end)
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

    def _like_those_before(self, name: str) -> str:
        """A third official, after two American ones: a third American official."""
        assert self.unnamed is not None
        words = self.unnamed.name.split()
        before = next((word for word in words if word[0].isupper() and word not in COUNTING), "")
        number, _, rest = name.partition(" ")
        return f"{number} {before} {rest}" if before else name
