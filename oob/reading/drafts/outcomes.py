"""What became of the files that were read, as it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from oob.reading.drafts.naming import State
from oob.table import Column, Table


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file."""

    file: str
    state: State
    draft: Path | None = None
    claims: int | None = None
    systems: int | None = None
    doubtful: int | None = None
    repeats: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problem: str | None = None
    """What was wrong with a file that failed, and what to do."""


_COLUMNS: Final = (
    Column("file", "File"),
    Column("state", "State"),
    Column("draft", "Draft"),
    Column("claims", "Claims", "int"),
    Column("systems", "Systems", "int"),
    Column("doubtful", "Doubtful", "int"),
    Column("repeats", "Repeats", "ids"),
    Column("notes", "Notes", grows=True),
    Column("problem", audience="data"),
)


def table(outcomes: Sequence[Outcome]) -> Table:
    """What became of the files. People are told elsewhere what was wrong with those that failed."""
    counts = Counter(each.state for each in outcomes)
    told = ", ".join(f"{counts[state]:,} {words}" for state, words in _STATES.items() if counts[state])
    return Table(
        name="drafts",
        title=f"Drafts ({told})" if told else "Drafts",
        columns=_COLUMNS,
        rows=tuple(
            (
                each.file,
                each.state,
                str(each.draft) if each.draft is not None else None,
                each.claims,
                each.systems,
                each.doubtful,
                each.repeats,
                "; ".join(each.notes),
                each.problem,
            )
            for each in outcomes
        ),
        notes=(_DOUBTFUL,) if any(each.doubtful for each in outcomes) else (),
    )


_STATES: Final[Mapping[State, str]] = {
    "read": "read",
    "read before": "read before",
    "same text": "with the text of another",
    "in the catalogue": "in the catalogue",
    "failed": "failed",
}
_DOUBTFUL: Final = "Doubtful: claims that reading itself gives less than an even chance."
