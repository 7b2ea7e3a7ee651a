"""Pages copied from arXiv: each kind gives the papers with their ids, whatever stands around them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leaderboard.sources import arxiv_pages, read

FIRST = "Long contexts are costly. On GSM8K, our Heron reaches 81.2% accuracy, 2.1 points above the baseline."
SECOND = "We study small networks for large birds. On CUB-200-2011 ours reaches 91.3% top-1 accuracy."
TITLES = ["Heron: Sparse Attention that Remembers", "Small Nets for Large Birds"]
IDS = ["2611.01234", "2611.01235v2"]

NEW = f"""Computer Science > Machine Learning
Showing new listings for Friday, 20 November 2026
Total of 2 entries
New submissions (showing 1 of 1 entries)
[1] arXiv:{IDS[0]} [pdf, html, other]
Title:{TITLES[0]}
Jane Doe, John Roe, {", ".join(f"Max Muster the {n}th" for n in range(4, 40))}
Comments: 12 pages, 4 figures
Subjects: Machine Learning (cs.LG); Artificial Intelligence (cs.AI)
{FIRST}
Cross submissions (showing 1 of 1 entries)
[2] arXiv:{IDS[1]} (cross-list from cs.CV) [pdf, html, other]
Title: {TITLES[1]}
Anna Alt
Subjects: Computer Vision and Pattern Recognition (cs.CV)
{SECOND}
Total of 2 entries
"""
SEARCH = f"""Showing 1–2 of 2 results for all: heron
Search v0.5.6 released 2020-02-24
arXiv:{IDS[0]} [pdf, html, other] cs.LG
{TITLES[0]}
Authors: Jane Doe, John Roe
Abstract: {FIRST} △ Less
Submitted 20 November, 2026; originally announced November 2026.
Comments: 12 pages, 4 figures
arXiv:{IDS[1]} [pdf, html, other] cs.CV doi 10.1000/heron
{TITLES[1]}
Authors: Anna Alt
Abstract: {SECOND}
△ Less
Submitted 19 November, 2026; originally announced November 2026.
"""
MAIL = f"""------------------------------------------------------------------------------
\\\\
arXiv:{IDS[0]}
Date: Fri, 20 Nov 2026 18:00:01 GMT   (120kb)

Title: Heron: Sparse Attention
  that Remembers
Authors: Jane Doe and John Roe
Categories: cs.LG cs.AI
Comments: 12 pages
\\\\
  {FIRST}
\\\\ ( https://arxiv.org/abs/{IDS[0]} ,  120kb)
------------------------------------------------------------------------------
\\\\
arXiv:{IDS[1]} (*cross-listing*)
Date: Thu, 19 Nov 2026 10:00:01 GMT   (99kb)

Title: {TITLES[1]}
Authors: Anna Alt
Categories: cs.CV
\\\\
  {SECOND}
\\\\ ( https://arxiv.org/abs/{IDS[1]} ,  99kb)
%%%---%%%---%%%---%%%
"""
PAGE = """Computer Science > Machine Learning
arXiv:{id} (cs)
[Submitted on {day} Nov 2026]
Title:{title}
Authors:Jane Doe, John Roe
View PDF
Abstract:{abstract}
Comments:\t12 pages
Subjects:\tMachine Learning (cs.LG)
Cite as:\tarXiv:{id} [cs.LG]
 \t(or arXiv:{id}v1 [cs.LG] for this version)
Submission history
From: Jane Doe [view email]
"""
PAGES = PAGE.format(id=IDS[0], day=20, title=TITLES[0], abstract=FIRST) + PAGE.format(
    id=IDS[1], day=19, title=TITLES[1], abstract=SECOND
)
DAYS = [dt.date(2026, 11, 20), dt.date(2026, 11, 19)]


@pytest.mark.parametrize(
    ("page", "days"),
    [(NEW, [None, None]), (SEARCH, DAYS), (MAIL, DAYS), (PAGES, DAYS)],
    ids=["new", "search", "mail", "pages"],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n"])
def test_each_kind_of_page_gives_its_papers(page: str, days: list[dt.date | None], ends: str) -> None:
    entries = arxiv_pages.entries(page.replace("\n", ends))
    assert [entry.title for entry in entries] == TITLES
    assert [entry.abstract for entry in entries] == [FIRST, SECOND]
    assert [entry.url for entry in entries] == [f"https://arxiv.org/abs/{id_}" for id_ in IDS]
    assert [entry.published for entry in entries] == days


def test_a_broken_line_of_a_mail_ends_nothing() -> None:
    broken = "We search at scale,\nshowing 3 gains. Comments are read\ntotal of 4 entries.\nDate: none."
    entries = arxiv_pages.entries(MAIL.replace(FIRST, broken))
    assert [entry.abstract for entry in entries] == [broken, SECOND]


def test_labelled_text_of_other_origin() -> None:
    entries = arxiv_pages.entries(
        f"Title: {TITLES[0]}\nAbstract: {FIRST}\nIt ends here.\n\n"
        f"title : {TITLES[1]}\nKeywords: birds\nABSTRACT\nAbstract: {SECOND}"
    )
    assert [(entry.title, entry.abstract) for entry in entries] == [
        (TITLES[0], f"{FIRST}\nIt ends here."),
        (TITLES[1], SECOND),
    ]
    assert [entry.given_id for entry in entries] == [None, None]


def test_the_id_that_only_the_citation_tells() -> None:
    page = PAGE.format(id=IDS[0], day=20, title=TITLES[0], abstract=FIRST).split("\n", 2)[2]
    (entry,) = arxiv_pages.entries(page)
    assert (entry.title, entry.abstract, entry.given_id) == (TITLES[0], FIRST, IDS[0])


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLES[0]}\n\n{FIRST}\n\n{TITLES[1]}\n\n{SECOND}\n",
        f"{TITLES[0]}\n\n{FIRST} See arXiv:2601.00001 for more.\n",
        f"[1] arXiv:{IDS[0]} [pdf]\nTitle: {TITLES[0]}\nJane Doe\n",  # a list without abstracts
        "",
    ],
)
def test_other_pages_are_left_to_others(page: str) -> None:
    assert arxiv_pages.entries(page) == []


def test_what_has_no_abstract_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    path.write_text(NEW + f"[3] arXiv:2611.01236 [pdf]\nTitle: {TITLES[0]} Again\nJane Doe\n", encoding="utf-8")
    result = read([path])
    assert [paper.title for paper in result.papers] == TITLES
    assert result.skipped == 1
    assert [paper.url for paper in result.papers] == [f"https://arxiv.org/abs/{id_}" for id_ in IDS]
