"""The hand-written papers and claims of `queries/fixture`, on which every rule of comparability shows."""

from __future__ import annotations

from pathlib import Path

from leaderboard import lexicon, store
from leaderboard.model import Claim, Paper

FOLDER = Path(__file__).parent / "queries" / "fixture"
PAPERS = [Paper.model_validate_json(line) for line in (FOLDER / "papers.jsonl").open(encoding="utf-8")]
CLAIMS = [Claim.model_validate_json(line) for line in (FOLDER / "claims.jsonl").open(encoding="utf-8")]


def write_database(path: Path, claims: list[Claim] = CLAIMS) -> Path:
    """Write the database to `path`, with other `claims` where given; the path."""
    store.write(path, PAPERS, claims, lexicon.read(FOLDER))
    return path
