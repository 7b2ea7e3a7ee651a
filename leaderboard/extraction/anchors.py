"""Which rules can match a tape, and where: told from the words and marks on it before any expression is tried.

Every element of a pattern that only certain words or marks can begin is an *anchor* with a bit of its own. A token's bits
are the anchors it can begin. A rule needs some of them, each so many tokens behind where it begins; it is tried only
where all of them stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, reduce
from itertools import takewhile
from operator import or_
from string import ascii_lowercase

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.rules import Rule, all_rules, compile_pattern, element_pattern, most_tokens
from leaderboard.extraction.tape import Tape, of_tapes

ANYTHING = 1
"""The bit of every word and mark."""
ENDLESS = 1000
"""As far as this a token may be that is behind any number of others: no rule matches a longer piece of a sentence."""


@dataclass(frozen=True, slots=True)
class Need:
    """Anchors of which a rule's match holds one, and how many tokens that one is behind the match's first."""

    anchors: int
    nearest: int
    farthest: int

    def behind(self, nearest: int, farthest: int) -> Need:
        """The same need behind so many more tokens."""
        return Need(self.anchors, self.nearest + nearest, min(self.farthest + farthest, ENDLESS))


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of a pattern: its alternatives, each a sequence of parts."""

    alternatives: list[list[_Part]]


@dataclass(frozen=True, slots=True)
class _Part:
    """An element or a group, and how it may be repeated."""

    what: str | _Group
    optional: bool = False
    repeated: bool = False


def _parsed(elements: Iterator[str]) -> tuple[_Group, str]:
    """The alternatives up to the closing bracket (or the end), and that bracket."""
    alternatives: list[list[_Part]] = [[]]
    for element in elements:
        if element == "(":
            group, closing = _parsed(elements)
            alternatives[-1].append(_Part(group, closing in (")?", ")*"), closing in (")*", ")+")))
        elif element == "|":
            alternatives.append([])
        elif element in (")", ")?", ")*", ")+"):
            return _Group(alternatives), element
        elif element[-1] in "?*+" and element[-2:-1] in "}>":
            alternatives[-1].append(_Part(element[:-1], element[-1] != "+", element[-1] != "?"))
        else:
            alternatives[-1].append(_Part(element, element.startswith("~")))
    return _Group(alternatives), ""


@dataclass(slots=True)
class _Anchors:
    """The anchors of all rules, each with its bit."""

    of_element: dict[str, int] = field(default_factory=dict)
    patterns: list[regex.Pattern[str]] = field(default_factory=list)
    words: int = 0
    """The anchors that words begin; none but marks begin the others."""
    begun: dict[str, int] = field(default_factory=dict)
    """For each beginning of a token that was met, the anchors that it may begin."""

    def anchor(self, element: str) -> int:
        """The bit of an element; ANYTHING for one that any word can begin, which is no anchor."""
        if element not in self.of_element:
            pattern = _compiled(element)
            anything = all(_begins(pattern, letter) for letter in "jqxz")
            self.of_element[element] = ANYTHING if anything else 2 << len(self.patterns)
            if not anything:
                if any(_begins(pattern, letter) for letter in ascii_lowercase):
                    self.words |= self.of_element[element]
                self.patterns.append(pattern)
                self.begun.clear()
        return self.of_element[element]

    def begun_by(self, token: str) -> int:
        """The anchors that a word or mark can begin. Most words are done with after two or three letters."""
        if token[0].isupper():  # a mark: its number is nothing that an element asks for
            token = token[0] + "0" + token[1:].lstrip("0123456789")
        text, bits = token + " ", (1 << len(self.patterns)) - 1
        for length in range(1, len(text) + 1):
            prefix = text[:length]
            known = self.begun.get(prefix)
            if known is None:
                known = self.begun[prefix] = sum(1 << k for k in _places(bits) if _begins(self.patterns[k], prefix))
            bits = known
            if not bits:
                break
        return bits << 1 | ANYTHING

    def first(self, group: _Group) -> int:
        """The anchors that a match of the group can begin with."""
        found = 0
        for alternative in group.alternatives:
            for part in alternative:
                found |= self.anchor(part.what) if isinstance(part.what, str) else self.first(part.what)
                if not part.optional:
                    break
            else:
                found |= ANYTHING
        return found

    def needs(self, group: _Group) -> tuple[list[Need], int, int]:
        """What no match of the group goes without, and the fewest and the most tokens that a match has."""
        of_each = [self._needs(alternative) for alternative in group.alternatives]
        fewest, most = min(few for _, few, _ in of_each), max(many for _, _, many in of_each)
        if len(of_each) == 1:
            return of_each[0][0], fewest, most
        if not all(needs for needs, _, _ in of_each):
            return [], fewest, most
        # One of the first needs of each, and one of the last: the number is often there. And one that is no mark: a number
        # stands on every tape.
        chosen = [[needs[end] for needs, _, _ in of_each] for end in (0, -1)]
        words = [[need for need in needs if need.anchors & self.words] for needs, _, _ in of_each]
        if all(words):
            chosen.append([needs[0] for needs in words])
        return [_joint(needs) for needs in chosen], fewest, most

    def _needs(self, sequence: list[_Part]) -> tuple[list[Need], int, int]:
        found: list[Need] = []
        fewest = most = 0
        for part in sequence:
            if isinstance(part.what, str):
                most_here = most_tokens(part.what) or ENDLESS
                needs, few, many = [Need(self.anchor(part.what), 0, 0)], 1, most_here
            else:
                needs, few, many = self.needs(part.what)
            if not part.optional:
                found += (need.behind(fewest, most) for need in needs if not need.anchors & ANYTHING)
                fewest += few
            most = min(most + (ENDLESS if part.repeated else many), ENDLESS)
        return found, fewest, most


def has_always(pattern: str, beginnings: tuple[str, ...]) -> bool:
    """Whether every match of a pattern holds an element with one of these beginnings."""

    def holds(group: _Group) -> bool:
        return all(any(map(is_one, parts)) for parts in group.alternatives)

    def is_one(part: _Part) -> bool:
        inside = part.what.startswith(beginnings) if isinstance(part.what, str) else holds(part.what)
        return inside and not part.optional

    return holds(_parsed(iter(pattern.split()))[0])


def _joint(needs: list[Need]) -> Need:
    """What a match holds that has one of these needs."""
    nearest, farthest = min(need.nearest for need in needs), max(need.farthest for need in needs)
    return Need(_union(need.anchors for need in needs), nearest, farthest)


def _compiled(element: str) -> regex.Pattern[str]:
    return patterns.compiled(element_pattern(element))


def _begins(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether a match of the pattern may begin so."""
    return pattern.fullmatch(text, partial=True) is not None


def _places(bits: int) -> Iterator[int]:
    """Which bits are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _union(bits: Iterator[int]) -> int:
    found = 0
    for each in bits:
        found |= each
    return found


_Need = tuple[int, int, tuple[int, ...] | None]
"""A set by its number, the least tokens that it stands behind, and how places are spread over the others (`_spread`)."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A rule with what tells where it is tried; sets of anchors go by their number among all that any rule has."""

    rule: Rule
    number: int
    sets: int
    """Bits of the sets that must be met."""
    first: int
    needs: tuple[_Need, ...]
    """Each need but those at the beginning."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The anchors, the sets of them that rules ask for, and the rules."""

    anchors: _Anchors
    sets: int
    """How many sets there are."""
    sets_of: tuple[int, ...]
    """For each anchor the sets that hold it, as bits, but those that every token meets."""
    rules: tuple[_Anchored, ...]
    anything: int
    """Bits of the sets that every token meets."""
    marked: int
    """Bits of the sets that no word of letters meets, but only marks: which of them a tape has tells most rules apart."""


@cache
def _table() -> _Table:
    anchors = _Anchors()
    numbers: dict[int, int] = {}
    rules: list[_Anchored] = []
    for rule in all_rules():
        group, _ = _parsed(iter(rule.pattern.split()))
        first = numbers.setdefault(anchors.first(group), len(numbers))
        needs = [
            (numbers.setdefault(need.anchors, len(numbers)), need.nearest, need.farthest)
            for need in dict.fromkeys(anchors.needs(group)[0])
        ]
        met = _union(1 << number for number in (first, *(number for number, _, _ in needs)))
        behind = tuple((number, near, _steps(near, far)) for number, near, far in needs if (number, far) != (first, 0))
        rules.append(_Anchored(rule, len(rules), met, first, behind))
    some = [(number, anchored) for anchored, number in numbers.items() if not anchored & ANYTHING]
    return _Table(
        anchors,
        len(numbers),
        tuple(
            _union(1 << number for number, anchored in some if anchored >> bit & 1)
            for bit in range(len(anchors.patterns) + 1)
        ),
        tuple(rules),
        _union(1 << number for anchored, number in numbers.items() if anchored & ANYTHING),
        _union(1 << number for anchored, number in numbers.items() if not anchored & (anchors.words | ANYTHING)),
    )


@lru_cache(maxsize=1 << 12)
def _sets_of(token: str) -> tuple[int, tuple[int, ...]]:
    """The sets of anchors of which a token can begin one, but those that every token meets: as bits, and one by one."""
    table = _table()
    met = _union(table.sets_of[anchor] for anchor in _places(table.anchors.begun_by(token) & ~ANYTHING))
    return met, tuple(_places(met))


@lru_cache(maxsize=1 << 8)
def _rules_with(marks: int) -> tuple[_Anchored, ...]:
    """The rules that ask for no more of the sets that only marks meet than these."""
    missing = _table().marked & ~marks
    return tuple(rule for rule in _table().rules if not rule.sets & missing)


def _steps(nearest: int, farthest: int) -> tuple[int, ...] | None:
    """By how much places are moved, one after the other, to reach all from `nearest` to `farthest`; None for all before."""
    if farthest >= ENDLESS:
        return None
    steps, width, wanted = [], 1, farthest - nearest + 1
    while width < wanted:
        steps.append(min(width, wanted - width))
        width += steps[-1]
    return tuple(steps)


def _spread(places: int, nearest: int, steps: tuple[int, ...] | None) -> int:
    """The places from which one of `places` is so far behind."""
    places >>= nearest
    if steps is None:
        return (1 << places.bit_length()) - 1
    for step in steps:
        places |= places >> step
    return places


_SOUGHT = _Anchors()
"""The anchors that all that is sought begins with: what a word or mark can begin is told once for all of it."""


@lru_cache(maxsize=1 << 12)
def _begun_by(token: str) -> int:
    """Those that a word or mark can begin."""
    return _SOUGHT.begun_by(token)


@lru_cache(maxsize=1)
def _begun(tape: Tape) -> tuple[int, list[int]]:
    """Those that any of a tape's words and marks can begin, and those that each of them can."""
    of_each = [*map(_begun_by, tape.tokens)]
    return reduce(or_, of_each, 0), of_each


class Sought:
    """A pattern of the rules' language and an expression behind it, tried only where a word or mark can begin it."""

    def __init__(self, pattern: str, behind: str = "") -> None:
        self.expression = compile_pattern(pattern, behind)
        self._first = _SOUGHT.first(_parsed(iter(pattern.split()))[0])
        _begun_by.cache_clear()
        # A sentence may be asked for each of its hundred quantities: each of its places is tried once.
        self._match = of_tapes(lru_cache(maxsize=1 << 9)(lambda tape, at: self.expression.match(tape.text, at)))

    def _places(self, tape: Tape) -> Sequence[int]:
        """Where words and marks stand that can begin it."""
        of_any, of_each = _begun(tape)
        return (
            [at for at, begun in zip(tape.offsets, of_each, strict=True) if begun & self._first]
            if of_any & self._first
            else ()
        )

    def finditer(self, tape: Tape, start: int = 0) -> Iterator[regex.Match[str]]:
        """The matches in the tape's text from `start`, as the expression alone finds them."""
        for at in self._places(tape):
            if at >= start and (match := self._match(tape, at)):
                yield match
                start = match.end()

    def before(self, tape: Tape, end: int, start: int = 0) -> Iterator[regex.Match[str]]:
        """Those of them that end before `end`."""
        begun = takewhile(lambda match: match.start() < end, self.finditer(tape, start))
        return (match for match in begun if match.end() <= end)

    def ending(self, tape: Tape, end: int, start: int = 0) -> Iterator[regex.Match[str]]:
        """The matches in the tape's text as if it ended at `end`, wherever they overlap, the one that begins last first."""
        for at in takewhile(lambda at: at >= start, reversed(self._places(tape))):
            if at < end and (match := self.expression.match(tape.text, at, end)):
                yield match


Matched = list[tuple[Rule, list[regex.Match[str]]]]
"""Rules with their matches by place: one for each word or mark that one begins at."""


def matches(tapes: Sequence[Tape]) -> list[Matched]:
    """For each tape the rules that match it. One rule after the other is tried on all of them."""
    rules = _table().rules
    tried: list[list[tuple[int, int]]] = [[] for _ in rules]
    for index, tape in enumerate(tapes):
        for number, places in _tried(tape):
            tried[number].append((index, places))
    found: list[Matched] = [[] for _ in tapes]
    for anchored, tries in zip(rules, tried, strict=True):
        if not tries:
            continue
        match = anchored.rule.compiled.match
        for index, places in tries:
            text, offsets = tapes[index].text, tapes[index].offsets
            if of_tape := [one for at in _places(places) if (one := match(text, offsets[at]))]:
                found[index].append((anchored.rule, of_tape))
    return found


def _tried(tape: Tape) -> Iterator[tuple[int, int]]:
    """The numbers of the rules that may match a tape, each with the places where it may begin."""
    table = _table()
    met, place = table.anything, 1
    standing = [0] * table.sets
    """For each set the places of the tokens that can begin one of its anchors."""
    for of_token, numbers in map(_sets_of, tape.tokens):
        met |= of_token
        for number in numbers:
            standing[number] |= place
        place <<= 1
    everywhere, unmet = place - 1, ~met
    for rule in _rules_with(met & table.marked):
        if rule.sets & unmet:
            continue
        places = standing[rule.first] or everywhere
        for number, nearest, steps in rule.needs:
            places &= _spread(standing[number], nearest, steps)
            if not places:
                break
        else:
            yield rule.number, places
