"""How likely a claim is right in all that a board shows, from the circumstances under which it was read.

Each circumstance has a weight, fitted on annotated papers (`make figures`): the rule, what is missing, how far from the
number the measure and the benchmark stand, how many numbers the sentence holds. Weights add up to log odds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path

from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.tape import Tape
from leaderboard.model import Kind, Role

_WEIGHTS = Path(__file__).with_name("confidence.json")
_GAPS = ((4, "beside"), (25, "near"), (80, "far"))
"""Up to how many characters from the number a name counts as what."""


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return weights


def confidence(found: Iterable[str]) -> float:
    """The chance, at board level, that a claim read under these circumstances is right; unknown ones count for nothing."""
    weights = _weights()
    odds = weights["always"] + sum(weights.get(circumstance, 0.0) for circumstance in found)
    return round(1 / (1 + exp(-odds)), 3)


def circumstances(
    tape: Tape,
    quantity: Quantity,
    kind: Kind,
    rule: str,
    role: Role,
    metric: tuple[str | None, str | None],
    benchmark: Mention | None,
) -> tuple[str, ...]:
    """What is known of a reading before anyone judges it; `metric` is its words and the lexicon's name."""
    numbers = sum(len(item.quantities) for _, item in tape.marks)
    unit = quantity.unit if quantity.unit in ("%", "x", "points", None) else "other"
    return (
        f"kind {kind}",
        f"rule {kind}: {rule}",
        f"role {role}",
        f"unit {unit or 'none'}",
        f"numbers {'1' if numbers < 2 else '2' if numbers < 3 else '3 or 4' if numbers < 5 else 'more'}",
        *_named("metric", kind, tape, quantity, *metric),
        *_named(
            "benchmark", kind, tape, quantity, *((benchmark.text, benchmark.canonical) if benchmark else (None, None))
        ),
    )


def _named(
    what: str, kind: Kind, tape: Tape, quantity: Quantity, written: str | None, canonical: str | None
) -> tuple[str, str] | tuple[str]:
    """Whether a metric or benchmark is named, whether the lexicon lists it, and where it stands."""
    if written is None:
        return (f"{what} none: {kind}",)
    listed = "listed" if canonical is not None else "unlisted"
    return f"{what} {listed}", f"{what} {_where(tape.sentence, quantity, written)}"


def _where(sentence: str, quantity: Quantity, name: str) -> str:
    """How near the number a name stands, before or after it; `elsewhere` where the sentence does not have it."""
    before = sentence.rfind(name, 0, quantity.start)
    after = sentence.find(name, quantity.end)
    gaps = [(quantity.start - before - len(name), "before")] if before >= 0 else []
    gaps += [(after - quantity.end, "after")] if after >= 0 else []
    if not gaps:
        return "elsewhere"
    gap, side = min(gaps)
    return f"{next((words for limit, words in _GAPS if gap <= limit), 'remote')} {side}"
