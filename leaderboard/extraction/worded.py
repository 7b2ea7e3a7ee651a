"""Quantities in words: `twice as fast`, `an order of magnitude`, `half an hour`, `a third of the parameters`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.bounds import FROM, what_is_before
from leaderboard.extraction.cues import Cues
from leaderboard.extraction.names import lower_case
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.units import unit_at

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "thousand": 1000,
}  # fmt: skip
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})[\s-](?:{_UNITS})\b|{'|'.join(_WORDS)})"
"""Also of two words: `twenty-five times`."""
_SHARES = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10,
    "hundredth": 1 / 100,
}  # fmt: skip
_LINK = "(?:of|the|as|than|compared|relative|versus|while|when|whereas|with|without|in|on|at|for|from|over|to|and|or)"
_PART = rf"(?:an?|one|two|three|four)[\s-](?:{'|'.join(_SHARES)})s?"
_TO = rf"(?<!(?<!\b(?:ranging|ranges|varying)\s)\bfrom\s)(?P<low>{_WORD})(?:-?\s(?:to|or)\s|-(?:to|or)-|\s?[-–]\s?(?!hundred|thousand|(?<=(?:{_TENS})-)(?:{_UNITS})\b))"
"""The lower end of a range: `two to three times`; behind `from` it is where a change began."""
_CHANGE = (
    "(?:improvement|increase|gain|boost|lead|advantage|jump|uplift|drop|decrease|reduction|decline|gap|difference)s?"
)
_POINT = rf"point(?=\s(?:{_LINK}|(?:(?!(?:{_LINK}|cloud|[a-z]+[a-rt-z]s)\s)[\w.@/-]+\s){{1,3}}{_CHANGE}|(?:improve|increase|gain|boost|lead|margin|advantage|rise|jump|uplift|drop|decrease|reduction|decline|loss|gap|difference|higher|lower|better)\w*)\b|\s?[^\w\s-]|$)"
"""Of a score: `a two point F1 gain`, and not `two point clouds`."""
_GOOD = "(?:accuracy|accuracies|precision|recall|mAP|F1|rates?|throughput|speed|performance|scores?)"
"""What is doubled to the good without an article, or by a system that `achieves double the accuracy of` another."""
_BETTER = "speed|fast|quick|accelerat|slower|lower|higher|smaller|larger|better|more|fewer|less|improve|gains?|reduc|sav|compress"
_WORDED = (
    ("magnitude orders", rf"(?P<magnitude>(?:(?:(?P<least>{_WORD}|[0-9])(?:\s?[-–~]\s?|[\s-](?:to|or)[\s-](?:even\s)?|(?<=\bbetween\s\w+)\sand\s|(?<=[0-9])\s(?=[0-9])))?(?P<order>an?|{_WORD}|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)(?:\s\s?(?:full\s)?|-|\$\s?))(?:orders?[\s-]\s?of[\s-]\s?magnitudes?|(?:magnitudes?|orders)(?=\s(?:faster|slower|lower|higher|smaller|larger|better|more|fewer|less)\b))|(?<!\b(?:of|the|same|this|each|per|another|different|lower|higher)[\s-])order[\s-]of[\s-]magnitude(?=\s(?:{_BETTER})))"),
    ("twice thrice times", r"(?P<twice>twice|thrice|two times)(?=\s(?:as\b|the\b|that\b|faster|more|higher|better|larger|smaller|fewer|less|lower))"),
    ("fold times", rf"(?:{_TO})?(?P<fold>{_WORD})(?:[\s-]?folds?\b(?<!\b(?:are|in)\s(?:{_WORD})[\s-]?folds?)(?!(?<=\b(?:is|was)\s(?:two|three|four)[\s-]?fold)\s?[,.;:(]|[:]|\s(?:benefits?|cross|advantage|contribution))|[\s-]times\b(?=\s(?:as\b|faster|more|higher|better|smaller|fewer|less|lower|larger|the\b|that\b|its\b|their\b|speed|reduc|improv)))"),
    ("halv", r"(?P<halve>halv(?:e|es|ed|ing)\b)"),
    ("doubl tripl", rf"(?P<multiply>(?:doubl|tripl)(?:es|ed|ing)\b(?=\s(?:(?:the|its|their|our)\b|(?:[a-z-]+\s){{0,3}}?{_GOOD}\b))|(?:double|triple)\b(?=\sthe\s(?:[\w@-]+\s){{0,3}}?{_GOOD}\sof\b)|doubl(?:es|ed)\b(?=[.,;)]|$|\s(?:from|over|when|compared|relative|while|with)\b))"),
    ("times", rf"(?<=\bby\s)(?:{_TO})?(?P<by>{_WORD})\stimes\b"),
    ("factor", rf"factors?\s\s?of\s\s?(?:(?:about|around|up\sto|over|at\sleast|more\sthan|nearly|almost|approximately|roughly)\s)?(?P<factor>(?!one\b){_WORD})(?:(?:\sto\s|\sor\s|[-–])(?P<up>{_WORD}))?\b(?!\s(?:orders|percent|times)|-)"),
    ("half third quarter fourth fifth sixth eighth tenth hundredth", rf"(?:(?P<share>(?<!(?:first|second|last|latter|other|upper|lower)\s)half|{_PART})\b(?=\s(?:of\b|the\b|as\b|that\b|less\b|fewer\b|lower\b|smaller\b|shorter\b|more\b|(?<=\bhalf )(?:(?:(?:its|their|our|overall|total|computation(?:al)?|run(?:ning)?|inference|training|search|memory|model)\s){{0,3}}(?:amount|parameters|params|flops|memory|costs?|labels|annotations|training|time|computations?|energy|latency|runtime|data|size|footprint|epochs|iterations|steps)|as)\b)|[.,;)]|$)|(?<=\bby\s(?:(?:more than|less than|up to|at least|about|around|over|nearly|almost)\s)?)(?P<share>half|{_PART})\b(?!\s(?!{_LINK}\b)\p{{L}}))"),
    ("half", r"(?P<half>half(?=(?:\san?)?\s(?:(?:(?:GPU|CPU|TPU)[\s-])?(?:hour|day)|minute|second)\b))"),
    ("1/", r"1/(?P<part>[2-9]|[1-9][0-9]{1,2})(?:th|rd)?\b(?=\s(?:of\b|the\b|as\b))"),
    ("hour minute second day", r"(?:(?<=\b(?:less than|within|under)\s)(?P<single>an?)\s(?:hour|minute|second|day)\b)"),
    ("demonstration rollout example click sample iteration observation epoch", rf"(?<=\b(?:only|just|merely|as few as)\s)(?P<few>{_WORD})(?=\s(?:[a-z-]+\s){{0,2}}?(?:(?:demonstration|rollout|in-context example|click)s?|examples|samples|iterations|observations|epochs)\b)"),
    ("percent point hour minute second day", rf"(?<!\bpoint\s)(?P<percent>{_WORD})\s(?:percent(?:age points?)?|points|{_POINT}|(?:(?:GPU|CPU|TPU)[\s-])?(?:hours?|days?)|minutes?|seconds?)\b"),
)  # fmt: skip
"""Each way of writing a quantity in words, with the cues one of which it always holds: few sentences hold any."""
WORD_QUANTITY = patterns.compiled(
    rf"\b(?=[adefhnost0-9])(?:{'|'.join(written for _, written in _WORDED)})", regex.IGNORECASE
)
_WORDED_CUES = Cues(" ".join(stems for stems, _ in _WORDED))
_BEFORE_CUE = len("seventy-seven ")
"""How many characters before its cue a quantity in words begins at most: `seventy-seven percent`."""
_FAR_CUES = (
    "times",
    "fold",
    "magnitude",
    "orders",
    "demonstration",
    "rollout",
    "example",
    "click",
    "sample",
    "iteration",
    "observation",
    "epoch",
)
_BEFORE_FAR_CUE = 32
"""And before these: `a hundred full orders of magnitude`."""
_LONGEST = 1 + max(map(len, (*_WORDS, *_SHARES)))
_FIRST_WORD = patterns.compiled(
    rf"\b(?=[adefhnost0-9])(?=an?\b|{_WORD}|{'|'.join(_SHARES)}|halv|doubl|tripl|twice|thrice|factor|order|[0-9])",
    regex.IGNORECASE,
)


def worded_places(text: str) -> Iterator[int]:
    """Where quantities in words begin, in order of place."""
    end = 0  # of what was read, or tried for an earlier cue
    lowered = lower_case(text)
    for cue in _WORDED_CUES.places(lowered):
        before = _BEFORE_FAR_CUE if lowered.startswith(_FAR_CUES, cue) else _BEFORE_CUE
        for word in _FIRST_WORD.finditer(text, max(end, cue - before), cue + _LONGEST):
            at = word.start()
            if at > cue:
                break
            if at >= end and (worded := WORD_QUANTITY.match(text, at)):
                end = worded.end()
                yield at
        end = max(end, cue + 1)


def _number(words: str) -> float:
    return float(sum(_WORDS[word] for word in words.lower().replace("-", " ").split()))


def _orders(match: regex.Match[str]) -> list[str]:
    """How many orders of magnitude, or from how many to how many."""
    return [match[name].lower() for name in ("least", "order") if match[name]] or ["one"]


def word_quantity(text: str, match: regex.Match[str]) -> Quantity | None:
    at, end = match.span()
    if match["factor"]:
        at = match.start("factor")
        first, bound, _ = what_is_before(text, at)
        value = _number(match["factor"])
        upper = _number(match["up"]) if match["up"] else None
        if upper is not None and upper <= value:
            return None
        first = min(first, match.start())
        number_end = match.end("factor") if upper else end
        return Quantity(at, number_end, first, end, value, upper, "x", "factor", bound, word=True)
    first, bound, _ = what_is_before(text, at)
    if match["magnitude"]:
        counts = [
            1 if word in ("a", "an") else float(word) if word[0].isdigit() else _number(word) for word in _orders(match)
        ]
        number_end = at + len(_orders(match)[0]) if text[at].isdigit() else end
        value, value_to = float(10 ** counts[0]), float(10 ** counts[1]) if len(counts) > 1 else None
        return Quantity(at, number_end, first, end, value, value_to, "x", "factor", bound, word=True)
    if match["twice"]:
        value = 3.0 if match["twice"].lower() == "thrice" else 2.0
        return Quantity(at, end, first, end, value, unit="x", unit_class="factor", bound=bound, word=True)
    if match["fold"] or match["by"]:
        group = "fold" if match["fold"] else "by"
        value, number_end = _number(match[group]), match.end(group)
        if match["low"]:
            low = _number(match["low"])
            if low >= value:
                return None
            return Quantity(at, match.end("low"), first, end, low, value, "x", "factor", bound, word=True)
        if match["fold"] and text[number_end : number_end + 1] == "-":
            number_end = end
        return Quantity(at, number_end, first, end, value, None, "x", "factor", bound, word=True)
    if match["halve"]:
        return Quantity(at, end, first, end, 0.5, unit="x", unit_class="factor", bound=bound, sign="-", word=True)
    if match["multiply"]:
        factor = 3.0 if match["multiply"].lower().startswith("t") else 2.0
        return Quantity(at, end, first, end, factor, unit="x", unit_class="factor", bound=bound, sign="+", word=True)
    if match["part"]:
        return Quantity(at, end, first, end, 1 / float(match["part"]), unit="x", unit_class="factor", bound=bound)
    if match["single"]:
        unit_end, unit, unit_class = unit_at(text, match.end("single"))
        return Quantity(at, match.end("single"), first, unit_end, 1.0, None, unit, unit_class, bound, word=True)
    if match["few"]:
        return Quantity(at, end, first, end, _number(match["few"]), bound=bound, word=True)
    if match["half"]:
        name = match.end() + (
            3 if text.startswith(" an ", match.end()) else 2 if text.startswith(" a ", match.end()) else 0
        )
        unit_end, unit, unit_class = unit_at(text, name)
        return Quantity(
            at, end, first, unit_end, 0.5, None, unit, unit_class, bound, from_to=_begun(text, first), word=True
        )
    if match["share"]:
        written = match["share"].lower().removesuffix("s")
        share = next(share for word, share in _SHARES.items() if written.endswith(word))
        count = _WORDS.get(written.replace("-", " ").split()[0], 1)
        return Quantity(at, end, first, end, count * share, unit="x", unit_class="factor", bound=bound, word=True)
    unit_end, unit, unit_class = unit_at(text, match.end("percent"))
    return Quantity(
        at,
        match.end("percent"),
        first,
        unit_end,
        _number(match["percent"]),
        unit=unit,
        unit_class=unit_class,
        bound=bound,
        from_to=_begun(text, first) if unit_class == "time" else "",
        word=True,
    )


def _begun(text: str, first: int) -> str:
    """`from` behind that word: `from one day to half an hour`."""
    return "from" if FROM.match(text, max(0, first - 60), first) else ""
