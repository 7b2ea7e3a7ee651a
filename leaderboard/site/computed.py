"""A database whose views are worked out once: most build on others, and a site reads each of them many times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from leaderboard import store
from leaderboard.site.browser_database import statements


@contextmanager
def computed(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in memory to the content of the database file that `connection` has open.

    Tables are read from the file; every view is a table, with the rows that it has, in its order. It has no comments.
    """
    path = store.path_of(connection)
    with store.in_memory() as memory:
        memory.execute(f"ATTACH {store.quoted(path)} AS source (READ_ONLY)")
        for table in store.TABLES:
            memory.execute(f"CREATE VIEW {table} AS SELECT * FROM source.{table}")
        for each in statements():
            memory.execute(each["sql"])
        yield memory
