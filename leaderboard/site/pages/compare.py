"""Two methods side by side: the page, and the script that holds what it compares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from leaderboard.site.content import Content, Row
from leaderboard.site.pages.page import Page

MOST_PAIRS = 60
SCRIPT = "compare-data.js"


def comparison(content: Content) -> Page:
    """The page, with the pairs of methods that papers compare most, each once."""
    pairs = [
        row
        for method in content.methods
        for row in content.rivals.get(method["method_key"], [])
        # Every pair is listed from both sides: here once, from that of the better.
        if row["rival_is_named"] and (row["losses"], row["method_key"]) < (row["wins"], row["rival_key"])
    ]
    pairs.sort(key=lambda row: (-row["papers"], -row["comparisons"], row["method_key"], row["rival_key"]))
    pages = {method["method_key"]: method["page"] or method["paper"]["page"] for method in content.methods}
    shown = [row | {"page": pages[row["method_key"]]} for row in pairs[:MOST_PAIRS]]
    return Page("compare.html", "compare.html", {"pairs": shown})


def comparison_data(content: Content) -> dict[str, Any]:
    """What the page compares: methods that share a board or that a paper compares, busiest first; lists refer by place.

    `methods` [name, key, page], `boards` [benchmark, page, metric, setting, unit], `papers` [title, page],
    `results` [method, board, rank, value, as written, paper, claim, size] where a range or bound has null for a value,
    `duels` [own, other, paper, claim, benchmark, metric, setting, own value, other's value, margin, unit, bound].
    """
    shared = _shared_boards(content)
    present = {key for board in shared for key in board}
    present |= {duel[side] for duel in content.duels for side in ("own_key", "baseline_key")}
    methods = [method for method in content.methods if method["method_key"] in present]
    place = {method["method_key"]: number for number, method in enumerate(methods)}
    papers = {paper["paper_id"]: paper for paper in content.papers}
    cited: dict[str, int] = {}
    boards: list[list[Any]] = []
    results: list[list[Any]] = []
    for board in shared:
        first = next(iter(board.values()))
        for key, row in board.items():
            plain = row["bound"] is None and row["board_value_to"] is None
            results.append(
                [
                    place[key],
                    len(boards),
                    row["rank"],
                    row["board_value"] if plain else None,
                    row["shown"],
                    cited.setdefault(row["paper_id"], len(cited)),
                    row["claim_id"],
                    row["model_size"],
                ]
            )
        boards.append([first[name] for name in ("benchmark", "benchmark_page", "metric", "setting", "board_unit")])
    duels = [
        [place[duel["own_key"]], place[duel["baseline_key"]], cited.setdefault(duel["paper_id"], len(cited))]
        + [duel[name] for name in ("claim_id", "benchmark", "metric", "setting", "own_value", "baseline_value")]
        + [duel[name] for name in ("margin", "unit", "bound")]
        for duel in content.duels
    ]
    return {
        "methods": [
            [method["method"], method["method_key"], method["page"] or method["paper"]["page"]] for method in methods
        ],
        "boards": boards,
        "papers": [[papers[paper]["title"], papers[paper]["page"]] for paper in cited],
        "results": results,
        "duels": duels,
    }


def comparable(data: Mapping[str, Any]) -> set[str]:
    """The keys of the methods in `comparison_data`: those that the page can compare with any."""
    return {key for _, key, _ in data["methods"]}


def _shared_boards(content: Content) -> list[dict[str, Row]]:
    """Each board that ranks two named methods or more: the best-ranked row of each, by its key."""
    named = {method["method_key"] for method in content.methods}
    boards: dict[tuple[str, str, str], dict[str, Row]] = defaultdict(dict)
    for rows in content.boards.values():
        for row in rows:
            if row["rank"] is not None and row["method_key"] in named:
                board = boards[row["benchmark"], row["metric"], row["setting"]]
                board.setdefault(row["method_key"], row)
    return [board for board in boards.values() if len(board) > 1]
