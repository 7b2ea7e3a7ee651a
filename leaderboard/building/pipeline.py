"""The whole way: papers read, claims extracted, the database written, the site rendered, all put in place at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from leaderboard import additions, lexicon, sources, store
from leaderboard.addresses import web_address
from leaderboard.building import folders, manifest, remembered, resumption
from leaderboard.building.resumption import Read
from leaderboard.errors import InputError
from leaderboard.garbage import no_search_for_garbage
from leaderboard.site import site
from leaderboard.site.browser_engine import Engine
from leaderboard.site.writing import Written
from leaderboard.sources import Input, Reading
from leaderboard.sources.files import STDIN
from leaderboard.workers import Progress, aside, beyond_limits, extract_all, prepare

DATABASE = "leaderboard.duckdb"
SITE = "site"
"""The folder to publish. The database beside it holds whole abstracts, which are not to be republished."""
_LARGE = 1 << 20
"""Bytes of input, of which there are so many papers that processes share them."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build read and made."""

    out: Path
    entries: int
    papers: int
    merged: int
    """Entries that were another of a paper read before."""
    skipped: int
    """Entries without an abstract."""
    left_out: Mapping[str, int]
    """Values that are no date or no web address, by field; their entries were read without them."""
    beyond: Mapping[str, int]
    """Papers whose abstract is not read in full, by the limit (of `limits.LIMITS`) that it goes beyond."""
    claims: int
    pages: int
    recalled: int
    """Papers that the build before had read."""
    damaged_cache: Path | None
    """What should have told what the build before did, where it could not be read."""

    @property
    def index(self) -> Path:
        """The site's start page."""
        return self.out / SITE / "index.html"

    @property
    def database(self) -> Path:
        """The DuckDB file."""
        return self.out / DATABASE


@no_search_for_garbage()  # circles are few, and a search for them took a sixth of the time
def build(
    inputs: Iterable[str | Path],
    out: str | Path,
    mapping: Mapping[str, str] | None = None,
    title: str = "Leaderboard",
    progress: Progress | None = None,
    engine: Engine | None = None,
    address: str | None = None,
    workers: int = 1,
    force: bool = False,
    cache: bool = True,
    found: Callable[[int], None] | None = None,
) -> Built:
    """Read `inputs` (the shipped sample where there are none) and write database and site into the folder `out`.

    Files are read in the order of their names, whatever the order of `inputs`. `mapping` gives the input's own names of
    fields (`{"title": "headline"}`); with an `engine` the site's page on SQL answers in the browser; `address` is where
    the site will be published, where that is known; `workers` is how many processes extract from many papers and make
    many files (a script that asks for several needs `if __name__ == "__main__"`). What the build before did is not done
    again where nothing that it depends on has changed, unless `cache` is false. `progress` is called with a stage, its
    share done and the whole of it, `found` with the claims extracted so far. `out` is replaced as a whole once
    everything is made; if anything fails it stays as it was; `force` also replaces a database there that this version
    cannot read. Raises InputError for input that cannot be read, for a folder that holds files which no build wrote,
    such a database, or that another build is writing, for one that cannot be written, and for an address of no web
    page.
    """
    if address is not None and web_address(address) is None:
        raise InputError(f"{address}: no address of a site; it begins with https:// or http://")
    report = progress or _silent
    target = folders.resolved(out)
    _refuse_to_replace(target, force)
    wanted = sources.in_order_of_name(list(inputs) or [sources.sample()])
    with folders.locked(target):
        ready = _Ready(wanted, workers)
        before = remembered.load(target / DATABASE, target / SITE, ready.begin) if cache else remembered.NOTHING
        report("reading", 0, len(wanted))
        kept, reading = _papers(wanted, mapping, before.read, ready)
        report("reading", len(wanted), len(wanted))
        recalled = {} if kept is before.read else before.read.claims_in(reading.papers)
        read = kept.with_papers(reading)
        with folders.replaced(target, lambda: _refuse_to_replace(target, force)) as made, aside() as thread:
            # Papers are written while claims are extracted from them.
            claims: Future[pa.Table] = Future()
            path = made / DATABASE
            try:
                if read.former:
                    written = thread.submit(store.extend, path, read.former.database, read.papers, claims.result)
                else:
                    written = thread.submit(store.write_tables, path, read.papers, claims.result, lexicon.load())
                known = recalled | reading.extracted
                extracted = extract_all(reading.papers, report, workers, known, found, ready.fewest)
                extracted.beyond.update(beyond_limits(paper for paper in reading.papers if paper.paper_id in known))
                read = read.with_claims(reading, extracted)
                claims.set_result(read.claims)
                del reading, extracted, known  # as objects they take as much again as all that follows
            except BaseException as error:
                claims.set_exception(error)
                raise
            report("writing", 0, 1)
            written.result()
            content = thread.submit(manifest.fingerprint_of_database, path)
            report("writing", 1, 1)
            report("rendering", 0, 1)
            files: dict[str, Written] = {}
            with store.connect(made / DATABASE) as connection:
                (made / SITE).mkdir()
                pages = site.render(
                    connection,
                    made / SITE,
                    title=title,
                    progress=lambda done, total: report("rendering", done, total),
                    engine=engine,
                    address=address,
                    workers=workers,
                    fewest=ready.fewest,
                    before=before.before,
                    made=files,
                )
            remembered.save(made / DATABASE, replace(read, inputs=()) if mapping else read, files)
            settings = {
                "title": title,
                "address": address,
                "mapping": dict(mapping or {}),
                "sql_page": engine is not None,
                "added": additions.current().checksums(),
            }
            checksums = {f"{SITE}/{name}": written.sha256 for name, written in files.items()}
            checksums[DATABASE] = content.result()
            manifest.write(made, read.inputs, settings, checksums)
    return Built(
        out=Path(out),
        entries=sum(each.entries for each in read.inputs),
        papers=read.paper_count,
        merged=sum(each.merged for each in read.inputs),
        skipped=sum(each.skipped for each in read.inputs),
        left_out=sources.left_out(read.inputs),
        beyond=read.beyond,
        claims=read.claim_count,
        pages=pages,
        recalled=kept.paper_count + len(recalled),
        damaged_cache=Path(out) / remembered.NAME if before.damaged else None,
    )


class _Ready:
    """Processes that share the work: those of much input are made ready while other work is done."""

    def __init__(self, paths: Sequence[str | Path], workers: int) -> None:
        sizes = [(Path(path).name, Path(path).stat().st_size) for path in paths if path != STDIN]
        self._files = Counter(sizes)
        self._wanted = workers > 1 and sum(size for _, size in sizes) >= _LARGE
        self._begun = False

    def begin(self, known: Sequence[Input] = ()) -> None:
        """Make them ready if files are to be read beyond those that are `known`."""
        if self._wanted and self._files - Counter((each.name, each.size) for each in known):
            self._begun = True
            prepare()

    @property
    def fewest(self) -> int | None:
        """How much work it takes to let them share it; None for as much as it takes to begin them for it."""
        return 1 if self._begun else None


def _papers(
    paths: Sequence[str | Path], mapping: Mapping[str, str] | None, before: Read, ready: _Ready
) -> tuple[Read, Reading]:
    """What is kept of the build `before`, and what is read beyond that; all `paths` hold both."""
    rest = None if mapping else before.rest(paths)
    if rest is not None:
        return before, rest
    ready.begin()
    return resumption.NOTHING, sources.read(paths, mapping)


def _refuse_to_replace(target: Path, force: bool) -> None:
    """Raise InputError where the folder holds what no build wrote, or (without `force`) a database that is not ours."""
    manifest.refuse_foreign_files(target)
    database = target / DATABASE
    if force or not database.exists():
        return
    try:
        store.connect(database).close()
    except InputError as error:
        raise InputError(f"{error}. It was not replaced: move it away, or let --force replace it") from error


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""
