"""One paper from several entries, and an id for each paper."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Hashable, Iterator

from leaderboard.model import Paper, derived_paper_id, normalised_title
from leaderboard.sources.entry import Entry

UNTITLED = "Untitled"

GENERIC_TITLES = frozenset(
    (
        *("", "abstract", "comment", "conclusion", "conclusions", "correction", "corrigendum", "discussion"),
        *("editorial", "errata", "erratum", "foreword", "front matter", "guest editorial", "index", "introduction"),
        *("invited talk", "keynote", "keynote talk", "letter to the editor", "no title", "overview", "panel"),
        *("panel discussion", "poster", "preface", "reply", "response", "retracted", "retraction", "review"),
        *("summary", "title", "tutorial", "untitled", "withdrawn", "workshop"),
    )
)
"""Normalised titles that many papers share. Such entries are one paper only if their id or their abstract is the same;
for any other title the title alone decides, also against two different ids (a preprint and its publication)."""

_COUNTER = re.compile(r"\d{1,6}")
"""An id that merely counts the records of its file: the same number in another file is another paper."""

_ARXIV_VERSION = re.compile(r"(?<=\d)v\d+$")
"""All versions of a preprint are one paper."""

_FILLED = ("given_id", "url", "code_url", "published", "venue")


class Merger:
    """Papers in order of first appearance. Of entries that are one paper the first wins, later ones fill its gaps."""

    def __init__(self) -> None:
        self.merged = 0
        """Entries that were a paper seen before."""
        self._entries: list[Entry] = []
        self._sources: list[str] = []
        self._places: dict[Hashable, int] = {}

    def add(self, entry: Entry, source: str, number: int) -> int:
        """Take one entry, from input `number`, whose papers carry the name `source`; its paper's place in `papers`."""
        keys = _keys(entry, number)
        place = next((self._places[key] for key in keys if key in self._places), None)
        if place is None:
            place = len(self._entries)
            self._entries.append(entry)
            self._sources.append(source)
        else:
            self.merged += 1
            self._entries[place] = _filled(self._entries[place], entry)
        for key in keys:
            self._places.setdefault(key, place)
        return place

    def papers(self) -> list[Paper]:
        """The papers, each with an id of its own: the given one, else one derived from the title.

        Where two papers were given one id (two files that count from 1) the later gets a derived one.
        """
        given = {entry.given_id for entry in self._entries}
        taken: set[str] = set()
        papers: list[Paper] = []
        for entry, source in zip(self._entries, self._sources, strict=True):
            if entry.given_id is not None and entry.given_id not in taken:
                paper_id = entry.given_id
            else:
                paper_id = next(name for name in _derived_ids(entry) if name not in taken and name not in given)
            taken.add(paper_id)
            papers.append(
                Paper(
                    paper_id=paper_id,
                    title=entry.title or UNTITLED,
                    abstract=entry.abstract,
                    url=entry.url,
                    code_url=entry.code_url,
                    published=entry.published,
                    venue=entry.venue,
                    source=source,
                )
            )
        return papers


def _keys(entry: Entry, number: int) -> list[Hashable]:
    """What makes an entry the same paper as another, the surest first."""
    keys: list[Hashable] = []
    if entry.given_id is not None and entry.id_identifies:
        counter = _COUNTER.fullmatch(entry.given_id)
        keys.append((number, entry.given_id) if counter else ("id", _ARXIV_VERSION.sub("", entry.given_id)))
    title = normalised_title(entry.title)
    keys.append(("text", title, entry.abstract) if title in GENERIC_TITLES else ("title", title))
    return keys


def _filled(entry: Entry, later: Entry) -> Entry:
    gaps = {name: getattr(later, name) for name in _FILLED if getattr(entry, name) is None}
    # An evaluation table names papers without their abstracts.
    return dataclasses.replace(entry, abstract=entry.abstract or later.abstract, **gaps)


def _derived_ids(entry: Entry) -> Iterator[str]:
    """Ids for an entry, to take the first that is free: all but the first only matter for titles that are shared."""
    if normalised_title(entry.title) not in GENERIC_TITLES:
        yield derived_paper_id(entry.title)
    long = derived_paper_id(f"{entry.title} {entry.abstract}")
    yield long
    for count in itertools.count(2):
        yield f"{long}-{count}"
