"""What a paper claims for its own models as Hugging Face keeps it: `model-index` of cards, `.eval_results` files."""

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

    rows = sorted(exchange.rows(connection, "role = 'own'"), key=_model)
    return "".join(_document(list(group)) for _, group in groupby(rows, key=_model))


def eval_results(connection: duckdb.DuckDBPyConnection) -> str:
    """A YAML document for each method and paper, each a file for the folder `.eval_results` of the model's repository.

    Only what the Hub's benchmarks can hold: plain figures in the metric of a task that the lexicon has the id of. They
    carry no date, for an abstract does not say when a model was evaluated. The comment above names method and paper.
    The format is that of huggingface.co/docs/hub/eval-results.
    """
    plain = "role = 'own' AND hub_task IS NOT NULL AND bound IS NULL AND value_to IS NULL"
    documents = []
    for (method, _), group in groupby(sorted(exchange.rows(connection, plain), key=_model), key=_model):
        rows = list(group)
        lines = "".join(f"{line}\n" for line in _yaml([_eval_result(row) for row in rows]))
        documents.append(f"---\n# {json.dumps(method)} of {json.dumps(rows[0]['title'])}\n{lines}")
    return "".join(documents)


def _eval_result(row: Row) -> dict[str, Any]:
    result = {"dataset": {"id": row["hub_dataset"], "task_id": row["hub_task"]}, "value": row["value"]}
    return result | _source(row) | ({"notes": row["setting"]} if row["setting"] else {})


def _model(row: Row) -> tuple[str, str]:
    return row["method"], row["paper_id"]


def _source(row: Row) -> dict[str, Any]:
    # The Hub takes no name of a source without its address.
    return {"source": {"url": row["url"], "name": row["title"]}} if row["url"] else {}


def _document(rows: list[Row]) -> str:
    def place(row: Row) -> tuple[str, str]:
        return row["benchmark"], row["setting"] or ""

    results = [_result(list(group)) for _, group in groupby(sorted(rows, key=place), key=place)]
    index = {"model-index": [{"name": rows[0]["method"], "results": results}]}
    return "---\n" + "".join(f"{line}\n" for line in _yaml(index))


def _result(rows: list[Row]) -> dict[str, Any]:
    first = rows[0]
    dataset = {"type": first["hub_dataset"] or _identifier(first["benchmark"]), "name": first["benchmark"]}
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
    return result | _source(first)


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
