"""The two sides of the measure, the gold's claims and a draft's, and what the names of both stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from oob import catalog, count, paths
from oob.catalog import Catalogue, ClaimEntry, OriginEntry, ReportEntry
from oob.checks import TREES, spellings
from oob.names import normal
from oob.trees import Tree

CANONICAL: Final = Path(__file__).parent / "canonical.yaml"

# -- the two sides ------------------------------------------------------------------------------------------------

Range = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A claim as the careful reader marked it, with the gold's own names."""

    paragraph: int
    quote: str = ""
    surface: str = ""
    system: str = ""
    kind: str = "equipment"
    action: str
    stance: str = "asserted"
    count: Range | None = None
    operator: str | None = None
    supplier: str | None = None
    beneficiary: str | None = None
    opponent: str | None = None
    place: str | None = None
    when: str | None = None
    speaker: str = "outlet"
    speaker_type: str = "outlet"
    optional: bool = False
    """Right to propose, and right not to."""

    @property
    def is_control(self) -> bool:
        """Whether it is about who holds a place, not about a system."""
        return self.kind == "base-control"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A claim of a draft, with our ids; a name that is unknown stays the words it is."""

    paragraph: int
    key: str = ""
    system: str | None = None
    system_text: str | None = None
    action: str
    stance: str = "asserted"
    count: Range | None = None
    operator: str | None = None
    supplier: str | None = None
    beneficiary: str | None = None
    opponent: str | None = None
    places: tuple[str, ...] = ()
    when: str | None = None
    speaker: str = ""
    is_outlets: bool = False
    """Whether the publisher itself speaks."""


def gold_claims(records: Iterable[Mapping[str, Any]]) -> list[Gold]:
    """The claims of a gold file, in our terms.

    Of a place taken, the gold's operator is who lost it, as of things: ours holds it. A thing that a strike hit is
    `struck` in the gold, which has the other kind of record for the weapon: ours is `damaged`, and only weapons strike.
    """
    return [
        Gold(
            paragraph=each["paragraph"],
            quote=each["quote"],
            surface=each["system"]["surface"],
            system=each["system"]["canonical"],
            kind=each["kind"],
            action="damaged" if _is_hit(each) else each["action"],
            stance=each["stance"],
            count=(each["count"]["min"] or 1, each["count"]["max"]) if each["count"] else None,
            operator=each["opponent" if _is_taken(each) else "operator"],
            supplier=each["supplier"],
            beneficiary=each["beneficiary"],
            opponent=each["operator" if _is_taken(each) else "opponent"],
            place=each["place"]["canonical"] if each["place"] else None,
            when=each["date_alleged"]["edtf"] if each["date_alleged"] else None,
            speaker=each["speaker"],
            speaker_type=each["speaker_type"],
            optional="optional" in each.get("note", ""),
        )
        for each in records
    ]


def _is_taken(record: Mapping[str, Any]) -> bool:
    return bool(record["kind"] == "base-control" and record["action"] == "captured")


def _is_hit(record: Mapping[str, Any]) -> bool:
    return bool(record["kind"] == "equipment" and record["action"] == "struck")


def proposed_claims(draft: Catalogue) -> list[Proposal]:
    """The claims of a draft that the gold could have."""
    publishers = {report.publisher for report in draft.of(ReportEntry)}
    speakers = {origin.id: str(origin.speaker) for origin in draft.of(OriginEntry)}
    return [
        Proposal(
            paragraph=int(claim.paragraph),
            key=str(claim.key),
            system=claim.system,
            system_text=claim.system_text,
            action=str(claim.action),
            stance=str(claim.stance),
            count=_range(claim.count),
            operator=claim.operator or claim.owner,
            supplier=claim.supplier,
            beneficiary=claim.beneficiary,
            opponent=claim.opponent,
            places=tuple(map(str, (*claim.at, *claim.near, *claim.from_, *claim.via, *claim.to))),
            when=claim.when,
            speaker=(speaker := speakers.get(claim.origin, str(claim.origin))),
            is_outlets=speaker in publishers,
        )
        for claim in draft.of(ClaimEntry)
        if claim.action != "backs"
    ]


def _range(wording: str | None) -> Range | None:
    if not wording:
        return None
    parsed = count.parse(wording)
    return (parsed.low, parsed.high) if parsed.stated else None


# -- names --------------------------------------------------------------------------------------------------------

_JOINED = re.compile(" (?:and|or) |, |/")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# fmt: off
_IDLE = {
    "a", "an", "the", "one", "unnamed", "anonymous", "some", "other", "another", "senior", "his", "her",
}
"""Words that do not tell one unnamed speaker from another."""
_TITLES = {
    "mr", "mrs", "ms", "dr", "prof", "professor", "gen", "general", "lt", "lieutenant", "col", "colonel", "maj",
    "major", "capt", "captain", "brig", "brigadier", "cmdr", "commander", "adm", "admiral", "vice", "rear", "sgt",
    "president", "minister", "spokesman", "spokeswoman", "spokesperson", "governor",
}
# fmt: on


class Names:
    """What names stand for: those of the gold through the table and the catalogue, ours through the catalogue."""

    def __init__(self, catalogue: Catalogue, table: Mapping[str, Mapping[str, str | list[str]]]) -> None:
        self.trees: dict[str, Tree] = {}
        self._ids: dict[str, dict[str, str]] = {}
        self._printed: dict[str, str] = {}
        for kind, entry_type in ((entry.KIND, entry) for entry in catalog.CATALOGUE.values()):
            entries: list[Any] = list(catalogue.of(entry_type))
            self.trees[kind] = Tree({str(entry.id): getattr(entry, TREES[kind]) or None for entry in entries})
            self._ids[kind] = {normal(each): str(entry.id) for entry in reversed(entries) for each in spellings(entry)}
            if kind == "source":
                self._printed = {str(entry.id): str(entry.name) for entry in entries}
        self._table: dict[str, dict[str, list[str]]] = {}
        for kind, part in (("system", "systems"), ("force", "forces"), ("place", "places"), ("source", "speakers")):
            self._table[kind] = {
                normal(name): ids if isinstance(ids, list) else [ids] for name, ids in table.get(part, {}).items()
            }

    def ours(self, kind: str, name: str) -> str:
        """The id of one of our names, or its words after a question mark where the catalogue has none."""
        return self._ids[kind].get(normal(name)) or f"?{normal(name)}"

    def gold(self, kind: str, name: str) -> list[str]:
        """The ids that are right for a name of the gold, `none` among them where a blank is right too."""
        bare = _BRACKETS.sub("", name)
        found = self._exactly(kind, name) or self._exactly(kind, bare)
        if not found and kind in ("system", "force"):
            found = [id_ for part in _JOINED.split(bare) for id_ in self._part(kind, part)]
        return [*dict.fromkeys(found)] or [f"?{normal(name)}"]

    def _exactly(self, kind: str, name: str) -> list[str]:
        known = self._ids[kind].get(normal(name))
        return self._table[kind].get(normal(name)) or ([known] if known else [])

    def _part(self, kind: str, name: str) -> list[str]:
        """What a name means; of a system that has no such name, what it begins and ends with: Patriot launcher."""
        if kind == "force":
            return self._exactly(kind, name)
        words = name.split()
        begins = (self._exactly(kind, " ".join(words[:end])) for end in range(len(words), 0, -1))
        found = [*next(filter(None, begins), []), *self._ending(words)]
        tree = self.trees[kind]
        return [each for each in found if not any(other != each and tree.within(other, each) for other in found)]

    def _ending(self, words: Sequence[str]) -> list[str]:
        """The system that the last words name, in the singular or plural, without those before it: RSF fighters."""
        for at in range(len(words)):
            rest = " ".join(words[at:])
            for form in (rest, rest.removesuffix("s"), rest.removesuffix("es"), re.sub("ies$", "y", rest)):
                if found := self._exactly("system", form):
                    return found
        return []

    def system(self, claim: Gold) -> list[str]:
        """The ids that are right for a claim's system: its canonical name's, or a narrower one that its words name."""
        right = self.gold("system", claim.system)
        tree = self.trees["system"]
        named = self._ending(claim.surface.split())
        return [*right, *(each for each in named if any(each != one and tree.within(each, one) for one in right))]

    def are_related(self, one: str, other: str) -> bool:
        """Whether one of two systems is a kind of the other."""
        return one == other or self.trees["system"].related(one, other)

    def is_force(self, gold: str | None, ours: str | None) -> bool:
        """Whether our force is the gold's or a part of it; both may be blank."""
        if gold is None or ours is None:
            return gold is ours or (ours is None and gold is not None and "none" in self.gold("force", gold))
        mine = self.ours("force", ours)
        return any(self.trees["force"].within(mine, each) or mine == each for each in self.gold("force", gold))

    def is_place(self, gold: str | None, ours: Sequence[str]) -> bool:
        """Whether one of our places is the gold's; both may be blank."""
        if gold is None:
            return not ours
        right = {*self.gold("place", gold), f"?{normal(gold)}"}  # a place of no catalogue has the text's own name
        return any(self.ours("place", each) in right for each in ours) or (not ours and "none" in right)

    def is_speaker(self, gold: Gold, ours: Proposal, *, party: bool = False) -> bool:
        """Whether the speaker is the same one, or, of a party, another of the same."""
        name = re.sub(r"\s*\(via [^()]*\)", "", gold.speaker)
        if gold.speaker_type == "outlet" and ours.is_outlets:
            return True
        right, mine = self.gold("source", name), self.ours("source", ours.speaker)
        if mine in right or _same_words(name, self._printed.get(mine, ours.speaker)):
            return True
        tree = self.trees["source"]
        return (
            party and mine in tree.parents and any(tree.root(mine) == tree.root(e) for e in right if e in tree.parents)
        )


def _same_words(gold: str, ours: str) -> bool:
    """Whether two wordings are of one speaker: the same telling words, or a person's name with more or less of it."""
    one, other = _telling(gold), _telling(ours)
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    is_person = all(word[0].isupper() for word in gold.split()) and one[-1] == other[-1]
    return one == other or (is_person and set(shorter) <= set(longer))


def _telling(wording: str) -> list[str]:
    plain = _BRACKETS.sub("", wording).casefold().replace("-", " ").replace("defense", "defence").replace("’", "'")
    words = (word.strip(".,'\"") for word in plain.split())
    return [word for word in words if word and word not in _IDLE | _TITLES]


def names() -> Names:
    """The names of the shipped catalogue and of the table beside this file."""
    return Names(catalog.read(paths.shipped_catalogue()), yaml.safe_load(CANONICAL.read_text("utf-8")))
