"""Records of Every Eval Ever 0.3, as its eval.schema.json defines them: one for each paper and method."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from leaderboard import exchange
from leaderboard.exchange import Row

if TYPE_CHECKING:
    import duckdb

SCHEMA_VERSION = "0.3.0"
_RELATIONSHIPS = {"own": "first_party", "baseline": "third_party"}
_UNITS = {"%": "percent"}


def records(connection: duckdb.DuckDBPyConnection, retrieved: int) -> list[dict[str, Any]]:
    """The records by paper and method: own claims as first-party documentation, quoted ones as third-party.

    `retrieved` is the time of making them, in seconds of Unix time.
    """

    def source(row: Row) -> tuple[str, str, str]:
        return row["paper_id"], row["method"], row["role"]

    rows = sorted(exchange.rows(connection), key=source)
    return [_record(list(group), retrieved) for _, group in groupby(rows, key=source)]


def _record(rows: list[Row], retrieved: int) -> dict[str, Any]:
    first = rows[0]
    model = f"unknown/{'-'.join(first['method'].split())}"
    organization = {"source_organization_url": first["url"]} if first["url"] else {}
    return {
        "schema_version": SCHEMA_VERSION,
        "evaluation_id": f"{first['paper_id']}/{model}/{retrieved}",
        "retrieved_timestamp": str(retrieved),
        "source_metadata": {
            "source_name": first["title"],
            "source_type": "documentation",
            "source_organization_name": "unknown",
            **organization,
            "evaluator_relationship": _RELATIONSHIPS[first["role"]],
        },
        "eval_library": {"name": "unknown", "version": "unknown"},
        "model_info": {
            "name": first["method"],
            "id": model,
            "additional_details": {"deployment_type": "unknown", "model_availability": "unknown"},
        },
        "evaluation_results": [_result(row) for row in rows],
    }


def _result(row: Row) -> dict[str, Any]:
    setting = f" ({row['setting']})" if row["setting"] else ""
    unit = {"metric_unit": _UNITS.get(row["unit"], row["unit"])} if row["unit"] else {}
    return {
        "evaluation_result_id": row["claim_id"],
        "evaluation_name": f"{row['benchmark']}{setting}",
        "source_data": _source_data(row),
        "metric_config": {
            "metric_name": row["metric"],
            **unit,
            "lower_is_better": row["lower_is_better"],
            "score_type": "continuous",
            "min_score": row["low"],
            "max_score": row["high"],
        },
        "score_details": {"score": row["value"], "details": _details(row)},
    }


def _source_data(row: Row) -> dict[str, Any]:
    if row["benchmark_source"]:
        return {"dataset_name": row["benchmark"], "source_type": "url", "url": [row["benchmark_source"]]}
    return {"dataset_name": row["benchmark"], "source_type": "other"}


def _details(row: Row) -> dict[str, str]:
    """What the number alone does not say: bound, range, setting, the sentence and how sure its reading is."""
    found = {"stated": row["value_text"], "sentence": row["sentence"], "confidence": str(row["confidence"])}
    return found | ({"setting": row["setting"]} if row["setting"] else {})
