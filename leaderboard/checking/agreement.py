"""Whether an extracted claim says what an annotated one says, field by field.

Annotators write names as the text does, so names are compared as people would: `top1 acc` is `top-1 accuracy`, `ADE`
is `Average Displacement Error`, `LoRA` is `the LoRA baseline`, `12 seconds` is `12 s`. What counts as the same is data:
`lexicon/agreement.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from leaderboard.model import Bound, Claim, Kind, Role

Level = Literal["detect", "board", "full"]
LEVELS: Mapping[Level, tuple[str, ...]] = {
    "detect": ("place", "kind", "value"),
    "board": ("sign", "value_to", "unit", "metric", "benchmark", "role"),
    "full": ("method", "baseline", "bound"),
}
"""The fields that each level asks for beyond those of the level before it."""
FIELDS = ("kind", "sign", "value_to", "unit", "metric", "benchmark", "role", "method", "baseline", "bound")
"""What is told apart among claims that share place and value."""

_PLACE_TOLERANCE = 1
_VALUE_TOLERANCE = 1e-6


class Annotation(BaseModel):
    """A claim as a person annotated it. Names are as the text has them."""

    model_config = ConfigDict(frozen=True, strict=True)

    kind: Kind
    value: float
    value_to: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    metric: str | None = None
    benchmark: str | None = None
    method: str | None = None
    role: Role
    baseline: str | None = None
    start: int = Field(default=-1, ge=-1)
    """Where the number stands in the abstract; -1 where `quote`, `number` and `nth` have to tell."""
    quote: str = ""
    number: str = ""
    nth: int | None = None


@dataclass(frozen=True)
class Agreement:
    """The fields in which an annotated and an extracted claim agree; their names are in `LEVELS`."""

    fields: frozenset[str]

    def at(self, level: Level) -> bool:
        """Whether all agrees that the level asks for."""
        return _asked(level) <= self.fields

    @property
    def rank(self) -> int:
        """Greater, the more agrees: fields and levels."""
        return len(self.fields) + sum(self.at(level) for level in LEVELS)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields that differ, of `FIELDS`."""
        return tuple(name for name in FIELDS if name not in self.fields)


@cache
def _asked(level: Level) -> frozenset[str]:
    known = list(LEVELS)
    return frozenset(name for each in known[: known.index(level) + 1] for name in LEVELS[each])


def agreement(gold: Annotation, claim: Claim) -> Agreement:
    """In which fields the two agree; both are of one document."""
    same = {
        "place": abs(gold.start - claim.start) <= _PLACE_TOLERANCE,
        "kind": gold.kind == claim.kind,
        "value": same_amount(gold.value, claim.value),
        "sign": gold.kind != "gain" or (gold.value < 0) == (claim.value < 0),
        "value_to": same_amount(gold.value_to, claim.value_to),
        "unit": same_unit(gold.unit, claim.unit),
        "metric": _metric_agrees(gold, claim),
        "benchmark": same_benchmark(gold.benchmark, (claim.benchmark, claim.benchmark_text)),
        "role": gold.role == claim.role,
        "method": same_method(gold.method, claim.method),
        "baseline": same_method(gold.baseline, claim.baseline),
        "bound": gold.bound == claim.bound,
    }
    return Agreement(frozenset(name for name, agrees in same.items() if agrees))


Pair = tuple[int, int, Agreement]


def paired(golds: Sequence[Annotation], claims: Sequence[Claim]) -> list[Pair]:
    """One-to-one pairs of claims with one place and value, as (index of gold, index of claim, agreement).

    Those that agree most are paired first, then those that come first.
    """
    candidates = [
        (number, other, agreement(gold, claim))
        for number, gold in enumerate(golds)
        for other, claim in enumerate(claims)
        if abs(gold.start - claim.start) <= _PLACE_TOLERANCE and same_amount(gold.value, claim.value)
    ]
    candidates.sort(key=lambda pair: (-pair[2].rank, pair[0], pair[1]))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for number, other, how in candidates:
        if number not in taken[0] and other not in taken[1]:
            taken[0].add(number)
            taken[1].add(other)
            pairs.append((number, other, how))
    return pairs


def same_amount(gold: float | None, got: float | None) -> bool:
    """Whether two amounts are equal, whatever their signs, or both lacking."""
    if gold is None or got is None:
        return gold is got
    return abs(abs(gold) - abs(got)) <= _VALUE_TOLERANCE * max(1.0, abs(gold))


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one, or cannot be told apart: points and `%` or nothing, `M` and `M parameters`."""
    short, long = sorted((_unit(one), _unit(other)), key=len)
    if short == long or {short, long} <= {"", "point"} or {short, long} <= {"%", "point"}:
        return True
    counted = _lists("counted")
    return short in counted["magnitudes"] and long.startswith(short) and long[1:] in counted["things"]


def _unit(text: str | None) -> str:
    """A unit's letters, in its usual spelling, in the singular."""
    letters = re.sub(r"[^a-z%×]", "", (text or "").lower())
    usual = _renamed("units").get(letters, letters)
    return usual[:-1] if len(usual) > 3 and usual.endswith("s") else usual


_TIMED = re.compile(r"fps|frames|hz|second|minute|hour|^m?s$", re.IGNORECASE)


def _metric_agrees(gold: Annotation, claim: Claim) -> bool:
    """Whether the metric, by its canonical name or as written, is the annotated one.

    That a speedup, or a cost in seconds or frames per second, is one of speed is understood; it may name no metric.
    """
    offered = {claim.metric, claim.metric_text}
    if claim.metric:
        offered -= {None, ""}
    understood = gold.kind == "speedup" or (gold.kind == "cost" and bool(_TIMED.search(gold.unit or "")))
    return any(same_metric(gold.metric, name, understood) for name in offered)


def same_metric(gold: str | None, got: str | None, understood: bool = False) -> bool:
    """Whether one name's words are all among the other's, unless the others make another metric of it.

    `understood` says that a name which is not there agrees with any.
    """
    ours, theirs = metric_words(gold), metric_words(got)
    if not ours or not theirs:
        return understood or ours == theirs
    within = ours <= theirs or theirs <= ours
    return (within and not (ours ^ theirs) & _lists("metric_extras")["apart"]) or _short_for_another(gold, got)


@cache
def metric_words(name: str | None) -> frozenset[str]:
    """The words of a metric's name: short forms, synonyms as one, singular, without padding if anything is left."""
    text = re.sub(r"\s+", " ", (name or "").lower())
    for written, short in _metric_names():
        text = written.sub(short, text)
    synonyms = _renamed("metric_words")
    words = [_singular(synonyms.get(word, word)) for word in re.findall(r"[a-z0-9@.+-]+", text)]
    return _without(words, _lists("metric_extras")["padding"])


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def same_benchmark(gold: str | None, names: Iterable[str | None]) -> bool:
    """Whether any of the names is the annotated one: letters and digits alike, words such as `dataset` aside."""
    found = {_benchmark_key(name) for name in names if name}
    return _benchmark_key(gold) in found if gold else not found


def _benchmark_key(name: str) -> str:
    plain = _beside_benchmark().sub(" ", re.sub(r"['’]s\b", "", name.lower()))
    return re.sub(r"[^a-z0-9+]", "", plain)


def same_method(gold: str | None, got: str | None) -> bool:
    """Whether whole words of one name are those of the other, words such as `method` aside: `BERT` is not `RoBERTa`."""
    ours, theirs = _method_words(gold), _method_words(got)
    if ours == theirs or _short_for_another(gold, got):
        return True
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


def _method_words(name: str | None) -> frozenset[str]:
    text = re.sub(r"state[- ]of[- ]the[- ]arts?", "sota", (name or "").lower())
    return _without(re.findall(r"[a-z0-9+]+", text), _lists("names")["beside_method"])


def _without(words: Iterable[str], padding: frozenset[str]) -> frozenset[str]:
    words = frozenset(words)
    return words - padding or words


def _short_for_another(one: str | None, other: str | None) -> bool:
    return _abbreviates(one or "", other or "") or _abbreviates(other or "", one or "")


def _abbreviates(short: str, long: str) -> bool:
    """Whether `short` is made of the first letters of `long`: `ADE` of `Average Displacement Error`."""
    words = re.findall(r"[A-Za-z0-9]+", long)
    return len(words) > 1 and short.strip().lower() == "".join(word[0] for word in words).lower()


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).parents[1].joinpath("lexicon", "agreement.toml").read_text(encoding="utf-8"))


@cache
def _lists(table: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _data()[table].items()}


@cache
def _renamed(table: str) -> dict[str, str]:
    """Each spelling with the name it stands for."""
    return {spelling: name for name, spellings in _data()[table].items() for spelling in spellings}


@cache
def _metric_names() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"(?<![\w@-]){re.escape(written)}(?![\w@-])"), short)
        for written, short in _renamed("metric_names").items()
    ]


@cache
def _beside_benchmark() -> re.Pattern[str]:
    words = sorted(_lists("names")["beside_benchmark"], key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
