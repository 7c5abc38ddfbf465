"""What reading knows: the catalogue's names, and how its systems, forces, places and sources hang together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from oob.names import normal
from oob.reading.gazetteer import Gazetteer, Name
from oob.reading.grammar.lexicon import NATIONALITIES
from oob.reading.unlisted import kind_of
from oob.trees import Tree

if TYPE_CHECKING:
    from oob.catalog import Catalogue
    from oob.inventory import Directory
    from oob.store import Reader

PERSONNEL: Final = "personnel"
EQUIPMENT: Final = "equipment"


@dataclass(frozen=True)
class Knowledge:
    """The catalogue as reading needs it: plain tables, so that every process can have its own."""

    names: tuple[Name, ...]
    titles: Mapping[tuple[str, str], str]
    """By (kind, id): what people call it."""
    parents: Mapping[str, Mapping[str, str | None]]
    """By kind: child -> parent."""
    place_kinds: Mapping[str, str]
    force_kinds: Mapping[str, str]
    source_kinds: Mapping[str, str]
    makers: Mapping[str, tuple[str, ...]]
    """By system: the countries that design or build it."""

    def is_made_by(self, system: str, force: str) -> bool:
        """Whether a system comes from the country that a force is."""
        root = self.forces.root(force)
        return any(root in self.makers.get(each, ()) for each in self.systems.line(system)[:2])

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Finds the names in a text."""
        known = self.parents["force"]
        peoples = (Name(word, "force", force) for word, force in NATIONALITIES.items() if force in known)
        return Gazetteer([*self.names, *peoples], self.parents["system"])

    @cached_property
    def systems(self) -> Tree:
        """Systems, by what they are a kind of."""
        return Tree(self.parents["system"])

    @cached_property
    def forces(self) -> Tree:
        """Forces, by what they are part of."""
        return Tree(self.parents["force"])

    @cached_property
    def places(self) -> Tree:
        """Places, by what they lie in."""
        return Tree(self.parents["place"])

    @cached_property
    def sources(self) -> Tree:
        """Sources, by whom they speak for."""
        return Tree(self.parents["source"])

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], str]:
        """By (kind, normal form of a name, or of an id, which is a name too): the id."""
        ids = {(kind, normal(id_)): id_ for kind, parents in self.parents.items() for id_ in parents}
        return ids | {(name.kind, normal(name.text)): name.id for name in self.names}

    @cached_property
    def designators(self) -> Mapping[str, list[str]]:
        """Names of systems with digits in them, by the digits: what may be meant by a designator."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            if name.kind == "system" and (digits := "".join(filter(str.isdigit, name.text))):
                found.setdefault(digits, []).append(name.text)
        return found

    @cached_property
    def _names_of(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for name in self.names:
            found.setdefault((name.kind, name.id), []).append(normal(name.text))
        return found

    @cached_property
    def _speakers(self) -> dict[str, str | None]:
        return {}

    def speaker_for(self, force: str) -> str | None:
        """The source that speaks where a force is said to speak: the one that shares a name with it."""
        if force not in self._speakers:
            shared = (self.by_name.get(("source", name)) for name in self._names_of.get(("force", force), ()))
            self._speakers[force] = next((source for source in shared if source is not None), None)
        return self._speakers[force]

    @cached_property
    def _spoken_for(self) -> dict[str, str]:
        """By source: the force that has its name."""
        found: dict[str, str] = {}
        for force in self.parents["force"]:
            if (speaker := self.speaker_for(force)) is not None:
                found.setdefault(speaker, force)
        return found

    @cached_property
    def _forces_behind(self) -> dict[str, str | None]:
        return {}

    def force_behind(self, source: str) -> str | None:
        """The force that a source speaks for, if any."""
        if source not in self._forces_behind:
            spoken_for = (self._spoken_for.get(each) for each in self.sources.line(source))
            self._forces_behind[source] = next(filter(None, spoken_for), None)
        return self._forces_behind[source]

    def is_personnel(self, system: str) -> bool:
        """Whether a system is a class of people."""
        return PERSONNEL in self.systems.line(system)

    def place_kind(self, place: str | None) -> str | None:
        """The sort of place that a place is; of one that the catalogue does not list, what its name tells."""
        return self.place_kinds.get(place) or kind_of(place) if place else None

    def title(self, kind: str, id_: str) -> str:
        """What people call it."""
        return self.titles.get((kind, id_), id_)


def of_catalogue(read: Catalogue) -> Knowledge:
    """The knowledge in catalogue files."""
    from oob.catalog import ForceEntry, PlaceEntry, SourceEntry, SystemEntry
    from oob.reading.gazetteer import names_of

    systems, forces = read.of(SystemEntry), read.of(ForceEntry)
    places, sources = read.of(PlaceEntry), read.of(SourceEntry)
    titles = {("system", str(each.id)): str(each.name) for each in systems}
    titles |= {("place", str(each.id)): str(each.name) for each in places}
    titles |= {("force", str(each.id)): str(each.name) for each in forces}
    titles |= {("source", str(each.id)): str(each.name) for each in sources}
    return Knowledge(
        names=tuple(names_of([*systems, *forces, *places, *sources])),
        titles=titles,
        parents={
            "system": {str(each.id): each.parent and str(each.parent) for each in systems},
            "force": {str(each.id): each.part_of and str(each.part_of) for each in forces},
            "place": {str(each.id): each.within and str(each.within) for each in places},
            "source": {str(each.id): each.part_of and str(each.part_of) for each in sources},
        },
        place_kinds={str(each.id): str(each.kind) for each in places},
        force_kinds={str(each.id): str(each.kind) for each in forces},
        source_kinds={str(each.id): str(each.kind) for each in sources},
        makers={str(each.id): tuple(map(str, each.made_in)) for each in systems if each.made_in},
    )


def of_database(reader: Reader, known: Directory) -> Knowledge:
    """The knowledge in a catalogue as it stands."""
    from oob.inventory import makers
    from oob.reading.gazetteer import names_in

    titles = {("system", each.id): each.name for each in known.systems.values()}
    titles |= {("place", each.id): each.name for each in known.places.values()}
    titles |= {("force", each.id): each.name for each in known.forces.values()}
    titles |= {("source", each.id): each.name for each in known.sources.values()}
    return Knowledge(
        names=tuple(names_in(reader, known)),
        titles=titles,
        parents={
            "system": {each.id: each.parent for each in known.systems.values()},
            "force": {each.id: each.part_of for each in known.forces.values()},
            "place": {each.id: each.within for each in known.places.values()},
            "source": {each.id: each.part_of for each in known.sources.values()},
        },
        place_kinds={each.id: each.kind for each in known.places.values()},
        force_kinds={each.id: each.kind for each in known.forces.values()},
        source_kinds={each.id: each.kind for each in known.sources.values()},
        makers={system: tuple(places) for system, places in makers(reader).items()},
    )
