"""The worked examples in `queries/examples.sql`: a title, a question, and the SQL that answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from leaderboard.errors import InputError
from leaderboard.resources import folder

FILE = "examples.sql"
_HEADER = re.compile(r"-- title: (?P<title>.+)\n-- question: (?P<question>.+\?)\n-- shown: (?P<shown>yes|no)\n")


@dataclass(frozen=True, slots=True)
class Example:
    """One question in SQL, complete in itself."""

    title: str
    question: str
    shown: bool
    """Whether its answer stands beside it on the site."""
    sql: str


def examples() -> list[Example]:
    """All examples, in the order of the file, the simplest first."""
    return read(folder("queries") / FILE)


def read(path: Path) -> list[Example]:
    """The examples of an SQL file: statements that end in `;`, each under the lines title, question and shown.

    Raises InputError for a statement without these lines.
    """
    found = []
    pieces = [piece.strip() for piece in re.split(r";\n", path.read_text(encoding="utf-8"))]
    for piece in filter(None, pieces):
        header = _HEADER.search(piece)
        if header is None:
            raise InputError(f"{path}: lines with title, question? and shown: yes|no are missing above {piece[:60]!r}")
        sql = piece[header.end() :].strip()
        found.append(Example(header["title"], header["question"], header["shown"] == "yes", sql))
    return found
