"""From files to the rows of a table of claims, of more papers than memory holds: texts and claims lie on disk.

Files are read as fast as they can be, so that what is wrong with one is told early; meanwhile other processes extract
from the texts. What the id of a paper is, is known only once all are read: the last step puts it into the claims.
"""

from __future__ import annotations

import heapq
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path

import pyarrow as pa

from leaderboard import sources, tables
from leaderboard.building import batches
from leaderboard.model import CLAIM_COLUMNS, claim_id
from leaderboard.sources import Found, Input
from leaderboard.sources.entry import Entry
from leaderboard.sources.evaluation_tables import Result
from leaderboard.sources.register import Register, wanted
from leaderboard.workers import BATCH, FEWEST, Progress, ordered

ROWS = 50_000
"""Of a piece of the table."""
_AT_ONCE = 2048
"""Of them that are held as Python's objects, which take four times as much. Parquet's writer looks whether a page is
full after every 1,024 rows of what was made at once: of a multiple of that, pages are as of all rows made at once."""
_PAPER_ID, *_MAKING_ID = map(CLAIM_COLUMNS.index, ("paper_id", "start", "kind", "benchmark", "method"))
_CLAIM_ID = CLAIM_COLUMNS.index("claim_id")


@contextmanager
def extraction() -> Iterator[Extraction]:
    """A place to extract in, which is gone when the context ends. Raises InputError where it has no room."""
    with (
        tempfile.TemporaryDirectory(prefix="leaderboard-") as folder,
        closing(Register(Path(folder) / "papers.sqlite")) as register,
    ):
        try:
            yield Extraction(Path(folder), register)
        except sqlite3.OperationalError as error:  # the disk is full
            raise batches.no_room(Path(folder), str(error)) from error


class Extraction:
    """The claims of papers, and what there was to read."""

    def __init__(self, folder: Path, register: Register) -> None:
        self.inputs: list[Input] = []
        self.claims = 0
        """Those of evaluation tables count once `tables` has given them."""
        self.beyond: Counter[str] = Counter()
        """Papers whose abstract is not read in full, by the limit (of `limits.LIMITS`) that it goes beyond."""
        self._folder = folder
        self._register = register
        self._tabled: list[tuple[int, Sequence[Result]]] = []
        self._files: list[Path] = []
        self._late: dict[int, Path] = {}

    def read(
        self,
        inputs: Iterable[str | Path],
        mapping: Mapping[str, str] | None = None,
        workers: int = 1,
        progress: Progress | None = None,
        found: Callable[[int], None] | None = None,
    ) -> None:
        """Extract from all papers that `inputs` hold, by `workers` processes where there are many.

        Files are read as by `sources.read`, which raises the same. `progress` is called with a stage, its share done
        and the whole of it as far as that is known; `found` with the claims so far.
        """
        report = progress or (lambda stage, done, total: None)
        given = list(inputs)
        report("reading", 0, len(given))
        texts = self._texts(sources.each(given, self._register, self.inputs, mapping))
        waiting = texts if workers > 1 else iter(list(texts))
        papers = 0
        for read, claims, beyond in ordered(batches.extract, waiting, workers, FEWEST // BATCH, ahead=None):
            papers += read
            self.claims += claims
            self.beyond += beyond
            report("extracting", papers, self.papers)
            if found:
                found(self.claims)

    @property
    def entries(self) -> int:
        """Records, and rows of evaluation tables."""
        return sum(file.entries for file in self.inputs)

    @property
    def skipped(self) -> int:
        """Those without an abstract, or a number."""
        return sum(file.skipped for file in self.inputs)

    @property
    def papers(self) -> int:
        """How many."""
        return self._register.papers

    @property
    def merged(self) -> int:
        """Entries that were another of a paper read before."""
        return self._register.merged

    def tables(self) -> Iterator[pa.Table]:
        """The claims in pieces, at least one: those of papers in their order, then those of evaluation tables."""
        rows = self._rows()
        yield _table(rows)
        for ahead in rows:
            yield _table(chain([ahead], rows))

    def _texts(self, found: Iterable[Found]) -> Iterator[Path]:
        """Batches of texts to extract from, as they are written."""
        batch: list[batches.Text] = []
        late: list[batches.Text] = []
        last = -1
        for each in found:
            place, text, is_new = self._register.add(each.entry, each.number)
            if each.results:
                self._tabled.append((place, each.results))
            if text is None:
                continue
            item = (place, wanted(text), text.title, text.abstract, each.claims if is_new else None)
            if place < last:
                late.append(item)
                continue
            if batch and place // BATCH != last // BATCH:
                yield self._written(batch)
                batch = []
            last = place
            batch.append(item)
        if batch:
            yield self._written(batch)
        for first in range(0, len(late), BATCH):
            path = self._folder / f"late-{first // BATCH}"
            self._late |= {place: path for place, *_ in late[first : first + BATCH]}
            batches.write(path, late[first : first + BATCH])
            yield path

    def _written(self, batch: list[batches.Text]) -> Path:
        path = self._file(batch[0][0])
        self._files.append(path)
        batches.write(path, batch)
        return path

    def _file(self, place: int) -> Path:
        return self._folder / str(place // BATCH)

    def _entry(self, place: int) -> Entry:
        return _entries(self._late.get(place, self._file(place)))[place]

    def _rows(self) -> Iterator[batches.Row]:
        in_order = chain.from_iterable(map(batches.claims, self._files))
        late = sorted(chain.from_iterable(map(batches.claims, dict.fromkeys(self._late.values()))), key=itemgetter(0))
        of_tables = {place: "" for place, _ in self._tabled}
        found = heapq.merge(in_order, late, key=itemgetter(0))
        ahead = next(found, None)
        for place, paper_id in enumerate(self._register.ids(self._entry)):
            if place in of_tables:
                of_tables[place] = paper_id
            if ahead is not None and ahead[0] == place:
                for row in ahead[1]:
                    yield row if row[_PAPER_ID] == paper_id else _addressed(row, paper_id)
                ahead = next(found, None)
        stated = sources.tabled_claims(self._tabled, of_tables)
        self.claims += len(stated)
        yield from map(batches.row, stated)


def _table(rows: Iterator[batches.Row]) -> pa.Table:
    """A piece of the next of them."""
    of_piece = islice(rows, ROWS)
    parts = [tables.table_of_claims(islice(of_piece, _AT_ONCE))]
    while parts[-1].num_rows == _AT_ONCE:
        parts.append(tables.table_of_claims(islice(of_piece, _AT_ONCE)))
    return pa.concat_tables(parts)


def _addressed(row: batches.Row, paper_id: str) -> batches.Row:
    """The claim as one of that paper."""
    changed = list(row)
    changed[_PAPER_ID] = paper_id
    changed[_CLAIM_ID] = claim_id(paper_id, *(row[column] for column in _MAKING_ID))
    return tuple(changed)


@lru_cache(maxsize=2)
def _entries(path: Path) -> dict[int, Entry]:
    return {place: Entry(title, abstract) for place, _, title, abstract, _ in batches.texts(path)}
