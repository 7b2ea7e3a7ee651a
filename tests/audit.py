"""A check on what nobody annotated: random claims of a corpus, judged by two readers who work apart.

    python tests/audit.py draw scores SEED CORPUS FOLDER     200 scores on a named benchmark, for reading
    python tests/audit.py draw silent SEED CORPUS FOLDER     200 sentences with a number and no claim
    python tests/audit.py record scores SEED FOLDER          what both readers found, into tests/audits/

`draw` writes `FOLDER/<kind>-<seed>.jsonl`, with sentences, which stay outside the repository. Each reader writes
`FOLDER/<kind>-<seed>-<reader>.csv` for reader `a` and `b`: of scores the columns `item,value,metric,benchmark,role`, 1
for right and 0 for wrong; of silent sentences `item,missed`, the number of claims that should have been read.
`record` puts titles, numbers and both verdicts, without the sentences, into `tests/audits/<kind>-<seed>.csv`;
`report` reads those back: `python tests/audit.py report` prints agreement and shares.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from leaderboard.extraction import analyse, extract
from leaderboard.model import Claim, Paper
from leaderboard.sources import read

AUDITS = Path(__file__).with_name("audits")
DRAWN = 200
FIELDS = ("value", "metric", "benchmark", "role")
READERS = ("a", "b")


def items(kind: str, papers: list[Paper]) -> Iterator[dict[str, Any]]:
    """The claims or silent sentences of papers, in their order, one of each paper at most: readers see more papers."""
    for paper in papers:
        found = list(_scores(paper) if kind == "scores" else _silent(paper))
        if found:
            # which of a paper's items is shown must not depend on what the extraction makes of the other papers
            yield random.Random(paper.paper_id).choice(found)


def _scores(paper: Paper) -> Iterator[dict[str, Any]]:
    for claim in extract(paper):
        if claim.kind == "score" and claim.benchmark is not None:
            yield {"title": paper.title, "number": _number(paper, claim), "sentence": claim.sentence} | {
                "value": claim.value,
                "value_to": claim.value_to,
                "unit": claim.unit,
                "metric": claim.metric_text,
                "benchmark": claim.benchmark_text,
                "role": claim.role,
                "method": claim.method,
                "before": paper.abstract[max(0, claim.start - 400) : claim.start],
            }


def _silent(paper: Paper) -> Iterator[dict[str, Any]]:
    _, analyses = analyse(paper)
    claimed = [claim.start for claim in extract(paper)]
    for analysis in analyses:
        numbers = [quantity for item in analysis.tape.items for quantity in item.quantities]
        if numbers and not any(analysis.start <= start < analysis.end for start in claimed):
            sentence = paper.abstract[analysis.start : analysis.end]
            first = numbers[0]
            yield {
                "title": paper.title,
                "number": analysis.tape.sentence[first.start : first.end],
                "sentence": sentence,
                "abstract": paper.abstract,
            }


def _number(paper: Paper, claim: Claim) -> str:
    return paper.abstract[claim.start : claim.end]


def draw(kind: str, seed: int, corpus: Path, folder: Path) -> Path:
    """Draws `DRAWN` items at random from a corpus, the same ones for the same seed, corpus and rules."""
    papers = read([corpus]).papers
    random.Random(seed).shuffle(papers)
    path = folder / f"{kind}-{seed}.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for number, item in zip(range(DRAWN), items(kind, papers), strict=False):
            out.write(json.dumps({"item": number, **item}, ensure_ascii=False) + "\n")
    return path


def record(kind: str, seed: int, folder: Path) -> Path:
    """Joins both readers' verdicts with title and number; raises ValueError where a verdict is missing or malformed."""
    drawn = pd.read_json(folder / f"{kind}-{seed}.jsonl", lines=True, dtype={"number": str})
    whole = drawn[["item", "title", "number"]]
    columns = list(FIELDS) if kind == "scores" else ["missed"]
    for reader in READERS:
        verdicts = pd.read_csv(folder / f"{kind}-{seed}-{reader}.csv", dtype=int)
        if list(verdicts["item"]) != list(drawn["item"]):
            raise ValueError(f"{kind}-{seed}-{reader}.csv: one verdict for each item, in their order, is needed")
        if kind == "scores" and not verdicts[columns].isin([0, 1]).all(axis=None):
            raise ValueError(f"{kind}-{seed}-{reader}.csv: a verdict is 0 or 1")
        whole = whole.join(verdicts[columns].add_suffix(f"_{reader}"))
    path = AUDITS / f"{kind}-{seed}.csv"
    AUDITS.mkdir(exist_ok=True)
    whole.to_csv(path, index=False, lineterminator="\n")
    return path


def reports() -> dict[str, dict[str, float | int]]:
    """What each draw came to, by its name, `scores-1`; those of one kind in order, the tenth behind the ninth."""
    paths = sorted(AUDITS.glob("*.csv"), key=_kind_and_seed)
    return {path.stem: report(path) for path in paths}


def _kind_and_seed(path: Path) -> tuple[str, int]:
    kind, _, seed = path.stem.rpartition("-")
    return kind, int(seed)


def report(path: Path) -> dict[str, float | int]:
    """Of a recorded draw: its size, how often the readers agree, and what they found."""
    verdicts = pd.read_csv(path)
    if path.stem.startswith("scores"):
        right = {reader: verdicts[[f"{field}_{reader}" for field in FIELDS]].all(axis=1) for reader in READERS}
        return {
            "items": len(verdicts),
            "agreement": round(float((right["a"] == right["b"]).mean()), 3),
            "right": round(float((right["a"] & right["b"]).mean()), 3),
        } | {field: round(float((verdicts[f"{field}_a"] & verdicts[f"{field}_b"]).mean()), 3) for field in FIELDS}
    missed = {reader: verdicts[f"missed_{reader}"] for reader in READERS}
    return {
        "items": len(verdicts),
        "agreement": round(float((missed["a"] == missed["b"]).mean()), 3),
        "missed_a": int(missed["a"].sum()),
        "missed_b": int(missed["b"].sum()),
        "right": round(float(((missed["a"] == 0) & (missed["b"] == 0)).mean()), 3),
    }


def main(arguments: list[str]) -> None:
    match arguments:
        case ["draw", ("scores" | "silent") as kind, seed, corpus, folder]:
            print(draw(kind, int(seed), Path(corpus), Path(folder)))
        case ["record", ("scores" | "silent") as kind, seed, folder]:
            print(record(kind, int(seed), Path(folder)))
        case ["report"]:
            for name, found in reports().items():
                print(name, found)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
