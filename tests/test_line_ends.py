"""Words that the end of a line parted are read whole, and nothing else moves."""

from __future__ import annotations

import pytest
import words
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.checking.explain import explain
from leaderboard.extraction import extract
from leaderboard.extraction.line_ends import rejoined
from leaderboard.model import Paper


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a 5% im- provement,", "a 5%   improvement,"),
        ("a 5% im-\nprovement,", "a 5%   improvement,"),
        ("the er(cid:173) ror", "the           error"),
        ("We win. Ex- periments show", "We win. Experiments   show"),
        # a hyphen stays where the word has one, or is none that is known
        ("is fine- tuned", "is  fine-tuned"),
        ("a state-of-the- art net", "a state-of-the-art  net"),
        ("of an owl- heron", "of an  owl-heron"),
        ("in real(cid:173) time nets", "in          real-time nets"),
        ("of uncurl(cid:173) ing", "of           uncurling"),
        # no word is put together twice
        ("we im- prove- ment", "we   improve- ment"),
        # two words that share an end, a dash, a name
        ("short- and long-term", None),
        ("the owls- which read- are", None),
        ("BERT- Large wins", None),
        ("a 3- fold gain", None),
    ],
)
def test_parted_words_are_put_together_in_place(written: str, read: str | None) -> None:
    assert rejoined(written) == (written if read is None else read)


PIECES = st.lists(st.sampled_from(["a", "im", "prove", "A", "é", "9", ".", " ", "\n", "-", "(cid:173)"]), max_size=40)


@given(PIECES.map("".join))
def test_only_words_and_blanks_move(text: str) -> None:
    read = rejoined(text)
    assert len(read) == len(text)
    assert _signs(read) == _signs(text)
    if "(cid" not in text:
        assert [sign if sign in "9." else "" for sign in read] == [sign if sign in "9." else "" for sign in text]


def _signs(text: str) -> str:
    """What stands in a text but blanks and hyphens."""
    return "".join(text.replace("(cid:173)", "").replace("-", "").split())


def test_claims_are_those_of_the_whole_words() -> None:
    parted = "Our net outper- forms LoRA by 2.3% in accu-\nracy. It is 3x fast- er on CIFAR- 10."
    (gain, speedup) = extract(Paper(paper_id="x", title="Owls", abstract=parted))
    assert (gain.kind, gain.metric, gain.metric_text, gain.baseline) == ("gain", "accuracy", "accuracy", "LoRA")
    assert gain.sentence == "Our net outper- forms LoRA by 2.3% in accu-\nracy."
    assert (speedup.kind, parted[speedup.start : speedup.end]) == ("speedup", "3")


@pytest.mark.parametrize("second", ["Ex- periments show an accuracy of 93.2%.", "We im- prove it to 93.2% accuracy."])
def test_a_sentence_begins_where_it_began(second: str) -> None:
    paper = Paper(paper_id="x", title="Owls", abstract=f"We win. {second}")
    (claim,) = extract(paper)
    assert claim.sentence == second
    assert [len(sentence.quantities) for sentence in explain(paper).sentences] == [0, 1]


def test_the_words_are_sorted_common_and_without_hyphens() -> None:
    listed = words.WORDS.read_text(encoding="utf-8").split()
    assert listed == sorted({*listed})
    assert all(word.isascii() and word.islower() and len(word) >= 4 for word in listed)
    assert {"improvement", "accuracy"} < {*listed}
    assert not {"realtime", "finetuning"} & {*listed}
