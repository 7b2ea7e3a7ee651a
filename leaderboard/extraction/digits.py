"""Quantities in digits: a number with its range, unit, sign and bound, or none where it is part of something else."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.bounds import ARROWS, FROM, PLUS_MINUS, what_is_before
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.units import unit_at

# Not `\d`: it knows digits that float() does not. `84:3%` is how a decimal point was set that got lost.
_LOST_POINT = r"[0-9]{1,2}:[0-9]{1,2}(?=\s?(?:\\?%|[mc]m\b|dB\b|±))"
_COMMA = r"(?:,(?:\\!)?|\{,\})"  # `1{,}000` and `1,\!000` keep TeX from setting a blank behind the comma
DIGITS = rf"(?:{_LOST_POINT}|[0-9]{{1,3}}(?:{_COMMA}[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]*\.[0-9]+|[0-9]+)"
ALONE = (
    r"(?<![\w.@#^](?<!\b(?:by|than|achieves|reaches))|\^\{?[-−]?|\d:|\d,|\d,\\!|\d\{,\}|(?<![\d%]|\d\s?(?:[cmk]?m|m?s|[x×°]))/|\w[-–_]|\p{L}['’]|\(cid:)(?P<digits>"
    + DIGITS
    + r")(?!\d)"
)
_TO = patterns.compiled(r"\s(?:down\s)?to\s(?:just\s|only\s)?[0-9]")
NUMBER = patterns.compiled(rf"(?=[.0-9]){ALONE}")
_FACTOR = patterns.compiled(
    r"\b(?:(?<=\bby\s(?:up to\s)?(?:an?\s)?)factor|(?:factors?|(?:compression|acceleration|speed-?up)\sratios?)\sof)\s(?:(?:up to|about|around|over|more than|at least|nearly|almost|approximately|roughly|[~∼>≈]|\\sim)[\s$]*)*$",
    regex.IGNORECASE,
)
_REACHED_FACTOR = patterns.compiled(
    r"\b(?:achiev|reach|obtain|attain|yield|deliver|provid|offer|giv|gave\b|gain|get|got\b|ha(?:s|ve|d)\b|result|lead|show|up to)(?:[^.;:]|\.\d)*"
    r"(?<!\b(?:at|for|with|under|by|from|using|us(?:e|es|ed)|across|of|test\w*)\s(?:(?!(?:and|that)\b)[\w-]+\s){0,3})"
    r"\b(?:compression|acceleration|speed-?up)\s(?:factors?|ratios?)\sof\b[^\p{L}]*(?:(?:up to|about|around|over|more than|at least|nearly|almost|approximately|roughly)[^\p{L}]*)?(?:and[^\p{L}]*)?$",
    regex.IGNORECASE,
)
"""Before a number what calls it a factor that was reached, and none something was tried at: `a speedup factor of 23`."""
_FACTORS = patterns.compiled(r"\b(?:factors|ratios)\sof\b[^\p{L}]*(?:and[^\p{L}]*)?$", regex.REVERSE)
_BY_FACTORS = patterns.compiled(r"\bby\s(?:\w+\s)?factors\sof\b[^\p{L}]*(?:and[^\p{L}]*)?$", regex.REVERSE)
_SPACED_RANGE = patterns.compiled(
    rf"(?:\s?[x×])?\s+({DIGITS})(?=\s?(?:(?:x|×|times|[- ]?fold|dB|ms|FPS)\b|\\?%)(?!,?\s(?:and|or|to)\s\d|\s\d)|(?<=\d\.\d+)\s(?:(?:absolute|relative)\s)?(?:\p{{Lu}}[\w-]+\s)?(?:points|improvements?|gains?)\b)"
)
"""Behind the lower end of a range whose tilde got lost, `2 4x`, `25 35%`, and not of `1.7% 2.9% and 3.8%`, whose comma did."""
_AFTER_BETWEEN = patterns.compiled(r"\bbetween[\s$~]*$", regex.REVERSE)
_AFTER_BY = patterns.compiled(
    r"\bby(?:\s(?:another|an?|the|further|additional|average|mean|of|on|relative|absolute)){0,4}[\s$]*$", regex.REVERSE
)
_OF_OR_BY = patterns.compiled(r"\b(?:of|by)[\s$~]*$", regex.REVERSE)
_RANGE = patterns.compiled(
    rf"(?:\$?\s?(?:-{{1,3}}|–|—|−|~|∼|\\sim|\$\\sim\$|\{{[–-]{{1,3}}\}})\s?|-?\s?\$?\s?(?:up\s)?to\s(?:up to\s|over\s|about\s)?)[\s$~]*[+↑↓]?({DIGITS})(?!\d)"
)
_BETWEEN = patterns.compiled(rf"[\s$]*and[\s$]*\+?({DIGITS})(?!\d)")
_DEVIATION = patterns.compiled(
    rf"[\s$\\{{}}%]*(?P<opens>\()?[\s$\\{{}}(%]*(?:±|\+/-|\\pm|\+-)[\s$]*{DIGITS}[\s}}]*(?(opens)[\s)}}]*|(?:\)(?=[\s}}]*\\?%)[\s)}}]*)?)"
)
_AFTER_PLUS_MINUS = patterns.compiled(rf"{PLUS_MINUS}[\s$]*$", regex.REVERSE)
_DEVIATES_BY = patterns.compiled(r"(?<!\w)(?:SD|std)\.?(?:\s?[=:]\s?|\s\(|\sof\s)[$]*$", regex.REVERSE)
_WITHIN = patterns.compiled(  # `an accuracy of ±0.3 mm`: the figure itself, no deviation from one
    rf"\b(?:(?<!\branges?\s)of|(?<!\bup\s)to|within|than|is|was|about|around|below)[\s$]*{PLUS_MINUS}[\s$]*$",
    regex.REVERSE,
)
_NOT_BEFORE = patterns.compiled(
    r"(?:\b(?:Tables?|Tab\.|Figures?|Figs?\.?|Sections?|Sec\.|Eqs?\.|Equations?|Algorithms?|Theorems?|Chapter|Appendix|Stage|Track|Tasks?|Subtasks?|Phase"
    r"|versions?|ver\.|v|top|layers?|levels?|seeds?|rank|ranked|No\.|phases?|steps?|size|sizes|dimensions?|epsilon|pages?|subtask|sub-task|tier|chapter|year|(?<!\bresult(?:s|ed|ing)?\s)in|since|until|Llama|LLaMA|GPT|Qwen|Gemini|Claude)[\s-]?"
    r"|[\p{L}\\]\w{0,8}[\s$]*(?:=|≤|≥|[<>];?|\\in|\\leq?|\\geq?)[\s$]*)$",
    regex.REVERSE,
)
_NAMED_METRIC = patterns.compiled(
    r"(?:\p{Lu}\w*\p{Lu}\w*|[Aa]ccuracy|[Ff]1|mAP|mIoU|[Pp]recision|[Rr]ecall|[Ss]ensitivity|[Ss]pecificity|\bDice|[Pp]erplexity|[Ss]core|[Ee]rror|(?:[Kk]appa|κ)\$?|\bR2|(?:Pearson|Spearman|Kendall)(?:['’]?s)?[\s$]+\\?(?:[\p{L}𝜌]|rho|tau)\$?|(?:coefficients?|correlations?)(?:\sof)?[\s(]*[Rrρ]2?)[\s$]*[=≈>≥<];?[\s$]*$",  # `<;` is an entity that was half undone
    regex.REVERSE,
)
_MINUS = patterns.compiled(r"[-−](?=\S)")
ARROW = patterns.compiled(r"[\s$]*(?:-{1,2}>|→|⟶|\\(?:to|rightarrow|longrightarrow)\b)[\s$]*(?=[0-9]|$)")
_FRACTION = patterns.compiled(r"(?<![.\d])\d{1,2}/$", regex.REVERSE)
_YEAR = patterns.compiled(r"(?:19|20)\d\d$")
_ORDINAL = patterns.compiled(r"(?:st|nd|rd|th)\b|['’]s\b|(?<=\b(?:1[5-9]|20)\d0|\bthe \d0)s\b")
_DECADE = patterns.compiled(
    r"(?:['’‘]|\b(?:their|(?:mid|early|late)[\s-]))\s?(?:\d0s,?\s(?:and\s|or\s)?)*$", regex.REVERSE
)
"""`parrots in their 50s and 70s`, `since the late '60s`."""
_NAME_GOES_ON = patterns.compiled(
    r"(?!(?<=(?<!\d\s)(?<![\d.])\d+\.\d+)m?(?:\p{Lu}{2,}|IoU)\p{Ll}?\b)[\p{L}_]|[-–](?=\p{L})|\.\d|(?<!\.\d+)/\d|:\d|\^|×\d|x\d|\s?(?:[×x]|\$?\\?times)\s?\d"
)
"""Behind a number the rest of a name; but of `41.5mAP` a blank got lost."""
_FORMULA_GOES_ON = patterns.compiled(r"/[\p{L}\\]|\}\{|\s?[+-]\s?(?:\\(?!%)|1/)|(?<=\b0)\.\s\d")
"""Behind a number one of a formula goes on, `1/t`, `\\frac{1}{2}`, `1 + \\epsilon`, or one that was cut, `0. 7 mm`."""
_OF_A_NAME = patterns.compiled(r"\p{L}\($", regex.REVERSE)
_NAME_CLOSES = patterns.compiled(r"\)\s(?:scores?\s|values?\s)?(?:of|is|was|=|:)(?=\s)")
"""Around a whole number what makes it the end of a measure's name: `an AP(50) of 76.6%`."""
_IN_FORMULA = patterns.compiled(r"(?:\bL\s?|_\{|\\frac\{|\d,\s(?=000))$", regex.REVERSE)
_RANGE_NOUN = patterns.compiled(
    r"\b(?:rang(?:ing|es?|ed)|var(?:ying|ies|ied|y)|speed-?ups?|improvements?|gains?|reductions?|savings|accelerations?|boosts?(?=\s(?:ranging|from|of|in)\b)|anywhere)\b[\w\s,]{0,25}\bfrom[\s$~]*$",
    regex.IGNORECASE | regex.REVERSE,
)
_RISE_OF = patterns.compiled(
    r"\b(?:improvements?|gains?|increases?|boosts?)\s(?:of|in)\s[\w\s-]{1,40}\sfrom[\s$~]*$",
    regex.IGNORECASE | regex.REVERSE,
)
_RISE = patterns.compiled(
    r"\b(?:improvements?|gains?|increases?|boosts?)\b[\w\s,]{0,40}\bfrom[\s$~]*$", regex.IGNORECASE | regex.REVERSE
)
_HIGH = 40
"""What is too high for the lower end of how much something rose: `an improvement in recall from 62% to 68%` are two results."""
_TRAILING_BOUND = patterns.compiled(r"[\s$}]*\+(?![\d\w%\\])")
_TRAILING_ARROW = patterns.compiled(r"[\s$}]*(?P<arrow>\\uparrow|↑|\\downarrow|↓)[\s$}]*+(?=\)|vs)")
_OR_BEYOND = patterns.compiled(
    r"[\s$}]+(?:or\s(?:even\s)?(?:(?:more|higher|greater|above|faster)|(?P<under>less|fewer|lower|below))\b(?!\s(?:than|of)\b)|(?P<most>at (?:most|max(?:imum)?))\b(?!\s[\d$]))"
)
_DOLLARS = patterns.compiled(r".*(?:\\|US|[\s(])\$$", regex.REVERSE | regex.DOTALL)
_FORMULA_ENDS = patterns.compiled(
    r"[^$\n]{0,12}\$|\s?(?:[kKMB]\b|million|billion|trillion)|\s?[<>=^]|\s*→|\s?(?:\\\p{L}|\()[^$\n]{0,60}\$(?!\d)"
)
"""Behind a number whose dollar sign begins a formula, `$5.2 \\times$`, `$2\\sqrt{n}$`, or whose sum is too large for what a result cost."""
_ASIDE = patterns.compiled(r"\s\((?:absolute|relative|abs\.|rel\.)\)")  # `6.2% (absolute) better`
_WORDED_UNIT = patterns.compiled(
    r"\s(?:(?:higher|absolute|relative|average|more)\s)?(?:[a-z]?\p{Lu}[\w@.-]*|[\w-]*[\d@][\w@.-]*|accuracy|score|absolute|correlation|perplexity|exact[ -]match)"
    r"(?:\s(?:score|accuracy|absolute|F1))?\s(points?|percent(?:age points?)?|pts)\b"
)
_NAMED_BEHIND = patterns.compiled(r"\s(?:\p{Lu}[\w@-]*\p{Lu}\b|F1\b|accuracy\b|(?:\w+\s)?correlation\b)(?!\s\()")
"""What two decimal fractions with `to` between are of: `an impressive 0.88 to 0.96 AUC`."""
_COMPARED = patterns.compiled(r"\s(?:higher|lower|better)\b")  # `an Elo rating that is 50 to 200 higher`
SCALES = ("time", "memory")
"""What is told in units of many sizes: `from 3 hours to 10 minutes`."""
_NO_DIGIT = patterns.compiled(r"[^0-9.]+")


def as_float(digits: str) -> float:
    return float(_NO_DIGIT.sub("", digits.replace(":", ".")))


def is_reached(text: str, at: int) -> bool:
    """Whether words call a number a factor that was reached and tell of what, which the rules read: `yields a speedup factor of 12`."""
    return _REACHED_FACTOR.search(text, max(0, at - 140), at) is not None


def is_of_factors(text: str, at: int) -> bool:
    """Whether a number is of a list that is called factors: `reaches compression ratios of 17.5 and 26`."""
    if not _FACTORS.search(text, max(0, at - 60), at):
        return False
    return _BY_FACTORS.search(text, max(0, at - 60), at) is not None or is_reached(text, at)


def number_quantity(text: str, at: int, end: int, *, glued_times: bool) -> Quantity | None:
    digits = text[at:end]
    if digits.startswith("0") and digits != "0" and digits.isdigit():
        return None  # `Sequence 04`, `VOC 07`
    lead = text[max(0, at - 40) : at]
    if ("±" in lead or "pm" in lead or "/-" in lead) and _AFTER_PLUS_MINUS.search(lead) and not _WITHIN.search(lead):
        return None
    if ("SD" in lead or "std" in lead) and _DEVIATES_BY.search(lead):
        return None
    if _ORDINAL.match(text, end) or (text.startswith("0s", end - 1) and _DECADE.search(lead)):
        return None
    unit_end, unit, unit_class = unit_at(text, end)
    if glued_times:
        unit_end, unit, unit_class = (unit_end if unit == "x" else end), "x", "factor"  # `×1000 times`
    value, value_to, last = as_float(digits), None, unit_end
    second = _RANGE.match(text, unit_end)
    if second is None and unit_class == "bare" and unit_end > end:
        second = _RANGE.match(text, end)
    if second is None and unit_class in ("bare", "factor", "percent"):
        second = _SPACED_RANGE.match(text, unit_end)
        if second is not None and as_float(second[1]) <= value:
            second = None
    alone = second is None and unit is None and not _BETWEEN.match(text, end)
    if alone and _is_no_figure(text, at, end):
        return None  # `3D`: one number in three, before the costlier questions
    first, bound, sign = what_is_before(text, at - 1 if text[at - 1 : at] in ("x", "×") else at)  # `more than x2`
    from_to = ""
    before = text[max(0, first - 60) : at].lower()
    has_from = "from" in before
    begins_from = has_from and bool(FROM.match(text, max(0, first - 60), first))
    is_range_noun = has_from and bool(_RANGE_NOUN.match(text, max(0, first - 60), first))
    if is_range_noun and value >= _HIGH and (_RISE_OF if unit else _RISE).match(text, max(0, first - 60), first):
        is_range_noun = False
    between = "between" in text and _AFTER_BETWEEN.search(text, 0, first) is not None
    if second is None and between:
        second = _BETWEEN.match(text, unit_end)
    if second is not None:
        end_to, unit_to, class_to = unit_at(text, second.end(1))
        hyphen = "to" not in second[0] and "and" not in second[0]
        fits = unit_to == unit or unit is None or (unit_to is None and hyphen)
        upper = as_float(second[1])
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
            and not (between and upper > value)
            and not (begins_from and not hyphen)
            and not (upper > value and "factor" in before and _FACTOR.search(text, max(0, at - 60), at))
            and (not hyphen or upper <= value)
            and not (upper > value and _WORDED_UNIT.match(text, second.end(1)))
            and not (upper > value and _COMPARED.match(text, second.end(1)))
            and not (upper > value and not has_from and "." in digits and _OF_OR_BY.search(text, 0, first))
            and not (upper > value and not has_from and "." in digits and _NAMED_BEHIND.match(text, second.end(1)))
        ):
            fits = False
        if unit is None and unit_to is None and hyphen and _YEAR.match(text, at, end) and _YEAR.fullmatch(second[1]):
            return None  # `(2006-2021)`
        if unit is None and unit_to is None and (digits, second[1]) == ("0", "1"):
            return None  # `0-1 loss`
        other_scale = unit_to is not None and unit_to != unit and class_to == unit_class and unit_class in SCALES
        if (fits or other_scale) and begins_from and not hyphen and (not is_range_noun or upper < value):
            from_to = "from"
        elif (
            fits
            and not hyphen
            and bound in (None, "about")
            and "up" not in second[0]
            and (unit is not None or unit_to is None)
            and _by_to(text, first, end_to, value, upper)
        ):
            pass
        elif fits:
            value_to, last = upper, end_to
            from_to = "from" if begins_from and hyphen and not is_range_noun and _TO.match(text, end_to) else ""
            if sign == "-" and not hyphen and _MINUS.match(text, at - 1):
                value, sign, bound = -value, "", None  # `-1 mm to 0.8 mm`
            unit, unit_class = (unit, unit_class) if unit is not None else (unit_to, class_to)
    elif begins_from or ARROW.match(text, unit_end):
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
        if not is_reached(text, at):
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
    if unit is None and value_to is None and _DOLLARS.match(text, 0, at) and not _FORMULA_ENDS.match(text, end):
        unit, unit_class = "$", "money"
    deviation = _DEVIATION.match(text, last if unit is not None else end)
    if deviation:
        last = deviation.end()
        if unit is None:
            last, unit, unit_class = unit_at(text, last)
    if aside := _ASIDE.match(text, last):
        last = aside.end()
    if not sign and (arrow := _TRAILING_ARROW.match(text, last)):
        sign, last = ARROWS[arrow["arrow"]], arrow.end()  # `(27%↑)`
    if trailing := _TRAILING_BOUND.match(text, last):
        bound, last = bound or "over", trailing.end()
        if unit is None and value_to is None:
            last, unit, unit_class = unit_at(text, last)  # `120+ FPS`
    elif bound is None and value_to is None and text[end : end + 1] == "+":
        plus_end, plus_unit, plus_class = unit_at(text, end + 1)
        if plus_unit is not None:
            bound, last, unit, unit_class = "over", plus_end, plus_unit, plus_class
    if bound in (None, "about") and value_to is None and (beyond := _OR_BEYOND.match(text, last)):
        bound = "under" if beyond["under"] else "up to" if beyond["most"] else "over"
        last = beyond.end()  # `23 Hz or higher`
    return Quantity(at, end, first, last, value, value_to, unit, unit_class, bound, sign, from_to)


_CHANGE_AHEAD = patterns.compiled(r"\b(?:improv|gain|increas|boost|state-of-the-art)")


def _is_aside_of_change(text: str, at: int, end: int, value: float, upper: float) -> bool:
    """Whether brackets hold where a measure came from and rose to: `improves (47.6% to 58.2%)`; `gains (3% to 8%)` is a range."""
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
        or (_NAME_CLOSES.match(text, end) is not None and _OF_A_NAME.search(text, at - 2, at) is not None)
        or (text[at - 1 : at] == "/" and _FRACTION.search(text, max(0, at - 40), at) is not None)
    )


def _by_to(text: str, first: int, end: int, value: float, upper: float) -> bool:
    """`improves accuracy by 2.3% to 59.4%`: a change and where it leads, told from a range by their distance.

    What is more than all or followed by what it was compared with is a range all the same: `by 6% to 50% over HeronNet`.
    """
    if (
        value <= 0
        or upper / value < 5
        or not 20 < upper <= 100
        or not _AFTER_BY.search(text, max(0, first - 30), first)
    ):
        return False
    return upper > _HIGHEST or _OVER.match(text, end) is None


_HIGHEST = 75
"""What no improvement comes to, where it is told as a range: `by 3.1% to 84.2% compared to` ends in a result."""
_OVER = patterns.compiled(r"\s(?:over|compared|relative|than|against)\b")
