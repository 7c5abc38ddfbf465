"""How files enter the catalogue: read, check, compare with what is there, write - in one transaction, with a log.

A load either passes every check and is written whole, or changes nothing. Loading the same files again changes nothing.
"""

from __future__ import annotations

import gc
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from oob import catalog, checks, keeping, paths, store, vocabulary
from oob.catalog import Catalogue, ClaimEntry, Entry, PlaceEntry, ReportEntry, SourceEntry
from oob.errors import Faulty, Refusal
from oob.keeping import Touched
from oob.names import normal
from oob.records import ORDER, Record, records
from oob.store import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(slots=True)
class Outcome:
    """What a load did."""

    touched: list[Touched] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    """By kind: how many records stood in the catalogue just so."""
    skipped: int = 0
    """How many claims were left out, because a person threw them out in review."""

    def tally(self, what: str) -> Counter[str]:
        """By kind: how many records were added, changed, withdrawn or reinstated."""
        return Counter(each.kind for each in self.touched if each.what == what)


# -- the catalogue as it stands ------------------------------------------------------------------------------------


def known(rows: Callable[[str], Iterable[tuple[Any, ...]]]) -> checks.Known:
    """What the checks need of the catalogue in a database."""
    found = checks.Known()
    for kind, form, *owners in rows("SELECT kind, normal, system, force, place, source FROM alias"):
        found.names[kind][form] = next(owner for owner in owners if owner is not None)
    for kind, up in checks.TREES.items():
        found.up[kind] = dict(rows(f"SELECT id, {up} FROM {kind}"))
    found.defined = {kind: dict(rows(f"SELECT id, report FROM {kind}")) for kind in ("origin", "event")}
    found.events = dict(rows("SELECT id, kind FROM event"))
    for event, report, action in rows(
        "SELECT DISTINCT event, report, action FROM claim WHERE event IS NOT NULL AND withdrawn IS NULL"
    ):
        found.uses.setdefault(event, []).append((report, action))
    return found


def check(files: Sequence[Path], database: Database) -> Catalogue:
    """Reads and checks files amid a database's catalogue. Raises Faulty with every problem; changes nothing.

    A draft passes whose claims nobody has looked at yet; what was thrown out of it is not judged.
    """
    ready(database)
    read = catalog.read(catalog.find(files))
    with store.Reader(database) as reader:
        there = known(reader.rows)
        _pass(checks.Scope(_kept(read, there), there), checks.CHECKS)
    return read


def _kept(read: Catalogue, there: checks.Known) -> Catalogue:
    """What files say without what was thrown out in review or described for that alone, and proposed where known."""
    kept = [entry for entry in read.entries if not is_skipped(entry)]
    if len(kept) < len(read.entries):
        thrown, named = _named(filter(is_skipped, read.entries)), _named(kept)
        kept = [entry for entry in kept if not _is_idle(entry, thrown, named)]
    return replace(read, entries=list(_without_stopgaps(kept, there)))


def _without_stopgaps(entries: Sequence[Entry], there: checks.Known) -> Iterator[Entry]:
    """The entries without those that a draft proposes of what another entry, or the catalogue by its name, has."""
    described = {
        (each.KIND, str(each.id)) for each in entries if each.KIND in vocabulary.ENTITIES and not _is_stopgap(each)
    }
    for entry in entries:
        if _is_stopgap(entry):
            key, name = (entry.KIND, str(entry.id)), normal(str(entry.name))
            if key in described or there.names[entry.KIND].get(name, key[1]) != key[1]:
                continue
            described.add(key)
        yield entry


def _is_stopgap(entry: Entry) -> TypeGuard[PlaceEntry | SourceEntry]:
    """Whether a program has put an entry into a draft, for want of a better one."""
    told = entry.note if isinstance(entry, PlaceEntry) else entry.reason if isinstance(entry, SourceEntry) else None
    return told == vocabulary.UNJUDGED


def _named(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """The systems, forces, places and sources that entries refer to, by kind and the normal form of the name."""
    return {(shape.refers, normal(text)) for each in entries for _, shape, text in checks.values(each) if shape.refers}


def _is_idle(entry: Entry, thrown: set[tuple[str, str]], named: set[tuple[str, str]]) -> bool:
    """Whether an entry describes what only claims that were thrown out refer to: a village that a draft proposed."""
    if entry.KIND not in vocabulary.ENTITIES:
        return False
    spelt = {(entry.KIND, normal(each)) for each in checks.spellings(entry)}
    return not spelt.isdisjoint(thrown) and spelt.isdisjoint(named)


def is_skipped(entry: Entry) -> bool:
    """Whether an entry is a proposed claim that was looked at and thrown out."""
    return isinstance(entry, ClaimEntry) and entry.review == "skipped"


def _pass(scope: checks.Scope, wanted: Iterable[checks.Check]) -> None:
    if problems := checks.run(scope, wanted):
        raise Faulty(problems)


# -- loading -------------------------------------------------------------------------------------------------------


def load(files: Sequence[Path], database: Database, *, why: str | None = None) -> Outcome:
    """Brings the catalogue to what the files say: one transaction, all checks passed first.

    A claim that a report's file no longer has, or skips, is withdrawn, not erased. Claims that are still proposed are
    refused: the machine proposes, a person decides. Raises Faulty or Refusal; then nothing changed.
    """
    ready(database)
    found = catalog.find(files)
    with _nothing_discarded():
        return _load(found, database, why)


def _load(files: Sequence[Path], database: Database, why: str | None) -> Outcome:
    read = catalog.read(files)
    with store.writing(database) as connection:
        return _take_in(read, connection, why)


@contextmanager
def _nothing_discarded() -> Iterator[None]:
    """Spares the search for garbage among millions of records that are all needed to the end: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _take_in(read: Catalogue, connection: Connection, why: str | None) -> Outcome:
    there = known(lambda sql: connection.exec_driver_sql(sql).fetchall())
    kept = _kept(read, there)
    scope = checks.Scope(kept, there)
    _pass(scope, checks.LOADING)
    wanted, standing = dict(records(scope)), keeping.standing(connection, kept)
    _keep_attached(connection, wanted, standing)
    _keep_judged(wanted, standing)
    outcome = _compare(wanted, standing, _origin_of_absence(kept))
    outcome.skipped = sum(map(is_skipped, read.entries))
    keeping.write(connection, outcome.touched)
    keeping.write_readings(connection, kept.of(ClaimEntry))
    if outcome.touched:
        keeping.write_log(connection, outcome.touched, why)
    return outcome


def _keep_attached(
    connection: Connection, wanted: dict[tuple[str, str], Record], standing: dict[tuple[str, str], Record]
) -> None:
    """Lets the hash of an attached text stand where a report's file does not give one."""
    from sqlalchemy import select

    from oob import schema

    for (attached,) in connection.execute(select(schema.tables()["report_text"].c.report)):
        key = ("report", attached)
        if key in wanted and wanted[key]["sha256"] is None:
            wanted[key]["sha256"] = standing[key]["sha256"]


def _keep_judged(wanted: dict[tuple[str, str], Record], standing: dict[tuple[str, str], Record]) -> None:
    """Lets a place or source stand as somebody has described it, where a draft only proposes it."""
    for (kind, id_), record in wanted.items():
        key = {"place": "note", "source": "reason"}.get(kind)
        earlier = standing.get((kind, id_))
        if key and earlier and record[key] == vocabulary.UNJUDGED != earlier[key]:
            wanted[kind, id_] = earlier


def _origin_of_absence(read: Catalogue) -> dict[str, str]:
    """Report -> the file that speaks for all its claims."""
    return {str(report.id): Path(report.file).name for report in read.of(ReportEntry)}


def _compare(
    wanted: dict[tuple[str, str], Record], standing: dict[tuple[str, str], Record], speaks: dict[str, str]
) -> Outcome:
    """What there is to do, in the order of ORDER."""
    outcome = Outcome()
    for (kind, id_), record in wanted.items():
        earlier = standing.get((kind, id_))
        if earlier == record:
            outcome.left[kind] += 1
        else:
            outcome.touched.append(Touched(kind, id_, _what(earlier, record), earlier, record))
    for (kind, id_), record in standing.items():
        if kind == "claim" and (kind, id_) not in wanted:
            if record["withdrawn"] is not None:
                outcome.left[kind] += 1
            elif record["report"] in speaks:
                later = {**record, "withdrawn": f"no longer in {speaks[record['report']]}"}
                outcome.touched.append(Touched(kind, id_, "withdrawn", record, later))
    outcome.touched.sort(key=lambda each: (ORDER.index(each.kind), each.id))
    return outcome


def _what(earlier: Record | None, later: Record) -> str:
    if earlier is None:
        return "added"
    before, after = earlier.get("withdrawn"), later.get("withdrawn")
    if (before is None) != (after is None):
        return "withdrawn" if before is None else "reinstated"
    return "changed"


# -- making a database ready ---------------------------------------------------------------------------------------


def ready(database: Database, *, empty: bool = False) -> list[str]:
    """Makes a database usable: made and filled on first use, the user's own upgraded after a backup.

    Gives what a person should be told. Raises Refusal for one that this program cannot use.
    """
    state = store.state(database)
    if state in ("missing", "empty"):
        return _create(database, empty=empty)
    if state == "older" and database.default:
        copy = store.backup(database)
        store.migrate(database)
        return [
            f"Upgraded your catalogue at {database.shown}; a copy of it as it was is {copy};"
            " 'oob load --shipped' brings in what is new in the catalogue that comes with oob"
        ]
    store.require_current(database)
    return []


def _create(database: Database, *, empty: bool) -> list[str]:
    if database.path is None:
        with store.writing(database) as connection:
            store.make_tables(connection)
            if connection.exec_driver_sql("SELECT 1 FROM loading").first() is None:  # else somebody was quicker
                _fill(connection, empty=empty)
    else:
        _create_file(database.path, empty=empty)
    what = "empty catalogue" if empty else "catalogue, filled with the reports that come with oob,"
    return [f"Made a new {what} at {database.shown}"]


def _create_file(path: Path, *, empty: bool) -> None:
    """Builds the database aside and puts it in place at the end: an interruption leaves nothing half done."""
    building = Database(path.with_name(f"{path.name}.{os.getpid()}.new"), called=str(path))
    assert building.path is not None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(path)
        building.path.unlink(missing_ok=True)
        with store.writing(building) as connection:
            store.make_tables(connection)
            _fill(connection, empty=empty)
        if store.state(Database(path)) in ("missing", "empty"):
            building.path.replace(path)
    except (FileExistsError, NotADirectoryError) as error:
        raise Refusal(f"{path}: cannot be made: {path.parent} is no folder; name another place with --db") from error
    except OSError as error:
        raise Refusal(f"{path}: cannot be made: {error.strerror or error}; name another place with --db") from error
    finally:
        for left in (building.path, building.path.with_name(building.path.name + "-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _fill(connection: Connection, *, empty: bool) -> None:
    if empty:
        keeping.write_log(connection, [], "made empty")
    else:
        with _nothing_discarded():
            _take_in(catalog.read(paths.shipped_catalogue()), connection, "the catalogue that comes with oob")


def _clear(path: Path) -> None:
    """Takes away what programs that were killed while building the same database left, an hour ago or earlier."""
    for left in path.parent.iterdir():
        if left.name.startswith(f"{path.name}.") and left.name.endswith((".new", ".new-journal")):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > 3600:
                    left.unlink()
