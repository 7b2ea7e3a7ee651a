"""What a build has read, for the next one to go on from: it reads files that are new, and texts that are.

Files that stayed as they were are not read again where no paper of others is theirs. To read all of them gives the same
then: papers that share no key are not merged, and an id is only contested among papers that want the same one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from leaderboard import sources, store, tables
from leaderboard.model import Claim, Paper, claim_id
from leaderboard.sources import Input, Reading, evaluation_tables, merging
from leaderboard.sources.files import STDIN
from leaderboard.workers import Extracted


@dataclass(frozen=True, slots=True)
class Read:
    """All that a build has read."""

    papers: pa.Table
    """But for those in `former`."""
    claims: pa.Table
    """Those of texts and those that evaluation tables state."""
    inputs: Sequence[Input]
    """The files, in order of their names."""
    keys: Set[bytes]
    """What papers of other files would be merged by, as `merging.shared` gives it."""
    beyond: Mapping[str, int]
    """Papers whose abstract is not read in full, by the limit (of `limits.LIMITS`) that it goes beyond."""
    elsewhere: Set[str]
    """The ids of papers whose claims a cluster has extracted, perhaps by other rules."""
    former: Former | None = None
    """What the build before had read, where that was written as this program would write it."""

    @property
    def paper_count(self) -> int:
        """All papers."""
        return int(self.papers.num_rows) + (self.former.papers if self.former else 0)

    @property
    def claim_count(self) -> int:
        """All claims."""
        return int(self.claims.num_rows) + (self.former.claims if self.former else 0)

    def rest(self, paths: Sequence[str | Path]) -> Reading | None:
        """The papers of those of `paths`, files in order of their names, that were not read; `inputs` are all of them.

        None where all must be read: a file is gone or has changed, or another holds what may be a paper of theirs.
        Raises InputError as `sources.read` does.
        """
        if not self.inputs or not all(map(_can_be_read_twice, paths)):
            return None
        of_file = {(each.name, each.sha256): each for each in self.inputs}
        found = [of_file.get((Path(path).name, sources.checksum(path))) for path in paths]
        if [each for each in found if each] != list(self.inputs):
            return None
        new = [path for path, each in zip(paths, found, strict=True) if each is None]
        reading = sources.read(new) if new else _NONE
        if self.keys & merging.shared(reading.keys) or self._has_any(paper.paper_id for paper in reading.papers):
            return None
        read = iter(reading.inputs)
        return replace(reading, inputs=[each or next(read) for each in found])

    def _has_any(self, paper_ids: Iterable[str]) -> bool:
        ids = set(self.papers["paper_id"].to_pylist())
        if self.former:
            ids |= self.former.paper_ids()
        return not ids.isdisjoint(paper_ids)

    def claims_in(self, papers: Iterable[Paper]) -> dict[str, list[Claim]]:
        """The claims of those `papers` whose text was read, by `paper_id`, which may be another now."""
        whole = self.with_former()
        ids, titles, abstracts = (whole.papers[name].to_pylist() for name in ("paper_id", "title", "abstract"))
        read = zip(zip(titles, abstracts, strict=True), ids, strict=True)
        id_of = {text: paper_id for text, paper_id in read if paper_id not in self.elsewhere}
        rows = (row for row in whole.claims.to_pylist() if row["rule"] != evaluation_tables.RULE)
        of: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            of.setdefault(row["paper_id"], []).append(row)
        known = ((paper.paper_id, id_of.get((paper.title, paper.abstract))) for paper in papers)
        return {now: [_claim(now, row) for row in of.get(then, ())] for now, then in known if then is not None}

    def with_former(self) -> Read:
        """The same, with the papers and claims of the build before loaded."""
        if self.former is None:
            return self
        papers, claims = self.former.tables()
        return replace(
            self,
            papers=pa.concat_tables([papers, self.papers]),
            claims=pa.concat_tables([claims, self.claims]),
            former=None,
        )

    def with_papers(self, reading: Reading) -> Read:
        """With the papers that were read since."""
        return replace(
            self,
            papers=pa.concat_tables([self.papers, tables.papers_table(reading.papers)]),
            inputs=reading.inputs,
            keys=self.keys | merging.shared(reading.keys),
            elsewhere=self.elsewhere | reading.extracted.keys(),
        )

    def with_claims(self, reading: Reading, extracted: Extracted) -> Read:
        """With what was extracted from them, and what tables state of them."""
        return replace(
            self,
            claims=pa.concat_tables([self.claims, tables.claims_table([*extracted.claims, *reading.claims])]),
            beyond=Counter(self.beyond) + Counter(chain.from_iterable(extracted.beyond.values())),
        )


@dataclass(frozen=True, slots=True)
class Former:
    """The database that the build before wrote, and how many papers and claims are in it."""

    database: Path
    papers: int
    claims: int

    @classmethod
    def of(cls, database: Path) -> Former:
        """That of the database at this path."""
        with store.connect(database) as connection:
            counts = [connection.table(name).count("*").fetchall()[0][0] for name in ("papers", "claims")]
        return cls(database, *counts)

    def paper_ids(self) -> set[str]:
        """Of all its papers."""
        with store.connect(self.database) as connection:
            return set(connection.table("papers").select("paper_id").to_arrow_table()["paper_id"].to_pylist())

    def tables(self) -> tuple[pa.Table, pa.Table]:
        """Its papers and its claims, each in the order of `store.TABLES`."""
        with store.connect(self.database) as connection:
            papers, claims = (
                connection.sql(store.in_order(name)).to_arrow_table().select(schema.names).cast(schema)
                for name, schema in (("papers", tables.PAPER_SCHEMA), ("claims", tables.CLAIM_SCHEMA))
            )
        return papers, claims


# Tables of no batches: to make arrays of lists, Arrow first loads pandas.
NOTHING = Read(
    pa.Table.from_batches([], tables.PAPER_SCHEMA),
    pa.Table.from_batches([], tables.CLAIM_SCHEMA),
    *((), frozenset(), {}, frozenset()),
)
_NONE = Reading(papers=[], entries=0, skipped=0, merged=0, left_out={}, claims=[], extracted={}, inputs=[], keys=())


def _can_be_read_twice(path: str | Path) -> bool:
    """Whether it is a file or a folder: neither standard input nor a pipe."""
    return path != STDIN and (Path(path).is_file() or Path(path).is_dir())


def _claim(paper_id: str, row: dict[str, Any]) -> Claim:
    """What was read in the text of a paper, as a claim of the paper that has it now."""
    identity = claim_id(paper_id, *(row[name] for name in ("start", "kind", "benchmark", "method")))
    return Claim.model_validate(row | {"paper_id": paper_id, "claim_id": identity})
