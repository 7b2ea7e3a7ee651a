"""What is made without pandas, or without Arrow, is what these would make of the same values."""

from __future__ import annotations

import datetime
import io
import math
import struct

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard import csv_text, tables

VALUES = {
    pa.string(): st.text(),
    pa.int64(): st.integers(-(2**63), 2**63 - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
    pa.date32(): st.dates(),
}


@pytest.mark.parametrize("kind", VALUES, ids=str)
def test_values_are_those_of_pyarrows_own_array(kind: pa.DataType) -> None:
    @given(st.lists(st.none() | VALUES[kind]))
    def same(values: list[object]) -> None:
        made = tables.array(values, kind)
        assert made.type == kind
        assert made.to_pylist() == pa.array(values, kind).to_pylist()

    same()


@given(st.floats(allow_nan=False))
def test_numbers_keep_their_last_bit(value: float) -> None:
    (made,) = tables.array([value], pa.float64()).to_pylist()
    assert struct.pack("d", made) == struct.pack("d", value)
    assert math.copysign(1, made) == math.copysign(1, value)


def test_what_is_more_than_a_builder_holds_is_held_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A builder drops what goes beyond two GB without a word."""
    monkeypatch.setattr(tables, "_MOST", 3)
    assert tables.array(["owl", None, "heron"], pa.string()).to_pylist() == ["owl", None, "heron"]
    monkeypatch.setattr(pa.lib, "StringBuilder", None)
    assert tables.array([datetime.date(2026, 1, 2), None], pa.date32()).to_pylist() == [datetime.date(2026, 1, 2), None]


COLUMN = st.sampled_from([*VALUES]).flatmap(
    lambda kind: st.tuples(st.just(kind), st.lists(st.none() | VALUES[kind], min_size=3, max_size=3))
)


def same_csv(names: list[str], columns: list[tuple[pa.DataType, list[object]]]) -> None:
    arrays = [tables.array(values, kind) for kind, values in columns]
    out = io.BytesIO()
    tables.write_csv(pa.table(arrays, names=names), out)
    rows = list(zip(*(values for _, values in columns), strict=True))
    assert csv_text.csv(names, rows) == out.getvalue()


@given(st.lists(st.tuples(st.text(), COLUMN), min_size=1, max_size=5))
def test_csv_without_arrow_is_that_of_arrow(columns: list[tuple[str, tuple[pa.DataType, list[object]]]]) -> None:
    same_csv([name for name, _ in columns], [column for _, column in columns])


@given(st.floats(1, 10, exclude_max=True), st.integers(-12, 20), st.sampled_from([1, 3, 15]))
def test_numbers_in_csv_go_over_to_exponents_where_arrow_does(digits: float, exponent: int, places: int) -> None:
    value = float(f"{digits:.{places}f}e{exponent}")
    same_csv(["n"], [(pa.float64(), [value, -value])])


def test_csv_of_no_rows_and_of_numbers_that_are_none() -> None:
    same_csv(["a", "=b"], [(pa.string(), []), (pa.float64(), [])])
    same_csv(["n"], [(pa.float64(), [0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324])])


def test_csv_without_arrow_holds_no_formulas() -> None:
    for start in csv_text.FORMULA_STARTS:
        same_csv(["a"], [(pa.string(), [f"{start}1", f"a{start}", ""])])
        assert csv_text.csv([], [[f"{start}1"]]).startswith(b"\r\n\"'")
