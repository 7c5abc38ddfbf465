"""What Datasette is told of the snapshot: titles, descriptions, labels, facets, ready questions."""

from __future__ import annotations

from typing import Any, Final

from oob import __version__, holdings
from oob.browsing.questions import QUESTIONS
from oob.browsing.sheets import SHEETS, Sheet
from oob.browsing.snapshot import VIEWS, search_of
from oob.names import printable

NAME: Final = "catalogue"
"""What the database is called in addresses."""
STYLE: Final = "oob/pages.css"

Metadata = dict[str, Any]


def metadata(where: str, moment: str) -> Metadata:
    """Datasette's metadata for a snapshot of the database at `where`, taken at a `moment`."""
    about: Metadata = {
        "title": "What press reports allege about military equipment",
        "description": (
            "A catalogue of sourced claims, not of facts: what reports allege, who says so, and how firmly. Everything"
            f" here is as it was on {moment}; start oob serve again for what came since. Numbers beside a heading or a"
            " facet count rows, never equipment. Start with inventory, with claims, or with one of the questions."
        ),
        "license": "MIT for what came with oob; what you added is yours",
        "source": printable(f"{where} (oob {__version__}, rules {holdings.RULES})"),
    }
    tables = {sheet.name: _sheet(sheet) for sheet in SHEETS} | {name: _view(name) for name in VIEWS}
    return {
        **about,
        "extra_css_urls": [f"/{STYLE}"],
        "databases": {NAME: {**about, "tables": tables, "queries": _questions()}},
    }


def _sheet(sheet: Sheet) -> Metadata:
    told = {
        "description": sheet.about,
        "columns": {column.name: column.help for column in sheet.columns},
        "label_column": sheet.label,
        "facets": list(sheet.facets),
        "hidden": sheet.hidden,
        "sort": sheet.sort,
        "sort_desc": sheet.sort_desc,
    }
    if sheet.searched:
        told |= {"fts_table": search_of(sheet.name), "fts_pk": "rowid"}
    return {key: value for key, value in told.items() if value}


def _view(name: str) -> Metadata:
    about, _ = VIEWS[name]
    return {"description": about}


def _questions() -> Metadata:
    return {
        name: {
            "title": each.title,
            "description": each.about,
            "sql": each.sql.strip(),
            "hide_sql": True,
        }
        for name, each in QUESTIONS.items()
    }
