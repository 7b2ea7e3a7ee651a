"""What whole corpora would take, from the measured speed: the table in `docs/cluster.md`.

    python tests/performance/estimate.py

writes it from `bench.json`, as the benchmark does when it is done.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from document import DOCUMENT, filled

CORPORA = {
    "arXiv, abstracts": (3_000_000, None),
    "OpenAlex, abstracts": (250_000_000, None),
    "S2ORC, full text": (8_100_000, 40_000),
}
"""How many records, and their bytes where they are no abstracts."""
CORES = (16, 256)
WORKING = 0.8
"""The share of the time that a core of a cluster works."""


def with_estimate(text: str, figures: Mapping[str, float]) -> str:
    """The document with the table as it follows from the benchmark's figures."""
    speed = figures["megabytes_per_second"] * 1e6 / figures["cluster_to_extraction"]
    usual = figures["megabytes_per_second"] * 1e6 / figures["abstracts_per_second"]
    rows = [
        "| | records | bytes each | core hours | " + " | ".join(f"{cores} cores" for cores in CORES) + " |",
        "|---|" + "---:|" * (3 + len(CORES)),
    ]
    for name, (records, size) in CORPORA.items():
        hours = records * (size or usual) / speed / WORKING / 3600
        cells = [f"{records:,}", f"{size or round(usual):,}", f"{hours:,.1f}", *(_time(hours / each) for each in CORES)]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    rows += [
        "",
        f"Measured on one core: {figures['megabytes_per_second']:g} MB of abstracts a second by extraction alone, of "
        f"{usual:,.0f} bytes each; reading them twice and writing the partitions makes it "
        f"{figures['cluster_to_extraction']:.2f} times as long.",
    ]
    return filled(text, "estimate", rows)


def _time(hours: float) -> str:
    return f"{hours:.1f} h" if hours >= 1 else f"{max(1, round(hours * 60))} min"


def write(figures: Mapping[str, float]) -> None:
    """Write the table into the document."""
    DOCUMENT.write_text(with_estimate(DOCUMENT.read_text(encoding="utf-8"), figures), encoding="utf-8")


if __name__ == "__main__":
    write(json.loads(Path(__file__).with_name("bench.json").read_text(encoding="utf-8")))
