"""Entry: one paper as one source gives it, before papers are merged and given ids."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

LATEX = "LaTeX"
"""Under this name those fields are counted that hold LaTeX which was not decoded."""


class Entry(NamedTuple):
    """What one record, BibTeX entry or title/abstract pair says. `abstract` is empty where there is none."""

    title: str
    abstract: str
    given_id: str | None = None
    id_identifies: bool = True
    """Whether entries with this id are one paper. A BibTeX key is not so sure: two authors may choose the same."""
    url: str | None = None
    code_url: str | None = None
    published: dt.date | None = None
    venue: str | None = None
    left_out: tuple[str, ...] = ()
    """Of `url`, `code_url` and `published` those whose field holds something else than an address or a date."""
