"""The commands that show what claims refer to: lists of systems, forces and the rest, and one thing in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from oob.cli import complete
from oob.cli.options import Db, Format, Output
from oob.cli.output import catalogue, show

if TYPE_CHECKING:
    from oob.inventory import Directory
    from oob.store import Reader
    from oob.table import Table

KINDS = ("claim", "system", "force", "place", "source", "report")


def register(app: typer.Typer) -> None:
    """Adds the commands, in the order that the help lists them."""
    app.command("show")(show_one)
    for command in (systems, forces, places, sources, reports, origins, events, actions):
        app.command()(command)


def show_one(
    name: Annotated[
        str, typer.Argument(help="A claim's id, or the name of anything.", autocompletion=complete.anything)
    ],
    kind: Annotated[
        Optional[str],
        typer.Option("--kind", help="claim, system, force, place, source or report, where a name means several."),
    ] = None,
    format: Format = "text",
    output: Output = None,
    db: Db = None,
) -> None:
    """One claim, system, force, place, source or report in full.

    Example: oob show "Al Jufra"
    """
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}", param_hint="'--kind'")
    with catalogue(db) as (reader, known):
        found = [table for each in KINDS if kind in (None, each) for table in _cards(each, name, reader, known)]
        if not found:
            _refuse(name, kind, reader)
    show(found, format, output)


def _cards(kind: str, name: str, reader: Reader, known: Directory) -> list[Table]:
    """What there is of a name among one kind of thing."""
    from oob import inventory, names
    from oob.report import listings

    if kind == "claim":
        from oob.report.why import passages
        from oob.texts import paragraphs

        row = inventory.claims_by_id(reader, [name]).get(name)
        if row is None:
            return []
        texts = {report: paragraphs(text) for report, text in inventory.texts(reader, [row.report]).items()}
        return [listings.claim_card(row, known, passages([row], texts).get(name))]
    if kind == "report":
        if name not in known.reports:
            return []
        rows = inventory.claim_rows(reader, "report = ?", name)
        return [
            listings.entity_card(kind, known.reports[name], known, ()),
            listings.claims(rows, known, f"Its claims ({len(rows)})"),
        ]
    id_ = inventory.lookup(reader, kind, names.normal(name))
    if id_ is None:
        return []
    each = getattr(known, f"{kind}s")[id_]
    return [listings.entity_card(kind, each, known, inventory.aliases(reader, kind, id_))]


def _refuse(name: str, kind: str | None, reader: Reader) -> None:
    """Says that a name is not known, with the nearest ones of whatever kind."""
    from oob import inventory
    from oob.errors import Refusal
    from oob.names import nearest, normal, printable

    known = {normal(row[0]): row[0] for row in reader.rows("SELECT id FROM report")}
    known |= {normal(row[0]): row[0] for row in reader.rows("SELECT id FROM claim")} if "/" in name else {}
    for each in ("system", "force", "place", "source"):
        known |= {normal(written): written for written, _ in inventory.spellings(reader, each)}
    near = [known[each] for each in nearest(normal(name), sorted(known))]
    hint = f"; did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
    raise Refusal(f"nothing called '{printable(name)}'{f' among the {kind}s' if kind else ''}{hint}")


def systems(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All systems and classes, as a tree.

    Example: oob systems --format csv --output systems.csv
    """
    _list("system", format, output, db)


def forces(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All forces, as a tree.

    Example: oob forces
    """
    _list("force", format, output, db)


def places(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All places, as a tree, with coordinates.

    Example: oob places --format csv
    """
    _list("place", format, output, db)


def sources(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All sources with their reliability, under the party that they count as.

    Example: oob sources
    """
    _list("source", format, output, db)


def _list(kind: str, format: str, output: Output, db: str | None) -> None:
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        tally = inventory.mentions(reader, kind)
        aliases: dict[str, list[str]] = {}
        for written, id_ in inventory.listed_aliases(reader, kind):
            aliases.setdefault(id_, []).append(written)
        table = getattr(listings, f"{kind}s")(known, tally, aliases)
    show([table], format, output)


def reports(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All reports, oldest first.

    Example: oob reports
    """
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        attached = inventory.texts(reader, known.reports)
        table = listings.reports(known, inventory.tally(reader, "report"), attached)
    show([table], format, output)


def origins(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All origins: the utterances that claims go back to.

    Example: oob origins --format csv
    """
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        table = listings.origins(known, inventory.tally(reader, "origin"))
    show([table], format, output)


def events(format: Format = "text", output: Output = None, db: Db = None) -> None:
    """All events that claims are about.

    Example: oob events
    """
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        table = listings.events(known, inventory.tally(reader, "event"))
    show([table], format, output)


def actions(format: Format = "text", output: Output = None) -> None:
    """The actions that a claim can state, and what each does to holdings.

    Example: oob actions
    """
    from oob.report import listings

    show([listings.actions()], format, output)
