"""Where a text names what the catalogue knows: systems, forces, places and sources, in any spelling of the press."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from oob import inventory
from oob.catalog import Entry, ForceEntry, PlaceEntry, SourceEntry, SystemEntry
from oob.inventory import Directory
from oob.reading.gazetteer.context import Context, Hit
from oob.reading.gazetteer.folding import Folded, fold
from oob.reading.gazetteer.senses import KINDS, Name, Sense, halves, kept, numbered_words, patterns_of, sense_of
from oob.reading.gazetteer.spellings import letters, spellings
from oob.store import Reader

__all__ = ["Gazetteer", "Mention", "Name", "names_in", "names_of", "parents_of"]


class Mention(NamedTuple):
    """A stretch of a text that names something; `text[start:end]` is the surface.

    The surface of a system includes its plural or possessive ending, an article such as al-, and a designation or
    class that only repeats it: `Pantsir (SA-22)`, `MiG-29 fighter jets`. That of others ends before a possessive 's.
    """

    start: int
    end: int
    meanings: tuple[tuple[str, str], ...]
    """(kind, id), one or more, in the order of `KINDS`."""


def names_of(entries: Iterable[Entry]) -> Iterator[Name]:
    """Every spelling in the entries of a catalogue; their ids are none."""
    for entry in entries:
        if isinstance(entry, SystemEntry | ForceEntry | PlaceEntry | SourceEntry):
            short = getattr(entry, "short", None)
            for text in (entry.name, *([short] if short else []), *entry.aliases):
                yield Name(str(text), entry.KIND, str(entry.id))


def names_in(reader: Reader, known: Directory) -> Iterator[Name]:
    """Every spelling in a database; ids are none."""
    for kind, things in (
        ("system", known.systems),
        ("force", known.forces),
        ("place", known.places),
        ("source", known.sources),
    ):
        for id_, thing in things.items():
            yield Name(thing.name, kind, id_)
            if short := getattr(thing, "short", None):
                yield Name(short, kind, id_)
        for written, id_ in inventory.listed_aliases(reader, kind):
            yield Name(written, kind, id_)


def parents_of(entries: Iterable[Entry]) -> dict[str, str | None]:
    """The class of each system among the entries of a catalogue."""
    return {
        str(entry.id): str(entry.parent) if entry.parent else None
        for entry in entries
        if isinstance(entry, SystemEntry)
    }


class Gazetteer:
    """Finds names in texts. Building takes a fraction of a second; it cannot be pickled, so each process builds one."""

    def __init__(self, names: Iterable[Name], parents: Mapping[str, str | None]) -> None:
        self._parents = dict(parents)
        listed = list(dict.fromkeys(names))
        self._letters: frozenset[str] = frozenset().union(*(letters(name.text) for name in listed))
        sure, words = halves(listed)
        self._words = frozenset(words)
        listed += sure + words
        self._names = listed
        self._numbered = numbered_words(listed)
        first: dict[str, int] = {}
        others: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(listed):
            for spelling in spellings(name.text, name.kind):
                if first.setdefault(spelling.body, at) != at:
                    others[spelling.body].append(at)
        patterns: list[str] = []
        self._bodies: list[str] = []
        for body, at in first.items():
            named = (at, *others.get(body, ()))
            found = patterns_of(body, any(listed[each].kind == "system" for each in named))
            patterns += found
            self._bodies += [body] * len(found)
        self._named = first
        self._named_too = dict(others)
        # Most forms are in no text that is read: what a form means is worked out when it is first met.
        self._senses: list[tuple[int, tuple[Sense, ...]] | None] = [None] * len(patterns)
        self._automaton = AhoCorasick(patterns, store_patterns=False) if patterns else None

    def _read(self, pattern: int) -> tuple[int, tuple[Sense, ...]]:
        """The length of a pattern's form, and what it may mean."""
        body = self._bodies[pattern]
        senses = [
            sense_of(name, spelling, self._numbered, name in self._words)
            for name in (self._names[at] for at in (self._named[body], *self._named_too.get(body, ())))
            for spelling in spellings(name.text, name.kind)
            if spelling.body == body
        ]
        self._senses[pattern] = made = (len(body), kept(senses))
        return made

    def find(self, text: str) -> list[Mention]:
        """The mentions in a text, in their order, none over another. Time grows with the length of the text."""
        if self._automaton is None or not text:
            return []
        made = fold(text, self._letters)
        hits = _longest(Context(made).hits(self._automaton, self._senses, self._read))
        merged = self._merged(hits, made)
        if not made.dropped:
            return [Mention(start - 1, end - 1, meanings) for start, end, meanings, _ in merged]
        return [Mention(made.start(start), _whole(text, made.end(end)), meanings) for start, end, meanings, _ in merged]

    def _merged(self, hits: list[Hit], made: Folded) -> list[Hit]:
        """Adjacent names of one system as one: MiG-29 fighter jets, Pantsir (SA-22)."""
        found: list[Hit] = []
        reach = -10
        for hit in hits:
            one = self._joined(found[-1], hit, made.shown) if hit[0] - reach <= 3 else None
            if one is None:
                found.append(hit)
                reach = hit[1]
            else:
                found[-1] = one
                reach = one[1]
        return found

    def _joined(self, left: Hit, right: Hit, shown: str) -> Hit | None:
        (kind, first), (other, second) = left[2][0], right[2][0]
        if kind != "system" or other != "system":
            return None
        if first == second or self._is_above(second, first):
            meanings = left[2]
        elif self._is_above(first, second):
            meanings = right[2]
        else:
            return None
        between = shown[left[1] : right[0]]
        if between in _BESIDE:
            # On a line of its own, only a word of prose goes on with what stands above it.
            return (
                None if between == "\n" and not shown[right[0]].islower() else (left[0], right[1], meanings, right[3])
            )
        closing = _OPENING.get(between)
        return (left[0], right[1] + 1, meanings, right[3]) if closing and shown[right[1]] == closing else None

    def _is_above(self, ancestor: str, id_: str) -> bool:
        seen = set()
        at = self._parents.get(id_)
        while at is not None and at not in seen:
            if at == ancestor:
                return True
            seen.add(at)
            at = self._parents.get(at)
        return False


_BESIDE: Final = frozenset((" ", "-", "\n"))
_OPENING: Final = {' "': '"', " (": ")", " '": "'", " [": "]", '-"': '"'}


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of names that overlap the longest, and the first of equals; in the order of the text."""
    hits.sort()
    found: list[Hit] = []
    cluster: list[Hit] = []
    reach = -1
    for hit in hits:
        if hit[0] < reach:
            cluster.append(hit)
            reach = max(reach, hit[1])
        else:
            found += cluster if len(cluster) == 1 else _apart(cluster, reach)
            cluster = [hit]
            reach = hit[1]
    found += cluster if len(cluster) == 1 else _apart(cluster, reach)
    return found


def _apart(cluster: list[Hit], reach: int) -> list[Hit]:
    """Of a cluster of overlapping names those that stay; equal stretches have all their meanings."""
    if not cluster:
        return []
    first = cluster[0][0]
    taken = bytearray(reach - first)
    kept: list[Hit] = []
    for start, end, meanings, bare in sorted(cluster, key=lambda hit: (hit[0] - hit[1], hit[0], -hit[3])):
        if kept and kept[-1][0] == start and kept[-1][1] == end:
            if bare == kept[-1][3] or meanings[0][0] != kept[-1][2][0][0]:
                both = dict.fromkeys((*kept[-1][2], *meanings))
                ranked = sorted(both, key=lambda meaning: KINDS.index(meaning[0]))
                kept[-1] = (start, end, tuple(ranked), kept[-1][3])
        elif 1 not in taken[start - first : end - first]:
            taken[start - first : end - first] = b"\x01" * (end - start)
            kept.append((start, end, meanings, bare))
    return sorted(kept)


def _whole(text: str, end: int) -> int:
    """An end that leaves no accent behind."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
