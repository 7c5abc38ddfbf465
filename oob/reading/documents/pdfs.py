"""PDF files: their text in paragraphs, without the running heads, and what they state of themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from oob.errors import Refusal
from oob.reading.documents import characters, heads, wrapping
from oob.reading.documents.heads import Stated

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES: Final = 2_000
_EDGE: Final = 2
"""Lines at the top and at the bottom of a page that may be running heads and page numbers."""
_FEW: Final = 5
"""Lines of a column that do not yet tell how wide it is."""
_LEAST: Final = 20
"""Letters that a PDF has to hold, on the average of its pages, to be more than pictures with stamps on them."""
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page|p\.)?\s*(?:#|[ivxlc]{1,6})\s*(?:(?:of|/|\|)\s*#)?\W*")
_NO_TITLE: Final = re.compile(
    r"(?i)untitled|microsoft|document\d*|.*\.(?:docx?|indd|pdf|qxd|rtf|odt|html?|pptx?|xlsx?)\b|.*[/\\_]"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page with its box, in points from the page's lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    end_bottom: float
    """Where a line that was hyphenated ends: on the next one."""
    end_top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def heights(self) -> tuple[float, float]:
        """Of its first character and its last: a bullet or a quoted command is set in another font."""
        return self.height, self.end_top - self.end_bottom


def read(data: bytes, name: str) -> tuple[str, Stated]:
    """The paragraphs of a PDF, one a line, and its own title and authors. Raises Refusal where it has no text."""
    pages, stated = _pages(data, name)
    letters = sum(char.isalnum() for page in pages for each in page for char in each.text)
    if letters < _LEAST * len(pages):
        raise Refusal(
            f"{name} holds pictures of pages, no text: run OCR on it (ocrmypdf, or a scanner's own program),"
            " or save the report's text as plain text"
        )
    lines = [each for page in _without_heads(pages) for each in page]
    if not stated.title:
        stated.title = _title(lines)
    paragraphs = (wrapping.joined([each.text for each in group]) for group in _groups(lines))
    return wrapping.dehyphenated("\n".join(paragraphs)), stated


def _pages(data: bytes, name: str) -> tuple[list[list[_Line]], Stated]:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Refusal(f"{name} is encrypted: open it with its password and save or print it without one") from error
        raise Refusal(
            f"{name} is a broken PDF, perhaps cut off: fetch it again, or save its text as plain text"
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise Refusal(f"{name} has {len(document)} pages, more than {_MOST_PAGES}: save the pages of one report")
        pages, broken = [], []
        for number in range(len(document)):
            try:
                pages.append(_lines(document, number))
            except pypdfium2.PdfiumError:
                broken.append(number + 1)
        if not pages:
            raise Refusal(f"{name} is a broken PDF without a page that can be read: fetch it again")
        stated = _stated(document)
        if broken:
            stated.notes.append(f"pages that could not be read: {', '.join(map(str, broken[:20]))}")
        return pages, stated
    finally:
        document.close()


def _stated(document: PdfDocument) -> Stated:
    told = document.get_metadata_dict()
    title = characters.line(told.get("Title", ""))
    stated = Stated(title=title if title and not _NO_TITLE.match(title) and " " in title else None)
    stated.authors = heads.people(characters.line(told.get("Author", "")) or "")
    made = heads.day(told.get("CreationDate", "").removeprefix("D:")[:8])
    if made:
        stated.notes.append(f"the PDF was made on {made}, which need not be when the report was published")
    return stated


def _lines(document: PdfDocument, number: int) -> list[_Line]:
    """The lines of a page in reading order."""
    page: PdfPage = document[number]
    try:
        reader = page.get_textpage()
        try:
            text = reader.get_text_range()
            placed = len(text) == reader.count_chars()  # otherwise positions cannot be told: characters beyond U+FFFF
            lines, start = [], 0
            for whole in text.split("\r\n"):
                written = whole.strip()
                if written:
                    first = start + whole.index(written[0])
                    box = reader.get_charbox(first, loose=True) if placed else (0.0, 0.0, 0.0, 0.0)
                    end = reader.get_charbox(first + len(written) - 1, loose=True) if placed else box
                    seen = _seen(written)
                    if seen:
                        lines.append(_Line(seen, number, box[0], end[2], box[1], box[3], end[1], end[3]))
                start += len(whole) + 2
            return lines
        finally:
            reader.close()
    finally:
        page.close()


def _seen(text: str) -> str:
    """Clean text on one line, with the hyphens at the ends of its lines left undecided."""
    parts = re.split("[\ufffe\x02]", text)
    return wrapping.HYPHEN.join(" ".join(characters.cleaned(part)[0].split()) for part in parts)


# -- running heads --------------------------------------------------------------------------------------------------


def _without_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """The pages without what stands at the top or bottom of many of them, but for its numbers, and page numbers."""
    edges = [_edges(page) for page in pages]
    times = Counter(key for top, bottom in edges for key in {*top.values(), *bottom.values()})
    least = max(2, 0.4 * len(pages))
    kept = []
    for page, sides in zip(pages, edges, strict=True):
        dropped = set()
        for side in sides:  # inwards, up to the first line that stands there only once
            for place, key in side.items():
                if times[key] < least and not _PAGE_NUMBER.fullmatch(key[1]):
                    break
                dropped.add(place)
        kept.append([each for place, each in enumerate(page) if place not in dropped])
    return kept


_Edge = dict[int, tuple[int, str]]


def _edges(page: Sequence[_Line]) -> tuple[_Edge, _Edge]:
    """The lines nearest to the top and the bottom of a page: how high they stand, and their text without numbers."""
    by_height = sorted(range(len(page)), key=lambda place: -page[place].top)
    keys = {
        place: (round(page[place].top / 12), re.sub("[0-9]+", "#", page[place].text[:200].lower()))
        for place in (*by_height[:_EDGE], *by_height[-_EDGE:])
    }
    top, bottom = by_height[:_EDGE], by_height[: -_EDGE - 1 : -1]
    return {place: keys[place] for place in top}, {place: keys[place] for place in bottom}


# -- paragraphs -----------------------------------------------------------------------------------------------------


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines of each paragraph."""
    if not lines:
        return []
    steps = [a.end_bottom - b.bottom for a, b in pairwise(lines) if _follows(a, b)]
    step = median(steps) if steps else 0.0
    body = median(each.height for each in lines)
    edge = _right_edges(lines)
    groups = [[lines[0]]]
    for a, b in pairwise(lines):
        heading = min(a.height, b.height) > 1.15 * body > 0
        if _is_heading_break(a, b) if heading else _is_break(a, b, step, edge[a.page, _column(a)]):
            groups.append([b])
        else:
            groups[-1].append(b)
    return groups


def _follows(a: _Line, b: _Line) -> bool:
    """Whether `b` stands under `a` in the same column."""
    return a.page == b.page and 0 < a.end_bottom - b.bottom < 5 * max(a.height, 1)


def _column(each: _Line) -> int:
    return round(each.left / 60)


def _right_edges(lines: Iterable[_Line]) -> dict[tuple[int, int], float]:
    """How far to the right the lines of a page's column go; a column is as wide as lines that begin near its left."""
    reach: dict[tuple[int, int], float] = {}
    anywhere: dict[int, float] = {}
    for each in lines:
        column = _column(each)
        reach[each.page, column] = max(reach.get((each.page, column), 0.0), each.right)
        anywhere[column] = max(anywhere.get(column, 0.0), each.right)
    times = Counter((each.page, _column(each)) for each in lines)
    edges = {}
    for page, column in reach:
        # An indented line may fall on the other side of a boundary between columns: its neighbours speak for it.
        near = [(page, column - 1), (page, column), (page, column + 1)]
        edges[page, column] = max(reach.get(key, 0.0) for key in near)
        if sum(times[key] for key in near) < _FEW:
            edges[page, column] = max(edges[page, column], anywhere[column])
    return edges


def _is_heading_break(a: _Line, b: _Line) -> bool:
    """Whether two lines in large letters are two headings: a heading is broken to lines as it pleases."""
    return not (_follows(a, b) and a.end_bottom - b.bottom < 1.6 * a.height and 0.95 < b.height / a.height < 1.05)


def _is_break(a: _Line, b: _Line, step: float, edge: float) -> bool:
    """Whether a paragraph ends between two lines: by a gap, an indent, another size, or room left on the first."""
    if a.text.endswith(wrapping.HYPHEN) or a.text.endswith("-"):
        return False
    if a.height == 0 or b.height == 0:  # positions are not known
        return wrapping.ends_sentence(a.text)
    if not any(0.87 < of_b / of_a < 1.15 for of_a in a.heights for of_b in b.heights if of_a > 0):
        return True
    size = min(a.height, b.height)
    if _follows(a, b):
        if a.end_bottom - b.bottom > 1.25 * step:
            return True
        if 0.6 * size < b.left - a.left < 5 * size and wrapping.ends_sentence(a.text):
            return True
    elif b.text[:1].islower():
        return False
    width = (a.right - a.left) / max(len(a.text), 1)
    room = edge - a.right - width * (1 + len(b.text.split(None, 1)[0]))
    return room > width and (wrapping.ends_sentence(a.text) or room > 0.3 * (edge - a.left))


def _title(lines: Sequence[_Line]) -> str | None:
    """The lines of the first page that are set largest, where they are a heading and stand together."""
    first = [each for each in lines if each.page == lines[0].page]
    largest = max(each.height for each in first)
    if largest < 1.2 * median(each.height for each in lines):
        return None
    places = [place for place, each in enumerate(first) if each.height > 0.95 * largest]
    if places[-1] - places[0] >= len(places):
        return None
    top = [first[place].text for place in places]
    title = characters.line(wrapping.dehyphenated(wrapping.joined(top)))
    return title if title and len(top) <= 4 and len(title) <= 200 and len(title.split()) > 1 else None
