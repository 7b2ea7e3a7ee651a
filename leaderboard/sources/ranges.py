"""Data sets in ranges of records: what machines that share a data set read, each some of the ranges.

Parquet, JSON Lines and CSV files, local or remote (any address that fsspec opens). A range of a text file is known by
its bytes, so that no more than those are fetched; compressed files are unpacked from their beginning each time.
"""

from __future__ import annotations

import csv
import dataclasses
import gzip
import hashlib
import io
import itertools
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, cast

import fsspec
import pyarrow as pa
import pyarrow.parquet
from fsspec.core import url_to_fs

from leaderboard.errors import InputError
from leaderboard.sources import detect, files, tables
from leaderboard.sources.entry import Entry
from leaderboard.sources.fields import Fields

RECORDS = 5_000
SIZE = 1 << 26
"""A range ends after this many records or, for long texts, bytes."""
_LONGEST_RECORD = 1 << 30
"""Bytes. What is longer is no record but a quote that nothing closes."""
_HEAD = 1 << 16
_PIECE = 1 << 20

Form = Literal["parquet", "json", "csv"]


@dataclass(frozen=True)
class File:
    """A file of a data set."""

    address: str
    """What fsspec opens: a path or an address."""
    label: str
    """What messages call it: as the user gave it."""
    name: str
    """What papers carry as their source: the file's name, without the folder."""
    number: int
    """Its place among the inputs."""


@dataclass(frozen=True)
class Range:
    """Some records of a file, one after the other."""

    file: File
    form: Form
    first: int
    """The number of its first record, from 0."""
    count: int
    start: int = 0
    end: int = 0
    """The bytes that hold it, in the file as unpacked; of Parquet unused."""
    header: bytes = b""
    """The beginning of a CSV file, up to the end of the line with the columns' names."""

    def __str__(self) -> str:
        return f"{self.file.label}, records {self.first + 1} to {self.first + self.count}"


@dataclass(frozen=True)
class Fault:
    """A record that could not be read, or a range of which nothing could; the others were."""

    where: str
    """The file and the record's number, or its paper's id."""
    reason: str


@dataclass(frozen=True)
class Entries:
    """What a range holds."""

    entries: list[Entry]
    """Those without an abstract too."""
    faults: list[Fault]
    lacks: str | None
    """What to say of a file in which no record has a field for the title, or for the abstract."""
    mapped: frozenset[str]
    """The left sides of the mapping whose field was there."""

    def digest(self) -> str:
        """A checksum of all that a paper of the range may be made of."""
        content = [[tuple(entry) for entry in self.entries], self.faults]
        return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()


def data_files(inputs: Iterable[str | Path]) -> list[File]:
    """The files that paths, folders, glob patterns and addresses stand for, in that order, each once.

    Raises InputError for what is not there and for the standard input, which other machines cannot read.
    """
    found: dict[str, str] = {}
    for given in inputs:
        if given == files.STDIN:
            raise InputError("standard input: other machines cannot read it; name a file")
        if "://" in str(given):
            found |= {address: address for address in _addresses(str(given)) if address not in found}
        else:
            named = {str(Path(path).resolve()): str(path) for path in files.resolve([given])}
            found |= {path: label for path, label in named.items() if path not in found}
    return [
        File(address, label, address.rstrip("/").rpartition("/")[2], number)
        for number, (address, label) in enumerate(found.items())
    ]


def _addresses(given: str) -> list[str]:
    """The files of a remote folder or pattern, by name."""
    with _explained(given):
        system, path = url_to_fs(given)
        if "*" in path or "?" in path:
            paths = sorted(system.glob(path))
        elif files.plain_suffix(path) in files.SUFFIXES or not system.isdir(path):
            paths = [path] if system.exists(path) else []
        else:
            paths = [each for each in sorted(system.find(path)) if files.plain_suffix(each) in files.SUFFIXES]
        if not paths:
            raise InputError(f"{given}: no such file, or none that matches")
        return [system.unstrip_protocol(each) for each in paths]


@contextmanager
def _explained(label: str) -> Iterator[None]:
    """Whatever a file system raises (each has errors of its own) as InputError."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"{label}: cannot be read: {error or type(error).__name__}") from error


@contextmanager
def _opened(file: File) -> Iterator[BinaryIO]:
    with _explained(file.label), fsspec.open(file.address, "rb") as raw:
        yield raw


@contextmanager
def _unpacked(file: File) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked."""
    with _opened(file) as raw:
        start = raw.read(4)
        raw.seek(0)
        if start.startswith(files.GZIP):
            yield cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=raw), _PIECE))
        elif start == files.ZSTD:
            stream = pa.CompressedInputStream(pa.PythonFile(raw, "r"), "zstd")
            yield cast(BinaryIO, io.BufferedReader(stream, _PIECE))
        else:
            yield raw


def _skip(stream: BinaryIO, count: int) -> None:
    """Go on to byte `count`, from the beginning."""
    if stream.seekable():
        stream.seek(count)
        return
    while count and (piece := stream.read(min(count, _PIECE))):
        count -= len(piece)


def plan(file: File, mapping: Mapping[str, str] | None = None, records: int = RECORDS, size: int = SIZE) -> list[Range]:
    """The ranges of a file, of `records` records or, if they are long, `size` bytes. Text files are read once for it.

    Raises InputError for a file that cannot be read and for one that is not Parquet, JSON Lines or CSV.
    """
    with _unpacked(file) as stream:
        head = stream.read(_HEAD)
    form = _form(file, head, Fields(mapping or {}))
    if form == "parquet":
        return _parquet_ranges(file, records, size)
    if form == "json":
        _refuse_one_object(file)
    with _unpacked(file) as stream:
        header = b""
        lengths: Iterator[int] = map(len, stream)
        if form == "csv":
            lengths = _csv_lengths(stream, _delimiter(file, head, Fields(mapping or {})))
            skipped = len(head) - len(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
            length = 0
            while length <= skipped:
                length += next(lengths)
            header = head[:length]
        return list(_text_ranges(Range(file, form, 0, 0, len(header), len(header), header), lengths, records, size))


def _form(file: File, head: bytes, fields: Fields) -> Form:
    with _as_source(file.label, file.name, head) as source:
        form = detect.format_of(source, fields.knows)
    if form not in ("parquet", "json", "csv") or head.lstrip().startswith(b"["):
        raise InputError(
            f"{file.label}: only Parquet, JSON Lines and CSV are read by records; "
            "read it without --cluster, or write it as JSON Lines"
        )
    return form


def _delimiter(file: File, head: bytes, fields: Fields) -> str:
    with _as_source(file.label, file.name, head) as source:
        return detect.header(detect.text_head(source), fields.knows).delimiter


def _refuse_one_object(file: File) -> None:
    with _unpacked(file) as stream:
        line = next(filter(bytes.strip, stream))
    try:
        json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        raise InputError(
            f"{file.label}: its first line is no JSON object of its own; write it as JSON Lines, a record on each line"
        ) from error


def _csv_lengths(stream: BinaryIO, delimiter: str) -> Iterator[int]:
    """The bytes of each record, those of blank lines too. Latin-1 gives each byte a character."""
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for line in io.TextIOWrapper(stream, encoding="latin-1", newline=""):
            taken += len(line)
            yield line

    csv.field_size_limit(min(sys.maxsize, _LONGEST_RECORD))
    reader = csv.reader(lines(), delimiter=delimiter)
    while True:
        try:
            next(reader)
        except StopIteration:
            return
        except csv.Error:  # a stray carriage return or an endless field: DuckDB tells what is wrong with it
            pass
        yield taken
        taken = 0


def _text_ranges(empty: Range, lengths: Iterable[int], records: int, size: int) -> Iterator[Range]:
    """Ranges that begin where `empty` does, of records of these lengths."""
    at = empty
    for length in lengths:
        if length > _LONGEST_RECORD:
            raise InputError(
                f"{at.file.label}, record {at.first + at.count + 1}: longer than {_LONGEST_RECORD:,} bytes; "
                "look for an unclosed quote"
            )
        at = dataclasses.replace(at, count=at.count + 1, end=at.end + length)
        if at.count == records or at.end - at.start >= size:
            yield at
            at = dataclasses.replace(at, first=at.first + at.count, count=0, start=at.end)
    if at.count:
        yield at


def _parquet_ranges(file: File, records: int, size: int) -> list[Range]:
    with _parquet(file) as parquet:
        groups = [parquet.metadata.row_group(each) for each in range(parquet.metadata.num_row_groups)]
        rows = parquet.metadata.num_rows
        long = sum(group.total_byte_size for group in groups) / max(1, rows)
    step = max(1, min(records, int(size / max(1, long))))
    return [Range(file, "parquet", first, min(step, rows - first)) for first in range(0, rows, step)]


@contextmanager
def _parquet(file: File) -> Iterator[pyarrow.parquet.ParquetFile]:
    with _opened(file) as raw:
        yield pyarrow.parquet.ParquetFile(raw)


def read(part: Range, mapping: Mapping[str, str] | None = None) -> Entries:
    """The entries of a range, as the file's own reading gives them; a record that cannot be read is a fault.

    Raises InputError where the file cannot be read at all.
    """
    fields = Fields(mapping or {})
    faults: list[Fault] = []
    whole, parsed = _parquet_rows(part, fields) if part.form == "parquet" else _text_records(part, fields)
    entries = list(_sound(part, 0, whole, parsed, faults))
    try:
        fields.require(part.file.label)
    except InputError as error:
        return Entries(entries, faults, str(error), frozenset(fields.mapped()))
    return Entries(entries, faults, None, frozenset(fields.mapped()))


Parsed = Callable[[int, int], list[Entry]]
"""The entries of the records from one place to another of a range."""


def _sound(part: Range, begin: int, end: int, parsed: Parsed, faults: list[Fault]) -> Iterator[Entry]:
    """The entries that can be read. What makes a reader refuse them all is found by halving."""
    try:
        yield from parsed(begin, end)
    except InputError as error:
        if end - begin > 1:
            middle = (begin + end) // 2
            yield from _sound(part, begin, middle, parsed, faults)
            yield from _sound(part, middle, end, parsed, faults)
        else:
            label = f"{part.file.label}, record {part.first + begin + 1}"
            faults.append(Fault(label, re.sub(rf"^{re.escape(part.file.label)}(?:, \w+ \d+)*: ", "", str(error))))


def _text_records(part: Range, fields: Fields) -> tuple[int, Parsed]:
    with _unpacked(part.file) as stream:
        _skip(stream, part.start)
        data = stream.read(part.end - part.start)
    if part.form == "json":
        records = list(io.BytesIO(data))
        reader = tables.json_records
    else:
        delimiter = _delimiter(part.file, part.header, fields)
        ends = itertools.accumulate(_csv_lengths(io.BytesIO(data), delimiter), initial=0)
        records = [data[start:end] for start, end in itertools.pairwise(ends)]
        reader = tables.csv_records

    def parsed(begin: int, end: int) -> list[Entry]:
        text = b"".join(records[begin:end])
        if not text.strip():
            return []
        with _as_source(part.file.label, part.file.name, part.header + text) as source:
            return [fields.entry(record) for record in reader(source, fields)]

    return len(records), parsed


def _parquet_rows(part: Range, fields: Fields) -> tuple[int, Parsed]:
    with _parquet(part.file) as parquet:
        table = _slice(parquet, part.first, part.count, fields)

    def parsed(begin: int, end: int) -> list[Entry]:
        out = io.BytesIO()
        pyarrow.parquet.write_table(table.slice(begin, end - begin), out, compression="none")
        with _as_source(part.file.label, part.file.name, out.getvalue()) as source:
            return [fields.entry(record) for record in tables.parquet_records(source, fields)]

    return table.num_rows, parsed


def _slice(parquet: pyarrow.parquet.ParquetFile, first: int, count: int, fields: Fields) -> pa.Table:
    """Rows of the columns that can matter; other row groups are not fetched."""
    groups: list[int] = []
    skip = at = 0
    for group in range(parquet.metadata.num_row_groups):
        rows = parquet.metadata.row_group(group).num_rows
        if at + rows > first and at < first + count:
            skip = skip if groups else first - at
            groups.append(group)
        at += rows
    wanted = fields.wanted(parquet.schema_arrow.names)
    batches: list[pa.RecordBatch] = []
    for batch in parquet.iter_batches(count, row_groups=groups, columns=wanted):
        rows = batch.slice(min(skip, batch.num_rows))
        skip -= batch.num_rows - rows.num_rows
        batches.append(rows.slice(0, count))
        count -= batches[-1].num_rows
        if not count:
            break
    return pa.Table.from_batches(batches)


@contextmanager
def _as_source(label: str, name: str, data: bytes) -> Iterator[files.Source]:
    """Bytes as the plain file that readers take."""
    with tempfile.TemporaryDirectory(prefix="leaderboard-") as folder:
        path = Path(folder) / "input"
        path.write_bytes(data)
        yield files.Source(path, label, name, len(data), "")
