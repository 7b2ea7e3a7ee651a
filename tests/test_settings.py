"""Settings: every entry of the list reads its example and not its counter-example, and they are written in one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.lexicon import settings

ENTRIES = settings.entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_entry_reads_its_example_and_not_its_counter_example(entry: settings.Setting) -> None:
    text, *names = entry.example
    assert [name for one in settings.named_in(text) for name in one.names] == names
    assert entry.aspect == settings.named_in(text)[0].aspect
    assert entry.written.search(text), "another entry reads the example"
    assert settings.named_in(entry.counter_example) == ()
    assert entry.aspect in settings.aspects()


def test_what_is_denied_is_no_setting() -> None:
    assert settings.named_in("Without any extra data and no linear probing, it reaches 61%.") == ()


def test_settings_stand_in_one_order() -> None:
    assert settings.joined(["extra data", "4-bit", "zero-shot"]) == "zero-shot, 4-bit, extra data"
    assert settings.joined(["test-dev", "W4A8", "5-shot", "20-way", "5-shot"]) == "20-way, 5-shot, W4A8, test-dev"
    assert settings.joined(["a rule of their own", "4-bit"]) == "4-bit, a rule of their own"
    assert settings.joined([]) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("zero-shot", "zero-shot"),
        ("4-bit, 5-shot", "5-shot, 4-bit"),
        ("Five shots, INT4", "5-shot, 4-bit"),
        ("extra data", "extra data"),
        ("W4A16", "W4A16"),
        ("10% labels", "10% labels"),
        ("1- and 5-shot", None),
        ("hard", None),
        ("5-shot, hard", None),
        ("", None),
    ],
)
def test_a_text_that_is_all_settings(text: str, read: str | None) -> None:
    assert settings.read(text) == read


@given(st.sets(st.sampled_from(["zero-shot", "5-shot", "1.58-bit", "W4A16", "1% labels", "extra data", "validation"])))
def test_what_is_joined_is_read_again(names: set[str]) -> None:
    joined = settings.joined(names)
    assert set(settings.separate(joined)) == names
    assert joined is None or settings.read(joined) == joined
