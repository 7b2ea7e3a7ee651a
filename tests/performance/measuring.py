"""What a command costs: seconds on the clock, seconds of all processors, peak memory of all its processes."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

_EVERY = 0.05
"""Seconds between two looks at the processors' time."""
_MEMORY = 5
"""Every so many of them memory is looked at, too: for a gigabyte that takes 17 ms, and holds up who wants more."""


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
        seen = _Seen()
        ended = threading.Event()
        watching = threading.Thread(target=_watch, args=(process.pid, ended, seen))
        watching.start()
        assert process.stderr is not None
        said = process.stderr.read()
        process.wait()
        wall = time.perf_counter() - began
        ended.set()
        watching.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said.decode())
    return Cost(wall, sum(seen.cpu.values()), seen.peak)


@dataclass(slots=True)
class _Seen:
    peak: float = 0.0
    cpu: dict[int, float] = field(default_factory=dict)
    """Seconds of each process until it was last looked at. The system tells those of children only where their parent
    waits for them, and so does not each that starts some."""


def _watch(process: int, ended: threading.Event, seen: _Seen) -> None:
    looks = itertools.count()
    while not ended.wait(_EVERY):
        tree = _tree(process)
        if next(looks) % _MEMORY == 0:
            seen.peak = max(seen.peak, sum(map(_memory, tree)))
        seen.cpu |= {each: used for each in tree if (used := _cpu(each))}


def _tree(process: int) -> list[int]:
    try:
        found = " ".join(each.read_text() for each in Path(f"/proc/{process}/task").glob("*/children")).split()
    except OSError:  # it has ended
        return []
    return [process, *(each for child in found for each in _tree(int(child)))]


def _cpu(process: int) -> float:
    """Seconds of processors, without those of its children."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> float:
    """Megabytes: its proportional set size."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
