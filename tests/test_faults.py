"""Builds that are killed, meet each other, or have no room: what was there stays, and nothing is left behind."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import killable
import privileges
import pytest
from conftest import Tell

import leaderboard
from leaderboard import store
from leaderboard.building import folders, manifest, pipeline

OTHER = "AnyNet: Another One\n\nWe show AnyNet, a network. AnyNet reaches 75.5% top-1 accuracy on ImageNet.\n"


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Two listing pages, in a folder that is not the one to build in."""
    folder = tmp_path / "papers"
    folder.mkdir()
    paths = [folder / "a.txt", folder / "b.txt"]
    for path, text in zip(paths, (killable.PAPER, OTHER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder to build in."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


@pytest.fixture
def bare_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)


def ended(process: BaseProcess) -> int:
    process.join(120)
    assert process.exitcode is not None
    return process.exitcode


def state_of(build: Path) -> tuple[str, list[str]] | None:
    """Title and inputs of the build in a folder, which must be whole; None where there is no folder."""
    if not build.exists():
        return None
    found = manifest.verify(build)
    assert found.holds, found
    with store.connect(build / pipeline.DATABASE) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM claims").fetchone() == (True,)
    read = manifest._read(build)
    return str(read["settings"]["title"]), [each["name"] for each in read["inputs"]]


def title_of(build: Path) -> str | None:
    """The title of the build in a folder, which must be whole; None where there is no folder."""
    state = state_of(build)
    return state and state[0]


def killed_once(arguments: tuple[object, ...], moment: float) -> None:
    process = killable.started(*arguments)
    process.join(moment)
    process.kill()
    process.join()


def timed(*arguments: object) -> float:
    """How many seconds a build with these arguments takes that nothing kills."""
    began = time.perf_counter()
    assert ended(killable.started(*arguments)) == 0
    return time.perf_counter() - began


def test_killed_at_any_moment_a_build_is_wholly_old_or_new(
    papers: list[Path], place: Path, request: pytest.FixtureRequest, tell: Tell
) -> None:
    kills, whole_site = request.config.getoption("--kills"), request.config.getoption("--whole-site")
    seed = random.randrange(1 << 32)
    moments = random.Random(seed)
    first, second = papers
    added = first.with_name("c.txt")
    added.write_text("SomeNet: A Third\n\nWe show SomeNet, a network. SomeNet reaches 92.3% accuracy on MNIST.\n")
    builds = {
        "over nothing": ([first], "one"),
        "over a build of other papers": ([second], "two"),
        "over a build of fewer papers": ([second, added], "two"),
    }
    assert ended(killable.started(papers, place / "measured", "measured", whole_site)) == 0
    takes = dict.fromkeys(builds, timed(papers, place / "measured", "measured", whole_site))
    shutil.rmtree(place / "measured")
    seen: Counter[str] = Counter()
    for _ in range(kills):
        out, before = place / "build", None
        for what, (inputs, title) in builds.items():
            after = (title, [path.name for path in inputs])
            killed_once((inputs, out, title, whole_site), moments.uniform(0, 1.1 * takes[what]))
            found = state_of(out)
            assert found in (before, after), f"seed {seed}"
            seen[f"{what}: {'new' if found == after else 'old'}"] += 1
            litter = {path.name for path in place.iterdir()} - {"build"}
            seen["left something"] += bool(litter)
            assert litter <= {".build.lock", ".build.unfinished"}
            takes[what] = timed(inputs, out, title, whole_site)
            assert state_of(out) == after, f"seed {seed}"
            assert [path.name for path in place.iterdir()] == ["build"], f"seed {seed}"
            before = after
        shutil.rmtree(out)
    longest = max(takes.values())
    print(f"\nkilled within {1.1 * longest:.2f} s (seed {seed}): {dict(seen)}")
    tell("builds killed at random moments", {**dict.fromkeys(builds, kills), "lost": 0})


@pytest.mark.usefixtures("bare_site")
def test_killed_between_two_moves_the_next_build_brings_the_old_one_back(
    papers: list[Path], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system cannot exchange folders there is a moment with neither in place."""
    out = place / "build"
    leaderboard.build(*papers, out=out, title="old")
    (out / "site" / "part-0" / "0.html").stat()
    unfinished = place / ".build.unfinished"
    (unfinished / "new").mkdir(parents=True)
    (unfinished / "new" / "half").write_text("half")
    out.rename(unfinished / "old")
    with pytest.raises(leaderboard.InputError, match=r"papers/none\.txt"):
        leaderboard.build(papers[0].parent / "none.txt", out=out)
    monkeypatch.setattr(pipeline, "extract_all", raising)
    with pytest.raises(ZeroDivisionError):
        leaderboard.build(*papers, out=out, title="new")
    assert title_of(out) == "old"
    assert [path.name for path in place.iterdir()] == ["build"]


def raising(*_: object) -> None:
    raise ZeroDivisionError


@pytest.mark.usefixtures("bare_site")
def test_without_exchange_folders_are_moved(papers: list[Path], place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    for title in ("one", "two"):
        leaderboard.build(*papers, out=place / "build", title=title)
        assert title_of(place / "build") == title
        assert [path.name for path in place.iterdir()] == ["build"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
def test_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert folders._exchanged(tmp_path / "one", tmp_path / "two")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["two"]
    with pytest.raises(FileNotFoundError):
        folders._exchanged(tmp_path / "one", tmp_path / "three")


@pytest.mark.usefixtures("bare_site")
def test_a_folder_of_somebody_else_under_our_name_is_kept(papers: list[Path], place: Path) -> None:
    mine = place / ".build.unfinished" / "mine"
    mine.mkdir(parents=True)
    with pytest.raises(leaderboard.InputError, match=r"\.build\.unfinished: .*move it away"):
        leaderboard.build(*papers, out=place / "build")
    assert mine.is_dir()
    assert [path.name for path in place.iterdir()] == [".build.unfinished"]


@pytest.mark.usefixtures("bare_site")
def test_files_that_came_during_the_build_are_kept(
    papers: list[Path], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = place / "build"
    leaderboard.build(*papers, out=out, title="old")

    def render(connection: store.duckdb.DuckDBPyConnection, site: Path, title: str, **_: object) -> int:
        (out / "notes.txt").write_text("mine")
        return killable.bare_site(connection, site, title)

    monkeypatch.setattr(pipeline.site, "render", render)
    with pytest.raises(leaderboard.InputError, match=r"notes\.txt"):
        leaderboard.build(*papers, out=out, title="new")
    assert (out / "notes.txt").read_text() == "mine"
    assert manifest.verify(out).added == ["notes.txt"]
    assert [path.name for path in place.iterdir()] == ["build"]


@pytest.mark.usefixtures("bare_site")
def test_of_two_builds_one_says_that_the_other_is_at_work(papers: list[Path], place: Path) -> None:
    out = place / "build"
    with folders.locked(out):
        with pytest.raises(leaderboard.InputError, match=rf"another build \(process {os.getpid()}\) is writing it"):
            leaderboard.build(*papers, out=out)
        leaderboard.build(*papers, out=place / "other")
    leaderboard.build(*papers, out=out)
    assert sorted(path.name for path in place.iterdir()) == ["build", "other"]


def test_builds_that_race_leave_one_whole(
    papers: list[Path], place: Path, request: pytest.FixtureRequest, tell: Tell
) -> None:
    races, out = request.config.getoption("--races"), place / "build"
    won: Counter[int] = Counter()
    for race in range(races):
        said = [place.parent / f"said {race} {number}" for number in range(3)]
        running = [killable.started(papers, out, f"{race} {number}", False, path) for number, path in enumerate(said)]
        assert [ended(process) for process in running] == [0, 0, 0]
        refused = [path.read_text() for path in said if path.exists()]
        assert all("is writing it" in each for each in refused)
        won[3 - len(refused)] += 1
        assert title_of(out) in {f"{race} {number}" for number, path in enumerate(said) if not path.exists()}
        assert [path.name for path in place.iterdir()] == ["build"]
    print(f"\nbuilds that were made in a race, and how often: {dict(won)}")
    tell("races of three builds into one folder", {"run": races, "ended with one build whole": races})


def test_a_lock_is_free_once_its_holder_is_killed(place: Path) -> None:
    code = (
        "import sys, time, pathlib\nfrom leaderboard.building import folders\n"
        "with folders.locked(pathlib.Path(sys.argv[1])):\n    print('locked', flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, place / "build"], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"locked\n"
        with pytest.raises(leaderboard.InputError, match=f"process {process.pid}"), folders.locked(place / "build"):
            pass
        process.kill()
        process.wait()
        assert [path.name for path in place.iterdir()] == [".build.lock"]
        with folders.locked(place / "build"):
            assert (place / ".build.lock").read_text() == str(os.getpid())
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("bare_site")
def test_locks_hold_one_at_a_time(place: Path) -> None:
    """Four threads take the lock until each has had it 25 times; its file is removed and made again all the while."""
    inside: list[int] = []
    most = 0

    def take() -> None:
        nonlocal most
        turns = 0
        while turns < 25:
            with contextlib.suppress(leaderboard.InputError), folders.locked(place / "build"):
                inside.append(1)
                most = max(most, len(inside))
                turns += 1
                inside.pop()

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, list(place.iterdir())) == (1, [])


@pytest.mark.usefixtures("bare_site")
def test_readers_keep_the_database_that_they_opened(papers: list[Path], place: Path) -> None:
    out = place / "build"
    leaderboard.build(papers[0], out=out)
    with store.connect(out / pipeline.DATABASE) as reader:
        leaderboard.build(papers[1], out=out)
        assert reader.execute("SELECT title FROM papers").fetchall() == [("OurNet: A Network for Digits",)]
    with store.connect(out / pipeline.DATABASE) as reader:
        assert reader.execute("SELECT title FROM papers").fetchall() == [("AnyNet: Another One",)]


def test_readers_find_a_whole_database_whenever_they_come(papers: list[Path], place: Path, tell: Tell) -> None:
    out, builds, readings = place / "build", 5, 0
    assert ended(killable.started(papers, out, "first", False)) == 0
    for number in range(builds):
        process = killable.started(papers, out, f"then {number}", False)
        while process.is_alive():
            with store.opened(out / pipeline.DATABASE) as reader:
                assert reader.execute("SELECT count(*) FROM papers").fetchone() == (2,)
            readings += 1
        assert ended(process) == 0
    assert readings > builds
    tell("databases opened while they were replaced", {"builds": builds, "openings": readings, "failed": 0})


@contextlib.contextmanager
def mounted(place: Path, size: str) -> Iterator[None]:
    """A file system of its own at `place`; skips where this may not be mounted."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.usefixtures("bare_site")
@pytest.mark.parametrize("size", ["0k", "64k", "1m"])
def test_a_full_disk_is_reported_and_loses_nothing(papers: list[Path], place: Path, size: str) -> None:
    """Each size ends the build at another step."""
    out = place / "build"
    with mounted(place, "16m"):
        leaderboard.build(*papers, out=out, title="old")
        taken = sum(path.stat().st_blocks for path in place.rglob("*")) * 512
        room = int(size[:-1]) << (10 if size[-1] == "k" else 20)
        (place / "ballast").write_bytes(b"x" * max(0, (16 << 20) - taken - room - (64 << 10)))
        with pytest.raises(leaderboard.InputError, match=r"cannot be written|cannot be opened"):
            leaderboard.build(*papers, out=out, title="new")
        assert title_of(out) == "old"
        assert sorted(path.name for path in place.iterdir()) == ["ballast", "build"]
        (place / "ballast").unlink()
        leaderboard.build(*papers, out=out, title="new")
        assert title_of(out) == "new"


@pytest.mark.parametrize("limit", [0, 20_000])
def test_a_limit_of_file_size_is_reported_and_loses_nothing(papers: list[Path], place: Path, limit: int) -> None:
    out = place / "build"
    assert ended(killable.started(papers, out, "old", False)) == 0
    code = (
        "import resource, sys\nfrom leaderboard.cli import main\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\nmain(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "build", *papers, "--out", out, "--workers", "1"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "cannot be written" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert title_of(out) == "old"
    assert [path.name for path in place.iterdir()] == ["build"]


@pytest.mark.usefixtures("bare_site")
def test_a_read_only_file_system(papers: list[Path], place: Path) -> None:
    out = place / "build"
    with mounted(place, "16m"):
        leaderboard.build(*papers, out=out, title="old")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        with pytest.raises(leaderboard.InputError, match=r"build: cannot be written: Read-only"):
            leaderboard.build(*papers, out=out, title="new")
        assert title_of(out) == "old"


@pytest.mark.usefixtures("bare_site")
def test_the_folder_may_be_on_another_file_system_but_not_be_one(papers: list[Path], place: Path) -> None:
    with mounted(place, "16m"):
        leaderboard.build(*papers, out=place / "build", title="there")
        assert title_of(place / "build") == "there"
        shutil.rmtree(place / "build")
        with pytest.raises(leaderboard.InputError, match="where a file system begins"):
            leaderboard.build(*papers, out=place)
        assert list(place.iterdir()) == []


@pytest.mark.usefixtures("bare_site")
@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_no_permission(papers: list[Path], place: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's answers, given by hand: whoever runs the tests may be allowed everything."""

    def refused(*_: object) -> int:
        raise OSError(code, os.strerror(code), "some file")

    monkeypatch.setattr(folders.os, "open", refused)
    with pytest.raises(leaderboard.InputError, match=rf"build: cannot be written: {os.strerror(code)}"):
        leaderboard.build(*papers, out=place / "build")
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("bare_site")
@pytest.mark.parametrize(
    ("closed", "words", "stands"),
    [
        (".", "build: cannot be written: Permission denied", "old"),
        ("build", "build: cannot be written: Permission denied", "old"),
        # What it replaced cannot be removed; by then the new one is in place.
        ("build/site", r"\.build\.unfinished: cannot be removed: Permission denied", "new"),
    ],
)
def test_no_permission_to_write(closed: str, words: str, stands: str) -> None:
    """As an ordinary user, for root may do everything."""
    with tempfile.TemporaryDirectory(prefix="leaderboard-test-") as name, privileges.given_up(Path(name)):
        place = Path(name)
        paper, out = place / "paper.txt", place / "build"
        paper.write_text(killable.PAPER)
        leaderboard.build(paper, out=out, title="old")
        (place / closed).chmod(0o555)
        try:
            with pytest.raises(leaderboard.InputError, match=words):
                leaderboard.build(paper, out=out, title="new")
            assert title_of(out) == stands
        finally:
            for path in (place, *(each for each in place.rglob("*") if each.is_dir())):
                path.chmod(0o755)
        leaderboard.build(paper, out=out, title="newest")
        assert sorted(path.name for path in place.iterdir()) == ["build", "paper.txt"]


def test_where_the_system_has_no_locks(papers: list[Path], place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "fcntl", None)
    with pytest.raises(leaderboard.InputError, match="file locks of Linux or macOS"):
        leaderboard.build(*papers, out=place / "build")
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("bare_site")
def test_a_parent_that_is_a_file(papers: list[Path]) -> None:
    with pytest.raises(leaderboard.InputError, match="cannot be written"):
        leaderboard.build(*papers, out=papers[0] / "build")
