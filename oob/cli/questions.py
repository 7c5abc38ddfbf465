"""The commands that answer a reader's questions: inventory, why, compare, timeline, conflicts, gaps, claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from oob.cli import complete
from oob.cli.options import AsOf, At, Db, Faction, Format, KnownBy, Output, SystemClass, day
from oob.cli.output import catalogue, chosen, say, show

if TYPE_CHECKING:
    from oob.inventory import ClaimRow, Directory
    from oob.report.inventories import Answer
    from oob.store import Reader
    from oob.table import Table

SECTIONS = ("own", "support", "backers", "activity")

Section = Annotated[
    Optional[list[str]],
    typer.Option(
        "--section",
        metavar="SECTION",
        autocompletion=complete.members(SECTIONS),
        help="Only own, support, backers or activity; may be given several times.",
    ),
]


def inventory(
    faction: Faction,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    section: Section = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """What a faction is alleged to have held, and who says so.

    What it held itself, what others held in its support, what its backers held in the theatre.

    Example: oob inventory lna --as-of 2020-07-31 --format csv --output lna.csv
    """
    data_alone = chosen(format, output) == "csv"
    sections = sections_asked(section, data_alone=data_alone)
    with catalogue(db) as (reader, known):
        from oob.report import inventories

        answer = ask(reader, known, [faction], as_of, known_by, at, system)
        tables = inventories.tables(answer, sections)
        if data_alone and not section and answer.inventory.activities:
            say("Strikes and other use are no holdings; for them: --section activity")
    show(tables, format, output)


def sections_asked(wanted: Sequence[str] | None, *, data_alone: bool = False) -> Sequence[str]:
    """The sections of an inventory that an option names, else all that the format holds."""
    for name in wanted or ():
        if name.casefold() not in SECTIONS:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(SECTIONS)}", param_hint="'--section'")
    return [name.casefold() for name in wanted or ()] or SECTIONS[: 3 if data_alone else 4]


def ask(
    reader: Reader,
    known: Directory,
    factions: Sequence[str],
    as_of: str | None,
    known_by: str | None,
    at: str | None = None,
    system: str | None = None,
) -> Answer:
    """The inventory of factions, by whatever names they were given."""
    from oob import holdings
    from oob import inventory as queries
    from oob.report.inventories import Answer, question

    ids = [queries.find(reader, "force", faction, called="faction") for faction in factions]
    asked = question(
        ids,
        day(as_of, "--as-of"),
        day(known_by, "--known-by"),
        queries.find(reader, "place", at) if at else None,
        queries.find(reader, "system", system) if system else None,
    )
    rows = queries.bearing_on(reader, known, ids)
    found = holdings.inventory(queries.as_claims(rows, known), known.world, asked)
    return Answer(found, known, {row.id: row for row in rows})


def why(
    faction: Faction,
    system: Annotated[str, typer.Argument(help="A system or class, however spelled.", autocompletion=complete.systems)],
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """How a number came about: every step from the claims to it.

    Example: oob why lna "fighter aircraft"
    """
    with catalogue(db) as (reader, known):
        from oob import inventory as queries
        from oob.errors import Refusal
        from oob.names import printable
        from oob.report.inventories import shown
        from oob.report.why import passages
        from oob.report.why import why as explain
        from oob.texts import paragraphs

        answer = ask(reader, known, [faction], as_of, known_by, at)
        wanted = queries.find(reader, "system", system)
        rows = answer.inventory.holdings
        asked = [row for row in rows if row.system == wanted]
        asked = asked or [row for row in rows if known.world.systems.within(row.system, wanted)]
        used = [each for each in answer.inventory.activities if known.world.systems.within(each.system, wanted)]
        if not asked and not used:
            there = ", ".join(dict.fromkeys(printable(known.systems[row.system].name) for row in rows)) or "nothing"
            raise Refusal(f"that inventory has no {printable(known.systems[wanted].name)}; it has: {there}")
        told = {claim.id for row in rows for claim in shown(row)}
        told |= {claim.id for each in used for voice in each.voices for claim in (*voice.claims, *each.denials)}
        told |= {claim.id for row in rows for word in row.words for voice in word.replaced for claim in voice.claims}
        later = [
            row
            for row in answer.rows.values()
            if row.system is not None and row.id not in told and known.world.systems.related(row.system, wanted)
        ]
        left_out = len(later) if as_of or known_by else 0
        texts = queries.texts(reader, {row.report for row in answer.rows.values()})
        quoted = passages(answer.rows.values(), {report: paragraphs(text) for report, text in texts.items()})
        table = explain(answer, asked, left_out, quoted, used)
    show([table], format, output)


def compare(
    faction: Annotated[
        list[str], typer.Argument(help="Two or more forces, however spelled.", autocompletion=complete.forces)
    ],
    as_of: AsOf = None,
    known_by: KnownBy = None,
    system: SystemClass = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Several factions side by side, and all of them together.

    Together counts every event once, whoever's inventory shows it.

    Example: oob compare lna gna --system aircraft
    """
    if len(faction) < 2:
        raise typer.BadParameter("give two or more forces to compare", param_hint="'FACTION...'")
    with catalogue(db) as (reader, known):
        from oob import inventory as queries
        from oob.errors import Refusal
        from oob.report import comparisons

        forces = [queries.find(reader, "force", each, called="faction") for each in faction]
        if len(set(forces)) < len(forces):
            raise Refusal("the same force is named twice; give different ones to compare")
        answers = [ask(reader, known, [each], as_of, known_by, None, system) for each in faction]
        together = ask(reader, known, faction, as_of, known_by, None, system)
        table = comparisons.compare(answers, together)
    show([table], format, output)


def timeline(
    faction: Faction,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    system: SystemClass = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """The claims that name a faction, by the time they speak of.

    Example: oob timeline lna --system drone
    """
    with catalogue(db) as (reader, known):
        table = timeline_of(reader, known, faction, as_of, known_by, system)
    show([table], format, output)


def timeline_of(
    reader: Reader, known: Directory, faction: str, as_of: str | None, known_by: str | None, system: str | None
) -> Table:
    """The timeline of a faction, by whatever name it was given."""
    from oob import inventory as queries
    from oob.report import listings, words

    force = queries.find(reader, "force", faction, called="faction")
    mine = set(known.world.forces.below(force))
    rows = [row for row in standing(reader) if mine.intersection(row.forces())]
    if system is not None:
        wanted = queries.find(reader, "system", system)
        rows = [row for row in rows if known.world.systems.within(row.system, wanted)]
    claims = {claim.id: claim for claim in queries.as_claims(rows, known)}
    last, reader_day = day(as_of, "--as-of"), day(known_by, "--known-by")
    rows = [
        row
        for row in rows
        if (last is None or claims[row.id].earliest <= last)
        and (reader_day is None or claims[row.id].published <= reader_day)
    ]
    spans = {row.id: (claims[row.id].earliest, claims[row.id].latest) for row in rows}
    title = f"Timeline of {known.forces[force].name}"
    title += f" until {words.day(last)}" if last else ""
    title += f", as known by {words.day(reader_day)}" if reader_day else ""
    return listings.timeline(rows, spans, known, title)


def standing(reader: Reader) -> list[ClaimRow]:
    """All claims that are not withdrawn."""
    from oob import inventory as queries

    return queries.claim_rows(reader, "withdrawn IS NULL")


def everyone(reader: Reader, known: Directory, as_of: str | None, known_by: str | None) -> Answer:
    """The inventory of all forces as one: every event once, everything somebody's own."""
    roots = [force for force in known.forces if known.world.forces.is_root(force)]
    return ask(reader, known, roots, as_of, known_by)


def conflicts(
    as_of: AsOf = None, known_by: KnownBy = None, format: Format = None, output: Output = None, db: Db = None
) -> None:
    """Where the reports contradict each other.

    Figures that differ, denials, holders in dispute.

    Example: oob conflicts --known-by 2020-06-01
    """
    with catalogue(db) as (reader, known):
        from oob.report import comparisons

        table = comparisons.conflicts(everyone(reader, known, as_of, known_by))
    show([table], format, output)


def gaps(
    kind: Annotated[
        Optional[list[str]],
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only undated, unplaced, 'no holder', 'not linked' or single-party; may be given several times.",
            autocompletion=complete.members(("undated", "unplaced", "'no holder'", "'not linked'", "single-party")),
        ),
    ] = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """What is not known: no date, no place, one party's word alone.

    Also arrivals and losses that no event links or tells apart, and things that nobody is said to have.

    Example: oob gaps --kind single-party
    """
    with catalogue(db) as (reader, known):
        from dataclasses import replace

        from oob import inventory as queries
        from oob.report import comparisons

        for each in kind or ():
            if each not in comparisons.GAPS:
                raise typer.BadParameter(f"{each!r} is not one of {', '.join(comparisons.GAPS)}", param_hint="'--kind'")
        rows = standing(reader)
        answer = everyone(reader, known, None, None)
        answer = replace(answer, rows={**answer.rows, **{row.id: row for row in rows}})
        table = comparisons.gaps(answer, queries.as_claims(rows, known), kind or comparisons.GAPS)
    show([table], format, output)


def claims(
    search: Annotated[
        str | None, typer.Option("--search", help="Words that the claim, its note or its passage has.")
    ] = None,
    system: SystemClass = None,
    force: Annotated[Optional[str], typer.Option(help="In any role.", autocompletion=complete.forces)] = None,
    operator: Annotated[Optional[str], typer.Option(help="Who has it.", autocompletion=complete.forces)] = None,
    owner: Annotated[Optional[str], typer.Option(help="Whose it is.", autocompletion=complete.forces)] = None,
    supplier: Annotated[Optional[str], typer.Option(help="Who provided it.", autocompletion=complete.forces)] = None,
    beneficiary: Annotated[str | None, typer.Option(help="In support of whom.", autocompletion=complete.forces)] = None,
    opponent: Annotated[Optional[str], typer.Option(help="The other side.", autocompletion=complete.forces)] = None,
    place: Annotated[Optional[str], typer.Option(help="In any role.", autocompletion=complete.places)] = None,
    at: Annotated[Optional[str], typer.Option(help="Where it is.", autocompletion=complete.places)] = None,
    near: Annotated[Optional[str], typer.Option(help="Near where.", autocompletion=complete.places)] = None,
    origin_place: Annotated[
        Optional[str], typer.Option("--from", help="Where it came from.", autocompletion=complete.places)
    ] = None,
    via: Annotated[Optional[str], typer.Option(help="By way of where.", autocompletion=complete.places)] = None,
    to: Annotated[Optional[str], typer.Option(help="Where it went.", autocompletion=complete.places)] = None,
    report: Annotated[Optional[str], typer.Option(help="In this report.", autocompletion=complete.reports)] = None,
    origin: Annotated[
        Optional[str], typer.Option(help="Going back to this utterance.", autocompletion=complete.origins)
    ] = None,
    event: Annotated[Optional[str], typer.Option(help="On this event.", autocompletion=complete.events)] = None,
    source: Annotated[
        str | None,
        typer.Option(help="Said by this source or one that speaks for it.", autocompletion=complete.sources),
    ] = None,
    action: Annotated[
        Optional[str], typer.Option(help="An action: 'oob actions' lists them.", autocompletion=complete.actions)
    ] = None,
    stance: Annotated[
        Optional[str],
        typer.Option(help="asserted, assessed, alleged, possible or denied.", autocompletion=complete.stances),
    ] = None,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Withdrawn claims too.")] = False,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """The claims themselves, filtered by every role.

    Example: oob claims --operator wagner --at sirte --format csv
    """
    with catalogue(db) as (reader, known):
        from oob import filters
        from oob.report import listings

        wanted = filters.Filter(
            search=search,
            system=system,
            force=force,
            parties={
                "operator": operator,
                "owner": owner,
                "supplier": supplier,
                "beneficiary": beneficiary,
                "opponent": opponent,
            },
            place=place,
            places={"at": at, "near": near, "from": origin_place, "via": via, "to": to},
            report=report,
            origin=origin,
            event=event,
            source=source,
            action=action,
            stance=stance,
            withdrawn=withdrawn,
        )
        rows = filters.filtered(reader, known, wanted)
        table = listings.claims(rows, known, f"Claims ({len(rows)})")
    show([table], format, output)
