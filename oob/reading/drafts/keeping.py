"""A file that is changed in place: written whole or not at all, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import codecs
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from oob.errors import Refusal
from oob.names import printable
from oob.yamlfile import LARGEST


class Kept:
    """A text file and what it holds; one that is not there yet holds nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = self._read()
        self.text = self._decoded(self._data)

    def _read(self) -> bytes | None:
        try:
            with self.path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Refusal(f"{self._shown}: cannot be read: {error.strerror or error}") from error
        if len(data) > LARGEST:
            raise Refusal(f"{self._shown}: is larger than {LARGEST / 1e6:.0f} MB, the most that is read; split it")
        return data

    @property
    def _shown(self) -> str:
        return printable(str(self.path))

    def _decoded(self, data: bytes | None) -> str:
        try:
            text = (data or b"").removeprefix(codecs.BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refusal(f"{self._shown}: is not UTF-8 text; save it as UTF-8") from error
        return text

    @property
    def is_there(self) -> bool:
        """Whether there was a file."""
        return self._data is not None

    def write(self, text: str) -> None:
        """Puts a text in place of what the file holds. Raises Refusal, with the file as it was, where it cannot be."""
        if text == self.text and self.is_there:
            return
        if self._read() != self._data:
            raise Refusal(
                f"{self._shown}: was changed by another program meanwhile; that change and your earlier answers are"
                " kept: run the command again"
            )
        mark = codecs.BOM_UTF8 if (self._data or b"").startswith(codecs.BOM_UTF8) else b""
        data = mark + text.encode("utf-8", "replace")
        try:
            self._replace(data)
        except OSError as error:
            raise Refusal(f"{self._shown}: cannot be written: {error.strerror or error}") from error
        self._data, self.text = data, text

    def _replace(self, data: bytes) -> None:
        place = Path(os.path.realpath(self.path))  # a link stays one
        place.parent.mkdir(parents=True, exist_ok=True)
        if self.is_there and not os.access(place, os.W_OK):
            raise PermissionError(13, "it is read-only")
        aside = place.with_name(f".{place.name}.{secrets.token_hex(4)}.partial")
        try:
            with aside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if self.is_there:
                shutil.copymode(place, aside)
            aside.replace(place)
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
