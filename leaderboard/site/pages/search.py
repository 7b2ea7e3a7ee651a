"""What the search box finds."""

from __future__ import annotations

from typing import Any

from leaderboard.site.content import Content, Row
from leaderboard.site.wording import plural

SCRIPT = "search-index.js"


def search_index(content: Content) -> dict[str, list[list[Any]]]:
    """What can be found by kind, the busiest first: lists of [name, file in the folder of the kind, hint, other names].

    A method without a page of its own has the place of its paper in the list of papers for a file, and no hint.
    """
    papers = sorted(content.papers, key=lambda paper: (-paper["claims"], paper["title"], paper["paper_id"]))
    place = {paper["paper_id"]: number for number, paper in enumerate(papers)}
    return {
        "benchmarks": [
            [
                each["benchmark"],
                _file(each["page"]),
                plural(each["scores"], "result") + (f", {each['task']}" if each["task"] else ""),
                content.aliases.get(each["benchmark"], []),
            ]
            for each in content.benchmarks
            if each["page"]
        ],
        "methods": [
            [each["method"], _file(each["page"]), _method_hint(each)]
            if each["page"]
            else [each["method"], place[each["paper_id"]]]
            for each in content.methods
        ],
        "papers": [
            [each["title"], _file(each["page"]), " ".join(str(part) for part in (each["venue"], each["year"]) if part)]
            for each in papers
        ],
    }


def _file(page: str) -> str:
    return page.rpartition("/")[2].removesuffix(".html")


def _method_hint(method: Row) -> str:
    papers = plural(method["papers"], "paper")
    return f"{plural(method['claims'], 'result')}, {papers}" if method["claims"] else f"compared with by {papers}"
