"""Which field of a record holds what: usual names, names the user maps, and the nested shapes of known sources."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from leaderboard.addresses import web_address
from leaderboard.errors import InputError
from leaderboard.sources import values
from leaderboard.sources.entry import Entry

Record = Mapping[str, object]
Path = tuple[str, ...]
"""Where a value lies: a field, then fields or list places inside it."""

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "paper_id", "arxiv_id", "arxiv"),
    "key": ("bibtex_key",),
    "title": ("title", "paper_title", "display_name"),
    "abstract": ("abstract", "summary", "paper_abstract", "abstract_text", "abstract_inverted_index"),
    "published": (
        *("versions.0.created", "published", "published_at", "publication_date", "published_date", "date"),
        *("created", "submitted", "update_date", "updated", "publication_year", "year", "pub_year"),
    ),
    "url": (
        *("url", "url_abs", "abs_url", "paper_url", "link", "html_url"),
        *("primary_location.landing_page_url", "pdf_url", "url_pdf", "pdf"),
    ),
    "code_url": ("code_url", "code", "code_link", "github", "github_url", "github_repo", "repository", "repo"),
    "venue": (
        *("venue", "conference", "booktitle", "journal", "journal_ref", "container_title", "proceeding"),
        *("proceedings", "primary_location.source.display_name"),
    ),
    "arxiv": ("arxiv_id", "eprint", "external_ids.arxiv"),
    "doi": ("doi", "external_ids.doi"),
}
"""Usual names of each field, the surest first, whatever their case, `-` or `_`. A dot goes into a nested value."""

MAPPABLE = {
    **{name: name for name in ("id", "title", "abstract", "published", "url", "code_url", "venue")},
    **{"paper_id": "id", "summary": "abstract", "date": "published", "year": "published"},
}
"""What the left side of a mapping may be called."""

_CHECKED: dict[str, Callable[[object], Any]] = {
    "url": web_address,
    "code_url": values.code_address,
    "published": values.published_day,
}
"""Fields whose text may be none of what they are for, which is counted then."""

_NESTED = "paper"
"""The daily-papers API of Hugging Face wraps each paper in an object with this field."""


@functools.cache
def folded(name: str) -> str:
    """A field's name for comparison: `Journal-Ref`, `journalRef` and `journal_ref` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


_PLACES = {
    wanted: [(folded(head), tuple(inner)) for head, *inner in (name.split(".") for name in names)]
    for wanted, names in NAMES.items()
}
"""NAMES taken apart: a field's folded name, then what lies inside."""


def checked_mapping(mapping: Mapping[str, str] | None) -> dict[str, str]:
    """The user's mapping with its left sides made canonical.

    Raises InputError for a left side that is no field of a paper.
    """
    result: dict[str, str] = {}
    for target, name in (mapping or {}).items():
        if target not in MAPPABLE:
            raise InputError(f"cannot map {target!r}: a paper has the fields {', '.join(MAPPABLE)}")
        result[MAPPABLE[target]] = name
    return result


@dataclass
class Fields:
    """Turns the records of one file into entries, and knows afterwards which names the file had."""

    mapping: Mapping[str, str]
    _seen: dict[tuple[str, ...], None] = field(default_factory=dict)
    """The lists of field names that records came with."""
    _known: dict[tuple[str, ...], dict[str, list[Path]]] = field(default_factory=dict)

    def entry(self, record: Record) -> Entry:
        """The record's entry; its title and abstract may be empty."""
        inner = record.get(_NESTED)
        if inner is not None and isinstance(inner, Mapping):
            record = {**record, **inner}
        names = tuple(record)
        self._seen[names] = None
        paths = self._paths(names)
        found = {name: _first(record, places, _READ[name]) for name, places in paths.items()}
        said = found.get
        key = said("key")
        given_id = said("id") or key
        abstract = said("abstract") or ""
        return Entry(
            title=said("title") or given_id or "",
            abstract=abstract,
            given_id=given_id,
            id_identifies=key is None,
            url=said("url") or said("arxiv") or values.arxiv_address(given_id) or said("doi") or web_address(given_id),
            code_url=said("code_url") or values.code_link(abstract),
            published=said("published"),
            venue=said("venue"),
            left_out=tuple(
                [
                    name
                    for name in _CHECKED
                    if name in found and found[name] is None and any(_plain(_dig(record, path)) for path in paths[name])
                ]
            ),
        )

    def records(self, value: object, label: str) -> Iterator[Record]:
        """The records in one JSON value: the object itself, or those of the list that it wraps (`{"results": [...]}`).

        Raises InputError for a value that is no object.
        """
        if not isinstance(value, Mapping):
            raise InputError(f"{label}: expected an object with fields, found {_JSON_KINDS.get(type(value), 'null')}")
        wrapped = [] if self._has_abstract(value) else [items for items in value.values() if self._are_records(items)]
        if not wrapped:
            yield value
        for items in wrapped:
            for item in items:
                yield from self.records(item, label)

    def wanted(self, names: list[str]) -> list[str]:
        """The columns of a table that can matter, in their order; all are remembered as the table's."""
        self._seen[tuple(names)] = None
        used = {path[0] for paths in self._paths(tuple(names)).values() for path in paths} | {_NESTED}
        return [name for name in names if name in used]

    def require(self, label: str) -> None:
        """Raise InputError unless some record had a field for the title, and some for the abstract."""
        for wanted in ("title", "abstract"):
            if not any(wanted in self._paths(names) for names in self._seen):
                found = ", ".join(self._names()[:20]) or "none"
                missing = f"no field {self.mapping[wanted]!r}" if wanted in self.mapping else "no field"
                raise InputError(
                    f"{label}: {missing} for the {wanted}. Fields found: {found}. "
                    f"Say which one it is with --map {wanted}=FIELD"
                )

    def mapped(self) -> set[str]:
        """The left sides of the mapping whose field the records had."""
        names = tuple(self._names())
        return {wanted for wanted, target in self.mapping.items() if _mapped_path(target, names)}

    def knows(self, name: str) -> bool:
        """Whether a field of this name would hold a title or an abstract."""
        paths = self._paths((name,))
        return "title" in paths or "abstract" in paths

    def _has_abstract(self, value: Record) -> bool:
        return isinstance(value.get(_NESTED), Mapping) or "abstract" in self._paths(tuple(value))

    def _are_records(self, value: object) -> TypeGuard[list[object]]:
        return isinstance(value, list) and any(isinstance(item, Mapping) and self._has_abstract(item) for item in value)

    def _paths(self, names: tuple[str, ...]) -> Mapping[str, list[Path]]:
        """Where the fields of NAMES may lie in a record with these names, the surest first; only fields that it has."""
        if names not in self._known:
            present = {folded(name): name for name in reversed(names)}
            found = {
                wanted: [(present[head], *inner) for head, inner in places if head in present]
                for wanted, places in _PLACES.items()
            }
            for wanted, target in self.mapping.items():
                if path := _mapped_path(target, names):
                    found[wanted] = [path]
            self._known[names] = {wanted: paths for wanted, paths in found.items() if paths}
        return self._known[names]

    def _names(self) -> list[str]:
        return list(dict.fromkeys(name for names in self._seen for name in names))


def _mapped_path(target: str, names: tuple[str, ...]) -> Path | None:
    """Where the field lies that the user named: as written, in another case, or inside the field before its dot."""
    for candidate in names:
        if candidate == target:
            return (candidate,)
    head, *inner = target.split(".")
    for candidate in names:
        if folded(candidate) == folded(target):
            return (candidate,)
        if inner and folded(candidate) == folded(head):
            return (candidate, *inner)
    return None


_JSON_KINDS = {str: "a text", int: "a number", float: "a number", bool: "a truth value", list: "a list"}


def _first(record: Record, paths: Iterable[Path], convert: Callable[[object], Any]) -> Any:
    """The first value along `paths`, which begin with a field of the record, that converts to something."""
    for path in paths:
        value = record[path[0]]
        if len(path) > 1:
            value = _dig(value, path[1:])
        if value is not None and (converted := convert(value)) is not None:
            return converted
    return None


def _dig(value: object, path: Path) -> object:
    for step in path:
        if isinstance(value, Mapping):
            value = value[step] if step in value else {folded(key): value[key] for key in value}.get(folded(step))
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _plain(value: object) -> str | None:
    """Text, a number as text, or a list of texts joined; None for what has no text."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        text = " ".join(value)
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and not math.isnan(value):
        text = str(value)
    else:
        return None
    return text if text.strip() else None


def _line(value: object) -> str | None:
    """The text on one line, its white space single."""
    text = _plain(value)
    return " ".join(text.split()) if text else None


def _abstract(value: object) -> str | None:
    """The abstract exactly as it stands, or put together from an inverted index."""
    is_index = value.startswith('{"') if isinstance(value, str) else isinstance(value, Mapping)
    return (values.text_of_index(value) if is_index else None) or _plain(value)


_READ: dict[str, Callable[[object], Any]] = {
    **dict.fromkeys(("id", "key", "title", "venue"), _line),
    "abstract": _abstract,
    **_CHECKED,
    "arxiv": values.arxiv_address,
    "doi": values.doi_address,
}
"""What makes of a value what a field of NAMES holds; None where the value is nothing of the kind, as None itself is."""
