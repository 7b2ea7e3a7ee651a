"""How claims read on a page: values as written, evidence with its number marked, file names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

_MULTIPLE = {"x": "×"}
_GLUED = {"%", "×", "°"}
_LONGEST_SLUG = 60
_RESERVED = {"", "index"}
"""File names that no benchmark or paper can have."""


def figure(value: float) -> str:
    """A number with as many digits as it has, at most six after the point, thousands separated: 12,500, 0.047, 2.3."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-4 or value == 0 else f"{value:.3g}"
    return text.replace("-", "−")


def written(number: str | None, value: float) -> str:
    """The number as the text has it (`56.0`) where it reads as `value`, else `value` (for `twice`, or a loss)."""
    if number is not None:
        try:
            if float(number.replace(",", "")) == value:
                return number
        except ValueError:
            pass  # A word: "twice", "half".
    return figure(value)


def shown(claim: Mapping[str, Any], number: str | None = None) -> str:
    """A claim's value with its bound, range and unit: `up to 2.4×`, `12.4–17.2%`, `+2.3 points`, `16.2 ms`."""
    unit = _MULTIPLE.get(claim["unit"], claim["unit"]) or ""
    text = written(number, claim["value"])
    if claim["value_to"] is not None:
        text += f"–{figure(claim['value_to'])}"
    if claim["kind"] == "gain" and claim["value"] > 0 and not claim["bound"]:
        text = f"+{text}"
    if unit:
        text += unit if unit in _GLUED else f" {unit}"
    return f"{claim['bound']} {text}" if claim["bound"] else text


def place_in_sentence(abstract: str | None, sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in `sentence` the characters `abstract[start:end]` stand; None where it does not hold them."""
    if abstract is None:
        return None
    offset = abstract.find(sentence, max(0, end - len(sentence)))
    if offset < 0 or offset > start or offset + len(sentence) < end:
        return None
    return start - offset, end - offset


Evidence = tuple[str, tuple[tuple[int, int], ...], tuple[str | None, ...]]
"""A sentence, the spans of numbers in it, and names: what a page marks when it is made, as `highlighted` does."""


def highlighted(sentence: str, numbers: Iterable[tuple[int, int]], names: Iterable[str | None] = ()) -> Markup:
    """The sentence as HTML: each span of `numbers` in <mark>, the first mention of each of `names` in <b>."""
    spans = [(start, end, "mark") for start, end in dict.fromkeys(numbers)]
    for name in names:
        found = sentence.find(name) if name else -1
        if name and found >= 0:
            spans.append((found, found + len(name), "b"))
    # Numbers first, so that a name never hides one; of names that overlap, the longer.
    spans.sort(key=lambda span: (span[2] != "mark", span[0] - span[1]))
    chosen: list[tuple[int, int, str]] = []
    for span in spans:
        if all(span[1] <= other[0] or other[1] <= span[0] for other in chosen):
            chosen.append(span)
    pieces, position = [], 0
    for start, end, tag in sorted(chosen):
        pieces += [escape(sentence[position:start]), f"<{tag}>", escape(sentence[start:end]), f"</{tag}>"]
        position = end
    pieces.append(escape(sentence[position:]))
    return Markup("".join(pieces))  # not Markup's own join, which looks at each piece once more


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count and what it counts: `1 paper`, `1,200 papers`, with an irregular plural `2 losses`."""
    return f"{count:,} {counted(count, one, many)}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """What is counted, without the count: `paper`, `papers`."""
    return one if count == 1 else many or f"{one}s"


def first_upper(text: str) -> str:
    """`text` as a heading begins, unless its first word has a spelling of its own: `Accuracy`, but `mAP`."""
    first, *_ = text.split(maxsplit=1) or [""]
    return text[:1].upper() + text[1:] if first.islower() else text


def slugs(names: Iterable[str], listed: Iterable[str] = ()) -> dict[str, str]:
    """A file name, without its ending, for each of `names`: lower-case ASCII letters, digits, hyphens.

    Names that differ get file names that differ, the same ones in every build: the plain one belongs to the only name
    in `listed` that it fits, else to the name that is spelled just so; all others carry a hash after an underscore.
    """
    owners: dict[str, list[str]] = {}
    for name in sorted(set(listed)):
        owners.setdefault(_plain(name), []).append(name)
    found = {}
    for name in names:
        plain = _plain(name)
        is_owner = owners.get(plain, [plain]) == [name] and plain not in _RESERVED
        found[name] = plain if is_owner else f"{plain}_{hashlib.sha256(_bytes(name)).hexdigest()[:10]}"
    return found


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", folded))[:_LONGEST_SLUG].strip("-")


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")
