"""A user's own entries for the lexicon and own rules: the files as they were read, and what this process reads by.

They are chosen before anything is read, once for a process (and for each that it starts), and stay as they are until
the work is done: for that long, what is read from a text depends on the text alone. Worker processes import this, so it
needs nothing beyond the standard library.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from leaderboard.errors import InputError

Kept = TypeVar("Kept")

_MOST_PARTS = 50
_DOTTED = re.compile(rf"(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a user's file: `[[benchmark]]` and what follows."""

    table: str
    record: Mapping[str, Any]
    where: str
    """File, line and name, for messages."""


@dataclass(frozen=True, slots=True)
class File:
    """A TOML file of a user's, with the path that was given and its whole text."""

    label: str
    text: str

    @property
    def sha256(self) -> str:
        """The checksum of its text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def entries(self, *tables: str) -> Iterator[Entry]:
        """The entries of these tables, by table. Raises InputError, with the line, for a file of anything else."""
        data = self._parsed()
        wanted = " or ".join(f"[[{table}]]" for table in tables)
        if unknown := sorted(data.keys() - set(tables)):
            name = re.escape(unknown[0])
            begun = re.search(rf"^[ \t]*\[+[ \t]*{name}\b", self.text, re.MULTILINE)
            begun = begun or re.search(rf"^[ \t]*{name}\b", self.text, re.MULTILINE)
            line = self._line(begun.start()) if begun else 1
            raise InputError(f"{self.label}, line {line}: {unknown[0]!r} is unknown; an entry begins with {wanted}")
        for table, records in data.items():
            heads = [*re.finditer(rf"^[ \t]*\[\[[ \t]*{table}[ \t]*\]\]", self.text, re.MULTILINE)]
            if not isinstance(records, list) or len(heads) != len(records):
                raise InputError(f"{self.label}: begin each entry with a line of its own, {wanted}")
            line, before = 1, 0
            for head, record in zip(heads, records, strict=True):
                line += self.text.count("\n", before, head.start())
                before = head.start()
                name = record.get("name", "without a name")
                yield Entry(table, record, f"{self.label}, line {line}: {table} {name!r}")

    def _line(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def _parsed(self) -> dict[str, Any]:
        if dotted := _DOTTED.search(self.text):  # for each part of a key tomllib keeps all those before it
            raise InputError(f"{self.label}, line {self._line(dotted.start())}: a key of more than {_MOST_PARTS} parts")
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
            line = place[1] if place else self._line(len(self.text.rstrip()))
            raise InputError(f"{self.label}, line {line}: not TOML: {error}") from error
        except RecursionError as error:
            raise InputError(f"{self.label}: brackets stand too deep in one another") from error
        except ValueError as error:
            raise InputError(f"{self.label}: a number of more than {sys.get_int_max_str_digits():,} digits") from error


@dataclass(frozen=True, slots=True)
class Additions:
    """The files that add to what is shipped."""

    lexicon: tuple[File, ...] = ()
    rules: tuple[File, ...] = ()

    def checksums(self) -> dict[str, list[str]]:
        """Those of their texts; nothing of where they lie or what they are called."""
        return {"lexicon": [file.sha256 for file in self.lexicon], "rules": [file.sha256 for file in self.rules]}


NONE = Additions()
_chosen = NONE
_forget: list[Callable[[], None]] = []


def current() -> Additions:
    """What this process adds to what is shipped."""
    return _chosen


def choose(additions: Additions) -> None:
    """Let this process read by these from now on. To be called before it reads anything."""
    global _chosen
    _chosen = additions
    for forget in _forget:
        forget()


@contextmanager
def chosen(additions: Additions) -> Iterator[None]:
    """Read by these for as long as the context lasts."""
    before = current()
    choose(additions)
    try:
        yield
    finally:
        choose(before)


def cached(function: Callable[[], Kept]) -> Callable[[], Kept]:
    """`functools.cache` for what is made of lexicon or rules: made anew once others are chosen."""
    kept = functools.cache(function)
    _forget.append(kept.cache_clear)
    return kept
