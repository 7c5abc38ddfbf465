"""The pages: Datasette over a snapshot that is kept in memory, so that nothing is left behind, whatever ends it.

Imported only where Datasette is there: see `serving`.
"""

from __future__ import annotations

import secrets
import sqlite3
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import datasette
import pluggy
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.utils import tilde_encode
from datasette.utils.asgi import BadRequest, Response
from datasette.views.base import DatasetteError
from markupsafe import Markup

from oob.browsing import guard
from oob.browsing.content import Content
from oob.browsing.description import NAME, metadata
from oob.browsing.questions import LINKS
from oob.browsing.sheets import INVENTORY, SHEETS, Sheet
from oob.browsing.snapshot import VIEWS, write
from oob.names import normal

SETTINGS: Final[Mapping[str, Any]] = {
    "default_cache_ttl": 0,  # the next catalogue may well have the same address
    "suggest_facets": False,  # how many claims there are by number is no question
    "truncate_cells_html": 600,
    "sql_time_limit_ms": 5000,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "num_sql_threads": 3,
}
LONGEST: Final = 20_000_000
"""The longest text that a reader's SQL can make, in bytes: randomblob() is limited only by memory otherwise."""

hookimpl = pluggy.HookimplMarker("datasette")


class Pages:
    """The plugin: what pages of ours do besides what Datasette does by itself."""

    __name__ = "oob"

    @hookimpl
    def prepare_connection(self, conn: sqlite3.Connection, database: str) -> None:
        """Lets questions find a name however it is spelled."""
        conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        conn.create_function("normal_name", 1, lambda text: normal(str(text or "")), deterministic=True)

    @hookimpl
    def render_cell(self, row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
        """Makes links of ids where Datasette makes none: in questions, views and rows in full."""
        if database != NAME or not value or isinstance(value, dict):  # it is a link already
            return None
        if table == INVENTORY.name and column == "claims":
            asked = urlencode({"inventory": row["id"]})
            return _link(f"{datasette.urls.query(NAME, 'claims_behind_a_number')}?{asked}", value)
        if table is None or table in VIEWS:
            return _link(_address(datasette, LINKS[column], value), value) if column in LINKS else None
        target = _TARGETS.get((table, column))
        return _named(datasette, target, value) if target else None

    @hookimpl
    def handle_exception(self, datasette: Any, request: Any, exception: Exception) -> Any:
        """Tells in the page what went wrong; on the terminal only what is a bug."""
        return _explained(datasette, request, exception)


class _Snapshot(Database):  # type: ignore[misc]
    """A database whose readers may mistype their SQL: the page tells them, the terminal need not."""

    async def execute(self, sql: str, *values: Any, **options: Any) -> Any:
        return await super().execute(sql, *values[:4], **{**options, "log_sql_errors": False})


async def _explained(site: Any, request: Any, exception: Exception) -> Response:
    if isinstance(exception, (ValueError, LookupError, TypeError)) and "_through" in request.args:
        exception = BadRequest('_through takes JSON, as in _through={"table":"claims","column":"report","value":"..."}')
    status = getattr(exception, "status", 500)
    message = getattr(exception, "message", None) or str(exception)
    if status >= 500 and not isinstance(exception, DatasetteError):
        traceback.print_exception(exception)
    told = {"ok": False, "error": str(message), "status": status, "title": getattr(exception, "title", None)}
    if request.path.endswith(".json"):
        return Response.json(told, status=status)
    if getattr(exception, "message_is_html", False):
        told["error"] = Markup(message)
    return Response.html(await site.render_template("error.html", told, request=request), status=status)


_SHEETS: Final = {sheet.name: sheet for sheet in SHEETS}
_TARGETS: Final = {
    (sheet.name, column.name): _SHEETS[column.to] for sheet in SHEETS for column in sheet.columns if column.to
}


async def _named(site: Any, target: Sheet, id_: str) -> Markup:
    """A link to a row by its name."""
    asked = f"SELECT {target.label} FROM {target.name} WHERE id = ?"
    found = (await site.get_database(NAME).execute(asked, [id_])).first()
    return _link(_address(site, target.name, id_), found[0] if found else id_)


def _address(site: Any, sheet: str, id_: object) -> str:
    return str(site.urls.row(NAME, sheet, tilde_encode(str(id_))))


def _link(address: str, text: object) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, text)


def _choose_plugins() -> None:
    """Ours, not what somebody installed for other uses, nor the one that prints all mistakes of readers at length."""
    for plugin, _ in pm.list_plugin_distinfo():
        pm.unregister(plugin)
    if not pm.has_plugin("oob"):
        pm.unregister(name="datasette.handle_exception")
        pm.register(Pages(), name="oob")


class Site:
    """Datasette with one catalogue in it."""

    def __init__(self, catalogue: Content, where: str, moment: str) -> None:
        _choose_plugins()
        memory = f"oob-{secrets.token_hex(8)}"
        self._kept = sqlite3.connect(f"file:{memory}?mode=memory&cache=shared", uri=True, isolation_level=None)
        counts = write(self._kept, catalogue)
        self._datasette = Datasette(
            [],
            metadata=metadata(where, moment),
            settings=dict(SETTINGS),
            static_mounts=[("oob", str(Path(__file__).parent / "static"))],
            inspect_data={NAME: {"tables": {name: {"count": count} for name, count in counts.items()}}},
        )
        self._datasette.remove_database("_memory")
        self._datasette.add_database(_Snapshot(self._datasette, memory_name=memory, is_mutable=False), name=NAME)

    def application(self, port: int) -> guard.Application:
        """What answers requests on a port of this computer."""
        names = ("127.0.0.1", "localhost")
        hosts = {f"{name}:{port}" for name in names} | {name for name in names if port == 80}  # which goes unsaid
        scripts = guard.inline_scripts(Path(datasette.__file__).parent / "templates")
        return guard.guarded(self._datasette.app(), hosts, scripts)
