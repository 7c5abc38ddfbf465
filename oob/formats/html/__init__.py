"""Pages: any tables as one, and whole dossiers. A page works from disk, without a script, and asks nobody anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import oob
from oob.formats.html.dossier import Contents
from oob.formats.html.dossier import write as dossier
from oob.formats.html.grid import plain
from oob.formats.html.page import page
from oob.formats.html.text import said
from oob.table import Table

__all__ = ["Contents", "dossier", "write"]


def write(tables: Sequence[Table]) -> str:
    """All tables on one page, their sources under the last that has a list of them."""
    first = tables[0].title if tables else "Nothing found"
    body = "".join(part for at, table in enumerate(tables, 1) for part in _table(table, at, tables))
    eyebrow = f"<p class=eyebrow>oob {said(oob.__version__)} \u00b7 alleged, not established\n"
    head = f"<header class=top>\n{eyebrow}<h1>{said(first)}</h1>\n</header>\n"
    return page(first, f"{head}<main id=main>\n{body}</main>\n")


def _table(table: Table, at: int, tables: Sequence[Table]) -> Iterator[str]:
    """A table under its heading; where it has no list of sources, those of the next table that has one are its own."""
    target = next((n for n, each in enumerate(tables, 1) if n >= at and each.footnotes), at)
    yield f"<section aria-labelledby=t{at}-title>\n"
    hidden = " class=of" if at == 1 else ""
    yield f"<h2 id=t{at}-title{hidden}>{said(table.title)}</h2>\n"
    yield plain(table, f"t{at}", f"t{target}s")
    yield from (f"<p class=note>{said(note)}\n" for note in table.notes)
    if table.footnotes:
        yield "<h3>Sources</h3>\n<ol class=sources>\n"
        yield from (f"<li id=t{at}s{n}>{said(text)}\n" for n, text in enumerate(table.footnotes, 1))
        yield "</ol>\n"
    yield "</section>\n"
