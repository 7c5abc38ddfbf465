"""What drafts are called, and which need not be written: their text was read before, or is a report's already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Literal

from oob.errors import Refusal
from oob.names import printable
from oob.reading.drafts.folder import Done, DraftFolder

State = Literal["read", "read before", "same text", "in the catalogue", "failed"]
"""What became of a file."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, told by hashes."""

    name: str
    """What a person calls the file."""
    key: str
    """What the folder's record calls it."""
    sha256: str
    """Of the file's bytes."""
    text: str
    """Sha256 of the text."""
    base: str
    """What its draft is called, where nothing else is."""
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A text that needs no draft of its own."""

    state: State
    draft: str | None
    """The id of the draft that it has already."""
    note: str
    key: str = ""
    """The file that it was made of."""


class Names:
    """Gives drafts their ids, in the order in which it is asked: one that is taken goes on with -2, -3."""

    def __init__(
        self, folder: DraftFolder, reports: Mapping[str, str | None], *, again: bool, given: Mapping[str, str]
    ) -> None:
        """`reports`: the catalogue's, with the sha256 of their texts."""
        self._folder = folder
        self._reports = {digest: report for report, digest in sorted(reports.items(), reverse=True) if digest}
        self._again = again
        self._given = given
        self._keys = {entry.text: key for key, entry in folder.done.items() if not entry.of}
        """By the sha256 of a text: the file that its draft was made of."""
        self._followed = {entry.of for entry in folder.done.values()}
        self._ours = {entry.draft for entry in folder.done.values()}
        self._taken = {*reports, *self._ours}
        self._named: dict[str, tuple[Text, str]] = {}
        """By the sha256 of a text: the file of this run that it was in, and its draft."""

    def place(self, text: Text) -> str | Settled:
        """The id of a text's draft, or why it gets none. Raises Refusal for a draft that a person has changed."""
        if text.text in self._named:
            other, id_ = self._named[text.text]
            return Settled("same text", id_, f"the same text as {printable(other.name)}", other.key)
        if not self._again and (settled := self._settled(text)) is not None:
            return settled
        before = self._before(text)
        if before is not None and self._folder.is_touched(before):
            raise Refusal(self._touched(text, before.draft))
        found = self._id(text, before)
        if isinstance(found, str):
            self._named[text.text] = text, found
            self._ours.add(found)
            self._taken.add(found)
        return found

    def _settled(self, text: Text) -> Settled | None:
        """Why a text is not read; None where it is to be."""
        for key in (text.key, self._keys.get(text.text, text.key)):
            entry = self._folder.stands(key)
            if entry is None or entry.text != text.text:
                continue
            if self._given and self._given != entry.given:
                return None
            note = "" if key == text.key else f"the same text as {printable(key)}"
            return Settled("read before", entry.draft, note, key)
        report = self._reports.get(text.sha256) or self._reports.get(text.text)
        if report is None:
            return None
        return Settled("in the catalogue", None, f"in the catalogue as {report}; --again reads it all the same")

    def _before(self, text: Text) -> Done | None:
        """What was read before in place of this: from the same file, else the same text from another."""
        before = self._folder.done.get(text.key)
        if before is not None and not before.of:
            if before.text != text.text:
                if self._keys.get(before.text) == text.key:
                    del self._keys[before.text]
                if text.key in self._followed:
                    self._folder.pass_on(text.key)
            return self._folder.done.get(text.key)
        key = self._keys.get(text.text)
        if key is None:
            return None
        self._keys[text.text] = text.key
        self._folder.done[text.key] = self._folder.done.pop(key)
        return self._folder.done[text.key]

    def _id(self, text: Text, before: Done | None) -> str | Settled:
        if before is not None and re.fullmatch(f"{re.escape(text.base)}(?:-[0-9]+)?", before.draft):
            return before.draft
        same = self._reports.get(text.sha256) or self._reports.get(text.text)
        for number in count(1):
            id_ = text.base if number == 1 else f"{text.base[:72].strip('-')}-{number}"
            if id_ in self._ours or (id_ in self._taken and id_ != same):
                continue
            if self._folder.holds(id_, text.text):
                if self._again:
                    raise Refusal(self._touched(text, id_))
                return Settled("read before", id_, "its draft was there already")
            if self._folder.is_free(id_, text.text):
                return id_
        raise AssertionError("there is no end to numbers")

    def _touched(self, text: Text, id_: str) -> str:
        draft = printable(str(self._folder.draft(id_)))
        return (
            f"{printable(text.name)}: its draft {draft} has been reviewed or edited since it was read, so it is left as"
            " it is; to read the file anew, move the draft and its .txt away"
        )
