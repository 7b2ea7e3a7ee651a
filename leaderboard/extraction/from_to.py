"""Two quantities that are the ends of one change, `from 52.8% to 59.4%`, or two lists of such."""

from __future__ import annotations

from dataclasses import replace

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.digits import ARROW, NUMBER, SCALES, as_float
from leaderboard.extraction.quantity import Quantity


def joined_lists(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, those of two lists of equal length joined as ends: `from 31.2/17.5 to 64.8/42.9`, `from (1, 2) to (3, 4)`."""
    for at, first in enumerate(found):
        if first.from_to or first.value_to is not None or not _LIST_FROM.search(text, 0, first.first):
            continue
        parts, middle = _with_turn(text, found, _end_of_list(text, found, at))
        count = middle - at
        if count < 2 or middle == len(parts):
            continue
        if parts is found and not _LIST_TO.fullmatch(text, found[middle - 1].last, found[middle].first):
            continue
        if _end_of_list(text, parts, middle) - middle == count:
            sides = [replace(each, from_to="from") for each in parts[at:middle]]
            sides += [replace(each, from_to="to") for each in parts[middle : middle + count]]
            return parts[:at] + sides + parts[middle + count :]
    return found


def _with_turn(text: str, found: list[Quantity], end: int) -> tuple[list[Quantity], int]:
    """The quantities and where a list's second side begins, with the range that its turn was read as in two: `61%/52% to 74%/68%`."""
    turn = found[end] if end < len(found) else None
    if turn is None or turn.value_to is None or not _LISTED.fullmatch(text, found[end - 1].last, turn.first):
        return found, end
    if not _TURN.match(text, turn.end):
        return found, end
    return [*found[:end], *two_ends(text, turn), *found[end + 1 :]], end + 1


def _end_of_list(text: str, found: list[Quantity], at: int) -> int:
    """The index behind the last member of the list of plain figures that begins at an index."""
    end = at + 1
    while end < len(found) and _LISTED.fullmatch(text, found[end - 1].last, found[end].first):
        if found[end].from_to or found[end].value_to is not None:
            break
        end += 1
    return end


_LIST_FROM = patterns.compiled(r"\bfrom[\s$(]*$", regex.REVERSE)
_LISTED = patterns.compiled(r"[\s$]*(?:[/,|]|,?\s(?:and|&)\s)[\s$]*")
_TURN = patterns.compiled(r"[\s$\\%)]*\bto\b")
_LIST_TO = patterns.compiled(r"[\s$)]*\bto[\s$(]*")


def goes_on(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a quantity is coordinated with the one before: `from 31% and 24% to 22% and 17%` are two from-to."""
    return text[first.last : second.first].strip(" $") in ("and", ",", ", and")


def two_ends(text: str, quantity: Quantity) -> tuple[Quantity, Quantity]:
    """`50% to 79%` after a first `from 93% to 94%`: two ends, not a range."""
    second = next(match for match in NUMBER.finditer(text, quantity.end) if match.start(1) > quantity.end)
    start = replace(quantity, value_to=None, last=quantity.end, from_to="from")
    end = replace(
        quantity,
        start=second.start(1),
        end=second.end(1),
        first=second.start(1),
        value=as_float(second[1]),
        value_to=None,
        from_to="to",
    )
    return start, end


def joins_from_to(text: str, start: Quantity, end: Quantity) -> bool:
    between = text[start.last : end.first] + ("to " if text.startswith("to ", end.first) else "")  # `to up to 97%`
    return bool(ARROW.fullmatch(between) or _JOINED_BY_TO.match(between + " ")) and (
        start.unit is None
        or start.unit == end.unit
        or end.unit is None
        or (start.unit_class == end.unit_class and end.unit_class in SCALES)
    )


def spread(text: str, start: Quantity, end: Quantity) -> Quantity | None:
    """The two ends as one range where they say how far results lie apart: `errors ranging from 2% in fog to a maximum of 7%`."""
    if start.unit not in (None, end.unit) or end.value <= start.value or not _SPREAD_FROM.search(text, 0, start.first):
        return None
    if _OF_ITS_OWN.search(text, start.last, end.first) or _OF_A_SYSTEM.search(text, start.last, end.first):
        return None
    unit, unit_class = end.unit, end.unit_class
    return replace(start, value_to=end.value, last=end.last, unit=unit, unit_class=unit_class, from_to="")


def two_places(text: str, start: Quantity, end: Quantity) -> bool:
    """Whether two results range from one place to another, of which neither grew into the other: `ranging from 2% on A to 7% on B`."""
    ranges = _SPREAD_FROM.search(text, 0, start.first) and _OF_ITS_OWN.search(text, start.last, end.first)
    return bool(ranges) and not _OF_A_SYSTEM.search(text, start.last, end.first)


_OF_ITS_OWN = patterns.compiled(r"\s(?:on|for|in)\s(?:the\s)?\p{Lu}")
_OF_A_SYSTEM = patterns.compiled(r"\s(?:for|with|using)\s(?:the\s)?\p{Lu}[\w-]*[\p{Lu}\d]")
"""Whose the first end is: `from 42% for HeronNet to 91% for OwlNet`."""
_SPREAD_FROM = patterns.compiled(
    r"\b(?:rang(?:ing|es?|ed)|var(?:ying|ies|ied|y))\sfrom(?:\s[\p{L}'’]+){0,3}[\s$~]*$"
    r"|\b(?:achiev|reach|obtain|attain|yield)(?:e?[sd]|ing)?\s(?:(?!and\b|in\b|improv|gain|increas|boost|reduc|better\b|higher\b)[\p{L}\d-]+\s){1,5}(?<=(?:[^su\s]s|ies)\s)(?:\(\w+\)\s)?from[\s$~]*$",
    regex.REVERSE,
)
"""`errors ranging from`, `achieves F1 scores from`."""
_JOINED_BY_TO = patterns.compiled(
    r"[^.;]{0,70}?\b(?:to|down to|up to)[\s$\\{]*(?:(?:only|just|merely|mere|a mere|an?(?:\s[a-z]{4,})?|(?:an?|the)(?:\s[a-z][a-z-]{2,}){1,3}(?:\sof)?)[\s$]+)?$"
)
