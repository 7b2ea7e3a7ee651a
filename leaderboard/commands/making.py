"""`build` and `extract`: from papers to a database, a site, or claims alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from leaderboard.commands.options import INPUT_HELP, Inputs, Lexicon, Map, Quiet, Rules, Verbose, Workers
from leaderboard.errors import InputError

app = typer.Typer()


class ClaimsFormat(StrEnum):
    """How claims are written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


@app.command(epilog="Example: leaderboard build papers/*.txt export.jsonl --out build --title 'Our reading list'")
def build(
    inputs: Inputs = None,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="Where database and site go; what an earlier build put there is replaced."
        ),
    ] = Path("build"),
    mapping: Map = None,
    lexicon: Lexicon = None,
    rules: Rules = None,
    title: Annotated[str, typer.Option("--title", help="The name of the site.")] = "Leaderboard",
    sql_page: Annotated[
        bool,
        typer.Option(
            "--sql-page",
            help="Let the site's page on SQL answer in the browser: fetches DuckDB for browsers once (32 MB).",
        ),
    ] = False,
    cache: Annotated[
        Path | None,
        typer.Option(
            "--cache",
            metavar="FOLDER",
            help="Where it keeps what it fetched. Default: $LEADERBOARD_CACHE, else the user's folder for caches.",
        ),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="URL", help="Where the site will be published; link previews need it."),
    ] = None,
    count: Workers = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a database in FOLDER that this version cannot read.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Do everything again, also what is as it was in the build before.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read papers and make the database and the site.

    With no INPUT, the sample that comes with the program is read.
    """
    from leaderboard import terminal, workers
    from leaderboard.additions import own_files
    from leaderboard.building import pipeline
    from leaderboard.site import browser_engine

    began = time.perf_counter()
    if not inputs and not quiet:
        print("No input given: reading the sample.", file=sys.stderr)
    with own_files.in_use(lexicon, rules), terminal.progress(quiet, verbose) as report:
        engine = None
        if sql_page:
            folder = cache or browser_engine.default_cache()
            engine = browser_engine.fetch(folder, report=lambda done, total: report("fetching", done, total))
        built = pipeline.build(
            inputs or [],
            out,
            _mapping(mapping),
            title,
            progress=report,
            engine=engine,
            address=address,
            workers=count or workers.processors(),
            force=force,
            cache=not no_cache,
            found=report.found,
        )
    if built.damaged_cache:
        print(f"{built.damaged_cache} was damaged: everything was made anew, and so was this file.", file=sys.stderr)
    if quiet:
        return
    print(
        f"{built.entries:,} entries: {built.papers:,} papers, {built.merged:,} merged with one read before, "
        f"{built.skipped:,} skipped without an abstract"
    )
    _tell_left_out(built.left_out)
    _tell_beyond(built.beyond)
    print(f"{built.claims:,} claims on {built.pages:,} pages in {time.perf_counter() - began:.1f} s")
    print(f"Database: {built.database}")
    print(f"Site: open {built.index}")


@app.command(epilog="Example: leaderboard extract papers.jsonl -o claims.csv")
def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help=INPUT_HELP)],
    out: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file (.jsonl, .csv or .parquet); - is standard output. With --cluster, to this folder.",
        ),
    ] = "-",
    form: Annotated[
        ClaimsFormat | None,
        typer.Option("--format", help="How to write. Default: by the ending of -o, else JSON Lines."),
    ] = None,
    mapping: Map = None,
    lexicon: Lexicon = None,
    rules: Rules = None,
    count: Workers = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Share the work by Dask: a scheduler's address or file, or local. Reads Parquet, JSON Lines and CSV, "
            "also at addresses (s3://, gs://, hf://), and writes a folder of Parquet files, which build takes.",
        ),
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read papers and write the results they claim, one row each. Needs no database."""
    from leaderboard import sources, terminal, workers
    from leaderboard.additions import own_files
    from leaderboard.building import streaming

    if cluster is not None:
        if out == "-" or form is not None:
            raise typer.BadParameter("with --cluster, name a folder with -o; Parquet is written there")
        with own_files.in_use(lexicon, rules):
            _extract_on_cluster(inputs, out, cluster, _mapping(mapping), count, quiet, verbose)
        return
    path = None if out == "-" else Path(out)
    chosen = terminal.chosen_format(form, path, ClaimsFormat.jsonl)
    if chosen not in set(ClaimsFormat):
        raise typer.BadParameter(f"claims are written as {', '.join(ClaimsFormat)}, not {chosen}", param_hint="-o")
    if path is not None:
        _refuse_input(path, sources.in_order_of_name(inputs))
    with own_files.in_use(lexicon, rules), streaming.extraction() as found:
        with terminal.progress(quiet, verbose) as report:
            found.read(inputs, _mapping(mapping), count or workers.processors(), report, report.found)
        terminal.emit_pieces(found.tables(), chosen, path)
    if quiet:
        return
    print(
        f"{found.entries:,} entries: {found.papers:,} papers, {found.merged:,} merged with one read before, "
        f"{found.skipped:,} skipped without an abstract; {found.claims:,} claims",
        file=sys.stderr,
    )
    _tell_left_out(sources.left_out(found.inputs), file=sys.stderr)
    _tell_beyond(found.beyond, file=sys.stderr)


def _refuse_input(out: Path, inputs: Iterable[str | Path]) -> None:
    """Raise InputError where the file to write is one of those to read."""
    try:
        is_input = out.exists() and any(path != "-" and out.samefile(path) for path in inputs)
    except OSError:  # a name too long: nothing is there, and writing tells why
        return
    if is_input:
        raise InputError(f"{out}: is one of the inputs, and would be lost; name another file with -o")


def _tell_left_out(counts: Mapping[str, int], file: TextIO | None = None) -> None:
    """Say how many values were not used since they are no date or no address, or not decoded."""
    from leaderboard.sources.entry import LATEX

    values = {field: count for field, count in counts.items() if field != LATEX}
    if values:
        told = ", ".join(f"{count:,} of {field}" for field, count in values.items())
        print(f"Left out, since they are no date or no web address: {told}", file=file)
    if LATEX in counts:
        print(
            f"Left as LaTeX, since it is too much to decode: {counts[LATEX]:,} titles, abstracts or venues",
            file=file,
        )


def _tell_beyond(counts: Mapping[str, int], file: TextIO | None = None) -> None:
    """Say how many abstracts were not read in full, and why."""
    from leaderboard.limits import LIMITS

    for limit, meaning in LIMITS.items():
        if counts.get(limit):
            print(f"Not read in full: {counts[limit]:,} abstracts {meaning}", file=file)


_FAULTS_SHOWN = 20


def _extract_on_cluster(
    inputs: list[str],
    out: str,
    address: str,
    mapping: Mapping[str, str],
    count: int | None,
    quiet: bool,
    verbose: bool,
) -> None:
    from leaderboard import terminal
    from leaderboard.building import cluster

    with terminal.progress(quiet, verbose) as report:
        try:
            made = cluster.extract(inputs, out, address, mapping, report, count)
        except KeyboardInterrupt:
            print(f"Stopped. The same command goes on from what is in {out}.", file=sys.stderr)
            raise typer.Exit(130) from None
    if not quiet:
        print(
            f"{made.entries:,} entries: {made.papers:,} papers, {made.merged:,} merged with one read before, "
            f"{made.skipped:,} skipped without an abstract; {made.claims:,} claims in {made.partitions:,} partitions, "
            f"{made.reused:,} of them written before",
            file=sys.stderr,
        )
        _tell_left_out(made.left_out, file=sys.stderr)
        _tell_beyond(made.beyond, file=sys.stderr)
    troubles = [*made.lost, *made.faults]
    for fault in troubles[:_FAULTS_SHOWN]:
        print(f"{fault.where}: {fault.reason}", file=sys.stderr)
    if len(troubles) > _FAULTS_SHOWN:
        print(f"and {len(troubles) - _FAULTS_SHOWN:,} more", file=sys.stderr)
    if made.lost:
        raise InputError(f"{len(made.lost):,} partitions are missing; run the same command again for them")
    if made.faults:
        raise InputError(f"{len(made.faults):,} records were not read; all others were, and {out} is complete")


def _mapping(pairs: Sequence[str] | None) -> Mapping[str, str]:
    """`title=headline` as a mapping from our names of fields to theirs."""
    split = [pair.partition("=") for pair in pairs or ()]
    for ours, equals, theirs in split:
        if not (ours and equals and theirs):
            raise typer.BadParameter(f"write it as title=headline, not {ours}{equals}{theirs}", param_hint="--map")
    return {ours: theirs for ours, _, theirs in split}
