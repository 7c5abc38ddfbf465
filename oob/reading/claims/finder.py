"""From phrases to proposed claims: what is alleged of each system in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from oob.count import Count
from oob.reading.claims.actions import COMING
from oob.reading.claims.control import Control
from oob.reading.claims.denied import Denials
from oob.reading.claims.found import Found
from oob.reading.claims.making import CLASS_TAILS, Making
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import hosts, idle, intended
from oob.reading.claims.nominals import Nominals
from oob.reading.claims.people import People
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, Frame
from oob.reading.grammar.syntax import Item, Noun, Verb
from oob.reading.knowledge import Knowledge
from oob.vocabulary import ACTIONS

_ABSTRACT: Final = (
    "ing",
    "ment",
    "ness",
    "ity",
    "tion",
    "sion",
    "ance",
    "ence",
    "ship",
    "ism",
    "ist",
    "ists",
    "phobia",
    "strip",
)
_ANAPHORS: Final = lexicon.bag(
    "system systems machine machines battery batteries gun guns launcher launchers weapon weapons vessel vessels craft"
    " airframe airframes model models equipment hardware vehicle vehicles"
)
"""Words that stand for what was named before: "the systems"."""


_MEANS: Final = lexicon.bag("use employ utilise utilize deploy fly scramble") | {"take off", "carry out"}
"""Verbs for the means of a strike: used to hit the bridge, took off and bombed."""
_MORE: Final = lexicon.bag("more others other further additional only at least another about some")
_ORDER: Final = {
    **dict.fromkeys(("first", "second", "third", "fourth", "fifth", "other", "another"), 1),
    **dict.fromkeys(("others", "rest", "remainder"), 0),
}
"""By word that stands for some of the things named before: how many it is, or 0 where it does not tell."""
_OPEN: Final = re.compile(
    r"\b(?:unclear|unknown|uncertain|(?:not|n[’']t) (?:yet |immediately )?(?:clear|known|certain|say|know|disclose))"
    r"(?: [a-z]+){0,2}? (?:who|whether|how|what|where|when|which|why|if)\b"
)
"""After it stands what nobody tells."""
_ARMS: Final = frozenset({"artillery", "aviation", "armour", "armor", "infantry"}) | {
    f"{word}{joint}{arm}" for word in ("air", "anti-aircraft") for joint in (" ", "-")
    for arm in ("defence", "defences", "defense", "defenses")
}  # fmt: skip
"""Arms of the forces."""
_HUMANS: Final = lexicon.bag("people men women civilians persons children residents crew crews passengers")
_POSTURE: Final = lexicon.bag("lie sit stand remain stay rest")


class Finder(Making):
    """Finds what is alleged in the sentences of one text."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory)
        self.nominals, self.people = Nominals(memory), People(memory)
        self.denials = Denials(memory)
        self.control = Control(memory, self.actions, self.parties, self.circumstances)

    def sentence(
        self, nouns: Sequence[Noun], verbs: Sequence[Verb], said: Sequence[tuple[int, int, str]] = ()
    ) -> list[Found]:
        """Everything alleged in a sentence; `said`: which forces speak, each with the stretch that it stands for."""
        self.memory.said = said
        self.memory.spoken_of = None
        self.memory.here = []
        self.memory.verbs, self.memory.nouns = verbs, nouns
        if self._asks(nouns, verbs):
            return []
        self._tell_lists_from_examples(nouns)
        found: list[Found] = []
        for noun in nouns:
            if not noun.absorbed:
                found += self._of_phrase(noun, nouns)
                self._remember(noun)
        found += self.control.found(nouns)
        found += self.people.found_in(nouns)
        del self.memory.recent[:-60], self.memory.forces[:-60]
        found = self._merged(self._told_for_sure(found, verbs))
        return self.denials.with_denied(found, nouns, verbs)

    def _tell_lists_from_examples(self, nouns: Sequence[Noun]) -> None:
        """Takes an example of something unlike it for the next in a list, and a class with a name for that name."""
        knowledge, meaning = self.memory.knowledge, self.memory.meaning
        for noun in nouns:
            whole = noun.hypernym
            if whole is None or noun.system is None or whole.system is None:
                continue
            special, generic = meaning(noun.system, "system"), meaning(whole.system, "system")
            if not knowledge.systems.related(special or "", generic or "-"):
                noun.listed_with, noun.hypernym = whole.listed_with or whole, None
                noun.verbs += [each for each in noun.listed_with.verbs if each not in noun.verbs]
            elif generic and special and knowledge.systems.within(special, generic):
                own = any(role == "subject" and verb.voice in ("pp", "passive", "ing") for verb, role in whole.verbs)
                whole.absorbed = not own and not (noun.partial and whole.quantity is not None)

    def _of_phrase(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """What is alleged of what a phrase names, counts or means."""
        if noun.system is not None:
            found = self._of_noun(noun, nouns)
            self._remember_system(noun)
            return found
        if self._counts_earlier(noun):
            return self._of_number(noun, nouns)
        if noun.pronoun in ("they", "it", "them") and self.memory.recent:
            return self._of_pronoun(noun, nouns)
        if self._stands_for_earlier(noun):
            noun.pronoun = "they" if noun.head.endswith("s") else "it"
            return self._of_pronoun(noun, nouns)
        return []

    def _stands_for_earlier(self, noun: Noun) -> bool:
        """Whether a general word stands for what was named just before: "the systems"."""
        anaphor = noun.head in _ANAPHORS and noun.determiner in ("the", "these", "those", "both")
        recent = self.memory.recent and self.memory.paragraph - self.memory.recent[-1][1] <= 1
        return bool(anaphor and recent) and noun.entity is None

    def _remember_system(self, noun: Noun) -> None:
        """Keeps a system for "they" and "it"; an example stands behind what it is one of."""
        id_ = self.memory.meaning(noun.system, "system")
        if id_ is None:
            return
        resolved = id_ if noun.tail in lexicon.STRIKES else self.kinds.system(noun)[0]
        if noun.prep != "by":
            at = len(self.memory.recent) - bool(noun.partial and self.memory.recent)
            self.memory.recent.insert(at, (resolved or id_, self.memory.paragraph, self.memory.owner(noun)))

    def _remember(self, noun: Noun) -> None:
        """Keeps the forces, places and leaders that a phrase names."""
        memory = self.memory
        for item in noun.owners:
            if (owner := memory.meaning(item, "force")) is not None:
                memory.forces.append((owner, memory.paragraph))
                memory.here.append(owner)
        if not noun.pronoun and (force := memory.force_of(noun)) is not None:
            memory.forces.append((force, memory.paragraph))
            memory.here.append(force)
            if any(role == "subject" for _, role in noun.verbs):
                memory.force = force
                memory.spoken_of = (noun.start, force)
        if noun.prep in lexicon.PLACE_ROLE and (place := memory.place_of(noun)) is not None:
            memory.place = place
        named = noun.entity is not None and noun.entity.mention is not None
        if noun.entity is not None and named and force_and_person(noun.entity, memory.knowledge):
            memory.leader = memory.meaning(noun.entity, "force")

    def _asks(self, nouns: Sequence[Noun], verbs: Sequence[Verb]) -> bool:
        """Whether the sentence is a question."""
        end = max((phrases[-1].end for phrases in (nouns, verbs) if phrases), default=0)
        rest = self.memory.text[end : end + 40]
        return "?" in rest and not any(mark in rest[: rest.index("?")] for mark in ".!;")

    def _told_for_sure(self, found: list[Found], verbs: Sequence[Verb]) -> list[Found]:
        """What is alleged, without what is only asked: it is unclear who shot the jet down."""
        if not found or not verbs:
            return found
        open_ = _OPEN.search(self.memory.text, min(verbs[0].start, found[0].at), verbs[-1].end)
        return found if open_ is None else [one for one in found if one.at < open_.start()]

    def _top(self, noun: Noun) -> Noun:
        """The phrase that stands for the system in its sentence: "a batch" of "a batch of tanks"."""
        top = noun
        for _ in range(3):
            host = top.host
            if host is None or top.prep != "of" or host.system is not None:
                break
            if host.head not in lexicon.MEASURES and host.quantity is None:
                break
            top = host
        return top

    def _of_noun(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        id_, carried = self.kinds.system(noun)
        if id_ is None:
            return []
        assert noun.system is not None
        listing = noun.listed_with
        base = noun.hypernym or (listing.hypernym if listing is not None else None)
        supported = base is not None and any(each.head in lexicon.SUPPORT for each in (base, *hosts(base)))
        if noun.tail and not supported and (strike := self.nominals.by_tail(noun, id_)) is not None:
            return strike
        if noun.tail and noun.tail not in CLASS_TAILS and not supported and noun.tail.endswith(_ABSTRACT):
            return []
        top = self._top(noun)
        base = top.hypernym or base
        made: list[Found] = []
        roles = list(self.roles(top))
        if top is not noun:
            roles += [
                each
                for each in self.roles(noun)
                if each not in roles
                and (
                    (each[1] == "object" and each[0].gap is noun)
                    or (each[1] == "subject" and each[0].voice in ("ing", "pp"))
                )
            ]
        for verb, role in roles:
            frame = self.actions.frame_of(verb)
            action = self.actions.action(noun, verb, role, frame)
            if action:
                made.append(self.found(noun, top, id_, action, verb, frame, role, nouns))
        if len(made) > 1:
            made = self._without_asides(made, noun)
        elif noun.participles:
            made = [self._as_shown(one, noun, top, nouns) for one in made]
        if base is not None and (not made or (noun.partial and all(one.verb.gap is noun for one in made if one.verb))):
            made += self.nominals.by_example(noun, id_, base, nouns)
        if not made and top.host is not None:
            made += self.nominals.by_host(noun, top, id_, nouns)
        if not made and top is not noun:
            made += self.nominals.by_host(noun, noun, id_, nouns)
        if not made:
            made += self._by_word_before(noun, top, id_, nouns)
        if noun.suppliers and (supplier := self.memory.meaning(noun.suppliers[0], "force")) is not None:
            for each in made:
                each.supplier = each.supplier or supplier
            if not made:
                one = self.found(noun, top, id_, "supplied", None, None, "", nouns)
                one.supplier = supplier
                made.append(one)
        if not made:
            made += self._by_place(noun, top, id_, nouns)
        if not made and self._is_worth(noun, top, id_) and not any(idle(verb) for verb, _ in roles):
            one = self.found(
                noun, top, id_, "operates" if self.memory.owner(noun) else "present", None, None, "", nouns
            )
            one.sure = 0.3
            one.why.append("no verb says what is alleged of it")
            made.append(one)
        made = [one for one in made if not self._too_vague(one, top) and not _is_arm(one)]
        for each in made:
            if carried:
                each.sure -= 0.1
                each.why.append(f"'{self.memory.text[noun.start : noun.end]}' taken for what was named before")
        return made

    def _is_worth(self, noun: Noun, top: Noun, id_: str) -> bool:
        """Whether things are counted without a verb that tells of them; people are, in any news."""
        quantity = noun.quantity or top.quantity
        first = noun.listed_with
        if quantity is None and first is not None and first.quantity is not None and noun.determiner in ("a", "an"):
            quantity = first.quantity
        return quantity is not None and not quantity.unit and not self.memory.knowledge.is_personnel(id_)

    def _too_vague(self, one: Found, top: Noun) -> bool:
        """Weapons of nobody, in no number, at no place: a remark, not a claim."""
        return (
            one.system in ("equipment", "ammunition", "small-arms", "military-supplies")
            and not (one.action == "captured" and (top.listed_with or top.listed))
            and one.count is None and not one.places
            and one.operator is None and one.supplier is None and one.beneficiary is None and one.opponent is None
        )  # fmt: skip

    def _without_asides(self, made: list[Found], noun: Noun) -> list[Found]:
        """Jets based in Syria escorted them: where they stand besides is part of the same claim."""
        if any(one.action == "struck" for one in made):
            ends = [
                one.verb for one in made if one.action == "struck" and one.verb is not None and one.verb.voice == "inf"
            ]
            means = [end.above for end in ends if end.above is not None and end.above.verb in COMING]
            made = [one for one in made if one.verb is None or one.verb not in means]
            made = [one for one in made if one.action != "operates" or one.verb is None or one.verb.verb not in _MEANS]
        asides = [one for one in made if self._is_aside(one, made)]
        if not asides or len(asides) == len(made):
            return made
        rest = [one for one in made if one not in asides]
        for aside in asides:
            for role, ids in aside.places.items():
                for one in rest:
                    if not one.places:
                        one.places = {role: ids}
        return rest

    def _is_aside(self, one: Found, made: Sequence[Found]) -> bool:
        if one.verb is None or one.action not in ("based", "present", "planned"):
            return False
        if one.verb.voice == "pp" or "being" in one.verb.adverbs or self._shows(one, made):
            return True
        if one.action == "planned" and one.verb.relative:
            return True  # shot down two missiles that were being prepared for launch
        if one.verb.voice == "inf" and any(each.verb is one.verb.above for each in made if each is not one):
            return True  # sent tanks to fight there
        return one.action != "planned" and (one.verb.verb == "be" or one.verb.voice == "ing")

    def _shows(self, one: Found, made: Sequence[Found]) -> bool:
        """Seen burning, filmed being unloaded: the sight is of the deed."""
        verb = one.verb
        frame = self.actions.frame_of(verb) if verb is not None else None
        if verb is None or frame is None or frame.doer or (frame.action != "present" and verb.verb not in _POSTURE):
            return False
        return any(
            each.verb is not None
            and each.verb.start > verb.start
            and (each.verb.voice in ("ing", "pp", "inf") or "being" in each.verb.adverbs or each.verb.above is verb)
            for each in made
            if each is not one
        )

    def _of_pronoun(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        id_, _ = self.kinds.system(noun)
        if id_ is None or self.memory.knowledge.is_personnel(id_) != (
            noun.pronoun == "they" and self.memory.knowledge.is_personnel(id_)
        ):
            return []
        made = []
        several = noun.host if noun.prep == "of" and noun.host is not None and noun.host.quantity is not None else None
        for verb, role in several.verbs if several is not None else noun.verbs:
            if verb.under and role == "subject":
                continue
            if several is not None and (action := self.actions.action(noun, verb, role, self.actions.frame_of(verb))):
                made.append(self.found(noun, several, id_, action, verb, self.actions.frame_of(verb), role, nouns))
                continue
            frame = self.actions.frame_of(verb)
            if (
                role == "object"
                and noun.pronoun == "them"
                and verb.verb in ("use", "operate", "fly", "employ")
                and self.memory.recent[-1][1] == self.memory.paragraph
            ):
                one = self.found(
                    noun, noun, id_ if id_ != "uav" else "armed-drone", "operates", verb, frame, role, nouns
                )
                made.append(one)
                continue
            if frame is None or verb.verb in (
                "be",
                "have",
                "use",
                "operate",
                "get",
                "see",
                "find",
                "take",
                "run",
                "give",
                "do",
                "belong",
            ):
                continue
            patient = role == "object" or (role == "subject" and verb.voice in ("passive", "pp"))
            alone = role == "subject" and frame.alone and not verb.objects
            strikes = (
                role == "subject"
                and frame.action in ("struck", "destroyed")
                and not self.memory.knowledge.is_personnel(id_)
                and verb.voice == "active"
            )
            if strikes and self.kinds.is_weapon(id_):
                one = self.found(noun, noun, id_, "struck", verb, frame, "subject", nouns)
            elif (patient and frame.action and frame.action not in ("planned", "present", "killed")) or (
                alone and frame.alone != "present"
            ):
                action = self.actions.action(noun, verb, role, frame) if noun.system is None else ""
                if action in ("", "planned", "serviced"):
                    continue
                one = self.found(noun, noun, id_, action, verb, frame, role, nouns)
            else:
                continue
            one.sure -= 0.15
            one.why.append(f"'{noun.pronoun}' taken for what was named before")
            made.append(one)
        return made

    def _counts_earlier(self, noun: Noun) -> bool:
        """Whether a phrase only counts what was named just before: nine, two others, the first, one of the three."""
        if noun.quantity is None and noun.pronoun != "one" and noun.head not in _ORDER:
            return False
        if noun.pronoun not in ("", "one") or noun.entity is not None or noun.time is not None or noun.tail:
            return False
        if not self.memory.recent or self.memory.recent[-1][1] != self.memory.paragraph:
            return False
        if noun.quantity is not None and noun.quantity.unit not in ("", "ordinal"):
            return False
        if not all(item.tag in ("Q", "D", "O") or item.word in _MORE or item.word in _ORDER for item in noun.items):
            return False
        return all(each.quantity is not None and each.system is None for each in noun.of)

    def _of_number(self, noun: Noun, nouns: Sequence[Noun]) -> list[Found]:
        """At least three were captured: of what was named just before."""
        id_ = self.memory.recent[-1][0]
        if self.memory.knowledge.is_personnel(id_) or any(each.head in _HUMANS for each in nouns):
            return []
        made = []
        for verb, role in noun.verbs:
            if idle(verb):
                continue
            frame = self.actions.frame_of(verb)
            bare = verb.bare and not verb.objects and frame is not None and not frame.alone  # and eight captured
            patient = role == "object" or (role == "subject" and (verb.voice in ("passive", "pp") or bare))
            action = (
                frame.action
                if frame is not None and patient
                else frame.alone
                if frame is not None and role == "subject"
                else ""
            )
            action = {"lost": "destroyed", "abandoned": "captured"}.get(action, action)
            tells = action in ("based", "stored", "damaged") or (
                action in ACTIONS and ACTIONS[action].effect in ("departure", "exchange", "arrival")
            )
            if tells and action != "killed":  # killed are people, whatever was named before
                one = self.found(noun, noun, id_, intended(action, verb), verb, frame, role, nouns)
                if one.count is None and (number := _ORDER.get(noun.head, 1 if noun.pronoun == "one" else None)):
                    one.count, one.count_text = Count(number, number, "one"), "one"
                self._gapped(one, noun, nouns, frame)
                one.sure -= 0.2
                one.why.append(f"'{self.memory.text[noun.start : noun.end]}' taken to count what was named before")
                made.append(one)
        return made

    def _gapped(self, one: Found, noun: Noun, nouns: Sequence[Noun], frame: Frame | None) -> None:
        """Germany sent ten, Poland 14: who does it stands before the number, in the place of a verb."""
        before = next((each for each in nouns if each.end + 1 == noun.start and not each.prep), None)
        doer = self.memory.force_of(before)
        if doer is None or frame is None:
            return
        party = {"receiver": "beneficiary" if one.action == "supplied" else "operator"}.get(frame.doer, frame.doer)
        if party and doer != getattr(one, party):
            setattr(one, party, doer)

    def _as_shown(self, one: Found, noun: Noun, top: Noun, nouns: Sequence[Noun]) -> Found:
        """Pictures show a wrecked tank: it was lost, whatever shows it."""
        assert one.system is not None
        frame = FRAMES.get(noun.participles[-1])
        fate = (
            {"lost": "destroyed", "abandoned": "captured"}.get(frame.action, frame.action) if frame is not None else ""
        )
        lost = fate in ACTIONS and ACTIONS[fate].effect in ("departure", "exchange")
        shows = self.actions.frame_of(one.verb) if one.verb is not None else None
        if one.action != "present" or shows is None or shows.doer:
            return one
        if not (lost or fate == "damaged") or self.memory.knowledge.is_personnel(one.system):
            return one
        told = self.found(noun, top, one.system, fate, None, frame, "object", nouns)
        told.verb, told.when, told.places = one.verb, told.when or one.when, told.places or one.places
        told.stance, told.hearsay = one.stance, one.hearsay
        return told

    def _by_word_before(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """Captured tanks, donated vehicles, an abandoned howitzer."""
        for word in noun.participles:
            frame = FRAMES.get(word)
            if frame is not None and frame.action not in (
                "",
                "planned",
                "present",
                "operates",
                "killed",
                "struck",
                "exercised",
            ):
                if self.memory.knowledge.is_personnel(id_) and frame.action not in ("deployed", "trained", "recruited"):
                    continue
                return [self.found(noun, top, id_, frame.action, None, frame, "object", nouns)]
        return []

    def _by_place(self, noun: Noun, top: Noun, id_: str, nouns: Sequence[Noun]) -> list[Found]:
        """No verb says anything; a thing at a place, with its number or its owner, is said to be there."""
        placed = any(
            self.memory.place_of(each) is not None and lexicon.PLACE_ROLE.get(each.prep) in ("at", "near")
            for each in (*noun.after, *top.after)
        )
        if placed and (noun.quantity is not None or self.memory.owner(noun) is not None) and not noun.negated:
            one = self.found(noun, top, id_, "present", None, None, "", nouns)
            one.sure -= 0.15
            return [one]
        return []

    def _merged(self, found: list[Found]) -> list[Found]:
        """One claim for each thing and effect, however many verbs say it."""
        kept: list[Found] = []
        for one in found:
            same = next((each for each in kept if self._same(each, one)), None)
            if same is None:
                kept.append(one)
                continue
            for role, ids in one.places.items():
                same.places[role] = tuple(dict.fromkeys((*same.places.get(role, ()), *ids)))
            for party in ("operator", "supplier", "beneficiary", "opponent"):
                if getattr(same, party) is None:
                    setattr(same, party, getattr(one, party))
            same.when = same.when or one.when
            same.sure = max(same.sure, one.sure)
        return kept

    def _same(self, one: Found, other: Found) -> bool:
        if one.noun is not other.noun:
            return False
        if one.action == other.action:
            return True
        effects = {ACTIONS[each.action].effect for each in (one, other) if each.action in ACTIONS}
        return len(effects) == 1 and effects != {"passage"}


def _is_arm(one: Found) -> bool:
    """Whether an arm of the forces does something, not a number of things: artillery shelled, air defence shot down."""
    acts = one.noun is None or not any(verb is one.verb and role == "object" for verb, role in one.noun.verbs)
    return acts and one.action in ("struck", "operates") and one.count is None and one.system_text.casefold() in _ARMS


def force_and_person(item: Item, knowledge: Knowledge) -> bool:
    """Whether a name is that of a leader whose force it also stands for."""
    meanings = dict(item.mention.meanings) if item.mention is not None else {}
    return "force" in meanings and knowledge.source_kinds.get(meanings.get("source", "")) == "person"
