"""Quantities: numbers with their range, unit, sign and bound, read where they stand.

What a number *is* (a score, a gain, no result at all) is not decided here; only numbers that cannot be a quantity
are left out: parts of names, citations, ordinals, years, section and figure numbers, deviations.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cues
from leaderboard.extraction.names import lower_case
from leaderboard.model import Bound

_UNITS = Path(__file__).parents[1] / "lexicon" / "units.toml"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written at `[start, end)`; `[first, last)` also spans its sign, bound words, range and unit."""

    start: int
    end: int
    first: int
    last: int
    value: float
    value_to: float | None = None
    unit: str | None = None
    unit_class: str = "bare"
    bound: Bound | None = None
    sign: str = ""
    from_to: str = ""
    """`from` and `to` mark the two ends of `from 60.6% to 65.7%`."""
    word: bool = False

    def counts(self, acronym: str) -> bool:
        """Whether the number says how many there are of what an acronym in the plural names: `578 POIs`."""
        return self.unit is None and self.value.is_integer() and _PLURAL.search(acronym) is not None


_PLURAL = patterns.compiled(r"\p{Lu}s$")

# Not `\d`: it knows digits that float() does not. `84:3%` is how a decimal point was set that got lost.
_LOST_POINT = r"[0-9]{1,2}:[0-9]{1,2}(?=\s?(?:\\?%|[mc]m\b|dB\b|±))"
_COMMA = r"(?:,(?:\\!)?|\{,\})"  # `1{,}000` and `1,\!000` keep TeX from setting a blank behind the comma
_DIGITS = rf"(?:{_LOST_POINT}|[0-9]{{1,3}}(?:{_COMMA}[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]*\.[0-9]+|[0-9]+)"
_ALONE = (
    r"(?<![\w.@#^](?<!\b(?:by|than|achieves|reaches))|\^\{[-−]?|\d:|\d,|\d,\\!|\d\{,\}|(?<![\d%]|\d\s?(?:[cmk]?m|m?s|[x×°]))/|\w[-–_]|\p{L}['’]|\(cid:)(?P<digits>"
    + _DIGITS
    + r")(?!\d)"
)
_DIGIT = patterns.compiled("[0-9]")
_TO = patterns.compiled(r"\s(?:down\s)?to\s(?:just\s|only\s)?[0-9]")
_NUMBER = patterns.compiled(rf"(?=[.0-9]){_ALONE}")
_GLUED = rf"(?<=\b(?P<word>(?<!\d[\s$\\]*)times|sim)\s?|[\s(][x×])(?P<glued>{_DIGITS})(?:times)?\b(?!\s?[x×])"
"""`times1000`, `sim 250`."""
_ANY_NUMBER = patterns.compiled(rf"(?=[.0-9])(?:{_GLUED}|{_ALONE})")
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
    "thousand": 1000,
}  # fmt: skip
_WORD = "|".join(_WORDS)
_SHARES = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10,
    "hundredth": 1 / 100,
}  # fmt: skip
_LINK = "(?:of|the|as|than|compared|relative|versus|while|when|whereas|with|without|in|on|at|for|from|over|to|and|or)"
_PART = rf"(?:an?|one|two|three|four)[\s-](?:{'|'.join(_SHARES)})s?"
_WORDED = (
    ("magnitude", rf"(?P<magnitude>(?:(?:(?P<least>{_WORD}|[0-9])(?:\s?[-–~]\s?|[\s-](?:to|or)[\s-](?:even\s)?|(?<=\bbetween\s\w+)\sand\s|(?<=[0-9])\s(?=[0-9])))?(?P<order>an?|{_WORD}|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)(?:\s\s?(?:full\s)?|-|\$\s?))(?:orders?[\s-]\s?of[\s-]\s?magnitudes?|magnitudes?(?=\s(?:faster|slower|lower|higher|smaller|larger|better|more|fewer|less)\b)))"),
    ("twice thrice times", r"(?P<twice>twice|thrice|two times)(?=\s(?:as\b|the\b|that\b|faster|more|higher|better|larger|smaller|fewer|less|lower))"),
    ("fold times", rf"(?P<fold>{_WORD})(?:[\s-]?folds?\b(?<!\b(?:are|in)\s(?:{_WORD})[\s-]?folds?)(?!(?<=\b(?:is|was)\s(?:two|three|four)[\s-]?fold)\s?[,.;:(]|[:]|\s(?:benefits?|cross|advantage|contribution))|[\s-]times\b(?=\s(?:as\b|faster|more|higher|better|smaller|fewer|less|lower|larger|the\b|that\b|its\b|their\b|speed|reduc|improv)))"),
    ("halv", r"(?P<halve>halv(?:e|es|ed|ing)\b)"),
    ("doubl tripl", r"(?P<multiply>(?:doubl|tripl)(?:es|ed|ing)\b(?=\s(?:the|its|their|our)\b)|doubl(?:es|ed)\b(?=[.,;)]|$|\s(?:from|over|when|compared|relative|while|with)\b))"),
    ("times", rf"(?<=\bby\s)(?P<by>{_WORD})\stimes\b"),
    ("factor", rf"factors?\s\s?of\s\s?(?:(?:about|around|up\sto|over|at\sleast|more\sthan|nearly|almost|approximately|roughly)\s)?(?P<factor>(?!one\b){_WORD})\b(?!\s(?:orders|percent|times)|-)"),
    ("half third quarter fourth fifth sixth eighth tenth hundredth", rf"(?:(?P<share>(?<!(?:first|second|last|latter|other|upper|lower)\s)half|{_PART})\b(?=\s(?:of\b|the\b|as\b|that\b|less\b|fewer\b|lower\b|smaller\b|shorter\b|more\b|(?<=\bhalf )(?:amount|parameters|params|flops|size|memory|cost|labels|training|time)\b)|[.,;)]|$)|(?<=\bby\s(?:(?:more than|less than|up to|at least|about|around|over|nearly|almost)\s)?)(?P<share>half|{_PART})\b(?!\s(?!{_LINK}\b)\p{{L}}))"),
    ("half", r"(?P<half>half(?=(?:\san?)?\s(?:(?:(?:GPU|CPU|TPU)[\s-])?(?:hour|day)|minute|second)\b))"),
    ("1/", r"1/(?P<part>[2-9]|[1-9][0-9]{1,2})(?:th|rd)?\b(?=\s(?:of\b|the\b|as\b))"),
    ("hour minute second day", r"(?:(?<=\b(?:less than|within|under)\s)(?P<single>an?)\s(?:hour|minute|second|day)\b)"),
    ("demonstration rollout in-context click", rf"(?<=\b(?:only|just|merely|as few as)\s)(?P<few>{_WORD})(?=\s(?:[a-z-]+\s){{0,2}}?(?:demonstration|rollout|in-context example|click)s?\b)"),
    ("percent point hour minute second day", rf"(?P<percent>{_WORD})\s(?:percent(?:age points?)?|points?|(?:(?:GPU|CPU|TPU)[\s-])?(?:hours?|days?)|minutes?|seconds?)\b"),
)  # fmt: skip
"""Each way of writing a quantity in words, with the cues one of which it always holds: few sentences hold any."""
_WORD_QUANTITY = patterns.compiled(
    rf"\b(?=[adefhnost0-9])(?:{'|'.join(written for _, written in _WORDED)})", regex.IGNORECASE
)
_WORDED_CUES = Cues(" ".join(stems for stems, _ in _WORDED))
_BEFORE_CUE = 1 + max(map(len, _WORDS))
"""How many characters before its cue a quantity in words begins at most: `thousand percent`."""
_FAR_CUES = ("magnitude", "demonstration", "rollout", "in-context", "click")
_BEFORE_FAR_CUE = 32
"""And before these: `a hundred full orders of magnitude`."""
_LONGEST = 1 + max(map(len, (*_WORDS, *_SHARES)))
_FIRST_WORD = patterns.compiled(
    rf"\b(?=[adefhnost0-9])(?=an?\b|{_WORD}|{'|'.join(_SHARES)}|halv|doubl|tripl|twice|thrice|factor|[0-9])",
    regex.IGNORECASE,
)

_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("under", r"(?:(?:did|does|do|will|would|can)\s)?(?:not|never) exceed(?:s|ed|ing)?|no more than|not more than|less th[ae]n|lower th[ae]n|fewer than|below(?: than)?|under|within|<[=;]?|≤|\\leq?|\\lt|at most|smaller th[ae]n"),
    ("up to", r"up[\s-]?to|upto|as (?:much|high|many|large|far) as|a maximum(?: of)?|maximum(?: of)?|maximally|to up to"),
    ("over", r"more than|over|above|at least|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|greater than|beyond|no less than|higher than|larger than|>[=;]?|≥|\\geq?|\\gt|in excess of|well over|better than|upwards of|(?:a )?minimum(?: of)?"),
    ("about", r"about|around|approximately|approx\.?|nearly|almost|roughly|~|∼|≈|\\sim|sim|\\approx|close to|circa|some|about a|almost a|nearly a|an estimated|near|approximate"),
)  # fmt: skip
_FILLER = r"(?:(?:an?\s)?(?:average|mean|factors?|absolute|relative|additional|extra|overall|total|speedup)(?:\s(?:of|gain of))?\s?|an\s|a\s|by\s|sim\s|(?:about|around|approximately|approx\.|nearly|almost|roughly)\s|(?:[~∼≈]|\\sim|\\approx)\s?)"
_BOUND_WORDS = (
    r"(?<![\w-])(?:" + "|".join(rf"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BOUNDS)) + r")"
    rf"[\s$\\{{]*(?P<filler>{_FILLER})*(?P<only>(?<!\w)(?:only|just|merely|a mere|mere|as (?:little|few|low|small) as)\s)?"
    r"(?:\\(?:textbf|textit|emph|bf|mathbf|mathrm|text)\s?\{)?[\s$({]*"
)
_PLUS_MINUS = r"(?:±|\\pm|\+/-)"
_SIGN_BEFORE = (
    r"(?P<sign>[+−–-]|\\mathbf\{\+\}|\\uparrow|↑|\\downarrow|↓)?[\s$]*"
    rf"(?P<either>{_PLUS_MINUS})?[\s$]*"
    r"(?:\\(?:textbf|textit|emph)\s?\{)?$"
)
# Whether a bound stands before a number is asked from the number backwards, sparing the costly search for all but one
# number in ten; where it begins is asked forwards, for the longest words: `no less than` is not `less than`.
_BOUNDED = patterns.compiled(_BOUND_WORDS + _SIGN_BEFORE, regex.IGNORECASE | regex.REVERSE)
_BOUND_BEFORE = patterns.compiled(_BOUND_WORDS + _SIGN_BEFORE, regex.IGNORECASE)
_ONLY_SIGN_BEFORE = patterns.compiled(_SIGN_BEFORE, regex.IGNORECASE | regex.REVERSE)
_FACTOR = patterns.compiled(
    r"\b(?:(?<=\bby\s(?:up to\s)?(?:an?\s)?)factor|(?:factors?|(?:compression|acceleration|speed-?up)\sratios?)\sof)\s(?:(?:up to|about|around|over|more than|at least|nearly|almost|approximately|roughly|[~∼>≈]|\\sim)[\s$]*)*$",
    regex.IGNORECASE,
)
_SPACED_RANGE = patterns.compiled(
    rf"(?:\s?[x×])?\s+({_DIGITS})(?=\s?(?:(?:x|×|times|[- ]?fold)\b|\\?%)(?!,?\s(?:and|or|to)\s\d|\s\d)|(?<=\d\.\d+)\s(?:(?:absolute|relative)\s)?(?:\p{{Lu}}[\w-]+\s)?(?:points|improvements?|gains?)\b)"
)
"""Behind the lower end of a range whose tilde got lost, `2 4x`, `35 45%`, and not of `1.4% 2.6% and 3.1%`, whose comma did."""
_AFTER_BETWEEN = patterns.compiled(r"\bbetween[\s$~]*$", regex.REVERSE)
_AFTER_BY = patterns.compiled(r"\bby[\s$]*$", regex.REVERSE)
_OF_OR_BY = patterns.compiled(r"\b(?:of|by)[\s$~]*$", regex.REVERSE)
_RANGE = patterns.compiled(
    rf"(?:\$?\s?(?:-{{1,3}}|–|—|−|~|∼|\\sim|\$\\sim\$|\{{[–-]{{1,3}}\}})\s?|\s?\$?\s?(?:up\s)?to\s(?:up to\s|over\s|about\s)?)[\s$~]*[+↑↓]?({_DIGITS})(?!\d)"
)
_BETWEEN = patterns.compiled(rf"[\s$]*and[\s$]*\+?({_DIGITS})(?!\d)")
_DEVIATION = patterns.compiled(rf"[\s$\\{{}}(%]*(?:±|\+/-|\\pm|\+-)[\s$]*{_DIGITS}[\s)}}]*")
_AFTER_PLUS_MINUS = patterns.compiled(rf"{_PLUS_MINUS}[\s$]*$", regex.REVERSE)
_WITHIN = patterns.compiled(  # `an accuracy of ±0.3 mm`: the figure itself, no deviation from one
    rf"\b(?:(?<!\branges?\s)of|(?<!\bup\s)to|within|than|is|was|about|around|below)[\s$]*{_PLUS_MINUS}[\s$]*$",
    regex.REVERSE,
)
_NOT_BEFORE = patterns.compiled(
    r"(?:\b(?:Tables?|Tab\.|Figures?|Figs?\.?|Sections?|Sec\.|Eqs?\.|Equations?|Algorithms?|Theorems?|Chapter|Appendix|Stage|Track|Tasks?|Subtasks?|Phase"
    r"|versions?|ver\.|v|top|layers?|levels?|seeds?|rank|ranked|No\.|phases?|steps?|size|sizes|dimensions?|epsilon|pages?|subtask|sub-task|tier|chapter|year|(?<!\bresult(?:s|ed|ing)?\s)in|since|until|Llama|LLaMA|GPT|Qwen|Gemini|Claude)[\s-]?"
    r"|[\p{L}\\]\w{0,8}[\s$]*(?:=|≤|≥|[<>];?|\\in|\\leq?|\\geq?)[\s$]*)$",
    regex.REVERSE,
)
_NAMED_METRIC = patterns.compiled(
    r"(?:\p{Lu}\w*\p{Lu}\w*|[Aa]ccuracy|[Ff]1|mAP|mIoU|precision|recall|score|\bR2|(?:Pearson|Spearman)['’]?s\s[\p{L}𝜌]|(?:coefficients?|correlations?)(?:\sof)?[\s(]*[Rrρ]2?)[\s$]*[=≈>≥<];?[\s$]*$",  # `<;` is an entity that was half undone
    regex.REVERSE,
)
_MINUS = patterns.compiled(r"[-−](?=\S)")
_ARROWS = {"\\uparrow": "+", "↑": "+", "\\downarrow": "-", "↓": "-"}
_ARROW = patterns.compiled(r"[\s$]*(?:-{1,2}>|→|⟶|\\(?:to|rightarrow|longrightarrow)\b)[\s$]*(?=[0-9]|$)")
_FRACTION = patterns.compiled(r"(?<![.\d])\d{1,2}/$", regex.REVERSE)
_YEAR = patterns.compiled(r"(?:19|20)\d\d$")
_ORDINAL = patterns.compiled(r"(?:st|nd|rd|th)\b|['’]s\b|(?<=\b(?:1[5-9]|20)\d0|\bthe \d0)s\b")
_NAME_GOES_ON = patterns.compiled(
    r"[\p{L}_]|[-–](?=\p{L})|\.\d|(?<!\.\d+)/\d|:\d|\^|×\d|x\d|\s?(?:[×x]|\$?\\?times)\s?\d"
)
_FORMULA_GOES_ON = patterns.compiled(r"/[\p{L}\\]|\}\{|\s?[+-]\s?(?:\\(?!%)|1/)|(?<=\b0)\.\s\d")
"""Behind a number one of a formula goes on, `1/t`, `\\frac{1}{2}`, `1 + \\epsilon`, or one that was cut, `0. 7 mm`."""
_IN_FORMULA = patterns.compiled(r"(?:\bL\s?|_\{|\\frac\{|\d,\s(?=000))$", regex.REVERSE)
_LOST_POWER = patterns.compiled(
    rf"(?:{_DIGITS}\s?(?:[x×]|\\?times)\s?)?10x?[-−–][1-9](?!\d|\.\d|-\p{{L}}|\s?(?:[x×%]|\\%|times\b|percent))"
)
"""`10-3 rad`, `1.2 × 10−3`, `10x-4`: a power of ten whose exponent came down to the line."""
_BRACKETED = patterns.compiled(r"\[[\d,\s–-]+\]")
_RANGE_NOUN = patterns.compiled(
    r"\b(?:rang(?:ing|es?|ed)|var(?:ying|ies|ied|y)|speed-?ups?|improvements?|gains?|reductions?|savings|accelerations?|boosts?(?=\s(?:ranging|from|of|in)\b)|anywhere)\b[\w\s,]{0,25}\bfrom[\s$~]*$",
    regex.IGNORECASE | regex.REVERSE,
)
_RISE_OF = patterns.compiled(
    r"\b(?:improvements?|gains?|increases?|boosts?)\s(?:of|in)\s[\w\s-]{1,40}\sfrom[\s$~]*$",
    regex.IGNORECASE | regex.REVERSE,
)
_HIGH = 40
"""What is too high for the lower end of how much something rose: `an improvement in F1 from 62% to 68%` are two results."""
_FROM = patterns.compiled(
    r"\bfrom\s(?:(?!to\b|between\b)[\w'’-]+\s){0,5}?(?:about\s|around\s|just\s|only\s|a\s|an\s)?[\s$\\{~]*$",
    regex.IGNORECASE | regex.REVERSE,
)
_TRAILING_BOUND = patterns.compiled(r"[\s$}]*\+(?![\d\w%\\])")
_OR_BEYOND = patterns.compiled(
    r"[\s$}]+(?:or\s(?:(?:more|higher|greater|above|faster)|(?P<under>less|fewer|lower|below))\b(?!\s(?:than|of)\b)|(?P<most>at (?:most|max(?:imum)?))\b(?!\s[\d$]))"
)
_ASIDE = patterns.compiled(r"\s\((?:absolute|relative|abs\.|rel\.)\)")  # `6.2% (absolute) better`
_WORDED_UNIT = patterns.compiled(
    r"\s(?:(?:higher|absolute|relative|average|more)\s)?(?:\p{Lu}[\w@.-]*|[\w-]*[\d@][\w@.-]*|accuracy|score|absolute|correlation|perplexity|exact[ -]match)"
    r"(?:\s(?:score|accuracy|absolute|F1))?\s(points?|percent(?:age points?)?|pts)\b"
)
_COMPARED = patterns.compiled(r"\s(?:higher|lower|better)\b")  # `an Elo rating that is 50 to 200 higher`


@cache
def _unit_table() -> tuple[regex.Pattern[str], dict[str, tuple[str | None, str]]]:
    """One expression for all units, and for each of its group names the claim's unit and class."""
    entries = tomllib.loads(_UNITS.read_text(encoding="utf-8"))["unit"]
    groups = {f"u{i}": (entry.get("unit"), entry["class"]) for i, entry in enumerate(entries)}
    alternatives = "|".join(f"(?P<u{i}>{'|'.join(entry['written'])})" for i, entry in enumerate(entries))
    return patterns.compiled(rf"{_BEFORE_UNIT}(?:{alternatives})(?(bracket)\])"), groups  # `7.0 [km/h]`


_BEFORE_UNIT = r"(?P<skip>[\s${}~]*(?:-(?=fold|point|percent|time|second|minute|hour|deg|fps|FPS)|(?P<bracket>\[))?)"


@cache
def _unit_beginnings() -> regex.Pattern[str]:
    """All units but those that any word can begin, all of which are `per` something: `clouds per second`."""
    entries = tomllib.loads(_UNITS.read_text(encoding="utf-8"))["unit"]
    written = [each for entry in entries for each in entry["written"] if "[a-z]" not in each or "per" not in each]
    return patterns.compiled(f"{_BEFORE_UNIT}(?:{'|'.join(written)})")


@lru_cache(maxsize=1 << 12)
def _may_begin_unit(behind: str) -> bool:
    """Whether the few characters behind a number may begin one of those units."""
    return _unit_beginnings().match(behind, partial=True) is not None


def _unit_at(text: str, at: int) -> tuple[int, str | None, str]:
    """The unit that begins at or right after `at`: where it ends, its name and its class."""
    match = None
    if _may_begin_unit(text[at : at + 4]) or "per" in text[at : at + 60]:
        pattern, groups = _unit_table()
        match = pattern.match(text, at)
    if match is None:
        return at, None, "bare"
    name = next(key for key in groups if match[key] is not None)
    unit, unit_class = groups[name]
    if (
        unit_class == "factor"
        and match[name].strip() in ("x", "X", "×")
        and match["skip"]
        and text[match.end() : match.end() + 2].strip()[:1].isdigit()
    ):
        return at, None, "bare"
    return match.end(), unit or match[name].strip(), unit_class


class Candidate(NamedTuple):
    """Where a quantity may stand, told from the place alone: digits up to `end`, or words, which end somewhere behind `start`."""

    start: int
    end: int
    glued_times: bool = False
    """Whether `times` or `×` stands right before the digits: `times1000`."""


def candidates(text: str) -> list[Candidate]:
    """Where quantities may stand, in order of place.

    None goes on past the end of a sentence, so that those of an abstract are those of its sentences.
    """
    found = {match.start(): _candidate(match) for match in _ANY_NUMBER.finditer(text)} if _DIGIT.search(text) else {}
    end = 0  # of what was read, or tried for an earlier cue
    lowered = lower_case(text)
    for cue in _WORDED_CUES.places(lowered):
        before = _BEFORE_FAR_CUE if lowered.startswith(_FAR_CUES, cue) else _BEFORE_CUE
        for word in _FIRST_WORD.finditer(text, max(end, cue - before), cue + _LONGEST):
            at = word.start()
            if at > cue:
                break
            if at >= end and (worded := _WORD_QUANTITY.match(text, at)):
                end = worded.end()
                found[at] = Candidate(at, at)
        end = max(end, cue + 1)
    return [found[at] for at in sorted(found)]


def _candidate(match: regex.Match[str]) -> Candidate:
    if match["glued"] is None:
        return Candidate(*match.span())
    return Candidate(*match.span("glued"), glued_times=match["word"] != "sim")


def by_sentence(found: list[Candidate], spans: list[tuple[int, int]]) -> Iterator[tuple[int, list[Candidate]]]:
    """The sentences of a text (`spans`) that hold candidates: which one, from 0, and its candidates, by their places in it."""
    at = 0
    while at < len(found):
        number = bisect_right(spans, found[at].start, key=itemgetter(0)) - 1
        start, end = spans[number] if number >= 0 else (0, 0)
        there = []
        first = at
        while at < len(found) and found[at].start < end:
            there.append(Candidate(found[at].start - start, found[at].end - start, found[at].glued_times))
            at += 1
        if there:
            yield number, there
        at = max(at, first + 1)  # what stands in no sentence is left out


MOST = 100
"""Quantities of one sentence that are read. Of all 86,612 abstracts one sentence has 66, the next 43: more
are a table's."""


def quantities(text: str, found_at: list[Candidate] | None = None) -> list[Quantity]:
    """The quantities of a sentence in order of place, MOST at most; offsets are into `text`.

    `found_at`: the sentence's candidates, where the caller knows them.
    """
    found: list[Quantity] = []
    taken = 0
    bracketed = {at for match in _BRACKETED.finditer(text) for at in range(*match.span())} if "[" in text else ()
    for candidate in candidates(text) if found_at is None else found_at:
        at = candidate.start
        if at < taken:
            continue
        if len(found) >= MOST:
            break
        if power := _LOST_POWER.match(text, at):
            taken = power.end()
            continue
        worded = _WORD_QUANTITY.match(text, at) if candidate.end == at else None
        if worded is not None:
            quantity: Quantity | None = _word_quantity(text, worded)
        elif at in bracketed:
            continue
        else:
            quantity = _number_quantity(text, at, candidate.end, glued_times=candidate.glued_times)
        if quantity is None:
            continue
        if found and _explains(text, quantity, found[-1]):
            taken = quantity.last
            continue
        pair = [each.from_to for each in found[-3:]]
        if found and pair[-1] == "from" and quantity.value_to is not None and _goes_on(text, found[-1], quantity):
            found.extend(_two_ends(text, quantity))
            taken = quantity.last
            continue
        if pair == ["from", "from", "to"] and _goes_on(text, found[-1], quantity):
            quantity = replace(quantity, from_to="to")
        elif found and pair[-1] == "from":
            if _joins_from_to(text, found[-1], quantity):
                quantity = replace(quantity, from_to="to")
                if found[-1].unit is None:
                    found[-1] = replace(found[-1], unit=quantity.unit, unit_class=quantity.unit_class)
            else:
                found[-1] = replace(found[-1], from_to="")
        taken = quantity.last
        if (
            quantity.value_to is not None
            and any(q.from_to == "to" for q in found)
            and " to" in text[quantity.end : quantity.last].replace("\n", " ")
        ):
            found.extend(_two_ends(text, quantity))
        else:
            found.append(quantity)
    if found and found[-1].from_to == "from":
        found[-1] = replace(found[-1], from_to="")
    return _joined_lists(text, found) if "from" in text else found


def _joined_lists(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, those of two lists of equal length joined as ends: `from 35.6/20.7 to 86.1/66.7`, `from (1, 2) to (3, 4)`."""
    for at, first in enumerate(found):
        if first.from_to or first.value_to is not None or not _LIST_FROM.search(text, 0, first.first):
            continue
        middle = _end_of_list(text, found, at)
        count = middle - at
        if (
            count < 2
            or middle == len(found)
            or not _LIST_TO.fullmatch(text, found[middle - 1].last, found[middle].first)
        ):
            continue
        if _end_of_list(text, found, middle) - middle == count:
            sides = [replace(each, from_to="from") for each in found[at:middle]]
            sides += [replace(each, from_to="to") for each in found[middle : middle + count]]
            return found[:at] + sides + found[middle + count :]
    return found


def _end_of_list(text: str, found: list[Quantity], at: int) -> int:
    """The index behind the last member of the list of plain figures that begins at an index."""
    end = at + 1
    while end < len(found) and _LISTED.fullmatch(text, found[end - 1].last, found[end].first):
        if found[end].from_to or found[end].value_to is not None:
            break
        end += 1
    return end


_LIST_FROM = patterns.compiled(r"\bfrom[\s$(]*$", regex.REVERSE)
_LISTED = patterns.compiled(r"[\s$]*(?:[/,|]|,?\s(?:and|&)\s)[\s$]*")
_LIST_TO = patterns.compiled(r"[\s$)]*\bto[\s$(]*")


def _goes_on(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a quantity is coordinated with the one before: `from 21% and 14% to 12% and 10%` are two from-to."""
    return text[first.last : second.first].strip(" $") in ("and", ",", ", and")


def _explains(text: str, span: Quantity, before: Quantity) -> bool:
    """`49.8% (50.1%-0.3%)`: a difference in brackets, of which the figure before is the result, and no range."""
    return (
        span.value_to is not None
        and text[before.last : span.first].strip() == "("
        and abs(span.value - span.value_to - before.value) < _ROUNDING
    )


_ROUNDING = 1e-6


def _two_ends(text: str, quantity: Quantity) -> tuple[Quantity, Quantity]:
    """`50% to 79%` after a first `from 93% to 94%`: two ends, not a range."""
    second = next(match for match in _NUMBER.finditer(text, quantity.end) if match.start(1) > quantity.end)
    start = replace(quantity, value_to=None, last=quantity.end, from_to="from")
    end = replace(
        quantity,
        start=second.start(1),
        end=second.end(1),
        first=second.start(1),
        value=_float(second[1]),
        value_to=None,
        from_to="to",
    )
    return start, end


def _joins_from_to(text: str, start: Quantity, end: Quantity) -> bool:
    between = text[start.last : end.first] + ("to " if text.startswith("to ", end.first) else "")  # `to up to 97%`
    return bool(_ARROW.fullmatch(between) or _JOINED_BY_TO.match(between + " ")) and (
        start.unit is None
        or start.unit == end.unit
        or end.unit is None
        or (start.unit_class == end.unit_class and end.unit_class in _SCALES)
    )


_SCALES = ("time", "memory")
"""What is told in units of many sizes: `from 3 hours to 10 minutes`."""


_JOINED_BY_TO = patterns.compiled(
    r"[^.;]{0,70}?\b(?:to|down to|up to)[\s$\\{]*(?:(?:only|just|merely|mere|a mere|an?(?:\s[a-z]{4,})?)[\s$]+)?$"
)


_NO_DIGIT = patterns.compiled(r"[^0-9.]+")


def _float(digits: str) -> float:
    return float(_NO_DIGIT.sub("", digits.replace(":", ".")))


@lru_cache(maxsize=1 << 12)
def _may_end_bound(ahead: str) -> bool:
    """Whether the few characters right before a number may end the words of a bound."""
    return _BOUNDED.match(ahead, partial=True) is not None


_UP_TO_A = patterns.compiled(r"\bup to an? \p{L}+ of $", regex.REVERSE)


def _before(text: str, at: int) -> tuple[int, Bound | None, str]:
    """Where the words that belong to the number at `at` begin, the bound they state, and its sign."""
    window = max(0, at - 60)
    bounded = None
    if _may_end_bound(text[max(0, at - 5) : at]) and _BOUNDED.match(text, window, at):
        bounded = _BOUND_BEFORE.search(text, window, at)
    match = bounded or _ONLY_SIGN_BEFORE.match(text, window, at)
    written = match["sign"] or "" if match is not None else ""
    sign = _ARROWS.get(written, written.strip("\\mathbf{}")[-1:])
    if bounded is None and text.startswith("of", at - 3) and _UP_TO_A.search(text, window, at):
        return at, "up to", ""
    if bounded is not None:
        bound = next(name for i, (name, _) in enumerate(_BOUNDS) if bounded[f"b{i}"] is not None)
        return bounded.start(), bound, sign
    if match is None or not sign:
        return (match.start("either") if match is not None and match["either"] else at), None, ""
    begin = match.start("sign")
    return (at, None, "") if begin > 0 and text[begin - 1].isalnum() else (begin, None, sign)


def _number_quantity(text: str, at: int, end: int, *, glued_times: bool) -> Quantity | None:
    digits = text[at:end]
    lead = text[max(0, at - 40) : at]
    if ("±" in lead or "pm" in lead or "/-" in lead) and _AFTER_PLUS_MINUS.search(lead) and not _WITHIN.search(lead):
        return None
    if _ORDINAL.match(text, end):
        return None
    unit_end, unit, unit_class = _unit_at(text, end)
    if glued_times:
        unit_end, unit, unit_class = (unit_end if unit == "x" else end), "x", "factor"  # `×1000 times`
    value, value_to, last = _float(digits), None, unit_end
    second = _RANGE.match(text, unit_end)
    if second is None and unit_class == "bare" and unit_end > end:
        second = _RANGE.match(text, end)
    if second is None and unit_class in ("bare", "factor", "percent"):
        second = _SPACED_RANGE.match(text, unit_end)
        if second is not None and _float(second[1]) <= value:
            second = None
    alone = second is None and unit is None and not _BETWEEN.match(text, end)
    if alone and _is_no_figure(text, at, end):
        return None  # `3D`: one number in three, before the costlier questions
    first, bound, sign = _before(text, at - 1 if text[at - 1 : at] in ("x", "×") else at)  # `more than x2`
    from_to = ""
    before = text[max(0, first - 60) : at].lower()
    has_from = "from" in before
    begins_from = has_from and bool(_FROM.match(text, max(0, first - 60), first))
    is_range_noun = has_from and bool(_RANGE_NOUN.match(text, max(0, first - 60), first))
    if is_range_noun and value >= _HIGH and _RISE_OF.match(text, max(0, first - 60), first):
        is_range_noun = False
    between = None
    if second is None and "between" in text and _AFTER_BETWEEN.search(text, 0, first):
        second = between = _BETWEEN.match(text, unit_end)
    if second is not None:
        end_to, unit_to, class_to = _unit_at(text, second.end(1))
        hyphen = "to" not in second[0] and "and" not in second[0]
        fits = unit_to == unit or unit is None or (unit_to is None and hyphen)
        upper = _float(second[1])
        begins_from = begins_from or (not hyphen and _is_aside_of_change(text, at, end_to, value, upper))
        if (
            hyphen
            and unit is not None
            and unit_to is None
            and second[0].strip() in ("-", "–")
            and text[end_to : end_to + 1].isalpha()
        ):
            fits = False
        if (
            unit is None
            and unit_to is None
            and not is_range_noun
            and not (between is not None and upper > value)
            and not (begins_from and not hyphen)
            and not (upper > value and "factor" in before and _FACTOR.search(text, max(0, at - 60), at))
            and (not hyphen or upper <= value)
            and not (upper > value and _WORDED_UNIT.match(text, second.end(1)))
            and not (upper > value and _COMPARED.match(text, second.end(1)))
            and not (upper > value and not has_from and "." in digits and _OF_OR_BY.search(text, 0, first))
        ):
            fits = False
        if unit is None and unit_to is None and hyphen and _YEAR.match(text, at, end) and _YEAR.fullmatch(second[1]):
            return None  # `(2006-2021)`
        if unit is None and unit_to is None and (digits, second[1]) == ("0", "1"):
            return None  # `0-1 loss`
        other_scale = unit_to is not None and unit_to != unit and class_to == unit_class and unit_class in _SCALES
        if (fits or other_scale) and begins_from and not hyphen and (not is_range_noun or upper < value):
            from_to = "from"
        elif (
            fits
            and not hyphen
            and bound is None
            and "up" not in second[0]
            and (unit is not None or unit_to is None)
            and _by_to(text, first, value, upper)
        ):
            pass
        elif fits:
            value_to, last = upper, end_to
            from_to = "from" if begins_from and hyphen and not is_range_noun and _TO.match(text, end_to) else ""
            if sign == "-" and not hyphen and _MINUS.match(text, at - 1):
                value, sign, bound = -value, "", None  # `-1 mm to 0.8 mm`
            unit, unit_class = (unit, unit_class) if unit is not None else (unit_to, class_to)
    elif begins_from or _ARROW.match(text, unit_end):
        from_to = "from"
    if value_to is None and unit is None:
        if not alone and _is_no_figure(text, at, end):
            return None
        if _NOT_BEFORE.match(lead) and not _NAMED_METRIC.match(lead) and from_to != "from":
            return None
    elif (
        value_to is None
        and unit_class in ("count", "measure", "time", "memory", "bare")
        and _NOT_BEFORE.match(lead)
        and "=" in lead[-4:]
        and not _NAMED_METRIC.match(lead)
    ):
        return None
    if (
        unit is None
        and ("factor" in before or "ratio" in before)
        and (factor := _FACTOR.search(text, max(0, at - 60), at))
    ):
        unit, unit_class = "x", "factor"
        first = min(first, factor.start())
    if unit is None and (worded := _WORDED_UNIT.match(text, end if value_to is None else last)):
        unit, unit_class = ("points", "points") if worded[1].startswith(("po", "pt")) else ("%", "percent")
    if (
        bound == "over"
        and unit_class == "measure"
        and "/" not in (unit or "")
        and text.startswith("better than", first)
    ):
        bound = "under"  # `an accuracy of better than 2 mm`
    deviation = _DEVIATION.match(text, last if unit is not None else end)
    if deviation:
        last = deviation.end()
        if unit is None:
            last, unit, unit_class = _unit_at(text, last)
    if aside := _ASIDE.match(text, last):
        last = aside.end()
    if trailing := _TRAILING_BOUND.match(text, last):
        bound, last = bound or "over", trailing.end()
        if unit is None and value_to is None:
            last, unit, unit_class = _unit_at(text, last)  # `120+ FPS`
    elif bound is None and value_to is None and text[end : end + 1] == "+":
        plus_end, plus_unit, plus_class = _unit_at(text, end + 1)
        if plus_unit is not None:
            bound, last, unit, unit_class = "over", plus_end, plus_unit, plus_class
    if bound in (None, "about") and value_to is None and (beyond := _OR_BEYOND.match(text, last)):
        bound = "under" if beyond["under"] else "up to" if beyond["most"] else "over"
        last = beyond.end()  # `23 Hz or higher`
    return Quantity(at, end, first, last, value, value_to, unit, unit_class, bound, sign, from_to)


_CHANGE_AHEAD = patterns.compiled(r"\b(?:improv|gain|increas|boost|state-of-the-art)")


def _is_aside_of_change(text: str, at: int, end: int, value: float, upper: float) -> bool:
    """Whether brackets hold where a measure came from and rose to: `improves (55.3% to 63.9%)`; `gains (3% to 8%)` is a range."""
    if text[max(0, at - 1) : at] != "(" or text[end : end + 1] != ")" or upper <= value:
        return False
    high = value >= _HIGH or (value < 1 and text[at : at + 2] in ("0.", ".5"))
    reach = 400 if _PAIR_AHEAD.search(text, max(0, at - 60), at) else 140
    return high and _CHANGE_AHEAD.search(text, max(0, at - reach), at) is not None


_PAIR_AHEAD = patterns.compiled(r"\d\sto\s[\d.%\\]+\)(?:,|\sand|,\sand)\s[^().]{1,30}\($", regex.REVERSE)
"""A pair like this one, right before in a list: `on A (0.61 to 0.65), B (`."""


def _is_no_figure(text: str, at: int, end: int) -> bool:
    """Whether a number without a unit is part of a name, a formula or a fraction, a year, or the mark of a list: `1)`."""
    return (
        _NAME_GOES_ON.match(text, end) is not None
        or _FORMULA_GOES_ON.match(text, end) is not None
        or _IN_FORMULA.search(text, max(0, at - 6), at) is not None
        or _YEAR.match(text, at, end) is not None
        or (end - at == 1 and text[end : end + 1] == ")")
        or (text[at - 1 : at] == "/" and _FRACTION.search(text, max(0, at - 40), at) is not None)
    )


def _by_to(text: str, first: int, value: float, upper: float) -> bool:
    """`improves accuracy by 2.3% to 65.7%`: a change and where it leads, told from a range by their distance."""
    return bool(_AFTER_BY.search(text, max(0, first - 6), first)) and value > 0 and upper / value >= 5 and upper > 20


def _orders(match: regex.Match[str]) -> list[str]:
    """How many orders of magnitude, or from how many to how many."""
    return [match[name].lower() for name in ("least", "order") if match[name]]


def _word_quantity(text: str, match: regex.Match[str]) -> Quantity | None:
    at, end = match.span()
    if match["factor"]:
        at = match.start("factor")
        first, bound, _ = _before(text, at)
        value = float(_WORDS[match["factor"].lower()])
        first = min(first, match.start())
        return Quantity(at, end, first, end, value, unit="x", unit_class="factor", bound=bound, word=True)
    first, bound, _ = _before(text, at)
    if match["magnitude"]:
        counts = [_WORDS.get(word, 1) if not word[0].isdigit() else float(word) for word in _orders(match)]
        number_end = at + len(_orders(match)[0]) if text[at].isdigit() else end
        value, value_to = float(10 ** counts[0]), float(10 ** counts[1]) if len(counts) > 1 else None
        return Quantity(at, number_end, first, end, value, value_to, "x", "factor", bound, word=True)
    if match["twice"]:
        value = 3.0 if match["twice"].lower() == "thrice" else 2.0
        return Quantity(at, end, first, end, value, unit="x", unit_class="factor", bound=bound, word=True)
    if match["fold"]:
        fold_end = end if text[match.end("fold") : match.end("fold") + 1] == "-" else match.end("fold")
        return Quantity(
            at,
            fold_end,
            first,
            end,
            float(_WORDS[match["fold"].lower()]),
            unit="x",
            unit_class="factor",
            bound=bound,
            word=True,
        )
    if match["by"]:
        return Quantity(
            at,
            match.end("by"),
            first,
            end,
            float(_WORDS[match["by"].lower()]),
            unit="x",
            unit_class="factor",
            bound=bound,
            word=True,
        )
    if match["halve"]:
        return Quantity(at, end, first, end, 0.5, unit="x", unit_class="factor", bound=bound, sign="-", word=True)
    if match["multiply"]:
        factor = 3.0 if match["multiply"].lower().startswith("t") else 2.0
        return Quantity(at, end, first, end, factor, unit="x", unit_class="factor", bound=bound, sign="+", word=True)
    if match["part"]:
        return Quantity(at, end, first, end, 1 / float(match["part"]), unit="x", unit_class="factor", bound=bound)
    if match["single"]:
        unit_end, unit, unit_class = _unit_at(text, match.end("single"))
        return Quantity(at, match.end("single"), first, unit_end, 1.0, None, unit, unit_class, bound, word=True)
    if match["few"]:
        return Quantity(at, end, first, end, float(_WORDS[match["few"].lower()]), bound=bound, word=True)
    if match["half"]:
        name = match.end() + (
            3 if text.startswith(" an ", match.end()) else 2 if text.startswith(" a ", match.end()) else 0
        )
        unit_end, unit, unit_class = _unit_at(text, name)
        return Quantity(
            at, end, first, unit_end, 0.5, None, unit, unit_class, bound, from_to=_begun(text, first), word=True
        )
    if match["share"]:
        written = match["share"].lower().removesuffix("s")
        share = next(share for word, share in _SHARES.items() if written.endswith(word))
        count = _WORDS.get(written.replace("-", " ").split()[0], 1)
        return Quantity(at, end, first, end, count * share, unit="x", unit_class="factor", bound=bound, word=True)
    unit_end, unit, unit_class = _unit_at(text, match.end("percent"))
    return Quantity(
        at,
        match.end("percent"),
        first,
        unit_end,
        float(_WORDS[match["percent"].lower()]),
        unit=unit,
        unit_class=unit_class,
        bound=bound,
        from_to=_begun(text, first) if unit_class == "time" else "",
        word=True,
    )


def _begun(text: str, first: int) -> str:
    """`from` behind that word: `from one day to half an hour`."""
    return "from" if _FROM.match(text, max(0, first - 60), first) else ""
