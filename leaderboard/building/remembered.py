"""What the next build need not do again: claims by the text that they were read from, files by what made them.

It is a file of its own beside the database, in the folder that a build replaces as a whole: what it says of that
folder's files holds for as long as they lie there, whenever a build is killed. Everything in it can be made anew.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from leaderboard import additions
from leaderboard.model import CLAIM_COLUMNS, Claim, Paper, claim_id
from leaderboard.resources import folder
from leaderboard.site.writing import Before, Written

NAME = "cache.json.gz"

_PACKAGE = Path(__file__).resolve().parents[1]
_READING = ("regex", "ahocorasick-rs", "pydantic")
"""The libraries that extraction depends on."""
_SHOWING = ("altair", "duckdb", "jinja2", "markupsafe", "pyarrow", "vl-convert-python")
"""Those that form files."""
_STORED = [name for name in CLAIM_COLUMNS if name not in ("claim_id", "paper_id")]
_LEVEL = 1
"""Of compression: to a third, at the speed of a disk."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a build left that still holds."""

    claims: dict[str, list[Claim]]
    """By `paper_id`, for each paper whose text it had read."""
    before: Before | None
    """The site's files."""
    damaged: bool = False
    """Whether there was something that cannot be read."""


NOTHING = Remembered({}, None)


def load(built: Path, site: Path, papers: Iterable[Paper]) -> Remembered:
    """What the build in the folder `built`, whose site is the folder `site`, left of use to a build of `papers`.

    Claims hold where rules and lexicon are the same; files, where the whole program is.
    """
    path = built / NAME
    if not path.exists():
        return NOTHING
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            content = json.load(file)
        stored = content["claims"] if content["reading"] == _reading() else {}
        keyed = ((paper, key(paper)) for paper in (papers if stored else ()))
        claims = {paper.paper_id: _claims(paper, stored[text]) for paper, text in keyed if text in stored}
        files = {name: Written(*each) for name, each in content["files"].items()}
        return Remembered(claims, Before(site, files) if content["showing"] == _showing() else None)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Remembered({}, None, damaged=True)


def save(built: Path, papers: Sequence[Paper], claims: Iterable[Claim], files: Mapping[str, Written]) -> None:
    """Write what a build did into its folder: those of `claims` that are of `papers`, and the `files` of its site."""
    by_paper: dict[str, list[Any]] = {paper.paper_id: [] for paper in papers}
    for claim in claims:
        if claim.paper_id in by_paper:
            by_paper[claim.paper_id].append([getattr(claim, name) for name in _STORED])
    content = {
        "reading": _reading(),
        "showing": _showing(),
        "claims": {key(paper): by_paper[paper.paper_id] for paper in papers},
        "files": {name: astuple(written) for name, written in sorted(files.items())},
    }
    text = json.dumps(content, separators=(",", ":"))
    with (built / NAME).open("wb") as out, gzip.GzipFile("", "wb", _LEVEL, out, mtime=0) as file:
        file.write(text.encode())


def key(paper: Paper) -> str:
    """The checksum of what extraction reads of a paper."""
    text = f"{paper.title}\0{paper.abstract}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def _claims(paper: Paper, stored: Iterable[Sequence[Any]]) -> list[Claim]:
    """The claims that were `stored` for the text of a paper, which may have another id now."""
    found = []
    for values in stored:
        fields = dict(zip(_STORED, values, strict=True))
        identity = claim_id(paper.paper_id, *(fields[name] for name in ("start", "kind", "benchmark", "method")))
        found.append(Claim(claim_id=identity, paper_id=paper.paper_id, **fields))
    return found


def _reading() -> str:
    """The checksum of all that decides what is read from a text."""
    folders = [_PACKAGE / name for name in ("additions", "extraction", "lexicon")]
    files = [_PACKAGE / "model.py", *(file for place in folders for file in _files(place))]
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
