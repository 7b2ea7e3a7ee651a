"""Checks of a whole built site, of any size: `python tests/check_site.py SITE`.

Every link and fragment leads to what exists, no page is heavy, none loads anything from another host or carries a
script of its own, each can be read aloud. Prints what was counted, then what is wrong; exits with 1 where anything is.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as Xml

MOST_BYTES = 150_000
MOST_BYTES_OF_START = 300_000
LOST = "404.html"
"""Shown for any unknown address: what it refers to lies in folders above, as many as there may be."""
POLICY = "Content-Security-Policy"
MOST_SHOWN = 50

_LOADING = {"script": "src", "link": "href", "img": "src", "source": "src", "iframe": "src", "object": "data"}
"""What a browser fetches without being asked. A link to an alternate is not fetched."""
_DATA = ("application/json", "application/ld+json")
_FETCHED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect"}
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_STATE = ("q=",)
"""How fragments begin that are no place in a page but what its script is to show."""
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_ATOM = "{http://www.w3.org/2005/Atom}"


class Reader(HTMLParser):
    """Collects what a page refers to, its ids, its elements with their attributes, and the text of some."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.references: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[Any] = []
        """What stands in elements of data, such as a chart's rows."""
        self.title = ""
        self._within: list[str] = []
        self.feed(text)

    @property
    def attributes(self) -> set[str]:
        """The names of all attributes."""
        return {name for _, given in self.elements for name in given}

    @property
    def policies(self) -> list[str]:
        """The page's content security policies."""
        return [given.get("content") or "" for _, given in self.elements if given.get("http-equiv") == POLICY]

    def count(self, tag: str) -> int:
        """How many elements of that name there are."""
        return sum(name == tag for name, _ in self.elements)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        self.references += [given[name] or "" for name in ("href", "src") if name in given]
        self.references += [each.split()[0] for each in (given.get("srcset") or "").split(",") if each.strip()]
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag not in _VOID:
            self._within.append("data" if tag == "script" and given.get("type") in _DATA else tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._within.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._within and tag not in _VOID:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        inside = self._within[-1] if self._within else None
        if inside == "title" and "svg" not in self._within:
            self.title += data
        elif inside == "data":
            self.data.append(json.loads(data))


@dataclass
class Report:
    """What was counted, and what is wrong, each trouble with the file that has it."""

    counts: Counter[str] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)

    def expect(self, holds: object, file: Path | str, trouble: str) -> None:
        """Note the trouble of a file unless `holds`."""
        if not holds:
            self.troubles.append(f"{file}: {trouble}")

    def __str__(self) -> str:
        lines = [f"{count:>9,} {name}" for name, count in self.counts.items()]
        lines += [f"{len(self.troubles):>9,} troubles", *self.troubles[:MOST_SHOWN]]
        return "\n".join(lines)


def check(site: Path) -> Report:
    """All checks of the built site in the folder `site`."""
    return _Check(site.resolve()).report


class _Check:
    """One run over a site: links are gathered page by page, and looked up once all ids are known."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.report = Report()
        self.files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
        self.ids: dict[str, set[str]] = {}
        self.links: dict[tuple[str, str], str] = {}
        """Each file and fragment that is referred to, with the first file that does."""
        for name in sorted(self.files):
            if name.endswith(".html"):
                self._page(name)
        for name in sorted(self.files):
            self._other(name)
        self._look_up()

    def _page(self, name: str) -> None:
        path, report = self.files[name], self.report
        size = path.stat().st_size
        page = Reader(path.read_text(encoding="utf-8"))
        self.ids[name] = set(page.ids)
        report.counts["pages"] += 1
        report.counts["bytes of the heaviest page"] = max(report.counts["bytes of the heaviest page"], size)
        most = MOST_BYTES_OF_START if name == "index.html" else MOST_BYTES
        report.expect(size <= most, name, f"{size:,} bytes, more than {most:,}")
        _said(name, page, report)
        _safe(name, page, report)
        for reference in page.references:
            self._link(name, reference)
        for data in page.data:
            for reference in _references_in(data):
                self._link(name, ("" if "/" not in name else "../" * name.count("/")) + reference)

    def _link(self, name: str, reference: str) -> None:
        """Note where a file refers to; foreign addresses are only to be of the web."""
        try:
            parts = urlsplit(reference)
        except ValueError:
            self.report.expect(False, name, f"{reference!r} is no address")
            return
        if parts.scheme or parts.netloc:
            harmless = parts.scheme in ("http", "https") or reference == "data:,"
            self.report.expect(harmless, name, f"refers to {reference!r}")
            self.report.counts["links to other hosts"] += 1
            return
        self.report.counts["links within the site"] += 1
        if name == LOST:
            reference = _without_steps_up(parts.path)
            self.report.expect(reference in self.files, name, f"no file for the link {parts.path!r}")
            return
        folder = (self.site / name).parent
        target = (folder / unquote(parts.path)).resolve() if parts.path else self.site / name
        if not target.is_relative_to(self.site):
            self.report.expect(False, name, f"{reference!r} leaves the site")
            return
        self.links.setdefault((target.relative_to(self.site).as_posix(), parts.fragment), name)

    def _other(self, name: str) -> None:
        """What downloads, the feed, the search and the style sheets refer to."""
        path = self.files[name]
        if name.endswith(".csv"):
            self.report.counts["CSV files"] += 1
            for address in _csv_addresses(path):
                self._link(name, address)
        elif name.endswith(".xml"):
            for element in Xml.parse(path).getroot().iter(f"{_ATOM}link"):
                self._link(name, element.attrib["href"])
        elif name.endswith(".css"):
            for found in _CSS_ADDRESS.finditer(path.read_text(encoding="utf-8")):
                self._link(name, found[1] or found[2])
        elif name == "search-index.js":
            for address in _search_addresses(path):
                self._link(name, address)

    def _look_up(self) -> None:
        for (target, fragment), name in self.links.items():
            self.report.counts["places linked to"] += 1
            self.report.expect(target in self.files, name, f"links to {target}, which is not there")
            if fragment and target in self.ids and not fragment.startswith(_STATE):
                self.report.expect(fragment in self.ids[target], name, f"{target} has no #{fragment}")


def _said(name: str, page: Reader, report: Report) -> None:
    """What people who hear the page, and search engines, need."""
    tags = dict(page.elements)
    descriptions = [given.get("content") for tag, given in page.elements if given.get("name") == "description"]
    report.expect(page.title.strip(), name, "has no title")
    report.expect(len(descriptions) == 1 and descriptions[0], name, "has no description")
    report.expect(tags.get("html", {}).get("lang"), name, "does not name its language")
    report.expect(page.count("h1") == 1, name, f"has {page.count('h1')} headings of the first level")
    twice = [place for place, count in Counter(page.ids).items() if count > 1]
    report.expect(not twice, name, f"has ids twice: {', '.join(twice[:3])}")
    report.counts["ids"] += len(page.ids)
    for tag, given in page.elements:
        is_plot = "plot" in (given.get("class") or "").split()
        if tag in ("svg", "img", "canvas") or is_plot:
            report.counts["images and charts"] += 1
            hidden = given.get("aria-hidden") == "true"
            # An empty text is one, too: what stands around the picture says it all.
            said = given.get("aria-label") or "alt" in given
            report.expect(hidden or said, name, f"a <{tag}> has no text")
            report.counts["charts with a text alternative"] += is_plot and bool(given.get("aria-label"))


def _safe(name: str, page: Reader, report: Report) -> None:
    """Nothing of the page's own runs, and nothing comes from another host."""
    handlers = sorted(attribute for attribute in page.attributes if attribute.startswith("on"))
    report.expect(not handlers, name, f"has handlers: {', '.join(handlers)}")
    report.expect(len(page.policies) == 1, name, f"has {len(page.policies)} content security policies")
    for policy in page.policies:
        rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";") if rule.strip()}
        report.expect(rules.get("default-src") == ["'none'"], name, "allows by default")
        allowed = set(rules.get("script-src", []))
        report.expect(allowed <= {"'self'", "'wasm-unsafe-eval'"}, name, f"allows scripts from {sorted(allowed)}")
        foreign = [source for sources in rules.values() for source in sources if "." in source or "*" in source]
        report.expect(not foreign, name, f"allows other hosts: {foreign}")
    for tag, given in page.elements:
        if tag == "script" and given.get("type") not in _DATA:
            report.expect("src" in given, name, "has a script of its own")
        if tag == "link" and not _FETCHED_RELATIONS & set((given.get("rel") or "").split()):
            continue
        address = given.get(_LOADING.get(tag, ""), None) or ""
        if tag in _LOADING and address:
            report.counts["files loaded"] += 1
            report.expect(address == "data:," or not re.match(r"[a-z]+:|//", address), name, f"loads {address!r}")


def _references_in(data: Any) -> Iterator[str]:
    """Where a chart's marks lead, from the site's first folder."""
    if isinstance(data, dict) and "rows" in data:
        yield from (row["href"] for row in data["rows"] if row.get("href"))


def _csv_addresses(path: Path) -> Iterator[str]:
    """Addresses in a download's columns for them; there a link has a scheme."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns = [name for name in reader.fieldnames or [] if name in ("url", "code_url", "source")]
        for row in reader:
            yield from (row[name] for name in columns if "://" in row[name] or (name != "source" and row[name]))


def _search_addresses(path: Path) -> Iterator[str]:
    """The pages that the search leads to; a number stands for the page of a paper in its list."""
    text = path.read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("window.leaderboardIndex = ").removesuffix(";\n"))
    for kind, entries in index.items():
        yield from (f"{kind}/{entry[1]}.html" for entry in entries if isinstance(entry[1], str))


def _without_steps_up(path: str) -> str:
    return re.sub(r"^(?:\.{0,2}/)+", "", path)


def main(site: Path) -> int:
    report = check(site)
    print(report)
    return 1 if report.troubles else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
