"""Claims and papers as Arrow tables; tables as CSV, JSON, Markdown, Parquet and plain text; files replaced whole."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from leaderboard.csv_text import FORMULA_STARTS, harmless
from leaderboard.errors import InputError
from leaderboard.model import CLAIM_COLUMNS, PAPER_COLUMNS, Claim, Paper

_TYPES = {
    "value": pa.float64(),
    "value_to": pa.float64(),
    "model_size": pa.float64(),
    "confidence": pa.float64(),
    "start": pa.int32(),
    "end": pa.int32(),
    "published": pa.date32(),
}
PAPER_SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in PAPER_COLUMNS])
CLAIM_SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in CLAIM_COLUMNS])

_FORMULA = f"^([{re.escape(''.join(FORMULA_STARTS))}])"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def papers_table(papers: Iterable[Paper]) -> pa.Table:
    """One row for each paper, in the order given; columns as in `PAPER_COLUMNS`."""
    return _of_rows(map(attrgetter(*PAPER_COLUMNS), papers), PAPER_SCHEMA)


def claims_table(claims: Iterable[Claim]) -> pa.Table:
    """One row for each claim, in the order given; columns as in `CLAIM_COLUMNS`."""
    return table_of_claims(map(attrgetter(*CLAIM_COLUMNS), claims))


def table_of_claims(rows: Iterable[Sequence[object]]) -> pa.Table:
    """The same of claims as rows, whose values are in the order of `CLAIM_COLUMNS`."""
    return _of_rows(rows, CLAIM_SCHEMA)


def _of_rows(rows: Iterable[Sequence[object]], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([array(values, each.type) for values, each in zip(columns, schema, strict=True)], schema=schema)


_MOST = (1 << 29) - 1
"""Characters, of at most four bytes, that a builder holds. What goes beyond two GB it drops, and tells nobody."""


def array(values: Iterable[object], kind: pa.DataType) -> pa.Array | pa.ChunkedArray:
    """The values, None for nulls, as an array of a kind that is read from text: numbers, truths, dates, texts.

    `pa.array`, and `pa.scalar` as well, first load pandas, a third of a second for each process.
    """
    texts = [None if value is None else str(value) for value in values]
    if sum(map(len, filter(None, texts))) > _MOST:
        return pa.array(texts, pa.string()).cast(kind)
    builder = pa.lib.StringBuilder()
    builder.append_values(texts)
    return builder.finish().cast(kind)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes `path`'s place once it is complete; if anything fails, `path` stays as it was.

    What a link points to is replaced, not the link; to a device or a pipe (`/dev/null`) is written as it comes. Raises
    InputError where it cannot be written, and for a database, which no table replaces.
    """
    place = Path(os.path.realpath(path))
    try:
        if place.exists() and not (place.is_file() or place.is_dir()):
            with place.open("wb") as out:
                yield out
            return
        if _is_database(place):
            raise InputError(f"{path}: is a database, and stays one; choose another place")
        unfinished = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            with unfinished.open("wb") as out:
                yield out
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}; choose another place") from error


def _is_database(path: Path) -> bool:
    """Whether there is a DuckDB file: one with its mark behind a checksum."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def write_csv(table: pa.Table, out: BinaryIO, header: bool = True) -> None:
    """RFC 4180: UTF-8, a header, CRLF, texts quoted; ISO dates, nulls empty (an empty text is `""`), lists as JSON.

    A text that a spreadsheet would take for a formula gets a leading apostrophe, in the header too; numbers stay
    numbers.
    """
    for index, field in enumerate(table.schema):
        if not _is_plain(field.type):
            texts = [None if value is None else as_text(value) for value in table.column(index).to_pylist()]
            table = table.set_column(index, field.name, array(texts, pa.string()))
        if _is_text(table.schema.types[index]):
            table = table.set_column(index, field.name, _without_formulas(table.column(index)))
    table = table.rename_columns([harmless(name) for name in table.column_names])
    pyarrow.csv.write_csv(table, out, pyarrow.csv.WriteOptions(include_header=header, eol="\r\n"))


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_plain(kind: pa.DataType) -> bool:
    return _is_text(kind) or is_number(kind) or pa.types.is_boolean(kind) or pa.types.is_date(kind)


def is_number(kind: pa.DataType) -> bool:
    """Whether a column of this type holds numbers."""
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _without_formulas(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.replace_substring_regex(column, _FORMULA, r"'\1")


def write_parquet(table: pa.Table, out: BinaryIO) -> None:
    """Parquet, compressed with Zstandard."""
    import pyarrow.parquet

    pyarrow.parquet.write_table(table, out, compression="zstd")


def write_pieces(pieces: Iterable[pa.Table], form: str, out: BinaryIO) -> None:
    """Tables of one kind, one or more, as one: `csv`, `jsonl` or `parquet`, each as written of all at once."""
    waiting = iter(pieces)
    first = next(waiting)
    if form == "parquet":
        import pyarrow.parquet

        with pyarrow.parquet.ParquetWriter(out, first.schema, compression="zstd") as writer:
            writer.write_table(first)
            del first  # none is held while the next is made
            for piece in waiting:
                writer.write_table(piece)
                del piece
        return
    WRITERS[form](first, out)
    for piece in waiting:
        if form == "csv":
            write_csv(piece, out, header=False)
        else:
            WRITERS[form](piece, out)


def write_json(table: pa.Table, out: BinaryIO) -> None:
    """A list of objects, one on each line; texts as they are, dates as ISO text."""
    rows = ",\n".join(_json_objects(table))
    out.write(f"[\n{rows}\n]\n".encode() if rows else b"[]\n")


def write_jsonl(table: pa.Table, out: BinaryIO) -> None:
    """JSON Lines: an object on each line; texts as they are, dates as ISO text."""
    for row in _json_objects(table):
        out.write(f"{row}\n".encode())


def _json_objects(table: pa.Table) -> Iterator[str]:
    """The rows; of columns of one name, which an object cannot hold, the later are numbered: `a`, `a_1`."""
    names: list[str] = []
    for name in table.column_names:
        names.append(next(each for each in _numbered(name) if each not in names))
    # `json.dumps` makes an encoder for each row, which takes a third of the time.
    yield from map(_JSON.encode, table.rename_columns(names).to_pylist())


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in itertools.count(1))


def _json_value(value: object) -> object:
    """What JSON has no type for: decimals (DuckDB sums whole numbers to them) as numbers, all else as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


_JSON = json.JSONEncoder(ensure_ascii=False, default=_json_value)


def write_markdown(table: pa.Table, out: BinaryIO) -> None:
    """A Markdown table, numbers to the right."""
    rules = [" ---: " if is_number(field.type) else " --- " for field in table.schema]
    lines = [_markdown_row(map(as_text, table.column_names)), "|" + "|".join(rules) + "|"]
    lines += [_markdown_row(cells) for cells in text_rows(table)]
    out.write(("\n".join(lines) + "\n").encode())


def _markdown_row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(re.sub(r"([\\|`*_<>\[\]])", r"\\\1", cell) for cell in cells) + " |"


def write_plain(table: pa.Table, out: BinaryIO) -> None:
    """Tab-separated lines under a header, for other programs: nothing cut, nothing drawn."""
    lines = ["\t".join(map(as_text, table.column_names))]
    lines += ["\t".join(cells) for cells in text_rows(table)]
    out.write(("\n".join(lines) + "\n").encode())


def text_rows(table: pa.Table) -> Iterator[list[str]]:
    """The rows, each cell as people read it."""
    columns = [column.to_pylist() for column in table.columns]
    for cells in zip(*columns, strict=True):
        yield [as_text(cell) for cell in cells]


def as_text(value: object) -> str:
    """A cell as people read it: no `.0` behind whole numbers, nulls empty, control characters as spaces.

    Texts come from strangers; without the last, one of them could move the cursor or recolour the terminal.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=_json_value)
    return _CONTROL.sub(" ", str(value))


WRITERS: dict[str, Callable[[pa.Table, BinaryIO], None]] = {
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
    "markdown": write_markdown,
    "parquet": write_parquet,
}
"""How a table is written, by the name of the format."""

ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "markdown", ".parquet": "parquet"}
"""The format that a file's ending means."""
