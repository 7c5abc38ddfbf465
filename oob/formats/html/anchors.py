"""Where things stand in a page: which row, claim, report or disagreement a link leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from oob.formats.html.text import records, runs
from oob.table import Table

DENSE: Final = 5000
"""Claims above which a page tells in short what it tells twice otherwise, so that ten thousand stay usable."""


class Anchors:
    """The ids of the elements of one page: h1-3 the third row of the first inventory, d1 the first disagreement, c1 the
    first claim in time, s1 the first source, r1 the first report. `dense`: it has more claims than DENSE."""

    def __init__(self, held: Sequence[Table], tables: Mapping[str, Table]) -> None:
        self._rows: dict[tuple[str, str], str] = {}
        self.citing: dict[int, list[tuple[str, str]]] = defaultdict(list)
        """By source, the rows of inventories that cite it: (anchor, system)."""
        for at, table in enumerate(held, 1):
            faction = faction_of(table)
            for number, row in enumerate(records(table), 1):
                anchor = f"h{at}-{number}"
                self._rows[faction, row["row"]] = anchor
                for note in row["notes"]:
                    self.citing[note].append((anchor, row["system"]))
        self._claims = {row["claim"]: number for number, row in enumerate(records(tables["timeline"]), 1)}
        self.dense = len(self._claims) > DENSE
        self.in_one_report = {row["number"] for row in records(tables["sources"]) if len(row["reports"]) == 1}
        self._reports = {row["id"]: number for number, row in enumerate(records(tables["reports"]), 1)}
        sides = records(tables["sides"])
        self._disputes = {
            (sides[numbers[0]]["system"], sides[numbers[0]]["holder"]): number
            for number, (_, numbers) in enumerate(runs(tables["sides"]), 1)
        }

    def row(self, faction: str, label: str | None) -> str:
        """The row of a faction's inventory with a label; blank where there is none."""
        return self._rows.get((faction, label or ""), "")

    def claim(self, id_: str) -> int:
        """The number of a claim in the page."""
        return self._claims[id_]

    def report(self, id_: str) -> int:
        """The number of a report in the page."""
        return self._reports[id_]

    def dispute(self, system: str, holder: str) -> int | None:
        """The number of the disagreement on a system of a holder."""
        return self._disputes.get((system, holder))


def faction_of(table: Table) -> str:
    """The faction whose inventory a table is."""
    factions = table.about.get("factions")
    return str(factions[0]) if isinstance(factions, tuple) and factions else ""
