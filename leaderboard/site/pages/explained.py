"""The data dictionary: what the database holds, and the columns of each table and view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from leaderboard.questions.dictionary import Macro, Relation
from leaderboard.site.pages.page import Page


def dictionary_pages(relations: Sequence[Relation], macros: Sequence[Macro]) -> Iterator[Page]:
    """The list of all, and a page for each table and view: all columns on one page come near to what it may weigh."""
    shown = list(map(asdict, relations))
    yield Page("dictionary.html", "dictionary.html", {"relations": shown, "macros": list(map(asdict, macros))})
    for relation in shown:
        yield Page(f"dictionary/{relation['name']}.html", "relation.html", {"relation": relation})
