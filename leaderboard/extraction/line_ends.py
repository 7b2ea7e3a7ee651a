"""Words that the end of a line parted: `im- provement`, `im(cid:173) provement`.

They are put together in place: what is read has as many characters as the abstract, and only the words move.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import regex

from leaderboard.extraction import patterns

_WORDS = Path(__file__).parents[1] / "lexicon" / "words.txt"
_SOFT = "(cid:173)"
"""How a conversion writes the hyphen that stands only where a line ends."""
# What follows `-` and a blank goes on with the word, but for `short- and long-term` and for a dash. A mark is sought first,
# which is rare, and before it the word that it parts.
_PARTED = patterns.compiled(
    r"(?P<mark>-|\(cid:173\))(?<=(?<!\p{L})(?P<first>\p{L}+)(?:-|\(cid:173\)))\s+(?P<rest>\p{Ll}+)(?!\p{L})"
    r"(?<!\s(?:and|or|to|nor|vs|versus|as|than|but|the|in|of|on|for|with|by|from|that|which|we|is|are|it|its|an|at|a|be|this|these|not|only|https?))"
)


def rejoined(text: str) -> str:
    """The text with each parted word put together, with the blanks that are left over beside it; its length is the same."""
    if not ("- " in text or "-\n" in text or _SOFT in text):
        return text
    parts: list[str] = []
    end = 0
    for match in _PARTED.finditer(text):
        start = match.start("first")
        if start >= end:  # no word is put together twice: `im- prove- ment`
            parts += text[end:start], _together(match)
            end = match.end()
    return "".join((*parts, text[end:]))


def _together(match: regex.Match[str]) -> str:
    start, first, rest = match.start("first"), match["first"], match["rest"]
    joined = (first + rest).lower()
    words = _words()
    soft = match["mark"] == _SOFT
    is_one = joined in words or (soft and not (first.lower() in words and rest in words))
    goes_on = match.string.endswith("-", 0, start)  # `state-of-the- art`
    whole = first + rest if is_one and not goes_on else f"{first}-{rest}"
    # A sentence begins where it began.
    stays = goes_on or first[0].isupper() or start == 0
    return whole.ljust(match.end() - start) if stays else whole.rjust(match.end() - start)


@cache
def _words() -> frozenset[str]:
    """Words of at least four letters that are common in abstracts; `tests/words.py` counts them."""
    return frozenset(_WORDS.read_text(encoding="utf-8").split())
