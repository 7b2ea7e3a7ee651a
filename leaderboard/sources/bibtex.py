"""BibTeX files with abstracts, such as the one of the ACL Anthology."""

from __future__ import annotations

import functools
import itertools
import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from leaderboard.errors import InputError
from leaderboard.sources.fields import Record

LONGEST = 50_000
"""Characters of a field that LaTeX is decoded in."""
_PROSE = ("title", "abstract", "booktitle", "journal")
_VOLUMES = ("proceedings", "book")
"""What holds papers and is none."""

_LONGEST_JOINED = 10_000
"""Characters. Strings are abbreviations; a few dozen that each double the one before would fill any memory."""
_OPENING = ("{", '"')
_MARKUP = re.compile(r"[\\{}~]|--|``|''")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_COMMAND = re.compile(r"[\\{}]")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”"}
_FORMULA = re.compile(r"(?<!\\)\$(?:[^\\{}$]|\\[^$()\[\]]|\{(?:[^\\{}$]|\\[^$()\[\]]|\{[^\\{}$]*+\})*+\})++\$")
"""A formula in single dollars whose braces close, two deep at most."""
_HELD = "\ue000"
"""A character of private use: the place of a formula while the text around it is decoded."""
_ABOUT = re.compile(rf"(?<![^\s(\[])~(?=[\d.${_HELD}])")
_TIE = re.compile(rf"(?<!\\)~(?![\d.${_HELD}])|(?<=[^\s(\[\\])~")
_PIECE = re.compile(r"\\(?P<sign>[%&_#])|(?P<group>\{[^{}$]*\})|\\(?:[a-zA-Z]+\s*|.)(?:\{[^{}]*\})?")
"""An escaped sign, braces that hold no others, or a command with its argument."""
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}")

# What it warns of is raised here; to write a message for each of 90,000 faults would take seconds.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


class _TooLongError(Exception):
    """Names of strings that stand for so much text that nobody means it."""


def records(text: str, label: str) -> Iterator[Record]:
    """The entries of a BibTeX file as records, their key as `bibtex_key`; LaTeX in title, abstract and venue decoded.

    White space is single, as BibTeX itself reads it. A key that occurs twice gives two records.

    Raises InputError, with the line, for an entry that cannot be parsed.
    """
    strings: dict[str, str] = {}
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
                yield _record(block, strings)
        except (_TooLongError, RecursionError) as error:
            why = str(error) if isinstance(error, _TooLongError) else "its braces are nested too deeply"
            raise InputError(f"{label}, line {line}: this BibTeX entry cannot be read: {why}") from error


def _record(entry: Entry, strings: Mapping[str, str]) -> Record:
    record: dict[str, str] = {"bibtex_key": entry.key}
    for field in entry.fields:
        name, value = field.key.lower(), _resolved(str(field.value), strings)
        record.setdefault(name, decoded(value) if name in _PROSE else value)
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


def decoded(value: str) -> str:
    """LaTeX as plain text: braces dropped, accents and signs as characters, formulas as they are.

    A bare `%` is kept: to LaTeX it starts a comment, in an abstract it is a percent sign. So is a `~` that means about.
    What is longer than LONGEST stays as it is: no abstract is, and the parser reads 0.1 MB of commands a second.
    """
    if len(value) > LONGEST or not _MARKUP.search(value):
        return value
    formulas = _FORMULA.findall(value)
    rest = _FORMULA.sub(_HELD, value) if formulas else value
    if "$" in rest:
        return _parsed(value)
    around = _decoded_text(rest).split(_HELD)
    if len(around) != len(formulas) + 1:  # a command took a formula away
        return _parsed(value)
    return "".join(itertools.chain.from_iterable(zip(around, [*formulas, ""], strict=True)))


def _decoded_text(value: str) -> str:
    """What holds no formula, decoded.

    Ties, dashes, quotes and groups such as {\\%} or {\\'e} are mostly all there is, and need no parser each time.
    """
    simple = _TIE.sub(" ", value)
    for mark, sign in _LIGATURES.items():
        simple = simple.replace(mark, sign)
    simple = _PIECE.sub(_simple_piece, simple)
    return _parsed(value) if _COMMAND.search(simple) else simple


def _simple_piece(piece: re.Match[str]) -> str:
    return piece["sign"] or (_parsed(piece["group"]) if piece["group"] else piece[0])


@functools.lru_cache(maxsize=4096)
def _parsed(value: str) -> str:
    """What the parser makes of it; as it stands where a command lacks what it needs (`\\href` without an address)."""
    latex = _ADDRESS.sub(lambda address: address[1].replace("~", r"\textasciitilde{}"), value)
    latex = _ABOUT.sub(r"\\textasciitilde{}", latex)
    try:
        return " ".join(_LATEX.latex_to_text(_BARE_PERCENT.sub(r"\\%", latex)).split())
    except (LookupError, AttributeError, ValueError):  # it reaches for arguments that are not there
        return value


def _latex() -> LatexNodes2Text:
    """The decoder, with the signs that pylatexenc 2 does not know and would drop."""
    signs = {"textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_"}
    context = get_default_latex_context_db()
    context.add_context_category("signs", [MacroTextSpec(name, sign) for name, sign in signs.items()], prepend=True)
    return LatexNodes2Text(context, math_mode="verbatim")


_LATEX = _latex()
