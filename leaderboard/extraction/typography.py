"""Marks that a conversion doubled or wrote out: `0.55^{\\circ}0.55^{\\circ}`, `12 /spl mu/m`, `0.7plusmn0.4mum`.

They are put right in place: what is read has as many characters as the abstract, each where it stands there.
"""

from __future__ import annotations

import re
from functools import partial

import regex

from leaderboard.extraction.cues import Cues

_CUES = Cues("\\ /spl plusmn mum mun muw muj ¿")
# A publisher prints a formula twice, once for those who cannot see it. `re` compares repeats many times faster than `regex`.
_DOUBLED = re.compile(r"(?P<once>(?=[^\n]{0,60}\\)[^\s\n][^\n]{4,60}?)(?P<again>(?P=once))")
_FORMULA = regex.compile(r"\\.*\d|\d.*\\")
_WRAPPED = regex.compile(
    r"\\(?:mathbf|mathrm|mathsf|boldsymbol|bm|pmb|text|textrm)\s?\{(?P<inner>\s?[^{}\\]{0,20}\d[^{}\\]{0,20}|(?<=[\d}]\s?\{?(?:\\?\s?\\mu\s?|\\?\s)?\\\w+\s?\{)[A-Za-z/]{1,4})\}"
)
_SPACE = regex.compile(r"(?<=\d)\\[ ,;](?=\s*[^\d\s])")
_WRITTEN = (
    (regex.compile(r"(?:/spl mu/|\\mu\b)\s*(?P<unit>[A-Za-z]{1,3})\b|(?<=\d\s?)mu(?P<unit>[mNWJ])\b"), "μ"),
    (regex.compile(r"(?<=\d\s?)¿(?P<unit>[ms])\b"), "μ"),
    (regex.compile(r"/spl deg/|\^\s?\{\s?\\circ\s?\}"), "°"),
    (regex.compile(r"/spl times/"), "×"),
    (regex.compile(r"/spl plusmn/|plusmn"), "±"),
    (regex.compile(r"/spl (?:sim|ap)/"), "~"),
    (regex.compile(r"\{\\?%\}"), "%"),
)


def in_place(text: str) -> str:
    """The text with each such mark as it should be, and blanks for what is left over; its length is the same."""
    if not _CUES.in_text(text):
        return text
    if "\\" in text:
        text = _DOUBLED.sub(_said_once, text)
    text = _SPACE.sub(_blanks, _WRAPPED.sub(_unwrapped, text))
    for pattern, mark in _WRITTEN:
        text = pattern.sub(partial(_as_mark, mark), text)
    return _WRAPPED.sub(_unwrapped, text)


def _said_once(match: re.Match[str]) -> str:
    return match["once"] + " " * len(match["again"]) if _FORMULA.search(match["once"]) else match[0]


def _blanks(match: regex.Match[str]) -> str:
    return " " * len(match[0])


def _as_mark(mark: str, match: regex.Match[str]) -> str:
    return (mark + (match.groupdict().get("unit") or "")).rjust(len(match[0]))


def _unwrapped(match: regex.Match[str]) -> str:
    before = match.start("inner") - match.start()
    return " " * before + match["inner"] + " " * (match.end() - match.end("inner"))
