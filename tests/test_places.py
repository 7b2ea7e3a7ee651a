"""Where results were measured: the benchmark that a claim is given."""

from __future__ import annotations

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.extraction.own_benchmark import own_benchmark
from leaderboard.model import Paper


def lines_of(abstract: str, title: str = "") -> list[str]:
    return [line(claim) for claim in extract(Paper(paper_id="p", title=title, abstract=abstract))]


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        ("HeronQA: A Dataset for Questions about Birds", "HeronQA holds 900 questions.", "HeronQA"),
        ("Heron Question Set: A Large, Open and New Corpus", "The Heron Question Set (HQS) is large.", "HQS"),
        ("Questions about Birds", "We introduce HeronQA, a large dataset of questions.", "HeronQA"),
        ("Questions about Birds", "We release a new benchmark called HeronQA.", "HeronQA"),
        ("Questions about Birds", "We collect the HeronQA corpus.", "HeronQA"),
        ("HeronNet: Learning from Large Datasets", "HeronNet is a network.", None),
        ("HeronGen: Synthesising Datasets of Birds", "HeronGen is a method.", None),
        ("Questions about Birds", "We introduce HeronQA, a dataset. We introduce WadeQA, a dataset.", None),
    ],
)
def test_own_benchmark(title: str, abstract: str, name: str | None) -> None:
    found = own_benchmark(title, abstract)
    assert (found.name if found else None) == name


HERON = "HeronQA: A Benchmark for Questions about Birds"


@pytest.mark.parametrize(
    ("title", "abstract", "lines"),
    [
        (HERON, "HeronQA is hard. A strong parser reaches 61.2% accuracy.", ["score 61.2 % | accuracy @ HeronQA"]),
        (HERON, "HeronQA is hard. On other benchmarks it reaches 61.2% accuracy.", ["score 61.2 % | accuracy"]),
        (
            "Wading Nets",
            "We introduce HeronQA, a dataset of birds. Nets wade. They see. Our model improves accuracy by 2.1%. "
            "It reaches 61.2% accuracy on our dataset.",
            ["gain 2.1 % | accuracy", "score 61.2 % | accuracy @ HeronQA"],
        ),
    ],
)
def test_results_on_what_the_paper_introduces(title: str, abstract: str, lines: list[str]) -> None:
    assert lines_of(abstract, title) == lines
