"""Listing pages: both shapes, other headers, missing and divided abstracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderboard.sources import listing, read

HEADER = ["new", "Get trending papers in your email inbox!", "Subscribe", "Daily Papers"]
COMMUNITY = ["byAK and the research community", "Sep 19"]
GLUED = ["Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!"]

PAPERS = [
    (
        "Quiet Attention: Sparse Heads without Retraining",
        "Attention heads are often redundant. We prune them at run time by a rule that needs no training, and reach "
        "84.1% accuracy on a common benchmark at 1.7x the speed. Code: https://github.com/example/quiet-attention.",
    ),
    (
        "HyperGraphs",
        "A hypergraph joins many nodes by one edge. This note reviews what is known about learning on them.",
    ),
    (
        "Why Only Accuracy? A Plea for Calibration",
        "Most reports give accuracy alone. On 12 tasks we measure calibration too and find that larger models are not "
        "better calibrated; a temperature fitted on 100 samples repairs most of the gap, shown for 3 model families",
    ),
]


def page(*parts: str, blank: bool) -> str:
    return ("\n\n" if blank else "\n").join(parts)


def body(papers: list[tuple[str, str]]) -> list[str]:
    return [line for pair in papers for line in pair]


def pairs(text: str) -> list[tuple[str, str]]:
    return [(entry.title, entry.abstract) for entry in listing.entries(text)]


@pytest.mark.parametrize("header", [[*HEADER, *COMMUNITY], [*HEADER[:3], *COMMUNITY], HEADER[:1], COMMUNITY, []])
@pytest.mark.parametrize("ends", ["", "\n", "\n\n"])
def test_blank_lines_between_entries(header: list[str], ends: str) -> None:
    assert pairs(page(*header, *body(PAPERS), blank=True) + ends) == PAPERS


def test_button_glued_to_the_first_title() -> None:
    first, *others = body(PAPERS)
    assert pairs(page(*GLUED, "Subscribe" + first, *others, blank=False)) == PAPERS
    assert pairs(page("".join(GLUED) + "Subscribe" + first, *others, blank=False)) == PAPERS


@pytest.mark.parametrize("title", ["Subscribers Who Leave: Churn in News", "Subscribe or Not: A Study of Choice"])
def test_a_title_that_begins_with_the_buttons_word(title: str) -> None:
    papers = [(title, PAPERS[0][1]), *PAPERS[1:]]
    assert pairs(page(*HEADER, *body(papers), blank=True)) == papers
    assert pairs(page(*GLUED, "Subscribe" + title, *body(papers)[1:], blank=False)) == papers


def test_a_glued_title_in_lower_case() -> None:
    papers = [("rStar: Search by Turns", PAPERS[0][1]), *PAPERS[1:]]
    assert pairs(page(*GLUED, "Subscribe" + "rStar: Search by Turns", *body(papers)[1:], blank=False)) == papers


@pytest.mark.parametrize(
    "day", ["Mar 1", "September 30", "Fri, Sep 19", "Sep 19, 2025", "19 September 2025", "2025-09-19"]
)
def test_other_days(day: str) -> None:
    assert pairs(page(*HEADER, "by AK", day, *body(PAPERS), blank=True)) == PAPERS


def test_two_pages_one_behind_the_other() -> None:
    both = page(*HEADER, *COMMUNITY, *body(PAPERS[:1]), *HEADER, "Sep 20", *body(PAPERS[1:]), blank=True)
    assert pairs(both) == PAPERS


@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize("missing", [0, 1, 2])
def test_one_missing_abstract_shifts_nothing(missing: int, blank: bool) -> None:
    lines = body(PAPERS)
    del lines[2 * missing + 1]
    extra = ("A Long Enough Title for a Paper without Abstract", "")
    wanted = [(title, "" if place == missing else abstract) for place, (title, abstract) in enumerate(PAPERS)]
    if missing == 1:  # a single word may be furniture: it is dropped, not counted as a paper
        wanted.pop(1)
    assert pairs(page(*HEADER, *lines, blank=blank)) == wanted
    assert pairs(page(*HEADER, extra[0], *lines, blank=blank)) == [extra, *wanted]


def test_two_titles_in_a_row_without_abstracts() -> None:
    lines = [*body(PAPERS[:1]), "Deep Learning of Waves", "Deep learning of tides in shallow basins", *body(PAPERS[1:])]
    assert [title for title, abstract in pairs("\n".join(lines)) if abstract] == [title for title, _ in PAPERS]


@pytest.mark.parametrize("blank", [True, False])
def test_an_abstract_of_two_paragraphs_keeps_what_parts_them(blank: bool) -> None:
    second = "The second part of this study repeats all runs with other seeds. The order of the methods stays the same."
    lines = [PAPERS[0][0], PAPERS[0][1], second, *body(PAPERS[1:])]
    joined = PAPERS[0][1] + ("\n\n" if blank else "\n") + second
    assert pairs(page(*lines, blank=blank)) == [(PAPERS[0][0], joined), *PAPERS[1:]]


def test_a_title_lost_between_two_long_abstracts() -> None:
    long = " ".join(["We measure one more case and report what it costs in time."] * 30)
    found = pairs("\n".join([PAPERS[0][0], long, long, *body(PAPERS[1:])]))
    assert found == [(PAPERS[0][0], long), ("", ""), *PAPERS[1:]]


def test_short_abstracts() -> None:
    papers = [
        ("On the Sum of Two Cubes", "We show it."),
        ("Alpha", "Alpha reaches 91.0% accuracy on CIFAR-10."),
        ("Beta: A Faster Alpha", "On CIFAR-10, Beta reaches 92.5%, surpassing Alpha (91.0%)."),
    ]
    assert pairs(page(*HEADER, *body(papers), blank=True)) == papers


def test_carriage_returns_and_odd_spaces() -> None:
    assert pairs(page(*HEADER, *body(PAPERS), blank=True).replace("\n", "\r\n")) == PAPERS
    assert pairs("A Title\twith   Gaps\n\n  We keep  two spaces\u2028and \u00a0others.  \n") == [
        ("A Title with Gaps", "We keep  two spaces\u2028and \u00a0others.")
    ]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "hello\nworld", "Sep 19", "\n".join(HEADER), "Only a Title, Nothing Else"]
)
def test_no_entry(text: str) -> None:
    assert listing.entries(text) == []


def test_read_counts_and_links(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(page(*HEADER, *COMMUNITY, *body(PAPERS), "A Title that Lost its Abstract", blank=True))
    reading = read([path])
    assert (reading.entries, reading.skipped, reading.merged) == (4, 1, 0)
    first, *others = reading.papers
    assert first.code_url == "https://github.com/example/quiet-attention"
    assert [paper.code_url for paper in others] == [None, None]
    assert {paper.source for paper in reading.papers} == {"page.txt"}
    assert all(paper.published is None for paper in reading.papers), "the day of a page is no publication date"
