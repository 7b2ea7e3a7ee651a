"""The `model-index` of Hugging Face model cards: what a paper claims for its own models, in YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from leaderboard import exchange
from leaderboard.exchange import Row

if TYPE_CHECKING:
    import duckdb


def model_indexes(connection: duckdb.DuckDBPyConnection) -> str:
    """A YAML document for each method and paper, each the front matter to paste into the model's card.

    Values are on the scale of our boards, percentages from 0 to 100.
    """

    def model(row: Row) -> tuple[str, str]:
        return row["method"], row["paper_id"]

    rows = sorted(exchange.rows(connection, "role = 'own'"), key=model)
    return "".join(_document(list(group)) for _, group in groupby(rows, key=model))


def _document(rows: list[Row]) -> str:
    def place(row: Row) -> tuple[str, str]:
        return row["benchmark"], row["setting"] or ""

    results = [_result(list(group)) for _, group in groupby(sorted(rows, key=place), key=place)]
    index = {"model-index": [{"name": rows[0]["method"], "results": results}]}
    return "---\n" + "".join(f"{line}\n" for line in _yaml(index))


def _result(rows: list[Row]) -> dict[str, Any]:
    first = rows[0]
    dataset = {"type": _identifier(first["benchmark"]), "name": first["benchmark"]}
    if first["setting"]:
        dataset["config"] = first["setting"]
    result: dict[str, Any] = {
        "task": {"type": _identifier(first["task"]), "name": first["task"]},
        "dataset": dataset,
        "metrics": [
            {"type": _identifier(row["metric"]), "name": row["metric"], "value": row["value"], "verified": False}
            for row in rows
        ],
    }
    # The Hub takes no name of a source without its address.
    return result | ({"source": {"name": first["title"], "url": first["url"]}} if first["url"] else {})


def _identifier(name: str) -> str:
    return re.sub(r"[^a-z0-9@.]+", "-", name.lower()).strip("-") or "other"


def _yaml(value: Any) -> Iterator[str]:
    """Block YAML of objects and lists; single values are written as JSON, which YAML reads."""
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list):
                yield f"{key}:"
                yield from (f"  {line}" for line in _yaml(item))
            else:
                yield f"{key}: {json.dumps(item, ensure_ascii=True)}"
    else:
        for item in value:
            first, *rest = _yaml(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
