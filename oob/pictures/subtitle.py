"""What a picture answers, in a line below its title."""

from __future__ import annotations

from oob.pictures.sheet import words
from oob.table import Table


def subtitle(table: Table) -> str:
    """The day, the reader's day, the place, the system and the rules, as far as the table says."""
    about = table.about
    known_by, at, system = (words(about.get(key)) for key in ("known_by", "at", "system"))
    told = [
        f"As of {words(about.get('as_of')) or 'the latest claim'}" if "as_of" in about else "",
        f"as known by {known_by}" if known_by else "",
        f"only at {at}" if at else "",
        f"only {system}" if system else "",
        f"counted by rules {about['rules']}" if about.get("rules") else "",
    ]
    return "; ".join(filter(None, told))
