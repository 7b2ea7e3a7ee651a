"""What a command costs: seconds on the clock, seconds of all processors, peak memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds on the clock; other work on the machine makes them more."""
    cpu: float
    """Seconds of processors, of the command and all processes that it started."""
    peak: float
    """Megabytes: memory of the command and its processes, pages that several share counted once."""


def leaderboard(*arguments: object) -> Cost:
    """Run the command line. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "leaderboard", *map(str, arguments)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        peaks = [0.0]
        ended = threading.Event()
        watching = threading.Thread(target=_watch, args=(process.pid, ended, peaks))
        watching.start()
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        ended.set()
        watching.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said.decode())
    return Cost(wall, used.ru_utime + used.ru_stime, max(peaks))


def _watch(process: int, ended: threading.Event, peaks: list[float]) -> None:
    while not ended.wait(_EVERY):
        peaks[0] = max(peaks[0], sum(map(_memory, _tree(process))))


def _tree(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:  # it has ended
        return []
    return [process, *(each for child in children for each in _tree(int(child)))]


def _memory(process: int) -> float:
    """Megabytes: its proportional set size."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
