"""What a file is, from its content: the name decides nothing."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from leaderboard.errors import InputError
from leaderboard.sources import evaluation_tables, files

Format = Literal["parquet", "json", "csv", "bibtex", "listing"]

EXPECTED = "expected a listing page, JSON, JSON Lines, CSV, Parquet or BibTeX"

_HEAD = 1 << 16
"""Bytes that are looked at."""
_MAX_CONTROLS = 0.02
"""Share of control characters above which it is no text; random bytes have about 0.1."""

_FOREIGN = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"\x1f\x9d": "a compressed archive",
    b"BZh9": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"SQLite format 3": "an SQLite database",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"\xff\xfe\x00\x00": "UTF-32 text",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}
_PARQUET = b"PAR1"
_DUCKDB = b"DUCK"
_DUCKDB_AT = 8

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_JSON_LIST = re.compile(r"\[\s*[\[\]{\"]")
_BIBTEX = re.compile(
    r"^[ \t]*@(?:article|book|booklet|conference|in(?:book|collection|proceedings)|manual|\w*thesis|misc|online|patent|"
    r"periodical|proceedings|report|software|techreport|thesis|unpublished|string|comment|preamble)\s*[{(]",
    re.IGNORECASE | re.MULTILINE,
)
_ROWS_SNIFFED = 4
_DELIMITERS = ",\t;|"
_COLUMN_NAME = re.compile(r"[\w .:-]{1,40}")


@dataclass(frozen=True)
class Header:
    """The first line of a delimited text file."""

    delimiter: str
    names: list[str]


def format_of(source: files.Source, knows: Callable[[str], bool]) -> Format:
    """The format of the file; text that is nothing else is a listing page.

    `knows` says whether a column of that name holds a title or an abstract.

    Raises InputError for a file that cannot be read, is empty, is binary or is not UTF-8 text.
    """
    if files.head(source, len(_PARQUET)) == _PARQUET:
        return "parquet"
    text = text_head(source)
    start = text.lstrip()
    if start.startswith("{") or _JSON_LIST.match(start):
        return "json"
    if start.startswith("<"):
        raise InputError(f"{source.label}: is HTML or XML; open it in a browser, copy the text and save that")
    if _BIBTEX.search(text):
        return "bibtex"
    return "csv" if _is_table(text, header(text, knows), knows) else "listing"


def holds_evaluation_tables(source: files.Source) -> bool:
    """Whether the file holds the evaluation tables of Papers with Code; False for any file that is not JSON."""
    head = files.head(source, _HEAD).lstrip()
    return head.startswith(b"[") and evaluation_tables.are_in(head.decode(errors="replace"))


def text_head(source: files.Source) -> str:
    """The first lines of a text file, without a byte order mark.

    Raises InputError for a file that cannot be read, is empty, is binary or is not UTF-8 text.
    """
    data = files.head(source, _HEAD)
    for magic, what in _FOREIGN.items():
        if data.startswith(magic):
            raise InputError(f"{source.label}: is {what}; {EXPECTED}")
    if data[_DUCKDB_AT:].startswith(_DUCKDB) and b"\x00" in data:
        raise InputError(f"{source.label}: is a DuckDB database; {EXPECTED}")
    if b"\x00" in data or len(_CONTROLS.findall(data)) > _MAX_CONTROLS * len(data):
        raise InputError(f"{source.label}: is a binary file; {EXPECTED}")
    is_beginning = len(data) == _HEAD
    if is_beginning:
        data = data[: _whole_characters(data)]
    text = files.decoded(data, source.label)
    if not text.strip():
        begins = f"begins with {_HEAD:,} bytes of white space; remove it"
        raise InputError(f"{source.label}: {begins if is_beginning else 'the file is empty'}")
    return text


def _whole_characters(data: bytes) -> int:
    """Where the last character starts, which the end of the head may have cut."""
    end = len(data) - 1
    while end and data[end] & 0xC0 == 0x80:
        end -= 1
    return end


def header(text: str, knows: Callable[[str], bool]) -> Header:
    """The first line's column names, split by the delimiter that gives the most known ones (else the most)."""
    headers = [Header(delimiter, rows[0]) for delimiter in _DELIMITERS if (rows := _rows(text, delimiter))]
    return max(headers, key=lambda found: (sum(map(knows, found.names)), len(found.names)))


def _is_table(text: str, first: Header, knows: Callable[[str], bool]) -> bool:
    """Whether a name is known, or all look like names and the next rows are as long."""
    names = first.names
    if len(names) < 2 or any(map(knows, names)):
        return len(names) > 1
    plain = all(_COLUMN_NAME.fullmatch(name.strip()) for name in names) and len(set(names)) == len(names)
    others = _rows(text, first.delimiter)[1:]
    return plain and bool(others) and all(len(row) == len(names) for row in others)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The first rows, as the csv module splits them."""
    reader = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter)
    try:
        return list(itertools.islice(reader, _ROWS_SNIFFED))
    except csv.Error:  # a field above the module's limit, from a stray quote: keep the first line
        return [text.lstrip("\r\n").splitlines()[0].split(delimiter)]
