"""Text made to be slow to read takes time in proportion to its length, in extraction and in every reader.

The same at 1 MB, and for the words of every expression of the package: `adversarial.py`, part of `make soak`.
"""

from __future__ import annotations

import pytest
from adversarial import PIECES, RESULT, WAYS, patterns, repeated, seconds, strings

LENGTH = {"extract": 25_000}
"""Characters: of an abstract 100,000 are read, and what grows too fast there does not show in fewer. Elsewhere:"""
SHORT = 2_000
TIMES = 4
MOST = 2 * TIMES
"""What four times the text may take: twice its share. Twice the square root of time would be 16 times."""
NOTHING = 0.02
"""Seconds that are lost in the noise."""


def grows_too_fast(way: str, piece: str) -> str | None:
    """What is wrong with the time that a string takes; measured anew where it seems to be, as machines are shared."""
    told = None
    length = LENGTH.get(way, SHORT)
    for _ in range(3):
        short = seconds(WAYS[way], repeated(piece, length))
        long = seconds(WAYS[way], repeated(piece, TIMES * length))
        if long <= MOST * max(short, NOTHING):
            return None
        told = f"{short:.3f} s for {length:,} characters, {long:.3f} s for {TIMES * length:,}"
    return told


@pytest.mark.parametrize("way", WAYS)
def test_time_is_linear_in_the_text(way: str, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        WAYS[way](RESULT)  # expressions are compiled when first used
    slow = {name: told for name, piece in PIECES.items() if (told := grows_too_fast(way, piece))}
    assert slow == {}
    with capfd.disabled():
        print(f"\n{way}: {len(PIECES)} adversarial strings, time in proportion to their length")


def test_there_is_a_string_for_every_expression() -> None:
    assert len(list(patterns())) > 400
    assert len(strings()) > len(PIECES) + 200
