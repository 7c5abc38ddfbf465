"""CSL-JSON, which Zotero, pandoc and every CSL processor read: https://docs.citationstyles.org/."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from oob.citations.dates import Date
from oob.citations.items import UNTITLED, Item
from oob.citations.people import Name


def write(items: Iterable[Item]) -> str:
    """Cited reports as one JSON document."""
    return json.dumps([_item(item) for item in items], ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _item(item: Item) -> dict[str, Any]:
    """An item by the schema of CSL data. A report without a title has a description in its place, as a genre."""
    found = {
        "id": item.id,
        "type": item.kind,
        "title": item.title,
        "genre": None if item.title else UNTITLED,
        "author": [_name(name) for name in item.authors],
        "container-title": item.container,
        "publisher": item.publisher,
        "issued": _date(item.issued) if item.issued else None,
        "URL": item.url,
        "references": item.repeats,
        "note": item.note,
    }
    return {key: value for key, value in found.items() if value}


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix, "literal": name.literal}
    return {key: value for key, value in parts.items() if value}


def _date(date: Date) -> dict[str, Any]:
    if date.literal:
        return {"literal": date.literal}
    found: dict[str, Any] = {"date-parts": [list(parts) for parts in date.parts]}
    if date.season:
        found["season"] = date.season
    return found | ({"circa": True} if date.circa else {})
