"""The reference pages of the site, made from the program itself: commands, files, tables, vocabulary.

MkDocs runs this as a hook (mkdocs.yml); the pages are never written down, so that they cannot grow old.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

TABLES = (
    "inventory lna",
    "inventory lna --section activity",
    "why lna fighter",
    "compare lna gna",
    "timeline lna",
    "conflicts",
    "gaps",
    "claims",
    "systems",
    "forces",
    "places",
    "sources",
    "reports",
    "origins",
    "events",
    "actions",
    "log",
)
"""A question for each kind of table."""


def on_files(files: Any, *, config: Any) -> Any:
    """Adds the pages to the site."""
    from mkdocs.structure.files import File

    for name, page in pages().items():
        files.append(File.generated(config, f"reference/{name}.md", content=page))
    return files


def pages() -> dict[str, str]:
    """The reference pages as Markdown, by name."""
    made = {"commands": commands(), "files": files(), "tables": tables(), "vocabulary": vocabulary()}
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def grid(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A pipe table."""
    head = list(heading)
    yield ""
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"
    yield ""


# -- commands ------------------------------------------------------------------------------------------------------


def commands() -> Iterator[str]:
    """Every command with its arguments and options."""
    import typer

    from oob.cli import app

    root = typer.main.get_command(app)
    yield "# Commands"
    yield ""
    yield str(root.help)
    for words, command in _tree(root, ()):
        yield ""
        yield f"## oob {' '.join(words)}"
        yield ""
        yield re.sub(r"(?m)^Example: (.*)$", r"Example: `\1`", str(command.help))
        arguments = [each for each in command.params if each.param_type_name == "argument"]
        options = [each for each in command.params if each.param_type_name == "option" and not each.hidden]
        usage = " ".join(map(_argument, arguments))
        yield ""
        yield f"```text\noob {' '.join(words)}{' [OPTIONS]' if options else ''}{f' {usage}' if usage else ''}\n```"
        if arguments or options:
            named = [(_argument(each), _help(each)) for each in arguments]
            yield from grid(
                ("option", "what it does"), ((f"`{name}`", told) for name, told in [*named, *map(_option, options)])
            )


def _tree(group: Any, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    context = _context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from _tree(command, (*above, name))
        else:
            yield (*above, name), command


def _context(command: Any) -> Any:
    return command.make_context("oob", [], resilient_parsing=True)


def _argument(argument: Any) -> str:
    name = str(argument.metavar or argument.name).upper()
    several = "..." if argument.nargs != 1 else ""
    return f"{name}{several}" if argument.required else f"[{name}]{several}"


def _option(option: Any) -> tuple[str, str]:
    value = f" {option.metavar or str(option.type.name).upper()}" if not option.is_flag else ""
    return f"{', '.join([*option.opts, *option.secondary_opts])}{value}", _help(option)


def _help(parameter: Any) -> str:
    return str(parameter.help or "").replace("<", "&lt;")


# -- files ---------------------------------------------------------------------------------------------------------


def files() -> Iterator[str]:
    """What may stand in catalogue and report files, from the schemas that editors check them by."""
    from oob.fileschema import FOLDER

    yield "# Files"
    yield ""
    yield (
        "What `oob template` explains by example, in full. Values are read as text: nothing needs quotes but what YAML"
        " itself would stumble over. How to judge what to write: [Recording a report](../recording.md)."
    )
    for kind in ("report", "catalog"):
        schema = json.loads((FOLDER / f"{kind}.schema.json").read_text("utf-8"))
        yield ""
        yield f"## {schema['title']}"
        yield ""
        yield str(schema.get("description", ""))
        for part, shape in schema["properties"].items():
            yield ""
            yield f"### `{part}:`"
            yield ""
            yield f"{shape.get('description', '').rstrip('.')}."
            record = _record(shape)
            if record:
                required = set(record.get("required", ()))
                yield from grid(
                    ("key", "", "what it is"), (_key(*each, required) for each in record["properties"].items())
                )


def _record(shape: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The record that a part is, or is a list or a mapping of."""
    for found in (shape, shape.get("items"), shape.get("additionalProperties")):
        if isinstance(found, dict) and "properties" in found:
            return found
    return None


def _key(key: str, shape: Mapping[str, Any], required: set[str]) -> tuple[str, str, str]:
    told = [f"{shape.get('description', '').rstrip('.')}."]
    if "enum" in shape:
        told.append(f"One of: {', '.join(f'`{each}`' for each in shape['enum'] if each is not None)}.")
    if "examples" in shape:
        told.append(f"For example: {', '.join(f'`{each}`' for each in shape['examples'][:4])}.")
    return f"`{key}`", "required" if key in required else "", " ".join(told)


# -- tables --------------------------------------------------------------------------------------------------------


def tables() -> Iterator[str]:
    """The columns that spreadsheets and programs get, table by table."""
    from oob.report.meanings import meaning
    from oob.table import Column

    yield "# Tables and formats"
    yield ""
    yield (
        "The columns of CSV, XLSX and JSON. Text and Markdown show fewer, in words. Keys are stable; new columns may"
        " come, at the end or between. Cells of kind `ids` hold several ids, with `; ` between them in CSV; `date`"
        " cells are a day as ISO 8601; `int` cells are blank where there is no number, which is never zero."
    )
    with tempfile.TemporaryDirectory() as folder:
        told = set()
        for question in TABLES:
            for table in _asked(question, Path(folder)):
                if table["name"] in told:
                    continue
                told.add(table["name"])
                columns = [Column(each["key"], kind=each["kind"]) for each in table["columns"]]
                yield ""
                yield f"## {table['name']}"
                yield ""
                yield f"As `oob {question}` gives it."
                yield from grid(
                    ("column", "kind", "what it means"),
                    ((f"`{each.key}`", each.kind, meaning(each, table["name"])) for each in columns),
                )


def _asked(question: str, folder: Path) -> list[dict[str, Any]]:
    program = [sys.executable, "-m", "oob", *question.split(), "--format", "json"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "OOB_DATABASE": str(folder / "oob.db")}
    done = subprocess.run(program, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    return list(json.loads(done.stdout)["tables"])


# -- vocabulary ----------------------------------------------------------------------------------------------------


def vocabulary() -> Iterator[str]:
    """The closed lists of words that claims are made of."""
    from oob import vocabulary as words

    yield "# Vocabulary"
    yield ""
    yield "The closed lists that a claim's words come from, and the grades that inventories show."
    yield ""
    yield "## Actions"
    rows = ((f"`{name}`", each.effect, each.definition) for name, each in words.ACTIONS.items())
    yield from grid(("action", "effect", "said of something that..."), rows)
    for heading, members in (
        ("What the effects do", words.EFFECTS),
        ("Stances", words.STANCES),
        ("Bases of an origin", words.BASES),
        ("Kinds of event", words.EVENT_KINDS),
        ("Parties to a claim", words.PARTIES),
        ("Roles of places", words.PLACE_ROLES),
        ("Sections of an inventory", words.SECTIONS),
        ("Reliability of a source", words.RELIABILITY),
        ("Credibility of a claim", words.CREDIBILITY),
    ):
        yield f"## {heading}"
        yield from grid(("", ""), ((f"`{name}`", told) for name, told in members.items()))
