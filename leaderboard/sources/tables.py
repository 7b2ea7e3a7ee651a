"""Records of JSON, JSON Lines, CSV and Parquet files, read by DuckDB."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
import pyarrow

from leaderboard.errors import InputError
from leaderboard.sources import detect, files, json_text
from leaderboard.sources.fields import Fields, Record

_BATCH = 256
"""Rows fetched at a time: few, since what DuckDB keeps ready counts in such batches."""
_OBJECT_SIZE = 1 << 24
_LARGEST_OBJECT = (1 << 32) - 1
"""Bytes: DuckDB's usual and its greatest limit for one JSON object."""

_FAULTS = (duckdb.Error, OSError)
"""What reading raises: the Arrow stream passes DuckDB's errors on as OSError."""
_ASIDES = re.compile(
    r"""^[\w ]*Error:\ (?:Malformed\ JSON)?
    |(?:\ in|\ of)?\ file\ (?:"[^"]*"|'[^']*')
    |,\ at\ byte\ \d+\ in\ [\w/]+\ \d+:
    |[.\s]+$""",
    re.VERBOSE,
)
"""What DuckDB's messages say that is said better here: the kind, the path, a place counted in its own way."""
_CSV_LINE = re.compile(r"CSV Error on Line: (\d+)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NOT_SPACE = re.compile(r"\S")
_SHAPE = json.JSONDecoder(parse_int=str)
"""For where values begin and end: a number too long to be one is none of its business."""


@contextmanager
def _connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that never fetches an extension, tells days in UTC and draws no progress of its own.

    It reads ahead little: else it holds all of a Parquet file's row group packed, and as much unpacked.
    """
    with duckdb.connect() as connection:
        connection.execute("SET disable_parquet_prefetching = true; SET streaming_buffer_size = '100KB'")
        connection.execute("SET threads = 1")
        connection.execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false")
        connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        yield connection


def _literal_path(source: files.Source) -> str:
    """The path with glob characters escaped: DuckDB would expand them."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(source.path))


def parquet_records(source: files.Source, fields: Fields) -> Iterator[Record]:
    """The rows of a Parquet file, nested values as dicts and lists.

    Raises InputError for a file that is damaged.
    """
    scan = "read_parquet($path, hive_partitioning = false, binary_as_string = true)"
    try:
        _refuse_bomb(scan, source)
        yield from _rows(scan, {"path": _literal_path(source)}, fields, source.label)
    except (*_FAULTS, RuntimeError) as error:  # the last for a name or value that is not UTF-8
        raise InputError(f"{source.label}: this Parquet file cannot be read: {_reason(error)}") from error


def _refuse_bomb(scan: str, source: files.Source) -> None:
    """Raise InputError for a small Parquet file whose texts, written out, would fill the memory.

    It keeps a text that many rows have once, and so a kilobyte may stand for a terabyte.
    """
    most = files.most_unpacked(source.size)
    with _connection() as connection:
        names = connection.sql(f"SELECT * FROM {scan} LIMIT 0", params={"path": _literal_path(source)})
        texts = [_name(name) for name, kind in zip(names.columns, names.types, strict=True) if kind == "VARCHAR"]
        lengths = " + ".join(f"strlen(coalesce({name}, ''))" for name in texts) or "0"
        statement = f"SELECT count(*), sum({lengths}) FROM {scan}"
        rows, size = connection.execute(statement, {"path": _literal_path(source)}).fetchall()[0]
    if rows > most or (size or 0) > most:
        raise InputError(
            f"{source.label}: holds {rows:,} rows with {size:,} bytes of text, more than {files.MOST_TIMES} times its "
            "size; if it is what it should be, give a part of it at a time"
        )


def csv_records(source: files.Source, fields: Fields) -> Iterator[Record]:
    """The rows of a delimited file with a header: every value text as it stands, an empty one None.

    Raises InputError, with the line, for a row that does not fit the header and for text that is not UTF-8.
    """
    start = detect.text_head(source)
    header = detect.header(start, fields.knows)
    scan = (
        "read_csv($path, columns = $columns, delim = $delimiter, quote = '\"', escape = '\"', header = true, "
        "auto_detect = false, compression = 'uncompressed', hive_partitioning = false, skip = $skip)"
    )
    blank_lines = start[: len(start) - len(start.lstrip("\r\n"))].count("\n")
    columns = dict.fromkeys(_distinct(header.names), "VARCHAR")
    try:
        yield from _rows(
            scan,
            {"path": _literal_path(source), "columns": columns, "delimiter": header.delimiter, "skip": blank_lines},
            fields,
            source.label,
        )
    except _FAULTS as error:
        text = files.text(source)  # names the line of what is not UTF-8
        line = _CSV_LINE.search(str(error))
        at = f", line {line[1] if line else _mixed_line_end(text)}"
        raise InputError(
            f"{source.label}{at}: malformed CSV: {_reason(error)} "
            "(look for an unclosed quote, a row with more or fewer fields than the header, mixed line ends)"
        ) from error


def _mixed_line_end(text: str) -> int:
    """The first line that ends otherwise than the one before it, which is what DuckDB does not tell the line of."""
    before = ""
    for line, end in enumerate(_LINE_END.finditer(text), start=1):
        if before and end[0] != before:
            return line
        before = end[0]
    return 1


def _distinct(names: list[str]) -> list[str]:
    """Column names that are neither empty nor twice there."""
    result: list[str] = []
    for place, name in enumerate(names):
        result.append(f"column {place + 1}" if not name.strip() or name in result else name)
    return result


def _rows(scan: str, parameters: Mapping[str, object], fields: Fields, label: str) -> Iterator[Record]:
    """The rows of a table function's result; only the columns that can matter are read.

    Raises InputError where none can: a large table that holds something else is not read to its end to say so.
    """
    with _connection() as connection:
        # Without the limit DuckDB 1.5 reads the whole file to tell its columns.
        names = connection.sql(f"SELECT * FROM {scan} LIMIT 0", params=dict(parameters)).columns
        wanted = fields.wanted(names)
        if not wanted:
            fields.require(label)
        columns = ", ".join(map(_name, wanted))
        reader = connection.sql(f"SELECT {columns} FROM {scan}", params=dict(parameters)).to_arrow_reader(_BATCH)
        for batch in reader:
            values = [
                # Arrow takes eight times as long where it has maps to look out for.
                column.to_pylist(maps_as_pydicts="lossy" if pyarrow.types.is_nested(column.type) else None)
                for column in batch.columns
            ]
            for row in zip(*values, strict=True):
                yield dict(zip(wanted, row, strict=False))


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def json_records(source: files.Source, fields: Fields) -> Iterator[Record]:
    """The objects of a JSON array, of JSON Lines, or of one object that wraps a list, each parsed by itself.

    They are not read as a table: the shape of one record then says nothing about another's, and an inverted index
    does not become a column for each word.

    Raises InputError, with the line, for malformed JSON and for a value that is no object.
    """
    start = detect.text_head(source).lstrip()
    shape = "array" if start.startswith("[") else "unstructured"
    size = _OBJECT_SIZE
    if shape == "unstructured" and not _value_ends(start):
        size = max(size, min(source.path.stat().st_size + 1, _LARGEST_OBJECT))
    scan = f"read_json_objects(?, format = '{shape}', compression = 'uncompressed', maximum_object_size = {size})"
    number = 0
    try:
        with _connection() as connection:
            cursor = connection.execute(f"SELECT json FROM {scan}", [_literal_path(source)])
            while batch := cursor.fetchmany(_BATCH):
                for (text,) in batch:
                    number += 1
                    label = f"{source.label}, record {number}"
                    yield from fields.records(json_text.parsed(text, label), label)
    except RecursionError as error:
        raise InputError(f"{source.label}, record {number}: lists nested too deeply") from error
    except (duckdb.Error, json.JSONDecodeError) as error:
        raise _malformed_json(source, error) from error


def _value_ends(start: str) -> bool:
    """Whether the first value ends within the text: one that does not may be as large as the file."""
    try:
        _SHAPE.raw_decode(start)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True


def _malformed_json(source: files.Source, error: Exception) -> InputError:
    """The error with its line, which DuckDB does not tell.

    Where lines are values of their own, a value that is not closed is told by its own line, not by the next.
    """
    text = files.text(source)
    try:
        lines = text.split("\n")
        parts = [text] if _fault(lines[0]) else lines
        for number, part in enumerate(parts, start=1):
            if fault := _fault(part):
                line = number + fault.lineno - 1
                return InputError(f"{source.label}, line {line}: malformed JSON: {fault.msg} (column {fault.colno})")
    except RecursionError:
        return InputError(f"{source.label}: malformed JSON: nested too deeply")
    at = _refused_line(lines) if parts is lines else ""
    return InputError(f"{source.label}{at}: malformed JSON: {_reason(error)}")


def _refused_line(lines: list[str]) -> str:
    """Where the line is that Python's parser takes and DuckDB's does not, such as one with half a surrogate pair."""
    with _connection() as connection:
        for number, line in enumerate(lines, start=1):
            if line.strip() and connection.execute("SELECT json_valid(?)", [line]).fetchone() == (False,):
                return f", line {number}"
    return ""


def _fault(text: str) -> json.JSONDecodeError | None:
    """The first fault in a text of values one after the other, if there is any."""
    place = 0
    try:
        while rest := _NOT_SPACE.search(text, place):
            _, place = _SHAPE.raw_decode(text, rest.start())
    except json.JSONDecodeError as fault:
        return fault
    return None


def _reason(error: Exception) -> str:
    """What DuckDB says, without the path, the statement, the line and the settings that it quotes."""
    lines = [line for line in str(error).partition("\nPossible")[0].splitlines() if line]
    told = (
        lines[-1] if _CSV_LINE.search(lines[0]) else lines[0]
    )  # a row quoted before the reason may have several lines
    return "".join(filter(str.isprintable, _ASIDES.sub("", told))).strip()
