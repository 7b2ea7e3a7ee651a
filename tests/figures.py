"""Measures accuracy on the annotated papers and writes the figures where they are quoted.

    python tests/figures.py ../shared

writes `leaderboard/extraction/confidence.json` (how often each rule is right, from the two development files),
`leaderboard/accuracy.json` (what the about page shows) and, through `readme.py`, the figures in `README.md`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import readme

from leaderboard import evaluation
from leaderboard.evaluation import Document
from leaderboard.model import KINDS

ROOT = Path(__file__).resolve().parents[1]
DEVELOPMENT = ("seeds", "conferences")
SAMPLES = (*DEVELOPMENT, "check")
LEVELS = ("detect", "board", "full", "rows")
FOLDS = 10
PRIOR_WEIGHT = 6.0
"""How many claims of its kind's precision a rule starts from, so that rules seen rarely stay near their kind."""

Outcome = tuple[str, str, str, bool]
"""Document id, kind, rule, and whether the claim is right at board level."""


def documents(shared: Path, sample: str) -> list[Document]:
    """The annotated papers of one sample."""
    return evaluation.read(shared / "gold" / f"{sample}.jsonl")


def accuracy(docs: list[Document]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 at each level."""
    levels = evaluation.evaluate(docs, evaluation.extracted(docs)).levels
    return {level: levels[level].model_dump(include={"precision", "recall", "f1"}) for level in LEVELS}


def outcomes(docs: list[Document]) -> list[Outcome]:
    """For each extracted claim whether an annotated one agrees with it at board level."""
    return [
        (each.document.id, claim.kind, claim.rule, how is not None and how.at("board"))
        for each in evaluation.judged(docs, evaluation.extracted(docs))
        for claim, how in each.outcomes()
    ]


def fitted(seen: Iterable[Outcome]) -> dict[str, dict[str, float]]:
    """Precision of each kind, and of each kind and rule shrunk towards its kind."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    rules: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for _, kind, rule, right in seen:
        kinds[kind].append(right)
        rules[kind, rule].append(right)
    of_kind = {kind: (sum(kinds[kind]) + 1) / (len(kinds[kind]) + 2) for kind in KINDS}
    of_rule = {
        f"{kind}: {rule}": round((sum(hits) + PRIOR_WEIGHT * of_kind[kind]) / (len(hits) + PRIOR_WEIGHT), 3)
        for (kind, rule), hits in sorted(rules.items())
    }
    return {"kinds": {kind: round(value, 3) for kind, value in of_kind.items()}, "rules": of_rule}


def stated(table: dict[str, dict[str, float]], kind: str, rule: str) -> float:
    """The confidence that a fitted table gives."""
    return table["rules"].get(f"{kind}: {rule}", table["kinds"][kind])


def calibration(seen: list[Outcome]) -> list[dict[str, float]]:
    """Stated against measured precision by bin, each document judged by a table fitted without it."""
    ids = sorted({doc for doc, *_ in seen})
    fold_of = {doc: number % FOLDS for number, doc in enumerate(ids)}
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        table = fitted(outcome for outcome in seen if fold_of[outcome[0]] != fold)
        pairs += [(stated(table, kind, rule), right) for doc, kind, rule, right in seen if fold_of[doc] == fold]
    return [row.model_dump(by_alias=True) for row in evaluation.calibration(pairs)]


def main(shared: Path) -> None:
    seen = outcomes([doc for sample in DEVELOPMENT for doc in documents(shared, sample)])
    _dump(ROOT / "leaderboard" / "extraction" / "confidence.json", fitted(seen))
    figures: dict[str, Any] = {sample: accuracy(documents(shared, sample)) for sample in SAMPLES}
    _dump(ROOT / "leaderboard" / "accuracy.json", {"samples": figures, "calibration": calibration(seen)})
    readme.main()
    for sample in SAMPLES:
        print(f"{sample:12s}", " ".join(f"{level} {figures[sample][level]['f1']:.3f}" for level in LEVELS))


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
