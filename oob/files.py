"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from oob.errors import Refusal


def write(path: Path, content: bytes) -> None:
    """Write a file. An old one is replaced whole or, where anything fails, left as it was.

    Raises Refusal where it cannot be written.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a device or a pipe: no place to put a draft beside
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise Refusal(_failure(path, error)) from error


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then move into its place, which either happens or does not."""
    if path.is_dir():
        raise IsADirectoryError
    import secrets

    if path.exists() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, "it is write-protected")  # a move into its place would not ask
    draft = path.with_name(f".oob-{secrets.token_hex(6)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o7777)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _failure(path: Path, error: OSError) -> str:
    from oob.names import printable

    name = printable(str(path))
    match error:
        case IsADirectoryError():
            return f"cannot write {name}: it is a folder; name a file in it"
        case FileNotFoundError() | NotADirectoryError():
            return f"cannot write {name}: there is no folder {printable(str(path.parent))}; make it first"
        case PermissionError():
            told = error.strerror or error
            return f"cannot write {name}: {told}; nothing was changed: name another file, or allow writing it"
        case _:
            return f"cannot write {name}: {error.strerror or error}; nothing was changed"
