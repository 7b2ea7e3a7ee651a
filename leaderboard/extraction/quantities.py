"""Quantities: numbers with their range, unit, sign and bound, read where they stand.

What a number *is* (a score, a gain, no result at all) is not decided here; only numbers that cannot be a quantity
are left out: parts of names, citations, ordinals, years, section and figure numbers, deviations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.digits import ALONE, DIGITS, is_of_factors, number_quantity
from leaderboard.extraction.from_to import goes_on, joined_lists, joins_from_to, spread, two_ends, two_places
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.worded import (
    WORD_QUANTITY,
    word_quantity,
    worded_places,
)

_DIGIT = patterns.compiled("[0-9]")
_GLUED = rf"(?<=\b(?P<word>(?<!\d[\s$\\]*)times|sim)\s?|[\s(][x×])(?P<glued>{DIGITS})(?:times)?\b(?!\s?[x×])"
"""`times1000`, `sim 250`."""
_ANY_NUMBER = patterns.compiled(rf"(?=[.0-9])(?:{_GLUED}|{ALONE})")
_LOST_POWER = patterns.compiled(
    rf"(?:{DIGITS}\s?(?:[x×]|\\?times)\s?)?10x?[-−–][1-9](?!\d|\.\d|-\p{{L}}|\s?(?:[x×%]|\\%|times\b|percent))"
)
"""`10-3 rad`, `1.2 × 10−3`, `10x-4`: a power of ten whose exponent came down to the line."""
_BRACKETED = patterns.compiled(r"\[[\d,\s–-]+\]")


class Candidate(NamedTuple):
    """Where a quantity may stand, told from the place alone: digits up to `end`, or words, which end somewhere behind `start`."""

    start: int
    end: int
    glued_times: bool = False
    """Whether `times` or `×` stands right before the digits: `times1000`."""


def candidates(text: str) -> list[Candidate]:
    """Where quantities may stand, in order of place.

    None goes on past the end of a sentence, so that those of an abstract are those of its sentences.
    """
    found = {match.start(): _candidate(match) for match in _ANY_NUMBER.finditer(text)} if _DIGIT.search(text) else {}
    found |= {at: Candidate(at, at) for at in worded_places(text)}
    return [found[at] for at in sorted(found)]


def _candidate(match: regex.Match[str]) -> Candidate:
    if match["glued"] is None:
        return Candidate(*match.span())
    return Candidate(*match.span("glued"), glued_times=match["word"] != "sim")


def by_sentence(found: list[Candidate], spans: list[tuple[int, int]]) -> Iterator[tuple[int, list[Candidate]]]:
    """The sentences of a text (`spans`) that hold candidates: which one, from 0, and its candidates, by their places in it."""
    at = 0
    while at < len(found):
        number = bisect_right(spans, found[at].start, key=itemgetter(0)) - 1
        start, end = spans[number] if number >= 0 else (0, 0)
        there = []
        first = at
        while at < len(found) and found[at].start < end:
            there.append(Candidate(found[at].start - start, found[at].end - start, found[at].glued_times))
            at += 1
        if there:
            yield number, there
        at = max(at, first + 1)  # what stands in no sentence is left out


MOST = 100
"""Quantities of one sentence that are read. Of all 86,612 abstracts one sentence has 66, the next 43: more
are a table's."""


def quantities(text: str, found_at: list[Candidate] | None = None) -> list[Quantity]:
    """The quantities of a sentence in order of place, MOST at most; offsets are into `text`.

    `found_at`: the sentence's candidates, where the caller knows them.
    """
    found: list[Quantity] = []
    taken = 0
    bracketed = {at for match in _BRACKETED.finditer(text) for at in range(*match.span())} if "[" in text else ()
    for candidate in candidates(text) if found_at is None else found_at:
        at = candidate.start
        if at < taken:
            continue
        if len(found) >= MOST:
            break
        if power := _LOST_POWER.match(text, at):
            taken = power.end()
            continue
        worded = WORD_QUANTITY.match(text, at) if candidate.end == at else None
        if worded is not None:
            quantity: Quantity | None = word_quantity(text, worded)
        elif at in bracketed:
            continue
        else:
            quantity = number_quantity(text, at, candidate.end, glued_times=candidate.glued_times)
        if quantity is None:
            continue
        if found and _explains(text, quantity, found[-1]):
            taken = quantity.last
            continue
        if found and quantity.unit_class == "bare" and _goes_on_factor(text, found[-1], quantity):
            quantity = replace(quantity, unit=found[-1].unit, unit_class=found[-1].unit_class)
        pair = [each.from_to for each in found[-3:]]
        if found and pair[-1] == "from" and quantity.value_to is not None and goes_on(text, found[-1], quantity):
            found.extend(two_ends(text, quantity))
            taken = quantity.last
            continue
        if pair == ["from", "from", "to"] and goes_on(text, found[-1], quantity):
            quantity = replace(quantity, from_to="to")
        elif found and pair[-1] == "from":
            joined = joins_from_to(text, found[-1], quantity)
            if joined and (range_ := spread(text, found[-1], quantity)):
                quantity = range_
                found.pop()
            elif joined and two_places(text, found[-1], quantity):
                found[-1] = replace(found[-1], from_to="")
            elif joined:
                quantity = replace(quantity, from_to="to")
                if found[-1].unit is None:
                    found[-1] = replace(found[-1], unit=quantity.unit, unit_class=quantity.unit_class)
            else:
                found[-1] = replace(found[-1], from_to="")
        taken = quantity.last
        if (
            quantity.value_to is not None
            and any(q.from_to == "to" for q in found)
            and " to" in text[quantity.end : quantity.last].replace("\n", " ")
        ):
            found.extend(two_ends(text, quantity))
        else:
            found.append(quantity)
    if found and found[-1].from_to == "from":
        found[-1] = replace(found[-1], from_to="")
    return joined_lists(text, found) if "from" in text else found


def _goes_on_factor(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a number goes on with a list of what its head calls factors: `compression ratios of 17.5 and 26`."""
    called = before.unit_class == "factor" and before.last == before.end and is_of_factors(text, quantity.start)
    return called and _NEXT_OF_LIST.fullmatch(text, before.last, quantity.first) is not None


_NEXT_OF_LIST = patterns.compiled(r",\s(?:and\s)?|\s(?:and|or)\s")


def _explains(text: str, span: Quantity, before: Quantity) -> bool:
    """`49.8% (50.1%-0.3%)`: a difference in brackets, of which the figure before is the result, and no range."""
    return (
        span.value_to is not None
        and text[before.last : span.first].strip() == "("
        and abs(span.value - span.value_to - before.value) < _ROUNDING
    )


_ROUNDING = 1e-6
