"""The files of the site's folder `data`: every view, all claims, the database, and what describes and checks them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leaderboard import store

if TYPE_CHECKING:
    import duckdb

DATABASE = "leaderboard.duckdb"
SUMS = "SHA256SUMS"
_CLAIMS = "Every claim: a number, what it means, and the sentence it comes from"
_DATABASE = "All tables and views, documented, for DuckDB 1.4 and later"
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


def write(connection: duckdb.DuckDBPyConnection, target: Path) -> list[File]:
    """Write all downloads into the folder `target`; the files in the order in which people should see them."""
    described = dict(
        connection.execute(
            "SELECT view_name, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal"
        ).fetchall()
    )
    files = []
    for path in store.export(connection, target):
        (rows,) = connection.execute(f'SELECT count(*) FROM "{path.stem}"').fetchall()[0]
        files.append(described_file(path, described.get(path.stem, _CLAIMS), path.stem, rows))
    (source,) = connection.execute(
        "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchall()[0]
    store.publish(Path(source), target / DATABASE)
    files.append(described_file(target / DATABASE, _DATABASE))
    return [*files, _write_sums(target, files)]


def described_file(path: Path, about: str, relation: str | None = None, rows: int | None = None) -> File:
    """A file that has been written, with its size and checksum."""
    with path.open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
    return File(path, about, relation, rows, path.stat().st_size, checksum)


def _write_sums(target: Path, files: Iterable[File]) -> File:
    lines = [f"{file.sha256}  {file.name}\n" for file in sorted(files, key=lambda file: file.name)]
    (target / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return described_file(target / SUMS, _SUMS)
