"""Trees of systems, forces, places, sources: who is within whom. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property


class Tree:
    """A forest given as child -> parent (None for a root). Free of cycles: the checks and the store see to that."""

    def __init__(self, parents: Mapping[str, str | None]) -> None:
        self.parents = parents
        self._lines: dict[str, tuple[str, ...]] = {}

    def line(self, node: str) -> tuple[str, ...]:
        """The node, its parent, and so on up to the root."""
        if (known := self._lines.get(node)) is not None:
            return known
        way, at = [node], self.parents.get(node)
        while at and at not in self._lines:
            way.append(at)
            at = self.parents.get(at)
        line = self._lines[at] if at else ()
        for each in reversed(way):
            line = self._lines[each] = (each, *line)
        return line

    def root(self, node: str) -> str:
        """The root above a node, itself where it has no parent."""
        return self.line(node)[-1]

    def within(self, node: str | None, top: str) -> bool:
        """Whether a node is `top` or somewhere below it."""
        return node is not None and top in self.line(node)

    def related(self, one: str, other: str) -> bool:
        """Whether one of two nodes lies within the other."""
        return self.within(one, other) or self.within(other, one)

    def is_root(self, node: str) -> bool:
        """Whether nothing stands above a node."""
        return self.parents.get(node) is None

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """The nodes right below each node that has any."""
        found: dict[str, list[str]] = {}
        for child, parent in self.parents.items():
            if parent is not None:
                found.setdefault(parent, []).append(child)
        return {parent: tuple(sorted(below)) for parent, below in found.items()}

    def below(self, top: str) -> Iterator[str]:
        """A node and all that is below it, each before its children."""
        ahead = [top]
        while ahead:
            yield (node := ahead.pop())
            ahead += reversed(self.children.get(node, ()))


def cycle(node: str, parents: Mapping[str, str | None]) -> list[str]:
    """The way from a node up back to itself, empty where there is none."""
    way, at = [node], parents.get(node)
    while at is not None and at not in way:
        way.append(at)
        at = parents.get(at)
    return [*way, node] if at == node else []
