"""The page on SQL: worked examples with answers, the tables and columns, and where they were asked for, a console."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import duckdb

from leaderboard import store, tables
from leaderboard.questions import examples
from leaderboard.questions.dictionary import Macro, Relation
from leaderboard.site.content import Row
from leaderboard.site.pages.page import Page

FOLDER = "sql"
"""Where the site has what the console loads."""


def sql_page(
    connection: duckdb.DuckDBPyConnection, relations: Iterable[Relation], macros: Iterable[Macro], console: int | None
) -> Page:
    """The page; `console` is how many bytes the console loads at most, None where the site has none."""
    return Page(
        "sql.html",
        "sql.html",
        {
            "examples": _answered(connection),
            "relations": [(asdict(relation), _published(relation)) for relation in relations],
            "macros": [asdict(macro) for macro in macros],
            "console": console,
            "folder": FOLDER,
        },
    )


def _published(relation: Relation) -> list[Row]:
    private = store.PRIVATE.get(relation.name, ())
    return [{"name": column.name, "type": column.type} for column in relation.columns if column.name not in private]


def _answered(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """The worked examples; for those to be shown, the answer's columns and rows, each cell as text."""
    found = []
    for example in examples.examples():
        answer = connection.sql(example.sql).to_arrow_table() if example.shown else None
        found.append(
            {
                "title": example.title,
                "question": example.question,
                "sql": example.sql,
                "columns": [(field.name, tables.is_number(field.type)) for field in answer.schema] if answer else [],
                "rows": list(tables.text_rows(answer)) if answer else [],
                "shown": example.shown,
            }
        )
    return found
