"""The files of the site's folder `data`: every view, all claims, the database, and what describes and checks them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leaderboard import store
from leaderboard.exchange import packages

if TYPE_CHECKING:
    import duckdb

    from leaderboard.questions.dictionary import Relation

DATABASE = "leaderboard.duckdb"
SUMS = "SHA256SUMS"
DATA_PACKAGE = "datapackage.json"
CROISSANT = "croissant.json"
_CLAIMS = "Every claim: a number, what it means, and the sentence it comes from"
_DATABASE = "All tables and views, documented, for DuckDB 1.4 and later"
_DATA_PACKAGE = "The columns, sizes, rows and checksums of the CSV files, as a Data Package for programs"
_CROISSANT = "The same as Croissant, for machine learning tools"
_SUMS = "The SHA-256 of each file, for `sha256sum --check`"


@dataclass(frozen=True, slots=True)
class File:
    """One download."""

    path: Path
    about: str
    relation: str | None
    """The table or view that it holds, if it is one."""
    rows: int | None
    size: int
    """Bytes."""
    sha256: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def write(
    connection: duckdb.DuckDBPyConnection,
    target: Path,
    relations: Iterable[Relation],
    rows_from: duckdb.DuckDBPyConnection,
) -> list[File]:
    """Write all downloads into the folder `target`; the files in the order in which people should see them.

    `relations` is the data dictionary, which the files that describe the others are made from; `rows_from` is where
    the rows of the views have been `computed`.
    """
    files = [*export(connection, target, rows_from), publish(store.path_of(connection), target)]
    return [*files, *describe(files, target, relations)]


def export(connection: duckdb.DuckDBPyConnection, target: Path, rows_from: duckdb.DuckDBPyConnection) -> list[File]:
    """Those of all claims and of the views."""
    described = dict(
        connection.execute(
            "SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal"
        ).fetchall()
    )
    return [
        described_file(path, described.get(path.stem, _CLAIMS), path.stem, rows)
        for path, rows in store.export(connection, target, rows_from)
    ]


def publish(database: Path, target: Path) -> File:
    """That of the database at `database`."""
    store.publish(database, target / DATABASE)
    return described_file(target / DATABASE, _DATABASE)


def describe(files: Sequence[File], target: Path, relations: Iterable[Relation]) -> list[File]:
    """Those that describe and check the other `files`."""
    by_name = {relation.name: relation for relation in relations}
    described = [
        _write_json(target / DATA_PACKAGE, packages.data_package(files, by_name), _DATA_PACKAGE),
        _write_json(target / CROISSANT, packages.croissant(files, by_name), _CROISSANT),
    ]
    return [*described, write_sums(target, [*files, *described])]


def described_file(path: Path, about: str, relation: str | None = None, rows: int | None = None) -> File:
    """A file that has been written, with its size and checksum."""
    with path.open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
    return File(path, about, relation, rows, path.stat().st_size, checksum)


def _write_json(path: Path, content: object, about: str) -> File:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return described_file(path, about)


def write_sums(target: Path, files: Iterable[File]) -> File:
    """Write the checksums of `files`, which lie in the folder `target` or below it, into that folder."""
    named = sorted((file.path.relative_to(target).as_posix(), file.sha256) for file in files)
    lines = [f"{checksum}  {name}\n" for name, checksum in named]
    (target / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return described_file(target / SUMS, _SUMS)
