"""Cues: parts of words one of which every match of an expression holds, asked for first.

One pass of an automaton over the text finds any of them many times faster than the expression finds nothing.
"""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick


class Cues:
    """A set of cues, in lower case, parted by blanks; `_` within a cue stands for a blank."""

    def __init__(self, cues: str) -> None:
        self._automaton = AhoCorasick([cue.replace("_", " ") for cue in dict.fromkeys(cues.split())])

    def in_text(self, text: str) -> bool:
        """Whether any cue stands in the text, in upper or lower case."""
        return bool(self._automaton.find_matches_as_indexes(text.lower()))
