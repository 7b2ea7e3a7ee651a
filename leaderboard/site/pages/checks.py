"""What had better be checked: papers that disagree, claims that look wrong, names that the lexicon does not have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from leaderboard.questions import names
from leaderboard.site.content import Content, Row
from leaderboard.site.pages.page import Page, paginated, paginated_blocks, part_of

FINDINGS = {
    "outside the range": "The value lies outside what can be measured, such as an accuracy above 100% or a saving of "
    "more than all. Often a number was read as what it is not.",
    "range the wrong way round": "The range begins with its larger end. Often two figures that belong to different "
    "things were read as one range.",
    "gain is not the difference": "The paper states a gain and both scores that it lies between, but they differ by "
    "another amount, in points as well as relative to either.",
    "state of the art below an older score": "The sentence claims the best result there is, but an older paper has a "
    "better one on the same board. That paper may have measured something else, or have been overlooked.",
}
"""What each finding of the view `doubts` means, in plain words."""


def disagreements(content: Content) -> Iterator[Page]:
    """Methods for which papers state different values on one board, the widest gap first."""
    return paginated("disagreements", "disagreements.html", content.disagreements, {})


def doubts(content: Content) -> Iterator[Page]:
    """Claims that look wrong, by finding."""
    blocks = [
        {"finding": finding, "meaning": FINDINGS[finding], "rows": list(rows)}
        for finding, rows in groupby(content.doubts, key=lambda row: row["finding"])
    ]
    return paginated_blocks("doubts", "doubts.html", blocks, {"count": len(content.doubts)})


def names_to_review(content: Content) -> Iterator[Page]:
    """Names that were read as benchmarks but are not in the lexicon, each with what it may be and the entry for it."""
    pages = {benchmark["benchmark"]: benchmark["page"] for benchmark in content.benchmarks}
    rows = [
        {
            "unknown": unknown,
            "page": pages.get(unknown.name),
            "likely": [(name, likeness, pages.get(name)) for name, likeness in unknown.likely],
            "entry": names.toml([unknown]),
        }
        for unknown in content.unknown
    ]
    return paginated("names", "names.html", rows, {})


def concerning(benchmark: Row, content: Content) -> list[Row]:
    """What to check about the boards of a benchmark: how many of each sort, and where the first stands."""
    found = []
    for what, file, rows, side in (
        ("disagreement", "disagreements", content.disagreements, "low"),
        ("doubt", "doubts", content.doubts, "claim"),
    ):
        places = [place for place, row in enumerate(rows) if row[side]["benchmark"] == benchmark["benchmark"]]
        if places:
            address = f"{part_of(file, places[0])}#{rows[places[0]]['anchor']}"
            found.append({"what": what, "count": len(places), "address": address})
    return found
