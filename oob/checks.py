"""Whether what files say may enter the catalogue: CHECKS, a list of small pure functions, at the foot of this file.

Each takes a Scope (the entries, and what the catalogue holds already) and yields Problems. The shipped files pass them
all, as a user's must.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeAlias

from oob import catalog, count, trees, vocabulary, when
from oob.catalog import Catalogue, ClaimEntry, Entry, EventEntry, OriginEntry, PlaceEntry, ReportEntry, Shape
from oob.errors import Problem
from oob.names import nearest, normal, printable
from oob.yamlfile import Text

TREES: Final = {"system": "parent", "force": "part_of", "place": "within", "source": "part_of", "report": "repeats"}
"""The kinds of record that form trees, and the field that leads up."""

_ENTITIES: Final = {entry.KIND: entry for entry in catalog.CATALOGUE.values()}


@dataclass(slots=True)
class Known:
    """What the catalogue holds before the files are loaded: enough to resolve names and to see clashes."""

    names: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in _ENTITIES})
    """By kind of entity: normal form of every spelling -> id."""
    up: dict[str, dict[str, str | None]] = field(default_factory=lambda: {kind: {} for kind in TREES})
    """By kind of tree: id -> id of its parent."""
    defined: dict[str, dict[str, str]] = field(default_factory=lambda: {"origin": {}, "event": {}})
    """By kind: id -> the report that defines it."""
    events: dict[str, str] = field(default_factory=dict)
    """Event id -> its kind."""
    uses: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Event id -> (report, action) of the claims on it."""


@dataclass(frozen=True)
class Scope:
    """The entries to be loaded, amid what is known already."""

    files: Catalogue
    known: Known

    @cached_property
    def entities(self) -> dict[str, list[Entry]]:
        """The entries that have names, by kind."""
        return {kind: list(self.files.of(entry)) for kind, entry in _ENTITIES.items()}

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """By kind: normal form -> id, of the entries and of what is known and not defined anew."""
        found = {}
        for kind, entries in self.entities.items():
            anew = {entry.id for entry in entries}
            index = {form: id_ for form, id_ in self.known.names[kind].items() if id_ not in anew}
            for entry in entries:
                for spelling in spellings(entry):
                    index.setdefault(normal(spelling), entry.id)
            found[kind] = index
        return found

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """By kind: the ids of reports, origins and events, loaded or known."""
        return {
            "report": {entry.id for entry in self.files.of(ReportEntry)} | set(self.known.up["report"]),
            "origin": {entry.id for entry in self.files.of(OriginEntry)} | set(self.known.defined["origin"]),
            "event": {entry.id for entry in self.files.of(EventEntry)} | set(self.known.events),
        }

    @cached_property
    def events(self) -> dict[str, str]:
        """Event id -> kind."""
        return self.known.events | {entry.id: entry.kind for entry in self.files.of(EventEntry)}

    @cached_property
    def published(self) -> dict[str, when.When]:
        """The date of each report in the files that has a valid one."""
        dates = {}
        for entry in self.files.of(ReportEntry):
            if (date := _parsed(when.parse, entry.published)) is not None:
                dates[str(entry.id)] = date
        return dates

    def resolve(self, kind: str, name: str) -> str | None:
        """The id that a name of an entity, or the id of a report, origin or event, stands for."""
        if kind in self.ids:
            return str(name) if name in self.ids[kind] else None
        return self.names[kind].get(normal(name))

    def meant(self, kind: str, name: str) -> str:
        """A hint at the nearest known names."""
        known = self.ids[kind] if kind in self.ids else self.names[kind]
        wanted = name if kind in self.ids else normal(name)
        near = list(dict.fromkeys(self.resolve(kind, each) for each in nearest(wanted, sorted(known), 4)))[:3]
        if near:
            return f"; did you mean {' or '.join(repr(each) for each in near)}?"
        where = "its report file" if kind in self.ids else "a catalogue file"
        return f"; if it is new, describe it in {where}"


Check: TypeAlias = Callable[[Scope], Iterator[Problem]]


def _parsed(parse: Callable[[str], when.When], text: str) -> when.When | None:
    try:
        return parse(text)
    except ValueError:
        return None


def spellings(entry: Entry) -> Iterator[Text]:
    """Everything that an entity is called: its id, name, short name and aliases."""
    for key in ("id", "name", "short"):
        if spelling := getattr(entry, key, None):
            yield spelling
    yield from getattr(entry, "aliases", ())


def run(scope: Scope, wanted: Iterable[Check] | None = None) -> list[Problem]:
    """Every problem that the checks find (CHECKS if not told), and the faults of form met in reading, in order."""
    found = list(scope.files.problems)
    for check in CHECKS if wanted is None else wanted:
        found += check(scope)
    # A message may quote what a file says: it commands no terminal.
    return sorted({Problem(each.file, each.line, printable(each.message)) for each in found})


def values(entry: Entry) -> Iterator[tuple[str, Shape, Text]]:
    """Each value of an entry that a person wrote, with its key and shape."""
    for key, shape in catalog.shapes(type(entry)).items():
        value = catalog.value(entry, key)
        if isinstance(value, tuple):
            yield from ((key, shape, each) for each in value)
        elif value:
            yield key, shape, value


# -- single values ------------------------------------------------------------------------------------------------


def _pattern(expression: str, lacks: str) -> Callable[[str], object]:
    compiled = re.compile(expression)

    def check(text: str) -> None:
        if not compiled.fullmatch(text):
            raise ValueError(lacks)

    return check


def _confidence(text: str) -> None:
    if not re.fullmatch(r"0(\.[0-9]{1,9})?|1(\.0{1,9})?", text):
        raise ValueError("is not a number from 0 to 1, such as 0.85")


def _number(text: str) -> None:
    if not re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,9})?", text):
        raise ValueError("is not a plain number such as 29.1981")


GRAMMARS: Final[dict[str, Callable[[str], object]]] = {
    "id": _pattern(r"[a-z0-9][a-z0-9-]{0,79}", "is not an id: small letters a-z, digits and hyphens, at most 80"),
    "count": count.parse,
    "when": when.parse,
    "number": _number,
    "confidence": _confidence,
    "paragraph": _pattern("[1-9][0-9]{0,4}", "is not a paragraph number, counted from 1"),
    "sha256": _pattern(r"[0-9a-f]{64}", "is not a sha256: 64 digits of 0-9 and a-f"),
    "wikidata": _pattern("Q[1-9][0-9]{0,11}", "is not a Wikidata item such as Q1016"),
    "url": _pattern(r"https?://[^\s<>\"']{1,2000}", "is not a web address that begins with http:// or https://"),
}
"""What the text of a field must be, by Shape.value; each raises ValueError with what is wrong."""


def values_are_well_formed(scope: Scope) -> Iterator[Problem]:
    """Counts, dates, ids and the rest follow their grammar; no text holds what could trick a reader's screen."""
    for entry in scope.files.entries:
        for key, shape, text in values(entry):
            if "\n" in text:
                yield Problem(entry.file, text.line, f"{key}: should be one line; write '>-' where it has '|'")
            elif unseen := _unseen(text):
                told = ", ".join(unseen)
                yield Problem(entry.file, text.line, f"{key}: holds what cannot be seen ({told}); type the value anew")
            elif shape.value:
                try:
                    GRAMMARS[shape.value](text)
                except ValueError as error:
                    yield Problem(entry.file, text.line, f"{key}: {_quoted(text, str(error))}")


def _unseen(text: str) -> list[str]:
    """The characters that show as nothing or command a terminal, by their Unicode names; unusual spaces do no harm."""
    if text.isascii() and text.isprintable():
        return []
    found = (char for char in text if printable(char) != char and unicodedata.category(char) != "Zs")
    names = (f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}" for char in found)
    return list(dict.fromkeys(names))[:3]


def _quoted(text: str, message: str) -> str:
    """The offending word and what is wrong with it; the word only once."""
    return message if text[:40] in message else f"{printable(text[:60])!r} {message}"


def values_are_of_their_list(scope: Scope) -> Iterator[Problem]:
    """Actions, stances, kinds and grades are of the closed lists."""
    for entry in scope.files.entries:
        for key, shape, text in values(entry):
            if shape.members and text not in shape.members:
                near = nearest(text, shape.members, 1)
                hint = f"did you mean '{near[0]}'?" if near else f"it is one of {', '.join(shape.members)}"
                yield Problem(entry.file, text.line, f"unknown {key} '{text}'; {hint}")


# -- records among each other -------------------------------------------------------------------------------------


def ids_are_given_once(scope: Scope) -> Iterator[Problem]:
    """No id is defined twice, neither in the files nor by another report in the catalogue.

    Two files may describe the same speaker or force in the same words: drafts bring what the catalogue does not know.
    """
    seen: dict[tuple[str, str], Entry] = {}
    for entry in scope.files.entries:
        key = (entry.KIND, str(entry.id))
        if not (entry.key if isinstance(entry, ClaimEntry) else key[1]):
            continue
        if (first := seen.setdefault(key, entry)) is not entry:
            if entry.KIND in _ENTITIES and first.file != entry.file and _say_the_same(first, entry):
                continue
            yield Problem(
                entry.file, entry.line, f"{entry.KIND} '{key[1]}' is defined twice: first at {first.file}:{first.line}"
            )
        elif isinstance(entry, OriginEntry | EventEntry):
            before = scope.known.defined[entry.KIND].get(key[1])
            if before is not None and before != entry.report:
                yield Problem(
                    entry.file,
                    entry.line,
                    f"{entry.KIND} '{key[1]}' is defined by the report '{before}' already; use the id without"
                    " defining it, or choose another",
                )


def _say_the_same(one: Entry, other: Entry) -> bool:
    return all(catalog.value(one, key) == catalog.value(other, key) for key in catalog.shapes(type(one)))


def names_mean_one_thing(scope: Scope) -> Iterator[Problem]:
    """No two systems (forces, places, sources) share a spelling; each spelling has something to compare."""
    for kind, entries in scope.entities.items():
        anew = {entry.id for entry in entries}
        owner = {form: id_ for form, id_ in scope.known.names[kind].items() if id_ not in anew}
        for entry in entries:
            for spelling in spellings(entry):
                if not normal(spelling):
                    message = f"'{spelling}' has no letters or digits, so nothing could refer to it; take it out"
                    yield Problem(entry.file, spelling.line, message)
                    continue
                first = owner.setdefault(normal(spelling), entry.id)
                if first != entry.id:
                    yield Problem(
                        entry.file,
                        spelling.line,
                        f"'{spelling}' is a spelling of the {kind} '{first}' already",
                    )


def references_are_known(scope: Scope) -> Iterator[Problem]:
    """Every name and id that is referred to leads somewhere."""
    if scope.files.unread:
        return  # it may stand in what could not be read
    for entry in scope.files.entries:
        for _, shape, text in values(entry):
            if shape.refers and scope.resolve(shape.refers, text) is None:
                hint = scope.meant(shape.refers, text)
                yield Problem(entry.file, text.line, f"unknown {shape.refers} '{text}'{hint}")


def trees_have_no_cycles(scope: Scope) -> Iterator[Problem]:
    """Nothing is a part of itself, and no report repeats itself, not even by way of others."""
    for kind, key in TREES.items():
        entries = [entry for entry in scope.files.entries if kind == entry.KIND]
        up = dict(scope.known.up[kind])
        for entry in entries:
            above = getattr(entry, key)
            up[entry.id] = scope.resolve(kind, above) if above is not None else None
        for entry in entries:
            if way := trees.cycle(entry.id, up):
                line = getattr(entry, key).line
                told = " -> ".join(map(str, way))
                message = f"{key}: the {kind} '{way[0]}' leads back to itself: {told}; take out one link"
                yield Problem(entry.file, line, message)


def coordinates_are_on_earth(scope: Scope) -> Iterator[Problem]:
    """A place has both coordinates or none, within their ranges."""
    for place in scope.files.of(PlaceEntry):
        if (place.latitude is None) != (place.longitude is None):
            yield Problem(place.file, place.line, f"place '{place.id}' has one coordinate; give latitude and longitude")
        for key, limit in (("latitude", 90), ("longitude", 180)):
            text = getattr(place, key)
            if text is not None and _fits(text) and abs(float(text)) > limit:
                yield Problem(place.file, text.line, f"{key}: {text} is not between -{limit} and {limit}")
        if place.precision_km is not None and _fits(place.precision_km) and float(place.precision_km) <= 0:
            yield Problem(place.file, place.precision_km.line, "precision_km: should be more than 0")


def _fits(text: str) -> bool:
    try:
        _number(text)
    except ValueError:
        return False
    return True


# -- claims -------------------------------------------------------------------------------------------------------


def claims_have_what_counts(scope: Scope) -> Iterator[Problem]:
    """A claim on equipment or personnel names a system; a tie between forces both; a count has something to count."""
    for claim in scope.files.of(ClaimEntry):
        effect = _effect(claim)
        lacks = "lacks a system; name one, be it as general as 'equipment'"
        if claim.system is None and effect not in ("relation", "intention", ""):
            yield Problem(claim.file, claim.line, f"claim '{claim.key}' ({claim.action}) {lacks}")
        if claim.action == "backs" and (claim.operator is None or claim.beneficiary is None):
            yield Problem(
                claim.file,
                claim.line,
                f"claim '{claim.key}' (backs) needs the backer as operator, the backed as beneficiary",
            )
        if claim.action == "captured" and claim.opponent is None:
            yield Problem(claim.file, claim.line, f"claim '{claim.key}' (captured) needs the captor as opponent")
        if effect == "relation" and claim.count is not None:
            yield Problem(claim.file, claim.count.line, f"count: '{claim.action}' counts nothing; leave the count out")


def events_fit_their_claims(scope: Scope) -> Iterator[Problem]:
    """A loss is no arrival: a claim's action has an effect that its event's kind takes."""
    for claim in scope.files.of(ClaimEntry):
        kind = scope.events.get(claim.event) if claim.event is not None else None
        effect = _effect(claim)
        fits = vocabulary.EVENT_EFFECTS.get(kind or "", ())
        if claim.event is None or claim.withdrawn is not None:
            continue
        if fits and effect not in (*fits, "relation", "intention", ""):
            yield Problem(
                claim.file,
                claim.event.line,
                f"event: '{claim.event}' is of the kind {kind}, and '{claim.action}' is a {effect};"
                " give the claim an event of its own kind",
            )


def events_keep_their_claims(scope: Scope) -> Iterator[Problem]:
    """An event does not become of a kind that claims of other reports on it do not fit."""
    loaded = {str(report.id) for report in scope.files.of(ReportEntry)}
    for event in scope.files.of(EventEntry):
        fits = vocabulary.EVENT_EFFECTS.get(event.kind, ())
        for report, action in scope.known.uses.get(event.id, ()):
            effect = vocabulary.ACTIONS[action].effect
            if fits and report not in loaded and effect not in (*fits, "relation", "intention"):
                yield Problem(
                    event.file,
                    event.kind.line,
                    f"kind: the report '{report}' has a claim on '{event.id}' ({action}) that does not fit the kind"
                    f" {event.kind}; leave the kind, or change that claim first",
                )


def claims_do_not_foresee(scope: Scope) -> Iterator[Problem]:
    """Nothing but an intention lies after the day its report was published."""
    for claim in scope.files.of(ClaimEntry):
        published = scope.published.get(claim.report)
        said = _parsed(when.parse, claim.when) if claim.when is not None else None
        if said is None or published is None or claim.when is None or _effect(claim) == "intention":
            continue
        if claim.withdrawn is not None:
            continue
        if said.earliest is not None and published.latest is not None and said.earliest > published.latest:
            yield Problem(
                claim.file,
                claim.when.line,
                f"when: {claim.when} is after the report was published ({published.text}); one of the two is wrong,"
                " or the action is 'planned'",
            )


def proposals_were_looked_at(scope: Scope) -> Iterator[Problem]:
    """No claim that a program proposed is loaded before a person has looked at it."""
    proposed: dict[str, list[Text]] = defaultdict(list)
    for claim in scope.files.of(ClaimEntry):
        if claim.review is not None and claim.review == "proposed":
            proposed[claim.file].append(claim.review)
    for file, marks in proposed.items():
        lines = ", ".join(str(mark.line) for mark in marks[:3])
        told = f"lines {lines}{f' and {len(marks) - 3} more' if len(marks) > 3 else ''}"
        many = f"{len(marks)} claims are proposals" if len(marks) > 1 else "1 claim is a proposal"
        yield Problem(
            file,
            marks[0].line,
            f"{many} that nobody has looked at{f' ({told})' if len(marks) > 1 else ''}: run 'oob review {file}',"
            " or delete the line 'review: proposed' from those that you accept",
        )


def _effect(claim: ClaimEntry) -> str:
    action = vocabulary.ACTIONS.get(claim.action)
    return action.effect if action else ""


CHECKS: Final[tuple[Check, ...]] = (
    values_are_well_formed,
    values_are_of_their_list,
    ids_are_given_once,
    names_mean_one_thing,
    references_are_known,
    trees_have_no_cycles,
    coordinates_are_on_earth,
    claims_have_what_counts,
    events_fit_their_claims,
    events_keep_their_claims,
    claims_do_not_foresee,
)

LOADING: Final[tuple[Check, ...]] = (*CHECKS, proposals_were_looked_at)
"""What a load asks besides: a draft is sound before anybody has looked at it, and may not come in."""
