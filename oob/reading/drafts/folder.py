"""The folder of drafts: what was read into it and need not be read again, what a draft may be called, whole files only.

A draft that a person has touched is never written over. What was read stands in `.read.json`, beside the drafts;
without that file nothing is lost, but every draft in the folder counts as touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from oob.errors import Refusal
from oob.names import printable

RECORD: Final = ".read.json"
ABOUT: Final = "What oob has read into this folder, so that it does not read it again. It may be deleted."
OLD: Final = 600
"""Seconds after which what a killed run left half-written is cleared away."""


@dataclass(frozen=True, slots=True)
class Done:
    """A file that was read, and the draft that came of it."""

    draft: str
    """Its id."""
    sha256: str
    """Of the file's bytes."""
    text: str
    """Sha256 of the text that was found in it."""
    yaml: str
    """Sha256 of the draft, as it was written."""
    size: int = 0
    modified: int = 0
    """When the file was changed, in nanoseconds since 1970; 0 for what is no file."""
    of: str = ""
    """The key of another file with the same text, which the draft was made of; blank where it was this one."""
    program: str = ""
    """The version that read it."""
    given: dict[str, str] = field(default_factory=dict)
    claims: int = 0
    systems: int = 0
    doubtful: int = 0
    repeats: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class DraftFolder:
    """A folder of drafts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mark = f".oob-{secrets.token_hex(4)}-"
        """What the names of files begin with while this run writes them."""
        self.done: dict[str, Done] = {}
        """By the absolute path of the file; what came from elsewhere by a dash and its sha256."""
        self.unreadable = False
        """Whether there is a record that cannot be used."""
        self._saved = time.monotonic()
        self._made = False
        self._read_record()

    def open(self) -> None:
        """Makes the folder where there is none. Raises Refusal where it cannot be written to."""
        try:
            self._made = not self.path.exists()
            self.path.mkdir(parents=True, exist_ok=True)
            self.save()
        except OSError as error:
            raise Refusal(
                f"the drafts cannot be written to {printable(str(self.path))}: {error.strerror or error};"
                " name another folder with --into"
            ) from error
        for path in self.path.glob(".oob-*-*"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - OLD:
                    path.unlink()

    def close(self) -> None:
        """Writes down what was read, and clears away what was left half-written."""
        for path in self.path.glob(f"{self.mark}*"):
            with suppress(OSError):
                path.unlink()
        with suppress(OSError):  # the drafts are there all the same
            if self.done or not self._made or [path.name for path in self.path.iterdir()] != [RECORD]:
                self.save()
            else:
                (self.path / RECORD).unlink()
                self.path.rmdir()

    def _read_record(self) -> None:
        try:
            files = json.loads((self.path / RECORD).read_bytes())["files"]
            self.done = {str(key): entry for key, each in files.items() if (entry := _entry(each)) is not None}
        except (FileNotFoundError, NotADirectoryError):
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.unreadable = True

    def _recorded(self) -> bytes:
        files = {key: asdict(entry) for key, entry in self.done.items()}
        return json.dumps({"about": ABOUT, "files": files}, indent=1).encode()

    def save(self, *, every: float = 0) -> None:
        """Writes down what was read; `every`: only where that was done no sooner than so many seconds ago."""
        if time.monotonic() - self._saved >= every:
            write(self.path / RECORD, self._recorded(), self.mark)
            self._saved = time.monotonic()

    # -- what there is ----------------------------------------------------------------------------------------------

    def draft(self, id_: str) -> Path:
        """Where a draft is."""
        return self.path / f"{id_}.yaml"

    def text(self, id_: str) -> Path:
        """Where the text of a draft is."""
        return self.path / f"{id_}.txt"

    def stands(self, key: str) -> Done | None:
        """What is known of a file, where there still is a draft of that text."""
        entry = self.done.get(key)
        if entry is None or not self.draft(entry.draft).exists():
            return None
        owner = self.done.get(entry.of) if entry.of else entry
        return entry if owner is not None and (owner.draft, owner.text) == (entry.draft, entry.text) else None

    def is_touched(self, entry: Done) -> bool:
        """Whether a person has changed a draft, or its text, since it was written."""
        draft, text = digest(self.draft(entry.draft)), digest(self.text(entry.draft))
        return draft not in (None, entry.yaml) or text not in (None, entry.text)

    def holds(self, id_: str, text: str) -> bool:
        """Whether there is a draft of this id that is of a text, known by its sha256, whoever has changed it since."""
        try:
            return f"sha256: {text}" in self.draft(id_).read_text("utf-8", "replace")
        except OSError:
            return False

    def is_free(self, id_: str, text: str) -> bool:
        """Whether nothing is in the way of a draft of a text, known by its sha256: the text itself may be there."""
        return not self.draft(id_).exists() and digest(self.text(id_)) in (None, text)

    def pass_on(self, key: str) -> None:
        """Leaves the draft of a file whose text has changed to another file that still has the text."""
        before = self.done[key]
        heirs = [each for each, entry in self.done.items() if entry.of == key and entry.text == before.text]
        for each in heirs:
            seen = self.done[each]
            of = heirs[0] if each != heirs[0] else ""
            self.done[each] = replace(before, of=of, sha256=seen.sha256, size=seen.size, modified=seen.modified)
        if heirs:
            del self.done[key]

    def add(self, key: str, entry: Done) -> None:
        """Takes note of a new draft; the one before, under another id, goes where nobody has touched it."""
        before = self.done.get(key)
        self.done[key] = entry
        if before is None or before.of or before.draft == entry.draft or self.is_touched(before):
            return
        for path in (self.draft(before.draft), self.text(before.draft)):
            with suppress(OSError):
                path.unlink()


def write(path: Path, data: bytes, mark: str) -> None:
    """Writes a file beside its place and moves it there, which either happens or does not. Raises OSError."""
    aside = path.with_name(f"{mark}{secrets.token_hex(4)}")
    try:
        aside.write_bytes(data)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def digest(path: Path) -> str | None:
    """Of a file's bytes; None where there is no file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError:
        return ""


_KINDS: Final[Mapping[str, type]] = {
    **dict.fromkeys(("draft", "sha256", "text", "yaml", "of", "program"), str),
    **dict.fromkeys(("size", "modified", "claims", "systems", "doubtful"), int),
    **dict.fromkeys(("repeats", "notes"), list),
    "given": dict,
}


def _entry(each: Mapping[str, Any]) -> Done | None:
    """An entry of the record; None for what is none, since anybody may have written there."""
    if each.keys() != _KINDS.keys() or not all(isinstance(each[key], kind) for key, kind in _KINDS.items()):
        return None
    texts = [*each["given"].values(), *each["repeats"], *each["notes"]]
    if not all(isinstance(text, str) for text in texts) or not re.fullmatch("[a-z0-9][a-z0-9-]{0,99}", each["draft"]):
        return None
    return Done(**{**each, "repeats": tuple(each["repeats"]), "notes": tuple(each["notes"])})
