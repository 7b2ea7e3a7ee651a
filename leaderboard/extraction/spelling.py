"""How names are written: their shape, their short forms and what those spell, and how often a text has them."""

from __future__ import annotations

from functools import lru_cache

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.names import (
    WORD_CHARACTER,
    in_any_case,
    lower_case,
    whole_words,
)

WORD = r"(?:(?:[\p{L}\d][\w.+/*@'’&-]*[\w+*]|\p{Lu})(?:\$?\^(?:[\p{L}\d+*]|\{[\p{L}\d+*]{1,2}\})\$?(?:[\p{L}\d-]*[\p{L}\d])?)?)"
"""A word as names are written: `OwlNet-2`, `Owl^2`, `O$^2$Net`, `Owl$^{2}$`."""
_SHAPED = patterns.compiled(r"\p{Lu}.*\p{Lu}|\p{L}.*\d|\p{Ll}\p{Lu}|\d.*\p{Lu}|\p{Lu}\p{Ll}+-\p{Lu}|\p{Greek}.*\p{Lu}")


@lru_cache(maxsize=1 << 12)
def is_shaped(name: str) -> bool:
    """Whether a name is no plain word: inner capitals, or letters with digits."""
    return _SHAPED.search(name) is not None


# At most so many signs: each place of a long run of brackets or blanks would be tried to its end.
WRAP = r"[\s$*]{0,20}(?:\\+(?:text(?:bf|it|sc|tt|sf)|math(?:rm|bf|sf)|emph|(?:text|bf|it|sc|name)\b)\s?|(?:emph|text\w\w)\{)?[*{“\"'‘`(\s\\]{0,20}"


STOP = patterns.compiled(
    r"^(?:The|This|These|That|Our|We|It|Its|In|On|For|With|And|A|An|Both|All|Moreover|Furthermore|However|Also|Finally|Specifically|Code|Here|To|While|When|Although|Experiments?|Results?|Extensive|Each|Such|Recent|Existing|Previous|Deep|Neural|Large|Most|Many|Despite|By|From|At|As|LLMs?|CNNs?|GNNs?|DNNs?|RNNs?|NLP|AI|ML|RL|SOTA|GANs?|VLMs?|PLMs?|ViTs?|Transformers?|BERT|GPTs?(?:-?\d.*)?|\d+|i\.e|e\.g|et|al|Inspired|Compared|Training|Learning|Unlike|Since|If|Based|First|Second|Third|Through|Experimental|Evaluation|Human|Code[sd]?|Additionally|Thus|Given|There|Then|They|Their|Not|No|One|Two|Three|MDPs?|POMDPs?|HMMs?|SLAM|UAVs?|API|IoT|ASR|TTS|NMT|OCR|SGD|GitHub|PyTorch|Demo|Poster|Abstract|Note|Video|Tutorial|Survey|Review|Comment|3D|2D|\d+(?:\.\d+)?[BM])$"
)


def may_be_named(name: str) -> bool:
    """Whether words that call something by a name may mean this: it has a name's shape or a capital, and opens no sentence."""
    return bool(is_shaped(name) or (name[0].isupper() and not STOP.match(name)))


def spells(short: str, words: str, strict: bool = False) -> str | None:
    """The words before those that spell the acronym, None where none do: `hardware-aware learning to optimize` (HALO).

    Up to two letters may come from within a word, unless `strict`, and up to two words may stand between two letters.
    """
    letters = [lower_case(c) for c in _PLURAL.sub("", short) if c.isalpha()]
    initials, starts = _first_letters(words, strict)
    if not 2 <= len(letters) <= 10 or not starts or (strict and not set(letters).issubset(initials)):
        return None
    for end in range(len(starts), 0 if strict else len(starts) - 1, -1):
        at, matched, k = end, 0, -1
        for letter in reversed(letters):
            k = initials.rfind(letter, max(at - 3, 0), at)
            if k >= 0:
                at, matched = k, matched + 1
        if k >= 0 and matched >= (len(letters) if strict else max(2, len(letters) - 2)):
            return words[: starts[at]]
    return None


@lru_cache(maxsize=4)
def _first_letters(words: str, strict: bool) -> tuple[str, tuple[int, ...]]:
    """The words' first letters in lower case and where they stand; of a `strict` reading without articles and links."""
    found = [word for word in _LETTERS.finditer(words) if not strict or not _FUNCTION_WORD.match(word[0])]
    return "".join(lower_case(word[0][0]) for word in found), tuple(word.start() for word in found)


_PLURAL = patterns.compiled(r"(?<=\p{Lu})s$")
_LETTERS = patterns.compiled(r"\p{L}+")
_FUNCTION_WORD = patterns.compiled(r"(?:an?|the|by|for|in|of|on|to|and|with|via|from|using)$", regex.IGNORECASE)


def short_form(name: str, text: str) -> str | None:
    """The acronym in brackets that a spelled-out name and the words after it spell."""
    name = name.removesuffix("s")
    for at in in_any_case(name, text):
        match = _SHORT_BEHIND.match(text, at + len(name))
        if match and is_shaped(match["short"]) and len(match["short"]) < len(name):
            words = text[at : match.end("words")]
            ahead = spells(match["short"], words)
            if words.count(" ") <= name.count(" ") + 1 or (ahead is not None and len(ahead) < len(name)):
                return match["short"]
    return None


_SHORT_BEHIND = patterns.compiled(
    rf"(?P<words>\w*(?:\s[\w-]+){{0,6}}?)(?:\s\(|[”\"'’}},]*\s(?:or|abbreviated|in\sshort|short)\s(?:(?:simply|just|as|in\sshort)\s)?){WRAP}(?P<short>{WORD})(?:[}}\s,).]|$)",
    regex.IGNORECASE,
)


_LETTERS_OR_DIGITS = patterns.compiled(r"[\p{L}\d]+")


def are_initials(short: str, name: str) -> bool:
    """Whether a short name is made of another's initials, acronyms in it whole or not: `CR-OCR` of `Careful Reading OCR`."""
    words = _LETTERS_OR_DIGITS.findall(name)
    spelled = short.replace("-", "")
    return (
        len(words) > 1
        and len(spelled) < len("".join(words))
        and spelled
        in (
            "".join(word[0] for word in words).upper(),
            "".join(word if word.isupper() else word[0] for word in words).upper(),
        )
    )


def occurrences(name: str, text: str) -> int:
    """How often a name stands in the text as words of their own."""
    return sum(not WORD_CHARACTER.match(text, at + len(name)) for at in whole_words(name, text))
