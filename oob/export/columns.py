"""What every column of the exported tables holds and means: said once, for whichever format describes its tables.

What a column holds comes from the schema of the database, what a value looks like from the schemas of the files, and
what it means from the record that it was entered in; only what no person enters is explained here.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Float, Integer

from oob import schema, vocabulary
from oob.export.rows import KEYS, SHAPES
from oob.export.tables import APART
from oob.fileschema import GRAMMARS, LIMITS, definitions
from oob.report.meanings import MEANINGS

Kind = Literal["text", "integer", "number", "flag", "date"]


@dataclass(frozen=True, slots=True)
class Described:
    """One column. `refers` is the table whose `id` its values are; `members` the closed list that they are of,
    `definitions` what each of these means, where that is written down."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    key: bool = False
    refers: str | None = None
    members: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    pattern: str | None = None
    limits: tuple[tuple[str, float], ...] = ()


def columns(table: str) -> list[Described]:
    """The columns of an exported table, in their order."""
    found = schema.tables()[table]
    checked = [constraint.info for constraint in found.constraints]
    dates = {info["date"] for info in checked if "date" in info}
    flags = {info["flag"] for info in checked if "flag" in info}
    lists = {info["list"]: info["of"] for info in checked if "list" in info}

    def kind(column: Any) -> Kind:
        if column.name in dates:
            return "date"
        if column.name in flags:
            return "flag"
        return "number" if isinstance(column.type, Float) else "integer" if isinstance(column.type, Integer) else "text"

    return [
        Described(
            name=column.name,
            kind=kind(column),
            meaning=meaning(table, column.name),
            required=not column.nullable,
            key=column.primary_key,
            refers=next((key.column.table.name for key in column.foreign_keys), None),
            members=lists.get(column.name, ()),
            definitions=definitions(lists.get(column.name, ())),
            pattern=_pattern(table, column.name),
            limits=tuple(LIMITS.get(column.name, {}).items()),
        )
        for column in found.columns
        if column.name != APART.get(table)
    ]


def title(table: str) -> str:
    """What a row of a table is, in the words of the schema."""
    kinds = (kind for kind in vars(schema).values() if getattr(kind, "__tablename__", None) == table)
    return " ".join((inspect.getdoc(next(kinds)) or "").split())


_PATTERNED: Final = ("id", "sha256", "wikidata", "when")
"""The grammars that a value follows to the letter; of the others a pattern tells half."""


def _pattern(table: str, column: str) -> str | None:
    shape = SHAPES.get(table, {}).get(KEYS.get(column, column))
    return GRAMMARS[shape.value]["pattern"] if shape and shape.value in _PATTERNED else None


def meaning(table: str, column: str) -> str:
    """What a column of a table means, in a sentence; nothing where nobody has written it down."""
    if told := _ELSEWHERE.get((table, column)) or _MEANINGS.get(column):
        return told
    if shape := SHAPES.get(table, {}).get(KEYS.get(column, column)):
        return f"{shape.help[:1].upper()}{shape.help[1:].rstrip('.')}."
    return MEANINGS.get(column, "")


_MEANINGS: Final = {
    "earliest": "The first day that the time may begin, as an ISO date; blank where open.",
    "latest": "The last day that the time may end, as an ISO date; blank where open.",
    "position": "The place in the order written, from 0.",
}
"""By column, in whatever table."""

_ELSEWHERE: Final = {
    ("alias", "kind"): "Which of the four kinds of thing the spelling is of.",
    ("alias", "normal"): "The normal form, in which spellings are compared: small letters and digits.",
    ("alias", "written"): "The spelling.",
    ("alias", "listed"): "Whether it is listed as an alias; its id, name and short name are spellings besides.",
    **{
        ("alias", kind): f"The {kind} that it is a spelling of, where it is one of a {kind}."
        for kind in vocabulary.ENTITIES
    },
    ("change", "earlier"): "The record as it was, as JSON; blank where it was new.",
    ("change", "kind"): "What kind of record it is.",
    ("change", "later"): "The record as it became, as JSON.",
    ("change", "loading"): "The load that changed it.",
    ("change", "record"): "The record's id.",
    ("change", "what"): "What became of it.",
    ("claim", "approximate"): "Whether the wording says about, around or nearly.",
    ("claim", "count_text"): "How many, as the report words it; blank where it does not say.",
    ("claim", "count_low"): "The lowest number that the wording allows.",
    ("claim", "count_high"): "The highest number that the wording allows; blank where there is no upper end.",
    ("claim", "id"): "The claim's id: its report's id, a stroke, its key.",
    ("claim", "moment"): "The time alleged, as EDTF; blank where the report has no word of it.",
    ("claim", "report"): "The report that says so.",
    ("claim_place", "claim"): "The claim.",
    ("claim_place", "place"): "The place.",
    ("claim_place", "role"): "What the place is to the claim.",
    ("event", "report"): "The report whose file defines it.",
    ("loading", "at"): "When it was loaded, in UTC.",
    ("loading", "by"): "Who loaded it.",
    ("loading", "id"): "The number of the load.",
    ("loading", "program"): "The version of oob that loaded it.",
    ("loading", "why"): "The reason given.",
    ("origin", "made"): "When it was said, as EDTF.",
    ("origin", "report"): "The report whose file defines it.",
    ("report", "authors"): "Its authors, as named, with semicolons between them.",
    ("report", "published"): "Its date, as EDTF.",
    ("report_text", "report"): "The report; its text is the file of that name in texts/.",
    ("report_text", "sha256"): "The hash of the text.",
    ("system_maker", "place"): "The country.",
    ("system_maker", "system"): "The system.",
}
"""By table and column."""
