"""The options that commands share, declared once, and how their values are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from oob.cli import complete
from oob.formats import NAMES

Db = Annotated[
    Optional[str],
    typer.Option(
        "--db",
        metavar="DATABASE",
        help="Another catalogue: a SQLite file, or postgresql://user@host/name [OOB_DATABASE].",
    ),
]


def _format(text: str | None) -> str | None:
    """A format by its name, in whatever case. A usage error for what is none."""
    if text is None or text.casefold() in NAMES:
        return text and text.casefold()
    raise typer.BadParameter(f"{text!r} is not one of {', '.join(NAMES)}")


Format = Annotated[
    Optional[str],
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        callback=_format,
        help=f"{', '.join(NAMES[:-1])} or {NAMES[-1]}; without it, as the name of --output ends, else text.",
        autocompletion=complete.formats,
    ),
]


def printed(path: Path | None) -> Path | None:
    """A file's name; none for `-`, which asks to print, as everywhere."""
    return None if path == Path("-") else path


Output = Annotated[
    Optional[Path],
    typer.Option("--output", "-o", metavar="FILE", callback=printed, help="Write to this file instead of the screen."),
]
AsOf = Annotated[
    Optional[str],
    typer.Option(
        "--as-of", metavar="DATE", help="What was held on this day (2020-07-31; a month or year means its end)."
    ),
]
KnownBy = Annotated[
    Optional[str],
    typer.Option("--known-by", metavar="DATE", help="Only from reports that were surely out by this day."),
]
At = Annotated[
    Optional[str],
    typer.Option(
        "--at",
        metavar="PLACE",
        help="Only what is said to be at this place, or a place in it.",
        autocompletion=complete.places,
    ),
]
SystemClass = Annotated[
    Optional[str],
    typer.Option(
        "--system",
        metavar="SYSTEM",
        help="Only this system or class and its kinds.",
        autocompletion=complete.systems,
    ),
]
Faction = Annotated[
    str,
    typer.Argument(
        help='A force, however the press spells it: lna, "Haftar\'s forces".', autocompletion=complete.forces
    ),
]


def day(text: str | None, option: str) -> str | None:
    """The last day of the time that an option names, as ISO text. A usage error for what is no date."""
    if text is None:
        return None
    from oob import when

    try:
        parsed = when.parse(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=f"'{option}'") from error
    if parsed.latest is None:
        raise typer.BadParameter(f"{text!r} has no end; give a day such as 2020-07-31", param_hint=f"'{option}'")
    return parsed.latest.isoformat()
