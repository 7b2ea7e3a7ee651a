"""Clauses: which benchmark of a sentence a quantity belongs to.

A sentence falls into statements (parted by `;`), these into clauses (`while`, `and reaches`) and these into the members of
lists (`, and`, `,`). A quantity belongs to the benchmark of its own member, else to that of its clause, else to one that the
clauses around it name. What stands in brackets is a sentence of its own, about what stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.tape import Tape
from leaderboard.extraction.unnamed import unnamed_places

_MEMBER, _LAST_MEMBER, _CLAUSE, _STATEMENT = 1, 2, 3, 4
"""How strongly a sentence is parted: by `,` or `and`; by `, and`; by `while` or `and reaches`; by `;`."""
_PARTS = {";": _STATEMENT, ".": _STATEMENT, ":": _CLAUSE, "while": _CLAUSE, "whereas": _CLAUSE, "but": _CLAUSE}
_COMMAS, _LINKS = frozenset((",", "—", "–")), frozenset(("and", "or", "/"))
FINITE = (
    r"(?:(?:achieve|obtain|attain|get|yield|deliver|outperform|improve|reduce|boost|show|demonstrate|exhibit|perform|rank|provide|raise|lower|enhance|retain|maintain|generali[sz]e"
    r"|require|run|use|take|save|accelerate|remain|bring|advance|produce|give|beat|exceed|extend)s?"
    r"|(?:reach|surpass|match|push|establish|approach|do)(?:es)?|(?:achiev|obtain|reach|attain|outperform|surpass|exceed|yield|show)ed|is|are|was|were|has|have|can|could|got)"
)
SUBJECT = r"(?:(?:our|the|its|their|this|these) (?:(?!on |in |of |for |with |to |by )[a-z-]+ ){1,3}|(?:it|we|they) |[NO]\d+ (?:[a-z-]+ )?)"
_BEGINS = patterns.compiled(
    rf"(?P<subject>{SUBJECT})?(?:(?:also|even|further|only|can|still|thus|\w+ly) )*(?:{FINITE}|sets? (?:an?|the|new)) "
)
_GOES_ON = patterns.compiled(r"while (?:(?:also|only|still|even|\w+ly) )?\w+ing ")
"""`while only losing` goes on with the clause."""
_PLACED_FIRST = patterns.compiled(r"(?:[a-z]+ly )?(?:on|in|for|over|with|at) (?:(?![QFTB]\d|[,;.:()] )\S+ ){0,4}B\d")
_OPENING = frozenset(("on", "in", "for", "with"))
_ANCHORED = Ending(r" (?P<place>[BQFT]\d+)\S* (?:(?![BQFT]\d|[,;.:()] )\S+ ){0,4}\( $")


_SHOWING = frozenset("demonstrate demonstrates show shows indicate verify validate reveal confirm that".split())
"""Behind the benchmarks of the experiments that the rest of a sentence tells of: `on A and B we show that`."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands outside brackets, or in one of them."""

    marks: tuple[tuple[int, str], ...]
    """Indexes of its quantities (Q) and benchmarks (B)."""
    parts: tuple[tuple[int, int, bool], ...]
    """Where it is parted, how strongly, and whether a new subject follows."""

    def around(self, index: int, strength: int) -> tuple[int, int]:
        """Between which items the piece of it stands that holds an index and that nothing so strong parts."""
        begin, end = -1, _ENDLESS
        for at, how, _ in self.parts:
            if how >= strength:
                if at >= index:
                    end = at
                    break
                begin = at
        return begin, end

    def kinds(self, begin: int, end: int) -> list[str]:
        """What stands between two items: quantities and benchmarks."""
        return [kind for at, kind in self.marks if begin < at < end]


_ENDLESS = 1 << 30


def _parts(tape: Tape, indexes: list[int]) -> tuple[tuple[int, int, bool], ...]:
    """Where the items of these indexes are parted, how strongly, and whether a new subject follows."""
    out: list[tuple[int, int, bool]] = []
    words: list[str] = []
    told = False  # whether the clause holds a quantity: `experiments on A, show that` begins none
    for place, index in enumerate(indexes):
        token = tape.tokens[index]
        if token in _PARTS:
            goes_on = _GOES_ON.match(tape.text, tape.offsets[index]) is not None
            out.append((index, _MEMBER if goes_on else _PARTS[token], False))
            told = told and goes_on
        elif token[0] in "QFT":
            told = True
        elif token in _COMMAS or token in _LINKS:
            words.append(token)
            if place + 1 < len(indexes) and tape.tokens[indexes[place + 1]] in _COMMAS | _LINKS:
                continue
            strength = _LAST_MEMBER if not _COMMAS.isdisjoint(words) and not _LINKS.isdisjoint(words) else _MEMBER
            begins = _BEGINS.match(tape.text, tape.offsets[index] + len(token) + 1)
            if told and begins and (begins["subject"] is None or not _LINKS.isdisjoint(words)):
                strength, told = _CLAUSE, False
            out.append((index, strength, bool(begins and begins["subject"])))
            words = []
    return tuple(out)


@lru_cache(maxsize=1)
def _levels(tape: Tape) -> tuple[_Level, list[tuple[int, int, _Level]]]:
    """What stands outside brackets, and the brackets: from where to where, and what stands in each."""
    depth, opened = 0, 0
    outside: list[int] = []
    brackets: list[tuple[int, int]] = []
    for index, token in enumerate(tape.tokens):
        if token == "(":
            opened, depth = index if not depth else opened, depth + 1
        elif token == ")" and depth:
            depth -= 1
            if not depth:
                brackets.append((opened, index))
        elif not depth:
            outside.append(index)
    if depth:  # what never closes is no bracket
        outside += range(opened, len(tape.tokens))
    marks = [(index, item.kind) for index, item in tape.marks if item.kind in "QB"]
    marks = sorted((*marks, *((index, "B") for index in unnamed_places(tape))))
    inside = []
    hidden: set[int] = set()
    for begin, end in brackets:
        within = tuple(mark for mark in marks if begin < mark[0] < end)
        inside.append((begin, end, _Level(within, _parts(tape, [*range(begin + 1, end)]))))
        if any(kind == "Q" for _, kind in within):
            hidden.update(index for index, _ in within)
    shown = tuple(mark for mark in marks if mark[0] not in hidden)
    return _Level(shown, _parts(tape, outside)), inside


def shows_between(tape: Tape, begin: int, end: int) -> bool:
    """Whether what begins at one item only sets up what the other tells: `experiments on A and B show that`."""
    return not _SHOWING.isdisjoint(tape.tokens[begin:end])


def in_one_clause(tape: Tape, first: int, last: int) -> bool:
    """Whether two items stand in one clause, or one of them in brackets."""
    outside, _ = _levels(tape)
    begin, end = outside.around(first, _CLAUSE)
    return begin < last < end


def place_of(tape: Tape, index: int, places: list[int], *, alone: bool) -> int | None:
    """Which of the benchmarks at these indexes a quantity belongs to, None where that cannot be told.

    `alone`: not one of several that each stand with a quantity, as what a method takes is told once for all of them.
    """
    outside, inside = _levels(tape)
    for begin, end, level in inside:
        if not begin < index < end:
            continue
        if among := [place for place in places if begin < place < end]:
            return _place(tape, level, index, among, alone)
        anchored = _ANCHORED.search(tape.text, 0, tape.offsets[begin] + 2)
        if anchored is None:
            return _place(tape, outside, begin, places, alone)
        anchor = tape.item_at(anchored.start("place"))
        if tape.items[anchor].kind == "Q":
            return place_of(tape, anchor, places, alone=alone)
        return anchor if anchor in places else _place(tape, outside, begin, places, alone)
    return _place(tape, outside, index, places, alone)


def _place(tape: Tape, level: _Level, index: int, places: list[int], alone: bool) -> int | None:
    shown = {at for at, kind in level.marks if kind == "B"}
    places = [place for place in places if place in shown]
    for strength in (_MEMBER, _LAST_MEMBER, _CLAUSE):
        begin, end = level.around(index, strength)
        if among := [place for place in places if begin < place < end and not _opens_member(tape, level, index, place)]:
            if alone and strength > _MEMBER and sum(_is_taken(level, place, index) for place in among) > 1:
                return None
            return _one_of(tape, level, index, among, level.kinds(begin, end))
    return _in_other_clause(tape, level, index, places)


def _opens_member(tape: Tape, level: _Level, index: int, place: int) -> bool:
    """Whether a benchmark opens what holds a figure of its own: `by 5%, and on A by 6%`, `while winning on A by 6%`."""
    begin, end = level.around(place, _MEMBER)
    if index >= begin or "Q" not in level.kinds(place, end):
        return False
    return tape.tokens[begin] == "while" or _PLACED_FIRST.match(tape.text, tape.offsets[begin + 1]) is not None


def _one_of(tape: Tape, level: _Level, index: int, places: list[int], kinds: list[str]) -> int:
    """Which of the benchmarks around a quantity it belongs to, in a piece that holds quantities and benchmarks so.

    Not the one in a member of a list with another quantity; else, in a piece that ends in a benchmark, the next.
    """
    before, after = [place for place in places if place < index], [place for place in places if place > index]
    if not before or not after:
        return before[-1] if before else after[0]
    last, following = before[-1], after[0]
    if _TURNS.search(tape.text, tape.offsets[index], tape.offsets[following]) and not (
        _TURNS.search(tape.text, tape.offsets[last], tape.offsets[index]) or "Q" in level.kinds(index, following)
    ):
        return last
    taken, follower_taken = _is_taken(level, last, index), _is_taken(level, following, index)
    if len(tape.items[last].mentions) > 1 and shows_between(tape, last, index):
        return following
    if taken != follower_taken:
        return following if taken else last
    return following if kinds[-1] == "B" else last


_TURNS = patterns.compiled(
    r" (?:while|whilst|whereas|but|and (?:\w+ly |also )?(?:beat|outperform|surpass|exceed|achiev|obtain|attain|reach|sett|yield|establish|match)ing) "
)
"""What begins to tell of another benchmark: `on A it gains 5% while it reaches good results on B`."""


def _is_taken(level: _Level, place: int, index: int) -> bool:
    """Whether a benchmark stands with another quantity in a member of a list: `5% on A` in `5% on A and 6% on B`."""
    begin, end = level.around(place, _MEMBER)
    return any(begin < at < end and at != index and kind == "Q" for at, kind in level.marks)


def _in_other_clause(tape: Tape, level: _Level, index: int, places: list[int]) -> int | None:
    """The benchmark that another clause names: one before, or one in the next clause that does not begin with it."""
    begin, end = level.around(index, _STATEMENT)
    clause_begin, clause_end = level.around(index, _CLAUSE)
    opens = tape.tokens[0] in _OPENING
    before = [place for place in places if place < index and (place > begin or (place <= 3 and opens))]
    if before:
        new_subject = any(at == clause_begin and new for at, _, new in level.parts)
        return None if new_subject and _is_taken(level, before[-1], index) else before[-1]
    after = next((place for place in places if index < place < end), None)
    if after is None or after < clause_end or any(at == clause_end and new for at, _, new in level.parts):
        return None
    if tape.tokens[clause_end] in _PARTS and "Q" in level.kinds(clause_end, level.around(after, _CLAUSE)[1]):
        return None
    return None if _PLACED_FIRST.match(tape.text, tape.offsets[clause_end + 1]) else after
