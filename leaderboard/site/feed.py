"""The Atom feed of new results and new bests (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as Xml

from leaderboard.tables import as_text

FILE = "feed.xml"
MOST_ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = dt.date(1970, 1, 1)


def atom(title: str, news: Iterable[Mapping[str, Any]], addresses: Mapping[str, str], base: str = "") -> str:
    """The feed of rows of the view `news`, newest first; `addresses` are those of the claims, from the feed's place.
    `base`, with a slash at its end, is the address of that place, where it is known.

    Dates are those of the papers, so that the same database gives the same feed.
    """
    entries = list(news)
    feed = Xml.Element("feed", {"xmlns": _ATOM})
    _add(feed, "title", f"{title}: new results")
    _add(feed, "id", _identifier(f"feed {title}"))
    _add(feed, "updated", _time(max((entry["published"] for entry in entries), default=_NEVER)))
    _add(_add(feed, "author"), "name", title)
    _add(feed, "link", rel="self", href=base + FILE)
    _add(feed, "link", rel="alternate", type="text/html", href=base + "index.html")
    for entry in entries:
        item = _add(feed, "entry")
        _add(item, "title", entry["headline"])
        _add(item, "id", _identifier(f"claim {entry['claim_id']}"))
        _add(item, "updated", _time(entry["published"]))
        _add(item, "link", rel="alternate", type="text/html", href=base + addresses[entry["claim_id"]])
        _add(item, "category", term="best" if entry["is_best"] else "result")
        _add(item, "summary", f"{entry['title']}: {entry['sentence']}")
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="unicode") + "\n"


def _add(parent: Xml.Element, name: str, text: str | None = None, /, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    # Control characters, which strangers' texts may hold, are no XML.
    element.text = None if text is None else as_text(text)
    return element


def _identifier(name: str) -> str:
    """An id that stays the same from build to build and from host to host."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"leaderboard {name}").urn


def _time(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
