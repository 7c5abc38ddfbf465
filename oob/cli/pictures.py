"""`oob chart`: pictures for a paper, of what a faction is alleged to have held."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Optional

import typer

from oob.cli.options import AsOf, At, Db, Faction, KnownBy, SystemClass
from oob.cli.output import catalogue, pour, say
from oob.errors import Refusal

if TYPE_CHECKING:
    from oob.pictures.look import Look

ENDINGS: Final = (".svg", ".png")

app = typer.Typer(
    help="Pictures for a paper, SVG or PNG, of what is alleged.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)

Picture = Annotated[
    Optional[Path],
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write it: a name that ends in .svg or .png. In a pipe: SVG."
    ),
]
Width = Annotated[int, typer.Option("--width", min=320, max=4000, help="In pixels; the height is what it takes.")]
Sources = Annotated[bool, typer.Option("--sources", help="The sources in full below it, not in short.")]


@app.command()
def inventory(
    faction: Faction,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    width: Width = 720,
    sources: Sources = False,
    output: Picture = None,
    db: Db = None,
) -> None:
    """What a faction held, its numbers as bars.

    A range is a bar, what has no upper end fades out, what is lost has a colour and a shape of its own.

    Example: oob chart inventory lna --as-of 2020-07-31 -o lna.svg
    """
    fmt = _format(output)
    with catalogue(db) as (reader, known):
        from oob import vocabulary
        from oob.cli.questions import ask
        from oob.pictures import inventory as picture
        from oob.report import inventories

        answer = ask(reader, known, [faction], as_of, known_by, at, system)
        [table] = inventories.tables(answer, tuple(vocabulary.SECTIONS))
        drawn = picture.draw(table, _look(inventories.asked(answer, titled=True), width, sources))
    _show(drawn, output, fmt)


@app.command()
def timeline(
    faction: Faction,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    system: SystemClass = None,
    width: Width = 720,
    sources: Sources = False,
    output: Picture = None,
    db: Db = None,
) -> None:
    """When it happened, on an axis of time.

    A day is a dot, an uncertain date a bar over all the days that it may have been.

    Example: oob chart timeline lna --system aircraft -o aircraft.png
    """
    fmt = _format(output)
    with catalogue(db) as (reader, known):
        from oob import inventory as queries
        from oob.cli.questions import timeline_of
        from oob.pictures import timeline as picture

        table = timeline_of(reader, known, faction, as_of, known_by, system)
        asked = f"Only {known.systems[queries.find(reader, 'system', system)].name}" if system else ""
        drawn = picture.draw(table, _look(asked, width, sources))
    _show(drawn, output, fmt)


@app.command(name="map")
def map_(
    faction: Faction,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    width: Width = 720,
    sources: Sources = False,
    output: Picture = None,
    db: Db = None,
) -> None:
    """Where it was, and by which routes it came.

    The map says how exact a position is; routes are dashed.

    Example: oob chart map lna --system aircraft -o map.svg
    """
    fmt = _format(output)
    with catalogue(db) as (reader, known):
        from oob.cli.questions import ask
        from oob.pictures import map as picture
        from oob.report import geography, inventories
        from oob.sourcing import Notes

        answer, notes = ask(reader, known, [faction], as_of, known_by, at, system), Notes(known)
        rows = geography.moves(answer)
        places, routes = geography.places(answer, rows, notes), geography.routes(rows, answer, notes)
        drawn = picture.draw(places, routes, _look(inventories.asked(answer), width, sources))
    _show(drawn, output, fmt)


@app.command()
def tree(
    faction: Faction,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    width: Width = 720,
    sources: Sources = False,
    output: Picture = None,
    db: Db = None,
) -> None:
    """Who held what: the tree of forces.

    With APP-6 symbols, in the frame that takes no side.

    Example: oob chart tree lna -o lna-forces.png
    """
    fmt = _format(output)
    with catalogue(db) as (reader, known):
        from oob.cli.questions import ask
        from oob.pictures import tree as picture
        from oob.report import inventories, orders

        answer = ask(reader, known, [faction], as_of, known_by, at, system)
        drawn = picture.draw(orders.order_of_battle(answer), _look(inventories.asked(answer), width, sources))
    _show(drawn, output, fmt)


def _look(asked: str, width: int, sources: bool) -> Look:
    from oob.pictures.look import Look

    return Look(width=width, asked=asked, sources="full" if sources else "short")


def _format(output: Path | None) -> str:
    """The kind of picture that a file's name asks for. Refused before anything is read, so that nobody waits for it."""
    if output is None:
        if sys.stdout is not None and sys.stdout.isatty():
            raise Refusal("a terminal shows no pictures; name a file with -o, such as -o lna.svg or -o lna.png")
        return ".svg"
    ending = output.suffix.casefold()
    if ending not in ENDINGS:
        told = f"ends in {ending!r}" if ending else "has no ending"
        raise typer.BadParameter(f"{output.name!r} {told}; pictures end in .svg or .png", param_hint="'--output'")
    return ending


def _show(svg: str, output: Path | None, fmt: str) -> None:
    """Writes a picture to a file, whole or not at all, or into a pipe."""
    if output is None:
        pour(svg.encode("utf-8"))
        return
    from oob import files

    if fmt == ".png":
        from oob.pictures import png

        content = png.render(svg)
    else:
        content = svg.encode("utf-8")
    files.write(output, content)
    say(f"Wrote {output}")
