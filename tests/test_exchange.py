"""Exports for other systems, each checked by the format's own validator, and evaluation tables read back in."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boards_fixture
import duckdb
import hypothesis
import jsonschema
import mlcroissant
import pytest
import yaml
from conftest import unavailable
from frictionless import Package, system
from huggingface_hub import parse_eval_result_entries
from huggingface_hub.repocard_data import model_index_to_eval_results
from hypothesis import Phase, assume, given
from hypothesis import strategies as st

from leaderboard import cli, lexicon, sources, store
from leaderboard.errors import InputError
from leaderboard.exchange import evaluation_tables, every_eval_ever, hugging_face, packages
from leaderboard.lexicon import settings
from leaderboard.model import Claim, Paper, derived_paper_id
from leaderboard.questions import dictionary
from leaderboard.site import downloads
from leaderboard.site.computed import computed
from leaderboard.sources.evaluation_tables import Result
from leaderboard.workers import extract_all

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards_fixture.write_database(tmp_path_factory.mktemp("exchange") / "fixture.duckdb")


@pytest.fixture(scope="module")
def connection(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.connect(database) as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(connection: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("exchange") / "data"
    with computed(connection) as rows_from:
        downloads.write(connection, target, dictionary.relations(connection, rows_from), rows_from)
    return target


TASK_KEYS = {"task", "description", "categories", "synonyms", "source_link", "datasets", "subtasks"}
DATASET_KEYS = {"description", "dataset_links", "dataset_citations", "sota", "subdatasets"}
ROW_KEYS = {
    "model_name", "paper_title", "paper_url", "paper_date", "code_links", "model_links", "metrics",
    "uses_additional_data",
}  # fmt: skip


def tables_of(tasks: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each dataset and subdataset by its name, with the keys of the format checked on the way."""
    for task in tasks:
        assert set(task) == TASK_KEYS
        for dataset in task["datasets"]:
            assert set(dataset) == {"dataset", *DATASET_KEYS}
            yield dataset["dataset"], dataset["sota"]
            for part in dataset["subdatasets"]:
                assert set(part) == {"subdataset", *DATASET_KEYS}
                yield part["subdataset"], part["sota"]


def test_evaluation_tables_have_the_shape_that_others_read(connection: duckdb.DuckDBPyConnection) -> None:
    tasks = evaluation_tables.tables(connection)
    assert [task["task"] for task in tasks] == [
        "depth estimation", "image classification", "language modelling", "mathematical reasoning", "other",
    ]  # fmt: skip
    found = dict(tables_of(tasks))
    for sota in found.values():
        assert set(sota) == {"metrics", "rows"}
        for row in sota["rows"]:
            assert set(row) == ROW_KEYS
            assert row["metrics"]
            assert set(row["metrics"]) <= set(sota["metrics"])
            assert all(isinstance(value, str) for value in row["metrics"].values())
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["paper_date"] or "2000-01-01")
    photo = {row["model_name"]: row for row in found["PhotoNet"]["rows"]}
    assert photo["AlphaNet"]["metrics"] == {"error rate": "18.8%", "top-1 accuracy": "81.2%"}
    assert photo["GammaNet"]["metrics"] == {"top-1 accuracy": "84 to 86%"}
    assert photo["EpsilonNet"]["metrics"]["top-1 accuracy"] == "over 82.5%"
    assert photo["LambdaNet"]["uses_additional_data"], "extra data has a field of its own"
    assert [row["model_name"] for row in found["PhotoNet (zero-shot)"]["rows"]] == ["ThetaNet"]
    assert not [name for name in photo if "state-of-the-art" in name], "nobody's model"


Boards = tuple[list[dict[str, Any]], list[tuple[object, ...]]]


def boards(folder: Path, papers: list[Paper], claims: list[Claim]) -> Boards:
    """The tables that papers and claims give, and the rows on their boards."""
    database = folder / "boards.duckdb"
    store.write(database, papers, claims, lexicon.load())
    with store.connect(database) as opened:
        rows = opened.execute(
            "SELECT benchmark, metric, setting, method, value, value_to, unit, bound, published, title "
            "FROM results WHERE rank IS NOT NULL ORDER BY ALL"
        ).fetchall()
        return evaluation_tables.tables(opened), rows


def read_again(folder: Path, tables: list[dict[str, Any]]) -> Boards:
    """What the tables give that were written to a file and read."""
    (folder / "tables.json").write_text(json.dumps(tables), encoding="utf-8")
    reading = sources.read(folder / "tables.json")
    return boards(folder, reading.papers, reading.claims)


def test_evaluation_tables_out_and_in_again_give_the_same_rows(tmp_path: Path) -> None:
    papers = sources.read(sources.sample()).papers
    tables, rows = boards(tmp_path, papers, extract_all(papers).claims)
    assert len(rows) > 100
    assert read_again(tmp_path, tables) == (tables, rows)


NAMES = (
    "ImageNet", "GSM8K", "SCAN", "ScAN", "scan", "Puzzle Bank", "PUZZLE BANK", "Puzzle Bank (v2)", "Puzzle (zero)",
    "Puzzle [A] (B (C))", "Puzzle (4-bit) Bank", "Puzzle zero-shot",
)  # fmt: skip
SETTINGS = (
    "5-way", "zero-shot", "5-shot", "few-shot", "4-bit", "1.58-bit", "W4A8", "10% labels", "extra data",
    "linear probing", "test-dev",
)  # fmt: skip
UNITS = {"accuracy": "%", "BLEU": None, "perplexity": None, "WER": "%", "PSNR": "dB"}


@st.composite
def scores(draw: st.DrawFn) -> tuple[Paper, Claim]:
    """A score of a paper of its own: any settings, names of any case and with brackets, bounds, ranges, fractions."""
    number, metric = draw(st.uuids()).hex, draw(st.sampled_from(sorted(UNITS)))
    value = draw(st.floats(0.001, 100, allow_subnormal=False) | st.sampled_from((0.0, 1.0, 0.5, 1e-05, 16.0)))
    title = f"{draw(st.sampled_from(('Heron', 'Finch Nets')))}: {number}"
    paper = Paper(
        # As tables are read, which give none: equal results of no date stand in the order of ids.
        paper_id=derived_paper_id(title),
        title=title,
        abstract="",
        published=draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2026, 1, 1))),
    )
    return paper, Claim(
        claim_id=number,
        paper_id=paper.paper_id,
        kind="score",
        value=value,
        value_to=draw(st.none() | st.floats(value, 100)),
        unit=draw(st.sampled_from((UNITS[metric], None, "%"))),
        bound=draw(st.sampled_from((None, "about", "over", "under", "up to"))),
        metric=metric,
        benchmark=draw(st.sampled_from(NAMES)),
        setting=settings.joined(draw(st.sets(st.sampled_from(SETTINGS)))),
        method=draw(st.sampled_from(("Heron", "heron", "Heron-7B (large)", "ours", "Kite + Heron"))),
        role=draw(st.sampled_from(("own", "baseline"))),
        start=0,
        end=1,
        sentence="",
        rule="",
        confidence=1,
    )


# Each example writes two databases: what fails is shown as it was drawn, for to make it smaller would take minutes.
@hypothesis.settings(max_examples=4, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(scores(), min_size=20, max_size=60))
def test_any_scores_out_and_in_again_give_the_same_rows(drawn: list[tuple[Paper, Claim]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tables, rows = boards(Path(folder), [paper for paper, _ in drawn], [claim for _, claim in drawn])
        assume(tables)
        assert read_again(Path(folder), tables) == (tables, rows)


TABLES = [
    {
        "categories": [],
        "datasets": [
            {
                "dataset": "ImageNet",
                "sota": {
                    "metrics": ["Top 1 Accuracy", "Number of params"],
                    "rows": [
                        {
                            "model_name": "FinchNet",
                            "paper_title": "Finch: Small Networks",
                            "paper_url": "https://arxiv.org/abs/2001.00001",
                            "paper_date": "2020-01-02",
                            "code_links": [{"title": "x/y", "url": "https://github.com/x/y"}],
                            "metrics": {"Top 1 Accuracy": "81.5%", "Top 5 Accuracy": "unknown"},
                            "uses_additional_data": True,
                        },
                        {"model_name": "Nobody's", "paper_title": "", "metrics": {"Top 1 Accuracy": "—"}},
                    ],
                },
                "subdatasets": [{"subdataset": "ImageNet (zero-shot)", "sota": {"rows": [
                    {"model_name": "FinchNet", "paper_title": "Finch: small networks", "metrics": {"Top-1": "60"}}
                ]}}],
            }
        ],
        "subtasks": [{"task": "Puzzles", "datasets": [{"dataset": "PuzzleBank 7", "sota": {"rows": [
            {"model_name": "Heron", "paper_title": "Heron", "metrics": {"Insight": "1,234.5"}}
        ]}}]}],
        "task": "Image Classification",
    }
]  # fmt: skip


def test_evaluation_tables_are_an_input_beside_others(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(TABLES), encoding="utf-8")
    abstract = "FinchNet reaches 81.0% accuracy on ImageNet."
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"title": "Finch: Small Networks", "abstract": abstract}), encoding="utf-8"
    )
    reading = sources.read([tmp_path / "a.json", tmp_path / "b.jsonl"])
    assert (reading.entries, len(reading.papers), reading.merged, reading.skipped) == (5, 2, 2, 1)
    finch, heron = reading.papers
    assert (finch.title, finch.abstract, finch.code_url) == (
        "Finch: Small Networks", abstract, "https://github.com/x/y",
    )  # fmt: skip
    stated = {(claim.benchmark, claim.setting, claim.metric, claim.value, claim.unit) for claim in reading.claims}
    assert stated == {
        ("ImageNet", "extra data", "top-1 accuracy", 81.5, "%"),
        ("ImageNet", "zero-shot", "top-1 accuracy", 60, None),
        ("PuzzleBank 7", None, "Insight", 1234.5, None),
    }
    assert {claim.paper_id for claim in reading.claims} == {finch.paper_id, heron.paper_id}
    assert len({claim.claim_id for claim in reading.claims}) == 3


def imported(
    folder: Path, dataset: str, part: str | None = None, *, extra: bool = False
) -> tuple[str | None, str | None]:
    """Benchmark and setting of the one row that a table of the data set, or of a part of it, has."""
    row = {"model_name": "Heron", "metrics": {"accuracy": "70"}, "uses_additional_data": extra}
    table: dict[str, Any] = {"dataset": dataset, "sota": {"rows": [] if part else [row]}}
    if part:
        table["subdatasets"] = [{"subdataset": part, "sota": {"rows": [row]}}]
    (folder / "t.json").write_text(json.dumps([{"task": "T", "datasets": [table]}]), encoding="utf-8")
    [claim] = sources.read(folder / "t.json").claims
    return claim.benchmark, claim.setting


def test_extra_data_stands_beside_the_settings_of_a_part(tmp_path: Path) -> None:
    assert imported(tmp_path, "GSM8K", "GSM8K (zero-shot)", extra=True) == ("GSM8K", "zero-shot, extra data")
    assert imported(tmp_path, "GSM8K", extra=True) == ("GSM8K", "extra data")


@pytest.mark.parametrize(
    ("dataset", "part", "benchmark", "setting"),
    [
        ("GSM8K (zero-shot)", None, "GSM8K", "zero-shot"),
        ("gsm8k (4-bit, 0-shot)", None, "GSM8K", "zero-shot, 4-bit"),
        ("Puzzle Bank (5-shot)", None, "Puzzle Bank", "5-shot"),
        ("Puzzle Bank (5-way, 1-shot)", None, "Puzzle Bank", "5-way, 1-shot"),
        ("ImageNet (validation)", None, "ImageNet", None),
        ("Puzzle Bank (v2)", None, "Puzzle Bank (v2)", None),
        ("GSM8K (5-shot)", "GSM8K (5-shot) (4-bit)", "GSM8K", "5-shot, 4-bit"),
        ("Atari", "Puzzle Bank (5-shot)", "Puzzle Bank", "5-shot"),
        ("Puzzle Bank (v2)", "Puzzle Bank (v2) (5-shot)", "Puzzle Bank (v2)", "5-shot"),
        ("Puzzle Bank", "Puzzle Bank (night)", "Puzzle Bank", "night"),
        ("Puzzle Bank", "Puzzle Bank (night, zero-shot)", "Puzzle Bank", "zero-shot, night"),
    ],
)
def test_settings_in_the_names_of_tables(
    tmp_path: Path, dataset: str, part: str | None, benchmark: str, setting: str | None
) -> None:
    assert imported(tmp_path, dataset, part) == (benchmark, setting)


@pytest.mark.parametrize(
    ("name", "benchmark"),
    [("imagenet", "ImageNet"), ("ImageNet 1k", "ImageNet"), ("SCAN", "SCAN"), ("ScAN", "ScAN"), ("Scan", "Scan")],
)
def test_a_name_that_is_also_a_word_is_a_benchmark_only_in_its_own_case(
    tmp_path: Path, name: str, benchmark: str
) -> None:
    assert imported(tmp_path, name) == (benchmark, None)


@pytest.mark.parametrize(
    ("text", "value", "value_to", "unit", "bound"),
    [
        ("87.2", 87.2, None, None, None),
        ("87.2%", 87.2, None, "%", None),
        ("87.2 ± 0.3", 87.2, None, None, None),
        ("87.2% ± 0.3", 87.2, None, "%", None),
        ("84 to 86%", 84, 86, "%", None),
        ("over 82.5%", 82.5, None, "%", "over"),
        ("~3.5 dB", 3.5, None, "dB", "about"),
        ("-0.5", -0.5, None, None, None),
        (".872", 0.872, None, None, None),
        ("1,234.5M", 1234.5, None, "M", None),
        ("1e-05", 1e-05, None, None, None),
        ("1e+16", 1e16, None, None, None),
        ("3 GPU-hours", 3, None, "GPU-hours", None),
        ("about 8 A100 hours", 8, None, "A100 hours", "about"),
        ("2.5 N·m", 2.5, None, "N·m", None),
    ],
)
def test_figures_of_tables(text: str, value: float, value_to: float | None, unit: str | None, bound: str) -> None:
    claim = Result("B", None, "accuracy", "M", text).claim("p")
    assert claim is not None
    assert (claim.value, claim.value_to, claim.unit, claim.bound) == (value, value_to, unit, bound)


@pytest.mark.parametrize("text", ["", "-", "—", "n/a", "12/15", "v1.2.3", "1.2.3", "3-4", "."])
def test_no_figure(text: str) -> None:
    assert Result("B", None, "accuracy", "M", text).claim("p") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"task": "A", "datasets": [{"sota": {}}]}]', "task 'A' is not an evaluation table: KeyError 'dataset'"),
        ('[{"datasets": [], "sota": \n]', "line 2: malformed JSON"),
        ('[{"task": "A", "datasets": [{"dataset": "D", "sota": {"rows": 3}}]}]', "rows is no list"),
    ],
)
def test_tables_at_fault_are_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "t.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        sources.read(tmp_path / "t.json")


@pytest.fixture
def schema_of_every_eval_ever() -> dict[str, Any]:
    """The schema that the package's own validator checks records with; the package itself needs Python 3.12."""
    wheel = next((HERE.parent / ".venv" / "wheels").glob("every_eval_ever-0.3.0-*.whl"), None)
    if wheel is None:
        unavailable("needs the wheel of every-eval-ever 0.3.0, which `make test` puts into .venv/wheels")
    with zipfile.ZipFile(wheel) as packed:
        schema: dict[str, Any] = json.loads(packed.read("every_eval_ever/schemas/eval.schema.json"))
    return schema


def test_records_of_every_eval_ever_are_valid(
    connection: duckdb.DuckDBPyConnection, schema_of_every_eval_ever: dict[str, Any]
) -> None:
    records = every_eval_ever.records(connection, retrieved=1_700_000_000)
    validator = jsonschema.Draft7Validator(schema_of_every_eval_ever)
    assert [error.message for record in records for error in validator.iter_errors(record)] == []
    by_source = {(record["source_metadata"]["source_name"], record["model_info"]["name"]): record for record in records}
    own = by_source["MuNet: Skills in Layers", "MuNet"]
    quoted = by_source["MuNet: Skills in Layers", "NuNet"]
    assert own["source_metadata"]["evaluator_relationship"] == "first_party"
    assert quoted["source_metadata"]["evaluator_relationship"] == "third_party"
    assert {record["source_metadata"]["source_type"] for record in records} == {"documentation"}
    assert own["evaluation_results"][0]["score_details"]["score"] == 70
    [perplexity] = by_source["DeltaNet for Everything", "DeltaNet"]["evaluation_results"]
    assert perplexity["metric_config"]["lower_is_better"]
    assert perplexity["score_details"]["details"]["stated"] == "under 17"
    assert len({record["evaluation_id"] for record in records}) == len(records)


def test_model_indexes_are_read_by_the_hub(connection: duckdb.DuckDBPyConnection) -> None:
    found = {}
    for card in yaml.safe_load_all(hugging_face.model_indexes(connection)):
        name, results = model_index_to_eval_results(card["model-index"])
        found[name] = results
    [scores] = [each for each in found["AlphaNet"] if each.metric_type == "error-rate"]
    assert (scores.dataset_name, scores.metric_value, scores.task_type) == ("PhotoNet", 18.8, "image-classification")
    assert scores.source_url == "https://example.org/alpha"
    assert scores.dataset_type == "vision/photonet"
    assert {each.dataset_config for each in found["TauNet-7B"]} == {"5-shot", "zero-shot", "4-bit", None}
    assert "Alpha-Net" not in found, "a quoted result is not the model's own word"


def test_eval_results_are_read_by_the_hub(connection: duckdb.DuckDBPyConnection) -> None:
    documents = hugging_face.eval_results(connection).split("---\n")[1:]
    found = {document.splitlines()[0]: parse_eval_result_entries(yaml.safe_load(document)) for document in documents}
    [alpha] = found['# "AlphaNet" of "AlphaNet: Wide Layers for Pictures"']
    assert (alpha.dataset_id, alpha.task_id, alpha.value) == ("vision/photonet", "photonet", 81.2)
    assert (alpha.source_url, alpha.notes, alpha.date) == ("https://example.org/alpha", None, None)
    entries = [entry for results in found.values() for entry in results]
    assert "zero-shot" in {entry.notes for entry in entries}
    assert {entry.task_id for entry in entries} == {"photonet"}, "only benchmarks of the Hub"
    values = {entry.value for entry in entries}
    assert 83.4 in values, "on the scale of the board"
    assert not values & {18.8, 9.3, 96}, "in another metric than the task's"
    assert not values & {84, 86, 90, 82.5}, "a range or a bound is no figure"
    assert not values & {81.9, 77}, "quoted"


def test_data_package_is_valid(folder: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(folder / downloads.DATA_PACKAGE)).validate()
    assert report.flatten(["title", "note"]) == []
    assert report.stats["tasks"] == len(list(folder.glob("*.csv")))
    described = json.loads((folder / downloads.DATA_PACKAGE).read_text(encoding="utf-8"))
    assert {each["name"]: each["rows"] for each in described["resources"]}["claims"] == len(boards_fixture.CLAIMS)


def test_croissant_is_valid_and_its_records_are_the_rows(folder: Path) -> None:
    dataset = mlcroissant.Dataset(jsonld=folder / downloads.CROISSANT)
    assert dataset.metadata.issues.errors == set()
    records = list(dataset.records("claims"))
    assert len(records) == len(boards_fixture.CLAIMS)
    assert records[0]["claims/claim_id"] == b"c01"
    assert records[0]["claims/value"] == 81.2


def test_pages_describe_their_data() -> None:
    described = packages.schema_org("Boards", "Results", [("data/claims.csv", "Claims"), ("b.parquet", "B")])
    assert described["@type"] == "Dataset"
    assert [each["encodingFormat"] for each in described["distribution"]] == [
        "text/csv", "application/vnd.apache.parquet",
    ]  # fmt: skip


@pytest.fixture
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.mark.parametrize("form", ["pwc", "eee", "huggingface", "eval-results"])
def test_command_writes_each_format(
    database: Path,
    tmp_path: Path,
    form: str,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    command = ["export", "--format", form, "--db", str(database)]
    assert ended(*command) == 0
    printed = capfdbinary.readouterr().out
    assert printed
    assert ended(*command, "-o", str(tmp_path / "out")) == 0
    assert (tmp_path / "out").read_bytes() == printed


@pytest.mark.parametrize(("form", "written"), [("pwc", "[]\n"), ("eee", ""), ("huggingface", ""), ("eval-results", "")])
def test_command_says_that_there_is_nothing_to_export(
    tmp_path: Path, form: str, written: str, capfd: pytest.CaptureFixture[str]
) -> None:
    empty = boards_fixture.write_database(tmp_path / "empty.duckdb", [])
    assert ended("export", "--format", form, "--db", str(empty), "-o", str(tmp_path / "out")) == 0
    assert (tmp_path / "out").read_text(encoding="utf-8") == written
    assert capfd.readouterr().err == f"{empty} holds no result that {form} can say.\n"


def test_command_writes_a_folder(database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    command = ["export", "--format", "datapackage", "--db", str(database)]
    assert ended(*command) == 2
    assert ended(*command, "-o", str(tmp_path / "new")) == 0
    assert (tmp_path / "new" / downloads.DATA_PACKAGE).is_file()
    listed = capfd.readouterr().out.splitlines()
    assert len(listed) == len(list((tmp_path / "new").iterdir()))
    assert any(
        re.fullmatch(rf".*claims\.csv  [\d,]+ bytes, {len(boards_fixture.CLAIMS)} rows", line) for line in listed
    )
    assert ended(*command, "-o", str(tmp_path / "new")) == 1
    assert "is there already" in capfd.readouterr().err


def ended(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as end:
        cli.main(list(arguments))
    return int(end.value.code or 0)
