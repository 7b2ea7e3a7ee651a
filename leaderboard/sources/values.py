"""Single values: a day, a web address, a code link, an abstract kept as an index of words."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from collections.abc import Mapping

from leaderboard.addresses import web_address

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEARS = range(1500, 2200)
_EPOCH_SECONDS = range(10**8, 10**10)
_EPOCH_MILLISECONDS = range(10**11, 10**13)

_LONGEST_EPOCH = len(str(_EPOCH_MILLISECONDS.stop))

_WEEKDAY = r"(?:[a-z]{3,9},? +)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?,?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}(?:\.0+)?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?:[T ]\d.*)?",
        rf"{_WEEKDAY}{_DAY}[ -]{_NAME}[ -]{_YEAR}(?: .*)?",
        rf"{_WEEKDAY}{_NAME} +{_DAY},? +{_YEAR}(?: .*)?",
        rf"{_NAME} +{_YEAR}",
        rf"{_YEAR}[ -]{_NAME}(?:[ -]{_DAY})?",
    )
)

_ARXIV_ID = re.compile(
    r"(?:arxiv:\s*)?(?P<id>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)

_CODE_HOST = r"(?:github\.com|gitlab(?:\.[a-z0-9-]+)+|huggingface\.co)"
_CODE_LINK = re.compile(
    rf"(?<![\w.@-])(?:https?://)?(?:www\.)?(?P<place>{_CODE_HOST}/(?:[a-z0-9_./~@%#?=&+-]|\\_)+)", re.IGNORECASE
)
_CODE_HOST_NAMES = ("github.com/", "gitlab", "huggingface.co/")
_LONGEST_BEFORE_HOST = len("https://www.")


def published_day(value: object) -> dt.date | None:
    """The day in a date, a datetime, a year, an ISO or English date in words, or seconds (or milliseconds) since 1970.

    A bare year gives 1 January, a month its first day; what is ambiguous (`01/02/2024`) or no date gives None.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _written_day(str(int(value))) if abs(value) < 10**15 else None
    return _written_day(value.strip()) if isinstance(value, str) else None


@functools.lru_cache(maxsize=4096)
def _written_day(text: str) -> dt.date | None:
    for pattern in _WRITTEN_DAYS:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            month = _month(parts["name"]) if parts.get("name") else int(parts.get("month") or 1)
            day = _day(int(parts["year"]), month, int(parts.get("day") or 1))
            if day is not None:
                return day
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_EPOCH:
        return _epoch_day(int(text))
    return None


def _month(name: str) -> int:
    """1 to 12 for a month's English name or its beginning, 0 for any other word."""
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year not in _YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:  # a month or a day that the calendar does not have
        return None


def _epoch_day(number: int) -> dt.date | None:
    if number in _EPOCH_MILLISECONDS:
        number //= 1000
    if number not in _EPOCH_SECONDS:
        return None
    return dt.datetime.fromtimestamp(number, tz=dt.UTC).date()


def arxiv_address(value: object) -> str | None:
    """`https://arxiv.org/abs/ID` for an arXiv id of either age (`2409.00055v2`, `cs/0601001`), else None."""
    found = _ARXIV_ID.fullmatch(value.strip()) if isinstance(value, str) else None
    return f"https://arxiv.org/abs/{found['id']}" if found else None


def doi_address(value: object) -> str | None:
    """`https://doi.org/DOI` for a DOI, bare or as an address, else None."""
    found = _DOI.fullmatch(value.strip()) if isinstance(value, str) else None
    return web_address(f"https://doi.org/{found['doi']}") if found else None


def code_address(value: object) -> str | None:
    """A record's own code link: an address, or one of a code host without its `https://`; else None."""
    if address := web_address(value):
        return address
    text = value.strip() if isinstance(value, str) else ""
    found = _CODE_LINK.fullmatch(text)
    return f"https://{text}" if found else None


def code_link(abstract: str) -> str | None:
    """The first link to GitHub, GitLab or Hugging Face in the text, with `https://`, without a full stop."""
    if "/" not in abstract:
        return None
    folded = abstract.lower()
    hosts = [at for host in _CODE_HOST_NAMES if (at := folded.find(host)) >= 0]
    if not hosts:
        return None
    # Beyond ASCII a place in the folded text may be another one in the abstract.
    start = max(0, min(hosts) - _LONGEST_BEFORE_HOST) if abstract.isascii() else 0
    for found in _CODE_LINK.finditer(abstract, start):
        place = found["place"].replace("\\_", "_").rstrip(".?")
        if place.partition("/")[2]:
            return f"https://{place}"
    return None


def text_of_index(value: object) -> str | None:
    """The text of an inverted index (word -> its positions, as OpenAlex keeps abstracts; JSON text too), else None."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):  # an ordinary text
            return None
    if not isinstance(value, Mapping):
        return None
    placed = [
        (place, word)
        for word, places in value.items()
        if isinstance(places, list)
        for place in places
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(placed)) or None
