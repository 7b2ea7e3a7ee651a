"""Evaluation tables in the JSON that Papers with Code published: tasks, datasets, rows of results with their papers.

They hold no prose. Each figure becomes a claim as it stands, of the rule `evaluation table`, without a place in an
abstract; benchmarks and metrics that the lexicon knows take its names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from leaderboard import lexicon
from leaderboard.addresses import web_address
from leaderboard.errors import InputError
from leaderboard.lexicon import settings
from leaderboard.model import Bound, Claim, claim_id
from leaderboard.sources import files, json_text, values
from leaderboard.sources.entry import Entry

RULE = "evaluation table"
_START = re.compile(r"^\[\s*\{")
_DATASETS = re.compile(r'"datasets"\s*:\s*\[')
_ONLY_HERE = re.compile(r'"(?:sota|subdatasets|dataset_citations|subtasks)"\s*:')
_BOUNDS: Mapping[str, Bound] = {
    "up to": "up to", "over": "over", "under": "under", "about": "about",
    ">": "over", ">=": "over", "≥": "over", "<": "under", "<=": "under", "≤": "under", "~": "about", "≈": "about",
}  # fmt: skip
_NUMBER = r"[-−]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[-+]?\d+)?"
_UNIT = r"%|(?:[A-Z]\d+[ -])?[A-Za-zµμ°](?:[A-Za-zµμ°/· -]|\.(?=[a-z]))*"
_VALUE = re.compile(
    rf"(?P<bound>{'|'.join(sorted(map(re.escape, _BOUNDS), key=len, reverse=True))})?\s*"
    rf"(?P<value>{_NUMBER})(?:\s*(?:to|–)\s*(?P<value_to>{_NUMBER}))?"
    rf"(?:\s*(?:±|\+/-|\+-)\s*[\d.]+)?\s*(?P<unit>{_UNIT})?(?:\s*(?:±|\+/-)\s*[\d.]+%?)?",
)


@dataclass(frozen=True, slots=True)
class Result:
    """One figure of a table."""

    benchmark: str
    setting: str | None
    metric: str
    method: str
    text: str
    """The figure as written."""

    @property
    def is_number(self) -> bool:
        """Whether a number can be read in it."""
        return _VALUE.fullmatch(self.text.strip()) is not None

    def claim(self, paper_id: str) -> Claim | None:
        """The figure as a claim of the paper; None where no number can be read in it."""
        read = _VALUE.fullmatch(self.text.strip())
        if read is None:
            return None
        metric = lexicon.load().metric(self.metric)
        benchmark = _entry_named(self.benchmark)
        name = benchmark.name if benchmark else self.benchmark
        measured = metric.name if metric else self.metric
        return Claim(
            # All figures of a table have the same place: the metric and the setting tell them apart.
            claim_id=claim_id(paper_id, 0, "\x1f".join(("score", measured, self.setting or "")), name, self.method),
            paper_id=paper_id,
            kind="score",
            value=_number(read["value"]),
            value_to=_number(read["value_to"]) if read["value_to"] else None,
            unit=read["unit"].strip() if read["unit"] else None,
            bound=_BOUNDS.get(read["bound"]),
            metric=measured,
            metric_text=self.metric,
            benchmark=name,
            benchmark_text=self.benchmark,
            setting=self.setting,
            model_size=settings.size_named(self.method),
            method=self.method,
            role="own",
            start=0,
            end=0,
            sentence=f"{self.method}: {self.metric} of {self.text} on {self.benchmark}",
            rule=RULE,
            confidence=1,
        )


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))


def are_in(head: str) -> bool:
    """Whether a file that begins so holds evaluation tables."""
    return bool(_START.match(head) and _DATASETS.search(head) and _ONLY_HERE.search(head))


def rows(source: files.Source) -> Iterator[tuple[Entry, list[Result]]]:
    """For each row of each table its paper, without an abstract, and the row's figures.

    Raises InputError for malformed JSON, and, naming the task, for what is not of this shape.
    """
    try:
        tasks = json_text.parsed(files.text(source), source.label)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{source.label}, line {error.lineno}: malformed JSON: {error.msg} (column {error.colno})"
        ) from error
    for task in cast(list[Any], tasks):
        try:
            yield from _task_rows(task)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            name = task.get("task") if isinstance(task, dict) else None
            raise InputError(
                f"{source.label}: task {name!r} is not an evaluation table: {type(error).__name__} {error}; expected "
                "datasets with sota.rows, each row with model_name and metrics"
            ) from error


def _task_rows(task: Mapping[str, object]) -> Iterator[tuple[Entry, list[Result]]]:
    for dataset in _objects(task, "datasets"):
        name = str(dataset["dataset"]).strip()
        benchmark, stated = _named(name)
        yield from _dataset_rows(dataset, benchmark, stated)
        for part in _objects(dataset, "subdatasets"):
            title = str(part["subdataset"]).strip()
            inside = re.fullmatch(rf"{re.escape(name)} \((.+)\)", title)
            if inside:
                yield from _dataset_rows(part, benchmark, (*stated, *_settings(inside[1])))
            else:
                yield from _dataset_rows(part, *_named(title))
    for subtask in _objects(task, "subtasks"):
        yield from _task_rows(subtask)


def _objects(holder: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """The objects in a list, which the format leaves out where it is empty."""
    found = holder.get(key) or []
    if not isinstance(found, list):
        raise TypeError(f"{key} is no list")
    return found


def _named(name: str) -> tuple[str, tuple[str, ...]]:
    """Benchmark and settings of a data set's name: `GSM8K (zero-shot)`, where the lexicon has no such benchmark."""
    ends_in_brackets = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name)
    if ends_in_brackets is None or _entry_named(name) or settings.read(ends_in_brackets[2]) is None:
        return name, ()
    return ends_in_brackets[1], _settings(ends_in_brackets[2])


def _settings(text: str) -> tuple[str, ...]:
    """What stands in brackets behind a data set's name, in the words of the lexicon where it has them."""
    return settings.separate(settings.read(text) or text)


def _entry_named(name: str) -> lexicon.Benchmark | None:
    """The lexicon's benchmark of a name; one that is also an ordinary word only as it is spelled there.

    `ScAN` is not `SCAN`.
    """
    entry = lexicon.load().benchmark(name)
    ordinary = entry.ordinary_names if entry else ()
    spelled_otherwise = name not in ordinary and lexicon.fold(name) in map(lexicon.fold, ordinary)
    return None if spelled_otherwise else entry


def _dataset_rows(
    dataset: Mapping[str, object], benchmark: str, stated: tuple[str, ...]
) -> Iterator[tuple[Entry, list[Result]]]:
    entry = _entry_named(benchmark)
    # The split that is usual on a benchmark goes without saying.
    usual = entry.usual_split if entry else lexicon.USUAL_SPLIT
    sota = dataset.get("sota") or {}
    if not isinstance(sota, Mapping):
        raise TypeError("sota is no object")
    for row in _objects(sota, "rows"):
        metrics = row["metrics"]
        if not isinstance(metrics, Mapping):
            raise TypeError("metrics is no object")
        method = str(row["model_name"]).strip()
        extra = (settings.EXTRA_DATA,) if row.get("uses_additional_data") else ()
        setting = settings.joined(one for one in (*stated, *extra) if one != usual)
        figures = [Result(benchmark, setting, name, method, str(text)) for name, text in metrics.items()]
        yield _entry(row, method), figures


def _entry(row: Mapping[str, object], method: str) -> Entry:
    """The row's paper; where it names none, one by the name of the method."""
    title = " ".join(str(row.get("paper_title") or "").split())
    url, day = row.get("paper_url"), row.get("paper_date")
    links = [link.get("url") for link in _objects(row, "code_links")]
    entry = Entry(
        title=title or method,
        abstract="",
        url=web_address(url),
        code_url=next(filter(None, map(values.code_address, links)), None),
        published=values.published_day(day),
    )
    given = {"url": url, "code_url": any(links), "published": day}
    left_out = (name for name, value in given.items() if value and getattr(entry, name) is None)
    return entry._replace(left_out=tuple(left_out))
