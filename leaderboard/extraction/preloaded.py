"""What each process that shares work needs, loaded once: they are forked from the one that imports this."""

from __future__ import annotations

import gc

from leaderboard.extraction import extract, patterns
from leaderboard.model import Paper

# The rules are compiled when they are first used.
extract(
    Paper(paper_id="", title="OurNet", abstract="OurNet achieves 91.2% accuracy on MNIST, 3x faster than TheirNet.")
)
patterns.keep()
# What is there already is not looked at for garbage: looking writes to it, and what is written to is shared no more.
gc.freeze()
