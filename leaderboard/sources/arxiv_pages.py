"""Papers copied from arXiv: a paper's page, the lists of new ones, the results of a search, the daily mail.

There a line with an id begins each paper and labels tell its parts, so nothing is guessed as for other pages. Labelled
text of other origin (`Title: ...`, `Abstract: ...`) is read, too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from leaderboard.sources import values
from leaderboard.sources.entry import Entry

_BEGINS = re.compile(r"(?:\[\d+\]\s*)?arXiv:(?P<id>[a-z.-]*/?\d{4}[.\d]\d+(?:v\d+)?)(?=[\s\[(]|$)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<name>title|abstract|authors?|comments?|subjects?|categories|date|journal[- ]ref|doi|report[- ]no|msc[- ]class"
    r"|acm[- ]class|license|cite as|keywords)\s*:\s*",
    re.IGNORECASE,
)
_RULE = "\\\\"
"""Two backslashes part head and abstract of a mail, whose lines are broken: there nothing else ends the abstract."""
_ENDS = re.compile(
    r"\\\\|\[?submitted\s(?:on\s)?\d|(?:originally|first)\sannounced|showing\s(?:new|\d)|total\sof\s\d+\sentr|[△▽]\s?(?:less|more)$"
    r"|(?:new|cross|replacement)\s(?:submissions|lists)|-{20,}|%{3}|search\sv\d",
    re.IGNORECASE,
)
_FOLDED = re.compile(r"\s*[△▽]\s?(?:less|more)\s*$", re.IGNORECASE)
_SUBMITTED = re.compile(r"\[?submitted\s(?:on\s)?(?P<day>\d{1,2}\s\w+,?\s\d{4})|date:\s*(?P<date>[^(]+)", re.IGNORECASE)
_LONGEST_TITLE = 500


@dataclass(slots=True)
class _Paper:
    given_id: str | None = None
    title: str = ""
    labelled: bool = False
    """Whether a label tells the title; else it is the first line of all, until a label says better."""
    start: int = 0
    end: int = 0
    """`page[start:end]` is the abstract, empty as long as none has begun."""
    published: dt.date | None = None
    section: str = ""
    """The label of the last labelled line; `abstract` or, in a mail, `mail` while that goes on, `none` behind it."""


def entries(page: str) -> list[Entry]:
    """The papers of such a page in their order, abstracts exactly as on the page; none for a page of another kind."""
    papers = list(_papers(page))
    if not any(paper.title and paper.end for paper in papers):
        return []
    return [
        Entry(
            title=paper.title,
            abstract=(abstract := page[paper.start : paper.end]),
            given_id=paper.given_id,
            url=values.arxiv_address(paper.given_id),
            code_url=values.code_link(abstract),
            published=paper.published,
        )
        for paper in papers
        if paper.title
    ]


def _papers(page: str) -> Iterator[_Paper]:
    paper: _Paper | None = None
    for match in re.finditer(r"[^\r\n]+", page):
        text = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        label = _LABEL.match(text)
        name = label["name"].lower() if label else ""
        if begins := _BEGINS.match(text):
            if paper:
                yield paper
            paper = _Paper(given_id=begins["id"])
        elif name == "title":
            if paper and (paper.labelled or paper.end):
                yield paper
                paper = None
            paper = paper or _Paper()
            paper.title, paper.section, paper.labelled = text[label.end() :] if label else "", name, True
        elif paper and text:
            _go_on(paper, text, start, match.group()[0].isspace(), label)
    if paper:
        yield paper


def _go_on(paper: _Paper, text: str, start: int, indented: bool, label: re.Match[str] | None) -> None:
    """A paper with one more line, which neither begins it nor is its title's first."""
    if paper.section == "mail" and not text.startswith(_RULE):
        _extend(paper, text, start)
        return
    if submitted := _SUBMITTED.match(text):
        paper.published = values.published_day((submitted["day"] or submitted["date"]).replace(",", "").strip())
    if _ENDS.match(text):
        paper.section = "mail" if text == _RULE and paper.title and not paper.end else "none"
    elif label and label["name"].lower() == "abstract":
        _extend(paper, text[label.end() :], start + label.end())
    elif label:
        paper.section = label["name"].lower()
        if paper.given_id is None and (cited := _BEGINS.match(text, label.end())):
            paper.given_id = cited["id"]
    elif not paper.title:
        paper.title, paper.section = text[:_LONGEST_TITLE], "title"
    elif paper.section == "title" and indented:
        paper.title += f" {text}"
    elif paper.section == "abstract" or (paper.section == "subjects" and not paper.end):
        _extend(paper, text, start)  # of a list's labels subjects are the last


def _extend(paper: _Paper, text: str, start: int) -> None:
    kept = _FOLDED.sub("", text)
    if paper.section != "mail":
        paper.section = "abstract" if kept == text else "none"
    if kept:
        paper.start = paper.start if paper.end else start
        paper.end = start + len(kept)
