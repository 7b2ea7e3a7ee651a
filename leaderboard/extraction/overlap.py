"""From which overlap on something counts as found: `an mAP of 61.2% at 50% overlap` is no mAP over all overlaps."""

from __future__ import annotations

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns

_SHARE = (
    r"(?:(?P<percent>[1-9]\d)\s?\\?%(?!\s?[:–-]\s?\d)|(?P<fraction>0?\.\d\d?)(?!\d|\s?[:–-]\s?0?\.\d|\sto\s0?\.\d))"
)
_AT_OVERLAP = patterns.compiled(
    r"[\s%\\]{0,3}(?:(?:(?:box\s|mask\s)?m?AP|recall|precision|F1|accuracy)\s)?(?:(?:at|@|with|under)\s?|\((?:at\s)?)(?:an?\s|the\s)?"
    rf"(?:{_SHARE}\s(?:IoU|overlap)(?!\s(?:of|between)\b)|(?:t?IoU|overlap)(?:\sthreshold)?(?:\sof|\s?[=>@≥])?\s?{_SHARE})(?!\w)",
    regex.IGNORECASE,
)
_COUNTS_FOUND = frozenset(("AP", "mAP", "average mAP", "box AP", "mask AP", "recall", "precision", "F1", "accuracy"))


def at_overlap(sentence: str, end: int, metric: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """A metric, as written and canonical, at the overlap that is told right behind the figure, which ends at `end`."""
    written, canonical = metric
    if written is None or canonical not in _COUNTS_FOUND or (told := _AT_OVERLAP.match(sentence, end)) is None:
        return metric
    least = float(told["fraction"] or int(told["percent"]) / 100)
    known = lexicon.load().metric(f"{canonical}@{least:g}")
    return f"{written}@{least:g}", known.name if known is not None else None
