"""Methods: the list of those with a page, and of each its ranks, what others quote for it, and its rivals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from leaderboard.site.content import Content, Row
from leaderboard.site.pages.page import Page, paginated, paginated_blocks


def method_list(content: Content) -> Iterator[Page]:
    """The methods of which there is more than one paper shows, those in most papers first."""
    listed = [method for method in content.methods if method["page"]]
    return paginated("methods/index", "methods.html", listed, {"named": len(content.methods)})


def method_pages(content: Content, comparable: Collection[str]) -> Iterator[Page]:
    """The pages of each method that has one, each of at most `PAGE_ROWS` rows.

    `comparable` are the keys of those that can be compared with any.
    """
    sizes = Counter(_board(row) for rows in content.boards.values() for row in rows if row["rank"] is not None)
    on_boards: dict[str, list[Row]] = defaultdict(list)
    # The busiest benchmarks first, as the list has them.
    for benchmark in content.benchmarks:
        for row in content.boards.get(benchmark["benchmark"], []):
            on_boards[row["method_key"]].append(row | {"of": sizes[_board(row)]})
    others: dict[str, list[Row]] = defaultdict(list)
    against: dict[str, list[Row]] = defaultdict(list)
    for claims in content.claims.values():
        for claim in claims:
            if claim["kind"] != "score" or claim["benchmark"] is None:
                others[claim["method_key"]].append(claim)
            if claim["baseline_key"] not in (None, claim["method_key"]):
                against[claim["baseline_key"]].append(claim)
    for method in content.methods:
        if not method["page"]:
            continue
        key = method["method_key"]
        blocks = [
            *_board_blocks(on_boards[key], content),
            {"kind": "rivals", "rows": content.rivals.get(key, [])},
            {"kind": "claims", "rows": others[key]},
            {"kind": "against", "rows": against[key]},
        ]
        yield from paginated_blocks(
            method["page"].removesuffix(".html"),
            "method.html",
            (block for block in blocks if block["rows"]),
            {"method": method, "is_comparable": key in comparable},
        )


def _board(row: Row) -> tuple[str, str, str]:
    return row["benchmark"], row["metric"], row["setting"]


def _board_blocks(rows: list[Row], content: Content) -> Iterator[Row]:
    """Its ranked rows; what others quote beside them; its other claims, with the reason why they are not ranked."""
    ranked = [row for row in rows if row["rank"] is not None]
    rest = [row for row in rows if row["rank"] is None]
    yield {"kind": "ranked", "rows": ranked}
    yield {
        "kind": "quotes",
        "rows": [row | _against_own(row, content) for row in rest if row["claim_id"] in content.quotes],
    }
    yield {"kind": "unranked", "rows": [row for row in rest if row["claim_id"] not in content.quotes]}


def _against_own(row: Row, content: Content) -> Row:
    quote = content.quotes[row["claim_id"]]
    return {name: quote[name] for name in ("own_value", "difference")}
