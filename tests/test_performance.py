"""What the benchmarks say of what they measure; they themselves are run by hand."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

sys.path.insert(0, str(Path(__file__).with_name("performance")))
import bench
import document
import growth
import measuring


def test_a_cost_is_of_all_processes() -> None:
    cost = measuring.leaderboard("--version")
    assert cost.wall > 0
    assert cost.cpu > 0.05
    assert 5 < cost.peak < 2000
    with pytest.raises(subprocess.CalledProcessError) as failed:
        measuring.leaderboard("extract", "/no/such/file")
    assert "no such file" in failed.value.stderr


def test_targets_are_met_or_not() -> None:
    lines = {line[:20].strip(): line for line in bench.verdicts({"ratio_to_yardstick": 20.0, "help_seconds": 0.4})}
    assert lines["extraction, times th"].endswith(" met")
    assert lines["leaderboard --help,"].endswith("NOT MET")
    assert lines["build, seconds"].endswith("not measured")
    assert bench.is_met(1.7, ">=", 1.7)
    assert not bench.is_met(0.15, "<", 0.15)


def test_folders_are_compared_by_bytes(tmp_path: Path) -> None:
    for name, text in {"one": "a", "other": "b"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "same.csv").write_text("same")
        (tmp_path / name / "differs.csv").write_text(text)
        (tmp_path / name / "varies.duckdb").write_text(text)
        (tmp_path / name / f"{name}.html").write_text(text)
    assert bench.differing(tmp_path / "one", tmp_path / "other") == ["differs.csv", "one.html", "other.html"]


def test_the_exponent_is_that_of_a_power() -> None:
    points = [(size, 3 * size**1.5) for size in (1e3, 1e4, 1e5)]
    assert math.isclose(growth.exponent(points) or 0, 1.5)
    assert growth.exponent(points[:1]) is None
    rows = [
        {"command": "build", "abstracts": size, "cpu_seconds": size if size < growth.FROM else size / 100}
        for size in (1000, 20_000, 200_000)
    ]
    assert growth.fitted(rows) == {"build": 1.0}


def test_a_new_measurement_replaces_the_one_of_its_size() -> None:
    known = [{"command": "build", "abstracts": size, "seconds": 1} for size in (100, 10)]
    new = [{"command": command, "abstracts": 10, "seconds": 2} for command in ("build", "extract")]
    found = growth.among(known, new)
    assert [tuple(row.values()) for row in found] == [("extract", 10, 2), ("build", 10, 2), ("build", 100, 1)]


def test_a_table_goes_between_its_marks() -> None:
    text = "before\n<!-- one -->\nold\n<!-- /one -->\nafter\n"
    assert document.filled(text, "one", ["a", "b"]) == "before\n<!-- one -->\na\nb\n<!-- /one -->\nafter\n"
    with pytest.raises(ValueError, match="no marks <!-- other -->"):
        document.filled(text, "other", [])


def test_repeated_papers_are_no_two_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "CORPUS", tmp_path / "none")
    size = bench.corpus().num_rows + 7
    growth.write_input(tmp_path / "papers.parquet", size)
    made = pq.read_table(tmp_path / "papers.parquet")
    assert made.num_rows == size == len(set(made["id"].to_pylist())) == len(set(made["title"].to_pylist()))
