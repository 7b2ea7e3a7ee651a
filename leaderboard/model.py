"""Paper and Claim: what goes into extraction and what comes out of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from leaderboard.addresses import web_address

Kind = Literal["score", "gain", "speedup", "saving", "cost"]
Bound = Literal["up to", "over", "under", "about"]
Role = Literal["own", "baseline"]

KINDS: tuple[Kind, ...] = ("score", "gain", "speedup", "saving", "cost")
OURS = "ours"
"""The method of a claim whose paper gives its own method no name."""
UNTITLED = "Untitled"
_FOLDED_ASCII = "".join(char.lower() if char.isalnum() else " " for char in map(chr, range(128)))
"""What the characters of most titles become as they are compared, each at its number."""


def _checked_address(value: str) -> str:
    if web_address(value) != value:
        raise ValueError("is no web address; one begins with https:// or http://")
    return value


WebAddress = Annotated[str, AfterValidator(_checked_address)]
"""An address that pages link to, which is why no other scheme (`javascript:`, `data:`) gets this far."""


class Paper(BaseModel):
    """One paper: a title, an abstract exactly as read, and where they came from."""

    model_config = ConfigDict(frozen=True)

    paper_id: str
    title: str
    abstract: str
    url: WebAddress | None = None
    code_url: WebAddress | None = None
    published: dt.date | None = None
    """The day, or 1 January where only the year is known."""
    venue: str | None = None
    source: str | None = None
    """The file (or stream) the paper was read from."""


class Claim(BaseModel):
    """One number x benchmark x method, with the sentence that says so.

    `abstract[start:end]` is the number as written, in Unicode code points.
    """

    model_config = ConfigDict(frozen=True)

    claim_id: str
    paper_id: str
    kind: Kind
    value: float
    value_to: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    metric: str | None = None
    metric_text: str | None = None
    benchmark: str | None = None
    benchmark_text: str | None = None
    setting: str | None = None
    model_size: float | None = None
    """Billions of parameters."""
    method: str
    role: Role
    baseline: str | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    sentence: str
    rule: str
    confidence: float = Field(ge=0, le=1)


PAPER_COLUMNS = tuple(Paper.model_fields)
CLAIM_COLUMNS = tuple(Claim.model_fields)


def normalised_title(title: str) -> str:
    """The title folded for comparison: NFKC, lower case, letters and digits only, single spaces."""
    if title.isascii():
        return " ".join(title.translate(_FOLDED_ASCII).split())
    folded = unicodedata.normalize("NFKC", title).casefold()
    return " ".join(re.findall(r"[^\W_]+", folded))


def derived_paper_id(title: str) -> str:
    """An id for a paper whose source gives none: ten hex digits of the SHA-1 of the title's ASCII letters and digits.

    A title without any is taken in its normalised form instead.
    """
    key = re.sub(r"[^a-z0-9]", "", title.lower()) or normalised_title(title)
    return hashlib.sha1(key.encode()).hexdigest()[:10]


def claim_id(paper_id: str, start: int, kind: str, benchmark: str | None, method: str) -> str:
    """Twelve hex digits that stay the same as long as paper, place, kind, benchmark and method do."""
    key = "\x1f".join((paper_id, str(start), kind, benchmark or "", method))
    return hashlib.sha1(key.encode()).hexdigest()[:12]
