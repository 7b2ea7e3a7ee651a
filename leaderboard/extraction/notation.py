"""Claims in one line, for examples beside rules and in tests.

    kind value[..value_to] [unit] [(bound)] [| metric] [@ benchmark] [: method] [= baseline] [vs baseline] [# setting]

`score 61.47 % | accuracy @ GSM8K : HeronTune`; parts that a claim lacks are left out, `: ours` too.
"""

from __future__ import annotations

from leaderboard.model import OURS, Claim


def line(claim: Claim) -> str:
    """The claim in one line."""
    value = f"{claim.value:g}" if claim.value_to is None else f"{claim.value:g}..{claim.value_to:g}"
    parts = [claim.kind, value]
    if claim.unit:
        parts.append(claim.unit)
    if claim.bound:
        parts.append(f"({claim.bound})")
    if claim.metric:
        parts.append(f"| {claim.metric}")
    if claim.benchmark:
        parts.append(f"@ {claim.benchmark}")
    if claim.method != OURS:
        parts.append(f": {claim.method}")
    if claim.role == "baseline":
        parts.append("= baseline")
    if claim.baseline:
        parts.append(f"vs {claim.baseline}")
    if claim.setting:
        parts.append(f"# {claim.setting}")
    return " ".join(parts)
