"""What commands tell of their progress, in a terminal and outside of one."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from leaderboard import cli, sources, terminal


def run(*arguments: object) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(each) for each in arguments])
    assert ended.value.code == 0


def test_nothing_is_drawn_where_the_output_is_piped(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("extract", sources.sample(), "-o", tmp_path / "claims.csv")
    said = capfd.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"[\d,]+ entries: .* claims\n", said.err)


def test_quiet_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("extract", sources.sample(), "-o", tmp_path / "claims.csv", "--quiet")
    run("build", "--out", tmp_path / "build", "--quiet")
    assert capfd.readouterr() == ("", "")
    assert (tmp_path / "build" / "site" / "index.html").is_file()


def test_verbose_tells_of_each_stage(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("extract", sources.sample(), "-o", tmp_path / "claims.csv", "--verbose")
    reading, extracting, *_ = capfd.readouterr().err.splitlines()
    assert re.fullmatch(r"reading: 1 in \d+\.\d s", reading)
    assert re.fullmatch(r"extracting: [\d,]+ in \d+\.\d s, [\d,]+ a second; [\d,]+ claims", extracting)


def test_a_terminal_shows_speed_and_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = io.StringIO()
    console = Console(file=drawn, force_terminal=True, width=100, legacy_windows=False)
    monkeypatch.setattr(terminal, "Console", lambda **_: console)
    with terminal.progress() as report:
        report("extracting", 0, 9000)
        report("extracting", 3000, 9000)
        report.found(1234)
        report("extracting", 6000, 9000)
    shown = drawn.getvalue()
    assert "extracting" in shown
    assert "6000/9000" in shown
    assert "1,234 claims" in shown
    drawn.truncate(0)
    with terminal.progress(quiet=True) as report:
        report("extracting", 3000, 9000)
    assert "extracting" not in drawn.getvalue()
