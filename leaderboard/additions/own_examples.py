"""Whether the examples hold that a user's own rules and entries of the lexicon carry, as ours do by our tests."""

from __future__ import annotations

from leaderboard import lexicon
from leaderboard.errors import InputError
from leaderboard.extraction import analyse, extract
from leaderboard.extraction.mentions import literal_mentions
from leaderboard.extraction.notation import line
from leaderboard.extraction.own_rules import OwnRule, own_rules
from leaderboard.lexicon import Benchmark
from leaderboard.model import Claim, Paper


def check() -> None:
    """Raise InputError, with file, line and name, for an entry that is none, one there is, and a wrong example."""
    for where, benchmark in lexicon.own_benchmarks():
        _check_ordinary_names(where, benchmark)
    for own in own_rules():
        _check_examples(own)


def _check_ordinary_names(where: str, benchmark: Benchmark) -> None:
    """A name that is also an ordinary word needs sentences that tell the two apart."""
    for name in benchmark.ordinary_names[:1]:
        for field, text, wanted in (
            ("example", benchmark.example, True),
            ("counter_example", benchmark.counter_example, False),
        ):
            if not text:
                raise InputError(f"{where}: field {field!r} is missing; {name!r} is also an ordinary word")
            if (benchmark.name in {mention.canonical for mention in literal_mentions(text)}) != wanted:
                read = "not read" if wanted else "read"
                raise InputError(f"{where}: field {field!r} does not hold: the benchmark is {read} in {text!r}")


def _check_examples(own: OwnRule) -> None:
    """The examples of a user's rule hold, as those of ours do by our tests."""
    rule = own.rule
    for sentence, expected in rule.examples:
        claims = _claims(sentence)
        if (found := tuple(map(line, claims))) != expected:
            raise InputError(f"{own.where}: example {sentence!r} yields {[*found]}, not {[*expected]}")
        if rule.name not in {claim.rule for claim in claims}:
            raise InputError(f"{own.where}: example {sentence!r} is not read by the rule, which another may win over")
    for sentence in rule.counter_examples:
        if rule.name in {claim.rule for claim in _claims(sentence)}:
            raise InputError(f"{own.where}: counter-example {sentence!r} is read by the rule")
    for sentence in rule.rejects:
        _, analyses = analyse(_paper(sentence))
        winners = {reading.match.rule.name for each in analyses for reading in each.readings if reading.match}
        if rule.name not in winners or _claims(sentence):
            raise InputError(f"{own.where}: the rule does not reject {sentence!r}")


def _claims(sentence: str) -> list[Claim]:
    return extract(_paper(sentence))


def _paper(sentence: str) -> Paper:
    return Paper(paper_id="example", title="", abstract=sentence)
