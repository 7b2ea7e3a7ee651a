"""Which rules can match a tape, and where: told from the words and marks on it before any expression is tried.

Every element of a pattern that only certain words or marks can begin is an *anchor* with a bit of its own. A token's bits
are the anchors it can begin; a rule is tried only on tapes that hold its anchors, and only where it can begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from leaderboard.extraction.rules import Rule, all_rules, element_pattern
from leaderboard.extraction.tape import Tape


@dataclass(frozen=True, slots=True)
class Anchored:
    """A rule, the anchors it needs (one of each), and those that it can begin with."""

    rule: Rule
    needs: tuple[int, ...]
    first: int


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of a pattern: its alternatives, each a sequence of elements and groups."""

    alternatives: list[_Sequence]


_Sequence = list[tuple[str | _Group, bool]]
"""Elements and groups in order, each with whether it may be missing."""


def _parsed(elements: Iterator[str]) -> tuple[_Group, str]:
    """The alternatives up to the closing bracket (or the end), and that bracket."""
    alternatives: list[_Sequence] = [[]]
    for element in elements:
        if element == "(":
            group, closing = _parsed(elements)
            alternatives[-1].append((group, closing in (")?", ")*")))
        elif element == "|":
            alternatives.append([])
        elif element in (")", ")?", ")*", ")+"):
            return _Group(alternatives), element
        elif element[-1] in "?*+" and element[-2:-1] in "}>":
            alternatives[-1].append((element[:-1], element[-1] != "+"))
        else:
            alternatives[-1].append((element, element.startswith("~")))
    return _Group(alternatives), ""


ANYTHING = 1
"""The bit of every word and mark."""


class _Bits:
    """The anchors of all rules, each with its bit."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}
        self._patterns: list[regex.Pattern[str]] = []
        self._begun: dict[str, int] = {}

    def anchor(self, element: str) -> int:
        """The bit of an element; ANYTHING for one that any word can begin, which is no anchor."""
        if element not in self._of:
            pattern = _one(element)
            anything = all(pattern.fullmatch(letter, partial=True) for letter in "jqxz")
            self._of[element] = ANYTHING if anything else 2 << len(self._patterns)
            if not anything:
                self._patterns.append(pattern)
        return self._of[element]

    def begun_by(self, token: str) -> int:
        """The anchors that a word or mark can begin. Most words are done with after two or three letters."""
        text, bits = token + " ", (2 << len(self._patterns)) - 1
        for length in range(1, len(text) + 1):
            prefix = text[:length]
            if prefix not in self._begun:
                self._begun[prefix] = sum(
                    2 << k
                    for k, pattern in enumerate(self._patterns)
                    if 2 << k & bits and pattern.fullmatch(prefix, partial=True)
                )
            bits = self._begun[prefix]
            if not bits:
                break
        return bits | ANYTHING

    def first(self, group: _Group) -> int:
        """The anchors that a match of the group can begin with."""
        found = 0
        for sequence in group.alternatives:
            for node, optional in sequence:
                found |= self.anchor(node) if isinstance(node, str) else self.first(node)
                if not optional:
                    break
            else:
                found |= ANYTHING
        return found

    def needs(self, sequence: _Sequence) -> list[int]:
        """For each part that no match goes without, the anchors of which it holds one."""
        found: list[int] = []
        for node, optional in sequence:
            if optional:
                continue
            if isinstance(node, str):
                found.append(self.anchor(node))
            else:
                of_each = [self.needs(alternative) for alternative in node.alternatives]
                if len(of_each) == 1:
                    found += of_each[0]
                elif all(of_each):
                    found.append(_union(needs[0] for needs in of_each))
        return [bits for bits in found if not bits & ANYTHING]


def _one(element: str) -> regex.Pattern[str]:
    return regex.compile(element_pattern(element))


def _union(bits: Iterator[int]) -> int:
    found = 0
    for each in bits:
        found |= each
    return found


@cache
def _table() -> tuple[_Bits, tuple[Anchored, ...]]:
    bits = _Bits()
    rules = []
    for rule in all_rules():
        group, _ = _parsed(iter(rule.pattern.split()))
        needs = bits.needs(group.alternatives[0]) if len(group.alternatives) == 1 else []
        rules.append(Anchored(rule, tuple(dict.fromkeys(needs)), bits.first(group)))
    return bits, tuple(rules)


@lru_cache(maxsize=1 << 15)
def _begun_by(token: str) -> int:
    bits, _ = _table()
    return bits.begun_by(token)


def matches(tape: Tape) -> Iterator[tuple[Rule, list[regex.Match[str]]]]:
    """Each rule that matches the tape, with its matches by place: one for each word or mark that one begins at."""
    begun = [_begun_by(token) for token in tape.text[1:-1].split(" ")]
    held = _union(iter(begun))
    for anchored in _table()[1]:
        for need in anchored.needs:
            if not need & held:
                break
        else:
            first, match = anchored.first, anchored.rule.compiled.match
            found = [
                one
                for offset, bits in zip(tape.offsets, begun, strict=True)
                if first & bits and (one := match(tape.text, offset))
            ]
            if found:
                yield anchored.rule, found
