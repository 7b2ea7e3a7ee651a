"""Counts the words of a corpus: `python tests/words.py CORPUS` writes `leaderboard/lexicon/words.txt` anew.

It holds the words of four letters and more that stand at least 100 times in the abstracts, and not more often with a
hyphen within them (`realtime`): where the end of a line parted a word, they tell that it is one.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter
from pathlib import Path

from leaderboard.sources import read

WORDS = Path(__file__).parents[1] / "leaderboard" / "lexicon" / "words.txt"
LEAST = 100
_WORD = re.compile(r"(?<![^\W\d_])(?<!-)[a-z]{4,}(?![^\W\d_]|-)")
_HYPHENATED = re.compile(r"(?<![^\W\d_])(?<!-)[a-z]+-[a-z]+(?![^\W\d_]|-)")


def main(corpus: Path) -> None:
    words: Counter[str] = Counter()
    hyphenated: Counter[str] = Counter()
    for paper in read([corpus]).papers:
        words.update(_WORD.findall(paper.abstract))
        hyphenated.update(word.replace("-", "") for word in _HYPHENATED.findall(paper.abstract))
    common = sorted(word for word, count in words.items() if count >= max(LEAST, hyphenated[word]))
    WORDS.write_text("\n".join(textwrap.wrap(" ".join(common), 120)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
