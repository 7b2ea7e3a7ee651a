"""Cues: parts of words of which every match of an expression holds one, or begins with one, looked for first.

One pass of an automaton over the text finds any of them many times faster than the expression finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from ahocorasick_rs import AhoCorasick


class Cues:
    """A set of cues, parted by blanks."""

    def __init__(self, cues: str) -> None:
        self._automaton = AhoCorasick(list(dict.fromkeys(cues.split())))

    def in_text(self, text: str) -> bool:
        """Whether any cue (they are in lower case) stands in the text, in upper or lower case."""
        return bool(self._automaton.find_matches_as_indexes(text.lower()))

    def places(self, text: str) -> list[int]:
        """Where cues begin, in order."""
        return sorted({start for _, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)})


class Cued:
    """An expression whose every match begins with one of its cues, tried only where they stand."""

    def __init__(self, cues: str, pattern: regex.Pattern[str]) -> None:
        self.pattern = pattern
        self._cues = Cues(cues)

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """The matches in the text, as the expression alone finds them."""
        end = 0
        for at in self._cues.places(text):
            if at >= end and (match := self.pattern.match(text, at)):
                yield match
                end = match.end()
