"""Proposals as a draft: one report file, to be reviewed, in the format of `seeds/`."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from oob.names import nearest, normal, printable
from oob.reading.documents import Document
from oob.reading.drafts.block import clean, part
from oob.reading.drafts.repeats import Repeat
from oob.reading.drafts.shared import EarlierClaims, shared
from oob.reading.drafts.wording import says
from oob.reading.knowledge import Knowledge
from oob.reading.reader import Proposal, read
from oob.reading.sentences import DESIGNATOR
from oob.reading.speech.statements import Speaker
from oob.reading.unlisted import kind_of
from oob.vocabulary import ACTIONS, UNJUDGED
from oob.when import When
from oob.when import parse as parse_when

LONGEST_PASSAGE: Final = 1000
UNNAMED_FORCE: Final = "unidentified-force"
"""The force that stands where the text names no captor; the draft brings it where the catalogue lacks it."""

_HEAD: Final = """\
# yaml-language-server: $schema={schema}
# A draft: read from {name} by oob {version}. Nothing in it counts before a person has looked at it:
#   oob review {name_of_draft}
# or by hand: correct what is wrong, delete the line 'review: proposed' of what is right, and load the file.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft claim file, with what a summary tells of it."""

    id: str
    text: str
    """The YAML."""
    claims: int
    systems: int
    doubtful: int
    """Claims whose confidence is under a half."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of a report where the document does not; it goes before what the document says."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


def make(
    document: Document,
    knowledge: Knowledge,
    *,
    name: str,
    today: datetime.date,
    given: Given = Given(),
    repeats: Sequence[Repeat] = (),
    earlier: EarlierClaims = MappingProxyType({}),
    schema: str = "report.schema.json",
    report: str | None = None,
) -> Draft:
    """The draft claim file of a document; `name` is that of the file it was read from.

    `report` is its id, where the one of `id_of` is another's.
    `repeats` are the reports that the document shares passages with, and `earlier` the claims that these reports make.

    Raises ValueError for a date of publication that is none.
    """
    when = published_on(document, given)
    if given.published is not None:
        published, dated_by = given.published, "given by the person who had it read"
    elif document.published is not None:
        published, dated_by = document.published, document.dated_by or "the document"
    else:
        published, dated_by = f"../{today.isoformat()}", "not known; no later than the day on which it was read"
    publisher = _publisher(given.publisher or document.publisher, document, knowledge)
    report = report or id_of(document, knowledge, name=name, given=given)
    document = replace(document, title=given.title or document.title, url=given.url or document.url)
    proposals = read(document.text, when, publisher, knowledge)
    return compose(
        document, proposals, knowledge, name=name, report=report, publisher=publisher, published=published,
        dated_by=dated_by, repeats=repeats, earlier=earlier, schema=schema,
    )  # fmt: skip


def _publisher(name: str | None, document: Document, knowledge: Knowledge) -> Speaker:
    if name is None:
        return Speaker("an unnamed outlet", None, "unnamed")
    id_ = knowledge.by_name.get(("source", normal(name)))
    if id_ is None and name in knowledge.parents["source"]:
        id_ = name
    if id_ is None:
        return Speaker(name, None, "outlet")
    return Speaker(knowledge.title("source", id_), id_, "outlet")


def published_on(document: Document, given: Given) -> When | None:
    """When a report was published. Raises ValueError for what is no date."""
    published = given.published if given.published is not None else document.published
    return parse_when(published) if published is not None else None


def id_of(document: Document, knowledge: Knowledge, *, name: str, given: Given) -> str:
    """An id for the report, the same on every reading of the same file."""
    publisher = _publisher(given.publisher or document.publisher, document, knowledge)
    when = published_on(document, given)
    who = publisher.id or slug(publisher.name, 24) if publisher.kind != "unnamed" else "unnamed"
    day = slug(when.text.replace("~", "").replace("?", ""), 21) if when is not None else "undated"
    what = slug(given.title or document.title or name.rsplit(".", 1)[0], 24)
    return f"{who[:24].strip('-')}-{day}-{what}"[:80].strip("-")


def compose(
    document: Document,
    proposals: Sequence[Proposal],
    knowledge: Knowledge,
    *,
    name: str,
    report: str,
    publisher: Speaker,
    published: str,
    dated_by: str,
    repeats: Sequence[Repeat] = (),
    earlier: EarlierClaims = MappingProxyType({}),
    schema: str = "report.schema.json",
) -> Draft:
    """The draft of a report, `report` being its id and `name` that of the file it was read from."""
    from oob import __version__

    repeats = [each for each in repeats if each.report != report]  # read anew, a report does not repeat itself
    latest = parse_when(published).latest
    proposals = [_not_after(each, latest) for each in proposals]
    book = _Origins(report, knowledge, publisher)
    by = book.source(publisher)
    whole: dict[str, Any] = {"report": _report(document, report, by, published, dated_by, repeats)}
    keys: dict[str, int] = {}
    claims = [_claim(each, book, keys, knowledge, repeats, earlier) for each in proposals]
    if UNNAMED_FORCE not in knowledge.parents["force"] and any(
        each.get("opponent") == UNNAMED_FORCE for each in claims
    ):
        whole["forces"] = [{"id": UNNAMED_FORCE, "name": "a force that the report does not name", "kind": "group"}]
    if unlisted := list(_unlisted(proposals, knowledge)):
        whole["places"] = unlisted
    if book.sources:
        whole["sources"] = list(book.sources.values())
    whole["origins"] = book.origins
    whole["claims"] = claims
    head = _HEAD.format(schema=schema, name=printable(name), version=__version__, name_of_draft=f"{report}.yaml")
    parts = [head, *(part(key, value) for key, value in whole.items() if value)]
    if not claims:
        parts.append("claims: []  # nothing in the text is claimed of equipment, as far as reading can tell\n")
    return Draft(
        id=report,
        text="\n".join(parts),
        claims=len(claims),
        systems=len({each.system for each in proposals if each.system}),
        doubtful=sum(each.confidence < 0.5 for each in proposals),
    )


def _unlisted(proposals: Iterable[Proposal], knowledge: Knowledge) -> Iterator[dict[str, str]]:
    """The entries of places that the catalogue does not have, told the same way by every report that names them."""
    named = {id_ for each in proposals for ids in each.places.values() for id_ in ids}
    for name in sorted(named - knowledge.parents["place"].keys()):
        yield {"id": slug(name, 80), "name": name, "kind": kind_of(name), "note": UNJUDGED}


def _not_after(each: Proposal, latest: datetime.date | None) -> Proposal:
    """A proposal without a date that cannot be: nobody tells of what happened after his report came out."""
    if each.when is None or latest is None or ACTIONS[each.action].effect == "intention":
        return each
    earliest = parse_when(each.when).earliest
    if earliest is None or earliest <= latest:
        return each
    reason = f"'{printable(each.when_text)}' would be {each.when}, after the report came out: left out"
    return replace(each, when=None, when_text="", because=(*each.because, reason))


def _report(
    document: Document, report: str, publisher: str, published: str, dated_by: str, repeats: Sequence[Repeat]
) -> dict[str, Any]:
    # A draft of the same run cannot be referred to: it is no report of the catalogue yet.
    whole = next((each.report for each in repeats if each.is_whole and each.is_known), None)
    notes = [*document.notes, *(each.told for each in repeats)]
    fields = {
        "id": report,
        "publisher": publisher,
        "title": document.title,
        "authors": list(document.authors) or None,
        "published": published,
        "dated_by": dated_by,
        "repeats": whole,
        "url": document.url,
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        "note": "; ".join(notes) or None,
    }
    return {key: clean(value) for key, value in fields.items() if value}


@lru_cache(4096)
def slug(text: str, most: int = 60) -> str:
    """An id made of a text, cut after a whole word where it is too long."""
    from anyascii import anyascii

    words = re.sub("[^a-z0-9]+", "-", anyascii(text).lower().replace("'", "")).strip("-")
    if len(words) > most:
        words = words[: most + 1].rpartition("-")[0] or words[:most]
    return words.strip("-") or "unnamed"


class _Origins:
    """The origins of a draft, and the speakers that the catalogue does not know."""

    def __init__(self, report: str, knowledge: Knowledge, publisher: Speaker) -> None:
        self.report = report
        self.knowledge = knowledge
        self.origins: dict[str, dict[str, str]] = {}
        self.sources: dict[str, dict[str, str]] = {}
        self._known: dict[tuple[str, str | None, str, str | None], str] = {}
        self._names: set[str] = set()
        """Normal forms of the names that were given here."""
        self.publisher = publisher
        self.source(publisher)

    def source(self, speaker: Speaker) -> str:
        """What stands for a speaker in the file: the id where the catalogue has one, else a name given here."""
        if speaker.id is not None:
            return speaker.id
        name = printable(" ".join(speaker.name.split()))[:120] or "an unnamed speaker"
        id_ = slug(f"{name}-{self.report}" if speaker.kind == "unnamed" else name, 80)
        if ("source", normal(id_)) in self.knowledge.by_name:
            id_ = slug(f"{id_}-{self.report}", 80)  # an id is a name too, and names must differ
        if id_ in self.sources:
            return self.sources[id_]["name"]
        if speaker.kind == "unnamed":
            name = f"{name} ({self.report})"
        if normal(name) in self._names or ("source", normal(name)) in self.knowledge.by_name:
            name = f"{name} ({self.report})"
        self._names.add(normal(name))
        entry = {"id": id_, "name": name, "kind": speaker.kind}
        party = speaker.party and (self.knowledge.speaker_for(speaker.party) or self._root_speaker(speaker.party))
        if party:
            entry["part_of"] = party
        entry |= {"reliability": "F", "reason": UNJUDGED}
        self.sources[id_] = entry
        return name

    def _root_speaker(self, force: str) -> str | None:
        return next((s for each in self.knowledge.forces.line(force) if (s := self.knowledge.speaker_for(each))), None)

    def of(self, proposal: Proposal) -> str:
        """The origin of a proposal, by its id; a new one for each speaker, time and basis."""
        speaker = proposal.speaker
        who = self.source(speaker)
        through = self.source(speaker.through) if speaker.through is not None else None
        basis = _basis(proposal)
        at = (who, through, basis, proposal.made)
        if at not in self._known:
            short = slug(speaker.id or speaker.name, 40)
            made = f"-{slug(proposal.made, 20)}" if proposal.made else ""
            id_ = f"{short}{made}-in-{self.report}"[:80].strip("-")
            if id_ in self.origins:
                id_ = f"{id_[:66].strip('-')}-{slug(basis)}"
            if id_ in self.origins:
                id_ = f"{id_[:76].strip('-')}-{len(self.origins)}"
            fields = {"speaker": who, "through": through, "made": proposal.made, "basis": basis}
            self.origins[id_] = {key: value for key, value in fields.items() if value}
            self._known[at] = id_
        return self._known[at]


def _basis(proposal: Proposal) -> str:
    speaker = proposal.speaker
    if speaker.kind == "outlet":
        return "own reporting"
    if speaker.id == "unattributed-reports":
        return "hearsay"
    if speaker.document:
        return "document"
    return "briefing" if speaker.kind == "unnamed" else "statement"


def _claim(
    each: Proposal,
    book: _Origins,
    keys: dict[str, int],
    knowledge: Knowledge,
    repeats: Sequence[Repeat],
    earlier: EarlierClaims,
) -> dict[str, Any]:
    key = slug(f"p{each.paragraph}-{each.system or 'place'}-{each.action}", 70)
    keys[key] = keys.get(key, 0) + 1
    because = [*each.because, *_unknown(each, knowledge)]
    opponent = each.opponent
    if each.action == "captured" and opponent is None:
        opponent = UNNAMED_FORCE
        because.append("the text names no captor")
    same = shared(each, repeats, earlier, knowledge.systems, knowledge.forces)
    if same is not None:
        because.append(f"the paragraph and its origin are those of '{same.claim}'")
    elif known := next(filter(None, (repeat.told_of(each.paragraph) for repeat in repeats)), None):
        because.append(known)
    fields: dict[str, Any] = {
        "key": key if keys[key] == 1 else f"{key}-{keys[key]}",
        "review": "proposed",
        "origin": same.origin if same is not None else book.of(each),
        "event": same.event if same is not None else None,
        "paragraph": each.paragraph,
        "says": says(each, knowledge),
        "action": each.action,
        "stance": each.stance,
        "system": each.system,
        "system_text": printable(each.system_text) or None,
        "count": each.count_text if each.count is not None and ACTIONS[each.action].effect != "relation" else None,
        "operator": each.operator,
        "supplier": each.supplier,
        "beneficiary": each.beneficiary,
        "opponent": opponent,
        **{role: _few(ids) for role, ids in each.places.items()},
        "when": each.when,
        "when_text": printable(each.when_text) or None,
        "passage": printable(each.passage)[:LONGEST_PASSAGE],
        "confidence": f"{each.confidence:.2f}",
        "because": "; ".join(because) or None,
    }
    return {name: value for name, value in fields.items() if value is not None and value != ()}


def _unknown(each: Proposal, knowledge: Knowledge) -> Iterator[str]:
    """What to say of a type that the catalogue does not know."""
    found = DESIGNATOR.search(each.system_text)
    if found is None or ("system", normal(found[0])) in knowledge.by_name or knowledge.gazetteer.find(found[0]):
        return
    digits = "".join(filter(str.isdigit, found[0]))
    near = nearest(found[0], knowledge.designators.get(digits, ()), 2)
    hint = f"; the nearest known: {', '.join(near)}" if near else ""
    yield f"unknown: {printable(found[0])}?{hint}"


def _few(ids: Iterable[str]) -> str | list[str]:
    listed = list(ids)
    return listed[0] if len(listed) == 1 else listed
