"""How oob bears a hundred thousand claims, against raw sqlite3 doing the least possible of the same work.

    python tests/bench/claims.py [--claims 100000] [--runs 7] [--only load,inventory,conflicts,claims]

The catalogue is generated, the same one every time (generate.py). The floors do without all that oob is for: they parse
no wording, check nothing, resolve no name, keep no constraint and count one statement as often as it is repeated.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from generate import generate
from measure import OOB, Run, in_turn, prepare, program, ratio, seconds, setting, table

FACTION = "lna"

GROUPED = """
WITH RECURSIVE mine(id) AS (VALUES (?) UNION SELECT force.id FROM force JOIN mine ON part_of = mine.id)
SELECT operator, system, count(*), min(count_low), max(count_high), min(earliest), max(latest) FROM claim
WHERE withdrawn IS NULL AND (operator IN mine OR owner IN mine OR beneficiary IN mine) GROUP BY operator, system
"""
ALL_GROUPED = """
SELECT operator, system, count(*), min(count_low), max(count_high), min(earliest), max(latest) FROM claim
WHERE withdrawn IS NULL GROUP BY operator, system
"""
ALL = "SELECT * FROM claim ORDER BY report, paragraph, key"
RAW = """\
import csv, sqlite3, sys
database, sql, *values = sys.argv[1:]
csv.writer(sys.stdout).writerows(sqlite3.connect(database).execute(sql, values))
"""


class Bench:
    """A folder with the generated files, an empty database, and one that they were loaded into."""

    def __init__(self, folder: Path, claims: int) -> None:
        self.files = generate(folder / "files", claims)
        self.empty, self.loaded, self.raw = (folder / name for name in ("empty.db", "loaded.db", "raw.db"))
        self.environment = prepare(self.loaded)
        self.command = folder / "command.py"
        self.command.write_text(OOB, "utf-8")
        self.script = folder / "raw.py"
        self.script.write_text(RAW, "utf-8")
        self.oob("database", "create", "--empty", "--db", self.empty)()
        self.load()
        self.rows = dict(_rows(self.loaded))
        self.indexes = list(_indexes(self.loaded))

    def oob(self, *words: str | Path) -> Run:
        """A run of the command `oob`."""
        return program([self.command, *words], self.environment)

    def sqlite(self, *words: str | Path) -> Run:
        """A run of a script that prints what a SELECT gives as CSV."""
        return program([self.script, self.loaded, *words], self.environment)

    def load(self) -> None:
        """All files into an empty database."""
        shutil.copy(self.empty, self.loaded)
        self.oob("load", *self.files[:2], self.files[2].parent)()

    def write(self) -> None:
        """The rows that the files come to into a database without constraints, then the same indexes."""
        self.raw.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.raw)) as connection, connection:
            for name, (columns, rows) in self.rows.items():
                connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
                connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)
            for sql in self.indexes:
                connection.execute(sql)

    def parse(self) -> None:
        """The files through the YAML parser alone, its events thrown away."""
        import yaml

        for path in self.files:
            for _ in yaml.parse(path.read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
                pass

    def things(self) -> Mapping[str, Mapping[str, Run]]:
        """What is measured, the oob of it first; each is compared with those below it."""
        return {
            "load": {
                "oob load": self.load,
                "sqlite3: the same rows, executemany, then indexes": self.write,
                "yaml.parse of the files, C parser, nothing else": self.parse,
            },
            "inventory": {
                f"oob inventory {FACTION} --format csv": self.oob("inventory", FACTION, "--format", "csv"),
                "sqlite3: the same faction's claims by index, GROUP BY": self.sqlite(GROUPED, FACTION),
            },
            "conflicts": {
                "oob conflicts --format csv: the inventory of all forces": self.oob("conflicts", "--format", "csv"),
                "sqlite3: all claims, GROUP BY": self.sqlite(ALL_GROUPED),
            },
            "claims": {
                "oob claims --format csv: all of them": self.oob("claims", "--format", "csv"),
                "sqlite3: csv.writerows(cursor)": self.sqlite(ALL),
            },
        }


def _rows(database: Path) -> Iterator[tuple[str, tuple[list[str], list[tuple[object, ...]]]]]:
    """By table: its columns, quoted, and rows."""
    with closing(sqlite3.connect(database)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            cursor = connection.execute(f"SELECT * FROM {name}")
            yield name, ([f'"{column[0]}"' for column in cursor.description], cursor.fetchall())


def _indexes(database: Path) -> Iterator[str]:
    """The indexes that the catalogue has, those of primary keys among them."""
    with closing(sqlite3.connect(database)) as connection:
        yield from (sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index'") if sql)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            parts = sorted((at, column) for _, column, *_, at in connection.execute(f"PRAGMA table_info({name})") if at)
            yield f"CREATE UNIQUE INDEX key_{name} ON {name} ({', '.join(column for _, column in parts)})"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default="load,inventory,conflicts,claims")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), wanted.claims)
        counts = {name: len(rows) for name, (_, rows) in bench.rows.items()}
        size = sum(path.stat().st_size for path in bench.files) / 1e6
        print(
            f"{counts['claim']:,} claims in {counts['report']:,} reports ({size:.1f} MB of YAML), {counts['origin']:,}"
            f" origins, {counts['event']:,} events, {counts['force']:,} forces, {counts['place']:,} places.\n"
        )
        print(setting(wanted.runs), "\n")
        rows = []
        for name, things in bench.things().items():
            if name in wanted.only.split(","):
                times = in_turn(wanted.runs, things, warm=name != "load")
                mine = next(iter(times.values()))
                rows += [
                    [what, seconds(taken), "" if taken is mine else ratio(mine, taken)] for what, taken in times.items()
                ]
        print(table(["", "takes", "oob takes times that"], rows))


if __name__ == "__main__":
    main()
