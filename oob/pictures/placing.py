"""Places for labels: beside what they name, over nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

_AROUND: Final = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1), (1, -0.5), (-1, 0.5))
"""The sides of a mark on which a label may stand, best first."""
_DISTANCES: Final = (11.0, 22.0, 38.0, 58.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box, gap: float = 0) -> bool:
        """Whether two boxes overlap, or are nearer than a gap."""
        across = self.x < other.x + other.width + gap and other.x < self.x + self.width + gap
        return across and self.y < other.y + other.height + gap and other.y < self.y + self.height + gap

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in another."""
        across = other.x <= self.x and self.x + self.width <= other.x + other.width
        return across and other.y <= self.y and self.y + self.height <= other.y + other.height


@dataclass
class Placing:
    """A frame, and what is taken in it: marks and labels that nothing may cover, lines that labels rather avoid."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def beside(self, x: float, y: float, sizes: Sequence[tuple[float, float]]) -> tuple[int, Box] | None:
        """The best place near a mark for the largest of some sizes that has one, and which size that is."""
        for at, (width, height) in enumerate(sizes):
            free = [box for box in self._around(x, y, width, height) if self.free(box)]
            if free:
                best = min(enumerate(free), key=lambda each: (self._crossed(each[1]) * 8 + each[0], each[0]))[1]
                self.taken.append(best)
                return at, best
        return None

    def free(self, box: Box) -> bool:
        """Whether a box lies in the frame and covers nothing."""
        return box.within(self.frame) and not any(box.meets(other, 2) for other in self.taken)

    def _around(self, x: float, y: float, width: float, height: float) -> Iterator[Box]:
        for far in _DISTANCES:
            for across, down in _AROUND:
                left = x + far if across > 0 else x - far - width if across < 0 else x - width / 2
                middle = y + down * (height / 2 + far * (0.3 if across else 1))
                yield Box(left, middle - height / 2, width, height)

    def _crossed(self, box: Box) -> int:
        return sum(box.meets(line) for line in self.lines)
