"""`show`, `query` and `sql`: what a database answers."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaderboard.commands.options import DEFAULT_DATABASE, GIVES_WAY, Database, Form, Format, Output
from leaderboard.questions.comparisons import Parameter, Question, questions

if TYPE_CHECKING:
    import pyarrow as pa

app = typer.Typer()

query_app = typer.Typer(
    name="query",
    help="Answer one of the prepared questions; alone, list them.",
    epilog="Example: leaderboard query best --benchmark GSM8K --metric accuracy",
    invoke_without_command=True,
    rich_markup_mode="rich",
)
app.add_typer(query_app)


@app.command(epilog="Example: leaderboard show ImageNet --metric top-1")
def show(
    benchmark: Annotated[str, typer.Argument(help="Any name of the benchmark, such as ImageNet or gsm-8k.")],
    metric: Annotated[
        str | None, typer.Option("--metric", help="Any name of a metric, or its beginning. Default: all.")
    ] = None,
    setting: Annotated[
        str | None,
        typer.Option("--setting", help="Results with all of these settings, such as 'zero-shot, no extra data'."),
    ] = None,
    size: Annotated[
        float | None, typer.Option("--size", help="Models of at most this many billions of parameters.")
    ] = None,
    database: Database = DEFAULT_DATABASE,
    form: Form = None,
    out: Output = None,
) -> None:
    """Show the leaderboards of one benchmark: best first, and what cannot be ranked with the reason."""
    from leaderboard import store, terminal
    from leaderboard.questions import comparisons

    with store.opened(database) as connection:
        wanted = {"benchmark": benchmark, "metric": metric, "setting": setting, "size": size}
        answer = comparisons.run(connection, "benchmark", wanted)
    chosen = terminal.chosen_format(form, out, Format.table)
    if chosen == Format.table and out is None and sys.stdout.isatty():
        _draw_boards(answer, benchmark)
    else:
        terminal.emit(answer, chosen, out)


_BOARD_COLUMNS = (
    "rank", "method", "role", "bound", "value", "value_to", "unit", "metric_inferred", "model_size", "year",
    "unranked_because", "title",
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
        told = {
            "metric_inferred": pc.any(table["metric_inferred"]).as_py(),
            "model_size": table["model_size"].null_count < len(table),
        }
        table = table.drop_columns([name for name, is_told in told.items() if not is_told])
        terminal.draw(table, title=title)
    if others := answer.num_rows - scores.num_rows:
        print(f"{others} other claims (gains, costs ...): leaderboard query benchmark --benchmark '{benchmark}'")
    if not answer.num_rows:
        print(f"Nothing is claimed on {benchmark}.")


@app.command(epilog='Example: leaderboard sql "SELECT benchmark, papers FROM benchmark_summary LIMIT 5"')
def sql(
    statement: Annotated[str, typer.Argument(metavar="SQL", help="One SQL statement, in quotes.")],
    database: Database = DEFAULT_DATABASE,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Stop what takes longer.")
    ] = 60.0,
    memory: Annotated[
        str, typer.Option("--memory", metavar="SIZE", help="Stop what needs more, such as 500MB.")
    ] = "2GB",
    external: Annotated[
        bool, typer.Option("--allow-external", help="Let the statement read and write files, and load extensions.")
    ] = False,
    form: Form = None,
    out: Output = None,
) -> None:
    """Run SQL on the database, which is opened read-only. Files and network are out of the statement's reach.

    `leaderboard sql "SELECT view_name, comment FROM duckdb_views()"` lists the views, `"DESCRIBE boards"` the columns
    of one.
    """
    from leaderboard import store, terminal
    from leaderboard.questions import ad_hoc

    with store.opened(database) as connection:
        table = ad_hoc.answer(connection, statement, timeout, memory, external=external)
    if table is not None:
        terminal.emit(table, terminal.chosen_format(form, out, Format.table), out)


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
        database: Path, form: Format | None, out: Path | None, columns: str | None, **given: str | float | None
    ) -> None:
        from leaderboard import store, terminal
        from leaderboard.questions import comparisons

        wanted = _chosen_columns(columns, question)
        with store.opened(database) as connection:
            table = comparisons.run(connection, question.name, given).select(wanted)
        terminal.emit(table, terminal.chosen_format(form, out, Format.table), out, GIVES_WAY)

    def option(name: str, kind: Any, default: Any) -> inspect.Parameter:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)

    options = []
    for parameter in question.parameters:
        kind: Any = _option_type(parameter)
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


def _option_type(parameter: Parameter) -> Any:
    if isinstance(parameter.default, int):
        return int
    return float | None if parameter.is_number else str if parameter.required else str | None


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
