"""Listing pages: titles and abstracts by turns, one a line, as copied from a page of daily or found papers.

The pages come with blank lines between all lines or without any, and with more or fewer lines of page furniture, of
which a button may be glued to the first title. An abstract may be missing, or have several paragraphs. So each line is
judged by how much it looks like an abstract, and of all readings of the whole page the likeliest is taken: one missing
abstract then does not turn all titles after it into abstracts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leaderboard.sources import values
from leaderboard.sources.entry import Entry

Part = Literal["title", "abstract"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\ )?"
_FURNITURE = re.compile(
    rf"""new|trending|daily\ papers|papers|subscribe|log\ in|sign\ up|previous|next|today|yesterday
    |get\ trending\ papers\ in\ your\ email.*
    |by\ ?AK(?:\ and\ the\ research\ community)?
    |back\ to\ (?:articles|top)|company|tos|terms|privacy|about|careers|jobs|website|models|datasets|spaces|pricing|docs
    |{_WEEKDAY}(?:{_MONTH}\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})(?:,?\ \d{{4}})?
    |\d{{4}}-\d\d-\d\d""",
    re.IGNORECASE | re.VERBOSE,
)
_GLUED = re.compile(
    r"(?:get trending papers in your email inbox(?: once a day)?!\s*)*subscribe(?!r?s?\b|d\b|\s)", re.IGNORECASE
)
"""The page's text and button glued to the first title (`SubscribeNeural ...`); not a title's own word `Subscribed`."""

_SHORT, _MIDDLING, _LONG = 130, 200, 300
"""Characters: nine titles in ten are below the first, nearly all below the second, none above the third."""
_ENDS_SENTENCE = re.compile(r"[.。][\"'”’)\]}]*$")
_ENDS_CALL = re.compile(r"[!?！？][\"'”’)\]}]*$")
_NEXT_SENTENCE = re.compile(r"[a-z0-9)%\]]{2}\. +[A-Z]|。.")
_PROSE_START = re.compile(r"(?:We|This (?:paper|work|article|study|report)|In this|Recent|Despite|Although) ")
_CODE_NOTE = re.compile(r"https?://|\b(?:github|gitlab|huggingface|arxiv)\.(?:com|io|co|org)\b", re.IGNORECASE)

_BREAK_OF_TURN = 3.0
"""How unlikely (in nats, 1 in 20) it is that two titles, or two paragraphs of an abstract, follow each other."""
_SENTENCE_AT_LEAST = -3.0
"""Evidence that a page's best abstract must have: a short line that ends as a sentence has it, a mere name has not."""
_TITLE_WORDS = 3
"""Without an abstract, a line of fewer words is furniture that is not listed here rather than a title."""
_LONGEST = 2500
"""Characters. Abstracts on these pages have at most 1,920: two lines that exceed this together are two abstracts."""


@dataclass(frozen=True)
class _Line:
    text: str
    start: int
    end: int
    """`page[start:end]` is the line without white space around it."""


def entries(page: str) -> list[Entry]:
    """The papers of a listing page in their order, abstracts exactly as on the page (paragraphs with what parts them).

    A title without an abstract gives an entry without one, as does an abstract without a title. A page on which
    nothing looks like an abstract gives no entry at all.
    """
    lines = list(_lines(page))
    parts = _likeliest(lines)
    found: list[Entry] = []
    title: str | None = None
    first: _Line | None = None
    last: _Line | None = None

    def close() -> None:
        nonlocal title, first, last
        abstract = page[first.start : last.end] if first and last else ""
        if title is not None and (abstract or len(title.split()) >= _TITLE_WORDS):
            found.append(Entry(title=title, abstract=abstract, code_url=values.code_link(abstract)))
        title, first, last = None, None, None

    for line, part in zip(lines, parts, strict=True):
        if part == "title":
            close()
            title = " ".join(line.text.split())
        elif first and line.end - first.start > _LONGEST:
            close()
            found.append(Entry(title="", abstract=""))
        elif title is not None:
            first, last = first or line, line
    close()
    return found if any(entry.abstract and _evidence(entry.abstract) > _SENTENCE_AT_LEAST for entry in found) else []


def _lines(page: str) -> Iterator[_Line]:
    """The lines that are not blank and not page furniture."""
    for match in re.finditer(r"[^\r\n]+", page):
        whole = match.group()
        start = match.start() + len(whole) - len(whole.lstrip())
        text = whole.strip()
        if glued := _GLUED.match(text):
            start += glued.end()
            text = text[glued.end() :]
        if text and not _FURNITURE.fullmatch(text):
            yield _Line(text, start, start + len(text))


def _evidence(line: str) -> float:
    """How much more likely (log of the ratio, roughly) the line is as an abstract than as a title."""
    length = len(line)
    evidence = -5.0 if length < _SHORT else -1.0 if length < _MIDDLING else 3.0 if length < _LONG else 8.0
    evidence += 4.0 if _ENDS_SENTENCE.search(line) else -1.0 if _ENDS_CALL.search(line) else -3.5
    evidence += 3.0 if _NEXT_SENTENCE.search(line) else 0.0
    evidence += 2.0 if _PROSE_START.match(line) else 0.0
    evidence += 4.0 if _CODE_NOTE.search(line) else 0.0
    return evidence + _capitals(line)


def _capitals(line: str) -> float:
    """Title case speaks for a title, running text in lower case a little for an abstract."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    if not words:
        return 0.0
    share = sum(word[0].isupper() for word in words) / len(words)
    return -2.0 if share > 0.6 else 1.0 if share < 0.3 else 0.0


def _likeliest(lines: list[_Line]) -> list[Part]:
    """Title or abstract for each line, so that the evidence of the lines and the turns together are the likeliest.

    The Viterbi algorithm over two states.
    """
    title, abstract = 0.0, -_BREAK_OF_TURN
    steps: list[dict[Part, Part]] = []
    for number, line in enumerate(lines):
        evidence = _evidence(line.text)
        if number:
            before_title: Part = "abstract" if abstract >= title - _BREAK_OF_TURN else "title"
            before_abstract: Part = "title" if title >= abstract - _BREAK_OF_TURN else "abstract"
            steps.append({"title": before_title, "abstract": before_abstract})
            title, abstract = (
                max(abstract, title - _BREAK_OF_TURN),
                max(title, abstract - _BREAK_OF_TURN),
            )
        abstract += evidence
    part: Part = "abstract" if abstract >= title - _BREAK_OF_TURN else "title"
    parts: list[Part] = [part]
    for step in reversed(steps):
        part = step[part]
        parts.append(part)
    return parts[::-1] if lines else []
