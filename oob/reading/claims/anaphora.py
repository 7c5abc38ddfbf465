"""Whom words mean that name nobody: they, its, the army, the rebels, the enemy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from oob.reading.claims.discourse import Discourse
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import both
from oob.reading.grammar.syntax import Noun

FORCE_HEADS: Final = both(
    "battalion battery brigade crew division faction force group guard militia regiment ship strike vessel warship"
) | lexicon.bag(
    "troops army government military fighters allies contractors pilots side soldiers units air navy commanders"
    " rebels militants insurgents authorities mercenaries operatives personnel militiamen administration state"
    " ministry regime coalition command servicemen paramilitaries gunmen drones jets aircraft warplanes country"
    " frigate patrol planes helicopters corps defences defenses gunships snipers officers agents police spies junta"
    " men artillery representatives officials engineers sappers gunners paratroopers marines infantry defenders"
    " attackers separatists jihadists sailors airmen loyalists opposition garrison tankers formations rulers leaders"
    " leadership movement alliance organisation organization party council"
)
"""Nouns for those who fight, and for what they fight with."""
_ARMED: Final = ("service", "state", "government")
_BAND: Final = ("militia", "company", "group", "coalition")
_REBELS: Final = ("militia", "group", "coalition")
_OF_STATES: Final = (
    "united-nations", "african-union", "european-union", "nato", "western-allies", "external-parties", "cjtf-oir",
    "saudi-led-coalition", "alliance-of-sahel-states", "csto", "ecowas", "combined-maritime-forces",
)  # fmt: skip
"""Coalitions that rebel against nobody."""
_CALLED: Final = {
    **dict.fromkeys(("army", "military", "navy", "forces"), _ARMED),
    **dict.fromkeys(("group", "movement", "faction", "company", "front", "alliance"), _BAND),
    **dict.fromkeys(both("militia"), _BAND[:-1]),
    **dict.fromkeys(both("rebel militant insurgent jihadist paramilitary separatist terrorist"), _REBELS),
    "opposition": _REBELS,
    **dict.fromkeys(("government", "junta", "regime", "authorities"), ("state", "government")),
    "coalition": ("coalition",),
}  # fmt: skip
"""By general word: the kinds of forces that it may mean."""
_AT_HOME: Final = ("regime", "junta")
"""Who rules the country that a text is about, and not another."""
BEFORE: Final = frozenset(_CALLED) - {"military", "forces", "group", "movement", "company", "front"}
"""Those that tell whose a thing is where they stand before it: army tanks; but military trucks are anybody's."""


def is_council(words: Sequence[str]) -> bool:
    """Whether words have in them the council of officers that rules a country: the military council's jets."""
    return any(of in _RULING and council.startswith("council") for of, council in pairwise(words))


_MAN: Final = lexicon.bag("pilot airman driver soldier gunner officer sailor captain marine fighter commander")
_RULING: Final = lexicon.bag("military ruling sovereign sovereignty")


class Anaphora(Discourse):
    """Tells which force a pronoun or a general word means."""

    def force_meant(self, noun: Noun) -> str | None:
        """The force that a pronoun stands for."""
        if noun.pronoun == "he":
            return self._force_of_man(noun) or self.leader
        if noun.pronoun not in ("they", "it", "them", "we"):
            return None
        if (meant := self.meant.get(noun.start)) is None and (meant := self._meant_by(noun)) is not None:
            self.meant[noun.start] = meant  # they stay who they are, whatever else the sentence names after them
        return meant

    def _meant_by(self, noun: Noun) -> str | None:
        """Of a pronoun that is no man's: whose the thing is that was named last, or the side that it refers back to."""
        _, paragraph, owner = self.recent[-1] if self.recent else ("", 0, None)
        if noun.pronoun == "they" and owner and self.paragraph - paragraph <= 1 and not self.subjects:
            return owner
        return self.self_reference(noun) or owner

    def _force_of_man(self, he: Noun) -> str | None:
        """The force of the one man that the sentence tells of before: a Ukrainian pilot, and the jet he flew."""
        for each in reversed([noun for noun in self.nouns if noun.end <= he.start]):
            if each.head in _MAN and each.determiner in ("a", "an", "the") and not each.prep:
                named = (self.meaning(item, "force") for item in reversed(each.owners))
                return next((force for force in named if force is not None), None)
        return None

    def self_reference(self, noun: Noun) -> str | None:
        """Whom "it", "its", "they" and "our" mean: the subject named last, in what is said else the speaker."""
        own = noun.determiner == "our" or noun.pronoun == "we"
        if noun.determiner == "their" or noun.pronoun == "they":
            speaking = self.speaking(noun)
            if speaking is not None and any(each.pronoun == "we" or each.determiner == "our" for each in self.nouns):
                return self.other_side(speaking)  # we shot down their drone
        spoken_of = self.spoken_of(noun)
        for start, end, force in reversed(self.said):
            others = self.knowledge.forces.root(force) in _OF_STATES and noun.determiner in ("its", "their")
            if start <= noun.start < end and not others:  # UN experts say that its troops crossed the border
                if not own and spoken_of is not None and spoken_of[0] >= start:
                    return spoken_of[1]
                others = noun.determiner == "their" or noun.pronoun in ("they", "them")
                return self.war.sworn_enemy(force) if others and self._is_quoted(noun) else force
        if own:
            return self.voice
        if noun.determiner == "his":
            return self.leader or self.voice
        if spoken_of is not None:
            return spoken_of[1]
        if self._follows_stranger(noun):
            return None
        return self.here[-1] if self.here else self.force

    def _is_quoted(self, noun: Noun) -> bool:
        """Whether a phrase stands between quotation marks: who speaks there says "we" of himself, and not "they"."""
        text, at = self.text, noun.start
        return text.rfind("“", 0, at) > text.rfind("”", 0, at) or text.count('"', 0, at) % 2 == 1

    def _follows_stranger(self, noun: Noun) -> bool:
        """Whether the doer before is a group that the catalogue does not know: it is no other one."""
        doers = [
            each for each in self.nouns if each.end <= noun.start and any(role == "subject" for _, role in each.verbs)
        ]
        group = doers[-1] if doers else None
        named = group is not None and (group.head in FORCE_HEADS or group.head in _CALLED or group.items[-1].capital)
        return named and group is not None and not group.pronoun and group.entity is None and group.system is None

    def force_called(self, word: str, speaking: str | None = None) -> str | None:
        """The force named last that a general word fits: "the army", "the group"; a state speaks of its own army."""
        kinds = _CALLED.get(word)
        if kinds is None:
            return None
        of_state = kinds[0] == "service"
        if of_state and self.knowledge.force_kinds.get(speaking or "") in _ARMED:
            return speaking
        if word in _AT_HOME and (rulers := self.war.service(word)) is not None:
            return rulers  # whatever other states are named: with support of Russian jets, regime forces took it
        named = [each for each in self.forces if self._is_called(each[0], word, kinds)]
        here = [force for force, paragraph in named if paragraph == self.paragraph]
        if here:
            return self.force if self.force in here else here[-1]  # who did something last, else who was named last
        if not of_state and named:
            own = self._of_country(named) if kinds == _CALLED["government"] else None
            return own or named[-1][0]
        if (service := self.war.service(word)) is not None:
            return service
        if not named and kinds == _CALLED["coalition"]:
            return self.war.service("coalition")
        if named:
            return Counter(force for force, _ in named).most_common(1)[0][0]
        if of_state and speaking is not None:
            return self.war.service_fought(word, self.knowledge.forces.root(speaking))
        later = () if kinds is not _REBELS else self.war.named  # "the rebels" may be named further down
        return next((force for force in later if self._is_called(force, word, kinds)), None)

    def _of_country(self, named: Sequence[tuple[str, int]]) -> str | None:
        """The government, of those named, of the country that the text is about."""
        tree, country = self.knowledge.forces, self.war.country
        if country not in tree.children:
            return None  # of a country that is split, nobody knows which government is meant
        return next((force for force, _ in reversed(named) if tree.root(force) == country), None)

    def _is_called(self, force: str, word: str, kinds: tuple[str, ...]) -> bool:
        """Whether a general word fits a force; an army is somebody's, or calls itself one."""
        kind = self.knowledge.force_kinds.get(force)
        if kinds is _REBELS and self.knowledge.forces.root(force) in _OF_STATES:
            return False
        if kinds[0] != "service":
            return kind in kinds
        return kind == "service" or word in self.knowledge.title("force", force).casefold()

    def called(self, noun: Noun) -> str | None:
        """The force that a general word means: "the army", "rebels", "government troops"."""
        words = [item.word for item in noun.items if item.tag in "NJV"]
        if is_council(words):
            return self.of_officers()
        for word in words[:-1]:
            if word in BEFORE and (force := self.force_called(word, self.speaking(noun))) is not None:
                return force
        if self.is_people(noun) and noun.determiner in ("the", "") and len(words) <= 1:
            return self.force_called(noun.head.rsplit(" ", 1)[-1].casefold(), self.speaking(noun))
        return None

    def of_officers(self) -> str | None:
        """The force of a country that officers rule."""
        return self.war.service("military") or self.force_called("junta")

    def is_people(self, noun: Noun) -> bool:
        """Whether a phrase is of people, or of no system."""
        return noun.system is None or self.knowledge.is_personnel(self.meaning(noun.system, "system") or "")

    def other_side(self, force: str | None) -> str | None:
        """Whom a force fights: one named in this sentence, else by what the whole text tells."""
        if force is None:
            return None
        here = (each for each in reversed(self.here) if self.war.are_enemies(each, force))
        return next(here, None) or self.war.likely_enemy(force)

    def enemy_of(self, noun: Noun) -> str | None:
        """Of "the enemy's losses": the side that is not the speaker's."""
        if not any(item.word.startswith(("enemy", "opponent", "adversary")) for item in noun.items):
            return None
        return self.other_side(self.speaking(noun) or self.force)
