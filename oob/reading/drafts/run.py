"""Many files to many drafts: what was read is passed over, what fails is told, what is written is whole.

In two rounds, each on as many processes as wanted and with its answers taken in order of file name: first every file's
text, by which drafts are named and compared with each other; then the claims. So the drafts are the same whatever the
number of processes.
"""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from oob.errors import Refusal
from oob.names import printable
from oob.reading.documents import Document
from oob.reading.drafts.crew import Crew
from oob.reading.drafts.draft import Given
from oob.reading.drafts.files import Source
from oob.reading.drafts.fingerprints import Fingerprint, of_catalogue
from oob.reading.drafts.folder import Done, DraftFolder
from oob.reading.drafts.hand import Failed, Hand, Look, Seen, Setting, Write, Written
from oob.reading.drafts.naming import Names, Settled, State, Text
from oob.reading.drafts.outcomes import Outcome
from oob.reading.drafts.repeats import Index
from oob.reading.drafts.shared import EarlierClaim, earlier_claims
from oob.reading.knowledge import Knowledge, of_database

if TYPE_CHECKING:
    from oob.inventory import Directory
    from oob.store import Reader

HELD: Final = 100_000_000
"""Characters of text that are kept from the first round to the second; what is beyond is read from its file again."""
ALONE: Final = 400_000
"""Bytes of files that are read sooner than further processes would have started."""
SAVED: Final = 2.0
"""Seconds after which it is written down what was read."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reading needs of the catalogue."""

    knowledge: Knowledge
    reports: Mapping[str, str | None]
    """By id: the sha256 of its text."""
    fingerprints: Sequence[Fingerprint]
    earlier: Mapping[str, Mapping[tuple[str, int], Sequence[EarlierClaim]]]
    """By report: its claims."""


def standing(reader: Reader, known: Directory) -> Standing:
    """What a reading needs of the catalogue in a database. Raises Refusal where it has nothing to look for."""
    from oob import inventory

    if not known.systems:
        raise Refusal(
            "the catalogue has no systems, so nothing can be found in a text; 'oob load --shipped' brings those that"
            " come with oob, 'oob load FILE' your own"
        )
    texts = inventory.texts(reader, known.reports)
    prints = of_catalogue(known.reports.values(), texts)
    earlier: dict[str, dict[tuple[str, int], Sequence[EarlierClaim]]] = defaultdict(dict)
    for at, claims in earlier_claims(inventory.claim_rows(reader)).items():
        earlier[at[0]][at] = claims
    return Standing(
        knowledge=of_database(reader, known),
        reports={report.id: report.sha256 for report in known.reports.values()},
        fingerprints=prints,
        earlier=dict(earlier),
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A file whose draft has its id."""

    at: int
    key: str
    id: str
    seen: Seen
    notes: tuple[str, ...]


class Run:
    """One reading of many files into a folder of drafts."""

    def __init__(
        self,
        folder: DraftFolder,
        *,
        given: Given,
        today: datetime.date,
        schema: str,
        again: bool = False,
        processes: int | None = None,
        tell: Callable[[int, int], None] = lambda done, of: None,
    ) -> None:
        """`tell` hears how many steps of how many are done."""
        self.folder = folder
        self.given = given
        self.today = today
        self.schema = schema
        self.again = again
        self.processes = processes
        self.tell = tell
        self.written = 0
        """How many drafts."""
        self._given = {key: value for key, value in asdict(given).items() if value}
        self._sources: Sequence[Source] = ()
        self._outcomes: dict[int, Outcome] = {}
        self._documents: dict[int, Document] = {}
        self._held = 0

    def read(self, sources: Sequence[Source], catalogue: Callable[[], Standing]) -> list[Outcome]:
        """Reads files; the catalogue is opened only where there is something to read."""
        self._sources = sources
        looks = {at: look for at in range(len(sources)) if (look := self._look(at)) is not None}
        if looks:
            known = catalogue()
            self.folder.open()
            try:
                self._read(looks, known)
            finally:
                self.folder.close()
        return [self._outcomes[at] for at in range(len(sources))]

    def _read(self, looks: Mapping[int, Look], known: Standing) -> None:
        setting = Setting(
            knowledge=replace(known.knowledge),  # without what it has worked out, which cannot be sent to others
            given=self.given,
            today=self.today,
            schema=self.schema,
            folder=self.folder.path,
            mark=self.folder.mark,
        )
        names = Names(self.folder, known.reports, again=self.again, given=self._given)
        of = 2 * len(looks)
        placed = []
        with Crew[Look | Write, Seen | Written | Failed](Hand, setting, self._crew(looks)) as crew:
            for done, (at, seen) in enumerate(zip(looks, crew.each([*looks.values()]), strict=True), 1):
                if (one := self._place(at, seen, names)) is not None:
                    placed.append(one)
                self.tell(done, of)
            tasks = self._tasks(placed, known)
            steps = zip(placed, tasks, crew.each(tasks), strict=True)
            for done, (one, task, written) in enumerate(steps, of - len(placed) + 1):
                self._wrote(one, task, written)
                self.tell(done, of)

    def _crew(self, looks: Mapping[int, Look]) -> int:
        """How many processes: none but this one for what it has read sooner than others would be ready."""
        most = min(self.processes or os.cpu_count() or 1, len(looks))
        if self.processes is None and sum(_status(look.source)[0] for look in looks.values()) <= ALONE:
            return 1
        return most

    # -- the first round -------------------------------------------------------------------------------------------

    def _look(self, at: int) -> Look | None:
        """The first task for a file; None where it is known by size and time to have been read."""
        source = self._sources[at]
        entry = None if self.again else self.folder.stands(_key(source))
        if entry is None or (self._given and self._given != entry.given):
            return Look(source, None)
        if (entry.size, entry.modified) == _status(source):
            self._outcomes[at] = self._told(source, "read before", entry)
            return None
        return Look(source, entry.sha256)

    def _place(self, at: int, seen: Seen | Written | Failed | None, names: Names) -> _Placed | None:
        """A file whose draft is to be written; None where there is none."""
        source = self._sources[at]
        if not isinstance(seen, Seen):
            self._fail(at, seen)
            return None
        key = _key(source, seen.sha256)
        document = seen.document
        if document is None:
            entry = replace(self.folder.done[key], size=seen.size, modified=seen.modified)
            self.folder.done[key] = entry
            self._outcomes[at] = self._told(source, "read before", entry)
            return None
        text = Text(source.name, key, seen.sha256, seen.text, seen.base, seen.size, seen.modified)
        try:
            found = names.place(text)
        except Refusal as refusal:
            self._fail(at, Failed(str(refusal)))
            return None
        if isinstance(found, Settled):
            self._outcomes[at] = self._settle(source, text, found)
            return None
        if self._held + len(document.text) <= HELD:
            self._held += len(document.text)
            self._documents[at] = document
        return _Placed(at, key, found, replace(seen, document=None), (*self._missing(document), *document.notes))

    def _missing(self, document: Document) -> Iterator[str]:
        if (document.publisher or self.given.publisher) is None:
            yield "does not say who published it (--publisher)"
        if (document.published or self.given.published) is None:
            yield "does not say when it came out (--published)"

    def _settle(self, source: Source, text: Text, found: Settled) -> Outcome:
        """What to tell of a file that needs no draft of its own; it is written down under its own name."""
        owner = self.folder.done.get(found.key)
        done = None
        if owner is not None and found.key == text.key:
            done = owner
        elif found.key and found.draft is not None:
            of = (owner.of if owner is not None else "") or found.key
            done = Done(found.draft, sha256=text.sha256, text=text.text, yaml="", of=of)
        if done is not None:
            done = replace(done, sha256=text.sha256, size=text.size, modified=text.modified)
            self.folder.done[text.key] = done
        notes = (found.note,) if found.note else ()
        if owner is not None and found.state == "read before":
            return self._told(source, found.state, owner, *notes)
        draft_ = self.folder.draft(found.draft) if found.draft is not None else None
        return Outcome(source.name, found.state, draft_, notes=notes)

    def _told(self, source: Source, state: State, entry: Done, *notes: str) -> Outcome:
        from oob import __version__

        entry = self.folder.done.get(entry.of, entry)
        if state != "read" and entry.program != __version__:
            notes = (*notes, f"read by oob {entry.program}; --again reads it anew")
        return Outcome(
            file=source.name,
            state=state,
            draft=self.folder.draft(entry.draft),
            claims=entry.claims,
            systems=entry.systems,
            doubtful=entry.doubtful,
            repeats=entry.repeats,
            notes=(*notes, *entry.notes),
        )

    def _fail(self, at: int, answer: object) -> None:
        name = self._sources[at].name
        message = answer.message if isinstance(answer, Failed) else f"{printable(name)}: {_DIED}"
        self._outcomes[at] = Outcome(name, "failed", problem=message)

    # -- the second round ------------------------------------------------------------------------------------------

    def _tasks(self, placed: Sequence[_Placed], known: Standing) -> list[Write]:
        index = Index.of(known.fingerprints)
        found = index.find_all([replace(one.seen.print, report=one.id) for one in placed])
        tasks = []
        for one, repeated in zip(placed, found, strict=True):
            earlier = {at: each for repeat in repeated for at, each in known.earlier.get(repeat.report, {}).items()}
            source, document = self._sources[one.at], self._documents.pop(one.at, None)
            tasks.append(Write(source, document, one.id, tuple(repeated), earlier))
        return tasks

    def _wrote(self, one: _Placed, task: Write, written: Seen | Written | Failed | None) -> None:
        from oob import __version__

        if not isinstance(written, Written):
            self._fail(one.at, written)
            return
        entry = Done(
            draft=one.id,
            sha256=one.seen.sha256,
            text=one.seen.text,
            yaml=written.yaml,
            size=one.seen.size,
            modified=one.seen.modified,
            program=__version__,
            given=self._given,
            claims=written.claims,
            systems=written.systems,
            doubtful=written.doubtful,
            repeats=tuple(each.report for each in task.repeats if each.report != one.id),
            notes=one.notes,
        )
        self.folder.add(one.key, entry)
        self.written += 1
        self._outcomes[one.at] = self._told(task.source, "read", entry)
        self.folder.save(every=SAVED)


_DIED: Final = "the process that read it died (of too little memory?); save it as plain text, or give it alone"


def _key(source: Source, sha256: str = "") -> str:
    return os.path.abspath(source.path) if source.path is not None else f"-{sha256}"


def _status(source: Source) -> tuple[int, int]:
    """Bytes, and when they were changed, in nanoseconds; zeros where that cannot be told."""
    try:
        status = os.stat(source.path) if source.path is not None else None
    except (OSError, ValueError):
        return 0, 0
    return (status.st_size, status.st_mtime_ns) if status is not None else (0, 0)
