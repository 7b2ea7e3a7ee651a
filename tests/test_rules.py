"""Every rule carries its examples and counter-examples; they are run here."""

from __future__ import annotations

from collections import Counter

import pytest

from leaderboard import lexicon
from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.extraction.rules import TRAITS, Rule, _word_lists, all_rules, compile_pattern
from leaderboard.model import Claim, Paper

RULES = all_rules()


def claims_of(sentence: str) -> list[Claim]:
    return extract(Paper(paper_id="example", title="", abstract=sentence))


def test_names_are_unique() -> None:
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_carries_both_kinds_of_examples(rule: Rule) -> None:
    assert {*rule.only_of} <= {metric.name for metric in lexicon.load().metrics}
    assert rule.counter_examples, "a rule needs at least one sentence that it must leave alone"
    assert rule.examples or rule.rejects, "a rule needs at least one sentence that it reads"


@pytest.mark.parametrize(
    ("rule", "sentence", "expected"),
    [(rule, sentence, expected) for rule in RULES for sentence, expected in rule.examples],
    ids=lambda value: value.name if isinstance(value, Rule) else None,
)
def test_example(rule: Rule, sentence: str, expected: tuple[str, ...]) -> None:
    claims = claims_of(sentence)
    assert tuple(line(claim) for claim in claims) == expected
    assert rule.name in {claim.rule for claim in claims}, "the example does not reach its rule"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in RULES for sentence in rule.counter_examples],
    ids=lambda value: value.name if isinstance(value, Rule) else None,
)
def test_counter_example(rule: Rule, sentence: str) -> None:
    assert rule.name not in {claim.rule for claim in claims_of(sentence)}


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [(rule, sentence) for rule in RULES for sentence in rule.rejects],
    ids=lambda value: value.name if isinstance(value, Rule) else None,
)
def test_rejecting_rule_rejects(rule: Rule, sentence: str) -> None:
    """A rule of frame `nothing` matches and wins: its number becomes no claim."""
    from leaderboard.extraction import analyse

    _, analyses = analyse(Paper(paper_id="example", title="", abstract=sentence))
    winners = {reading.match.rule.name for analysis in analyses for reading in analysis.readings if reading.match}
    assert rule.name in winners
    assert claims_of(sentence) == []


def test_a_rule_states_only_what_is_known_of_rules() -> None:
    with pytest.raises(ValueError, match="no frame or no trait is called 'sideways'"):
        Rule("r", "<value>", "sideways")
    with pytest.raises(ValueError, match="no frame or no trait is called 'value'"):
        Rule("r", "<value>", "value", traits=("value",))


@pytest.mark.parametrize("trait", TRAITS)
def test_every_trait_is_one_of_a_rule(trait: str) -> None:
    assert any(trait in rule.traits for rule in RULES)


def test_unknown_elements_of_a_pattern_are_named() -> None:
    with pytest.raises(ValueError, match="no-such-class"):
        compile_pattern("{no-such-class} <value>")
    with pytest.raises(ValueError, match="no-such-slot"):
        compile_pattern("<no-such-slot>")


def test_a_class_of_words_named_in_another_stands_for_all_its_words() -> None:
    lists = _word_lists()
    assert set(lists["exhibit"]) < set(lists["achieve"])
    assert not [word for words in lists.values() for word in words if word.startswith("{")]
