"""What tells soonest where an expression cannot match: cues, parts of words that every match of it holds or begins with,
and its end.

One pass of an automaton over a text finds any cues many times faster than an expression finds nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from leaderboard.extraction import patterns


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
    """An expression whose every match begins with one of its cues, tried only where they stand.

    Cues are parted by blanks; `_` is white space in them. `then` are further cues, one of which begins `within` so many
    characters of where a match begins.
    """

    def __init__(self, cues: str, pattern: regex.Pattern[str], then: str = "", within: int = 0) -> None:
        self.pattern, self.within = pattern, within
        self.cues, self.then = _parted(cues), _parted(then)

    def finditer(self, text: str, places: Iterable[int], overlapped: bool = False) -> Iterator[regex.Match[str]]:
        """The matches in the text, as the expression alone finds them; `places`: where its cues stand, in order."""
        end, match_at = 0, self.pattern.match
        for at in places:
            if at >= end and (match := match_at(text, at)):
                yield match
                end = 0 if overlapped else match.end()


def _parted(cues: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cue.replace("_", " ") for cue in cues.split()))


_WHITE = patterns.compiled(r"\s")


class Together:
    """Expressions whose cues are all found in one pass over a text."""

    def __init__(self, *expressions: Cued) -> None:
        cues = list(dict.fromkeys(cue for each in expressions for cue in (*each.cues, *each.then)))
        self._automaton = AhoCorasick(cues, implementation=Implementation.DFA)  # the quickest, and cues are few
        self._of_cue = [[each for each in expressions if cue in each.cues] for cue in cues]
        self._then_of_cue = [[each for each in expressions if cue in each.then] for cue in cues]
        self.expressions = expressions

    def places(self, text: str) -> dict[Cued, list[int]]:
        """For each expression where its cues stand, in order."""
        found: dict[Cued, list[int]] = {each: [] for each in self.expressions}
        then: dict[Cued, list[int]] = {each: [] for each in self.expressions if each.then}
        text = text if text.isprintable() else _WHITE.sub(" ", text)  # of white space only blanks are
        for cue, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for each in self._of_cue[cue]:
                found[each].append(start)
            for each in self._then_of_cue[cue]:
                then[each].append(start)
        for places in (*found.values(), *then.values()):
            places.sort()  # they come by their ends
        for each, places in then.items():
            found[each] = [at for at in found[each] if bisect_right(places, at + each.within) > bisect_left(places, at)]
        return found


class Ending:
    """An expression that matches only up to where a text ends: from there backwards most texts are told apart soonest.

    Forwards it is tried at every place, and only that tells where its match begins and what it holds.
    """

    def __init__(self, pattern: str) -> None:
        self.forwards, self._backwards = _both_ways(pattern)

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """The match in the text from `start` to `end`, as the expression alone finds it."""
        end = len(text) if end is None else end
        return self.forwards.search(text, start, end) if self._backwards.match(text, start, end) else None


def _both_ways(pattern: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    return patterns.compiled(pattern), patterns.compiled(pattern, regex.REVERSE)
