"""Records in a database's tables: what stands there, what is written, and the log of who touched what."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from oob import names, vocabulary
from oob.catalog import Catalogue, ClaimEntry, ReportEntry
from oob.records import LISTS, ORDER, Record

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Touched:
    """One record that a load added or changed."""

    kind: str
    id: str
    what: str
    earlier: Record | None
    later: Record


def standing(connection: Connection, read: Catalogue) -> dict[tuple[str, str], Record]:
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

    from oob import schema

    asked = schema.tables()[table]
    for start in range(0, len(members), 500):
        query = select(asked).where(asked.c[column].in_(members[start : start + 500]))
        yield from (dict(row._mapping) for row in connection.execute(query))


def write(connection: Connection, changes: Sequence[Touched]) -> None:
    """Writes what was added and changed, with the tables that stand beside the records."""
    from sqlalchemy import bindparam, delete, insert, update

    from oob import schema

    known_tables = schema.tables()
    for kind in ORDER:
        table = known_tables[kind]
        mine = [each for each in changes if each.kind == kind]
        if added := [_row(each.later) for each in mine if each.earlier is None]:
            connection.execute(insert(table), added)
        if changed := [each.later for each in mine if each.earlier is not None]:
            rows = [{**_row(later), "the_id": later["id"]} for later in changed]
            connection.execute(update(table).where(table.c.id == bindparam("the_id")), rows)
    # A spelling may move from one entry to another in one load: all leave before any comes.
    alias = known_tables["alias"]
    entities = [each for each in changes if each.kind in vocabulary.ENTITIES]
    for each in entities:
        if each.earlier is not None:
            connection.execute(delete(alias).where(alias.c[each.kind] == each.id))
    if rows := [row for each in entities for row in _alias_rows(each)]:
        connection.execute(insert(alias), rows)
    for kind, listed, rows_of in (("system", "system_maker", _maker_rows), ("claim", "claim_place", _place_rows)):
        table, mine = known_tables[listed], [each for each in changes if each.kind == kind]
        if moved := [{"the_id": each.id} for each in mine if each.earlier is not None]:
            connection.execute(delete(table).where(table.c[kind] == bindparam("the_id")), moved)
        if rows := [row for each in mine for row in rows_of(each)]:
            connection.execute(insert(table), rows)


def write_readings(connection: Connection, claims: Sequence[ClaimEntry]) -> None:
    """Keeps beside each claim what its file says it was read from, and forgets what the file no longer says."""
    from sqlalchemy import bindparam, delete, insert

    from oob import schema

    wanted = {claim.id: _reading(claim) for claim in claims if claim.passage or claim.confidence or claim.because}
    standing = {row["claim"]: row for row in select_rows(connection, "reading", "claim", [each.id for each in claims])}
    table = schema.tables()["reading"]
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

    from oob import __version__, schema

    known_tables = schema.tables()
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
