"""Extraction on many machines, by Dask: partitions of papers and claims whose union is what one machine writes.

Three rounds over the ranges of a data set. The first reads each and gives the ties of its papers: what they might
share with others. Few papers are tied; the second round fetches those, without their abstracts, and they are merged in
one place, in the order of the data set. The third extracts, and writes a partition for each range.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import itertools
import json
import logging
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leaderboard.errors import InputError

try:
    import fsspec  # noqa: F401 (what reads and writes; it comes with Dask)
    from distributed import Client, Future, LocalCluster, as_completed
except ModuleNotFoundError as missing:
    raise InputError(
        f"a cluster needs Dask ({missing.name} is not installed): pip install 'leaderboard[cluster]'"
    ) from missing

import numpy as np
from numpy.typing import NDArray

from leaderboard import additions, limits, workers
from leaderboard.additions import Additions
from leaderboard.building import manifest, partitions
from leaderboard.building.partitions import Written
from leaderboard.extraction import extract_each
from leaderboard.limits import LIMITS
from leaderboard.model import Claim, Paper
from leaderboard.sources import merging, ranges
from leaderboard.sources.entry import Entry
from leaderboard.sources.fields import checked_mapping
from leaderboard.sources.merging import Identity, Merger
from leaderboard.sources.ranges import Fault, File, Range

LOCAL = "local"
"""The address of a cluster on this machine, which ends with the run."""
_TIES_AT_ONCE = 1 << 24
"""How many ties are compared in one place at a time: 128 MB."""
_TIES_EACH = 4
"""At most, of an entry."""
_RETRIES = 2
"""How often a task is tried again: reading from afar fails now and then."""
_OTHER_RULES = "a worker has another version of leaderboard, with other rules; install the same one on every machine"

_reading = threading.Lock()

Ties = NDArray[np.uint64]
Decisions = dict[int, Paper | None]
"""What each tied entry of a range became, by its place there: a paper (without its abstract), or none of its own."""


@dataclass(frozen=True)
class Extracted:
    """What a run read and wrote."""

    entries: int
    papers: int
    merged: int
    """Entries that were another of a paper read before."""
    skipped: int
    """Entries without an abstract."""
    claims: int
    partitions: int
    reused: int
    """Partitions that an earlier run had written."""
    left_out: Mapping[str, int]
    """Values that are not what their field is for, by field, as `sources.Input` counts them."""
    beyond: Mapping[str, int]
    """Papers whose abstract is not read in full, by the limit (of `limits.LIMITS`) that it goes beyond."""
    faults: list[Fault]
    """Records that were not read, or whose extraction failed."""
    lost: list[Fault]
    """Ranges whose partitions could not be written. Where there are any, `out` is not complete."""


@dataclass(frozen=True)
class Rules:
    """What a run reads by: a checksum of what is shipped and added, and what is added itself."""

    checksum: str
    added: Additions

    @classmethod
    def current(cls) -> Rules:
        """What this process reads by."""
        added = additions.current()
        return cls(_checksum([checksum_of_rules(), *added.checksums().values()]), added)

    def require(self) -> None:
        """Raise InputError where this machine is shipped with others."""
        if self.checksum != _checksum([checksum_of_rules(), *self.added.checksums().values()]):
            raise InputError(_OTHER_RULES)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let this process read by them. They stay chosen for the range that comes next: lexicons take long to load.

        A worker may have several threads, and runs with other rules; they take turns, as in Python they would anyway.
        """
        with _reading:
            if additions.current() != self.added:
                additions.choose(self.added)
            yield


@dataclass(frozen=True)
class Survey:
    """What the first round says of a range."""

    digest: str
    entries: int
    skipped: int
    left_out: Counter[str]
    lacks: str | None
    mapped: frozenset[str]
    ties: Ties


def extract(
    inputs: Iterable[str | Path],
    out: str,
    address: str = LOCAL,
    mapping: Mapping[str, str] | None = None,
    progress: workers.Progress | None = None,
    processes: int | None = None,
    records: int = ranges.RECORDS,
) -> Extracted:
    """Extract from a data set, Parquet, JSON Lines or CSV, and write partitions of papers and claims into `out`.

    `inputs` are paths, folders, patterns and addresses that fsspec opens; `out` is a folder or such an address, which
    the workers must reach. `address` is that of a Dask scheduler or the name of a scheduler file (`.json`); `local`
    starts `processes` workers here. A range ends after `records` records. A partition that an earlier run wrote of the
    same records by the same rules is kept. Rules and entries of the lexicon that this process reads by
    (`leaderboard.using`) are sent to the workers.

    A record that cannot be read, or whose extraction fails, is a fault of the result and stops nothing. Raises
    InputError for a data set that cannot be read, a scheduler that does not answer, and workers with other rules.
    """
    report = progress or (lambda stage, done, total: None)
    mapping = checked_mapping(mapping)
    files = ranges.data_files(inputs)
    if not files:
        raise InputError("no input: name a file, a folder, a pattern or an address")
    target = partitions.absolute(out)
    rules = Rules.current()
    with _client(address, processes) as client:
        run = functools.partial(client.submit, pure=False, retries=_RETRIES)
        held = run(_same, rules)  # sent once, not with each task: a lexicon may be long
        planned = [run(ranges.plan, file, mapping, records) for file in files]
        parts = [part for found in _results(planned, "planning", report) for part in found]
        surveyed = [run(survey_range, part, mapping, held) for part in parts]
        surveys = _results([run(_without_ties, survey) for survey in surveyed], "reading", report)
        _require_papers(files, parts, surveys, mapping)
        shared = _shared_ties(client, surveyed, sum(each.entries for each in surveys))
        decisions, merged = _decisions(
            parts, _results([run(_tied, part, mapping, ties) for part, ties in zip(parts, shared, strict=True)])
        )
        names = [
            partitions.name_of(number, _checksum([part.file.name, survey.digest, decided, rules.checksum, *LIMITS]))
            for number, (part, survey, decided) in enumerate(zip(parts, surveys, decisions, strict=True))
        ]
        there = partitions.prepare(target, names)
        made = [
            run(partitions.recall, target, name)
            if name in there
            else run(write_partition, part, mapping, decided, survey.digest, target, name, held)
            for part, survey, decided, name in zip(parts, surveys, decisions, names, strict=True)
        ]
        written, lost = _outcomes(made, parts, report)
    if not lost:
        partitions.finish(target, names, written, rules.checksum)
    return Extracted(
        entries=sum(each.entries for each in surveys),
        papers=sum(each.papers for each in written),
        merged=merged,
        skipped=sum(each.skipped for each in surveys),
        claims=sum(each.claims for each in written),
        partitions=len(parts),
        reused=len(there),
        left_out=sum((each.left_out for each in surveys), Counter()),
        beyond=sum((Counter(each.beyond) for each in written), Counter()),
        faults=[fault for each in written for fault in each.faults],
        lost=lost,
    )


@contextmanager
def _client(address: str, processes: int | None) -> Iterator[Client]:
    if address == LOCAL:
        # One thread each: extraction is Python's own work, of which a process does one at a time.
        with (
            LocalCluster(
                n_workers=processes or workers.processors(),
                threads_per_worker=1,
                dashboard_address=":0",
                silence_logs=logging.CRITICAL,
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        if address.endswith(".json"):
            with Path(address).open("rb"):
                client = Client(scheduler_file=address)
        else:
            client = Client(address)
    except (OSError, ValueError) as error:
        raise InputError(
            f"{address}: no Dask scheduler answers there: {error}; give its address (tcp://host:8786), its scheduler "
            "file, or local"
        ) from error
    with client:
        yield client


def _results(futures: Sequence[Future], stage: str | None = None, report: workers.Progress | None = None) -> list[Any]:
    """What the tasks return, in their order. Raises what one of them does, and InputError where its workers die."""
    for done, future in enumerate(as_completed(futures), start=1):
        if future.status != "finished":
            raise _explained(future)
        if stage and report:
            report(stage, done, len(futures))
    return [future.result() for future in futures]


def _explained(future: Future) -> Exception:
    """Why a task failed: its own error, or that of its workers."""
    error = future.exception()
    return error if isinstance(error, InputError) else InputError(f"a task on the cluster failed: {error!r}")


def _same(rules: Rules) -> Rules:
    return rules


def survey_range(part: Range, mapping: Mapping[str, str], rules: Rules) -> Survey:
    """The first round."""
    rules.require()
    read = ranges.read(part, mapping)
    ties = [tie for entry in read.entries if entry.abstract for tie in merging.ties(entry, part.file.number)]
    return Survey(
        digest=read.digest(),
        entries=len(read.entries),
        skipped=sum(not entry.abstract for entry in read.entries),
        left_out=Counter(itertools.chain.from_iterable(entry.left_out for entry in read.entries)),
        lacks=read.lacks,
        mapped=read.mapped,
        ties=np.array(ties, np.uint64),
    )


def _without_ties(survey: Survey) -> Survey:
    """What leaves the worker; ties stay there until they are asked for."""
    return dataclasses.replace(survey, ties=survey.ties[:0])


def _require_papers(
    files: Sequence[File], parts: Sequence[Range], surveys: Sequence[Survey], mapping: Mapping[str, str]
) -> None:
    """Raise InputError for a file without papers, and for a mapping whose field is nowhere."""
    of: dict[File, list[Survey]] = {file: [] for file in files}
    for part, survey in zip(parts, surveys, strict=True):
        of[part.file].append(survey)
    for file, found in of.items():
        if found and all(survey.lacks for survey in found):
            raise InputError(str(found[0].lacks))
        if all(survey.entries == survey.skipped for survey in found):
            raise InputError(f"{file.label}: holds no paper: no record has an abstract")
    for name, target in sorted(mapping.items()):
        if not any(name in survey.mapped for survey in surveys):
            raise InputError(f"no field {target!r}, which the mapping {name}={target} names, in any input; correct it")


def _shared_ties(client: Client, surveyed: Sequence[Future], entries: int) -> list[Ties]:
    """For each range those of its ties that stand more than once in the data set."""
    rounds = 1 + _TIES_EACH * entries // _TIES_AT_ONCE
    bounds = [2**64 * each // rounds for each in range(rounds + 1)]
    shared: list[list[Ties]] = [[] for _ in surveyed]
    for low, high in itertools.pairwise(bounds):
        found: list[Ties] = _results([client.submit(_ties_between, each, low, high, pure=False) for each in surveyed])
        ties = np.sort(np.concatenate(found))
        repeated = np.unique(ties[1:][ties[1:] == ties[:-1]])
        for mine, each in zip(shared, found, strict=True):
            mine.append(each[_in(each, repeated)])
    return [np.concatenate(mine) for mine in shared]


def _ties_between(survey: Survey, low: int, high: int) -> Ties:
    return survey.ties[(survey.ties >= np.uint64(low)) & (survey.ties <= np.uint64(high - 1))]


def _in(some: Ties, others: Ties) -> NDArray[np.bool_]:
    """Which of `some` are in `others`, which are sorted."""
    if not len(others):
        return np.zeros(len(some), np.bool_)
    found: NDArray[np.bool_] = others[np.minimum(np.searchsorted(others, some), len(others) - 1)] == some
    return found


def _tied(part: Range, mapping: Mapping[str, str], shared: Ties) -> list[tuple[int, Entry, Identity]]:
    """The second round: the entries that have one of these ties, each with its place, without their abstracts."""
    if not len(shared):
        return []
    wanted = set(shared.tolist())
    number = part.file.number
    return [
        (place, entry._replace(abstract=""), merging.identity(entry, number))
        for place, entry in enumerate(ranges.read(part, mapping).entries)
        if entry.abstract and not wanted.isdisjoint(merging.ties(entry, number))
    ]


def _decisions(
    parts: Sequence[Range], tied: Sequence[Sequence[tuple[int, Entry, Identity]]]
) -> tuple[list[Decisions], int]:
    """What becomes of the tied entries of each range, and how many were of a paper read before."""
    merger = Merger()
    decisions: list[Decisions] = [{} for _ in parts]
    first: list[tuple[Decisions, int]] = []
    for part, entries, decided in zip(parts, tied, decisions, strict=True):
        for place, entry, identity in entries:
            decided[place] = None
            if merger.add(entry, part.file.name, part.file.number, identity) == len(first):
                first.append((decided, place))
    for (decided, place), paper in zip(first, merger.papers(), strict=True):
        decided[place] = paper
    return decisions, merger.merged


def write_partition(
    part: Range, mapping: Mapping[str, str], decided: Decisions, digest: str, target: str, name: str, rules: Rules
) -> Written:
    """The third round: extract from a range, and write its partition."""
    rules.require()
    read = ranges.read(part, mapping)
    if read.digest() != digest:
        raise InputError(f"{part}: changed while it was read; run the same command again")
    papers = list(_papers(part, read.entries, decided))
    with rules.in_use():
        claims, faults = _claims(part, papers)
    cut = Counter(itertools.chain.from_iterable(limits.beyond(paper.abstract) for paper in papers))
    return partitions.write(target, name, papers, claims, [*read.faults, *faults], cut)


def _claims(part: Range, papers: Sequence[Paper]) -> tuple[list[Claim], list[Fault]]:
    """What papers claim, and those whose extraction fails, which are found by taking the papers of a batch singly."""
    claims: list[Claim] = []
    faults: list[Fault] = []
    for first in range(0, len(papers), workers.BATCH):
        batch = papers[first : first + workers.BATCH]
        try:
            claims += itertools.chain.from_iterable(extract_each(batch))
        except InputError:  # a user's rule that takes too long
            raise
        except Exception as error:  # whatever it is: it is told, and concerns one paper alone
            if len(batch) == 1:
                faults.append(Fault(f"{part.file.label}, paper {batch[0].paper_id}", repr(error)))
                continue
            for paper in batch:
                found, failed = _claims(part, [paper])
                claims += found
                faults += failed
    return claims, faults


def _papers(part: Range, entries: Sequence[Entry], decided: Decisions) -> Iterator[Paper]:
    """The papers of a range, in its order."""
    untied = Merger()
    for place, entry in enumerate(entries):
        if entry.abstract and place not in decided:
            untied.add(entry, part.file.name, part.file.number)
    others = iter(untied.papers())
    for place, entry in enumerate(entries):
        if place not in decided:
            if entry.abstract:
                yield next(others)
        elif (paper := decided[place]) is not None:
            yield paper.model_copy(update={"abstract": entry.abstract})


def _outcomes(
    made: Sequence[Future], parts: Sequence[Range], report: workers.Progress
) -> tuple[list[Written], list[Fault]]:
    """What each partition holds, in order, and the ranges that have none, with the reason."""
    part_of = dict(zip(made, parts, strict=True))
    written: dict[Future, Written] = {}
    lost: list[Fault] = []
    done, total = 0, sum(part.count for part in parts)
    report("extracting", 0, total)
    for future in as_completed(made):
        part = part_of[future]
        if future.status == "finished":
            written[future] = future.result()
        elif isinstance(error := future.exception(), InputError):
            raise error
        else:
            lost.append(Fault(str(part), f"not written: {error!r}"))
        done += part.count
        report("extracting", done, total)
    return [written[future] for future in made if future in written], lost


@functools.cache
def checksum_of_rules() -> str:
    """A checksum of what is shipped that decides what is extracted from a paper, on this machine."""
    parts = manifest.parts()
    return _checksum([parts["rules"], parts["lexicon"]])


def _checksum(content: object) -> str:
    """Sixteen hex digits, the same on every machine."""
    return hashlib.sha256(json.dumps(content, default=lambda paper: paper.model_dump_json()).encode()).hexdigest()[:16]
