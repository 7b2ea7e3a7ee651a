"""What is worked out once for a machine: files in the user's folder for caches, each of which can be removed any time.

The folder is `$XDG_CACHE_HOME/leaderboard`, or `~/.cache/leaderboard`. A file that others could have written is not
read, nor one that is not whole; where nothing can be written it is worked out each time.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def place(name: str) -> Path | None:
    """Where the file `name` lies; None for a user without a folder of his own."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    try:
        caches = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # no home is known
        return None
    return caches / "leaderboard" / name


def kept(name: str, made_of: str, make: Callable[[], bytes]) -> bytes:
    """What the file `name` holds, if it was made of `made_of`; else what `make` gives, which it holds from then on."""
    path = place(name)
    content = read(path, made_of) if path else None
    if content is None:
        content = make()
        if path:
            write(path, made_of, content)
    return content


def read(path: Path, made_of: str) -> bytes | None:
    """The content of a file that was made of `made_of`; None where there is none, or not as this user wrote it."""
    try:
        with path.open("rb") as file:
            if not _is_own(os.fstat(file.fileno())):
                return None
            head, _, content = file.read().partition(b"\n")
    except OSError:
        return None
    return content if head == _head(made_of, content) else None


def write(path: Path, made_of: str, content: bytes) -> None:
    """Write a file for whoever runs next; one of several processes that do so at once prevails."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):  # a place that cannot be written is none to keep anything in
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            unfinished.write_bytes(_head(made_of, content) + b"\n" + content)
            unfinished.chmod(0o600)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody but this user can have written a file."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _head(made_of: str, content: bytes) -> bytes:
    """What a file begins with that holds `content` whole."""
    return f"{made_of} {hashlib.sha256(content).hexdigest()}".encode()
