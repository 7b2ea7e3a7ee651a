"""The commands. Each calls what `import leaderboard` offers, and imports the heavy parts only when it runs."""

from __future__ import annotations

import inspect
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import leaderboard
from leaderboard.comparisons import Question, questions
from leaderboard.errors import InputError

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from leaderboard.model import Paper

app = typer.Typer(
    name="leaderboard",
    help="Read the results that papers claim in prose, and turn them into leaderboards.",
    epilog="Start with: leaderboard build, then: leaderboard show ImageNet",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
query_app = typer.Typer(
    name="query",
    help="Answer one of the prepared questions; alone, list them.",
    epilog="Example: leaderboard query best --benchmark GSM8K --metric accuracy",
    invoke_without_command=True,
    rich_markup_mode="rich",
)
app.add_typer(query_app)

LOCALHOST = "127.0.0.1"


class Format(StrEnum):
    """How a table is written."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    parquet = "parquet"


class ClaimsFormat(StrEnum):
    """How claims are written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class ExportFormat(StrEnum):
    """What other systems read."""

    pwc = "pwc"
    eee = "eee"
    huggingface = "huggingface"
    eval_results = "eval-results"
    datapackage = "datapackage"
    croissant = "croissant"


_INPUT_HELP = (
    "Files, folders, glob patterns in quotes, or - for standard input: copied listing pages, JSON, JSON Lines, CSV, "
    "Parquet, BibTeX, evaluation tables of Papers with Code. What they are is seen from their content."
)
Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[INPUT]...", help=_INPUT_HELP),
]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="OURS=THEIRS",
        help="Where to find a field that goes by an unusual name, such as title=headline. May be repeated.",
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
_GIVES_WAY = ("url", "sentence")
_DIFF_GIVES_WAY = ("was", "title", "claim_id", "sentence")
_NAMES_GIVE_WAY = ("metrics", "title", "sentence")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Exits with 0 when done, 1 where the input is at fault, 2 for wrong usage."""
    try:
        app(args=arguments)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"leaderboard {leaderboard.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


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
    title: Annotated[str, typer.Option("--title", help="The name of the site.")] = "Leaderboard",
) -> None:
    """Read papers and make the database and the site.

    With no INPUT, the sample that comes with the program is read.
    """
    from leaderboard import pipeline, terminal

    began = time.perf_counter()
    if not inputs:
        print("No input given: reading the sample.", file=sys.stderr)
    with terminal.progress() as report:
        built = pipeline.build(inputs or [], out, _mapping(mapping), title, report)
    print(
        f"{built.entries:,} entries: {built.papers:,} papers, {built.merged:,} merged with one read before, "
        f"{built.skipped:,} skipped without an abstract"
    )
    print(f"{built.claims:,} claims on {built.pages:,} pages in {time.perf_counter() - began:.1f} s")
    print(f"Database: {built.database}")
    print(f"Site: open {built.index}")


@app.command(epilog="Example: leaderboard extract papers.jsonl -o claims.csv")
def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help=_INPUT_HELP)],
    out: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file (.jsonl, .csv or .parquet); - is standard output.",
        ),
    ] = "-",
    form: Annotated[
        ClaimsFormat | None,
        typer.Option("--format", help="How to write. Default: by the ending of -o, else JSON Lines."),
    ] = None,
    mapping: Map = None,
) -> None:
    """Read papers and write the results they claim, one row each. Needs no database."""
    from leaderboard import pipeline, sources, tables, terminal

    path = None if out == "-" else Path(out)
    chosen = terminal.chosen_format(form, path, ClaimsFormat.jsonl)
    if chosen not in set(ClaimsFormat):
        raise typer.BadParameter(f"claims are written as {', '.join(ClaimsFormat)}, not {chosen}", param_hint="-o")
    reading = sources.read(inputs, _mapping(mapping))
    with terminal.progress() as report:
        claims = [*pipeline.extract_all(reading.papers, report), *reading.claims]
    terminal.emit(tables.claims_table(claims), chosen, path)
    print(
        f"{reading.entries:,} entries: {len(reading.papers):,} papers, {reading.merged:,} merged with one read before, "
        f"{reading.skipped:,} skipped without an abstract; {len(claims):,} claims",
        file=sys.stderr,
    )


@app.command(epilog="Example: leaderboard show ImageNet --metric top-1")
def show(
    benchmark: Annotated[str, typer.Argument(help="Any name of the benchmark, such as ImageNet or gsm-8k.")],
    metric: Annotated[
        str | None, typer.Option("--metric", help="Any name of a metric, or its beginning. Default: all.")
    ] = None,
    database: Database = DEFAULT_DATABASE,
    form: Form = None,
    out: Output = None,
) -> None:
    """Show the leaderboards of one benchmark: best first, and what cannot be ranked with the reason."""
    from leaderboard import comparisons, store, terminal

    with store.connect(database) as connection:
        answer = comparisons.run(connection, "benchmark", {"benchmark": benchmark, "metric": metric})
    chosen = terminal.chosen_format(form, out, Format.table)
    if chosen == Format.table and out is None and sys.stdout.isatty():
        _draw_boards(answer, benchmark)
    else:
        terminal.emit(answer, chosen, out)


_BOARD_COLUMNS = (
    "rank", "method", "role", "bound", "value", "value_to", "unit", "metric_inferred", "year", "unranked_because",
    "title",
)  # fmt: skip


def _draw_boards(answer: pa.Table, benchmark: str) -> None:
    """Draw a table for each metric and setting of the scores, and say how many other claims there are."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from leaderboard import terminal

    scores = answer.filter(pc.equal(answer["kind"], "score"))
    boards = scores.select(["benchmark", "metric", "setting"]).to_pylist()
    for board in dict.fromkeys(tuple(row.values()) for row in boards):
        rows = [tuple(row.values()) == board for row in boards]
        name, metric, setting = board
        title = f"{name}: {metric or 'no metric named'}" + (f", {setting}" if setting else "")
        table = scores.filter(pa.array(rows)).select([*_BOARD_COLUMNS])
        if not pc.any(table["metric_inferred"]).as_py():
            table = table.drop_columns("metric_inferred")
        terminal.draw(table, title=title)
    if others := answer.num_rows - scores.num_rows:
        print(f"{others} other claims (gains, costs ...): leaderboard query benchmark --benchmark '{benchmark}'")
    if not answer.num_rows:
        print(f"Nothing is claimed on {benchmark}.")


@app.command(epilog='Example: leaderboard sql "SELECT benchmark, papers FROM benchmark_summary LIMIT 5"')
def sql(
    statement: Annotated[str, typer.Argument(metavar="SQL", help="One SQL statement, in quotes.")],
    database: Database = DEFAULT_DATABASE,
    form: Form = None,
    out: Output = None,
) -> None:
    """Run SQL on the database, which is opened read-only.

    `leaderboard sql "SELECT view_name, comment FROM duckdb_views()"` lists the views, `"DESCRIBE boards"` the columns
    of one.
    """
    import duckdb

    from leaderboard import store, terminal

    with store.connect(database) as connection:
        try:
            answer = connection.sql(statement)
            table = None if answer is None else answer.to_arrow_table()
        except duckdb.Error as error:
            raise InputError(str(error)) from error
    if table is not None:
        terminal.emit(table, terminal.chosen_format(form, out, Format.table), out)


@app.command(epilog="Example: leaderboard export --format pwc -o evaluation-tables.json")
def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="For which system; see above.")],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to this file; a folder for the last two formats."),
    ] = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Write results in a format of another system.

    - pwc: the evaluation-tables JSON of Papers with Code; `leaderboard build` reads it, too

    - eee: records of Every Eval Ever 0.3, one a line

    - huggingface: the model-index of model cards in YAML, one document for each paper's own method

    - eval-results: the same scores as files for `.eval_results` of model repositories, where the Hub has the benchmark

    - datapackage, croissant: a folder of CSV files with the file that describes them
    """
    from leaderboard import store, terminal

    with store.connect(database) as connection:
        if form in (ExportFormat.datapackage, ExportFormat.croissant):
            if out is None:
                raise typer.BadParameter(f"{form} is a folder of files: name it with -o FOLDER", param_hint="-o")
            _export_folder(connection, out)
        else:
            terminal.emit_text(_exported(connection, form), out)


def _exported(connection: duckdb.DuckDBPyConnection, form: ExportFormat) -> str:
    import json

    from leaderboard.exchange import evaluation_tables, every_eval_ever, hugging_face

    match form:
        case ExportFormat.pwc:
            return json.dumps(evaluation_tables.tables(connection), ensure_ascii=False, indent=1) + "\n"
        case ExportFormat.eee:
            # Builds that must be the same to the byte set the variable; see reproducible-builds.org.
            retrieved = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
            records = every_eval_ever.records(connection, retrieved)
            return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
        case ExportFormat.eval_results:
            return hugging_face.eval_results(connection)
        case _:
            return hugging_face.model_indexes(connection)


def _export_folder(connection: duckdb.DuckDBPyConnection, out: Path) -> None:
    from leaderboard import dictionary, downloads

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out}: is there already; name a new folder with -o")
    for file in downloads.write(connection, out, dictionary.relations(connection)):
        print(f"{file.path}  {file.size:,} bytes")


@app.command(epilog="Example: leaderboard diff last-month.duckdb build/leaderboard.duckdb --format markdown")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The database of an earlier build.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The database of a later one.")],
    form: Form = None,
    out: Output = None,
) -> None:
    """Show what is different between two databases: records broken, results added, changed and gone.

    Under `was` stands what a changed reading said before, or who held a broken record.
    """
    from leaderboard import differences, terminal

    chosen = terminal.chosen_format(form, out, Format.table)
    terminal.emit(differences.between(old, new), chosen, out, _DIFF_GIVES_WAY)


@app.command(epilog="Example: leaderboard names --toml >> my-benchmarks.toml")
def names(
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most this many names.")] = 50,
    toml: Annotated[
        bool, typer.Option("--toml", help="Print entries for benchmarks.toml, with what each name may be above it.")
    ] = False,
    database: Database = DEFAULT_DATABASE,
    form: Form = None,
    out: Output = None,
) -> None:
    """List names read as benchmarks that the lexicon does not have, the most frequent first, with likely matches.

    Nothing is merged by guess. Whoever knows adds an alias to the entry that it is, or the entry that --toml prints.
    """
    from leaderboard import names as reviewed
    from leaderboard import store, terminal

    if toml and (form is not None or out is not None):
        raise typer.BadParameter("prints TOML and nothing else: leave out --format and -o", param_hint="--toml")
    with store.connect(database) as connection:
        unknown = reviewed.to_review(connection, limit)
    if toml:
        print(reviewed.toml(unknown), end="")
    else:
        terminal.emit(reviewed.table(unknown), terminal.chosen_format(form, out, Format.table), out, _NAMES_GIVE_WAY)


@query_app.callback()
def _list_questions(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        import pyarrow as pa

        from leaderboard import terminal

        known = questions().values()
        rows = {
            "name": [question.name for question in known],
            "question": [question.question for question in known],
            "parameters": [" ".join(f"--{parameter.name}" for parameter in question.parameters) for question in known],
        }
        terminal.emit(pa.table(rows), Format.table, None)


def _question_command(question: Question) -> Callable[..., None]:
    """A command that answers `question`, with an option for each of its parameters."""

    def answer(
        database: Path, form: Format | None, out: Path | None, columns: str | None, **given: str | int | None
    ) -> None:
        from leaderboard import comparisons, store, terminal

        wanted = _chosen_columns(columns, question)
        with store.connect(database) as connection:
            table = comparisons.run(connection, question.name, given).select(wanted)
        terminal.emit(table, terminal.chosen_format(form, out, Format.table), out, _GIVES_WAY)

    def option(name: str, kind: Any, default: Any) -> inspect.Parameter:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)

    options = []
    for parameter in question.parameters:
        kind: Any = int if isinstance(parameter.default, int) else str if parameter.required else str | None
        described = Annotated[kind, typer.Option(f"--{parameter.name}", help=_sentence(parameter.meaning))]
        options.append(
            option(parameter.name, described, inspect.Parameter.empty if parameter.required else parameter.default)
        )
    options += [
        option("columns", Annotated[str | None, typer.Option("--columns", help=_COLUMNS_HELP)], None),
        option("database", Database, DEFAULT_DATABASE),
        option("form", Form, None),
        option("out", Output, None),
    ]
    answer.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    answer.__annotations__ = {each.name: each.annotation for each in options}
    return answer


_COLUMNS_HELP = "Only these columns, with commas between them. Default: all."


def _chosen_columns(wanted: str | None, question: Question) -> list[str]:
    """The columns asked for, which the question must have."""
    known = list(question.columns)
    names = [name.strip() for name in wanted.split(",")] if wanted else known
    if unknown := [name for name in names if name not in known]:
        raise typer.BadParameter(f"no column {unknown[0]!r}; there are {', '.join(known)}", param_hint="--columns")
    return names


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


for _question in questions().values():
    _columns = "\n".join(f"- {name}: {meaning}" for name, meaning in _question.columns.items())
    query_app.command(
        _question.name,
        help=f"{_question.question}\n\nColumns of the answer:\n\n{_columns}",
        short_help=_question.question,
    )(_question_command(_question))


@app.command(
    epilog='Example: leaderboard explain "On GSM8K, SORSA achieved 56.03% accuracy, surpassing LoRA (42.30%)."'
)
def explain(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="An abstract or a sentence, in quotes; - is standard input.")
    ] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="ID", help="Explain the abstract of this paper of the database.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="The title that goes with TEXT; it often names the method.")
    ] = None,
    database: Database = DEFAULT_DATABASE,
    json: Json = False,
) -> None:
    """Show how a text is read: what it mentions, which rules fire and lose, the claims, and what becomes none.

    The tape is a sentence as the rules see it: a mark for each mention (B benchmark, M metric, S speed, R resource,
    N name, O own name, Q quantity), with its number.

    With --json: paper_id, title, own_name and sentences. A sentence has start, end, text, mentions (kind, canonical),
    tape, quantities, left_out. A quantity has numbers (value, value_to, unit, bound, written), outcome (claim,
    repeated, no claim, no result, nothing spoke), reason (why a rule that fired made none), fired and lost (rule,
    frame, meaning, priority, slots, and the words that match), continues (the rule of the list it goes on with),
    claims (line, claim, benchmark_from_before).
    Every start and end is an offset in the abstract.
    """
    if (text is None) == (paper is None):
        raise typer.BadParameter("give a text (- for standard input), or --paper ID", param_hint="TEXT")
    if paper is not None and title is not None:
        raise typer.BadParameter("goes with a text only; a paper has its own", param_hint="--title")
    from leaderboard import reports
    from leaderboard.explain import explain as explained

    chosen = _given_paper(text or "", title or "") if paper is None else _stored_paper(paper, database)
    explanation = explained(chosen)
    if json:
        print(explanation.model_dump_json(indent=1))
    else:
        reports.show_explanation(explanation)


def _given_paper(text: str, title: str) -> Paper:
    from leaderboard.model import Paper, derived_paper_id

    abstract = _standard_input() if text == "-" else text
    if not abstract.strip():
        raise InputError("the text is empty: there is nothing to explain")
    return Paper(paper_id=derived_paper_id(title or abstract), title=title, abstract=abstract)


def _stored_paper(paper_id: str, database: Path) -> Paper:
    from leaderboard import store
    from leaderboard.model import Paper

    with store.connect(database) as connection:
        if "abstract" not in connection.sql("FROM papers").columns:
            raise InputError(f"{database}: a published copy, without abstracts; name the one that was built, with --db")
        row = connection.execute("SELECT title, abstract FROM papers WHERE paper_id = ?", [paper_id]).fetchone()
    if row is None:
        raise InputError(
            f"{database}: no paper has the id {paper_id!r}; "
            f'`leaderboard sql "SELECT paper_id, title FROM papers" --db {database}` lists them'
        )
    return Paper(paper_id=paper_id, title=row[0], abstract=row[1])


def _standard_input() -> str:
    from leaderboard.sources import files

    return files.decoded(sys.stdin.buffer.read(), "standard input")


@app.command(epilog="Example: leaderboard evaluate annotated.jsonl --misses 20")
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD.jsonl", help="Annotated papers, one a line: id, title, abstract and claims."),
    ],
    misses: Annotated[
        int,
        typer.Option("--misses", min=0, metavar="N", help="Show up to N missed, N spurious and N wrong claims."),
    ] = 0,
    json: Json = False,
) -> None:
    """Measure extraction on annotated papers: by level, kind, field and rule; stated against measured confidence.

    An annotated claim has kind, value, value_to, unit, bound, metric, benchmark, method, role, baseline, and start: the
    offset of its number in the abstract (or quote, number and nth, which tell it).

    Levels: detect is place, kind and value; board is that and sign, range, unit, metric, benchmark and role; full is
    that and method, baseline and bound; rows are the scores on a named benchmark, right in board and method.

    With --json: documents; levels and kinds (precision, recall, f1, right, extracted, annotated); fields; rules (rule,
    claims, detect, board); calibration (from, to, stated, measured, claims); misses (what, id, title, wrong, annotated,
    extracted).
    """
    from leaderboard import evaluation, reports

    documents = evaluation.read(gold)
    measured = evaluation.evaluate(documents, evaluation.extracted(documents)).with_misses(misses)
    if json:
        print(measured.model_dump_json(indent=1, by_alias=True))
    else:
        reports.show_evaluation(measured)


@app.command(epilog="Example: leaderboard serve build --port 8000")
def serve(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="The folder that `leaderboard build` made.")
    ] = Path("build"),
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")] = 8000,
) -> None:
    """Serve the site to this machine's browsers, until Ctrl-C. It opens from the folder as well, without this."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    from leaderboard.pipeline import SITE

    if (folder / SITE / "index.html").is_file():
        folder /= SITE
    if not (folder / "index.html").is_file():
        raise InputError(f"{folder}: there is no site in it; `leaderboard build --out {folder}` makes one")
    try:
        server = ThreadingHTTPServer((LOCALHOST, port), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    except OSError as error:
        raise InputError(f"port {port} cannot be used: {error.strerror}; choose another with --port") from error
    with server:
        print(f"http://{LOCALHOST}:{server.server_port}/ (Ctrl-C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def _mapping(pairs: Sequence[str] | None) -> Mapping[str, str]:
    """`title=headline` as a mapping from our names of fields to theirs."""
    split = [pair.partition("=") for pair in pairs or ()]
    for ours, equals, theirs in split:
        if not (ours and equals and theirs):
            raise typer.BadParameter(f"write it as title=headline, not {ours}{equals}{theirs}", param_hint="--map")
    return {ours: theirs for ours, _, theirs in split}
