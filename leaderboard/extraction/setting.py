"""What makes a result comparable or not, in a fixed vocabulary: `zero-shot`, `5-shot`, `4-bit`, `extra data`, a split."""

from __future__ import annotations

import regex

from leaderboard.extraction.tape import Tape

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_SETTING = regex.compile(
    r"(?P<zero>\bzero[- ]shot\b)|(?P<few>\bfew[- ]shot\b)|\b(?P<shots>\d+|one|two|three|four|five|six|seven|eight|ten)[- ]shots?\b|\b(?P<bits>\d(?:\.\d+)?|one|two|three|four|eight)[- ]bits?\b|\bINT(?P<int>\d)\b"
    r"|(?<!without\s(?:any\s)?|no\s)\b(?P<extra>(?:extra|additional|external)\s(?:training\s)?data)\b|\b(?P<linear>linear\s(?:probing|evaluation|probe))\b",
    regex.IGNORECASE,
)


_MAY_BE_SET = regex.compile(r"shot|bit|int\d|extra|additional|external|linear", regex.IGNORECASE)


def setting(tape: Tape, item: int) -> str | None:
    """The setting named nearest to a quantity within its sentence, at most 90 characters away; None where none is."""
    if not _MAY_BE_SET.search(tape.sentence):
        return None
    at = tape.items[item].start
    best: tuple[int, str] | None = None
    for match in _SETTING.finditer(tape.sentence):
        gap = min(abs(match.start() - at), abs(match.end() - at))
        if gap <= 90 and (best is None or gap < best[0]):
            best = gap, _canonical(match)
    return best[1] if best else None


def _canonical(match: regex.Match[str]) -> str:
    if match["shots"]:
        shots = match["shots"].lower()
        return f"{_WORDS.get(shots, shots)}-shot"
    if match["bits"] or match["int"]:
        bits = (match["bits"] or match["int"]).lower()
        return f"{_WORDS.get(bits, bits)}-bit"
    names = {"zero": "zero-shot", "few": "few-shot", "extra": "extra data", "linear": "linear probing"}
    return next(name for group, name in names.items() if match[group])
