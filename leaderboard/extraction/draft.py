"""A claim in the making, and what stands in its place where a rule makes none."""

from __future__ import annotations

from dataclasses import dataclass, field

from leaderboard.extraction.measures import Measure
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Match
from leaderboard.model import OURS, Kind, Role

OF_QUALITY: tuple[Kind, ...] = ("score", "gain")
"""The kinds of claims that say how well a system did, not how fast or cheaply."""

AGAINST: tuple[Kind, ...] = ("gain", "speedup", "saving")
"""The kinds of claims that are made against something, which is their baseline."""


@dataclass(slots=True)
class Draft:
    """A claim in the making, for one item of the tape; lists are still lists."""

    item: int
    quantities: list[Quantity]
    frame: str
    match: Match
    """Of the rule that was believed."""
    kind: Kind
    measure: Measure | None = None
    benchmarks: list[Mention] = field(default_factory=list)
    method: str = OURS
    role: Role = "own"
    baseline: str | None = None
    negative: bool = False
    words: str = ""
    """What its rule matched."""

    @property
    def rule(self) -> str:
        """The name of the rule that was believed."""
        return self.match.rule.name

    @property
    def takes_measure(self) -> bool:
        """Whether it lacks a measure that what stands by may lend: how many cases went well is of none."""
        return self.measure is None and self.frame != "handled"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a rule makes no claim; `final` where that is said of the number itself, so that no other rule makes one."""

    reason: str
    final: bool = False


Refused = dict[int, str]
"""For each item whose rule fired and yet made no claim, the reason."""
