"""The evaluation-tables JSON of Papers with Code: tasks, their datasets, and the ranked rows on each.

Keys and nesting follow the dump that it published and the loader of the package sota-extractor (TaskSchema).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from leaderboard import exchange
from leaderboard.exchange import Row
from leaderboard.lexicon import settings

if TYPE_CHECKING:
    import duckdb

_HIGHEST_SHARE = 100


def tables(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """One object for each task. Settings other than extra data make a subdataset: `MMLU (5-shot, 4-bit)` of MMLU."""
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
    parts = {part: [row for row in rows if _part(row) == part] for part in sorted({*map(_part, rows)})}
    return {
        "dataset": name,
        "description": "",
        "dataset_links": [{"title": name, "url": source}] if source else [],
        "dataset_citations": [],
        "sota": _sota(parts.pop("", [])),
        "subdatasets": [
            {
                "subdataset": f"{name} ({part})",
                "description": "",
                "dataset_links": [],
                "dataset_citations": [],
                "sota": _sota(of_part),
                "subdatasets": [],
            }
            for part, of_part in parts.items()
        ],
    }


def _part(row: Row) -> str:
    """The settings that make a subdataset, all but extra data, which has a field of its own; empty where none does."""
    return settings.joined(one for one in settings.separate(row["setting"]) if one != settings.EXTRA_DATA) or ""


def _sota(rows: list[Row]) -> dict[str, Any]:
    """A line for each method, paper and use of extra data, with all its metrics."""
    lines: dict[tuple[str, str, bool], dict[str, Any]] = {}
    for row in rows:
        line = lines.setdefault((row["method"], row["paper_id"], row["extra_data"]), _line(row))
        # The best of its rows comes first.
        line["metrics"].setdefault(row["metric"], _figure(row))
    return {"metrics": sorted({row["metric"] for row in rows}), "rows": list(lines.values())}


def _figure(row: Row) -> str:
    """The value in words; a share below 1% says so, for readers take a bare 0.8 for 80%."""
    ends = [abs(end) for end in (row["value"], row["value_to"]) if end is not None]
    is_bare_share = row["unit"] is None and row["high"] == _HIGHEST_SHARE
    return f"{row['value_text']}%" if is_bare_share and max(ends) <= 1 else str(row["value_text"])


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
