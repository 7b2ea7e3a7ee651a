"""What an explanation says of a text: the same claims as extraction, why each number is one or none, and where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from leaderboard.checking import reports
from leaderboard.checking.explain import OUTCOMES, Explanation, Reasoning, Span, explain
from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.extraction.rules import all_rules
from leaderboard.model import Paper

TEXT = (
    "We propose OwlTune and test it on SQuAD 2.0 since 2021. On GSM8K, OwlTune achieved 61.47% accuracy, surpassing "
    "LoRA (48.20%)."
)
LIST = "Owl improves accuracy by 4.1% on MNIST, 5.2% on SVHN and 6.3% on KITTI."
PIECES = st.sampled_from(
    "We Our LoRA GSM8K ImageNet achieves outperforms by from to over than 61.47% 2.5x 3 points 1,000 accuracy . memory "
    "speedup ( ) , 2019 up about less faster on and respectively half twice SQuAD 2.0 [3] ± – users \n \x1b".split(" ")
)


def explained(abstract: str, title: str = "") -> Explanation:
    return explain(Paper(paper_id="p", title=title, abstract=abstract))


def reasonings(explanation: Explanation) -> list[Reasoning]:
    return [reasoning for sentence in explanation.sentences for reasoning in sentence.quantities]


def spans(value: object) -> Iterator[Span]:
    """Every span in a structure."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def test_what_a_sentence_mentions() -> None:
    explanation = explained(TEXT, "OwlTune: Adapting")
    assert explanation.own_name == "OwlTune"
    first, second = explanation.sentences
    assert [(m.text, m.kind) for m in first.mentions] == [("OwlTune", "own name"), ("SQuAD 2.0", "benchmark")]
    assert [(m.text, m.kind, m.canonical) for m in second.mentions] == [
        ("GSM8K", "benchmark", "GSM8K"),
        ("OwlTune", "own name", None),
        ("accuracy", "metric", "accuracy"),
        ("LoRA", "name", None),
    ]
    assert not first.quantities
    assert [(number.text, number.within) for number in first.left_out] == [("2.0", "SQuAD 2.0"), ("2021", "2021")]
    assert second.left_out == ()


def test_why_a_number_is_a_claim() -> None:
    own, other = reasonings(explained(TEXT, "OwlTune: Adapting"))
    (number,) = own.numbers
    assert (number.text, number.written.text, number.value, number.unit) == ("61.47", "61.47%", 61.47, "%")
    assert own.outcome == "claim"
    assert own.fired is not None
    assert "61.47%" in own.fired.text
    assert own.fired.slots["value"] == "61.47%"
    assert [read.line for read in own.claims] == ["score 61.47 % | accuracy @ GSM8K : OwlTune"]
    assert [read.line for read in other.claims] == ["score 48.2 % | accuracy @ GSM8K : LoRA = baseline"]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("It has 32 layers.", ["nothing spoke"]),
        ("It reaches 340% accuracy on MNIST.", ["no claim"]),
        ("It reaches 91.2% accuracy on MNIST. It reaches 91.2% accuracy on MNIST.", ["claim", "repeated"]),
    ],
)
def test_what_becomes_of_a_number(text: str, outcomes: list[str]) -> None:
    assert [reasoning.outcome for reasoning in reasonings(explained(text))] == outcomes


def test_why_a_rule_that_fired_made_no_claim() -> None:
    (reasoning,) = reasonings(explained("It reaches 340% accuracy on MNIST."))
    assert reasoning.fired is not None
    assert reasoning.reason == "340 lies outside the range of accuracy"


def test_a_rule_that_says_no_result() -> None:
    for rule in all_rules():
        for text in rule.rejects:
            found = [reasoning for reasoning in reasonings(explained(text)) if reasoning.outcome == "no result"]
            assert rule.name in {reasoning.fired.rule for reasoning in found if reasoning.fired is not None}


def test_benchmark_of_an_earlier_sentence_is_marked() -> None:
    (read,) = reasonings(explained("We evaluate on KITTI. Our method achieves 95.1% accuracy."))[0].claims
    assert (read.claim.benchmark, read.benchmark_from_before) == ("KITTI", True)
    (read,) = reasonings(explained("Our method achieves 95.1% accuracy on KITTI."))[0].claims
    assert (read.claim.benchmark, read.benchmark_from_before) == ("KITTI", False)


def test_claims_are_of_the_rule_that_fired_or_began_the_list() -> None:
    """Over the examples of all rules, and a list."""
    for text in [LIST, *(sentence for rule in all_rules() for sentence, _ in rule.examples)]:
        for reasoning in reasonings(explained(text)):
            fired = reasoning.fired
            assert (fired is None) <= (not reasoning.lost)
            assert all(fired is not None and fired.priority >= lost.priority for lost in reasoning.lost)
            for read in reasoning.claims:
                assert read.claim.rule == (reasoning.continues or (fired and fired.rule))
                assert read.line == line(read.claim)
                assert read.claim.start in {number.start for number in reasoning.numbers}
    first, *others = reasonings(explained(LIST))
    assert first.fired is not None
    assert first.continues is None
    assert {reasoning.continues for reasoning in others} == {first.fired.rule}


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=50).map(" ".join)), st.text(max_size=30))
def test_any_text_is_explained_by_its_own_words(abstract: str, title: str) -> None:
    paper = Paper(paper_id="p", title=title, abstract=abstract)
    explanation = explain(paper)
    assert explanation.claims == extract(paper)
    for span in spans(explanation):
        assert abstract[span.start : span.end] == span.text
    for reasoning in reasonings(explanation):
        assert (reasoning.outcome == "claim") == bool(reasoning.claims)
        assert reasoning.outcome in OUTCOMES
    reports.show_explanation(explanation)


def test_json_says_it_all_again() -> None:
    explanation = explained(TEXT)
    assert Explanation.model_validate_json(explanation.model_dump_json()) == explanation


TEXT_WITH_CONTROLS = "On GSM8K,\nOwl gets 61.47% accuracy. It\x1bhas 32 layers."


def test_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    reports.show_explanation(explained(TEXT_WITH_CONTROLS, "Owl: Words"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The paper's own method: Owl"
    assert lines[2] == "1  On GSM8K, Owl gets 61.47% accuracy."
    assert "2  It has 32 layers." in lines
    assert "   mentions   GSM8K (benchmark), Owl (own name), accuracy (metric)" in lines
    assert "   quantity   61.47% (value 61.47, unit %)" in lines
    assert any(each.startswith("     claim    score 61.47 % | accuracy @ GSM8K : Owl  [19:24]") for each in lines)
    assert f"     no claim {OUTCOMES['nothing spoke']}" in lines
    assert lines[-1] == "1 claim"
    assert "\x1b" not in "".join(lines)
