"""Names that were read as benchmarks but are not in the lexicon: what each may be, and the entry to add for it."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_MOST_MATCHES = 3
_LEAST_LIKENESS = 80
"""Of 100; below this, matches are mostly chance."""
_PART_OF_NAME = 0.9
"""What it counts to share all words of the shorter name: CIFAR and CIFAR-10 have 90."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that the lexicon does not have."""

    name: str
    papers: int
    claims: int
    metrics: tuple[str, ...]
    """Metrics of the lexicon that claims on it are in."""
    likely: tuple[tuple[str, int], ...]
    """Benchmarks of the lexicon that it may be, with their likeness from 80 to 100, the likeliest first."""
    title: str
    sentence: str


def to_review(connection: duckdb.DuckDBPyConnection, limit: int | None = None) -> list[Unknown]:
    """The `limit` most frequent names of the view `names_to_review`, or all, with what each may be; none is merged."""
    rows = connection.execute(
        "SELECT name, papers, claims, metrics, title, sentence FROM names_to_review "
        "ORDER BY papers DESC, claims DESC, name LIMIT $limit",
        {"limit": limit},
    ).fetchall()
    listed = connection.execute(
        "SELECT benchmark, benchmark FROM benchmarks UNION SELECT alias, benchmark FROM benchmark_aliases ORDER BY ALL"
    ).fetchall()
    spellings = _Spellings(listed)
    return [
        Unknown(name, papers, claims, tuple(metrics or ()), spellings.likely(name), title, sentence)
        for name, papers, claims, metrics, title, sentence in rows
    ]


class _Spellings:
    """All spellings of the lexicon's benchmarks, to find those that a name is like."""

    def __init__(self, listed: Iterable[tuple[str, str]]) -> None:
        """`listed` are spellings, each with the benchmark that it is of."""
        named = [(_words(spelling), benchmark) for spelling, benchmark in listed]
        self._words = [words for words, _ in named]
        self._benchmarks = [benchmark for _, benchmark in named]
        self._as_a_whole = _ByLength(self._words)
        self._in_order = _ByLength([_in_order(words) for words in self._words])
        self._with: dict[str, list[int]] = {}
        for place, words in enumerate(self._words):
            for word in words.split():
                self._with.setdefault(word, []).append(place)

    def likely(self, name: str) -> tuple[tuple[str, int], ...]:
        """Benchmarks whose spelling is like `name` as a whole (a slip, a plural) or shares all of its words."""
        words = _words(name)
        best: dict[str, tuple[float, int]] = {}
        for place, likeness in self._like(words):
            # Many contain a short name; of those the one of the nearest length is likeliest.
            found = (likeness, -abs(len(self._words[place]) - len(words)))
            benchmark = self._benchmarks[place]
            best[benchmark] = max(found, best.get(benchmark, found))
        ranked = sorted(best.items(), key=lambda match: (-match[1][0], -match[1][1], match[0]))
        return tuple((benchmark, round(likeness)) for benchmark, (likeness, _) in ranked[:_MOST_MATCHES])

    def _like(self, words: str) -> Iterator[tuple[int, float]]:
        """Places of spellings that are like `words`, with their likeness; some twice."""
        yield from self._as_a_whole.like(words, _LEAST_LIKENESS)
        for place, likeness in self.sharing(words, _LEAST_LIKENESS / _PART_OF_NAME):
            yield place, likeness * _PART_OF_NAME

    def sharing(self, words: str, least: float) -> Iterator[tuple[int, float]]:
        """Places of spellings whose `fuzz.token_set_ratio` to `words` is `least` or more, with that ratio."""
        from rapidfuzz import fuzz, process

        related = {place: self._words[place] for word in words.split() for place in self._with.get(word, ())}
        for _, likeness, place in process.extract(
            words, related, scorer=fuzz.token_set_ratio, limit=None, score_cutoff=least
        ):
            yield place, likeness
        # Without a word in common it is the ratio of the words in order, which is told forty times as fast.
        if words:
            for place, likeness in self._in_order.like(_in_order(words), least):
                if place not in related:
                    yield place, likeness


class _ByLength:
    """Texts, to find those that another is like; most are so much longer or shorter that they need no look."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._places = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        self._texts = [texts[place] for place in self._places]
        self._lengths = [len(text) for text in self._texts]

    def like(self, text: str, least: float) -> Iterator[tuple[int, float]]:
        """Places of texts whose `fuzz.ratio` to `text` is `least` (above 0) or more, with that ratio."""
        from rapidfuzz import fuzz, process

        # It is the share of both that is in both: at most all of the shorter and as much of the longer.
        most = 200 / least - 1
        first = bisect_left(self._lengths, int(len(text) / most))
        end = bisect_right(self._lengths, ceil(len(text) * most))
        for _, likeness, number in process.extract(
            text, self._texts[first:end], scorer=fuzz.ratio, limit=None, score_cutoff=least
        ):
            yield self._places[first + number], likeness


def _in_order(words: str) -> str:
    """Each word once, by the alphabet."""
    return " ".join(sorted(set(words.split())))


def _words(name: str) -> str:
    """Letters and digits apart, so that CIFAR is a word of CIFAR10, but OCT none of DOCTOR."""
    return " ".join(re.findall(r"[^\W\d_]+|\d+", name.casefold()))


def table(unknown: Iterable[Unknown]) -> pa.Table:
    """A row for each name, its likely matches in one text: `CIFAR-10 (90), CIFAR-100 (90)`."""
    import pyarrow as pa

    rows = list(unknown)
    text, number = pa.string(), pa.int32()
    return pa.table(
        {
            "name": pa.array([each.name for each in rows], text),
            "papers": pa.array([each.papers for each in rows], number),
            "claims": pa.array([each.claims for each in rows], number),
            "likely": pa.array([_listed(each) for each in rows], text),
            "metrics": pa.array([", ".join(each.metrics) for each in rows], text),
            "title": pa.array([each.title for each in rows], text),
            "sentence": pa.array([each.sentence for each in rows], text),
        }
    )


def _listed(unknown: Unknown) -> str:
    return ", ".join(f"{name} ({likeness})" for name, likeness in unknown.likely)


def toml(unknown: Iterable[Unknown]) -> str:
    """Entries for `benchmarks.toml`, to be checked by a person: above each, as a comment, what it may be instead."""
    return "\n".join(map(_entry, unknown))


def _entry(unknown: Unknown) -> str:
    lines = []
    for name, likeness in unknown.likely:
        alias = f"aliases = [{_text(unknown.name)}]"
        lines.append(f"# {likeness} like {_text(name)}; if it is the same, add there instead: {alias}")
    lines += ["[[benchmark]]", f"name = {_text(unknown.name)}"]
    if unknown.metrics:
        lines.append(f"metrics = [{', '.join(map(_text, unknown.metrics))}]")
    lines.append(f"papers = {unknown.papers}")
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """A basic string of TOML, which is written as one of JSON."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
