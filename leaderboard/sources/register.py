"""Which papers entries are, for more of them than memory holds: what they are known by lies in a database on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from leaderboard.sources import merging
from leaderboard.sources.entry import Entry

_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;
CREATE TABLE keys (key BLOB PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE papers (place INTEGER PRIMARY KEY, id TEXT, given BOOLEAN);
BEGIN;
"""


class Known(NamedTuple):
    """The paper of an entry."""

    place: int
    """Among all papers, in order of first appearance."""
    text: Entry | None
    """What to read of the paper, where this entry told its abstract."""
    is_new: bool


class Register:
    """Finds the papers among entries, and their ids, as `merging.Merger` does, and keeps no text that has an abstract.

    Texts that come without one wait in memory: evaluation tables name their papers so.
    """

    def __init__(self, file: Path) -> None:
        """`file` is a new one, of no use to others."""
        self.papers = 0
        self.merged = 0
        """Entries that were a paper seen before."""
        self._waiting: dict[int, Entry] = {}
        self._database = sqlite3.connect(file, isolation_level=None)
        self._database.executescript(_TABLES)

    def close(self) -> None:
        """End the use of the file."""
        self._database.close()

    def add(self, entry: Entry, number: int) -> Known:
        """Take one entry, from input `number`."""
        run = self._database.execute
        keys = [merging.digest(repr(key)) for key in merging.keys(entry, number)]
        new = [key for key in keys if run("INSERT OR IGNORE INTO keys VALUES (?, ?)", (key, self.papers)).rowcount]
        if len(new) == len(keys):
            place = self.papers
            self.papers += 1
            run("INSERT INTO papers VALUES (?, ?, ?)", (place, wanted(entry), entry.given_id is not None))
            return Known(place, self._told(place, entry), is_new=True)
        self.merged += 1
        known = next(key for key in keys if key not in new)
        ((place,),) = run("SELECT place FROM keys WHERE key = ?", (known,))
        for key in new:
            run("UPDATE keys SET place = ? WHERE key = ?", (place, key))
        if entry.given_id is not None:
            run("UPDATE papers SET id = ?, given = TRUE WHERE place = ? AND NOT given", (entry.given_id, place))
        if place not in self._waiting:
            return Known(place, None, is_new=False)
        filled = self._waiting.pop(place)._replace(abstract=entry.abstract)
        run("UPDATE papers SET id = ? WHERE place = ? AND NOT given", (next(merging.names(filled)), place))
        return Known(place, self._told(place, filled), is_new=False)

    def _told(self, place: int, entry: Entry) -> Entry | None:
        """The entry, unless its abstract is still to come."""
        if entry.abstract:
            return entry
        self._waiting[place] = entry
        return None

    def ids(self, text: Callable[[int], Entry]) -> Iterator[str]:
        """The ids of all papers, in order; `text` gives the entry that was to be read at a place."""
        run = self._database.execute
        run("CREATE INDEX by_id ON papers (id)")
        contested = {name for (name,) in run("SELECT id FROM papers GROUP BY id HAVING count(*) > 1")}
        taken: set[str] = set()
        """Of those that are contested, and instead of them."""

        def is_free(name: str, place: int) -> bool:
            earlier = "SELECT 1 FROM papers WHERE id = ? AND (given OR place < ?) LIMIT 1"
            return name not in taken and run(earlier, (name, place)).fetchone() is None

        for place, name, given in run("SELECT place, id, given FROM papers ORDER BY place"):
            if name in taken or (name in contested and not given and not is_free(name, place)):
                names = merging.counted(merging.names(self._waiting.get(place) or text(place)))
                name = next(other for other in names if is_free(other, place))
                taken.add(name)
            elif name in contested:
                taken.add(name)
            yield name


def wanted(entry: Entry) -> str:
    """The id that a paper has which comes first with it."""
    return next(merging.names(entry)) if entry.given_id is None else entry.given_id
