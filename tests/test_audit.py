"""The check on what nobody annotated: what is drawn, what is kept of the verdicts, what they come to."""

from __future__ import annotations

import json
from pathlib import Path

import audit
import pandas as pd
import pytest
import readme

PAPERS = [
    {"id": "a", "title": "KestrelNet", "abstract": "KestrelNet reaches 81.2% accuracy on ImageNet. It has 12 layers."},
    {"id": "b", "title": "Nothing here", "abstract": "No number is given. There are 7 seas."},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "papers.jsonl"
    path.write_text("\n".join(map(json.dumps, PAPERS)))
    return path


def drawn(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_scores_on_named_benchmarks_are_drawn(corpus: Path, tmp_path: Path) -> None:
    (item,) = drawn(audit.draw("scores", 1, corpus, tmp_path))
    assert (item["title"], item["number"], item["metric"], item["benchmark"]) == (
        "KestrelNet", "81.2", "accuracy", "ImageNet",
    )  # fmt: skip


def test_sentences_with_a_number_and_no_claim_are_drawn(corpus: Path, tmp_path: Path) -> None:
    found = drawn(audit.draw("silent", 1, corpus, tmp_path))
    assert {(item["title"], item["number"]) for item in found} == {("KestrelNet", "12"), ("Nothing here", "7")}


def judge(folder: Path, reader: str, rows: str) -> None:
    (folder / f"scores-1-{reader}.csv").write_text("item,value,metric,benchmark,role\n" + rows)


def test_verdicts_are_kept_without_sentences(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "AUDITS", tmp_path / "audits")
    audit.draw("scores", 1, corpus, tmp_path)
    judge(tmp_path, "a", "0,1,1,1,1\n")
    judge(tmp_path, "b", "0,1,0,1,1\n")
    path = audit.record("scores", 1, tmp_path)
    assert "reaches" not in path.read_text()
    assert audit.report(path) == {
        "items": 1, "agreement": 0.0, "right": 0.0, "value": 1.0, "metric": 0.0, "benchmark": 1.0, "role": 1.0,
    }  # fmt: skip


@pytest.mark.parametrize("rows", ["", "1,1,1,1,1\n", "0,2,1,1,1\n"])
def test_a_verdict_that_is_missing_or_malformed_is_an_error(corpus: Path, tmp_path: Path, rows: str) -> None:
    audit.draw("scores", 1, corpus, tmp_path)
    judge(tmp_path, "a", rows)
    with pytest.raises(ValueError, match=r"scores-1-a\.csv"):
        audit.record("scores", 1, tmp_path)


def test_recorded_draws_hold_verdicts_alone() -> None:
    for path in audit.AUDITS.glob("*.csv"):
        verdicts = pd.read_csv(path)
        judged = [column for column in verdicts if column.endswith(("_a", "_b"))]
        assert set(verdicts) == {"item", "title", "number", *judged}
        assert len(verdicts) == audit.DRAWN


def test_the_newest_draw_is_the_last_of_its_kind_and_the_one_that_is_quoted() -> None:
    names = list(audit.reports())
    seeds = [int(name.removeprefix("scores-")) for name in names if name.startswith("scores-")]
    assert seeds == list(range(1, len(seeds) + 1)), "the tenth comes behind the ninth"
    assert len(seeds) > 9
    kept = json.loads((readme.ROOT / "leaderboard" / "accuracy.json").read_text(encoding="utf-8"))
    assert [*kept["audits"].items()] == [*audit.reports().items()], "tests/figures.py writes it anew"
    newest = audit.reports()[f"scores-{seeds[-1]}"]
    assert f"found {newest['right']:.1%} right" in readme.README.read_text(encoding="utf-8")
