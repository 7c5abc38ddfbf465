"""The folder of an export: written aside, put in its place whole, and known again by its marker.

Nothing goes that an export did not make: a folder with anything else in it, or with a file changed by hand, is refused.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from oob import __version__
from oob.errors import Refusal
from oob.export.rows import OWN_TABLES, File
from oob.names import printable

MARKER: Final = "oob-export.txt"
"""The file by which an export is known; it says what the folder is, and lists the files' sha256."""

OWN_STORY: Final = tuple(path for table in OWN_TABLES for path in (f"tables/{table}.csv", f"parquet/{table}.parquet"))
"""The files that tell how one database came about; all else is the same for every database with the same catalogue."""

_ABOUT: Final = """\
A catalogue of what press reports allege, written by oob {version}.

catalog.yaml, reports/  the whole catalogue, withdrawn claims too; "oob load" with this folder takes it into a database
texts/                  the reports' texts, where attached; "oob attach REPORT FILE" attaches one; loading does not
tables/                 every table as CSV; loading.csv and change.csv tell how the one database came about
datapackage.json        what each table and column is, for programs: a Frictionless Data Package
places.geojson          the places and routes on a map, with what is alleged there
parquet/                the tables again, for programs that compute; only where pyarrow is installed
schemas/                what an editor completes and checks the YAML files with

Exporting here again replaces everything, but not where a file was added or changed by hand since. sha256 of the files:

"""


def replace(folder: Path, files: Iterable[File]) -> list[str]:
    """Writes files into a new folder, or over an earlier export; gives their names.

    Raises Refusal where the folder holds anything that is not an export's, or was changed since; OSError where it
    cannot be written. Then what was there is still there.
    """
    place = Path(os.path.realpath(folder))
    building = place.with_name(f".{place.name}.{secrets.token_hex(6)}.partial")
    try:
        written = _write(building, files)
        require_free(folder)  # again: somebody may have been at it meanwhile
        _put(building, place)
        return written
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write(building: Path, files: Iterable[File]) -> list[str]:
    """Writes files and, last, the marker; gives their names."""
    building.mkdir()
    written = []
    sums = []
    for name, content in files:
        path = building / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        written.append(name)
        if name not in OWN_STORY:
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    marker = _ABOUT.format(version=__version__) + "".join(sums)
    (building / MARKER).write_bytes(marker.encode())
    return [*written, MARKER]


def _put(building: Path, place: Path) -> None:
    """Moves a finished export into its place; an earlier one goes when the new one is there."""
    earlier = building.with_suffix(".earlier")
    try:
        if place.exists():
            shutil.copymode(place, building)
            place.rename(earlier)
        building.rename(place)
    except BaseException:
        if earlier.exists() and not place.exists():
            earlier.rename(place)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def require_free(folder: Path) -> None:
    """Refuses a place with anything in it that an export would destroy and could not make again."""
    place, shown = Path(os.path.realpath(folder)), printable(str(folder))
    if not place.exists():
        if not place.parent.is_dir():
            raise Refusal(f"cannot export to {shown}: there is no folder {printable(str(place.parent))}; make it first")
        return
    if not place.is_dir():
        raise Refusal(f"cannot export to {shown}: it is a file; name a folder")
    if Path.cwd().is_relative_to(place) or place == place.parent:
        raise Refusal(f"cannot export to {shown}: it would be replaced while you are in it; name a folder inside it")
    there = sorted(_inside(place))
    if there and MARKER not in there:
        raise Refusal(f"{shown} holds other files ({_some(there)}); name a new or empty folder, or an earlier export")
    known = _sums(place / MARKER) if there else {}
    if foreign := [
        name for name in there if name != MARKER and name not in OWN_STORY and known.get(name) != _sum(place, name)
    ]:
        raise Refusal(
            f"{shown} is an earlier export in which files were added or changed since: {_some(foreign)};"
            " name another folder, or, when nothing in it is needed (oob load takes changes in), delete it first"
        )


_LITTER: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What the systems' file windows leave behind; nobody misses it."""


def _inside(place: Path) -> Iterator[str]:
    """The paths of all that is in a folder, with `/`; folders themselves left out."""
    for path in place.rglob("*"):
        if (path.is_symlink() or not path.is_dir()) and path.name not in _LITTER:
            yield path.relative_to(place).as_posix()


def _sums(marker: Path) -> dict[str, str]:
    """The sha256 of each file, as a marker lists them."""
    text = marker.read_text(encoding="utf-8", errors="replace")
    return {name: digest for digest, name in re.findall(r"(?m)^([0-9a-f]{64})  (.+)$", text)}


def _sum(place: Path, name: str) -> str:
    """A file's sha256; none where it is no plain file."""
    path = place / name
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _some(names: Sequence[str]) -> str:
    told = ", ".join(map(printable, names[:5]))
    return f"{told} and {len(names) - 5} more" if len(names) > 5 else told
