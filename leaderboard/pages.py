"""What stands on each page of the site, as contexts for its templates."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from leaderboard import charts, wording
from leaderboard.content import Content, Row
from leaderboard.exchange import packages

PAGE_ROWS = 100
"""Rows on one page: 450 with their sentences weigh 320 kB."""
BUSIEST = 12
LATEST = 10
MOST_SOURCES = 12
FEWEST_FOR_CHART = 2
"""A chart of one result shows nothing."""


@dataclass(frozen=True)
class Page:
    """One file of the site: where it goes, its template, and what the template needs."""

    path: str
    template: str
    context: Row


def start(content: Content) -> Page:
    """The start page: totals, search, the busiest boards, the latest bests, what it was built from."""
    fullest = []
    for benchmark in content.benchmarks:
        sections = _sections(content.boards.get(benchmark["benchmark"], []))
        if sections:
            fullest.append(benchmark | {"board": sections[0]})
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


def _sections(rows: Sequence[Row]) -> list[Row]:
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
    sections = _sections(rows)
    names = [_board_name(board) for board in sections]
    files = wording.slugs(names, names)
    for board in sections:
        if len(board["rows"]) < FEWEST_FOR_CHART:
            singles += board["rows"]
        else:
            kind, marks = charts.board_chart(board["rows"], content.frontier)
            blocks.append(
                {"kind": "board", "board": board, "chart": _chart(kind, marks, _board_label(board, benchmark))}
            )
            blocks[-1]["rows"] = board["rows"]
            blocks[-1]["csv"] = f"{Path(benchmark['file']).name}/{files[_board_name(board)]}.csv"
    if singles:
        blocks.append({"kind": "singles", "rows": singles})
    unranked = [row for row in rows if row["rank"] is None]
    if unranked:
        blocks.append({"kind": "unranked", "rows": unranked})
    parts = _paginate_blocks(blocks)
    best = next(
        (block["board"]["best"] for block in blocks if block["kind"] == "board"), singles[0] if singles else None
    )
    for number, part in enumerate(parts, start=1):
        yield Page(
            _numbered(benchmark["file"], number),
            "benchmark.html",
            {
                "benchmark": benchmark,
                "aliases": content.aliases.get(benchmark["benchmark"], []),
                "blocks": part,
                "best": best,
                "pager": _pager(benchmark["file"], number, len(parts)),
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


def _chart(kind: charts.ChartKind, rows: list[charts.Row], label: str) -> Row:
    return {
        "kind": kind,
        "rows": rows,
        "label": label,
        "height": charts.plot_height(kind, rows),
        "roles": sorted({row["role"] for row in rows if "role" in row}),
    }


def _paginate_blocks(blocks: Iterable[Row]) -> list[list[Row]]:
    """The blocks over pages of `PAGE_ROWS` rows; a block that is cut goes on without its chart."""
    parts: list[list[Row]] = [[]]
    room = PAGE_ROWS
    for block in blocks:
        rest = block["rows"]
        piece = block
        while rest:
            if room == 0:
                parts.append([])
                room = PAGE_ROWS
            parts[-1].append(piece | {"rows": rest[:room]})
            taken = min(room, len(rest))
            rest, room = rest[taken:], room - taken
            piece = block | {"chart": None, "continued": True}
    return parts


def _numbered(file: str, number: int) -> str:
    # The underscore keeps it apart from every slug: theirs is followed by ten hex digits.
    return f"{file}.html" if number == 1 else f"{file}_p{number}.html"


def _pager(file: str, number: int, pages: int) -> Row | None:
    if pages == 1:
        return None
    name = Path(file).name
    return {
        "number": number,
        "pages": pages,
        "previous": _numbered(name, number - 1) if number > 1 else None,
        "next": _numbered(name, number + 1) if number < pages else None,
    }


def _paginated(file: str, template: str, rows: Sequence[Row], context: Row) -> Iterator[Page]:
    pieces = [rows[first : first + PAGE_ROWS] for first in range(0, len(rows), PAGE_ROWS)] or [[]]
    for number, piece in enumerate(pieces, start=1):
        pager = _pager(file, number, len(pieces))
        first = (number - 1) * PAGE_ROWS
        yield Page(
            _numbered(file, number),
            template,
            context | {"rows": piece, "pager": pager, "first": first, "count": len(rows)},
        )


def benchmark_list(content: Content) -> Iterator[Page]:
    """All benchmarks, those that most papers report on first."""
    return _paginated("benchmarks/index", "benchmarks.html", content.benchmarks, {"totals": content.totals})


def paper_list(content: Content) -> Iterator[Page]:
    """All papers that claim anything, newest first, those without a date last."""
    newest = sorted(
        content.papers,
        key=lambda paper: (
            -paper["published"].toordinal() if paper["published"] else 1,
            paper["title"],
            paper["paper_id"],
        ),
    )
    return _paginated("papers/index", "papers.html", newest, {"totals": content.totals})


def paper_page(paper: Row, content: Content) -> Page:
    """A paper's page: its claims under the sentences that state them."""
    statements = []
    for sentence, group in groupby(content.claims[paper["paper_id"]], key=lambda claim: claim["sentence"]):
        claims = list(group)
        names = [name for claim in claims for name in (claim["metric_text"], claim["benchmark_text"])]
        evidence = wording.highlighted(sentence, [claim["span"] for claim in claims if claim["span"]], names)
        statements.append({"evidence": evidence, "claims": claims})
    return Page(paper["page"], "paper.html", {"paper": paper, "statements": statements})


def speedups(content: Content) -> Iterator[Page]:
    """Speedups, largest first, with how they spread."""
    rows = content.by_kind["speedups"]
    sized = [row for row in rows if row["factor"] is not None]
    kind, marks = charts.distribution(sized, "factor", charts.factor_edges(row["factor"] for row in sized), "×")
    chart = _chart(
        kind, marks, f"How {len(sized)} speedups spread, as factors. The table below holds the same figures."
    )
    return _paginated("speedups", "claims.html", rows, {"kind": "speedup", "chart": chart if sized else None})


def savings(content: Content) -> Iterator[Page]:
    """Savings, largest share first, with how they spread."""
    rows = content.by_kind["savings"]
    sized = [row for row in rows if row["saved_percent"] is not None]
    kind, marks = charts.distribution(sized, "saved_percent", [float(edge) for edge in range(0, 100, 10)], "%")
    chart = _chart(kind, marks, f"How {len(sized)} savings spread, in percent. The table below holds the same figures.")
    return _paginated("savings", "claims.html", rows, {"kind": "saving", "chart": chart if sized else None})


def costs(content: Content) -> Iterator[Page]:
    """Costs by resource, with how often each is stated."""
    rows = content.by_kind["costs"]
    return _paginated("costs", "claims.html", rows, {"kind": "cost", "chart": _measure_chart(rows, "Costs")})


def gains(content: Content) -> Iterator[Page]:
    """Gains of quality by benchmark and metric, with how often each metric is stated."""
    rows = content.by_kind["gains"]
    return _paginated("gains", "claims.html", rows, {"kind": "gain", "chart": _measure_chart(rows, "Gains")})


def _measure_chart(rows: Sequence[Row], what: str) -> Row | None:
    counted = Counter(row["metric"] for row in rows if row["metric"])
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:BUSIEST]
    if not most:
        return None
    kind, marks = charts.counts(most)
    listed = ", ".join(f"{name} {count}" for name, count in most)
    return _chart(kind, marks, f"{what} by what is measured, the {len(most)} most frequent: {listed}.")


def search_index(content: Content) -> str:
    """The classic script that the search box loads: lists of [name, hint, address, other names]."""
    pages = {paper["paper_id"]: paper for paper in content.papers}
    entries = {
        "benchmarks": [
            [
                each["benchmark"],
                f"{each['scores']} {'result' if each['scores'] == 1 else 'results'}"
                + (f", {each['task']}" if each["task"] else ""),
                each["page"],
                " / ".join(content.aliases.get(each["benchmark"], [])),
            ]
            for each in content.benchmarks
            if each["page"]
        ],
        "methods": [
            [each["method"], pages[each["paper_id"]]["title"], pages[each["paper_id"]]["page"], ""]
            for each in content.methods
        ],
        "papers": [
            [each["title"], " ".join(str(part) for part in (each["venue"], each["year"]) if part), each["page"], ""]
            for each in content.papers
        ],
    }
    return f"window.leaderboardIndex = {json.dumps(entries, ensure_ascii=True, separators=(',', ':'))};\n"
