"""Options that several commands have, and how tables are written."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How a table is written."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    parquet = "parquet"


INPUT_HELP = (
    "Files, folders, glob patterns in quotes, or - for standard input: copied listing pages (arXiv's too), JSON, "
    "JSON Lines, CSV, Parquet, BibTeX, evaluation tables of Papers with Code. What they are is seen from their content."
)


Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[INPUT]...", help=INPUT_HELP),
]


Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="OURS=THEIRS",
        help="Where to find a field that goes by an unusual name, such as title=headline. May be repeated.",
    ),
]


Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="COUNT", min=1, help="Processes that extract. Default: one for each processor."),
]


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")]


Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Tell of each stage how long it took, also outside of a terminal.")
]


Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE.toml",
        help="Benchmarks and metrics of your own, added to ours (see README). May be repeated.",
    ),
]


Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="FILE.toml",
        help="Rules of your own, added to ours: entries with name, pattern, frame, examples and "
        "counter_examples, which are checked. May be repeated.",
    ),
]


Database = Annotated[
    Path, typer.Option("--db", metavar="FILE", help="The database that `leaderboard build` made.", show_default=True)
]


Form = Annotated[
    Format | None,
    typer.Option("--format", help="How to write the answer. Default: by the ending of -o, else a table."),
]


Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write to this file; its ending says how (.csv, .json, .parquet, ...)."
    ),
]


Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs, with the fields that are listed above.")]


DEFAULT_DATABASE = Path("build/leaderboard.duckdb")


# In a terminal that is too narrow, the last of these goes first.
GIVES_WAY = ("url", "sentence")
