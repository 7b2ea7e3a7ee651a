"""What is read in single sentences: canonical names, settings, signs, bounds, and which numbers are no results.

Each file under `sentences/` is one theme: a heading, then sentences as quotations (a title in bold in front where it
names the method), each followed by the list of its claims as `notation` writes them, or by `- nothing`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.model import Paper

THEMES = sorted(Path(__file__).with_name("sentences").glob("*.md"))
_TITLED = regex.compile(r"(?:\*\*(?P<title>.+?)\*\* )?(?P<sentence>.+)")


def _examples(path: Path) -> list[tuple[str, list[str]]]:
    """The sentences of a theme, each with its claims; fails where the two do not alternate."""
    heading, *blocks = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    assert heading.startswith("# "), f"{path}: no heading"
    assert len(blocks) % 2 == 0, f"{path}: a sentence without its claims"
    examples = []
    for quoted, listed in zip(blocks[::2], blocks[1::2], strict=True):
        for block, mark in ((quoted, "> "), (listed, "- ")):
            assert all(each.startswith(mark) for each in block.splitlines()), f"{path}: no `{mark}` in {block}"
        claims = [each.removeprefix("- ") for each in listed.splitlines()]
        text = " ".join(each.removeprefix("> ") for each in quoted.splitlines())
        examples.append((text, [] if claims == ["nothing"] else claims))
    return examples


EXAMPLES = [(path.stem, text, claims) for path in THEMES for text, claims in _examples(path)]


@pytest.mark.parametrize(
    ("text", "claims"), [pytest.param(text, claims, id=f"{theme}: {text}") for theme, text, claims in EXAMPLES]
)
def test_sentence(text: str, claims: list[str]) -> None:
    quoted = _TITLED.fullmatch(text)
    assert quoted is not None
    paper = Paper(paper_id="p", title=quoted["title"] or "", abstract=quoted["sentence"])
    assert [line(claim) for claim in extract(paper)] == claims


def test_sentences_are_many_and_none_comes_twice() -> None:
    sentences = [text for _, text, _ in EXAMPLES]
    assert len(set(sentences)) == len(sentences) >= 200
