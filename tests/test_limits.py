"""What is not read since it is too much of it is told: by `explain`, `extract` and `build`."""

from __future__ import annotations

import json
from pathlib import Path

import killable
import pytest

from leaderboard import cli, extraction, limits
from leaderboard.building import pipeline
from leaderboard.checking.explain import explain
from leaderboard.extraction.quantities import MOST
from leaderboard.extraction.sentences import LONGEST as LONGEST_SENTENCE
from leaderboard.limits import beyond
from leaderboard.model import Paper

RESULT = "Heron reaches 91.2% accuracy on MNIST. "
ABSTRACTS = {
    "text": RESULT * (extraction.LONGEST // len(RESULT) // 10) + "It is good. " * (extraction.LONGEST // 12),
    "numbers": RESULT * (extraction.MOST_NUMBERS + 1),
    "sentence": "Heron and " * (LONGEST_SENTENCE // 10) + RESULT,
    "numbers of a sentence": "Heron reaches " + "91.2%, " * (MOST + 1) + "and 5% on MNIST.",
}
WITHIN = (
    RESULT,
    "It is good. " * (extraction.LONGEST // 12),
    RESULT * (extraction.MOST_NUMBERS - 1),
    "Heron and " * (LONGEST_SENTENCE // 10 - 4) + RESULT,
    "Heron reaches " + "91.2%, " * (MOST - 1) + "and 5% on MNIST.",
    "In 2024, " * 150,
    "",
)


@pytest.mark.parametrize("limit", limits.LIMITS)
def test_a_text_that_goes_beyond_is_told(limit: str) -> None:
    assert limit in beyond(ABSTRACTS[limit])
    assert set(beyond(ABSTRACTS[limit])) <= {limit, "numbers"}


@pytest.mark.parametrize("text", WITHIN)
def test_a_text_within_is_not(text: str) -> None:
    assert beyond(text) == ()


def test_quantities_in_words_count_too() -> None:
    assert beyond("It is a " + "two-fold, " * (MOST + 1) + "gain.") == ("numbers of a sentence",)


def test_the_words_say_what_the_limits_are() -> None:
    said = " ".join(limits.LIMITS.values())
    for limit in (extraction.LONGEST, extraction.MOST_NUMBERS, LONGEST_SENTENCE, MOST):
        assert f" {limit:,} " in said
    assert (limits.SHORT, limits.FEW) == (LONGEST_SENTENCE, MOST)


def test_explain_tells(capsys: pytest.CaptureFixture[str]) -> None:
    paper = Paper(paper_id="p", title="", abstract=ABSTRACTS["sentence"])
    assert explain(paper).beyond == ("sentence",)
    with pytest.raises(SystemExit):
        cli.main(["explain", paper.abstract])
    assert "Not read in full: an abstract with a sentence of more than 2,000 characters" in capsys.readouterr().out


def test_extract_and_build_count_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)
    papers = tmp_path / "papers.jsonl"
    texts = [*ABSTRACTS.values(), *WITHIN[:-1]]
    papers.write_text("".join(json.dumps({"title": f"Heron {n}", "abstract": t}) + "\n" for n, t in enumerate(texts)))
    lines = [f"Not read in full: {count} abstracts {limits.LIMITS[name]}\n" for name, count in (
        ("text", 1), ("numbers", 1), ("sentence", 1), ("numbers of a sentence", 1),
    )]  # fmt: skip
    for _ in range(2):  # the second build has read them before
        with pytest.raises(SystemExit) as ended:
            cli.main(["build", str(papers), "--out", str(tmp_path / "build")])
        assert ended.value.code == 0
        assert "".join(lines) in capsys.readouterr().out
    with pytest.raises(SystemExit):
        cli.main(["extract", str(papers)])
    assert "".join(lines) in capsys.readouterr().err
