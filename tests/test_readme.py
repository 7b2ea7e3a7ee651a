"""What the README shows is what the commands print, on the sample that ships with the package."""

from __future__ import annotations

import json
import shlex
import sys
import tomllib
from pathlib import Path

import killable
import pytest
import readme

import leaderboard
from leaderboard import store
from leaderboard.building import pipeline
from leaderboard.lexicon import load

sys.path.insert(0, str(readme.ROOT / "tests" / "performance"))
import document
import estimate
import growth

TEXT = readme.README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That of the sample, without the site."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline.site, "render", killable.bare_site)
        return leaderboard.build(out=tmp_path_factory.mktemp("readme") / "build").database


@pytest.mark.parametrize("command", readme.answers(TEXT), ids=lambda command: shlex.split(command)[2])
def test_answer_is_what_the_command_prints(database: Path, command: str) -> None:
    assert readme.answers(TEXT)[command] == readme.output(command, database)


def test_accuracy_is_the_measured_one() -> None:
    assert readme.with_accuracy(TEXT) == TEXT, "make figures writes it anew"


def test_estimate_for_clusters_follows_from_the_benchmark() -> None:
    text = document.DOCUMENT.read_text(encoding="utf-8")
    figures = json.loads((readme.ROOT / "tests" / "performance" / "bench.json").read_text(encoding="utf-8"))
    assert estimate.with_estimate(text, figures) == text, "python tests/performance/estimate.py writes it anew"


def test_table_of_growth_is_the_measured_one() -> None:
    text = document.DOCUMENT.read_text(encoding="utf-8")
    rows = json.loads(growth.TABLE.read_text(encoding="utf-8"))["rows"]
    assert growth.with_table(text, rows) == text, "make growth writes it anew"
    assert growth.CHART.exists()


def test_entry_shown_is_a_real_one() -> None:
    (entry,) = tomllib.loads(TEXT.split("```toml\n")[1].split("```")[0])["benchmark"]
    known = load().benchmark(entry["name"])
    assert known is not None
    assert (known.task, list(known.metrics), known.source) == (entry["task"], entry["metrics"], entry["source"])


def test_nothing_on_the_boards_of_the_sample_looks_wrong(database: Path) -> None:
    with store.connect(database) as connection:
        assert connection.execute("SELECT finding, reason, sentence FROM doubts").fetchall() == []
