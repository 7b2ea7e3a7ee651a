"""The charts: one specification for each kind, compiled once through Altair, and the rows that a page fills in.

A specification reads the named data set `rows`; pages carry only those rows, and `site/static/charts.js` joins the two.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal

import altair as alt
import vl_convert

ChartKind = Literal["progress", "ranked", "field", "dots", "bars"]
Row = dict[str, Any]

MOST_LABELLED = 40
"""A dot plot with a line for each method stays readable up to here; beyond, methods are placed by rank."""
FEWEST_DATES = 3
"""With fewer, a line of progress says nothing."""
TALLEST_STACK = 24
"""Where more dots would stand on one another, a distribution is drawn as bars."""

_ROLES = ["own", "quoted"]
_FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
_PALETTES = {
    "light": {"own": "#1d5fa8", "quoted": "#b3590f", "ink": "#23211e", "quiet": "#6a655d", "line": "#e3ded5"},
    "dark": {"own": "#7db4f0", "quoted": "#eb9d5c", "ink": "#ece8e1", "quiet": "#a39d93", "line": "#38352f"},
}


def theme(name: Literal["light", "dark"]) -> dict[str, Any]:
    """The Vega-Lite `config` that all charts share, in the colours of the light or the dark pages."""
    colour = _PALETTES[name]
    return {
        "background": "transparent",
        "font": _FONT,
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
        "bar": {"fill": colour["own"]},
    }


def _role_colour() -> Any:
    return alt.Color("role:N", scale=alt.Scale(domain=_ROLES), legend=None)


def _points(size: int = 80) -> alt.Chart:
    """Marks told apart by shape as well as colour: own results filled circles, quoted ones hollow diamonds."""
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("rows"), name="points")
        .mark_point(size=size, opacity=0.95, cursor="pointer", strokeWidth=1.8)
        .encode(
            shape=alt.Shape("role:N", scale=alt.Scale(domain=_ROLES, range=["circle", "diamond"]), legend=None),
            color=_role_colour(),
            fill=alt.when(alt.datum.role == "own").then(_role_colour()).otherwise(alt.value("transparent")),
            tooltip=alt.Tooltip("id:N"),
        )
    )
    return chart


def _ranges() -> alt.Chart:
    """A rule from the lower to the upper end of a value that is a range."""
    chart: alt.Chart = alt.Chart(alt.NamedData("rows")).mark_rule(strokeWidth=1.4).transform_filter("isValid(datum.to)")
    return chart


def _progress() -> alt.TopLevelMixin:
    date = alt.X("date:T", axis=alt.Axis(title=None, grid=False, tickCount=6), scale=alt.Scale(padding=14))
    value = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=12))
    frontier = (
        alt.Chart(alt.NamedData("rows"))
        .transform_filter("isValid(datum.best)")
        .mark_line(interpolate="step-after", strokeWidth=1.6, opacity=0.55)
        .encode(x=date, y=alt.Y("best:Q"))
    )
    ranges = _ranges().encode(x=date, y=value, y2="to:Q")
    return alt.layer(frontier, ranges, _points().encode(x=date, y=value)).properties(height=260)


def _ranked() -> alt.TopLevelMixin:
    value = alt.X("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=14))
    place = alt.Y(
        "label:N",
        sort=None,
        axis=alt.Axis(title=None, grid=True, labelLimit=190, labelExpr="split(datum.label, '\\u2063')[0]"),
    )
    ranges = _ranges().encode(x=value, x2="to:Q", y=place)
    # Points first: the axis takes the order of the first layer, and only they have every row.
    return alt.layer(_points().encode(x=value, y=place), ranges).properties(height=alt.Step(24))


def _field() -> alt.TopLevelMixin:
    rank = alt.X(
        "rank:Q",
        axis=alt.Axis(title="rank", grid=False, tickMinStep=1, tickCount=6),
        scale=alt.Scale(domainMin=0, nice=False),
    )
    value = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=12))
    ranges = _ranges().encode(x=rank, y=value, y2="to:Q")
    return alt.layer(ranges, _points(54).encode(x=rank, y=value)).properties(height=260)


def _dots() -> alt.TopLevelMixin:
    bin_ = alt.X(
        "bin:N", sort=None, axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True), scale=alt.Scale(padding=0.4)
    )
    height = alt.Y("height:Q", axis=None, scale=alt.Scale(domainMin=0, nice=False, padding=8))
    return _points(60).encode(x=bin_, y=height).properties(height=220)


def _bars() -> alt.TopLevelMixin:
    base = alt.Chart(alt.NamedData("rows"), name="points").encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None, grid=False, labelLimit=190)),
        x=alt.X("count:Q", axis=alt.Axis(title="claims", tickMinStep=1, tickCount=5)),
    )
    chart: alt.Chart = base.mark_bar(height={"band": 0.6}, cornerRadiusEnd=2).properties(height=alt.Step(24))
    return chart


@cache
def specifications() -> dict[ChartKind, dict[str, Any]]:
    """The compiled Vega-Lite specification of each kind of chart, without its rows."""
    charts: dict[ChartKind, alt.TopLevelMixin] = {
        "progress": _progress(),
        "ranked": _ranked(),
        "field": _field(),
        "dots": _dots(),
        "bars": _bars(),
    }
    compiled: dict[ChartKind, dict[str, Any]] = {}
    for kind, chart in charts.items():
        specification = chart.properties(width="container").to_dict(validate=True)
        specification.pop("config", None)
        compiled[kind] = specification
    return compiled


def shared_script() -> str:
    """The classic script that holds every specification and both themes, as `window.leaderboardCharts`."""
    content = {"kinds": specifications(), "themes": {"light": theme("light"), "dark": theme("dark")}}
    return f"window.leaderboardCharts = {json.dumps(content, sort_keys=True, separators=(',', ':'))};\n"


@cache
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed (with Vega's expression interpreter) as one classic script: `window.vegaEmbed`."""
    return f"(function () {{\n{vl_convert.javascript_bundle('window.vegaEmbed = vegaEmbed;')}\n}})();\n"


def board_chart(ranked: Sequence[Mapping[str, Any]], frontier: Mapping[str, float]) -> tuple[ChartKind, list[Row]]:
    """The kind of chart that suits a board, and a row for each ranked row of it, best first.

    `ranked` are rows of the view `boards`; `frontier` gives the best so far by `claim_id`, for papers' own results that
    have a date. A quoted result stands at the date of who quotes it, off the frontier.
    """
    rows = [_mark(row) | {"rank": row["rank"], "value": row["board_value"]} for row in ranked]
    for row, source in zip(rows, ranked, strict=True):
        if source["board_value_to"] is not None:
            row["to"] = source["board_value_to"]
    if shows_progress(ranked, frontier):
        for row, source in zip(rows, ranked, strict=True):
            row["date"] = source["published"].isoformat()
            if row["id"] in frontier:
                row["best"] = frontier[row["id"]]
        return "progress", rows
    if len(rows) <= MOST_LABELLED:
        for place, row in enumerate(rows):
            # Two rows of one label stay two lines: invisible separators make them differ.
            row["label"] += "\u2063" * (place + 1)
        return "ranked", rows
    return "field", rows


def shows_progress(ranked: Sequence[Mapping[str, Any]], frontier: Mapping[str, float]) -> bool:
    """Whether all rows of a board have a date, and its own results stand at `FEWEST_DATES` of them or more."""
    own_dates = {row["published"] for row in ranked if row["claim_id"] in frontier}
    return all(row["published"] for row in ranked) and len(own_dates) >= FEWEST_DATES


def distribution(
    claims: Sequence[Mapping[str, Any]], of: str, edges: Sequence[float], unit: str
) -> tuple[ChartKind, list[Row]]:
    """How the claims' values `of` (a column without nulls) spread over bins: a dot for each claim, or bars for many.

    `edges` are the lower edges of the bins, ascending; the last bin has no upper edge and the first no lower one.
    """
    labels = [f"{low:,g}–{high:,g}{unit}" for low, high in pairwise(edges)]
    labels.append(f"{edges[-1]:,g}{unit} +")
    heights = [0] * len(labels)
    rows: list[Row] = []
    for claim in claims:
        place = max(0, sum(edge <= claim[of] for edge in edges) - 1)
        heights[place] += 1
        rows.append(_mark(claim) | {"bin": labels[place], "place": place, "height": heights[place]})
    if max(heights, default=0) > TALLEST_STACK:
        return "bars", [{"label": label, "count": count} for label, count in zip(labels, heights, strict=True)]
    # In order of the bins, since the axis takes the order of first appearance.
    return "dots", sorted(rows, key=lambda row: (row["place"], row["height"]))


def counts(names: Iterable[tuple[str, int]]) -> tuple[ChartKind, list[Row]]:
    """A bar for each name and its count, in the order given."""
    return "bars", [{"label": name, "count": count} for name, count in names]


def _mark(row: Mapping[str, Any]) -> Row:
    role = "own" if row["role"] == "own" else "quoted"
    return {
        "id": row["claim_id"],
        "label": row["method_label"],
        "role": role,
        "href": row["href"],
        "shown": row["shown"],
    }


def plot_height(kind: ChartKind, rows: Sequence[Row]) -> int:
    """The height in CSS pixels that the chart will take, so that the page can keep its place free."""
    specification = specifications()[kind]["height"]
    if isinstance(specification, int):
        return specification + (46 if kind == "field" else 32)
    return int(specification["step"]) * len(rows) + (46 if kind == "bars" else 32)


def sparkline(values: Sequence[float], best: Sequence[float], own: Sequence[bool]) -> dict[str, Any]:
    """Coordinates of a small chart of `values` in their order: `dots` (x, y, own) and `line`, an SVG path of steps.

    The line goes through `best`, as long as `values`, or empty for no line. The larger value is higher up.
    """
    width, height, margin, widest_step = 240.0, 56.0, 6.0, 30.0
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
    """Lower edges of bins for factors: 1, 1.25, 1.5, 2, 3, 5, 10, 20, 50 and so on, up to the largest value."""
    edges = [1.0, 1.25, 1.5, 2.0, 3.0, 5.0]
    largest = max(values, default=1.0)
    power = 1
    while 10.0**power <= largest and math.isfinite(largest):
        edges += [10.0**power * step for step in (1, 2, 5)]
        power += 1
    return [edge for edge in edges if edge <= max(largest, 2.0)]
