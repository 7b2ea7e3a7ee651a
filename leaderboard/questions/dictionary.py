"""The data dictionary: every table, view and macro with its columns, made from the database's own comments."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leaderboard import store, tables

if TYPE_CHECKING:
    import duckdb

_ROWS_LOOKED_AT = 200
_LONGEST_EXAMPLE = 48


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table or view."""

    name: str
    type: str
    meaning: str
    example: str
    """The first value in the order of the table, cut short; empty where none of the first rows has one."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or a view."""

    name: str
    kind: str
    """table or view."""
    meaning: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Macro:
    """A function of the database, for use in SQL."""

    call: str
    meaning: str


def relations(connection: duckdb.DuckDBPyConnection, rows_from: duckdb.DuckDBPyConnection) -> list[Relation]:
    """The tables, then the views, each group by name; `rows_from` is where the rows of the views are `computed`."""
    described = connection.execute(
        "SELECT table_name AS name, 'table' AS kind, comment FROM duckdb_tables() "
        "WHERE database_name = current_database() AND NOT internal UNION ALL "
        "SELECT view_name, 'view', comment FROM duckdb_views() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY kind, name"
    ).fetchall()
    columns = connection.execute(
        "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY table_name, column_index"
    ).fetchall()
    of_relation: dict[str, list[tuple[str, str, str]]] = {}
    for relation, name, kind, meaning in columns:
        of_relation.setdefault(relation, []).append((name, kind, meaning))
    return [
        Relation(name, kind, comment, _columns(rows_from, name, of_relation[name])) for name, kind, comment in described
    ]


def _columns(
    connection: duckdb.DuckDBPyConnection, relation: str, described: Iterable[tuple[str, str, str]]
) -> tuple[Column, ...]:
    rows = connection.sql(f"{store.in_order(relation)} LIMIT {_ROWS_LOOKED_AT}").to_arrow_table()
    private = store.PRIVATE.get(relation, ())
    return tuple(
        Column(name, kind, meaning, "" if name in private else _example(rows[name].to_pylist()))
        for name, kind, meaning in described
    )


def _example(values: list[object]) -> str:
    value = next((value for value in values if value is not None), None)
    text = json.dumps(value) if isinstance(value, bool) else tables.as_text(value)
    return text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 1].rstrip() + "…"


def macros(connection: duckdb.DuckDBPyConnection) -> list[Macro]:
    """The macros by name."""
    found = connection.execute(
        "SELECT function_name, parameters, comment FROM duckdb_functions() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY function_name"
    ).fetchall()
    return [Macro(f"{name}({', '.join(parameters)})", comment) for name, parameters, comment in found]
