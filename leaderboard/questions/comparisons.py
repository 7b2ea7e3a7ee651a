"""The questions in `queries/`: what they ask, what they take, and their answers."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from leaderboard.errors import InputError
from leaderboard.questions import examples
from leaderboard.resources import folder

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked about."""

    name: str
    meaning: str
    required: bool
    default: str | int | None
    is_number: bool = False
    """Whether it is a number that may be left out."""

    def parsed(self, value: str | float | None) -> str | float | None:
        """`value` in the type that is wanted. Raises InputError for what is no number, or no whole one, where due."""
        if self.is_number and isinstance(value, str):
            try:
                return float(value)
            except ValueError:
                raise InputError(f"{self.name} must be a number, not {value!r}") from None
        if not isinstance(self.default, int) or isinstance(value, int):
            return value
        if not re.fullmatch(r"\d{1,9}", str(value)):
            raise InputError(f"{self.name} must be a whole number, such as {self.default}, not {value!r}")
        return int(str(value))


@dataclass(frozen=True, slots=True)
class Question:
    """One file of `queries/`."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str] = field(hash=False)
    """The meaning of each column of the answer, by its name, in order."""
    sql: str = field(repr=False)


def questions() -> dict[str, Question]:
    """Every question, by the name of its file, in alphabetical order."""
    paths = sorted(path for path in folder("queries").glob("*.sql") if path.name != examples.FILE)
    return {path.stem: read_question(path) for path in paths}


_SECTION = re.compile(r"-- (title|question|parameters|columns):\s*(.*)")
_ITEM = re.compile(r"--   (\w+): (.+?)(?: = (\w+))?")


def read_question(path: Path) -> Question:
    """The question in an SQL file with the header lines title, question, parameters and columns.

    A parameter reads `--   name: meaning = default`, without the default where it must be given; a default of digits
    makes it a whole number, `null` stands for no text, `number` for no number. Raises InputError, naming file and
    line, for any other header.
    """
    sql = path.read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: dict[str, str] = {}
    section = ""
    for number, line in enumerate(sql.splitlines(), 1):
        if not line.startswith("--"):
            break
        if heading := _SECTION.fullmatch(line):
            section = heading[1]
            texts[section] = heading[2]
        elif section == "parameters" and (item := _ITEM.fullmatch(line)):
            parameters.append(_parameter(item[1], item[2], item[3]))
        elif section == "columns" and (item := _ITEM.fullmatch(line)) and not item[3]:
            columns[item[1]] = item[2]
        else:
            raise InputError(f"{path}:{number}: expected a header line of a question, found {line!r}")
    if missing := [each for each in ("title", "question", "parameters", "columns") if each not in texts]:
        raise InputError(f"{path}: the header lacks {', '.join(missing)}")
    return Question(path.stem, texts["title"], texts["question"], tuple(parameters), columns, sql)


def _parameter(name: str, meaning: str, default: str | None) -> Parameter:
    if default is None:
        return Parameter(name, meaning, required=True, default=None)
    if default in ("null", "number"):
        return Parameter(name, meaning, required=False, default=None, is_number=default == "number")
    return Parameter(name, meaning, required=False, default=int(default) if default.isdigit() else default)


def run(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, str | float | None] | None = None
) -> pa.Table:
    """The answer to the question `name`, as an Arrow table (`.to_pandas()` makes a frame of it).

    `parameters` are bound, never pasted; those left out, or None, take their defaults. Raises InputError for a
    question or parameter that does not exist, one that is missing, and a benchmark that nothing is known of; the
    message names near ones.
    """
    asked = questions()
    if name not in asked:
        raise InputError(f"there is no question {name!r}{_near(name, asked)}; there are {', '.join(asked)}")
    question = asked[name]
    values = _values(question, parameters or {})
    benchmark = values.get("benchmark")
    if benchmark is not None:
        require_benchmark(connection, str(benchmark))
    return connection.sql(question.sql, params=values).to_arrow_table()


def _values(question: Question, given: Mapping[str, str | float | None]) -> dict[str, str | float | None]:
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            near, takes = _near(name, known), ", ".join(known) or "none"
            raise InputError(f"the question {question.name!r} has no parameter {name!r}{near}; it has {takes}")
    values: dict[str, str | float | None] = {}
    for name, parameter in known.items():
        value = given.get(name)
        if value is None and parameter.required:
            raise InputError(f"the question {question.name!r} needs a {name}: {parameter.meaning}")
        values[name] = parameter.default if value is None else parameter.parsed(value)
    return values


def require_benchmark(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The canonical names of the benchmarks that `name` means. Raises InputError, naming near ones, for none."""
    found = connection.execute("SELECT benchmark FROM benchmarks_named($name) ORDER BY 1", {"name": name}).fetchall()
    if not found:
        names = connection.execute("SELECT name FROM benchmark_names ORDER BY name").fetchall()
        raise InputError(
            f"no benchmark is called {name!r}{_near(name, [each for (each,) in names])}; "
            "`leaderboard query coverage` lists them"
        )
    return [benchmark for (benchmark,) in found]


def _near(name: str, names: Mapping[str, object] | list[str]) -> str:
    """` (did you mean a or b?)` for names like `name`, however cased; empty where there is none."""
    by_lower = {each.lower(): each for each in names}
    near = difflib.get_close_matches(name.lower(), by_lower, n=3, cutoff=0.6)
    return f" (did you mean {' or '.join(by_lower[each] for each in near)}?)" if near else ""
