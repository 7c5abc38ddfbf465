"""JSON Schemas (draft 2020-12) of the two kinds of file, so that an editor completes and checks as one types.

They follow the records of `oob.catalog`. What needs the rest of the catalogue (names, trees, dates against dates) is
left to `oob check`. `python -m oob.fileschema` writes them to oob/schemas/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from oob import inclusion, vocabulary
from oob.catalog import CATALOGUE, REPORT, Entry, EventEntry, OriginEntry, ReportEntry, Shape, shapes

Schema = dict[str, Any]

FOLDER: Final = Path(__file__).parent / "schemas"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# An editor takes 4, 29.1 and 2020 for numbers before it looks at the schema; oob reads every value as text.
_TYPES: Final = ("string", "number", "boolean")
_MONTH: Final = "(0[1-9]|1[0-2]|2[1-4]|XX)"
_DAY: Final = "(0[1-9]|[12][0-9]|3[01]|XX)"
_DATE: Final = f"([1-9][0-9]{{3}}(-{_MONTH}(-{_DAY})?)?|[1-9][0-9]{{2}}X|[1-9][0-9]XX)[?~%]?"
_SPAN: Final = f"{_DATE}(\\.\\.{_DATE})?"
_SET: Final = f"{_SPAN}(,{_SPAN})*"
_INTERVAL: Final = f"(\\.\\.)?/{_DATE}|{_DATE}/(\\.\\.|{_DATE})?"

GRAMMARS: Final[dict[str, Schema]] = {
    "id": {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]{0,79}$"},
    "count": {
        "type": ["string", "number"],
        "minimum": 0,
        "pattern": "\\S",
        "examples": [
            "at least 14",
            "more than 1,000",
            "up to 2,500",
            "3,500 to 3,800",
            "around 240",
            "several",
            "dozens",
        ],
    },
    "when": {
        "type": ["string", "integer", "array"],
        "minimum": 1000,
        "maximum": 9999,
        "pattern": f"^({_DATE}|{_INTERVAL}|\\[{_SET}\\]|\\{{{_SET}\\}})$",
        "items": {"type": ["string", "integer"], "pattern": f"^{_SPAN}$"},
        "minItems": 1,
        "examples": ["2020-05-26", "2020-05", "2020-05~", "2020-05?", "2019/..", "2020-05/2020-06", "2020-05-XX"],
    },
    "number": {"type": ["number", "string"], "pattern": "^-?[0-9]{1,6}(\\.[0-9]{1,9})?$"},
    "confidence": {
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": 1,
        "pattern": "^(0(\\.[0-9]{1,9})?|1(\\.0{1,9})?)$",
    },
    "paragraph": {"type": ["integer", "string"], "minimum": 1, "maximum": 99999, "pattern": "^[1-9][0-9]{0,4}$"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "wikidata": {"type": "string", "pattern": "^Q[1-9][0-9]{0,11}$"},
    "url": {"type": "string", "format": "uri", "pattern": "^https?://[^\\s<>\"']{1,2000}$"},
}
"""What a value looks like, by Shape.value; the same texts as the checks let through, as far as a pattern can tell."""

LIMITS: Final[dict[str, Schema]] = {
    "latitude": {"minimum": -90, "maximum": 90},
    "longitude": {"minimum": -180, "maximum": 180},
    "precision_km": {"exclusiveMinimum": 0},
}

DEFINITIONS: Final[tuple[Mapping[str, Any], ...]] = (
    vocabulary.ACTIONS,
    vocabulary.STANCES,
    vocabulary.BASES,
    vocabulary.EVENT_KINDS,
    vocabulary.RELIABILITY,
    vocabulary.REVIEWS,
)
"""The closed lists whose members an editor can explain."""

TITLES: Final = {
    inclusion.KEY: "Other catalogue files that belong to this one, in its folder or below",
    "systems": "Equipment types and classes, classes of personnel; a tree by 'parent'",
    "forces": "Whoever holds or uses systems; a tree by 'part_of'",
    "places": "Bases, towns, countries, seas, fronts; a tree by 'within'",
    "sources": "Whoever speaks; a tree by 'part_of', whose roots are the parties",
    "report": "The document that the claims are from",
    "origins": "Utterances and observations that claims go back to, by id; those of other reports need their id alone",
    "events": "What claims are about, by id; claims on one event are alternatives, never additions",
    "claims": "What the report alleges, one assertion each",
}


def catalogue_schema() -> Schema:
    """Of a catalogue file: lists of systems, forces, places and sources."""
    file = {"type": "string", "pattern": "^[^/\\\\]"}
    several = {**file, "type": ["array", "string", "null"], "items": file, "uniqueItems": True}
    parts: dict[str, Schema] = {inclusion.KEY: {"description": TITLES[inclusion.KEY], **several}}
    for part, kind in CATALOGUE.items():
        parts[part] = {"description": TITLES[part], **_empty_or(_list_of(kind))}
    return _file("A catalogue file of oob", "Systems, forces, places and sources", parts) | {"minProperties": 1}


def report_schema() -> Schema:
    """Of a report file: one report, its origins, events and claims, and what they speak of that is new."""
    parts: dict[str, Schema] = {}
    for part, kind in (REPORT | CATALOGUE).items():
        if kind is ReportEntry:
            found = _record(kind)
        else:
            found = _empty_or(_by_id(kind) if kind in (OriginEntry, EventEntry) else _list_of(kind))
        parts[part] = {"description": TITLES[part], **found}
    return _file("A report file of oob", "One report, and what it alleges", parts) | {"required": ["report"]}


SCHEMAS: Final = {"catalog.schema.json": catalogue_schema, "report.schema.json": report_schema}


def _file(title: str, description: str, parts: dict[str, Schema]) -> Schema:
    head = {"$schema": DIALECT, "title": title, "description": description, "type": "object"}
    return {**head, "properties": parts, "additionalProperties": False}


def _empty_or(schema: Schema) -> Schema:
    """The schema, or a key that nothing stands after."""
    return {**schema, "type": [schema["type"], "null"]}


def _list_of(kind: type[Entry]) -> Schema:
    return {"type": "array", "items": _record(kind)}


def _by_id(kind: type[Entry]) -> Schema:
    names = {"pattern": GRAMMARS["id"]["pattern"]}
    return {"type": "object", "propertyNames": names, "additionalProperties": _record(kind, without=("id",))}


def _record(kind: type[Entry], without: tuple[str, ...] = ()) -> Schema:
    fields = {key: shape for key, shape in shapes(kind).items() if key not in without}
    found: Schema = {
        "type": "object",
        "properties": {key: _field(key, shape) for key, shape in fields.items()},
        "required": [key for key, shape in fields.items() if shape.required],
        "additionalProperties": False,
    }
    if "latitude" in fields:
        found["dependentRequired"] = {"latitude": ["longitude"], "longitude": ["latitude"]}
    return found


def _field(key: str, shape: Shape) -> Schema:
    found: Schema = {"description": f"{shape.help.rstrip('.')}. {_also(shape)}".strip()}
    if shape.members:
        return found | _one_of(shape)
    value = {**GRAMMARS[shape.value], **LIMITS.get(key, {})} if shape.value else {"type": list(_TYPES)}
    if shape.required:
        return found | value | ({} if shape.value else {"pattern": "\\S"})
    if shape.takes != "text":
        return found | {"type": [*_TYPES, "array", "null"], "items": {"type": list(_TYPES)}}
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return found | value | {"type": [*types, "null"]}


def _also(shape: Shape) -> str:
    if shape.refers in vocabulary.ENTITIES:
        return f"The {shape.refers}'s id, name or any alias"
    return f"The {shape.refers}'s id" if shape.refers else ""


def _one_of(shape: Shape) -> Schema:
    """A closed list; editors show `enumDescriptions` beside the members."""
    found: Schema = {"enum": list(shape.members)}
    if told := definitions(shape.members):
        found["enumDescriptions"] = list(told)
    return found


def definitions(members: Iterable[str]) -> tuple[str, ...]:
    """What each member of a closed list means; nothing for a list whose members speak for themselves."""
    wanted = tuple(members)
    found = next((each for each in DEFINITIONS if tuple(each) == wanted), {})
    return tuple(map(_definition, found.values()))


def _definition(member: Any) -> str:
    return f"{member.definition} ({member.effect})" if isinstance(member, vocabulary.Action) else str(member)


def text(name: str) -> str:
    """A schema as it stands in its file."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path = FOLDER) -> None:
    """Writes both schemas."""
    folder.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (folder / name).write_text(text(name), encoding="utf-8")


if __name__ == "__main__":
    write()
