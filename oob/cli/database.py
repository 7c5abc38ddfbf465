"""`oob database`: where the catalogue is kept, and what state it is in."""

from __future__ import annotations

import typer

from oob.cli.options import Db

app = typer.Typer(
    help="Where your catalogue is kept; upgrade and back it up.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def where(db: Db = None) -> None:
    """Print where the catalogue is (or will be, on first use).

    Example: oob database where
    """
    from oob import store

    typer.echo(store.locate(db).shown)


@app.command()
def status(db: Db = None) -> None:
    """Tell whether it is up to date, and how much is in it.

    Example: oob database status
    """
    from oob import store

    database = store.locate(db)
    state = store.state(database)
    meaning = {
        "missing": "not made yet; the first question makes it",
        "empty": "empty; the first question fills it",
        "foreign": "not one of oob's",
        "older": "older than this program; run: oob database upgrade",
        "newer": "newer than this program; run: pip install --upgrade oob",
        "current": "up to date",
    }
    typer.echo(f"{database.shown}: {meaning[state]}")
    if state != "current":
        return
    with store.Reader(database) as reader:
        typer.echo(f"revision {store.newest_revision()}")
        for table in ("report", "claim", "origin", "event", "system", "force", "place", "source"):
            ((number,),) = reader.rows(f"SELECT count(*) FROM {table}")
            typer.echo(f"{number:>8,} {table}s")


@app.command()
def create(
    db: Db = None,
    empty: bool = typer.Option(False, "--empty", help="Without the reports that come with oob."),
) -> None:
    """Make a new catalogue.

    Example: oob database create --empty --db my.db
    """
    from oob import intake, store
    from oob.errors import Refusal

    database = store.locate(db)
    if store.state(database) not in ("missing", "empty"):
        raise Refusal(f"there is something at {database.shown} already; name another place with --db")
    for line in intake.ready(database, empty=empty):
        typer.echo(line)


@app.command()
def upgrade(db: Db = None) -> None:
    """Bring a catalogue of an older oob up to this one.

    A SQLite file is backed up first.

    Example: oob database upgrade --db my.db
    """
    from oob import store
    from oob.errors import Refusal

    database = store.locate(db)
    state = store.state(database)
    if state == "current":
        typer.echo(f"{database.shown} is up to date")
        return
    if state != "older":
        store.require_current(database)
        raise Refusal(f"there is no catalogue at {database.shown} to upgrade")
    if database.path is not None:
        typer.echo(f"A copy of it as it was: {store.backup(database)}")
    store.migrate(database)
    typer.echo(f"Upgraded {database.shown} to revision {store.newest_revision()}")


@app.command()
def backup(db: Db = None) -> None:
    """Copy a SQLite catalogue beside itself.

    It is safe to do so while it is in use.

    Example: oob database backup
    """
    from oob import store

    typer.echo(store.backup(store.locate(db)))
