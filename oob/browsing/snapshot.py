"""The catalogue of one moment as a SQLite database for readers: sheets with foreign keys, search, views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from oob.browsing import content
from oob.browsing.content import Content, Row, Value
from oob.browsing.sheets import SHEETS, Sheet
from oob.errors import Refusal
from oob.formats.csv_ import harmless
from oob.names import printable

VIEWS: Final = {
    "claims_with_names": (
        "The claims with every name spelled out, for reading and for a spreadsheet.",
        """
        SELECT claims.id AS claim, claims.says, systems.name AS system, claims.number, operators.name AS operator,
            beneficiaries.name AS beneficiary, claims.places, claims."when", claims.action, claims.stance,
            speakers.name AS speaker, parties.name AS party, reports.name AS told_by, claims.paragraph,
            events.title AS event, owners.name AS owner, suppliers.name AS supplier, opponents.name AS opponent,
            claims.system_text, claims.earliest, claims.latest, claims.note, reports.url, claims.report
        FROM claims
        JOIN reports ON reports.id = claims.report
        JOIN origins ON origins.id = claims.origin
        JOIN sources AS speakers ON speakers.id = origins.speaker
        JOIN sources AS parties ON parties.id = claims.party
        LEFT JOIN systems ON systems.id = claims.system
        LEFT JOIN events ON events.id = claims.event
        LEFT JOIN forces AS operators ON operators.id = claims.operator
        LEFT JOIN forces AS beneficiaries ON beneficiaries.id = claims.beneficiary
        LEFT JOIN forces AS owners ON owners.id = claims.owner
        LEFT JOIN forces AS suppliers ON suppliers.id = claims.supplier
        LEFT JOIN forces AS opponents ON opponents.id = claims.opponent
        """,
    ),
    "reports_with_claims": (
        "Each report: how many claims it makes, on how many words of people, and how many of these are told elsewhere.",
        """
        WITH shared AS (SELECT origin FROM claims GROUP BY origin HAVING count(DISTINCT report) > 1)
        SELECT reports.id AS report, reports.name, reports.title, count(claims.id) AS claims,
            count(DISTINCT claims.origin) AS origins,
            count(DISTINCT claims.origin) FILTER (WHERE claims.origin IN shared) AS origins_told_elsewhere_too,
            count(DISTINCT claims.party) AS parties, reports.repeats
        FROM reports
        LEFT JOIN claims ON claims.report = reports.id
        GROUP BY reports.id
        ORDER BY reports.latest, reports.id
        """,
    ),
    "places_with_claims": (
        "What is alleged to be or to have happened at each place, or on the way to or from it.",
        """
        SELECT places.name AS place, claim_places.role, claims.says, systems.name AS system, claims.number,
            operators.name AS operator, claims."when", claims.stance, claims.id AS claim, places.id AS place_id
        FROM claim_places
        JOIN places ON places.id = claim_places.place
        JOIN claims ON claims.id = claim_places.claim
        LEFT JOIN systems ON systems.id = claims.system
        LEFT JOIN forces AS operators ON operators.id = claims.operator
        ORDER BY places.name, places.id, claims.earliest, claims.id
        """,
    ),
}
"""By name: what a view is for, and its SELECT. None of them adds anything up that could be taken for a holding."""


def write(connection: sqlite3.Connection, catalogue: Content) -> dict[str, int]:
    """Fills an empty database; gives the number of rows of each sheet."""
    with connection:
        connection.execute("BEGIN")
        for sheet in SHEETS:
            connection.execute(_created(sheet))
        counts = {name: _fill(connection, name, rows) for name, rows in content.rows(catalogue)}
        for sheet in SHEETS:
            for column in sheet.columns:
                if column.to:
                    connection.execute(f'CREATE INDEX "{sheet.name}_{column.name}" ON {sheet.name} ("{column.name}")')
        for name, texts in content.searchable(catalogue):
            connection.execute(
                f"CREATE VIRTUAL TABLE {search_of(name)} USING fts5(words, content='', tokenize='{_TOKENS}')"
            )
            numbered = ((at, printable(text)) for at, text in enumerate(texts, 1))
            connection.executemany(f"INSERT INTO {search_of(name)} (rowid, words) VALUES (?, ?)", numbered)
        for name, (_, sql) in VIEWS.items():
            connection.execute(f"CREATE VIEW {name} AS {sql.strip()}")
    return counts


_TOKENS: Final = "unicode61 remove_diacritics 2"


def search_of(sheet: str) -> str:
    """The table by which a sheet is searched; its rows have the numbers of the sheet's."""
    return f"{sheet}_fts"


def _created(sheet: Sheet) -> str:
    columns = [
        f'  "{column.name}" {column.type}' + (f" REFERENCES {column.to} (id)" if column.to else "")
        for column in sheet.columns
    ]
    parts = ",\n".join([*columns, f"  PRIMARY KEY ({', '.join(sheet.key)})"])
    return f"CREATE TABLE {sheet.name} (\n{parts}\n)"


def _fill(connection: sqlite3.Connection, name: str, rows: Iterable[Row]) -> int:
    width = len(next(sheet for sheet in SHEETS if sheet.name == name).columns)
    sql = f"INSERT INTO {name} VALUES ({', '.join('?' * width)})"
    try:
        return connection.executemany(sql, (tuple(map(_shown, row)) for row in rows)).rowcount
    except sqlite3.IntegrityError as error:  # ids of oob's own files cannot do that
        raise Refusal(f"two ids among the {name} differ in nothing that can be seen; somebody tampered") from error


def _shown(value: Value) -> Value:
    """A text as other outputs print it: nothing in it commands a reader's eye, nor the spreadsheet it may end in."""
    return harmless(value) if isinstance(value, str) else value
