"""Charts as SVG files, for readers without script: drawn as on the page, at a width that is known."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache

import vl_convert

from leaderboard.site import charts
from leaderboard.site.charts import ChartKind, Row

# Without labels of each mark, which the picture's place has in one; in one font, since a list of them, which the
# picture's style has, takes twice the time to measure; and with a limit for those labels alone that may reach it, since
# each that has one is measured anew to be drawn.
_CONFIG = charts.theme() | {"aria": False, "font": "sans-serif", "axis": charts.theme()["axis"] | {"labelLimit": 0}}
_OF_BOARDS: frozenset[ChartKind] = frozenset({"progress", "ranked", "field"})
"""Kinds of which there are hundreds, and whose labels are therefore not measured for the room that they take."""
_SPECIAL = frozenset({"to", "bound", "best"})
"""Fields that only some rows have; those that have them are drawn in layers of their own."""
_LONGEST_LABEL = 28
"""Characters, about as wide as `charts.WIDEST_LABEL`."""


def picture(kind: ChartKind, rows: Sequence[Row], width: int) -> str:
    """The chart as an SVG file, `width` CSS pixels wide, light or dark as the page or the system that shows it is."""
    specification = _of_board(kind, rows, width) if kind in _OF_BOARDS else _measured(kind, rows, width)
    svg: str = vl_convert.vega_to_svg(specification)
    # Vega goes on counting from picture to picture: the same chart must give the same bytes.
    names: dict[str, str] = {}
    svg = re.sub(r"\bclip\d+\b", lambda name: names.setdefault(name[0], f"clip{len(names)}"), svg)
    head, start, rest = svg.partition(">")
    return f"{head}{start}{_STYLE}{rest}\n"


def _measured(kind: ChartKind, rows: Sequence[Row], width: int) -> Row:
    specification = _filled_in(_fitting(kind), rows)
    specification["width"] = width
    return specification


def _of_board(kind: ChartKind, rows: Sequence[Row], width: int) -> Row:
    special = frozenset(name for name in _SPECIAL if any(name in row for row in rows))
    drawn = [row | {"label": _shortened(row["label"])} for row in rows] if kind == "ranked" else rows
    specification = _filled_in(_drawable(kind, special), drawn)
    top, right, left = 6, 10, _room_for_labels(kind, rows)
    specification["width"] = width - left - right
    specification["padding"] = {"left": left, "right": right, "top": top, "bottom": charts.below(kind) - top}
    return specification


def _filled_in(specification: str, rows: Sequence[Row]) -> Row:
    filled: Row = json.loads(specification)
    next(data for data in filled["data"] if data["name"] == "rows")["values"] = rows
    return filled


@cache
def _fitting(kind: ChartKind) -> str:
    """The specification of a kind that takes as much room for its labels as they need, as JSON for Vega."""
    return json.dumps(_in_vega(charts.specifications()[kind] | {"autosize": {"type": "fit-x", "contains": "padding"}}))


@cache
def _drawable(kind: ChartKind, special: frozenset[str]) -> str:
    """The specification of a kind whose labels take the room that they are given, as JSON for Vega.

    Layers for fields that only some rows have are left out unless `special` names these fields.
    """
    specification = charts.specifications()[kind]
    unused = {f"isValid(datum.{name})" for name in _SPECIAL - special}
    layers = [
        layer
        for layer in specification["layer"]
        if not any(each["filter"] in unused for each in layer.get("transform", []))
    ]
    compiled = _in_vega(specification | {"layer": layers, "autosize": "none"})
    for axis in compiled["axes"]:
        if "labelLimit" in axis:
            axis["labelLimit"] = 0
    return json.dumps(compiled)


def _in_vega(specification: Row) -> Row:
    """A specification, without rows and of any width, in Vega's own language: to compile each picture takes longer."""
    empty = json.dumps(specification | {"width": 1, "datasets": {"rows": []}})
    compiled: Row = vl_convert.vegalite_to_vega(empty, config=_CONFIG)
    return compiled


def _shortened(label: str) -> str:
    """A label that fits without being measured; with the separators behind it that make it differ from others."""
    name = label.rstrip(charts.SEPARATOR)
    short = name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip()}…"
    return short + label[len(name) :]


def _room_for_labels(kind: ChartKind, rows: Sequence[Row]) -> int:
    """Pixels left of the plot, in tens: measuring the labels instead would take three times as long."""
    if kind == "ranked":
        longest = max(len(_shortened(row["label"]).rstrip(charts.SEPARATOR)) for row in rows)
    else:
        longest = max(len(f"{row['value']:,.5g}") for row in rows)
    return math.ceil(min(charts.WIDEST_LABEL, 7.2 * longest) / 10 + 1) * 10


def _variables(palette: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in palette.items())


_STYLE = (
    f"<style>text{{font-family:{charts.FONT}}}:root{{{_variables(charts.PALETTES['light'])}}}"
    f"@media(prefers-color-scheme:dark){{:root{{{_variables(charts.PALETTES['dark'])}}}}}</style>"
)
