"""Databases that are of another version, of another program or damaged: recognised, named, and not overwritten."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import boards_fixture
import duckdb
import killable
import pytest
from conftest import Tell

import leaderboard
from leaderboard import cli, store
from leaderboard.building import manifest, pipeline


def of_layout(path: Path, layout: object, program: str = "leaderboard") -> None:
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE about SET value = ? WHERE name = 'layout'", [str(layout)])
        connection.execute("UPDATE about SET value = ? WHERE name = 'program'", [program])


def of_duckdb(path: Path) -> None:
    path.unlink()
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE about (theirs INTEGER)")


def of_sqlite(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE about (name TEXT, value TEXT)")
    connection.close()


def spoiled(path: Path, start: int, end: int | None = None) -> None:
    data = bytearray(path.read_bytes())
    part = slice(start, end)
    data[part] = bytes(byte ^ 0xFF for byte in data[part])
    path.write_bytes(data)


Spoil = Callable[[Path], object]
NOT_OURS: dict[str, tuple[Spoil, str]] = {
    "newer": (lambda path: of_layout(path, store.LAYOUT + 1), "a newer version, in another layout"),
    "older": (lambda path: of_layout(path, store.LAYOUT - 1), "an older version, in another layout"),
    "of no layout": (lambda path: of_layout(path, "x"), "another version, in another layout"),
    "of another program like ours": (lambda path: of_layout(path, store.LAYOUT, "theirs"), "not one that leaderboard"),
    "of another program": (of_duckdb, "a DuckDB file, but not one that leaderboard wrote"),
    "of SQLite": (of_sqlite, "not a DuckDB file"),
    "a text": (lambda path: path.write_text("a diary"), "not a DuckDB file"),
    "empty": (lambda path: path.write_bytes(b""), "not a DuckDB file"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:20_000]), "DuckDB cannot open it"),
    "damaged in its headers": (lambda path: spoiled(path, 16, 12_288), "DuckDB cannot open it"),
    "damaged in its definitions": (lambda path: spoiled(path, 12_288), "DuckDB cannot open it"),
}
"""What is done to a database, and what the message says then."""
COMMANDS = (
    ("sql", "SELECT * FROM claims_with_papers", "--db"),
    ("query", "coverage", "--db"),
    ("show", "PhotoNet", "--db"),
    ("export", "--format", "pwc", "--db"),
    ("names", "--db"),
    ("explain", "--paper", "p", "--db"),
    ("diff",),
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards_fixture.write_database(tmp_path_factory.mktemp("databases") / "good.duckdb")


@pytest.fixture
def path(good: Path, tmp_path: Path) -> Path:
    """A copy, to be spoiled."""
    return shutil.copy(good, tmp_path / "leaderboard.duckdb")


def run(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """The command's exit code and its errors."""
    with pytest.raises(SystemExit) as ended:
        cli.main([str(each) for each in arguments])
    return int(ended.value.code or 0), capfd.readouterr().err


@pytest.mark.parametrize("name", NOT_OURS)
def test_no_command_reads_what_is_not_ours(
    name: str, path: Path, good: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    spoil, words = NOT_OURS[name]
    spoil(path)
    before = path.read_bytes()
    for command in (*COMMANDS, ("diff", good)):
        others = (good,) if command == ("diff",) else ()
        code, said = run(capfd, *command, path, *others)
        assert code == 1, command
        assert said.startswith(f"error: {path}: "), command
        assert words in said, command
    assert path.read_bytes() == before


def test_no_command_ends_in_a_traceback_where_any_part_is_damaged(
    path: Path, capfd: pytest.CaptureFixture[str], tell: Tell
) -> None:
    """A file is checked block by block as it is read; each block is spoiled in turn."""
    whole = path.read_bytes()
    refused = tried = 0
    for start in range(12_288, len(whole), 262_144):
        spoiled(path, start + 1000, start + 1100)
        for command in COMMANDS[:4]:
            code, said = run(capfd, *command, path)
            tried += 1
            refused += code
            assert code in (0, 1), command
            assert not code or said.startswith(f"error: {path}: "), (command, said)
            assert "Traceback" not in said
        path.write_bytes(whole)
    assert refused > tried / 4
    tell(
        "databases with one block damaged", {"commands run": tried, "of them named the file": refused, "tracebacks": 0}
    )


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a paper and a build of it, without a real site."""
    folder = tmp_path_factory.mktemp("old")
    (folder / "paper.txt").write_text(killable.PAPER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline.site, "render", killable.bare_site)
        leaderboard.build(folder / "paper.txt", out=folder / "build")
        yield folder


@pytest.fixture
def out(old: Path, tmp_path: Path) -> Path:
    """A copy of that build, to be spoiled."""
    return shutil.copytree(old, tmp_path, dirs_exist_ok=True) / "build"


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NOT_OURS)
def test_a_build_does_not_replace_it(name: str, out: Path) -> None:
    spoil, words = NOT_OURS[name]
    database = out / pipeline.DATABASE
    spoil(database)
    before = files(out.parent)
    with pytest.raises(leaderboard.InputError) as caught:
        leaderboard.build(out.parent / "paper.txt", out=out)
    assert str(caught.value).startswith(f"{database}: ")
    assert words in str(caught.value)
    assert "--force" in str(caught.value)
    assert before == files(out.parent)


def test_a_build_by_force_replaces_it(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    of_layout(out / pipeline.DATABASE, store.LAYOUT + 1)
    command = ("build", out.parent / "paper.txt", "--out", out)
    code, said = run(capfd, *command)
    assert (code, said.count("\n")) == (1, 1)
    assert run(capfd, *command, "--force")[0] == 0
    assert manifest.verify(out).holds
    assert sorted(path.name for path in out.parent.iterdir()) == ["build", "paper.txt"]


def test_force_is_no_leave_to_delete_other_files(out: Path) -> None:
    (out / "notes.txt").write_text("mine")
    before = files(out.parent)
    with pytest.raises(leaderboard.InputError, match=r"notes\.txt"):
        leaderboard.build(out.parent / "paper.txt", out=out, force=True)
    assert before == files(out.parent)
