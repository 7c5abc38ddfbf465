"""What the snapshot holds: rows for every sheet, from the catalogue as it is at one moment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from oob import holdings, inventory, vocabulary
from oob.inventory import ClaimRow, Directory
from oob.report import inventories
from oob.report.inventories import Answer
from oob.report.words import Words
from oob.sourcing import utterance
from oob.store import Reader

Value = str | int | float | None
Row = tuple[Value, ...]

FACTIONS: Final = 20
"""How many factions' inventories are worked out beforehand: those that most claims name."""


@dataclass(frozen=True)
class Content:
    """The catalogue, read once."""

    known: Directory
    standing: list[ClaimRow]
    withdrawn: list[ClaimRow]
    names: list[tuple[str, str, str, bool, str]]
    """Kind, normal form, spelling, whether it is an alias, and the id that it stands for."""
    makers: Mapping[str, list[str]]
    answers: list[Answer]
    """The inventories of the factions that most claims name."""

    @cached_property
    def words(self) -> Words:
        """Names by id."""
        return Words(self.known)

    @cached_property
    def spellings(self) -> Mapping[tuple[str, str], str]:
        """All that a thing can be found by, as one text."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind, normal, written, _, id_ in self.names:
            found[kind, id_] += (written, normal)
        return {thing: " ".join(dict.fromkeys(texts)) for thing, texts in found.items()}

    @cached_property
    def aliases(self) -> Mapping[tuple[str, str], str]:
        """The other spellings of a thing, as one text."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind, _, written, listed, id_ in self.names:
            if listed:
                found[kind, id_].append(written)
        return {thing: "; ".join(sorted(texts)) for thing, texts in found.items()}

    @cached_property
    def tallies(self) -> Mapping[str, Counter[str]]:
        """How many standing claims name each thing, by kind of thing; a source by what it said."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for row in self.standing:
            origin = self.known.origins[row.origin]
            for kind, ids in (
                ("report", {row.report}),
                ("origin", {row.origin}),
                ("event", {row.event}),
                ("action", {row.action}),
                ("stance", {row.stance}),
                ("system", {row.system}),
                ("force", set(row.forces())),
                ("place", {place for _, place in row.places}),
                ("source", {origin.speaker}),
            ):
                found[kind].update(id_ for id_ in ids if id_ is not None)
        return found


def read(reader: Reader) -> Content:
    """Reads the whole catalogue, but for the reports' texts and passages: these are the words of others."""
    known = inventory.directory(reader)
    rows = inventory.claim_rows(reader)
    standing = [row for row in rows if row.withdrawn is None]
    return Content(
        known,
        standing,
        [row for row in rows if row.withdrawn is not None],
        inventory.every_name(reader),
        inventory.makers(reader),
        [_answer(reader, known, faction) for faction in _factions(standing, known)],
    )


def _factions(standing: Iterable[ClaimRow], known: Directory) -> list[str]:
    """The forces at the top of their trees that most claims name, the most named first."""
    tree = known.world.forces
    named = Counter(top for row in standing for top in {tree.root(force) for force in row.forces()})
    return sorted(named, key=lambda force: (-named[force], force))[:FACTIONS]


def _answer(reader: Reader, known: Directory, faction: str) -> Answer:
    """The inventory of one faction, with all that is known."""
    bearing = inventory.bearing_on(reader, known, [faction])
    question = inventories.question([faction], None, None, None, None)
    found = holdings.inventory(inventory.as_claims(bearing, known), known.world, question)
    return Answer(found, known, {row.id: row for row in bearing})


def rows(content: Content) -> Iterator[tuple[str, Iterable[Row]]]:
    """The rows of every sheet, by its name."""
    yield "reports", _reports(content)
    yield "sources", _sources(content)
    yield "systems", _systems(content)
    yield "forces", _forces(content)
    yield "places", _places(content)
    yield "origins", _origins(content)
    yield "events", _events(content)
    yield (
        "actions",
        (
            (id_, action.effect, action.definition, content.tallies["action"][id_])
            for id_, action in vocabulary.ACTIONS.items()
        ),
    )
    yield "stances", ((id_, told, content.tallies["stance"][id_]) for id_, told in vocabulary.STANCES.items())
    yield "claims", (_claim(row, content) for row in content.standing)
    yield "withdrawn_claims", ((row.id, row.withdrawn, *_claim(row, content)[1:]) for row in content.withdrawn)
    yield "claim_places", _claim_places(content)
    yield "names", _names(content)
    held = [each for answer in content.answers for each in _inventory(answer)]
    yield "inventory", ((id_, *cells, line) for line, (id_, cells, _) in enumerate(held, 1))
    yield "inventory_claims", ((id_, claim, bearing) for id_, _, shown in held for claim, bearing in shown.items())


def searchable(content: Content) -> Iterator[tuple[str, Iterable[str]]]:
    """What each row of a searched sheet is found by, in the order of its rows."""
    known, spelled = content.known, content.spellings
    yield (
        "reports",
        (
            _joined(each.title, each.authors, each.note, spelled.get(("source", each.publisher)))
            for each in known.reports.values()
        ),
    )
    yield "sources", (_joined(spelled.get(("source", id_)), each.reason) for id_, each in known.sources.items())
    yield "systems", (_joined(spelled.get(("system", id_)), each.definition) for id_, each in known.systems.items())
    yield "forces", (_joined(spelled.get(("force", id_)), each.note) for id_, each in known.forces.items())
    yield "places", (_joined(spelled.get(("place", id_)), each.note) for id_, each in known.places.items())
    yield "claims", (_claim_words(row, content) for row in content.standing)


def _claim_words(row: ClaimRow, content: Content) -> str:
    """A claim is found by its own words and by every spelling of what it names."""
    speaker = content.known.origins[row.origin].speaker
    things = (("system", row.system), *(("force", force) for force in row.forces()), ("source", speaker))
    places = (("place", place) for _, place in row.places)
    named = (content.spellings.get((kind, id_)) for kind, id_ in (*things, *places) if id_ is not None)
    return _joined(row.says, row.system_text, row.when_text, row.note, *named)


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))


# -- what claims refer to -------------------------------------------------------------------------------------------


def _reports(content: Content) -> Iterator[Row]:
    for each in content.known.reports.values():
        yield (
            each.id, content.words.report(each.id), each.title, each.publisher, each.published, each.authors,
            each.repeats, content.tallies["report"][each.id], each.dated_by, each.url, each.note, each.earliest,
            each.latest, each.sha256,
        )  # fmt: skip


def _sources(content: Content) -> Iterator[Row]:
    for each in content.known.sources.values():
        yield (
            each.id, each.name, each.short, each.kind, each.part_of, content.known.source_tree.root(each.id),
            each.reliability, each.reason, content.tallies["source"][each.id],
            content.aliases.get(("source", each.id)), each.wikidata,
        )  # fmt: skip


def _systems(content: Content) -> Iterator[Row]:
    for each in content.known.systems.values():
        makers = "; ".join(map(content.words.place, content.makers.get(each.id, ())))
        yield (
            each.id, each.name, each.parent, each.definition, makers or None, content.tallies["system"][each.id],
            content.aliases.get(("system", each.id)), each.wikidata,
        )  # fmt: skip


def _forces(content: Content) -> Iterator[Row]:
    for each in content.known.forces.values():
        yield (
            each.id, each.name, each.short, each.kind, each.part_of, each.theatre, content.tallies["force"][each.id],
            content.aliases.get(("force", each.id)), each.wikidata, each.note,
        )  # fmt: skip


def _places(content: Content) -> Iterator[Row]:
    for each in content.known.places.values():
        yield (
            each.id, each.name, each.kind, each.within, each.latitude, each.longitude, each.precision_km,
            content.tallies["place"][each.id], content.aliases.get(("place", each.id)), each.wikidata, each.note,
        )  # fmt: skip


def _origins(content: Content) -> Iterator[Row]:
    for each in content.known.origins.values():
        yield (
            each.id, utterance(each, content.known), each.speaker, each.through, content.known.world.parties[each.id],
            each.made, each.basis, each.report, content.tallies["origin"][each.id], each.note, each.earliest,
            each.latest,
        )  # fmt: skip


def _events(content: Content) -> Iterator[Row]:
    for each in content.known.events.values():
        yield each.id, each.title, each.kind, each.report, content.tallies["event"][each.id], each.note


def _names(content: Content) -> Iterator[Row]:
    for kind, normal, written, _, id_ in content.names:
        yield kind, normal, written, *(id_ if kind == each else None for each in vocabulary.ENTITIES)


# -- claims ---------------------------------------------------------------------------------------------------------


def _claim(row: ClaimRow, content: Content) -> Row:
    return (
        row.id, row.says, row.system, row.count_text, row.operator, row.beneficiary,
        content.words.places(row.places) or None, row.moment, row.action, row.stance,
        content.known.world.parties[row.origin], row.report, row.paragraph, row.origin, row.event, row.owner,
        row.supplier, row.opponent, row.system_text, row.count_low, row.count_high,
        row.approximate if row.count_text else None, row.earliest, row.latest, row.when_text, row.note,
    )  # fmt: skip


def _claim_places(content: Content) -> Iterator[Row]:
    for row in content.standing:
        for position, (role, place) in enumerate(row.places):
            yield row.id, role, place, position


# -- inventories ----------------------------------------------------------------------------------------------------


def _inventory(answer: Answer) -> Iterator[tuple[str, Row, Mapping[str, str]]]:
    """A faction's holdings: the row's id, its other cells but for the line, and its claims, each with its bearing."""
    [faction] = answer.inventory.question.factions
    [table, *_] = inventories.tables(answer, tuple(vocabulary.SECTIONS))
    keys = [column.key or column.heading for column in table.columns]
    for holding, row in zip(answer.inventory.holdings, table.rows, strict=True):
        cell: dict[str, Any] = dict(zip(keys, row, strict=True))
        shown = {claim.id: "counted" for claim in holding.claims}
        shown |= {claim.id: "shown, not counted" for claim in holding.uncounted}
        shown |= {claim.id: "denies it" for claim in holding.denials}
        part = cell["included_in"]
        cells = (
            faction, cell["section"], holding.system, holding.holder, cell["count_text"], cell["lost_text"],
            len(shown), cell["Grade"], cell["place"] or None, cell["When"] or None,
            f"{faction}/{part}" if part else None, cell["contested_by"],
            int(cell["disagreement"]), int(cell["single_party"]), cell["also_held_by"],
            cell["supplier"], cell["count_low"], cell["count_high"], cell["lost_low"], cell["lost_high"],
            cell["earliest"], cell["latest"], cell["reliability"], cell["credibility"],
            f"{cell['system']} of {cell['holder']}: {cell['count_text']}",
        )  # fmt: skip
        yield f"{faction}/{cell['row']}", cells, shown
