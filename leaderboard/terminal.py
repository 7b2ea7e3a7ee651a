"""Tables and progress for people: drawn by rich in a terminal, plain text where the output is piped."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text
from typer import BadParameter

from leaderboard import tables

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.progress import Progress, Task, TaskID

TABLE = "table"
_UNBOUNDED = 1_000_000
_ONE_LINE = {"title": 44, "method": 30, "baseline": 30, "benchmark": 30}
"""Columns that are cut rather than wrapped, and their greatest width."""


def chosen_format(wanted: str | None, out: Path | None, usual: str) -> str:
    """The format asked for, or that `out`'s ending means, or `usual`.

    Raises BadParameter for an ending that means none.
    """
    if wanted is not None:
        return wanted
    if out is None:
        return usual
    if out.suffix.lower() not in tables.ENDINGS:
        raise BadParameter(
            f"the ending of {out} does not say in which format to write; "
            f"end it in {', '.join(tables.ENDINGS)}, or give --format"
        )
    return tables.ENDINGS[out.suffix.lower()]


def emit(table: pa.Table, form: str, out: Path | None, optional: Sequence[str] = ()) -> None:
    """Write `table` to the file `out`, or to standard output, in the format `form`.

    In a terminal, the columns named in `optional` give way, last first, where the table would not fit.
    Raises InputError where the file cannot be written, and BadParameter for Parquet into a terminal.
    """
    if out is None and form == TABLE and sys.stdout.isatty():
        draw(table, optional)
        return
    write = tables.write_plain if form == TABLE else tables.WRITERS[form]
    _emit(lambda file: write(table, file), form, out)


def emit_pieces(pieces: Iterable[pa.Table], form: str, out: Path | None) -> None:
    """Write a table that comes in pieces, as `emit` does one: `csv`, `jsonl` or `parquet`."""
    _emit(lambda file: tables.write_pieces(pieces, form, file), form, out)


def _emit(write: Callable[[BinaryIO], None], form: str, out: Path | None) -> None:
    if out is not None:
        with tables.replacing(out) as file:
            write(file)
        return
    if form == "parquet" and sys.stdout.isatty():
        raise BadParameter("Parquet is not text: write it to a file with -o FILE.parquet")
    write(sys.stdout.buffer)
    sys.stdout.buffer.flush()


def emit_text(text: str, out: Path | None) -> None:
    """Write `text` as UTF-8 to the file `out`, or to standard output. Raises InputError where that cannot be done."""
    if out is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return
    with tables.replacing(out) as file:
        file.write(text.encode())


def draw(table: pa.Table, optional: Sequence[str] = (), title: str | None = None) -> None:
    """Draw `table` in the terminal, without columns that are empty, and as many of `optional` as it has room for."""
    console = Console()
    unbounded = console.options.update(max_width=_UNBOUNDED)
    table = table.select([i for i, column in enumerate(table.columns) if column.null_count < max(table.num_rows, 1)])
    droppable = [name for name in optional if name in table.column_names]
    hidden: list[str] = []
    drawn = _drawn(table, title)
    while droppable and Measurement.get(console, unbounded, drawn).maximum > console.width:
        hidden.append(droppable.pop())
        table = table.drop_columns(hidden[-1])
        drawn = _drawn(table, title)
    console.print(drawn)
    rows = f"{table.num_rows} row{'' if table.num_rows == 1 else 's'}"
    missing = f"; not shown: {', '.join(hidden)} (--format csv has all)" if hidden else ""
    console.print(f"{rows}{missing}", style="dim", highlight=False)


def _drawn(table: pa.Table, title: str | None) -> Table:
    drawn = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for field in table.schema:
        width = _ONE_LINE.get(field.name)
        drawn.add_column(
            Text(field.name),
            justify="right" if tables.is_number(field.type) else "left",
            overflow="ellipsis" if width else "fold",
            no_wrap=width is not None,
            max_width=width,
        )
    for cells in tables.text_rows(table):
        drawn.add_row(*map(Text, cells))
    return drawn


@contextmanager
def _stopped_by_hand() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        print("Stopped. Nothing was written; what stood there before still does.", file=sys.stderr)
        sys.exit(130)


class Report:
    """What a command is at: call it with a stage's name, how many are done and how many there are."""

    def __init__(self, bars: Progress, verbose: bool) -> None:
        self._bars = bars
        self._verbose = verbose
        self._stages: dict[str, TaskID] = {}
        self._stage = ""
        self._began = 0.0
        self._total = 0
        self._claims = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Stages follow one another."""
        if stage != self._stage:
            self.end_stage()
            self._stage, self._began = stage, time.perf_counter()
        self._total = total
        if stage not in self._stages:
            self._stages[stage] = self._bars.add_task(stage, total=total, found="")
        self._bars.update(self._stages[stage], completed=done, total=total)

    def found(self, claims: int) -> None:
        """The present stage has found so many claims until now."""
        self._claims = claims
        if self._stage in self._stages:
            self._bars.update(self._stages[self._stage], found=f"{claims:,} claims")

    def end_stage(self) -> None:
        """Tell of the present stage, if that is wanted, how long it took."""
        if self._stage and self._verbose:
            took = time.perf_counter() - self._began
            rate = f", {self._total / took:,.0f} a second" if self._total > 1 and took > 0 else ""
            claims = f"; {self._claims:,} claims" if self._claims else ""
            self._bars.console.print(f"{self._stage}: {self._total:,} in {took:.1f} s{rate}{claims}", highlight=False)
        self._stage, self._claims = "", 0


@contextmanager
def progress(quiet: bool = False, verbose: bool = False) -> Iterator[Report]:
    """What to tell how far a command is.

    It draws a bar for each stage on standard error in a terminal, with how many are done in a second, what was found
    and the time that is left, unless `quiet` is wanted; and nothing elsewhere. `verbose` tells everywhere how long each
    stage took. On Ctrl-C it says that nothing was written, and exits with 130.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn

    class SpeedColumn(ProgressColumn):
        """How many are done in a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.0f}/s" if speed and task.total and task.total > 1 else "")

    console = Console(stderr=True)
    columns = (
        *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), SpeedColumn()),
        *(TextColumn("{task.fields[found]}"), TimeRemainingColumn()),
    )
    drawn = console.is_terminal and not quiet
    with _stopped_by_hand(), Progress(*columns, console=console, disable=not drawn, transient=True) as bars:
        report = Report(bars, verbose)
        yield report
        report.end_stage()
