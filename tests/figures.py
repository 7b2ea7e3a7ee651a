"""Measures accuracy on the annotated papers and writes the figures where they are quoted.

    python tests/figures.py ../shared

writes `leaderboard/extraction/confidence.json` (what makes a claim likely to be right), `leaderboard/accuracy.json`
(what the about page shows) and, through `readme.py`, the figures in `README.md`.

Besides the annotated files of `shared/gold` there are three of `tests/annotated`: 2,681 abstracts that hold a figure,
drawn at random from the corpus in the mix of venues of `conferences.jsonl` and annotated by the same guidelines by one
reader each, who did not see what is extracted. Without their texts, which belong to their authors and stand in the
corpus by their `id`. The readers of `compared.jsonl` (1,651) saw what is extracted once they had annotated, and took
back what they themselves had read amiss, so that it is kinder than the others. Rules may be developed on it and on
`development.jsonl` (519); `random.jsonl` (511) is for figures only, as `check.jsonl` is, and tells by how much the
fitted weights promise too much on papers that nobody looked at.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import audit
import fitting
import readme
from fitting import Outcome
from pyarrow import parquet

from leaderboard.checking import evaluation
from leaderboard.checking.evaluation import Document, Evaluation
from leaderboard.extraction import extract_with_circumstances

ROOT = Path(__file__).resolve().parents[1]
DEVELOPMENT = ("seeds", "conferences")
SAMPLES = (*DEVELOPMENT, "check", "random")
GOLD = ("seeds", "conferences", "check")
"""The samples of `shared/gold`."""
DRAWN = ("development", "compared")
"""The samples of `tests/annotated` that rules and weights may be fitted to."""
_ANNOTATED = Path(__file__).with_name("annotated")
LEVELS = ("detect", "board", "full", "rows")


def documents(shared: Path, sample: str) -> list[Document]:
    """The annotated papers of one sample, of `shared/gold` or of `tests/annotated`."""
    if sample in GOLD:
        return evaluation.read(shared / "gold" / f"{sample}.jsonl")
    annotated = [json.loads(line) for line in (_ANNOTATED / f"{sample}.jsonl").read_text("utf-8").splitlines()]
    texts = _texts(shared / "corpus" / "abstracts.parquet")
    return [Document.model_validate(each | texts[each["id"]]) for each in annotated]


@cache
def _texts(corpus: Path) -> dict[str, dict[str, str]]:
    """Title and abstract of each paper of a corpus, by its id."""
    rows = parquet.read_table(corpus, columns=["id", "title", "abstract"]).to_pylist()
    return {row.pop("id"): row for row in rows}


def measured(docs: list[Document]) -> Evaluation:
    """What is extracted from annotated papers, measured."""
    return evaluation.evaluate(docs, evaluation.extracted(docs))


def accuracy(found: Evaluation) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 at each level."""
    return {level: found.levels[level].model_dump(include={"precision", "recall", "f1"}) for level in LEVELS}


def by_kind(found: Evaluation) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 at board level for each kind that was annotated, and how many were."""
    wanted = {"precision", "recall", "f1", "annotated"}
    return {kind: figures.model_dump(include=wanted) for kind, figures in found.kinds.items() if figures.annotated}


def outcomes(docs: list[Document]) -> list[Outcome]:
    """For each extracted claim how it was read, and whether an annotated one agrees with it at board level."""
    read = {claim.claim_id: found for doc in docs for claim, found in extract_with_circumstances(doc.paper)}
    return [
        Outcome(each.document.id, read[claim.claim_id], how is not None and how.at("board"))
        for each in evaluation.judged(docs, evaluation.extracted(docs))
        for claim, how in each.outcomes()
    ]


def calibration(
    development: list[Outcome], check: list[Outcome], weights: dict[str, float]
) -> dict[str, list[dict[str, float]]]:
    """Stated against measured precision by bin: each paper judged without it, and the papers no rule was tuned on."""
    pairs = {
        "development": fitting.cross_validated(development),
        "check": [(fitting.stated(weights, outcome.circumstances), outcome.right) for outcome in check],
    }
    return {name: [row.model_dump(by_alias=True) for row in evaluation.calibration(of)] for name, of in pairs.items()}


def main(shared: Path) -> None:
    samples = {sample: documents(shared, sample) for sample in SAMPLES}
    development = [outcome for sample in DEVELOPMENT for outcome in outcomes(samples[sample])]
    development += [outcome for sample in DRAWN for outcome in outcomes(documents(shared, sample))]
    weights = fitting.fitted(development, outcomes(samples["random"]))
    _dump(ROOT / "leaderboard" / "extraction" / "confidence.json", weights)
    evaluations = {sample: measured(docs) for sample, docs in samples.items()}
    figures: dict[str, Any] = {sample: accuracy(found) for sample, found in evaluations.items()}
    _dump(
        ROOT / "leaderboard" / "accuracy.json",
        {
            "samples": figures,
            "kinds": {sample: by_kind(found) for sample, found in evaluations.items()},
            "fields": {sample: found.fields for sample, found in evaluations.items()},
            "calibration": calibration(development, outcomes(samples["check"]), weights),
            "audits": audit.reports(),
        },
    )
    readme.main()
    for sample in SAMPLES:
        print(f"{sample:12s}", " ".join(f"{level} {figures[sample][level]['f1']:.3f}" for level in LEVELS))


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
