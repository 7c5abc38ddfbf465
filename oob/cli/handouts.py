"""The commands that put all there is on a question into one file, to hand in or to pass on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from oob.cli import complete
from oob.cli.options import AsOf, At, Db, KnownBy, Output, SystemClass
from oob.cli.output import catalogue, pour, refuse_unshowable, say

if TYPE_CHECKING:
    from oob.inventory import Directory
    from oob.report.dossiers import Dossier
    from oob.store import Reader

Factions = Annotated[
    list[str], typer.Argument(help="One force or several, however spelled.", autocompletion=complete.forces)
]


def workbook(
    faction: Factions,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """All on a faction, or several, as a workbook for a spreadsheet.

    The inventory with sums that count nothing twice, its claims, sources, disagreements, timeline and places: each row
    linked to what it rests on. The first sheet tells how to read the others.

    Example: oob workbook lna gna --as-of 2020-07-31 --output libya.xlsx
    """
    _refuse_other(output)
    refuse_unshowable("xlsx", output)
    with catalogue(db) as (reader, known):
        from oob import files
        from oob.formats import xlsx
        from oob.report import workbooks

        found = gathered(reader, known, faction, as_of, known_by, at, system)
        content = xlsx.book(workbooks.sheets(found), workbooks.preface(found), found.title)
    if output is None:
        pour(content)
        return
    files.write(output, content)
    say(f"Wrote {output}")


def _refuse_other(output: Optional[Path]) -> None:
    """Refuses the name of a file that other programs would take for something else."""
    from oob.cli.output import chosen

    if output is not None and (other := chosen(None, output)) not in ("xlsx", "text"):
        raise typer.BadParameter(
            f"a workbook's name ends in .xlsx; for {other}: oob inventory FACTION --output {output.name}",
            param_hint="'--output'",
        )


def gathered(
    reader: Reader,
    known: Directory,
    factions: Sequence[str],
    as_of: Optional[str],
    known_by: Optional[str],
    at: Optional[str] = None,
    system: Optional[str] = None,
) -> Dossier:
    """The dossier of some factions, by whatever names they were given."""
    from oob import inventory as queries
    from oob.cli.questions import ask
    from oob.errors import Refusal
    from oob.report.dossiers import dossier

    ids = [queries.find(reader, "force", each, called="faction") for each in factions]
    if len(set(ids)) < len(ids):
        raise Refusal("the same force is named twice; name each once")
    answers = [ask(reader, known, [each], as_of, known_by, at, system) for each in ids]
    together = ask(reader, known, ids, as_of, known_by, at, system) if len(ids) > 1 else answers[0]
    return dossier(answers, together)
