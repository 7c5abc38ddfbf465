"""The texts of reports, kept beside their claims: attached, verified by hash and by paragraph."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path
from typing import Final

from oob import names, store
from oob.errors import Refusal
from oob.intake import ready
from oob.keeping import Touched, select_rows, write_log
from oob.store import Database
from oob.texts import paragraphs

LARGEST_TEXT: Final = 5_000_000
"""Bytes of a report's text; a long article takes 50,000."""


def attach(report: str, path: Path, database: Database) -> int:
    """Keeps a report's text beside its claims; gives the number of its paragraphs.

    Raises Refusal where the text's hash is not the report's, or has fewer paragraphs than a claim points at.
    """
    from sqlalchemy import delete, insert, select, update

    from oob import schema

    ready(database)
    text, digests = _read_text(path)
    length = len(paragraphs(text))
    with store.writing(database) as connection:
        reports = schema.tables()["report"]
        standing = list(select_rows(connection, "report", "id", [report]))
        if not standing:
            known_ids = connection.execute(select(reports.c.id)).scalars()
            near = names.nearest(report, known_ids, 1)
            hint = f"did you mean '{near[0]}'?" if near else "'oob reports' lists the known ones"
            raise Refusal(f"unknown report '{names.printable(report)}'; {hint}")
        expected = standing[0]["sha256"]
        if expected is not None and expected not in digests:
            raise Refusal(
                f"{path} is not the text that the claims of '{report}' were drawn from:"
                f" its sha256 is {digests[0]}, the report's {expected}"
            )
        beyond = [row for row in select_rows(connection, "claim", "report", [report]) if row["paragraph"] > length]
        if beyond:
            told = ", ".join(f"{row['id']} (paragraph {row['paragraph']})" for row in beyond[:5])
            raise Refusal(f"{path} has {length} paragraph{'s' * (length != 1)}, but claims point beyond them: {told}")
        texts = schema.tables()["report_text"]
        digest = expected or digests[0]
        connection.execute(delete(texts).where(texts.c.report == report))
        connection.execute(insert(texts), {"report": report, "sha256": digest, "text": text})
        if expected is None:
            connection.execute(update(reports).where(reports.c.id == report).values(sha256=digest))
            later = {**standing[0], "sha256": digest}
            write_log(
                connection, [Touched("report", report, "changed", standing[0], later)], f"text attached: {path.name}"
            )
    return length


def _read_text(path: Path) -> tuple[str, list[str]]:
    """A text and the sha256 digests it may be known by: as it is, and as other editors would save it."""
    try:
        if path.stat().st_size > LARGEST_TEXT:
            raise Refusal(f"{path} is larger than {LARGEST_TEXT / 1e6:.0f} MB; attach the text of one report")
        data = path.read_bytes()
    except OSError as error:
        raise Refusal(f"{path}: cannot be read: {error.strerror or error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(f"{path} is not UTF-8 text; save it as plain text in UTF-8 and attach that") from error
    if "\0" in text or not text.strip():
        raise Refusal(f"{path} is {'a binary file' if text.strip() else 'empty'}; attach the report's plain text")
    bare = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    windows = bare.replace(b"\n", b"\r\n")
    forms = (data, bare, windows, codecs.BOM_UTF8 + bare, codecs.BOM_UTF8 + windows)
    return text, [hashlib.sha256(form).hexdigest() for form in forms]
