"""`export`, `diff` and `names`: results for other systems, between two databases, and names to look over."""

from __future__ import annotations

import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.commands.options import DEFAULT_DATABASE, Database, Form, Format, Output
from leaderboard.errors import InputError

if TYPE_CHECKING:
    import duckdb

app = typer.Typer()


class ExportFormat(StrEnum):
    """What other systems read."""

    pwc = "pwc"
    eee = "eee"
    huggingface = "huggingface"
    eval_results = "eval-results"
    datapackage = "datapackage"
    croissant = "croissant"


_NOTHING = ("", "[]\n")
"""What an export without a result is: still a valid file of its format."""

_DIFF_GIVES_WAY = ("was", "title", "claim_id", "sentence")
_NAMES_GIVE_WAY = ("metrics", "title", "sentence")


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

    - datapackage, croissant: a folder of all downloads with the files that describe them, and their SHA256SUMS
    """
    from leaderboard import store, terminal

    with store.opened(database) as connection:
        if form in (ExportFormat.datapackage, ExportFormat.croissant):
            if out is None:
                raise typer.BadParameter(f"{form} is a folder of files: name it with -o FOLDER", param_hint="-o")
            _export_folder(connection, out)
        else:
            text = _exported(connection, form)
            if text in _NOTHING:
                print(f"{database} holds no result that {form} can say.", file=sys.stderr)
            terminal.emit_text(text, out)


def _exported(connection: duckdb.DuckDBPyConnection, form: ExportFormat) -> str:
    import json

    from leaderboard.building import build_time
    from leaderboard.exchange import evaluation_tables, every_eval_ever, hugging_face

    match form:
        case ExportFormat.pwc:
            return json.dumps(evaluation_tables.tables(connection), ensure_ascii=False, indent=1) + "\n"
        case ExportFormat.eee:
            asked = build_time.given()
            retrieved = int(time.time()) if asked is None else asked
            records = every_eval_ever.records(connection, retrieved)
            return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
        case ExportFormat.eval_results:
            return hugging_face.eval_results(connection)
        case _:
            return hugging_face.model_indexes(connection)


def _export_folder(connection: duckdb.DuckDBPyConnection, out: Path) -> None:
    from leaderboard.questions import dictionary
    from leaderboard.site import downloads
    from leaderboard.site.computed import computed

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out}: is there already; name a new folder with -o")
    with computed(connection) as rows_from:
        files = downloads.write(connection, out, dictionary.relations(connection, rows_from), rows_from)
    for file in files:
        rows = f", {file.rows:,} rows" if file.rows is not None else ""
        print(f"{file.path}  {file.size:,} bytes{rows}")


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
    from leaderboard import terminal
    from leaderboard.questions import differences

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
    from leaderboard import store, terminal
    from leaderboard.questions import names as reviewed

    if toml and (form is not None or out is not None):
        raise typer.BadParameter("prints TOML and nothing else: leave out --format and -o", param_hint="--toml")
    with store.opened(database) as connection:
        unknown = reviewed.to_review(connection, limit)
    if toml:
        print(reviewed.toml(unknown), end="")
    else:
        terminal.emit(reviewed.table(unknown), terminal.chosen_format(form, out, Format.table), out, _NAMES_GIVE_WAY)
