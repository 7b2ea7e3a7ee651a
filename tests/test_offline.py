"""No command reaches for the network: none is there, where a process may go without, and none is asked for."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
from pathlib import Path

WATCHED = """
import sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise SystemExit(f"reached for the network: {event} {arguments[1:]}")

sys.addaudithook(watch)
from leaderboard.cli import main
main(sys.argv[1:])
"""


@functools.cache
def without_network() -> list[str]:
    """What a command is put behind to have no network; nothing where this may not be done."""
    alone = ["unshare", "--net"]
    allowed = shutil.which("unshare") and not subprocess.run([*alone, "true"], capture_output=True).returncode
    return alone if allowed else []


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*without_network(), sys.executable, "-c", WATCHED, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_step_works_offline(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers.jsonl", tmp_path / "build"
    abstract = "On MNIST, Heron reaches 91.2% accuracy, at https://github.com/heron/heron."
    papers.write_text(json.dumps({"title": "A Heron", "abstract": abstract, "url": "https://example.org"}) + "\n")
    database = out / "leaderboard.duckdb"
    for arguments in (
        ["build", papers, "--out", out, "--workers", 1],
        ["extract", papers],
        ["explain", abstract],
        ["show", "MNIST", "--db", database],
        ["sql", "SELECT count(*) FROM claims", "--db", database],
        ["verify", out],
    ):
        ran = run(*arguments)
        assert ran.returncode == 0, (arguments, ran.stderr)


def test_reaching_for_it_would_be_seen(tmp_path: Path) -> None:
    ran = run("build", "--sql-page", "--cache", tmp_path / "cache", "--out", tmp_path / "build")
    assert ran.returncode != 0
    assert "reached for the network" in ran.stderr
