"""Many files from data: made by several processes, or kept from the build before where they would be the same.

Each file is a task: a function of some module, and what it is called with. A file is kept where the same task made it
before and nobody has written to it since; it is linked rather than copied, so that it is one file in both folders until
the old one is removed.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leaderboard.workers import ordered

BATCH = 25
"""Files that a process makes at a time: of pictures, the slowest, half a second's work."""
FEWEST = 40
"""With fewer batches than this, starting processes takes longer than they save."""
BY_ONE = 16
"""Batches beyond what is kept that one process makes, while others are ready to be started: to load what draws charts
takes each a second, and what a hundred papers change makes some ten."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to make: its path in the folder, and the function that gives its content with its arguments.

    Other processes call the function, so it is one that they can import; equal arguments give equal files.
    """

    path: str
    make: Callable[..., str | bytes]
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made."""

    key: str
    """The checksum of its task."""
    size: int
    """Bytes."""
    sha256: str
    time: int
    """When it was written, in nanoseconds since 1970, as its file system tells."""


@dataclass(frozen=True, slots=True)
class Before:
    """A folder as it was written before; `files` by path."""

    folder: Path
    files: Mapping[str, Written]


def as_is(content: str | bytes) -> str | bytes:
    """The task of a file whose content is there already."""
    return content


def write(
    out: Path, tasks: Iterable[Task], before: Before | None = None, workers: int = 1, fewest: int | None = None
) -> Iterator[tuple[str, Written, bool]]:
    """Write the files of `tasks` into the folder `out`: of each its path, what was written, and whether it was kept.

    `workers` processes share them where there are `fewest` (`FEWEST`) batches of them or more; `tasks` is drawn from as
    they get on. Those that are kept come at once, the others in their order. Raises OSError where a file cannot be
    written.
    """
    kept: list[tuple[str, Written, bool]] = []
    batches = _batches(out, tasks, before, kept)
    for made in ordered(_make, batches, workers, fewest or FEWEST, by_one=BY_ONE if before and fewest else 0):
        yield from kept
        kept.clear()
        yield from made
    yield from kept


Packed = tuple[Path, list[tuple[str, str, bytes]]]
"""A folder, and the path, the key and the pickled task of each file to make in it."""


def _batches(
    out: Path, tasks: Iterable[Task], before: Before | None, kept: list[tuple[str, Written, bool]]
) -> Iterator[Packed]:
    """What is to be made; what is not goes into `kept`."""
    folders: set[str] = set()
    batch: list[tuple[str, str, bytes]] = []
    for task in tasks:
        folder = task.path.rpartition("/")[0]
        if folder not in folders:
            (out / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        packed = pickle.dumps((task.make, task.arguments), pickle.HIGHEST_PROTOCOL)
        key = hashlib.blake2b(packed, digest_size=16).hexdigest()
        found = before.files.get(task.path) if before else None
        # Paths as texts: making a Path of each, and its parents, took a third of what is kept.
        time = None
        if before and found and found.key == key:
            time = _kept(f"{before.folder}/{task.path}", found, f"{out}/{task.path}")
        if found and time is not None:
            kept.append((task.path, found if time == found.time else replace(found, time=time), True))
            continue
        batch.append((task.path, key, packed))
        if len(batch) == BATCH:
            yield out, batch
            batch = []
    if batch:
        yield out, batch


def _kept(old: str, written: Written, path: str) -> int | None:
    """Put the file `old` at `path`, too, if it is as it was `written`; the time that it has there, else None.

    To read all files of a site takes longer than most of what they are kept for; those with another time, as copied
    folders have, are read.
    """
    try:
        found = os.lstat(old)
        if not stat.S_ISREG(found.st_mode) or found.st_size != written.size:
            return None
        if found.st_mtime_ns != written.time and hashlib.sha256(Path(old).read_bytes()).hexdigest() != written.sha256:
            return None
    except OSError:
        return None
    try:
        os.link(old, path)
    except OSError:  # a file system without links
        shutil.copyfile(old, path)
        return os.lstat(path).st_mtime_ns
    return found.st_mtime_ns


def _make(packed: Packed) -> list[tuple[str, Written, bool]]:
    out, batch = packed
    made = []
    for path, key, task in batch:
        make, arguments = pickle.loads(task)
        content = make(*arguments)
        data = content.encode() if isinstance(content, str) else content
        (out / path).write_bytes(data)
        time = (out / path).stat().st_mtime_ns
        made.append((path, Written(key, len(data), hashlib.sha256(data).hexdigest(), time), False))
    return made
