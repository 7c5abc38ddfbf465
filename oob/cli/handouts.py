"""The commands that put all there is on a question into one file, to hand in or to pass on."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Optional

import typer

from oob.cli import complete
from oob.cli.options import AsOf, At, Db, KnownBy, Output, SystemClass, printed
from oob.cli.output import catalogue, pour, refuse_unshowable, say

if TYPE_CHECKING:
    from oob.inventory import Directory
    from oob.report.dossiers import Dossier
    from oob.store import Reader

Factions = Annotated[
    list[str], typer.Argument(help="One force or several, however spelled.", autocompletion=complete.forces)
]

BOOKS: Final = ("", ".xlsx")
"""What the name of a workbook may end in."""
PAGES: Final = ("", ".html", ".htm")
"""What the name of a page may end in."""
_OURS: Final = b'<meta name=generator content="oob '
"""What a page of ours has near its beginning."""


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

    if output is not None and output.suffix.casefold() not in BOOKS:
        other = chosen(None, output)
        instead = "" if other == "text" else f"; for {other}: oob inventory FACTION --output {output.name}"
        raise typer.BadParameter(f"a workbook's name ends in .xlsx{instead}", param_hint="'--output'")


def dossier(
    faction: Factions,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    output: Annotated[
        Optional[Path],
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            callback=printed,
            help="The page's file; without it, FACTION-dossier.html here.",
        ),
    ] = None,
    db: Db = None,
) -> None:
    """All on a faction, or several, as one page for a browser.

    The inventory with the reasons for each number, disagreements, places and routes on a map, times and sources. It
    works offline and without scripts, and any browser prints it to PDF. Into a pipe it is printed as it is.

    Example: oob dossier lna --as-of 2020-07-31 -o lna.html
    """
    if output is not None and output.suffix.casefold() not in PAGES:
        raise typer.BadParameter(
            "a dossier is a web page, and its name ends in .html; for PDF, print the page from a browser",
            param_hint="'--output'",
        )
    with catalogue(db) as (reader, known):
        from oob import handout
        from oob import inventory as queries
        from oob.texts import paragraphs

        found = gathered(reader, known, faction, as_of, known_by, at, system)
        texts = queries.texts(reader, (str(row[0]) for row in found.reports.rows))
        forces = found.together.inventory.question.factions
        options = (("--as-of", as_of), ("--known-by", known_by), ("--at", at), ("--system", system))
        command = _command("dossier", forces, options)
        content = handout.page(found, command, {report: paragraphs(text) for report, text in texts.items()})
    _hand_out(content.encode("utf-8"), output, Path(f"{'-'.join(forces)}-dossier.html"))


def _command(name: str, forces: Sequence[str], options: Sequence[tuple[str, Optional[str]]]) -> str:
    """A command line that asks the same again."""
    given = [part for option, value in options if value is not None for part in (option, value)]
    return shlex.join(["oob", name, *forces, *given])


def _hand_out(content: bytes, output: Optional[Path], otherwise: Path) -> None:
    """Writes the file that was named, prints into a pipe, or on a terminal writes a file of a name that fits."""
    from oob import files

    if output is None and sys.stdout is not None and not sys.stdout.isatty():
        pour(content)
        return
    path = output or _unclaimed(otherwise)
    files.write(path, content)
    say(f"Wrote {path}; open it in a browser")


def _unclaimed(path: Path) -> Path:
    """A name that nobody chose, refused where it is that of a file which is no page of ours."""
    from oob.errors import Refusal

    if path.exists() and not (path.is_file() and _OURS in _beginning(path)):
        raise Refusal(f"{path} is there already, and is no dossier; name a file with --output")
    return path


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


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
