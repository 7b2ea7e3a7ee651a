"""The specification of each kind of chart, compiled once through Altair.

It reads the named data set `rows`; pages carry only those rows, and `site/static/charts.js` joins the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

import altair as alt

from leaderboard.site import charts

_GAINS = [-100, -30, -10, -3, 0, 3, 10, 30, 100, 300]
"""What the scale of gains beside amounts goes through, in points or percent."""
_LOWEST_STACK = 6
"""Where fewer dots stand on one another, a distribution leaves room above them: one claim is not many."""

_ROLES = ["own", "quoted"]
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
    return _together(layers).properties(height=charts.HEIGHTS["progress"])


def _ranked() -> alt.TopLevelMixin:
    value = alt.X("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=_ARROW))
    place = alt.Y(
        "label:N",
        sort=None,
        axis=alt.Axis(
            title=None, grid=True, labelLimit=charts.WIDEST_LABEL, labelExpr="split(datum.label, '\\u2063')[0]"
        ),
    )
    at: dict[str, Any] = {"x": value, "y": place}
    # Points first: the axis takes the order of the first layer, and only they have every row.
    return _together([_points().encode(**at), *_ranges(at, "x"), _bounds(at, "x")]).properties(
        height=alt.Step(charts.LINE)
    )


def _field() -> alt.TopLevelMixin:
    rank = alt.X(
        "rank:Q",
        axis=alt.Axis(title="rank", grid=False, tickMinStep=1, tickCount=6),
        scale=alt.Scale(domainMin=0, nice=False),
    )
    value = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, padding=_ARROW))
    place: dict[str, Any] = {"x": rank, "y": value}
    return _together([*_ranges(place, "y"), _bounds(place, "y"), _points(54).encode(**place)]).properties(
        height=charts.HEIGHTS["field"]
    )


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
    return alt.layer(ground, dots).properties(height=charts.HEIGHTS["dots"])


def _bars() -> alt.TopLevelMixin:
    base = alt.Chart(alt.NamedData("rows"), name="points").encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None, grid=False, labelLimit=charts.WIDEST_LABEL)),
        x=alt.X("count:Q", axis=alt.Axis(title="claims", tickMinStep=1, tickCount=5)),
    )
    chart: alt.Chart = base.mark_bar(height={"band": 0.6}, cornerRadiusEnd=2).properties(height=alt.Step(charts.LINE))
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
    return alt.layer(even, bins).properties(height=charts.HEIGHTS["calibration"])


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
    return alt.layer(none, points).properties(height=charts.HEIGHTS["cost-gain"])


def _amount(title: str, **scale: Any) -> alt.X:
    return alt.X(
        "amount:Q",
        axis=alt.Axis(title=title, grid=False, tickCount=6, labelOverlap=True, format="~s"),
        scale=alt.Scale(**scale),
    )


@cache
def specifications() -> dict[charts.ChartKind, dict[str, Any]]:
    """The compiled Vega-Lite specification of each kind of chart, without its rows."""
    kinds: dict[charts.ChartKind, alt.TopLevelMixin] = {
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
    compiled: dict[charts.ChartKind, dict[str, Any]] = {}
    for kind, chart in kinds.items():
        specification = chart.properties(width="container").to_dict(validate=True)
        specification.pop("config", None)
        compiled[kind] = specification
    return compiled
