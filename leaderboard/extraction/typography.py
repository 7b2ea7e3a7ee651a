"""Marks that a conversion doubled or wrote out: `0.37^{\\circ}0.37^{\\circ}`, `12 /spl mu/m`, `0.8plusmn0.2mum`.

They are put right in place: what is read has as many characters as the abstract, each where it stands there.
"""

from __future__ import annotations

import re
from functools import partial

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cues

_CUES = Cues("\\ /spl plusmn mum mun muw muj ¿ extbf extit extsc exttt extrm r^ r² f_1 f_{ f$_ =>")
# A publisher prints a formula twice, once for those who cannot see it. `re` compares repeats many times faster than `regex`.
_SHORTEST, _LONGEST = 5, 61
_DOUBLED = re.compile(
    rf"(?P<once>(?=[^\n]{{0,60}}\\)[^\s\n][^\n]{{{_SHORTEST - 1},{_LONGEST - 1}}}?)(?P<again>(?P=once))"
)
_DIGIT = patterns.compiled("[0-9]")
_BACKSLASH = patterns.compiled(r"\\")
_FORMULA = patterns.compiled(r"\\.*\d|\d.*\\")
_WRAPPED = patterns.compiled(
    r"\\(?:mathbf|mathrm|mathsf|boldsymbol|bm|pmb|text|textrm)\s?\{(?P<inner>\s?[^{}\\]{0,20}\d[^{}\\]{0,20}|(?<=[\d}]\s?\{?(?:\\?\s?\\mu\s?|\\?\s)?\\\w+\s?\{)[A-Za-z/]{1,4})\}"
)
_TABBED = patterns.compiled(r"(?<![\\\p{L}])(?:ext(?:bf|it|sc|tt|rm)|oldsymbol)\s?\{(?P<inner>[^{}]{1,60})\}")
"""A command of TeX whose `\\t` was taken for a tab: `more than extit{40}`."""
_SPACE = patterns.compiled(r"(?<=\d)\\[ ,;](?=\s*[^\d\s])")
_WRITTEN = (
    ("mu", patterns.compiled(r"(?:/spl mu/|\\mu\b)\s*(?P<unit>[A-Za-z]{1,3})\b"), "μ"),
    ("mu", patterns.compiled(r"(?<=\d\s?)mu(?P<unit>[mWJ]|Nm?)\b"), "μ"),
    ("mu$", patterns.compiled(r"\\mu\s?\$\s?(?P<unit>[mgsWJ])\b"), "μ"),
    ("¿", patterns.compiled(r"(?<=\d\s?)¿(?P<unit>[ms])\b"), "μ"),
    ("/spl", patterns.compiled(r"/spl deg/"), "°"),
    ("circ", patterns.compiled(r"\^\s?\{\s?\\circ\s?\}"), "°"),
    ("/spl", patterns.compiled(r"/spl times/"), "×"),
    ("plusmn", patterns.compiled(r"/spl plusmn/|plusmn"), "±"),
    ("/spl", patterns.compiled(r"/spl (?:sim|ap)/"), "~"),
    ("R", patterns.compiled(r"\bR(?:\^\s?(?:2|\{2\})|²)"), "R2"),
    (
        "_",
        patterns.compiled(r"(?:\$\s?F\s?_\s?\{?(?P<unit>1)\}?\s?\$|\bF\$_\{?(?P<unit>1)\}?\$|\bF_\{?(?P<unit>1)\b\}?)"),
        "F",
    ),
    ("rightarrow", patterns.compiled(r"\\(?:long)?rightarrow(?=[0-9])"), "→"),
    ("\\to", patterns.compiled(r"\\to(?=[0-9])"), "→"),
    ("=>", patterns.compiled(r"(?<=[0-9](?:\\?%)?\s?)=+>(?=\s?[0-9])"), "→"),
    ("%}", patterns.compiled(r"\{\\?%\}"), "%"),
)
"""What each way of writing a mark always holds, the way itself, and the mark."""


def in_place(text: str) -> str:
    """The text with each such mark as it should be, and blanks for what is left over; its length is the same."""
    if not (_DIGIT.search(text) and _CUES.in_text(text)):  # they stand at numbers
        return text
    has_commands = "\\" in text
    if "ext" in text:
        text = _TABBED.sub(_unwrapped, text)
    if has_commands:
        if _may_be_doubled(text):
            text = _DOUBLED.sub(_said_once, text)
        text = _SPACE.sub(_blanks, _WRAPPED.sub(_unwrapped, text))
    for cue, pattern, mark in _WRITTEN:
        if cue in text:
            text = pattern.sub(partial(_as_mark, mark), text)
    return _WRAPPED.sub(_unwrapped, text) if has_commands else text


def _may_be_doubled(text: str) -> bool:
    """Whether around some backslash as many characters as it is from another one are the same around both."""
    places = [match.start() for match in _BACKSLASH.finditer(text)]
    return any(
        _SHORTEST <= other - place <= _LONGEST and _alike(text, place, other) >= other - place
        for number, place in enumerate(places)
        for other in places[number + 1 : number + _LONGEST + 1]
    )


def _alike(text: str, place: int, other: int) -> int:
    """How many characters around a place are those around another one behind it, no more than needed."""
    apart = other - place
    start, end = place, place + 1
    while start > 0 and place - start < apart and text[start - 1] == text[start - 1 + apart]:
        start -= 1
    while end + apart < len(text) and end - start < apart and text[end] == text[end + apart]:
        end += 1
    return end - start


def _said_once(match: re.Match[str]) -> str:
    return match["once"] + " " * len(match["again"]) if _FORMULA.search(match["once"]) else match[0]


def _blanks(match: regex.Match[str]) -> str:
    return " " * len(match[0])


def _as_mark(mark: str, match: regex.Match[str]) -> str:
    return (mark + (match.groupdict().get("unit") or "")).rjust(len(match[0]))


def _unwrapped(match: regex.Match[str]) -> str:
    before = match.start("inner") - match.start()
    return " " * before + match["inner"] + " " * (match.end() - match.end("inner"))
