"""What the search box finds."""

from __future__ import annotations

import json

from leaderboard.content import Content


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
