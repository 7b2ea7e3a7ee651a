"""Extraction in several processes: equal results, and what happens when one is killed or the run is stopped by hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from leaderboard import sources, workers
from leaderboard.errors import InputError
from leaderboard.model import Paper


@pytest.fixture(scope="module")
def papers() -> list[Paper]:
    return sources.read([sources.sample()]).papers


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BATCH", 7)
    monkeypatch.setattr(workers, "FEWEST", 100)


@pytest.mark.usefixtures("small_batches")
def test_claims_are_the_same_whatever_the_number_of_processes(papers: list[Paper]) -> None:
    seen: list[tuple[str, int, int]] = []
    alone = workers.extract_all(papers, lambda *progress: seen.append(progress))
    assert len(alone.claims) > len(papers)
    assert seen[-1] == ("extracting", len(papers), len(papers))
    assert workers.extract_all(papers, workers=3) == alone


@pytest.mark.usefixtures("small_batches")
def test_few_papers_start_no_process(papers: list[Paper], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)
    assert workers.extract_all(papers[:99], workers=4) == workers.extract_all(papers[:99])


def test_batches_are_drawn_as_they_are_worked_on() -> None:
    drawn: list[int] = []

    def batches() -> Iterator[int]:
        for number in range(200):
            drawn.append(number)
            yield number

    found = workers.ordered(abs, batches(), workers=2)
    assert [next(found) for _ in range(3)] == [0, 1, 2]
    assert len(drawn) < 20
    assert [*found] == [*range(3, 200)]


def test_little_work_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []

    class Noted(ProcessPoolExecutor):
        def __init__(self, workers: int, *others: Any, **named: Any) -> None:
            begun.append(workers)
            super().__init__(workers, *others, **named)

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Noted)
    assert [*workers.ordered(abs, range(9), workers=2, by_one=9)] == [*range(9)]
    assert begun == [1]
    assert [*workers.ordered(abs, range(99), workers=2, by_one=9)] == [*range(99)]
    assert begun == [1, 1, 2]


@pytest.mark.usefixtures("small_batches")
def test_a_killed_process_is_reported(papers: list[Paper], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_extracted", _die)
    with pytest.raises(InputError, match=r"was killed.*--workers 1"):
        workers.extract_all(papers, workers=2)


def _die(papers: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_ctrl_c_leaves_what_was_there(papers: list[Paper], tmp_path: Path) -> None:
    listed = tmp_path / "papers.jsonl"
    with listed.open("w", encoding="utf-8") as file:
        for copy in range(2 * workers.FEWEST // len(papers)):
            for each in papers:
                title = f"{each.title} {copy}"
                file.write(
                    each.model_copy(update={"title": title}).model_dump_json(include={"title", "abstract"}) + "\n"
                )
    before = tmp_path / "claims.csv"
    before.write_text("as it was")
    command = [sys.executable, "-m", "leaderboard", "extract", str(listed), "-o", str(before), "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while len(_started(process.pid)) < 4 and process.poll() is None:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the command
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "Stopped. Nothing was written; what stood there before still does.\n")
    assert before.read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "papers.jsonl"]


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from leaderboard import sources, workers\n"
        "if __name__ == '__main__':\n"
        "    workers.BATCH, workers.FEWEST = 5, 8\n"
        "    workers.extract_all(sources.read([sources.sample()]).papers * 300, workers=2)\n"
    )
    with subprocess.Popen([sys.executable, program]) as process:
        while len(children := _started(process.pid)) < 4 and process.poll() is None:
            time.sleep(0.05)
        process.kill()
    deadline = time.monotonic() + 30
    while (left := [child for child in children if Path(f"/proc/{child}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (len(children), left) == (4, [])


def _started(process: int) -> list[int]:
    """Those that a process has started, and those that they have: two that serve it, and those that share its work."""
    try:
        children = map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())
        return [each for child in children for each in (child, *_started(child))]
    except OSError:  # it has ended
        return []
