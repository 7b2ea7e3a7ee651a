"""A build's manifest: what it was made of and from, and every file of it, so that it can be checked and replaced."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from leaderboard import store
from leaderboard.building import build_time, remembered
from leaderboard.errors import InputError
from leaderboard.resources import folder
from leaderboard.site import downloads
from leaderboard.sources import Input

NAME = "manifest.json"

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("altair", "duckdb", "pyarrow", "vl-convert-python")
"""Those that form what is written: with another version of one, bytes may differ."""
_DATABASE = ".duckdb"


@dataclass(frozen=True, slots=True)
class Verified:
    """How a folder differs from its manifest. Names are relative to the folder, in order."""

    files: int
    """Files that the manifest lists."""
    program: str
    """The version that wrote them."""
    sha256: str
    """The checksum of the manifest itself, to compare with one noted elsewhere."""
    differing: list[str]
    missing: list[str]
    added: list[str]
    other_parts: list[str]
    """Parts of this program (rules, queries ...) that are not those that the build was made with."""

    @property
    def holds(self) -> bool:
        """Whether every file is there as it was written, and no other."""
        return not (self.differing or self.missing or self.added)


def write(
    made: Path, inputs: Iterable[Input], settings: Mapping[str, object], known: Mapping[str, str] | None = None
) -> None:
    """Write the manifest of everything in the folder `made`, which was made from `inputs` as `settings` say.

    `known` are checksums that were taken when files were written. It holds no time but that of SOURCE_DATE_EPOCH, no
    path and no name of a machine: equal builds have equal manifests.
    """
    asked = build_time.given()
    dated = {} if asked is None else {"built": dt.datetime.fromtimestamp(asked, dt.UTC).isoformat()}
    content = {
        "leaderboard": version("leaderboard"),
        **dated,
        "parts": parts(),
        "libraries": {"python": platform.python_version()} | {name: version(name) for name in _LIBRARIES},
        "settings": settings,
        "inputs": [asdict(each) for each in inputs],
        "files": _fingerprints(made, sorted(files_in(made) - {remembered.NAME}), known),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (made / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def verify(target: Path) -> Verified:
    """Compare the folder `target` with its manifest.

    Raises InputError where it is no folder of a build, or its manifest lists no checksums.
    """
    content = _read(target)
    listed = content.get("files")
    if not isinstance(listed, dict):
        raise InputError(
            f"{target}: holds no manifest with checksums; `leaderboard build` writes {NAME} beside its database"
        )
    there = files_in(target) - {NAME, remembered.NAME}
    found = _fingerprints(target, sorted(there & listed.keys()))
    made_with = content.get("parts", {})
    return Verified(
        files=len(listed),
        program=content["leaderboard"],
        sha256=hashlib.sha256((target / NAME).read_bytes()).hexdigest(),
        differing=[name for name, fingerprint in found.items() if fingerprint != listed[name]],
        missing=sorted(listed.keys() - there),
        added=sorted(there - listed.keys()),
        other_parts=[name for name, checksum in parts().items() if checksum != made_with.get(name)],
    )


def refuse_foreign_files(target: Path) -> None:
    """Raise InputError where `target` is no folder, or holds a file that the manifest of a build does not list."""
    if not target.exists():
        return
    if not target.is_dir():
        raise InputError(f"{target}: is a file, and the site needs a folder; choose another with --out")
    content = _read(target)
    listed = {NAME, remembered.NAME, *content["files"]} if isinstance(content.get("files"), dict | list) else set()
    if foreign := sorted(files_in(target) - listed):
        named = ", ".join(foreign[:3]) + (f" and {len(foreign) - 3} more" if len(foreign) > 3 else "")
        raise InputError(
            f"{target}: holds files that no build wrote ({named}); nothing was changed. "
            "Move them away, or choose another folder with --out"
        )


def files_in(target: Path) -> set[str]:
    """The names, relative to `target`, of all files and links in it."""
    found = (
        os.path.join(place, name)  # noqa: PTH118 (a Path for each of many thousands takes seconds)
        for place, folders, names in os.walk(target)
        for name in (*names, *(each for each in folders if os.path.islink(os.path.join(place, each))))  # noqa: PTH114, PTH118
    )
    start = len(os.path.join(target, ""))  # noqa: PTH118
    return {path[start:].replace(os.sep, "/") for path in found}


def _read(target: Path) -> dict[str, Any]:
    """The manifest in `target`; empty where there is none, or it is another program's."""
    try:
        content = json.loads((target / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) and isinstance(content.get("leaderboard"), str) else {}


def parts() -> dict[str, str]:
    """What this program reads and writes by, each part as one checksum."""
    patterns = {
        "rules": (_PACKAGE / "extraction", ("*.py", "*.json")),
        "lexicon": (_PACKAGE / "lexicon", ("*.py", "*.toml")),
        "queries": (folder("queries"), ("*.sql",)),
        "templates": (folder("site") / "templates", ("*",)),
        "static": (folder("site") / "static", ("*",)),
    }
    return {name: _checksum_of_folder(place, kinds) for name, (place, kinds) in patterns.items()}


def _checksum_of_folder(place: Path, patterns: Iterable[str]) -> str:
    paths = {path for pattern in patterns for path in place.rglob(pattern) if path.is_file()}
    lines = [f"{_checksum(path)}  {path.relative_to(place).as_posix()}\n" for path in paths]
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprints(place: Path, names: Iterable[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The SHA-256 of each file, as `known` or read; of databases, whose bytes vary by nature, that of their content."""
    known = known or {}
    return {name: known[name] if name in known else _fingerprint(place / name) for name in names}


def _fingerprint(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return "no file"
    if path.suffix == _DATABASE:
        return fingerprint_of_database(path)
    if path.name == downloads.SUMS:
        return hashlib.sha256(_settled_sums(path).encode()).hexdigest()
    return _checksum(path)


def fingerprint_of_database(path: Path) -> str:
    """What the manifest says of a database: the checksum of its content."""
    try:
        return f"content {store.fingerprint_of(path)}"
    except InputError:
        return "no database"


def _settled_sums(path: Path) -> str:
    """A list of checksums in which that of a database, if it is right, stands as the one of its content."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    return "".join(_settled_line(line, path.parent) for line in lines)


def _settled_line(line: str, place: Path) -> str:
    checksum, _, name = line.rstrip("\n").partition("  ")
    named = place / Path(name).name
    if not name.endswith(_DATABASE) or not named.is_file() or checksum != _checksum(named):
        return line
    return f"{fingerprint_of_database(named)}  {name}\n"
