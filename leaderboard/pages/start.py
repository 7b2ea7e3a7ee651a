"""The start page."""

from __future__ import annotations

from leaderboard import charts
from leaderboard.content import Content, Row
from leaderboard.pages.boards import sections
from leaderboard.pages.page import FEWEST_FOR_CHART, Page

BUSIEST = 12
LATEST = 10
MOST_SOURCES = 12


def start(content: Content) -> Page:
    """The start page: totals, search, the busiest boards, the latest bests, what it was built from."""
    fullest = []
    for benchmark in content.benchmarks:
        found = sections(content.boards.get(benchmark["benchmark"], []))
        if found:
            fullest.append(benchmark | {"board": found[0]})
    # The sort is stable: of equal boards the benchmark of most papers comes first.
    fullest.sort(key=lambda benchmark: -len(benchmark["board"]["rows"]))
    busiest = [benchmark | {"spark": _spark(benchmark["board"], content)} for benchmark in fullest[:BUSIEST]]
    return Page(
        "index.html",
        "start.html",
        {
            "busiest": busiest,
            "latest": content.records[:LATEST],
            "totals": content.totals,
            "sources": content.sources[:MOST_SOURCES],
            "more_sources": max(0, len(content.sources) - MOST_SOURCES),
            "largest_speedup": next((row for row in content.by_kind["speedups"] if row["factor"] is not None), None),
        },
    )


def _spark(section: Row, content: Content) -> Row | None:
    """The small chart of a board: own results by date with the frontier, where they have dates, else all by rank."""
    rows = section["rows"]
    if len(rows) < FEWEST_FOR_CHART:
        return None
    best: list[float] = []
    if charts.shows_progress(rows, content.frontier):
        rows = sorted(
            (row for row in rows if row["claim_id"] in content.frontier),
            key=lambda row: (row["published"], row["rank"], row["claim_id"]),
        )
        best = [content.frontier[row["claim_id"]] for row in rows]
    return charts.sparkline([row["board_value"] for row in rows], best, [row["role"] == "own" for row in rows])
