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
# picture's style has, takes twice the time to measure.
_CONFIG = {"aria": False, "font": "sans-serif"}
_OF_BOARDS: frozenset[ChartKind] = frozenset({"progress", "ranked", "field"})
"""Kinds of which there are hundreds, and which are therefore drawn in half of the time."""
_SPECIAL = frozenset({"to", "bound", "best"})
"""Fields that only some rows have; those that have them are drawn in layers of their own."""
_LONGEST_LABEL = 28
"""Characters, about as wide as `charts.WIDEST_LABEL`."""


def picture(kind: ChartKind, rows: Sequence[Row], width: int) -> str:
    """The chart as an SVG file, `width` CSS pixels wide, light or dark as the page or the system that shows it is."""
    svg = _of_board(kind, rows, width) if kind in _OF_BOARDS else _measured(kind, rows, width)
    head, start, rest = svg.partition(">")
    return f"{head}{start}{_STYLE}{rest}\n"


def _measured(kind: ChartKind, rows: Sequence[Row], width: int) -> str:
    specification = charts.specifications()[kind] | {
        "datasets": {"rows": rows},
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
    }
    svg: str = vl_convert.vegalite_to_svg(json.dumps(specification), config=charts.theme() | _CONFIG)
    # Vega goes on counting from picture to picture: the same chart must give the same bytes.
    names: dict[str, str] = {}
    return re.sub(r"\bclip\d+\b", lambda name: names.setdefault(name[0], f"clip{len(names)}"), svg)


def _of_board(kind: ChartKind, rows: Sequence[Row], width: int) -> str:
    special = frozenset(name for name in _SPECIAL if any(name in row for row in rows))
    specification = json.loads(_drawable(kind, special))
    top, right, left = 6, 10, _room_for_labels(kind, rows)
    specification["width"] = width - left - right
    specification["padding"] = {"left": left, "right": right, "top": top, "bottom": charts.below(kind) - top}
    drawn = [row | {"label": _shortened(row["label"])} for row in rows] if kind == "ranked" else rows
    next(data for data in specification["data"] if data["name"] == "rows")["values"] = drawn
    svg: str = vl_convert.vega_to_svg(specification)
    return svg


@cache
def _drawable(kind: ChartKind, special: frozenset[str]) -> str:
    """The specification of a kind in Vega's own language, as JSON: compiled once, since that takes half of the time.

    Layers for fields that only some rows have are left out unless `special` names these fields.
    """
    specification = charts.specifications()[kind]
    unused = {f"isValid(datum.{name})" for name in _SPECIAL - special}
    drawn = {
        "layer": [
            layer
            for layer in specification["layer"]
            if not any(each["filter"] in unused for each in layer.get("transform", []))
        ],
        "width": 1,
        "autosize": "none",
        "datasets": {"rows": []},
    }
    compiled = vl_convert.vegalite_to_vega(json.dumps(specification | drawn), config=charts.theme() | _CONFIG)
    for axis in compiled["axes"]:
        if "labelLimit" in axis:
            axis["labelLimit"] = 0
    return json.dumps(compiled)


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
