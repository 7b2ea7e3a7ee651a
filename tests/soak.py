"""The figures of the long runs, `make soak`, each under a name of its own in `soak.json` beside this file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

FIGURES = Path(__file__).with_name("soak.json")


def record(name: str, figures: Mapping[str, object]) -> None:
    """Put a run's figures into the file, in place of those of an earlier run of that name."""
    known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    known[name] = figures
    FIGURES.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n", encoding="utf-8")
