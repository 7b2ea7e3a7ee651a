"""Work in several processes: the same results in the same order, whatever their number. Above all, extraction."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, groupby, islice
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from typing import NamedTuple, TypeVar

from leaderboard import additions, limits
from leaderboard.additions import Additions
from leaderboard.errors import InputError
from leaderboard.model import Claim, Paper

BATCH = 250
"""Papers that a process takes at a time: enough that handing them over costs nothing beside reading them."""
FEWEST = 2000
"""With fewer papers than this, starting processes takes longer than they save."""

AHEAD = 4
"""Batches for each process that are handed over before the first of them is done."""

Given = TypeVar("Given")
Found = TypeVar("Found")

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""


class Extracted(NamedTuple):
    """What extraction gives of many papers."""

    claims: list[Claim]
    beyond: dict[str, tuple[str, ...]]
    """By paper_id, where an abstract was not read in full, the limits (of `limits.LIMITS`) that it goes beyond."""


def processors() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(
    papers: Sequence[Paper],
    progress: Progress | None = None,
    workers: int = 1,
    known: Mapping[str, Sequence[Claim]] | None = None,
    found: Callable[[int], None] | None = None,
    fewest: int | None = None,
) -> Extracted:
    """The claims of all `papers`, in their order.

    `workers` processes share them where there are `fewest` (`FEWEST`) or more. Papers whose claims are `known`, by
    paper_id, are not read. `found` is called with the number of claims read until now. Raises InputError where a
    process is killed.
    """
    unread = [paper for paper in papers if paper.paper_id not in known] if known else papers
    batches = (unread[first : first + BATCH] for first in range(0, len(unread), BATCH))
    read: list[Claim] = []
    beyond: dict[str, tuple[str, ...]] = {}
    count = workers if len(unread) >= (fewest or FEWEST) else 1
    for done, (claims, limited) in enumerate(ordered(_extracted, batches, count)):
        read += claims
        beyond |= limited
        if progress:
            progress("extracting", min((done + 1) * BATCH, len(unread)), len(unread))
        if found:
            found(len(read))
    if not known:
        return Extracted(read, beyond)
    of: dict[str, Sequence[Claim]] = dict(known)
    of |= {paper_id: list(claims) for paper_id, claims in groupby(read, lambda claim: claim.paper_id)}
    return Extracted([claim for paper in papers for claim in of.get(paper.paper_id, ())], beyond)


def _extracted(papers: Sequence[Paper]) -> Extracted:
    # Loading it takes a second, which the process that only shares the work among others is spared.
    from leaderboard.extraction import extract_each

    return Extracted([claim for claims in extract_each(papers) for claim in claims], beyond_limits(papers))


def beyond_limits(papers: Iterable[Paper]) -> dict[str, tuple[str, ...]]:
    """Which of `limits.LIMITS` the abstracts of papers go beyond, by paper_id, of those that do."""
    found = ((paper.paper_id, limits.beyond(paper.abstract)) for paper in papers)
    return {paper_id: limited for paper_id, limited in found if limited}


def ordered(
    function: Callable[[Given], Found],
    batches: Iterable[Given],
    workers: int,
    fewest: int = 1,
    ahead: int | None = AHEAD,
    by_one: int = 0,
) -> Iterator[Found]:
    """`function` of each of `batches`, in their order, by `workers` processes where there are `fewest` or more.

    `batches` is drawn from as the processes get on, so many `ahead` for each, or without waiting for them. The first
    `by_one` are all handed to one process, so that no others are started for little work. Raises InputError where one
    of them is killed.
    """
    waiting = iter(batches)
    first = list(islice(waiting, fewest)) if workers > 1 else []
    if workers == 1 or len(first) < fewest:
        yield from map(function, chain(first, waiting))
        return
    pools = [_pool(1 if by_one else workers)]
    under_way: deque[Future[Found]] = deque()
    try:
        for number, batch in enumerate(chain(first, waiting)):
            if by_one and number == by_one:
                pools.append(_pool(workers))
            with _interrupts_later():
                under_way.append(pools[-1].submit(function, batch))
            most = None if ahead is None else max(by_one, ahead * workers)
            while under_way[0].done() or (most is not None and len(under_way) > most):
                yield under_way.popleft().result()
                if not under_way:
                    break
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise InputError(
            "a process that shared the work was killed, perhaps for want of memory; nothing was written. "
            "Try again with --workers 1"
        ) from error
    finally:
        # What has not begun is not begun; what has takes less than a second.
        for pool in pools:
            pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, _context(), initializer=_begin, initargs=(additions.current(),))


def prepare() -> None:
    """Have what processes need loaded, where they are forked from, while this one does other work."""
    context = _context()
    if context.get_start_method() == "forkserver":
        with _interrupts_later():
            forkserver.ensure_running()


@contextmanager
def aside() -> Iterator[ThreadPoolExecutor]:
    """A thread for what DuckDB does while Python does other work; once that fails, nothing more is begun in it."""
    pool = ThreadPoolExecutor(1)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _context() -> BaseContext:
    """How processes start: from one that has loaded what they need, and shares it with them.

    Not forked from this one: that copies locks which DuckDB's or Arrow's threads may hold.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["leaderboard.extraction.preloaded"])
    return context


def _begin(added: Additions) -> None:
    """Read by what the parent reads by, also where a file has changed since."""
    additions.choose(added)
    _end_with_parent()


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed; it would wait for work for ever."""
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Processes started meanwhile never hear Ctrl-C, which reaches all of a terminal; this one hears it at the end."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # handed on to children
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler)
    if heard:
        raise KeyboardInterrupt
