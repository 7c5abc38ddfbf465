"""parquet/: the tables again for programs that compute, with types that CSV has not, and texts as they are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from types import ModuleType
from typing import Any, Final

from oob import extras
from oob.errors import Refusal
from oob.export import columns, tables
from oob.export.columns import Described, Kind
from oob.export.rows import File, Row
from oob.names import printable
from oob.store import Reader

_TYPES: Final = {"text": "string", "integer": "int64", "number": "float64", "flag": "bool_", "date": "date32"}
"""What pyarrow calls them."""


def files(reader: Reader) -> list[File]:
    """Every table as Parquet.

    Raises Refusal where the package that writes it is not there, and where a value is none of its column's kind.
    """
    for module in ("pyarrow", "pyarrow.parquet"):
        extras.need(module, extra="parquet", what="Parquet files")
    return [(f"parquet/{name}.parquet", _table(name, tables.table(reader, name))) for name in tables.names()]


def _table(name: str, rows: Sequence[Row]) -> bytes:
    import pyarrow
    import pyarrow.parquet

    told = columns.columns(name)
    schema = pyarrow.schema(
        [_field(column, pyarrow) for column in told], metadata={"name": name, "description": columns.title(name)}
    )
    arrays = [_array(column, rows, schema.field(column.name).type, name) for column in told]
    file = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), file, compression="zstd")
    return file.getvalue()


def _array(column: Described, rows: Sequence[Row], kind: Any, table: str) -> Any:
    """A column's values. SQLite keeps whatever it is given: what is of another type is refused."""
    import pyarrow

    try:
        return pyarrow.array([_value(row[column.name], column.kind) for row in rows], kind)
    except (pyarrow.ArrowException, ValueError) as error:
        raise Refusal(f"{table}.{column.name} holds what is no {column.kind}: {printable(str(error))}") from error


def _field(column: Described, pyarrow: ModuleType) -> Any:
    kind = getattr(pyarrow, _TYPES[column.kind])()
    return pyarrow.field(column.name, kind, not column.required, {"description": column.meaning})


def _value(value: Any, kind: Kind) -> Any:
    if value is None:
        return None
    match kind:
        case "flag":
            return bool(value)
        case "date":
            return date.fromisoformat(value)
        case _:
            return value
