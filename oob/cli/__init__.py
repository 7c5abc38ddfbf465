"""The commands. Each parses, calls and prints; what a command does not use, it does not import."""

from __future__ import annotations

from typing import Annotated

import typer

from oob.cli import catalogue, database, lists, questions

app = typer.Typer(
    name="oob",
    help=(
        "What did a force hold, where, on that date, and who says so? A catalogue of what press reports allege about"
        " military equipment, with the sourcing of every number.\n\n"
        "Start with: oob inventory lna\n\n"
        "Exit codes: 0 done; 1 refused, with what to do; 2 mistyped command line; 130 interrupted. A command that ends"
        " with 1, 2 or 130 has changed nothing."
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from oob import __version__

        typer.echo(f"oob {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Holds the options of the program itself."""


questions.register(app)
lists.register(app)
catalogue.register(app)
app.add_typer(database.app, name="database", help="Where your catalogue is kept; upgrade and back it up.")
