"""Folders of claims that were extracted before, on a cluster: their papers, and what these claim."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
from pydantic import ValidationError

from leaderboard.errors import InputError
from leaderboard.model import Claim, Paper
from leaderboard.sources import files, merging
from leaderboard.sources.entry import Entry

PAPERS, CLAIMS = "papers", "claims"
"""The folders of partitions. Of a paper and its claims, both partitions have the same name."""


def source(folder: Path) -> files.Source:
    """The folder as an input: its size is that of all partitions, its checksum tells their content.

    Raises InputError for a folder that is not complete.
    """
    listed, label = folder / files.EXTRACTION, str(folder)
    if not listed.is_file():
        raise InputError(
            f"{label}: the extraction has not ended: there is no {files.EXTRACTION} in it; run the same command again, "
            "which goes on from where it stopped"
        )
    paths = [folder / kind / name for name in _names(listed, label) for kind in (PAPERS, CLAIMS)]
    if missing := [path for path in paths if not path.is_file()]:
        raise InputError(f"{missing[0]}: is listed in {files.EXTRACTION} and is not there; extract again")
    size = sum(path.stat().st_size for path in paths)
    return files.Source(listed, label, folder.name, size, hashlib.sha256(listed.read_bytes()).hexdigest())


def entries(listed: files.Source) -> Iterator[tuple[Entry, str, list[Claim]]]:
    """Each paper with the name of the file it was read from, and its claims. Raises InputError for damaged files."""
    for name in _names(listed.path, listed.label):
        papers, claims = ([*_rows(listed.path.parent / kind / name)] for kind in (PAPERS, CLAIMS))
        of: dict[str, list[Claim]] = {}
        try:
            for row in claims:
                of.setdefault(row["paper_id"], []).append(Claim.model_validate(row))
            for row in papers:
                paper = Paper.model_validate(row)
                yield _entry(paper), paper.source or listed.name, of.get(paper.paper_id, [])
        except (ValidationError, KeyError) as error:
            raise InputError(
                f"{listed.label}: {name} has not the columns of this version; extract again with it"
            ) from error


def _entry(paper: Paper) -> Entry:
    entry = Entry(
        title=paper.title,
        abstract=paper.abstract,
        given_id=paper.paper_id,
        url=paper.url,
        code_url=paper.code_url,
        published=paper.published,
        venue=paper.venue,
    )
    return entry._replace(given_id=None) if merging.is_derived(entry) else entry


def _names(listed: Path, label: str) -> list[str]:
    try:
        content = json.loads(listed.read_text(encoding="utf-8"))
        return [each["name"] for each in content["partitions"]]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{label}: {files.EXTRACTION} is damaged; extract again") from error


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"{path}: this Parquet file cannot be read: {error}; remove it and extract again") from error
    return rows
