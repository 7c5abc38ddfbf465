"""`oob serve`: the catalogue in a browser."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from oob.cli.options import Db
from oob.cli.output import database, say


def serve(
    port: Annotated[
        Optional[int],
        typer.Option(
            "--port", min=0, max=65535, help="The port to serve on; without it 8001, or a free one if that is taken."
        ),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    db: Db = None,
) -> None:
    """Open the catalogue in a browser, to look around in.

    Tables with everything explained, search, questions that stand ready, and SQL of your own, on the catalogue as it is
    now: it can be changed meanwhile, and nothing here changes it. Only this computer is served, and no page loads
    anything from elsewhere. Ctrl-C ends it, with exit code 0.

    Example: oob serve
    """
    from oob.browsing import serving

    def ready(address: str) -> None:
        say(f"The catalogue as it is now: {address}")
        say("Ctrl-C ends it.")
        if not no_browser:
            serving.open_in_browser(address)

    serving.serve(database(db), port, ready, lambda: say("Reading the catalogue; a large one takes a minute..."))
