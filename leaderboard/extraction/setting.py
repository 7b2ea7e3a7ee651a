"""What makes a result comparable or not: which of the settings that a sentence names belong to a figure."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from leaderboard import lexicon
from leaderboard.extraction.quantities import Quantity
from leaderboard.extraction.tape import Tape
from leaderboard.lexicon import settings
from leaderboard.lexicon.settings import Named

_JOINS = regex.compile(
    r"(?:\s(?:settings?|tasks?|classification|accuracy|quantization|weights|models?))?(?:,\s|\s?/\s?|,?\s(?:and|or|&)\s)(?:\d-way\s)?"
)
_PARTS = regex.compile(r"[,;:()]|\b(?:and|while|whereas|but|respectively)\b|(?<=\d)\s?\\?%")
_CLAUSES = regex.compile(r"[;:]|\b(?:while|whereas|but|and|respectively)\b|(?<=\d)\s?\\?%")
_ELSEWHERE = regex.compile(r";|\b(?:while|whereas|but)\b|\band\s(?:on|in|for|with|under|at)\b")
_SET_ANEW = regex.compile(r";[^;]*\b(?:fine-?tun|finetun|train|supervis|without|full)[^;]*$", regex.IGNORECASE)
_REACH = 90
_PART, _FARTHEST = 60, 220
"""As how many characters a comma, an `and` or another figure counts that stands between a setting and a figure, and how
far a setting may be that follows its figure, all counted: what comes later belongs to a later figure soon."""


def setting(tape: Tape, item: int, quantity: Quantity, benchmark: str | None) -> str | None:
    """The settings that a quantity of an item belongs to, as a claim holds them; None where its sentence names none near it.

    One of each aspect at most. As many settings in a row as the item lists quantities go pairwise. Else it is the
    nearest, at most 90 characters away, where one in the figure's own part of the sentence is nearer than one beyond a
    comma or another figure; one of another aspect than the nearest must stand in the figure's own clause. The split
    that is usual on the benchmark goes without saying.
    """
    named = settings.named_in(tape.sentence)
    if not named:
        return None
    listed = tape.items[item].quantities
    place = next((i for i, one in enumerate(listed) if one.start == quantity.start), 0)
    begin, end = listed[0].first, listed[-1].last
    # The figures of other settings (`10% of the labels`) are not figures that stand between.
    masked = tape.sentence
    for one in named:
        masked = masked[: one.start] + " " * (one.end - one.start) + masked[one.end :]
    # What a figure itself says (`with 10% of the labels`) is not its setting.
    others = [one for one in named if one.end <= begin or one.start >= end]
    found: list[tuple[int, bool, str]] = []
    for aspect in settings.aspects():
        rows = list(_in_rows(tape.sentence, [one for one in others if one.aspect == aspect]))
        paired = next((row for row in rows if len(row.names) == len(listed) > 1), None)
        if paired:
            found.append((0, True, paired.names[place]))
        elif chosen := _nearest(masked, rows, begin, end):
            found.append(chosen)
    nearest = min(found, default=None)
    entry = lexicon.load().benchmark(benchmark) if benchmark else None
    usual = entry.usual_split if entry else ""
    return settings.joined(
        name for away, near, name in found if (near or (away, near, name) == nearest) and name != usual
    )


def _nearest(sentence: str, rows: list[Named], begin: int, end: int) -> tuple[int, bool, str] | None:
    """The setting nearest to the figures from `begin` to `end`: how far it is, whether in their clause, and its name."""
    best: tuple[int, bool, str] | None = None
    for row in rows:
        before = row.start < begin
        between = sentence[row.end : begin] if before else sentence[end : row.start]
        if len(between) > _REACH or (_SET_ANEW if before else _ELSEWHERE).search(between):
            continue
        away = len(between) + _PART * len(_PARTS.findall(between))
        if (before or away <= _FARTHEST) and (best is None or away < best[0]):
            best = away, not _CLAUSES.search(between), row.names[-1 if before else 0]
    return best


def _in_rows(sentence: str, named: list[Named]) -> Iterator[Named]:
    """The settings of one aspect, those that a comma or `and` joins together."""
    row: Named | None = None
    for one in named:
        if row and _JOINS.fullmatch(sentence, row.end, one.start):
            row = Named(row.start, one.end, row.aspect, row.names + one.names)
        else:
            if row:
                yield row
            row = one
    if row:
        yield row
