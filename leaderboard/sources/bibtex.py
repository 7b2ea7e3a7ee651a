"""BibTeX files with abstracts, such as the one of the ACL Anthology."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String

from leaderboard.errors import InputError
from leaderboard.sources.entry import LATEX
from leaderboard.sources.fields import Record
from leaderboard.sources.latex import Decoder

_PROSE = ("title", "abstract", "booktitle", "journal")
_VOLUMES = ("proceedings", "book")
"""What holds papers and is none."""

_LONGEST_JOINED = 10_000
"""Characters. Strings are abbreviations; a few dozen that each double the one before would fill any memory."""
_OPENING = ("{", '"')

# What it warns of is raised here; to write a message for each of 90,000 faults would take seconds.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


class _TooLongError(Exception):
    """Names of strings that stand for so much text that nobody means it."""


def records(text: str, label: str, left_out: Counter[str]) -> Iterator[Record]:
    """The entries of a BibTeX file as records, their key as `bibtex_key`; LaTeX in title, abstract and venue decoded.

    White space is single, as BibTeX itself reads it. A key that occurs twice gives two records. At the end the fields
    whose LaTeX was left as it stands are counted in `left_out`.

    Raises InputError, with the line, for an entry that cannot be parsed.
    """
    strings: dict[str, str] = {}
    decoder = Decoder()
    for found in parse_string(text, parse_stack=[]).blocks:
        block: Block | None = found
        line = (found.start_line or 0) + 1
        while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block
        if isinstance(block, ParsingFailedBlock):
            raise InputError(f"{label}, line {line}: malformed BibTeX entry; look for a missing brace, quote or comma")
        try:
            if isinstance(block, String):
                strings[block.key.lower()] = _resolved(block.value, strings)
            elif isinstance(block, Entry) and block.entry_type.lower() not in _VOLUMES:
                yield _record(block, strings, decoder)
        except _TooLongError as error:
            raise InputError(f"{label}, line {line}: this BibTeX entry cannot be read: {error}") from error
    if decoder.undecoded:
        left_out[LATEX] += decoder.undecoded


def _record(entry: Entry, strings: Mapping[str, str], decoder: Decoder) -> Record:
    record: dict[str, str] = {"bibtex_key": entry.key}
    for field in entry.fields:
        name, value = field.key.lower(), _resolved(str(field.value), strings)
        record.setdefault(name, decoder.decoded(value) if name in _PROSE else value)
    if "month" in record and "year" in record:
        record["published"] = f"{record['month']} {record['year']}"
    return record


def _resolved(value: str, strings: Mapping[str, str]) -> str:
    """A field's value on one line: parts in quotes or braces and names of strings, joined by `#`.

    Names that are not defined stay as they are: those of the months are common knowledge.
    """
    parts = (part.strip() for part in (_parts(value) if "#" in value else [value]))
    texts = [
        part[1:-1] if part[:1] in _OPENING and len(part) > 1 else strings.get(part.lower(), part) for part in parts
    ]
    if sum(map(len, texts)) > max(_LONGEST_JOINED, len(value)):
        raise _TooLongError(f"its strings come to more than {_LONGEST_JOINED:,} characters")
    return " ".join("".join(texts).split())


def _parts(value: str) -> Iterator[str]:
    """The value between those `#` that stand outside of quotes and braces."""
    start = depth = 0
    quoted = False
    for place, sign in enumerate(value):
        depth += (sign == "{") - (sign == "}")
        if sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "#" and depth == 0 and not quoted:
            yield value[start:place]
            start = place + 1
    yield value[start:]
