"""One paper from several entries, and an id for each paper."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from leaderboard.model import UNTITLED, Paper, derived_paper_id, normalised_title
from leaderboard.sources.entry import Entry

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

_LONGEST_COUNTER = 6
"""Digits of an id that merely counts the records of its file: the same number in another file is another paper."""

_ARXIV_VERSION = re.compile(r"(?<=\d)v\d+$")
"""All versions of a preprint are one paper."""

_DERIVED = re.compile(r"[0-9a-f]{10}")

_FILLED = ("given_id", "url", "code_url", "published", "venue")


@dataclass(frozen=True, slots=True)
class Identity:
    """What an entry is known by; enough to merge it without its abstract."""

    keys: tuple[Hashable, ...]
    """What makes it the same paper as another, the surest first."""
    names: tuple[str, ...]
    """The ids that its text gives it, to take the first that is free: all but the first only matter for titles that are
    shared."""


class Merger:
    """Papers in order of first appearance. Of entries that are one paper the first wins, later ones fill its gaps."""

    def __init__(self) -> None:
        self.merged = 0
        """Entries that were a paper seen before."""
        self._entries: list[Entry] = []
        self._sources: list[str] = []
        self._names: list[tuple[str, ...] | None] = []
        self._places: dict[Hashable, int] = {}

    def add(self, entry: Entry, source: str, number: int, known: Identity | None = None) -> int:
        """Take one entry, from input `number`, whose papers carry the name `source`; its paper's place in `papers`.

        Where the entry comes without its abstract, `known` is its identity with it.
        """
        known_by = known.keys if known else keys(entry, number)
        places = self._places
        place = next((places[key] for key in known_by if key in places), None)
        if place is None:
            place = len(self._entries)
            self._entries.append(entry)
            self._sources.append(source)
            self._names.append(known.names if known else None)
        else:
            self.merged += 1
            self._entries[place] = _filled(self._entries[place], entry)
        for key in known_by:
            places.setdefault(key, place)
        return place

    @property
    def keys(self) -> Collection[Hashable]:
        """What the papers are known by."""
        return self._places.keys()

    def papers(self) -> list[Paper]:
        """The papers, each with an id of its own: the given one, else one derived from the title.

        Where two papers were given one id (two files that count from 1) the later gets a derived one.
        """
        given = {entry.given_id for entry in self._entries}
        taken: set[str] = set()
        papers: list[Paper] = []
        for entry, source, known in zip(self._entries, self._sources, self._names, strict=True):
            if entry.given_id is not None and entry.given_id not in taken:
                paper_id = entry.given_id
            else:
                wanted = counted(known or names(entry))
                paper_id = next(name for name in wanted if name not in taken and name not in given)
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


def is_derived(entry: Entry) -> bool:
    """Whether the entry's id is one that its text gives it, rather than one that it was given."""
    given = entry.given_id or ""
    return _DERIVED.fullmatch(given) is not None and given in names(entry)


def identity(entry: Entry, number: int) -> Identity:
    """What an entry of input `number` is known by."""
    return Identity(keys(entry, number), tuple(names(entry)))


def ties(entry: Entry, number: int) -> set[int]:
    """64-bit numbers, equal on every machine: entries without a common one change neither each other's merging nor id.

    Those that have one may or may not be one paper. Left out is the second of an entry's names, which it only takes
    where the first is shared, and which it would share with one in 10^12.
    """
    found: set[Hashable] = {*keys(entry, number), ("name", next(names(entry)))}
    if entry.given_id is not None:
        found.add(("name", entry.given_id))
    return {int.from_bytes(digest(repr(each))[:8]) for each in found}


def keys(entry: Entry, number: int) -> tuple[Hashable, ...]:
    """What makes an entry of input `number` the same paper as another, the surest first."""
    found: list[Hashable] = []
    if entry.given_id is not None and entry.id_identifies:
        given = entry.given_id
        if len(given) <= _LONGEST_COUNTER and given.isdecimal():
            found.append((number, given))
        else:
            found.append(("id", _ARXIV_VERSION.sub("", given) if "v" in given else given))
    title = normalised_title(entry.title)
    found.append(("text", title, digest(entry.abstract)) if title in GENERIC_TITLES else ("title", title))
    return tuple(found)


def shared(found: Iterable[Hashable]) -> set[bytes]:
    """Eight bytes for each of the keys that entries of another input may have, too: a count is of its own input."""
    return {digest(repr(key))[:8] for key in found if not (isinstance(key, tuple) and isinstance(key[0], int))}


def digest(text: str) -> bytes:
    """Sixteen bytes that no two texts share."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _filled(entry: Entry, later: Entry) -> Entry:
    # An evaluation table names papers without their abstracts.
    gaps: dict[str, Any] = {} if entry.abstract or not later.abstract else {"abstract": later.abstract}
    for name in _FILLED:
        if getattr(entry, name) is None and (value := getattr(later, name)) is not None:
            gaps[name] = value
    return entry._replace(**gaps) if gaps else entry


def names(entry: Entry) -> Iterator[str]:
    """Ids that an entry's text gives it; the title alone where it is not one that many papers have."""
    if normalised_title(entry.title) not in GENERIC_TITLES:
        yield derived_paper_id(entry.title)
    yield derived_paper_id(f"{entry.title} {entry.abstract}")


def counted(wanted: Iterable[str]) -> Iterator[str]:
    """Those names, then the last of them numbered, without end."""
    last = ""
    for last in wanted:
        yield last
    yield from (f"{last}-{count}" for count in itertools.count(2))
