"""Files on the way of a batch of papers through another process: their texts, and beside it what they claim.

Worker processes import this, so it needs neither DuckDB nor Arrow.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from leaderboard import limits
from leaderboard.errors import InputError
from leaderboard.model import CLAIM_COLUMNS, UNTITLED, Claim, Paper

Text = tuple[int, str, str, str, list[Claim] | None]
"""A paper's place among all, its id, title and abstract, and its claims where they are known."""
Row = tuple[Any, ...]
"""A claim: its values in the order of CLAIM_COLUMNS."""
Claims = tuple[int, list[Row]]
"""A paper's place and its claims."""

row = attrgetter(*CLAIM_COLUMNS)


def write(path: Path, texts: Sequence[Text]) -> None:
    """Write the texts of a batch."""
    _write(path, texts)


def texts(path: Path) -> list[Text]:
    """The texts of a batch."""
    found: list[Text] = pickle.loads(path.read_bytes())
    return found


def extract(path: Path) -> tuple[int, int, Counter[str]]:
    """Write what the texts of a batch claim; how many there are, how many claims, and the limits they go beyond."""
    # Loading it takes a second, which the process that only shares the work among others is spared.
    from leaderboard.extraction import extract_each

    batch = texts(path)
    unread = [
        Paper(paper_id=name, title=title or UNTITLED, abstract=abstract)
        for _, name, title, abstract, known in batch
        if known is None
    ]
    read = iter(extract_each(unread))
    found = [(place, next(read) if known is None else known) for place, *_, known in batch]
    rows: list[Claims] = [(place, list(map(row, claims))) for place, claims in found if claims]
    _write(_beside(path), rows)
    beyond = Counter(limit for *_, abstract, _ in batch for limit in limits.beyond(abstract))
    return len(batch), sum(len(claims) for _, claims in rows), beyond


def claims(path: Path) -> list[Claims]:
    """What the texts of a batch claim, where they claim anything."""
    found: list[Claims] = pickle.loads(_beside(path).read_bytes())
    return found


def no_room(folder: Path, reason: str | None) -> InputError:
    """What to say where a folder of batches cannot be written."""
    return InputError(f"{folder}: cannot be written: {reason}; let TMPDIR name a folder with room for all texts")


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.claims")


def _write(path: Path, content: object) -> None:
    try:
        with path.open("wb") as file:
            pickle.dump(content, file, pickle.HIGHEST_PROTOCOL)
    except OSError as error:
        raise no_room(path.parent, error.strerror) from error
