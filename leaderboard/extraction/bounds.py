"""What stands right before a number: the words of a bound, `no less than`, and a sign."""

from __future__ import annotations

from functools import lru_cache

import regex

from leaderboard.extraction import patterns
from leaderboard.model import Bound

_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("under", r"(?:(?:did|does|do|will|would|can)\s)?(?:not|never) exceed(?:s|ed|ing)?|no more than|not more than|less th[ae]n|lower th[ae]n|fewer than|below(?: than)?|under|within|<[=;]?|≤|\\leq?|\\lt|at most|smaller th[ae]n"),
    ("up to", r"up[\s-]?to|upto|as (?:much|high|many|large|far) as|a maximum(?: of)?|maximum(?: of)?|maximally|to up to"),
    ("over", r"more than|over|above|at least|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|greater than|beyond|no less than|higher than|larger than|>[=;]?|≥|\\geq?|\\gt|in excess of|well over|better than|upwards? of|(?:a )?minimum(?: of)?"),
    ("about", r"about|around|approximately|approx\.?|nearly|almost|roughly|~|∼|≈|\\sim|sim|\\approx|close to|circa|some|about a|almost a|nearly a|an estimated|near|approximate"),
)  # fmt: skip
_FILLER = r"(?:(?:an?\s)?(?:average|mean|factors?|absolute|relative|additional|extra|overall|total|speedup)(?:\s(?:of|gain of))?\s?|an\s|a\s|by\s|sim\s|(?:about|around|approximately|approx\.|nearly|almost|roughly)\s|(?:[~∼≈]|\\sim|\\approx)[\s$}]*)"
_BOUND_WORDS = (
    r"(?<![\w-])(?:"
    + "|".join(rf"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BOUNDS)).replace(" ", r"\s+")
    + r")"
    rf"(?:[\s$\\{{}}]|\\[!,;:])*(?P<filler>{_FILLER})*(?P<only>(?<!\w)(?:only|just|merely|a mere|mere|as (?:little|few|low|small) as)\s)?"
    r"(?:\\(?:textbf|textit|emph|bf|mathbf|mathrm|text)\s?\{)?[\s$({]*"
)
PLUS_MINUS = r"(?:±|\\pm|\+/-)"
_SIGN_BEFORE = (
    r"(?P<sign>[+−–-]|\\mathbf\{\+\}|\\uparrow|↑|\\downarrow|↓)?[\s$]*"
    rf"(?P<either>{PLUS_MINUS})?[\s$]*"
    r"(?:\\(?:textbf|textit|emph)\s?\{)?$"
)
# Whether a bound stands before a number is asked from the number backwards, sparing the costly search for all but one
# number in ten; where it begins is asked forwards, for the longest words: `no less than` is not `less than`.
_BOUNDED = patterns.compiled(_BOUND_WORDS + _SIGN_BEFORE, regex.IGNORECASE | regex.REVERSE)
_BOUND_BEFORE = patterns.compiled(_BOUND_WORDS + _SIGN_BEFORE, regex.IGNORECASE)
_ONLY_SIGN_BEFORE = patterns.compiled(_SIGN_BEFORE, regex.IGNORECASE | regex.REVERSE)
ARROWS = {"\\uparrow": "+", "↑": "+", "\\downarrow": "-", "↓": "-"}
FROM = patterns.compiled(
    r"\bfrom\s(?:(?!to\b|between\b)[\w'’-]+\s){0,5}?(?:about\s|around\s|just\s|only\s|a\s|an\s)?[\s$\\{~]*$",
    regex.IGNORECASE | regex.REVERSE,
)


@lru_cache(maxsize=1 << 12)
def _may_end_bound(ahead: str) -> bool:
    """Whether the few characters right before a number may end the words of a bound."""
    return _BOUNDED.match(ahead, partial=True) is not None


_UP_TO_A = patterns.compiled(r"\bup to an? (?!\p{L}+ly )\p{L}+ (?:of )?$", regex.REVERSE)
_WITHIN_AN_ERROR = patterns.compiled(
    r"\bwithin (?:an?|the) (?:(?!mean|average|median|rms|rmse|typical|standard)\p{L}[\p{L}-]* )?(?:error|deviation|accuracy|precision|tolerance|margin)(?: ratio)? of $",
    regex.IGNORECASE | regex.REVERSE,
)
_OVER_ABOUT = patterns.compiled(r"over (?:about|around|approximately|nearly|almost|roughly)\b", regex.IGNORECASE)
"""In `over nearly 90% of the ponds` only the second word is a bound."""


def what_is_before(text: str, at: int) -> tuple[int, Bound | None, str]:
    """Where the words that belong to the number at `at` begin, the bound they state, and its sign."""
    window = max(0, at - 60)
    bounded = None
    if _may_end_bound(text[max(0, at - 5) : at]) and _BOUNDED.match(text, window, at):
        bounded = _BOUND_BEFORE.search(text, window, at)
    match = bounded or _ONLY_SIGN_BEFORE.match(text, window, at)
    written = match["sign"] or "" if match is not None else ""
    sign = ARROWS.get(written, written.strip("\\mathbf{}")[-1:])
    if bounded is None and "up to a" in text[window:at] and _UP_TO_A.search(text, window, at):
        return at, "up to", ""
    if bounded is None and "within " in text[window:at] and _WITHIN_AN_ERROR.search(text, window, at):
        return at, "under", ""
    if bounded is not None and _OVER_ABOUT.match(text, bounded.start()):
        return bounded.start() + len("over "), "about", sign
    if bounded is not None:
        bound = next(name for i, (name, _) in enumerate(_BOUNDS) if bounded[f"b{i}"] is not None)
        return bounded.start(), bound, sign
    if match is None or not sign:
        return (match.start("either") if match is not None and match["either"] else at), None, ""
    begin = match.start("sign")
    return (at, None, "") if begin > 0 and text[begin - 1].isalnum() else (begin, None, sign)
