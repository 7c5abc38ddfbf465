"""What a whole text tells of its war: who is named how often, who fights whom, and in which country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Final

from oob.names import normal
from oob.reading.claims import wars
from oob.reading.gazetteer import Mention
from oob.reading.grammar.lexicon import NATIONALITIES, bag
from oob.reading.knowledge import Knowledge
from oob.when import When

_HOSTILE: Final = bag(
    "attack strik struck destroy captur bomb shell fight fought clash battl against enem kill invad invasion offensive"
    " intercept target raid oust sieg besieg repel repuls downed assault seiz overr rout ambush defeat rival"
    " accus blam toppl storm retak liberat occup hostil conflict"
)
_FRIENDLY: Final = bag(
    "support back suppl deliver provid allied allies donat giv train agree handed transfer receiv pledg promis lend"
    " loyal behalf alongside help partner join thank sponsor mercenar purchas order contract"
)
_STEMS: Final = {**dict.fromkeys(_HOSTILE, 2), **dict.fromkeys(_FRIENDLY, -1)}
"""Beginnings of words that tell enemies and friends; an enemy is told more plainly."""
_WHOLE: Final = {
    **dict.fromkeys(bag("war wars warring foe foes hit hits shot"), 2),
    **dict.fromkeys(bag("gave sent sends sold sells aid ally bought made deal"), -1),
}
_LENGTHS: Final = sorted({len(stem) for stem in _STEMS}, reverse=True)
_NOT: Final = frozenset({"not", "no", "never", "without"})
_WORD: Final = re.compile(r"[a-z]{2,}")
_ENDS: Final = re.compile(r"[.!?;][”\"’']?\s")
_MADE: Final = re.compile(r"-(?:made|built|supplied|designed|style|era|type|manufactured|donated|provided)\b")
_THERE: Final = re.compile(
    r"\b(?:in|near|over|from|inside|outside|across|at) (?:the )?(?:\w{1,12}ern )?$"
    r"|\b(?:areas?|parts?|north|south|east|west|coast|rest) of (?:the )?$"
)
_REBELS: Final = bag("rebel rebels insurgent insurgents opposition militant militants")
_RULING: Final = bag("government junta regime authorities")
_CALLED: Final = re.compile(
    r"\b[Tt]he (army|military|air force|navy|government|junta|regime|rebels|insurgents)\b(?! of\b)"
)
_ENOUGH: Final = 200_000
"""Characters of a text that tell of its war; a longer one is a book, or no text."""
_NOBODY: Final = frozenset({"unidentified-force", "external-parties"})
"""Forces that are no side, since nobody says who they are."""
_KNOWN: Final = 8
"""What is known of two sides from elsewhere weighs as much as so many words of war, or twice as many of help."""
_NEAR: Final = 160
"""Characters between two forces beyond which the words between them are about something else."""


@dataclass(slots=True)
class _Told:
    """What was counted."""

    forces: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    feelings: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By pair of sides, in order: what speaks for their being enemies, less what speaks against it."""


class War:
    """What a whole text tells of its war; counted when it is first asked for."""

    def __init__(
        self, knowledge: Knowledge, document: str, named: Sequence[tuple[str, Sequence[Mention]]] | None = None
    ) -> None:
        """`named`: the lines of the document with what is named in each, where somebody has looked already."""
        self.knowledge = knowledge
        self.document = document
        self._given = named
        self._services: dict[str, str | None] = {}
        self._enemies: dict[str, str | None] = {}
        self._rivals: dict[str, str | None] = {}

    def enemy(self, force: str) -> str | None:
        """Whom a force fights, as far as the words between the forces tell; else whom its friends fight."""
        side = self.knowledge.forces.root(force)
        if side not in self._enemies:
            self._enemies[side] = self._enemy(side)
        return self._enemies[side]

    def _enemy(self, side: str) -> str | None:
        if (foe := self._foe(side)) is not None:
            return self._best_known(foe)
        for friend in self._friends(side):
            if (foe := self._foe(friend)) is not None and foe != side:
                return self._best_known(foe)
        alone = all(each == side for each in self._told.sides)
        return self._enemy_at_home(side) if alone and side in self._told.sides else None

    def sworn_enemy(self, force: str) -> str | None:
        """The enemy, if the force is that one's enemy too: not of a bystander, who has words for either."""
        enemy = self.enemy(force)
        back = self.enemy(enemy) if enemy is not None else None
        root = self.knowledge.forces.root
        return enemy if back is not None and root(back) == root(force) else None

    def likely_enemy(self, force: str) -> str | None:
        """The enemy, or where the text does not tell, the side named most that is no friend."""
        if (enemy := self.enemy(force)) is not None:
            return enemy
        side = self.knowledge.forces.root(force)
        if side not in self._rivals:
            self._rivals[side] = self._rival(side)
        return self._rivals[side]

    def _rival(self, side: str) -> str | None:
        sides, foes = self._told.sides, _foes(side)
        if self.country in foes:
            return self._best_known(self.country)
        helped = {foe for foe in foes if any((foe, giver) in wars.HELPED for giver in sides)}
        if len(helped) == 1:
            return self._best_known(helped.pop())  # Norway, which the text names, helps Ukraine, which Russia fights
        others = [each for each in sides if each != side and not self.are_friends(each, side)]
        kinds = self.knowledge.force_kinds
        if kinds.get(side) == "state":  # of two states that no text and no table has at war neither fights the other
            others = [each for each in others if each in foes or kinds.get(each) != "state"]
        foe = max(others, key=lambda each: sides[each], default=None) or self._enemy_at_home(side)
        return self._best_known(foe) if foe is not None else None

    def _enemy_at_home(self, side: str) -> str | None:
        """The one side that another is known to fight, or the state of the country, where a text names nobody else."""
        foes = _foes(side)
        if self.country in foes and self.knowledge.force_kinds.get(side) != "state":
            return self.country
        main = [each for each in foes if not any((other, each) in wars.HELPED for other in foes)]
        return main[0] if len(main) == 1 else None

    def helped(self, giver: str) -> str | None:
        """The one side of this war that somebody is known to help."""
        tree = self.knowledge.forces
        side = tree.root(giver)
        at_war = (each for each in self._told.sides if each != side and self.enemy(each) is not None)
        helped = [each for each in at_war if (each, side) in wars.HELPED]
        return self._best_known(helped[0]) if len(helped) == 1 else None

    def maker(self, system: str) -> str | None:
        """The one side of the two named most that makes a thing, or gets it from who helps that side alone.

        Helicopters of Russian make are Russia's; German tanks are those of Ukraine, which Germany helps.
        """
        if not any(each in self.knowledge.makers for each in self.knowledge.systems.line(system)[:2]):
            return None
        sides = [side for side, _ in self._told.sides.most_common(2)]
        if len(sides) < 2:
            return None
        having = [side for side in sides if self.knowledge.is_made_by(system, side)]
        if not having and self.are_enemies(*sides):
            having = [side for side in sides if self._is_made_by_helper(system, side)]
        return self._best_known(having[0]) if len(having) == 1 else None

    def _is_made_by_helper(self, system: str, side: str) -> bool:
        """Whether a thing comes from a country that is known to help a side."""
        return any(self.knowledge.is_made_by(system, giver) for helped, giver in wars.HELPED if helped == side)

    def are_enemies(self, one: str, other: str) -> bool:
        """Whether more speaks for two forces' being enemies than against it."""
        return self._feeling(one, other) > 0

    def are_friends(self, one: str, other: str) -> bool:
        """Whether more speaks for two forces' being on one side than against it."""
        return self._feeling(one, other) < 0

    def _feeling(self, one: str, other: str) -> int:
        tree = self.knowledge.forces
        return self._told.feelings[_pair(tree.root(one), tree.root(other))]

    @cached_property
    def named(self) -> list[str]:
        """The forces that the text names, the one named most first."""
        return [force for force, _ in self._told.forces.most_common()]

    def began(self, published: When | None) -> str | None:
        """When the war began that the country is in, in EDTF, if that was before the text."""
        began = wars.BEGAN.get(self.country or "")
        latest = published.latest if published is not None else None
        return began if began is not None and latest is not None and latest.isoformat() >= began else None

    @cached_property
    def country(self) -> str | None:
        """The country that most of the places named lie in."""
        tree = self.knowledge.places
        meanings = (each for _, mentions in self._lines for mention in mentions for each in mention.meanings)
        named = Counter(tree.root(id_) for kind, id_ in meanings if kind == "place")
        return max(named, key=lambda each: named[each], default=None)

    @cached_property
    def capital(self) -> str | None:
        """The capital of that country, where the catalogue says which it is."""
        peoples = (word for word, force in NATIONALITIES.items() if force == self.country)
        named = (self.knowledge.by_name.get(("place", normal(f"{word} capital"))) for word in peoples)
        return next((place for place in named if place is not None), None)

    def service(self, word: str) -> str | None:
        """The country's force that a general word fits: its army, its air force, its government, its rebels."""
        if word not in self._services:
            self._services[word] = self._service(word)
        return self._services[word]

    def service_fought(self, word: str, side: str) -> str | None:
        """What "the army" is, said by rebels: that of the one state that they are known to fight."""
        states = [each for each in _foes(side) if self.knowledge.force_kinds.get(each) == "state"]
        return (self._of_people(states[0], (word,)) or states[0]) if len(states) == 1 else None

    def _of_people(self, country: str | None, words: Sequence[str]) -> str | None:
        peoples = [word for word, force in NATIONALITIES.items() if force == country]
        named = (self.knowledge.by_name.get(("force", normal(f"{a} {b}"))) for a in peoples for b in words)
        return next((each for each in named if each is not None), None)

    def _service(self, word: str) -> str | None:
        force = self._of_people(self.country, ("rebels", "opposition", "insurgents") if word in _REBELS else (word,))
        if force is None and word in _RULING and self.knowledge.force_kinds.get(self.country or "") == "state":
            return self.country if self.country not in wars.SPLIT else None
        if force is None and word == "coalition":
            return self._coalition()
        if word in _REBELS or force is None:
            return force
        # of a country that is split, nobody knows which army is meant
        return force if self.knowledge.forces.root(force) == self.country else None

    def _coalition(self) -> str | None:
        """The coalition that fights in this country, unless the text names the leader of another, and not its own."""
        led = wars.COALITIONS.get(self.country or "")
        leader, other = wars.LEADERS.get(led or "", ("", ""))
        return None if other in self._told.sides and leader not in self._told.sides else led

    def _foe(self, side: str) -> str | None:
        told = self._told
        others = (two if one == side else one for one, two in told.feelings if side in (one, two))
        against = [other for other in others if told.feelings[_pair(side, other)] > 0]
        return max(
            against,
            key=lambda each: (told.feelings[_pair(side, each)], self._fights_here(each), told.sides[each]),
            default=None,
        )

    def _fights_here(self, side: str) -> bool:
        """Whether a side is the country that the text is of, or is known to fight it."""
        return self.country is not None and (side == self.country or _pair(side, self.country) in wars.ENEMIES)

    def _friends(self, side: str) -> list[str]:
        told = self._told.feelings
        pairs = sorted(
            (pair for pair, count in told.items() if side in pair and count < 0), key=lambda each: told[each]
        )
        return [one if other == side else other for one, other in pairs]

    def _best_known(self, side: str) -> str:
        """Of a state the armed force named most, its branches included; else the side itself."""
        tree, kinds = self.knowledge.forces, self.knowledge.force_kinds
        if kinds.get(side) != "state":
            return side
        named = Counter[str]()
        for force, count in self._told.forces.items():
            below = tree.line(force)[-2:][0]
            if force != side and tree.root(force) == side and kinds.get(below) == "service":
                named[below] += count
        return max(named, key=lambda each: named[each], default=side)

    @cached_property
    def _lines(self) -> Sequence[tuple[str, Sequence[Mention]]]:
        if self._given is not None:
            return self._given
        return [(line, self.knowledge.gazetteer.find(line)) for line in self.document[:_ENOUGH].split("\n")]

    @cached_property
    def _told(self) -> _Told:
        told = _Told()
        for line, mentions in self._lines:
            self._count(line, sorted([*self._named(line, mentions), *self._called(line)]), told)
        for pair in combinations(sorted(told.sides), 2):
            told.feelings[pair] += _KNOWN * ((pair in wars.ENEMIES) - (pair in wars.FRIENDS))
        return told

    def _count(self, line: str, forces: Sequence[tuple[int, int, str]], told: _Told) -> None:
        """Counts who is named, and what stands between each and the one of another side before him in his sentence."""
        tree, ends = self.knowledge.forces, [found.end() for found in _ENDS.finditer(line)]
        last: dict[str, tuple[int, int]] = {}  # by side: where it was named last
        for start, end, force in forces:
            told.forces[force] += 1
            side = tree.root(force)
            told.sides[side] += 1
            other = max((each for each in last if each != side), key=lambda each: last[each], default=None)
            if other is not None:
                begun, since = last[other]
                if start - since <= _NEAR and bisect_right(ends, since) == bisect_right(ends, start):
                    feeling = _feeling(line[since:start]) or _between(line, begun, since, start)
                    told.feelings[_pair(side, other)] += feeling
            last[side] = (start, end)

    def _named(self, line: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
        """The forces named as somebody who acts: not the country in which others do."""
        things = {mention.start for mention in mentions if mention.meanings[0][0] == "system"}
        for mention in mentions:
            meanings = dict(mention.meanings)
            force = meanings.get("force")
            if mention.end + 1 in things and line.endswith(("with ", "using "), 0, mention.start):
                continue  # struck it with Chinese drones
            if force is None or force in _NOBODY or "system" in meanings or _MADE.match(line, mention.end):
                continue
            if "place" in meanings and _THERE.search(line, max(0, mention.start - 24), mention.start):
                continue
            if self.knowledge.force_kinds.get(force) != "state" or force in self.knowledge.forces.children:
                yield mention.start, mention.end, force

    def _called(self, line: str) -> Iterator[tuple[int, int, str]]:
        """The country's own forces under a general name: "the army"."""
        for found in _CALLED.finditer(line):
            if (force := self.service(found[1])) is not None:
                yield found.start(), found.end(), force


def _foes(side: str) -> set[str]:
    """Whom a side is known to fight."""
    return {two if one == side else one for one, two in wars.ENEMIES if side in (one, two)}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _feeling(words_between: str) -> int:
    """What the words between two forces say: the last that tells of either war or help decides."""
    words = _WORD.findall(words_between.casefold())
    for at in range(len(words) - 1, -1, -1):
        if (feeling := _of_word(words[at])) is not None:
            return 0 if _NOT.intersection(words[max(0, at - 3) : at]) else feeling
    return 0


def _between(line: str, begun: int, end: int, start: int) -> int:
    """Of "fighting between A and B": what stands before."""
    before = line[max(0, begun - 60) : begun].rstrip().removesuffix(" the")
    if before.endswith("between") and line[end:start].lstrip(" '’s").startswith("and "):
        return max(0, _feeling(before))
    return 0


@lru_cache(4096)
def _of_word(word: str) -> int | None:
    if word in _WHOLE:
        return _WHOLE[word]
    return next((_STEMS[word[:length]] for length in _LENGTHS if word[:length] in _STEMS), None)
