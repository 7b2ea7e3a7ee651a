"""What the pages show, read from the views once and made ready to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import duckdb

from leaderboard.addresses import web_address
from leaderboard.model import KINDS
from leaderboard.questions import names
from leaderboard.site import board_sql, feed, wording

Row = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """Everything the pages show, read from the views once."""

    benchmarks: list[Row]
    boards: dict[str, list[Row]]
    """Rows of `boards` by benchmark, in the view's order."""
    frontier: dict[str, float]
    """The best value up to a ranked row's day, by `claim_id`, for rows with a date."""
    records: list[Row]
    """Rows of `boards` that are the best of several on their board and were better than all before, newest first."""
    papers: list[Row]
    claims: dict[str, list[Row]]
    """All claims by paper, in the order of the text."""
    by_kind: dict[str, list[Row]]
    others: dict[str, list[Row]]
    """Claims that are no scores, by the benchmark they are about."""
    totals: Row
    sources: list[Row]
    methods: list[Row]
    """Rows of `method_summary`; `page` is None where its paper shows all there is."""
    quotes: dict[str, Row]
    """Rows of `quotes` by `claim_id`."""
    rivals: dict[str, list[Row]]
    """Rows of `rivals` by `method_key`, with the page that the rival leads to."""
    duels: list[Row]
    """Rows of `head_to_head` between two methods that have a name."""
    news: list[Row]
    """The newest rows of the view `news`."""
    efficiency: dict[str, list[Row]]
    """Rows of `efficiency` by kind, in the view's order."""
    trade_offs: dict[str, list[Row]]
    """Rows of `trade_offs` by kind, in the view's order, with the claims `taken` and `gained` and their `evidence`."""
    disagreements: list[Row]
    """Rows of `disagreements` with the claims themselves, `low` and `high`, and an `anchor`."""
    doubts: list[Row]
    """Rows of `doubts` with the `claim`, the `other` one or None, and an `anchor`; each claim lists its `doubts`."""
    unknown: list[names.Unknown]
    """Names that were read as benchmarks but are not in the lexicon, the most frequent first."""
    aliases: dict[str, list[str]] = field(default_factory=dict)


def read_content(connection: duckdb.DuckDBPyConnection) -> Content:
    """Read the views of a database that `store.write` made; abstracts are needed to mark numbers in their sentences."""
    rows = _reader(connection)
    papers = rows("SELECT * FROM paper_summary ORDER BY paper_id")
    paper_files = wording.slugs(paper["paper_id"] for paper in papers)
    for paper in papers:
        paper["page"] = f"papers/{paper_files[paper['paper_id']]}.html"
        paper["url"], paper["code_url"] = web_address(paper["url"]), web_address(paper["code_url"])
    by_id = {paper["paper_id"]: paper for paper in papers}

    benchmarks = rows("SELECT * FROM benchmark_summary ORDER BY papers DESC, scores DESC, benchmark")
    listed = [name for (name,) in connection.execute("SELECT benchmark FROM benchmarks ORDER BY benchmark").fetchall()]
    files = wording.slugs((each["benchmark"] for each in benchmarks), listed)
    for benchmark in benchmarks:
        benchmark["file"] = f"benchmarks/{files[benchmark['benchmark']]}"
        # Without a score there is nothing to rank, and no page.
        benchmark["page"] = f"{benchmark['file']}.html" if benchmark["scores"] else None
        benchmark["source"] = web_address(benchmark["source"])
    pages = {benchmark["benchmark"]: benchmark["page"] for benchmark in benchmarks}

    methods = rows("SELECT * FROM method_summary ORDER BY papers DESC, claims DESC, method_key")
    method_files = wording.slugs(method["method_key"] for method in methods)
    for method in methods:
        file = f"methods/{method_files[method['method_key']]}.html"
        method["page"] = file if method["beyond_one_paper"] else None
        method["paper"] = by_id[method["paper_id"]]
    method_pages = {method["method_key"]: method["page"] for method in methods}

    claims = rows(
        "SELECT c.* EXCLUDE (url, code_url), method_key(c.baseline, c.paper_id) AS baseline_key, p.abstract "
        "FROM claims_with_papers AS c JOIN papers AS p USING (paper_id) "
        'ORDER BY c.paper_id, c.start, c."end", c.claim_id'
    )
    for claim in claims:
        _make_readable(claim, by_id[claim["paper_id"]], pages)
        claim["method_page"] = method_pages.get(claim["method_key"])
        claim["baseline_page"] = method_pages.get(claim["baseline_key"])
    by_claim = {claim["claim_id"]: claim for claim in claims}
    doubts = _doubts(rows("SELECT finding, reason, claim_id, other_claim_id FROM doubts"), by_claim)

    def joined(query: str) -> list[Row]:
        return [_on_board_scale(by_claim[row["claim_id"]] | row) for row in rows(query)]

    boards = joined("SELECT * EXCLUDE (title, url, code_url) FROM boards")
    duels = rows(
        "SELECT * EXCLUDE (title, url, sentence) FROM head_to_head "
        "ORDER BY own_key, baseline_key, published DESC NULLS LAST, paper_id, claim_id"
    )
    # A method without a page of its own leads to its paper, also one without a name.
    leads = {duel["own_key"]: by_id[duel["paper_id"]]["page"] for duel in duels}
    leads |= {method["method_key"]: method["page"] or method["paper"]["page"] for method in methods}
    rivals = rows("SELECT * FROM rivals ORDER BY method_key, papers DESC, comparisons DESC, rival_key")
    for rival in rivals:
        rival |= {"rival_page": leads[rival["rival_key"]], "rival_is_named": rival["rival_key"] in method_pages}
    others = joined(
        "SELECT claim_id FROM claims_with_papers "
        f"WHERE kind <> 'score' AND benchmark IS NOT NULL ORDER BY benchmark, {board_sql.OTHERS_ORDER}"
    )
    taken = {row["claim_id"]: row for row in joined("SELECT * EXCLUDE (title, url, code_url) FROM efficiency")}
    progress = rows("SELECT claim_id, best_so_far FROM progress")
    return Content(
        benchmarks=benchmarks,
        boards={name: list(group) for name, group in groupby(boards, key=lambda row: row["benchmark"])},
        frontier={row["claim_id"]: row["best_so_far"] for row in progress},
        records=joined(
            "SELECT * EXCLUDE (title, url, code_url) FROM progress AS best WHERE is_record AND rank = 1 AND EXISTS ("
            "FROM boards AS other WHERE other.rank IS NOT NULL AND other.claim_id <> best.claim_id "
            "AND other.benchmark = best.benchmark AND other.metric = best.metric "
            "AND other.setting IS NOT DISTINCT FROM best.setting) "
            "ORDER BY published DESC, benchmark, metric, setting NULLS FIRST, claim_id"
        ),
        papers=papers,
        claims={paper: list(group) for paper, group in groupby(claims, key=lambda claim: claim["paper_id"])},
        by_kind={
            "speedups": [taken[row["claim_id"]] | row for row in rows("SELECT claim_id, factor FROM speedups")],
            "savings": [taken[row["claim_id"]] for row in rows("SELECT claim_id FROM savings")],
            "costs": [taken[row["claim_id"]] for row in rows("SELECT claim_id FROM costs")],
            "gains": joined("SELECT claim_id FROM gains"),
        },
        others={name: list(group) for name, group in groupby(others, key=lambda row: row["benchmark"])},
        totals=_totals(connection),
        sources=rows(
            "SELECT coalesce(source, 'unnamed') AS source, count(*) AS papers FROM papers "
            "GROUP BY ALL ORDER BY papers DESC, source"
        ),
        methods=methods,
        quotes={row["claim_id"]: row for row in rows("SELECT * FROM quotes")},
        rivals={key: list(group) for key, group in groupby(rivals, key=lambda row: row["method_key"])},
        duels=[row for row in duels if row["own_key"] in method_pages and row["baseline_key"] in method_pages],
        news=rows(f"SELECT * FROM news LIMIT {feed.MOST_ENTRIES}"),
        efficiency=_by_kind(taken.values()),
        trade_offs=_by_kind(
            row | _both(taken[row["claim_id"]], by_claim[row["gain_claim_id"]])
            for row in rows("SELECT * FROM trade_offs")
        ),
        disagreements=[
            row
            | {"low": by_claim[row["low_claim_id"]], "high": by_claim[row["high_claim_id"]]}
            | {"anchor": f"d-{row['low_claim_id']}"}
            for row in rows(
                "SELECT benchmark, metric, setting, method, model_size, gap, unit, gap_percent, papers, pairs, "
                "low_value, low_claim_id, high_value, high_claim_id FROM disagreements"
            )
        ],
        doubts=doubts,
        unknown=names.to_review(connection),
        aliases={
            row["benchmark"]: row["aliases"]
            for row in rows(
                "SELECT benchmark, list(alias ORDER BY alias) AS aliases FROM benchmark_aliases GROUP BY ALL"
            )
        },
    )


def _reader(connection: duckdb.DuckDBPyConnection) -> Callable[[str], list[Row]]:
    def rows(query: str) -> list[Row]:
        result = connection.execute(query)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    return rows


def _on_board_scale(row: Row) -> Row:
    """A row of a board as people see it: on the board's scale, with what is `written` where that is another."""
    if not row.get("rescaled"):
        return row
    of_board = {"value": row["board_value"], "value_to": row["board_value_to"], "unit": row["board_unit"]}
    return row | {"written": row["shown"], "shown": wording.shown(row | of_board)}


def _both(taken: Row, gained: Row) -> Row:
    """Two claims of a paper, and the sentence of the first with the numbers of both where they share it."""
    evidence: wording.Evidence = (
        taken["sentence"],
        tuple(claim["span"] for claim in (gained, taken) if claim["span"]),
        (),
    )
    return {"taken": taken, "gained": gained, "evidence": evidence}


def _by_kind(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {"speedup": [], "saving": [], "cost": []}
    for row in rows:
        found[row["kind"]].append(row)
    return found


def _doubts(rows: list[Row], by_claim: dict[str, Row]) -> list[Row]:
    """Join the claims to `rows` of the view, and tell each claim of its doubts; their place says on which page."""
    findings = {row["finding"] for row in rows}
    files = wording.slugs(findings, findings)
    for claim in by_claim.values():
        claim["doubts"] = []
    for place, row in enumerate(rows):
        row["claim"], row["other"] = by_claim[row["claim_id"]], by_claim.get(row["other_claim_id"])
        row |= {"anchor": f"{files[row['finding']]}-{row['claim_id']}", "place": place}
        row["claim"]["doubts"].append({name: row[name] for name in ("finding", "anchor", "place")})
    return rows


def _totals(connection: duckdb.DuckDBPyConnection) -> Row:
    (total,) = _reader(connection)(
        "SELECT (SELECT count(*) FROM papers) AS papers, (SELECT count(*) FROM paper_summary) AS papers_with_claims, "
        "(SELECT count(*) FROM claims) AS claims, (SELECT count(*) FROM benchmark_summary) AS benchmarks, "
        "(SELECT count(*) FROM benchmark_summary WHERE scores > 0) AS benchmarks_with_scores, "
        "(SELECT count(*) FROM boards WHERE rank IS NOT NULL) AS ranked, "
        "(SELECT CAST(min(year(published)) AS INTEGER) FROM papers) AS first_year, "
        "(SELECT CAST(max(year(published)) AS INTEGER) FROM papers) AS last_year, "
        "(SELECT count(*) FROM papers WHERE published IS NOT NULL) AS dated"
    )
    total["kinds"] = dict.fromkeys(KINDS, 0) | dict(
        connection.execute("SELECT CAST(kind AS VARCHAR), count(*) FROM claims GROUP BY ALL").fetchall()
    )
    return total


def _make_readable(claim: Row, paper: Row, benchmark_pages: dict[str, str | None]) -> None:
    """Add to a claim what the templates show of it; takes the abstract away, which is not for publication."""
    abstract = claim.pop("abstract")
    number = abstract[claim["start"] : claim["end"]]
    span = wording.place_in_sentence(abstract, claim["sentence"], claim["start"], claim["end"])
    evidence: wording.Evidence = (
        claim["sentence"],
        (span,) if span else (),
        (claim["metric_text"], claim["benchmark_text"]),
    )
    claim |= {
        "span": span,
        "shown": wording.shown(claim, number),
        "evidence": evidence,
        "paper": paper,
        "url": paper["url"],
        "code_url": paper["code_url"],
        "year": paper["year"],
        "published": paper["published"],
        "href": f"{paper['page']}#c-{claim['claim_id']}",
        "benchmark_page": benchmark_pages.get(claim["benchmark"]),
    }
