"""Claims of more papers than memory holds: the same rows as of papers that it does hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_sources_merging import ENTRIES

from leaderboard import sources, tables, workers
from leaderboard.building import batches, streaming
from leaderboard.errors import InputError
from leaderboard.model import CLAIM_COLUMNS
from leaderboard.sources import register
from leaderboard.sources.entry import Entry
from leaderboard.sources.merging import Merger
from leaderboard.sources.register import Register

RESULT = {"id": "r-{0}", "title": "Route-{0}: Networks", "abstract": "Route-{0} achieves {1}.2% accuracy on MNIST."}


def papers(count: int, **changed: str | None) -> list[dict[str, Any]]:
    return [
        {key: text.format(number, 10 + number % 90) for key, text in (RESULT | changed).items() if text}
        for number in range(count)
    ]


def written(folder: Path, **files: list[dict[str, Any]]) -> list[Path]:
    """JSON Lines files of these records, or JSON files of the tables in them."""
    paths = [folder / f"{name}.jsonl" for name in files]
    for path, records in zip(paths, files.values(), strict=True):
        lines = [json.dumps(records)] if "datasets" in records[0] else map(json.dumps, records)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths


def table(*names: str) -> list[dict[str, Any]]:
    """An evaluation table with a row for each paper named."""
    rows = [{"model_name": name, "metrics": {"Accuracy": "97.1"}, "paper_title": f"{name}: Networks"} for name in names]
    return [{"task": "Digits", "datasets": [{"dataset": "MNIST", "sota": {"metrics": ["Accuracy"], "rows": rows}}]}]


def held(paths: list[Path]) -> list[dict[str, Any]]:
    """The rows as they are where all papers are held."""
    reading = sources.read(paths)
    claims = workers.extract_all(reading.papers, known=reading.extracted).claims + reading.claims
    rows: list[dict[str, Any]] = tables.claims_table(claims).to_pylist()
    return rows


def streamed(paths: list[Path], processes: int = 1) -> list[dict[str, Any]]:
    with streaming.extraction() as found:
        found.read(paths, workers=processes)
        rows = [row for piece in found.tables() for row in piece.to_pylist()]
        assert found.claims == len(rows)
        reading = sources.read(paths)
        assert (found.entries, found.papers, found.merged, found.skipped, found.inputs) == (
            *(reading.entries, len(reading.papers), reading.merged, reading.skipped, reading.inputs),
        )
    return rows


@pytest.mark.parametrize(
    "files",
    [
        {"a": papers(600)},
        {"a": papers(30, id=None), "b": papers(40)},  # ids that come later
        {"a": papers(300, id="{0}"), "b": papers(300, id="{0}", title="Other-{0}: Networks")},  # ids that count
        {"a": papers(20, title="Abstract", id=None), "b": papers(20, title="Abstract", id="")},
        {"a": [*papers(20), {"title": "Without an abstract"}, *papers(20)]},
        {"a": table("Route-3", "Nobody", "Route-280", "Route-1"), "b": papers(300)},
        {"a": papers(290), "b": table("Route-289", "Other-1"), "c": papers(3, title="Other-{0}: Networks", id=None)},
    ],
)
def test_rows_are_those_of_papers_that_are_held(files: dict[str, Any], tmp_path: Path) -> None:
    paths = written(tmp_path, **files)
    assert streamed(paths) == held(paths) != []


def test_rows_are_the_same_whatever_the_number_of_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "BATCH", 7)
    monkeypatch.setattr(streaming, "ROWS", 11)
    paths = written(tmp_path, a=table("Route-3", "Route-1900", "Other"), b=papers(200), c=papers(120, id="x-{0}"))
    assert streamed(paths, 3) == streamed(paths, 1) == held(paths)


ENTRIES_OR_NAMES = st.builds(lambda entry, named: Entry(entry.title, "") if named else entry, ENTRIES, st.booleans())


@given(st.lists(st.tuples(ENTRIES_OR_NAMES, st.integers(0, 2)), max_size=12))
def test_papers_and_ids_are_those_of_a_merger(tmp_path_factory: Any, entries: list[tuple[Entry, int]]) -> None:
    merger = Merger()
    known_papers = Register(tmp_path_factory.mktemp("register") / "papers.sqlite")
    texts: dict[int, Entry] = {}
    for entry, number in entries:
        known = known_papers.add(entry, number)
        assert known.place == merger.add(entry, "file", number)
        if known.text:
            assert known.place not in texts
            texts[known.place] = known.text
    found = merger.papers()
    assert [*known_papers.ids(texts.__getitem__)] == [paper.paper_id for paper in found]
    assert (known_papers.papers, known_papers.merged) == (len(found), merger.merged)
    assert {place: text.abstract for place, text in texts.items()} == {
        place: paper.abstract for place, paper in enumerate(found) if paper.abstract
    }
    known_papers.close()


def test_what_is_wrong_with_the_last_file_is_told_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming.tempfile, "tempdir", str(tmp_path))
    good, bad = written(tmp_path, a=papers(600), b=papers(1))
    bad.write_text('{"title": "A"')
    with pytest.raises(InputError, match=r"b\.jsonl, line 1: malformed JSON"), streaming.extraction() as found:
        found.read([good, bad])
    assert sorted(tmp_path.iterdir()) == [good, bad]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"none: cannot be written: .*TMPDIR"):
        batches.write(tmp_path / "none" / "1", [])
    paths = written(tmp_path, a=papers(600))
    monkeypatch.setattr(register, "_TABLES", f"PRAGMA max_page_count = 9; {register._TABLES}")
    with pytest.raises(InputError, match=r"is full; let TMPDIR"), streaming.extraction() as found:
        found.read(paths)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_pieces_are_written_as_one_table(form: str, tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=papers(20, title="=Route-{0}"))
    whole = tables.claims_table(workers.extract_all(sources.read([path]).papers).claims)
    for name, pieces in {"whole": [whole], "pieces": [whole.slice(0, 7), whole.slice(7)], "empty": [whole[:0]]}.items():
        with (tmp_path / name).open("wb") as out:
            tables.write_pieces(pieces, form, out)
    if form == "parquet":
        read = [tables.pa.parquet.read_table(tmp_path / name) for name in ("whole", "pieces", "empty")]
        assert (read[0], read[1], read[2].num_rows) == (whole, whole, 0)
        return
    with (tmp_path / "as-before").open("wb") as out:
        tables.WRITERS[form](whole, out)
    assert (tmp_path / "whole").read_bytes() == (tmp_path / "as-before").read_bytes()
    assert (tmp_path / "pieces").read_bytes() == (tmp_path / "whole").read_bytes()
    assert len((tmp_path / "empty").read_bytes().splitlines()) == (form == "csv")


@pytest.mark.parametrize("count", [8192, 9000])
def test_a_piece_is_written_as_if_it_were_made_at_once(count: int, tmp_path: Path) -> None:
    """Of many pages: Parquet's writer looks whether one is full after every 1,024 rows of a chunk."""
    rows = [
        (str(place), *["text" * (place % 200) if name == "sentence" else None for name in CLAIM_COLUMNS[1:]])
        for place in range(count)
    ]
    made = streaming._table(iter(rows)), tables.table_of_claims(rows)
    assert made[0].column(0).num_chunks > 1
    for name, table in zip("ab", made, strict=True):
        with (tmp_path / name).open("wb") as out:
            tables.write_pieces([table], "parquet", out)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_pieces_have_all_rows_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "ROWS", 5)
    monkeypatch.setattr(streaming, "_AT_ONCE", 2)
    rows = [(str(place), *[None] * (len(CLAIM_COLUMNS) - 1)) for place in range(12)]
    for count in (0, 1, 2, 4, 5, 6, 10, 12):
        with streaming.extraction() as found:
            monkeypatch.setattr(found, "_rows", lambda count=count: iter(rows[:count]))
            pieces = list(found.tables())
        assert [piece.num_rows for piece in pieces] == ([5] * (count // 5) + [count % 5] * (count % 5 > 0) or [0])
        assert [each for piece in pieces for each in piece["claim_id"].to_pylist()] == [row[0] for row in rows[:count]]
