"""Patterns, compiled once for a machine: to compile them takes two seconds, to load them a twentieth of one.

They are kept in the user's folder for caches (`$XDG_CACHE_HOME/leaderboard`, or `~/.cache/leaderboard`), in a file that
can be removed at any time. A file that others could have written is not read, and where nothing can be written
patterns are compiled each time.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import pickle
import stat
import sys
from contextlib import suppress
from pathlib import Path

import regex

Patterns = dict[tuple[str, int], regex.Pattern[str]]
"""By text and flags."""

_MOST = 5000
"""Patterns that are kept, some three times of what there are; then those of today are kept alone."""


def compiled(text: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern, as `regex.compile` gives it."""
    key = text, int(flags)
    pattern = _used.get(key) or _kept.get(key)
    if pattern is None:
        pattern = regex.compile(text, flags)
    _used[key] = pattern
    return pattern


def keep() -> None:
    """Write what was compiled, if anything was, for whoever runs next; also called when this process ends."""
    if _FILE is None or not _used.keys() - _kept.keys():
        return
    # Another process may have written meanwhile.
    all_known = load(_FILE) | _used
    _kept.update(_used)
    content = pickle.dumps(all_known if len(all_known) <= _MOST else _used, pickle.HIGHEST_PROTOCOL)
    unfinished = _FILE.with_name(f"{_FILE.name}.{os.getpid()}")
    with suppress(OSError):  # a place that cannot be written is none to keep anything in
        _FILE.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            unfinished.write_bytes(_head(content) + b"\n" + content)
            unfinished.chmod(0o600)
            unfinished.replace(_FILE)
        finally:
            unfinished.unlink(missing_ok=True)


def load(path: Path) -> Patterns:
    """What was kept in a file; nothing where there is none, or not as this user and this version of `regex` wrote it."""
    try:
        with path.open("rb") as file:
            if not _is_own(os.fstat(file.fileno())):
                return {}
            head, _, content = file.read().partition(b"\n")
    except OSError:
        return {}
    return pickle.loads(content) if head == _head(content) else {}


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody but this user can have written a file."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _head(content: bytes) -> bytes:
    """What a file begins with that holds `content` whole."""
    return f"regex {regex.__version__} {sys.byteorder} {hashlib.sha256(content).hexdigest()}".encode()


def _file() -> Path | None:
    """Where patterns are kept; None for a user without a folder of his own."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    try:
        caches = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # no home is known
        return None
    return caches / "leaderboard" / f"patterns-{regex.__version__}"


_FILE = _file()
_kept: Patterns = load(_FILE) if _FILE else {}
_used: Patterns = {}
atexit.register(keep)
