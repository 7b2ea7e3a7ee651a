"""Papers: the list of all, and the claims of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from leaderboard.site import wording
from leaderboard.site.content import Content, Row
from leaderboard.site.pages.page import Page, paginated


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
    return paginated("papers/index", "papers.html", newest, {"totals": content.totals})


def paper_page(paper: Row, content: Content) -> Page:
    """A paper's page: its claims under the sentences that state them."""
    statements = []
    for sentence, group in groupby(content.claims[paper["paper_id"]], key=lambda claim: claim["sentence"]):
        claims = list(group)
        evidence: wording.Evidence = (
            sentence,
            tuple(claim["span"] for claim in claims if claim["span"]),
            tuple(name for claim in claims for name in (claim["metric_text"], claim["benchmark_text"])),
        )
        statements.append({"evidence": evidence, "claims": claims})
    return Page(paper["page"], "paper.html", {"paper": paper, "statements": statements})
