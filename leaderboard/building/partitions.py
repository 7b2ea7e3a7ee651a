"""The folder that a cluster writes: a Parquet file of papers and one of claims for each range of the data set."""

from __future__ import annotations

import dataclasses
import json
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

import fsspec
import pyarrow.parquet
from fsspec.core import url_to_fs

from leaderboard import tables
from leaderboard.errors import InputError
from leaderboard.model import Claim, Paper
from leaderboard.sources.extracted import CLAIMS, PAPERS
from leaderboard.sources.files import EXTRACTION
from leaderboard.sources.ranges import Fault

_NOTES = b"leaderboard"
"""The key of what a partition's Parquet metadata says of its making."""
_NAME = re.compile(r"part-\d{6}-[0-9a-f]{16}\.parquet")
_UNFINISHED = ".part"


@dataclass(frozen=True)
class Written:
    """What a partition holds."""

    papers: int
    claims: int
    faults: list[Fault]
    beyond: Mapping[str, int]
    """Its papers whose abstract is not read in full, by the limit that it goes beyond."""


def absolute(out: str) -> str:
    """The folder as machines with other working folders know it."""
    return out.rstrip("/") if "://" in out else str(Path(out).resolve())


def name_of(number: int, checksum: str) -> str:
    """The name of partition `number`, from 0. What it is made of and by has the `checksum`, sixteen hex digits."""
    return f"part-{number:06d}-{checksum}.parquet"


def write(
    target: str,
    name: str,
    papers: Sequence[Paper],
    claims: Sequence[Claim],
    faults: list[Fault],
    beyond: Mapping[str, int],
) -> Written:
    """Write a partition. It has its name only once it is complete."""
    written = Written(len(papers), len(claims), faults, dict(beyond))
    notes = {_NOTES: json.dumps(dataclasses.asdict(written))}
    # Claims last: a partition that has them is complete.
    for kind, table in ((PAPERS, tables.papers_table(papers)), (CLAIMS, tables.claims_table(claims))):
        with _replacing(target, f"{kind}/{name}") as file:
            tables.write_parquet(table.replace_schema_metadata(notes), file)
    return written


def recall(target: str, name: str) -> Written:
    """What was noted in a partition when it was written."""
    with fsspec.open(f"{target}/{CLAIMS}/{name}", "rb") as file:
        notes = json.loads(pyarrow.parquet.read_schema(file).metadata[_NOTES])
    return Written(notes["papers"], notes["claims"], [Fault(**each) for each in notes["faults"]], notes["beyond"])


def prepare(target: str, names: Sequence[str]) -> set[str]:
    """Make the folders, remove what killed workers left, and find the partitions that are there already.

    One of the same content at another place, because files were added before it, gets its new name.
    """
    with _writing(target):
        system, root = url_to_fs(target)
        kinds = [f"{root}/{kind}" for kind in (PAPERS, CLAIMS)]
        found: list[set[str]] = []
        for folder in kinds:
            system.makedirs(folder, exist_ok=True)
            found.append({path.rpartition("/")[2] for path in system.find(folder)})
            for name in [name for name in found[-1] if name.endswith(_UNFINISHED)]:
                system.rm_file(f"{folder}/{name}")
        there = found[0] & found[1]
        moved = {_content_of(name): name for name in there - set(names) if _NAME.fullmatch(name)}
        renamed = {
            name: moved.pop(_content_of(name)) for name in names if name not in there and _content_of(name) in moved
        }
        if renamed and system.exists(f"{root}/{EXTRACTION}"):
            system.rm_file(f"{root}/{EXTRACTION}")  # it names them by their old names
        for name, old in renamed.items():
            for folder in kinds:
                system.mv(f"{folder}/{old}", f"{folder}/{name}")
        return {name for name in names if name in there or name in renamed}


def _content_of(name: str) -> str:
    return name.rpartition("-")[2]


def finish(target: str, names: Sequence[str], written: Sequence[Written], rules: str) -> None:
    """List the partitions, and remove those that are not listed."""
    partitions = [{"name": name} | dataclasses.asdict(each) for name, each in zip(names, written, strict=True)]
    content = {"leaderboard": version("leaderboard"), "rules": rules, "partitions": partitions}
    with _replacing(target, EXTRACTION) as file:
        file.write((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    with _writing(target):
        system, root = url_to_fs(target)
        system.invalidate_cache()  # of listings: workers wrote since
        for kind in (PAPERS, CLAIMS):
            there = {path.rpartition("/")[2] for path in system.find(f"{root}/{kind}")}
            for name in sorted(there - set(names)):
                if _NAME.fullmatch(name):
                    system.rm_file(f"{root}/{kind}/{name}")


@contextmanager
def _replacing(target: str, name: str) -> Iterator[BinaryIO]:
    """A file to write that takes its place once it is complete."""
    system, root = url_to_fs(target)
    path = f"{root}/{name}"
    folder, _, last = path.rpartition("/")
    unfinished = f"{folder}/.{last}.{uuid.uuid4().hex}{_UNFINISHED}"
    with system.open(unfinished, "wb") as file:
        yield file
    system.mv(unfinished, path)


@contextmanager
def _writing(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error}; choose another place with -o") from error
