"""The sample that ships with the package: well-formed, and true to the papers it is about."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import check_sample
import pytest

FIELDS = {"id", "title", "abstract", "venue", "year"}


@pytest.fixture(scope="module")
def sample() -> list[dict[str, Any]]:
    return check_sample.read_sample()


def test_has_enough_distinct_entries(sample: list[dict[str, Any]]) -> None:
    assert len(sample) >= 80
    for field in ("id", "title", "abstract"):
        assert len({record[field] for record in sample}) == len(sample)


def test_entries_are_complete(sample: list[dict[str, Any]]) -> None:
    undated = 0
    for record in sample:
        assert {"id", "title", "abstract"} <= record.keys() <= FIELDS
        assert all(str(record[field]).strip() for field in record)
        if "year" in record:
            assert isinstance(record["year"], int)
            assert record["venue"] in check_sample.VENUES.values()
        else:
            undated += 1
            assert "venue" not in record
    assert undated <= len(sample) // 10, "progress charts need dates"


def test_paragraphs_are_short_and_state_figures(sample: list[dict[str, Any]]) -> None:
    for record in sample:
        text = str(record["abstract"])
        assert text.endswith("."), record["id"]
        assert 15 <= len(check_sample.words(text)) <= 100, record["id"]
        assert check_sample.numbers(text), record["id"]


def test_every_number_is_in_the_provenance_record(sample: list[dict[str, Any]]) -> None:
    with check_sample.PROVENANCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["found"] for row in rows} == {"true"}
    recorded = Counter((row["id"], row["number"]) for row in rows)
    written = Counter(
        (str(record["id"]), number) for record in sample for number in check_sample.numbers(str(record["abstract"]))
    )
    assert recorded == written


def test_record_is_what_a_fresh_check_finds(sample: list[dict[str, Any]], shared: Path) -> None:
    figures, problems = check_sample.check(shared, sample)
    assert problems == []
    assert check_sample.PROVENANCE.read_text(encoding="utf-8") == check_sample.as_csv(figures)


@pytest.mark.parametrize(
    ("field", "wrong", "problem"),
    [
        ("abstract", "SORSA reaches 56.04% accuracy on GSM-8K.", "56.04 does not stand in the abstract"),
        ("title", "SORSA", "title is 'SORSA'"),
        ("year", 2024, "year is 2024, the paper's is None"),
        ("id", "0000000000", "no such paper"),
    ],
)
def test_check_finds_what_is_wrong(
    sample: list[dict[str, Any]], shared: Path, field: str, wrong: object, problem: str
) -> None:
    (record,) = (record for record in sample if record["title"].startswith("SORSA"))
    _, problems = check_sample.check(shared, [record | {field: wrong}])
    assert len(problems) == 1
    assert problem in problems[0]


def test_check_finds_what_is_copied(sample: list[dict[str, Any]], shared: Path) -> None:
    record = sample[0]
    copied = " ".join(check_sample.read_sources(shared, [record["id"]])[record["id"]].abstract.split()[:12])
    _, problems = check_sample.check(shared, [record | {"abstract": copied}])
    assert len(problems) == 1
    assert "words shared" in problems[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("56.03% on GSM-8K", ["56.03", "8"]),
        (r"95.2\% of 1,000 classes", ["95.2", "1,000"]),
        ("12.1-15.3x fewer FLOPs", ["12.1", "15.3"]),
        ("half the parameters, twice as fast", ["half", "twice"]),
        ("three orders of magnitude in four GPU hours", ["three orders of magnitude", "four GPU hours"]),
        ("ResNet on two benchmarks", []),
    ],
)
def test_numbers_are_found_as_written(text: str, found: list[str]) -> None:
    assert check_sample.numbers(text) == found


def test_shared_runs_are_found_across_punctuation_and_case() -> None:
    run = check_sample.longest_shared_run(
        "We see: the Mean, accuracy of nets rises.", "the mean accuracy of nets (falls)"
    )
    assert run == ["the", "mean", "accuracy", "of", "nets"]
    assert check_sample.longest_shared_run("one two", "three four") == []
