"""Claims filtered by every role: a Filter in, the claims that fit it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from oob import names, vocabulary
from oob.errors import Refusal
from oob.inventory import ClaimRow, Directory, claim_rows, find, find_report, near_ids, spelled, texts
from oob.store import Reader
from oob.texts import paragraphs
from oob.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What claims are asked for; names in any spelling, None where anything will do."""

    search: str | None = None
    system: str | None = None
    force: str | None = None
    parties: Mapping[str, str | None]
    place: str | None = None
    places: Mapping[str, str | None]
    report: str | None = None
    origin: str | None = None
    event: str | None = None
    source: str | None = None
    action: str | None = None
    stance: str | None = None
    withdrawn: bool = False


def filtered(reader: Reader, known: Directory, chosen: Filter) -> list[ClaimRow]:
    """The claims that fit a filter. A class, force, place or source takes in all that is below it.

    Raises Refusal for a name or a member of a closed list that is not known.
    """
    tests = list(_tests(reader, known, chosen))
    where = "" if chosen.withdrawn else "withdrawn IS NULL"
    rows = [row for row in claim_rows(reader, where) if all(test(row) for test in tests)]
    if chosen.search is None:
        return rows
    found = _search(reader, rows, chosen.search)
    return [row for row in rows if row.id in found]


def _tests(reader: Reader, known: Directory, chosen: Filter) -> Iterator[Callable[[ClaimRow], bool]]:
    world = known.world

    def below(kind: str, name: str, tree: Tree) -> frozenset[str]:
        return frozenset(tree.below(find(reader, kind, name)))

    if chosen.system is not None:
        systems = below("system", chosen.system, world.systems)
        yield lambda row: row.system in systems
    if chosen.force is not None:
        forces = below("force", chosen.force, world.forces)
        yield lambda row: not forces.isdisjoint(row.forces())
    for role, name in chosen.parties.items():
        if name is not None:
            yield _party_test(role, below("force", name, world.forces))
    if chosen.place is not None:
        places = below("place", chosen.place, world.places)
        yield lambda row: any(place in places for _, place in row.places)
    for role, name in chosen.places.items():
        if name is not None:
            yield _place_test(role, below("place", name, world.places))
    if chosen.source is not None:
        sources = below("source", chosen.source, known.source_tree)
        yield lambda row: known.origins[row.origin].speaker in sources or known.heard_from(row.origin).id in sources
    if chosen.report is not None:
        report = find_report(reader, chosen.report)
        yield lambda row: row.report == report
    for column, name, members in (
        ("origin", chosen.origin, known.origins),
        ("event", chosen.event, known.events),
        ("action", chosen.action, vocabulary.ACTIONS),
        ("stance", chosen.stance, vocabulary.STANCES),
    ):
        if name is not None:
            yield _column_test(column, name, members)


def _party_test(role: str, forces: frozenset[str]) -> Callable[[ClaimRow], bool]:
    return lambda row: getattr(row, role) in forces


def _place_test(role: str, places: frozenset[str]) -> Callable[[ClaimRow], bool]:
    return lambda row: any(at == role and place in places for at, place in row.places)


def _column_test(column: str, name: str, members: Iterable[str]) -> Callable[[ClaimRow], bool]:
    found = spelled(name, members)
    if found is None:
        near = near_ids(name, members)
        hint = (
            f"did you mean {' or '.join(repr(each) for each in near)}?"
            if near
            else f"'oob {column}s' lists them"
            if column != "stance"
            else (f"it is one of {', '.join(members)}")
        )
        raise Refusal(f"unknown {column} '{names.printable(name)}'; {hint}")
    return lambda row: getattr(row, column) == found


def _search(reader: Reader, rows: Sequence[ClaimRow], search: str) -> set[str]:
    """The claims in which every word that is searched for stands: in what it says, its names, notes or passage."""
    attached = {report: paragraphs(text) for report, text in texts(reader, {row.report for row in rows}).items()}
    words = [names.normal(word) for word in search.split()]

    def told(row: ClaimRow) -> str:
        passage = attached.get(row.report, ())[row.paragraph - 1 : row.paragraph]
        parts = (row.id, row.says, row.system_text, row.count_text, row.when_text, row.note, *passage)
        return "".join(names.normal(part) for part in parts if part)

    return {row.id for row in rows if all(word in told(row) for word in words)}
