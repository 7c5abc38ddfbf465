"""How files enter the catalogue: read, check, compare with what is there, write - in one transaction, with a log.

A load either passes every check and is written whole, or changes nothing. Loading the same files again changes nothing.
"""

from __future__ import annotations

import gc
import getpass
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from oob import catalog, checks, count, names, paths, store, vocabulary, when
from oob.catalog import Catalogue, ClaimEntry, Entry, OriginEntry, ReportEntry, SystemEntry
from oob.errors import Faulty, Refusal
from oob.store import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

Record = dict[str, Any]
"""A record as it is kept: its columns, and what LISTS names as lists. What the log shows of earlier forms."""

LISTS: Final = ("aliases", "made_in", "places")
"""The keys of a record that stand in tables of their own."""

ORDER: Final = ("place", "system", "force", "source", "report", "origin", "event", "claim")
"""The kinds of record in an order in which each refers only to those before it (trees aside)."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One record that a load added or changed."""

    kind: str
    id: str
    what: str
    earlier: Record | None
    later: Record


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
    for kind, normal, *owners in rows("SELECT kind, normal, system, force, place, source FROM alias"):
        found.names[kind][normal] = next(owner for owner in owners if owner is not None)
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
        _pass(checks.Scope(_kept(read), known(reader.rows)), checks.CHECKS)
    return read


def _kept(read: Catalogue) -> Catalogue:
    """What files say without the claims that were thrown out in review."""
    return replace(read, entries=[entry for entry in read.entries if not is_skipped(entry)])


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
    kept = _kept(read)
    scope = checks.Scope(kept, known(lambda sql: connection.exec_driver_sql(sql).fetchall()))
    _pass(scope, checks.LOADING)
    wanted, standing = dict(_records(scope)), _standing(connection, kept)
    _keep_attached(connection, wanted, standing)
    outcome = _compare(wanted, standing, _origin_of_absence(kept))
    outcome.skipped = len(read.entries) - len(kept.entries)
    _write(connection, outcome)
    _write_readings(connection, kept.of(ClaimEntry))
    if outcome.touched:
        write_log(connection, outcome.touched, why)
    return outcome


def _keep_attached(
    connection: Connection, wanted: dict[tuple[str, str], Record], standing: dict[tuple[str, str], Record]
) -> None:
    """Lets the hash of an attached text stand where a report's file does not give one."""
    from sqlalchemy import select

    for (attached,) in connection.execute(select(tables()["report_text"].c.report)):
        key = ("report", attached)
        if key in wanted and wanted[key]["sha256"] is None:
            wanted[key]["sha256"] = standing[key]["sha256"]


def _origin_of_absence(read: Catalogue) -> dict[str, str]:
    """Report -> the file that speaks for all its claims."""
    return {str(report.id): Path(report.file).name for report in read.of(ReportEntry)}


def _records(scope: checks.Scope) -> Iterator[tuple[tuple[str, str], Record]]:
    """Every entry as the record to be kept, names resolved and values parsed."""
    for entry in scope.files.entries:
        record = _columns(entry, scope)
        yield (entry.KIND, record["id"]), record


def _columns(entry: Entry, scope: checks.Scope) -> Record:
    record: Record = {}
    for key, shape in catalog.shapes(type(entry)).items():
        value = catalog.value(entry, key)
        if shape.takes == "names" or shape.drafted:
            continue
        if isinstance(value, tuple):
            record[key] = [str(each) for each in value]
        elif value is None:
            record[key] = None
        else:
            record[key] = scope.resolve(shape.refers, value) if shape.refers else str(value)
    if hasattr(entry, "report"):
        record["report"] = str(entry.report)
    if isinstance(entry, ReportEntry):
        record["authors"] = "; ".join(record["authors"]) or None
        _add_bounds(record, record["published"])
    elif isinstance(entry, OriginEntry):
        _add_bounds(record, record["made"])
    elif isinstance(entry, ClaimEntry):
        _finish_claim(entry, record, scope)
    elif isinstance(entry, SystemEntry):
        record["made_in"] = list(dict.fromkeys(scope.resolve("place", place) for place in entry.made_in))
    for key in ("latitude", "longitude", "precision_km"):
        if record.get(key) is not None:
            record[key] = float(record[key])
    if "aliases" in record:
        record["aliases"] = _aliases(entry)
    return record


def _aliases(entry: Entry) -> list[str]:
    """The aliases whose normal form the entry's other spellings do not have yet."""
    seen: dict[str, str] = {}
    for spelling in checks.spellings(entry):
        seen.setdefault(names.normal(spelling), str(spelling))
    fixed = {getattr(entry, key, None) for key in ("id", "name", "short")}
    return sorted(spelling for spelling in seen.values() if spelling not in fixed)


def _add_bounds(record: Record, text: str | None) -> None:
    parsed = when.parse(text) if text is not None else None
    record["earliest"] = parsed.earliest.isoformat() if parsed and parsed.earliest else None
    record["latest"] = parsed.latest.isoformat() if parsed and parsed.latest else None


def _finish_claim(entry: ClaimEntry, record: Record, scope: checks.Scope) -> None:
    record["id"] = entry.id
    record["paragraph"] = int(record["paragraph"])
    record["moment"] = record.pop("when")
    _add_bounds(record, record["moment"])
    text = record.pop("count")
    number = count.parse(text) if text is not None else None
    record["count_text"] = text
    record["count_low"] = number.low if number else None
    record["count_high"] = number.high if number else None
    record["approximate"] = int(number.approximate) if number else 0
    record["places"] = [
        [role, scope.resolve("place", place)]
        for role in vocabulary.PLACE_ROLES
        for place in getattr(entry, "from_" if role == "from" else role)
    ]


def _standing(connection: Connection, read: Catalogue) -> dict[tuple[str, str], Record]:
    """The records that the database has of what the files speak of (all claims of their reports), by kind and id."""
    found: dict[tuple[str, str], Record] = {}
    for kind in ORDER:
        column = "report" if kind == "claim" else "id"
        wanted = {str(getattr(entry, column)) for entry in read.entries if kind == entry.KIND}
        if kind == "claim":
            wanted |= {str(report.id) for report in read.of(ReportEntry)}
        for row in select_rows(connection, kind, column, sorted(wanted)):
            found[kind, row["id"]] = row
    for row in select_rows(connection, "alias", "listed", [1]):
        if (owner := found.get((row["kind"], row[row["kind"]]))) is not None:
            owner.setdefault("aliases", []).append(row["written"])
    for (kind, _), record in found.items():
        if kind in vocabulary.ENTITIES:
            record["aliases"] = sorted(record.get("aliases", []))
    systems = [id_ for kind, id_ in found if kind == "system"]
    for id_ in systems:
        found["system", id_]["made_in"] = []
    for row in sorted(select_rows(connection, "system_maker", "system", systems), key=_by_position):
        found["system", row["system"]]["made_in"].append(row["place"])
    claims = [id_ for kind, id_ in found if kind == "claim"]
    for id_ in claims:
        found["claim", id_]["places"] = []
    for row in sorted(select_rows(connection, "claim_place", "claim", claims), key=_by_role):
        found["claim", row["claim"]]["places"].append([row["role"], row["place"]])
    return found


def _by_position(row: Record) -> int:
    position: int = row["position"]
    return position


def _by_role(row: Record) -> tuple[str, int, int]:
    return row["claim"], tuple(vocabulary.PLACE_ROLES).index(row["role"]), row["position"]


def select_rows(connection: Connection, table: str, column: str, members: Sequence[object]) -> Iterator[Record]:
    """Rows of a table whose column is among members, as dicts."""
    from sqlalchemy import select

    asked = tables()[table]
    for start in range(0, len(members), 500):
        query = select(asked).where(asked.c[column].in_(members[start : start + 500]))
        yield from (dict(row._mapping) for row in connection.execute(query))


def tables() -> Mapping[str, Table]:
    """The tables by name."""
    from sqlmodel import SQLModel

    from oob import schema  # noqa: F401 - defines the tables

    return SQLModel.metadata.tables


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


# -- writing -------------------------------------------------------------------------------------------------------


def _write(connection: Connection, outcome: Outcome) -> None:
    from sqlalchemy import bindparam, delete, insert, update

    known_tables = tables()
    for kind in ORDER:
        table = known_tables[kind]
        mine = [each for each in outcome.touched if each.kind == kind]
        if added := [_row(each.later) for each in mine if each.earlier is None]:
            connection.execute(insert(table), added)
        if changed := [each.later for each in mine if each.earlier is not None]:
            rows = [{**_row(later), "the_id": later["id"]} for later in changed]
            connection.execute(update(table).where(table.c.id == bindparam("the_id")), rows)
    # A spelling may move from one entry to another in one load: all leave before any comes.
    alias = known_tables["alias"]
    entities = [each for each in outcome.touched if each.kind in vocabulary.ENTITIES]
    for each in entities:
        if each.earlier is not None:
            connection.execute(delete(alias).where(alias.c[each.kind] == each.id))
    if rows := [row for each in entities for row in _alias_rows(each)]:
        connection.execute(insert(alias), rows)
    for kind, listed, rows_of in (("system", "system_maker", _maker_rows), ("claim", "claim_place", _place_rows)):
        table, mine = known_tables[listed], [each for each in outcome.touched if each.kind == kind]
        if moved := [{"the_id": each.id} for each in mine if each.earlier is not None]:
            connection.execute(delete(table).where(table.c[kind] == bindparam("the_id")), moved)
        if rows := [row for each in mine for row in rows_of(each)]:
            connection.execute(insert(table), rows)


def _write_readings(connection: Connection, claims: Sequence[ClaimEntry]) -> None:
    """Keeps beside each claim what its file says it was read from, and forgets what the file no longer says."""
    from sqlalchemy import bindparam, delete, insert

    wanted = {claim.id: _reading(claim) for claim in claims if claim.passage or claim.confidence or claim.because}
    standing = {row["claim"]: row for row in select_rows(connection, "reading", "claim", [each.id for each in claims])}
    table = tables()["reading"]
    if gone := [{"the_claim": id_} for id_, row in standing.items() if wanted.get(id_) != row]:
        connection.execute(delete(table).where(table.c.claim == bindparam("the_claim")), gone)
    if new := [row for id_, row in wanted.items() if standing.get(id_) != row]:
        connection.execute(insert(table), new)


def _reading(claim: ClaimEntry) -> Record:
    confidence = float(claim.confidence) if claim.confidence else None
    texts = {key: str(text) if text else None for key, text in (("passage", claim.passage), ("because", claim.because))}
    return {"claim": claim.id, "confidence": confidence, **texts}


def _row(record: Record) -> Record:
    return {key: value for key, value in record.items() if key not in LISTS}


def _alias_rows(each: Touched) -> Iterator[Record]:
    listed = [(each.later[key], 0) for key in ("id", "name", "short") if each.later.get(key)]
    listed += [(alias, 1) for alias in each.later["aliases"]]
    seen = set()
    for written, flag in listed:
        normal = names.normal(written)
        if normal not in seen:
            seen.add(normal)
            owner = dict.fromkeys(vocabulary.ENTITIES) | {each.kind: each.id}
            yield {"kind": each.kind, "normal": normal, "written": written, "listed": flag, **owner}


def _maker_rows(each: Touched) -> Iterator[Record]:
    for position, place in enumerate(each.later["made_in"]):
        yield {"system": each.id, "position": position, "place": place}


def _place_rows(each: Touched) -> Iterator[Record]:
    position = dict.fromkeys(vocabulary.PLACE_ROLES, 0)
    for role, place in each.later["places"]:
        yield {"claim": each.id, "role": role, "position": position[role], "place": place}
        position[role] += 1


def write_log(connection: Connection, touched: Sequence[Touched], why: str | None) -> None:
    """Tells who touched these records, when, with which program and why."""
    from sqlalchemy import insert

    from oob import __version__

    known_tables = tables()
    entry = {"at": _now(), "by": _user(), "program": f"oob {__version__}", "why": why}
    (loading,) = connection.execute(
        insert(known_tables["loading"]).returning(known_tables["loading"].c.id), entry
    ).one()
    rows = [
        {
            "loading": loading,
            "position": position,
            "kind": each.kind,
            "record": each.id,
            "what": each.what,
            "earlier": _json(each.earlier) if each.earlier is not None else None,
            "later": _json(each.later),
        }
        for position, each in enumerate(touched)
    ]
    if rows:
        connection.execute(insert(known_tables["change"]), rows)


def _json(record: Record) -> str:
    return json.dumps({key: value for key, value in record.items() if value not in (None, [])}, ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _user() -> str:
    if named := os.environ.get("OOB_USER"):
        return names.printable(named)[:80]
    with suppress(Exception):  # getpass raises what the platform has: ImportError, KeyError, OSError
        return getpass.getuser()
    return "unknown"


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
        write_log(connection, [], "made empty")
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
