"""Evaluation tables in the JSON that Papers with Code published: tasks, datasets, rows of results with their papers.

They hold no prose. Each figure becomes a claim as it stands, of the rule `evaluation table`, without a place in an
abstract; benchmarks and metrics that the lexicon knows take its names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaderboard import lexicon
from leaderboard.errors import InputError
from leaderboard.model import Bound, Claim, claim_id
from leaderboard.sources import files, values
from leaderboard.sources.entry import Entry

RULE = "evaluation table"
EXTRA_DATA = "extra data"
_START = re.compile(r"^\[\s*\{")
_DATASETS = re.compile(r'"datasets"\s*:\s*\[')
_ONLY_HERE = re.compile(r'"(?:sota|subdatasets|dataset_citations|subtasks)"\s*:')
_BOUNDS: Mapping[str, Bound] = {
    "up to": "up to", "over": "over", "under": "under", "about": "about",
    ">": "over", ">=": "over", "≥": "over", "<": "under", "<=": "under", "≤": "under", "~": "about", "≈": "about",
}  # fmt: skip
_NUMBER = r"[-−]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e-?\d+)?"
_VALUE = re.compile(
    rf"(?P<bound>{'|'.join(sorted(map(re.escape, _BOUNDS), key=len, reverse=True))})?\s*"
    rf"(?P<value>{_NUMBER})(?:\s*(?:to|–)\s*(?P<value_to>{_NUMBER}))?"
    r"(?:\s*(?:±|\+/-|\+-)\s*[\d.]+)?\s*(?P<unit>%|[A-Za-zµμ°/ ]*)(?:\s*(?:±|\+/-)\s*[\d.]+%?)?",
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
        known = lexicon.load()
        benchmark, metric = known.benchmark(self.benchmark), known.metric(self.metric)
        name = benchmark.name if benchmark else self.benchmark
        measured = metric.name if metric else self.metric
        return Claim(
            # All figures of a table have the same place: the metric and the setting tell them apart.
            claim_id=claim_id(paper_id, 0, "\x1f".join(("score", measured, self.setting or "")), name, self.method),
            paper_id=paper_id,
            kind="score",
            value=_number(read["value"]),
            value_to=_number(read["value_to"]) if read["value_to"] else None,
            unit=read["unit"].strip() or None,
            bound=_BOUNDS.get(read["bound"]),
            metric=measured,
            metric_text=self.metric,
            benchmark=name,
            benchmark_text=self.benchmark,
            setting=self.setting,
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
        tasks = json.loads(files.text(source))
    except json.JSONDecodeError as error:
        raise InputError(
            f"{source.label}, line {error.lineno}: malformed JSON: {error.msg} (column {error.colno})"
        ) from error
    for task in tasks:
        try:
            yield from _task_rows(task)
        except (KeyError, TypeError, AttributeError) as error:
            name = task.get("task") if isinstance(task, dict) else None
            raise InputError(
                f"{source.label}: task {name!r} is not an evaluation table: {type(error).__name__} {error}; expected "
                "datasets with sota.rows, each row with model_name and metrics"
            ) from error


def _task_rows(task: Mapping[str, object]) -> Iterator[tuple[Entry, list[Result]]]:
    for dataset in _objects(task, "datasets"):
        yield from _dataset_rows(dataset, str(dataset["dataset"]), None)
        for part in _objects(dataset, "subdatasets"):
            yield from _dataset_rows(part, *_named_part(str(dataset["dataset"]), str(part["subdataset"])))
    for subtask in _objects(task, "subtasks"):
        yield from _task_rows(subtask)


def _objects(holder: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """The objects in a list, which the format leaves out where it is empty."""
    found = holder.get(key) or []
    if not isinstance(found, list):
        raise TypeError(f"{key} is no list")
    return found


def _named_part(dataset: str, part: str) -> tuple[str, str | None]:
    """Benchmark and setting of a subdataset: `MMLU (5-shot)` of MMLU is a setting, anything else a benchmark."""
    inside = re.fullmatch(rf"{re.escape(dataset)} \((.+)\)", part)
    return (dataset, inside[1]) if inside else (part, None)


def _dataset_rows(
    dataset: Mapping[str, object], benchmark: str, setting: str | None
) -> Iterator[tuple[Entry, list[Result]]]:
    sota = dataset.get("sota") or {}
    if not isinstance(sota, Mapping):
        raise TypeError("sota is no object")
    for row in _objects(sota, "rows"):
        metrics = row["metrics"]
        if not isinstance(metrics, Mapping):
            raise TypeError("metrics is no object")
        method = str(row["model_name"]).strip()
        stated = EXTRA_DATA if row.get("uses_additional_data") else setting
        figures = [Result(benchmark, stated, name, method, str(text)) for name, text in metrics.items()]
        yield _entry(row, method), figures


def _entry(row: Mapping[str, object], method: str) -> Entry:
    """The row's paper; where it names none, one by the name of the method."""
    title = " ".join(str(row.get("paper_title") or "").split())
    url = values.web_address(row.get("paper_url"))
    links = _objects(row, "code_links")
    return Entry(
        title=title or method,
        abstract="",
        url=url,
        code_url=next(filter(None, (values.code_address(link.get("url")) for link in links)), None),
        published=values.published_day(row.get("paper_date")),
    )
