"""What a user adds by `--lexicon` and `--rules`: read, checked, and used for as long as a command takes.

Extraction is loaded only where there is something to check: a process that shares the work among others goes without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leaderboard import additions
from leaderboard.additions import Additions, File
from leaderboard.errors import InputError

Files = str | Path | Iterable[str | Path] | None
"""A path, several, or none."""


@contextmanager
def in_use(lexicons: Files, rules: Files) -> Iterator[None]:
    """Read by these files, too, for as long as the context lasts.

    Raises InputError, with file, line and the entry's name, for a file that cannot be read, an entry that is none, one
    whose name is taken, and an example that does not hold.
    """
    added = Additions(_all_read(lexicons), _all_read(rules))
    if added == additions.current():
        yield
        return
    from leaderboard.additions.own_examples import check

    with additions.chosen(added):
        check()
        yield


def _all_read(paths: Files) -> tuple[File, ...]:
    return tuple(_read(Path(path)) for path in ([paths] if isinstance(paths, str | Path) else paths or ()))


def _read(path: Path) -> File:
    from leaderboard.sources import files

    if not path.is_file():
        raise InputError(f"{path}: {'is no file' if path.exists() else 'there is no such file'}")
    try:
        return File(str(path), files.decoded(path.read_bytes(), str(path)))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
