"""Nouns in both grammatical numbers, for the lists of words."""

from __future__ import annotations


def both(singulars: str) -> frozenset[str]:
    """Regular nouns in the singular and the plural."""
    words = singulars.split()
    return frozenset(words) | {f"{each[:-1]}ies" if each.endswith("y") else f"{each}s" for each in words}
