"""One input gives one output, to the byte; and `leaderboard verify` finds what is not as it was built."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from conftest import Tell

import leaderboard
from leaderboard import cli, sources, store
from leaderboard.building import build_time, manifest, pipeline, remembered

PROGRAM = """
import json, sys
from leaderboard import workers
from leaderboard.building import pipeline
from leaderboard.site.browser_engine import Engine

if __name__ == "__main__":
    workers.BATCH, workers.FEWEST = 4, 8
    out, count, *inputs = sys.argv[1:]
    pipeline.build(inputs, out, title="Ünï", engine=Engine(()), address="https://example.org/b", workers=int(count))
"""
SETTINGS = {
    "one": {"PYTHONHASHSEED": "1", "TZ": "XXX-14", "LC_ALL": "C.UTF-8", "workers": "1"},
    "other": {
        **{"PYTHONHASHSEED": "77", "TZ": "YYY11", "LC_ALL": "C", "workers": "3"},
        **{"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    },
}
"""Time zones 25 hours apart; UTF-8, and a locale that has no letter but those of ASCII."""
KINDS = {".html", ".csv", ".json", ".jsonl", ".parquet", ".svg", ".png", ".xml", ".js", ".gz", ".duckdb", ".css", ""}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Four files, of which one is packed and one holds papers of another with other fields, in two folders."""
    folder = tmp_path_factory.mktemp("inputs")
    lines = sources.sample().read_text(encoding="utf-8").splitlines()[:24]
    again = [json.dumps(json.loads(line) | {"id": None, "venue": "A Venue"}) for line in lines[:4]]
    contents = {"b/papers.jsonl": lines[:9], "a/papers.jsonl": lines[9:17], "b/more.jsonl.gz": lines[17:]}
    paths = []
    for name, held in (contents | {"a/again.jsonl": again}).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        data = "\n".join(held).encode()
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
        paths.append(path)
    return paths


@pytest.fixture(scope="module")
def builds(inputs: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two builds, each in a process of its own, that differ in everything that must not matter."""
    folder = tmp_path_factory.mktemp("builds")
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    running = []
    for (name, settings), order in zip(SETTINGS.items(), (inputs, inputs[::-1]), strict=True):
        (folder / name).mkdir()
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"} | settings
        command = [sys.executable, folder / "program.py", folder / name / "build", environment.pop("workers"), *order]
        running.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True))
    for process in running:
        _, said = process.communicate()
        assert process.returncode == 0, said
    return [folder / name / "build" for name in SETTINGS]


def bytes_of(build: Path) -> dict[str, bytes]:
    # What it remembers is no part of it: it may name one task by two keys.
    return {name: (build / name).read_bytes() for name in manifest.files_in(build) - {remembered.NAME}}


def test_two_builds_are_the_same_to_the_byte(builds: list[Path], tell: Tell) -> None:
    one, other = map(bytes_of, builds)
    assert {Path(name).suffix for name in one} >= KINDS
    assert one.keys() == other.keys()
    differing = {name for name in one if one[name] != other[name]}
    # The file of DuckDB has the same content, which the manifest holds, and other bytes; so its checksum differs.
    assert differing <= {"leaderboard.duckdb", "site/data/leaderboard.duckdb", "site/data/SHA256SUMS"}
    assert one[manifest.NAME] == other[manifest.NAME]
    assert [manifest.verify(build).holds for build in builds] == [True, True]
    tell("builds under other settings", {"files compared": len(one), "databases of equal content": 2, "differing": 0})


def test_manifest_says_what_was_read_and_how(builds: list[Path], inputs: list[Path]) -> None:
    content = json.loads((builds[0] / manifest.NAME).read_text(encoding="utf-8"))
    assert (content["leaderboard"], content["built"]) == (leaderboard.__version__, "2023-11-14T22:13:20+00:00")
    assert content["settings"]["title"] == "Ünï"
    read = [(each["name"], each["papers"], each["merged"]) for each in content["inputs"]]
    assert read == [
        ("again.jsonl", 4, 0),
        ("more.jsonl.gz", 7, 0),
        ("papers.jsonl", 8, 0),
        ("papers.jsonl", 5, 4),
    ]
    packed = next(each for each in content["inputs"] if each["name"].endswith(".gz"))
    data = inputs[2].read_bytes()
    assert (packed["size"], packed["sha256"]) == (len(data), manifest.hashlib.sha256(data).hexdigest())
    assert str(inputs[0].parent) not in json.dumps(content)


@pytest.fixture
def build(builds: list[Path], tmp_path: Path) -> Path:
    """A copy of a build, to be spoiled."""
    return shutil.copytree(builds[0], tmp_path / "build")


def run(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(argument) for argument in arguments])
    printed = capfd.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


def test_verify_says_what_differs_is_missing_or_was_added(build: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "verify", build)
    assert (code, err) == (0, "")
    assert f"files as leaderboard {leaderboard.__version__} wrote them" in out
    (build / "site" / "index.html").write_text("another")
    (build / "site" / "about.html").unlink()
    (build / "site" / "new\x1b[31m.html").write_text("new")
    code, out, err = run(capfd, "verify", build)
    assert code == 1
    assert out.splitlines() == [
        "differs\tsite/index.html",
        "missing\tsite/about.html",
        "added\tsite/new [31m.html",
    ]
    assert "1 of" in err
    assert "1 missing, 1 added" in err
    found = json.loads(run(capfd, "verify", build, "--json")[1])
    assert (found["differing"], found["missing"]) == (["site/index.html"], ["site/about.html"])


def changed(path: Path, statement: str) -> None:
    with duckdb.connect(path) as connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims SET value = value + 1 WHERE rowid = 0",
        "DELETE FROM papers WHERE rowid = 0",
        "CREATE TABLE mine (a INTEGER)",
        "UPDATE papers SET code_url = '' WHERE code_url IS NULL",
        "UPDATE papers SET venue = title, title = venue WHERE rowid = 0",
        "CREATE OR REPLACE VIEW boards AS SELECT 1 AS one",
        "COMMENT ON TABLE claims IS 'another'",
    ],
)
def test_verify_sees_each_change_in_a_database(build: Path, statement: str) -> None:
    changed(build / pipeline.DATABASE, statement)
    assert manifest.verify(build).differing == [pipeline.DATABASE]


def test_verify_sees_a_published_database_that_is_not_the_one_of_the_checksums(build: Path) -> None:
    published = "site/data/leaderboard.duckdb"
    changed(build / published, "CHECKPOINT; UPDATE about SET value = value; CHECKPOINT")
    sums = build / "site" / "data" / "SHA256SUMS"
    sums.write_text(sums.read_text().replace("leaderboard.duckdb", "leaderboard.duckdb.old"))
    assert manifest.verify(build).differing == ["site/data/SHA256SUMS"]
    (build / published).write_bytes(b"broken")
    assert manifest.verify(build).differing == ["site/data/SHA256SUMS", published]


def test_a_link_is_no_file_that_was_built(build: Path) -> None:
    page = build / "site" / "index.html"
    page.rename(build.parent / "elsewhere.html")
    page.symlink_to(build.parent / "elsewhere.html")
    assert manifest.verify(build).differing == ["site/index.html"]


@pytest.mark.parametrize("content", [None, "", "[]", "{", '{"leaderboard": "0.1.0", "files": ["a"]}', "[" * 100_000])
def test_verify_needs_a_manifest(tmp_path: Path, content: str | None, capfd: pytest.CaptureFixture[str]) -> None:
    if content is not None:
        (tmp_path / manifest.NAME).write_text(content)
    code, out, err = run(capfd, "verify", tmp_path)
    assert (code, out) == (1, "")
    assert f"{tmp_path}: holds no manifest with checksums" in err


def test_verify_says_where_the_program_is_another(
    build: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert manifest.verify(build).other_parts == []
    other = shutil.copytree(manifest.folder("queries"), tmp_path / "queries")
    (other / "best.sql").write_text("SELECT 1")
    folder = manifest.folder
    monkeypatch.setattr(manifest, "folder", lambda name: other if name == "queries" else folder(name))
    code, out, _ = run(capfd, "verify", build)
    assert code == 0
    assert "Built with other queries than this program has" in out


@pytest.mark.parametrize("value", ["now", "-1", "1e9", "9" * 12, "١٢"])
def test_a_build_time_that_is_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(build_time.VARIABLE, value)
    with pytest.raises(leaderboard.InputError, match=build_time.VARIABLE):
        build_time.given()


def test_no_build_time_unless_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(build_time.VARIABLE, raising=False)
    manifest.write(tmp_path, [], {})
    assert "built" not in json.loads((tmp_path / manifest.NAME).read_text())


def test_rows_in_another_order_are_another_content(build: Path, tmp_path: Path) -> None:
    with store.connect(build / pipeline.DATABASE) as connection:
        before = store.fingerprint(connection)
    changed(
        build / pipeline.DATABASE,
        "CREATE TEMP TABLE kept AS FROM about; DELETE FROM about; INSERT INTO about FROM kept ORDER BY name DESC",
    )
    with store.connect(build / pipeline.DATABASE) as connection:
        assert store.fingerprint(connection) != before
