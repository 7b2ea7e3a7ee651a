"""A small database for the tests of the site: invented methods, on benchmarks of every sort."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from leaderboard import store
from leaderboard.lexicon import Benchmark, Lexicon, Metric
from leaderboard.model import Claim, Paper, claim_id

LEXICON = Lexicon(
    benchmarks=(
        Benchmark(
            name="ImageNet",
            aliases=("ILSVRC 2012",),
            task="image classification",
            metrics=("top-1 accuracy",),
            default_metric="top-1 accuracy",
            source="https://image-net.org/",
        ),
        Benchmark(name="WikiText-103", task="language modelling", metrics=("perplexity",), default_metric="perplexity"),
        Benchmark(name="MMLU", task="question answering", metrics=("accuracy",), default_metric="accuracy"),
    ),
    metrics=(
        Metric(name="accuracy", direction="higher", unit="%", low=0, high=100),
        Metric(name="top-1 accuracy", direction="higher", unit="%", low=0, high=100, general="accuracy"),
        Metric(name="perplexity", direction="lower", low=1),
        Metric(name="memory", direction="lower", resource=True),
        Metric(name="training time", direction="lower", resource=True),
    ),
)
LARGE_BOARD = 130
"""Methods on the board that takes two pages."""
SIZES = {104: 7.0, 105: 70.0}
"""The sizes of models in billions of parameters that some of them name, by their number."""
HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
HOSTILE_BIRD = 5
"""Whose paper attacks, on the second page of its board."""
HOSTILE_ADDRESS = "javascript:alert(3)"
HOSTILE_NAME = "../../etc/C++ & <b>Bench</b>"


def write_database(path: Path) -> None:
    """Write the database to `path`."""
    papers, claims = [], []
    for title, published, url, statements in _papers():
        paper_id = f"p{len(papers):03}"
        abstract = " ".join(dict.fromkeys(sentence for sentence, _, _ in statements))
        papers.append(
            Paper(
                paper_id=paper_id,
                title=title,
                abstract=abstract,
                code_url="https://github.com/example/code" if url else None,
                published=dt.date(published, 1, 1) if published else None,
                venue="TestConf" if published else None,
                source="invented",
            ).model_copy(update={"url": url})  # unchecked, for pages do not rely on who wrote the database
        )
        claims += [_claim(paper_id, abstract, *statement) for statement in statements]
    store.write(path, papers, claims, LEXICON)


def _claim(paper_id: str, abstract: str, sentence: str, number: str, fields: dict[str, Any]) -> Claim:
    start = abstract.index(sentence) + sentence.index(number)
    claim = {
        "kind": "score",
        "unit": "%",
        "metric_text": fields.get("metric"),
        "benchmark_text": fields.get("benchmark"),
        "role": "own",
        "rule": "by hand",
        "confidence": 0.9,
        "start": start,
        "end": start + len(number),
        "sentence": sentence,
        "paper_id": paper_id,
        "value": float(number) if number[0].isdigit() else 2.0,
    } | fields
    identity = claim_id(paper_id, start, claim["kind"], claim.get("benchmark"), claim["method"])
    return Claim.model_validate(claim | {"claim_id": identity})


Statement = tuple[str, str, dict[str, Any]]


def _papers() -> list[tuple[str, int | None, str | None, list[Statement]]]:
    image = {"benchmark": "ImageNet", "metric": "top-1 accuracy"}
    text = {"benchmark": "WikiText-103", "metric": "perplexity", "unit": None}
    found: list[tuple[str, int | None, str | None, list[Statement]]] = [
        (
            "Finch: Small Networks that See",
            2018,
            "https://example.org/finch",
            [
                (
                    "Finch gets 71.2% top-1 accuracy on ImageNet, where Plain stops at 68.0%.",
                    "71.2",
                    image | {"method": "Finch"},
                ),
                (
                    "Finch gets 71.2% top-1 accuracy on ImageNet, where Plain stops at 68.0%.",
                    "68.0",
                    image | {"method": "Plain", "role": "baseline"},
                ),
                (
                    "It trains up to 3.5x faster than Plain.",
                    "3.5",
                    {
                        "kind": "speedup",
                        "unit": "x",
                        "bound": "up to",
                        "metric": "training time",
                        "method": "Finch",
                        "baseline": "Plain",
                    },
                ),
                (
                    "With 30% less memory than Plain it gains 3.2 points of accuracy.",
                    "30",
                    {"kind": "saving", "metric": "memory", "method": "Finch", "baseline": "Plain"},
                ),
                (
                    "With 30% less memory than Plain it gains 3.2 points of accuracy.",
                    "3.2",
                    {"kind": "gain", "unit": "points", "metric": "accuracy", "method": "Finch"},
                ),
            ],
        ),
        (
            "Heron: Wide and Deep at Once",
            2020,
            HOSTILE_ADDRESS,
            [
                (
                    "On ImageNet, Heron reaches 76.5 to 82.3% accuracy.",
                    "76.5",
                    image | {"value_to": 82.3, "metric": "accuracy", "method": "Heron"},
                ),
                ("Heron needs 40% less memory.", "40", {"kind": "saving", "metric": "memory", "method": "Heron"}),
            ],
        ),
        (
            "Kestrel, or Twice the Speed",
            2022,
            "https://example.org/kestrel",
            [
                (
                    "Kestrel has a top-1 accuracy of over 85.0% on ImageNet.",
                    "85.0",
                    image | {"bound": "over", "method": "Kestrel"},
                ),
                ("It is twice as fast.", "twice", {"kind": "speedup", "unit": "x", "method": "Kestrel"}),
                (
                    "We gain 2.3 points of accuracy over Heron on ImageNet.",
                    "2.3",
                    {
                        "kind": "gain",
                        "unit": "points",
                        "benchmark": "ImageNet",
                        "metric": "accuracy",
                        "method": "Kestrel",
                        "baseline": "Heron",
                    },
                ),
                (
                    "All with 12.5 ms of latency.",
                    "12.5",
                    {"kind": "cost", "unit": "ms", "metric": "latency", "method": "Kestrel"},
                ),
            ],
        ),
        (
            "Wren: Words in Few Bits",
            2021,
            None,
            [
                (
                    "Wren has a perplexity of 18.2 on WikiText-103 against 20.5 for Crow.",
                    "18.2",
                    text | {"method": "Wren"},
                ),
                (
                    "Wren has a perplexity of 18.2 on WikiText-103 against 20.5 for Crow.",
                    "20.5",
                    text | {"method": "Crow", "role": "baseline"},
                ),
                (
                    "Its beauty on WikiText-103 is 7.1.",
                    "7.1",
                    text | {"metric": "beauty", "method": "Wren", "setting": "5-shot, 4-bit, extra data"},
                ),
            ],
        ),
        (
            f"Attack {HOSTILE}",
            None,
            None,
            [
                (
                    f"{HOSTILE} scores 50.5% accuracy.",
                    "50.5",
                    {"benchmark": HOSTILE_NAME, "metric": "accuracy", "method": f"M{HOSTILE}"},
                ),
                (
                    f"{HOSTILE} scores 50.5% accuracy, and N scores 49.5%.",
                    "49.5",
                    {"benchmark": HOSTILE_NAME, "metric": "accuracy", "method": "N", "role": "baseline"},
                ),
            ],
        ),
    ]
    for number in range(LARGE_BOARD):
        value = f"{30 + number / 4:.2f}"
        sentence = f"Bird-{number} answers {value}% of MMLU correctly."
        name = "-".join(["Bird", str(number), *([f"{SIZES[number]:g}B"] if number in SIZES else [])])
        fields = {"benchmark": "MMLU", "metric": "accuracy", "metric_text": None, "method": name}
        fields |= {"model_size": SIZES.get(number)}
        title = f"Bird {number} and its Answers" + (f" {HOSTILE}" if number == HOSTILE_BIRD else "")
        found.append((title, None, None, [(sentence, value, fields)]))
    return found
