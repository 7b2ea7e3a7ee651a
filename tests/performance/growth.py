"""How cost grows with the number of abstracts: `make growth`, which takes some minutes; `make soak` has a million, too.

    python tests/performance/growth.py [--extract SIZE,...] [--build SIZE,...]

Each size is made of the corpus beside the clone (else of the shipped sample), repeated with new ids and titles. The
exponent is that of the power of the size that fits seconds of processors best, from 10,000 on: below, starting counts.
The figures go to `growth.json` beside this file, those of the sizes that were not asked for stay; the table goes to
`docs/cluster.md`, the chart to `docs/growth.svg`.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import altair as alt
import bench
import document
import measuring
import pyarrow as pa
import pyarrow.parquet as pq

TABLE = Path(__file__).with_name("growth.json")
CHART = document.DOCUMENT.with_name("growth.svg")
FROM = 10_000
"""The smallest size that the exponent is fitted to."""
_ROW_GROUP = 50_000


def write_input(path: Path, size: int) -> None:
    """Write `size` abstracts as Parquet, piece by piece: no two of one id or title."""
    papers = bench.corpus().select(["id", "title", "abstract"])
    schema = pa.schema([(name, pa.string()) for name in papers.column_names])
    with pq.ParquetWriter(path, schema) as writer:
        for copy in range(math.ceil(size / papers.num_rows)):
            piece = papers.slice(0, min(papers.num_rows, size - copy * papers.num_rows))
            writer.write_table(bench.another(piece, copy).cast(schema), _ROW_GROUP)


def measured(command: str, size: int, place: Path) -> dict[str, Any]:
    """What a command costs on `size` abstracts."""
    write_input(place / "papers.parquet", size)
    out = ("-o", place / "claims.parquet") if command == "extract" else ("--out", place / "build")
    cost = measuring.leaderboard(command, place / "papers.parquet", *out, "--workers", 2)
    return {
        "command": command,
        "abstracts": size,
        "cpu_seconds": round(cost.cpu, 1),
        "seconds": round(cost.wall, 1),
        "peak_mb": round(cost.peak),
    }


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """The power of the first that fits the second best (least squares of logarithms); None for fewer than two."""
    logs = [(math.log(size), math.log(cost)) for size, cost in points]
    if len(logs) < 2:
        return None
    x, y = (sum(each) / len(logs) for each in zip(*logs, strict=True))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)


def fitted(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The exponent of each command that was measured at two sizes or more, to two digits."""
    found = {}
    for command in dict.fromkeys(row["command"] for row in rows):
        of = [row for row in rows if row["command"] == command and row["abstracts"] >= FROM]
        power = exponent([(row["abstracts"], row["cpu_seconds"]) for row in of])
        if power is not None:
            found[command] = round(power, 2)
    return found


def with_table(text: str, rows: Sequence[dict[str, Any]]) -> str:
    """The document with a row for each measurement, and the powers that fit them."""
    powers = fitted(rows)
    said = [f"`{command}` as their number to the power of {power:g}" for command, power in powers.items()]
    return document.filled(
        text,
        "growth",
        [
            "| | abstracts | seconds of processors | seconds, two workers | peak MB |",
            "|---|---:|---:|---:|---:|",
            *(
                f"| `{row['command']}` | {row['abstracts']:,} | {row['cpu_seconds']:,} | {row['seconds']:,} "
                f"| {row['peak_mb']:,} |"
                for row in rows
            ),
            "",
            f"From {FROM:,} abstracts on, the seconds of processors grow: {', '.join(said) or 'not measured'}.",
        ],
    )


def among(known: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was measured before and now, in order; of two of one command and size the new one."""
    by_size = {(row["command"], row["abstracts"]): row for row in (*known, *rows)}
    return [by_size[key] for key in sorted(by_size, key=lambda key: (key[0] != "extract", key[1]))]


def write_chart(rows: Sequence[dict[str, Any]]) -> None:
    """Draw seconds of processors by size, both on scales of logarithms: a straight line is a power."""
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        x=alt.X("abstracts:Q", scale=alt.Scale(type="log"), axis=alt.Axis(title="abstracts", format="~s")),
        y=alt.Y("cpu_seconds:Q", scale=alt.Scale(type="log"), axis=alt.Axis(title="seconds of processors")),
        color=alt.Color("command:N", title=None),
        shape=alt.Shape("command:N", title=None),
    )
    chart = (base.mark_line() + base.mark_point(size=70, filled=True)).properties(width=420, height=280)
    chart.save(str(CHART))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description="How cost grows with the number of abstracts.")
    for command in ("extract", "build"):
        parser.add_argument(f"--{command}", metavar="SIZE,...", default="1000,10000,100000")
    asked = parser.parse_args(arguments)
    rows = []
    print(f"{'command':10}{'abstracts':>12}{'CPU s':>10}{'s':>10}{'MB':>10}{'CPU ms each':>14}")
    for command in ("extract", "build"):
        for size in map(int, filter(None, getattr(asked, command).split(","))):
            with tempfile.TemporaryDirectory(prefix="leaderboard-growth-") as place:
                row = measured(command, size, Path(place))
            each = 1000 * row["cpu_seconds"] / size
            print(
                f"{command:10}{size:>12,}{row['cpu_seconds']:>10}{row['seconds']:>10}{row['peak_mb']:>10}{each:>14.3f}"
            )
            rows.append(row)
    for command, power in fitted(rows).items():
        print(f"{command}: CPU seconds grow as the number of abstracts to the power of {power}")
    known = json.loads(TABLE.read_text(encoding="utf-8"))["rows"] if TABLE.exists() else []
    rows = among(known, rows)
    TABLE.write_text(json.dumps({"exponents": fitted(rows), "rows": rows}, indent=1) + "\n", encoding="utf-8")
    text = document.DOCUMENT.read_text(encoding="utf-8")
    document.DOCUMENT.write_text(with_table(text, rows), encoding="utf-8")
    write_chart(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
