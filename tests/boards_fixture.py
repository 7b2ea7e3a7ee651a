"""The hand-written papers and claims of `queries/fixture`, on which every rule of comparability shows."""

from __future__ import annotations

from pathlib import Path

from leaderboard import lexicon, store
from leaderboard.lexicon.settings import size_named
from leaderboard.model import Claim, Paper

FOLDER = Path(__file__).parent / "queries" / "fixture"
PAPERS = [Paper.model_validate_json(line) for line in (FOLDER / "papers.jsonl").open(encoding="utf-8")]
CLAIMS = [Claim.model_validate_json(line) for line in (FOLDER / "claims.jsonl").open(encoding="utf-8")]


def claim(claim_id: str, kind: str, value: float, **fields: object) -> Claim:
    """One more claim, of the paper that claims nothing of its own: published in 2021, by SilentNet where not said."""
    given = {
        "paper_id": "silent", "method": "SilentNet", "role": "own", "start": 0, "end": 1,
        "sentence": "Nothing is said.", "rule": "by hand", "confidence": 0.9, **fields,
    }  # fmt: skip
    size = size_named(str(given["method"]))
    return Claim.model_validate({"claim_id": claim_id, "kind": kind, "value": value, "model_size": size, **given})


def write_database(path: Path, claims: list[Claim] = CLAIMS) -> Path:
    """Write the database to `path`, with other `claims` where given; the path."""
    store.write(path, PAPERS, claims, lexicon.read(FOLDER))
    return path
