"""Builds to be killed: a process that has everything loaded and forks one for each build, which then takes a moment."""

from __future__ import annotations

import functools
import multiprocessing
import os
import sys
from multiprocessing import forkserver
from pathlib import Path

import pytest

import leaderboard
from leaderboard import store
from leaderboard.building import pipeline
from leaderboard.site import site

leaderboard.extract("OurNet achieves 91.2% accuracy on MNIST.")  # compiles the rules, once for all that are forked

PAPER = (
    "OurNet: A Network for Digits\n\n"
    "We present a network for digits. OurNet achieves 91.2% accuracy on MNIST, against 88.0% for TheirNet.\n"
)
_PAGES = 40


def build(inputs: list[Path], out: Path, title: str, whole_site: bool, said: Path | None = None) -> None:
    """Build in this process; the site is a few dozen files with `title` and the claims, unless `whole_site` is wanted.

    With `said`, what went wrong is written there.
    """
    if not whole_site:
        site.render = bare_site
    try:
        pipeline.build(inputs, out, title=title)
    except leaderboard.InputError as error:
        if said is None:
            raise
        said.write_text(str(error))


def bare_site(connection: store.duckdb.DuckDBPyConnection, out: Path, title: str, **_: object) -> int:
    for number in range(_PAGES):
        folder = out / f"part-{number % 4}"
        folder.mkdir(exist_ok=True)
        claims = connection.execute("SELECT method, value FROM claims").fetchall()
        (folder / f"{number}.html").write_text(f"{title} {claims}")
    return _PAGES


def started(*arguments: object) -> multiprocessing.process.BaseProcess:
    """A process that runs `build` with these arguments."""
    _serve()
    process = multiprocessing.get_context("forkserver").Process(target=build, args=arguments)
    process.start()
    return process


@functools.cache
def _serve() -> None:
    """Let processes be forked from one that has loaded this; one that other tests started has not."""
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    forkserver.set_forkserver_preload([__name__])
    with pytest.MonkeyPatch.context() as patched:  # what it loads before, it looks for in its own path only
        patched.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        forkserver.ensure_running()
