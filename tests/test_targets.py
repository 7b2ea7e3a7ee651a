"""Where to write: files and folders that are something else than what a command makes are named, and stay."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from leaderboard import cli, lexicon, store


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    path = tmp_path / "papers.jsonl"
    path.write_text(json.dumps({"title": "Heron", "abstract": "Heron reaches 91.2% accuracy on MNIST."}) + "\n")
    return path


def run(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Exit code and errors of the command."""
    with pytest.raises(SystemExit) as ended:
        cli.main([str(each) for each in arguments])
    return int(ended.value.code or 0), capfd.readouterr().err


def test_an_input_is_not_overwritten(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = papers.read_text()
    link, folder = papers.with_name("link.jsonl"), papers.parent / "folder"
    link.symlink_to(papers)
    folder.mkdir()
    (folder / "hard.jsonl").hardlink_to(papers)
    for given, out in ((papers, papers), (papers, link), (f"{papers.parent}/p*", papers), (folder, papers)):
        code, said = run(capfd, "extract", given, "-o", out)
        assert (code, said) == (
            1,
            f"error: {out}: is one of the inputs, and would be lost; name another file with -o\n",
        )
    assert papers.read_text() == text
    assert run(capfd, "extract", papers, "-o", papers.with_name("other.jsonl"))[0] == 0


def test_a_name_too_long_is_told(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, said = run(capfd, "extract", papers, "-o", papers.with_name(f"{'a' * 300}.csv"))
    assert (code, said.count("\n")) == (1, 1)
    assert "cannot be written: File name too long" in said


def test_a_database_is_not_overwritten(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "leaderboard.duckdb"
    store.write(database, [], [], lexicon.load())
    content = database.read_bytes()
    for command in (["sql", "SELECT 1"], ["query", "list"], ["show", "MNIST"]):
        code, said = run(capfd, *command, "--db", database, "-o", database, "--format", "csv")
        assert code in (1, 2)
        assert database.read_bytes() == content
    code, said = run(capfd, "sql", "SELECT 1", "--db", database, "-o", database, "--format", "csv")
    assert (code, said) == (1, f"error: {database}: is a database, and stays one; choose another place\n")


def test_a_link_stays_one(papers: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    link, target = tmp_path / "link.jsonl", tmp_path / "target.jsonl"
    link.symlink_to(target)
    for _ in range(2):
        assert run(capfd, "extract", papers, "-o", link)[0] == 0
        assert (link.is_symlink(), target.read_text().count("\n")) == (True, 1)


def test_a_pipe_is_written_to_and_stays_one(papers: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As a device is: `-o /dev/null`, by root, must not put a file in its place."""
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    assert run(capfd, "extract", papers, "-o", pipe)[0] == 0
    reader.join(60)
    assert [json.loads(text)["value"] for text in read] == [91.2]
    assert pipe.is_fifo()


@pytest.mark.parametrize("inside", ["", "build"])
def test_links_that_lead_in_a_circle(papers: Path, inside: str, capfd: pytest.CaptureFixture[str]) -> None:
    one, other = papers.with_name("one"), papers.with_name("other")
    one.symlink_to(other)
    other.symlink_to(one)
    code, said = run(capfd, "build", papers, "--out", one / inside)
    assert code == 1
    assert said.startswith(f"error: {one}")
    assert said.count("\n") == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has such a folder")
def test_a_folder_that_takes_no_files(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, said = run(capfd, "build", papers, "--out", "/proc/self/build")
    assert (code, "cannot be written" in said, said.count("\n")) == (1, True, 1)


def test_the_root_is_refused_before_it_is_searched(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, said = run(capfd, "build", papers, "--out", "/")
    assert (code, said.startswith("error: /: is where a file system begins")) == (1, True)


def test_bytes_that_are_no_text_are_refused(papers: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As the system hands over what its locale does not have."""
    database = tmp_path / "leaderboard.duckdb"
    store.write(database, [], [], lexicon.load())
    for arguments in (
        ["explain", "It gains \udcff 5%."],
        ["explain", "It gains 5%.", "--title", "\udc80"],
        ["build", papers, "--out", tmp_path / "build", "--title", "\udcff"],
        ["show", "\udcff", "--db", database],
        ["query", "best", "--benchmark=\udcff", "--metric", "accuracy", "--db", database],
        ["sql", "SELECT '\udcff'", "--db", database],
    ):
        code, said = run(capfd, *arguments)
        assert (code, "is not UTF-8" in said, said.count("\n")) == (1, True, 1)


def test_a_file_whose_name_is_no_text_is_named(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    papers.rename(papers.with_name("p\udcff.jsonl"))
    code, said = run(capfd, "extract", papers.parent)
    assert (code, said.count("\n")) == (1, 1)
    assert "p\\udcff.jsonl': the name of this file is not UTF-8; give it another, or pipe it in" in said


@pytest.mark.parametrize("seconds", ["inf", "1e300"])
def test_a_time_without_end(seconds: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "leaderboard.duckdb"
    store.write(database, [], [], lexicon.load())
    assert run(capfd, "sql", "SELECT 1", "--db", database, "--timeout", seconds) == (0, "")
