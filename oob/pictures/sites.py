"""The places of a table, as a map draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from oob.pictures.globe import Point
from oob.pictures.sheet import cited, ids, numbers, words
from oob.table import Cell

MOST: Final = 40
"""Places on one map; a line tells how many the table has besides."""
_VAGUE_KM: Final = 300
"""A position less exact than this is of an area, and says little about where on the map."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the table of places, as it is drawn; `key` is the letter that it has on the map."""

    id: str
    name: str
    within: str
    position: Point | None
    precision: float | None
    holdings: tuple[str, ...]
    paths: tuple[str, ...]
    notes: tuple[int, ...]
    key: str

    @property
    def vague(self) -> bool:
        """Whether its position stands for an area."""
        return self.precision is not None and self.precision > _VAGUE_KM

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return f"{self.name}: {'; '.join(self.holdings) or 'on the way'} {cited(self.notes)}"


def read(row: dict[str, Cell], key: str) -> Place:
    """A row of the table, under a letter."""
    latitude, longitude = decimal(row.get("latitude")), decimal(row.get("longitude"))
    placed = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
    return Place(
        id=words(row.get("place")),
        name=words(row.get("name")) or "unnamed place",
        within=words(row.get("within")),
        position=(latitude or 0.0, longitude or 0.0) if placed else None,
        precision=decimal(row.get("precision_km")),
        holdings=tuple(map(words, ids(row.get("holdings")))),
        paths=ids(row.get("system_paths")),
        notes=numbers(row.get("notes")),
        key=key,
    )


def decimal(cell: Cell) -> float | None:
    """A cell that holds a decimal number."""
    try:
        number = float(words(cell))
    except ValueError:
        return None
    return number if abs(number) < 1e6 else None


def chosen(rows: Sequence[dict[str, Cell]]) -> list[dict[str, Cell]]:
    """As many places as fit, those with the most sources first, in the table's order."""
    kept = sorted(range(len(rows)), key=lambda at: (-len(numbers(rows[at].get("notes"))), at))[:MOST]
    return [rows[at] for at in sorted(kept)]


def letter(number: int) -> str:
    """A, B... Z, AA, AB..."""
    return chr(ord("A") + number) if number < 26 else chr(ord("A") + number // 26 - 1) + chr(ord("A") + number % 26)
