"""Sentences with exact offsets into the text as read."""

from __future__ import annotations

import regex

_BOUNDARY = regex.compile(r"""[.!?]["'”’)\]}]*\K\s+(?=["'“‘(\[$\\{]*[\p{Lu}\d])""")
_ABBREVIATION = regex.compile(
    r"(?:\b(?:i\.e|e\.g|cf|et al|v\.?s|resp|approx|ca|Figs?|Eqs?|Secs?|Tabs?|Refs?|No|Dr|Mr|Ms|Prof|St|viz|w\.r\.t|a\.k\.a)"
    r"|(?:^|[\s(.])\p{Lu})\.$",
    regex.REVERSE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text`, in order, white space around it left out.

    `et al.`, `Fig.` and initials end no sentence.
    """
    spans: list[tuple[int, int]] = []
    start, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for gap in _BOUNDARY.finditer(text, start, last):
        before = text[max(start, gap.start() - 12) : gap.start()]
        if _ABBREVIATION.search(before):
            continue
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, last)] if start < last else spans
