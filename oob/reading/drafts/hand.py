"""What a process does with one file: looks at its text, then writes its draft. What fails is an answer too."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oob.errors import Refusal
from oob.names import printable
from oob.reading import documents
from oob.reading.documents import Document
from oob.reading.drafts import draft
from oob.reading.drafts.draft import Given
from oob.reading.drafts.files import Source
from oob.reading.drafts.fingerprints import Fingerprint, fingerprint
from oob.reading.drafts.folder import write
from oob.reading.drafts.repeats import Repeat
from oob.reading.drafts.shared import EarlierClaim
from oob.reading.knowledge import Knowledge


@dataclass(frozen=True)
class Setting:
    """What every process has to know, in plain tables."""

    knowledge: Knowledge
    given: Given
    today: datetime.date
    schema: str
    folder: Path
    mark: str


@dataclass(frozen=True, slots=True)
class Look:
    """The first round's task: a file's text."""

    source: Source
    unless: str | None
    """The sha256 of bytes that were read before."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the first round finds."""

    sha256: str
    size: int
    modified: int
    document: Document | None = None
    """None where the bytes are those that were read before."""
    text: str = ""
    """Sha256 of the text."""
    base: str = ""
    """What the draft is called, where nothing else is."""
    print: Fingerprint = field(default_factory=lambda: Fingerprint("", ()))


@dataclass(frozen=True, slots=True)
class Write:
    """The second round's task: a draft."""

    source: Source
    document: Document | None
    """None where the file is to be read again."""
    id: str
    repeats: tuple[Repeat, ...]
    earlier: Mapping[tuple[str, int], Sequence[EarlierClaim]]


@dataclass(frozen=True, slots=True)
class Written:
    """What the second round made of a file."""

    yaml: str
    claims: int
    systems: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class Failed:
    """What was wrong with a file, and what to do."""

    message: str


class Hand:
    """Does the tasks, one at a time. The gazetteer is built with the first draft."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def __call__(self, task: Look | Write) -> Seen | Written | Failed:
        name = printable(task.source.name)
        try:
            return self._look(task) if isinstance(task, Look) else self._write(task)
        except Refusal as refusal:
            return Failed(str(refusal))
        except OSError as error:
            return Failed(f"{name}: its draft could not be written: {error.strerror or error}")
        except Exception as error:  # whatever is wrong with one file, the others are read
            return Failed(f"{name}: reading it failed by a mistake in oob ({_whence(error)}); please report it")

    def _look(self, task: Look) -> Seen:
        source, setting = task.source, self.setting
        size = modified = 0
        data = source.data
        if source.path is not None:
            data = documents.contents(source.path, printable(source.name))
            status = source.path.stat()
            size, modified = status.st_size, status.st_mtime_ns
        assert data is not None
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 == task.unless:
            return Seen(sha256, size, modified)
        document = documents.read(source.path, data)
        published = draft.published_on(document, setting.given)
        return Seen(
            sha256=sha256,
            size=size,
            modified=modified,
            document=document,
            text=hashlib.sha256(document.text.encode()).hexdigest(),
            base=draft.id_of(document, setting.knowledge, name=source.short, given=setting.given),
            print=fingerprint(
                "",
                document.text,
                earliest=published.earliest.isoformat() if published and published.earliest else None,
                latest=published.latest.isoformat() if published and published.latest else None,
                is_known=False,
            ),
        )

    def _write(self, task: Write) -> Written:
        source, setting = task.source, self.setting
        document = task.document or documents.read(source.path, source.data)
        made = draft.make(
            document,
            setting.knowledge,
            name=source.short,
            today=setting.today,
            given=setting.given,
            repeats=task.repeats,
            earlier=task.earlier,
            schema=setting.schema,
            report=task.id,
        )
        data = made.text.encode()
        write(setting.folder / f"{task.id}.txt", document.text.encode(), setting.mark)
        write(setting.folder / f"{task.id}.yaml", data, setting.mark)
        return Written(hashlib.sha256(data).hexdigest(), made.claims, made.systems, made.doubtful)


def _whence(error: Exception) -> str:
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f", {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at is not None else ""
    return printable(f"{type(error).__name__}: {error}"[:200]) + where
