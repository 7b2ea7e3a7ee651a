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

_GAINS = [-100, -30, -10, -3, 0, 3, 10, 30, 100, 300]
"""What the scale of gains beside amounts goes through, in points or percent."""
_LOWEST_STACK = 6
"""Where fewer dots stand on one another, a distribution leaves room above them: one claim is not many."""

_LAST_EDGE = 10_000.0
"""Beyond, a bin holds a claim or two."""

_ROLES = ["own", "quoted"]
FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
PALETTES: dict[Literal["light", "dark"], dict[str, str]] = {
    "light": {"own": "#1d5fa8", "quoted": "#b3590f", "ink": "#23211e", "quiet": "#6a655d", "line": "#e3ded5"},
    "dark": {"own": "#7db4f0", "quoted": "#eb9d5c", "ink": "#ece8e1", "quiet": "#a39d93", "line": "#38352f"},
}

WIDEST_LABEL = 190
"""Pixels, beyond which a label is cut."""
SEPARATOR = "\u2063"
"""Two rows of one label stay two lines: invisible separators make them differ."""
_ARROW = 18
"""Pixels that an arrow at the end of an axis needs."""
_ARROWS = {
    "up": "M0,-.32V-1M-.24,-.74L0,-1L.24,-.74",
    "down": "M0,.32V1M-.24,.74L0,1L.24,.74",
    "right": "M.32,0H1M.74,-.24L1,0L.74,.24",
    "left": "M-.32,0H-1M-.74,-.24L-1,0L-.74,.24",
}
"""Paths of Vega's own symbols, between -1 and 1 around the mark that they start from."""
_BROKEN_RING = (
    "M.56,-.15A.58,.58,0,0,0,.15,-.56M-.15,-.56A.58,.58,0,0,0,-.56,-.15"
    "M-.56,.15A.58,.58,0,0,0,-.15,.56M.15,.56A.58,.58,0,0,0,.56,.15"
)


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


def _ranges(place: Mapping[str, Any], axis: Literal["x", "y"]) -> list[alt.Chart]:
    """A rule from the lower to the upper end of a value that is a range on the `axis`, and a stroke that ends it."""
    ranges = alt.Chart(alt.NamedData("rows")).transform_filter("isValid(datum.to)")
    ends: dict[str, Any] = {"x": alt.X("to:Q"), "y": alt.Y("to:Q")}
    far: dict[str, Any] = {"x": alt.X2("to:Q"), "y": alt.Y2("to:Q")}
    across: Literal["vertical", "horizontal"] = "vertical" if axis == "x" else "horizontal"
    return [
        ranges.mark_rule(strokeWidth=1.6, aria=False).encode(**dict(place) | {f"{axis}2": far[axis]}),
        ranges.mark_tick(thickness=1.6, size=9, orient=across, aria=False).encode(**dict(place) | {axis: ends[axis]}),
    ]


def _bounds(place: Mapping[str, Any], axis: Literal["x", "y"]) -> alt.Chart:
    """The way in which the true value may lie: an arrow to more or to less on the `axis`; a broken ring for `about`."""
    more, less = ("right", "left") if axis == "x" else ("up", "down")
    shapes = {"over": _ARROWS[more], "up to": _ARROWS[less], "under": _ARROWS[less], "about": _BROKEN_RING}
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("rows"), name="bounds")
        .transform_filter("isValid(datum.bound)")
        .mark_point(size=1000, strokeWidth=1.6, fill="transparent", aria=False)
        .encode(
            shape=alt.Shape("bound:N", scale=alt.Scale(domain=[*shapes], range=[*shapes.values()]), legend=None),
            color=_role_colour(),
            **place,
        )
    )
    return chart


def _progress() -> alt.TopLevelMixin:
    # The days are the papers': in the reader's own time zone a year could begin on the day before.
    scale = alt.Scale(type="utc", padding=14)
    date = alt.X("date:T", axis=alt.Axis(title=None, grid=False, tickCount=6), scale=scale)
    value = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=_ARROW))
    frontier = (
        alt.Chart(alt.NamedData("rows"))
        .transform_filter("isValid(datum.best)")
        .mark_line(interpolate="step-after", strokeWidth=1.6, opacity=0.55)
        .encode(x=date, y=alt.Y("best:Q"))
    )
    place: dict[str, Any] = {"x": date, "y": value}
    layers = [frontier, *_ranges(place, "y"), _bounds(place, "y"), _points().encode(**place)]
    return _together(layers).properties(height=260)


def _ranked() -> alt.TopLevelMixin:
    value = alt.X("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=_ARROW))
    place = alt.Y(
        "label:N",
        sort=None,
        axis=alt.Axis(title=None, grid=True, labelLimit=WIDEST_LABEL, labelExpr="split(datum.label, '\\u2063')[0]"),
    )
    at: dict[str, Any] = {"x": value, "y": place}
    # Points first: the axis takes the order of the first layer, and only they have every row.
    return _together([_points().encode(**at), *_ranges(at, "x"), _bounds(at, "x")]).properties(height=alt.Step(24))


def _field() -> alt.TopLevelMixin:
    rank = alt.X(
        "rank:Q",
        axis=alt.Axis(title="rank", grid=False, tickMinStep=1, tickCount=6),
        scale=alt.Scale(domainMin=0, nice=False),
    )
    value = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=_ARROW))
    place: dict[str, Any] = {"x": rank, "y": value}
    return _together([*_ranges(place, "y"), _bounds(place, "y"), _points(54).encode(**place)]).properties(height=260)


def _together(layers: Sequence[alt.Chart]) -> alt.LayerChart:
    """Layers that each have a scale of shapes of their own: roles in one, bounds in another."""
    chart: alt.LayerChart = alt.layer(*layers).resolve_scale(shape="independent")
    return chart


def _dots() -> alt.TopLevelMixin:
    """A dot for each claim above its bin. A row without an `id` is a bin, empty or not, drawn as its ground."""
    bin_ = alt.X(
        "bin:N", sort=None, axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True), scale=alt.Scale(padding=0.4)
    )
    room = alt.DomainUnionWith(unionWith=[0, _LOWEST_STACK])
    height = alt.Y("height:Q", axis=None, scale=alt.Scale(domain=room, nice=False, padding=8))
    # Bins first: the axis takes the order of the first layer, and no other has the empty ones.
    ground = (
        alt.Chart(alt.NamedData("rows"))
        .transform_filter("!isValid(datum.id)")
        .mark_tick(orient="horizontal", size=14, thickness=1, aria=False)
        .encode(x=bin_, y=height)
    )
    dots = _points(60).transform_filter("isValid(datum.id)").encode(x=bin_, y=height)
    return alt.layer(ground, dots).properties(height=220)


def _bars() -> alt.TopLevelMixin:
    base = alt.Chart(alt.NamedData("rows"), name="points").encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None, grid=False, labelLimit=WIDEST_LABEL)),
        x=alt.X("count:Q", axis=alt.Axis(title="claims", tickMinStep=1, tickCount=5)),
    )
    chart: alt.Chart = base.mark_bar(height={"band": 0.6}, cornerRadiusEnd=2).properties(height=alt.Step(24))
    return chart


def _calibration() -> alt.TopLevelMixin:
    """Measured against stated confidence, the larger the more claims; on the line what is stated is what is so."""

    def share(field: str, axis: type[alt.X] | type[alt.Y], title: str) -> Any:
        marks = alt.Axis(title=title, format="%", tickCount=5, grid=True)
        return axis(f"{field}:Q", scale=alt.Scale(domain=[0, 1]), axis=marks)

    x, y = share("stated", alt.X, "stated"), share("measured", alt.Y, "measured")
    even = (
        alt.Chart(alt.NamedData("rows"))
        .transform_aggregate(rows="count()")
        .mark_rule(strokeDash=[4, 4])
        .encode(x=alt.datum(0), x2=alt.datum(1), y=alt.datum(0), y2=alt.datum(1))
    )
    fits = ["development", "check"]
    colour = alt.Color("fit:N", scale=alt.Scale(domain=fits), legend=None)
    bins = (
        alt.Chart(alt.NamedData("rows"), name="points")
        .mark_point(opacity=0.9, strokeWidth=1.8)
        .encode(
            x=x,
            y=y,
            size=alt.Size("claims:Q", scale=alt.Scale(domainMin=0, range=[30, 700]), legend=None),
            shape=alt.Shape("fit:N", scale=alt.Scale(domain=fits, range=["circle", "diamond"]), legend=None),
            color=colour,
            fill=alt.when(alt.datum.fit == "development").then(colour).otherwise(alt.value("transparent")),
            tooltip=alt.Tooltip("id:N"),
        )
    )
    return alt.layer(even, bins).properties(height=320)


def _trade_off(amount: alt.X) -> alt.TopLevelMixin:
    """Papers by an amount and the change of quality beside it: circles for points, diamonds for percent."""
    # A wide scale that is finest around none, and the same for all; what lies beyond stands at its edge.
    gain = alt.Y(
        "gain:Q",
        # Vega drops every second of more values than it counts.
        axis=alt.Axis(title=None, values=_GAINS, tickCount=len(_GAINS), labelOverlap=False, format="~s", grid=True),
        scale=alt.Scale(type="symlog", constant=2, domain=[_GAINS[0], _GAINS[-1]], clamp=True, nice=False),
    )
    none = (
        alt.Chart(alt.NamedData("rows"))
        .transform_aggregate(rows="count()")
        .mark_rule(strokeDash=[4, 4])
        .encode(y=alt.datum(0))
    )
    units = ["points", "%"]
    colour = alt.Color("unit:N", scale=alt.Scale(domain=units), legend=None)
    points = (
        alt.Chart(alt.NamedData("rows"), name="points")
        .mark_point(size=60, opacity=0.9, cursor="pointer", strokeWidth=1.6)
        .encode(
            x=amount,
            y=gain,
            shape=alt.Shape("unit:N", scale=alt.Scale(domain=units, range=["circle", "diamond"]), legend=None),
            color=colour,
            fill=alt.when(alt.datum.unit == "points").then(colour).otherwise(alt.value("transparent")),
            tooltip=alt.Tooltip("id:N"),
        )
    )
    return alt.layer(none, points).properties(height=340)


def _amount(title: str, **scale: Any) -> alt.X:
    return alt.X(
        "amount:Q",
        axis=alt.Axis(title=title, grid=False, tickCount=6, labelOverlap=True, format="~s"),
        scale=alt.Scale(**scale),
    )


@cache
def specifications() -> dict[ChartKind, dict[str, Any]]:
    """The compiled Vega-Lite specification of each kind of chart, without its rows."""
    charts: dict[ChartKind, alt.TopLevelMixin] = {
        "progress": _progress(),
        "ranked": _ranked(),
        "field": _field(),
        "dots": _dots(),
        "bars": _bars(),
        "calibration": _calibration(),
        "speedup-gain": _trade_off(_amount("times as fast", type="log", padding=12, nice=False)),
        "saving-gain": _trade_off(_amount("% saved", domain=[0, 100])),
        "cost-gain": _trade_off(_amount("taken", type="log", padding=12, nice=False)),
    }
    compiled: dict[ChartKind, dict[str, Any]] = {}
    for kind, chart in charts.items():
        specification = chart.properties(width="container").to_dict(validate=True)
        specification.pop("config", None)
        compiled[kind] = specification
    return compiled


def shared_script() -> str:
    """The classic script that holds every specification and their theme, as `window.leaderboardCharts`."""
    content = {"kinds": specifications(), "theme": theme()}
    return f"window.leaderboardCharts = {json.dumps(content, sort_keys=True, separators=(',', ':'))};\n"


@cache
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed (with Vega's expression interpreter) as one classic script: `window.vegaEmbed`."""
    return f"(function () {{\n{vl_convert.javascript_bundle('window.vegaEmbed = vegaEmbed;')}\n}})();\n"


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
    specification = specifications()[kind]["height"]
    plot = specification if isinstance(specification, int) else int(specification["step"]) * len(rows)
    return plot + below(kind)


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
