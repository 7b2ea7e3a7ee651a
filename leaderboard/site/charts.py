"""The charts: their kinds, their look, and the rows that a page fills in. `chart_kinds` has their specifications.

Pages carry only the rows, and are made without Altair, which takes a second to load and to compile: what it compiled
is kept in the user's folder for caches.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import vl_convert

from leaderboard import user_cache

ChartKind = Literal[
    "progress", "ranked", "field", "dots", "bars", "calibration", "speedup-gain", "saving-gain", "cost-gain"
]
Row = dict[str, Any]

MOST_LABELLED = 40
"""A dot plot with a line for each method stays readable up to here; beyond, methods are placed by rank."""
FEWEST_DATES = 3
"""With fewer, a line of progress says nothing."""
SHARE_DATED = 0.8
"""Where fewer rows of a board have a date, too much of it is missing from a chart by date."""
TALLEST_STACK = 24
"""Where more dots would stand on one another, a distribution is drawn as bars."""

_EXPOSED = "window.vegaEmbed = vegaEmbed;"
"""What the bundle of Vega ends with."""
_LAST_EDGE = 10_000.0
"""Beyond, a bin holds a claim or two."""

FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
PALETTES: dict[Literal["light", "dark"], dict[str, str]] = {
    "light": {"own": "#1d5fa8", "quoted": "#b3590f", "ink": "#23211e", "quiet": "#6a655d", "line": "#e3ded5"},
    "dark": {"own": "#7db4f0", "quoted": "#eb9d5c", "ink": "#ece8e1", "quiet": "#a39d93", "line": "#38352f"},
}

HEIGHTS: dict[ChartKind, int] = {
    **{"progress": 260, "field": 260, "dots": 220, "calibration": 320},
    **{"speedup-gain": 340, "saving-gain": 340, "cost-gain": 340},
}
"""Of the plot, in CSS pixels, where it does not depend on how many rows there are."""
LINE = 24
"""CSS pixels for each row of the other kinds."""
WIDEST_LABEL = 190
"""Pixels, beyond which a label is cut."""
SEPARATOR = "\u2063"
"""Two rows of one label stay two lines: invisible separators make them differ."""


def theme() -> dict[str, Any]:
    """The Vega-Lite `config` that all charts share. Colours are the page's own, so that they follow its theme."""
    colour = {name: f"var(--{name})" for name in PALETTES["light"]}
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "range": {"category": [colour["own"], colour["quoted"]]},
        "axis": {
            "labelColor": colour["quiet"],
            "labelFontSize": 12,
            "titleColor": colour["quiet"],
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "gridColor": colour["line"],
            "domain": False,
            "ticks": False,
            "labelPadding": 8,
        },
        "axisY": {"labelColor": colour["ink"]},
        "line": {"stroke": colour["own"]},
        "rule": {"stroke": colour["quiet"]},
        "tick": {"color": colour["quiet"]},
        "bar": {"fill": colour["own"]},
    }


@cache
def specifications() -> dict[ChartKind, dict[str, Any]]:
    """Those of `chart_kinds`, compiled once for a machine: each process that draws would load Altair for them."""
    sources = [Path(__file__), Path(__file__).with_name("chart_kinds.py")]
    decides = b"".join(source.read_bytes() for source in sources)
    made_of = f"altair {version('altair')} {hashlib.sha256(decides).hexdigest()}"
    found: dict[ChartKind, dict[str, Any]] = json.loads(user_cache.kept("charts.json", made_of, _compiled))
    return found


def _compiled() -> bytes:
    """The specifications as JSON."""
    from leaderboard.site import chart_kinds  # which loads Altair

    return json.dumps(chart_kinds.specifications()).encode()


def shared_script() -> str:
    """The classic script that holds every specification and their theme, as `window.leaderboardCharts`."""
    content = {"kinds": specifications(), "theme": theme()}
    return f"window.leaderboardCharts = {json.dumps(content, sort_keys=True, separators=(',', ':'))};\n"


@cache
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed (with Vega's expression interpreter) as one classic script: `window.vegaEmbed`.

    They are put together once for a machine, which takes seconds.
    """
    made_of = f"vl-convert {version('vl-convert-python')} {_EXPOSED}"
    return f"(function () {{\n{user_cache.kept('vega.js', made_of, _bundled).decode()}\n}})();\n"


def _bundled() -> bytes:
    """The script without what keeps its names to itself."""
    bundled: str = vl_convert.javascript_bundle(_EXPOSED)
    return bundled.encode()


def board_chart(ranked: Sequence[Mapping[str, Any]], frontier: Mapping[str, float]) -> tuple[ChartKind, list[Row]]:
    """The kind of chart that suits a board, and its rows, best first: each ranked one, by date each that has a date.

    `ranked` are rows of the view `boards`; `frontier` gives the best so far by `claim_id`, for papers' own results that
    have a date. A quoted result stands at the date of who quotes it, off the frontier.
    """
    by_date = shows_progress(ranked, frontier)
    ranked = [row for row in ranked if row["published"]] if by_date else ranked
    rows = [_mark(row) | {"rank": row["rank"], "value": row["board_value"]} for row in ranked]
    for row, source in zip(rows, ranked, strict=True):
        if source["board_value_to"] is not None:
            row["to"] = source["board_value_to"]
    if by_date:
        for row, source in zip(rows, ranked, strict=True):
            row["date"] = source["published"].isoformat()
            if row["id"] in frontier:
                row["best"] = frontier[row["id"]]
        return "progress", rows
    if len(rows) <= MOST_LABELLED:
        for place, row in enumerate(rows):
            row["label"] += SEPARATOR * (place + 1)
        return "ranked", rows
    return "field", rows


def shows_progress(ranked: Sequence[Mapping[str, Any]], frontier: Mapping[str, float]) -> bool:
    """Whether `SHARE_DATED` of a board's rows have a date, and its own results stand at `FEWEST_DATES` or more."""
    own_dates = {row["published"] for row in ranked if row["claim_id"] in frontier}
    dated = sum(row["published"] is not None for row in ranked)
    return dated >= SHARE_DATED * len(ranked) and len(own_dates) >= FEWEST_DATES


def distribution(
    claims: Sequence[Mapping[str, Any]], of: str, edges: Sequence[float], unit: str
) -> tuple[ChartKind, list[Row]]:
    """How the claims' values `of` (a column without nulls) spread over bins: a dot for each claim, or bars for many.

    `edges` are the lower edges of the bins, ascending; the last bin has no upper edge and the first no lower one.
    """
    labels = [f"{low:,g}–{high:,g}{unit}" for low, high in pairwise(edges)]
    labels.append(f"≥ {edges[-1]:,g}{unit}")
    heights = [0] * len(labels)
    dots: list[Row] = []
    for claim in claims:
        place = max(0, sum(edge <= claim[of] for edge in edges) - 1)
        heights[place] += 1
        # A bin is no scale on which a bound could point to more or less.
        mark = {name: value for name, value in _mark(claim).items() if name != "bound"}
        dots.append(mark | {"bin": labels[place], "place": place, "height": heights[place]})
    if max(heights, default=0) > TALLEST_STACK:
        return "bars", [{"label": label, "count": count} for label, count in zip(labels, heights, strict=True)]
    bins = [{"bin": label, "height": 0} for label in labels]
    return "dots", bins + sorted(dots, key=lambda row: (row["place"], row["height"]))


def counts(names: Iterable[tuple[str, int]]) -> tuple[ChartKind, list[Row]]:
    """A bar for each name and its count, in the order given."""
    return "bars", [{"label": name, "count": count} for name, count in names]


def _mark(row: Mapping[str, Any]) -> Row:
    role = "own" if row["role"] == "own" else "quoted"
    mark = {
        "id": row["claim_id"],
        "label": row["method_label"],
        "role": role,
        "href": row["href"],
        "shown": row["shown"],
    }
    return mark | {"bound": row["bound"]} if row["bound"] else mark


def plot_height(kind: ChartKind, rows: Sequence[Row]) -> int:
    """The height in CSS pixels that the chart will take, so that the page can keep its place free."""
    return HEIGHTS.get(kind, LINE * len(rows)) + below(kind)


def below(kind: ChartKind) -> int:
    """The height in CSS pixels of what surrounds the plot: the horizontal axis, with its title where it has one."""
    return 32 if kind in ("progress", "ranked", "dots") else 46


def sparkline(
    values: Sequence[float], best: Sequence[float], own: Sequence[bool], width: float = 240.0, height: float = 56.0
) -> dict[str, Any]:
    """Coordinates of a small chart of `values` in their order: `dots` (x, y, own) and `line`, an SVG path of steps.

    The line goes through `best`, as long as `values`, or empty for no line. The larger value is higher up.
    """
    margin, widest_step = 6.0, width / 8
    low, high = min((*values, *best)), max((*values, *best))
    span = high - low or 1.0
    step = (width - 2 * margin) / max(1, len(values) - 1)
    if not best:
        step = min(step, widest_step)

    def at(place: int, value: float) -> tuple[float, float]:
        # The lowest value keeps a stem that can be seen.
        share = 0.15 + 0.85 * (value - low) / span
        return round(margin + place * step, 1), round(height - margin - share * (height - 2 * margin), 1)

    dots = [(*at(place, value), is_own) for place, (value, is_own) in enumerate(zip(values, own, strict=True))]
    corners = [at(place, value) for place, value in enumerate(best)]
    line = f"M{corners[0][0]} {corners[0][1]}" + "".join(f"H{x}V{y}" for x, y in corners[1:]) if corners else ""
    return {"width": width, "height": height, "dots": dots, "line": line}


def factor_edges(values: Iterable[float]) -> list[float]:
    """Lower edges of bins for factors: 1, 1.25, 1.5, 2, 3, 5, 10, 20, 50 and so on, up to the largest or 10,000."""
    edges = [1.0, 1.25, 1.5, 2.0, 3.0, 5.0]
    largest = max(values, default=1.0)
    power = 1
    while 10.0**power <= largest and math.isfinite(largest):
        edges += [10.0**power * step for step in (1, 2, 5)]
        power += 1
    return [edge for edge in edges if edge <= min(max(largest, 2.0), _LAST_EDGE)]
