"""Results in the formats of other systems, from the view `results`; for each a module with one function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, where: str = "true") -> Iterator[Row]:
    """The rows of the view `results` in its order; `where` is a condition in SQL, from our own code only."""
    yield from connection.sql(f"SELECT * FROM results WHERE {where}").to_arrow_table().to_pylist()
