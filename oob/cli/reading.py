"""The command that reads reports' texts into drafts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from oob.cli.options import Db, Format, Output
from oob.cli.output import catalogue, refuse_unshowable, say, show

if TYPE_CHECKING:
    from oob.reading.drafts.draft import Given
    from oob.reading.drafts.files import Found
    from oob.reading.drafts.outcomes import Outcome
    from oob.reading.drafts.run import Standing


def read(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Text, HTML or PDF; folders of them; - for what is piped in."),
    ],
    published: Annotated[
        Optional[str], typer.Option("--published", metavar="DATE", help="When it came out, where it does not say.")
    ] = None,
    publisher: Annotated[
        Optional[str], typer.Option("--publisher", metavar="SOURCE", help="Who published it, where it does not say.")
    ] = None,
    title: Annotated[Optional[str], typer.Option("--title", metavar="TITLE", help="Its title.")] = None,
    url: Annotated[Optional[str], typer.Option("--url", metavar="URL", help="Where it is on the web.")] = None,
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="Where the drafts go.")] = Path("drafts"),
    again: Annotated[
        bool, typer.Option("--again", help="Read also what was read before; no draft that was edited is touched.")
    ] = False,
    processes: Annotated[
        Optional[int], typer.Option("--processes", metavar="N", min=1, help="How many read at once [all processors].")
    ] = None,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Read articles and propose what they claim, for review.

    For each file a draft is written: a report file with the claims that the text seems to make, each with its passage,
    and the text beside it. Nothing counts before somebody has reviewed it, and nothing is sent anywhere.

    What was read before is passed over; a file that fails is told, and the others are read (exit code 1).

    Example: oob read article.txt --publisher CNN --published 2020-05-26
    """
    from oob.reading.drafts.draft import Given

    refuse_unshowable(format, output)
    given = Given(_date(published), _text(publisher, "--publisher"), _text(title, "--title"), _url(url))
    found = _found(paths, into)
    if len(found.sources) > 1 and (title or url):
        raise typer.BadParameter(
            f"they speak of one file, and there are {len(found.sources):,}", param_hint="'--title' and '--url'"
        )
    outcomes = _run(found, given, into, again, processes, db)
    from oob.reading.drafts.outcomes import table

    show([table(outcomes)], format, output)
    failures = [message for _, message in found.problems]
    failures += [each.problem for each in outcomes if each.problem is not None]
    for message in failures:
        say(message)
    if len(failures) > 1 or (failures and len(outcomes) > 1):
        say(f"{len(failures):,} of {len(outcomes) + len(found.problems):,} could not be read.")
    _say_next(outcomes)
    if failures:
        raise typer.Exit(1)


def _run(found: Found, given: Given, into: Path, again: bool, processes: int | None, db: str | None) -> list[Outcome]:
    import datetime

    from oob.paths import PACKAGE
    from oob.reading.drafts.folder import RECORD, DraftFolder
    from oob.reading.drafts.run import Run

    folder = DraftFolder(into)
    if folder.unreadable:
        say(f"{into / RECORD} cannot be read, so all the drafts beside it count as edited.")
    with _progress(len(found.sources)) as tell:
        run = Run(
            folder,
            given=given,
            today=datetime.date.today(),
            schema=(PACKAGE / "schemas" / "report.schema.json").as_uri(),
            again=again,
            processes=processes,
            tell=tell,
        )
        try:
            return run.read(found.sources, lambda: _standing(db))
        except KeyboardInterrupt:
            interrupted = True
    assert interrupted
    say(f"oob: interrupted; drafts written: {run.written:,}. The same command goes on from there.")
    raise SystemExit(130)


def _standing(db: str | None) -> Standing:
    from oob.reading.drafts.run import standing

    with catalogue(db) as (reader, known):
        return standing(reader, known)


def _found(paths: Sequence[Path], into: Path) -> Found:
    from oob.errors import Refusal
    from oob.names import printable
    from oob.reading.drafts.files import ENDINGS, Found, Source, find

    found = find([path for path in paths if str(path) != "-"], into)
    if any(str(path) == "-" for path in paths):
        found = Found((Source(None, _piped()), *found.sources), found.problems)
    if not found.sources and not found.problems:
        told = printable(", ".join(map(str, paths)))
        raise Refusal(
            f"there is nothing to read in {told}; in a folder, files are read that end in {', '.join(ENDINGS)}"
        )
    return found


def _piped() -> bytes:
    from oob.reading.documents import LARGEST_FILE

    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        say(f"Paste the text, then press {'Ctrl-Z and Enter' if sys.platform == 'win32' else 'Enter and Ctrl-D'}.")
    return sys.stdin.buffer.read(LARGEST_FILE + 1)


@contextmanager
def _progress(files: int) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr, where that is a terminal and there is more than one file."""
    if files < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    with typer.progressbar(length=1000, label="Reading", file=sys.stderr) as bar:

        def tell(done: int, of: int) -> None:
            bar.update(done * 1000 // of - bar.pos)

        yield tell


def _say_next(outcomes: Sequence[Outcome]) -> None:
    import shlex

    drafts = list(dict.fromkeys(str(each.draft) for each in outcomes if each.draft is not None and each.claims))
    if drafts:
        more = f"   (and {len(drafts) - 1:,} more)" if len(drafts) > 1 else ""
        say(f"Next: oob review {shlex.quote(drafts[0])}{more}")
    elif any(each.state == "read" for each in outcomes):
        say("Nothing was found that is claimed of equipment.")


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    from oob import when

    try:
        return when.parse(text).text
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--published'") from error


def _text(text: str | None, option: str) -> str | None:
    if text is not None and not text.strip():
        raise typer.BadParameter("is blank", param_hint=f"'{option}'")
    return text


def _url(text: str | None) -> str | None:
    import re

    if text is not None and not re.fullmatch(r"https?://[^\s<>\"']{1,2000}", text):
        raise typer.BadParameter("give an address that begins with http:// or https://", param_hint="'--url'")
    return text
