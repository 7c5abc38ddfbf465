"""Whose word a number is: origins as numbered sources, with the reports and paragraphs that carry them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from oob import when
from oob.inventory import ClaimRow, Directory, Origin, Report


def speaker(origin: Origin, known: Directory) -> str:
    """Who said it, the party it counts as, and through whom it is known."""
    source = known.sources[origin.speaker]
    party = known.sources[known.source_tree.root((known.heard_from(origin.id)).id)]
    told = source.name if source.id == party.id else f"{source.name} ({party.short or party.name})"
    return f"{told}, as told by {known.sources[origin.through].name}" if origin.through else told


def utterance(origin: Origin, known: Directory) -> str:
    """Who said it, how and when: one origin in words."""
    made = f", {when.phrase(when.parse(origin.made))}" if origin.made else ""
    return f"{speaker(origin, known)}, {origin.basis}{made}"


def document(report: Report, known: Directory) -> str:
    """A report in words: authors, publisher, title where it shows one, date, id."""
    publisher = known.sources[report.publisher]
    parts = [report.authors, publisher.short or publisher.name, f"\u201c{report.title}\u201d" if report.title else None]
    parts.append(when.phrase(when.parse(report.published)))
    repeats = f", repeating {report.repeats}" if report.repeats else ""
    return f"{', '.join(part for part in parts if part)} [{report.id}]{repeats}"


class Notes:
    """Footnotes: one an origin, numbered as they are first needed; each lists the reports that carry it."""

    def __init__(self, known: Directory) -> None:
        self._known = known
        self._numbers: dict[str, int] = {}
        self._carried: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))

    def number(self, claims: Iterable[ClaimRow]) -> tuple[int, ...]:
        """The footnote numbers for some claims."""
        found = set()
        for claim in claims:
            found.add(self._numbers.setdefault(claim.origin, len(self._numbers) + 1))
            self._carried[claim.origin][claim.report].add(claim.paragraph)
        return tuple(sorted(found))

    def texts(self) -> tuple[str, ...]:
        """The footnotes, in the order of their numbers."""
        return tuple(self._text(origin) for origin in self._numbers)

    def origins(self) -> tuple[str, ...]:
        """The origins, in the order of their numbers."""
        return tuple(self._numbers)

    def carriers(self, origin: str) -> list[tuple[Report, list[int]]]:
        """The reports that carry an origin, oldest first, each with the paragraphs cited."""
        carried = [(self._known.reports[id_], sorted(numbers)) for id_, numbers in self._carried[origin].items()]
        return sorted(carried, key=lambda each: (each[0].latest or "", each[0].id))

    def passages(self, origin: str) -> str:
        """The same in words."""
        return "; ".join(
            f"{document(report, self._known)}, par. {', '.join(map(str, numbers))}"
            for report, numbers in self.carriers(origin)
        )

    def _text(self, id_: str) -> str:
        grade = self._known.heard_from(id_).reliability
        return f"{utterance(self._known.origins[id_], self._known)}; reliability {grade}. In: {self.passages(id_)}."
