"""Rules: what a number is, read from the marks and words around it.

A rule is an object in one place, in a file of its family in this folder: a name that reads as its shape, a pattern in the
language below, the frame it gives, sentences it reads with the exact claims they yield, and sentences it must leave alone.
Every file of the folder is loaded; nothing is registered elsewhere.

A pattern is a line of elements parted by white space, matched against the tape (see `tape.py`), one element for one mark or word:

    word            that word; a regular expression without white space; `[a-z-]+` is any word that is no link (`and`, `of`)
    {class}         a class of words from lexicon/words.toml
    <value>         the quantity the rule reads; `<value:%px>` only of these unit classes, `<value:%+>` only with a plus sign,
                    `<value:^>` only after `up to`, `<value:_>` only after `less than`, `<value:!>` after `more than`; `<value:->`: `halve`
    <other>         another quantity; <from>, <to>: the ends of `from A to B`
    <metric>        a quality metric, <speed> a resource whose change is speed, <resource> any other, <measure> any of the three
    <what>          a measure, or one to five plain words that name it where the lexicon does not
    <named>         the same, and it may be an acronym that nobody listed
    <counted>       up to three plain words that name a thing which is counted as an effort: `real trajectories`
    <things>        the same, and what only is one where so few are called enough: `simple rules`
    <dimension>     up to three plain words that name a measure of a body: `body weight`
    <benchmark> <name> <own>
    <baseline>      up to twelve words and names up to the next clause
    ~3              up to three words or marks, no quantity, no clause's end
    ~~3             the same, and no comma, bracket, further verb of achieving, `while`, `with` or `using`
    ( a | b c )?    groups, with ? * +
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import regex

from leaderboard.extraction import patterns
from leaderboard.model import Role

_WORDS = Path(__file__).parents[2] / "lexicon" / "words.toml"


FRAMES = {
    "value": "stands for what it says",
    "share": "a share of another system's performance",
    "used": "what was used, of a resource",
    "cost": "an amount of a resource",
    "handled": "a share of the cases, that went well",
    "multiple": "a multiple of the system's own dimension",
    "compressed": "by how much something was compressed",
    "up": "more of something",
    "down": "less of something",
    "fewer": "less of something, said by comparison",
    "outsized": "by how much a rival is larger",
    "worse": "a change for the worse",
    "beats": "by how much one system is better than another",
    "exceeds": "by how much one system is better or, where that would be too much, how good a system is",
    "faster": "faster",
    "nothing": "no result",
}

TRAITS = {
    # Of two verbs before one figure the nearer governs it: `our filter of suppressed birds raises the accuracy by 2%`.
    "nearest": "of it and others of its priority that are so the one that begins nearest to the number is believed",
    "parallel": "further figures of its list are each said to be in something, too: `31% in bends and 27% in curves`",
    "counts": "further figures of its list count things, too: `only 20 labels and 3 clicks`",
    "former": "its number is what the figure before it was until now: `61%, up from 52%`",
    "labels": "beside its numbers stand labels, which may say where each was measured: `(dawn: 0.966, dusk: 0.904)`",
}
"""What a rule can say of its numbers that neither its frame nor its slots do, so that nobody asks for it by its name."""


@dataclass(frozen=True)
class Rule:
    """One way of writing a result, or of writing a number that is none.

    `frame`, one of FRAMES, says how the number is meant; together with what is measured it decides the claim's kind
    (`kinds.py`). Of the rules that match a number the one with the highest `priority` is believed, then the one
    whose match spans more of the sentence.
    """

    name: str
    pattern: str
    frame: str
    examples: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Sentences, each with the exact claims it yields, in the notation of `notation.py`."""
    counter_examples: tuple[str, ...] = ()
    """Sentences close to the pattern which this rule must leave alone."""
    rejects: tuple[str, ...] = ()
    """For the frame `nothing`: sentences whose number the rule wins, so that they hold no claim."""
    priority: int = 50
    role: Role | None = None
    traits: tuple[str, ...] = ()
    """Those of TRAITS that it has."""
    only_of: tuple[str, ...] = ()
    """The only measures, by the lexicon's names, whose figures it reads; empty for any."""

    def __post_init__(self) -> None:
        if unknown := ({self.frame} - FRAMES.keys()) | ({*self.traits} - TRAITS.keys()):
            raise ValueError(f"rule {self.name!r}: no frame or no trait is called {min(unknown)!r}")

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The pattern as a regular expression over the tape."""
        return compile_pattern(self.pattern)


@cache
def _word_lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))["words"]
    return {
        name: [word for each in words for word in (lists[each[1:-1]] if each.startswith("{") else [each])]
        for name, words in lists.items()
    }


@cache
def word_classes() -> dict[str, str]:
    """Each class of words as an alternation, longest first."""
    return {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in _word_lists().items()}


_CLAUSE_END = r"(?:[;:.]|Q\d|F\d|T\d)"
_QUANTITY = r"[QFT]\d+"
_STOP_WORDS = (
    r"by|while|whilst|with|without|on|in|at|when|where|which|that|for|using|under|across|after|during|if|is|are|was|were|has|have|had|respectively|achieving|reaching|"
    r"obtaining|yielding|improving|reducing|requiring|and(?= (?:achiev|improv|reduc|obtain|reach|is|are|has|have|by|can|also|even|outperform|surpass|only|shows|on|in|up|at|with|a|the [a-z]+ing)\w*)|"
    r"but|despite|thereby|without|showing|demonstrating|per|both|since|because|as|due|through|via|against|versus|vs|vs\.|compared|than|over|among|within|averaged|on average|equal|only|even|from|to|into|setting|establishing"
)
NP_WORD = rf"(?!(?:{_STOP_WORDS}|,|;|:|\(|\)|\.|–|—) )(?!{_QUANTITY})\S+"
_ANY_WORD = "[a-z-]+"
_LINKS = "and|or|but|with|without|no|in|on|of|for|to|by|at|from|than|over|under|against|during|when|while|as|is|are|was|were|the|which|that|using"
_FREE = {
    "metric": r"M\d+", "speed": r"S\d+", "resource": r"R\d+", "measure": r"[MSR]\d+", "benchmark": r"B\d+", "name": r"[NO]\d+", "own": r"O\d+",
}  # fmt: skip
_WHAT = rf"(?:(?:[MSR]\d+ )|(?:(?!(?:{_STOP_WORDS}|,|;|:|\(|\)|\.|–|—|it|them|this|all|margin|we|our|not|can|could|will|may|might|should|must|also|to|be|been|being|just|only|about|around|nearly|almost|further|is|are|was|were|which|that|of|the|a|an|its|their|up|and|or|typically|usually|generally|consistently|significantly|substantially|roughly|approximately) )(?![QFTBNO]\d)\S+ )(?:(?!(?:{_STOP_WORDS}|,|;|:|\(|\)|\.|and|or|we|can|could|may|might|should|must|be) )(?![QFTB]\d)\S+ ){{0,4}})"
_NAMED = _WHAT.replace("[QFTBNO]", "[QFTBO]")
_BASELINE = rf"(?:{NP_WORD} )(?:(?:{NP_WORD}|,(?= (?:and )?[N]\d)|to(?=-)) ){{0,11}}?"


_NEXT_STATEMENT = (
    r"(?:(?:and|but) (?:\w+ly |also |even |still |yet )?"
    r"(?:(?:improv|increas|boost|enhanc|rais|reduc|decreas|lower|cut|sav|shrink|outperform|surpass|exceed|accelerat)(?:s|es|ed|d|ing)?|speed(?:s|ing)? up|sped up) "
    r"|(?:improv|increas|boost|enhanc|rais|reduc|decreas|lower|cutt)ing )"
)
"""`and reduces`, `by reducing`: the figure of a further statement is not the one of the words before. In every gap, so it is short."""


def compile_pattern(pattern: str, behind: str = "") -> regex.Pattern[str]:
    """A rule's pattern as an expression over the tape, and what must follow it as one already.

    Raises ValueError for an element that the language lacks.
    """
    out = ["(?<= )"]
    for element in pattern.split():
        out.append(element_pattern(element))
    return patterns.compiled("".join([*out, behind]))


def element_pattern(element: str) -> str:
    """One element of a pattern as an expression; each but brackets and `|` ends in the blank after a word or mark."""
    if element in ("|", ")", ")?", ")*", ")+"):
        return element
    if element == "(":
        return "(?:"
    quantifier = ""
    if element[-1] in "?*+" and element[-2:-1] in "}>":
        element, quantifier = element[:-1], element[-1]
    if element.startswith("~~"):
        return rf"(?:(?!{_CLAUSE_END}|{_NEXT_STATEMENT}|[,()]|(?:{word_classes()['achieve']}|while|with|using|without|requiring) )\S+ ){{0,{int(element[2:])}}}?"
    if element.startswith("~"):
        return rf"(?:(?!{_CLAUSE_END}|{_NEXT_STATEMENT}|while \w+ing )\S+ ){{0,{int(element[1:])}}}?"
    if element.startswith("{"):
        classes = word_classes()
        name = element[1:-1]
        if name not in classes:
            raise ValueError(f"no class of words is called {name!r} in {_WORDS.name}")
        return f"(?:(?:{classes[name]}) ){quantifier}"
    if element.startswith("<") and len(element) > 1:
        return _slot(element[1:-1]) + quantifier
    if element == _ANY_WORD:
        return rf"(?:(?!(?:{_LINKS}) )[a-z-]+ )"
    return f"(?:(?:{element}) )"


_PHRASES = {"what": 5, "named": 5, "counted": None, "things": None, "dimension": None, "baseline": None}
"""The slots that hold more than one token, and how many at most; None where there is no limit, or one that is high."""
_LOOKAROUND = patterns.compiled(r"\(\?<?[=!](?<inside>(?:[^()\\]|\\.|\((?&inside)\))*)\)")
_BLANK = patterns.compiled(r"\\[sWD]|\[\^|(?<!\\)\.| (?=[^()]*\)[*+{])")
"""What may match the blank between two tokens any number of times."""


def most_tokens(element: str) -> int | None:
    """How many words and marks one element (neither bracket nor `|`) matches at most; None where there is no limit."""
    if element.startswith("~"):
        return int(element.lstrip("~"))
    if element.startswith("<") and len(element) > 1:
        return _PHRASES.get(element[1:-1].partition(":")[0], 1)
    written = _word_lists()[element[1:-1]] if element.startswith("{") else [element]
    plain = [_LOOKAROUND.sub("", each) for each in written]
    return None if any(_BLANK.search(each) for each in plain) else 1 + max(each.count(" ") for each in plain)


def _slot(slot: str) -> str:
    name, _, classes = slot.partition(":")
    if name in ("value", "from", "to", "other"):
        mark = {"value": "Q", "other": "[QFT]", "from": "F", "to": "T"}[name]
        sign = r"\+" if "+" in classes else "-" if "-" in classes else r"[+-]?"
        up_to = r"\^" if "^" in classes else next((mark for mark in "_!" if mark in classes), r"[\^_!]?")
        kinds = classes.strip("+-^_!")
        body = rf"{mark}\d+{f'[{kinds}]' if kinds else '[%pxtrbfcund]'}{sign}{up_to}"
        group = "value" if name == "value" else name
        return rf"(?P<{group}>{body}) " if name != "other" else rf"(?:{body}) "
    if name == "what":
        return rf"(?P<measure>{_WHAT})"
    if name == "named":
        return rf"(?P<measure>{_NAMED})"
    if name in ("counted", "things", "dimension"):
        known = r"|R\d+" if name == "dimension" else ""
        return rf"(?P<measure>(?:{_ANY_WORD} ){{0,2}}(?:{word_classes()[name]}{known}) )"
    if name == "baseline":
        return rf"(?P<baseline>{_BASELINE})"
    if name in ("metric", "speed", "resource", "measure"):
        return rf"(?P<measure>{_FREE[name]} )"
    if name in ("name", "own"):
        return rf"(?P<method>{_FREE[name]} )"
    if name == "benchmark":
        return r"(?P<benchmark>B\d+ )"
    raise ValueError(f"a pattern has no slot <{slot}>")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of every file in this folder, by file name and then in the file's own order."""
    modules = sorted(module.name for module in iter_modules(__path__))
    return tuple(rule for name in modules for rule in import_module(f"{__name__}.{name}").RULES)
