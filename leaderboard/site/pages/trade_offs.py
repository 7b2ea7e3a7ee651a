"""Quality against what it takes: papers that state a change of quality beside a speedup, a saving or a cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaderboard.site import charts
from leaderboard.site.content import Content, Row
from leaderboard.site.pages.page import FEWEST_FOR_CHART, Page, chart, paginated

FILES = {"speedup": "trade-offs", "saving": "trade-offs-savings", "cost": "trade-offs-costs"}
SCRIPT = "trade-offs-data.js"
CHARTS: dict[str, charts.ChartKind] = {"speedup": "speedup-gain", "saving": "saving-gain", "cost": "cost-gain"}
MOST_COST_CHARTS = 3
FEWEST_COSTS = 5
"""Costs share an axis only in one resource and unit; of fewer, the table says as much."""


def pages(content: Content) -> Iterator[Page]:
    """For each kind a scatter with a point for each paper, and all papers in a table."""
    for kind, file in FILES.items():
        drawn = [
            chart(CHARTS[kind], _marks(rows), _label(rows, of), f"trade-offs-{source}") | {"source": source, "of": of}
            for source, of, rows in _charted(kind, content)
        ]
        yield from paginated(file, "trade-offs.html", content.trade_offs[kind], {"kind": kind}, drawn)


def chart_rows(content: Content) -> dict[str, list[charts.Row]]:
    """The rows of every chart of these pages, with both sentences, by the chart's name."""
    return {source: _marks(rows) for kind in FILES for source, _, rows in _charted(kind, content)}


def _charted(kind: str, content: Content) -> Iterator[tuple[str, str, list[Row]]]:
    """The charts of a kind: their name, what is measured, and the rows of papers that share its axes."""
    rows = [row for row in content.trade_offs[kind] if row["on_chart"]]
    if kind != "cost":
        if len(rows) >= FEWEST_FOR_CHART:
            yield kind, f"{kind}s", rows
        return
    counted = Counter((row["resource"], row["amount_unit"]) for row in rows if row["resource"])
    frequent = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_COST_CHARTS]
    for place, ((resource, unit), count) in enumerate(frequent):
        if count >= FEWEST_COSTS:
            measured = f"{resource} in {unit}" if unit != "count" else resource
            of_these = [row for row in rows if (row["resource"], row["amount_unit"]) == (resource, unit)]
            yield f"cost-{place}", measured, of_these


def _marks(rows: list[Row]) -> list[charts.Row]:
    return [
        {
            "id": row["claim_id"],
            "label": row["taken"]["method_label"],
            "unit": row["gain_unit"],
            "amount": row["amount"],
            "gain": row["gain"],
            "shown": _shown(row),
            "href": row["gained"]["href"],
            "paper": row["taken"]["paper"]["title"],
            "sentences": list(dict.fromkeys((row["gained"]["sentence"], row["taken"]["sentence"]))),
        }
        for row in rows
    ]


def _shown(row: Row) -> str:
    of = f" ({row['resource']})" if row["resource"] else ""
    return f"{row['gained']['shown']} · {row['kind']} {row['taken']['shown']}{of}"


def _label(rows: list[Row], of: str) -> str:
    better = sum(row["gain"] > 0 for row in rows)
    return (
        f"{len(rows)} papers by {of} and the change of quality that they state beside it: "
        f"{better} state a better quality, {len(rows) - better} the same or a worse one. "
        "The table below holds the same figures."
    )
