"""What makes a result comparable or not, in a fixed vocabulary: `zero-shot`, `5-shot`, `4-bit`, `extra data`, a split."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from leaderboard.extraction.quantities import Quantity
from leaderboard.extraction.tape import Tape

_WORDS = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_COUNT = r"(?:\d+|zero|one|two|three|four|five|six|seven|eight|ten)"
_COUNTED = regex.compile(_COUNT)
_SETTING = regex.compile(
    rf"(?<![\w.])(?P<others>(?:{_COUNT}(?:-|\s?(?=/))?(?:,\s(?:and\s|or\s)?|/|\s(?:and|or|&)\s))*)"
    rf"(?:(?P<few>few[- ]shot)\b|(?P<shots>{_COUNT})[- ]shots?\b|(?P<bits>\d(?:\.\d+)?|one|two|three|four|eight)[- ]bits?\b(?![- ]per[- ](?:char|byte|pixel|dim|sub)))"
    r"|\bINT(?P<int>\d)\b"
    r"|(?<!without\s(?:any\s|using\s|requiring\s)?|no\s)\b(?P<extra>(?:extra|additional|external)\s(?:training\s)?data)\b|\b(?P<linear>linear\s(?:probing|evaluation|probe))\b",
    regex.IGNORECASE,
)
_MAY_BE_SET = regex.compile(r"shot|bit|int\d|extra|additional|external|linear", regex.IGNORECASE)
_JOINS = regex.compile(
    r"(?:\s(?:settings?|tasks?|classification|accuracy|quantization|weights|models?))?(?:,\s|\s?/\s?|,?\s(?:and|or|&)\s)(?:\d-way\s)?"
)
_PARTS = regex.compile(r"[,;:()]|\b(?:and|while|whereas|but|respectively)\b|(?<=\d)\s?\\?%")
_SET_ANEW = regex.compile(r";[^;]*\b(?:fine-?tun|finetun|train|supervis|without|full)[^;]*$", regex.IGNORECASE)
_REACH = 90
_PART, _FARTHEST = 60, 220
"""As how many characters a comma, an `and` or another figure counts that stands between a setting and a figure, and how
far a setting may be that follows its figure, all counted: what comes later belongs to a later figure soon."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Settings that are named together: `1-shot and 5-shot`, `zero- and five-shot`."""

    start: int
    end: int
    names: tuple[str, ...]


def setting(tape: Tape, item: int, quantity: Quantity) -> str | None:
    """The setting that a quantity of an item belongs to; None where its sentence names none near it.

    As many settings in a row as the item lists quantities go pairwise. Else it is the nearest, at most 90 characters
    away, where one in the figure's own part of the sentence is nearer than one beyond a comma or another figure.
    """
    if not _MAY_BE_SET.search(tape.sentence):
        return None
    listed = tape.items[item].quantities
    begin, end = listed[0].first, listed[-1].last
    place = next((i for i, one in enumerate(listed) if one.start == quantity.start), 0)
    rows = _in_rows(tape.sentence)
    if len(listed) > 1:
        for row in rows:
            if len(row.names) == len(listed):
                return row.names[place]
    best: tuple[int, str] | None = None
    for row in rows:
        before = row.start < begin
        first, last = (row.end, begin) if before else (end, row.start)
        between = tape.sentence[first:last]
        away = max(0, last - first)
        if away > _REACH or (before and _SET_ANEW.search(between)):
            continue
        away += _PART * len(_PARTS.findall(between))
        if (before or away <= _FARTHEST) and (best is None or away < best[0]):
            best = away, row.names[-1 if before else 0]
    return best[1] if best else None


def _in_rows(sentence: str) -> list[_Named]:
    """The settings of a sentence, those that a comma or `and` joins together."""
    rows: list[_Named] = []
    for match in _SETTING.finditer(sentence):
        names = _canonical(match)
        if rows and _JOINS.fullmatch(sentence, rows[-1].end, match.start()):
            rows[-1] = _Named(rows[-1].start, match.end(), rows[-1].names + names)
        else:
            rows.append(_Named(match.start(), match.end(), names))
    return rows


def _canonical(match: regex.Match[str]) -> tuple[str, ...]:
    for group, name in (("extra", "extra data"), ("linear", "linear probing")):
        if match[group]:
            return (name,)
    kind = "bit" if match["bits"] or match["int"] else "shot"
    last = "few" if match["few"] else (match["shots"] or match["bits"] or match["int"]).lower()
    counts = [*_COUNTED.findall((match["others"] or "").lower()), last]
    return tuple(_of(str(_WORDS.get(count, count)), kind) for count in counts)


def _of(count: str, kind: str) -> str:
    return "zero-shot" if (count, kind) == ("0", "shot") else f"{count}-{kind}"
