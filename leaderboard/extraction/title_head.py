"""What a title says before its colon, where it is the name of a method: `Leaf Halves: Cutting Trees with Care`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.method_words import HEAD_NOUN
from leaderboard.extraction.names import DESCRIBES, in_any_case
from leaderboard.extraction.spelling import STOP, is_shaped, occurrences, short_form

_GENERIC_TITLE = patterns.compiled(
    r"\b(?:towards?|on|how|what|why|when|is|are|learning|rethinking|revisiting|beyond|from|understanding|exploring|improving|analysis|evaluating|study|survey|review|case|dataset|challenge|task|overview|benchmarking|report|lessons|investigating|measuring|can|do|does|the|for|of|in|with|to|via|using)\b",
    regex.IGNORECASE,
)
_INNER_LINK = patterns.compiled(r"(?<=\p{L}\s)(?:with|by|of|for|in)\s(?=\p{Lu})")  # within a name: `Steps by Halves`
_DOER = patterns.compiled(rf"(?:(?=[a-z]*[eo]r$){HEAD_NOUN}|\bNet(?:work)?|\s\d)$", regex.IGNORECASE)
"""How a title's words end that name a thing: `Owl Optimizer`, not `Wide Steps`."""


_OF_TASK = patterns.compiled(
    r"\s(?:recognition|detection|segmentation|estimation|classification|prediction|translation|parsing|tracking|locali[sz]ation"
    r"|reasoning|reconstruction|retrieval|forecasting|identification|extraction|navigation|manipulation|planning|control|interaction"
    r"|grounding|captioning|completion|summari[sz]ation|answering|grasping|verification|understanding|reading|clustering"
    r"|selection|adaptation|driving|servoing|walking|running|harvesting)(?:\s(?:with|from|in|by)\s.*)?$",
    regex.IGNORECASE,
)
"""Where a title's words end that tell what is done: `Leaf Recognition: Counting Trees`."""
_THING = patterns.compiled(
    r"(?!\p{L}+(?:ing|ly)\s|(?:Let['’]s|Next|Matter)\b)(?!(?:.*\s)?(?:An?|The|Towards?|Like|That|First|Your?|My|Our|More|Less|No|Not|All|One|Two|Three|Who|How|What|When|Why|Where|Do|Does|Is|Are|Can|Beyond|On|In|At|For|From|To|By|With|Without|Under|Matters|Revisited)(?:\s|$))"
    r"(?:\p{Lu}[\p{L}'’-]*(?<![^s'’ui]s)\s){1,4}\p{Lu}[\p{L}-]*(?<!ness|bility|ing|Data)"
)
_DOES = patterns.compiled(
    r"\s?(?::|\s[–—-]{1,2})\s(?:An?\s(?!(?:[\w-]+\s){0,3}?(?:study|survey|review|analysis|investigation|overview|perspective|comparison|look|tale|story|approach|case|framework)\b)"
    r"|(?!Learning|Training|Using|Understanding|Exploring|Evaluating|Measuring|Analy[sz]ing|Investigating|Model|Revisiting|Rethinking|Benchmarking|Probing|Studying|Assessing|Examining|Characteri|Comparing|Uncovering|Demystifying)\p{L}+ing\s)",
    regex.IGNORECASE,
)
"""A title's plain words for a thing and what it is or does: `Leaf Halves: Cutting Trees with Care`."""
_LAST_BRACKET = patterns.compiled(r"\(([^)]+)\)$")
COMPOUND = patterns.compiled(r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+")
OWN_BEFORE = patterns.compiled(r"\b(?:[Oo]ur|proposed|novel|new)\s(?:[a-z]+(?:-[a-z]+)*\s)?$", regex.REVERSE)


def of_head(name: str, plain_title: str, text: str) -> Iterator[tuple[str, float]]:
    """What speaks for the words before a title's colon, or for their short form, with its weight."""
    words = name.split()
    shaped = any(is_shaped(word) and not STOP.match(word) for word in words) and len(words) <= 3
    mentioned = occurrences(name, text)
    in_title_case = _INNER_LINK.sub("", name).istitle()
    if short := _LAST_BRACKET.search(name):
        yield short[1], 6
    elif " " in name and (given := short_form(name, text)):
        yield given, 6
    elif len(words) == 1 and (shaped or name[:1].isupper()):
        yield name, (7 if shaped else 4) + min(mentioned, 3)
    elif _OF_TASK.search(name) and not any(
        is_shaped(word) and not (COMPOUND.fullmatch(word) or DESCRIBES.search(word)) for word in words
    ):
        pass
    elif (
        len(words) <= 4
        and (shaped or mentioned or _DOER.search(name) or (in_title_case and name.lower() in text.lower()))
        and (mentioned or not _GENERIC_TITLE.search(_INNER_LINK.sub("", name)))
    ):
        yield name, 3.5 + min(mentioned, 3) + (1.5 if shaped else 0)
    elif (
        len(words) <= 4
        and "and" not in words
        and any(OWN_BEFORE.search(text, max(0, at - 40), at) for at in in_any_case(name.removesuffix("s"), text))
    ):
        yield name, 3.5
    elif _THING.fullmatch(name) and _DOES.match(plain_title, plain_title.find(name) + len(name)):
        yield name, 2.7
