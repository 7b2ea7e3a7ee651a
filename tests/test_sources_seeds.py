"""The five copied listing pages, against the papers as they were annotated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaderboard.model import normalised_title
from leaderboard.sources import Reading, read


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    return read([f"{shared}/seeds/*.txt"])


def test_counts(reading: Reading) -> None:
    assert (reading.entries, len(reading.papers), reading.merged, reading.skipped) == (504, 450, 54, 0)
    assert len({paper.paper_id for paper in reading.papers}) == 450


@pytest.mark.parametrize(("page", "entries"), [("000", 45), ("001", 75), ("002", 119), ("003", 46), ("004", 219)])
def test_each_page(page: str, entries: int, shared: Path) -> None:
    assert read([f"{shared}/seeds/{page}_*.txt"]).entries == entries


def test_titles_and_abstracts_to_the_character(reading: Reading, shared: Path) -> None:
    gold = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text().splitlines()]
    assert {paper.title: paper.abstract for paper in reading.papers} == {
        document["title"]: document["abstract"] for document in gold
    }


def test_order_of_first_appearance(reading: Reading, shared: Path) -> None:
    text = "\n".join(path.read_text() for path in sorted((shared / "seeds").glob("*.txt")))
    places = [text.index(f"{paper.title}\n") for paper in reading.papers]
    assert places == sorted(places)


def test_no_page_furniture_in_titles(reading: Reading) -> None:
    for paper in reading.papers:
        assert not paper.title.startswith(("Subscribe", "Get trending", "byAK"))
        assert len(paper.title) < 200 < len(paper.abstract)


def test_the_annotated_files_are_input_too(shared: Path, reading: Reading) -> None:
    both = read([shared / "gold" / "seeds.jsonl", shared / "seeds"])
    assert len(both.papers) == 450
    gold_ids = {json.loads(line)["id"] for line in (shared / "gold" / "seeds.jsonl").read_text().splitlines()}
    assert {paper.paper_id for paper in both.papers} == gold_ids
    assert {normalised_title(paper.title) for paper in both.papers} == {
        normalised_title(paper.title) for paper in reading.papers
    }


def test_the_corpus(shared: Path) -> None:
    reading = read([shared / "corpus" / "abstracts.parquet"])
    assert (reading.entries, len(reading.papers), reading.skipped) == (86_612, 86_612, 0)
    assert sum("\n" in paper.abstract for paper in reading.papers) > 0
    assert all(paper.published and paper.venue for paper in reading.papers)
