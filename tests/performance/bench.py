"""How fast it is, against each target: `make bench`, or `python tests/performance/bench.py PART...` for some.

extraction  reading claims, as a ratio to a yardstick on the same text in the same run: one regular expression that
            finds all numbers with a unit
workers     `leaderboard extract` by two processes against one
memory      peak memory of `leaderboard extract`, and of ten files of that size, no two papers of which are one
build       `leaderboard build`: time, memory, and again after 100 papers were added, with equal files
help        `leaderboard --help`
quantulum   reading claims against quantulum3, which reads quantities only, on the same abstracts
cluster     what a partition of a cluster takes, as a ratio to extraction alone; `docs/cluster.md` has what follows

With `../shared` beside the clone its corpus is read (by the yardstick 5,000 of its abstracts), else the shipped sample,
over and over. Figures go to `bench.json` beside this file, what was not measured stays, and the first of them between
its marks in `README.md`. Ratios hold on any machine; where others work on it seconds on the clock say little, and those
of processors stand beside them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import estimate
import measuring
import pyarrow as pa
import pyarrow.parquet as pq
import quantulum as rival
import regex

from leaderboard import sources
from leaderboard.building import remembered
from leaderboard.extraction import extract_each
from leaderboard.model import Paper
from leaderboard.workers import BATCH

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import readme  # noqa: E402

FIGURES = Path(__file__).with_name("bench.json")
CORPUS = ROOT.parent / "shared" / "corpus" / "abstracts.parquet"
YARDSTICK = regex.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?\s*(?:\\?%|x\b|×|times\b|points?\b|percent)?")
ABSTRACTS = 5000
RUNS = 3
PASSES = 20
"""How often the yardstick is laid on in one run: one pass takes some 40 ms, which is too short to be measured."""
ADDED = 100

TARGETS: dict[str, tuple[str, str, float]] = {
    "ratio_to_yardstick": ("extraction, times the yardstick", "<=", 20),
    "two_workers_to_one": ("extract, two workers against one, times as fast", ">=", 1.7),
    "ten_files_to_one": ("extract, peak memory of ten files to one", "<=", 1.1),
    "again_to_whole": (f"build again after adding {ADDED} papers, share of a whole build", "<", 0.15),
    "again_to_whole_cpu": ("  the same in seconds of processors", "<", 0.15),
    "files_that_differ": ("  files that differ from those of a whole build", "<=", 0),
    "extract_mb": ("extract, peak memory, MB", "<", 500),
    "build_seconds": ("build, seconds", "<", 60),
    "build_mb": ("build, peak memory, MB", "<", 1500),
    "help_seconds": ("leaderboard --help, seconds", "<", 0.4),
}
"""What each target is about, and what it is, ratios first."""

Figures = dict[str, Any]


def abstracts() -> tuple[str, list[Paper]]:
    """What is read, and its name."""
    if CORPUS.exists():
        papers = sources.read([CORPUS]).papers
        return "corpus", papers[:: max(1, len(papers) // ABSTRACTS)][:ABSTRACTS]
    papers = sources.read([sources.sample()]).papers
    return "sample", papers * (ABSTRACTS // len(papers))


def corpus() -> pa.Table:
    """All that commands are given to read: `id`, `title`, `abstract`, no two of one id or title."""
    if CORPUS.exists():
        found = pq.read_table(CORPUS)
        return found.set_column(found.column_names.index("id"), "id", found["id"].cast(pa.string()))
    papers = sources.read([sources.sample()]).papers
    copies = range(ABSTRACTS // len(papers))
    return pa.table(
        {
            "id": [f"{paper.paper_id}-{copy}" for copy in copies for paper in papers],
            "title": [f"{paper.title} {copy}" for copy in copies for paper in papers],
            "abstract": [paper.abstract for _ in copies for paper in papers],
        }
    )


def another(papers: pa.Table, copy: int) -> pa.Table:
    """The papers with other ids and titles."""
    for name in ("id", "title"):
        renamed = pa.array([f"{each} {copy}" for each in papers[name].to_pylist()])
        papers = papers.set_column(papers.column_names.index(name), name, renamed)
    return papers


def quickest(*works: Callable[[], object]) -> list[float]:
    """Seconds of the quickest of several runs of each; they take turns, so that a slow minute is one of all."""
    took: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, seconds in zip(works, took, strict=True):
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
    return [min(seconds) for seconds in took]


def extraction(_: Path) -> Figures:
    name, papers = abstracts()
    size = sum(len(paper.abstract.encode()) for paper in papers)
    yardsticks, took = quickest(
        lambda: [YARDSTICK.findall(paper.abstract) for _ in range(PASSES) for paper in papers],
        lambda: [extract_each(papers[at : at + BATCH]) for at in range(0, len(papers), BATCH)],
    )
    return {
        "ratio_to_yardstick": round(took / (yardsticks / PASSES), 1),
        "read": name,
        "abstracts": len(papers),
        "abstracts_per_second": round(len(papers) / took),
        "megabytes_per_second": round(size / took / 1e6, 2),
    }


def workers(place: Path) -> Figures:
    pq.write_table(corpus(), place / "corpus.parquet")
    one, two = (
        measuring.leaderboard("extract", place / "corpus.parquet", "-o", place / "claims.parquet", "--workers", count)
        for count in (1, 2)
    )
    return {
        "two_workers_to_one": round(one.wall / two.wall, 2),
        "extract_seconds": round(two.wall, 1),
        "extract_cpu_seconds": round(two.cpu, 1),
    }


def memory(place: Path) -> Figures:
    (place / "ten").mkdir()
    papers = corpus()
    for copy in range(10):
        pq.write_table(another(papers, copy), place / "ten" / f"{copy}.parquet")
    one, ten = (
        measuring.leaderboard("extract", place / name, "-o", place / "claims.parquet", "--workers", 2)
        for name in ("ten/0.parquet", "ten")
    )
    return {"ten_files_to_one": round(ten.peak / one.peak, 2), "extract_mb": round(one.peak)}


def build(place: Path) -> Figures:
    papers = corpus()
    pq.write_table(papers.slice(ADDED), place / "first.parquet")
    pq.write_table(papers.slice(0, ADDED), place / "more.parquet")

    def built(out: str, *arguments: object) -> measuring.Cost:
        return measuring.leaderboard("build", *arguments, "--out", place / out, "--workers", 2)

    built("build", place / "first.parquet")
    again = built("build", place / "first.parquet", place / "more.parquet")
    whole = built("whole", place / "first.parquet", place / "more.parquet")
    return {
        "again_to_whole": round(again.wall / whole.wall, 3),
        "again_to_whole_cpu": round(again.cpu / whole.cpu, 3),
        "files_that_differ": len(differing(place / "build", place / "whole")),
        "build_seconds": round(whole.wall, 1),
        "build_cpu_seconds": round(whole.cpu, 1),
        "build_mb": round(whole.peak),
        "built_pages": len(list((place / "whole").rglob("*.html"))),
        "again_seconds": round(again.wall, 1),
        "again_cpu_seconds": round(again.cpu, 1),
    }


def differing(one: Path, other: Path) -> list[str]:
    """The files of two builds that differ, but for databases, whose bytes vary by nature, and so do their checksums.

    What a build remembers is no part of it: it may name one task by two keys.
    """
    varying = {"site/data/SHA256SUMS", remembered.NAME}

    def names(place: Path) -> Iterator[str]:
        for path in place.rglob("*"):
            name = path.relative_to(place).as_posix()
            if path.is_file() and path.suffix != ".duckdb" and name not in varying:
                yield name

    first, second = set(names(one)), set(names(other))
    both = first & second
    return sorted(
        (first ^ second) | {name for name in both if (one / name).read_bytes() != (other / name).read_bytes()}
    )


def help_(_: Path) -> Figures:
    return {"help_seconds": round(quickest(lambda: measuring.leaderboard("--help"))[0], 2)}


def quantulum(_: Path) -> Figures:
    _, papers = abstracts()
    papers = papers[:: len(papers) // rival.ABSTRACTS][: rival.ABSTRACTS]
    texts = json.dumps([paper.abstract for paper in papers])
    command = [ROOT / ".venv" / "quantulum" / "bin" / "python", "-W", "ignore", rival.__file__]
    theirs = json.loads(subprocess.run(command, input=texts, capture_output=True, text=True, check=True).stdout)
    (ours,) = quickest(lambda: extract_each(papers))
    return {
        "times_quantulum3": round(theirs["seconds"] / ours),
        "quantulum3_abstracts_per_second": round(len(papers) / theirs["seconds"]),
    }


def cluster(place: Path) -> Figures:
    """Both rounds of a partition, one partition after the other in this process, so that nothing else is measured."""
    from leaderboard.building import cluster as rounds
    from leaderboard.building import partitions
    from leaderboard.sources import ranges

    pq.write_table(corpus().slice(0, ABSTRACTS), place / "corpus.parquet")
    papers = sources.read([place / "corpus.parquet"]).papers
    rules = rounds.Rules.current()
    target = str(place / "claims")
    parts = [part for file in ranges.data_files([place / "corpus.parquet"]) for part in ranges.plan(file)]
    partitions.prepare(target, [])

    def partition() -> None:
        for number, part in enumerate(parts):
            survey = rounds.survey_range(part, {}, rules)
            rounds.write_partition(part, {}, {}, survey.digest, target, partitions.name_of(number, "0" * 16), rules)

    alone, shared = quickest(
        lambda: [extract_each(papers[at : at + BATCH]) for at in range(0, len(papers), BATCH)], partition
    )
    return {"cluster_to_extraction": round(shared / alone, 2)}


PARTS: dict[str, Callable[[Path], Figures]] = {
    "extraction": extraction,
    "workers": workers,
    "memory": memory,
    "build": build,
    "help": help_,
    "quantulum": quantulum,
    "cluster": cluster,
}


def verdicts(figures: Figures) -> Iterator[str]:
    """A line for each target: what it is about, what was measured, what it is, and whether it is met."""
    for name, (about, sign, target) in TARGETS.items():
        if name not in figures:
            yield f"{about:72}{'not measured':>14}"
            continue
        found = figures[name]
        yield f"{about:72}{found:>14g}  {sign} {target:<6g} {'met' if is_met(found, sign, target) else 'NOT MET'}"


def is_met(found: float, sign: str, target: float) -> bool:
    """Whether a figure is as its target wants it."""
    return {"<": found < target, "<=": found <= target, ">=": found >= target}[sign]


def main(parts: list[str]) -> None:
    figures: Figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    for part in parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="leaderboard-bench-") as place:
            figures |= PARTS[part](Path(place))
    ordered = {name: figures[name] for name in (*(name for name in TARGETS if name in figures), *figures)}
    FIGURES.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
    line = (
        f"{figures['abstracts_per_second']} abstracts ({figures['megabytes_per_second']} MB) a second on one core, "
        f"{figures['ratio_to_yardstick']:g} times what finding the numbers alone takes (`make bench`)."
    )
    if "times_quantulum3" in figures:
        line += (
            f"\n{rival.ABSTRACTS} abstracts are read {figures['times_quantulum3']} times as fast as by quantulum3 "
            f"{rival.VERSION}, which reads quantities only."
        )
    if "cluster_to_extraction" in figures:
        estimate.write(figures)
    readme.README.write_text(readme.with_speed(readme.README.read_text(encoding="utf-8"), line), encoding="utf-8")
    print("\n".join(verdicts(figures)))
    print(json.dumps({name: figure for name, figure in ordered.items() if name not in TARGETS}))


if __name__ == "__main__":
    main(sys.argv[1:])
