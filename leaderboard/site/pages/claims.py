"""Gains of quality, and the chart of what claims are measured in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from leaderboard.site import charts
from leaderboard.site.content import Content, Row
from leaderboard.site.pages.page import Page, chart, paginated

MOST_MEASURES = 12


def gains(content: Content) -> Iterator[Page]:
    """Gains of quality by benchmark and metric, with how often each metric is stated."""
    rows = content.by_kind["gains"]
    return paginated(
        "gains", "claims.html", rows, {"kind": "gain", "resources": []}, measure_charts(rows, "Gains", "gains")
    )


def measure_charts(rows: Sequence[Row], what: str, file: str) -> list[Row]:
    """Bars of what is measured most often, in the order of frequency; no chart where nothing is named."""
    counted = Counter(row["metric"] for row in rows if row["metric"])
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_MEASURES]
    if not most:
        return []
    kind, marks = charts.counts(most)
    listed = ", ".join(f"{name} {count}" for name, count in most)
    return [chart(kind, marks, f"{what} by what is measured, the {len(most)} most frequent: {listed}.", file)]
