"""From what the user names (files, directories, globs, `-`) to plain files that can be read."""

from __future__ import annotations

import glob
import gzip
import hashlib
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import pyarrow

from leaderboard.errors import InputError

STDIN = "-"
SUFFIXES = (".txt", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".bib")
"""What a directory is searched for; a file named outright may be called anything."""
EXTRACTION = "extraction.json"
"""In a folder that a cluster wrote, the list of its partitions; see `extracted`."""
_COMPRESSED_SUFFIXES = (".gz", ".zst")

MOST_UNPACKED = 1 << 30
"""Bytes that a compressed file may always unpack to."""
MOST_TIMES = 100
"""How many times its size it may unpack to beyond that: text is packed to a third or a tenth, repeated records to a
fiftieth; what exceeds both is made to fill the disk."""
_PIECE = 1 << 20

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True)
class Source:
    """One input. `path` is a plain, uncompressed, regular file."""

    path: Path
    label: str
    """What messages call it: the path as the user gave it."""
    name: str
    """What papers carry as their source: the file's name, without the folder."""
    size: int
    """Bytes, as given: before unpacking."""
    sha256: str
    """The checksum of those bytes."""


def resolve(inputs: Iterable[str | Path]) -> list[str | Path]:
    """The files that `inputs` stand for, in the order given and by name within a directory or glob, each file once.

    Raises InputError for a path that is not there, a glob that matches nothing, and a directory without input files.
    """
    found: dict[object, str | Path] = {}
    for given in inputs:
        try:
            for path in _files(given):
                found.setdefault(path if path == STDIN else Path(path).resolve(), path)
        except OSError as error:  # a name too long, a folder that may not be entered
            raise InputError(f"{given}: cannot be read: {error.strerror or error}") from error
    if not found:
        raise InputError("no input: name a file, a directory, a glob or - for standard input")
    return list(found.values())


def in_order_of_name(inputs: Iterable[str | Path]) -> list[str | Path]:
    """The files that `inputs` stand for, in an order that does not depend on theirs: by name, standard input last.

    Raises InputError as `resolve` does.
    """
    return sorted(resolve(inputs), key=lambda path: (path == STDIN, Path(path).name, Path(path).resolve()))


def _files(given: str | Path) -> Iterator[str | Path]:
    path = Path(given)
    if given == STDIN:
        yield given
    elif path.is_dir():
        yield from [path] if is_extraction(path) else _in_directory(path)
    elif path.exists():
        yield path
    elif glob.has_magic(str(given)):
        found = sorted(glob.glob(str(given), recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
        matches = [match for match in found if not Path(match).is_dir()]
        if not matches:
            raise InputError(f"{given}: no file matches this pattern")
        yield from matches
    elif "://" in str(given):
        raise InputError(f"{given}: addresses are not read; download the file and name it")
    else:
        raise InputError(f"{given}: no such file or directory")


def is_extraction(folder: Path) -> bool:
    """Whether a cluster wrote the folder, or has begun to."""
    return (folder / EXTRACTION).is_file() or any(folder.glob("claims/part-*-*.parquet"))


def _in_directory(folder: Path) -> list[Path]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_input(path.relative_to(folder))]
    if not files:
        raise InputError(
            f"{folder}: the directory holds no input file. It is searched for files that end in "
            f"{', '.join(SUFFIXES)}, also with {' or '.join(_COMPRESSED_SUFFIXES)} behind"
        )
    return files


def _is_input(path: Path) -> bool:
    """Whether a file in a directory is meant as input, by its name; nothing hidden is."""
    if any(part.startswith(".") for part in path.parts):
        return False
    return plain_suffix(path.name) in SUFFIXES


def plain_suffix(name: str) -> str:
    """The suffix that tells the format: `.csv` of `papers.CSV.gz`."""
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix in _COMPRESSED_SUFFIXES else path.suffix


def opened(given: str | Path, stdin: BinaryIO | None, stack: ExitStack) -> Source:
    """The input as a plain file: standard input, pipes and compressed files go into a temporary one.

    `stack` removes the temporary file. Compressed data is unpacked here, not by DuckDB, whose JSON reader ends a
    truncated zstd file without an error.

    Raises InputError for a file that cannot be read or unpacked, or whose name is no text.
    """
    if given == STDIN:
        path, label, name = Path(), "standard input", "standard input"
        stream: BinaryIO = sys.stdin.buffer if stdin is None else stdin
        path = _copied(label, lambda: stream, stack)
    else:
        named = Path(given)
        label, name = str(given), named.name
        if label.encode(errors="replace") != label.encode(errors="surrogatepass"):  # DuckDB opens no such file
            raise InputError(f"{str(given)!r}: the name of this file is not UTF-8; give it another, or pipe it in")
        if named.is_char_device() or named.is_block_device():
            raise InputError(f"{label}: is a device, which may have no end; name a file, or - for standard input")
        path = named if named.is_file() else _copied(label, lambda: stack.enter_context(named.open("rb")), stack)
    start, size, checksum = _measured(path, label)
    most = most_unpacked(size)
    if start.startswith(GZIP):
        plain = _copied(label, lambda: stack.enter_context(gzip.GzipFile(path)), stack, most)
    elif start == ZSTD:
        plain = _copied(label, lambda: pyarrow.input_stream(str(path), compression="zstd"), stack, most)
    else:
        plain = path
    return Source(plain, label, name, size, checksum)


def most_unpacked(size: int) -> int:
    """Bytes that a file of `size` bytes may stand for."""
    return max(MOST_UNPACKED, MOST_TIMES * size)


def _copied(label: str, stream: Callable[[], Readable], stack: ExitStack, most: int | None = None) -> Path:
    """A temporary file with what the stream holds. Raises InputError where it breaks off, or holds more than `most`."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="leaderboard-")))
    copy = folder / "input"
    with copy.open("wb") as target:
        try:
            opened_stream = stream()
            while piece := opened_stream.read(_PIECE):
                if most is not None and target.tell() + len(piece) > most:
                    raise InputError(
                        f"{label}: unpacks to more than {most:,} bytes, and to more than {MOST_TIMES} times its size; "
                        "if it is what it should be, unpack it and name the plain file"
                    )
                target.write(piece)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"{label}: cannot be read: {error}. Is the file complete?") from error
    return copy


def checksum(path: Path) -> str:
    """The SHA-256 of a file as it is given. Raises InputError for one that cannot be read."""
    return _measured(path, str(path))[2]


def _measured(path: Path, label: str) -> tuple[bytes, int, str]:
    """The first four bytes of a file, its size and its checksum. Raises InputError for one that cannot be read."""
    try:
        with path.open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
            file.seek(0)
            return file.read(4), size, checksum
    except OSError as error:
        raise InputError(f"{label}: cannot be read: {error.strerror or error}") from error


def head(source: Source, size: int) -> bytes:
    """The first `size` bytes. Raises InputError for a file that cannot be read."""
    try:
        with source.path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise InputError(f"{source.label}: cannot be read: {error.strerror or error}") from error


def text(source: Source) -> str:
    """The whole file, decoded, without a byte order mark and with every line end as it stands.

    Raises InputError, with the line, for bytes that are not UTF-8.
    """
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise InputError(f"{source.label}: cannot be read: {error.strerror or error}") from error
    return decoded(data, source.label)


def decoded(data: bytes, label: str) -> str:
    """`data` as text. Raises InputError, with the line, for bytes that are not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{label}, line {line}: not UTF-8 text (byte 0x{data[error.start]:02x}); "
            "convert it, for example with iconv -f latin1 -t utf-8"
        ) from error
