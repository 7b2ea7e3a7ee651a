"""The fit of confidences: what speaks for a claim raises its chance, and what is stated holds on average."""

from __future__ import annotations

import json
import random

import fitting
import pytest
from fitting import Outcome

from leaderboard.extraction import extract_with_circumstances
from leaderboard.extraction.confidence import _WEIGHTS, confidence
from leaderboard.model import Paper


def judged() -> list[Outcome]:
    """Claims of 200 papers: nine in ten are right where `sure` holds, three in ten elsewhere."""
    chance = random.Random(3)
    return [
        Outcome(f"paper {number // 3}", (kind,), chance.random() < {"sure": 0.9, "unsure": 0.3}[kind])
        for number, kind in enumerate(["sure", "unsure"] * 300)
    ]


def test_chances_are_those_seen() -> None:
    weights = fitting.fitted(judged())
    assert fitting.stated(weights, ("sure",)) == pytest.approx(0.9, abs=0.05)
    assert fitting.stated(weights, ("unsure",)) == pytest.approx(0.3, abs=0.05)


def test_a_circumstance_seen_rarely_stays_near_the_average() -> None:
    weights = fitting.fitted([*judged(), Outcome("paper x", ("sure", "rare"), False)])
    assert 0.6 < fitting.stated(weights, ("sure", "rare")) < fitting.stated(weights, ("sure",))


def test_papers_that_nobody_looked_at_lower_what_is_promised() -> None:
    unseen = [Outcome(f"unseen {number}", ("sure",), number % 2 == 0) for number in range(100)]
    weights = fitting.fitted(judged(), unseen)
    assert fitting.stated(weights, ("sure",)) == pytest.approx(0.45, abs=0.005)  # half, less its standard error
    assert fitting.stated(weights, ("unsure",)) < 0.2


def test_left_out_papers_are_judged_truly_on_average() -> None:
    pairs = fitting.cross_validated(judged())
    assert sum(chance for chance, _ in pairs) == pytest.approx(sum(right for _, right in pairs), rel=0.01)


def test_a_claim_has_the_confidence_of_its_circumstances() -> None:
    paper = Paper(paper_id="p", title="KestrelNet", abstract="KestrelNet reaches 81.2% accuracy on ImageNet.")
    ((claim, found),) = extract_with_circumstances(paper)
    assert {"kind score", "unit %", "numbers 1", "metric listed", "metric beside after", "benchmark near after"} <= set(
        found
    )
    assert claim.confidence == confidence(found)
    weights = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    assert claim.confidence == pytest.approx(fitting.stated(weights, found), abs=5e-4)


def test_what_has_no_weight_counts_for_nothing() -> None:
    assert confidence(["a rule that nobody has seen"]) == confidence([])
