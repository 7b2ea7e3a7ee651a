"""Arrays of Arrow that are made without pandas hold what `pa.array` makes of the same values."""

from __future__ import annotations

import datetime
import math
import struct

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard import tables

VALUES = {
    pa.string(): st.text(),
    pa.int64(): st.integers(-(2**63), 2**63 - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
    pa.date32(): st.dates(),
}


@pytest.mark.parametrize("kind", VALUES, ids=str)
def test_values_are_those_of_pyarrows_own_array(kind: pa.DataType) -> None:
    @settings(deadline=None)  # the first loads pandas
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
