"""The DuckDB file: tables, views and their comments; writing it whole, opening it, publishing and exporting it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from leaderboard import tables, user_cache
from leaderboard.errors import InputError
from leaderboard.lexicon import Lexicon
from leaderboard.model import Claim, Paper
from leaderboard.resources import folder

LAYOUT = 5
"""The number of this layout of tables and views; `about` in the file holds it."""

# The order of rows, so that the same input gives the same content.
TABLES = {
    "about": "name",
    "papers": "paper_id",
    "claims": 'paper_id, start, "end", claim_id',
    "benchmarks": "benchmark",
    "benchmark_aliases": "benchmark, alias",
    "metrics": "metric",
    "metric_aliases": "metric, alias",
}
GROWING = ("papers", "claims")
"""Tables that may have rows behind those of a database that they were added to; they are read in their order."""
PRIVATE = {"papers": ("abstract",)}
"""Columns that a published file leaves out: whole abstracts belong to their authors."""

# Without it a file written by DuckDB 2 does not open in 1.4.
_STORAGE = "v1.4.0"
# For whole abstracts: what DuckDB chooses itself takes twice the time and a third more room. In small groups of rows
# they are written as they come, not first into a log and all at the end.
_COMPRESSION = "zstd"
_ROW_GROUP = 16_384
_MAGIC = b"DUCK"
_MAGIC_OFFSET = 8


def write(path: Path, papers: Iterable[Paper], claims: Iterable[Claim], lexicon: Lexicon) -> None:
    """Write the database of `papers` and `claims` to `path`, as `write_tables` does."""
    table = tables.claims_table(claims)
    write_tables(path, tables.papers_table(papers), lambda: table, lexicon)


def write_tables(path: Path, papers: pa.Table, claims: Callable[[], pa.Table], lexicon: Lexicon) -> None:
    """Write the database of `papers` and `claims` to `path`, with `lexicon` as tables and the views of `queries/views`.

    The columns are those of `tables.PAPER_SCHEMA` and `tables.CLAIM_SCHEMA`, the rows in any order. `claims` is called
    once the papers are written, which takes the longest, and may wait for what another thread reads in them.

    The file is complete before it takes `path`'s place; if anything fails, what was there stays, and nothing is left
    beside it. Raises InputError where `path` is not a database of ours (it is not replaced), or cannot be written, and
    ValueError where two papers or two claims share an id, or a claim is of no paper in `papers`.
    """
    about = [("layout", str(LAYOUT)), ("program", "leaderboard"), ("version", version("leaderboard"))]
    paper_ids = _distinct("papers", papers["paper_id"])
    with _new_file(path) as connection:
        for name, content in {"papers": papers, "about": _records(("name", "value"), about)}.items():
            _insert(connection, name, content)
        found = claims()
        _distinct("claims", found["claim_id"])
        if stray := set(found["paper_id"].to_pylist()) - paper_ids:
            raise ValueError(f"claims of a paper that is not there: {min(stray)!r}")
        for name, content in {"claims": found, **_lexicon_tables(lexicon)}.items():
            _insert(connection, name, content)


def _insert(connection: duckdb.DuckDBPyConnection, name: str, content: pa.Table) -> None:
    connection.register("incoming", content)
    connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming ORDER BY {TABLES[name]}")
    connection.unregister("incoming")


def _distinct(kind: str, column: pa.ChunkedArray) -> set[str]:
    ids = column.to_pylist()
    found = set(ids)
    if len(found) < len(ids):
        repeated = next(each for each in ids if ids.count(each) > 1)
        raise ValueError(f"two {kind} share the id {repeated!r}")
    return found


def _records(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pa.Table:
    return pa.table({name: [row[index] for row in rows] for index, name in enumerate(columns)})


def _lexicon_tables(lexicon: Lexicon) -> dict[str, pa.Table]:
    text, number, truth = pa.string(), pa.float64(), pa.bool_()
    benchmarks, metrics = lexicon.benchmarks, lexicon.metrics
    return {
        "benchmarks": pa.table(
            {
                "benchmark": pa.array([each.name for each in benchmarks], text),
                "task": pa.array([each.task or None for each in benchmarks], text),
                "default_metric": pa.array([each.default_metric for each in benchmarks], text),
                "source": pa.array([each.source or None for each in benchmarks], text),
                "hub_dataset": pa.array([each.hub_dataset or None for each in benchmarks], text),
                "hub_task": pa.array([each.hub_task or None for each in benchmarks], text),
                "ordinary_word": pa.array([each.ordinary_word for each in benchmarks], truth),
            }
        ),
        "benchmark_aliases": pa.table(
            {
                "benchmark": pa.array([each.name for each in benchmarks for _ in each.aliases], text),
                "alias": pa.array([alias for each in benchmarks for alias in each.aliases], text),
            }
        ),
        "metrics": pa.table(
            {
                "metric": pa.array([each.name for each in metrics], text),
                "direction": pa.array([each.direction for each in metrics], text),
                "unit": pa.array([each.unit for each in metrics], text),
                "low": pa.array([each.low for each in metrics], number),
                "high": pa.array([each.high for each in metrics], number),
                "general": pa.array([each.general for each in metrics], text),
                "unspecific": pa.array([each.unspecific for each in metrics], truth),
                "resource": pa.array([each.resource for each in metrics], truth),
            }
        ),
        "metric_aliases": pa.table(
            {
                "metric": pa.array([each.name for each in metrics for _ in each.aliases], text),
                "alias": pa.array([alias for each in metrics for alias in each.aliases], text),
            }
        ),
    }


def extend(path: Path, former: Path, papers: pa.Table, claims: Callable[[], pa.Table]) -> None:
    """Write the database at `former` to `path`, with more `papers` and their `claims`, given as to `write_tables`.

    It must be of one `made_of` and lexicon with what `write_tables` would write now. What it holds is copied as it is,
    a small part of the work of writing it; rows that come new lie behind it, in no order with it. Raises as
    `write_tables` does.
    """
    with _new_file(path, former=former) as connection:
        _distinct("papers", papers["paper_id"])
        _insert(connection, "papers", papers)
        found = claims()
        _distinct("claims", found["claim_id"])
        _insert(connection, "claims", found)
        for name, key in zip(GROWING, ("paper_id", "claim_id"), strict=True):
            repeated = connection.execute(f"SELECT {key} FROM {name} GROUP BY {key} HAVING count(*) > 1").fetchone()
            if repeated:
                raise ValueError(f"two {name} share the id {repeated[0]!r}")
        stray = connection.execute("SELECT min(paper_id) FROM claims ANTI JOIN papers USING (paper_id)").fetchone()
        if stray and stray[0] is not None:
            raise ValueError(f"claims of a paper that is not there: {stray[0]!r}")


@contextmanager
def _new_file(
    path: Path, without: Mapping[str, tuple[str, ...]] | None = None, former: Path | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a new database with views and empty tables, `without` some columns, or one like that at `former`;
    on success it becomes `path`.
    """
    _refuse_to_replace(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}; choose another place") from error
    try:
        unfinished = scratch / "new.duckdb"
        if former:
            shutil.copyfile(former, unfinished)
        else:
            _write_empty(unfinished, without)
        with in_memory() as connection:
            _attach(connection, unfinished, without)
            yield connection
            connection.execute("COMMIT; USE memory; DETACH target")
        unfinished.replace(path)
    except (duckdb.IOException, duckdb.TransactionException) as error:  # the second where the disk is full at the end
        raise InputError(f"{path}: cannot be written: {error}") from error
    finally:
        shutil.rmtree(scratch)


def _attach(
    connection: duckdb.DuckDBPyConnection, unfinished: Path, without: Mapping[str, tuple[str, ...]] | None
) -> None:
    """Begin to write the database at `unfinished`, in one transaction, for a commit waits for the disk."""
    options = f"STORAGE_VERSION '{_STORAGE}'"
    if without is None:
        connection.execute(f"PRAGMA force_compression = '{_COMPRESSION}'")
        options += f", ROW_GROUP_SIZE {_ROW_GROUP}"
    connection.execute(f"ATTACH {quoted(unfinished)} AS target ({options})")
    connection.execute("USE target; BEGIN")


def _write_empty(path: Path, without: Mapping[str, tuple[str, ...]] | None) -> None:
    """Write a database with views and empty tables, `without` some columns.

    To plan the views and to pass on comments takes a second, so it is kept for all builds of a machine.
    """

    def made() -> bytes:
        with in_memory() as connection:
            _attach(connection, path, without)
            connection.execute((folder("queries") / "tables" / "schema.sql").read_text(encoding="utf-8"))
            for table, columns in (without or {}).items():
                for column in columns:
                    connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
            for view in _view_files():
                connection.execute(view.read_text(encoding="utf-8"))
            _pass_on_comments(connection)
            connection.execute("COMMIT; USE memory; DETACH target")
        return path.read_bytes()

    path.write_bytes(user_cache.kept("empty-public.duckdb" if without else "empty.duckdb", made_of(), made))


def made_of() -> str:
    """The checksum of all that decides what a database is beside its papers, claims and lexicon."""
    decides = f"leaderboard {version('leaderboard')} duckdb {duckdb.__version__}".encode()
    files = [Path(__file__), folder("queries") / "tables" / "schema.sql", *_view_files()]
    content = hashlib.sha256(decides)
    for file in files:
        content.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return content.hexdigest()


def _view_files() -> list[Path]:
    return sorted((folder("queries") / "views").glob("*.sql"))


def quoted(text: str | Path) -> str:
    """`text` as a text of SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def _pass_on_comments(connection: duckdb.DuckDBPyConnection) -> None:
    """Give each column of a view that has no comment of its own the first one of that name, tables before views."""
    columns = connection.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY table_oid, column_index"
    ).fetchall()
    known: dict[str, str] = {}
    for _, column, comment in columns:
        if comment is not None:
            known.setdefault(column, comment)
    lacking = [(table, column) for table, column, comment in columns if comment is None and column in known]
    statements = [
        f"""COMMENT ON COLUMN "{table}"."{column}" IS {quoted(known[column])};""" for table, column in lacking
    ]
    connection.execute("\n".join(statements))


def _refuse_to_replace(path: Path) -> None:
    """Raise InputError where `path` holds something that `write` did not write."""
    if not path.exists():
        return
    try:
        connect(path).close()
    except InputError as error:
        raise InputError(f"{error}\nIt was not replaced: move it away, or write to another place") from error


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the database at `path`, read-only.

    Raises InputError where there is none, or it is not one of ours, or its layout is another version's, or it is
    damaged where it begins; `opened` also where it turns out to be damaged later.
    """
    if not path.exists():
        raise InputError(f"{path}: there is no such database; `leaderboard build` makes one")
    if not path.is_file() or not _looks_like_duckdb(path):
        raise InputError(f"{path}: not a DuckDB file")
    try:
        connection = _quiet(duckdb.connect(path, read_only=True))
    except duckdb.Error as error:
        raise InputError(f"{path}: DuckDB cannot open it: {error}") from error
    try:
        about = dict(connection.execute("SELECT name, value FROM about").fetchall())
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        connection.close()
        raise InputError(f"{path}: a DuckDB file, but not one that leaderboard wrote") from error
    except duckdb.Error as error:
        connection.close()
        raise InputError(f"{path}: is damaged: {error}; build it again") from error
    if about.get("program") != "leaderboard" or about.get("layout") != str(LAYOUT):
        connection.close()
        raise InputError(_of_another_version(path, about))
    return connection


def in_memory() -> duckdb.DuckDBPyConnection:
    """An empty database in memory."""
    return _quiet(duckdb.connect())


def _quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The connection without DuckDB's own bar of progress.

    Where `__main__` has no file, as under `python -c` and in a process of pytest's, it takes itself to be typed to, and
    draws one to standard output for whatever takes longer than two seconds.
    """
    connection.execute("SET enable_progress_bar = false")
    return connection


@contextmanager
def opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database at `path`, read-only, until the block ends.

    Raises InputError as `connect` does, and where the file turns out to be damaged while it is read.
    """
    with connect(path) as connection:
        try:
            yield connection
        except duckdb.Error as error:
            if not tells_damage(error):
                raise
            raise InputError(f"{path}: is damaged: {error}; build it again") from error


def tells_damage(error: duckdb.Error) -> bool:
    """Whether the error is of the file, rather than of what was asked."""
    # DuckDB gives up a database whose checksums do not hold, by an error of no kind of its own.
    kinds = (duckdb.Error, duckdb.FatalException, duckdb.SerializationException)
    return type(error) in kinds or "Corrupt database file" in str(error)


def _of_another_version(path: Path, about: Mapping[str, str]) -> str:
    if about.get("program") != "leaderboard":
        return f"{path}: a DuckDB file, but not one that leaderboard wrote"
    layout = about.get("layout") or ""
    age = "another" if not layout.isdecimal() else "a newer" if int(layout) > LAYOUT else "an older"
    return (
        f"{path}: written by leaderboard {about.get('version')}, {age} version, in another layout ({layout or 'none'}; "
        f"this one reads {LAYOUT}); build it again, or use that version"
    )


def path_of(connection: duckdb.DuckDBPyConnection) -> Path:
    """The file of the database that `connect` opened."""
    found = connection.execute("SELECT path FROM duckdb_databases() WHERE database_name = current_database()")
    ((path,),) = found.fetchall()
    return Path(path)


def _looks_like_duckdb(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(_MAGIC_OFFSET + len(_MAGIC))[_MAGIC_OFFSET:] == _MAGIC


def publish(source: Path, path: Path) -> None:
    """Write a copy of the database at `source` to `path`, without the columns in `PRIVATE`. Raises as `write` does."""
    connect(source).close()
    with _new_file(path, without=PRIVATE) as connection:
        connection.execute(f"ATTACH {quoted(source)} AS source (READ_ONLY)")
        for name in TABLES:
            left_out = f"EXCLUDE ({', '.join(PRIVATE[name])})" if name in PRIVATE else ""
            connection.execute(
                f"INSERT INTO {name} BY NAME SELECT * {left_out} FROM source.{name} ORDER BY {TABLES[name]}"
            )


def fingerprint(connection: duckdb.DuckDBPyConnection) -> str:
    """The SHA-256 of a database's content: its tables with their rows in order, views and macros, and all comments.

    The bytes of two files with one content differ, and so may where rows of `GROWING` lie. Raises InputError where a
    row cannot be read.
    """
    definitions = connection.execute(
        "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY table_name, column_index"
    ).fetchall()
    definitions += connection.execute(
        "SELECT view_name, sql, comment FROM duckdb_views() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY view_name"
    ).fetchall()
    definitions += connection.execute(
        "SELECT function_name, parameters, macro_definition, comment FROM duckdb_functions() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY function_name"
    ).fetchall()
    content = hashlib.sha256(_EXCLUDED.sub(_in_order, json.dumps(definitions)).encode())
    tables_in_it = connection.execute(
        "SELECT table_name, comment FROM duckdb_tables() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY table_name"
    ).fetchall()
    try:
        for name, comment in tables_in_it:
            content.update(json.dumps([name, comment]).encode())
            rows_in_order = in_order(name) if name in GROWING else f'FROM "{name}" ORDER BY rowid'
            rows = connection.sql(f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ({rows_in_order})")
            for batch in rows.to_arrow_reader(_ROW_GROUP):
                for column in batch.columns:
                    _take_up(content, column)
    except (duckdb.Error, pa.ArrowException) as error:
        raise InputError(f"the table {name} cannot be read: {error}") from error
    return content.hexdigest()


_EXCLUDED = re.compile(r"(?<=EXCLUDE \()[^()]+")


def _in_order(names: re.Match[str]) -> str:
    """What a definition leaves out, by name: DuckDB keeps it as a set, and writes it in any order."""
    return ", ".join(sorted(names[0].split(", ")))


_NO_LENGTH = tables.array([-1], pa.int32())[0]
"""That of a null."""


def _take_up(content: hashlib._Hash, texts: pa.Array) -> None:
    """Take up texts and nulls in a checksum: all lengths, and then the texts."""
    lengths = pc.fill_null(pc.binary_length(texts), _NO_LENGTH)
    told = texts.drop_null()
    if len(lengths):
        numbers = memoryview(lengths.buffers()[1]).cast("B").cast("i")
        content.update(numbers[lengths.offset : lengths.offset + len(lengths)])
    if len(told):
        ends = memoryview(told.buffers()[1]).cast("B").cast("i")
        content.update(memoryview(told.buffers()[2])[ends[told.offset] : ends[told.offset + len(told)]])


def fingerprint_of(path: Path) -> str:
    """That of the database file at `path`; it is kept for as long as nobody writes to the file.

    Raises InputError as `connect` does.
    """
    found = path.stat()
    return _fingerprint_of(path, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4)
def _fingerprint_of(path: Path, *_: int) -> str:
    with connect(path) as connection:
        return fingerprint(connection)


def in_order(name: str, without: Iterable[str] = ()) -> str:
    """The query for a table in the order of `TABLES`, or for a view in its own, `without` some columns."""
    left_out = f" EXCLUDE ({', '.join(without)})" if without else ""
    order = f" ORDER BY {TABLES[name]}" if name in TABLES else ""
    return f'SELECT *{left_out} FROM "{name}"{order}'


def views(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of the database's views, in the order in which they were made."""
    found = connection.execute(
        "SELECT view_name FROM duckdb_views() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY view_oid"
    )
    return [name for (name,) in found.fetchall()]


def export(
    connection: duckdb.DuckDBPyConnection, target: Path, rows_from: duckdb.DuckDBPyConnection
) -> list[tuple[Path, int]]:
    """Write all claims as CSV, Parquet and JSON Lines, and each view as CSV, into `target`; files and rows.

    `rows_from` is where the rows have been `computed`.
    """
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, form in [
        *(("claims", form) for form in ("csv", "parquet", "jsonl")),
        *((view, "csv") for view in views(connection)),
    ]:
        path = target / f"{name}.{form}"
        table = rows_from.sql(in_order(name)).to_arrow_table()
        with path.open("wb") as out:
            tables.WRITERS[form](table, out)
        written.append((path, table.num_rows))
    return written
