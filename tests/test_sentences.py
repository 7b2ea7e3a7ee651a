"""Sentences keep their offsets and survive dirty text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.extraction.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("It wins (72% v.s. 61%). We stop.", ["It wins (72% v.s. 61%).", "We stop."]),
        ("Smith et al. (2020) did it. We do more.", ["Smith et al. (2020) did it.", "We do more."]),
        ("It helps, e.g. BERT. It works, i.e. Always.", ["It helps, e.g. BERT.", "It works, i.e. Always."]),
        ("See Fig. 3 for it. Next.", ["See Fig. 3 for it.", "Next."]),
        ("It wins by 3.5 points! Really? Yes.", ["It wins by 3.5 points!", "Really?", "Yes."]),
        ("J. Doe ran it.\nThen\nit ended.", ["J. Doe ran it.", "Then\nit ended."]),
        ('He said "go." Then he left.', ['He said "go."', "Then he left."]),
        (
            "Owls read.However, few win by 2%.We do (here).So.",
            ["Owls read.", "However, few win by 2%.", "We do (here).So."],
        ),
        ("Nets and v.2.The rest, A.B. or MedRoBERTa.nl, by Doe et al.We stay.", None),
        ("  \n ", []),
        ("", []),
    ],
)
def test_split(text: str, expected: list[str] | None) -> None:
    assert [text[start:end] for start, end in sentences(text)] == ([text] if expected is None else expected)


@given(st.text(max_size=300))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    rest = "".join(
        text[end:start] for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)
    )
    assert rest.strip() == ""


def test_what_does_not_end_is_cut_at_white_space() -> None:
    text = "Word  " * 1000 + "x" * 3000 + " end. " + "y" * 2000
    parts = [text[start:end] for start, end in sentences(text)]
    assert all(0 < len(part) <= LONGEST and part == part.strip() for part in parts)
    assert [part[-4:] for part in parts[:4]] == ["Word", "Word", "Word", "Word"]
    assert sum(part.count("Word") for part in parts) == 1000
    assert "xx" not in "".join(parts)  # a word longer than that is left out
