"""A report's file to its text: plain text, an HTML page or a PDF, told by content; what the file says of itself."""

from __future__ import annotations

import errno
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from oob.attachments import LARGEST_TEXT
from oob.errors import Refusal
from oob.names import printable
from oob.reading.documents import characters, heads, wrapping
from oob.reading.documents.heads import Stated
from oob.texts import paragraphs

LARGEST_FILE: Final = 50_000_000
"""Bytes of a file with its pictures; a long report as a PDF takes 10 million."""

_SAVE: Final = "save the report as plain text, HTML or PDF"
_KINDS: Final = (
    (b"PK\x03\x04", f"a Word, OpenDocument or zip file: open it and {_SAVE}"),
    (b"PK\x05\x06", f"an empty zip file: {_SAVE}"),
    (b"\xd0\xcf\x11\xe0", f"an old Word or Office file: open it and {_SAVE}"),
    (b"{\\rtf", f"a rich text file: open it and {_SAVE}"),
    (b"\x89PNG", "a picture (PNG): run OCR on it and save the text"),
    (b"\xff\xd8\xff", "a picture (JPEG): run OCR on it and save the text"),
    (b"GIF8", "a picture (GIF): run OCR on it and save the text"),
    (b"II*\x00", "a picture (TIFF): run OCR on it and save the text"),
    (b"MM\x00*", "a picture (TIFF): run OCR on it and save the text"),
    (b"RIFF", "a picture, a sound or a film: save what it shows or says as text"),
    (b"OggS", "a sound or a film: save what it says as text"),
    (b"ID3", "a sound: save what it says as text"),
    (b"\x1f\x8b", "packed (gzip): unpack it first"),
    (b"BZh", "packed (bzip2): unpack it first"),
    (b"\xfd7zXZ", "packed (xz): unpack it first"),
    (b"7z\xbc\xaf", "packed (7z): unpack it first"),
    (b"Rar!", "packed (rar): unpack it first"),
    (b"bplist00", f"a web archive of Safari: open it and {_SAVE}"),
    (b"%!PS", "a PostScript file: convert it to PDF (ps2pdf)"),
    (b"SQLite format 3", "a database, not a report"),
)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_HTML: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|p|h[1-6]|table|ul|span)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(
    rb"(?:[A-Za-z-]{2,40}:[^\n]{0,500}\n[ \t]?){0,20}?(?:MIME-Version|Content-Type):", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it was read. Its paragraphs are the non-blank lines of `text` (see `oob.texts`)."""

    text: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    """EDTF; None where the document does not say."""
    dated_by: str | None
    """How `published` is known, in words."""
    url: str | None
    notes: tuple[str, ...]
    """What a person should know or look at."""


def read(path: Path | None, data: bytes | None = None) -> Document:
    """The document in a file, or in `data` that came from elsewhere.

    Raises Refusal with what was wrong and what to do. Nothing is fetched, run or written.
    """
    name = printable(str(path)) if path else "the input"
    if data is None:
        if path is None:
            raise ValueError("neither a path nor data to read")
        data = contents(path, name)
    if len(data) > LARGEST_FILE:
        raise Refusal(f"{name} is larger than {LARGEST_FILE / 1e6:.0f} MB; give one report, without its pictures")
    if not data.strip():
        raise Refusal(f"{name} is empty; give a file with the text of a report")
    text, stated = _read(data, name)
    text, harmful = characters.cleaned(text)
    if harmful:
        stated.notes.append(characters.TAKEN_OUT)
    if not text.strip():
        raise Refusal(f"{name} holds no text; open it, and save what it shows as plain text")
    size = len(text.encode("utf-8"))
    if size > LARGEST_TEXT:
        raise Refusal(_too_much(name, size))
    return _document(text, stated)


def contents(path: Path, name: str) -> bytes:
    """The bytes of a file, or as many of them as show that it is too large. Raises Refusal, which calls it `name`."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Refusal(f"{name} is a folder; give a file")
        if not stat.S_ISREG(mode):
            raise Refusal(f"{name} is a device or a pipe, not a file; save what it gives to a file, or give it as '-'")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise Refusal(f"{name}: there is no such file") from error
        raise Refusal(f"{name}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a NUL in the name
        raise Refusal(f"{name}: is no name of a file") from error


def _too_much(name: str, size: int) -> str:
    return (
        f"{name} holds {size / 1e6:.1f} MB of text, more than {LARGEST_TEXT / 1e6:.0f} MB; give the text of one report"
    )


def _read(data: bytes, name: str) -> tuple[str, Stated]:
    """The text, not yet clean, and what metadata state."""
    beginning = data[:1024]
    if re.search(rb"(?:^|[\r\n])\W{0,8}%PDF-[12]", beginning):
        from oob.reading.documents import pdfs

        return pdfs.read(data, name)
    _refuse_other_kinds(data, name)
    if _is_html(data, name):
        from oob.reading.documents import webpages

        return webpages.read(data, name)
    return _plain(data, name)


def _refuse_other_kinds(data: bytes, name: str) -> None:
    for magic, what in _KINDS:
        if data.startswith(magic):
            raise Refusal(f"{name} is {what}")
    if data[4:8] == b"ftyp":
        raise Refusal(f"{name} is a picture or a film: save what it shows or says as text")
    if _MAIL.match(data[:4096]):
        raise Refusal(f"{name} is a mail or a page saved as one file (MHTML): open it and {_SAVE}")
    if _is_wide(data):
        return
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(10, 0.01 * len(data)):
        raise Refusal(f"{name} is a binary file, no text: {_SAVE}")


def _is_wide(data: bytes) -> bool:
    """Whether bytes are UTF-16 or UTF-32: in English every other one or more is zero, as in no other file."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or any(
        data[order::2].count(0) > 0.8 * len(data[order::2]) and not data[1 - order :: 2].count(0) for order in (0, 1)
    )


def _is_html(data: bytes, name: str) -> bool:
    """Whether the beginning is that of a page. Raises Refusal for other XML."""
    head = data[:20_000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    found = _HTML.search(head)
    if head.startswith(b"<") and found:
        return True
    if head.startswith((b"<?xml", b"<svg", b"<rss", b"<feed")):
        raise Refusal(f"{name} is an XML file, no page: {_SAVE}")
    return bool(found) and name.lower().endswith((".html", ".htm", ".xhtml"))


def _plain(data: bytes, name: str) -> tuple[str, Stated]:
    if len(data) > LARGEST_TEXT * (4 if _is_wide(data) else 1):
        raise Refusal(_too_much(name, len(data)))
    text, note = characters.decoded(data)
    stated = Stated()
    if note:
        stated.notes.append(f"the text is {note}" if note.startswith(("not", "read")) else note)
    text, harmful = characters.cleaned(text)
    if harmful:
        stated.notes.append(characters.TAKEN_OUT)
    whole = wrapping.unwrapped(text) if text.strip() else None
    if whole is not None:
        stated.notes.append(
            f"its lines were broken to a width; they were put together to {len(paragraphs(whole))} paragraphs"
        )
    return whole or text, stated


def _document(text: str, stated: Stated) -> Document:
    """What metadata state goes first; the head of the text tells the rest."""
    head = heads.stated(paragraphs(text[:20_000]))
    notes = [*stated.notes]
    dates = ((stated.published, stated.dated_by), (head.published, head.dated_by), _by_address(stated.url))
    published, dated_by = next((date for date in dates if date[0]), (None, None))
    if not stated.published and not head.published:
        notes.extend(head.notes)
    if stated.publisher and head.publisher and head.publisher.lower() not in stated.publisher.lower():
        notes.append(f"the head of the text names {head.publisher}: the report may repeat one of theirs")
    return Document(
        text=text,
        title=stated.title or head.title,
        publisher=stated.publisher or head.publisher,
        authors=stated.authors or head.authors,
        published=published,
        dated_by=dated_by,
        url=stated.url,
        notes=tuple(dict.fromkeys(notes)),
    )


def _by_address(url: str | None) -> tuple[str | None, str | None]:
    """The day in a page's address, /2020/05/26/, marked uncertain."""
    found = re.search("/(20[0-9]{2})[/-]([01]?[0-9])[/-]([0-3]?[0-9])(?:[/-]|$)", url or "")
    day = heads.day("/".join(found.groups())) if found else None
    return (f"{day}?", "the page's address") if day else (None, None)
