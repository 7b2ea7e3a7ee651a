"""The database as a browser loads it: each table as a compressed Arrow stream, and the SQL that makes the rest."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from leaderboard import store
from leaderboard.resources import folder

CATALOGUE = "database.json"
"""What there is: the tables' files, and statements in the order in which they can run."""

_MADE = re.compile(r"CREATE (VIEW|MACRO) (\w+)")
_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"--.*")
_COMPRESSION = 6


def write(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Write the tables, without the columns in `store.PRIVATE`, and the catalogue into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for table in store.TABLES:
        (target / f"{table}.arrow.gz").write_bytes(gzip.compress(_stream(connection, table), _COMPRESSION, mtime=0))
    # A size of its own for each table: what a question takes is said before it is loaded.
    sizes = {table: (target / f"{table}.arrow.gz").stat().st_size for table in store.TABLES}
    catalogue = {"tables": sizes, "made": statements()}
    (target / CATALOGUE).write_text(json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _stream(connection: duckdb.DuckDBPyConnection, table: str) -> bytes:
    # Of one batch, as the browser's reader wants it.
    rows = connection.sql(store.in_order(table, store.PRIVATE.get(table, ()))).to_arrow_table().combine_chunks()
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, rows.schema) as writer:
        writer.write_table(rows)
    return out.getvalue().to_pybytes()  # type: ignore[no-any-return]


def statements() -> list[dict[str, Any]]:
    """What `queries/views` makes, in order: `name`, `sql`, and `needs`, the tables and earlier names that it reads.

    A view is made as a table: a browser takes a second to plan some of them, and then answers from the rows at once.
    """
    needs: dict[str, set[str]] = {table: set() for table in store.TABLES}
    made = []
    for path in sorted((folder("queries") / "views").glob("*.sql")):
        for statement in duckdb.extract_statements(path.read_text(encoding="utf-8")):
            sql = statement.query.strip()
            found = _MADE.match(sql)
            if found is None:
                continue
            kind, name = found.groups()
            direct = set(_WORD.findall(_COMMENT.sub("", sql))) & needs.keys()
            needs[name] = direct.union(*(needs[each] for each in direct))
            if kind == "VIEW":
                sql = sql.replace("CREATE VIEW", "CREATE TABLE", 1)
            made.append({"name": name, "sql": sql, "needs": [each for each in needs if each in needs[name]]})
    return made
