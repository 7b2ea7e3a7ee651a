"""Reads a published database with whatever DuckDB is installed: `make soak` runs it with 1.4, the oldest supported.

It needs nothing but duckdb: python tests/older_duckdb.py build/site/data/leaderboard.duckdb
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

EXAMPLES = Path(__file__).resolve().parents[1] / "queries" / "examples.sql"


def main(path: str) -> None:
    """Read every table and view of the file, and ask every worked example. Any error ends the program."""
    with duckdb.connect(path, read_only=True) as connection:
        names = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal "
            "UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1"
        ).fetchall()
        rows = sum(len(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names)
        statements = [each for each in EXAMPLES.read_text(encoding="utf-8").split(";\n") if each.strip()]
        answers = sum(len(connection.execute(statement).fetchall()) for statement in statements)
    print(f"DuckDB {duckdb.__version__}: {rows} rows in {len(names)} tables and views")
    print(f"{len(statements)} examples, {answers} rows")


if __name__ == "__main__":
    main(sys.argv[1])
