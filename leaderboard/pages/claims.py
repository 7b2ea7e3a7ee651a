"""Claims that are no scores: speedups, savings, costs and gains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from leaderboard import charts
from leaderboard.content import Content, Row
from leaderboard.pages.page import Page, chart, paginated

MOST_MEASURES = 12


def speedups(content: Content) -> Iterator[Page]:
    """Speedups, largest first, with how they spread."""
    rows = content.by_kind["speedups"]
    sized = [row for row in rows if row["factor"] is not None]
    kind, marks = charts.distribution(sized, "factor", charts.factor_edges(row["factor"] for row in sized), "×")
    drawn = chart(kind, marks, f"How {len(sized)} speedups spread, as factors. The table below holds the same figures.")
    return paginated("speedups", "claims.html", rows, {"kind": "speedup", "chart": drawn if sized else None})


def savings(content: Content) -> Iterator[Page]:
    """Savings, largest share first, with how they spread."""
    rows = content.by_kind["savings"]
    sized = [row for row in rows if row["saved_percent"] is not None]
    kind, marks = charts.distribution(sized, "saved_percent", [float(edge) for edge in range(0, 100, 10)], "%")
    drawn = chart(kind, marks, f"How {len(sized)} savings spread, in percent. The table below holds the same figures.")
    return paginated("savings", "claims.html", rows, {"kind": "saving", "chart": drawn if sized else None})


def costs(content: Content) -> Iterator[Page]:
    """Costs by resource, with how often each is stated."""
    rows = content.by_kind["costs"]
    return paginated("costs", "claims.html", rows, {"kind": "cost", "chart": _measure_chart(rows, "Costs")})


def gains(content: Content) -> Iterator[Page]:
    """Gains of quality by benchmark and metric, with how often each metric is stated."""
    rows = content.by_kind["gains"]
    return paginated("gains", "claims.html", rows, {"kind": "gain", "chart": _measure_chart(rows, "Gains")})


def _measure_chart(rows: Sequence[Row], what: str) -> Row | None:
    counted = Counter(row["metric"] for row in rows if row["metric"])
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_MEASURES]
    if not most:
        return None
    kind, marks = charts.counts(most)
    listed = ", ".join(f"{name} {count}" for name, count in most)
    return chart(kind, marks, f"{what} by what is measured, the {len(most)} most frequent: {listed}.")
