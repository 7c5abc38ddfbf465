"""The commands. Each parses, calls and prints; what a command does not use, it does not import."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context

COMMANDS: Final = {
    "inventory": "questions.inventory",
    "why": "questions.why",
    "compare": "questions.compare",
    "dossier": "handouts.dossier",
    "workbook": "handouts.workbook",
    "timeline": "questions.timeline",
    "conflicts": "questions.conflicts",
    "gaps": "questions.gaps",
    "claims": "questions.claims",
    "chart": "pictures.app",
    "show": "lists.show_one",
    "cite": "citing.cite",
    "systems": "lists.systems",
    "forces": "lists.forces",
    "places": "lists.places",
    "sources": "lists.sources",
    "reports": "lists.reports",
    "origins": "lists.origins",
    "events": "lists.events",
    "actions": "lists.actions",
    "template": "catalogue.template",
    "check": "catalogue.check",
    "load": "catalogue.load",
    "attach": "catalogue.attach",
    "read": "reading.read",
    "review": "review.review",
    "log": "catalogue.log",
    "export": "catalogue.export",
    "serve": "serving.serve",
    "database": "database.app",
}
"""The commands in the order that the help lists them, each with where it is defined: module and function or app."""


class _Commands(TyperGroup):
    """Imports and builds a command when it is asked for: to build them all takes longer than most take to run."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        # For a slip of the keyboard all are there, so that the nearest can be named.
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.commands[name] = _built(name)
        return super().get_command(ctx, cmd_name)


def _built(name: str) -> Command:
    module, _, member = COMMANDS[name].partition(".")
    found = getattr(import_module(f"oob.cli.{module}"), member)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name)(found)
        found = alone
    return typer.main.get_command(found)


app = typer.Typer(
    name="oob",
    cls=_Commands,
    help=(
        "What did a force hold, where, on that date, and who says so? A catalogue of what press reports allege about"
        " military equipment, with the sourcing of every number.\n\n"
        "Start with: oob inventory lna\n\n"
        "Exit codes: 0 done; 1 refused, with what to do; 2 mistyped command line; 130 interrupted. A command that ends"
        " with 1, 2 or 130 has changed nothing in the catalogue."
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
