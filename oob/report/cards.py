"""One thing in full, and the log of what happened to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from oob import vocabulary, when
from oob.inventory import ClaimRow, Directory, LogRow, Reading
from oob.report.words import Words
from oob.sourcing import document, speaker
from oob.table import Column, Table

# -- one thing in full -------------------------------------------------------------------------------------------------


def card(kind: str, title: str, facts: Iterable[tuple[str, object]], more: str = "") -> Table:
    """One thing as a list of what is known of it; what is not known is left out."""
    rows = tuple((key, str(value)) for key, value in facts if value not in (None, "", ()))
    columns = (Column("what", "What"), Column("value", "Value", grows=True))
    return Table(kind, title, columns, rows, notes=(f"More: {more}",) if more else ())


def claim_card(row: ClaimRow, known: Directory, passage: str | None) -> Table:
    """One claim in full."""
    words = Words(known)
    origin = known.origins[row.origin]
    event = known.events.get(row.event or "")
    action = vocabulary.ACTIONS[row.action]
    facts: list[tuple[str, object]] = [
        ("says", row.says),
        ("passage", f"\u201c{passage}\u201d" if passage else None),
        ("report", document(known.reports[row.report], known)),
        ("paragraph", row.paragraph),
        ("origin", f"{speaker(origin, known)}, {origin.basis} [{origin.id}]"),
        ("event", f"{event.title} ({event.kind}) [{event.id}]" if event else None),
        ("action", f"{row.action}: {action.definition} ({action.effect})"),
        ("stance", f"{row.stance}: {vocabulary.STANCES[row.stance]}"),
        ("system", f"{words.system(row.system)} [{row.system}]" if row.system else None),
        ("in the report", row.system_text),
        ("number", row.count_text),
        (
            "read as",
            f"{row.count_low:,} to {f'{row.count_high:,}' if row.count_high is not None else 'open'}"
            if row.count_low is not None
            else None,
        ),
        *((role, words.force(getattr(row, role)) or None) for role in vocabulary.PARTIES),
        *(
            (role, words.places([(at, place) for at, place in row.places if at == role]) or None)
            for role in vocabulary.PLACE_ROLES
        ),
        ("when", f"{row.moment} ({when.phrase(when.parse(row.moment))})" if row.moment else None),
        ("in the text", row.when_text),
        ("withdrawn", row.withdrawn),
        ("note", row.note),
    ]
    return card("claim", f"Claim {row.id}", facts)


def reading_card(claim: str, reading: Reading) -> Table:
    """What a claim was read from, by a program, and how sure that was."""
    facts = (
        ("passage", f"\u201c{reading.passage}\u201d" if reading.passage else None),
        ("confidence", None if reading.confidence is None else f"{reading.confidence:g} of 1"),
        ("because", reading.because),
    )
    return card("reading", f"Read from the text: {claim}", facts)


def entity_card(kind: str, each: Any, known: Directory, aliases: Sequence[str], made_in: Sequence[str] = ()) -> Table:
    """One system, force, place, source or report in full."""
    words = Words(known)
    named = {
        "parent": words.system,
        "part_of": words.force if kind == "force" else words.source,
        "within": words.place,
        "theatre": words.place,
        "publisher": words.source,
        "speaker": words.source,
        "through": words.source,
    }
    facts: list[tuple[str, object]] = []
    for key in each.__slots__:
        value = getattr(each, key)
        if key in named and value:
            value = f"{named[key](value)} [{value}]"
        if key == "reliability":
            value = f"{value}: {vocabulary.RELIABILITY[value]}"
        facts.append((key.replace("_", " "), value))
    if kind == "source":
        party = known.source_tree.root(each.id)
        facts.append(("party", f"{words.source(party)} [{party}]"))
    if kind == "force":
        facts.append(("parts", ", ".join(known.world.forces.children.get(each.id, ()))))
    if kind == "system":
        facts.append(("made in", ", ".join(f"{words.place(place)} [{place}]" for place in made_in)))
        facts.append(("kinds", ", ".join(known.world.systems.children.get(each.id, ()))))
    facts.append(("also called", ", ".join(aliases)))
    name = getattr(each, "name", each.id)
    more = {
        "system": f"oob claims --system {each.id}",
        "force": f"oob inventory {each.id}; oob claims --force {each.id}",
        "place": f"oob claims --place {each.id}; oob inventory FACTION --at {each.id}",
        "source": f"oob claims --source {each.id}",
    }
    return card(kind, f"{kind.capitalize()}: {name}", facts, more.get(kind, ""))


# -- the log ----------------------------------------------------------------------------------------------------------

LOG_COLUMNS: Final = (
    Column("loading", "Load", kind="int"),
    Column("at", "When (UTC)"),
    Column("by", "By"),
    Column("program", audience="data"),
    Column("why", "Why", grows=True),
    Column("what", "What"),
    Column("kind", "Kind"),
    Column("record", "Record", grows=True),
    Column("difference", "Change", grows=True),
    Column("earlier", audience="data"),
    Column("later", audience="data"),
)


def log(rows: Sequence[LogRow], title: str) -> Table:
    """Who changed what, when and why, with the earlier forms."""
    told = tuple(
        (
            row.loading,
            row.at,
            row.by,
            row.program,
            row.why,
            row.what,
            row.kind,
            row.record,
            _difference(row),
            row.earlier,
            row.later,
        )
        for row in rows
    )
    return Table("log", title, LOG_COLUMNS, told)


def _difference(row: LogRow) -> str | None:
    if row.earlier is None:
        return None
    before, after = json.loads(row.earlier), json.loads(row.later)
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return "; ".join(f"{key}: {_shown(before.get(key))} -> {_shown(after.get(key))}" for key in keys)


def _shown(value: object) -> str:
    return "nothing" if value in (None, []) else f"\u201c{value}\u201d" if isinstance(value, str) else str(value)
