"""Preview images of pages, as links to them are shown elsewhere: 1200 by 630 pixels, in the look of the light pages."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import vl_convert

from leaderboard.site import charts
from leaderboard.tables import as_text

WIDTH, HEIGHT = 1200, 630
MOST = 50
"""Benchmarks that have one: drawing it takes 30 ms."""
SITE = "card.png"
"""The file of the start page's."""
_MARGIN = 76
_PAPER = "#fcfbf9"
_SERIF = "'Iowan Old Style', Charter, Palatino, 'URW Palladio L', P052, Georgia, 'Liberation Serif', serif"
_SPARK_TOP = 442
SPARK_WIDTH, SPARK_HEIGHT = WIDTH - 2 * _MARGIN, 124
"""The place for a small chart, in pixels."""


def of_board(site_title: str, name: str, best: Mapping[str, Any], facts: str, spark: Mapping[str, Any] | None) -> bytes:
    """The PNG of a benchmark: its name, its best result (a row of `boards`) and its small chart, where it has one.

    `spark` is what `charts.sparkline` gives at `SPARK_WIDTH` by `SPARK_HEIGHT`.
    """
    measured = f"Best {best['metric']}" + (f", {best['setting']}" if best["setting"] else "")
    title = _lines(name, 31, 1)
    parts = [
        _text(title[0], 190, 76 if len(title[0]) < 22 else 60, "ink", serif=True),
        _text(facts, 240, 28, "quiet"),
        _text(best["shown"], 350, 80, "own", serif=True),
        _text(_lines(f"{measured}: {best['method_label']}", 66, 1)[0], 400, 30, "ink"),
        _spark(spark) if spark else "",
    ]
    return _png(site_title, parts)


def of_site(site_title: str, question: str, facts: Sequence[tuple[str, str]]) -> bytes:
    """The PNG of the start page: the question that it answers, and figures with what they count."""
    lines = _lines(question, 27, 3)
    parts = [_text(line, 220 + 84 * place, 76, "ink", serif=True) for place, line in enumerate(lines)]
    step = (WIDTH - 2 * _MARGIN) // max(1, len(facts))
    for place, (figure, counted) in enumerate(facts):
        parts.append(_text(figure, 520, 52, "own", serif=True, x=_MARGIN + place * step))
        parts.append(_text(counted, 562, 26, "quiet", x=_MARGIN + place * step))
    return _png(site_title, parts)


def _png(site_title: str, parts: Sequence[str]) -> bytes:
    ink, own = charts.PALETTES["light"]["ink"], charts.PALETTES["light"]["own"]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/><rect width="{WIDTH}" height="12" fill="{own}"/>'
        f'<g fill="{own}" transform="translate({_MARGIN},66) scale(1.7)">'
        '<rect x="1" y="10" width="5" height="9" rx="1"/><rect x="7.5" y="2" width="5" height="17" rx="1"/>'
        '<rect x="14" y="6" width="5" height="13" rx="1"/></g>'
        f'<text x="{_MARGIN + 46}" y="96" font-family="{_SERIF}" font-size="30" font-weight="600" fill="{ink}">'
        f"{_plain(_lines(site_title, 56, 1)[0])}</text>{''.join(parts)}</svg>"
    )
    png: bytes = vl_convert.svg_to_png(svg)
    return png


def _spark(spark: Mapping[str, Any]) -> str:
    """The small chart in its place: own results as discs, quoted ones as diamonds, the frontier as a line of steps."""
    colours = charts.PALETTES["light"]
    drawn = [f'<path d="{spark["line"]}" fill="none" stroke="{colours["own"]}" stroke-opacity=".5" stroke-width="3"/>']
    for x, y, own in spark["dots"]:
        if own:
            drawn.append(f'<circle cx="{x}" cy="{y}" r="8" fill="{colours["own"]}"/>')
        else:
            shape = f'd="M{x} {y - 9}l9 9-9 9-9-9z" fill="{_PAPER}" stroke="{colours["quoted"]}" stroke-width="3"'
            drawn.append(f"<path {shape}/>")
    return f'<g transform="translate({_MARGIN},{_SPARK_TOP})">{"".join(drawn if spark["line"] else drawn[1:])}</g>'


def _text(text: str, y: int, size: int, colour: str, serif: bool = False, x: int = _MARGIN) -> str:
    font = f'font-family="{_SERIF}" font-weight="600"' if serif else f'font-family="{charts.FONT}"'
    fill = charts.PALETTES["light"][colour]
    return f'<text x="{x}" y="{y}" font-size="{size}" {font} fill="{fill}">{_plain(text)}</text>'


def _lines(text: str, width: int, most: int) -> list[str]:
    """At most `most` lines of about `width` characters; what does not fit ends in an ellipsis."""
    return textwrap.wrap(text, width, max_lines=most, placeholder=" …") or [""]


def _plain(text: str) -> str:
    return escape(as_text(text))
