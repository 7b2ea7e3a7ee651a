"""Answers to SQL that anyone may have written: only the database is in its reach, its time and size are limited."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from leaderboard import store
from leaderboard.errors import InputError

MOST_ROWS = 5_000_000
"""More than this is no answer to read, and would not fit into memory either."""
SECONDS = 60.0
MEMORY = "2GB"
_BATCH = 100_000


def answer(
    connection: duckdb.DuckDBPyConnection,
    statement: str,
    seconds: float = SECONDS,
    memory: str = MEMORY,
    *,
    external: bool = False,
) -> pa.Table | None:
    """The rows that an SQL statement gives; None for one that gives none.

    Unless `external` is true it can neither read nor write files, nor load extensions. Raises InputError for what
    DuckDB refuses, for more than `MOST_ROWS` rows, and for what takes longer than `seconds` or more than `memory`;
    duckdb.Error where the file is damaged (see `store.opened`).
    """
    if not external:
        connection.execute("SET enable_external_access = false")
    try:
        connection.execute(f"SET memory_limit = '{duckdb_size(memory)}'")
        connection.execute("SET lock_configuration = true")
        if any(one.type == duckdb.StatementType.SELECT for one in connection.extract_statements(statement)[:-1]):
            raise InputError("asks several questions at once, of which only the last would be answered; ask one by one")
        with _interrupted_after(connection, seconds):
            asked = connection.sql(statement)
            return None if asked is None else _collected(asked)
    except duckdb.InterruptException as error:
        raise InputError(f"stopped after {seconds:g} s; give it more with --timeout, or ask for less") from error
    except duckdb.OutOfMemoryException as error:
        raise InputError(f"needs more than {memory} of memory; give it more with --memory, or ask for less") from error
    except duckdb.PermissionException as error:
        raise InputError(f"{error}\nWith --allow-external a query may read and write files") from error
    except duckdb.Error as error:
        if store.tells_damage(error):
            raise
        raise InputError(str(error)) from error


def duckdb_size(text: str) -> str:
    """`text` if it is an amount of memory as DuckDB writes it (`2GB`). Raises InputError for anything else."""
    number = text.strip().removesuffix("B").rstrip("KMGT")
    if not number.replace(".", "", 1).isdigit() or not text.strip().endswith("B"):
        raise InputError(f"{text!r} is no amount of memory; write it as 500MB or 2GB")
    return text.strip()


def _collected(asked: duckdb.DuckDBPyRelation) -> pa.Table:
    reader = asked.to_arrow_reader(_BATCH)
    batches: list[pa.RecordBatch] = []
    rows = 0
    for batch in reader:
        rows += batch.num_rows
        if rows > MOST_ROWS:
            raise InputError(f"the answer has more than {MOST_ROWS:,} rows; add a LIMIT")
        batches.append(batch)
    return pa.Table.from_batches(batches, reader.schema)


@contextmanager
def _interrupted_after(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), connection.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
