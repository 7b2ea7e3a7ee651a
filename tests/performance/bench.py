"""How fast extraction is, as a ratio to a yardstick on the same text in the same run: `make bench`.

The yardstick finds all numbers with a unit in the same abstracts by one regular expression. With `../shared` beside
the clone 5,000 abstracts of its corpus are read, else the shipped sample, over and over. Figures go to `bench.json`
beside this file and between their marks in `README.md`.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import regex

from leaderboard import sources
from leaderboard.extraction import extract_each
from leaderboard.model import Paper
from leaderboard.workers import BATCH

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import readme  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus" / "abstracts.parquet"
YARDSTICK = regex.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?\s*(?:\\?%|x\b|×|times\b|points?\b|percent)?")
ABSTRACTS = 5000
RUNS = 3


def abstracts() -> tuple[str, list[Paper]]:
    """What is read, and its name."""
    if CORPUS.exists():
        papers = sources.read([CORPUS]).papers
        return "corpus", papers[:: max(1, len(papers) // ABSTRACTS)][:ABSTRACTS]
    papers = sources.read([sources.sample()]).papers
    return "sample", papers * (ABSTRACTS // len(papers))


def seconds(work: Callable[[], object]) -> float:
    """The quickest of several runs."""
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def main() -> None:
    name, papers = abstracts()
    size = sum(len(paper.abstract.encode()) for paper in papers)
    yardstick = seconds(lambda: [YARDSTICK.findall(paper.abstract) for paper in papers])
    extraction = seconds(lambda: [extract_each(papers[at : at + BATCH]) for at in range(0, len(papers), BATCH)])
    figures = {
        "read": name,
        "abstracts": len(papers),
        "ratio_to_yardstick": round(extraction / yardstick, 1),
        "abstracts_per_second": round(len(papers) / extraction),
        "megabytes_per_second": round(size / extraction / 1e6, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    Path(__file__).with_name("bench.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    line = (
        f"{figures['abstracts_per_second']} abstracts ({figures['megabytes_per_second']} MB) a second on one core, "
        f"{figures['ratio_to_yardstick']:g} times what finding the numbers alone takes (`make bench`)."
    )
    readme.README.write_text(readme.with_speed(readme.README.read_text(encoding="utf-8"), line), encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
