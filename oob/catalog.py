"""The two kinds of file that a person writes, as records that know their file and line.

The dataclasses below are the definition of both formats: reading, checking, exporting and the JSON Schemas that
editors complete from all follow their fields.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, Final, TypeVar

from oob import inclusion, vocabulary, yamlfile
from oob.errors import Problem, Refusal
from oob.inclusion import Inclusion
from oob.yamlfile import Mapping, Node, Text


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field of a file takes: `text`, `list` of text, `names` (one or several), and what the text must be."""

    help: str
    required: bool = False
    takes: str = "text"
    members: tuple[str, ...] = ()
    """The closed list that the value is of."""
    refers: str = ""
    """The kind of record whose name or id the value is."""
    value: str = ""
    """The grammar that the text follows: id, count, when, number, confidence, paragraph, sha256, wikidata, url."""
    drafted: bool = False
    """Whether it is no part of the record, but tells how a draft came to it."""


def _field(help: str, **shape: Any) -> Any:  # noqa: A002 - the field's name in the JSON Schema too
    shape_ = Shape(help, **shape)
    if shape_.required:
        return field(metadata={"shape": shape_})
    return field(default=() if shape_.takes != "text" else None, metadata={"shape": shape_})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every record has: the file that it stands in, and the line that it begins on."""

    KIND: ClassVar[str] = ""
    file: str
    line: int

    @property
    def id(self) -> str:
        """What it is referred to by, in all the catalogue."""
        raise NotImplementedError


def _id(what: str) -> Any:
    return _field(
        f"{what}: small letters, digits and hyphens; never changed, never used again", required=True, value="id"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemEntry(Entry):
    """An equipment type or class, or a class of personnel."""

    KIND: ClassVar[str] = "system"
    id: Text = _id("The system's id")
    name: Text = _field("What tables print, in the singular", required=True)
    parent: Text | None = _field("The class that this is a kind of", refers="system")
    made_in: tuple[Text, ...] = _field("The country that designs or builds it", takes="names", refers="place")
    aliases: tuple[Text, ...] = _field("Other spellings in the press", takes="list")
    definition: Text | None = _field("One line on what it is")
    wikidata: Text | None = _field("The Wikidata item, where sure", value="wikidata")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceEntry(Entry):
    """Whoever holds or uses systems."""

    KIND: ClassVar[str] = "force"
    id: Text = _id("The force's id")
    name: Text = _field("The full name", required=True)
    short: Text | None = _field("What tables print, where shorter than the name")
    kind: Text = _field("What sort of force", required=True, members=vocabulary.FORCE_KINDS)
    part_of: Text | None = _field("The force that this is a part of", refers="force")
    theatre: Text | None = _field("The place where it fights", refers="place")
    aliases: tuple[Text, ...] = _field("Other spellings in the press", takes="list")
    wikidata: Text | None = _field("The Wikidata item, where sure", value="wikidata")
    note: Text | None = _field("What a reader should know")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry(Entry):
    """A base, town, country, sea or front."""

    KIND: ClassVar[str] = "place"
    id: Text = _id("The place's id")
    name: Text = _field("What tables print", required=True)
    kind: Text = _field("What sort of place", required=True, members=vocabulary.PLACE_KINDS)
    within: Text | None = _field("The place that this lies in", refers="place")
    latitude: Text | None = _field("Degrees north, WGS 84", value="number")
    longitude: Text | None = _field("Degrees east, WGS 84", value="number")
    precision_km: Text | None = _field("Radius in kilometres that it surely lies in", value="number")
    aliases: tuple[Text, ...] = _field("Other spellings in the press", takes="list")
    wikidata: Text | None = _field("The Wikidata item, where sure", value="wikidata")
    note: Text | None = _field("What a reader should know")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry(Entry):
    """Whoever speaks."""

    KIND: ClassVar[str] = "source"
    id: Text = _id("The source's id")
    name: Text = _field("The full name", required=True)
    short: Text | None = _field("What tables print, where shorter than the name")
    kind: Text = _field("What sort of source", required=True, members=vocabulary.SOURCE_KINDS)
    part_of: Text | None = _field(
        "Whom this source speaks for; the root is the party that it counts as", refers="source"
    )
    reliability: Text = _field("Admiralty grade, A to F", required=True, members=tuple(vocabulary.RELIABILITY))
    reason: Text = _field("Why this grade, in one sentence", required=True)
    aliases: tuple[Text, ...] = _field("Other spellings in the press", takes="list")
    wikidata: Text | None = _field("The Wikidata item, where sure", value="wikidata")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry(Entry):
    """One published document."""

    KIND: ClassVar[str] = "report"
    id: Text = _id("The report's id")
    publisher: Text = _field("The source that published it", required=True, refers="source")
    title: Text | None = _field("Its title; empty where the document shows none")
    authors: tuple[Text, ...] = _field("Its authors, as named", takes="list")
    published: Text = _field("Its date: 2020-05-26, 2020-05, [2020-05-26..2020-06-01]...", required=True, value="when")
    dated_by: Text = _field("How that date is known", required=True)
    repeats: Text | None = _field("The report that it re-publishes", refers="report")
    url: Text | None = _field("Where it is on the web", value="url")
    sha256: Text | None = _field("Of the text that the paragraph numbers count in", value="sha256")
    note: Text | None = _field("What a reader should know, such as a garbled wording")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginEntry(Entry):
    """One utterance or observation, by its id; reports share it."""

    KIND: ClassVar[str] = "origin"
    id: Text = _id("The origin's id")
    report: Text
    speaker: Text = _field("The source that said it", required=True, refers="source")
    through: Text | None = _field(
        "The source that relays it, where the speaker is only quoted by another", refers="source"
    )
    made: Text | None = _field("When it was said", value="when")
    basis: Text = _field("What it rests on", required=True, members=tuple(vocabulary.BASES))
    note: Text | None = _field("What a reader should know")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry(Entry):
    """What claims are about, by its id; reports share it."""

    KIND: ClassVar[str] = "event"
    id: Text = _id("The event's id")
    report: Text
    kind: Text = _field("Which effect it has", required=True, members=tuple(vocabulary.EVENT_KINDS))
    title: Text = _field("What happened, in a few words", required=True)
    note: Text | None = _field("What a reader should know")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry(Entry):
    """One assertion in one report, traced to one origin."""

    KIND: ClassVar[str] = "claim"
    report: Text
    key: Text = _id("The claim's key in its report")
    origin: Text = _field("The utterance that it goes back to", required=True, refers="origin")
    event: Text | None = _field("What it is about; claims on one event are alternatives", refers="event")
    paragraph: Text = _field("Where in the text: its non-blank lines, from 1", required=True, value="paragraph")
    says: Text = _field("The claim in our own words, one sentence", required=True)
    action: Text = _field("What was done", required=True, members=tuple(vocabulary.ACTIONS))
    stance: Text = _field("How firmly", required=True, members=tuple(vocabulary.STANCES))
    system: Text | None = _field("What it is about, as specific as the report allows", refers="system")
    system_text: Text | None = _field("What the report calls it")
    count: Text | None = _field("How many, as the report words it; leave out where it does not say", value="count")
    operator: Text | None = _field(vocabulary.PARTIES["operator"], refers="force")
    owner: Text | None = _field(vocabulary.PARTIES["owner"], refers="force")
    supplier: Text | None = _field(vocabulary.PARTIES["supplier"], refers="force")
    beneficiary: Text | None = _field(vocabulary.PARTIES["beneficiary"], refers="force")
    opponent: Text | None = _field(vocabulary.PARTIES["opponent"], refers="force")
    at: tuple[Text, ...] = _field(vocabulary.PLACE_ROLES["at"], takes="names", refers="place")
    near: tuple[Text, ...] = _field(vocabulary.PLACE_ROLES["near"], takes="names", refers="place")
    from_: tuple[Text, ...] = _field(vocabulary.PLACE_ROLES["from"], takes="names", refers="place")
    via: tuple[Text, ...] = _field(vocabulary.PLACE_ROLES["via"], takes="names", refers="place")
    to: tuple[Text, ...] = _field(vocabulary.PLACE_ROLES["to"], takes="names", refers="place")
    when: Text | None = _field("The time alleged; leave out where the text has no word of it", value="when")
    when_text: Text | None = _field("The text's own word for it, where the date was inferred")
    withdrawn: Text | None = _field("Why the claim no longer stands; it is kept, and counted no more")
    note: Text | None = _field("What a reader should know")
    review: Text | None = _field(
        "What became of a proposal; left out of a person's own claims", members=tuple(vocabulary.REVIEWS), drafted=True
    )
    passage: Text | None = _field("The words of the text that the claim was read from", drafted=True)
    confidence: Text | None = _field(
        "How sure the program is of its reading, from 0 to 1", value="confidence", drafted=True
    )
    because: Text | None = _field("Why it reads the passage so, and is so sure", drafted=True)

    @property
    def id(self) -> str:
        """`report/key`."""
        return f"{self.report}/{self.key}"


CATALOGUE: Final[dict[str, type[Entry]]] = {
    "systems": SystemEntry,
    "forces": ForceEntry,
    "places": PlaceEntry,
    "sources": SourceEntry,
}
"""The lists that a catalogue file may have."""

REPORT: Final[dict[str, type[Entry]]] = {
    "report": ReportEntry,
    "origins": OriginEntry,
    "events": EventEntry,
    "claims": ClaimEntry,
}
"""The parts that a report file may have, besides the lists of a catalogue file."""

ENTRIES: Final = (*CATALOGUE.values(), *REPORT.values())


def _shapes(kind: type[Entry]) -> MappingProxyType[str, Shape]:
    fields = (each for each in dataclasses.fields(kind) if "shape" in each.metadata)
    return MappingProxyType({each.name.rstrip("_"): each.metadata["shape"] for each in fields})


_SHAPES: Final = {kind: _shapes(kind) for kind in ENTRIES}


def shapes(kind: type[Entry]) -> MappingProxyType[str, Shape]:
    """The fields that a person writes of a kind of record, in their order in the file, by their key there."""
    return _SHAPES[kind]


def value(entry: Entry, key: str) -> Text | tuple[Text, ...] | None:
    """An entry's value by its key in the file."""
    found: Text | tuple[Text, ...] | None = getattr(entry, "from_" if key == "from" else key)
    return found


E_ = TypeVar("E_", bound=Entry)


@dataclass(slots=True)
class Catalogue:
    """Everything that some files say, and the faults of form that were met in reading them."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """The files that could not be read to their end: what others refer to may stand there."""

    def of(self, kind: type[E_]) -> list[E_]:
        """The entries of one kind, in the order read."""
        return [entry for entry in self.entries if isinstance(entry, kind)]


# -- reading ------------------------------------------------------------------------------------------------------


def read(files: Sequence[Path]) -> Catalogue:
    """Reads catalogue and report files, and what catalogue files include; no file twice.

    Nothing is refused yet; every fault of form is among the problems.
    """
    catalogue, named = Catalogue(), Inclusion(files)
    for path in named.files:
        top, problems = yamlfile.read(path)
        catalogue.problems += problems
        if top is None:
            catalogue.unread.append(str(path))
            continue
        _read_file(top, str(path), catalogue)
        if "report" not in top.items and (astray := named.follow(path, top)):
            catalogue.problems += astray
            catalogue.unread.append(str(path))
    return catalogue


def find(paths: Sequence[Path]) -> list[Path]:
    """The YAML files that paths name, folders with all that is in them; each once, however often it is named.

    Raises Refusal for one that is not there.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.suffix in (".yaml", ".yml") and each.is_file())
            if not inside:
                raise Refusal(f"{path}: there is no .yaml file in this folder")
            for each in inside:
                found.setdefault(each.resolve(), each)
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise Refusal(f"{path}: there is no such file or folder")
    return list(found.values())


def _read_file(top: Mapping, file: str, catalogue: Catalogue) -> None:
    is_report = "report" in top.items
    layout = REPORT | CATALOGUE if is_report else CATALOGUE
    for key in top.items:
        if key not in layout and (is_report or key != inclusion.KEY):
            hint = "; a report file begins with 'report:'" if key in REPORT else ""
            expected = ", ".join(layout)
            catalogue.problems.append(Problem(file, key.line, f"unknown part '{key}'; there are {expected}{hint}"))
    form = _Form(file, catalogue)
    parts: dict[str, Node] = {str(key): node for key, node in top.items.items()}
    context: dict[str, Text] = {}
    if is_report:
        if (entry := form.entry(ReportEntry, parts["report"], {})) is not None:
            catalogue.entries.append(entry)
        context["report"] = (entry.id if entry is not None else None) or Text(file, 0)
    for part, kind in layout.items():
        if part == "report" or part not in parts:
            continue
        listed = form.named if kind in (OriginEntry, EventEntry) else form.listed
        catalogue.entries += listed(kind, part, parts[part], context if part in REPORT else {})


class _Form:
    """Fits nodes to the fields of records, noting every fault with its line."""

    def __init__(self, file: str, catalogue: Catalogue) -> None:
        self.file = file
        self.catalogue = catalogue

    def refuse(self, line: int, message: str) -> None:
        self.catalogue.problems.append(Problem(self.file, line, message))

    def listed(self, kind: type[E_], key: str, node: Node, context: dict[str, Text]) -> Iterator[E_]:
        """The records of a YAML list."""
        if isinstance(node, yamlfile.Sequence):
            for item in node.items:
                if (entry := self.entry(kind, item, context)) is not None:
                    yield entry
        elif node != "":
            self.refuse(node.line, f"'{key}' should be a list: each {kind.KIND} begins with '- '")

    def named(self, kind: type[E_], key: str, node: Node, context: dict[str, Text]) -> Iterator[E_]:
        """The records of a YAML mapping, by their ids."""
        if isinstance(node, Mapping):
            for id_, item in node.items.items():
                if (entry := self.entry(kind, item, {**context, "id": id_})) is not None:
                    yield entry
        elif node != "":
            self.refuse(node.line, f"'{key}' should hold ids, each with its own keys, as in 'id: {{key: value}}'")

    def entry(self, kind: type[E_], node: Node, context: dict[str, Text]) -> E_ | None:
        """One record, None where there is none; what it lacks is left blank, so that the rest can be checked too."""
        form = {key: shape for key, shape in shapes(kind).items() if key not in context}
        if not isinstance(node, Mapping):
            self.refuse(node.line, f"{_a(kind)} should hold keys with values, such as '{next(iter(form))}: ...'")
            return None
        values: dict[str, Any] = dict(context)
        given = {str(key): child for key, child in node.items.items()}
        for key, child in node.items.items():
            if key in form:
                taken = self._value(key, form[key], child)
                if taken is not None:
                    values["from_" if key == "from" else str(key)] = taken
            else:
                self.refuse(key.line, f"unknown key '{key}' in {_a(kind)}{_meant(key, list(form))}")
        blank = {key: Text("", node.line) for key, shape in form.items() if shape.required and not values.get(key)}
        if lacking := [key for key, text in blank.items() if isinstance(given.get(key, text), Text)]:
            self.refuse(node.line, f"this {kind.KIND} lacks {', '.join(map(repr, lacking))}")
        return kind(file=self.file, line=node.line, **values, **blank)

    def _value(self, key: Text, shape: Shape, node: Node) -> Text | tuple[Text, ...] | None:
        if isinstance(node, Text):
            bare = node.strip()
            if not bare:
                return None
            kept = node if len(bare) == len(node) else Text(bare, node.line)
            return kept if shape.takes == "text" else (kept,)
        texts = [item for item in node.items if isinstance(item, Text)] if isinstance(node, yamlfile.Sequence) else []
        is_plain = isinstance(node, yamlfile.Sequence) and len(texts) == len(node.items)
        if is_plain and shape.takes != "text":
            return tuple(Text(item.strip(), item.line) for item in texts if item.strip())
        if is_plain and shape.value == "when":
            # [2019-11-26, 2019-11-27] without quotes is a YAML list: the same thing, written as a person would.
            return Text(f"[{','.join(item.strip() for item in texts)}]", node.line)
        expected = "one plain value" if shape.takes == "text" else "a list of plain values"
        self.refuse(node.line, f"'{key}' should be {expected}")
        return None


def _a(kind: type[Entry]) -> str:
    return f"{'an' if kind.KIND[0] in 'aeiou' else 'a'} {kind.KIND}"


def _meant(key: str, known: Sequence[str]) -> str:
    from oob.names import nearest

    near = nearest(key, known, 1)
    return f"; did you mean '{near[0]}'?" if near else f"; it takes {', '.join(known)}"
