"""What the next build need not do again: read what was read, and make a file of what it was made of.

It is a file of its own beside the database, in the folder that a build replaces as a whole: what it says of that
folder's files holds for as long as they lie there, whenever a build is killed. Papers and claims are those of the
database, where it is as it was written. Everything in it can be made anew.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import platform
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

from leaderboard import additions, store
from leaderboard.building import resumption
from leaderboard.building.resumption import Former, Read
from leaderboard.resources import folder
from leaderboard.site.writing import Before, Written
from leaderboard.sources import Input

NAME = "cache.json.gz"

_PACKAGE = Path(__file__).resolve().parents[1]
_READING = ("regex", "ahocorasick-rs", "pydantic")
"""The libraries that extraction depends on."""
_SHOWING = ("altair", "duckdb", "jinja2", "markupsafe", "pyarrow", "vl-convert-python")
"""Those that form files."""
_LEVEL = 1
"""Of compression: to a third, at the speed of a disk."""
_KEY_SIZE = 8
"""Bytes of a key of `merging.shared`."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a build left that still holds."""

    read: Read
    """Where rules and lexicon are the same."""
    before: Before | None
    """The site's files, where the whole program is the same."""
    damaged: bool = False
    """Whether there was something that cannot be read."""


NOTHING = Remembered(resumption.NOTHING, None)
_DAMAGED = Remembered(resumption.NOTHING, None, damaged=True)
_DAMAGE = (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading it raises where it is not as it was written."""


def load(database: Path, site: Path, tell: Callable[[Sequence[Input]], None] = lambda inputs: None) -> Remembered:
    """What the build left that wrote `database` and the folder `site`.

    `tell` is called with the inputs that it read, of which there may be none that holds, before all else is loaded.
    """
    path = database.with_name(NAME)
    if not path.exists():
        return NOTHING
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            content = json.load(file)
        inputs = [Input(**each) for each in content["inputs"]]
    except _DAMAGE:
        return _DAMAGED
    tell(inputs)
    try:
        same_program = content["showing"] == _showing()
        files = {name: Written(*each) for name, each in content["files"].items()}
        return Remembered(
            _read(database, content, inputs if same_program else ())
            if content["reading"] == _reading()
            else resumption.NOTHING,
            Before(site, files) if same_program else None,
        )
    except _DAMAGE:
        return _DAMAGED


def _read(database: Path, content: Mapping[str, Any], inputs: Sequence[Input]) -> Read:
    """What is in the database, if it is the one that was written; inputs are only known to the same program."""
    keys = base64.b64decode(content["keys"])
    split = frozenset(keys[first : first + _KEY_SIZE] for first in range(0, len(keys), _KEY_SIZE))
    if not database.is_file() or _checksum_of(database) != content["database"]:
        return resumption.NOTHING
    nothing = resumption.NOTHING
    former = Former.of(database)
    read = Read(nothing.papers, nothing.claims, inputs, split, content["beyond"], set(content["elsewhere"]), former)
    return read if content["made_of"] == store.made_of() else read.with_former()


def save(database: Path, read: Read, files: Mapping[str, Written]) -> None:
    """Write what a build did beside the `database` that it wrote: what it `read`, and the `files` of its site."""
    content = {
        "reading": _reading(),
        "showing": _showing(),
        "made_of": store.made_of(),
        "database": _checksum_of(database),
        "inputs": [asdict(each) for each in read.inputs],
        "keys": base64.b64encode(b"".join(sorted(read.keys))).decode(),
        "beyond": dict(sorted(read.beyond.items())),
        "elsewhere": sorted(read.elsewhere),
        "files": {name: _values(written) for name, written in sorted(files.items())},
    }
    text = json.dumps(content, separators=(",", ":"))
    with database.with_name(NAME).open("wb") as out, gzip.GzipFile("", "wb", _LEVEL, out, mtime=0) as file:
        file.write(text.encode())


_values = attrgetter(*(field.name for field in fields(Written)))
"""What a `Written` is made of, in its order; `astuple`, which copies each value, takes ten times as long."""


def _checksum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _reading() -> str:
    """The checksum of all that decides what is read from a text."""
    folders = [_PACKAGE / name for name in ("additions", "extraction", "lexicon")]
    alone = [_PACKAGE / name for name in ("limits.py", "model.py", "store.py")]
    files = [*alone, *(file for place in folders for file in _files(place))]
    shipped = _checksum(files, _READING)
    return f"{shipped} {json.dumps(additions.current().checksums())}"


def _showing() -> str:
    """The checksum of all that decides how data become files."""
    return _checksum([*_files(_PACKAGE), *_files(folder("site") / "templates")], _SHOWING)


def _files(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc")


def _checksum(paths: Iterable[Path], libraries: Iterable[str]) -> str:
    checksum = hashlib.sha256(platform.python_version().encode())
    for library in libraries:
        checksum.update(f"\0{library} {version(library)}".encode())
    for path in paths:
        checksum.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return checksum.hexdigest()
