"""The whole way on real input: the five copied listing pages, beside the clone in development and CI."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import leaderboard
from leaderboard import store
from leaderboard.building.pipeline import Built
from leaderboard.questions import comparisons


@pytest.fixture(scope="module")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return leaderboard.build(*sorted((shared / "seeds").glob("*.txt")), out=tmp_path_factory.mktemp("seeds") / "build")


def answer(built: Built, question: str, **parameters: str | int) -> dict[str, object]:
    """The first row of a question's answer."""
    with store.connect(built.database) as connection:
        rows = comparisons.run(connection, question, parameters).to_pylist()
    first: dict[str, object] = rows[0]
    return first


def test_every_paper_is_read(built: Built) -> None:
    assert (built.entries, built.papers, built.merged, built.skipped) == (504, 450, 54, 0)
    assert built.index.is_file()


def test_best_gsm8k_accuracy(built: Built) -> None:
    best = answer(built, "best", benchmark="GSM8K", metric="accuracy")
    assert (best["method"], best["value"], best["unit"]) == ("SORSA", 56.03, "%")
    assert "56.03" in str(best["sentence"])


def test_best_imagenet_top_1(built: Built) -> None:
    best = answer(built, "best", benchmark="ImageNet", metric="top-1 accuracy")
    assert (best["method"], best["value"]) == ("RandAugment", 85.0)
    assert best["metric_inferred"], "the abstract says accuracy, which is top-1 on ImageNet"


def test_largest_speedup(built: Built) -> None:
    largest = answer(built, "speedups", limit=1)
    assert (largest["method"], largest["value"], largest["unit"]) == ("NeuroFovea", 1000, "x")
    assert largest["baseline"] == "previous work"


def test_no_link_is_broken(built: Built) -> None:
    site = built.index.parent
    broken = []
    for page in sorted(set(site.rglob("*.html")) - {site / "404.html"}):  # a host shows that one at any address
        for address in re.findall(r'(?:href|src)="([^"]+)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = page.parent / unquote(parts.path)
            if not (target / "index.html" if target.is_dir() else target).is_file():
                broken.append((page.relative_to(site).as_posix(), address))
    assert broken == []
