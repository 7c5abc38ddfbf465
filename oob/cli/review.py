"""`oob review`: walks through what a program proposed, claim by claim, and loads what a person accepted."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from oob.cli.options import Db
from oob.cli.output import database, say
from oob.errors import Refusal
from oob.names import printable

if TYPE_CHECKING:
    from oob.cli.proposals import Screen, Spellings
    from oob.cli.walking import Walk
    from oob.reading.drafts.reviewing import Review
    from oob.store import Database


def review(
    draft: Annotated[Path, typer.Argument(help="A draft that 'oob read' wrote.")],
    accept_above: Annotated[
        Optional[float],
        typer.Option(
            "--accept-above",
            metavar="CONFIDENCE",
            min=0,
            max=1,
            help="First accept every proposal of at least this confidence, such as 0.8.",
        ),
    ] = None,
    ask: Annotated[bool, typer.Option("--ask/--no-ask", help="Walk through the proposals, or leave them.")] = True,
    load: Annotated[
        Optional[bool],
        typer.Option("--load/--no-load", help="Load at the end, or do not; asked where neither is given."),
    ] = None,
    catalogue: Annotated[
        Optional[Path],
        typer.Option(
            "--catalogue",
            metavar="FILE",
            help="Where new systems, forces, places and speakers go [catalogue.yaml in your data folder].",
        ),
    ] = None,
    db: Db = None,
) -> None:
    """Look at what was read from a text, and load what is right.

    Shows each proposed claim with its passage: accept it, edit it, or skip it. Every answer is kept in the draft at
    once, also where you stop (q, Ctrl-C): the next review goes on from there.

    Example: oob review my-report.yaml
    """
    from oob.cli.walking import Walk

    base = database(db)
    opened, spellings = _opened(draft, catalogue, base)
    walk = Walk(opened, _screen(), spellings)
    try:
        if accept_above is not None:
            accepted, waiting = opened.accept_above(accept_above)
            walk.tell(f"Accepted {accepted} at {accept_above:g} or above." + _waiting(waiting))
        done = walk.run() if ask else True
        _end(walk, done, load, db, base)
    except KeyboardInterrupt:
        walk.tell()
        say(f"oob: interrupted; nothing was loaded. Every answer is kept: oob review {draft}")
        raise SystemExit(130) from None


def _waiting(number: int) -> str:
    return f" {number} more would be, but something in them has to be mended first." if number else ""


def _opened(draft: Path, catalogue: Path | None, base: Database) -> tuple[Review, Spellings]:
    """The draft amid the catalogue, and the spellings to look for in its passages."""
    from oob import intake, inventory, paths, store
    from oob.reading.drafts.reviewing import Review
    from oob.vocabulary import ENTITIES

    if not draft.is_file():
        raise Refusal(f"{draft}: there is no such file; 'oob read' writes drafts")
    spellings: dict[tuple[str, str], list[str]] = {}
    with store.Reader(base) as reader:
        known = intake.known(reader.rows)
        titles: dict[tuple[str, str], str] = {}
        for kind in ENTITIES:
            titles |= {(kind, row[0]): row[1] for row in reader.rows(f"SELECT id, name FROM {kind}")}
            for written, id_ in inventory.spellings(reader, kind):
                spellings.setdefault((kind, id_), []).append(written)
    return Review(draft, catalogue or paths.data_folder() / "catalogue.yaml", known, titles), spellings


def _screen() -> Screen:
    from oob.cli.proposals import Screen

    on_screen = sys.stdout is not None and sys.stdout.isatty()
    colour = on_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(shutil.get_terminal_size().columns if on_screen else 80, colour)


def _end(walk: Walk, done: bool, load: bool | None, db: str | None, base: Database) -> None:
    """Tells what came of it; loads it, where all was looked at and the person wants to."""
    opened = walk.review
    shown = printable(str(opened.draft.path))
    while True:
        tally = opened.tally
        if not tally.total:
            walk.tell(f"There is nothing to review in {shown}: no claim in it is a proposal.")
        else:
            left = f", {tally.proposed} still to be looked at" if tally.proposed else ""
            walk.tell(f"{tally.total} proposed: {tally.accepted} accepted, {tally.skipped} skipped{left}.")
        if tally.proposed and not (load and done):
            walk.tell(f"Every answer is kept; go on with: oob review {shown}")
            return
        if load is None and tally.total and done:
            answer = walk.choose("Load what was accepted into your catalogue? [Y/n, b goes back] ", ("y", "n", "b"))
            if answer == "b":
                done = walk.run(back=True)
                continue
            load = answer == "y"
        break
    if load and done:
        _load(opened, db, base)
    else:
        files = " ".join(printable(str(each)) for each in opened.files)
        walk.tell(f"To load it: oob load {files}")


def _load(opened: Review, db: str | None, base: Database) -> None:
    """Loads the catalogue file and the draft as one, and attaches the text that lies beside the draft."""
    from oob import attachments
    from oob.cli import catalogue

    catalogue.load(list(opened.files), "reviewed", False, db)
    report = str(opened.report.id)
    text = opened.draft.path.with_name(f"{report}.txt")
    if text.is_file():
        try:
            number = attachments.attach(report, text, base)
        except Refusal as refusal:
            say(f"The text was not attached: {refusal}")
        else:
            print(f"Attached {printable(str(text))}: {number} paragraph{'s' * (number != 1)}.")
    print(f"To see it: oob show {report}")
