"""Measures accuracy on the annotated papers and writes the figures where they are quoted.

    python tests/figures.py ../shared

writes `leaderboard/extraction/confidence.json` (how often each rule is right, from the two development files),
`leaderboard/accuracy.json` (what the about page shows) and, through `readme.py`, the figures in `README.md`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import readme

from leaderboard.extraction import extract
from leaderboard.model import KINDS, Claim, Paper

ROOT = Path(__file__).resolve().parents[1]
DEVELOPMENT = ("seeds", "conferences")
SAMPLES = (*DEVELOPMENT, "check")
LEVELS = ("detect", "board", "full", "rows")
FOLDS = 10
PRIOR_WEIGHT = 6.0
"""How many claims of its kind's precision a rule starts from, so that rules seen rarely stay near their kind."""
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

Document = dict[str, Any]
Outcome = tuple[str, str, str, bool]
"""Document id, kind, rule, and whether the claim is right at board level."""


def scorer(shared: Path) -> ModuleType:
    """The annotators' own scoring program."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(shared: Path, sample: str) -> list[Document]:
    """The annotated papers of one sample."""
    with (shared / "gold" / f"{sample}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def claims_of(document: Document) -> list[Claim]:
    """What we extract from an annotated paper."""
    return extract(Paper(paper_id=str(document["id"]), title=document["title"], abstract=document["abstract"]))


def accuracy(score: ModuleType, docs: list[Document]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 at each level."""
    result = score.score(docs, [claim.model_dump() for doc in docs for claim in claims_of(doc)])
    return {level: {key: result[level][key] for key in ("precision", "recall", "f1")} for level in LEVELS}


def outcomes(score: ModuleType, docs: Iterable[Document]) -> list[Outcome]:
    """For each extracted claim whether an annotated one agrees with it at board level."""
    found: list[Outcome] = []
    for doc in docs:
        gold = [dict(claim, start=score.offset(doc, claim)) for claim in doc["claims"]]
        got = [claim.model_dump() for claim in claims_of(doc)]
        right = {id(claim) for _, claim, agree in score.pair(gold, got) if agree["board"]}
        found += [(str(doc["id"]), claim["kind"], claim["rule"], id(claim) in right) for claim in got]
    return found


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
    rows = []
    for low, high in pairwise(BINS):
        inside = [(value, right) for value, right in pairs if low <= value < high]
        if inside:
            rows.append(
                {
                    "from": low,
                    "to": min(high, 1.0),
                    "stated": round(sum(value for value, _ in inside) / len(inside), 3),
                    "measured": round(sum(right for _, right in inside) / len(inside), 3),
                    "claims": len(inside),
                }
            )
    return rows


def main(shared: Path) -> None:
    score = scorer(shared)
    seen = outcomes(score, [doc for sample in DEVELOPMENT for doc in documents(shared, sample)])
    _dump(ROOT / "leaderboard" / "extraction" / "confidence.json", fitted(seen))
    figures: dict[str, Any] = {sample: accuracy(score, documents(shared, sample)) for sample in SAMPLES}
    _dump(ROOT / "leaderboard" / "accuracy.json", {"samples": figures, "calibration": calibration(seen)})
    readme.main()
    for sample in SAMPLES:
        print(f"{sample:12s}", " ".join(f"{level} {figures[sample][level]['f1']:.3f}" for level in LEVELS))


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
