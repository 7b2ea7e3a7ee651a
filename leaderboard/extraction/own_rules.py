"""Rules that a user adds, from TOML. Nobody has measured how long their patterns take, so they have a limit.

[[rule]]
name = "clocks in at <value>"
pattern = "clocks in at <value>"
frame = "value"
examples = [{ sentence = "On MNIST, Heron clocks in at 91.2%.", claims = ["score 91.2 % @ MNIST"] }]
counter_examples = ["Heron clocks in at the office."]
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import regex

from leaderboard import additions, lexicon
from leaderboard.additions import Entry
from leaderboard.errors import InputError
from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Matched, has_always
from leaderboard.extraction.rules import FRAMES, TRAITS, Rule, all_rules
from leaderboard.extraction.tape import Tape
from leaderboard.model import Role

SECONDS = 1.0
"""Of the processor, that all of a user's rules may take for an abstract."""
_MARKS = ("(", "|", ")", ")?", ")*", ")+")
_NUMBERS = ("<value", "<from", "<to")


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A user's rule, and its file, line and name."""

    rule: Rule
    where: str


@additions.cached
def own_rules() -> tuple[OwnRule, ...]:
    """The rules that were added. Raises InputError, with file, line and name, for one that is none."""
    names = {rule.name: "a rule that comes with the program" for rule in all_rules()}
    found = []
    for file in additions.current().rules:
        for entry in file.entries("rule"):
            own = OwnRule(_rule(entry), entry.where)
            if own.rule.name in names:
                raise InputError(f"{entry.where}: {names[own.rule.name]} has this name already")
            names[own.rule.name] = "another rule"
            found.append(own)
    return tuple(found)


def matches(tapes: Sequence[Tape], papers: Sequence[int]) -> list[Matched]:
    """For each tape the added rules that match it; `papers` are the numbers of the papers that the tapes are of.

    Raises InputError, with file, line and name, for the rule that is at work when an abstract's time is up.
    """
    found: list[Matched] = [[] for _ in tapes]
    rules = own_rules()
    spent: Counter[int] = Counter()
    for index, (tape, paper) in enumerate(zip(tapes, papers, strict=True) if rules else ()):
        for own in rules:
            began = time.process_time()
            if of_tape := _matches(own, tape, SECONDS - spent[paper] / _TICKS):
                found[index].append((own.rule, of_tape))
            spent[paper] += round((time.process_time() - began) * _TICKS)
    return found


_TICKS = 1_000_000
_LEAST = 0.001
"""Seconds: `regex` takes no timeout of nothing."""


def _matches(own: OwnRule, tape: Tape, left: float) -> list[regex.Match[str]]:
    until = time.process_time() + left
    try:
        each = (
            own.rule.compiled.match(tape.text, at, timeout=max(until - time.process_time(), _LEAST))
            for at in tape.offsets
        )
        return [match for match in each if match]
    except TimeoutError as error:
        raise InputError(
            f"{own.where}: takes more than {SECONDS:g} s for an abstract, and was stopped; make its pattern simpler: "
            "no repetition inside a repetition"
        ) from error


def _rule(entry: Entry) -> Rule:
    values = {name: _checked(entry, name, value) for name, value in entry.record.items()}
    if missing := [name for name in ("name", "pattern", "frame", "counter_examples") if not values.get(name)]:
        raise InputError(f"{entry.where}: field {missing[0]!r} is missing or empty")
    if not (values.get("examples") or values.get("rejects")):
        raise InputError(
            f"{entry.where}: has no example: field 'examples' (or, of frame nothing, 'rejects') is missing"
        )
    rule = Rule(**values)
    if unknown := {*rule.only_of} - {metric.name for metric in lexicon.load().metrics}:
        raise InputError(f"{entry.where}: field 'only_of': the lexicon has no metric {min(unknown)!r}")
    _check_pattern(entry, rule)
    return rule


def _check_pattern(entry: Entry, rule: Rule) -> None:
    fault = None
    try:
        groups = [name for word in _words(rule.pattern) for name in word.groupindex]
        if groups:
            fault = f"a word has the group {groups[0]!r}; write <{groups[0]}> where the language has such an element"
        elif not rule.compiled.groupindex or not has_always(rule.pattern, _NUMBERS):
            fault = "it can match without a number: let each way through it hold <value>"
    except (regex.error, ValueError) as error:
        fault = str(error)
    except (RecursionError, OverflowError, MemoryError):
        fault = "brackets too deep in one another, or too many repetitions"
    if fault:
        raise InputError(f"{entry.where}: pattern {rule.pattern!r}: {fault}")


def _words(pattern: str) -> list[regex.Pattern[str]]:
    """The elements of a pattern that are regular expressions for a word."""
    return [patterns.compiled(each) for each in pattern.split() if each[0] not in "<{~" and each not in _MARKS]


def _checked(entry: Entry, name: str, value: object) -> Any:
    """A field as `Rule` holds it."""
    if name not in _FIELDS:
        raise InputError(f"{entry.where}: unknown field {name!r}; known are {', '.join(_FIELDS)}")
    wanted = _FIELDS[name]
    chosen = value if isinstance(value, list) else [value]
    if name in _CHOICES and any(each not in _CHOICES[name] for each in chosen):
        raise InputError(f"{entry.where}: field {name!r} must be one of {', '.join(_CHOICES[name])}, not {value!r}")
    if wanted == "a text" and isinstance(value, str):
        return value
    if wanted == "a whole number" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if wanted == "a list of texts" and isinstance(value, list) and _are_texts(value):
        return tuple(value)
    if name == "examples" and isinstance(value, list) and all(map(_is_example, value)):
        return tuple((each["sentence"], tuple(each["claims"])) for each in value)
    raise InputError(f"{entry.where}: field {name!r} must be {wanted}, not {value!r}")


_FIELDS: Mapping[str, str] = {
    "name": "a text",
    "pattern": "a text",
    "frame": "a text",
    "examples": 'a list of { sentence = "...", claims = ["..."] }',
    "counter_examples": "a list of texts",
    "rejects": "a list of texts",
    "priority": "a whole number",
    "role": "a text",
    "traits": "a list of texts",
    "only_of": "a list of texts",
}
_CHOICES: Mapping[str, Sequence[str]] = {"frame": tuple(FRAMES), "role": get_args(Role), "traits": tuple(TRAITS)}


def _are_texts(values: list[object]) -> bool:
    return all(isinstance(each, str) and each for each in values)


def _is_example(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"sentence", "claims"}:
        return False
    sentence, claims = value["sentence"], value["claims"]
    return isinstance(sentence, str) and isinstance(claims, list) and _are_texts(claims)
