"""The figures of the long runs, `make soak` and `make fuzz`: each by a name of its own in `soak.json` beside this.

SECURITY.md tells them, and is written with them. Runs may end at the same time.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Mapping
from pathlib import Path

FIGURES = Path(__file__).with_name("soak.json")


def record(name: str, figures: Mapping[str, object]) -> None:
    """Put a run's figures into the file, in place of those of an earlier run of that name, and into SECURITY.md."""
    import security

    with Path(__file__).open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
        known[name] = figures
        FIGURES.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n", encoding="utf-8")
        security.write()
