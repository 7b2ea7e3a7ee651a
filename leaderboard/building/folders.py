"""The folder that a build writes: one build at a time, made beside it, and put in its place in one step.

Beside the folder `build` there are meanwhile `.build.lock` and `.build.unfinished`. Where a build was killed the next
one removes them; the lock is the system's own, which ends with the process that holds it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leaderboard.errors import InputError

try:
    import fcntl
except ImportError:  # Windows, which has other locks and removes no file that is open
    fcntl = None  # type: ignore[assignment]

_NEW = "new"
"""Inside the unfinished folder: what is being made (once it is in place, what it replaced)."""
_OLD = "old"
"""Inside the unfinished folder: what stood in the place, where the system cannot exchange two folders in one step."""
_PLACE_AT_FAULT = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENAMETOOLONG),
    *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV, errno.EEXIST, errno.ENOTDIR, errno.ENOLCK),
}
"""Errors of the place that is written to, rather than of this program."""
_AT_WORKING_FOLDER = -100
_EXCHANGE = 2
"""The arguments of Linux's renameat2."""


def resolved(target: str | Path) -> Path:
    """The folder's own path.

    Raises InputError for what cannot be one, such as links that lead in a circle, and for a mount point, which cannot
    be replaced.
    """
    try:
        found = Path(target).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"{target}: is no path of a folder: {error}; choose another with --out") from error
    if os.path.ismount(found):
        raise InputError(
            f"{found}: is where a file system begins, and cannot be replaced; name a folder in it with --out"
        )
    return found


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other builds away from the folder `target`, and clear up after one that was killed.

    Its parent folders are made. Raises InputError where another build is at work there, where nothing can be written
    beside it, and where the system has no such locks.
    """
    if fcntl is None:
        raise InputError(
            f"{target}: builds need the file locks of Linux or macOS, which this system does not have; on Windows run "
            "it in WSL. Everything but `leaderboard build` works without"
        )
    with _explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    path = target.with_name(f".{target.name}.lock")
    with _explained(target):
        try:
            file = _locked_file(path, target)
        except FileNotFoundError as error:  # a folder that takes no files: /proc
            raise InputError(
                f"{target}: cannot be written: {path.parent} takes no files; choose another folder with --out"
            ) from error
    try:
        with _explained(target):
            os.ftruncate(file, 0)
            os.write(file, str(os.getpid()).encode())
            _clear_up(target)
        yield
    finally:
        # In this order: once it is closed, another build may hold it.
        path.unlink(missing_ok=True)
        os.close(file)


@contextmanager
def replaced(target: Path, check: Callable[[], None]) -> Iterator[Path]:
    """A new folder beside `target`, which takes its place when the block ends; needs `locked`.

    `check` is called right before. If the block or `check` raises, `target` stays as it was. Raises InputError where
    the place cannot be written or has no room.
    """
    unfinished = _unfinished(target)
    try:
        with _explained(target):
            unfinished.mkdir()
            made = unfinished / _NEW
            made.mkdir()
            yield made
            check()
            _put_in_place(made, target, unfinished / _OLD)
    finally:
        if unfinished.is_dir():
            _remove(unfinished)


def _unfinished(target: Path) -> Path:
    return target.with_name(f".{target.name}.unfinished")


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _PLACE_AT_FAULT:
            raise
        raise InputError(
            f"{target}: cannot be written: {error.strerror} ({error.filename or 'writing'}). What was there is as it "
            "was; make room or give permission, or choose another folder with --out"
        ) from error


def _locked_file(path: Path, target: Path) -> int:
    """The file `path`, made if need be, open and locked. Raises InputError where another process has locked it."""
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held the lock removes the file; then this is the lock of a file that nobody else will open.
            if os.path.samestat(os.fstat(file), path.stat()):
                return file
        except FileNotFoundError:
            pass
        except BlockingIOError as error:
            holder = os.read(file, 20).decode(errors="replace")
            os.close(file)
            raise InputError(
                f"{target}: another build (process {holder or 'unknown'}) is writing it; nothing was changed. Wait "
                "until it has ended, or choose another folder with --out"
            ) from error
        os.close(file)


def _clear_up(target: Path) -> None:
    """Remove what a killed build left; bring back what it had taken out of its place."""
    unfinished = _unfinished(target)
    if not unfinished.exists():
        return
    if not unfinished.is_dir() or {path.name for path in unfinished.iterdir()} - {_NEW, _OLD}:
        raise InputError(
            f"{unfinished}: this name is for what a build has not finished, and something else has it; move it away"
        )
    if (unfinished / _OLD).exists() and not target.exists():
        (unfinished / _OLD).rename(target)
    _remove(unfinished)


def _remove(unfinished: Path) -> None:
    try:
        shutil.rmtree(unfinished)
    except OSError as error:
        raise InputError(
            f"{unfinished}: cannot be removed: {error.strerror} ({error.filename}); nothing in it is needed, remove it"
        ) from error


def _put_in_place(made: Path, target: Path, old: Path) -> None:
    """Move the folder `made` to `target`, what stands there out of the way; if that fails, it stands there again."""
    if not target.exists():
        made.rename(target)
    elif not _exchanged(made, target):
        target.rename(old)
        try:
            made.rename(target)
        except OSError:
            old.rename(target)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step, so that there is no moment without either; False where that is not possible."""
    if sys.platform != "linux":
        return False
    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if swap is None:
        return False
    if swap(_AT_WORKING_FOLDER, os.fsencode(one), _AT_WORKING_FOLDER, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
