"""The evaluation-tables JSON of Papers with Code: tasks, their datasets, and the ranked rows on each.

Keys and nesting follow the dump that it published and the loader of the package sota-extractor (TaskSchema).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from leaderboard import exchange
from leaderboard.exchange import Row

if TYPE_CHECKING:
    import duckdb

EXTRA_DATA = "extra data"
"""The setting that the format has a field of its own for."""


def tables(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """One object for each task. A setting other than extra data makes a subdataset: `MMLU (5-shot)` of MMLU."""
    ranked = exchange.rows(connection, "rank IS NOT NULL")
    return [_task(task, list(rows)) for task, rows in groupby(ranked, key=lambda row: row["task"])]


def _task(task: str, rows: list[Row]) -> dict[str, Any]:
    datasets = [_dataset(name, list(group)) for name, group in groupby(rows, key=lambda row: row["benchmark"])]
    return {
        "task": task,
        "description": "",
        "categories": [],
        "synonyms": [],
        "source_link": None,
        "datasets": datasets,
        "subtasks": [],
    }


def _dataset(name: str, rows: list[Row]) -> dict[str, Any]:
    source = rows[0]["benchmark_source"]
    settings = sorted({row["setting"] for row in rows} - {None, EXTRA_DATA})
    return {
        "dataset": name,
        "description": "",
        "dataset_links": [{"title": name, "url": source}] if source else [],
        "dataset_citations": [],
        "sota": _sota([row for row in rows if row["setting"] in (None, EXTRA_DATA)]),
        "subdatasets": [
            {
                "subdataset": f"{name} ({setting})",
                "description": "",
                "dataset_links": [],
                "dataset_citations": [],
                "sota": _sota([row for row in rows if row["setting"] == setting]),
                "subdatasets": [],
            }
            for setting in settings
        ],
    }


def _sota(rows: list[Row]) -> dict[str, Any]:
    """A line for each method, paper and use of extra data, with all its metrics."""
    lines: dict[tuple[str, str, bool], dict[str, Any]] = {}
    for row in rows:
        line = lines.setdefault((row["method"], row["paper_id"], row["extra_data"]), _line(row))
        line["metrics"][row["metric"]] = row["value_text"]
    return {"metrics": sorted({row["metric"] for row in rows}), "rows": list(lines.values())}


def _line(row: Row) -> dict[str, Any]:
    return {
        "model_name": row["method"],
        "paper_title": row["title"],
        "paper_url": row["url"] or "",
        "paper_date": row["published"].isoformat() if row["published"] else None,
        "code_links": [{"title": "code", "url": row["code_url"]}] if row["code_url"] else [],
        "model_links": [],
        "metrics": {},
        "uses_additional_data": row["extra_data"],
    }
