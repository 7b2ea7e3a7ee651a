"""The commands: what they print, write and exit with."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import boards_fixture
import pyarrow.parquet
import pytest

import leaderboard
from leaderboard import cli, lexicon, store
from leaderboard.checking.explain import Explanation
from leaderboard.model import CLAIM_COLUMNS, Claim
from leaderboard.questions import comparisons

PROGRAM = [sys.executable, "-c", "from leaderboard.cli import main; main()"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards_fixture.write_database(tmp_path_factory.mktemp("cli") / "fixture.duckdb")


class Ran:
    """What a command did."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> object:
    def command(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return command


def in_terminal(*arguments: str | Path, columns: int = 100, code: int = 0) -> str:
    """What a command prints into a terminal `columns` wide."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "TERM": "xterm"}
    command = [*PROGRAM, *map(str, arguments)]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 65536):
                parts.append(part)
        except OSError:  # Linux reports the closed terminal as an input/output error.
            pass
        assert process.wait(timeout=30) == code
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", b"".join(parts).decode())


@pytest.mark.parametrize(
    "command",
    ["build", "extract", "show", "sql", "explain", "evaluate", "serve", "query", "names", "export", "diff", "verify"],
)
def test_help_has_an_example(run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"leaderboard {command}" in ran.out
    assert "[]" not in ran.out, "square brackets of a help text were taken for markup"


def test_help_needs_nothing_heavy() -> None:
    check = (
        "import sys\nfrom leaderboard import cli\ntry:\n    cli.main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = ('duckdb', 'pandas', 'pyarrow', 'altair', 'jinja2', 'rapidfuzz')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_version(run) -> None:
    assert run("--version").out == f"leaderboard {leaderboard.__version__}\n"


def test_query_alone_lists_the_questions(run) -> None:
    ran = run("query")
    assert {row["name"]: row["question"] for row in ran.rows} == {
        name: question.question for name, question in comparisons.questions().items()
    }


def test_query_answers(run, database: Path) -> None:
    ran = run("query", "best", "--benchmark", "photonet", "--metric", "top-1", "--db", database)
    assert (ran.rows[0]["method"], ran.rows[0]["value"]) == ("GammaNet", "84")
    assert ran.code == 0
    assert run("query", "speedups", "--limit", "1", "--db", database).rows[0]["bound"] == "up to"


def test_every_question_has_a_command_that_explains_its_columns(run) -> None:
    for name, question in comparisons.questions().items():
        ran = run("query", name, "--help")
        for word in (*question.columns, *(f"--{parameter.name}" for parameter in question.parameters)):
            assert word in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "bset"], "best"),
        (["query", "benchmark"], "--benchmark"),
        (["query", "speedups", "--limit", "many"], "--limit"),
        (["sql", "SELECT 1", "--format", "html"], "html"),
        (["build", "--map", "headline"], "title=headline"),
        (["extract"], "INPUT"),
        (["explain"], "--paper"),
        (["explain", "A text.", "--paper", "p1"], "--paper"),
        (["explain", "--paper", "p1", "--title", "A title"], "--title"),
        (["evaluate"], "GOLD"),
        (["extract", "in.txt", "-o", "claims.md"], "markdown"),
        (["extract", "in.txt", "-o", "claims.doc"], "claims.doc"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_exits_with_2(run, arguments: list[str], message: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sql", "SELEC 1"], "syntax error"),
        (["sql", "SELECT nothing FROM claims"], "nothing"),
        (["sql", "DROP TABLE claims"], "read-only"),
        (["show", "FotoNet"], "did you mean PhotoNet"),
        (["query", "best", "--benchmark", "FotoNet"], "did you mean PhotoNet"),
        (["sql", "SELECT 1 AS a", "-o", "no/such/folder/a.csv"], "cannot be written"),
    ],
)
def test_input_at_fault_exits_with_1(run, database: Path, arguments: list[str], message: str) -> None:
    ran = run(*arguments, "--db", database)
    assert ran.code == 1
    assert ran.err.startswith("error: ")
    assert message in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "command", [["sql", "SELECT 1"], ["show", "PhotoNet"], ["query", "best"], ["explain", "--paper", "a"]]
)
def test_missing_database_names_the_command_that_makes_it(run, tmp_path: Path, command: list[str]) -> None:
    ran = run(*command, "--db", tmp_path / "none.duckdb")
    assert (ran.code, "leaderboard build" in ran.err) == (1, True)


STATEMENT = (
    "SELECT benchmark, papers, first_year, NULL AS nothing FROM benchmark_summary "
    "WHERE benchmark IN ('PhotoNet', 'RoomDepth') ORDER BY benchmark"
)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", "benchmark\tpapers\tfirst_year\tnothing\nPhotoNet\t11\t2018\t\nRoomDepth\t2\t2018\t\n"),
        ("csv", '"benchmark","papers","first_year","nothing"\r\n"PhotoNet",11,2018,\r\n"RoomDepth",2,2018,\r\n'),
        (
            "json",
            '[\n{"benchmark": "PhotoNet", "papers": 11, "first_year": 2018, "nothing": null},\n'
            '{"benchmark": "RoomDepth", "papers": 2, "first_year": 2018, "nothing": null}\n]\n',
        ),
        (
            "jsonl",
            '{"benchmark": "PhotoNet", "papers": 11, "first_year": 2018, "nothing": null}\n'
            '{"benchmark": "RoomDepth", "papers": 2, "first_year": 2018, "nothing": null}\n',
        ),
        (
            "markdown",
            "| benchmark | papers | first\\_year | nothing |\n| --- | ---: | ---: | --- |\n"
            "| PhotoNet | 11 | 2018 |  |\n| RoomDepth | 2 | 2018 |  |\n",
        ),
    ],
)
def test_sql_writes_each_format(run, database: Path, tmp_path: Path, form: str, text: str) -> None:
    assert run("sql", STATEMENT, "--db", database, "--format", form).out == text
    out = tmp_path / "answer.txt"
    ran = run("sql", STATEMENT, "--db", database, "--format", form, "-o", out)
    assert (ran.out, out.read_bytes().decode()) == ("", text)


def test_ending_chooses_the_format(run, database: Path, tmp_path: Path) -> None:
    for ending, start in ((".csv", b'"bench'), (".json", b"[\n{"), (".jsonl", b'{"bench'), (".md", b"| bench")):
        assert run("sql", STATEMENT, "--db", database, "-o", tmp_path / f"a{ending}").code == 0
        assert (tmp_path / f"a{ending}").read_bytes().startswith(start)
    assert run("sql", STATEMENT, "--db", database, "-o", tmp_path / "a.parquet").code == 0
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").num_rows == 2


def test_sums_are_numbers_in_json(run, database: Path) -> None:
    ran = run(
        *("sql", "SELECT sum(papers) AS n, list(papers) AS l FROM benchmark_summary WHERE task IS NOT NULL"),
        *("--db", database, "--format", "json"),
    )
    assert json.loads(ran.out) == [{"n": 19, "l": [11, 5, 2, 1]}]


def test_show_piped_is_the_answer_of_the_question(run, database: Path) -> None:
    shown = run("show", "PN1K", "--metric", "top-1", "--db", database)
    assert shown.rows == run("query", "benchmark", "--benchmark", "PN1K", "--metric", "top-1", "--db", database).rows
    ranks = [row["rank"] for row in shown.rows if row["setting"] == "" and row["rank"]]
    assert ranks == ["1", "2", "3", "4", "4", "6", "7", "8", "9", "10", "11"]


def test_show_keeps_to_settings_and_sizes(run, database: Path) -> None:
    def methods(*options: str) -> list[str]:
        return [row["method"] for row in run("show", "SkillSet", "--db", database, *options).rows if row["rank"]]

    assert methods("--setting", "4-bit, zero-shot") == ["TauLM"]
    assert methods("--setting", "5-shot", "--size", "7") == ["TauNet-7B"]
    assert methods("--setting", "5-shot, no extra data") == ["TauNet-8x7B", "TauNet-7B", "TauLM"]
    assert methods("--size", "3") == ["TauLM (3B)"]
    assert "model_size" in in_terminal("show", "SkillSet", "--db", database, "--size", "3", columns=200)


def test_show_in_a_terminal_draws_each_board(database: Path) -> None:
    text = in_terminal("show", "PhotoNet", "--db", database, columns=200)
    titles = [line.strip() for line in text.splitlines() if line.startswith("PhotoNet: ")]
    assert titles == [
        "PhotoNet: charm",
        "PhotoNet: error rate",
        "PhotoNet: top-1 accuracy",
        "PhotoNet: top-1 accuracy, extra data",
        "PhotoNet: top-1 accuracy, zero-shot",
        "PhotoNet: top-5 accuracy",
        "PhotoNet: no metric named",
    ]
    assert "metric_inferred" in text
    assert "2 other claims" in text


def test_narrow_terminal_drops_the_sentence(database: Path) -> None:
    narrow = in_terminal("query", "speedups", "--db", database, columns=90)
    assert "not shown: sentence, url" in narrow
    assert "24x the throughput" not in narrow
    wide = in_terminal("query", "speedups", "--db", database, columns=300)
    assert "It has up to 24x the throughput of BetaNet." in wide
    assert "not shown" not in wide


def test_parquet_is_not_for_a_terminal(database: Path) -> None:
    text = in_terminal("sql", "SELECT 1", "--format", "parquet", "--db", database, code=2)
    assert "-o FILE.parquet" in text


PAPERS = [
    {"id": "p1", "title": "OurNet: A Network", "abstract": "OurNet achieves 91.2% accuracy on MNIST."},
    {"id": "p2", "title": "Another", "abstract": "Nothing is measured in this text at all."},
    {"id": "p3", "title": "Without an abstract", "abstract": ""},
]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(paper) + "\n" for paper in PAPERS), encoding="utf-8")
    return path


def test_extract_writes_claims_alike_in_every_format(run, papers: Path, tmp_path: Path) -> None:
    printed = run("extract", papers)
    claims = [Claim.model_validate_json(line) for line in printed.out.splitlines()]
    assert [(claim.paper_id, claim.method, claim.value, claim.benchmark) for claim in claims] == [
        ("p1", "OurNet", 91.2, "MNIST")
    ]
    assert "3 entries: 2 papers" in printed.err
    assert "1 skipped without an abstract; 1 claims" in printed.err
    for ending in ("jsonl", "csv", "parquet"):
        assert run("extract", papers, "-o", tmp_path / f"claims.{ending}").out == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == printed.out
    table = pyarrow.parquet.read_table(tmp_path / "claims.parquet")
    assert [Claim(**row) for row in table.to_pylist()] == claims
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    assert tuple(header) == CLAIM_COLUMNS
    assert row[header.index("value")] == "91.2"


def test_extract_maps_fields(run, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(json.dumps({"headline": "OurNet: X", "abstract": PAPERS[0]["abstract"]}), encoding="utf-8")
    ran = run("extract", path, "--map", "title=headline", "--format", "csv")
    assert [row["method"] for row in csv.DictReader(io.StringIO(ran.out))] == ["OurNet"]


def test_extract_of_nothing_readable_keeps_what_was_there(run, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    out.write_text("old")
    ran = run("extract", tmp_path / "none.txt", "-o", out)
    assert ran.code == 1
    assert "none.txt" in ran.err
    assert out.read_text() == "old"


def test_explain_a_text(run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "On GSM8K, it achieved 61.47% accuracy."
    shown = run("explain", text, "--title", "Owl: Words")
    assert "score 61.47 % | accuracy @ GSM8K : Owl" in shown.out
    answer = run("explain", text, "--title", "Owl: Words", "--json")
    explanation = Explanation.model_validate_json(answer.out)
    assert [claim.start for claim in explanation.claims] == [text.index("61.47")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run("explain", "-", "--title", "Owl: Words", "--json").out == answer.out


def test_explain_a_paper_of_the_database(run, database: Path, tmp_path: Path) -> None:
    shown = run("explain", "--paper", "beta", "--db", database)
    assert shown.out.startswith("The paper's own method: BetaNet\n")
    with store.connect(database) as connection:
        (abstract,) = connection.execute("SELECT abstract FROM papers WHERE paper_id = 'beta'").fetchone() or ("",)
    given = run("explain", abstract, "--title", "BetaNet: Narrow Layers for Pictures")
    assert given.out == shown.out
    ran = run("explain", "--paper", "nobody's", "--db", database)
    assert (ran.code, "no paper has the id" in ran.err) == (1, True)
    store.publish(database, tmp_path / "published.duckdb")
    ran = run("explain", "--paper", "beta", "--db", tmp_path / "published.duckdb")
    assert (ran.code, "without abstracts" in ran.err) == (1, True)


def test_explain_nothing(run) -> None:
    assert (run("explain", " ").code, run("explain", " ").out) == (1, "")


def test_explain_in_a_terminal_wraps_beside_its_labels(run) -> None:
    text = (
        "On GSM8K and on MNIST, Owl achieved 61.47% accuracy and an error of 2.4%, surpassing Crow (48.20%) and Rook."
    )
    wide, narrow = (in_terminal("explain", text, columns=columns).splitlines() for columns in (400, 60))
    assert len(narrow) > len(wide)
    assert max(map(len, narrow)) <= 60
    assert [line.rstrip() for line in wide] == run("explain", text).out.splitlines()


def test_evaluate(run, tmp_path: Path) -> None:
    claim = {"kind": "score", "value": 91.2, "unit": "%", "metric": "accuracy", "method": "OurNet", "role": "own"}
    start = PAPERS[0]["abstract"].index("91.2")
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(PAPERS[0] | {"claims": [claim | {"benchmark": "SVHN", "start": start}]}))
    shown = run("evaluate", path, "--misses", "2")
    assert "wrong in benchmark  p1  OurNet: A Network" in shown.out.splitlines()
    measured = json.loads(run("evaluate", path, "--json").out)
    assert (measured["levels"]["detect"]["f1"], measured["levels"]["board"]["f1"]) == (1.0, 0.0)
    assert measured["misses"] == []
    assert set(measured["calibration"][0]) == {"from", "to", "stated", "measured", "claims"}
    path.write_text('{"id": 1}')
    ran = run("evaluate", path)
    assert (ran.code, "gold.jsonl, line 1: " in ran.err) == (1, True)


def test_serve_gives_the_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a site")
    with subprocess.Popen(
        [*PROGRAM, "serve", str(tmp_path), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address) as answer:
            assert answer.read() == b"a site"
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(timeout=10) == 0
        finally:
            process.kill()


def test_serve_without_a_site(run, tmp_path: Path) -> None:
    ran = run("serve", tmp_path)
    assert (ran.code, "leaderboard build" in ran.err) == (1, True)


def test_names_lists_what_the_lexicon_lacks_and_what_it_may_be(run, database: Path) -> None:
    rows = run("names", "--db", database).rows
    assert [row["name"] for row in rows] == ["SkillSet", "CodeBank", "PhotoNets", "TestBank 20"]
    assert {row["name"]: row["likely"] for row in rows} == {
        "SkillSet": "", "CodeBank": "", "PhotoNets": "PhotoNet (94)", "TestBank 20": "TestBank 2.0 (96)",
    }  # fmt: skip
    assert len(run("names", "--db", database, "--limit", "2").rows) == 2


def test_names_prints_entries_that_the_lexicon_takes(run, database: Path, tmp_path: Path) -> None:
    printed = run("names", "--toml", "--db", database).out
    assert '# 94 like "PhotoNet"; if it is the same, add there instead: aliases = ["PhotoNets"]\n' in printed
    known = (boards_fixture.FOLDER / "benchmarks.toml").read_text(encoding="utf-8")
    (tmp_path / "benchmarks.toml").write_text(f"{known}\n{printed}", encoding="utf-8")
    (tmp_path / "metrics.toml").write_bytes((boards_fixture.FOLDER / "metrics.toml").read_bytes())
    added = {entry.name: entry for entry in lexicon.read(tmp_path).benchmarks}
    assert added["CodeBank"].metrics == ("AP50", "F1", "mAP", "macro-F1", "pass@1", "pass@10")
    assert added["SkillSet"].papers == 11
