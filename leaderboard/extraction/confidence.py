"""How often claims of a rule proved right on annotated papers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("confidence.json")


@cache
def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table


def confidence(rule: str, kind: str) -> float:
    """Measured precision, at board level, of the claims that this rule reads; of the kind where the rule was never seen."""
    table = _table()
    return table["rules"].get(f"{kind}: {rule}", table["kinds"][kind])
