"""Web addresses: what may be linked to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WEB = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)


def web_address(value: object) -> str | None:
    """The value, without spaces around it, if it is an http or https address with a host; else None.

    Nothing else may become a link: `javascript:` and `data:` run what strangers wrote.
    """
    text = value.strip() if isinstance(value, str) else ""
    if not _WEB.fullmatch(text):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:  # brackets that hold no address
        return None
