"""From data to the files of the site. Processes that make files import this, and nothing that reads the data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from leaderboard.model import KINDS
from leaderboard.resources import folder
from leaderboard.site import wording
from leaderboard.site.pages.page import part_of, script


def page(title: str, base: str, path: str, template: str, context: Mapping[str, Any]) -> str:
    """A page of the site `title` whose address is `base`, or empty where that is not known."""
    root = "../" * path.count("/")
    shown = {"card": None} | dict(context) | {"root": root, "page_path": path}
    return _environment(title, base).get_template(template).render(shown)


class _Environment(jinja2.Environment):
    """What templates are rendered in, of which nearly all that they ask for is in rows: those are asked at once.

    That a row has no such attribute, which Jinja tries first, took a quarter of the time of a page.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj and attribute not in _OF_ALL_ROWS:
            return obj[attribute]
        return super().getattr(obj, attribute)


_OF_ALL_ROWS = frozenset(dir(dict))


@cache
def _environment(title: str, base: str) -> jinja2.Environment:
    environment = _Environment(
        loader=jinja2.FileSystemLoader(folder("site") / "templates"),
        autoescape=True,
        # Templates do not change under a build; looking whether they did takes a tenth of it.
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"site_title": title, "base": base}
    environment.globals |= {"part_of": part_of, "plural": wording.plural, "counted": wording.counted}
    environment.globals |= {"highlighted": wording.highlighted, "first_upper": wording.first_upper}
    environment.globals |= {"plurals": {kind: f"{kind}s" for kind in KINDS}}
    environment.filters |= {
        "script_json": script_json,
        "figure": wording.figure,
        "bytes": file_size,
    }
    return environment


def rows_script(pages: Mapping[str, str], *tables: Any) -> str:
    """The classic script with all rows of a benchmark of several pages: on which of `pages` each is, and their tables.

    The tables are HTML from the templates that make the pages: what `page` makes of `tables`. It is loaded for filters
    and orders, which are of all rows, for marks of a chart and for links to rows that are on another page.
    """
    return script("leaderboardRows", {"pages": pages, "tables": page(*tables)})


def script_json(value: Any) -> Markup:
    """JSON that may stand inside a <script> element: no `<`, `>` or `&`, and no line separators of JavaScript."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def file_size(size: int) -> str:
    """A number of bytes for people: 812 bytes, 14 kB, 2.6 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB"
