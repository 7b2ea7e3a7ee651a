"""Patterns, compiled once for a machine: to compile them takes two seconds, to load them a twentieth of one.

They are kept in the user's folder for caches; see `user_cache`.
"""

from __future__ import annotations

import atexit
import pickle
import sys
from pathlib import Path

import regex

from leaderboard import user_cache

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
    user_cache.write(_FILE, _MADE_OF, content)


def load(path: Path) -> Patterns:
    """What was kept in a file; nothing where there is none, or not as this user and this version of `regex` wrote it."""
    content = user_cache.read(path, _MADE_OF)
    return {} if content is None else pickle.loads(content)


_MADE_OF = f"regex {regex.__version__} {sys.byteorder}"
_FILE = user_cache.place(f"patterns-{regex.__version__}")
_kept: Patterns = load(_FILE) if _FILE else {}
_used: Patterns = {}
atexit.register(keep)
