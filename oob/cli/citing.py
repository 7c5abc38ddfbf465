"""The command that cites: reports as other programs and papers want them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Optional

import typer

from oob.cli import complete
from oob.cli.options import AsOf, At, Db, KnownBy, Output, SystemClass
from oob.cli.output import catalogue, put, say, screen_width
from oob.cli.questions import Section, ask, sections_asked
from oob.errors import Refusal

if TYPE_CHECKING:
    from oob.citations.footnotes import Footnote
    from oob.citations.items import Item
    from oob.inventory import Directory
    from oob.report.inventories import Answer
    from oob.store import Reader

FORMATS: Final = {
    "text": (".txt",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "csl": (".json",),
    "bibtex": (".bib",),
    "ris": (".ris",),
}
"""The formats of citations, each with the endings of the names of its files; the first three are in a style."""
STYLES: Final = ("chicago", "apa")

_NONE_LOADED: Final = "there is nothing to cite: the catalogue has no reports yet; bring some in with oob load"
_NONE_USED: Final = (
    "there is nothing to cite: that inventory rests on no report; ask for a later --as-of or --known-by, or leave out"
    " --at, --system and --section"
)


def cite(
    report: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="[REPORT]...", help="Reports by their ids; without any, all.", autocompletion=complete.reports
        ),
    ] = None,
    faction: Annotated[
        Optional[str],
        typer.Option(
            "--for",
            metavar="FACTION",
            help="The reports that this faction's inventory rests on; its notes bear the inventory's numbers.",
            autocompletion=complete.forces,
        ),
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    at: At = None,
    system: SystemClass = None,
    section: Section = None,
    style: Annotated[
        Optional[str],
        typer.Option(
            "--style",
            metavar="STYLE",
            help="chicago (notes and bibliography, the default) or apa.",
            autocompletion=complete.members(STYLES),
        ),
    ] = None,
    format: Annotated[
        Optional[str],
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="In a style: text, markdown or html. For other programs: csl, bibtex or ris. Without it, as the name"
            " of --output ends, else text.",
            autocompletion=complete.members(FORMATS),
        ),
    ] = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Footnotes and a bibliography, or data for Zotero and LaTeX.

    With --for, the footnotes are the numbered sources of that inventory, asked with the same options. Chicago and APA
    need pip install 'oob[cite]'; csl (Zotero, pandoc), bibtex (LaTeX) and ris (EndNote, Mendeley) need nothing.

    Example: oob cite --for lna --as-of 2020-07-31 --style chicago --format html --output notes.html
    """
    fmt = _chosen(format, output)
    styled = fmt in ("text", "markdown", "html")
    _refuse_what_does_not_fit(style, styled, fmt)
    asked = {"--as-of": as_of, "--known-by": known_by, "--at": at, "--system": system, "--section": section}
    if faction is None and (stray := [name for name, value in asked.items() if value]):
        raise typer.BadParameter("asks for a part of an inventory: add --for FACTION", param_hint=f"'{stray[0]}'")
    if faction is not None and report:
        raise typer.BadParameter("name reports or --for a faction, not both", param_hint="'REPORT...'")
    with catalogue(db) as (reader, known):
        if faction is not None:
            answer = ask(reader, known, [faction], as_of, known_by, at, system)
            title, cited, works = _of_inventory(answer, sections_asked(section))
        else:
            title, cited, works = _of_reports(reader, known, report or ())
    if not works:
        raise Refusal(_NONE_LOADED if faction is None else _NONE_USED)
    _show(title, cited, works, (style or "chicago").casefold(), fmt, output)


def _of_inventory(answer: Answer, sections: Sequence[str]) -> tuple[str, list[Footnote], list[Item]]:
    """The numbered sources of an inventory, and the reports that they cite."""
    from oob.citations import footnotes
    from oob.citations.items import items
    from oob.report import inventories
    from oob.sourcing import Notes

    notes = Notes(answer.known)
    [first, *_] = inventories.tables(answer, sections, notes)
    cited = footnotes.of_sources(notes, answer.known)
    works = items(footnotes.reports_of(cited), answer.known, footnotes.origins_of(notes))
    return f"{first.title}: sources", cited, works


def _of_reports(reader: Reader, known: Directory, names: Sequence[str]) -> tuple[str, list[Footnote], list[Item]]:
    """Reports by their names; without any, all."""
    from oob import inventory as queries
    from oob.citations import footnotes
    from oob.citations.items import items

    ids = list(dict.fromkeys(queries.find_report(reader, name) for name in names) or known.reports)
    return "Reports", footnotes.of_reports(ids, known), items(ids, known, queries.carried(reader, ids))


def _chosen(fmt: str | None, output: Path | None) -> str:
    """The format by its name, in whatever case, or by the ending of the file's name."""
    if fmt is not None and fmt.casefold() not in FORMATS:
        raise typer.BadParameter(f"{fmt!r} is not one of {', '.join(FORMATS)}", param_hint="'--format'")
    if fmt is not None or output is None or not (ending := output.suffix.casefold()):
        return (fmt or "text").casefold()
    found = next((name for name, endings in FORMATS.items() if ending in endings), None)
    if found is None:
        known = ", ".join(ending for endings in FORMATS.values() for ending in endings)
        raise typer.BadParameter(
            f"no format ends in {ending!r} (but {known}); name one with --format", param_hint="'--output'"
        )
    return found


def _refuse_what_does_not_fit(style: str | None, styled: bool, fmt: str) -> None:
    if style is not None and style.casefold() not in STYLES:
        raise typer.BadParameter(f"{style!r} is not one of {', '.join(STYLES)}", param_hint="'--style'")
    if style is not None and not styled:
        raise typer.BadParameter(
            f"a style is for text, markdown and html; {fmt} is data, which the program that reads it sets in one",
            param_hint="'--style'",
        )


def _show(title: str, cited: list[Footnote], works: list[Item], style: str, fmt: str, output: Path | None) -> None:
    """Prints citations or writes them to a file."""
    from oob import citations

    text = citations.render(title, cited, works, style, fmt, width=None if output else screen_width())
    if output is None:
        put(text)
        return
    from oob import files

    files.write(output, text.encode("utf-8"))
    say(f"Wrote {output}")
