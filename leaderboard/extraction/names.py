"""Tokens shaped like names, and which of them name a model, a machine or nothing at all."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import regex

from leaderboard.extraction import patterns

_LEXICON = Path(__file__).parents[1] / "lexicon"


@cache
def _names_of(*lists: str) -> regex.Pattern[str]:
    known = tomllib.loads((_LEXICON / "models.toml").read_text(encoding="utf-8"))
    return patterns.compiled(f"(?:{'|'.join(name for each in lists for name in known[each])})s?(?=$|[\\s\\d/_.+:(-])")


SERVED = patterns.compiled(
    r"(?:ChatGPT|GPT-?[345]|InstructGPT|Claude|Gemini|Bard\b|PaLM|o[134]\b|Grok\b|Qwen-?(?:VL-)?(?:Max|Plus)\b|DeepSeek-(?:R1|V3)(?!\S*Distill))",
    regex.IGNORECASE,
)
"""Models that one may only ask, so that what they reach by themselves is no result of the paper's own method."""
_OF_SERVED = patterns.compiled(
    rf"{SERVED.pattern}(?:[- ]?(?:\.?\d[\w.]*|sonnet|opus|haiku|pro|flash|ultra|turbo|mini|nano|instant|preview|o\b))*",
    regex.IGNORECASE,
)


def is_served_model(name: str) -> bool:
    """Whether a name is that of a model one may only ask, and of nothing made of it: `Claude-3.5-Sonnet`, not `GPT4Heron`."""
    return _OF_SERVED.fullmatch(name) is not None


def served_model(text: str, start: int) -> str:
    """The whole name of such a model that begins at a place of a text, else nothing: `Claude 3 Opus`."""
    found = _OF_SERVED.match(text, start)
    return found[0] if found and not WORD_CHARACTER.match(text, found.end()) else ""


def is_model_name(name: str) -> bool:
    """Whether a name belongs to a known family of models, hardware, languages or task acronyms: never a benchmark."""
    name = name.lower()
    return _may_begin_model(name[:3]) and _names_of("families", "kinds", "fields").match(name) is not None


def is_like_model(name: str) -> bool:
    """Whether a name is that of a model or ends like one that is made of it, `HeronBERT`, so that it is no data set's."""
    return is_model_name(name) or _ENDS_AS_MODEL.search(name) is not None


_ENDS_AS_MODEL = patterns.compiled(r"\w(?:BERT|GPT|L[Ll]a[Mm][Aa]|[Ff]ormer|-\d+(?:\.\d+)?B(?:-\w+)*)$")


def is_others_model(name: str) -> bool:
    """Whether a name belongs to a known family of models, so that others made it: `ResNet-50`, not `CNN` or `GPU`."""
    return _names_of("families").match(name.lower()) is not None


@lru_cache(maxsize=1 << 12)
def _may_begin_model(letters: str) -> bool:
    """Whether a name that begins with these letters may be one of a known family."""
    return _names_of("families", "kinds", "fields").match(letters, partial=True) is not None


def set_of_field(name: str) -> int | None:
    """Where in a name that begins with a field's that of a data set begins: 0 in `AI-TOD`, 3 in `3D HERON`, None in `NLP`."""
    field = _names_of("fields").match(name.lower())
    own = _OF_FIELD.match(name, field.end()) if field else None
    if field is None or own is None or is_model_name(own["name"]):
        return None
    return 0 if own["link"] == "-" else own.start("name")


_OF_FIELD = patterns.compiled(r"(?P<link>[ -])(?P<name>(?=[\w+-]*\p{Lu}[\w+-]*[\p{Lu}\d]|\d+\p{Lu}).{2,})$")


@cache
def _acronyms() -> Mapping[str, str]:
    return tomllib.loads((_LEXICON / "acronyms.toml").read_text(encoding="utf-8"))


@cache
def common_acronyms() -> frozenset[str]:
    """Acronyms of the field, which no paper calls its method by: `MPC`, `3D`."""
    return frozenset(_acronyms()["common"].split())


def _spelt(table: str, told_by: Callable[[str], Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """By acronym of a table, `GAN generative adversarial network; ...`, what its words are told by."""
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    for entry in _acronyms()[table].split(";"):
        acronym, words = entry.split(maxsplit=1)
        spelt[acronym].update(told_by(words))
    return {acronym: frozenset(words) for acronym, words in spelt.items()}


@cache
def _terms() -> Mapping[str, frozenset[str]]:
    """Acronyms and the words, run together, that several papers spell them out in."""
    return _spelt("terms", lambda words: (plain(words),))


@cache
def usual_stems() -> Mapping[str, frozenset[str]]:
    """How the words begin that common acronyms usually stand for."""
    return _spelt("usual", word_stems)


def word_stems(words: str) -> set[str]:
    """How words begin, but articles and links."""
    return {word[:4] for word in _LETTERS.findall(words.lower()) if not _LINK.fullmatch(word)}


_LETTERS = patterns.compiled(r"[^\W\d_]+")
_LINK = patterns.compiled(r"an?|the|of|and|or|for|in|on|to|with|by|via|from|using")


def is_term(name: str, text: str) -> bool:
    """Whether a text spells an acronym out as others do, so that it names no method of its own: `active vision (AV)`."""
    name = name.removesuffix("s")
    return any(
        plain(text[max(0, at - 90) : at].rstrip("( ")).endswith(words)
        for words in _terms().get(name, ())
        for at in whole_words(name, text)
        if text.endswith("(", 0, at)
    )


DESCRIBES = patterns.compiled(
    r"(?i)^state-|-(?:based|aware|driven|guided|free|level|style|like|trained|tuned|accelerated|enhanced|augmented|assisted|powered|generated|enabled|inspired|informed|equipped|specific|dependent|related|conditioned)$"
)
"""How a token shaped like a name is known to describe another: `FBG-based`, `State-of-the-art`."""

WORD_CHARACTER = patterns.compiled(r"\w")


def in_any_case(name: str, text: str) -> Iterator[int]:
    """Where a name stands in the text, however it is cased."""
    name, text = lower_case(name), lower_case(text)
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def lower_case(text: str) -> str:
    """The text in lower case, and of the same length: `İ` stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def is_whole(start: int, end: int, text: str) -> bool:
    """Whether the word or words at a span go on neither before nor after it."""
    return not (WORD_CHARACTER.match(text, end) or (start and WORD_CHARACTER.match(text, start - 1)))


_TEX = patterns.compiled(r"\\(?P<command>\w+)|[{}$]")


def without_tex(title: str) -> str:
    """A title without TeX's commands and signs, but with the Greek letters that commands stand for."""
    return _TEX.sub(lambda tex: _greek(tex["command"] or ""), title)


def with_plain_signs(text: str) -> str:
    """The text with the letters that TeX sets within names as in any other name: `π-Owl` for `$\\pi$-Owl`."""
    if "$" not in text:
        return text
    return _SIGN_IN_NAME.sub(lambda sign: sign["letter"] or _greek(sign["command"]) or sign[0], text)


_SIGN_IN_NAME = patterns.compiled(r"\$(?:\\(?P<command>[A-Za-z]+)|(?P<letter>\p{L}))\$(?=\*?-?\p{Lu}\p{L})")


@lru_cache(maxsize=1 << 8)
def _greek(command: str) -> str:
    """The letter that a command of TeX sets, or nothing: `π` for `pi`, `Δ` for `Delta`."""
    case = "CAPITAL" if command[:1].isupper() else "SMALL"
    letter = command.removeprefix("var").upper().replace("LAMBDA", "LAMDA")
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {letter}")
    except KeyError:
        return ""


def whole_words(name: str, text: str) -> Iterator[int]:
    """Where a name stands in the text and no word's later part. Without an expression, each of which takes a compilation."""
    at = text.find(name)
    while at >= 0:
        if at == 0 or not WORD_CHARACTER.match(text, at - 1):
            yield at
        at = text.find(name, at + 1)


_JOINED = r"[-+/&@.’'_*∗]"
_NAME_TOKEN = patterns.compiled(
    rf"(?<![\w\\])(?:(?P<name>(?:[\p{{L}}\d]+{_JOINED})*(?=[\p{{L}}\d.+*-]*(?:\p{{Lu}}|\d))(?=[\d.-]*\p{{L}})[\p{{L}}\d]+(?:[-+/&@._*∗][\p{{L}}\d]+)*(?:\+\+|\+|\*|∗)?(?!\w))"
    rf"|[\p{{L}}\d]++(?:{_JOINED}[\p{{L}}\d]++)*+)"
)
"""A name or else, so that its later parts are not tried one by one, all that is joined and does not end as a name."""
SHAPED = patterns.compiled(r"\p{Lu}.*\p{Lu}|\p{L}.*\d|\p{Ll}\p{Lu}|\d.*\p{Lu}|^\p{Lu}.*-\p{L}")


def name_spans(text: str) -> list[tuple[int, int]]:
    """Tokens shaped like a name: inner capitals, letters with digits, or a capital away from a sentence's start."""
    spans = []
    for start, end in _capitalised(text):
        for at, until, shaped in _tokens(text[start:end]):
            opens = start + at == 0 or starts_sentence(text, start + at)
            if shaped or not opens or is_served_model(text[start + at : start + until]):
                spans.append((start + at, start + until))
    return spans


@lru_cache(maxsize=1 << 12)
def _tokens(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Of what stands between two blanks the tokens shaped like a name, and those (False) of which only the place can tell."""
    names = ((*match.span(), match["name"]) for match in _NAME_TOKEN.finditer(text) if match["name"] is not None)
    return tuple(
        (start, end, shaped)
        for start, end, name in names
        if (shaped := SHAPED.search(name) is not None and _IN_SENTENCE_CASE.fullmatch(name) is None)
        or (name[0].isupper() and len(name) > 1 and name not in _NAME_NOTHING)
    )


_IN_SENTENCE_CASE = patterns.compiled(r"\p{Lu}\p{Ll}+(?:-\p{Ll}+)+")
"""What any compound looks like where it opens a sentence: `Open-source`, `Self-supervised`."""
_NAME_NOTHING = frozenset(
    (
        "Across After Against All Also Although And As At Because Before Both But By Compared Comparing Despite Due During Each For "
        "From Given However If In Instead Its Moreover Not On Only Our Over Since Such Than That The Their Then These They This "
        "Through Thus To Under Unlike Using We When Where Whereas Which While With Within Without"
    ).split()
)
"""What names nothing, with a capital behind a colon or a bracket too: `two findings: On CIFAR-10 it gains`."""


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """What stands between two blanks and holds a capital or digit: no other word is shaped like a name."""
    end = 0
    for match in _CAPITAL_OR_DIGIT.finditer(text):
        at = match.start()
        if at >= end:
            end = text.find(" ", at)
            end = len(text) if end < 0 else end
            yield text.rfind(" ", 0, at) + 1, end


_CAPITAL_OR_DIGIT = patterns.compiled(r"[\p{Lu}\d]")


def starts_sentence(text: str, at: int) -> bool:
    return not _WITHIN_SENTENCE.match(text, 0, at)


_WITHIN_SENTENCE = patterns.compiled(r"[\w,;:)\]'\"/-]\s*[\"'(]?$", regex.REVERSE)


CAPITAL = r"(?:[\p{Lu}\d][\w@.’'+/-]*[\w+](?:(?<=\p{Ll})\\?&\p{Lu}\w*)?|\p{Lu}|[a-z]+[\p{Lu}\d][\w.+/-]*|\d+)"
PLAIN_WORDS = patterns.compiled(
    r"^(?:The|This|These|Our|We|It|Its|In|On|For|With|And|A|An|Both|All|Moreover|Furthermore|Additionally|Besides|However|Also|Finally|Specifically|Code|Experiments?|Extensive|Results?|Average|Table|Figure|Section|Top|Rank|Recall|Precision|Accuracy|State|SOTA|Web|Internet|Earth|Moon|Mars|\d+\W*|\d+x\w*|x\d*|.*(?:Units?|GPUs?|CPUs?)|I|II|III|IV|Natural|Language|Large|Deep|Neural|Machine|Computer|Vision|January|February|March|April|May|June|July|August|September|October|November|December|Europe|China|India|US|UK|USA)$"
)


def plain(name: str) -> str:
    """A name without what differs from one mention to the next: case, hyphens, a plural's ending."""
    return "".join(name.lower().replace("-", " ").split()).removesuffix("s")
