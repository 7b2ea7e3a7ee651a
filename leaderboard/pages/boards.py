"""Benchmarks: the list of all, and the boards of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from leaderboard import charts, wording
from leaderboard.content import Content, Row
from leaderboard.exchange import packages
from leaderboard.pages.page import FEWEST_FOR_CHART, Page, chart, numbered, over_pages, paginated, steps


def benchmark_list(content: Content) -> Iterator[Page]:
    """All benchmarks, those that most papers report on first."""
    return paginated("benchmarks/index", "benchmarks.html", content.benchmarks, {"totals": content.totals})


def sections(rows: Sequence[Row]) -> list[Row]:
    """The boards of one benchmark that have ranked rows, fullest first."""
    boards = []
    for (metric, setting), group in groupby(rows, key=lambda row: (row["metric"], row["setting"])):
        ranked = [row for row in group if row["rank"] is not None]
        if ranked:
            boards.append(_section(metric, setting, ranked))
    return sorted(boards, key=lambda board: (-len(board["rows"]), board["metric"], board["setting"] or ""))


def _section(metric: str, setting: str | None, ranked: list[Row]) -> Row:
    return {
        "metric": metric,
        "setting": setting,
        "direction": ranked[0]["direction"],
        "unit": ranked[0]["board_unit"],
        "inferred": sorted({row["metric_text"] for row in ranked if row["metric_inferred"] and row["metric_text"]}),
        "rows": ranked,
        "best": ranked[0],
    }


def benchmark_pages(benchmark: Row, content: Content) -> Iterator[Page]:
    """A benchmark's page, further ones where it has more than `PAGE_ROWS` rows; none where it has no score.

    Boards of several methods come first, each with its chart; then those of one, in a table; then what is not ranked.
    """
    rows = content.boards.get(benchmark["benchmark"], [])
    if not benchmark["page"]:
        return
    blocks: list[Row] = []
    singles: list[Row] = []
    found = sections(rows)
    names = [_board_name(board) for board in found]
    files = wording.slugs(names, names)
    for board in found:
        if len(board["rows"]) < FEWEST_FOR_CHART:
            singles += board["rows"]
        else:
            kind, marks = charts.board_chart(board["rows"], content.frontier)
            blocks.append(
                {"kind": "board", "board": board, "chart": chart(kind, marks, _board_label(board, benchmark))}
            )
            blocks[-1]["rows"] = board["rows"]
            blocks[-1]["csv"] = f"{Path(benchmark['file']).name}/{files[_board_name(board)]}.csv"
    if singles:
        blocks.append({"kind": "singles", "rows": singles})
    unranked = [row for row in rows if row["rank"] is None]
    if unranked:
        blocks.append({"kind": "unranked", "rows": unranked})
    parts = over_pages(blocks)
    best = next(
        (block["board"]["best"] for block in blocks if block["kind"] == "board"), singles[0] if singles else None
    )
    for number, part in enumerate(parts, start=1):
        yield Page(
            numbered(benchmark["file"], number),
            "benchmark.html",
            {
                "benchmark": benchmark,
                "aliases": content.aliases.get(benchmark["benchmark"], []),
                "blocks": part,
                "best": best,
                "pager": steps(benchmark["file"], number, len(parts)),
                "csv": f"{Path(benchmark['file']).name}.csv",
                "dataset": _dataset(benchmark),
                "count": len(rows),
            },
        )


def _dataset(benchmark: Row) -> Row:
    """The boards of a benchmark as search engines for data sets want them described."""
    name = f"Results claimed on {benchmark['benchmark']}"
    file = f"{Path(benchmark['file']).name}.csv"
    about = f"Ranked by metric and setting, {benchmark['scores']} from {benchmark['papers']} papers, with the sentences"
    return packages.schema_org(name, about, [(file, about)])


def csv_files(parts: Sequence[Page]) -> dict[str, list[Row]]:
    """The CSV files of a benchmark by path, from all its pages: one of all rows, and one of each board with a section.

    Rows stand in the order of the tables.
    """
    found: dict[str, list[Row]] = {}
    for part in parts:
        for block in part.context["blocks"]:
            for address in filter(None, (part.context["csv"], block.get("csv"))):
                found.setdefault(f"benchmarks/{address}", []).extend(block["rows"])
    return found


def _board_name(board: Row) -> str:
    """What tells it from the other boards of its benchmark."""
    return f"{board['metric']} {board['setting'] or ''}".strip()


def _board_label(board: Row, benchmark: Row) -> str:
    setting = f", {board['setting']}" if board["setting"] else ""
    best = board["best"]
    return (
        f"{len(board['rows'])} methods on {benchmark['benchmark']} by {board['metric']}{setting}. "
        f"Best: {best['method_label']}, {best['shown']}. The table below holds the same figures."
    )
