"""Data sets in ranges: whatever the format and wherever it lies, the ranges hold what the whole file holds."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet
import pytest

from leaderboard import sources
from leaderboard.errors import InputError
from leaderboard.sources import ranges
from leaderboard.sources.entry import Entry

RECORDS = [
    {
        "id": f"p-{number}",
        "title": f"Paper {number}",
        "abstract": f'Über 50%,\r\nsaid "we";\nand {number}.' if number % 3 else f'{number}\x85 5" of\u2028it',
        "year": str(2000 + number),
        "nothing": "",
    }
    for number in range(23)
]


def as_jsonl() -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS).encode()


def as_csv(delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(RECORDS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(RECORDS)
    return out.getvalue().encode()


def as_parquet(group: int) -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pa.Table.from_pylist(RECORDS), out, row_group_size=group)
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    return bytes(pa.compress(data, codec="zstd", asbytes=True))


FORMS = {
    "records.jsonl": as_jsonl(),
    "without-last-line-end.jsonl": as_jsonl().rstrip(),
    "blank-lines.jsonl": b"\n" + as_jsonl().replace(b"\n", b"\n\n"),
    "records.jsonl.gz": gzip.compress(as_jsonl()[:100]) + gzip.compress(as_jsonl()[100:]),
    "records.jsonl.zst": zstd(as_jsonl()),
    "records.csv": as_csv(),
    "marked.csv": b"\xef\xbb\xbf\r\n" + as_csv(),
    "records.tsv": as_csv("\t"),
    "records.csv.gz": gzip.compress(as_csv()),
    "one-group.parquet": as_parquet(100),
    "groups.parquet": as_parquet(7),
}


def read_in_ranges(address: str, records: int = 4) -> list[Entry]:
    [file] = ranges.data_files([address])
    parts = ranges.plan(file, records=records)
    assert max(part.count for part in parts) <= records
    assert len(parts) > 1
    found = [ranges.read(part) for part in parts]
    assert [fault for each in found for fault in each.faults] == []
    return [entry for each in found for entry in each.entries]


@pytest.mark.parametrize("name", FORMS)
def test_ranges_hold_what_the_file_holds(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FORMS[name])
    entries = read_in_ranges(str(path))
    papers = sources.read([path]).papers
    assert len(papers) == len(RECORDS)
    assert [(each.given_id, each.title, each.abstract, each.published) for each in entries] == [
        (paper.paper_id, paper.title, paper.abstract, paper.published) for paper in papers
    ]


@pytest.mark.parametrize("name", ["records.jsonl", "records.csv", "records.jsonl.zst", "groups.parquet"])
def test_a_remote_file_is_read_like_a_near_one(name: str) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe(f"/far/{name}", FORMS[name])
    try:
        for address in ("memory://far", f"memory://far/{name}", "memory://far/*"):
            assert [entry.title for entry in read_in_ranges(address)] == [record["title"] for record in RECORDS]
    finally:
        memory.rm("/far", recursive=True)


def test_no_more_of_a_remote_file_is_fetched_than_the_range(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(as_jsonl())
    [file] = ranges.data_files([path])
    second = ranges.plan(file, records=5)[1]
    path.write_bytes(b"x" * second.start + as_jsonl()[second.start : second.end] + b"x")
    assert [entry.given_id for entry in ranges.read(second).entries] == [f"p-{number}" for number in range(5, 10)]


def test_long_records_make_small_ranges(tmp_path: Path) -> None:
    for name in ("records.jsonl", "records.csv", "groups.parquet"):
        (tmp_path / name).write_bytes(FORMS[name])
        [file] = ranges.data_files([tmp_path / name])
        parts = ranges.plan(file, size=len(FORMS[name]) // 8)
        assert len(parts) > 2
        assert sum(part.count for part in parts) >= len(RECORDS)
        assert sum(len(ranges.read(part).entries) for part in parts) == len(RECORDS)


def test_a_record_that_cannot_be_read_is_named_and_stops_no_other(tmp_path: Path) -> None:
    lines = as_jsonl().splitlines(keepends=True)
    lines[9] = b'{"id": "p-9", "title": \n'
    lines[16] = b'{"id": "p-16", "title": "T", "abstract": "\\ud800"}\n'
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(lines))
    [file] = ranges.data_files([path])
    read = [ranges.read(part) for part in ranges.plan(file, records=8)]
    assert [len(each.entries) for each in read] == [8, 7, 6]
    assert [fault.where for each in read for fault in each.faults] == [f"{path}, record 10", f"{path}, record 17"]
    assert all("malformed JSON" in fault.reason for each in read for fault in each.faults)


def test_a_row_that_does_not_fit_is_named(tmp_path: Path) -> None:
    rows = [f"p-{number},Title {number},It has 5% less." for number in range(9)]
    rows[5] += ",one,more"
    path = tmp_path / "records.csv"
    path.write_text("\n".join(["id,title,abstract", *rows]) + "\n")
    [file] = ranges.data_files([path])
    read = [ranges.read(part) for part in ranges.plan(file, records=4)]
    assert [entry.given_id for each in read for entry in each.entries] == [f"p-{n}" for n in range(9) if n != 5]
    [fault] = [fault for each in read for fault in each.faults]
    assert fault.where == f"{path}, record 6"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("list.json", '[{"title": "T", "abstract": "A"}]', "JSON Lines"),
        ("one.json", '{\n"title": "T",\n "abstract": "A"}', "a record on each line"),
        ("page.txt", "Title\n\nAbstract: We gain 5%.\n", "only Parquet, JSON Lines and CSV"),
        ("empty.csv", "", "empty"),
        ("damaged.parquet", "PAR1 and no more", "cannot be read"),
    ],
)
def test_what_has_no_records_of_its_own_is_refused(name: str, content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content)
    [file] = ranges.data_files([path])
    with pytest.raises(InputError, match=said) as refused:
        ranges.plan(file)
    assert str(refused.value).startswith(str(path))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("-", "standard input"),
        ("memory://nowhere/at-all.jsonl", "no such file"),
        ("nosuchprotocol://bucket/x.jsonl", "nosuchprotocol"),
        ("none.jsonl", "no such file"),
    ],
)
def test_inputs_that_no_worker_can_read_are_refused(given: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        ranges.data_files([given])
