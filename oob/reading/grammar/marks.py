"""Words and marks that tie clauses."""

from __future__ import annotations

from typing import Final

JOINING: Final = frozenset({"and", "or", "but"})
TOGETHER_WITH: Final = "together with"
JOINED_BY_WITH: Final = frozenset({"together", "along", "coupled"})
RELATIVES: Final = frozenset({"that", "which", "who", "whom"})
OPENS_CLAUSE: Final = frozenset({"while", "as", "when", "if", "whether", "unless", "after", "before", "since", "until"})
BEFORE_CLAUSES: Final = frozenset({"after", "before", "since", "until"})
OPENS_RELATIVE: Final = frozenset({"which", "who", "whom", "whose", "what", "where"})
FINITE: Final = ("active", "passive", "be")
"""Voices of a verb that has a subject of its own."""
