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

KINDS = ("claim", "system", "force", "place", "source", "report", "origin", "event")


def show_one(
    name: Annotated[
        str,
        typer.Argument(
            help="The id or name of anything: a claim, a place, a report...", autocompletion=complete.anything
        ),
    ],
    kind: Annotated[
        Optional[str],
        typer.Option(
            "--kind",
            metavar="KIND",
            autocompletion=complete.members(KINDS),
            help="claim, system, force, place, source, report, origin or event, where a name means several.",
        ),
    ] = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """One thing in full: a claim, a system, a place, a report...

    Example: oob show "Al Jufra"
    """
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}", param_hint="'--kind'")
    wanted = KINDS if kind is None else (kind,)
    with catalogue(db) as (reader, known):
        found = [table for each in wanted for table in _cards(each, name, reader, known)]
        if not found:
            _refuse(name, kind, reader, known)
    show(found, format, output)


def _cards(kind: str, name: str, reader: Reader, known: Directory) -> list[Table]:
    """What there is of a name among one kind of thing."""
    from oob import inventory, names
    from oob.report import cards, listings

    if kind == "claim":
        from oob.report.why import passages
        from oob.texts import paragraphs

        row = inventory.claims_by_id(reader, [name]).get(name)
        if row is None:
            return []
        texts = {report: paragraphs(text) for report, text in inventory.texts(reader, [row.report]).items()}
        found = [cards.claim_card(row, known, passages([row], texts).get(name))]
        if (reading := inventory.reading(reader, name)) is not None:
            found.append(cards.reading_card(name, reading))
        return found
    if kind in ("report", "origin", "event"):
        members = getattr(known, f"{kind}s")
        id_ = inventory.spelled(name, members)
        if id_ is None:
            return []
        rows = inventory.claim_rows(reader, f"{kind} = ?", id_)
        return [
            cards.entity_card(kind, members[id_], known, ()),
            listings.claims(rows, known, f"Its claims ({len(rows)})"),
        ]
    id_ = inventory.lookup(reader, kind, names.normal(name))
    if id_ is None:
        return []
    each = getattr(known, f"{kind}s")[id_]
    made_in = inventory.makers(reader).get(id_, ()) if kind == "system" else ()
    return [cards.entity_card(kind, each, known, inventory.aliases(reader, kind, id_), made_in)]


def _refuse(name: str, kind: str | None, reader: Reader, known: Directory) -> None:
    """Says that a name is not known, with the nearest ones of the kind asked for, or of whatever kind."""
    from oob import inventory
    from oob.errors import Refusal
    from oob.names import printable

    report = inventory.spelled(name.partition("/")[0], known.reports)
    spellings: set[str] = set()
    for each in KINDS if kind is None else (kind,):
        if each == "claim":
            spellings.update(row[0] for row in reader.rows("SELECT id FROM claim") if "/" in name)
        elif each in ("report", "origin", "event"):
            spellings.update(getattr(known, f"{each}s"))
        else:
            spellings.update(written for written, _ in inventory.spellings(reader, each))
    if near := inventory.near_ids(name, spellings):
        hint = f"did you mean {' or '.join(repr(each) for each in near)}?"
    elif "/" in name and report is not None:
        hint = f"'oob claims --report {report}' lists the claims of that report"
    else:
        hint = f"'oob {kind}s' lists them" if kind else "'oob systems', forces, places, sources and reports list names"
    raise Refusal(f"nothing called '{printable(name)}'{f' among the {kind}s' if kind else ''}; {hint}")


def systems(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All systems and classes, as a tree.

    Example: oob systems --format csv --output systems.csv
    """
    _list("system", format, output, db)


def forces(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All forces, as a tree.

    Example: oob forces
    """
    _list("force", format, output, db)


def places(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All places, as a tree, with coordinates.

    Example: oob places --format csv
    """
    _list("place", format, output, db)


def sources(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All sources by the party they count as, with reliability.

    Example: oob sources
    """
    _list("source", format, output, db)


def _list(kind: str, format: str | None, output: Output, db: str | None) -> None:
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        tally = inventory.mentions(reader, kind)
        aliases: dict[str, list[str]] = {}
        for written, id_ in inventory.listed_aliases(reader, kind):
            aliases.setdefault(id_, []).append(written)
        more = (inventory.makers(reader),) if kind == "system" else ()
        table = getattr(listings, f"{kind}s")(known, tally, aliases, *more)
    show([table], format, output)


def reports(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All reports, oldest first.

    Example: oob reports
    """
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        attached = inventory.texts(reader, known.reports)
        table = listings.reports(known, inventory.tally(reader, "report"), attached)
    show([table], format, output)


def origins(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All origins: the utterances that claims go back to.

    Example: oob origins --format csv
    """
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        table = listings.origins(known, inventory.tally(reader, "origin"))
    show([table], format, output)


def events(format: Format = None, output: Output = None, db: Db = None) -> None:
    """All events that claims are about.

    Example: oob events
    """
    with catalogue(db) as (reader, known):
        from oob import inventory
        from oob.report import listings

        table = listings.events(known, inventory.tally(reader, "event"))
    show([table], format, output)


def actions(format: Format = None, output: Output = None) -> None:
    """The actions that a claim can state, and their effects.

    Example: oob actions
    """
    from oob.report import listings

    show([listings.actions()], format, output)
