"""The start page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from leaderboard.site import cards
from leaderboard.site.content import Content, Row
from leaderboard.site.pages.boards import sections, small_chart
from leaderboard.site.pages.page import Page

BUSIEST = 12
LATEST = 10
MOST_SOURCES = 12
QUESTION = "What is the best result, by whom, and who says so?"
"""What the site answers."""


def busiest(content: Content) -> list[Row]:
    """The benchmarks that have a board, the fullest first: each with that `board`."""
    fullest = []
    for benchmark in content.benchmarks:
        found = sections(content.boards.get(benchmark["benchmark"], []))
        if found:
            fullest.append(benchmark | {"board": found[0]})
    # The sort is stable: of equal boards the benchmark of most papers comes first.
    return sorted(fullest, key=lambda benchmark: -len(benchmark["board"]["rows"]))


def start(content: Content, busiest: Sequence[Row]) -> Page:
    """The start page: totals, search, the busiest boards, the latest bests, what it was built from."""
    return Page(
        "index.html",
        "start.html",
        {
            "busiest": [
                benchmark | {"spark": small_chart(benchmark["board"], content)} for benchmark in busiest[:BUSIEST]
            ],
            "card": cards.SITE,
            "latest": content.records[:LATEST],
            "totals": content.totals,
            "sources": content.sources[:MOST_SOURCES],
            "more_sources": max(0, len(content.sources) - MOST_SOURCES),
            "largest_speedup": next((row for row in content.by_kind["speedups"] if row["factor"] is not None), None),
        },
    )


def start_card(site_title: str, content: Content) -> tuple[Callable[..., bytes], tuple[Any, ...]]:
    """The preview image of the start page: the function that gives the PNG, and of what."""
    totals = content.totals
    counted = ("claims", "benchmarks", "ranked", "papers_with_claims")
    names = ("claims", "benchmarks", "ranked results", "papers with claims")
    facts = [(f"{totals[key]:,}", name) for key, name in zip(counted, names, strict=True)]
    return cards.of_site, (site_title, QUESTION, facts)
