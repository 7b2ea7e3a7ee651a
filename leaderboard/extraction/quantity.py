"""A number that was read, with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.extraction import patterns
from leaderboard.model import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written at `[start, end)`; `[first, last)` also spans its sign, bound words, range and unit."""

    start: int
    end: int
    first: int
    last: int
    value: float
    value_to: float | None = None
    unit: str | None = None
    unit_class: str = "bare"
    bound: Bound | None = None
    sign: str = ""
    from_to: str = ""
    """`from` and `to` mark the two ends of `from 52.8% to 59.4%`."""
    word: bool = False

    def counts(self, acronym: str) -> bool:
        """Whether the number says how many there are of what an acronym in the plural names: `578 POIs`."""
        return self.unit is None and self.value.is_integer() and _PLURAL.search(acronym) is not None


_PLURAL = patterns.compiled(r"\p{Lu}s$")
