"""Who speaks: the way from a phrase to the speaker that it names, describes or points back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import BODIES
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.reading.speech.bodies import Bodies
from oob.reading.speech.discourse import Discourse
from oob.reading.speech.people import People
from oob.reading.speech.saying import GOES_BY, POSTING
from oob.reading.speech.speakers import (
    ACCOUNTS,
    EXPERTS,
    FINDINGS,
    INDEFINITE,
    KNOWING,
    LOOKING,
    MEDIA,
    OF_TIME,
    PEOPLE,
    POSSESSIVE,
    POSTS,
    REPORTERS,
    RUMOURS,
    STUDYING,
    TITLED,
    VARIOUS,
    Speaker,
    is_publisher,
    is_think_tank,
    last_name,
    plain,
    proper_words,
)
from oob.reading.speech.unnamed import Unnamed

_ON_THE_SPOT: Final = frozenset({"witness", "witnesses"})
"""What a medium calls its own reporters who saw a thing: a Reuters witness."""


def serves(noun: Noun) -> bool:
    """Whether somebody is described by whom he works for: of "an adviser to its leader, X" the leader is X."""
    return any(each.head in TITLED and each.prep in ("to", "of", "for") for each in (*noun.of, *noun.after))


class Voices:
    """Makes out the speakers of one text, and remembers them for "he said" and "the official said"."""

    def __init__(self, memory: Memory, outlet: Speaker) -> None:
        self.memory = memory
        self.knowledge = memory.knowledge
        self.outlet = outlet
        self.discourse = Discourse()
        self.bodies = Bodies(memory, self.discourse)
        self.people = People(memory, self.discourse, self.bodies)
        self.unnamed = Unnamed(memory, self.discourse, self.bodies, outlet)

    # -- remembering -------------------------------------------------------------------------------------------------

    def hear(self, nouns: Sequence[Noun]) -> None:
        """Takes note of the organisations and documents that a sentence names."""
        discourse = self.discourse
        here, self.memory.text = self.memory.text, discourse.text  # the phrases before may be of another paragraph
        discourse.topic = self._topic()
        subject = next((each for each in discourse.nouns if self._is_one_person(each)), None)
        if subject is not None and discourse.last is discourse.last_before:
            discourse.told_of = self._by_his_name(subject)
        self.memory.text = here
        discourse.last_before = discourse.last
        discourse.nouns, discourse.text = nouns, here
        discourse.body_before = discourse.bodies[-1] if discourse.bodies else None
        for noun in nouns:
            self._hear_bodies(noun)
            self._hear_document(noun)
            self._hear_person(noun)
        del discourse.bodies[:-30]

    def _hear_bodies(self, noun: Noun) -> None:
        """Takes note of the bodies that a phrase names, and of the one that it points back to: "the ministry"."""
        for item in noun.items:
            if item.tag == "E" and item.mention is not None and item.mention.meanings[-1][0] == "source":
                named = self.bodies.source(item)
                if named is not None and named.kind in ("organisation", "government"):
                    self.discourse.bodies.append(named)
                    called = self.discourse.wordings.get(named.name, "")
                    if item.word.casefold() not in called:
                        self.discourse.wordings[named.name] = f"{called} {item.word.casefold()}"
        if noun.determiner == "the" and noun.head in BODIES and len(noun.items) == 2:
            meant = self.discourse.body_called(noun.head)
            if meant is not None and noun.head in meant.name.casefold():
                self.discourse.body = meant

    def _hear_person(self, noun: Noun) -> None:
        """Takes note of a man in office who is named, so that his last name alone means him later on."""
        words = proper_words(noun, self.memory.text) if noun.entity is None and noun.head else []
        titled = any(item.word in TITLED or item.word in lexicon.PERSON_TITLES for item in noun.items[: -len(words)])
        if (
            len(" ".join(words).split()) < 2
            or not titled
            or words[-1].lower() in BODIES
            or last_name(words[-1]) in self.discourse.people
        ):
            return
        named = self.people.named(words, noun)
        if named is not None and named.kind == "person":
            self.discourse.people[last_name(words[-1])] = named

    def _hear_document(self, noun: Noun) -> None:
        """Takes note of whose the report is that a phrase speaks of: "a study of the Institute"."""
        if noun.head not in ("report", "study", "assessment", "dossier", "investigation", "summary"):
            return
        beside = [*noun.of[:1], *(each for each in noun.after if each.prep in ("by", "from"))]
        for each in beside:
            owner = self.bodies.source(each.entity) if each.entity is not None else None
            if owner is not None and owner.kind in ("organisation", "outlet"):
                self.discourse.documents[noun.head] = owner

    def _topic(self) -> Speaker | None:
        """The body that the sentence before was about, its subject: "its spokesman" in the next is that one's."""
        first = self.discourse.nouns[0] if self.discourse.nouns else None
        if first is None or first.prep or first.time is not None:
            return None
        if not any(role == "subject" for _, role in first.verbs):
            return None
        found = self.bodies.of_state(first) if first.head in BODIES else self.bodies.source(first.entity)
        return found if found is not None and found.kind in ("organisation", "government") else None

    # -- phrases -----------------------------------------------------------------------------------------------------

    def speaker(self, noun: Noun) -> Speaker | None:
        """Who a noun phrase is, as a speaker; None for what does not speak."""
        if noun.of and noun.entity is None and self._counts_only(noun):
            return self._one_of(noun)
        same = noun.entity is None and any(item.word == "same" for item in noun.items)
        if same and noun.head in lexicon.OFFICIALS and self.discourse.person is not None:
            return self.discourse.person  # according to the same researcher
        if noun.pronoun:
            return self._of_pronoun(noun)
        if is_publisher(noun, self.outlet):
            return self.outlet
        if is_think_tank(noun):
            return self.unnamed.described(noun, None)
        if noun.head not in BODIES and (person := self.people.known(noun)) is not None:
            return person
        head = (noun.head or noun.items[-1].word).rsplit(" ", 1)[-1].casefold()
        is_person = head in lexicon.OFFICIALS or head in PEOPLE
        if is_person and not serves(noun) and (person := self.people.beside(noun)) is not None:
            return person
        if noun.entity is not None and noun.entity is noun.items[-1]:
            return self._of_entity(noun, noun.entity)
        proper = proper_words(noun, self.memory.text)
        if head in MEDIA and (outlet := self._of_medium(noun)) is not None:
            return outlet
        if head in RUMOURS | ACCOUNTS and (rumour := self._rumour(noun, head)) is not None:
            return rumour
        if head in lexicon.DOCUMENTS and not (len(proper) >= 2 and noun.items[-1].capital):
            return self._of_document(noun)
        if head in lexicon.IMAGERY or head in FINDINGS:
            return self.shown_by(noun)
        if proper and (found := self._of_name(noun, proper)) is not None:
            return found
        if (another := self.unnamed.another(noun)) is not None:
            return another
        return self._official(noun) if is_person else self._of_common_noun(noun)

    def _rumour(self, noun: Noun, head: str) -> Speaker | None:
        """What is only reported: reports, several estimates, press accounts; "the reports" are of whoever spoke."""
        if noun.of or noun.after or noun.owners:
            return None
        before = [item.word.casefold() for item in noun.items[:-1]]
        if before and before[0] in ("the", "these", "those"):
            return (self.discourse.last or self.bodies.unattributed()) if len(before) == 1 else None
        told = bool(before) or head in RUMOURS
        return self.bodies.unattributed() if told and VARIOUS.issuperset(before) else None

    def _of_medium(self, noun: Noun) -> Speaker | None:
        """A paper or channel whose name stands before what it is: the Saudi-owned Al-Hayat newspaper."""
        last = max((at for at, item in enumerate(noun.items) if item.capital and item.tag == "N"), default=-1)
        if last in (-1, len(noun.items) - 1):
            return None
        proper = proper_words(replace(noun, items=noun.items[: last + 1]), self.memory.text)
        return self.bodies.outlet(proper, noun) if proper else None

    def somebody(self, noun: Noun) -> Speaker | None:
        """Whoever a phrase that is no name and no office describes: only for the subject of "say"."""
        if noun.system is not None or noun.time is not None or noun.pronoun or not noun.head:
            return None
        if noun.head in OF_TIME or (noun.quantity is not None and len(noun.items) == 1):
            return None  # officials said, hours after the army claimed
        return self.people.beside(noun) or self.unnamed.described(noun, None)

    def shown_by(self, noun: Noun) -> Speaker | None:
        """Whose picture or document it is: "a video released by the ministry", "the group's photographs"."""
        owner = self.bodies.source(self.bodies.owner(noun))
        return owner if owner is not None else self._maker(noun)

    def _maker(self, noun: Noun) -> Speaker | None:
        """Who made a picture or document or put it out, by the words after it and the verbs that it has."""
        near = (*noun.of, *(each for each in noun.after if each.prep in ("by", "from")))
        if (maker := next((each for of in near if (each := self.speaker(of)) is not None), None)) is not None:
            return maker
        for verb, role in noun.verbs:
            if role == "object" and verb.verb in POSTING and verb.voice == "active" and verb.subject is not None:
                return self.speaker(verb.subject)
            if role == "subject" and verb.voice in ("pp", "active", "passive") and not _has_object(verb):
                by = next((each for each in verb.preps if each.prep in ("by", "from")), None)
                shown = self.speaker(by) if by is not None else None
                if shown is not None and (verb.verb not in LOOKING or self._studies(verb, shown)):
                    return shown
        return None

    def _studies(self, verb: Verb, looker: Speaker) -> bool:
        """Whether somebody tells what he makes of a picture, as an institute does, not a paper that has seen it."""
        return verb.verb in STUDYING and looker.kind == "organisation"

    # -- pronouns, and what stands for others ------------------------------------------------------------------------

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
        last = self.discourse.last
        if noun.pronoun in ("he", "she") and (told := self._told_of(noun)) is not None:
            return told
        if noun.pronoun in ("he", "she", "who", "him"):
            if last is not None and last.kind in ("person", "unnamed") and not last.document:
                return last
            return self.discourse.person or last
        if noun.pronoun == "them":
            heads = lexicon.OFFICIALS | PEOPLE
            before = (each for each in reversed(self.discourse.nouns) if each.end < noun.start)
            named = (each for each in before if each.head.endswith("s") and each.head in heads)
            return next((found for each in named if (found := self.speaker(each))), None) or self.discourse.unnamed
        if noun.pronoun == "they" and (several := self._several_before()) is not None:
            return several
        if noun.pronoun == "one" and last is not None:
            return last if last.kind == "unnamed" else None
        return last if noun.pronoun in ("they", "it") else None

    def _several_before(self) -> Speaker | None:
        """Who "they" are after a sentence of this paragraph that several people are the subject of: the monitors."""
        sentence = self.memory.nouns if self.memory.nouns is not self.discourse.nouns else ()
        heads = lexicon.OFFICIALS | PEOPLE
        acting = (each for each in sentence if any(role == "subject" for _, role in each.verbs))
        several = (each for each in acting if each.head in heads and each.head.endswith("s"))
        return next((found for each in several if (found := self.speaker(each)) is not None), None)

    def _told_of(self, pronoun: Noun) -> Speaker | None:
        """Who "he" is where a sentence tells of one person before: its subject, else that of the sentence before."""
        here = (each for each in self.discourse.nouns if each.end < pronoun.start and self._is_one_person(each))
        found = next(here, None)
        return self._by_his_name(found) if found is not None else self.discourse.told_of

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
        named = self.bodies.source(noun.entity) if noun.entity is not None else None
        if named is not None:
            return named.kind == "person"
        common = noun.head in lexicon.OFFICIALS or noun.head in PEOPLE
        return common and noun.determiner in ("a", "an") and not noun.head.endswith("s")

    def _antecedent(self, noun: Noun) -> Speaker | None:
        """The body that "its" means: one that the sentence has named, else the last that spoke."""
        for each in reversed([other for other in self.discourse.nouns if other.start < noun.start]):
            if each.entity is not None and (found := self.bodies.source(each.entity)) and found.kind == "organisation":
                return found
            if len(words := proper_words(each, self.memory.text)) >= 2 and each.head not in lexicon.OFFICIALS:
                return self._of_name(each, words)
        return self.discourse.body or self.discourse.last

    # -- names and nouns ---------------------------------------------------------------------------------------------

    def _of_entity(self, noun: Noun, entity: Item) -> Speaker | None:
        known = self.bodies.source(entity)
        if known is None:
            return None
        word = noun.items[-1].word.rsplit(" ", 1)[-1].casefold()
        if known.kind == "unnamed":
            if noun.determiner in POSSESSIVE and word in EXPERTS:
                return self._antecedent(noun)  # its analysts
            if word in lexicon.IMAGERY:
                return self._maker(noun)
            # "industry sources" are told from sources in general
            told_apart = len(self.unnamed.wording(noun)) > noun.end - noun.start
            if noun.quantity is not None or noun.determiner in INDEFINITE or len(noun.items) > 1 or told_apart:
                pointed_at = noun.determiner in ("the", "these", "those") and len(noun.items) == 2
                before = self.discourse.unnamed if pointed_at else None
                return before or self.unnamed.described(noun, None, known.id)
        elif known.kind == "outlet" and word in REPORTERS | _ON_THE_SPOT:
            return self._house_of(noun, known)
        elif word in lexicon.OFFICIALS and (noun.quantity is not None or noun.determiner in INDEFINITE):
            return self.unnamed.described(noun, None, known.id)
        return known

    def _of_document(self, noun: Noun) -> Speaker | None:
        owner = self.shown_by(noun)
        if owner is not None:
            return owner
        if noun.determiner in POSSESSIVE:
            return self.discourse.last
        if noun.determiner not in ("the", "this", "that"):
            return Speaker(self.memory.text[noun.start : noun.end].strip().lower(), None, "unnamed", document=True)
        if noun.head in POSTS and noun.head not in self.discourse.documents:
            return Speaker(noun.head, None, "unnamed", document=True)  # whoever put it up
        known = self.discourse.documents.get(noun.head) or next(iter(self.discourse.documents.values()), None)
        if known is not None and known.kind == "person" and self.discourse.body is not None:
            return self.discourse.body  # a statement is its house's, whoever is quoted in it
        if (owner := known or self.discourse.named(noun.head) or self.discourse.body) is not None:
            return owner
        return self.discourse.last or Speaker(f"the {noun.head}", None, "unnamed", document=True)

    def _of_name(self, noun: Noun, proper: list[str]) -> Speaker | None:
        """A name that the catalogue has not: of a body, else of a person."""
        last = proper[-1].lower()
        if last in BODIES:
            if len(proper) == 1 and noun.determiner == "the" and (before := self.discourse.named(last)) is not None:
                return before
            return self.bodies.of_state(noun) or self.bodies.organisation(proper, noun)
        if len(proper) == len(noun.items) == 1 and last.endswith("s") and not last.endswith("ss"):
            return self.unnamed.described(noun, None)  # Smugglers said
        common = len(proper) == 1 and (last in lexicon.OFFICIALS or last in PEOPLE)
        if common or (noun.head in lexicon.OFFICIALS and last != noun.head):
            return None
        return self.people.named(proper, noun)

    def _official(self, noun: Noun) -> Speaker | None:
        """An official, by name where the text gives one."""
        below = next(iter(noun.of), None)
        while below is not None:  # the representative of the ministry of Armenia Artur Sahakyan
            if (person := self.people.known(below)) is not None:
                return person
            last = next((at for at, item in enumerate(below.items) if item.tag == "E"), -1)
            words = proper_words(replace(below, items=below.items[last + 1 :]), self.memory.text)
            if len(words) >= 2 and words[-1].lower() not in BODIES:
                return self.people.named(words, noun)
            below = next(iter(below.of), None)
        if noun.determiner in POSSESSIVE and noun.head.endswith("s") and noun.head in EXPERTS | {"inspectors"}:
            return self._antecedent(noun)  # its analysts
        owner = self.bodies.source(self.bodies.owner(noun))
        on_spot = noun.head in _ON_THE_SPOT and owner is not None and owner.kind == "outlet"
        if (noun.head in REPORTERS or on_spot) and (house := self._house_of(noun, owner)) is not None:
            return house
        if owner is not None and owner.kind == "organisation" and owner.party is None and noun.head.endswith("s"):
            return owner  # the Panel's inspectors
        return self.unnamed.described(noun, self.bodies.owner(noun))

    def _house_of(self, noun: Noun, owner: Speaker | None) -> Speaker | None:
        """Whose reporter somebody is: a Reuters correspondent is Reuters, and so is "our", or "the", correspondent."""
        if noun.determiner == "our" and owner is None:
            return self.outlet
        if owner is not None and (owner.name == self.outlet.name or (owner.id and owner.id == self.outlet.id)):
            return self.outlet
        goes_on = owner is None and noun.determiner == "the" and len(noun.items) == 2
        house = self.discourse.last if goes_on else owner
        return house if house is not None and house.kind == "outlet" else None

    def _of_common_noun(self, noun: Noun) -> Speaker | None:
        head, named = noun.head, self.bodies.owner(noun)
        if noun.system is not None and self.knowledge.is_personnel(self.memory.meaning(noun.system, "system") or ""):
            return self.unnamed.described(noun, named)
        if head in BODIES:
            return self.bodies.of_noun(noun, named)
        if named is not None and noun.items[-1] is named:
            return self.bodies.source(named)
        if (force := self.memory.force_of(noun)) is not None:
            return self.bodies.of_force(force)
        return None


def _has_object(verb: Verb) -> bool:
    """Whether a verb does something to something: what "by" follows then is not who did that."""
    return verb.voice == "active" and any(each.time is None for each in verb.objects)
