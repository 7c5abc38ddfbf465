"""The commands that change the catalogue or take it out: check, load, attach, log, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from oob.cli import complete
from oob.cli.options import AsOf, Db, Format, KnownBy, Output
from oob.cli.output import catalogue, database, say, show

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

Paths = Annotated[list[Path], typer.Argument(help="YAML files, or folders of them.")]


def template() -> None:
    """Print a report file to start from, every key explained.

    Example: oob template
    """
    from oob.paths import PACKAGE

    schema = (PACKAGE / "schemas" / "report.schema.json").as_uri()
    typer.echo(f"# yaml-language-server: $schema={schema}")
    typer.echo((PACKAGE / "template.yaml").read_text("utf-8"), nl=False)


def check(paths: Paths, db: Db = None) -> None:
    """Look for mistakes in catalogue and report files.

    All of them are told at once, with file and line; nothing is changed.

    Example: oob check my-report.yaml
    """
    from oob import intake
    from oob.catalog import ClaimEntry

    read = intake.check(paths, database(db))
    kept = [entry for entry in read.entries if not intake.is_skipped(entry)]
    told = ", ".join(_plural(count, kind) for kind, count in _count(entry.KIND for entry in kept).items())
    typer.echo(f"No problems: {told}.")
    _tell_skipped(len(read.entries) - len(kept))
    if proposed := sum(claim.review == "proposed" for claim in read.of(ClaimEntry)):
        typer.echo(f"Still to be looked at before a load: {_plural(proposed, 'proposed claim')} ('oob review FILE').")


def load(
    paths: Annotated[Optional[list[Path]], typer.Argument(help="YAML files, or folders of them.")] = None,
    why: Annotated[Optional[str], typer.Option("--why", "-m", help="Why, for the log.")] = None,
    shipped: Annotated[bool, typer.Option("--shipped", help="Load the catalogue that came with oob again.")] = False,
    db: Db = None,
) -> None:
    """Bring files into the catalogue: all of them, or none.

    With a mistake in any of them nothing is changed.

    Loading a file again after a change brings the change in; a claim that is no longer in its file is withdrawn, never
    erased.

    Example: oob load my-report.yaml --why "figure corrected"
    """
    from oob import intake
    from oob.paths import shipped_catalogue

    if bool(paths) == shipped:
        raise typer.BadParameter("give files or folders, or --shipped alone", param_hint="'PATHS'")
    outcome = intake.load(shipped_catalogue() if shipped else paths or [], database(db), why=why)
    for what in ("added", "changed", "withdrawn", "reinstated"):
        if told := _tally(outcome.tally(what)):
            typer.echo(f"{what.capitalize()}: {told}.")
    for each in outcome.touched:
        if each.what in ("changed", "withdrawn", "reinstated"):
            typer.echo(f"  {each.what} {each.kind} {each.id}")
    typer.echo(f"Left as it was: {_tally(outcome.left) or 'nothing'}.")
    _tell_skipped(outcome.skipped)


def _tell_skipped(skipped: int) -> None:
    if skipped:
        typer.echo(f"Left out, as skipped in review: {_plural(skipped, 'claim')}.")


def _count(kinds: Iterable[str]) -> Counter[str]:
    from collections import Counter

    return Counter(kinds)


def _tally(found: Counter[str]) -> str:
    return ", ".join(_plural(count, kind) for kind, count in sorted(found.items()))


def _plural(count: int, kind: str) -> str:
    return f"{count:,} {kind}{'' if count == 1 else 's'}"


def attach(
    report: Annotated[str, typer.Argument(help="A report's id.", autocompletion=complete.reports)],
    file: Annotated[Path, typer.Argument(help="Its text: plain UTF-8, a paragraph a line.")],
    db: Db = None,
) -> None:
    """Keep a report's text, so that its passages can be shown.

    Its hash and paragraphs are verified; then 'why' and 'show' print the passages, and 'claims --search' finds them.

    Example: oob attach cnn-2020-05-26 article.txt
    """
    from oob import attachments
    from oob.names import printable

    number = attachments.attach(report, file, database(db))
    typer.echo(f"Attached {printable(str(file))} to {printable(report)}: {_plural(number, 'paragraph')}.")


def log(
    record: Annotated[
        Optional[str],
        typer.Argument(help="The id of a claim or anything else; all without it.", autocompletion=complete.anything),
    ] = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Who changed what, when and why, with the earlier forms.

    Example: oob log cnn-2020-05-26/at-least-14
    """
    with catalogue(db) as (reader, _):
        from oob import inventory
        from oob.errors import Refusal
        from oob.names import printable
        from oob.report import cards

        rows = inventory.log(reader, record)
        if record is not None and not rows:
            raise Refusal(f"the log has nothing on '{printable(record)}'; a claim's id is report/key")
        table = cards.log(rows, f"Log of {record}" if record else "Log, newest first")
    show([table], format, output)


def export(
    folder: Annotated[Optional[Path], typer.Argument(help="A new folder, or one of an earlier export.")] = None,
    orbat: Annotated[
        Optional[Path],
        typer.Option("--orbat", metavar="FILE", help="Write a scenario for ORBAT Mapper, a JSON file, instead."),
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    db: Db = None,
) -> None:
    """Write all of the catalogue into a folder, as open data.

    YAML files that load back to the same catalogue; every table as CSV, described by a Data Package, and as Parquet
    where pyarrow is installed; places and routes as GeoJSON.

    With --orbat, what all forces are alleged to hold, on a day if you like, as one file that ORBAT Mapper opens.

    Example: oob export my-catalogue
    """
    if (folder is None) == (orbat is None):
        raise typer.BadParameter("give a folder, or --orbat FILE", param_hint="'FOLDER'")
    if orbat is not None:
        _scenario(orbat, as_of, known_by, db)
        return
    if as_of or known_by:
        raise typer.BadParameter(
            "these are for --orbat; a folder has the catalogue whole", param_hint="'--as-of' / '--known-by'"
        )
    from oob.export import export as write

    assert folder is not None
    done = write(database(db), folder)
    say(f"Wrote {_plural(len(done.files), 'file')} to {folder}")
    for told in done.left_out:
        say(f"Left out {told}")


def _scenario(file: Path, as_of: str | None, known_by: str | None, db: str | None) -> None:
    """Writes what all forces hold, whole or not at all."""
    with catalogue(db) as (reader, known):
        from oob import files
        from oob.cli.questions import everyone, standing
        from oob.export import orbat

        files.write(file, orbat.file(everyone(reader, known, as_of, known_by), standing(reader)))
    say(f"Wrote {file}")
