"""Reads the results that papers claim in prose and turns them into leaderboards.

>>> import leaderboard
>>> [claim.value for claim in leaderboard.extract("Our model reaches 91.2% accuracy on MNIST.")]
[91.2]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from leaderboard.errors import InputError
from leaderboard.model import Claim, Paper, derived_paper_id

if TYPE_CHECKING:
    from leaderboard.additions.own_files import Files
    from leaderboard.building.pipeline import Built

__all__ = ["Claim", "InputError", "Paper", "build", "extract", "read", "using"]
__version__ = version("leaderboard")

# DuckDB, pandas and the charts are imported where they are used, so that a process that only extracts stays small.


def using(*, rules: Files = None, lexicon: Files = None) -> AbstractContextManager[None]:
    """A context in which all is read by a user's own files, too: TOML files of rules and of entries for the lexicon.

    >>> with leaderboard.using(lexicon="mine.toml"):  # doctest: +SKIP
    ...     claims = [leaderboard.extract(text) for text in texts]

    The files are read, and their examples checked, once, on entering. It holds for the whole process; threads share it.
    Raises InputError, with file, line and the entry's name, for a file that cannot be read, an entry that is none, one
    whose name is taken, and an example that does not hold.
    """
    from leaderboard.additions import own_files

    return own_files.in_use(lexicon, rules)


def _using(rules: Files, lexicon: Files) -> AbstractContextManager[None]:
    """`using`, where there are any: else what is in use stays so."""
    return nullcontext() if rules is None and lexicon is None else using(rules=rules, lexicon=lexicon)


def extract(text: str | Paper, title: str = "", *, rules: Files = None, lexicon: Files = None) -> list[Claim]:
    """The results that an abstract claims, in the order of the text.

    `text` is an abstract, with the paper's `title` where it is known (it often names the method), or a `Paper`.
    `text[claim.start:claim.end]` is each claim's number as written. `rules` and `lexicon` are paths of a user's own
    files, as `using` takes them; for many texts, enter `using` once. Raises InputError as that does, and for a rule of
    theirs that takes more than a second.
    """
    from leaderboard.extraction import extract as claims_of

    paper = text
    if isinstance(paper, str):
        paper = Paper(paper_id=derived_paper_id(title or paper), title=title, abstract=paper)
    with _using(rules, lexicon):
        return claims_of(paper)


def read(*inputs: str | Path, mapping: Mapping[str, str] | None = None) -> list[Paper]:
    """The papers in `inputs`: files, folders, glob patterns, or `-` for standard input; each paper once.

    Listing pages, JSON, JSON Lines, CSV, Parquet and BibTeX are recognised by their content. `mapping` gives the
    input's own names of fields (`{"title": "headline"}`). Raises InputError for what cannot be read.
    """
    from leaderboard import sources

    return sources.read(inputs, mapping).papers


def build(
    *inputs: str | Path,
    out: str | Path = "build",
    mapping: Mapping[str, str] | None = None,
    title: str = "Leaderboard",
    progress: Callable[[str, int, int], None] | None = None,
    address: str | None = None,
    force: bool = False,
    rules: Files = None,
    lexicon: Files = None,
) -> Built:
    """Read `inputs` (the shipped sample where there are none) and write database and site into the folder `out`.

    Returns what was read and made. `progress` is called with a stage's name, how much of it is done and how much there
    is; `address` is where the site will be published, which link previews and feeds name; `force` replaces a
    database there that this version cannot read; `rules` and `lexicon` are paths of a user's own files, as `using`
    takes them. Raises InputError as `read` and `using` do, for a folder that cannot be written or holds other files,
    and for an address of no web page.
    """
    from leaderboard.building import pipeline

    with _using(rules, lexicon):
        return pipeline.build(inputs, out, mapping, title, progress, address=address, force=force)
