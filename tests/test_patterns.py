"""Patterns are compiled once for a machine, and nothing depends on what is kept of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from leaderboard import user_cache
from leaderboard.extraction import patterns

_READ = """
import sys
from leaderboard import sources
from leaderboard.extraction import extract_each
print([claim.model_dump() for claims in extract_each(sources.read([sources.sample()]).papers) for claim in claims])
"""
_COMPILES_NOTHING = "import regex\ndef refuse(*_): raise AssertionError(_)\nregex.compile = refuse\n"


def _run(caches: Path, code: str) -> str:
    environment = os.environ | {"XDG_CACHE_HOME": str(caches)}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a process that has compiled one pattern."""
    file = tmp_path / "leaderboard" / "patterns"
    monkeypatch.setattr(patterns, "_FILE", file)
    monkeypatch.setattr(patterns, "_kept", {})
    monkeypatch.setattr(patterns, "_used", {})
    patterns.compiled(r"(?P<owl>\d+) owls", regex.IGNORECASE)
    patterns.keep()
    return file


def test_the_second_process_compiles_nothing_and_reads_the_same(tmp_path: Path) -> None:
    first = _run(tmp_path, _READ)
    (file,) = (tmp_path / "leaderboard").iterdir()
    written = file.read_bytes()
    assert _run(tmp_path, _COMPILES_NOTHING + _READ) == first
    assert "'value'" in first
    assert file.read_bytes() == written


def test_what_is_kept_finds_what_was_compiled(kept: Path) -> None:
    (key,) = found = patterns.load(kept)
    match = found[key].search("Three and 4 Owls")
    assert match is not None
    assert match["owl"] == "4"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_nothing_is_read_of_a_file_that_is_not_as_it_was_written(kept: Path) -> None:
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1], whole[:40], whole[:-9] + b"another 9", whole.replace(b"regex ", b"regex 0", 1)):
        kept.write_bytes(damaged)
        assert patterns.load(kept) == {}
    kept.write_bytes(whole)
    assert patterns.load(kept)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system has no owners of files")
def test_nothing_is_read_that_others_could_have_written(kept: Path) -> None:
    kept.chmod(0o620)
    assert patterns.load(kept) == {}
    kept.chmod(0o602)
    assert patterns.load(kept) == {}


def test_what_another_process_kept_meanwhile_stays(kept: Path) -> None:
    first = patterns.load(kept)
    patterns._kept.clear()
    patterns._used.clear()
    patterns.compiled("lark")
    patterns.keep()
    assert set(patterns.load(kept)) == {*first, ("lark", 0)}


def test_of_too_many_those_in_use_are_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MOST", 1)
    patterns._used.clear()
    patterns.compiled("lark")
    patterns.keep()
    assert set(patterns.load(kept)) == {("lark", 0)}


def test_a_place_that_cannot_be_written_is_no_error(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_FILE", kept / "beneath a file")
    patterns.compiled("lark")
    patterns.keep()
    assert patterns.load(kept / "beneath a file") == {}


@pytest.mark.parametrize("named", ["", "relative/place"])
def test_without_a_folder_for_caches_they_are_below_home(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert user_cache.place("patterns") == tmp_path / ".cache" / "leaderboard" / "patterns"


def test_what_is_kept_is_made_once_and_anew_when_it_is_made_of_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"%d" % len(made))
        return made[-1]

    assert [user_cache.kept("made", of, make) for of in ("flour", "flour", "rye", "rye")] == [b"0", b"0", b"1", b"1"]
    (tmp_path / "leaderboard" / "made").write_bytes(b"damaged")
    assert user_cache.kept("made", "rye", make) == b"2"


def test_no_pattern_holds_what_is_left_of_a_template() -> None:
    """`{{2,3}}` in a plain string, or `{2,3}` in a template that made a tuple of it, matches nothing that was meant."""
    left = regex.compile(r"\{\{\d+,?\d*\}\}|\(\d+, \d+\)")
    assert len(patterns._used) > 500
    assert [text for text, _ in patterns._used if left.search(text)] == []
