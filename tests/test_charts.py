"""The charts' specifications, and the rows that are filled in."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
import vl_convert

from leaderboard.site import chart_kinds, charts, pictures


def board(values: list[float], years: list[int | None]) -> list[dict[str, Any]]:
    return [
        {
            "claim_id": f"c{place}",
            "method_label": "Same Name",
            "role": "own" if place % 2 == 0 else "baseline",
            "href": "papers/p.html",
            "shown": f"{value}%",
            "rank": place + 1,
            "board_value": value,
            "board_value_to": None,
            "bound": None,
            "published": dt.date(year, 1, 1) if year else None,
        }
        for place, (value, year) in enumerate(zip(values, years, strict=True))
    ]


def draw(kind: charts.ChartKind, rows: list[charts.Row]) -> str:
    specification = chart_kinds.specifications()[kind] | {"datasets": {"rows": rows}, "width": 600}
    return str(vl_convert.vegalite_to_svg(json.dumps(specification), config=charts.theme()))


def marks(svg: str) -> int:
    """Symbols drawn: each carries its own role description."""
    return svg.count('aria-roledescription="point"')


def test_a_board_with_dates_shows_progress_and_its_frontier() -> None:
    rows = board([90.0, 80.0, 75.0, 70.0, 60.0], [2022, 2022, 2020, 2020, 2019])
    kind, filled = charts.board_chart(rows, {"c0": 90.0, "c2": 75.0, "c4": 60.0})
    assert kind == "progress"
    assert [(row["date"], row["value"], row.get("best")) for row in filled] == [
        ("2022-01-01", 90.0, 90.0),
        ("2022-01-01", 80.0, None),
        ("2020-01-01", 75.0, 75.0),
        ("2020-01-01", 70.0, None),
        ("2019-01-01", 60.0, 60.0),
    ]
    assert marks(draw(kind, filled)) == 5


def test_of_a_board_by_date_the_few_without_one_are_left_to_the_table() -> None:
    rows = board([90.0, 85.0, 80.0, 75.0, 70.0], [2023, None, 2022, 2021, 2020])
    best = {"c0": 90.0, "c2": 80.0, "c3": 75.0, "c4": 70.0}
    kind, filled = charts.board_chart(rows, best)
    assert (kind, [row["rank"] for row in filled]) == ("progress", [1, 3, 4, 5])
    assert marks(draw(kind, filled)) == 4
    rows[3]["published"] = None
    kind, filled = charts.board_chart(rows, best)
    assert (kind, len(filled)) == ("ranked", 5)


def test_a_board_with_few_dates_is_ranked() -> None:
    kind, _ = charts.board_chart(board([90.0, 80.0, 75.0], [2022, 2021, None]), {"c0": 90.0, "c2": 75.0})
    assert kind == "ranked"


@pytest.mark.parametrize(
    ("count", "years", "expected"),
    [
        (5, None, "ranked"),
        (charts.MOST_LABELLED, None, "ranked"),
        (charts.MOST_LABELLED + 1, None, "field"),
        (6, 2020, "progress"),
    ],
)
def test_as_many_marks_are_drawn_as_there_are_rows(count: int, years: int | None, expected: str) -> None:
    values = [50.0 - place for place in range(count)]
    dated = [years + place if years else None for place in range(count)]
    kind, rows = charts.board_chart(board(values, dated), {f"c{place}": 50.0 for place in range(count)})
    assert kind == expected
    assert marks(draw(kind, rows)) == count


def test_the_ranked_chart_keeps_the_order_of_ranks_where_some_values_are_ranges() -> None:
    rows = board([85.0, 80.0, 76.5], [None] * 3)
    for row, name in zip(rows, ("First", "Second", "Third"), strict=True):
        row["method_label"] = name
    rows[2]["board_value_to"] = 99.0
    kind, filled = charts.board_chart(rows, {})
    svg = draw(kind, filled)
    places = {
        name: float(svg.split(f">{name}")[0].rsplit("translate(", 1)[1].split(",")[1].split(")")[0])
        for name in ("First", "Second", "Third")
    }
    assert places["First"] < places["Second"] < places["Third"]


@pytest.mark.parametrize(("dated", "count"), [(True, 6), (False, 6), (False, charts.MOST_LABELLED + 1)])
def test_each_bound_is_drawn_as_a_mark_of_its_own(dated: bool, count: int) -> None:
    rows = board([50.0 - place for place in range(count)], [2010 + place if dated else None for place in range(count)])
    plain = draw(*charts.board_chart(rows, {f"c{place}": 50.0 for place in range(count)}))
    drawn = set()
    for bound in ("over", "up to", "under", "about"):
        rows[2]["bound"] = bound
        svg = draw(*charts.board_chart(rows, {f"c{place}": 50.0 for place in range(count)}))
        assert marks(svg) == marks(plain) == count
        assert svg.count("<path") == plain.count("<path") + 1
        drawn.add(svg)
    # "Up to" and "under" both mean that much or less.
    assert len(drawn) == 3


def test_a_range_is_drawn_with_its_end() -> None:
    rows = board([50.0, 40.0], [None, None])
    rows[1]["board_value_to"] = 45.0
    svg = draw(*charts.board_chart(rows, {}))
    assert marks(svg) == 2
    ends = re.findall(r'mark-rule role-mark.*?<line[^>]* x2="(-?[\d.]+)"', svg)
    assert len(ends) == 1
    assert float(ends[0]) != 0


def test_own_and_quoted_results_differ_by_shape() -> None:
    kind, rows = charts.board_chart(board([2.0, 1.0], [None, None]), {})
    shapes = {
        part.split('"')[0]
        for part in draw(kind, rows).split('aria-roledescription="point"')[1:]
        for part in [part.split(' d="')[1]]
    }
    assert len(shapes) == 2


def test_each_claim_is_a_dot_in_the_bin_it_belongs_to() -> None:
    claims = [row | {"factor": row["board_value"]} for row in board([1.1, 1.3, 1.9, 250.0, 0.5], [None] * 5)]
    edges = charts.factor_edges(claim["factor"] for claim in claims)
    kind, rows = charts.distribution(claims, "factor", edges, "×")
    assert kind == "dots"
    bins, dots = rows[: len(edges)], rows[len(edges) :]
    assert [row["bin"] for row in bins] == [
        *("1–1.25×", "1.25–1.5×", "1.5–2×", "2–3×", "3–5×", "5–10×", "10–20×", "20–50×", "50–100×", "100–200×"),
        "≥ 200×",
    ]
    assert [(row["bin"], row["height"]) for row in dots] == [
        ("1–1.25×", 1),
        ("1–1.25×", 2),
        ("1.25–1.5×", 1),
        ("1.5–2×", 1),
        ("≥ 200×", 1),
    ]
    svg = draw(kind, rows)
    assert marks(svg) == len(claims)
    labels = [each for each in re.findall(r">([^<>]+)</text>", svg) if "×" in each]
    assert labels == [row["bin"] for row in bins], "empty bins keep their place"


def test_many_claims_are_drawn_as_bars_that_add_up() -> None:
    claims = [
        row | {"factor": row["board_value"]}
        for row in board([1.1] * (charts.TALLEST_STACK + 1) + [7.0], [None] * (charts.TALLEST_STACK + 2))
    ]
    kind, rows = charts.distribution(claims, "factor", [1.0, 2.0, 5.0], "×")
    assert kind == "bars"
    assert [row["count"] for row in rows] == [charts.TALLEST_STACK + 1, 0, 1]


def test_a_small_chart_keeps_within_its_frame_and_puts_the_larger_value_higher() -> None:
    spark = charts.sparkline([3.0, 1.0, 2.0], [3.0, 3.0, 3.0], [True, False, True])
    assert all(0 <= x <= spark["width"] and 0 <= y <= spark["height"] for x, y, _ in spark["dots"])
    heights = [y for _, y, _ in spark["dots"]]
    assert heights[0] < heights[2] < heights[1]
    assert spark["line"].startswith("M")
    assert charts.sparkline([1.0], [], [True])["line"] == ""


MARK = {"id": "a", "label": "A", "role": "own", "shown": "2", "rank": 1, "value": 2.0, "date": "2020-01-01"}
MARK |= {"bin": "1–2×", "height": 1, "count": 3, "unit": "points", "amount": 2.0, "gain": -1.0}
MARK |= {"stated": 0.5, "measured": 0.4, "claims": 3, "fit": "check"}


def test_pictures_of_every_kind_follow_the_page_and_are_the_same_each_time() -> None:
    for kind in chart_kinds.specifications():
        first, second = (pictures.picture(kind, [MARK, MARK | {"id": "b"}], 350) for _ in range(2))
        assert first == second
        assert 'width="350"' in first
        assert not re.search(r'"#[0-9a-f]{6}"', first.partition("</style>")[2]), "every colour follows the theme"


@pytest.mark.parametrize("kind", ["dots", "bars", "calibration", "speedup-gain", "saving-gain", "cost-gain"])
@pytest.mark.parametrize("width", [350, 1168])
def test_a_picture_compiled_before_its_rows_are_known_is_the_one_compiled_with_them(
    kind: charts.ChartKind, width: int
) -> None:
    rows = [MARK, MARK | {"id": "b", "label": "A label that is as long as names of methods never are"}]
    specification = charts.specifications()[kind] | {"datasets": {"rows": rows}, "width": width}
    specification["autosize"] = {"type": "fit-x", "contains": "padding"}
    look = charts.theme() | {"aria": False, "font": "sans-serif"}
    compiled = vl_convert.vegalite_to_svg(json.dumps(specification), config=look)
    drawn = re.sub("<style>.*</style>", "", pictures.picture(kind, rows, width).rstrip("\n"))
    assert re.sub(r"clip\d+", "clip", drawn) == re.sub(r"clip\d+", "clip", compiled)


def test_the_bundle_is_a_classic_script_without_a_request() -> None:
    bundle = charts.bundle()
    assert "window.vegaEmbed" in bundle
    assert "import(" not in bundle
    assert "<script" not in bundle


def test_specifications_are_compiled_once_for_a_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    wanted = chart_kinds.specifications()
    compiled: list[int] = []
    monkeypatch.setattr(chart_kinds, "specifications", lambda: compiled.append(1) or wanted)
    specifications = charts.specifications.__wrapped__
    assert [specifications(), specifications()] == [wanted, wanted]
    assert list(specifications()) == list(wanted)
    assert len(compiled) == 1
    (kept,) = (tmp_path / "leaderboard").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"own", b"owl"))
    assert specifications() == wanted
    assert len(compiled) == 2


def test_the_bundle_is_put_together_once_for_a_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    put_together: list[str] = []
    monkeypatch.setattr(vl_convert, "javascript_bundle", lambda end: put_together.append(end) or "vega();\n")
    bundle = charts.bundle.__wrapped__
    assert bundle() == bundle() == "(function () {\nvega();\n\n})();\n"
    assert put_together == ["window.vegaEmbed = vegaEmbed;"]
