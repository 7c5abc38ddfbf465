"""A word of a row that may be a verb, with what stands beside it."""

from __future__ import annotations

from oob.reading.grammar.syntax import Item
from oob.reading.grammar.words import is_genitive


class Spot:
    """A word that may be a verb, with its neighbours."""

    __slots__ = ("after", "before", "follows", "form", "i", "item", "row", "tag", "verb")

    def __init__(self, row: list[Item], i: int) -> None:
        self.row, self.i, self.item = row, i, row[i]
        assert self.item.form is not None
        self.form, self.verb = self.item.form.form, self.item.form.verb
        before = row[i - 1] if i else None
        after = row[i + 1] if i + 1 < len(row) else None
        self.tag, self.before = (before.tag, before.word) if before is not None else ("", "")
        self.follows, self.after = (after.tag, after.word) if after is not None else ("", "")

    @property
    def joined(self) -> bool:
        """Whether a hyphen joins it to what stands before: Turkish-backed."""
        return self.tag == "-" and self.row[self.i - 1].end == self.item.start

    @property
    def owned(self) -> bool:
        """Whether a genitive stands before it."""
        return is_genitive(self.before)
