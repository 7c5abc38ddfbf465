"""What goes wrong in a way that a person can mend. Imports nothing of oob."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class Refusal(Exception):
    """A request that cannot be carried out; the message says what was wrong and what to do. Nothing was changed."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a file that a person wrote. `line` counts from 1; 0 speaks of the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class Faulty(Refusal):
    """Files that were refused, with every problem found in them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
