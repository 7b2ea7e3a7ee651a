"""DuckDB for browsers: pinned npm packages, fetched once into a cache, checked, and copied into a site."""

from __future__ import annotations

import base64
import gzip
import hashlib
import http.client
import os
import sys
import tarfile
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leaderboard import tables
from leaderboard.errors import InputError

PINNED = Path(__file__).with_name("browser_engine.toml")
CACHE_VARIABLE = "LEADERBOARD_CACHE"
"""The environment variable that names another folder for the cache."""
_PATIENCE = 60
"""Seconds without a byte after which a download has failed."""
_COMPRESSION = 6
"""Half a percent larger than the best, in a third of the time."""


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package: where its archive is, what it must be, and what is used of it."""

    name: str
    version: str
    address: str
    integrity: str
    """`sha512-` and the base64 of the archive's checksum, as npm writes it."""
    files: Mapping[str, str]
    """The files that are used, by their names in the archive: their names in the site."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What goes with them into the site, by its name there."""

    @property
    def archive(self) -> str:
        """The name of its archive in the cache."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


@dataclass(frozen=True, slots=True)
class Engine:
    """The packages, each with its archive on this machine, whose checksum is right."""

    archives: tuple[tuple[Package, Path], ...]

    def write(self, target: Path) -> None:
        """Write the files that are used into the folder `target`. Raises InputError where an archive lacks one."""
        target.mkdir(parents=True, exist_ok=True)
        for package, path in self.archives:
            with tarfile.open(path, "r:gz") as archive:
                # Nothing is extracted by the archive's own names: they could lead out of the folder.
                for member, name in package.files.items():
                    (target / name).write_bytes(_packed(name, _content(archive, member, path)))
            for name, text in package.texts.items():
                (target / name).write_text(text.lstrip(), encoding="utf-8", newline="\n")


def _content(archive: tarfile.TarFile, member: str, path: Path) -> bytes:
    try:
        file = archive.extractfile(member)
    except KeyError:
        file = None
    if file is None:
        raise InputError(f"{path}: holds no file {member}; {PINNED.name} must name those of the version it pins")
    return file.read()


def _packed(name: str, content: bytes) -> bytes:
    return gzip.compress(content, _COMPRESSION, mtime=0) if name.endswith(".gz") else content


def pinned(path: Path = PINNED) -> list[Package]:
    """The packages that the file names."""
    with path.open("rb") as file:
        return [Package(**each) for each in tomllib.load(file)["package"]]


def default_cache() -> Path:
    """The folder for files that can be fetched again: as the environment says, else the user's of this system."""
    if named := os.environ.get(CACHE_VARIABLE):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "leaderboard" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "leaderboard"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leaderboard"


def fetch(
    cache: Path,
    packages: Iterable[Package] | None = None,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> Engine:
    """The engine of `packages` (the pinned ones), from the folder `cache`; what is not there is fetched into it.

    `report` is called with how many packages are there and how many there are. Raises InputError where one cannot be
    fetched, is not what was pinned, or the cache cannot be written.
    """
    wanted = list(pinned() if packages is None else packages)
    archives = []
    for done, package in enumerate(wanted):
        report(done, len(wanted))
        archives.append((package, _archive(cache, package)))
    report(len(wanted), len(wanted))
    return Engine(tuple(archives))


def _archive(cache: Path, package: Package) -> Path:
    path = cache / package.archive
    if path.is_file() and _integrity(path.read_bytes()) == package.integrity:
        return path
    content = _download(package, path)
    if (found := _integrity(content)) != package.integrity:
        raise InputError(
            f"{package.address}: is not what was pinned: its checksum is {found}, and {PINNED.name} has "
            f"{package.integrity}; it was not used"
        )
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{cache}: cannot be written: {error.strerror}; choose another folder with --cache") from error
    with tables.replacing(path) as out:
        out.write(content)
    return path


def _integrity(content: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()


def _download(package: Package, path: Path) -> bytes:
    try:
        with urllib.request.urlopen(package.address, timeout=_PATIENCE) as answer:
            content: bytes = answer.read()
    except (OSError, http.client.HTTPException) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise InputError(
            f"{package.address}: cannot be fetched: {reason}. The SQL page needs it once: fetch it elsewhere and "
            f"put it at {path}, or build without --sql-page"
        ) from error
    return content
