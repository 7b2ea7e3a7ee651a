"""Benchmarks: the list of all, and the boards of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from leaderboard.exchange import packages
from leaderboard.lexicon.settings import separate
from leaderboard.model import KINDS
from leaderboard.site import board_sql, cards, charts, wording
from leaderboard.site.content import Content, Row
from leaderboard.site.pages import checks
from leaderboard.site.pages.page import FEWEST_FOR_CHART, Page, chart, paginated, paginated_blocks

MOST_PICTURES = 200
"""Boards whose charts are files, too, for readers without script: two for each, which take 30 ms."""
FEWEST_TO_FILTER = 4
HEAD_ROWS = 2
"""A table's chart, tools and SQL weigh as much as so many of its rows."""

Board = tuple[str, str, str | None]
"""Benchmark, metric, setting."""


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


def fullest_boards(content: Content) -> frozenset[Board]:
    """The boards with most methods of those that have a chart, as many as are drawn as files."""
    sizes = Counter(
        (row["benchmark"], row["metric"], row["setting"])
        for rows in content.boards.values()
        for row in rows
        if row["rank"] is not None
    )
    # The counter is in the order of the view, which settles ties.
    return frozenset(board for board, size in sizes.most_common(MOST_PICTURES) if size >= FEWEST_FOR_CHART)


def benchmark_pages(benchmark: Row, content: Content, pictured: Collection[Board]) -> Iterator[Page]:
    """A benchmark's page, further ones where it has more than `PAGE_ROWS` rows; none where it has no score.

    Boards of several methods come first, each with its chart; then those of one, in a table; then claims that are no
    scores; then what is not ranked. The charts of the boards in `pictured` are files, too.
    """
    if not benchmark["page"]:
        return
    blocks = _blocks(benchmark, content, pictured)
    rows = [row for block in blocks for row in block["rows"]]
    folder = Path(benchmark["file"]).name
    context = {
        "benchmark": benchmark,
        "aliases": content.aliases.get(benchmark["benchmark"], []),
        "best": rows[0] if blocks[0]["kind"] in ("board", "singles") else None,
        "choices": _choices(rows),
        "csv": f"{folder}.csv",
        "rows_script": f"{folder}/rows.js",
        "dataset": _dataset(benchmark),
        "card": benchmark["card"],
        "count": len(rows),
        "checks": checks.concerning(benchmark, content),
    }
    yield from paginated_blocks(benchmark["file"], "benchmark.html", blocks, context, HEAD_ROWS)


def _blocks(benchmark: Row, content: Content, pictured: Collection[Board]) -> list[Row]:
    """The tables of a benchmark's page: what kind each is, its rows, its name among the page's anchors, its SQL."""
    name = benchmark["benchmark"]
    rows = content.boards.get(name, [])
    found = sections(rows)
    charted = [board for board in found if len(board["rows"]) >= FEWEST_FOR_CHART]
    singles = [row for board in found if len(board["rows"]) < FEWEST_FOR_CHART for row in board["rows"]]
    singles.sort(key=lambda row: (row["metric"], row["setting"] or ""))
    files = wording.slugs(names := [_board_name(board) for board in found], names)
    folder = Path(benchmark["file"]).name
    blocks: list[Row] = []
    for board in charted:
        kind, marks = charts.board_chart(board["rows"], content.frontier)
        file = f"{folder}/{files[_board_name(board)]}"
        picture = file if (name, board["metric"], board["setting"]) in pictured else None
        blocks.append(
            {
                "kind": "board",
                "name": files[_board_name(board)],
                "board": board,
                "rows": board["rows"],
                "chart": chart(kind, marks, _board_label(board, benchmark), picture),
                "undated": len(board["rows"]) - len(marks),
                "csv": f"{file}.csv",
                "sql": board_sql.of_board(name, board["metric"], board["setting"]),
            }
        )
    # Underscores keep these names apart from those of boards.
    rest = {
        "singles": (singles, board_sql.of_singles(name)),
        "others": (content.others.get(name, []), board_sql.of_others(name)),
        "unranked": ([row for row in rows if row["rank"] is None], board_sql.of_unranked(name)),
    }
    blocks += [
        {"kind": kind, "name": f"_{kind}", "rows": listed, "sql": sql, "chart": None, "csv": f"{folder}/_{kind}.csv"}
        for kind, (listed, sql) in rest.items()
        if listed
    ]
    for block in blocks:
        block["columns"] = _columns(block)
    return blocks


def _columns(block: Row) -> list[str]:
    """Which columns that few results need its table has."""
    return [name for name in ("setting", "model_size", "code_url") if any(row[name] for row in block["rows"])]


def _choices(rows: Sequence[Row]) -> Row | None:
    """What the filters offer for the rows of all of a benchmark's pages; None where a glance shows them."""
    if len(rows) < FEWEST_TO_FILTER:
        return None
    kinds: set[str] = set()
    roles: set[bool] = set()
    settings: set[str | None] = set()
    for row in rows:
        kinds.add(row["kind"])
        roles.add(row["role"] == "own")
        settings.update(separate(row["setting"]) or [None])
    return {
        "kinds": [kind for kind in KINDS if kind in kinds],
        "roles": len(roles) > 1,
        "settings": sorted(settings - {None}),
        "plain": None in settings,
        "sizes": sorted({row["model_size"] for row in rows} - {None}),
    }


def tables_of_all_pages(parts: Sequence[Page]) -> Page:
    """The tables of a benchmark of several pages with all of their rows, for `rendering.rows_script`."""
    blocks: dict[str, Row] = {}
    for part in parts:
        for block in part.context["blocks"]:
            rows = blocks.get(block["name"], {"rows": []})["rows"]
            blocks[block["name"]] = block | {"rows": rows + block["rows"], "chart": None, "continued": False}
    context = {"benchmark": parts[0].context["benchmark"], "blocks": list(blocks.values())}
    return Page(parts[0].path, "tables.html", context)


def pages_of_rows(parts: Sequence[Page]) -> dict[str, str]:
    """For each row of a benchmark, by `claim_id`, the file of the page that it is on."""
    return {
        row["claim_id"]: part.path.rpartition("/")[2]
        for part in parts
        for block in part.context["blocks"]
        for row in block["rows"]
    }


def _dataset(benchmark: Row) -> Row:
    """The boards of a benchmark as search engines for data sets want them described."""
    name = f"Results claimed on {benchmark['benchmark']}"
    file = f"{Path(benchmark['file']).name}.csv"
    about = f"Ranked by metric and setting, {benchmark['scores']} from {benchmark['papers']} papers, with the sentences"
    return packages.schema_org(name, about, [(file, about)])


def csv_files(parts: Sequence[Page]) -> dict[str, list[Row]]:
    """The CSV files of a benchmark by path, from all its pages: one of all rows, and one of each table.

    Rows stand in the order of the tables.
    """
    found: dict[str, list[Row]] = {}
    for part in parts:
        for block in part.context["blocks"]:
            for address in (part.context["csv"], block["csv"]):
                found.setdefault(f"benchmarks/{address}", []).extend(block["rows"])
    return found


def small_chart(section: Row, content: Content, **size: float) -> Row | None:
    """The small chart of a board: own results by date with the frontier, where they have dates, else all by rank.

    `size` is the width and height that `charts.sparkline` takes. None where there is one result.
    """
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
    own = [row["role"] == "own" for row in rows]
    return charts.sparkline([row["board_value"] for row in rows], best, own, **size)


def benchmark_card(site_title: str, benchmark: Row, content: Content) -> tuple[Callable[..., bytes], tuple[Any, ...]]:
    """The preview image of a benchmark that has its fullest `board`: the function that gives the PNG, and of what."""
    facts = [wording.plural(benchmark["scores"], "score"), wording.plural(benchmark["papers"], "paper")]
    if benchmark["first_year"]:
        facts.append("–".join(dict.fromkeys(str(benchmark[key]) for key in ("first_year", "last_year"))))
    facts = ([benchmark["task"]] if benchmark["task"] else []) + facts
    board = benchmark["board"]
    spark = small_chart(board, content, width=cards.SPARK_WIDTH, height=cards.SPARK_HEIGHT)
    best = {name: board["best"][name] for name in ("metric", "setting", "shown", "method_label")}
    return cards.of_board, (site_title, benchmark["benchmark"], best, " · ".join(facts), spark)


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
