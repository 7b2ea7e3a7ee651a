"""Which benchmark a name may be: found the fast way, as by comparing it with every spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from leaderboard.questions.names import _ByLength, _Spellings, _words

WORDS = st.lists(st.sampled_from(["CIFAR", "CIFER", "10", "100", "C", "corrupted", "corrupt", "set"]), max_size=4)
NAMES = WORDS.map(" ".join)


@given(NAMES, st.lists(NAMES, max_size=8), st.sampled_from([50.0, 80.0, 89.0]))
def test_sets_of_words_are_compared_as_one_by_one(name: str, spellings: list[str], least: float) -> None:
    words = _words(name)
    found = dict(_Spellings([(each, each) for each in spellings]).sharing(words, least))
    ratios = {place: fuzz.token_set_ratio(words, _words(each)) for place, each in enumerate(spellings)}
    assert found == pytest.approx({place: ratio for place, ratio in ratios.items() if ratio >= least})


TEXTS = st.text("ab", max_size=20)


@given(TEXTS, st.lists(TEXTS, max_size=8), st.sampled_from([50.0, 80.0, 89.0]))
def test_no_text_that_is_like_it_is_too_long_or_too_short(text: str, texts: list[str], least: float) -> None:
    ratios = enumerate(fuzz.ratio(text, each) for each in texts)
    assert dict(_ByLength(texts).like(text, least)) == {place: ratio for place, ratio in ratios if ratio >= least}


def test_the_likeliest_come_first() -> None:
    spellings = _Spellings([("CIFAR-10", "CIFAR-10"), ("CIFAR-100", "CIFAR-100"), ("MNIST", "MNIST")])
    assert spellings.likely("CIFAR") == (("CIFAR-10", 90), ("CIFAR-100", 90))
    assert spellings.likely("MINST") == (("MNIST", 80),)
    assert spellings.likely("Heron") == spellings.likely("-") == ()
