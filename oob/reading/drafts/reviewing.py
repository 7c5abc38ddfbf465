"""A draft under review: what a person accepts, corrects and throws out, kept in the draft's own file at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

from oob import catalog, checks, vocabulary
from oob.catalog import (
    Catalogue,
    ClaimEntry,
    Entry,
    ForceEntry,
    OriginEntry,
    PlaceEntry,
    ReportEntry,
    SourceEntry,
    SystemEntry,
)
from oob.errors import Faulty, Problem, Refusal
from oob.names import nearest, normal, printable
from oob.reading.drafts import edits
from oob.reading.drafts.edits import Change, Value
from oob.reading.drafts.keeping import Kept
from oob.yamlfile import Text

SPEAKER: Final = "speaker"
"""What a person calls the field `origin` by: who says it."""
FIELDS: Final = (
    "says", "action", "stance", "system", "system_text", "count", "operator", "owner", "supplier", "beneficiary",
    "opponent", "at", "near", "from", "via", "to", "when", "when_text", SPEAKER, "origin", "event", "paragraph", "key",
    "note",
)  # fmt: skip
"""The fields of a claim that may be changed in review, in the order shown."""
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "system": ("parent",),
    "force": ("kind", "part_of"),
    "place": ("kind", "within"),
    "source": ("kind", "part_of", "reliability", "reason"),
}
"""What is asked of a new system, force, place or source, besides its name."""

_VALUES: Final[tuple[checks.Check, ...]] = (
    checks.values_are_well_formed,
    checks.values_are_of_their_list,
    checks.references_are_known,
)
"""The checks of single values, which a value has to pass to be written at all."""
_JUDGED: Final = -1
"""The line that a value under judgement is given, by which problems that are its own are known."""
_HEAD: Final = "# Systems, forces, places and sources of your own; 'oob load' brings changes in.\n"
_KINDS: Final = {entry.KIND: (part, entry) for part, entry in catalog.CATALOGUE.items()}
_CLAIM: Final = tuple(catalog.shapes(ClaimEntry))


class Wrong(Exception):
    """A value that a field cannot take: why, and which known names may be meant."""

    def __init__(self, message: str, kind: str = "", name: str = "", options: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.kind = kind
        """The kind of thing that is not known, where that is what is wrong."""
        self.name = name
        self.options = tuple(options)


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a draft's proposals so far."""

    accepted: int
    skipped: int
    proposed: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.accepted + self.skipped + self.proposed


E_ = TypeVar("E_", bound=Entry)


class Review:
    """A draft claim file and the user's own catalogue file, amid what the catalogue holds.

    Claims are numbered from 0 by their order in the file; `titles` says what people call what the catalogue knows, by
    (kind, id). Raises Faulty for files whose form has faults, Refusal for what is no draft.
    """

    def __init__(
        self, draft: Path, catalogue: Path, known: checks.Known, titles: Mapping[tuple[str, str], str]
    ) -> None:
        if catalogue.resolve() == draft.resolve():
            raise Refusal(f"{draft} is the draft; name another file for what is new in the catalogue")
        self.draft = Kept(draft)
        self.catalogue = Kept(catalogue)
        self._known = known
        self._titles = titles
        self._read()
        if not self._drafted.of(ReportEntry):
            raise Refusal(f"{draft}: is no draft of a report; it has no 'report:'")

    def _read(self) -> None:
        """Takes in the two files as they now are."""
        self._drafted = _sound(self.draft.path)
        self._own = _sound(self.catalogue.path) if _has_content(self.catalogue.text) else Catalogue()
        self.claims: list[ClaimEntry] = self._drafted.of(ClaimEntry)
        self._amid = [each for each in self._drafted.entries if not isinstance(each, ClaimEntry)] + self._own.entries
        for derived in ("scope", "_faults_around", "titles", "_origins"):
            self.__dict__.pop(derived, None)

    # what there is

    @property
    def report(self) -> ReportEntry:
        """The report that the draft is of."""
        return self._drafted.of(ReportEntry)[0]

    @property
    def order(self) -> list[int]:
        """The claims that a program proposed, whatever became of them since."""
        return [number for number, claim in enumerate(self.claims) if claim.review]

    @property
    def tally(self) -> Tally:
        """How far the review has come."""
        return Tally(
            *(sum(each.review == state for each in self.claims) for state in ("accepted", "skipped", "proposed"))
        )

    @property
    def files(self) -> list[Path]:
        """The files to be loaded: the user's own catalogue file, if there is any, and the draft."""
        return [*([self.catalogue.path] if self._own.entries else []), self.draft.path]

    @cached_property
    def scope(self) -> checks.Scope:
        """What names are resolved in."""
        return self._scope(())

    def _scope(self, more: Iterable[Entry]) -> checks.Scope:
        return checks.Scope(Catalogue([*self._amid, *more]), self._known)

    @cached_property
    def titles(self) -> dict[tuple[str, str], str]:
        """By (kind, id): what people call it, the two files included."""
        found = dict(self._titles)
        for each in self._amid:
            if isinstance(each, SystemEntry | ForceEntry | PlaceEntry | SourceEntry):
                found[each.KIND, str(each.id)] = str(each.name)
        return found

    def title(self, kind: str, name: str) -> str:
        """What people call what a name stands for; the name itself, where nothing is known by it."""
        id_ = self.scope.resolve(kind, name)
        return self.titles.get((kind, id_), id_) if id_ is not None else str(name)

    def kind_of_new(self, name: str) -> str | None:
        """The sort of place that the draft proposes a place as, where nobody else has described it."""
        id_ = self.scope.resolve("place", name)
        if id_ is None or id_ in self._known.up["place"] or any(each.id == id_ for each in self._own.of(PlaceEntry)):
            return None
        return next((str(each.kind) for each in self._drafted.of(PlaceEntry) if each.id == id_), None)

    @cached_property
    def _origins(self) -> dict[str, OriginEntry]:
        return {str(each.id): each for each in self._drafted.of(OriginEntry)}

    def origin(self, claim: ClaimEntry) -> OriginEntry | None:
        """The origin of a claim, where the draft describes it."""
        return self._origins.get(str(claim.origin))

    @property
    def origins(self) -> list[OriginEntry]:
        """The origins that the draft describes."""
        return list(self._origins.values())

    def value(self, number: int, field: str) -> str:
        """What a claim's field holds, as it would be typed; blank for nothing."""
        claim = self.claims[number]
        if field == SPEAKER:
            origin = self.origin(claim)
            return self.title("source", origin.speaker) if origin is not None else ""
        held = catalog.value(claim, field)
        return ", ".join(held) if isinstance(held, tuple) else str(held or "")

    # judgement

    @cached_property
    def _faults_around(self) -> set[str]:
        return {each.message for each in checks.run(self.scope)}

    @property
    def faults_around(self) -> list[Problem]:
        """What is wrong with the draft or the catalogue file besides the claims."""
        return checks.run(self.scope)

    def faults(self, number: int) -> list[str]:
        """What keeps a claim from being accepted."""
        claim = self.claims[number]
        found = [each.message for each in checks.run(self._scope([claim])) if each.message not in self._faults_around]
        if sum(each.key == claim.key for each in self.claims) > 1:
            found.append(f"key: '{claim.key}' is another claim's too")
        return found

    def _judged(self, entry: E_, field: str, typed: str) -> E_:
        """An entry with a value that passes the checks of single values. Raises Wrong."""
        shape = catalog.shapes(type(entry))[field]
        texts = self._meant(shape, typed)
        if not texts and shape.required:
            raise Wrong(f"'{field}' cannot be empty")
        attribute = "from_" if field == "from" else field
        value: object = tuple(texts) if shape.takes != "text" else texts[0] if texts else None
        judged = replace(entry, **{attribute: value})  # type: ignore[arg-type]
        faults = [each.message for each in checks.run(self._scope([judged]), _VALUES) if each.line == _JUDGED]
        if faults:
            raise self._wrong(shape, texts, faults)
        return judged

    def _meant(self, shape: catalog.Shape, typed: str) -> list[Text]:
        """What is typed as a field's texts; names as ids, members of closed lists as these are written."""
        parts = [typed.strip()]
        if shape.takes != "text" and self._id(shape, parts[0]) is None:
            parts = [each.strip() for each in parts[0].split(",")]
        return [Text(self._id(shape, each) or each, _JUDGED) for each in parts if each]

    def _id(self, shape: catalog.Shape, name: str) -> str | None:
        if shape.members:
            return next((each for each in shape.members if normal(each) == normal(name)), None)
        return self.scope.resolve(shape.refers, name) if shape.refers and name else None

    def _wrong(self, shape: catalog.Shape, texts: Sequence[Text], faults: Sequence[str]) -> Wrong:
        message = "; ".join(faults)
        unknown = [each for each in texts if shape.refers and self.scope.resolve(shape.refers, each) is None]
        if not unknown:
            return Wrong(message)
        return Wrong(message, shape.refers, str(unknown[0]), self.like(shape.refers, unknown[0]))

    def like(self, kind: str, name: str) -> list[str]:
        """The ids whose names are nearest to one, best first."""
        known = self.scope.ids[kind] if kind in self.scope.ids else self.scope.names[kind]
        wanted = name if kind in self.scope.ids else normal(name)
        found = (self.scope.resolve(kind, each) for each in nearest(wanted, sorted(known), 6))
        return list(dict.fromkeys(each for each in found if each is not None))[:3]

    # answers

    def decide(self, numbers: Sequence[int], state: str) -> None:
        """Keeps what a person says of claims: `accepted`, `skipped`, or `proposed` again."""
        self._change([Change("claims", number, "review", state) for number in numbers])

    def accept_above(self, confidence: float) -> tuple[int, int]:
        """Accepts the proposals of at least that confidence: how many, and how many of them have faults and wait."""
        sure = [
            number
            for number, claim in enumerate(self.claims)
            if claim.review == "proposed" and _confidence(claim) >= confidence
        ]
        sound = [number for number in sure if not self.faults(number)]
        self.decide(sound, "accepted")
        return len(sound), len(sure) - len(sound)

    def set(self, number: int, field: str, typed: str) -> str | None:
        """Changes a field of a claim to what is typed; nothing clears it. Gives the new `says`, where that was retold.

        Raises Wrong for what the field cannot take; then nothing changed.
        """
        if field == SPEAKER:
            return self._set_speaker(number, typed)
        claim = self.claims[number]
        judged = self._judged(claim, field, typed)
        if field == "key" and any(each.key == judged.key for each in self.claims if each is not claim):
            raise Wrong(f"key: '{judged.key}' is another claim's; choose another")
        return self._take(number, judged, field)

    def retell(self, number: int) -> str:
        """Tells a claim anew, in the program's words, from what its fields hold."""
        told = self._told(self.claims[number])
        self._change([Change("claims", number, "says", told)])
        return told

    def _take(self, number: int, judged: ClaimEntry, field: str) -> str | None:
        claim = self.claims[number]
        changes = [Change("claims", number, field, _value(judged, field))]
        retold = None
        if field != "says" and self._told(claim) == str(claim.says) != (told := self._told(judged)):
            changes.append(Change("claims", number, "says", told))
            retold = told
        self._change(changes)
        if self.claims[number].review == "accepted" and self.faults(number):
            self.decide([number], "proposed")
        return retold

    def _set_speaker(self, number: int, typed: str) -> str | None:
        """Lets a claim go back to an utterance of another speaker, one that the draft has or a new one like its own."""
        claim, now = self.claims[number], self.origin(self.claims[number])
        if now is None:
            raise Wrong(f"the origin '{claim.origin}' is described in another file; change 'origin' instead")
        judged = self._judged(now, "speaker", typed)
        id_ = self.scope.resolve("source", judged.speaker)
        for each in self._origins.values():
            if self.scope.resolve("source", each.speaker) == id_ and (each.basis, each.made) == (now.basis, now.made):
                return self._take(number, replace(claim, origin=each.id), "origin")
        new = _free(f"{_slug(str(id_))[:40]}-in-{self.report.id}", self.scope.ids["origin"])
        fields = {"speaker": str(id_)} | {key: str(held) for key in ("made", "basis") if (held := getattr(now, key))}
        self._keep(edits.add_named(self.draft.text, "origins", new, fields))
        return self._take(number, replace(claim, origin=Text(new, _JUDGED)), "origin")

    def copy(self, number: int) -> int:
        """Adds a claim that the program missed: a copy of another, to be changed; gives its number."""
        claim = self.claims[number]
        held = {key: _value(claim, key) for key in _CLAIM if key not in ("withdrawn", "confidence", "because")}
        held["key"] = _free(str(claim.key), {str(each.key) for each in self.claims})
        held["review"] = "proposed"
        fields = {key: value for key, value in held.items() if value is not None}
        self._keep(edits.add(self.draft.text, "claims", fields, number))
        return number + 1

    # what is new

    def newcomer(self, kind: str, name: str) -> Entry:
        """The beginnings of a system, force, place or source that nobody has described yet."""
        _, entry = _KINDS[kind]
        taken = set(self.scope.names[kind].values()) | {str(each.id) for each in self.scope.entities[kind]}
        values = {key: "" for key, shape in catalog.shapes(entry).items() if shape.required}
        values |= {"id": _free(_slug(name), taken), "name": " ".join(name.split())}
        texts = {key: Text(value, 0) for key, value in values.items()}
        return entry(file=str(self.catalogue.path), line=0, **texts)

    def guess(self, number: int, kind: str, field: str) -> str:
        """What a field of a newcomer is likely to hold, going by the claim that it was met in; often nothing."""
        claim = self.claims[number]
        if field == "kind":
            return {"force": "militia", "place": "town", "source": "person"}[kind]
        if field == "parent":
            return (claim.system and self.scope.resolve("system", claim.system)) or "equipment"
        if field == "within":
            named = (each for role in vocabulary.PLACE_ROLES for each in catalog.value(claim, role) or ())
            return next((id_ for each in named if (id_ := self.scope.resolve("place", each))), "")
        return {"reliability": "F", "reason": "added in review; not judged yet"}.get(field, "")

    def describe(self, entry: Entry, field: str, typed: str) -> Entry:
        """A newcomer with one more field. Raises Wrong for what the field cannot take."""
        return self._judged(entry, field, typed)

    def welcome(self, entry: Entry) -> str:
        """Writes a newcomer into the user's own catalogue file; gives its id. Raises Wrong where it cannot be."""
        faults = [each.message for each in checks.run(self._scope([entry])) if each.message not in self._faults_around]
        if faults:
            raise Wrong("; ".join(faults))
        part, _ = _KINDS[entry.KIND]
        held = {key: _value(entry, key) for key in catalog.shapes(type(entry))}
        text = self.catalogue.text if self.catalogue.text.strip() else _HEAD
        self.catalogue.write(edits.add(text, part, {key: value for key, value in held.items() if value is not None}))
        self._read()
        return str(entry.id)

    # keeping

    def _change(self, changes: Sequence[Change]) -> None:
        if changes:
            self._keep(edits.change(self.draft.text, changes, _CLAIM))

    def _keep(self, text: str) -> None:
        self.draft.write(text)
        self._read()

    def _told(self, claim: ClaimEntry) -> str:
        """A claim in the words of the program that proposed it."""
        from oob.reading.drafts.wording import says
        from oob.reading.knowledge import of_catalogue
        from oob.reading.reader import Proposal
        from oob.reading.speech.statements import Speaker

        if claim.action not in vocabulary.ACTIONS:
            return ""
        origin = self.origin(claim)
        speaker = self.title("source", origin.speaker) if origin is not None else str(claim.origin)

        def force(key: str) -> str | None:
            held = getattr(claim, key)
            return self.scope.resolve("force", held) or str(held) if held else None

        places = {
            role: tuple(self.scope.resolve("place", each) or str(each) for each in catalog.value(claim, role) or ())
            for role in vocabulary.PLACE_ROLES
        }
        proposal = Proposal(
            paragraph=0, passage="", evidence=(0, 0),
            system=(self.scope.resolve("system", claim.system) or str(claim.system)) if claim.system else None,
            system_text="", action=str(claim.action), stance=str(claim.stance),
            speaker=Speaker(speaker.removesuffix(f" ({self.report.id})")), made=None,
            count=None, count_text=str(claim.count or ""), operator=force("operator"), supplier=force("supplier"),
            beneficiary=force("beneficiary"), opponent=force("opponent"), places=places, when=None, when_text="",
            confidence=0.0,
        )  # fmt: skip
        return says(proposal, replace(of_catalogue(Catalogue()), titles=self.titles))


def _sound(path: Path) -> Catalogue:
    """What a file and those that it includes say. Raises Faulty where their form has faults."""
    read = catalog.read([path])
    if read.problems:
        raise Faulty([Problem(each.file, each.line, printable(each.message)) for each in read.problems])
    return read


def _confidence(claim: ClaimEntry) -> float:
    """How sure the program is of a claim; -1 where it does not say, or says what is no number."""
    try:
        return float(claim.confidence or -1)
    except ValueError:
        return -1


def _has_content(text: str) -> bool:
    """Whether there is anything but remarks in a file."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _value(entry: Entry, key: str) -> Value | None:
    held = catalog.value(entry, key)
    if isinstance(held, tuple):
        return tuple(map(str, held)) or None
    return str(held) if held else None


def _slug(name: str) -> str:
    from anyascii import anyascii

    return re.sub("[^a-z0-9]+", "-", anyascii(name).lower().replace("'", ""))[:70].strip("-") or "unnamed"


def _free(id_: str, taken: Iterable[str]) -> str:
    """An id that is not taken: the one wanted, or with a number."""
    used = set(taken)
    bare = re.sub(r"-[0-9]{1,3}$", "", id_) if id_ in used else id_
    candidates = (f"{bare[:75].strip('-')}-{number}" for number in range(2, len(used) + 3))
    return id_[:80] if id_[:80] not in used else next(each for each in candidates if each not in used)
