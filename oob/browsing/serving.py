"""Starting and ending the server that the pages come from."""

from __future__ import annotations

import errno
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

from oob.browsing.description import NAME
from oob.errors import Refusal
from oob.extras import need

if TYPE_CHECKING:
    import uvicorn

    from oob.store import Database

HOST: Final = "127.0.0.1"
"""Served to this computer alone."""
PORT: Final = 8001
"""Where the pages are if nothing else is there."""
WORDLESS: Final = 2.0
"""Seconds that nobody need be told that the catalogue is still being read."""
PATIENCE: Final = 10
"""Seconds that answers on their way get to be finished when the server is ended: more than any one SELECT may take."""


def serve(
    database: Database, port: int | None, ready: Callable[[str], None], slow: Callable[[], None] = lambda: None
) -> None:
    """Serves a snapshot of a database until somebody ends it (Ctrl-C, SIGTERM); tells `ready` the address, and `slow`
    when that takes longer than anybody waits without a word.

    Nothing is written anywhere: not to the database, and the snapshot is in memory. Raises Refusal where Datasette is
    missing, and where the port that was asked for cannot be had.
    """
    need("datasette", extra="web", what="Pages in a browser")
    import uvicorn

    from oob import store
    from oob.browsing import content, pages

    with _listening(port) as listening:
        moment = datetime.now().astimezone().strftime("%d %B %Y, %H:%M").lstrip("0")
        here = listening.getsockname()[1]
        with _told(slow):
            with store.Reader(database) as reader:
                catalogue = content.read(reader)
            application = pages.Site(catalogue, database.shown, moment).application(here)
        settings = uvicorn.Config(
            application,
            log_config=None,
            access_log=False,
            ws="none",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=PATIENCE,
        )
        _run(uvicorn.Server(settings), listening, lambda: ready(f"http://{HOST}:{here}/{NAME}"))


@contextmanager
def _told(slow: Callable[[], None]) -> Iterator[None]:
    """Says so where what is done takes longer than WORDLESS."""
    waiting = threading.Timer(WORDLESS, slow)
    waiting.start()
    try:
        yield
    finally:
        waiting.cancel()


def _listening(port: int | None) -> socket.socket:
    """A socket on the port asked for; on PORT without one, or on any free one where that is taken."""
    if port is None:
        try:
            return socket.create_server((HOST, PORT))
        except OSError:
            port = 0
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            cause = "another program is there (another oob serve?)"
        else:
            cause = error.strerror or str(error)
        raise Refusal(
            f"cannot serve on port {port}: {cause}; name another, or leave --port out to get a free one"
        ) from error


def _run(server: uvicorn.Server, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Answers until a signal asks for the end; Windows knows fewer of them."""

    def end(*_: object) -> None:
        server.should_exit = True

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores one
            signal.signal(number, end)
    with suppress(KeyboardInterrupt):  # uvicorn ends in good order, then raises the signal once more
        ready()
        server.run(sockets=[listening])


def open_in_browser(address: str) -> None:
    """Opens a page in the user's browser, unless that is one which would take the terminal that we are in."""

    def opened() -> None:
        import webbrowser

        try:
            browser = webbrowser.get()
        except webbrowser.Error:
            return
        if type(browser) is not webbrowser.GenericBrowser or os.environ.get("BROWSER"):
            browser.open(address)

    threading.Thread(target=opened, daemon=True).start()
