"""LaTeX as plain text: braces dropped, accents and signs as characters, formulas as they are.

What fields hold is nearly always emphasis, accents, signs and groups; these are decoded here, from the innermost
outwards, by pylatexenc's tables. The rest goes to its parser, which reads 0.1 MB a second and has an allowance, so that
a file of nothing but rare commands takes no longer than another.
"""

from __future__ import annotations

import functools
import itertools
import re

from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import (  # type: ignore[import-untyped]
    get_default_latex_context_db as get_default_arguments,
)

LONGEST = 50_000
"""Characters of a field that is decoded: no abstract is longer."""
ALLOWED = 15_000
"""Characters that the parser reads of a file's fields, whatever their length."""
_SHARE = 0.01
"""Of all characters of a file's fields, what the parser reads beyond those."""
_DEEPEST = 4
"""So many braces within one another are taken apart here."""

_MARKUP = re.compile(r"[\\{}~]|--|``|''")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_BARE_AND = re.compile(r"(?<!\\)&")
_COMMAND = re.compile(r"[\\{}]")
_BRACE = re.compile(r"[{}]")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_FORMULA = re.compile(r"(?<!\\)\$(?:[^\\{}$]|\\[^$()\[\]]|\{(?:[^\\{}$]|\\[^$()\[\]]|\{[^\\{}$]*+\})*+\})++\$")
"""A formula in single dollars whose braces close, two deep at most."""

# Characters of private use stand for what is not to be taken for LaTeX while the text around it is decoded.
_HELD = "\ue000"
"""The place of a formula."""
_DOLLAR = "\ue001"
_HOLD = {ord("\\"): "\ue002", ord("{"): "\ue003", ord("}"): "\ue004"}
_RELEASE = {ord(held): chr(sign) for sign, held in _HOLD.items()} | {ord(_DOLLAR): "$"}
_PRIVATE = re.compile("[\ue000-\ue004]")

_ABOUT = re.compile(rf"(?<![^\s(\[])~(?=[\d.${_HELD}])")
_TIE = re.compile(rf"(?<!\\)~(?![\d.${_HELD}])|(?<=[^\s(\[\\])~")
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}")

_ACCENTED = re.compile(
    r"""\\(?:['`"^~=.]\ ?|[vcuHkrbd](?:\ |(?=[{\\])))(?:\{\ ?(?:\\[ij]|[a-zA-Z])\ ?\}|\\[ij](?![a-zA-Z])\ ?|[a-zA-Z])"""
)
"""An accent and its letter: some thousands in all."""
_INNERMOST = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]+)\s*(?:\{(?P<argument>[^\\{}]*)\})?|(?P<sign>[^a-zA-Z]))|\{(?P<group>[^\\{}]*)\}"
)
"""A command, with its argument where that holds no other, or a group that holds none."""


class Decoder:
    """Decodes the fields of one file."""

    def __init__(self) -> None:
        self.undecoded = 0
        """Fields left as they stand: too long or too deep, or too much for the parser beside those before them."""
        self._allowed = float(ALLOWED)

    def decoded(self, value: str) -> str:
        """LaTeX as plain text.

        A bare `%` is kept: to LaTeX it starts a comment, in an abstract it is a percent sign. So are a bare `&`, and a
        `~` that means about. Where a command lacks what it needs, the value stays as it is.
        """
        self._allowed += _SHARE * len(value)
        if not _MARKUP.search(value):
            return value
        text = self._without_markup(value) if len(value) <= LONGEST else None
        if text is None:
            self.undecoded += 1
            return value
        return text

    def _without_markup(self, value: str) -> str | None:
        """The value decoded, or None where that would take the parser too long."""
        parts = _formulas_apart(value)
        if parts is None:
            return self._parsed(value)
        rest, formulas = parts
        text = _decoded_text(rest)
        if text is None:
            text = self._parsed(rest)
        if text is None or text.count(_HELD) == len(formulas):
            return text and _together(text, formulas)
        return self._parsed(value)  # a command took a formula away

    def _parsed(self, value: str) -> str | None:
        """What the parser makes of it, as long as the allowance lasts and it is not nested too deeply."""
        if len(value) > self._allowed:
            return None
        self._allowed -= len(value)  # also where it has been parsed before: that must not tell
        try:
            return _parsed(value)
        except RecursionError:
            return None


def _formulas_apart(value: str) -> tuple[str, list[str]] | None:
    """The text with its formulas and dollar signs held, and the formulas; None where these cannot be told apart."""
    if _PRIVATE.search(value) or r"\\$" in value:
        return None
    value = value.replace(r"\$", _DOLLAR)
    formulas = _FORMULA.findall(value)
    rest = _FORMULA.sub(_HELD, value) if formulas else value
    return None if "$" in rest else (rest, formulas)


def _together(text: str, formulas: list[str]) -> str:
    around = (part.translate(_RELEASE) for part in text.split(_HELD))
    written = (formula.replace(_DOLLAR, r"\$") for formula in formulas)
    return "".join(itertools.chain.from_iterable(itertools.zip_longest(around, written, fillvalue="")))


def _decoded_text(value: str) -> str | None:
    """What holds no formula, decoded, with signs held; None where it holds what only the parser knows."""
    if not _COMMAND.search(value):
        return _without_ties(value)
    if r"\\" in value:  # a new line, of which the second half is no beginning of a command
        return None
    text = _without_ties(_with_addresses(value))
    text = _ACCENTED.sub(lambda accented: _apart(accented, _parsed(accented[0])), text)
    for _ in range(2 * _DEEPEST if _depth(text) <= _DEEPEST else 0):
        text = _INNERMOST.sub(_simpler, text)
        if not _COMMAND.search(text):
            return " ".join(text.split())
    return None


def _depth(text: str) -> int:
    """How many braces stand within one another at most."""
    depths = itertools.accumulate(1 if brace == "{" else -1 for brace in _BRACE.findall(text))
    return max(depths, default=0)


def _without_ties(text: str) -> str:
    text = _TIE.sub(" ", text)
    for mark, sign in _LIGATURES.items():
        text = text.replace(mark, sign)
    return text


def _simpler(found: re.Match[str]) -> str:
    """What takes the place of a command or group; itself where it needs what is not there yet.

    Commands that pylatexenc does not know are dropped, as it does.
    """
    if (group := found["group"]) is not None:
        return group
    if sign := found["sign"]:
        return _CONSTANTS.get(sign, found[0])
    word, argument = found["word"], found["argument"]
    if word in _STYLES:
        if argument is None:
            return found[0]
        text = argument
    elif word in _OTHERS:
        return found[0]
    else:
        text = _CONSTANTS.get(word, "") + (argument or "")
    return _apart(found, text)


def _apart(found: re.Match[str], text: str) -> str:
    """What takes the place of a match, in braces where it could grow together with a command: `\\emph\\textbf{a}`."""
    before = found.string[found.start() - 1 : found.start()]
    return f"{{{text}}}" if before.isalpha() and text[:1].isalpha() else text


def _with_addresses(latex: str) -> str:
    """Commands for addresses as plain groups, in which a tilde is one."""
    return _ADDRESS.sub(lambda address: "{" + address[1].replace("~", r"\textasciitilde{}") + "}", latex)


@functools.lru_cache(maxsize=16384)
def _parsed(value: str) -> str:
    """What the parser makes of it; as it stands where a command lacks what it needs (`\\href` without an address)."""
    latex = _ABOUT.sub(r"\\textasciitilde{}", _with_addresses(value))
    latex = _BARE_AND.sub(r"\\&", _BARE_PERCENT.sub(r"\\%", latex))
    try:
        return " ".join(_LATEX.latex_to_text(latex).split())
    except (LookupError, AttributeError, ValueError):  # it reaches for arguments that are not there
        return value


def _latex() -> LatexNodes2Text:
    """The decoder, with the signs and styles that pylatexenc 2 does not know and would drop, and without the date."""
    signs = {"textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "today": ""}
    styles = ("textmd", "textsf", "texttt", "textup", "mbox")
    context = get_default_latex_context_db()
    known = [MacroTextSpec(name, sign) for name, sign in signs.items()]
    known += [MacroTextSpec(name, "%s") for name in styles]
    context.add_context_category("signs", known, prepend=True)
    return LatexNodes2Text(context, math_mode="verbatim")


def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """By pylatexenc: commands that stand for a text, those that give their one argument, and all that are neither."""
    texts, arguments = _LATEX.latex_context, get_default_arguments()
    known = {
        name for context in (texts, arguments) for group in context.categories() for name in context.d[group]["macros"]
    }
    constants, styles = {"%": "%"}, set()
    for name in sorted(known):
        text, taking = texts.get_macro_spec(name), arguments.get_macro_spec(name)
        needed = taking.args_parser.argspec if taking else ""
        stands_for = text.simplify_repl if text else _NOTHING_KNOWN
        if needed == "{" and (stands_for == "%s" or (stands_for is None and not text.discard)):
            styles.add(name)
        elif not needed and isinstance(stands_for, str) and "%" not in stands_for:
            constants[name] = stands_for.translate(_HOLD)
    return constants, frozenset(styles), frozenset(known - constants.keys() - styles) | {"begin", "end"}


_NOTHING_KNOWN = object()
_LATEX = _latex()
_CONSTANTS, _STYLES, _OTHERS = _tables()
